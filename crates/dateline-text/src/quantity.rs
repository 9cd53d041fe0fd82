//! Numbers in words and figures: how many, of whom.

use dateline_span::Span;

/// A number or range that counts something.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// The words: "between 3,000 and 5,000", "dozens", "at least 12".
    pub span: Span,
    /// Lower bound; `None` where the words give none ("dozens", "up to 40").
    pub low: Option<f64>,
    /// Upper bound; `None` where the words give none ("dozens", "at least 12").
    pub high: Option<f64>,
    /// Whether the text itself rounds or estimates ("about", "an estimated").
    pub approximate: bool,
    /// What is counted: its head token, and the words.
    pub of: Option<(usize, Span)>,
    /// Unit where it is a measure or money ("USD", "km", "percent"); `None` for things and people.
    pub unit: Option<String>,
}
