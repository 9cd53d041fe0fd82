//! `confidence FILE`: whether a claim's confidence says how often such claims are right, on
//! WikiEvents' articles.
//!
//! A claim is right where its trigger or a joined word stands on an annotated event of its type (see
//! [`crate::wikievents`]); claims that the annotation could not hold are left out. The annotators left
//! out events, too, so the shares are low for what is true. Prints the table of reliability (ten equal
//! steps), the Brier score and the expected calibration error: the mean distance of confidence and
//! share right over the steps, weighed by their claims.

use crate::given;
use crate::measure::{Share, figure};
use crate::wikievents::gold;
use crate::wikievents::score::{self, Stands, Tally};
use anyhow::{Context, Result, bail};
use dateline::Engine;
use std::fmt::Write;
use std::path::Path;

const STEPS: usize = 10;

/// Runs the task: `FILE`.
///
/// # Errors
/// If the corpus cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let [file] = arguments else {
        bail!("usage: confidence FILE");
    };
    let articles = gold::open(Path::new(file))?;
    let engine = Engine::new().context("the engine cannot be set up")?;
    let mut judged = Vec::new();
    let mut tally = Tally::default();
    for article in &articles {
        let reading = given::read(&engine, &article.text, &article.parts);
        let scored = score::score(article, &reading, engine.codebook(), &mut tally);
        for (index, claim) in reading.claims.iter().enumerate() {
            if scored.pairing.unjudged.contains(&index) {
                continue;
            }
            let right = scored.pairing.pairs.iter().any(|(event, word)| {
                word.claim == index
                    && word.stands != Stands::Mention
                    && article.events[*event].kinds().contains(&claim.event.kind)
            });
            judged.push((claim.confidence, right));
        }
    }
    let mut report = table(&judged)?;
    write!(
        report,
        "confidence claims={} brier={} ece={}",
        judged.len(),
        figure(brier(&judged)),
        figure(expected_error(&judged))
    )?;
    Ok(report)
}

/// The step that a confidence falls in.
fn step(confidence: f64) -> usize {
    ((confidence * STEPS as f64) as usize).min(STEPS - 1)
}

/// For each step: claims, mean confidence, share right.
fn steps(judged: &[(f64, bool)]) -> Vec<(usize, f64, Share)> {
    (0..STEPS)
        .filter_map(|k| {
            let (mut sum, mut share) = (0.0, Share::default());
            for (confidence, right) in judged.iter().filter(|(c, _)| step(*c) == k) {
                sum += confidence;
                share.judge(*right);
            }
            (share.total > 0).then(|| (k, sum / share.total as f64, share))
        })
        .collect()
}

fn table(judged: &[(f64, bool)]) -> Result<String> {
    let mut lines = String::new();
    for (k, mean, share) in steps(judged) {
        let from = k as f64 / STEPS as f64;
        writeln!(
            lines,
            "{from:.1}–{:.1}: mean confidence {mean:.3}, right {share}",
            from + 1.0 / STEPS as f64
        )?;
    }
    Ok(lines)
}

fn brier(judged: &[(f64, bool)]) -> Option<f64> {
    let error =
        |(confidence, right): &(f64, bool)| (confidence - f64::from(u8::from(*right))).powi(2);
    (!judged.is_empty()).then(|| judged.iter().map(error).sum::<f64>() / judged.len() as f64)
}

fn expected_error(judged: &[(f64, bool)]) -> Option<f64> {
    let weighed = |(_, mean, share): (usize, f64, Share)| {
        Some((mean - share.value()?).abs() * share.total as f64)
    };
    let sum: f64 = steps(judged).into_iter().filter_map(weighed).sum();
    (!judged.is_empty()).then(|| sum / judged.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calibrated_reading_has_no_error() {
        let judged = [(0.5, true), (0.5, false), (1.0, true)];
        assert_eq!(expected_error(&judged), Some(0.0));
        assert!((brier(&judged).unwrap() - 0.5 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn overconfidence_is_an_error() {
        assert_eq!(expected_error(&[(1.0, false)]), Some(1.0));
        assert_eq!(expected_error(&[]), None);
    }
}
