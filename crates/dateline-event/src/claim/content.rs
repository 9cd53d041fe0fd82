//! What is only asked for, refused, threatened or promised.
//!
//! PLOVER codes the speech act alone: "urged Kenya to *withdraw*" is a REQUEST, and no RETREAT has
//! taken place. What is condemned or praised has happened and keeps its claim; what is alleged keeps it
//! as its accuser's.

use super::phrase::{governed, lemma_in};
use super::trigger::{Body, Hit, demands_an_end, noun_clause};
use dateline_data::EventType;
use dateline_text::Tok;
use dateline_text::phrase::has_to;

/// Heads of what a speech act is about; none for a hit that is no such act.
pub fn roots<'d>(hit: &Hit<'d, '_>) -> Vec<Tok<'d>> {
    if let Some(ended) = no_longer_done(hit) {
        return vec![ended];
    }
    let Some(prepositions) = content_prepositions(hit) else {
        return agreed_on(hit);
    };
    if rejects_what_was_said(hit) {
        return Vec::new();
    }
    let (links, clause, object) = match &hit.body {
        Body::Verb(clause) => (
            &clause.links,
            clause.complement,
            clause.object.map(|o| o.tok),
        ),
        Body::Noun(nominal) => (&nominal.links, noun_clause(nominal.noun), None),
    };
    let near: Vec<_> = hit
        .companions
        .iter()
        .copied()
        .flat_map(super::clause::links)
        .collect();
    let mut roots: Vec<Tok<'d>> = links
        .iter()
        .chain(&near)
        .filter(|(link, _)| prepositions.contains(&link.lower()))
        .filter_map(|(link, object)| object.or_else(|| governed(*link)))
        .collect();
    roots.extend(clause);
    roots.extend(object);
    roots.extend(
        hit.companions
            .iter()
            .flat_map(|c| c.children().filter(|a| a.dep_in(&["acl", "xcomp"]))),
    );
    let purpose = hit
        .head
        .children()
        .filter(|c| c.dep() == "advcl" && c.tag() == "VB");
    // "were called to mark a year *since people were killed*": what came before is not what is asked for.
    roots.retain(|root| !is_past_aside(*root));
    roots.extend(purpose);
    roots
}

/// "stopped *supplying* the town with flour": what is done no longer is the stopping's, and no aid that was not given.
pub fn no_longer_done<'d>(hit: &Hit<'d, '_>) -> Option<Tok<'d>> {
    let Body::Verb(clause) = &hit.body else {
        return None;
    };
    let ends = hit.entry.kind == EventType::Sanction
        && lemma_in(hit.head, &["cease", "halt", "stop", "suspend"]);
    clause.complement.filter(|deed| ends && deed.tag() == "VBG")
}

/// "signed a deal *to reopen the border*", "an accord *to free* them": what is agreed on is still to be done.
fn agreed_on<'d>(hit: &Hit<'d, '_>) -> Vec<Tok<'d>> {
    let infinitive =
        |c: &Tok<'d>| c.dep_in(&["acl", "relcl", "xcomp"]) && c.tag() == "VB" && has_to(*c);
    let deal = |c: &&Tok<'d>| {
        hit.entry.kind == EventType::Support
            && lemma_in(
                **c,
                &["accord", "agreement", "deal", "pact", "protocol", "treaty"],
            )
    };
    let signed = hit.companions.iter().filter(deal);
    signed
        .flat_map(|c| c.children().filter(infinitive))
        .collect()
}

/// Nouns for what is said to be so.
const SAID: [&str; 8] = [
    "claim",
    "allegation",
    "accusation",
    "report",
    "suggestion",
    "assertion",
    "charge",
    "rumour",
];

/// "urged them to look into *claims that officers beat him*": others say so, and nobody asks for it.
fn is_said_by_others(clause: Tok<'_>) -> bool {
    clause.dep_in(&["acl", "ccomp", "relcl"])
        && clause.tag() == "VBD"
        && clause.child(&["mark"]).is_some_and(|m| m.lower() == "that")
        && clause
            .head()
            .is_some_and(|noun| SAID.contains(&noun.lemma()))
}

/// "rejected *claims that* it had carried out the attack": what is said not to be so, not what is refused.
fn rejects_what_was_said(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    hit.entry.kind == EventType::Reject
        && clause.object.is_some_and(|o| {
            let clause = o.tok.children().any(|c| c.dep_in(&["acl", "ccomp"]));
            SAID.contains(&o.tok.lemma()) && clause
        })
}

/// A finite clause of what came before or was the reason.
fn is_past_aside(clause: Tok<'_>) -> bool {
    clause.dep() == "advcl"
        && clause
            .child(&["mark"])
            .is_some_and(|m| matches!(m.lower(), "since" | "after" | "because" | "when"))
}

/// The prepositions that introduce what an act of this sort is about.
fn content_prepositions(hit: &Hit<'_, '_>) -> Option<&'static [&'static str]> {
    match hit.entry.kind {
        EventType::Request => Some(&["for", "on", "to", "upon", "with"]),
        EventType::Reject => Some(&["to", "of", "for", "on"]),
        EventType::Threaten => Some(&["with", "of", "to"]),
        EventType::Agree => Some(&["to", "on", "upon", "of", "in", "for"]),
        _ => None,
    }
}

/// Tokens below a root, without asides that say what did happen ("after the attack", "which …").
pub fn below<'d>(root: Tok<'d>, act: Tok<'d>) -> Vec<usize> {
    const ASIDES: &[&str] = &[
        "after",
        "before",
        "since",
        "following",
        "during",
        "over",
        "amid",
        "despite",
    ];
    let mut found = vec![root];
    let mut next = 0;
    while next < found.len() {
        let above = found[next];
        let inner = above.children().filter(|c| {
            // "do more *to stop* the violence"
            let purpose = c.dep() == "advcl"
                && c.tag() == "VB"
                && c.children()
                    .any(|to| to.lower() == "to" && to.dep() == "aux");
            // "demanded that the men *arrested* by police be freed"
            let described = c.dep() == "acl" && c.tag() == "VBN";
            // "said *the raids* must stop": they are going on.
            !(c.dep_in(&["relcl", "advcl", "appos"]) && !purpose
                || described
                || c.dep() == "nsubj" && demands_an_end(above)
                || is_said_by_others(*c)
                || (c.dep() == "prep" && ASIDES.contains(&c.lower())))
        });
        found.extend(inner);
        next += 1;
    }
    found.iter().map(|t| t.i).filter(|i| *i != act.i).collect()
}
