//! Headlines leave out what a parse needs: what stands beside a word of fate tells who is meant.

use super::fate::Fate;
use crate::claim::phrase::is_nominal;
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_text::{Pos, Tok};

/// Classes of words for people.
pub(super) const PEOPLE: ClassSet = ClassSet::of(&[
    NounClass::Person,
    NounClass::Named,
    NounClass::People,
    NounClass::Armed,
    NounClass::Police,
    NounClass::Official,
]);

/// "*Five* shot at bar", "*Girl* Dies After Crash": the number, or the person, right before the word.
pub(super) fn counted_before(word: Tok<'_>) -> Option<(Fate, Tok<'_>)> {
    // "Six guards *shot* a trader dead": they did it to somebody.
    let fate = passive(word).filter(|_| word.child(&["dobj"]).is_none())?;
    if matches!(word.lower(), "dies" | "die") {
        let person = word.prev().filter(|p| is_somebody(*p))?;
        return Some((fate, person));
    }
    Some((fate, numbered(word)?))
}

/// Who is meant where the tree tells of nobody: the nearest word for a person before what befalls, or
/// behind what is done.
pub(super) fn beside(word: Tok<'_>) -> Option<(Fate, Tok<'_>)> {
    if let Some(fate) = passive(word) {
        let mut at = word.prev()?;
        while is_between(at) {
            at = at.prev()?;
        }
        let near = Some(at).filter(|at| is_somebody(*at));
        // "One of two men shot in a car dies": it befalls the one whom the headline begins with.
        let first = || {
            let start = word.doc().sentences()[word.sentence()].tokens.start;
            word.doc().range(start..word.i).find(|t| is_somebody(*t))
        };
        let dies = matches!(word.lower(), "dies" | "die");
        return near
            .or_else(|| first().filter(|_| dies))
            .map(|person| (fate, person));
    }
    let fate = active(word)?;
    let mut at = word.next()?;
    for _ in 0..4 {
        if is_somebody(at) && !at.next().is_some_and(|n| is_somebody(n) && !is_number(n)) {
            return Some((fate, at));
        }
        let goes_on = matches!(
            at.pos(),
            Pos::Adj | Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron
        );
        at = Some(at).filter(|_| goes_on)?.next()?;
    }
    None
}

/// What a word says that befell those before it.
fn passive(word: Tok<'_>) -> Option<Fate> {
    Some(match word.lower() {
        "dies" | "die" | "killed" | "dead" | "slain" | "murdered" => Fate::Killed,
        "wounded" | "injured" | "hurt" | "hospitalized" | "hospitalised" => Fate::Wounded,
        "shot" | "stabbed" => Fate::Struck,
        "arrested" | "detained" | "held" => Fate::Arrested,
        "kidnapped" | "abducted" => Fate::Abducted,
        "missing" => Fate::Missing,
        _ => return None,
    })
}

/// What a word says that is done to those behind it.
fn active(word: Tok<'_>) -> Option<Fate> {
    Some(match word.lower() {
        "kills" | "slays" | "murders" => Fate::Killed,
        "wounds" | "injures" | "hurts" => Fate::Wounded,
        "shoots" | "stabs" => Fate::Struck,
        "kidnaps" | "abducts" => Fate::Abducted,
        _ => return None,
    })
}

/// Words that may stand between somebody and what befell them: "Teen shot, *then* killed".
fn is_between(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Adv
        || passive(tok).is_some()
        || matches!(
            tok.lower(),
            "," | "and" | "&" | "is" | "are" | "was" | "were" | "found" | "feared" | "left"
        )
}

fn is_somebody(tok: Tok<'_>) -> bool {
    is_number(tok) || is_aged(tok) || is_person_word(tok)
}

/// Whether the table of nouns knows the word as one for people, or it ends a person's name.
pub(super) fn is_person_word(tok: Tok<'_>) -> bool {
    let listed = |word: &str| noun_classes(word).meets(PEOPLE);
    let named = tok.name_label() == "PERSON"
        && tok
            .name()
            .is_some_and(|name| name.end as usize == tok.i + 1);
    // "Teen dead after fall": the parser may take the first word for a verb.
    let first = tok.prev().is_none_or(|p| p.sentence() != tok.sentence());
    (is_nominal(tok) || first && tok.pos() == Pos::Verb)
        && (named || listed(tok.lower()) || listed(&tok.lemma().to_lowercase()))
}

/// "3-year-old" as a person.
pub(super) fn is_aged(tok: Tok<'_>) -> bool {
    matches!(tok.lower(), "old" | "olds")
        || tok.lower().ends_with("-old")
        || tok.lower().ends_with("-olds")
}

pub(super) fn is_number(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Num
}

/// The number, or the noun behind it, right before a word of fate: "*4* shot, *1* dead, *2 others*
/// hurt". Headlines leave out what a parse needs.
pub(super) fn numbered(word: Tok<'_>) -> Option<Tok<'_>> {
    let before = word.prev().filter(|p| p.sentence() == word.sentence())?;
    let noun = matches!(
        before.lower(),
        "others" | "other" | "teen" | "teens" | "victims"
    ) || is_person_word(before);
    // "*Mother* of 3 killed": the number counts whom she leaves behind.
    let of = before
        .prev()
        .filter(|of| is_number(before) && of.lower() == "of");
    if let Some(parent) = of.and_then(|of| of.prev()).filter(|p| is_person_word(*p)) {
        return Some(parent);
    }
    let counted =
        is_number(before) || is_aged(before) || noun && before.prev().is_some_and(is_number);
    counted.then_some(before)
}
