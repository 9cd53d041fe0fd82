//! Phrasal senses and stock phrases: walking out of a door, hanging around, complaining of pain, taking the blame.

use crate::claim::clause::Clause;
use crate::claim::phrase::{is, is_resisted, lemma_in, object_of};
use crate::claim::trigger::{Body, Hit};
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::{Pos, Tok};

/// What else a verb means with the particle or the object that stands with it.
pub(super) fn stock_phrase(hit: &Hit<'_, '_>) -> Option<&'static str> {
    let noun = matches!(hit.body, Body::Noun(_));
    match hit.entry.kind {
        EventType::Accuse if takes_the_blame(hit) => Some("who takes the blame, blames nobody"),
        EventType::Accuse if noun && is_why_held(hit.head) => {
            Some("why somebody is held, told by the arrest")
        }
        EventType::Accuse if is_adjective(hit.head) => Some("says who somebody is, nobody accuses"),
        EventType::Assault if is_by_own_hand(hit) => Some("done to oneself"),
        EventType::Coerce if noun && is_resisted(hit.head) => {
            Some("what somebody resists or evades, told by who makes it")
        }
        EventType::Request if noun && is_phone_call(hit.head) => Some("somebody phoned"),
        _ => match &hit.body {
            Body::Verb(clause) => verb_phrase(hit, clause),
            Body::Noun(_) => None,
        },
    }
}

fn verb_phrase(hit: &Hit<'_, '_>, clause: &Clause<'_>) -> Option<&'static str> {
    match hit.entry.kind {
        EventType::Protest if goes_out_of_door(hit.head) => Some("walks out of a door"),
        EventType::Assault if hangs_around(hit.head) => Some("stays there, nobody is hanged"),
        EventType::Accuse if complains_of_ailment(hit.head) => Some("says where it hurts"),
        EventType::Accuse | EventType::Sanction if is_doomed(hit.head) => {
            Some("what becomes of somebody, and no judgement")
        }
        EventType::Reject if turns_aside(hit.head, clause) => Some("turns round"),
        EventType::Request if is_within_family(hit.head, clause) => Some("said within a family"),
        EventType::Support if is_made_out(hit.head, clause) => Some("who somebody was seen to be"),
        _ => None,
    }
}

/// "*walked out* the back door", "walked out of the bank": where workers and delegates walk out, no room is told of.
fn goes_out_of_door(verb: Tok<'_>) -> bool {
    const LEFT: &[&str] = &[
        "apartment",
        "bank",
        "bar",
        "door",
        "flat",
        "home",
        "hotel",
        "house",
        "restaurant",
        "room",
        "shop",
        "store",
    ];
    verb.lemma() == "walk"
        && verb
            .children()
            .filter(|c| {
                c.dep_in(&["prep", "prt", "advmod"])
                    && matches!(c.lower(), "out" | "of" | "through")
            })
            .flat_map(|out| out.subtree())
            .chain(verb.child(&["dobj"]))
            .any(|o| lemma_in(o, LEFT))
}

/// "*hung around* the yard": who is put to death is hanged.
fn hangs_around(verb: Tok<'_>) -> bool {
    verb.lower() == "hung"
        && verb.child(&["auxpass", "dobj"]).is_none()
        && !verb.dep_in(&["acl", "amod"])
}

/// "*complained of* chest pain"
fn complains_of_ailment(verb: Tok<'_>) -> bool {
    const AILMENTS: &[&str] = &[
        "ache",
        "breath",
        "breathing",
        "cramp",
        "discomfort",
        "dizziness",
        "fatigue",
        "fever",
        "headache",
        "illness",
        "injury",
        "nausea",
        "numbness",
        "pain",
        "sickness",
        "soreness",
        "stomachache",
        "symptom",
        "vomiting",
    ];
    let ails = |o: Tok<'_>| lemma_in(o, AILMENTS) || is(o, ClassSet::of(&[NounClass::Body]));
    verb.lemma() == "complain"
        && ["of", "about"]
            .iter()
            .any(|link| object_of(verb, link).is_some_and(ails))
}

/// "*condemned* them to a life of want": courts condemn to death and to years.
fn is_doomed(verb: Tok<'_>) -> bool {
    const SENTENCES: &[&str] = &[
        "camp",
        "custody",
        "death",
        "exile",
        "gallows",
        "imprisonment",
        "jail",
        "labor",
        "labour",
        "lash",
        "month",
        "penalty",
        "prison",
        "servitude",
        "term",
        "year",
    ];
    verb.lemma() == "condemn"
        && object_of(verb, "to").is_some_and(|fate| {
            fate.pos() == Pos::Noun && !fate.subtree().iter().any(|t| lemma_in(*t, SENTENCES))
        })
}

/// "The guards *turned away* and left": those who are refused are the object.
fn turns_aside(verb: Tok<'_>, clause: &Clause<'_>) -> bool {
    verb.lemma() == "turn"
        && !clause.passive
        && clause.object.is_none()
        && verb.child(&["dobj", "auxpass"]).is_none()
        && object_of(verb, "from").is_none()
        && verb.children().any(|c| c.lower() == "away")
}

/// "I *told* my son to lie down"
fn is_within_family(verb: Tok<'_>, clause: &Clause<'_>) -> bool {
    let own = |c: Tok<'_>| c.tag() == "PRP$";
    let kin = ClassSet::of(&[NounClass::Kin]);
    verb.lemma() == "tell"
        && clause.subject.is_some_and(|s| s.tok.pos() == Pos::Pron)
        && clause
            .object
            .or(clause.dative)
            .is_some_and(|o| is(o.tok, kin) && o.tok.children().any(own))
}

/// "*recognised* them as members of a gang": states recognise a state or who governs it.
fn is_made_out(verb: Tok<'_>, clause: &Clause<'_>) -> bool {
    const OF_STATES: &[&str] = &[
        "authority",
        "candidate",
        "capital",
        "champion",
        "country",
        "government",
        "head",
        "leader",
        "nation",
        "nominee",
        "parliament",
        "president",
        "representative",
        "ruler",
        "state",
        "winner",
    ];
    let as_what = object_of(verb, "as").or_else(|| object_of(clause.object?.tok, "as"));
    lemma_in(verb, &["recognise", "recognize"])
        && as_what.is_some_and(|o| is(o, ClassSet::HUMAN) && !lemma_in(o, OF_STATES))
}

/// "is *taking the blame*", "bears the blame"
fn takes_the_blame(hit: &Hit<'_, '_>) -> bool {
    let taken = |v: Tok<'_>| lemma_in(v, &["accept", "bear", "get", "shoulder", "take"]);
    hit.head.lemma() == "blame"
        && matches!(hit.body, Body::Noun(_))
        && hit.head.dep() == "dobj"
        && hit.head.head().is_some_and(taken)
}

/// "was booked *for investigation* of manslaughter": who is booked looks into nothing.
fn is_why_held(reason: Tok<'_>) -> bool {
    let held = |v: Tok<'_>| lemma_in(v, &["arrest", "book", "detain", "hold", "jail"]);
    lemma_in(reason, &["investigation", "suspicion"])
        && reason.dep() == "pobj"
        && reason
            .head()
            .filter(|link| matches!(link.lower(), "for" | "on"))
            .and_then(Tok::head)
            .is_some_and(held)
}

/// "put singer and *accused* killer Oke on the list": one person without an article is no object.
fn is_adjective(word: Tok<'_>) -> bool {
    let bare = |n: Tok<'_>| {
        n.tag() == "NN"
            && n.text().starts_with(char::is_lowercase)
            && is(n, ClassSet::of(&[NounClass::Person, NounClass::Official]))
    };
    let is_before_name = |n: Tok<'_>| n.next().is_some_and(|name| name.pos() == Pos::Propn);
    word.lower() == "accused"
        && word.child(&["auxpass"]).is_none()
        && word.next().is_some_and(|n| bare(n) && is_before_name(n))
}

/// "a *self-inflicted* wound", "died of self-inflicted injuries"
fn is_by_own_hand(hit: &Hit<'_, '_>) -> bool {
    let own = |t: Tok<'_>| {
        t.lower() == "self-inflicted"
            || t.lower() == "inflicted"
                && t.prev()
                    .and_then(Tok::prev)
                    .is_some_and(|s| s.lower() == "self")
    };
    let described = |noun: Tok<'_>| noun.subtree().into_iter().any(|t| t.i < noun.i && own(t));
    let wound =
        |noun: Tok<'_>| lemma_in(noun, &["gunshot", "injury", "shot", "wound"]) && described(noun);
    let by_wound = |verb: Tok<'_>| {
        ["from", "of", "with", "to", "by"]
            .iter()
            .any(|link| object_of(verb, link).is_some_and(wound))
    };
    std::iter::once(hit.head)
        .chain(hit.companions.iter().copied())
        .any(|t| wound(t) || by_wound(t))
}

/// "received a *call* that a fight had begun": what is called for is told by an infinitive.
fn is_phone_call(call: Tok<'_>) -> bool {
    let answered = |v: Tok<'_>| lemma_in(v, &["answer", "get", "receive", "take"]);
    let told = |c: Tok<'_>| {
        c.dep_in(&["acl", "ccomp", "relcl"])
            && c.children()
                .any(|t| t.dep() == "mark" && t.lower() == "that")
    };
    call.lemma() == "call"
        && call.dep_in(&["dobj", "nsubjpass"])
        && call
            .head()
            .is_some_and(|v| answered(v) && (v.children().any(told) || call.children().any(told)))
}
