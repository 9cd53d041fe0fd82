//! Times told by their distance from a happening: "two days after the attack", "the night of the
//! vote", "a week before he was freed".
//!
//! The expression keeps its own words ("two days"); what it counts from is kept beside it. Where the
//! happening is itself dated in its own words ("after Monday's raid"), the value follows at once;
//! otherwise whoever knows when it took place can ask [`Beside::from`]. Without that no date is given.

use super::anchor::count_from;
use super::cursor::Cursor;
use super::grammar::Read;
use super::meaning::{Amount, Found, Meaning, Unit};
use super::{Precision, TimeExpr, TimeKind, When};
use crate::atom::Atom;
use crate::{Document, Pos, Tok};
use dateline_span::Span;

/// On which side of a happening a time lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Before it.
    Before,
    /// On its day.
    On,
    /// After it.
    After,
}

impl Side {
    /// Its word: `before`, `on`, `after`.
    pub fn name(self) -> &'static str {
        match self {
            Side::Before => "before",
            Side::On => "on",
            Side::After => "after",
        }
    }
}

/// What a time is counted from, where that is a happening.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beside {
    /// On which side of it.
    pub side: Side,
    /// The words for the happening: "the attack".
    pub anchor: Span,
    /// Token index of the anchor's head: "attack", "freed".
    pub head: usize,
    /// How many units away; `None` where the words do not say ("days after").
    by: Option<i32>,
    unit: Unit,
}

impl Beside {
    /// Value and days, counted from when the happening took place; `None` where the distance is not
    /// told in days or more. As coarse as what is counted: "two weeks after" a day is a week.
    pub fn from(&self, happened: When) -> Option<(String, When)> {
        let by = match self.side {
            Side::Before => -self.by?,
            Side::On => 0,
            Side::After => self.by?,
        };
        if self.unit < Unit::Day || happened.precision > Precision::Day && self.unit == Unit::Day {
            return None;
        }
        count_from(happened, by, self.unit)
    }
}

/// "the day before the vote", "the night of the raid": a unit that a happening places.
pub(super) fn placed_unit(cursor: Cursor<'_>) -> Option<Read<'_>> {
    let article = cursor.word(&["the"])?;
    let (end, unit, part) = match article.part() {
        Some((end, part)) => (end, Unit::Day, Some(part)),
        None => {
            let (end, unit, plural) = article.unit()?;
            let fits = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
            if plural || !fits {
                return None;
            }
            (end, unit, None)
        }
    };
    let from = end
        .word(&["before", "after", "following"])
        .or_else(|| end.word(&["of"]).filter(|_| unit == Unit::Day))?;
    let told = from.sees(&[
        "the", "a", "an", "his", "her", "its", "their", "this", "that", "he", "she", "they", "it",
    ]);
    (told || from.capital()).then_some((end, Meaning::Beside(unit, part), None))
}

/// What an expression is counted from, if that is a happening named right behind it.
pub(super) fn of(doc: &Document, atoms: &[Atom<'_>], found: &Found) -> Option<Beside> {
    let (by, unit) = match found.meaning {
        Meaning::Length(Amount::Exactly(number), unit) if number.fract() == 0.0 => {
            (Some(number as i32), unit)
        }
        Meaning::Length(Amount::Some, unit) => (None, unit),
        Meaning::Beside(unit, _) => (Some(1), unit),
        _ => return None,
    };
    let link = doc.tok(atoms[found.end - 1].token).next()?;
    let side = match link.lower() {
        "before" => Side::Before,
        "after" | "following" => Side::After,
        "of" if matches!(found.meaning, Meaning::Beside(..)) => Side::On,
        _ => return None,
    };
    let (anchor, head) = happening(link)?;
    Some(Beside {
        side,
        anchor,
        head: head.i,
        by,
        unit,
    })
}

/// The noun that a preposition governs, or the verb of the clause that it opens.
fn happening(link: Tok<'_>) -> Option<(Span, Tok<'_>)> {
    if let Some(noun) = link.child(&["pobj"]) {
        return Some((noun.subtree_span(), noun));
    }
    if let Some(verb) = link.child(&["pcomp"]) {
        return Some((verb.span(), verb));
    }
    let verb = link
        .head()
        .filter(|verb| link.dep() == "mark" && matches!(verb.pos(), Pos::Verb | Pos::Aux))?;
    Some((verb.span(), verb))
}

/// Places the expressions whose happening is dated in its own words: "two days after the 3 May raid".
pub(super) fn place_by_own_words(times: &mut [TimeExpr]) {
    for i in 0..times.len() {
        let Some(beside) = times[i].beside else {
            continue;
        };
        let dated = times.iter().enumerate().find_map(|(k, time)| {
            let inside = k != i && time.beside.is_none() && beside.anchor.contains(time.span);
            time.when.filter(|_| inside)
        });
        if let Some((value, when)) = dated.and_then(|when| beside.from(when)) {
            times[i].place(
                value,
                when,
                "counted from the day that its words name".into(),
            );
        }
    }
}

impl TimeExpr {
    /// Gives an expression that is told by a happening its day, now that the happening's is known.
    pub fn place(&mut self, value: String, when: When, reason: String) {
        self.kind = TimeKind::Date;
        self.anchored = Some(value);
        self.when = Some(when);
        self.reason = reason;
    }

    /// Makes of the distance that an expression gives the day or hour that it tells, which nothing dates: "a day after the
    /// raid" is no length of what was done then.
    pub fn leave_open(&mut self, reason: String) {
        let (kind, value) = if self.value.starts_with("PT") {
            (TimeKind::Time, "XXXX-XX-XXTXX")
        } else {
            (TimeKind::Date, "XXXX-XX-XX")
        };
        self.kind = kind;
        self.value = value.to_owned();
        self.reason = reason;
    }
}
