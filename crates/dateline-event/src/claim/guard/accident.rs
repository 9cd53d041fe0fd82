//! What nobody does on purpose: crashes, illness, leaks, bombs that are made safe.

use super::setting::{VIOLENCE, count};
use crate::claim::phrase::{REMAINS, classes, governed, is, lemma_in, semantic_head};
use crate::claim::trigger::{Body, Hit};
use dateline_data::{ClassSet, NounClass};
use dateline_text::{Document, Pos, Tok};

/// Words of happenings that nobody does on purpose.
pub(super) const ACCIDENTS: &[&str] = &[
    "accident",
    "crash",
    "collision",
    "derailment",
    "derail",
    "collide",
    "capsize",
    "sink",
    "collapse",
    "avalanche",
    "earthquake",
    "quake",
    "tsunami",
    "flood",
    "flooding",
    "landslide",
    "mudslide",
    "storm",
    "hurricane",
    "typhoon",
    "cyclone",
    "tornado",
    "lightning",
    "eruption",
    "erupt",
    "stampede",
    "drown",
    "overdose",
    "disease",
    "virus",
    "epidemic",
    "pandemic",
    "outbreak",
    "malfunction",
    "wildfire",
    "bushfire",
    "blaze",
    "heatwave",
    "famine",
    "cancer",
    "illness",
    "wreck",
    "pileup",
    "leak",
    "mishap",
    "overturn",
    "rainfall",
    "covid-19",
    "drought",
    "malaria",
    "ebola",
    "cholera",
    "tremor",
    "aftershock",
    "crush",
    "fever",
    "influenza",
    "infection",
    "disaster",
    "trample",
    "fall",
    "rockfall",
    "rockburst",
    "methane",
    "cave-in",
];

/// "The 2018 *peace accord* had collapsed": that there was one is known, and that it is over is told.
pub(super) fn has_broken_down(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let verb = nominal.carrier.head();
    nominal.carrier.dep() == "nsubj"
        && verb.is_some_and(|v| {
            lemma_in(
                v,
                &[
                    "collapse",
                    "unravel",
                    "expire",
                    "lapse",
                    "crumble",
                    "disintegrate",
                    "fail",
                ],
            )
        })
}

/// "a coal *mine*": where people dig.
pub(super) fn is_pit(mine: Tok<'_>) -> bool {
    const DUG: [&str; 14] = [
        "coal", "gold", "copper", "iron", "silver", "tin", "salt", "zinc", "nickel", "diamond",
        "lead", "uranium", "ore", "platinum",
    ];
    mine.children().any(|c| DUG.contains(&c.lower()))
        || mine.doc().toks().any(|t| {
            matches!(
                t.lemma(),
                "miner" | "mineworker" | "colliery" | "mining" | "rockfall" | "underground"
            )
        })
}

/// "poses a *threat* to the public", "there is no *threat* to safety".
pub(super) fn is_danger(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let to = nominal.links.iter().any(|(link, _)| link.lower() == "to");
    let verb = nominal.carrier.head();
    let is_there = verb.is_some_and(|v| {
        matches!(
            v.lemma(),
            "pose" | "represent" | "constitute" | "be" | "remain" | "present" | "become"
        )
    });
    // "*security threats* against hospitals", "threats *that have arisen*"
    let kind = |c: Tok<'_>| {
        c.i < hit.head.i && matches!(c.lower(), "cyber" | "health" | "insider" | "security")
    };
    let arisen = |c: Tok<'_>| {
        c.dep() == "relcl"
            && matches!(
                c.lemma(),
                "arise" | "constitute" | "emerge" | "exist" | "pose" | "present" | "represent"
            )
    };
    let of_a_kind = hit.head.children().any(|c| kind(c) || arisen(c));
    hit.head.lemma() == "threat" && (to && is_there || of_a_kind)
}

/// "their boat *sank*", "ten people *drowned*".
pub(super) fn goes_down_by_itself(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let by_itself = clause
        .verb
        .child(&["dobj", "nsubjpass", "auxpass"])
        .is_none()
        && clause.verb.child(&["nsubj"]).is_some();
    lemma_in(clause.verb, &["sink", "drown"]) && by_itself && clause.verb.dep() != "relcl"
}

/// "seized a car *bomb*", "a *bomb* was found and defused".
pub(super) fn is_defused(bomb: Tok<'_>) -> bool {
    const KEPT_FROM_IT: [&str; 10] = [
        "seize",
        "find",
        "discover",
        "defuse",
        "disarm",
        "dismantle",
        "intercept",
        "recover",
        "build",
        "carry",
    ];
    let set_off_safely = |verb: Tok<'_>| {
        lemma_in(verb, &["detonate", "explode"])
            && verb
                .child(&["nsubj"])
                .or_else(|| verb.child(&["agent"]).and_then(governed))
                .is_some_and(makes_bombs_safe)
    };
    matches!(bomb.lemma(), "bomb" | "explosive" | "device")
        && bomb.dep_in(&["dobj", "nsubjpass"])
        && bomb
            .head()
            .is_some_and(|v| KEPT_FROM_IT.contains(&v.lemma()) || set_off_safely(v))
}

/// "died of their *wounds*", "succumbed to *injuries*".
pub(super) fn is_cause_of_death(tok: Tok<'_>) -> bool {
    let of = tok.head().filter(|p| {
        tok.dep() == "pobj" && matches!(p.lower(), "of" | "from" | "to" | "after" | "with")
    });
    matches!(tok.lemma(), "wound" | "injury")
        && of.and_then(Tok::head).is_some_and(|death| {
            matches!(
                death.lemma(),
                "die" | "succumb" | "perish" | "dead" | "death"
            )
        })
}

/// "*died* of cancer", "the *death* of a heart attack", "*dead* from natural causes".
pub(super) fn is_death_by_nature(death: Tok<'_>) -> bool {
    const ILLNESSES: [&str; 20] = [
        "age",
        "aids",
        "ailment",
        "asthma",
        "attack",
        "cancer",
        "cause",
        "cholera",
        "complication",
        "diabetes",
        "disease",
        "exhaustion",
        "failure",
        "fever",
        "illness",
        "leukaemia",
        "leukemia",
        "pneumonia",
        "stroke",
        "tuberculosis",
    ];
    let of_a_sort = |noun: Tok<'_>| match noun.lemma() {
        "attack" | "failure" => noun.children().any(|c| {
            matches!(
                c.lower(),
                "heart" | "cardiac" | "asthma" | "kidney" | "liver" | "renal" | "respiratory"
            )
        }),
        "cause" => noun.children().any(|c| c.lower() == "natural"),
        "age" => noun.children().any(|c| c.lower() == "old"),
        // "complications of his wounds"
        "complication" => noun
            .children()
            .filter(|c| c.i > noun.i && matches!(c.lower(), "of" | "from"))
            .filter_map(governed)
            .any(|o| matches!(o.lemma(), "surgery" | "pneumonia" | "cancer" | "diabetes")),
        _ => true,
    };
    matches!(death.lemma(), "die" | "death" | "dead" | "perish")
        && death
            .children()
            .filter(|c| c.dep() == "prep" && matches!(c.lower(), "of" | "from"))
            .filter_map(governed)
            .any(|o| ILLNESSES.contains(&o.lemma()) && of_a_sort(o))
}

/// "Police *detonated* the device", "defused and *detonated* a grenade": those who found it made it safe.
pub(super) fn is_made_safe(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let explosive = clause.object.is_some_and(|o| {
        classes(o.tok).has(NounClass::Explosive)
            || matches!(
                o.tok.lemma(),
                "device" | "package" | "object" | "shell" | "munition" | "explosive"
            )
    });
    let carefully = clause
        .verb
        .children()
        .any(|c| matches!(c.lower(), "safely" | "remotely" | "successfully"));
    let defused = clause.verb.dep() == "conj"
        && clause
            .verb
            .head()
            .is_some_and(|v| lemma_in(v, &["defuse", "disarm", "find", "locate"]));
    lemma_in(clause.verb, &["detonate", "explode"])
        && explosive
        && (clause.subject.is_some_and(|s| makes_bombs_safe(s.tok)) || carefully || defused)
}

/// Police and experts, who set off bombs that others laid.
pub(super) fn makes_bombs_safe(doer: Tok<'_>) -> bool {
    const SAPPERS: [&str; 5] = ["expert", "sapper", "specialist", "squad", "technician"];
    let known = classes(doer);
    known.has(NounClass::Police) && !known.has(NounClass::Vehicle)
        || SAPPERS.contains(&semantic_head(doer).lemma())
}

/// "the breach of a *truce*", "the end of the *ceasefire*", "puts the *truce* in doubt": nobody is said to keep it.
pub(super) fn is_broken(tok: Tok<'_>) -> bool {
    let of = tok
        .head()
        .filter(|p| tok.dep() == "pobj" && matches!(p.lower(), "of" | "to"));
    let missing = || {
        of.and_then(Tok::head).is_some_and(|what| {
            matches!(
                what.lemma(),
                "breach" | "violation" | "collapse" | "breakdown" | "end" | "absence" | "lack"
            )
        })
    };
    matches!(
        tok.lemma(),
        "truce" | "ceasefire" | "cease-fire" | "armistice"
    ) && (missing() || is_put_at_risk(tok))
}

/// "shook the *truce*", "threw the *ceasefire* into doubt": what it stands up to was made before.
fn is_put_at_risk(thing: Tok<'_>) -> bool {
    const SHAKING: [&str; 19] = [
        "complicate",
        "endanger",
        "fray",
        "imperil",
        "jeopardise",
        "jeopardize",
        "mar",
        "overshadow",
        "rattle",
        "rock",
        "shake",
        "shatter",
        "strain",
        "tarnish",
        "test",
        "threaten",
        "undermine",
        "unravel",
        "weaken",
    ];
    const PUTTING: [&str; 6] = ["bring", "call", "leave", "place", "put", "throw"];
    let Some(verb) = thing
        .head()
        .filter(|_| thing.dep_in(&["dobj", "nsubjpass"]))
    else {
        return false;
    };
    let risk = |c: Tok<'_>| {
        c.dep() == "prep"
            && matches!(c.lower(), "in" | "into" | "at" | "under")
            && c.child(&["pobj"]).is_some_and(|o| {
                matches!(
                    o.lemma(),
                    "danger" | "doubt" | "jeopardy" | "peril" | "question" | "risk" | "strain"
                )
            })
    };
    lemma_in(verb, &SHAKING)
        || lemma_in(verb, &PUTTING) && (verb.children().any(risk) || thing.children().any(risk))
}

/// "*accidentally* hit her"
fn is_by_chance(adverb: Tok<'_>) -> bool {
    matches!(
        adverb.lower(),
        "accidentally" | "inadvertently" | "unintentionally"
    )
}

/// "killed by a *hit and run* driver"
fn is_hit_and_run(hit: Tok<'_>) -> bool {
    let and = hit.next().filter(|_| hit.lower() == "hit");
    and.filter(|a| a.lower() == "and")
        .and_then(Tok::next)
        .is_some_and(|run| run.lower() == "run")
}

/// "the dent was made by *striking* a person": nobody is said to do it, and it was not done to somebody.
pub(super) fn strikes_by_nobody(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    lemma_in(hit.head, &["hit", "strike"])
        && hit.head.tag() == "VBG"
        && hit.head.dep() != "advcl"
        && !clause.passive
        && clause.subject.is_none()
        && clause
            .object
            .is_some_and(|o| classes(o.tok).meets(ClassSet::HUMAN))
}

pub(super) fn is_accident(hit: &Hit<'_, '_>) -> bool {
    let (doc, sentence) = (hit.head.doc(), hit.head.sentence());
    let subject = match &hit.body {
        Body::Verb(clause) => clause.subject.map(|s| s.tok),
        Body::Noun(_) => None,
    };
    const NATURE: ClassSet = ClassSet::of(&[NounClass::Nature]);
    // "The *heart attack* killed him"
    let of_the_body = |s: Tok<'_>| {
        s.lemma() == "attack"
            && s.children()
                .any(|c| matches!(c.lower(), "heart" | "panic" | "asthma"))
    };
    if subject.is_some_and(|s| {
        of_the_body(s)
            || ACCIDENTS.contains(&s.lemma())
            || (classes(s).meets(NATURE) && !classes(s).meets(ClassSet::AGENT))
    }) {
        return true;
    }
    if is_by_what_falls(hit.head) || is_set_off_by_leak(hit.head) {
        return true;
    }
    // "was killed when a neighbour *accidentally* hit her"
    let unmeant = |verb: Tok<'_>| {
        lemma_in(verb, &["hit", "strike", "run"]) && verb.children().any(is_by_chance)
    };
    let brought_about = |c: Tok<'_>| c.dep() == "advcl" && c.i > hit.head.i;
    if unmeant(hit.head) || hit.head.children().any(|c| brought_about(c) && unmeant(c)) {
        return true;
    }
    if subject.is_some_and(is_of_plant) {
        return true;
    }
    // "killed a boy *in a car accident*"
    let by_accident = hit.head.subtree().iter().any(|link| {
        link.lower() == "in"
            && link
                .head()
                .is_some_and(|of| of == hit.head || of.pos() == Pos::Noun)
            && link
                .child(&["pobj"])
                .is_some_and(|o| matches!(o.lemma(), "accident" | "crash" | "collision"))
    });
    // "was *struck by a vehicle*", "in a hit-and-run": traffic, where nothing else is told.
    let traffic = hit.head.doc().sentences()[sentence].tokens.clone();
    let vehicle = ClassSet::of(&[NounClass::Vehicle]);
    let knocked = doc.range(traffic.clone()).any(|t| {
        matches!(t.lemma(), "hit" | "strike" | "run")
            && t.tag() == "VBN"
            && t.child(&["agent"])
                .and_then(|by| by.child(&["pobj"]))
                .is_some_and(|o| {
                    classes(o).meets(vehicle)
                        && !classes(o).meets(ClassSet::ARMS)
                        && !classes(o).meets(ClassSet::AGENT)
                })
    }) || doc
        .range(traffic)
        .any(|t| matches!(t.lower(), "hit-and-run" | "hit-run") || is_hit_and_run(t));
    if knocked
        && matches!(hit.entry.frame.name, "harm" | "suffer" | "toll")
        && count(doc, sentence, VIOLENCE) == 0
    {
        return true;
    }
    // "soldiers were killed *when* two helicopters *crashed*"
    let wrecked = hit.head.children().any(|c| {
        c.dep() == "advcl"
            && matches!(
                c.lemma(),
                "crash" | "collide" | "capsize" | "derail" | "overturn" | "sink" | "collapse"
            )
    });
    // "A helicopter *crashed*, killing four soldiers"
    let came_down = hit.head.dep() == "advcl"
        && hit.head.tag() == "VBG"
        && hit.head.head().is_some_and(|fall| {
            const MACHINES: ClassSet = ClassSet::of(&[NounClass::Vehicle, NounClass::Aircraft]);
            matches!(
                fall.lemma(),
                "collide" | "crash" | "derail" | "overturn" | "plunge" | "skid" | "swerve" | "veer"
            ) && fall.child(&["nsubj"]).is_some_and(|s| is(s, MACHINES))
                && crate::claim::phrase::object_of(fall, "into")
                    .is_none_or(|o| !is(o, ClassSet::HUMAN))
        });
    let wrecked = wrecked || came_down;
    let soldiers = count(doc, sentence, &["soldier", "troop"]);
    let wrecked = wrecked && count(doc, sentence, VIOLENCE) <= soldiers;
    if (by_accident || wrecked) && hit.entry.frame.name == "harm" {
        return true;
    }
    if subject.is_some_and(|s| classes(s).meets(ClassSet::AGENT))
        || !matches!(hit.entry.frame.name, "harm" | "toll")
    {
        return false;
    }
    if count(doc, sentence, VIOLENCE) > 0 {
        return false;
    }
    let own = usize::from(ACCIDENTS.contains(&hit.head.lemma()));
    count(doc, sentence, ACCIDENTS) > own || opens_with_accident(doc)
}

/// "was killed by a *falling* rock", "by a *fallen* tree": nobody threw it. What is left of arms falls from those.
pub(super) fn is_by_what_falls(deed: Tok<'_>) -> bool {
    const MADE_TO_FALL: ClassSet = ClassSet::of(&[
        NounClass::Aircraft,
        NounClass::Drone,
        NounClass::Explosive,
        NounClass::Heavy,
        NounClass::Weapon,
    ]);
    let falls = |o: Tok<'_>| {
        o.children()
            .any(|c| matches!(c.lower(), "falling" | "fallen"))
    };
    let thing = crate::claim::phrase::object_of(deed, "by");
    thing.is_some_and(|o| {
        falls(o) && !is(o, ClassSet::AGENT.union(MADE_TO_FALL)) && !lemma_in(o, REMAINS)
    })
}

/// "A gas *leak* caused an explosion", "an explosion caused by a *leak*".
pub(super) fn is_set_off_by_leak(blast: Tok<'_>) -> bool {
    const FAULTS: &[&str] = &["leak", "fault", "malfunction", "short-circuit", "spark"];
    let fault = |t: Tok<'_>| lemma_in(t, FAULTS);
    let cause = |v: Tok<'_>| lemma_in(v, &["cause", "ignite", "spark", "trigger"]);
    let set_off = blast.head().is_some_and(|v| {
        cause(v) && blast.dep() == "dobj" && v.child(&["nsubj"]).is_some_and(fault)
    });
    let by = blast
        .children()
        .filter(|c| c.dep_in(&["acl", "relcl"]) && cause(*c))
        .any(|c| crate::claim::phrase::object_of(c, "by").is_some_and(fault));
    lemma_in(blast, &["blast", "explosion", "fire"]) && (set_off || by)
}

/// "a *gas* explosion", "the *boiler* blast", "a gas cylinder": what bursts by itself.
fn is_of_plant(thing: Tok<'_>) -> bool {
    const PLANT: [&str; 12] = [
        "boiler",
        "butane",
        "cylinder",
        "dust",
        "firecracker",
        "fireworks",
        "gas",
        "methane",
        "propane",
        "silo",
        "tank",
        "transformer",
    ];
    let of = |t: Tok<'_>| PLANT.contains(&t.lower()) || PLANT.contains(&t.lemma());
    let bursts = lemma_in(thing, &["blast", "explosion"]);
    let described = thing
        .children()
        .any(|c| c.dep_in(&["compound", "amod", "nmod"]) && of(c));
    bursts && described
        || matches!(
            thing.lemma(),
            "boiler" | "cylinder" | "transformer" | "firecracker"
        )
}

/// Whether the headline and first sentences tell of an accident and nowhere of violence, so that
/// the hurt of a later sentence ("all those who were wounded") were hurt by it.
pub(super) fn opens_with_accident(doc: &Document) -> bool {
    const OPENING: usize = 4;
    let opening = || 0..doc.sentences().len().min(OPENING);
    opening().any(|s| count(doc, s, ACCIDENTS) > 0)
        // Police tell of accidents, too.
        && opening().all(|s| count(doc, s, VIOLENCE) == count(doc, s, &["police"]))
}
