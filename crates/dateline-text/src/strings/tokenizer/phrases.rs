//! Special cases that the patterns split into several tokens, sought once more in the result.

use super::{RawToken, Tokenizer, push_pieces};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// The tokens of a phrase that follow its first.
type Rest = Box<[Box<str>]>;

/// Token sequences to look for, by their first token.
#[derive(Default)]
pub(super) struct Phrases {
    by_first: HashMap<Box<str>, Vec<Rest>>,
    /// Bytes with which a phrase begins: most tokens are passed over on seeing theirs.
    begins: BTreeSet<u8>,
}

/// A run of tokens that is a phrase.
struct Run {
    start: usize,
    len: usize,
}

impl Phrases {
    /// Adds the phrase that `text` was split into.
    pub(super) fn add(&mut self, text: &str, tokens: &[RawToken]) {
        let mut words = tokens.iter().map(|t| t.span.slice(text).into());
        if let Some(first) = words.next() {
            self.begins.extend(text.bytes().next());
            self.by_first
                .entry(first)
                .or_default()
                .push(words.collect());
        }
    }

    /// Replaces the runs of tokens that are special cases by their own tokens.
    pub(super) fn apply(&self, tokenizer: &Tokenizer, text: &str, tokens: &mut Vec<RawToken>) {
        let runs = self.longest_runs(text, tokens);
        if runs.is_empty() {
            return;
        }
        let found = std::mem::take(tokens);
        let mut done = 0;
        for run in runs {
            let inside = &found[run.start..run.start + run.len];
            let (first, last) = (inside[0], inside[run.len - 1]);
            let Some(pieces) = tokenizer.special(first.span.cover(last.span).slice(text)) else {
                continue;
            };
            tokens.extend_from_slice(&found[done..run.start]);
            push_pieces(tokens, first.span.start as usize, pieces);
            if let Some(token) = tokens.last_mut() {
                token.space_after = last.space_after;
            }
            done = run.start + run.len;
        }
        tokens.extend_from_slice(&found[done..]);
    }

    /// The runs found, in order; of those that overlap the longest, then the first.
    fn longest_runs(&self, text: &str, tokens: &[RawToken]) -> Vec<Run> {
        let mut runs = Vec::new();
        for start in 0..tokens.len() {
            self.runs_from(text, tokens, start, &mut runs);
        }
        runs.sort_by_key(|run| (Reverse(run.len), run.start));
        let mut taken = BTreeSet::new();
        runs.retain(|run| {
            let end = run.start + run.len;
            let free = !taken.contains(&run.start) && !taken.contains(&(end - 1));
            taken.extend(run.start..end);
            free
        });
        runs.sort_by_key(|run| run.start);
        runs
    }

    fn runs_from(&self, text: &str, tokens: &[RawToken], start: usize, runs: &mut Vec<Run>) {
        let first = tokens[start].span.slice(text);
        let begins = first
            .bytes()
            .next()
            .is_some_and(|b| self.begins.contains(&b));
        let Some(phrases) = begins.then(|| self.by_first.get(first)).flatten() else {
            return;
        };
        for rest in phrases {
            let following = tokens.get(start + 1..start + 1 + rest.len());
            let same = following.is_some_and(|following| {
                let words = following.iter().map(|t| t.span.slice(text));
                words.eq(rest.iter().map(|word| &**word))
            });
            if same {
                runs.push(Run {
                    start,
                    len: 1 + rest.len(),
                });
            }
        }
    }
}
