//! Filters find what reading every claim finds; bulk and normal import give the same ledger.

mod common;

use common::{Dice, sample, world};
use dateline_store::*;
use std::collections::BTreeSet;

fn ledger(pages: &[PageRecords]) -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    ledger.write_all(pages).unwrap();
    (folder, ledger)
}

/// Ids of all pages of a query of `limit` at a time, in order.
fn paged(ledger: &Ledger, filter: &ClaimFilter, limit: u32) -> Vec<String> {
    let mut ids = Vec::new();
    let mut after = None;
    loop {
        let page = ledger.query(filter, limit, after.as_deref()).unwrap();
        ids.extend(page.claims.into_iter().map(|claim| claim.id));
        match page.next {
            Some(next) => after = Some(next),
            None => return ids,
        }
    }
}

fn holds(texts: &[&str], words: &str) -> bool {
    let all: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .map(str::to_lowercase)
        .collect();
    words
        .split(' ')
        .all(|word| all.iter().any(|known| known == word))
}

/// The same by reading every claim.
fn naive(filter: &ClaimFilter, article: &ArticleRecord, claim: &ClaimRecord) -> bool {
    let is = |wanted: &Option<String>, value: Option<&str>| {
        wanted.as_deref().is_none_or(|wanted| value == Some(wanted))
    };
    let location = claim
        .place
        .as_ref()
        .and_then(|place| place.location.as_ref());
    let time = claim.time.as_ref();
    let days = time.and_then(|t| t.first.as_deref().zip(t.last.as_deref()));
    let from = filter
        .from
        .as_deref()
        .is_none_or(|from| days.is_some_and(|(a, _)| a >= from));
    let to = filter
        .to
        .as_deref()
        .is_none_or(|to| days.is_some_and(|(_, b)| b <= to));
    let actors = claim
        .arguments
        .iter()
        .filter(|a| a.role != "means")
        .collect::<Vec<_>>();
    let actor = filter.actor.as_deref().is_none_or(|words| {
        let texts: Vec<&str> = actors.iter().map(|a| a.words.text.as_str()).collect();
        holds(&texts, words)
    });
    let source = filter.source.as_deref().is_none_or(|words| {
        let mut texts: Vec<&str> = claim.sources.iter().filter_map(|s| s.name()).collect();
        texts.extend(article.outlet.as_deref());
        holds(&texts, words)
    });
    let inside = filter
        .bounds
        .is_none_or(|bounds| location.is_some_and(|l| bounds.hold(l.latitude, l.longitude)));
    let country = filter.country.as_deref().is_none_or(|wanted| {
        let code = location.and_then(|l| l.country.as_deref());
        matches!((wanted, code), ("KEN", Some("KE")) | ("SYR", Some("SY")))
    });
    from && to
        && actor
        && source
        && inside
        && country
        && is(&filter.event_type, Some(&claim.event_type))
        && is(&filter.certainty, Some(&claim.certainty))
        && is(&filter.polarity, Some(&claim.polarity))
        && filter
            .text
            .as_deref()
            .is_none_or(|words| holds(&[&claim.evidence.text], words))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn filters() -> Vec<ClaimFilter> {
    let none = ClaimFilter::default;
    let bounds = |west, south, east, north| {
        Some(Bounds {
            west,
            south,
            east,
            north,
        })
    };
    vec![
        none(),
        ClaimFilter {
            event_type: some("ASSAULT"),
            ..none()
        },
        ClaimFilter {
            country: some("KEN"),
            certainty: some("certain"),
            ..none()
        },
        ClaimFilter {
            from: some("2025-02-01"),
            to: some("2025-02-28"),
            ..none()
        },
        ClaimFilter {
            actor: some("army"),
            country: some("SYR"),
            ..none()
        },
        ClaimFilter {
            actor: some("army"),
            from: some("2025-01-10"),
            ..none()
        },
        ClaimFilter {
            bounds: bounds(35.0, -5.0, 45.0, 5.0),
            ..none()
        },
        ClaimFilter {
            bounds: bounds(30.25, -60.0, 40.0, 40.0),
            polarity: some("-"),
            ..none()
        },
        ClaimFilter {
            bounds: bounds(170.0, -60.0, 37.0, 80.0),
            ..none()
        },
        ClaimFilter {
            source: some("gazette"),
            ..none()
        },
        ClaimFilter {
            source: some("governor"),
            event_type: some("PROTEST"),
            ..none()
        },
        ClaimFilter {
            text: some("bridge"),
            ..none()
        },
        ClaimFilter {
            text: some("bridge"),
            actor: some("army"),
            certainty: some("probable"),
            ..none()
        },
        ClaimFilter {
            actor: some("nobody"),
            ..none()
        },
    ]
}

#[test]
fn filters_find_what_reading_every_claim_finds() {
    let pages = world(60);
    let (_folder, ledger) = ledger(&pages);
    for filter in filters() {
        let articles = pages.iter().flat_map(|page| &page.articles);
        let expected: BTreeSet<String> = articles
            .flat_map(|a| a.claims.iter().filter(|c| naive(&filter, &a.article, c)))
            .map(|claim| claim.id.clone())
            .collect();
        let one_page = paged(&ledger, &filter, 10_000);
        assert_eq!(paged(&ledger, &filter, 7), one_page, "{filter:?}");
        let found: BTreeSet<String> = one_page.iter().cloned().collect();
        assert_eq!(found.len(), one_page.len(), "no claim twice");
        assert_eq!(found, expected, "{filter:?}");
        let count = ledger.count(&filter).unwrap();
        assert_eq!(count.claims as usize, expected.len());
        let columns = Columns::load(&ledger).unwrap();
        let facets = columns.facets(&ledger, &filter).unwrap();
        assert_eq!(facets.claims as usize, expected.len());
        assert_eq!(facets.event_types.values().sum::<u64>(), facets.claims);
        let cells = columns.grid(&ledger, &filter, 5.0).unwrap();
        assert!(cells.iter().map(|cell| cell.claims).sum::<u64>() <= facets.claims);
    }
    let not_empty = filters()
        .iter()
        .filter(|f| !paged(&ledger, f, 100).is_empty())
        .count();
    assert_eq!(not_empty, filters().len() - 1);
}

#[test]
fn newest_events_come_first() {
    let (_folder, ledger) = ledger(&world(30));
    let page = ledger.query(&ClaimFilter::default(), 1000, None).unwrap();
    let days: Vec<String> = page
        .claims
        .iter()
        .filter_map(|claim| claim.time.as_ref()?.first.clone())
        .collect();
    assert!(days.windows(2).all(|pair| pair[0] >= pair[1]));
}

#[test]
fn values_that_no_claim_can_have_are_refused() {
    let (_folder, ledger) = ledger(&world(1));
    let none = ClaimFilter::default;
    let odd = [
        ClaimFilter {
            from: some("2025-02-30"),
            ..none()
        },
        ClaimFilter {
            certainty: some("sure"),
            ..none()
        },
        ClaimFilter {
            actor: some("!?"),
            ..none()
        },
        ClaimFilter {
            bounds: Some(Bounds {
                west: 0.0,
                south: 10.0,
                east: 1.0,
                north: 5.0,
            }),
            ..none()
        },
    ];
    for filter in odd {
        assert!(ledger.query(&filter, 10, None).is_err(), "{filter:?}");
    }
    for cursor in ["", "é", "x1.2", "d1", "d1.x"] {
        assert!(ledger.query(&none(), 10, Some(cursor)).is_err(), "{cursor}");
    }
}

#[test]
fn an_article_read_differently_leaves_nothing_in_the_lists() {
    let mut pages = world(5);
    let (_folder, mut ledger) = ledger(&pages);
    for article in pages.iter_mut().flat_map(|page| &mut page.articles) {
        article.claims.truncate(1);
        article.incidents.clear();
        for claim in &mut article.claims {
            claim.event_type = "AID".to_owned();
        }
    }
    ledger.write_all(&pages).unwrap();
    let left: usize = pages
        .iter()
        .flat_map(|p| &p.articles)
        .map(|a| a.claims.len())
        .sum();
    assert_eq!(paged(&ledger, &ClaimFilter::default(), 3).len(), left);
    let gone = ClaimFilter {
        event_type: some("PROTEST"),
        ..ClaimFilter::default()
    };
    assert_eq!(ledger.count(&gone).unwrap().claims, 0);
    let all = ledger.count(&ClaimFilter::default()).unwrap();
    assert_eq!(all.claims as usize, left);
}

fn exported(ledger: &Ledger) -> Vec<u8> {
    let mut bytes = Vec::new();
    ledger
        .export(ExportFormat::Jsonl, &ClaimFilter::default(), &mut bytes)
        .unwrap();
    bytes
}

#[test]
fn what_is_exported_comes_back_by_import_in_bulk_or_not() {
    let (_folder, ledger) = ledger(&world(40));
    let lines = exported(&ledger);
    let folder = tempfile::tempdir().unwrap();
    for bulk in [false, true] {
        let path = folder.path().join(format!("{bulk}.db"));
        let mut copy = Ledger::open(&path).unwrap();
        if bulk {
            copy.begin_bulk().unwrap();
            assert!(copy.count(&ClaimFilter::default()).is_err());
        }
        let done = copy.import(lines.as_slice()).unwrap();
        assert!(done.claims > 100);
        if bulk {
            copy.finish_bulk().unwrap();
        }
        assert_eq!(exported(&copy), lines);
        for filter in filters() {
            assert_eq!(
                paged(&copy, &filter, 50),
                paged(&ledger, &filter, 50),
                "{filter:?}"
            );
        }
        assert_eq!(
            copy.search("bridge", 5).unwrap(),
            ledger.search("bridge", 5).unwrap()
        );
        copy.import(lines.as_slice()).unwrap();
        assert_eq!(exported(&copy), lines, "importing again changes nothing");
    }
}

#[test]
fn a_bulk_import_that_was_cut_off_is_finished_on_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut cut_off = Ledger::open(&path).unwrap();
    cut_off.begin_bulk().unwrap();
    let pages = world(10);
    cut_off.write_all(&pages).unwrap();
    drop(cut_off);
    let reader = Ledger::open_read_only(&path).unwrap();
    let refused = reader
        .count(&ClaimFilter::default())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("bulk import was cut off"), "{refused}");
    drop(reader);
    let ledger = Ledger::open(&path).unwrap();
    let claims: usize = pages
        .iter()
        .flat_map(|p| &p.articles)
        .map(|a| a.claims.len())
        .sum();
    assert_eq!(
        ledger.count(&ClaimFilter::default()).unwrap().claims as usize,
        claims
    );
    assert!(!ledger.search("bridge", 5).unwrap().is_empty());
}

#[test]
fn a_line_that_is_no_record_is_named_and_the_rest_is_kept() {
    let (_folder, ledger) = ledger(&[sample("a.txt")]);
    let mut lines = exported(&ledger);
    let whole = lines.clone();
    let count = whole.iter().filter(|byte| **byte == b'\n').count();
    lines.extend(b"{\"record\":\"claim\"}\n");
    let folder = tempfile::tempdir().unwrap();
    let mut copy = Ledger::open(&folder.path().join("copy.db")).unwrap();
    let refused = copy.import(lines.as_slice()).unwrap_err().to_string();
    assert!(
        refused.contains(&format!("line {} is no record", count + 1)),
        "{refused}"
    );
    copy.import(whole.as_slice()).unwrap();
    assert_eq!(exported(&copy), whole);
    let stray = b"{\"record\":\"quote\",\"id\":\"x.q1\",\"article\":\"x\",\"kind\":\"speech\",\"text\":\"\",\"start\":0,\"end\":0,\"marks\":{\"start\":0,\"end\":0},\"speaker\":null,\"cue\":null,\"continues\":null,\"reason\":\"\"}\n";
    let refused = copy.import(stray.as_slice()).unwrap_err().to_string();
    assert!(refused.contains("does not come before it"), "{refused}");
}

#[test]
fn odd_records_are_exported_in_every_format() {
    let rolls: Vec<u16> = (1u32..500).map(|n| (n * n * 17 + n) as u16).collect();
    let pages = [Dice::new("Ärger “am” Fluß\tund\nmehr", &rolls).page("odd.txt")];
    let (_folder, ledger) = ledger(&pages);
    for format in ExportFormat::ALL {
        ledger
            .export(*format, &ClaimFilter::default(), &mut Vec::new())
            .unwrap();
    }
}
