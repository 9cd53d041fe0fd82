//! Places: opening the gazetteer, and finding and resolving the names of the sample articles.

use dateline::data::Gazetteer;
use dateline::event::Toponyms;
use dateline::event::toponym::Surroundings;
use dateline_bench::{ENGLISH, texts};
use dateline_text::{Document, Language};
use divan::Bencher;
use divan::counter::ItemsCount;
use std::path::Path;

fn main() {
    divan::main();
}

/// Opening the built-in gazetteer.
#[divan::bench]
fn open() -> usize {
    Gazetteer::built_in().expect("the built-in gazetteer").len()
}

/// From document to resolved names of places; items are tokens, to be set beside the language
/// layer's `read`.
#[divan::bench]
fn toponyms(bencher: Bencher) {
    let language = Language::load(ENGLISH).expect("the model that Dateline ships");
    let gazetteer = Gazetteer::built_in().expect("the built-in gazetteer");
    let sample =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/north-korea-quasi-state-of-war.txt");
    let documents: Vec<Document> = texts(&sample)
        .expect("a sample")
        .iter()
        .map(|text| language.read(text))
        .collect();
    let tokens: usize = documents.iter().map(Document::len).sum();
    bencher.counter(ItemsCount::new(tokens)).bench(|| {
        let found = documents.iter().map(|doc| {
            Toponyms::find(doc, &gazetteer, Surroundings::default())
                .list
                .len()
        });
        found.sum::<usize>()
    });
}
