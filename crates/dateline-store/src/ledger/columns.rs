//! Facets, maps and timelines from columns held in memory: about 28 bytes a claim.

use super::Ledger;
use super::keys::{self, Bits, NO_DAY};
use super::query::ClaimFilter;
use crate::error::StoreError;
use std::collections::BTreeMap;

/// The attributes of every claim of a ledger, in memory. It does not follow later writes.
#[derive(Debug, Default)]
pub struct Columns {
    claims: Vec<i64>,
    days: Vec<i32>,
    keys: Vec<i64>,
    points: Vec<(f32, f32)>,
}

/// How many claims of a filter have each value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// All of them.
    pub claims: u64,
    /// By PLOVER type.
    pub event_types: BTreeMap<String, u64>,
    /// By country of the place, ISO 3166-1 alpha-3; claims without a known one are not in it.
    pub countries: BTreeMap<String, u64>,
    /// By FactBank certainty.
    pub certainties: BTreeMap<String, u64>,
    /// By FactBank polarity.
    pub polarities: BTreeMap<String, u64>,
    /// By tense.
    pub tenses: BTreeMap<String, u64>,
    /// By month (`YYYY-MM`) of the event's first day, where its day is known.
    pub months: BTreeMap<String, u64>,
}

/// How many claims lie in one cell of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridCell {
    /// Its southern edge in degrees.
    pub south: f64,
    /// Its western edge in degrees.
    pub west: f64,
    /// Claims in it.
    pub claims: u64,
}

impl Columns {
    /// Reads the columns of a ledger.
    ///
    /// # Errors
    /// If the file is in use, damaged, or lacks its indexes.
    pub fn load(ledger: &Ledger) -> Result<Self, StoreError> {
        ledger.check_indexed()?;
        let mut columns = Self::default();
        ledger.with(|c| {
            let mut all = c.prepare(
                "SELECT claim, day, keys, latitude, longitude FROM claim_keys ORDER BY claim",
            )?;
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                columns.claims.push(row.get(0)?);
                columns.days.push(row.get(1)?);
                columns.keys.push(row.get(2)?);
                let degrees = |at| -> rusqlite::Result<f32> {
                    Ok(row.get::<_, Option<f64>>(at)?.unwrap_or(f64::NAN) as f32)
                };
                columns.points.push((degrees(3)?, degrees(4)?));
            }
            Ok(())
        })?;
        Ok(columns)
    }

    /// How many claims there are.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// How many claims that meet `filter` have each value.
    ///
    /// # Errors
    /// As [`Ledger::query`].
    pub fn facets(&self, ledger: &Ledger, filter: &ClaimFilter) -> Result<Facets, StoreError> {
        let mut types = [0u64; 32];
        let mut certainties = [0u64; 8];
        let mut polarities = [0u64; 4];
        let mut tenses = [0u64; 8];
        let mut countries = vec![0u64; 1 << 15];
        let mut days: BTreeMap<i32, u64> = BTreeMap::new();
        let mut claims = 0;
        for at in self.selected(ledger, filter)? {
            let keys = self.keys[at];
            let count = |list: &mut [u64], bits: Bits| list[bits.of(keys) as usize] += 1;
            claims += 1;
            count(&mut types, keys::TYPE);
            count(&mut certainties, keys::CERTAINTY);
            count(&mut polarities, keys::POLARITY);
            count(&mut tenses, keys::TENSE);
            count(&mut countries, keys::COUNTRY);
            if keys::DATED.of(keys) == 1 {
                *days.entry(self.days[at]).or_default() += 1;
            }
        }
        let mut months = BTreeMap::new();
        for (day, count) in days {
            if let Some(month) = month(day) {
                *months.entry(month).or_default() += count;
            }
        }
        let countries = (0..).zip(countries).filter(|(_, count)| *count > 0);
        Ok(Facets {
            claims,
            event_types: named(&keys::TYPES, &types),
            countries: countries
                .filter_map(|(number, count)| Some((keys::code(number)?, count)))
                .collect(),
            certainties: named(&keys::CERTAINTIES, &certainties),
            polarities: named(&keys::POLARITIES, &polarities),
            tenses: named(&keys::TENSES, &tenses),
            months,
        })
    }

    /// How many claims that meet `filter` lie in each cell of `degrees` a side, counted from the south
    /// pole and the antimeridian; cells without any are not listed.
    ///
    /// # Errors
    /// As [`Ledger::query`].
    pub fn grid(
        &self,
        ledger: &Ledger,
        filter: &ClaimFilter,
        degrees: f64,
    ) -> Result<Vec<GridCell>, StoreError> {
        let degrees = degrees.clamp(0.1, 90.0);
        let across = (360.0 / degrees).ceil() as usize + 1;
        let high = (180.0 / degrees).ceil() as usize + 1;
        let mut counts = vec![0u64; across * high];
        for at in self.selected(ledger, filter)? {
            let (latitude, longitude) = self.points[at];
            if latitude.is_nan() || longitude.is_nan() {
                continue;
            }
            let row = ((f64::from(latitude) + 90.0) / degrees).max(0.0) as usize;
            let column = ((f64::from(longitude) + 180.0) / degrees).max(0.0) as usize;
            counts[row.min(high - 1) * across + column.min(across - 1)] += 1;
        }
        let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        Ok(filled
            .map(|(at, &claims)| GridCell {
                south: (at / across) as f64 * degrees - 90.0,
                west: (at % across) as f64 * degrees - 180.0,
                claims,
            })
            .collect())
    }

    /// Where the claims that meet the filter stand in the columns.
    fn selected(&self, ledger: &Ledger, filter: &ClaimFilter) -> Result<Vec<usize>, StoreError> {
        if filter.is_empty() {
            return Ok((0..self.len()).collect());
        }
        let rows = ledger.rows(filter)?;
        let mut at = 0;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            while self.claims.get(at).is_some_and(|claim| *claim < row) {
                at += 1;
            }
            if self.claims.get(at) == Some(&row) {
                found.push(at);
            }
        }
        Ok(found)
    }
}

fn named(list: &[&str], counts: &[u64]) -> BTreeMap<String, u64> {
    let named = list.iter().zip(&counts[1..]);
    let some = named.filter(|(_, count)| **count > 0);
    some.map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

fn month(day: i32) -> Option<String> {
    if i64::from(day) == NO_DAY {
        return None;
    }
    let epoch = jiff::civil::Date::constant(1970, 1, 1);
    let date = epoch
        .checked_add(jiff::Span::new().try_days(day).ok()?)
        .ok()?;
    Some(format!("{:04}-{:02}", date.year(), date.month()))
}
