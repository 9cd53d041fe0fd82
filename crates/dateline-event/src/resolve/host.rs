//! The words on which modifiers of an event may hang.

use crate::casualty::is_body_part;
use crate::claim::implied::comes_for;
use crate::claim::phrase::{
    counts_from_another, dies_of_wounds, is_transparent, object_of, perceiving,
};
use crate::factuality::happens_below;
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_text::{Document, Pos, Tok};

/// A word whose modifiers are the event's, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Host<'d> {
    pub tok: Tok<'d>,
    /// How the word carries the event; reads after "it modifies “X”, ".
    pub why: &'static str,
    /// Whether it is the event's own word rather than one it takes over from.
    pub own: bool,
}

/// Verbs that only carry the noun that names the event, as its object. "Stag" is what the
/// lemmatizer makes of "staged".
const CARRIERS: [&str; 48] = [
    "continue",
    "detonate",
    "increase",
    "intensify",
    "exchange",
    "trade",
    "play",
    "stag",
    "launch",
    "carry",
    "stage",
    "conduct",
    "make",
    "take",
    "hold",
    "have",
    "open",
    "mount",
    "commit",
    "give",
    "perform",
    "execute",
    "begin",
    "start",
    "resume",
    "stop",
    "end",
    "suffer",
    "face",
    "see",
    "unleash",
    "perpetrate",
    "wage",
    "impose",
    "order",
    "undertake",
    "lead",
    "organize",
    "organise",
    "sign",
    "reach",
    "host",
    "attend",
    "pay",
    "plan",
    "schedule",
    "set",
    "slate",
];

/// Verbs that say that their subject happened, or what it did when it did.
const OCCURRENCES: [&str; 46] = [
    "spark",
    "trigger",
    "ignite",
    "cause",
    "rip",
    "occur",
    "happen",
    "take",
    "begin",
    "start",
    "come",
    "break",
    "erupt",
    "end",
    "last",
    "continue",
    "follow",
    "kill",
    "wound",
    "injure",
    "leave",
    "destroy",
    "damage",
    "hit",
    "strike",
    "target",
    "rock",
    "shake",
    "be",
    "claim",
    "ensue",
    "hurt",
    "displace",
    "force",
    "resume",
    "unfold",
    "go",
    "open",
    "conclude",
    "convene",
    "collapse",
    "escalate",
    "flare",
    "intensify",
    "persist",
    "rage",
];

/// Verbs that say of a happening how long it went on.
const ENDINGS: [&str; 8] = [
    "end", "stop", "last", "continue", "finish", "cease", "subside", "conclude",
];

/// The words on which modifiers of the event named by `trigger` may hang, nearest first.
pub(super) fn hosts(trigger: Tok<'_>) -> Vec<Host<'_>> {
    let mut hosts = vec![Host {
        tok: trigger,
        why: "the event's own word",
        own: true,
    }];
    let top = transparent_top(trigger);
    if top != trigger {
        hosts.push(Host {
            tok: top,
            why: "which counts or groups the event",
            own: true,
        });
    }
    if trigger.pos() == Pos::Verb || trigger.pos() == Pos::Aux {
        of_verb(trigger, &mut hosts);
    } else {
        of_noun(top, &mut hosts);
    }
    let mut seen: Vec<usize> = Vec::new();
    hosts.retain(|h| {
        !seen.contains(&h.tok.i) && {
            seen.push(h.tok.i);
            true
        }
    });
    hosts
}

/// The same for its time alone: what happened together happened on one day, if not in one place.
pub(super) fn hosts_of_time(trigger: Tok<'_>) -> Vec<Host<'_>> {
    let mut hosts = hosts(trigger);
    let above = trigger.head();
    // "a *shooting* incident on Friday"
    let incident = above.filter(|of| {
        trigger.dep() == "compound" && matches!(of.lemma(), "incident" | "rampage" | "spree")
    });
    hosts.extend(incident.map(|tok| Host {
        tok,
        why: "what it is called",
        own: true,
    }));
    if trigger.pos() != Pos::Verb {
        hosts.extend(done_in(trigger).or_else(|| won(trigger)).map(|tok| Host {
            tok,
            why: "which was done in it",
            own: false,
        }));
        return hosts;
    }
    let in_which =
        above.filter(|noun| trigger.dep() == "relcl" && is_in_which(trigger) && is_event(*noun));
    // "were hurt when a bomb went off on Monday", "marched on Monday as police fired".
    let meanwhile = trigger.children().filter(|c| is_meanwhile(*c));
    let main =
        above.filter(|verb| is_meanwhile(trigger) && verb.pos() == Pos::Verb && !is_cue(*verb));
    // "killed two and wounded five on Friday"
    let hurts = |v: Tok<'_>| is_hurting(v) || matches!(v.lemma(), "take" | "abduct" | "kidnap");
    // "two were shot and three injured when gunmen broke in on Friday"
    let goes_on = trigger.children().filter(|c| {
        let subject = c.child(&["nsubj", "nsubjpass"]);
        let passive = trigger.tag() == "VBN" && c.tag() == "VBN";
        c.dep() == "conj"
            && (subject.is_none() || passive)
            && (hurts(trigger) && hurts(*c) || subject.is_none() && sets_about(trigger, *c))
            && !dies_of_wounds(*c)
    });
    let goes_on: Vec<Tok<'_>> = goes_on
        .flat_map(|c| std::iter::once(c).chain(c.children().filter(|w| is_meanwhile(*w))))
        .collect();
    let together = in_which
        .into_iter()
        .chain(meanwhile)
        .chain(main)
        .chain(goes_on)
        .chain(doing_of_object(trigger))
        // "rammed into a crowd *watching* a race on Monday, killing nine"
        .chain(
            above
                .filter(|_| trigger.tag() == "VBG" && trigger.dep() == "advcl")
                .and_then(doing_of_object),
        )
        .chain(ended_by(trigger))
        .chain(met_there(trigger))
        .chain(made_by(trigger))
        .chain(left_so(trigger));
    let known: Vec<usize> = hosts.iter().map(|host| host.tok.i).collect();
    hosts.extend(
        together
            .filter(|tok| !known.contains(&tok.i))
            .map(|tok| Host {
                tok,
                why: "which happened together with it",
                own: false,
            }),
    );
    hosts
}

/// "stopped two buses *carrying* miners on Monday": what the stopped were doing they did when they were stopped.
fn doing_of_object(verb: Tok<'_>) -> Option<Tok<'_>> {
    let object = verb
        .child(&["dobj", "nsubjpass"])
        .or_else(|| object_of(verb, "into"))?;
    let doing = object.child(&["acl"])?;
    (verb.tag() != "VBG" && doing.tag() == "VBG" && !is_cue(doing)).then_some(doing)
}

/// "finished the draft on Monday in *consultation* with the rebels", "agreed on Monday at a *meeting*": what people do at a
/// meeting they do on its day.
fn done_in(noun: Tok<'_>) -> Option<Tok<'_>> {
    const MEETINGS: &[&str] = &[
        "consultation",
        "discussion",
        "meeting",
        "negotiation",
        "summit",
        "talk",
        "visit",
    ];
    let link = noun.head().filter(|_| noun.dep() == "pobj")?;
    let during = matches!(link.lower(), "in" | "during" | "at");
    let done = link.head().filter(|v| during && v.pos() == Pos::Verb)?;
    (MEETINGS.contains(&noun.lemma()) && matches!(done.tag(), "VBD" | "VBN" | "VBG")).then(|| {
        done.head()
            .filter(|_| done.dep() == "xcomp")
            .unwrap_or(done)
    })
}

/// "*drew* applause on Thursday", "*won* praise": what somebody gets he gets on the day of its giving.
fn won(noun: Tok<'_>) -> Option<Tok<'_>> {
    const WINNING: &[&str] = &["draw", "earn", "gain", "get", "receive", "win"];
    noun.head()
        .filter(|verb| noun.dep() == "dobj" && WINNING.contains(&verb.lemma()))
}

/// "rammed a crowd on Monday, killing nine, before he *was shot*": what put an end to it followed at once.
fn ended_by<'d>(verb: Tok<'d>) -> Vec<Tok<'d>> {
    let before = verb.child(&["mark"]).is_some_and(|m| m.lower() == "before");
    let told = matches!(verb.tag(), "VBD" | "VBN");
    const DEEDS: &[&str] = &[
        "attack", "burn", "drive", "fire", "flee", "march", "open", "ram", "storm", "throw",
    ];
    let deed = verb.head().filter(|deed| {
        let acts = is_hurting(*deed) || does_harm(*deed) || DEEDS.contains(&deed.lemma());
        before && told && verb.dep() == "advcl" && acts
    });
    deed.into_iter()
        .flat_map(|deed| hosts(deed).into_iter().map(|host| host.tok))
        .collect()
}

/// "flew on Monday to Kalem, where he *met* the rebels": on that day.
fn met_there(verb: Tok<'_>) -> Option<Tok<'_>> {
    let where_ = verb.child(&["advmod"]).filter(|w| w.lower() == "where")?;
    let meets = matches!(verb.lemma(), "meet" | "confer" | "talk") && verb.tag() == "VBD";
    let place = verb.head().filter(|p| meets && p.i < where_.i)?;
    let link = place.head().filter(|_| place.dep() == "pobj")?;
    link.head()
        .filter(|v| v.pos() == Pos::Verb && v.tag() == "VBD" && !is_cue(*v))
}

/// "the March 3 accord *signed* by the two": the day that an agreement has is that of its signing.
fn made_by(verb: Tok<'_>) -> Option<Tok<'_>> {
    let signs = matches!(
        verb.lemma(),
        "sign" | "reach" | "broker" | "conclude" | "negotiate"
    );
    verb.head()
        .filter(|made| signs && verb.dep() == "acl" && verb.tag() == "VBN" && made.i < verb.i)
}

/// "a shootout on Thursday left four gunmen *killed*"
fn left_so<'d>(verb: Tok<'d>) -> Vec<Tok<'d>> {
    let left = verb.head().filter(|left| {
        left.lemma() == "leave" && verb.tag() == "VBN" && verb.dep_in(&["ccomp", "oprd"])
    });
    let happening = left.and_then(|left| left.child(&["nsubj"]).filter(|s| is_event(*s)));
    left.into_iter().chain(happening).collect()
}

/// "a series of *attacks*", "one of two *strikes*": up to the noun that stands for the whole.
fn transparent_top(noun: Tok<'_>) -> Tok<'_> {
    let of = noun
        .head()
        .filter(|of| noun.dep() == "pobj" && of.lower() == "of");
    of.and_then(Tok::head)
        .filter(|group| group.pos() != Pos::Num && is_transparent(*group))
        .unwrap_or(noun)
}

fn of_verb<'d>(verb: Tok<'d>, hosts: &mut Vec<Host<'d>>) {
    // "was killed in a blast on Monday": the blast's time and place are the killing's.
    enclosing_event(verb, &["in", "during", "by"], hosts);
    // "were injured *as a result of* two attacks on Monday"
    hosts.extend(result_of(verb).map(|tok| Host {
        tok,
        why: "the happening that it is a result of",
        own: false,
    }));
    // "was killed and others wounded *in a battle*": the dead and the hurt of one happening.
    let passive = |v: Tok<'_>| v.tag() == "VBN" && is_hurting(v);
    let suffers = |v: Tok<'_>| passive(v) || v.tag() == "VBN" && v.lemma() == "displace";
    let with_others = verb.children().filter(|c| c.dep() == "conj" && suffers(*c));
    for other in with_others.filter(|_| passive(verb) || verb.lemma() == "die") {
        let known = hosts.len();
        enclosing_event(other, &["in", "during", "by"], hosts);
        if hosts.len() > known {
            hosts.push(Host {
                tok: other,
                why: "which came about in the same happening",
                own: false,
            });
        }
    }
    if let Some(agent) = verb
        .child(&["agent"])
        .and_then(|a| a.child(&["pobj"]))
        .filter(|o| is_event(*o))
    {
        hosts.push(Host {
            tok: agent,
            why: "the happening that brought it about",
            own: false,
        });
    }
    // "was shot *in the leg* on Elm Street"
    let wound = verb
        .children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "in" | "through"))
        .find_map(|link| link.child(&["pobj"]).filter(|o| is_body_part(*o)));
    hosts.extend(wound.map(|tok| Host {
        tok,
        why: "where somebody was hurt",
        own: true,
    }));
    // "were found *shot* in Kalem on Monday"
    if verb.lemma() == "find" {
        let state = verb
            .children()
            .find(|c| c.dep_in(&["oprd", "xcomp", "acomp"]) && matches!(c.tag(), "VBN" | "JJ"));
        hosts.extend(state.map(|tok| Host {
            tok,
            why: "as what they were found",
            own: true,
        }));
    }
    // "the Mandera blast killed two"
    let own = verb.child(&["nsubj", "nsubjpass"]);
    // "the Mandera blast killed two and *wounded* nine"
    let shared = verb
        .head()
        .filter(|first| own.is_none() && verb.dep() == "conj" && does_harm(*first))
        .and_then(|first| first.child(&["nsubj"]));
    // "strikes on Mandera, *the latest of which* killed two"
    let of_which = own.filter(|s| s.dep() == "nsubj" && verb.dep() == "relcl" && is_of_which(*s));
    let doer = own.filter(|s| s.dep() == "nsubj").or(shared);
    let deed = doer
        .filter(|s| is_event(*s))
        .or_else(|| of_which.and_then(|_| verb.head()).filter(|s| is_event(*s)));
    // "*a bomb* outside a mosque killed two"
    let bomb = doer.filter(|s| goes_off(*s));
    hosts.extend(deed.or(bomb).filter(|_| does_harm(verb)).map(|tok| Host {
        tok,
        why: "the happening that did it",
        own: false,
    }));
    // "*a car* parked near a mosque exploded", "*a package* left at a bank blew up"
    let put_there = doer.filter(|_| explodes(verb)).and_then(left_there);
    hosts.extend(put_there.map(|tok| Host {
        tok,
        why: "where it had been left",
        own: false,
    }));
    // "*Monday's march* turned violent"
    hosts.extend(deed.filter(|_| becomes(verb)).map(|tok| Host {
        tok,
        why: "the happening that became so",
        own: true,
    }));
    // "The ministers, *meeting* in Kalem on Monday, agreed"
    // "*Meeting* in Kalem on Monday, the ministers agreed"
    let described = own.and_then(|s| s.child(&["acl"]));
    let meeting = described
        .into_iter()
        .chain(verb.children().filter(|c| c.dep() == "advcl"))
        .find(|m| m.tag() == "VBG" && m.lemma() == "meet" && m.i < verb.i);
    hosts.extend(meeting.filter(|_| !is_cue(verb)).map(|tok| Host {
        tok,
        why: "the meeting of those who did it",
        own: false,
    }));
    // "were killed after a bus ran over a mine in Mandera": how they came to be hurt.
    let hurt = matches!(verb.lemma(), "kill" | "wound" | "injure" | "hurt" | "die");
    let cause = verb
        .children()
        .find(|c| hurt && is_cause(*c) && !counts_from_another(verb, *c));
    hosts.extend(cause.map(|tok| Host {
        tok,
        why: "the clause that says how it came about",
        own: false,
    }));
    // "launched attacks": what hangs on the object noun that names the same event.
    if CARRIERS.contains(&verb.lemma())
        && let Some(object) = verb.child(&["dobj"]).filter(|o| is_event(*o))
    {
        hosts.push(Host {
            tok: object,
            why: "the noun that names it",
            own: true,
        });
    }
    // "*crossed* into Danu and blew up a bridge": there.
    let came = verb.head().filter(|first| {
        verb.dep() == "conj"
            && own.is_none()
            && matches!(first.lemma(), "arrive" | "burst" | "cross" | "march")
    });
    hosts.extend(came.map(|tok| Host {
        tok,
        why: "the place that they came into",
        own: false,
    }));
    // "carried out an operation in Kalem *in which* six were killed and two were freed"
    let mut told = verb.first_conjunct();
    // "an ambush in Kalem in which fighters claim *to have killed* six"
    if let Some(claims) = told
        .head()
        .filter(|v| told.dep() == "xcomp" && v.pos() == Pos::Verb)
    {
        told = claims;
    }
    let setting = told
        .head()
        .filter(|noun| told.dep() == "relcl" && is_in_which(told) && noun.pos() == Pos::Noun);
    hosts.extend(setting.map(|tok| Host {
        tok,
        why: "in which it came about",
        own: false,
    }));
    // "was forced to work in the engine room": what somebody is made to do.
    let made_to = verb
        .child(&["xcomp"])
        // "is due to meet her on Friday"
        .or_else(|| verb.child(&["acomp"])?.child(&["xcomp"]))
        .filter(|_| !is_cue(verb));
    hosts.extend(made_to.map(|tok| Host {
        tok,
        why: "what it comes to",
        own: false,
    }));
    // "*Fighting* broke out in May".
    if verb.dep() == "csubj" {
        carried_by(verb, hosts);
    }
    upward(verb, hosts);
}

/// From a clause that only goes on with another: "attacked a post, *killing* two", "managed to
/// *kill*".
fn upward<'d>(verb: Tok<'d>, hosts: &mut Vec<Host<'d>>) {
    let mut at = verb;
    for _ in 0..3 {
        // "staging attacks and *imposing* fees": what the first goes on with, the second does.
        if at.child(&["nsubj", "nsubjpass"]).is_none() {
            at = at.first_conjunct();
        }
        let Some(head) = at.head() else { return };
        let takes_over = match at.dep() {
            // "staging attacks", not "after staging attacks" or "if they staged".
            "advcl" => at.tag() == "VBG" && at.child(&["mark", "prep"]).is_none_or(|c| c.i > at.i),
            "xcomp" => !is_cue(head),
            _ => false,
        };
        if !takes_over || !matches!(head.pos(), Pos::Verb | Pos::Aux) {
            return;
        }
        let why = "the clause it goes on with";
        hosts.push(Host {
            tok: head,
            why,
            own: false,
        });
        // "continue to operate in the desert, *targeting* convoys".
        let carried = head.children().find(|c| c.dep() == "xcomp" && c.i < at.i);
        hosts.extend(carried.map(|tok| Host {
            tok,
            why,
            own: false,
        }));
        at = head;
    }
}

/// "turned violent", "descended into chaos": what became of a happening.
fn becomes(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "become" | "degenerate" | "descend" | "erupt" | "escalate" | "turn"
    )
}

/// What a happening does to people and things.
fn does_harm(verb: Tok<'_>) -> bool {
    is_hurting(verb)
        || matches!(
            verb.lemma(),
            "leave" | "claim" | "destroy" | "damage" | "maim" | "displace"
        )
}

fn is_hurting(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "kill" | "wound" | "injure" | "hurt" | "die" | "shoot"
    )
}

/// "*stormed* the house and arrested two on Friday": two deeds of one hour.
fn sets_about(first: Tok<'_>, then: Tok<'_>) -> bool {
    const ASSAILING: [&str; 16] = [
        "ambush", "attack", "beat", "bomb", "break", "burst", "fire", "invade", "open", "raid",
        "shell", "shoot", "stab", "storm", "strangle", "throw",
    ];
    const THEN: [&str; 14] = [
        "abduct", "arrest", "behead", "burn", "capture", "destroy", "detain", "dump", "kidnap",
        "loot", "rob", "seize", "set", "take",
    ];
    ASSAILING.contains(&first.lemma()) && (is_hurting(then) || THEN.contains(&then.lemma()))
}

/// "… when a bomb went off", "… as they left": a clause of what happened at the same time.
fn is_meanwhile(clause: Tok<'_>) -> bool {
    let told = matches!(clause.tag(), "VBD" | "VBN" | "VBZ" | "VBP");
    let opened = clause
        .children()
        .filter(|c| c.i < clause.i)
        .any(|c| c.dep_in(&["advmod", "mark"]) && matches!(c.lower(), "when" | "as" | "while"));
    // "may strike, as it *did* in May": that was another time.
    let likens = clause.lemma() == "do" && clause.child(&["dobj"]).is_none();
    // "as agreed in May" tells of an agreement before.
    let own = clause.tag() != "VBN" || clause.child(&["nsubj", "nsubjpass"]).is_some();
    clause.dep() == "advcl"
        && clause.pos() == Pos::Verb
        && told
        && opened
        && own
        && !likens
        && !sets_against(clause)
}

/// "…, *while* residents accuse the army": what stands against the rest has its own place and time.
pub(super) fn sets_against(clause: Tok<'_>) -> bool {
    let behind_comma = |link: Tok<'_>| link.prev().is_some_and(|t| t.text() == ",");
    clause.dep() == "advcl"
        && clause.tag() != "VBG"
        && clause
            .children()
            .filter(|c| c.i < clause.i && c.dep_in(&["advmod", "mark"]))
            .any(|c| matches!(c.lower(), "while" | "whereas") && behind_comma(c))
}

/// "… after a bus ran over a mine", "… when a bomb went off": a finite clause behind who was hurt.
fn is_cause(clause: Tok<'_>) -> bool {
    let opened = clause
        .children()
        .filter(|c| c.i < clause.i)
        .any(|c| c.dep_in(&["mark", "advmod"]) && matches!(c.lower(), "after" | "when" | "as"));
    clause.dep() == "advcl" && matches!(clause.tag(), "VBD" | "VBN" | "VBZ") && opened
}

/// "in which a student was killed".
fn is_in_which(clause: Tok<'_>) -> bool {
    clause.children().any(|c| {
        c.dep() == "prep"
            && matches!(c.lower(), "in" | "during")
            && c.child(&["pobj"]).is_some_and(|o| o.lower() == "which")
    })
}

fn of_noun<'d>(noun: Tok<'d>, hosts: &mut Vec<Host<'d>>) {
    // "an attack carried out on Monday", "the attack, which took place on Monday".
    for clause in noun
        .children()
        .filter(|c| c.i > noun.i && c.dep_in(&["acl", "relcl"]))
    {
        // "the visit, *starting* on Monday"
        let begins = || matches!(clause.lemma(), "begin" | "start") && clause.tag() == "VBG";
        let about_it = clause.dep() == "acl" && (clause.tag() == "VBN" || begins())
            || subject_is_relative(clause);
        // "the attack, which the ministry said *took place* on Monday"
        let reported = clause
            .child(&["ccomp"])
            .filter(|c| is_cue(clause) && subject_is_relative(*c));
        hosts.extend(reported.map(|tok| Host {
            tok,
            why: "a clause about it",
            own: true,
        }));
        if about_it && !is_cue(clause) {
            hosts.push(Host {
                tok: clause,
                why: "a clause about it",
                own: true,
            });
        }
    }
    // "a role in recent unrest": the happening it was part of.
    enclosing_event(noun, &["in", "during"], hosts);
    // "Two are dead and five *injured* in a shooting on Monday"
    let injured = match noun.dep() {
        "acomp" => noun.head().and_then(|be| be.child(&["conj"])),
        // "Two dead, five *injured* in Kalem shooting"
        "ROOT" => noun.child(&["conj"]).and_then(|five| five.child(&["acl"])),
        _ => None,
    };
    let injured = injured.filter(|v| noun.lemma() == "dead" && is_hurting(*v));
    if let Some(injured) = injured {
        hosts.push(Host {
            tok: injured,
            why: "which came about in the same happening",
            own: false,
        });
        enclosing_event(injured, &["in", "during", "by", "after"], hosts);
    }
    // "the Mandera attack was one of two *strikes*".
    let one = noun
        .head()
        .filter(|of| of.lower() == "of")
        .and_then(Tok::head);
    let said_of = one.filter(|o| o.lower() == "one").unwrap_or(noun);
    if said_of.dep() == "attr"
        && let Some(subject) = said_of
            .head()
            .and_then(|v| v.child(&["nsubj"]))
            .filter(|s| is_event(*s))
    {
        hosts.push(Host {
            tok: subject,
            why: "the happening that it is",
            own: false,
        });
    }
    carried_by(noun.first_conjunct(), hosts);
}

/// "entered *its third week*"
fn enters_a_time(verb: Tok<'_>) -> bool {
    let span_of_time = |o: Tok<'_>| o.name_label() == "DATE" && o.pos() == Pos::Noun;
    verb.lemma() == "enter" && verb.child(&["dobj"]).is_some_and(span_of_time)
}

fn subject_is_relative(clause: Tok<'_>) -> bool {
    clause
        .child(&["nsubj", "nsubjpass"])
        .is_some_and(|s| matches!(s.lower(), "which" | "that"))
}

/// The verb that only carries a noun, and what that verb goes on with.
fn carried_by<'d>(noun: Tok<'d>, hosts: &mut Vec<Host<'d>>) {
    let Some(head) = noun.head() else { return };
    // "are due *to resume* in Kalem on Monday"
    let below = Some(noun).filter(|n| n.dep_in(&["nsubj", "nsubjpass"]));
    let below = below.and_then(|n| happens_below(n, head));
    hosts.extend(below.map(|tok| Host {
        tok,
        why: "what it is to do",
        own: true,
    }));
    // "The visit *is due* in September"
    let due = head
        .child(&["acomp"])
        .filter(|a| noun.dep() == "nsubj" && a.lower() == "due");
    hosts.extend(due.map(|tok| Host {
        tok,
        why: "when it is to be",
        own: true,
    }));
    let verb = match noun.dep() {
        "dobj" | "nsubjpass" if CARRIERS.contains(&head.lemma()) => head,
        "nsubj" | "nsubjpass" | "csubj"
            if OCCURRENCES.contains(&head.lemma()) || enters_a_time(head) =>
        {
            head
        }
        "nsubjpass" if perceiving(noun).is_some() => head,
        "pobj" => {
            // "fell in an attack", "including an attack": what surrounds it holds for it too.
            let Some(above) = head.head() else { return };
            match head.lower() {
                "including" if above.pos() == Pos::Verb || is_event(above) => {
                    hosts.push(Host {
                        tok: above,
                        why: "the happening that includes it",
                        own: false,
                    });
                    if above.pos() != Pos::Verb {
                        carried_by(above, hosts);
                    }
                    return;
                }
                // "is due in Kalem on Monday *for talks*"
                "for" => {
                    let there = comes_for(head).filter(|v| matches!(v.lemma(), "be" | "expect"));
                    let due = there.and_then(|v| v.child(&["acomp"]));
                    hosts.extend(there.into_iter().chain(due).map(|tok| Host {
                        tok,
                        why: "where and when somebody comes for it",
                        own: false,
                    }));
                    return;
                }
                "in" | "by" | "during"
                    if above.pos() == Pos::Verb && OCCURRENCES.contains(&above.lemma()) =>
                {
                    above
                }
                // "a war that began *with an invasion* in March"
                "with" if matches!(above.lemma(), "begin" | "start" | "open" | "end") => above,
                _ => return,
            }
        }
        _ => return,
    };
    if is_cue(verb) && verb.lemma() != "claim" && perceiving(noun).is_none() {
        return;
    }
    hosts.push(Host {
        tok: verb,
        why: "the verb that carries it",
        own: true,
    });
    // "The raid began at noon and *ended* at dusk".
    let ends = verb.children().filter(|c| {
        let own_subject = c.child(&["nsubj", "nsubjpass"]).is_some();
        c.dep() == "conj" && !own_subject && ENDINGS.contains(&c.lemma())
    });
    hosts.extend(ends.map(|tok| Host {
        tok,
        why: "the verb that ends it",
        own: true,
    }));
    // "the attack sparked a fire *at* a refinery"
    let led_to = verb.child(&["dobj"]).filter(|o| {
        noun.dep() == "nsubj" && matches!(o.lemma(), "fire" | "blaze" | "explosion" | "panic")
    });
    hosts.extend(led_to.map(|tok| Host {
        tok,
        why: "what it led to",
        own: false,
    }));
    enclosing_event(verb, &["in", "during"], hosts);
    upward(verb, hosts);
}

/// "the latest *of which*"
fn is_of_which(part: Tok<'_>) -> bool {
    object_of(part, "of").is_some_and(|o| o.lower() == "which")
}

/// "charged *in the March shooting*", "arrested *in the bombing* of a mosque": what the case is about, and not when and
/// where the law acts; "arrested in a raid" is.
fn is_case_of(verb: Tok<'_>, happening: Tok<'_>) -> bool {
    const PROSECUTING: [&str; 12] = [
        "accuse",
        "acquit",
        "arraign",
        "charge",
        "clear",
        "convict",
        "exonerate",
        "imprison",
        "indict",
        "jail",
        "prosecute",
        "sentence",
    ];
    const TAKING: [&str; 6] = ["apprehend", "arrest", "detain", "hold", "nab", "question"];
    const CRIMES: [&str; 24] = [
        "abduction",
        "ambush",
        "arson",
        "assassination",
        "assault",
        "attack",
        "beheading",
        "blast",
        "bombing",
        "carjacking",
        "death",
        "explosion",
        "heist",
        "hijacking",
        "kidnapping",
        "killing",
        "knifing",
        "lynching",
        "massacre",
        "murder",
        "robbery",
        "shooting",
        "slaying",
        "stabbing",
    ];
    let in_court = matches!(
        happening.lemma(),
        "hearing" | "proceeding" | "retrial" | "session" | "trial"
    );
    PROSECUTING.contains(&verb.lemma()) && !in_court
        || TAKING.contains(&verb.lemma()) && CRIMES.contains(&happening.lemma())
}

/// "were injured as a result of *two attacks*": the happening that harm is put down to.
fn result_of(verb: Tok<'_>) -> Option<Tok<'_>> {
    let mut links = verb
        .children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "as" | "because" | "due"));
    links.find_map(|link| {
        let result = match link.lower() {
            "as" => object_of(
                link.child(&["pobj"]).filter(|r| r.lemma() == "result")?,
                "of",
            ),
            "because" => object_of(link, "of").or_else(|| link.child(&["pobj"])),
            _ => object_of(link, "to"),
        };
        result
            .map(counted_events)
            .filter(|o| does_harm(verb) && is_event(*o))
    })
}

/// The happening in which, or by which, something came about.
fn enclosing_event<'d>(tok: Tok<'d>, prepositions: &[&str], hosts: &mut Vec<Host<'d>>) {
    let links = tok
        .children()
        .filter(|c| c.dep() == "prep" && prepositions.contains(&c.lower()));
    let events = links
        .filter_map(|link| link.child(&["pobj"]))
        // "captured in *a series of raids* on Friday"
        .map(counted_events)
        .filter(|o| is_event(*o) && !is_case_of(tok, *o));
    hosts.extend(events.map(|tok| Host {
        tok,
        why: "the happening in which it came about",
        own: false,
    }));
}

/// "a series of *raids*": the happenings that a noun counts.
fn counted_events(noun: Tok<'_>) -> Tok<'_> {
    let counts = !is_event(noun) && is_transparent(noun);
    object_of(noun, "of").filter(|_| counts).unwrap_or(noun)
}

/// Whether a noun names a happening.
pub(super) fn is_event(noun: Tok<'_>) -> bool {
    noun.name_label() == "EVENT" && noun.pos() == Pos::Propn
        || matches!(noun.pos(), Pos::Noun | Pos::Propn)
            && noun_classes(&noun.lemma().to_lowercase()).meets(ClassSet::of(&[NounClass::Event]))
}

/// Whether a verb gives somebody's words.
pub(super) fn is_cue(verb: Tok<'_>) -> bool {
    use dateline_data::cues::{CueClass, CuePos, Cues};
    let says = |class| matches!(class, CueClass::Say | CueClass::Express);
    matches!(verb.pos(), Pos::Verb | Pos::Aux)
        && Cues::get()
            .rows(CuePos::Verb, verb.lemma())
            .iter()
            .any(|row| row.tail.is_none() && row.clause && says(row.class))
}

/// "*blew* up", "*went* off"
fn explodes(verb: Tok<'_>) -> bool {
    matches!(verb.lemma(), "blow" | "detonate" | "explode" | "go")
}

/// "a car *parked* near a mosque", "a bag *left* at a bank": somebody put it where it is.
fn left_there(thing: Tok<'_>) -> Option<Tok<'_>> {
    let put = |c: &Tok<'_>| matches!(c.lemma(), "abandon" | "leave" | "park" | "place" | "plant");
    thing.child(&["acl"]).filter(put)
}

/// Arms that harm where they are, unlike those that come from afar.
fn goes_off(noun: Tok<'_>) -> bool {
    matches!(noun.lemma(), "bomb" | "device" | "explosive" | "mine")
}

/// The first token of a run that hangs outside it: where a phrase is tied into the tree.
pub(super) fn top_of(doc: &Document, tokens: std::ops::Range<usize>) -> Option<Tok<'_>> {
    doc.range(tokens.clone())
        .find(|t| t.pos() != Pos::Punct && t.head().is_none_or(|h| !tokens.contains(&h.i)))
}
