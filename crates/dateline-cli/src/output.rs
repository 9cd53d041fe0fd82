//! Where readings are printed, in the format that was asked for.

use crate::args::Format;
use crate::print::{self, Paper};
use anyhow::Result;
use dateline_store::{ClaimCsv, PageRecords, Record, RunRecord, StoreError, write_jsonl};
use std::fmt::Display;
use std::io::{self, BufWriter, StdoutLock, Write};

/// Printer of readings on standard output.
pub enum Output {
    /// For people.
    Ledger(BufWriter<anstream::AutoStream<StdoutLock<'static>>>, Paper),
    /// One record a line.
    Jsonl(BufWriter<StdoutLock<'static>>),
    /// One row a claim.
    Csv(Box<ClaimCsv<BufWriter<StdoutLock<'static>>>>),
    /// Nothing: the readings go elsewhere.
    Nothing,
}

impl Output {
    /// Standard output in this format.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn new(format: Option<Format>, paper: Paper) -> Result<Self> {
        let plain = || BufWriter::new(io::stdout().lock());
        Ok(match format {
            Some(Format::Ledger) => Self::Ledger(BufWriter::new(stdout(paper)), paper),
            Some(Format::Jsonl) => Self::Jsonl(plain()),
            Some(Format::Csv) => Self::Csv(Box::new(ClaimCsv::new(plain())?)),
            None => Self::Nothing,
        })
    }

    /// Prints what was read from a page.
    ///
    /// # Errors
    /// If standard output cannot be written.
    pub fn page(&mut self, page: &PageRecords) -> Result<()> {
        match self {
            Self::Ledger(to, paper) => {
                let mut text = String::new();
                for article in &page.articles {
                    print::article(*paper, &mut text, article);
                }
                to.write_all(text.as_bytes())?;
                to.flush()?;
            }
            Self::Jsonl(to) => {
                for record in page.records() {
                    write_jsonl(to, record)?;
                }
                to.flush()?;
            }
            Self::Csv(table) => table.write(page)?,
            Self::Nothing => {}
        }
        Ok(())
    }

    /// Ends the print: the run's own record, or its summary in words. What another program reads
    /// stays free of words; they go to standard error there.
    ///
    /// # Errors
    /// If standard output cannot be written.
    pub fn finish(self, run: &RunRecord, summary: Option<&str>) -> Result<()> {
        match (self, summary) {
            (Self::Ledger(mut to, _), Some(summary)) => {
                to.write_all(summary.as_bytes())?;
                to.flush()?;
                return Ok(());
            }
            (Self::Jsonl(mut to), _) => {
                write_jsonl(&mut to, Record::Run(run))?;
                to.flush()?;
            }
            _ => {}
        }
        if let Some(summary) = summary {
            say(summary.trim_end());
        }
        Ok(())
    }
}

/// Standard output that shows colour as the paper says.
pub fn stdout(paper: Paper) -> anstream::AutoStream<StdoutLock<'static>> {
    let choice = if paper.colored {
        anstream::ColorChoice::Always
    } else {
        anstream::ColorChoice::Never
    };
    anstream::AutoStream::new(io::stdout().lock(), choice)
}

/// Says words to the person, beside what is printed. That nobody listens any more (`2>&1 | head`) is no
/// failure.
pub fn say(words: impl Display) {
    let _ = writeln!(anstream::stderr(), "{words}");
}

/// Whether an error says that the reader of our output went away.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<StoreError>()
            .is_some_and(StoreError::is_broken_pipe)
            || cause
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
