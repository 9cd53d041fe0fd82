//! What words do to how surely an event is presented.
//!
//! The table is `data/factuality.tsv`; its header explains the columns. The effects keep the
//! table's own words here; `dateline-event` gives them their meaning.

use crate::table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The word's place: above the event, or at it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    /// A verb that governs it.
    Verb,
    /// A noun that governs it.
    Noun,
    /// An adjective that governs it.
    Adjective,
    /// A preposition before it.
    Preposition,
    /// A modal verb at it.
    Modal,
    /// An adverb at it.
    Adverb,
    /// An adjective or determiner before an event noun.
    Modifier,
    /// A conjunction that opens its clause.
    Mark,
}

impl Place {
    const NAMES: [(&'static str, Place); 8] = [
        ("verb", Place::Verb),
        ("noun", Place::Noun),
        ("adjective", Place::Adjective),
        ("preposition", Place::Preposition),
        ("modal", Place::Modal),
        ("adverb", Place::Adverb),
        ("modifier", Place::Modifier),
        ("mark", Place::Mark),
    ];
}

/// One word's effect in one frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FactualityRow {
    /// How the event stands below the word; `any`, or `-` for words at the event itself.
    pub frame: &'static str,
    /// The effect where the word is affirmed, in the table's words.
    pub affirmed: &'static str,
    /// The effect where it is negated.
    pub negated: &'static str,
}

/// The table, by place and lemma.
pub struct FactualityTable {
    rows: BTreeMap<Place, BTreeMap<&'static str, Vec<FactualityRow>>>,
}

impl FactualityTable {
    /// The built-in table.
    pub fn get() -> &'static FactualityTable {
        static TABLE: LazyLock<FactualityTable> = LazyLock::new(|| FactualityTable::parse(SOURCE));
        &TABLE
    }

    /// The row of a word in a frame; rows for `any` frame come after those for this one.
    pub fn row(&self, place: Place, lemma: &str, frame: &str) -> Option<&FactualityRow> {
        let rows = self.rows.get(&place)?.get(lemma)?;
        let exact = rows.iter().find(|row| row.frame == frame);
        exact.or_else(|| rows.iter().find(|row| matches!(row.frame, "any" | "-")))
    }

    /// All rows, for tests that check the effects' words.
    pub fn all(&self) -> impl Iterator<Item = &FactualityRow> {
        self.rows
            .values()
            .flat_map(|words| words.values().flatten())
    }

    /// Reads the table; rows that do not parse are left out, and a test sees that there are none.
    fn parse(source: &'static str) -> Self {
        let mut rows: BTreeMap<Place, BTreeMap<&'static str, Vec<FactualityRow>>> = BTreeMap::new();
        for line in table_lines(source) {
            if let Some((place, words, row)) = parse_row(line) {
                let of_place = rows.entry(place).or_default();
                for word in words.split(',') {
                    of_place.entry(word).or_default().push(row);
                }
            }
        }
        Self { rows }
    }
}

const SOURCE: &str = include_str!("../../../data/factuality.tsv");

/// The rows below the line of column names.
fn table_lines(source: &'static str) -> impl Iterator<Item = &'static str> {
    table::rows(source).skip(1)
}

fn parse_row(line: &'static str) -> Option<(Place, &'static str, FactualityRow)> {
    let columns: Vec<&'static str> = line.split('\t').collect();
    let [place, words, frame, affirmed, negated] = columns[..] else {
        return None;
    };
    let place = Place::NAMES.iter().find(|(name, _)| *name == place)?.1;
    Some((
        place,
        words,
        FactualityRow {
            frame,
            affirmed,
            negated,
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_parses() {
        for line in table_lines(SOURCE) {
            assert!(parse_row(line).is_some(), "{line}");
        }
    }

    #[test]
    fn no_word_has_two_rows_for_one_frame() {
        for (place, words) in &FactualityTable::get().rows {
            for (word, rows) in words {
                for (k, row) in rows.iter().enumerate() {
                    let twice = rows[..k].iter().any(|earlier| earlier.frame == row.frame);
                    assert!(!twice, "{place:?} {word} {}", row.frame);
                }
            }
        }
    }

    #[test]
    fn a_frame_is_looked_up_before_any() {
        let table = FactualityTable::get();
        assert_eq!(
            table
                .row(Place::Verb, "fail", "infinitive")
                .map(|r| r.affirmed),
            Some("not-certain")
        );
        assert!(table.row(Place::Verb, "fail", "clause").is_none());
        assert_eq!(
            table
                .row(Place::Noun, "rumour", "prep:of")
                .map(|r| r.affirmed),
            Some("possible")
        );
    }
}
