//! Expressions of time and the calendar values they stand for.
//!
//! [`find`] reads them in two steps. A small grammar (`grammar`, `calendar`, `span_of_time`) turns
//! words into a meaning; `anchor` turns a meaning into a TIMEX3 value, and into days where a date is
//! known: the publication date, or one that the text itself gives. Without either, what the words
//! leave open stays `X`.

mod anchor;
mod beside;
mod calendar;
mod clock;
mod completion;
mod context;
mod cursor;
mod elsewhere;
mod grammar;
mod lexicon;
mod meaning;
mod narrative;
mod range;
mod reckoning;
mod series;
mod span_of_time;
mod stretch;
#[cfg(test)]
mod tests;

use crate::Document;
use crate::atom::atoms;
pub use beside::{Beside, Side};
use dateline_span::Span;
use jiff::ToSpan;
use jiff::civil::Date;
pub use range::Stretch;
pub use reckoning::Reckoning;

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
    /// "less than", "nearly".
    LessThan,
    /// "more than", "over".
    MoreThan,
    /// "up to", "at most".
    EqualOrLess,
    /// "at least".
    EqualOrMore,
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
            TimeMod::LessThan => "LESS_THAN",
            TimeMod::MoreThan => "MORE_THAN",
            TimeMod::EqualOrLess => "EQUAL_OR_LESS",
            TimeMod::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// How fine a [`When`] is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)] // Units of the calendar.
pub enum Precision {
    PartOfDay,
    Day,
    /// The day that tables give or one beside it.
    DayOrBeside,
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
    /// The value completed by the publication date, in a narrative by the dates told before, where
    /// one decides it.
    pub anchored: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<TimeMod>,
    /// The days it may be; `None` while no date is known.
    pub when: Option<When>,
    /// How the value was reached; for people who check.
    pub reason: String,
    /// What it is in the calendar that the text names, where that is another.
    pub reckoned: Option<Reckoned>,
    /// The happening that it is counted from, where the text counts from one.
    pub beside: Option<Beside>,
    /// Index of the expression that ends the stretch that this one begins: "June" for "April" in
    /// "between April and June".
    pub until: Option<usize>,
}

/// A date in a calendar other than the Gregorian.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reckoned {
    /// Which calendar.
    pub calendar: Reckoning,
    /// Year, month and day of its own: "1445-09-12", "1445-09", "XXXX-09" where the year is not said.
    pub value: String,
}

/// Whether a word in lower case names a month, in full or shortened: "october", "oct", "oct.".
pub(crate) fn is_month(word: &str) -> bool {
    matches!(
        lexicon::lex(word.trim_end_matches('.')),
        Some(lexicon::Lex::Month(..))
    )
}

/// All expressions of time in a document, in text order, none overlapping.
///
/// `published` is the day the text was published, if that is known; without it no expression gets
/// a date that the text does not give in full.
pub fn find(doc: &Document, published: Option<Date>) -> Vec<TimeExpr> {
    let atoms = atoms(doc);
    let mut all = grammar::parse(doc, &atoms);
    all.retain(|found| context::is_time(doc, &atoms, found));
    series::join(&atoms, &mut all);
    let register = narrative::register(&all, published);
    let mut topic = None;
    let mut day = None;
    let mut times = Vec::with_capacity(all.len());
    for found in all {
        let tokens = context::token_range(&atoms, &found);
        let setting = anchor::Setting {
            published,
            topic,
            day,
            register,
            direction: context::direction(doc, tokens),
        };
        let value = anchor::evaluate(&found, &setting);
        let of_writing = found.meaning.names_a_date()
            && published
                .is_some_and(|day| value.when.is_some_and(|w| w.first == day && is_day(&w)));
        if found.meaning.sets_topic() && !of_writing {
            topic = value.when.or(topic);
            day = value.when.filter(is_day).or(day);
        }
        times.push(TimeExpr {
            span: atoms[found.start].span.cover(atoms[found.end - 1].span),
            kind: value.kind,
            value: value.value,
            anchored: value.anchored,
            modifier: found.modifier,
            when: value.when,
            reason: value.reason,
            reckoned: found.meaning.reckoned(),
            beside: beside::of(doc, &atoms, &found),
            until: None,
        });
    }
    beside::place_by_own_words(&mut times);
    range::stretch(doc.text(), &mut times);
    end_years(doc.text(), &mut times);
    times
}

/// Whether it is a day or within one.
fn is_day(when: &When) -> bool {
    when.precision <= Precision::DayOrBeside
}

/// "the year ended March 31", "the fiscal year that ends in June": the twelve months up to the time behind it.
fn end_years(text: &str, times: &mut [TimeExpr]) {
    for i in 1..times.len() {
        let (before, after) = times.split_at_mut(i);
        let (year, end) = (&mut before[i - 1], &after[0]);
        let words = year.span.slice(text);
        let between = &text[year.span.end as usize..end.span.start as usize];
        let mut between = between.split_whitespace().peekable();
        between.next_if(|w| matches!(*w, "that" | "which"));
        let ends = between
            .next()
            .is_some_and(|w| matches!(w, "ended" | "ending" | "ends"));
        between.next_if(|w| matches!(*w, "on" | "in"));
        if !ends || between.next().is_some() || !words.to_lowercase().ends_with("year") {
            continue;
        }
        let Some(last) = end.when.filter(|w| w.precision <= Precision::Month) else {
            continue;
        };
        let first = last
            .last
            .tomorrow()
            .and_then(|day| day.checked_sub(1.year()));
        if let Ok(first) = first {
            year.when = Some(When {
                first,
                last: last.last,
                precision: Precision::Year,
            });
            year.reason = format!("the twelve months up to “{}”", end.span.slice(text));
        }
    }
}
