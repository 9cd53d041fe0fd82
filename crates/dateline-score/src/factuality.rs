//! `factuality FILE`: how surely given events are presented, on the unified scale of Stanovsky et
//! al. (ACL 2017): from -3, certainly not, over 0 to 3, certainly so.
//!
//! FILE holds sentences in columns (number, word, gold or `_`, tag, head, label, lemma), parted by
//! empty lines; only words and gold are used, and the tag where it tells how words were printed.
//! The corpora give sentences without their articles, so each is read by itself. The gold is the
//! reader's judgement, through all sources that the sentence names: so the engine is asked for the
//! author's view ([`dateline::event::factuality::authors_view`]), not for the innermost source's.

use crate::detokenise::detokenise;
use crate::given::{head_of, read, with_layers};
use crate::measure::{Overlap, figure};
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline::event::factuality::{AuthorsView, authors_view};
use dateline::page::PartKind;
use dateline_span::Span;
use std::fmt::Write;

/// The ends of the scale.
const SURE: f64 = 3.0;
/// Where what is denied outright stands on average on the scale of uw's annotators.
const DENIED: f64 = 2.2;
/// Events below this are the minority that `minor_f` asks for: not simply so.
const MINOR: f64 = 2.0;
/// The values of corpora whose figures were made from attributes.
const STEPS: [f64; 4] = [0.0, 0.75, 1.5, 3.0];
/// Errors of at least this size are listed.
const LISTED: f64 = 1.0;

/// A sentence with its events.
#[derive(Clone, PartialEq, Debug, Default)]
struct Sentence {
    text: String,
    events: Vec<Event>,
}

/// An event of the gold.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Event {
    word: Span,
    gold: f64,
}

/// Runs the task: `FILE`.
///
/// # Errors
/// If the file cannot be read or is malformed, or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let [file] = arguments else {
        bail!("usage: factuality FILE");
    };
    let table = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let sentences = parse(&table)?;
    let engine = Engine::new().context("the engine cannot be set up")?;
    report(&engine, &sentences)
}

fn report(engine: &Engine, sentences: &[Sentence]) -> Result<String> {
    let mut report = String::new();
    let scale = Scale::of(sentences);
    let mut pairs: Vec<(f64, f64)> = Vec::new();
    for sentence in sentences {
        assess(engine, sentence, |event, found| {
            let ours = found.map_or(SURE, |f| scale.of_score(f.score));
            pairs.push((event.gold, ours));
            if (event.gold - ours).abs() >= LISTED {
                writeln!(
                    report,
                    "gold {:+.1} ours {ours:+.1} “{}” | {} | {}",
                    event.gold,
                    event.word.slice(&sentence.text),
                    found.map_or_else(|| "not found".to_owned(), grounds),
                    sentence.text,
                )?;
            }
            Ok(())
        })?;
    }
    write!(
        report,
        "{} events; always {SURE}: mae {}\nfactuality mae={} r={} minor_f={}",
        pairs.len(),
        figure(mean_error(pairs.iter().map(|&(gold, _)| (gold, SURE)))),
        figure(mean_error(pairs.iter().copied())),
        figure(correlation(&pairs)),
        figure(minority(&pairs).f1()),
    )?;
    Ok(report)
}

/// How a corpus tells degrees of sureness.
///
/// uw's figures are means over its annotators and take any value; MEANTIME's were made from
/// attributes (certain, probable or possible, unknown; the same denied) and take few. Which one a
/// file has shows in the values that it uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Scale {
    Gradual,
    Stepped,
}

impl Scale {
    fn of(sentences: &[Sentence]) -> Self {
        let mut events = sentences.iter().flat_map(|s| &s.events);
        let step = |e: &Event| STEPS.contains(&e.gold.abs());
        if events.all(step) {
            Self::Stepped
        } else {
            Self::Gradual
        }
    }

    /// From the engine's scale of -1 to 1.
    fn of_score(self, score: f64) -> f64 {
        match self {
            Self::Gradual if score < 0.0 => score * DENIED,
            Self::Gradual => score * SURE,
            Self::Stepped if score < 0.0 => -SURE,
            // MEANTIME calls certain whatever the text does not call doubtful, future or not.
            Self::Stepped if score < 0.48 => 0.75,
            Self::Stepped => SURE,
        }
    }
}

/// Reads a sentence and gives each event with the engine's answer; `None` where its word is not
/// found.
fn assess(
    engine: &Engine,
    sentence: &Sentence,
    mut take: impl FnMut(&Event, Option<&AuthorsView>) -> Result<()>,
) -> Result<()> {
    let whole = Span::new(0, sentence.text.len());
    let reading = read(engine, &sentence.text, &[(PartKind::Paragraph, whole)]);
    let Some(doc) = &reading.document else {
        return sentence.events.iter().try_for_each(|e| take(e, None));
    };
    with_layers(&reading, doc, |layers| {
        for event in &sentence.events {
            let found = head_of(doc, event.word).map(|head| authors_view(layers, head.i));
            take(event, found.as_ref())?;
        }
        Ok(())
    })
}

/// The words and steps behind an answer, in one line.
fn grounds(view: &AuthorsView) -> String {
    let f = view.factuality;
    let steps: Vec<&str> = view.why.steps.iter().map(|s| s.what.as_str()).collect();
    format!(
        "{} {} {}: {}",
        f.polarity.sign(),
        f.certainty.name(),
        f.tense.name(),
        steps.join("; ")
    )
}

fn parse(table: &str) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut rows: Vec<(&str, Option<f64>, &str)> = Vec::new();
    for (number, line) in table.lines().chain(std::iter::once("")).enumerate() {
        if line.trim().is_empty() {
            if !rows.is_empty() {
                sentences.push(sentence(&rows));
                rows.clear();
            }
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, word, gold, tag, ..] = columns[..] else {
            bail!("line {}: fewer than four columns", number + 1);
        };
        let gold = match gold {
            "_" => None,
            value => Some(
                value
                    .parse()
                    .with_context(|| format!("line {}: no number: {value}", number + 1))?,
            ),
        };
        rows.push((word, gold, tag));
    }
    Ok(sentences)
}

/// The sentence as it was printed: the corpora part hyphenated words and write quotes as TeX does.
fn sentence(rows: &[(&str, Option<f64>, &str)]) -> Sentence {
    let mut words: Vec<String> = Vec::new();
    // By row: which printed word it is in, and the bytes there.
    let mut places: Vec<(usize, Span)> = Vec::new();
    let mut sticks = false;
    for &(word, _, tag) in rows {
        let word = match word {
            "``" => "“",
            "''" => "”",
            "-LRB-" => "(",
            "-RRB-" => ")",
            other => other,
        };
        let hyphen = tag == "HYPH" && !words.is_empty();
        match words.last_mut().filter(|_| sticks || hyphen) {
            Some(last) => {
                let start = last.len();
                last.push_str(word);
                places.push((words.len() - 1, Span::new(start, start + word.len())));
            }
            None => {
                places.push((words.len(), Span::new(0, word.len())));
                words.push(word.to_owned());
            }
        }
        sticks = hyphen;
    }
    let mut text = String::new();
    let spans = detokenise(words.iter().map(String::as_str), &mut text);
    let events = rows
        .iter()
        .zip(&places)
        .filter_map(|((_, gold, _), (word, within))| {
            let start = spans[*word].start as usize;
            Some(Event {
                word: Span::new(start + within.start as usize, start + within.end as usize),
                gold: (*gold)?,
            })
        })
        .collect();
    Sentence { text, events }
}

/// Mean absolute error; `None` without pairs.
fn mean_error(pairs: impl ExactSizeIterator<Item = (f64, f64)>) -> Option<f64> {
    let count = pairs.len();
    let sum: f64 = pairs.map(|(gold, ours)| (gold - ours).abs()).sum();
    (count > 0).then(|| sum / count as f64)
}

/// Pearson's r; `None` where one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (gold, ours) = (mean(|p| p.0), mean(|p| p.1));
    let (mut both, mut of_gold, mut of_ours) = (0.0, 0.0, 0.0);
    for (g, o) in pairs {
        both += (g - gold) * (o - ours);
        of_gold += (g - gold).powi(2);
        of_ours += (o - ours).powi(2);
    }
    let spread = (of_gold * of_ours).sqrt();
    (spread > 0.0).then(|| both / spread)
}

/// Precision and recall of the events below [`MINOR`].
fn minority(pairs: &[(f64, f64)]) -> Overlap {
    let below = |value: f64| value < MINOR;
    Overlap::of_pairs(
        pairs.iter().filter(|p| below(p.0) && below(p.1)).count(),
        pairs.iter().filter(|p| below(p.1)).count(),
        pairs.iter().filter(|p| below(p.0)).count(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "0\tKalem\t_\tNNP\t1\tnsubj\tkalem\n1\tfell\t3.0\tVBD\t1\tROOT\tfall\n\n\
        0\tA\t_\tDT\t3\tdet\ta\n1\tUN\t_\tNNP\t3\tnpadvmod\tun\n2\t-\t_\tHYPH\t3\tpunct\t-\n\
        3\tled\t-1.5\tVBN\t4\tamod\tlead\n4\traid\t_\tNN\t4\tROOT\traid\n5\t''\t_\t''\t4\tpunct\t''\n";

    #[test]
    fn sentences_are_printed_as_they_were() {
        let sentences = parse(TABLE).unwrap();
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[1].text, "A UN-led raid”");
        let event = sentences[1].events[0];
        assert_eq!(event.word.slice(&sentences[1].text), "led");
        assert_eq!(event.gold, -1.5);
    }

    #[test]
    fn malformed_lines_are_named() {
        let error = parse("0\tKalem\tthree\tNNP\n").unwrap_err();
        assert!(error.to_string().contains("line 1"), "{error}");
        assert!(parse("Kalem\n").is_err());
    }

    #[test]
    fn the_figures_follow_their_definitions() {
        let pairs = [(3.0, 3.0), (0.0, 1.0), (-3.0, -3.0), (3.0, 1.0)];
        assert_eq!(mean_error(pairs.iter().copied()), Some(0.75));
        assert!((correlation(&pairs).unwrap() - 0.8992).abs() < 1e-3);
        assert_eq!(minority(&pairs).f1(), Some(0.8));
        assert_eq!(correlation(&[(3.0, 1.0)]), None);
    }
}
