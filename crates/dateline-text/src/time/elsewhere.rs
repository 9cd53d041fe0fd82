//! Dates of other calendars, and names that are written in several ways: "12 Ramadan 1445 AH",
//! "14th of Rabi' al-Awwal", "22 Bahman 1403", "Eid-ul-Fitr", "25 October 1917 (Old Style)".

use super::TimeMod;
use super::calendar::{Entry, day_of_month, month_date, read, year_after};
use super::cursor::Cursor;
use super::grammar::Read;
use super::lexicon::{FEASTS, MONTHS_ELSEWHERE, MonthElsewhere};
use super::meaning::{Calendar, Feast, Meaning, Near, Slot, Year};
use super::reckoning::{BUDDHIST_YEARS, Elsewhere, Reckoning};
use crate::atom::{APOSTROPHES, AtomKind, DASHES};

/// Most words of a name.
const LONGEST_NAME: usize = 5;

/// Every rule of this file.
pub(super) fn elsewhere(cursor: Cursor<'_>) -> Option<Read<'_>> {
    super::grammar::best(
        cursor,
        &[date_elsewhere, year_elsewhere, buddhist_date, old_style],
    )
}

/// The longest name of `names` at the cursor, and what it stands for. Names are compared in lower case,
/// without apostrophes and marks on letters, "-" as a space, every Arabic article as "al".
pub(super) fn named<'a, T: Copy>(
    cursor: Cursor<'a>,
    names: &[(&str, T)],
) -> Option<(Cursor<'a>, T)> {
    if !cursor.capital() {
        return None;
    }
    let mut words = String::new();
    let mut count = 0;
    let mut at = cursor;
    let mut found = None;
    while let Some(atom) = at.atom() {
        if atom.is_mark(&DASHES) || (words == "st" && atom.is_mark(&["."])) {
            at = at.step();
            continue;
        }
        if atom.is_mark(&APOSTROPHES) {
            // "Sha'ban" and "New Year's" are one word.
            at = at.step();
            if let Some(rest) = at.glued().filter(|a| a.kind == AtomKind::Word) {
                push_plain(&mut words, &rest.norm);
                at = at.step();
            }
        } else {
            if count == LONGEST_NAME {
                break;
            }
            count += 1;
            if !words.is_empty() {
                words.push(' ');
            }
            let article = !words.is_empty()
                && matches!(
                    &*atom.norm,
                    "ul" | "ath" | "as" | "ash" | "az" | "uth" | "us" | "el"
                );
            push_plain(&mut words, if article { "al" } else { &atom.norm });
            at = at.step();
        }
        if let Some((_, meant)) = names.iter().find(|(name, _)| *name == words) {
            found = Some((at, *meant));
        }
    }
    found
}

fn push_plain(words: &mut String, norm: &str) {
    words.extend(norm.chars().filter_map(|c| {
        Some(match c {
            'ā' | 'á' | 'â' => 'a',
            'ī' | 'í' | 'î' => 'i',
            'ū' | 'ú' | 'û' => 'u',
            'ḥ' => 'h',
            'ḍ' => 'd',
            'ṣ' | 'š' => 's',
            'ṭ' => 't',
            'ẓ' | 'ḏ' => 'z',
            'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' => return None,
            other => other,
        })
    }));
}

/// A feast by any of its spellings.
pub(super) fn feast_name(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Feast)> {
    named(cursor, FEASTS)
}

fn month_name(cursor: Cursor<'_>) -> Option<(Cursor<'_>, MonthElsewhere)> {
    named(cursor, MONTHS_ELSEWHERE)
}

/// A day or month of another calendar.
fn date_elsewhere(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.skip(|c| c.word(&["the"]));
    let (before, near) = match the.near() {
        Some((after, near)) => (after, Some(near)),
        None => (the, None),
    };
    let named_month = before
        .skip(|c| c.word(&["holy", "sacred", "fasting"]))
        .word(&["month"])
        .and_then(|c| c.word(&["of"]));
    if let Some((after, month)) = named_month.and_then(month_name) {
        return dated(after, month, None, near);
    }
    if near.is_none()
        && let Some((after, day)) = day_of_month(the)
        && let Some((after, month)) = month_name(after.skip(|c| c.word(&["of"])))
    {
        return dated(after, month, Some(day), None);
    }
    let (after, month) = month_name(before)?;
    let day = near.is_none().then(|| day_of_month(after)).flatten();
    // "Ramadan 14" has a day, "Ramadan 1445" a year.
    let whole = |end: Cursor<'_>| end.glued_mark(&["-", ":"]).is_none();
    match day.filter(|(end, _)| whole(*end)) {
        Some((after, day)) => dated(after, month, Some(day), None),
        None => dated(after, month, None, near),
    }
}

/// A day or month with the year behind it, its own or the Gregorian, if there is one.
fn dated(
    after: Cursor<'_>,
    month: MonthElsewhere,
    day: Option<i8>,
    near: Option<Near>,
) -> Option<Read<'_>> {
    let calendar = month.calendar;
    let day = match day {
        Some(day) => Some(u8::try_from(day).ok().filter(|d| (1..=31).contains(d))?),
        None => None,
    };
    let modifier = (calendar == Reckoning::Hijri && day.is_some()).then_some(TimeMod::Approx);
    let comma = after.skip(|c| c.mark(&[","]));
    let own_year = comma
        .exact_figures(4)
        .filter(|(_, year)| calendar.has_year(*year));
    if let Some((end, year)) = own_year.filter(|_| near.is_none()) {
        let meaning = Meaning::Elsewhere(Elsewhere {
            calendar,
            year: i32::try_from(year).ok()?,
            month: Some(month.month),
            day,
        });
        return Some((end.skip(|c| era(c, calendar)), meaning, modifier));
    }
    let mut entry = Calendar {
        near,
        ..Calendar::of(Slot::Feast(Feast::Elsewhere {
            calendar,
            month: month.month,
            day,
        }))
    };
    let mut end = after;
    if near.is_none()
        && let Some((after, year)) = year_after(end)
    {
        end = after;
        entry.year = Some(year);
    }
    // "5 Nisan 0000": a year that is none of the calendar's, and no day of this one.
    if entry.year.is_none() && end.exact_figures(4).is_some() {
        return None;
    }
    // A name of people and things is a month only beside a day or a year.
    let told = match month.alone {
        Alone::Month => true,
        Alone::WithDay => day.is_some() || entry.year.is_some(),
        Alone::WithYear => false,
    };
    told.then_some((end, Meaning::Calendar(entry), modifier))
}

/// How much must stand beside the name of a month that is also the name of people or things.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Alone {
    /// It is known for the month.
    Month,
    /// A day or a year.
    WithDay,
    /// A year of its own calendar.
    WithYear,
}

/// "AH", "Hijri", "SH", "of the Hijra" behind a year.
fn era(cursor: Cursor<'_>, calendar: Reckoning) -> Option<Cursor<'_>> {
    let words: &[&str] = match calendar {
        Reckoning::Hijri => &["ah", "hijri", "hijra", "h"],
        Reckoning::SolarHijri => &["sh", "ahs", "solar", "shamsi", "hijri"],
        Reckoning::Hebrew => &["am"],
        _ => return None,
    };
    let of = cursor.skip(|c| c.word(&["of"])?.word(&["the"]));
    let end = of.word(words)?;
    Some(end.skip(|c| c.word(&["hijri", "calendar", "year"])))
}

/// "1445 AH", "AH 1445", "the Hijri year 1445", "1403 SH", "2567 BE", "the Buddhist year 2567".
fn year_elsewhere(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.skip(|c| c.word(&["the"]));
    let whole = |end, calendar: Reckoning, year: u32| {
        let year = i32::try_from(year).ok()?;
        let meaning = Meaning::Elsewhere(Elsewhere {
            calendar,
            year,
            month: None,
            day: None,
        });
        calendar
            .has_year(u32::try_from(year).ok()?)
            .then_some((end, meaning, None))
    };
    if let Some((after, year)) = the.exact_figures(4) {
        let (end, calendar) = year_era(after)?;
        return whole(end, calendar, year);
    }
    if let Some((after, calendar)) = year_era(the)
        && let Some((end, year)) = after.skip(|c| c.word(&["year"])).exact_figures(4)
    {
        return whole(end, calendar, year);
    }
    let (after, calendar) = match &*the.atom()?.norm {
        "hijri" => (the.step(), Reckoning::Hijri),
        "buddhist" => (the.step(), Reckoning::Buddhist),
        "hebrew" | "jewish" => (the.step(), Reckoning::Hebrew),
        "persian" | "iranian" | "afghan" => (the.step(), Reckoning::SolarHijri),
        _ => return None,
    };
    let (end, year) = after.word(&["year", "era"])?.exact_figures(4)?;
    whole(end, calendar, year)
}

/// An era in capitals: "AH", "SH", "BE".
fn year_era(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Reckoning)> {
    if !cursor.capital() {
        return None;
    }
    let calendar = match &*cursor.atom()?.norm {
        "ah" => Reckoning::Hijri,
        "sh" | "ahs" => Reckoning::SolarHijri,
        "be" => Reckoning::Buddhist,
        _ => return None,
    };
    Some((cursor.step(), calendar))
}

/// "5 May 2567 BE", "5 May B.E. 2567".
fn buddhist_date(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let (after, entry) = month_date(cursor)?;
    let (end, year) = match after.skip(|c| c.mark(&[","])) {
        c if year_era(c).is_some_and(|(_, of)| of == Reckoning::Buddhist) => {
            c.step().exact_figures(4)?
        }
        c => {
            let (after, year) = c.exact_figures(4)?;
            let (end, _) = year_era(after).filter(|(_, of)| *of == Reckoning::Buddhist)?;
            (end, year)
        }
    };
    let fits = entry.year.is_none() && entry.near.is_none();
    let year = i32::try_from(year)
        .ok()
        .filter(|_| fits && Reckoning::Buddhist.has_year(year))?;
    read((
        end,
        Calendar {
            year: Some(Year::Number(i16::try_from(year - BUDDHIST_YEARS).ok()?)),
            reckoning: Some(Reckoning::Buddhist),
            ..entry
        },
    ))
}

/// "25 October 1917 (Old Style)", "O.S. 12 March 1881", "7 January 1905 of the Julian calendar".
fn old_style(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let before = old_style_words(cursor);
    let (after, entry): Entry<'_> = month_date(before.unwrap_or(cursor))?;
    if !matches!(entry.slot, Slot::Day(..)) {
        return None;
    }
    let end = match before {
        Some(_) => after,
        None => {
            let open = after.mark(&["("]).or(after.mark(&["["]));
            let words = old_style_words(open.unwrap_or(after.skip(|c| c.mark(&[","]))))?;
            match open {
                Some(_) => words.mark(&[")", "]"])?,
                None => words,
            }
        }
    };
    read((
        end,
        Calendar {
            reckoning: Some(Reckoning::Julian),
            ..entry
        },
    ))
}

fn old_style_words(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    if let Some(end) = cursor.word(&["os"]).filter(|_| cursor.capital()) {
        return Some(end);
    }
    if let Some(end) = cursor.word(&["old"]).and_then(|c| c.word(&["style"])) {
        return Some(end);
    }
    let of = cursor.skip(|c| c.word(&["of", "in", "by"])?.word(&["the"]));
    of.word(&["julian"])?.word(&["calendar"])
}
