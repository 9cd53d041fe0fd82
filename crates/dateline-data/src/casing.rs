//! How English words are cased inside sentences.
//!
//! The table is `data/casing.tsv`; it restores the case of text that was set in capitals.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How a word stands inside a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Casing {
    /// As a common word.
    Lower,
    /// As an acronym.
    Upper,
    /// Either as a common word or as part of a name, by its company.
    Either,
}

const TABLE: &str = include_str!("../../../data/casing.tsv");

static WORDS: LazyLock<HashMap<&'static str, Casing>> = LazyLock::new(|| {
    rows()
        .filter_map(|(kind, words)| Some((parse(kind)?, words)))
        .flat_map(|(casing, words)| words.split(' ').map(move |word| (word, casing)))
        .collect()
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(TABLE).filter_map(|line| line.split_once('\t'))
}

fn parse(kind: &str) -> Option<Casing> {
    match kind {
        "lower" => Some(Casing::Lower),
        "upper" => Some(Casing::Upper),
        "either" => Some(Casing::Either),
        _ => None,
    }
}

/// The casing of a word given in lower case; `None` for a word that is not in the table: a name, most likely.
pub fn casing(word: &str) -> Option<Casing> {
    WORDS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_a_known_kind() {
        for (kind, _) in rows() {
            assert!(parse(kind).is_some(), "{kind}");
        }
    }

    #[test]
    fn words_acronyms_and_names_are_told_apart() {
        assert_eq!(casing("guerrillas"), Some(Casing::Lower));
        assert_eq!(casing("bbc"), Some(Casing::Upper));
        assert_eq!(casing("medellin"), None);
    }
}
