//! Clauses that answer the sentence they stand in: "…, a charge Moscow denies", "…, which the army rejected".

use super::{Attribution, TokenSet};
use crate::document::{Document, Tok};
use crate::phrase;

/// Verbs by which a thing said is denied.
pub const DENYING: [&str; 11] = [
    "deny",
    "reject",
    "dismiss",
    "refute",
    "dispute",
    "rebut",
    "contest",
    "repudiate",
    "disavow",
    "rubbish",
    "debunk",
];

/// Verbs by which a thing said is confirmed or doubted.
const WEIGHING: [&str; 4] = ["confirm", "acknowledge", "admit", "question"];

/// The word that takes up all that the sentence has said so far, where this verb answers it: "…, *a charge*
/// Moscow denies", "…, *which* the army rejected".
pub fn answered(verb: Tok<'_>) -> Option<Tok<'_>> {
    let answers = DENYING.contains(&verb.lemma()) || WEIGHING.contains(&verb.lemma());
    if !verb.dep_in(&["relcl", "acl"]) || !answers {
        return None;
    }
    let has_own_subject = verb
        .child(&["nsubj"])
        .is_some_and(|s| !s.tag().starts_with('W'));
    let which = verb
        .child(&["dobj"])
        .filter(|o| o.lower() == "which" && o.prev().is_some_and(|p| p.text() == ","));
    if which.is_some() && has_own_subject {
        return which;
    }
    let noun = verb.head().filter(|n| n.i < verb.i)?;
    let opening = verb.doc().tok(phrase::noun_phrase(noun).start);
    // "a charge Danu denies", "*charges* they deny"
    let bare = opening == noun && noun.tag() == "NNS";
    let set_apart = opening.prev().is_some_and(|p| p.text() == ",")
        && (bare || opening.dep() == "det" && opening.lower() != "the");
    let by_somebody = verb.tag() == "VBN" && verb.child(&["agent"]).is_some();
    let speech = matches!(
        noun.lemma(),
        "accusation"
            | "allegation"
            | "charge"
            | "claim"
            | "report"
            | "version"
            | "account"
            | "assertion"
            | "suggestion"
            | "statement"
    );
    (set_apart && speech && (has_own_subject || by_somebody)).then_some(noun)
}

/// "beaten by guards, *who* deny the claim": who is told of answers what is told.
fn rebuts(verb: Tok<'_>) -> Option<Tok<'_>> {
    let who = verb.child(&["nsubj"]).filter(|s| s.lower() == "who")?;
    let told = verb.child(&["dobj"]).is_some_and(|o| {
        matches!(
            o.lemma(),
            "accusation" | "allegation" | "charge" | "claim" | "report" | "it" | "this"
        )
    });
    let answers = verb.dep() == "relcl" && DENYING.contains(&verb.lemma()) && told;
    (answers && phrase::after_comma(who)).then_some(who)
}

/// Takes such an answer out of what those say whom it answers.
pub(super) fn part_answers(doc: &Document, found: &mut [Attribution]) {
    for verb in doc.toks() {
        let Some(word) = answered(verb).or_else(|| rebuts(verb)) else {
            continue;
        };
        let start = phrase::leftmost(word).min(word.i);
        let answer = TokenSet::run(start..phrase::rightmost(verb) + 1);
        for other in found.iter_mut() {
            if other.token < start && other.content.contains(verb.i) {
                other.content = other.content.without(&answer);
            }
        }
    }
}
