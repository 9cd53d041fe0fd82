//! How a text tells time: as news, from the day it was written, or as a narrative of years past,
//! each date from the one before it.

use super::meaning::{Anchor, Calendar, Found, Meaning, Slot, Unit, Year};
use jiff::civil::Date;

/// From where a text's incomplete dates count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Register {
    /// From the day of writing: "on Tuesday", "last week".
    News,
    /// From the dates told before: "In 1914 … On 7 August …".
    Narrative,
}

/// Dates in full that a text must give at least before it counts as a narrative.
const DATES_OF_A_NARRATIVE: usize = 4;

/// So many dates in full must stand against each expression that counts from the day of writing.
const DATES_AGAINST_DEIXIS: usize = 3;

/// Which of the two a text is: by its dates in full from years before the one it was written in,
/// against its expressions that count from the day of writing.
pub(super) fn register(found: &[Found], published: Option<Date>) -> Register {
    let told = |year: i16| published.is_none_or(|day| year < day.year());
    let historic = found
        .iter()
        .filter(|f| year_said(&f.meaning).is_some_and(told))
        .count();
    let deictic = found.iter().filter(|f| is_deictic(&f.meaning)).count();
    if historic >= DATES_OF_A_NARRATIVE && historic >= deictic * DATES_AGAINST_DEIXIS {
        Register::Narrative
    } else {
        Register::News
    }
}

fn year_said(meaning: &Meaning) -> Option<i16> {
    match meaning {
        Meaning::Calendar(Calendar {
            year: Some(Year::Number(year)),
            ..
        }) => Some(*year),
        _ => None,
    }
}

/// Whether it counts from the day of writing: "yesterday", "last week", "on Thursday".
fn is_deictic(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Shift {
            anchor: Anchor::Now,
            unit: Unit::Day | Unit::Weekend | Unit::Week | Unit::Month | Unit::Year,
            ..
        } => true,
        Meaning::Calendar(calendar) => matches!(calendar.slot, Slot::Weekday(_)),
        _ => false,
    }
}
