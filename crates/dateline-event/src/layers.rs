//! What events are read from: the layers of one article.

use crate::Toponyms;
use dateline_span::Span;
use dateline_text::{Attribution, Coref, Document, Quantity, Quote, TimeExpr};

/// The layers of one article, side by side.
#[derive(Clone, Copy)]
pub struct Layers<'d> {
    /// Tokens, sentences, parse, names.
    pub doc: &'d Document,
    /// The headline's words.
    pub title: Option<Span>,
    /// The words of pictures' captions.
    pub captions: &'d [Span],
    /// Quoted words with their speakers.
    pub quotes: &'d [Quote],
    /// Cues with their sources and contents.
    pub attributions: &'d [Attribution],
    /// Who is who.
    pub coref: &'d Coref,
    /// Expressions of time.
    pub times: &'d [TimeExpr],
    /// Numbers and what they count.
    pub quantities: &'d [Quantity],
    /// Names of places, and which places they are.
    pub places: &'d Toponyms,
}
