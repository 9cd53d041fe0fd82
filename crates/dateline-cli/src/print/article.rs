//! One article with its claims and incidents.

use super::claim::claim;
use super::incident::incident;
use super::paper::{Look, Paper, clean};
use dateline_store::{ArticleRecord, ArticleRecords, NoteRecord};

/// Adds an article: heading, claims, then the incidents that more than one claim tells of.
pub fn article(paper: Paper, out: &mut String, records: &ArticleRecords) {
    heading(paper, out, records);
    for index in 0..records.claims.len() {
        out.push('\n');
        claim(paper, out, records, index, index.checked_sub(1));
    }
    for one in records
        .incidents
        .iter()
        .filter(|incident| incident.claims.len() > 1)
    {
        out.push('\n');
        incident(paper, out, one, records);
    }
    out.push('\n');
}

fn heading(paper: Paper, out: &mut String, records: &ArticleRecords) {
    let article = &records.article;
    out.push_str(&paper.rule());
    out.push('\n');
    let mut title = String::new();
    paper.block(&mut title, "", &clean(article.heading()));
    for line in title.lines() {
        out.push_str(&paper.paint(Look::Title, line));
        out.push('\n');
    }
    paper.block(out, "", &origin(article));
    paper.block(out, "", &contents(records));
    if let Some(reason) = &article.unread {
        paper.block(
            out,
            "",
            &paper.paint(Look::Warning, &format!("Not read: {reason}.")),
        );
    }
    // That it is not read is said already.
    let is_new = |note: &&NoteRecord| {
        article
            .unread
            .as_ref()
            .is_none_or(|reason| !note.text.contains(reason))
    };
    for note in article.notes.iter().filter(is_new) {
        let line = note
            .line
            .map_or_else(String::new, |line| format!(" (line {line})"));
        let text = format!("Note{line}: {}", clean(&note.text));
        paper.block(out, "", &paper.paint(Look::Warning, &text));
    }
}

/// Who published it, when, by whom, and where it stands.
fn origin(article: &ArticleRecord) -> String {
    let outlet = article
        .outlet
        .as_deref()
        .map_or("no outlet named".into(), clean);
    let mut facts = vec![outlet.into_owned(), date(article)];
    if let Some(byline) = &article.byline {
        facts.push(format!("by {}", clean(byline)));
    }
    if let Some(dateline) = &article.dateline {
        let agency = dateline
            .agency
            .as_ref()
            .map_or_else(String::new, |a| format!(" for {}", clean(&a.text)));
        facts.push(format!(
            "filed from {}{agency}",
            clean(&dateline.place.text)
        ));
    }
    facts.join(" · ")
}

fn date(article: &ArticleRecord) -> String {
    match (&article.published, &article.anchor_date) {
        (Some(published), _) => format!("published {}", clean(published)),
        (None, Some(given)) => format!("no date in the text, read as of {given}"),
        (None, None) => "no date in the text".to_owned(),
    }
}

fn contents(records: &ArticleRecords) -> String {
    let article = &records.article;
    let lines = match (article.first_line, article.last_line) {
        (Some(first), Some(last)) => format!(", lines {first}–{last}"),
        _ => String::new(),
    };
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    [
        format!("{}{lines}", clean(&article.page)),
        count(records.claims.len(), "claim"),
        count(records.quotes.len(), "quote"),
        format!("{} left out", count(article.discards.len(), "line")),
        article.id.clone(),
    ]
    .join(" · ")
}
