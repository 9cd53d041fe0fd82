//! `parity`: how far the language layer agrees with spaCy, on texts that spaCy has read.
//!
//! The texts and spaCy's reading of them are JSON Lines, as `xtask/spacy_reference.py` writes them.
//! Every figure is a share of spaCy's tokens: a token counts as equal where Dateline has one with
//! the same bytes and the same value; one that Dateline cuts otherwise is wrong in everything.
//! Heads are compared by the bytes of the head, names by type and by place in the name.

use anyhow::{Context, Result, ensure};
use dateline_text::{Language, Tok};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What is compared, in the order of the report.
const LAYERS: [&str; 10] = [
    "tokens", "tags", "pos", "morph", "lemmas", "heads", "labels", "arcs", "sents", "names",
];

/// Differences of each layer that a report shows.
const SHOWN: usize = 12;

/// The model that Dateline ships.
static ENGLISH: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");

/// `parity [--model FILE] FILE.jsonl...`: reads the texts of each file with the model (by default
/// the English one that Dateline ships) and reports the share of equal tokens in each layer, with
/// the first differences.
pub fn run(arguments: &[String]) -> Result<String> {
    let (language, files) = match arguments {
        [option, model, files @ ..] if option == "--model" => {
            let bytes = std::fs::read(model).with_context(|| model.clone())?;
            (Language::load(&bytes)?, files)
        }
        files => (Language::load(ENGLISH)?, files),
    };
    ensure!(!files.is_empty(), "name files of spaCy's readings");
    let mut tally = Tally::default();
    for file in files {
        let rows = std::fs::read_to_string(file).with_context(|| file.clone())?;
        for (number, row) in rows.lines().enumerate() {
            let row: Value =
                serde_json::from_str(row).with_context(|| format!("{file}:{}", number + 1))?;
            tally.compare(&language, &row);
        }
    }
    Ok(tally.report())
}

/// Counts over all texts.
#[derive(Default)]
pub struct Tally {
    /// spaCy's tokens.
    pub tokens: usize,
    /// Tokens that differ, by layer.
    pub wrong: [usize; LAYERS.len()],
    shown: Vec<(usize, String)>,
}

impl Tally {
    /// Reads the text of a row and compares every token.
    pub fn compare(&mut self, language: &Language, row: &Value) {
        let text = row["text"].as_str().unwrap_or("");
        let document = language.read(text);
        let ours: BTreeMap<(u32, u32), Tok> = document
            .toks()
            .map(|t| ((t.span().start, t.span().end), t))
            .collect();
        let theirs: Vec<Reading> = row["tokens"]
            .as_array()
            .map_or(&[][..], |tokens| tokens)
            .iter()
            .map(Reading::of_spacy)
            .collect();
        for their in &theirs {
            self.tokens += 1;
            let our = ours.get(&their.bytes).map(|t| Reading::of(*t));
            let head = theirs.get(their.head).map(|head| head.bytes);
            for (layer, name) in LAYERS.iter().enumerate() {
                let expected = their.layer(name, head);
                let found = our.as_ref().map(|our| our.layer(name, our.head_bytes));
                if found.as_ref() == Some(&expected) {
                    continue;
                }
                self.wrong[layer] += 1;
                if self.shown.iter().filter(|(l, _)| *l == layer).count() < SHOWN {
                    let found = found.unwrap_or("no such token".into());
                    let (start, end) = (their.bytes.0 as usize, their.bytes.1 as usize);
                    let context = text.get(around(text, start, end)).unwrap_or("");
                    self.shown.push((
                        layer,
                        format!(
                            "{name}: {:?} is {expected:?}, not {found:?}, in {context:?}",
                            &text[start..end]
                        ),
                    ));
                }
            }
        }
    }

    /// The differences, and the line of figures.
    pub fn report(mut self) -> String {
        self.shown.sort_by_key(|(layer, _)| *layer);
        let mut report = String::new();
        for (_, line) in &self.shown {
            let _ = writeln!(report, "{line}");
        }
        let _ = write!(report, "parity n={}", self.tokens);
        for (layer, wrong) in LAYERS.iter().zip(self.wrong) {
            let share = 1.0 - wrong as f64 / self.tokens.max(1) as f64;
            let _ = write!(report, " {layer}={share:.6}");
        }
        report
    }
}

/// A stretch of text around a token.
fn around(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let from = text.floor_char_boundary(start.saturating_sub(30));
    let to = text.ceil_char_boundary((end + 30).min(text.len()));
    from..to
}

/// What is known of one token.
struct Reading {
    bytes: (u32, u32),
    tag: String,
    pos: String,
    morph: String,
    lemma: String,
    head: usize,
    head_bytes: Option<(u32, u32)>,
    label: String,
    sent_start: bool,
    name: String,
}

impl Reading {
    fn of_spacy(token: &Value) -> Self {
        let text = |i: usize| token[i].as_str().unwrap_or("").to_owned();
        let number = |i: usize| token[i].as_u64().unwrap_or(0);
        let name = match token[9].as_str() {
            Some(place @ ("B" | "I")) => format!("{place}-{}", text(10)),
            _ => "O".to_owned(),
        };
        Self {
            bytes: (number(0) as u32, number(1) as u32),
            tag: text(2),
            pos: text(3),
            morph: text(4),
            lemma: text(5),
            head: number(6) as usize,
            head_bytes: None,
            label: text(7),
            sent_start: token[8].as_bool().unwrap_or(false),
            name,
        }
    }

    fn of(token: Tok) -> Self {
        let bytes = |t: Tok| (t.span().start, t.span().end);
        let head = token.head().unwrap_or(token);
        let sentence = &token.doc().sentences()[token.sentence()];
        let name = token.name().map_or("O".to_owned(), |name| {
            let first = name.first as usize == token.i;
            format!("{}-{}", if first { "B" } else { "I" }, token.name_label())
        });
        Self {
            bytes: bytes(token),
            tag: token.tag().to_owned(),
            pos: token.pos().name().to_owned(),
            morph: token.morph().to_owned(),
            lemma: token.lemma().to_owned(),
            head: head.i,
            head_bytes: Some(bytes(head)),
            label: token.dep().to_owned(),
            sent_start: sentence.tokens.start == token.i,
            name,
        }
    }

    /// The value of a layer as text.
    fn layer(&self, layer: &str, head: Option<(u32, u32)>) -> String {
        match layer {
            "tags" => self.tag.clone(),
            "pos" => self.pos.clone(),
            "morph" => self.morph.clone(),
            "lemmas" => self.lemma.clone(),
            "heads" => format!("{head:?}"),
            "labels" => self.label.clone(),
            "arcs" => format!("{head:?} {}", self.label),
            "sents" => self.sent_start.to_string(),
            "names" => self.name.clone(),
            _ => format!("{:?}", self.bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &str = include_str!("../../../suite/parity/news.jsonl");

    fn wrong(row: &Value) -> BTreeMap<&'static str, usize> {
        let language = Language::load(ENGLISH).unwrap();
        let mut tally = Tally::default();
        tally.compare(&language, row);
        let layers = LAYERS.into_iter().zip(tally.wrong);
        layers.filter(|(_, wrong)| *wrong > 0).collect()
    }

    #[test]
    fn only_what_differs_is_wrong() {
        let mut row: Value = serde_json::from_str(TEXTS.lines().next().unwrap()).unwrap();
        assert!(wrong(&row).is_empty());
        row["tokens"][1][2] = "XX".into();
        row["tokens"][2][7] = "nsubj".into();
        let expected = BTreeMap::from([("tags", 1), ("labels", 1), ("arcs", 1)]);
        assert_eq!(wrong(&row), expected);
    }

    #[test]
    fn a_token_cut_otherwise_is_wrong_in_everything() {
        let mut row: Value = serde_json::from_str(TEXTS.lines().next().unwrap()).unwrap();
        let end = row["tokens"][0][1].as_u64().unwrap();
        row["tokens"][0][1] = (end - 1).into();
        let wrong = wrong(&row);
        assert!(LAYERS.iter().all(|layer| wrong.contains_key(layer)));
        assert_eq!(wrong["tokens"], 1);
        assert_eq!(wrong["tags"], 1);
    }
}
