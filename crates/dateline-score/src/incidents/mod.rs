//! `incidents DIR`: the one shooting that a local news text is about, against the record of the Gun
//! Violence Archive (SemEval-2018 task 5: `docs.jsonl`, `incidents.jsonl`).
//!
//! The archive keeps one record an incident, with numbers where Dateline keeps what each source
//! says. The figures of a document are made here from its reading (`answer`), by the archive's
//! conventions: who is not said to be hurt was not (0 stands where nothing is said), who died is not
//! counted as injured too, the day is the shooting's, and where no day is told it is that of the
//! text. A document is scored if it has 30 words or more and its incident has a record.
//!
//! `killed_exact`, `injured_exact`, `date_exact`, `city_exact`: share of documents whose figure is
//! the record's.

mod answer;
mod gold;
mod place;

use crate::measure::{Share, figure};
use anyhow::{Context, Result, bail};
use dateline::Engine;
use std::fmt::Write;
use std::path::Path;

/// Runs the task: `DIR [--errors]`.
///
/// # Errors
/// If the files cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("usage: incidents DIR [--errors]");
    };
    let documents = gold::load(Path::new(folder))?;
    if documents.is_empty() {
        bail!("no document with a record under {folder}");
    }
    let engine = Engine::new().context("the engine cannot be set up")?;
    let mut shares = [Share::default(); 4];
    let mut report = String::new();
    for document in &documents {
        let answer = answer::of(&engine, document);
        let gold = &document.incident;
        let right = [
            answer.killed == gold.killed,
            answer.injured == gold.injured,
            answer.day == Some(gold.day),
            gold.is_in(&answer.cities),
        ];
        for (share, right) in shares.iter_mut().zip(right) {
            share.judge(right);
        }
        if errors && right.contains(&false) {
            write_error(&mut report, document, &answer, right)?;
        }
    }
    let names = ["killed_exact", "injured_exact", "date_exact", "city_exact"];
    writeln!(report, "{} documents", documents.len())?;
    write!(report, "incidents")?;
    for (name, share) in names.iter().zip(shares) {
        write!(report, " {name}={}", figure(share.value()))?;
    }
    Ok(report)
}

fn write_error(
    report: &mut String,
    document: &gold::Document,
    answer: &answer::Answer,
    right: [bool; 4],
) -> Result<()> {
    let gold = &document.incident;
    let wrong: String = ["K", "I", "D", "C"]
        .iter()
        .zip(right)
        .map(|(letter, right)| if right { "-" } else { *letter })
        .collect();
    writeln!(
        report,
        "{wrong} {} | {} | gold {} {} {} {} | answer {} {} {} {} | {}",
        document.id,
        document.published,
        gold.killed,
        gold.injured,
        gold.day,
        gold.city,
        answer.killed,
        answer.injured,
        answer.day.map_or("–".into(), |d| d.to_string()),
        answer.cities.first().map_or("–", |c| c),
        document.title,
    )?;
    for line in &answer.trail {
        writeln!(report, "      {line}")?;
    }
    Ok(())
}
