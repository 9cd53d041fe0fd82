//! How a claim was decided.

use super::claim::row;
use super::paper::Paper;
use super::phrase;
use dateline_store::ClaimRecord;

/// Adds each step of a claim's decisions with the words it rests on.
pub fn why(paper: Paper, out: &mut String, claim: &ClaimRecord) {
    let mut field = "";
    for step in &claim.why {
        let label = if step.field == field { "" } else { &step.field };
        field = &step.field;
        let text = match &step.evidence {
            Some(words) => format!("{}: {}", step.what, phrase::with_bytes(words)),
            None => step.what.clone(),
        };
        row(paper, out, label, &text);
    }
}
