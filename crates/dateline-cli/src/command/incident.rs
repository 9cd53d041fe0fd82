//! `dateline incident`: what people decide about incidents across articles.

use super::fuse::{open, told};
use super::show::find;
use crate::args::{Deciding, IncidentCommand};
use crate::output::stdout;
use crate::print::{Paper, clean};
use anyhow::{Context, Result, bail};
use dateline_store::{By, DecisionRecord, Found, FusedRecord, Ledger};
use std::io::Write;

/// Does what was asked; the exit status.
pub fn run(command: &IncidentCommand) -> Result<u8> {
    match command {
        IncidentCommand::Split {
            db,
            incident,
            tellings,
            deciding,
        } => {
            let mut ledger = open(db)?;
            let fused = match whole(&ledger, incident)? {
                Whole::Fused(fused) => fused,
                Whole::Alone(id) => {
                    bail!("{id} has one telling: there is nothing to split")
                }
            };
            let parted = tellings
                .iter()
                .map(|given| telling(&fused, given))
                .collect::<Result<Vec<_>>>()?;
            let when = now();
            let (number, changes) =
                dateline::split(&mut ledger, &fused, &parted, &by(deciding, &when))?;
            ledger.close()?;
            println!("Decision {number}: split {}. {}", fused.id, told(&changes));
        }
        IncidentCommand::Merge {
            db,
            incidents,
            deciding,
        } => merge(&mut open(db)?, incidents, deciding)?,
        IncidentCommand::Undo {
            db,
            decision,
            deciding,
        } => {
            let mut ledger = open(db)?;
            let when = now();
            let (number, changes) = dateline::undo(&mut ledger, *decision, &by(deciding, &when))?;
            let undone = ledger.decisions()?;
            ledger.close()?;
            let undone = undone.iter().find(|d| d.number == number);
            let undone = undone.and_then(|d| d.undoes).unwrap_or_default();
            println!(
                "Decision {number}: undone decision {undone}. {}",
                told(&changes)
            );
        }
        IncidentCommand::Decisions { db, layout } => {
            let ledger = Ledger::open_read_only(db)?;
            let paper = Paper::for_stdout(*layout);
            let mut out = String::new();
            list(&ledger, paper, &mut out)?;
            stdout(paper).write_all(out.as_bytes())?;
        }
    }
    Ok(0)
}

fn merge(ledger: &mut Ledger, incidents: &[String], deciding: &Deciding) -> Result<()> {
    let when = now();
    let by = by(deciding, &when);
    // All are looked up before anything is decided.
    let named = incidents
        .iter()
        .map(|id| whole(ledger, id))
        .collect::<Result<Vec<_>>>()?;
    let sides: Vec<(String, Vec<String>)> = named.into_iter().map(Whole::side).collect();
    let Some((first, others)) = sides.split_first() else {
        bail!("name two incidents or more");
    };
    for (i, other) in others.iter().enumerate() {
        if sides[..=i].iter().any(|side| side.1 == other.1) {
            bail!(
                "{} cannot be merged with itself; nothing was changed",
                other.0
            );
        }
    }
    for other in others {
        let pair = [(first.0.as_str(), &first.1[..]), (&other.0, &other.1[..])];
        let (number, changes) = dateline::merge(ledger, pair, &by)?;
        println!(
            "Decision {number}: merged {} and {}. {}",
            first.0,
            other.0,
            told(&changes)
        );
    }
    Ok(())
}

/// An incident, as a whole.
enum Whole {
    /// That several articles tell.
    Fused(FusedRecord),
    /// That one article tells, by its id.
    Alone(String),
}

impl Whole {
    /// Its id and tellings.
    fn side(self) -> (String, Vec<String>) {
        match self {
            Whole::Fused(fused) => {
                let tellings = fused.tellings.into_iter().map(|t| t.incident).collect();
                (fused.id, tellings)
            }
            Whole::Alone(id) => (id.clone(), vec![id]),
        }
    }
}

/// The incident that an id or its beginning names: across articles, where the article's own is part of
/// one.
fn whole(ledger: &Ledger, id: &str) -> Result<Whole> {
    let gone = || format!("{id} is no incident any more");
    Ok(match find(ledger, id)? {
        Found::Fused(id) => Whole::Fused(ledger.fused_incident(&id)?.with_context(gone)?),
        Found::Incident(id) => match ledger.fused_with(&id)? {
            Some(fused) => Whole::Fused(fused),
            None => Whole::Alone(id),
        },
        other => bail!("{} is not an incident", other.id()),
    })
}

/// The one telling that is given by the beginning of its id, of its article's id, or of the part after the
/// full stop.
fn telling(fused: &FusedRecord, given: &str) -> Result<String> {
    let names = |id: &str| {
        let handle = id.split_once('.').map_or("", |(_, handle)| handle);
        id.starts_with(given) || handle.starts_with(given)
    };
    let found: Vec<&str> = fused
        .tellings
        .iter()
        .map(|telling| telling.incident.as_str())
        .filter(|id| names(id))
        .collect();
    match found[..] {
        [one] => Ok(one.to_owned()),
        [] => bail!(
            "{} has no telling that begins with {given}; nothing was changed",
            fused.id
        ),
        _ => bail!(
            "{given} may be any of these; give more of it:\n  {}",
            found.join("\n  ")
        ),
    }
}

fn by<'b>(deciding: &'b Deciding, when: &'b str) -> By<'b> {
    By {
        who: &deciding.who,
        made_at: when,
        note: deciding.note.as_deref(),
    }
}

/// The present second, in UTC.
#[allow(
    clippy::disallowed_methods,
    reason = "a person's decision is dated, and only here is a clock"
)]
fn now() -> String {
    jiff::Timestamp::now()
        .strftime("%Y-%m-%dT%H:%M:%SZ")
        .to_string()
}

fn list(ledger: &Ledger, paper: Paper, out: &mut String) -> Result<()> {
    let all = ledger.decisions()?;
    if all.is_empty() {
        out.push_str("Nobody has decided anything yet.\n");
    }
    let in_force: Vec<u64> = ledger
        .decisions_in_force()?
        .iter()
        .map(|decision| decision.number)
        .collect();
    for decision in &all {
        let holds = decision.kind == "undo" || in_force.contains(&decision.number);
        paper.hanging(out, "", "    ", &line(decision, holds));
    }
    Ok(())
}

fn line(decision: &DecisionRecord, holds: bool) -> String {
    let sides: Vec<String> = decision
        .sides
        .iter()
        .map(|side| {
            let ids: Vec<&str> = side.iter().map(|one| one.incident.as_str()).collect();
            ids.join(", ")
        })
        .collect();
    let what = match decision.undoes {
        Some(number) => format!("undo of decision {number}"),
        None => format!(
            "{} {}: {}",
            decision.kind,
            decision.incident,
            sides.join(" | ")
        ),
    };
    let mut line = format!(
        "{} · {what} · {} · {}",
        decision.number,
        clean(&decision.who),
        decision.made_at
    );
    if let Some(note) = &decision.note {
        line.push_str(&format!(" · {}", clean(note)));
    }
    if !holds {
        line.push_str(" · undone");
    }
    line
}
