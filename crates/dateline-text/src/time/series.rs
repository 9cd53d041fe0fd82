//! Dates that share what is said once: "28 and 29 August", "March 5-9, 1918", "1915-16", "from
//! April to June 1968".

use super::meaning::{Calendar, Found, Meaning, Slot, Year};
use crate::atom::{Atom, AtomKind, DASHES, Gap};

/// Adds the days and years that stand as bare numbers beside a date, then hands each date that
/// lacks its year the year of the one it is joined to.
pub(super) fn join(atoms: &[Atom], found: &mut Vec<Found>) {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    let mut rest = std::mem::take(found).into_iter().peekable();
    while let Some(mut entry) = rest.next() {
        let free_from = joined.last().map_or(0, |f| f.end);
        if let Some(earlier) = day_before(atoms, &entry, free_from) {
            joined.push(earlier);
        }
        let later = day_after(atoms, &entry).or_else(|| year_after(atoms, &entry));
        if let Some(mut later) = later
            && rest.peek().is_none_or(|next| later.end <= next.start)
        {
            // "March 5-9, 1918": the year behind the second day is that day's.
            if let Some(year) = rest.next_if(|next| is_year_behind(atoms, &later, next)) {
                absorb_year(&mut later, &year);
                take_year(&mut entry, &later);
            }
            joined.push(entry);
            joined.push(later);
        } else {
            joined.push(entry);
        }
    }
    share_years(atoms, &mut joined);
    *found = joined;
}

fn calendar(found: &Found) -> Option<&Calendar> {
    match &found.meaning {
        Meaning::Calendar(calendar) => Some(calendar),
        _ => None,
    }
}

/// A number of one or two digits.
fn small_number(atom: &Atom) -> Option<i8> {
    atom.plain_integer(2).and_then(|n| i8::try_from(n).ok())
}

fn on_the_line<'a, 'd>(atoms: &'a [Atom<'d>], at: usize) -> Option<&'a Atom<'d>> {
    atoms.get(at).filter(|a| a.gap != Gap::Line)
}

/// "28 and" of "28 and 29 August", "6-" of "6-7 January".
fn day_before(atoms: &[Atom], entry: &Found, free_from: usize) -> Option<Found> {
    let date = calendar(entry)?;
    let Slot::Day(month, day) = date.slot else {
        return None;
    };
    let first = &atoms[entry.start];
    let written_day_first = first.kind == AtomKind::Number;
    if !written_day_first || first.gap == Gap::Line {
        return None;
    }
    let number_at = entry.start.checked_sub(2).filter(|at| *at >= free_from)?;
    let joint = &atoms[entry.start - 1];
    let number = small_number(&atoms[number_at]).filter(|n| (1..day).contains(n))?;
    let before = number_at
        .checked_sub(1)
        .filter(|at| *at >= free_from && atoms[number_at].gap != Gap::Line);
    let dashed = joint.is_mark(&DASHES) && joint.gap == Gap::Glued && first.gap == Gap::Glued;
    let introduced = before.is_some_and(|at| {
        matches!(
            &*atoms[at].norm,
            "the" | "on" | "from" | "between" | "of" | "in" | "night" | "both"
        )
    });
    let worded = matches!(&*joint.norm, "and" | "to" | "or" | "until") && introduced;
    if joint.gap == Gap::Line || !(dashed || worded) {
        return None;
    }
    let start = before
        .filter(|at| atoms[*at].norm == "the")
        .unwrap_or(number_at);
    Some(Found {
        start,
        end: number_at + 1,
        meaning: Meaning::Calendar(Calendar {
            slot: Slot::Day(month, number),
            weekday: None,
            part: None,
            clock: None,
            ..*date
        }),
        modifier: None,
    })
}

/// "-9" of "March 5-9", "and 29." of "January 25 and 29."
fn day_after(atoms: &[Atom], entry: &Found) -> Option<Found> {
    let date = calendar(entry)?;
    let Slot::Day(month, day) = date.slot else {
        return None;
    };
    let written_month_first = small_number(&atoms[entry.end - 1]) == Some(day);
    if !written_month_first || date.part.is_some() || date.clock.is_some() {
        return None;
    }
    let joint = on_the_line(atoms, entry.end)?;
    let number_at = entry.end + 1;
    let number_atom = on_the_line(atoms, number_at)?;
    let number = small_number(number_atom).filter(|n| (day + 1..=31).contains(n))?;
    let dashed = joint.is_mark(&DASHES) && number_atom.gap == joint.gap;
    // "on May 5 and 20 people": only where nothing follows that could be counted.
    let closed = atoms
        .get(number_at + 1)
        .is_none_or(|a| a.gap == Gap::Line || a.is_mark(&[",", ".", ";", ")"]));
    let worded = matches!(&*joint.norm, "and" | "to" | "or") && closed;
    (dashed || worded).then(|| Found {
        start: number_at,
        end: number_at + 1,
        meaning: Meaning::Calendar(Calendar {
            slot: Slot::Day(month, number),
            weekday: None,
            ..*date
        }),
        modifier: None,
    })
}

/// "-16" of "1915-16".
fn year_after(atoms: &[Atom], entry: &Found) -> Option<Found> {
    let date = calendar(entry)?;
    let (Slot::None, Some(Year::Number(year))) = (date.slot, date.year) else {
        return None;
    };
    let written = atoms[entry.end - 1].plain_integer(4)?;
    let joint = on_the_line(atoms, entry.end).filter(|a| a.is_mark(&DASHES))?;
    let second = on_the_line(atoms, entry.end + 1).filter(|a| a.norm.len() == 2)?;
    let two = i16::from(small_number(second)?);
    let glued = joint.gap == Gap::Glued && second.gap == Gap::Glued;
    let more_figures = atoms
        .get(entry.end + 2)
        .is_some_and(|a| a.gap == Gap::Glued && (a.is_mark(&DASHES) || a.kind != AtomKind::Mark));
    let fits = written == year as u32 && two > year % 100 && glued && !more_figures;
    fits.then(|| Found {
        start: entry.end + 1,
        end: entry.end + 2,
        meaning: Meaning::Calendar(Calendar {
            year: Some(Year::Number(year - year % 100 + two)),
            ..*date
        }),
        modifier: None,
    })
}

/// Whether `next` is a bare year right behind `day`, a comma between them or none.
fn is_year_behind(atoms: &[Atom], day: &Found, next: &Found) -> bool {
    let bare = calendar(next)
        .is_some_and(|c| c.slot == Slot::None && matches!(c.year, Some(Year::Number(_))));
    let comma = on_the_line(atoms, day.end).is_some_and(|a| a.is_mark(&[","]));
    let lacks_year = calendar(day).is_some_and(|c| c.year.is_none());
    bare && lacks_year
        && next.start == day.end + usize::from(comma)
        && atoms[next.start].gap != Gap::Line
}

fn absorb_year(day: &mut Found, year: &Found) {
    day.end = year.end;
    if let (Meaning::Calendar(day), Some(year)) = (&mut day.meaning, calendar(year)) {
        day.year = year.year;
    }
}

/// Words between dates that tell of one stretch or list.
const JOINTS: [&str; 9] = [
    "and", "or", "to", "through", "until", "till", "the", ",", "into",
];

/// "from April to June 1968": the year said last is the first one's too.
fn share_years(atoms: &[Atom], found: &mut [Found]) {
    for i in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let between = &atoms[first.end..second.start];
        let joined = (1..=3).contains(&between.len())
            && atoms[second.start].gap != Gap::Line
            && between
                .iter()
                .all(|a| a.gap != Gap::Line && (JOINTS.contains(&&*a.norm) || a.is_mark(&DASHES)));
        if joined {
            take_year(first, second);
        }
    }
}

/// Gives `first` the year of `second`, or the year before it where it stands later in the year.
fn take_year(first: &mut Found, second: &Found) {
    let Some(Calendar {
        year: Some(Year::Number(year)),
        slot: later,
        ..
    }) = calendar(second)
    else {
        return;
    };
    let Meaning::Calendar(entry) = &mut first.meaning else {
        return;
    };
    let bare = entry.year.is_none() && entry.near.is_none() && entry.weekday.is_none();
    let (Some(from), Some(to)) = (place_in_year(entry.slot), place_in_year(*later)) else {
        return;
    };
    if bare {
        let over_new_year = from.0 > to.0 || from.0 == to.0 && from.1 > to.1;
        entry.year = year.checked_sub(i16::from(over_new_year)).map(Year::Number);
    }
}

/// Month and day by which entries of a year are ordered; `None` for what is no day, month, season.
fn place_in_year(slot: Slot) -> Option<(i8, i8)> {
    match slot {
        Slot::Day(month, day) => Some((month, day)),
        Slot::Month(month) => Some((month, 0)),
        Slot::Season(season) => Some((season.first_month(), 0)),
        _ => None,
    }
}
