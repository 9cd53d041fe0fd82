//! Who it befell, and how many of them the words say.

use super::fate::{is_body_part, of_noun};
use super::headline::{PEOPLE, is_aged, is_person_word};
use super::idiom::is_body;
use super::share::counts_those_of;
use crate::Layers;
use crate::claim::phrase::{classes, is_nominal};
use dateline_text::{Pos, Tok};

/// Whether words may stand for people of whom `word` tells. A death or murder without anybody's name
/// stands for them itself.
pub(super) fn may_suffer(tok: Tok<'_>, word: Tok<'_>) -> bool {
    let nobody = matches!(
        tok.lower(),
        "it" | "itself"
            | "what"
            | "this"
            | "that"
            | "which"
            | "shooting"
            | "incident"
            | "dog"
            | "count"
            | "counts"
            | "charge"
            | "charges"
    ) || is_body_part(tok);
    let person = is_nominal(tok) || matches!(tok.pos(), Pos::Adj | Pos::Det);
    // "10-Year-Old Girl" may pass for a date.
    let place = matches!(
        tok.name_label(),
        "GPE" | "LOC" | "DATE" | "TIME" | "FAC" | "LAW" | "PRODUCT"
    ) && !is_person_word(tok);
    let known = classes(tok);
    let counted_for = is_body(tok) || tok.lower() == "lives";
    is_aged(tok)
        || of_noun(tok).is_some() && tok == word
        || counted_for
        || is_described(tok)
        || person && !nobody && !place && (known.is_empty() || known.meets(PEOPLE))
}

/// "Brooker, *a customer* of the shop", "*16-year-old* Ann Piazza": a name, whatever the model takes it
/// for, that is said to be a person.
fn is_described(name: Tok<'_>) -> bool {
    let described = name
        .child(&["appos"])
        .is_some_and(|a| a.pos() == Pos::Noun && classes(a).meets(PEOPLE));
    let aged = || name.children().any(|c| c.i < name.i && is_aged(c));
    name.pos() == Pos::Propn && (described || aged())
}

/// How many the words for somebody say.
pub(super) struct Count {
    pub quantity: Option<usize>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// The words for somebody of whom `word` tells.
pub(super) fn count(layers: &Layers<'_>, person: Tok<'_>, word: Tok<'_>) -> Count {
    let of_it = |q: &dateline_text::Quantity| {
        q.unit.is_none()
            && !q.is_told_by_words()
            && (layers.doc.tokens_in(q.span).contains(&person.i)
                || q.of.is_some_and(|(of, _)| of == person.i) && counts_those_of(layers, q, word))
    };
    if let Some(index) = layers.quantities.iter().position(of_it) {
        let quantity = &layers.quantities[index];
        return Count {
            quantity: Some(index),
            low: quantity.low,
            high: quantity.high,
        };
    }
    let exactly = |number: f64| Count {
        quantity: None,
        low: Some(number),
        high: Some(number),
    };
    let none = person.child(&["det"]).is_some_and(|d| d.lower() == "no")
        || matches!(person.lower(), "nobody" | "none" | "no-one" | "neither")
        || person.lower() == "one" && person.prev().is_some_and(|p| p.lower() == "no");
    if none {
        return exactly(0.0);
    }
    let both = |word: Tok<'_>| word.lower() == "both";
    // "both Lee and the baby": the word goes with the pair of them.
    let paired = person.child(&["cc"]).is_some() && matches!(person.tag(), "NN" | "NNP");
    let both_of = person.child(&["det", "predet"]).is_some_and(both);
    if both(person) || both_of && !paired {
        return exactly(2.0);
    }
    if of_noun(person).is_some() {
        let times = person.children().find_map(|c| multiple(c.lower()));
        return Count {
            quantity: None,
            low: times,
            high: times,
        };
    }
    if is_one(person) {
        return exactly(1.0);
    }
    Count {
        quantity: None,
        low: None,
        high: None,
    }
}

/// "a *double* murder", "a *triple* fatal shooting": how many one such event befell.
fn multiple(word: &str) -> Option<f64> {
    Some(match word {
        "double" => 2.0,
        "triple" => 3.0,
        "quadruple" => 4.0,
        "quintuple" => 5.0,
        _ => return None,
    })
}

/// Whether the words stand for one person.
fn is_one(tok: Tok<'_>) -> bool {
    const GROUPS: [&str; 24] = [
        "family",
        "group",
        "crowd",
        "people",
        "number",
        "couple",
        "team",
        "force",
        "forces",
        "public",
        "population",
        "community",
        "cell",
        "unit",
        "majority",
        "rest",
        "staff",
        "crew",
        "police",
        "who",
        "some",
        "many",
        "most",
        "all",
    ];
    let singular = match tok.tag() {
        "NN" | "NNP" => true,
        "PRP" => matches!(
            tok.lower(),
            "he" | "she" | "him" | "her" | "himself" | "herself"
        ),
        "PRP$" => matches!(tok.lower(), "his" | "her"),
        _ => matches!(tok.lower(), "one" | "another" | "old") || tok.lower().ends_with("-old"),
    };
    singular && !GROUPS.contains(&tok.lower())
}
