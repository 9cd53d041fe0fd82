//! JSON Lines: one article a line, under the keys that crawlers and corpora use.

use crate::article::Articles;
use crate::build::Builder;
use crate::html;
use crate::note::{Note, NoteKind};
use crate::text;
use serde_json::{Map, Value};

const TITLE: &[&str] = &["title", "headline", "name", "head"];
const TEXT: &[&str] = &[
    "text",
    "body",
    "content",
    "maintext",
    "article",
    "articlebody",
    "article_body",
    "full_text",
    "fulltext",
    "article_text",
    "main_text",
    "plain_text",
    "story",
    "raw_text",
    "paragraphs",
    "html",
];
const PUBLISHED: &[&str] = &[
    "published",
    "date",
    "date_publish",
    "publish_date",
    "published_at",
    "publishedat",
    "pubdate",
    "pub_date",
    "publication_date",
    "date_published",
    "datepublished",
    "published_date",
    "publishdate",
    "published_time",
    "datetime",
    "created_at",
    "timestamp",
    "time",
];
const OUTLET: &[&str] = &[
    "source",
    "outlet",
    "publisher",
    "publication",
    "site_name",
    "sitename",
    "source_name",
    "source_domain",
    "domain",
    "newspaper",
    "site",
    "media",
    "host",
    "hostname",
];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator", "writer"];
const URL: &[&str] = &[
    "url",
    "link",
    "source_url",
    "canonical_url",
    "uri",
    "href",
    "article_url",
];
const LANGUAGE: &[&str] = &["language", "lang", "locale", "language_code"];

/// Reads a page of JSON records: one a line, or one array or object for the whole page.
pub(crate) fn articles(page: &str) -> Articles {
    let mut found = Articles::default();
    let whole = whole(page);
    if let Some(Ok(records)) = &whole {
        for (at, record) in records.iter().enumerate() {
            read_record(record, at + 1, None, &mut found);
        }
        return conclude(found);
    }
    for (at, line) in page.lines().enumerate() {
        let number = at + 1;
        if line.trim().is_empty() {
            continue;
        }
        let record = parse(line, number, &mut found.notes);
        for record in record.into_iter().flat_map(listed) {
            read_record(&record, number, Some(number), &mut found);
        }
    }
    // One value over several lines, broken somewhere: its lines alone are no records, and where it
    // breaks tells more than that each of them is none.
    if let (Some(Err(error)), true) = (whole, found.articles.is_empty()) {
        let why = format!("no JSON: {}", reason(&error));
        found.notes = vec![Note::on_line(NoteKind::Malformed, error.line(), why)];
    }
    conclude(found)
}

fn conclude(mut found: Articles) -> Articles {
    if found.articles.is_empty() {
        found.quarantined = Some("no record of the page holds an article".to_owned());
    }
    found
}

/// The records of a page that is one JSON value over several lines, or an array; nothing where each
/// line is a value of its own.
fn whole(page: &str) -> Option<serde_json::Result<Vec<Value>>> {
    let page = page.trim_end();
    let one_line_objects = page.trim_start().starts_with('{')
        && page
            .lines()
            .next()
            .is_some_and(|line| line.trim_end().ends_with('}'));
    if one_line_objects {
        return None;
    }
    match serde_json::from_str(&without_lone_surrogates(page).0) {
        Ok(Value::Array(records)) => Some(Ok(records)),
        Ok(record @ Value::Object(_)) => Some(Ok(listed(record))),
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    }
}

/// The records that an object lists, as the answer of a search does; else the object itself.
fn listed(object: Value) -> Vec<Value> {
    const LISTS: [&str; 7] = [
        "articles",
        "items",
        "results",
        "docs",
        "documents",
        "data",
        "hits",
    ];
    let holds =
        |record: &Value, names: &[&str]| names.iter().any(|name| record.get(name).is_some());
    let list = LISTS
        .iter()
        .filter_map(|name| object.get(name)?.as_array())
        .find(|list| {
            list.iter()
                .any(|record| holds(record, TITLE) || holds(record, TEXT))
        });
    match list {
        Some(list) if !holds(&object, TEXT) => list.clone(),
        _ => vec![object],
    }
}

/// What is wrong and in which column; the line is said by the note.
fn reason(error: &serde_json::Error) -> String {
    /// What the parser says, and in plain words.
    const PLAIN: [(&str, &str); 13] = [
        ("EOF while parsing a string", "it ends within a string"),
        ("EOF while parsing a list", "it ends within a list"),
        ("EOF while parsing an object", "it ends within an object"),
        ("EOF while parsing", "it ends where a value should stand"),
        ("expected ident", "a word that is not true, false or null"),
        ("expected value", "no value begins here"),
        (
            "expected `,` or",
            "a comma or the closing bracket is missing",
        ),
        ("expected `:`", "a colon is missing"),
        (
            "key must be a string",
            "a key that does not stand in double quotes",
        ),
        ("trailing characters", "more follows behind its end"),
        ("trailing comma", "a comma too many"),
        ("control character", "a control character within a string"),
        ("recursion limit", "it is nested too deep"),
    ];
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default();
    let plain = PLAIN.iter().find(|(said, _)| what.starts_with(said));
    let what = plain.map_or(what, |(_, plain)| plain);
    format!("{what} (column {})", error.column())
}

/// Parses one line; what cannot be parsed becomes a note.
fn parse(line: &str, number: usize, notes: &mut Vec<Note>) -> Option<Value> {
    let (mended, replaced) = without_lone_surrogates(line);
    if replaced > 0 {
        let why = format!("{replaced} lone surrogates became U+FFFD");
        notes.push(Note::on_line(NoteKind::Encoding, number, why));
    }
    match serde_json::from_str(&mended) {
        Ok(value) => Some(value),
        Err(error) => {
            let why = format!("no JSON record: {}", reason(&error));
            notes.push(Note::on_line(NoteKind::Malformed, number, why));
            None
        }
    }
}

/// Replaces `\uD800`…`\uDFFF` escapes that stand alone: half a character says nothing.
fn without_lone_surrogates(json: &str) -> (std::borrow::Cow<'_, str>, usize) {
    let bytes = json.as_bytes();
    let unit = |at: usize| {
        let digits = json.get(at + 2..at + 6)?;
        (bytes.get(at) == Some(&b'\\') && bytes.get(at + 1) == Some(&b'u'))
            .then(|| u16::from_str_radix(digits, 16).ok())
            .flatten()
    };
    let mut out = String::new();
    let (mut copied, mut at, mut replaced) = (0, 0, 0);
    while let Some(found) = json[at..].find('\\') {
        at += found;
        let Some(code) = unit(at) else {
            // An escaped character, which may be a backslash itself: skip both.
            at += 1 + json[at + 1..].chars().next().map_or(0, char::len_utf8);
            continue;
        };
        let paired = (0xD800..0xDC00).contains(&code)
            && unit(at + 6).is_some_and(|low| (0xDC00..0xE000).contains(&low));
        if paired {
            at += 12;
            continue;
        }
        if (0xD800..0xE000).contains(&code) {
            out.push_str(&json[copied..at]);
            out.push_str("\\ufffd");
            copied = at + 6;
            replaced += 1;
        }
        at += 6;
    }
    if replaced == 0 {
        return (json.into(), 0);
    }
    out.push_str(&json[copied..]);
    (out.into(), replaced)
}

/// Reads one record; `line` is where it stands, if it has a line of its own.
fn read_record(record: &Value, number: usize, line: Option<usize>, found: &mut Articles) {
    let Some(object) = record.as_object() else {
        let why = "a JSON value that is no record";
        found
            .notes
            .push(Note::on_line(NoteKind::Malformed, number, why));
        return;
    };
    let keys: Map<String, Value> = object
        .iter()
        .map(|(key, value)| (key.to_lowercase(), value.clone()))
        .collect();
    let title = first(&keys, TITLE);
    let body = first_text(&keys);
    if title.is_none() && body.is_none() {
        let why = "a record without title and text";
        found
            .notes
            .push(Note::on_line(NoteKind::Malformed, number, why));
        return;
    }
    let mut builder = story(title.as_deref(), body.as_deref().unwrap_or(""));
    let stated = PUBLISHED
        .iter()
        .filter_map(|key| keys.get(*key))
        .find_map(date);
    builder.published = stated.or(builder.published);
    builder.outlet = first(&keys, OUTLET).or(builder.outlet);
    builder.byline = first(&keys, AUTHOR)
        .map(|name| text::byline::author(&name))
        .or(builder.byline);
    builder.url = first(&keys, URL);
    builder.declared_language = first(&keys, LANGUAGE);
    builder.lines = line
        .and_then(|line| u32::try_from(line).ok())
        .map(|line| (line, line));
    for discard in &mut builder.discards {
        discard.line = line.and_then(|line| u32::try_from(line).ok());
    }
    if builder.has_prose() {
        found.articles.push(builder.finish());
    } else {
        let why = "a record without any text";
        found
            .notes
            .push(Note::on_line(NoteKind::Empty, number, why));
    }
}

/// The text's lines, weighed; markup in the field is read as markup.
pub(crate) fn story(title: Option<&str>, body: &str) -> Builder {
    let title = title.map(|title| {
        if html::has_markup(title) {
            html::plain_lines(title).join(" ")
        } else {
            title.to_owned()
        }
    });
    let lines = if html::has_markup(body) {
        html::plain_lines(body)
    } else {
        text::paragraphs(body)
    };
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    text::single(title.as_deref(), &lines)
}

/// The first key that holds words: a string, the names in a list, or an object's name.
fn first(keys: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .filter_map(|name| keys.get(*name))
        .find_map(words)
}

fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(items) => items
            .iter()
            .filter_map(words)
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(object) => ["name", "title", "domain", "id"]
            .iter()
            .filter_map(|key| object.get(*key))
            .find_map(words)?,
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The article's text: a string, or a list of paragraphs.
fn first_text(keys: &Map<String, Value>) -> Option<String> {
    TEXT.iter()
        .filter_map(|name| keys.get(*name))
        .find_map(|value| match value {
            Value::Array(items) => {
                let paragraphs: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                Some(paragraphs.join("\n\n")).filter(|text| !text.trim().is_empty())
            }
            Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            _ => None,
        })
}

/// A stated date: words, or seconds or milliseconds since 1970.
fn date(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => html::date(text),
        Value::Number(number) => {
            let number = number.as_i64()?;
            let seconds = if number.abs() > 100_000_000_000 {
                number / 1000
            } else {
                number
            };
            // Small numbers are years or counters, not instants.
            let instant = jiff::Timestamp::from_second(seconds)
                .ok()
                .filter(|_| seconds > 100_000_000)?;
            Some(instant.to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_keys_are_read() {
        let line = r#"{"URL": "https://example.org/a", "headline": "Ferry towed back to Kalem", "body": "A ferry was towed back to Kalem on Monday.\n\nNobody was hurt, the harbour office said.", "pubDate": "2025-03-12T10:22:00Z", "publisher": {"name": "Kalem Post"}, "authors": ["Amina Odhiambo", {"name": "Piotr Zalewski"}]}"#;
        let found = articles(line);
        let article = &found.articles[0];
        assert_eq!(article.title_text(), Some("Ferry towed back to Kalem"));
        assert_eq!(article.published.as_deref(), Some("2025-03-12T10:22Z"));
        assert_eq!(article.outlet.as_deref(), Some("Kalem Post"));
        assert_eq!(
            article.byline.as_deref(),
            Some("Amina Odhiambo, Piotr Zalewski")
        );
        assert_eq!(article.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(article.body().count(), 2);
    }

    #[test]
    fn bad_lines_become_notes_and_cost_nothing_else() {
        let page = "{\"title\": \"One ferry\", \"text\": \"It sank.\"}\n{broken\n[1]\n{\"x\": 1}\n{\"title\": \"Two ferries\", \"text\": \"They sank \\ud83d.\"}\n";
        let found = articles(page);
        assert_eq!(found.articles.len(), 2);
        let lines: Vec<Option<u32>> = found.notes.iter().map(|note| note.line).collect();
        assert_eq!(lines, [Some(2), Some(3), Some(4), Some(5)]);
        assert!(found.articles[1].text.contains('\u{FFFD}'));
        assert_eq!(found.articles[1].lines, Some((5, 5)));
    }

    #[test]
    fn the_answer_of_a_search_is_its_articles() {
        let page = "{\"status\": \"ok\", \"articles\": [{\"title\": \"One ferry\", \"content\": \"It sank.\"}, {\"title\": \"Two ferries\", \"content\": \"They sank.\"}]}";
        for page in [page.to_owned(), page.replace(", ", ",\n")] {
            let found = articles(&page);
            assert_eq!(found.articles.len(), 2, "{page}");
        }
        let story = "{\"title\": \"One ferry\", \"text\": \"It sank.\", \"items\": [{\"id\": 1}]}";
        assert_eq!(articles(story).articles.len(), 1);
    }

    #[test]
    fn what_is_broken_is_said_in_plain_words() {
        for (line, said) in [
            (
                "{\"title\": nope}",
                "a word that is not true, false or null (column 12)",
            ),
            ("{\"title\": \"One", "it ends within a string (column 14)"),
            ("{\"title\": }", "no value begins here (column 11)"),
            ("{\"title\" 1}", "a colon is missing (column 10)"),
            (
                "{title: 1}",
                "a key that does not stand in double quotes (column 2)",
            ),
            (
                "{\"title\": 1} x",
                "more follows behind its end (column 14)",
            ),
        ] {
            let mut notes = Vec::new();
            assert!(parse(line, 1, &mut notes).is_none());
            assert_eq!(notes[0].text, format!("no JSON record: {said}"), "{line}");
        }
    }

    #[test]
    fn a_broken_array_is_said_to_break_where_it_does() {
        let page = "[\n  {\n    \"title\": \"One ferry\"\n    \"text\": \"It sank.\"\n  }\n]\n";
        let found = articles(page);
        assert_eq!(
            found.notes,
            [Note::on_line(
                NoteKind::Malformed,
                4,
                "no JSON: a comma or the closing bracket is missing (column 5)"
            )]
        );
        assert!(found.quarantined.is_some());
    }

    #[test]
    fn paired_surrogates_and_escaped_backslashes_stay() {
        assert_eq!(without_lone_surrogates(r"\ud83d\ude00 \\ud83d").1, 0);
        assert_eq!(without_lone_surrogates(r"\ude00\ud83d").1, 2);
        assert_eq!(without_lone_surrogates("\\").1, 0);
    }

    #[test]
    fn arrays_and_markup_are_tolerated() {
        let page = r#"[
          {"title": "Ferry &amp; bus strike", "content": "<p>Ferries stopped on Monday.</p><p>Buses <b>followed</b>.</p>", "date": 1741774920}
        ]"#;
        let found = articles(page);
        let article = &found.articles[0];
        assert_eq!(article.title_text(), Some("Ferry & bus strike"));
        let body: Vec<&str> = article
            .body()
            .map(|part| part.span.slice(&article.text))
            .collect();
        assert_eq!(body, ["Ferries stopped on Monday.", "Buses followed."]);
        assert_eq!(article.published.as_deref(), Some("2025-03-12T10:22:00Z"));
    }
}
