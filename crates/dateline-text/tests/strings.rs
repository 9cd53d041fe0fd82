//! The string side of the English model against spaCy, on sentences of our own.

use dateline_text::model::ModelFile;
use dateline_text::strings::{RawToken, Strings};
use dateline_text::{Pos, Sym, Symbols, Token};
use proptest::prelude::*;
use std::sync::LazyLock;

const MODEL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../models/en_core_web_md.dateline"
);
const FIXTURE: &str = include_str!("strings.tsv");

fn load() -> (Strings, Symbols) {
    let bytes = std::fs::read(MODEL).expect(MODEL);
    let mut symbols = Symbols::new();
    let file = ModelFile::parse(&bytes).unwrap();
    (Strings::load(&file, &mut symbols).unwrap(), symbols)
}

static STRINGS: LazyLock<Strings> = LazyLock::new(|| load().0);

/// A text and its tokens' columns, as the fixture gives them.
struct Case {
    text: String,
    rows: Vec<[String; 8]>,
}

fn cases() -> Vec<Case> {
    let blocks = FIXTURE.split("\n\n").skip(1);
    let case = |block: &str| {
        let mut lines = block.lines();
        let text = unescaped(lines.next().unwrap());
        let row = |line: &str| {
            let columns: Vec<String> = line.split('\t').map(unescaped).collect();
            columns.try_into().unwrap()
        };
        Case {
            text,
            rows: lines.map(row).collect(),
        }
    };
    blocks.map(case).collect()
}

fn unescaped(field: &str) -> String {
    field.replace("\\n", "\n").replace("\\t", "\t")
}

fn tokenized(text: &str) -> Vec<RawToken> {
    let mut tokens = Vec::new();
    STRINGS.tokenize(text, &mut tokens);
    tokens
}

#[test]
fn tokens_and_norms_are_spacys() {
    let cases = cases();
    assert_eq!(cases.len(), 18);
    for case in &cases {
        let text = &case.text;
        let tokens = tokenized(text);
        let ours: Vec<_> = tokens
            .iter()
            .map(|t| {
                let space = if t.space_after { "+" } else { "-" };
                (t.span.slice(text), space, STRINGS.norm(t, text))
            })
            .collect();
        let theirs = case.rows.iter();
        let theirs: Vec<_> = theirs
            .map(|[word, space, norm, ..]| (word.as_str(), space.as_str(), norm.into()))
            .collect();
        assert_eq!(ours, theirs, "{text}");
    }
}

#[test]
fn parts_of_speech_features_and_lemmas_are_spacys() {
    let (strings, mut symbols) = load();
    for case in cases() {
        let text = &case.text;
        let rows = case.rows.iter().zip(tokenized(text));
        let mut tokens: Vec<Token> = rows
            .map(|([_, _, _, tag, dep, ..], raw)| Token {
                span: raw.span,
                pos: Pos::X,
                tag: symbols.intern(tag),
                morph: Sym::default(),
                dep: symbols.intern(dep),
                head: 0,
                sent_start: false,
                lemma: "".into(),
            })
            .collect();
        strings.annotate(text, &symbols, &mut tokens);
        for (token, [.., tag, dep, pos, morph, lemma]) in tokens.iter().zip(&case.rows) {
            let word = token.span.slice(text);
            assert_eq!(symbols.get(token.tag), tag, "tag of {word:?} in {text}");
            assert_eq!(symbols.get(token.dep), dep, "label of {word:?} in {text}");
            assert_eq!(
                token.pos.name(),
                pos,
                "part of speech of {word:?} in {text}"
            );
            assert_eq!(
                symbols.get(token.morph),
                morph,
                "features of {word:?} in {text}"
            );
            assert_eq!(&*token.lemma, lemma, "lemma of {word:?} in {text}");
        }
    }
}

/// Whether the tokens follow one another, with nothing between but the spaces they tell of.
fn cover(text: &str, tokens: &[RawToken]) -> bool {
    let mut at = 0;
    for token in tokens {
        if token.span.start as usize != at || token.span.slice(text).is_empty() {
            return false;
        }
        at = token.span.end as usize;
        if token.space_after {
            if !text[at..].starts_with(' ') {
                return false;
            }
            at += 1;
        }
    }
    at == text.len()
}

#[test]
fn long_text_without_spaces_takes_linear_time() {
    // Were the time quadratic in the length, this would take hours.
    for unit in [
        "a",
        "!",
        "a:",
        "(((a.b)))",
        "1,",
        "...x",
        "中",
        "http://a.b.c/",
        "a@b:c@d.e",
    ] {
        let text = unit.repeat((1 << 20) / unit.len());
        assert!(cover(&text, &tokenized(&text)), "{unit}");
    }
}

proptest! {
    #[test]
    fn tokens_cover_any_text(text in r"(\PC|[ \n\t]|[(.:)'’$€%,!?-]|n't|'s|US\$|km|www\.|@){0,80}") {
        prop_assert!(cover(&text, &tokenized(&text)));
    }
}
