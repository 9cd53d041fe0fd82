//! Third-person pronouns: agreement decides who may be meant, prominence who is.

use super::entity::{Entities, Entity};
use super::mention::{Gender, Mention, Number, Sort};
use super::{Context, Link};
use crate::document::Tok;
use std::collections::BTreeSet;

/// Below this prominence nobody is chosen.
const FLOOR: i32 = 60;
/// By how much the best must lead.
const MARGIN: i32 = 10;

/// How many sentences back a pronoun may reach.
const REACH: usize = 3;

/// The most prominent entity that agrees, if it leads clearly.
pub fn link(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let near: BTreeSet<usize> = context
        .back(k, REACH)
        .filter_map(|m| entities.of(m))
        .collect();
    let mut scored: Vec<(i32, usize)> = near
        .into_iter()
        .filter_map(|e| Some((prominence(context, entities, k, e)?, e)))
        .collect();
    scored.sort_by_key(|&(score, e)| (std::cmp::Reverse(score), e));
    let &(best, entity) = scored.first()?;
    let lead = scored.get(1).map_or(i32::MAX, |&(second, _)| best - second);
    (best >= FLOOR && lead >= MARGIN).then_some(Link {
        entity,
        reason: "the most prominent that the pronoun agrees with",
    })
}

/// How prominent an entity is at a pronoun; `None` where it cannot be meant.
fn prominence(context: &Context<'_>, entities: &Entities, k: usize, e: usize) -> Option<i32> {
    let pronoun = &context.mentions[k];
    let entity = &entities.list[e];
    let last = entities.last_mention(context.mentions, e, pronoun.head)?;
    let distance = pronoun.sentence - last.sentence;
    let reach = if pronoun.sort == Sort::Person {
        REACH
    } else {
        REACH - 1
    };
    if distance > reach || !agrees(entity, pronoun) {
        return None;
    }
    let tok = context.doc.tok(pronoun.head);
    let speaks = is_speech_subject(context, pronoun.head);
    if speaks && pronoun.sort != Sort::Person && !has_voice(context, entity) {
        return None;
    }
    if is_co_argument(tok, context.doc.tok(last.head)) || speaks_it(context, pronoun, entities, e) {
        return None;
    }
    let mut score = 100 - 25 * distance as i32;
    if last.subject {
        score += 30;
    }
    if entity.named {
        score += 12;
    }
    score += 3 * entity.mentions.len().min(5) as i32;
    if last.quote != pronoun.quote {
        score -= if pronoun.quote.is_none() { 25 } else { 10 };
    }
    if pronoun.subject && last.subject {
        score += 10;
    }
    if distance == 0 {
        score -= ((pronoun.head - last.head) as i32 / 4).min(10);
    }
    if speaks && is_last_speaker(context, entities, pronoun.head, e) {
        score += 45;
    }
    Some(score)
}

fn agrees(entity: &Entity, pronoun: &Mention) -> bool {
    match pronoun.sort {
        Sort::Person => {
            let gender = entity.gender == Gender::Unknown || entity.gender == pronoun.gender;
            gender && entity.number != Number::Plural && entity.sort == Sort::Person
        }
        Sort::Group => entity.number == Number::Plural || entity.sort == Sort::Group,
        _ => entity.number != Number::Plural && entity.sort != Sort::Person,
    }
}

/// Subject and object of one verb are two; only "himself" turns back.
fn is_co_argument(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    if pronoun.lower().ends_with("self")
        || pronoun.lower().ends_with("selves")
        || pronoun.dep() == "poss"
    {
        return false;
    }
    matches!((verb_of(pronoun), verb_of(other)), (Some(a), Some(b)) if a == b)
        // "the minister met with him"
        || pronoun.dep() == "pobj"
            && verb_of(other).is_some()
            && pronoun.head().and_then(Tok::head) == verb_of(other)
}

/// The verb of which a token is subject or object.
fn verb_of(tok: Tok<'_>) -> Option<Tok<'_>> {
    tok.head()
        .filter(|_| tok.dep_in(&["nsubj", "nsubjpass", "dobj", "dative"]))
}

/// In quoted words the speaker is "I", never "he", "it" or "they".
fn speaks_it(context: &Context<'_>, pronoun: &Mention, entities: &Entities, e: usize) -> bool {
    let Some(quote) = pronoun.quote else {
        return false;
    };
    let Some(speaker) = &context.quotes[quote].speaker else {
        return false;
    };
    context
        .mention_at(speaker.head)
        .and_then(|m| entities.of(m))
        == Some(e)
}

/// Whether the pronoun is the one who speaks by a cue ("he added").
fn is_speech_subject(context: &Context<'_>, token: usize) -> bool {
    context.speakers.binary_search(&token).is_ok()
}

/// Whether an entity has spoken before, or is a document: of all things these are what "it said"
/// can mean.
fn has_voice(context: &Context<'_>, entity: &Entity) -> bool {
    let spoke = |&m: &usize| {
        context
            .speakers
            .binary_search(&context.mentions[m].head)
            .is_ok()
    };
    entity.sort == Sort::Document
        || entity.named && entity.sort != Sort::Thing
        || entity.mentions.iter().rev().take(20).any(spoke)
}

/// Whether the last voice before a token was this entity's.
fn is_last_speaker(context: &Context<'_>, entities: &Entities, token: usize, e: usize) -> bool {
    let before = context.speakers.partition_point(|&head| head < token);
    let last = before
        .checked_sub(1)
        .and_then(|i| context.mention_at(context.speakers[i]));
    last.and_then(|m| entities.of(m)) == Some(e)
}
