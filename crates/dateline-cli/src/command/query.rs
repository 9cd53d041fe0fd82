//! `dateline query`: claims of a stored ledger by typed filters.

use crate::args;
use crate::output::{say, stdout};
use crate::print::{self, Paper, clean, count};
use anyhow::Result;
use dateline_store::{Account, ClaimRecord, Columns, Count, Facets, Ledger, Record, write_jsonl};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// Prints a page of claims, or how many there are of what; the exit status.
pub fn run(args: &args::Query) -> Result<u8> {
    let ledger = Ledger::open_read_only(&args.db)?;
    let filter = args.filter.claims();
    let paper = Paper::for_stdout(args.layout);
    let mut out = String::new();
    if args.facets {
        facets(&Columns::load(&ledger)?.facets(&ledger, &filter)?, &mut out);
        stdout(paper).write_all(out.as_bytes())?;
        return Ok(0);
    }
    let page = ledger.query(&filter, args.limit, args.after.as_deref())?;
    if args.incidents {
        for account in accounts(&ledger, &page.claims)? {
            match args.json {
                true => out.push_str(&format!("{}\n", serde_json::to_string(&account)?)),
                false => {
                    print::account(paper, &mut out, &account, None);
                    out.push('\n');
                }
            }
        }
        stdout(paper).write_all(out.as_bytes())?;
    } else if args.json {
        let mut to = std::io::stdout().lock();
        for claim in &page.claims {
            write_jsonl(&mut to, Record::Claim(claim))?;
        }
    } else {
        for claim in &page.claims {
            show(&ledger, claim, paper, &mut out)?;
        }
        stdout(paper).write_all(out.as_bytes())?;
    }
    let total = ledger.count(&filter)?;
    let more = page
        .next
        .map(|next| format!("; the next page: --after {next}"));
    say(format_args!(
        "{} of {}{}",
        page.claims.len(),
        counted(total),
        more.unwrap_or_default()
    ));
    Ok(0)
}

/// The incidents that the claims tell, each once: across articles, where several tell it.
fn accounts(ledger: &Ledger, claims: &[ClaimRecord]) -> Result<Vec<Account>> {
    let mut known = BTreeSet::new();
    let mut accounts = Vec::new();
    for claim in claims {
        let article = ledger.article(&claim.article)?;
        let mut incidents = article.iter().flat_map(|article| &article.incidents);
        let (Some(article), Some(own)) = (
            &article,
            incidents.find(|incident| incident.claims.contains(&claim.id)),
        ) else {
            continue;
        };
        let fused = ledger.fused_with(&own.id)?;
        let id = fused.as_ref().map_or(&own.id, |fused| &fused.id);
        if !known.insert(id.clone()) {
            continue;
        }
        accounts.push(match &fused {
            Some(fused) => ledger.account(fused)?,
            None => ledger.account_of_one(article, &own.id)?,
        });
    }
    Ok(accounts)
}

/// "12 claims", or "10,000+ claims" where counting stopped.
fn counted(total: Count) -> String {
    match total.more {
        true => "10,000+ claims".to_owned(),
        false => count(total.claims, "claim"),
    }
}

fn show(ledger: &Ledger, claim: &ClaimRecord, paper: Paper, out: &mut String) -> Result<()> {
    let Some(article) = ledger.article(&claim.article)? else {
        return Ok(());
    };
    let Some(index) = article.claims.iter().position(|c| c.id == claim.id) else {
        return Ok(());
    };
    let record = &article.article;
    let facts = [
        Some(clean(record.heading()).into_owned()),
        record
            .outlet
            .as_deref()
            .map(|outlet| clean(outlet).into_owned()),
        record.anchor_date.clone(),
        Some(record.id.clone()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    paper.block(out, "", &facts.join(" · "));
    print::claim(paper, out, &article, index, None);
    out.push('\n');
    Ok(())
}

fn facets(facets: &Facets, out: &mut String) {
    out.push_str(&format!("{}\n", count(facets.claims, "claim")));
    for (name, values) in [
        ("type", &facets.event_types),
        ("certainty", &facets.certainties),
        ("polarity", &facets.polarities),
        ("tense", &facets.tenses),
        ("country", &facets.countries),
        ("month", &facets.months),
    ] {
        list(name, values, out);
    }
}

/// A facet's values, the commonest first; months in order.
fn list(name: &str, values: &BTreeMap<String, u64>, out: &mut String) {
    let mut values: Vec<_> = values.iter().collect();
    if name != "month" {
        values.sort_by_key(|(value, count)| (std::cmp::Reverse(**count), *value));
    }
    for (value, count) in values {
        out.push_str(&format!("{name}\t{value}\t{count}\n"));
    }
}
