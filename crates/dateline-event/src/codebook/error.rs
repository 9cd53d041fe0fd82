//! What is wrong with a codebook file, where, and what to do.

use std::fmt;
use thiserror::Error;

/// A codebook that could not be loaded; nothing of it is.
#[derive(Debug, Error, PartialEq, Eq)]
pub struct CodebookErrors(pub Vec<CodebookError>);

impl fmt::Display for CodebookErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [only] = self.0.as_slice() {
            return only.fmt(f);
        }
        write!(f, "{} things are wrong in the codebook:", self.0.len())?;
        self.0.iter().try_for_each(|error| write!(f, "\n  {error}"))
    }
}

/// One thing that is wrong with a codebook.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{file}:{line}: {problem}")]
pub struct CodebookError {
    /// The file as its name was given.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub problem: String,
}

impl CodebookError {
    /// A problem at a byte of the file.
    pub(super) fn at(file: &str, contents: &str, byte: usize, problem: impl Into<String>) -> Self {
        let before = contents.get(..byte).unwrap_or(contents);
        Self {
            file: file.to_owned(),
            line: 1 + before.matches('\n').count(),
            problem: problem.into(),
        }
    }
}
