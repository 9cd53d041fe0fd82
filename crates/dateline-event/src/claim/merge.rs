//! Triggers of one clause that name the same act are joined to one event, and those that tell of one happening are tied.
//!
//! "were *killed* in an *attack*", "*launched* a rocket and *opened fire*", "the *attack* was one of two *strikes*" are one
//! event each. The joined trigger's participants fill what the kept one lacks; a second patient becomes the victim.
//!
//! "Militants *attacked* a post, *killing* three" and "were *killed* when a bomb *exploded*" are two events of one
//! happening: a deed and what came of it; so are "*killed* in *clashes*" and "a *blast* *killed* nine". The result takes from the deed who did it, and how.

use super::clause::Clause;
use super::implied::is_use_of_arms;
use super::nominal::{adjunct_of, holds_to};
use super::phrase::{counts_from_another, is, lemma_in, semantic_head};
use super::role::{Found, is_nobody, repelled, undergoes};
use super::trigger::{Body, Hit};
use super::{Argument, Mention, Role};
use dateline_data::{ClassSet, EventType, Mode, NounClass};
use dateline_span::Span;
use dateline_text::phrase::has_to;
use dateline_text::{Pos, Tok};

/// What binds two events.
#[derive(Clone, Copy, Debug)]
enum Bond {
    /// They are one act, for this reason.
    Act(&'static str),
    /// They are two acts of one happening.
    Tie(Tie),
}

/// How a deed and what came of it are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tie {
    /// "attacked a post, *killing* two"
    Result,
    /// "…, killing two and *wounding* nine"
    FurtherResult,
    /// "*killed* two in *raids* on farms"
    Occasion,
    /// "a *raid* in which two were *killed*"
    CameOfIt,
    /// "were *killed* when a bomb *exploded*"
    BroughtAbout,
}

impl Tie {
    /// As a person would say it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Result => "what came of the deed",
            Self::FurtherResult => "what more came of the deed",
            Self::Occasion => "the deed in which it came about",
            Self::CameOfIt => "what happened in it",
            Self::BroughtAbout => "what brought it about",
        }
    }

    /// Whether the words tell of the harm first, and of the deed as its cause.
    fn tells_cause(self) -> bool {
        matches!(self, Self::BroughtAbout | Self::Occasion)
    }
}

/// An event with its participants, before source, place and time.
#[derive(Clone, Debug)]
pub struct Event<'d, 'c> {
    /// What triggered it.
    pub hit: Hit<'d, 'c>,
    /// Its mode: the entry's, or one told by means or content or by a joined trigger.
    pub mode: Option<Mode>,
    /// Its participants.
    pub found: Vec<Found>,
    /// Other triggers of the same event, with the reason for joining.
    pub joined: Vec<(Span, &'static str)>,
    /// Triggers of other events that tell of the same happening.
    pub tied: Vec<(Tok<'d>, Tie)>,
    /// Words elsewhere in the text that take it up again.
    pub mentions: Vec<Mention>,
}

/// Joins what belongs together; the order of the rest is kept.
pub fn join<'d, 'c>(mut events: Vec<Event<'d, 'c>>) -> Vec<Event<'d, 'c>> {
    let mut at = 0;
    while at < events.len() {
        let target = bound_to(&events, at, |bond| match bond {
            Bond::Act(reason) => Some(reason),
            Bond::Tie(_) => None,
        });
        match target {
            Some((k, reason)) => {
                let absorbed = events.remove(at);
                let k = if k > at { k - 1 } else { k };
                absorb(&mut events[k], absorbed, reason);
                at = 0;
            }
            None => at += 1,
        }
    }
    events
}

/// The first other event that is bound to event `at` as asked for.
fn bound_to<T>(
    events: &[Event<'_, '_>],
    at: usize,
    asked: impl Fn(Bond) -> Option<T>,
) -> Option<(usize, T)> {
    (0..events.len())
        .filter(|&k| k != at)
        .find_map(|k| Some((k, asked(bond(&events[k], &events[at])?)?)))
}

/// The mode of a deed that what comes of it has as well: how it is done rather than what.
fn mode_lent(deed: &Event<'_, '_>) -> Option<Mode> {
    const OF_ITS_OWN: [&str; 6] = ["abduct", "beat", "destroy", "sexual", "targeted", "torture"];
    deed.mode.filter(|m| !OF_ITS_OWN.contains(&m.name()))
}

/// Ties a deed and what came of it, in text order.
pub fn tie(events: &mut [Event<'_, '_>]) {
    for at in 0..events.len() {
        let target = bound_to(events, at, |bond| match bond {
            Bond::Act(_) => None,
            Bond::Tie(tie) => Some(tie),
        });
        let Some((k, tie)) = target else { continue };
        let (first, second) = (events[k].hit.head, events[at].hit.head);
        // "A van rammed a stall, *killing* six *as the driver opened fire*": they died of what is told before.
        let came_of_other =
            tie == Tie::BroughtAbout && events[k].tied.iter().any(|(_, of)| *of == Tie::Result);
        events[k].tied.push((second, tie));
        events[at].tied.push((first, tie));
        // Of who stormed a house in which somebody was shot the shot need not be.
        if tie == Tie::CameOfIt || came_of_other {
            continue;
        }
        let (deed, result) = if tie.tells_cause() { (at, k) } else { (k, at) };
        // "killed in *clashes with police*": who fights with whom is on either side.
        let mutual = events[deed].hit.entry.frame.mutual;
        let lent = |f: &&Found| match f.argument.role {
            Role::Actor => !mutual,
            Role::Means => tie.tells_cause(),
            _ => false,
        };
        // "*Six* died in fighting between two armies": that is what came of it.
        if tie.tells_cause() && matches!(events[deed].hit.body, Body::Noun(_)) {
            let suffers: Vec<usize> = patients(&events[result]).collect();
            events[deed].found.retain(|f| {
                f.argument.role != Role::Recipient || !suffers.contains(&f.argument.head)
            });
        }
        // "suffered shrapnel wounds when a *drone* hit it": by both.
        let lacks = |f: &&Found| {
            let own = &events[result].found;
            let (role, head) = (f.argument.role, f.argument.head);
            own.iter().all(|o| {
                o.argument.head != head && (role == Role::Means || o.argument.role != role)
            })
        };
        let head = events[deed].hit.head;
        let shared: Vec<Found> = events[deed]
            .found
            .iter()
            .filter(lent)
            .filter(lacks)
            .map(|f| f.shared_with(head))
            .collect();
        events[result].found.extend(shared);
        if tie == Tie::Occasion {
            let doer = |e: &Event<'_, '_>| {
                let mut actors = e.found.iter();
                actors.find(|f| f.argument.role == Role::Actor).cloned()
            };
            // "*Rebels* killed nine in raids on two farms": the raids are theirs.
            if let (None, Some(found)) = (doer(&events[deed]), doer(&events[result])) {
                let of = events[result].hit.head;
                events[deed].found.push(found.shared_with(of));
            }
        }
        if tie.tells_cause() && events[result].mode.is_none() {
            events[result].mode = mode_lent(&events[deed]);
        }
    }
}

/// "A jet *bombed* a school, *killing* nine": by what the deed is done its result comes about.
pub fn lend_modes(events: &mut [Event<'_, '_>]) {
    for at in 0..events.len() {
        if events[at].mode.is_some() || events[at].hit.entry.kind != EventType::Assault {
            continue;
        }
        let tied = |e: &&Event<'_, '_>| events[at].tied.iter().any(|(word, _)| *word == e.hit.head);
        events[at].mode = events.iter().filter(tied).find_map(mode_lent);
    }
}

/// What binds the event `part` to `whole`.
fn bond(whole: &Event<'_, '_>, part: &Event<'_, '_>) -> Option<Bond> {
    let (a, b) = (whole.hit.head, part.hit.head);
    if whole.hit.entry.kind != part.hit.entry.kind || a.sentence() != b.sentence() {
        return None;
    }
    // "Nobody was hurt when a bomb went off": it went off all the same.
    if hurts_nobody(a) != hurts_nobody(b) {
        return None;
    }
    if goes_on_with_other(b) {
        let before = b.head()?;
        if whole.joined.iter().any(|(word, _)| *word == before.span()) {
            return Some(Bond::Act("coordinated with what tells the same act"));
        }
        if whole.tied.iter().any(|(word, _)| *word == before) {
            return Some(Bond::Tie(Tie::FurtherResult));
        }
    }
    match (&whole.hit.body, &part.hit.body) {
        (Body::Verb(_), Body::Verb(_)) => same_by_verbs(whole, part, a, b),
        // Beating an attack off is another act than making it.
        (Body::Verb(_), Body::Noun(_)) if repelled(&whole.hit) == Some(b) => None,
        (Body::Verb(_), Body::Noun(_)) if is_deed_of_its_own(whole, part) => {
            Some(Bond::Tie(Tie::Occasion))
        }
        (Body::Verb(_), Body::Noun(_)) if is_deed_that_harms(whole, part) => {
            Some(Bond::Tie(Tie::BroughtAbout))
        }
        (Body::Verb(_), Body::Noun(_)) => same_by_adjunct(a, b).map(Bond::Act),
        (Body::Noun(_), Body::Noun(_)) => same_by_nouns(a, b).map(Bond::Act),
        (Body::Noun(_), Body::Verb(_)) if counts(a, b) => Some(Bond::Act("whom it counts")),
        // Who died in clashes may be on either side, or on none.
        (Body::Noun(nominal), Body::Verb(_)) => {
            result_of_noun(a, nominal.carrier, part).filter(|bond| {
                !matches!(bond, Bond::Tie(Tie::CameOfIt)) || !whole.hit.entry.frame.mutual
            })
        }
    }
}

/// "a toll of three *dead*": whether a toll counts those of whom a word tells what befell them.
fn counts(toll: Tok<'_>, state: Tok<'_>) -> bool {
    let number = state.head().filter(|_| state.dep() == "amod");
    let of = number.filter(|n| n.dep() == "pobj").and_then(Tok::head);
    of.is_some_and(|of| of.lower() == "of" && of.head() == Some(toll))
}

/// Whether a verb or state says that it befell nobody: "*nobody* was hurt", "*no one* died".
fn hurts_nobody(verb: Tok<'_>) -> bool {
    verb.children()
        .any(|c| c.dep_in(&["nsubj", "nsubjpass", "dobj"]) && is_nobody(c))
}

/// "killing three and *wounding* ten": coordinated with what was told before.
fn goes_on_with_other(b: Tok<'_>) -> bool {
    b.dep() == "conj" && b.child(&["nsubj", "nsubjpass"]).is_none()
}

/// Whether what this word tells is part of an event or of its happening by now.
fn was_joined(whole: &Event<'_, '_>, word: Tok<'_>) -> bool {
    whole.joined.iter().any(|(span, _)| *span == word.span())
        || whole.tied.iter().any(|(tied, _)| *tied == word)
}

fn same_by_verbs(
    whole: &Event<'_, '_>,
    part: &Event<'_, '_>,
    a: Tok<'_>,
    b: Tok<'_>,
) -> Option<Bond> {
    // "retaliated by firing": the gerund says how.
    let manner = b
        .head()
        .filter(|p| b.dep() == "pcomp" && matches!(p.lower(), "by" | "in" | "with"));
    if manner.and_then(|p| p.head()) == Some(a) {
        return Some(Bond::Act("says by what means"));
    }
    // "fired forty rounds killing two": the parser hangs the result on the object.
    let on_object = b.dep() == "acl"
        && b.tag() == "VBG"
        && b.head()
            .is_some_and(|o| o.dep() == "dobj" && o.head() == Some(a));
    if on_object && b.child(&["nsubj", "mark"]).is_none() {
        return Some(Bond::Tie(Tie::Result));
    }
    let hurts =
        |e: &Event<'_, '_>| matches!(e.hit.entry.frame.name, "harm" | "suffer" | "toll" | "found");
    // "a missile *fired* by the rebels struck a ship", "a shell *fired* at a school killed two"
    let of_its_arms = b.dep() == "acl"
        && b.head().is_some_and(|arms| {
            is(arms, ClassSet::ARMS) && arms.dep_in(&["nsubj", "pobj"]) && {
                let verb = arms.head();
                verb == Some(a)
                    || verb.and_then(Tok::head) == Some(a)
                    || verb.is_some_and(|v| was_joined(whole, v))
            }
        });
    if of_its_arms && is_use_of_arms(b) && (names_agent(b) || hurts(whole)) {
        return Some(Bond::Act("the use of the arms that did it"));
    }
    // "a bomb *hidden* in a cart wounded two"
    let laying = [
        "attach", "conceal", "fit", "hide", "lay", "leave", "pack", "place", "plant",
    ];
    if of_its_arms && lemma_in(b, &laying) && b.tag() == "VBN" && !names_agent(b) {
        return Some(Bond::Act("where the arms that did it were"));
    }
    // "launched an *offensive that killed* nine"
    let of_joined_noun = b.head().is_some_and(|deed| {
        b.dep() == "relcl" && whole.joined.iter().any(|(word, _)| *word == deed.span())
    });
    if of_joined_noun && tells_harm(part) && subject_is_relative(b) {
        return Some(Bond::Tie(Tie::Result));
    }
    if hurts(whole) && !hurts(part) && brought_about(a, &part.hit) {
        return Some(Bond::Tie(Tie::BroughtAbout));
    }
    if is_purpose_of(whole, part, a, b) {
        return Some(Bond::Act("what it is done for"));
    }
    // "fired on them, *forcing* them back, *leaving* nine wounded": the end of what followed.
    let followed = b
        .head()
        .filter(|h| h.tag() == "VBG" && h.dep() == "advcl" && lemma_in(b, &["leave"]))
        .and_then(Tok::head);
    // "stormed a bar and *opened* fire, *killing* nine", "*started* shooting, *killing* nine"
    let went_on = b.head().filter(|h| {
        b.tag() == "VBG"
            && b.dep() == "advcl"
            && (was_joined(whole, *h)
                || a.dep() == "xcomp"
                    && a.head() == Some(*h)
                    && lemma_in(*h, &["begin", "continue", "keep", "start"]))
    });
    if b.head() != Some(a) && followed != Some(a) && went_on.is_none()
        || b.child(&["mark", "nsubj", "nsubjpass"]).is_some()
    {
        return None;
    }
    match b.dep() {
        // "were found *dumped* in Kalem"
        "xcomp" | "oprd" if b.tag() == "VBN" && whole.hit.entry.frame.name == "found" => {
            Some(Bond::Act("how they were found"))
        }
        "advcl" | "xcomp" if b.tag() == "VBG" => {
            // "said it must stop, *calling* for help": what somebody is told to do is one thing, what is asked for another.
            let told = whole.hit.pattern.clause.as_ref();
            let apart = takes_others(whole, part) || told.is_some_and(|c| c.obliging);
            let bond = if b.dep() == "xcomp" || is_way_of_attack(part) {
                Bond::Act("a participle of the same clause")
            } else {
                Bond::Tie(Tie::Result)
            };
            (!apart).then_some(bond)
        }
        // "demanded that he resign and called for a vote": two things said are two acts.
        "conj" if is_said(whole) => None,
        // "closed its border and banned flights", "detained twenty men and made some of them dig": two measures.
        "conj"
            if whole.hit.entry.kind != EventType::Assault
                && a.child(&["dobj"]).is_some()
                && b.child(&["dobj"])
                    .is_some_and(|o| o.pos() == Pos::Noun || o.child(&["prep"]).is_some()) =>
        {
            None
        }
        "conj" if agree(whole, part) => {
            Some(Bond::Act("coordinated with one actor and one target"))
        }
        // "jailed a minister and sentenced five aides": two rulings.
        "conj"
            if hurts(whole)
                && hurts(part)
                && whole.mode == part.mode
                && whole.hit.entry.kind == EventType::Assault
                && !destroys_another(whole, b)
                && !hurts_otherwise(a, b) =>
        {
            Some(Bond::Act("one act that hurts several"))
        }
        _ => None,
    }
}

/// "attacked a convoy, *firing* rockets at the trucks": how, and at nobody who is told of for the first time.
fn is_way_of_attack(part: &Event<'_, '_>) -> bool {
    let doc = part.hit.head.doc();
    let told_of = |noun: Tok<'_>| {
        noun.pos() == Pos::Pron || noun.child(&["det"]).is_some_and(|d| d.lower() == "the")
    };
    let at_somebody =
        |f: &Found| f.argument.role == Role::Recipient && !told_of(doc.tok(f.argument.head));
    lemma_in(
        part.hit.head,
        &[
            "fire", "hurl", "launch", "lob", "open", "shoot", "throw", "use",
        ],
    ) && !part.found.iter().any(at_somebody)
}

/// "burned a shrine and *set alight* a court", "torched a clinic, then *destroyed* a bridge": two things, two acts; what
/// "damaged" more besides is one.
fn destroys_another(whole: &Event<'_, '_>, second: Tok<'_>) -> bool {
    let destroys = whole.mode.is_some_and(|m| m.name() == "destroy");
    let own = second.child(&["dobj"]).is_some() && whole.hit.head.child(&["dobj"]).is_some();
    destroys && own && second.lemma() != "damage"
}

/// "killing two and *wounding* nine": the dead are told apart from the hurt.
fn hurts_otherwise(first: Tok<'_>, second: Tok<'_>) -> bool {
    let kills = |v: Tok<'_>| v.lemma() == "kill";
    kills(first) != kills(second) && [first, second].iter().all(|v| v.child(&["dobj"]).is_some())
}

/// "marched *to protest* against it", "used rubber bullets *to disperse* them": a purpose of the same sort.
fn is_purpose_of(whole: &Event<'_, '_>, part: &Event<'_, '_>, a: Tok<'_>, b: Tok<'_>) -> bool {
    let infinitive =
        b.tag() == "VB" && b.dep_in(&["advcl", "xcomp"]) && b.head() == Some(a) && has_to(b);
    let protest = whole.hit.entry.kind == EventType::Protest;
    let by_means = lemma_in(a, &["use", "fire", "deploy", "employ"]) && whole.mode == part.mode;
    infinitive && (protest || by_means)
}

/// An act that is done in speaking.
fn is_said(event: &Event<'_, '_>) -> bool {
    use dateline_data::QuadClass::{VerbalConflict, VerbalCooperation};
    matches!(
        event.hit.entry.kind.quad(),
        VerbalConflict | VerbalCooperation
    )
}

/// "were killed *when* a bomb exploded", "died *after* gunmen opened fire".
fn brought_about(harm: Tok<'_>, hit: &Hit<'_, '_>) -> bool {
    let act = hit.head;
    // "was shot down as *it* attacked a post": who suffers the one does the other; "died when *they* stepped on a mine":
    // they suffer both.
    let does = act.child(&["nsubj"]).is_some_and(|s| s.tag() == "PRP") && !undergoes(hit);
    if does || counts_from_another(harm, act) {
        return false;
    }
    // "*Police* killed four when *rebels* attacked a bank": two who act, two acts.
    let doer = |verb: Tok<'_>| {
        verb.child(&["nsubj"])
            .filter(|s| s.tag() != "PRP")
            .filter(|s| {
                is(
                    *s,
                    ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Person]),
                )
            })
            .map(|s| semantic_head(s).lemma().to_owned())
    };
    if harm.child(&["dobj"]).is_some()
        && !lemma_in(
            harm,
            &["get", "have", "lose", "receive", "suffer", "sustain"],
        )
        && matches!((doer(harm), doer(act)), (Some(one), Some(other)) if one != other)
    {
        return false;
    }
    // "*A strike* kills six *as rebels attack* a dam": beside the one the other goes on.
    let beside = act
        .child(&["mark"])
        .is_some_and(|mark| mark.lower() == "as")
        && harm.child(&["dobj"]).is_some()
        && harm
            .child(&["nsubj"])
            .is_some_and(|s| is(s, ClassSet::of(&[NounClass::Event])))
        && act
            .child(&["nsubj"])
            .is_some_and(|s| is(s, ClassSet::AGENT) || s.pos() == Pos::Propn);
    if beside {
        return false;
    }
    let clause = act.dep() == "advcl"
        || (act.dep() == "pcomp" && act.head().is_some_and(|p| p.head() == Some(harm)));
    let introduced = |t: Tok<'_>| matches!(t.lower(), "when" | "after" | "as");
    let by = act
        .children()
        .filter(|c| c.i < act.i && c.dep_in(&["mark", "advmod"]))
        .any(introduced)
        || act
            .head()
            .is_some_and(|p| act.dep() == "pcomp" && introduced(p));
    // "two were killed and five hurt *when* …": the clause may hang on the last of several.
    let hangs = |on: Tok<'_>| on == harm || (on.dep() == "conj" && on.first_conjunct() == harm);
    clause && by && (act.head().is_some_and(hangs) || act.dep() == "pcomp")
}

/// Whether nothing that both say differs, and only one of them names a target. "shot a man and fired tear
/// gas", "kidnapped and killed him", "was captured by the rebels and retaken by the army", "killed and
/// allegedly tortured him", "attacked in May and again in July" are two acts.
fn agree(whole: &Event<'_, '_>, part: &Event<'_, '_>) -> bool {
    let (first, second) = (whole.hit.head, part.hit.head);
    // "was shot and *later died*": of the shot.
    let dies = part.hit.entry.frame.name == "suffer";
    let both = |tells: fn(Tok<'_>) -> bool| tells(first) && tells(second);
    if both(names_agent) || both(is_dated) || (!dies && is_set_apart(second)) {
        return false;
    }
    let deeds = |e: &Event<'_, '_>| e.mode.map(|m| m.name());
    if of_another_sort(deeds(whole), deeds(part)) {
        return false;
    }
    let control = |mode: Mode| mode.name() == "crowd-control";
    let modes = whole.mode.zip(part.mode);
    // "tested missiles and sent troops": acts of two sorts; an assault has as many modes as weapons.
    if whole.hit.entry.kind != EventType::Assault && modes.is_some_and(|(one, other)| one != other)
    {
        return false;
    }
    if modes.is_some_and(|(one, other)| control(one) != control(other)) {
        return false;
    }
    let target = |e: &Event<'_, '_>| {
        e.found
            .iter()
            .find(|f| f.argument.role == Role::Recipient)
            .map(|f| f.argument.head)
    };
    match (target(whole), target(part)) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    }
}

/// "raped and *strangled*", "shot and *stabbed*", "kidnapped and *killed*": one is no way of doing the other, whereas
/// who is "shot and killed" dies of the shot.
fn of_another_sort(first: Option<&str>, second: Option<&str>) -> bool {
    const BY_HAND: [&str; 4] = ["beat", "firearms", "primitive", "torture"];
    let apart = |mode: Option<&str>| matches!(mode, Some("abduct" | "sexual"));
    let by_hand = |mode: Option<&str>| mode.is_some_and(|m| BY_HAND.contains(&m));
    first != second && (apart(first) || apart(second) || by_hand(first) && by_hand(second))
}

/// "killed two guards, *kidnapping* seven others": what is done to others with another end is an act of its own.
fn takes_others(whole: &Event<'_, '_>, part: &Event<'_, '_>) -> bool {
    let apart = |e: &Event<'_, '_>| matches!(e.mode.map(Mode::name), Some("abduct" | "sexual"));
    let hurts = whole.hit.entry.frame.name == "harm";
    let suffers = |e: &Event<'_, '_>| e.found.iter().any(|f| f.argument.role == Role::Recipient);
    let harmed = hurts && !apart(whole) && apart(part) && suffers(whole);
    (harmed || is_another_measure(whole, part)) && suffers(part)
}

/// "banned rallies, *jailing* six editors": what befalls persons or their goods is another measure than what is forbidden.
fn is_another_measure(whole: &Event<'_, '_>, part: &Event<'_, '_>) -> bool {
    const TAKING: [&str; 4] = ["arrest", "deport", "expel", "seize"];
    let (first, second) = (whole.mode.map(Mode::name), part.mode.map(Mode::name));
    let takes = |mode: Option<&str>| mode.is_some_and(|m| TAKING.contains(&m));
    let kind = whole.hit.entry.kind;
    matches!(kind, EventType::Coerce | EventType::Sanction)
        && first.is_some()
        && second.is_some()
        && first != second
        && (takes(first) || takes(second))
}

/// "captured *by the rebels*".
fn names_agent(verb: Tok<'_>) -> bool {
    verb.child(&["agent"]).is_some()
}

/// "captured *on Monday*".
fn is_dated(verb: Tok<'_>) -> bool {
    let date = |t: Tok<'_>| t.name_label() == "DATE";
    verb.children().any(|c| {
        (c.dep() == "prep" && c.child(&["pobj"]).is_some_and(date))
            || (c.dep() == "npadvmod" && date(c))
    })
}

/// "and *allegedly* tortured", "and *later* burned": surely or at a time of its own.
fn is_set_apart(second: Tok<'_>) -> bool {
    second.children().any(|c| {
        c.dep() == "advmod"
            && c.i < second.i
            && matches!(
                c.lower(),
                "allegedly"
                    | "reportedly"
                    | "apparently"
                    | "reputedly"
                    | "probably"
                    | "possibly"
                    | "later"
                    | "subsequently"
                    | "then"
            )
    })
}

/// "killed nine *in raids on two farms*", "wounded *in clashes*": the deed is one thing, what came of it another.
fn is_deed_of_its_own(whole: &Event<'_, '_>, part: &Event<'_, '_>) -> bool {
    let (harm, deed) = (whole.hit.head, part.hit.head);
    let suffers = matches!(whole.hit.entry.frame.name, "harm" | "suffer");
    let within = adjunct_of(deed).is_some_and(|(governor, link)| {
        governor == harm && matches!(link.lower(), "in" | "during")
    });
    suffers && within && !is_told_before(deed) && patients(whole).next().is_some()
}

/// Those to whom an event is done, by their words.
fn patients(event: &Event<'_, '_>) -> impl Iterator<Item = usize> {
    event
        .found
        .iter()
        .filter(|f| f.argument.role == Role::Recipient)
        .map(|f| f.argument.head)
}

/// "*a bomb explosion* killed two": what did it, told for the first time.
fn is_deed_that_harms(whole: &Event<'_, '_>, part: &Event<'_, '_>) -> bool {
    let (harm, deed) = (whole.hit.head, part.hit.head);
    let subject = deed.dep() == "nsubj" && deed.head() == Some(harm);
    // "A *car bomb* wounded twelve": what it was done with.
    tells_harm(whole) && subject && !is(deed, ClassSet::ARMS) && !is_told_before(deed)
}

/// Whether an event is what befell people.
fn tells_harm(event: &Event<'_, '_>) -> bool {
    matches!(event.hit.entry.frame.name, "harm" | "toll" | "suffer")
}

/// "in *the* raid", "in *Friday's* attack": a deed that was told of before, unless the words say where or when it was done.
fn is_told_before(deed: Tok<'_>) -> bool {
    let pointed_to = |c: Tok<'_>| {
        c.dep() == "poss"
            || c.dep() == "det" && matches!(c.lower(), "the" | "that" | "this" | "these" | "those")
    };
    deed.children().any(pointed_to) && !says_where_or_when(deed)
}

/// "the attacks *Aug. 7 at the embassy in Kalem*"
fn says_where_or_when(deed: Tok<'_>) -> bool {
    let names = |t: Tok<'_>| matches!(t.name_label(), "DATE" | "TIME" | "GPE" | "LOC" | "FAC");
    deed.children().any(|c| {
        c.dep() == "npadvmod" && names(c)
            || c.dep() == "prep" && c.i > deed.i && c.subtree().iter().any(|t| names(*t))
    })
}

fn same_by_adjunct(verb: Tok<'_>, noun: Tok<'_>) -> Option<&'static str> {
    // "in *an assault* that police said *left* nine dead": what is told of it in a clause about it.
    let told_of = verb.head().is_some_and(|say| {
        verb.dep() == "ccomp" && say.dep() == "relcl" && say.head() == Some(noun)
    }) && verb.child(&["nsubj"]).is_some_and(|s| s.tag() == "WDT")
        && (noun.dep_in(&["appos", "npadvmod"])
            || adjunct_of(noun).is_some_and(|(_, link)| matches!(link.lower(), "in" | "during")));
    if told_of {
        return Some("a relative clause about it");
    }
    if let Some((governor, preposition)) = adjunct_of(noun)
        && governor == verb
        && matches!(
            preposition.lower(),
            "in" | "during" | "with" | "by" | "through" | "via" | "amid" | "as"
        )
    {
        return Some("the occasion of the same act");
    }
    let head = noun.head()?;
    // "rioting and police *firing* left two dead"
    let first = noun.first_conjunct();
    if first != noun && first.dep() == "nsubj" && first.head() == Some(verb) {
        return Some("one of several causes of what the verb tells");
    }
    // "*a series of* blasts rocked Delhi"
    let whole = head.head().filter(|whole| {
        noun.dep() == "pobj" && head.lower() == "of" && semantic_head(*whole) == noun
    });
    let carrier = whole.unwrap_or(noun);
    if carrier.dep_in(&["nsubj", "nsubjpass", "dobj"]) && carrier.head() == Some(verb) {
        return Some("subject or object of the act that it names");
    }
    None
}

fn same_by_nouns(a: Tok<'_>, b: Tok<'_>) -> Option<&'static str> {
    // "the death toll in the market attack": the toll, of which something new is said, is kept.
    let toll_of = b.head().filter(|link| {
        b.dep() == "pobj"
            && matches!(link.lower(), "in" | "from" | "of" | "after")
            && link.head() == Some(a)
    });
    if toll_of.is_some() && crate::casualty::tells_number(a) {
        return Some("the happening whose toll it is");
    }
    // "the attack was one of two strikes": the predicate says more, so it is kept.
    let predicate = |t: Tok<'_>| -> Option<usize> {
        let mut at = t;
        for _ in 0..4 {
            if at.dep() == "attr" {
                return at.head().map(|h| h.i);
            }
            at = at.head().filter(|_| at.dep_in(&["pobj", "prep"]))?;
        }
        None
    };
    if b.dep() == "nsubj" && predicate(a).is_some() && predicate(a) == b.head().map(|h| h.i) {
        return Some("subject and predicate name one thing");
    }
    // "resulted in three deaths and the destruction of crops": two things.
    let death = (a.lemma() == "death") != (b.lemma() == "death");
    // "convicted of kidnapping and *torture*", "on charges of rape and *arson*": each is a crime of its own.
    let crimes = holds_to(a).is_some();
    if b.dep() == "conj"
        && b.head() == Some(a)
        && !death
        && !crimes
        && adjunct_of(a).is_some()
        && adjunct_of(a).map(|x| x.0) == adjunct_of(b).map(|x| x.0)
    {
        return Some("coordinated occasions of one act");
    }
    if b.dep() == "appos" && b.head() == Some(a) {
        return Some("an apposition");
    }
    // "a car bomb explosion attack": one noun within the other's phrase, as its measure.
    (b.dep() == "pobj"
        && b.head()
            .is_some_and(|of| of.lower() == "of" && of.head() == Some(a))
        && semantic_head(a) == b)
        .then_some("a measure of the same event")
}

/// "*which* killed two", but not "strikes, *the latest of which* killed two": one of them did.
fn subject_is_relative(verb: Tok<'_>) -> bool {
    verb.child(&["nsubj", "nsubjpass"])
        .is_some_and(|s| matches!(s.tag(), "WDT" | "WP") && s.child(&["amod"]).is_none())
}

/// "carried out an attack, killing three": the result hangs on the noun's supporting verb.
fn result_of_noun(noun: Tok<'_>, carrier: Tok<'_>, part: &Event<'_, '_>) -> Option<Bond> {
    let verb = part.hit.head;
    if verb.tag() == "VBG"
        && verb.dep_in(&["acl", "advcl"])
        && verb.child(&["mark", "nsubj"]).is_none()
    {
        let head = verb.head()?;
        // "foiled the assault, killing 50": whoever foiled it killed them.
        if lemma_in(
            head,
            &[
                "foil", "repel", "repulse", "thwart", "beat", "stop", "prevent",
            ],
        ) {
            return None;
        }
        let supports =
            carrier.head() == Some(head) && carrier.dep_in(&["dobj", "nsubjpass", "nsubj"]);
        if head == noun || (supports && head.pos() == Pos::Verb) {
            return Some(Bond::Tie(Tie::Result));
        }
    }
    let relative = verb.dep() == "relcl"
        && verb
            .head()
            .is_some_and(|head| head == noun || noun.governs(head));
    // "an attack *in which* 16 people were killed"
    let in_which = verb.children().any(|c| {
        c.dep() == "prep"
            && matches!(c.lower(), "in" | "during")
            && c.child(&["pobj"]).is_some_and(|o| o.tag() == "WDT")
    });
    // "the man who shot" is told by the noun next to it, "in which" may be told of one farther up.
    // "an attack on a ship which killed 37" is told of the attack.
    let told_of = || Clause::of(verb).subject.is_some_and(|s| s.tok == noun);
    let who = subject_is_relative(verb) && (verb.head() == Some(noun) || told_of());
    // "the attack, *which killed* three": the deed and what came of it.
    let told = if tells_harm(part) && !is(noun, ClassSet::ARMS) {
        Bond::Tie(Tie::Result)
    } else {
        Bond::Act("a relative clause about it")
    };
    (relative && who)
        .then_some(told)
        .or_else(|| (relative && in_which).then_some(Bond::Tie(Tie::CameOfIt)))
}

/// "beat *him*": somebody told of before, and nobody beside.
fn is_pronoun(hit: &Hit<'_, '_>, found: &Found) -> bool {
    let tok = hit.head.doc().tok(found.argument.head);
    matches!(tok.lower(), "him" | "her" | "it" | "them") && tok.child(&["conj"]).is_none()
}

/// Takes over what the kept event lacks.
fn absorb(whole: &mut Event<'_, '_>, part: Event<'_, '_>, reason: &'static str) {
    // "died in fighting between X and Y" tells who fought, "killed in fighting" does not tell who
    // killed.
    let mutual = part.hit.entry.frame.mutual
        && !whole.hit.entry.frame.mutual
        && whole.hit.entry.frame.name != "suffer";
    // "drones struck a house, *killing* two": by whatever weapon, who is killed is a victim.
    let harms = matches!(
        part.hit.entry.frame.name,
        "harm" | "suffer" | "toll" | "found"
    ) || lemma_in(part.hit.head, &["kill", "wound", "injure", "hurt", "maim"]);
    // "a raid during which a *driver* was shot dead"
    let somebody = |f: &Found| {
        is(
            part.hit.head.doc().tok(f.argument.head),
            ClassSet::of(&[NounClass::Person, NounClass::Official, NounClass::Armed]),
        )
    };
    let harms = harms
        || lemma_in(part.hit.head, &["shoot", "stab", "behead"])
            && part
                .found
                .iter()
                .any(|f| f.argument.role == Role::Recipient && somebody(f));
    whole.joined.push((part.hit.head.span(), reason));
    whole.joined.extend(part.joined);
    whole.mentions.extend(part.mentions);
    if whole.mode.is_none() {
        whole.mode = part.mode;
    }
    for found in part.found {
        let role = found.argument.role;
        // "wounded in a battle between guards and poachers": both sides, not who wounded.
        if role == Role::Actor && mutual {
            continue;
        }
        // "a *truck* bomb" holds its truck.
        let held = |part: &Argument| {
            whole
                .found
                .iter()
                .any(|f| f.argument.role == Role::Means && f.argument.span.contains(part.span))
        };
        if whole
            .found
            .iter()
            .any(|f| f.argument.head == found.argument.head)
        {
            continue;
        }
        let filled = whole.found.iter().any(|f| f.argument.role == role);
        match role {
            Role::Means if held(&found.argument) => {}
            Role::Means => whole.found.push(found),
            // "kicked a boy and beat *him*": nobody else.
            Role::Recipient if filled && is_pronoun(&part.hit, &found) => {}
            Role::Recipient if filled && whole.hit.entry.kind == EventType::Assault && harms => {
                whole.found.push(Found {
                    argument: Argument {
                        role: Role::Victim,
                        ..found.argument
                    },
                    path: found.path,
                });
            }
            _ if !filled => whole.found.push(found),
            _ => {}
        }
    }
}
