//! `dateline places`: the gazetteer, and files of further places.

use crate::SOME_FAILED;
use crate::output::say;
use crate::print::count;
use anyhow::{Context, Result, bail};
use dateline::data::Gazetteer;
use dateline::data::gazetteer::{fold, import as read_dump};
use dateline::event::toponym::PlaceFacts;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufReader, Write as _, stdout};
use std::path::{Path, PathBuf};

/// Broken lines that are printed one by one; the others are counted.
const SHOWN: usize = 20;

/// Makes a file of places from a GeoNames dump; the exit status.
pub fn import(dump: &Path, into: &Path) -> Result<u8> {
    let gazetteer = Gazetteer::built_in()?;
    let source = fs::File::open(dump)
        .with_context(|| format!("the dump {} cannot be opened", dump.display()))?;
    let imported = read_dump(&gazetteer, BufReader::new(source))
        .with_context(|| format!("{} cannot be read", dump.display()))?;
    if let ([(line, reason), ..], 0, 0) = (
        imported.broken.as_slice(),
        imported.places,
        imported.passed_over,
    ) {
        bail!(
            "{} is no GeoNames dump, and nothing was written: line {line}: {reason}",
            dump.display()
        );
    }
    fs::write(into, &imported.file)
        .with_context(|| format!("{} cannot be written", into.display()))?;
    for (line, reason) in imported.broken.iter().take(SHOWN) {
        say(format_args!("{}, line {line}: {reason}", dump.display()));
    }
    if imported.broken.len() > SHOWN {
        say(format_args!(
            "… and {} more broken lines",
            imported.broken.len() - SHOWN
        ));
    }
    let mut out = stdout().lock();
    writeln!(
        out,
        "{} into {} · {} passed over (known already, or no places for news) · {}",
        count(imported.places as u64, "place"),
        into.display(),
        imported.passed_over,
        count(imported.broken.len() as u64, "broken line")
    )?;
    Ok(if imported.broken.is_empty() {
        0
    } else {
        SOME_FAILED
    })
}

/// Prints the places of a name, one a line; the exit status.
pub fn find(name: &str, files: &[PathBuf]) -> Result<u8> {
    let mut gazetteer = Gazetteer::built_in()?;
    for path in files {
        gazetteer
            .add(file(path)?)
            .with_context(|| path.display().to_string())?;
    }
    let mut text = String::new();
    let mut found = gazetteer.find(name);
    if found.is_empty() {
        found = gazetteer.find_by_spelling(&fold(name));
    }
    for id in found {
        let place = PlaceFacts::of(&gazetteer, id);
        let number = place
            .geonames
            .map_or_else(|| "–".to_owned(), |id| id.to_string());
        writeln!(
            text,
            "{number}\t{}\t{}\t{}\t{}",
            place.full_name(),
            place.kind.name(),
            place.latitude,
            place.longitude
        )?;
    }
    if text.is_empty() {
        say("no place of this name");
        return Ok(SOME_FAILED);
    }
    stdout().write_all(text.as_bytes())?;
    Ok(0)
}

/// The bytes of a file of places.
pub fn file(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("the places {} cannot be opened", path.display()))
}
