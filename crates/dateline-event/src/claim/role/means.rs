//! With what it is done: weapons, vehicles and what is used.

use super::filler::is_aimed_at;
use super::{CARRIERS, referent, undergoes};
use crate::claim::phrase;
use crate::claim::phrase::{classes, conjuncts, governed, is, may_act};
use crate::claim::trigger::{Body, Hit};
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::{Coref, Tok};

/// Verbs by which a vehicle is driven at somebody or something.
pub(super) const RAMMING: &[&str] = &[
    "ram", "drive", "plough", "plow", "crash", "steer", "smash", "fly",
];

/// "a *van* attack", "*truck* bombing": vehicles that an attacker drives alone.
pub(super) fn is_ramming(tok: Tok<'_>) -> bool {
    const DRIVEN: &[&str] = &[
        "car",
        "van",
        "truck",
        "lorry",
        "vehicle",
        "motorcycle",
        "motorbike",
        "bike",
        "suv",
        "pickup",
        "tractor",
        "scooter",
        "minivan",
        "jeep",
    ];
    DRIVEN.contains(&tok.lemma())
}

/// Weapons and vehicles: where they stand as object, companion, modifier, subject or after a
/// preposition of means.
pub(super) fn means<'d>(hit: &Hit<'d, '_>, coref: &Coref) -> Vec<(Tok<'d>, String)> {
    let mut found = Vec::new();
    // "an *arms* embargo": what may not be sold.
    if hit.head.lemma() == "embargo" {
        return found;
    }
    match &hit.body {
        Body::Verb(clause) => {
            // "sustained *bullet* injuries"
            let hurt = hit
                .companions
                .iter()
                .filter(|c| matches!(c.lemma(), "injury" | "wound"));
            for word in hurt.flat_map(|c| c.children()) {
                if word.dep() == "compound" && is(word, ClassSet::ARMS) && word.lower() != "arm" {
                    found.push((word, "what the wounds are of".to_owned()));
                }
            }
            // "set on *fire*", "opened *fire*" name a state or an act, "small arms *fire*" a weapon; who was found
            // *shot* was found so.
            let in_state = |c: &Tok<'_>| {
                c.lower() == "fire" && c.child(&["compound", "amod", "nmod"]).is_none()
                    || c.lower() == "shot" && phrase::lemma_in(hit.head, &["find"])
            };
            for companion in hit.companions.iter().filter(|c| !in_state(c)) {
                add_arms(&mut found, *companion, "fixed companion", ClassSet::ARMS);
            }
            // "shot down a drone", "attacked the launcher": what is harmed is no means of it.
            let used = hit.entry.frame.name != "harm" && hit.entry.kind != EventType::Coerce;
            // "exchanged *fire*": the act itself, whatever was fired.
            let exchanged =
                |o: Tok<'_>| in_state(&o) && phrase::lemma_in(hit.head, &["exchange", "trade"]);
            let object = clause
                .object
                .filter(|o| used && !exchanged(o.tok) && !is_aimed_at(clause.verb, o.tok));
            if let Some(object) = object {
                add_arms(&mut found, object.tok, object.how, ClassSet::ARMS);
            }
            let rammed = clause.object.filter(|o| {
                phrase::lemma_in(clause.verb, RAMMING)
                    && is(o.tok, CARRIERS)
                    && clause.governed_by("into").is_some()
            });
            if let Some(vehicle) = rammed {
                let known = |(t, _): &(Tok<'_>, String)| *t == vehicle.tok;
                if !found.iter().any(known) {
                    found.push((vehicle.tok, format!("{}, driven at it", vehicle.path())));
                }
            }
            let detonated = clause.object.filter(|_| clause.verb.lemma() == "detonate");
            for filler in clause.subject.iter().chain(&clause.object) {
                let meant = referent(filler.tok, coref);
                let explosive = is(meant, ClassSet::of(&[NounClass::Explosive]));
                let built = is(filler.tok, ClassSet::of(&[NounClass::Facility]));
                let set_off = !built && detonated.is_some_and(|d| d.tok.i == filler.tok.i);
                if (meant.i != filler.tok.i && explosive || set_off)
                    && !hit.companions.iter().any(|c| c.i == filler.tok.i)
                    && filler.tok.name_label().is_empty()
                {
                    found.push((filler.tok, format!("{}, a weapon", filler.path())));
                }
            }
            if let Some(subject) = clause.subject.filter(|_| !undergoes(hit)) {
                add_arms(
                    &mut found,
                    subject.tok,
                    subject.how,
                    ClassSet::ARMS.union(CARRIERS),
                );
                add_mount(&mut found, hit, subject.tok);
                // "a *bomb* blast killed one and wounded 40"
                let blast = is(subject.tok, ClassSet::of(&[NounClass::Event]));
                for word in subject.tok.children().filter(|_| blast) {
                    if word.dep_in(&["compound", "nmod"]) {
                        add_arms(&mut found, word, "before what did it", ClassSet::ARMS);
                    }
                }
            }
            // "kidnapped *from a train*": where they were, not what it was done with.
            let takes = phrase::lemma_in(
                clause.verb,
                &[
                    "abduct", "kidnap", "snatch", "take", "drag", "pull", "remove", "rescue",
                    "evacuate", "free",
                ],
            );
            for (link, object) in &clause.links {
                if !(takes && link.lower() == "from") {
                    add_link(&mut found, *link, *object);
                }
            }
            add_instrument_clause(&mut found, clause.verb);
        }
        Body::Noun(nominal) => {
            for modifier in &nominal.modifiers {
                // "an *arm* wound"
                let limb = modifier.lower() == "arm";
                let armed = !limb && classes(*modifier).meets(ClassSet::ARMS);
                if armed || hit.entry.kind == EventType::Assault && is_ramming(*modifier) {
                    found.push((*modifier, format!("modifier of “{}”", nominal.noun.text())));
                }
            }
            for (link, object) in &nominal.links {
                add_link(&mut found, *link, *object);
            }
            if let Some(support) = &nominal.support {
                add_instrument_clause(&mut found, support.clause.verb);
            }
        }
    }
    found
}

pub(super) fn add_arms<'d>(
    found: &mut Vec<(Tok<'d>, String)>,
    tok: Tok<'d>,
    how: &str,
    wanted: ClassSet,
) {
    for conjunct in conjuncts(tok) {
        // "shot in her arm"
        let limb = conjunct.lemma() == "arm" && conjunct.tag() == "NN";
        if !limb && is(conjunct, wanted) && !is(conjunct, ClassSet::HUMAN) {
            found.push((conjunct, format!("{how}, a weapon or vehicle")));
        }
    }
}

pub(super) fn add_link<'d>(
    found: &mut Vec<(Tok<'d>, String)>,
    link: Tok<'d>,
    object: Option<Tok<'d>>,
) {
    let Some(object) = object.filter(|o| phrase::is_nominal(*o)) else {
        return;
    };
    // "fired *from a van*": where they were; what flies is armed.
    let flies = ClassSet::of(&[NounClass::Aircraft, NounClass::Drone]);
    let shot = link
        .head()
        .is_some_and(|v| phrase::lemma_in(v, &["shoot", "fire", "open"]));
    if link.lower() == "from" && shot && !is(object, flies) {
        return;
    }
    let wanted = match link.lower() {
        "with" | "using" | "by" | "via" | "from" => ClassSet::ARMS.union(CARRIERS),
        "on" | "in" | "aboard" => ClassSet::of(&[NounClass::SuicideDevice]),
        // "a barrage *of* rockets"
        "of" if link.head().is_some_and(|h| {
            matches!(
                h.lemma(),
                "barrage" | "volley" | "salvo" | "hail" | "rain" | "wave" | "swarm"
            )
        }) =>
        {
            ClassSet::ARMS
        }
        _ => return,
    };
    // "fired *from a lorry*": where they sat; what flies or has a gun is what it was done with.
    let flying = ClassSet::of(&[NounClass::Aircraft, NounClass::Drone]);
    if link.lower() == "from" && !(is(object, CARRIERS) && is(object, flying.union(ClassSet::ARMS)))
    {
        return;
    }
    add_arms(found, object, link.lower(), wanted);
}

/// "using rifles", "firing mortars" as a clause beside the event.
pub(super) fn add_instrument_clause<'d>(found: &mut Vec<(Tok<'d>, String)>, verb: Tok<'d>) {
    let clauses = verb
        .children()
        .filter(|c| c.dep_in(&["advcl", "conj", "xcomp"]) && c.tag() == "VBG");
    for clause in clauses.filter(|c| {
        matches!(
            c.lemma(),
            "use" | "fire" | "throw" | "hurl" | "launch" | "drop" | "wield" | "employ" | "carry"
        )
    }) {
        if let Some(object) = clause.child(&["dobj"]) {
            add_arms(found, object, "object of a clause of means", ClassSet::ARMS);
        }
    }
}

/// "militants on motorbikes attacked a village": what they came on. Who shoots or kills sits in it, and does it with
/// something else.
fn add_mount<'d>(found: &mut Vec<(Tok<'d>, String)>, hit: &Hit<'_, '_>, actor: Tok<'d>) {
    let shoots = hit.entry.mode.is_some_and(|m| m.name() == "firearms");
    if shoots || hit.entry.frame.name == "harm" {
        return;
    }
    let riding = actor
        .children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "on" | "in" | "aboard"));
    for object in riding.filter_map(governed) {
        if is(object, ClassSet::of(&[NounClass::Vehicle])) && may_act(actor) {
            found.push((object, "what the actor rides".to_owned()));
        }
    }
}
