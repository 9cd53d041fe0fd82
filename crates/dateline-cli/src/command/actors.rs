//! `dateline actors import`: a user's table of actors, checked and written as TSV.

use crate::SOME_FAILED;
use crate::output::say;
use crate::print::count;
use anyhow::{Context, Result, bail};
use dateline::data::actors::{Imported, import as read, to_tsv};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Checks a table and writes what is whole; the exit status.
pub fn import(file: &Path, to: Option<&Path>) -> Result<u8> {
    let imported = rows(file)?;
    let tsv = to_tsv(&imported.rows);
    match to {
        Some(to) => {
            fs::write(to, tsv).with_context(|| format!("{} cannot be written", to.display()))?;
        }
        None => std::io::stdout().write_all(tsv.as_bytes())?,
    }
    say(format_args!(
        "{} read, {} left out",
        count(imported.rows.len() as u64, "row"),
        count(imported.problems.len() as u64, "line")
    ));
    Ok(if imported.problems.is_empty() {
        0
    } else {
        SOME_FAILED
    })
}

/// The rows of a table; each broken line is reported with its number and left out.
///
/// # Errors
/// If the file cannot be read, or holds no row at all.
pub fn rows(file: &Path) -> Result<Imported> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let imported = read(&String::from_utf8_lossy(&bytes));
    for problem in &imported.problems {
        say(format_args!("dateline: {}, {problem}", file.display()));
    }
    if imported.rows.is_empty() {
        bail!("there is no actor in {}", file.display());
    }
    Ok(imported)
}
