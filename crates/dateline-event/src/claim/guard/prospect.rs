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
