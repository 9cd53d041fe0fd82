//! Numbers in words and figures: how many, of whom.
//!
//! [`find`] reads amounts with a grammar over word pieces (`amount`), leaves out what only looks
//! like a count (`context`), and asks the parse what is counted (`counted`). A vague word keeps open
//! bounds: "dozens" is not 24.

mod amount;
mod context;
mod counted;
mod people;
#[cfg(test)]
mod tests;

use crate::atom::atoms;
use crate::{Document, TimeExpr};
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

impl Quantity {
    /// Whether the words for the counted give the number themselves: "a policeman", "a woman and her son".
    pub fn is_told_by_words(&self) -> bool {
        self.of.is_some_and(|(_, words)| words == self.span)
    }
}

/// All amounts in a document, in text order, none overlapping and none inside one of `times`; behind them
/// the people whom words alone count, who may hold some of them ("*two* brothers and a farmer").
///
/// Ages, dates, ordinals, scores, numbers in names and in headings of lists are no amounts.
pub fn find(doc: &Document, times: &[TimeExpr]) -> Vec<Quantity> {
    let atoms = atoms(doc);
    let mut found = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        let Some(amount) = amount::read(doc, &atoms, at) else {
            at += 1;
            continue;
        };
        let span = atoms[amount.start].span.cover(atoms[amount.end - 1].span);
        let in_time = times.iter().any(|t| t.span.overlaps(span));
        if !in_time && context::is_amount(doc, &atoms, &amount) {
            found.push(Quantity {
                span,
                low: amount.low,
                high: amount.high,
                approximate: amount.approximate,
                of: if amount.unit.is_some() {
                    None
                } else {
                    counted::of(doc, &atoms, &amount)
                },
                unit: amount.unit,
            });
        }
        at = amount.end;
    }
    found.extend(people::find(doc, &found));
    found
}
