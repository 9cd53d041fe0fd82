//! `rams FILE`: participants of given triggers (RAMS 1.0, Ebner and others 2020; `dev.jsonlines`),
//! each event in a window of five sentences.
//!
//! [`types`] says which types and roles are scored: those that Dateline has a code and a part for.
//! Types are given as well as triggers, as in the corpus's own task. Where this departs from its
//! scorer:
//!
//! - Theirs wants the same characters; here the head word of ours, or what it resolves to, must
//!   stand inside the annotated words, because RAMS cuts its phrases by a rule of its own.
//! - A coordination is one answer, as RAMS marks it.
//! - Participants of mutual events (meetings, agreements) are one role: which comes first in the
//!   corpus is chance.

pub mod types;

use crate::detokenise::detokenise;
use crate::given::{self, Filler, GoldRole, PartPlayed, pair_roles};
use crate::measure::{Overlap, figure};
use anyhow::{Context, Result, bail};
use dateline::page::PartKind;
use dateline::text::Document;
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use types::{RamsType, role_name};

#[derive(Deserialize)]
struct RawWindow {
    doc_key: String,
    sentences: Vec<Vec<String>>,
    evt_triggers: Vec<RawTrigger>,
    /// Trigger, participant and role; tokens of both first and last.
    gold_evt_links: Vec<(Tokens, Tokens, String)>,
}

/// First and last token and the names of its types, each with a weight.
type RawTrigger = (usize, usize, Vec<(String, f64)>);

/// First and last token.
type Tokens = (usize, usize);

/// A window with its one event.
struct Window {
    id: String,
    text: String,
    parts: Vec<(PartKind, Span)>,
    trigger: Span,
    event_type: String,
    kind: &'static RamsType,
    roles: Vec<GoldRole>,
}

/// Runs the task: `FILE`.
///
/// # Errors
/// If the file cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let [file] = arguments else {
        bail!("usage: rams FILE");
    };
    let lines = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let engine = Engine::new().context("the engine cannot be set up")?;
    let mut total = Overlap::default();
    let mut by_part: BTreeMap<&str, Overlap> = BTreeMap::new();
    let mut by_type: BTreeMap<&str, Overlap> = BTreeMap::new();
    let (mut scored, mut left_out) = (0, 0);
    let mut report = String::new();
    for (number, line) in lines.lines().enumerate() {
        let raw: RawWindow =
            serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        let Some(window) = Window::new(raw).with_context(|| format!("line {}", number + 1))? else {
            left_out += 1;
            continue;
        };
        scored += 1;
        let reading = given::read(&engine, &window.text, &window.parts);
        let ours = answers(&engine, &window, &reading);
        let pairs = pair_roles(&window.roles, &ours, true);
        for (part, counts) in counts(&window, &ours, &pairs) {
            total.add(counts);
            by_part.entry(part.name()).or_default().add(counts);
            by_type.entry(window.kind.prefix).or_default().add(counts);
        }
        write_errors(
            &mut report,
            &window,
            reading.document.as_ref(),
            &ours,
            &pairs,
        )?;
    }
    for (name, overlap) in by_type.iter().chain(&by_part) {
        writeln!(report, "{name} {overlap}")?;
    }
    write!(
        report,
        "{scored} events, {left_out} left out; {total}\nrams role_f={}",
        figure(total.f1())
    )?;
    Ok(report)
}

impl Window {
    /// `None` where the event's type is left out.
    fn new(raw: RawWindow) -> Result<Option<Self>> {
        let mut text = String::new();
        let mut tokens = Vec::new();
        for sentence in &raw.sentences {
            if !text.is_empty() {
                text.push(' ');
            }
            tokens.extend(detokenise(sentence.iter().map(String::as_str), &mut text));
        }
        let words = |(first, last): Tokens| -> Result<Span> {
            match (tokens.get(first), tokens.get(last)) {
                (Some(a), Some(b)) => Ok(a.cover(*b)),
                _ => bail!("no tokens {first} to {last}"),
            }
        };
        let (first, last, names) = raw.evt_triggers.first().context("no trigger")?;
        let event_type = &names.first().context("no type")?.0;
        let Some(kind) = RamsType::of(event_type) else {
            return Ok(None);
        };
        let mut roles = Vec::new();
        for (_, participant, role) in &raw.gold_evt_links {
            let Some(part) = kind.part(role) else {
                continue;
            };
            let span = words(*participant)?;
            roles.push(GoldRole {
                part,
                role: role_name(role).to_owned(),
                span,
                mentions: vec![span],
            });
        }
        let whole = Span::new(0, text.len());
        Ok(Some(Self {
            id: raw.doc_key,
            trigger: words((*first, *last))?,
            event_type: event_type.clone(),
            kind,
            roles,
            parts: vec![(PartKind::Paragraph, whole)],
            text,
        }))
    }
}

fn answers(engine: &Engine, window: &Window, reading: &ArticleReading) -> Vec<Filler> {
    let kind = window.kind;
    let mut ours = given::roles_at(
        engine.codebook(),
        reading,
        window.trigger,
        kind.kinds,
        kind.frame,
        kind.suffers,
    );
    for filler in &mut ours {
        filler.part = kind.level(filler.part);
    }
    ours.retain(|f| kind.holds(f.part) && (!f.coordinated || kind.mutual));
    ours
}

/// Counts for each answer and each participant that was not found.
fn counts(
    window: &Window,
    ours: &[Filler],
    pairs: &given::RolePairs,
) -> Vec<(PartPlayed, Overlap)> {
    let found = pairs
        .found
        .iter()
        .map(|&k| (window.roles[k].part, Overlap::of_pairs(1, 1, 1)));
    let missed = pairs
        .missed
        .iter()
        .map(|&k| (window.roles[k].part, Overlap::of_pairs(0, 0, 1)));
    let wrong = pairs
        .false_alarms
        .iter()
        .map(|&k| (ours[k].part, Overlap::of_pairs(0, 1, 0)));
    found.chain(missed).chain(wrong).collect()
}

fn write_errors(
    report: &mut String,
    window: &Window,
    doc: Option<&Document>,
    ours: &[Filler],
    pairs: &given::RolePairs,
) -> Result<()> {
    let Window {
        id,
        text,
        trigger,
        event_type,
        ..
    } = window;
    if pairs.missed.is_empty() && pairs.false_alarms.is_empty() {
        return Ok(());
    }
    let way = |to| doc.map_or_else(String::new, |d| given::way(d, *trigger, to));
    writeln!(
        report,
        "== {id} {event_type} “{}” | {text}",
        trigger.slice(text)
    )?;
    for k in &pairs.missed {
        let role = &window.roles[*k];
        let (words, way) = (role.span.slice(text), way(role.span));
        writeln!(report, "missed role {} “{words}” ({way})", role.role)?;
    }
    for k in &pairs.false_alarms {
        let words = ours[*k].heads[0].slice(text);
        let (part, way) = (ours[*k].part.name(), way(ours[*k].heads[0]));
        writeln!(report, "wrong role {part} “{words}” ({way})")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"doc_key": "own_1", "evt_triggers": [[3, 3, [["life.die.n/a", 1.0]]]],
        "gold_evt_links": [[[3, 3], [1, 1], "evt089arg01victim"], [[3, 3], [5, 5], "evt089arg02place"],
            [[3, 3], [0, 0], "evt089arg03crime"]],
        "sentences": [["Four", "villagers", "were", "killed", "in", "Kalem", "."], ["It", "rained", "."]]}"#;

    fn window(line: &str) -> Option<Window> {
        Window::new(serde_json::from_str(line).unwrap()).unwrap()
    }

    #[test]
    fn tokens_become_text_and_uncovered_roles_fall_away() {
        let window = window(LINE).unwrap();
        assert_eq!(
            window.text,
            "Four villagers were killed in Kalem. It rained."
        );
        assert_eq!(window.trigger.slice(&window.text), "killed");
        let roles: Vec<_> = window
            .roles
            .iter()
            .map(|r| (r.role.as_str(), r.span.slice(&window.text)))
            .collect();
        assert_eq!(roles, [("victim", "villagers"), ("place", "Kalem")]);
    }

    #[test]
    fn answers_are_counted_under_their_part() {
        let engine = Engine::new().unwrap();
        let window = window(LINE).unwrap();
        let reading = given::read(&engine, &window.text, &window.parts);
        let ours = answers(&engine, &window, &reading);
        let pairs = pair_roles(&window.roles, &ours, true);
        let mut total = Overlap::default();
        for (_, overlap) in counts(&window, &ours, &pairs) {
            total.add(overlap);
        }
        assert_eq!(total, Overlap::of_pairs(2, 2, 2));
    }

    #[test]
    fn a_type_without_a_code_is_left_out() {
        assert!(window(&LINE.replace("life.die.n/a", "government.vote.n/a")).is_none());
    }
}
