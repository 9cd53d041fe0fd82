//! How much two stretches of text speak of the same things: shared content words, cut to stems.
//!
//! A new article brings new names; a subheading inside an article does not (Hearst's TextTiling
//! rests on the same observation).

use std::collections::BTreeSet;

/// Words too common to tell what a text is about.
const COMMON: &[&str] = &[
    "about",
    "according",
    "after",
    "again",
    "against",
    "also",
    "although",
    "among",
    "around",
    "because",
    "been",
    "before",
    "being",
    "between",
    "both",
    "called",
    "came",
    "could",
    "days",
    "december",
    "during",
    "each",
    "earlier",
    "even",
    "february",
    "first",
    "following",
    "former",
    "friday",
    "from",
    "have",
    "here",
    "however",
    "including",
    "into",
    "january",
    "just",
    "last",
    "later",
    "least",
    "like",
    "made",
    "make",
    "many",
    "march",
    "more",
    "most",
    "monday",
    "month",
    "months",
    "much",
    "near",
    "news",
    "november",
    "october",
    "only",
    "other",
    "over",
    "people",
    "reported",
    "same",
    "said",
    "saturday",
    "says",
    "second",
    "september",
    "several",
    "should",
    "since",
    "some",
    "still",
    "such",
    "sunday",
    "than",
    "that",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "three",
    "through",
    "thursday",
    "time",
    "today",
    "told",
    "tuesday",
    "under",
    "until",
    "very",
    "wednesday",
    "week",
    "weeks",
    "well",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "will",
    "with",
    "within",
    "without",
    "would",
    "year",
    "years",
    "your",
];

/// Letters after which words are taken to be forms of one another.
const STEM: usize = 6;

/// Stems of the content words of a text.
pub(crate) fn stems(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.chars().count() >= 4 || (word.len() >= 2 && word.chars().all(char::is_uppercase))
        })
        .map(str::to_lowercase)
        .filter(|word| !COMMON.contains(&word.as_str()))
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
