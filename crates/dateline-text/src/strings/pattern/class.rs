//! Sets of characters.

use super::super::lex::{is_alpha, is_space_char};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A set of characters as a bracket expression or an escape writes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Class {
    /// Members below U+0080, negation applied.
    ascii: u128,
    /// Ranges, sorted once [`Class::close`] ran.
    ranges: Vec<(char, char)>,
    kinds: Vec<(Kind, bool)>,
    negated: bool,
}

/// A predefined set, with Python's meaning for Unicode strings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// `\d`: decimal digits.
    Digit,
    /// `\w`: letters, anything numeric, and the underscore.
    Word,
    /// `\s`.
    Space,
}

impl Kind {
    pub(super) fn contains(self, c: char) -> bool {
        match self {
            Kind::Digit => c.general_category() == GeneralCategory::DecimalNumber,
            Kind::Word => {
                c == '_'
                    || is_alpha(c)
                    || c.general_category_group() == GeneralCategoryGroup::Number
            }
            Kind::Space => is_space_char(c),
        }
    }
}

impl Class {
    /// The set of one character.
    pub(super) fn single(c: char) -> Self {
        let mut class = Class::default();
        class.add(c, c);
        class.close(false);
        class
    }

    /// A predefined set or, negated, its complement.
    pub(super) fn of_kind(kind: Kind, negated: bool) -> Self {
        let mut class = Class::default();
        class.add_kind(kind, negated);
        class.close(false);
        class
    }

    pub(super) fn add(&mut self, first: char, last: char) {
        self.ranges.push((first, last));
    }

    pub(super) fn add_kind(&mut self, kind: Kind, negated: bool) {
        self.kinds.push((kind, negated));
    }

    /// Fixes the members; `negated` makes it the complement.
    pub(super) fn close(&mut self, negated: bool) {
        self.ranges.sort_unstable();
        // Overlapping ranges are joined, so that a search needs to look at one of them.
        let mut joined: Vec<(char, char)> = Vec::with_capacity(self.ranges.len());
        for &(first, last) in &self.ranges {
            match joined.last_mut() {
                Some(previous) if first <= previous.1 => previous.1 = previous.1.max(last),
                _ => joined.push((first, last)),
            }
        }
        self.ranges = joined;
        self.negated = negated;
        self.ascii = (0..128u8)
            .filter(|b| self.listed(char::from(*b)) != negated)
            .fold(0, |bits, b| bits | 1 << b);
    }

    fn listed(&self, c: char) -> bool {
        let after = self.ranges.partition_point(|(first, _)| *first <= c);
        (after > 0 && c <= self.ranges[after - 1].1)
            || self
                .kinds
                .iter()
                .any(|(kind, negated)| kind.contains(c) != *negated)
    }

    pub(super) fn contains(&self, c: char) -> bool {
        if c.is_ascii() {
            self.ascii >> (c as u32) & 1 == 1
        } else {
            self.listed(c) != self.negated
        }
    }

    /// Members below U+0080 as bits.
    pub(super) fn ascii(&self) -> u128 {
        self.ascii
    }

    /// Whether a character from U+0080 on may be a member.
    pub(super) fn reaches_beyond_ascii(&self) -> bool {
        self.negated
            || !self.kinds.is_empty()
            || self.ranges.last().is_some_and(|(_, last)| !last.is_ascii())
    }
}
