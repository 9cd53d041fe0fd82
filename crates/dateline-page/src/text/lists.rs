//! Word lists behind the cues, one entry a line in `lists/`; they are edited there.

use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A list of lower-case words or phrases.
pub(super) struct List(BTreeSet<&'static str>);

impl List {
    fn read(file: &'static str) -> Self {
        let entries = file
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(entries.collect())
    }

    /// Whether an entry is exactly this.
    pub fn has(&self, entry: &str) -> bool {
        self.0.contains(entry)
    }

    /// Whether an entry opens the text.
    pub fn opens(&self, text: &str) -> bool {
        self.0.iter().any(|entry| text.starts_with(entry))
    }
}

/// Finds the phrases of a list inside lines, all in one pass.
pub(super) struct Phrases(AhoCorasick);

impl Phrases {
    fn of(list: &List) -> Self {
        let found = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&list.0);
        Self(found.expect("a short list of phrases makes an automaton"))
    }

    /// How many phrases stand in a key as whole words.
    pub fn count_within(&self, key: &str) -> usize {
        let whole = |start: usize, end: usize| {
            (start == 0 || key[..start].ends_with(' '))
                && (end == key.len() || key[end..].starts_with(' '))
        };
        self.0
            .find_iter(key)
            .filter(|found| whole(found.start(), found.end()))
            .count()
    }
}

/// [`NOTICES`] as an automaton.
pub(super) static NOTICE_PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&NOTICES));

macro_rules! lists {
    ($($name:ident $file:literal $gloss:literal;)*) => {
        $(
            #[doc = $gloss]
            pub(super) static $name: LazyLock<List> =
                LazyLock::new(|| List::read(include_str!(concat!("lists/", $file, ".txt"))));
        )*

        #[cfg(test)]
        const FILES: &[(&str, &str)] = &[$(($file, include_str!(concat!("lists/", $file, ".txt")))),*];
    };
}

lists! {
    CONTROLS "controls" "Words of buttons, menus and counters.";
    SMALL_WORDS "small_words" "Small words that may stand among control words.";
    SECTIONS "sections" "Words of section names.";
    RELATED_OPENERS "related_openers" "Set phrases with which pages lead to other articles.";
    NOTICES "notices" "Phrases that only page notices hold.";
    ASKING "asking" "Verbs with which pages ask something of their readers.";
    OFFERS "offers" "What pages offer to their readers.";
    PICTURE_AGENCIES "picture_agencies" "Agencies whose bare name in brackets is a credit.";
    PICTURE_WORDS "picture_words" "Words that only a picture's credit or label holds.";
    CAPTION_OPENINGS "caption_openings" "Openings of captions.";
    CREDIT_OPENINGS "credit_openings" "Openings of lines that are a picture credit alone.";
    BYLINES "bylines" "Names under which agencies file.";
    LABELS "labels" "Words before a colon that are no place of a dateline.";
    JOBS "jobs" "What people who write news are called.";
    COMMON_WORDS "common_words" "Words too common to tell what a text is about.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_lower_case_and_without_doubles() {
        for (name, file) in FILES {
            let entries: Vec<&str> = file.lines().skip(1).collect();
            assert!(file.starts_with("# "), "{name} says what it holds");
            assert!(
                entries.is_sorted() && !entries.is_empty(),
                "{name} is sorted"
            );
            for pair in entries.windows(2) {
                assert_ne!(pair[0], pair[1], "{name}");
            }
            for entry in entries {
                assert_eq!(entry, entry.to_lowercase().trim(), "{name}");
            }
        }
    }
}
