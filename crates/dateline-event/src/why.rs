//! The trail of a decision.

use dateline_span::Span;

/// One step of a decision: what was decided, by which rule or entry, from which words.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// The field it decided: "event", "actor", "source", "polarity", "time" …
    pub field: &'static str,
    /// What was decided and why, as a person would say it.
    pub what: String,
    /// The words it rests on.
    pub evidence: Option<Span>,
}

/// The steps that led to a value, in order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Why {
    /// In the order they were taken.
    pub steps: Vec<Step>,
}

impl Why {
    /// Adds a step.
    pub fn note(&mut self, field: &'static str, what: impl Into<String>, evidence: Option<Span>) {
        self.steps.push(Step {
            field,
            what: what.into(),
            evidence,
        });
    }
}
