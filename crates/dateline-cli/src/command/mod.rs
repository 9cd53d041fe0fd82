//! What each command does.

pub mod examples;
pub mod explain;
pub mod read;
pub mod show;

use crate::args;
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline::event::codebook::Codebook;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

/// The engine that the user asked for.
fn engine(reading: &args::Reading) -> Result<Engine> {
    Ok(Engine::with_codebook(codebook(
        reading.codebook.as_deref(),
    )?)?)
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
