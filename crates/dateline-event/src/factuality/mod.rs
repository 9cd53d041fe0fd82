//! How surely, and when: polarity, certainty and tense of an event as its source presents it.
//!
//! A small calculus over the parse ([`calculus`]) with its table in `data/factuality.tsv`: what
//! stands at the event ([`local`]) and each word above it, up to the cue of the innermost source,
//! changes a [`value::Value`] by its row. Each change is a step of the trail.

mod author;
mod beyond;
mod calculus;
mod local;
mod relation;
mod shape;
mod tense;
mod value;

pub use author::{AuthorsView, authors_view};
pub(crate) use beyond::{Commitment, beyond_cue};
pub(crate) use relation::happens_below;
pub(crate) use shape::{is_aside, is_meant_by_nobody};

use crate::{Layers, Voices, Why};

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

/// How surely, and when, the innermost source of the event named by `token` presents it.
pub fn of(layers: &Layers<'_>, voices: &Voices<'_>, token: usize, why: &mut Why) -> Factuality {
    let reader = calculus::Reader::new(*layers, voices, token);
    reader.event(layers.doc.tok(token), why).factuality()
}
