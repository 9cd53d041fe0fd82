//! Other names that the article itself gives: "the Syrian Democratic Forces (SDF)", "the Internal
//! Security Forces, known as Asayish".

use dateline_span::Span;
use dateline_text::{Document, Name};
use std::collections::BTreeMap;

/// Words between a name and another name for it, in lower case.
const BRIDGES: [&str; 7] = [
    "(",
    ", known as",
    ", also known as",
    "known as",
    ", better known as",
    "also called",
    ", known by its acronym",
];

/// Names by their other name, in lower case without "the".
#[derive(Debug, Default)]
pub(super) struct Aliases {
    full: BTreeMap<String, Span>,
}

impl Aliases {
    pub(super) fn find(doc: &Document) -> Self {
        let mut full = BTreeMap::new();
        for pair in doc.names().windows(2) {
            let (first, second) = (doc.name_span(&pair[0]), doc.name_span(&pair[1]));
            let between = doc.text().get(first.end as usize..second.start as usize);
            let between = between.unwrap_or_default().trim().to_lowercase();
            let between = between.strip_suffix(" the").unwrap_or(&between).trim();
            if BRIDGES.contains(&between) {
                full.entry(plain(second, doc)).or_insert(first);
            }
        }
        for name in doc.names() {
            if let Some((short, span)) = bracketed(doc, name) {
                full.entry(short).or_insert(span);
            }
        }
        Self { full }
    }

    /// The full name that the article gives for these words.
    pub(super) fn of(&self, words: Span, doc: &Document) -> Option<Span> {
        self.full
            .get(&plain(words, doc))
            .copied()
            .filter(|full| *full != words)
    }
}

/// An acronym in brackets after a name, whether or not it was read as a name itself.
fn bracketed(doc: &Document, name: &Name) -> Option<(String, Span)> {
    let span = doc.name_span(name);
    let after = doc.text().get(span.end as usize..)?.strip_prefix(" (")?;
    let (short, _) = after.split_once(')')?;
    let fits = (2..=8).contains(&short.len())
        && short.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !short.contains(' ');
    fits.then(|| (short.to_lowercase(), span))
}

fn plain(span: Span, doc: &Document) -> String {
    let words = span.slice(doc.text()).to_lowercase();
    words.strip_prefix("the ").unwrap_or(&words).to_owned()
}
