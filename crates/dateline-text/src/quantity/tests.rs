//! Amounts and their bounds. All sentences are our own.

use super::{Quantity, find};
use crate::scratch::words;

fn read(text: &str) -> Vec<Quantity> {
    let doc = words(text);
    let times = crate::time::find(&doc, None);
    find(&doc, &times)
}

/// Text, words of the amount, lower bound, upper bound, unit.
type Row = (
    &'static str,
    &'static str,
    Option<f64>,
    Option<f64>,
    Option<&'static str>,
);

const TABLE: &[Row] = &[
    ("They freed 40 men.", "40", Some(40.0), Some(40.0), None),
    (
        "At least 12 men fled.",
        "At least 12",
        Some(12.0),
        None,
        None,
    ),
    ("Up to 40 fled.", "Up to 40", None, Some(40.0), None),
    (
        "As many as 40 fled.",
        "As many as 40",
        None,
        Some(40.0),
        None,
    ),
    (
        "Between 3,000 and 5,000 fled.",
        "Between 3,000 and 5,000",
        Some(3e3),
        Some(5e3),
        None,
    ),
    (
        "Some 3,000 to 5,000 fled.",
        "Some 3,000 to 5,000",
        Some(3e3),
        Some(5e3),
        None,
    ),
    (
        "They need 3 to 5 million meals.",
        "3 to 5 million",
        Some(3e6),
        Some(5e6),
        None,
    ),
    (
        "More than two hundred fled.",
        "More than two hundred",
        Some(200.0),
        None,
        None,
    ),
    ("Dozens of men fled.", "Dozens", None, None, None),
    (
        "Hundreds of thousands of men fled.",
        "Hundreds of thousands",
        None,
        None,
        None,
    ),
    (
        "After a series of raids they fled.",
        "a series",
        None,
        None,
        None,
    ),
    ("Several men fled.", "Several", None, None, None),
    ("A dozen men fled.", "A dozen", Some(12.0), Some(12.0), None),
    (
        "It cost $1.5 million in all.",
        "$1.5 million",
        Some(1.5e6),
        Some(1.5e6),
        Some("USD"),
    ),
    (
        "It cost £3bn in all.",
        "£3bn",
        Some(3e9),
        Some(3e9),
        Some("GBP"),
    ),
    (
        "It fell by 12 percent in all.",
        "12 percent",
        Some(12.0),
        Some(12.0),
        Some("percent"),
    ),
    (
        "It fell by 12.5% in all.",
        "12.5%",
        Some(12.5),
        Some(12.5),
        Some("percent"),
    ),
    (
        "It lies 30 km away.",
        "30 km",
        Some(30.0),
        Some(30.0),
        Some("km"),
    ),
    (
        "Some 100,000-plus fled.",
        "Some 100,000-plus",
        Some(1e5),
        None,
        None,
    ),
    (
        "They owe 99999999999999999999999999 men.",
        "99999999999999999999999999",
        Some(1e26),
        Some(1e26),
        None,
    ),
];

#[test]
fn bounds_and_units() {
    for (text, amount, low, high, unit) in TABLE {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].span.slice(text), *amount);
        assert_eq!((found[0].low, found[0].high), (*low, *high), "{text}");
        assert_eq!(found[0].unit.as_deref(), *unit, "{text}");
    }
}

#[test]
fn what_counts_nothing() {
    for text in [
        "A man fled.",
        "It was one of many-sided talks.",
        "He was freed in 2019 .",
        "An F-16 jet and an AK-47 rifle.",
        "The 20th brigade left.",
        "A three-member panel met.",
        "They won 3-1 there.",
        "He lives at No. 10 there.",
        "20",
        "1. Read this.",
        "A 20-year-old man, aged 34 , left.",
        "Two-thirds voted.",
        "Her 9- and 14-year-old cousins sang.",
        "Friends of a 19 y.o. sang.",
        "The brothers, both 23, sang.",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

proptest::proptest! {
    /// Number words, figures and marks in any order never panic, and each amount has words.
    #[test]
    fn any_text_gives_amounts_in_order(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "between", "3,000", "and", "to", "$", "1.5", "million", "a", "dozen", "hundreds",
                "of", "-", "at", "least", "½", "1/2", "%", "km", "999999999999999999999999999999999",
                "two", "hundred", "\n", "é", "No", ".", "plus", "several", "or", "more",
            ]),
            0..14,
        ),
        noise in ".{0,12}",
        glue in proptest::sample::select(vec!["", " "]),
    ) {
        let text = pieces.join(glue) + glue + &noise;
        let found = read(&text);
        for amount in &found {
            proptest::prop_assert!(!amount.span.slice(&text).trim().is_empty());
            proptest::prop_assert!(!matches!((amount.low, amount.high), (Some(low), Some(high)) if low > high));
        }
        proptest::prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    }
}
