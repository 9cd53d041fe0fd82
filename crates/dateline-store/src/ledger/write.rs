//! Records to rows. Each page, or batch of pages, is one transaction: a run that is cut off leaves whole
//! pages.

use super::Ledger;
use super::keys::{Keys, Pending, forget_article};
use super::load::stored_article;
use super::row::{NewRow, Writer};
use crate::error::{Kind, StoreError, explained};
use crate::id::short_hash;
use crate::record::{
    ActorRecord, ArticleRecord, ArticleRecords, ClaimRecord, DiscardRecord, FieldRecord,
    IncidentRecord, LocationRecord, NoteRecord, PageRecords, QuoteRecord, RunRecord, TimeRecord,
};
use rusqlite::{Connection, Transaction, params};
use std::collections::{BTreeMap, BTreeSet};

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
    /// If a record refers to one of another article, the disk is full, or the file in use or damaged.
    /// Then nothing of the page is stored; what was stored before stays.
    pub fn write(&mut self, page: &PageRecords) -> Result<Vec<Stored>, StoreError> {
        self.write_all(std::slice::from_ref(page))
    }

    /// As [`Ledger::write`] for many pages, in one transaction: all are stored or none. It is many
    /// times as fast as one by one where there are many.
    ///
    /// # Errors
    /// As [`Ledger::write`].
    pub fn write_all(&mut self, pages: &[PageRecords]) -> Result<Vec<Stored>, StoreError> {
        let mut articles = pages.iter().flat_map(|page| &page.articles);
        articles.try_for_each(stands_alone)?;
        self.transact(|t| {
            let mut writer = Writer::new(t);
            let mut pending = Pending::default();
            let mut done = Vec::new();
            for page in pages {
                write_page_row(&mut writer, page)?;
                for (position, article) in page.articles.iter().enumerate() {
                    done.push(store(&mut writer, page, position, article, &mut pending)?);
                }
                forget_sightings_from(t, page)?;
            }
            pending.flush(t)?;
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

/// Refuses records that refer to those of another article: rows are kept by numbers that only the
/// records of one article share.
fn stands_alone(records: &ArticleRecords) -> Result<(), StoreError> {
    let article = &records.article.id;
    let refuse = |id: &str| Err(Kind::Stray(id.to_owned(), article.clone()).into());
    let of_it = |of: &str, id: &str| of == article && handle(id, article) != id;
    for claim in &records.claims {
        if !of_it(&claim.article, &claim.id) {
            return refuse(&claim.id);
        }
        let answered = claim.answers.iter().map(|answer| &answer.claim);
        if let Some(stray) = answered.into_iter().find(|id| !of_it(article, id)) {
            return refuse(stray);
        }
    }
    for quote in &records.quotes {
        let earlier = quote.continues.as_ref().unwrap_or(&quote.id);
        if !of_it(&quote.article, &quote.id) || !of_it(article, earlier) {
            return refuse(&quote.id);
        }
    }
    let known: BTreeSet<&str> = records.claims.iter().map(|c| c.id.as_str()).collect();
    for incident in &records.incidents {
        if !of_it(&incident.article, &incident.id) {
            return refuse(&incident.id);
        }
        let merged = incident.merges.iter().flat_map(|merge| &merge.claims);
        let fields = incident.agreed.iter().chain(&incident.differing);
        let accounts = fields.flat_map(|field| &field.accounts);
        let told = accounts.flat_map(|account| &account.claims);
        let mut all = incident.claims.iter().chain(merged).chain(told);
        if let Some(stray) = all.find(|id| !known.contains(id.as_str())) {
            return refuse(stray);
        }
    }
    Ok(())
}

/// The part of an id that tells a record within its article.
fn handle<'r>(id: &'r str, article: &str) -> &'r str {
    let within = id.strip_prefix(article);
    within.and_then(|id| id.strip_prefix('.')).unwrap_or(id)
}

/// Stores one article of a page and says what that did.
fn store(
    w: &mut Writer<'_>,
    page: &PageRecords,
    position: usize,
    article: &ArticleRecords,
    pending: &mut Pending,
) -> rusqlite::Result<Stored> {
    let kept = stored_article(w.connection, &article.article.id)?;
    let outcome = compare(kept.as_ref().map(|(_, records)| records), article);
    let row = match kept {
        None => {
            article_row(&article.article).insert(w)?;
            w.connection.last_insert_rowid()
        }
        Some((row, _)) => row,
    };
    if outcome == Stored::Replaced {
        // What replaces another reading may itself wait to be put into the lists.
        pending.flush(w.connection)?;
        forget_reading(w.connection, row)?;
        article_row(&article.article).upsert(w.connection, "id")?;
    }
    if matches!(outcome, Stored::New | Stored::Replaced) {
        write_reading(w, row, article, pending)?;
    }
    write_sighting(w, &page.page.name, position, row, &article.article)?;
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

fn write_page_row(w: &mut Writer<'_>, page: &PageRecords) -> rusqlite::Result<()> {
    let name = &page.page.name;
    NewRow::into_table("pages")
        .text("name", name)
        .maybe_text("quarantined", page.page.quarantined.as_ref())
        .upsert(w.connection, "name")?;
    write_left_out(w, name, None, &page.page.discards, &page.page.notes)
}

/// That the page carries the article, and which of its lines were left out.
fn write_sighting(
    w: &mut Writer<'_>,
    page: &str,
    position: usize,
    row: i64,
    article: &ArticleRecord,
) -> rusqlite::Result<()> {
    NewRow::into_table("page_articles")
        .text("page", page)
        .position(position)
        .set("article", row)
        .set("first_line", article.first_line)
        .set("last_line", article.last_line)
        .upsert(w.connection, "page, position")?;
    write_left_out(w, page, Some(position), &article.discards, &article.notes)
}

fn write_left_out(
    w: &mut Writer<'_>,
    page: &str,
    article: Option<usize>,
    discards: &[DiscardRecord],
    notes: &[NoteRecord],
) -> rusqlite::Result<()> {
    let article = article.map(|position| position as i64);
    for table in ["discards", "notes"] {
        let sql = format!("DELETE FROM {table} WHERE page = ?1 AND article_position IS ?2");
        w.connection
            .prepare_cached(&sql)?
            .execute(params![page, article])?;
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
            .insert(w)?;
    }
    for (i, note) in notes.iter().enumerate() {
        NewRow::into_table("notes")
            .text("page", page)
            .set("article_position", article)
            .position(i)
            .text("kind", &note.kind)
            .set("line", note.line)
            .text("text", &note.text)
            .insert(w)?;
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

/// Deletes all that an earlier reading found in an article.
fn forget_reading(t: &Connection, article: i64) -> rusqlite::Result<()> {
    forget_article(t, article)?;
    for table in [
        "parts",
        "captions",
        "datelines",
        "quotes",
        "incidents",
        "claims",
    ] {
        t.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?1"))?
            .execute([article])?;
    }
    Ok(())
}

/// Writes what was found in the article that is stored in `row`.
fn write_reading(
    w: &mut Writer<'_>,
    row: i64,
    records: &ArticleRecords,
    pending: &mut Pending,
) -> rusqlite::Result<()> {
    write_layout(w, row, &records.article)?;
    for (position, quote) in records.quotes.iter().enumerate() {
        write_quote(w, row, position, quote)?;
    }
    let mut rows = BTreeMap::new();
    for (position, claim) in records.claims.iter().enumerate() {
        let claim_row = write_claim(w, row, position, claim)?;
        rows.insert(claim.id.as_str(), claim_row);
        pending.add(claim_row, Keys::of(&records.article, claim));
    }
    for (position, incident) in records.incidents.iter().enumerate() {
        write_incident(w, row, position, incident, &rows)?;
    }
    Ok(())
}

fn article_row(article: &ArticleRecord) -> NewRow<'_> {
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
}

/// How the article's text is laid out: parts, captions, the opening.
fn write_layout(w: &mut Writer<'_>, row: i64, article: &ArticleRecord) -> rusqlite::Result<()> {
    for (position, part) in article.parts.iter().enumerate() {
        NewRow::into_table("parts")
            .set("article", row)
            .position(position)
            .text("kind", &part.kind)
            .span("part", part.span)
            .insert(w)?;
    }
    for (position, caption) in article.captions.iter().enumerate() {
        NewRow::into_table("captions")
            .set("article", row)
            .position(position)
            .words("text", &caption.words)
            .maybe_words("credit", caption.credit.as_ref())
            .insert(w)?;
    }
    let Some(dateline) = &article.dateline else {
        return Ok(());
    };
    NewRow::into_table("datelines")
        .set("article", row)
        .words("text", &dateline.words)
        .words("place", &dateline.place)
        .maybe_words("date", dateline.date.as_ref())
        .maybe_words("agency", dateline.agency.as_ref())
        .insert(w)
}

fn write_quote(
    w: &mut Writer<'_>,
    article: i64,
    position: usize,
    quote: &QuoteRecord,
) -> rusqlite::Result<()> {
    let within = |id| handle(id, &quote.article);
    let speaker = quote.speaker.as_ref();
    let candidates = json_of(&quote.candidates);
    NewRow::into_table("quotes")
        .set("article", article)
        .position(position)
        .text("handle", within(&quote.id))
        .text("kind", &quote.kind)
        .words("text", &quote.words)
        .span("marks", quote.marks)
        .maybe_words("speaker", speaker.map(|speaker| &speaker.words))
        .maybe_words(
            "resolved",
            speaker.and_then(|speaker| speaker.resolved.as_ref()),
        )
        .maybe_words("cue", quote.cue.as_ref())
        .maybe_str("continues", quote.continues.as_deref().map(within))
        .text("reason", &quote.reason)
        .maybe_text("candidates", candidates.as_ref())
        .insert(w)
}

/// Writes a claim; the number of its row.
fn write_claim(
    w: &mut Writer<'_>,
    article: i64,
    position: usize,
    claim: &ClaimRecord,
) -> rusqlite::Result<i64> {
    let corrections = json_of(&claim.corrections);
    NewRow::into_table("claims")
        .set("article", article)
        .text("handle", handle(&claim.id, &claim.article))
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
        .maybe_text("corrections", corrections.as_ref())
        .insert(w)?;
    let row = w.connection.last_insert_rowid();
    for (position, context) in claim.contexts.iter().enumerate() {
        NewRow::into_table("contexts")
            .set("claim", row)
            .position(position)
            .text("context", context)
            .insert(w)?;
    }
    for (position, mention) in claim.mentions.iter().enumerate() {
        NewRow::into_table("mentions")
            .set("claim", row)
            .position(position)
            .words("text", &mention.words)
            .text("reason", &mention.reason)
            .insert(w)?;
    }
    write_roles(w, row, claim)?;
    write_sources(w, row, claim)?;
    write_answers(w, row, claim)?;
    for (position, step) in claim.why.iter().enumerate() {
        NewRow::into_table("why")
            .set("claim", row)
            .position(position)
            .text("field", &step.field)
            .text("what", &step.what)
            .maybe_words("evidence", step.evidence.as_ref())
            .insert(w)?;
    }
    Ok(row)
}

/// What a claim answers, and what is withheld about it.
fn write_answers(w: &mut Writer<'_>, row: i64, claim: &ClaimRecord) -> rusqlite::Result<()> {
    for (position, answer) in claim.answers.iter().enumerate() {
        NewRow::into_table("answers")
            .set("claim", row)
            .position(position)
            .text("kind", &answer.kind)
            .text("answered", handle(&answer.claim, &claim.article))
            .words("passage", &answer.passage)
            .insert(w)?;
    }
    for (position, withheld) in claim.withheld.iter().enumerate() {
        NewRow::into_table("withheld")
            .set("claim", row)
            .position(position)
            .text("field", &withheld.field)
            .maybe_words("source", withheld.source.as_ref())
            .words("passage", &withheld.passage)
            .insert(w)?;
    }
    Ok(())
}

/// Where a claim's place is on the map.
fn write_location(w: &mut Writer<'_>, row: i64, l: &LocationRecord) -> rusqlite::Result<()> {
    let town = l.town.as_ref();
    let town = town.and_then(|town| serde_json::to_string(town).ok());
    NewRow::into_table("locations")
        .set("claim", row)
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
        .maybe_text("town", town.as_ref())
        .insert(w)?;
    for (position, rival) in l.rivals.iter().enumerate() {
        NewRow::into_table("location_rivals")
            .set("claim", row)
            .position(position)
            .text("name", &rival.name)
            .set("geonames", rival.geonames)
            .set("score", rival.score)
            .insert(w)?;
    }
    Ok(())
}

/// Participants, place, time and quantities of a claim.
fn write_roles(w: &mut Writer<'_>, row: i64, claim: &ClaimRecord) -> rusqlite::Result<()> {
    for (position, argument) in claim.arguments.iter().enumerate() {
        NewRow::into_table("arguments")
            .set("claim", row)
            .position(position)
            .text("role", &argument.role)
            .words("text", &argument.words)
            .maybe_words("resolved", argument.resolved.as_ref())
            .set("hedged", argument.hedged)
            .maybe_text("identity", identity(argument.identity.as_ref()).as_ref())
            .insert(w)?;
    }
    if let Some(place) = &claim.place {
        for (position, words) in std::iter::once(&place.words)
            .chain(&place.within)
            .enumerate()
        {
            NewRow::into_table("places")
                .set("claim", row)
                .position(position)
                .words("text", words)
                .insert(w)?;
        }
        if let Some(location) = &place.location {
            write_location(w, row, location)?;
        }
    }
    if let Some(time) = &claim.time {
        write_time(w, row, -1, time)?;
    }
    for (position, quantity) in claim.quantities.iter().enumerate() {
        NewRow::into_table("quantities")
            .set("claim", row)
            .position(position)
            .words("text", &quantity.words)
            .set("low", quantity.low)
            .set("high", quantity.high)
            .set("approximate", quantity.approximate)
            .maybe_words("of", quantity.of.as_ref())
            .maybe_text("unit", quantity.unit.as_ref())
            .maybe_text("meaning", quantity.meaning.as_ref())
            .insert(w)?;
    }
    Ok(())
}

/// Values as JSON; none for no values.
fn json_of<T: serde::Serialize>(values: &[T]) -> Option<String> {
    let some = Some(values).filter(|v| !v.is_empty())?;
    serde_json::to_string(some).ok()
}

/// An actor's identity as the JSON that the ledger keeps.
fn identity(actor: Option<&ActorRecord>) -> Option<String> {
    actor.and_then(|actor| serde_json::to_string(actor).ok())
}

fn write_sources(w: &mut Writer<'_>, row: i64, claim: &ClaimRecord) -> rusqlite::Result<()> {
    for (position, source) in claim.sources.iter().enumerate() {
        NewRow::into_table("sources")
            .set("claim", row)
            .position(position)
            .text("kind", &source.kind)
            .maybe_words("mention", source.mention.as_ref())
            .maybe_words("resolved", source.resolved.as_ref())
            .maybe_words("office", source.office.as_ref())
            .maybe_words("cue", source.cue.as_ref())
            .set("direct", source.direct)
            .maybe_words("told", source.told.as_ref())
            .maybe_text("identity", identity(source.identity.as_ref()).as_ref())
            .maybe_text("polarity", source.polarity.as_ref())
            .maybe_text("certainty", source.certainty.as_ref())
            .insert(w)?;
        if let Some(said) = &source.said {
            write_time(w, row, position as i64, said)?;
        }
    }
    Ok(())
}

fn write_time(
    w: &mut Writer<'_>,
    row: i64,
    source_position: i64,
    time: &TimeRecord,
) -> rusqlite::Result<()> {
    NewRow::into_table("times")
        .set("claim", row)
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
        .maybe_text("calendar", time.calendar.as_ref())
        .maybe_text("calendar_value", time.calendar_value.as_ref())
        .maybe_text("side", time.side.as_ref())
        .maybe_words("anchor", time.anchor.as_ref())
        .insert(w)
}

fn write_incident(
    w: &mut Writer<'_>,
    article: i64,
    position: usize,
    incident: &IncidentRecord,
    claims: &BTreeMap<&str, i64>,
) -> rusqlite::Result<()> {
    NewRow::into_table("incidents")
        .set("article", article)
        .text("handle", handle(&incident.id, &incident.article))
        .position(position)
        .set("campaign", incident.campaign)
        .insert(w)?;
    let row = w.connection.last_insert_rowid();
    let claim_row = |id: &String| claims.get(id.as_str()).copied();
    for (position, claim) in incident.claims.iter().enumerate() {
        NewRow::into_table("incident_claims")
            .set("incident", row)
            .position(position)
            .set("claim", claim_row(claim))
            .insert(w)?;
    }
    for (merge_position, merge) in incident.merges.iter().enumerate() {
        NewRow::into_table("merges")
            .set("incident", row)
            .position(merge_position)
            .set("claim_a", claim_row(&merge.claims[0]))
            .set("claim_b", claim_row(&merge.claims[1]))
            .insert(w)?;
        for (position, evidence) in merge.evidence.iter().enumerate() {
            NewRow::into_table("merge_evidence")
                .set("incident", row)
                .set("merge_position", merge_position as i64)
                .position(position)
                .text("evidence", evidence)
                .insert(w)?;
        }
    }
    write_fields(w, row, incident, claims)
}

fn write_fields(
    w: &mut Writer<'_>,
    row: i64,
    incident: &IncidentRecord,
    claims: &BTreeMap<&str, i64>,
) -> rusqlite::Result<()> {
    let agreed = incident.agreed.iter().map(|field| (true, field));
    let differing = incident.differing.iter().map(|field| (false, field));
    let mut position = 0;
    for (field_position, (agreed, field)) in agreed.chain(differing).enumerate() {
        let FieldRecord { field, accounts } = field;
        for account in accounts {
            NewRow::into_table("accounts")
                .set("incident", row)
                .position(position)
                .set("field_position", field_position as i64)
                .text("field", field)
                .set("agreed", agreed)
                .words("text", &account.words)
                .insert(w)?;
            for (i, claim) in account.claims.iter().enumerate() {
                NewRow::into_table("account_claims")
                    .set("incident", row)
                    .set("account_position", position as i64)
                    .position(i)
                    .set("claim", claims.get(claim.as_str()).copied())
                    .insert(w)?;
            }
            position += 1;
        }
    }
    Ok(())
}
