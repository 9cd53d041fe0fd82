//! `dateline codebook test`: the codebook's examples, run.

use super::codebook;
use crate::SOME_FAILED;
use crate::args::Layout;
use crate::output::stdout;
use crate::print::{Paper, count};
use anyhow::Result;
use dateline::Engine;
use std::io::Write;
use std::path::Path;

/// Runs all examples and prints those that fail; the exit status.
pub fn run(folder: Option<&Path>, layout: Layout) -> Result<u8> {
    let engine = Engine::with_codebook(codebook(folder)?)?;
    let report = engine.test_codebook();
    let paper = Paper::for_stdout(layout);
    let mut out = String::new();
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
