//! From lemma to the patterns it may trigger.

use super::Entry;
use std::collections::HashMap;

/// A pattern that a lemma may trigger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Candidate {
    /// Index of the entry.
    pub entry: u32,
    /// Index of the pattern in the entry's verbs or nouns.
    pub pattern: u32,
}

/// Look-up tables by lemma; only ever asked, never walked through.
#[derive(Debug, Default)]
pub(crate) struct Index {
    verbs: HashMap<Box<str>, Vec<Candidate>>,
    nouns: HashMap<Box<str>, Vec<Candidate>>,
}

impl Index {
    pub(super) fn build(entries: &[Entry]) -> Self {
        let mut index = Self::default();
        for (e, entry) in entries.iter().enumerate() {
            for (patterns, table) in [
                (&entry.verbs, &mut index.verbs),
                (&entry.nouns, &mut index.nouns),
            ] {
                for (p, pattern) in patterns.iter().enumerate() {
                    for lemma in &pattern.head {
                        table.entry(lemma.clone()).or_default().push(Candidate {
                            entry: e as u32,
                            pattern: p as u32,
                        });
                    }
                }
            }
        }
        index
    }

    /// Verb patterns with this head, in the order of entries.
    pub fn verbs(&self, lemma: &str) -> &[Candidate] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Noun patterns with this head, in the order of entries.
    pub fn nouns(&self, lemma: &str) -> &[Candidate] {
        self.nouns.get(lemma).map_or(&[], Vec::as_slice)
    }
}
