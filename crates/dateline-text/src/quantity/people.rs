//! People who are counted without a number: "a policeman" is one, "a woman and her son" are two, "two
//! brothers and a farmer" three.

use super::Quantity;
use super::context::is_befallen;
use crate::phrase::{noun_chunk, trim_punctuation};
use crate::{Document, Pos, Tok};
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Singular nouns that stand for many, or for a number.
const MANY: [&str; 28] = [
    "army",
    "battalion",
    "brigade",
    "convoy",
    "couple",
    "crew",
    "crowd",
    "dozen",
    "duo",
    "family",
    "force",
    "gang",
    "garrison",
    "group",
    "handful",
    "hundred",
    "lot",
    "majority",
    "militia",
    "number",
    "pair",
    "patrol",
    "people",
    "police",
    "squad",
    "thousand",
    "trio",
    "unit",
];

/// Singular nouns that stand for so many people, wherever nothing behind "of" is counted by them.
const SO_MANY: [(&str, f64); 3] = [("couple", 2.0), ("duo", 2.0), ("trio", 3.0)];

/// The quantities that the words for people give by themselves; `numbers` are those that a number gives.
pub(super) fn find(doc: &Document, numbers: &[Quantity]) -> Vec<Quantity> {
    doc.toks()
        .filter(|tok| {
            (is_person(*tok) || is_named_person(*tok) || is_another(*tok)) && tok.dep() != "conj"
        })
        .filter_map(|first| {
            let members = listed(first)?;
            let mut low = Some(0.0);
            let mut high = Some(0.0);
            for member in &members {
                let (least, most) = how_many(*member, numbers, members.len() > 1)?;
                low = low.zip(least).map(|(sum, n)| sum + n);
                high = high.zip(most).map(|(sum, n)| sum + n);
            }
            // A number alone counts for itself.
            let numbered = || {
                let of_it = |q: &Quantity| q.of.is_some_and(|(of, _)| of == first.i);
                numbers.iter().any(of_it)
            };
            let alone = members.len() == 1
                && !is_another(first)
                && (first.tag() != "NN" || is_named_person(first) || numbered());
            low.filter(|_| !alone)?;
            let last = members.last()?;
            let span = doc.span_of(trim_punctuation(
                doc,
                noun_chunk(first).start..noun_chunk(counted_of(*last).unwrap_or(*last)).end,
            ));
            Some(Quantity {
                span,
                low,
                high,
                approximate: false,
                of: Some((first.i, span)),
                unit: None,
            })
        })
        .collect()
}

/// The members of a list that "and" joins, or the one word; `None` where another word joins them or not
/// all of them are people.
fn listed(first: Tok<'_>) -> Option<Vec<Tok<'_>>> {
    let mut all = vec![first];
    let mut next = 0;
    while next < all.len() {
        let member: Tok<'_> = all[next];
        for child in member.children() {
            match child.dep() {
                "conj" if is_member(child) && all.len() < 32 => all.push(child),
                "conj" => return None,
                "cc" if !matches!(child.lower(), "and" | "&") => return None,
                // "an officer, his wife and two children": the parser takes the rest for a description.
                "appos" if child.child(&["conj"]).is_some() => return None,
                _ if matches!(child.lower(), "along" | "together") => return None,
                _ => {}
            }
        }
        next += 1;
    }
    Some(all)
}

/// Whether a word of a list stands for people: a noun, a name, or how many of them.
fn is_member(tok: Tok<'_>) -> bool {
    // "12 men *at Danu* and 80 others *at Kalem*" were not together.
    let place = |t: Tok<'_>| t.dep() == "prep" && matches!(t.lower(), "at" | "in" | "near");
    let apart = tok.children().any(place)
        && tok
            .head()
            .is_some_and(|before| tok.doc().range(before.i..tok.i).any(place));
    let others = tok.lower() == "others" && tok.child(&["nummod"]).is_some() && !apart;
    is_person(tok) || is_named_person(tok) || others || counted_of(tok).is_some_and(is_person)
}

/// "killed one and wounded *another*": one more whom it befell.
fn is_another(tok: Tok<'_>) -> bool {
    tok.lower() == "another" && is_befallen(tok)
}

/// Whether a word is the last of a person's name.
fn is_named_person(tok: Tok<'_>) -> bool {
    let last = tok.name().is_some_and(|n| n.end as usize == tok.i + 1);
    last && tok.name_label() == "PERSON" && tok.pos() == Pos::Propn
}

/// "*three* of his guards": those of whom a number of them counts some.
fn counted_of(number: Tok<'_>) -> Option<Tok<'_>> {
    let of = number
        .child(&["prep"])
        .filter(|of| of.lower() == "of" && number.pos() == Pos::Num)?;
    of.child(&["pobj"])
}

/// "a *couple*": how many such a noun stands for.
fn so_many(tok: Tok<'_>) -> Option<f64> {
    let of = tok.children().any(|c| c.i > tok.i && c.lower() == "of");
    let (_, count) = SO_MANY.iter().find(|(noun, _)| *noun == tok.lemma())?;
    (!of && tok.tag() == "NN" && !tok.dep_in(&["compound", "nmod", "amod", "quantmod", "det"]))
        .then_some(*count)
}

/// "*woman*, 3 men wounded", "a man, his wife and *daughter*": one, where the article is left out. Of "a journalist and
/// *critic*" nobody can say whether they are two.
fn tells_one_without_article(member: Tok<'_>, numbers: &[Quantity]) -> bool {
    let bare = member
        .children()
        .all(|c| c.i > member.i || c.dep_in(&["compound", "amod", "nmod"]));
    let is_nothing_else = noun_classes(member.lemma()).has(NounClass::Kin)
        || matches!(
            member.lemma(),
            "man" | "woman" | "boy" | "girl" | "teen" | "teenager" | "child" | "baby" | "toddler"
        );
    let beside_number = || {
        let counted = |c: Tok<'_>| {
            numbers
                .iter()
                .any(|q| q.of.is_some_and(|(of, _)| of == c.i))
        };
        member.dep() != "conj" && member.children().any(|c| c.dep() == "conj" && counted(c))
    };
    bare && (is_nothing_else || beside_number())
}

/// Whether a noun stands for one or more human beings, by themselves.
fn is_person(tok: Tok<'_>) -> bool {
    if so_many(tok).is_some() {
        return true;
    }
    let classes = noun_classes(tok.lemma());
    let body = classes.has(NounClass::Organisation) && !classes.has(NounClass::Person);
    let human = classes.meets(ClassSet::HUMAN) && !body;
    matches!(tok.tag(), "NN" | "NNS")
        && human
        && !MANY.contains(&tok.lemma())
        && tok.pos() == Pos::Noun
}

/// Least and most of one member: its number, or one for a singular with an article of one or an owner.
fn how_many(
    member: Tok<'_>,
    numbers: &[Quantity],
    in_list: bool,
) -> Option<(Option<f64>, Option<f64>)> {
    let counted = counted_of(member).unwrap_or(member).i;
    let number = numbers
        .iter()
        .find(|q| q.unit.is_none() && q.of.is_some_and(|(of, _)| of == counted));
    if let Some(number) = number {
        return Some((number.low, number.high));
    }
    if let Some(count) = so_many(member) {
        return Some((Some(count), Some(count)));
    }
    if is_another(member) {
        return Some((Some(1.0), Some(1.0)));
    }
    if in_list && is_named_person(member) {
        return Some((Some(1.0), Some(1.0)));
    }
    // "*not a single* clerk was arrested"
    let nobody = |article: Tok<'_>| article.prev().is_some_and(|p| p.lower() == "not");
    let one = member.children().any(|c| {
        c.i < member.i
            && !nobody(c)
            && (matches!(c.lower(), "a" | "an" | "another" | "one")
                || in_list && (c.dep() == "poss" || c.lower() == "the"))
    });
    let bare = in_list && tells_one_without_article(member, numbers);
    ((one || bare) && member.tag() == "NN").then_some((Some(1.0), Some(1.0)))
}
