//! Trees: words that were attached too high go back to where they belong, and sentences are read
//! off. Both follow spaCy step by step (`nonproj.pyx`, `set_children_from_heads`), in how they
//! treat crossing arcs too.

/// Rounds in which the edges of subtrees may widen; spaCy's number.
const ROUNDS: usize = 12;

/// A parse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Head of each word; a root is its own.
    pub heads: Vec<u32>,
    /// Number of each word's label.
    pub labels: Vec<u16>,
    /// Whether a sentence starts at the word.
    pub sent_start: Vec<bool>,
}

/// First and last word below each word, itself included. Where arcs cross sentence borders, the
/// edges are widened again, for a bounded number of rounds.
fn edges(heads: &[u32]) -> Vec<(u32, u32)> {
    let mut edges: Vec<(u32, u32)> = (0..heads.len() as u32).map(|i| (i, i)).collect();
    let widen = |child: usize, edges: &mut Vec<(u32, u32)>| {
        let head = heads[child] as usize;
        let (left, right) = edges[child];
        edges[head].0 = edges[head].0.min(left);
        edges[head].1 = edges[head].1.max(right);
    };
    for _ in 0..ROUNDS {
        for child in 0..heads.len() {
            widen(child, &mut edges);
        }
        for child in (0..heads.len()).rev() {
            widen(child, &mut edges);
        }
        if heads_stay_inside(heads, &starts_of(heads, &edges)) {
            break;
        }
    }
    edges
}

/// Whether each word begins what hangs below a root.
fn starts_of(heads: &[u32], edges: &[(u32, u32)]) -> Vec<bool> {
    let mut starts = vec![false; heads.len()];
    for (word, head) in heads.iter().enumerate() {
        if *head as usize == word {
            starts[edges[word].0 as usize] = true;
        }
    }
    starts
}

/// Whether no arc leaves its sentence. As in spaCy, a sentence's first word may be the head of the
/// one before, and the last word of all is not looked at.
fn heads_stay_inside(heads: &[u32], starts: &[bool]) -> bool {
    let mut start = 0;
    for at in 0..heads.len() {
        if (at > 0 && starts[at]) || at + 1 == heads.len() {
            let inside = start as u32..=at as u32;
            if heads[start..at].iter().any(|head| !inside.contains(head)) {
                return false;
            }
            start = at;
        }
    }
    true
}

/// Where sentences start: at the first word below each root.
pub fn sentence_starts(heads: &[u32]) -> Vec<bool> {
    starts_of(heads, &edges(heads))
}

/// Undoes lifting: a word with label `a||b` is moved down to the nearest word below its head that
/// has label `b` (breadth first, left to right), and keeps label `a`.
pub fn reattach(tree: &mut Tree, is_space: &[bool], lifted: &[Option<(u16, u16)>]) {
    if tree.labels.iter().all(|l| lifted[*l as usize].is_none()) {
        return;
    }
    let edges = edges(&tree.heads);
    for word in 0..tree.heads.len() {
        let Some((label, sought)) = lifted[tree.labels[word] as usize] else {
            continue;
        };
        tree.heads[word] = descendant(tree, &edges, is_space, word, sought);
        tree.labels[word] = label;
    }
}

/// The word that `word` belongs to, or its present head.
fn descendant(
    tree: &Tree,
    edges: &[(u32, u32)],
    is_space: &[bool],
    word: usize,
    sought: u16,
) -> u32 {
    let head = tree.heads[word];
    let mut level = vec![head];
    let mut left = tree.heads.len();
    while !level.is_empty() {
        let mut next = Vec::new();
        for parent in level {
            let (first, last) = edges[parent as usize];
            for child in first..=last {
                let at = child as usize;
                let below = tree.heads[at] == parent && child != parent;
                if !below || is_space[at] || at == word {
                    continue;
                }
                if tree.labels[at] == sought {
                    return child;
                }
                next.push(child);
            }
        }
        // A tree has no more levels than words; this bounds the search whatever it is given.
        left = left.saturating_sub(1);
        if left == 0 {
            break;
        }
        level = next;
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_start_at_the_left_edge_of_a_root() {
        assert_eq!(
            sentence_starts(&[1, 1, 1, 4, 4]),
            [true, false, false, true, false]
        );
        assert_eq!(sentence_starts(&[]), Vec::<bool>::new());
    }

    #[test]
    fn a_lifted_word_goes_back_below() {
        // "A hearing is scheduled on it today": "on" was lifted from "hearing" to "scheduled".
        let (det, nsubj, aux, root, lifted, prep) = (0, 1, 2, 3, 4, 5);
        let mut tree = Tree {
            heads: vec![1, 3, 3, 3, 3],
            labels: vec![det, nsubj, aux, root, lifted],
            sent_start: vec![false; 5],
        };
        let table = [None, None, None, None, Some((prep, nsubj)), None];
        reattach(&mut tree, &[false; 5], &table);
        assert_eq!(tree.heads, [1, 3, 3, 3, 1]);
        assert_eq!(tree.labels[4], prep);
    }

    #[test]
    fn a_lifted_word_with_nowhere_to_go_stays() {
        let mut tree = Tree {
            heads: vec![1, 1],
            labels: vec![2, 0],
            sent_start: vec![false; 2],
        };
        reattach(&mut tree, &[false; 2], &[None, None, Some((1, 1))]);
        assert_eq!((tree.heads[0], tree.labels[0]), (1, 1));
    }
}
