//! Times told by a happening, dated by the claim that tells when it took place: "two days after the
//! attack" where another sentence says that the attack was on Monday.

use crate::claim::Claim;
use crate::layers::Layers;
use dateline_text::{TimeExpr, When};

/// The article's times, those told by a happening placed where a claim dates it; `None` where nothing
/// changes. What is counted from a happening whose day is not told is some day.
pub fn place_beside(layers: &Layers<'_>, claims: &[Claim]) -> Option<Vec<TimeExpr>> {
    let mut placed: Option<Vec<TimeExpr>> = None;
    for (index, time) in layers.times.iter().enumerate() {
        let Some(beside) = time.beside.filter(|_| time.when.is_none()) else {
            continue;
        };
        let text = layers.doc.text();
        let anchor = beside.anchor.slice(text);
        let told = dated(layers, claims, index);
        let counted = told.and_then(|(claim, day)| Some((claim, day, beside.from(day)?)));
        if counted.is_none() && !claims.iter().any(|claim| claim.time == Some(index)) {
            continue;
        }
        let time = &mut placed.get_or_insert_with(|| layers.times.to_vec())[index];
        let Some((claim, happened, (value, when))) = counted else {
            time.leave_open(format!("counted from “{anchor}”, whose day is not known"));
            continue;
        };
        let reason = format!(
            "counted from “{anchor}”: “{}” is of {}",
            claim.trigger.slice(text),
            days(happened),
        );
        time.place(value, when, reason);
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
