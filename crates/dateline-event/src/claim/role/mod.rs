//! Who plays which part: a frame's functions looked up in the grammar around a trigger.

mod actor;
mod filler;
mod means;
mod recipient;

use crate::claim::frame::Function;
use crate::claim::phrase::{classes, is, is_hedged, may_act, semantic_head};
use crate::claim::trigger::{Body, Hit};
use crate::claim::{Argument, Role, implied, nominal, phrase};
use actor::{ASSAULTS, actor_of, attacker_of, driven_off, is_said_as_place, names_building};
pub(crate) use actor::{is_scene_of_article, names_division};
use dateline_data::{
    ActorTable, ClassSet, EventType, NounClass, QuadClass, is_country, is_seat_of_government,
};
use dateline_text::phrase::{has_to, names_none};
use dateline_text::{Coref, Pos, Tok};
use filler::filler;
use means::{RAMMING, means};
pub(super) use recipient::is_time;
use recipient::{
    counted_people, handed_to, is_counted_captive, left_without, promised_help, recipient_of,
    refused_company, struck_body, taken_captive, threatened_with_deed, wanted_by_warrant,
    whose_offer, whose_property, whose_release, whose_throat,
};

/// A participant found, with the path that led to it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The participant.
    pub argument: Argument,
    /// The way through the tree, as a person would say it.
    pub path: String,
}

impl Found {
    /// The same participant for another verb, which has it from `owner`.
    pub fn shared_with(&self, owner: Tok<'_>) -> Self {
        Self {
            argument: self.argument.clone(),
            path: format!("{}, shared with “{}”", self.path, owner.text()),
        }
    }
}

const CARRIERS: ClassSet =
    ClassSet::of(&[NounClass::Vehicle, NounClass::Aircraft, NounClass::Drone]);

/// The participants of a hit: actor, recipient, means. `coref` says what pronouns stand for, so that
/// a bomb called "it" is no actor.
pub fn assign(hit: &Hit<'_, '_>, coref: &Coref) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    // "raising the toll to 16": whoever raises or tells a number takes no part in what it counts.
    if crate::casualty::tells_number(hit.head) {
        return found;
    }
    let frame = hit.entry.frame;
    let (actor_functions, recipient_functions) = match hit.body {
        Body::Verb(_) => (frame.verb_actor, frame.verb_recipient),
        Body::Noun(_) => (frame.noun_actor, frame.noun_recipient),
    };
    let free = |found: &[Found], candidate: &Found| {
        let head = candidate.argument.head;
        !hit.companions
            .iter()
            .any(|c| c.i == head && !is_counted_captive(*c))
            && !found.iter().any(|f| f.argument.head == head)
    };
    // "the toll was given by the *minister*", "*the dead* included a nun", "arson, some of *which* …": none did it.
    let told_of = matches!(hit.head.lemma(), "include" | "toll");
    let acts = |f: &Found| {
        let named = hit.head.doc().tok(f.argument.head);
        // "*suspicion* fell on them": whose it is is not told.
        let nobodys = named.lemma() == "suspicion";
        if told_of
            || nobodys
            || matches!(named.tag(), "WDT") && named.dep() == "pobj"
            || asks_who(named)
        {
            return false;
        }
        let meant = referent(hit.head.doc().tok(f.argument.head), coref);
        free(&[], f) && (meant.i == f.argument.head || may_act(meant))
    };
    let actor_functions = match is_said_by_name_before(hit) {
        true => &[
            Function::After("by"),
            Function::Possessor,
            Function::After("from"),
            Function::Modifier,
        ][..],
        false => actor_functions,
    };
    // "fell *to the rebels*", "fell into the hands *of the rebels*": they took it.
    let falls = hit.entry.kind == EventType::Coerce
        && hit.head.lemma() == "fall"
        && matches!(hit.body, Body::Verb(_));
    let actor_functions = match falls {
        true => &[Function::After("to"), Function::Within("of")][..],
        false => actor_functions,
    };
    let (actor_functions, recipient_functions) = match undergoes(hit) {
        // "*Kalem* received food from Peru"
        true if hit.entry.kind == EventType::Aid => {
            (&[Function::After("from")][..], &[Function::Subject][..])
        }
        true => (&[][..], &[Function::Subject][..]),
        false => (actor_functions, recipient_functions),
    };
    // "told the paper that *Ruvia* must withdraw", "ordered *the port* to be closed": not the paper's duty.
    let obliged = hit
        .pattern
        .clause
        .as_ref()
        .is_some_and(|clause| clause.obliging || clause.done);
    let recipient_functions = match obliged && matches!(hit.body, Body::Verb(_)) {
        true => &[Function::ClauseSubject][..],
        false => recipient_functions,
    };
    // "clashed with *police* at a funeral"
    let clashes = frame.name == "crowd" && phrase::lemma_in(hit.head, &["clash", "scuffle"]);
    let recipient_functions = match clashes && matches!(hit.body, Body::Verb(_)) {
        true => &[Function::After("with"), Function::After("against")][..],
        false => recipient_functions,
    };
    // "a boycott *of Ruvian shops*": they are shunned, and shun nobody.
    let shunned = hit.head.lemma() == "boycott" && matches!(hit.body, Body::Noun(_));
    let (actor_functions, recipient_functions) = match shunned {
        true => (
            &[
                Function::After("by"),
                Function::Possessor,
                Function::Subject,
                Function::Modifier,
            ][..],
            &[Function::After("of"), Function::After("against")][..],
        ),
        false => (actor_functions, recipient_functions),
    };
    let by_itself = implied::is_end_of_talks(hit);
    let actor_functions = if by_itself { &[][..] } else { actor_functions };
    let actor = implied::sides_of_talks(hit)
        .filter(|_| by_itself)
        .or_else(|| whose_words(hit))
        .or_else(|| first(hit, actor_functions, acts, actor_of))
        .or_else(|| first(hit, actor_functions, acts, document_of))
        .or_else(|| implied::actor(hit).filter(acts));
    found.extend(actor);
    let turns_back = |f: &Found| {
        let meant = referent(hit.head.doc().tok(f.argument.head), coref);
        meant.i != f.argument.head && found.iter().any(|a| coref.same(a.argument.head, meant.i))
    };
    let suffers = |f: &Found| {
        free(&found, f)
            && !goes_off(hit, f, coref)
            && !turns_back(f)
            && !asks_who(hit.head.doc().tok(f.argument.head))
    };
    let beaten = repelled(hit).map(|attack| attacker_of(attack));
    // "rejected *Ruvia's* demand for it": whose offer it is goes before what it is about.
    let refused = (hit.entry.kind == EventType::Reject).then(|| whose_offer(hit));
    let recipient = implied::target(hit)
        .or(refused.flatten())
        .filter(suffers)
        .or_else(|| whose_throat(hit).filter(suffers))
        .or_else(|| beaten.clone().flatten().filter(suffers))
        .or_else(|| {
            let open = beaten.is_none();
            open.then(|| first(hit, recipient_functions, suffers, recipient_of))?
        })
        .or_else(|| counted_people(hit).filter(suffers))
        .or_else(|| driven_off(hit).filter(suffers))
        .or_else(|| taken_captive(hit).filter(suffers))
        .or_else(|| threatened_with_deed(hit).filter(suffers))
        .or_else(|| whose_offer(hit).filter(suffers))
        .or_else(|| whose_property(hit).filter(suffers))
        .or_else(|| whose_release(hit).filter(suffers))
        .or_else(|| wanted_by_warrant(hit).filter(suffers))
        .or_else(|| refused_company(hit).filter(suffers))
        .or_else(|| promised_help(hit).filter(suffers))
        .or_else(|| left_without(hit).filter(suffers))
        .or_else(|| handed_to(hit).filter(suffers))
        .or_else(|| struck_body(hit))
        .or_else(|| implied::recipient(hit).filter(suffers))
        .or_else(|| implied::whose_life(hit).filter(suffers))
        .or_else(|| implied::found_body(hit));
    found.extend(recipient);
    add_listed(hit, &mut found);
    let by_force = hit.entry.kind.quad() == QuadClass::MaterialConflict;
    let means = if by_force {
        means(hit, coref)
    } else {
        Vec::new()
    };
    // "with a *truck* bomb": one means, and not a truck beside it.
    let within = |tok: Tok<'_>| {
        tok.dep_in(&["compound", "nmod"])
            && means.iter().any(|(whole, _)| tok.head() == Some(*whole))
    };
    for (tok, path) in means.iter().filter(|(tok, _)| !within(*tok)) {
        let (tok, path) = (*tok, path.clone());
        // "no *weapon* was recovered": what is taken is no means of taking it.
        let taken = hit.entry.kind == EventType::Coerce
            && matches!(&hit.body, Body::Verb(c) if c.object.is_some_and(|o| o.tok == tok));
        if taken {
            continue;
        }
        // "sent troops *and planes*": the planes are sent, and nothing is done with them.
        let sent = found.iter().any(|f| {
            f.argument.role == Role::Recipient
                && tok.dep() == "conj"
                && f.argument.span.contains(tok.span())
        });
        if sent {
            continue;
        }
        if !found
            .iter()
            .any(|f| f.argument.head == semantic_head(tok).i)
        {
            found.push(Found {
                argument: argument(Role::Means, tok, false),
                path,
            });
        }
    }
    found
}

/// "answered *Taliban* calls for help", "renewed *Republican* demands": whose words they are stands before them, and the
/// subject of the verb need not share them.
fn is_said_by_name_before(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let spoken = match hit.entry.kind {
        EventType::Request | EventType::Reject | EventType::Threaten => true,
        EventType::Accuse => hit.entry.mode.is_some_and(|m| m.name() == "disapprove"),
        _ => false,
    };
    spoken
        && nominal
            .modifiers
            .iter()
            .any(|m| !matches!(m.name_label(), "GPE" | "LOC") && is_agent_before(nominal.noun, *m))
}

/// "echoed *Republican* demands for it", "renewed *Kurdish* calls": whose words they are, not whoever or whatever renews
/// them.
fn whose_words(hit: &Hit<'_, '_>) -> Option<Found> {
    const WORDS: &[&str] = &[
        "appeal",
        "call",
        "criticism",
        "demand",
        "request",
        "threat",
        "warning",
    ];
    const TAKING_UP: &[&str] = &[
        "answer", "echo", "fuel", "heed", "prompt", "provoke", "renew", "revive", "spark",
        "trigger",
    ];
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    if !phrase::lemma_in(clause.verb, TAKING_UP) {
        return None;
    }
    let words = hit
        .companions
        .iter()
        .find(|c| phrase::lemma_in(**c, WORDS))?;
    let name = words.children().find(|m| {
        m.dep_in(&["amod", "compound", "nmod"])
            && m.name_label() == "NORP"
            && is_agent_before(*words, *m)
    })?;
    Some(Found {
        argument: argument(Role::Actor, name, true),
        path: format!("modifier of “{}”", words.text()),
    })
}

/// "It is not known *who* did it", "*which one* was freed": a question names nobody.
fn asks_who(tok: Tok<'_>) -> bool {
    let interrogative = tok.tag() == "WP"
        && tok.head().is_some_and(|v| {
            v.dep() != "relcl" && tok.dep_in(&["nsubj", "nsubjpass", "dobj"]) && tok.i < v.i
        });
    let which = |c: Tok<'_>| c.dep() == "det" && matches!(c.lower(), "which" | "what" | "whose");
    interrogative || tok.children().any(which)
}

/// "*Okello* pleaded guilty", "*the firm* faces charges": courts and police act, and whoever is the
/// subject undergoes it.
pub(super) fn undergoes(hit: &Hit<'_, '_>) -> bool {
    const UNDERGOING: &[&str] = &[
        "plead", "receive", "serve", "face", "get", "confess", "undergo", "stand", "confront",
        "be", "remain", "spend", "languish",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    // "*The patrol* came under fire"
    let under_fire = phrase::lemma_in(clause.verb, &["come", "be", "remain"])
        && hit.entry.kind == EventType::Assault
        && !clause.passive
        && clause.links.iter().any(|(link, _)| link.lower() == "under");
    // "*Residents* fled their homes"
    let driven_out =
        hit.entry.kind == EventType::Sanction && phrase::lemma_in(clause.verb, &["flee"]);
    // "*The bank* suffered damage"
    let damaged = hit.entry.kind == EventType::Assault
        && phrase::lemma_in(clause.verb, &["suffer", "sustain"])
        && !clause.passive
        && hit.companions.iter().any(|c| c.lemma() == "damage");
    // "*Kalem* received food from Peru"
    let given = hit.entry.kind == EventType::Aid
        && phrase::lemma_in(clause.verb, &["receive"])
        && !clause.passive;
    // "*The hostages* regained their freedom"
    let freed = hit.entry.kind == EventType::Retreat
        && phrase::lemma_in(clause.verb, &["regain", "recover"]);
    if under_fire || driven_out || damaged || given || freed {
        return true;
    }
    // "*a bus* ran over a mine", "*their vehicle* hit an explosive device"
    let onto = phrase::lemma_in(
        clause.verb,
        &["hit", "strike", "drive", "run", "step", "ride"],
    );
    let over = clause
        .links
        .iter()
        .filter(|(link, _)| matches!(link.lower(), "over" | "on" | "onto"))
        .filter_map(|(_, object)| *object);
    let mine = ClassSet::of(&[NounClass::Explosive]);
    let set_off = hit.entry.kind == EventType::Assault
        && onto
        && !clause.passive
        && over
            .chain(clause.object.map(|o| o.tok))
            .any(|o| is(o, mine));
    if set_off {
        return true;
    }
    // "*The widow* received death threats", "a threat received *by the bank*"
    let threatened = hit.entry.kind == EventType::Threaten
        && phrase::lemma_in(clause.verb, &["receive", "get", "face"]);
    if threatened && !hit.companions.is_empty() {
        return true;
    }
    // "*She* was critical of the plan": who minds something does it.
    let minds = hit.entry.mode.is_some_and(|m| m.name() == "disapprove")
        && phrase::lemma_in(clause.verb, &["be", "remain"]);
    if minds {
        return false;
    }
    // "*He* went on trial"
    let tried = hit.entry.kind == EventType::Accuse && phrase::lemma_in(clause.verb, &["go"]);
    matches!(
        hit.entry.kind,
        EventType::Sanction | EventType::Coerce | EventType::Accuse
    ) && !clause.passive
        && !hit.companions.is_empty()
        && (tried
            || phrase::lemma_in(clause.verb, UNDERGOING)
            || hit.entry.kind == EventType::Accuse
                && phrase::lemma_in(clause.verb, &["deny", "contest"]))
}

/// Further members of a participant's phrase, each as a participant of its own.
fn add_listed(hit: &Hit<'_, '_>, found: &mut Vec<Found>) {
    for k in 0..found.len() {
        let (role, head) = (
            found[k].argument.role,
            hit.head.doc().tok(found[k].argument.head),
        );
        for (member, how) in phrase::listed(head) {
            let inside = found[k].argument.span.contains(member.span());
            if inside && how == "included in" || found.iter().any(|f| f.argument.head == member.i) {
                continue;
            }
            found.push(Found {
                argument: argument(role, member, false),
                path: format!("{how} “{}”", head.text()),
            });
        }
    }
}

/// What a pronoun stands for; any other word itself.
fn referent<'d>(tok: Tok<'d>, coref: &Coref) -> Tok<'d> {
    let head = semantic_head(tok);
    if head.pos() != Pos::Pron {
        return tok;
    }
    coref
        .antecedent(head.i)
        .map_or(tok, |a| tok.doc().tok(a.head))
}

/// "detonated *the device*", "*they* exploded": what goes off is the means, nobody's target.
fn goes_off(hit: &Hit<'_, '_>, found: &Found, coref: &Coref) -> bool {
    const SETTING_OFF: &[&str] = &[
        "detonate", "explode", "set", "plant", "use", "fire", "launch", "drop", "hurl", "throw",
        "lob", "lay", "place", "hide", "wield", "blow",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let object = hit.head.doc().tok(found.argument.head);
    let meant = referent(object, coref);
    // "fired *at* the helicopter"
    let aimed_at = clause.links.iter().any(|(link, governed)| {
        matches!(link.lower(), "on" | "at" | "upon") && *governed == Some(object)
    });
    // "rammed *a car* into a crowd"
    let into = clause
        .links
        .iter()
        .any(|(link, o)| link.lower() == "into" && o.is_some());
    if into
        && phrase::lemma_in(clause.verb, RAMMING)
        && clause.object.is_some_and(|o| o.tok == object)
        && is(meant, CARRIERS)
    {
        return true;
    }
    // Nothing but explosives is detonated, whatever word the text has for them; a tunnel is blown up.
    let built = is(object, ClassSet::of(&[NounClass::Facility])) && !is(object, ClassSet::ARMS);
    if clause.verb.lemma() == "detonate" && object.name_label().is_empty() && !built {
        return true;
    }
    phrase::lemma_in(clause.verb, SETTING_OFF)
        && is(meant, ClassSet::ARMS)
        && !is(meant, ClassSet::HUMAN)
        && !aimed_at
}

type Test = fn(&Hit<'_, '_>, Function, usize) -> Option<Found>;

/// The first function that is filled by somebody who may play the part.
fn first(
    hit: &Hit<'_, '_>,
    functions: &[Function],
    admits: impl Fn(&Found) -> bool,
    test: Test,
) -> Option<Found> {
    functions
        .iter()
        .flat_map(|f| (0..3).map(move |nth| (*f, nth)))
        .filter_map(|(f, nth)| test(hit, f, nth))
        .find(admits)
}

pub(super) fn argument(role: Role, tok: Tok<'_>, coordination: bool) -> Argument {
    let span = if coordination {
        phrase::span(tok)
    } else {
        phrase::single_span(tok)
    };
    let head = semantic_head(tok);
    Argument {
        role,
        span,
        head: head.i,
        resolved: None,
        hedged: is_hedged(head) || is_hedged(tok),
    }
}

/// "the *woman*'s fatal shooting": whoever is no police and no gunman was shot.
pub(super) fn is_shot(hit: &Hit<'_, '_>, owner: Tok<'_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let known = classes(owner);
    let shoots = known.has(NounClass::Armed)
        || known.has(NounClass::Police)
        || known.has(NounClass::Country)
        || known.has(NounClass::Organisation);
    let at_whom = ["of", "at", "on"]
        .iter()
        .any(|link| nominal.governed_by(link).is_some());
    let person = known.has(NounClass::Person) || owner.name_label() == "PERSON";
    hit.head.lemma() == "shooting" && person && !shoots && !at_whom
}

/// "the letter voiced support": a writing stands for whoever issued it.
fn document_of(hit: &Hit<'_, '_>, function: Function, nth: usize) -> Option<Found> {
    use QuadClass::{VerbalConflict, VerbalCooperation};
    let filler = filler(hit, function, nth)?;
    let verbal = matches!(hit.entry.kind.quad(), VerbalCooperation | VerbalConflict);
    let writing =
        classes(filler.tok).has(NounClass::Document) && filler.tok.dep_in(&["nsubj", "pobj"]);
    (verbal && writing).then(|| Found {
        argument: argument(Role::Actor, filler.tok, true),
        path: filler.path(),
    })
}

/// "*at the request* of somebody", "the *refusal* of officers to sign": behind "of" stands who speaks.
pub(super) fn is_of_the_speaker(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let carrier = nominal.carrier;
    let at = carrier.head().is_some_and(|link| link.lower() == "at");
    let refuses = || {
        let to_do = |c: Tok<'_>| c.tag() == "VB" && has_to(c);
        phrase::lemma_in(nominal.noun, &["refusal", "reluctance", "unwillingness"])
            && nominal.noun.children().any(to_do)
    };
    let of_somebody = || {
        let behind = nominal.own_governed_by("of");
        behind.is_some_and(|f| is(f.tok, ClassSet::AGENT))
    };
    // "met *the demands* of the strikers", not "the demands of the job"
    let demands =
        || nominal.noun.lemma() == "demand" && nominal.noun.tag() == "NNS" && of_somebody();
    match hit.entry.kind {
        EventType::Request => carrier.dep() == "pobj" && at || demands(),
        EventType::Reject => refuses(),
        // "the *readiness* of the parliament to help"
        EventType::Agree => {
            phrase::lemma_in(nominal.noun, &["readiness", "willingness"]) && of_somebody()
        }
        // "has *the backing* of the unions"
        EventType::Support => {
            carrier.dep() == "dobj" && carrier.head().is_some_and(nominal::is_backed)
        }
        _ => false,
    }
}

/// "*repelled* an attack by rebels": the attack that is beaten off.
pub(super) fn repelled<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let attack = clause.object.map(|o| o.tok)?;
    let beats_off = phrase::lemma_in(clause.verb, &["repel", "repulse", "foil", "thwart"]);
    // "crushed a revolt" falls upon its people, "crushed an offensive" beats it off.
    let beaten = phrase::lemma_in(clause.verb, &["crush", "smash", "rebuff", "beat", "fend"])
        && phrase::lemma_in(attack, ASSAULTS);
    let event = is(attack, ClassSet::of(&[NounClass::Event]));
    (beats_off && event || beaten).then(|| semantic_head(attack))
}

/// A phrase that is a place and nothing that could act: a street, a region.
pub(super) fn is_place_only(tok: Tok<'_>) -> bool {
    let known = classes(tok);
    !known.is_empty() && !known.meets(ClassSet::AGENT)
}

/// Whether a sentence names another place than this one.
fn names_another_place(place: Tok<'_>) -> bool {
    let doc = place.doc();
    doc.range(doc.sentences()[place.sentence()].tokens.clone())
        .any(|t| {
            matches!(t.name_label(), "GPE" | "LOC")
                && t.dep() == "pobj"
                && t.lower() != place.lower()
        })
}

/// "a *car* bombing", "a *suicide* bombing": no air force's.
fn goes_off_on_the_ground(bombing: Tok<'_>) -> bool {
    bombing.children().any(|c| {
        c.dep_in(&["compound", "amod"])
            && (is(c, ClassSet::of(&[NounClass::Vehicle]))
                || matches!(c.lower(), "suicide" | "roadside" | "bike" | "backpack"))
    })
}

/// Whether `tok`, before the event noun `event`, says who did it.
pub(crate) fn is_agent_before(event: Tok<'_>, tok: Tok<'_>) -> bool {
    // "the Rolando bombing", "the Utøya shooting", "the Kalem firing": a name there is what was hit.
    const DONE_TO: &[&str] = &[
        "bombing",
        "firing",
        "shooting",
        "explosion",
        "blast",
        "killing",
        "siege",
        "massacre",
        "carnage",
        "pogrom",
        "bloodbath",
    ];
    const BREAKS_OUT: &[&str] = &[
        "ambush",
        "gunfight",
        "shootout",
        "carnage",
        "pogrom",
        "bloodbath",
        "blast",
        "explosion",
        "shooting",
        "massacre",
        "siege",
        "stabbing",
        "protest",
        "riot",
        "unrest",
        "clash",
        "fighting",
        "violence",
        "war",
        "conflict",
        "rally",
        "demonstration",
        "killing",
        "murder",
        "kidnapping",
        "coup",
        "insurgency",
        "uprising",
    ];
    // "the Kabul attack" is told of the town, "the Kabul sanctions" of the government.
    const IN_A_TOWN: &[&str] = &[
        "attack",
        "raid",
        "bombing",
        "bomb",
        "strike",
        "airstrike",
        "shelling",
        "arrest",
        "march",
    ];
    match tok.name_label() {
        _ if !tok.text().contains(char::is_alphanumeric) => false,
        // What faith it is done for names nobody, nor does what it is against: "anti-*French* riots".
        _ if matches!(tok.lower(), "islamic" | "anti" | "pro")
            || phrase::is_stood_for_or_against(tok) =>
        {
            false
        }
        "PERSON" | "ORG" | "" if tok.pos() == Pos::Propn && phrase::lemma_in(event, DONE_TO) => {
            false
        }
        // "the *Lebanese* civil war": whose war it was is not who waged it.
        _ if phrase::is_scene_of_strife(tok, event) => false,
        // "the Moreno investigation": who is looked into.
        "PERSON" | ""
            if tok.pos() == Pos::Propn
                && phrase::lemma_in(event, &["inquiry", "investigation", "probe"]) =>
        {
            false
        }
        // "a Kenyan *Grad* strike": behind a nation, a name that is nobody's is the weapon's.
        "PERSON" | "ORG" | "" if tok.pos() == Pos::Propn && is_weapon_of_nation(event, tok) => {
            false
        }
        // "the Comet Nightclub attack"
        "ORG" | "" if tok.pos() == Pos::Propn && names_building(tok) => false,
        "PERSON" | "ORG" | "NORP" | "" if tok.pos() == Pos::Propn || tok.name_label() == "NORP" => {
            !is_said_as_place(tok)
        }
        // "*Houthi* shelling": whatever the layer takes the name for.
        _ if tok.dep() == "amod" && implied::is_armed_group(tok.text()) => true,
        // "the Mali *mosque* attack": beside what was hit, a country says where.
        "GPE"
            if event.children().any(|c| {
                c.i > tok.i && c.dep() == "compound" && is(c, ClassSet::of(&[NounClass::Facility]))
            }) =>
        {
            false
        }
        // "the Kalem blast", "Mali protests": what breaks out or goes off there.
        "GPE" if phrase::lemma_in(event, BREAKS_OUT) => false,
        // "the Mali *truck* bombing": on the ground, and no state's.
        "GPE" if phrase::lemma_in(event, &["bomb", "bombing"]) && goes_off_on_the_ground(event) => {
            false
        }
        // "Mali *attack* kills nine": where nothing else says where, a country does.
        "GPE" if event.lemma() == "attack" && !names_another_place(tok) => false,
        "GPE" => {
            let name = tok
                .name()
                .map_or("", |n| tok.doc().name_span(n).slice(tok.doc().text()));
            let seat = is_seat_of_government(name) && !phrase::lemma_in(event, IN_A_TOWN);
            seat || is_country(name) && !is_scene_of_article(tok)
        }
        _ => {
            let rebel = matches!(
                tok.lower(),
                "rebel" | "guerrilla" | "guerilla" | "insurgent" | "separatist" | "jihadist"
            );
            // "a house *party* shooting"
            let feast = tok.lower() == "party" && phrase::lemma_in(event, DONE_TO);
            !feast
                && (tok.dep_in(&["compound", "nmod"])
                    || rebel && tok.dep() == "amod"
                    || event.head() == Some(tok))
                && is(
                    tok,
                    ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Organisation]),
                )
                && !is(tok, ClassSet::of(&[NounClass::Facility]))
                && !is(tok, ClassSet::ARMS)
        }
    }
}

/// "a Kenyan *Grad* strike", not "a Lebanese *Hezbollah* strike": one word behind a nation that names no actor of the tables.
fn is_weapon_of_nation(event: Tok<'_>, name: Tok<'_>) -> bool {
    const BY_ARMS: &[&str] = &[
        "attack",
        "barrage",
        "bombardment",
        "raid",
        "salvo",
        "strike",
    ];
    let nation = name
        .prev()
        .filter(|n| n.name_label() == "NORP" && n.head() == Some(event));
    let alone = name.name().is_none_or(|n| n.end - n.first == 1);
    nation.is_some()
        && alone
        && phrase::lemma_in(event, BY_ARMS)
        && ActorTable::built_in().named(name.text()).is_empty()
}

/// "*no group* has claimed it", "*nobody* was hurt": says that there is no such participant.
pub(super) fn is_nobody(tok: Tok<'_>) -> bool {
    let head = semantic_head(tok);
    tok.lower() == "no" || head.lower() == "no" || names_none(tok) || names_none(head)
}
