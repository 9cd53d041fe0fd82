//! Records to rows. Each article is one transaction: a run that is cut off leaves whole articles.

use super::Ledger;
use super::keys::{Keys, Pending, forget_article};
use super::load::stored_article;
use super::row::NewRow;
use crate::error::{StoreError, explained};
use crate::id::short_hash;
use crate::record::{
    ActorRecord, ArticleRecord, ArticleRecords, ClaimRecord, DiscardRecord, FieldRecord,
    IncidentRecord, LocationRecord, NoteRecord, PageRecords, QuoteRecord, RunRecord, TimeRecord,
};
use rusqlite::{Connection, Transaction, params};

/// What storing an article did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stored {
    /// It was not there.
    New,
    /// It was there, exactly so.
    Unchanged,
    /// It was there, read differently (another version, codebook or publication date); now it is
    /// as read last.
    Replaced,
    /// It was there from another page and with a publication date, which this reading lacks; it
    /// stays as it was.
    Kept,
}

impl Ledger {
    /// Stores what was read from a page and says, article by article, what that did. Storing the
    /// same records again changes no row.
    ///
    /// # Errors
    /// If the disk is full, the file in use or damaged. Articles stored before stay stored.
    pub fn write(&mut self, page: &PageRecords) -> Result<Vec<Stored>, StoreError> {
        let with_postings = !self.bulk;
        let mut done = Vec::with_capacity(page.articles.len());
        self.transact(|t| write_page_row(t, page))?;
        for (position, article) in page.articles.iter().enumerate() {
            let mut pending = Pending::default();
            done.push(self.transact(|t| {
                let outcome = store(t, page, position, article, &mut pending, with_postings)?;
                pending.flush(t, with_postings)?;
                Ok(outcome)
            })?);
        }
        self.transact(|t| forget_sightings_from(t, page))?;
        Ok(done)
    }

    /// As [`Ledger::write`] for many pages, in one transaction: all are stored or none. It is many
    /// times as fast as one by one where there are many.
    ///
    /// # Errors
    /// As [`Ledger::write`].
    pub fn write_all(&mut self, pages: &[PageRecords]) -> Result<Vec<Stored>, StoreError> {
        let with_postings = !self.bulk;
        self.transact(|t| {
            let mut done = Vec::new();
            let mut pending = Pending::default();
            for page in pages {
                write_page_row(t, page)?;
                for (position, article) in page.articles.iter().enumerate() {
                    done.push(store(
                        t,
                        page,
                        position,
                        article,
                        &mut pending,
                        with_postings,
                    )?);
                }
                forget_sightings_from(t, page)?;
            }
            pending.flush(t, with_postings)?;
            Ok(done)
        })
    }

    /// Stores what a run read. The same run again is the same row.
    ///
    /// # Errors
    /// As [`Ledger::write`].
    pub fn write_run(&mut self, run: &RunRecord) -> Result<(), StoreError> {
        let id = short_hash(&serde_json::to_string(run)?, 16);
        self.transact(|t| {
            NewRow::into_table("runs")
                .text("id", &id)
                .text("dateline_version", &run.dateline_version)
                .set("schema_version", run.schema_version)
                .maybe_text("published", run.published.as_ref())
                .maybe_text("codebook", run.codebook.as_ref())
                .set("pages", run.pages as i64)
                .set("quarantined", run.quarantined as i64)
                .set("articles", run.articles as i64)
                .set("unread", run.unread as i64)
                .set("quotes", run.quotes as i64)
                .set("claims", run.claims as i64)
                .set("incidents", run.incidents as i64)
                .set("discards", run.discards as i64)
                .upsert(t, "id")
        })
    }

    pub(super) fn transact<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let run = || {
            let transaction = self
                .connection
                .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        run().map_err(|error| explained(&self.path, error))
    }
}

/// Stores one article of a page and says what that did.
fn store(
    t: &Transaction<'_>,
    page: &PageRecords,
    position: usize,
    article: &ArticleRecords,
    pending: &mut Pending,
    with_postings: bool,
) -> rusqlite::Result<Stored> {
    let kept = stored_article(t, &article.article.id)?;
    let outcome = compare(kept.as_ref(), article);
    if outcome == Stored::Replaced {
        // What replaces another reading may itself wait to be put into the lists.
        pending.flush(t, with_postings)?;
        forget_article(t, &article.article.id)?;
    }
    if matches!(outcome, Stored::New | Stored::Replaced) {
        write_article(t, article, outcome == Stored::Replaced, pending)?;
    }
    write_sighting(t, &page.page.name, position, &article.article)?;
    Ok(outcome)
}

/// What is to be done with an article, given the one that is stored under its id.
fn compare(stored: Option<&ArticleRecords>, read: &ArticleRecords) -> Stored {
    let Some(stored) = stored else {
        return Stored::New;
    };
    if without_page(stored) == without_page(read) {
        return Stored::Unchanged;
    }
    let other_page = stored.article.page != read.article.page;
    let loses_date = stored.article.anchor_date.is_some() && read.article.anchor_date.is_none();
    if other_page && loses_date {
        Stored::Kept
    } else {
        Stored::Replaced
    }
}

/// The records without what depends on the page that the article was found on.
fn without_page(records: &ArticleRecords) -> ArticleRecords {
    let mut records = records.clone();
    let article = &mut records.article;
    article.page.clear();
    article.first_line = None;
    article.last_line = None;
    article.discards.clear();
    article.notes.clear();
    records
}

fn write_page_row(t: &Connection, page: &PageRecords) -> rusqlite::Result<()> {
    let name = &page.page.name;
    NewRow::into_table("pages")
        .text("name", name)
        .maybe_text("quarantined", page.page.quarantined.as_ref())
        .upsert(t, "name")?;
    write_left_out(t, name, None, &page.page.discards, &page.page.notes)
}

/// That the page carries the article, and which of its lines were left out.
fn write_sighting(
    t: &Connection,
    page: &str,
    position: usize,
    article: &ArticleRecord,
) -> rusqlite::Result<()> {
    NewRow::into_table("page_articles")
        .text("page", page)
        .position(position)
        .text("article_id", &article.id)
        .set("first_line", article.first_line)
        .set("last_line", article.last_line)
        .upsert(t, "page, position")?;
    write_left_out(t, page, Some(position), &article.discards, &article.notes)
}

fn write_left_out(
    t: &Connection,
    page: &str,
    article: Option<usize>,
    discards: &[DiscardRecord],
    notes: &[NoteRecord],
) -> rusqlite::Result<()> {
    let article = article.map(|position| position as i64);
    for table in ["discards", "notes"] {
        let sql = format!("DELETE FROM {table} WHERE page = ?1 AND article_position IS ?2");
        t.prepare_cached(&sql)?.execute(params![page, article])?;
    }
    for (i, discard) in discards.iter().enumerate() {
        NewRow::into_table("discards")
            .text("page", page)
            .set("article_position", article)
            .position(i)
            .set("line", discard.line)
            .text("text", &discard.text)
            .text("reason", &discard.reason)
            .text("evidence", &discard.evidence)
            .insert(t)?;
    }
    for (i, note) in notes.iter().enumerate() {
        NewRow::into_table("notes")
            .text("page", page)
            .set("article_position", article)
            .position(i)
            .text("kind", &note.kind)
            .set("line", note.line)
            .text("text", &note.text)
            .insert(t)?;
    }
    Ok(())
}

/// Drops what an earlier reading of the page had beyond its present articles. The articles
/// themselves stay in the ledger.
fn forget_sightings_from(t: &Connection, page: &PageRecords) -> rusqlite::Result<()> {
    let count = page.articles.len() as i64;
    for (table, column) in [
        ("page_articles", "position"),
        ("discards", "article_position"),
        ("notes", "article_position"),
    ] {
        let sql = format!("DELETE FROM {table} WHERE page = ?1 AND {column} >= ?2");
        t.prepare_cached(&sql)?
            .execute(params![page.page.name, count])?;
    }
    Ok(())
}

fn write_article(
    t: &Connection,
    records: &ArticleRecords,
    replaces: bool,
    pending: &mut Pending,
) -> rusqlite::Result<()> {
    let id = &records.article.id;
    let dependent = [
        "parts",
        "captions",
        "datelines",
        "quotes",
        "incidents",
        "claims",
    ];
    for table in dependent.iter().filter(|_| replaces) {
        t.prepare_cached(&format!("DELETE FROM {table} WHERE article_id = ?1"))?
            .execute([id])?;
    }
    write_article_row(t, &records.article)?;
    write_layout(t, &records.article)?;
    for (position, quote) in records.quotes.iter().enumerate() {
        write_quote(t, position, quote)?;
    }
    for (position, claim) in records.claims.iter().enumerate() {
        let row = write_claim(t, position, claim)?;
        pending.add(row, Keys::of(&records.article, claim));
    }
    for (position, incident) in records.incidents.iter().enumerate() {
        write_incident(t, position, incident)?;
    }
    Ok(())
}

fn write_article_row(t: &Connection, article: &ArticleRecord) -> rusqlite::Result<()> {
    NewRow::into_table("articles")
        .text("id", &article.id)
        .text("page", &article.page)
        .text("dateline_version", &article.dateline_version)
        .set("schema_version", article.schema_version)
        .maybe_words("title", article.title.as_ref())
        .maybe_text("outlet", article.outlet.as_ref())
        .maybe_text("byline", article.byline.as_ref())
        .maybe_text("published", article.published.as_ref())
        .maybe_text("anchor_date", article.anchor_date.as_ref())
        .maybe_text("url", article.url.as_ref())
        .text("language", &article.language.code)
        .set("language_reliable", article.language.reliable)
        .text("language_basis", &article.language.basis)
        .maybe_text("unread", article.unread.as_ref())
        .text("text", &article.text)
        .upsert(t, "id")
}

/// How the article's text is laid out: parts, captions, the opening.
fn write_layout(t: &Connection, article: &ArticleRecord) -> rusqlite::Result<()> {
    for (position, part) in article.parts.iter().enumerate() {
        NewRow::into_table("parts")
            .text("article_id", &article.id)
            .position(position)
            .text("kind", &part.kind)
            .span("part", part.span)
            .insert(t)?;
    }
    for (position, caption) in article.captions.iter().enumerate() {
        NewRow::into_table("captions")
            .text("article_id", &article.id)
            .position(position)
            .words("text", &caption.words)
            .maybe_words("credit", caption.credit.as_ref())
            .insert(t)?;
    }
    let Some(dateline) = &article.dateline else {
        return Ok(());
    };
    NewRow::into_table("datelines")
        .text("article_id", &article.id)
        .words("text", &dateline.words)
        .words("place", &dateline.place)
        .maybe_words("date", dateline.date.as_ref())
        .maybe_words("agency", dateline.agency.as_ref())
        .insert(t)
}

fn write_quote(t: &Connection, position: usize, quote: &QuoteRecord) -> rusqlite::Result<()> {
    let speaker = quote.speaker.as_ref();
    NewRow::into_table("quotes")
        .text("id", &quote.id)
        .text("article_id", &quote.article)
        .position(position)
        .text("kind", &quote.kind)
        .words("text", &quote.words)
        .span("marks", quote.marks)
        .maybe_words("speaker", speaker.map(|speaker| &speaker.words))
        .maybe_words(
            "resolved",
            speaker.and_then(|speaker| speaker.resolved.as_ref()),
        )
        .maybe_words("cue", quote.cue.as_ref())
        .maybe_text("continues", quote.continues.as_ref())
        .text("reason", &quote.reason)
        .insert(t)
}

/// Writes a claim; the number of its row.
fn write_claim(t: &Connection, position: usize, claim: &ClaimRecord) -> rusqlite::Result<i64> {
    NewRow::into_table("claims")
        .text("id", &claim.id)
        .text("article_id", &claim.article)
        .position(position)
        .text("event_type", &claim.event_type)
        .maybe_text("event_mode", claim.event_mode.as_ref())
        .set("quad_code", claim.quad_code)
        .text("cameo", &claim.cameo)
        .text("codebook_entry", &claim.codebook_entry)
        .words("trigger", &claim.trigger)
        .words("evidence", &claim.evidence)
        .text("polarity", &claim.polarity)
        .text("certainty", &claim.certainty)
        .text("tense", &claim.tense)
        .set("confidence", claim.confidence)
        .insert(t)?;
    let row = t.last_insert_rowid();
    for (position, context) in claim.contexts.iter().enumerate() {
        NewRow::into_table("contexts")
            .text("claim_id", &claim.id)
            .position(position)
            .text("context", context)
            .insert(t)?;
    }
    for (position, mention) in claim.mentions.iter().enumerate() {
        NewRow::into_table("mentions")
            .text("claim_id", &claim.id)
            .position(position)
            .words("text", &mention.words)
            .text("reason", &mention.reason)
            .insert(t)?;
    }
    write_roles(t, claim)?;
    write_sources(t, claim)?;
    write_answers(t, claim)?;
    for (position, step) in claim.why.iter().enumerate() {
        NewRow::into_table("why")
            .text("claim_id", &claim.id)
            .position(position)
            .text("field", &step.field)
            .text("what", &step.what)
            .maybe_words("evidence", step.evidence.as_ref())
            .insert(t)?;
    }
    Ok(row)
}

/// What a claim answers, and what is withheld about it.
fn write_answers(t: &Connection, claim: &ClaimRecord) -> rusqlite::Result<()> {
    for (position, answer) in claim.answers.iter().enumerate() {
        NewRow::into_table("answers")
            .text("claim_id", &claim.id)
            .position(position)
            .text("kind", &answer.kind)
            .text("answered", &answer.claim)
            .words("passage", &answer.passage)
            .insert(t)?;
    }
    for (position, withheld) in claim.withheld.iter().enumerate() {
        NewRow::into_table("withheld")
            .text("claim_id", &claim.id)
            .position(position)
            .text("field", &withheld.field)
            .maybe_words("source", withheld.source.as_ref())
            .words("passage", &withheld.passage)
            .insert(t)?;
    }
    Ok(())
}

/// Where a claim's place is on the map.
fn write_location(t: &Connection, claim: &str, l: &LocationRecord) -> rusqlite::Result<()> {
    NewRow::into_table("locations")
        .text("claim_id", claim)
        .text("name", &l.name)
        .set("geonames", l.geonames)
        .text("kind", &l.kind)
        .set("latitude", l.latitude)
        .set("longitude", l.longitude)
        .maybe_text("country", l.country.as_ref())
        .maybe_text("admin1", l.admin1.as_ref())
        .maybe_text("admin2", l.admin2.as_ref())
        .set("where_prec", i64::from(l.where_prec))
        .set("geo_precision", i64::from(l.geo_precision))
        .set("stands_for", l.stands_for)
        .set("score", l.score)
        .text("reason", &l.reason)
        .insert(t)?;
    for (position, rival) in l.rivals.iter().enumerate() {
        NewRow::into_table("location_rivals")
            .text("claim_id", claim)
            .position(position)
            .text("name", &rival.name)
            .set("geonames", rival.geonames)
            .set("score", rival.score)
            .insert(t)?;
    }
    Ok(())
}

/// Participants, place, time and quantities of a claim.
fn write_roles(t: &Connection, claim: &ClaimRecord) -> rusqlite::Result<()> {
    for (position, argument) in claim.arguments.iter().enumerate() {
        NewRow::into_table("arguments")
            .text("claim_id", &claim.id)
            .position(position)
            .text("role", &argument.role)
            .words("text", &argument.words)
            .maybe_words("resolved", argument.resolved.as_ref())
            .set("hedged", argument.hedged)
            .maybe_text("identity", identity(argument.identity.as_ref()).as_ref())
            .insert(t)?;
    }
    if let Some(place) = &claim.place {
        for (position, words) in std::iter::once(&place.words)
            .chain(&place.within)
            .enumerate()
        {
            NewRow::into_table("places")
                .text("claim_id", &claim.id)
                .position(position)
                .words("text", words)
                .insert(t)?;
        }
        if let Some(location) = &place.location {
            write_location(t, &claim.id, location)?;
        }
    }
    if let Some(time) = &claim.time {
        write_time(t, &claim.id, -1, time)?;
    }
    for (position, quantity) in claim.quantities.iter().enumerate() {
        NewRow::into_table("quantities")
            .text("claim_id", &claim.id)
            .position(position)
            .words("text", &quantity.words)
            .set("low", quantity.low)
            .set("high", quantity.high)
            .set("approximate", quantity.approximate)
            .maybe_words("of", quantity.of.as_ref())
            .maybe_text("unit", quantity.unit.as_ref())
            .maybe_text("meaning", quantity.meaning.as_ref())
            .insert(t)?;
    }
    Ok(())
}

/// An actor's identity as the JSON that the ledger keeps.
fn identity(actor: Option<&ActorRecord>) -> Option<String> {
    actor.and_then(|actor| serde_json::to_string(actor).ok())
}

fn write_sources(t: &Connection, claim: &ClaimRecord) -> rusqlite::Result<()> {
    for (position, source) in claim.sources.iter().enumerate() {
        NewRow::into_table("sources")
            .text("claim_id", &claim.id)
            .position(position)
            .text("kind", &source.kind)
            .maybe_words("mention", source.mention.as_ref())
            .maybe_words("resolved", source.resolved.as_ref())
            .maybe_words("office", source.office.as_ref())
            .maybe_words("cue", source.cue.as_ref())
            .set("direct", source.direct)
            .maybe_words("told", source.told.as_ref())
            .maybe_text("identity", identity(source.identity.as_ref()).as_ref())
            .insert(t)?;
        if let Some(said) = &source.said {
            write_time(t, &claim.id, position as i64, said)?;
        }
    }
    Ok(())
}

fn write_time(
    t: &Connection,
    claim: &str,
    source_position: i64,
    time: &TimeRecord,
) -> rusqlite::Result<()> {
    NewRow::into_table("times")
        .text("claim_id", claim)
        .set("source_position", source_position)
        .words("text", &time.words)
        .text("type", &time.kind)
        .text("value", &time.value)
        .maybe_text("value_anchored", time.value_anchored.as_ref())
        .maybe_text("mod", time.modifier.as_ref())
        .maybe_text("first", time.first.as_ref())
        .maybe_text("last", time.last.as_ref())
        .maybe_text("precision", time.precision.as_ref())
        .text("reason", &time.reason)
        .insert(t)
}

fn write_incident(
    t: &Connection,
    position: usize,
    incident: &IncidentRecord,
) -> rusqlite::Result<()> {
    NewRow::into_table("incidents")
        .text("id", &incident.id)
        .text("article_id", &incident.article)
        .position(position)
        .insert(t)?;
    for (position, claim) in incident.claims.iter().enumerate() {
        NewRow::into_table("incident_claims")
            .text("incident_id", &incident.id)
            .position(position)
            .text("claim_id", claim)
            .insert(t)?;
    }
    for (merge_position, merge) in incident.merges.iter().enumerate() {
        NewRow::into_table("merges")
            .text("incident_id", &incident.id)
            .position(merge_position)
            .text("claim_a", &merge.claims[0])
            .text("claim_b", &merge.claims[1])
            .insert(t)?;
        for (position, evidence) in merge.evidence.iter().enumerate() {
            NewRow::into_table("merge_evidence")
                .text("incident_id", &incident.id)
                .set("merge_position", merge_position as i64)
                .position(position)
                .text("evidence", evidence)
                .insert(t)?;
        }
    }
    write_fields(t, incident)
}

fn write_fields(t: &Connection, incident: &IncidentRecord) -> rusqlite::Result<()> {
    let agreed = incident.agreed.iter().map(|field| (true, field));
    let differing = incident.differing.iter().map(|field| (false, field));
    let mut position = 0;
    for (field_position, (agreed, field)) in agreed.chain(differing).enumerate() {
        let FieldRecord { field, accounts } = field;
        for account in accounts {
            NewRow::into_table("accounts")
                .text("incident_id", &incident.id)
                .position(position)
                .set("field_position", field_position as i64)
                .text("field", field)
                .set("agreed", agreed)
                .words("text", &account.words)
                .insert(t)?;
            for (i, claim) in account.claims.iter().enumerate() {
                NewRow::into_table("account_claims")
                    .text("incident_id", &incident.id)
                    .set("account_position", position as i64)
                    .position(i)
                    .text("claim_id", claim)
                    .insert(t)?;
            }
            position += 1;
        }
    }
    Ok(())
}
