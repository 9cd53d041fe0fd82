//! Claims of one article that are judged to be about one happening.

use dateline_span::Span;

/// Why two claims were put together.
#[derive(Clone, PartialEq, Debug)]
pub struct Merge {
    /// Indices of the two claims.
    pub claims: (usize, usize),
    /// What speaks for it, as a person would say it.
    pub evidence: Vec<String>,
}

/// One value of a field and the claims that give it.
#[derive(Clone, PartialEq, Debug)]
pub struct Account {
    /// The words.
    pub value: Span,
    /// Indices of the claims.
    pub claims: Vec<usize>,
}

/// A field of an incident.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// "place", "time", "actor", "recipient", "means", "event", "killed" …
    pub name: &'static str,
    /// The different values told; one if all claims that speak of it agree.
    pub accounts: Vec<Account>,
}

/// Claims about one happening.
#[derive(Clone, PartialEq, Debug)]
pub struct Incident {
    /// Indices of its claims, in text order.
    pub claims: Vec<usize>,
    /// The evidence of each merge; a single claim has none.
    pub merges: Vec<Merge>,
    /// Fields all claims that speak of them agree on.
    pub agreed: Vec<Field>,
    /// Fields with more than one value.
    pub differing: Vec<Field>,
}
