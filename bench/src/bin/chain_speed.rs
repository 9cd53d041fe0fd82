//! `chain_speed STORIES.tar.gz [LIMIT]`: the whole chain, page to stored claims, on one thread.
//!
//! The archive holds SGML files as Reuters-21578 has them; each story becomes a plain text page of
//! title and body. Prints articles and tokens a second of wall time, reading the archive and
//! loading the model left out.

use anyhow::{Context, Result};
use dateline::{Engine, Options};
use dateline_bench::stories;
use dateline_store::Ledger;
use std::time::Instant;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let archive = arguments.next().context("name the archive of stories")?;
    let limit = arguments.next().map_or(Ok(usize::MAX), |n| n.parse())?;
    let pages = stories(&archive, limit)?;
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
