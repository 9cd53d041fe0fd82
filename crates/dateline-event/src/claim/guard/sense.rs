//! Other senses of a word, told by what stands with it: market demand, the control of a chamber, a battle of ideas.

use super::setting::{VIOLENCE, count};
use crate::claim::phrase::{classes, conjuncts, is, lemma_in, object_of, semantic_head};
use crate::claim::trigger::{Body, Hit};
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::{Pos, Tok};

/// What does nothing on purpose: ideas, sums, prices, the weather.
const NOBODY: ClassSet = ClassSet::of(&[
    NounClass::Abstract,
    NounClass::Body,
    NounClass::Goods,
    NounClass::Market,
    NounClass::Money,
    NounClass::Nature,
    NounClass::Thing,
    NounClass::Time,
]);

/// What may act, decide or speak, or stand for those who do.
const SOMEBODY: ClassSet = ClassSet::AGENT.union(ClassSet::ARMS).union(ClassSet::of(&[
    NounClass::Animal,
    NounClass::Document,
    NounClass::Event,
    NounClass::Facility,
    NounClass::Place,
    NounClass::Vehicle,
    NounClass::Work,
]));

/// "*More exposure* will aid you", "*a run of wins* freed her to speak": what nobody is helps, agrees and lets go of
/// nobody.
pub(super) fn is_done_by_nobody(hit: &Hit<'_, '_>) -> bool {
    let on_purpose = matches!(
        hit.entry.kind,
        EventType::Agree
            | EventType::Aid
            | EventType::Concede
            | EventType::Consult
            | EventType::Cooperate
            | EventType::Mobilize
            | EventType::Retreat
            | EventType::Request
            | EventType::Support
            | EventType::Threaten
    );
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let thing = |tok: Tok<'_>| {
        let noun = semantic_head(tok);
        noun.pos() == Pos::Noun
            && noun.name_label().is_empty()
            && is(noun, NOBODY)
            && !is(noun, SOMEBODY)
            && !is(tok, SOMEBODY)
    };
    // "must be *supported by the laws*", "is *backed by evidence*"
    let borne_out = |tok: Tok<'_>| {
        clause.passive
            && lemma_in(hit.head, &["back", "support"])
            && tok.pos() == Pos::Noun
            && is(tok, ClassSet::of(&[NounClass::Document]))
            && !is(tok, ClassSet::AGENT)
    };
    // "a statement read over *island radio* called on the public": no radio calls.
    let described = hit.head.dep_in(&["acl", "relcl"]);
    on_purpose
        && !described
        && clause
            .subject
            .is_some_and(|s| conjuncts(s.tok).iter().all(|t| thing(*t) || borne_out(*t)))
}

/// "*regain control of the Senate*": won with votes.
pub(super) fn is_won_with_votes(hit: &Hit<'_, '_>) -> bool {
    const WON: &[&str] = &[
        "agenda",
        "ball",
        "chamber",
        "congress",
        "debate",
        "game",
        "house",
        "legislature",
        "message",
        "narrative",
        "seat",
        "senate",
        "story",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let armed = ClassSet::of(&[NounClass::Armed, NounClass::Police]);
    let by_arms = clause.subject.is_some_and(|s| is(s.tok, armed));
    let mut control = hit.companions.iter().filter(|c| c.lemma() == "control");
    let won = control.any(|c| object_of(*c, "of").is_some_and(|o| lemma_in(o, WON)));
    won && !by_arms && count(hit.head.doc(), hit.head.sentence(), VIOLENCE) == 0
}

/// "adds shifts to *meet demand*": what the market wants, where "the demand of the strikers" is a claim.
pub(super) fn is_market_demand(hit: &Hit<'_, '_>) -> bool {
    let bare = |c: &&Tok<'_>| {
        c.lemma() == "demand" && c.tag() == "NN" && c.child(&["det", "poss"]).is_none()
    };
    lemma_in(hit.head, &["fulfil", "fulfill", "meet", "satisfy"])
        && hit.companions.iter().any(|c| bare(&c))
}

/// "*ended* a meeting", "concluded their summit": it is over as planned.
pub(super) fn is_over_as_planned(hit: &Hit<'_, '_>) -> bool {
    const MEETINGS: &[&str] = &[
        "conference",
        "meeting",
        "session",
        "summit",
        "tour",
        "trip",
        "visit",
    ];
    lemma_in(hit.head, &["conclude", "end"])
        && hit.companions.iter().any(|c| lemma_in(*c, MEETINGS))
}

/// "a political and *military movement*": people, where "military movements" are seen on a road.
pub(super) fn is_body_of_people(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "movement"
        && hit.head.tag() == "NN"
        && hit
            .head
            .subtree()
            .iter()
            .any(|c| c.i < hit.head.i && c.lower().ends_with("military"))
}

/// "*questioned* by reporters": asked, and no suspect.
pub(super) fn is_asked_by_press(hit: &Hit<'_, '_>) -> bool {
    const PRESS: &[&str] = &[
        "correspondent",
        "host",
        "interviewer",
        "journalist",
        "media",
        "moderator",
        "news",
        "newsman",
        "newspaper",
        "press",
        "reporter",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    lemma_in(hit.head, &["question"]) && clause.subject.is_some_and(|s| lemma_in(s.tok, PRESS))
}

/// "came into *contact* with patients", "contact with the virus": nothing was said.
pub(super) fn is_contact_of_bodies(hit: &Hit<'_, '_>) -> bool {
    const TOUCHED: &[&str] = &[
        "bird", "blood", "body", "case", "carcass", "carrier", "corpse", "fluid", "patient",
        "saliva", "skin", "sufferer", "surface", "victim", "virus", "water",
    ];
    let touching = ClassSet::of(&[NounClass::Animal, NounClass::Nature, NounClass::Body]);
    let of = |word: Tok<'_>| {
        let bodily =
            |c: Tok<'_>| matches!(c.lower(), "bodily" | "eye" | "physical" | "sexual" | "skin");
        word.lemma() == "contact"
            && (word.children().any(bodily)
                || object_of(word, "with").is_some_and(|o| {
                    lemma_in(o, TOUCHED) || is(o, touching) && !is(o, ClassSet::AGENT)
                }))
    };
    // "came *into contact* with the pupils": near enough to catch it.
    let came_into = |word: Tok<'_>| {
        word.lemma() == "contact"
            && word.head().is_some_and(|link| {
                link.lower() == "into" && link.head().is_some_and(|v| v.lemma() == "come")
            })
    };
    std::iter::once(hit.head)
        .chain(hit.companions.iter().copied())
        .any(|word| of(word) || came_into(word))
}

/// "a *battle* of ideas", "the *battle* between Orr and Tamm": two who are named, and nobody who bears arms.
pub(super) fn is_contest(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(_) = &hit.body else {
        return false;
    };
    if !lemma_in(hit.head, &["battle", "clash", "feud", "fight", "war"]) {
        return false;
    }
    let of_minds = object_of(hit.head, "of").is_some_and(|o| {
        lemma_in(
            o,
            &[
                "billionaire",
                "brand",
                "culture",
                "idea",
                "ideology",
                "list",
                "nerve",
                "philosophy",
                "personality",
                "sex",
                "will",
                "wit",
                "word",
            ],
        )
    });
    let person = |t: &Tok<'_>| t.name_label() == "PERSON";
    let of_two = object_of(hit.head, "between").is_some_and(|o| {
        let both = conjuncts(o);
        both.len() > 1 && both.iter().all(person)
    });
    of_minds || of_two && count(hit.head.doc(), hit.head.sentence(), VIOLENCE) <= 1
}

/// "*seized on* a remark": took it up.
pub(super) fn is_taken_up(hit: &Hit<'_, '_>) -> bool {
    let words = ClassSet::of(&[NounClass::Abstract, NounClass::Document, NounClass::Work]);
    let taken_up = |o: Tok<'_>| {
        is(o, words) && !is(o, ClassSet::AGENT)
            || matches!(o.lower(), "it" | "something" | "this" | "that")
    };
    hit.head.lemma() == "seize"
        && hit.head.child(&["auxpass", "dobj"]).is_none()
        && ["on", "upon"]
            .iter()
            .any(|link| object_of(hit.head, link).is_some_and(taken_up))
}

/// "an effort to *hurt* Orr ahead of the vote": his chances.
pub(super) fn is_hurt_at_polls(hit: &Hit<'_, '_>) -> bool {
    const POLLS: &[&str] = &[
        "approval",
        "ballot",
        "campaign",
        "candidate",
        "chance",
        "election",
        "electorate",
        "nomination",
        "nominee",
        "poll",
        "polling",
        "primary",
        "reelection",
        "re-election",
        "reputation",
        "vote",
        "voter",
        "voting",
    ];
    let doc = hit.head.doc();
    let sentence = hit.head.sentence();
    let own = usize::from(VIOLENCE.contains(&hit.head.lemma()));
    lemma_in(hit.head, &["damage", "harm", "hurt"])
        && matches!(&hit.body, Body::Verb(clause) if !clause.passive)
        && count(doc, sentence, POLLS) > 0
        && count(doc, sentence, VIOLENCE) <= own
}

/// "*refuse* collection": rubbish.
pub(super) fn is_rubbish(word: Tok<'_>) -> bool {
    let modifies = word.dep_in(&["compound", "nmod", "amod"]);
    let above = word.head();
    word.lower() == "refuse"
        && (word.tag().starts_with("NN")
            || modifies && above.is_some_and(|n| n.pos() == Pos::Noun && n.i == word.i + 1))
}

/// "the *execution* of the project": carried out.
pub(super) fn is_carried_out(hit: &Hit<'_, '_>) -> bool {
    let plans = ClassSet::of(&[
        NounClass::Abstract,
        NounClass::Document,
        NounClass::Event,
        NounClass::Money,
        NounClass::Work,
    ]);
    let planned = |o: Tok<'_>| {
        let known = classes(o);
        o.pos() == Pos::Noun && known.meets(plans) && !known.meets(ClassSet::AGENT)
    };
    hit.head.lemma() == "execution" && object_of(hit.head, "of").is_some_and(planned)
}

/// "the rights group puts it at 684, the government *recognises 200*": how many it owns to.
pub(super) fn is_owned_number(hit: &Hit<'_, '_>) -> bool {
    let number = |o: Tok<'_>| matches!(o.pos(), Pos::Num);
    lemma_in(hit.head, &["acknowledge", "recognise", "recognize"])
        && hit.head.child(&["dobj"]).is_some_and(number)
}

/// "was raised *at the end* of the Cold War", "since the *end* of the occupation": says when.
pub(super) fn says_when(hit: &Hit<'_, '_>) -> bool {
    let under = |link: Tok<'_>| {
        matches!(
            link.lower(),
            "after"
                | "at"
                | "before"
                | "by"
                | "following"
                | "near"
                | "since"
                | "toward"
                | "towards"
                | "until"
        )
    };
    matches!(hit.body, Body::Noun(_))
        && hit.head.lemma() == "end"
        && hit.head.dep() == "pobj"
        && hit.head.head().is_some_and(under)
}

/// "wins that *freed her to speak* her mind": nobody held her.
pub(super) fn is_at_liberty(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let jailer = |s: Tok<'_>| s.pos() != Pos::Noun || is(s, ClassSet::AGENT);
    hit.head.lemma() == "free"
        && hit
            .head
            .child(&["xcomp"])
            .is_some_and(|to| to.tag() == "VB")
        && clause
            .subject
            .is_some_and(|s| !jailer(semantic_head(s.tok)))
}

/// "debt *fell to 32 million*", "the upkeep fell to local councils": nothing was taken.
pub(super) fn is_no_conquest(hit: &Hit<'_, '_>) -> bool {
    let held = ClassSet::AGENT.union(ClassSet::of(&[
        NounClass::Facility,
        NounClass::Place,
        NounClass::Vehicle,
    ]));
    let thing = |s: Tok<'_>| {
        let known = classes(s);
        s.pos() == Pos::Noun && !known.is_empty() && !known.meets(held)
    };
    let sum = |o: Tok<'_>| {
        o.pos() == Pos::Num
            || o.child(&["nummod"]).is_some()
            || is(o, ClassSet::of(&[NounClass::Money]))
    };
    // "will not *fall prey* to them"
    let prey = hit
        .head
        .children()
        .any(|c| matches!(c.lower(), "prey" | "victim"));
    hit.head.lemma() == "fall"
        && (prey
            || hit.head.child(&["nsubj"]).is_some_and(thing)
            || object_of(hit.head, "to").is_some_and(sum))
}

/// "pressed his *attack* that she was unfit": what it says stands behind it.
pub(super) fn is_argument(hit: &Hit<'_, '_>) -> bool {
    let says = |c: Tok<'_>| {
        c.dep_in(&["acl", "ccomp"])
            && c.i > hit.head.i
            && c.child(&["mark"]).is_some_and(|m| m.lower() == "that")
    };
    matches!(hit.body, Body::Noun(_))
        && lemma_in(hit.head, &["assault", "attack", "barrage", "onslaught"])
        && hit.head.children().any(says)
}

/// "was *eliminated from* the race", "mathematically eliminated": out of a contest.
pub(super) fn is_out_of_contest(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "eliminate"
        && hit.head.children().any(|c| {
            matches!(c.lower(), "from" | "mathematically") && c.dep_in(&["advmod", "prep"])
        })
}

/// "is a *coup* for Orr", "a coup over her rival": a stroke of luck.
pub(super) fn is_stroke_of_luck(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "coup"
        && hit.head.dep_in(&["appos", "attr"])
        && hit
            .head
            .children()
            .any(|c| c.dep() == "prep" && matches!(c.lower(), "for" | "over"))
}

/// "a one-off *charge* of two million": a sum that is written off.
pub(super) fn is_sum(hit: &Hit<'_, '_>) -> bool {
    let money = |o: Tok<'_>| o.name_label() == "MONEY" || is(o, ClassSet::of(&[NounClass::Money]));
    matches!(hit.body, Body::Noun(_))
        && hit.head.lemma() == "charge"
        && object_of(hit.head, "of").is_some_and(money)
}

/// "16,000, *as opposed* to 80,000": set beside one another.
pub(super) fn is_set_beside(word: Tok<'_>) -> bool {
    word.lower() == "opposed" && word.prev().is_some_and(|p| p.lower() == "as")
}

/// "a film meant to *appeal* to teenagers": to please them.
pub(super) fn is_to_please(hit: &Hit<'_, '_>) -> bool {
    let meant = |v: Tok<'_>| lemma_in(v, &["aim", "design", "intend", "mean"]);
    hit.head.lemma() == "appeal"
        && object_of(hit.head, "to").is_some()
        && hit.head.dep() == "xcomp"
        && hit.head.head().is_some_and(meant)
}

/// "threats to *food security*": dangers, and nobody's words.
pub(super) fn is_danger_to_state(hit: &Hit<'_, '_>) -> bool {
    const STATES: &[&str] = &[
        "biodiversity",
        "climate",
        "democracy",
        "economy",
        "environment",
        "existence",
        "health",
        "life",
        "livelihood",
        "peace",
        "prosperity",
        "recovery",
        "safety",
        "security",
        "stability",
        "survival",
        "wellbeing",
    ];
    matches!(hit.body, Body::Noun(_))
        && hit.head.lemma() == "threat"
        && object_of(hit.head, "to").is_some_and(|o| lemma_in(o, STATES))
}

/// "*starved for* staff": short of them.
pub(super) fn is_short_of(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "starve" && object_of(hit.head, "for").is_some()
}

/// "started *hearing* it again": no court sits.
pub(super) fn is_heard_by_ear(hit: &Hit<'_, '_>) -> bool {
    hit.companions.iter().any(|c| {
        c.lower() == "hearing" && c.dep_in(&["ccomp", "xcomp"]) && c.child(&["dobj"]).is_some()
    })
}

/// "for more, *visit* www.example.org": whoever reads it may.
pub(super) fn is_of_a_page(hit: &Hit<'_, '_>) -> bool {
    let page = |o: Tok<'_>| {
        let word = o.lower();
        word.starts_with("www")
            || word.starts_with("http")
            || word.ends_with(".com")
            || word.ends_with(".org")
            || matches!(o.lemma(), "blog" | "homepage" | "webpage" | "website")
    };
    hit.head.lemma() == "visit" && hit.head.child(&["dobj"]).is_some_and(page)
}

/// "the mass *movement of people* after the vote": they are on the move.
pub(super) fn is_migration(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "movement"
        && object_of(hit.head, "of").is_some_and(|o| {
            lemma_in(
                o,
                &[
                    "goods",
                    "labour",
                    "people",
                    "person",
                    "population",
                    "worker",
                ],
            )
        })
}

/// "will *fight* it in court", "is fighting back against competition": with other means than force.
pub(super) fn is_fought_without_force(hit: &Hit<'_, '_>) -> bool {
    let thing = |o: Tok<'_>| {
        let o = semantic_head(o);
        o.pos() == Pos::Noun && is(o, NOBODY) && !is(o, SOMEBODY)
    };
    hit.head.lemma() == "fight"
        && matches!(hit.body, Body::Verb(_))
        && (object_of(hit.head, "in").is_some_and(|o| lemma_in(o, &["court", "courtroom"]))
            || object_of(hit.head, "against").is_some_and(thing))
}

/// "*level* the playing field": make it fair.
pub(super) fn is_made_fair(hit: &Hit<'_, '_>) -> bool {
    let playing = |o: Tok<'_>| o.lemma() == "field" && o.children().any(|c| c.lower() == "playing");
    hit.head.lemma() == "level" && hit.head.child(&["dobj"]).is_some_and(playing)
}

/// "a *trial* of a new service", "vaccine trials": tried out.
pub(super) fn is_tried_out(hit: &Hit<'_, '_>) -> bool {
    const TRIED: &[&str] = &[
        "app",
        "car",
        "device",
        "drug",
        "medicine",
        "model",
        "pill",
        "programme",
        "program",
        "product",
        "scheme",
        "service",
        "software",
        "strategy",
        "system",
        "technology",
        "therapy",
        "treatment",
        "vaccine",
        "vehicle",
    ];
    let tried = |o: Tok<'_>| o.pos() == Pos::Noun && lemma_in(o, TRIED);
    hit.head.lemma() == "trial"
        && (object_of(hit.head, "of").is_some_and(tried)
            || hit.head.children().any(|c| {
                c.i < hit.head.i
                    && (tried(c) || matches!(c.lower(), "clinical" | "randomized" | "randomised"))
            }))
}

/// "*supplies* Danu with oil", "gas supplied by Ruvia": fuel is sold, unless the words speak of a gift.
pub(super) fn is_trade(hit: &Hit<'_, '_>) -> bool {
    const SOLD: &[&str] = &[
        "barrel",
        "coal",
        "crude",
        "electricity",
        "gas",
        "oil",
        "petroleum",
        "power",
        "uranium",
    ];
    const GIVEN: &[&str] = &[
        "aid",
        "charity",
        "disaster",
        "donate",
        "donation",
        "earthquake",
        "emergency",
        "flood",
        "free",
        "gift",
        "grant",
        "humanitarian",
        "quake",
        "refugee",
        "relief",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let with = clause.governed_by("with").map(|f| f.tok);
    let described = hit
        .head
        .head()
        .filter(|_| hit.head.dep_in(&["acl", "relcl"]));
    lemma_in(
        hit.head,
        &["deliver", "export", "provide", "send", "ship", "supply"],
    ) && clause
        .object
        .map(|o| o.tok)
        .into_iter()
        .chain(with)
        .chain(described)
        .any(|o| lemma_in(semantic_head(o), SOLD) || lemma_in(o, SOLD))
        && count(hit.head.doc(), hit.head.sentence(), GIVEN) == 0
}

/// "people *visiting* the courts", "was visiting a friend's house": nobody who holds office, and nobody sent.
pub(super) fn is_private_visit(hit: &Hit<'_, '_>) -> bool {
    const DWELLINGS: &[&str] = &[
        "apartment",
        "flat",
        "friend",
        "home",
        "house",
        "relative",
        "residence",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let anybody = |s: Tok<'_>| {
        let who = semantic_head(s);
        let known = classes(who).union(classes(s));
        let office = ClassSet::of(&[
            NounClass::Armed,
            NounClass::Country,
            NounClass::Named,
            NounClass::Official,
            NounClass::Organisation,
            NounClass::Police,
        ]);
        who.pos() == Pos::Noun
            && known.meets(ClassSet::of(&[
                NounClass::Person,
                NounClass::People,
                NounClass::Kin,
            ]))
            && !known.meets(office)
    };
    let dwelling = |o: Tok<'_>| lemma_in(o, DWELLINGS);
    let unknown = |s: Tok<'_>| s.pos() == Pos::Pron;
    lemma_in(hit.head, &["tour", "visit"])
        && clause.subject.is_some_and(|s| {
            anybody(s.tok) || unknown(s.tok) && clause.object.is_some_and(|o| dwelling(o.tok))
        })
}

/// Words of crime and punishment.
const OF_CRIME: &[&str] = &[
    "accused",
    "acquit",
    "acquittal",
    "charge",
    "convict",
    "conviction",
    "crime",
    "criminal",
    "defendant",
    "guilty",
    "homicide",
    "jail",
    "jury",
    "kill",
    "killing",
    "manslaughter",
    "murder",
    "prison",
    "prosecution",
    "prosecutor",
    "rape",
    "sentence",
    "shooting",
    "suspect",
    "trial",
];

/// "the *verdict* on the land dispute", "the court's verdict for a daily hearing": a ruling of a court, where nothing tells
/// of a crime.
pub(super) fn is_of_no_crime(hit: &Hit<'_, '_>) -> bool {
    let verdict = std::iter::once(hit.head)
        .chain(hit.companions.iter().copied())
        .find(|t| lemma_in(*t, &["ruling", "verdict"]));
    let Some(verdict) = verdict else {
        return false;
    };
    let topic =
        |o: Tok<'_>| o.pos() == Pos::Noun && !is(o, ClassSet::HUMAN) && !lemma_in(o, OF_CRIME);
    let of_topic = ["on", "over"]
        .iter()
        .any(|link| object_of(verdict, link).is_some_and(topic));
    let doc = hit.head.doc();
    let of_crime = || (0..doc.sentences().len()).any(|s| count(doc, s, OF_CRIME) > 0);
    let of_somebody = object_of(verdict, "against").is_some();
    of_topic || !of_somebody && !of_crime()
}
