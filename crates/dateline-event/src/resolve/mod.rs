//! Which time, place and quantities belong to an event.
//!
//! All three ask the same question first: on which words of the sentence may a modifier of this
//! event hang ([`host`])? A verb has itself; an event noun has also the verb that only carries it
//! ("launched *attacks*", "the *blast* occurred"). What hangs elsewhere (on the verb of saying, on
//! the source, on another clause) is somebody else's. None is better than a wrong one.

pub mod actor;
mod beside;
mod host;
mod occasion;
mod place;
mod quantity;
#[cfg(test)]
mod tests;
mod time;

use dateline_span::Span;

pub use actor::{ActorCode, ActorKind, Actors, Rival};
pub use beside::place_beside;
pub use occasion::{complete_places, complete_times, take_up_places};
pub use place::place_of;
pub(crate) use place::place_of_words;
pub use quantity::{Counted, Meaning, count_once, quantities_of};
pub use time::time_of;

/// What was chosen for a field of an event, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct Resolved<T> {
    /// The choice.
    pub value: T,
    /// Why, as a person would say it.
    pub reason: String,
    /// The words it rests on.
    pub evidence: Span,
}
