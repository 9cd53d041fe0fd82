//! `timex DIR`: expressions of time against TIMEX3 annotation (`.tml` files), by TempEval-3's
//! definitions (UzZaman and others 2013; `evaluate_entities.py`).
//!
//! Strict: same characters. Relaxed: they share a character; each answer and each gold expression
//! counts once. Value: relaxed F1 times the share of relaxed matches whose value equals gold's.
//! The document's creation time is given to the reader, as in the task. Text outside `<TEXT>` is
//! neither read nor scored.

use crate::measure::{Overlap, Share, figure};
use anyhow::{Context, Result, bail};
use dateline_span::Span;
use dateline_text::{Document, Language, TimeExpr};
use jiff::civil::Date;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Runs the task: `DIR [--errors]`.
///
/// # Errors
/// If the folder or the model cannot be read.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("name the folder that holds .tml files");
    };
    let language = Language::load(include_bytes!("../../../models/en_core_web_md.dateline"))
        .context("the language model")?;
    score(Path::new(folder), errors, &|text| language.read(text))
}

/// Scores a folder with any reader of text.
///
/// # Errors
/// If the folder cannot be read or holds no annotated file.
pub fn score(folder: &Path, errors: bool, read: &dyn Fn(&str) -> Document) -> Result<String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    if files.is_empty() {
        bail!("no .tml file under {}", folder.display());
    }
    let mut report = String::new();
    let mut tally = Tally::default();
    for file in &files {
        let xml = std::fs::read(file).with_context(|| file.display().to_string())?;
        let gold = Annotated::parse(&String::from_utf8_lossy(&xml));
        let document = read(&gold.text);
        let answers = dateline_text::time::find(&document, gold.created);
        let before = report.len();
        tally.add(&gold, &answers, errors.then_some(&mut report));
        if report.len() > before {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            report.insert_str(before, &format!("{name}\n"));
        }
    }
    writeln!(
        report,
        "{} documents; strict {}; relaxed {}; values {}",
        files.len(),
        tally.strict,
        tally.relaxed,
        tally.values
    )?;
    let relaxed = tally.relaxed.f1();
    let value = relaxed.and_then(|f| Some(f * tally.values.value()?));
    write!(
        report,
        "timex strict_f={} relaxed_f={} value_f={}",
        figure(tally.strict.f1()),
        figure(relaxed),
        figure(value)
    )?;
    Ok(report)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "tml") {
            files.push(path);
        }
    }
    Ok(())
}

/// A gold expression.
#[derive(Debug, PartialEq)]
struct Timex {
    span: Span,
    value: String,
}

/// A TimeML file: its text without markup, its expressions, its creation time.
#[derive(Debug, Default)]
struct Annotated {
    text: String,
    timexes: Vec<Timex>,
    created: Option<Date>,
}

impl Annotated {
    /// Reads the markup by hand: TimeML bodies are flat, and byte offsets are all that is wanted.
    fn parse(xml: &str) -> Self {
        let created = between(xml, "<DCT>", "</DCT>")
            .and_then(|dct| attribute(dct, "value")?.get(..10)?.parse().ok());
        let mut gold = Self {
            created,
            ..Self::default()
        };
        let mut rest = between(xml, "<TEXT>", "</TEXT>").unwrap_or("");
        let mut open: Option<(usize, String)> = None;
        while let Some(at) = rest.find('<') {
            gold.text.push_str(&unescape(&rest[..at]));
            let Some(end) = rest[at..].find('>').map(|e| at + e) else {
                break;
            };
            let tag = &rest[at + 1..end];
            rest = &rest[end + 1..];
            if tag.starts_with("TIMEX3") {
                open = attribute(tag, "value").map(|value| (gold.text.len(), value.to_owned()));
            } else if tag == "/TIMEX3"
                && let Some((start, value)) = open.take()
            {
                let span = Span::new(start, gold.text.len()).trimmed(&gold.text);
                gold.timexes.push(Timex { span, value });
            }
        }
        gold.text.push_str(&unescape(rest));
        gold.timexes.retain(|t| !t.span.is_empty());
        gold
    }
}

fn between<'x>(xml: &'x str, open: &str, close: &str) -> Option<&'x str> {
    let start = xml.find(open)? + open.len();
    let end = xml.rfind(close).filter(|end| *end >= start)?;
    Some(&xml[start..end])
}

fn attribute<'x>(tag: &'x str, name: &str) -> Option<&'x str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

#[derive(Default)]
struct Tally {
    strict: Overlap,
    relaxed: Overlap,
    values: Share,
}

impl Tally {
    fn add(&mut self, gold: &Annotated, answers: &[TimeExpr], mut report: Option<&mut String>) {
        let mut taken = vec![false; answers.len()];
        let (mut strict, mut relaxed) = (0, 0);
        for timex in &gold.timexes {
            let same = answers.iter().position(|a| a.span == timex.span);
            let hit = same.or_else(|| {
                (0..answers.len()).find(|&i| !taken[i] && answers[i].span.overlaps(timex.span))
            });
            let found = hit.map(|i| {
                taken[i] = true;
                &answers[i]
            });
            strict += usize::from(same.is_some());
            relaxed += usize::from(hit.is_some());
            let value = found.map(value_of);
            if let Some(value) = value {
                self.values.judge(*value == timex.value);
            }
            if value != Some(&timex.value) || same.is_none() {
                note(&mut report, gold, timex, found);
            }
        }
        for (answer, _) in answers.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            if let Some(report) = report.as_deref_mut() {
                report.push_str(&format!(
                    "  + {} [{}] {}\n",
                    answer.span.slice(&gold.text),
                    value_of(answer),
                    around(&gold.text, answer.span)
                ));
            }
        }
        self.strict
            .add(Overlap::of_pairs(strict, answers.len(), gold.timexes.len()));
        self.relaxed.add(Overlap::of_pairs(
            relaxed,
            answers.len(),
            gold.timexes.len(),
        ));
    }
}

fn value_of(answer: &TimeExpr) -> &String {
    answer.anchored.as_ref().unwrap_or(&answer.value)
}

fn note(
    report: &mut Option<&mut String>,
    gold: &Annotated,
    timex: &Timex,
    found: Option<&TimeExpr>,
) {
    let Some(report) = report.as_deref_mut() else {
        return;
    };
    let sign = if found.is_some() { '~' } else { '-' };
    let answer = found.map_or(String::new(), |a| {
        format!(" but {} [{}]", a.span.slice(&gold.text), value_of(a))
    });
    let created = gold.created.map_or(String::new(), |d| d.to_string());
    report.push_str(&format!(
        "  {sign} {} [{}]{answer} @{created} {}\n",
        timex.span.slice(&gold.text),
        timex.value,
        around(&gold.text, timex.span)
    ));
}

/// The words around a span, on one line.
fn around(text: &str, span: Span) -> String {
    let before = text[..span.start as usize]
        .char_indices()
        .rev()
        .nth(40)
        .map_or(0, |(i, _)| i);
    let after = &text[span.end as usize..];
    let end = after.char_indices().nth(30).map_or(after.len(), |(i, _)| i);
    format!(
        "…{}…",
        text[before..span.end as usize + end]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2025-03-20">2025</TIMEX3></DCT>
<TEXT>
The R&amp;D chief <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2025-03-19">Wednesday</TIMEX3>.
</TEXT></TimeML>"#;

    #[test]
    fn markup_becomes_offsets() {
        let gold = Annotated::parse(FILE);
        assert_eq!(gold.text.trim(), "The R&D chief left on Wednesday.");
        assert_eq!(gold.timexes[0].span.slice(&gold.text), "Wednesday");
        assert_eq!(gold.timexes[0].value, "2025-03-19");
        assert_eq!(
            gold.created.map(|d| d.to_string()).as_deref(),
            Some("2025-03-20")
        );
    }

    #[test]
    fn an_overlapping_answer_is_relaxed_only() {
        let gold = Annotated::parse(FILE);
        let wednesday = gold.timexes[0].span;
        let answer = |span, value: &str| TimeExpr {
            span,
            kind: dateline_text::TimeKind::Date,
            value: value.into(),
            anchored: None,
            modifier: None,
            when: None,
            reason: String::new(),
            reckoned: None,
            beside: None,
            until: None,
        };
        let mut tally = Tally::default();
        let longer = Span {
            start: wednesday.start - 3,
            ..wednesday
        };
        tally.add(&gold, &[answer(longer, "2025-03-19")], None);
        assert_eq!(
            (tally.strict.f1(), tally.relaxed.f1()),
            (Some(0.0), Some(1.0))
        );
        assert_eq!(tally.values, Share { right: 1, total: 1 });
    }

    #[test]
    fn broken_markup_gives_what_it_holds() {
        assert!(
            Annotated::parse("<TEXT>a <TIMEX3 value=\"2\"")
                .timexes
                .is_empty()
        );
        assert!(Annotated::parse("").text.is_empty());
    }
}
