//! The language layer must make of the suite's texts exactly what spaCy makes of them.

use dateline_text::{Document, Language};
use serde_json::{Value, json};

const MODEL: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");
const TEXTS: &str = include_str!("../../../suite/parity/news.jsonl");

/// A document in the form of the suite's rows.
fn tokens(document: &Document) -> Vec<Value> {
    let place = |i: usize| match document.tok(i).name() {
        Some(name) if name.first as usize == i => "B",
        Some(_) => "I",
        None => "O",
    };
    let row = |t: dateline_text::Tok| {
        json!([
            t.span().start,
            t.span().end,
            t.tag(),
            t.pos().name(),
            t.morph(),
            t.lemma(),
            t.head().unwrap_or(t).i,
            t.dep(),
            document.sentences()[t.sentence()].tokens.start == t.i,
            place(t.i),
            t.name_label(),
        ])
    };
    document.toks().map(row).collect()
}

#[test]
fn every_token_is_spacys() {
    let language = Language::load(MODEL).unwrap();
    let mut read = 0;
    for row in TEXTS.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let text = row["text"].as_str().unwrap();
        let found = tokens(&language.read(text));
        let expected = row["tokens"].as_array().unwrap();
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found, expected, "in {text:?}");
        }
        assert_eq!(found.len(), expected.len(), "{text:?}");
        read += found.len();
    }
    assert!(read > 500, "{read} tokens");
}
