//! Article text to [`Document`]: the language layer and what is read off it.
//!
//! Nothing here touches files, clock, environment or network. Reading never fails: odd input
//! gives a document with odd tokens.

mod atom;
pub mod attribution;
pub mod coref;
pub mod document;
pub mod language;
mod mend;
pub mod model;
pub mod naming;
mod numeral;
pub mod phrase;
pub mod quantity;
pub mod quote;
mod scare;
#[cfg(test)]
mod scratch;
mod silent_e;
pub mod strings;
pub mod time;
pub mod truecase;

pub use attribution::Attribution;
pub use coref::{Antecedent, Coref};
pub use document::{Document, Name, Pos, Revision, Sentence, Sym, Symbols, Tok, Token};
pub use language::Language;
pub use naming::Naming;
pub use quantity::Quantity;
pub use quote::{Quote, QuoteKind, Speaker};
pub use time::{
    Beside, Precision, Reckoned, Reckoning, Side, Stretch, TimeExpr, TimeKind, TimeMod, When,
};
