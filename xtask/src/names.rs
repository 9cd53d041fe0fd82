//! `xtask names`: words annotated with names in; the weights by which [`dateline_text::naming`] weighs
//! candidates out.
//!
//! An averaged perceptron with a margin, in whole numbers and in a fixed order: the same corpora
//! give the same file on every machine. With `--held-out N` in the place of OUT nothing is written: the
//! articles of the first file are learned in N parts, each part is read with weights learned without
//! it, and F is printed beside the language layer's.

use anyhow::{Context, Result};
use dateline_data::Gazetteer;
use dateline_score::names::{Annotated, Class as Gold, Found, Tally, bare, found};
use dateline_span::Span;
use dateline_text::naming::{Candidate, Class, Feature, Weights, to_file, weigh};
use dateline_text::{Document, Language, Naming};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How often each example is seen.
const ROUNDS: usize = 6;

/// By how much, in updates, the right class must outweigh the others for an example to be left.
const MARGIN: i64 = 3;

/// What an update of one is in the file.
const UNIT: i64 = 4;

/// Features of fewer candidates are left out: they would learn single articles by heart.
const RARE: usize = 2;

/// An annotated article as the language layer reads it.
struct Article {
    gold: Annotated,
    doc: Document,
    examples: Vec<Example>,
}

/// A candidate's features and what it is.
struct Example {
    features: Vec<Feature>,
    class: Class,
}

/// Learns from the articles of the files, tweets one by one, and writes the weights.
pub fn run(model: &Path, out: &str, files: &[&str]) -> Result<()> {
    let language = Language::load(&std::fs::read(model)?)?;
    let gazetteer = Gazetteer::built_in()?;
    let mut corpora: Vec<Vec<Article>> = Vec::new();
    for file in files {
        let table = std::fs::read_to_string(file).with_context(|| (*file).to_owned())?;
        let gold = Annotated::all(&table);
        // A file without divisions is a list of messages.
        let gold = if gold.len() > 1 {
            gold
        } else {
            messages(&table)
        };
        let read = |gold| Article::read(&language, &gazetteer, gold);
        corpora.push(gold.into_iter().map(read).collect());
    }
    if let Some(parts) = out.strip_prefix("--held-out=") {
        return held_out(&gazetteer, &corpora, parts.parse()?);
    }
    let examples: Vec<&Example> = corpora.iter().flatten().flat_map(|a| &a.examples).collect();
    let rows = learn(&examples);
    println!("{} examples, {} weights", examples.len(), rows.len());
    std::fs::write(out, to_file(&rows)).with_context(|| out.to_owned())
}

fn messages(table: &str) -> Vec<Annotated> {
    table.split("\n\n").flat_map(Annotated::all).collect()
}

/// Prints how the weights do on articles of the first corpus that they were not learned from.
fn held_out(gazetteer: &Gazetteer, corpora: &[Vec<Article>], parts: usize) -> Result<()> {
    let (mut reviewed, mut layer) = (Tally::default(), Tally::default());
    let first = corpora.first().map_or(&[][..], Vec::as_slice);
    let others = corpora.iter().skip(1).flatten();
    let others: Vec<&Example> = others.flat_map(|a| &a.examples).collect();
    for part in 0..parts {
        let own = first.iter().enumerate().filter(|(i, _)| i % parts != part);
        let own = own.flat_map(|(_, a)| &a.examples);
        let examples: Vec<&Example> = own.chain(others.iter().copied()).collect();
        let naming = Naming::load(&to_file(&learn(&examples)))?;
        for article in first.iter().skip(part).step_by(parts) {
            let names = naming.names(&article.doc, gazetteer);
            reviewed.add(&article.gold, &found(&article.doc, &names));
            layer.add(&article.gold, &found(&article.doc, article.doc.names()));
        }
    }
    println!("reviewed: {}", reviewed.figures()?);
    println!("the language layer alone: {}", layer.figures()?);
    Ok(())
}

impl Article {
    fn read(language: &Language, gazetteer: &Gazetteer, gold: Annotated) -> Self {
        let doc = language.read_parts(&gold.text, &gold.parts());
        let example = |(candidate, features): (Candidate, Vec<Feature>)| {
            let span = bare(doc.span_of(candidate.core.clone()), doc.text());
            let class = class_of(span, &gold.names);
            // Signs of Twitter, not names of the language.
            let before = candidate.core.start.checked_sub(1);
            let handle = before.is_some_and(|i| matches!(doc.tok(i).text(), "@" | "#"))
                || span.slice(doc.text()).starts_with(['@', '#']);
            (!handle).then_some(Example { features, class })
        };
        let examples = weigh(&doc, gazetteer).into_iter().filter_map(example);
        Self {
            examples: examples.collect(),
            doc,
            gold,
        }
    }
}

/// What gold has at a candidate: the name itself, else the one that shares most with it.
fn class_of(span: Span, names: &BTreeSet<Found>) -> Class {
    let shared = |name: Span| {
        name.end
            .min(span.end)
            .saturating_sub(name.start.max(span.start))
    };
    let same = names.iter().find(|(name, _)| *name == span);
    let most = names
        .iter()
        .filter(|(name, _)| shared(*name) > 0)
        .max_by_key(|(name, _)| shared(*name));
    match same.or(most).map(|(_, class)| class) {
        Some(Gold::Person) => Class::Person,
        Some(Gold::Organization) => Class::Body,
        Some(Gold::Location) => Class::Place,
        None => Class::Other,
    }
}

/// What a feature has learned: the weights of each class, and the same weighted by when they came.
#[derive(Clone, Copy, Default)]
struct Learned {
    now: [i64; Class::ALL.len()],
    dated: [i64; Class::ALL.len()],
}

/// The weights that the examples teach, by feature.
fn learn(examples: &[&Example]) -> Vec<(Feature, Weights)> {
    let mut seen: BTreeMap<Feature, usize> = BTreeMap::new();
    for feature in examples.iter().flat_map(|e| &e.features) {
        *seen.entry(*feature).or_default() += 1;
    }
    let kept = seen.into_iter().filter(|(_, times)| *times >= RARE);
    let names: Vec<Feature> = kept.map(|(feature, _)| feature).collect();
    let index = |feature: &Feature| names.binary_search(feature).ok();
    let sheets: Vec<Vec<usize>> = examples
        .iter()
        .map(|e| e.features.iter().filter_map(index).collect())
        .collect();
    let mut learned = vec![Learned::default(); names.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut time = 1;
    for _ in 0..ROUNDS {
        dice.shuffle(&mut order);
        for &k in &order {
            let right = examples[k].class as usize;
            let mut scores = [MARGIN; Class::ALL.len()];
            scores[right] = 0;
            for &row in &sheets[k] {
                for (score, weight) in scores.iter_mut().zip(learned[row].now) {
                    *score += weight;
                }
            }
            let mut guess = 0;
            for class in 1..scores.len() {
                if scores[class] > scores[guess] {
                    guess = class;
                }
            }
            if guess != right {
                for &row in &sheets[k] {
                    learned[row].now[right] += 1;
                    learned[row].now[guess] -= 1;
                    learned[row].dated[right] += time;
                    learned[row].dated[guess] -= time;
                }
            }
            time += 1;
        }
    }
    let mean = |row: &Learned| {
        let mut weights = Weights::default();
        for (class, weight) in weights.iter_mut().enumerate() {
            let sum = UNIT * (row.now[class] * time - row.dated[class]);
            let rounded = (2 * sum + time).div_euclid(2 * time);
            *weight = rounded.clamp(-127, 127) as i8;
        }
        weights
    };
    let rows = names.iter().copied().zip(learned.iter().map(mean));
    rows.filter(|(_, weights)| weights.iter().any(|w| *w != 0))
        .collect()
}

/// Marsaglia's xorshift: chance that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            order.swap(i, self.below(i + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learning_tells_classes_apart_and_leaves_out_what_is_rare() {
        let example = |features: &[Feature], class| Example {
            features: features.to_vec(),
            class,
        };
        let examples = [
            example(&[1, 7], Class::Person),
            example(&[1, 8], Class::Person),
            example(&[2, 9], Class::Place),
            example(&[2], Class::Place),
        ];
        let rows = learn(&examples.iter().collect::<Vec<_>>());
        let [(1, person), (2, place)] = rows[..] else {
            panic!("{rows:?}");
        };
        assert!(person[Class::Person as usize] > person[Class::Place as usize]);
        assert!(place[Class::Place as usize] > place[Class::Person as usize]);
        assert_eq!(rows, learn(&examples.iter().collect::<Vec<_>>()));
    }

    #[test]
    fn a_candidate_is_what_gold_has_there() {
        let names = BTreeSet::from([
            (Span::new(0, 10), Gold::Organization),
            (Span::new(20, 24), Gold::Person),
        ]);
        assert_eq!(class_of(Span::new(20, 24), &names), Class::Person);
        assert_eq!(class_of(Span::new(4, 22), &names), Class::Body);
        assert_eq!(class_of(Span::new(12, 18), &names), Class::Other);
    }
}
