//! What a source withholds: "did not specify when", "declined to say how many", "gave no details".

use crate::claim::Claim;
use dateline_span::Span;
use dateline_text::phrase::{leftmost, noun_phrase_span, rightmost};
use dateline_text::{Document, Pos, Tok};

/// A detail that a source expressly leaves out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Withheld {
    /// What is left out: `time`, `place`, `who`, `number`, `reason`, `manner`, `what`, `whether`,
    /// `details`.
    pub field: &'static str,
    /// Who leaves it out, as named there.
    pub source: Option<Span>,
    /// From the word that withholds to the end of what is withheld.
    pub passage: Span,
    /// Index of the claim that it belongs to: the one in its words, else in its sentence, else the
    /// last before.
    pub claim: Option<usize>,
}

/// Verbs by which details are given.
const GIVING: [&str; 20] = [
    "specify",
    "say",
    "disclose",
    "reveal",
    "elaborate",
    "identify",
    "name",
    "clarify",
    "give",
    "provide",
    "release",
    "explain",
    "indicate",
    "mention",
    "detail",
    "tell",
    "comment",
    "offer",
    "state",
    "divulge",
];

/// Verbs of not giving.
const DECLINING: [&str; 4] = ["decline", "refuse", "omit", "fail"];

/// All that the sources of a text withhold, in text order.
pub fn withheld(doc: &Document, claims: &[Claim]) -> Vec<Withheld> {
    let verbs = doc
        .toks()
        .filter(|t| t.pos() == Pos::Verb && GIVING.contains(&t.lemma()));
    verbs.flat_map(|verb| read(doc, claims, verb)).collect()
}

fn read(doc: &Document, claims: &[Claim], verb: Tok<'_>) -> Vec<Withheld> {
    let none_given = verb
        .child(&["dobj"])
        .is_some_and(|o| o.children().any(|c| c.dep() == "det" && c.lower() == "no"));
    let governor = declined(verb);
    let negation = verb.children().filter(|c| c.dep_in(&["neg", "aux"]));
    let negated = verb.children().any(|c| c.dep() == "neg");
    if !(negated || none_given || governor.is_some()) {
        return Vec::new();
    }
    let (fields, last) = left_out(verb);
    let first = negation.map(|c| c.i).chain(governor.map(|g| g.i)).min();
    let first = first.unwrap_or(verb.i).min(verb.i);
    let passage = doc.span_of(first..last.max(verb.i) + 1);
    let source = speaker(governor.filter(|g| g.pos() == Pos::Verb).unwrap_or(verb));
    let claim = belongs_to(doc, claims, verb, passage);
    let withheld = |field| Withheld {
        field,
        source,
        passage,
        claim,
    };
    fields.into_iter().map(withheld).collect()
}

/// Who leaves it out; "gave no details and declined to say" has one subject for both, and "they" in
/// "survivors said they could not tell who" are the survivors.
fn speaker(verb: Tok<'_>) -> Option<Span> {
    let subject = |v: Tok<'_>| {
        let found = v.children().find(|c| c.dep_in(&["nsubj", "nsubjpass"]));
        found.map(|s| s.i)
    };
    let doc = verb.doc();
    let own = subject(verb).or_else(|| subject(verb.first_conjunct()))?;
    let pronoun = matches!(doc.tok(own).lower(), "he" | "she" | "they");
    let teller = verb.head().filter(|_| pronoun && verb.dep() == "ccomp");
    let named = teller
        .and_then(subject)
        .filter(|s| doc.tok(*s).pos() != Pos::Pron);
    Some(noun_phrase_span(doc.tok(named.unwrap_or(own))))
}

/// "declined to say", "without saying": the word above that denies the giving.
fn declined(verb: Tok<'_>) -> Option<Tok<'_>> {
    let head = verb.head()?;
    let denies = match verb.dep() {
        "xcomp" => DECLINING.contains(&head.lemma()) && !head.children().any(|c| c.dep() == "neg"),
        "pcomp" => head.lower() == "without",
        _ => false,
    };
    denies.then_some(head)
}

/// The fields that are left out, and the last token of their words.
fn left_out(verb: Tok<'_>) -> (Vec<&'static str>, usize) {
    let clause = verb
        .children()
        .filter(|c| c.i > verb.i && c.dep_in(&["ccomp", "advcl", "xcomp"]))
        .find(|c| asked(*c).is_some());
    if let Some(clause) = clause {
        let joined = clause.children().filter(|c| c.dep() == "conj");
        let mut fields: Vec<&'static str> = std::iter::once(clause)
            .chain(joined)
            .filter_map(asked)
            .collect();
        fields.dedup();
        return (fields, rightmost(clause));
    }
    if matches!(verb.lemma(), "elaborate" | "comment") {
        return (vec!["details"], verb.i);
    }
    let Some(object) = verb.child(&["dobj"]).filter(|o| o.i > verb.i) else {
        return (Vec::new(), verb.i);
    };
    let field = match object.lemma() {
        "detail" | "information" | "explanation" | "specific" | "comment" => "details",
        "reason" | "motive" | "cause" => "reason",
        "identity" | "name" => "who",
        "date" | "time" | "timing" | "timetable" => "time",
        "location" | "place" | "whereabouts" => "place",
        "number" | "figure" | "toll" | "count" | "total" | "estimate" => "number",
        _ if matches!(verb.lemma(), "identify" | "name") => "who",
        _ => return (Vec::new(), verb.i),
    };
    (vec![field], rightmost(object))
}

/// What a clause asks for, by the question word that opens it.
fn asked(clause: Tok<'_>) -> Option<&'static str> {
    let first = leftmost(clause);
    let doc = clause.doc();
    let opening = doc.range(first..clause.i + 1).find(|t| {
        matches!(t.tag(), "WRB" | "WP" | "WDT" | "WP$") || matches!(t.lower(), "whether" | "if")
    })?;
    if opening.i > first + 1 {
        return None;
    }
    Some(match opening.lower() {
        "when" => "time",
        "where" => "place",
        "who" | "whom" | "whose" => "who",
        "why" => "reason",
        "how" => match opening.next().map(Tok::lower) {
            Some("many" | "much") => "number",
            _ => "manner",
        },
        "what" | "which" => "what",
        "whether" | "if" => "whether",
        _ => return None,
    })
}

fn belongs_to(doc: &Document, claims: &[Claim], verb: Tok<'_>, passage: Span) -> Option<usize> {
    let within = |c: &Claim| passage.contains(doc.tok(c.head).span()) && c.head != verb.i;
    let sentence = |c: &Claim| doc.sentence_of(c.head) == verb.sentence();
    // "has not commented on *the raid*": the raid that was told.
    let about = verb
        .children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "on" | "about"))
        .find_map(|c| c.child(&["pobj"]));
    let names = |c: &Claim| {
        let own = std::iter::once(c.head);
        let taken_up = c.mentions.iter().flat_map(|m| doc.tokens_in(m.span));
        c.head < verb.i
            && about.is_some_and(|a| own.chain(taken_up).any(|t| doc.tok(t).lemma() == a.lemma()))
    };
    claims
        .iter()
        .position(within)
        .or_else(|| claims.iter().rposition(names))
        .or_else(|| claims.iter().rposition(|c| sentence(c) && c.head < verb.i))
        .or_else(|| claims.iter().position(sentence))
        .or_else(|| claims.iter().rposition(|c| c.head < verb.i))
}
