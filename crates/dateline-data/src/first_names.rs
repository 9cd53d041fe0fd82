//! First names that tell man from woman.
//!
//! The table is `data/first_names.tsv`; what languages give to both is not in it.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/first_names.tsv");

/// Whose first name it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sex {
    /// Women's.
    Female,
    /// Men's.
    Male,
}

static NAMES: LazyLock<HashMap<&'static str, Sex>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (sex, listed) in rows() {
        let sex = match sex {
            "female" => Sex::Female,
            _ => Sex::Male,
        };
        names.extend(listed.split(", ").map(|name| (name, sex)));
    }
    names
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(TABLE).filter_map(|line| line.split_once('\t'))
}

/// Whose first name a word in lower case is; `None` where it is anybody's, or no known name.
pub fn sex_of_first_name(name: &str) -> Option<Sex> {
    NAMES.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_stands_once_under_one_of_two() {
        let mut seen = std::collections::BTreeSet::new();
        for (sex, listed) in rows() {
            assert!(matches!(sex, "female" | "male"), "{sex}");
            for name in listed.split(", ") {
                assert!(seen.insert(name), "{name} stands twice");
                assert_eq!(name, name.to_lowercase());
            }
        }
    }

    #[test]
    fn names_of_many_languages_are_told_apart() {
        for name in ["karen", "fatima", "olena", "ngozi", "zeynep"] {
            assert_eq!(sex_of_first_name(name), Some(Sex::Female), "{name}");
        }
        for name in ["robert", "mohamed", "volodymyr", "chinedu", "recep"] {
            assert_eq!(sex_of_first_name(name), Some(Sex::Male), "{name}");
        }
        for name in ["jordan", "andrea", "kim", "zzz"] {
            assert_eq!(sex_of_first_name(name), None, "{name}");
        }
    }
}
