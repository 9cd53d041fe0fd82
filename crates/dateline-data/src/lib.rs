//! What the engine knows beforehand: event codes, lexicons, tables.

pub mod cues;
pub mod nouns;
pub mod ontology;

pub use nouns::{ClassSet, NounClass, noun_classes};
pub use ontology::{EventType, Mode, QuadClass};
