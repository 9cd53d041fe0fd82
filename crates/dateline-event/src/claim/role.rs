//! Who plays which part: a frame's functions looked up in the grammar around a trigger.

use super::clause::{self, Clause, Filler};
use super::frame::Function;
use super::implied;
use super::nominal::{self, HELD_ON_SUSPICION, Nominal, Side};
use super::phrase::{
    self, behind, classes, conjuncts, governed, is, is_hedged, may_act, may_be, semantic_head,
};
use super::trigger::{Body, Hit};
use super::{Argument, Role};
use dateline_data::{
    ClassSet, EventType, NounClass, QuadClass, is_country, is_seat_of_government, noun_classes,
};
use dateline_text::phrase::{has_auxiliary, names_none};
use dateline_text::{Coref, Pos, Tok};

/// A participant found, with the path that led to it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The participant.
    pub argument: Argument,
    /// The way through the tree, as a person would say it.
    pub path: String,
}

const CARRIERS: ClassSet =
    ClassSet::of(&[NounClass::Vehicle, NounClass::Aircraft, NounClass::Drone]);

/// Verbs by which a vehicle is driven at somebody or something.
const RAMMING: &[&str] = &[
    "ram", "drive", "plough", "plow", "crash", "steer", "smash", "fly",
];

/// The participants of a hit: actor, recipient, means. `coref` says what pronouns stand for, so that
/// a bomb called "it" is no actor.
pub fn assign(hit: &Hit<'_, '_>, coref: &Coref) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    // "raising the toll to 16": whoever raises or tells a number takes no part in what it counts.
    if crate::casualty::tells_number(hit.head) {
        return found;
    }
    let frame = hit.entry.frame;
    let (actor_functions, recipient_functions) = match hit.body {
        Body::Verb(_) => (frame.verb_actor, frame.verb_recipient),
        Body::Noun(_) => (frame.noun_actor, frame.noun_recipient),
    };
    let free = |found: &[Found], candidate: &Found| {
        let head = candidate.argument.head;
        !hit.companions
            .iter()
            .any(|c| c.i == head && !is_counted_captive(*c))
            && !found.iter().any(|f| f.argument.head == head)
    };
    // "the toll was given by the *minister*", "arson, some of *which* …": neither did it.
    let told_of = hit.head.lemma() == "toll";
    let acts = |f: &Found| {
        let named = hit.head.doc().tok(f.argument.head);
        if told_of || matches!(named.tag(), "WDT") && named.dep() == "pobj" || asks_who(named) {
            return false;
        }
        let meant = referent(hit.head.doc().tok(f.argument.head), coref);
        free(&[], f) && (meant.i == f.argument.head || may_act(meant))
    };
    let (actor_functions, recipient_functions) = match undergoes(hit) {
        true => (&[][..], &[Function::Subject][..]),
        false => (actor_functions, recipient_functions),
    };
    // "told the paper that *Ruvia* must withdraw": the duty is Ruvia's, not the paper's.
    let obliged = hit
        .pattern
        .clause
        .as_ref()
        .is_some_and(|clause| clause.obliging);
    let recipient_functions = match obliged && matches!(hit.body, Body::Verb(_)) {
        true => &[Function::ClauseSubject][..],
        false => recipient_functions,
    };
    // "clashed with *police* at a funeral"
    let clashes = frame.name == "crowd" && phrase::lemma_in(hit.head, &["clash", "scuffle"]);
    let recipient_functions = match clashes && matches!(hit.body, Body::Verb(_)) {
        true => &[Function::After("with"), Function::After("against")][..],
        false => recipient_functions,
    };
    let actor = first(hit, actor_functions, acts, actor_of)
        .or_else(|| first(hit, actor_functions, acts, document_of))
        .or_else(|| implied::actor(hit).filter(acts));
    found.extend(actor);
    let turns_back = |f: &Found| {
        let meant = referent(hit.head.doc().tok(f.argument.head), coref);
        meant.i != f.argument.head && found.iter().any(|a| coref.same(a.argument.head, meant.i))
    };
    let suffers = |f: &Found| {
        free(&found, f)
            && !goes_off(hit, f, coref)
            && !turns_back(f)
            && !asks_who(hit.head.doc().tok(f.argument.head))
    };
    let beaten = repelled(hit).map(|attack| attacker_of(attack));
    let recipient = implied::target(hit)
        .filter(suffers)
        .or_else(|| beaten.clone().flatten().filter(suffers))
        .or_else(|| {
            let open = beaten.is_none();
            open.then(|| first(hit, recipient_functions, suffers, recipient_of))?
        })
        .or_else(|| counted_people(hit).filter(suffers))
        .or_else(|| driven_off(hit).filter(suffers))
        .or_else(|| whose_throat(hit).filter(suffers))
        .or_else(|| taken_captive(hit).filter(suffers))
        .or_else(|| threatened_with_deed(hit).filter(suffers))
        .or_else(|| whose_offer(hit).filter(suffers))
        .or_else(|| whose_property(hit).filter(suffers))
        .or_else(|| whose_release(hit).filter(suffers))
        .or_else(|| wanted_by_warrant(hit).filter(suffers))
        .or_else(|| refused_company(hit).filter(suffers))
        .or_else(|| struck_body(hit))
        .or_else(|| implied::recipient(hit).filter(suffers));
    found.extend(recipient);
    add_listed(hit, &mut found);
    let by_force = hit.entry.kind.quad() == QuadClass::MaterialConflict;
    let means = if by_force {
        means(hit, coref)
    } else {
        Vec::new()
    };
    // "with a *truck* bomb": one means, and not a truck beside it.
    let within = |tok: Tok<'_>| {
        tok.dep_in(&["compound", "nmod"])
            && means.iter().any(|(whole, _)| tok.head() == Some(*whole))
    };
    for (tok, path) in means.iter().filter(|(tok, _)| !within(*tok)) {
        let (tok, path) = (*tok, path.clone());
        // "no *weapon* was recovered": what is taken is no means of taking it.
        let taken = hit.entry.kind == EventType::Coerce
            && matches!(&hit.body, Body::Verb(c) if c.object.is_some_and(|o| o.tok == tok));
        if taken {
            continue;
        }
        // "sent troops *and planes*": the planes are sent, and nothing is done with them.
        let sent = found.iter().any(|f| {
            f.argument.role == Role::Recipient
                && tok.dep() == "conj"
                && f.argument.span.contains(tok.span())
        });
        if sent {
            continue;
        }
        if !found
            .iter()
            .any(|f| f.argument.head == semantic_head(tok).i)
        {
            found.push(Found {
                argument: argument(Role::Means, tok, false),
                path,
            });
        }
    }
    found
}

/// "It is not known *who* did it", "*which one* was freed": a question names nobody.
fn asks_who(tok: Tok<'_>) -> bool {
    let interrogative = tok.tag() == "WP"
        && tok.head().is_some_and(|v| {
            v.dep() != "relcl" && tok.dep_in(&["nsubj", "nsubjpass", "dobj"]) && tok.i < v.i
        });
    let which = |c: Tok<'_>| c.dep() == "det" && matches!(c.lower(), "which" | "what" | "whose");
    interrogative || tok.children().any(which)
}

/// "*Okello* pleaded guilty", "*the firm* faces charges": courts and police act, and whoever is the
/// subject undergoes it.
fn undergoes(hit: &Hit<'_, '_>) -> bool {
    const UNDERGOING: &[&str] = &[
        "plead", "receive", "serve", "face", "get", "confess", "undergo", "stand", "confront",
        "be", "remain",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    // "*The patrol* came under fire"
    let under_fire = phrase::lemma_in(clause.verb, &["come", "be", "remain"])
        && hit.entry.kind == EventType::Assault
        && !clause.passive
        && clause.links.iter().any(|(link, _)| link.lower() == "under");
    // "*Residents* fled their homes"
    let driven_out =
        hit.entry.kind == EventType::Sanction && phrase::lemma_in(clause.verb, &["flee"]);
    // "*The bank* suffered damage"
    let damaged = hit.entry.kind == EventType::Assault
        && phrase::lemma_in(clause.verb, &["suffer", "sustain"])
        && !clause.passive
        && hit.companions.iter().any(|c| c.lemma() == "damage");
    if under_fire || driven_out || damaged {
        return true;
    }
    // "*a bus* ran over a mine", "*their vehicle* hit an explosive device"
    let onto = phrase::lemma_in(
        clause.verb,
        &["hit", "strike", "drive", "run", "step", "ride"],
    );
    let over = clause
        .links
        .iter()
        .filter(|(link, _)| matches!(link.lower(), "over" | "on" | "onto"))
        .filter_map(|(_, object)| *object);
    let mine = ClassSet::of(&[NounClass::Explosive]);
    let set_off = hit.entry.kind == EventType::Assault
        && onto
        && !clause.passive
        && over
            .chain(clause.object.map(|o| o.tok))
            .any(|o| is(o, mine));
    if set_off {
        return true;
    }
    // "*The widow* received death threats"
    let threatened = hit.entry.kind == EventType::Threaten
        && phrase::lemma_in(clause.verb, &["receive", "get", "face"]);
    if threatened && !clause.passive && !hit.companions.is_empty() {
        return true;
    }
    // "*She* was critical of the plan": who minds something does it.
    let minds = hit.entry.mode.is_some_and(|m| m.name() == "disapprove")
        && phrase::lemma_in(clause.verb, &["be", "remain"]);
    if minds {
        return false;
    }
    // "*He* went on trial"
    let tried = hit.entry.kind == EventType::Accuse && phrase::lemma_in(clause.verb, &["go"]);
    matches!(
        hit.entry.kind,
        EventType::Sanction | EventType::Coerce | EventType::Accuse
    ) && !clause.passive
        && !hit.companions.is_empty()
        && (tried
            || phrase::lemma_in(clause.verb, UNDERGOING)
            || hit.entry.kind == EventType::Accuse
                && phrase::lemma_in(clause.verb, &["deny", "contest"]))
}

/// Further members of a participant's phrase, each as a participant of its own.
fn add_listed(hit: &Hit<'_, '_>, found: &mut Vec<Found>) {
    for k in 0..found.len() {
        let (role, head) = (
            found[k].argument.role,
            hit.head.doc().tok(found[k].argument.head),
        );
        for (member, how) in phrase::listed(head) {
            let inside = found[k].argument.span.contains(member.span());
            if inside && how == "included in" || found.iter().any(|f| f.argument.head == member.i) {
                continue;
            }
            found.push(Found {
                argument: argument(role, member, false),
                path: format!("{how} “{}”", head.text()),
            });
        }
    }
}

/// What a pronoun stands for; any other word itself.
fn referent<'d>(tok: Tok<'d>, coref: &Coref) -> Tok<'d> {
    let head = semantic_head(tok);
    if head.pos() != Pos::Pron {
        return tok;
    }
    coref
        .antecedent(head.i)
        .map_or(tok, |a| tok.doc().tok(a.head))
}

/// "detonated *the device*", "*they* exploded": what goes off is the means, nobody's target.
fn goes_off(hit: &Hit<'_, '_>, found: &Found, coref: &Coref) -> bool {
    const SETTING_OFF: &[&str] = &[
        "detonate", "explode", "set", "plant", "use", "fire", "launch", "drop", "hurl", "throw",
        "lob", "lay", "place", "hide", "wield", "blow",
    ];
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let object = hit.head.doc().tok(found.argument.head);
    let meant = referent(object, coref);
    // "fired *at* the helicopter"
    let aimed_at = clause.links.iter().any(|(link, governed)| {
        matches!(link.lower(), "on" | "at" | "upon") && *governed == Some(object)
    });
    // "rammed *a car* into a crowd"
    let into = clause
        .links
        .iter()
        .any(|(link, o)| link.lower() == "into" && o.is_some());
    if into
        && phrase::lemma_in(clause.verb, RAMMING)
        && clause.object.is_some_and(|o| o.tok == object)
        && is(meant, CARRIERS)
    {
        return true;
    }
    // Nothing but explosives is detonated, whatever word the text has for them; a tunnel is blown up.
    let built = is(object, ClassSet::of(&[NounClass::Facility])) && !is(object, ClassSet::ARMS);
    if clause.verb.lemma() == "detonate" && object.name_label().is_empty() && !built {
        return true;
    }
    phrase::lemma_in(clause.verb, SETTING_OFF)
        && is(meant, ClassSet::ARMS)
        && !is(meant, ClassSet::HUMAN)
        && !aimed_at
}

type Test = fn(&Hit<'_, '_>, Function, usize) -> Option<Found>;

/// The first function that is filled by somebody who may play the part.
fn first(
    hit: &Hit<'_, '_>,
    functions: &[Function],
    admits: impl Fn(&Found) -> bool,
    test: Test,
) -> Option<Found> {
    functions
        .iter()
        .flat_map(|f| (0..3).map(move |nth| (*f, nth)))
        .filter_map(|(f, nth)| test(hit, f, nth))
        .find(admits)
}

pub(super) fn argument(role: Role, tok: Tok<'_>, coordination: bool) -> Argument {
    let span = if coordination {
        phrase::span(tok)
    } else {
        phrase::single_span(tok)
    };
    let head = semantic_head(tok);
    Argument {
        role,
        span,
        head: head.i,
        resolved: None,
        hedged: is_hedged(head) || is_hedged(tok),
    }
}

fn actor_of(hit: &Hit<'_, '_>, function: Function, nth: usize) -> Option<Found> {
    let filler = filler(hit, function, nth)?;
    let tok = filler.tok;
    if rejects_accusation(hit, function) || is_no_doer(hit, function, tok) {
        return None;
    }
    if is(tok, ClassSet::ARMS) && !is(tok, ClassSet::AGENT) {
        return None;
    }
    // "the *police* killing of a welder"; in "police killings" police may have been killed.
    let told = match &hit.body {
        Body::Noun(nominal) => nominal.governed_by("of").is_some(),
        Body::Verb(_) => true,
    };
    if function == Function::Modifier && hit.entry.frame.name == "harm" && !told {
        return None;
    }
    let actor = if function == Function::Modifier {
        names_an_agent(hit, tok).then_some(tok)?
    } else if function == Function::Possessor
        && (is_scene(hit, tok)
            || phrase::is_scene_of_strife(tok, hit.head)
            || is_shot(hit, tok)
            || hit.entry.frame.name == "harm" && !deals_it_out(hit, tok))
    {
        return None;
    } else if function == Function::After("of") {
        // "a march of farmers", not "a protest of his death"
        Some(tok).filter(|t| is(*t, ClassSet::AGENT))?
    } else {
        behind(tok)
            .filter(|a| !is_place_only(*a))
            .or_else(|| implied::doer_of(tok))
            .or_else(|| implied::sides_of(tok))
            .or_else(|| Some(tok).filter(|t| acts_as_house(hit, function, *t)))?
    };
    let words = if actor == semantic_head(tok) {
        tok
    } else {
        actor
    };
    if function == Function::Subject && is_not_alleged(hit) {
        return None;
    }
    let mut argument = argument(Role::Actor, words, true);
    argument.hedged |= function == Function::Subject && is_only_supposed(hit);
    Some(Found {
        argument,
        path: filler.path(),
    })
}

/// "rejected *accusations* that they had fired": whoever rejects them makes none.
fn rejects_accusation(hit: &Hit<'_, '_>, function: Function) -> bool {
    const ANSWERING: &[&str] = &[
        "reject", "deny", "dismiss", "face", "refute", "plead", "find",
    ];
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    function == Function::Subject
        && hit.entry.kind == EventType::Accuse
        && nominal
            .support
            .as_ref()
            .is_some_and(|s| phrase::lemma_in(s.clause.verb, ANSWERING))
}

/// Whether a word that stands where a doer does is none.
fn is_no_doer(hit: &Hit<'_, '_>, function: Function, tok: Tok<'_>) -> bool {
    let it = tok.lower() == "it";
    let above = |fits: fn(Tok<'_>) -> bool| tok.head().is_some_and(fits);
    // "a tour of *three states*": where it went.
    let land = ClassSet::of(&[NounClass::Country, NounClass::Place, NounClass::Facility]);
    let toured = function == Function::After("of") && hit.head.lemma() == "tour" && is(tok, land);
    // "was cleaning a rifle when *it* went off, hitting her": what goes off is no actor.
    let went_off =
        it && above(|v| v.lemma() == "go" && v.child(&["prt"]).is_some_and(|p| p.lower() == "off"));
    // "*let's* bring him to justice": the parser's part of a word.
    let part = matches!(tok.text(), "'s" | "’s");
    // "took the child *by force*": how, and not who.
    let how = tok.lower() == "force" && tok.children().next().is_none();
    // "No group has said *it* carried out the bombing": nobody did, as far as is said.
    let of_nobody = matches!(tok.lower(), "it" | "he" | "she" | "they")
        && above(|v| {
            v.dep() == "ccomp"
                && v.head()
                    .and_then(|says| says.child(&["nsubj"]))
                    .is_some_and(is_nobody)
        });
    // "makes *it* difficult to blame them": nobody is named.
    let described = it && above(|v| v.pos() == Pos::Adj);
    toured || went_off || part || how || of_nobody || described
}

/// "*the brewery* sued the town", "*the airport* banned them": a house speaks and decides as those who run it.
fn acts_as_house(hit: &Hit<'_, '_>, function: Function, tok: Tok<'_>) -> bool {
    let decides = matches!(hit.entry.frame.name, "speak" | "support" | "impose");
    let head = semantic_head(tok);
    function == Function::Subject
        && decides
        && matches!(&hit.body, Body::Verb(clause) if !clause.passive)
        && is(head, ClassSet::of(&[NounClass::Facility]))
        && head.name_label().is_empty()
}

/// "is *not accused of* joining in that ambush": the attack stands, nobody says that he did it.
fn is_not_alleged(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let charge = nominal
        .support
        .as_ref()
        .map(|s| s.clause.verb)
        .filter(|v| v.dep() == "pcomp")
        .and_then(|v| v.head()?.head());
    charge.is_some_and(|verb| verb.child(&["neg"]).is_some())
}

/// "whether the guards *were involved in* the killing", "may have taken part in it", "is *wanted for* it": the
/// killing stands, who did it is what is asked.
fn is_only_supposed(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let supposed = |c: Tok<'_>| match c.dep() {
        "aux" => matches!(c.lower(), "may" | "might" | "could"),
        "mark" => matches!(c.lower(), "whether" | "if"),
        _ => false,
    };
    nominal.support.as_ref().is_some_and(|s| {
        phrase::lemma_in(s.clause.verb, HELD_ON_SUSPICION) || s.clause.verb.children().any(supposed)
    })
}

/// "*Peru*'s protests", "*Ireland*'s conflict": the country in which, not who.
fn is_scene(hit: &Hit<'_, '_>, owner: Tok<'_>) -> bool {
    matches!(hit.entry.frame.name, "crowd" | "fight") && matches!(owner.name_label(), "GPE" | "LOC")
}

/// "the *woman*'s fatal shooting": whoever is no police and no gunman was shot.
pub(super) fn is_shot(hit: &Hit<'_, '_>, owner: Tok<'_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let known = classes(owner);
    let shoots = known.has(NounClass::Armed)
        || known.has(NounClass::Police)
        || known.has(NounClass::Country)
        || known.has(NounClass::Organisation);
    let at_whom = ["of", "at", "on"]
        .iter()
        .any(|link| nominal.governed_by(link).is_some());
    let person = known.has(NounClass::Person) || owner.name_label() == "PERSON";
    hit.head.lemma() == "shooting" && person && !shoots && !at_whom
}

/// "the militia's *massacres*", "the regime's *torture* of prisoners": armed bodies and states deal such deeds out, a
/// single deed may have been done to one of theirs.
fn deals_it_out(hit: &Hit<'_, '_>, owner: Tok<'_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let force = ClassSet::of(&[
        NounClass::Armed,
        NounClass::Police,
        NounClass::Organisation,
        NounClass::Country,
    ]);
    // "Arkania's occupation *of Kalem*", "the militia's seizure *of a dam*"
    let suffers = ClassSet::HUMAN.union(ClassSet::of(&[
        NounClass::Country,
        NounClass::Facility,
        NounClass::Organisation,
        NounClass::Place,
        NounClass::Vehicle,
    ]));
    let done_to = nominal
        .own_governed_by("of")
        .is_some_and(|f| is(f.tok, suffers));
    hit.entry.frame.name == "harm"
        && (hit.head.tag() == "NNS" || done_to)
        && (is(owner, force) || done_to && is(owner, ClassSet::AGENT))
}

/// "the letter voiced support": a writing stands for whoever issued it.
fn document_of(hit: &Hit<'_, '_>, function: Function, nth: usize) -> Option<Found> {
    use QuadClass::{VerbalConflict, VerbalCooperation};
    let filler = filler(hit, function, nth)?;
    let verbal = matches!(hit.entry.kind.quad(), VerbalCooperation | VerbalConflict);
    let writing =
        classes(filler.tok).has(NounClass::Document) && filler.tok.dep_in(&["nsubj", "pobj"]);
    (verbal && writing).then(|| Found {
        argument: argument(Role::Actor, filler.tok, true),
        path: filler.path(),
    })
}

fn recipient_of(hit: &Hit<'_, '_>, function: Function, nth: usize) -> Option<Found> {
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
    // "the stoning of officers *on campus*"
    let of_whom = hit
        .pattern
        .links
        .iter()
        .any(|l| l.words.iter().any(|w| **w == *"of"));
    if function == Function::After("on") && of_whom {
        return None;
    }
    if matches!(function, Function::After("on" | "at"))
        && (is_scene_of_deed(hit, tok) || opens_with_place(hit, &filler))
    {
        return None;
    }
    // "explosions at Kalem Road": where, not at what.
    let placed = function == Function::After("at") && matches!(tok.name_label(), "GPE" | "LOC");
    let link = matches!(function, Function::After("at" | "on"));
    if placed || link && phrase::is_road(tok) {
        return None;
    }
    // "staged a protest *at a summit*": where people gather, and not what they are against.
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
    if function == Function::After("at")
        && hit.entry.kind == EventType::Protest
        && phrase::lemma_in(tok, &GATHERINGS)
    {
        return None;
    }
    // "a vigil *at Kalem*": a name says where it is.
    if function == Function::After("at")
        && hit.entry.kind == EventType::Protest
        && tok.pos() == Pos::Propn
        && tok.child(&["det"]).is_none()
    {
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
    if function == Function::After("of") && asks_itself(hit) {
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
    if wanted || benefits {
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
    if hit.entry.kind == EventType::Accuse
        && function == Function::After("for")
        && matches!(hit.body, Body::Noun(_))
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
    } else if wrecks && function == Function::Object && is(tok, ClassSet::ARMS) {
        tok
    } else if frame.bodily {
        let lives = semantic_head(tok).lemma() == "life";
        Some(tok).filter(|t| (lives || may_be(*t, frame.recipient)) && !is_time(*t))?
    } else if may_be_named(tok, frame.recipient) && !is_time(tok) {
        tok
    } else {
        behind(tok).filter(|t| may_be_named(*t, frame.recipient))?
    };
    if matches!(target.pos(), Pos::Verb | Pos::Adp | Pos::Adv) {
        return None;
    }
    Some(Found {
        argument: argument(Role::Recipient, target, true),
        path: filler.path(),
    })
}

/// "a stabbing *on Harbour Street*", "a shooting *at a nightclub*": such deeds are done to people, so a phrase that
/// names nobody says where.
fn is_scene_of_deed(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
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
    let at_somebody = phrase::may_be(tok, ClassSet::HUMAN) && !phrase::is_road(tok);
    let counted_ground = matches!(semantic_head(tok).lemma(), "block" | "side" | "corner");
    matches!(hit.body, Body::Noun(_))
        && phrase::lemma_in(hit.head, TO_PEOPLE)
        && (!at_somebody || counted_ground || tok.name_label() == "FAC")
}

/// "*On the far side of the river*, a man was shot": what opens the sentence of a violent deed says where.
fn opens_with_place(hit: &Hit<'_, '_>, filler: &Filler<'_>) -> bool {
    let opens = filler
        .at
        .prev()
        .is_none_or(|p| p.sentence() != filler.at.sentence());
    opens && hit.entry.frame.bodily
}

/// "In May *on the outskirts* the army began an assault on rebels": what stands before an active verb's subject says
/// where, and not on what.
fn stands_before_subject(clause: &Clause<'_>, link: Tok<'_>) -> bool {
    matches!(link.lower(), "on" | "at")
        && link.head() == Some(clause.verb)
        && !clause.passive
        && clause.subject.is_some_and(|s| link.i < s.tok.i)
}

/// "*at the request* of somebody".
pub(super) fn asks_itself(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let carrier = nominal.carrier;
    let at = carrier.head().is_some_and(|link| link.lower() == "at");
    hit.entry.kind == EventType::Request && carrier.dep() == "pobj" && at
}

/// Where words are put out.
fn is_channel(tok: Tok<'_>) -> bool {
    matches!(
        semantic_head(tok).lower(),
        "telegram"
            | "twitter"
            | "x"
            | "facebook"
            | "whatsapp"
            | "instagram"
            | "youtube"
            | "tiktok"
            | "weibo"
            | "media"
            | "tv"
            | "television"
            | "radio"
            | "air"
            | "website"
            | "channel"
    )
}

/// "evacuated *villagers* to safer ground", "*others* were airlifted to Ketra": people are brought,
/// the place gets nothing.
fn takes_people(hit: &Hit<'_, '_>) -> bool {
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
fn may_be_named(tok: Tok<'_>, wanted: ClassSet) -> bool {
    is(tok, wanted)
        || (classes(tok).is_empty()
            && (matches!(semantic_head(tok).pos(), Pos::Propn | Pos::Pron | Pos::Num)
                || is_name(semantic_head(tok))))
}

/// A name that the tagger took for a common noun.
fn is_name(tok: Tok<'_>) -> bool {
    matches!(tok.name_label(), "PERSON" | "ORG" | "NORP")
        && tok.text().starts_with(char::is_uppercase)
}

/// What can be beaten off.
const ASSAULTS: &[&str] = &[
    "advance",
    "assault",
    "attack",
    "counter-attack",
    "counter-offensive",
    "counterattack",
    "counteroffensive",
    "incursion",
    "invasion",
    "offensive",
    "onslaught",
    "push",
    "raid",
    "thrust",
];

/// "*repelled* an attack by rebels": the attack that is beaten off.
pub(super) fn repelled<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let attack = clause.object.map(|o| o.tok)?;
    let beats_off = phrase::lemma_in(clause.verb, &["repel", "repulse", "foil", "thwart"]);
    // "crushed a revolt" falls upon its people, "crushed an offensive" beats it off.
    let beaten = phrase::lemma_in(clause.verb, &["crush", "smash", "rebuff", "beat", "fend"])
        && phrase::lemma_in(attack, ASSAULTS);
    let event = is(attack, ClassSet::of(&[NounClass::Event]));
    (beats_off && event || beaten).then(|| semantic_head(attack))
}

/// "*14* dead in church attack": the number before a word for people in that state.
fn counted_people(hit: &Hit<'_, '_>) -> Option<Found> {
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
fn named_recipient(hit: &Hit<'_, '_>, whom: Tok<'_>, path: String) -> Option<Found> {
    may_be_named(whom, hit.entry.frame.recipient).then(|| Found {
        argument: argument(Role::Recipient, whom, true),
        path,
    })
}

/// "the release of *six clerks*", "*Ruvia's* accounts".
fn whose(noun: Tok<'_>) -> Option<Tok<'_>> {
    phrase::object_of(noun, "of").or_else(|| noun.child(&["poss"]))
}

/// "threatened to bomb *Ruvia*": on whom it is to be done.
fn threatened_with_deed(hit: &Hit<'_, '_>) -> Option<Found> {
    const HARMFUL: &[&str] = &[
        "arrest",
        "attack",
        "ban",
        "behead",
        "blockade",
        "bomb",
        "burn",
        "deport",
        "destroy",
        "execute",
        "expel",
        "fine",
        "harm",
        "hit",
        "hurt",
        "impose",
        "invade",
        "jail",
        "kidnap",
        "kill",
        "occupy",
        "prosecute",
        "punish",
        "sanction",
        "shell",
        "shoot",
        "strike",
        "sue",
        "target",
    ];
    let below = match &hit.body {
        Body::Verb(clause) => clause.complement.or_else(|| hit.head.child(&["xcomp"])),
        Body::Noun(nominal) => super::trigger::noun_clause(nominal.noun),
    };
    let deed =
        below.filter(|v| phrase::lemma_in(*v, HARMFUL) && hit.entry.kind == EventType::Threaten)?;
    let below = Clause::of(deed);
    let on = || below.governed_by("on").filter(|_| deed.lemma() == "impose");
    let whom = on().or(below.object.filter(|_| deed.lemma() != "impose"))?;
    named_recipient(
        hit,
        whom.tok,
        format!("to whom “{}” is to be done", deed.text()),
    )
}

/// "ordered the release of *six clerks*": to whom the deed in the words is done.
fn whose_release(hit: &Hit<'_, '_>) -> Option<Found> {
    let deed = hit
        .companions
        .iter()
        .copied()
        .find(|c| hit.entry.frame.name == "harm" && phrase::lemma_in(*c, phrase::DONE_TO))?;
    let whom = whose(deed)?;
    named_recipient(hit, whom, format!("of “{}”", deed.text()))
}

/// "issued a warrant for *an officer*": who is to be arrested.
fn wanted_by_warrant(hit: &Hit<'_, '_>) -> Option<Found> {
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
    is(whom, ClassSet::HUMAN).then(|| Found {
        argument: argument(Role::Recipient, whom, true),
        path: format!("for whom the “{}” is", warrant.text()),
    })
}

/// "refused to meet *the mayor*", "declined to negotiate with *the rebels*".
fn refused_company(hit: &Hit<'_, '_>) -> Option<Found> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let meets = clause.complement.filter(|v| {
        hit.entry.kind == EventType::Reject
            && phrase::lemma_in(
                *v,
                &[
                    "meet",
                    "negotiate",
                    "see",
                    "speak",
                    "talk",
                    "recognise",
                    "recognize",
                ],
            )
    })?;
    let below = Clause::of(meets);
    let with = ["with", "to"]
        .into_iter()
        .find_map(|p| below.governed_by(p));
    let whom = below.object.or(with)?;
    named_recipient(hit, whom.tok, format!("whom “{}” is about", meets.text()))
}

/// "banned *the party of Ruiz*", "dissolved *parliament*", "expelled *a reporter*": whom the words name is whom it befalls.
fn struck_body(hit: &Hit<'_, '_>) -> Option<Found> {
    let by_force = matches!(hit.entry.kind, EventType::Coerce | EventType::Sanction);
    let body = hit.companions.iter().copied().find(|c| {
        by_force
            && hit.entry.frame.name == "impose"
            && c.dep_in(&["dobj", "nsubjpass"])
            && is(
                *c,
                ClassSet::of(&[NounClass::Organisation, NounClass::Person]),
            )
    })?;
    Some(Found {
        argument: argument(Role::Recipient, body, true),
        path: format!("object of “{}”", hit.head.text()),
    })
}

/// "froze the accounts of *six officials*", "attacked *the ministry's* website": whose they are.
fn whose_property(hit: &Hit<'_, '_>) -> Option<Found> {
    const PROPERTY: &[&str] = &[
        "account", "asset", "computer", "fund", "homepage", "licence", "license", "network",
        "passport", "property", "server", "site", "system", "visa", "website",
    ];
    let done = matches!(hit.entry.kind, EventType::Coerce | EventType::Sanction);
    let object = match &hit.body {
        Body::Verb(clause) => clause.object.map(|o| o.tok),
        Body::Noun(_) => None,
    };
    let property = hit
        .companions
        .iter()
        .copied()
        .chain(object)
        .find(|c| done && phrase::lemma_in(*c, PROPERTY))?;
    let owner = who_had_it_done(hit).or_else(|| whose(property))?;
    named_recipient(hit, owner, format!("whose “{}” it is", property.text()))
}

/// "rejected a *Ruvian* proposal", "met *the rebels'* demands": whose it is.
fn whose_offer(hit: &Hit<'_, '_>) -> Option<Found> {
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

fn is_captive(tok: Tok<'_>) -> bool {
    matches!(tok.lemma(), "hostage" | "captive" | "prisoner")
}

/// "took *twelve hostages*": people, and not only as what they are taken.
fn is_counted_captive(tok: Tok<'_>) -> bool {
    is_captive(tok)
        && tok.dep_in(&["dobj", "nsubjpass"])
        && tok.child(&["nummod", "det", "amod"]).is_some()
}

/// "*the owner* they took hostage": whom the clause describes; "took *twelve hostages*".
fn taken_captive(hit: &Hit<'_, '_>) -> Option<Found> {
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

/// "*Reporters* had their passports seized", "*two men* had their throats slit".
fn who_had_it_done<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let had = hit.head.head()?;
    let done = had.lemma() == "have" && hit.head.dep() == "ccomp";
    had.child(&["nsubj"]).filter(|_| done)
}

/// "slit the throats of *three men*", "cut *his* throat".
fn whose_throat(hit: &Hit<'_, '_>) -> Option<Found> {
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

/// Whoever did the attack that this noun names.
fn attacker_of(attack: Tok<'_>) -> Option<Found> {
    let nominal = Nominal::of(attack);
    let by = nominal.governed_by("by").map(|f| (f.tok, "after “by” at"));
    let owner = nominal.possessor.map(|p| (p, "possessor of"));
    let before = || {
        let mut agents = nominal
            .modifiers
            .iter()
            .filter(|m| is_agent_before(attack, **m));
        agents.next_back().map(|m| (*m, "modifier of"))
    };
    let (tok, how) = by.or(owner).or_else(before)?;
    may_act(tok).then(|| Found {
        argument: argument(Role::Recipient, tok, true),
        path: format!("{how} “{}”", attack.text()),
    })
}

/// "fought back, forcing *the rebels* to flee", "fired tear gas to disperse *a crowd*": whom the act drives is whom it is done to.
fn driven_off(hit: &Hit<'_, '_>) -> Option<Found> {
    const DRIVE: &[&str] = &[
        "compel", "disperse", "drive", "force", "prompt", "push", "scatter",
    ];
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    if hit.entry.kind != EventType::Assault {
        return None;
    }
    let result = clause.verb.children().find(|c| {
        let purpose = c.tag() == "VB" && c.dep_in(&["advcl", "xcomp"]);
        let outcome = c.tag() == "VBG" && c.dep() == "advcl";
        (purpose || outcome) && phrase::lemma_in(*c, DRIVE)
    })?;
    let object = Clause::of(result)
        .object
        .filter(|o| is(o.tok, ClassSet::AGENT))?;
    Some(Found {
        argument: argument(Role::Recipient, object.tok, true),
        path: object.path(),
    })
}

fn is_time(tok: Tok<'_>) -> bool {
    let known = classes(tok);
    // "the 17-year-old": the layer labels an age as a time.
    known.has(NounClass::Time)
        || matches!(semantic_head(tok).name_label(), "DATE" | "TIME")
            && !known.has(NounClass::Person)
}

/// A phrase that is a place and nothing that could act: a street, a region.
pub(super) fn is_place_only(tok: Tok<'_>) -> bool {
    let known = classes(tok);
    !known.is_empty() && !known.meets(ClassSet::AGENT)
}

/// A modifier that says who: "ISIS attacks", "a US strike", "police shooting"; not "the Mandera
/// attack", where a town says where.
fn names_an_agent(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
    is_agent_before(hit.head, tok)
}

/// Whether `tok`, before the event noun `event`, says who did it.
pub(crate) fn is_agent_before(event: Tok<'_>, tok: Tok<'_>) -> bool {
    // "the Rolando bombing", "the Utøya shooting", "the Kalem firing": a name there is what was hit.
    const DONE_TO: &[&str] = &[
        "bombing",
        "firing",
        "shooting",
        "explosion",
        "blast",
        "killing",
        "siege",
        "massacre",
        "carnage",
        "pogrom",
        "bloodbath",
    ];
    const BREAKS_OUT: &[&str] = &[
        "carnage",
        "pogrom",
        "bloodbath",
        "blast",
        "explosion",
        "shooting",
        "massacre",
        "siege",
        "stabbing",
        "protest",
        "riot",
        "unrest",
        "clash",
        "fighting",
        "violence",
        "war",
        "conflict",
        "rally",
        "demonstration",
        "killing",
        "murder",
        "kidnapping",
        "coup",
        "insurgency",
        "uprising",
    ];
    // "the Kabul attack" is told of the town, "the Kabul sanctions" of the government.
    const IN_A_TOWN: &[&str] = &[
        "attack",
        "raid",
        "bombing",
        "bomb",
        "strike",
        "airstrike",
        "shelling",
        "arrest",
        "march",
    ];
    match tok.name_label() {
        _ if !tok.text().contains(char::is_alphanumeric) => false,
        // What faith it is done for names nobody, nor does what it is against: "anti-*French* riots".
        _ if matches!(tok.lower(), "islamic" | "anti" | "pro")
            || phrase::is_stood_for_or_against(tok) =>
        {
            false
        }
        "PERSON" | "ORG" | "" if tok.pos() == Pos::Propn && phrase::lemma_in(event, DONE_TO) => {
            false
        }
        // "the *Lebanese* civil war": whose war it was is not who waged it.
        _ if phrase::is_scene_of_strife(tok, event) => false,
        // "the Moreno investigation": who is looked into.
        "PERSON" | ""
            if tok.pos() == Pos::Propn
                && phrase::lemma_in(event, &["inquiry", "investigation", "probe"]) =>
        {
            false
        }
        // "the Comet Nightclub attack"
        "ORG" | "" if tok.pos() == Pos::Propn && names_building(tok) => false,
        "PERSON" | "ORG" | "NORP" | "" if tok.pos() == Pos::Propn || tok.name_label() == "NORP" => {
            !is_said_as_place(tok)
        }
        // "the Mali *mosque* attack": beside what was hit, a country says where.
        "GPE"
            if event.children().any(|c| {
                c.i > tok.i && c.dep() == "compound" && is(c, ClassSet::of(&[NounClass::Facility]))
            }) =>
        {
            false
        }
        // "the Kalem blast", "Mali protests": what breaks out or goes off there.
        "GPE" if phrase::lemma_in(event, BREAKS_OUT) => false,
        "GPE" => {
            let name = tok
                .name()
                .map_or("", |n| tok.doc().name_span(n).slice(tok.doc().text()));
            let seat = is_seat_of_government(name) && !phrase::lemma_in(event, IN_A_TOWN);
            seat || is_country(name) && !is_scene_of_article(tok)
        }
        _ => {
            let rebel = matches!(
                tok.lower(),
                "rebel" | "guerrilla" | "guerilla" | "insurgent" | "separatist" | "jihadist"
            );
            // "a house *party* shooting"
            let feast = tok.lower() == "party" && phrase::lemma_in(event, DONE_TO);
            !feast
                && (tok.dep_in(&["compound", "nmod"])
                    || rebel && tok.dep() == "amod"
                    || event.head() == Some(tok))
                && is(
                    tok,
                    ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Organisation]),
                )
                && !is(tok, ClassSet::of(&[NounClass::Facility]))
                && !is(tok, ClassSet::ARMS)
        }
    }
}

/// Whether a name ends in a word for what is built, and for nobody: a nightclub, a mall, not a church or a bank.
fn names_building(name: Tok<'_>) -> bool {
    let known = noun_classes(name.lower());
    known.has(NounClass::Facility) && !known.has(NounClass::Organisation)
}

/// "*Sudan* drone strike": whether the article speaks of this country only as where things happen
/// ("in Sudan", "the Sudanese city"), never as somebody who acts ("Sudan said", "Sudanese forces").
fn is_scene_of_article(country: Tok<'_>) -> bool {
    let name = country.lower();
    // The adjective begins like the name: Sudanese, Malian.
    let stem: String = name.chars().take(4).collect();
    let meant = |t: &Tok<'_>| {
        t.i != country.i
            && (t.lower() == name
                || t.pos() == Pos::Adj && stem.len() >= 4 && t.lower().starts_with(&stem))
    };
    let mut scene = false;
    let whole = |t: &Tok<'_>| t.name().is_none_or(|n| n.end - n.first == 1);
    for tok in country.doc().toks().filter(meant).filter(whole) {
        let Some(head) = tok.head() else { continue };
        let modifies = tok.dep_in(&["amod", "compound", "nmod", "poss"]);
        let actor = ClassSet::of(&[
            NounClass::Armed,
            NounClass::Police,
            NounClass::Official,
            NounClass::Organisation,
        ]);
        if tok.dep_in(&["nsubj", "agent"]) || modifies && is(head, actor) {
            return false;
        }
        let inside = tok.dep() == "pobj" && matches!(head.lower(), "in" | "across" | "inside");
        scene |= inside || modifies && is(head, ClassSet::of(&[NounClass::Place]));
    }
    scene
}

/// Whether the text elsewhere says "in X" of this name.
fn is_said_as_place(tok: Tok<'_>) -> bool {
    tok.doc().toks().any(|t| {
        t.text() == tok.text()
            && t.dep() == "pobj"
            && t.head()
                .is_some_and(|p| matches!(p.lower(), "in" | "near" | "at" | "outside" | "around"))
    })
}

/// A modifier that says at whom: "checkpoint shooting", "journalist killings".
fn is_target_modifier(hit: &Hit<'_, '_>, tok: Tok<'_>) -> bool {
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
}

/// Violence that only people suffer: "executions", "a massacre".
fn done_to_people(word: Tok<'_>) -> bool {
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

/// "a *van* attack", "*truck* bombing": vehicles that an attacker drives alone.
fn is_ramming(tok: Tok<'_>) -> bool {
    const DRIVEN: &[&str] = &[
        "car",
        "van",
        "truck",
        "lorry",
        "vehicle",
        "motorcycle",
        "motorbike",
        "bike",
        "suv",
        "pickup",
        "tractor",
        "scooter",
        "minivan",
        "jeep",
    ];
    DRIVEN.contains(&tok.lemma())
}

/// What fills a function; `nth` tells fillers of one function apart (several modifiers).
fn filler<'d>(hit: &Hit<'d, '_>, function: Function, nth: usize) -> Option<Filler<'d>> {
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
                // "alleged that villagers were attacked *by* cadres": the doer is accused, not who suffered.
                let suffers =
                    hit.entry.kind == EventType::Accuse && below.child(&["nsubjpass"]).is_some();
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
            Function::After(preposition) => clause
                .governed_by(preposition)
                .filter(|f| !stands_before_subject(clause, f.at))
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
                    near.filter(|n| !is_judged_deed(hit, *n, preposition))
                        .flat_map(clause::links)
                        .filter(|(l, _)| l.lower() == preposition)
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
                // "called for Arkania's surrender": not who calls.
                let asked =
                    hit.entry.kind == EventType::Request && implied::is_asked_for(*companion);
                // "charged in *her* murder": who died accuses nobody.
                let charged = hit.entry.kind == EventType::Accuse && companion.dep() == "pobj";
                // "*their* demands were met": others met them.
                let answered = clause.passive
                    && matches!(hit.entry.kind, EventType::Reject | EventType::Concede);
                (!asked && !charged && !answered).then_some(Filler {
                    tok,
                    how: "possessor of",
                    at: *companion,
                })
            }),
            Function::Within(preposition) => within(hit, clause, preposition),
            Function::Modifier => None,
        },
        // Who is hurt in a protest is not whom it is against.
        Body::Noun(nominal)
            if function == Function::Object
                && hit.entry.kind == EventType::Protest
                && nominal
                    .support
                    .as_ref()
                    .is_some_and(|s| is_hurting(s.clause.verb)) =>
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
        !asks(f.tok) && !is_reciprocal(f.tok) && !is_nobody(f.tok) && !is_bare_number(f.tok)
    })
    .filter(|f| {
        phrase::is_nominal(f.tok)
            || f.tok.pos() == Pos::Adj
            || f.tok.pos() == Pos::Det
            || function == Function::Modifier
    })
}

/// "condemned the *shelling* of the town", "the *attack* on it": to whom a deed was done is not whom somebody
/// condemns, praises or asks.
fn is_judged_deed(hit: &Hit<'_, '_>, noun: Tok<'_>, preposition: &str) -> bool {
    let judges = matches!(
        hit.entry.kind,
        EventType::Accuse | EventType::Support | EventType::Request
    );
    let at_somebody = matches!(preposition, "on" | "against" | "at")
        && is(noun, ClassSet::of(&[NounClass::Event]))
        && !phrase::lemma_in(noun, &["pressure", "sanction"]);
    judges && (at_somebody || preposition == "of" && phrase::lemma_in(noun, phrase::DONE_TO))
}

fn is_hurting(verb: Tok<'_>) -> bool {
    phrase::lemma_in(
        verb,
        &["kill", "wound", "injure", "die", "hit", "perish", "hurt"],
    )
}

fn is_wound(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "wound" | "injury" | "burn" | "bruise" | "fracture"
    )
}

fn bears(verb: Tok<'_>) -> bool {
    phrase::lemma_in(verb, &["have", "bear", "carry", "show", "get"])
}

/// "not clear *who* did it": asks for somebody and names nobody. A relative pronoun never fills a
/// part itself, its antecedent does.
fn asks(tok: Tok<'_>) -> bool {
    tok.tag() == "WDT" || tok.tag() == "WP" && matches!(tok.text(), "who" | "whom" | "Who" | "Whom")
}

/// "*no group* has claimed it", "*nobody* was hurt": says that there is no such participant.
pub(super) fn is_nobody(tok: Tok<'_>) -> bool {
    let head = semantic_head(tok);
    tok.lower() == "no" || head.lower() == "no" || names_none(tok) || names_none(head)
}

/// "brought to 31 *the number* killed": stands for nobody.
fn is_bare_number(tok: Tok<'_>) -> bool {
    matches!(semantic_head(tok).lower(), "number" | "total" | "tally")
}

/// "attacked *each other*", "one *another*": names nobody who is not named already.
fn is_reciprocal(tok: Tok<'_>) -> bool {
    let before = |word: &str| tok.prev().is_some_and(|p| p.lower() == word);
    (tok.lower() == "other" && before("each")) || (tok.lower() == "another" && before("one"))
}

fn noun_filler<'d>(nominal: &Nominal<'d>, function: Function, nth: usize) -> Option<Filler<'d>> {
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
            let below = super::trigger::noun_clause(nominal.noun)?;
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
fn only_sees(filler: &Filler<'_>) -> bool {
    let sees = matches!(filler.at.lemma(), "see" | "witness" | "experience");
    let scene = matches!(filler.tok.name_label(), "GPE" | "LOC" | "DATE")
        || is(
            filler.tok,
            ClassSet::of(&[NounClass::Place, NounClass::Time, NounClass::Country]),
        );
    sees && scene
}

/// "the killing and *wounding* of guards": coordinated nouns share what follows either of them.
fn shared_link<'d>(noun: Tok<'d>, preposition: &str) -> Option<Filler<'d>> {
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
fn within<'d>(hit: &Hit<'d, '_>, clause: &Clause<'d>, preposition: &str) -> Option<Filler<'d>> {
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
fn is_aimed_at(verb: Tok<'_>, object: Tok<'_>) -> bool {
    const AIMING: &[&str] = &[
        "attack", "assault", "bomb", "bombard", "strike", "hit", "target", "pound", "raid",
        "ambush", "shell", "strafe", "storm", "engage",
    ];
    phrase::lemma_in(verb, AIMING) && !is(object, ClassSet::of(&[NounClass::Explosive]))
}

/// Weapons and vehicles: where they stand as object, companion, modifier, subject or after a
/// preposition of means.
fn means<'d>(hit: &Hit<'d, '_>, coref: &Coref) -> Vec<(Tok<'d>, String)> {
    let mut found = Vec::new();
    match &hit.body {
        Body::Verb(clause) => {
            // "sustained *bullet* injuries"
            let hurt = hit
                .companions
                .iter()
                .filter(|c| matches!(c.lemma(), "injury" | "wound"));
            for word in hurt.flat_map(|c| c.children()) {
                if word.dep() == "compound" && is(word, ClassSet::ARMS) {
                    found.push((word, "what the wounds are of".to_owned()));
                }
            }
            // "set on *fire*", "opened *fire*" name a state or an act, "small arms *fire*" a weapon; who was found
            // *shot* was found so.
            let in_state = |c: &&Tok<'_>| {
                c.lower() == "fire" && c.child(&["compound", "amod", "nmod"]).is_none()
                    || c.lower() == "shot" && phrase::lemma_in(hit.head, &["find"])
            };
            for companion in hit.companions.iter().filter(|c| !in_state(c)) {
                add_arms(&mut found, *companion, "fixed companion", ClassSet::ARMS);
            }
            // "shot down a drone", "attacked the launcher": what is harmed is no means of it.
            let used = hit.entry.frame.name != "harm" && hit.entry.kind != EventType::Coerce;
            let object = clause
                .object
                .filter(|o| used && !is_aimed_at(clause.verb, o.tok));
            if let Some(object) = object {
                add_arms(&mut found, object.tok, object.how, ClassSet::ARMS);
            }
            let rammed = clause.object.filter(|o| {
                phrase::lemma_in(clause.verb, RAMMING)
                    && is(o.tok, CARRIERS)
                    && clause.governed_by("into").is_some()
            });
            if let Some(vehicle) = rammed {
                let known = |(t, _): &(Tok<'_>, String)| *t == vehicle.tok;
                if !found.iter().any(known) {
                    found.push((vehicle.tok, format!("{}, driven at it", vehicle.path())));
                }
            }
            let detonated = clause.object.filter(|_| clause.verb.lemma() == "detonate");
            for filler in clause.subject.iter().chain(&clause.object) {
                let meant = referent(filler.tok, coref);
                let explosive = is(meant, ClassSet::of(&[NounClass::Explosive]));
                let built = is(filler.tok, ClassSet::of(&[NounClass::Facility]));
                let set_off = !built && detonated.is_some_and(|d| d.tok.i == filler.tok.i);
                if (meant.i != filler.tok.i && explosive || set_off)
                    && !hit.companions.iter().any(|c| c.i == filler.tok.i)
                    && filler.tok.name_label().is_empty()
                {
                    found.push((filler.tok, format!("{}, a weapon", filler.path())));
                }
            }
            if let Some(subject) = clause.subject.filter(|_| !undergoes(hit)) {
                add_arms(
                    &mut found,
                    subject.tok,
                    subject.how,
                    ClassSet::ARMS.union(CARRIERS),
                );
                add_mount(&mut found, subject.tok);
                // "a *bomb* blast killed one and wounded 40"
                let blast = is(subject.tok, ClassSet::of(&[NounClass::Event]));
                for word in subject.tok.children().filter(|_| blast) {
                    if word.dep_in(&["compound", "nmod"]) {
                        add_arms(&mut found, word, "before what did it", ClassSet::ARMS);
                    }
                }
            }
            // "kidnapped *from a train*": where they were, not what it was done with.
            let takes = phrase::lemma_in(
                clause.verb,
                &[
                    "abduct", "kidnap", "snatch", "take", "drag", "pull", "remove", "rescue",
                    "evacuate", "free",
                ],
            );
            for (link, object) in &clause.links {
                if !(takes && link.lower() == "from") {
                    add_link(&mut found, *link, *object);
                }
            }
            add_instrument_clause(&mut found, clause.verb);
        }
        Body::Noun(nominal) => {
            for modifier in &nominal.modifiers {
                let armed = classes(*modifier).meets(ClassSet::ARMS);
                if armed || hit.entry.kind == EventType::Assault && is_ramming(*modifier) {
                    found.push((*modifier, format!("modifier of “{}”", nominal.noun.text())));
                }
            }
            for (link, object) in &nominal.links {
                add_link(&mut found, *link, *object);
            }
            if let Some(support) = &nominal.support {
                add_instrument_clause(&mut found, support.clause.verb);
            }
        }
    }
    found
}

fn add_arms<'d>(found: &mut Vec<(Tok<'d>, String)>, tok: Tok<'d>, how: &str, wanted: ClassSet) {
    for conjunct in conjuncts(tok) {
        // "shot in her arm"
        let limb = conjunct.lemma() == "arm" && conjunct.tag() == "NN";
        if !limb && is(conjunct, wanted) && !is(conjunct, ClassSet::HUMAN) {
            found.push((conjunct, format!("{how}, a weapon or vehicle")));
        }
    }
}

fn add_link<'d>(found: &mut Vec<(Tok<'d>, String)>, link: Tok<'d>, object: Option<Tok<'d>>) {
    let Some(object) = object.filter(|o| phrase::is_nominal(*o)) else {
        return;
    };
    // "fired *from a van*": where they were; what flies is armed.
    let flies = ClassSet::of(&[NounClass::Aircraft, NounClass::Drone]);
    let shot = link
        .head()
        .is_some_and(|v| phrase::lemma_in(v, &["shoot", "fire", "open"]));
    if link.lower() == "from" && shot && !is(object, flies) {
        return;
    }
    let wanted = match link.lower() {
        "with" | "using" | "by" | "via" | "from" => ClassSet::ARMS.union(CARRIERS),
        "on" | "in" | "aboard" => ClassSet::of(&[NounClass::SuicideDevice]),
        // "a barrage *of* rockets"
        "of" if link.head().is_some_and(|h| {
            matches!(
                h.lemma(),
                "barrage" | "volley" | "salvo" | "hail" | "rain" | "wave" | "swarm"
            )
        }) =>
        {
            ClassSet::ARMS
        }
        _ => return,
    };
    // "fired *from a lorry*": where they sat; what flies or has a gun is what it was done with.
    let flying = ClassSet::of(&[NounClass::Aircraft, NounClass::Drone]);
    if link.lower() == "from" && !(is(object, CARRIERS) && is(object, flying.union(ClassSet::ARMS)))
    {
        return;
    }
    add_arms(found, object, link.lower(), wanted);
}

/// "using rifles", "firing mortars" as a clause beside the event.
fn add_instrument_clause<'d>(found: &mut Vec<(Tok<'d>, String)>, verb: Tok<'d>) {
    let clauses = verb
        .children()
        .filter(|c| c.dep_in(&["advcl", "conj", "xcomp"]) && c.tag() == "VBG");
    for clause in clauses.filter(|c| {
        matches!(
            c.lemma(),
            "use" | "fire" | "throw" | "hurl" | "launch" | "drop" | "wield" | "employ" | "carry"
        )
    }) {
        if let Some(object) = clause.child(&["dobj"]) {
            add_arms(found, object, "object of a clause of means", ClassSet::ARMS);
        }
    }
}

/// "militants on motorbikes": what the actor rides.
fn add_mount<'d>(found: &mut Vec<(Tok<'d>, String)>, actor: Tok<'d>) {
    let riding = actor
        .children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "on" | "in" | "aboard"));
    for object in riding.filter_map(governed) {
        if is(object, ClassSet::of(&[NounClass::Vehicle])) && may_act(actor) {
            found.push((object, "what the actor rides".to_owned()));
        }
    }
}
