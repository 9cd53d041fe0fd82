//! Claims by typed filters, newest first, page by page.

use super::Ledger;
use super::keys::{self, Bits, kind};
use super::load::load_claim;
use super::search::match_all;
use crate::error::{Kind, StoreError};
use crate::record::ClaimRecord;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params_from_iter};
use std::collections::BTreeSet;

/// Counting stops here: more is "10,000+".
const MOST_COUNTED: u64 = 10_000;

/// A list of claims no longer than this is walked with the text tested row by row; else the text's own
/// list is walked.
const SHORT_LIST: i64 = 1_000;

/// More cells than this are not looked up one by one.
const MOST_CELLS: usize = 500;

/// Which claims to find: those that meet every condition given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimFilter {
    /// The event surely happened on this day (`YYYY-MM-DD`) or later.
    pub from: Option<String>,
    /// The event surely happened on this day (`YYYY-MM-DD`) or earlier.
    pub to: Option<String>,
    /// All these words are in the names of its place and the places around.
    pub place: Option<String>,
    /// Its place has a point inside.
    pub bounds: Option<Bounds>,
    /// All these words are in the namings of its participants.
    pub actor: Option<String>,
    /// ISO 3166-1 alpha-3 code of the country it happened in.
    pub country: Option<String>,
    /// ISO 3166-1 alpha-3 code, or CAMEO's for what is no state, of one of its participants.
    pub actor_country: Option<String>,
    /// PLOVER type.
    pub event_type: Option<String>,
    /// PLOVER mode.
    pub event_mode: Option<String>,
    /// All these words are in the namings of its sources or its outlet.
    pub source: Option<String>,
    /// Kind of the innermost source.
    pub source_kind: Option<String>,
    /// FactBank certainty.
    pub certainty: Option<String>,
    /// FactBank polarity.
    pub polarity: Option<String>,
    /// `past`, `ongoing`, `future`, `habitual`, `hypothetical`.
    pub tense: Option<String>,
    /// All these words, stemmed, are in its evidence.
    pub text: Option<String>,
}

/// A box of degrees. Where `west` is greater than `east` it crosses the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

impl Bounds {
    /// Whether a point lies inside.
    pub fn hold(&self, latitude: f64, longitude: f64) -> bool {
        let across = self.west > self.east;
        let east_of = longitude >= self.west;
        let west_of = longitude <= self.east;
        (self.south..=self.north).contains(&latitude)
            && if across {
                east_of || west_of
            } else {
                east_of && west_of
            }
    }

    fn is_sound(&self) -> bool {
        let latitude = -90.0..=90.0;
        let longitude = -180.0..=180.0;
        latitude.contains(&self.south)
            && latitude.contains(&self.north)
            && self.south <= self.north
            && longitude.contains(&self.west)
            && longitude.contains(&self.east)
    }
}

/// A page of claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimPage {
    /// Newest first: by the event's day, else the day of publication; where the page was found by its
    /// words alone, by when they were stored.
    pub claims: Vec<ClaimRecord>,
    /// Where the next page begins; absent on the last.
    pub next: Option<String>,
}

/// How many claims meet a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// So many, or, where `more`, at least so many.
    pub claims: u64,
    /// Whether counting stopped.
    pub more: bool,
}

impl ClaimFilter {
    /// Whether it asks for nothing, so that all claims meet it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Ledger {
    /// The claims that meet `filter`, newest first, at most `limit`, from where `after` (the
    /// [`ClaimPage::next`] of the page before) says.
    ///
    /// # Errors
    /// If a value of the filter or `after` is none that a claim can have, or the file is in use,
    /// damaged, or lacks its indexes.
    pub fn query(
        &self,
        filter: &ClaimFilter,
        limit: u32,
        after: Option<&str>,
    ) -> std::result::Result<ClaimPage, StoreError> {
        self.check_indexed()?;
        let asked = Asked::new(filter)?;
        let after = after.map(Cursor::parse).transpose()?;
        self.with(|c| {
            let Some(plan) = Plan::new(c, &asked, after.map(|cursor| cursor.by_words))? else {
                return Ok(ClaimPage::default());
            };
            let mut rows = plan.rows(c, after, Some(i64::from(limit) + 1))?;
            let is_last = rows.len() <= limit as usize;
            rows.truncate(limit as usize);
            let next = rows.last().filter(|_| !is_last).map(|&(day, claim)| {
                let by_words = plan.by_words;
                Cursor {
                    by_words,
                    day,
                    claim,
                }
                .text()
            });
            let claims = rows.iter().map(|(_, claim)| load_claim(c, *claim));
            Ok(ClaimPage {
                claims: claims.collect::<Result<_>>()?,
                next,
            })
        })
    }

    /// How many claims meet `filter`; counting stops at ten thousand.
    ///
    /// # Errors
    /// As [`Ledger::query`].
    pub fn count(&self, filter: &ClaimFilter) -> std::result::Result<Count, StoreError> {
        self.check_indexed()?;
        let asked = Asked::new(filter)?;
        self.with(|c| {
            let Some(plan) = Plan::new(c, &asked, None)? else {
                return Ok(Count {
                    claims: 0,
                    more: false,
                });
            };
            let found = plan.count(c, MOST_COUNTED + 1)?;
            Ok(Count {
                claims: found.min(MOST_COUNTED),
                more: found > MOST_COUNTED,
            })
        })
    }

    /// The ids of all claims that meet `filter`.
    pub(crate) fn ids(
        &self,
        filter: &ClaimFilter,
    ) -> std::result::Result<BTreeSet<String>, StoreError> {
        let rows = self.rows(filter)?;
        self.with(|c| {
            let mut id = c.prepare_cached("SELECT id FROM claims WHERE row = ?1")?;
            let ids = rows.iter().map(|row| id.query_row([row], |row| row.get(0)));
            ids.collect()
        })
    }

    /// The rows of all claims that meet `filter`, in ascending order.
    pub(crate) fn rows(&self, filter: &ClaimFilter) -> std::result::Result<Vec<i64>, StoreError> {
        self.check_indexed()?;
        let asked = Asked::new(filter)?;
        self.with(|c| {
            let Some(plan) = Plan::new(c, &asked, None)? else {
                return Ok(Vec::new());
            };
            let rows = plan.rows(c, None, None)?;
            let mut rows: Vec<i64> = rows.into_iter().map(|(_, claim)| claim).collect();
            rows.sort_unstable();
            Ok(rows)
        })
    }
}

/// Where a page ended.
#[derive(Clone, Copy)]
struct Cursor {
    by_words: bool,
    day: i64,
    claim: i64,
}

impl Cursor {
    fn text(self) -> String {
        let order = if self.by_words { 'w' } else { 'd' };
        format!("{order}{}.{}", self.day, self.claim)
    }

    fn parse(text: &str) -> std::result::Result<Self, StoreError> {
        let parse = || {
            let (order, rest) = text.split_at_checked(1)?;
            let (day, claim) = rest.split_once('.')?;
            Some(Self {
                by_words: match order {
                    "w" => true,
                    "d" => false,
                    _ => return None,
                },
                day: day.parse().ok()?,
                claim: claim.parse().ok()?,
            })
        };
        parse().ok_or_else(|| refused(format!("“{text}” is not where a page ended")))
    }
}

fn refused(message: String) -> StoreError {
    Kind::Filter(message).into()
}

/// A filter whose values were checked.
struct Asked {
    terms: Vec<(&'static str, String)>,
    mask: i64,
    value: i64,
    from: Option<i64>,
    to: Option<i64>,
    bounds: Option<Bounds>,
    /// The words, as the full text index wants them.
    text: Option<String>,
}

impl Asked {
    fn new(filter: &ClaimFilter) -> std::result::Result<Self, StoreError> {
        let mut asked = Self {
            terms: vec![(kind::ALL, String::new())],
            mask: 0,
            value: 0,
            from: day(filter.from.as_deref())?,
            to: day(filter.to.as_deref())?,
            bounds: filter.bounds,
            text: None,
        };
        if asked.from.is_some() || asked.to.is_some() {
            asked.want(keys::DATED, 1);
        }
        if let Some(bounds) = filter.bounds {
            if !bounds.is_sound() {
                return Err(refused(
                    "a box is west,south,east,north in degrees, south not above north".to_owned(),
                ));
            }
            asked.want(keys::LOCATED, 1);
        }
        asked.one_of(
            keys::CERTAINTY,
            "certainty",
            &keys::CERTAINTIES,
            &filter.certainty,
        )?;
        asked.one_of(
            keys::POLARITY,
            "polarity",
            &keys::POLARITIES,
            &filter.polarity,
        )?;
        asked.one_of(keys::TENSE, "tense", &keys::TENSES, &filter.tense)?;
        let whole = [
            (kind::TYPE, &filter.event_type),
            (kind::MODE, &filter.event_mode),
            (kind::COUNTRY, &filter.country),
            (kind::ACTOR_COUNTRY, &filter.actor_country),
            (kind::SOURCE_KIND, &filter.source_kind),
        ];
        for (kind, value) in whole {
            asked.terms.extend(value.clone().map(|value| (kind, value)));
        }
        let worded = [
            (kind::PLACE, "place", &filter.place),
            (kind::ACTOR, "actor", &filter.actor),
            (kind::SOURCE, "source", &filter.source),
        ];
        for (kind, field, value) in worded {
            let Some(value) = value else { continue };
            let before = asked.terms.len();
            asked
                .terms
                .extend(keys::words(value).map(|word| (kind, word)));
            if asked.terms.len() == before {
                return Err(refused(format!(
                    "“{value}” holds no word to find a {field} by"
                )));
            }
        }
        if let Some(text) = &filter.text {
            let words = match_all(text);
            if words.is_empty() {
                return Err(refused(format!("“{text}” holds no word to search for")));
            }
            asked.text = Some(words);
        }
        Ok(asked)
    }

    fn want(&mut self, bits: Bits, value: i64) {
        self.mask |= bits.mask();
        self.value |= bits.pack(value);
    }

    fn one_of(
        &mut self,
        bits: Bits,
        field: &str,
        list: &[&str],
        value: &Option<String>,
    ) -> std::result::Result<(), StoreError> {
        let Some(value) = value else { return Ok(()) };
        match keys::index(list, value) {
            0 => Err(refused(format!(
                "{field} is one of {}; “{value}” is not",
                list.join(", ")
            ))),
            index => {
                self.want(bits, index);
                Ok(())
            }
        }
    }
}

fn day(text: Option<&str>) -> std::result::Result<Option<i64>, StoreError> {
    let Some(text) = text else { return Ok(None) };
    let number = keys::day_number(text).filter(|_| text.len() == 10);
    match number {
        Some(number) => Ok(Some(number)),
        None => Err(refused(format!("“{text}” is no day; write YYYY-MM-DD"))),
    }
}

/// How a filter is answered: one list to walk, and what is tested row by row. The rows are `p`.
struct Plan {
    from: String,
    params: Vec<Value>,
    /// Whether the full text index is walked, whose order is that of storing.
    by_words: bool,
}

impl Plan {
    /// `None` where nothing can meet the filter.
    fn new(c: &Connection, asked: &Asked, by_words: Option<bool>) -> Result<Option<Self>> {
        let Some(mut terms) = counted(c, asked)? else {
            return Ok(None);
        };
        terms.sort_unstable_by_key(|&(id, claims)| (claims, id));
        let (shortest, length) = terms[0];
        let by_words = match &asked.text {
            None => false,
            Some(_) => by_words.unwrap_or(length > SHORT_LIST),
        };
        let mut plan = Self {
            from: String::new(),
            params: Vec::new(),
            by_words,
        };
        let cells = match asked.bounds {
            Some(bounds) if !by_words => cells_within(c, &bounds, length)?,
            _ => None,
        };
        let mut walked = None;
        if by_words {
            plan.from.push_str(
                "claims_fts CROSS JOIN claim_keys AS p ON p.claim = claims_fts.rowid \
                 WHERE claims_fts MATCH ?",
            );
            plan.params.extend(asked.text.clone().map(Value::from));
        } else if let Some(cells) = cells {
            let cells: Vec<String> = cells.iter().map(i64::to_string).collect();
            let list = cells.join(",");
            plan.from
                .push_str(&format!("postings AS p WHERE p.term IN ({list})"));
        } else {
            walked = Some(shortest);
            plan.test("postings AS p WHERE p.term = ?", [shortest.into()]);
        }
        plan.test_attributes(asked);
        for &(term, _) in &terms[..terms.len() - 1] {
            if walked != Some(term) {
                plan.test(
                    " AND EXISTS (SELECT 1 FROM postings AS x \
                     WHERE x.term = ? AND x.day = p.day AND x.claim = p.claim)",
                    [term.into()],
                );
            }
        }
        if let (Some(text), false) = (&asked.text, by_words) {
            plan.test(
                " AND EXISTS (SELECT 1 FROM claims_fts \
                 WHERE claims_fts MATCH ? AND claims_fts.rowid = p.claim)",
                [text.clone().into()],
            );
        }
        Ok(Some(plan))
    }

    fn test<const N: usize>(&mut self, sql: &str, params: [Value; N]) {
        self.from.push_str(sql);
        self.params.extend(params);
    }

    /// What stands in each row of a list.
    fn test_attributes(&mut self, asked: &Asked) {
        if asked.mask != 0 {
            self.test(
                " AND (p.keys & ?) = ?",
                [asked.mask.into(), asked.value.into()],
            );
        }
        if let Some(from) = asked.from {
            self.test(" AND p.day >= ?", [from.into()]);
        }
        if let Some(to) = asked.to {
            self.test(" AND p.day <= ? AND p.last <= ?", [to.into(), to.into()]);
        }
        if let Some(bounds) = &asked.bounds {
            self.test_bounds(bounds);
        }
    }

    /// Cells first, which are in the list; then the point itself.
    fn test_bounds(&mut self, b: &Bounds) {
        let either = if b.west > b.east { "OR" } else { "AND" };
        let (latitude, longitude) = (keys::LATITUDE.sql("p"), keys::LONGITUDE.sql("p"));
        let north = |degrees| Value::from(keys::degree(degrees, 90.0, 179.0));
        let east = |degrees| Value::from(keys::degree(degrees, 180.0, 359.0));
        self.test(
            &format!(
                " AND {latitude} BETWEEN ? AND ? AND ({longitude} >= ? {either} {longitude} <= ?)"
            ),
            [north(b.south), north(b.north), east(b.west), east(b.east)],
        );
        self.test(
            &format!(
                " AND EXISTS (SELECT 1 FROM claim_keys AS k WHERE k.claim = p.claim \
                 AND k.latitude BETWEEN ? AND ? AND (k.longitude >= ? {either} k.longitude <= ?))"
            ),
            [b.south.into(), b.north.into(), b.west.into(), b.east.into()],
        );
    }

    /// Day and row of the claims found, newest first.
    fn rows(
        &self,
        c: &Connection,
        after: Option<Cursor>,
        limit: Option<i64>,
    ) -> Result<Vec<(i64, i64)>> {
        let mut sql = format!("SELECT p.day, p.claim FROM {}", self.from);
        let mut params = self.params.clone();
        if let Some(after) = after {
            if self.by_words {
                sql.push_str(" AND claims_fts.rowid < ?");
                params.push(after.claim.into());
            } else {
                sql.push_str(" AND (p.day, p.claim) < (?, ?)");
                params.extend([after.day.into(), after.claim.into()]);
            }
        }
        sql.push_str(match self.by_words {
            true => " ORDER BY claims_fts.rowid DESC",
            false => " ORDER BY p.day DESC, p.claim DESC",
        });
        if let Some(limit) = limit {
            sql.push_str(" LIMIT ?");
            params.push(limit.into());
        }
        c.prepare_cached(&sql)?
            .query_map(params_from_iter(params), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect()
    }

    fn count(&self, c: &Connection, most: u64) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {} LIMIT ?)", self.from);
        let mut params = self.params.clone();
        params.push((most as i64).into());
        c.prepare_cached(&sql)?
            .query_row(params_from_iter(params), |row| row.get::<_, i64>(0))
            .map(i64::unsigned_abs)
    }
}

/// Id and number of claims of each term asked for; `None` where one has none.
fn counted(c: &Connection, asked: &Asked) -> Result<Option<Vec<(i64, i64)>>> {
    let mut find =
        c.prepare_cached("SELECT id, claims FROM terms WHERE kind = ?1 AND term = ?2")?;
    let mut counted = Vec::new();
    for (kind, term) in &asked.terms {
        let known: Option<(i64, i64)> = find
            .query_row((kind, term), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match known {
            Some((id, claims)) if claims > 0 => counted.push((id, claims)),
            _ => return Ok(None),
        }
    }
    Ok(Some(counted))
}

/// The cells that touch the box, if they are few and hold fewer claims than `length`.
fn cells_within(c: &Connection, bounds: &Bounds, length: i64) -> Result<Option<Vec<i64>>> {
    let mut all = c.prepare_cached("SELECT id, term, claims FROM terms WHERE kind = ?1")?;
    let mut rows = all.query([kind::CELL])?;
    let (mut cells, mut claims) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let term: String = row.get(1)?;
        if touches(&term, bounds) {
            cells.push(row.get(0)?);
            claims += row.get::<_, i64>(2)?;
        }
        if claims >= length || cells.len() > MOST_CELLS {
            return Ok(None);
        }
    }
    Ok(Some(cells))
}

/// Whether a cell has a part in the box.
fn touches(cell: &str, b: &Bounds) -> bool {
    let Some((latitude, longitude)) = cell.split_once('/') else {
        return false;
    };
    let (Ok(latitude), Ok(longitude)) = (latitude.parse::<i64>(), longitude.parse::<i64>()) else {
        return false;
    };
    let north = |degrees| keys::degree(degrees, 90.0, 179.0);
    let east = |degrees| keys::degree(degrees, 180.0, 359.0);
    let (west, east) = (longitude >= east(b.west), longitude <= east(b.east));
    (north(b.south)..=north(b.north)).contains(&latitude)
        && if b.west > b.east {
            west || east
        } else {
            west && east
        }
}
