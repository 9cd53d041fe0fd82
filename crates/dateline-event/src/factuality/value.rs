//! The values of the calculus and how they combine.

use super::{Certainty, Factuality, Polarity, Tense};

/// What is known of an event at one place of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value {
    pub polarity: Polarity,
    pub certainty: Certainty,
    /// Where some word decided it.
    pub tense: Option<Tense>,
}

impl Value {
    /// Said outright.
    pub const PLAIN: Value = Value {
        polarity: Polarity::Positive,
        certainty: Certainty::Certain,
        tense: None,
    };

    /// Neither said nor denied.
    pub const OPEN: Value = Value {
        polarity: Polarity::Unknown,
        certainty: Certainty::Unknown,
        tense: Some(Tense::Hypothetical),
    };

    /// Reads an effect of `data/factuality.tsv`: `not-probable/future`, `unknown`, `-`.
    pub fn parse(effect: &str) -> Option<Value> {
        let (degree, tense) = match effect.split_once('/') {
            Some((degree, tense)) => (degree, Some(tense_named(tense)?)),
            None => (effect, None),
        };
        let (polarity, degree) = match degree.strip_prefix("not-") {
            Some(degree) => (Polarity::Negative, degree),
            None => (Polarity::Positive, degree),
        };
        let certainty = match degree {
            "certain" | "-" => Certainty::Certain,
            "probable" => Certainty::Probable,
            "possible" => Certainty::Possible,
            "unknown" => {
                return Some(Value {
                    polarity: Polarity::Unknown,
                    certainty: Certainty::Unknown,
                    tense,
                });
            }
            _ => return None,
        };
        Some(Value {
            polarity,
            certainty,
            tense,
        })
    }

    /// This value seen through another: signs multiply, the weaker certainty holds, the outer
    /// word's tense wins.
    pub fn under(self, outer: Value) -> Value {
        let polarity = match (self.polarity, outer.polarity) {
            (Polarity::Unknown, _) | (_, Polarity::Unknown) => Polarity::Unknown,
            (a, b) if a == b => Polarity::Positive,
            _ => Polarity::Negative,
        };
        let certainty = match polarity {
            Polarity::Unknown => Certainty::Unknown,
            _ => self.certainty.max(outer.certainty),
        };
        Value {
            polarity,
            certainty,
            tense: outer.tense.or(self.tense),
        }
    }

    /// The same event denied.
    pub fn negated(self) -> Value {
        let polarity = match self.polarity {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
            Polarity::Unknown => Polarity::Unknown,
        };
        Value { polarity, ..self }
    }

    /// The same with a sign of its own: how surely and when, not whether.
    pub fn affirmed(self) -> Value {
        match self.polarity {
            Polarity::Negative => self.negated(),
            _ => self,
        }
    }

    /// Without the tense.
    pub fn timeless(self) -> Value {
        Value {
            tense: None,
            ..self
        }
    }

    pub fn factuality(self) -> Factuality {
        Factuality {
            polarity: self.polarity,
            certainty: self.certainty,
            tense: self.tense.unwrap_or(Tense::Past),
        }
    }
}

fn tense_named(name: &str) -> Option<Tense> {
    [
        Tense::Past,
        Tense::Ongoing,
        Tense::Future,
        Tense::Habitual,
        Tense::Hypothetical,
    ]
    .into_iter()
    .find(|t| t.name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_data::factuality::FactualityTable;

    #[test]
    fn each_effect_of_the_table_has_a_meaning() {
        for row in FactualityTable::get().all() {
            assert!(Value::parse(row.affirmed).is_some(), "{row:?}");
            assert!(Value::parse(row.negated).is_some(), "{row:?}");
        }
    }

    #[test]
    fn two_denials_affirm_and_the_weaker_certainty_holds() {
        let denied = Value::PLAIN.negated();
        assert_eq!(denied.under(denied), Value::PLAIN);
        let may = Value::parse("possible").unwrap_or(Value::PLAIN);
        assert_eq!(denied.under(may).certainty, Certainty::Possible);
        assert_eq!(denied.under(may).polarity, Polarity::Negative);
        assert_eq!(Value::PLAIN.under(Value::OPEN).polarity, Polarity::Unknown);
    }
}
