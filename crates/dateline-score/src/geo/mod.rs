//! `geo FILE`: names of places and which places they are; where events happen.
//!
//! The file tells which corpus it is:
//!
//! - `lgl.xml` (Local-Global Lexicon): toponyms with GeoNames points, articles of local papers;
//! - `GeoVirus.xml`: toponyms with Wikipedia's points, Wikinews on epidemics;
//! - `labeled_text.jsonl[.zip]` (event_location): the place of a given verb; only the relabelled gold
//!   rows are scored.
//!
//! Figures on toponyms: `f` over exact spans (a leading article left off on both sides); `acc161`,
//! the share of recognised gold toponyms with a point whose place is at most 161 km (100 miles)
//! away, as Gritta et al. define it; `e2e`, the same count over all gold toponyms with a point;
//! `median_km` over the recognised ones that were resolved. A recognised toponym without a place is
//! wrong.
//!
//! Quirks that live here: LGL annotates words for a country's people ("Russian"), places inside
//! other names ("Ohio Supreme Court") and streets; GeoVirus annotates none of these, and counts
//! characters from 1. LGL's articles carry the outlet's domain, which the engine is given as the
//! address that a page would state.
//!
//! `place_acc`: a row is right where neither gold nor we give a place, or where ours overlaps one of
//! gold's. Gold's character offsets are broken in the relabelled rows; its token offsets are used.

mod corpus;
mod events;

use crate::measure::{Overlap, Share, figure};
use anyhow::{Context, Result, bail};
use corpus::{Article, Scheme};
use dateline::Engine;
use dateline::event::toponym::{Surroundings, Toponym, Toponyms, Use};
use dateline_data::Gazetteer;
use dateline_data::gazetteer::distance_km;
use dateline_span::Span;
use std::fmt::Write;
use std::path::Path;

/// 100 miles.
const NEAR_KM: f64 = 161.0;

/// Runs the task: `FILE [--errors]`.
///
/// # Errors
/// If the file cannot be read or is none of the three.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(file) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("name a file: lgl.xml, GeoVirus.xml or labeled_text.jsonl.zip");
    };
    let path = Path::new(file);
    let bytes = std::fs::read(path).with_context(|| file.clone())?;
    let engine = Engine::new()?;
    match path.extension().and_then(|e| e.to_str()) {
        Some("xml") => {
            let text = String::from_utf8(bytes).context("the file is not UTF-8")?;
            toponyms(&engine, &corpus::parse(&text)?, errors)
        }
        Some("zip" | "jsonl" | "json") => events::score(&engine, &bytes, errors),
        _ => bail!("{file} is neither .xml nor .jsonl nor .zip"),
    }
}

/// Counts over toponyms.
#[derive(Default)]
struct Tally {
    spans: Overlap,
    /// Of recognised ones with a point, those near it.
    near: Share,
    /// Of all with a point.
    end_to_end: Share,
    distances: Vec<f64>,
}

fn toponyms(engine: &Engine, articles: &[Article], errors: bool) -> Result<String> {
    let mut tally = Tally::default();
    let mut report = String::new();
    for article in articles {
        let whole = Span::new(0, article.text.len());
        let doc = engine.read_parts(&article.text, &[whole]);
        let around = Surroundings {
            url: article.domain.as_deref(),
            ..Surroundings::default()
        };
        let found = Toponyms::find(&doc, engine.gazetteer(), around);
        let answers: Vec<&Toponym> = found
            .list
            .iter()
            .filter(|t| counts(article.scheme, t.used))
            .collect();
        tally.article(engine.gazetteer(), article, &answers);
        if errors {
            write_errors(&mut report, engine.gazetteer(), article, &answers)?;
        }
    }
    tally.distances.sort_by(f64::total_cmp);
    let median = tally.distances.get(tally.distances.len() / 2);
    writeln!(
        report,
        "{} articles; toponyms: {}",
        articles.len(),
        tally.spans
    )?;
    writeln!(
        report,
        "within 161 km: {} of recognised, {} of all",
        tally.near, tally.end_to_end
    )?;
    write!(
        report,
        "geo f={} acc161={} e2e={} median_km={}",
        figure(tally.spans.f1()),
        figure(tally.near.value()),
        figure(tally.end_to_end.value()),
        median.map_or("na".to_owned(), |m| format!("{m:.1}")),
    )?;
    Ok(report)
}

/// Whether a corpus annotates this use of a place's name.
fn counts(scheme: Scheme, used: Use) -> bool {
    match scheme {
        Scheme::Lgl => true,
        Scheme::GeoVirus => matches!(used, Use::Place | Use::Actor),
    }
}

impl Tally {
    fn article(&mut self, gazetteer: &Gazetteer, article: &Article, answers: &[&Toponym]) {
        let mut pairs = 0;
        for gold in &article.gold {
            let answer = answers.iter().find(|a| a.span == gold.span);
            pairs += usize::from(answer.is_some());
            let Some(point) = gold.point else { continue };
            let distance = answer
                .and_then(|a| a.resolution.as_ref())
                .map(|r| gazetteer.place(r.place))
                .map(|p| distance_km(point, (p.latitude, p.longitude)));
            let near = distance.is_some_and(|d| d <= NEAR_KM);
            self.end_to_end.judge(near);
            if answer.is_some() {
                self.near.judge(near);
            }
            self.distances.extend(distance);
        }
        self.spans
            .add(Overlap::of_pairs(pairs, answers.len(), article.gold.len()));
    }
}

fn write_errors(
    report: &mut String,
    gazetteer: &Gazetteer,
    article: &Article,
    answers: &[&Toponym],
) -> Result<()> {
    writeln!(
        report,
        "{} {}",
        article.name,
        article.domain.as_deref().unwrap_or("")
    )?;
    let around = |start: usize, end: usize| {
        let from = floor(&article.text, start.saturating_sub(40));
        let to = floor(&article.text, end + 40);
        article.text[from..to].replace('\n', " ")
    };
    for gold in &article.gold {
        let words = gold.span.slice(&article.text);
        let Some(answer) = answers.iter().find(|a| a.span == gold.span) else {
            writeln!(
                report,
                "  - missed {words}  | {}",
                around(gold.span.start as usize, gold.span.end as usize)
            )?;
            continue;
        };
        let Some(point) = gold.point else { continue };
        match &answer.resolution {
            None => writeln!(report, "  ? no place {words}")?,
            Some(r) => {
                let place = gazetteer.place(r.place);
                let km = distance_km(point, (place.latitude, place.longitude));
                if km > NEAR_KM {
                    let admin1 = gazetteer.admin1(r.place).map_or("", |p| p.name);
                    let country = gazetteer.country(r.place).map_or("", |c| c.iso2);
                    writeln!(
                        report,
                        "  ! {km:.0} km {words} as {} {admin1} {country} {} (gold {} {},{}) {:.2} {}",
                        place.name,
                        place.kind.name(),
                        gold.says,
                        point.0,
                        point.1,
                        r.score,
                        r.reason
                    )?;
                }
            }
        }
    }
    for answer in answers {
        if !article.gold.iter().any(|g| g.span == answer.span) {
            writeln!(
                report,
                "  + extra {} {:?} | {}",
                answer.span.slice(&article.text),
                answer.used,
                around(answer.span.start as usize, answer.span.end as usize)
            )?;
        }
    }
    Ok(())
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
