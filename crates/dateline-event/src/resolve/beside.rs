//! Times told by a happening, dated by the claim that tells when it took place: "two days after the
//! attack" where another sentence says that the attack was on Monday.

use crate::claim::Claim;
use crate::layers::Layers;
use dateline_text::{TimeExpr, When};

/// The article's times, those told by a happening placed where a claim dates it; `None` where nothing
/// changes. What is counted from a happening whose day is not told stays as it is: without a day.
pub fn place_beside(layers: &Layers<'_>, claims: &[Claim]) -> Option<Vec<TimeExpr>> {
    let mut placed: Option<Vec<TimeExpr>> = None;
    for (index, time) in layers.times.iter().enumerate() {
        let Some(beside) = time.beside.filter(|_| time.when.is_none()) else {
            continue;
        };
        let Some((claim, happened)) = dated(layers, claims, index) else {
            continue;
        };
        let Some((value, when)) = beside.from(happened) else {
            continue;
        };
        let text = layers.doc.text();
        let reason = format!(
            "counted from “{}”: “{}” is of {}",
            beside.anchor.slice(text),
            claim.trigger.slice(text),
            days(happened),
        );
        placed.get_or_insert_with(|| layers.times.to_vec())[index].place(value, when, reason);
    }
    placed
}

/// The claim that tells of the happening which the time at `index` is counted from, and its days.
fn dated<'c>(layers: &Layers<'_>, claims: &'c [Claim], index: usize) -> Option<(&'c Claim, When)> {
    let beside = layers.times[index].beside?;
    let anchor = layers.doc.tok(beside.head).span();
    let names_it = |claim: &&Claim| {
        claim.trigger == anchor || claim.mentions.iter().any(|mention| mention.span == anchor)
    };
    claims.iter().filter(names_it).find_map(|claim| {
        let time = claim.time.filter(|time| *time != index)?;
        Some((claim, layers.times[time].when?))
    })
}

fn days(when: When) -> String {
    if when.first == when.last {
        when.first.to_string()
    } else {
        format!("{} to {}", when.first, when.last)
    }
}
