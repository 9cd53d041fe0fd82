//! People who are counted without a number: "a policeman" is one, "a woman and her son" are two, "two
//! brothers and a farmer" three.

use super::Quantity;
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

/// The quantities that the words for people give by themselves; `numbers` are those that a number gives.
pub(super) fn find(doc: &Document, numbers: &[Quantity]) -> Vec<Quantity> {
    doc.toks()
        .filter(|tok| is_person(*tok) && tok.dep() != "conj")
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
            let alone = members.len() == 1 && (first.tag() != "NN" || numbered());
            low.filter(|_| !alone)?;
            let last = members.last()?;
            let span = doc.span_of(trim_punctuation(
                doc,
                noun_chunk(first).start..noun_chunk(*last).end,
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
                "conj" if is_person(child) && all.len() < 32 => all.push(child),
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

/// Whether a noun stands for one or more human beings, by themselves.
fn is_person(tok: Tok<'_>) -> bool {
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
    let number = numbers
        .iter()
        .find(|q| q.unit.is_none() && q.of.is_some_and(|(of, _)| of == member.i));
    if let Some(number) = number {
        return Some((number.low, number.high));
    }
    // "*not a single* clerk was arrested"
    let nobody = |article: Tok<'_>| article.prev().is_some_and(|p| p.lower() == "not");
    let one = member.children().any(|c| {
        c.i < member.i
            && !nobody(c)
            && (matches!(c.lower(), "a" | "an" | "another" | "one")
                || in_list && (c.dep() == "poss" || c.lower() == "the"))
    });
    (one && member.tag() == "NN").then_some((Some(1.0), Some(1.0)))
}
