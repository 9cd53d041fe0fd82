//! `dateline review`: people check drawn claims, field by field.
//!
//! On a terminal one key answers; from a pipe one line does. Each answer is written before the next
//! question is asked, so whoever quits half-way, or is cut off, loses none and goes on there next time.

use crate::args;
use crate::output::{say, stdout};
use crate::print::{Paper, clean, count, emphasised};
use anyhow::{Context, Result, bail};
use console::{Key, Term};
use dateline_store::review::{Answer, Judgement, ReviewField, Sampled, read_lines};
use dateline_store::{ArticleRecord, Ledger};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::Path;

const HELP: &str = "r right · w wrong · u unsure · s skip the claim · q quit";

/// What a reviewer does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Say(Judgement),
    Skip,
    Quit,
}

/// Asks what was not answered yet; the exit status.
pub fn run(args: &args::Review) -> Result<u8> {
    let ledger = Ledger::open_read_only(&args.db)?;
    let sample: Vec<Sampled> = lines_of(&args.sample)?;
    let before: Vec<Answer> = match args.to.exists() {
        true => lines_of(&args.to)?,
        false => Vec::new(),
    };
    let done: BTreeSet<(String, String)> = before
        .into_iter()
        .filter(|answer| answer.reviewer == args.reviewer)
        .map(|answer| (answer.claim, answer.field))
        .collect();
    let mut review = Review {
        paper: Paper::for_stdout(args.layout),
        keys: Keys::new(),
        answers: answers(&args.to)?,
        reviewer: &args.reviewer,
        given: 0,
    };
    for (at, sampled) in sample.iter().enumerate() {
        let open =
            |field: &&ReviewField| !done.contains(&(sampled.claim.clone(), field.field.clone()));
        let open: Vec<&ReviewField> = sampled.fields.iter().filter(open).collect();
        if open.is_empty() {
            continue;
        }
        let number = format!("{} of {}", at + 1, sample.len());
        if review.claim(&ledger, sampled, &open, &number)? == Step::Quit {
            break;
        }
    }
    say(format_args!(
        "{} added to {}",
        count(review.given as u64, "answer"),
        args.to.display()
    ));
    Ok(0)
}

/// Reads a file of JSON objects, one a line.
pub fn lines_of<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let name = || path.display().to_string();
    let file = File::open(path).with_context(name)?;
    read_lines(BufReader::new(file)).with_context(name)
}

/// The file of answers, opened for adding. A last line that was cut off is ended first.
fn answers(path: &Path) -> Result<File> {
    let cannot = || format!("{} cannot be written", path.display());
    let whole = std::fs::read(path).unwrap_or_default();
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .with_context(cannot)?;
    if whole.last().is_some_and(|byte| *byte != b'\n') {
        let kept = whole
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        file.set_len(kept as u64).with_context(cannot)?;
        file.flush()?;
    }
    Ok(file)
}

struct Review<'r> {
    paper: Paper,
    keys: Keys,
    answers: File,
    reviewer: &'r str,
    given: u64,
}

impl Review<'_> {
    /// Asks about the fields of a claim.
    fn claim(
        &mut self,
        ledger: &Ledger,
        sampled: &Sampled,
        fields: &[&ReviewField],
        number: &str,
    ) -> Result<Step> {
        let id = sampled.claim.split('.').next().unwrap_or_default();
        let article = ledger.article(id)?;
        let Some((article, claim)) = article
            .as_ref()
            .and_then(|a| Some((&a.article, a.claim(&sampled.claim)?)))
        else {
            say(format_args!(
                "{} is not in the ledger any more; passed over",
                sampled.claim
            ));
            return Ok(Step::Skip);
        };
        let mut out = String::new();
        let heading = clean(article.heading());
        self.paper
            .block(&mut out, "", &format!("{number} · {heading}"));
        for field in fields {
            let start = claim.evidence.span.start as usize;
            let end = claim.evidence.span.end as usize;
            let text = highlighted(article, field, start, end);
            self.paper.hanging(&mut out, "  │ ", "  │ ", &text);
            let question = format!("{}: {}", field.field, clean(&field.value));
            self.paper.hanging(&mut out, "  ", "    ", &question);
            stdout(self.paper).write_all(out.as_bytes())?;
            out.clear();
            match self.keys.next()? {
                Step::Say(judgement) => self.write(sampled, field, judgement)?,
                other => return Ok(other),
            }
        }
        Ok(Step::Skip)
    }

    fn write(
        &mut self,
        sampled: &Sampled,
        field: &ReviewField,
        judgement: Judgement,
    ) -> Result<()> {
        let answer = Answer {
            reviewer: self.reviewer.to_owned(),
            claim: sampled.claim.clone(),
            field: field.field.clone(),
            judgement,
        };
        let mut line = serde_json::to_string(&answer)?;
        line.push('\n');
        self.answers.write_all(line.as_bytes())?;
        self.answers.sync_data()?;
        self.given += 1;
        Ok(())
    }
}

/// The evidence, widened to hold the field's words if they stand nearby, with those emphasised.
fn highlighted(article: &ArticleRecord, field: &ReviewField, start: usize, end: usize) -> String {
    const NEARBY: usize = 300;
    let mut spans: Vec<(usize, usize)> = field
        .spans
        .iter()
        .map(|span| (span.start as usize, span.end as usize))
        .filter(|(from, to)| from + NEARBY >= start && *to <= end + NEARBY && from < to)
        .collect();
    spans.sort_unstable();
    let from = spans
        .iter()
        .map(|span| span.0)
        .min()
        .unwrap_or(start)
        .min(start);
    let to = spans
        .iter()
        .map(|span| span.1)
        .max()
        .unwrap_or(end)
        .max(end);
    let slice = |a: usize, b: usize| article.text.get(a..b).unwrap_or_default();
    let mut text = String::new();
    let mut at = from;
    for (first, last) in spans {
        if first >= at {
            text.push_str(&emphasised(slice(at, first), slice(first, last), ""));
            at = last;
        }
    }
    text.push_str(&clean(slice(at, to)));
    text
}

/// Where answers come from.
enum Keys {
    Terminal(Term),
    Lines(io::Lines<io::StdinLock<'static>>),
}

impl Keys {
    fn new() -> Self {
        if io::stdin().is_terminal() {
            say(HELP);
            Self::Terminal(Term::stderr())
        } else {
            Self::Lines(io::stdin().lock().lines())
        }
    }

    /// The next answer. The end of the input is as quitting.
    fn next(&mut self) -> Result<Step> {
        match self {
            Self::Terminal(term) => loop {
                match term.read_key()? {
                    Key::Char(key) => match step(&key.to_string()) {
                        Some(step) => return Ok(step),
                        None => say(HELP),
                    },
                    Key::Escape | Key::CtrlC => return Ok(Step::Quit),
                    _ => say(HELP),
                }
            },
            Self::Lines(lines) => match lines.next() {
                None => Ok(Step::Quit),
                Some(line) => {
                    let line = line?;
                    match step(line.trim()) {
                        Some(step) => Ok(step),
                        None => bail!("“{line}” is no answer; {HELP}"),
                    }
                }
            },
        }
    }
}

fn step(text: &str) -> Option<Step> {
    Some(match text.to_lowercase().as_str() {
        "r" | "right" => Step::Say(Judgement::Right),
        "w" | "wrong" => Step::Say(Judgement::Wrong),
        "u" | "unsure" => Step::Say(Judgement::Unsure),
        "s" | "skip" => Step::Skip,
        "q" | "quit" => Step::Quit,
        _ => return None,
    })
}
