//! Documents for unit tests: words cut at white space and end marks, without a parse.

use crate::{Document, Pos, Symbols, Token};
use dateline_span::Span;
use std::sync::Arc;

/// A document whose tokens are the words of `text`; closing and opening marks stand alone.
pub(crate) fn words(text: &str) -> Document {
    let mut tokens = Vec::new();
    let mut rest = 0;
    for word in text.split_whitespace() {
        let start = rest + text[rest..].find(word).unwrap_or(0);
        let end = start + word.len();
        rest = end;
        let core = word.trim_end_matches([',', ';', '!', '?', ')', '"', '”']);
        let core = if core.matches('.').count() == 1 {
            core.trim_end_matches('.')
        } else {
            core
        };
        let border = start + core.len();
        let marks = text[border..end]
            .char_indices()
            .map(|(i, c)| (border + i, border + i + c.len_utf8()));
        for (from, to) in std::iter::once((start, border))
            .chain(marks)
            .filter(|(from, to)| from < to)
        {
            tokens.push(Token {
                span: Span::new(from, to),
                pos: Pos::X,
                tag: Default::default(),
                morph: Default::default(),
                dep: Default::default(),
                head: tokens.len() as u32,
                sent_start: false,
                lemma: text[from..to].to_lowercase().into(),
            });
        }
    }
    Document::new(text.into(), Arc::new(Symbols::new()), tokens, Vec::new())
}
