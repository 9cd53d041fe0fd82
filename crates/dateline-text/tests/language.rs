//! What holds for any text and any model file.

use dateline_span::Span;
use dateline_text::model::{ModelFile, write_model};
use dateline_text::{Document, Language};
use proptest::prelude::*;
use std::sync::LazyLock;

const MODEL: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");
static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language::load(MODEL).unwrap());

/// All layers of a document, as text.
fn shown(document: &Document) -> String {
    let row = |t: dateline_text::Tok| {
        format!(
            "{:?} {} {} {} {} {} {:?} {}\n",
            t.span(),
            t.tag(),
            t.morph(),
            t.lemma(),
            t.dep(),
            t.sentence(),
            t.head().map(|h| h.i),
            t.name_label()
        )
    };
    document.toks().map(row).collect()
}

#[test]
fn parts_are_read_as_if_each_stood_alone() {
    let parts = [
        "Blast kills nine in Mandera",
        "Police said on Monday that the bomb had been hidden in a lorry.",
        "",
        "“We ran,” said Halima Noor, who sells tea at the market.",
    ];
    let text = parts.join("\n\n");
    let mut spans = Vec::new();
    for part in parts {
        let start = spans.last().map_or(0, |s: &Span| s.end as usize + 2);
        spans.push(Span::new(start, start + part.len()));
    }
    let whole = LANGUAGE.read_parts(&text, &spans);
    let mut at = 0;
    for (part, span) in parts.iter().zip(&spans) {
        let alone = LANGUAGE.read(part);
        for token in alone.toks() {
            let same = whole.tok(at);
            assert_eq!(same.span(), token.span().shifted(span.start as usize));
            assert_eq!(same.text(), token.text());
            assert_eq!((same.tag(), same.dep()), (token.tag(), token.dep()));
            assert_eq!(same.lemma(), token.lemma());
            assert_eq!(same.name_label(), token.name_label());
            let head = |t: dateline_text::Tok| t.head().unwrap_or(t).text().to_owned();
            assert_eq!(head(same), head(token));
            let starts = |d: &Document, i: usize| d.sentences().iter().any(|s| s.tokens.start == i);
            assert_eq!(starts(&whole, at), starts(&alone, token.i));
            at += 1;
        }
    }
    assert_eq!(whole.len(), at);
}

#[test]
fn what_was_read_before_and_beside_changes_nothing() {
    let texts: Vec<String> = (0..40)
        .map(|i| format!("Troops took village number {i} near Homs, residents said on Sunday."))
        .collect();
    let fresh: Vec<String> = texts
        .iter()
        .map(|text| shown(&Language::load(MODEL).unwrap().read(text)))
        .take(3)
        .collect();
    let expected: Vec<String> = texts
        .iter()
        .map(|text| shown(&LANGUAGE.read(text)))
        .collect();
    assert_eq!(fresh, expected[..3]);
    std::thread::scope(|scope| {
        for start in 0..4 {
            let (texts, expected) = (&texts, &expected);
            scope.spawn(move || {
                for i in (start..texts.len()).chain(0..start) {
                    assert_eq!(shown(&LANGUAGE.read(&texts[i])), expected[i]);
                }
            });
        }
    });
}

#[test]
fn a_text_beyond_all_measure_is_read() {
    let text = "The army denied it. ".repeat(5_000);
    let document = LANGUAGE.read(&text);
    assert_eq!(document.len(), 25_000);
    assert_eq!(document.tok(24_999).text(), ".");
    assert_eq!(document.tok(24_997).lemma(), "deny");
}

#[test]
fn a_damaged_model_is_an_error() {
    assert!(Language::load(b"").is_err());
    assert!(Language::load(&MODEL[..MODEL.len() - 1]).is_err());
    assert!(Language::load(&MODEL[..1000]).is_err());
}

/// Sections that do not fit each other, in a file whose digest is right.
#[test]
fn a_section_cut_short_is_an_error() {
    let file = ModelFile::parse(MODEL).unwrap();
    for (cut, payload) in file.sections() {
        for keep in [0, 1, payload.len() / 2, payload.len() - 1] {
            let sections: Vec<(String, Vec<u8>)> = file
                .sections()
                .iter()
                .map(|(name, payload)| {
                    let keep = if name == cut { keep } else { payload.len() };
                    ((*name).to_owned(), payload[..keep].to_vec())
                })
                .collect();
            let altered = write_model(&sections);
            assert!(
                Language::load(&altered).is_err(),
                "{cut} cut to {keep} bytes"
            );
        }
    }
}

#[test]
fn a_pipeline_without_networks_still_cuts_tokens() {
    let file = ModelFile::parse(MODEL).unwrap();
    let strings = ["pipeline", "tokenizer", "norms"];
    let sections: Vec<(String, Vec<u8>)> = file
        .sections()
        .iter()
        .filter(|(name, _)| strings.contains(name))
        .map(|(name, payload)| ((*name).to_owned(), payload.to_vec()))
        .collect();
    let language = Language::load(&write_model(&sections)).unwrap();
    let document = language.read("They didn't go.");
    let words: Vec<&str> = document.toks().map(|t| t.text()).collect();
    assert_eq!(words, ["They", "did", "n't", "go", "."]);
    assert_eq!(document.sentences().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(text in ".{0,200}") {
        let document = LANGUAGE.read(&text);
        let mut end = 0;
        for token in document.toks() {
            prop_assert!(token.span().start >= end && !token.text().is_empty());
            end = token.span().end;
        }
        prop_assert!(end as usize <= text.len());
        for name in document.names() {
            prop_assert!(name.first < name.end && name.end as usize <= document.len());
        }
    }
}
