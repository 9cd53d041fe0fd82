//! The arithmetic that tasks share: shares, precision and recall, and how they are printed.

use std::fmt;

/// Right ones among all that were judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// Judged right.
    pub right: usize,
    /// Judged at all.
    pub total: usize,
}

impl Share {
    /// Judges one more.
    pub fn judge(&mut self, right: bool) {
        self.right += usize::from(right);
        self.total += 1;
    }

    /// Between 0 and 1; `None` where nothing was judged.
    pub fn value(self) -> Option<f64> {
        (self.total > 0).then(|| self.right as f64 / self.total as f64)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({}/{})",
            figure(self.value()),
            self.right,
            self.total
        )
    }
}

/// Precision and recall, counted apart because several answers may hit one gold item.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Overlap {
    /// Answers that are right, among the answers.
    pub precision: Share,
    /// Gold items that were found, among the gold items.
    pub recall: Share,
}

impl Overlap {
    /// From a one-to-one matching: so many pairs between so many answers and gold items.
    pub fn of_pairs(pairs: usize, answers: usize, gold: usize) -> Self {
        Self {
            precision: Share {
                right: pairs,
                total: answers,
            },
            recall: Share {
                right: pairs,
                total: gold,
            },
        }
    }

    /// The harmonic mean of precision and recall; `None` with neither answer nor gold.
    pub fn f1(self) -> Option<f64> {
        match (self.precision.value(), self.recall.value()) {
            (None, None) => None,
            (Some(p), Some(r)) if p + r > 0.0 => Some(2.0 * p * r / (p + r)),
            _ => Some(0.0),
        }
    }

    /// Whether nothing is wrong and nothing is missing.
    pub fn is_full(self) -> bool {
        self.f1().is_none_or(|f| f == 1.0)
    }

    /// Adds the counts of another part of the data.
    pub fn add(&mut self, other: Self) {
        self.precision.right += other.precision.right;
        self.precision.total += other.precision.total;
        self.recall.right += other.recall.right;
        self.recall.total += other.recall.total;
    }
}

impl fmt::Display for Overlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "f {} p {} r {}",
            figure(self.f1()),
            self.precision,
            self.recall
        )
    }
}

/// Three decimals; `na` where there was nothing to measure.
pub fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "na".to_owned(), |v| format!("{v:.3}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_is_the_harmonic_mean_and_nothing_where_nothing_was_asked() {
        assert_eq!(Overlap::default().f1(), None);
        assert!(Overlap::default().is_full());
        assert_eq!(Overlap::of_pairs(0, 3, 0).f1(), Some(0.0));
        assert_eq!(Overlap::of_pairs(1, 2, 1).f1(), Some(2.0 / 3.0));
    }

    #[test]
    fn a_share_of_nothing_is_not_zero() {
        assert_eq!(figure(Share::default().value()), "na");
        assert_eq!(figure(Share { right: 1, total: 3 }.value()), "0.333");
    }
}
