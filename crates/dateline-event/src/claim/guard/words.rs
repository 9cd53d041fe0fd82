//! What is said, and not done: blows in words, debates, campaigns, declarations.

use super::setting::{VIOLENCE, count};
use crate::claim::clause;
use crate::claim::phrase::{classes, is, lemma_in, object_of, semantic_head};
use crate::claim::trigger::{Body, Hit};
use dateline_data::{ClassSet, NounClass};
use dateline_text::{Pos, Tok};

/// Words of a quarrel in words.
pub(super) const SPOKEN: &[&str] = &[
    "ad",
    "campaign",
    "candidate",
    "criticism",
    "critic",
    "debate",
    "interview",
    "rival",
    "speech",
    "tweet",
    "verbal",
    "words",
];

/// "went *on the offensive*", where nobody bears arms.
pub(super) fn is_on_the_offensive(noun: Tok<'_>) -> bool {
    let Some(verb) = noun
        .head()
        .filter(|on| noun.lemma() == "offensive" && noun.dep() == "pobj" && on.lower() == "on")
        .and_then(Tok::head)
    else {
        return false;
    };
    let bare = noun.children().all(|c| c.dep() == "det");
    let fights = |s: Tok<'_>| {
        let fighters = ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Country]);
        is(s, fighters) || matches!(s.name_label(), "GPE" | "NORP")
    };
    bare && verb.child(&["nsubj"]).is_none_or(|s| !fights(s))
}

/// "a plan's *appeal to voters*": what they like in it.
pub(super) fn is_charm(noun: Tok<'_>) -> bool {
    const CHARMED: [&str; 9] = [
        "audience",
        "buyer",
        "consumer",
        "customer",
        "electorate",
        "fan",
        "reader",
        "viewer",
        "voter",
    ];
    noun.lemma() == "appeal"
        && noun.pos() == Pos::Noun
        && noun.child(&["acl"]).is_none()
        && object_of(noun, "to").is_some_and(|o| CHARMED.contains(&o.lemma()))
}

/// "The fear has not *stopped* them", "These funds *allow* us": what nobody is forbids and grants nothing.
pub(super) fn is_of_a_thing(hit: &Hit<'_, '_>, verbs: &[&str]) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let nobody = [
        NounClass::Abstract,
        NounClass::Body,
        NounClass::Goods,
        NounClass::Money,
        NounClass::Nature,
        NounClass::Thing,
        NounClass::Time,
    ];
    lemma_in(hit.head, verbs)
        && !clause.passive
        && clause.subject.is_some_and(|s| {
            let noun = semantic_head(s.tok);
            noun.pos() == Pos::Noun && !is(noun, ClassSet::AGENT) && is(noun, ClassSet::of(&nobody))
        })
}

/// "is *open to* girls": they may come.
pub(super) fn is_open_to_people(hit: &Hit<'_, '_>) -> bool {
    let open = hit.head.child(&["acomp"]).filter(|a| a.lower() == "open");
    open.is_some_and(|open| object_of(open, "to").is_some_and(|o| is(o, ClassSet::HUMAN)))
}

/// "*hit* Orr hard on his record": those who are named hit one another in words, with nothing in their hands.
pub(super) fn hits_in_words(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let bare = hit.companions.is_empty() && hit.pattern.links.is_empty();
    let named = clause.subject.is_some_and(|s| {
        s.tok.pos() == Pos::Propn && matches!(s.tok.name_label(), "PERSON" | "ORG")
    });
    let at_somebody = clause
        .object
        .is_some_and(|o| o.tok.name_label() == "PERSON" || is(o.tok, ClassSet::HUMAN));
    hit.head.lemma() == "hit" && bare && !clause.passive && named && at_somebody
}

/// "blamed the delay *on a shortage of fuel*": a cause, behind which nobody stands.
pub(super) fn is_put_down_to_cause(verb: Tok<'_>) -> bool {
    const CAUSES: [&str; 9] = [
        "absence",
        "error",
        "failure",
        "fault",
        "lack",
        "malfunction",
        "shortage",
        "storm",
        "weather",
    ];
    let object = verb.child(&["dobj"]);
    let beside = || object_of(object?, "on");
    // "blamed *a technical fault*"
    let cause = object_of(verb, "on").or_else(beside).or(object);
    let somebody =
        |t: &Tok<'_>| is(*t, ClassSet::AGENT) || t.name_label() == "NORP" || t.dep() == "poss";
    verb.lemma() == "blame"
        && cause.is_some_and(|cause| {
            CAUSES.contains(&cause.lemma()) && !cause.subtree().iter().any(somebody)
        })
}

/// "The clerks were accused of spying, a charge their employers *denied*": the charge is the one told before the comma,
/// and nobody is charged by answering it.
pub(super) fn answers_for_others(answer: Tok<'_>) -> bool {
    let charge = answer.head().filter(|c| {
        answer.dep() == "relcl" && lemma_in(*c, &["accusation", "allegation", "charge"])
    });
    // "the general's *lawyer* denied the charges": nobody charges the lawyer.
    let speaks_for_him = lemma_in(answer, &["contest", "deny"])
        && clause::surface_subject(answer).is_some_and(|s| {
            lemma_in(
                s.tok,
                &[
                    "attorney",
                    "counsel",
                    "family",
                    "lawyer",
                    "relative",
                    "spokesman",
                    "spokesperson",
                    "spokeswoman",
                ],
            )
        });
    speaks_for_him
        || lemma_in(answer, &["deny", "face", "confront"])
            && charge.is_some_and(|c| {
                let one = c
                    .child(&["det"])
                    .is_some_and(|d| matches!(d.lower(), "a" | "an"));
                one && dateline_text::phrase::after_comma(c)
            })
}

/// "This is an *act of war*, the minister said": what somebody calls it, where only a pronoun says what it was.
pub(super) fn is_verdict(hit: &Hit<'_, '_>) -> bool {
    let said_of = |copula: Tok<'_>| {
        let subject = copula.child(&["nsubj"]);
        copula.lemma() == "be"
            && subject
                .is_some_and(|s| matches!(s.lower(), "it" | "that" | "these" | "this" | "what"))
    };
    hit.head.lemma() == "act" && hit.head.dep() == "attr" && hit.head.head().is_some_and(said_of)
}

/// "The panel *included* a victim": only the dead and the hurt have such people among them.
pub(super) fn lists_no_dead(hit: &Hit<'_, '_>) -> bool {
    const HURT: &[&str] = &[
        "casualty", "dead", "fatality", "injured", "victim", "wounded",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let listed = clause.subject.is_some_and(|s| lemma_in(s.tok, HURT));
    hit.head.lemma() == "include" && !listed
}

/// "Nedina Elk [as *received*]": how the name came over the wire.
pub(super) fn is_editors_note(verb: Tok<'_>) -> bool {
    verb.lower() == "received"
        && verb.child(&["mark"]).is_some_and(|m| m.lower() == "as")
        && verb.child(&["nsubj", "nsubjpass"]).is_none()
}

/// "the film's *review*", "a *review* of the law": only what is under review or scrutiny is looked into.
pub(super) fn is_no_inquiry(noun: Tok<'_>) -> bool {
    let under = |link: Tok<'_>| noun.dep() == "pobj" && link.lower() == "under";
    lemma_in(noun, &["review", "scrutiny"]) && !noun.head().is_some_and(under)
}

/// "a diplomat *briefed* on the talks said": how somebody knows.
pub(super) fn is_in_the_know(verb: Tok<'_>) -> bool {
    verb.lemma() == "brief" && verb.dep_in(&["acl", "relcl"]) && clause::is_passive(verb)
}

/// "there was *talk* of a merger": what people say, where "talks" are held.
pub(super) fn is_rumour(noun: Tok<'_>) -> bool {
    noun.lemma() == "talk" && noun.tag() == "NN"
}

/// "The minister *discussed* her memoirs", "met to *discuss* the border": who discusses with nobody only speaks, and what a
/// meeting is for is told by the meeting.
pub(super) fn discusses_with_nobody(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let several =
        |who: Tok<'_>| matches!(who.tag(), "NNS" | "NNPS") || who.child(&["conj"]).is_some();
    let told_by_meeting = clause.verb.dep_in(&["advcl", "xcomp", "conj"])
        && clause.verb.child(&["nsubj", "nsubjpass"]).is_none();
    clause.verb.lemma() == "discuss"
        && hit.pattern.links.is_empty()
        && hit.pattern.near.is_empty()
        && (told_by_meeting || !clause.subject.is_some_and(|s| several(s.tok)))
}

/// "summoned the envoy to *protest* the raid".
pub(super) fn is_protest_in_words(verb: Tok<'_>) -> bool {
    verb.lemma() == "protest"
        && verb.tag() == "VB"
        && verb.dep_in(&["xcomp", "advcl"])
        && verb
            .head()
            .is_some_and(|above| lemma_in(above, &["summon", "phone", "write", "recall"]))
}

/// "launched a *barrage of threats*".
pub(super) fn is_barrage_of_words(hit: &Hit<'_, '_>) -> bool {
    let of = |c: &Tok<'_>| {
        let what = crate::claim::phrase::object_of(*c, "of");
        what.is_some_and(|w| {
            classes(w).meets(ClassSet::of(&[NounClass::Document, NounClass::Abstract]))
                && !classes(w).meets(ClassSet::ARMS)
        })
    };
    hit.companions
        .iter()
        .chain([&hit.head])
        .any(|c| matches!(c.lemma(), "barrage" | "volley" | "salvo" | "hail") && of(c))
}

/// "has *come* under fire for the delay", "came under fire from critics": blame, where nothing else tells of violence.
pub(super) fn is_under_criticism(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let under = clause.links.iter().any(|(l, _)| l.lower() == "under");
    let blamed = clause.links.iter().any(|(link, of)| {
        let critic = of.is_some_and(|o| {
            let known = classes(o);
            !known.meets(ClassSet::ARMS) && !known.has(NounClass::Armed)
        });
        matches!(link.lower(), "for" | "over") || link.lower() == "from" && critic
    });
    let doc = hit.head.doc();
    under
        && blamed
        && lemma_in(clause.verb, &["come", "be", "remain"])
        && count(doc, hit.head.sentence(), VIOLENCE) == 0
}

/// "the candidate's pointed *attacks* on his rival", "the nomination *fight*": where a sentence tells of a contest for
/// votes, and of no weapon and no other violence.
pub(super) fn is_campaigning(hit: &Hit<'_, '_>) -> bool {
    const CONTEST: &[&str] = &[
        "candidate",
        "nominee",
        "nomination",
        "gop",
        "caucus",
        "front-runner",
        "frontrunner",
        "candidacy",
        "super-pac",
    ];
    const FOUGHT: &[&str] = &[
        "attack",
        "assault",
        "counterattack",
        "battle",
        "fight",
        "war",
        "clash",
        "hit",
        "onslaught",
    ];
    if !lemma_in(hit.head, FOUGHT) {
        return false;
    }
    let doc = hit.head.doc();
    let sentence = doc.sentences()[hit.head.sentence()].tokens.clone();
    let of_a_person = |t: Tok<'_>| {
        t.lemma() == "campaign"
            && t.children()
                .any(|c| c.dep_in(&["compound", "poss"]) && c.name_label() == "PERSON")
    };
    let contest = count(doc, hit.head.sentence(), CONTEST) > 0
        || doc.range(sentence.clone()).any(of_a_person);
    let own = usize::from(VIOLENCE.contains(&hit.head.lemma()));
    let of_force = ClassSet::ARMS.union(ClassSet::of(&[
        NounClass::Facility,
        NounClass::Vehicle,
        NounClass::Armed,
    ]));
    let forcible = doc
        .range(sentence)
        .any(|t| t != hit.head && t.pos() == Pos::Noun && classes(t).meets(of_force));
    contest && !forcible && count(doc, hit.head.sentence(), VIOLENCE) <= own
}

/// "deeply *hurt* and offended".
pub(super) fn is_hurt_in_feeling(tok: Tok<'_>) -> bool {
    let feeling = |t: Tok<'_>| {
        matches!(
            t.lower(),
            "offended"
                | "angry"
                | "disappointed"
                | "upset"
                | "betrayed"
                | "saddened"
                | "deeply"
                | "personally"
                | "emotionally"
                | "feelings"
        )
    };
    tok.lemma() == "hurt"
        && tok
            .children()
            .filter(|c| c.dep_in(&["conj", "advmod", "dobj"]))
            .any(feeling)
}

/// "The senator *fired back* at critics": with words, where nobody who bears arms does.
pub(super) fn fires_back_in_words(hit: &Hit<'_, '_>) -> bool {
    let back = hit
        .head
        .children()
        .any(|c| c.lower() == "back" && c.i == hit.head.i + 1);
    let armed = ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Country]);
    let speaks = |s: Tok<'_>| s.name_label() == "PERSON" || is(s, ClassSet::HUMAN) && !is(s, armed);
    hit.head.lemma() == "fire"
        && back
        && hit.head.child(&["nsubj"]).is_some_and(speaks)
        && count(hit.head.doc(), hit.head.sentence(), VIOLENCE) <= 1
}

/// "the two *clashed* on the debate stage".
pub(super) fn is_debate(tok: Tok<'_>) -> bool {
    const SCENES: &[&str] = &[
        "debate",
        "primary",
        "podium",
        "tweet",
        "twitter",
        "interview",
        "caucus",
    ];
    let doc = tok.doc();
    let named = tok
        .child(&["nsubj"])
        .is_some_and(|s| s.name_label() == "PERSON");
    // "Ministers *clashed* over the budget"
    let about = crate::claim::phrase::object_of(tok, "over").is_some_and(|o| {
        let matter = ClassSet::of(&[
            NounClass::Abstract,
            NounClass::Document,
            NounClass::Money,
            NounClass::Work,
        ]);
        is(o, matter) && !is(o, ClassSet::TARGET)
    });
    let speaks = tok.child(&["nsubj"]).is_some_and(|s| {
        is(s, ClassSet::of(&[NounClass::Official]))
            || lemma_in(s, &["camp", "faction", "party", "politician", "side"])
    });
    if tok.lemma() == "clash" && about && speaks {
        return count(doc, tok.sentence(), VIOLENCE) <= 1;
    }
    tok.lemma() == "clash"
        && named
        && count(doc, tok.sentence(), SCENES) > 0
        && count(doc, tok.sentence(), VIOLENCE) <= 1
}

/// "was scathing in his *attack* on the minister".
pub(super) fn is_in_words(tok: Tok<'_>) -> bool {
    let governor = tok
        .head()
        .filter(|p| tok.dep() == "pobj" && matches!(p.lower(), "in" | "with"))
        .and_then(Tok::head);
    let harsh = |t: Tok<'_>| {
        matches!(
            t.lower(),
            "scathing" | "blistering" | "stinging" | "unsparing" | "relentless" | "merciless"
        )
    };
    tok.lemma() == "attack"
        && governor.is_some_and(|g| harsh(g) || g.child(&["acomp"]).is_some_and(harsh))
}

/// "The singer *shot* to fame": nobody fired.
pub(super) fn rises_to_fame(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let renown = |o: Tok<'_>| {
        matches!(
            semantic_head(o).lemma(),
            "fame" | "stardom" | "prominence" | "notoriety" | "celebrity" | "popularity"
        )
    };
    lemma_in(clause.verb, &["shoot"])
        && clause
            .links
            .iter()
            .any(|(link, o)| link.lower() == "to" && o.is_some_and(renown))
}

/// "*ended* his presidential campaign".
pub(super) fn ends_candidacy(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let of_votes = |c: Tok<'_>| {
        matches!(
            c.lower(),
            "presidential"
                | "election"
                | "electoral"
                | "senate"
                | "mayoral"
                | "reelection"
                | "primary"
        ) || c.dep() == "poss" && (c.name_label() == "PERSON" || matches!(c.lower(), "his" | "her"))
    };
    clause.object.is_some_and(|o| {
        matches!(o.tok.lemma(), "campaign" | "candidacy" | "bid") && o.tok.children().any(of_votes)
    })
}

/// "an army *patrol* found a lorry", "was stopped at a *checkpoint*": who or what is there acts or is passed.
pub(super) fn is_posted(tok: Tok<'_>) -> bool {
    const SENDING: &[&str] = &[
        "step",
        "increase",
        "launch",
        "conduct",
        "carry",
        "start",
        "begin",
        "set",
        "establish",
        "erect",
        "resume",
        "intensify",
        "mount",
        "send",
        "deploy",
        "man",
        "install",
        "put",
        "add",
        "organise",
        "organize",
        "run",
        "form",
        "throw",
        "tighten",
    ];
    // "threw stones at a police *cordon*", "broke through it"
    let run_at = || {
        tok.dep() != "pobj"
            || tok.head().is_some_and(|p| {
                matches!(
                    p.lower(),
                    "at" | "against" | "by" | "into" | "past" | "through"
                )
            })
    };
    let noun = tok.pos() == Pos::Noun
        && (matches!(tok.lemma(), "patrol" | "checkpoint") || tok.lemma() == "cordon" && run_at());
    let sent = tok
        .head()
        .is_some_and(|h| h.pos() == Pos::Verb && lemma_in(h, SENDING));
    noun && !sent && tok.dep_in(&["nsubj", "nsubjpass", "pobj", "dobj"])
}

/// "*charged* her $850 a month", "were *charged* exorbitant fees".
pub(super) fn is_billed(tok: Tok<'_>) -> bool {
    tok.lemma() == "charge"
        && tok
            .children()
            .filter(|c| c.dep_in(&["dobj", "npadvmod", "dative"]))
            .any(|c| {
                let fee = |t: Tok<'_>| {
                    t.name_label() == "MONEY"
                        || matches!(t.lemma(), "fee" | "price" | "rent" | "interest" | "toll")
                };
                fee(c)
                    || c.children()
                        .any(|below| below.dep() == "appos" && fee(below))
            })
}

/// "declared a state of armed *conflict*", "declared an armed *conflict*": a law, and no fight.
pub(super) fn is_declared_state(tok: Tok<'_>) -> bool {
    let proclaimed = tok.pos() == Pos::Noun
        && tok.dep() == "dobj"
        && tok
            .head()
            .is_some_and(|v| lemma_in(v, &["declare", "proclaim", "decree"]));
    if proclaimed && lemma_in(tok, &["conflict", "strike"]) {
        return true;
    }
    let state = tok
        .head()
        .filter(|of| tok.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head);
    state.is_some_and(|s| {
        s.lemma() == "state"
            && s.head().is_some_and(|verb| {
                matches!(
                    verb.lemma(),
                    "declare" | "impose" | "proclaim" | "extend" | "lift" | "order" | "decree"
                )
            })
    })
}

/// "held a *press conference*": who speaks there answers questions.
pub(super) fn tells_the_press(hit: &Hit<'_, '_>) -> bool {
    hit.companions.iter().any(|c| {
        matches!(c.lemma(), "briefing" | "conference")
            && c.prev()
                .is_some_and(|p| matches!(p.lower(), "media" | "news" | "press"))
    })
}

/// "“He is smart,” a neighbour *offered*": the words are all that is offered.
pub(super) fn offers_words(offer: Tok<'_>) -> bool {
    if offer.lemma() != "offer" {
        return false;
    }
    let closed = |t: Tok<'_>| matches!(t.text(), "\"" | "”" | "''");
    let said = offer.child(&["ccomp", "parataxis"]).is_some()
        && offer
            .child(&["dobj", "dative", "xcomp", "auxpass"])
            .is_none();
    said || offer.prev().is_some_and(closed)
}

/// "Pupils *sheltered* in place": they took cover.
pub(super) fn shelters_oneself(shelter: Tok<'_>) -> bool {
    let in_place = || object_of(shelter, "in").is_some_and(|o| o.lower() == "place");
    shelter.lemma() == "shelter"
        && shelter.pos() == Pos::Verb
        && shelter.child(&["dobj", "auxpass", "agent"]).is_none()
        && (shelter.child(&["nsubj"]).is_some() || in_place())
}

/// "gave *assurances* that five had been killed", "agreed that prices had risen": what is so is told, and nothing is
/// promised.
pub(super) fn vouches(hit: &Hit<'_, '_>) -> bool {
    let finite = |c: Tok<'_>| {
        let now = |t: Tok<'_>| matches!(t.tag(), "VBD" | "VBP" | "VBZ");
        let helped = |t: Tok<'_>| t.dep_in(&["aux", "auxpass"]) && now(t);
        c.dep_in(&["acl", "ccomp", "relcl"])
            && c.child(&["nsubj", "nsubjpass", "expl"]).is_some()
            && c.child(&["mark"]).is_some_and(|m| m.lower() == "that")
            && (now(c) || c.tag() != "VBG" && c.children().any(helped))
            && !c.children().any(|t| t.tag() == "MD")
    };
    lemma_in(hit.head, &["agree", "assure", "give", "guarantee", "offer"])
        && std::iter::once(hit.head)
            .chain(hit.companions.iter().copied())
            .any(|word| word.children().any(finite))
}

/// "one thing that all of them *agree on*": what they think, and no accord.
pub(super) fn is_common_opinion(verb: Tok<'_>) -> bool {
    let stranded = |c: Tok<'_>| c.lower() == "on" && c.child(&["pobj"]).is_none();
    verb.lemma() == "agree"
        && verb.dep() == "relcl"
        && verb
            .head()
            .is_some_and(|n| matches!(n.lemma(), "one" | "point" | "something" | "thing"))
        && verb.children().any(stranded)
}
