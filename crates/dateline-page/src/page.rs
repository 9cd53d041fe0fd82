//! A page as it was captured: decoded text with its media type and what was odd about the bytes.

use crate::note::Note;

/// Decoded bytes as they were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// File name or URL as given.
    pub name: String,
    /// How the text is laid out.
    pub media: Media,
    /// The decoded text, byte order mark removed.
    pub text: String,
    /// WHATWG name of the encoding it was decoded from.
    pub encoding: &'static str,
    /// What was odd about the bytes.
    pub notes: Vec<Note>,
}

/// How a page's text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// An HTML document.
    Html,
    /// Plain text, line by line.
    Text,
    /// JSON Lines: one article a line.
    Jsonl,
}

impl Page {
    /// Decodes captured bytes; never fails.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Page {
        Page {
            name: name.to_owned(),
            media: Media::Text,
            text: String::from_utf8_lossy(bytes).into_owned(),
            encoding: "UTF-8",
            notes: Vec::new(),
        }
    }
}
