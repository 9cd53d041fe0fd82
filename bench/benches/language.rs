//! The language layer on the ten sample articles' plain texts.

use dateline_bench::{ENGLISH, texts};
use dateline_text::Language;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::path::Path;
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> =
    LazyLock::new(|| Language::load(ENGLISH).expect("the model that Dateline ships"));

/// The samples that are plain text.
const SAMPLES: [&str; 4] = [
    "afghan-robotics-team.txt",
    "asylum-seekers-off-indonesia.txt",
    "hong-kong-election.txt",
    "north-korea-quasi-state-of-war.txt",
];

fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
    let files = SAMPLES.iter().map(|name| texts(&folder.join(name)));
    files.flat_map(|texts| texts.expect("a sample")).collect()
}

fn main() {
    divan::main();
}

/// Reading a model file.
#[divan::bench]
fn load(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_slice(ENGLISH))
        .bench(|| Language::load(ENGLISH));
}

/// Everything from text to document, words seen before; items are tokens.
#[divan::bench]
fn read(bencher: Bencher) {
    let texts = samples();
    let tokens: usize = texts.iter().map(|text| LANGUAGE.read(text).len()).sum();
    bencher.counter(ItemsCount::new(tokens)).bench(|| {
        let read = texts.iter().map(|text| LANGUAGE.read(text).len());
        read.sum::<usize>()
    });
}
