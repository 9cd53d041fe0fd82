//! Names of states, words for offices and for kinds of actors.

use super::{is_acronym, key};
use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const STATES: &str = include_str!("../../../../data/states.tsv");
const SECTORS: &str = include_str!("../../../../data/sectors.tsv");

/// How a state is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StateName {
    /// By its own name or that of a part of it.
    Name,
    /// By the word for what and who comes from there.
    Demonym,
    /// By the place where its government sits.
    Seat,
}

/// An office.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Office {
    /// The class its phrases count as: "secretary of state" is "foreign minister".
    pub class: &'static str,
    /// PLOVER sector; `None` where the words alone do not say.
    pub sector: Option<&'static str>,
    /// Whether its words are a civil calling too, and mean the office only in military company.
    pub is_also_civil: bool,
}

/// What a phrase tells about an actor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// An office.
    Office(Office),
    /// The head of a description, with its PLOVER sector.
    Noun(&'static str),
}

/// States by the key of a name, with the name as it is listed.
type States = HashMap<String, (&'static str, StateName, &'static str)>;

static STATE_OF: LazyLock<States> = LazyLock::new(|| {
    let mut states = HashMap::new();
    for line in table::rows(STATES).skip(1) {
        let mut columns = line.split('\t');
        let code = columns.next().unwrap_or_default();
        for how in [StateName::Name, StateName::Demonym, StateName::Seat] {
            for name in columns.next().unwrap_or_default().split(", ") {
                if !name.is_empty() {
                    states.entry(key(name)).or_insert((code, how, name));
                }
            }
        }
    }
    states
});

static WORD_OF: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for [kind, class, sector, phrases] in sector_rows() {
        let sector = (sector != "-").then_some(sector);
        for phrase in phrases.split(", ") {
            let word = match (kind, sector) {
                ("office" | "rank", _) => Word::Office(Office {
                    class,
                    sector,
                    is_also_civil: kind == "rank",
                }),
                ("noun", Some(sector)) => Word::Noun(sector),
                _ => continue,
            };
            words.entry(phrase).or_insert(word);
        }
    }
    words
});

/// A word that two callings share: an *officer* is a soldier or a policeman.
#[derive(PartialEq, Eq, Debug)]
pub struct SharedWord {
    /// The other sector that it may have.
    pub sector: &'static str,
    /// Words in lower case that tell of that sector.
    pub company: Vec<&'static str>,
}

/// Words in the longest phrase that is shared so.
pub const LONGEST_SHARED: usize = 2;

static SHARED: LazyLock<HashMap<&'static str, SharedWord>> = LazyLock::new(|| {
    let rows = sector_rows().filter(|row| row[0] == "shared");
    rows.flat_map(|[_, company, sector, words]| {
        words.split(", ").map(move |word| {
            let company = company.split(", ").collect();
            (word, SharedWord { sector, company })
        })
    })
    .collect()
});

fn sector_rows() -> impl Iterator<Item = [&'static str; 4]> {
    table::rows(SECTORS).skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some([
            columns.next()?,
            columns.next()?,
            columns.next()?,
            columns.next()?,
        ])
    })
}

/// The state behind a name, demonym or seat of government, as an alpha-3 code. Capitals count:
/// "US" is one, "us" is not.
pub fn state(name: &str) -> Option<(&'static str, StateName)> {
    let name = name.strip_prefix("the ").unwrap_or(name);
    let starts_upper = name.starts_with(|c: char| c.is_uppercase());
    let (code, how, listed) = *STATE_OF.get(&key(name)).filter(|_| starts_upper)?;
    // "Car" is no CAR.
    let fits = !is_acronym(listed) || is_acronym(name);
    fits.then_some((code, how))
}

/// What a phrase in lower case tells about an actor.
pub fn word(phrase: &str) -> Option<Word> {
    WORD_OF.get(phrase).copied()
}

/// What else a word (a lemma in lower case) means in some company.
pub fn shared_word(lemma: &str) -> Option<&'static SharedWord> {
    SHARED.get(lemma)
}

/// What an office counts as: "secretary of state" as "foreign minister", "secretary-general of NATO"
/// as "secretary-general"; itself where it is not listed.
pub fn office_class(office: &str) -> &str {
    let general = office.split(" of ").next().unwrap_or(office);
    [office, general]
        .into_iter()
        .find_map(|phrase| match word(phrase) {
            Some(Word::Office(known)) => Some(known.class),
            _ => None,
        })
        .unwrap_or(office)
}

/// Whether a word in lower case says that an office is over.
pub fn former_word(lower: &str) -> bool {
    static FORMER: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let rows = sector_rows().filter(|row| row[0] == "former");
        rows.flat_map(|row| row[3].split(", ")).collect()
    });
    FORMER.contains(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_told_by_name_demonym_and_seat() {
        assert_eq!(state("the United States"), Some(("USA", StateName::Name)));
        assert_eq!(state("Burkinabè"), Some(("BFA", StateName::Demonym)));
        assert_eq!(state("Tehran"), Some(("IRN", StateName::Seat)));
        assert_eq!(state("us"), None);
        assert_eq!((state("CAR").is_some(), state("Car")), (true, None));
    }

    #[test]
    fn offices_have_a_class_and_nouns_a_sector() {
        let Some(Word::Office(office)) = word("secretary of state") else {
            panic!("an office")
        };
        assert_eq!(office.class, "foreign minister");
        let also_civil = |phrase| matches!(word(phrase), Some(Word::Office(o)) if o.is_also_civil);
        assert!(also_civil("captain") && !also_civil("colonel"));
        assert_eq!(word("gunman"), Some(Word::Noun("UAF")));
        let officer = shared_word("officer").expect("a shared word");
        assert!(officer.sector == "COP" && officer.company.contains(&"police"));
        let words = SHARED.keys().map(|phrase| phrase.split(' ').count());
        assert_eq!(words.max(), Some(LONGEST_SHARED));
        assert!(former_word("ousted") && !former_word("new"));
    }
}
