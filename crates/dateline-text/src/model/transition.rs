//! What parser and names share: the network that scores the moves of a state.
//!
//! A state shows some words (top of the stack, next in the buffer …). Each word's contribution in
//! each role is computed once a text; a state is scored by adding up its words' contributions.
//!
//! Section `parser` or `ner`: u32 encoder; u32 number of moves, for each u8 kind and label; linear
//! layer; u32 features, u32 pieces, affine layer and its pad; output layer.

use super::encoder::Table;
use super::kernel::{Isa, LANES, Packed};
use super::tagger::{best, pack_rows};
use super::{Decoder, ModelError};
use std::ops::Range;

const V: usize = 4;

/// A word that a state does not show.
pub const ABSENT: usize = usize::MAX;

/// A move as the file has it.
pub struct RawMove {
    /// spaCy's number of the kind.
    pub kind: u8,
    /// Label, empty where the kind has none.
    pub label: String,
}

/// The scoring network.
pub struct Scorer {
    /// The number of the encoder that feeds it.
    pub encoder: usize,
    /// The moves, in the order of the scores.
    pub moves: Vec<RawMove>,
    narrow: Packed<V>,
    affine: Packed<V>,
    output: Packed<V>,
    bias: Vec<f32>,
    pad: Vec<f32>,
    features: usize,
    hidden: usize,
}

/// The contributions of a text's words, and room to score in.
#[derive(Default)]
pub struct Contributions {
    narrow: Vec<f32>,
    table: Vec<f32>,
    sum: Vec<f32>,
    scores: Vec<f32>,
}

impl Scorer {
    /// Reads a section; the network must show `features` words.
    pub fn read(mut section: Decoder, features: usize) -> Result<Self, ModelError> {
        let encoder = section.u32()? as usize;
        let mut moves = Vec::new();
        for _ in 0..section.u32()? {
            moves.push(RawMove {
                kind: section.u8()?,
                label: section.str()?.to_owned(),
            });
        }
        let narrow = Table::read(&mut section)?;
        let narrow_bias = section.f32_list()?;
        let found = section.u32()? as usize;
        let pieces = section.u32()? as usize;
        if found != features || pieces != 2 {
            let what = format!("states of {found} words, maxout of {pieces} pieces");
            return Err(ModelError::Unsupported(what));
        }
        let affine = Table::read(&mut section)?;
        let bias = section.f32_list()?;
        let pad = section.f32_list()?;
        let output = Table::read(&mut section)?;
        let output_bias = section.f32_list()?;
        let hidden = output.columns();
        let fits = narrow_bias.len() == narrow.rows()
            && affine.columns() == narrow.rows()
            && affine.rows() == features * pieces * hidden
            && bias.len() == pieces * hidden
            && pad.len() == affine.rows()
            && output.rows() == moves.len()
            && output_bias.len() == moves.len();
        if !fits || moves.is_empty() {
            return Err(section.damaged());
        }
        if !hidden.is_multiple_of(LANES)
            || !affine.rows().is_multiple_of(V * LANES)
            || !narrow.rows().is_multiple_of(V * LANES)
        {
            return Err(ModelError::Unsupported(format!("hidden layer of {hidden}")));
        }
        section.done()?;
        // The file has a feature's outputs as (unit, piece); here they stand as (piece, unit), so
        // that the best piece is found lane by lane.
        let by_piece = |at: usize| {
            let (feature, piece, unit) =
                (at / (pieces * hidden), at / hidden % pieces, at % hidden);
            (feature * hidden + unit) * pieces + piece
        };
        let permuted = |list: &[f32]| (0..list.len()).map(|at| list[by_piece(at)]).collect();
        Ok(Self {
            encoder,
            moves,
            narrow: pack_rows(&narrow, &narrow_bias),
            affine: Packed::new(
                &affine.to_f32(),
                &vec![0.0; affine.rows()],
                affine.columns(),
                affine.rows() / (V * LANES),
                |panel, v, i| Some(by_piece((panel * V + v) * LANES + i)),
            ),
            output: pack_rows(&output, &output_bias),
            bias: permuted(&bias),
            pad: permuted(&pad),
            features,
            hidden,
        })
    }

    /// Numbers that it takes for a token.
    pub fn inputs(&self) -> usize {
        self.narrow.inputs()
    }

    /// Computes the contributions of `rows` words with vectors in `x`.
    pub fn contribute(&self, isa: Isa, x: &[f32], rows: usize, to: &mut Contributions) {
        to.narrow.resize(rows * self.affine.inputs(), 0.0);
        to.table.resize(rows * self.pad.len(), 0.0);
        to.sum.resize(self.bias.len(), 0.0);
        to.scores.resize(self.output.panels() * V * LANES, 0.0);
        isa.linear(&self.narrow, x, self.inputs(), rows, &mut to.narrow);
        let stride = self.affine.inputs();
        isa.linear(&self.affine, &to.narrow, stride, rows, &mut to.table);
    }

    /// The scores of the moves in a state that shows `words`, rows of the last
    /// [`contribute`](Self::contribute) or [`ABSENT`].
    pub fn score<'c, const F: usize>(
        &self,
        isa: Isa,
        from: &'c mut Contributions,
        words: [usize; F],
    ) -> &'c [f32] {
        debug_assert_eq!(F, self.features);
        let size = self.bias.len();
        let mut rows = [&self.pad[..0]; F];
        for (feature, word) in words.into_iter().enumerate() {
            let at = feature * size;
            rows[feature] = if word == ABSENT {
                &self.pad[at..][..size]
            } else {
                &from.table[word * self.pad.len() + at..][..size]
            };
        }
        isa.sum_rows(&self.bias, &rows, &mut from.sum);
        let (hidden, other) = from.sum.split_at_mut(self.hidden);
        for (hidden, other) in hidden.iter_mut().zip(&*other) {
            *hidden = if *other > *hidden { *other } else { *hidden };
        }
        isa.linear(&self.output, hidden, 0, 1, &mut from.scores);
        &from.scores[..self.moves.len()]
    }
}

/// Moves that stand side by side and are valid together.
pub struct Run<K> {
    /// What decides whether they are valid.
    pub kind: K,
    /// Their indices.
    pub moves: Range<usize>,
}

/// Groups moves into runs of one kind.
pub fn runs<K: PartialEq>(kinds: impl Iterator<Item = K>) -> Vec<Run<K>> {
    let mut runs: Vec<Run<K>> = Vec::new();
    for (at, kind) in kinds.enumerate() {
        match runs.last_mut() {
            Some(run) if run.kind == kind => run.moves.end = at + 1,
            _ => runs.push(Run {
                kind,
                moves: at..at + 1,
            }),
        }
    }
    runs
}

/// The valid move with the best score, the first among equals.
pub fn best_valid<K>(
    scores: &[f32],
    runs: &[Run<K>],
    is_valid: impl Fn(&K) -> bool,
) -> Option<usize> {
    let mut found: Option<(usize, f32)> = None;
    for run in runs.iter().filter(|run| is_valid(&run.kind)) {
        let (at, score) = best(&scores[run.moves.clone()]);
        if found.is_none_or(|(_, most)| score > most) {
            found = Some((run.moves.start + at, score));
        }
    }
    found.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_move_is_sought_among_the_valid() {
        let runs = runs(['s', 'l', 'l', 'r', 'l'].into_iter());
        assert_eq!(runs.len(), 4);
        let scores = [9.0, 1.0, 3.0, 5.0, 3.0];
        assert_eq!(best_valid(&scores, &runs, |k| *k == 'l'), Some(2));
        assert_eq!(best_valid(&scores, &runs, |k| *k != 's'), Some(3));
        assert_eq!(best_valid(&scores, &runs, |_| false), None);
    }
}
