//! Words that tell names apart: titles, verbs of saying, words known as parts of names.

use dateline_data::ActorTable;
use dateline_data::actors::{Word, word};
use dateline_data::casing::{Casing, casing};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words before a person's name that are no part of it, in lower case without full stops.
const TITLES: [&str; 104] = [
    "acting",
    "admiral",
    "ambassador",
    "amir",
    "archbishop",
    "aunt",
    "ayatollah",
    "baron",
    "baroness",
    "bishop",
    "brig",
    "brigadier",
    "brother",
    "capt",
    "captain",
    "cardinal",
    "chairman",
    "chancellor",
    "chief",
    "coach",
    "col",
    "colonel",
    "commander",
    "commodore",
    "congressman",
    "congresswoman",
    "constable",
    "corporal",
    "count",
    "countess",
    "cpl",
    "dame",
    "deputy",
    "detective",
    "director",
    "dr",
    "emir",
    "ex",
    "father",
    "former",
    "fr",
    "gen",
    "general",
    "gov",
    "governor",
    "haji",
    "hajji",
    "imam",
    "inspector",
    "judge",
    "justice",
    "king",
    "lady",
    "late",
    "leader",
    "lieutenant",
    "lord",
    "lt",
    "madam",
    "madame",
    "maj",
    "major",
    "marshal",
    "maulana",
    "mayor",
    "minister",
    "miss",
    "mla",
    "mp",
    "mr",
    "mrs",
    "ms",
    "mullah",
    "officer",
    "pastor",
    "pm",
    "pope",
    "premier",
    "president",
    "prime",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "rabbi",
    "rep",
    "rev",
    "reverend",
    "secretary",
    "sen",
    "senator",
    "sergeant",
    "sgt",
    "shaikh",
    "sheik",
    "sheikh",
    "shri",
    "sir",
    "sister",
    "smt",
    "spokesman",
    "sultan",
    "vice",
];

/// Verbs whose subject speaks, as lemmas.
const SAYS: [&str; 27] = [
    "acknowledge",
    "add",
    "admit",
    "announce",
    "argue",
    "ask",
    "believe",
    "claim",
    "comment",
    "confirm",
    "declare",
    "deny",
    "describe",
    "explain",
    "express",
    "insist",
    "note",
    "point",
    "recall",
    "reply",
    "say",
    "state",
    "stress",
    "tell",
    "think",
    "tweet",
    "urge",
];

/// Last words of the names of places, in lower case.
const PLACES: [&str; 99] = [
    "area",
    "avenue",
    "basin",
    "bay",
    "beach",
    "border",
    "borough",
    "bridge",
    "camp",
    "canal",
    "canyon",
    "cape",
    "city",
    "coast",
    "commune",
    "continent",
    "corridor",
    "country",
    "county",
    "creek",
    "delta",
    "department",
    "desert",
    "district",
    "division",
    "east",
    "forest",
    "frontier",
    "governorate",
    "gulf",
    "hamlet",
    "harbor",
    "harbour",
    "heights",
    "highlands",
    "highway",
    "hill",
    "hills",
    "inlet",
    "island",
    "islands",
    "isle",
    "isles",
    "junction",
    "kingdom",
    "lagoon",
    "lake",
    "lakes",
    "land",
    "lane",
    "mountain",
    "mountains",
    "municipality",
    "neighborhood",
    "neighbourhood",
    "north",
    "oasis",
    "ocean",
    "park",
    "pass",
    "peninsula",
    "plain",
    "plains",
    "plateau",
    "pole",
    "port",
    "prefecture",
    "province",
    "quarter",
    "range",
    "reef",
    "region",
    "republic",
    "reserve",
    "ridge",
    "river",
    "road",
    "sea",
    "shire",
    "shore",
    "south",
    "square",
    "state",
    "states",
    "strait",
    "street",
    "suburb",
    "territory",
    "town",
    "township",
    "valley",
    "village",
    "voivodeship",
    "ward",
    "west",
    "wilayat",
    "wood",
    "woods",
    "zone",
];

/// Whether a word in lower case is one for a kind of place.
pub fn heads_place(lower: &str) -> bool {
    PLACES.binary_search(&lower).is_ok()
}

/// Whether a word in lower case is a title or form of address.
pub fn is_title(lower: &str) -> bool {
    TITLES.binary_search(&lower.trim_end_matches('.')).is_ok()
}

/// Whether the subject of a verb speaks.
pub fn says(lemma: &str) -> bool {
    SAYS.binary_search(&lemma).is_ok()
}

/// Whether a word in lower case is an everyday one.
pub fn is_common(lower: &str) -> bool {
    casing(lower) == Some(Casing::Lower)
}

/// What a noun in lower case says about the one it describes: a PLOVER sector, or that it is an
/// office.
pub fn calling(lower: &str) -> Option<&'static str> {
    match word(lower)? {
        Word::Office(_) => Some("office"),
        Word::Noun(sector) => Some(sector),
    }
}

/// Whether a phrase in lower case names an office.
pub fn is_office(phrase: &str) -> bool {
    matches!(word(phrase), Some(Word::Office(_)))
}

/// Names of the tables of actors, in lower case, and the words they are made of.
pub struct Known {
    /// First words of people's names.
    pub given: HashSet<String>,
    /// Last words of people's names.
    pub last: HashSet<String>,
    /// Whole names of people.
    pub people: HashSet<String>,
    /// Whole names of groups and organisations.
    pub bodies: HashSet<String>,
}

/// See [`Known`].
pub static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known {
        given: HashSet::new(),
        last: HashSet::new(),
        people: HashSet::new(),
        bodies: HashSet::new(),
    };
    for row in ActorTable::built_in().rows() {
        for name in &row.names {
            let name = name.to_lowercase();
            if !row.is_person() {
                known.bodies.insert(name);
                continue;
            }
            if let Some((given, _)) = name.split_once(' ') {
                known.given.insert(given.to_owned());
            }
            if let Some((_, last)) = name.rsplit_once(' ') {
                known.last.insert(last.to_owned());
            }
            known.people.insert(name);
        }
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        assert!(TITLES.is_sorted() && SAYS.is_sorted() && PLACES.is_sorted());
    }

    #[test]
    fn the_tables_of_actors_tell_people_from_bodies() {
        assert!(KNOWN.given.contains("barack") && KNOWN.last.contains("merkel"));
        assert!(KNOWN.bodies.contains("unicef") && !KNOWN.people.contains("unicef"));
    }
}
