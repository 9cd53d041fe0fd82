//! Hospital, home and custody: words of release, seizure and retreat that mean patients and visitors.

use crate::claim::phrase::{is, lemma_in};
use crate::claim::trigger::{Body, Hit};
use dateline_data::{ClassSet, NounClass};
use dateline_text::Tok;

/// "was *released from the clinic* at noon"
pub(super) fn leaves_hospital(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let from_care = clause.governed_by("from").is_some_and(|from| {
        matches!(
            from.tok.lemma(),
            "hospital" | "clinic" | "infirmary" | "ward" | "treatment" | "centre" | "center"
        )
    });
    // "was *treated* for his wound and released"
    let treated = hit.head.dep() == "conj"
        && hit
            .head
            .head()
            .is_some_and(|v| matches!(v.lemma(), "treat" | "hospitalize" | "hospitalise"));
    matches!(hit.head.lemma(), "release" | "discharge") && (from_care || treated)
}

/// "the banker *fled* the country", "Ana Ruiz fled to Kalem": one who runs away is not displaced with others.
pub(super) fn flees_alone(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let one = |tok: Tok<'_>| {
        matches!(tok.lower(), "he" | "she")
            || tok.name_label() == "PERSON"
            || tok.tag() == "NN" && is(tok, ClassSet::of(&[NounClass::Person, NounClass::Official]))
    };
    hit.head.lemma() == "flee" && clause.subject.is_some_and(|s| one(s.tok))
}

/// "was shot as he *left his office*"; who leaves office resigns.
pub(super) fn goes_home(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "leave"
        && hit
            .companions
            .iter()
            .any(|c| c.lemma() == "office" && c.child(&["poss", "det"]).is_some())
}

/// "The exchange saw nine soldiers *return* home": who was held comes home, and no force is withdrawn.
pub(super) fn comes_home_from_captivity(hit: &Hit<'_, '_>) -> bool {
    const HELD: &[&str] = &["captive", "captivity", "exchange", "prisoner", "swap"];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let soldiers = clause
        .subject
        .is_some_and(|s| is(s.tok, ClassSet::of(&[NounClass::Armed])));
    let sentence = hit.head.doc().sentences()[hit.head.sentence()]
        .tokens
        .clone();
    soldiers
        && !clause.passive
        && lemma_in(hit.head, &["come", "return"])
        && hit.head.doc().range(sentence).any(|t| lemma_in(t, HELD))
}

/// "Nadal *rallied*": one person alone holds no rally.
pub(super) fn recovers(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let alone = |s: Tok<'_>| {
        let who = crate::claim::phrase::semantic_head(s);
        let one = matches!(who.tag(), "NN" | "NNP") && who.child(&["conj"]).is_none();
        one && is(who, ClassSet::of(&[NounClass::Person]))
    };
    hit.pattern.links.is_empty()
        && lemma_in(clause.verb, &["rally"])
        && clause.subject.is_some_and(|s| alone(s.tok))
}

/// "The soldier was *rushed* to hospital", "were *flown* to the capital for treatment".
pub(super) fn is_brought_to_care(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let care = |noun: Tok<'_>| {
        matches!(
            noun.lemma(),
            "hospital" | "clinic" | "infirmary" | "treatment" | "surgery" | "care"
        )
    };
    clause.object.is_some() && clause.links.iter().any(|(_, o)| o.is_some_and(care))
}

/// "*walked* out of jail on bail", "*walked* out of court a free man": let go, and no protest.
pub(super) fn walks_free(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let kept = |noun: Tok<'_>| {
        matches!(
            noun.lemma(),
            "jail"
                | "prison"
                | "custody"
                | "detention"
                | "cell"
                | "court"
                | "courtroom"
                | "courthouse"
                | "gaol"
        )
    };
    let one = clause
        .subject
        .is_some_and(|s| matches!(s.tok.tag(), "NN" | "NNP" | "PRP"));
    let out = clause.links.iter().any(|(_, o)| o.is_some_and(kept));
    lemma_in(clause.verb, &["walk"]) && one && out
}

/// "was *detained* in hospital with burns", "*held* at a clinic for treatment": kept there to be healed.
pub(super) fn is_kept_in_care(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let to = |links: &[&str], nouns: &[&str]| {
        clause.links.iter().any(|(link, o)| {
            links.contains(&link.lower()) && o.is_some_and(|o| nouns.contains(&o.lemma()))
        })
    };
    let hurt = to(
        &["with"],
        &["burn", "injury", "wound", "fracture", "concussion"],
    ) || to(&["for"], &["treatment", "observation", "surgery"])
        || clause.verb.children().any(|c| c.lower() == "overnight");
    clause.passive
        && clause.subject.is_none()
        && lemma_in(clause.verb, &["detain", "hold", "keep"])
        && to(&["in", "at"], &["hospital", "clinic", "infirmary"])
        && hurt
}

/// "Deputies were *called* to Marlow Street": sent for, and not spoken to.
pub(super) fn is_called_out(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    clause.passive
        && lemma_in(clause.verb, &["call"])
        && clause
            .links
            .iter()
            .any(|(link, o)| link.lower() == "to" && o.is_some())
}
