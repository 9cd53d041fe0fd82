//! Drawing claims, stratified by type and certainty, and what is to be checked of each.

use crate::error::StoreError;
use crate::id::short_hash;
use crate::ledger::Ledger;
use crate::record::{ClaimRecord, Words};
use dateline_span::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A claim that was drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sampled {
    /// Id of the claim.
    pub claim: String,
    /// PLOVER type: with the certainty, its stratum.
    pub event_type: String,
    /// FactBank certainty.
    pub certainty: String,
    /// Claims of the stratum in the ledger.
    pub stratum_claims: u64,
    /// Claims drawn from it.
    pub stratum_drawn: u64,
    /// What is to be checked.
    pub fields: Vec<ReviewField>,
}

/// A value of a claim to be checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewField {
    /// `event`, `actor`, `recipient`, `victim`, `means`, `place`, `time`, `quantities`, `source`,
    /// `factuality`.
    pub field: String,
    /// Its value as a person reads it.
    pub value: String,
    /// The words it rests on, in the article's text.
    pub spans: Vec<Span>,
}

/// A person's answer about a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who answers.
    pub reviewer: String,
    /// Id of the claim.
    pub claim: String,
    /// The field.
    pub field: String,
    /// The answer.
    pub judgement: Judgement,
}

/// What a person says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Judgement {
    /// It is what the text says.
    Right,
    /// It is not.
    Wrong,
    /// The text does not decide it.
    Unsure,
}

type Stratum = (String, String);

impl Ledger {
    /// Draws `number` claims. Each type and certainty that occurs gets its share, at least one claim
    /// while there are enough. Which ones are drawn depends on `seed` and the claims' ids alone.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn sample(&self, number: usize, seed: u64) -> Result<Vec<Sampled>, StoreError> {
        let mut strata: BTreeMap<Stratum, Vec<(String, i64)>> = BTreeMap::new();
        for (row, id, event_type, certainty) in self.strata()? {
            let rank = short_hash(&format!("{seed}\n{id}"), 16);
            let stratum = strata.entry((event_type, certainty)).or_default();
            stratum.push((rank, row));
        }
        let sizes: Vec<usize> = strata.values().map(Vec::len).collect();
        let shares = shares(&sizes, number);
        let mut drawn = Vec::new();
        for (((event_type, certainty), claims), share) in strata.iter_mut().zip(shares) {
            claims.sort_unstable();
            for (rank, row) in claims.iter().take(share) {
                let claim = self.claim_in(*row)?;
                drawn.push((
                    rank.clone(),
                    Sampled {
                        fields: fields(&claim),
                        claim: claim.id,
                        event_type: event_type.clone(),
                        certainty: certainty.clone(),
                        stratum_claims: claims.len() as u64,
                        stratum_drawn: share as u64,
                    },
                ));
            }
        }
        // Strata mixed, so that whoever stops half-way has checked some of each.
        drawn.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(drawn.into_iter().map(|(_, sampled)| sampled).collect())
    }
}

/// How many to draw of each stratum: in proportion, at least one where there are enough for that, by
/// largest remainders.
fn shares(sizes: &[usize], number: usize) -> Vec<usize> {
    let total: usize = sizes.iter().sum();
    let number = number.min(total);
    if total == 0 {
        return Vec::new();
    }
    let quota = |size: usize| size as f64 * number as f64 / total as f64;
    let least = usize::from(number >= sizes.len());
    let mut shares: Vec<usize> = sizes
        .iter()
        .map(|&size| (quota(size).floor() as usize).max(least.min(size)))
        .collect();
    let behind = |shares: &[usize], at: usize| quota(sizes[at]) - shares[at] as f64;
    loop {
        let drawn: usize = shares.iter().sum();
        let order = |a: &usize, b: &usize| behind(&shares, *a).total_cmp(&behind(&shares, *b));
        let most = if drawn < number {
            (0..sizes.len())
                .filter(|&at| shares[at] < sizes[at])
                .max_by(order)
        } else if drawn > number {
            (0..sizes.len())
                .filter(|&at| shares[at] > least)
                .min_by(order)
        } else {
            return shares;
        };
        match most {
            Some(at) if drawn < number => shares[at] += 1,
            Some(at) => shares[at] -= 1,
            None => return shares,
        }
    }
}

/// What is to be checked of a claim: the values it has.
fn fields(claim: &ClaimRecord) -> Vec<ReviewField> {
    let mut fields = Vec::new();
    let mut add = |field: &str, value: String, words: Vec<&Words>| {
        if !value.is_empty() {
            fields.push(ReviewField {
                field: field.to_owned(),
                value,
                spans: words.into_iter().map(|words| words.span).collect(),
            });
        }
    };
    let mode = claim.event_mode.as_ref().map(|mode| format!(" / {mode}"));
    let event = format!("{}{}", claim.event_type, mode.unwrap_or_default());
    add("event", event, vec![&claim.trigger]);
    for role in ["actor", "recipient", "victim", "means"] {
        let words: Vec<&Words> = claim
            .with_role(role)
            .map(|argument| &argument.words)
            .collect();
        let names = claim
            .with_role(role)
            .map(|argument| match &argument.resolved {
                Some(resolved) => format!("{} = {}", argument.words.text, resolved.text),
                None => argument.words.text.clone(),
            });
        add(role, names.collect::<Vec<_>>().join("; "), words);
    }
    if let Some(place) = &claim.place {
        let located = place.location.as_ref().map(|l| match &l.country {
            Some(country) => format!(" = {} ({country})", l.name),
            None => format!(" = {}", l.name),
        });
        let value = format!("{}{}", place.words.text, located.unwrap_or_default());
        add("place", value, vec![&place.words]);
    }
    if let Some(time) = &claim.time {
        let days = match (&time.first, &time.last) {
            (Some(first), Some(last)) if first == last => format!(" = {first}"),
            (Some(first), Some(last)) => format!(" = {first} to {last}"),
            _ => String::new(),
        };
        add(
            "time",
            format!("{}{days}", time.words.text),
            vec![&time.words],
        );
    }
    let quantities: Vec<String> = claim
        .quantities
        .iter()
        .map(|q| match (&q.meaning, &q.of) {
            (Some(meaning), _) => format!("{} {meaning}", q.words.text),
            (None, Some(of)) => format!("{} ({})", q.words.text, of.text),
            (None, None) => q.words.text.clone(),
        })
        .collect();
    let words = claim.quantities.iter().map(|q| &q.words).collect();
    add("quantities", quantities.join("; "), words);
    let chain: Vec<&str> = claim
        .sources
        .iter()
        .map(|source| {
            source.name().unwrap_or(match source.kind.as_str() {
                "outlet" => "the article itself",
                kind => kind,
            })
        })
        .collect();
    let words = claim
        .sources
        .iter()
        .filter_map(|source| source.mention.as_ref())
        .collect();
    add("source", chain.join(" > "), words);
    let factuality = [&claim.polarity, &claim.certainty, &claim.tense];
    let factuality = factuality.map(String::as_str).join(" ");
    add("factuality", factuality, vec![&claim.trigger]);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stratum_gets_its_share_and_at_least_one() {
        assert_eq!(shares(&[90, 9, 1], 10), [8, 1, 1]);
        assert_eq!(shares(&[50, 50], 10), [5, 5]);
        assert_eq!(shares(&[3, 2], 10), [3, 2]);
        assert_eq!(shares(&[100, 1, 1, 1], 2).iter().sum::<usize>(), 2);
        assert_eq!(shares(&[], 5), Vec::<usize>::new());
        assert_eq!(shares(&[7, 7, 7], 0), [0, 0, 0]);
    }

    #[test]
    fn fields_that_a_claim_lacks_are_not_asked_for() {
        let claim = ClaimRecord {
            event_type: "AID".to_owned(),
            ..ClaimRecord::default()
        };
        let asked: Vec<String> = fields(&claim).into_iter().map(|f| f.field).collect();
        assert_eq!(asked, ["event", "factuality"]);
    }
}
