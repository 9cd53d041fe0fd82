//! Adjectives as cues: "is confident that …", "are wary of …".

use super::content::TokenSet;
use super::source::subject_of;
use super::{Attribution, ContentForm, SourceMention};
use crate::document::{Pos, Tok};
use crate::phrase;
use dateline_data::cues::{CueEntry, CuePos, Cues};

/// The attribution that an adjective makes behind its copula or beside its noun.
pub fn read(adjective: Tok<'_>) -> Option<Attribution> {
    let rows = Cues::get().rows(CuePos::Adjective, adjective.lemma());
    if rows.is_empty() {
        return None;
    }
    let (row, form, content) = rows.iter().find_map(|row| {
        let (form, content) = content_of(adjective, row)?;
        Some((row, form, content))
    })?;
    let source = holder_of(adjective)?;
    let impersonal = matches!(
        source.lower(),
        "it" | "this" | "that" | "which" | "what" | "there"
    );
    if impersonal || content.contains(source.i) {
        return None;
    }
    Some(Attribution {
        class: row.class,
        pos: CuePos::Adjective,
        token: adjective.i,
        cue: adjective.span(),
        source: Some(SourceMention::of(source)),
        told: None,
        form,
        quotes: false,
        content,
        about: TokenSet::default(),
        shown_by: None,
    })
}

fn content_of(adjective: Tok<'_>, row: &CueEntry) -> Option<(ContentForm, TokenSet)> {
    let after = |labels: &[&str]| {
        adjective
            .children()
            .find(|c| c.i > adjective.i && c.dep_in(labels))
    };
    let asks = |c: Tok<'_>| {
        matches!(
            c.doc().tok(phrase::leftmost(c)).lower(),
            "how" | "what" | "whether" | "why" | "where" | "who" | "when"
        )
    };
    if row.clause
        && let Some(clause) = after(&["ccomp", "xcomp"])
            .filter(|c| c.dep() == "ccomp" && phrase::is_finite(*c) || asks(*c))
    {
        return Some((ContentForm::Clause, TokenSet::subtree(clause)));
    }
    if row.infinitive
        && let Some(infinitive) = after(&["xcomp"])
    {
        return Some((ContentForm::Infinitive, TokenSet::subtree(infinitive)));
    }
    let preposition = adjective.children().find(|c| {
        c.i > adjective.i && c.dep() == "prep" && row.prepositions.contains(&c.lower())
    })?;
    let object = preposition.child(&["pobj", "pcomp"])?;
    Some((ContentForm::Phrase, TokenSet::subtree(object)))
}

/// Whose state it is: the subject of the copula, or the noun that the adjective follows.
fn holder_of(adjective: Tok<'_>) -> Option<Tok<'_>> {
    let first = adjective.first_conjunct();
    let head = first.head()?;
    match first.dep() {
        "acomp" | "oprd" | "xcomp" => subject_of(head, 0),
        "amod" | "acl" | "relcl" if adjective.i > head.i && head.pos() != Pos::Verb => Some(head),
        _ => None,
    }
}
