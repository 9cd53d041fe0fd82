//! What an expression of time means before any date is known.

use super::reckoning::{BUDDHIST_YEARS, Elsewhere, LunarMonth, Reckoning};
use super::{Reckoned, TimeMod};

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// Its letter in a TIMEX3 duration and how many of that letter it is.
    pub fn duration_letter(self) -> (char, f64) {
        match self {
            Unit::Second => ('S', 1.0),
            Unit::Minute => ('M', 1.0),
            Unit::Hour => ('H', 1.0),
            Unit::Day => ('D', 1.0),
            Unit::Weekend => ('D', 2.0),
            Unit::Week => ('W', 1.0),
            Unit::Month => ('M', 1.0),
            Unit::Quarter => ('M', 3.0),
            Unit::Year => ('Y', 1.0),
            Unit::Decade => ('Y', 10.0),
            Unit::Century => ('Y', 100.0),
            Unit::Millennium => ('Y', 1000.0),
        }
    }

    /// Whether it is shorter than a day.
    pub fn of_clock(self) -> bool {
        self < Unit::Day
    }
}

/// A part of the day, by its TIMEX3 letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Dawn,
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    /// TIMEX3 letters.
    pub fn letters(self) -> &'static str {
        match self {
            Part::Dawn => "DW",
            Part::Morning => "MO",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
            Part::Daytime => "DT",
        }
    }
}

/// A season, by its TIMEX3 letters; winter belongs to the year it starts in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// TIMEX3 letters.
    pub fn letters(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// Its first month, in the northern year.
    pub fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// Which of several: the one before, the one it is, the one to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Near {
    /// "last", "past".
    Last,
    /// "this", "the current".
    This,
    /// "next", "coming".
    Next,
    /// "the Friday before last".
    BeforeLast,
    /// "that", "the same": of what was spoken of.
    That,
    /// "the previous", "the preceding": before what was spoken of.
    Before,
    /// "the following": after what was spoken of.
    After,
}

/// A year as the words give it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Year {
    /// "2019"; 0 is 1 BC, −43 is 44 BC.
    Number(i16),
    /// "this year", "last year".
    Near(Near),
}

/// The finest thing a calendar expression names within its year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Slot {
    /// Only a year.
    None,
    /// January is 1.
    Month(i8),
    /// Month and day of the month.
    Day(i8, i8),
    /// Monday is 1.
    Weekday(i8),
    /// 1 to 4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
    /// A season.
    Season(Season),
    /// A feast whose day the year decides.
    Feast(Feast),
}

/// A feast or public day with a date of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Feast {
    /// The same month and day each year.
    Fixed(i8, i8),
    /// Month, ordinal (−1 is the last) and weekday.
    Nth(i8, i8, i8),
    /// Days after Western Easter Sunday.
    Easter(i8),
    /// Easter Sunday of the Orthodox churches.
    OrthodoxEaster,
    /// The week that Western Easter ends.
    HolyWeek,
    /// The last day of a month.
    LastDay(i8),
    /// The day after the first Monday of November.
    ElectionDay,
    /// A day or month of another calendar.
    Elsewhere {
        calendar: Reckoning,
        month: LunarMonth,
        day: Option<u8>,
    },
}

/// A time on the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: Option<u8>,
}

/// A point or stretch of the calendar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Calendar {
    pub year: Option<Year>,
    pub slot: Slot,
    /// "last Friday", "next March".
    pub near: Option<Near>,
    /// The day of the week that stands beside a date; it tells the year.
    pub weekday: Option<i8>,
    pub part: Option<Part>,
    pub clock: Option<Clock>,
    /// "Tuesday of last week": how many weeks that week is from the one of writing.
    pub week: Option<i8>,
    /// The calendar that the text names for it: days of the Julian one, years of the Buddhist.
    pub reckoning: Option<Reckoning>,
    /// "fiscal 2019": the year of somebody's accounts, which begins when the text does not say.
    pub fiscal: bool,
}

impl Calendar {
    /// Nothing known but the slot.
    pub fn of(slot: Slot) -> Self {
        Self {
            year: None,
            slot,
            near: None,
            weekday: None,
            part: None,
            clock: None,
            week: None,
            reckoning: None,
            fiscal: false,
        }
    }

    /// What it is in the calendar that the text names.
    fn reckoned(&self) -> Option<Reckoned> {
        let year = match self.year {
            Some(Year::Number(year)) => Some(i32::from(year)),
            _ => None,
        };
        let (calendar, month, day) = match (self.slot, self.reckoning) {
            (
                Slot::Feast(Feast::Elsewhere {
                    calendar,
                    month,
                    day,
                }),
                _,
            ) => (calendar, Some(month), day),
            (Slot::Day(month, day), Some(calendar)) => (
                calendar,
                Some(LunarMonth::of(month.unsigned_abs())),
                Some(day.unsigned_abs()),
            ),
            (Slot::Month(month), Some(calendar)) => {
                (calendar, Some(LunarMonth::of(month.unsigned_abs())), None)
            }
            (Slot::None, Some(calendar)) => (calendar, None, None),
            _ => return None,
        };
        let own_year = match (self.reckoning, calendar) {
            (Some(Reckoning::Buddhist), _) => year.map(|year| year + BUDDHIST_YEARS),
            (Some(_), _) => year,
            // The year beside the month of another calendar is not that calendar's.
            (None, _) => None,
        };
        let date = Elsewhere {
            calendar,
            year: own_year.unwrap_or(0),
            month,
            day,
        };
        let value = match own_year {
            Some(_) => date.value(),
            None => format!("XXXX{}", &date.value()["0000".len()..]),
        };
        Some(Reckoned { calendar, value })
    }
}

/// From where a distance is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Anchor {
    /// The time of writing.
    Now,
    /// The time spoken of.
    Topic,
    /// The one going on at the time of writing, or the one spoken of: "the quarter".
    Current,
    /// What is compared with: "a year ago" beside a quarter's figures is that quarter's own.
    Comparison,
}

/// How much of a unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Amount {
    Exactly(f64),
    /// "several", "a few", or a bare plural.
    Some,
}

/// What the words mean.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Meaning {
    /// A place on the calendar.
    Calendar(Calendar),
    /// "yesterday", "last week", "three days ago": so many units from an anchor, and the part of
    /// that day.
    Shift {
        anchor: Anchor,
        by: i32,
        unit: Unit,
        part: Option<Part>,
        clock: Option<Clock>,
    },
    /// First year of a decade; two digits where the century is not said.
    Decade(i16),
    /// 20 for the twentieth; −3 for the third before Christ.
    Century(i16),
    /// "the past", "now", "soon".
    Reference(&'static str),
    /// A length of time.
    Length(Amount, Unit),
    /// A length in two units: "two years and six months".
    Lengths(f64, Unit, f64, Unit),
    /// "every day": its TIMEX3 value.
    Set(String),
    /// "overnight": the night that leads to the day of writing.
    Overnight,
    /// A part of an unsaid day: "the morning", "midnight".
    PartOfDay(Option<Part>, Option<Clock>),
    /// A date of another calendar with a year of that calendar.
    Elsewhere(Elsewhere),
    /// A unit that a happening places: "the day before the vote", "the night of the raid".
    Beside(Unit, Option<Part>),
}

impl Meaning {
    /// What it is in the calendar that the text names, where that is not the Gregorian.
    pub fn reckoned(&self) -> Option<Reckoned> {
        match self {
            Meaning::Elsewhere(date) => Some(Reckoned {
                calendar: date.calendar,
                value: date.value(),
            }),
            Meaning::Calendar(calendar) => calendar.reckoned(),
            _ => None,
        }
    }

    /// Whether it gives day and month: "March 5". The head of a text so names the day it was written on.
    pub fn names_a_date(&self) -> bool {
        matches!(self, Meaning::Calendar(calendar) if matches!(calendar.slot, Slot::Day(..)))
    }

    /// Whether what follows may be told of this time. A comparison ("from 5 % a year earlier") is
    /// made in passing.
    pub fn sets_topic(&self) -> bool {
        !matches!(
            self,
            Meaning::Shift {
                unit: Unit::Year,
                by: ..0,
                ..
            }
        )
    }
}

/// A reading of some atoms.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Found {
    /// First atom.
    pub start: usize,
    /// One past the last atom.
    pub end: usize,
    /// What they mean.
    pub meaning: Meaning,
    /// How they narrow it.
    pub modifier: Option<TimeMod>,
}
