//! What several formats ask of a claim or an incident.

use super::across::Across;
use crate::crosswalk::{self, State};
use crate::record::{
    ArgumentRecord, ArticleRecord, ArticleRecords, ClaimRecord, IncidentRecord, LocationRecord,
    TimeRecord, Words,
};
use crate::toll::{self, Toll, Vote};
use sha2::{Digest, Sha256};

/// Claims of one happening with the articles they stand in.
pub(super) struct Happening<'a> {
    /// Of the incident across articles where several tell it, else of the article's own.
    pub id: &'a str,
    /// Whether it is several happenings told as one.
    pub campaign: bool,
    /// The articles that tell it, the first first, each with its voice.
    tellings: Vec<(&'a ArticleRecord, u32)>,
    pub claims: Vec<&'a ClaimRecord>,
}

impl<'a> Happening<'a> {
    /// The article that tells it first.
    pub fn article(&self) -> &'a ArticleRecord {
        self.tellings[0].0
    }

    /// The articles that tell it, the first first.
    pub fn articles(&self) -> impl Iterator<Item = &'a ArticleRecord> {
        self.tellings.iter().map(|(article, _)| *article)
    }

    /// Each claim with its article.
    pub fn told_in(&self) -> impl Iterator<Item = (&'a ArticleRecord, &'a ClaimRecord)> {
        let claims = self.claims.iter();
        claims.map(|claim| (self.telling(claim).0, *claim))
    }

    fn telling(&self, claim: &ClaimRecord) -> (&'a ArticleRecord, u32) {
        let mut tellings = self.tellings.iter();
        let found = tellings.find(|(article, _)| article.id == claim.article);
        *found.unwrap_or(&self.tellings[0])
    }

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

    /// Different namings of the innermost sources, an article's own voice as its outlet.
    pub fn sources(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (article, claim) in self.told_in() {
            let named = claim.innermost().and_then(|source| source.name());
            let name = named.or(article.outlet.as_deref());
            if let Some(name) = name.filter(|name| !names.iter().any(|n| n == name)) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// How many something befell: see [`Toll`]. Absent where no claim gives a number.
    pub fn toll(&self, meaning: &str) -> Option<Toll> {
        let votes: Vec<Vote<'_>> = self
            .claims
            .iter()
            .filter_map(|claim| {
                let (article, voice) = self.telling(claim);
                let (_, low, high) = toll::told(claim, meaning)?;
                Some(Vote {
                    voice,
                    source: claim.innermost().and_then(|source| source.name()),
                    published: article.anchor_date.as_deref(),
                    low,
                    high,
                })
            })
            .collect();
        Toll::of(&votes)
    }
}

/// The incidents whose first telling stands in this article, with all their tellings, reduced to the
/// claims that say the event happened; and how many claims do not.
pub(super) fn happenings<'a>(
    records: &'a ArticleRecords,
    across: &'a Across,
) -> (Vec<Happening<'a>>, u64) {
    let (mut own, left_out) = own_happenings(records, across);
    for incident in &records.incidents {
        for other in across.others.get(&incident.id).into_iter().flatten() {
            let mut told = other.records.incidents.iter();
            let Some(telling) = told.find(|i| i.id == other.incident) else {
                continue;
            };
            // What is not asserted is counted where its own article is written.
            let (asserted, _) = asserted(&other.records, telling);
            if asserted.is_empty() {
                continue;
            }
            let id = called(across, &incident.id);
            let here = match own.iter_mut().find(|happening| happening.id == id) {
                Some(here) => here,
                // The first telling denies it; another asserts it.
                None => {
                    own.push(Happening {
                        id,
                        campaign: incident.campaign,
                        tellings: Vec::new(),
                        claims: Vec::new(),
                    });
                    match own.last_mut() {
                        Some(last) => last,
                        None => continue,
                    }
                }
            };
            here.tellings.push((&other.records.article, other.voice));
            here.claims.extend(asserted);
        }
    }
    let elsewhere: Vec<&str> = records
        .incidents
        .iter()
        .filter(|incident| across.is_told_elsewhere(&incident.id))
        .map(|incident| called(across, &incident.id))
        .collect();
    own.retain(|happening| !elsewhere.contains(&happening.id));
    (own, left_out)
}

/// The article's incidents as it alone tells them, reduced to the claims that say the event happened; and
/// how many claims do not. They bear the id of the incident across articles, where there is one.
pub(super) fn own_happenings<'a>(
    records: &'a ArticleRecords,
    across: &'a Across,
) -> (Vec<Happening<'a>>, u64) {
    let mut left_out = 0;
    let mut found = Vec::new();
    for incident in &records.incidents {
        let (asserted, not) = asserted(records, incident);
        left_out += not;
        if !asserted.is_empty() {
            let voice = across
                .called
                .get(&incident.id)
                .map_or(1, |(_, voice)| *voice);
            found.push(Happening {
                id: called(across, &incident.id),
                campaign: incident.campaign,
                tellings: vec![(&records.article, voice)],
                claims: asserted,
            });
        }
    }
    (found, left_out)
}

/// What an article's incident is called: as the incident across articles, where it is part of one.
fn called<'a>(across: &'a Across, incident: &'a str) -> &'a str {
    across.called.get(incident).map_or(incident, |(id, _)| id)
}

/// The claims of an incident that say the event happened; and how many do not.
fn asserted<'a>(
    records: &'a ArticleRecords,
    incident: &IncidentRecord,
) -> (Vec<&'a ClaimRecord>, u64) {
    let claims = incident.claims.iter().filter_map(|id| records.claim(id));
    let (asserted, other): (Vec<_>, Vec<_>) = claims.partition(|claim| is_asserted(claim));
    (asserted, other.len() as u64)
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
pub(crate) fn name(argument: &ArgumentRecord) -> &str {
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

/// How many something befell, as one claim tells it.
pub(super) fn toll_of(claim: &ClaimRecord, meaning: &str) -> Option<u64> {
    toll::told(claim, meaning).map(|(_, low, _)| low)
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
    #[test]
    fn days_are_counted_with_both_ends() {
        assert_eq!(days("2025-03-01", "2025-03-01"), Some(1));
        assert_eq!(days("2025-02-27", "2025-03-02"), Some(4));
        assert_eq!(days("2025-02-30", "2025-03-02"), None);
    }
}
