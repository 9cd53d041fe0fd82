//! Texts as vectors of their words, weighted by how rare each is in the whole set of articles.

use super::story::{Happening, Story};
use std::collections::{BTreeMap, BTreeSet};

/// How much more a word counts that is part of a name.
const OF_A_NAME: f64 = 1.3;
/// A set is weighed as if it held at least so many texts: in a set of two every shared word would
/// be common.
const FEWEST: usize = 200;
/// Share of the texts from which a word is too common to bring two of them together.
const COMMON: f64 = 0.2;
/// Least similarity of two articles that are compared at all.
const LEAST: f64 = 0.05;

/// Words that tell nothing, however few texts there are.
const FUNCTION_WORDS: &str = "a about after all also an and any are as at be because been before between both but by \
    can could did do during each for from had has have he her him his i if in into is it its last may more most \
    near new no not of on one only or other our out over s said says she so some such than that the their them \
    then there these they this those through to told two under until up was we were what when where which \
    while who will with would year years you";

/// A vector of unit length, sorted by word number.
pub(super) type Row = Vec<(usize, f64)>;

/// Vectors of articles, and what a vector of any text is made by.
pub(super) struct Vectors<'s> {
    rows: Vec<Row>,
    /// In how many articles each word stands.
    frequency: Vec<usize>,
    numbers: BTreeMap<&'s str, usize>,
    words: Vec<&'s str>,
    /// In how many articles a full name stands.
    people: BTreeMap<&'s str, usize>,
    /// Whether a word is one of [`FUNCTION_WORDS`].
    is_function: Vec<bool>,
    /// Articles, but at least [`FEWEST`].
    total: usize,
}

impl<'s> Vectors<'s> {
    pub fn of(stories: &[&'s Story]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut people: BTreeMap<&str, usize> = BTreeMap::new();
        for story in stories {
            for word in story.words.keys() {
                *counts.entry(word).or_default() += 1;
            }
            for name in &story.people {
                *people.entry(name).or_default() += 1;
            }
        }
        let function: BTreeSet<&str> = FUNCTION_WORDS.split_whitespace().collect();
        let mut vectors = Self {
            is_function: counts.keys().map(|word| function.contains(word)).collect(),
            rows: Vec::new(),
            frequency: counts.values().copied().collect(),
            numbers: counts.keys().enumerate().map(|(i, w)| (*w, i)).collect(),
            words: counts.keys().copied().collect(),
            people,
            total: stories.len().max(FEWEST),
        };
        let row = |story: &&Story| vectors.row(story, &story.words);
        vectors.rows = stories.iter().map(row).collect();
        vectors
    }

    /// The vector of some words of an article. Words that the article itself does not hold are passed
    /// over.
    fn row(&self, story: &Story, words: &BTreeMap<String, u32>) -> Row {
        let weighed = words.iter().filter_map(|(word, count)| {
            let number = *self.numbers.get(word.as_str())?;
            let rarity = ((self.total as f64 + 1.0) / (self.frequency[number] as f64 + 0.5)).ln();
            let name = if story.names.contains(word) {
                OF_A_NAME
            } else {
                1.0
            };
            Some((number, (1.0 + f64::from(*count).ln()) * rarity * name))
        });
        let mut row: Row = weighed.collect();
        let length = row.iter().map(|(_, x)| x * x).sum::<f64>().sqrt();
        if length > 0.0 {
            for (_, x) in &mut row {
                *x /= length;
            }
        }
        row
    }

    /// The vector of the sentences that tell a happening.
    pub fn happening(&self, story: &Story, happening: &Happening) -> Row {
        self.row(story, &happening.words)
    }

    /// In how many articles a full name stands.
    pub fn bearers(&self, name: &str) -> usize {
        self.people.get(name).copied().unwrap_or(0)
    }

    /// Whether a word stands in too many articles to tell anything.
    fn is_common(&self, word: usize) -> bool {
        self.is_function[word] || self.frequency[word] > (self.total as f64 * COMMON) as usize
    }

    /// Pairs of articles that share words that few have, with their similarity.
    pub fn alike(&self) -> Vec<((usize, usize), f64)> {
        let mut bearers: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.words.len()];
        let mut found = Vec::new();
        let mut sums = vec![0.0; self.rows.len()];
        for (i, row) in self.rows.iter().enumerate() {
            let mut met = Vec::new();
            for &(word, x) in row.iter().filter(|(w, _)| !self.is_common(*w)) {
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

    /// Similarity of two articles by the words that few have.
    pub fn cosine(&self, one: usize, two: usize) -> f64 {
        let shared = self.shared(&self.rows[one], &self.rows[two]);
        shared.iter().map(|(_, x)| x).sum()
    }

    /// Similarity of two vectors by the words that few articles have.
    pub fn cosine_of(&self, one: &Row, two: &Row) -> f64 {
        self.shared(one, two).iter().map(|(_, x)| x).sum()
    }

    /// The words that bring two articles together, heaviest first.
    pub fn telling_words(&self, one: usize, two: usize) -> Vec<&'s str> {
        self.heaviest(&self.rows[one], &self.rows[two])
    }

    /// The words that bring two vectors together, heaviest first.
    pub fn heaviest(&self, one: &Row, two: &Row) -> Vec<&'s str> {
        let mut shared = self.shared(one, two);
        shared.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        shared.into_iter().map(|(w, _)| self.words[w]).collect()
    }

    fn shared(&self, a: &Row, b: &Row) -> Row {
        a.iter()
            .filter(|(word, _)| !self.is_common(*word))
            .filter_map(|&(word, x)| {
                let at = b.binary_search_by_key(&word, |(w, _)| *w).ok()?;
                Some((word, x * b[at].1))
            })
            .collect()
    }
}
