//! Deaths and wounds that are told in other words than a verb of killing: lives lost and taken, bodies
//! found, the one of several who was hit fatally.

use super::fate::Fate;
use super::headline::is_number;
use crate::claim::clause::Clause;
use crate::claim::phrase::{lemma_in, object_of};
use dateline_text::phrase::is_reflexive;
use dateline_text::{Pos, Tok};

/// What a word tells in such a way, and of whom.
pub(super) fn told(word: Tok<'_>) -> Option<(Fate, Tok<'_>)> {
    let killed = |person| (Fate::Killed, person);
    match word.pos() {
        Pos::Verb => of_life(word)
            .map(killed)
            .or_else(|| of_weapon(word).map(|person| (Fate::Struck, person))),
        Pos::Noun => of_body(word).or_else(|| of_loss(word)).map(killed),
        Pos::Adv => of_one_among(word).map(killed),
        _ => None,
    }
}

/// "*three soldiers* lost their lives", "took the life of *a baker*", "claimed *twelve lives*", "*he*
/// took his own life".
fn of_life(verb: Tok<'_>) -> Option<Tok<'_>> {
    if !matches!(verb.lemma(), "lose" | "take" | "claim" | "cost") {
        return None;
    }
    let clause = Clause::of(verb);
    let subject = clause.subject.map(|s| s.tok);
    let life = clause.object.map(|o| o.tok);
    let life = life.filter(|o| matches!(o.lower(), "life" | "lives"))?;
    let counted = || life.child(&["nummod"]).map(|_| life);
    let owner = life.child(&["poss"]);
    if verb.lemma() == "lose" {
        return owner.and(subject).or_else(counted);
    }
    let own = life.children().any(|c| c.lower() == "own");
    object_of(life, "of")
        .or_else(|| subject.filter(|_| own))
        .or_else(|| owner.filter(|_| !own))
        .or_else(counted)
}

/// "acknowledged the loss of *eleven men* in the ambush": of fighters in a fight.
fn of_loss(noun: Tok<'_>) -> Option<Tok<'_>> {
    const FIGHTERS: &[&str] = &[
        "airman",
        "airmen",
        "fighter",
        "man",
        "marine",
        "men",
        "officer",
        "policeman",
        "policemen",
        "sailor",
        "soldier",
        "troop",
    ];
    let counted =
        |lost: &Tok<'_>| FIGHTERS.contains(&lost.lemma()) && lost.child(&["nummod"]).is_some();
    let owns_up = |v: Tok<'_>| {
        matches!(
            v.lemma(),
            "acknowledge" | "admit" | "announce" | "confirm" | "mourn" | "report"
        )
    };
    let told = noun.dep() == "dobj" && noun.head().is_some_and(owns_up);
    (noun.lemma() == "loss" && told)
        .then(|| object_of(noun, "of"))?
        .filter(counted)
}

/// "turned the gun on *himself*": hit, and not said to be dead.
fn of_weapon(verb: Tok<'_>) -> Option<Tok<'_>> {
    const WEAPONS: &[&str] = &[
        "gun", "handgun", "weapon", "pistol", "rifle", "shotgun", "revolver", "firearm", "knife",
    ];
    let armed = verb
        .child(&["dobj"])
        .is_some_and(|o| WEAPONS.contains(&o.lower()));
    let on = (verb.lemma() == "turn" && armed).then(|| object_of(verb, "on"))?;
    on.filter(|o| is_reflexive(*o))
}

/// Whether the word means the body of somebody dead, as far as it alone tells.
pub(crate) fn is_body(noun: Tok<'_>) -> bool {
    matches!(noun.lower(), "body" | "bodies" | "corpse" | "corpses")
}

/// "the bodies of *two men*", "*his* body was found", "*a body* was recovered".
fn of_body(noun: Tok<'_>) -> Option<Tok<'_>> {
    const FINDING: &[&str] = &[
        "find", "discover", "recover", "locate", "retrieve", "identify", "dump", "exhume", "spot",
        "pull", "count", "bring", "collect", "receive", "bury", "unearth", "remove", "dig",
    ];
    let kept = noun.children().all(|c| {
        !c.dep_in(&["compound"])
            && (c.dep() != "amod" || !matches!(c.lower(), "upper" | "lower" | "entire" | "whole"))
    });
    let found = || {
        let verb = noun
            .head()
            .filter(|_| noun.dep_in(&["dobj", "nsubjpass", "nsubj"]))
            .or_else(|| noun.child(&["acl"]))?;
        lemma_in(verb, FINDING).then_some(noun)
    };
    if !is_body(noun) || !kept {
        return None;
    }
    let found = found()?;
    object_of(noun, "of")
        .or_else(|| noun.child(&["poss"]))
        .or(Some(found))
}

/// "four were hit, *one* fatally", "shot two sailors, *one* of them fatally".
pub(super) fn of_one_among(adverb: Tok<'_>) -> Option<Tok<'_>> {
    if !matches!(adverb.lower(), "fatally" | "mortally") {
        return None;
    }
    let before = adverb.prev()?;
    let number = match before.lower() {
        "them" | "whom" => before.prev().filter(|of| of.lower() == "of")?.prev()?,
        _ => before,
    };
    is_number(number).then_some(number)
}
