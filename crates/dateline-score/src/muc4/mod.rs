//! `muc4 DIR [--responses FILE]`: incidents of political violence in Latin America as templates of 24 slots
//! (Fourth Message Understanding Conference, 1992).
//!
//! DIR holds message files and their keys (`key*`). The engine's incidents become templates ([`fill`]),
//! templates are scored as in 1992 ([`score`], [`compare`]): correct, partial, incorrect, spurious, missing
//! by slot; the last line has recall, precision and F of ALL TEMPLATES in percent, and F of TEXT FILTERING.
//! `--responses FILE` scores any file of templates instead of ours.
//!
//! Where this departs from the official scorer: that one asked its user about strings and dates
//! that differ, here the guidelines decide; a partly correct filler is never distributed over
//! several of the key; the mapping of templates is the best one by points, not adjusted by hand.

mod compare;
mod fill;
mod kinds;
mod places;
mod reader;
mod score;
mod template;

use anyhow::{Context, Result, bail};
use dateline::{Engine, Options};
use places::Places;
use reader::Message;
use score::Tally;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use template::{SLOTS, Template};

/// Runs the task: `DIR [--responses FILE] [--errors]`.
///
/// # Errors
/// If the folder has no keys, a file cannot be read, or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    const USAGE: &str = "usage: muc4 DIR [--responses FILE] [--errors]";
    let (mut dir, mut responses, mut errors) = (None, None, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--errors" => errors = true,
            "--responses" => responses = Some(rest.next().context(USAGE)?),
            _ if dir.is_none() => dir = Some(Path::new(argument)),
            _ => bail!("{USAGE}"),
        }
    }
    let dir = dir.context(USAGE)?;
    let corpus = Corpus::read(dir)?;
    let given = match responses {
        Some(file) => template::parse(&text_of(Path::new(file))?)
            .into_iter()
            .collect(),
        None => ours(dir, &corpus.messages)?,
    };
    let mut tally = Tally::default();
    let mut report = String::new();
    for (id, keys) in &corpus.keys {
        let templates = given.get(id).map_or(&[][..], Vec::as_slice);
        let pairs = tally.add(keys, templates);
        if errors {
            compare_message(&mut report, id, keys, templates, &pairs)?;
        }
    }
    let figure = |v: Option<f64>| v.map_or_else(|| "na".to_owned(), |v| format!("{v:.1}"));
    let all = tally.all();
    writeln!(report, "{}", tally.report())?;
    write!(
        report,
        "muc4 f={} p={} r={} text_f={}",
        figure(all.f()),
        figure(all.precision()),
        figure(all.recall()),
        figure(tally.texts().f()),
    )?;
    Ok(report)
}

/// A folder of the corpus.
struct Corpus {
    messages: Vec<Message>,
    /// Templates by message, in the order of the keys.
    keys: Vec<(String, Vec<Template>)>,
}

impl Corpus {
    fn read(dir: &Path) -> Result<Corpus> {
        let shown = dir.display();
        let entries = std::fs::read_dir(dir).with_context(|| format!("cannot read {shown}"))?;
        let mut files: Vec<PathBuf> = entries
            .flatten()
            .map(|e| e.path())
            .filter(|p| p.is_file())
            .collect();
        files.sort();
        let (mut messages, mut keys) = (Vec::new(), Vec::new());
        for file in &files {
            let text = text_of(file)?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with("key") {
                keys.extend(template::parse(&text));
            } else if let Ok(found) = reader::messages(&text) {
                // Other files of the folder tell about the corpus.
                messages.extend(found);
            }
        }
        if keys.is_empty() {
            bail!("{shown} has no keys (files named key…)");
        }
        Ok(Corpus { messages, keys })
    }
}

fn text_of(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Our templates by message.
fn ours(dir: &Path, messages: &[Message]) -> Result<BTreeMap<String, Vec<Template>>> {
    let engine = Engine::new().context("the engine cannot be set up")?;
    let places = Places::beside(&std::path::absolute(dir)?);
    let mut given = BTreeMap::new();
    for message in messages {
        let options = Options {
            published: message.date,
        };
        let reading = engine.read_article(message.article(), &options);
        given.insert(
            message.id.clone(),
            fill::templates(message, &reading, &places),
        );
    }
    Ok(given)
}

/// Key and response side by side, for a person who reads errors.
fn compare_message(
    report: &mut String,
    id: &str,
    keys: &[Template],
    given: &[Template],
    pairs: &[(usize, usize)],
) -> Result<()> {
    writeln!(report, "=== {id}")?;
    for (k, key) in keys.iter().enumerate() {
        let mapped = pairs.iter().find(|p| p.0 == k).map(|p| &given[p.1]);
        let optional = if key.optional { " (optional)" } else { "" };
        writeln!(
            report,
            "--- key {}{optional}, {}",
            key.number,
            if mapped.is_some() {
                "mapped"
            } else {
                "missing"
            }
        )?;
        lines(report, Some(key), mapped)?;
    }
    for (r, template) in given.iter().enumerate() {
        if !pairs.iter().any(|p| p.1 == r) {
            writeln!(report, "--- spurious")?;
            lines(report, None, Some(template))?;
        }
    }
    Ok(())
}

fn lines(report: &mut String, key: Option<&Template>, given: Option<&Template>) -> Result<()> {
    let shown = |template: Option<&Template>, slot: u8| {
        let fills = template.map_or(&[][..], |t| t.fills(slot));
        let fills = fills.iter().map(|fill| {
            let choices = fill.choices.iter().map(|c| match c.tags.is_empty() {
                true => c.value.clone(),
                false => format!("{}: {}", c.value, c.tags.join("|")),
            });
            choices.collect::<Vec<_>>().join(" / ")
        });
        fills.collect::<Vec<_>>().join(" + ")
    };
    for (slot, name) in SLOTS {
        let (asked, answered) = (shown(key, slot), shown(given, slot));
        if !asked.is_empty() || !answered.is_empty() {
            writeln!(report, "{name:<18} {asked}  <>  {answered}")?;
        }
    }
    Ok(())
}
