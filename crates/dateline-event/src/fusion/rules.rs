//! What people decided: happenings that are one whatever the scores say, and such that are not.

use std::collections::{BTreeMap, BTreeSet};

/// One decision of a person about pairs of happenings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// Identifiers of happenings. Pairs that name one that is not there are passed over.
    pub pairs: Vec<[String; 2]>,
    /// Whether those of each pair are one happening, or two.
    pub together: bool,
    /// How it is told where it joined something: "joined by ann".
    pub told: String,
}

/// Rules by the numbers of the items, without contradiction.
#[derive(Default)]
pub(super) struct Rules {
    /// Pairs that are one, with the rule's index.
    together: Vec<(usize, usize, usize)>,
    /// For each item those it is not one with.
    apart: BTreeMap<usize, BTreeSet<usize>>,
}

impl Rules {
    /// The rules, the latest last: where two contradict each other, the later holds.
    pub fn of(rules: &[Rule], number: &BTreeMap<&str, usize>) -> Self {
        let mut kept = Self::default();
        let mut groups = Groups::new(number.len());
        for (index, rule) in rules.iter().enumerate().rev() {
            for [a, b] in &rule.pairs {
                let (Some(&a), Some(&b)) = (number.get(a.as_str()), number.get(b.as_str())) else {
                    continue;
                };
                let (x, y) = (groups.of(a), groups.of(b));
                if x == y {
                    continue;
                }
                if !rule.together {
                    kept.apart.entry(a).or_default().insert(b);
                    kept.apart.entry(b).or_default().insert(a);
                } else if !kept.apart(&groups.members[x], &groups.members[y]) {
                    kept.together.push((a, b, index));
                    groups.join(x, y);
                }
            }
        }
        kept
    }

    /// Pairs that are one, with the index of the rule that says so.
    pub fn together(&self) -> &[(usize, usize, usize)] {
        &self.together
    }

    /// Whether one of these and one of those are told apart.
    pub fn apart(&self, these: &[usize], those: &[usize]) -> bool {
        !self.apart.is_empty()
            && these.iter().any(|item| {
                let not_with = self.apart.get(item);
                not_with.is_some_and(|others| those.iter().any(|other| others.contains(other)))
            })
    }
}

/// Items by the group that rules put them into.
struct Groups {
    group: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self {
            group: (0..count).collect(),
            members: (0..count).map(|i| vec![i]).collect(),
        }
    }

    fn of(&self, item: usize) -> usize {
        self.group[item]
    }

    fn join(&mut self, one: usize, two: usize) {
        let moved = std::mem::take(&mut self.members[two]);
        for &item in &moved {
            self.group[item] = one;
        }
        self.members[one].extend(moved);
    }
}
