//! Which year or day an incomplete date means: by the publication date, by "last" and "next", by
//! tense.

use super::Precision;
use super::When;
use super::anchor::{Direction, Setting};
use super::grammar::near_shift;
use super::meaning::{Calendar, Near, Slot, Year};
use super::stretch::{one_day, slot_in};
use jiff::ToSpan;
use jiff::civil::Date;

/// Completes an entry without a year by the publication date (or the time spoken of).
pub(super) fn complete(
    calendar: &Calendar,
    setting: &Setting,
) -> Option<(String, When, &'static str)> {
    if let Some(Year::Near(near)) = calendar.year {
        let (origin, reason) = match near {
            Near::This if setting.told().is_some() => (
                setting.told()?.first,
                "the year is that of what was told before",
            ),
            Near::Last | Near::BeforeLast | Near::This | Near::Next => (
                setting.published?,
                "the year is counted from the publication date",
            ),
            Near::That | Near::Before | Near::After => (
                setting.topic?.first,
                "the year is that of the time spoken of",
            ),
        };
        let by = near_shift(near).1;
        let (text, when) = slot_in(calendar.slot, origin.year().checked_add(by as i16)?)?;
        return Some((text, when, reason));
    }
    if let Some(told) = setting.told().filter(|_| follows_the_story(calendar)) {
        let (text, when) = year_of_the_story(calendar.slot, told)?;
        return Some((text, when, "the year is that of what was told before"));
    }
    let origin = match calendar.near {
        Some(Near::That | Near::Before | Near::After) => setting.topic?.first,
        _ => setting.published?,
    };
    if let (Slot::Weekday(day), Some(weeks)) = (calendar.slot, calendar.week) {
        let back = i64::from(origin.weekday().to_monday_one_offset() - day);
        let date = origin
            .checked_add((i64::from(weeks) * 7 - back).days())
            .ok()?;
        let reason = "of the week that is named, counted from publication";
        return Some((date.to_string(), one_day(date, Precision::Day), reason));
    }
    if let Slot::Weekday(day) = calendar.slot {
        let (date, reason) = weekday_near(origin, day, calendar.near, setting.direction)?;
        return Some((date.to_string(), one_day(date, Precision::Day), reason));
    }
    // A weekday beside the date rules years out; without it the years around publication do.
    let fits = |when: &When| {
        calendar
            .weekday
            .is_none_or(|day| when.first.weekday().to_monday_one_offset() == day)
    };
    let reach = if calendar.weekday.is_some() { 5 } else { 1 };
    let mut candidates: Vec<_> = (-reach..=reach)
        .filter_map(|by| slot_in(calendar.slot, origin.year().checked_add(by)?))
        .collect();
    candidates.retain(|(_, when)| fits(when));
    // A weekday leaves about one year in six, and reports name the quarter just over or going on.
    let direction = match calendar.slot {
        Slot::Quarter(_) => Direction::Unknown,
        _ if calendar.weekday.is_some() => Direction::Unknown,
        _ => setting.direction,
    };
    let (chosen, reason) = choose(&candidates, origin, calendar, direction)?;
    Some((chosen.0.clone(), chosen.1, reason))
}

/// Whether a narrative's last date gives this one its year.
fn follows_the_story(calendar: &Calendar) -> bool {
    calendar.near.is_none()
        && calendar.weekday.is_none()
        && !matches!(calendar.slot, Slot::None | Slot::Weekday(_))
}

/// How much further a story may be thought to step back than to go on: it goes on.
const STEP_BACK: i32 = 2;

/// The year of a date told after `told`: the same where only a year was told, else the nearest.
fn year_of_the_story(slot: Slot, told: When) -> Option<(String, When)> {
    if told.precision >= Precision::Year {
        return slot_in(slot, told.first.year());
    }
    (-1..=1)
        .filter_map(|by| slot_in(slot, told.first.year().checked_add(by)?))
        .min_by_key(|(_, when)| {
            if when.last < told.first {
                days_between(when.last, told.first).saturating_mul(STEP_BACK)
            } else if when.first > told.last {
                days_between(told.last, when.first)
            } else {
                0
            }
        })
}

/// The weekday the words mean: the nearest before or after, by "last", "next" and tense.
fn weekday_near(
    origin: Date,
    day: i8,
    near: Option<Near>,
    direction: Direction,
) -> Option<(Date, &'static str)> {
    let back = i64::from((origin.weekday().to_monday_one_offset() - day).rem_euclid(7));
    let ahead = (7 - back) % 7;
    let (days, reason) = match near {
        Some(Near::Last | Near::Before) => (
            -(if back == 0 { 7 } else { back }),
            "the latest such weekday before",
        ),
        Some(Near::BeforeLast) => (
            -7 - (if back == 0 { 7 } else { back }),
            "the one before the latest such weekday",
        ),
        Some(Near::Next | Near::After) => (
            if ahead == 0 { 7 } else { ahead },
            "the first such weekday after",
        ),
        _ if direction == Direction::Future => {
            (ahead, "the next such weekday: its verb looks ahead")
        }
        _ => (-back, "the latest such weekday up to publication"),
    };
    Some((origin.checked_add(days.days()).ok()?, reason))
}

/// So many days away a day or month without its year is too far to be meant,
const FAR: i32 = 290;

/// if another of the name is closer than this,
const CLOSE: i32 = 60;

/// or, where the verb looks back, than this.
const SOON: i32 = 36;

/// The candidate year that the words mean.
fn choose<'c>(
    candidates: &'c [(String, When)],
    origin: Date,
    calendar: &Calendar,
    direction: Direction,
) -> Option<(&'c (String, When), &'static str)> {
    let begun = |c: &&(String, When)| c.1.first <= origin;
    // Who writes in March says "last month" for February: "last February" is a year older.
    let month_before = origin.first_of_month().yesterday().ok()?.first_of_month();
    let named_month = matches!(calendar.slot, Slot::Month(_));
    let over =
        |c: &&(String, When)| c.1.last < origin && !(named_month && c.1.first == month_before);
    let ahead = |c: &&(String, When)| c.1.last >= origin;
    let coming = |c: &&(String, When)| c.1.first > origin;
    match (calendar.near, direction) {
        (Some(Near::Last | Near::Before), _) => Some((
            candidates.iter().rfind(over)?,
            "the latest one that is over",
        )),
        (Some(Near::Next | Near::After), _) => {
            Some((candidates.iter().find(coming)?, "the next one"))
        }
        (Some(Near::This | Near::That | Near::BeforeLast), _) => Some((
            candidates
                .iter()
                .find(|c| c.1.first.year() == origin.year())?,
            "of the year of publication",
        )),
        (None, direction) => {
            let distance = |c: &(String, When)| match (c.1.first > origin, c.1.last < origin) {
                (true, _) => days_between(origin, c.1.first),
                (_, true) => days_between(c.1.last, origin),
                _ => 0,
            };
            let nearest = candidates.iter().min_by_key(|c| distance(c))?;
            let (chosen, reason) = match direction {
                Direction::Past => (
                    candidates.iter().rfind(begun)?,
                    "the latest one: its verb looks back",
                ),
                Direction::Future => (
                    candidates.iter().find(ahead)?,
                    "the next one: its verb looks ahead",
                ),
                Direction::Unknown => (nearest, "the nearest one: no verb decides"),
            };
            // Nobody leaves out the year of a day that is almost a year away.
            let close = match direction {
                Direction::Past => SOON,
                _ => CLOSE,
            };
            if distance(chosen) > FAR && distance(nearest) < close {
                return Some((nearest, "the nearest one: the other is almost a year away"));
            }
            Some((chosen, reason))
        }
    }
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days())
}
