//! Files that are no ledger, cannot be written, or are cut short: a clear word, and nothing touched.

mod common;

use common::sample;
use dateline_store::{Ledger, StoreError};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

fn refusal(result: Result<Ledger, StoreError>) -> String {
    result
        .err()
        .map(|error| error.to_string())
        .expect("a refusal")
}

fn written(path: &Path) {
    let mut ledger = Ledger::open(path).unwrap();
    ledger.write(&sample("a.txt")).unwrap();
    ledger.close().unwrap();
}

#[test]
fn a_file_of_somebody_else_is_never_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let database = Connection::open(&path).unwrap();
    database
        .execute_batch("PRAGMA journal_mode = wal; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    drop(database);
    let notes = folder.path().join("notes.txt");
    fs::write(&notes, "not a database").unwrap();
    for path in [&path, &notes] {
        let before = fs::read(path).unwrap();
        for result in [Ledger::open(path), Ledger::open_read_only(path)] {
            assert!(refusal(result).contains("is not a Dateline ledger"));
        }
        assert_eq!(fs::read(path).unwrap(), before);
    }
    assert!(refusal(Ledger::open(folder.path())).contains("is not a Dateline ledger"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_missing_ledger_is_not_made_by_looking_at_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.db");
    assert!(refusal(Ledger::open_read_only(&path)).contains("there is no ledger at"));
    assert!(!path.exists());
    assert!(refusal(Ledger::open(&folder.path().join("no/such/folder.db"))).contains("folder.db"));
}

#[test]
fn another_version_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    written(&path);
    let set = |version: i64| {
        Connection::open(&path)
            .unwrap()
            .pragma_update(None, "user_version", version)
            .unwrap();
    };
    set(99);
    let before = fs::read(&path).unwrap();
    for result in [Ledger::open(&path), Ledger::open_read_only(&path)] {
        assert!(refusal(result).contains("newer Dateline (ledger version 99"));
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_cut_short_is_called_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    written(&path);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert!(refusal(Ledger::open(&path)).contains("damaged or cut short"));
    fs::write(&path, &whole[..40]).unwrap();
    assert!(refusal(Ledger::open(&path)).contains("is not a Dateline ledger"));
}

#[test]
fn a_scrambled_file_gives_an_error_not_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    written(&path);
    let mut bytes = fs::read(&path).unwrap();
    for byte in &mut bytes[100..] {
        *byte ^= 0x5A;
    }
    fs::write(&path, &bytes).unwrap();
    let outcome = Ledger::open(&path).and_then(|mut ledger| ledger.write(&sample("a.txt")));
    assert!(outcome.unwrap_err().to_string().contains("damaged"));
}

#[test]
fn what_a_killed_writer_left_is_there_on_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut ledger = Ledger::open(&path).unwrap();
    ledger.write(&sample("a.txt")).unwrap();
    // As after `kill -9`: the files as they lie, nothing closed.
    let copy = folder.path().join("copy.db");
    fs::copy(&path, &copy).unwrap();
    fs::copy(
        folder.path().join("ledger.db-wal"),
        folder.path().join("copy.db-wal"),
    )
    .unwrap();
    let reopened = Ledger::open(&copy).unwrap();
    assert_eq!(reopened.page("a.txt").unwrap(), Some(sample("a.txt")));
}
