//! Bulk import: indexes are dropped first and made again at the end, which costs about half.
//!
//! What is still to be done is written into the file before anything is dropped, so a ledger whose
//! bulk import was cut off knows it: opening it for writing finishes the work.

use super::Ledger;
use super::keys::{Posting, from_blob, insert_postings};
use crate::error::{Kind, StoreError};
use rusqlite::{Connection, Result};

/// Postings sorted in memory at once: 40 bytes each.
const AT_ONCE: i64 = 4_000_000;

/// Indexes and triggers that a bulk import goes without.
const DROPPED: [&str; 10] = [
    "claims_fts_insert",
    "articles_fts_insert",
    "claims_by_event",
    "times_by_day",
    "quotes_by_article",
    "articles_by_page",
    "articles_by_anchor_date",
    "page_articles_by_article",
    "incident_claims_by_claim",
    "incidents_by_article",
];

impl Ledger {
    /// Drops the indexes that only readers need, to store much at once. [`Ledger::finish_bulk`] makes
    /// them again; until then the ledger cannot be queried.
    ///
    /// # Errors
    /// As [`Ledger::write`].
    pub fn begin_bulk(&mut self) -> std::result::Result<(), StoreError> {
        self.transact(|t| {
            for (position, name) in DROPPED.iter().enumerate() {
                let made: (String, String) = t.query_row(
                    "SELECT type, sql FROM sqlite_master WHERE name = ?1",
                    [name],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )?;
                t.execute(
                    "INSERT INTO unfinished (position, statement) VALUES (?1, ?2)",
                    (position as i64, made.1),
                )?;
                t.execute_batch(&format!("DROP {} {name}", made.0))?;
            }
            Ok(())
        })?;
        self.bulk = true;
        Ok(())
    }

    /// Makes the indexes that [`Ledger::begin_bulk`] dropped.
    ///
    /// # Errors
    /// As [`Ledger::write`]; it may be done again.
    pub fn finish_bulk(&mut self) -> std::result::Result<(), StoreError> {
        self.transact(|t| finish(t))?;
        self.bulk = false;
        Ok(())
    }

    /// Whether a bulk import was cut off.
    pub(super) fn is_unfinished(&self) -> std::result::Result<bool, StoreError> {
        self.with(|c| {
            c.query_row("SELECT EXISTS (SELECT 1 FROM unfinished)", [], |row| {
                row.get(0)
            })
        })
    }

    /// Refuses where queries would miss claims.
    pub(super) fn check_indexed(&self) -> std::result::Result<(), StoreError> {
        match self.is_unfinished()? {
            true => Err(Kind::Unindexed(self.path.clone()).into()),
            false => Ok(()),
        }
    }
}

fn finish(t: &Connection) -> Result<()> {
    rebuild_postings(t)?;
    for index in ["claims_fts", "articles_fts"] {
        t.execute_batch(&format!("INSERT INTO {index} ({index}) VALUES ('rebuild')"))?;
    }
    let statements: Vec<String> = t
        .prepare("SELECT statement FROM unfinished ORDER BY position")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_>>()?;
    for statement in statements {
        t.execute_batch(&statement)?;
    }
    t.execute_batch("DELETE FROM unfinished")
}

/// Makes the postings of all claims from their keys, in the order of their table, as many terms at a
/// time as memory allows.
fn rebuild_postings(t: &Connection) -> Result<()> {
    t.execute_batch("DELETE FROM postings")?;
    for (first, last) in stretches(t)? {
        let mut postings = Vec::new();
        let mut all = t.prepare("SELECT claim, day, last, keys, terms FROM claim_keys")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let terms = row.get_ref(4)?;
            for term in from_blob(terms.as_blob().unwrap_or_default()) {
                if (first..=last).contains(&term) {
                    postings.push(Posting {
                        term,
                        day: row.get(1)?,
                        claim: row.get(0)?,
                        last: row.get(2)?,
                        keys: row.get(3)?,
                    });
                }
            }
        }
        insert_postings(t, &mut postings)?;
    }
    Ok(())
}

/// Stretches of term ids, each with about as many postings as may be sorted at once.
fn stretches(t: &Connection) -> Result<Vec<(i64, i64)>> {
    let mut stretches: Vec<(i64, i64)> = Vec::new();
    let mut room = 0;
    let mut counted = t.prepare("SELECT id, claims FROM terms ORDER BY id")?;
    let mut rows = counted.query([])?;
    while let Some(row) = rows.next()? {
        let (id, claims): (i64, i64) = (row.get(0)?, row.get(1)?);
        match stretches.last_mut() {
            Some(stretch) if room >= claims => stretch.1 = id,
            _ => {
                stretches.push((id, id));
                room = AT_ONCE;
            }
        }
        room -= claims;
    }
    Ok(stretches)
}
