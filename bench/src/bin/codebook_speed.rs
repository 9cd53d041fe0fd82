//! `codebook_speed STORIES.tar.gz [LIMIT] [ENTRIES]`: what more codebook entries cost.
//!
//! Reads the same stories with the built-in codebook and with as many entries more (1,000 if not
//! said), turn by turn, five times, on one thread, and prints the best time of each and their ratio.
//! The added entries use words of the built-in ones in new company, so that they are looked up and
//! screened as often as real ones.

use anyhow::{Context, Result};
use dateline::event::codebook::Codebook;
use dateline::page::Page;
use dateline::{Engine, Options};
use dateline_bench::stories;
use std::time::{Duration, Instant};

const TURNS: usize = 5;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let archive = arguments.next().context("name the archive of stories")?;
    let limit = arguments.next().map_or(Ok(300), |n| n.parse())?;
    let more = arguments.next().map_or(Ok(1000), |n| n.parse())?;
    let pages = stories(&archive, limit)?;
    let small = Engine::new()?;
    let added = entries(small.codebook(), more);
    let files = added
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let large = Engine::with_codebook(Codebook::built_in_with(files)?)?;
    let (mut best_small, mut best_large) = (Duration::MAX, Duration::MAX);
    for _ in 0..TURNS {
        best_small = best_small.min(time(&small, &pages));
        best_large = best_large.min(time(&large, &pages));
    }
    println!(
        "codebook stories={} entries={} and {} seconds={:.2} and {:.2} ratio={:.3}",
        pages.len(),
        small.codebook().entries().len(),
        large.codebook().entries().len(),
        best_small.as_secs_f64(),
        best_large.as_secs_f64(),
        best_large.as_secs_f64() / best_small.as_secs_f64()
    );
    Ok(())
}

fn time(engine: &Engine, pages: &[Page]) -> Duration {
    let start = Instant::now();
    for page in pages {
        engine.read(page, &Options::default());
    }
    start.elapsed()
}

/// Entries whose heads are those of the built-in patterns, in turn, each with an object of its own.
fn entries(codebook: &Codebook, count: usize) -> Vec<(String, String)> {
    let heads: Vec<&str> = codebook
        .entries()
        .iter()
        .flat_map(|e| &e.verbs)
        .flat_map(|p| &p.head)
        .map(|h| &**h)
        .collect();
    (0..count)
        .map(|k| {
            let verb = |n: usize| heads[(k * 7 + n) % heads.len()];
            let text = format!(
                "event = \"ASSAULT\"\nvariant = \"more-{k}\"\ngloss = \"Added.\"\nframe = \"attack\"\n\
                 verbs = [\"{} gizmo{k}\", \"{} widget{k}|gadget{k} on\", \"{} over|at doodad{k}\"]\n",
                verb(0),
                verb(1),
                verb(2)
            );
            (format!("more-{k}.toml"), text)
        })
        .collect()
}
