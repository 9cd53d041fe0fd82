//! What a run read, at its end.

use super::paper::{Look, Paper, clean};
use dateline_store::{DATELINE_VERSION, PageRecords, RunRecord, SCHEMA_VERSION, Stored};
use std::collections::BTreeMap;
use std::path::Path;

/// Counts of a run.
#[derive(Debug)]
pub struct Tally {
    /// The counts that are published.
    pub run: RunRecord,
    discards: BTreeMap<String, u64>,
    unread: BTreeMap<String, u64>,
    quarantined: Vec<(String, String)>,
    stored: BTreeMap<Stored, u64>,
    passed_over: u64,
}

impl Tally {
    /// Of a run that has read nothing yet.
    pub fn new(published: Option<String>, codebook: Option<String>, passed_over: u64) -> Self {
        Self {
            run: RunRecord {
                dateline_version: DATELINE_VERSION.to_owned(),
                schema_version: SCHEMA_VERSION,
                published,
                codebook,
                ..RunRecord::default()
            },
            discards: BTreeMap::new(),
            unread: BTreeMap::new(),
            quarantined: Vec::new(),
            stored: BTreeMap::new(),
            passed_over,
        }
    }

    /// Counts a page.
    pub fn add(&mut self, page: &PageRecords) {
        self.run.pages += 1;
        if let Some(reason) = &page.page.quarantined {
            self.run.quarantined += 1;
            self.quarantined
                .push((page.page.name.clone(), reason.clone()));
        }
        let of_articles = page
            .articles
            .iter()
            .flat_map(|article| &article.article.discards);
        for discard in page.page.discards.iter().chain(of_articles) {
            self.run.discards += 1;
            *self.discards.entry(discard.reason.clone()).or_default() += 1;
        }
        for article in &page.articles {
            self.run.articles += 1;
            if let Some(reason) = &article.article.unread {
                self.run.unread += 1;
                *self.unread.entry(reason.clone()).or_default() += 1;
            }
            self.run.quotes += article.quotes.len() as u64;
            self.run.claims += article.claims.len() as u64;
            self.run.incidents += article.incidents.len() as u64;
        }
    }

    /// Counts what storing a page's articles did.
    pub fn add_stored(&mut self, outcomes: &[Stored]) {
        for &outcome in outcomes {
            *self.stored.entry(outcome).or_default() += 1;
        }
    }

    /// The counts in sentences; `into` is the ledger they were stored in.
    pub fn print(&self, paper: Paper, into: Option<&Path>) -> String {
        let run = &self.run;
        let mut out = paper.rule();
        out.push('\n');
        let mut say = |text: &str| paper.hanging(&mut out, "", "  ", text);
        say(&format!(
            "Read {}: {}, {} in {}, {}.",
            count(run.pages, "page"),
            count(run.articles, "article"),
            count(run.claims, "claim"),
            count(run.incidents, "incident"),
            count(run.quotes, "quote"),
        ));
        if run.discards > 0 {
            say(&format!(
                "Left out {}: {}.",
                count(run.discards, "line"),
                list(&self.discards)
            ));
        }
        for (reason, articles) in &self.unread {
            say(&format!(
                "Not read, but kept: {} ({reason}).",
                count(*articles, "article")
            ));
        }
        if self.passed_over > 0 {
            let files = count(self.passed_over, "file");
            say(&format!(
                "Passed over in folders: {files} with other endings than pages have."
            ));
        }
        if let Some(path) = into {
            say(&format!(
                "Stored in {}: {}.",
                path.display(),
                self.stored_in_words()
            ));
        }
        if !self.quarantined.is_empty() {
            let pages = count(run.quarantined, "page");
            say(&paper.paint(Look::Warning, &format!("Quarantined {pages}:")));
        }
        for (name, reason) in &self.quarantined {
            let text = format!("{}: {}", clean(name), clean(reason));
            paper.hanging(&mut out, "  ", "    ", &text);
        }
        out
    }

    fn stored_in_words(&self) -> String {
        let parts: Vec<String> = self
            .stored
            .iter()
            .map(|(outcome, number)| {
                let what = match outcome {
                    Stored::New => "new",
                    Stored::Unchanged => "known already",
                    Stored::Replaced => "known and now read differently",
                    Stored::Kept => "known with a date that this reading lacks, so kept as stored",
                };
                format!("{number} {what}")
            })
            .collect();
        if parts.is_empty() {
            "no article".to_owned()
        } else {
            parts.join(", ")
        }
    }
}

fn list(counts: &BTreeMap<String, u64>) -> String {
    counts
        .iter()
        .map(|(what, n)| format!("{n} {what}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn count(n: u64, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
