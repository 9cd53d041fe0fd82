//! Several actors in one phrase: what is true of one of them is not true of all.

use super::words::{What, head_of, pieces};
use super::{ActorCode, ActorKind};
use crate::claim::phrase::{conjuncts, is, single_span};
use dateline_data::{ActorTable, ClassSet, NounClass};
use dateline_span::Span;
use dateline_text::{Document, Pos, Tok};
use std::ops::Range;

/// A member of a coordination.
pub(super) struct Member {
    pub words: Span,
    /// Token index of its head.
    pub head: usize,
    /// Whether it may have the state of the member before it: "Danish soldiers and *policemen*".
    pub shares_state: bool,
}

/// The members of a phrase that joins several; none where it is about one.
pub(super) fn members(doc: &Document, table: &ActorTable, words: Span) -> Vec<Member> {
    let tokens = doc.tokens_in(words);
    let Some(head) = head_of(doc, tokens.clone()) else {
        return Vec::new();
    };
    let joined: Vec<Tok<'_>> = conjuncts(doc.tok(head))
        .into_iter()
        .filter(|t| tokens.contains(&t.i) && !is_rest(*t))
        .collect();
    let names = joined_names(doc, table, words);
    // "members of the League for Salt *and* Bread"
    let goes_on = |t: &Tok<'_>| {
        let link = doc.range(tokens.start..t.i).rfind(|c| c.dep() == "cc");
        link.is_some_and(|link| t.i > head && names.iter().any(|name| name.contains(&link.i)))
    };
    let joined: Vec<Tok<'_>> = joined.iter().copied().filter(|t| !goes_on(t)).collect();
    let one_name = |last: &Tok<'_>| has_initials_of_all(doc, words, *last);
    if joined.len() < 2 || describe_one(&joined) || joined.last().is_some_and(one_name) {
        return Vec::new();
    }
    let member = |tok: &Tok<'_>| {
        let whole = names.iter().find(|name| name.contains(&tok.i));
        let words = whole.map_or(single_span(*tok), |name| {
            single_span(*tok).cover(doc.span_of(name.clone()))
        });
        // "*both* the Front and the Movement"
        let own = doc.tokens_in(words);
        let pairing = |t: &Tok<'_>| matches!(t.lower(), "both" | "either" | "neither");
        let opening = doc.range(own.clone()).take_while(pairing).count();
        let words = doc.span_of(own.start + opening..own.end);
        let first = doc.range(doc.tokens_in(words)).next();
        let bare = first.is_some_and(|t| !matches!(t.pos(), Pos::Det | Pos::Pron | Pos::Propn));
        Member {
            words,
            head: tok.i,
            shares_state: bare,
        }
    };
    joined.iter().map(member).collect()
}

/// "a soldier and *member* of the guard": one person in two words.
fn describe_one(joined: &[Tok<'_>]) -> bool {
    let person = |t: &Tok<'_>| is(*t, ClassSet::of(&[NounClass::Person]));
    let singular = |t: &Tok<'_>| matches!(t.tag(), "NN" | "NNP");
    let bare = |t: &Tok<'_>| t.child(&["det", "poss", "nummod"]).is_none() && t.tag() == "NN";
    let titles = |t: &Tok<'_>| t.name_label() != "PERSON" && person(t) && singular(t);
    let determined = joined[0].child(&["det", "poss"]).is_some();
    determined && joined.iter().all(titles) && joined[1..].iter().all(bare)
}

/// The names within a phrase that hold an "and" themselves: "the League for Salt *and* Bread".
fn joined_names(doc: &Document, table: &ActorTable, words: Span) -> Vec<Range<usize>> {
    let tokens = doc.tokens_in(words);
    let found = pieces(doc, table, tokens.clone()).into_iter();
    let of_table = found
        .filter(|p| matches!(p.what, What::Named(_)))
        .map(|p| p.tokens);
    let names = doc.names().iter();
    let found = names.map(|name| name.first as usize..name.end as usize);
    let joins = |range: &Range<usize>| doc.range(range.clone()).any(|t| t.dep() == "cc");
    of_table
        .chain(found.filter(|range| tokens.contains(&range.start)))
        .filter(joins)
        .collect()
}

/// "the Kenyan Front for Bread and Land (KFBL)": whether an acronym behind the last member is that of the whole.
fn has_initials_of_all(doc: &Document, words: Span, last: Tok<'_>) -> bool {
    let initial = |text: &str| {
        let capital = |word: &&str| word.starts_with(char::is_uppercase) && *word != "The";
        let word = text.split([' ', '-', '“', '"']).find(capital);
        word.and_then(|word| word.chars().next())
    };
    let rest = doc
        .text()
        .get(last.span().end as usize..)
        .unwrap_or_default();
    let acronym = rest
        .trim_start()
        .strip_prefix('(')
        .and_then(|r| r.split(')').next());
    let acronym = acronym.filter(|a| a.len() > 1 && a.chars().all(char::is_uppercase));
    let letter = acronym.and_then(|a| a.chars().next());
    letter.is_some()
        && letter == initial(words.slice(doc.text()))
        && letter != initial(single_span(last).slice(doc.text()))
}

/// "the minister and *others*": whoever they are.
fn is_rest(tok: Tok<'_>) -> bool {
    matches!(tok.lemma(), "other" | "another" | "more") || tok.pos() == Pos::Num
}

/// What all members are, whose own codes these are; `None` where they share nothing.
pub(super) fn what_all_are(codes: Vec<Option<ActorCode>>) -> Option<ActorCode> {
    let codes: Option<Vec<ActorCode>> = codes.into_iter().collect();
    let codes = codes?;
    let shared = |value: fn(&ActorCode) -> &Option<String>| {
        let first = value(codes.first()?).clone();
        let agree = codes.iter().all(|code| *value(code) == first);
        first.filter(|_| agree)
    };
    let country = shared(|code| &code.country);
    let sector = shared(|code| &code.sector);
    if country.is_none() && sector.is_none() {
        return None;
    }
    Some(ActorCode {
        kind: ActorKind::Description,
        name: None,
        country,
        sector,
        office: shared(|code| &code.office),
        former_office: shared(|code| &code.former_office),
        score: codes.iter().map(|code| code.score).min()?,
        reason: "what all of those named are".to_owned(),
        rivals: Vec::new(),
    })
}

/// Whether each of those joined is a party of its own, named or of a state, and they differ: "Peru and
/// Chile", and not "Danish soldiers and policemen".
pub(super) fn are_parties(codes: &[Option<ActorCode>]) -> bool {
    let is_party = |code: &ActorCode| {
        let of_state = code.country.is_some() && code.sector.as_deref().is_some_and(|s| s != "CVL");
        code.kind != ActorKind::Description || of_state
    };
    let parties = codes.iter().all(|code| code.as_ref().is_some_and(is_party));
    let who = |code: &Option<ActorCode>| code.as_ref().map(|c| (c.country.clone(), c.name.clone()));
    parties && codes.windows(2).any(|pair| who(&pair[0]) != who(&pair[1]))
}
