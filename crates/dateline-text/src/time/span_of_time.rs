//! Lengths of time and distances from a moment: "two days", "three days ago", "last week".

use super::clock::day_word;
use super::clock::four_figures;
use super::cursor::Cursor;
use super::grammar::{Read, near_shift};
use super::meaning::{Amount, Anchor, Calendar, Meaning, Near, Part, Slot, Unit, Year};
use crate::atom::Gap;

/// Distances: "yesterday", "last week", "that day", "three days ago", "a year earlier".
pub(super) fn reach(cursor: Cursor<'_>) -> Option<Read<'_>> {
    super::grammar::best(
        cursor,
        &[day_reach, near_unit, counted_reach, the_unit, compared_unit],
    )
}

fn shift<'a>(
    end: Cursor<'a>,
    anchor: Anchor,
    by: i32,
    unit: Unit,
    part: Option<Part>,
) -> Option<Read<'a>> {
    Some((
        end,
        Meaning::Shift {
            anchor,
            by,
            unit,
            part,
            clock: None,
        },
        None,
    ))
}

/// "yesterday morning", "tonight", "last night", "this morning", "the day before yesterday".
pub(super) fn day_reach(cursor: Cursor<'_>) -> Option<Read<'_>> {
    if let Some(end) = cursor.word(&["tonight"]) {
        return shift(end, Anchor::Now, 0, Unit::Day, Some(Part::Night));
    }
    let day = cursor.skip(|c| c.word(&["the"])).word(&["day"]);
    if let Some(end) = day
        .and_then(|c| c.word(&["before"]))
        .and_then(|c| c.word(&["yesterday"]))
    {
        return shift(end, Anchor::Now, -2, Unit::Day, None);
    }
    if let Some(end) = day
        .and_then(|c| c.word(&["after"]))
        .and_then(|c| c.word(&["tomorrow"]))
    {
        return shift(end, Anchor::Now, 2, Unit::Day, None);
    }
    if let Some((after, by)) = day_word(cursor) {
        let (end, part) = after
            .part()
            .map_or((after, None), |(end, part)| (end, Some(part)));
        return shift(end, Anchor::Now, by, Unit::Day, part);
    }
    let (after, near) = cursor.near()?;
    let (end, part) = after.part()?;
    let (anchor, by) = near_shift(near);
    shift(end, anchor, by, Unit::Day, Some(part))
}

/// "last week", "this year", "the next day", "that same month", "the past year".
fn near_unit(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.word(&["the"]);
    let (after, near) = the.unwrap_or(cursor).near()?;
    // "the last full year"; a fiscal year is on no common calendar.
    let (end, unit, plural) = after.skip(|c| c.word(&["full", "calendar"])).unit()?;
    if plural || unit.of_clock() || next_is_old(end) {
        return None;
    }
    // "the next day" follows what was told; "next week" follows the writing.
    let told = the.is_some() && near == Near::Next && unit < Unit::Month;
    let (anchor, by) = near_shift(if told { Near::After } else { near });
    shift(end, anchor, by, unit, None)
}

/// "the day", "the weekend", "the quarter", "the fiscal year": the one spoken of.
fn the_unit(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.word(&["the"])?;
    let latest = the.word(&["latest"]);
    if let Some(end) = latest.and_then(|c| c.word(&["period"])) {
        return shift(end, Anchor::Current, 0, Unit::Quarter, None);
    }
    let fiscal = the.word(&["fiscal", "financial"]);
    let (end, unit, plural) = fiscal
        .unwrap_or_else(|| the.skip(|c| c.word(&["full", "latest"])))
        .unit()?;
    if unit == Unit::Year && end.sees(&["ended", "ending"]) {
        return Some((end, Meaning::Length(Amount::Exactly(1.0), unit), None));
    }
    if fiscal.is_some() && unit == Unit::Year && !plural {
        let this = Calendar {
            year: Some(Year::Near(Near::This)),
            fiscal: true,
            ..Calendar::of(Slot::None)
        };
        return Some((end, Meaning::Calendar(this), None));
    }
    let told = matches!(
        unit,
        Unit::Weekend | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year
    );
    // "the day before", "the year of the flood" name no calendar day by themselves.
    if plural
        || !told
        || end.dash().is_some()
        || end.sees(&[
            "of", "before", "after", "when", "that", "to", "long", "ahead",
        ])
    {
        return None;
    }
    shift(end, Anchor::Current, 0, unit, None)
}

/// "the year-ago quarter", "the comparable year-earlier period", "a year-ago".
fn compared_unit(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let named = cursor
        .word(&["the"])?
        .skip(|c| c.word(&["comparable", "corresponding", "same"]));
    let ago = named.word(&["year"])?.dash()?.word(&["ago", "earlier"])?;
    let noun = ago.ordinal().map_or(ago, |(after, _)| after);
    let end = match noun.word(&["period", "quarter"]) {
        Some(end) => end,
        None => {
            let (counted, amount) = amount(ago)?;
            let (end, unit, _) = counted.unit()?;
            return Some((end, Meaning::Length(amount, unit), None));
        }
    };
    shift(end, Anchor::Current, -4, Unit::Quarter, None)
}

/// "three days ago", "a year earlier", "two weeks later", "10 days from now", "year-ago".
fn counted_reach(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let (amount_end, amount) = match amount(cursor) {
        Some((end, amount)) => (end, Some(amount)),
        None => (cursor, None),
    };
    let (after, unit, plural) = amount_end.skip(Cursor::dash).unit()?;
    let hyphen = after.dash().filter(|c| c.glued().is_some());
    let amount = match amount {
        // "a year-earlier loss": the article is the loss's.
        Some(_) if hyphen.is_some() => return None,
        Some(amount) => amount,
        None if hyphen.is_some() && !plural => Amount::Exactly(1.0),
        None if plural => Amount::Some,
        None => return None,
    };
    let after = after.skip(|c| c.word(&["or"])?.word(&["so", "more"]));
    let word = hyphen.unwrap_or(after);
    let (end, anchor, sign) = match &*word.atom()?.norm {
        "ago" if unit == Unit::Year => (word.step(), Anchor::Comparison, -1),
        "ago" => (word.step(), Anchor::Now, -1),
        "earlier" | "previously" | "before" if word.at == after.at && ends_phrase(word) => {
            (word.step(), Anchor::Topic, -1)
        }
        "earlier" => (word.step(), Anchor::Topic, -1),
        "later" | "afterwards" | "afterward" => (word.step(), Anchor::Topic, 1),
        "from" => (word.step().word(&["now", "today"])?, Anchor::Now, 1),
        "hence" => (word.step(), Anchor::Now, 1),
        _ => return None,
    };
    match amount {
        Amount::Exactly(number) if number <= 100_000.0 => {
            let (by, unit) = whole(number, unit);
            shift(end, anchor, sign * by, unit, None)
        }
        Amount::Exactly(_) => None,
        Amount::Some if sign < 0 => Some((end, Meaning::Reference("PAST_REF"), None)),
        Amount::Some => Some((end, Meaning::Reference("FUTURE_REF"), None)),
    }
}

/// A fraction of a unit as a whole number of a finer one.
fn whole(number: f64, unit: Unit) -> (i32, Unit) {
    match unit {
        // "two decades ago" is a year's distance; "last decade" is a decade.
        Unit::Decade => return ((number * 10.0).round() as i32, Unit::Year),
        Unit::Century => return ((number * 100.0).round() as i32, Unit::Year),
        _ if number.fract() == 0.0 => return (number as i32, unit),
        _ => {}
    }
    match unit {
        Unit::Year => ((number * 12.0).round() as i32, Unit::Month),
        Unit::Week => ((number * 7.0).round() as i32, Unit::Day),
        _ => (number.round() as i32, unit),
    }
}

/// Whether "before" or "previously" closes the phrase instead of opening a clause.
fn ends_phrase(word: Cursor<'_>) -> bool {
    let after = word.step();
    word.sees(&["earlier", "previously"])
        || after
            .atom()
            .is_none_or(|a| a.gap == Gap::Glued && a.is_mark(&[",", ".", ";", "\"", "”"]))
}

/// "two days", "10-year", "several months", "the past two months", "half an hour", "years".
pub(super) fn length(cursor: Cursor<'_>) -> Option<Read<'_>> {
    // "at 0600 hours"
    if four_figures(cursor).is_some() {
        return None;
    }
    let the = cursor.word(&["the"]);
    if let Some(read) = stretch(the.unwrap_or(cursor)) {
        return Some(read);
    }
    // "the nine months" is one stretch; "the a" is none, and "the years" is no stretch of its own.
    let cursor = match the.filter(|c| c.number().is_some_and(|(_, n)| n > 1.0)) {
        Some(after) => after,
        None => cursor,
    };
    let (after, amount) = amount(cursor).unwrap_or((cursor, Amount::Some));
    let counted = after.at > cursor.at;
    let (end, unit, plural) = after
        .skip(|c| c.dash().filter(|_| counted))
        .skip(|c| {
            c.word(&[
                "more",
                "full",
                "consecutive",
                "straight",
                "whole",
                "additional",
                "long",
                "trading",
                "working",
                "business",
            ])
            .filter(|_| counted)
        })
        .unit()?;
    let single_without_number = !counted && !plural;
    // "a second group", "a third quarter" are no lengths; nor is "three-quarters of it".
    let ordinal = unit == Unit::Second && !plural;
    let share = unit == Unit::Quarter
        && (!plural || after.dash().is_some() || matches!(amount, Amount::Exactly(n) if n > 100.0));
    let compound = unit == Unit::Quarter
        && !plural
        && after.dash().is_some()
        && amount != Amount::Exactly(1.0);
    let compared = end
        .dash()
        .is_some_and(|c| c.sees(&["ago", "earlier"]) && c.glued().is_some());
    if compared || single_without_number || ordinal || share && !compound || next_is_old(end) {
        return None;
    }
    if counted
        && let Some(read) =
            and_a_half(end, amount, unit).or_else(|| second_length(end, amount, unit))
    {
        return Some(read);
    }
    let end = end.skip(|c| c.word(&["or"])?.word(&["so", "more"]).filter(|_| counted));
    Some((end, Meaning::Length(amount, unit), None))
}

/// "the past two months", "the first nine months", "the next few days", "those three years".
fn stretch(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let after = match cursor.near() {
        // "said that four days" opens a clause.
        Some((_, Near::That)) => return None,
        Some((after, _)) => after,
        None => cursor.word(&["first", "latest", "final", "remaining"])?,
    };
    let (counted, amount) = amount(after)?;
    let (end, unit, _) = counted.skip(|c| c.word(&["more", "full"])).unit()?;
    let end = end.skip(|c| c.word(&["or"])?.word(&["so"]));
    Some((end, Meaning::Length(amount, unit), None))
}

/// "(a minute) and a half".
fn and_a_half<'a>(end: Cursor<'a>, amount: Amount, unit: Unit) -> Option<Read<'a>> {
    let end = end.word(&["and"])?.word(&["a"])?.word(&["half"])?;
    let Amount::Exactly(number) = amount else {
        return None;
    };
    Some((
        end,
        Meaning::Length(Amount::Exactly(number + 0.5), unit),
        None,
    ))
}

/// "(two years) and six months": a finer unit after a coarser one.
fn second_length<'a>(end: Cursor<'a>, first: Amount, unit: Unit) -> Option<Read<'a>> {
    let (after, second) = amount(end.skip(|c| c.mark(&[","])).skip(|c| c.word(&["and"])))?;
    let (end, finer, _) = after.unit()?;
    match (first, second) {
        (Amount::Exactly(a), Amount::Exactly(b)) if finer < unit => {
            Some((end, Meaning::Lengths(a, unit, b, finer), None))
        }
        _ => None,
    }
}

/// How many: a number, "a", "several", "a couple of", "12 to 18".
fn amount(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Amount)> {
    if let Some((after, number)) = cursor.number() {
        // "12 to 18 months", "two or three days": how many is left open.
        let range = after
            .word(&["to", "or"])
            .or_else(|| after.dash())
            .and_then(Cursor::number)
            .filter(|(_, high)| *high > number);
        return Some(match range {
            Some((end, _)) if end.skip(Cursor::dash).unit().is_some() => (end, Amount::Some),
            _ => (after, Amount::Exactly(number)),
        });
    }
    let vague = |end| Some((end, Amount::Some));
    match &*cursor.atom()?.norm {
        "several" | "many" | "few" => vague(cursor.step()),
        "couple" => vague(cursor.step().skip(|c| c.word(&["of"]))),
        "half" => {
            let after = cursor.step().word(&["a", "an"])?;
            Some((after, Amount::Exactly(0.5)))
        }
        "a" | "an" => {
            let after = cursor.step();
            if let Some(end) = after.word(&["few"]) {
                return vague(end);
            }
            if let Some(end) = after.word(&["couple"]) {
                return Some((end.skip(|c| c.word(&["of"])), Amount::Exactly(2.0)));
            }
            Some((after, Amount::Exactly(1.0)))
        }
        _ => None,
    }
}

/// "-old" and "old" make an age of a length.
fn next_is_old(cursor: Cursor<'_>) -> bool {
    cursor.skip(Cursor::dash).sees(&["old", "olds"])
}
