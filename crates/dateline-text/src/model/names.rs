//! Names: each token begins one, goes on in it, is its last, is one by itself, or is outside.

use super::kernel::Isa;
use super::transition::{ABSENT, Contributions, Run, Scorer, best_valid, runs};
use super::{Decoder, ModelError};

/// The words that a state shows: this one, and while a name is open its first word and the word
/// before this one.
const FEATURES: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Begin,
    In,
    Last,
    Unit,
    Out,
    /// For words that were marked beforehand, which none is here.
    Never,
}

/// A run of tokens that is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundName {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// Number of its type.
    pub label: u16,
}

/// Finds names.
pub struct NameFinder {
    /// The types, by the number that a [`FoundName`] holds.
    pub labels: Vec<String>,
    scorer: Scorer,
    moves: Vec<(Kind, u16)>,
    /// In and Last depend on the type of the open name, so the type is part of the rule.
    rules: Vec<Run<(Kind, u16)>>,
}

impl NameFinder {
    /// Reads a section.
    pub fn read(section: Decoder) -> Result<Self, ModelError> {
        let scorer = Scorer::read(section, FEATURES)?;
        let mut labels: Vec<String> = Vec::new();
        let mut moves = Vec::new();
        for raw in &scorer.moves {
            let kind = match (raw.kind, raw.label.is_empty()) {
                (1, false) => Kind::Begin,
                (2, false) => Kind::In,
                (3, false) => Kind::Last,
                (4, false) => Kind::Unit,
                (4, true) => Kind::Never,
                (5, true) => Kind::Out,
                _ => return Err(ModelError::Damaged("ner")),
            };
            let found = labels.iter().position(|l| *l == raw.label);
            let label = found.unwrap_or_else(|| {
                labels.push(raw.label.clone());
                labels.len() - 1
            });
            moves.push((kind, label as u16));
        }
        let rules = moves.iter().map(|(kind, label)| match kind {
            Kind::In | Kind::Last => (*kind, *label),
            _ => (*kind, 0),
        });
        let rules = runs(rules);
        Ok(Self {
            labels,
            scorer,
            moves,
            rules,
        })
    }

    /// The network that scores its moves.
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// Finds the names among the words whose contributions are rows `first..`. A name stays
    /// inside its sentence.
    pub fn find(
        &self,
        isa: Isa,
        from: &mut Contributions,
        first: usize,
        is_space: &[bool],
        sent_start: &[bool],
    ) -> Vec<FoundName> {
        let mut names = Vec::new();
        let mut open: Option<(usize, u16)> = None;
        for (at, is_space) in is_space.iter().enumerate() {
            let shown = match open {
                Some((start, _)) => [first + at, first + start, first + at - 1],
                None => [first + at, ABSENT, ABSENT],
            };
            let goes_on = sent_start.get(at + 1) == Some(&false);
            let scores = self.scorer.score(isa, from, shown);
            let best = best_valid(scores, &self.rules, |(kind, label)| match kind {
                Kind::Begin => open.is_none() && goes_on && !is_space,
                Kind::In => goes_on && open.is_some_and(|(_, l)| l == *label),
                Kind::Last => open.is_some_and(|(_, l)| l == *label),
                Kind::Unit => open.is_none() && !is_space,
                Kind::Out => open.is_none(),
                Kind::Never => false,
            });
            let Some((kind, label)) = best.map(|best| self.moves[best]) else {
                open = None;
                continue;
            };
            let mut close = |first: usize| {
                names.push(FoundName {
                    first: first as u32,
                    end: at as u32 + 1,
                    label,
                });
            };
            match (kind, open) {
                (Kind::Begin, _) => open = Some((at, label)),
                (Kind::Unit, _) => close(at),
                (Kind::Last, Some((start, _))) => {
                    close(start);
                    open = None;
                }
                _ => {}
            }
        }
        names
    }
}
