//! What the sentence around an expression decides: whether it is a time, and which way it looks.

use super::anchor::Direction;
use super::meaning::{Calendar, Found, Meaning, Slot, Year};
use crate::atom::{Atom, AtomKind, Gap};
use crate::{Document, Pos, Tok};

/// Names that swallow the words of time inside them ("the Sunday Times", "April Jones").
const SWALLOWING: [&str; 9] = [
    "PERSON",
    "ORG",
    "GPE",
    "FAC",
    "LOC",
    "WORK_OF_ART",
    "PRODUCT",
    "LAW",
    "NORP",
];

/// Whether the words are a time here, and not a name, a verb, a count.
pub(super) fn is_time(doc: &Document, atoms: &[Atom], found: &Found) -> bool {
    !inside_a_longer_name(doc, atoms, found)
        && match &found.meaning {
            Meaning::Calendar(calendar) => calendar_fits(doc, atoms, found, calendar),
            Meaning::PartOfDay(_, Some(_)) => clock_fits(atoms, found),
            // "soon faced a siege" only orders what was told.
            Meaning::Reference("FUTURE_REF") if atoms[found.start].norm == "soon" => {
                direction(doc, token_range(atoms, found)) != Direction::Past
            }
            _ => true,
        }
}

fn inside_a_longer_name(doc: &Document, atoms: &[Atom], found: &Found) -> bool {
    let tokens = token_range(atoms, found);
    doc.range(tokens.clone()).any(|t| {
        let swallowed = SWALLOWING.contains(&t.name_label());
        swallowed
            && t.name()
                .is_some_and(|n| (n.first as usize) < tokens.start || n.end as usize > tokens.end)
    }) || newspaper(atoms, found)
}

/// "Sunday Times", "Friday Prayers": a weekday that opens a title.
fn newspaper(atoms: &[Atom], found: &Found) -> bool {
    let weekday = matches!(
        &found.meaning,
        Meaning::Calendar(Calendar {
            slot: Slot::Weekday(_),
            ..
        })
    );
    weekday
        && atoms.get(found.end).is_some_and(|a| {
            a.gap == Gap::Space
                && matches!(
                    &*a.norm,
                    "times"
                        | "telegraph"
                        | "mail"
                        | "mirror"
                        | "herald"
                        | "post"
                        | "express"
                        | "tribune"
                        | "independent"
                )
        })
}

/// The tokens an expression was cut from.
pub(super) fn token_range(atoms: &[Atom], found: &Found) -> std::ops::Range<usize> {
    atoms[found.start].token..atoms[found.end - 1].token + 1
}

fn calendar_fits(doc: &Document, atoms: &[Atom], found: &Found, calendar: &Calendar) -> bool {
    match (calendar.slot, calendar.year) {
        (Slot::Feast(_), _) => !names_a_happening(doc, atoms, found),
        (Slot::Month(_), None) if found.end - found.start == 1 => {
            month_fits(doc, &atoms[found.start])
        }
        (Slot::None, Some(Year::Number(_))) if found.end - found.start == 1 => {
            year_fits(doc, atoms, found.start)
        }
        _ => true,
    }
}

/// "the Ramadan Offensive", "Operation Ramadan", "Ramadan Yusuf": a name that only holds the feast's.
fn names_a_happening(doc: &Document, atoms: &[Atom], found: &Found) -> bool {
    let tokens = token_range(atoms, found);
    let named = doc.range(tokens.clone()).find_map(Tok::name);
    let in_longer = named.is_some_and(|name| {
        let longer = (name.first as usize) < tokens.start || name.end as usize > tokens.end;
        longer && doc.name_label(name) == "EVENT"
    });
    let person = named.is_some_and(|name| doc.name_label(name) == "PERSON");
    let operation = found.start > 0 && atoms[found.start - 1].norm == "operation";
    in_longer || person || operation
}

/// Everyday words that are months too need the tagger's word for it.
fn month_fits(doc: &Document, atom: &Atom) -> bool {
    let token = doc.tok(atom.token);
    let everyday = matches!(&*atom.norm, "may" | "march" | "mar" | "jun" | "jul");
    let tagged_otherwise = !matches!(token.pos(), Pos::Propn | Pos::Noun | Pos::X);
    let untagged_opening = token.pos() == Pos::X
        && token
            .prev()
            .is_none_or(|p| matches!(p.text(), "." | "“" | "\""));
    !everyday || !(tagged_otherwise || untagged_opening)
}

/// Prepositions and the like after which a bare number of four figures is a year.
const BEFORE_A_YEAR: [&str; 34] = [
    "in",
    "of",
    "since",
    "by",
    "until",
    "till",
    "from",
    "to",
    "during",
    "before",
    "after",
    "through",
    "for",
    "early",
    "late",
    "mid",
    "between",
    "and",
    "or",
    "the",
    "around",
    "about",
    "circa",
    "summer",
    "spring",
    "winter",
    "autumn",
    "fall",
    "throughout",
    "into",
    "on",
    "as",
    "than",
    "post",
];

/// Whether a bare number of four figures is a year.
fn year_fits(doc: &Document, atoms: &[Atom], at: usize) -> bool {
    let value = atoms[at].plain_integer(4).unwrap_or(0);
    let glued_after = atoms.get(at + 1).filter(|a| a.gap == Gap::Glued);
    if glued_after.is_some_and(|a| a.kind == AtomKind::Word) || !(1500..=2100).contains(&value) {
        return false;
    }
    let before = at
        .checked_sub(1)
        .map(|i| &atoms[i])
        .filter(|_| atoms[at].gap != Gap::Line);
    let token = doc.tok(atoms[at].token);
    if before.is_some_and(|b| b.is_mark(&["$", "£", "€", "#", "+"]) || b.norm == "no") {
        return false;
    }
    // "1998 people", "the 1998 elections": a plural noun right after is counted, unless "the" or a
    // possessive makes the number its label.
    let counts = atoms.get(at + 1).is_some_and(|next| {
        let noun = doc.tok(next.token);
        next.gap == Gap::Space
            && next.kind == AtomKind::Word
            && matches!(noun.tag(), "NNS" | "NNPS")
    });
    let labelled = before.is_some_and(|b| {
        matches!(
            &*b.norm,
            "the" | "its" | "their" | "his" | "her" | "s" | "a"
        )
    });
    if counts && !labelled {
        return false;
    }
    let introduced = before.is_some_and(|b| {
        BEFORE_A_YEAR.contains(&&*b.norm) || b.is_mark(&["(", "-", "–", ",", "'", "’"])
    });
    let opens = before.is_none_or(|b| b.is_mark(&[".", "“", "\""]));
    let likely = (1900..=2050).contains(&value);
    (introduced || opens || labelled || token.dep() == "nummod" || token.pos() == Pos::Num)
        && (likely || introduced)
}

/// "2:30" alone may be a score: it needs a word that introduces an hour.
fn clock_fits(atoms: &[Atom], found: &Found) -> bool {
    if found.end - found.start > 3 || atoms[found.start].kind == AtomKind::Word {
        return true;
    }
    let last = &atoms[found.end - 1];
    last.kind == AtomKind::Word
        || found.start.checked_sub(1).is_some_and(|i| {
            matches!(
                &*atoms[i].norm,
                "at" | "by"
                    | "around"
                    | "about"
                    | "until"
                    | "from"
                    | "before"
                    | "after"
                    | "since"
                    | "between"
            )
        })
}

/// Which way the verb over an expression looks. Without a parse nothing decides.
pub(super) fn direction(doc: &Document, tokens: std::ops::Range<usize>) -> Direction {
    let top = doc
        .range(tokens.clone())
        .find(|t| t.head().is_none_or(|h| !tokens.contains(&h.i)));
    let Some(top) = top else {
        return Direction::Unknown;
    };
    let introduced = tokens
        .start
        .checked_sub(1)
        .map_or("", |i| doc.tok(i).lower());
    let bounded = matches!(
        introduced,
        "by" | "until" | "till" | "through" | "to" | "effective"
    );
    // "the June 14 deadline", "payable June 14": the noun or adjective has its own time.
    let described = top.dep_in(&["compound", "nmod", "poss", "amod", "nummod"])
        // "due *to meet* on Friday": a verb between has its own time.
        || top
            .ancestors()
            .take(3)
            .take_while(|t| t.pos() != Pos::Verb)
            .any(|t| t.pos() == Pos::Adj);
    if described {
        // "the June 14 massacre": what nobody announces is over when it is told.
        let told = top
            .head()
            .is_some_and(|noun| comes_unannounced(noun.lemma()));
        return if told {
            Direction::Past
        } else {
            Direction::Unknown
        };
    }
    // "as early as Tuesday", "no later than Oct. 3".
    if is_earliest_or_latest(doc, tokens.start) {
        return Direction::Future;
    }
    // "has set May 3 as the deadline".
    let fixed = top.head().is_some_and(|verb| {
        top.dep() == "dobj" && matches!(verb.lemma(), "set" | "fix" | "schedule")
    });
    if fixed {
        return Direction::Future;
    }
    // "is investigating a raid on 18 October", "is recovering after hurting himself Saturday": what a
    // word below it tells of is not what the verb above is going to do.
    let mut told_below = false;
    for word in top.ancestors() {
        let looks_back = word.dep() == "prep" && LOOKING_BACK.contains(&word.lower());
        if told_below && looks_back {
            return Direction::Past;
        }
        if !matches!(word.pos(), Pos::Verb | Pos::Aux) {
            told_below |= word.pos() == Pos::Noun;
            continue;
        }
        let verb = word;
        match tense(verb) {
            Some(Direction::Future) if told_below && is_going_on(verb) => {
                return Direction::Unknown;
            }
            // "must answer by Oct. 31", "extended to Nov. 16": the verb's past is not the bound's.
            Some(Direction::Past) if bounded && moves_ahead(verb) => return Direction::Future,
            // "has given them until Tuesday": what has been done still binds.
            Some(Direction::Past)
                if bounded
                    && introduced != "through"
                    && verb
                        .child(&["aux"])
                        .is_some_and(|a| matches!(a.lower(), "has" | "have")) =>
            {
                return Direction::Future;
            }
            Some(Direction::Past) if introduced == "through" => return Direction::Past,
            Some(Direction::Past) if bounded => return Direction::Unknown,
            // "has scheduled a hearing Thursday": what is set up is still to come.
            Some(Direction::Past) if sets_up(verb) => return Direction::Future,
            Some(direction) => return direction,
            None => told_below = true,
        }
    }
    Direction::Unknown
}

/// Prepositions whose happening lies before that of the verb over them.
const LOOKING_BACK: [&str; 4] = ["after", "following", "since", "from"];

/// "is investigating": a present that does not itself look ahead.
fn is_going_on(verb: Tok<'_>) -> bool {
    let helper = |words: &[&str]| {
        verb.children()
            .any(|c| c.dep() == "aux" && words.contains(&c.lower()))
    };
    verb.tag() == "VBG" && helper(&["is", "are", "am", "'s", "'re"])
}

/// Verbs of those who are busy with what has happened.
fn dwells_on(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "investigate"
            | "probe"
            | "search"
            | "look"
            | "hunt"
            | "seek"
            | "recover"
            | "mourn"
            | "remember"
            | "review"
            | "fight"
            | "ask"
            | "try"
            | "question"
            | "say"
            | "report"
            | "suffer"
            | "reel"
    )
}

/// Where a verb points; `None` for a non-finite one whose governor decides.
fn tense(verb: Tok<'_>) -> Option<Direction> {
    let helpers = || verb.children().filter(|c| c.dep_in(&["aux", "auxpass"]));
    let helper = |words: &[&str]| helpers().any(|h| words.contains(&h.lower()));
    if helper(&["will", "'ll", "’ll", "shall", "wo"]) {
        return Some(Direction::Future);
    }
    if helper(&["had", "have", "has", "'ve", "was", "were", "did"]) || verb.tag() == "VBD" {
        return Some(Direction::Past);
    }
    if helper(&["could"]) {
        return Some(Direction::Unknown);
    }
    if helpers().any(|h| h.tag() == "MD") || verb.tag() == "MD" {
        return Some(Direction::Future);
    }
    match verb.tag() {
        // "is visiting on Monday"; what is being investigated is not to come.
        "VBG" if is_going_on(verb) && !dwells_on(verb) => Some(Direction::Future),
        "VBG" if is_going_on(verb) => Some(Direction::Unknown),
        "VBN" if helper(&["is", "are"]) => Some(Direction::Unknown),
        "VBN" if helpers().next().is_none() => Some(Direction::Past),
        "VB" if helper(&["to"])
            && verb
                .head()
                .is_some_and(|h| !looks_ahead(h) && h.tag() == "VBD")
            && !verb.dep_in(&["xcomp"]) =>
        {
            Some(Direction::Unknown)
        }
        "VB" if helper(&["to"])
            && verb
                .head()
                .is_some_and(|h| looks_ahead(h) || calls_out(h, verb)) =>
        {
            Some(Direction::Future)
        }
        // "is to resume on Tuesday".
        "VB" if helper(&["to"])
            && verb
                .head()
                .is_some_and(|be| be.lemma() == "be" && matches!(be.tag(), "VBZ" | "VBP")) =>
        {
            Some(Direction::Future)
        }
        // "The ban expires Friday."
        "VBZ" | "VBP" => Some(
            if looks_ahead(verb)
                || matches!(
                    verb.lemma(),
                    "begin"
                        | "start"
                        | "expire"
                        | "end"
                        | "open"
                        | "close"
                        | "arrive"
                        | "leave"
                        | "meet"
                        | "vote"
                        | "resume"
                        | "convene"
                        | "depart"
                )
            {
                Direction::Future
            } else {
                Direction::Unknown
            },
        ),
        _ => None,
    }
}

/// "called on people *to gather*": crowds are called out for a day to come.
fn calls_out(calling: Tok<'_>, verb: Tok<'_>) -> bool {
    matches!(
        calling.lemma(),
        "appeal" | "ask" | "call" | "invite" | "urge"
    ) && matches!(
        verb.lemma(),
        "assemble" | "demonstrate" | "gather" | "march" | "protest" | "rally" | "strike" | "vote"
    )
}

/// Whether the words before an expression make it the earliest or latest of those to come.
fn is_earliest_or_latest(doc: &Document, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).map_or("", |i| doc.tok(i).lower());
    let bound = matches!(word(2), "soon" | "early" | "late") && word(3) == "as" && word(1) == "as";
    bound || (word(1) == "than" && word(2) == "later" && word(3) == "no")
}

/// Happenings that nobody announces.
fn comes_unannounced(noun: &str) -> bool {
    matches!(
        noun,
        "killing"
            | "slaying"
            | "murder"
            | "homicide"
            | "shooting"
            | "stabbing"
            | "attack"
            | "assault"
            | "bombing"
            | "massacre"
            | "raid"
            | "ambush"
            | "kidnapping"
            | "abduction"
            | "assassination"
            | "death"
            | "crash"
            | "accident"
            | "collapse"
            | "blast"
            | "explosion"
            | "earthquake"
            | "quake"
            | "fire"
            | "flood"
            | "disaster"
            | "tragedy"
            | "coup"
            | "riot"
            | "clash"
            | "violence"
            | "unrest"
            | "uprising"
            | "incident"
    )
}

/// Verbs that put something off to a later day.
fn moves_ahead(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "postpone" | "delay" | "extend" | "adjourn" | "reschedule" | "move"
    )
}

/// "scheduled a hearing", "called a strike": an object that is still to come when the verb is over.
fn sets_up(verb: Tok<'_>) -> bool {
    matches!(verb.lemma(), "schedule" | "slate")
        && verb.child(&["dobj"]).is_some()
        && verb.children().all(|c| c.lower() != "had")
}

/// Verbs and adjectives whose complement is still to come.
fn looks_ahead(word: Tok<'_>) -> bool {
    matches!(
        word.lemma(),
        "plan"
            | "expect"
            | "schedule"
            | "intend"
            | "hope"
            | "want"
            | "agree"
            | "promise"
            | "vow"
            | "threaten"
            | "set"
            | "due"
            | "prepare"
            | "aim"
            | "seek"
            | "slate"
            | "propose"
            | "likely"
    )
}
