//! What is known before any page is opened.

use dateline_data::ActorTable;
use dateline_event::codebook::{Codebook, CodebookError};
use dateline_text::Language;
use dateline_text::model::ModelError;
use thiserror::Error;

/// The English pipeline that Dateline ships; its card lies beside the file.
static ENGLISH: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");

/// Language model and codebook; shared by all threads.
pub struct Engine {
    pub(crate) language: Language,
    pub(crate) codebook: Codebook,
    /// Actors that the user brought; the built-in ones where there are none.
    own_actors: Option<ActorTable>,
}

/// Why an engine could not be set up.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct EngineError(#[from] ErrorKind);

#[derive(Debug, Error)]
enum ErrorKind {
    #[error("the built-in language model is damaged: {0}")]
    Model(#[from] ModelError),
    #[error("{0}")]
    Codebook(#[from] CodebookError),
}

impl EngineError {
    /// Whether it is the codebook that has to be mended, not the program.
    pub fn is_codebook(&self) -> bool {
        matches!(self.0, ErrorKind::Codebook(_))
    }
}

impl Engine {
    /// The engine with the built-in language model and codebook.
    ///
    /// # Errors
    /// If the built-in data are damaged.
    pub fn new() -> Result<Self, EngineError> {
        Self::with_codebook(Codebook::built_in().map_err(ErrorKind::from)?)
    }

    /// The engine with the built-in language model and another codebook.
    ///
    /// # Errors
    /// If the built-in language model is damaged.
    pub fn with_codebook(codebook: Codebook) -> Result<Self, EngineError> {
        let language = Language::load(ENGLISH).map_err(ErrorKind::from)?;
        Ok(Self {
            language,
            codebook,
            own_actors: None,
        })
    }

    /// The engine with a user's actors before the built-in ones.
    #[must_use]
    pub fn with_actors(mut self, table: ActorTable) -> Self {
        self.own_actors = Some(table);
        self
    }

    /// The actors it knows by name.
    pub fn actors(&self) -> &ActorTable {
        match &self.own_actors {
            Some(table) => table,
            None => ActorTable::built_in(),
        }
    }

    /// The codebook it codes by.
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }
}
