//! Events of a text: triggers, participants, joined; before source, place and time.

use super::Role;
use super::content;
use super::guard;
use super::merge::{self, Event};
use super::nominal::Nominal;
use super::phrase::{classes, semantic_head};
use super::role::{self, Found};
use super::trigger::{self, Body, Hit};
use crate::codebook::Codebook;
use dateline_data::{ClassSet, EventType, Mode};
use dateline_text::{Coref, Document, Tok};

/// The events of a text, in text order.
pub fn events<'d, 'c>(
    doc: &'d Document,
    coref: &Coref,
    codebook: &'c Codebook,
) -> Vec<Event<'d, 'c>> {
    let mut hits = trigger::find(doc, codebook);
    hits.retain(|hit| guard::objection(hit).is_none());
    let unreal: Vec<usize> = hits
        .iter()
        .flat_map(|hit| {
            content::roots(hit)
                .into_iter()
                .flat_map(move |root| content::below(root, hit.head))
        })
        .collect();
    hits.retain(|hit| !unreal.contains(&hit.head.i));
    let mut events: Vec<Event> = hits
        .into_iter()
        .map(|hit| Event {
            mode: hit.mode,
            found: role::assign(&hit, coref),
            hit,
            joined: Vec::new(),
        })
        .collect();
    inherit(&mut events);
    let mut events = merge::join(events);
    for event in &mut events {
        if event.mode.is_none() {
            event.mode = told_mode(event, codebook);
        }
        event.found.sort_by_key(|f| f.argument.role);
    }
    events
}

/// What a list's first noun has, its later ones have too: "launched assaults, including a *raid*".
fn inherit(events: &mut [Event<'_, '_>]) {
    for k in 0..events.len() {
        let Body::Noun(Nominal {
            parent: Some(parent),
            ..
        }) = &events[k].hit.body
        else {
            continue;
        };
        let parent = semantic_head(*parent);
        let from = events
            .iter()
            .find(|e| e.hit.head == parent && e.hit.entry.kind == events[k].hit.entry.kind);
        let Some(from) = from else { continue };
        let lacks = |role: Role| events[k].found.iter().all(|f| f.argument.role != role);
        let taken: Vec<Found> = from
            .found
            .iter()
            .filter(|f| f.argument.role == Role::Actor && lacks(Role::Actor))
            .map(|f| Found {
                argument: f.argument.clone(),
                path: format!("{}, shared with “{}”", f.path, parent.text()),
            })
            .collect();
        events[k].found.extend(taken);
    }
}

/// The mode that means or content tell where words leave it open.
fn told_mode(event: &Event<'_, '_>, codebook: &Codebook) -> Option<Mode> {
    let doc = event.hit.head.doc();
    let kind = event.hit.entry.kind;
    let of_kind = || {
        codebook
            .entries()
            .iter()
            .filter(move |e| e.kind == kind && e.mode.is_some())
    };
    let means = event
        .found
        .iter()
        .filter(|f| f.argument.role == Role::Means);
    for weapon in means {
        let known = classes(doc.tok(weapon.argument.head));
        if let Some(entry) = of_kind().find(|e| known.meets(e.means)) {
            return entry.mode;
        }
    }
    if kind == EventType::Assault {
        return None;
    }
    let content = content_words(&event.hit);
    content.iter().find_map(|word| {
        of_kind()
            .find(|e| {
                e.content
                    .iter()
                    .any(|c| **c == *word.lemma() || **c == *word.lower())
            })?
            .mode
    })
}

/// The words that say what is asked, refused or threatened: object, what prepositions govern, the
/// verb of the clause and its object.
fn content_words<'d>(hit: &Hit<'d, '_>) -> Vec<Tok<'d>> {
    let mut words = Vec::new();
    let (links, complement) = match &hit.body {
        Body::Verb(clause) => {
            words.extend(clause.object.map(|o| o.tok));
            (&clause.links, clause.complement)
        }
        Body::Noun(nominal) => (&nominal.links, trigger::noun_clause(nominal.noun)),
    };
    words.extend(links.iter().filter_map(|(_, object)| *object));
    words.extend(complement);
    for k in 0..words.len() {
        let below = words[k];
        words.extend(
            below
                .children()
                .filter(|c| c.dep_in(&["dobj", "pobj", "conj", "xcomp", "attr", "acomp"])),
        );
        words.push(semantic_head(below));
    }
    words.retain(|w| !classes(*w).meets(ClassSet::HUMAN));
    words
}
