//! The full phrases of cue and source, as a reader would mark them: "has also called for", "Ana
//! Ruiz, head of the centre".

use super::content::TokenSet;
use crate::document::{Document, Pos, Tok};
use crate::phrase;
use dateline_span::Span;

/// Verbs that only tell how another one is done: "went on to say", "continued to insist".
const PHASE: [&str; 15] = [
    "go", "continue", "begin", "start", "keep", "try", "attempt", "need", "have", "come", "manage",
    "rush", "seem", "appear", "use",
];

/// The cue with its auxiliaries, negation, adverbs, particles and the preposition that opens the
/// content. `token` is the cue's head, `cue` its bare words.
pub fn cue_phrase(doc: &Document, token: usize, cue: Span, content: &TokenSet) -> Span {
    let head = doc.tok(token);
    let bare = doc.tokens_in(cue);
    let start = match head.pos() {
        Pos::Verb | Pos::Aux => verb_start(head, bare.start),
        Pos::Noun | Pos::Propn => modified_start(head, bare.start),
        Pos::Adj => match copula_of(head) {
            Some(copula) => verb_start(copula, copula.i),
            None => modified_start(head, bare.start),
        },
        _ => bare.start,
    };
    let end = with_preposition(doc, head, bare.end, content);
    doc.span_of(start..end)
}

/// Where the verb's own group begins, run by run to the left of it.
fn verb_start(verb: Tok<'_>, bare: usize) -> usize {
    let doc = verb.doc();
    let mut start = bare;
    let mut group = verb;
    for _ in 0..4 {
        start = group_start(group, start);
        let upper = group.head().filter(|up| {
            group.dep_in(&["xcomp", "advcl"])
                && PHASE.contains(&up.lemma())
                && up.i < start
                && doc
                    .range(up.i + 1..start)
                    .all(|t| matches!(t.pos(), Pos::Part | Pos::Adp | Pos::Adv))
        });
        let Some(up) = upper else { break };
        start = up.i;
        group = up;
    }
    // An adverb that opens the clause is set apart from its verb.
    while start < bare && matches!(doc.tok(start).pos(), Pos::Punct | Pos::Space) {
        start += 1;
    }
    start
}

/// Where the auxiliaries and adverbs before a verb begin. What stands between them goes with them
/// ("have both supported"), a noun does not ("have the two supported").
fn group_start(verb: Tok<'_>, bare: usize) -> usize {
    let doc = verb.doc();
    let mut start = bare;
    let own = verb
        .children()
        .rev()
        .filter(|c| c.i < bare && c.dep_in(&["aux", "auxpass", "neg", "advmod", "preconj"]));
    for part in own.filter(|c| !c.tag().starts_with('W')) {
        let first = if part.dep() == "advmod" {
            phrase::leftmost(part)
        } else {
            part.i
        };
        let light = doc.range(part.i + 1..start.max(part.i + 1)).all(|t| {
            matches!(t.pos(), Pos::Adv | Pos::Aux | Pos::Part | Pos::Det)
                || matches!(t.lower(), "both" | "all" | "each")
        });
        if !light {
            break;
        }
        start = first.min(start);
    }
    start
}

/// The copula that ties an adjective to its subject.
fn copula_of(adjective: Tok<'_>) -> Option<Tok<'_>> {
    let first = adjective.first_conjunct();
    first
        .head()
        .filter(|up| first.dep_in(&["acomp", "oprd"]) && up.i < adjective.i)
        .filter(|up| matches!(up.pos(), Pos::Aux | Pos::Verb))
}

/// Adjectives and compounds directly before a noun belong to the cue ("no overt mention"), its
/// owner does not.
fn modified_start(noun: Tok<'_>, bare: usize) -> usize {
    let doc = noun.doc();
    let mut start = bare;
    while let Some(left) = start.checked_sub(1).map(|i| doc.tok(i)) {
        let own = left.head() == Some(noun) && left.dep_in(&["amod", "compound", "advmod", "neg"]);
        if !own || matches!(left.pos(), Pos::Propn) {
            break;
        }
        start = left.i;
    }
    start
}

/// "shot back", "spoke out": the adverb directly behind a verb that belongs to it.
fn with_particle(doc: &Document, head: Tok<'_>, end: usize) -> usize {
    let particle = (end < doc.len()).then(|| doc.tok(end)).filter(|t| {
        t.head() == Some(head)
            && matches!(
                t.lower(),
                "back" | "out" | "up" | "off" | "down" | "away" | "on"
            )
            && t.dep_in(&["advmod", "prt"])
    });
    particle.map_or(end, |t| t.i + 1)
}

/// The preposition between cue and content: "called for", "opposition to".
fn with_preposition(doc: &Document, head: Tok<'_>, end: usize, content: &TokenSet) -> usize {
    let end = with_particle(doc, head, end);
    let Some(first) = content.tokens().find(|i| *i >= end) else {
        return end;
    };
    let fitting = |t: Tok<'_>| {
        let links = t.dep_in(&["prep", "prt", "dative", "agent"])
            || t.dep() == "mark" && t.lower() == "for";
        links && (t.head() == Some(head) || t.head().is_some_and(|h| h.head() == Some(head)))
    };
    let near = first <= end + 2 && (end..first).all(|i| fitting(doc.tok(i)));
    if near { first } else { end }
}

/// The source with what is set beside it: apposition, relative clause, title. What it says is no
/// part of it, nor is its cue.
pub fn source_phrase(doc: &Document, head: usize, cue: Option<usize>, content: &TokenSet) -> Span {
    let top = doc.tok(head);
    let holds_cue = |child: Tok<'_>| cue.is_some_and(|c| child.governs(doc.tok(c)));
    let mut start = head;
    let mut end = head + 1;
    for child in top.children() {
        if child.i > head && (child.dep_in(&["punct", "cc"]) && !closes_pair(child)) {
            continue;
        }
        if child.i > head && (holds_cue(child) || content.contains(child.i)) {
            break;
        }
        if child.i < head {
            if !child.dep_in(&["punct", "cc", "preconj", "mark"])
                && !content.contains(child.i)
                && !holds_cue(child)
            {
                start = start.min(phrase::leftmost(child));
            }
        } else {
            end = end.max(phrase::rightmost(child) + 1);
        }
    }
    let said = content.tokens().find(|i| *i > head && *i < end);
    let end = said.unwrap_or(end).max(head + 1);
    let before = content.tokens().filter(|i| *i < head && *i >= start).last();
    let start = before.map_or(start, |i| i + 1).min(head);
    let mut words = phrase::trim_punctuation(doc, start..end);
    if !words.contains(&head) {
        words = head..head + 1;
    }
    // A bracket or full stop of the phrase stays with it.
    if doc.range(words.clone()).any(|t| t.text() == "(")
        && words.end < end
        && doc.tok(words.end).text() == ")"
    {
        words.end += 1;
    }
    doc.span_of(words)
}

fn closes_pair(tok: Tok<'_>) -> bool {
    matches!(tok.text(), ")" | "]")
}

/// The relative pronoun by which a source stands at its cue: "the driver who said …".
pub fn relative_pronoun(doc: &Document, head: usize, cue: usize) -> Option<Span> {
    let mut verb = doc.tok(cue);
    for _ in 0..8 {
        let pronoun = verb.child(&["nsubj", "nsubjpass"]);
        if let Some(pronoun) = pronoun {
            let relative = pronoun.tag().starts_with('W') || pronoun.lower() == "that";
            return (relative && pronoun.i > head).then(|| pronoun.span());
        }
        verb = verb
            .head()
            .filter(|_| verb.dep_in(&["conj", "xcomp", "advcl"]))?;
    }
    None
}
