//! The values of the calculus and how they combine.

use super::{Certainty, Factuality, Polarity, Tense};

/// What is known of an event at one place of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value {
    pub polarity: Polarity,
    pub certainty: Certainty,
    /// Where some word decided it.
    pub tense: Option<Tense>,
    /// The same finer than the words: from -100, certainly not, over 0, open, to 100, certainly so.
    /// What is neither said nor denied leans to one side ("wants to leave", "asked not to leave").
    pub degree: i32,
}

impl Value {
    /// Said outright.
    pub const PLAIN: Value = Value {
        polarity: Polarity::Positive,
        certainty: Certainty::Certain,
        tense: None,
        degree: 100,
    };

    /// Neither said nor denied.
    pub const OPEN: Value = Value {
        polarity: Polarity::Unknown,
        certainty: Certainty::Unknown,
        tense: Some(Tense::Hypothetical),
        degree: 35,
    };

    /// Reads an effect of `data/factuality.tsv`: `not-probable/future`, `unknown@-40`, `-`.
    pub fn parse(effect: &str) -> Option<Value> {
        let (effect, degree) = match effect.split_once('@') {
            Some((effect, degree)) => (effect, Some(degree.parse().ok()?)),
            None => (effect, None),
        };
        let value = Self::parse_words(effect)?;
        Some(Value {
            degree: degree.unwrap_or(value.degree),
            ..value
        })
    }

    fn parse_words(effect: &str) -> Option<Value> {
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
                    degree: usual_degree(Polarity::Unknown, Certainty::Unknown),
                });
            }
            _ => return None,
        };
        Some(Value {
            polarity,
            certainty,
            tense,
            degree: usual_degree(polarity, certainty),
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
            degree: self.degree * outer.degree / 100,
        }
    }

    /// The same event denied.
    pub fn negated(self) -> Value {
        let polarity = match self.polarity {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
            Polarity::Unknown => Polarity::Unknown,
        };
        Value {
            polarity,
            degree: -self.degree,
            ..self
        }
    }

    /// The same with a sign of its own: how surely and when, not whether.
    pub fn affirmed(self) -> Value {
        match self.polarity {
            Polarity::Negative => self.negated(),
            _ => Value {
                degree: self.degree.abs(),
                ..self
            },
        }
    }

    /// The same with its degree weakened to `percent` of what it is.
    pub fn weakened(self, percent: i32) -> Value {
        Value {
            degree: self.degree * percent / 100,
            ..self
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

/// The degree of an effect for which the table states none.
fn usual_degree(polarity: Polarity, certainty: Certainty) -> i32 {
    match (polarity, certainty) {
        (Polarity::Unknown, _) | (_, Certainty::Unknown) => 45,
        (Polarity::Positive, Certainty::Certain) => 100,
        (Polarity::Positive, Certainty::Probable) => 75,
        (Polarity::Positive, Certainty::Possible) => 55,
        (Polarity::Negative, Certainty::Certain) => -100,
        (Polarity::Negative, Certainty::Probable) => -50,
        (Polarity::Negative, Certainty::Possible) => -35,
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
