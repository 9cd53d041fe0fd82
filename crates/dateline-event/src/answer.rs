//! Claims that answer each other: who denies, confirms, corrects or repeats what was said before.
//!
//! An answer needs a claim of its own: "has not officially responded" is none. Incidents keep a
//! denial apart from the report that it denies; here the two are linked.

use crate::claim::{Argument, Claim, Role};
use crate::correction::rejects;
use crate::denial::{Denial, denials};
use crate::{Incident, Layers, Polarity, Tense};
use dateline_span::Span;
use dateline_text::{Pos, Tok};

/// How a claim answers another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AnswerKind {
    /// A source says that it was not so.
    Denies,
    /// A source says expressly that it was so.
    Confirms,
    /// A source puts right what was said.
    Corrects,
    /// The same is told again.
    Repeats,
}

impl AnswerKind {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            AnswerKind::Denies => "denies",
            AnswerKind::Confirms => "confirms",
            AnswerKind::Corrects => "corrects",
            AnswerKind::Repeats => "repeats",
        }
    }
}

/// One claim answers another of the same article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// Index of the claim that answers.
    pub from: usize,
    /// Index of the claim that is answered.
    pub to: usize,
    /// How.
    pub kind: AnswerKind,
    /// The sentence in which it answers.
    pub passage: Span,
}

/// Cues that say of a claim that it is so.
const CONFIRMING: [&str; 6] = [
    "confirm",
    "corroborate",
    "acknowledge",
    "admit",
    "verify",
    "concede",
];

/// Cues that put a claim right.
const CORRECTING: [&str; 5] = ["correct", "clarify", "revise", "retract", "amend"];

/// The answers among the claims of an article, by the claim that answers.
pub fn answers(layers: &Layers<'_>, claims: &[Claim], incidents: &[Incident]) -> Vec<Answer> {
    let mut found = Vec::new();
    let denials = denials(layers, claims);
    for (from, claim) in claims.iter().enumerate() {
        let answer = if let Some(denial) = denial_of(&denials, claims, claim) {
            Some((denial.claim, AnswerKind::Denies))
        } else if claim.factuality.polarity == Polarity::Negative {
            // "Don't shoot" and "will not attack" deny nothing that was told.
            let of_now = matches!(claim.factuality.tense, Tense::Past | Tense::Ongoing);
            let to = denied(layers, claims, from).filter(|_| of_now);
            to.map(|to| (to, AnswerKind::Denies))
        } else {
            taken_up(layers, claims, incidents, from)
        };
        found.extend(answer.map(|(to, kind)| Answer {
            from,
            to,
            kind,
            passage: claim.evidence,
        }));
    }
    found
}

/// The denial that a claim is: of what its noun takes up, or else the word of denying itself.
fn denial_of<'a>(denials: &'a [Denial], claims: &[Claim], claim: &Claim) -> Option<&'a Denial> {
    let negative = |c: &Claim, d: &Denial| {
        (c.head == d.object || c.head == d.verb) && c.factuality.polarity == Polarity::Negative
    };
    denials.iter().find(|d| {
        negative(claim, d) || claim.head == d.verb && !claims.iter().any(|c| negative(c, d))
    })
}

/// The report that a denial denies: the nearest before it, else the first after.
fn denied(layers: &Layers<'_>, claims: &[Claim], from: usize) -> Option<usize> {
    let denial = &claims[from];
    let by_somebody = denial.source.links.len() > 1;
    let fits = |to: &usize| asserts(&claims[*to]) && alike(layers, denial, &claims[*to]);
    let before = (0..from).rev().find(fits);
    let mut after = from + 1..claims.len();
    before.or_else(|| after.find(fits)).filter(|_| by_somebody)
}

/// Whether a claim says that something was so.
pub fn asserts(claim: &Claim) -> bool {
    claim.factuality.polarity == Polarity::Positive
        && !matches!(claim.factuality.tense, Tense::Future | Tense::Hypothetical)
}

/// The claim that one of the same incident, or expressly one like it, takes up.
fn taken_up(
    layers: &Layers<'_>,
    claims: &[Claim],
    incidents: &[Incident],
    from: usize,
) -> Option<(usize, AnswerKind)> {
    let claim = &claims[from];
    let kind = expressly(layers, claim);
    let incident = incidents.iter().find(|i| i.claims.contains(&from))?;
    let together = |to: usize| incident.claims.contains(&to);
    let elsewhere = |to: &usize| claims[*to].evidence != claim.evidence;
    let positive = |to: &usize| claims[*to].factuality.polarity == Polarity::Positive;
    let like = |to: &usize| {
        positive(to)
            && elsewhere(to)
            && (together(*to)
                || (kind.is_some() || rejects(layers, claim, &claims[*to]))
                    && alike(layers, claim, &claims[*to]))
    };
    let to = (0..from).rev().find(like)?;
    let told_again = claim.factuality.polarity == Polarity::Positive;
    match kind {
        Some(kind) => Some((to, kind)),
        None if rejects(layers, claim, &claims[to]) => Some((to, AnswerKind::Corrects)),
        None => (told_again && together(to)).then_some((to, AnswerKind::Repeats)),
    }
}

/// What the cue of the innermost source says that it does with a claim.
fn expressly(layers: &Layers<'_>, claim: &Claim) -> Option<AnswerKind> {
    let cue = claim.source.innermost().cue?;
    let mut tokens = layers.doc.range(layers.doc.tokens_in(cue));
    tokens.find_map(|t| match t.lemma() {
        lemma if CONFIRMING.contains(&lemma) => Some(AnswerKind::Confirms),
        lemma if CORRECTING.contains(&lemma) => Some(AnswerKind::Corrects),
        _ => None,
    })
}

/// Whether two claims speak of the same thing: one type of event, nobody named who differs, and
/// somebody or the word in common.
fn alike(layers: &Layers<'_>, one: &Claim, two: &Claim) -> bool {
    if one.event.kind != two.event.kind {
        return false;
    }
    let sides: [&[Role]; 2] = [&[Role::Actor], &[Role::Recipient, Role::Victim]];
    let mut shared = layers.doc.tok(one.head).lemma() == layers.doc.tok(two.head).lemma();
    let (mut other_doers, mut one_party) = (false, false);
    for side in sides {
        let of = |c: &'_ Claim| -> Vec<Argument> {
            let on_side = c.arguments.iter().filter(|a| side.contains(&a.role));
            on_side.cloned().collect()
        };
        let (ours, theirs) = (of(one), of(two));
        let same = ours
            .iter()
            .any(|a| theirs.iter().any(|b| same_party(layers, a, b)));
        let named = |all: &[Argument]| all.iter().any(|a| is_named(layers, a));
        if !same && named(&ours) && named(&theirs) {
            return false;
        }
        other_doers |= side == [Role::Actor] && !same && doers_differ(layers, &ours, &theirs);
        one_party |= same;
        shared |= same;
    }
    // The military that has not fired denies no shots of the police.
    shared && (one_party || !other_doers) && !places_differ(layers, one, two)
}

/// Whether both name doers, by different common nouns.
fn doers_differ(layers: &Layers<'_>, ours: &[Argument], theirs: &[Argument]) -> bool {
    let other = |a: &Argument, b: &Argument| {
        let (a, b) = (layers.doc.tok(a.head), layers.doc.tok(b.head));
        a.pos() == Pos::Noun && b.pos() == Pos::Noun && a.lemma() != b.lemma()
    };
    !ours.is_empty()
        && !theirs.is_empty()
        && ours.iter().all(|a| theirs.iter().all(|b| other(a, b)))
}

fn is_named(layers: &Layers<'_>, argument: &Argument) -> bool {
    argument.resolved.is_some() || !proper_nouns(layers, argument).is_empty()
}

/// "the village of Kalem" is named by "Kalem".
fn proper_nouns<'d>(layers: &Layers<'d>, argument: &Argument) -> Vec<&'d str> {
    let tokens = layers.doc.range(layers.doc.tokens_in(argument.span));
    tokens
        .filter(|t| t.pos() == Pos::Propn && !owns(*t))
        .map(|t| t.lower())
        .collect()
}

/// "*Okello*'s cousin" is not Okello.
fn owns(tok: Tok<'_>) -> bool {
    let name = if tok.dep() == "compound" {
        tok.head().unwrap_or(tok)
    } else {
        tok
    };
    name.dep() == "poss" && name.name_label() == "PERSON"
}

/// Whether two participants are known to be one, or share a name.
pub fn same_party(layers: &Layers<'_>, one: &Argument, two: &Argument) -> bool {
    let text = layers.doc.text();
    let name = |a: &Argument| bare(a.resolved.unwrap_or(a.span).slice(text));
    let (ours, theirs) = (proper_nouns(layers, one), proper_nouns(layers, two));
    layers.coref.same(one.head, two.head)
        || name(one) == name(two)
        || ours.iter().any(|n| theirs.contains(n))
}

fn places_differ(layers: &Layers<'_>, one: &Claim, two: &Claim) -> bool {
    let name = |c: &Claim| {
        let place = c.place.as_ref()?;
        let named = layers.doc.tok(place.head).pos() == Pos::Propn;
        named.then(|| bare(place.span.slice(layers.doc.text())))
    };
    let within = |c: &Claim, name: &str| {
        let mut larger = c.place.iter().flat_map(|p| &p.within);
        larger.any(|w| bare(w.slice(layers.doc.text())) == name)
    };
    match (name(one), name(two)) {
        (Some(a), Some(b)) => a != b && !within(one, &b) && !within(two, &a),
        _ => false,
    }
}

/// In lower case, without the article.
fn bare(words: &str) -> String {
    let words = words.to_lowercase();
    words.strip_prefix("the ").unwrap_or(&words).to_owned()
}
