//! B-cubed over incidents, extended to claims that belong to several (Amigó, Gonzalo, Artiles and
//! Verdejo 2009): a pair of claims counts by how many clusters they share here and there.

use crate::measure::figure;
use std::collections::BTreeSet;
use std::fmt;

/// One claim with its clusters in the annotation and in ours.
#[derive(Clone, Debug)]
pub struct Item {
    /// Clusters of the annotation.
    pub gold: BTreeSet<usize>,
    /// Clusters of ours.
    pub ours: BTreeSet<usize>,
}

/// Extended B-cubed precision and recall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BCubed {
    /// How much of what we put together belongs together.
    pub precision: Option<f64>,
    /// How much of what belongs together we put together.
    pub recall: Option<f64>,
}

impl BCubed {
    /// Over all items; an item always meets itself.
    pub fn of(items: &[Item]) -> Self {
        Self {
            precision: average(items, |i| &i.ours, |i| &i.gold),
            recall: average(items, |i| &i.gold, |i| &i.ours),
        }
    }

    /// The harmonic mean; `None` without items.
    pub fn f1(self) -> Option<f64> {
        let (p, r) = (self.precision?, self.recall?);
        Some(if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        })
    }
}

impl fmt::Display for BCubed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (p, r) = (figure(self.precision), figure(self.recall));
        write!(f, "f {} p {p} r {r}", figure(self.f1()))
    }
}

/// Mean over items of the mean over the partners they have in `base` of
/// `min(shared in base, shared in other) / shared in base`.
fn average(
    items: &[Item],
    base: impl Fn(&Item) -> &BTreeSet<usize>,
    other: impl Fn(&Item) -> &BTreeSet<usize>,
) -> Option<f64> {
    let of_item = |item: &Item| {
        let shares = items.iter().filter_map(|partner| {
            let in_base = base(item).intersection(base(partner)).count();
            let in_other = other(item).intersection(other(partner)).count();
            (in_base > 0).then(|| in_base.min(in_other) as f64 / in_base as f64)
        });
        mean(shares)
    };
    mean(items.iter().filter_map(of_item))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0usize), |(s, n), v| (s + v, n + 1));
    (count > 0).then(|| sum / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(rows: &[(&[usize], &[usize])]) -> Vec<Item> {
        let set = |s: &[usize]| s.iter().copied().collect();
        rows.iter()
            .map(|(g, o)| Item {
                gold: set(g),
                ours: set(o),
            })
            .collect()
    }

    #[test]
    fn without_overlap_it_is_plain_b_cubed() {
        // Gold {a b} {c}; ours {a} {b c}: precision (1 + 1/2 + 1/2) / 3, recall (1/2 + 1/2 + 1) / 3.
        let score = BCubed::of(&items(&[(&[0], &[0]), (&[0], &[1]), (&[1], &[1])]));
        assert_eq!(score.precision, Some(2.0 / 3.0));
        assert_eq!(score.recall, Some(2.0 / 3.0));
    }

    #[test]
    fn a_claim_of_two_incidents_is_whole_only_in_both() {
        let both = BCubed::of(&items(&[(&[0, 1], &[0, 1]), (&[0], &[0]), (&[1], &[1])]));
        assert_eq!(both.f1(), Some(1.0));
        let one = BCubed::of(&items(&[(&[0, 1], &[0]), (&[0], &[0]), (&[1], &[1])]));
        assert_eq!(one.precision, Some(1.0));
        assert!(one.recall < Some(1.0));
    }
}
