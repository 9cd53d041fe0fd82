//! How a number of people stands to other numbers: a whole, a part of one, one that was overtaken, a sum
//! over a longer time.

use super::fate::{Fate, of_adjective, of_counted};
use super::headline::is_number;
use crate::Layers;
use crate::claim::clause::members_of;
use dateline_text::{Pos, TimeKind, Tok};

/// How a statement about people stands to others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// By itself.
    Whole,
    /// Some of those of whom another statement tells: "12 people, *including three children*".
    Part,
    /// A number told before, which the text gives another for: "from *an initial 21*".
    Overtaken,
    /// A total over a longer time: "*more than 20,000* since 2015".
    Sum,
}

/// Days beyond which a stretch of time holds more than one happening.
const A_WEEK: i32 = 7;

/// Those whom a statement about people picks out of the others: "12 people, including *three
/// children*", "killed 12, *three* of them children".
pub(super) fn parts_of(person: Tok<'_>) -> Vec<Tok<'_>> {
    let including = person
        .children()
        .filter(|c| c.i > person.i && c.lower() == "including")
        .filter_map(|c| c.child(&["pobj", "dobj"]));
    let mut parts: Vec<Tok<'_>> = Vec::new();
    for first in including {
        parts.extend(std::iter::once(first).chain(conjuncts(first)));
    }
    // "Thirty people died, *of whom five* were children."
    let described = person
        .children()
        .filter(|c| c.dep() == "relcl" && c.lemma() == "be")
        .filter_map(|clause| clause.child(&["nsubj"]));
    parts.extend(described.filter(|t| is_number(*t) && is_of_them(*t)));
    let doc = person.doc();
    let end = doc.sentences()[person.sentence()].tokens.end;
    // "Nine *were killed* in the raid, three of them children"
    let own = person
        .head()
        .filter(|_| person.dep_in(&["nsubj", "nsubjpass"]));
    parts.extend(
        doc.range(person.i + 1..end)
            .take_while(|t| t.pos() != Pos::Verb || Some(*t) == own)
            .filter(|t| own.is_none_or(|verb| t.i < verb.i || is_only_described(*t)))
            .filter_map(|t| match is_number(t) {
                true => Some(t).filter(|t| is_of_them(*t)),
                false => picked_out(t),
            }),
    );
    parts
}

fn conjuncts(tok: Tok<'_>) -> Vec<Tok<'_>> {
    let mut found: Vec<Tok<'_>> = tok.children().filter(|c| c.dep() == "conj").collect();
    let mut next = 0;
    while next < found.len() && found.len() < 32 {
        let more: Vec<Tok<'_>> = found[next]
            .children()
            .filter(|c| c.dep() == "conj")
            .collect();
        found.extend(more);
        next += 1;
    }
    found
}

/// "three *of them*", "12 *of whom*", "*of whom* 12".
fn is_of_them(number: Tok<'_>) -> bool {
    let them = |t: Tok<'_>| matches!(t.lower(), "them" | "whom");
    let of = number.next().filter(|of| of.lower() == "of");
    let behind = of.and_then(Tok::next).is_some_and(them);
    let whom = number.prev().filter(|t| t.lower() == "whom");
    behind
        || whom
            .and_then(Tok::prev)
            .is_some_and(|of| of.lower() == "of")
}

/// "three of them *children*", "two of whom *critically*", "among them four children": what follows says who or how, and no
/// other fate: "nine of them were captured".
fn is_only_described(part: Tok<'_>) -> bool {
    let of = part.next().filter(|of| of.lower() == "of");
    let behind = match of {
        Some(of) => of.next().and_then(Tok::next),
        None => part.next(),
    };
    let says_how = |t: Tok<'_>| {
        matches!(t.pos(), Pos::Noun | Pos::Adj | Pos::Adv | Pos::Adp) && t.tag() != "VBN"
    };
    !(is_number(part) && is_of_them(part)) || behind.is_some_and(says_how)
}

/// "*among them four children*": those counted right behind such words.
fn picked_out(among: Tok<'_>) -> Option<Tok<'_>> {
    let them = among
        .next()
        .filter(|t| among.lower() == "among" && matches!(t.lower(), "them" | "whom" | "those"))?;
    let first = them.next()?;
    let counted = first
        .head()
        .filter(|noun| first.dep() == "nummod" && noun.i > first.i)
        .unwrap_or(first);
    is_number(first).then_some(counted)
}

/// "two nurses were among those *hurt*", "those *arrested* included a clerk": whom the words pick out are some of them.
pub(crate) fn is_said_of_those(participle: Tok<'_>) -> bool {
    participle.dep_in(&["acl", "relcl"])
        && participle
            .head()
            .is_some_and(|those| members_of(those).is_some())
}

/// "*Four children* were among the dead", "Among the wounded were *two nurses*", "The dead included *a nun*": whom the
/// verb tells of, and what became of them.
pub(super) fn among(verb: Tok<'_>) -> Option<(Fate, Tok<'_>)> {
    if verb.lemma() == "include" {
        let all = verb.child(&["nsubj"])?;
        let fate = of_counted(all).or_else(|| of_adjective(all))?;
        return Some((fate, verb.child(&["dobj"])?));
    }
    if verb.lemma() != "be" {
        return None;
    }
    let among = verb.children().find(|c| c.lower() == "among")?;
    let all = among.child(&["pobj"])?;
    let fate = of_counted(all).or_else(|| of_adjective(all))?;
    let who = verb.child(&["nsubj"]).or_else(|| {
        verb.children()
            .find(|c| c.i > verb.i && c.dep_in(&["attr", "nsubjpass"]))
    })?;
    Some((fate, who))
}

/// Whether what a word tells is a total over a longer time: "since 2015", "so far this year", "over the
/// past decade".
pub(crate) fn is_over_a_time(layers: &Layers<'_>, word: Tok<'_>) -> bool {
    let since = |c: &Tok<'_>| {
        c.dep() == "prep" && c.lower() == "since"
            || c.dep() == "advcl" && c.child(&["mark"]).is_some_and(|m| m.lower() == "since")
    };
    let long = |tok: Tok<'_>| {
        let time = layers.times.iter().find(|t| t.span.contains(tok.span()));
        time.is_some_and(|time| {
            let days = time
                .when
                .map(|when| when.last.since(when.first).map_or(0, |s| s.get_days()));
            let open = time.value.starts_with('P') && time.value.ends_with(['M', 'Y']);
            let year = time.span.slice(layers.doc.text()).to_lowercase();
            let current = matches!(
                year.as_str(),
                "this year" | "so far this year" | "this month"
            );
            matches!(time.kind, TimeKind::Duration | TimeKind::Set)
                && (days.is_some_and(|d| d > A_WEEK) || open)
                || current
        })
    };
    let during = |c: &Tok<'_>| {
        c.dep() == "prep"
            && matches!(c.lower(), "in" | "over" | "during" | "within" | "for")
            && c.child(&["pobj"]).is_some_and(long)
    };
    let bare = |c: &Tok<'_>| c.dep_in(&["npadvmod", "advmod", "tmod"]) && long(*c);
    word.children()
        .any(|c| c.i > word.i && (since(&c) || during(&c) || bare(&c)))
}
