//! Article text to [`Document`]: the language layer and what is read off it.
//!
//! Nothing here touches files, clock, environment or network. Reading never fails: odd input
//! gives a document with odd tokens.

pub mod document;
pub mod quote;

pub use document::{Document, Name, Pos, Sentence, Sym, Symbols, Tok, Token};
