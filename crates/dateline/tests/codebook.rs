//! Runs every example and counter-example of the built-in codebook.

use dateline::Engine;
use dateline::data::EventType;
use dateline::event::codebook::{Entry, check};

#[test]
fn the_codebook_codes_its_examples_and_no_counter_example() {
    let engine = Engine::new().expect("the built-in data are sound");
    let report = engine.test_codebook();
    assert!(
        report.outcomes.len() > 250,
        "only {} examples",
        report.outcomes.len()
    );
    let failures: String = report.failures().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_entry_has_five_examples_and_three_counter_examples() {
    let engine = Engine::new().expect("the built-in data are sound");
    for entry in engine.codebook().entries() {
        let (name, examples) = (&entry.name, entry.examples.len());
        let counters = entry.counters.len();
        assert!(examples >= 5, "{name} has {examples} examples");
        assert!(counters >= 3, "{name} has {counters} counter-examples");
    }
}

#[test]
fn every_mode_has_an_entry_and_every_entry_fires_in_the_examples() {
    let engine = Engine::new().expect("the built-in data are sound");
    let book = engine.codebook();
    for kind in EventType::ALL {
        for mode in kind.modes() {
            let names_it = |e: &Entry| e.kind == kind && e.mode == Some(mode);
            assert!(book.entries().iter().any(names_it), "{kind}/{mode}");
        }
    }
    let (_, usage) = engine.test_codebook_usage();
    assert_eq!(usage.idle_entries(book), []);
    assert_eq!(check::contradictions(book), []);
}
