//! Happenings of several articles that are judged to be one.
//!
//! Each article is reduced to a small [`Story`] with the happenings that it tells of (its incidents), and
//! [`fuse`] puts happenings of different articles together. What it gives is a function of the set of
//! stories and of what people decided: the order in which they come, and whether they came one by one
//! or at once, changes nothing. Scores are whole numbers (thousandths of a similarity), so that sums do
//! not depend on the order of adding either.
//!
//! What one article tells apart stays apart, unless a person says otherwise. A campaign is only ever
//! put together with the same campaign told elsewhere; which happenings belong to it is said beside it
//! ([`Fused::holds`]).
//!
//! Each merge keeps its evidence in words. Near-copies of one story are one voice: what forty papers
//! print from one wire is said once.

mod compare;
mod link;
mod rules;
mod story;
#[cfg(test)]
mod tests;
mod vectors;
mod voice;

pub use rules::Rule;
pub use story::{Happening, Reach, Reality, Signature, Spot, Story};

use compare::Evidence;
use rules::Rules;
use serde::Serialize;
use std::collections::BTreeMap;
use vectors::{Row, Vectors};

/// Mean score, in thousandths, from which two groups of happenings are put together.
const ENOUGH: i64 = 110;
/// Least score of two articles whose happenings are compared.
const ONE_STORY: i64 = 0;

/// Tellings of one happening.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fused {
    /// Identifiers of the happenings put together, sorted.
    pub members: Vec<String>,
    /// The members by voice: near-copies of one story stand together. Their number is the number of
    /// independent tellings.
    pub voices: Vec<Vec<String>>,
    /// Each merge with its evidence, in the order in which groups were put together.
    pub merges: Vec<Merge>,
    /// Of a campaign: the first members of the happenings that fall into it, sorted.
    pub holds: Vec<String>,
}

/// Why two groups of happenings were put together: the pair that speaks most for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Merge {
    /// A member of either group.
    pub between: [String; 2],
    /// Mean score of all pairs across the two groups, in thousandths.
    pub score: i64,
    /// What speaks for and against it, as a person would say it.
    pub evidence: Vec<String>,
    /// Index of the rule by which a person joined them.
    pub rule: Option<usize>,
}

/// Every happening of the set, with its story.
struct Set<'s> {
    stories: Vec<&'s Story>,
    /// Number of the story and the happening, in the order of identifiers within each story.
    items: Vec<(usize, &'s Happening)>,
    vectors: Vectors<'s>,
    rows: Vec<Row>,
}

/// The happenings that these stories tell of: each is in exactly one group, most alone. Sorted by
/// their first member. Of stories with one identifier the first counts. Rules are what people decided,
/// the latest last.
pub fn fuse(stories: &[Story], rules: &[Rule]) -> Vec<Fused> {
    let set = Set::of(stories);
    let number: BTreeMap<&str, usize> = set
        .items
        .iter()
        .enumerate()
        .map(|(i, (_, happening))| (happening.id.as_str(), i))
        .collect();
    let article: Vec<usize> = set.items.iter().map(|(story, _)| *story).collect();
    let decided = Rules::of(rules, &number);
    let groups = link::average_link(&article, &set.scores(), &decided, ENOUGH);
    let mut fused: Vec<(Fused, usize)> = groups
        .iter()
        .map(|group| (set.fused(group, rules), group.members[0]))
        .collect();
    set.fill_campaigns(&mut fused);
    let mut fused: Vec<Fused> = fused.into_iter().map(|(fused, _)| fused).collect();
    fused.sort_by(|a, b| a.members.cmp(&b.members));
    fused
}

impl<'s> Set<'s> {
    fn of(stories: &'s [Story]) -> Self {
        let by_id: BTreeMap<&str, &Story> =
            stories.iter().rev().map(|s| (s.id.as_str(), s)).collect();
        let stories: Vec<&Story> = by_id.into_values().collect();
        let vectors = Vectors::of(&stories);
        let mut items: Vec<(usize, &Happening)> = Vec::new();
        for (i, story) in stories.iter().enumerate() {
            let mut told: Vec<&Happening> = story.happenings.iter().collect();
            told.sort_by_key(|happening| &happening.id);
            items.extend(told.into_iter().map(|happening| (i, happening)));
        }
        let row = |(story, happening): &(usize, &Happening)| {
            vectors.happening(stories[*story], happening)
        };
        Self {
            rows: items.iter().map(row).collect(),
            stories,
            items,
            vectors,
        }
    }

    /// Scores of pairs of happenings that articles of one story tell.
    fn scores(&self) -> BTreeMap<(usize, usize), i64> {
        let mut of_story: Vec<Vec<usize>> = vec![Vec::new(); self.stories.len()];
        for (item, (story, _)) in self.items.iter().enumerate() {
            of_story[*story].push(item);
        }
        let mut scores = BTreeMap::new();
        for ((one, two), alike) in self.vectors.alike() {
            let story = compare::stories(&self.vectors, &self.stories, (one, two), alike).score();
            if story < ONE_STORY {
                continue;
            }
            for &a in &of_story[one] {
                for &b in &of_story[two] {
                    if compare::may_be_one(self.items[a].1, self.items[b].1) {
                        scores.insert((a, b), story + self.happenings(a, b).score());
                    }
                }
            }
        }
        scores
    }

    /// What speaks for and against two happenings' being one, beside their stories.
    fn happenings(&self, a: usize, b: usize) -> Evidence {
        let sentences = compare::sentences(&self.vectors, &self.rows[a], &self.rows[b]);
        sentences.and(compare::happenings(self.items[a].1, self.items[b].1))
    }

    fn fused(&self, group: &link::Group, rules: &[Rule]) -> Fused {
        let id = |item: usize| self.items[item].1.id.clone();
        let merges = group.merges.iter().map(|joined| {
            let (a, b) = joined.strongest;
            let mut evidence: Vec<String> = Vec::new();
            evidence.extend(joined.rule.map(|rule| rules[rule].told.clone()));
            evidence.extend(self.evidence(a, b).lines());
            let mut between = [id(a), id(b)];
            between.sort();
            Merge {
                between,
                score: joined.mean,
                evidence,
                rule: joined.rule,
            }
        });
        let mut members: Vec<String> = group.members.iter().map(|&item| id(item)).collect();
        members.sort();
        let tellers: Vec<(&str, &Story)> = group
            .members
            .iter()
            .map(|&item| {
                let (story, happening) = self.items[item];
                (happening.id.as_str(), self.stories[story])
            })
            .collect();
        Fused {
            merges: merges.collect(),
            voices: voice::voices(&tellers),
            members,
            holds: Vec::new(),
        }
    }

    fn evidence(&self, a: usize, b: usize) -> Evidence {
        let (one, two) = (self.items[a].0, self.items[b].0);
        if one == two {
            return self.happenings(a, b);
        }
        let pair = (one.min(two), one.max(two));
        let alike = self.vectors.cosine(pair.0, pair.1);
        compare::stories(&self.vectors, &self.stories, pair, alike).and(self.happenings(a, b))
    }

    /// Says of each campaign which happenings fall into it.
    fn fill_campaigns(&self, fused: &mut [(Fused, usize)]) {
        let singles: Vec<(String, usize)> = fused
            .iter()
            .filter(|(_, item)| !self.items[*item].1.campaign)
            .map(|(fused, item)| (fused.members[0].clone(), *item))
            .collect();
        for (campaign, item) in fused.iter_mut() {
            let whole = self.items[*item].1;
            if whole.campaign {
                let within = singles
                    .iter()
                    .filter(|(_, single)| compare::falls_into(self.items[*single].1, whole));
                campaign.holds = within.map(|(id, _)| id.clone()).collect();
                campaign.holds.sort();
            }
        }
    }
}
