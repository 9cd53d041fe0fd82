//! JSON Lines back into a ledger: what `read --format jsonl` or an export wrote.

use super::Ledger;
use crate::error::{Kind, StoreError, json_reason};
use crate::record::{
    ArticleRecord, ArticleRecords, ClaimRecord, DecisionRecord, IncidentRecord, PageRecord,
    PageRecords, QuoteRecord, RunRecord,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{BufRead, ErrorKind};

/// Articles stored in one transaction.
const BATCH: usize = 1024;

/// One line of records.
#[derive(Deserialize)]
#[serde(tag = "record", rename_all = "lowercase")]
enum Line {
    Run(RunRecord),
    Page(PageRecord),
    Article(Box<ArticleRecord>),
    Quote(QuoteRecord),
    Claim(Box<ClaimRecord>),
    Incident(IncidentRecord),
    /// Made anew by the next fusion.
    Fused(serde::de::IgnoredAny),
    Decision(DecisionRecord),
}

/// What an import stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Pages read.
    pub pages: u64,
    /// Articles read.
    pub articles: u64,
    /// Claims read.
    pub claims: u64,
}

impl Ledger {
    /// Stores records written as JSON Lines. Importing the same lines again changes nothing.
    ///
    /// # Errors
    /// If a line is no record of this version (its number is said), or as [`Ledger::write`]. The
    /// articles that were whole before it are stored.
    pub fn import<R: BufRead>(&mut self, from: R) -> Result<Imported, StoreError> {
        let mut pages: Vec<PageRecords> = Vec::new();
        let done = self.import_lines(from, &mut pages);
        if let Err(StoreError(Kind::Cut { .. })) = done {
            // Records of the last one may stand behind the broken line.
            if let Some(page) = pages.last_mut() {
                page.articles.pop();
            }
            self.store(&mut pages, &mut Imported::default())?;
        }
        done
    }

    fn import_lines<R: BufRead>(
        &mut self,
        from: R,
        pages: &mut Vec<PageRecords>,
    ) -> Result<Imported, StoreError> {
        let mut done = Imported::default();
        // Decisions may bear another number here.
        let mut numbers = BTreeMap::new();
        for (at, line) in from.lines().enumerate() {
            let wrong = |detail: String| {
                StoreError::from(Kind::Cut {
                    line: at + 1,
                    detail,
                })
            };
            let line = line.map_err(|error| match error.kind() {
                ErrorKind::InvalidData => wrong("it is not UTF-8".to_owned()),
                _ => error.into(),
            })?;
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str(&line).map_err(|error| wrong(json_reason(&error)))? {
                Line::Run(run) => {
                    self.store(pages, &mut done)?;
                    self.write_run(&run)?;
                }
                Line::Page(page) => {
                    self.store_when_full(pages, &mut done)?;
                    pages.push(PageRecords {
                        page,
                        articles: Vec::new(),
                    });
                }
                Line::Article(article) => {
                    let new_page = pages.last().is_none_or(|p| p.page.name != article.page);
                    if new_page {
                        self.store_when_full(pages, &mut done)?;
                        pages.push(page_of(&article));
                    }
                    let page = pages
                        .last_mut()
                        .ok_or_else(|| wrong("no page".to_owned()))?;
                    page.articles.push(ArticleRecords {
                        article: *article,
                        ..ArticleRecords::default()
                    });
                }
                Line::Quote(quote) => {
                    article_of(pages, &quote.article)
                        .map_err(wrong)?
                        .quotes
                        .push(quote);
                }
                Line::Claim(claim) => {
                    article_of(pages, &claim.article)
                        .map_err(wrong)?
                        .claims
                        .push(*claim);
                }
                Line::Fused(_) => {}
                Line::Decision(decision) => {
                    self.store(pages, &mut done)?;
                    let number = self.take_decision(&decision, &numbers)?;
                    numbers.insert(decision.number, number);
                }
                Line::Incident(incident) => {
                    let article = article_of(pages, &incident.article).map_err(wrong)?;
                    article.incidents.push(incident);
                }
            }
        }
        self.store(pages, &mut done)?;
        Ok(done)
    }

    fn store_when_full(
        &mut self,
        pages: &mut Vec<PageRecords>,
        done: &mut Imported,
    ) -> Result<(), StoreError> {
        let articles: usize = pages.iter().map(|page| page.articles.len()).sum();
        if articles >= BATCH {
            self.store(pages, done)?;
        }
        Ok(())
    }

    fn store(
        &mut self,
        pages: &mut Vec<PageRecords>,
        done: &mut Imported,
    ) -> Result<(), StoreError> {
        self.write_all(pages)?;
        for page in pages.drain(..) {
            done.pages += 1;
            done.articles += page.articles.len() as u64;
            done.claims += page
                .articles
                .iter()
                .map(|a| a.claims.len() as u64)
                .sum::<u64>();
        }
        Ok(())
    }
}

/// A page for an article that comes without one.
fn page_of(article: &ArticleRecord) -> PageRecords {
    PageRecords {
        page: PageRecord {
            name: article.page.clone(),
            ..PageRecord::default()
        },
        articles: Vec::new(),
    }
}

/// The article that a line belongs to: the last one.
fn article_of<'p>(
    pages: &'p mut [PageRecords],
    id: &str,
) -> Result<&'p mut ArticleRecords, String> {
    let last = pages.last_mut().and_then(|page| page.articles.last_mut());
    last.filter(|article| article.article.id == id)
        .ok_or_else(|| format!("it belongs to the article {id}, which does not come before it"))
}
