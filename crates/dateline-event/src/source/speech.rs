//! Times of speaking: "said on Thursday" dates the saying, not what is said.

use crate::Layers;
use dateline_text::phrase;
use dateline_text::{Attribution, TimeKind, Tok};

/// By time expression: the token of the cue whose speaking it dates.
pub fn cue_of_times(layers: &Layers<'_>) -> Vec<Option<usize>> {
    layers
        .times
        .iter()
        .map(|time| {
            if matches!(time.kind, TimeKind::Duration | TimeKind::Set) {
                return None;
            }
            let tokens = layers.doc.tokens_in(time.span);
            let head = layers
                .doc
                .range(tokens.clone())
                .find(|t| t.head().is_none_or(|h| !tokens.contains(&h.i)))?;
            cue_dated_by(layers, head)
        })
        .collect()
}

/// The cue in whose clause, and outside of whose content, a time stands.
fn cue_dated_by(layers: &Layers<'_>, time: Tok<'_>) -> Option<usize> {
    let k = layers
        .quotes
        .partition_point(|q| q.span.end <= time.span().start);
    if layers
        .quotes
        .get(k)
        .is_some_and(|q| q.span.overlaps(time.span()))
    {
        return None;
    }
    let verb = phrase::clause_head(time);
    let first = layers.attributions.partition_point(|a| a.token < verb.i);
    let of_verb = layers.attributions[first..]
        .iter()
        .take_while(|a| a.token == verb.i);
    let cue = of_verb.into_iter().find(|a| speaks(a))?;
    let in_source = cue
        .source
        .as_ref()
        .is_some_and(|s| s.span.contains(time.span()));
    (!cue.content.contains(time.i) && !in_source).then_some(cue.token)
}

/// Whether the cue is an act of speaking that somebody does at some time.
fn speaks(attribution: &Attribution) -> bool {
    use dateline_data::cues::CueClass::*;
    attribution.source.is_some()
        && matches!(
            attribution.class,
            Say | Express | Judge | Urge | Ask | Manner
        )
}
