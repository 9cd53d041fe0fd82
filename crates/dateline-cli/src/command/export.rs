//! `dateline export`: a stored ledger in a format of the field.

use crate::args;
use crate::output::say;
use crate::print::count;
use anyhow::{Context, Result, bail};
use dateline_store::{Exported, Ledger};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes the claims that the filter lets through; the exit status.
pub fn run(args: &args::Export) -> Result<u8> {
    let ledger = Ledger::open_read_only(&args.db)?;
    let done = match &args.to {
        None => {
            let mut out = BufWriter::new(std::io::stdout());
            ledger_to(&ledger, args, &mut out)?
        }
        Some(to) => to_file(&ledger, args, to)?,
    };
    let left_out = match done.left_out {
        0 => String::new(),
        n => format!(
            "; {} left out: {}",
            count(n, "claim"),
            args.format.leaves_out()
        ),
    };
    say(format_args!("{}{left_out}", count(done.rows, "row")));
    Ok(0)
}

/// Writes beside the target first, so that a full disk leaves the target as it was.
fn to_file(ledger: &Ledger, args: &args::Export, to: &Path) -> Result<Exported> {
    if to.exists() && !args.force {
        bail!("{} exists; --force replaces it", to.display());
    }
    let partial = beside(to);
    let cannot = || format!("{} cannot be written", to.display());
    let write = || -> Result<Exported> {
        let mut out = BufWriter::new(File::create(&partial).with_context(cannot)?);
        let done = ledger_to(ledger, args, &mut out).with_context(cannot)?;
        out.into_inner().with_context(cannot)?.sync_all()?;
        fs::rename(&partial, to).with_context(cannot)?;
        Ok(done)
    };
    let done = write();
    if done.is_err() {
        // What was begun is of no use; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&partial);
    }
    done
}

fn beside(to: &Path) -> PathBuf {
    let mut name = OsString::from(to);
    name.push(".part");
    name.into()
}

fn ledger_to<W: Write + Send>(
    ledger: &Ledger,
    args: &args::Export,
    out: &mut W,
) -> Result<Exported> {
    let done = ledger.export(args.format, &args.filter.claims(), out)?;
    out.flush()?;
    Ok(done)
}
