//! Agglomeration by mean score ("average link", UPGMA), in whole numbers and with fixed ties: the
//! groups depend on the scores and rules alone.

use super::rules::Rules;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Items put together.
pub(super) struct Group {
    /// Sorted.
    pub members: Vec<usize>,
    pub merges: Vec<Joined>,
}

/// Two groups that became one.
#[derive(Clone)]
pub(super) struct Joined {
    /// The pair across with the highest score; of equals the first. Where a person joined them, the
    /// pair that was joined.
    pub strongest: (usize, usize),
    /// Mean score of all pairs across.
    pub mean: i64,
    /// Index of the rule that joined them.
    pub rule: Option<usize>,
}

/// Sum of the scores across two groups, and of how many pairs.
#[derive(Clone, Copy)]
struct Across {
    sum: i64,
    pairs: i64,
    best: i64,
    strongest: (usize, usize),
}

impl Across {
    fn with(self, other: Across) -> Across {
        let first = (other.best, std::cmp::Reverse(other.strongest))
            > (self.best, std::cmp::Reverse(self.strongest));
        let best = if first { other } else { self };
        Across {
            sum: self.sum + other.sum,
            pairs: self.pairs,
            best: best.best,
            strongest: best.strongest,
        }
    }
}

/// A merge that may be made: the highest mean first, of equals the one of the first items.
#[derive(PartialEq, Eq)]
struct Candidate {
    sum: i64,
    pairs: i64,
    between: (usize, usize),
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let mine = i128::from(self.sum) * i128::from(other.pairs);
        let theirs = i128::from(other.sum) * i128::from(self.pairs);
        mine.cmp(&theirs).then(other.between.cmp(&self.between))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups in the making. A group keeps the number of its first item.
struct Linking<'r> {
    groups: Vec<Option<Group>>,
    across: Vec<BTreeMap<usize, Across>>,
    heap: BinaryHeap<Candidate>,
    /// To which article each item belongs: an article tells a happening once.
    articles: Vec<BTreeSet<usize>>,
    rules: &'r Rules,
}

/// Groups of items by the scores of pairs `(a, b)`, `a < b`; a pair without a score has 0. `article`
/// says for each item which article tells it. First what the rules join, then the highest mean first,
/// while it is `enough` and nothing forbids it.
pub(super) fn average_link(
    article: &[usize],
    scores: &BTreeMap<(usize, usize), i64>,
    rules: &Rules,
    enough: i64,
) -> Vec<Group> {
    let count = article.len();
    let alone = |i| Group {
        members: vec![i],
        merges: Vec::new(),
    };
    let mut linking = Linking {
        groups: (0..count).map(|i| Some(alone(i))).collect(),
        across: vec![BTreeMap::new(); count],
        heap: BinaryHeap::new(),
        articles: article.iter().map(|a| BTreeSet::from([*a])).collect(),
        rules,
    };
    for (&(a, b), &score) in scores {
        let one = Across {
            sum: score,
            pairs: 1,
            best: score,
            strongest: (a, b),
        };
        linking.across[a].insert(b, one);
        linking.across[b].insert(a, one);
        linking.heap.push(Candidate {
            sum: score,
            pairs: 1,
            between: (a, b),
        });
    }
    for &(a, b, rule) in rules.together() {
        linking.join_by_rule((a, b), rule);
    }
    linking.run(enough);
    linking.groups.into_iter().flatten().collect()
}

impl Linking<'_> {
    fn run(&mut self, enough: i64) {
        while let Some(candidate) = self.heap.pop() {
            if candidate.sum < enough * candidate.pairs {
                break;
            }
            let (a, b) = candidate.between;
            // What was pushed before a merge is stale.
            let Some(link) = self.across[a].get(&b).copied() else {
                continue;
            };
            if (link.sum, link.pairs) != (candidate.sum, candidate.pairs) || self.forbids(a, b) {
                continue;
            }
            let joined = Joined {
                strongest: link.strongest,
                mean: link.sum / link.pairs,
                rule: None,
            };
            self.join((a, b), joined);
        }
    }

    /// Whether two groups may not be joined: they hold two happenings of one article, or a person
    /// told some of their members apart. What is forbidden stays so as groups grow.
    fn forbids(&self, a: usize, b: usize) -> bool {
        let members = |g: usize| self.groups[g].as_ref().map_or(&[][..], |g| &g.members);
        !self.articles[a].is_disjoint(&self.articles[b]) || self.rules.apart(members(a), members(b))
    }

    /// Joins the groups of two items, unless they are in one.
    fn join_by_rule(&mut self, (a, b): (usize, usize), rule: usize) {
        let home = |item: usize| {
            let holds = |g: &&Option<Group>| g.as_ref().is_some_and(|g| g.members.contains(&item));
            let group = self.groups[..=item].iter().rev().find(holds)?;
            group.as_ref()?.members.first().copied()
        };
        let (Some(x), Some(y)) = (home(a), home(b)) else {
            return;
        };
        if x == y {
            return;
        }
        let (x, y) = (x.min(y), x.max(y));
        let link = self.across[x].get(&y).copied();
        let joined = Joined {
            strongest: (a.min(b), a.max(b)),
            mean: link.map_or(0, |link| link.sum / link.pairs),
            rule: Some(rule),
        };
        self.join((x, y), joined);
    }

    fn join(&mut self, (a, b): (usize, usize), joined: Joined) {
        let Some(taken) = self.groups[b].take() else {
            return;
        };
        let Some(kept) = self.groups[a].as_mut() else {
            return;
        };
        kept.members.extend(taken.members);
        kept.members.sort_unstable();
        kept.merges.extend(taken.merges);
        kept.merges.push(joined);
        let size = kept.members.len() as i64;
        let told = std::mem::take(&mut self.articles[b]);
        self.articles[a].extend(told);
        let theirs = std::mem::take(&mut self.across[b]);
        for (&other, &more) in theirs.iter().filter(|(other, _)| **other != a) {
            self.across[other].remove(&b);
            let mine = self.across[a].get(&other);
            let sum = mine.map_or(more, |mine| mine.with(more));
            self.across[a].insert(other, sum);
        }
        self.across[a].remove(&b);
        let others: Vec<usize> = self.across[a].keys().copied().collect();
        for other in others {
            let Some(size_other) = self.groups[other].as_ref().map(|g| g.members.len() as i64)
            else {
                continue;
            };
            let Some(mine) = self.across[a].get_mut(&other) else {
                continue;
            };
            mine.pairs = size * size_other;
            let updated = *mine;
            self.across[other].insert(a, updated);
            self.heap.push(Candidate {
                sum: updated.sum,
                pairs: updated.pairs,
                between: (a.min(other), a.max(other)),
            });
        }
    }
}
