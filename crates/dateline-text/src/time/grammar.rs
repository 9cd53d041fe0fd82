//! The grammar of times: every rule tries to read an expression at a cursor.

use super::TimeMod;
use super::beside::placed_unit;
use super::calendar::{calendar, date, season_alone, week_of};
use super::clock::{clock_date, part_or_clock};
use super::cursor::Cursor;
use super::lexicon::{reference, set_adverb};
use super::meaning::{Amount, Anchor, Calendar, Found, Meaning, Near, Slot, Unit, Year};
use super::span_of_time::{length, reach};
use crate::Document;
use crate::atom::Atom;

/// What a rule read: where it ends, what it means, how that is narrowed.
pub(super) type Read<'a> = (Cursor<'a>, Meaning, Option<TimeMod>);

/// A parser of one sort of expression.
pub(super) type Rule = for<'a> fn(Cursor<'a>) -> Option<Read<'a>>;

/// All expressions, the longest at each place, none overlapping.
pub(super) fn parse<'a>(doc: &'a Document, atoms: &'a [Atom<'a>]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        match longest(Cursor::new(doc.text(), atoms, at)) {
            Some((end, meaning, modifier)) => {
                found.push(Found {
                    start: at,
                    end: end.at,
                    meaning,
                    modifier,
                });
                at = end.at;
            }
            None => at += 1,
        }
    }
    found
}

/// The longest reading; of equally long ones the first.
pub(super) fn longest(cursor: Cursor<'_>) -> Option<Read<'_>> {
    best(
        cursor,
        &[
            calendar,
            placed_unit,
            boundary,
            phase,
            reach,
            length,
            repeated,
            part_or_clock,
            deictic,
            quantified,
            week_of,
        ],
    )
}

/// The longest of several rules' readings; of equally long ones the first.
pub(super) fn best<'a>(cursor: Cursor<'a>, rules: &[Rule]) -> Option<Read<'a>> {
    rules
        .iter()
        .filter_map(|rule| rule(cursor))
        .fold(None, |best: Option<Read<'a>>, read| match best {
            Some(longer) if longer.0.at >= read.0.at => Some(longer),
            _ => Some(read),
        })
}

/// "now", "recently", "at present", "the future", "recent years".
fn deictic(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let word = &*cursor.atom()?.norm;
    let plain = |end, value| Some((end, Meaning::Reference(value), None));
    if let Some(value) = reference(word) {
        let conjunction = word == "soon"
            && (cursor.before().is_some_and(|a| a.norm == "as") || cursor.step().sees(&["after"]));
        return if conjunction {
            None
        } else {
            plain(cursor.step(), value)
        };
    }
    if word == "these" {
        return plain(cursor.step().word(&["days"])?, "PRESENT_REF");
    }
    let the = cursor.word(&["the"]);
    let noun = the.unwrap_or(cursor);
    if let Some(the) = the {
        if let Some(end) = the.word(&["present"]).filter(|c| !more_follows(*c)) {
            return plain(end, "PRESENT_REF");
        }
        if let Some(end) = the.word(&["past"]).filter(|c| !more_follows(*c)) {
            return plain(end, "PAST_REF");
        }
        if let Some(end) = the.skip(|c| c.word(&["near"])).word(&["future"]) {
            return plain(end, "FUTURE_REF");
        }
    }
    vague_units(noun).or_else(|| {
        let value = match word {
            "recent" => "PAST_REF",
            "current" => "PRESENT_REF",
            _ => return None,
        };
        plain(cursor.step(), value)
    })
}

/// Whether the words go on with a unit or number ("the past two weeks").
fn more_follows(cursor: Cursor<'_>) -> bool {
    cursor.unit().is_some()
        || cursor.number().is_some()
        || cursor.sees(&["few", "several", "couple"])
}

/// "recent days", "coming months", "past years", "recent weeks and months".
fn vague_units(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let value = match &*cursor.atom()?.norm {
        "recent" | "past" | "previous" => "PAST_REF",
        "coming" | "future" => "FUTURE_REF",
        _ => return None,
    };
    let (mut end, _, plural) = cursor.step().unit()?;
    if !plural {
        return None;
    }
    if let Some((more, _, true)) = end.word(&["and", "or"]).and_then(Cursor::unit) {
        end = more;
    }
    Some((end, Meaning::Reference(value), None))
}

/// "every day", "each Thursday", "daily", "Tuesday nights", "once a week".
fn repeated(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let set = |end, value: String| Some((end, Meaning::Set(value), None));
    if let Some(value) = set_adverb(&cursor.atom()?.norm) {
        return set(cursor.step(), value.into());
    }
    if let Some((after, day)) = cursor.weekdays() {
        return set(after, format!("XXXX-WXX-{day}"));
    }
    if let Some((after, day)) = cursor.weekday()
        && let Some((end, part)) = after.parts()
    {
        return set(end, format!("XXXX-WXX-{day}T{}", part.letters()));
    }
    if let Some((end, unit, false)) = cursor.word(&["per"]).and_then(Cursor::unit) {
        return set(end, duration_value(Amount::Exactly(1.0), unit));
    }
    let each = cursor.word(&["every", "each"])?;
    if let Some((end, day)) = each.weekday() {
        let part = end.part();
        let value = format!(
            "XXXX-WXX-{day}{}",
            part.map_or(String::new(), |(_, p)| format!("T{}", p.letters()))
        );
        return set(part.map_or(end, |(end, _)| end), value);
    }
    if let Some((end, month)) = each.month() {
        return set(end, format!("XXXX-{month:02}"));
    }
    if let Some((end, part)) = each.part() {
        return set(end, format!("XXXX-XX-XXT{}", part.letters()));
    }
    if let Some((end, season)) = each.season() {
        return set(end, format!("XXXX-{}", season.letters()));
    }
    let (counted, number) = each
        .number()
        .unwrap_or_else(|| (each.skip(|c| c.word(&["other"])), 1.0));
    let number = if each.sees(&["other"]) { 2.0 } else { number };
    let (end, unit, _) = counted.unit()?;
    set(end, duration_value(Amount::Exactly(number), unit))
}

/// "early", "late", "mid-" and the like before something on the calendar.
fn phase(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let start = cursor.skip(|c| c.word(&["the"]));
    let (modifier, after) = match &*start.atom()?.norm {
        "early" => (
            TimeMod::Start,
            start
                .step()
                .skip(|c| c.word(&["on"]))
                .skip(|c| c.word(&["in"])),
        ),
        "late" => (TimeMod::End, start.step().skip(|c| c.word(&["in"]))),
        "mid" | "middle" => (TimeMod::Mid, start.step()),
        // "earlier this month", not "year-earlier third quarter".
        "earlier" | "later" => {
            let modifier = if start.sees(&["earlier"]) {
                TimeMod::Start
            } else {
                TimeMod::End
            };
            let (end, meaning, _) = reach(start.step().skip(|c| c.word(&["in"])))?;
            return Some((end, meaning, Some(modifier)));
        }
        "sometime" => return inner(start.step()).map(|(end, meaning)| (end, meaning, None)),
        _ => return None,
    };
    let (end, meaning) = inner(after.skip(Cursor::dash))?;
    Some((end, meaning, Some(modifier)))
}

/// What "early", "the end of" and the like can narrow.
fn inner(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Meaning)> {
    let bare_season = |c| season_alone(c).map(|(end, entry)| (end, Meaning::Calendar(entry)));
    best(cursor, &[calendar, reach, part_or_clock])
        .map(|(end, meaning, _)| (end, meaning))
        .or_else(|| bare_season(cursor))
}

/// "the end of January", "the start of the year", "the first half of 1989", "year-end".
fn boundary(cursor: Cursor<'_>) -> Option<Read<'_>> {
    if let Some((after, unit @ (Unit::Year | Unit::Month | Unit::Week), false)) =
        cursor.skip(|c| c.word(&["the"])).unit()
    {
        let end = after
            .skip(Cursor::possessive)
            .skip(Cursor::dash)
            .word(&["end"])?;
        let this = match unit {
            Unit::Year => Meaning::Calendar(Calendar {
                year: Some(Year::Near(Near::This)),
                ..Calendar::of(Slot::Day(12, 31))
            }),
            _ => Meaning::Shift {
                anchor: Anchor::Now,
                by: 0,
                unit,
                part: None,
                clock: None,
            },
        };
        return Some((end, this, Some(TimeMod::End)));
    }
    let the = cursor
        .skip(|c| c.word(&["the"]))
        .skip(|c| c.word(&["very"]));
    let (modifier, after) = match &*the.atom()?.norm {
        "start" | "beginning" | "onset" | "outset" => (TimeMod::Start, the.step()),
        "end" | "close" => (TimeMod::End, the.step()),
        "middle" | "midst" => (TimeMod::Mid, the.step()),
        "last" | "second" => (TimeMod::End, the.step().word(&["half"])?),
        "first" => (TimeMod::Start, the.step().word(&["half"])?),
        "latter" | "later" => (TimeMod::End, the.step().word(&["part", "half"])?),
        "early" | "earlier" => (TimeMod::Start, the.step().word(&["part", "days"])?),
        _ => return None,
    };
    let (end, meaning) = inner(after.word(&["of"])?)?;
    Some((end, meaning, Some(modifier)))
}

/// "about two years ago", "at least 30 days", "around 7:15 p.m.", "the week of March 3".
fn quantified(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let (after, modifier) = quantifier(cursor)?;
    let (end, meaning, inner) = best(after, &[length, reach, part_or_clock, clock_date, date])?;
    // "to get around Friday's verdict": days of the week are not approximate, hours of theirs are.
    let weekday = matches!(
        &meaning,
        Meaning::Calendar(Calendar {
            slot: Slot::Weekday(_),
            clock: None,
            part: None,
            ..
        })
    );
    (!weekday).then(|| (end, meaning, inner.or(Some(modifier))))
}

/// A word or two that says "about", "more than", "at most".
fn quantifier(cursor: Cursor<'_>) -> Option<(Cursor<'_>, TimeMod)> {
    let one = cursor.step();
    Some(match &*cursor.atom()?.norm {
        "about" | "around" | "approximately" | "roughly" | "circa" | "some" => {
            (one, TimeMod::Approx)
        }
        "almost" | "nearly" => (one, TimeMod::LessThan),
        // "over three years" is as often a stretch as a bound.
        "over" if one.sees(&["a", "an"]) => (one, TimeMod::MoreThan),
        "more" => (one.word(&["than"])?, TimeMod::MoreThan),
        "less" | "fewer" => (one.word(&["than"])?, TimeMod::LessThan),
        "no" => (one.word(&["more"])?.word(&["than"])?, TimeMod::EqualOrLess),
        "up" => (one.word(&["to"])?, TimeMod::EqualOrLess),
        "at" if one.sees(&["least"]) => (one.step(), TimeMod::EqualOrMore),
        "at" => (one.word(&["most"])?, TimeMod::EqualOrLess),
        _ => return None,
    })
}

/// TIMEX3 value of a length: `P2D`, `PT5H`, `PXY`; halves of years and hours in the next unit.
pub(super) fn duration_value(amount: Amount, unit: Unit) -> String {
    let (letter, factor) = unit.duration_letter();
    let clock = if unit.of_clock() { "T" } else { "" };
    let Amount::Exactly(number) = amount else {
        let letter = match unit {
            Unit::Quarter => 'Q',
            Unit::Decade => 'E',
            Unit::Century => 'C',
            Unit::Millennium => 'L',
            _ => letter,
        };
        return format!("P{clock}X{letter}");
    };
    let whole = number * factor;
    let finer = match unit {
        Unit::Year => Some((12.0, 'M')),
        Unit::Hour => Some((60.0, 'M')),
        Unit::Minute => Some((60.0, 'S')),
        _ => None,
    };
    match finer {
        Some((parts, finer)) if whole.fract() != 0.0 => {
            let rest = (whole.fract() * parts).round();
            let head = if whole >= 1.0 {
                format!("{}{letter}", whole.trunc())
            } else {
                String::new()
            };
            format!("P{clock}{head}{rest}{finer}")
        }
        _ => format!("P{clock}{whole}{letter}"),
    }
}

/// How many units "last", "next" and the like are away, and from what.
pub(super) fn near_shift(near: Near) -> (Anchor, i32) {
    match near {
        Near::Last => (Anchor::Now, -1),
        Near::BeforeLast => (Anchor::Now, -2),
        Near::This => (Anchor::Now, 0),
        Near::Next => (Anchor::Now, 1),
        Near::That => (Anchor::Topic, 0),
        Near::Before => (Anchor::Topic, -1),
        Near::After => (Anchor::Topic, 1),
    }
}
