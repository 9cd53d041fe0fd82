//! The one SQLite file.

mod bulk;
mod columns;
mod fusion;
mod import;
mod keys;
mod load;
mod open;
mod query;
mod row;
mod search;
mod write;

pub use columns::{Columns, Facets, GridCell};
pub use fusion::{By, Fusing, FusionChanges};
pub use import::Imported;
pub use query::{Bounds, ClaimFilter, ClaimPage, Count};
pub use search::{Entry, Found, Hit, Totals};
pub use write::Stored;

use crate::error::{StoreError, explained};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A ledger: articles with their text, quotes, claims, incidents, and what was left out, in one
/// SQLite file. `schema.sql` beside this module documents its tables.
#[derive(Debug)]
pub struct Ledger {
    connection: Connection,
    path: PathBuf,
}

impl Ledger {
    /// The file it is kept in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a query or statement, and says what a refusal means.
    fn with<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&self.connection).map_err(|error| explained(&self.path, error))
    }
}

#[cfg(test)]
#[path = "../../tests/common/mod.rs"]
mod common;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{ArticleRecord, ArticleRecords, PageRecord, PageRecords};
    use std::time::Duration;

    /// A page with one article whose text is `size` bytes long.
    fn page(id: &str, size: usize) -> PageRecords {
        let article = ArticleRecord {
            id: id.to_owned(),
            page: "p.txt".to_owned(),
            text: "word ".repeat(size / 5),
            ..ArticleRecord::default()
        };
        PageRecords {
            page: PageRecord {
                name: "p.txt".to_owned(),
                articles: vec![id.to_owned()],
                ..PageRecord::default()
            },
            articles: vec![ArticleRecords {
                article,
                ..ArticleRecords::default()
            }],
        }
    }

    #[test]
    fn a_full_disk_loses_nothing_that_was_stored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.write(&page("aaaa", 1000)).unwrap();
        room(&ledger, 2);
        let refusal = ledger
            .write(&page("bbbb", 1_000_000))
            .unwrap_err()
            .to_string();
        assert!(refusal.starts_with("no space left for"), "{refusal}");
        ledger.close().unwrap();
        let ledger = Ledger::open_read_only(&path).unwrap();
        assert!(ledger.article("aaaa").unwrap().is_some());
        assert!(ledger.article("bbbb").unwrap().is_none());
    }

    /// Sets how many pages more the file may grow by: SQLite's own limit gives the same refusal as a
    /// full disk.
    fn room(ledger: &Ledger, more: i64) {
        let pages: i64 = ledger
            .with(|c| c.pragma_query_value(None, "page_count", |row| row.get(0)))
            .unwrap();
        ledger
            .with(|c| c.pragma_update_and_check(None, "max_page_count", pages + more, |_| Ok(())))
            .unwrap();
    }

    #[test]
    fn an_import_that_fills_the_disk_keeps_whole_pages_and_is_completed_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let pages = common::world(60);
        for bulk in [false, true] {
            let path = folder.path().join(format!("{bulk}.db"));
            let mut ledger = Ledger::open(&path).unwrap();
            if bulk {
                ledger.begin_bulk().unwrap();
            }
            ledger.write_all(&pages[..20]).unwrap();
            room(&ledger, 3);
            let refusal = ledger.write_all(&pages[20..]).unwrap_err().to_string();
            assert!(refusal.starts_with("no space left for"), "{refusal}");
            assert_eq!(ledger.totals().unwrap().articles, 20);
            // A bulk import is finished by the next opening.
            drop(ledger);
            let mut ledger = Ledger::open(&path).unwrap();
            ledger.write_all(&pages).unwrap();
            let articles = pages.iter().flat_map(|page| &page.articles);
            let mut stored = Vec::new();
            ledger
                .each_article(|article| {
                    stored.push(article);
                    Ok(())
                })
                .unwrap();
            assert!(stored.iter().eq(articles.clone()));
            let claims: usize = articles.map(|article| article.claims.len()).sum();
            let found = ledger.count(&ClaimFilter::default()).unwrap();
            assert_eq!(found.claims as usize, claims);
        }
    }

    #[test]
    fn a_ledger_in_use_is_said_to_be_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.connection.busy_timeout(Duration::ZERO).unwrap();
        let other = Connection::open(&path).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let refusal = ledger.write(&page("aaaa", 10)).unwrap_err().to_string();
        assert!(refusal.contains("in use by another program"), "{refusal}");
        other.execute_batch("ROLLBACK").unwrap();
        ledger.write(&page("aaaa", 10)).unwrap();
    }

    #[test]
    fn closing_beside_a_reader_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.connection.busy_timeout(Duration::ZERO).unwrap();
        ledger.write(&page("aaaa", 10)).unwrap();
        let reader = Connection::open(&path).unwrap();
        reader
            .execute_batch("BEGIN; SELECT count(*) FROM articles")
            .unwrap();
        ledger.close().unwrap();
        let count: i64 = reader
            .query_row("SELECT count(*) FROM articles", [], |row| row.get(0))
            .unwrap();
        assert_eq!(count, 1);
    }

    #[test]
    fn writing_to_a_read_only_ledger_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        Ledger::open(&path).unwrap().close().unwrap();
        let mut ledger = Ledger::open_read_only(&path).unwrap();
        let refusal = ledger.write(&page("aaaa", 10)).unwrap_err().to_string();
        assert!(refusal.contains("read-only"), "{refusal}");
    }
}
