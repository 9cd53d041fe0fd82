//! Helpers shared by the benchmarks.

use anyhow::{Context, Result};
use dateline::page::Page;
use flate2::read::GzDecoder;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The English model that Dateline ships.
pub static ENGLISH: &[u8] = include_bytes!("../../models/en_core_web_md.dateline");

/// The texts of a file: every row's `text` in a `.jsonl` file, else the whole file.
pub fn texts(path: &Path) -> Result<Vec<String>> {
    let content = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    if path.extension().is_none_or(|e| e != "jsonl") {
        return Ok(vec![content]);
    }
    let text = |row: &str| -> Result<String> {
        let row: serde_json::Value = serde_json::from_str(row)?;
        let text = row["text"].as_str().context("row without a text")?;
        Ok(text.to_owned())
    };
    content.lines().map(text).collect()
}

/// The first `limit` stories of an archive of Reuters-21578 that have a body, as pages.
pub fn stories(archive: &str, limit: usize) -> Result<Vec<Page>> {
    let file = File::open(archive).with_context(|| format!("cannot open {archive}"))?;
    let mut files = tar::Archive::new(GzDecoder::new(file));
    let mut pages = Vec::new();
    for entry in files.entries()? {
        let mut bytes = Vec::new();
        entry?.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        for story in text.split("</REUTERS>") {
            let (Some(title), Some(body)) = (within(story, "TITLE"), within(story, "BODY")) else {
                continue;
            };
            if pages.len() == limit {
                return Ok(pages);
            }
            let name = format!("story {}", pages.len() + 1);
            let words = format!("{}\n\n{}\n", plain(title), plain(body));
            pages.push(Page::from_bytes(&name, words.as_bytes()));
        }
    }
    Ok(pages)
}

/// What stands between the tags of this name.
fn within<'s>(story: &'s str, tag: &str) -> Option<&'s str> {
    let (_, rest) = story.split_once(&format!("<{tag}>"))?;
    Some(rest.split_once(&format!("</{tag}>"))?.0)
}

/// Words without entities; an indented line starts a paragraph, other line breaks are spaces.
fn plain(words: &str) -> String {
    let words = words
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .replace("&#3;", "");
    let paragraphs: Vec<String> = words
        .split("\n    ")
        .map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    paragraphs.join("\n\n")
}
