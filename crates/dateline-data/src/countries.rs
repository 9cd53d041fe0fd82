//! Names of states, and of the seats that stand for their government.
//!
//! The table is `data/countries.tsv`. A town before an event noun is where it happened ("the
//! Mandera attack"), a state before it is who did it ("a US strike"): hence the list.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/countries.tsv");

static KINDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows()
        .flat_map(|(kind, names)| names.split(", ").map(move |name| (name, kind)))
        .collect()
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(TABLE).filter_map(|line| line.split_once('\t'))
}

/// Whether this name, in any case and with or without "the", is that of a state or a union of
/// states.
pub fn is_country(name: &str) -> bool {
    kind(name) == Some("country")
}

/// Whether this name is of a capital or building that newspapers say for a government.
pub fn is_seat_of_government(name: &str) -> bool {
    kind(name) == Some("seat")
}

fn kind(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    KINDS
        .get(name.strip_prefix("the ").unwrap_or(&name))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_seats_are_told_from_towns() {
        assert!(is_country("Russia") && is_country("the United States"));
        assert!(is_seat_of_government("the Kremlin") && !is_country("Moscow"));
        assert!(!is_country("Mandera") && !is_seat_of_government("Mandera"));
    }
}
