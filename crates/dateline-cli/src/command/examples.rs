//! `dateline codebook test`: the codebook's examples, run.

use super::codebook;
use crate::SOME_FAILED;
use crate::args::Layout;
use crate::output::stdout;
use crate::print::{Paper, count};
use anyhow::Result;
use dateline::Engine;
use dateline::event::codebook::Codebook;
use std::io::Write;
use std::path::Path;

/// Runs all examples and prints those that fail; the exit status.
pub fn run(folder: Option<&Path>, layout: Layout) -> Result<u8> {
    let engine = Engine::with_codebook(codebook(folder)?)?;
    let report = engine.test_codebook();
    let paper = Paper::for_stdout(layout);
    let mut out = String::new();
    if folder.is_some() {
        for note in replaced(engine.codebook())? {
            paper.hanging(&mut out, "", "  ", &note);
        }
    }
    let mut failed = 0;
    for outcome in report.failures() {
        failed += 1;
        paper.hanging(
            &mut out,
            "",
            "  ",
            &format!("{}: {}", outcome.place, outcome.text),
        );
        let fired = if outcome.fired.is_empty() {
            "nothing".to_owned()
        } else {
            outcome.fired.join(", ")
        };
        paper.hanging(
            &mut out,
            "  ",
            "    ",
            &format!("{} fired: {fired}", outcome.entry),
        );
        for problem in &outcome.problems {
            paper.hanging(&mut out, "  ", "    ", problem);
        }
    }
    let entries = engine.codebook().entries().len();
    let all = report.outcomes.len();
    out.push_str(&format!(
        "{}, {}, {failed} failed.\n",
        count(entries as u64, "entry"),
        count(all as u64, "example")
    ));
    stdout(paper).write_all(out.as_bytes())?;
    Ok(if failed == 0 { 0 } else { SOME_FAILED })
}

/// Which built-in entries the user's took the place of: their words are gone, which is easily done without
/// meaning it.
fn replaced(book: &Codebook) -> Result<Vec<String>> {
    let built_in = Codebook::built_in()?;
    let pairs = book.entries().iter().filter_map(|own| {
        let other = built_in.entries().iter().find(|e| e.name == own.name)?;
        (other.file != own.file).then_some((own, other))
    });
    let note = pairs.map(|(own, other)| {
        let words = (other.verbs.len() + other.nouns.len()) as u64;
        format!(
            "{}:{}: {} takes the place of the built-in {} and its {}; a `variant` would set it beside it",
            own.file,
            own.line,
            own.name,
            other.file,
            count(words, "pattern")
        )
    });
    Ok(note.collect())
}
