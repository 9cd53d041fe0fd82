//! What a person reads: every claim right, wrong and missed, then the figures.

use super::fields::{ClaimScore, Comparison, Judgement};
use super::predicted::{Predicted, PredictedClaim};
use super::{GoldPage, LedgerScore};
use crate::measure::{Overlap, Share, figure};
use std::fmt::{self, Write};

/// The detail, and as its last line `ledger key=value …`.
///
/// The fields of a claim that are right are shown only where `all` are asked for.
pub fn report(
    gold_page: &GoldPage,
    predicted: &Predicted,
    score: &LedgerScore,
    all: bool,
) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_report(&mut text, gold_page, predicted, score, all);
    text
}

fn write_report(
    out: &mut String,
    gold_page: &GoldPage,
    predicted: &Predicted,
    score: &LedgerScore,
    all: bool,
) -> fmt::Result {
    write_page(out, score)?;
    write_pairs(out, gold_page, predicted, score, all)?;
    write_unmatched(out, gold_page, predicted, score)?;
    write_traps(out, gold_page, score)?;
    write_contestable(out, score)?;
    write!(out, "{}", last_line(score))
}

fn write_page(out: &mut String, score: &LedgerScore) -> fmt::Result {
    let page = &score.page;
    writeln!(out, "# Page")?;
    writeln!(
        out,
        "articles {}\ndiscards {}",
        page.articles, page.discards
    )?;
    writeln!(out, "captions {}, credits {}", page.captions, page.credits)?;
    writeln!(out, "quotes {}, speakers {}", page.quotes, page.speakers)?;
    write!(out, "{}", page.errors)
}

/// Fields whose values are single.
fn judgements<'s>(
    score: &'s LedgerScore,
    field: &'s str,
    contested: bool,
) -> impl Iterator<Item = &'s Judgement> {
    let all = score.claims.iter().flat_map(|c| &c.judgements);
    all.filter(move |j| j.field == field && j.contested == contested)
}

fn share(score: &LedgerScore, field: &str, contested: bool) -> Share {
    let mut share = Share::default();
    judgements(score, field, contested).for_each(|j| share.judge(j.right));
    share
}

const ROLES: [&str; 4] = ["actor", "recipient", "place", "means"];

fn overlap(score: &LedgerScore, fields: &[&str], contested: bool) -> Overlap {
    let all = score.claims.iter().flat_map(|c| &c.comparisons);
    let mut sum = Overlap::default();
    all.filter(|c| fields.contains(&c.field) && c.contested == contested)
        .for_each(|c| sum.add(c.overlap));
    sum
}

fn write_pairs(
    out: &mut String,
    gold_page: &GoldPage,
    predicted: &Predicted,
    score: &LedgerScore,
    all: bool,
) -> fmt::Result {
    writeln!(out, "\n# Claims found: {}", score.claims.len())?;
    for claim in &score.claims {
        let gold = &gold_page.gold.claims[claim.gold];
        let ours = &predicted.claims[claim.ours];
        let (id, line, words) = (&gold.id, gold.line, &ours.trigger.text);
        writeln!(out, "{id} line {line} «{words}» {}", type_and_mode(ours))?;
        write_fields(out, claim, all)?;
    }
    Ok(())
}

fn type_and_mode(claim: &PredictedClaim) -> String {
    let mode = claim
        .mode
        .as_ref()
        .map_or_else(String::new, |m| format!("/{m}"));
    format!("{}{mode}", claim.kind)
}

fn write_fields(out: &mut String, claim: &ClaimScore, all: bool) -> fmt::Result {
    let line = |field, right, contested, ours: &str, gold: &str| {
        let verdict = if right { "right" } else { "WRONG" };
        format!(
            "  {verdict} {field}: «{gold}», ours «{ours}»{}",
            mark(contested)
        )
    };
    for j in claim.judgements.iter().filter(|j| all || !j.right) {
        writeln!(
            out,
            "{}",
            line(j.field, j.right, j.contested, &j.ours, &j.gold)
        )?;
    }
    let is_shown = |c: &&Comparison| !c.overlap.is_full() || (all && c.overlap.f1().is_some());
    for c in claim.comparisons.iter().filter(is_shown) {
        let right = c.overlap.is_full();
        writeln!(
            out,
            "{}",
            line(c.field, right, c.contested, &c.ours, &c.gold)
        )?;
    }
    Ok(())
}

fn mark(contested: bool) -> &'static str {
    if contested { " (contestable)" } else { "" }
}

fn write_unmatched(
    out: &mut String,
    gold_page: &GoldPage,
    predicted: &Predicted,
    score: &LedgerScore,
) -> fmt::Result {
    let alignment = &score.alignment;
    writeln!(out, "\n# Claims missed: {}", alignment.missed.len())?;
    for index in &alignment.missed {
        let gold = &gold_page.gold.claims[*index];
        let words = gold.located.span().slice(&gold_page.page.text);
        let trigger = gold.trigger.span().slice(&gold_page.page.text);
        let kind = gold.event_type().unwrap_or_default();
        writeln!(
            out,
            "{} line {} {kind} «{trigger}»: {words}",
            gold.id, gold.line
        )?;
    }
    let of_ours = |(index, why): &(usize, String)| {
        let claim = &predicted.claims[*index];
        let line = gold_page
            .page
            .lines_of(claim.trigger.span)
            .next()
            .unwrap_or(0);
        format!(
            "line {line} «{}» {}: {why}",
            claim.trigger.text,
            type_and_mode(claim)
        )
    };
    writeln!(
        out,
        "\n# Claims of ours that are wrong: {}",
        alignment.spurious.len()
    )?;
    alignment
        .spurious
        .iter()
        .try_for_each(|s| writeln!(out, "{}", of_ours(s)))?;
    writeln!(
        out,
        "\n# Claims of ours that count neither way: {}",
        alignment.neutral.len()
    )?;
    alignment
        .neutral
        .iter()
        .try_for_each(|s| writeln!(out, "{}", of_ours(s)))
}

fn write_traps(out: &mut String, gold_page: &GoldPage, score: &LedgerScore) -> fmt::Result {
    let Some(traps) = &score.traps else {
        return writeln!(out, "\n# Traps: none is encoded for this page");
    };
    let entries = gold_page.gold.must_not.len();
    writeln!(
        out,
        "\n# Traps: {} of {entries} encoded, {} met something of ours, {} violated",
        traps.encoded,
        traps.met.len(),
        traps.violated()
    )?;
    for (id, line, words) in &traps.caught {
        let what = gold_page
            .gold
            .must_not
            .iter()
            .find(|m| m.id == *id)
            .map_or("", |m| &m.what);
        writeln!(out, "{id} line {line}: {words}  [{what}]")?;
    }
    Ok(())
}

fn write_contestable(out: &mut String, score: &LedgerScore) -> fmt::Result {
    writeln!(out, "\n# Contestable, in no figure below")?;
    writeln!(
        out,
        "contestable speakers {}",
        score.page.contested_speakers
    )?;
    for field in ["type", "mode", "polarity", "certainty", "tense", "time"] {
        writeln!(out, "contestable {field} {}", share(score, field, true))?;
    }
    writeln!(out, "contestable roles {}", overlap(score, &ROLES, true))?;
    writeln!(
        out,
        "contestable source {}",
        overlap(score, &["source"], true)
    )?;
    writeln!(out, "\n# Uncontested")?;
    writeln!(out, "claims {}", score.alignment.overlap())?;
    for role in ROLES {
        writeln!(out, "{role} {}", overlap(score, &[role], false))?;
    }
    writeln!(out, "source {}", overlap(score, &["source"], false))?;
    writeln!(out, "incidents b3 {}\n", score.incidents)
}

fn last_line(score: &LedgerScore) -> String {
    let page = &score.page;
    let claims = score.alignment.overlap();
    let traps = score.traps.as_ref();
    let count = |n: Option<usize>| n.map_or_else(|| "na".to_owned(), |n| n.to_string());
    let fields = [
        ("articles_f", figure(page.articles.f1())),
        ("discards_f", figure(page.discards.f1())),
        ("quotes_f", figure(page.quotes.f1())),
        ("speakers_acc", figure(page.speakers.value())),
        ("claims_p", figure(claims.precision.value())),
        ("claims_r", figure(claims.recall.value())),
        ("claims_f", figure(claims.f1())),
        ("type_acc", figure(share(score, "type", false).value())),
        ("roles_f", figure(overlap(score, &ROLES, false).f1())),
        ("source_f", figure(overlap(score, &["source"], false).f1())),
        (
            "polarity_acc",
            figure(share(score, "polarity", false).value()),
        ),
        (
            "certainty_acc",
            figure(share(score, "certainty", false).value()),
        ),
        ("time_acc", figure(share(score, "time", false).value())),
        ("incidents_b3", figure(score.incidents.f1())),
        ("traps", count(traps.map(|t| t.violated()))),
        ("traps_encoded", count(traps.map(|t| t.encoded))),
        ("captions_f", figure(page.captions.f1())),
        ("mode_acc", figure(share(score, "mode", false).value())),
        ("tense_acc", figure(share(score, "tense", false).value())),
    ];
    let pairs = fields.iter().map(|(key, value)| format!("{key}={value}"));
    format!("ledger {}", pairs.collect::<Vec<_>>().join(" "))
}
