//! `dateline show`: what a stored ledger holds.

use crate::args;
use crate::output::stdout;
use crate::print::{self, Paper, clean, emphasised};
use anyhow::{Context, Result, bail};
use dateline_store::{
    ArticleRecords, ClaimRecord, Entry, Found, FusedRecord, Hit, IncidentRecord, Ledger, Record,
    write_jsonl,
};
use std::io::Write;

/// How many hits of each kind a search prints.
const MOST_HITS: u32 = 50;

/// Prints the list of articles, one thing, or the hits of a search; the exit status.
pub fn run(args: &args::Show) -> Result<u8> {
    let ledger = Ledger::open_read_only(&args.db)?;
    let paper = Paper::for_stdout(args.layout);
    let mut out = String::new();
    match (&args.id, &args.search) {
        (Some(id), _) if args.json => return print_json(&ledger, id),
        (Some(id), _) => one(&ledger, id, paper, &mut out)?,
        (None, Some(words)) => hits(&ledger.search(words, MOST_HITS)?, paper, &mut out),
        (None, None) => list(&ledger, paper, &mut out)?,
    }
    stdout(paper).write_all(out.as_bytes())?;
    Ok(0)
}

/// The one thing whose id begins with `prefix`, with its article.
///
/// # Errors
/// If there is none, or several.
pub fn resolve(ledger: &Ledger, prefix: &str) -> Result<(Found, ArticleRecords)> {
    let found = find(ledger, prefix)?;
    let article = found.article().map(|id| ledger.article(id)).transpose()?;
    let article = article
        .flatten()
        .with_context(|| format!("the article of {} is not in the ledger", found.id()))?;
    Ok((found, article))
}

/// The one thing whose id begins with `prefix`.
///
/// # Errors
/// If there is none, or several.
pub fn find(ledger: &Ledger, prefix: &str) -> Result<Found> {
    let mut found = ledger.find(prefix)?;
    if found.len() > 1 {
        let ids: Vec<&str> = found.iter().map(Found::id).collect();
        bail!(
            "{prefix} may be any of these; give more of it:\n  {}",
            ids.join("\n  ")
        );
    }
    found.pop().with_context(|| {
        format!(
            "nothing in {} has an id that begins with {prefix}",
            ledger.path().display()
        )
    })
}

/// What a [`Found`] names in its article.
enum Thing<'a> {
    Article,
    Claim(usize, &'a ClaimRecord),
    Incident(&'a IncidentRecord),
}

fn thing<'a>(found: &Found, article: &'a ArticleRecords) -> Thing<'a> {
    let claim = article
        .claims
        .iter()
        .enumerate()
        .find(|(_, claim)| claim.id == found.id());
    let incident = article
        .incidents
        .iter()
        .find(|incident| incident.id == found.id());
    match (claim, incident) {
        (Some((index, claim)), _) => Thing::Claim(index, claim),
        (None, Some(incident)) => Thing::Incident(incident),
        (None, None) => Thing::Article,
    }
}

fn one(ledger: &Ledger, id: &str, paper: Paper, out: &mut String) -> Result<()> {
    if let Found::Fused(id) = find(ledger, id)? {
        let fused = fused(ledger, &id)?;
        print::account(paper, out, &ledger.account(&fused)?, Some(&fused));
        return Ok(());
    }
    let (found, article) = resolve(ledger, id)?;
    match thing(&found, &article) {
        Thing::Article => {
            print::article(paper, out, &article);
            print::quotes(paper, out, &article);
        }
        Thing::Claim(index, _) => print::claim(paper, out, &article, index, None),
        Thing::Incident(incident) => {
            print::incident(paper, out, incident, &article);
            let mut before = None;
            for (index, claim) in article.claims.iter().enumerate() {
                if incident.claims.contains(&claim.id) {
                    out.push('\n');
                    print::claim(paper, out, &article, index, before);
                    before = Some(index);
                }
            }
        }
    }
    Ok(())
}

/// The incident across articles with this id, which may have been given up.
pub fn fused(ledger: &Ledger, id: &str) -> Result<FusedRecord> {
    ledger
        .fused_incident(id)?
        .with_context(|| format!("{id} is no incident any more: its articles tell of it apart"))
}

fn print_json(ledger: &Ledger, id: &str) -> Result<u8> {
    if let Found::Fused(id) = find(ledger, id)? {
        let fused = fused(ledger, &id)?;
        write_jsonl(&mut std::io::stdout().lock(), Record::Fused(&fused))?;
        return Ok(0);
    }
    let (found, article) = resolve(ledger, id)?;
    let record = match thing(&found, &article) {
        Thing::Article => Record::Article(&article.article),
        Thing::Claim(_, claim) => Record::Claim(claim),
        Thing::Incident(incident) => Record::Incident(incident),
    };
    write_jsonl(&mut std::io::stdout().lock(), record)?;
    Ok(0)
}

fn hits(hits: &[Hit], paper: Paper, out: &mut String) {
    if hits.is_empty() {
        out.push_str("Nothing holds all these words.\n");
    }
    for hit in hits {
        let what = match &hit.found {
            Found::Claim(_) => "claim",
            Found::Article(_) | Found::Incident(_) | Found::Fused(_) => "article",
        };
        paper.block(
            out,
            "",
            &format!("{what} {} · {}", hit.found.id(), clean(&hit.heading)),
        );
        paper.hanging(out, "     ", "     ", &snippet(&hit.snippet));
    }
}

/// A snippet with its found words emphasised.
fn snippet(text: &str) -> String {
    let mut shown = String::new();
    for (i, stretch) in text.split('\u{2}').enumerate() {
        match stretch.split_once('\u{3}') {
            Some((word, after)) if i > 0 => shown.push_str(&emphasised("", word, after)),
            _ => shown.push_str(&clean(stretch)),
        }
    }
    shown
}

fn list(ledger: &Ledger, paper: Paper, out: &mut String) -> Result<()> {
    let articles = ledger.articles()?;
    for article in &articles {
        paper.hanging(out, "", "    ", &entry(article));
    }
    let totals = ledger.totals()?;
    out.push_str(&paper.rule());
    out.push('\n');
    paper.block(
        out,
        "",
        &format!(
            "Pages: {}, articles: {}, claims: {}, incidents: {}.",
            totals.pages, totals.articles, totals.claims, totals.incidents
        ),
    );
    for (name, reason) in &totals.quarantined {
        paper.hanging(
            out,
            "",
            "    ",
            &format!("Quarantined: {}: {}", clean(name), clean(reason)),
        );
    }
    Ok(())
}

fn entry(entry: &Entry) -> String {
    let mut facts = vec![
        entry.id.clone(),
        entry
            .anchor_date
            .clone()
            .unwrap_or_else(|| "no date".to_owned()),
        match (&entry.unread, entry.claims) {
            (Some(reason), _) => format!("not read: {}", clean(reason)),
            (None, 1) => "1 claim".to_owned(),
            (None, n) => format!("{n} claims"),
        },
    ];
    facts.extend(
        entry
            .outlet
            .as_deref()
            .map(|outlet| clean(outlet).into_owned()),
    );
    facts.push(clean(&entry.heading).into_owned());
    facts.push(clean(&entry.page).into_owned());
    facts.join(" · ")
}
