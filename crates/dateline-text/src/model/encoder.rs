//! Tokens to vectors: hash embeddings, their mix, and convolutions over the neighbours.
//!
//! Section `tok2vec.N`: u32 number of tables; for each its attribute, u32 seed and values; u8
//! whether static vectors follow and their table; u32 number of convolutions; then the mix and the
//! convolutions, each as u32 pieces, weights, bias, gain and shift.

use super::kernel::{Isa, LANES, Packed};
use super::lexeme::{Attribute, Lexeme, VectorRows};
use super::{Decoder, ModelError, hash};
use half::f16;
use half::slice::HalfFloatSliceExt;

/// Pieces of a maxout layer; what every released pipeline has, and what the kernel is made for.
const PIECES: usize = 3;

/// A table of floats, kept in the precision of the file.
pub struct Table {
    rows: usize,
    columns: usize,
    values: Values,
}

enum Values {
    Half(Vec<f16>),
    Single(Vec<f32>),
}

impl Table {
    /// Reads u8 bytes of a value (2 or 4), u32 rows, u32 columns, values.
    pub fn read(section: &mut Decoder) -> Result<Self, ModelError> {
        let size = section.u8()?;
        let rows = section.u32()? as usize;
        let columns = section.u32()? as usize;
        let count = rows.checked_mul(columns).ok_or(section.damaged())?;
        let values = match size {
            2 => {
                let bits = section.u16s(count)?.into_iter();
                Values::Half(bits.map(f16::from_bits).collect())
            }
            4 => Values::Single(section.f32s(count)?),
            _ => return Err(section.damaged()),
        };
        Ok(Self {
            rows,
            columns,
            values,
        })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Numbers in a row.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// All values.
    pub fn to_f32(&self) -> Vec<f32> {
        match &self.values {
            Values::Half(values) => values.to_f32_vec(),
            Values::Single(values) => values.clone(),
        }
    }

    /// Writes a row.
    fn copy_row(&self, row: usize, to: &mut [f32]) {
        let range = row * self.columns..(row + 1) * self.columns;
        match &self.values {
            Values::Half(values) => values[range].convert_to_f32_slice(to),
            Values::Single(values) => to.copy_from_slice(&values[range]),
        }
    }
}

/// An embedding table whose rows are found by hashing.
struct HashTable {
    attribute: Attribute,
    seed: u32,
    table: Table,
}

impl HashTable {
    /// Sum of the four rows of an id.
    fn embed(&self, id: u64, row: &mut [f32], to: &mut [f32]) {
        to.fill(0.0);
        for hash in hash::murmur3_rows(id, self.seed) {
            self.table.copy_row(hash as usize % self.table.rows, row);
            for (to, value) in to.iter_mut().zip(&*row) {
                *to += value;
            }
        }
    }
}

/// A maxout layer followed by layer norm.
struct Maxout {
    weights: Packed<PIECES>,
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Maxout {
    fn read(section: &mut Decoder, width: usize, inputs: usize) -> Result<Self, ModelError> {
        let pieces = section.u32()? as usize;
        let weights = Table::read(section)?;
        let bias = section.f32_list()?;
        let gain = section.f32_list()?;
        let shift = section.f32_list()?;
        if pieces != PIECES {
            let what = format!("maxout of {pieces} pieces");
            return Err(ModelError::Unsupported(what));
        }
        let sizes = [weights.rows, bias.len(), gain.len(), shift.len()];
        if sizes != [width * PIECES, width * PIECES, width, width] || weights.columns != inputs {
            return Err(section.damaged());
        }
        let weights = Packed::new(
            &weights.to_f32(),
            &bias,
            inputs,
            width / LANES,
            |panel, v, i| Some((panel * LANES + i) * PIECES + v),
        );
        Ok(Self {
            weights,
            gain,
            shift,
        })
    }

    fn run(&self, isa: Isa, x: &[f32], stride: usize, rows: usize, out: &mut [f32]) {
        isa.maxout(&self.weights, x, stride, rows, out);
        isa.layer_norm(&mut out[..rows * self.gain.len()], &self.gain, &self.shift);
    }
}

/// A token encoder.
pub struct TokenEncoder {
    width: usize,
    tables: Vec<HashTable>,
    vectors: Option<Table>,
    mix: Maxout,
    convolutions: Vec<Maxout>,
}

impl TokenEncoder {
    /// Reads a section; its static vectors must have every row that `vectors` names.
    pub fn read(mut section: Decoder, vector_rows: &VectorRows) -> Result<Self, ModelError> {
        let mut tables = Vec::new();
        for _ in 0..section.u32()? {
            let attribute = Attribute::parse(section.str()?)?;
            let seed = section.u32()?;
            let table = Table::read(&mut section)?;
            tables.push(HashTable {
                attribute,
                seed,
                table,
            });
        }
        let vectors = match section.u8()? {
            0 => None,
            _ => Some(Table::read(&mut section)?),
        };
        let width = tables.first().map_or(0, |t| t.table.columns);
        let parts = tables.iter().map(|t| &t.table).chain(&vectors);
        if parts.clone().any(|t| t.columns != width || t.rows == 0) {
            return Err(section.damaged());
        }
        let needed = vector_rows.needed();
        if vectors.as_ref().is_some_and(|v| v.rows < needed) {
            return Err(section.damaged());
        }
        if width == 0 || !width.is_multiple_of(LANES) {
            return Err(ModelError::Unsupported(format!("vectors of {width}")));
        }
        let inputs = width * parts.count();
        let depth = section.u32()?;
        let mix = Maxout::read(&mut section, width, inputs)?;
        let convolutions = (0..depth)
            .map(|_| Maxout::read(&mut section, width, 3 * width))
            .collect::<Result<_, _>>()?;
        section.done()?;
        Ok(Self {
            width,
            tables,
            vectors,
            mix,
            convolutions,
        })
    }

    /// Numbers of a token's vector.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many neighbours on each side have a say in a token's vector. So many rows of zeros
    /// stand before, between and after texts.
    pub fn reach(&self) -> usize {
        self.convolutions.len()
    }

    /// Numbers that the mix takes for a word.
    pub fn mix_inputs(&self) -> usize {
        self.mix.weights.inputs()
    }

    /// Writes the embeddings of a word, one after the other.
    pub fn embed(&self, rows: &VectorRows, lexeme: &Lexeme, row: &mut Vec<f32>, to: &mut [f32]) {
        row.resize(self.width, 0.0);
        let (hashed, vector) = to.split_at_mut(self.tables.len() * self.width);
        for (table, to) in self.tables.iter().zip(hashed.chunks_exact_mut(self.width)) {
            table.embed(lexeme.get(table.attribute), row, to);
        }
        let Some(vectors) = &self.vectors else {
            return;
        };
        match rows.row(lexeme) {
            Some(row) => vectors.copy_row(row, vector),
            None => vector.fill(0.0),
        }
    }

    /// Mixes the embeddings of `rows` words into one vector each.
    pub fn mix(&self, isa: Isa, embedded: &[f32], rows: usize, out: &mut [f32]) {
        self.mix.run(isa, embedded, self.mix_inputs(), rows, out);
    }

    /// Runs the convolutions over `rows` rows in `x`, which has one row of zeros more at each end.
    /// The result is in `x`; `spare` is as long.
    pub fn convolve(&self, isa: Isa, rows: usize, x: &mut Vec<f32>, spare: &mut Vec<f32>) {
        let inner = self.width..(rows + 1) * self.width;
        spare.clear();
        spare.resize(x.len(), 0.0);
        for convolution in &self.convolutions {
            // The window of a row is the row before it, itself and the one after: they lie so.
            convolution.run(isa, x, self.width, rows, &mut spare[inner.clone()]);
            let before = &x[inner.clone()];
            for (sum, before) in spare[inner.clone()].iter_mut().zip(before) {
                *sum += before;
            }
            std::mem::swap(x, spare);
        }
    }
}
