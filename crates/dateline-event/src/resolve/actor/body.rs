//! The body that an office is of: a firm has a president and a party a spokesman as a state has.

use super::words::{Piece, What, pieces};
use dateline_data::actors::Office;
use dateline_data::{ActorTable, NounClass, noun_classes};
use dateline_text::{Document, Pos, Tok, phrase};
use std::ops::Range;

/// What an office is of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Body {
    /// A body of this kind.
    Of(&'static str),
    /// A body with a name that says nothing of its kind.
    Unknown,
}

/// Offices that bodies of any kind have.
pub(super) fn is_of_any_body(office: Office, words: &str) -> bool {
    let class = office.class;
    office.sector.is_none()
        || matches!(
            class,
            "president" | "vice president" | "secretary-general" | "spokesperson"
        )
        || words.to_lowercase().starts_with("representative")
}

/// What somebody is who has such an office of a body that is no state's: no head of a state, no
/// member of a parliament.
pub(super) fn class_outside_state(class: &'static str) -> Option<&'static str> {
    match class {
        "president" => Some("leader"),
        "vice president" | "lawmaker" => None,
        other => Some(other),
    }
}

/// The token of a run that hangs on something outside it.
pub(super) fn top<'d>(doc: &'d Document, tokens: &Range<usize>) -> Tok<'d> {
    doc.range(tokens.clone())
        .find(|t| t.head().is_none_or(|head| !tokens.contains(&head.i)))
        .unwrap_or_else(|| doc.tok(tokens.end - 1))
}

/// The body that the words give beside an office: behind it ("president *of the firm*") or before
/// it ("the *party's* spokesman"); `None` where there is none or where it is a state.
pub(super) fn body_of(
    doc: &Document,
    table: &ActorTable,
    office: &Range<usize>,
    known: &[Piece],
) -> Option<Body> {
    let behind = top(doc, office)
        .children()
        .filter(|c| c.i >= office.end && matches!(c.lower(), "of" | "for" | "at" | "with" | "from"))
        .find_map(|link| link.child(&["pobj"]));
    match behind {
        Some(object) => body_named_by(doc, table, object),
        None => body_before(doc, table, office, known),
    }
}

fn body_named_by(doc: &Document, table: &ActorTable, object: Tok<'_>) -> Option<Body> {
    let words = phrase::noun_chunk(object);
    let found = pieces(doc, table, words.clone());
    let at_head = found.iter().find(|p| p.tokens.contains(&object.i));
    match at_head.map(|piece| kind_of(piece, table)) {
        Some(kind) => kind,
        None => {
            let beside = found.iter().rev().find_map(|p| kind_of(p, table));
            let named = object.pos() == Pos::Propn && object.name_label() == "ORG";
            beside.or((named || is_body(object)).then_some(Body::Unknown))
        }
    }
}

fn body_before(
    doc: &Document,
    table: &ActorTable,
    office: &Range<usize>,
    known: &[Piece],
) -> Option<Body> {
    let linked = |from: usize| {
        doc.range(from..office.start).all(|t| {
            matches!(t.pos(), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Part) && t.dep() != "appos"
        })
    };
    let own = phrase::noun_chunk(top(doc, office)).start..office.start;
    let beside = pieces(doc, table, own);
    let nearest = |among: &[Piece]| {
        let mut before = among.iter().rev();
        before
            .find(|p| p.tokens.end <= office.start && linked(p.tokens.end))
            .cloned()
    };
    match nearest(known).or_else(|| nearest(&beside)) {
        Some(piece) => kind_of(&piece, table),
        None => {
            let before = doc.range(0..office.start).next_back()?;
            let owner = match before.text() {
                "'s" | "’s" | "'" | "’" => before.prev()?,
                _ => before,
            };
            let first = match owner.name().filter(|_| owner.name_label() == "ORG") {
                Some(name) => name.first as usize,
                None if is_body(owner) => owner.i,
                None => return None,
            };
            linked(first).then_some(Body::Unknown)
        }
    }
}

/// "the *federation's* president", "head of the *club*": a body by a common noun that is no state.
fn is_body(noun: Tok<'_>) -> bool {
    let known = noun_classes(noun.lemma());
    noun.pos() == Pos::Noun
        && known.has(NounClass::Organisation)
        && !known.has(NounClass::Country)
        && !known.has(NounClass::Place)
}

/// What a piece says of the body; `None` for a state and its people.
fn kind_of(piece: &Piece, table: &ActorTable) -> Option<Body> {
    let sector = match &piece.what {
        What::Named(rows) => table.rows()[*rows.first()?].sector.as_str(),
        What::Noun(sector) => sector,
        What::Office(office) => office.sector?,
        What::State(..) => return None,
    };
    const NONE_OF_STATE: [&str; 19] = [
        "MIL", "REB", "OPP", "PRM", "CRM", "PTY", "SPY", "COP", "REL", "BUS", "IGO", "LAB", "EDU",
        "MED", "JRN", "SOC", "JUD", "LEG", "ELI",
    ];
    let kind = NONE_OF_STATE.into_iter().find(|s| *s == sector)?;
    Some(Body::Of(kind))
}
