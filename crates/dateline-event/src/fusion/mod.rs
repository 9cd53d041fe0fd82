//! Articles that are judged to be about one happening.
//!
//! Each article (or incident of one) is reduced to a small [`Profile`], and [`fuse`] puts profiles
//! together. What it gives is a function of the set of profiles: the order in which they come, and
//! whether they came one by one or at once, changes nothing. Scores are whole numbers (thousandths
//! of a similarity), so that sums do not depend on the order of adding either.
//!
//! Each merge keeps its evidence in words. Near-copies of one story are one voice: what forty papers
//! print from one wire is said once.

mod compare;
mod link;
mod profile;
#[cfg(test)]
mod tests;
mod vectors;
mod voice;

pub use profile::{Profile, Signature};

use compare::Comparison;
use serde::Serialize;
use std::collections::BTreeMap;
use vectors::Vectors;

/// Mean score, in thousandths, from which two groups of profiles are put together.
const ENOUGH: i64 = 100;

/// Profiles of one happening.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fused {
    /// Identifiers of its profiles, sorted.
    pub members: Vec<String>,
    /// The members by voice: near-copies of one story stand together. Their number is the number of
    /// independent tellings.
    pub voices: Vec<Vec<String>>,
    /// Each merge with its evidence, in the order in which groups were put together.
    pub merges: Vec<Merge>,
}

/// Why two groups of profiles were put together: the pair that speaks most for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Merge {
    /// A member of either group.
    pub between: [String; 2],
    /// Mean score of all pairs across the two groups, in thousandths.
    pub score: i64,
    /// What speaks for and against it, as a person would say it.
    pub evidence: Vec<String>,
}

/// The happenings that these profiles tell of: each profile is in exactly one, most alone. Sorted by
/// their first member. Of profiles with one identifier the first counts.
pub fn fuse(profiles: &[Profile]) -> Vec<Fused> {
    let by_id: BTreeMap<&str, &Profile> =
        profiles.iter().rev().map(|p| (p.id.as_str(), p)).collect();
    let sorted: Vec<&Profile> = by_id.into_values().collect();
    let vectors = Vectors::of(&sorted);
    let mut scores = BTreeMap::new();
    for (pair, alike) in vectors.alike() {
        let score = Comparison::of(&vectors, &sorted, pair, alike).score();
        if score != 0 {
            scores.insert(pair, score);
        }
    }
    let groups = link::average_link(sorted.len(), &scores, ENOUGH);
    groups
        .into_iter()
        .map(|group| {
            let merges = group.merges.iter().map(|merge| {
                let (a, b) = merge.strongest;
                let alike = vectors.cosine(a, b);
                Merge {
                    between: [sorted[a].id.clone(), sorted[b].id.clone()],
                    score: merge.mean,
                    evidence: Comparison::of(&vectors, &sorted, (a, b), alike).evidence(),
                }
            });
            Fused {
                merges: merges.collect(),
                voices: voice::voices(&sorted, &group.members),
                members: group
                    .members
                    .iter()
                    .map(|&i| sorted[i].id.clone())
                    .collect(),
            }
        })
        .collect()
}
