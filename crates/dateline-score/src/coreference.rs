//! Measures of coreference: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), entity-based
//! CEAF with φ4 (Luo 2005), their mean (CoNLL 2012), and pairs.
//!
//! Mentions that only one side has are treated as the reference scorer does (Pradhan et al. 2014): a
//! cluster's size counts them, but nothing on the other side matches them.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use std::collections::BTreeMap;

/// Precision and recall as sums, so that they can be added over parts.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Ratio {
    /// Sum of what is right by the answer's clusters, and of what could be.
    pub precision: (f64, f64),
    /// The same by the annotation's clusters.
    pub recall: (f64, f64),
}

impl Ratio {
    /// Precision; 0 where nothing was answered.
    pub fn p(self) -> f64 {
        share(self.precision)
    }

    /// Recall; 0 where nothing was asked.
    pub fn r(self) -> f64 {
        share(self.recall)
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.p(), self.r());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }
}

fn share((right, all): (f64, f64)) -> f64 {
    if all > 0.0 { right / all } else { 0.0 }
}

/// Clusters of mentions of an annotation and of an answer beside each other. `M` identifies a
/// mention; each stands in at most one cluster of a side.
pub struct Clusterings {
    gold: Vec<usize>,
    ours: Vec<usize>,
    /// For each pair of overlapping clusters (gold, ours), how many mentions they share.
    shared: BTreeMap<(usize, usize), usize>,
}

impl Clusterings {
    /// From the clusters of either side.
    pub fn of<M: Ord + Clone>(gold: &[Vec<M>], ours: &[Vec<M>]) -> Self {
        let place: BTreeMap<&M, usize> = gold
            .iter()
            .enumerate()
            .flat_map(|(k, cluster)| cluster.iter().map(move |m| (m, k)))
            .collect();
        let mut shared = BTreeMap::new();
        for (r, cluster) in ours.iter().enumerate() {
            for mention in cluster {
                if let Some(&k) = place.get(mention) {
                    *shared.entry((k, r)).or_default() += 1;
                }
            }
        }
        Self {
            gold: gold.iter().map(Vec::len).collect(),
            ours: ours.iter().map(Vec::len).collect(),
            shared,
        }
    }

    /// Links: how many of a cluster's `size - 1` links survive in the other side's partition of it.
    pub fn muc(&self) -> Ratio {
        let side = |sizes: &[usize], index: fn(&(usize, usize)) -> usize| {
            let mut parts = vec![0; sizes.len()];
            let mut found = vec![0; sizes.len()];
            for (pair, count) in &self.shared {
                parts[index(pair)] += 1;
                found[index(pair)] += count;
            }
            let mut sum = (0.0, 0.0);
            for (i, &size) in sizes.iter().enumerate().filter(|(_, s)| **s > 0) {
                // What the other side lacks stands alone.
                let parts = parts[i] + (size - found[i]);
                sum.0 += (size - parts) as f64;
                sum.1 += (size - 1) as f64;
            }
            sum
        };
        Ratio {
            precision: side(&self.ours, |p| p.1),
            recall: side(&self.gold, |p| p.0),
        }
    }

    /// Mention by mention: what share of its cluster belongs to it.
    pub fn b_cubed(&self) -> Ratio {
        let side = |sizes: &[usize], index: fn(&(usize, usize)) -> usize| {
            let right = self
                .shared
                .iter()
                .map(|(pair, &count)| (count * count) as f64 / sizes[index(pair)] as f64)
                .sum();
            (right, sizes.iter().sum::<usize>() as f64)
        };
        Ratio {
            precision: side(&self.ours, |p| p.1),
            recall: side(&self.gold, |p| p.0),
        }
    }

    /// Clusters aligned one to one for the greatest sum of `2 |K ∩ R| / (|K| + |R|)`.
    pub fn ceaf_e(&self) -> Ratio {
        let best = self.components().iter().map(|c| self.aligned(c)).sum();
        let count = |sizes: &[usize]| sizes.iter().filter(|s| **s > 0).count() as f64;
        Ratio {
            precision: (best, count(&self.ours)),
            recall: (best, count(&self.gold)),
        }
    }

    /// The mean of the three F measures.
    pub fn conll_f1(&self) -> f64 {
        (self.muc().f1() + self.b_cubed().f1() + self.ceaf_e().f1()) / 3.0
    }

    /// Pairs of mentions in one cluster.
    pub fn pairs(&self) -> Ratio {
        let pairs = |n: usize| (n * n.saturating_sub(1) / 2) as f64;
        let both: f64 = self.shared.values().map(|n| pairs(*n)).sum();
        let side = |sizes: &[usize]| sizes.iter().map(|n| pairs(*n)).sum::<f64>();
        Ratio {
            precision: (both, side(&self.ours)),
            recall: (both, side(&self.gold)),
        }
    }

    /// Overlapping pairs by connected component: only within one can alignments compete.
    fn components(&self) -> Vec<Vec<(usize, usize)>> {
        let mut of_gold: Vec<Vec<usize>> = vec![Vec::new(); self.gold.len()];
        let mut of_ours: Vec<Vec<usize>> = vec![Vec::new(); self.ours.len()];
        for &(k, r) in self.shared.keys() {
            of_gold[k].push(r);
            of_ours[r].push(k);
        }
        let mut seen = vec![false; self.gold.len()];
        let mut components = Vec::new();
        for start in 0..self.gold.len() {
            let mut pairs = Vec::new();
            let mut open = vec![start];
            while let Some(k) = open.pop() {
                if std::mem::replace(&mut seen[k], true) {
                    continue;
                }
                for &r in &of_gold[k] {
                    pairs.push((k, r));
                    open.extend(of_ours[r].iter().filter(|k| !seen[**k]));
                }
            }
            if !pairs.is_empty() {
                components.push(pairs);
            }
        }
        components
    }

    fn aligned(&self, pairs: &[(usize, usize)]) -> f64 {
        /// Weights are whole numbers to the alignment.
        const SCALE: f64 = 1e9;
        let number = |items: Vec<usize>| -> BTreeMap<usize, usize> {
            let mut items = items;
            items.sort_unstable();
            items.dedup();
            items.into_iter().enumerate().map(|(i, x)| (x, i)).collect()
        };
        let rows = number(pairs.iter().map(|p| p.0).collect());
        let columns = number(pairs.iter().map(|p| p.1).collect());
        let side = rows.len().max(columns.len());
        let mut weights = Matrix::new(side, side, 0i64);
        for pair in pairs {
            let total = (self.gold[pair.0] + self.ours[pair.1]) as f64;
            let phi = 2.0 * self.shared[pair] as f64 / total;
            weights[(rows[&pair.0], columns[&pair.1])] = (phi * SCALE) as i64;
        }
        kuhn_munkres(&weights).0 as f64 / SCALE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    /// Luo 2005, figure 1: truth {1 2 3 4 5} {6 7} {8 9 A B C}.
    fn luo(ours: &[Vec<u8>]) -> Clusterings {
        let gold = [vec![1, 2, 3, 4, 5], vec![6, 7], vec![8, 9, 10, 11, 12]];
        Clusterings::of(&gold, ours)
    }

    #[test]
    fn worked_examples_of_luo_2005() {
        // (a): the last two entities merged; table 1: MUC .947, B3 .865, entity-based CEAF .733.
        let a = luo(&[vec![1, 2, 3, 4, 5], vec![6, 7, 8, 9, 10, 11, 12]]);
        assert!(close(a.muc().f1(), 18.0 / 19.0));
        assert!((a.b_cubed().f1() - 0.865).abs() < 0.001);
        assert!((a.ceaf_e().f1() - 0.733).abs() < 0.001);
        // (b): the first and the last merged; MUC .947, B3 .737, CEAF .667.
        let b = luo(&[vec![1, 2, 3, 4, 5, 8, 9, 10, 11, 12], vec![6, 7]]);
        assert!(close(b.muc().f1(), 18.0 / 19.0));
        assert!((b.b_cubed().f1() - 0.737).abs() < 0.001);
        assert!((b.ceaf_e().f1() - 0.667).abs() < 0.001);
        // (d): all apart; MUC 0, B3 .400, CEAF .178.
        let d = luo(&(1..=12).map(|m| vec![m]).collect::<Vec<_>>());
        assert!(close(d.muc().f1(), 0.0));
        assert!((d.b_cubed().f1() - 0.400).abs() < 0.001);
        assert!((d.ceaf_e().f1() - 0.178).abs() < 0.001);
    }

    #[test]
    fn mentions_of_one_side_only() {
        // Pradhan et al. 2014, section 6: key {a b c} {d e f g}, response {a b} {c d} {f g h i}:
        // MUC r 2/5 p 2/5; B3 r .42 (35/12 / 7), p .46 (4/8); CEAFe r .65 (1.3/2), p .43 (1.3/3).
        let c = Clusterings::of(
            &[vec!['a', 'b', 'c'], vec!['d', 'e', 'f', 'g']],
            &[vec!['a', 'b'], vec!['c', 'd'], vec!['f', 'g', 'h', 'i']],
        );
        assert!(close(c.muc().r(), 2.0 / 5.0) && close(c.muc().p(), 2.0 / 5.0));
        assert!(close(c.b_cubed().r(), 35.0 / 12.0 / 7.0) && close(c.b_cubed().p(), 4.0 / 8.0));
        assert!(close(c.ceaf_e().r(), 0.65) && close(c.ceaf_e().p(), 1.3 / 3.0));
    }

    #[test]
    fn pairs_are_counted_within_clusters() {
        let c = Clusterings::of(&[vec![1, 2, 3]], &[vec![1, 2], vec![3, 4]]);
        assert_eq!((c.pairs().p(), c.pairs().r()), (0.5, 1.0 / 3.0));
    }
}
