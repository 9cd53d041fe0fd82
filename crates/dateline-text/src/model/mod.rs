//! The model: its file, and the networks read from it.

mod container;
mod encoder;
pub mod hash;
mod kernel;
mod lexeme;
mod names;
mod network;
mod parser;
mod tagger;
mod transition;
mod tree;
mod vectors;

pub use container::{Decoder, Encoder, ModelFile, write_model};
pub use names::FoundName;
pub use network::{Analysis, Network, Part};
pub use tagger::Label;
pub use tree::Tree;

/// Why bytes are not a usable model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The bytes do not begin as a model file does.
    #[error("not a Dateline model file")]
    NotAModel,
    /// Written by another version of the converter.
    #[error("model file of version {found}; this program reads version {expected}")]
    Version {
        /// The file's version.
        found: u32,
        /// The version that this program reads.
        expected: u32,
    },
    /// Truncated, altered, or with sizes that do not fit each other.
    #[error("the model file is damaged: {0}")]
    Damaged(&'static str),
    /// A part that this pipeline needs is absent.
    #[error("the model file has no section `{0}`")]
    Missing(&'static str),
    /// A part of a kind that this program does not know.
    #[error("the model has a part of an unknown kind: {0}")]
    Unsupported(String),
}
