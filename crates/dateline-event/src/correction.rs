//! Numbers put right without an event of their own: "The figure was in fact 12, not 20."

use crate::claim::Claim;
use crate::{Layers, Voices};
use dateline_span::Span;
use dateline_text::{Quantity, Tok};

/// A number of a claim that a later sentence puts right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// Index of the claim whose number it was.
    pub claim: usize,
    /// Who puts it right; `None` for the article itself.
    pub source: Option<Span>,
    /// The right number.
    pub number: Span,
    /// The one that is rejected, where it is named.
    pub rejected: Option<Span>,
    /// The sentence.
    pub passage: Span,
}

/// Nouns that stand for a number told before.
const FIGURES: [&str; 9] = [
    "figure", "number", "toll", "total", "count", "tally", "estimate", "amount", "sum",
];

/// All numbers that are put right, in text order.
pub fn corrections(layers: &Layers<'_>, claims: &[Claim]) -> Vec<Correction> {
    let figures = layers
        .doc
        .toks()
        .filter(|t| t.dep() == "nsubj" && FIGURES.contains(&t.lemma()));
    figures
        .filter_map(|figure| of_figure(layers, claims, figure))
        .collect()
}

fn of_figure(layers: &Layers<'_>, claims: &[Claim], figure: Tok<'_>) -> Option<Correction> {
    let doc = layers.doc;
    let copula = figure.head().filter(|v| v.lemma() == "be")?;
    let passage = doc.sentence_span(figure.sentence()).trimmed(doc.text());
    let said = passage.start.max(copula.span().end);
    let mut numbers = layers
        .quantities
        .iter()
        .filter(|q| q.span.start >= said && q.span.end <= passage.end);
    let number = numbers.next().filter(|q| !is_rejected(layers, q))?;
    let rejected = numbers.find(|q| is_rejected(layers, q));
    if rejected.is_none() && !says_otherwise(copula) {
        return None;
    }
    let counts = |claim: &Claim| {
        let mut told = claim
            .quantities
            .iter()
            .filter_map(|c| layers.quantities.get(c.quantity));
        match rejected {
            Some(rejected) => told.any(|q| q.low.is_some() && q.low == rejected.low),
            None => told.any(|q| q.low.is_some() && q.low != number.low),
        }
    };
    let before = |claim: &Claim| claim.trigger.start < passage.start;
    let claim = (0..claims.len())
        .filter(|&k| before(&claims[k]) && counts(&claims[k]))
        .max_by_key(|&k| claims[k].trigger.start)?;
    Some(Correction {
        claim,
        source: Voices::find(*layers).speaker(figure.i),
        number: number.span,
        rejected: rejected.map(|q| q.span),
        passage,
    })
}

/// Whether a claim rejects a number that another gave: "killed 12 people, not 20".
pub fn rejects(layers: &Layers<'_>, claim: &Claim, other: &Claim) -> bool {
    let own = layers
        .quantities
        .iter()
        .filter(|q| claim.evidence.contains(q.span) && is_rejected(layers, q));
    let given = |q: &Quantity| {
        let mut told = other
            .quantities
            .iter()
            .filter_map(|c| layers.quantities.get(c.quantity));
        told.any(|o| o.low.is_some() && o.low == q.low && !is_rejected(layers, o))
    };
    own.into_iter().any(given)
}

/// "12, *not* 20", "*instead of* 20", "*rather than* 20".
pub fn is_rejected(layers: &Layers<'_>, quantity: &Quantity) -> bool {
    let first = layers.doc.tokens_in(quantity.span).start;
    let words: Vec<&str> = layers
        .doc
        .range(first.saturating_sub(2)..first)
        .map(|t| t.lower())
        .collect();
    matches!(
        words[..],
        [.., "not"] | ["instead", "of"] | ["rather", "than"]
    )
}

/// "in fact", "actually": the number is set against another.
fn says_otherwise(copula: Tok<'_>) -> bool {
    copula.children().any(|c| match c.lower() {
        "actually" | "really" => true,
        "in" => c
            .child(&["pobj"])
            .is_some_and(|o| matches!(o.lower(), "fact" | "reality" | "truth")),
        _ => false,
    })
}
