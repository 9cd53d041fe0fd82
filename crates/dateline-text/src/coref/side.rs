//! Whose mouth: "we" and "our" in quoted words, and who issued a document.

use super::entity::Entities;
use super::mention::{Kind, Sort};
use super::{Context, Link};
use crate::attribution::Attribution;
use crate::document::Tok;
use dateline_data::cues::CuePos;
use dateline_data::{NounClass, noun_classes};

/// The entity that a first-person pronoun in quoted words stands for: "I" the speaker, "we" and
/// "our" the body that the speaker speaks for.
pub fn link(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let quote = context.mentions[k].quote?;
    let speaker = context.quotes[quote].speaker.as_ref()?;
    let spoken = entity_at(context, entities, speaker.head)?;
    if context.mentions[k].sort == Sort::Person {
        return Some(Link {
            entity: spoken,
            reason: "the speaker of the quoted words",
        });
    }
    let entity = match entities.list[spoken].sort {
        Sort::Group => spoken,
        Sort::Document => issuer_of(context, entities, spoken)?,
        _ => affiliation(context, entities, spoken)?,
    };
    Some(Link {
        entity,
        reason: "the side of the speaker of the quoted words",
    })
}

fn entity_at(context: &Context<'_>, entities: &Entities, token: usize) -> Option<usize> {
    let k = context.mention_at(token)?;
    // A speaker named after the quote has no entity yet; the earlier namings tell.
    entities
        .of(k)
        .or_else(|| super::entity::link(context, entities, k).map(|l| l.entity))
        .or_else(|| match context.mentions[k].kind {
            Kind::Pronoun => super::pronoun::link(context, entities, k).map(|l| l.entity),
            Kind::Nominal => super::nominal::link(context, entities, k).map(|l| l.entity),
            Kind::Name => None,
        })
}

/// The body that a person's titles and descriptions name: "head of the Ruvian Union's
/// press office".
fn affiliation(context: &Context<'_>, entities: &Entities, person: usize) -> Option<usize> {
    entities.list[person].mentions.iter().find_map(|&m| {
        let head = context.doc.tok(context.mentions[m].head);
        let described = head
            .children()
            .filter(|c| c.dep_in(&["appos", "compound", "nmod", "prep", "poss"]));
        described
            .flat_map(Tok::subtree)
            .find_map(|t| body_at(context, entities, t))
    })
}

/// The organisation named with this token as head, or that a possessive before an office stands for: "*its* spokesman".
fn body_at(context: &Context<'_>, entities: &Entities, tok: Tok<'_>) -> Option<usize> {
    let k = context.mention_at(tok.i)?;
    let mention = &context.mentions[k];
    // "State Department Spokesperson", read as one name, is an office and no body.
    let office = noun_classes(tok.lower()).has(NounClass::Official);
    if mention.kind == Kind::Pronoun && tok.dep() == "poss" {
        return entities
            .of(k)
            .filter(|&body| entities.list[body].sort == Sort::Group);
    }
    (mention.kind == Kind::Name && mention.sort == Sort::Group && !office)
        .then(|| entities.of(k))
        .flatten()
}

/// Who issued a document, by the first of its mentions that tells.
pub fn issuer_of(context: &Context<'_>, entities: &Entities, document: usize) -> Option<usize> {
    if entities.list[document].sort != Sort::Document {
        return None;
    }
    let mentions = &entities.list[document].mentions;
    mentions
        .iter()
        .find_map(|&m| issuer_at(context, entities, context.doc.tok(context.mentions[m].head)))
        .filter(|&issuer| issuer != document)
}

/// Its possessor, "by X", the subject of the verb that sends it, or who speaks "in a statement".
fn issuer_at(context: &Context<'_>, entities: &Entities, head: Tok<'_>) -> Option<usize> {
    let owner = head.child(&["poss"]).or_else(|| {
        head.children()
            .filter(|c| c.dep_in(&["prep", "agent"]) && matches!(c.lower(), "by" | "from"))
            .find_map(|by| by.child(&["pobj"]))
    });
    let owner = owner
        .or_else(|| sender(head))
        .or_else(|| speaker_within(context, head))?;
    entity_at(context, entities, owner.i)
}

/// "Putin has sent a message": the subject of the verb.
fn sender(document: Tok<'_>) -> Option<Tok<'_>> {
    let verb = document.head().filter(|_| document.dep() == "dobj")?;
    let sends = matches!(
        verb.lemma(),
        "send" | "issue" | "release" | "publish" | "write" | "post" | "deliver" | "make" | "put"
    );
    verb.child(&["nsubj"]).filter(|_| sends)
}

/// "In a statement on Thursday, the ministry confirmed": the source of the clause's cue.
fn speaker_within<'d>(context: &Context<'d>, document: Tok<'d>) -> Option<Tok<'d>> {
    let preposition = document
        .head()
        .filter(|p| document.dep() == "pobj" && p.lower() == "in")?;
    let verb = preposition.head()?;
    let by_verb = |a: &&Attribution| a.is_voice() && a.pos == CuePos::Verb && a.token == verb.i;
    let cue = context.attributions.iter().find(by_verb)?;
    Some(context.doc.tok(cue.source.as_ref()?.head))
}
