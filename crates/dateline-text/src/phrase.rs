//! Phrases as a reader would cut them: noun phrases and clauses over the dependency tree.

use crate::document::{Document, Pos, Tok};
use dateline_data::{ClassSet, noun_classes};
use dateline_span::Span;
use std::ops::Range;

/// "is missing": a form in "-ing" behind a "be".
pub fn is_progressive(verb: Tok<'_>) -> bool {
    verb.tag() == "VBG"
        && verb
            .children()
            .any(|c| c.dep() == "aux" && c.lemma() == "be")
}

/// The verb of saying in whose clause, told of somebody or something of the speaker's, a participle goes on with
/// the speaker's words.
pub fn told_on<'d>(participle: Tok<'d>, told: Tok<'d>) -> Option<Tok<'d>> {
    const VOICING: &[&str] = &[
        "accuse",
        "add",
        "blame",
        "call",
        "cite",
        "condemn",
        "criticise",
        "criticize",
        "denounce",
        "deny",
        "describe",
        "dismiss",
        "insist",
        "quote",
        "reject",
        "stress",
        "threaten",
        "urge",
        "vow",
        "warn",
    ];
    let voiced = participle.tag() == "VBG"
        && participle.i > told.i
        && participle.prev().is_some_and(|p| p.text() == ",")
        && VOICING.contains(&participle.lemma());
    let teller = told_by(told).filter(|_| voiced)?;
    let about = told.child(&["nsubj", "nsubjpass"])?;
    let own = about
        .child(&["poss"])
        .is_some_and(|p| matches!(p.lower(), "his" | "her" | "its" | "their"));
    let able = match about.dep() {
        "nsubjpass" => ClassSet::HUMAN,
        _ => ClassSet::AGENT,
    };
    let thing = about.pos() == Pos::Noun && !noun_classes(about.lemma()).meets(able);
    (own || thing).then_some(teller)
}

/// The verb of saying whose clause this verb heads.
pub fn told_by(verb: Tok<'_>) -> Option<Tok<'_>> {
    let teller = verb.head().filter(|_| verb.dep() == "ccomp")?;
    (teller.i < verb.i
        && matches!(
            teller.lemma(),
            "add"
                | "allege"
                | "announce"
                | "claim"
                | "complain"
                | "deny"
                | "insist"
                | "maintain"
                | "say"
                | "tell"
        ))
    .then_some(teller)
}

/// The noun phrase headed by `head`, as a run of tokens: with determiner, modifiers, coordination
/// and prepositional phrases, without relative clauses, full or reduced, appositions between
/// commas, and what hangs on them ("Omar Dahir", not "Omar Dahir, head of …").
pub fn noun_phrase(head: Tok<'_>) -> Range<usize> {
    let mut start = head.i;
    for left in head.children().rev().filter(|c| c.i < head.i) {
        if is_aside(left) || left.dep_in(&["punct", "cc", "preconj", "mark", "case"]) {
            continue;
        }
        start = start.min(leftmost(left));
    }
    // "… in Logar,” *the spokesman* said": what is quoted before a name is no part of it.
    let closes = |t: &Tok<'_>| {
        matches!(t.text(), "”" | "\"" | "''" | "»")
            && t.prev()
                .is_some_and(|p| matches!(p.text(), "," | "." | "!" | "?" | "…"))
    };
    if let Some(closing) = head.doc().range(start..head.i).rfind(closes) {
        start = closing.i + 1;
    }
    let end = phrase_end(head, 0);
    let words = trim_punctuation(head.doc(), start..end);
    // The parser may take a sign for a noun: the phrase holds at least its head.
    if words.is_empty() {
        head.i..head.i + 1
    } else {
        open_quote(head.doc(), close_bracket(head.doc(), words))
    }
}

/// "*“*foreign agents” bill": with the mark that opens what the phrase closes.
fn open_quote(doc: &Document, words: Range<usize>) -> Range<usize> {
    let count = |mark: &str| {
        doc.range(words.clone())
            .filter(|t| t.text() == mark)
            .count()
    };
    let before = words.start.checked_sub(1).map(|i| doc.tok(i).text());
    let opens = match before {
        Some("“") => count("”") > count("“"),
        Some("\"") => count("\"") % 2 == 1,
        _ => false,
    };
    words.start - usize::from(opens)..words.end
}

/// "the Blue Front (BF": with the bracket that closes what the phrase opens.
fn close_bracket(doc: &Document, words: Range<usize>) -> Range<usize> {
    let count = |mark: &str| {
        doc.range(words.clone())
            .filter(|t| t.text() == mark)
            .count()
    };
    let open = count("(") > count(")");
    let closes = words.end < doc.len() && doc.tok(words.end).text() == ")";
    words.start..words.end + usize::from(open && closes)
}

/// The bytes of [`noun_phrase`].
pub fn noun_phrase_span(head: Tok<'_>) -> Span {
    head.doc().span_of(noun_phrase(head))
}

/// The noun phrase without coordination and prepositional phrases: determiner to head.
pub fn noun_chunk(head: Tok<'_>) -> Range<usize> {
    let start = head
        .children()
        .filter(|c| {
            c.i < head.i
                && c.dep_in(&[
                    "det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod",
                ])
        })
        .map(leftmost)
        .min()
        .unwrap_or(head.i);
    trim_punctuation(head.doc(), start..head.i + 1)
}

/// "*a* single one", "*one*": the least there can be, which "not" denies.
fn is_one(tok: Tok<'_>) -> bool {
    matches!(tok.lower(), "a" | "an" | "one")
}

/// "blamed *it* on the rebels": a pronoun for what is put down to somebody, and for no town, body or person.
pub fn is_put_down_to(pronoun: Tok<'_>) -> bool {
    let blames = pronoun.head().filter(|v| {
        pronoun.pos() == Pos::Pron
            && pronoun.dep() == "dobj"
            && matches!(v.lemma(), "blame" | "pin")
    });
    blames.is_some_and(|verb| {
        verb.children()
            .any(|c| c.dep() == "prep" && c.lower() == "on" && c.i > pronoun.i)
    })
}

/// Whether a noun phrase says that there is none: "no guard", "neither side", "not a single shot",
/// "not one of them".
pub fn names_none(head: Tok<'_>) -> bool {
    let none = |t: Tok<'_>| {
        t.i < head.i
            && (t.lower() == "not" && t.next().is_some_and(is_one)
                || t.dep() == "det" && matches!(t.lower(), "no" | "neither") && !is_at_least(t))
    };
    // "*no fewer than* nine miners"
    fn is_at_least(no: Tok<'_>) -> bool {
        no.next().is_some_and(|few| {
            matches!(few.lower(), "fewer" | "less")
                && few.next().is_some_and(|t| t.lower() == "than")
        })
    }
    let counted = head.children().filter(|c| c.dep_in(&["nummod", "det"]));
    matches!(head.lower(), "nobody" | "nothing" | "none")
        || head.children().any(none)
        || counted.flat_map(Tok::children).any(none)
}

/// Whether a word, before a noun, takes for granted what somebody did to it: "two *kidnapped* teachers", "the *slain*
/// miners". "Injured" and "damaged" are not among them: nobody needs to have done it.
pub fn is_deed_before_noun(word: &str) -> bool {
    const DEEDS: &[&str] = &[
        "abducted",
        "arrested",
        "assassinated",
        "bombed",
        "captured",
        "confiscated",
        "convicted",
        "deported",
        "detained",
        "executed",
        "expelled",
        "freed",
        "hijacked",
        "imprisoned",
        "indicted",
        "jailed",
        "kidnapped",
        "liberated",
        "looted",
        "lynched",
        "murdered",
        "recaptured",
        "released",
        "seized",
        "shelled",
        "slain",
        "torched",
        "tortured",
    ];
    DEEDS.contains(&word)
}

/// Nouns for what somebody says of others, true or not.
pub const ALLEGATIONS: &[&str] = &[
    "accusation",
    "allegation",
    "assertion",
    "charge",
    "claim",
    "report",
];

/// Verbs that say what to think of words: "*called* the allegation false".
pub const JUDGING_WORDS: &[&str] = &[
    "brand", "call", "deny", "describe", "dismiss", "dispute", "label", "refute", "reject", "term",
];

/// Whether blanks stand on both sides: a dash between words and no hyphen in one.
pub(crate) fn is_between_blanks(text: &str, mark: Span) -> bool {
    let mark = mark.range();
    text[..mark.start].ends_with(' ') && text[mark.end..].starts_with(' ')
}

/// "*called off* a truce": ends it, and says nothing.
pub fn calls_off(verb: Tok<'_>) -> bool {
    verb.lemma() == "call" && verb.child(&["prt"]).is_some_and(|p| p.lower() == "off")
}

/// A clause or phrase set beside a noun, which is no part of its naming.
fn is_aside(child: Tok<'_>) -> bool {
    match child.dep() {
        "relcl" | "parataxis" | "advcl" | "ccomp" => true,
        "acl" => child.i > child.head().map_or(0, |head| head.i),
        // "the newspaper Al-Watan" names; "Shami, head of the centre" adds.
        "appos" => after_comma(child),
        "prep" | "advmod" | "amod" | "npadvmod" => {
            after_comma(child) && !before_head_in_list(child)
        }
        _ => false,
    }
}

/// Adjectives before a noun stand in lists with commas: "military, security and civil sources".
fn before_head_in_list(child: Tok<'_>) -> bool {
    child.head().is_some_and(|head| child.i < head.i)
}

/// "north", "southeast", "north-west", in lower case.
pub fn is_compass_point(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "north-east"
            | "north-west"
            | "south-east"
            | "south-west"
    )
}

/// A network on which people publish their own words, in lower case.
pub fn is_platform(word: &str) -> bool {
    matches!(
        word,
        "facebook"
            | "instagram"
            | "telegram"
            | "tiktok"
            | "twitter"
            | "weibo"
            | "whatsapp"
            | "youtube"
    )
}

/// Whether a comma, dash or bracket stands directly before the leftmost word of the subtree.
pub fn after_comma(tok: Tok<'_>) -> bool {
    let first = leftmost(tok);
    first.checked_sub(1).is_some_and(|i| {
        matches!(
            tok.doc().tok(i).text(),
            "," | "(" | "[" | "—" | "–" | "-" | "--" | ";" | ":"
        )
    })
}

/// Index of the leftmost token below `tok`.
pub fn leftmost(tok: Tok<'_>) -> usize {
    let mut first = tok;
    for _ in 0..tok.doc().len() {
        match first.children().next() {
            Some(child) if child.i < first.i => first = child,
            _ => break,
        }
    }
    first.i
}

/// Index of the rightmost token below `tok`.
pub fn rightmost(tok: Tok<'_>) -> usize {
    let mut last = tok;
    for _ in 0..tok.doc().len() {
        match last.children().next_back() {
            Some(child) if child.i > last.i => last = child,
            _ => break,
        }
    }
    last.i
}

/// One past the last token of the phrase to the right of its head.
fn phrase_end(head: Tok<'_>, depth: usize) -> usize {
    let mut end = head.i + 1;
    if depth > 40 {
        return end;
    }
    for right in head.children().filter(|c| c.i > head.i) {
        if right.pos() == Pos::Space {
            break;
        }
        if right.dep() == "punct" || right.dep_in(&["cc", "preconj"]) {
            continue;
        }
        // "the government *Saturday* condemned it": when, and not who.
        let when = depth == 0
            && right.dep() == "npadvmod"
            && matches!(right.name_label(), "DATE" | "TIME");
        if is_aside(right) || when {
            break;
        }
        end = end.max(phrase_end(right, depth + 1));
    }
    end
}

/// A run of tokens without punctuation and white space at its ends.
pub fn trim_punctuation(doc: &Document, mut tokens: Range<usize>) -> Range<usize> {
    let loose = |i: usize| matches!(doc.tok(i).pos(), Pos::Punct | Pos::Space);
    while tokens.start < tokens.end && loose(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && loose(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// Whether a verb has tense of its own.
pub fn is_finite(verb: Tok<'_>) -> bool {
    let finite = |tag: &str| matches!(tag, "VBD" | "VBZ" | "VBP" | "MD");
    finite(verb.tag())
        || verb
            .children()
            .any(|c| c.dep_in(&["aux", "auxpass"]) && finite(c.tag()))
}

/// The verb, auxiliary or root that heads the clause in which `tok` stands, `tok` itself included.
pub fn clause_head(tok: Tok<'_>) -> Tok<'_> {
    if heads_clause(tok) {
        return tok;
    }
    let mut last = tok;
    for up in tok.ancestors() {
        if heads_clause(up) {
            return up;
        }
        last = up;
    }
    last
}

fn heads_clause(tok: Tok<'_>) -> bool {
    matches!(tok.pos(), Pos::Verb | Pos::Aux)
        && !tok.dep_in(&["aux", "auxpass", "amod", "compound"])
}

/// "himself", "themselves".
pub fn is_reflexive(pronoun: Tok<'_>) -> bool {
    pronoun.lower().ends_with("self") || pronoun.lower().ends_with("selves")
}

/// "had come", "was being held": whether a verb has an auxiliary of this form.
pub fn has_auxiliary(verb: Tok<'_>, form: &str) -> bool {
    verb.children()
        .any(|c| c.dep_in(&["aux", "auxpass"]) && c.lower() == form)
}

/// "to resign".
pub fn has_to(verb: Tok<'_>) -> bool {
    verb.children()
        .any(|c| c.dep() == "aux" && c.lower() == "to")
}
