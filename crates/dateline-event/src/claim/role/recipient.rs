//! To whom or what it is done.

use super::actor::{deals_it_out, is_sending, who_had_it_done};
use super::filler::{filler, is_aimed_at, is_wound};
use super::means::is_ramming;
use super::{Found, argument, is_of_the_speaker, is_place_only};
use crate::casualty::is_body;
use crate::claim::clause::{Clause, Filler};
use crate::claim::content::no_longer_done;
use crate::claim::frame::Function;
use crate::claim::phrase::{behind, classes, is, may_be, semantic_head};
use crate::claim::trigger::{Body, Hit};
use crate::claim::{Role, phrase};
use dateline_data::{ClassSet, EventType, NounClass, noun_classes};
use dateline_text::phrase::{is_platform, is_put_down_to};
use dateline_text::{Pos, Tok};

/// Whether the words of the entry have this preposition: "lash out *at*".
fn has_link(hit: &Hit<'_, '_>, preposition: &str) -> bool {
    let mut links = hit.pattern.links.iter();
    links.any(|l| l.words.iter().any(|w| **w == *preposition))
}

pub(super) fn recipient_of(hit: &Hit<'_, '_>, function: Function, nth: usize) -> Option<Found> {
    let filler = filler(hit, function, nth)?;
    let frame = hit.entry.frame;
    let tok = filler.tok;
    // "*It* was alleged that …" stands for the clause.
    if tok.lower() == "it"
        && tok
            .head()
            .is_some_and(|v| v.child(&["ccomp"]).is_some_and(|c| c.i > v.i))
    {
        return None;
    }
    // "*the bodies of nine men* were found shot": the men were.
    let of_somebody = || phrase::object_of(tok, "of").is_some_and(|o| is(o, ClassSet::HUMAN));
    if frame.name == "found" && is_body(tok) && of_somebody() {
        return None;
    }
    // "condemned it, *whoever its authors may be*": that leaves open against whom.
    let leaves_open = |c: Tok<'_>| matches!(c.lower(), "whoever" | "whatever" | "whichever");
    if function == Function::ClauseSubject
        && tok.head().is_some_and(|v| v.children().any(leaves_open))
    {
        return None;
    }
    // "inspected *to the satisfaction of* the agency": who is pleased with it.
    let how_taken = |link: Tok<'_>| {
        link.child(&["pobj"]).is_some_and(|o| {
            phrase::lemma_in(
                o,
                &[
                    "annoyance",
                    "delight",
                    "dismay",
                    "relief",
                    "satisfaction",
                    "surprise",
                ],
            )
        })
    };
    if function == Function::After("to") && how_taken(filler.at) {
        return None;
    }
    // "calls for *a special prosecutor* to look into it", "requests for *more security*": what is asked for.
    let wanted = hit.entry.kind == EventType::Request && function == Function::After("for") && {
        let new = |c: Tok<'_>| c.dep() == "det" && matches!(c.lower(), "a" | "an" | "another");
        let more = |c: Tok<'_>| matches!(c.lower(), "additional" | "extra" | "more" | "new");
        let said = matches!(&hit.body, Body::Noun(_));
        said && tok.children().any(|c| new(c) || more(c))
    };
    if wanted {
        return None;
    }
    // "his release *on bail*"
    if function == Function::After("on") && phrase::lemma_in(tok, &["bail", "bond", "parole"]) {
        return None;
    }
    // "requested *13 guards*": who is asked for, and not who is asked.
    let asked_for = hit.entry.kind == EventType::Request
        && function == Function::Object
        && matches!(hit.body, Body::Verb(_))
        && phrase::lemma_in(hit.head, &["demand", "request", "seek"])
        // "requested *the people's* cooperation": theirs to give.
        && !phrase::lemma_in(
            tok,
            &["assistance", "cooperation", "help", "patience", "support", "understanding"],
        )
        && (hit.head.child(&["ccomp", "xcomp"]).is_none()
            // "requested *additional counsellors* to help"
            || tok.children().any(|c| {
                c.dep() == "nummod" || matches!(c.lower(), "additional" | "extra" | "more")
            }));
    if asked_for {
        return None;
    }
    // "demanded a ransom of *$600,000*"
    if tok.name_label() == "MONEY" && frame.name == "speak" {
        return None;
    }
    // "blamed *it* on the factions": they are accused of it.
    if function == Function::Object && is_put_down_to(tok) {
        return None;
    }
    // "a rejection of the bill *into a movement*": only what is looked into takes part.
    if function == Function::After("into")
        && frame.name == "speak"
        && hit.entry.kind != EventType::Accuse
    {
        return None;
    }
    // "shot himself in the foot *at a stable*": where, since the verb says whom.
    let shoots_somebody = matches!(&hit.body, Body::Verb(clause)
        if hit.head.lemma() == "shoot"
            && (clause.passive || clause.object.is_some_and(|o| !is(o.tok, ClassSet::ARMS))));
    // "*A doctor* was shot at": the preposition aims at who stands before it.
    if function == Function::After("at") && shoots_somebody && tok.i > hit.head.i {
        return None;
    }
    // "sent him *to hospital* with a wound": where he is, not whose it is.
    let beside_wound = function == Function::After("to")
        && frame.bodily
        && matches!(hit.body, Body::Noun(_))
        && tok.head().and_then(Tok::head) != Some(hit.head);
    if beside_wound {
        return None;
    }
    // "shot at boats *on the river*": where, since "at" says at whom.
    let aimed_at = || {
        matches!(&hit.body, Body::Verb(clause)
        if phrase::lemma_in(hit.head, &["aim", "fire", "shoot", "throw"])
            && clause.governed_by("at").is_some_and(|f| f.at.i > hit.head.i
                && is(f.tok, ClassSet::AGENT.union(ClassSet::of(&[NounClass::Aircraft, NounClass::Vehicle])))))
    };
    if function == Function::After("on") && aimed_at() {
        return None;
    }
    // "the stoning of officers *on campus*"
    if function == Function::After("on") && has_link(hit, "of") {
        return None;
    }
    if matches!(function, Function::After("on" | "at"))
        && (is_scene_of_deed(hit, tok) || opens_with_place(hit, &filler))
    {
        return None;
    }
    // "explosions at Kalem": where, not at what; "fired missiles *at Kalem*" aims at it.
    let aimed = matches!(&hit.body, Body::Verb(clause)
        if phrase::lemma_in(hit.head, &["fire", "launch", "hurl", "lob", "throw"])
            && clause.object.is_some_and(|o| is(o.tok, ClassSet::ARMS)));
    // "lashed out *at Ruvia*"
    let scolded = frame.name == "speak" && has_link(hit, "at");
    let placed = function == Function::After("at")
        && matches!(tok.name_label(), "GPE" | "LOC")
        && !(aimed || scolded);
    // "fired missiles toward the Sea of Kalem": nobody is there.
    let at_sea = phrase::lemma_in(semantic_head(tok), &["sea", "ocean", "sky", "air"])
        || tok.name_label() == "LOC"
            && tok
                .subtree()
                .iter()
                .any(|t| matches!(t.lower(), "sea" | "ocean"));
    if at_sea && hit.entry.frame.bodily {
        return None;
    }
    let link = matches!(function, Function::After("at" | "on"));
    if placed || link && phrase::is_road(tok) {
        return None;
    }
    // "a strike in protest *at the abduction of two nurses*": what it is about.
    let about = hit.entry.kind == EventType::Protest
        && function == Function::After("at")
        && phrase::lemma_in(tok, phrase::DONE_TO);
    if about || function == Function::After("at") && is_where_people_protest(hit, tok) {
        return None;
    }
    // "a shooting of worshippers at a church": at whom is said already.
    let told = || match &hit.body {
        Body::Noun(nominal) => nominal
            .governed_by("of")
            .is_some_and(|f| may_be(f.tok, frame.recipient) && is(f.tok, ClassSet::HUMAN)),
        Body::Verb(_) => false,
    };
    if function == Function::After("at") && told() {
        return None;
    }
    // "at the request of the government": who asks, and not who is asked.
    if function == Function::After("of") && is_of_the_speaker(hit) {
        return None;
    }
    // "offered a reward *for the commander*", "a reward *of $9,000*": for his capture, and he is given nothing.
    let for_capture = hit.entry.kind == EventType::Aid
        && function != Function::After("to")
        && matches!(&hit.body, Body::Verb(clause)
            if clause.object.is_some_and(|o| phrase::lemma_in(o.tok, &["bounty", "reward"])));
    if for_capture {
        return None;
    }
    // "troops deployed *to Kalem*": where they went.
    let went = function == Function::After("to")
        && frame.name == "move"
        && phrase::lemma_in(hit.head, &["deploy", "redeploy"])
        && matches!(tok.name_label(), "GPE" | "LOC" | "FAC");
    if went {
        return None;
    }
    // "the conscription of activists *on a radio station*"
    if function == Function::After("on") && is_sending(hit.head) {
        return None;
    }
    // "the movement of *fighters*": they move.
    if function == Function::After("of") && frame.name == "move" && !is_sending(hit.head) {
        return None;
    }
    // "demanded a separate *state*", "asked for a *hospital*": what is wanted, and not of whom.
    let passive = matches!(&hit.body, Body::Verb(clause) if clause.passive);
    let wanted = hit.entry.kind == EventType::Request
        && !passive
        && matches!(function, Function::Object | Function::After("for"))
        && tok.children().any(|c| matches!(c.lower(), "a" | "an"))
        && !is(tok, ClassSet::HUMAN);
    // "demanded *a team of experts*", "demanded a job *for her*": what is to be had and who is to have it, and not who
    // is to give it.
    let benefits = hit.entry.kind == EventType::Request
        && (function == Function::After("for") || !passive && function == Function::Object)
        && phrase::lemma_in(hit.head, &["demand", "seek", "want"]);
    // "asked *for guarantees*": what is to be given, and not who is to give it.
    let given = hit.entry.kind == EventType::Request
        && function == Function::After("for")
        && phrase::lemma_in(tok, &["assurance", "guarantee", "pledge", "promise"]);
    if wanted || benefits || given {
        return None;
    }
    // "threatened on Telegram": through what, and not whom.
    if function == Function::After("on") && is_channel(tok) {
        return None;
    }
    // "a barrage of rockets": with what, and not at whom.
    let armed = is(tok, ClassSet::ARMS) && !is(tok, ClassSet::AGENT);
    if function == Function::After("of") && armed {
        return None;
    }
    // "the city's 31st homicide": where, not who was killed.
    let holds = matches!(tok.name_label(), "GPE" | "LOC") || is_place_only(tok);
    // "evacuated its staff *from Kalem*": nothing is done to the town.
    if function == Function::After("from") && hit.head.lemma() == "evacuate" && holds {
        return None;
    }
    if function == Function::Possessor && (holds && frame.bodily || deals_it_out(hit, tok)) {
        return None;
    }
    // "were airlifted *to a clinic*"
    let brought = holds || is(tok, ClassSet::of(&[NounClass::Facility]));
    if function == Function::After("to") && brought && takes_people(hit) {
        return None;
    }
    // "went off on its *own*", "on his *behalf*"
    if matches!(tok.lemma(), "own" | "behalf") {
        return None;
    }
    // "a murder charge for *the death of a monk*": for what, and not who is charged.
    let deed = ClassSet::of(&[NounClass::Event]);
    // "charged *over the deaths of two*"
    let for_deed = function == Function::After("for") && matches!(hit.body, Body::Noun(_))
        || function == Function::After("over");
    if hit.entry.kind == EventType::Accuse
        && for_deed
        && (is(tok, deed) || matches!(tok.lemma(), "death" | "killing" | "murder"))
    {
        return None;
    }
    // "charges *of larceny*": what is charged, and not who.
    if hit.entry.kind == EventType::Accuse
        && function == Function::After("of")
        && matches!(hit.head.lemma(), "charge" | "accusation" | "allegation")
        && !is(tok, ClassSet::AGENT)
        && !tok.text().starts_with(char::is_uppercase)
    {
        return None;
    }
    // "patrolled the streets of Kalem": where, and not whom.
    if function == Function::Object && hit.head.lemma() == "patrol" {
        return None;
    }
    // "services, which it suspended *in seven towns*": where, since the noun says what.
    if function == Function::After("in") && described_thing(hit).is_some() {
        return None;
    }
    // "*From Kalem*, the party's lawyer denounced it": where words are spoken, and not against whom.
    let set_off =
        |last: Tok<'_>| last.text() == "," || last.next().is_some_and(|c| c.text() == ",");
    if function == Function::After("from")
        && opens_sentence(&filler)
        && tok.subtree().last().is_some_and(|last| set_off(*last))
    {
        return None;
    }
    // "called for the withdrawal of troops *from Kalem*": where they are, and not who is asked.
    let leaves = hit.companions.iter().any(|c| {
        matches!(
            c.lemma(),
            "withdrawal" | "pullout" | "retreat" | "departure"
        )
    });
    if hit.entry.kind == EventType::Request && leaves && function == Function::After("from") {
        return None;
    }
    // "resigned *with his cabinet*", "surrendered with forty men": in whose company, and not to whom.
    let gives_up = phrase::lemma_in(hit.head, &["quit", "resign", "step", "surrender"]);
    if hit.entry.kind == EventType::Retreat && gives_up && function == Function::After("with") {
        return None;
    }
    // "fled *to Kalem*": where they are safe, and nobody to whom it is done; "blocked the road *with boulders*": with what.
    let refuge = hit.head.lemma() == "flee" && function == Function::After("to");
    let barrier = hit.head.lemma() == "block" && function == Function::After("with");
    if refuge || barrier {
        return None;
    }
    // "rejected it by 62 votes *to 41*": so many were for it.
    let counted = function == Function::After("to")
        && tok.pos() == Pos::Num
        && filler
            .at
            .prev()
            .is_some_and(|p| p.pos() == Pos::Num || p.lemma() == "vote");
    if counted {
        return None;
    }
    // "bodies with signs *of torture*": what was done, and not who was found.
    if frame.name == "found" && phrase::lemma_in(tok, phrase::DONE_TO) {
        return None;
    }
    // "a wound to his head": whose head it is.
    let body = ClassSet::of(&[NounClass::Body]);
    let part = is(tok, body) && (is_wound(hit.head) || !is(tok, ClassSet::HUMAN));
    if function == Function::After("to") && part {
        let owner = tok.child(&["poss"])?;
        return Some(Found {
            argument: argument(Role::Recipient, owner, false),
            path: format!("owner of “{}”", tok.text()),
        });
    }
    // "shot down a fighter jet", "attacked two launchers": arms are struck too.
    let wrecks = hit.entry.mode.is_some_and(|m| m.name() == "destroy")
        || matches!(hit.body, Body::Verb(_))
            && hit.entry.kind == EventType::Assault
            && is_aimed_at(hit.head, tok);
    let target = if function == Function::Modifier {
        is_target_modifier(hit, tok).then_some(tok)?
    } else if (wrecks || is_seizure(hit)) && function == Function::Object && is(tok, ClassSet::ARMS)
    {
        tok
    } else if frame.bodily {
        let lives = semantic_head(tok).lemma() == "life";
        Some(tok).filter(|t| (lives || may_be(*t, frame.recipient)) && !is_time(*t))?
    } else if may_be_named(tok, frame.recipient.union(ringed(hit))) && !is_time(tok) {
        tok
    } else {
        // "said the troops had left *their* camp": who leaves leaves what is his own.
        let own = |t: Tok<'_>| t.tag() == "PRP$" && hit.entry.kind == EventType::Retreat;
        behind(tok).filter(|t| may_be_named(*t, frame.recipient) && !own(*t))?
    };
    if matches!(target.pos(), Pos::Verb | Pos::Adp | Pos::Adv) {
        return None;
    }
    Some(Found {
        argument: argument(Role::Recipient, target, true),
        path: filler.path(),
    })
}

/// "surrounded *the base*", "a hospital encircled by troops": what forces stand around, built or not.
fn ringed(hit: &Hit<'_, '_>) -> ClassSet {
    let around = phrase::lemma_in(hit.head, &["cordon", "encircle", "surround"]);
    match around && hit.entry.kind == EventType::Mobilize {
        true => ClassSet::TARGET.union(ClassSet::of(&[NounClass::Place])),
        false => ClassSet::default(),
    }
}

/// "staged a protest *at a summit*", "a vigil *at Kalem*": where people gather, and not what they are against.
fn is_where_people_protest(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
    const GATHERINGS: [&str; 14] = [
        "ceremony",
        "concert",
        "conference",
        "event",
        "festival",
        "function",
        "funeral",
        "game",
        "match",
        "meeting",
        "parade",
        "session",
        "summit",
        "wedding",
    ];
    let named = tok.pos() == Pos::Propn && tok.child(&["det"]).is_none();
    hit.entry.kind == EventType::Protest && (named || phrase::lemma_in(tok, &GATHERINGS))
}

/// "a stabbing *on Harbour Street*", "a shooting *at a nightclub*": such deeds are done to people, so a phrase that
/// names nobody says where.
pub(super) fn is_scene_of_deed(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
    const TO_PEOPLE: &[&str] = &[
        "brawl", "fight", "homicide", "killing", "massacre", "murder", "shooting", "slaying",
        "stabbing",
    ];
    // "broke up a rally *at the university*"
    let ends_gathering = matches!(hit.body, Body::Verb(_))
        && phrase::lemma_in(hit.head, &["break", "disperse", "end"])
        && hit
            .head
            .child(&["dobj"])
            .is_some_and(|o| noun_classes(o.lemma()).has(NounClass::Event));
    if ends_gathering {
        return true;
    }
    // "an ambush *on the coast road*"
    let way = phrase::lemma_in(tok, &["highway", "motorway", "road", "route", "street"]);
    if way && matches!(hit.body, Body::Noun(_)) && phrase::lemma_in(hit.head, &["ambush", "attack"])
    {
        return true;
    }
    let at_somebody = phrase::may_be(tok, ClassSet::HUMAN) && !phrase::is_road(tok);
    let counted_ground = matches!(semantic_head(tok).lemma(), "block" | "side" | "corner");
    matches!(hit.body, Body::Noun(_))
        && phrase::lemma_in(hit.head, TO_PEOPLE)
        && (!at_somebody || counted_ground || tok.name_label() == "FAC")
}

/// "*On the far side of the river*, a man was shot": what opens the sentence of a violent deed says where.
pub(super) fn opens_with_place(hit: &Hit<'_, '_>, filler: &Filler<'_>) -> bool {
    opens_sentence(filler) && hit.entry.frame.bodily
}

fn opens_sentence(filler: &Filler<'_>) -> bool {
    let before = filler.at.prev();
    before.is_none_or(|p| p.sentence() != filler.at.sentence())
}

/// Where words are put out.
pub(super) fn is_channel(tok: Tok<'_>) -> bool {
    let channel = semantic_head(tok).lower();
    let kind = matches!(
        channel,
        "x" | "media" | "tv" | "television" | "radio" | "air" | "website" | "channel"
    );
    is_platform(channel) || kind
}

/// "evacuated *villagers* to safer ground", "*others* were airlifted to Ketra": people are brought,
/// the place gets nothing.
pub(super) fn takes_people(hit: &Hit<'_, '_>) -> bool {
    // "sent peacekeepers *to Ruvia*": for Ruvia.
    let sends = phrase::lemma_in(
        hit.head,
        &[
            "commit",
            "contribute",
            "deploy",
            "dispatch",
            "provide",
            "send",
        ],
    );
    if hit.entry.kind == EventType::Aid && sends {
        return false;
    }
    // "recalled its envoy *to Ruvia*": where that envoy is accredited.
    let accredited = ["ambassador", "consul", "envoy", "attache"];
    if hit.entry.kind == EventType::Sanction
        && matches!(&hit.body, Body::Verb(clause) if clause.object.is_some_and(|o| accredited.contains(&o.tok.lemma())))
    {
        return false;
    }
    let moves_people = phrase::lemma_in(
        hit.head,
        &[
            "evacuate", "airlift", "rescue", "bring", "take", "fly", "move",
        ],
    );
    match &hit.body {
        Body::Verb(clause) => clause.object.is_some_and(|o| {
            is(o.tok, ClassSet::HUMAN) || moves_people && may_be(o.tok, ClassSet::HUMAN)
        }),
        Body::Noun(_) => false,
    }
}

/// Whether the phrase is known to be of these classes, or is a name that may be.
pub(super) fn may_be_named(tok: Tok<'_>, wanted: ClassSet) -> bool {
    is(tok, wanted)
        || (classes(tok).is_empty()
            && (matches!(semantic_head(tok).pos(), Pos::Propn | Pos::Pron | Pos::Num)
                || is_name(semantic_head(tok))))
}

/// A name that the tagger took for a common noun.
pub(super) fn is_name(tok: Tok<'_>) -> bool {
    matches!(tok.name_label(), "PERSON" | "ORG" | "NORP")
        && tok.text().starts_with(char::is_uppercase)
}

/// "*14* dead in church attack": the number before a word for people in that state.
pub(super) fn counted_people(hit: &Hit<'_, '_>) -> Option<Found> {
    let state = matches!(
        hit.head.lower(),
        "dead" | "injured" | "wounded" | "hurt" | "missing"
    );
    let number = hit.head.child(&["nummod"]).filter(|_| state)?;
    Some(Found {
        argument: argument(Role::Recipient, number, false),
        path: format!("number before “{}”", hit.head.text()),
    })
}

/// Somebody as the recipient, if the frame takes them for one.
pub(super) fn named_recipient(hit: &Hit<'_, '_>, whom: Tok<'_>, path: String) -> Option<Found> {
    may_be_named(whom, hit.entry.frame.recipient).then(|| Found {
        argument: argument(Role::Recipient, whom, true),
        path,
    })
}

/// "the release of *six clerks*", "*Ruvia's* accounts".
pub(super) fn whose(noun: Tok<'_>) -> Option<Tok<'_>> {
    phrase::object_of(noun, "of").or_else(|| noun.child(&["poss"]))
}

/// "threatened to bomb *Ruvia*": on whom it is to be done.
pub(super) fn threatened_with_deed(hit: &Hit<'_, '_>) -> Option<Found> {
    const HARMFUL: &[&str] = &[
        "arrest",
        "attack",
        "ban",
        "behead",
        "blockade",
        "bomb",
        "burn",
        "crush",
        "deport",
        "destroy",
        "execute",
        "expel",
        "fine",
        "harm",
        "hit",
        "hurt",
        "invade",
        "jail",
        "kidnap",
        "kill",
        "occupy",
        "oust",
        "overthrow",
        "prosecute",
        "punish",
        "sanction",
        "shell",
        "shoot",
        "strike",
        "sue",
        "target",
        "topple",
    ];
    let below = match &hit.body {
        Body::Verb(clause) => clause.complement.or_else(|| hit.head.child(&["xcomp"])),
        Body::Noun(nominal) => crate::claim::trigger::noun_clause(nominal.noun),
    };
    let deed = below.filter(|_| hit.entry.kind == EventType::Threaten)?;
    // "to impose tariffs *on* Ruvia", "to cut off gas *to* it", "to retaliate *against* it"
    let through: &[&str] = match deed.lemma() {
        "impose" => &["on", "against"],
        "cut" | "halt" | "stop" | "suspend" | "withhold" => &["to"],
        "act" | "retaliate" => &["against"],
        _ => &[],
    };
    let below = Clause::of(deed);
    let linked = through.iter().find_map(|link| {
        let on_object = || phrase::object_of(below.object?.tok, link);
        let whom = below.governed_by(link).map(|f| f.tok);
        whom.or_else(on_object)
    });
    let harmed = || {
        let object = below.object.map(|o| o.tok);
        object.filter(|_| through.is_empty() && phrase::lemma_in(deed, HARMFUL))
    };
    let ended = || {
        let ends = phrase::lemma_in(
            deed,
            &[
                "break", "cut", "end", "freeze", "halt", "quit", "sever", "stop", "suspend",
            ],
        );
        partner(&below).filter(|_| ends)
    };
    // "threatened to push for *the union's* expulsion", "to seek the removal *of the judge*"
    let sent_off = || {
        let sought = below.governed_by("for").or(below.object)?.tok;
        let removal = [
            "deportation",
            "dismissal",
            "eviction",
            "expulsion",
            "ouster",
            "removal",
        ];
        whose(sought).filter(|_| phrase::lemma_in(sought, &removal))
    };
    let whom = linked.or_else(harmed).or_else(ended).or_else(sent_off)?;
    named_recipient(
        hit,
        whom,
        format!("to whom “{}” is to be done", deed.text()),
    )
}

/// "talks *with Ruvia*", "ties *with the bloc*": with whom one has what takes two.
fn partner<'d>(clause: &Clause<'d>) -> Option<Tok<'d>> {
    const TAKES_TWO: &[&str] = &[
        "alliance",
        "contact",
        "cooperation",
        "dialogue",
        "meeting",
        "negotiation",
        "relation",
        "talk",
        "tie",
        "trade",
    ];
    let shared = clause
        .object
        .filter(|o| phrase::lemma_in(o.tok, TAKES_TWO))?;
    phrase::object_of(shared.tok, "with").or_else(|| clause.governed_by("with").map(|f| f.tok))
}

/// "stopped supplying *the town* with flour", "ceased selling gas *to Ruvia*": who is left without it.
pub(super) fn left_without(hit: &Hit<'_, '_>) -> Option<Found> {
    let deed = no_longer_done(hit)?;
    let below = Clause::of(deed);
    let whom = below.governed_by("to").or(below.object)?;
    named_recipient(hit, whom.tok, format!("to whom “{}” was done", deed.text()))
}

/// "The suspects were handed over *to Danu*": who is given them.
pub(super) fn handed_to(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let hands = hit.entry.kind == EventType::Cooperate
        && phrase::lemma_in(hit.head, &["extradite", "give", "hand", "turn"]);
    let whom = clause.governed_by("to").filter(|_| hands)?;
    named_recipient(
        hit,
        whom.tok,
        format!("to whom “{}” gives", hit.head.text()),
    )
}

/// "promised to help *Ruvia* rebuild", "pledged $9m to help *it*": who is to be helped.
pub(super) fn promised_help(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let purpose = || {
        hit.head
            .children()
            .find(|c| c.dep_in(&["advcl", "xcomp"]) && c.tag() == "VB")
    };
    let help = clause
        .complement
        .or_else(purpose)
        .filter(|h| hit.entry.kind == EventType::Agree && h.lemma() == "help")?;
    // "help *Togo train doctors*": a name and a verb, or a sort of doctors.
    let may_hold_verb = |o: &Tok<'_>| {
        o.children().any(|c| {
            let next = c
                .next()
                .filter(|n| n.dep() == "compound" && n.pos() == Pos::Noun);
            c.dep() == "compound" && c.pos() == Pos::Propn && next.is_some()
        })
    };
    let object = help.child(&["dobj"]).filter(|o| !may_hold_verb(o));
    let doer = || help.child(&["ccomp"])?.child(&["nsubj"]);
    named_recipient(
        hit,
        object.or_else(doer)?,
        format!("whom “{}” is for", help.text()),
    )
}

/// "ordered the release of *six clerks*": to whom the deed in the words is done.
pub(super) fn whose_release(hit: &Hit<'_, '_>) -> Option<Found> {
    // "dropped charges *against a singer*"
    let charge = hit
        .companions
        .iter()
        .find(|c| hit.entry.kind == EventType::Retreat && phrase::lemma_in(**c, &["charge"]));
    if let Some(charge) = charge {
        let whom = phrase::object_of(*charge, "against")
            .or_else(|| phrase::object_of(hit.head, "against"))?;
        return named_recipient(
            hit,
            whom,
            format!("against whom the “{}” was", charge.text()),
        );
    }
    let judged = hit.entry.kind == EventType::Sanction;
    let deed = hit.companions.iter().copied().find(|c| {
        hit.entry.frame.name == "harm"
            && (phrase::lemma_in(*c, phrase::DONE_TO)
                // "upheld the sentence of *a poet*"
                || judged && phrase::lemma_in(*c, &["conviction", "sentence", "verdict"]))
    })?;
    let whom = whose(deed)?;
    named_recipient(hit, whom, format!("of “{}”", deed.text()))
}

/// "issued a warrant for *an officer*": who is to be arrested.
pub(super) fn wanted_by_warrant(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let warrant = hit
        .companions
        .iter()
        .copied()
        .find(|c| hit.entry.kind == EventType::Coerce && phrase::lemma_in(*c, &["warrant"]))?;
    let whom = ["for", "against"].into_iter().find_map(|link| {
        phrase::object_of(warrant, link).or_else(|| clause.governed_by(link).map(|f| f.tok))
    })?;
    // "a warrant *for the arrest of an officer*", "for *his* arrest"
    let arrested = || phrase::object_of(whom, "of").or_else(|| whom.child(&["poss"]));
    let whom = match phrase::lemma_in(whom, phrase::ARREST) {
        true => arrested()?,
        false => whom,
    };
    let somebody = is(whom, ClassSet::HUMAN) || whom.pos() == Pos::Propn || whom.pos() == Pos::Pron;
    somebody.then(|| Found {
        argument: argument(Role::Recipient, whom, true),
        path: format!("for whom the “{}” is", warrant.text()),
    })
}

/// "refused to meet *the mayor*", "declined to negotiate with *the rebels*".
pub(super) fn refused_company(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let refused = clause
        .complement
        .filter(|_| hit.entry.kind == EventType::Reject)?;
    // "refused to resume talks with *Ruvia*"
    if phrase::lemma_in(
        refused,
        &[
            "continue", "enter", "hold", "join", "open", "reopen", "restart", "resume", "start",
        ],
    ) && let Some(whom) = partner(&Clause::of(refused))
    {
        return named_recipient(hit, whom, format!("whom “{}” is about", refused.text()));
    }
    let meets = phrase::lemma_in(
        refused,
        &[
            "meet",
            "negotiate",
            "see",
            "speak",
            "talk",
            "recognise",
            "recognize",
        ],
    );
    if !meets {
        return None;
    }
    let below = Clause::of(refused);
    let with = ["with", "to"]
        .into_iter()
        .find_map(|p| below.governed_by(p));
    let whom = below.object.or(with)?;
    named_recipient(hit, whom.tok, format!("whom “{}” is about", refused.text()))
}

/// "*bus services*, which the ministry suspended": what the clause describes.
fn described_thing<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let which = hit.head.child(&["dobj"]).filter(|o| o.tag() == "WDT")?;
    let noun = clause.object.filter(|o| o.tok != which)?.tok;
    let held = hit.entry.kind == EventType::Coerce && hit.entry.frame.name == "impose";
    // "the *ban*, which it had imposed": what it does, and not to whom.
    const IMPOSED: &[&str] = &[
        "ban",
        "blockade",
        "curfew",
        "embargo",
        "lockdown",
        "measure",
        "order",
        "restriction",
        "rule",
        "sanction",
        "siege",
        "tariff",
    ];
    (held && noun.pos() == Pos::Noun && !phrase::lemma_in(noun, IMPOSED)).then_some(noun)
}

/// "banned *the party of Ruiz*", "dissolved *parliament*", "expelled *a reporter*": whom the words name is whom it befalls.
pub(super) fn struck_body(hit: &Hit<'_, '_>) -> Option<Found> {
    let by_force = matches!(hit.entry.kind, EventType::Coerce | EventType::Sanction);
    // "smashed *the windows* of a bus"
    let broken = |c: Tok<'_>| {
        hit.entry.mode.is_some_and(|m| m.name() == "destroy")
            && phrase::lemma_in(c, &["window", "door", "pane"])
    };
    let body = hit.companions.iter().copied().find(|c| {
        // "returned forty *migrants* to Kalem"
        let sent_away = hit
            .entry
            .mode
            .is_some_and(|m| matches!(m.name(), "deport" | "expel"));
        let named = by_force
            && (hit.entry.frame.name == "impose" || sent_away)
            && is(
                *c,
                ClassSet::of(&[
                    NounClass::Official,
                    NounClass::Organisation,
                    NounClass::People,
                    NounClass::Person,
                ]),
            );
        // "toppled *the government*", "summoned the *chargé d'affaires*"
        let overthrown = phrase::lemma_in(hit.head, &["overthrow", "summon", "topple"])
            && is(
                *c,
                ClassSet::of(&[NounClass::Official, NounClass::Organisation]),
            );
        // "dispersed *a sit-in*": those who take part are driven off.
        let gathering = hit.entry.mode.is_some_and(|m| m.name() == "crowd-control")
            && phrase::lemma_in(hit.head, &["break", "disperse"])
            && c.pos() == Pos::Noun;
        c.dep_in(&["dobj", "nsubjpass"]) && (named || overthrown || broken(*c) || gathering)
    });
    let body = body.or_else(|| described_thing(hit))?;
    Some(Found {
        argument: argument(Role::Recipient, body, true),
        path: format!("object of “{}”", hit.head.text()),
    })
}

/// "froze the accounts of *six officials*", "attacked *the ministry's* website", "violated *Arkania's* airspace": whose
/// they are.
pub(super) fn whose_property(hit: &Hit<'_, '_>) -> Option<Found> {
    const PROPERTY: &[&str] = &[
        "accreditation",
        "account",
        "asset",
        "computer",
        "fund",
        "homepage",
        "licence",
        "license",
        "network",
        "passport",
        "property",
        "server",
        "site",
        "system",
        "visa",
        "website",
    ];
    let done = matches!(hit.entry.kind, EventType::Coerce | EventType::Sanction);
    let object = match &hit.body {
        Body::Verb(clause) => clause.object.map(|o| o.tok),
        Body::Noun(_) => None,
    };
    let entered = hit.entry.kind == EventType::Mobilize;
    let property = hit.companions.iter().copied().chain(object).find(|c| {
        done && phrase::lemma_in(*c, PROPERTY)
            || entered && phrase::lemma_in(*c, &["airspace", "water", "zone"])
    })?;
    // "violated *Arkanian* airspace"
    let nation = || {
        let of_nation = |c: &Tok<'_>| c.dep() == "amod" && c.name_label() == "NORP";
        property.children().find(of_nation)
    };
    let owner = who_had_it_done(hit)
        .or_else(|| whose(property))
        .or_else(nation)?;
    named_recipient(hit, owner, format!("whose “{}” it is", property.text()))
}

/// "rejected a *Ruvian* proposal", "met *the rebels'* demands": whose it is.
pub(super) fn whose_offer(hit: &Hit<'_, '_>) -> Option<Found> {
    const OFFERS: &[&str] = &[
        "appeal",
        "call",
        "claim",
        "demand",
        "grievance",
        "petition",
        "invitation",
        "offer",
        "plan",
        "proposal",
        "request",
        "suggestion",
        "ultimatum",
    ];
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let object = clause.object.map(|o| o.tok);
    let offer = hit
        .companions
        .iter()
        .copied()
        .chain(object)
        .find(|o| phrase::lemma_in(*o, OFFERS))
        .filter(|_| matches!(hit.entry.kind, EventType::Reject | EventType::Concede))?;
    let nation = |c: &Tok<'_>| c.name_label() == "NORP" && c.dep_in(&["amod", "compound", "nmod"]);
    let owner = offer
        .child(&["poss"])
        .or_else(|| phrase::object_of(offer, "by"))
        .or_else(|| offer.children().find(nation))
        .filter(|o| o.name_label() == "NORP" || may_be_named(*o, hit.entry.frame.recipient))?;
    Some(Found {
        argument: argument(Role::Recipient, owner, false),
        path: format!("whose “{}” it is", offer.text()),
    })
}

pub(super) fn is_captive(tok: Tok<'_>) -> bool {
    matches!(tok.lemma(), "hostage" | "captive" | "prisoner")
}

/// "took *twelve hostages*": people, and not only as what they are taken.
pub(super) fn is_counted_captive(tok: Tok<'_>) -> bool {
    is_captive(tok)
        && tok.dep_in(&["dobj", "nsubjpass"])
        && tok.child(&["nummod", "det", "amod"]).is_some()
}

/// "*the owner* they took hostage": whom the clause describes; "took *twelve hostages*".
pub(super) fn taken_captive(hit: &Hit<'_, '_>) -> Option<Found> {
    let companions = || hit.companions.iter().copied();
    if let Some(hostages) = companions().find(|c| is_counted_captive(*c)) {
        return Some(Found {
            argument: argument(Role::Recipient, hostages, true),
            path: format!("object of “{}”", hit.head.text()),
        });
    }
    let who = hit
        .head
        .head()
        .filter(|n| hit.head.dep() == "relcl" && is(*n, ClassSet::HUMAN))?;
    companions().find(|c| is_captive(*c)).map(|c| Found {
        argument: argument(Role::Recipient, who, true),
        path: format!("who is “{}” in the clause", c.text()),
    })
}

/// "slit the throats of *three men*", "cut *his* throat".
pub(super) fn whose_throat(hit: &Hit<'_, '_>) -> Option<Found> {
    let throat = hit
        .companions
        .iter()
        .copied()
        .find(|c| c.lemma() == "throat")?;
    let owner = who_had_it_done(hit).or_else(|| whose(throat))?;
    Some(Found {
        argument: argument(Role::Recipient, owner, false),
        path: format!("whose “{}”", throat.text()),
    })
}

/// "in May", "last night": no age, whatever the layer of names makes of that.
pub(in super::super) fn is_time(tok: Tok<'_>) -> bool {
    let known = classes(tok);
    // "the 17-year-old": the layer labels an age as a time.
    known.has(NounClass::Time)
        || matches!(semantic_head(tok).name_label(), "DATE" | "TIME")
            && !known.has(NounClass::Person)
}

/// A modifier that says at whom: "checkpoint shooting", "journalist killings".
pub(super) fn is_target_modifier(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
    let people = ClassSet::of(&[NounClass::Person, NounClass::People, NounClass::Official]);
    let built = ClassSet::of(&[NounClass::Facility, NounClass::Vehicle]);
    let wanted = match (hit.entry.frame.name, hit.entry.kind) {
        // "prison executions": where they were killed, and not what was.
        ("harm", EventType::Assault) if done_to_people(hit.head) => people,
        ("harm", EventType::Assault) => people.union(built),
        // "house arrest" says where.
        ("harm", _) => people,
        _ => built,
    };
    // "house-to-house raids"
    let from_one_to_next = tok.next().is_some_and(|hyphen| hyphen.text() == "-")
        && tok
            .next()
            .and_then(Tok::next)
            .is_some_and(|to| to.lower() == "to");
    tok.dep_in(&["compound", "nmod"])
        && !from_one_to_next
        && is(tok, wanted)
        && !is(tok, ClassSet::ARMS)
        && !is_ramming(tok)
        // "the *7th Ward* shooting": where it was.
        && !phrase::is_road(tok)
}

/// "police seized *12 rifles*": arms are taken like other things.
fn is_seizure(hit: &Hit<'_, '_>) -> bool {
    hit.entry.kind == EventType::Coerce && hit.entry.mode.is_some_and(|m| m.name() == "seize")
}

/// Violence that only people suffer: "executions", "a massacre".
pub(super) fn done_to_people(word: Tok<'_>) -> bool {
    matches!(
        word.lemma(),
        "execution"
            | "killing"
            | "murder"
            | "massacre"
            | "slaying"
            | "lynching"
            | "death"
            | "torture"
            | "rape"
    )
}
