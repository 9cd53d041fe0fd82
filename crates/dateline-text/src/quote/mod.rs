//! Quoted words, who says them and by which cue.
//!
//! [`find`] pairs the marks ([`marks`]), then looks for each quote's owner: a cue beside it, a cue
//! whose content it stands in, or the quote before that it goes on from. A quote that no cue
//! governs stays without owner, with the reason and those whose it may be ([`candidates`]).

mod candidates;
mod marks;
mod speaker;

use crate::attribution::Attribution;
use crate::document::{Document, Pos};
use dateline_span::Span;

pub use marks::paragraphs;

/// What sort of quotation it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuoteKind {
    /// At least a clause: somebody's utterance.
    Speech,
    /// Some words of an utterance, set in the writer's own sentence.
    Fragment,
    /// Words the writer keeps at arm's length, or a title: nobody's utterance that the text names.
    Scare,
}

/// Who owns quoted words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// The words at the cue: "Shami", "he", "the statement".
    pub mention: Span,
    /// Token index of the mention's head.
    pub head: usize,
    /// The fullest earlier naming of the same speaker, where the mention is a pronoun, a bare
    /// surname or a document ("the statement"): "Farhad Shami".
    pub resolved: Option<Span>,
}

/// Words between quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quote {
    /// The words without their marks.
    pub span: Span,
    /// The words with their marks.
    pub marks: Span,
    /// What sort of quotation it is.
    pub kind: QuoteKind,
    /// The owner; `None` where the text names none.
    pub speaker: Option<Speaker>,
    /// The word that attributes it ("said", "added", "according to").
    pub cue: Option<Span>,
    /// Index of the earlier quote of the same utterance whose speaker this one takes.
    pub continues: Option<usize>,
    /// How the owner was found, or why there is none; for people who check.
    pub reason: &'static str,
    /// Whose an utterance without owner may be: at most [`CANDIDATES`], in text order.
    pub candidates: Vec<Candidate>,
}

/// Somebody whose quoted words may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The words that name it near the quote.
    pub mention: Span,
    /// Token index of the mention's head.
    pub head: usize,
    /// What makes it a candidate.
    pub reason: &'static str,
}

/// How many candidates a quote keeps.
pub const CANDIDATES: usize = 5;

/// All quotes of a document, in text order. `parts` are the article's parts; a quote does not run
/// from one into the next. `attributions` are those of [`crate::attribution::find`].
pub fn find(doc: &Document, parts: &[Span], attributions: &[Attribution]) -> Vec<Quote> {
    let paragraphs = marks::paragraphs(doc.text(), parts);
    let marked = marks::scan(doc.text(), &paragraphs);
    let mut quotes = speaker::assign(doc, &paragraphs, &marked, attributions);
    candidates::fill(doc, &paragraphs, attributions, &mut quotes);
    quotes
}

/// Whether quoted words hold at least a clause.
fn is_clause(doc: &Document, span: Span) -> bool {
    let tokens = doc.tokens_in(span);
    doc.range(tokens.clone()).any(|t| {
        matches!(t.pos(), Pos::Verb | Pos::Aux)
            && t.children().any(|c| {
                tokens.contains(&c.i) && c.dep_in(&["nsubj", "nsubjpass", "expl", "aux", "auxpass"])
            })
    })
}
