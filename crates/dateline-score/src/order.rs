//! `order DIR [ARTICLES] [ROUNDS]`: whether a ledger's incidents across articles are the same whatever the order
//! in which articles came, on however many threads they were read, and whether they were fused once or as they came.
//!
//! Real articles (`docs.jsonl` of the incidents data) are read and stored as users' pages are. The first
//! round takes them as they stand, on one thread, and fuses once; each further one shuffles them, reads on
//! one to four threads and fuses after each of one to three parts. `equal` counts the rounds whose
//! incidents, as JSON, are those of the first byte for byte.

use crate::incidents::documents;
use anyhow::{Context, Result, bail};
use dateline::page::Page;
use dateline::{Engine, Options};
use dateline_store::{Ledger, PageRecords};
use jiff::civil::Date;
use std::path::Path;

/// Runs the task.
///
/// # Errors
/// If the files cannot be read, the engine cannot be set up, or there is no room for a ledger.
pub fn run(arguments: &[String]) -> Result<String> {
    let number = |at: usize, otherwise: usize| match arguments.get(at) {
        Some(text) => text.parse().with_context(|| format!("{text} is no number")),
        None => Ok(otherwise),
    };
    let Some(folder) = arguments.first() else {
        bail!("usage: order DIR [ARTICLES] [ROUNDS]");
    };
    let (articles, rounds) = (number(1, 500)?, number(2, 20)?.max(1));
    let mut texts = documents(Path::new(folder))?;
    texts.truncate(articles);
    let engine = Engine::new().context("the engine cannot be set up")?;
    let first = incidents(&engine, &texts, 1, 1)?;
    let mut state = 1u64;
    let mut equal = 1;
    for round in 1..rounds {
        for i in (1..texts.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            texts.swap(i, (state >> 33) as usize % (i + 1));
        }
        let again = incidents(&engine, &texts, 1 + round % 4, 1 + round % 3)?;
        equal += usize::from(again == first);
    }
    Ok(format!(
        "{} bytes of incidents\norder articles={} rounds={rounds} equal={equal}",
        first.len(),
        texts.len()
    ))
}

/// The incidents across articles of a new ledger of these texts, as JSON.
fn incidents(
    engine: &Engine,
    texts: &[(String, Date)],
    threads: usize,
    parts: usize,
) -> Result<String> {
    let read = |(text, published): &(String, Date)| -> PageRecords {
        // A page is called by what it holds: its name is the same in every order.
        let page = Page::from_bytes("page.txt", text.as_bytes());
        let options = Options {
            published: Some(*published),
        };
        engine.read(&page, &options).records()
    };
    let share = texts.len().div_ceil(threads).max(1);
    let mut pages: Vec<PageRecords> = Vec::with_capacity(texts.len());
    std::thread::scope(|scope| {
        let running: Vec<_> = texts
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(read).collect::<Vec<_>>()))
            .collect();
        for part in running {
            // A thread that broke is missed by the comparison.
            pages.extend(part.join().unwrap_or_default());
        }
    });
    for page in &mut pages {
        let ids: Vec<&str> = page
            .articles
            .iter()
            .map(|a| a.article.id.as_str())
            .collect();
        let name = ids.join(" ");
        for article in &mut page.articles {
            article.article.page.clone_from(&name);
        }
        page.page.name = name;
    }
    let folder = tempfile::tempdir()?;
    let mut ledger = Ledger::open(&folder.path().join("ledger.db"))?;
    for part in pages.chunks(pages.len().div_ceil(parts).max(1)) {
        ledger.write_all(part)?;
        dateline::fuse(&mut ledger)?;
    }
    Ok(serde_json::to_string(&ledger.fused()?)?)
}
