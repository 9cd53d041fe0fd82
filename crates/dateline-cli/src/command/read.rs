//! `dateline read`: pages in, the ledger out.

use super::{engine, jobs};
use crate::args::{self, Format};
use crate::output::{Output, is_broken_pipe, say};
use crate::pages::{self, Opened};
use crate::print::{Paper, Tally, count};
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
    let mut sources = pages::list(&args.paths);
    let files = sources.pages.len();
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
            std::mem::take(&mut sources.passed_over),
        ),
        progress: progress(args, files),
        files_read: 0,
        waiting: Vec::new(),
        failure: None,
    };
    parallel::in_order_with_pauses(
        sources.open(),
        jobs(&args.reading),
        |found| {
            let ends_file = found.is_last_of_its_source();
            (read(&engine, &found.open(), &options), ends_file)
        },
        |page| run.take(page),
    );
    run.finish(args, paper, files)
}

/// Articles stored in one transaction: each transaction costs as much as storing an article.
const BATCH: usize = 64;

/// What a run has in hand.
struct Run {
    output: Output,
    ledger: Option<Ledger>,
    tally: Tally,
    progress: ProgressBar,
    files_read: usize,
    /// Read, but neither stored nor printed.
    waiting: Vec<PageRecords>,
    failure: Option<anyhow::Error>,
}

impl Run {
    /// Takes over what was read from one page, or that nothing comes for a while; whether to go on.
    fn take(&mut self, page: Option<(PageRecords, bool)>) -> bool {
        let pauses = page.is_none();
        if let Some((page, ends_file)) = page {
            self.files_read += usize::from(ends_file);
            self.waiting.push(page);
        }
        self.show_progress();
        let articles: usize = self.waiting.iter().map(|page| page.articles.len()).sum();
        let is_full = articles >= BATCH || self.waiting.len() >= BATCH;
        if pauses || is_full || self.ledger.is_none() {
            self.store_and_print();
        }
        self.failure.is_none() && !interrupt::asked()
    }

    fn show_progress(&self) {
        let pages = self.tally.run.pages + self.waiting.len() as u64;
        self.progress.set_position(self.files_read as u64);
        self.progress.set_message(count(pages, "page"));
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

    fn finish(mut self, args: &args::Read, paper: Paper, files: usize) -> Result<u8> {
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
            let (pages, read) = (count(self.tally.run.pages, "page"), self.files_read);
            summary.push_str(&format!(
                "Stopped after {pages}, {read} of {files} files.\n"
            ));
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
pub fn read(engine: &Engine, opened: &Opened, options: &Options) -> PageRecords {
    let quarantined = |reason: String| Reading {
        page: opened.name.clone(),
        quarantined: Some(reason),
        ..Reading::default()
    };
    let reading = match &opened.page {
        Err(reason) => quarantined(reason.clone()),
        Ok(page) => catch_unwind(AssertUnwindSafe(|| engine.read(page, options)))
            .unwrap_or_else(|_| quarantined("the engine broke on it; please report it".to_owned())),
    };
    reading.records()
}

/// A bar on standard error, where it disturbs nothing that is printed.
fn progress(args: &args::Read, files: usize) -> ProgressBar {
    let shown = io::stderr().is_terminal() && !args.quiet && files > 1;
    let prints_there = io::stdout().is_terminal() && (args.format.is_some() || args.into.is_none());
    if !shown || prints_there {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {pos} of {len} files, {msg}, {eta} to go")
    {
        bar.set_style(style);
    }
    bar
}
