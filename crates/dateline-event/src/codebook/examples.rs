//! Runs the examples and counter-examples of a codebook.

use super::{Codebook, Counter, Entry, Example, ExpectedClaim};
use crate::claim::{Claim, Role};
use dateline_text::{Document, TimeExpr};
use std::fmt;

/// A sentence as the engine read it.
pub struct ReadExample {
    /// Its document.
    pub document: Document,
    /// Its times, which the claims point at.
    pub times: Vec<TimeExpr>,
    /// Its claims.
    pub claims: Vec<Claim>,
}

/// What became of one example or counter-example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The entry it belongs to.
    pub entry: String,
    /// `codebook/assault-firearms.toml:14`.
    pub place: String,
    /// The sentence.
    pub text: String,
    /// The codes that fired in it, each with its trigger: `ASSAULT/firearms (opened)`.
    pub fired: Vec<String>,
    /// What is wrong; empty if the example passes.
    pub problems: Vec<String>,
}

/// What became of all of them, in the order of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// One for each example and counter-example.
    pub outcomes: Vec<Outcome>,
}

impl Report {
    /// Those that fail.
    pub fn failures(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|o| !o.problems.is_empty())
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.place, self.text)?;
        writeln!(f, "  {} fired: {}", self.entry, self.fired.join(", "))?;
        for problem in &self.problems {
            writeln!(f, "  {problem}")?;
        }
        Ok(())
    }
}

/// Reads the examples and counter-examples of those entries whose file is wanted, and says what
/// fired.
pub fn test(
    codebook: &Codebook,
    wanted: impl Fn(&str) -> bool,
    mut read: impl FnMut(&str) -> ReadExample,
) -> Report {
    let mut report = Report::default();
    for entry in codebook.entries().iter().filter(|e| wanted(&e.file)) {
        for example in &entry.examples {
            let reading = read(&example.text);
            report
                .outcomes
                .push(judge_example(entry, example, &reading));
        }
        for counter in &entry.counters {
            let reading = read(&counter.text);
            report
                .outcomes
                .push(judge_counter(entry, counter, &reading));
        }
    }
    report
}

fn judge_example(entry: &Entry, example: &Example, reading: &ReadExample) -> Outcome {
    let own = || reading.claims.iter().filter(|c| is_of(c, entry));
    let problems = match own()
        .map(|claim| differences(&example.claim, claim, reading))
        .min_by_key(Vec::len)
    {
        Some(problems) => problems,
        None => vec![format!("no claim is {}", code(entry))],
    };
    outcome(entry, example.line, &example.text, reading, problems)
}

fn judge_counter(entry: &Entry, counter: &Counter, reading: &ReadExample) -> Outcome {
    let problems = reading
        .claims
        .iter()
        .filter(|c| is_of(c, entry))
        .map(|c| {
            format!(
                "must not be {}, but “{}” is",
                code(entry),
                c.trigger.slice(reading.document.text())
            )
        })
        .collect();
    outcome(entry, counter.line, &counter.text, reading, problems)
}

fn is_of(claim: &Claim, entry: &Entry) -> bool {
    claim.event.kind == entry.kind && (entry.mode.is_none() || claim.event.mode == entry.mode)
}

fn code(entry: &Entry) -> String {
    match entry.mode {
        Some(mode) => format!("{}/{}", entry.kind, mode),
        None => entry.kind.to_string(),
    }
}

fn outcome(
    entry: &Entry,
    line: usize,
    text: &str,
    reading: &ReadExample,
    problems: Vec<String>,
) -> Outcome {
    let words = reading.document.text();
    let fired = reading.claims.iter().map(|c| {
        let mode = c.event.mode.map(|m| format!("/{m}")).unwrap_or_default();
        format!("{}{mode} ({})", c.event.kind, c.trigger.slice(words))
    });
    Outcome {
        entry: entry.name.clone(),
        place: format!("{}:{line}", entry.file),
        text: text.to_owned(),
        fired: fired.collect(),
        problems,
    }
}

/// What a claim says otherwise than the example wants.
fn differences(wanted: &ExpectedClaim, claim: &Claim, reading: &ReadExample) -> Vec<String> {
    let text = reading.document.text();
    let mut problems = Vec::new();
    let roles = [
        (Role::Actor, &wanted.actor),
        (Role::Recipient, &wanted.recipient),
        (Role::Victim, &wanted.victim),
        (Role::Means, &wanted.means),
    ];
    for (role, words) in roles {
        let found: Vec<&str> = claim.with_role(role).map(|a| a.span.slice(text)).collect();
        compare(role.name(), words.as_deref(), &found, &mut problems);
    }
    let place: Vec<&str> = claim.place.iter().map(|p| p.span.slice(text)).collect();
    compare("place", wanted.place.as_deref(), &place, &mut problems);
    let time: Vec<&str> = claim
        .time
        .and_then(|t| reading.times.get(t))
        .map(|t| t.span.slice(text))
        .into_iter()
        .collect();
    compare("time", wanted.time.as_deref(), &time, &mut problems);
    if let Some(polarity) = wanted.polarity
        && polarity != claim.factuality.polarity
    {
        problems.push(format!(
            "polarity is {}, not {}",
            claim.factuality.polarity.sign(),
            polarity.sign()
        ));
    }
    problems
}

/// What is not wanted is not looked at; `""` wants that there is none.
fn compare(field: &str, wanted: Option<&str>, found: &[&str], problems: &mut Vec<String>) {
    match wanted {
        None => {}
        Some("") if found.is_empty() => {}
        Some("") => problems.push(format!("{field} is {found:?}, but there is none")),
        Some(words) if found.contains(&words) => {}
        Some(words) if found.is_empty() => problems.push(format!("{field} is missing: “{words}”")),
        Some(words) => problems.push(format!("{field} is {found:?}, not “{words}”")),
    }
}
