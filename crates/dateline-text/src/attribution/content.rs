//! Sets of tokens, kept as sorted runs.

use crate::document::{Document, Pos, Tok};
use crate::phrase;
use dateline_span::Span;
use std::ops::Range;

/// A set of tokens as sorted runs that do not touch.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TokenSet {
    runs: Vec<Range<usize>>,
}

impl TokenSet {
    /// All tokens at and below `tok`.
    pub fn subtree(tok: Tok<'_>) -> Self {
        Self::from_sorted(tok.subtree().into_iter().map(|t| t.i))
    }

    /// One run of tokens.
    pub fn run(run: Range<usize>) -> Self {
        Self {
            runs: if run.is_empty() {
                Vec::new()
            } else {
                vec![run]
            },
        }
    }

    fn from_sorted(tokens: impl Iterator<Item = usize>) -> Self {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for i in tokens {
            match runs.last_mut() {
                Some(last) if last.end == i => last.end = i + 1,
                _ => runs.push(i..i + 1),
            }
        }
        Self { runs }
    }

    /// The runs, in order.
    pub fn runs(&self) -> &[Range<usize>] {
        &self.runs
    }

    /// Whether it holds no token.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether it holds token `i`.
    pub fn contains(&self, i: usize) -> bool {
        let k = self.runs.partition_point(|run| run.end <= i);
        self.runs.get(k).is_some_and(|run| run.contains(&i))
    }

    /// How many tokens it holds.
    pub fn len(&self) -> usize {
        self.runs.iter().map(Range::len).sum()
    }

    /// First token.
    pub fn first(&self) -> Option<usize> {
        self.runs.first().map(|run| run.start)
    }

    /// Last token.
    pub fn last(&self) -> Option<usize> {
        self.runs.last().map(|run| run.end - 1)
    }

    /// Its tokens, in order.
    pub fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        self.runs.iter().cloned().flatten()
    }

    /// What is in it and not in `other`.
    pub fn without(&self, other: &TokenSet) -> TokenSet {
        Self::from_sorted(self.tokens().filter(|&i| !other.contains(i)))
    }

    /// What is in it and in a run of tokens.
    pub fn clipped(&self, run: Range<usize>) -> TokenSet {
        Self::from_sorted(self.tokens().filter(|i| run.contains(i)))
    }

    /// What is in either.
    pub fn joined(&self, other: &TokenSet) -> TokenSet {
        let mut tokens: Vec<usize> = self.tokens().chain(other.tokens()).collect();
        tokens.sort_unstable();
        tokens.dedup();
        Self::from_sorted(tokens.into_iter())
    }

    /// The bytes of each run, without punctuation at its ends and a conjunction that joins nothing;
    /// runs of punctuation alone are gone.
    pub fn spans(&self, doc: &Document) -> Vec<Span> {
        let closed = |run: &Range<usize>| {
            let words = phrase::trim_punctuation(doc, run.clone());
            match words.clone().next_back().map(|last| doc.tok(last)) {
                Some(last) if last.pos() == Pos::Cconj => {
                    phrase::trim_punctuation(doc, words.start..last.i)
                }
                _ => words,
            }
        };
        self.runs
            .iter()
            .map(closed)
            .filter(|run| !run.is_empty())
            .map(|run| doc.span_of(run))
            .collect()
    }
}
