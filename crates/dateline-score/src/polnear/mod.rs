//! `polnear DIR`: who says what by which words, against PolNeAR (`text/`, `attributions/` in brat
//! standoff; Newell, Margolin & Ruths, LREC 2018).
//!
//! Each found attribution is paired with at most one annotated one, the pair alike in most words
//! (Dice, summed over source, cue and content) first; a pair shares a word of cue or content. For
//! each role, precision is the share of a found role's words that the paired annotation has in that
//! role, averaged over found roles; recall is the same seen from the annotation; an attribution
//! without partner counts nothing. That is the proportional overlap of Johansson & Moschitti (2013)
//! that Pareti used for the parent corpus, PARC. A triple counts the mean of its roles' shares,
//! and nothing where a role shares no word with its partner's: a source that should be absent, or is
//! missing, undoes the triple. `exact_` figures ask for the same words in the role, or in all three.
//!
//! What a reader of the figures should know:
//! - Words are runs of letters and digits: whether quotation marks, commas and colons belong to a
//!   role varies from annotator to annotator, so they are not counted.
//! - The corpus takes the relative pronoun as the source ("who said"), where the engine names the
//!   noun: the answer is then the pronoun.
//! - The corpus annotates the outermost attribution only: of its 22,000 training cues none stands in
//!   another's content. Answers whose cue stands in another answer's content are left out.
//! - The turns of an interview are no attributions there ("Q:", "A:"); what is said within them is.
//! - An article that two people annotated is scored against both.
//! - Where "said", "says", "asked" or "according to" is marked as the source and a name as the cue (thirteen
//!   times in train, six in dev), the annotator exchanged the two: they are put in their places.
//! - What only opens a line (a town and a dash) is parsed apart, as the engine does with a page.
//! - Annotations marked `Discuss` and `Discard` are no attributions and are passed over.

mod gold;
mod score;

use crate::measure::figure;
use anyhow::{Result, bail};
use dateline::Engine;
use dateline::event::source::{Spoken, Voices};
use dateline::event::{Layers, Toponyms};
use dateline::openings_apart;
use dateline_span::Span;
use dateline_text::truecase::truecase;
use dateline_text::{Coref, attribution, quantity, quote, time};
use gold::{Annotated, Attributed};
use score::{ROLES, Tally, Worded, Words, align, shared};
use std::fmt::Write;
use std::path::Path;

/// Runs the task: `DIR [--errors]`.
///
/// # Errors
/// If the folder or the engine's data cannot be read.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("name the folder that holds text/ and attributions/");
    };
    let engine = Engine::new()?;
    score(Path::new(folder), errors, &|text| found(&engine, text))
}

/// Scores a folder with any reader of text.
///
/// # Errors
/// If the folder cannot be read or holds no annotation.
pub fn score(
    folder: &Path,
    errors: bool,
    read: &dyn Fn(&str) -> Vec<Attributed>,
) -> Result<String> {
    let mut report = String::new();
    let mut tally = Tally::default();
    let articles = gold::articles(folder)?;
    for article in &articles {
        let words = Words::of(&article.text);
        let worded =
            |all: &[Attributed]| -> Vec<Worded> { all.iter().map(|a| words.worded(a)).collect() };
        let answers = read(&article.text);
        let (found, gold) = (worded(&answers), worded(&article.attributions));
        let pairs = align(&found, &gold);
        tally.add(&found, &gold, &pairs);
        if errors {
            let judged = Judged {
                article,
                answers: &answers,
                found: &found,
                gold: &gold,
                pairs: &pairs,
            };
            judged.write(&mut report)?;
        }
    }
    writeln!(report, "{} annotated articles", articles.len())?;
    let names = ROLES.iter().chain([&"triple"]);
    let mut last = String::new();
    for (k, name) in names.enumerate() {
        writeln!(report, "{name}: {}", tally.overlap[k].line())?;
        write!(last, " {name}_f={}", figure(tally.overlap[k].f1()))?;
    }
    for (k, name) in ROLES.iter().chain([&"triple"]).enumerate() {
        write!(last, " exact_{name}_f={}", figure(tally.exact[k].f1()))?;
    }
    write!(report, "polnear{last}")?;
    Ok(report)
}

/// What the engine finds in a text, each line a part of an article.
fn found(engine: &Engine, text: &str) -> Vec<Attributed> {
    let parts: Vec<Span> = text
        .lines()
        .map(|line| {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + line.len()).trimmed(text)
        })
        .filter(|part| !part.is_empty())
        .collect();
    let parts = openings_apart(text, &parts);
    let cased = truecase(text, &parts);
    let doc = engine.read_parts(cased.as_deref().unwrap_or(text), &parts);
    let attributions = attribution::find(&doc);
    let mut quotes = quote::find(&doc, &parts, &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    coref.name_speakers(&mut quotes);
    let times = time::find(&doc, None);
    let quantities = quantity::find(&doc, &times);
    let layers = Layers {
        doc: &doc,
        title: parts.first().copied(),
        captions: &[],
        quotes: &quotes,
        attributions: &attributions,
        coref: &coref,
        times: &times,
        quantities: &quantities,
        places: Toponyms::NONE,
    };
    let voices = Voices::find(layers);
    let answers: Vec<Attributed> = voices.spoken().map(answer).collect();
    outermost(answers.into_iter().filter(|a| !is_turn(text, a)).collect())
}

/// "Q:" and "A:" before the turns of an interview.
fn is_turn(text: &str, answer: &Attributed) -> bool {
    let words = |spans: &[Span]| spans.first().map(|s| s.slice(text));
    words(&answer.cue) == Some(":") && matches!(words(&answer.source), Some("Q" | "A"))
}

/// The answers that have a cue, where it stands in no other's content; quoted words that no cue gives are
/// somebody's, too.
fn outermost(answers: Vec<Attributed>) -> Vec<Attributed> {
    let within = |inner: &Attributed, outer: &Attributed| {
        let mut content = outer.content.iter();
        inner
            .cue
            .first()
            .is_some_and(|cue| content.any(|run| run.start <= cue.start && cue.end <= run.end))
    };
    let kept = |(k, a): &(usize, &Attributed)| {
        let mut others = answers.iter().enumerate().filter(|(j, _)| j != k);
        !a.cue.is_empty() && !others.any(|(_, other)| within(a, other))
    };
    let kept: Vec<Attributed> = answers
        .iter()
        .enumerate()
        .filter(kept)
        .map(|(_, a)| a.clone())
        .collect();
    kept
}

/// A voice in the corpus's terms.
fn answer(spoken: Spoken) -> Attributed {
    let source = spoken.source.map(|s| s.relative.unwrap_or(s.phrase));
    Attributed {
        source: source.into_iter().collect(),
        cue: spoken.cue.into_iter().collect(),
        content: spoken.content,
    }
}

/// An article's answers beside its annotation.
struct Judged<'a> {
    article: &'a Annotated,
    answers: &'a [Attributed],
    found: &'a [Worded],
    gold: &'a [Worded],
    pairs: &'a [(usize, usize)],
}

impl Judged<'_> {
    /// Lists what is missed, invented, or differs by more than nothing.
    fn write(&self, report: &mut String) -> Result<()> {
        writeln!(report, "== {}", self.article.name)?;
        for (g, gold) in self.article.attributions.iter().enumerate() {
            let pair = self.pairs.iter().find(|pair| pair.1 == g);
            let Some(&(f, _)) = pair else {
                writeln!(report, "- {}", self.line(gold))?;
                continue;
            };
            if self.found[f] == self.gold[g] {
                writeln!(report, "= {}", self.line(gold))?;
                continue;
            }
            let marks: Vec<&str> = (0..3)
                .map(|r| {
                    let (a, b) = (&self.found[f].roles[r], &self.gold[g].roles[r]);
                    match shared(a, b) {
                        _ if a == b => "=",
                        0 => "0",
                        _ => "~",
                    }
                })
                .collect();
            writeln!(report, "~ {} {}", marks.concat(), self.line(gold))?;
            writeln!(report, "      {}", self.line(&self.answers[f]))?;
        }
        for (f, answer) in self.answers.iter().enumerate() {
            if !self.pairs.iter().any(|pair| pair.0 == f) {
                writeln!(report, "+ {}", self.line(answer))?;
            }
        }
        Ok(())
    }

    fn line(&self, attributed: &Attributed) -> String {
        let words = |spans: &[Span]| {
            let found: Vec<String> = spans
                .iter()
                .map(|s| s.slice(&self.article.text).replace('\n', " "))
                .collect();
            found.join(" … ")
        };
        format!(
            "[{}] <{}> {{{}}}",
            words(&attributed.source),
            words(&attributed.cue),
            words(&attributed.content)
        )
    }
}
