//! What sort of source a mention names.

use super::SourceKind;
use crate::Layers;
use dateline_data::{NounClass, noun_classes};
use dateline_text::{Pos, Tok};

/// News agencies by the words that name them.
const AGENCIES: [&str; 24] = [
    "reuters",
    "afp",
    "ap",
    "associated press",
    "agence france-presse",
    "xinhua",
    "tass",
    "itar-tass",
    "interfax",
    "ria novosti",
    "dpa",
    "ansa",
    "efe",
    "anadolu",
    "sana",
    "irna",
    "kcna",
    "kyodo",
    "yonhap",
    "ukrinform",
    "bloomberg",
    "upi",
    "wafa",
    "pti",
];

/// The sort of source that a mention headed by token `head` names.
pub fn of(layers: &Layers<'_>, head: usize) -> SourceKind {
    kind(layers, head, 0)
}

fn kind(layers: &Layers<'_>, head: usize, depth: usize) -> SourceKind {
    let tok = layers.doc.tok(head);
    if tok.pos() == Pos::Pron {
        return match layers.coref.antecedent(head) {
            Some(full) if depth == 0 => kind(layers, full.head, 1),
            _ => SourceKind::Unnamed,
        };
    }
    // "military, security and civil sources": the last noun of a list tells what all of them are.
    if tok.children().any(|c| c.dep() == "conj" && is_anonymous(c)) {
        return SourceKind::Unnamed;
    }
    if is_agency(tok) {
        return SourceKind::Agency;
    }
    match tok.name_label() {
        "PERSON" => return SourceKind::Person,
        "ORG" | "GPE" | "NORP" | "FAC" | "LOC" if tok.pos() == Pos::Propn => {
            return SourceKind::Organisation;
        }
        _ => {}
    }
    if tok.pos() == Pos::Propn {
        return SourceKind::Organisation;
    }
    of_noun(layers, tok)
}

fn of_noun(layers: &Layers<'_>, tok: Tok<'_>) -> SourceKind {
    let classes = noun_classes(tok.lemma());
    let plural = tok.tag() == "NNS";
    if is_anonymous(tok) {
        return SourceKind::Unnamed;
    }
    if classes.has(NounClass::Document) {
        let told_apart = tok
            .children()
            .any(|c| c.dep_in(&["det", "poss", "compound", "amod", "prep"]));
        return if plural && !told_apart {
            SourceKind::Unnamed
        } else {
            SourceKind::Document
        };
    }
    let person = layers
        .coref
        .antecedent(tok.i)
        .map(|full| layers.doc.tok(full.head).name_label());
    if person == Some("PERSON") {
        return SourceKind::Person;
    }
    let body = classes.has(NounClass::Organisation)
        || matches!(
            tok.lemma(),
            "police" | "army" | "military" | "navy" | "government" | "court"
        );
    if body && !plural {
        SourceKind::Organisation
    } else {
        SourceKind::Unnamed
    }
}

/// Nouns for people who speak without a name.
fn is_anonymous(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Noun
        && matches!(
            tok.lemma(),
            "source" | "official" | "authority" | "witness" | "resident"
        )
}

/// A news agency by its name, or "… news agency".
fn is_agency(tok: Tok<'_>) -> bool {
    let name = match tok.name() {
        Some(name) => tok
            .doc()
            .name_span(name)
            .slice(tok.doc().text())
            .to_lowercase(),
        None => tok.lower().to_owned(),
    };
    let name = name.trim_start_matches("the ");
    AGENCIES.contains(&name)
        || tok.lemma() == "agency"
            && tok
                .children()
                .any(|c| matches!(c.lower(), "news" | "press"))
}
