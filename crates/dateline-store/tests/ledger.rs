//! What goes into a ledger comes out of it, once.

mod common;

use common::{Dice, sample};
use dateline_store::{ArticleRecords, Found, Ledger, RunRecord, Stored};
use proptest::prelude::*;
use rusqlite::Connection;
use std::path::Path;

/// Every row of every table, index tables of the full text search included.
fn dump(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).unwrap();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut lines = Vec::new();
    for table in tables {
        let mut query = connection
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let width = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<_> = (0..width)
                .map(|i| format!("{:?}", row.get_ref(i)))
                .collect();
            lines.push(format!("{table}: {}", cells.join("|")));
        }
    }
    lines.sort();
    lines
}

#[test]
fn reading_the_same_page_twice_changes_no_row() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let page = sample("a.txt");
    assert!(page.articles.iter().any(|a| !a.claims.is_empty()));
    let run = RunRecord {
        pages: 1,
        ..RunRecord::default()
    };
    let store = || {
        let mut ledger = Ledger::open(&path).unwrap();
        let outcome = ledger.write(&page).unwrap();
        ledger.write_run(&run).unwrap();
        ledger.close().unwrap();
        outcome
    };
    assert!(store().iter().all(|outcome| *outcome == Stored::New));
    let once = dump(&path);
    assert!(store().iter().all(|outcome| *outcome == Stored::Unchanged));
    assert_eq!(once, dump(&path));
}

#[test]
fn a_closed_ledger_is_one_complete_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut ledger = Ledger::open(&path).unwrap();
    ledger.write(&sample("a.txt")).unwrap();
    ledger.close().unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 1);
    let header = std::fs::read(&path).unwrap();
    assert_eq!(
        header[18..20],
        [1, 1],
        "a rollback journal, so that read-only folders can be read"
    );
}

#[test]
fn a_reading_without_a_date_does_not_displace_a_dated_one_of_another_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    let mut dated = sample("dated.html");
    dated.articles.truncate(1);
    dated.articles[0].article.anchor_date = Some("2025-03-20".to_owned());
    let mut undated = dated.clone();
    undated.page.name = "copy.txt".to_owned();
    undated.articles[0].article.page = "copy.txt".to_owned();
    undated.articles[0].article.anchor_date = None;

    assert_eq!(ledger.write(&dated).unwrap(), [Stored::New]);
    assert_eq!(ledger.write(&undated).unwrap(), [Stored::Kept]);
    let id = &dated.articles[0].article.id;
    assert_eq!(
        ledger.article(id).unwrap().as_ref(),
        Some(&dated.articles[0])
    );

    undated.articles[0].article.anchor_date = Some("2025-03-21".to_owned());
    assert_eq!(ledger.write(&undated).unwrap(), [Stored::Replaced]);
    assert_eq!(
        ledger.article(id).unwrap().as_ref(),
        Some(&undated.articles[0])
    );
}

#[test]
fn a_page_that_lost_an_article_keeps_it_in_the_ledger_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    let mut page = sample("a.txt");
    ledger.write(&page).unwrap();
    let gone = page.articles.pop().unwrap();
    page.page.articles.pop();
    ledger.write(&page).unwrap();
    assert_eq!(ledger.page("a.txt").unwrap().as_ref(), Some(&page));
    let kept = ledger.article(&gone.article.id).unwrap().unwrap();
    assert_eq!(kept.claims, gone.claims);
}

#[test]
fn records_that_stand_with_another_article_are_refused_and_nothing_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    let whole = sample("a.txt");
    let at = whole.articles.iter().position(|a| !a.incidents.is_empty());
    let change = |change: fn(&mut ArticleRecords)| {
        let mut page = whole.clone();
        change(&mut page.articles[at.unwrap()]);
        page
    };
    for page in [
        change(|a| a.claims[0].id = "x.1".to_owned()),
        change(|a| a.claims[0].article = "x".to_owned()),
        change(|a| a.incidents[0].id = "x.i1".to_owned()),
        change(|a| a.incidents[0].claims.push("x.1".to_owned())),
    ] {
        let refused = ledger.write(&page).unwrap_err().to_string();
        assert!(refused.contains("but is none of them"), "{refused}");
    }
    assert_eq!(ledger.totals().unwrap().pages, 0);
    ledger.write(&whole).unwrap();
}

#[test]
fn ids_are_found_by_their_beginnings() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    let page = sample("a.txt");
    ledger.write(&page).unwrap();
    let article = &page.articles.iter().find(|a| !a.claims.is_empty()).unwrap();
    let claim = &article.claims[0];
    assert_eq!(
        ledger.find(claim.handle()).unwrap(),
        [Found::Claim(claim.id.clone())]
    );
    assert_eq!(
        ledger.find(&claim.id).unwrap()[0].article(),
        Some(article.article.id.as_str())
    );
    let incident = &article.incidents[0];
    assert_eq!(
        ledger.find(incident.handle()).unwrap(),
        [Found::Incident(incident.id.clone())]
    );
    let id = &article.article.id;
    assert_eq!(ledger.find(id).unwrap(), [Found::Article(id.clone())]);
    assert_eq!(ledger.find(&id[..15]).unwrap().len(), page.articles.len());
    let of_article = ledger.find(&format!("{id}.")).unwrap();
    assert_eq!(
        of_article.len(),
        article.claims.len() + article.incidents.len()
    );
    assert_eq!(ledger.find("%").unwrap(), []);
    assert_eq!(ledger.find("").unwrap(), []);
}

#[test]
fn words_are_searched_as_words_whatever_signs_they_hold() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    let page = sample("a.txt");
    ledger.write(&page).unwrap();
    let hits = ledger.search("attacks mandera", 50).unwrap();
    assert!(
        hits.iter()
            .any(|hit| hit.snippet.contains("\u{2}attacked\u{3}"))
    );
    for odd in ["\"", "a OR", "NEAR(", "col:x", "*", "-", "mandera\""] {
        ledger.search(odd, 50).unwrap();
    }
    assert_eq!(ledger.search("submarine", 50).unwrap(), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_stored_is_what_comes_back(
        text in "\\PC{0,60}",
        rolls in prop::collection::vec(any::<u16>(), 50..300),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let page = Dice::new(&text, &rolls).page("p.txt");
        let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
        ledger.write(&page).unwrap();
        prop_assert_eq!(ledger.page("p.txt").unwrap().unwrap(), page.clone());
        for article in &page.articles {
            let stored = ledger.article(&article.article.id).unwrap();
            prop_assert_eq!(stored.as_ref(), Some(article));
        }
        prop_assert!(ledger.write(&page).unwrap().iter().all(|s| *s == Stored::Unchanged));
    }
}
