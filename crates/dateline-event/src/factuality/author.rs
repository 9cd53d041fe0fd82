//! The author's view: how surely an event is so through all sources that the text names, and as a
//! number.

use super::Factuality;
use super::calculus::{Notes, Reader};
use crate::{Layers, Why};

/// How surely an event is so, as the author of the text presents it to the reader.
#[derive(Clone, PartialEq, Debug)]
pub struct AuthorsView {
    /// In words.
    pub factuality: Factuality,
    /// Finer than the words: from -1, certainly not, over 0, open, to 1, certainly so. What is neither
    /// said nor denied leans to one side ("wants to leave", "asked not to leave").
    pub score: f64,
    /// A step for each word that changed it.
    pub why: Why,
}

/// The author's view of the event named by `token`.
pub fn authors_view(layers: &Layers<'_>, token: usize) -> AuthorsView {
    let mut notes = Notes::default();
    let value = Reader::author(*layers).value(layers.doc.tok(token), 0, &mut notes);
    let mut why = Why::default();
    notes.write(layers.doc, &mut why);
    AuthorsView {
        factuality: value.factuality(),
        score: f64::from(value.degree) / 100.0,
        why,
    }
}
