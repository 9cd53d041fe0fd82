//! What an event has to do with: PLOVER's contexts, by cues in the sentence and the article.
//!
//! A cue in the event's own sentence tells a context. So does the article, where it keeps coming back
//! to one: a cue in the headline or the opening sentences, and more of them below.

use crate::Layers;
use dateline_data::{Context, EventType, Mode, context_cues};
use dateline_span::Span;
use dateline_text::Tok;

/// A context with what told it.
#[derive(Clone, PartialEq, Debug)]
pub struct ToldContext {
    /// The context.
    pub context: Context,
    /// The cue.
    pub cue: Span,
    /// Why it counts for this event.
    pub reason: &'static str,
}

/// The contexts told in one article, sentence by sentence.
pub struct Contexts {
    /// For each sentence the cues in it, in text order.
    sentences: Vec<Vec<(Context, Span)>>,
    /// What the article as a whole is about, each with its first cue.
    article: Vec<(Context, Span)>,
}

/// The headline and the first sentences say what an article is about.
const OPENING: usize = 3;
/// So many cues of a context, one of them in the opening, make it the article's.
const RECURRENT: usize = 4;
/// Contexts that single words of everyday news tell; only the sentence itself may.
const COMMON: [&str; 4] = ["executive", "legal", "military", "crime"];

impl Contexts {
    /// Finds the cues of an article.
    pub fn find(layers: &Layers<'_>) -> Self {
        let doc = layers.doc;
        let mut sentences = vec![Vec::new(); doc.sentences().len()];
        for tok in doc.toks() {
            for (context, cue) in cues_at(tok) {
                sentences[tok.sentence()].push((context, cue));
            }
        }
        let mut article = Vec::new();
        for context in Context::all().filter(|c| !COMMON.contains(&c.name())) {
            let of_it =
                |cues: &Vec<(Context, Span)>| cues.iter().filter(|(c, _)| *c == context).count();
            let total: usize = sentences.iter().map(of_it).sum();
            let opening = sentences.iter().take(OPENING).map(of_it).sum::<usize>() > 0;
            let first = sentences.iter().flatten().find(|(c, _)| *c == context);
            if opening && total >= RECURRENT {
                article.extend(first.copied());
            }
        }
        Self { sentences, article }
    }

    /// The contexts of an event, in PLOVER's order, each with its first cue.
    pub fn of(&self, event: Tok<'_>, kind: EventType, mode: Option<Mode>) -> Vec<ToldContext> {
        let told = |(context, cue): (Context, Span), reason| ToldContext {
            context,
            cue,
            reason,
        };
        let here = self.sentences[event.sentence()]
            .iter()
            .map(|c| told(*c, "a cue in its sentence"));
        let by_mode = context_of(kind, mode).map(|c| told((c, event.span()), "what its mode says"));
        let around = self
            .article
            .iter()
            .map(|c| told(*c, "what the article keeps coming back to"));
        let mut all: Vec<ToldContext> = here.chain(by_mode).chain(around).collect();
        all.sort_by_key(|t| t.context);
        all.dedup_by_key(|t| t.context);
        all
    }
}

/// The cues that begin at a word: the longest of each context.
fn cues_at(tok: Tok<'_>) -> Vec<(Context, Span)> {
    let mut found: Vec<(Context, Span)> = Vec::new();
    let lemma = tok.lemma().to_lowercase();
    let lower = tok.lower().to_lowercase();
    let firsts = [lemma.as_str(), lower.as_str()];
    let words = if firsts[0] == firsts[1] {
        &firsts[..1]
    } else {
        &firsts[..]
    };
    for cue in words.iter().flat_map(|w| context_cues(w)) {
        let Some(last) = reaches(tok, &cue.rest) else {
            continue;
        };
        let span = tok.doc().span_of(tok.i..last + 1);
        match found.iter_mut().find(|(c, _)| *c == cue.context) {
            Some(known) if known.1.len() < span.len() => known.1 = span,
            Some(_) => {}
            None => found.push((cue.context, span)),
        }
    }
    found
}

/// Where the words that follow are these, the index of the last.
fn reaches(tok: Tok<'_>, rest: &[&str]) -> Option<usize> {
    let mut at = tok;
    for word in rest {
        at = at
            .next()
            .filter(|n| n.lemma() == *word || n.lower() == *word)?;
    }
    Some(at.i)
}

/// The context that a mode says by itself.
fn context_of(kind: EventType, mode: Option<Mode>) -> Option<Context> {
    let name = match (kind, mode?.name()) {
        (EventType::Assault, "suicide-attack") => "terrorism",
        (EventType::Assault, "unconventional") => "cbrn",
        (EventType::Assault, "sexual") => "gender",
        (EventType::Assault, "crowd-control") => "repression",
        (EventType::Coerce, "cyber") => "cyber",
        (EventType::Coerce, "misinformation") => "misinformation",
        (EventType::Coerce, "censor") => "rights_freedoms",
        (EventType::Coerce, "deport") => "migration",
        (EventType::Sanction, "convict") | (EventType::Accuse, "investigate") => "legal",
        (EventType::Mobilize, "troops") => "military",
        _ => return None,
    };
    Context::parse(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_name_contexts_that_exist() {
        let mut told = 0;
        for kind in EventType::ALL {
            for mode in kind.modes() {
                told += usize::from(context_of(kind, Some(mode)).is_some());
            }
        }
        assert_eq!(told, 11);
    }

    #[test]
    fn common_contexts_exist() {
        assert!(COMMON.iter().all(|name| Context::parse(name).is_some()));
    }
}
