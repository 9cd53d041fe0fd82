//! How surely, and when: polarity, certainty and tense of an event as its source presents it.

/// Whether the source says that it happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Polarity {
    /// It did, does or will.
    #[default]
    Positive,
    /// It did not.
    Negative,
    /// The source does not commit itself.
    Unknown,
}

impl Polarity {
    /// FactBank's sign: `+`, `-` or `u`.
    pub fn sign(self) -> &'static str {
        match self {
            Polarity::Positive => "+",
            Polarity::Negative => "-",
            Polarity::Unknown => "u",
        }
    }
}

/// How surely, on FactBank's scale.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
#[allow(missing_docs)] // FactBank's words.
pub enum Certainty {
    #[default]
    Certain,
    Probable,
    Possible,
    Unknown,
}

impl Certainty {
    /// FactBank's word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Probable => "probable",
            Certainty::Possible => "possible",
            Certainty::Unknown => "unknown",
        }
    }
}

/// When, seen from the source's time of speaking.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Tense {
    /// Over.
    #[default]
    Past,
    /// Going on.
    Ongoing,
    /// To come: plans, promises, threats.
    Future,
    /// A pattern, no single event.
    Habitual,
    /// Only supposed: conditions, questions, fears.
    Hypothetical,
}

impl Tense {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Tense::Past => "past",
            Tense::Ongoing => "ongoing",
            Tense::Future => "future",
            Tense::Habitual => "habitual",
            Tense::Hypothetical => "hypothetical",
        }
    }
}

/// Polarity, certainty and tense as seen by the innermost source of a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs)] // Each field is its type.
pub struct Factuality {
    pub polarity: Polarity,
    pub certainty: Certainty,
    pub tense: Tense,
}
