//! Profiles as vectors of their words, weighted by how rare each is in the whole set.

use super::profile::Profile;
use std::collections::BTreeMap;

/// How much more a word counts that is part of a name.
const OF_A_NAME: f64 = 1.3;
/// A set is weighed as if it held at least so many texts: in a set of two every shared word would
/// be common.
const FEWEST: usize = 200;
/// Share of the texts from which a word is too common to bring two of them together.
const COMMON: f64 = 0.2;
/// Least similarity of two texts that are compared at all.
const LEAST: f64 = 0.05;

/// Vectors of unit length, each sorted by word number.
pub(super) struct Vectors {
    rows: Vec<Vec<(usize, f64)>>,
    /// In how many profiles each word stands.
    frequency: Vec<usize>,
    words: Vec<String>,
    /// In how many profiles a full name stands.
    people: BTreeMap<String, usize>,
}

impl Vectors {
    pub fn of(profiles: &[&Profile]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut people: BTreeMap<String, usize> = BTreeMap::new();
        for profile in profiles {
            for word in profile.words.keys() {
                *counts.entry(word).or_default() += 1;
            }
            for name in &profile.people {
                *people.entry(name.clone()).or_default() += 1;
            }
        }
        let numbers: BTreeMap<&str, usize> =
            counts.keys().enumerate().map(|(i, w)| (*w, i)).collect();
        let frequency: Vec<usize> = counts.values().copied().collect();
        let total = profiles.len().max(FEWEST) as f64;
        let weigh = |profile: &&Profile| {
            let mut row: Vec<(usize, f64)> = profile
                .words
                .iter()
                .map(|(word, count)| {
                    let number = numbers[word.as_str()];
                    let rarity = ((total + 1.0) / (frequency[number] as f64 + 0.5)).ln();
                    let name = if profile.names.contains(word) {
                        OF_A_NAME
                    } else {
                        1.0
                    };
                    (number, (1.0 + f64::from(*count).ln()) * rarity * name)
                })
                .collect();
            let length = row.iter().map(|(_, x)| x * x).sum::<f64>().sqrt();
            if length > 0.0 {
                for (_, x) in &mut row {
                    *x /= length;
                }
            }
            row
        };
        Self {
            rows: profiles.iter().map(weigh).collect(),
            words: counts.keys().map(|w| (*w).to_owned()).collect(),
            frequency,
            people,
        }
    }

    /// In how many profiles a full name stands.
    pub fn bearers(&self, name: &str) -> usize {
        self.people.get(name).copied().unwrap_or(0)
    }

    /// Pairs of profiles that share words that few have, with their similarity.
    pub fn alike(&self) -> Vec<((usize, usize), f64)> {
        let common = (self.rows.len().max(FEWEST) as f64 * COMMON) as usize;
        let mut bearers: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.words.len()];
        let mut found = Vec::new();
        let mut sums = vec![0.0; self.rows.len()];
        for (i, row) in self.rows.iter().enumerate() {
            let mut met = Vec::new();
            for &(word, x) in row.iter().filter(|(w, _)| self.frequency[*w] <= common) {
                for &(j, y) in &bearers[word] {
                    if sums[j] == 0.0 {
                        met.push(j);
                    }
                    sums[j] += x * y;
                }
                bearers[word].push((i, x));
            }
            met.sort_unstable();
            met.dedup();
            for j in met {
                if sums[j] > LEAST {
                    found.push(((j, i), sums[j]));
                }
                sums[j] = 0.0;
            }
        }
        found
    }

    /// Similarity of two profiles by the words that few have.
    pub fn cosine(&self, one: usize, two: usize) -> f64 {
        self.shared(one, two).iter().map(|(_, x)| x).sum()
    }

    /// The words that bring two profiles together, heaviest first.
    pub fn telling_words(&self, one: usize, two: usize) -> Vec<&str> {
        let mut shared = self.shared(one, two);
        shared.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        shared
            .into_iter()
            .map(|(word, _)| self.words[word].as_str())
            .collect()
    }

    fn shared(&self, one: usize, two: usize) -> Vec<(usize, f64)> {
        let common = (self.rows.len().max(FEWEST) as f64 * COMMON) as usize;
        let (a, b) = (&self.rows[one], &self.rows[two]);
        a.iter()
            .filter(|(word, _)| self.frequency[*word] <= common)
            .filter_map(|&(word, x)| {
                let at = b.binary_search_by_key(&word, |(w, _)| *w).ok()?;
                Some((word, x * b[at].1))
            })
            .collect()
    }
}
