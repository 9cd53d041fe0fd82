//! Speed of the page stage: bytes to articles, for each kind of page under `samples/`.
//!
//! `cargo bench -p dateline-bench --bench page`

use dateline_page::{Page, articles};
use divan::{Bencher, counter::BytesCount};
use std::path::Path;

fn main() {
    divan::main();
}

/// A scraped text with two articles, a plain one, an HTML page and a JSON record.
const PAGES: &[&str] = &[
    "hajj-two-articles-scraped.txt",
    "hong-kong-election.txt",
    "uk-asylum-questionnaire.html",
    "homeopathy-trial.jsonl",
];

#[divan::bench(args = PAGES)]
fn read(bencher: Bencher<'_, '_>, name: &str) {
    let samples = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../samples"));
    let bytes = std::fs::read(samples.join(name)).expect("the samples lie beside the workspace");
    bencher
        .counter(BytesCount::of_slice(&bytes))
        .bench(|| articles(&Page::from_bytes(name, divan::black_box(&bytes))));
}
