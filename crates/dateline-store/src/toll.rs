//! How many people something befell, where several tell different numbers.

use crate::record::ClaimRecord;
use serde::Serialize;
use std::collections::BTreeMap;

/// Low, best and high.
///
/// Each source counts once, through however many voices it speaks, with the last number that it told: numbers
/// are corrected as days go by. A voice that names no source is one itself. Of several numbers told on one day
/// the largest counts, since the others are parts of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Toll {
    /// The least that a source tells.
    pub low: u64,
    /// The number that most sources tell; of those told by equally many the one told last, and of those
    /// told last on one day the lower.
    pub best: u64,
    /// The greatest; absent where some source sets no bound ("more than 20").
    pub high: Option<u64>,
}

/// A number told.
#[derive(Clone, Copy, Debug)]
pub struct Vote<'a> {
    /// Number of the voice.
    pub voice: u32,
    /// The source as the text names it; absent for the text's own voice.
    pub source: Option<&'a str>,
    /// Day of publication, `YYYY-MM-DD`; without one it is taken as told first.
    pub published: Option<&'a str>,
    /// Least number that the words say.
    pub low: u64,
    /// Greatest; absent where they set no bound.
    pub high: Option<u64>,
}

impl Toll {
    /// By these numbers; absent where there is none.
    pub fn of(votes: &[Vote<'_>]) -> Option<Self> {
        let mut last: BTreeMap<Result<String, u32>, &Vote<'_>> = BTreeMap::new();
        for vote in votes {
            let source = vote.source.map(bare_name).ok_or(vote.voice);
            let kept = last.entry(source).or_insert(vote);
            let key = |v: &Vote<'_>| (v.published.map(str::to_owned), v.low, v.high);
            if key(vote) > key(kept) {
                *kept = vote;
            }
        }
        let mut weight: BTreeMap<u64, (usize, Option<&str>)> = BTreeMap::new();
        for vote in last.values() {
            let entry = weight.entry(vote.low).or_default();
            entry.0 += 1;
            entry.1 = entry.1.max(vote.published);
        }
        // Of equal weights `max_by_key` takes the last: go from the greatest number down.
        let (best, _) = weight.into_iter().rev().max_by_key(|(_, weight)| *weight)?;
        let highs: Option<Vec<u64>> = last.values().map(|vote| vote.high).collect();
        Some(Self {
            low: last.values().map(|vote| vote.low).min()?,
            best,
            high: highs.and_then(|highs| highs.into_iter().max()),
        })
    }
}

/// A source's name in lower case, without its article.
fn bare_name(name: &str) -> String {
    let name = name.to_lowercase();
    ["the ", "a ", "an "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(&name)
        .to_owned()
}

/// The number of people that a claim says something befell: words, least and greatest. Of several
/// numbers of one claim the largest counts: the others are parts of it.
pub(crate) fn told<'c>(
    claim: &'c ClaimRecord,
    meaning: &str,
) -> Option<(&'c str, u64, Option<u64>)> {
    let whole = |number: f64| (number >= 0.0 && number.fract() == 0.0).then_some(number as u64);
    let quantities = claim.quantities.iter();
    quantities
        .filter(|quantity| quantity.meaning.as_deref() == Some(meaning))
        .filter_map(|quantity| {
            let high = quantity.high.and_then(whole);
            Some((
                quantity.words.text.as_str(),
                quantity.low.and_then(whole)?,
                high,
            ))
        })
        .max_by_key(|(_, low, high)| (*low, *high))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(voice: u32, day: &str, number: u64) -> Vote<'_> {
        Vote {
            voice,
            source: None,
            published: Some(day),
            low: number,
            high: Some(number),
        }
    }

    #[test]
    fn each_source_counts_once_with_what_it_told_last() {
        let votes = [
            vote(1, "2025-03-01", 3),
            vote(1, "2025-03-02", 5),
            vote(1, "2025-03-02", 2),
            vote(2, "2025-03-01", 3),
            vote(3, "2025-03-03", 5),
        ];
        let toll = Toll::of(&votes).unwrap();
        assert_eq!((toll.low, toll.best, toll.high), (3, 5, Some(5)));
        let police = Vote {
            source: Some("Police"),
            ..vote(1, "2025-03-02", 3)
        };
        let toll = Toll::of(&[votes[0], votes[1], police]).unwrap();
        assert_eq!((toll.low, toll.best, toll.high), (3, 3, Some(5)));
    }

    #[test]
    fn a_source_is_one_through_several_voices() {
        let said = |source, vote| Vote {
            source: Some(source),
            ..vote
        };
        let votes = [
            said("the ministry", vote(1, "2025-03-01", 14)),
            said("The ministry", vote(2, "2025-03-03", 16)),
            said("a rights group", vote(1, "2025-03-01", 17)),
            said("A rights group", vote(3, "2025-03-03", 17)),
            vote(3, "2025-03-03", 16),
        ];
        let toll = Toll::of(&votes).unwrap();
        assert_eq!((toll.low, toll.best, toll.high), (16, 16, Some(17)));
    }

    #[test]
    fn of_numbers_told_by_equally_many_the_last_is_best() {
        let told = [vote(1, "2025-03-01", 9), vote(2, "2025-03-04", 4)];
        assert_eq!(Toll::of(&told).unwrap().best, 4);
        let on_one_day = [vote(1, "2025-03-01", 9), vote(2, "2025-03-01", 4)];
        assert_eq!(Toll::of(&on_one_day).unwrap().best, 4);
        assert_eq!(Toll::of(&[]), None);
    }

    #[test]
    fn a_source_without_a_bound_leaves_the_high_open() {
        let open = Vote {
            high: None,
            ..vote(2, "2025-03-02", 20)
        };
        let toll = Toll::of(&[vote(1, "2025-03-01", 30), open]).unwrap();
        assert_eq!((toll.low, toll.best, toll.high), (20, 20, None));
    }
}
