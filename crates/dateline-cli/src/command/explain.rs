//! `dateline explain`: how a claim was decided, and who says what of an incident.

use super::show::{find, fused, resolve};
use super::{codebook, engine, jobs};
use crate::args;
use crate::output::stdout;
use crate::print::{self, Paper};
use crate::{pages, parallel};
use anyhow::{Context, Result, bail};
use dateline::Options;
use dateline_store::{ArticleRecords, ClaimRecord, Found, Ledger};
use std::io::Write;

/// Prints a claim and the trail of its decisions, or an incident with who says what; the exit status.
pub fn run(args: &args::Explain) -> Result<u8> {
    let (article, index) = match &args.db {
        Some(path) => {
            let ledger = Ledger::open_read_only(path)?;
            if let Some(id) = incident(&ledger, &args.id)? {
                return explain_incident(&ledger, id, args);
            }
            if args.json {
                bail!(
                    "{} is not an incident; `show --json` prints a claim",
                    args.id
                );
            }
            in_ledger(&ledger, &args.id)?
        }
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

/// The incident that the id names, if it names one.
fn incident(ledger: &Ledger, id: &str) -> Result<Option<Found>> {
    let found = find(ledger, id)?;
    Ok(matches!(found, Found::Incident(_) | Found::Fused(_)).then_some(found))
}

/// Prints an incident as it stands: across articles, where the article's own is part of one.
fn explain_incident(ledger: &Ledger, found: Found, args: &args::Explain) -> Result<u8> {
    let across = match &found {
        Found::Fused(id) => Some(fused(ledger, id)?),
        other => ledger.fused_with(other.id())?,
    };
    let account = match &across {
        Some(fused) => ledger.account(fused)?,
        None => {
            let (found, article) = resolve(ledger, found.id())?;
            ledger.account_of_one(&article, found.id())?
        }
    };
    if args.json {
        let mut to = std::io::stdout().lock();
        serde_json::to_writer(&mut to, &account)?;
        writeln!(to)?;
        return Ok(0);
    }
    let paper = Paper::for_stdout(args.layout);
    let mut out = String::new();
    print::account(paper, &mut out, &account, across.as_ref());
    if ledger.is_unfused()? {
        let note =
            "Articles were stored since the last `dateline fuse`; they are not considered here.";
        paper.block(&mut out, "     ", note);
    }
    stdout(paper).write_all(out.as_bytes())?;
    Ok(0)
}

fn in_ledger(ledger: &Ledger, prefix: &str) -> Result<(ArticleRecords, usize)> {
    let (found, article) = resolve(ledger, prefix)?;
    let index = article
        .claims
        .iter()
        .position(|claim| claim.id == found.id());
    let index = index.with_context(|| {
        let (id, db) = (found.id(), ledger.path().display());
        format!("{id} is an article; `dateline show {db} {id}` prints it and its claims")
    })?;
    Ok((article, index))
}

fn in_pages(args: &args::Explain) -> Result<(ArticleRecords, usize)> {
    let engine = engine(&args.reading)?;
    let options = Options {
        published: args.reading.published,
    };
    let names = |claim: &ClaimRecord| {
        let id = if args.id.contains('.') {
            &claim.id
        } else {
            claim.handle()
        };
        id.starts_with(&args.id)
    };
    let mut found: Vec<(ArticleRecords, usize)> = Vec::new();
    let mut unread = String::new();
    parallel::in_order(
        pages::list(&args.paths).open(),
        jobs(&args.reading),
        |found| super::read::read(&engine, &found.open(), &options),
        |page| {
            if let Some(reason) = &page.page.quarantined {
                unread.push_str(&format!("\n  not read: {}: {reason}", page.page.name));
            }
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
            args.id,
            ids.join("\n  ")
        );
    }
    found.pop().with_context(|| {
        format!(
            "no claim of these pages has an id that begins with {}{unread}",
            args.id
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
