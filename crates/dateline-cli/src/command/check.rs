//! `dateline codebook check`: what is doubtful about a codebook.

use super::codebook;
use crate::SOME_FAILED;
use crate::args;
use crate::output::stdout;
use crate::pages;
use crate::print::{Paper, count};
use anyhow::Result;
use dateline::event::codebook::check::{self, Finding};
use dateline::{Engine, Options};
use std::io::Write;

/// Reads the examples and the given pages and prints what is doubtful; the exit status: 1 where an
/// example fails, a sentence stands on both sides, or an entry never fires.
pub fn run(args: &args::CodebookCheck) -> Result<u8> {
    let engine = Engine::with_codebook(codebook(args.codebook.as_deref())?)?;
    let book = engine.codebook();
    let (report, mut usage) = engine.test_codebook_usage();
    let mut articles = 0;
    let mut unopened = Vec::new();
    for found in pages::list(&args.paths).open() {
        let opened = found.open();
        match opened.page {
            Ok(page) => {
                for article in engine.read(&page, &Options::default()).articles {
                    if let Some(document) = &article.document {
                        articles += 1;
                        usage.add(book, document, &article.claims);
                    }
                }
            }
            Err(reason) => unopened.push(Finding {
                place: opened.name,
                what: reason,
            }),
        }
    }
    let failing = report.failures().map(|o| Finding {
        place: o.place.clone(),
        what: format!("{}: “{}”: {}", o.entry, o.text, o.problems.join("; ")),
    });
    let mut contradictions: Vec<Finding> = failing.collect();
    contradictions.extend(check::contradictions(book));
    let idle = usage.idle_entries(book);
    let overlaps = check::overlaps(book);
    let patterns = usage.idle_patterns(book);

    let paper = Paper::for_stdout(args.layout);
    let mut out = String::new();
    let mut section = |title: &str, findings: &[Finding]| {
        if findings.is_empty() {
            return;
        }
        out.push_str(&format!("{title}: {}\n", findings.len()));
        for finding in findings {
            paper.hanging(&mut out, "  ", "    ", &finding.to_string());
        }
    };
    section("Not read", &unopened);
    section("Contradict an example", &contradictions);
    section("Never fire", &idle);
    section("Overlap", &overlaps);
    if args.patterns {
        section("Patterns that never fire", &patterns);
    }
    out.push_str(&format!(
        "{}, {}, {}: {}, {} and {} never fire, {}.\n",
        count(book.entries().len() as u64, "entry"),
        count(report.outcomes.len() as u64, "example"),
        count(articles, "article"),
        count(contradictions.len() as u64, "contradiction"),
        count(idle.len() as u64, "entry"),
        count(patterns.len() as u64, "pattern"),
        count(overlaps.len() as u64, "overlap"),
    ));
    stdout(paper).write_all(out.as_bytes())?;
    let sound = contradictions.is_empty() && idle.is_empty() && unopened.is_empty();
    Ok(if sound { 0 } else { SOME_FAILED })
}
