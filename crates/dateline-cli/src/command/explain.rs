//! `dateline explain`: how a claim was decided.

use super::show::resolve;
use super::{codebook, engine, jobs};
use crate::args;
use crate::output::stdout;
use crate::print::{self, Paper};
use crate::{pages, parallel};
use anyhow::{Context, Result, bail};
use dateline::Options;
use dateline_store::{ArticleRecords, ClaimRecord, Ledger};
use std::io::Write;

/// Prints a claim and the trail of its decisions; the exit status.
pub fn run(args: &args::Explain) -> Result<u8> {
    let (article, index) = match &args.db {
        Some(path) => in_ledger(&Ledger::open_read_only(path)?, &args.claim)?,
        None => in_pages(args)?,
    };
    let claim = &article.claims[index];
    let paper = Paper::for_stdout(args.layout);
    let mut out = String::new();
    print::claim(paper, &mut out, &article, index, None);
    out.push('\n');
    out.push_str(&entry(claim, paper, args)?);
    print::why(paper, &mut out, claim);
    stdout(paper).write_all(out.as_bytes())?;
    Ok(0)
}

fn in_ledger(ledger: &Ledger, prefix: &str) -> Result<(ArticleRecords, usize)> {
    let (found, article) = resolve(ledger, prefix)?;
    let index = article
        .claims
        .iter()
        .position(|claim| claim.id == found.id());
    let index = index.with_context(|| format!("{} is not a claim", found.id()))?;
    Ok((article, index))
}

fn in_pages(args: &args::Explain) -> Result<(ArticleRecords, usize)> {
    let engine = engine(&args.reading)?;
    let options = Options {
        published: args.reading.published,
    };
    let names = |claim: &ClaimRecord| {
        let id = if args.claim.contains('.') {
            &claim.id
        } else {
            claim.handle()
        };
        id.starts_with(&args.claim)
    };
    let mut found: Vec<(ArticleRecords, usize)> = Vec::new();
    parallel::in_order(
        &pages::list(&args.paths).pages,
        jobs(&args.reading),
        |source| super::read::read(&engine, source, &options),
        |page| {
            for article in page.articles {
                let indices = (0..article.claims.len()).filter(|&i| names(&article.claims[i]));
                found.extend(indices.map(|index| (article.clone(), index)));
            }
            true
        },
    );
    // The same article may stand on several of the pages.
    found.dedup_by(|a, b| a.0.claims[a.1].id == b.0.claims[b.1].id);
    if found.len() > 1 {
        let ids: Vec<&str> = found
            .iter()
            .map(|(a, i)| a.claims[*i].id.as_str())
            .collect();
        bail!(
            "{} may be any of these; give more of it:\n  {}",
            args.claim,
            ids.join("\n  ")
        );
    }
    found.pop().with_context(|| {
        format!(
            "no claim of these pages has an id that begins with {}",
            args.claim
        )
    })
}

/// What the codebook says of the entry that fired.
fn entry(claim: &ClaimRecord, paper: Paper, args: &args::Explain) -> Result<String> {
    let codebook = codebook(args.reading.codebook.as_deref())?;
    let mut out = String::new();
    let Some(entry) = codebook
        .entries()
        .iter()
        .find(|entry| entry.name == claim.codebook_entry)
    else {
        let text = format!(
            "{} is not in this codebook; name its folder with --codebook",
            claim.codebook_entry
        );
        paper.block(&mut out, "     entry      ", &text);
        return Ok(out);
    };
    paper.block(
        &mut out,
        "     entry      ",
        &format!("{}: {}", entry.name, entry.gloss),
    );
    paper.block(
        &mut out,
        "                ",
        &format!("{}:{}, frame {}", entry.file, entry.line, entry.frame.name),
    );
    Ok(out)
}
