//! The string side of a spaCy pipeline: lexical attributes, tokenizer, attribute ruler, lemmatizer.

pub mod lex;
mod symbols;
