//! Words cut finer than tokens, for the grammars of times and numbers.
//!
//! A tokenizer keeps "10-year", "1990s" and "10:35" whole and splits "mid-air" and "p.m." by the
//! language's own rules. The grammars want the same pieces whatever the tokenizer did, so each
//! token is cut at the borders between letters, digits and marks.

use crate::Document;
use dateline_span::Span;
use std::borrow::Cow;

/// What an atom is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AtomKind {
    /// Letters, with the inner dots of "a.m." and "U.S.".
    Word,
    /// Digits with their grouping commas and decimal point.
    Number,
    /// Any other single character.
    Mark,
}

/// What stands before an atom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Gap {
    /// Nothing: it touches the atom before.
    Glued,
    /// White space.
    Space,
    /// A line break, or the start of the text.
    Line,
}

/// A run of letters or digits, or one mark.
#[derive(Clone, Debug)]
pub(crate) struct Atom<'d> {
    /// Where it stands in the text.
    pub span: Span,
    /// The token it was cut from.
    pub token: usize,
    /// Its words in lower case, without the dots of "a.m.".
    pub norm: Cow<'d, str>,
    /// What it is made of.
    pub kind: AtomKind,
    /// What stands before it.
    pub gap: Gap,
}

impl Atom<'_> {
    /// Whether it starts with a capital letter.
    pub fn capital(&self, text: &str) -> bool {
        self.span.slice(text).starts_with(char::is_uppercase)
    }

    /// The value of a number atom: digits, grouping commas left out.
    pub fn value(&self) -> Option<f64> {
        if self.kind != AtomKind::Number {
            return None;
        }
        self.norm
            .bytes()
            .filter(|b| *b != b',')
            .map(char::from)
            .collect::<String>()
            .parse()
            .ok()
    }

    /// The value of a number atom without comma or point that is at most `digits` digits long.
    pub fn plain_integer(&self, digits: usize) -> Option<u32> {
        let plain = self.kind == AtomKind::Number
            && self.norm.len() <= digits
            && self.norm.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| self.norm.parse().ok()).flatten()
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, marks: &[&str]) -> bool {
        self.kind == AtomKind::Mark && marks.contains(&&*self.norm)
    }
}

/// Hyphens and dashes that join words.
pub(crate) const DASHES: [&str; 4] = ["-", "–", "—", "‑"];

/// Apostrophes.
pub(crate) const APOSTROPHES: [&str; 4] = ["'", "’", "‘", "`"];

/// All atoms of a document, in text order; white space gives none.
pub(crate) fn atoms(doc: &Document) -> Vec<Atom<'_>> {
    let text = doc.text();
    let mut atoms: Vec<Atom> = Vec::with_capacity(doc.len() + doc.len() / 8);
    for token in doc.toks() {
        let words = token.text();
        let lower = token.lower();
        let mut at = 0;
        while at < words.len() {
            let (len, kind) = piece(words, at);
            let start = token.span().start as usize + at;
            let piece = at..at + len;
            at += len;
            let Some(kind) = kind else { continue };
            let end_before = atoms.last().map_or(0, |a| a.span.end as usize);
            let gap = gap(text, end_before, start, atoms.is_empty());
            atoms.push(Atom {
                span: Span::new(start, start + len),
                token: token.i,
                norm: norm(words, lower, piece),
                kind,
                gap,
            });
        }
    }
    atoms
}

fn gap(text: &str, before: usize, start: usize, first: bool) -> Gap {
    let between = text.get(before..start).unwrap_or("");
    if first || between.contains('\n') {
        Gap::Line
    } else if between.is_empty() {
        Gap::Glued
    } else {
        Gap::Space
    }
}

fn norm<'d>(words: &'d str, lower: &'d str, piece: std::ops::Range<usize>) -> Cow<'d, str> {
    // Lower-casing may change the byte length outside ASCII, so only ASCII can be sliced.
    let plain = if words.is_ascii() {
        Cow::Borrowed(&lower[piece])
    } else {
        Cow::Owned(words[piece].to_lowercase())
    };
    if plain.len() > 1 && plain.starts_with(|c: char| c.is_alphabetic()) && plain.contains('.') {
        return Cow::Owned(plain.replace('.', ""));
    }
    plain
}

/// Length in bytes and kind of the piece at byte `at`; no kind for white space.
fn piece(words: &str, at: usize) -> (usize, Option<AtomKind>) {
    let rest = &words[at..];
    let Some(first) = rest.chars().next() else {
        return (0, None);
    };
    if first.is_whitespace() {
        (first.len_utf8(), None)
    } else if first.is_ascii_digit() {
        let before = words.as_bytes()[..at].last_chunk();
        let dotted = matches!(before, Some([digit, b'.']) if digit.is_ascii_digit());
        (number_len(rest.as_bytes(), dotted), Some(AtomKind::Number))
    } else if first.is_alphabetic() {
        (word_len(rest), Some(AtomKind::Word))
    } else {
        (first.len_utf8(), Some(AtomKind::Mark))
    }
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Digits, `,ddd` groups, and a decimal point; figures after a dot (`dotted`) and before two of
/// them are parts of a date like "20.03.2025".
fn number_len(bytes: &[u8], dotted: bool) -> usize {
    let mut len = digits(bytes);
    if len <= 3 {
        while bytes.get(len) == Some(&b',') && digits(&bytes[len + 1..]) == 3 {
            len += 4;
        }
    }
    if bytes.get(len) == Some(&b'.') && !dotted {
        let decimals = digits(&bytes[len + 1..]);
        let dotted_date = bytes.get(len + 1 + decimals) == Some(&b'.')
            && digits(bytes.get(len + decimals + 2..).unwrap_or_default()) > 0;
        if decimals > 0 && !dotted_date {
            len += 1 + decimals;
        }
    }
    len
}

/// A run of letters, or single letters each followed by a dot ("a.m.", "U.S.").
fn word_len(rest: &str) -> usize {
    let run = |s: &str| {
        s.chars()
            .take_while(|c| c.is_alphabetic())
            .map(char::len_utf8)
            .sum::<usize>()
    };
    let single = |s: &str| {
        let len = run(s);
        (len > 0 && s[..len].chars().count() == 1).then_some(len)
    };
    let mut len = run(rest);
    if single(rest).is_none() {
        return len;
    }
    while rest[len..].starts_with('.') {
        let Some(next) = single(&rest[len + 1..]) else {
            break;
        };
        len += 1 + next;
    }
    if rest[..len].contains('.') && rest[len..].starts_with('.') {
        len += 1;
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::words;

    fn cut(text: &str) -> Vec<String> {
        atoms(&words(text))
            .iter()
            .map(|a| a.norm.to_string())
            .collect()
    }

    #[test]
    fn pieces_do_not_depend_on_the_tokenizer() {
        assert_eq!(cut("a 10-year plan"), ["a", "10", "-", "year", "plan"]);
        assert_eq!(
            cut("at 10:35 a.m. (U.S. time)"),
            ["at", "10", ":", "35", "am", "(", "us", "time", ")"]
        );
        assert_eq!(
            cut("the 1990s, '80s"),
            ["the", "1990", "s", ",", "'", "80", "s"]
        );
        assert_eq!(
            cut("3,000 of 12,5000 1.5m 20.03.2025."),
            [
                "3,000", "of", "12", ",", "5000", "1.5", "m", "20", ".", "03", ".", "2025", "."
            ]
        );
    }

    #[test]
    fn odd_text_is_cut_without_panic() {
        for text in [
            "",
            "\u{feff}",
            "İ.İ.",
            "é1é",
            "1,",
            "1.",
            "…1…",
            "ǅ\u{301}9",
        ] {
            for atom in atoms(&words(text)) {
                assert!(!atom.span.slice(text).is_empty(), "{text:?}");
            }
        }
    }
}
