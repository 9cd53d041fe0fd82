//! Precision by field, and how far reviewers agree.

use super::agreement::{alpha, kappa, wilson};
use super::sample::{Answer, Judgement, Sampled};
use std::collections::{BTreeMap, BTreeSet};

/// How right a sample is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewReport {
    /// Claims drawn.
    pub sampled: u64,
    /// Claims of which at least one field was answered.
    pub answered: u64,
    /// By field, in the order they are asked; the last is all of them.
    pub fields: Vec<FieldPrecision>,
    /// Where there are two reviewers or more.
    pub agreement: Option<Agreement>,
}

/// How right a field is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldPrecision {
    /// The field, or `all`.
    pub field: String,
    /// Answers that say it is right.
    pub right: u64,
    /// Answers that say it is wrong.
    pub wrong: u64,
    /// Answers that do not decide; they count neither way.
    pub unsure: u64,
    /// Wilson's interval of 95 %; absent where nothing was decided.
    pub interval: Option<(f64, f64)>,
    /// Precision with every stratum counted by its share of the ledger; absent where nothing was
    /// decided.
    pub weighted: Option<f64>,
}

impl FieldPrecision {
    /// Right of right and wrong; absent where nothing was decided.
    pub fn precision(&self) -> Option<f64> {
        let decided = self.right + self.wrong;
        (decided > 0).then(|| self.right as f64 / decided as f64)
    }
}

/// How far reviewers agree, "unsure" being an answer like the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Their names.
    pub reviewers: Vec<String>,
    /// Fields that two of them or more answered.
    pub shared: u64,
    /// Cohen's kappa; for exactly two reviewers, where they differ at all.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha for names as values.
    pub alpha: Option<f64>,
}

type Key<'a> = (&'a str, &'a str);

/// Sums up the answers about a sample. Of several answers of one reviewer about one field the last
/// counts; answers about what was not drawn do not.
pub fn report(sample: &[Sampled], answers: &[Answer]) -> ReviewReport {
    let mut order: Vec<&str> = Vec::new();
    let mut weights: BTreeMap<Key<'_>, f64> = BTreeMap::new();
    for sampled in sample {
        let weight = sampled.stratum_claims as f64 / sampled.stratum_drawn.max(1) as f64;
        for field in &sampled.fields {
            weights.insert((&sampled.claim, &field.field), weight);
            if !order.contains(&field.field.as_str()) {
                order.push(&field.field);
            }
        }
    }
    let mut last: BTreeMap<Key<'_>, BTreeMap<&str, Judgement>> = BTreeMap::new();
    for answer in answers {
        let key = (answer.claim.as_str(), answer.field.as_str());
        if weights.contains_key(&key) {
            let by_reviewer = last.entry(key).or_default();
            by_reviewer.insert(&answer.reviewer, answer.judgement);
        }
    }
    let of = |field: Option<&str>| {
        let asked = last
            .iter()
            .filter(|((_, f), _)| field.is_none_or(|field| field == *f));
        let answered = asked.flat_map(|(key, by)| by.values().map(|j| (weights[key], *j)));
        precision(field.unwrap_or("all"), answered)
    };
    let claims: BTreeSet<&str> = last.keys().map(|(claim, _)| *claim).collect();
    ReviewReport {
        sampled: sample.len() as u64,
        answered: claims.len() as u64,
        fields: order.into_iter().map(Some).chain([None]).map(of).collect(),
        agreement: agreement(&last),
    }
}

fn precision(field: &str, answers: impl Iterator<Item = (f64, Judgement)>) -> FieldPrecision {
    let mut found = FieldPrecision {
        field: field.to_owned(),
        ..FieldPrecision::default()
    };
    let (mut right, mut decided) = (0.0, 0.0);
    for (weight, judgement) in answers {
        match judgement {
            Judgement::Right => {
                found.right += 1;
                right += weight;
                decided += weight;
            }
            Judgement::Wrong => {
                found.wrong += 1;
                decided += weight;
            }
            Judgement::Unsure => found.unsure += 1,
        }
    }
    found.interval = wilson(found.right, found.right + found.wrong);
    found.weighted = (decided > 0.0).then(|| right / decided);
    found
}

fn agreement(last: &BTreeMap<Key<'_>, BTreeMap<&str, Judgement>>) -> Option<Agreement> {
    let reviewers: BTreeSet<&str> = last.values().flat_map(|by| by.keys().copied()).collect();
    if reviewers.len() < 2 {
        return None;
    }
    let units: Vec<Vec<Judgement>> = last
        .values()
        .map(|by| by.values().copied().collect())
        .collect();
    let pairs: Vec<(Judgement, Judgement)> = units
        .iter()
        .filter_map(|unit| match unit[..] {
            [one, two] => Some((one, two)),
            _ => None,
        })
        .collect();
    Some(Agreement {
        shared: units.iter().filter(|unit| unit.len() > 1).count() as u64,
        kappa: (reviewers.len() == 2).then(|| kappa(&pairs)).flatten(),
        alpha: alpha(&units),
        reviewers: reviewers.into_iter().map(str::to_owned).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::ReviewField;
    use super::*;

    fn drawn(claim: &str, stratum_claims: u64) -> Sampled {
        let field = |field: &str| ReviewField {
            field: field.to_owned(),
            ..ReviewField::default()
        };
        Sampled {
            claim: claim.to_owned(),
            stratum_claims,
            stratum_drawn: 1,
            fields: vec![field("event"), field("actor")],
            ..Sampled::default()
        }
    }

    fn answer(reviewer: &str, claim: &str, field: &str, judgement: Judgement) -> Answer {
        Answer {
            reviewer: reviewer.to_owned(),
            claim: claim.to_owned(),
            field: field.to_owned(),
            judgement,
        }
    }

    #[test]
    fn the_last_answer_of_a_reviewer_counts_and_strata_weigh() {
        let sample = [drawn("a", 9), drawn("b", 1)];
        let answers = [
            answer("ann", "a", "event", Judgement::Wrong),
            answer("ann", "a", "event", Judgement::Right),
            answer("ann", "b", "event", Judgement::Wrong),
            answer("ann", "b", "actor", Judgement::Unsure),
            answer("ann", "c", "event", Judgement::Wrong),
        ];
        let found = report(&sample, &answers);
        let event = &found.fields[0];
        assert_eq!((event.right, event.wrong, event.unsure), (1, 1, 0));
        assert_eq!(event.precision(), Some(0.5));
        assert_eq!(event.weighted, Some(0.9));
        assert_eq!(found.fields[1].precision(), None);
        assert_eq!(found.fields[2].field, "all");
        assert_eq!((found.sampled, found.answered), (2, 2));
        assert_eq!(found.agreement, None);
    }

    #[test]
    fn two_reviewers_are_compared_on_what_both_answered() {
        let sample = [drawn("a", 1), drawn("b", 1)];
        let answers = [
            answer("ann", "a", "event", Judgement::Right),
            answer("bo", "a", "event", Judgement::Right),
            answer("ann", "b", "event", Judgement::Wrong),
            answer("bo", "b", "event", Judgement::Wrong),
            answer("bo", "b", "actor", Judgement::Wrong),
        ];
        let agreed = report(&sample, &answers).agreement.unwrap();
        assert_eq!(
            (agreed.shared, agreed.kappa, agreed.alpha),
            (2, Some(1.0), Some(1.0))
        );
    }
}
