//! Runs every example and counter-example of the built-in codebook.

use dateline::Engine;

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
fn every_entry_has_an_example_and_a_counter_example() {
    let engine = Engine::new().expect("the built-in data are sound");
    for entry in engine.codebook().entries() {
        assert!(!entry.examples.is_empty(), "{} has no example", entry.name);
        assert!(
            !entry.counters.is_empty(),
            "{} has no counter-example",
            entry.name
        );
    }
}
