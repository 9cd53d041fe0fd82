//! Words for offices, kinds and states that mean something else in the company in which they stand.

use dateline_data::actors::{StateName, Word, word};
use dateline_text::phrase::is_compass_point;
use dateline_text::{Document, Name, Pos, Tok};
use std::ops::Range;

/// Whether a word or phrase for an office or a kind of actor means neither here.
pub(super) fn is_no_kind(doc: &Document, tokens: &Range<usize>, what: Word) -> bool {
    if is_in_a_persons_name(doc, tokens) {
        return true;
    }
    if tokens.len() > 1 {
        return false;
    }
    let tok = doc.tok(tokens.start);
    let before = tok.prev().map_or("", Tok::lower);
    let next = tok.next();
    let next_in = |words: &[&str]| next.is_some_and(|t| words.contains(&t.lemma()));
    match tok.lower() {
        // "a *house*", "12 *houses*": no chamber of a parliament, which has a capital.
        "house" | "houses" => tok.text().starts_with('h'),
        // "The *general* public", "a *major* port", "the *general* secretary": no officer.
        "general" | "major" => {
            next.is_some_and(|t| t.pos() == Pos::Noun || t.lower() == "secretary")
        }
        // "the *press* office", "a *media* notification": whose it is says more.
        "press" | "media" => next_in(&[
            "briefing",
            "center",
            "centre",
            "committee",
            "conference",
            "notification",
            "office",
            "officer",
            "release",
            "service",
            "statement",
        ]),
        // "the *union* defence minister": of a union of states.
        "union" => next.is_some_and(|t| opens_an_office_of_state(doc, t.i)),
        // "all *parties* to the dispute", "a birthday *party*"
        "party" | "parties" => {
            next_in(&["to", "concern", "concerned", "involve", "involved"])
                || matches!(
                    before,
                    "birthday"
                        | "boarding"
                        | "contracting"
                        | "dinner"
                        | "halloween"
                        | "house"
                        | "injured"
                        | "landing"
                        | "raiding"
                        | "rescue"
                        | "search"
                        | "third"
                        | "warring"
                        | "wedding"
                )
        }
        // "outside *forces*", "market *forces*"
        "forces" => matches!(
            before,
            "outside" | "external" | "market" | "dark" | "hidden"
        ),
        // "the *local* officials", "*public* records": which ones, not what they are.
        "adult" | "elderly" | "female" | "juvenile" | "local" | "male" | "national" | "public" => {
            what == Word::Noun("CVL") && tok.pos() == Pos::Adj
        }
        _ => false,
    }
}

fn opens_an_office_of_state(doc: &Document, at: usize) -> bool {
    (at + 1..=doc.len().min(at + 3)).any(|end| {
        let words = doc.span_of(at..end).slice(doc.text()).to_lowercase();
        matches!(word(&words), Some(Word::Office(office)) if office.sector == Some("GOV"))
    })
}

/// "Tomas *Amir*", "Elias *King* said": part of what somebody is called, and not his title.
fn is_in_a_persons_name(doc: &Document, tokens: &Range<usize>) -> bool {
    let first = doc.tok(tokens.start);
    match name_of_a_person(first) {
        Some(name) if name.end - name.first > 1 => {
            let before = doc.range(name.first as usize..tokens.start);
            before.rev().any(is_no_title)
        }
        _ => {
            let titled = first
                .prev()
                .is_some_and(|t| t.pos() == Pos::Det || t.pos() == Pos::Adj)
                || doc
                    .range(tokens.end..doc.len().min(tokens.end + 1))
                    .any(|t| t.pos() == Pos::Propn);
            let capital = first.text().starts_with(char::is_uppercase);
            tokens.len() == 1 && capital && !titled && ends_a_fuller_name(doc, first)
        }
    }
}

fn name_of_a_person(tok: Tok<'_>) -> Option<&Name> {
    tok.name().filter(|_| tok.name_label() == "PERSON")
}

/// A capitalised word of a name that is neither an office nor a kind, nor an abbreviated rank.
fn is_no_title(tok: Tok<'_>) -> bool {
    tok.text().starts_with(char::is_uppercase)
        && !tok.text().ends_with('.')
        && word(tok.lower()).is_none()
}

/// Whether the article names somebody in full whose name ends with this word.
fn ends_a_fuller_name(doc: &Document, word: Tok<'_>) -> bool {
    doc.names().iter().any(|name| {
        let last = name.end as usize - 1;
        doc.name_label(name) == "PERSON"
            && last > name.first as usize
            && doc.tok(last).text() == word.text()
            && doc.range(name.first as usize..last).all(is_no_title)
    })
}

/// Whether the name of a state or of its seat is part of something else's name here.
pub(super) fn is_no_state(doc: &Document, tokens: &Range<usize>, how: StateName) -> bool {
    let first = doc.tok(tokens.start);
    let last = doc.tok(tokens.end - 1);
    let before = first.prev().map_or("", Tok::lower);
    let next = last.next();
    if is_of_a_continent(first) {
        return true;
    }
    if how == StateName::Demonym {
        return false;
    }
    // "*Jordan* Clay", and not "Georgia President Keita".
    let given_name = name_of_a_person(first).is_some_and(|name| {
        doc.range(tokens.end..name.end as usize)
            .next()
            .is_some_and(is_no_title)
            && name.first as usize == tokens.start
    });
    // "CAR bomb" and no other, in text that is all capitals.
    let written_small = tokens.len() == 1 && first.pos() == Pos::Noun;
    // "New *London*", "Fort *Jordan*"
    let named_after = matches!(
        before,
        "new" | "fort" | "port" | "lake" | "mount" | "little" | "st." | "saint"
    ) && first
        .prev()
        .is_some_and(|t| t.text().starts_with(char::is_uppercase));
    // "*Washington* County", "*London* Road", "*Washington* state"
    let of_its_name = next.is_some_and(|t| {
        let capital = t.text().starts_with(char::is_uppercase);
        capital
            && (crate::claim::phrase::is_road(t)
                || matches!(
                    t.lower(),
                    "beach"
                        | "bridge"
                        | "county"
                        | "falls"
                        | "heights"
                        | "hills"
                        | "parish"
                        | "park"
                        | "springs"
                        | "township"
                ))
            || how == StateName::Seat && t.lower() == "state"
    });
    given_name || written_small || named_after || of_its_name
}

/// "Latin *American*", "Central and South *America*": of no single state.
fn is_of_a_continent(tok: Tok<'_>) -> bool {
    let of_america = matches!(
        tok.lower(),
        "american" | "americans" | "america" | "americas"
    );
    let part = |t: &Tok<'_>| {
        is_compass_point(t.lower()) || matches!(t.lower(), "central" | "latin" | "inter" | "pan")
    };
    let before = tok.prev().map(|t| match t.text() {
        "-" => t.prev().unwrap_or(t),
        _ => t,
    });
    of_america && before.is_some_and(|t| part(&t))
}
