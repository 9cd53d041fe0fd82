//! Bulk import: indexes are dropped first and made again at the end, which costs less.
//!
//! What is still to be done is written into the file before anything is dropped, so a ledger whose
//! bulk import was cut off knows it: opening it for writing finishes the work.

use super::Ledger;
use crate::error::{Kind, StoreError};
use rusqlite::{Connection, Result};

/// Indexes and triggers that a bulk import goes without.
const DROPPED: [&str; 4] = [
    "claims_fts_insert",
    "articles_fts_insert",
    "terms_fts_insert",
    "claim_keys_by_day",
];

/// Full text indexes, which are made again from their tables.
const REBUILT: [&str; 3] = ["claims_fts", "articles_fts", "terms_fts"];

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
        })
    }

    /// Makes the indexes that [`Ledger::begin_bulk`] dropped.
    ///
    /// # Errors
    /// As [`Ledger::write`]; it may be done again.
    pub fn finish_bulk(&mut self) -> std::result::Result<(), StoreError> {
        self.transact(|t| finish(t))
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
    for index in REBUILT {
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
