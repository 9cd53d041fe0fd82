//! Ledgers of every earlier version still open, and nothing in them is lost.
//!
//! `versions/N.db.gz` is one page of two paragraphs read into a ledger of version N. 1 is 2 without the
//! columns that 2 added, 3 is 2 with the column that 3 added, 4 is 5 without the tables that 5 added, 6 and
//! 7 are 5 with what they added; 2 and 5 were written by their own programs.

use dateline_store::{ClaimFilter, Ledger};
use flate2::read::GzDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};

const VERSIONS: [u32; 7] = [1, 2, 3, 4, 5, 6, 7];

fn fixture(version: u32, folder: &Path) -> PathBuf {
    let packed =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/versions/{version}.db.gz"));
    let mut bytes = Vec::new();
    GzDecoder::new(std::fs::File::open(packed).unwrap())
        .read_to_end(&mut bytes)
        .unwrap();
    let path = folder.join("ledger.db");
    std::fs::write(&path, bytes).unwrap();
    path
}

fn rows(path: &Path, table: &str) -> i64 {
    let connection = rusqlite::Connection::open(path).unwrap();
    let sql = format!("SELECT count(*) FROM {table}");
    connection.query_row(&sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn each_version_opens_keeps_its_rows_and_can_be_queried() {
    for version in VERSIONS {
        let folder = tempfile::tempdir().unwrap();
        let path = fixture(version, folder.path());
        let tables = [
            "articles",
            "claims",
            "arguments",
            "sources",
            "incidents",
            "quotes",
            "why",
        ];
        let before = tables.map(|table| rows(&path, table));
        assert!(before.iter().all(|rows| *rows > 0), "version {version}");

        let refused = Ledger::open_read_only(&path).unwrap_err().to_string();
        assert!(refused.contains("ledger version"), "{refused}");

        let ledger = Ledger::open(&path).unwrap();
        let killed = ClaimFilter {
            actor: Some("rebels".to_owned()),
            event_type: Some("ASSAULT".to_owned()),
            ..ClaimFilter::default()
        };
        let found = ledger.query(&killed, 10, None).unwrap();
        assert!(!found.claims.is_empty(), "version {version}");
        let all = ledger.count(&ClaimFilter::default()).unwrap();
        assert_eq!(all.claims as i64, before[1], "version {version}");
        ledger.close().unwrap();
        assert_eq!(
            tables.map(|table| rows(&path, table)),
            before,
            "version {version}"
        );
    }
}

#[test]
fn a_ledger_brought_up_to_date_has_the_tables_of_a_new_one() {
    let schema = |path: &Path| -> Vec<(String, String)> {
        let connection = rusqlite::Connection::open(path).unwrap();
        let mut all = connection
            .prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
            .unwrap();
        let rows = all
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new.db");
    Ledger::open(&new).unwrap().close().unwrap();
    for version in VERSIONS {
        let folder = tempfile::tempdir().unwrap();
        let path = fixture(version, folder.path());
        Ledger::open(&path).unwrap().close().unwrap();
        assert_eq!(schema(&path), schema(&new), "version {version}");
    }
}
