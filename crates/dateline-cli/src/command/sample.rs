//! `dateline sample`: claims drawn to be checked by people.

use crate::args;
use crate::output::say;
use crate::print::count;
use anyhow::{Context, Result, bail};
use dateline_store::Ledger;
use std::fs::File;
use std::io::Write;

/// Draws claims and writes them, one a line; the exit status.
pub fn run(args: &args::Sample) -> Result<u8> {
    let drawn = Ledger::open_read_only(&args.db)?.sample(args.claims, args.seed)?;
    let mut lines = String::new();
    for sampled in &drawn {
        lines.push_str(&serde_json::to_string(sampled)?);
        lines.push('\n');
    }
    match &args.to {
        None => std::io::stdout().write_all(lines.as_bytes())?,
        Some(to) if to.exists() => bail!("{} exists; answers may rest on it", to.display()),
        Some(to) => File::create_new(to)
            .and_then(|mut file| file.write_all(lines.as_bytes()))
            .with_context(|| format!("{} cannot be written", to.display()))?,
    }
    say(format_args!("{} drawn", count(drawn.len() as u64, "claim")));
    Ok(0)
}
