//! Writers that are killed, and writers that meet: nothing that was committed is lost or doubled.
//!
//! The test program runs itself as the writer. A few rounds by default; for a hundred:
//! `ROUNDS=100 cargo test --profile quick -p dateline-store --test crash -- --nocapture`.

mod common;

use common::world;
use dateline_store::*;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What the writer imports, and into which ledger.
const FROM: &str = "DATELINE_CRASH_FROM";
const INTO: &str = "DATELINE_CRASH_INTO";

/// Not a test of its own: the writer that others start and kill.
#[test]
fn writer() {
    let (Some(from), Some(into)) = (std::env::var_os(FROM), std::env::var_os(INTO)) else {
        return;
    };
    let mut ledger = Ledger::open(Path::new(&into)).unwrap();
    let from = BufReader::new(std::fs::File::open(from).unwrap());
    ledger.import(from).unwrap();
    ledger.close().unwrap();
}

fn start(from: &Path, into: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture"])
        .env(FROM, from)
        .env(INTO, into)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Records of many articles as lines, in a file.
fn lines(folder: &Path, pages: &[PageRecords]) -> PathBuf {
    let path = folder.join("records.jsonl");
    let mut bytes = Vec::new();
    for record in pages.iter().flat_map(PageRecords::records) {
        write_jsonl(&mut bytes, record).unwrap();
    }
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The articles that another program can see, as long as there is a ledger to look into.
fn seen(path: &Path) -> u64 {
    let totals = Ledger::open_read_only(path).and_then(|ledger| ledger.totals());
    totals.map_or(0, |totals| totals.articles)
}

/// Opens what a killed writer left and checks it: a whole prefix of the articles, each once, found by
/// every index. How many there are.
fn check(path: &Path, pages: &[PageRecords]) -> usize {
    let ledger = Ledger::open(path).unwrap();
    let mut stored = Vec::new();
    ledger
        .each_article(|article| {
            stored.push(article);
            Ok(())
        })
        .unwrap();
    let written = pages.iter().flat_map(|page| &page.articles);
    for (stored, written) in stored.iter().zip(written) {
        assert_eq!(stored, written, "whole and in order");
    }
    let claims: usize = stored.iter().map(|article| article.claims.len()).sum();
    let found = ledger.count(&ClaimFilter::default()).unwrap();
    assert_eq!(found.claims as usize, claims.min(10_000));
    let rows = ledger
        .query(&ClaimFilter::default(), 100_000, None)
        .unwrap();
    assert_eq!(rows.claims.len(), claims);
    ledger.close().unwrap();
    let connection = rusqlite::Connection::open(path).unwrap();
    let sound: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok");
    stored.len()
}

#[test]
fn a_killed_writer_loses_and_doubles_nothing_that_was_committed() {
    let rounds: u64 = std::env::var("ROUNDS").map_or(2, |n| n.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let pages = world(2500);
    let from = lines(folder.path(), &pages);
    let (mut lost, mut cut) = (0, 0);
    for round in 0..rounds {
        let into = folder.path().join(format!("{round}.db"));
        let mut child = start(&from, &into);
        // Some time of the first two seconds, another each round.
        let until = Instant::now() + Duration::from_millis((round + 1) * 7919 % 2000);
        let mut before = 0;
        while Instant::now() < until && child.try_wait().unwrap().is_none() {
            before = before.max(seen(&into));
            std::thread::sleep(Duration::from_millis(20));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let kept = check(&into, &pages) as u64;
        lost += before.saturating_sub(kept);
        cut += u64::from(kept < pages.len() as u64);
        // Safe to run again: afterwards all is there, once.
        assert!(start(&from, &into).wait().unwrap().success());
        assert_eq!(check(&into, &pages), pages.len());
        std::fs::remove_file(&into).unwrap();
    }
    println!("crash rounds={rounds} cut={cut} lost={lost} doubled=0");
    assert_eq!(lost, 0);
}

#[test]
fn two_writers_at_once_both_come_through_whoever_makes_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let pages = world(800);
    let from = lines(folder.path(), &pages);
    for (name, is_new) in [("old.db", false), ("new.db", true), ("newer.db", true)] {
        let into = folder.path().join(name);
        if !is_new {
            Ledger::open(&into).unwrap().close().unwrap();
        }
        let mut writers = [start(&from, &into), start(&from, &into)];
        for writer in &mut writers {
            assert!(writer.wait().unwrap().success(), "{name}");
        }
        assert_eq!(check(&into, &pages), pages.len(), "{name}");
    }
}

#[test]
fn a_ledger_shorter_by_one_byte_is_called_damaged_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut ledger = Ledger::open(&path).unwrap();
    ledger.write_all(&world(20)).unwrap();
    ledger.close().unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    for opened in [Ledger::open(&path), Ledger::open_read_only(&path)] {
        let refused = opened.unwrap_err().to_string();
        assert!(refused.contains("damaged or cut short"), "{refused}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), whole[..whole.len() - 1]);
}
