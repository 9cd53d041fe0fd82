//! What stands at the event itself: negation, modal verbs, adverbs, adjectives, and a doubted doer.

use super::shape::has_past_form;
use super::value::Value;
use crate::claim::phrase::lemma_in;
use dateline_data::cues::{CuePos, Cues};
use dateline_data::factuality::{FactualityTable, Place};
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_text::phrase::{has_auxiliary, names_none};
use dateline_text::{Pos, Tok, phrase};

/// A word at the event and what it does.
pub struct Mark<'d> {
    pub word: Tok<'d>,
    pub effect: Value,
}

/// All words at an event that change how surely it is presented, negations among them.
pub fn marks(tok: Tok<'_>) -> Vec<Mark<'_>> {
    let mut found: Vec<Mark<'_>> = Vec::new();
    let mut push = |word, effect| found.push(Mark { word, effect });
    let denied = Value::PLAIN.negated();
    let kept_from = forestalled(tok);
    for child in tok.children() {
        if is_negation(child) {
            if !denies_next(child, tok) {
                push(child, denied);
            }
            continue;
        }
        // "before he *could* strike": no possibility, but what he did not do.
        if Some(child) == kept_from {
            push(child, denied);
        } else if let Some(effect) = effect_of(child, tok) {
            push(child, effect);
        }
    }
    if let Some(nor) = nor_before(tok) {
        push(nor, denied);
    }
    if let Some(not) = put_against(tok) {
        push(not, denied);
    }
    if let Some(negated) = negated_subject(tok) {
        push(negated, denied);
    }
    if let Some(nothing) = negated_object(tok) {
        push(nothing, denied);
    }
    if let Some(deed) = outcome_tried(tok) {
        let row = FactualityTable::get().row(Place::Modifier, "attempted", "-");
        push(
            deed,
            row.and_then(|row| Value::parse(row.affirmed))
                .unwrap_or(Value::OPEN),
        );
    }
    if let Some(few) = scant_subject(tok) {
        push(few, Value::parse("not-probable").unwrap_or(Value::PLAIN));
    }
    if let Some(condition) = unmet_condition(tok) {
        push(condition, denied);
    }
    if let Some(truth) = held_true(tok) {
        push(truth, Value::parse("possible").unwrap_or(Value::OPEN));
    }
    if let Some((opens, effect)) = opening_condition(tok) {
        push(opens, Value::parse(effect).unwrap_or(Value::OPEN));
    }
    if let Some(doubted) = doubted_doer(tok) {
        push(doubted, Value::parse("probable").unwrap_or(Value::PLAIN));
    }
    found
}

/// What an event is before any word changes it: a noun tells less surely than a verb that
/// something happened, one before another noun least.
pub fn start(tok: Tok<'_>) -> Value {
    let percent = match (tok.pos(), tok.dep()) {
        (Pos::Noun | Pos::Propn | Pos::Adj, "compound" | "nmod") => 82,
        (Pos::Noun | Pos::Propn, _) => 94,
        _ => 100,
    };
    Value::PLAIN.weakened(percent)
}

/// All marks of an event in one value.
pub fn value(tok: Tok<'_>) -> Value {
    marks(tok)
        .iter()
        .fold(Value::PLAIN, |value, mark| value.under(mark.effect))
}

/// Whether the verb itself is denied, leaving aside who or what it is denied of.
pub fn is_denied(tok: Tok<'_>) -> bool {
    tok.children().any(|c| c.dep() != "det" && is_negation(c))
}

fn is_negation(child: Tok<'_>) -> bool {
    match child.dep() {
        "neg" => true,
        // Tokenizers that keep "hasn't" whole.
        "aux" | "auxpass" => child.lower().ends_with("n't") && child.lower().len() > 3,
        "det" => matches!(child.lower(), "no" | "neither"),
        "preconj" => child.lower() == "neither",
        // "*Nor* do they expect it"
        "cc" | "intj" if child.lower() == "nor" => child
            .prev()
            .is_none_or(|before| before.sentence() != child.sentence()),
        // "no longer"
        "advmod" => child.lower() == "longer" && child.children().any(|c| c.lower() == "no"),
        _ => false,
    }
}

/// "an inquiry, *not* an apology": the parser hangs the denial of what is put against a noun on that noun.
fn put_against(tok: Tok<'_>) -> Option<Tok<'_>> {
    let against = tok.head().filter(|_| tok.dep_in(&["appos", "conj"]))?;
    against
        .children()
        .find(|c| denies_next(*c, against) && c.i < tok.i)
}

/// Whether a "not" stands behind the noun it hangs on, and denies what is put against that.
fn denies_next(not: Tok<'_>, noun: Tok<'_>) -> bool {
    not.lower() == "not" && not.i > noun.i && matches!(noun.pos(), Pos::Noun | Pos::Propn)
}

/// "… nor were they told": the conjunction hangs on the first of the list and denies the next.
pub fn nor_before(tok: Tok<'_>) -> Option<Tok<'_>> {
    let first = tok.head().filter(|_| tok.dep() == "conj")?;
    first
        .children()
        .find(|c| c.dep() == "cc" && c.lower() == "nor" && c.i > first.i && c.i < tok.i)
}

/// "*unconfirmed* reports that": the word by which nobody vouches for what a noun tells.
pub fn unconfirmed(noun: Tok<'_>) -> Option<Tok<'_>> {
    noun.children().find(|c| {
        let word = matches!(c.lower(), "unconfirmed" | "unsubstantiated" | "unverified");
        word && c.dep() == "amod" && noun.pos() == Pos::Noun
    })
}

/// "killed him *before* he *could* strike", "before he *was able* to": the word by which it did not come to that.
fn forestalled(verb: Tok<'_>) -> Option<Tok<'_>> {
    let before = |c: &Tok<'_>| c.dep() == "mark" && c.lower() == "before";
    let done_first = verb
        .head()
        .is_some_and(|first| has_past_form(first) && !is_denied(first));
    verb.children()
        .find(before)
        .filter(|_| verb.dep() == "advcl" && done_first)?;
    let can = |c: &Tok<'_>| c.dep() == "aux" && matches!(c.lower(), "could" | "can");
    let able = |c: &Tok<'_>| c.dep() == "acomp" && c.lower() == "able";
    verb.children().find(|c| can(c) || able(c))
}

/// "neither *confirmed* nor *denied*", "would not confirm or deny": who does neither leaves it open.
pub fn leaves_open(verb: Tok<'_>) -> bool {
    const BOTH: [&str; 2] = ["confirm", "deny"];
    if !BOTH.contains(&verb.lemma()) {
        return false;
    }
    let first = verb.first_conjunct();
    let joined = first
        .children()
        .filter(|c| c.dep() == "conj")
        .chain([first])
        .any(|c| c != verb && BOTH.contains(&c.lemma()));
    joined
        && first
            .children()
            .any(|c| is_negation(c) || c.dep() == "cc" && matches!(c.lower(), "nor" | "or"))
}

/// What rises up by being attempted.
const RISINGS: [&str; 6] = [
    "coup",
    "putsch",
    "mutiny",
    "revolt",
    "uprising",
    "rebellion",
];

/// What else is there once it is tried, whether or not it succeeds.
const TRIED: [&str; 6] = [
    "assault",
    "attack",
    "incursion",
    "invasion",
    "raid",
    "offensive",
];

/// "foiled an attempted bombing", "an attempted bombing was thwarted": the verb says what came of it.
fn is_foiled(event: Tok<'_>) -> bool {
    let verb = event
        .head()
        .filter(|_| event.dep_in(&["dobj", "nsubjpass"]));
    verb.is_some_and(|v| {
        lemma_in(
            v,
            &["foil", "thwart", "prevent", "avert", "stop", "frustrate"],
        )
    })
}

/// "a *kidnapping* attempt": what was tried, where the noun for trying names the event.
fn outcome_tried(attempt: Tok<'_>) -> Option<Tok<'_>> {
    let before = |c: &Tok<'_>| c.i < attempt.i && c.dep_in(&["compound", "nmod", "amod"]);
    let deed = attempt
        .children()
        .filter(before)
        .find(|c| noun_classes(c.lemma()).has(NounClass::Event) && !RISINGS.contains(&c.lemma()));
    deed.filter(|_| attempt.lemma() == "attempt" && !is_foiled(attempt))
}

fn effect_of(child: Tok<'_>, event: Tok<'_>) -> Option<Value> {
    // "*Soon* a clash ensued", "was *soon* released": after what was told before.
    let then = child.next().is_some_and(|t| t.lower() == "after");
    if matches!(child.lower(), "soon" | "shortly") && (has_past_form(event) || then) {
        return None;
    }
    // "*next month's* meeting"
    let to_come = |t: Tok<'_>| matches!(t.lower(), "next" | "coming" | "tomorrow");
    if child.dep() == "poss" && (to_come(child) || child.children().any(to_come)) {
        let row = FactualityTable::get().row(Place::Modifier, "upcoming", "-")?;
        return Value::parse(row.affirmed);
    }
    // "the failed raid", "an attempted coup": whatever came of it, it was tried.
    let rises = || RISINGS.contains(&event.lemma());
    let tried = match child.lower() {
        "failed" => rises() || TRIED.contains(&event.lemma()) || is_foiled(event),
        "attempted" => rises() || is_foiled(event),
        _ => false,
    };
    if tried {
        return None;
    }
    // "was *falsely* accused": he was, and did not do it.
    let told =
        child.lower() == "falsely" && !Cues::get().rows(CuePos::Verb, event.lemma()).is_empty();
    if told {
        return None;
    }
    let place = match child.dep() {
        "aux" => Place::Modal,
        "advmod" | "npadvmod" => Place::Adverb,
        "amod" => Place::Modifier,
        "mark" if event.dep_in(&["advcl", "conj"]) && !is_concession(child) => Place::Mark,
        _ => return None,
    };
    let lemma = if place == Place::Modal {
        modal(child)
    } else {
        child.lemma()
    };
    // "would have seized it *if* the army *had* not come": as in "had the army not come".
    if place == Place::Mark && event.head().and_then(unmet_condition) == Some(event) {
        return Value::parse(UNMET);
    }
    let table = FactualityTable::get();
    let row = table.row(place, &lemma.to_lowercase(), "-").or_else(|| {
        // Adjectives that only have their full form in the table: "mounting".
        table.row(place, child.lower(), "-")
    })?;
    let effect = Value::parse(row.affirmed)?;
    let perfect = event
        .children()
        .any(|c| c.dep() == "aux" && c.lemma() == "have");
    let modal_of_past = place == Place::Modal && perfect;
    Some(if modal_of_past {
        effect.timeless()
    } else {
        effect
    })
}

/// The lemma of a modal verb, clipped forms included.
fn modal(tok: Tok<'_>) -> &str {
    match tok.lower() {
        "'ll" | "’ll" | "wo" | "will" => "will",
        "ca" | "can" => "can",
        "'d" | "’d" | "would" if tok.tag() == "MD" => "would",
        "could" => "could",
        "might" => "might",
        "may" => "may",
        "should" => "should",
        _ => tok.lemma(),
    }
}

/// "even if", "as if": no condition that the event depends on.
fn is_concession(mark: Tok<'_>) -> bool {
    mark.lower() == "if"
        && mark
            .prev()
            .is_some_and(|p| matches!(p.lower(), "even" | "as"))
}

/// Whether nobody does what a verb says.
pub fn is_of_nobody(verb: Tok<'_>) -> bool {
    negated_subject(verb).is_some()
}

/// Whether a passive lends its subject to the infinitive behind it: "Nobody is *believed* to have been hurt" says of nobody
/// that he was hurt.
fn raises_subject(verb: Tok<'_>) -> bool {
    const RAISING: [&str; 11] = [
        "assume",
        "believe",
        "expect",
        "fear",
        "know",
        "presume",
        "report",
        "say",
        "suppose",
        "think",
        "understand",
    ];
    RAISING.contains(&verb.lemma())
        && verb.child(&["nsubjpass"]).is_some()
        && verb
            .child(&["xcomp"])
            .is_some_and(|c| phrase::has_to(c) && c.child(&["nsubj", "nsubjpass"]).is_none())
}

fn raised_subject(event: Tok<'_>) -> Option<Tok<'_>> {
    event
        .head()
        .filter(|above| event.dep() == "xcomp" && raises_subject(*above))?
        .child(&["nsubjpass"])
}

/// "No one was hurt", "Nobody came", "None of the guards fired".
fn negated_subject(tok: Tok<'_>) -> Option<Tok<'_>> {
    let own = tok.child(&["nsubj", "nsubjpass"]);
    let subject = own
        .or_else(|| raised_subject(tok))
        .filter(|_| !raises_subject(tok))?;
    let nobody = matches!(subject.lower(), "nobody" | "nothing" | "none" | "neither")
        || subject.lower() == "one" && subject.children().any(|c| c.lower() == "no");
    // "Neither Kyiv nor Moscow commented"
    let neither = subject
        .children()
        .any(|c| c.dep_in(&["preconj", "cc", "det"]) && c.lower() == "neither" && c.i < subject.i);
    (nobody || neither || names_none(subject)).then_some(subject)
}

/// "*Had* police not come, they would have burned it", "if they *had* …": it did not come to that.
fn unmet_condition(tok: Tok<'_>) -> Option<Tok<'_>> {
    let would = has_auxiliary(tok, "would") || has_auxiliary(tok, "could");
    let would_have = would && has_auxiliary(tok, "have");
    let condition = tok.children().find(|c| {
        let opened = opening_condition(*c).is_some_and(|(word, _)| word.lower() == "had");
        let if_had = c.child(&["mark"]).is_some_and(|m| m.lower() == "if");
        c.dep() == "advcl" && (opened || if_had) && has_auxiliary(*c, "had")
    });
    condition.filter(|_| would_have)
}

/// "*If the report is true*, they killed nine": nobody says that it is.
fn held_true(tok: Tok<'_>) -> Option<Tok<'_>> {
    let true_word = |c: Tok<'_>| {
        matches!(
            c.lower(),
            "accurate" | "authentic" | "confirmed" | "correct" | "genuine" | "true" | "verified"
        )
    };
    tok.children().find(|c| {
        c.dep() == "advcl"
            && c.child(&["mark"]).is_some_and(|m| m.lower() == "if")
            && (true_word(*c) || c.child(&["acomp"]).is_some_and(true_word))
    })
}

/// "*little* doubt": as good as none.
pub fn is_scant(noun: Tok<'_>) -> bool {
    noun.children()
        .any(|c| c.i < noun.i && matches!(c.lower(), "little" | "scant"))
        && !noun.children().any(|c| c.lower() == "a")
}

/// "*Few* of them complied": as good as none.
fn scant_subject(tok: Tok<'_>) -> Option<Tok<'_>> {
    let subject = tok.child(&["nsubj", "nsubjpass"])?;
    let some = subject
        .children()
        .any(|c| matches!(c.lower(), "a" | "the" | "these" | "those") && c.i < subject.i);
    // "*Hardly any* soldiers were hurt"
    let hardly = subject
        .children()
        .filter(|c| c.lower() == "any")
        .flat_map(Tok::children)
        .any(|c| matches!(c.lower(), "hardly" | "barely" | "scarcely"));
    (subject.lower() == "few" && !some || hardly).then_some(subject)
}

/// What is supposed against what came about.
const UNMET: &str = "not-possible/hypothetical";

/// "*Had* they let him go", "*Should* talks fail": a condition that its verb opens.
fn opening_condition(tok: Tok<'_>) -> Option<(Tok<'_>, &'static str)> {
    let subject = tok.child(&["nsubj", "nsubjpass"])?;
    let opens = tok
        .children()
        .find(|c| c.dep_in(&["aux", "auxpass"]) && c.i < subject.i)?;
    let effect = match opens.lower() {
        "had" => UNMET,
        "should" | "were" => "unknown/hypothetical",
        _ => return None,
    };
    let asks = tok.doc().sentences()[tok.sentence()].tokens.end;
    let question = tok.doc().range(tok.i..asks).any(|t| t.text() == "?");
    (tok.dep() == "advcl" && !question).then_some((opens, effect))
}

/// Verbs that do nothing where their object is none: "fired *no* shots", "gave *no* such order".
const DONE_BY_OBJECT: [&str; 40] = [
    "announce", "block", "bomb", "burn", "carry", "cause", "commit", "conduct", "deliver",
    "deploy", "destroy", "detect", "discover", "file", "find", "fire", "give", "hit", "hold",
    "impose", "inflict", "issue", "launch", "mount", "obtain", "offer", "pay", "provide", "reach",
    "receive", "recover", "release", "seize", "send", "sign", "stage", "supply", "take", "use",
    "win",
];

/// "freed no prisoners", "killed nobody", "fired no shots"; who makes no secret of a thing or sees no hope does
/// something all the same.
fn negated_object(tok: Tok<'_>) -> Option<Tok<'_>> {
    let somebody = |o: Tok<'_>| {
        matches!(o.lower(), "nobody" | "none" | "one")
            || noun_classes(o.lemma()).meets(ClassSet::HUMAN)
    };
    let verb = tok.pos() == Pos::Verb && !matches!(tok.lemma(), "have" | "see" | "know");
    let done_by = DONE_BY_OBJECT.contains(&tok.lemma());
    // "came *to no agreement*"
    const REACHED: &[&str] = &[
        "agreement",
        "compromise",
        "consensus",
        "deal",
        "decision",
        "understanding",
    ];
    let reached = || {
        crate::claim::phrase::object_of(tok, "to")
            .filter(|o| tok.lemma() == "come" && names_none(*o) && lemma_in(*o, REACHED))
    };
    tok.child(&["dobj"])
        .filter(|o| verb && names_none(*o) && (done_by || somebody(*o)))
        .or_else(reached)
}

/// "Suspected rebels attacked": the text doubts who did it.
fn doubted_doer(tok: Tok<'_>) -> Option<Tok<'_>> {
    let agent = tok
        .children()
        .filter(|c| c.dep() == "agent")
        .find_map(|by| by.child(&["pobj"]));
    let doer = tok.child(&["nsubj"]).or(agent)?;
    doer.children().find(|c| {
        c.dep() == "amod"
            && matches!(
                c.lower(),
                "suspected" | "alleged" | "presumed" | "purported"
            )
            && doer.pos() != Pos::Pron
    })
}
