//! Stretches of the calendar: the days of a week, month, quarter, season, year, feast.

use super::anchor::year_text;
use super::meaning::{Feast, Season, Slot};
use super::reckoning::{Elsewhere, orthodox_easter};
use super::{Precision, When};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Whole years, the first to the last.
pub(super) fn years(first: i16, last: i16, precision: Precision) -> Option<When> {
    Some(When {
        first: Date::new(first, 1, 1).ok()?,
        last: Date::new(last, 12, 31).ok()?,
        precision,
    })
}

/// A single day.
pub(super) fn one_day(day: Date, precision: Precision) -> When {
    When {
        first: day,
        last: day,
        precision,
    }
}

/// The ISO week.
pub(super) fn week(week: ISOWeekDate) -> Option<(String, When)> {
    let monday = ISOWeekDate::new(week.year(), week.week(), Weekday::Monday)
        .ok()?
        .date();
    let when = When {
        first: monday,
        last: monday.checked_add(6.days()).ok()?,
        precision: Precision::Week,
    };
    Some((format!("{:04}-W{:02}", week.year(), week.week()), when))
}

/// The month of a day.
pub(super) fn month(first: Date) -> Option<(String, When)> {
    let when = When {
        first: first.first_of_month(),
        last: first.last_of_month(),
        precision: Precision::Month,
    };
    Some((
        format!("{}-{:02}", year_text(first.year()), first.month()),
        when,
    ))
}

/// A quarter of the calendar year.
pub(super) fn quarter(year: i16, number: i8) -> Option<(String, When)> {
    let first = Date::new(year, number * 3 - 2, 1).ok()?;
    let last = Date::new(year, number * 3, 1).ok()?.last_of_month();
    Some((
        format!("{year:04}-Q{number}"),
        When {
            first,
            last,
            precision: Precision::Quarter,
        },
    ))
}

/// A calendar year.
pub(super) fn year(number: i16) -> Option<(String, When)> {
    Some((year_text(number), years(number, number, Precision::Year)?))
}

/// Value and days of a slot in a known year; a weekday alone has none.
pub(super) fn slot_in(slot: Slot, number: i16) -> Option<(String, When)> {
    match slot {
        Slot::None => year(number),
        Slot::Month(m) => month(Date::new(number, m, 1).ok()?),
        Slot::Day(m, d) => {
            let day = Date::new(number, m, d).ok()?;
            let text = format!("{}-{m:02}-{d:02}", year_text(number));
            Some((text, one_day(day, Precision::Day)))
        }
        Slot::Weekday(_) => None,
        Slot::Quarter(q) => quarter(number, q),
        Slot::Half(half) => {
            let (_, first) = quarter(number, half * 2 - 1)?;
            let (_, second) = quarter(number, half * 2)?;
            let when = When {
                first: first.first,
                last: second.last,
                precision: Precision::HalfYear,
            };
            Some((format!("{number:04}-H{half}"), when))
        }
        Slot::Season(season) => season_in(season, number),
        Slot::Feast(feast) => feast_in(feast, number),
    }
}

fn season_in(season: Season, number: i16) -> Option<(String, When)> {
    let first = Date::new(number, season.first_month(), 1).ok()?;
    let last = first.checked_add(2.months()).ok()?.last_of_month();
    Some((
        format!("{number:04}-{}", season.letters()),
        When {
            first,
            last,
            precision: Precision::Season,
        },
    ))
}

/// Value and days of a feast in a year.
pub(super) fn feast_in(feast: Feast, year: i16) -> Option<(String, When)> {
    let day = match feast {
        Feast::Elsewhere {
            calendar,
            month,
            day,
        } => {
            let date = Elsewhere {
                calendar,
                year: 0,
                month: Some(month),
                day,
            };
            return date.within(year)?.in_gregorian();
        }
        Feast::LastDay(month) => Date::new(year, month, 1).ok()?.last_of_month(),
        Feast::HolyWeek => return week(easter(year)?.iso_week_date()),
        Feast::Fixed(month, day) => Date::new(year, month, day).ok()?,
        Feast::Nth(month, nth, weekday) => Date::new(year, month, 1)
            .ok()?
            .nth_weekday_of_month(nth, Weekday::from_monday_one_offset(weekday).ok()?)
            .ok()?,
        Feast::ElectionDay => {
            let monday = Date::new(year, 11, 1)
                .ok()?
                .nth_weekday_of_month(1, Weekday::Monday)
                .ok()?;
            monday.tomorrow().ok()?
        }
        Feast::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok()?,
        Feast::OrthodoxEaster => orthodox_easter(year)?,
    };
    Some((day.to_string(), one_day(day, Precision::Day)))
}

/// Western Easter Sunday (the anonymous Gregorian computus).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()
}
