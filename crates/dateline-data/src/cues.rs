//! Cue words: by which words a text gives somebody else's words, thoughts or perceptions.
//!
//! The table is `data/cues.tsv`; its header explains the columns.

use crate::table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Part of speech of a cue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CuePos {
    /// "said", "point out".
    Verb,
    /// "allegation", "statement".
    Noun,
    /// "allegedly".
    Adverb,
    /// "confident", "aware".
    Adjective,
}

/// What a cue does with its content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CueClass {
    /// Reports an utterance.
    Say,
    /// Performs a stance by uttering it: "expressed support".
    Express,
    /// Speaks for or against somebody or something: "accused".
    Judge,
    /// Asks somebody to act.
    Urge,
    /// Asks a question.
    Ask,
    /// Belief, knowledge, feeling.
    Think,
    /// Content that is feared.
    Fear,
    /// Plans and wishes; they make no voice of their own in a chain.
    Intend,
    /// For or against, likes or dislikes, decides: a position that somebody takes, spoken or not; no
    /// voice of its own in a chain.
    Stance,
    /// Sees, hears, learns.
    Perceive,
    /// Shows or suggests; a voice only where a person, body or document does it.
    Evidence,
    /// Introduces quoted words only: "laughed".
    Manner,
    /// A noun for a text or utterance that can itself speak: "statement".
    Document,
}

impl CueClass {
    const NAMES: [(&'static str, CueClass); 13] = [
        ("say", CueClass::Say),
        ("express", CueClass::Express),
        ("judge", CueClass::Judge),
        ("urge", CueClass::Urge),
        ("ask", CueClass::Ask),
        ("think", CueClass::Think),
        ("fear", CueClass::Fear),
        ("intend", CueClass::Intend),
        ("stance", CueClass::Stance),
        ("perceive", CueClass::Perceive),
        ("evidence", CueClass::Evidence),
        ("manner", CueClass::Manner),
        ("document", CueClass::Document),
    ];
}

/// One row of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CueEntry {
    /// What the cue does with its content.
    pub class: CueClass,
    /// Words after the head of a fixed phrase: `out` in "point out".
    pub tail: Option<&'static str>,
    /// Whether quoted words may be its content.
    pub quote: bool,
    /// Whether a clause may be its content.
    pub clause: bool,
    /// Whether an infinitive may be its content.
    pub infinitive: bool,
    /// Whether an object (of a verb) may be its content.
    pub object: bool,
    /// Whether that object must be a noun of speech: "delivered a speech", but not "delivered a blow".
    pub words: bool,
    /// Whether only the active voice is a cue: "is supposed to" supposes nothing.
    pub active: bool,
    /// Whether the source must be able to speak: "the delay threatens jobs" is no threat uttered.
    pub speaker: bool,
    /// Whether the subject is no source but part of the content: "the talks seem to stall".
    pub raising: bool,
    /// Whether a noun is told of even where nobody is named whose it is: "criticism of the dam".
    pub unowned: bool,
    /// Whether a noun is given by those who hold it to whom it is about: "drew criticism from the union".
    pub given: bool,
    /// Prepositions that introduce its content.
    pub prepositions: Vec<&'static str>,
}

/// The table of cues, by part of speech and lemma.
pub struct Cues {
    rows: BTreeMap<CuePos, BTreeMap<&'static str, Vec<CueEntry>>>,
}

impl Cues {
    /// The built-in table.
    pub fn get() -> &'static Cues {
        static TABLE: LazyLock<Cues> = LazyLock::new(|| Cues::parse(SOURCE));
        &TABLE
    }

    /// The rows of a lemma; empty where it is no cue.
    pub fn rows(&self, pos: CuePos, lemma: &str) -> &[CueEntry] {
        self.rows
            .get(&pos)
            .and_then(|words| words.get(lemma))
            .map_or(&[], |rows| rows)
    }

    /// Whether a noun names something written or said that speaks for its author: "report", "statement".
    pub fn is_document(&self, noun: &str) -> bool {
        let mut rows = self.rows(CuePos::Noun, noun).iter();
        rows.any(|row| row.class == CueClass::Document)
    }

    /// Reads the table; rows that do not parse are left out, and a test sees that there are none.
    fn parse(source: &'static str) -> Cues {
        let mut rows: BTreeMap<CuePos, BTreeMap<&'static str, Vec<CueEntry>>> = BTreeMap::new();
        for line in table_lines(source) {
            if let Some(((pos, word), entry)) = parse_row(line) {
                rows.entry(pos)
                    .or_default()
                    .entry(word)
                    .or_default()
                    .push(entry);
            }
        }
        Cues { rows }
    }
}

const SOURCE: &str = include_str!("../../../data/cues.tsv");

/// The rows below the line of column names.
fn table_lines(source: &'static str) -> impl Iterator<Item = &'static str> {
    table::rows(source).skip(1)
}

fn parse_row(line: &'static str) -> Option<((CuePos, &'static str), CueEntry)> {
    let mut columns = line.split('\t');
    let word = columns.next()?;
    let pos = match columns.next()? {
        "verb" => CuePos::Verb,
        "noun" => CuePos::Noun,
        "adverb" => CuePos::Adverb,
        "adjective" => CuePos::Adjective,
        _ => return None,
    };
    let class = columns.next()?;
    let class = CueClass::NAMES.iter().find(|(name, _)| *name == class)?.1;
    let takes = columns.next()?;
    let prepositions = columns.next()?;
    let (head, tail) = match word.split_once(' ') {
        Some((head, tail)) => (head, Some(tail)),
        None => (word, None),
    };
    let entry = CueEntry {
        class,
        tail,
        quote: takes.contains('q'),
        clause: takes.contains('c'),
        infinitive: takes.contains('i'),
        object: takes.contains(['n', 'w']),
        words: takes.contains('w'),
        active: takes.contains('a'),
        speaker: takes.contains('s'),
        raising: takes.contains('r'),
        unowned: takes.contains('u'),
        given: takes.contains('g'),
        prepositions: prepositions
            .split(',')
            .filter(|p| !matches!(*p, "" | "-"))
            .collect(),
    };
    Some(((pos, head), entry))
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
    fn a_word_may_have_several_rows() {
        let rows = Cues::get().rows(CuePos::Verb, "ask");
        for class in [CueClass::Ask, CueClass::Urge, CueClass::Stance] {
            assert!(rows.iter().any(|row| row.class == class), "{class:?}");
        }
        assert!(Cues::get().rows(CuePos::Verb, "sleep").is_empty());
    }
}
