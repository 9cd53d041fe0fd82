//! `dateline read`: pages in, the ledger out.

use super::{engine, jobs};
use crate::args::{self, Format};
use crate::output::{Output, is_broken_pipe, say};
use crate::pages::{self, Source};
use crate::print::{Paper, Tally};
use crate::{SOME_FAILED, interrupt, parallel};
use anyhow::Result;
use dateline::{Engine, Options, Reading};
use dateline_store::{Ledger, PageRecords};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads, prints, stores; the exit status.
pub fn run(args: &args::Read) -> Result<u8> {
    let format = args
        .format
        .or(args.into.is_none().then_some(Format::Ledger));
    let paper = Paper::for_stdout(args.layout);
    let sources = pages::list(&args.paths);
    let ledger = args.into.as_deref().map(Ledger::open).transpose()?;
    let engine = engine(&args.reading)?;
    let options = Options {
        published: args.reading.published,
    };
    interrupt::watch()?;
    let mut run = Run {
        output: Output::new(format, paper)?,
        ledger,
        tally: Tally::new(
            args.reading.published.map(|date| date.to_string()),
            args.reading
                .codebook
                .as_ref()
                .map(|folder| folder.display().to_string()),
            sources.passed_over,
        ),
        progress: progress(args, sources.pages.len()),
        waiting: Vec::new(),
        failure: None,
    };
    parallel::in_order_with_pauses(
        &sources.pages,
        jobs(&args.reading),
        |source| read(&engine, source, &options),
        |page| run.take(page),
    );
    run.finish(args, paper, sources.pages.len())
}

/// Articles stored in one transaction: each transaction costs as much as storing an article.
const BATCH: usize = 64;

/// What a run has in hand.
struct Run {
    output: Output,
    ledger: Option<Ledger>,
    tally: Tally,
    progress: ProgressBar,
    /// Read, but neither stored nor printed.
    waiting: Vec<PageRecords>,
    failure: Option<anyhow::Error>,
}

impl Run {
    /// Takes over what was read from one page, or that nothing comes for a while; whether to go on.
    fn take(&mut self, page: Option<PageRecords>) -> bool {
        let pauses = page.is_none();
        self.progress.inc(u64::from(!pauses));
        self.waiting.extend(page);
        let articles: usize = self.waiting.iter().map(|page| page.articles.len()).sum();
        let is_full = articles >= BATCH || self.waiting.len() >= BATCH;
        if pauses || is_full || self.ledger.is_none() {
            self.store_and_print();
        }
        self.failure.is_none() && !interrupt::asked()
    }

    /// Stores and prints what waits for it, or notes why that failed.
    fn store_and_print(&mut self) {
        let pages = std::mem::take(&mut self.waiting);
        if pages.is_empty() {
            return;
        }
        let mut all = || -> Result<()> {
            if let Some(ledger) = &mut self.ledger {
                self.tally.add_stored(&ledger.write_all(&pages)?);
            }
            pages.iter().try_for_each(|page| self.print(page))
        };
        self.failure = all().err();
    }

    fn print(&mut self, page: &PageRecords) -> Result<()> {
        self.tally.add(page);
        match self.output.page(page) {
            // Nobody reads on, but the rest is still to be stored.
            Err(error) if self.ledger.is_some() && is_broken_pipe(&error) => {
                self.output = Output::Nothing;
                Ok(())
            }
            other => other,
        }
    }

    fn finish(mut self, args: &args::Read, paper: Paper, pages: usize) -> Result<u8> {
        if self.failure.is_none() {
            self.store_and_print();
        }
        self.progress.finish_and_clear();
        let interrupted = interrupt::asked();
        if let Some(mut ledger) = self.ledger.take() {
            if self.failure.is_none() && !interrupted {
                ledger.write_run(&self.tally.run)?;
            }
            // A failure to store tells more than the one to close that it brings about.
            let closed = ledger.close();
            if self.failure.is_none() {
                closed?;
            }
        }
        let mut summary = self.tally.print(paper, args.into.as_deref());
        if interrupted || self.failure.is_some() {
            let read = self.tally.run.pages;
            summary.push_str(&format!("Stopped after {read} of {pages} pages.\n"));
        }
        if let Some(failure) = self.failure {
            if args.into.is_some() && !args.quiet {
                say(summary.trim_end());
            }
            return Err(failure);
        }
        self.output
            .finish(&self.tally.run, (!args.quiet).then_some(summary.as_str()))?;
        Ok(match (interrupted, self.tally.run.quarantined) {
            (true, _) => interrupt::STATUS,
            (false, 0) => 0,
            (false, _) => SOME_FAILED,
        })
    }
}

/// Reads one page. A page that cannot be opened, or on which the engine breaks, is quarantined:
/// it does not end the run.
pub fn read(engine: &Engine, source: &Source, options: &Options) -> PageRecords {
    let quarantined = |reason: String| Reading {
        page: source.name(),
        quarantined: Some(reason),
        ..Reading::default()
    };
    let reading = match source.open() {
        Err(reason) => quarantined(reason),
        Ok(page) => catch_unwind(AssertUnwindSafe(|| engine.read(&page, options)))
            .unwrap_or_else(|_| quarantined("the engine broke on it; please report it".to_owned())),
    };
    reading.records()
}

/// A bar on standard error, where it disturbs nothing that is printed.
fn progress(args: &args::Read, pages: usize) -> ProgressBar {
    let shown = io::stderr().is_terminal() && !args.quiet && pages > 1;
    let prints_there = io::stdout().is_terminal() && (args.format.is_some() || args.into.is_none());
    if !shown || prints_there {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(pages as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} pages, {eta} to go") {
        bar.set_style(style);
    }
    bar
}
