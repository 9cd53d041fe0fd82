//! What holds for quotes, attributions and coreference in any text, however odd.

use dateline_text::{Coref, Document, Language, Quote, attribution, quote};
use proptest::prelude::*;
use std::sync::LazyLock;

const MODEL: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");
static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language::load(MODEL).unwrap());

fn read(text: &str) -> (Document, Vec<Quote>) {
    let parts = quote::paragraphs(text, &[]);
    let doc = LANGUAGE.read_parts(text, &parts);
    let attributions = attribution::find(&doc);
    let mut quotes = quote::find(&doc, &parts, &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    coref.name_speakers(&mut quotes);
    (doc, quotes)
}

/// Quotes slice the text, follow each other, and stay in their paragraph.
fn assert_sound(text: &str) {
    let (doc, quotes) = read(text);
    let paragraphs = quote::paragraphs(text, &[]);
    for (k, quote) in quotes.iter().enumerate() {
        assert!(!quote.span.slice(text).is_empty(), "{text:?}");
        assert!(quote.marks.contains(quote.span));
        let inside = paragraphs
            .iter()
            .filter(|p| p.contains(quote.marks))
            .count();
        assert_eq!(inside, 1, "a quote leaves its paragraph in {text:?}");
        assert!(
            k == 0 || quotes[k - 1].marks.end <= quote.marks.start,
            "{text:?}"
        );
        assert!(quote.continues.is_none_or(|before| before < k));
        if let Some(speaker) = &quote.speaker {
            assert!(!speaker.mention.slice(text).is_empty());
            assert!(doc.tok(speaker.head).span().overlaps(speaker.mention));
        }
        assert!(!quote.reason.is_empty());
    }
}

/// Words, names, cues, marks of all sorts and breaks, in any order.
fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "said ",
        "Omar Dahir ",
        "he ",
        "told ",
        "the army ",
        "that ",
        "according to ",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "``",
        "''",
        ", ",
        ". ",
        "? ",
        ": ",
        "\n",
        "\n\n",
        "We left ",
        "never ",
        "Q: ",
        "A: ",
        "— ",
        "DENIED ",
        "reports of ",
        "allegations ",
        "(",
        ")",
        "it ",
        "our ",
        "• ",
        "🙂 ",
        "é",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn odd_texts_are_read_soundly(text in odd_text()) {
        assert_sound(&text);
    }

    #[test]
    fn any_string_is_read_soundly(text in "\\PC{0,200}") {
        assert_sound(&text);
    }
}

#[test]
fn a_long_line_of_opening_marks_is_read() {
    assert_sound(&"“".repeat(5_000));
    assert_sound(&"\"' ".repeat(5_000));
}

#[test]
fn capitals_lists_and_transcripts_give_no_wrong_owner() {
    let (_, quotes) = read("“WE WON,” SAID MAYOR OMAR DAHIR. CROWDS CHEERED.");
    assert_eq!(quotes.len(), 1);

    let text = "Q: Were you there?\n\nA: I was “not invited.”\n\nQ: Who was?";
    let (_, quotes) = read(text);
    let owners: Vec<_> = quotes
        .iter()
        .filter_map(|q| q.speaker.as_ref())
        .map(|s| s.mention.slice(text))
        .collect();
    assert!(owners.iter().all(|o| *o != "Q"), "{owners:?}");

    let list = "What voters asked for:\n\n• “Water”\n\n• “Roads”\n\n• “Schools”";
    let (_, quotes) = read(list);
    assert_eq!(quotes.len(), 3);
    assert!(quotes.iter().all(|q| q.speaker.is_none()), "{quotes:?}");
}

#[test]
fn a_quote_that_never_closes_takes_nothing_with_it() {
    let text =
        "The mayor said: “We will rebuild the bridge\n\nThe council met on Friday.\n\nIt voted.";
    let (_, quotes) = read(text);
    assert!(quotes.is_empty(), "{quotes:?}");
}
