//! PLOVER's 37 contexts: what an event has to do with, told by cue words.
//!
//! The table is `data/contexts.tsv`.

use crate::table;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/contexts.tsv");

/// A context of PLOVER; exists only as one that PLOVER defines.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Context {
    index: u8,
}

impl Context {
    /// All, in PLOVER's order.
    pub fn all() -> impl Iterator<Item = Context> {
        (0..CONTEXTS.names.len()).map(|index| Context { index: index as u8 })
    }

    /// PLOVER's name, `human_rights`.
    pub fn name(self) -> &'static str {
        CONTEXTS.names[usize::from(self.index)]
    }

    /// From PLOVER's name.
    pub fn parse(name: &str) -> Option<Context> {
        Context::all().find(|c| c.name() == name)
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A cue: one or more words, and the context that it tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContextCue {
    /// Its words after the first, in lower case.
    pub rest: Vec<&'static str>,
    /// What it tells.
    pub context: Context,
}

struct Contexts {
    names: Vec<&'static str>,
    /// By the first word of the cue.
    cues: BTreeMap<&'static str, Vec<ContextCue>>,
}

static CONTEXTS: LazyLock<Contexts> = LazyLock::new(|| {
    let mut contexts = Contexts {
        names: Vec::new(),
        cues: BTreeMap::new(),
    };
    for (name, cues) in rows() {
        let context = Context {
            index: contexts.names.len() as u8,
        };
        contexts.names.push(name);
        for cue in cues.split(", ") {
            let mut words = cue.split_whitespace();
            let Some(first) = words.next() else { continue };
            let cue = ContextCue {
                rest: words.collect(),
                context,
            };
            contexts.cues.entry(first).or_default().push(cue);
        }
    }
    contexts
});

/// The rows of the table: context and its cues.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(TABLE).filter_map(|line| line.split_once('\t'))
}

/// The cues that begin with this word, given in lower case.
pub fn context_cues(first: &str) -> &'static [ContextCue] {
    CONTEXTS.cues.get(first).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plover_has_37_contexts_each_named_once() {
        let names: Vec<_> = Context::all().map(Context::name).collect();
        assert_eq!(names.len(), 37);
        for context in Context::all() {
            assert_eq!(Context::parse(context.name()), Some(context));
        }
        assert_eq!(Context::parse("humanitarian"), None);
    }

    #[test]
    fn cues_of_several_words_are_found_by_their_first() {
        let told: Vec<_> = context_cues("press")
            .iter()
            .filter(|c| c.rest == ["freedom"])
            .map(|c| c.context.name())
            .collect();
        assert_eq!(told, ["rights_freedoms"]);
    }

    #[test]
    fn every_cue_has_words() {
        for (context, cues) in rows() {
            assert!(cues.split(", ").all(|c| !c.trim().is_empty()), "{context}");
        }
    }
}
