//! A sieve before matching: patterns whose words do not stand in the sentence are never tried.
//!
//! A word is one bit of 64, by a fixed hash. A sentence is the bits of its words; a group of
//! alternatives that a pattern asks for is the bits of these. Where they share none, none of the
//! alternatives is there. What passes is matched in earnest, so the sieve changes no result; it
//! keeps the cost of a word flat however many patterns begin with it.

use super::pattern::{Governed, Pattern};
use dateline_text::Tok;

/// Bits of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Words(u64);

impl Words {
    /// Those of the sentence that a word stands in: lemmas, forms and hyphenated compounds.
    pub fn of_sentence(tok: Tok<'_>) -> Self {
        let doc = tok.doc();
        let mut words = Self::default();
        let mut before: [Option<Tok<'_>>; 2] = [None, None];
        for word in doc.range(doc.sentences()[tok.sentence()].tokens.clone()) {
            words.0 |= bit(word.lemma().bytes()) | bit(word.lower().bytes());
            if let [Some(first), Some(hyphen)] = before
                && hyphen.text() == "-"
            {
                let compound = |last: &str| {
                    bit(first
                        .lower()
                        .bytes()
                        .chain(*b"-")
                        .chain(last.to_lowercase().bytes()))
                };
                words.0 |= compound(word.lemma());
            }
            before = [before[1], Some(word)];
        }
        words
    }

    fn of_alternatives(alternatives: &[Box<str>]) -> Self {
        Self(alternatives.iter().fold(0, |bits, w| bits | bit(w.bytes())))
    }
}

/// What a pattern cannot do without: one word of each group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Screen {
    groups: Box<[Words]>,
}

impl Screen {
    /// Of a pattern.
    pub fn of(pattern: &Pattern) -> Self {
        let mut groups: Vec<Words> = Vec::new();
        for words in pattern.companions.iter().chain(&pattern.near) {
            groups.push(Words::of_alternatives(words));
        }
        for link in &pattern.links {
            // "gave *Peru* nine trucks" has no "to".
            if link.words.iter().all(|w| **w != *"to") {
                groups.push(Words::of_alternatives(&link.words));
            }
            if let Governed::Words(words) = &link.governed {
                groups.push(Words::of_alternatives(words));
            }
        }
        if let Some(clause) = pattern.clause.as_ref().filter(|c| !c.verbs.is_empty()) {
            groups.push(Words::of_alternatives(&clause.verbs));
        }
        Self {
            groups: groups.into(),
        }
    }

    /// Whether a sentence may hold it.
    pub fn admits(&self, sentence: Words) -> bool {
        self.groups.iter().all(|g| g.0 & sentence.0 != 0)
    }
}

/// FNV-1a, folded to one of 64 bits; the same on every machine.
fn bit(bytes: impl Iterator<Item = u8>) -> u64 {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    1 << ((hash ^ (hash >> 32)) & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Words {
        Words(list.iter().fold(0, |bits, w| bits | bit(w.bytes())))
    }

    #[test]
    fn a_pattern_passes_where_one_of_each_group_stands() {
        let screen = Screen::of(&Pattern::verb("open fire|shot on|at").unwrap());
        assert!(screen.admits(words(&["gunman", "open", "fire", "at"])));
        assert!(!screen.admits(words(&["open"])));
        assert!(Screen::of(&Pattern::verb("shoot").unwrap()).admits(Words::default()));
    }
}
