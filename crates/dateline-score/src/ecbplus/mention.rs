//! Mentions of events as the clustering compares them.

use super::corpus::Document;
use crate::detokenise::detokenise;
use crate::given::{head_of, read};
use dateline::data::{NounClass, noun_classes};
use dateline::page::PartKind;
use dateline::text::{Coref, Pos, Tok, attribution};
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A document with what was read in it.
pub struct Read {
    pub reading: ArticleReading,
    /// The span of each of the corpus' words in the reading's text.
    pub spans: Vec<Span>,
}

/// A mention, of the annotation or ours.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Index of the document.
    pub document: usize,
    /// The corpus' words.
    pub words: Vec<usize>,
    /// What the word is told by: see [`root`].
    pub root: String,
    /// Names and heads of who takes part, resolved, in lower case.
    pub parties: BTreeSet<String>,
}

/// Reads a document, each of its sentences as a paragraph.
pub fn read_document(engine: &Engine, document: &Document) -> Read {
    let mut text = String::new();
    let mut parts = Vec::new();
    let mut spans = Vec::new();
    for sentence in document.words.chunk_by(|a, b| a.sentence == b.sentence) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        let mut line = String::new();
        let words = sentence.iter().map(|w| w.text.as_str());
        let within = detokenise(words, &mut line);
        let moved = |s: &Span| Span::new(start + s.start as usize, start + s.end as usize);
        spans.extend(within.iter().map(moved));
        text.push_str(&line);
        parts.push((PartKind::Paragraph, Span::new(start, text.len())));
    }
    Read {
        reading: read(engine, &text, &parts),
        spans,
    }
}

/// The annotation's mentions, with what our reading makes of their words.
pub fn given(index: usize, document: &Document, read: &Read) -> Vec<Mention> {
    let Some(doc) = read.reading.document.as_ref() else {
        return Vec::new();
    };
    let coref = coref(read);
    let mention = |words: &Vec<usize>| {
        let first = read.spans[words[0]];
        let last = read.spans[words[words.len() - 1]];
        let head = head_of(doc, Span::new(first.start as usize, last.end as usize));
        Mention {
            document: index,
            words: words.clone(),
            root: head.map_or_else(String::new, root),
            parties: head.map_or_else(BTreeSet::new, |h| parties(h, &coref)),
        }
    };
    document
        .mentions
        .iter()
        .map(|m| mention(&m.words))
        .collect()
}

/// The mentions that our reading finds in the selected sentences: verbs that are no auxiliaries, nouns
/// that name events.
pub fn found(
    index: usize,
    document: &Document,
    read: &Read,
    nouns: &BTreeSet<String>,
) -> Vec<Mention> {
    let Some(doc) = read.reading.document.as_ref() else {
        return Vec::new();
    };
    let coref = coref(read);
    let mut mentions: BTreeMap<usize, Mention> = BTreeMap::new();
    for (i, word) in document.words.iter().enumerate() {
        if !document.selected.contains(&word.sentence) {
            continue;
        }
        let tokens = doc.tokens_in(read.spans[i]);
        let Some(tok) = doc.range(tokens).find(|t| is_event(*t, nouns)) else {
            continue;
        };
        let mention = Mention {
            document: index,
            words: vec![i],
            root: root(tok),
            parties: parties(tok, &coref),
        };
        mentions.insert(i, mention);
    }
    mentions.into_values().collect()
}

fn coref(read: &Read) -> Option<Coref> {
    let doc = read.reading.document.as_ref()?;
    let attributions = attribution::find(doc);
    Some(Coref::find(doc, &read.reading.quotes, &attributions))
}

/// Whether a word tells of an event.
fn is_event(tok: Tok<'_>, nouns: &BTreeSet<String>) -> bool {
    let lemma = tok.lemma().to_lowercase();
    match tok.pos() {
        Pos::Verb => {
            !tok.dep_in(&["aux", "auxpass"])
                && !matches!(
                    lemma.as_str(),
                    "have" | "be" | "do" | "let" | "seem" | "include" | "want" | "know"
                )
                && tok.lower().chars().all(char::is_alphabetic)
        }
        Pos::Noun => {
            tok.name().is_none()
                && (noun_classes(&lemma).has(NounClass::Event)
                    || nouns.contains(&lemma)
                    || lemma.ends_with("ing") && tok.lower().ends_with("ing"))
        }
        Pos::Propn => noun_classes(&lemma).has(NounClass::Event) && tok.lower().len() > 3,
        _ => false,
    }
}

/// The beginning that a verb and the noun made of it share: "explode", "explosion" → "explo".
pub fn root(tok: Tok<'_>) -> String {
    let lemma = tok.lemma().to_lowercase();
    let paired = match lemma.as_str() {
        "dead" | "death" => "die",
        "shot" => "shoot",
        "victory" => "win",
        "sale" => "sell",
        "theft" => "steal",
        "loss" => "lose",
        "bought" => "buy",
        "choice" => "choose",
        "fled" | "flight" => "flee",
        other => other,
    };
    let bare = ["ing", "er", "or"]
        .iter()
        .find_map(|end| paired.strip_suffix(end))
        .filter(|bare| bare.len() >= 3)
        .unwrap_or(paired);
    let bare = bare.trim_end_matches(['e', 's']);
    bare.chars().take(5).collect()
}

/// Names and heads of those at a verb or noun: subject, object, "of", "by", possessor, compound.
fn parties(head: Tok<'_>, coref: &Option<Coref>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let direct = head
        .children()
        .filter(|c| c.dep_in(&["nsubj", "nsubjpass", "dobj", "poss", "compound", "dative"]));
    let behind = head
        .children()
        .filter(|c| c.dep_in(&["prep", "agent"]))
        .filter_map(|p| p.child(&["pobj"]));
    for tok in direct.chain(behind) {
        if tok.pos() != Pos::Pron {
            found.insert(tok.lemma().to_lowercase());
        }
        let full = coref.as_ref().and_then(|c| c.antecedent(tok.i));
        if let Some(full) = full {
            let words = tok.doc().range(tok.doc().tokens_in(full.span));
            let telling = words.filter(|t| matches!(t.pos(), Pos::Propn | Pos::Noun));
            found.extend(telling.map(|t| t.lemma().to_lowercase()));
        }
        if tok.pos() == Pos::Propn {
            let named = tok.children().filter(|c| c.dep() == "compound");
            found.extend(named.map(|c| c.lemma().to_lowercase()));
        }
    }
    found
}
