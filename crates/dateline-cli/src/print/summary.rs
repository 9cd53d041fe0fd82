//! What a run read, at its end.

use super::paper::{Look, Paper, clean};
use dateline_store::{DATELINE_VERSION, PageRecords, RunRecord, SCHEMA_VERSION, Stored};
use std::collections::BTreeMap;
use std::path::Path;

/// Notes that are printed one by one; the others are counted.
const NOTES_SHOWN: usize = 10;

/// Counts of a run.
#[derive(Debug)]
pub struct Tally {
    /// The counts that are published.
    pub run: RunRecord,
    discards: BTreeMap<String, u64>,
    unread: BTreeMap<String, u64>,
    quarantined: Vec<(String, String)>,
    /// Page and remark, of what is not said by a quarantine or as a reason for not reading.
    notes: Vec<(String, String)>,
    stored: BTreeMap<Stored, u64>,
    passed_over: BTreeMap<String, u64>,
}

impl Tally {
    /// Of a run that has read nothing yet.
    pub fn new(
        published: Option<String>,
        codebook: Option<String>,
        passed_over: BTreeMap<String, u64>,
    ) -> Self {
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
            notes: Vec::new(),
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
        self.add_notes(page);
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

    fn add_notes(&mut self, page: &PageRecords) {
        let reason = page.page.quarantined.as_deref();
        let of_page = page.page.notes.iter();
        let of_articles = page
            .articles
            .iter()
            .filter(|article| article.article.unread.is_none())
            .flat_map(|article| &article.article.notes);
        for note in of_page.chain(of_articles) {
            if reason == Some(&note.text) {
                continue;
            }
            let line = note.line.map(|line| format!(", line {line}"));
            let place = format!("{}{}", page.page.name, line.unwrap_or_default());
            self.notes.push((place, note.text.clone()));
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
        if !self.passed_over.is_empty() {
            let files = count(self.passed_over.values().sum(), "file");
            say(&format!(
                "Passed over in folders: {files} with other endings than pages have ({}).",
                list(&self.passed_over)
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
        list_of(paper, &mut out, &self.quarantined);
        if !self.notes.is_empty() {
            let notes = count(self.notes.len() as u64, "note");
            let title = paper.paint(Look::Warning, &format!("{notes} on odd input:"));
            paper.hanging(&mut out, "", "  ", &title);
        }
        let shown = self.notes.len().min(NOTES_SHOWN);
        list_of(paper, &mut out, &self.notes[..shown]);
        if self.notes.len() > shown {
            let more = self.notes.len() - shown;
            let text = format!("… and {more} more; --format jsonl and a ledger hold them all");
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

/// One line a page: where, and what is to be said of it.
fn list_of(paper: Paper, out: &mut String, remarks: &[(String, String)]) {
    for (place, what) in remarks {
        let text = format!("{}: {}", clean(place), clean(what));
        paper.hanging(out, "  ", "    ", &text);
    }
}

fn list(counts: &BTreeMap<String, u64>) -> String {
    counts
        .iter()
        .map(|(what, n)| format!("{n} {what}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// "1 page", "2 pages", "2 entries".
pub fn count(n: u64, one: &str) -> String {
    match (n, one.strip_suffix('y')) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        _ => format!("{n} {one}s"),
    }
}
