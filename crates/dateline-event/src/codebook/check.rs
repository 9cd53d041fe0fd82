//! What is doubtful about a codebook: entries that nothing fires, patterns that two entries share,
//! sentences that are example and counter-example at once.

use super::pattern::{Governed, Link, Pattern};
use super::{Codebook, Entry};
use crate::claim::Claim;
use crate::claim::trigger::{self, Body};
use dateline_text::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Something doubtful, with its place in the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `codebook/assault-firearms.toml:14`.
    pub place: String,
    /// What is doubtful and what to do about it.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Patterns of different entries that ask for the same: which of them is meant is then decided by
/// the order of names alone.
pub fn overlaps(codebook: &Codebook) -> Vec<Finding> {
    let mut found = Vec::new();
    for pick in [verbs as fn(&Entry) -> &[Pattern], nouns] {
        let mut by_lemma: BTreeMap<&str, Vec<(&Entry, &Pattern)>> = BTreeMap::new();
        for entry in codebook.entries() {
            for pattern in pick(entry) {
                for lemma in &pattern.head {
                    by_lemma.entry(lemma).or_default().push((entry, pattern));
                }
            }
        }
        let mut seen = BTreeSet::new();
        for (lemma, rivals) in &by_lemma {
            for (k, (winner, first)) in rivals.iter().enumerate() {
                for (loser, second) in &rivals[k + 1..] {
                    let key = (
                        &winner.name,
                        first.line,
                        &loser.name,
                        second.line,
                        &second.text,
                    );
                    let same_code = winner.kind == loser.kind && winner.mode == loser.mode;
                    let decided = winner.refined_by(loser) || loser.refined_by(winner);
                    if same_code || decided || !ask_for_the_same(first, second) || !seen.insert(key)
                    {
                        continue;
                    }
                    found.push(Finding {
                        place: format!("{}:{}", loser.file, second.line),
                        what: format!(
                            "for “{lemma}”, `{}` of {} asks for no more than `{}` of {} ({}:{}), which is taken; let one of them ask for more, or take it out",
                            second.text, loser.name, first.text, winner.name, winner.file, first.line
                        ),
                    });
                }
            }
        }
    }
    found
}

fn verbs(entry: &Entry) -> &[Pattern] {
    &entry.verbs
}

fn nouns(entry: &Entry) -> &[Pattern] {
    &entry.nouns
}

/// Whether some sentence fits both patterns and neither asks for more.
fn ask_for_the_same(a: &Pattern, b: &Pattern) -> bool {
    let meet = |a: &[Box<str>], b: &[Box<str>]| a.iter().any(|w| b.contains(w));
    let all_meet = |a: &[Vec<Box<str>>], b: &[Vec<Box<str>>]| {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| meet(a, b))
    };
    let links_meet = |(a, b): (&Link, &Link)| {
        meet(&a.words, &b.words)
            && match (&a.governed, &b.governed) {
                (Governed::Words(a), Governed::Words(b)) => meet(a, b),
                (a, b) => a == b,
            }
    };
    let clauses_meet = match (&a.clause, &b.clause) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a.infinitive == b.infinitive
                && a.obliging == b.obliging
                && a.own == b.own
                && (a.verbs == b.verbs || meet(&a.verbs, &b.verbs))
        }
        _ => false,
    };
    a.subject == b.subject
        && a.object == b.object
        && (a.subjectless, a.objectless, a.objectful, a.unpredicated)
            == (b.subjectless, b.objectless, b.objectful, b.unpredicated)
        && all_meet(&a.companions, &b.companions)
        && all_meet(&a.near, &b.near)
        && a.links.len() == b.links.len()
        && a.links.iter().zip(&b.links).all(links_meet)
        && clauses_meet
}

/// Sentences that one entry has as an example and an entry of the same code as counter-example.
pub fn contradictions(codebook: &Codebook) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in codebook.entries() {
        let rivals = codebook
            .entries()
            .iter()
            .filter(|e| e.kind == entry.kind && (e.mode.is_none() || e.mode == entry.mode));
        for rival in rivals {
            for counter in &rival.counters {
                for example in entry.examples.iter().filter(|e| e.text == counter.text) {
                    found.push(Finding {
                        place: format!("{}:{}", rival.file, counter.line),
                        what: format!(
                            "this counter-example of {} is an example of {} ({}:{}); take one of the two out",
                            rival.name, entry.name, entry.file, example.line
                        ),
                    });
                }
            }
        }
    }
    found
}

/// Which entries and patterns have fired in what was read.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    entries: BTreeSet<String>,
    patterns: BTreeSet<(String, String)>,
}

impl Usage {
    /// Counts what fired in a text: patterns wherever their words stand, entries where a claim
    /// came of it. An entry with content or means counts where its mode was told by them.
    pub fn add(&mut self, codebook: &Codebook, document: &Document, claims: &[Claim]) {
        for claim in claims {
            self.entries.insert(claim.event.entry.clone());
            let told = codebook.entries().iter().filter(|e| {
                !(e.content.is_empty() && e.means.is_empty())
                    && e.kind == claim.event.kind
                    && e.mode == claim.event.mode
            });
            self.entries.extend(told.map(|e| e.name.clone()));
        }
        for hit in trigger::find(document, codebook) {
            let sort = match hit.body {
                Body::Verb(_) => "verb",
                Body::Noun(_) => "noun",
            };
            let key = format!("{sort} {}", hit.pattern.text);
            self.patterns.insert((hit.entry.name.clone(), key));
        }
    }

    /// Entries that gave no claim.
    pub fn idle_entries(&self, codebook: &Codebook) -> Vec<Finding> {
        let idle = codebook
            .entries()
            .iter()
            .filter(|e| !self.entries.contains(&e.name));
        idle.map(|entry| Finding {
            place: format!("{}:{}", entry.file, entry.line),
            what: format!(
                "{} never fires in what was read; give it an example that it codes, or take it out",
                entry.name
            ),
        })
        .collect()
    }

    /// Patterns whose words were never met, in the order of entries.
    pub fn idle_patterns(&self, codebook: &Codebook) -> Vec<Finding> {
        let mut idle = Vec::new();
        for entry in codebook.entries() {
            let sorts = [("verb", &entry.verbs), ("noun", &entry.nouns)];
            for (sort, pattern) in sorts
                .iter()
                .flat_map(|(s, ps)| ps.iter().map(move |p| (s, p)))
            {
                let key = (entry.name.clone(), format!("{sort} {}", pattern.text));
                if !self.patterns.contains(&key) {
                    idle.push(Finding {
                        place: format!("{}:{}", entry.file, pattern.line),
                        what: format!("the {sort} pattern `{}` never fires", pattern.text),
                    });
                }
            }
        }
        idle
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(event: &str, verbs: &str, rest: &str) -> String {
        format!(
            "event = \"{event}\"\ngloss = \"g\"\nframe = \"speak\"\nverbs = [\"{verbs}\"]\n{rest}"
        )
    }

    fn book(files: &[(&str, &str)]) -> Codebook {
        Codebook::load(files.iter().copied()).unwrap()
    }

    #[test]
    fn two_entries_that_ask_for_the_same_are_reported_with_both_places() {
        let (a, b) = (
            entry("REQUEST", "urge|press {agent}", ""),
            entry("REJECT", "press {agent}", ""),
        );
        let found = overlaps(&book(&[("a.toml", &a), ("b.toml", &b)]));
        assert_eq!(found.len(), 1, "{found:?}");
        // REJECT comes before REQUEST and is taken.
        assert_eq!(found[0].place, "a.toml:4");
        assert!(found[0].what.contains("b.toml:4") && found[0].what.contains("“press”"));
    }

    #[test]
    fn a_pattern_that_asks_for_more_does_not_overlap() {
        let (a, b) = (
            entry("REQUEST", "press {agent}", ""),
            entry("REJECT", "press {agent} for", ""),
        );
        assert!(overlaps(&book(&[("a.toml", &a), ("b.toml", &b)])).is_empty());
    }

    #[test]
    fn a_sentence_on_both_sides_is_a_contradiction() {
        let text = "Ruvia pressed Kalem.";
        let a = entry(
            "REQUEST",
            "press",
            &format!("[[example]]\ntext = \"{text}\"\nclaim = {{}}\n"),
        );
        let b = entry(
            "REQUEST",
            "urge",
            &format!("variant = \"b\"\n[[counter]]\ntext = \"{text}\"\n"),
        );
        let found = contradictions(&book(&[("a.toml", &a), ("b.toml", &b)]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "b.toml:7");
        assert!(found[0].what.contains("a.toml:6"));
    }
}
