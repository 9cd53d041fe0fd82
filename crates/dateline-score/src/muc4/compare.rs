//! One filler against another: correct, partly correct or wrong, by the guidelines of 1992
//! (version 7), as far as they can be applied without a person at the keyboard.
//!
//! The official scorer asked its user about strings that differ. Here the guidelines themselves
//! decide: articles, counts and nationalities in front are not essential; a string that holds a
//! whole key and only adds modifiers is correct; part of a name, or the same head noun, is partly
//! correct. Anything else is wrong.

use super::template::{
    CATEGORY, CONFIDENCE, Choice, DATE, DESCRIPTION, Fill, INSTRUMENT_TYPE, LOCATION,
    PERSON_EFFECT, PERSON_NATION, PERSON_NUMBER, PERSON_TOTAL, PERSON_TYPE, STAGE, THING_EFFECT,
    THING_NATION, THING_NUMBER, THING_TOTAL, THING_TYPE, TYPE,
};

/// How a response's filler compares with the key's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Match {
    /// Something else.
    Wrong,
    /// Half a point.
    Partial,
    /// A point.
    Correct,
}
use Match::{Correct, Partial, Wrong};

/// The best that the key's alternatives give the response.
pub fn fillers(slot: u8, key: &Fill, response: &Fill) -> Match {
    let pairs = key
        .choices
        .iter()
        .flat_map(|k| response.choices.iter().map(move |r| (k, r)));
    pairs
        .map(|(k, r)| choices(slot, k, r))
        .max()
        .unwrap_or(Wrong)
}

fn choices(slot: u8, key: &Choice, response: &Choice) -> Match {
    let (k, r) = (key.value.as_str(), response.value.as_str());
    let value = match slot {
        DATE => dates(k, r),
        LOCATION => return locations(k, r),
        TYPE if r == "ATTACK" && k != r => Partial,
        INSTRUMENT_TYPE if k != r && is_above(r, k) => Partial,
        CONFIDENCE if k == "SUSPECTED OR ACCUSED BY AUTHORITIES" && r == "SUSPECTED OR ACCUSED" => {
            Partial
        }
        THING_TYPE
            if k == "GOVERNMENT OFFICE OR RESIDENCE"
                && r == "POLITICAL FIGURE OFFICE OR RESIDENCE" =>
        {
            Partial
        }
        THING_EFFECT if k == "SOME DAMAGE" && r == "DESTROYED" => Partial,
        PERSON_TYPE if k.strip_prefix("FORMER ") == Some(r) => Partial,
        PERSON_TYPE if k == "GOVERNMENT OFFICIAL" && r == "POLITICAL FIGURE" => Partial,
        PERSON_EFFECT if k == "NO INJURY OR DEATH" && ["NO INJURY", "NO DEATH"].contains(&r) => {
            Partial
        }
        TYPE | STAGE | INSTRUMENT_TYPE | CATEGORY | CONFIDENCE | THING_TYPE | THING_EFFECT
        | PERSON_TYPE | PERSON_EFFECT | THING_NATION | PERSON_NATION => exact(k, r),
        THING_NUMBER | THING_TOTAL | PERSON_NUMBER | PERSON_TOTAL => numbers(k, r),
        _ => strings(k, r),
    };
    match (value, tags_agree(key, response)) {
        (Wrong, _) => Wrong,
        (Correct, false) => Partial,
        // A description is no set fill: with a wrong tag it may still be partly correct.
        (Partial, false) if slot == DESCRIPTION => Partial,
        (value, _) => value,
    }
}

fn exact(key: &str, response: &str) -> Match {
    if key == response { Correct } else { Wrong }
}

/// Whether the cross-reference points at what the key's points at.
fn tags_agree(key: &Choice, response: &Choice) -> bool {
    match (key.tags.is_empty(), response.tags.is_empty()) {
        (true, true) => true,
        (false, false) => key.tags.iter().any(|k| {
            response
                .tags
                .iter()
                .any(|r| k == r || strings(k, r) == Correct)
        }),
        _ => false,
    }
}

/// Classes of instruments, each under its wider one.
const INSTRUMENTS: [(&str, &str); 13] = [
    ("MACHINE GUN", "GUN"),
    ("MORTAR", "GUN"),
    ("HANDGUN", "GUN"),
    ("RIFLE", "GUN"),
    ("BOMB", "EXPLOSIVE"),
    ("VEHICLE BOMB", "BOMB"),
    ("DYNAMITE", "BOMB"),
    ("MINE", "BOMB"),
    ("AERIAL BOMB", "BOMB"),
    ("GRENADE", "EXPLOSIVE"),
    ("MOLOTOV COCKTAIL", "EXPLOSIVE"),
    ("MISSILE", "PROJECTILE"),
    ("ROCKET", "PROJECTILE"),
];

/// Whether class `wide` holds class `narrow`.
fn is_above(wide: &str, narrow: &str) -> bool {
    let mut at = narrow;
    while let Some((_, parent)) = INSTRUMENTS.iter().find(|(n, _)| *n == at) {
        if *parent == wide {
            return true;
        }
        at = parent;
    }
    false
}

/// Day or range: `04 FEB 90`, `02 FEB 90 - 04 FEB 90`, `- 04 FEB 90`.
fn dates(key: &str, response: &str) -> Match {
    let (Some(k), Some(r)) = (range_of(key), range_of(response)) else {
        return exact(key, response);
    };
    if k == r {
        return Correct;
    }
    match (k, r) {
        // A day within a range, or no later than the key's last day by default.
        ((from, to), (Some(day), last)) if day == last && from != Some(to) => {
            if from.is_none_or(|f| f <= day) && day <= to {
                Partial
            } else {
                Wrong
            }
        }
        // A default against a key that ends on the same day.
        ((_, to), (None, last)) if to == last => Partial,
        _ => Wrong,
    }
}

type Days = (Option<i64>, i64);

fn range_of(words: &str) -> Option<Days> {
    if let Some(last) = words.strip_prefix('-') {
        return Some((None, day_number(last)?));
    }
    match words.split_once(" - ") {
        Some((first, last)) => Some((Some(day_number(first)?), day_number(last)?)),
        None => day_number(words).map(|day| (Some(day), day)),
    }
}

/// Months as the corpus abbreviates them.
pub const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];

/// A number that orders days.
fn day_number(words: &str) -> Option<i64> {
    let mut parts = words.split_whitespace();
    let day: i64 = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let month = MONTHS.iter().position(|m| name.starts_with(m))? as i64;
    let year: i64 = parts.next()?.parse().ok()?;
    Some((year * 12 + month) * 31 + day)
}

/// `COUNTRY: PLACE (TYPE): PLACE (TYPE)`.
fn locations(key: &str, response: &str) -> Match {
    let (k, r) = (places(key), places(response));
    match (k.first(), r.first()) {
        (Some(a), Some(b)) if a == b && k == r => Correct,
        (Some(a), Some(b)) if a == b => Partial,
        _ if k.len() > 1 && k.get(1..) == r.get(1..) => Partial,
        _ => Wrong,
    }
}

/// Names from the country down, without the types in brackets (towns and cities are the same).
fn places(words: &str) -> Vec<String> {
    words
        .split(':')
        .map(|part| part.split('(').next().unwrap_or_default().trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// `7`, `~7`, `5 - 7`, `PLURAL`.
fn numbers(key: &str, response: &str) -> Match {
    let squeezed = |words: &str| words.replace(' ', "");
    let (k, r) = (squeezed(key), squeezed(response));
    let ends: Vec<&str> = k.trim_start_matches('~').split('-').collect();
    match () {
        () if k == r => Correct,
        () if ends.contains(&r.as_str()) => Partial,
        () => Wrong,
    }
}

/// Words in front that no string needs.
pub const NOT_ESSENTIAL: [&str; 44] = [
    "THE",
    "A",
    "AN",
    "SOME",
    "SEVERAL",
    "MANY",
    "FEW",
    "ABOUT",
    "AT",
    "LEAST",
    "APPROXIMATELY",
    "OVER",
    "MORE",
    "THAN",
    "NEARLY",
    "ALMOST",
    "ONE",
    "TWO",
    "THREE",
    "FOUR",
    "FIVE",
    "SIX",
    "SEVEN",
    "EIGHT",
    "NINE",
    "TEN",
    "ELEVEN",
    "TWELVE",
    "DOZEN",
    "DOZENS",
    "HUNDREDS",
    "THOUSANDS",
    "HIS",
    "HER",
    "THEIR",
    "ITS",
    "OTHER",
    "ANOTHER",
    "THESE",
    "THOSE",
    "MR",
    "MR.",
    "MRS",
    "BOTH",
];

/// Where modifiers behind the head begin.
const BEHIND: [&str; 14] = [
    "OF",
    "IN",
    "ON",
    "AT",
    "FROM",
    "WHO",
    "WHICH",
    "THAT",
    "WITH",
    "WHERE",
    "BELONGING",
    "LOCATED",
    "FOR",
    "WHOSE",
];

/// Strings from the text.
pub fn strings(key: &str, response: &str) -> Match {
    let (k, r) = (words_of(key), words_of(response));
    if k.is_empty() || r.is_empty() {
        return Wrong;
    }
    if k == r {
        return Correct;
    }
    let (k_head, r_head) = (head_of(&k), head_of(&r));
    if contains(&r, &k) {
        // Adjuncts behind a comma are more than the noun phrase.
        return if k_head == r_head && !response.contains(", ") {
            Correct
        } else {
            Partial
        };
    }
    if contains(&k, &r) && (k_head == r_head || k.last() == r.last()) {
        return Partial;
    }
    if k_head == r_head && k_head.is_some() {
        Partial
    } else {
        Wrong
    }
}

/// The last word before modifiers that follow the head.
fn head_of(words: &[String]) -> Option<&String> {
    let end = words
        .iter()
        .position(|w| BEHIND.contains(&w.as_str()))
        .filter(|&at| at > 0);
    words[..end.unwrap_or(words.len())].last()
}

fn contains(whole: &[String], part: &[String]) -> bool {
    whole.windows(part.len()).any(|w| w == part)
}

/// Words without marks, without what is not essential in front.
fn words_of(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| c.is_whitespace() || "\"()[],;".contains(c))
        .map(|w| w.trim_matches(|c| "'.".contains(c)).to_uppercase())
        .filter(|w| !w.is_empty());
    let mut words: Vec<String> = words.collect();
    let essential = words.iter().position(|w| {
        !NOT_ESSENTIAL.contains(&w.as_str())
            && !w.bytes().all(|b| b.is_ascii_digit())
            && !is_nationality(w)
    });
    // A word of the kind that is all there is stays.
    words.drain(..essential.unwrap_or(words.len().saturating_sub(1)));
    words
}

/// Nationalities of the corpus's countries, their neighbours and those often named with them.
const NATIONALITIES: [&str; 40] = [
    "SALVADORAN",
    "SALVADOREAN",
    "SALVADORIAN",
    "GUATEMALAN",
    "HONDURAN",
    "ARGENTINE",
    "ARGENTINEAN",
    "ARGENTINIAN",
    "BOLIVIAN",
    "CHILEAN",
    "COLOMBIAN",
    "ECUADORAN",
    "ECUADORIAN",
    "ECUADOREAN",
    "PERUVIAN",
    "NICARAGUAN",
    "PANAMANIAN",
    "VENEZUELAN",
    "MEXICAN",
    "BRAZILIAN",
    "URUGUAYAN",
    "PARAGUAYAN",
    "CUBAN",
    "AMERICAN",
    "U.S",
    "US",
    "NORTH-AMERICAN",
    "SPANISH",
    "FRENCH",
    "BRITISH",
    "GERMAN",
    "ITALIAN",
    "SWISS",
    "SOVIET",
    "JAPANESE",
    "ISRAELI",
    "CANADIAN",
    "DUTCH",
    "CHINESE",
    "POLISH",
];

fn is_nationality(word: &str) -> bool {
    NATIONALITIES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_follow_the_guidelines() {
        assert_eq!(strings("FARMERS", "THE 3 FARMERS"), Correct);
        assert_eq!(strings("FARMERS", "OLD FARMERS WHO SAW IT"), Correct);
        assert_eq!(
            strings("FARMERS", "THE 3 FARMERS, AS NOBODY DENIES"),
            Partial
        );
        assert_eq!(strings("LUIS DORO RIVAS", "RIVAS"), Partial);
        assert_eq!(strings("3D MOUNTAIN COMPANY", "COMPANY"), Partial);
        assert_eq!(strings("BRIDGE", "SCHOOL"), Wrong);
    }

    #[test]
    fn dates_follow_the_guidelines() {
        assert_eq!(dates("25 AUG 89 - 26 AUG 89", "26 AUG 89"), Partial);
        assert_eq!(dates("- 26 AUG 89", "25 AUG 89"), Partial);
        assert_eq!(dates("26 AUG 89", "- 26 AUG 89"), Partial);
        assert_eq!(dates("16 AUG 89", "- 26 AUG 89"), Wrong);
        assert_eq!(dates("24 AUG 89 - 25 AUG 89", "- 26 AUG 89"), Wrong);
    }

    #[test]
    fn places_numbers_and_classes_follow_the_guidelines() {
        assert_eq!(locations("COLOMBIA: MEDELLIN (CITY)", "COLOMBIA"), Partial);
        let full = "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)";
        assert_eq!(
            locations(full, "BOLIVIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)"),
            Partial
        );
        assert_eq!(locations(full, full), Correct);
        assert_eq!(numbers("5 - 7", "7"), Partial);
        assert_eq!(numbers("~7", "7"), Partial);
        assert_eq!(numbers("7", "8"), Wrong);
        assert!(is_above("GUN", "MACHINE GUN"));
        assert!(is_above("EXPLOSIVE", "VEHICLE BOMB"));
        assert!(!is_above("GUN", "BOMB"));
    }
}
