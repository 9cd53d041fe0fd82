//! Who does an armed deed and is nobody in particular: no civilian, whatever word the text has.

use super::{ActorCode, ActorKind};
use crate::claim::phrase::lemma_in;
use crate::factuality::Polarity;
use crate::{Argument, Claim, Role};
use dateline_data::EventType;
use dateline_span::Span;
use dateline_text::{Document, Tok};

/// The words of those who shoot, bomb, kill or abduct somebody in an article's claims, their
/// antecedents included.
pub(super) fn of_armed_deeds(doc: &Document, claims: &[Claim]) -> Vec<Span> {
    let armed = claims.iter().filter(|claim| {
        claim.event.kind == EventType::Assault
            && claim.factuality.polarity == Polarity::Positive
            && is_armed(
                doc.tok(claim.head),
                claim.event.mode.map(|mode| mode.name()),
            )
    });
    // "the *teen*'s shooting": who owns a deed may have suffered it.
    let does = |argument: &&Argument| doc.tok(argument.head).dep() != "poss";
    let doers = armed.flat_map(|claim| claim.with_role(Role::Actor).filter(does));
    doers
        .flat_map(|doer| [Some(doer.span), doer.resolved])
        .flatten()
        .collect()
}

fn is_armed(deed: Tok<'_>, mode: Option<&str>) -> bool {
    const BY_HAND: &[&str] = &[
        "assassinate",
        "behead",
        "hack",
        "kill",
        "murder",
        "shoot",
        "slash",
        "slay",
        "stab",
    ];
    match mode {
        Some("abduct" | "targeted" | "firearms" | "explosives" | "suicide-attack") => true,
        Some("primitive") | None => lemma_in(deed, BY_HAND),
        Some(_) => false,
    }
}

/// "*Unidentified men* threw a grenade", "*the person* who shot her": of whom nothing but that is known.
pub(super) fn is_anybody(doc: &Document, words: Span, code: &ActorCode) -> bool {
    const ANYBODY: &[&str] = &[
        "adult",
        "boy",
        "female",
        "girl",
        "individual",
        "juvenile",
        "male",
        "man",
        "passenger",
        "person",
        "teen",
        "teenager",
        "woman",
        "youth",
    ];
    let head = super::words::head_of(doc, doc.tokens_in(words)).map(|head| doc.tok(head));
    let unknown = |tok: Tok<'_>| {
        tok.children()
            .any(|c| matches!(c.lower(), "unidentified" | "unknown" | "unnamed"))
    };
    code.kind == ActorKind::Description
        && code.sector.as_deref() == Some("CVL")
        && head.is_some_and(|head| {
            lemma_in(head, ANYBODY) || lemma_in(head, &["people"]) && unknown(head)
        })
}
