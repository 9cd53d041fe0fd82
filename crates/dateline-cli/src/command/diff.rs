//! `dateline codebook diff`: what a change of the codebook adds, loses and alters on pages.

use super::engine_by;
use super::read::read;
use crate::args;
use crate::output::stdout;
use crate::print::{Paper, clean, count};
use crate::{SOME_FAILED, pages, parallel};
use anyhow::Result;
use dateline::{Engine, Options};
use dateline_store::{ArticleRecords, ClaimRecord, PageRecords};
use std::collections::BTreeMap;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::Path;

/// What differs, counted.
#[derive(Default)]
struct Tally {
    added: usize,
    lost: usize,
    altered: usize,
    articles: u64,
    quarantined: u64,
}

/// Reads the pages with both codebooks and prints how their claims differ; the exit status.
pub fn run(args: &args::CodebookDiff) -> Result<u8> {
    let (before, after) = (engine_of(&args.before)?, engine_of(&args.after)?);
    let options = Options {
        published: args.published,
    };
    let jobs = args
        .jobs
        .or_else(|| std::thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);
    let paper = Paper::for_stdout(args.layout);
    let mut tally = Tally::default();
    let mut printed = Ok(());
    parallel::in_order(
        pages::list(&args.paths).open(),
        jobs,
        |found| {
            let page = found.open();
            let by = |engine: &Engine| read(engine, &page, &options);
            (by(&before), by(&after))
        },
        |(old, new)| {
            let text = tally.page(paper, &old, &new);
            printed = stdout(paper).write_all(text.as_bytes());
            printed.is_ok()
        },
    );
    printed?;
    let Tally {
        added,
        lost,
        altered,
        articles,
        quarantined,
    } = tally;
    let end = format!(
        "{added} added, {lost} lost, {altered} altered in {}; {} not read.\n",
        count(articles, "article"),
        count(quarantined, "page"),
    );
    stdout(paper).write_all(end.as_bytes())?;
    Ok(if quarantined == 0 { 0 } else { SOME_FAILED })
}

/// The engine by a folder of entries, or by the built-in ones alone.
fn engine_of(folder: &Path) -> Result<Engine> {
    engine_by((folder != Path::new("built-in")).then_some(folder))
}

impl Tally {
    /// What differs on a page, as printed. Both readings cut it into the same articles.
    fn page(&mut self, paper: Paper, old: &PageRecords, new: &PageRecords) -> String {
        let mut out = String::new();
        if let Some(reason) = &new.page.quarantined {
            self.quarantined += 1;
            let text = format!("Not read: {}: {}", clean(&new.page.name), clean(reason));
            paper.hanging(&mut out, "", "  ", &text);
        }
        for (old, new) in old.articles.iter().zip(&new.articles) {
            self.articles += 1;
            let differences = self.article(old, new);
            if differences.is_empty() {
                continue;
            }
            let title = new.article.title.as_ref().map_or("(no title)", |t| &t.text);
            paper.hanging(
                &mut out,
                "",
                "  ",
                &format!("{}: {title}", new.article.page),
            );
            for line in differences {
                paper.hanging(&mut out, "  ", "    ", &line);
            }
        }
        out
    }

    fn article(&mut self, old: &ArticleRecords, new: &ArticleRecords) -> Vec<String> {
        let at = |claims: &[ClaimRecord], k: usize| {
            let trigger = claims[k].trigger.span;
            (trigger.start, trigger.end)
        };
        let mut places: BTreeMap<_, (Option<&ClaimRecord>, Option<&ClaimRecord>)> = BTreeMap::new();
        for k in 0..old.claims.len() {
            places.entry(at(&old.claims, k)).or_default().0 = Some(&old.claims[k]);
        }
        for k in 0..new.claims.len() {
            places.entry(at(&new.claims, k)).or_default().1 = Some(&new.claims[k]);
        }
        let mut lines = Vec::new();
        for pair in places.into_values() {
            match pair {
                (None, Some(claim)) => {
                    self.added += 1;
                    lines.push(format!("+ {}", told(claim)));
                }
                (Some(claim), None) => {
                    self.lost += 1;
                    lines.push(format!("- {}", told(claim)));
                }
                (Some(before), Some(after)) => {
                    let changes = alterations(before, after);
                    if !changes.is_empty() {
                        self.altered += 1;
                        lines.push(format!("~ {}: {}", told(after), changes.join("; ")));
                    }
                }
                (None, None) => {}
            }
        }
        lines
    }
}

fn code(claim: &ClaimRecord) -> String {
    match &claim.event_mode {
        Some(mode) => format!("{}/{mode}", claim.event_type),
        None => claim.event_type.clone(),
    }
}

/// A claim in a line: its code and entry, its trigger, its sentence.
fn told(claim: &ClaimRecord) -> String {
    format!(
        "{} “{}” ({}): {}",
        code(claim),
        claim.trigger.text,
        claim.codebook_entry,
        claim.evidence.text
    )
}

/// What two claims of one trigger say differently.
fn alterations(before: &ClaimRecord, after: &ClaimRecord) -> Vec<String> {
    let words = |claim: &ClaimRecord, role: &str| -> Vec<String> {
        claim
            .with_role(role)
            .map(|a| a.words.text.clone())
            .collect()
    };
    let mut fields = vec![
        ("code", vec![code(before)], vec![code(after)]),
        (
            "CAMEO",
            vec![before.cameo.clone()],
            vec![after.cameo.clone()],
        ),
    ];
    for role in ["actor", "recipient", "victim", "means"] {
        fields.push((role, words(before, role), words(after, role)));
    }
    let place = |c: &ClaimRecord| c.place.iter().map(|p| p.words.text.clone()).collect();
    let time = |c: &ClaimRecord| c.time.iter().map(|t| t.words.text.clone()).collect();
    fields.push(("place", place(before), place(after)));
    fields.push(("time", time(before), time(after)));
    fields.retain(|(_, old, new)| old != new);
    let shown = |words: &[String]| match words {
        [] => "none".to_owned(),
        some => format!("“{}”", some.join("”, “")),
    };
    fields
        .iter()
        .map(|(field, old, new)| format!("{field} {} → {}", shown(old), shown(new)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline::Span;
    use dateline_store::{ArgumentRecord, Words};

    fn claim(kind: &str, start: usize, actor: Option<&str>) -> ClaimRecord {
        let words = |text: &str, start: usize| Words {
            text: text.to_owned(),
            span: Span::new(start, start + 3),
        };
        ClaimRecord {
            event_type: kind.to_owned(),
            trigger: words("hit", start),
            arguments: actor
                .map(|a| ArgumentRecord {
                    role: "actor".to_owned(),
                    words: words(a, 0),
                    ..ArgumentRecord::default()
                })
                .into_iter()
                .collect(),
            ..ClaimRecord::default()
        }
    }

    #[test]
    fn claims_are_paired_by_their_trigger() {
        let article = |claims: Vec<ClaimRecord>| ArticleRecords {
            claims,
            ..ArticleRecords::default()
        };
        let old = article(vec![
            claim("ASSAULT", 10, Some("Ruvia")),
            claim("AID", 20, None),
            claim("AID", 30, None),
        ]);
        let new = article(vec![
            claim("COERCE", 10, None),
            claim("AID", 30, None),
            claim("AGREE", 40, None),
        ]);
        let mut tally = Tally::default();
        let lines = tally.article(&old, &new);
        assert_eq!((tally.added, tally.lost, tally.altered), (1, 1, 1));
        assert!(lines[0].starts_with("~ COERCE"), "{lines:?}");
        assert!(lines[0].contains("code “ASSAULT” → “COERCE”; actor “Ruvia” → none"));
        assert!(lines[1].starts_with("- AID") && lines[2].starts_with("+ AGREE"));
    }
}
