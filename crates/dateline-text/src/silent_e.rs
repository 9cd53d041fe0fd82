//! Verbs whose silent "e" a lemmatizer by suffixes loses: of "hoped" it makes "hop", of "raped" "rap".
//!
//! English spelling decides it. A verb of one syllable that ends in one vowel and one consonant
//! doubles the consonant before "-ed" and "-ing" ("hopped"), so an undoubled one has an "e"; and only
//! verbs that end in a hiss or "o" take "-es".

use crate::document::{Pos, Token};

/// Puts the "e" back where the spelling asks for it.
pub fn restore(text: &str, tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|t| t.pos == Pos::Verb) {
        let word = token.span.slice(text).to_lowercase();
        if lost_its_e(&word, &token.lemma) {
            token.lemma = format!("{}e", token.lemma).into();
        } else if let Some(stem) = without_false_e(&token.lemma) {
            token.lemma = stem.into();
        }
    }
}

fn lost_its_e(word: &str, lemma: &str) -> bool {
    match word.strip_prefix(lemma) {
        Some("es") => ends_in_silent_place(lemma) && !takes_es(lemma),
        Some("ed" | "ing") => ends_in_silent_place(lemma) && is_one_syllable(lemma),
        _ => false,
    }
}

/// No verb ends in "-eete": the rules make it of "retweeted".
fn without_false_e(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('e').filter(|stem| stem.ends_with("eet"))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Verbs in a hiss or "o" take "-es" without having an "e".
fn takes_es(lemma: &str) -> bool {
    lemma.ends_with(['s', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh")
}

/// A consonant other than those that are never doubled.
fn ends_in_silent_place(lemma: &str) -> bool {
    let last = lemma.chars().next_back();
    last.is_some_and(|c| c.is_ascii_lowercase() && !is_vowel(c) && !matches!(c, 'w' | 'x' | 'y'))
}

/// Consonants, one vowel, one consonant: "hop". The "u" of "qu" is no vowel.
fn is_one_syllable(lemma: &str) -> bool {
    let sounded = lemma.replace("qu", "q");
    let mut letters = sounded.chars().rev().skip(1);
    letters.next().is_some_and(is_vowel) && letters.all(|c| !is_vowel(c) && c != 'y')
}

#[cfg(test)]
mod tests {
    use super::{lost_its_e, without_false_e};

    #[test]
    fn a_tweet_has_none() {
        assert_eq!(without_false_e("retweete"), Some("retweet"));
        assert_eq!(without_false_e("greet"), None);
        assert_eq!(without_false_e("complete"), None);
    }

    #[test]
    fn an_undoubled_consonant_had_an_e() {
        for (word, lemma) in [
            ("hoped", "hop"),
            ("hopes", "hop"),
            ("raping", "rap"),
            ("staged", "stag"),
            ("fined", "fin"),
        ] {
            assert!(lost_its_e(word, lemma), "{word}");
        }
    }

    #[test]
    fn other_spellings_stay() {
        for (word, lemma) in [
            ("hops", "hop"),
            ("hopped", "hop"),
            ("fixed", "fix"),
            ("passes", "pass"),
            ("goes", "go"),
            ("reaches", "reach"),
            ("offered", "offer"),
            ("looked", "look"),
            ("asked", "ask"),
            ("showing", "show"),
        ] {
            assert!(!lost_its_e(word, lemma), "{word}");
        }
    }
}
