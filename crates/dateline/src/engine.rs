//! What is known before any page is opened.

use thiserror::Error;

/// Language model and codebook; shared by all threads.
pub struct Engine {}

/// Why an engine could not be set up.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct EngineError(#[from] ErrorKind);

#[derive(Debug, Error)]
enum ErrorKind {}

impl Engine {
    /// The engine with the built-in language model and codebook.
    ///
    /// # Errors
    /// If the built-in data are damaged.
    pub fn new() -> Result<Self, EngineError> {
        Ok(Self {})
    }
}
