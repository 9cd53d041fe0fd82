//! From lemma to the patterns it may trigger.

use super::Entry;
use super::screen::Screen;
use std::collections::HashMap;

/// A pattern that a lemma may trigger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Candidate {
    /// Index of the entry.
    pub entry: u32,
    /// Index of the pattern in the entry's verbs or nouns.
    pub pattern: u32,
    /// How much the pattern asks for.
    pub specificity: u32,
    /// The words it cannot do without.
    pub screen: Screen,
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
                            specificity: pattern.specificity() as u32,
                            screen: Screen::of(pattern),
                        });
                    }
                }
            }
        }
        for table in [&mut index.verbs, &mut index.nouns] {
            sort_candidates(table);
        }
        index
    }

    /// Verb patterns with this head, those that ask for most first, else in the order of entries.
    pub fn verbs(&self, lemma: &str) -> &[Candidate] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Noun patterns with this head, in the same order.
    pub fn nouns(&self, lemma: &str) -> &[Candidate] {
        self.nouns.get(lemma).map_or(&[], Vec::as_slice)
    }
}

#[allow(clippy::iter_over_hash_type)] // Each list is sorted by itself; their order does not show.
fn sort_candidates(table: &mut HashMap<Box<str>, Vec<Candidate>>) {
    for candidates in table.values_mut() {
        candidates.sort_by_key(|c| std::cmp::Reverse(c.specificity));
    }
}
