//! Remarks about odd input: reading never fails, it says what it met.

use std::fmt;

/// Something the reader of the ledger should know about how a page was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What kind of remark it is.
    pub kind: NoteKind,
    /// 1-based line of the page it is about, when it is about one.
    pub line: Option<u32>,
    /// The remark in words.
    pub text: String,
}

/// Kinds of [`Note`], for filtering and counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The page holds no text.
    Empty,
    /// The bytes are not text.
    Binary,
    /// Bytes that are invalid in the page's encoding were replaced by U+FFFD.
    Encoding,
    /// A line or record that could not be parsed.
    Malformed,
    /// Markup that had to be read in a simpler way.
    Markup,
    /// The text is in a language that is not read yet, or its language is unsure.
    Language,
    /// A size or depth limit was met.
    Limit,
    /// Parts that are no news were passed over.
    PassedOver,
}

impl Note {
    /// A remark on the page or article as a whole.
    pub fn new(kind: NoteKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            line: None,
            text: text.into(),
        }
    }

    /// A remark on one line of the page.
    pub fn on_line(kind: NoteKind, line: usize, text: impl Into<String>) -> Self {
        Self {
            line: u32::try_from(line).ok(),
            ..Self::new(kind, text)
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.text),
            None => f.write_str(&self.text),
        }
    }
}
