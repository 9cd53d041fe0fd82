//! Words that only take up what is told elsewhere, or name nobody.

use crate::claim::nominal::Nominal;
use crate::claim::phrase::lemma_in;
use crate::claim::trigger::{Body, Hit};
use crate::codebook::pattern::Governed;
use dateline_data::EventType;
use dateline_text::{Pos, Tok};

/// "sentenced to *life imprisonment*", "sentenced 12 men to *prison terms*".
pub(super) fn is_named_in_sentence(punishment: Tok<'_>) -> bool {
    let link = punishment
        .head()
        .filter(|to| punishment.dep() == "pobj" && to.lower() == "to");
    link.and_then(Tok::head)
        .is_some_and(|verb| verb.pos() == Pos::Verb && lemma_in(verb, &["condemn", "sentence"]))
}

/// "indicted *on charges* of murder": told by the verb.
pub(super) fn is_named_in_indictment(charge: Tok<'_>) -> bool {
    let on = charge
        .head()
        .filter(|on| charge.dep() == "pobj" && on.lower() == "on");
    let verb = on.and_then(Tok::head);
    lemma_in(charge, &["charge", "count"]) && verb.is_some_and(|v| v.lemma() == "indict")
}

/// "owned up to the raid, the worst *bloodshed* in Kalem since the war": how what is told ranks among others.
pub(super) fn is_ranked(happening: Tok<'_>) -> bool {
    let highest = |c: Tok<'_>| c.dep() == "amod" && c.tag() == "JJS";
    let since = happening
        .subtree()
        .into_iter()
        .any(|t| t.i > happening.i && t.lower() == "since");
    let set_apart = happening.dep_in(&["appos", "conj", "dep", "npadvmod"])
        && happening.child(&["cc"]).is_none();
    set_apart && happening.children().any(highest) && since
}

/// "nine are feared *dead*", "two were reported *injured*"
pub(super) fn is_said_to_be_dead(state: Tok<'_>) -> bool {
    const SAID: [&str; 9] = [
        "assume",
        "believe",
        "confirm",
        "declare",
        "fear",
        "presume",
        "pronounce",
        "report",
        "think",
    ];
    // "reported *two dead*" counts people.
    matches!(state.lower(), "dead" | "hurt" | "injured" | "wounded")
        && state.child(&["nummod"]).is_none()
        && state.head().is_some_and(|v| lemma_in(v, &SAID))
}

/// "took its toll", "a large number of injuries": no number of people.
pub(super) fn is_bare_toll(hit: &Hit<'_, '_>) -> bool {
    let toll = hit.head.lower() == "toll" && hit.companions.is_empty();
    (toll || hit.head.lower() == "number") && !crate::casualty::tells_number(hit.head)
}

/// "no casualties", "nobody died": what did not come of an attack does not deny the attack.
pub(super) fn is_told_of_nobody(hit: &Hit<'_, '_>) -> bool {
    let none = |t: Tok<'_>| matches!(t.lower(), "no" | "none" | "nobody" | "without" | "neither");
    let of_none = |t: Tok<'_>| none(t) || t.children().any(|c| none(c) || c.dep() == "neg");
    let governor = hit
        .head
        .head()
        .filter(|g| none(*g) || g.child(&["neg"]).is_some());
    let shared = hit.head.first_conjunct();
    of_none(hit.head)
        || of_none(shared)
        || governor.is_some()
        || hit
            .head
            .children()
            .any(|c| c.dep_in(&["nsubj", "nsubjpass"]) && of_none(c))
}

/// "beat a farmer *to death*": told by the verb.
pub(super) fn is_how_somebody_was_killed(death: Tok<'_>) -> bool {
    const KILLING: [&str; 15] = [
        "batter", "beat", "bludgeon", "burn", "choke", "club", "crush", "hack", "shoot", "stab",
        "starve", "stone", "strangle", "torture", "trample",
    ];
    let to = death.head().filter(|to| to.lower() == "to");
    death.lemma() == "death"
        && to
            .and_then(Tok::head)
            .is_some_and(|verb| lemma_in(verb, &KILLING))
}

/// "the anniversary of his *death*".
pub(super) fn is_commemorated(tok: Tok<'_>) -> bool {
    let of = tok
        .head()
        .filter(|p| tok.dep() == "pobj" && p.lower() == "of");
    of.and_then(Tok::head)
        .is_some_and(|n| matches!(n.lemma(), "anniversary" | "memory" | "commemoration"))
}

/// What is said of violence that is told as new.
const NEW_OR_FIERCE: &[&str] = &[
    "deadly",
    "escalating",
    "fierce",
    "fresh",
    "growing",
    "heavy",
    "intense",
    "renewed",
    "severe",
    "sporadic",
];

/// "violence", "the violence in the north": a word for the state of things, unless it is said that it broke out.
fn is_bare_violence(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "violence"
        && hit.companions.is_empty()
        && hit.pattern.links.is_empty()
        && matches!(hit.body, Body::Noun(_))
}

/// Whether violence is of a sort that is no single happening: "domestic violence", "violence on screen".
pub(super) fn is_sort_of_violence(hit: &Hit<'_, '_>) -> bool {
    let described =
        |c: Tok<'_>| c.dep_in(&["amod", "compound", "nmod"]) && !NEW_OR_FIERCE.contains(&c.lower());
    let shown = |c: Tok<'_>| {
        c.dep() == "prep"
            && c.lower() == "on"
            && c.child(&["pobj"])
                .is_some_and(|medium| !matches!(medium.name_label(), "DATE" | "TIME"))
    };
    is_bare_violence(hit) && hit.head.children().any(|c| described(c) || shown(c))
}

/// "the attack", "such attacks", "no attack": the noun refers back or to none, adds nothing of its
/// own, and no verb says that it took place.
pub(super) fn is_mere_mention(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> bool {
    const OCCUR: &[&str] = &[
        "occur",
        "happen",
        "take",
        "begin",
        "erupt",
        "break",
        "follow",
        "continue",
        "unfold",
        "start",
        "come",
        "escalate",
        "flare",
        "grow",
        "intensify",
        "rage",
        "reignite",
        "spread",
        "worsen",
    ];
    const OFTEN: &[&str] = &["common", "daily", "frequent", "rife", "routine"];
    // "The death toll rose to 40": the number is new.
    if crate::casualty::tells_number(nominal.noun) {
        return false;
    }
    let by_its_word_alone = is_bare_violence(hit);
    let said_to_be_somebodys = !hit.pattern.links.is_empty()
        || nominal.support.is_some()
        || crate::claim::implied::actor(hit).is_some()
        || hit.entry.kind == EventType::Assault && crate::claim::implied::aims(nominal)
        || nominal.possessor.is_some_and(|p| p.pos() != Pos::Pron);
    if said_to_be_somebodys && !by_its_word_alone {
        return false;
    }
    let introduced = nominal
        .carrier
        .children()
        .chain(nominal.noun.children())
        .any(|c| {
            c.i < nominal.noun.i
                && (matches!(c.lower(), "a" | "an" | "another") || c.dep() == "nummod")
        });
    let bare = nominal.carrier.child(&["det", "poss"]).is_none();
    // "*Monday's* violence"
    let of_a_day = |c: Tok<'_>| c.dep() == "poss" && c.name_label() == "DATE";
    let on_its_day = by_its_word_alone && nominal.carrier.children().any(of_a_day);
    // "*Fresh* clashes strain the truce", "*Heavy* shelling drove hundreds out"
    let afresh = nominal.carrier.dep() == "nsubj"
        && bare
        && nominal
            .carrier
            .children()
            .any(|c| c.dep() == "amod" && NEW_OR_FIERCE.contains(&c.lower()));
    // "after heavy shelling *last week*"
    let dated = bare
        && nominal
            .carrier
            .children()
            .any(|c| c.dep() == "npadvmod" && matches!(c.name_label(), "DATE" | "TIME"));
    // "the latest riots *overnight*", "fierce violence *last Monday*" that the parser hangs higher
    let beside_day = nominal.carrier.next().is_some_and(|next| {
        matches!(next.name_label(), "DATE" | "TIME") || next.lower() == "overnight"
    });
    let newest = nominal
        .carrier
        .children()
        .any(|c| c.lower() == "latest" && c.i < nominal.noun.i);
    let fierce = nominal
        .carrier
        .children()
        .any(|c| c.dep() == "amod" && NEW_OR_FIERCE.contains(&c.lower()));
    let told_with_day = (newest || bare && fierce) && beside_day;
    let told_afresh = dated || afresh || on_its_day || told_with_day;
    if introduced && !by_its_word_alone || told_afresh || is_appointed(hit, nominal) {
        return false;
    }
    let own_links = nominal
        .links
        .iter()
        .filter(|(link, _)| {
            !hit.pattern.links.iter().any(|l| {
                l.words.iter().any(|w| **w == *link.lower())
                    && matches!(l.governed, Governed::Words(_))
            })
        })
        .any(|(link, object)| nominal.own(*link) && object.is_some());
    let telling = nominal
        .modifiers
        .iter()
        .filter(|m| !hit.companions.iter().any(|c| m.governs(*c)))
        .any(|m| m.dep_in(&["compound", "nmod"]) || m.pos() == Pos::Propn || m.name().is_some());
    let described =
        own_links || telling || crate::claim::trigger::noun_clause(nominal.noun).is_some();
    if described && !by_its_word_alone {
        return false;
    }
    let occurs = nominal.carrier.head().is_some_and(|h| {
        nominal.carrier.dep_in(&["nsubj", "nsubjpass", "attr"])
            && (OCCUR.contains(&h.lemma())
                // "Talks *resumed*", not "the officer resumed duty"
                || lemma_in(h, &["resume", "restart"]) && h.child(&["dobj"]).is_none()
                // "The swap *saw* forty return", "The swap *involved* nine from either side"
                || hit.entry.kind != EventType::Assault
                    && lemma_in(h, &["see", "involve"])
                    && h.child(&["dobj", "ccomp"]).is_some()
                || (h.lemma() == "be" && nominal.carrier.dep() == "attr")
                // "Clashes *are frequent* in Kalem"
                || h.lemma() == "be" && bare && h.child(&["acomp"]).is_some_and(|a| lemma_in(a, OFTEN)))
    });
    let brought_about = nominal.carrier.head().is_some_and(|p| {
        nominal.carrier.dep() == "pobj"
            && matches!(
                (p.head().map(|v| v.lemma()), p.lower()),
                (Some("lead"), "to")
                    | (Some("result" | "end"), "in")
                    | (
                        Some("degenerate" | "descend" | "erupt" | "escalate" | "spill"),
                        "into"
                    )
            )
    });
    // "*sparked* protests"
    let stretch = nominal
        .carrier
        .head()
        .filter(|of| nominal.carrier.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|t| lemma_in(*t, &["hour", "day", "night", "week", "month"]));
    // "*on* the third day of *protests*", not "after two days of fighting"
    let goes_on = bare
        && stretch
            .and_then(Tok::head)
            .is_some_and(|link| link.lower() == "on");
    // "set off days of *rioting*"
    let caused = stretch.unwrap_or(nominal.carrier);
    let set_off = caused.head().is_some_and(|verb| {
        const SETTING_OFF: &[&str] = &[
            "cause", "ignite", "incite", "prompt", "provoke", "set", "spark", "trigger", "unleash",
        ];
        caused.dep() == "dobj"
            && caused.child(&["det", "poss"]).is_none()
            && lemma_in(verb, SETTING_OFF)
            && (verb.lemma() != "set" || verb.child(&["prt"]).is_some_and(|p| p.lower() == "off"))
    });
    // "The murder *reignited* the civil war": what had ended is there again.
    let back = nominal.carrier.dep() == "dobj"
        && nominal
            .carrier
            .head()
            .is_some_and(|verb| lemma_in(verb, &["reignite", "rekindle"]));
    // "the worst violence *the town has seen*"
    let lived_through = nominal.carrier.child(&["relcl"]).is_some_and(|seen| {
        lemma_in(
            seen,
            &["endure", "experience", "know", "see", "suffer", "witness"],
        ) && nominal.carrier.children().any(|c| c.tag() == "JJS")
    });
    // "was *marred by* protests", "Protests *gripped* Lagos"
    // "Blasts rocked Lagos" is the verb's claim.
    let befalls = hit.entry.kind != EventType::Assault
        && nominal.carrier.child(&["det", "poss"]).is_none()
        && crate::claim::phrase::befallen(nominal.carrier).is_some();
    let perceived = crate::claim::phrase::perceiving(nominal.carrier).is_some();
    // "her handling *of riots*", "sent police to quell *riots*"
    let dealt_with = bare
        && hit.entry.kind == EventType::Protest
        && nominal
            .carrier
            .head()
            .is_some_and(|above| match nominal.carrier.dep() {
                "dobj" => lemma_in(above, &["contain", "quash", "quell", "suppress"]),
                "pobj" if above.lower() == "of" => {
                    above.head().is_some_and(|n| n.lower() == "handling")
                }
                _ => false,
            });
    let takes_place = occurs || goes_on || back || lived_through || dealt_with;
    !(takes_place
        || perceived
        || brought_about
        || set_off
        || befalls
        || is_described(nominal.carrier))
}

/// "*The assassination* set off riots", "*the latest riots* left the market in ruins": a happening is told by what it did,
/// where nothing else in the text tells it.
pub fn is_told_by_what_it_did(hit: &Hit<'_, '_>) -> bool {
    const DOING: &[&str] = &[
        "cause",
        "cripple",
        "damage",
        "destroy",
        "disrupt",
        "drive",
        "end",
        "force",
        "halt",
        "interrupt",
        "last",
        "leave",
        "paralyse",
        "paralyze",
        "plunge",
        "prompt",
        "provoke",
        "raise",
        "set",
        "shake",
        "shatter",
        "spark",
        "stop",
        "touch",
        "trigger",
        "unleash",
    ];
    const STATES: &[&str] = &["battle", "insurgency", "offensive", "violence", "war"];
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let this = |c: Tok<'_>| matches!(c.lower(), "the" | "this" | "these" | "those");
    let carrier = nominal.carrier;
    !hit.aside
        && matches!(hit.entry.kind, EventType::Assault | EventType::Protest)
        && !lemma_in(hit.head, STATES)
        && carrier.dep() == "nsubj"
        && carrier.children().any(this)
        && carrier.head().is_some_and(|verb| {
            let past = verb.tag() == "VBD"
                || verb.tag() == "VBN"
                    && verb.child(&["aux"]).is_some_and(|a| lemma_in(a, &["have"]));
            past && lemma_in(verb, DOING)
        })
}

/// "brought them together for *talks*": of which talks, nothing is said.
pub(super) fn is_any_talks(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    nominal.noun.lemma() == "talk" && hit.names_alone() && !is_appointed(hit, nominal)
}

/// "on the eve of *Ruvian talks*", "the *negotiations* set for Monday", "*talks* that were interrupted": which
/// talks is said, when or how long they are held, or that they end.
fn is_appointed(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> bool {
    const ARRANGED: [&str; 14] = [
        "begin",
        "break",
        "convene",
        "due",
        "hold",
        "host",
        "interrupt",
        "mediate",
        "plan",
        "schedule",
        "set",
        "slate",
        "sponsor",
        "stall",
    ];
    let talks = lemma_in(nominal.noun, &["consultation", "negotiation", "talk"]);
    let bare = nominal.carrier == nominal.noun
        && nominal.noun.child(&["det", "poss"]).is_none()
        && matches!(nominal.noun.tag(), "NNS" | "NNPS");
    // "*Talks* ended on Friday"
    let ends = bare
        && nominal.noun.dep() == "nsubj"
        && nominal
            .noun
            .head()
            .is_some_and(|v| lemma_in(v, &["end"]) && v.child(&["dobj"]).is_none());
    // "after two days of *talks*"
    let lasting = nominal
        .noun
        .head()
        .filter(|of| nominal.noun.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .is_some_and(|t| lemma_in(t, &["hour", "day", "week", "month"]));
    let which = |m: &Tok<'_>| m.dep_in(&["amod", "compound", "nmod"]);
    let arranged =
        |c: Tok<'_>| c.i > nominal.noun.i && c.dep_in(&["acl", "relcl"]) && lemma_in(c, &ARRANGED);
    hit.entry.kind == EventType::Consult
        && (talks && (ends || bare && lasting)
            || talks && bare && nominal.modifiers.iter().any(which) && !super::is_of_another(hit)
            || nominal.noun.children().any(arranged))
}

/// "witnesses described *executions* and *looting*", "heard *shelling*": what is described or heard took place, unless the words
/// take it up.
pub(super) fn is_described(happening: Tok<'_>) -> bool {
    const TELLING: [&str; 10] = [
        "describe", "detail", "document", "expose", "hear", "record", "recount", "report",
        "uncover", "witness",
    ];
    let first = happening.first_conjunct();
    let told = first.dep() == "dobj"
        && first
            .head()
            .is_some_and(|verb| TELLING.contains(&verb.lemma()));
    let taken_up = happening
        .children()
        .any(|c| c.dep_in(&["det", "poss"]) && c.i < happening.i);
    told && !taken_up
}
