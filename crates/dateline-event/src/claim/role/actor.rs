//! Who does it, and who is only taken for the doer.

use super::filler::filler;
use super::{
    Found, argument, is_agent_before, is_nobody, is_of_the_speaker, is_place_only, is_shot,
};
use crate::claim::clause::Clause;
use crate::claim::frame::Function;
use crate::claim::nominal::{HELD_ON_SUSPICION, Nominal};
use crate::claim::phrase::{behind, is, may_act, semantic_head};
use crate::claim::trigger::{Body, Hit};
use crate::claim::{Role, implied, phrase};
use dateline_data::{ClassSet, EventType, NounClass, noun_classes};
use dateline_text::{Document, Pos, Tok};

pub(super) fn actor_of(hit: &Hit<'_, '_>, function: Function, nth: usize) -> Option<Found> {
    let filler = filler(hit, function, nth)?;
    // "boats used *by Iran* to attack ships": whoever uses them.
    let user = || {
        let used = hit.head.head().filter(|used| {
            used.lemma() == "use" && hit.head.tag() == "VB" && hit.head.dep_in(&["advcl", "xcomp"])
        })?;
        let clause = Clause::of(used);
        clause.subject.filter(|_| clause.passive)
    };
    let filler = match function {
        Function::Subject => user().unwrap_or(filler),
        _ => filler,
    };
    let tok = filler.tok;
    if rejects_accusation(hit, function) || is_no_doer(hit, function, tok) {
        return None;
    }
    if is(tok, ClassSet::ARMS) && !is(tok, ClassSet::AGENT) {
        return None;
    }
    // "a shooting at *Kalem Airport* that left two hurt": what is built hurts nobody.
    const BUILT: &[&str] = &["airport", "bridge", "highway", "mall", "stadium", "tunnel"];
    let place = semantic_head(tok);
    let built = BUILT.contains(&place.lower()) && place.name_label() != "PERSON";
    if built && hit.entry.kind == EventType::Assault && tok.pos() == Pos::Propn {
        return None;
    }
    if let Some(owner) = whose_craft(tok) {
        return Some(Found {
            argument: argument(Role::Actor, owner, true),
            path: format!("whose “{}” they are", tok.text()),
        });
    }
    // "the *police* killing of a welder"; in "police killings" police may have been killed.
    let told = match &hit.body {
        Body::Noun(nominal) => nominal.governed_by("of").is_some(),
        Body::Verb(_) => true,
    };
    if function == Function::Modifier && hit.entry.frame.name == "harm" && !told {
        return None;
    }
    let actor = if function == Function::Modifier {
        names_an_agent(hit, tok).then_some(tok)?
    } else if function == Function::Possessor
        && (is_scene(hit, tok)
            || phrase::is_scene_of_strife(tok, hit.head)
            || is_shot(hit, tok)
            || hit.entry.frame.name == "harm" && !deals_it_out(hit, tok))
    {
        return None;
    } else if function == Function::After("of")
        && (hit.head.lemma() == "recall" || is_sending(hit.head))
    {
        // "the recall of *the ambassador*", "the deployment of *troops*": others move them.
        return None;
    } else if function == Function::After("of") {
        // "a march of farmers", not "a protest of his death"
        Some(tok).filter(|t| is(*t, ClassSet::AGENT))?
    } else {
        behind(tok)
            .filter(|a| !is_place_only(*a))
            .or_else(|| implied::doer_of(tok))
            .or_else(|| implied::sides_of(tok))
            .or_else(|| Some(tok).filter(|t| acts_as_house(hit, function, *t)))?
    };
    let words = if actor == semantic_head(tok) {
        tok
    } else {
        actor
    };
    // "The faction grew out of the *refusal* of officers to sign": they refused.
    let told_by_of = hit.entry.kind == EventType::Reject && is_of_the_speaker(hit);
    if function == Function::Subject && (told_by_of || is_not_alleged(hit)) {
        return None;
    }
    let mut argument = argument(Role::Actor, words, true);
    argument.hedged |= function == Function::Subject && is_only_supposed(hit);
    Some(Found {
        argument,
        path: filler.path(),
    })
}

/// "*the air force*, whose bombers struck the port": whose craft did it.
fn whose_craft(tok: Tok<'_>) -> Option<Tok<'_>> {
    let craft = ClassSet::of(&[NounClass::Aircraft, NounClass::Drone, NounClass::Vehicle]);
    let owned = tok
        .child(&["poss"])
        .is_some_and(|whose| whose.lower() == "whose");
    let verb = tok
        .head()
        .filter(|v| owned && is(tok, craft) && v.dep() == "relcl")?;
    verb.head().filter(|owner| phrase::may_act(*owner))
}

/// Nouns for what is done to those who are then on the move: "the recruitment of minors", not "the massing of troops".
pub(super) fn is_sending(noun: Tok<'_>) -> bool {
    const SENDING: &[&str] = &[
        "conscription",
        "deployment",
        "dispatch",
        "mobilisation",
        "mobilization",
        "recruitment",
        "redeployment",
    ];
    phrase::lemma_in(noun, SENDING)
}

/// "rejected *accusations* that they had fired": whoever rejects them makes none.
pub(super) fn rejects_accusation(hit: &Hit<'_, '_>, function: Function) -> bool {
    const ANSWERING: &[&str] = &[
        "reject", "deny", "dismiss", "face", "refute", "plead", "find",
    ];
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    function == Function::Subject
        && hit.entry.kind == EventType::Accuse
        && nominal
            .support
            .as_ref()
            .is_some_and(|s| phrase::lemma_in(s.clause.verb, ANSWERING))
}

/// Whether a word that stands where a doer does is none.
pub(super) fn is_no_doer(hit: &Hit<'_, '_>, function: Function, tok: Tok<'_>) -> bool {
    let it = tok.lower() == "it";
    let above = |fits: fn(Tok<'_>) -> bool| tok.head().is_some_and(fits);
    // "a tour of *three states*": where it went.
    let land = ClassSet::of(&[NounClass::Country, NounClass::Place, NounClass::Facility]);
    let toured = function == Function::After("of") && hit.head.lemma() == "tour" && is(tok, land);
    // "launchers are set up *by the town* of Kalem": beside it.
    let beside = hit.entry.kind == EventType::Mobilize
        && phrase::lemma_in(
            tok,
            &["border", "coast", "river", "road", "town", "village"],
        )
        && above(|by| by.lower() == "by");
    // "was cleaning a rifle when *it* went off, hitting her": what goes off is no actor.
    let went_off =
        it && above(|v| v.lemma() == "go" && v.child(&["prt"]).is_some_and(|p| p.lower() == "off"));
    // "*let's* bring him to justice": the parser's part of a word.
    let part = matches!(tok.text(), "'s" | "’s");
    // "took the child *by force*": how, and not who.
    let how = tok.lower() == "force" && tok.children().next().is_none();
    // "No group has said *it* carried out the bombing": nobody did, as far as is said.
    let of_nobody = matches!(tok.lower(), "it" | "he" | "she" | "they")
        && above(|v| {
            v.dep() == "ccomp"
                && v.head()
                    .and_then(|says| says.child(&["nsubj"]))
                    .is_some_and(is_nobody)
        });
    // "makes *it* difficult to blame them": nobody is named.
    let described = it && above(|v| v.pos() == Pos::Adj);
    toured || beside || went_off || part || how || of_nobody || described
}

/// "*the brewery* sued the town", "*the airport* banned them": a house speaks and decides as those who run it.
pub(super) fn acts_as_house(hit: &Hit<'_, '_>, function: Function, tok: Tok<'_>) -> bool {
    let decides = matches!(hit.entry.frame.name, "speak" | "support" | "impose");
    let head = semantic_head(tok);
    function == Function::Subject
        && decides
        && matches!(&hit.body, Body::Verb(clause) if !clause.passive)
        && is(head, ClassSet::of(&[NounClass::Facility]))
        && head.name_label().is_empty()
}

/// "is *not accused of* joining in that ambush": the attack stands, nobody says that he did it.
pub(super) fn is_not_alleged(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let charge = nominal
        .support
        .as_ref()
        .map(|s| s.clause.verb)
        .filter(|v| v.dep() == "pcomp")
        .and_then(|v| v.head()?.head());
    charge.is_some_and(|verb| verb.child(&["neg"]).is_some())
}

/// "whether the guards *were involved in* the killing", "may have taken part in it", "is *wanted for* it": the
/// killing stands, who did it is what is asked.
pub(super) fn is_only_supposed(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let supposed = |c: Tok<'_>| match c.dep() {
        "aux" => matches!(c.lower(), "may" | "might" | "could"),
        "mark" => matches!(c.lower(), "whether" | "if"),
        _ => false,
    };
    nominal.support.as_ref().is_some_and(|s| {
        phrase::lemma_in(s.clause.verb, HELD_ON_SUSPICION) || s.clause.verb.children().any(supposed)
    })
}

/// "*Peru*'s protests", "*Ireland*'s conflict", "*Kalem*'s flood relief effort": the country in which, not who.
pub(super) fn is_scene(hit: &Hit<'_, '_>, owner: Tok<'_>) -> bool {
    let relief = hit.entry.kind == EventType::Aid
        && hit.head.lemma() == "effort"
        && hit.head.child(&["prep", "acl"]).is_none();
    (relief || matches!(hit.entry.frame.name, "crowd" | "fight"))
        && matches!(owner.name_label(), "GPE" | "LOC")
}

/// "the militia's *massacres*", "the regime's *torture* of prisoners": armed bodies and states deal such deeds out, a
/// single deed may have been done to one of theirs.
pub(super) fn deals_it_out(hit: &Hit<'_, '_>, owner: Tok<'_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let force = ClassSet::of(&[
        NounClass::Armed,
        NounClass::Police,
        NounClass::Organisation,
        NounClass::Country,
    ]);
    // "Arkania's occupation *of Kalem*", "the militia's seizure *of a dam*"
    let suffers = ClassSet::HUMAN.union(ClassSet::of(&[
        NounClass::Country,
        NounClass::Facility,
        NounClass::Organisation,
        NounClass::Place,
        NounClass::Vehicle,
    ]));
    let done_to = nominal
        .own_governed_by("of")
        .is_some_and(|f| is(f.tok, suffers));
    hit.entry.frame.name == "harm"
        && (hit.head.tag() == "NNS" || done_to)
        && (is(owner, force) || done_to && is(owner, ClassSet::AGENT))
}

/// What can be beaten off.
pub(super) const ASSAULTS: &[&str] = &[
    "advance",
    "assault",
    "attack",
    "counter-attack",
    "counter-offensive",
    "counterattack",
    "counteroffensive",
    "incursion",
    "invasion",
    "offensive",
    "onslaught",
    "push",
    "raid",
    "thrust",
];

/// "*Reporters* had their passports seized", "*two men* had their throats slit".
pub(super) fn who_had_it_done<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let had = hit.head.head()?;
    let done = had.lemma() == "have" && hit.head.dep() == "ccomp";
    had.child(&["nsubj"]).filter(|_| done)
}

/// Whoever did the attack that this noun names.
pub(super) fn attacker_of(attack: Tok<'_>) -> Option<Found> {
    let nominal = Nominal::of(attack);
    let by = nominal.governed_by("by").map(|f| (f.tok, "after “by” at"));
    let owner = nominal.possessor.map(|p| (p, "possessor of"));
    let before = || {
        let mut agents = nominal
            .modifiers
            .iter()
            .filter(|m| is_agent_before(attack, **m));
        agents.next_back().map(|m| (*m, "modifier of"))
    };
    let (tok, how) = by.or(owner).or_else(before)?;
    may_act(tok).then(|| Found {
        argument: argument(Role::Recipient, tok, true),
        path: format!("{how} “{}”", attack.text()),
    })
}

/// "fought back, forcing *the rebels* to flee", "fired tear gas to disperse *a crowd*": whom the act drives is whom it is done to.
pub(super) fn driven_off(hit: &Hit<'_, '_>) -> Option<Found> {
    const DRIVE: &[&str] = &[
        "compel", "disperse", "drive", "force", "prompt", "push", "scatter",
    ];
    const GIVING_WAY: &[&str] = &[
        "abandon",
        "disperse",
        "evacuate",
        "flee",
        "hide",
        "leave",
        "pull",
        "retreat",
        "run",
        "scatter",
        "shelter",
        "surrender",
        "take",
        "withdraw",
    ];
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    if hit.entry.kind != EventType::Assault {
        return None;
    }
    let result = clause.verb.children().find(|c| {
        let purpose = c.tag() == "VB" && c.dep_in(&["advcl", "xcomp"]);
        let outcome = c.tag() == "VBG" && c.dep() == "advcl";
        // "exchanged fire, prompting *Danu* to call a meeting": no fire falls on who is moved to speak.
        let made_to = c.child(&["xcomp", "ccomp"]);
        (purpose || outcome)
            && phrase::lemma_in(*c, DRIVE)
            && made_to.is_none_or(|deed| phrase::lemma_in(deed, GIVING_WAY))
    })?;
    let object = Clause::of(result)
        .object
        .filter(|o| is(o.tok, ClassSet::AGENT))?;
    Some(Found {
        argument: argument(Role::Recipient, object.tok, true),
        path: object.path(),
    })
}

/// A modifier that says who: "ISIS attacks", "a US strike", "police shooting"; not "the Mandera
/// attack", where a town says where.
pub(super) fn names_an_agent(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
    // "*Danu* vigil": where people gather, and no town does.
    let gathers_there =
        hit.entry.kind == EventType::Protest && matches!(tok.name_label(), "GPE" | "LOC");
    !gathers_there && is_agent_before(hit.head, tok)
}

/// Whether a name ends in a word for what is built, and for nobody: a nightclub, a mall, not a church or a bank.
pub(super) fn names_building(name: Tok<'_>) -> bool {
    let known = noun_classes(name.lower());
    known.has(NounClass::Facility) && !known.has(NounClass::Organisation)
}

/// "*Sudan* drone strike": whether the article speaks of this country only as where things happen
/// ("in Sudan", "the Sudanese city"), never as somebody who acts ("Sudan said", "Sudanese forces").
pub(crate) fn is_scene_of_article(country: Tok<'_>) -> bool {
    let name = country.lower();
    // The adjective begins like the name: Sudanese, Malian.
    let stem: String = name.chars().take(4).collect();
    let meant = |t: &Tok<'_>| {
        t.i != country.i
            && (t.lower() == name
                || t.pos() == Pos::Adj && stem.len() >= 4 && t.lower().starts_with(&stem))
    };
    let mut scene = false;
    let whole = |t: &Tok<'_>| t.name().is_none_or(|n| n.end - n.first == 1);
    for tok in country.doc().toks().filter(meant).filter(whole) {
        let Some(head) = tok.head() else { continue };
        let modifies = tok.dep_in(&["amod", "compound", "nmod", "poss"]);
        let actor = ClassSet::of(&[
            NounClass::Armed,
            NounClass::Police,
            NounClass::Official,
            NounClass::Organisation,
        ]);
        if tok.dep_in(&["nsubj", "agent"]) || modifies && is(head, actor) {
            return false;
        }
        let inside = tok.dep() == "pobj" && matches!(head.lower(), "in" | "across" | "inside");
        scene |= inside || modifies && is(head, ClassSet::of(&[NounClass::Place]));
    }
    scene
}

/// Whether the text elsewhere says "in X" of this name, or "X State".
pub(super) fn is_said_as_place(tok: Tok<'_>) -> bool {
    let stands_there = tok.doc().toks().any(|t| {
        t.text() == tok.text()
            && t.dep() == "pobj"
            && t.head()
                .is_some_and(|p| matches!(p.lower(), "in" | "near" | "at" | "outside" | "around"))
    });
    stands_there || names_division(tok.doc(), tok.text())
}

/// "*Kalem* Province", "the *Kalem* region": whether the article has a part of a country by this name.
pub(crate) fn names_division(doc: &Document, name: &str) -> bool {
    doc.toks().any(|t| {
        t.text() == name
            && t.dep_in(&["compound", "nmod"])
            && t.next().is_some_and(|next| {
                matches!(
                    next.lower(),
                    "province" | "region" | "district" | "county" | "governorate"
                ) || next.text() == "State"
            })
    })
}
