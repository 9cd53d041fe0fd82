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

//!
//! Then the documents are fused (`dateline::event::fusion`), each reduced to the one happening that it is
//! about (`fused::main_happening`; users get every incident of an article fused) with the day and city
//! answered above. `b3`: B-cubed over all documents; `singletons_b3`: the same with each document
//! alone; `pairwise_f`: pairs of documents of incidents that have several; `pairwise_all_f`: of all.
//! `killed_incident`, `injured_incident`: share of incidents whose figure is the record's, taken from
//! the group that holds most of the incident's documents (of equals the first): the figure most
//! voices give, of equals the one told last; texts that tell of none before the first that tells of some do
//! not count. `--errors` lists each incident whose figures are not the record's, with its documents'.

mod answer;
mod fused;
mod gold;
mod place;

use crate::measure::{Share, figure};
use anyhow::{Context, Result, bail};
use dateline::Engine;
use jiff::civil::Date;
use std::fmt::Write;
use std::path::Path;

/// The articles as pages have them, headline first, with their day of publication.
///
/// # Errors
/// If the files cannot be read.
pub(crate) fn documents(folder: &Path) -> Result<Vec<(String, Date)>> {
    let documents = gold::load(folder)?;
    let page = |d: gold::Document| (format!("{}\n\n{}", d.title.trim(), d.text), d.published);
    Ok(documents.into_iter().map(page).collect())
}

/// Runs the task: `DIR [--errors] [--profiles=FILE]`; what the fusion sees is written as JSON lines, for people who
/// look into the fusion.
///
/// # Errors
/// If the files cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("usage: incidents DIR [--errors] [--profiles=FILE]");
    };
    let documents = gold::load(Path::new(folder))?;
    if documents.is_empty() {
        bail!("no document with a record under {folder}");
    }
    let engine = Engine::new().context("the engine cannot be set up")?;
    let mut shares = [Share::default(); 4];
    let mut report = String::new();
    let mut tellings = Vec::with_capacity(documents.len());
    for document in &documents {
        let reading = answer::read(&engine, document);
        let answer = answer::of(&engine, &reading, document);
        tellings.push(fused::Telling::of(&reading, document, &answer));
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
    if let Some(file) = arguments.iter().find_map(|a| a.strip_prefix("--profiles=")) {
        fused::write_profiles(Path::new(file), &tellings)?;
    }
    let fused = fused::Figures::of(&tellings);
    if errors {
        write!(report, "{}", fused.wrong)?;
    }
    write!(report, "{}", fused.details)?;
    writeln!(report, "{} documents", documents.len())?;
    write!(report, "incidents")?;
    for (name, share) in names.iter().zip(shares) {
        write!(report, " {name}={}", figure(share.value()))?;
    }
    write!(report, " {}", fused.line)?;
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
        answer.cities.join(", "),
        document.title,
    )?;
    for line in &answer.trail {
        writeln!(report, "      {line}")?;
    }
    Ok(())
}
