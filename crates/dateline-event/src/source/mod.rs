//! Who says so, through whom: the chain of sources of a claim.
//!
//! [`Voices`] joins the cues of a text ([`dateline_text::attribution`]) with its quoted words and
//! tells, for any token, through which mouths it comes, and which times are times of speaking.

mod kind;
mod office;
mod speech;
mod voice;

pub use voice::{Spoken, SpokenBy, Voices};

use crate::factuality::{Certainty, Polarity};
use dateline_span::Span;

/// What sort of source it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SourceKind {
    /// The article's own voice.
    Outlet,
    /// A news agency that the article passes on.
    Agency,
    /// A named person.
    Person,
    /// A named organisation, government or group.
    Organisation,
    /// A statement, report, letter.
    Document,
    /// Someone without a name: "sources", "a local official", "it is believed".
    Unnamed,
}

impl SourceKind {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Outlet => "outlet",
            SourceKind::Agency => "agency",
            SourceKind::Person => "person",
            SourceKind::Organisation => "organisation",
            SourceKind::Document => "document",
            SourceKind::Unnamed => "unnamed",
        }
    }
}

/// One voice in a chain.
#[derive(Clone, PartialEq, Debug)]
pub struct SourceLink {
    /// What sort of source it is.
    pub kind: SourceKind,
    /// The words that name it where it speaks ("he", "the statement"); `None` for the article's
    /// own voice and for a source that only its cue betrays ("allegedly").
    pub mention: Option<Span>,
    /// The fullest naming of the same source elsewhere in the article, where the mention is not it.
    pub resolved: Option<Span>,
    /// Its role or office, set beside the mention or the fullest naming: "Ana Ruiz, *head of the
    /// centre*".
    pub office: Option<Span>,
    /// The word by which it speaks.
    pub cue: Option<Span>,
    /// Whether its words are quoted.
    pub direct: bool,
    /// The outlet it spoke to, where named ("told Asharq Al-Awsat").
    pub told: Option<Span>,
    /// When it spoke: index into the article's times.
    pub said: Option<usize>,
    /// Whether this voice itself says that it happened; unknown where it only passes on what the
    /// next voice says.
    pub polarity: Polarity,
    /// How surely this voice itself says so.
    pub certainty: Certainty,
}

/// The voices a claim came through, outermost first; the first is the article's own.
#[derive(Clone, PartialEq, Debug)]
pub struct SourceChain {
    /// Outermost to innermost; never empty.
    pub links: Vec<SourceLink>,
}

impl SourceChain {
    /// The chain of what the article says in its own voice.
    pub fn author() -> Self {
        Self {
            links: vec![SourceLink {
                kind: SourceKind::Outlet,
                mention: None,
                resolved: None,
                office: None,
                cue: None,
                direct: false,
                told: None,
                said: None,
                polarity: Polarity::Positive,
                certainty: Certainty::Certain,
            }],
        }
    }

    /// The voice nearest to the event.
    pub fn innermost(&self) -> &SourceLink {
        &self.links[self.links.len() - 1]
    }
}
