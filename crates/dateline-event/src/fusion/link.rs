//! Agglomeration by mean score ("average link", UPGMA), in whole numbers and with fixed ties: the
//! groups depend on the scores alone.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Items put together.
pub(super) struct Group {
    /// Sorted.
    pub members: Vec<usize>,
    pub merges: Vec<Joined>,
}

/// Two groups that became one.
#[derive(Clone)]
pub(super) struct Joined {
    /// The pair across with the highest score; of equals the first.
    pub strongest: (usize, usize),
    /// Mean score of all pairs across.
    pub mean: i64,
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

/// Groups of `count` items by the scores of pairs `(a, b)`, `a < b`; a pair without a score has 0.
/// Groups are joined, the highest mean first, while it is `enough`.
pub(super) fn average_link(
    count: usize,
    scores: &BTreeMap<(usize, usize), i64>,
    enough: i64,
) -> Vec<Group> {
    let mut groups: Vec<Option<Group>> = (0..count)
        .map(|i| {
            Some(Group {
                members: vec![i],
                merges: Vec::new(),
            })
        })
        .collect();
    let mut across: Vec<BTreeMap<usize, Across>> = vec![BTreeMap::new(); count];
    let mut heap = BinaryHeap::new();
    for (&(a, b), &score) in scores {
        let one = Across {
            sum: score,
            pairs: 1,
            best: score,
            strongest: (a, b),
        };
        across[a].insert(b, one);
        across[b].insert(a, one);
        heap.push(Candidate {
            sum: score,
            pairs: 1,
            between: (a, b),
        });
    }
    while let Some(candidate) = heap.pop() {
        if candidate.sum < enough * candidate.pairs {
            break;
        }
        let (a, b) = candidate.between;
        // A group keeps the number of its first item; what was pushed before a merge is stale.
        let Some(link) = across[a].get(&b).copied() else {
            continue;
        };
        if (link.sum, link.pairs) != (candidate.sum, candidate.pairs) {
            continue;
        }
        join(&mut groups, &mut across, &mut heap, (a, b), link);
    }
    groups.into_iter().flatten().collect()
}

fn join(
    groups: &mut [Option<Group>],
    across: &mut [BTreeMap<usize, Across>],
    heap: &mut BinaryHeap<Candidate>,
    (a, b): (usize, usize),
    link: Across,
) {
    let Some(taken) = groups[b].take() else {
        return;
    };
    let Some(kept) = groups[a].as_mut() else {
        return;
    };
    kept.members.extend(taken.members);
    kept.members.sort_unstable();
    kept.merges.extend(taken.merges);
    kept.merges.push(Joined {
        strongest: link.strongest,
        mean: link.sum / link.pairs,
    });
    let size = kept.members.len() as i64;
    let theirs = std::mem::take(&mut across[b]);
    for (&other, &more) in theirs.iter().filter(|(other, _)| **other != a) {
        across[other].remove(&b);
        let sum = across[a].get(&other).map_or(more, |mine| mine.with(more));
        across[a].insert(other, sum);
    }
    across[a].remove(&b);
    let others: Vec<usize> = across[a].keys().copied().collect();
    for other in others {
        let Some(size_other) = groups[other].as_ref().map(|g| g.members.len() as i64) else {
            continue;
        };
        let Some(mine) = across[a].get_mut(&other) else {
            continue;
        };
        mine.pairs = size * size_other;
        let updated = *mine;
        across[other].insert(a, updated);
        heap.push(Candidate {
            sum: updated.sum,
            pairs: updated.pairs,
            between: (a.min(other), a.max(other)),
        });
    }
}
