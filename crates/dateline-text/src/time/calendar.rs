//! Places on the calendar and the clock: dates, weekdays, months, quarters, seasons, years, hours.

use super::TimeMod;
use super::clock::{clock_date, four_figures, hour_and_minute, part_of_date};
use super::cursor::Cursor;
use super::elsewhere::{elsewhere, feast_name};
use super::grammar::{Read, best};
use super::meaning::{Calendar, Feast, Meaning, Near, Part, Slot, Year};
use crate::atom::{APOSTROPHES, AtomKind};

/// A calendar entry and where it ends.
pub(super) type Entry<'a> = (Cursor<'a>, Calendar);

pub(super) fn read((end, calendar): Entry<'_>) -> Option<Read<'_>> {
    Some((end, Meaning::Calendar(calendar), None))
}

/// Anything on the calendar, a clock time before it included.
pub(super) fn calendar(cursor: Cursor<'_>) -> Option<Read<'_>> {
    best(
        cursor,
        &[
            date,
            clock_date,
            part_of_date,
            quarter,
            season,
            year_alone,
            fiscal_year,
            year_of_era,
            decade,
            century,
            elsewhere,
        ],
    )
}

/// A day or month: with weekday, in figures, by feast.
pub(super) fn date(cursor: Cursor<'_>) -> Option<Read<'_>> {
    best(
        cursor,
        &[
            |c| read(weekday_date(c)?),
            |c| read(week_before(c)?),
            |c| read(day_of_named_month(c)?),
            |c| read(month_date(c)?),
            |c| read(iso_date(c)?),
            |c| read(figure_date(c)?),
            |c| read(feast(c)?),
        ],
    )
}

/// A year in four figures that news may mean.
fn year(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i16)> {
    let (end, year) = cursor.exact_figures(4)?;
    let figure = |c: Cursor<'_>| c.glued().is_some_and(|a| a.kind == AtomKind::Number);
    let followed_by_more =
        end.glued_mark(&[":", "/"]).is_some_and(figure) || end.glued_mark(&["%"]).is_some();
    let is_year = (1000..=2199).contains(&year) && !followed_by_more;
    (is_year && four_figures(cursor).is_none()).then_some((end, year as i16))
}

/// "'98".
fn short_year(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i16)> {
    let (end, year) = cursor
        .mark(&APOSTROPHES)?
        .exact_figures(2)
        .filter(|(c, _)| c.glued().is_none_or(|a| a.norm != "s"))?;
    cursor.step().glued()?;
    Some((end, full_year(year as i16)))
}

/// A year of two figures, in the hundred years that end in 2039.
fn full_year(two: i16) -> i16 {
    if two < 40 { 2000 + two } else { 1900 + two }
}

/// "nineteen ninety-six", "two thousand" after "the year".
fn spoken_year(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i16)> {
    let century = match &*cursor.atom()?.norm {
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        _ => return None,
    };
    let (end, rest) = cursor.step().number()?;
    let rest = (10.0..100.0).contains(&rest).then_some(rest as i16)?;
    Some((end, century * 100 + rest))
}

/// The year after a month or day: ", 1998", "of 1998", "last year", "of this year".
pub(super) fn year_after(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Year)> {
    let comma = cursor.skip(|c| c.mark(&[","]));
    if let Some((end, number)) = era_year(comma)
        .or_else(|| year(comma))
        .or_else(|| short_year(comma))
        .or_else(|| spoken_year(comma))
    {
        return Some((end, Year::Number(number)));
    }
    let of = cursor.skip(|c| c.word(&["of"]));
    if of.at > cursor.at
        && let Some((end, number)) = year(of).or_else(|| spoken_year(of))
    {
        return Some((end, Year::Number(number)));
    }
    near_year(of)
}

/// "last year", "the same year", "that year".
fn near_year(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Year)> {
    let (after, near) = cursor.skip(|c| c.word(&["the"])).near()?;
    Some((after.word(&["year"])?, Year::Near(near)))
}

/// "the first half of *the year*": the one that is running.
fn running_year(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Year)> {
    let end = cursor.word(&["the"])?.word(&["year"])?;
    Some((end, Year::Near(Near::This)))
}

/// A day of the month in figures, with or without its ending, or "eighth".
pub(super) fn day_of_month(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i8)> {
    let (end, day) = match cursor.figures(2) {
        Some((end, day)) => (end.skip(Cursor::ordinal_ending), day as i8),
        None => cursor.ordinal()?,
    };
    let figure = |c: Cursor<'_>| c.glued().is_some_and(|a| a.kind == AtomKind::Number);
    let clock_or_more =
        end.glued_mark(&[":", "/"]).is_some_and(figure) || end.glued_mark(&["%"]).is_some();
    let hour = end.sees(&["am", "pm", "percent", "million", "billion", "thousand"]);
    (!clock_or_more && !hour && (1..=99).contains(&day)).then_some((end, day))
}

/// "March 5, 2019", "5 March", "the 5th of May", "March 2019", "July last year", "last April".
pub(super) fn month_date(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let (before, near) = match cursor.skip(|c| c.word(&["the"])).near() {
        Some((after, near)) => (after, Some(near)),
        None => (cursor, None),
    };
    let (mut end, slot) = day_and_month(before).or_else(|| {
        let (end, month) = before.month()?;
        Some((end, Slot::Month(month)))
    })?;
    // "last Oct. 23": the day stands by itself.
    if near.is_some() && matches!(slot, Slot::Day(..)) {
        return None;
    }
    let mut entry = Calendar {
        near,
        ..Calendar::of(slot)
    };
    if near.is_none()
        && let Some((after, year)) = year_after(end)
    {
        end = after;
        entry.year = Some(year);
    }
    Some((end, entry))
}

/// Day and month in either order.
fn day_and_month(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Slot)> {
    if let Some((after, month)) = cursor.month() {
        let (end, day) = day_of_month(after.skip(|c| c.word(&["the"])))?;
        return Some((end, Slot::Day(month, day)));
    }
    let (after, day) = day_of_month(cursor.skip(|c| c.word(&["the"])))?;
    let (end, month) = after.skip(|c| c.word(&["of"])).month()?;
    Some((end, Slot::Day(month, day)))
}

/// "Wednesday" and what [`named_weekday`] reads, "overnight Wednesday".
fn weekday_date(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let Some(day) = cursor.word(&["overnight"]) else {
        return named_weekday(cursor);
    };
    let (end, entry) = named_weekday(day.skip(|c| c.word(&["on"])))?;
    let night = Calendar {
        part: Some(Part::Night),
        ..entry
    };
    entry.part.is_none().then_some((end, night))
}

/// "Wednesday", "last Friday", "late Wednesday night" without its "late", "Wednesday, Oct. 11".
fn named_weekday(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let (before, near) = match cursor.skip(|c| c.word(&["the"])).near() {
        Some((after, near)) => (after, Some(near)),
        None => (cursor, None),
    };
    let (mut end, day) = before.weekday()?;
    let mut entry = Calendar {
        near,
        ..Calendar::of(Slot::Weekday(day))
    };
    if let Some((after, part)) = end.part() {
        end = after;
        entry.part = Some(part);
    }
    if let Some((after, date)) = month_date(end.skip(|c| c.mark(&[","])))
        && let Slot::Day(..) = date.slot
    {
        end = after;
        entry = Calendar {
            part: entry.part,
            weekday: Some(day),
            ..date
        };
    } else if let Some((after, part)) = end.skip(|c| c.word(&["at"])).part() {
        end = after;
        entry.part = Some(part);
    } else if let Some((after, week)) = week_behind(end).filter(|_| near.is_none()) {
        end = after;
        entry.week = Some(week);
    } else if let Some(after) = end
        .phrase(&["before", "last"])
        .filter(|_| near.is_none() && cursor.before().is_some_and(|a| a.norm == "the"))
    {
        end = after;
        entry.near = Some(Near::BeforeLast);
    }
    Some((end, entry))
}

/// "of last week", "next week", "this week" behind a weekday.
fn week_behind(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i8)> {
    let (after, near) = cursor.skip(|c| c.word(&["of"])).near()?;
    let weeks = match near {
        Near::Last => -1,
        Near::This => 0,
        Near::Next => 1,
        _ => return None,
    };
    Some((after.word(&["week"])?, weeks))
}

/// "a week ago Tuesday", "last week on Tuesday".
fn week_before(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let (after, week) = match week_behind(cursor) {
        Some(read) => read,
        None => (cursor.word(&["a"])?.phrase(&["week", "ago"])?, -1),
    };
    let (end, entry) = weekday_date(after.skip(|c| c.word(&["on"])))?;
    let alone =
        matches!(entry.slot, Slot::Weekday(_)) && entry.near.is_none() && entry.week.is_none();
    alone.then_some((
        end,
        Calendar {
            week: Some(week),
            ..entry
        },
    ))
}

/// "the first day of May", "the last day of February 2024".
fn day_of_named_month(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let the = cursor.word(&["the"])?;
    let (after, number) = match the.word(&["last"]) {
        Some(after) => (after, None),
        None => the.ordinal().map(|(after, number)| (after, Some(number)))?,
    };
    let (end, date) = month_date(after.phrase(&["day", "of"])?)?;
    let Slot::Month(month) = date.slot else {
        return None;
    };
    let slot = number.map_or(Slot::Feast(Feast::LastDay(month)), |day| {
        Slot::Day(month, day)
    });
    Some((end, Calendar { slot, ..date }))
}

/// "2014-03-20", "2014-03-20T10:30".
fn iso_date(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let (c, year) = cursor.exact_figures(4)?;
    let (c, month) = c.glued_mark(&["-"])?.exact_figures(2)?;
    let (mut end, day) = c.glued_mark(&["-"])?.exact_figures(2)?;
    let mut entry = Calendar {
        year: Some(Year::Number(year as i16)),
        ..Calendar::of(Slot::Day(month as i8, day as i8))
    };
    if let Some((after, clock)) = end.word(&["t"]).and_then(hour_and_minute) {
        end = after;
        entry.clock = Some(clock);
    }
    Some((end, entry))
}

/// "03/20/2025", "20/03/2025", "20.03.2025": month first as in America, unless that is impossible.
fn figure_date(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    let (c, first) = cursor.figures(2)?;
    let marks = ["/", "."];
    let mark = marks.iter().find(|m| c.glued_mark(&[m]).is_some())?;
    let (c, second) = c.step().figures(2)?;
    let c = c.glued_mark(&[mark])?;
    let (end, year) = match c.exact_figures(4) {
        Some((end, year)) => (end, year as i16),
        None if *mark == "/" => c
            .exact_figures(2)
            .map(|(end, two)| (end, full_year(two as i16)))?,
        None => return None,
    };
    let day_first = *mark == "." || first > 12;
    let (month, day) = if day_first {
        (second, first)
    } else {
        (first, second)
    };
    Some((
        end,
        Calendar {
            year: Some(Year::Number(year)),
            ..Calendar::of(Slot::Day(month as i8, day as i8))
        },
    ))
}

/// "Christmas Eve", "last Thanksgiving", "Easter 2019", "9/11".
fn feast(cursor: Cursor<'_>) -> Option<Entry<'_>> {
    if let Some(end) = cursor
        .figures(1)
        .filter(|(_, n)| *n == 9)
        .and_then(|(c, _)| c.glued_mark(&["/"]))
        && let Some((end, 11)) = end.figures(2)
        && end.glued_mark(&["/"]).is_none()
    {
        return Some((
            end,
            Calendar {
                year: Some(Year::Number(2001)),
                ..Calendar::of(Slot::Day(9, 11))
            },
        ));
    }
    let (before, near) = match cursor.near() {
        Some((after, near)) => (after, Some(near)),
        None => (cursor, None),
    };
    let (mut end, mut feast) = match before
        .phrase(&["holy", "week"])
        .filter(|_| before.capital())
    {
        Some(end) => (end, Feast::HolyWeek),
        None => feast_name(before)?,
    };
    if feast == Feast::Easter(0)
        && let Some(after) = end.word(&["week"])
    {
        (end, feast) = (after, Feast::HolyWeek);
    }
    let mut entry = Calendar {
        near,
        ..Calendar::of(Slot::Feast(feast))
    };
    if let Some((after, year)) = year_after(end) {
        end = after;
        entry.year = Some(year);
    }
    Some((end, entry))
}

/// "the third quarter of 1989", "fourth-quarter", "the 1989 second quarter", "this year's first
/// quarter", "Q3 2019", "the first half of 1989".
fn quarter(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.skip(|c| c.word(&["the"]));
    let (named, mut year_said) = match year(the) {
        Some((after, number)) => (after, Some(Year::Number(number))),
        None => match near_year(the).and_then(|(after, y)| Some((after.possessive()?, y))) {
            Some((after, year)) => (after, Some(year)),
            None => (the, None),
        },
    };
    // "the 1988 quarter", "the 1988 period": some stretch of that year.
    if the.at > cursor.at
        && year_said.is_some()
        && let Some(end) = named.word(&["quarter", "period"])
    {
        return read((
            end,
            Calendar {
                year: year_said,
                ..Calendar::of(Slot::None)
            },
        ));
    }
    let fiscal = named.skip(|c| c.word(&["fiscal"])).skip(Cursor::dash);
    let is_fiscal = named.sees(&["fiscal"]);
    let (mut end, slot) = quarter_slot(fiscal)?;
    // "the third-quarter loss": the article is the loss's.
    if the.at > cursor.at && named.at == the.at && written_as_modifier(fiscal) {
        return None;
    }
    let mut end_is_fiscal = false;
    if year_said.is_none() {
        let of = end.skip(|c| c.word(&["of"]));
        let after = of.skip(|c| c.word(&["fiscal"]));
        end_is_fiscal = after.at > of.at;
        if let Some((after, number)) = year(after).or_else(|| short_year(after)) {
            (end, year_said) = (after, Some(Year::Number(number)));
        } else if let Some((after, near)) = near_year(after).or_else(|| running_year(after)) {
            (end, year_said) = (after, Some(near));
        } else if is_fiscal {
            // A company's quarter need not be near the calendar's of that number.
            year_said = Some(Year::Near(Near::This));
        }
    }
    read((
        end,
        Calendar {
            year: year_said,
            fiscal: is_fiscal || end_is_fiscal,
            ..Calendar::of(slot)
        },
    ))
}

/// "third-quarter" before a noun.
fn written_as_modifier(cursor: Cursor<'_>) -> bool {
    cursor.step().dash().is_some_and(|c| c.sees(&["quarter"]))
}

/// "third quarter", "third-quarter", "Q3", "the first half".
fn quarter_slot(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Slot)> {
    if cursor.sees(&["q"]) && cursor.capital() {
        let (end, number) = cursor.step().figures(1)?;
        cursor.step().glued()?;
        return (1..=4)
            .contains(&number)
            .then_some((end, Slot::Quarter(number as i8)));
    }
    let (after, number) = match cursor.word(&["final", "last"]) {
        Some(after) => (after, 0),
        None => cursor.ordinal()?,
    };
    let noun = after.skip(Cursor::dash);
    if let Some(end) = noun.word(&["quarter"]) {
        let number = if number == 0 { 4 } else { number };
        return (number <= 4).then_some((end, Slot::Quarter(number)));
    }
    let end = noun.word(&["half"])?;
    let of_year = end
        .word(&["of"])
        .is_some_and(|c| year(c).is_some() || near_year(c).is_some() || running_year(c).is_some());
    let number = if number == 0 { 2 } else { number };
    (of_year && number <= 2).then_some((end, Slot::Half(number)))
}

/// "last summer", "the winter of 1994", "spring 2019", "this fall", "the summer".
fn season(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.word(&["the"]);
    let (before, near) = match the.unwrap_or(cursor).near() {
        Some((after, near)) => (after, Some(near)),
        None => (the.unwrap_or(cursor), None),
    };
    let (end, season) = before.season()?;
    let entry = Calendar {
        near,
        ..Calendar::of(Slot::Season(season))
    };
    let year_after = year_after(end).filter(|_| near.is_none());
    if let Some((end, year)) = year_after {
        return read((
            end,
            Calendar {
                year: Some(year),
                ..entry
            },
        ));
    }
    // "the fall of Aleppo", "a spring in his step": only with a word that makes it a time.
    let anchored = near.is_some_and(|n| n != Near::That)
        || (the.is_some() && !end.sees(&["of"]) && !before.sees(&["fall", "spring"]));
    if anchored { read((end, entry)) } else { None }
}

/// A season without anything that makes it a time: for behind "early", "the end of" and the like.
pub(super) fn season_alone(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Calendar)> {
    let (end, season) = cursor.season()?;
    Some((end, Calendar::of(Slot::Season(season))))
}

/// "the week of March 6": its value is the week's day that is named.
pub(super) fn week_of(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let week = cursor.skip(|c| c.word(&["the"])).word(&["week"])?;
    let (end, date) = month_date(week.word(&["of"])?)?;
    matches!(date.slot, Slot::Day(..))
        .then(|| read((end, date)))
        .flatten()
}

/// "2019", "the year 2000", "nineteen ninety-six".
fn year_alone(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let whole = |end, number| {
        read((
            end,
            Calendar {
                year: Some(Year::Number(number)),
                ..Calendar::of(Slot::None)
            },
        ))
    };
    let the = cursor.skip(|c| c.word(&["the"]));
    if let Some(after) = the.word(&["year"]) {
        if let Some((end, number)) = year(after)
            .or_else(|| short_year(after))
            .or_else(|| spoken_year(after))
        {
            return whole(end, number);
        }
        let end = after.word(&["two"])?.word(&["thousand"])?;
        return whole(end, 2000);
    }
    let (end, number) = year(cursor)
        .or_else(|| short_year(cursor))
        .or_else(|| spoken_year(cursor))?;
    whole(end, number)
}

/// "fiscal 2019", "the 2019-20 financial year", "FY2020", "FY19", "the current fiscal year".
fn fiscal_year<'a>(cursor: Cursor<'a>) -> Option<Read<'a>> {
    let whole = |end, year| {
        read((
            end,
            Calendar {
                year: Some(year),
                fiscal: true,
                ..Calendar::of(Slot::None)
            },
        ))
    };
    let numbered = |c: Cursor<'a>| year(c).or_else(|| short_year(c)).or_else(|| spoken_year(c));
    if cursor.capital() && cursor.sees(&["fy"]) {
        let after = cursor.step();
        let (end, number) = numbered(after).or_else(|| {
            let (end, two) = after.exact_figures(2)?;
            Some((end, full_year(two as i16)))
        })?;
        return whole(second_year(end), Year::Number(number));
    }
    let the = cursor.skip(|c| c.word(&["the"]));
    let called = |c: Cursor<'a>| c.word(&["fiscal", "financial", "budget"])?.word(&["year"]);
    // "fiscal 2019"; "financial 2019" is nobody's word for it.
    if let Some(after) = called(the).or_else(|| the.word(&["fiscal"])) {
        let (end, number) = numbered(after.skip(|c| c.word(&["of"])))?;
        return whole(second_year(end), Year::Number(number));
    }
    if let Some((after, number)) = year(the) {
        return whole(called(second_year(after))?, Year::Number(number));
    }
    let (after, near) = the.near()?;
    whole(called(after)?, Year::Near(near))
}

/// The second year of "2019-20", "2019/20", "2019-2020".
fn second_year(cursor: Cursor<'_>) -> Cursor<'_> {
    let second = cursor.glued_mark(&["-", "–", "/"]);
    second
        .and_then(|c| c.exact_figures(2).or_else(|| c.exact_figures(4)))
        .map_or(cursor, |(end, _)| end)
}

/// "44 BC", "AD 79", "410 CE".
fn year_of_era(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let (end, year) = era_year(cursor)?;
    read((
        end,
        Calendar {
            year: Some(Year::Number(year)),
            ..Calendar::of(Slot::None)
        },
    ))
}

/// A year that names its era, as astronomers count: 0 is 1 BC.
fn era_year(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i16)> {
    if let Some(after) = cursor.word(&["ad"]).filter(|_| cursor.capital()) {
        return positive(after);
    }
    let (after, year) = positive(cursor)?;
    match &*after.atom().filter(|_| after.capital())?.norm {
        // There is no year 0: 1 BC is the year before AD 1.
        "bc" | "bce" => Some((after.step(), 1 - year)),
        "ad" | "ce" => Some((after.step(), year)),
        _ => None,
    }
}

/// A number of up to four digits above nought.
fn positive(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i16)> {
    let (end, number) = cursor.figures(4)?;
    Some((end, i16::try_from(number).ok().filter(|n| *n > 0)?))
}

/// "1990s", "the '80s", "the nineties".
fn decade(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.word(&["the"]);
    let (start, phase) = decade_phase(the.unwrap_or(cursor));
    let (end, decade) =
        decade_figures(start).or_else(|| start.decade_word().filter(|_| the.is_some()))?;
    Some((end, Meaning::Decade(decade), phase))
}

/// "early", "mid-", "late" inside "the mid-1990s".
fn decade_phase(cursor: Cursor<'_>) -> (Cursor<'_>, Option<TimeMod>) {
    let phase = match cursor.atom().map_or("", |a| &a.norm) {
        "early" => TimeMod::Start,
        "mid" => TimeMod::Mid,
        "late" => TimeMod::End,
        _ => return (cursor, None),
    };
    (cursor.step().skip(Cursor::dash), Some(phase))
}

fn decade_figures(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i16)> {
    let (after, number) = match cursor.exact_figures(4) {
        Some(read) => read,
        None => cursor.skip(|c| c.mark(&APOSTROPHES)).exact_figures(2)?,
    };
    let s = after.skip(|c| c.glued_mark(&APOSTROPHES));
    let end = s.glued().filter(|a| a.norm == "s").map(|_| s.step())?;
    (number % 10 == 0 && number < 2200).then_some((end, number as i16))
}

/// "the 20th century", "this century" is a unit.
fn century(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor.skip(|c| c.word(&["the"]));
    let (start, phase) = decade_phase(the);
    let (after, number) = start.ordinal()?;
    let end = after.skip(Cursor::dash).word(&["century"])?;
    if let Some(end) = end.word(&["bc", "bce"]) {
        return (1..=99).contains(&number).then_some((
            end,
            Meaning::Century(-i16::from(number)),
            phase,
        ));
    }
    (1..=21)
        .contains(&number)
        .then_some((end, Meaning::Century(i16::from(number)), phase))
}
