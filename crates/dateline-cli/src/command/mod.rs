//! What each command does.

pub mod actors;
pub mod check;
pub mod diff;
pub mod examples;
pub mod explain;
pub mod export;
pub mod fuse;
pub mod import;
pub mod incident;
pub mod places;
pub mod query;
pub mod read;
pub mod report;
pub mod review;
pub mod sample;
pub mod show;

use crate::args;
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline::data::ActorTable;
use dateline::event::codebook::{Codebook, Report};
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

/// The engine that the user asked for.
fn engine(reading: &args::Reading) -> Result<Engine> {
    let mut engine = engine_by(reading.codebook.as_deref())?;
    for file in &reading.places {
        engine
            .add_places(places::file(file)?)
            .with_context(|| file.display().to_string())?;
    }
    Ok(match &reading.actors {
        Some(file) => engine.with_actors(ActorTable::with(actors::rows(file)?.rows)),
        None => engine,
    })
}

/// The engine with the user's entries, if their own examples hold.
fn engine_by(folder: Option<&Path>) -> Result<Engine> {
    let engine = Engine::with_codebook(codebook(folder)?)?;
    if let Some(folder) = folder {
        let folder = folder.display().to_string();
        refuse_failing(&engine.test_codebook_of(|file| file.starts_with(&folder)))?;
    }
    Ok(engine)
}

/// An entry that does not code its own examples is not read by: what it finds is not what its
/// author means.
fn refuse_failing(report: &Report) -> Result<()> {
    let failures: Vec<String> = report
        .failures()
        .map(|example| {
            format!(
                "{}: {} does not hold for “{}”: {}",
                example.place,
                example.entry,
                example.text,
                example.problems.join("; "),
            )
        })
        .collect();
    const REMEDY: &str =
        "mend the entry or the sentence (`dateline codebook test` shows what fired)";
    match failures.as_slice() {
        [] => Ok(()),
        [only] => bail!("{only}; {REMEDY}"),
        all => bail!(
            "{} examples of the codebook fail; {REMEDY}:\n  {}",
            all.len(),
            all.join("\n  ")
        ),
    }
}

/// The built-in codebook, with the user's entries where a folder of them is given.
fn codebook(folder: Option<&Path>) -> Result<Codebook> {
    let own = folder.map(codebook_files).transpose()?.unwrap_or_default();
    let files = own
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    Ok(Codebook::built_in_with(files)?)
}

/// Name and contents of each TOML file in `folder`, sorted by name.
fn codebook_files(folder: &Path) -> Result<Vec<(String, String)>> {
    let listing = fs::read_dir(folder)
        .with_context(|| format!("the codebook {} cannot be opened", folder.display()))?;
    let mut files = Vec::new();
    for entry in listing {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            files.push((path.display().to_string(), text));
        }
    }
    if files.is_empty() {
        bail!("there is no codebook entry (.toml) in {}", folder.display());
    }
    files.sort();
    Ok(files)
}

/// As many threads as the user said, else as there are processors.
fn jobs(reading: &args::Reading) -> NonZeroUsize {
    reading
        .jobs
        .or_else(|| std::thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN)
}
