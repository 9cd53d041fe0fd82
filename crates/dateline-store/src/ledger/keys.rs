//! What claims are found by: terms, and attributes packed into one number.
//!
//! A claim has about a dozen terms. They are the words of a full text index, which merges what is added
//! in the background: lists kept in tables would be written again from end to end by each transaction.
//! The packed attributes stand in an index by day, which is walked from its newest end.

use crate::crosswalk;
use crate::record::{ArgumentRecord, ArticleRecord, ClaimRecord, LocationRecord, SourceRecord};
use jiff::civil::Date;
use rusqlite::{Connection, Result, params};
use std::collections::{BTreeSet, HashMap};

/// Stands for the day of a claim whose event and publication have none: older than all.
pub(super) const NO_DAY: i64 = -10_000_000;

/// FactBank's degrees, as records have them.
pub(super) const CERTAINTIES: [&str; 4] = ["certain", "probable", "possible", "unknown"];
/// FactBank's polarities.
pub(super) const POLARITIES: [&str; 3] = ["+", "-", "u"];
/// Tenses of records.
pub(super) const TENSES: [&str; 5] = ["past", "ongoing", "future", "habitual", "hypothetical"];
/// PLOVER's types.
pub(super) const TYPES: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

/// A stretch of bits in the packed attributes; 0 in it means a value that none of the lists has.
#[derive(Clone, Copy)]
pub(super) struct Bits {
    shift: u32,
    width: u32,
}

pub(super) const CERTAINTY: Bits = Bits { shift: 0, width: 3 };
pub(super) const POLARITY: Bits = Bits { shift: 3, width: 2 };
pub(super) const TENSE: Bits = Bits { shift: 5, width: 3 };
/// Whether the day is the event's own.
pub(super) const DATED: Bits = Bits { shift: 8, width: 1 };
pub(super) const TYPE: Bits = Bits { shift: 9, width: 5 };
/// Whether the place has coordinates.
pub(super) const LOCATED: Bits = Bits {
    shift: 14,
    width: 1,
};
/// Whole degrees north of the south pole.
pub(super) const LATITUDE: Bits = Bits {
    shift: 15,
    width: 8,
};
/// Whole degrees east of the antimeridian.
pub(super) const LONGITUDE: Bits = Bits {
    shift: 23,
    width: 9,
};

/// ISO 3166-1 alpha-3 code of the country of the place, five bits a letter.
pub(super) const COUNTRY: Bits = Bits {
    shift: 32,
    width: 15,
};

/// A code of three capital letters as the number that [`COUNTRY`] holds; `None` for any other text.
pub(super) fn letters(code: &str) -> Option<i64> {
    let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    let digits = code.bytes().map(|b| i64::from(b - b'A') + 1);
    is_code.then(|| digits.fold(0, |number, digit| number << 5 | digit))
}

/// The code that [`letters`] made a number of; `None` for 0.
pub(super) fn code(number: i64) -> Option<String> {
    let letter = |at: u32| char::from(b'A' - 1 + ((number >> (5 * at)) & 31) as u8);
    (number != 0).then(|| [2, 1, 0].map(letter).iter().collect())
}

impl Bits {
    /// The value, put where it belongs.
    pub fn pack(self, value: i64) -> i64 {
        value << self.shift
    }

    /// All bits of it.
    pub fn mask(self) -> i64 {
        ((1 << self.width) - 1) << self.shift
    }

    /// The value in `keys`.
    pub fn of(self, keys: i64) -> i64 {
        (keys >> self.shift) & ((1 << self.width) - 1)
    }

    /// SQL for the value in a column `keys` of `table`.
    pub fn sql(self, table: &str) -> String {
        format!(
            "(({table}.keys >> {}) & {})",
            self.shift,
            (1 << self.width) - 1
        )
    }
}

/// Place of a value in its list, from 1; 0 where it is not there.
pub(super) fn index(list: &[&str], value: &str) -> i64 {
    let at = list.iter().position(|known| *known == value);
    at.map_or(0, |at| at as i64 + 1)
}

/// Days since 1970-01-01 of a date as records have it, a time of day behind it or not.
pub(super) fn day_number(text: &str) -> Option<i64> {
    let date: Date = text.get(..10)?.parse().ok()?;
    Some(i64::from((date - Date::constant(1970, 1, 1)).get_days()))
}

/// The cell of a degree, counted from pole and antimeridian.
pub(super) fn degree(value: f64, from: f64, most: f64) -> i64 {
    (value + from).floor().clamp(0.0, most) as i64
}

/// Kinds of terms.
pub(super) mod kind {
    /// The one term that no list is kept of, only its number.
    pub const ALL: &str = "all";
    pub const TYPE: &str = "type";
    pub const MODE: &str = "mode";
    pub const ACTOR: &str = "actor";
    pub const ACTOR_COUNTRY: &str = "actor-country";
    pub const PLACE: &str = "place";
    pub const COUNTRY: &str = "country";
    pub const CELL: &str = "cell";
    pub const SOURCE: &str = "source";
    pub const SOURCE_KIND: &str = "source-kind";
}

type Term = (&'static str, String);

/// What one claim is found by.
pub(super) struct Keys {
    pub day: i64,
    pub last: i64,
    pub packed: i64,
    pub point: Option<(f64, f64)>,
    pub terms: BTreeSet<Term>,
}

impl Keys {
    pub fn of(article: &ArticleRecord, claim: &ClaimRecord) -> Self {
        let time = claim.time.as_ref();
        let first = time.and_then(|t| day_number(t.first.as_deref()?));
        let last = time.and_then(|t| day_number(t.last.as_deref()?));
        let own = first.zip(last);
        let published = article.anchor_date.as_deref().and_then(day_number);
        let day = own.map(|(first, _)| first).or(published).unwrap_or(NO_DAY);
        let location = claim
            .place
            .as_ref()
            .and_then(|place| place.location.as_ref());
        let point = location.map(|l| (l.latitude, l.longitude));
        let mut packed = CERTAINTY.pack(index(&CERTAINTIES, &claim.certainty))
            | POLARITY.pack(index(&POLARITIES, &claim.polarity))
            | TENSE.pack(index(&TENSES, &claim.tense))
            | TYPE.pack(index(&TYPES, &claim.event_type))
            | DATED.pack(i64::from(own.is_some()));
        if let Some((latitude, longitude)) = point {
            packed |= LOCATED.pack(1)
                | LATITUDE.pack(degree(latitude, 90.0, 179.0))
                | LONGITUDE.pack(degree(longitude, 180.0, 359.0));
        }
        let country = location.and_then(country);
        packed |= COUNTRY.pack(country.as_deref().and_then(letters).unwrap_or(0));
        Self {
            day,
            last: own.map_or(day, |(_, last)| last),
            packed,
            point,
            terms: terms(article, claim, point),
        }
    }
}

/// ISO 3166-1 alpha-3 code of the country of a place; places have the code of two letters.
fn country(location: &LocationRecord) -> Option<String> {
    let state = crosswalk::by_iso2(location.country.as_deref()?)?;
    Some(state.iso3.to_owned())
}

/// The name of the cell that a point lies in.
pub(super) fn cell(latitude: f64, longitude: f64) -> String {
    format!(
        "{}/{}",
        degree(latitude, 90.0, 179.0),
        degree(longitude, 180.0, 359.0)
    )
}

fn terms(
    article: &ArticleRecord,
    claim: &ClaimRecord,
    point: Option<(f64, f64)>,
) -> BTreeSet<Term> {
    let mut terms = BTreeSet::from([(kind::TYPE, claim.event_type.clone())]);
    if let Some(mode) = &claim.event_mode {
        terms.insert((kind::MODE, mode.clone()));
    }
    let add = |terms: &mut BTreeSet<Term>, kind, text: &str| {
        terms.extend(words(text).map(|word| (kind, word)));
    };
    for argument in claim.arguments.iter().filter(|a| a.role != "means") {
        for naming in namings(argument) {
            add(&mut terms, kind::ACTOR, naming);
        }
        let country = argument.identity.as_ref().and_then(|i| i.country.clone());
        terms.extend(country.map(|code| (kind::ACTOR_COUNTRY, code)));
    }
    if let Some(place) = &claim.place {
        for named in [&place.words].into_iter().chain(&place.within) {
            add(&mut terms, kind::PLACE, &named.text);
        }
        if let Some(location) = &place.location {
            let larger = location.admin1.iter().chain(&location.admin2);
            for name in [&location.name].into_iter().chain(larger) {
                add(&mut terms, kind::PLACE, name);
            }
            terms.extend(country(location).map(|code| (kind::COUNTRY, code)));
        }
    }
    if let Some((latitude, longitude)) = point {
        terms.insert((kind::CELL, cell(latitude, longitude)));
    }
    for source in &claim.sources {
        for naming in source_namings(source) {
            add(&mut terms, kind::SOURCE, naming);
        }
    }
    if let Some(outlet) = &article.outlet {
        add(&mut terms, kind::SOURCE, outlet);
    }
    terms.extend(
        claim
            .innermost()
            .map(|s| (kind::SOURCE_KIND, s.kind.clone())),
    );
    terms
}

fn namings(argument: &ArgumentRecord) -> impl Iterator<Item = &str> {
    let known = argument.identity.as_ref().and_then(|i| i.name.as_deref());
    let resolved = argument.resolved.as_ref().map(|words| words.text.as_str());
    [argument.words.text.as_str()]
        .into_iter()
        .chain(resolved)
        .chain(known)
}

fn source_namings(source: &SourceRecord) -> impl Iterator<Item = &str> {
    let mention = source.mention.as_ref().map(|words| words.text.as_str());
    let known = source.identity.as_ref().and_then(|i| i.name.as_deref());
    mention.into_iter().chain(source.name()).chain(known)
}

/// The words that a name is found by: lower case, without articles and signs.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| !matches!(word.as_str(), "the" | "a" | "an" | "of" | "and" | "in"))
}

/// Keys of claims that were written in the transaction under way, put into the tables at its end:
/// sorted and counted together they cost a fraction of what they would one by one.
#[derive(Default)]
pub(super) struct Pending {
    claims: Vec<(i64, Keys)>,
}

impl Pending {
    /// Remembers the keys of the claim in this row.
    pub fn add(&mut self, row: i64, keys: Keys) {
        self.claims.push((row, keys));
    }

    /// Writes them.
    pub fn flush(&mut self, t: &Connection) -> Result<()> {
        if self.claims.is_empty() {
            return Ok(());
        }
        let ids = count(t, &self.claims)?;
        let mut insert = t.prepare_cached(
            "INSERT INTO claim_keys (claim, day, last, keys, latitude, longitude, terms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        let mut terms = String::new();
        for (row, keys) in self.claims.drain(..) {
            terms.clear();
            terms.push(' ');
            for term in &keys.terms {
                if let Some(id) = ids.get(term) {
                    terms.push_str(id);
                    terms.push(' ');
                }
            }
            insert.execute(params![
                row,
                keys.day,
                keys.last,
                keys.packed,
                keys.point.map(|(latitude, _)| latitude),
                keys.point.map(|(_, longitude)| longitude),
                terms,
            ])?;
        }
        Ok(())
    }
}

/// Adds the claims to the numbers of their terms. The terms' ids, as lists have them.
fn count(t: &Connection, claims: &[(i64, Keys)]) -> Result<HashMap<Term, String>> {
    let mut at: HashMap<&Term, usize> = HashMap::new();
    // In the order of their first claims, so that the same claims give the same ids.
    let mut counts: Vec<(&Term, i64)> = Vec::new();
    for term in claims.iter().flat_map(|(_, keys)| &keys.terms) {
        let at = *at.entry(term).or_insert_with(|| {
            counts.push((term, 0));
            counts.len() - 1
        });
        counts[at].1 += 1;
    }
    let mut add = t.prepare_cached(
        "INSERT INTO terms (kind, term, claims) VALUES (?1, ?2, ?3)
         ON CONFLICT (kind, term) DO UPDATE SET claims = claims + excluded.claims
         RETURNING id",
    )?;
    let mut add = |kind: &str, term: &str, claims: i64| -> Result<i64> {
        add.query_row(params![kind, term, claims], |row| row.get(0))
    };
    add(kind::ALL, "", claims.len() as i64)?;
    let mut ids = HashMap::with_capacity(counts.len());
    for (term, n) in counts {
        ids.insert(term.clone(), list_name(add(term.0, &term.1, n)?));
    }
    Ok(ids)
}

/// A term's id as a word of lists: to the base of 36.
pub(super) fn list_name(id: i64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    let mut rest = id.unsigned_abs();
    loop {
        digits.push(DIGITS[(rest % 36) as usize]);
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    digits
        .iter()
        .rev()
        .map(|&digit| char::from(digit))
        .collect()
}

/// The id of a term in a list.
fn list_id(name: &str) -> Option<i64> {
    i64::from_str_radix(name, 36).ok()
}

/// Takes the claims of an article out of all lists.
pub(super) fn forget_article(t: &Connection, article: i64) -> Result<()> {
    let claims: Vec<(i64, String)> = t
        .prepare_cached(
            "SELECT k.claim, k.terms FROM claims AS c
             JOIN claim_keys AS k ON k.claim = c.row WHERE c.article = ?1",
        )?
        .query_map([article], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    for (claim, terms) in claims {
        t.prepare_cached("UPDATE terms SET claims = claims - 1 WHERE kind = ?1")?
            .execute([kind::ALL])?;
        for term in terms.split_whitespace().filter_map(list_id) {
            t.prepare_cached("UPDATE terms SET claims = claims - 1 WHERE id = ?1")?
                .execute([term])?;
        }
        t.prepare_cached("DELETE FROM claim_keys WHERE claim = ?1")?
            .execute([claim])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_values_come_back() {
        let keys = LATITUDE.pack(179) | LONGITUDE.pack(359) | TYPE.pack(16) | TENSE.pack(5);
        assert_eq!((LATITUDE.of(keys), LONGITUDE.of(keys)), (179, 359));
        assert_eq!((TYPE.of(keys), TENSE.of(keys), DATED.of(keys)), (16, 5, 0));
        assert_eq!(keys & LONGITUDE.mask(), LONGITUDE.pack(359));
    }

    #[test]
    fn codes_of_countries_and_lists_come_back() {
        for known in ["AAA", "KEN", "ZZZ"] {
            let number = letters(known).unwrap();
            assert_eq!(COUNTRY.of(COUNTRY.pack(number)), number);
            assert_eq!(code(number).as_deref(), Some(known));
        }
        assert_eq!([letters("ke"), letters("Ken"), letters("")], [None; 3]);
        assert_eq!(code(0), None);
        assert_eq!([0, 35, 36, 46_655].map(list_name), ["0", "z", "10", "zzz"]);
        assert_eq!(list_id("10"), Some(36));
    }

    #[test]
    fn days_and_words_are_read_as_records_have_them() {
        assert_eq!(day_number("1970-01-02"), Some(1));
        assert_eq!(day_number("2025-03-20T10:00Z"), Some(20_167));
        assert_eq!(day_number("2025-02-30"), None);
        assert_eq!(day_number("né"), None);
        let found: Vec<String> = words("the Army of St. Élie").collect();
        assert_eq!(found, ["army", "st", "élie"]);
        assert_eq!(cell(-90.0, 180.0), "0/359");
    }
}
