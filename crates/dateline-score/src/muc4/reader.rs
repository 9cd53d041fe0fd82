//! Message files: wires and broadcasts of 1988–91 in capitals, each under its id.

use super::compare::MONTHS;
use anyhow::{Context, Result};
use dateline::page::{Article, Part, PartKind};
use dateline_span::Span;
use jiff::civil::Date;

/// One message as found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// `TST1-MUC3-0001`.
    pub id: String,
    /// Where it was filed: `SAN SALVADOR (EL SALVADOR)`; empty where the header tells none.
    pub place: String,
    /// When it was filed.
    pub date: Option<Date>,
    /// The paragraphs of its body, each on one line.
    pub paragraphs: Vec<String>,
}

impl Message {
    /// As an article: the body alone, because the header is a form of the corpus.
    pub fn article(&self) -> Article {
        let mut text = String::new();
        let mut parts = Vec::new();
        for paragraph in &self.paragraphs {
            if !text.is_empty() {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(paragraph);
            parts.push(Part {
                kind: PartKind::Paragraph,
                span: Span::new(start, text.len()),
                page: None,
            });
        }
        Article::of_english(&text, parts, "the corpus is English")
    }
}

/// The messages of a file, in order.
///
/// # Errors
/// If the file holds no message id.
pub fn messages(text: &str) -> Result<Vec<Message>> {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match id_of(line) {
            Some(id) => found.push((id, Vec::new())),
            None => {
                if let Some((_, lines)) = found.last_mut() {
                    lines.push(line);
                }
            }
        }
    }
    found
        .first()
        .context("no message id (like DEV-MUC3-0001) in it")?;
    Ok(found
        .into_iter()
        .map(|(id, lines)| message(id, &lines))
        .collect())
}

/// `DEV-MUC3-0001 (NOSC)`: the id alone on its line.
fn id_of(line: &str) -> Option<String> {
    let id = line.split_whitespace().next()?;
    let mut parts = id.split('-');
    let (_, muc, number) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = parts.next().is_none()
        && muc.starts_with("MUC")
        && number.len() >= 4
        && number.bytes().all(|b| b.is_ascii_digit());
    (shaped && line.starts_with(id)).then(|| id.to_owned())
}

fn message(id: String, lines: &[&str]) -> Message {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in lines {
        let words = line.trim();
        if words.is_empty()
            || line.starts_with("   ") && !paragraphs[paragraphs.len() - 1].is_empty()
        {
            paragraphs.push(String::new());
        }
        let last = paragraphs.len() - 1;
        if !words.is_empty() {
            if !paragraphs[last].is_empty() {
                paragraphs[last].push(' ');
            }
            paragraphs[last].push_str(words);
        }
    }
    paragraphs.retain(|p| !p.is_empty());
    let (mut place, mut date) = (String::new(), None);
    if let Some(first) = paragraphs.first_mut()
        && let Some((header, body)) = first.split_once(" -- ")
        && header.len() < 120
    {
        (place, date) = dateline(header);
        *first = body.to_owned();
    }
    for paragraph in &mut paragraphs {
        *paragraph = without_remarks(paragraph);
    }
    paragraphs.retain(|p| !p.is_empty());
    Message {
        id,
        place,
        date,
        paragraphs,
    }
}

/// `GUATEMALA CITY, 4 FEB 90 (ACAN-EFE)`.
fn dateline(header: &str) -> (String, Option<Date>) {
    let (place, rest) = header.split_once(", ").unwrap_or((header, ""));
    let mut words = rest.split_whitespace();
    let mut read = || {
        let day: i8 = words.next()?.parse().ok()?;
        let name = words.next()?;
        let month = MONTHS.iter().position(|m| name.starts_with(m))? as i8 + 1;
        let year: i16 = words.next()?.parse().ok()?;
        Date::new(1900 + year, month, day).ok()
    };
    (place.to_owned(), read())
}

/// Without what stands in brackets before the text: `[TEXT]`, `[COMMUNIQUE] [FMLN]`.
fn without_remarks(paragraph: &str) -> String {
    let mut rest = paragraph.trim();
    while let Some(behind) = rest.strip_prefix('[') {
        match behind.split_once(']') {
            Some((_, body)) => rest = body.trim_start(),
            None => break,
        }
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_an_id_a_header_and_paragraphs() {
        let text = "TST9-MUC9-0001\n\n   LA PAZ (BOLIVIA), 4 FEB 90 (XYZ) -- [TEXT] REBELS LEFT.\nTHEY WON.\n\n   IT RAINED.\n\nTST9-MUC9-0002 (NOSC)\n\n   NO CITY, NO DATE -- [TEXT] A BOMB.\n";
        let found = messages(text).unwrap_or_default();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].place, "LA PAZ (BOLIVIA)");
        assert_eq!(
            found[0].date.map(|d| d.to_string()).as_deref(),
            Some("1990-02-04")
        );
        assert_eq!(
            found[0].paragraphs,
            ["REBELS LEFT. THEY WON.", "IT RAINED."]
        );
        assert_eq!(found[1].date, None);
        assert!(messages("nothing").is_err());
    }
}
