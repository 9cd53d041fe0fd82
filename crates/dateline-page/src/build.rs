//! Puts kept parts together into an article's one immutable text.

use crate::article::{Article, Caption, Discard, LanguageGuess, Part, PartKind};
use crate::language;
use crate::note::Note;
use crate::text::{byline, credit};
use dateline_span::Span;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Paragraphs among which the dateline is looked for: a standfirst may stand above it.
const DATELINE_WITHIN: usize = 4;
/// What stands between two parts.
const JOINT: &str = "\n\n";

/// An article in the making.
#[derive(Default)]
pub(crate) struct Builder {
    /// Kept parts in page order.
    pub parts: Vec<Piece>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    /// The language that the page declares, if it does.
    pub declared_language: Option<String>,
    pub discards: Vec<Discard>,
    pub lines: Option<(u32, u32)>,
    pub notes: Vec<Note>,
}

/// One kept part: its words and where they stand in the page.
pub(crate) struct Piece {
    pub kind: PartKind,
    pub text: String,
    pub page: Option<Span>,
    /// 1-based page line that it begins on, where lines are known.
    pub line: Option<u32>,
}

impl Builder {
    /// Keeps a part; words are trimmed, and a part without words is dropped.
    pub fn keep(&mut self, kind: PartKind, text: &str, page: Option<Span>, line: Option<u32>) {
        let text = text.trim();
        if !text.is_empty() {
            self.parts.push(Piece {
                kind,
                text: text.to_owned(),
                page,
                line,
            });
        }
    }

    /// Whether it holds anything of a story.
    pub fn has_prose(&self) -> bool {
        self.parts.iter().any(|piece| piece.kind.is_prose())
    }

    /// Title first, then captions, then the rest as on the page.
    pub fn finish(mut self) -> Article {
        self.parts.sort_by_key(|piece| match piece.kind {
            PartKind::Title => 0,
            PartKind::Caption => 1,
            _ => 2,
        });
        let mut text = String::new();
        let mut parts = Vec::with_capacity(self.parts.len());
        for piece in &self.parts {
            if !text.is_empty() {
                text.push_str(JOINT);
            }
            let start = text.len();
            text.push_str(&piece.text);
            parts.push(Part {
                kind: piece.kind,
                span: Span::new(start, text.len()),
                page: piece.page,
            });
        }
        let captions = parts
            .iter()
            .filter(|part| part.kind == PartKind::Caption)
            .map(|part| caption(*part, &text))
            .collect();
        let opening = parts
            .iter()
            .filter(|part| part.kind == PartKind::Paragraph)
            .take(DATELINE_WITHIN)
            .find_map(|part| byline::dateline(part.span.slice(&text), part.span.start as usize));
        let (dateline, filed) = opening.unzip();
        let (language, unread) = self.judge_language(&parts, &text);
        Article {
            id: id(&text, parts.first()),
            title: parts
                .first()
                .copied()
                .filter(|part| part.kind == PartKind::Title),
            captions,
            byline: self.byline,
            outlet: self.outlet,
            published: self.published.or(filed.flatten()),
            dateline,
            url: self.url,
            language,
            unread,
            text: text.into(),
            parts,
            discards: self.discards,
            lines: self.lines,
            notes: self.notes,
        }
    }

    fn judge_language(
        &mut self,
        parts: &[Part],
        text: &str,
    ) -> (LanguageGuess, Option<crate::Unread>) {
        let prose: Vec<&str> = parts
            .iter()
            .filter(|part| part.kind.is_prose())
            .map(|part| part.span.slice(text))
            .collect();
        let guess = language::guess(&prose, self.declared_language.as_deref());
        let (unread, note) = language::unread(&guess, &prose);
        self.notes.extend(note);
        (guess, unread)
    }
}

fn caption(part: Part, text: &str) -> Caption {
    let start = part.span.start as usize;
    let credit = credit::find(part.span.slice(text))
        .map(|credit| Span::new(start + credit.range.start, start + credit.range.end));
    Caption { part, credit }
}

/// The first 16 hexadecimal digits of a SHA-256 over title and text, kept apart by a zero byte.
fn id(text: &str, first: Option<&Part>) -> String {
    let title = first
        .filter(|part| part.kind == PartKind::Title)
        .map_or("", |part| part.span.slice(text));
    let mut hash = Sha256::new();
    hash.update(title.as_bytes());
    hash.update([0]);
    hash.update(text.as_bytes());
    let mut id = String::with_capacity(16);
    for byte in hash.finalize().iter().take(8) {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    id
}
