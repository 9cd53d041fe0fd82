//! spaCy's tokenizer.
//!
//! Text is split at white space; from each chunk prefixes and suffixes are peeled until a special
//! case or nothing more is left; what remains is kept if it looks like a URL, else split at
//! infixes. At last, special cases that span the tokens so found are put in their place. Single
//! spaces between tokens belong to none, longer white space makes tokens of its own.
//!
//! Reimplemented from `spacy/tokenizer.pyx` (spaCy 3.8; MIT, Explosion). One departure: chunks of
//! more than [`MAX_CHUNK`] bytes are cut into pieces, as the time for peeling grows with the
//! square of the length.

mod phrases;
mod rules;

pub use rules::{SpecialCase, TokenizerRules};

use super::lex::is_space_char;
use super::pattern::{Pattern, PatternError};
use dateline_span::Span;
use phrases::Phrases;
use std::collections::HashMap;

/// Longest chunk without white space that is treated as one, in bytes.
const MAX_CHUNK: usize = 1024;

/// A token as the tokenizer finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawToken {
    /// Where it stands in the text.
    pub span: Span,
    /// Whether a single space that belongs to no token follows.
    pub space_after: bool,
    /// Its norm, if a special case gave it one.
    pub norm: Option<NormId>,
}

/// An index into a tokenizer's table of norms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NormId(u32);

/// A special case's token: its length in bytes and its norm.
type Piece = (u32, Option<NormId>);

/// A compiled tokenizer.
pub struct Tokenizer {
    prefix: Option<Pattern>,
    suffix: Option<Pattern>,
    infix: Option<Pattern>,
    token_match: Option<Pattern>,
    url_match: Option<Pattern>,
    specials: HashMap<Box<str>, Box<[Piece]>>,
    longest_special: usize,
    phrases: Phrases,
    norms: Vec<Box<str>>,
}

/// "along the *LoC.*": a single capital before the stop is an initial elsewhere, and so the rules keep the stop with it.
fn ends_in_mixed_acronym(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('.') else {
        return false;
    };
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    last.is_some_and(char::is_uppercase)
        && before.is_some_and(char::is_lowercase)
        && stem.starts_with(char::is_uppercase)
        && stem.chars().all(char::is_alphabetic)
}

impl Tokenizer {
    /// Compiles the patterns.
    pub fn new(rules: &TokenizerRules) -> Result<Self, PatternError> {
        let compile = |pattern: &Option<String>| pattern.as_deref().map(Pattern::new).transpose();
        let mut tokenizer = Tokenizer {
            prefix: compile(&rules.prefix)?,
            suffix: compile(&rules.suffix)?,
            infix: compile(&rules.infix)?,
            token_match: compile(&rules.token_match)?,
            url_match: compile(&rules.url_match)?,
            specials: HashMap::new(),
            longest_special: 0,
            phrases: Phrases::default(),
            norms: Vec::new(),
        };
        // The phrases are split by the patterns alone: no special case is known yet.
        for case in &rules.special_cases {
            if !rules.faster_heuristics || tokenizer.has_affix(&case.text) {
                let mut tokens = Vec::new();
                tokenizer.split_at_spaces(&case.text, &mut tokens);
                tokenizer.phrases.add(&case.text, &tokens);
            }
        }
        for case in &rules.special_cases {
            let pieces = case
                .tokens
                .iter()
                .map(|(text, norm)| {
                    (
                        text.len() as u32,
                        norm.as_deref().map(|n| tokenizer.norm_id(n)),
                    )
                })
                .collect();
            tokenizer.longest_special = tokenizer.longest_special.max(case.text.len());
            tokenizer.specials.insert(case.text.as_str().into(), pieces);
        }
        Ok(tokenizer)
    }

    fn norm_id(&mut self, norm: &str) -> NormId {
        let known = self.norms.iter().position(|n| **n == *norm);
        NormId(known.unwrap_or_else(|| {
            self.norms.push(norm.into());
            self.norms.len() - 1
        }) as u32)
    }

    /// The norm behind an index that this tokenizer gave.
    pub fn norm(&self, id: NormId) -> &str {
        self.norms.get(id.0 as usize).map_or("", |n| n)
    }

    fn has_affix(&self, text: &str) -> bool {
        let found =
            |pattern: &Option<Pattern>| pattern.as_ref().is_some_and(|p| p.find(text).is_some());
        found(&self.prefix) || found(&self.infix) || found(&self.suffix) || text.contains(' ')
    }

    /// Puts the tokens of `text` into `tokens`, in order, in place of what was there. They cover
    /// every byte but the spaces of which [`RawToken::space_after`] tells.
    pub fn tokenize(&self, text: &str, tokens: &mut Vec<RawToken>) {
        tokens.clear();
        self.split_at_spaces(text, tokens);
        self.phrases.apply(self, text, tokens);
    }

    fn split_at_spaces(&self, text: &str, tokens: &mut Vec<RawToken>) {
        let mut start = 0;
        let mut in_space = text.starts_with(is_space_char);
        for (i, c) in text.char_indices() {
            if is_space_char(c) == in_space {
                continue;
            }
            if start < i {
                self.chunk(text, start, i, in_space, tokens);
            }
            start = i;
            if c == ' ' {
                // The chunk before it was not white space, so it gave at least one token.
                if let Some(last) = tokens.last_mut() {
                    last.space_after = true;
                }
                start += 1;
            }
            in_space = !in_space;
        }
        if start < text.len() {
            self.chunk(text, start, text.len(), in_space, tokens);
        }
    }

    fn chunk(&self, text: &str, start: usize, end: usize, space: bool, tokens: &mut Vec<RawToken>) {
        if end - start <= MAX_CHUNK {
            self.split_affixes(text, start, end, tokens);
        } else if space {
            push(tokens, start, end);
        } else {
            let mut from = start;
            while from < end {
                let to = text.floor_char_boundary((from + MAX_CHUNK).min(end));
                self.split_affixes(text, from, to, tokens);
                from = to;
            }
        }
    }

    fn special(&self, text: &str) -> Option<&[Piece]> {
        if text.len() > self.longest_special {
            return None;
        }
        self.specials.get(text).map(|pieces| &**pieces)
    }

    fn split_affixes(&self, text: &str, start: usize, end: usize, tokens: &mut Vec<RawToken>) {
        let (mut start, mut end) = (start, end);
        let mut suffixes = Vec::new();
        while start < end {
            let word = &text[start..end];
            if matches(&self.token_match, word) || self.special(word).is_some() {
                break;
            }
            let prefix = self.prefix_len(word);
            let rest = &word[prefix..];
            if prefix > 0 && self.special(rest).is_some() {
                push(tokens, start, start + prefix);
                start += prefix;
                break;
            }
            let suffix = self.suffix_len(rest);
            let before_suffix = &word[..word.len() - suffix];
            if suffix > 0 && self.special(before_suffix).is_some() {
                suffixes.push((end - suffix, end));
                end -= suffix;
                break;
            }
            if prefix > 0 {
                push(tokens, start, start + prefix);
                start += prefix;
            }
            if suffix > 0 {
                suffixes.push((end - suffix, end));
                end -= suffix;
            }
            if prefix + suffix == 0 {
                break;
            }
        }
        self.split_infixes(text, start, end, tokens);
        for (start, end) in suffixes.into_iter().rev() {
            push(tokens, start, end);
        }
    }

    fn prefix_len(&self, word: &str) -> usize {
        let found = self.prefix.as_ref().and_then(|p| p.find(word));
        found.filter(|r| r.start == 0).map_or(0, |r| r.end)
    }

    fn suffix_len(&self, word: &str) -> usize {
        let found = self.suffix.as_ref().and_then(|p| p.find(word));
        let by_rule = found.filter(|r| r.end == word.len()).map_or(0, |r| r.len());
        if by_rule == 0 && ends_in_mixed_acronym(word) {
            return 1;
        }
        by_rule
    }

    fn split_infixes(&self, text: &str, start: usize, end: usize, tokens: &mut Vec<RawToken>) {
        if start == end {
            return;
        }
        let word = &text[start..end];
        if let Some(pieces) = self.special(word) {
            push_pieces(tokens, start, pieces);
            return;
        }
        if matches(&self.token_match, word) || matches(&self.url_match, word) {
            push(tokens, start, end);
            return;
        }
        let mut from = 0;
        for infix in self.infix.iter().flat_map(|pattern| pattern.find_all(word)) {
            if infix.start == 0 {
                continue;
            }
            if from < infix.start {
                push(tokens, start + from, start + infix.start);
            }
            push(tokens, start + infix.start, start + infix.end);
            from = infix.end;
        }
        if from < word.len() {
            push(tokens, start + from, end);
        }
    }
}

fn matches(pattern: &Option<Pattern>, word: &str) -> bool {
    pattern.as_ref().is_some_and(|p| p.matches(word))
}

fn push(tokens: &mut Vec<RawToken>, start: usize, end: usize) {
    tokens.push(RawToken {
        span: Span::new(start, end),
        space_after: false,
        norm: None,
    });
}

fn push_pieces(tokens: &mut Vec<RawToken>, start: usize, pieces: &[Piece]) {
    let mut start = start;
    for (len, norm) in pieces {
        let end = start + *len as usize;
        tokens.push(RawToken {
            span: Span::new(start, end),
            space_after: false,
            norm: *norm,
        });
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A tokenizer with a few patterns of each kind.
    fn tokenizer() -> Tokenizer {
        let pattern = |text: &str| Some(text.to_owned());
        let special = |tokens: &[(&str, Option<&str>)]| SpecialCase {
            text: tokens.iter().map(|(word, _)| *word).collect(),
            tokens: tokens
                .iter()
                .map(|(word, norm)| (word.to_string(), norm.map(str::to_owned)))
                .collect(),
        };
        let rules = TokenizerRules {
            prefix: pattern(r#"^\(|^"|^\.\.+|^\$|^:"#),
            suffix: pattern(r#"\)$|"$|,$|!$|\.\.+$|'s$|(?<=[0-9])(?:km|m)$|(?<=[a-z])\.$"#),
            infix: pattern(r"\.\.+|(?<=[a-z])-(?=[a-z])"),
            token_match: None,
            url_match: pattern(r"^(?:[a-z]+\.)+(?:org|net)(?:/\S*)?$"),
            faster_heuristics: true,
            special_cases: vec![
                special(&[("ca", None), ("n't", Some("not"))]),
                special(&[("Gen.", None)]),
                special(&[(":)", None)]),
                special(&[("a.m.", None)]),
            ],
        };
        Tokenizer::new(&rules).unwrap()
    }

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenizer().tokenize(text, &mut tokens);
        tokens.iter().map(|t| t.span.slice(text)).collect()
    }

    #[test]
    fn affixes_are_peeled_and_special_cases_kept() {
        assert_eq!(words("(can't)"), ["(", "ca", "n't", ")"]);
        assert_eq!(words("\"Gen. Idris\","), ["\"", "Gen.", "Idris", "\"", ","]);
        assert_eq!(words("$5, 300km."), ["$", "5", ",", "300", "km", "."]);
        assert_eq!(
            words("300km base's end."),
            ["300", "km", "base", "'s", "end", "."]
        );
    }

    #[test]
    fn the_rest_is_an_address_or_is_split_inside() {
        assert_eq!(words("(un.org/a-b),"), ["(", "un.org/a-b", ")", ","]);
        assert_eq!(
            words("ex-rebel no...end"),
            ["ex", "-", "rebel", "no", "...", "end"]
        );
    }

    #[test]
    fn special_cases_that_patterns_split_are_found_again() {
        assert_eq!(
            words("done:)"),
            ["done:", ")"],
            "no pattern takes a colon off the end"
        );
        assert_eq!(words(":) \":)\""), [":)", "\"", ":)", "\""]);
        assert_eq!(words(": )"), [":", ")"], "only where the text is the same");
    }

    #[test]
    fn norms_come_from_special_cases() {
        let tokenizer = tokenizer();
        let mut tokens = Vec::new();
        tokenizer.tokenize("can't n't", &mut tokens);
        let norms = tokens.iter().map(|t| t.norm.map(|n| tokenizer.norm(n)));
        assert_eq!(norms.collect::<Vec<_>>(), [None, Some("not"), None]);
    }

    #[test]
    fn single_spaces_belong_to_no_token() {
        let text = " In  Homs\n\nat a.m. ";
        let mut tokens = Vec::new();
        tokenizer().tokenize(text, &mut tokens);
        let words = tokens.iter().map(|t| (t.span.slice(text), t.space_after));
        assert_eq!(
            words.collect::<Vec<_>>(),
            [
                (" ", false),
                ("In", true),
                (" ", false),
                ("Homs", false),
                ("\n\n", false),
                ("at", true),
                ("a.m.", true)
            ]
        );
    }

    #[test]
    fn a_long_chunk_is_cut_between_characters() {
        let text = "é".repeat(3 * MAX_CHUNK);
        let pieces = words(&text);
        assert!(pieces.iter().all(|piece| piece.len() <= MAX_CHUNK));
        assert_eq!(pieces.concat(), text);
        let blank = "\n".repeat(3 * MAX_CHUNK);
        assert_eq!(words(&blank), [blank.as_str()], "white space stays whole");
    }

    proptest! {
        #[test]
        fn tokens_cover_the_text_in_order(
            text in r#"([ \n(".:)$,a-céA-Z0-9'-]|can't|Gen\.|\.\.\.|\PC){0,60}"#
        ) {
            let mut tokens = Vec::new();
            tokenizer().tokenize(&text, &mut tokens);
            let mut at = 0;
            for token in &tokens {
                prop_assert_eq!(token.span.start as usize, at);
                prop_assert!(!token.span.slice(&text).is_empty());
                at = token.span.end as usize;
                if token.space_after {
                    prop_assert!(text[at..].starts_with(' '));
                    at += 1;
                }
            }
            prop_assert_eq!(at, text.len());
        }

        #[test]
        fn rules_come_back_from_their_bytes(
            patterns in proptest::collection::vec(proptest::option::of(".*"), 5),
            cases in proptest::collection::vec((".+", proptest::option::of(".*")), 0..4),
        ) {
            let mut patterns = patterns.into_iter();
            let mut pattern = || patterns.next().flatten();
            let rules = TokenizerRules {
                prefix: pattern(),
                suffix: pattern(),
                infix: pattern(),
                token_match: pattern(),
                url_match: pattern(),
                faster_heuristics: cases.len() % 2 == 0,
                special_cases: cases
                    .into_iter()
                    .map(|(text, norm)| SpecialCase { text: text.clone(), tokens: vec![(text, norm)] })
                    .collect(),
            };
            let bytes = rules.encode();
            let section = crate::model::Decoder::new("tokenizer", &bytes);
            prop_assert_eq!(TokenizerRules::decode(section).unwrap(), rules);
        }
    }
}
