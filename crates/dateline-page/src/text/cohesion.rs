//! How much two stretches of text speak of the same things: shared content words, cut to stems.
//!
//! A new article brings new names; a subheading inside an article does not (Hearst's TextTiling
//! rests on the same observation).

use super::lists::COMMON_WORDS;
use std::collections::BTreeSet;

/// Letters after which words are taken to be forms of one another.
const STEM: usize = 6;

/// Stems of the content words of a text.
pub(crate) fn stems(text: &str) -> BTreeSet<String> {
    // In a text all in capitals, short words in capitals are no abbreviations.
    let shouted = !text.contains(char::is_lowercase);
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.chars().count() >= 4
                || (!shouted && word.len() >= 2 && word.chars().all(char::is_uppercase))
        })
        .map(str::to_lowercase)
        .filter(|word| !COMMON_WORDS.has(word))
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}

/// Share of `part`'s stems that `whole` holds, from 0 to 1; 0 where `part` has none.
pub(crate) fn share(part: &BTreeSet<String>, whole: &BTreeSet<String>) -> f64 {
    if part.is_empty() {
        return 0.0;
    }
    part.intersection(whole).count() as f64 / part.len() as f64
}
