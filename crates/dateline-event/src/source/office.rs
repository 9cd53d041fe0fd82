//! The role or office of a source, in the article's words.

use crate::Layers;
use dateline_data::{ClassSet, noun_classes};
use dateline_span::Span;
use dateline_text::{Pos, Tok, phrase};

/// The role set beside a person's name: in the mention headed by token `head`, or in the fullest naming of
/// the same source: "Ana Ruiz, head of the centre".
pub fn of(layers: &Layers<'_>, head: usize) -> Option<Span> {
    let here = layers.doc.tok(head);
    let full = layers
        .coref
        .antecedent(head)
        .map(|a| layers.doc.tok(a.head));
    [Some(here), full].into_iter().flatten().find_map(beside)
}

/// An apposition that tells what somebody is, not another name.
fn beside(name: Tok<'_>) -> Option<Span> {
    if name.name_label() != "PERSON" {
        return None;
    }
    let role = name
        .children()
        .filter(|c| c.dep() == "appos" && c.i > name.i && phrase::after_comma(*c))
        .find(|c| tells_a_role(*c))?;
    Some(phrase::noun_phrase_span(role))
}

fn tells_a_role(noun: Tok<'_>) -> bool {
    let person = noun.name_label() == "PERSON";
    let classes = noun_classes(noun.lower());
    !person
        && matches!(noun.pos(), Pos::Noun | Pos::Propn)
        && (classes.meets(ClassSet::HUMAN)
            || matches!(noun.lower(), "head" | "chief" | "chair" | "deputy"))
}
