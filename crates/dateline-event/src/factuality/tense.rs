//! When an event is, by the form of its own verb.

use super::Tense;
use dateline_text::phrase::has_auxiliary;
use dateline_text::{Pos, Tok};

/// The tense that a verb's own form shows; `None` for infinitives, participles and nouns, which
/// take it from the word above them.
pub fn of_verb(tok: Tok<'_>) -> Option<Tense> {
    if !matches!(tok.pos(), Pos::Verb | Pos::Aux) {
        return None;
    }
    // "*having* taken the town": spaCy leaves its lemma as it stands.
    let is_form =
        |c: Tok<'_>, lemma: &str| c.lemma() == lemma || lemma == "have" && c.lower() == "having";
    let aux = |lemma: &str| {
        tok.children()
            .any(|c| c.dep_in(&["aux", "auxpass"]) && is_form(c, lemma))
    };
    let finite = |tag: &str| {
        tok.tag() == tag
            || tok
                .children()
                .any(|c| c.dep_in(&["aux", "auxpass"]) && c.tag() == tag)
    };
    // "are being threatened"
    let undergoing =
        (finite("VBZ") || finite("VBP") || finite("VBD")) && has_auxiliary(tok, "being");
    let progressive = tok.tag() == "VBG" && aux("be") || undergoing;
    if finite("VBD") {
        return Some(if progressive && !aux("have") {
            Tense::Ongoing
        } else {
            Tense::Past
        });
    }
    if finite("VBZ") || finite("VBP") {
        return Some(match (aux("have"), progressive) {
            (_, true) => Tense::Ongoing,
            (true, false) => Tense::Past,
            (false, false) => present(tok),
        });
    }
    // "is believed to be hiding"; "may have fled"
    if progressive {
        return Some(Tense::Ongoing);
    }
    aux("have").then_some(Tense::Past)
}

/// A simple present tells a habit where its subject is a kind of people or things, else what goes
/// on.
fn present(tok: Tok<'_>) -> Tense {
    let subject = tok.child(&["nsubj", "nsubjpass"]);
    let kind = subject.is_some_and(|s| {
        // "Police" is always bare: "Police fire tear gas" tells what they do now.
        let named = s.lower() == "police";
        s.tag() == "NNS" && !named && !s.children().any(|c| c.dep_in(&["det", "poss", "nummod"]))
    });
    // "Rebels attack *a mine*": one deed, told as it is done.
    let often = tok.children().any(|c| {
        matches!(
            c.lower(),
            "often" | "usually" | "always" | "regularly" | "routinely" | "sometimes"
        )
    });
    let one_deed = tok.child(&["dobj"]).is_some_and(|o| {
        matches!(o.tag(), "NN" | "NNP")
            && o.children()
                .any(|c| c.dep() == "det" && matches!(c.lower(), "a" | "an" | "the"))
            || o.child(&["nummod"]).is_some()
    });
    let state = matches!(
        tok.lemma(),
        "be" | "have" | "remain" | "become" | "know" | "believe"
    );
    if kind && !state && (often || !one_deed) {
        Tense::Habitual
    } else {
        Tense::Ongoing
    }
}
