//! Half-open byte ranges into an immutable text.
//!
//! A [`Span`] is the only way Dateline points at words: every value it publishes carries one, and
//! each slices the text that is stored beside it. The crate stands alone because page, text, event
//! and store all speak of spans and must not know each other.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 bytes, `start..end`, into a text the reader knows from context.
///
/// ```
/// use dateline_span::Span;
/// let text = "Blast in Mandera";
/// let place = Span::new(9, 16);
/// assert_eq!(place.slice(text), "Mandera");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`; a reversed range is taken as empty at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The words it points at, or the empty string where it does not fit `text`.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// As a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The same range `by` bytes further on.
    pub const fn shifted(self, by: usize) -> Span {
        Span {
            start: self.start + by as u32,
            end: self.end + by as u32,
        }
    }

    /// Without the white space at both ends of the words it points at.
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.slice(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_slices_to_nothing() {
        assert_eq!(Span::new(3, 99).slice("Homs"), "");
        assert_eq!(Span::new(1, 2).slice("é"), "");
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "  in Homs ";
        assert_eq!(
            Span::new(0, text.len()).trimmed(text).slice(text),
            "in Homs"
        );
        assert!(Span::new(0, 2).trimmed(text).is_empty());
    }
}
