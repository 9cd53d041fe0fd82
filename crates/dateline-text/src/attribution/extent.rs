//! The full phrases of cue and source, as a reader would mark them: "has also called for", "Ana
//! Ruiz, head of the centre".

use super::content::TokenSet;
use super::noun;
use super::source::{is_passive, subject_of};
use crate::document::{Document, Pos, Tok};
use crate::phrase;
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_span::Span;

/// Verbs that only tell how another one is done: "went on to say", "continued to insist".
const PHASE: [&str; 15] = [
    "go", "continue", "begin", "start", "keep", "try", "attempt", "need", "have", "come", "manage",
    "rush", "seem", "appear", "use",
];

/// Verbs that tell with "by" how a speech begins, goes on or ends: "began by saying".
const TURNS: [&str; 9] = [
    "begin", "start", "open", "continue", "conclude", "end", "close", "respond", "answer",
];

/// Verbs that tell how somebody goes on with words of their own: "stepped up his attacks".
const KEEPING: [&str; 8] = [
    "keep", "continue", "share", "step", "ratchet", "escalate", "renew", "resume",
];

/// Verbs that do no more than utter their noun: "expressed concern".
const UTTERING: [&str; 10] = [
    "express", "voice", "show", "signal", "issue", "deliver", "publish", "unveil", "float",
    "outline",
];

/// The cue with its auxiliaries, negation, adverbs, particles and the preposition that opens the
/// content; a noun with the verb by which its source utters it. `token` is the cue's head, `cue` its
/// bare words, `source` the head of who speaks.
pub fn cue_phrase(
    doc: &Document,
    token: usize,
    cue: Span,
    source: Option<usize>,
    content: &TokenSet,
) -> Span {
    let head = doc.tok(token);
    let bare = doc.tokens_in(cue);
    let start = match head.pos() {
        Pos::Verb | Pos::Aux => verb_start(head, bare.start),
        Pos::Noun | Pos::Propn => {
            match noun::receiving_verb(head).or_else(|| uttering_verb(head, source)) {
                Some(verb) => verb_start(verb, verb.i),
                None => modified_start(head, bare.start, source),
            }
        }
        Pos::Adj => match copula_of(head) {
            Some(copula) => verb_start(copula, copula.i),
            None => modified_start(head, bare.start, source),
        },
        _ => bare.start,
    };
    let end = match uttered_noun(head, bare.end, content) {
        Some(noun) => {
            let opens = |t: &Tok<'_>| t.dep() == "prep" && t.head() == Some(noun);
            noun.next().filter(opens).unwrap_or(noun).i + 1
        }
        None => with_preposition(doc, head, bare.end, content),
    };
    doc.span_of(start..end)
}

/// Where the verb's own group begins, run by run to the left of it.
fn verb_start(verb: Tok<'_>, bare: usize) -> usize {
    let doc = verb.doc();
    let mut start = bare;
    let mut group = verb;
    for _ in 0..4 {
        start = group_start(group, start);
        let Some(up) = helping_verb(group, start) else {
            break;
        };
        group = copula_of(up).unwrap_or(up);
        start = group.i;
    }
    // An adverb that opens the clause is set apart from its verb.
    while start < bare && matches!(doc.tok(start).pos(), Pos::Punct | Pos::Space) {
        start += 1;
    }
    start
}

/// The verb or adjective directly before a verb's group that only tells how it is done: "*tends* to
/// say", "is *likely* to say", "*began* by saying".
fn helping_verb<'d>(verb: Tok<'d>, start: usize) -> Option<Tok<'d>> {
    let between = |up: Tok<'d>| {
        up.i < start
            && up
                .doc()
                .range(up.i + 1..start)
                .all(|t| matches!(t.pos(), Pos::Part | Pos::Adp | Pos::Adv))
    };
    let up = verb.head()?;
    if verb.dep() == "pcomp" {
        let upper = up.head().filter(|_| up.lower() == "by")?;
        return (TURNS.contains(&upper.lemma()) && between(upper)).then_some(upper);
    }
    // A verb that is a cue itself says the rest ("asked to speak").
    let infinitive = verb.tag() == "VB" && matches!(up.pos(), Pos::Verb | Pos::Adj);
    let helps = !is_cue(up) && (infinitive || PHASE.contains(&up.lemma()));
    (helps && verb.dep_in(&["xcomp", "advcl"]) && between(up)).then_some(up)
}

/// "*made* the claim", "*stepped up* his attacks": the verb by which its source utters a noun.
fn uttering_verb(noun: Tok<'_>, source: Option<usize>) -> Option<Tok<'_>> {
    let verb = noun
        .head()
        .filter(|up| noun.dep() == "dobj" && up.i < noun.i)?;
    let owned = || {
        let owner = noun.child(&["poss"]).filter(|o| o.pos() == Pos::Pron);
        owner.is_some_and(|o| Some(o.i) == source) && KEEPING.contains(&verb.lemma())
    };
    let lent = subject_of(verb, 0).is_some_and(|s| Some(s.i) == source) && !is_cue(verb);
    (lent || owned()).then_some(verb)
}

/// "The ministry *put out a statement saying* …": the verb and its subject that give out the text in which a
/// participle says something. `token` is the participle, `source` the text.
pub fn given_out(doc: &Document, token: usize, source: usize) -> Option<(usize, usize)> {
    let (participle, text) = (doc.tok(token), doc.tok(source));
    let verb = text.head().filter(|up| up.i < text.i)?;
    let says = participle.tag() == "VBG"
        && participle.dep() == "acl"
        && participle.head() == Some(text)
        && text.dep() == "dobj"
        && Cues::get().is_document(text.lemma());
    let speaker = subject_of(verb, 0).filter(|_| says)?;
    Some((verb.i, speaker.i))
}

/// The cue of such a participle with the verb and the text before it.
pub fn giving_out(doc: &Document, verb: usize, cue: Span) -> Span {
    let start = verb_start(doc.tok(verb), verb);
    doc.span_of(start..doc.tokens_in(cue).end)
}

/// "expressed *concern about*": the noun that a verb only utters, with content of its own.
fn uttered_noun<'d>(verb: Tok<'d>, end: usize, content: &TokenSet) -> Option<Tok<'d>> {
    let noun = verb
        .child(&["dobj"])
        .filter(|o| UTTERING.contains(&verb.lemma()) && o.i >= end && content.contains(o.i))?;
    let listed = !Cues::get().rows(CuePos::Noun, noun.lemma()).is_empty();
    let goes_on = noun.children().any(|c| {
        c.i > noun.i && content.contains(c.i) && c.dep_in(&["prep", "acl", "ccomp", "relcl"])
    });
    (listed && goes_on).then_some(noun)
}

/// Whether the table of cues lists a verb or an adjective by itself, and not only where quoted words follow
/// ("began").
fn is_cue(word: Tok<'_>) -> bool {
    let pos = match word.pos() {
        Pos::Adj => CuePos::Adjective,
        _ => CuePos::Verb,
    };
    let rows = Cues::get().rows(pos, word.lemma());
    rows.iter()
        .any(|row| row.tail.is_none() && row.class != CueClass::Manner)
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

/// Adjectives, compounds and the article directly before a noun belong to the cue ("no overt mention"),
/// its owner does not, nor who speaks.
fn modified_start(noun: Tok<'_>, bare: usize, source: Option<usize>) -> usize {
    let mut start = bare;
    for part in noun.children().rev().filter(|c| c.i < bare) {
        let own = part.dep_in(&["amod", "compound", "advmod", "neg", "det"]);
        if !own
            || Some(part.i) == source
            || part.pos() == Pos::Propn
            || phrase::rightmost(part) + 1 != start
        {
            break;
        }
        start = phrase::leftmost(part);
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

/// "said *repeatedly*", "spoke *so eloquently* about": adverbs directly behind a verb.
fn with_adverbs(head: Tok<'_>, mut end: usize, content: &TokenSet) -> usize {
    if !matches!(head.pos(), Pos::Verb) {
        return end;
    }
    let adverbs = head
        .children()
        .filter(|c| c.dep() == "advmod" && c.pos() == Pos::Adv && !c.tag().starts_with('W'));
    for adverb in adverbs.filter(|c| !content.contains(c.i)) {
        if phrase::leftmost(adverb) == end && phrase::rightmost(adverb) == adverb.i {
            end = adverb.i + 1;
        }
    }
    end
}

/// "said *Tuesday*": a day directly behind a verb.
fn with_day(head: Tok<'_>, end: usize, content: &TokenSet) -> usize {
    let day = head.children().find(|c| {
        c.i == end
            && c.dep() == "npadvmod"
            && c.pos() == Pos::Propn
            && c.name_label() == "DATE"
            && c.children().next().is_none()
    });
    day.filter(|d| !content.contains(d.i))
        .map_or(end, |d| d.i + 1)
}

/// The preposition between cue and content: "called for", "opposition to".
fn with_preposition(doc: &Document, head: Tok<'_>, end: usize, content: &TokenSet) -> usize {
    let end = with_particle(doc, head, end);
    let end = with_adverbs(head, end, content);
    let end = with_day(head, end, content);
    // "is seen *as*", "were blamed *for*": the link of a passive goes with its verb.
    let link = (end < doc.len()).then(|| doc.tok(end)).filter(|t| {
        matches!(t.lower(), "as" | "for" | "with")
            && t.dep() == "prep"
            && t.head() == Some(head)
            && is_passive(head)
    });
    if let Some(link) = link {
        return link.i + 1;
    }
    let Some(first) = content.tokens().find(|i| *i >= end) else {
        return end;
    };
    let fitting = |t: Tok<'_>| {
        let links = t.dep_in(&["prep", "prt", "dative", "agent"])
            || t.dep() == "mark" && t.lower() == "for";
        links && (t.head() == Some(head) || t.head().is_some_and(|h| h.head() == Some(head)))
    };
    // Marks of quotation may stand between: "called for “an end”".
    let words = phrase::trim_punctuation(doc, end..first);
    let near = words.len() <= 2 && words.start == end && words.clone().all(|i| fitting(doc.tok(i)));
    if near { words.end.max(end) } else { end }
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
    // "*Even* his allies said so": the word that singles them out names nobody.
    if start < head && doc.tok(start).lower() == "even" {
        start += 1;
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
