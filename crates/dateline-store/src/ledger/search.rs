//! Finding things again: by id, by words, in lists.

use super::Ledger;
use super::load::load_claim;
use crate::error::StoreError;
use crate::record::ClaimRecord;
use rusqlite::{Connection, Params, Result};

/// How many matches of a search are ranked: those stored last.
const RANKED: u32 = 5_000;

/// What an id or the beginning of one names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// An article.
    Article(String),
    /// A claim.
    Claim(String),
    /// An incident of an article.
    Incident(String),
    /// An incident across articles.
    Fused(String),
}

impl Found {
    /// The whole id.
    pub fn id(&self) -> &str {
        match self {
            Found::Article(id) | Found::Claim(id) | Found::Incident(id) | Found::Fused(id) => id,
        }
    }

    /// The id of the article that it is or belongs to; an incident across articles belongs to none.
    pub fn article(&self) -> Option<&str> {
        match self {
            Found::Fused(_) => None,
            _ => self.id().split('.').next(),
        }
    }
}

/// One line of the list of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Article id.
    pub id: String,
    /// The headline, else the text's beginning.
    pub heading: String,
    /// The publisher's name.
    pub outlet: Option<String>,
    /// The date its times were anchored by.
    pub anchor_date: Option<String>,
    /// Why it was not coded.
    pub unread: Option<String>,
    /// How many claims were read from it.
    pub claims: u64,
    /// The page it was read from.
    pub page: String,
}

/// A place where searched words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The claim whose evidence, or the article whose text, holds the words.
    pub found: Found,
    /// Headline of the article.
    pub heading: String,
    /// The words around, found words between U+0002 and U+0003.
    pub snippet: String,
}

/// How much a ledger holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // Each counts what its name says.
pub struct Totals {
    pub pages: u64,
    pub articles: u64,
    pub claims: u64,
    pub incidents: u64,
    /// Names of the pages from which nothing could be read, each with the reason.
    pub quarantined: Vec<(String, String)>,
}

impl Ledger {
    /// What `prefix` may name: the beginning of an article's id, of a claim's or incident's id past
    /// its full stop, or of the part after it. All candidates in order, at most a hundred of each
    /// kind; one that equals an id stands alone.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn find(&self, prefix: &str) -> std::result::Result<Vec<Found>, StoreError> {
        // Ids hold only hexadecimal digits, letters and full stops; anything else names nothing.
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '.';
        if prefix.is_empty() || !prefix.chars().all(is_plain) {
            return Ok(Vec::new());
        }
        let found = self.with(|c| {
            let articles = ids(
                c,
                "SELECT id FROM articles WHERE id LIKE ?1 || '%' ORDER BY id LIMIT 100",
                [prefix],
            )?;
            let articles = articles.into_iter().map(Found::Article);
            let claims = within(c, "claims", prefix)?.into_iter().map(Found::Claim);
            let incidents = within(c, "incidents", prefix)?;
            let incidents = incidents.into_iter().map(Found::Incident);
            let fused = Self::fused_ids(c, prefix)?.into_iter().map(Found::Fused);
            let own = articles.chain(claims).chain(incidents);
            Ok(own.chain(fused).collect::<Vec<_>>())
        })?;
        match found.iter().find(|candidate| candidate.id() == prefix) {
            Some(exact) => Ok(vec![exact.clone()]),
            None => Ok(found),
        }
    }

    /// All articles, in the order they were stored.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn articles(&self) -> std::result::Result<Vec<Entry>, StoreError> {
        let sql =
            "SELECT id, substr(coalesce(title, trim(text)), 1, 200), outlet, anchor_date, unread,
                (SELECT count(*) FROM claims WHERE article = articles.row), page
            FROM articles ORDER BY row";
        self.with(|c| {
            c.prepare(sql)?
                .query_map([], |row| {
                    Ok(Entry {
                        id: row.get(0)?,
                        heading: row.get(1)?,
                        outlet: row.get(2)?,
                        anchor_date: row.get(3)?,
                        unread: row.get(4)?,
                        claims: row.get::<_, i64>(5)?.unsigned_abs(),
                        page: row.get(6)?,
                    })
                })?
                .collect()
        })
    }

    /// Claims whose evidence holds all `words`, best first, then articles whose text does; at most
    /// `limit` of each. Words are stemmed ("attack" finds "attacks"); no operator is understood. Where
    /// more than 5,000 hold them, the 5,000 stored last are ranked.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn search(&self, words: &str, limit: u32) -> std::result::Result<Vec<Hit>, StoreError> {
        let query = match_all(words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let claims = "SELECT a.id || '.' || c.handle, coalesce(a.title, ''),
                snippet(claims_fts, -1, char(2), char(3), '…', 40)
            FROM claims_fts JOIN claims AS c ON c.row = claims_fts.rowid
            JOIN articles AS a ON a.row = c.article
            WHERE claims_fts MATCH ?1 AND claims_fts.rowid = ?2";
        let articles = "SELECT a.id, coalesce(a.title, ''),
                snippet(articles_fts, -1, char(2), char(3), '…', 40)
            FROM articles_fts JOIN articles AS a ON a.row = articles_fts.rowid
            WHERE articles_fts MATCH ?1 AND articles_fts.rowid = ?2";
        self.with(|c| {
            let mut found = Vec::new();
            for row in ranked(c, "claims_fts", &query, limit)? {
                found.push(hit(c, claims, &query, row, Found::Claim)?);
            }
            for row in ranked(c, "articles_fts", &query, limit)? {
                found.push(hit(c, articles, &query, row, Found::Article)?);
            }
            Ok(found)
        })
    }

    /// Row, id, type and certainty of every claim.
    pub(crate) fn strata(
        &self,
    ) -> std::result::Result<Vec<(i64, String, String, String)>, StoreError> {
        self.with(|c| {
            let sql = "SELECT c.row, a.id || '.' || c.handle, c.event_type, c.certainty
                FROM claims AS c JOIN articles AS a ON a.row = c.article ORDER BY c.row";
            c.prepare(sql)?
                .query_map([], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })?
                .collect()
        })
    }

    /// The claim in a row.
    pub(crate) fn claim_in(&self, row: i64) -> std::result::Result<ClaimRecord, StoreError> {
        self.with(|c| load_claim(c, row))
    }

    /// How much the ledger holds.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn totals(&self) -> std::result::Result<Totals, StoreError> {
        let count = |c: &Connection, table: &str| -> Result<u64> {
            c.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get::<_, i64>(0)
            })
            .map(i64::unsigned_abs)
        };
        let quarantined =
            "SELECT name, quarantined FROM pages WHERE quarantined IS NOT NULL ORDER BY name";
        self.with(|c| {
            Ok(Totals {
                pages: count(c, "pages")?,
                articles: count(c, "articles")?,
                claims: count(c, "claims")?,
                incidents: count(c, "incidents")?,
                quarantined: c
                    .prepare(quarantined)?
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect::<Result<_>>()?,
            })
        })
    }
}

/// Ids of claims or incidents: of the article named before a full stop, else of any article.
fn within(c: &Connection, table: &str, prefix: &str) -> Result<Vec<String>> {
    let select = format!(
        "SELECT a.id || '.' || x.handle FROM {table} AS x JOIN articles AS a ON a.row = x.article"
    );
    match prefix.split_once('.') {
        Some(named) => ids(
            c,
            &format!(
                "{select} WHERE a.id = ?1 AND x.handle LIKE ?2 || '%' ORDER BY x.handle LIMIT 100"
            ),
            named,
        ),
        None => ids(
            c,
            &format!("{select} WHERE x.handle LIKE ?1 || '%' ORDER BY 1 LIMIT 100"),
            [prefix],
        ),
    }
}

fn ids(c: &Connection, sql: &str, params: impl Params) -> Result<Vec<String>> {
    c.prepare(sql)?
        .query_map(params, |row| row.get(0))?
        .collect()
}

/// Rows that hold the words, best first. Ranking reads every match, which of a common word would be most
/// of the ledger: only those stored last are ranked.
fn ranked(c: &Connection, index: &str, query: &str, limit: u32) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT rowid FROM (SELECT rowid, bm25({index}) AS score FROM {index}
            WHERE {index} MATCH ?1 ORDER BY rowid DESC LIMIT {RANKED})
        ORDER BY score, rowid LIMIT ?2"
    );
    c.prepare(&sql)?
        .query_map((query, limit), |row| row.get(0))?
        .collect()
}

/// One of them, with the words around. Asked row by row: with the ranking in one query, all matches would be
/// counted again for each.
fn hit(c: &Connection, sql: &str, query: &str, row: i64, kind: fn(String) -> Found) -> Result<Hit> {
    c.prepare_cached(sql)?.query_row((query, row), |row| {
        Ok(Hit {
            found: kind(row.get(0)?),
            heading: row.get(1)?,
            snippet: row.get(2)?,
        })
    })
}

/// Each word as a quoted string, so that nothing in it is taken for an operator.
pub(super) fn match_all(words: &str) -> String {
    let quoted: Vec<String> = words
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace(['"', '\0'], " ")))
        .collect();
    quoted.join(" ")
}
