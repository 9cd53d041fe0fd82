//! The place of a given verb (event_location).

use crate::given;
use crate::measure::{Share, figure};
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline::event::Claim;
use dateline::event::claim::PlaceMention;
use dateline::event::resolve::place_of;
use dateline::page::PartKind;
use dateline_span::Span;
use serde::Deserialize;
use std::fmt::Write;
use std::io::Read;

/// The source of the rows that were annotated again as gold.
const GOLD: &str = "RELABEL";

#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    spans: Vec<Marked>,
    #[serde(default)]
    tokens: Vec<Word>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
struct Marked {
    label: String,
    token_start: usize,
    token_end: usize,
}

#[derive(Deserialize)]
struct Word {
    start: usize,
    end: usize,
}

/// Scores the gold rows of a list of rows, zipped or not.
pub(super) fn score(engine: &Engine, bytes: &[u8], errors: bool) -> Result<String> {
    let rows = rows(bytes)?;
    let gold: Vec<&Row> = rows
        .iter()
        .filter(|r| r.source == GOLD && !r.spans.is_empty())
        .collect();
    if gold.is_empty() {
        bail!("no row has the source {GOLD}");
    }
    let mut right = Share::default();
    let mut placed = Share::default();
    let mut unplaced = Share::default();
    let mut report = String::new();
    for row in gold {
        let starts: Vec<usize> = row
            .text
            .char_indices()
            .map(|(i, _)| i)
            .chain([row.text.len()])
            .collect();
        let span = |marked: &Marked| {
            let first = row.tokens.get(marked.token_start)?;
            let last = row.tokens.get(marked.token_end)?;
            Some(Span::new(*starts.get(first.start)?, *starts.get(last.end)?))
        };
        let of = |label: &str| -> Vec<Span> {
            row.spans
                .iter()
                .filter(|s| s.label == label)
                .filter_map(span)
                .collect()
        };
        let Some(verb) = of("VERB").first().copied() else {
            continue;
        };
        let wanted = of("LOCATION");
        let ours = place_at(engine, &row.text, verb);
        let good = match ours {
            None => wanted.is_empty(),
            Some(ours) => wanted.iter().any(|w| w.overlaps(ours)),
        };
        right.judge(good);
        if wanted.is_empty() {
            unplaced.judge(good);
        } else {
            placed.judge(good);
        }
        if errors && !good {
            let words = |spans: &[Span]| -> Vec<String> {
                spans
                    .iter()
                    .map(|s| s.slice(&row.text).to_owned())
                    .collect()
            };
            writeln!(
                report,
                "{} | {:?} gold {:?} ours {:?}{}",
                row.text,
                verb.slice(&row.text),
                words(&wanted),
                ours.map(|s| s.slice(&row.text)),
                ways(engine, &row.text, verb, wanted.iter().copied().chain(ours))
            )?;
        }
    }
    writeln!(report, "with a place: {placed}; without: {unplaced}")?;
    write!(report, "geo place_acc={}", figure(right.value()))?;
    Ok(report)
}

/// How places hang on the verb and what the language layer takes them for.
fn ways(engine: &Engine, text: &str, verb: Span, places: impl Iterator<Item = Span>) -> String {
    let doc = engine.read_parts(text, &[Span::new(0, text.len())]);
    let mut told = String::new();
    for place in places {
        let label = given::head_of(&doc, place).map_or("", |t| t.name_label());
        let way = given::way(&doc, verb, place);
        told.push_str(&format!("\n    {:?} {label} {way}", place.slice(text)));
    }
    told
}

fn rows(bytes: &[u8]) -> Result<Vec<Row>> {
    let mut text = String::new();
    if bytes.starts_with(b"PK") {
        let mut archive =
            zip::ZipArchive::new(std::io::Cursor::new(bytes)).context("the archive")?;
        let names: Vec<String> = archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect();
        let name = names
            .iter()
            .find(|n| n.ends_with(".jsonl") && !n.starts_with("__MACOSX"))
            .context("no .jsonl file in the archive")?;
        archive.by_name(name)?.read_to_string(&mut text)?;
    } else {
        text = String::from_utf8(bytes.to_vec()).context("the file is not UTF-8")?;
    }
    // One list, or one row a line.
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(&text).context("the list of rows");
    }
    text.lines()
        .filter(|l| !l.trim().is_empty())
        .map(|line| serde_json::from_str(line).context("a row"))
        .collect()
}

/// The innermost of a place's spans that holds a name: gold marks names only ("a mosque in Kufa").
fn named(text: &str, place: &PlaceMention) -> Span {
    std::iter::once(place.span)
        .chain(place.within.iter().copied())
        .find(|span| span.slice(text).contains(char::is_uppercase))
        .unwrap_or(place.span)
}

/// Our place for the event that the words `verb` name: a claim's, else that of the bare word.
fn place_at(engine: &Engine, text: &str, verb: Span) -> Option<Span> {
    let parts = [(PartKind::Paragraph, Span::new(0, text.len()))];
    let reading = given::read(engine, text, &parts);
    let claim = reading
        .claims
        .iter()
        .find(|c: &&Claim| c.trigger.overlaps(verb));
    if let Some(claim) = claim {
        return claim.place.as_ref().map(|p| named(text, p));
    }
    let doc = reading.document.as_ref()?;
    let trigger = doc.tokens_in(verb).start;
    if trigger >= doc.len() {
        return None;
    }
    given::with_layers(&reading, doc, |layers| {
        place_of(layers, trigger, &[]).map(|p| named(text, &p.value))
    })
}
