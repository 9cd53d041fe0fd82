//! Who is who in the news: people, groups and organisations by name and date, states, and the
//! words that tell an office or a kind of actor.
//!
//! The tables are `data/actors/*.tsv` (names), `data/states.tsv` and `data/sectors.tsv`. A user's
//! own table joins them: [`import`].

mod import;
mod words;

pub use import::{Imported, Problem, import, to_tsv};
pub use words::{
    LONGEST_SHARED, Office, StateName, Word, former_word, office_class, shared_word, state, word,
};

use crate::table;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLES: [&str; 4] = [
    include_str!("../../../../data/actors/leaders.tsv"),
    include_str!("../../../../data/actors/persons.tsv"),
    include_str!("../../../../data/actors/groups.tsv"),
    include_str!("../../../../data/actors/organisations.tsv"),
];

/// What somebody was for a time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ActorRow {
    /// ISO 3166-1 alpha-3, or CAMEO's code of what is no state (`UNO`, `IGO`, `NGO`, `IMG` …).
    pub country: String,
    /// PLOVER sector.
    pub sector: String,
    /// The office held; empty for groups, organisations and people without one.
    pub office: String,
    /// The fullest name, then other spellings and short names.
    pub names: Vec<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day; `None` where it goes on.
    pub to: Option<Date>,
    /// The group it belongs to; may be empty.
    pub parent: String,
}

impl ActorRow {
    /// Whether it holds on this day.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether it is over by this day.
    pub fn is_over(&self, day: Date) -> bool {
        self.to.is_some_and(|to| to < day)
    }

    /// Whether it is about a person.
    pub fn is_person(&self) -> bool {
        !self.office.is_empty()
    }

    /// Its fullest name.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

/// Named actors, found by any of their names.
#[derive(Default, Debug)]
pub struct ActorTable {
    rows: Vec<ActorRow>,
    /// Rows by [`key`] of a name, with the name as it is written.
    by_name: HashMap<String, Vec<(usize, String)>>,
    by_surname: HashMap<String, Vec<usize>>,
}

static BUILT_IN: LazyLock<ActorTable> = LazyLock::new(|| {
    let mut table = ActorTable::default();
    for source in TABLES {
        // The built-in tables hold no broken line: a test reads them.
        table.extend(import(source).rows);
    }
    table
});

impl ActorTable {
    /// The tables in `data/actors`.
    pub fn built_in() -> &'static ActorTable {
        &BUILT_IN
    }

    /// The built-in tables with a user's rows, which come first where several hold.
    pub fn with(own: Vec<ActorRow>) -> Self {
        let mut table = Self::default();
        table.extend(own);
        table.extend(BUILT_IN.rows.iter().cloned());
        table
    }

    fn extend(&mut self, rows: impl IntoIterator<Item = ActorRow>) {
        for row in rows {
            let index = self.rows.len();
            for name in &row.names {
                let known = self.by_name.entry(key(name)).or_default();
                known.push((index, name.clone()));
            }
            if row.is_person() {
                let surname = key(surname(&row));
                let known = self.by_surname.entry(surname).or_default();
                known.push(index);
            }
            self.rows.push(row);
        }
    }

    /// All rows, in order of rank: what stands first is what a person is known for first.
    pub fn rows(&self) -> &[ActorRow] {
        &self.rows
    }

    /// The rows that carry this name as it is written in the text. Acronyms are told by their
    /// capitals, other names by a capital at the start.
    pub fn named(&self, name: &str) -> Vec<usize> {
        let Some(known) = self.by_name.get(&key(name)) else {
            return Vec::new();
        };
        let fits = |listed: &str| {
            if is_acronym(listed) {
                undotted(listed) == undotted(name)
            } else {
                starts_upper(name) || !starts_upper(listed)
            }
        };
        let found = known.iter().filter(|(_, listed)| fits(listed));
        let mut found: Vec<usize> = found.map(|(index, _)| *index).collect();
        found.dedup();
        found
    }

    /// The rows of people with this surname.
    pub fn with_surname(&self, surname: &str) -> &[usize] {
        if !starts_upper(surname) {
            return &[];
        }
        self.by_surname.get(&key(surname)).map_or(&[], |rows| rows)
    }
}

/// Where the first word of a name is the one that newspapers use alone: the family name stands
/// first, or there is none.
const FIRST_WORD: [&str; 6] = ["CHN", "KOR", "PRK", "KHM", "ETH", "ERI"];

/// Where the family name stands first before a given name with a hyphen ("Tsai Ing-wen"), and last
/// after a Western one ("Joseph Wu").
const EITHER_WORD: [&str; 2] = ["TWN", "HKG"];

/// The word that newspapers use alone for a person.
fn surname(row: &ActorRow) -> &str {
    let name = row.name();
    let name = name.strip_suffix(" Jr.").unwrap_or(name);
    let last = name.rsplit(' ').next().unwrap_or(name);
    let country = row.country.as_str();
    let family_first =
        FIRST_WORD.contains(&country) || (EITHER_WORD.contains(&country) && last.contains('-'));
    if family_first {
        name.split(' ').next().unwrap_or(name)
    } else {
        last
    }
}

fn starts_upper(name: &str) -> bool {
    name.starts_with(|c: char| c.is_uppercase() || c == '\'')
}

fn undotted(name: &str) -> String {
    name.chars().filter(|c| *c != '.').collect()
}

/// Whether a name is written in capitals only, so that its case tells it from a word.
fn is_acronym(name: &str) -> bool {
    name.chars().count() <= 6 && !name.chars().any(char::is_lowercase)
}

/// A name as it is looked up: lower case, without diacritics, dots and apostrophes, hyphens as
/// spaces, no "the" before it.
pub fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | '\'' | '’' | '‘' | '`' | '“' | '”' | '"' => (),
            '-' | '–' | '‑' | '_' | ' ' | '\u{a0}' | '\n' | '\t' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.push_str(folded(c).unwrap_or(&c.to_lowercase().to_string())),
        }
    }
    let out = out.trim();
    out.strip_prefix("the ").unwrap_or(out).to_owned()
}

/// A letter without its diacritic.
fn folded(c: char) -> Option<&'static str> {
    Some(match c {
        'À'..='Å' | 'à'..='å' | 'Ā' | 'ā' | 'Ă' | 'ă' | 'Ą' | 'ą' => "a",
        'Ç' | 'ç' | 'Ć' | 'ć' | 'Č' | 'č' => "c",
        'È'..='Ë' | 'è'..='ë' | 'Ē' | 'ē' | 'Ė' | 'ė' | 'Ę' | 'ę' | 'Ě' | 'ě' => "e",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ī' | 'ī' | 'İ' | 'ı' => "i",
        'Ñ' | 'ñ' | 'Ń' | 'ń' | 'Ň' | 'ň' => "n",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō' | 'ō' | 'Ő' | 'ő' => "o",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ū' | 'ū' | 'Ů' | 'ů' | 'Ű' | 'ű' => "u",
        'Ý' | 'ý' | 'ÿ' => "y",
        'Ğ' | 'ğ' => "g",
        'Ş' | 'ş' | 'Ș' | 'ș' | 'Š' | 'š' | 'Ś' | 'ś' => "s",
        'Ť' | 'ť' | 'Ț' | 'ț' | 'Ţ' | 'ţ' => "t",
        'Ž' | 'ž' | 'Ź' | 'ź' | 'Ż' | 'ż' => "z",
        'Ł' | 'ł' => "l",
        'Ř' | 'ř' => "r",
        'Đ' | 'đ' | 'Ď' | 'ď' => "d",
        'Æ' | 'æ' => "ae",
        'ß' => "ss",
        _ => return None,
    })
}

pub(crate) fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = source.lines().enumerate().map(|(i, line)| (i + 1, line));
    numbered.filter(|(_, line)| table::is_row(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_built_in_tables_hold_no_broken_line() {
        for source in TABLES {
            assert_eq!(import(source).problems, []);
        }
        assert!(ActorTable::built_in().rows().len() > 7000);
    }

    #[test]
    fn a_name_is_found_without_its_diacritics_and_an_acronym_by_its_capitals() {
        let table = ActorTable::built_in();
        let offices = |name: &str, day| {
            let rows = table.named(name).into_iter().map(|i| &table.rows()[i]);
            rows.filter(|row| row.holds(day))
                .map(|row| row.office.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            offices("Recep Tayyip Erdoğan", date(2005, 1, 1)),
            ["prime minister"]
        );
        assert_eq!(
            offices("Recep Tayyip Erdogan", date(2018, 1, 1)),
            ["president"]
        );
        assert!(table.named("Eta").len() == 1 && table.named("who").is_empty());
    }

    #[test]
    fn the_word_used_alone_is_first_or_last_by_country() {
        let short = |country: &str, name: &str| {
            let row = ActorRow {
                country: country.to_owned(),
                names: vec![name.to_owned()],
                ..ActorRow::default()
            };
            surname(&row).to_owned()
        };
        assert_eq!(short("TWN", "Tsai Ing-wen"), "Tsai");
        assert_eq!(short("TWN", "Joseph Wu"), "Wu");
        assert_eq!(short("ETH", "Seyoum Mesfin"), "Seyoum");
        assert_eq!(short("VNM", "Nguyen Xuan Phuc"), "Phuc");
        assert_eq!(short("PHL", "Gilberto Teodoro Jr."), "Teodoro");
    }
}
