//! How sure the reading is that a claim's event is told at its trigger: a number in [0, 1].
//!
//! It is about the coding, not about the world: a firm denial may be read with confidence. What
//! fired, how the parse bears it out and what speaks against it give points; a logistic
//! curve turns their sum into the share of such claims that annotators marked, too (see the table of
//! reliability in `docs/accuracy.md`).

use super::merge::Event;
use super::phrase::{classes, lemma_in};
use super::trigger::{self, Body};
use super::{Argument, Role};
use crate::factuality::{Factuality, Tense};
use dateline_data::EventType;
use dateline_text::Pos;

/// Slope and height of the curve. The points were set so that these fit: a regression on the
/// development data gives 0.90 and -0.05, no better by two in a thousand.
const SLOPE: f64 = 1.0;
const HEIGHT: f64 = 0.0;

/// What a sign is worth, and how it reads.
type Sign = (f64, &'static str);

/// The confidence of an event, and the signs that speak for and against it.
pub fn of(
    event: &Event<'_, '_>,
    arguments: &[Argument],
    factuality: Factuality,
    placed_or_dated: bool,
) -> (f64, Vec<&'static str>) {
    let signs: Vec<Sign> = [
        pattern_signs(event),
        participant_signs(event, arguments, placed_or_dated),
        telling_signs(event, factuality),
        parse_signs(event),
    ]
    .concat();
    let points: f64 = signs.iter().map(|(points, _)| points).sum();
    let share = 1.0 / (1.0 + (-(SLOPE * points + HEIGHT)).exp());
    // Two decimals: more would say more than the fit knows.
    let rounded = (share * 100.0).round() / 100.0;
    (rounded, signs.into_iter().map(|(_, sign)| sign).collect())
}

fn pattern_signs(event: &Event<'_, '_>) -> Vec<Sign> {
    let mut signs = Vec::new();
    match event.hit.pattern.specificity() {
        0 => {}
        1 | 2 => signs.push((0.2, "its pattern asks for company")),
        _ => signs.push((0.3, "its pattern asks for much")),
    }
    if event.hit.rival {
        signs.push((-0.5, "another type fits as well"));
    }
    if event.hit.entry.needs.is_some() {
        signs.push((-0.2, "the words alone do not tell it"));
    }
    signs
}

fn participant_signs(
    event: &Event<'_, '_>,
    arguments: &[Argument],
    placed_or_dated: bool,
) -> Vec<Sign> {
    let doc = event.hit.head.doc();
    let mut signs = Vec::new();
    let filled = |role: Role| arguments.iter().find(|a| a.role == role);
    for (role, sign) in [(Role::Actor, "an actor"), (Role::Recipient, "a recipient")] {
        match filled(role) {
            Some(a) if classes(doc.tok(a.head)).is_empty() => {}
            Some(_) => signs.push((0.3, sign)),
            None => {}
        }
    }
    if filled(Role::Victim).is_some() || filled(Role::Means).is_some() {
        signs.push((0.3, "a victim or means"));
    }
    if arguments.is_empty() {
        signs.push((-0.4, "no participant"));
    }
    if placed_or_dated {
        signs.push((0.2, "a place or time of its own"));
    }
    signs
}

fn telling_signs(event: &Event<'_, '_>, factuality: Factuality) -> Vec<Sign> {
    let mut signs = Vec::new();
    match event.joined.len() {
        0 => {}
        1 => signs.push((0.4, "another word of the sentence tells it")),
        _ => signs.push((0.7, "several words of the sentence tell it")),
    }
    match event.mentions.len() {
        0 => {}
        1 => signs.push((0.4, "the article takes it up again")),
        _ => signs.push((0.7, "the article comes back to it")),
    }
    if matches!(factuality.tense, Tense::Hypothetical | Tense::Habitual) {
        signs.push((-0.4, "no single happening"));
    }
    if matches!(
        event.hit.entry.kind,
        EventType::Request | EventType::Accuse | EventType::Threaten
    ) {
        signs.push((-0.6, "speech acts are told in passing"));
    }
    signs
}

fn parse_signs(event: &Event<'_, '_>) -> Vec<Sign> {
    const LONG: usize = 45;
    let head = event.hit.head;
    let mut signs = Vec::new();
    match &event.hit.body {
        Body::Verb(_) if head.pos() == Pos::Verb => signs.push((0.2, "a verb")),
        Body::Noun(nominal) if nominal.support.is_none() => {
            signs.push((-0.2, "a noun without a verb of its own"));
        }
        _ => {}
    }
    if head.doc().sentences()[head.sentence()].tokens.len() > LONG {
        signs.push((-0.2, "a long sentence"));
    }
    if head.dep() == "dep" || trigger::is_headline(head) {
        signs.push((-0.2, "an uncertain parse"));
    }
    if lemma_in(head, &["call", "say", "make", "take", "be"]) {
        signs.push((-0.2, "a word of many meanings"));
    }
    signs
}
