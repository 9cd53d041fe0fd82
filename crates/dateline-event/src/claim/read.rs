//! Events of a text: triggers, participants, joined; before source, place and time.

use super::Role;
use super::content;
use super::guard;
use super::implied;
use super::mention;
use super::merge::{self, Event};
use super::nominal::{self, Nominal};
use super::phrase::{classes, governed, is_taken_for_granted, lemma_in, semantic_head};
use super::role::{self, Found};
use super::trigger::{self, Body, Hit};
use crate::codebook::Codebook;
use dateline_data::{ClassSet, EventType, Mode, NounClass};
use dateline_span::Span;
use dateline_text::{Coref, Document, Tok};

/// The events of a text, in text order.
pub fn events<'d, 'c>(
    doc: &'d Document,
    coref: &Coref,
    codebook: &'c Codebook,
) -> Vec<Event<'d, 'c>> {
    let mut hits = trigger::find(doc, codebook);
    let fiction = guard::is_about_fiction(doc);
    guard::keep_told_of_violence(&mut hits, fiction);
    let mut echoes = Vec::new();
    hits.retain(|hit| match guard::objection(hit, fiction) {
        Some(_) => {
            if guard::is_presupposed(hit) {
                echoes.push(hit.clone());
            }
            false
        }
        None => true,
    });
    // Who repels an attack does not make it.
    let acts: Vec<(usize, EventType)> = hits
        .iter()
        .filter(|h| matches!(h.body, Body::Verb(_)) && role::repelled(h).is_none())
        .map(|h| (h.head.i, h.entry.kind))
        .collect();
    let untold = untold_happenings(&hits);
    hits.retain(|hit| {
        let echo =
            guard::takes_up(hit) && !is_part_of_act(hit, &acts) && !untold.contains(&hit.head.i);
        if echo {
            echoes.push(hit.clone());
        }
        !echo
    });
    if let Some(first) = first_told_in_passing(&hits, &echoes) {
        let at = hits.partition_point(|h| h.head.i < first.head.i);
        echoes.retain(|e| e.head.i != first.head.i);
        hits.insert(at, first);
    }
    let unreal: Vec<usize> = hits
        .iter()
        .flat_map(|hit| {
            content::roots(hit)
                .into_iter()
                .flat_map(move |root| content::below(root, hit.head))
        })
        .collect();
    hits.retain(|hit| {
        let real =
            is_taken_for_granted(hit.head) || asks_who(hit.head) || !unreal.contains(&hit.head.i);
        if !real && guard::is_presupposed(hit) {
            echoes.push(hit.clone());
        }
        real
    });
    let untold = untold_before_nouns(&hits);
    hits.retain(|hit| {
        let kept = !is_taken_for_granted(hit.head) || untold.contains(&hit.head.i);
        if !kept {
            echoes.push(hit.clone());
        }
        kept
    });
    let mut events: Vec<Event> = hits
        .into_iter()
        .map(|hit| Event {
            mode: hit.mode,
            found: role::assign(&hit, coref),
            joined: outcomes(&hit),
            tied: Vec::new(),
            mentions: Vec::new(),
            hit,
        })
        .collect();
    inherit(&mut events);
    let mut events = merge::join(events);
    merge::tie(&mut events);
    share_occasion(&mut events);
    share_cause(&mut events);
    for event in &mut events {
        // "a suicide bomber *rammed* a van into the gate": the van is not what it is done with.
        let by_hand = event.mode.map(Mode::name) == Some("primitive");
        if event.mode.is_none() {
            event.mode = told_mode(event, codebook);
        } else if by_hand {
            event.mode = suicide_mode(event, codebook).or(event.mode);
        } else if event.mode.map(Mode::name) == Some("firearms") {
            event.mode = crowd_mode(event, codebook).or(event.mode);
        }
        event.found.sort_by_key(|f| f.argument.role);
    }
    merge::lend_modes(&mut events);
    share_mode(&mut events);
    mention::attach(&mut events, &echoes);
    events
}

/// "agreed to find out *who shot down* the airliner": who asks for the doer takes the deed for granted.
fn asks_who(deed: Tok<'_>) -> bool {
    let who = deed
        .child(&["nsubj", "nsubjpass"])
        .is_some_and(|doer| doer.lower() == "who");
    let done = deed.tag() == "VBD" || deed.child(&["aux"]).is_some_and(|aux| aux.tag() == "VBD");
    who && done && deed.dep_in(&["ccomp", "pcomp"])
}

/// Nouns that would take up what was told, where nothing else in the text tells it: "*The assassination* set off riots".
fn untold_happenings(hits: &[Hit<'_, '_>]) -> Vec<usize> {
    let mut untold = Vec::new();
    if !hits.iter().any(guard::is_told_by_what_it_did) {
        return untold;
    }
    let mut told: Vec<&Hit> = hits.iter().filter(|h| !guard::takes_up(h)).collect();
    for hit in hits {
        let known = || {
            told.iter().any(|t| {
                t.entry.kind == hit.entry.kind && mention::modes_fit(t.entry.kind, t.mode, hit.mode)
            })
        };
        if guard::is_told_by_what_it_did(hit) && guard::takes_up(hit) && !known() {
            told.push(hit);
            untold.push(hit.head.i);
        }
    }
    untold
}

/// "has been silent since *his arrest*": where no arrest is told, what happened before or after it tells of it.
fn first_told_in_passing<'d, 'c>(
    hits: &[Hit<'d, 'c>],
    echoes: &[Hit<'d, 'c>],
) -> Option<Hit<'d, 'c>> {
    let told = |h: &Hit<'_, '_>| h.entry.kind == EventType::Coerce;
    let in_passing = |h: &&Hit<'_, '_>| {
        let Body::Noun(nominal) = &h.body else {
            return false;
        };
        let theirs = nominal.possessor.is_some_and(|p| p.tag() == "PRP$");
        let link = nominal
            .carrier
            .head()
            .filter(|_| nominal.carrier.dep() == "pobj");
        told(h)
            && theirs
            && lemma_in(h.head, &["arrest", "capture", "detention", "imprisonment"])
            && link.is_some_and(|l| matches!(l.lower(), "after" | "since" | "following" | "before"))
    };
    if hits.iter().any(told) {
        return None;
    }
    echoes.iter().find(in_passing).cloned()
}

/// Participles before a noun that tell what nothing else in the text does: "two *kidnapped* teachers" where no kidnapping
/// of teachers is told. The others only take up what is told, as those of somebody known do: "the *kidnapped* girls".
fn untold_before_nouns(hits: &[Hit<'_, '_>]) -> Vec<usize> {
    let mut told: Vec<&Hit> = hits
        .iter()
        .filter(|h| !is_taken_for_granted(h.head))
        .collect();
    let mut untold = Vec::new();
    for hit in hits.iter().filter(|h| is_taken_for_granted(h.head)) {
        let known = told.iter().any(|t| {
            t.entry.kind == hit.entry.kind
                && mention::modes_fit(t.entry.kind, t.mode, hit.mode)
                && (!guard::is_new_to_text(hit.head) || is_done_to_alike(t, hit))
        });
        if !known && guard::names_the_sufferer(hit.head) {
            told.push(hit);
            untold.push(hit.head.i);
        }
    }
    untold
}

/// Whether two deeds are done to what the same noun names, or one of them names nobody.
fn is_done_to_alike(one: &Hit<'_, '_>, other: &Hit<'_, '_>) -> bool {
    let noun = |hit: &Hit<'_, '_>| match &hit.body {
        Body::Verb(clause) => clause
            .object
            .map(|o| semantic_head(o.tok).lemma().to_owned()),
        Body::Noun(_) => None,
    };
    noun(one).is_none_or(|n| noun(other).is_none_or(|m| n == m))
}

/// "*The explosions* shook the town": the noun belongs to a verb that tells the same.
fn is_part_of_act(hit: &Hit<'_, '_>, acts: &[(usize, EventType)]) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let governor = match nominal.carrier.dep() {
        "nsubj" | "dobj" | "nsubjpass" => nominal.carrier.head(),
        _ => nominal::adjunct_of(hit.head).map(|(verb, _)| verb),
    };
    !hit.aside && governor.is_some_and(|verb| acts.contains(&(verb.i, hit.entry.kind)))
}

/// Companions that name the event, too: "shot *dead*".
fn outcomes(hit: &Hit<'_, '_>) -> Vec<(Span, &'static str)> {
    let spans = hit.outcomes.iter().map(|c| c.span());
    spans.map(|span| (span, "what came of it")).collect()
}

/// "two were *killed* and one wounded in a mortar attack": by what the last of a row came about, the rest did, too.
fn share_occasion(events: &mut [Event<'_, '_>]) {
    for k in 0..events.len() {
        let head = events[k].hit.head;
        let Some(last) = implied::shares_occasion(head) else {
            continue;
        };
        let kind = events[k].hit.entry.kind;
        let Some(other) = events
            .iter()
            .find(|e| e.hit.head == last && e.hit.entry.kind == kind)
        else {
            continue;
        };
        let told = other.mode.filter(|_| other.hit.mode.is_none());
        let means = |f: &&Found| f.argument.role == Role::Means;
        let shared: Vec<Found> = match events[k].found.iter().any(|f| means(&f)) {
            true => Vec::new(),
            false => other
                .found
                .iter()
                .filter(|f| means(f) && f.argument.head > last.i)
                .map(|f| f.shared_with(last))
                .collect(),
        };
        let event = &mut events[k];
        event.mode = event.mode.or(told);
        event.found.extend(shared);
    }
}

/// "two were killed and nine *hurt* when gunmen fired on a bus": what brought the first harm about brought about the rest
/// of the row.
fn share_cause(events: &mut [Event<'_, '_>]) {
    for k in 0..events.len() {
        let head = events[k].hit.head;
        let caused = |e: &Event<'_, '_>| {
            e.tied
                .iter()
                .any(|(_, why)| *why == merge::Tie::BroughtAbout)
        };
        if head.dep() != "conj" || caused(&events[k]) || !implied::befell_without_more(head) {
            continue;
        }
        let kind = events[k].hit.entry.kind;
        let first = events
            .iter()
            .find(|e| e.hit.head == head.first_conjunct() && e.hit.entry.kind == kind)
            .filter(|e| caused(e) && implied::befell_without_more(e.hit.head));
        let Some(first) = first else { continue };
        let told = first.mode.filter(|_| first.hit.mode.is_none());
        let lacks = |role: Role| events[k].found.iter().all(|f| f.argument.role != role);
        let shared: Vec<Found> = first
            .found
            .iter()
            .filter(|f| {
                matches!(f.argument.role, Role::Actor | Role::Means) && lacks(f.argument.role)
            })
            .map(|f| f.shared_with(first.hit.head))
            .collect();
        let event = &mut events[k];
        event.mode = event.mode.or(told);
        event.found.extend(shared);
    }
}

/// "bombings killed two and *injured* nine", "two were killed and nine *injured* in a shooting": what killed them injured
/// them, too.
fn share_mode(events: &mut [Event<'_, '_>]) {
    let hurts = |e: &Event<'_, '_>| e.hit.entry.frame.name == "harm";
    let suffers = |e: &Event<'_, '_>| matches!(e.hit.entry.frame.name, "harm" | "suffer");
    let by_happening = |e: &Event<'_, '_>| e.mode.filter(|_| suffers(e) && e.hit.mode.is_none());
    for k in 0..events.len() {
        let clause = suffering(events[k].hit.head).filter(|_| suffers(&events[k]));
        let Some(clause) = clause.filter(|_| events[k].mode.is_none()) else {
            continue;
        };
        let first = clause.first_conjunct();
        let mut beside = events
            .iter()
            .filter(|e| suffering(e.hit.head).is_some_and(|o| o.first_conjunct() == first));
        events[k].mode = beside.find_map(by_happening);
    }
    for k in 0..events.len() {
        let head = events[k].hit.head;
        let joined = head.dep() == "conj" && head.child(&["nsubj", "nsubjpass"]).is_none();
        if !joined || events[k].mode.is_some() || !hurts(&events[k]) {
            continue;
        }
        let first = head.first_conjunct();
        let happening = first
            .child(&["nsubj"])
            .is_some_and(|s| classes(s).meets(ClassSet::of(&[NounClass::Event])));
        let kind = events[k].hit.entry.kind;
        let of_first = events
            .iter()
            .find(|e| e.hit.head == first && e.hit.entry.kind == kind && hurts(e));
        if let Some(mode) = of_first.filter(|_| happening).map(|e| e.mode) {
            events[k].mode = mode;
        }
    }
}

/// The word of a clause that says of its subject what befell it: "*were* dead", "were *wounded*", "2 *dead*, 5 wounded".
fn suffering(word: Tok<'_>) -> Option<Tok<'_>> {
    match word.tag() {
        "JJ" if word.dep() == "acomp" => word.head(),
        "JJ" if word.dep() == "ROOT" => Some(word),
        "VBN" if word.dep() == "acl" && word.child(&["dobj"]).is_none() => word.head(),
        "VBN" if word.child(&["dobj"]).is_none() => Some(word),
        _ => None,
    }
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
            // "the killing of farmers *by soldiers* and the abduction of traders"
            .filter(|f| !parent.governs(parent.doc().tok(f.argument.head)))
            .filter(|f| f.argument.role == Role::Actor && lacks(Role::Actor))
            .map(|f| f.shared_with(parent))
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
    // "was found *shot*", "exchanged *fire*": how, though no weapon is named.
    let found_shot = |c: &&Tok<'_>| match c.lower() {
        "shot" => event.hit.head.lemma() == "find",
        "fire" => matches!(event.hit.head.lemma(), "exchange" | "trade"),
        _ => false,
    };
    if let Some(shot) = event.hit.companions.iter().find(found_shot) {
        let known = classes(*shot);
        if let Some(entry) = of_kind().find(|e| known.meets(e.means)) {
            return entry.mode;
        }
    }
    if kind == EventType::Assault {
        return suicide_mode(event, codebook).or_else(|| air_force_mode(event, codebook));
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

/// "a *suicide* bomber killed two": what the doer is called tells how.
fn suicide_mode(event: &Event<'_, '_>, codebook: &Codebook) -> Option<Mode> {
    let doc = event.hit.head.doc();
    let suicidal = |f: &Found| {
        let doer = doc.tok(f.argument.head);
        let by_suicide = |c: Tok<'_>| c.lower() == "suicide" && c.dep_in(&["compound", "nmod"]);
        f.argument.role == Role::Actor && doer.children().any(by_suicide)
    };
    if !event.found.iter().any(suicidal) {
        return None;
    }
    mode_by(event, NounClass::SuicideDevice, codebook)
}

/// "fired a volley of *plastic bullets*": arms against crowds, whatever they are fired from.
fn crowd_mode(event: &Event<'_, '_>, codebook: &Codebook) -> Option<Mode> {
    let doc = event.hit.head.doc();
    let against_crowds = event.found.iter().any(|f| {
        f.argument.role == Role::Means
            && classes(doc.tok(f.argument.head)).has(NounClass::CrowdControl)
    });
    against_crowds.then(|| mode_by(event, NounClass::CrowdControl, codebook))?
}

/// "the air force *struck* a camp": what it strikes or bombs it does from the air.
fn air_force_mode(event: &Event<'_, '_>, codebook: &Codebook) -> Option<Mode> {
    const FROM_THE_AIR: &[&str] = &[
        "attack", "bomb", "destroy", "hit", "pound", "strike", "target",
    ];
    let doc = event.hit.head.doc();
    let by_air_force = event.found.iter().any(|f| {
        let doer = doc.tok(f.argument.head);
        let of_the_air = |c: Tok<'_>| c.lower() == "air" && c.i < doer.i;
        f.argument.role == Role::Actor
            && (doer.lower() == "airforce"
                || doer.lower() == "force" && doer.children().any(of_the_air))
    });
    if !by_air_force || !lemma_in(event.hit.head, FROM_THE_AIR) {
        return None;
    }
    mode_by(event, NounClass::Aircraft, codebook)
}

/// The mode of what such means do.
fn mode_by(event: &Event<'_, '_>, means: NounClass, codebook: &Codebook) -> Option<Mode> {
    let mut entries = codebook.entries().iter();
    entries
        .find(|e| e.kind == event.hit.entry.kind && e.means.has(means))?
        .mode
}

/// The words that say what is asked, refused or threatened: object, what prepositions govern, the
/// verb of the clause and its object.
fn content_words<'d>(hit: &Hit<'d, '_>) -> Vec<Tok<'d>> {
    let mut words = Vec::new();
    let (links, complement) = match &hit.body {
        Body::Verb(clause) => {
            words.extend(clause.object.map(|o| o.tok));
            // "warned residents *to leave*": what others are to do is not what is held out to them.
            let for_others = |c: &Tok<'_>| {
                hit.entry.kind == EventType::Threaten && clause.object.is_some() && c.tag() == "VB"
            };
            (&clause.links, clause.complement.filter(|c| !for_others(c)))
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
        // "an offer *of help*", "calls *for elections*"
        let about = |c: &Tok<'_>| c.dep() == "prep" && matches!(c.lower(), "of" | "for" | "on");
        words.extend(below.children().filter(about).filter_map(governed));
        words.push(semantic_head(below));
    }
    words.retain(|w| !classes(*w).meets(ClassSet::HUMAN));
    // Who threatens a walkout threatens no blow.
    words.retain(|w| w.lemma() != "strike" || !guard::tells_of_labour(*w));
    words
}
