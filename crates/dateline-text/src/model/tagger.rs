//! The tagger: one linear layer on a token's vector; the best label wins. spaCy's morphologizer
//! is the same with other labels.
//!
//! Section `tagger` or `morphologizer`: u32 encoder; u32 number of labels, for each its tag,
//! morphology and part of speech; weights, bias.

use super::encoder::Table;
use super::kernel::{Isa, LANES, Packed};
use super::{Decoder, ModelError};

/// Vectors of outputs that the kernel computes at once.
const V: usize = 4;

/// What a label says of a token; an empty string where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Fine tag.
    pub tag: String,
    /// Morphological features.
    pub morph: String,
    /// Universal part of speech.
    pub pos: String,
}

/// A linear layer whose best output is a label.
pub struct Tagger {
    /// The number of the encoder that feeds it.
    pub encoder: usize,
    /// The labels, in the order of the outputs.
    pub labels: Vec<Label>,
    weights: Packed<V>,
}

impl Tagger {
    /// Reads a section.
    pub fn read(mut section: Decoder) -> Result<Self, ModelError> {
        let encoder = section.u32()? as usize;
        let mut labels = Vec::new();
        for _ in 0..section.u32()? {
            labels.push(Label {
                tag: section.str()?.to_owned(),
                morph: section.str()?.to_owned(),
                pos: section.str()?.to_owned(),
            });
        }
        let weights = Table::read(&mut section)?;
        let bias = section.f32_list()?;
        if labels.is_empty() || weights.rows() != labels.len() || bias.len() != labels.len() {
            return Err(section.damaged());
        }
        section.done()?;
        Ok(Self {
            encoder,
            weights: pack_rows(&weights, &bias),
            labels,
        })
    }

    /// Numbers that it takes for a token.
    pub fn inputs(&self) -> usize {
        self.weights.inputs()
    }

    /// Index of the best label for each of `rows` vectors in `x`.
    pub fn tag(&self, isa: Isa, x: &[f32], rows: usize, scores: &mut Vec<f32>) -> Vec<u16> {
        let stride = self.weights.panels() * V * LANES;
        scores.clear();
        scores.resize(rows * stride, 0.0);
        isa.linear(&self.weights, x, self.inputs(), rows, scores);
        scores
            .chunks_exact(stride)
            .map(|scores| best(&scores[..self.labels.len()]).0 as u16)
            .collect()
    }
}

/// Packs a matrix for [`Isa::linear`], an output a row, in the order of the rows.
pub fn pack_rows(weights: &Table, bias: &[f32]) -> Packed<V> {
    let panels = weights.rows().div_ceil(V * LANES);
    Packed::new(
        &weights.to_f32(),
        bias,
        weights.columns(),
        panels,
        |panel, v, i| {
            let row = (panel * V + v) * LANES + i;
            (row < weights.rows()).then_some(row)
        },
    )
}

/// Index and value of the largest number, the first among equals.
pub fn best(scores: &[f32]) -> (usize, f32) {
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let (chunks, rest) = scores.as_chunks::<LANES>();
    for chunk in chunks {
        for i in 0..LANES {
            lanes[i] = if chunk[i] > lanes[i] {
                chunk[i]
            } else {
                lanes[i]
            };
        }
    }
    let all = lanes.iter().chain(rest);
    let largest = all.fold(f32::NEG_INFINITY, |a, b| if *b > a { *b } else { a });
    let at = scores.iter().position(|s| *s == largest).unwrap_or(0);
    (at, largest)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_first_of_equals_is_best() {
        let mut scores = vec![0.0; 40];
        scores[35] = 2.0;
        scores[7] = 2.0;
        assert_eq!(best(&scores), (7, 2.0));
        assert_eq!(best(&scores[8..]), (27, 2.0));
        assert_eq!(best(&[-3.0, -1.0]), (1, -1.0));
    }
}
