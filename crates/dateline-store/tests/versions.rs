//! Ledgers of every released version still open, and nothing in them is lost; files from before the first
//! release are refused with a word on what to do.
//!
//! `versions/N.db.gz` is `exports/fixture.jsonl` imported by the program of version N. None was released
//! yet: 9 is the first version that will be.

use dateline_store::{ClaimFilter, Ledger};
use flate2::read::GzDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};

const VERSIONS: [i64; 2] = [9, 12];

fn fixture(version: i64, folder: &Path) -> PathBuf {
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

/// A new ledger, and its version.
fn new(folder: &Path) -> (PathBuf, i64) {
    let path = folder.join("new.db");
    Ledger::open(&path).unwrap().close().unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0));
    (path, version.unwrap())
}

#[test]
fn each_version_opens_keeps_its_rows_and_can_be_queried() {
    let folder = tempfile::tempdir().unwrap();
    let (_, present) = new(folder.path());
    for version in VERSIONS {
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

        let read = Ledger::open_read_only(&path);
        assert_eq!(read.is_ok(), version == present);
        if let Err(refused) = read {
            assert!(refused.to_string().contains("brings it to version"));
        }

        let ledger = Ledger::open(&path).unwrap();
        let attacks = ClaimFilter {
            event_type: Some("ASSAULT".to_owned()),
            ..ClaimFilter::default()
        };
        let found = ledger.query(&attacks, 10, None).unwrap();
        assert!(!found.claims.is_empty(), "version {version}");
        let all = ledger.count(&ClaimFilter::default()).unwrap();
        assert_eq!(all.claims as i64, before[1], "version {version}");
        ledger.close().unwrap();
        let after = tables.map(|table| rows(&path, table));
        assert_eq!(after, before, "version {version}");
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
    let (new, _) = new(folder.path());
    for version in VERSIONS {
        let path = fixture(version, folder.path());
        Ledger::open(&path).unwrap().close().unwrap();
        assert_eq!(schema(&path), schema(&new), "version {version}");
    }
}

#[test]
fn a_ledger_from_before_the_first_release_is_refused_with_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = new(folder.path());
    for version in [0, 1, VERSIONS[0] - 1] {
        rusqlite::Connection::open(&path)
            .unwrap()
            .pragma_update(None, "user_version", version)
            .unwrap();
        let before = std::fs::read(&path).unwrap();
        for opened in [Ledger::open(&path), Ledger::open_read_only(&path)] {
            let refused = opened.unwrap_err().to_string();
            let named = format!("is of ledger version {version}, from before the first release");
            assert!(refused.contains(&named), "{refused}");
            assert!(refused.contains("read its pages again"), "{refused}");
        }
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}
