//! The quantities that count the event or its participants.

use crate::layers::Layers;
use dateline_text::{Quantity, Tok};

/// Indices of the quantities that count the event named by `trigger` ("two strikes") or one of the
/// participants with these heads ("dozens of officers").
pub fn quantities_of(layers: &Layers<'_>, trigger: usize, participants: &[usize]) -> Vec<usize> {
    let counted = |q: &Quantity| {
        let tokens = layers.doc.tokens_in(q.span);
        let is_participant = |token: usize| token == trigger || participants.contains(&token);
        match q.of {
            Some((of, _)) => {
                is_participant(of)
                    || tokens.clone().any(|t| participants.contains(&t))
                    || apposed(layers.doc.tok(of), trigger)
            }
            None => tokens.clone().any(is_participant),
        }
    };
    (0..layers.quantities.len())
        .filter(|&i| counted(&layers.quantities[i]))
        .collect()
}

/// "one of two coordinated strikes": a count of the events of which this is one.
fn apposed(counted: Tok<'_>, trigger: usize) -> bool {
    let group = counted
        .head()
        .filter(|of| of.lower() == "of" && counted.dep() == "pobj")
        .and_then(Tok::head);
    group.is_some_and(|g| {
        g.lower() == "one"
            && g.head()
                .is_some_and(|v| v.child(&["nsubj"]).is_some_and(|s| s.i == trigger))
    })
}
