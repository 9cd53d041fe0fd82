//! The vector of each word before its neighbours have a say, kept from one text to the next.
//!
//! It depends on the word alone, and news repeats its words: keeping the vectors of those met
//! lately saves most of the first layer. What is kept never changes a result.

use super::encoder::TokenEncoder;
use super::hash::murmur64a;
use super::kernel::Isa;
use super::lexeme::{VectorRows, lexeme};
use crate::strings::{NormId, RawToken, Strings};

/// Places for kept words; a power of two.
const PLACES: usize = 1 << 13;

/// No word.
const NONE: u32 = u32::MAX;

/// What the first layer depends on: the word, the norm that a special case gave it, and whether a
/// space follows.
type Key = (u64, Option<NormId>, bool);

/// A place for one word.
#[derive(Clone, Copy)]
struct Place {
    key: Option<Key>,
    /// While a batch is looked up: the number of the new word that will stand here.
    awaits: u32,
}

/// Vectors of words met lately, and room to compute those of new ones.
#[derive(Default)]
pub struct WordVectors {
    places: Vec<Place>,
    vectors: Vec<f32>,
    embedded: Vec<f32>,
    row: Vec<f32>,
    mixed: Vec<f32>,
}

/// What computes the vectors of words.
pub struct Source<'s> {
    /// The instruction set.
    pub isa: Isa,
    /// Norms.
    pub strings: &'s Strings,
    /// Rows of static vectors.
    pub rows: &'s VectorRows,
    /// The encoders, whose vectors stand side by side.
    pub encoders: &'s [TokenEncoder],
}

impl Source<'_> {
    /// Numbers of a word's vectors for all encoders.
    pub fn width(&self) -> usize {
        self.encoders.iter().map(TokenEncoder::width).sum()
    }
}

/// A token in its text.
#[derive(Clone, Copy)]
pub struct Word<'t> {
    /// The text that the token's span slices.
    pub text: &'t str,
    /// The token.
    pub token: &'t RawToken,
}

impl Word<'_> {
    fn key(&self) -> Key {
        let word = self.token.span.slice(self.text);
        let hash = murmur64a(word.as_bytes(), 1);
        (hash, self.token.norm, self.token.space_after)
    }
}

impl WordVectors {
    /// Writes the vectors of `words` to `to`, a row of `source.width()` numbers for each.
    pub fn look_up(&mut self, source: &Source, words: &[Word], to: &mut Vec<f32>) {
        let width = source.width();
        to.clear();
        to.resize(words.len() * width, 0.0);
        if self.places.is_empty() {
            let empty = Place {
                key: None,
                awaits: NONE,
            };
            self.places = vec![empty; PLACES];
            self.vectors = vec![0.0; PLACES * width];
        }
        let mut new: Vec<Word> = Vec::new();
        // Which rows take the vector of which new word; which place keeps which.
        let mut takers: Vec<(usize, u32)> = Vec::new();
        let mut keepers: Vec<(usize, u32)> = Vec::new();
        for (row, word) in words.iter().enumerate() {
            let key = word.key();
            let at = key.0 as usize % PLACES;
            let place = &mut self.places[at];
            if place.key == Some(key) {
                match place.awaits {
                    NONE => to[row * width..][..width]
                        .copy_from_slice(&self.vectors[at * width..][..width]),
                    number => takers.push((row, number)),
                }
                continue;
            }
            let number = new.len() as u32;
            new.push(*word);
            takers.push((row, number));
            if place.awaits == NONE {
                *place = Place {
                    key: Some(key),
                    awaits: number,
                };
                keepers.push((at, number));
            }
        }
        self.compute(source, &new);
        let vector = |number: u32| &self.mixed[number as usize * width..][..width];
        for (row, number) in takers {
            to[row * width..][..width].copy_from_slice(vector(number));
        }
        for (at, number) in keepers {
            self.places[at].awaits = NONE;
            self.vectors[at * width..][..width].copy_from_slice(vector(number));
        }
    }

    /// Computes the vectors of new words into `mixed`.
    fn compute(&mut self, source: &Source, words: &[Word]) {
        let width = source.width();
        let lexemes: Vec<_> = words
            .iter()
            .map(|word| lexeme(source.strings, word.text, word.token))
            .collect();
        self.mixed.resize(words.len() * width, 0.0);
        let mut column = 0;
        for encoder in source.encoders {
            let inputs = encoder.mix_inputs();
            self.embedded.resize(words.len() * inputs, 0.0);
            for (lexeme, to) in lexemes.iter().zip(self.embedded.chunks_exact_mut(inputs)) {
                encoder.embed(source.rows, lexeme, &mut self.row, to);
            }
            let own = encoder.width();
            self.row.resize(words.len() * own, 0.0);
            encoder.mix(source.isa, &self.embedded, words.len(), &mut self.row);
            let rows = self.mixed.chunks_exact_mut(width);
            for (to, from) in rows.zip(self.row.chunks_exact(own)) {
                to[column..column + own].copy_from_slice(from);
            }
            column += own;
        }
    }
}
