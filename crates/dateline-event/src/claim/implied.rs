//! Participants told not by the event's own grammar but by what its words stand in: the attack in
//! which somebody was killed, the verb that says what an explosion did, who answers for it.

use super::Role;
use super::clause::Clause;
use super::nominal::Nominal;
use super::phrase::{self, behind, classes, governed, is, is_nominal, semantic_head};
use super::role::{Found, argument, is_agent_before, is_nobody, is_place_only};
use super::trigger::{Body, Hit};
use dateline_data::{ClassSet, EventType, NounClass};
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
        Body::Verb(clause) => by_occasion(clause).or_else(|| by_arms(hit, clause)),
        Body::Noun(nominal) => answerable(nominal).or_else(|| in_conversation(hit, nominal)),
    }
}

/// "*Russian* missiles struck a bakery", "hit by *Israel*'s drones": whose arms they are.
fn by_arms(hit: &Hit<'_, '_>, clause: &Clause<'_>) -> Option<Found> {
    if hit.entry.kind != EventType::Assault {
        return None;
    }
    let arms = clause
        .subject
        .map(|s| semantic_head(s.tok))
        .filter(|s| is(*s, ClassSet::ARMS) && !is(*s, ClassSet::AGENT))?;
    let owner = arms.children().find(|c| {
        let people = c.dep() == "amod" && c.name_label() == "NORP";
        let owned = c.dep() == "poss" && is(*c, ClassSet::AGENT);
        c.i < arms.i && (people || owned)
    })?;
    Some(Found {
        argument: argument(Role::Actor, owner, false),
        path: format!("whose “{}” they are", arms.text()),
    })
}

/// "*In an interview* with the daily, *Okello* said", "said *after talks* with her": who speaks took part.
fn in_conversation(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> Option<Found> {
    if hit.entry.kind != EventType::Consult {
        return None;
    }
    let link = nominal.carrier.head().filter(|l| {
        nominal.carrier.dep() == "pobj"
            && matches!(l.lower(), "in" | "during" | "after" | "following")
    })?;
    let verb = link.head().filter(|v| v.pos() == Pos::Verb)?;
    let subject = Clause::of(verb).subject?;
    let who = behind(subject.tok).filter(|a| is(*a, ClassSet::AGENT) || a.pos() == Pos::Propn)?;
    Some(Found {
        argument: argument(Role::Actor, who, true),
        path: format!("{}, who speaks in it", subject.path()),
    })
}

/// Whom it struck, where no object or preposition of its own says.
pub fn recipient(hit: &Hit<'_, '_>) -> Option<Found> {
    let nominal = match &hit.body {
        Body::Noun(nominal) => nominal,
        Body::Verb(clause) => return to_be_met(hit, clause),
    };
    if hit.entry.kind != EventType::Assault {
        return None;
    }
    struck(nominal).or_else(|| borne_by(hit, nominal))
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
        .filter(|p| hit.entry.frame.bodily && p.lower() == "with")?;
    let above = with.head()?;
    let bearer = if is_nominal(above) {
        above
    } else {
        Clause::of(above).object?.tok
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
        _ => None,
    }
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
        .find(|m| is_agent_before(event, *m));
    by.or(nominal.possessor)
        .and_then(behind)
        .filter(|a| !is_place_only(*a))
        .or(before)
        .or_else(|| misread_name(event))
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

/// "claimed responsibility for the attack", "is responsible for the attack", "was behind it", "was
/// blamed for it".
fn answerable(nominal: &Nominal<'_>) -> Option<Found> {
    const OWNING: &[&str] = &[
        "claim",
        "accept",
        "take",
        "admit",
        "bear",
        "assume",
        "acknowledge",
    ];
    let event = nominal.carrier;
    let link = event.head().filter(|_| event.dep() == "pobj")?;
    let above = link.head()?;
    let (who, how) = match (link.lower(), above.lemma()) {
        ("for", "responsibility") => {
            // "has never claimed responsibility": not that it did it.
            let verb = above
                .head()
                .filter(|v| phrase::lemma_in(*v, OWNING) && v.child(&["neg"]).is_none())?;
            let clause = Clause::of(verb);
            (clause.subject?.tok, "claims responsibility for")
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
            let clause = Clause::of(above);
            (clause.subject?.tok, "stands behind")
        }
        _ => return None,
    };
    let known = |a: &Tok<'_>| is(*a, ClassSet::AGENT) || a.pos() == Pos::Propn;
    let who = behind(who).filter(|a| known(a) && !is_nobody(*a))?;
    let mut argument = argument(Role::Actor, who, true);
    argument.hedged |= matches!(above.lemma(), "blame" | "responsible");
    Some(Found {
        argument,
        path: format!("{how} “{}”", nominal.noun.text()),
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
