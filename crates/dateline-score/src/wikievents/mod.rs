//! `wikievents FILE`: events and roles of web articles on attacks (WikiEvents, Li and others 2021;
//! KAIROS types), against PLOVER claims.
//!
//! Beside FILE (`dev.jsonl`) lies `coref/dev.jsonlines`. [`types`] says which KAIROS types have a PLOVER
//! code; the rest is left out. Where this departs from the corpus's own scorer (BART-Gen's), it is
//! because the two ontologies differ:
//!
//! - A trigger is found where a claim's word overlaps it, one word for one event; the own scorer
//!   wants the same characters, but its few triggers of several words follow no rule.
//! - Events of one trigger that PLOVER does not tell apart (`Attack` and `Die` on "blown") are one.
//! - Dateline makes one claim of "attacked a post, killing three", where the corpus has two
//!   events. Each word that the claim's trail joins to its trigger finds the event on it; one that
//!   finds none is not held against the claim. Participants of such a claim are compared with what
//!   its events name together.
//! - A claim also stands on the words that take its happening up elsewhere ("the explosion"). Each is
//!   an answer like a trigger: it finds the event on it, and where there is none it is a false alarm.
//! - Claims on triggers of left-out types, and of PLOVER types and modes that KAIROS has nothing for
//!   (AGREE, SUPPORT, …), are not judged. Their number is printed.
//! - `type_acc` is the share of found triggers with the right PLOVER type.
//! - Roles: head word inside the annotated mention ("Arg-C, head"), each conjunct by itself;
//!   [`mention`] says which mention of a participant the corpus marks. A place
//!   also counts where the annotation names a larger place that ours is said to lie in. `role_f`
//!   asks for trigger and type too; `role_given_f` reads the corpus's triggers by [`crate::given`]. The figure
//!   by coreference, and those without that choice of mention, are printed before the last line.

pub mod gold;
pub mod mention;
pub mod missed;
pub mod score;
pub mod types;

use crate::given::{self, Filler, RolePairs};
use crate::measure::figure;
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline::event::codebook::Codebook;
use gold::GoldEvent;
use score::{GivenRoles, Scored, ScoredRoles, Tally};
use std::fmt::Write;
use std::path::Path;

/// Runs the task: `FILE`.
///
/// # Errors
/// If the corpus cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let [file] = arguments else {
        bail!("usage: wikievents FILE");
    };
    let articles = gold::open(Path::new(file))?;
    let engine = Engine::new().context("the engine cannot be set up")?;
    let mut tally = Tally::default();
    let mut report = String::new();
    for article in &articles {
        let reading = given::read(&engine, &article.text, &article.parts);
        let scored = score::score(article, &reading, engine.codebook(), &mut tally);
        write_errors(&mut report, &scored, engine.codebook())?;
    }
    write!(
        report,
        "{} articles\ntriggers {}; {} claims not judged\ntypes {}\nroles {}\nroles by coreference {}\nroles given triggers {}\nby the phrase's own head: roles {}; given triggers {}\nwikievents trigger_p={} trigger_r={} trigger_f={} type_acc={} role_f={} role_given_f={}",
        articles.len(),
        tally.triggers,
        tally.unjudged,
        tally.types,
        tally.roles,
        tally.roles_coref,
        tally.roles_given,
        tally.roles_unmarked,
        tally.roles_given_unmarked,
        figure(tally.triggers.precision.value()),
        figure(tally.triggers.recall.value()),
        figure(tally.triggers.f1()),
        figure(tally.types.value()),
        figure(tally.roles.f1()),
        figure(tally.roles_given.f1()),
    )?;
    Ok(report)
}

/// Everything that is wrong in one article, each with the sentence to read it in.
fn write_errors(report: &mut String, scored: &Scored<'_>, codebook: &Codebook) -> Result<()> {
    let Scored {
        gold,
        reading,
        pairing,
        roles,
        given,
    } = scored;
    writeln!(report, "== {}", gold.id)?;
    for index in &pairing.missed {
        let event = &gold.events[*index];
        let trigger = event.trigger.slice(&gold.text);
        let sentence = gold.sentence(event.trigger);
        let kairos = event.kairos[0].name;
        let why = missed::reason(codebook, reading, event.trigger);
        writeln!(report, "missed {kairos} “{trigger}”: {why} | {sentence}")?;
    }
    for index in &pairing.false_alarms {
        let claim = &reading.claims[*index];
        let why = claim.why.steps.first().map_or("", |s| s.what.as_str());
        let sentence = gold.sentence(claim.trigger);
        writeln!(report, "false alarm: {why} | {sentence}")?;
    }
    for word in &pairing.stray_mentions {
        let words = word.span.slice(&gold.text);
        let sentence = gold.sentence(word.span);
        writeln!(report, "false alarm: mention “{words}” | {sentence}")?;
    }
    for (index, word) in &pairing.pairs {
        let event = &gold.events[*index];
        let claim = &reading.claims[word.claim];
        if !event.kinds().contains(&claim.event.kind) {
            let trigger = event.trigger.slice(&gold.text);
            let (kairos, entry) = (event.kairos[0].name, &claim.event.entry);
            let sentence = gold.sentence(event.trigger);
            writeln!(
                report,
                "wrong type {entry} for {kairos} “{trigger}” | {sentence}"
            )?;
        }
    }
    for ScoredRoles { pool, ours, pairs } in roles {
        write_role_errors(report, "", scored, pool, ours, pairs)?;
    }
    for (event, GivenRoles { ours, pairs }) in gold.events.iter().zip(given) {
        write_role_errors(report, "given: ", scored, event, ours, pairs)?;
    }
    Ok(())
}

fn write_role_errors(
    report: &mut String,
    mark: &str,
    scored: &Scored<'_>,
    event: &GoldEvent,
    ours: &[Filler],
    pairs: &RolePairs,
) -> Result<()> {
    let gold = scored.gold;
    let trigger = event.trigger.slice(&gold.text);
    let sentence = gold.sentence(event.trigger);
    let way = |to| match &scored.reading.document {
        Some(doc) => given::way(doc, event.trigger, to),
        None => String::new(),
    };
    for k in &pairs.missed {
        let role = &event.roles[*k];
        let (words, way) = (role.span.slice(&gold.text), way(role.span));
        writeln!(
            report,
            "{mark}missed role {} “{words}” of “{trigger}” ({way}) | {sentence}",
            role.role
        )?;
    }
    for k in &pairs.false_alarms {
        let words = ours[*k].heads[0].slice(&gold.text);
        let (part, way) = (ours[*k].part.name(), way(ours[*k].heads[0]));
        writeln!(
            report,
            "{mark}wrong role {part} “{words}” of “{trigger}” ({way}) | {sentence}"
        )?;
    }
    Ok(())
}
