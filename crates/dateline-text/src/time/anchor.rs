//! From meaning to value: TIMEX3 text, and the days it may be where a date is known.

use super::completion::complete;
use super::grammar::duration_value;
use super::meaning::{Anchor, Calendar, Clock, Feast, Found, Meaning, Part, Slot, Unit, Year};
use super::narrative::Register;
use super::reckoning::{Elsewhere, LunarMonth, Reckoning};
use super::stretch::{feast_in, month, one_day, quarter, slot_in, week, year, years};
use super::{Precision, TimeKind, When};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// Where the governing verb points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    Past,
    Future,
    Unknown,
}

/// What is known when an expression is read.
pub(super) struct Setting {
    /// The publication date.
    pub published: Option<Date>,
    /// The last time the article placed on the calendar.
    pub topic: Option<When>,
    /// The last of these that is a day or within one.
    pub day: Option<When>,
    /// How the text tells time.
    pub register: Register,
    /// Where the governing verb points.
    pub direction: Direction,
}

/// The value of an expression.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Value {
    pub kind: TimeKind,
    pub value: String,
    pub anchored: Option<String>,
    pub when: Option<When>,
    pub reason: String,
}

impl Setting {
    /// The time told last, where the text is a narrative.
    pub fn told(&self) -> Option<When> {
        self.topic.filter(|_| self.register == Register::Narrative)
    }

    /// What "a day later" is counted from: the last time, but the last day before it where that time is
    /// coarser and only gives the background ("the worst raid since 2015").
    fn counted_in(&self, unit: Unit) -> Option<When> {
        let topic = self.topic?;
        let beside = |day: &When| {
            self.register == Register::News || topic.first <= day.first && day.last <= topic.last
        };
        let finer = unit == Unit::Day && topic.precision > Precision::DayOrBeside;
        Some(self.day.filter(|day| finer && beside(day)).unwrap_or(topic))
    }
}

impl Value {
    fn unplaced(kind: TimeKind, value: impl Into<String>, reason: &str) -> Self {
        Self {
            kind,
            value: value.into(),
            anchored: None,
            when: None,
            reason: reason.into(),
        }
    }
}

/// The value of what was found.
pub(super) fn evaluate(found: &Found, setting: &Setting) -> Value {
    match &found.meaning {
        Meaning::Calendar(calendar) => on_calendar(calendar, setting),
        Meaning::Shift {
            anchor,
            by,
            unit,
            part,
            clock,
        } => shifted(
            Shift {
                anchor: *anchor,
                by: *by,
                unit: *unit,
            },
            hour_suffix(*part, *clock),
            setting,
        ),
        Meaning::Decade(decade) => decade_value(*decade),
        Meaning::Century(number) => century_value(*number),
        Meaning::Reference(value) => {
            Value::unplaced(TimeKind::Date, *value, "a word that only points")
        }
        Meaning::Length(amount, unit) => Value::unplaced(
            TimeKind::Duration,
            duration_value(*amount, *unit),
            "a length",
        ),
        Meaning::Lengths(a, unit, b, finer) => Value::unplaced(
            TimeKind::Duration,
            two_lengths(*a, *unit, *b, *finer),
            "a length in two units",
        ),
        Meaning::Set(value) => Value::unplaced(TimeKind::Set, value.clone(), "it recurs"),
        Meaning::Overnight => overnight(setting),
        Meaning::Elsewhere(date) => elsewhere_value(*date),
        Meaning::Beside(unit, part) => {
            let open = unknown(*unit).to_owned() + &hour_suffix(*part, None);
            let kind = kind_with(&hour_suffix(*part, None));
            Value::unplaced(
                kind,
                open,
                "counted from a happening whose day is not known",
            )
        }
        Meaning::PartOfDay(part, clock) => part_of_day(*part, *clock, setting),
    }
}

fn two_lengths(a: f64, unit: Unit, b: f64, finer: Unit) -> String {
    let first = duration_value(super::meaning::Amount::Exactly(a), unit);
    let second = duration_value(super::meaning::Amount::Exactly(b), finer);
    let clock_said = first.contains('T');
    let second = second.trim_start_matches('P');
    first
        + if clock_said {
            second.trim_start_matches('T')
        } else {
            second
        }
}

/// `TNI`, `T10:35`, or nothing.
fn hour_suffix(part: Option<Part>, clock: Option<Clock>) -> String {
    match (clock, part) {
        (
            Some(Clock {
                hour,
                minute: Some(minute),
            }),
            _,
        ) => format!("T{hour:02}:{minute:02}"),
        (Some(Clock { hour, minute: None }), _) => format!("T{hour:02}:00"),
        (None, Some(part)) => format!("T{}", part.letters()),
        (None, None) => String::new(),
    }
}

fn kind_with(suffix: &str) -> TimeKind {
    if suffix.is_empty() {
        TimeKind::Date
    } else {
        TimeKind::Time
    }
}

fn precision_with(suffix: &str, precision: Precision) -> Precision {
    if suffix.is_empty() {
        precision
    } else {
        Precision::PartOfDay
    }
}

/// "1990s" and "nineties".
fn decade_value(decade: i16) -> Value {
    // A decade without its century is the latest that news speaks of as history.
    let first = match decade {
        0..20 => 2000 + decade,
        20..100 => 1900 + decade,
        _ => decade,
    };
    Value {
        when: years(first, first + 9, Precision::Decade),
        ..Value::unplaced(TimeKind::Date, format!("{}", first / 10), "a decade")
    }
}

/// "the 20th century", "the third century BC" (−3).
fn century_value(number: i16) -> Value {
    let (value, first, last) = if number < 0 {
        let first = number * 100 + 1;
        (format!("BC{:02}", -number - 1), first, first + 99)
    } else {
        let first = number * 100 - 100;
        (format!("{:02}", number - 1), first.max(1), first + 99)
    };
    Value {
        when: years(first, last, Precision::Century),
        ..Value::unplaced(TimeKind::Date, value, "a century")
    }
}

/// A part of an unsaid day: of the day spoken of. Where none is, what is to come is on the day of writing,
/// and what is over on that day or the one before: a paper tells in the morning of last evening.
fn part_of_day(part: Option<Part>, clock: Option<Clock>, setting: &Setting) -> Value {
    let suffix = hour_suffix(part, clock);
    let text = format!("XXXX-XX-XX{suffix}");
    let spoken_of = setting.topic.filter(|t| t.first == t.last);
    let mut value = Value::unplaced(TimeKind::Time, text, "a part of a day that is not named");
    let ahead = setting.direction == Direction::Future;
    match (spoken_of, setting.published) {
        (Some(day), _) => {
            value.anchored = Some(format!("{}{suffix}", day.first));
            value.when = Some(one_day(day.first, Precision::PartOfDay));
            value.reason = "a part of the day spoken of".into();
        }
        (None, Some(day)) if ahead => {
            value.anchored = Some(format!("{day}{suffix}"));
            value.when = Some(one_day(day, Precision::PartOfDay));
            value.reason = "a part of the day of publication: its verb looks ahead".into();
        }
        (None, Some(last)) => {
            if let Ok(first) = last.yesterday() {
                value.when = Some(When {
                    first,
                    last,
                    precision: Precision::DayOrBeside,
                });
                value.reason = "the day is not named: that of publication or the one before".into();
            }
        }
        (None, None) => {}
    }
    value
}

/// A date that another calendar gives in full.
fn elsewhere_value(date: Elsewhere) -> Value {
    let name = date.calendar.name();
    match date.in_gregorian() {
        Some((value, when)) => Value {
            when: Some(when),
            ..Value::unplaced(
                TimeKind::Date,
                value,
                &format!("{} of the {name} calendar, by its tables", date.value()),
            )
        },
        None => Value::unplaced(
            TimeKind::Date,
            "XXXX-XX-XX",
            &format!("the {name} calendar has no such day"),
        ),
    }
}

/// The night between the day before and the day of writing; TIMEX3 names a night by its evening.
fn overnight(setting: &Setting) -> Value {
    let text = "XXXX-XX-XXTNI";
    let mut value = Value::unplaced(TimeKind::Time, text, "a night that is not named");
    let topic = setting.topic.filter(|t| t.first == t.last).map(|t| t.first);
    if let Some(last) = setting.published.or(topic)
        && let Ok(first) = last.yesterday()
    {
        value.anchored = Some(format!("{first}TNI"));
        value.when = Some(When {
            first,
            last,
            precision: Precision::PartOfDay,
        });
        value.reason = "the night that leads to the day of publication".into();
    }
    value
}

/// A distance from an anchor.
#[derive(Clone, Copy)]
struct Shift {
    anchor: Anchor,
    by: i32,
    unit: Unit,
}

/// The value of one such unit of which nothing is known.
fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX",
        Unit::Day => "XXXX-XX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Millennium => "X",
    }
}

/// Value and days so many units from a stretch of days.
pub(super) fn count_from(origin: When, by: i32, unit: Unit) -> Option<(String, When)> {
    let shift = Shift {
        anchor: Anchor::Topic,
        by,
        unit,
    };
    land(shift, origin, Direction::Unknown)
}

fn shifted(shift: Shift, suffix: String, setting: &Setting) -> Value {
    let kind = if shift.unit.of_clock() {
        TimeKind::Time
    } else {
        kind_with(&suffix)
    };
    let mut value = Value::unplaced(
        kind,
        format!("{}{suffix}", unknown(shift.unit)),
        "counted from a day that is not known",
    );
    let Some((origin, reason)) = origin(shift, setting) else {
        return value;
    };
    let Some((text, when)) = land(shift, origin, setting.direction) else {
        return value;
    };
    let when = When {
        precision: precision_with(&suffix, when.precision),
        ..when
    };
    let text = format!("{text}{suffix}");
    // From a day that the text itself dates, the value needs no publication date.
    if shift.anchor != Anchor::Now && setting.published.is_none() {
        value.value.clone_from(&text);
    }
    value.anchored = Some(text);
    value.when = Some(when);
    value.reason = reason.into();
    value
}

/// The stretch from which to count, and how that was decided.
fn origin(shift: Shift, setting: &Setting) -> Option<(When, &'static str)> {
    let now = setting.published.map(|day| one_day(day, Precision::Day));
    let spoken_of = "counted from the time spoken of";
    match shift.anchor {
        // "profit rose in the quarter from a year ago": back from the quarter, at its own grain.
        Anchor::Comparison => match setting.topic {
            Some(topic) if topic.precision == Precision::Quarter => Some((topic, spoken_of)),
            _ => Some((now?, "counted from the publication date")),
        },
        Anchor::Current if setting.told().is_some() => Some((setting.told()?, spoken_of)),
        Anchor::Now if shift.by == 0 && shift.unit > Unit::Day && setting.told().is_some() => {
            Some((setting.told()?, spoken_of))
        }
        Anchor::Current => {
            let quarter = setting
                .topic
                .filter(|t| shift.unit == Unit::Quarter && t.precision == Precision::Quarter);
            match quarter.or(setting.topic.filter(|_| now.is_none())) {
                Some(topic) => Some((topic, spoken_of)),
                None => Some((now?, "the one of the publication date")),
            }
        }
        Anchor::Now => Some((now?, "counted from the publication date")),
        Anchor::Topic => match setting.counted_in(shift.unit) {
            Some(topic) => Some((topic, spoken_of)),
            None if shift.unit > Unit::Day && shift.by <= 0 => Some((
                now?,
                "nothing else is spoken of: counted from the publication date",
            )),
            None => None,
        },
    }
}

/// Where a shift from `origin` lands: its value and days; `None` beyond the calendar's reach
/// ("99999 years ago").
fn land(shift: Shift, origin: When, direction: Direction) -> Option<(String, When)> {
    if let Some(blurred) = land_from_coarser(shift, origin) {
        return Some(blurred);
    }
    let by = i64::from(shift.by);
    let from = if by > 0 { origin.last } else { origin.first };
    match shift.unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => {
            let day = from.checked_add(Span::new().try_days(by).ok()?).ok()?;
            Some((day.to_string(), one_day(day, Precision::Day)))
        }
        Unit::Week => week(
            from.checked_add(Span::new().try_days(by * 7).ok()?)
                .ok()?
                .iso_week_date(),
        ),
        Unit::Weekend => weekend(from, shift, direction),
        Unit::Month => month(
            from.first_of_month()
                .checked_add(Span::new().try_months(by).ok()?)
                .ok()?,
        ),
        Unit::Quarter => {
            let landed = from
                .first_of_month()
                .checked_add(Span::new().try_months(by * 3).ok()?)
                .ok()?;
            let current = shift.anchor == Anchor::Current && origin.precision == Precision::Day;
            // "the quarter" in a report means the one it reports on: the last that is over.
            let landed = if current {
                landed.checked_add((-3).months()).ok()?
            } else {
                landed
            };
            quarter(landed.year(), (landed.month() + 2) / 3)
        }
        Unit::Year if origin.precision == Precision::Quarter && shift.by != 0 => {
            let landed = from.checked_add(Span::new().try_years(by).ok()?).ok()?;
            quarter(landed.year(), (landed.month() + 2) / 3)
        }
        Unit::Year => year(
            from.checked_add(Span::new().try_years(by).ok()?)
                .ok()?
                .year(),
        ),
        Unit::Decade => {
            let first = from
                .checked_add(Span::new().try_years(by * 10).ok()?)
                .ok()?
                .year()
                / 10
                * 10;
            let value = format!("{:03}", first / 10);
            Some((value, years(first, first + 9, Precision::Decade)?))
        }
        Unit::Century => {
            let first = from
                .checked_add(Span::new().try_years(by * 100).ok()?)
                .ok()?
                .year()
                / 100
                * 100;
            Some((
                format!("{:02}", first / 100),
                years(first, first + 99, Precision::Century)?,
            ))
        }
        Unit::Millennium => None,
    }
}

/// "Four days later" counted from a month or year: as coarse as what it counts from, with what is
/// unknown as X.
fn land_from_coarser(shift: Shift, origin: When) -> Option<(String, When)> {
    let by = i64::from(shift.by);
    let (finer, step) = match shift.unit {
        Unit::Day => (Precision::Weekend, Span::new().try_days(by).ok()?),
        Unit::Week => (Precision::Month, Span::new().try_weeks(by).ok()?),
        Unit::Month => (Precision::Quarter, Span::new().try_months(by).ok()?),
        _ => return None,
    };
    if shift.anchor != Anchor::Topic || origin.precision < finer {
        return None;
    }
    let when = When {
        first: origin.first.checked_add(step).ok()?,
        last: origin.last.checked_add(step).ok()?,
        precision: origin.precision,
    };
    let one_year = when.first.year() == when.last.year();
    let year = if one_year {
        format!("{:04}", when.first.year())
    } else {
        "XXXX".into()
    };
    let one_month = one_year && when.first.month() == when.last.month();
    let month = if one_month {
        format!("{:02}", when.first.month())
    } else {
        "XX".into()
    };
    let value = match shift.unit {
        Unit::Day => format!("{year}-{month}-XX"),
        Unit::Week => format!("{year}-WXX"),
        _ => format!("{year}-{month}"),
    };
    Some((value, when))
}

/// The weekend of a week: "the weekend" is the latest begun, or the next where the verb looks ahead.
fn weekend(from: Date, shift: Shift, direction: Direction) -> Option<(String, When)> {
    let begun = from.weekday().to_monday_one_offset() >= 6;
    let weeks = match (shift.by, shift.anchor) {
        (0, Anchor::Current) if !begun && direction != Direction::Future => -1,
        (by, _) => i64::from(by),
    };
    let (value, week) = week(
        from.checked_add(Span::new().try_days(weeks * 7).ok()?)
            .ok()?
            .iso_week_date(),
    )?;
    let first = week.first.checked_add(5.days()).ok()?;
    Some((
        format!("{value}-WE"),
        When {
            first,
            last: week.last,
            precision: Precision::Weekend,
        },
    ))
}

/// A calendar entry: its value with unknown parts as X, then completed where a date is known.
fn on_calendar(calendar: &Calendar, setting: &Setting) -> Value {
    let suffix = hour_suffix(calendar.part, calendar.clock);
    let said = match calendar.year {
        Some(Year::Number(number)) => Some(number),
        _ => None,
    };
    let julian = calendar.reckoning == Some(Reckoning::Julian);
    if !julian && !possible(calendar.slot, said) {
        return Value::unplaced(TimeKind::Date, "XXXX-XX-XX", "the calendar has no such day");
    }
    let mut value = Value::unplaced(
        kind_with(&suffix),
        open_value(calendar, said) + &suffix,
        "its year is not said",
    );
    let slot = |year| match (calendar.slot, calendar.reckoning) {
        (Slot::Day(month, day), Some(Reckoning::Julian)) => julian_day(year, month, day),
        (slot, _) => slot_in(slot, year),
    };
    let completed = match said {
        Some(number) => {
            value.reason = "the text gives it in full".into();
            slot(number)
        }
        // Without its year nobody can say which Gregorian day it is.
        None if julian => None,
        None => complete(calendar, setting)
            .inspect(|(_, _, reason)| value.reason = (*reason).into())
            .map(|(text, when, _)| (text, when)),
    };
    let Some((text, when)) = completed else {
        return value;
    };
    if said.is_none() {
        value.anchored = Some(text + &suffix);
    }
    value.when = Some(When {
        precision: precision_with(&suffix, when.precision),
        ..when
    });
    if calendar.fiscal {
        value.when = any_fiscal(when);
        value.reason += "; when that fiscal year begins is not said";
    }
    value
}

/// What a stretch of a calendar year may be in a fiscal year of the same number: some are called by the
/// year in which they begin, some by that in which they end.
fn any_fiscal(when: When) -> Option<When> {
    Some(When {
        first: when.first.checked_sub(MOST_MONTHS_APART.months()).ok()?,
        last: when.last.checked_add(MOST_MONTHS_APART.months()).ok()?,
        precision: when.precision.max(Precision::Year),
    })
}

/// The most months by which a fiscal year begins before or after the calendar year of its number.
const MOST_MONTHS_APART: i64 = 11;

/// A day that the Julian calendar names.
fn julian_day(year: i16, month: i8, day: i8) -> Option<(String, When)> {
    let date = Elsewhere {
        calendar: Reckoning::Julian,
        year: i32::from(year),
        month: Some(LunarMonth::of(month.unsigned_abs())),
        day: Some(day.unsigned_abs()),
    };
    date.in_gregorian()
}

/// Whether some year has it (or the year that is said).
fn possible(slot: Slot, year: Option<i16>) -> bool {
    match slot {
        // 2000 was a leap year: where the year is open, 29 February may be meant.
        Slot::Day(month, day) => Date::new(year.unwrap_or(2000), month, day).is_ok(),
        _ => true,
    }
}

/// A year in TIMEX3: four digits, and "BC0044" for the year −43 of astronomers.
pub(super) fn year_text(year: i16) -> String {
    if year > 0 {
        format!("{year:04}")
    } else {
        format!("BC{:04}", 1 - i32::from(year))
    }
}

/// Value with what is unknown as X.
fn open_value(calendar: &Calendar, year: Option<i16>) -> String {
    let y = year.map_or_else(|| "XXXX".to_string(), year_text);
    match (calendar.slot, year) {
        // The Gregorian day is another, and without a year not known.
        (Slot::Day(month, day), Some(year)) if calendar.reckoning == Some(Reckoning::Julian) => {
            julian_day(year, month, day).map_or_else(|| format!("{y}-XX-XX"), |(value, _)| value)
        }
        (Slot::Day(..), None) if calendar.reckoning == Some(Reckoning::Julian) => {
            format!("{y}-XX-XX")
        }
        (Slot::None, _) => y,
        (Slot::Month(month), _) => format!("{y}-{month:02}"),
        (Slot::Day(month, day) | Slot::Feast(Feast::Fixed(month, day)), _) => {
            format!("{y}-{month:02}-{day:02}")
        }
        (Slot::Weekday(day), _) => format!("{y}-WXX-{day}"),
        (Slot::Quarter(number), _) => format!("{y}-Q{number}"),
        (Slot::Half(number), _) => format!("{y}-H{number}"),
        (Slot::Season(season), _) => format!("{y}-{}", season.letters()),
        (Slot::Feast(feast), Some(year)) => {
            feast_in(feast, year).map_or_else(|| format!("{y}-XX-XX"), |(value, _)| value)
        }
        (Slot::Feast(Feast::Nth(month, ..)), None) => format!("{y}-{month:02}-XX"),
        (Slot::Feast(Feast::LastDay(month)), None) => format!("{y}-{month:02}-XX"),
        (Slot::Feast(Feast::ElectionDay), None) => format!("{y}-11-XX"),
        (Slot::Feast(Feast::HolyWeek), None) => format!("{y}-WXX"),
        (Slot::Feast(Feast::Elsewhere { day: None, .. }), None) => format!("{y}-XX"),
        (Slot::Feast(Feast::Easter(_) | Feast::OrthodoxEaster | Feast::Elsewhere { .. }), None) => {
            format!("{y}-XX-XX")
        }
    }
}
