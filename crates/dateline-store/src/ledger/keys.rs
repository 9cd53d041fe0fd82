//! What claims are found by: terms with their postings, and attributes packed into one number.
//!
//! A claim has about a dozen terms. `postings` lists the claims of each term by day, with the packed
//! attributes beside them: a query walks the shortest list from its newest end and tests the others
//! row by row, so that it never sorts and stops as soon as its page is full.

use crate::crosswalk;
use crate::record::{ArgumentRecord, ArticleRecord, ClaimRecord, LocationRecord, SourceRecord};
use jiff::civil::Date;
use rusqlite::{Connection, Result, params};
use std::collections::{BTreeMap, BTreeSet};

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
    pub country: Option<String>,
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
        Self {
            day,
            last: own.map_or(day, |(_, last)| last),
            packed,
            country: location.and_then(country),
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
    let mut terms = BTreeSet::from([
        (kind::ALL, String::new()),
        (kind::TYPE, claim.event_type.clone()),
    ]);
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

    /// Writes them; without their postings where a bulk import will make these at its end.
    pub fn flush(&mut self, t: &Connection, with_postings: bool) -> Result<()> {
        let mut counts: BTreeMap<&Term, i64> = BTreeMap::new();
        for term in self.claims.iter().flat_map(|(_, keys)| &keys.terms) {
            *counts.entry(term).or_default() += 1;
        }
        let mut ids = BTreeMap::new();
        {
            let mut count = t.prepare_cached(
                "INSERT INTO terms (kind, term, claims) VALUES (?1, ?2, ?3)
                 ON CONFLICT (kind, term) DO UPDATE SET claims = claims + excluded.claims
                 RETURNING id",
            )?;
            for (term, n) in counts {
                let id: i64 = count.query_row(params![term.0, term.1, n], |row| row.get(0))?;
                ids.insert(term, id);
            }
        }
        let mut postings = Vec::new();
        {
            let mut insert = t.prepare_cached(
                "INSERT INTO claim_keys (claim, day, last, keys, country, latitude, longitude, terms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?;
            for (row, keys) in &self.claims {
                let ids: Vec<i64> = keys
                    .terms
                    .iter()
                    .filter_map(|t| ids.get(t).copied())
                    .collect();
                insert.execute(params![
                    row,
                    keys.day,
                    keys.last,
                    keys.packed,
                    keys.country,
                    keys.point.map(|(latitude, _)| latitude),
                    keys.point.map(|(_, longitude)| longitude),
                    to_blob(&ids),
                ])?;
                if with_postings {
                    postings.extend(ids.iter().map(|&term| Posting {
                        term,
                        day: keys.day,
                        claim: *row,
                        last: keys.last,
                        keys: keys.packed,
                    }));
                }
            }
        }
        insert_postings(t, &mut postings)?;
        self.claims.clear();
        Ok(())
    }
}

/// A claim in the list of one of its terms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    pub term: i64,
    pub day: i64,
    pub claim: i64,
    pub last: i64,
    pub keys: i64,
}

/// Inserts postings in the order of their table.
pub(super) fn insert_postings(t: &Connection, postings: &mut [Posting]) -> Result<()> {
    postings.sort_unstable();
    let mut insert = t.prepare_cached(
        "INSERT INTO postings (term, day, claim, last, keys) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for p in postings {
        insert.execute(params![p.term, p.day, p.claim, p.last, p.keys])?;
    }
    Ok(())
}

/// Takes the claims of an article out of all lists.
pub(super) fn forget_article(t: &Connection, article: &str) -> Result<()> {
    let rows: Vec<(i64, i64, Vec<u8>)> = t
        .prepare_cached(
            "SELECT k.claim, k.day, k.terms FROM claim_keys AS k
             JOIN claims AS c ON c.row = k.claim WHERE c.article_id = ?1",
        )?
        .query_map([article], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_>>()?;
    for (claim, day, terms) in rows {
        for term in from_blob(&terms) {
            t.prepare_cached("DELETE FROM postings WHERE term = ?1 AND day = ?2 AND claim = ?3")?
                .execute((term, day, claim))?;
            t.prepare_cached("UPDATE terms SET claims = claims - 1 WHERE id = ?1")?
                .execute([term])?;
        }
        t.prepare_cached("DELETE FROM claim_keys WHERE claim = ?1")?
            .execute([claim])?;
    }
    Ok(())
}

fn to_blob(ids: &[i64]) -> Vec<u8> {
    ids.iter()
        .flat_map(|&id| (id as u32).to_le_bytes())
        .collect()
}

/// The ids of terms in a blob.
pub(super) fn from_blob(blob: &[u8]) -> impl Iterator<Item = i64> + '_ {
    let ids = blob.chunks_exact(4);
    ids.map(|b| i64::from(u32::from_le_bytes([b[0], b[1], b[2], b[3]])))
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
