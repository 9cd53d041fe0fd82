//! Calendars that news names beside the Gregorian, and what a date of theirs is in it.
//!
//! The arithmetic is ICU4X' (`icu_calendar`): the tables of Umm al-Qura for the Hijri calendar, the
//! 33-year rule for the Persian, the fixed rules of the Hebrew, Julian and Chinese ones.

use super::{Precision, When};
use icu_calendar::cal::Hijri;
use icu_calendar::types::{Month, RataDie};
use icu_calendar::{AsCalendar, Date as Reckoned};
use jiff::ToSpan;
use jiff::civil::Date;

/// A calendar other than the Gregorian.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reckoning {
    /// The lunar calendar of Islam. Its months begin when the moon is seen, so that countries differ by
    /// a day from each other and from any table.
    Hijri,
    /// The solar calendar of Iran and Afghanistan.
    SolarHijri,
    /// The Hebrew calendar; its days begin on the evening before.
    Hebrew,
    /// Gregorian days in years of the Buddhist era, as in Thailand: 543 more.
    Buddhist,
    /// The Julian calendar, "Old Style".
    Julian,
    /// The traditional Chinese calendar, by the Gregorian year that its year begins in.
    Chinese,
}

impl Reckoning {
    /// Its name as records give it: `hijri`, `solar-hijri`, `hebrew`, `buddhist`, `julian`, `chinese`.
    pub fn name(self) -> &'static str {
        match self {
            Reckoning::Hijri => "hijri",
            Reckoning::SolarHijri => "solar-hijri",
            Reckoning::Hebrew => "hebrew",
            Reckoning::Buddhist => "buddhist",
            Reckoning::Julian => "julian",
            Reckoning::Chinese => "chinese",
        }
    }

    /// Whether a bare number of four figures may be a year of it, in what news writes about.
    pub(super) fn has_year(self, year: u32) -> bool {
        match self {
            Reckoning::Hijri => (1200..1600).contains(&year),
            Reckoning::SolarHijri => (1200..1500).contains(&year),
            Reckoning::Hebrew => (5000..6000).contains(&year),
            Reckoning::Buddhist => (2300..2700).contains(&year),
            Reckoning::Julian | Reckoning::Chinese => (1..2200).contains(&year),
        }
    }
}

/// A day, month or year of another calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Elsewhere {
    pub calendar: Reckoning,
    pub year: i32,
    pub month: Option<LunarMonth>,
    pub day: Option<u8>,
}

/// A month by its number; whether it is the one that leap years put before that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct LunarMonth {
    pub number: u8,
    pub leap: bool,
}

impl LunarMonth {
    pub const fn of(number: u8) -> Self {
        Self {
            number,
            leap: false,
        }
    }
}

impl Elsewhere {
    /// Its value in its own calendar: "1445-09-12"; "5784-05L" is a month that leap years add.
    pub fn value(self) -> String {
        let month = self.month.map_or(String::new(), |month| {
            format!("-{:02}{}", month.number, if month.leap { "L" } else { "" })
        });
        let day = self.day.map_or(String::new(), |day| format!("-{day:02}"));
        format!("{:04}{month}{day}", self.year)
    }

    /// The Gregorian value and days; `None` where its calendar has no such day.
    pub fn in_gregorian(self) -> Option<(String, When)> {
        let (first, last) = self.bounds()?;
        let margin = i64::from(self.calendar == Reckoning::Hijri);
        let precision = match (self.month, self.day) {
            (None, _) => Precision::Year,
            (_, None) => Precision::Month,
            _ if margin > 0 => Precision::DayOrBeside,
            _ => Precision::Day,
        };
        let value = if first == last {
            first.to_string()
        } else {
            format!("{first}/{last}")
        };
        let when = When {
            first: first.checked_sub(margin.days()).ok()?,
            last: last.checked_add(margin.days()).ok()?,
            precision,
        };
        Some((value, when))
    }

    /// First and last day by the tables.
    fn bounds(self) -> Option<(Date, Date)> {
        let Some(month) = self.month else {
            let first = self.at(LunarMonth::of(1), 1)?;
            let next = Self {
                year: self.year.checked_add(1)?,
                ..self
            };
            let last = next.at(LunarMonth::of(1), 1)?.yesterday().ok()?;
            return Some((first, last));
        };
        if let Some(day) = self.day {
            let day = self.at(month, day)?;
            return Some((day, day));
        }
        let first = self.at(month, 1)?;
        // No month is longer than 31 days nor shorter than 28.
        let last = (28..=31).rev().find_map(|day| self.at(month, day))?;
        Some((first, last))
    }

    fn at(self, month: LunarMonth, day: u8) -> Option<Date> {
        let year = self.year;
        let named = if month.leap {
            Month::leap(month.number)
        } else {
            Month::new(month.number)
        };
        match self.calendar {
            Reckoning::Hijri => {
                let calendar = Hijri::new_umm_al_qura();
                let number = (!month.leap).then_some(month.number)?;
                civil(Reckoned::try_new_hijri_with_calendar(year, number, day, calendar).ok()?)
            }
            Reckoning::SolarHijri => {
                civil(Reckoned::try_new_persian(year, month.number, day).ok()?)
            }
            Reckoning::Hebrew => civil(Reckoned::try_new_hebrew_v2(year, named, day).ok()?),
            Reckoning::Buddhist => {
                let year = i16::try_from(year.checked_sub(BUDDHIST_YEARS)?).ok()?;
                let month = i8::try_from(month.number).ok()?;
                Date::new(year, month, i8::try_from(day).ok()?).ok()
            }
            Reckoning::Julian => civil(Reckoned::try_new_julian(year, month.number, day).ok()?),
            Reckoning::Chinese => {
                civil(Reckoned::try_new_chinese_traditional(year, named, day).ok()?)
            }
        }
    }

    /// The same day or month in the year that has it within Gregorian year `number`; of two, the first.
    pub fn within(self, number: i16) -> Option<Self> {
        let number = i32::from(number);
        let about = match self.calendar {
            // 33 of its years are 32 of the sun's.
            Reckoning::Hijri => (number - 622) * 33 / 32,
            Reckoning::SolarHijri => number - 622,
            Reckoning::Hebrew => number + 3760,
            Reckoning::Buddhist => number + BUDDHIST_YEARS,
            Reckoning::Julian | Reckoning::Chinese => number,
        };
        (about - 1..=about + 2)
            .map(|year| Self { year, ..self })
            .find(|date| {
                date.bounds()
                    .is_some_and(|(first, _)| i32::from(first.year()) == number)
            })
    }
}

/// By how much a year of the Buddhist era exceeds the Gregorian.
pub(super) const BUDDHIST_YEARS: i32 = 543;

/// The Gregorian day on which Easter falls by the Julian reckoning of the Orthodox churches.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    civil(icu_calendar::cal::Julian::easter(i32::from(year)))
}

fn civil<A: AsCalendar>(date: Reckoned<A>) -> Option<Date> {
    const DAY_ONE: RataDie = RataDie::new(1);
    let days = date.to_rata_die() - DAY_ONE;
    Date::new(1, 1, 1)
        .ok()?
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
}
