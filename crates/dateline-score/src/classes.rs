//! One answer of several classes: accuracy, F1 of each class and its plain average.

use crate::measure::{Overlap, Share, figure};
use std::collections::BTreeMap;
use std::fmt;

/// Annotated classes against answered ones.
#[derive(Default, Debug)]
pub struct Confusion {
    /// Annotated and answered class, with how often; an answer may be missing.
    counts: BTreeMap<(String, Option<String>), usize>,
}

impl Confusion {
    /// Judges one more.
    pub fn add(&mut self, gold: &str, answer: Option<&str>) {
        let key = (gold.to_owned(), answer.map(str::to_owned));
        *self.counts.entry(key).or_default() += 1;
    }

    fn count(&self, of: impl Fn(&str, Option<&str>) -> bool) -> usize {
        let those = self.counts.iter().filter(|((g, a), _)| of(g, a.as_deref()));
        those.map(|(_, n)| n).sum()
    }

    /// How many have no answer.
    pub fn unanswered(&self) -> usize {
        self.count(|_, answer| answer.is_none())
    }

    /// Right answers among all.
    pub fn accuracy(&self) -> Share {
        Share {
            right: self.count(|gold, answer| answer == Some(gold)),
            total: self.count(|_, _| true),
        }
    }

    /// Precision and recall of a class.
    pub fn class(&self, class: &str) -> Overlap {
        Overlap::of_pairs(
            self.count(|gold, answer| gold == class && answer == Some(class)),
            self.count(|_, answer| answer == Some(class)),
            self.count(|gold, _| gold == class),
        )
    }

    /// The classes of the annotation, in alphabetical order.
    pub fn classes(&self) -> Vec<&str> {
        let mut classes: Vec<&str> = self.counts.keys().map(|(g, _)| g.as_str()).collect();
        classes.dedup();
        classes
    }

    /// The plain average of F1 over the classes of the annotation.
    pub fn macro_f1(&self) -> Option<f64> {
        let classes = self.classes();
        let sum: f64 = classes.iter().filter_map(|c| self.class(c).f1()).sum();
        (!classes.is_empty()).then(|| sum / classes.len() as f64)
    }

    /// What a class is most often taken for, best first.
    fn taken_for(&self, class: &str) -> Vec<(&str, usize)> {
        let of_class = self
            .counts
            .iter()
            .filter(|((g, a), _)| g == class && a.as_ref() != Some(g));
        let mut wrong: Vec<(&str, usize)> = of_class
            .map(|((_, a), n)| (a.as_deref().unwrap_or("nothing"), *n))
            .collect();
        wrong.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        wrong
    }
}

/// A line a class: its figures, then what it is most often taken for.
impl fmt::Display for Confusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for class in self.classes() {
            write!(f, "{class} {}; taken for", self.class(class))?;
            for (other, n) in self.taken_for(class).into_iter().take(4) {
                write!(f, " {other} {n}")?;
            }
            writeln!(f)?;
        }
        writeln!(
            f,
            "accuracy {}; macro F1 {}",
            self.accuracy(),
            figure(self.macro_f1())
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_that_is_only_answered_costs_precision_but_is_not_averaged() {
        let mut confusion = Confusion::default();
        confusion.add("a", Some("a"));
        confusion.add("a", Some("c"));
        confusion.add("b", None);
        confusion.add("b", Some("b"));
        confusion.add("b", Some("a"));
        // a: precision 1/2, recall 1/2; b: precision 1, recall 1/3.
        assert_eq!(confusion.class("a").f1(), Some(0.5));
        assert_eq!(confusion.class("b").f1(), Some(0.5));
        assert_eq!(confusion.macro_f1(), Some(0.5));
        assert_eq!(confusion.accuracy(), Share { right: 2, total: 5 });
        assert_eq!(confusion.unanswered(), 1);
        assert_eq!(confusion.classes(), ["a", "b"]);
    }

    #[test]
    fn nothing_judged_is_not_zero() {
        assert_eq!(Confusion::default().macro_f1(), None);
    }
}
