//! Publication stamps: the dates and times that pages print beside their articles.
//!
//! Only a stated calendar date with its year becomes a value; "2 hours ago", a bare clock time or
//! "03/04/2025" (March or April?) are recognised as stamps but give none.

use jiff::civil::{Date, Time};
use std::ops::Range;

/// A stretch of text that states when something was published or updated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Bytes of the stretch, its lead words ("Published on") included.
    pub range: Range<usize>,
    /// `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss][offset]`, where the date is complete.
    pub value: Option<String>,
    /// Whether it says when the text was changed, not when it appeared.
    pub updated: bool,
    /// Whether it names a day at all, or only a time of day or an age.
    pub has_day: bool,
}

/// What one word of a stamp can be.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Lead {
        updated: bool,
    },
    Weekday,
    Month(i8),
    Day(i8),
    Year(i16),
    Whole(Date),
    /// All-numeric day and month whose order is unknown.
    Ambiguous,
    Clock(Time),
    Meridiem {
        pm: bool,
    },
    Zone(Option<&'static str>),
    /// "2 hours ago" and the like.
    Age,
    Joint,
}

/// All stamps of a line, left to right.
pub(crate) fn stamps(line: &str) -> Vec<Stamp> {
    let words = words(line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match stamp_at(line, &words, at) {
            Some((stamp, next)) => {
                found.push(stamp);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The stamps of a line that holds nothing else, separators aside.
pub(crate) fn whole_line(line: &str) -> Option<Vec<Stamp>> {
    let found = stamps(line);
    if found.is_empty() {
        return None;
    }
    let mut rest = String::new();
    let mut from = 0;
    for stamp in &found {
        rest.push_str(&line[from..stamp.range.start]);
        from = stamp.range.end;
    }
    rest.push_str(&line[from..]);
    (!rest.chars().any(char::is_alphanumeric)).then_some(found)
}

/// The publication date among stamps: a stated publication before an update.
pub(crate) fn published(stamps: &[Stamp]) -> Option<&str> {
    let dated = |updated: bool| {
        stamps
            .iter()
            .filter(move |stamp| stamp.updated == updated)
            .find_map(|stamp| stamp.value.as_deref())
    };
    dated(false).or_else(|| dated(true))
}

/// Byte ranges of the words: runs without white space, separators cut off.
fn words(line: &str) -> Vec<Range<usize>> {
    let is_gap =
        |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '(' | ')' | '/');
    let numeric_slash = |at: usize| {
        let before = line[..at].chars().next_back();
        let after = line[at + 1..].chars().next();
        before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit())
    };
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices() {
        if is_gap(c) && !(c == '/' && numeric_slash(at)) {
            if let Some(start) = start.take() {
                words.push(start..at);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|start| start..line.len()));
    words
}

/// Reads the longest stamp that begins at word `first`; with it the index after its last word.
fn stamp_at(line: &str, words: &[Range<usize>], first: usize) -> Option<(Stamp, usize)> {
    let mut pieces = Vec::new();
    let mut at = first;
    while at < words.len() {
        let timed = matches!(
            pieces.last(),
            Some(Piece::Clock(_) | Piece::Meridiem { .. })
        );
        let Some((mut read, used)) =
            read_piece(line, words, at).or_else(|| zone_by_form(line, words, at, timed))
        else {
            break;
        };
        // A second lead word, or a second date, opens the next stamp.
        let opens = matches!(read.first(), Some(Piece::Lead { .. }));
        if opens
            && pieces
                .iter()
                .any(|p| !matches!(p, Piece::Lead { .. } | Piece::Joint))
        {
            break;
        }
        pieces.append(&mut read);
        at += used;
    }
    while matches!(pieces.last(), Some(Piece::Joint)) && at > first {
        pieces.pop();
        at -= 1;
    }
    if matches!(pieces.first(), None | Some(Piece::Joint)) {
        return None;
    }
    let (value, has_day) = evaluate(&pieces)?;
    let updated = pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Lead { updated: true }));
    let range = words[first].start..words[at - 1].end;
    Some((
        Stamp {
            range,
            value,
            updated,
            has_day,
        },
        at,
    ))
}

/// The date that the pieces state, and whether they name a day; `None` where they are no stamp.
fn evaluate(pieces: &[Piece]) -> Option<(Option<String>, bool)> {
    let find = |test: fn(&Piece) -> bool| pieces.iter().find(|piece| test(piece));
    let month = find(|p| matches!(p, Piece::Month(_)));
    let day = find(|p| matches!(p, Piece::Day(_)));
    let year = find(|p| matches!(p, Piece::Year(_)));
    let whole = find(|p| matches!(p, Piece::Whole(_)));
    let ambiguous = find(|p| matches!(p, Piece::Ambiguous)).is_some();
    let clock = find(|p| matches!(p, Piece::Clock(_)));
    let age = find(|p| matches!(p, Piece::Age)).is_some();
    let zone = find(|p| matches!(p, Piece::Zone(_)));
    let weekday = find(|p| matches!(p, Piece::Weekday)).is_some();
    let meridiem = find(|p| matches!(p, Piece::Meridiem { .. }));
    let date = match (whole, year, month, day) {
        (Some(&Piece::Whole(date)), ..) => Some(date),
        (_, Some(&Piece::Year(year)), Some(&Piece::Month(month)), Some(&Piece::Day(day))) => {
            Some(Date::new(year, month, day).ok()?)
        }
        _ => None,
    };
    // "Updated: 17:05"
    let led = pieces
        .iter()
        .all(|p| matches!(p, Piece::Lead { .. } | Piece::Clock(_) | Piece::Joint));
    let time_of_day = clock.is_some() && (zone.is_some() || meridiem.is_some() || led);
    let day_named = date.is_some()
        || ambiguous
        || (month.is_some() && (day.is_some() || year.is_some()))
        || (weekday && (clock.is_some() || pieces.len() == 1));
    if !(day_named || age || time_of_day) {
        return None;
    }
    let value = date.map(|date| match clock {
        Some(&Piece::Clock(time)) => {
            let time = match meridiem {
                Some(Piece::Meridiem { pm }) => twelve_hour(time, *pm),
                _ => time,
            };
            let offset = match zone {
                Some(Piece::Zone(Some(offset))) => offset,
                _ => "",
            };
            if time.second() == 0 {
                format!("{date}T{:02}:{:02}{offset}", time.hour(), time.minute())
            } else {
                format!("{date}T{time}{offset}")
            }
        }
        _ => date.to_string(),
    });
    Some((value, day_named))
}

/// A twelve-hour clock time on the twenty-four-hour clock.
fn twelve_hour(time: Time, pm: bool) -> Time {
    let hour = match (time.hour(), pm) {
        (12, false) => 0,
        (hour, true) if hour < 12 => hour + 12,
        (hour, _) => hour,
    };
    Time::new(hour, time.minute(), time.second(), 0).unwrap_or(time)
}

/// Reads what stands at word `at`; with it the number of words it takes.
fn read_piece(line: &str, words: &[Range<usize>], at: usize) -> Option<(Vec<Piece>, usize)> {
    let raw = |at: usize| words.get(at).map(|range| &line[range.clone()]);
    let word = raw(at)?;
    let lower = word.to_lowercase();
    let bare = lower.trim_matches(|c: char| matches!(c, '.' | ':' | ';' | '-' | '–' | '—'));
    if bare.is_empty() {
        return Some((vec![Piece::Joint], 1));
    }
    if let Some(used) = age(bare, |ahead| raw(at + ahead).map(str::to_lowercase)) {
        return Some((vec![Piece::Age], used));
    }
    let piece = lead(bare)
        .or_else(|| weekday(bare).then_some(Piece::Weekday))
        .or_else(|| month(bare).map(Piece::Month))
        .or_else(|| meridiem(bare))
        .or_else(|| matches!(bare, "at" | "on" | "of" | "the" | "and").then_some(Piece::Joint))
        .or_else(|| zone(word.trim_matches(['.', ':', ';', ','])).map(Piece::Zone));
    if let Some(piece) = piece {
        return Some((vec![piece], 1));
    }
    numeric(bare).map(|pieces| (pieces, 1))
}

/// "8:41 PM PHT": capitals that end in T behind a time of day are a zone, whichever.
fn zone_by_form(
    line: &str,
    words: &[Range<usize>],
    at: usize,
    timed: bool,
) -> Option<(Vec<Piece>, usize)> {
    let word = &line[words[at].clone()];
    let by_form = (3..=4).contains(&word.len())
        && word.ends_with('T')
        && word.bytes().all(|b| b.is_ascii_uppercase());
    (timed && by_form).then(|| (vec![Piece::Zone(None)], 1))
}

fn lead(word: &str) -> Option<Piece> {
    let updated = matches!(
        word,
        "updated" | "update" | "modified" | "edited" | "revised"
    );
    (updated
        || matches!(
            word,
            "published" | "posted" | "date" | "issued" | "released" | "created" | "last" | "first"
        ))
    .then_some(Piece::Lead { updated })
}

fn meridiem(word: &str) -> Option<Piece> {
    let pm = matches!(word, "pm" | "p.m");
    (pm || matches!(word, "am" | "a.m")).then_some(Piece::Meridiem { pm })
}

fn weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    DAYS.iter().any(|day| is_short_form(word, day, 3))
}

/// Number of the month that a word names, in full or shortened.
pub(crate) fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = MONTHS
        .iter()
        .position(|name| is_short_form(word, name, 3))?;
    i8::try_from(at + 1).ok()
}

/// Whether `word` is `full` or one of the usual cuts of it (three or four letters).
fn is_short_form(word: &str, full: &str, shortest: usize) -> bool {
    word == full || (full.starts_with(word) && (shortest..=5).contains(&word.len()))
}

/// Offsets of zone names that mean one offset only; `None` inside where a name is a zone but shifts
/// with the season or the country.
fn zone(word: &str) -> Option<Option<&'static str>> {
    Some(match word {
        "GMT" | "UTC" | "Z" | "WET" => Some("Z"),
        "BST" | "CET" | "WAT" => Some("+01:00"),
        "CEST" | "EET" | "SAST" | "CAT" => Some("+02:00"),
        "EEST" | "MSK" | "EAT" | "TRT" => Some("+03:00"),
        "PKT" => Some("+05:00"),
        "SGT" | "HKT" => Some("+08:00"),
        "JST" | "KST" => Some("+09:00"),
        "EDT" => Some("-04:00"),
        "EST" | "CDT" => Some("-05:00"),
        "MDT" => Some("-06:00"),
        "PDT" => Some("-07:00"),
        "PST" => Some("-08:00"),
        "ET" | "PT" | "CT" | "MT" | "CST" | "MST" | "IST" | "AST" | "AEST" | "AEDT" => None,
        _ => Some(whole_hours(word)?),
    })
}

/// "GMT+1", "UTC-05": whole hours from Greenwich.
fn whole_hours(word: &str) -> Option<&'static str> {
    const EAST: [&str; 14] = [
        "+01:00", "+02:00", "+03:00", "+04:00", "+05:00", "+06:00", "+07:00", "+08:00", "+09:00",
        "+10:00", "+11:00", "+12:00", "+13:00", "+14:00",
    ];
    const WEST: [&str; 12] = [
        "-01:00", "-02:00", "-03:00", "-04:00", "-05:00", "-06:00", "-07:00", "-08:00", "-09:00",
        "-10:00", "-11:00", "-12:00",
    ];
    let shift = word
        .strip_prefix("GMT")
        .or_else(|| word.strip_prefix("UTC"))?;
    let (hours, side) = match (shift.strip_prefix('+'), shift.strip_prefix(['-', '−'])) {
        (Some(hours), _) => (hours, &EAST[..]),
        (_, Some(hours)) => (hours, &WEST[..]),
        _ => return None,
    };
    let hours: usize = hours.parse().ok()?;
    side.get(hours.checked_sub(1)?).copied()
}

/// Number of words of an age such as "3 hours ago", "5 min read" taken whole.
fn age(word: &str, ahead: impl Fn(usize) -> Option<String>) -> Option<usize> {
    let unit = |word: &str| {
        let word = word.trim_end_matches(['.', 's']);
        matches!(
            word,
            "second"
                | "sec"
                | "minute"
                | "min"
                | "hour"
                | "hr"
                | "h"
                | "m"
                | "d"
                | "day"
                | "week"
                | "month"
                | "year"
        )
    };
    let counted = word.chars().all(|c| c.is_ascii_digit()) || matches!(word, "a" | "an" | "one");
    if counted && ahead(1).is_some_and(|word| unit(&word)) {
        return matches!(ahead(2).as_deref(), Some("ago")).then_some(3);
    }
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let compact = digits.len() < word.len() && unit(digits);
    (compact && ahead(1).as_deref() == Some("ago")).then_some(2)
}

/// Days, years, clock times and all-numeric dates.
fn numeric(word: &str) -> Option<Vec<Piece>> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((date, time)) = word.split_once('t')
        && let (Some(date), Ok(at)) = (iso_date(date), clock_with_zone(time))
    {
        let mut pieces = vec![Piece::Whole(date), Piece::Clock(at.0)];
        pieces.extend(at.1.map(|zone| Piece::Zone(Some(zone))));
        return Some(pieces);
    }
    if let Some(date) = iso_date(word) {
        return Some(vec![Piece::Whole(date)]);
    }
    if let Some(piece) = slashed(word) {
        return Some(vec![piece]);
    }
    for (suffix, pm) in [("am", false), ("a.m", false), ("pm", true), ("p.m", true)] {
        if let Some(time) = word.strip_suffix(suffix) {
            let time = clock(time).or_else(|| hour(time))?;
            return Some(vec![Piece::Clock(time), Piece::Meridiem { pm }]);
        }
    }
    if let Some(time) = clock(word.trim_end_matches("hrs")) {
        return Some(vec![Piece::Clock(time)]);
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th");
    if digits.len() < word.len() && !ordinal {
        return None;
    }
    let number: i16 = digits.parse().ok()?;
    match (digits.len(), number) {
        (1 | 2, 1..=31) => Some(vec![Piece::Day(number as i8)]),
        (4, 1900..=2100) if !ordinal => Some(vec![Piece::Year(number)]),
        _ => None,
    }
}

/// Whether four digits are a year that a news page can be from; unset dates are often year 1.
fn is_year(word: &str) -> bool {
    word.len() == 4
        && word
            .parse()
            .is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

/// `2025-03-12`, also with slashes or dots.
fn iso_date(word: &str) -> Option<Date> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [year, month, day] = parts[..] else {
        return None;
    };
    if !is_year(year) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `12/03/2025`, `12.03.2025`, `3-12-25`: a date only where one number cannot be a month.
fn slashed(word: &str) -> Option<Piece> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let [first, second, year] = parts[..] else {
        return None;
    };
    if !is_year(year) || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let (first, second, year): (i8, i8, i16) = (
        first.parse().ok()?,
        second.parse().ok()?,
        year.parse().ok()?,
    );
    let day_first = Date::new(year, second, first).ok();
    let month_first = Date::new(year, first, second).ok();
    match (day_first, month_first) {
        (Some(date), None) | (None, Some(date)) => Some(Piece::Whole(date)),
        (Some(one), Some(other)) if one == other => Some(Piece::Whole(one)),
        (Some(_), Some(_)) => Some(Piece::Ambiguous),
        (None, None) => None,
    }
}

/// `10:22`, `10.22`, `10:22:05`.
fn clock(word: &str) -> Option<Time> {
    let parts: Vec<&str> = word.split([':', '.']).collect();
    if !(2..=3).contains(&parts.len())
        || parts.iter().skip(1).any(|part| part.len() != 2)
        || parts[0].len() > 2
    {
        return None;
    }
    let number = |at: usize| {
        parts
            .get(at)
            .map_or(Some(0), |part| part.parse::<i8>().ok())
    };
    Time::new(number(0)?, number(1)?, number(2)?, 0).ok()
}

fn hour(word: &str) -> Option<Time> {
    let hour = word
        .parse::<i8>()
        .ok()
        .filter(|hour| (1..=12).contains(hour))?;
    Time::new(hour, 0, 0, 0).ok()
}

/// The time half of an ISO date-time: fractions are dropped, the zone must be `z` or an offset.
fn clock_with_zone(word: &str) -> Result<(Time, Option<&'static str>), ()> {
    let end = word.find(['z', '+', '-']).unwrap_or(word.len());
    let time = word[..end].split('.').next().unwrap_or_default();
    let time = clock(time).ok_or(())?;
    let zone = match &word[end..] {
        "z" | "+00:00" | "+0000" | "-00:00" => Some("Z"),
        "" => None,
        offset => OFFSETS
            .iter()
            .copied()
            .find(|known| offset == *known || offset == known.replace(':', "")),
    };
    Ok((time, zone))
}

/// Whole-hour and the common half-hour offsets.
const OFFSETS: [&str; 29] = [
    "-11:00", "-10:00", "-09:00", "-08:00", "-07:00", "-06:00", "-05:00", "-04:00", "-03:00",
    "-03:30", "-02:00", "-01:00", "+01:00", "+02:00", "+03:00", "+03:30", "+04:00", "+04:30",
    "+05:00", "+05:30", "+05:45", "+06:00", "+06:30", "+07:00", "+08:00", "+09:00", "+09:30",
    "+10:00", "+11:00",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn value(line: &str) -> Option<String> {
        whole_line(line).and_then(|found| published(&found).map(str::to_owned))
    }

    #[test]
    fn stated_dates_become_values() {
        for (line, expected) in [
            ("Published 12 March 2025 10:22 GMT", "2025-03-12T10:22Z"),
            (
                "Updated 9:05 PM GMT+2, March 12, 2025",
                "2025-03-12T21:05+02:00",
            ),
            ("March 12, 2025", "2025-03-12"),
            ("Wednesday, March 12th, 2025", "2025-03-12"),
            ("Wed 12 Mar 2025 10.22 EDT", "2025-03-12T10:22-04:00"),
            (
                "Last updated on Mar. 12, 2025 at 4:05 p.m. ET",
                "2025-03-12T16:05",
            ),
            ("Published Mar 12, 2025 8:41 PM PHT", "2025-03-12T20:41"),
            ("2025-03-12T10:22:05+03:00", "2025-03-12T10:22:05+03:00"),
            ("2025-03-12 | 10:22", "2025-03-12T10:22"),
            ("13/12/2025", "2025-12-13"),
            (
                "Updated: 14 March 2025 / Published: 12 March 2025",
                "2025-03-12",
            ),
            (
                "Published 12 March 2025, updated 14 March 2025",
                "2025-03-12",
            ),
        ] {
            assert_eq!(value(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn stamps_without_a_full_date_have_no_value() {
        for line in [
            "10:22 GMT",
            "2 hours ago",
            "Updated 5 mins ago",
            "03/04/2025",
            "March 12",
        ] {
            let found = whole_line(line).unwrap_or_else(|| panic!("{line} is a stamp"));
            assert_eq!(published(&found), None, "{line}");
        }
    }

    #[test]
    fn prose_and_numbers_are_no_stamps() {
        for line in [
            "20",
            "TT",
            "May",
            "The siege began on 12 March 2025 in Homs",
            "12 killed",
            "",
            "31 February 2025",
            "0001-01-01T00:00:00Z",
            "Friday prayers",
            "First",
            "1-0",
            "On the",
        ] {
            assert_eq!(whole_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_stamp_is_found_inside_a_line() {
        let line = "Amina Odhiambo | 12 March 2025";
        let found = stamps(line);
        assert_eq!(&line[found[0].range.clone()], "12 March 2025");
    }
}
