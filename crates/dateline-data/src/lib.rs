//! What the engine knows beforehand: event codes, lexicons, tables.

pub mod actors;
pub mod calendar;
pub mod casing;
pub mod contexts;
pub mod countries;
pub mod cues;
pub mod factuality;
pub mod first_names;
pub mod gazetteer;
pub mod nouns;
pub mod ontology;
pub mod outlets;
mod table;

pub use actors::{ActorRow, ActorTable};
pub use calendar::{MONTHS, WEEKDAYS};
pub use contexts::{Context, ContextCue, context_cues};
pub use countries::{is_country, is_seat_of_government};
pub use first_names::{Sex, sex_of_first_name};
pub use gazetteer::Gazetteer;
pub use nouns::{ClassSet, NounClass, noun_classes};
pub use ontology::{EventType, Mode, QuadClass};
