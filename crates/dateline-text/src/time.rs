//! Expressions of time and the calendar values they stand for.

use dateline_span::Span;
use jiff::civil::Date;

/// TIMEX3 type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeKind {
    /// A day or something longer on the calendar.
    Date,
    /// A time within a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3 modifier, as far as news uses it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeMod {
    /// "early", "the start of".
    Start,
    /// "mid-".
    Mid,
    /// "late", "the end of".
    End,
    /// "before".
    Before,
    /// "after", "since".
    After,
    /// "about", "around".
    Approx,
}

impl TimeMod {
    /// The TIMEX3 word.
    pub fn name(self) -> &'static str {
        match self {
            TimeMod::Start => "START",
            TimeMod::Mid => "MID",
            TimeMod::End => "END",
            TimeMod::Before => "BEFORE",
            TimeMod::After => "AFTER",
            TimeMod::Approx => "APPROX",
        }
    }
}

/// How fine a [`When`] is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)] // Units of the calendar.
pub enum Precision {
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    HalfYear,
    Year,
    Decade,
    Century,
    /// Only "about then".
    Vague,
}

/// A closed interval of days with the precision the text gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct When {
    /// First day it may be.
    pub first: Date,
    /// Last day it may be.
    pub last: Date,
    /// How fine the text is.
    pub precision: Precision,
}

/// An expression of time in the text.
#[derive(Clone, PartialEq, Debug)]
pub struct TimeExpr {
    /// Where it stands ("late Wednesday night", not its preposition).
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value from the text alone; what is unknown is `X` ("XXXX-WXX-3TNI", "XXXX-01",
    /// "PAST_REF", "P2D", "2019").
    pub value: String,
    /// The value completed by the publication date, where one is given and decides it.
    pub anchored: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<TimeMod>,
    /// The days it may be; `None` while no date is known.
    pub when: Option<When>,
    /// How the value was reached; for people who check.
    pub reason: String,
}
