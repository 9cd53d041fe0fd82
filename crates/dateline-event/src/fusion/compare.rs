//! Whether two profiles tell of one happening: what speaks for it and what against, in thousandths.

use super::profile::Profile;
use super::vectors::Vectors;
use jiff::civil::Date;

/// Each doubling of the days between two texts, counted in threes, speaks so much against.
const A_DOUBLING_OF_DAYS: f64 = 40.0;
/// A text without a day of publication: taken as three days from any other.
const UNDATED: i64 = 40;
/// A full name in both that few others have.
const A_PERSON: i64 = 50;
/// Shared names beyond so many add nothing.
const MOST_PEOPLE: usize = 3;
/// A name in more texts than this tells nothing.
const FEW: usize = 6;
/// People of one age in both; ages in both, none of them shared.
const AN_AGE: i64 = 50;
/// The same town; towns in both that differ.
const A_TOWN: i64 = 40;
/// The same day of the happening.
const A_DAY: i64 = 30;
/// Regions in both, none of them shared.
const A_REGION: i64 = 20;

/// Two profiles beside each other.
pub(super) struct Comparison {
    found: Vec<(i64, String)>,
}

impl Comparison {
    pub fn of(
        vectors: &Vectors,
        profiles: &[&Profile],
        (a, b): (usize, usize),
        alike: f64,
    ) -> Self {
        let (one, two) = (profiles[a], profiles[b]);
        let words = vectors.telling_words(a, b);
        let words = words.iter().take(8).copied().collect::<Vec<_>>().join(", ");
        let mut found = vec![((alike * 1000.0).round() as i64, format!("words: {words}"))];
        found.extend(days(one, two));
        found.extend(people(vectors, one, two));
        found.extend(ages(one, two));
        found.extend(towns(one, two));
        found.extend(regions(one, two));
        Self { found }
    }

    /// The sum.
    pub fn score(&self) -> i64 {
        self.found.iter().map(|(weight, _)| weight).sum()
    }

    /// Each piece with its weight.
    pub fn evidence(self) -> Vec<String> {
        let line = |(weight, words): (i64, String)| format!("{weight:+} {words}");
        self.found.into_iter().map(line).collect()
    }
}

/// Days between publications, or between the happenings where both texts date them.
fn days(one: &Profile, two: &Profile) -> Vec<(i64, String)> {
    let mut found = Vec::new();
    if let (Some(a), Some(b)) = (one.published, two.published) {
        let gap = between(a, b);
        let against = A_DOUBLING_OF_DAYS * (1.0 + f64::from(gap) / 3.0).log2();
        if gap > 0 {
            found.push((
                -(against.round() as i64),
                format!("{gap} days between publications"),
            ));
        }
    } else {
        found.push((-UNDATED, "no day of publication".to_owned()));
    }
    if let (Some(a), Some(b)) = (one.day, two.day) {
        match between(a, b) {
            0 => found.push((A_DAY, format!("both date it {a}"))),
            1 | 2 => {}
            gap => found.push((-A_DAY, format!("dated {gap} days apart"))),
        }
    }
    found
}

fn between(a: Date, b: Date) -> i32 {
    a.since(b).map_or(i32::MAX, |span| span.get_days().abs())
}

fn people(vectors: &Vectors, one: &Profile, two: &Profile) -> Option<(i64, String)> {
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

fn ages(one: &Profile, two: &Profile) -> Option<(i64, String)> {
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

fn towns(one: &Profile, two: &Profile) -> Option<(i64, String)> {
    let (a, b) = (one.town.as_ref()?, two.town.as_ref()?);
    Some(if a == b {
        (A_TOWN, format!("both in {a}"))
    } else {
        (-A_TOWN, format!("{a} and {b}"))
    })
}

fn regions(one: &Profile, two: &Profile) -> Option<(i64, String)> {
    let apart =
        !one.regions.is_empty() && !two.regions.is_empty() && one.regions.is_disjoint(&two.regions);
    apart.then(|| (-A_REGION, "no region in common".to_owned()))
}
