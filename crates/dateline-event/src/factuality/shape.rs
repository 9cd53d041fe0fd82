//! Shapes of words and clauses that the calculus asks for.

use super::Tense;
use super::value::Value;
use crate::claim::clause::goes_on_above;
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::factuality::{FactualityTable, Place};
use dateline_text::phrase::{has_to, names_none};
use dateline_text::{Pos, Tok, phrase};

/// Nouns for what is said, claimed or asked for.
pub fn is_speech_noun(tok: Tok<'_>) -> bool {
    Cues::get()
        .rows(CuePos::Noun, tok.lemma())
        .iter()
        .any(|row| {
            matches!(
                row.class,
                CueClass::Say | CueClass::Urge | CueClass::Document
            )
        })
}

/// Nouns that have a content of their own: a plan, an attempt, a threat is there, whatever comes
/// of it.
pub fn is_content_noun(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Noun
        && FactualityTable::get()
            .row(Place::Noun, tok.lemma(), "infinitive")
            .is_some()
}

/// "chanted: stop the war"
pub fn is_command(tok: Tok<'_>) -> bool {
    // "Don't shoot" commands, too.
    let do_not = tok.child(&["neg"]).is_some();
    tok.tag() == "VB"
        && tok.child(&["nsubj", "nsubjpass", "mark"]).is_none()
        && tok
            .child(&["aux"])
            .is_none_or(|aux| do_not && aux.lower() == "do")
}

/// "insisting that the rebels *withdraw*", "said that he *be* freed": wanted, not told.
pub fn is_wanted(tok: Tok<'_>) -> bool {
    let be_done =
        tok.tag() == "VBN" && tok.child(&["auxpass"]).is_some_and(|be| be.lower() == "be");
    (tok.tag() == "VB" || be_done)
        && tok.child(&["nsubj", "nsubjpass"]).is_some()
        && tok.child(&["mark"]).is_some_and(|m| m.lower() == "that")
        && tok.children().all(|c| c.dep() != "aux")
}

/// Verbs of saying.
pub fn is_speech_verb(tok: Tok<'_>) -> bool {
    Cues::get()
        .rows(CuePos::Verb, tok.lemma())
        .iter()
        .any(|row| matches!(row.class, CueClass::Say | CueClass::Manner | CueClass::Urge))
}

/// The table's effect of a word in a frame.
pub fn lookup(word: Tok<'_>, frame: &str, denied: bool) -> Option<Value> {
    let place = match word.pos() {
        Pos::Verb | Pos::Aux => Place::Verb,
        Pos::Noun | Pos::Propn => Place::Noun,
        Pos::Adj => Place::Adjective,
        _ => return None,
    };
    let table = FactualityTable::get();
    // "turned down", "called off"
    let particle = word.child(&["prt"]);
    let joined = particle.map(|p| format!("{}_{}", word.lemma(), p.lower()));
    let row = match joined.and_then(|joined| table.row(place, &joined, frame)) {
        Some(row) => row,
        None => table.row(place, word.lemma(), frame)?,
    };
    Value::parse(if denied { row.negated } else { row.affirmed })
}

/// What a conjunct is really joined with: a finite verb goes with the verb above an infinitive
/// ("failed to win and filed for …").
pub fn joined_with<'d>(tok: Tok<'d>, first: Tok<'d>) -> Tok<'d> {
    let finite = matches!(tok.tag(), "VBD" | "VBZ");
    match first.head() {
        Some(above) if finite && first.dep() == "xcomp" && above.tag() == tok.tag() => above,
        // "denied that any had died and *threatened* more attacks": he did.
        _ => goes_on_above(tok, first).unwrap_or(first),
    }
}

/// Tenses of a clause that hold for all that is named in it.
pub fn lasts(tense: Tense) -> bool {
    matches!(tense, Tense::Future | Tense::Hypothetical | Tense::Habitual)
}

/// Unknown whether, but if so to come.
pub fn future(value: Value) -> Value {
    Value {
        tense: Some(Tense::Future),
        ..value
    }
}

pub fn is_infinitive(tok: Tok<'_>) -> bool {
    matches!(tok.tag(), "VB" | "VBP") || has_to(tok)
}

/// "has *no plans* to", "*no intention* of": what nobody means to do is not to come.
pub(crate) fn is_meant_by_nobody(noun: Tok<'_>) -> bool {
    names_none(noun) && matches!(noun.lemma(), "plan" | "intention" | "intent")
}

/// What a noun that is told not to be, or hardly, leaves of its clause where the clause is then beyond question: "no
/// *doubt* that they fired".
pub fn beyond_question(noun: Tok<'_>) -> Option<Value> {
    lookup(noun, "clause", true).filter(|value| value.degree >= 80)
}

/// A clause under a question word, its own or, in a list, its first sister's.
pub fn is_indirect_question(tok: Tok<'_>) -> bool {
    tok.dep_in(&["ccomp", "advcl", "pcomp", "conj", "acl", "xcomp"])
        && tok.children().any(|c| {
            // "not clear *who* ordered the arrests"
            let who =
                c.lower() == "who" && c.dep_in(&["nsubj", "nsubjpass"]) && tok.dep() == "ccomp";
            who || c.dep_in(&["mark", "advmod"])
                && matches!(
                    c.lower(),
                    "whether" | "if" | "when" | "where" | "why" | "how"
                )
        })
}

/// Whether a verb or its auxiliary stands in the past tense.
pub fn has_past_form(verb: Tok<'_>) -> bool {
    verb.tag() == "VBD"
        || verb
            .children()
            .any(|c| c.dep_in(&["aux", "auxpass"]) && c.tag() == "VBD")
}

/// "the attack", "this attack", "their attack", a name.
pub fn is_definite(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Propn
        || tok.children().any(|c| {
            c.dep() == "poss"
                || c.dep() == "det"
                    && matches!(c.lower(), "the" | "this" | "that" | "these" | "those")
        })
        // "suspects in *all five* killings"
        || tok.child(&["nummod"]).is_some()
            && tok.children().any(|c| c.dep() == "det" && c.lower() == "all")
        // "a truce *that collapsed* within a day": it was there.
        || tok.children().any(|c| {
            c.dep() == "relcl"
                && c.tag() == "VBD"
                && c.child(&["nsubj"]).is_some_and(|s| matches!(s.lower(), "that" | "which"))
        })
        || phrase::noun_chunk(tok).len() > 1
            && tok
                .children()
                .any(|c| c.dep() == "det" && c.lower() == "both")
}

/// "alarm *over* attacks on civilians": there were some.
pub fn is_alarm_over(preposition: Tok<'_>, noun: Tok<'_>) -> bool {
    preposition.lower() == "over"
        && matches!(
            noun.lemma(),
            "concern" | "alarm" | "anger" | "outrage" | "dismay" | "shock"
        )
}

/// ", which the ministry rejects": a clause that only adds something about its noun.
pub fn is_aside(clause: Tok<'_>) -> bool {
    let relative = |t: Tok<'_>| matches!(t.lower(), "which" | "who" | "whom" | "whose" | "where");
    let own = clause.doc().tok(phrase::leftmost(clause));
    // "which he said had failed": the pronoun may hang on a clause further down.
    let first = own
        .prev()
        .filter(|before| relative(*before) && clause.governs(*before))
        .unwrap_or(own);
    let mut words = clause.doc().range(first.i..clause.i).take(4);
    phrase::after_comma(first) && words.any(relative)
}
