//! What is only asked, intended or forestalled.

use crate::claim::clause;
use crate::claim::phrase::lemma_in;
use crate::claim::trigger::{Body, Hit};
use crate::factuality::is_meant_by_nobody;
use dateline_text::phrase::calls_off;
use dateline_text::{Pos, Tok};

pub(super) fn opens_as_question(clause: Tok<'_>) -> bool {
    let opening = clause.subtree().into_iter().next();
    opening.is_some_and(|t| matches!(t.tag(), "WRB" | "WP" | "WDT") && t != clause)
}

/// "*asked* whether she had resigned", "*Asked* why": who wants to know demands nothing.
pub(super) fn puts_a_question(tok: Tok<'_>) -> bool {
    let asks_for = |c: Tok<'_>| {
        c.dep() == "mark" && matches!(c.lower(), "if" | "whether")
            || matches!(c.tag(), "WRB" | "WP" | "WDT") && c.i > tok.i
    };
    matches!(tok.lemma(), "ask" | "inquire" | "enquire")
        && tok.children().any(|c| {
            c.dep_in(&["ccomp", "advcl", "xcomp"])
                && c.i > tok.i
                // "asked *how much* was left"
                && (c.children().any(asks_for) || opens_as_question(c))
        })
}

pub(super) fn is_question(tok: Tok<'_>) -> bool {
    let sentence = tok.doc().sentences()[tok.sentence()].tokens.clone();
    let last = tok
        .doc()
        .range(sentence)
        .rev()
        .find(|t| t.pos() != Pos::Space && !matches!(t.text(), "\"" | "”" | "'" | "’"));
    last.is_some_and(|t| t.text() == "?")
}

/// "*asking* not to be named".
pub(super) fn is_to_stay_unnamed(tok: Tok<'_>) -> bool {
    if tok
        .child(&["dobj"])
        .is_some_and(|o| o.lemma() == "anonymity")
    {
        return true;
    }
    let anonymous = |c: Tok<'_>| {
        matches!(
            c.lower(),
            "anonymous" | "nameless" | "unidentified" | "unnamed"
        )
    };
    tok.child(&["xcomp"]).is_some_and(|named| {
        matches!(named.lemma(), "name" | "identify" | "quote")
            && named.child(&["auxpass"]).is_some()
            && named.child(&["neg"]).is_some()
            || named.lemma() == "remain" && named.children().any(anonymous)
    })
}

/// "banned demonstrations", "called off a strike": it is the object of what keeps it from being.
pub(super) fn is_forestalled(tok: Tok<'_>) -> bool {
    const VERBS: &[&str] = &[
        "ban",
        "prohibit",
        "outlaw",
        "cancel",
        "prevent",
        "avert",
        "avoid",
        "postpone",
        "forbid",
        "deter",
        "discourage",
        "oppose",
        "forestall",
        "preempt",
        "lack",
        "fear",
        "expect",
        "anticipate",
        "await",
        "rule",
        "delay",
        "seek",
        "propose",
        "consider",
        "debate",
        "suggest",
        "recommend",
        "mull",
    ];
    if !matches!(tok.pos(), Pos::Noun | Pos::Propn) {
        return false;
    }
    // "lifted a ban on *exports* to Danu": what was not to be.
    let banned = tok
        .head()
        .filter(|on| tok.dep() == "pobj" && matches!(on.lower(), "against" | "of" | "on"))
        .and_then(Tok::head);
    if banned.is_some_and(|b| lemma_in(b, &["ban", "moratorium", "prohibition"])) {
        return true;
    }
    if !tok.dep_in(&["dobj", "nsubjpass"]) {
        return false;
    }
    // "*failed to prevent* the massacre": it took place.
    let in_vain = |v: Tok<'_>| {
        lemma_in(v, &["prevent", "avert", "avoid"])
            && (v.child(&["neg"]).is_some()
                || v.dep() == "xcomp" && v.head().is_some_and(|f| lemma_in(f, &["fail"])))
    };
    tok.head().is_some_and(|v| {
        lemma_in(v, VERBS) && !in_vain(v)
            || (v.lemma() == "call"
                && v.child(&["prt", "advmod"])
                    .is_some_and(|p| p.lower() == "off"))
    })
}

/// What is said and done against an agreement that others made or may make.
const AGAINST: &[&str] = &[
    "annul",
    "blast",
    "block",
    "campaign",
    "condemn",
    "contest",
    "criticise",
    "criticize",
    "criticism",
    "decry",
    "demonstrate",
    "demonstration",
    "denounce",
    "dismiss",
    "fear",
    "march",
    "opposition",
    "overturn",
    "protest",
    "rally",
    "rejection",
    "resist",
    "resistance",
    "slam",
    "strike",
    "vote",
];

/// "marched to protest *a trade deal* with Danu", "rallied against *an accord*": what people are against is named, and not told
/// as made, unless the words say that it was.
pub(super) fn is_opposed_agreement(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let made = |c: Tok<'_>| {
        let made = lemma_in(c, &["agree", "reach", "seal", "sign", "strike"]);
        c.dep_in(&["acl", "amod", "relcl"]) && made
    };
    let deal = nominal.carrier.first_conjunct();
    // "burned *copies of* an agreement"
    let named = deal
        .head()
        .filter(|of| deal.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|n| lemma_in(*n, &["copy", "part", "term", "text"]))
        .unwrap_or(deal);
    let Some(above) = named.head() else {
        return false;
    };
    // "demonstrates a commitment", "struck a deal": only with a preposition against one.
    const WITH_LINK: &[&str] = &[
        "campaign",
        "demonstrate",
        "march",
        "rally",
        "strike",
        "vote",
    ];
    let against = match named.dep() {
        "dobj" | "nsubjpass" => {
            let struck_down = above.child(&["prt"]).is_some();
            lemma_in(above, AGAINST) && (struck_down || !lemma_in(above, WITH_LINK))
                || above.lemma() == "burn"
        }
        "pobj" if matches!(above.lower(), "against" | "at" | "over" | "to") => {
            above.head().is_some_and(|v| lemma_in(v, AGAINST))
        }
        _ => false,
    };
    against && !nominal.noun.children().any(made)
}

/// "Talks due *to be held* in Kalem were postponed": what was planned, and what became of it is told by the verb above.
pub(super) fn is_called_off(tok: Tok<'_>) -> bool {
    const OFF: &[&str] = &[
        "cancel", "defer", "delay", "postpone", "put", "scrap", "shelve", "suspend",
    ];
    let planned = tok.head().filter(|p| {
        tok.dep_in(&["pcomp", "xcomp"])
            && lemma_in(*p, &["due", "expect", "plan", "schedule", "set", "slate"])
    });
    let what = planned.and_then(Tok::head);
    let verb = what.filter(|w| w.dep() == "nsubjpass").and_then(Tok::head);
    verb.is_some_and(|v| lemma_in(v, OFF) || calls_off(v))
}

/// "*anyone attacking* a clinic will be jailed", "would shoot *anybody who burned* flags": a rule for whoever does it.
pub(super) fn is_done_by_anybody(deed: Tok<'_>) -> bool {
    let describes = |t: Tok<'_>| t.dep() == "relcl" || t.dep() == "acl" && t.tag() == "VBG";
    let clause = deed.first_conjunct();
    let anybody = clause
        .head()
        .filter(|_| describes(clause))
        .filter(|who| matches!(who.lower(), "anyone" | "anybody" | "whoever"));
    anybody.is_some_and(|who| {
        who.ancestors()
            .take_while(|t| matches!(t.pos(), Pos::Verb | Pos::Aux | Pos::Adp))
            .any(|verb| {
                matches!(verb.tag(), "VB" | "VBZ" | "VBP" | "MD")
                    || verb.children().any(|c| c.dep() == "aux" && c.tag() == "MD")
            })
    })
}

/// "the intent to attack", "hopes to meet": no step towards it is said to be taken.
pub(super) fn is_intent(tok: Tok<'_>) -> bool {
    const NOUNS: &[&str] = &[
        "intent",
        "intention",
        "desire",
        "hope",
        "aim",
        "ambition",
        "wish",
        "ability",
        "capacity",
        "opportunity",
        "right",
        "chance",
        "possibility",
        "power",
        "authority",
        "capability",
        "goal",
        "need",
        "reason",
        "dream",
        "risk",
        "danger",
        "prospect",
        "fear",
        "threat",
        "option",
    ];
    const VERBS: &[&str] = &[
        "hope", "wish", "want", "like", "prefer", "love", "need", "require", "expect",
    ];
    // "has *no intention* of attacking" says that it will not come to that.
    let wishes =
        |n: Tok<'_>| NOUNS.contains(&n.lemma()) && n.pos() == Pos::Noun && !is_meant_by_nobody(n);
    let mut at = tok;
    for _ in 0..3 {
        let Some(head) = at.head() else { return false };
        match at.dep() {
            "acl" if at.tag() == "VB" => return wishes(head),
            // Who "is expected to" do a thing does not wish for it: others count on it.
            "xcomp" if head.lemma() == "expect" && clause::is_passive(head) => return false,
            "xcomp" if lemma_in(head, VERBS) => return true,
            "pcomp" => {
                return head.head().is_some_and(wishes);
            }
            // "in need of a rescue", "the risk of attacks"
            "pobj" if head.lower() == "of" => {
                return head
                    .head()
                    .is_some_and(|n| NOUNS.contains(&n.lemma()) && n.pos() == Pos::Noun);
            }
            "conj" | "dobj" | "xcomp" => at = head,
            _ => return false,
        }
    }
    false
}

/// "*Anyone* with information is *asked* to call", "urges *motorists* to slow down", "for tickets, *call* Ana Oke": the foot
/// of many a local story, with all that stands in it.
pub(super) fn is_in_public_notice(word: Tok<'_>) -> bool {
    std::iter::once(word)
        .chain(word.ancestors())
        .filter(|t| t.pos() == Pos::Verb)
        .any(|verb| asks_anybody(verb) || tells_the_reader(verb))
}

fn asks_anybody(verb: Tok<'_>) -> bool {
    const ROAD_USERS: &[&str] = &[
        "commuter",
        "cyclist",
        "driver",
        "motorist",
        "pedestrian",
        "rider",
        "traveler",
        "traveller",
    ];
    if !lemma_in(
        verb,
        &[
            "advise",
            "ask",
            "encourage",
            "implore",
            "invite",
            "remind",
            "request",
            "urge",
        ],
    ) {
        return false;
    }
    let calls = |c: Tok<'_>| lemma_in(c, &["call", "contact", "email", "phone", "ring", "text"]);
    let who_knows = |t: Tok<'_>| {
        matches!(t.lower(), "anyone" | "anybody")
            || t.tag() == "NNS"
                && lemma_in(t, ROAD_USERS)
                && t.child(&["det", "nummod", "poss"]).is_none()
            || t.subtree()
                .iter()
                .any(|b| b.i > t.i && b.lemma() == "information")
    };
    let to_do = verb.child(&["xcomp", "ccomp"]);
    let asked = verb
        .child(&["dobj", "nsubjpass"])
        .or_else(|| to_do?.child(&["nsubj"]));
    let by_nobody = verb.child(&["auxpass"]).is_some() && verb.child(&["agent"]).is_none();
    asked.is_some_and(|t| who_knows(t) || by_nobody && to_do.is_some_and(calls))
}

/// "For tickets, *call* Ana Oke": nobody is told of who calls.
fn tells_the_reader(verb: Tok<'_>) -> bool {
    verb.tag() == "VB"
        && verb.dep() == "ROOT"
        && lemma_in(verb, &["call", "contact", "email", "phone", "visit"])
        && verb.child(&["nsubj", "aux", "neg"]).is_none()
        && verb.child(&["dobj"]).is_some()
        && verb
            .children()
            .any(|c| c.i < verb.i && c.lower() == "for" && c.dep() == "prep")
}

/// "are prohibited from *killing* one another"
pub(super) fn is_barred_by_rule(deed: Tok<'_>) -> bool {
    let deed = deed.first_conjunct();
    let from = deed
        .head()
        .filter(|l| deed.dep() == "pcomp" && l.lower() == "from");
    from.and_then(Tok::head)
        .is_some_and(|v| lemma_in(v, &["ban", "bar", "forbid", "prohibit"]))
}

/// "talked about *killing* the king", "the idea of *meeting* the rebels"
pub(super) fn is_only_talked_of(deed: Tok<'_>) -> bool {
    const TALK: &[&str] = &[
        "daydream",
        "dream",
        "fantasise",
        "fantasize",
        "fantasy",
        "idea",
        "joke",
        "notion",
        "speak",
        "talk",
        "think",
        "thought",
    ];
    let deed = deed.first_conjunct();
    let about = deed.head().filter(|l| {
        let done_to = deed.tag() == "VBG" && deed.child(&["dobj"]).is_some();
        done_to && deed.dep() == "pcomp" && matches!(l.lower(), "about" | "of")
    });
    about.and_then(Tok::head).is_some_and(|v| lemma_in(v, TALK))
}

/// "*setting off* a bomb would wake the town"
pub(super) fn would_be_so(deed: Tok<'_>) -> bool {
    let open =
        |c: Tok<'_>| c.dep() == "aux" && matches!(c.lower(), "could" | "may" | "might" | "would");
    deed.tag() == "VBG"
        && deed.dep_in(&["csubj", "nsubj"])
        && deed.head().is_some_and(|v| v.children().any(open))
}

/// "to make sure that they were not *hurt*"
pub(super) fn is_made_sure(deed: Tok<'_>) -> bool {
    let deed = deed.first_conjunct();
    let sure = deed.head().filter(|_| deed.dep_in(&["advcl", "ccomp"]));
    let ensures = sure.and_then(|s| match s.lemma() {
        "ensure" => Some(s),
        "sure" | "certain" => s.head().filter(|v| v.lemma() == "make"),
        _ => None,
    });
    let nobody = |c: Tok<'_>| {
        c.dep() == "neg" || matches!(c.lower(), "nobody" | "none") || c.lower() == "no"
    };
    let spared = deed.children().any(nobody)
        || deed
            .child(&["nsubj", "nsubjpass"])
            .is_some_and(|s| s.lower() == "nobody" || s.children().any(nobody));
    spared && ensures.is_some()
}

/// "trained to *fire* at planes", "taught him to *shoot*"
pub(super) fn is_taught(deed: Tok<'_>) -> bool {
    let deed = deed.first_conjunct();
    deed.tag() == "VB"
        && deed.dep_in(&["advcl", "ccomp", "xcomp"])
        && deed
            .head()
            .is_some_and(|v| lemma_in(v, &["instruct", "learn", "teach", "train"]))
}

/// "if *someone* is *injured*, the driver must stop"
pub(super) fn may_befall_anybody(deed: Tok<'_>) -> bool {
    let anybody = |t: Tok<'_>| matches!(t.lower(), "anybody" | "anyone" | "somebody" | "someone");
    let when = |c: Tok<'_>| {
        c.dep_in(&["mark", "advmod"]) && matches!(c.lower(), "if" | "unless" | "whenever")
    };
    deed.children().any(when)
        && deed
            .child(&["dobj", "nsubj", "nsubjpass"])
            .is_some_and(anybody)
}

/// "will repel *any attack*": one that nobody has told of.
pub(super) fn is_any_that_may_come(deed: Tok<'_>) -> bool {
    const FACED: &[&str] = &[
        "answer",
        "counter",
        "deter",
        "face",
        "meet",
        "repel",
        "repulse",
        "resist",
        "respond",
        "survive",
        "thwart",
        "withstand",
    ];
    let any = |c: Tok<'_>| {
        matches!(
            c.lower(),
            "another" | "any" | "every" | "further" | "future"
        )
    };
    let verb = match deed.dep() {
        "dobj" => deed.head(),
        "pobj" => deed.head().and_then(Tok::head),
        _ => None,
    };
    deed.children().any(any) && verb.is_some_and(|v| lemma_in(v, FACED))
}

/// "ready to *reject* the bill": nobody says that it comes to that.
pub(super) fn is_only_ready_for(deed: Tok<'_>) -> bool {
    let deed = deed.first_conjunct();
    deed.dep() == "xcomp"
        && deed
            .head()
            .is_some_and(|h| lemma_in(h, &["prepared", "ready", "willing"]))
}
