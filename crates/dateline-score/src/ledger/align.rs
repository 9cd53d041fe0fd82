//! Which of our claims is which claim of the annotation.
//!
//! Only events with a PLOVER type are asked for. A claim of ours may be one of them if the triggers
//! share a byte; among all one-to-one assignments the largest is taken, and among those the one with
//! the most main triggers and equal types. A claim of ours that is left over
//! - counts neither way if it names an event that no PLOVER type covers, or a second event of the
//!   same clause that the annotation lists as such (`plover_also`);
//! - is spurious otherwise: also a second claim on a word group that is matched already, and an
//!   event read into a state, evaluation, question or withheld fact.

use super::gold::{Gold, GoldClaim, SecondEvent};
use super::predicted::{Predicted, PredictedClaim};
use crate::measure::Overlap;
use dateline_span::Span;
use pathfinding::prelude::{Matrix, kuhn_munkres};

/// Our claims laid beside those of the annotation.
#[derive(Debug, Default)]
pub struct Alignment {
    /// Index of the gold claim and of ours, in gold order.
    pub pairs: Vec<(usize, usize)>,
    /// Gold claims without one of ours.
    pub missed: Vec<usize>,
    /// Our claims that are wrong, with what the annotation has there.
    pub spurious: Vec<(usize, String)>,
    /// Our claims that count neither way, with the reason.
    pub neutral: Vec<(usize, String)>,
}

impl Alignment {
    /// Precision and recall of the claims.
    pub fn overlap(&self) -> Overlap {
        let pairs = self.pairs.len();
        Overlap::of_pairs(
            pairs,
            pairs + self.spurious.len(),
            pairs + self.missed.len(),
        )
    }

    /// Our claim for a gold claim.
    pub fn ours(&self, gold: usize) -> Option<usize> {
        self.pairs.iter().find(|(g, _)| *g == gold).map(|(_, p)| *p)
    }
}

/// Lays our claims beside those of the annotation.
pub fn align(gold: &Gold, predicted: &Predicted, page: &str) -> Alignment {
    let wanted: Vec<usize> = (0..gold.claims.len())
        .filter(|g| gold.claims[*g].event_type().is_some())
        .collect();
    let pairs = best_pairs(gold, predicted, &wanted, page);
    let missed = wanted
        .into_iter()
        .filter(|g| pairs.iter().all(|(m, _)| m != g))
        .collect();
    let mut alignment = Alignment {
        pairs,
        missed,
        ..Alignment::default()
    };
    for (p, claim) in predicted.claims.iter().enumerate() {
        if alignment.pairs.iter().any(|(_, m)| *m == p) {
            continue;
        }
        match left_over(gold, claim, page) {
            LeftOver::Neutral(why) => alignment.neutral.push((p, why)),
            LeftOver::Spurious(why) => alignment.spurious.push((p, why)),
        }
    }
    alignment
}

fn best_pairs(
    gold: &Gold,
    predicted: &Predicted,
    wanted: &[usize],
    page: &str,
) -> Vec<(usize, usize)> {
    let (rows, columns) = (wanted.len(), predicted.claims.len());
    // The method wants no fewer columns than rows; the columns added match nothing.
    let weights = Matrix::from_fn(rows, columns.max(rows), |(row, column)| {
        let claim = &gold.claims[wanted[row]];
        predicted
            .claims
            .get(column)
            .map_or(0, |ours| weight(claim, ours, page))
    });
    if rows == 0 {
        return Vec::new();
    }
    let (_, assigned) = kuhn_munkres(&weights);
    let pair = |(row, column): (usize, usize)| {
        (weights[(row, column)] > 0).then_some((wanted[row], column))
    };
    assigned.into_iter().enumerate().filter_map(pair).collect()
}

/// Zero where the two cannot be the same. A pair outweighs any preference among pairs.
fn weight(gold: &GoldClaim, ours: &PredictedClaim, page: &str) -> i64 {
    if !gold.has_trigger_in(ours.trigger.span) || second_event(gold, ours, page).is_some() {
        return 0;
    }
    let main = gold.trigger.span().overlaps(ours.trigger.span);
    let same_type = gold.event_type() == Some(&ours.kind);
    10_000 + if main { 10 } else { 0 } + if same_type { 5 } else { 0 }
}

/// The second event of a clause that our claim is.
fn second_event<'g>(
    gold: &'g GoldClaim,
    ours: &PredictedClaim,
    page: &str,
) -> Option<&'g SecondEvent> {
    let is_it = |second: &&SecondEvent| {
        second.kind == ours.kind
            && span_within(page, gold.located.span(), &second.trigger)
                .is_some_and(|s| s.overlaps(ours.trigger.span))
    };
    gold.plover_also.iter().find(is_it)
}

/// Where words stand inside a stretch of the page.
fn span_within(page: &str, stretch: Span, words: &str) -> Option<Span> {
    let at = stretch.slice(page).find(words)? + stretch.start as usize;
    Some(Span::new(at, at + words.len()))
}

enum LeftOver {
    Neutral(String),
    Spurious(String),
}

fn left_over(gold: &Gold, ours: &PredictedClaim, page: &str) -> LeftOver {
    let here: Vec<&GoldClaim> = gold
        .claims
        .iter()
        .filter(|g| g.has_trigger_in(ours.trigger.span))
        .collect();
    if let Some(claim) = gold
        .claims
        .iter()
        .find(|g| second_event(g, ours, page).is_some())
    {
        return LeftOver::Neutral(format!("second event of {}", claim.id));
    }
    if let Some(claim) = here.iter().find(|g| g.is_untyped_event()) {
        return LeftOver::Neutral(format!("{}, an event without a type", claim.id));
    }
    if let Some(claim) = here.iter().find(|g| g.event_type().is_some()) {
        return LeftOver::Spurious(format!("{} again", claim.id));
    }
    if let Some(claim) = here.first() {
        let contested = if claim.is_contestable(&["kind"]) {
            ", which is contestable"
        } else {
            ""
        };
        return LeftOver::Spurious(format!("{}, a {}{contested}", claim.id, claim.kind));
    }
    let around = gold
        .claims
        .iter()
        .find(|g| g.located.span().overlaps(ours.trigger.span));
    LeftOver::Spurious(around.map_or_else(
        || "no claim there".to_owned(),
        |g| format!("another word of {}, a {}", g.id, g.kind),
    ))
}
