//! `chain_speed STORIES.tar.gz [LIMIT]`: the whole chain, page to stored claims, on one thread.
//!
//! The archive holds SGML files as Reuters-21578 has them; each story becomes a plain text page of
//! title and body. Prints articles and tokens a second of wall time, reading the archive and
//! loading the model left out.

use anyhow::{Context, Result};
use dateline::page::Page;
use dateline::{Engine, Options};
use dateline_store::Ledger;
use flate2::read::GzDecoder;
use std::fs::File;
use std::io::Read;
use std::time::Instant;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let archive = arguments.next().context("name the archive of stories")?;
    let limit = arguments.next().map_or(Ok(usize::MAX), |n| n.parse())?;
    let pages = pages(&archive, limit)?;
    let engine = Engine::new()?;
    let folder = tempfile::tempdir()?;
    let mut ledger = Ledger::open(&folder.path().join("ledger.db"))?;

    let start = Instant::now();
    let (mut articles, mut tokens, mut claims) = (0, 0, 0);
    for page in &pages {
        let reading = engine.read(page, &Options::default());
        ledger.write(&reading.records())?;
        articles += reading.articles.len();
        for article in &reading.articles {
            tokens += article.document.as_ref().map_or(0, |d| d.len());
            claims += article.claims.len();
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "chain articles={articles} claims={claims} seconds={seconds:.1} articles_per_s={:.1} \
         tokens_per_s={:.0}",
        articles as f64 / seconds,
        tokens as f64 / seconds
    );
    Ok(())
}

/// The first `limit` stories that have a body, as pages.
fn pages(archive: &str, limit: usize) -> Result<Vec<Page>> {
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
