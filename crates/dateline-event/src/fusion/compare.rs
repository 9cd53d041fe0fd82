//! Whether two happenings that two articles tell of are one: what speaks for it and what against, in
//! thousandths. The articles are compared first (they tell one story or not), then what each says of
//! the happening.

use super::story::{Happening, Reach, Reality, Spot, Story};
use super::vectors::{Row, Vectors};
use super::voice::copies;
use dateline_data::gazetteer::distance_km;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Each doubling of the days between two texts, counted in threes, speaks so much against.
const A_DOUBLING_OF_DAYS: f64 = 40.0;
/// A text without a day of publication: taken as three days from any other.
const UNDATED: i64 = 40;
/// Days within which a text is printed again.
const COPIED_WITHIN: i32 = 14;
/// A full name in both that few others have.
const A_PERSON: i64 = 50;
/// Shared names beyond so many add nothing.
const MOST_PEOPLE: usize = 3;
/// A name in more texts than this tells nothing.
const FEW: usize = 10;
/// People of one age in both; ages in both, none of them shared.
const AN_AGE: i64 = 50;
/// Regions in both, none of them shared.
const A_REGION: i64 = 60;

/// What sentences in the very same words speak for; how much what sentences share is below that, where
/// they share nothing.
const SENTENCES: f64 = 200.0;
const UNLIKE: i64 = 30;
/// The same town; towns that lie apart.
const A_TOWN: i64 = 40;
/// Other countries, or towns whose points lie far apart. What else is alike is the wording of such news: two attacks in two
/// towns are told in one pattern.
const TWO_PLACES: i64 = 600;
/// Kilometres within which two points may be one town, and from which they are two.
const ONE_TOWN: f64 = 15.0;
const TWO_TOWNS: f64 = 40.0;
/// The same day of the happening.
const A_DAY: i64 = 45;
/// Days of the happenings that lie further apart than reports confuse them.
const TWO_DAYS: i64 = 120;
/// Who did it, or to whom it was done, is named in both: with and without a word in common.
const A_PARTY: i64 = 20;
/// The same number of dead or hurt, of several; numbers of which one is more than thrice the other.
const A_NUMBER: i64 = 20;
/// One article denies or plans what the other tells as done.
const OTHER_REALITY: i64 = 30;

/// Pieces of evidence: their weight, and what a person would say.
#[derive(Default)]
pub(super) struct Evidence(Vec<(i64, String)>);

impl Evidence {
    /// The sum.
    pub fn score(&self) -> i64 {
        self.0.iter().map(|(weight, _)| weight).sum()
    }

    /// Each piece with its weight.
    pub fn lines(self) -> Vec<String> {
        let line = |(weight, words): (i64, String)| format!("{weight:+} {words}");
        self.0.into_iter().map(line).collect()
    }

    /// This evidence and more.
    pub fn and(mut self, more: Evidence) -> Self {
        self.0.extend(more.0);
        self
    }
}

/// What speaks for and against two articles' telling one story.
pub(super) fn stories(
    vectors: &Vectors<'_>,
    all: &[&Story],
    (a, b): (usize, usize),
    alike: f64,
) -> Evidence {
    let (one, two) = (all[a], all[b]);
    let words = vectors.telling_words(a, b);
    let words = words.iter().take(8).copied().collect::<Vec<_>>().join(", ");
    let mut found = vec![((alike * 1000.0).round() as i64, format!("words: {words}"))];
    found.extend(publications(one, two));
    found.extend(own_words(one, two));
    found.extend(people(vectors, one, two));
    found.extend(ages(one, two));
    found.extend(regions(one, two));
    Evidence(found)
}

/// The very same words long after one another: what a site says to all who read it, a sign-in or a
/// line about itself. Copies of one story are printed within days.
fn own_words(one: &Story, two: &Story) -> Option<(i64, String)> {
    let gap = between(one.published?, two.published?);
    let repeated = gap > COPIED_WITHIN && one.id != two.id && copies(one, two);
    repeated.then(|| {
        (
            -TWO_PLACES,
            format!("the same words {gap} days apart are a site's own"),
        )
    })
}

/// Days between publications.
fn publications(one: &Story, two: &Story) -> Option<(i64, String)> {
    let (Some(a), Some(b)) = (one.published, two.published) else {
        return Some((-UNDATED, "no day of publication".to_owned()));
    };
    let gap = between(a, b);
    let against = A_DOUBLING_OF_DAYS * (1.0 + f64::from(gap) / 3.0).log2();
    let words = || format!("{gap} days between publications");
    (gap > 0).then(|| (-(against.round() as i64), words()))
}

fn between(a: Date, b: Date) -> i32 {
    a.since(b).map_or(i32::MAX, |span| span.get_days().abs())
}

fn people(vectors: &Vectors<'_>, one: &Story, two: &Story) -> Option<(i64, String)> {
    let rare = |name: &&String| vectors.bearers(name) <= FEW;
    let shared: Vec<&str> = one
        .people
        .intersection(&two.people)
        .filter(rare)
        .map(String::as_str)
        .collect();
    let count = shared.len().min(MOST_PEOPLE) as i64;
    (count > 0).then(|| (count * A_PERSON, format!("both name {}", shared.join(", "))))
}

fn ages(one: &Story, two: &Story) -> Option<(i64, String)> {
    if one.ages.is_empty() || two.ages.is_empty() {
        return None;
    }
    let shared: Vec<String> = one
        .ages
        .intersection(&two.ages)
        .map(u32::to_string)
        .collect();
    Some(if shared.is_empty() {
        (-AN_AGE, "people of other ages".to_owned())
    } else {
        (AN_AGE, format!("people aged {}", shared.join(", ")))
    })
}

fn regions(one: &Story, two: &Story) -> Option<(i64, String)> {
    let apart =
        !one.regions.is_empty() && !two.regions.is_empty() && one.regions.is_disjoint(&two.regions);
    apart.then(|| (-A_REGION, "no region in common".to_owned()))
}

/// What the sentences that tell two happenings share.
pub(super) fn sentences(vectors: &Vectors<'_>, one: &Row, two: &Row) -> Evidence {
    if one.is_empty() || two.is_empty() {
        return Evidence::default();
    }
    let alike = vectors.cosine_of(one, two);
    let weight = (alike * SENTENCES).round() as i64 - UNLIKE;
    let words = vectors.heaviest(one, two);
    let words = words.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    Evidence(vec![(weight, format!("sentences: {words}"))])
}

/// Whether a happening falls into a campaign: of its type, in its place and time, all of them told.
pub(super) fn falls_into(single: &Happening, campaign: &Happening) -> bool {
    let (Some(days), Some(whole)) = (single.days, campaign.days) else {
        return false;
    };
    let (Some(place), Some(around)) = (&single.place, &campaign.place) else {
        return false;
    };
    let of_country = place.country.is_some() && place.country == around.country;
    let inside = match around.reach {
        Reach::Country => of_country,
        Reach::Region => {
            of_country && place.division.is_some() && place.division == around.division
        }
        Reach::Town => of_country && place.reach == Reach::Town && place.name == around.name,
    };
    let real = single.reality == Reality::Real && campaign.reality == Reality::Real;
    inside
        && real
        && whole.0 <= days.0
        && days.1 <= whole.1
        && !single.types.is_disjoint(&campaign.types)
}

/// Whether two happenings may be one at all: of one type, both a campaign or neither, told as more
/// than supposed.
pub(super) fn may_be_one(one: &Happening, two: &Happening) -> bool {
    let untyped = one.types.is_empty() || two.types.is_empty();
    let supposed = one.reality == Reality::Supposed || two.reality == Reality::Supposed;
    (untyped || !one.types.is_disjoint(&two.types)) && one.campaign == two.campaign && !supposed
}

/// What speaks for and against two happenings' being one, beyond the articles' being one story.
pub(super) fn happenings(one: &Happening, two: &Happening) -> Evidence {
    let mut found = Vec::new();
    found.extend(days(one, two));
    found.extend(places(one, two));
    found.extend(parties("done by", &one.actors, &two.actors));
    found.extend(parties("done to", &one.targets, &two.targets));
    found.extend(numbers("killed", one.killed, two.killed));
    found.extend(numbers("hurt", one.injured, two.injured));
    if one.reality != two.reality {
        let words = "one is told as done, the other not";
        found.push((-OTHER_REALITY, words.to_owned()));
    }
    Evidence(found)
}

/// Single days; stretches of days only where they do not meet.
fn days(one: &Happening, two: &Happening) -> Option<(i64, String)> {
    let (a, b) = (one.days?, two.days?);
    if a.0 == a.1 && b.0 == b.1 {
        return match between(a.0, b.0) {
            0 => Some((A_DAY, format!("both date it {}", a.0))),
            1 | 2 => None,
            gap => Some((-TWO_DAYS, format!("dated {gap} days apart"))),
        };
    }
    let apart = a.1 < b.0 || b.1 < a.0;
    apart.then(|| (-A_DAY, "dated differently".to_owned()))
}

/// One town, two towns, or places of which neither may hold the other.
fn places(one: &Happening, two: &Happening) -> Option<(i64, String)> {
    let (a, b) = (one.place.as_ref()?, two.place.as_ref()?);
    let differ = |weight: i64| Some((-weight, format!("{} and {}", a.name, b.name)));
    let apart = |x: &Option<String>, y: &Option<String>| x.is_some() && y.is_some() && x != y;
    if apart(&a.country, &b.country) {
        return differ(TWO_PLACES);
    }
    if a.reach > Reach::Town || b.reach > Reach::Town {
        let divided = a.reach < Reach::Country && b.reach < Reach::Country;
        return match divided && apart(&a.division, &b.division) {
            true => differ(A_REGION),
            false => None,
        };
    }
    let same = a.name == b.name;
    match kilometres(a, b) {
        Some(km) if km > TWO_TOWNS => differ(TWO_PLACES),
        Some(km) if km > ONE_TOWN && !same => None,
        None if !same => differ(A_TOWN),
        _ => {
            let both = if same {
                a.name.clone()
            } else {
                format!("{} and {}, near each other", a.name, b.name)
            };
            Some((A_TOWN, format!("both in {both}")))
        }
    }
}

fn kilometres(a: &Spot, b: &Spot) -> Option<f64> {
    Some(distance_km(a.point?, b.point?))
}

fn parties(how: &str, one: &BTreeSet<String>, two: &BTreeSet<String>) -> Option<(i64, String)> {
    if one.is_empty() || two.is_empty() {
        return None;
    }
    let shared: Vec<&str> = one.intersection(two).map(String::as_str).collect();
    Some(if shared.is_empty() {
        (-A_PARTY, format!("{how} others"))
    } else {
        (A_PARTY, format!("{how} {}", shared.join(" ")))
    })
}

fn numbers(what: &str, one: Option<u64>, two: Option<u64>) -> Option<(i64, String)> {
    let (a, b) = (one?, two?);
    let (low, high) = (a.min(b), a.max(b));
    if low == high && low > 1 {
        return Some((A_NUMBER, format!("both count {low} {what}")));
    }
    let apart = high > 3 * low.max(1);
    apart.then(|| (-A_NUMBER, format!("{low} and {high} {what}")))
}
