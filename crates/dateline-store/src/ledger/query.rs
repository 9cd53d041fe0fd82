//! Claims by typed filters, newest first, page by page.

use super::Ledger;
use super::keys::{self, Bits, kind};
use super::load::load_claim;
use super::search::match_all;
use crate::error::{Kind, StoreError};
use crate::record::ClaimRecord;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params_from_iter};
use std::collections::{BTreeSet, HashSet};

/// Counting stops here: more is "10,000+".
const MOST_COUNTED: u64 = 10_000;

/// Where one way to answer a filter becomes cheaper than another.
struct Limits {
    /// A list of claims no longer than this is gathered whole.
    short: i64,
    /// So many claims of the newest are tested before lists are gathered that are not short.
    walked: i64,
    /// So many claims are looked up in the list of the words asked for, before that list is read.
    looked_up: usize,
}

const LIMITS: Limits = Limits {
    short: 20_000,
    walked: 20_000,
    looked_up: 300,
};

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

impl ClaimFilter {
    /// What `certainty` may be.
    pub const CERTAINTIES: [&str; 4] = keys::CERTAINTIES;
    /// What `polarity` may be.
    pub const POLARITIES: [&str; 3] = keys::POLARITIES;
    /// What `tense` may be.
    pub const TENSES: [&str; 5] = keys::TENSES;
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
            let mut rows = plan.rows(after, Some(i64::from(limit) + 1))?;
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
            let found = plan.rows(None, Some(MOST_COUNTED as i64 + 1))?.len() as u64;
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
            let mut id = c.prepare_cached("SELECT claim_id FROM claim_ids WHERE claim = ?1")?;
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
            let rows = plan.rows(None, None)?;
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

/// A term that claims must have.
struct Term {
    kind: &'static str,
    term: String,
    /// Whether the packed attributes tell it too.
    packed: bool,
}

/// A filter whose values were checked.
struct Asked {
    terms: Vec<Term>,
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
            terms: Vec::new(),
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
        let known_type = filter.event_type.as_deref();
        let known_type = known_type.map_or(0, |value| keys::index(&keys::TYPES, value));
        let known_country = filter.country.as_deref().and_then(keys::letters);
        let packed = [
            (keys::TYPE, known_type),
            (keys::COUNTRY, known_country.unwrap_or(0)),
        ];
        for (bits, value) in packed.into_iter().filter(|(_, value)| *value != 0) {
            asked.want(bits, value);
        }
        let whole = [
            (kind::TYPE, &filter.event_type, known_type != 0),
            (kind::MODE, &filter.event_mode, false),
            (kind::COUNTRY, &filter.country, known_country.is_some()),
            (kind::ACTOR_COUNTRY, &filter.actor_country, false),
            (kind::SOURCE_KIND, &filter.source_kind, false),
        ];
        for (kind, value, packed) in whole {
            asked
                .terms
                .extend(value.clone().map(|term| Term { kind, term, packed }));
        }
        let worded = [
            (kind::PLACE, "place", &filter.place),
            (kind::ACTOR, "actor", &filter.actor),
            (kind::SOURCE, "source", &filter.source),
        ];
        for (kind, field, value) in worded {
            let Some(value) = value else { continue };
            let before = asked.terms.len();
            asked.terms.extend(keys::words(value).map(|term| Term {
                kind,
                term,
                packed: false,
            }));
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

/// How a filter is answered. Either the newest claims are walked through (by the index of days, or by the
/// list of the words asked for) and each is tested; or lists of terms are gathered whole, where they are
/// short or so little was found by walking that they must be.
struct Plan<'c> {
    c: &'c Connection,
    asked: &'c Asked,
    /// Terms asked for, as lists name them, and whether the packed attributes tell them too.
    terms: Vec<(String, bool)>,
    /// What the lists to gather are, in the words of the full text index; `None` without any.
    lists: Option<String>,
    /// Claims of the shortest of the lists; of all claims without any.
    shortest: i64,
    /// All claims.
    all: i64,
    /// Whether claims come by when they were stored, as the list of words has them; else by day.
    by_words: bool,
    limits: Limits,
}

impl<'c> Plan<'c> {
    /// `None` where nothing can meet the filter.
    fn new(c: &'c Connection, asked: &'c Asked, by_words: Option<bool>) -> Result<Option<Self>> {
        let all = counted(c, kind::ALL, "")?.map_or(0, |(_, claims)| claims);
        let mut shortest = all;
        let mut terms = Vec::with_capacity(asked.terms.len());
        for term in &asked.terms {
            match counted(c, term.kind, &term.term)? {
                Some((id, claims)) if claims > 0 => {
                    terms.push((keys::list_name(id), term.packed));
                    shortest = shortest.min(claims);
                }
                _ => return Ok(None),
            }
        }
        let mut lists: Vec<String> = terms.iter().map(|(name, _)| name.clone()).collect();
        if let Some(bounds) = &asked.bounds
            && let Some((cells, claims)) = cells_within(c, bounds)?
        {
            if cells.is_empty() {
                return Ok(None);
            }
            lists.push(format!("({})", cells.join(" OR ")));
            shortest = shortest.min(claims);
        }
        let by_words = asked.text.is_some()
            && (lists.is_empty() || by_words.unwrap_or(shortest > LIMITS.short));
        Ok((all > 0).then(|| Self {
            c,
            asked,
            terms,
            lists: (!lists.is_empty()).then(|| lists.join(" AND ")),
            shortest,
            all,
            by_words,
            limits: LIMITS,
        }))
    }

    /// Day and row of the claims found, in order, at most `limit`.
    fn rows(&self, after: Option<Cursor>, limit: Option<i64>) -> Result<Vec<(i64, i64)>> {
        let Some(lists) = &self.lists else {
            return self.walk(after, limit, None);
        };
        let at_once = match limit {
            Some(_) if self.by_words => false,
            Some(_) => self.shortest <= self.limits.short || self.asked.text.is_some(),
            // Reading every tenth claim from the lists costs as much as reading all in a row.
            None => self.shortest < self.all / 10 || self.asked.text.is_some(),
        };
        if !at_once {
            let least = match limit {
                Some(_) => self.walked(after)?,
                None => None,
            };
            let found = self.walk(after, limit, least)?;
            if least.is_none() || limit.is_some_and(|limit| found.len() as i64 >= limit) {
                return Ok(found);
            }
        }
        let mut found = self.gather(lists)?;
        let order = |&(day, claim): &(i64, i64)| (if self.by_words { 0 } else { day }, claim);
        if let Some(after) = after {
            let after = order(&(after.day, after.claim));
            found.retain(|row| order(row) < after);
        }
        found.sort_unstable_by_key(|row| std::cmp::Reverse(order(row)));
        let limit = limit.map_or(usize::MAX, |limit| limit as usize);
        if let Some(text) = &self.asked.text {
            return self.with_words(text, &found, limit);
        }
        found.truncate(limit);
        Ok(found)
    }

    /// Where to stop walking; `None` if there is not so much to walk.
    fn walked(&self, after: Option<Cursor>) -> Result<Option<(i64, i64)>> {
        let mut sql = Sql::of("SELECT ", &[]);
        self.start(&mut sql);
        self.go_on(&mut sql, after, None);
        sql.add(" LIMIT 1 OFFSET ?", &[self.limits.walked.into()]);
        Ok(sql.rows(self.c)?.into_iter().next())
    }

    /// What meets the filter from the newest on, as far as `least` or to the end.
    fn walk(
        &self,
        after: Option<Cursor>,
        limit: Option<i64>,
        least: Option<(i64, i64)>,
    ) -> Result<Vec<(i64, i64)>> {
        let mut sql = Sql::of("SELECT ", &[]);
        self.start(&mut sql);
        self.test(&mut sql);
        for (term, _) in self.terms.iter().filter(|(_, packed)| !packed) {
            sql.add(" AND instr(k.terms, ?) > 0", &[format!(" {term} ").into()]);
        }
        self.go_on(&mut sql, after, least);
        sql.add(" LIMIT ?", &[limit.unwrap_or(-1).into()]);
        sql.rows(self.c)
    }

    /// What is walked: columns, tables, and the condition that all rows meet.
    fn start(&self, sql: &mut Sql) {
        match &self.asked.text {
            Some(text) if self.by_words => sql.add(
                "k.day, k.claim FROM claims_fts CROSS JOIN claim_keys AS k \
                 ON k.claim = claims_fts.rowid WHERE claims_fts MATCH ?",
                &[text.clone().into()],
            ),
            _ => {
                sql.add(
                    "k.day, k.claim FROM claim_keys AS k INDEXED BY claim_keys_by_day WHERE true",
                    &[],
                );
                if let Some(to) = self.asked.to {
                    sql.add(" AND k.day <= ?", &[to.into()]);
                }
                if let Some(from) = self.asked.from {
                    sql.add(" AND k.day >= ?", &[from.into()]);
                }
            }
        }
    }

    /// From where to where it is walked, and in which order.
    fn go_on(&self, sql: &mut Sql, after: Option<Cursor>, least: Option<(i64, i64)>) {
        let after = after.map(|after| (after.day, after.claim));
        for (limit, sign) in [(after, "<"), (least, ">")] {
            let Some((day, claim)) = limit else { continue };
            if self.by_words {
                sql.add(&format!(" AND claims_fts.rowid {sign} ?"), &[claim.into()]);
            } else {
                let text = format!(" AND (k.day, k.claim) {sign} (?, ?)");
                sql.add(&text, &[day.into(), claim.into()]);
            }
        }
        sql.text.push_str(match self.by_words {
            true => " ORDER BY claims_fts.rowid DESC",
            false => " ORDER BY k.day DESC, k.claim DESC",
        });
    }

    /// All that meets the filter but for the words asked for, from the lists of its terms, in no order.
    fn gather(&self, lists: &str) -> Result<Vec<(i64, i64)>> {
        let mut sql = Sql::of(
            "SELECT k.day, k.claim FROM terms_fts CROSS JOIN claim_keys AS k \
             ON k.claim = terms_fts.rowid WHERE terms_fts MATCH ?",
            &[lists.to_owned().into()],
        );
        self.test(&mut sql);
        sql.rows(self.c)
    }

    /// The first of `found` that have the words, at most `limit`.
    fn with_words(
        &self,
        words: &str,
        found: &[(i64, i64)],
        limit: usize,
    ) -> Result<Vec<(i64, i64)>> {
        let (first, rest) = found.split_at(found.len().min(self.limits.looked_up));
        let mut has_words = self.c.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM claims_fts WHERE claims_fts MATCH ?1 AND rowid = ?2)",
        )?;
        let mut kept = Vec::new();
        for row in first {
            if kept.len() < limit && has_words.query_row((words, row.1), |row| row.get(0))? {
                kept.push(*row);
            }
        }
        if kept.len() == limit || rest.is_empty() {
            return Ok(kept);
        }
        let mut all = self
            .c
            .prepare_cached("SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?1")?;
        let all = all.query_map([words], |row| row.get(0))?;
        let all = all.collect::<Result<HashSet<i64>>>()?;
        let more = rest.iter().filter(|(_, claim)| all.contains(claim));
        kept.extend(more.take(limit - kept.len()));
        Ok(kept)
    }

    /// What each claim's own keys must be.
    fn test(&self, sql: &mut Sql) {
        let asked = self.asked;
        if asked.mask != 0 {
            sql.add(
                " AND (k.keys & ?) = ?",
                &[asked.mask.into(), asked.value.into()],
            );
        }
        if let Some(from) = asked.from {
            sql.add(" AND +k.day >= ?", &[from.into()]);
        }
        if let Some(to) = asked.to {
            sql.add(" AND k.last <= ?", &[to.into()]);
        }
        if let Some(bounds) = &asked.bounds {
            test_bounds(sql, bounds);
        }
    }
}

/// Cells first, which stand in the index by day too; then the point itself.
fn test_bounds(sql: &mut Sql, b: &Bounds) {
    let either = if b.west > b.east { "OR" } else { "AND" };
    let (latitude, longitude) = (keys::LATITUDE.sql("k"), keys::LONGITUDE.sql("k"));
    let north = |degrees| Value::from(keys::degree(degrees, 90.0, 179.0));
    let east = |degrees| Value::from(keys::degree(degrees, 180.0, 359.0));
    sql.add(
        &format!(
            " AND {latitude} BETWEEN ? AND ? AND ({longitude} >= ? {either} {longitude} <= ?)"
        ),
        &[north(b.south), north(b.north), east(b.west), east(b.east)],
    );
    sql.add(
        &format!(
            " AND k.latitude BETWEEN ? AND ? AND (k.longitude >= ? {either} k.longitude <= ?)"
        ),
        &[b.south.into(), b.north.into(), b.west.into(), b.east.into()],
    );
}

/// A query and its parameters.
struct Sql {
    text: String,
    params: Vec<Value>,
}

impl Sql {
    fn of(text: &str, params: &[Value]) -> Self {
        Self {
            text: text.to_owned(),
            params: params.to_vec(),
        }
    }

    fn add(&mut self, text: &str, params: &[Value]) {
        self.text.push_str(text);
        self.params.extend_from_slice(params);
    }

    /// Day and row of each claim.
    fn rows(&self, c: &Connection) -> Result<Vec<(i64, i64)>> {
        c.prepare_cached(&self.text)?
            .query_map(params_from_iter(&self.params), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect()
    }
}

/// Id of a term, and how many claims have it.
fn counted(c: &Connection, kind: &str, term: &str) -> Result<Option<(i64, i64)>> {
    c.prepare_cached("SELECT id, claims FROM terms WHERE kind = ?1 AND term = ?2")?
        .query_row((kind, term), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// The cells that touch the box, as lists name them, if they are few, and how many claims they hold.
fn cells_within(c: &Connection, bounds: &Bounds) -> Result<Option<(Vec<String>, i64)>> {
    let mut all =
        c.prepare_cached("SELECT id, term, claims FROM terms WHERE kind = ?1 AND claims > 0")?;
    let mut rows = all.query([kind::CELL])?;
    let (mut cells, mut claims) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let term: String = row.get(1)?;
        if touches(&term, bounds) {
            cells.push(keys::list_name(row.get(0)?));
            claims += row.get::<_, i64>(2)?;
        }
    }
    Ok((cells.len() <= MOST_CELLS).then_some((cells, claims)))
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

#[cfg(test)]
mod tests {
    use super::super::common;
    use super::*;

    /// Filters that lists, days, packed attributes, cells and words answer, alone and together.
    fn filters() -> Vec<ClaimFilter> {
        let some = |text: &str| Some(text.to_owned());
        let mut all = Vec::new();
        for text in [None, some("bridge"), some("bridge army")] {
            for country in [None, some("KEN")] {
                for (event_type, certainty) in [(None, some("certain")), (some("ASSAULT"), None)] {
                    for bounds in [None, Some((30.0, -5.0)), Some((-180.0, -90.0))] {
                        all.push(ClaimFilter {
                            text: text.clone(),
                            country: country.clone(),
                            event_type: event_type.clone(),
                            certainty: certainty.clone(),
                            actor: bounds.and(some("army")),
                            bounds: bounds.map(|(west, south)| Bounds {
                                west,
                                south,
                                east: 100.0,
                                north: 60.0,
                            }),
                            ..ClaimFilter::default()
                        });
                    }
                }
            }
        }
        all
    }

    #[test]
    fn every_way_to_answer_a_filter_finds_the_same_in_the_same_order() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
        ledger.write_all(&common::world(80)).unwrap();
        let c = &ledger.connection;
        let mut found = 0;
        for filter in filters() {
            let asked = Asked::new(&filter).unwrap();
            for by_words in [false, true] {
                let rows = |limits: Limits, limit| {
                    let plan = Plan::new(c, &asked, Some(by_words)).unwrap().unwrap();
                    let plan = Plan { limits, ..plan };
                    let first = plan.rows(None, limit).unwrap();
                    let Some(&(day, claim)) = first.get(1) else {
                        return (first, Vec::new());
                    };
                    let by_words = plan.by_words;
                    let after = Cursor {
                        by_words,
                        day,
                        claim,
                    };
                    let rest = plan.rows(Some(after), limit).unwrap();
                    (first, rest)
                };
                for limit in [None, Some(5), Some(1000)] {
                    let usual = rows(LIMITS, limit);
                    found += usual.0.len();
                    for (short, walked, looked_up) in [(0, 3, 2), (0, 40, 1), (1000, 3, 0)] {
                        let limits = Limits {
                            short,
                            walked,
                            looked_up,
                        };
                        assert_eq!(
                            rows(limits, limit),
                            usual,
                            "{filter:?} {by_words} {limit:?}"
                        );
                    }
                }
            }
        }
        assert!(found > 1000, "{found}");
    }
}
