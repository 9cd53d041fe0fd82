//! Participants told not by the event's own grammar but by what its words stand in: the attack in
//! which somebody was killed, the verb that says what an explosion did, who answers for it.

use super::clause::Clause;
use super::nominal::Nominal;
use super::phrase::{self, behind, classes, governed, is, is_nominal, semantic_head};
use super::role::{
    Found, argument, is_agent_before, is_nobody, is_of_the_speaker, is_place_only, is_shot,
};
use super::trigger::{self, Body, Hit};
use super::{Argument, Role};
use crate::casualty::is_body;
use dateline_data::{ActorTable, ClassSet, EventType, NounClass};
use dateline_text::{Pos, Tok};

/// Verbs by which a happening strikes its object: "the blast *shattered* a market".
const STRIKING: &[&str] = &[
    "hit",
    "strike",
    "target",
    "rock",
    "shake",
    "damage",
    "destroy",
    "shatter",
    "devastate",
    "level",
    "flatten",
    "gut",
    "rip",
    "tear",
];

/// Who did it, where neither subject nor modifier says.
pub fn actor(hit: &Hit<'_, '_>) -> Option<Found> {
    match &hit.body {
        // Who is "charged in her murder" is not charged by whom the murder was done.
        Body::Verb(clause) => by_occasion(clause)
            .filter(|_| hit.entry.kind != EventType::Accuse)
            .or_else(|| by_shared_occasion(clause))
            .or_else(|| by_arms(hit, clause))
            .or_else(|| under_whose_fire(hit, clause)),
        Body::Noun(nominal) => sides_of_swap(hit, nominal)
            .or_else(|| {
                let striking = hit.entry.kind == EventType::Protest;
                striking
                    .then(|| who_is_on(nominal, Role::Actor).or_else(|| in_its_week(nominal)))?
            })
            .or_else(|| answerable(nominal))
            .or_else(|| laid_on(nominal))
            .or_else(|| whose_work(nominal))
            .or_else(|| by_arms_of(hit, nominal))
            .or_else(|| in_conversation(hit, nominal))
            .or_else(|| at_request(hit, nominal))
            .or_else(|| threatening(hit, nominal))
            .or_else(|| who_will(hit, nominal)),
    }
}

/// "the threat that *rebels* will strike": whose act it would be threatens.
fn who_will(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let clause = trigger::noun_clause(nominal.noun)
        .filter(|c| hit.entry.kind == EventType::Threaten && c.child(&["mark"]).is_some())?;
    let who = clause
        .child(&["nsubj"])
        .filter(|s| is(*s, ClassSet::AGENT) || s.pos() == Pos::Propn)?;
    Some(Found {
        argument: argument(Role::Actor, who, true),
        path: format!("subject of “{}”, which it would do", clause.text()),
    })
}

/// "came under attack by *rebels*", "is under fire from *the hills*' guns".
fn under_whose_fire(hit: &Hit<'_, '_>, clause: &Clause<'_>) -> Option<Found> {
    let under = clause.links.iter().find(|(l, _)| l.lower() == "under")?;
    let fire = under
        .1
        .filter(|_| hit.entry.kind == EventType::Assault)
        .filter(|_| phrase::lemma_in(clause.verb, &["come", "be", "remain"]))?;
    let who = phrase::object_of(fire, "by")
        .or_else(|| phrase::object_of(fire, "from"))
        .or_else(|| clause.governed_by("from").map(|f| f.tok))?;
    // "under fire from an *Israeli* tank"
    if is(who, ClassSet::ARMS) && !is(who, ClassSet::AGENT) {
        return whose_arms(semantic_head(who));
    }
    let who = Some(who).filter(|who| is(*who, ClassSet::AGENT) || who.pos() == Pos::Propn)?;
    Some(Found {
        argument: argument(Role::Actor, who, true),
        path: format!("whose “{}” it is", fire.text()),
    })
}

/// "a threat of a walkout by *miners*": whose act it would be threatens.
fn threatening(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let act = nominal.governed_by("of").filter(|act| {
        hit.entry.kind == EventType::Threaten && is(act.tok, ClassSet::of(&[NounClass::Event]))
    })?;
    let who = phrase::object_of(act.tok, "by").filter(|who| is(*who, ClassSet::AGENT))?;
    Some(Found {
        argument: argument(Role::Actor, who, true),
        path: format!("whose “{}” it would be", act.tok.text()),
    })
}

/// "at the request of *the government*": who asks.
fn at_request(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let asks = nominal
        .governed_by("of")
        .filter(|_| is_of_the_speaker(hit))?;
    Some(Found {
        argument: argument(Role::Actor, asks.tok, true),
        path: asks.path(),
    })
}

/// "*Russian* missiles struck a bakery", "hit by *Israel*'s drones", "*its* jets attacked", "*coast guard* vessels
/// fired": whose arms they are.
fn by_arms(hit: &Hit<'_, '_>, clause: &Clause<'_>) -> Option<Found> {
    let by_arms = matches!(
        hit.entry.kind,
        EventType::Aid
            | EventType::Assault
            | EventType::Coerce
            | EventType::Mobilize
            | EventType::Reject
            | EventType::Retreat
    );
    if !by_arms {
        return None;
    }
    // "*A Greek ship* came under fire": whose ship it is did not fire at it.
    let struck = phrase::lemma_in(clause.verb, &["come", "be", "remain"])
        && clause.links.iter().any(|(l, _)| l.lower() == "under");
    // "*A police car* hit a mine": whose car it is laid none.
    let mined = clause
        .object
        .is_some_and(|o| is(o.tok, ClassSet::of(&[NounClass::Explosive])))
        && phrase::lemma_in(clause.verb, &["hit", "strike"]);
    if struck || mined {
        return None;
    }
    whose_arms(semantic_head(clause.subject?.tok))
}

/// "raids by *French* warplanes": whose arms they are.
fn by_arms_of(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let by = nominal
        .governed_by("by")
        .filter(|_| hit.entry.kind == EventType::Assault)?;
    whose_arms(semantic_head(by.tok))
}

fn whose_arms(arms: Tok<'_>) -> Option<Found> {
    let vehicles = ClassSet::of(&[NounClass::Vehicle, NounClass::Aircraft]);
    if !is(arms, ClassSet::ARMS.union(vehicles)) || is(arms, ClassSet::AGENT) {
        return None;
    }
    let force = ClassSet::of(&[NounClass::Armed, NounClass::Police]);
    let owner = arms.children().find(|c| {
        // A "fighter plane" is no fighter's, and a "patrol boat" goes on patrol.
        let kind = matches!(c.lemma(), "fighter" | "patrol");
        let serves = c.dep_in(&["compound", "nmod"]) && is(*c, force) && !kind;
        let people = c.dep() == "amod" && c.name_label() == "NORP";
        // "*UN* helicopters", "*US* jets"
        let power = c.dep() == "compound" && is_power(c.text());
        // "*its* jets", but not "*their* car hit a mine"
        let fighting = || {
            is(
                arms,
                ClassSet::ARMS.union(ClassSet::of(&[NounClass::Aircraft])),
            )
        };
        let owned = c.dep() == "poss"
            && (is(*c, ClassSet::AGENT) || matches!(c.lower(), "its" | "their") && fighting());
        c.i < arms.i && (people || power || owned || serves)
    });
    let path = format!("whose “{}” they are", arms.text());
    let owner = owner.or_else(|| sent_by(arms));
    let group = || {
        armed_group_before(arms).map(|argument| Found {
            argument,
            path: path.clone(),
        })
    };
    owner
        .map(|owner| Found {
            argument: argument(Role::Actor, owner, false),
            path: path.clone(),
        })
        .or_else(group)
}

/// Whether the tables of actors know a body of states by this name, or it is the short name of a great one.
fn is_power(name: &str) -> bool {
    let table = ActorTable::built_in();
    matches!(name, "US" | "U.S." | "UK")
        || table
            .named(name)
            .into_iter()
            .any(|row| &*table.rows()[row].sector == "IGO")
}

/// Whether the tables of actors know an armed group by this name.
pub(super) fn is_armed_group(name: &str) -> bool {
    let table = ActorTable::built_in();
    table
        .named(name)
        .into_iter()
        .map(|row| &table.rows()[row])
        .any(|row| !row.is_person() && matches!(&*row.sector, "REB" | "PRM"))
}

/// "a *Boko Haram* bomb": an armed group of the tables of actors, before its arms. Of "a Kalashnikov rifle" nobody is told.
fn armed_group_before(arms: Tok<'_>) -> Option<Argument> {
    let doc = arms.doc();
    let last = arms.children().rfind(|c| {
        c.i < arms.i && c.pos() == Pos::Propn && c.dep_in(&["amod", "compound", "nmod"])
    })?;
    (last.i.saturating_sub(3)..=last.i)
        .filter(|&first| arms.governs(doc.tok(first)))
        .map(|first| doc.span_of(first..last.i + 1))
        .find(|words| is_armed_group(words.slice(doc.text())))
        .map(|span| Argument {
            role: Role::Actor,
            span,
            head: last.i,
            resolved: None,
            hedged: false,
        })
}

/// "a missile fired by *the rebels* struck a ship": who used the arms did what they did.
fn sent_by(arms: Tok<'_>) -> Option<Tok<'_>> {
    let used = arms.child(&["acl"]).filter(|v| is_use_of_arms(*v))?;
    let who = Clause::of(used).subject.filter(|s| s.tok != arms)?.tok;
    (is(who, ClassSet::AGENT) || who.pos() == Pos::Propn).then_some(who)
}

/// By which arms are brought to bear: "*fired* by the rebels".
pub(super) fn is_use_of_arms(verb: Tok<'_>) -> bool {
    const USING: &[&str] = &[
        "detonate", "drop", "fire", "fly", "hurl", "launch", "lay", "lob", "place", "plant",
        "send", "set", "throw",
    ];
    verb.tag() == "VBN" && phrase::lemma_in(verb, USING)
}

/// "*In an interview* with the daily, *Okello* said", "said *after talks* with her": who speaks took part.
fn in_conversation(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    if hit.entry.kind != EventType::Consult {
        return None;
    }
    let link = nominal
        .carrier
        .head()
        .filter(|_| nominal.carrier.dep() == "pobj")?;
    let verb = match link.lower() {
        "in" | "during" | "after" | "following" => link.head().filter(|v| v.pos() == Pos::Verb)?,
        "for" => comes_for(link)?,
        _ => return None,
    };
    let subject = Clause::of(verb).subject?;
    let who = behind(subject.tok).filter(|a| is(*a, ClassSet::AGENT) || a.pos() == Pos::Propn)?;
    Some(Found {
        argument: argument(Role::Actor, who, true),
        path: format!("{}, who speaks in it", subject.path()),
    })
}

/// "is *due* in Kalem *for* talks", "*flew* there for talks": the verb whose subject comes for them.
pub fn comes_for(link: Tok<'_>) -> Option<Tok<'_>> {
    let above = link.head()?;
    if above.lemma() == "due" && above.dep() == "acomp" {
        return above.head();
    }
    let there = above.lemma() == "be"
        && above
            .children()
            .any(|c| c.dep() == "prep" && matches!(c.lower(), "in" | "at"));
    let comes = phrase::lemma_in(
        above,
        &[
            "arrive", "come", "expect", "fly", "go", "head", "return", "travel",
        ],
    );
    (there || comes).then_some(above)
}

/// Whom it struck, where no object or preposition of its own says.
pub fn recipient(hit: &Hit<'_, '_>) -> Option<Found> {
    let nominal = match &hit.body {
        Body::Noun(nominal) => nominal,
        Body::Verb(clause) => {
            return to_be_met(hit, clause)
                .or_else(|| to_give_way(hit))
                .or_else(|| sides_of_talks(hit))
                .or_else(|| found_shot(hit, clause));
        }
    };
    // "A bank was hit by a cyberattack"
    if hit.entry.mode.is_some_and(|m| m.name() == "cyber") {
        return struck(nominal);
    }
    if hit.entry.kind == EventType::Accuse {
        return who_is_on(nominal, Role::Recipient);
    }
    if hit.entry.kind != EventType::Assault {
        return None;
    }
    struck(nominal)
        .or_else(|| borne_by(hit, nominal))
        .or_else(|| shot(hit, nominal))
}

/// "*Miners* on strike", "an *ex-minister* on trial for graft": who strikes, and who is tried.
fn who_is_on(nominal: &Nominal<'_>, role: Role) -> Option<Found> {
    let on = nominal
        .carrier
        .head()
        .filter(|link| nominal.carrier.dep() == "pobj" && link.lower() == "on")?;
    let above = on.head()?;
    // "The general *is* on trial"
    let who = match above.lemma() {
        "be" => Clause::of(above).subject?.tok,
        _ => above,
    };
    (is_nominal(who) && is(who, ClassSet::HUMAN)).then(|| Found {
        argument: argument(role, who, true),
        path: format!("who is on “{}”", nominal.noun.text()),
    })
}

/// "*Cooks* entered the third week of a strike", "*Nurses* are on the ninth day of a sit-in": theirs.
fn in_its_week(nominal: &Nominal<'_>) -> Option<Found> {
    let of = nominal
        .carrier
        .head()
        .filter(|of| nominal.carrier.dep() == "pobj" && of.lower() == "of")?;
    let length = of
        .head()
        .filter(|t| matches!(t.lemma(), "hour" | "day" | "week" | "month" | "year"))?;
    let above = length.head()?;
    let verb = match length.dep() {
        "dobj" => Some(above).filter(|v| {
            phrase::lemma_in(
                *v,
                &["begin", "complete", "enter", "mark", "reach", "start"],
            )
        }),
        "pobj" if matches!(above.lower(), "in" | "into" | "on") => above
            .head()
            .filter(|v| phrase::lemma_in(*v, &["be", "enter", "go"])),
        _ => None,
    }?;
    let who = Clause::of(verb).subject?.tok;
    (is_nominal(who) && is(who, ClassSet::HUMAN)).then(|| Found {
        argument: argument(Role::Actor, who, true),
        path: format!("who is in that {} of it", length.lemma()),
    })
}

/// "*sent* him to hospital with a wound", "was *taken* to hospital": what brought somebody to the place.
fn brought_there(place: Tok<'_>) -> Option<Tok<'_>> {
    let built = ClassSet::of(&[NounClass::Facility, NounClass::Place]);
    let to = place.head().filter(|to| {
        place.dep() == "pobj"
            && (is(place, built) || place.pos() == Pos::Propn)
            && to.lower() == "to"
    })?;
    to.head().filter(|verb| verb.pos() == Pos::Verb)
}

/// "claimed the life of *a baker*", "took *her* life": whose it was.
pub fn whose_life(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let taken = hit.entry.kind == EventType::Assault
        && phrase::lemma_in(hit.head, &["claim", "cost", "take"]);
    let life = clause
        .object
        .map(|o| o.tok)
        .filter(|o| taken && matches!(o.lower(), "life" | "lives"))?;
    let whose = phrase::object_of(life, "of").or_else(|| life.child(&["poss"]))?;
    Some(Found {
        argument: argument(Role::Recipient, whose, true),
        path: format!("whose “{}” it was", life.text()),
    })
}

/// "*nine bodies* were found with gunshot wounds": the dead, of whom the text does not say who they were.
pub fn found_body(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    if hit.entry.frame.name != "found" {
        return None;
    }
    let body = clause.object.or(clause.subject)?.tok;
    let of_nobody = phrase::object_of(body, "of")
        .or_else(|| body.child(&["poss"]))
        .is_none();
    (is_body(body) && of_nobody).then(|| Found {
        argument: argument(Role::Recipient, body, true),
        path: format!("what “{}” finds", clause.verb.text()),
    })
}

/// "found *a baker* shot in the neck", "the bodies of *two women* found shot": who was.
fn found_shot(hit: &Hit<'_, '_>, clause: &Clause<'_>) -> Option<Found> {
    if hit.entry.frame.name != "found" {
        return None;
    }
    let state = clause
        .verb
        .child(&["ccomp", "xcomp"])
        .filter(|s| s.tag() == "VBN")?;
    let own = state.child(&["nsubj", "nsubjpass"]);
    let who = own.or_else(|| {
        clause
            .subject
            .map(|s| s.tok)
            .filter(|_| clause.object.is_none())
    })?;
    let who = phrase::object_of(who, "of")
        .filter(|_| phrase::lemma_in(who, &["body", "corpse", "remains"]))
        .unwrap_or(who);
    Some(Found {
        argument: argument(Role::Recipient, who, true),
        path: format!("subject of “{}”", state.text()),
    })
}

/// "*the woman*'s fatal shooting".
fn shot(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let owner = nominal.possessor.filter(|o| is_shot(hit, *o))?;
    Some(Found {
        argument: argument(Role::Recipient, owner, false),
        path: format!("possessor of “{}”", hit.head.text()),
    })
}

/// "called for *Arkania*'s surrender": whose it is to be.
fn to_give_way(hit: &Hit<'_, '_>) -> Option<Found> {
    if hit.entry.kind != EventType::Request {
        return None;
    }
    // "called for the release of *ten nurses*": nobody asks them for it.
    let done_to = |c: Tok<'_>| phrase::lemma_in(c, phrase::DONE_TO);
    let wanted = hit
        .companions
        .iter()
        .find(|c| is_asked_for(**c) && !done_to(**c))?;
    let owner = wanted
        .child(&["poss"])
        .or_else(|| phrase::object_of(*wanted, "of"))
        .filter(|o| is(*o, ClassSet::AGENT) || o.pos() == Pos::Propn)?;
    Some(Found {
        argument: argument(Role::Recipient, owner, false),
        path: format!("whose “{}” it is to be", wanted.text()),
    })
}

/// "called *for* a surrender".
pub(super) fn is_asked_for(wanted: Tok<'_>) -> bool {
    wanted.dep() == "pobj" && wanted.head().is_some_and(|link| link.lower() == "for")
}

/// "is due to meet *the president*", "agreed to talk with *the rebels*": with whom it is agreed to be.
fn to_be_met(hit: &Hit<'_, '_>, clause: &Clause<'_>) -> Option<Found> {
    const MEETING: &[&str] = &["meet", "visit", "host", "talk", "negotiate", "speak"];
    if hit.entry.kind != EventType::Agree {
        return None;
    }
    let planned = clause
        .complement
        .or_else(|| clause.verb.child(&["acomp"])?.child(&["xcomp"]))
        .filter(|v| phrase::lemma_in(*v, MEETING))?;
    let inner = Clause::of(planned);
    let partner = inner.object.or_else(|| inner.governed_by("with"))?;
    let who = behind(partner.tok).filter(|w| is(*w, ClassSet::AGENT) || w.pos() == Pos::Propn)?;
    Some(Found {
        argument: argument(Role::Recipient, who, true),
        path: partner.path(),
    })
}

/// "found *the teen* with gunshot wounds": whoever is said to have them.
fn borne_by(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let with = nominal
        .carrier
        .head()
        .filter(|p| {
            let treated =
                |v: Tok<'_>| phrase::lemma_in(v, &["treat", "hospitalize", "hospitalise"]);
            // "was treated *for* a wound"
            let cared = p.lower() == "for" && p.head().is_some_and(treated);
            hit.entry.frame.bodily && (p.lower() == "with" || cared)
        })
        // "charged him *with assault*": he is held to have done it.
        .filter(|p| {
            p.head()
                .is_none_or(|v| !phrase::lemma_in(v, &["charge", "face"]))
        })?;
    let above = with.head()?;
    let above = brought_there(above).unwrap_or(above);
    let bearer = if is_nominal(above) {
        above
    } else {
        let clause = Clause::of(above);
        let passive = clause.subject.filter(|_| super::clause::is_passive(above));
        clause.object.or(passive)?.tok
    };
    is(bearer, ClassSet::HUMAN).then(|| Found {
        argument: argument(Role::Recipient, bearer, true),
        path: format!("who has the “{}”", nominal.noun.text()),
    })
}

/// At whom it was aimed, where the words say so; this goes before any other recipient.
pub fn target(hit: &Hit<'_, '_>) -> Option<Found> {
    match &hit.body {
        Body::Noun(nominal) if hit.entry.kind == EventType::Assault => aimed_at(nominal),
        Body::Verb(clause) if hit.entry.kind == EventType::Cooperate => trades_with(clause),
        _ => None,
    }
}

/// "sold drones to *Peru*", "bought tanks from *Chile*": who is on the other side of a sale, not what is sold.
fn trades_with(clause: &Clause<'_>) -> Option<Found> {
    let sells = phrase::lemma_in(clause.verb, &["export", "sell"]);
    let buys = phrase::lemma_in(clause.verb, &["buy", "import", "purchase"]);
    let other = match (sells, buys) {
        (true, _) => clause.dative.or_else(|| clause.governed_by("to")),
        (_, true) => clause.governed_by("from"),
        _ => None,
    };
    let other = other.filter(|o| is(o.tok, ClassSet::AGENT))?;
    Some(Found {
        argument: argument(Role::Recipient, other.tok, true),
        path: other.path(),
    })
}

/// Who did what an event noun names: "killed by *army* shelling", "in a raid by *rebels*".
pub fn doer_of(event: Tok<'_>) -> Option<Tok<'_>> {
    let event = semantic_head(event);
    if !classes(event).has(NounClass::Event) {
        return None;
    }
    let nominal = Nominal::of(event);
    let by = nominal
        .governed_by("by")
        .filter(|f| nominal.own(f.at))
        .map(|f| f.tok);
    let before = nominal
        .modifiers
        .iter()
        .rev()
        .copied()
        // "17 die in *Ruvian* clashes", "in *Ruvian* Battle": where, and neither side.
        .filter(|m| {
            let of_land =
                m.name_label() == "NORP" || m.name().is_some() && m.name() == event.name();
            !of_land || !FIGHTS.contains(&&*event.lemma().to_lowercase())
        })
        .find(|m| is_agent_before(event, *m));
    let owner = nominal
        .possessor
        .filter(|o| !phrase::is_scene_of_strife(*o, nominal.noun));
    by.or(owner)
        .and_then(behind)
        .filter(|a| !is_place_only(*a))
        .or(before)
        .or_else(|| misread_name(event))
}

/// What two sides fight.
const FIGHTS: &[&str] = &[
    "battle",
    "brawl",
    "clash",
    "combat",
    "confrontation",
    "feud",
    "fight",
    "fighting",
    "firefight",
    "gunbattle",
    "gunfight",
    "shootout",
    "skirmish",
];

/// "clashes *between rebels and troops* killed ten": whoever fought did what their fight did. Who is killed *in* one
/// may have been killed by either side.
pub fn sides_of(event: Tok<'_>) -> Option<Tok<'_>> {
    let nominal = Nominal::of(semantic_head(event));
    let between = nominal
        .governed_by("between")
        .filter(|_| phrase::lemma_in(nominal.noun, FIGHTS))?;
    Some(between.tok).filter(|side| phrase::may_act(*side))
}

/// "*IS* attacks": a name in capitals that the parser took for a determiner.
fn misread_name(event: Tok<'_>) -> Option<Tok<'_>> {
    event
        .children()
        .find(|c| c.i < event.i && c.dep_in(&["det", "aux"]) && c.text() == "IS")
}

/// "were killed in an attack by rebels": who did the attack did the killing.
fn by_occasion(clause: &Clause<'_>) -> Option<Found> {
    let occasions = clause
        .links
        .iter()
        .filter(|(link, _)| matches!(link.lower(), "in" | "during" | "by"));
    occasions
        .filter_map(|(link, object)| Some((link, (*object)?)))
        .find_map(|(link, event)| {
            let doer = doer_of(event)?;
            Some(Found {
                argument: argument(Role::Actor, doer, true),
                path: format!(
                    "doer of “{}”, {} which it came about",
                    event.text(),
                    link.text()
                ),
            })
        })
}

/// "*Talks between Peru and Chile* collapsed", "*the meeting* was called off": talks that a verb tells the end of.
fn ended_talks<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let ends = matches!(hit.entry.kind, EventType::Sanction | EventType::Reject);
    let talks = match clause.passive {
        true => clause.object,
        false => clause.subject,
    };
    let talks = talks.filter(|t| ends && classes(t.tok).has(NounClass::Event));
    Some(talks?.tok)
}

/// Whether a verb without an object tells the end of talks: nobody does it but their sides.
pub fn is_end_of_talks(hit: &Hit<'_, '_>) -> bool {
    let alone = matches!(&hit.body, Body::Verb(c) if !c.passive && c.object.is_none());
    alone && ended_talks(hit).is_some()
}

/// "Talks between *Peru and Chile* collapsed", "… were called off": their sides broke off, or had them called off.
pub fn sides_of_talks(hit: &Hit<'_, '_>) -> Option<Found> {
    let role = match is_end_of_talks(hit) {
        true => Role::Actor,
        false => Role::Recipient,
    };
    let talks = ended_talks(hit)?;
    let sides = phrase::object_of(talks, "between")?;
    Some(Found {
        argument: argument(role, sides, true),
        path: format!("between whom the “{}” were", talks.text()),
    })
}

/// "a prisoner swap between *the army and the rebels*": either side frees the other's.
fn sides_of_swap(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    let swap = phrase::lemma_in(nominal.noun, &["exchange", "swap"]);
    let sides = nominal
        .own_governed_by("between")
        .filter(|_| swap && hit.entry.kind == EventType::Retreat)?;
    Some(Found {
        argument: argument(Role::Actor, sides.tok, true),
        path: sides.path(),
    })
}

/// "two were killed and one wounded in an attack by *rebels*"
fn by_shared_occasion(clause: &Clause<'_>) -> Option<Found> {
    let last = shares_occasion(clause.verb)?;
    Some(by_occasion(&Clause::of(last))?.shared_with(last))
}

/// Whether a verb tells what befell somebody, and not who did it.
fn befell(verb: Tok<'_>) -> bool {
    const HARMS: &[&str] = &[
        "abduct", "burn", "destroy", "hurt", "injure", "kidnap", "kill", "shoot", "wound",
    ];
    phrase::lemma_in(verb, &["die", "perish"])
        || super::clause::is_passive(verb) && phrase::lemma_in(verb, HARMS)
}

/// Whether nothing behind a verb says where, when or by whom.
fn is_told_alone(verb: Tok<'_>) -> bool {
    const MORE: &[&str] = &["prep", "agent", "npadvmod", "advcl", "dobj", "advmod"];
    verb.children().all(|c| c.i < verb.i || !c.dep_in(MORE))
}

/// "nine were *hurt* when …": what befell them, and no more but the clause of how it came about.
pub(super) fn befell_without_more(verb: Tok<'_>) -> bool {
    const MORE: &[&str] = &["agent", "npadvmod", "dobj"];
    let more = |c: Tok<'_>| c.dep_in(MORE) || c.dep() == "prep" && c.lower() != "including";
    befell(verb) && verb.children().all(|c| c.i < verb.i || !more(c))
}

/// "two were *killed* and one *wounded* in a blast", "six *died* and …": the last of a row of harms, behind which stands the
/// happening that they all came of. What has a place or time of its own came about apart from the rest.
pub(super) fn shares_occasion(harm: Tok<'_>) -> Option<Tok<'_>> {
    let mut last = harm;
    while befell(last) && is_told_alone(last) {
        let next = last
            .child(&["conj"])
            .filter(|v| v.pos() == Pos::Verb && befell(*v));
        last = next?;
        let happened = |c: Tok<'_>| {
            matches!(c.lower(), "in" | "during" | "by")
                && governed(c).is_some_and(|o| is(o, ClassSet::of(&[NounClass::Event])))
        };
        if last.children().any(|c| c.i > last.i && happened(c)) {
            return Some(last);
        }
    }
    None
}

/// A part that somebody has in an event: "the army denied *involvement* in the raid", "*his role* in it".
pub struct Part<'d> {
    /// The word for it.
    pub word: Tok<'d>,
    /// Whether it is owned up to: "claimed responsibility".
    pub owned: bool,
    who: Tok<'d>,
    how: &'static str,
}

impl Part<'_> {
    /// Whether it is the part of whoever this token names.
    pub fn is_of(&self, token: usize) -> bool {
        self.who.i == token || behind(self.who).is_some_and(|who| who.i == token)
    }
}

/// The part in an event that the words tell of, and whose it is.
pub fn part_in(event: Tok<'_>) -> Option<Part<'_>> {
    const OWNING: &[&str] = &[
        "claim",
        "accept",
        "admit",
        "assume",
        "acknowledge",
        "confess",
    ];
    // Who takes part is found by the verb that supports the event.
    const HAVING: &[&str] = &["have", "bear", "play"];
    // "has not admitted any role": whose it would be is told, that it was is not.
    const ADMITTING: &[&str] = &["admit", "acknowledge", "confess"];
    const DISOWNING: &[&str] = &["deny", "disclaim", "reject", "dismiss", "disavow"];
    let link = event.head().filter(|_| event.dep() == "pobj")?;
    let above = link.head()?;
    // "played a role in": the parser hangs what the role is in on either word.
    let word = above.child(&["dobj"]).filter(|o| o.i < link.i);
    let word = word.filter(|_| above.pos() == Pos::Verb).unwrap_or(above);
    let is_part = match word.lemma() {
        "involvement" | "participation" | "complicity" | "role" | "part" | "hand" => {
            link.lower() == "in"
        }
        "responsibility" => link.lower() == "for",
        _ => false,
    };
    if !is_part {
        return None;
    }
    let verb = word.head().filter(|_| word.dep() == "dobj");
    // "has never claimed responsibility": not that it did it.
    let owned = verb.is_some_and(|v| {
        let takes = word.lemma() == "responsibility" && phrase::lemma_in(v, &["take"]);
        (takes || phrase::lemma_in(v, OWNING)) && v.child(&["neg"]).is_none()
    });
    let told = owned
        || verb.is_some_and(|v| {
            let listed = |verbs| phrase::lemma_in(v, verbs);
            listed(HAVING) || listed(DISOWNING) || listed(ADMITTING)
        });
    let (who, how) = match (word.child(&["poss"]), verb.filter(|_| told)) {
        (Some(whose), _) => (whose, "whose part it is in"),
        (None, Some(verb)) if owned => (Clause::of(verb).subject?.tok, "claims responsibility for"),
        (None, Some(verb)) => (Clause::of(verb).subject?.tok, "speaks of a part in"),
        (None, None) => return None,
    };
    Some(Part {
        word,
        who,
        how,
        owned,
    })
}

/// "claimed responsibility for the attack", "is responsible for the attack", "was behind it", "was
/// blamed for it", "denied involvement in it", "*his* role in it".
fn answerable(nominal: &Nominal<'_>) -> Option<Found> {
    let event = nominal.carrier;
    let link = event.head().filter(|_| event.dep() == "pobj")?;
    let above = link.head()?;
    let (who, how) = match (link.lower(), above.lemma()) {
        ("in", _) | ("for", "responsibility") => {
            let part = part_in(event)?;
            (part.who, part.how)
        }
        ("for", "responsible") => {
            let state = Clause::of_state(above)?;
            (state.object?.tok, "is called responsible for")
        }
        ("for", "blame") => {
            let clause = Clause::of(above);
            (clause.object?.tok, "is blamed for")
        }
        ("behind", _) if is_nominal(above) => (above, "stands behind"),
        ("behind", "be") => {
            // "no group has said it was behind the attack": whoever it is has not spoken.
            let reported = above.head().filter(|_| above.dep() == "ccomp");
            let teller = reported.and_then(|v| Clause::of(v).subject);
            if teller.is_some_and(|t| is_nobody(t.tok)) {
                return None;
            }
            (Clause::of(above).subject?.tok, "stands behind")
        }
        _ => return None,
    };
    let known = |a: &Tok<'_>| is(*a, ClassSet::AGENT) || a.pos() == Pos::Propn;
    let pronoun = Some(who).filter(|w| matches!(w.lower(), "his" | "her" | "their"));
    let who = pronoun.or_else(|| behind(who).filter(|a| known(a) && !is_nobody(*a)))?;
    let mut argument = argument(Role::Actor, who, true);
    argument.hedged |= matches!(above.lemma(), "blame" | "responsible");
    Some(Found {
        argument,
        path: format!("{how} “{}”", nominal.noun.text()),
    })
}

/// "Officials blamed the bombing *on the Red Dawn*", "the blast was attributed *to rebels*": who is held to have done it.
fn laid_on(nominal: &Nominal<'_>) -> Option<Found> {
    let verb = nominal
        .carrier
        .head()
        .filter(|_| nominal.carrier.dep_in(&["dobj", "nsubjpass"]))?;
    // "blamed most of the *deaths* on police": what came of a deed, and none.
    if nominal.carrier != nominal.noun || !is(nominal.noun, ClassSet::of(&[NounClass::Event])) {
        return None;
    }
    let link = match verb.lemma() {
        "blame" | "pin" => "on",
        "attribute" | "ascribe" => "to",
        _ => return None,
    };
    let who = phrase::object_of(verb, link)
        .or_else(|| phrase::object_of(nominal.carrier, link))
        .filter(|w| (is(*w, ClassSet::AGENT) || w.pos() == Pos::Propn) && !is_nobody(*w))?;
    let mut argument = argument(Role::Actor, who, true);
    argument.hedged = true;
    Some(Found {
        argument,
        path: format!("on whom “{}” is laid", nominal.noun.text()),
    })
}

/// "The explosion was the work of *separatists*", "said the bombing was *its* work".
fn whose_work(nominal: &Nominal<'_>) -> Option<Found> {
    let copula = nominal
        .carrier
        .head()
        .filter(|v| nominal.carrier.dep() == "nsubj" && v.lemma() == "be")?;
    let work = copula
        .child(&["attr"])
        .filter(|w| matches!(w.lemma(), "work" | "handiwork"))?;
    let who = phrase::object_of(work, "of")
        .or_else(|| work.child(&["poss"]))
        .filter(|w| is(*w, ClassSet::AGENT) || matches!(w.tag(), "NNP" | "NNPS" | "PRP$"))
        .filter(|w| !is_nobody(*w))?;
    Some(Found {
        argument: argument(Role::Actor, who, true),
        path: format!("whose work “{}” was", nominal.noun.text()),
    })
}

/// "the explosion hit a bakery", "the hall was shattered by a blast".
fn struck(nominal: &Nominal<'_>) -> Option<Found> {
    let event = nominal.carrier;
    let head = event.head()?;
    let (verb, object) = match event.dep() {
        "nsubj" => (head, Clause::of(head).object),
        "pobj" if head.lower() == "by" => {
            let verb = head.head()?;
            (verb, Clause::of(verb).object)
        }
        _ => return None,
    };
    if verb.pos() != Pos::Verb || !phrase::lemma_in(verb, STRIKING) {
        return None;
    }
    let object = object.map(|o| o.tok).or_else(|| {
        let through = verb
            .children()
            .filter(|c| c.dep() == "prep" && matches!(c.lower(), "through" | "into"));
        through.filter_map(governed).next()
    })?;
    let target = may_be_struck(object).then_some(object)?;
    Some(Found {
        argument: argument(Role::Recipient, target, true),
        path: format!("what it struck, object of “{}”", verb.text()),
    })
}

/// "The attack *targeted* a church", "The bombing *struck* a patrol": says of the happening whom it was to strike, or struck.
pub fn aims(nominal: &Nominal<'_>) -> bool {
    // A strike that hits an industry is one of workers.
    let hits = !phrase::lemma_in(nominal.noun, &["strike"]);
    let targets = |verb: Tok<'_>| {
        phrase::lemma_in(verb, &["target"]) || hits && phrase::lemma_in(verb, &["hit", "strike"])
    };
    let aimed = nominal.carrier.head().is_some_and(targets);
    let violent = is(nominal.noun, ClassSet::of(&[NounClass::Event]));
    aimed && violent && struck(nominal).is_some()
}

/// "bombings aimed at civilians", "a raid targeting a camp", "attacks that seem to be directed
/// against farmers".
fn aimed_at(nominal: &Nominal<'_>) -> Option<Found> {
    const AIMING: &[&str] = &["aim", "target", "direct"];
    let clauses = nominal
        .noun
        .children()
        .filter(|c| c.i > nominal.noun.i && c.dep_in(&["acl", "relcl"]));
    let inner = clauses
        .flat_map(|c| [Some(c), c.child(&["xcomp"])])
        .flatten();
    inner
        .filter(|c| phrase::lemma_in(*c, AIMING))
        .find_map(|verb| {
            let after = verb
                .children()
                .filter(|c| c.dep() == "prep" && matches!(c.lower(), "at" | "against"))
                .find_map(governed);
            let target = after
                .or_else(|| verb.child(&["dobj"]))
                .filter(|t| may_be_struck(*t))?;
            Some(Found {
                argument: argument(Role::Recipient, target, true),
                path: format!("what it is aimed at, “{}”", verb.text()),
            })
        })
}

fn may_be_struck(tok: Tok<'_>) -> bool {
    phrase::may_be(tok, ClassSet::TARGET) && is_nominal(tok)
}
