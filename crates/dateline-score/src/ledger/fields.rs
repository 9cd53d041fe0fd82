//! How right our claim is about one claim of the annotation, field by field.

use super::gold::{AUTHOR, DatedValues, GoldClaim, GoldLayer, Located};
use super::predicted::{Mention, Participant, Predicted, PredictedClaim, PredictedSource};
use super::referent::{Referent, Referents};
use crate::measure::{Overlap, Share};

/// One field that is right or wrong.
#[derive(Debug)]
pub struct Judgement {
    /// "type", "mode", "polarity", "certainty", "tense", "time".
    pub field: &'static str,
    /// Whether ours is right.
    pub right: bool,
    /// Whether the annotation calls it one reader's judgement.
    pub contested: bool,
    /// Ours.
    pub ours: String,
    /// The annotation's.
    pub gold: String,
}

/// One field that may hold several values: a role, or the chain of sources.
#[derive(Debug)]
pub struct Comparison {
    /// "actor", "recipient", "place", "means" or "source".
    pub field: &'static str,
    /// How ours and the annotation's overlap.
    pub overlap: Overlap,
    /// Whether the annotation calls it one reader's judgement.
    pub contested: bool,
    /// Ours.
    pub ours: String,
    /// The annotation's.
    pub gold: String,
}

/// All fields of one claim.
#[derive(Debug)]
pub struct ClaimScore {
    /// Index of the gold claim.
    pub gold: usize,
    /// Index of ours.
    pub ours: usize,
    /// Fields that are right or wrong.
    pub judgements: Vec<Judgement>,
    /// Fields that may hold several values.
    pub comparisons: Vec<Comparison>,
}

/// Compares one claim of ours with its gold claim; `dated` where the page was read with the
/// article's publication date.
pub fn score(
    pair: (usize, usize),
    claim: &GoldClaim,
    predicted: &Predicted,
    referents: &Referents,
    dated: Option<&DatedValues>,
) -> ClaimScore {
    let ours = &predicted.claims[pair.1];
    let mut judgements = vec![judge_type(claim, ours)];
    judgements.extend(judge_mode(claim, ours));
    judgements.extend(judge_factuality(claim, ours));
    judgements.push(judge_time(claim, predicted, ours, dated));
    let mut comparisons = compare_roles(claim, ours, referents);
    comparisons.push(compare_sources(claim, ours, referents));
    ClaimScore {
        gold: pair.0,
        ours: pair.1,
        judgements,
        comparisons,
    }
}

fn or_none(text: Option<&str>) -> String {
    text.unwrap_or("none").to_owned()
}

fn judge_type(claim: &GoldClaim, ours: &PredictedClaim) -> Judgement {
    Judgement {
        field: "type",
        right: claim.event_type() == Some(&ours.kind),
        contested: claim.is_contestable(&["plover"]),
        ours: ours.kind.clone(),
        gold: or_none(claim.event_type()),
    }
}

/// Modes are compared only where the types agree: those of another type cannot be right.
fn judge_mode(claim: &GoldClaim, ours: &PredictedClaim) -> Option<Judgement> {
    let code = claim
        .plover
        .as_ref()
        .filter(|c| c.kind.as_deref() == Some(&ours.kind))?;
    let also = ours
        .mode
        .as_ref()
        .is_some_and(|m| code.modes_also.contains(m));
    Some(Judgement {
        field: "mode",
        right: ours.mode == code.mode || also,
        contested: claim.is_contestable(&["plover"]),
        ours: or_none(ours.mode.as_deref()),
        gold: or_none(code.mode.as_deref()),
    })
}

/// Where an allegation is coded as the act of alleging, that act is a fact of the article's own
/// voice, and a reader who stops there sees it as certain.
fn judge_factuality(claim: &GoldClaim, ours: &PredictedClaim) -> Vec<Judgement> {
    let act_as_fact = codes_the_allegation(claim, ours)
        && ours.sources.len() < claim.layers().count()
        && (ours.polarity.as_str(), ours.certainty.as_str()) == ("+", "certain");
    let field = |field, ours: &str, gold: &str| Judgement {
        field,
        right: ours == gold || (act_as_fact && field != "tense"),
        contested: claim.is_contestable(&[field]),
        ours: ours.to_owned(),
        gold: gold.to_owned(),
    };
    vec![
        field("polarity", &ours.polarity, &claim.polarity),
        field("certainty", &ours.certainty, &claim.certainty),
        field("tense", &ours.tense, &claim.tense),
    ]
}

fn codes_the_allegation(claim: &GoldClaim, ours: &PredictedClaim) -> bool {
    claim.is_speech_act() && claim.event_type() == Some(&ours.kind)
}

/// Values of time that say no more than the words do.
const VAGUE: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

/// A time is right if its value is. Where the annotation has an expression without a value
/// ("later"), right is no time, or that very expression with a vague value. Where the act of alleging
/// is coded, no time is right too: the annotation's is that of what is alleged.
fn judge_time(
    claim: &GoldClaim,
    predicted: &Predicted,
    ours: &PredictedClaim,
    dated: Option<&DatedValues>,
) -> Judgement {
    let gold = dated.map_or(claim.time_value.as_deref(), |d| d.of(claim));
    let time = predicted.time_of(ours);
    let value = time.map(|t| match (&t.anchored, dated) {
        (Some(anchored), Some(_)) => anchored.as_str(),
        _ => t.value.as_str(),
    });
    let expression = claim.arg_spans.time_expression.map(Located::span);
    let right = match (gold, expression, time) {
        (_, _, None) if codes_the_allegation(claim, ours) => true,
        (Some(_), _, _) => value == gold,
        (None, _, None) => true,
        (None, Some(span), Some(t)) => {
            t.words.span.overlaps(span) && value.is_some_and(|v| VAGUE.contains(&v))
        }
        (None, None, Some(_)) => false,
    };
    Judgement {
        field: "time",
        right,
        contested: claim.is_contestable(&["time_expression", "time_value"]),
        ours: or_none(value),
        gold: or_none(gold),
    }
}

fn compare_roles(
    claim: &GoldClaim,
    ours: &PredictedClaim,
    referents: &Referents,
) -> Vec<Comparison> {
    let (actor, recipient) = if codes_the_allegation(claim, ours) {
        let accuser = claim.layers().last().filter(|l| l.text.is_some());
        (accuser.map(|l| referents.layer(l)), referents.actor(claim))
    } else {
        (referents.actor(claim), referents.recipient(claim))
    };
    let means = claim.arg_spans.means.iter();
    let means = means
        .map(|m| Referent::default().with_span(Some(*m)))
        .collect::<Vec<_>>();
    let role = |field, gold: &[Referent], ours: &[Participant]| {
        let mentions: Vec<&Mention> = ours.iter().map(|p| &p.mention).collect();
        compare_role(field, claim, gold, &mentions, Referent::is_participant)
    };
    // Where the act of alleging is coded, the annotation's place is that of what is alleged.
    let is_asked = ours.place.is_some() || !codes_the_allegation(claim, ours);
    let place = referents.place(claim).filter(|_| is_asked);
    vec![
        role("actor", actor.as_slice(), &ours.actors),
        role("recipient", recipient.as_slice(), &ours.recipients),
        role("means", &means, &ours.means),
        compare_role(
            "place",
            claim,
            place.as_slice(),
            ours.place.as_ref().as_slice(),
            Referent::is_named,
        ),
    ]
}

/// Several of our participants may stand for one of the annotation (conjuncts of one phrase): none
/// of them is wrong then, and the one is found.
fn compare_role(
    field: &'static str,
    claim: &GoldClaim,
    gold: &[Referent],
    ours: &[&Mention],
    is: fn(&Referent, &Mention) -> bool,
) -> Comparison {
    let right = ours
        .iter()
        .filter(|m| gold.iter().any(|g| is(g, m)))
        .count();
    let found = gold
        .iter()
        .filter(|g| ours.iter().any(|m| is(g, m)))
        .count();
    Comparison {
        field,
        overlap: Overlap {
            precision: Share {
                right,
                total: ours.len(),
            },
            recall: Share {
                right: found,
                total: gold.len(),
            },
        },
        contested: claim.is_contestable(&[field]),
        ours: listed(ours.iter().map(|m| m.naming())),
        gold: match field {
            "actor" => or_none(claim.actor.as_deref()),
            "recipient" => or_none(claim.recipient.as_deref()),
            "place" => or_none(claim.place.as_deref()),
            _ => format!("{} of them", gold.len()),
        },
    }
}

fn listed(words: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = words.collect();
    if all.is_empty() {
        "none".to_owned()
    } else {
        all.join(" | ")
    }
}

/// The voices beyond the article's own are compared; that one is in every chain and would only
/// raise the figure. Of the chains that the annotation accepts the one that suits ours best counts.
fn compare_sources(claim: &GoldClaim, ours: &PredictedClaim, referents: &Referents) -> Comparison {
    let layers: Vec<&GoldLayer> = claim.layers().collect();
    let mut accepted = vec![chain_overlap(layers.len(), &ours.sources, |g, link| {
        referents.is_layer(layers[g], link)
    })];
    if codes_the_allegation(claim, ours) {
        let before = layers.len().saturating_sub(1);
        let is = |g: usize, link: &PredictedSource| referents.is_layer(layers[g], link);
        accepted.push(chain_overlap(before, &ours.sources, is));
    }
    for names in &claim.source_alternatives {
        let voices: Vec<&String> = names.iter().filter(|n| *n != AUTHOR).collect();
        accepted.push(chain_overlap(voices.len(), &ours.sources, |g, link| {
            referents.is_voice(voices[g], link)
        }));
    }
    let worth = |o: Overlap| o.f1().unwrap_or(1.0);
    let best = accepted
        .into_iter()
        .reduce(|a, b| if worth(b) > worth(a) { b } else { a });
    Comparison {
        field: "source",
        overlap: best.unwrap_or_default(),
        contested: claim.is_contestable(&["source_chain"]),
        ours: listed(ours.sources.iter().map(source_words)),
        gold: listed(layers.iter().map(|l| l.name.clone())),
    }
}

fn source_words(link: &PredictedSource) -> String {
    link.mention
        .as_ref()
        .map_or_else(|| "(unnamed)".to_owned(), Mention::naming)
}

/// Pairs each accepted voice with the first free link of ours that is it.
fn chain_overlap(
    gold: usize,
    ours: &[PredictedSource],
    is: impl Fn(usize, &PredictedSource) -> bool,
) -> Overlap {
    let mut free: Vec<&PredictedSource> = ours.iter().collect();
    let mut pairs = 0;
    for g in 0..gold {
        if let Some(at) = free.iter().position(|link| is(g, link)) {
            free.remove(at);
            pairs += 1;
        }
    }
    Overlap::of_pairs(pairs, ours.len(), gold)
}
