//! What several formats ask of a claim or an incident.

use crate::crosswalk::{self, State};
use crate::record::{
    ArgumentRecord, ArticleRecord, ArticleRecords, ClaimRecord, LocationRecord, TimeRecord, Words,
};
use sha2::{Digest, Sha256};

/// Claims of one happening with the article they stand in.
pub(super) struct Happening<'a> {
    pub id: &'a str,
    pub article: &'a ArticleRecord,
    pub claims: Vec<&'a ClaimRecord>,
}

impl<'a> Happening<'a> {
    /// The claim that tells most of it: the first with the most of actor, recipient, place and time.
    pub fn fullest(&self) -> &'a ClaimRecord {
        let told = |claim: &ClaimRecord| {
            usize::from(party(claim, "actor").is_some())
                + usize::from(party(claim, "recipient").is_some())
                + usize::from(claim.place.is_some())
                + usize::from(day_of(claim).is_some())
        };
        let mut best = self.claims[0];
        for claim in &self.claims {
            if told(claim) > told(best) {
                best = claim;
            }
        }
        best
    }

    /// The first claim that tells it, as `of` sees it; the fullest claim is asked first.
    pub fn told<T>(&self, of: impl Fn(&'a ClaimRecord) -> Option<T>) -> Option<T> {
        of(self.fullest()).or_else(|| self.claims.iter().find_map(|claim| of(claim)))
    }

    /// Different namings of the innermost sources, the article's own voice as the outlet.
    pub fn sources(&self) -> Vec<String> {
        let mut names = Vec::new();
        for claim in &self.claims {
            let named = claim.innermost().and_then(|source| source.name());
            let name = named.or(self.article.outlet.as_deref());
            if let Some(name) = name.filter(|name| !names.iter().any(|n| n == name)) {
                names.push(name.to_owned());
            }
        }
        names
    }
}

/// The article's incidents, reduced to the claims that say the event happened; and how many claims
/// do not.
pub(super) fn happenings(records: &ArticleRecords) -> (Vec<Happening<'_>>, u64) {
    let mut left_out = 0;
    let mut found = Vec::new();
    for incident in &records.incidents {
        let claims = incident.claims.iter().filter_map(|id| records.claim(id));
        let (asserted, other): (Vec<_>, Vec<_>) = claims.partition(|claim| is_asserted(claim));
        left_out += other.len() as u64;
        if !asserted.is_empty() {
            found.push(Happening {
                id: &incident.id,
                article: &records.article,
                claims: asserted,
            });
        }
    }
    (found, left_out)
}

/// Whether the claim says that the event happened or is happening, and its source commits itself.
pub(super) fn is_asserted(claim: &ClaimRecord) -> bool {
    claim.polarity == "+"
        && matches!(claim.certainty.as_str(), "certain" | "probable")
        && matches!(claim.tense.as_str(), "past" | "ongoing")
}

/// The first who plays a role.
pub(super) fn party<'c>(claim: &'c ClaimRecord, role: &'static str) -> Option<&'c ArgumentRecord> {
    claim
        .arguments
        .iter()
        .find(|argument| argument.role == role)
}

/// Who was acted upon: the recipient, else the victim.
pub(super) fn target(claim: &ClaimRecord) -> Option<&ArgumentRecord> {
    party(claim, "recipient").or_else(|| party(claim, "victim"))
}

/// The best naming of a participant.
pub(super) fn name(argument: &ArgumentRecord) -> &str {
    let known = argument.identity.as_ref().and_then(|i| i.name.as_deref());
    let words = argument.resolved.as_ref().unwrap_or(&argument.words);
    known.unwrap_or(&words.text)
}

/// ISO 3166-1 alpha-3 code, or CAMEO's for what is no state.
pub(super) fn country(argument: &ArgumentRecord) -> Option<&str> {
    argument.identity.as_ref()?.country.as_deref()
}

/// The state a participant belongs to.
pub(super) fn state(argument: &ArgumentRecord) -> Option<&'static State> {
    country(argument).and_then(crosswalk::by_iso3)
}

/// PLOVER sector.
pub(super) fn sector(argument: &ArgumentRecord) -> Option<&str> {
    argument.identity.as_ref()?.sector.as_deref()
}

/// The day of the event, where the text gives one.
pub(super) fn day_of(claim: &ClaimRecord) -> Option<&str> {
    let time = claim.time.as_ref()?;
    let (first, last) = bounds(time)?;
    (first == last).then_some(first)
}

/// First and last day a time may be.
pub(super) fn bounds(time: &TimeRecord) -> Option<(&str, &str)> {
    Some((time.first.as_deref()?, time.last.as_deref()?))
}

/// How many days a time spans, both ends counted.
pub(super) fn days(first: &str, last: &str) -> Option<i32> {
    let date = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let (first, last) = (date(first)?, date(last)?);
    Some((last - first).get_days() + 1)
}

/// The place as the gazetteer knows it.
pub(super) fn location(claim: &ClaimRecord) -> Option<&LocationRecord> {
    claim.place.as_ref()?.location.as_ref()
}

/// Latitude and longitude, where both are known.
pub(super) fn point(claim: &ClaimRecord) -> Option<(f64, f64)> {
    let location = location(claim)?;
    Some((location.latitude, location.longitude))
}

/// The state that the event happened in: as resolved, else as a place named in the text says.
pub(super) fn state_of_place(claim: &ClaimRecord) -> Option<&'static State> {
    let place = claim.place.as_ref()?;
    if let Some(location) = &place.location {
        return location.country.as_deref().and_then(crosswalk::by_iso2);
    }
    let mut words = place.within.iter().rev().chain([&place.words]);
    words.find_map(|words| crosswalk::by_name(&words.text))
}

/// The place's own words.
pub(super) fn place_words(claim: &ClaimRecord) -> Option<&str> {
    claim.place.as_ref().map(|place| place.words.text.as_str())
}

/// How many people something befell, as the claims of one happening tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Toll {
    pub low: u64,
    /// The number that most claims give; of those given equally often, the lower.
    pub best: u64,
    /// Absent where some claim gives no upper bound ("more than 20").
    pub high: Option<u64>,
}

/// The toll by claims' quantities of this meaning; absent where none gives a number. Of several
/// numbers of one claim the largest counts: the others are parts of it.
pub(super) fn toll(claims: &[&ClaimRecord], meaning: &str) -> Option<Toll> {
    let whole = |number: f64| (number >= 0.0 && number.fract() == 0.0).then_some(number as u64);
    let told: Vec<(u64, Option<u64>)> = claims
        .iter()
        .filter_map(|claim| {
            let quantities = claim.quantities.iter();
            quantities
                .filter(|quantity| quantity.meaning.as_deref() == Some(meaning))
                .filter_map(|quantity| {
                    let high = quantity.high.and_then(whole);
                    Some((quantity.low.and_then(whole)?, high))
                })
                .max()
        })
        .collect();
    let votes = |number: u64| told.iter().filter(|(low, _)| *low == number).count();
    let low = told.iter().map(|(low, _)| *low).min()?;
    let mut best = low;
    for (number, _) in &told {
        let more = votes(*number) > votes(best);
        if more || (votes(*number) == votes(best) && *number < best) {
            best = *number;
        }
    }
    let highs: Option<Vec<u64>> = told.iter().map(|(_, high)| *high).collect();
    Some(Toll {
        low,
        best,
        high: highs.and_then(|highs| highs.into_iter().max()),
    })
}

/// A whole number made from an id: the same id gives the same number, below 10^15, so that it stays
/// exact where numbers are doubles.
pub(super) fn number_of(id: &str) -> u64 {
    let digest = Sha256::digest(id.as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest[..8]);
    u64::from_be_bytes(bytes) % 1_000_000_000_000_000
}

/// Byte offset in a text as a count of characters.
pub(super) fn characters(text: &str, byte: u32) -> Option<usize> {
    text.get(..byte as usize)
        .map(|before| before.chars().count())
}

/// Several values in one cell; absent where there is none.
pub(super) fn joined<'a>(values: impl Iterator<Item = &'a str>, with: &str) -> Option<String> {
    let values: Vec<&str> = values.collect();
    (!values.is_empty()).then(|| values.join(with))
}

/// An owned copy of words.
pub(super) fn text(words: &Words) -> String {
    words.text.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::QuantityRecord;

    fn claim(numbers: &[(f64, Option<f64>)]) -> ClaimRecord {
        let quantities = numbers.iter().map(|(low, high)| QuantityRecord {
            low: Some(*low),
            high: *high,
            meaning: Some("killed".to_owned()),
            ..QuantityRecord::default()
        });
        ClaimRecord {
            quantities: quantities.collect(),
            ..ClaimRecord::default()
        }
    }

    #[test]
    fn the_best_toll_is_the_one_most_claims_give() {
        let exact = |n: f64| (n, Some(n));
        let claims = [
            claim(&[exact(12.0), exact(3.0)]),
            claim(&[exact(12.0)]),
            claim(&[exact(10.0)]),
            claim(&[]),
        ];
        let claims: Vec<&ClaimRecord> = claims.iter().collect();
        let told = Toll {
            low: 10,
            best: 12,
            high: Some(12),
        };
        assert_eq!(toll(&claims, "killed"), Some(told));
        assert_eq!(toll(&claims[3..], "killed"), None);
        let open = claim(&[(20.0, None)]);
        assert_eq!(toll(&[&open], "killed").unwrap().high, None);
    }

    #[test]
    fn days_are_counted_with_both_ends() {
        assert_eq!(days("2025-03-01", "2025-03-01"), Some(1));
        assert_eq!(days("2025-02-27", "2025-03-02"), Some(4));
        assert_eq!(days("2025-02-30", "2025-03-02"), None);
    }
}
