//! `dateline import`: records back into a ledger.

use crate::args;
use crate::gzip::{unpacked, with_head};
use crate::output::say;
use crate::print::count;
use anyhow::{Context, Result, bail};
use dateline::page::is_archive;
use dateline_store::{Imported, Ledger};
use std::fs::File;
use std::path::Path;

/// Stores the records of each file; the exit status. Without a file it only finishes what a bulk import
/// that was cut off left undone.
pub fn run(args: &args::Import) -> Result<u8> {
    if args.files.is_empty() && !args.db.exists() {
        bail!(
            "name the files to import: there is no ledger {}",
            args.db.display()
        );
    }
    let mut ledger = Ledger::open(&args.db)?;
    if args.bulk {
        ledger.begin_bulk()?;
    }
    let mut total = Imported::default();
    let mut stored = Ok(());
    for file in &args.files {
        match import(&mut ledger, file) {
            Ok(done) => {
                total.pages += done.pages;
                total.articles += done.articles;
                total.claims += done.claims;
            }
            Err(error) => {
                stored = Err(error);
                break;
            }
        }
    }
    // Also after an error: what was stored before it is to be found.
    if args.bulk {
        ledger.finish_bulk()?;
    }
    ledger.close()?;
    stored?;
    if args.files.is_empty() {
        say("No file to import; a bulk import that was cut off would be finished now.");
        return Ok(0);
    }
    say(format_args!(
        "{} with {}",
        count(total.articles, "article"),
        count(total.claims, "claim")
    ));
    Ok(0)
}

fn import(ledger: &mut Ledger, file: &Path) -> Result<Imported> {
    let name = || file.display().to_string();
    let (head, from) = if file == Path::new("-") {
        with_head(std::io::stdin())
    } else {
        File::open(file).and_then(with_head)
    }
    .with_context(name)?;
    if is_archive(&head) {
        let (file, db) = (name(), ledger.path().display());
        bail!(
            "{file} is a web archive: it holds pages, which `dateline read {file} --into {db}` reads"
        );
    }
    ledger.import(unpacked(&head, from)).with_context(name)
}
