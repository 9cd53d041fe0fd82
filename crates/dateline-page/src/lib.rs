//! Bytes as found to articles.
//!
//! [`Page::from_bytes`] decodes what was captured, whatever its encoding, and tells HTML, feeds, JSON
//! Lines and plain text apart; [`Archive`] reads the pages of a web archive one by one. [`articles`] cuts the page into [`Article`]s, keeps title and captions once,
//! and gives every line that it leaves out a reason. Neither fails nor panics: odd input gives a
//! value and [`Note`]s. Nothing here touches files, clock or network.

mod article;
mod build;
mod decode;
mod feed;
mod html;
mod jsonl;
mod language;
mod note;
mod page;
mod stamp;
mod text;
mod warc;

pub use article::{
    Article, Articles, Caption, Dateline, Discard, DiscardReason, LanguageGuess, Part, PartKind,
    Unread,
};
pub use note::{Note, NoteKind};
pub use page::{Media, Page};
pub use warc::{Archive, Capture, is_archive};

/// Cuts a page into its articles. Never fails: what cannot be read is quarantined with its reason.
///
/// ```
/// use dateline_page::{Page, articles};
/// let page = Page::from_bytes(
///     "port.txt",
///     b"Ferry towed back to Kalem\n\nShare\n\nA ferry was towed back to Kalem on Monday.",
/// );
/// let found = articles(&page);
/// let article = &found.articles[0];
/// assert_eq!(article.title_text(), Some("Ferry towed back to Kalem"));
/// assert_eq!(article.body().count(), 1);
/// assert_eq!(article.discards[0].text, "Share");
/// ```
pub fn articles(page: &Page) -> Articles {
    let refused = page.notes.iter().find(|note| {
        matches!(
            note.kind,
            NoteKind::Binary | NoteKind::Empty | NoteKind::Limit
        )
    });
    let mut found = match refused {
        Some(note) => Articles {
            quarantined: Some(note.text.clone()),
            ..Articles::default()
        },
        None => match page.media {
            Media::Text => text::articles(&page.text),
            Media::Html => html::articles(&page.text, page.address.as_deref()),
            Media::Feed => feed::articles(&page.text),
            Media::Jsonl => jsonl::articles(&page.text),
            Media::Archive => Articles::default(),
        },
    };
    if page.media == Media::Text {
        for article in &mut found.articles {
            article.url = article.url.take().or_else(|| page.address.clone());
        }
    }
    let own = std::mem::take(&mut found.notes);
    found.notes.extend(page.notes.iter().cloned());
    found.notes.extend(own);
    found
}
