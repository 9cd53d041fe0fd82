//! What fills a grammatical function of a clause or of an event noun.

use super::is_nobody;
use crate::claim::clause::{Clause, Filler};
use crate::claim::frame::Function;
use crate::claim::nominal::{Nominal, Side};
use crate::claim::phrase::{conjuncts, governed, is, semantic_head};
use crate::claim::trigger::{Body, Hit};
use crate::claim::{clause, implied, nominal, phrase};
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::phrase::{has_auxiliary, is_reflexive};
use dateline_text::{Pos, Tok};

/// "In May *on the outskirts* the army began an assault on rebels": what stands before an active verb's subject says
/// where, and not on what.
pub(super) fn stands_before_subject(clause: &Clause<'_>, link: Tok<'_>) -> bool {
    matches!(link.lower(), "on" | "at")
        && link.head() == Some(clause.verb)
        && !clause.passive
        && clause.subject.is_some_and(|s| link.i < s.tok.i)
}

/// What fills a function; `nth` tells fillers of one function apart (several modifiers).
pub(super) fn filler<'d>(hit: &Hit<'d, '_>, function: Function, nth: usize) -> Option<Filler<'d>> {
    if nth > 0 && function != Function::Modifier {
        return None;
    }
    match &hit.body {
        Body::Verb(clause) => match function {
            Function::Subject => clause.subject,
            Function::Object => clause.object.filter(|o| !hit.companions.contains(&o.tok)),
            Function::Dative => clause.dative,
            Function::ClauseSubject => {
                let below = clause.complement?;
                // "condemned what it called …" is about the thing called, not about "it".
                if below
                    .children()
                    .any(|c| c.i < below.i && c.lower() == "what")
                {
                    return None;
                }
                // "alleged that villagers were attacked *by* cadres", "demanded that they be freed *by* Kalem": the doer
                // is accused or asked, not who suffers it.
                let suffers = matches!(hit.entry.kind, EventType::Accuse | EventType::Request)
                    && below.child(&["nsubjpass"]).is_some();
                let tok = if suffers {
                    Clause::of(below).subject?.tok
                } else {
                    below.child(&["nsubj", "nsubjpass"])?
                };
                // "warned that *his forces* would strike": they are his, and nobody holds it out to them.
                let own = tok
                    .child(&["poss"])
                    .is_some_and(|p| matches!(p.lower(), "his" | "her" | "its" | "their"));
                // "warned that *Kalem* would strike back": who is to do it is not whom it is held out to.
                let suffered = [
                    "face", "suffer", "lose", "pay", "be", "have", "meet", "receive",
                ];
                let acts = below.child(&["nsubj"]).is_some()
                    && !phrase::lemma_in(below, &suffered)
                    && ["would", "will"]
                        .iter()
                        .any(|aux| has_auxiliary(below, aux));
                if hit.entry.kind == EventType::Threaten && (own || acts) {
                    return None;
                }
                Some(Filler {
                    tok,
                    how: "subject of the clause",
                    at: below,
                })
            }
            Function::After(preposition) => behind_companion(hit, clause, preposition)
                .or_else(|| clause.governed_by(preposition))
                .filter(|f| !stands_before_subject(clause, f.at) && !says_when(*f))
                .filter(|f| {
                    f.at.prev()
                        .is_none_or(|noun| !is_topic(hit, noun, preposition))
                })
                .or_else(|| {
                    // "blamed most of the deaths *on* police"
                    let near = hit
                        .companions
                        .iter()
                        .copied()
                        .chain(clause.object.map(|o| o.tok))
                        .chain(clause.object.map(|o| semantic_head(o.tok)))
                        // "used batons and grenades *against protesters*"
                        .chain(clause.object.into_iter().flat_map(|o| conjuncts(o.tok)));
                    near.filter(|n| {
                        !is_judged_deed(hit, *n, preposition) && !is_topic(hit, *n, preposition)
                    })
                    .flat_map(clause::links)
                    .filter(|(l, _)| l.lower() == preposition && !is_inside_name(*l))
                    .find_map(|(l, o)| {
                        Some(Filler {
                            tok: o?,
                            how: "after",
                            at: l,
                        })
                    })
                }),
            Function::Possessor => hit.companions.iter().find_map(|companion| {
                let tok = companion.child(&["poss"])?;
                // "called for Arkania's surrender", "to demand *his* release": not who calls.
                let asked = hit.entry.kind == EventType::Request
                    && (implied::is_asked_for(*companion)
                        || phrase::lemma_in(clause.verb, &["demand", "request", "seek", "urge"]));
                // "charged in *her* murder": who died accuses nobody.
                let charged = hit.entry.kind == EventType::Accuse && companion.dep() == "pobj";
                // "*their* demands were met": others met them.
                let answered = clause.passive
                    && matches!(hit.entry.kind, EventType::Reject | EventType::Concede);
                // "*their* release, promised for May": who is to be freed promises nothing.
                let promised = hit.entry.kind == EventType::Agree
                    && matches!(companion.lemma(), "freedom" | "pardon" | "release")
                    && companion.i < clause.verb.i;
                (!asked && !charged && !answered && !promised).then_some(Filler {
                    tok,
                    how: "possessor of",
                    at: *companion,
                })
            }),
            Function::Within(preposition) => within(hit, clause, preposition),
            Function::Modifier => None,
        },
        // Who is hurt in a protest is not whom it is against, nor is who is killed in a police raid seized.
        Body::Noun(nominal)
            if function == Function::Object
                && matches!(hit.entry.kind, EventType::Protest | EventType::Coerce)
                && nominal
                    .support
                    .as_ref()
                    .is_some_and(|s| is_hurting(s.clause.verb) || puts_down(s.clause.verb)) =>
        {
            None
        }
        // "had gunshot wounds", "carried injuries": who has them did not deal them.
        Body::Noun(nominal)
            if hit.entry.frame.bodily
                && is_wound(nominal.noun)
                && nominal
                    .support
                    .as_ref()
                    .is_some_and(|s| bears(s.clause.verb)) =>
        {
            match function {
                Function::Subject => None,
                Function::Object => noun_filler(nominal, Function::Subject, nth),
                _ => noun_filler(nominal, function, nth),
            }
        }
        Body::Noun(nominal) => noun_filler(nominal, function, nth),
    }
    .filter(|f| {
        // "kills *himself* in the deadliest shooting since": the shooting was of others.
        let oneself = matches!(hit.body, Body::Noun(_)) && is_reflexive(f.tok);
        !asks(f.tok)
            && !is_reciprocal(f.tok)
            && !is_nobody(f.tok)
            && !is_bare_number(f.tok)
            && !oneself
    })
    .filter(|f| {
        phrase::is_nominal(f.tok)
            || f.tok.pos() == Pos::Adj
            || f.tok.pos() == Pos::Det
            || function == Function::Modifier
    })
}

/// "asked for a prison term *for the banker*": behind the phrase that the pattern asked for, the same preposition once more.
fn behind_companion<'d>(
    hit: &Hit<'d, '_>,
    clause: &Clause<'d>,
    preposition: &str,
) -> Option<Filler<'d>> {
    let asked = |o: Tok<'d>| hit.companions.contains(&o);
    let own = || {
        clause
            .links
            .iter()
            .filter(|(l, _)| l.lower() == preposition)
    };
    let first = own().position(|(_, o)| o.is_some_and(asked))?;
    let (at, tok) = own().skip(first + 1).find_map(|(l, o)| Some((*l, (*o)?)))?;
    Some(Filler {
        tok,
        how: "after",
        at,
    })
}

/// "the Court *of* Appeal": a preposition of a name.
fn is_inside_name(link: Tok<'_>) -> bool {
    let named = |t: Option<Tok<'_>>| t.is_some_and(|t| t.text().starts_with(char::is_uppercase));
    link.lower() == "of"
        && !link.name_label().is_empty()
        && named(link.prev())
        && named(link.next())
}

/// "condemned the *shelling* of the town", "the *attack* on it": to whom a deed was done is not whom somebody
/// condemns, praises or asks.
pub(super) fn is_judged_deed(hit: &Hit<'_, '_>, noun: Tok<'_>, preposition: &str) -> bool {
    let judges = matches!(
        hit.entry.kind,
        EventType::Accuse | EventType::Support | EventType::Request
    );
    // "denounced sanctions *on Kalem*"; who "called for sanctions on Kalem" is against it.
    let burden = phrase::lemma_in(noun, &["ban", "curb", "embargo", "sanction", "tariff"])
        && phrase::lemma_in(
            hit.head,
            &[
                "condemn",
                "criticise",
                "criticize",
                "decry",
                "denounce",
                "deplore",
                "hail",
                "praise",
                "slam",
                "welcome",
            ],
        );
    let at_somebody = matches!(preposition, "on" | "against" | "at")
        && (burden
            || is(noun, ClassSet::of(&[NounClass::Event]))
                && !phrase::lemma_in(noun, &["pressure", "sanction"]));
    // "criticised a fishing deal *with* Peru", "condemned the sale of jets *to* Chile"
    let dealt_with = hit.entry.kind == EventType::Accuse
        && matches!(preposition, "to" | "with")
        && phrase::lemma_in(
            noun,
            &[
                "accord",
                "aid",
                "agreement",
                "deal",
                "delivery",
                "pact",
                "sale",
                "shipment",
                "supply",
                "tie",
                "treaty",
            ],
        );
    judges
        && (at_somebody
            || dealt_with
            || preposition == "of" && phrase::lemma_in(noun, phrase::DONE_TO))
}

/// "blocked a statement *on* Kalem", "approved a report *about* it": what a writing is about is not whom somebody answers.
fn is_topic(hit: &Hit<'_, '_>, noun: Tok<'_>, preposition: &str) -> bool {
    matches!(hit.entry.kind, EventType::Reject | EventType::Support)
        && matches!(preposition, "on" | "about")
        && is(noun, ClassSet::of(&[NounClass::Document]))
}

/// "imposed sanctions on two banks *on Friday*"
fn says_when(filler: Filler<'_>) -> bool {
    matches!(filler.tok.name_label(), "DATE" | "TIME")
        && is(filler.tok, ClassSet::of(&[NounClass::Time]))
}

/// "crushed a riot": who puts it down is not whom it is against.
fn puts_down(verb: Tok<'_>) -> bool {
    phrase::lemma_in(
        verb,
        &["crush", "quell", "repel", "resist", "smash", "thwart"],
    )
}

pub(super) fn is_hurting(verb: Tok<'_>) -> bool {
    phrase::lemma_in(
        verb,
        &["kill", "wound", "injure", "die", "hit", "perish", "hurt"],
    )
}

pub(super) fn is_wound(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "wound" | "injury" | "burn" | "bruise" | "fracture"
    )
}

pub(super) fn bears(verb: Tok<'_>) -> bool {
    phrase::lemma_in(verb, &["have", "bear", "carry", "show", "get"])
}

/// "not clear *who* did it": asks for somebody and names nobody. A relative pronoun never fills a
/// part itself, its antecedent does.
pub(super) fn asks(tok: Tok<'_>) -> bool {
    tok.tag() == "WDT" || tok.tag() == "WP" && matches!(tok.text(), "who" | "whom" | "Who" | "Whom")
}

/// "brought to 31 *the number* killed": stands for nobody.
pub(super) fn is_bare_number(tok: Tok<'_>) -> bool {
    matches!(semantic_head(tok).lower(), "number" | "total" | "tally")
}

/// "attacked *each other*", "one *another*": names nobody who is not named already.
pub(super) fn is_reciprocal(tok: Tok<'_>) -> bool {
    let before = |word: &str| tok.prev().is_some_and(|p| p.lower() == word);
    (tok.lower() == "other" && before("each")) || (tok.lower() == "another" && before("one"))
}

pub(super) fn noun_filler<'d>(
    nominal: &Nominal<'d>,
    function: Function,
    nth: usize,
) -> Option<Filler<'d>> {
    let on_side = |side: Side| {
        nominal
            .support
            .as_ref()
            .filter(|s| s.side == side)
            .and_then(|s| s.filler)
    };
    match function {
        Function::Subject => on_side(Side::Doer),
        Function::Object => on_side(Side::Sufferer).filter(|f| !only_sees(f)),
        Function::Possessor => {
            let tok = nominal.possessor?;
            // "launched its attack": the subject says more than the pronoun.
            if tok.pos() == Pos::Pron && on_side(Side::Doer).is_some() {
                return None;
            }
            Some(Filler {
                tok,
                how: "possessor of",
                at: nominal.noun,
            })
        }
        Function::Modifier => {
            let tok = *nominal.modifiers.iter().rev().nth(nth)?;
            Some(Filler {
                tok,
                how: "modifier of",
                at: nominal.noun,
            })
        }
        // "charged *by police* with assault": whoever charges him has not done it.
        Function::After("by")
            if nominal
                .support
                .as_ref()
                .is_some_and(|s| nominal::holds_to_it(s.clause.verb)) =>
        {
            nominal.own_governed_by("by")
        }
        Function::After(preposition) => nominal
            .governed_by(preposition)
            .or_else(|| shared_link(nominal.noun, preposition)),
        Function::ClauseSubject => {
            let below = crate::claim::trigger::noun_clause(nominal.noun)?;
            // "threats *to attack* hotels": whoever threatens is to attack.
            let bare = below.tag() == "VB" && below.child(&["nsubj", "nsubjpass"]).is_none();
            let subject = clause::surface_subject(below).filter(|_| !bare)?;
            Some(Filler {
                how: "subject of the clause",
                at: below,
                ..subject
            })
        }
        Function::Dative | Function::Within(_) => None,
    }
}

/// "*Kalem* has seen raids", "*2014* saw unrest": where or when, not to whom.
pub(super) fn only_sees(filler: &Filler<'_>) -> bool {
    let sees = matches!(filler.at.lemma(), "see" | "witness" | "experience");
    let scene = matches!(filler.tok.name_label(), "GPE" | "LOC" | "DATE")
        || is(
            filler.tok,
            ClassSet::of(&[NounClass::Place, NounClass::Time, NounClass::Country]),
        );
    sees && scene
}

/// "the killing and *wounding* of guards": coordinated nouns share what follows either of them.
pub(super) fn shared_link<'d>(noun: Tok<'d>, preposition: &str) -> Option<Filler<'d>> {
    if !matches!(preposition, "of" | "by" | "on" | "against") {
        return None;
    }
    let beside = noun
        .head()
        .filter(|h| noun.dep() == "conj" && h.pos() == Pos::Noun)
        .into_iter()
        .chain(
            noun.children()
                .filter(|c| c.dep() == "conj" && c.pos() == Pos::Noun),
        );
    let adjacent = beside.filter(|n| n.i.abs_diff(noun.i) == 2);
    adjacent.flat_map(clause::links).find_map(|(link, object)| {
        let shared = link.lower() == preposition && link.dep() == "prep" && link.i > noun.i;
        let tok = object.filter(|_| shared)?;
        Some(Filler {
            tok,
            how: "shared, after",
            at: link,
        })
    })
}

/// What a preposition governs below the verb's companions and clause.
pub(super) fn within<'d>(
    hit: &Hit<'d, '_>,
    clause: &Clause<'d>,
    preposition: &str,
) -> Option<Filler<'d>> {
    let roots = hit
        .companions
        .iter()
        .copied()
        .chain(clause.complement)
        .chain(clause.object.map(|o| o.tok));
    roots
        .flat_map(|root| root.subtree())
        .filter(|t| {
            // What is acted upon stands before a passive.
            (t.i > clause.verb.i || clause.passive)
                && t.dep_in(&["prep", "dative"])
                && t.lower() == preposition
        })
        // "approved a bill that would send them *to* Kalem": another's doing.
        .filter(|link| {
            let own = |t: &Tok<'d>| *t != clause.verb;
            !link.ancestors().take_while(own).any(|t| t.dep() == "relcl")
        })
        // "found them at the corner *of Elm Street*"
        .filter(|link| {
            let scene = ClassSet::of(&[NounClass::Facility, NounClass::Place]);
            let corner =
                |n: Tok<'_>| is(n, scene) || matches!(n.lemma(), "corner" | "side" | "edge");
            hit.entry.frame.name != "found" || !link.head().is_some_and(corner)
        })
        .find_map(|link| {
            Some(Filler {
                tok: governed(link).filter(|o| phrase::is_nominal(*o))?,
                how: "after",
                at: link,
            })
        })
}

/// "attacked *two launchers*": weapons too may be what is struck. Who "hit a *mine*" struck none.
pub(super) fn is_aimed_at(verb: Tok<'_>, object: Tok<'_>) -> bool {
    const AIMING: &[&str] = &[
        "attack", "assault", "bomb", "bombard", "strike", "hit", "target", "pound", "raid",
        "ambush", "shell", "strafe", "storm", "engage",
    ];
    phrase::lemma_in(verb, AIMING) && !is(object, ClassSet::of(&[NounClass::Explosive]))
}
