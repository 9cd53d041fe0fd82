//! All networks of a pipeline, run over the parts of a text.

use super::encoder::TokenEncoder;
use super::kernel::Isa;
use super::lexeme::VectorRows;
use super::names::{FoundName, NameFinder};
use super::parser::Parser;
use super::tagger::Tagger;
use super::transition::Contributions;
use super::tree::Tree;
use super::vectors::{Source, Word, WordVectors};
use super::{Decoder, ModelError, ModelFile};
use crate::strings::{RawToken, Strings, lex};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Words that go through the layers together: enough to keep the kernel busy, few enough that
/// what they need stays in the processor's cache.
const BATCH: usize = 512;

/// The most words that are read as one text. A longer one is cut: memory stays bounded.
const LONGEST: usize = 1 << 14;

/// A part of a text that is read by itself: its words and its tokens, whose spans slice it.
#[derive(Clone, Copy)]
pub struct Part<'t> {
    /// Its words.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [RawToken],
}

/// What the networks say of one part of a text.
#[derive(Debug, Default)]
pub struct Analysis {
    /// Index of the tagger's best label for each token; empty where the pipeline has no tagger.
    pub tags: Vec<u16>,
    /// The parse. Without a parser every token is a root, and only the first starts a sentence.
    pub tree: Tree,
    /// Names, in order.
    pub names: Vec<FoundName>,
}

/// The networks of a pipeline.
pub struct Network {
    /// Tagger or morphologizer.
    pub tagger: Option<Tagger>,
    /// Parser.
    pub parser: Option<Parser>,
    /// Name finder.
    pub names: Option<NameFinder>,
    vector_rows: VectorRows,
    encoders: Vec<TokenEncoder>,
    isa: Isa,
    /// Buffers of finished readings, for the next ones.
    pool: Mutex<Vec<Scratch>>,
}

/// Room to compute in.
#[derive(Default)]
struct Scratch {
    vectors: WordVectors,
    first: Vec<f32>,
    x: Vec<f32>,
    spare: Vec<f32>,
    scores: Vec<f32>,
    parser: Contributions,
    names: Contributions,
}

impl Network {
    /// Reads the sections of all networks and checks that they fit each other.
    pub fn read(file: &ModelFile) -> Result<Self, ModelError> {
        let vector_rows = VectorRows::read(file)?;
        let mut encoders = Vec::new();
        // The sections are numbered without gaps.
        while let Some(section) = file.section(&format!("tok2vec.{}", encoders.len())) {
            let section = Decoder::new("tok2vec", section);
            encoders.push(TokenEncoder::read(section, &vector_rows)?);
        }
        let section = |name| file.section(name).map(|s| Decoder::new(name, s));
        let tagger = section("tagger").or(section("morphologizer"));
        let network = Self {
            tagger: tagger.map(Tagger::read).transpose()?,
            parser: section("parser").map(Parser::read).transpose()?,
            names: section("ner").map(NameFinder::read).transpose()?,
            vector_rows,
            encoders,
            isa: Isa::detect(),
            pool: Mutex::default(),
        };
        let parser = network.parser.as_ref().map(Parser::scorer);
        let names = network.names.as_ref().map(NameFinder::scorer);
        let scorers = [parser, names].into_iter().flatten();
        let users = scorers
            .map(|s| (s.encoder, s.inputs()))
            .chain(network.tagger.as_ref().map(|t| (t.encoder, t.inputs())));
        for (encoder, inputs) in users {
            if network.encoders.get(encoder).map(TokenEncoder::width) != Some(inputs) {
                return Err(ModelError::Damaged("encoders"));
            }
        }
        Ok(network)
    }

    /// Reads parts of a text, each by itself.
    pub fn run(&self, strings: &Strings, parts: &[Part]) -> Vec<Analysis> {
        let mut scratch = self.pool().pop().unwrap_or_default();
        let mut analyses: Vec<Analysis> = Vec::new();
        analyses.resize_with(parts.len(), Analysis::default);
        let mut batch = Batch::default();
        for (number, part) in parts.iter().enumerate() {
            for tokens in part.tokens.chunks(LONGEST) {
                batch.add(number, part.text, tokens);
                if batch.words.len() >= BATCH {
                    self.run_batch(strings, &mut scratch, &batch, &mut analyses);
                    batch = Batch::default();
                }
            }
        }
        self.run_batch(strings, &mut scratch, &batch, &mut analyses);
        self.pool().push(scratch);
        analyses
    }

    fn pool(&self) -> MutexGuard<'_, Vec<Scratch>> {
        // A panic cannot leave the list half changed.
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run_batch(
        &self,
        strings: &Strings,
        scratch: &mut Scratch,
        batch: &Batch,
        analyses: &mut [Analysis],
    ) {
        let source = Source {
            isa: self.isa,
            strings,
            rows: &self.vector_rows,
            encoders: &self.encoders,
        };
        let first = &mut scratch.first;
        scratch.vectors.look_up(&source, &batch.words, first);
        let mut found: Vec<Analysis> = batch.pieces.iter().map(Piece::unread).collect();
        let mut column = 0;
        for (number, encoder) in self.encoders.iter().enumerate() {
            let layout = Layout::new(&batch.pieces, encoder.reach());
            self.encode(scratch, encoder, &layout, column, source.width());
            column += encoder.width();
            self.tag(scratch, number, &layout, &mut found);
            self.parse(scratch, number, &layout, batch, &mut found);
            self.show_names(scratch, number, &layout);
        }
        self.find_names(scratch, batch, &mut found);
        for (piece, found) in batch.pieces.iter().zip(found) {
            analyses[piece.part].append(found);
        }
    }

    /// The vectors of all words into `scratch.x`, laid out with zeros between the pieces.
    fn encode(
        &self,
        scratch: &mut Scratch,
        encoder: &TokenEncoder,
        layout: &Layout,
        column: usize,
        stride: usize,
    ) {
        let width = encoder.width();
        let x = &mut scratch.x;
        x.clear();
        x.resize((layout.rows + 2) * width, 0.0);
        let mut words = scratch.first.chunks_exact(stride);
        for (first, len) in &layout.pieces {
            let rows = &mut x[(first + 1) * width..][..len * width];
            for (row, word) in rows.chunks_exact_mut(width).zip(&mut words) {
                row.copy_from_slice(&word[column..column + width]);
            }
        }
        encoder.convolve(self.isa, layout.rows, x, &mut scratch.spare);
        // The row of zeros before the first.
        x.drain(..width);
    }

    fn tag(&self, scratch: &mut Scratch, encoder: usize, layout: &Layout, found: &mut [Analysis]) {
        let Some(tagger) = self.tagger.as_ref().filter(|t| t.encoder == encoder) else {
            return;
        };
        let tags = tagger.tag(self.isa, &scratch.x, layout.rows, &mut scratch.scores);
        for ((first, len), found) in layout.pieces.iter().zip(found) {
            found.tags = tags[*first..first + len].to_vec();
        }
    }

    fn parse(
        &self,
        scratch: &mut Scratch,
        encoder: usize,
        layout: &Layout,
        batch: &Batch,
        found: &mut [Analysis],
    ) {
        let parser = self.parser.as_ref();
        let Some(parser) = parser.filter(|p| p.scorer().encoder == encoder) else {
            return;
        };
        let from = &mut scratch.parser;
        parser
            .scorer()
            .contribute(self.isa, &scratch.x, layout.rows, from);
        let pieces = layout.pieces.iter().zip(&batch.pieces);
        for (((first, _), piece), found) in pieces.zip(found) {
            found.tree = parser.parse(self.isa, from, *first, &piece.is_space);
        }
    }

    fn show_names(&self, scratch: &mut Scratch, encoder: usize, layout: &Layout) {
        let names = self.names.as_ref();
        if let Some(names) = names.filter(|n| n.scorer().encoder == encoder) {
            let to = &mut scratch.names;
            names
                .scorer()
                .contribute(self.isa, &scratch.x, layout.rows, to);
        }
    }

    fn find_names(&self, scratch: &mut Scratch, batch: &Batch, found: &mut [Analysis]) {
        let Some(names) = &self.names else {
            return;
        };
        let reach = self.encoders[names.scorer().encoder].reach();
        let layout = Layout::new(&batch.pieces, reach);
        let pieces = layout.pieces.iter().zip(&batch.pieces);
        for (((first, _), piece), found) in pieces.zip(found) {
            let starts = &found.tree.sent_start;
            let from = &mut scratch.names;
            found.names = names.find(self.isa, from, *first, &piece.is_space, starts);
        }
    }
}

/// Words that go through the layers together.
#[derive(Default)]
struct Batch<'t> {
    words: Vec<Word<'t>>,
    pieces: Vec<Piece>,
}

impl<'t> Batch<'t> {
    fn add(&mut self, part: usize, text: &'t str, tokens: &'t [RawToken]) {
        self.words
            .extend(tokens.iter().map(|token| Word { text, token }));
        let is_space = tokens.iter().map(|t| lex::is_space(t.span.slice(text)));
        self.pieces.push(Piece {
            part,
            is_space: is_space.collect(),
        });
    }
}

/// A part, or a piece of one that is too long.
struct Piece {
    part: usize,
    /// For each word, whether it is white space.
    is_space: Vec<bool>,
}

impl Piece {
    /// An analysis that knows nothing yet.
    fn unread(&self) -> Analysis {
        let n = self.is_space.len();
        Analysis {
            tree: Tree {
                heads: (0..n as u32).collect(),
                labels: vec![0; n],
                sent_start: (0..n).map(|word| word == 0).collect(),
            },
            ..Analysis::default()
        }
    }
}

impl Analysis {
    /// Adds the analysis of the next piece of the same part.
    fn append(&mut self, next: Analysis) {
        let before = self.tree.heads.len() as u32;
        self.tags.extend(next.tags);
        let heads = next.tree.heads.iter().map(|head| head + before);
        self.tree.heads.extend(heads);
        self.tree.labels.extend(next.tree.labels);
        self.tree.sent_start.extend(next.tree.sent_start);
        self.names
            .extend(next.names.into_iter().map(|name| FoundName {
                first: name.first + before,
                end: name.end + before,
                ..name
            }));
    }
}

/// Where the pieces lie among the rows of a batch: as many rows of zeros before, between and
/// after them as an encoder reaches, so that no piece has a say in another.
struct Layout {
    /// First row and number of rows of each piece.
    pieces: Vec<(usize, usize)>,
    /// All rows.
    rows: usize,
}

impl Layout {
    fn new(pieces: &[Piece], reach: usize) -> Self {
        let mut rows = reach;
        let pieces = pieces.iter().map(|piece| {
            let len = piece.is_space.len();
            let first = rows;
            rows += len + reach;
            (first, len)
        });
        Self {
            pieces: pieces.collect(),
            rows,
        }
    }
}
