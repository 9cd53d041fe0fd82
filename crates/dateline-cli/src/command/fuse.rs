//! `dateline fuse`: the incidents of all articles put together that tell one happening.

use crate::args;
use anyhow::Result;
use dateline_store::{FusionChanges, Ledger};
use std::path::Path;

/// Fuses a ledger; the exit status.
pub fn run(args: &args::Fuse) -> Result<u8> {
    let mut ledger = open(&args.db)?;
    let changes = dateline::fuse(&mut ledger)?;
    ledger.close()?;
    println!("{}", told(&changes));
    Ok(0)
}

/// Opens a ledger for writing; one that is not there is not made.
pub fn open(path: &Path) -> Result<Ledger> {
    if !path.exists() {
        Ledger::open_read_only(path)?;
    }
    Ok(Ledger::open(path)?)
}

/// What a fusion changed, in words.
pub fn told(changes: &FusionChanges) -> String {
    let incidents = match changes.incidents {
        1 => "1 incident".to_owned(),
        n => format!("{n} incidents"),
    };
    format!(
        "{incidents} told by several articles, {} tellings: {} new, {} changed, {} gone.",
        changes.tellings, changes.new, changes.changed, changes.gone
    )
}
