//! Who was killed, hurt, held, and how many. All sentences are our own.

use super::find;
use crate::layers::Layers;
use dateline_span::Span;
use dateline_text::{Coref, Document, Language, attribution, quantity, quote, time};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
    Language::load(include_bytes!("../../../../models/en_core_web_md.dateline"))
        .expect("the built-in model")
});

/// Fate, words and number ("–" where the words give none) of each statement.
fn read(text: &str, title: bool) -> Vec<String> {
    let doc: Document = LANGUAGE.read(text);
    let attributions = attribution::find(&doc);
    let quotes = quote::find(&doc, &[], &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    let times = time::find(&doc, None);
    let quantities = quantity::find(&doc, &times);
    let layers = Layers {
        doc: &doc,
        title: title.then(|| Span::new(0, text.len())),
        quotes: &quotes,
        attributions: &attributions,
        coref: &coref,
        times: &times,
        quantities: &quantities,
        places: crate::Toponyms::NONE,
    };
    find(&layers)
        .iter()
        .map(|c| {
            let number = match (c.low, c.high) {
                (Some(low), Some(high)) if low == high => format!("{low}"),
                (Some(low), None) => format!("{low}+"),
                (None, None) => "–".into(),
                other => format!("{other:?}"),
            };
            format!("{} {} {number}", c.fate.name(), c.span.slice(text))
        })
        .collect()
}

#[test]
fn verbs_and_adjectives_of_fate() {
    for (text, expected) in [
        (
            "The blast killed at least 12 farmers and wounded dozens of others.",
            &[
                "killed at least 12 farmers 12+",
                "wounded dozens of others –",
            ][..],
        ),
        (
            "Two miners died and a third was taken to a hospital.",
            &["killed Two miners 2", "wounded a third –"],
        ),
        ("Three guards are dead.", &["killed Three guards 3"]),
        (
            "Police detained a smuggler along with two drivers.",
            &["arrested a smuggler 1", "arrested two drivers 2"],
        ),
        (
            "A nurse was fatally shot near the market.",
            &["killed A nurse 1"],
        ),
        (
            "Both teenagers were shot outside a cinema.",
            &["struck Both teenagers 2"],
        ),
        ("No villagers were hurt.", &["wounded No villagers 0"]),
        (
            "The flood displaced about 4,000 families.",
            &["displaced about 4,000 families 4000"],
        ),
        (
            "They mourned the deaths of six sailors.",
            &["killed six sailors 6"],
        ),
    ] {
        assert_eq!(read(text, false), expected, "{text}");
    }
}

#[test]
fn what_tells_of_nobody() {
    for text in [
        "The army will arrest the rebels.",
        "Troops launched a raid to capture the smuggler.",
        "The general commands some 3,000 fighters.",
        "The film was shot in Malta.",
        "He did not kill the clerk.",
    ] {
        assert_eq!(read(text, false), [""; 0], "{text}");
    }
}

#[test]
fn headlines_leave_words_out() {
    assert_eq!(
        read("1 dead, 4 others hurt in Harbour Street blast", true),
        ["killed 1 1", "wounded 4 others 4"]
    );
    assert_eq!(read("Five shot at riverside bar", true), ["struck Five 5"]);
}
