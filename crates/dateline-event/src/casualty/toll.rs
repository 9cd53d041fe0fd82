//! Tolls: nouns that stand for a number of people, and what is said of how it stands or moved: "the
//! death toll rose to 40", "raising the toll from 21", "put the number of wounded at 16".

use super::fate::{Falls, Fate, of_adjective, of_counted, of_verb};
use crate::claim::phrase::object_of;
use dateline_text::{Pos, Tok};

/// Verbs that bring a toll to a number, or leave it there.
const MOVING: &[&str] = &[
    "rise", "climb", "jump", "increase", "grow", "soar", "mount", "go", "surge", "swell", "creep",
    "edge", "tick", "shoot", "double", "fall", "drop", "stand", "remain", "stay", "raise", "bring",
    "push", "take", "put", "place", "set", "revise", "update", "lower", "cut", "reduce", "lift",
    "estimate", "give", "keep", "hold", "report", "list", "amend", "correct", "come", "drive",
    "send", "peg", "move", "be", "up",
];

/// Verbs whose object, or subject's complement, is the number itself.
const REACHING: &[&str] = &[
    "reach", "hit", "pass", "top", "exceed", "surpass", "cross", "be", "number", "total", "near",
    "approach", "become", "remain",
];

/// A number that a toll is said to be, or to have been.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Stand<'d> {
    /// Token of the number.
    pub number: Tok<'d>,
    /// Whether it was overtaken: "*from* an initial 21".
    pub overtaken: bool,
}

/// The fate that a toll counts, where the word is one.
pub(crate) fn fate_of(noun: Tok<'_>) -> Option<Fate> {
    if !matches!(noun.pos(), Pos::Noun | Pos::Propn) {
        return None;
    }
    let before = |words: &[&str]| {
        noun.children().any(|c| {
            c.i < noun.i && c.dep_in(&["compound", "amod", "nmod"]) && words.contains(&c.lower())
        })
    };
    match noun.lower() {
        "toll" | "tolls" if before(&["injury", "injuries"]) => Some(Fate::Wounded),
        "toll" | "tolls" => {
            let other = noun.children().any(|c| {
                c.i < noun.i && c.dep() == "compound" && !matches!(c.lower(), "death" | "casualty")
            });
            (!other || before(&["death"])).then_some(Fate::Killed)
        }
        "count" if before(&["body"]) => Some(Fate::Killed),
        // The parser may hang "killed" on the number itself.
        "number" | "total" | "tally" | "count" | "figure" => object_of(noun, "of").map_or_else(
            // "the number killed"
            || fate_of_counted(noun),
            |counted| fate_of_counted(counted).or_else(|| fate_of_counted(noun)),
        ),
        // "Deaths rose to 38.", "put its dead at nine"
        "deaths" | "fatalities" | "arrests" | "dead" | "wounded"
            if noun.child(&["nummod"]).is_none() =>
        {
            of_counted(noun)
        }
        _ => None,
    }
}

/// "(the number of) *dead*", "*deaths*", "*people* killed", "*wounded* officers".
fn fate_of_counted(counted: Tok<'_>) -> Option<Fate> {
    let told = |c: Tok<'_>| match of_verb(c) {
        Some((fate, Falls::OnObject)) if c.tag() == "VBN" => Some(fate),
        Some(_) => None,
        None => of_adjective(c),
    };
    of_counted(counted).or_else(|| {
        counted
            .children()
            .filter(|c| c.dep_in(&["acl", "amod", "relcl"]))
            .find_map(told)
    })
}

/// The numbers at which a toll is said to stand.
pub(crate) fn stands(noun: Tok<'_>) -> Vec<Stand<'_>> {
    let mut found = Vec::new();
    let mut add = |number: Option<Tok<'_>>, overtaken| {
        let number = number.filter(|n| !found.iter().any(|s: &Stand<'_>| s.number.i == n.i));
        found.extend(number.map(|n| Stand {
            number: noun.doc().tok(n.i),
            overtaken,
        }));
    };
    // "a death toll of 16", "the toll from the blast to 16"; but "the deaths of 16" are those 16.
    let toll = matches!(noun.lower(), "toll" | "tolls" | "count");
    for (link, number) in links(noun) {
        match link {
            "of" if toll => add(number, is_earlier(noun)),
            "to" | "at" => add(number, false),
            _ => {}
        }
    }
    let verb = noun
        .head()
        .filter(|_| noun.dep_in(&["nsubj", "nsubjpass", "dobj"]));
    // "A first *count* puts the dead at 14": what is put somewhere stands there.
    let puts_another = |v: &Tok<'_>| {
        noun.dep() == "nsubj" && v.child(&["dobj"]).is_some_and(|o| fate_of(o).is_some())
    };
    let Some(verb) = verb.filter(|v| !puts_another(v)) else {
        return found;
    };
    // "put the number of men killed in a raid at 15": the parser may hang the number on the raid.
    if noun.dep() == "dobj" && MOVING.contains(&verb.lemma()) {
        let below = noun
            .subtree()
            .into_iter()
            .filter(|t| t.i > noun.i && t.lower() == "at");
        add(
            below
                .filter_map(|at| at.child(&["pobj"]).filter(|n| n.pos() == Pos::Num))
                .next_back(),
            false,
        );
    }
    if MOVING.contains(&verb.lemma()) {
        let below = verb.children().filter(|c| c.dep() == "xcomp");
        for (link, number) in std::iter::once(verb).chain(below).flat_map(links) {
            match link {
                "to" | "at" => add(number, false),
                "from" => add(number, true),
                _ => {}
            }
        }
    }
    if noun.dep() == "nsubj" && REACHING.contains(&verb.lemma()) {
        let number = verb
            .children()
            .filter(|c| c.i > verb.i && c.dep_in(&["dobj", "attr", "npadvmod", "acomp"]));
        add(number.filter_map(number_in).next(), false);
    }
    found
}

/// Prepositions under a word with the numbers that they govern; "to" may hang on the number before it:
/// "from 21 *to 22*".
fn links<'d>(word: Tok<'d>) -> Vec<(&'d str, Option<Tok<'d>>)> {
    let prepositions = |of: Tok<'d>| {
        of.children()
            .filter(move |c| c.i > of.i && c.dep_in(&["prep", "advmod", "prt"]))
    };
    let governed = |c: Tok<'d>| (c.lower(), c.child(&["pobj"]).and_then(number_in));
    let mut found: Vec<(&'d str, Option<Tok<'d>>)> = Vec::new();
    for link in prepositions(word) {
        found.push(governed(link));
        let below = std::iter::once(link).chain(link.child(&["pobj"]));
        found.extend(
            below
                .flat_map(prepositions)
                .filter(|c| c.lower() == "to")
                .map(governed),
        );
    }
    found
}

/// The number itself, or the one that counts the noun: "to *38*", "to *38* people".
fn number_in(tok: Tok<'_>) -> Option<Tok<'_>> {
    let number = |t: &Tok<'_>| t.pos() == Pos::Num;
    Some(tok)
        .filter(number)
        .or_else(|| tok.child(&["nummod"]).filter(number))
}

/// "up *from* an earlier toll of six", "*revising* an initial toll of six": one that another has overtaken. An earlier toll that
/// is raised may be of others.
fn is_earlier(toll: Tok<'_>) -> bool {
    let before = |c: Tok<'_>| {
        c.dep() == "amod" && matches!(c.lower(), "earlier" | "initial" | "previous" | "prior")
    };
    let overtaken = toll.head().is_some_and(|head| match toll.dep() {
        "pobj" => matches!(head.lower(), "against" | "from"),
        "dobj" => matches!(
            head.lemma(),
            "amend" | "correct" | "exceed" | "replace" | "revise" | "update"
        ),
        _ => false,
    });
    overtaken && toll.children().any(before)
}

/// Whether the word is a toll of which a number is told: what says so tells something new.
pub(crate) fn tells_number(noun: Tok<'_>) -> bool {
    fate_of(noun).is_some() && stands(noun).iter().any(|s| !s.overtaken)
}
