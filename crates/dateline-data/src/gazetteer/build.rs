//! Making a gazetteer file: places in, bytes out. Used for the built-in one (`xtask gazetteer`) and
//! for users' own (`dateline places import`).

use super::fold::{fold, spelling_key};
use super::format::{
    HEADER, KIND_BITS, MAGIC, SECTIONS, Section, VERSION, degrees_to_bits, push_varint,
};
use super::{PlaceKind, Standing, is_arabic_script};
use fst::MapBuilder;
use std::collections::HashMap;

/// A place to be written.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// GeoNames id; absent for places that are not GeoNames'.
    pub geonames: Option<u32>,
    /// The name to show.
    pub name: String,
    /// Other names, in Latin or Arabic script ([`is_readable`] tells GeoNames' usable ones).
    pub others: Vec<String>,
    /// Whether its names are written in English in several ways: also found by their spelling key.
    pub foreign: bool,
    /// What it is.
    pub kind: PlaceKind,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// Inhabitants; 0 where unknown.
    pub population: u64,
    /// The containing place: a row of the same file (built-in), or of the built-in one (users').
    pub parent: Option<u32>,
    /// Whether a settlement is a town of its own.
    pub standing: Standing,
    /// GeoNames code of a country or division ("US", "US.TX", "US.TX.453").
    pub code: String,
}

/// Collects places and writes them. Rows keep the order in which they are added; those with codes
/// come first.
#[derive(Default)]
pub struct Builder {
    ids: Vec<u8>,
    points: Vec<u8>,
    parents: Vec<u8>,
    kinds: Vec<u8>,
    populations: Vec<u8>,
    names_at: Vec<u8>,
    names: Vec<u8>,
    pooled: HashMap<String, u32>,
    codes: Vec<u8>,
    keys: Keys,
    spellings: Keys,
    rows: u32,
}

impl Builder {
    /// Adds a place and gives its row.
    pub fn add(&mut self, place: &NewPlace) -> u32 {
        let row = self.rows;
        self.rows += 1;
        self.ids
            .extend(place.geonames.unwrap_or_default().to_le_bytes());
        push_u24(degrees_to_bits(place.latitude), &mut self.points);
        push_u24(degrees_to_bits(place.longitude), &mut self.points);
        push_u24(place.parent.map_or(0, |p| p + 1), &mut self.parents);
        self.kinds
            .push(place.kind as u8 | (place.standing as u8) << KIND_BITS);
        self.populations.push(log_population(place.population));
        let at = self.pool(&place.name);
        self.names_at.extend(at.to_le_bytes());
        if !place.code.is_empty() {
            push_string(&place.code, &mut self.codes);
        }
        self.index(place, row);
        row
    }

    fn pool(&mut self, name: &str) -> u32 {
        if let Some(at) = self.pooled.get(name) {
            return *at;
        }
        let at = self.names.len() as u32;
        push_string(name, &mut self.names);
        self.pooled.insert(name.to_owned(), at);
        at
    }

    fn index(&mut self, place: &NewPlace, row: u32) {
        let names = std::iter::once(&place.name).chain(&place.others);
        for name in names {
            let key = fold(name);
            if key.is_empty() {
                continue;
            }
            self.keys.add(&key, row);
            let spelling = spelling_key(&key);
            // Short keys say nothing.
            if place.foreign && spelling.len() > 3 {
                self.spellings.add(&spelling, row);
            }
        }
    }

    /// The file. `fingerprint` names the edition of the built-in gazetteer that it is or belongs to.
    pub fn finish(mut self, fingerprint: u64) -> Vec<u8> {
        let mut postings = Vec::new();
        let exact = self.keys.table(&mut postings);
        let spelling = self.spellings.table(&mut postings);
        let mut sections: [&[u8]; SECTIONS] = [&[]; SECTIONS];
        for (section, bytes) in [
            (Section::GeonamesId, &self.ids),
            (Section::Point, &self.points),
            (Section::Parent, &self.parents),
            (Section::Kind, &self.kinds),
            (Section::Population, &self.populations),
            (Section::NameAt, &self.names_at),
            (Section::Names, &self.names),
            (Section::Codes, &self.codes),
            (Section::Exact, &exact),
            (Section::Spelling, &spelling),
            (Section::Postings, &postings),
        ] {
            sections[section as usize] = bytes;
        }
        let size = HEADER + sections.iter().map(|s| s.len() + 4).sum::<usize>();
        let mut file = Vec::with_capacity(size);
        file.extend(MAGIC);
        file.extend(VERSION.to_le_bytes());
        file.extend(fingerprint.to_le_bytes());
        file.extend(self.rows.to_le_bytes());
        for section in sections {
            file.extend((section.len() as u32).to_le_bytes());
            file.extend(section);
        }
        file
    }
}

/// Names with their rows, sorted at the end: one arena, so that the whole world fits.
#[derive(Default)]
struct Keys {
    arena: String,
    entries: Vec<(usize, u32, u32)>,
}

impl Keys {
    fn add(&mut self, key: &str, row: u32) {
        let at = self.arena.len();
        self.arena.push_str(key);
        self.entries.push((at, key.len() as u32, row));
    }

    /// The sorted table; rows of shared names go to `postings`.
    fn table(&mut self, postings: &mut Vec<u8>) -> Vec<u8> {
        let arena = &self.arena;
        let key = |&(at, len, _): &(usize, u32, u32)| &arena[at..at + len as usize];
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_unstable_by(|a, b| key(a).cmp(key(b)).then(a.2.cmp(&b.2)));
        entries.dedup_by(|a, b| key(a) == key(b) && a.2 == b.2);
        let mut builder = MapBuilder::memory();
        for group in entries.chunk_by(|a, b| key(a) == key(b)) {
            let value = match group {
                [(_, _, row)] => u64::from(*row) << 1,
                _ => {
                    let at = postings.len() as u64;
                    push_varint(group.len() as u32, postings);
                    let mut before = 0;
                    for (_, _, row) in group {
                        push_varint(row - before, postings);
                        before = *row;
                    }
                    at << 1 | 1
                }
            };
            builder
                .insert(key(&group[0]), value)
                .expect("keys are sorted and differ");
        }
        builder.into_inner().expect("memory takes every byte")
    }
}

/// Whether an alternate name of GeoNames is one that a text may use: Latin or Arabic script
/// throughout. What GeoNames romanised letter by letter starts small
/// ("xi an shi", "almyadyn") and is nobody's spelling; airport codes are no names.
pub fn is_readable(name: &str) -> bool {
    let code = (2..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    let mut letters = name.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return false;
    };
    if is_arabic_script(first) {
        return letters.all(is_arabic_script);
    }
    let begins = name.chars().any(char::is_uppercase);
    begins && !code && is_latin(first) && letters.all(is_latin)
}

fn is_latin(letter: char) -> bool {
    matches!(u32::from(letter), ..0x250 | 0x259 | 0x2b0..0x300 | 0x1e00..0x1f00)
}

fn log_population(population: u64) -> u8 {
    ((population as f64 + 1.0).log2() * 7.5).round().min(255.0) as u8
}

fn push_u24(value: u32, out: &mut Vec<u8>) {
    out.extend(&value.to_le_bytes()[..3]);
}

fn push_string(text: &str, out: &mut Vec<u8>) {
    let mut end = text.len().min(255);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    out.push(end as u8);
    out.extend(&text.as_bytes()[..end]);
}
