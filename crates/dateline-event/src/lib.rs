//! Documents to claims, claims to incidents.
//!
//! A [`Claim`] is what a source says happened; an [`Incident`] is what several claims of one
//! article tell about one happening. Every decision leaves its trail in [`Why`].

mod answer;
mod assemble;
pub mod casualty;
pub mod claim;
pub mod codebook;
mod correction;
mod denial;
pub mod factuality;
pub mod fusion;
pub mod incident;
mod layers;
pub mod resolve;
pub mod source;
pub mod toponym;
pub mod why;
mod withheld;

pub use answer::{Answer, AnswerKind, answers};
pub use assemble::claims;
pub use casualty::{Casualty, Fate, Standing};
pub use claim::{Argument, Claim, EventCode, Mention, Role};
pub use correction::{Correction, corrections};
pub use factuality::{Certainty, Factuality, Polarity, Tense};
pub use incident::Incident;
pub use layers::Layers;
pub use resolve::{Counted, Meaning};
pub use source::{SourceChain, SourceKind, SourceLink, Voices};
pub use toponym::Toponyms;
pub use why::{Step, Why};
pub use withheld::{Withheld, withheld};
