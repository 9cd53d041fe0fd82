//! Whose an utterance may be that no cue gives to anybody.

use super::{CANDIDATES, Candidate, Quote, QuoteKind};
use crate::attribution::Attribution;
use crate::document::{Document, Pos, Tok};
use crate::phrase;
use dateline_data::{ClassSet, noun_classes};
use dateline_span::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// Fills in the candidates of each utterance without owner.
pub fn fill(
    doc: &Document,
    paragraphs: &[Span],
    attributions: &[Attribution],
    quotes: &mut [Quote],
) {
    for k in 0..quotes.len() {
        if quotes[k].speaker.is_none() && quotes[k].kind == QuoteKind::Speech {
            quotes[k].candidates = of(doc, paragraphs, attributions, quotes, k);
        }
    }
}

/// The likeliest, each once, then in text order.
fn of(
    doc: &Document,
    paragraphs: &[Span],
    attributions: &[Attribution],
    quotes: &[Quote],
    k: usize,
) -> Vec<Candidate> {
    let own = quotes[k].marks;
    let Some(here) = paragraphs.iter().position(|p| p.overlaps(own)) else {
        return Vec::new();
    };
    let tokens = |p: usize| paragraphs.get(p).map_or(0..0, |span| doc.tokens_in(*span));
    let voices = |run: Range<usize>, reason| {
        let first = attributions.partition_point(|a| a.token < run.start);
        attributions[first..]
            .iter()
            .take_while(move |a| a.token < run.end)
            .filter(|a| a.is_voice())
            .filter_map(move |a| {
                let source = a.source.as_ref()?;
                can_utter(doc.tok(source.head)).then_some(())?;
                Some(Candidate {
                    mention: source.span,
                    head: source.head,
                    reason,
                })
            })
    };
    let before = here.checked_sub(1).map_or(0..0, tokens);
    let quoted_before = quotes[..k].iter().rev().filter_map(|q| {
        let speaker = q.speaker.as_ref()?;
        let near = doc.tokens_in(q.marks).start >= before.start;
        near.then_some(Candidate {
            mention: speaker.mention,
            head: speaker.head,
            reason: "owns the quote before",
        })
    });
    let all = voices(tokens(here), "speaks in the same paragraph")
        .chain(quoted_before.take(1))
        .chain(voices(before.clone(), "speaks in the paragraph before"))
        .chain(voices(tokens(here + 1), "speaks in the paragraph after"))
        .chain(people(doc, tokens(here)));
    let mut known = BTreeSet::new();
    let mut found: Vec<Candidate> = all
        .filter(|c| !own.contains(c.mention))
        .filter(|c| doc.tok(c.head).pos() != Pos::Pron)
        .filter(|c| known.insert(doc.tok(c.head).lower().to_owned()))
        .take(CANDIDATES)
        .collect();
    found.sort_by_key(|c| c.mention.start);
    found
}

/// Whether a source is a person, people or a body: documents and plans are cues rather than mouths.
fn can_utter(head: Tok<'_>) -> bool {
    let classes = noun_classes(head.lemma());
    matches!(head.name_label(), "PERSON" | "ORG" | "NORP" | "GPE")
        || classes.meets(ClassSet::AGENT)
        || head.lemma() == "source"
}

/// People called by name in a run of tokens.
fn people(doc: &Document, run: Range<usize>) -> impl Iterator<Item = Candidate> + '_ {
    doc.range(run)
        .filter(|t| t.name_label() == "PERSON" && t.pos() == Pos::Propn)
        .filter(|t| t.head().is_none_or(|up| up.name_label() != "PERSON"))
        .map(|t| Candidate {
            mention: phrase::noun_phrase_span(t),
            head: t.i,
            reason: "is named in the same paragraph",
        })
}
