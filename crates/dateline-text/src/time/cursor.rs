//! A place among the atoms, and the small parsers everything else is made of.
//!
//! Every parser takes a cursor by value and gives back one further on, or `None`; a cursor never
//! crosses a line break, so no expression does.

use super::lexicon::{Lex, ZONES, lex, ordinal_word};
use super::meaning::{Near, Part, Season, Unit};
use crate::atom::{APOSTROPHES, Atom, AtomKind, DASHES, Gap};
use crate::numeral;

/// A place among the atoms.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    atoms: &'a [Atom<'a>],
    text: &'a str,
    /// Index of the next atom.
    pub at: usize,
    start: usize,
}

impl<'a> Cursor<'a> {
    /// Before atom `at`.
    pub fn new(text: &'a str, atoms: &'a [Atom<'a>], at: usize) -> Self {
        Self {
            atoms,
            text,
            at,
            start: at,
        }
    }

    /// The next atom, unless it stands on another line.
    pub fn atom(self) -> Option<&'a Atom<'a>> {
        let atom = self.atoms.get(self.at)?;
        (self.at == self.start || atom.gap != Gap::Line).then_some(atom)
    }

    /// The atom before the cursor, whatever it is.
    pub fn before(self) -> Option<&'a Atom<'a>> {
        self.atoms.get(self.at.checked_sub(1)?)
    }

    /// One atom further.
    pub fn step(self) -> Self {
        Self {
            at: self.at + 1,
            ..self
        }
    }

    /// Further if `parser` goes further; else here.
    pub fn skip(self, parser: impl Fn(Self) -> Option<Self>) -> Self {
        parser(self).unwrap_or(self)
    }

    /// One of these words.
    pub fn word(self, words: &[&str]) -> Option<Self> {
        let atom = self.atom()?;
        (atom.kind == AtomKind::Word && words.contains(&&*atom.norm)).then(|| self.step())
    }

    /// These words in a row; "'" stands for any apostrophe.
    pub fn phrase(self, words: &[&str]) -> Option<Self> {
        words.iter().try_fold(self, |cursor, word| match *word {
            "'" => cursor.mark(&APOSTROPHES),
            "." => cursor.mark(&["."]),
            word => cursor.word(&[word]),
        })
    }

    /// One of these marks.
    pub fn mark(self, marks: &[&str]) -> Option<Self> {
        self.atom()?.is_mark(marks).then(|| self.step())
    }

    /// One of these marks, written without a space before it.
    pub fn glued_mark(self, marks: &[&str]) -> Option<Self> {
        self.glued()?.is_mark(marks).then(|| self.step())
    }

    /// The next atom if it touches the one before.
    pub fn glued(self) -> Option<&'a Atom<'a>> {
        self.atom().filter(|a| a.gap == Gap::Glued)
    }

    /// A hyphen or dash.
    pub fn dash(self) -> Option<Self> {
        self.mark(&DASHES)
    }

    /// A possessive ending.
    pub fn possessive(self) -> Option<Self> {
        let after = self.mark(&APOSTROPHES)?;
        Some(after.skip(|c| c.glued()?.norm.eq("s").then(|| c.step())))
    }

    /// Whether the next atom starts with a capital.
    pub fn capital(self) -> bool {
        self.atom().is_some_and(|a| a.capital(self.text))
    }

    fn lex(self) -> Option<(Self, Lex)> {
        let atom = self.atom().filter(|a| a.kind == AtomKind::Word)?;
        Some((self.step(), lex(&atom.norm)?))
    }

    /// A weekday. An abbreviation needs its capital, and its dot, a comma or a figure after it:
    /// "Sun" alone is a star, a company, a newspaper.
    pub fn weekday(self) -> Option<(Self, i8)> {
        match self.lex()? {
            (after, Lex::Weekday(day, false)) => Some((after, day)),
            (after, Lex::Weekday(day, true)) if self.capital() => {
                let end = after.abbreviation_dot();
                let number = |c: Self| c.atom().is_some_and(|a| a.kind == AtomKind::Number);
                let dated = |c: Self| number(c) || c.month().is_some();
                let comma = end.mark(&[","]).is_some_and(dated);
                (end.at > after.at || dated(end) || comma).then_some((end, day))
            }
            _ => None,
        }
    }

    /// "Mondays".
    pub fn weekdays(self) -> Option<(Self, i8)> {
        match self.lex()? {
            (after, Lex::Weekdays(day)) => Some((after, day)),
            _ => None,
        }
    }

    /// A month; one with everyday meanings needs its capital.
    pub fn month(self) -> Option<(Self, i8)> {
        match self.lex()? {
            (after, Lex::Month(month, everyday)) if !everyday || self.capital() => {
                Some((after.abbreviation_dot(), month))
            }
            _ => None,
        }
    }

    /// The dot of "Sept.": where a short word stands before it and the line goes on with a figure,
    /// or the tokenizer keeps it with the word.
    fn abbreviation_dot(self) -> Self {
        let Some(after) = self.glued_mark(&["."]) else {
            return self;
        };
        let (Some(word), Some(dot)) = (self.before(), self.atom()) else {
            return self;
        };
        let number_follows = after.atom().is_some_and(|a| a.kind == AtomKind::Number);
        let short = word.norm.len() <= 4;
        if short && (number_follows || word.token == dot.token) {
            after
        } else {
            self
        }
    }

    /// A unit and whether it is plural.
    pub fn unit(self) -> Option<(Self, Unit, bool)> {
        match self.lex()? {
            (after, Lex::Unit(unit, plural)) => Some((after, unit, plural)),
            _ => None,
        }
    }

    /// A part of the day.
    pub fn part(self) -> Option<(Self, Part)> {
        match self.lex()? {
            (after, Lex::Part(part)) => Some((after, part)),
            _ => None,
        }
    }

    /// "nights".
    pub fn parts(self) -> Option<(Self, Part)> {
        match self.lex()? {
            (after, Lex::Parts(part)) => Some((after, part)),
            _ => None,
        }
    }

    /// A season.
    pub fn season(self) -> Option<(Self, Season)> {
        match self.lex()? {
            (after, Lex::Season(season)) => Some((after, season)),
            _ => None,
        }
    }

    /// "nineties".
    pub fn decade_word(self) -> Option<(Self, i16)> {
        match self.lex()? {
            (after, Lex::DecadeWord(decade)) => Some((after, decade)),
            _ => None,
        }
    }

    /// "last", "this", "the following", "this past", "that same" …
    pub fn near(self) -> Option<(Self, Near)> {
        let (after, Lex::Near(near)) = self.lex()? else {
            return None;
        };
        match (near, after.lex()) {
            (Near::This, Some((after, Lex::Near(near @ (Near::Last | Near::Next))))) => {
                Some((after, near))
            }
            (Near::That, Some((after, Lex::Near(Near::That)))) => Some((after, Near::That)),
            // "held following Friday's raid" is after it; "the following Friday" is a Friday.
            (Near::After, Some((_, Lex::Weekday(..)))) if !self.is_determined() => None,
            _ => Some((after, near)),
        }
    }

    /// Whether "the" or a word like it stands before the cursor.
    fn is_determined(self) -> bool {
        let before = self.before().filter(|a| a.kind == AtomKind::Word);
        before.is_some_and(|a| matches!(&*a.norm, "the" | "that" | "this" | "a" | "on"))
    }

    /// A cardinal number in figures or words.
    pub fn number(self) -> Option<(Self, f64)> {
        self.atom()?;
        let number = numeral::cardinal(self.atoms, self.at)?;
        Some((
            Self {
                at: number.end,
                ..self
            },
            number.value,
        ))
    }

    /// A whole number in figures, at most `digits` long.
    pub fn figures(self, digits: usize) -> Option<(Self, u32)> {
        Some((self.step(), self.atom()?.plain_integer(digits)?))
    }

    /// Figures of exactly `digits` digits.
    pub fn exact_figures(self, digits: usize) -> Option<(Self, u32)> {
        self.figures(digits)
            .filter(|_| self.atom().is_some_and(|a| a.norm.len() == digits))
    }

    /// The glued ending of "20th".
    pub fn ordinal_ending(self) -> Option<Self> {
        matches!(&*self.glued()?.norm, "st" | "nd" | "rd" | "th").then(|| self.step())
    }

    /// "third", "3rd", "twenty-third".
    pub fn ordinal(self) -> Option<(Self, i8)> {
        if let Some((after, number)) = self.figures(2) {
            return Some((after.ordinal_ending()?, number as i8));
        }
        let word = &self.atom()?.norm;
        if let Some((tens, after)) = self.step().dash().map(|c| (word, c)) {
            let joined = format!("{tens}-{}", after.atom().map_or("", |a| &a.norm));
            if let Some(number) = ordinal_word(&joined) {
                return Some((after.step(), number));
            }
        }
        Some((self.step(), ordinal_word(word)?))
    }

    /// A zone after a time on the clock.
    pub fn zone(self) -> Option<Self> {
        self.word(&ZONES)
            .or_else(|| self.word(&["local"])?.word(&["time"]))
    }

    /// The words from the cursor's first atom are unfit if this word follows: not a parser, a look.
    pub fn sees(self, words: &[&str]) -> bool {
        self.word(words).is_some()
    }
}
