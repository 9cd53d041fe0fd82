//! What a source says happened: the event, its roles, and where in the text each is.

pub mod clause;
pub mod confidence;
pub mod content;
pub mod context;
pub mod frame;
pub mod guard;
pub mod implied;
pub mod mention;
pub mod merge;
pub mod nominal;
pub mod phrase;
pub mod prospect;
pub mod read;
pub mod role;
pub mod trigger;

use crate::toponym::Located;
use crate::{Counted, Factuality, SourceChain, Why};
use dateline_data::{Context, EventType, Mode};
use dateline_span::Span;

/// An event of the codebook.
#[derive(Clone, PartialEq, Debug)]
pub struct EventCode {
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// The CAMEO code beside it: the entry's own, or that of type and mode where text or tense
    /// told another than the entry's.
    pub cameo: Box<str>,
    /// The codebook entry that fired, `ASSAULT/firearms`.
    pub entry: String,
}

/// The part a participant plays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Who does it.
    Actor,
    /// To whom or against whom it is done.
    Recipient,
    /// Who is hurt, where that is not the recipient itself.
    Victim,
    /// By what means: weapon, vehicle, instrument.
    Means,
}

impl Role {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Role::Actor => "actor",
            Role::Recipient => "recipient",
            Role::Victim => "victim",
            Role::Means => "means",
        }
    }
}

/// A participant of a claim.
#[derive(Clone, PartialEq, Debug)]
pub struct Argument {
    /// The part it plays.
    pub role: Role,
    /// Its words, full noun phrase without relative clause.
    pub span: Span,
    /// Token index of its head.
    pub head: usize,
    /// What it stands for, where the words alone do not say ("they", "the attackers", "our post"):
    /// the fullest naming elsewhere in the article.
    pub resolved: Option<Span>,
    /// Whether the text doubts that it was this participant ("suspected", "alleged").
    pub hedged: bool,
}

/// A place as the text gives it.
#[derive(Clone, PartialEq, Debug)]
pub struct PlaceMention {
    /// Its name ("Diban").
    pub span: Span,
    /// Token index of its head.
    pub head: usize,
    /// Larger places that the text puts it in, nearest first.
    pub within: Vec<Span>,
    /// Where it is on the map; absent where the gazetteer knows neither it nor what contains it.
    pub located: Option<Located>,
}

/// A word elsewhere in the article that takes up a claim's happening: "the attack", "the injured".
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// The word.
    pub span: Span,
    /// Why it is taken to be about this claim.
    pub reason: &'static str,
}

/// A source says that an event happened, did not, or may.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// What is said to have happened.
    pub event: EventCode,
    /// The word that names the event.
    pub trigger: Span,
    /// Token index of the trigger.
    pub head: usize,
    /// Words elsewhere in the article that take the happening up again, in text order.
    pub mentions: Vec<Mention>,
    /// Heads of other claims of the same sentence that tell of the same happening: the deed and what came of it.
    pub tied: Vec<usize>,
    /// The clause or sentence to read it in.
    pub evidence: Span,
    /// Participants, in the order actor, recipient, victim, means; several of one role may stand.
    pub arguments: Vec<Argument>,
    /// Where; the event's own place, not the speaker's.
    pub place: Option<PlaceMention>,
    /// When: index into the article's times; the event's own time, not the time of speaking.
    pub time: Option<usize>,
    /// How many of what, in text order.
    pub quantities: Vec<Counted>,
    /// Who says so, through whom.
    pub source: SourceChain,
    /// How surely, as the innermost source presents it.
    pub factuality: Factuality,
    /// What it has to do with, in PLOVER's order.
    pub contexts: Vec<Context>,
    /// How sure the reading is that the trigger tells this event, in [0, 1]; calibrated, see
    /// [`confidence`].
    pub confidence: f64,
    /// The trail of each decision.
    pub why: Why,
}

impl Claim {
    /// The participants with this part.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(move |a| a.role == role)
    }
}
