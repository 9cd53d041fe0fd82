//! Own sentences with marked answers, read by the real language layer.

use super::{place_of, quantities_of, time_of};
use crate::layers::Layers;
use dateline_text::{Coref, Document, Language, attribution, quantity, quote, time};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
    Language::load(include_bytes!("../../../../models/en_core_web_md.dateline"))
        .expect("the built-in model")
});

fn with_layers<T>(text: &str, then: impl FnOnce(&Layers<'_>) -> T) -> T {
    let doc: Document = LANGUAGE.read(text);
    let attributions = attribution::find(&doc);
    let quotes = quote::find(&doc, &[], &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    let times = time::find(&doc, None);
    let quantities = quantity::find(&doc, &times);
    then(&Layers {
        doc: &doc,
        title: None,
        quotes: &quotes,
        attributions: &attributions,
        coref: &coref,
        times: &times,
        quantities: &quantities,
    })
}

fn token(layers: &Layers<'_>, word: &str) -> usize {
    layers
        .doc
        .toks()
        .find(|t| t.text() == word)
        .unwrap_or_else(|| panic!("no “{word}”"))
        .i
}

#[test]
fn the_events_own_time() {
    for (text, trigger, expected) in [
        (
            "Gunmen attacked a police post on Monday.",
            "attacked",
            Some("Monday"),
        ),
        (
            "Gunmen attacked a police post, the governor said on Monday.",
            "attacked",
            None,
        ),
        (
            "The governor said Monday that gunmen attacked a police post.",
            "attacked",
            None,
        ),
        (
            "The army confirmed that one of its posts was shelled late Friday night.",
            "shelled",
            Some("late Friday night"),
        ),
        (
            "In recent weeks, rebels have launched attacks on police posts.",
            "attacks",
            Some("recent weeks"),
        ),
        (
            "Rebels staged a series of raids in 2019.",
            "raids",
            Some("2019"),
        ),
        (
            "Wednesday's attack killed four soldiers.",
            "attack",
            Some("Wednesday"),
        ),
        (
            "Three soldiers were killed in a blast on Tuesday.",
            "killed",
            Some("Tuesday"),
        ),
        (
            "Gunmen stormed a school on Sunday, killing two guards.",
            "killing",
            Some("Sunday"),
        ),
        (
            "The bombing, which took place on 4 May, wounded nine people.",
            "bombing",
            Some("4 May"),
        ),
        (
            "He denied that the army played a role in recent violence.",
            "role",
            Some("recent"),
        ),
        ("The rebels hold daily talks with traders.", "talks", None),
    ] {
        let found = with_layers(text, |layers| {
            time_of(layers, token(layers, trigger))
                .map(|r| layers.times[r.value].span.slice(text).to_owned())
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}

#[test]
fn the_events_own_place() {
    for (text, trigger, expected) in [
        (
            "Gunmen attacked a police post in Mandera.",
            "attacked",
            Some("Mandera"),
        ),
        (
            "Sources in Nairobi said gunmen attacked a police post.",
            "attacked",
            None,
        ),
        (
            "Moscow said its troops had shelled a police post.",
            "shelled",
            None,
        ),
        (
            "A bomb went off in Mandera. The Mandera attack killed four officers.",
            "attack",
            Some("Mandera"),
        ),
        ("The Russia attack killed four officers.", "attack", None),
        (
            "Rebels shelled a camp in the town of Rutshuru, in eastern Congo.",
            "shelled",
            Some("Rutshuru"),
        ),
        (
            "At the end of June they met the envoy in Geneva.",
            "met",
            Some("Geneva"),
        ),
        (
            "The blast occurred near a market on the outskirts of Kabul.",
            "blast",
            Some("market"),
        ),
    ] {
        let found = with_layers(text, |layers| {
            place_of(layers, token(layers, trigger), &[])
                .map(|r| r.value.span.slice(text).to_owned())
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}

#[test]
fn larger_places_come_after() {
    let text = "Rebels shelled a camp in the town of Rutshuru, in eastern Congo.";
    let within = with_layers(text, |layers| {
        let place = place_of(layers, token(layers, "shelled"), &[])
            .expect("a place")
            .value;
        place
            .within
            .iter()
            .map(|s| s.slice(text).to_owned())
            .collect::<Vec<_>>()
    });
    assert_eq!(within, ["eastern Congo"]);
}

#[test]
fn quantities_of_the_event_and_its_participants() {
    let text = "Rebels carried out two raids on 3 May and killed at least 12 farmers.";
    with_layers(text, |layers| {
        let words = |indices: Vec<usize>| {
            indices
                .iter()
                .map(|&i| layers.quantities[i].span.slice(text))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            words(quantities_of(layers, token(layers, "raids"), &[])),
            ["two"]
        );
        assert_eq!(
            words(quantities_of(
                layers,
                token(layers, "killed"),
                &[token(layers, "farmers")]
            )),
            ["at least 12"]
        );
    });
}
