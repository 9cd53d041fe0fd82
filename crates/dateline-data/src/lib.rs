//! What the engine knows beforehand: event codes, lexicons, tables.

pub mod ontology;

pub use ontology::{EventType, Mode, QuadClass};
