//! The clock: hours, parts of the day, and the day they belong to.

use super::calendar::{date, read};
use super::cursor::Cursor;
use super::grammar::{Read, near_shift};
use super::meaning::{Calendar, Clock, Meaning, Near, Part, Slot, Unit};
use super::span_of_time::day_reach;
use crate::atom::AtomKind;

/// A time on the clock and its day: "9 a.m. EDT Thursday", "noon on Friday", "5 p.m. EST, Nov. 6".
pub(super) fn clock_date(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let (after, part, clock) = of_day(cursor).or_else(|| bare_hour(cursor))?;
    let day_at = after
        .skip(|c| c.mark(&[","]))
        .skip(|c| c.word(&["on", "of"]));
    let halved = |of_day: Option<Part>| clock.map(|clock| clock.in_half_of(of_day, after));
    if let Some((end, Meaning::Calendar(date), _)) = date(day_at) {
        let fits = matches!(date.slot, Slot::Weekday(_) | Slot::Day(..) | Slot::Feast(_));
        return fits
            .then(|| {
                read((
                    end,
                    Calendar {
                        clock: halved(date.part),
                        part: part.or(date.part),
                        ..date
                    },
                ))
            })
            .flatten();
    }
    let (
        end,
        Meaning::Shift {
            anchor,
            by,
            part: of_day,
            ..
        },
        _,
    ) = day_reach(day_at)?
    else {
        return None;
    };
    Some((
        end,
        Meaning::Shift {
            anchor,
            by,
            unit: Unit::Day,
            part: part.or(of_day),
            clock: halved(of_day),
        },
        None,
    ))
}

/// An hour whose half of the day only what follows tells: "around 8 Sunday night".
fn bare_hour(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Option<Part>, Option<Clock>)> {
    let (after, hour) = cursor.figures(2).filter(|(_, h)| (1..=12).contains(h))?;
    let day_at = after.skip(|c| c.word(&["on"]));
    let tells_half = match date(day_at) {
        Some((_, Meaning::Calendar(day), _)) => {
            matches!(day.slot, Slot::Weekday(_)) && day.part.is_some()
        }
        _ => matches!(day_reach(day_at)?.1, Meaning::Shift { part: Some(_), .. }),
    };
    let clock = Clock {
        hour: hour as u8,
        minute: None,
    };
    tells_half.then_some((after, None, Some(clock)))
}

impl Clock {
    /// The hour in the part of the day that is said of it; `after` stands behind its own words,
    /// which may tell the half of the day themselves.
    fn in_half_of(self, part: Option<Part>, after: Cursor<'_>) -> Self {
        // … but "10 o'clock" does not.
        let told = after
            .before()
            .is_none_or(|a| a.kind == AtomKind::Word && !a.norm.ends_with("clock"));
        let late = match part {
            Some(Part::Afternoon | Part::Evening) => self.hour < 12,
            // "2:30 Saturday night" is after midnight.
            Some(Part::Night) => (5..12).contains(&self.hour),
            _ => false,
        };
        if late && !told {
            return Clock {
                hour: self.hour + 12,
                ..self
            };
        }
        self
    }
}

/// A part of a named day: "the night of 8 February", "the early evening of July 4", "dawn on Friday".
pub(super) fn part_of_date(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let the = cursor
        .skip(|c| c.word(&["the"]))
        .skip(|c| c.word(&["early", "late"]));
    let (after, part) = match the.word(&["hours"]).filter(|_| cursor.at < the.at) {
        // "the early hours of Tuesday".
        Some(after) => (after, Part::Morning),
        None => the.part()?,
    };
    let day_at = after.word(&["of", "on", "from"])?;
    let two_days = night_between(day_at).filter(|_| part == Part::Night);
    let (end, day) = match two_days {
        Some(first) => first,
        None => match date(day_at)? {
            (end, Meaning::Calendar(day), _) if !after.sees(&["from"]) => (end, day),
            _ => return None,
        },
    };
    let fits = matches!(day.slot, Slot::Weekday(_) | Slot::Day(..) | Slot::Feast(_));
    (fits && day.part.is_none())
        .then(|| {
            read((
                end,
                Calendar {
                    part: Some(part),
                    ..day
                },
            ))
        })
        .flatten()
}

/// The first of the two days that a night lies between: "the night of *14 to 15 March*", "from *Friday to Saturday*".
fn night_between(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Calendar)> {
    fn to(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
        cursor
            .word(&["to", "and", "into"])
            .or_else(|| cursor.mark(&["-", "–"]))
    }
    fn calendar(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Calendar)> {
        match date(cursor)? {
            (end, Meaning::Calendar(day), _) => Some((end, day)),
            _ => None,
        }
    }
    let in_figures = || {
        let (end, first) = cursor.number()?;
        let (end, day) = calendar(to(end)?)?;
        match day.slot {
            Slot::Day(month, last) if first + 1.0 == f64::from(last) => Some((
                end,
                Calendar {
                    slot: Slot::Day(month, last - 1),
                    ..day
                },
            )),
            _ => None,
        }
    };
    let in_words = || {
        let (end, day) = calendar(cursor)?;
        let (end, next) = calendar(to(end)?)?;
        let follows = match (day.slot, next.slot) {
            (Slot::Weekday(one), Slot::Weekday(other)) => one % 7 + 1 == other,
            (Slot::Day(..), Slot::Day(..)) => true,
            _ => false,
        };
        follows.then_some((end, day))
    };
    in_figures().or_else(in_words)
}

/// "yesterday", "today", "tomorrow" and how many days away they are.
pub(super) fn day_word(cursor: Cursor<'_>) -> Option<(Cursor<'_>, i32)> {
    let by = match &*cursor.atom()?.norm {
        "yesterday" => -1,
        "today" => 0,
        "tomorrow" => 1,
        _ => return None,
    };
    Some((cursor.step(), by))
}

/// A part of the day or a time on the clock, its day unsaid: "the morning", "10:35 a.m.", "noon".
pub(super) fn part_or_clock(cursor: Cursor<'_>) -> Option<Read<'_>> {
    if let Some((end, part, clock)) = of_day(cursor) {
        return Some((end, Meaning::PartOfDay(part, clock), None));
    }
    if let Some(end) = cursor.word(&["overnight"]) {
        return Some((end, Meaning::Overnight, None));
    }
    let the = cursor.word(&["the"])?;
    if let Some((after, near)) = the.near() {
        let (end, part) = after.part()?;
        let (anchor, by) = near_shift(if near == Near::Next {
            Near::After
        } else {
            near
        });
        return Some((
            end,
            Meaning::Shift {
                anchor,
                by,
                unit: Unit::Day,
                part: Some(part),
                clock: None,
            },
            None,
        ));
    }
    let (end, part) = the.part().filter(|(end, _)| !end.sees(&["of"]))?;
    Some((end, Meaning::PartOfDay(Some(part), None), None))
}

/// A time on the clock, a named hour, or "mid-afternoon".
fn of_day(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Option<Part>, Option<Clock>)> {
    let named = |hour| {
        Some((
            cursor.step(),
            None,
            Some(Clock {
                hour,
                minute: Some(0),
            }),
        ))
    };
    match &*cursor.atom()?.norm {
        "noon" | "midday" => return named(12),
        "midnight" => return named(0),
        "mid" => {
            let (end, part) = cursor.step().skip(Cursor::dash).part()?;
            return Some((end, Some(part), None));
        }
        _ => {}
    }
    let (end, clock) = clock(cursor)?;
    Some((end, None, Some(clock)))
}

/// "10:35 a.m.", "6pm", "14:30", "1500 GMT", "3 o'clock", "10 in the morning".
fn clock(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Clock)> {
    if let Some(read) = four_figures(cursor) {
        return Some(read);
    }
    let (after, clock) = hour_and_minute(cursor).or_else(|| {
        let (after, hour) = cursor
            .number()
            .filter(|(_, n)| n.fract() == 0.0 && (1.0..=12.0).contains(n))?;
        Some((
            after,
            Clock {
                hour: hour as u8,
                minute: None,
            },
        ))
    })?;
    let (end, halved) = half_of_day(after, clock.hour);
    let hour = halved.unwrap_or(clock.hour);
    if halved.is_none() && clock.minute.is_none() {
        return None;
    }
    let end = end.skip(|c| c.skip(|c| c.mark(&[","])).zone());
    Some((end, Clock { hour, ..clock }))
}

/// "1500 GMT", "1500 hours", "1500 on Friday", "1500 today", "between *1500* and 1600 on Friday": four figures are a year
/// unless what follows says that they are of the clock.
pub(super) fn four_figures(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Clock)> {
    let (after, four) = cursor.exact_figures(4)?;
    let (hour, minute) = ((four / 100) as u8, (four % 100) as u8);
    if hour >= 25 || minute >= 60 {
        return None;
    }
    let of_day = || {
        let on = after.word(&["on"]).and_then(date);
        let fits = |slot| matches!(slot, Slot::Weekday(_) | Slot::Day(..) | Slot::Feast(_));
        matches!(on, Some((_, Meaning::Calendar(day), _)) if fits(day.slot))
            || day_word(after).is_some()
            || after.sees(&["tonight"])
    };
    let to_another = || {
        after
            .word(&["and", "to", "until", "till"])
            .or_else(|| after.mark(&["-", "–"]))
            .and_then(four_figures)
    };
    // "at 1500 hours", and not "after 1500 hours of work".
    let hours = || {
        let at = [
            "about", "and", "around", "at", "before", "by", "from", "since", "till", "to", "until",
        ];
        let told = cursor.before().is_some_and(|a| at.contains(&&*a.norm));
        after
            .word(&["hours", "hrs"])
            .filter(|end| told && !end.sees(&["of"]))
    };
    let end = after
        .zone()
        .or_else(hours)
        .or_else(|| (of_day() || to_another().is_some()).then_some(after))?;
    let minute = Some(minute);
    Some((end, Clock { hour, minute }))
}

/// "a.m.", "p.m.", "o'clock", "in the morning" after an hour; the hour of 24.
fn half_of_day(cursor: Cursor<'_>, hour: u8) -> (Cursor<'_>, Option<u8>) {
    let afternoon = |hour: u8| if hour < 12 { hour + 12 } else { hour };
    if hour > 12 {
        return (cursor, None);
    }
    if let Some(end) = cursor.word(&["am"]) {
        return (end, Some(hour % 12));
    }
    if let Some(end) = cursor.word(&["pm"]) {
        return (end, Some(afternoon(hour)));
    }
    let oclock = cursor.phrase(&["o", "'", "clock"]);
    let after = oclock.unwrap_or(cursor);
    if let Some((end, part)) = after
        .word(&["in"])
        .and_then(|c| c.word(&["the"]))
        .and_then(Cursor::part)
    {
        let hour = if part == Part::Morning {
            hour % 12
        } else {
            afternoon(hour)
        };
        return (end, Some(hour));
    }
    match oclock {
        Some(end) => (end, Some(hour)),
        None => (cursor, None),
    }
}

/// "10:35", "10:35:20".
pub(super) fn hour_and_minute(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Clock)> {
    let (c, hour) = cursor.figures(2).filter(|(_, h)| *h < 25)?;
    let (mut end, minute) = c
        .glued_mark(&[":"])?
        .exact_figures(2)
        .filter(|(_, m)| *m < 60)?;
    if let Some((after, _)) = end.glued_mark(&[":"]).and_then(|c| c.exact_figures(2)) {
        end = after;
    }
    Some((
        end,
        Clock {
            hour: hour as u8,
            minute: Some(minute as u8),
        },
    ))
}
