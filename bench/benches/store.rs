//! From pages to stored claims, on the samples; items are articles.

use dateline::page::Page;
use dateline::{Engine, Options};
use dateline_store::{Ledger, PageRecords};
use divan::Bencher;
use divan::counter::ItemsCount;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the built-in engine"));

/// Name and bytes of each sample.
fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
    let entries = fs::read_dir(folder).expect("the samples");
    let mut samples: Vec<_> = entries
        .map(|entry| entry.expect("a sample").path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "md"))
        .map(|path| {
            (
                path.display().to_string(),
                fs::read(&path).expect("a sample"),
            )
        })
        .collect();
    samples.sort();
    samples
}

fn read(samples: &[(String, Vec<u8>)]) -> Vec<PageRecords> {
    let page = |(name, bytes): &(String, Vec<u8>)| Page::from_bytes(name, bytes);
    samples
        .iter()
        .map(|s| ENGINE.read(&page(s), &Options::default()).records())
        .collect()
}

fn articles(pages: &[PageRecords]) -> ItemsCount {
    ItemsCount::new(pages.iter().map(|page| page.articles.len()).sum::<usize>())
}

/// Stores the pages in a new ledger.
fn store(folder: &tempfile::TempDir, pages: &[PageRecords]) {
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).expect("a new ledger");
    for page in pages {
        ledger.write(page).expect("room on the disk");
    }
    ledger.close().expect("a closed ledger");
}

fn main() {
    divan::main();
}

/// Page, article, document, claims, incidents, records.
#[divan::bench]
fn read_pages(bencher: Bencher) {
    let samples = samples();
    bencher
        .counter(articles(&read(&samples)))
        .bench_local(|| read(&samples));
}

/// Records to a new ledger, its making and closing included.
#[divan::bench]
fn store_records(bencher: Bencher) {
    let pages = read(&samples());
    bencher
        .counter(articles(&pages))
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_local_refs(|folder| store(folder, &pages));
}

/// The same records to a ledger that has them already.
#[divan::bench]
fn store_again(bencher: Bencher) {
    let pages = read(&samples());
    let folder = tempfile::tempdir().expect("a folder");
    store(&folder, &pages);
    bencher
        .counter(articles(&pages))
        .bench_local(|| store(&folder, &pages));
}
