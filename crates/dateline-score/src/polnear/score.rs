//! How far found attributions cover annotated ones, role by role.

use super::gold::Attributed;
use crate::measure::figure;
use dateline_span::Span;
use std::ops::AddAssign;

/// The words of each role as sorted indices into the article's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// Source, cue, content.
    pub roles: [Vec<usize>; 3],
}

/// Names of the roles, in the order of [`Worded::roles`].
pub const ROLES: [&str; 3] = ["source", "cue", "content"];

/// The words of a text: runs of letters and digits.
pub struct Words(Vec<Span>);

impl Words {
    /// Cuts a text.
    pub fn of(text: &str) -> Self {
        let mut words = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    words.push(Span::new(from, at));
                    start = None;
                }
                _ => {}
            }
        }
        Self(words)
    }

    /// The roles' words.
    pub fn worded(&self, attributed: &Attributed) -> Worded {
        let of = |spans: &[Span]| {
            let mut found: Vec<usize> = spans.iter().flat_map(|s| self.within(*s)).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        Worded {
            roles: [
                of(&attributed.source),
                of(&attributed.cue),
                of(&attributed.content),
            ],
        }
    }

    fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.0.partition_point(|w| w.end <= span.start);
        let end = self.0.partition_point(|w| w.start < span.end);
        first..end.max(first)
    }
}

/// How many words two sorted lists share.
pub fn shared(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|w| b.binary_search(w).is_ok()).count()
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// Twice the shared words by all words: 1 for equal lists.
fn dice(a: &[usize], b: &[usize]) -> f64 {
    share(2 * shared(a, b), a.len() + b.len())
}

/// Pairs of found and annotated attributions, one to one, the best alike first.
pub fn align(found: &[Worded], gold: &[Worded]) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (f, one) in found.iter().enumerate() {
        for (g, other) in gold.iter().enumerate() {
            let alike: Vec<f64> = (0..3)
                .map(|r| dice(&one.roles[r], &other.roles[r]))
                .collect();
            if alike[1] > 0.0 || alike[2] > 0.0 {
                candidates.push((alike.iter().sum(), f, g));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used_found, mut used_gold) = (vec![false; found.len()], vec![false; gold.len()]);
    let mut pairs = Vec::new();
    for (_, f, g) in candidates {
        if !used_found[f] && !used_gold[g] {
            (used_found[f], used_gold[g]) = (true, true);
            pairs.push((f, g));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Credit on both sides and what it is divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Credit {
    precision: f64,
    answers: usize,
    recall: f64,
    gold: usize,
}

impl Credit {
    /// Harmonic mean of precision and recall; `None` with neither answers nor gold.
    pub fn f1(self) -> Option<f64> {
        if self.answers + self.gold == 0 {
            return None;
        }
        let p = self.precision / self.answers.max(1) as f64;
        let r = self.recall / self.gold.max(1) as f64;
        Some(if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        })
    }

    /// "f .. p .. r ..".
    pub fn line(self) -> String {
        format!(
            "f {} p {:.3} of {} r {:.3} of {}",
            figure(self.f1()),
            self.precision / self.answers.max(1) as f64,
            self.answers,
            self.recall / self.gold.max(1) as f64,
            self.gold
        )
    }
}

impl AddAssign for Credit {
    fn add_assign(&mut self, other: Self) {
        self.precision += other.precision;
        self.answers += other.answers;
        self.recall += other.recall;
        self.gold += other.gold;
    }
}

/// The figures of a set of articles: source, cue, content and the three together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// By shared words.
    pub overlap: [Credit; 4],
    /// All words or nothing.
    pub exact: [Credit; 4],
}

impl Tally {
    /// Adds an article.
    pub fn add(&mut self, found: &[Worded], gold: &[Worded], pairs: &[(usize, usize)]) {
        for tally in [&mut self.overlap, &mut self.exact] {
            for (role, credit) in tally[..3].iter_mut().enumerate() {
                let filled =
                    |side: &[Worded]| side.iter().filter(|a| !a.roles[role].is_empty()).count();
                credit.answers += filled(found);
                credit.gold += filled(gold);
            }
            tally[3].answers += found.len();
            tally[3].gold += gold.len();
        }
        for &(f, g) in pairs {
            self.add_pair(&found[f], &gold[g]);
        }
    }

    fn add_pair(&mut self, found: &Worded, gold: &Worded) {
        let (mut precision, mut recall) = (0.0, 0.0);
        let (mut asked, mut touched, mut equal) = (0.0, true, true);
        for role in 0..3 {
            let (f, g) = (&found.roles[role], &gold.roles[role]);
            if f.is_empty() && g.is_empty() {
                continue;
            }
            let both = shared(f, g);
            let (p, r) = (share(both, f.len()), share(both, g.len()));
            self.overlap[role].precision += p;
            self.overlap[role].recall += r;
            if f == g {
                self.exact[role].precision += 1.0;
                self.exact[role].recall += 1.0;
            }
            precision += p;
            recall += r;
            asked += 1.0;
            touched &= both > 0;
            equal &= f == g;
        }
        if touched && asked > 0.0 {
            self.overlap[3].precision += precision / asked;
            self.overlap[3].recall += recall / asked;
        }
        if equal {
            self.exact[3].precision += 1.0;
            self.exact[3].recall += 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worded(source: &[usize], cue: &[usize], content: &[usize]) -> Worded {
        Worded {
            roles: [source.to_vec(), cue.to_vec(), content.to_vec()],
        }
    }

    fn tally(found: &[Worded], gold: &[Worded]) -> Tally {
        let mut tally = Tally::default();
        tally.add(found, gold, &align(found, gold));
        tally
    }

    #[test]
    fn equal_attributions_score_one() {
        let all = [worded(&[0], &[1], &[2, 3]), worded(&[], &[7], &[8])];
        let scored = tally(&all, &all);
        for credit in scored.overlap.iter().chain(&scored.exact) {
            assert_eq!(credit.f1(), Some(1.0));
        }
    }

    #[test]
    fn half_the_words_score_in_proportion() {
        let scored = tally(
            &[worded(&[1], &[2], &[3, 4])],
            &[worded(&[0, 1], &[2], &[3, 4])],
        );
        // Precision 1, recall 1/2.
        assert_eq!(scored.overlap[0].f1(), Some(2.0 / 3.0));
        assert_eq!(scored.exact[0].f1(), Some(0.0));
        assert_eq!(scored.exact[1].f1(), Some(1.0));
        assert_eq!(scored.exact[3].f1(), Some(0.0));
        assert!(scored.overlap[3].f1() > Some(0.8));
    }

    #[test]
    fn a_wrong_source_is_no_triple() {
        let scored = tally(
            &[worded(&[9], &[2], &[3, 4])],
            &[worded(&[0], &[2], &[3, 4])],
        );
        assert_eq!(scored.overlap[1].f1(), Some(1.0));
        assert_eq!(scored.overlap[3].f1(), Some(0.0));
        let invented = tally(&[worded(&[9], &[2], &[3])], &[worded(&[], &[2], &[3])]);
        assert_eq!(invented.overlap[3].f1(), Some(0.0));
    }

    #[test]
    fn nested_attributions_pair_with_their_likes() {
        let outer = worded(&[0], &[1], &[2, 3, 4, 5, 6]);
        let inner = worded(&[2], &[3], &[4, 5, 6]);
        let pairs = align(&[inner.clone(), outer.clone()], &[outer, inner]);
        assert_eq!(pairs, [(0, 1), (1, 0)]);
    }

    #[test]
    fn words_are_letters_and_digits() {
        let text = "“No,” he’s said.";
        let words = Words::of(text);
        let found = words.worded(&Attributed {
            content: vec![Span::new(0, "“No,”".len())],
            ..Attributed::default()
        });
        assert_eq!(found.roles[2], [0]);
    }
}
