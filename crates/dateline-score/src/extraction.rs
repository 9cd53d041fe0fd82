//! `extraction DIR`: main text of HTML pages, by the definitions of the two usual benchmarks.
//!
//! DIR holds `scrapinghub/` (article-extraction-benchmark: `ground-truth.json` and `html/KEY.html.gz`)
//! and `trafilatura/` (trafilatura's `tests/evaldata.json` and `html/FILE.gz`). Pages go through the
//! whole page crate, bytes to articles, and what is compared is the text of the body parts: headline,
//! captions, byline and date line are no part of either gold.
//!
//! - *Shingle F1* (`evaluate.py` of scrapinghub): multisets of four-word shingles; per page the counts
//!   of true positives, false positives and false negatives; precision and recall are means over
//!   pages, F1 is that of the means.
//! - *Segment F* (`tests/evaluate.py` of trafilatura): each page lists segments that the text must
//!   hold and segments that it must not; counts are summed over all pages.

use anyhow::{Context, Result, ensure};
use dateline_page::{Page, articles};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

/// Words in a shingle.
const SHINGLE: usize = 4;
/// Pages listed in the report, the worst first.
const LISTED: usize = 10;

/// Scores both benchmarks under the folder that the first argument names.
pub fn run(arguments: &[String]) -> Result<String> {
    let folder = arguments
        .first()
        .context("name the folder that holds scrapinghub/ and trafilatura/")?;
    let folder = Path::new(folder);
    let mut report = String::new();
    let shingles = scrapinghub(&folder.join("scrapinghub"), &mut report)?;
    let segments = trafilatura(&folder.join("trafilatura"), &mut report)?;
    write!(
        report,
        "extraction shingle_f1={:.4} shingle_precision={:.4} shingle_recall={:.4} segment_f={:.4} segment_precision={:.4} segment_recall={:.4}",
        shingles.f1(),
        shingles.precision,
        shingles.recall,
        segments.f1(),
        segments.precision,
        segments.recall,
    )?;
    Ok(report)
}

/// Precision and recall.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rates {
    precision: f64,
    recall: f64,
}

impl Rates {
    fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 {
            0.0
        } else {
            2.0 * self.precision * self.recall / sum
        }
    }
}

/// Counts of one page or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    true_positives: usize,
    false_positives: usize,
    false_negatives: usize,
}

impl Counts {
    /// As scrapinghub's `evaluate.py` has it: a page that says nothing and should not is perfect.
    fn rates(self) -> Rates {
        let (tp, fp, fn_) = (
            self.true_positives as f64,
            self.false_positives as f64,
            self.false_negatives as f64,
        );
        let rate = |wrong: f64| {
            if fp == 0.0 && fn_ == 0.0 {
                1.0
            } else if tp == 0.0 {
                0.0
            } else {
                tp / (tp + wrong)
            }
        };
        Rates {
            precision: rate(fp),
            recall: rate(fn_),
        }
    }
}

/// The text that the page crate takes for the articles' bodies.
fn body_text(name: &str, bytes: &[u8]) -> String {
    let found = articles(&Page::from_bytes(name, bytes));
    let mut parts = Vec::new();
    for article in &found.articles {
        parts.extend(article.body().map(|part| part.span.slice(&article.text)));
    }
    parts.join("\n")
}

fn unzipped(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    GzDecoder::new(file)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot unzip {}", path.display()))?;
    Ok(bytes)
}

fn json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    serde_json::from_reader(BufReader::new(file))
        .with_context(|| format!("cannot read {}", path.display()))
}

/// One page of scrapinghub's gold.
#[derive(Deserialize)]
struct GoldPage {
    #[serde(rename = "articleBody", default)]
    body: String,
}

fn scrapinghub(folder: &Path, report: &mut String) -> Result<Rates> {
    let gold: BTreeMap<String, GoldPage> = json(&folder.join("ground-truth.json"))?;
    ensure!(!gold.is_empty(), "{} holds no gold", folder.display());
    let mut pages: Vec<(Rates, &str)> = Vec::new();
    for (key, page) in &gold {
        let name = format!("{key}.html");
        let text = body_text(
            &name,
            &unzipped(&folder.join("html").join(format!("{name}.gz")))?,
        );
        pages.push((shingle_counts(&page.body, &text).rates(), key));
    }
    let mean = |of: fn(Rates) -> f64| {
        pages.iter().map(|(rates, _)| of(*rates)).sum::<f64>() / pages.len() as f64
    };
    let mean = Rates {
        precision: mean(|rates| rates.precision),
        recall: mean(|rates| rates.recall),
    };
    pages.sort_by(|one, other| one.0.f1().total_cmp(&other.0.f1()));
    writeln!(report, "scrapinghub: {} pages; the worst:", pages.len())?;
    for (rates, key) in pages.iter().take(LISTED) {
        writeln!(
            report,
            "  f1 {:.3} precision {:.3} recall {:.3} {key}",
            rates.f1(),
            rates.precision,
            rates.recall
        )?;
    }
    Ok(mean)
}

fn shingle_counts(gold: &str, found: &str) -> Counts {
    let (gold, found) = (shingles(gold), shingles(found));
    let mut counts = Counts::default();
    for (shingle, &wanted) in &gold {
        let got = found.get(shingle).copied().unwrap_or(0);
        counts.true_positives += wanted.min(got);
        counts.false_negatives += wanted.saturating_sub(got);
    }
    for (shingle, &got) in &found {
        let wanted = gold.get(shingle).copied().unwrap_or(0);
        counts.false_positives += got.saturating_sub(wanted);
    }
    counts
}

/// Shingles with their counts; a text of fewer words is one shingle, a text without words none.
fn shingles(text: &str) -> BTreeMap<Vec<&str>, usize> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut counts = BTreeMap::new();
    if words.is_empty() {
        return counts;
    }
    for start in 0..=words.len().saturating_sub(SHINGLE) {
        let shingle = words[start..words.len().min(start + SHINGLE)].to_vec();
        *counts.entry(shingle).or_default() += 1;
    }
    counts
}

/// One page of trafilatura's gold.
#[derive(Deserialize)]
struct Segments {
    file: String,
    with: Vec<String>,
    without: Vec<String>,
}

fn trafilatura(folder: &Path, report: &mut String) -> Result<Rates> {
    let gold: BTreeMap<String, Segments> = json(&folder.join("evaldata.json"))?;
    ensure!(!gold.is_empty(), "{} holds no gold", folder.display());
    let mut total = Counts::default();
    let mut pages: Vec<(usize, String)> = Vec::new();
    for segments in gold.values() {
        let path = folder.join("html").join(format!("{}.gz", segments.file));
        let text = body_text(&segments.file, &unzipped(&path)?);
        let counts = segment_counts(segments, &text);
        total.true_positives += counts.true_positives;
        total.false_positives += counts.false_positives;
        total.false_negatives += counts.false_negatives;
        let line = format!(
            "missed {} wrongly kept {} {}",
            counts.false_negatives, counts.false_positives, segments.file
        );
        pages.push((counts.false_negatives + counts.false_positives, line));
    }
    pages.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    writeln!(report, "trafilatura: {} pages; the worst:", pages.len())?;
    for (_, line) in pages.iter().take(LISTED) {
        writeln!(report, "  {line}")?;
    }
    Ok(total.rates())
}

fn segment_counts(segments: &Segments, text: &str) -> Counts {
    let held = |list: &[String]| {
        list.iter()
            .filter(|segment| text.contains(segment.as_str()))
            .count()
    };
    let true_positives = held(&segments.with);
    Counts {
        true_positives,
        false_positives: held(&segments.without),
        false_negatives: segments.with.len() - true_positives,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shingles_are_counted_as_multisets() {
        let counts = shingle_counts("a b c d e", "a b c d x");
        assert_eq!(
            counts,
            Counts {
                true_positives: 1,
                false_positives: 1,
                false_negatives: 1
            }
        );
        assert_eq!(shingle_counts("a b", "a b").rates().f1(), 1.0);
        assert_eq!(shingle_counts("", "").rates().f1(), 1.0);
        assert_eq!(shingle_counts("a b c d", "").rates().recall, 0.0);
    }

    #[test]
    fn segments_are_looked_up_verbatim() {
        let segments = Segments {
            file: String::new(),
            with: vec!["the ferry".into(), "the port".into()],
            without: vec!["Share".into()],
        };
        let counts = segment_counts(&segments, "When the ferry left. Share");
        assert_eq!(
            counts,
            Counts {
                true_positives: 1,
                false_positives: 1,
                false_negatives: 1
            }
        );
    }
}
