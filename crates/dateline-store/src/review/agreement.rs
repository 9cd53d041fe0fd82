//! Intervals and measures of agreement, as the field defines them.

use super::sample::Judgement;
use std::collections::BTreeMap;

/// Wilson's score interval for a proportion, 95 %.
pub(super) fn wilson(right: u64, of: u64) -> Option<(f64, f64)> {
    const Z: f64 = 1.959_963_984_540_054;
    if of == 0 {
        return None;
    }
    let (n, p) = (of as f64, right as f64 / of as f64);
    let middle = p + Z * Z / (2.0 * n);
    let reach = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    Some((
        ((middle - reach) / whole).max(0.0),
        ((middle + reach) / whole).min(1.0),
    ))
}

/// Cohen's kappa of two reviewers over what both answered; absent where chance alone would make them
/// agree on everything, or they share nothing.
pub(super) fn kappa(pairs: &[(Judgement, Judgement)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let agreed = pairs.iter().filter(|(a, b)| a == b).count() as f64 / n;
    let mut by_chance = 0.0;
    for value in [Judgement::Right, Judgement::Wrong, Judgement::Unsure] {
        let first = pairs.iter().filter(|(a, _)| *a == value).count() as f64 / n;
        let second = pairs.iter().filter(|(_, b)| *b == value).count() as f64 / n;
        by_chance += first * second;
    }
    (!pairs.is_empty() && by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
}

/// Krippendorff's alpha for names as values, any number of reviewers, answers missing or not; absent
/// where nothing was answered twice or all answers are the same.
pub(super) fn alpha(units: &[Vec<Judgement>]) -> Option<f64> {
    let mut totals: BTreeMap<Judgement, f64> = BTreeMap::new();
    let mut disagreed = 0.0;
    for unit in units.iter().filter(|unit| unit.len() > 1) {
        let others = unit.len() as f64 - 1.0;
        for (at, value) in unit.iter().enumerate() {
            *totals.entry(*value).or_default() += 1.0;
            let differing = unit
                .iter()
                .enumerate()
                .filter(|(i, v)| *i != at && *v != value);
            disagreed += differing.count() as f64 / others;
        }
    }
    let n: f64 = totals.values().sum();
    let by_chance: f64 = totals.values().map(|count| count * (n - count)).sum();
    (by_chance > 0.0).then(|| 1.0 - (n - 1.0) * disagreed / by_chance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Judgement::{Right as R, Unsure as U, Wrong as W};

    fn near(value: Option<f64>, expected: f64) {
        let value = value.unwrap();
        assert!((value - expected).abs() < 5e-4, "{value} is not {expected}");
    }

    #[test]
    fn intervals_are_wilsons() {
        let (low, high) = wilson(8, 10).unwrap();
        near(Some(low), 0.4902);
        near(Some(high), 0.9433);
        let (low, high) = wilson(10, 10).unwrap();
        near(Some(low), 0.7225);
        near(Some(high), 1.0);
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn kappa_is_cohens() {
        // 20 both right, 15 both wrong, 5 and 10 apart: the textbook's table gives 0.4.
        let mut pairs = vec![(R, R); 20];
        pairs.extend(vec![(R, W); 5]);
        pairs.extend(vec![(W, R); 10]);
        pairs.extend(vec![(W, W); 15]);
        near(kappa(&pairs), 0.4);
        assert_eq!(kappa(&[]), None);
        assert_eq!(kappa(&[(R, R), (R, R)]), None);
    }

    #[test]
    fn alpha_is_krippendorffs() {
        // Two coders, ten units, two values: Krippendorff's own example gives 0.095.
        let one = [W, R, W, W, W, W, W, W, R, W];
        let two = [R, R, R, W, W, R, W, W, W, W];
        let units: Vec<Vec<Judgement>> = one.iter().zip(two).map(|(a, b)| vec![*a, b]).collect();
        near(alpha(&units), 0.0952);
        assert_eq!(alpha(&[vec![R], vec![U]]), None);
        near(alpha(&[vec![R, R], vec![W, W], vec![U]]), 1.0);
    }
}
