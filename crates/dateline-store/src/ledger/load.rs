//! Rows back to the records they were made of.

use super::Ledger;
use super::row::ReadWords;
use crate::error::StoreError;
use crate::record::{
    AccountRecord, ActorRecord, AnswerRecord, ArgumentRecord, ArticleRecord, ArticleRecords,
    CaptionRecord, ClaimRecord, DatelineRecord, DiscardRecord, FieldRecord, IncidentRecord,
    LanguageRecord, LocationRecord, MentionRecord, MergeRecord, NoteRecord, PageRecord,
    PageRecords, PartRecord, PlaceRecord, QuantityRecord, QuoteRecord, RivalPlaceRecord, RunRecord,
    SourceRecord, SpeakerRecord, TimeRecord, WhyRecord, WithheldRecord, Words,
};
use rusqlite::{Connection, OptionalExtension, Params, Result, Row};
use std::collections::BTreeMap;

impl Ledger {
    /// The article with this id, with all that was read from it.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn article(&self, id: &str) -> std::result::Result<Option<ArticleRecords>, StoreError> {
        self.with(|c| Ok(stored_article(c, id)?.map(|(_, article)| article)))
    }

    /// Hands every article to `take`, in the order they were stored, one at a time.
    ///
    /// # Errors
    /// If the file is in use or damaged, or as `take` says.
    pub fn each_article(
        &self,
        mut take: impl FnMut(ArticleRecords) -> std::result::Result<(), StoreError>,
    ) -> std::result::Result<(), StoreError> {
        let mut last = 0;
        loop {
            let next = self.with(|c| {
                let sql = "SELECT row, page FROM articles WHERE row > ?1 ORDER BY row LIMIT 1";
                let next: Option<(i64, String)> =
                    one(c, sql, [last], |row| Ok((row.get(0)?, row.get(1)?)))?;
                next.map(|(row, page)| Ok((row, load_article(c, row, page)?)))
                    .transpose()
            })?;
            let Some((row, article)) = next else {
                return Ok(());
            };
            last = row;
            take(article)?;
        }
    }

    /// The page with this name, with the articles found on it.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn page(&self, name: &str) -> std::result::Result<Option<PageRecords>, StoreError> {
        self.with(|c| {
            let sql = "SELECT name, quarantined FROM pages WHERE name = ?1";
            let page = one(c, sql, [name], |row| {
                Ok((row.get::<_, String>("name")?, row.get("quarantined")?))
            })?;
            let Some((name, quarantined)) = page else {
                return Ok(None);
            };
            let (discards, notes) = left_out(c, &name, None)?;
            let sql = "SELECT article FROM page_articles WHERE page = ?1 ORDER BY position";
            let rows: Vec<i64> = all(c, sql, [&name], |row| row.get(0))?;
            let articles: Vec<ArticleRecords> = rows
                .iter()
                .map(|row| load_article(c, *row, name.clone()))
                .collect::<Result<_>>()?;
            let page = PageRecord {
                name,
                quarantined,
                articles: articles.iter().map(|a| a.article.id.clone()).collect(),
                discards,
                notes,
            };
            Ok(Some(PageRecords { page, articles }))
        })
    }

    /// The runs that wrote to the ledger.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn runs(&self) -> std::result::Result<Vec<RunRecord>, StoreError> {
        let count = |row: &Row<'_>, column: &str| row.get::<_, i64>(column).map(i64::unsigned_abs);
        self.with(|c| {
            all(c, "SELECT * FROM runs ORDER BY rowid", [], |row| {
                Ok(RunRecord {
                    dateline_version: row.get("dateline_version")?,
                    schema_version: row.get("schema_version")?,
                    published: row.get("published")?,
                    codebook: row.get("codebook")?,
                    pages: count(row, "pages")?,
                    quarantined: count(row, "quarantined")?,
                    articles: count(row, "articles")?,
                    unread: count(row, "unread")?,
                    quotes: count(row, "quotes")?,
                    claims: count(row, "claims")?,
                    incidents: count(row, "incidents")?,
                    discards: count(row, "discards")?,
                })
            })
        })
    }
}

fn all<T, P: Params>(
    c: &Connection,
    sql: &str,
    params: P,
    read: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    c.prepare_cached(sql)?.query_map(params, read)?.collect()
}

fn one<T, P: Params>(
    c: &Connection,
    sql: &str,
    params: P,
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    c.prepare_cached(sql)?.query_row(params, read).optional()
}

/// The article with this id, as it stands on the page it was read from, and its row.
pub(super) fn stored_article(c: &Connection, id: &str) -> Result<Option<(i64, ArticleRecords)>> {
    let found: Option<(i64, String)> = one(
        c,
        "SELECT row, page FROM articles WHERE id = ?1",
        [id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    found
        .map(|(row, page)| Ok((row, load_article(c, row, page)?)))
        .transpose()
}

/// The claim in a row of `claims`.
pub(super) fn load_claim(c: &Connection, row: i64) -> Result<ClaimRecord> {
    let mut of_article = c.prepare_cached(
        "SELECT a.id FROM claims AS c JOIN articles AS a ON a.row = c.article WHERE c.row = ?1",
    )?;
    let article: String = of_article.query_row([row], |row| row.get(0))?;
    c.prepare_cached("SELECT * FROM claims WHERE row = ?1")?
        .query_row([row], |row| claim_row(c, row, &article))
}

/// The article in a row of `articles`, as it stands on `page`.
fn load_article(c: &Connection, row: i64, page: String) -> Result<ArticleRecords> {
    let article = load_article_row(c, row, page)?;
    let id = &article.id;
    let quotes = all(
        c,
        "SELECT * FROM quotes WHERE article = ?1 ORDER BY position",
        [row],
        |row| quote_row(row, id),
    )?;
    let claims = all(
        c,
        "SELECT * FROM claims WHERE article = ?1 ORDER BY position",
        [row],
        |row| Ok((row.get("row")?, claim_row(c, row, id)?)),
    )?;
    let ids: BTreeMap<i64, &str> = claims
        .iter()
        .map(|(row, c)| (*row, c.id.as_str()))
        .collect();
    let incidents = all(
        c,
        "SELECT row, handle, campaign FROM incidents WHERE article = ?1 ORDER BY position",
        [row],
        |row| load_incident(c, row, id, &ids),
    )?;
    Ok(ArticleRecords {
        quotes,
        claims: claims.into_iter().map(|(_, claim)| claim).collect(),
        incidents,
        article,
    })
}

/// The id of a record of an article.
fn id_of(article: &str, handle: &str) -> String {
    format!("{article}.{handle}")
}

fn load_article_row(c: &Connection, row: i64, page: String) -> Result<ArticleRecord> {
    let sighting = one(
        c,
        "SELECT position, first_line, last_line FROM page_articles
         WHERE page = ?1 AND article = ?2 ORDER BY position LIMIT 1",
        (&page, row),
        |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let (discards, notes) = match sighting {
        Some((position, _, _)) => left_out(c, &page, Some(position))?,
        None => Default::default(),
    };
    let (first_line, last_line) = sighting.map_or((None, None), |(_, first, last)| (first, last));
    let captions = all(
        c,
        "SELECT * FROM captions WHERE article = ?1 ORDER BY position",
        [row],
        |row| {
            Ok(CaptionRecord {
                words: row.words("text")?,
                credit: row.maybe_words("credit")?,
            })
        },
    )?;
    let parts = all(
        c,
        "SELECT * FROM parts WHERE article = ?1 ORDER BY position",
        [row],
        |row| {
            Ok(PartRecord {
                kind: row.get("kind")?,
                span: row.span("part")?,
            })
        },
    )?;
    let dateline = one(
        c,
        "SELECT * FROM datelines WHERE article = ?1",
        [row],
        |row| {
            Ok(DatelineRecord {
                words: row.words("text")?,
                place: row.words("place")?,
                date: row.maybe_words("date")?,
                agency: row.maybe_words("agency")?,
            })
        },
    )?;
    c.prepare_cached("SELECT * FROM articles WHERE row = ?1")?
        .query_row([row], |row| {
            Ok(ArticleRecord {
                id: row.get("id")?,
                page,
                dateline_version: row.get("dateline_version")?,
                schema_version: row.get("schema_version")?,
                title: row.maybe_words("title")?,
                outlet: row.get("outlet")?,
                byline: row.get("byline")?,
                published: row.get("published")?,
                anchor_date: row.get("anchor_date")?,
                url: row.get("url")?,
                dateline,
                language: LanguageRecord {
                    code: row.get("language")?,
                    reliable: row.get("language_reliable")?,
                    basis: row.get("language_basis")?,
                },
                unread: row.get("unread")?,
                first_line,
                last_line,
                captions,
                parts,
                text: row.get("text")?,
                discards,
                notes,
            })
        })
}

/// Lines left out and remarks, of an article on the page or of the page itself.
fn left_out(
    c: &Connection,
    page: &str,
    article: Option<i64>,
) -> Result<(Vec<DiscardRecord>, Vec<NoteRecord>)> {
    let key = (page, article);
    let discards = all(
        c,
        "SELECT * FROM discards WHERE page = ?1 AND article_position IS ?2 ORDER BY position",
        key,
        |row| {
            Ok(DiscardRecord {
                line: row.get("line")?,
                text: row.get("text")?,
                reason: row.get("reason")?,
                evidence: row.get("evidence")?,
            })
        },
    )?;
    let notes = all(
        c,
        "SELECT * FROM notes WHERE page = ?1 AND article_position IS ?2 ORDER BY position",
        key,
        |row| {
            Ok(NoteRecord {
                kind: row.get("kind")?,
                line: row.get("line")?,
                text: row.get("text")?,
            })
        },
    )?;
    Ok((discards, notes))
}

fn quote_row(row: &Row<'_>, article: &str) -> Result<QuoteRecord> {
    let within = |handle: String| id_of(article, &handle);
    let resolved = row.maybe_words("resolved")?;
    let speaker = row.maybe_words("speaker")?;
    Ok(QuoteRecord {
        id: within(row.get("handle")?),
        article: article.to_owned(),
        kind: row.get("kind")?,
        words: row.words("text")?,
        marks: row.span("marks")?,
        speaker: speaker.map(|words| SpeakerRecord { words, resolved }),
        cue: row.maybe_words("cue")?,
        continues: row.get::<_, Option<String>>("continues")?.map(within),
        reason: row.get("reason")?,
        candidates: json(row, "candidates")?.unwrap_or_default(),
    })
}

fn claim_row(c: &Connection, row: &Row<'_>, article: &str) -> Result<ClaimRecord> {
    let claim: i64 = row.get("row")?;
    let within = |handle: String| id_of(article, &handle);
    let arguments = all(
        c,
        "SELECT * FROM arguments WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(ArgumentRecord {
                role: row.get("role")?,
                words: row.words("text")?,
                resolved: row.maybe_words("resolved")?,
                hedged: row.get("hedged")?,
                identity: identity(row)?,
            })
        },
    )?;
    let mut places: std::vec::IntoIter<Words> = all(
        c,
        "SELECT * FROM places WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| row.words("text"),
    )?
    .into_iter();
    let location = load_location(c, claim)?;
    let quantities = all(
        c,
        "SELECT * FROM quantities WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(QuantityRecord {
                words: row.words("text")?,
                low: row.get("low")?,
                high: row.get("high")?,
                approximate: row.get("approximate")?,
                of: row.maybe_words("of")?,
                unit: row.get("unit")?,
                meaning: row.get("meaning")?,
            })
        },
    )?;
    let contexts = all(
        c,
        "SELECT * FROM contexts WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| row.get("context"),
    )?;
    let mentions = all(
        c,
        "SELECT * FROM mentions WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(MentionRecord {
                words: row.words("text")?,
                reason: row.get("reason")?,
            })
        },
    )?;
    let why = all(
        c,
        "SELECT * FROM why WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(WhyRecord {
                field: row.get("field")?,
                what: row.get("what")?,
                evidence: row.maybe_words("evidence")?,
            })
        },
    )?;
    let answers = all(
        c,
        "SELECT * FROM answers WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(AnswerRecord {
                kind: row.get("kind")?,
                claim: within(row.get("answered")?),
                passage: row.words("passage")?,
            })
        },
    )?;
    let withheld = all(
        c,
        "SELECT * FROM withheld WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(WithheldRecord {
                field: row.get("field")?,
                source: row.maybe_words("source")?,
                passage: row.words("passage")?,
            })
        },
    )?;
    Ok(ClaimRecord {
        answers,
        withheld,
        corrections: json(row, "corrections")?.unwrap_or_default(),
        id: within(row.get("handle")?),
        article: article.to_owned(),
        event_type: row.get("event_type")?,
        event_mode: row.get("event_mode")?,
        quad_code: row.get("quad_code")?,
        cameo: row.get("cameo")?,
        codebook_entry: row.get("codebook_entry")?,
        trigger: row.words("trigger")?,
        mentions,
        evidence: row.words("evidence")?,
        arguments,
        place: places.next().map(|words| PlaceRecord {
            words,
            within: places.collect(),
            location,
        }),
        time: load_time(c, claim, -1)?,
        quantities,
        sources: load_sources(c, claim)?,
        polarity: row.get("polarity")?,
        certainty: row.get("certainty")?,
        tense: row.get("tense")?,
        contexts,
        confidence: row.get("confidence")?,
        why,
    })
}

/// An actor's identity, kept as JSON; one that no longer reads is as none.
fn identity(row: &Row<'_>) -> Result<Option<ActorRecord>> {
    json(row, "identity")
}

/// What a column keeps as JSON; nothing where it is NULL.
fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

fn load_location(c: &Connection, claim: i64) -> Result<Option<LocationRecord>> {
    let rivals = all(
        c,
        "SELECT * FROM location_rivals WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(RivalPlaceRecord {
                name: row.get("name")?,
                geonames: row.get("geonames")?,
                score: row.get("score")?,
            })
        },
    )?;
    let locations = all(
        c,
        "SELECT * FROM locations WHERE claim = ?1",
        [claim],
        |row| {
            Ok(LocationRecord {
                name: row.get("name")?,
                geonames: row.get("geonames")?,
                kind: row.get("kind")?,
                latitude: row.get("latitude")?,
                longitude: row.get("longitude")?,
                country: row.get("country")?,
                admin1: row.get("admin1")?,
                admin2: row.get("admin2")?,
                where_prec: row.get("where_prec")?,
                geo_precision: row.get("geo_precision")?,
                stands_for: row.get("stands_for")?,
                score: row.get("score")?,
                reason: row.get("reason")?,
                town: json(row, "town")?,
                rivals: Vec::new(),
            })
        },
    )?;
    Ok(locations
        .into_iter()
        .next()
        .map(|location| LocationRecord { rivals, ..location }))
}

fn load_sources(c: &Connection, claim: i64) -> Result<Vec<SourceRecord>> {
    all(
        c,
        "SELECT * FROM sources WHERE claim = ?1 ORDER BY position",
        [claim],
        |row| {
            Ok(SourceRecord {
                kind: row.get("kind")?,
                mention: row.maybe_words("mention")?,
                resolved: row.maybe_words("resolved")?,
                office: row.maybe_words("office")?,
                cue: row.maybe_words("cue")?,
                direct: row.get("direct")?,
                told: row.maybe_words("told")?,
                said: load_time(c, claim, row.get("position")?)?,
                identity: identity(row)?,
                polarity: row.get("polarity")?,
                certainty: row.get("certainty")?,
            })
        },
    )
}

fn load_time(c: &Connection, claim: i64, source_position: i64) -> Result<Option<TimeRecord>> {
    let sql = "SELECT * FROM times WHERE claim = ?1 AND source_position = ?2";
    one(c, sql, (claim, source_position), |row| {
        Ok(TimeRecord {
            words: row.words("text")?,
            kind: row.get("type")?,
            value: row.get("value")?,
            value_anchored: row.get("value_anchored")?,
            modifier: row.get("mod")?,
            first: row.get("first")?,
            last: row.get("last")?,
            precision: row.get("precision")?,
            reason: row.get("reason")?,
            calendar: row.get("calendar")?,
            calendar_value: row.get("calendar_value")?,
            side: row.get("side")?,
            anchor: row.maybe_words("anchor")?,
        })
    })
}

fn load_incident(
    c: &Connection,
    incident: &Row<'_>,
    article: &str,
    ids: &BTreeMap<i64, &str>,
) -> Result<IncidentRecord> {
    let row: i64 = incident.get("row")?;
    let handle: String = incident.get("handle")?;
    let campaign = incident.get("campaign")?;
    let id = |row: i64| ids.get(&row).copied().unwrap_or_default().to_owned();
    let claims = all(
        c,
        "SELECT claim FROM incident_claims WHERE incident = ?1 ORDER BY position",
        [row],
        |row| Ok(id(row.get(0)?)),
    )?;
    let merges = all(
        c,
        "SELECT * FROM merges WHERE incident = ?1 ORDER BY position",
        [row],
        |merge| {
            let position: i64 = merge.get("position")?;
            Ok(MergeRecord {
                claims: [id(merge.get("claim_a")?), id(merge.get("claim_b")?)],
                evidence: all(
                    c,
                    "SELECT evidence FROM merge_evidence
                     WHERE incident = ?1 AND merge_position = ?2 ORDER BY position",
                    (row, position),
                    |row| row.get(0),
                )?,
            })
        },
    )?;
    let (agreed, differing) = load_fields(c, row, id)?;
    Ok(IncidentRecord {
        id: id_of(article, &handle),
        article: article.to_owned(),
        claims,
        campaign,
        merges,
        agreed,
        differing,
    })
}

/// Agreed and differing fields, each put together from the rows of its accounts.
fn load_fields(
    c: &Connection,
    incident: i64,
    id: impl Fn(i64) -> String,
) -> Result<(Vec<FieldRecord>, Vec<FieldRecord>)> {
    let accounts = all(
        c,
        "SELECT * FROM accounts WHERE incident = ?1 ORDER BY position",
        [incident],
        |row| {
            let position: i64 = row.get("position")?;
            let account = AccountRecord {
                words: row.words("text")?,
                claims: all(
                    c,
                    "SELECT claim FROM account_claims
                     WHERE incident = ?1 AND account_position = ?2 ORDER BY position",
                    (incident, position),
                    |row| Ok(id(row.get(0)?)),
                )?,
            };
            let key: (i64, bool, String) = (
                row.get("field_position")?,
                row.get("agreed")?,
                row.get("field")?,
            );
            Ok((key, account))
        },
    )?;
    let (mut agreed, mut differing) = (Vec::new(), Vec::new());
    let mut open = None;
    for ((field_position, is_agreed, field), account) in accounts {
        let fields: &mut Vec<FieldRecord> = if is_agreed {
            &mut agreed
        } else {
            &mut differing
        };
        if open != Some(field_position) {
            open = Some(field_position);
            fields.push(FieldRecord {
                field,
                accounts: Vec::new(),
            });
        }
        if let Some(last) = fields.last_mut() {
            last.accounts.push(account);
        }
    }
    Ok((agreed, differing))
}
