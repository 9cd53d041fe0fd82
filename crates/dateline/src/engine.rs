//! What is known before any page is opened.

use dateline_data::gazetteer::GazetteerError;
use dateline_data::{ActorTable, Gazetteer};
use dateline_event::codebook::{Codebook, CodebookErrors};
use dateline_span::Span;
use dateline_text::model::ModelError;
use dateline_text::{Document, Language, Naming};
use thiserror::Error;

/// The English pipeline that Dateline ships; its card lies beside the file.
static ENGLISH: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");

/// Language model, weights of names, codebook and gazetteer; shared by all threads.
pub struct Engine {
    language: Language,
    naming: Naming,
    pub(crate) codebook: Codebook,
    /// Actors that the user brought; the built-in ones where there are none.
    own_actors: Option<ActorTable>,
    pub(crate) gazetteer: Gazetteer,
}

/// Why an engine could not be set up.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct EngineError(#[from] ErrorKind);

#[derive(Debug, Error)]
enum ErrorKind {
    #[error("the built-in language model is damaged: {0}")]
    Model(#[from] ModelError),
    #[error("the built-in gazetteer is damaged: {0}")]
    Gazetteer(#[from] GazetteerError),
    #[error("{0}")]
    Codebook(#[from] CodebookErrors),
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
        let naming = Naming::built_in().map_err(ErrorKind::from)?;
        let gazetteer = Gazetteer::built_in().map_err(ErrorKind::from)?;
        Ok(Self {
            language,
            naming,
            codebook,
            gazetteer,
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

    /// Adds places of the user's: a file made by [`dateline_data::gazetteer::import`].
    ///
    /// # Errors
    /// If it is no such file, is cut off, or belongs to another edition of the built-in gazetteer.
    pub fn add_places(&mut self, file: Vec<u8>) -> Result<(), GazetteerError> {
        self.gazetteer.add(file)
    }

    /// Reads parts of a text, each by itself ([`Language::read_parts`]), and reviews the names.
    pub fn read_parts(&self, text: &str, parts: &[Span]) -> Document {
        let doc = self.language.read_parts(text, parts);
        self.naming.review(doc, &self.gazetteer)
    }

    /// The language layer by itself.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The places it knows.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The codebook it codes by.
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }
}
