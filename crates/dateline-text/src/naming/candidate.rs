//! What may be a name: the model's names with their bounds mended, and runs of proper nouns that
//! the model passed over.

use super::words::{is_common, is_office, is_title};
use crate::document::{Document, Sym, Tok};
use dateline_data::Gazetteer;
use std::collections::HashSet;
use std::ops::Range;

/// A run of tokens that may be a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Its words without article and possessive.
    pub core: Range<usize>,
    /// The tokens of the name if it is one: the core, with the article before it and the possessive
    /// behind it where the model's name has them.
    pub tokens: Range<usize>,
    /// The model's type; `None` where the model has no name.
    pub label: Option<Sym>,
}

/// The model's types that are numbers, times and languages: they are left as they are.
pub fn is_measure(label: &str) -> bool {
    const MEASURES: [&str; 8] = [
        "CARDINAL", "DATE", "LANGUAGE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME",
    ];
    MEASURES.binary_search(&label).is_ok()
}

/// All candidates of a document in order; no two share a token.
pub fn candidates(doc: &Document, gazetteer: &Gazetteer) -> Vec<Candidate> {
    let found = joined(doc, gazetteer, loose(doc));
    let split = found.into_iter().flat_map(|c| at_bracket(doc, c));
    split
        .map(|(tokens, label)| trimmed(doc, tokens, label))
        .collect()
}

type Run = (Range<usize>, Option<Sym>);

/// The model's names, and runs of proper nouns outside them.
fn loose(doc: &Document) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for name in doc.names() {
        if !is_measure(doc.name_label(name)) {
            let tokens = name.first as usize..name.end as usize;
            known.insert(words(doc, &tokens));
            runs.push((tokens, Some(name.label)));
        }
    }
    let missed = |tok: Tok<'_>| tok.name().is_none() && is_proper(tok);
    for sentence in doc.sentences() {
        // In a headline set in capitals word by word a capital tells nothing.
        let doubtful = in_title_case(doc, sentence.tokens.clone());
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let mut end = i;
            while end < sentence.tokens.end && missed(doc.tok(end)) {
                end += 1;
            }
            if end > i && (!doubtful || known.contains(&words(doc, &(i..end)))) {
                runs.push((i..end, None));
            }
            i = end.max(i + 1);
        }
    }
    runs.sort_by_key(|run| run.0.start);
    runs
}

fn is_proper(tok: Tok<'_>) -> bool {
    matches!(tok.tag(), "NNP" | "NNPS") && is_capital(tok)
}

fn is_capital(tok: Tok<'_>) -> bool {
    tok.text().starts_with(char::is_uppercase)
}

/// Whether three in four of at least four longer words begin with a capital.
fn in_title_case(doc: &Document, tokens: Range<usize>) -> bool {
    let is_long = |tok: &Tok<'_>| {
        tok.text().chars().count() >= 4 && tok.text().starts_with(char::is_alphabetic)
    };
    let (mut capital, mut long) = (0, 0);
    for tok in doc.range(tokens).filter(is_long) {
        long += 1;
        capital += usize::from(is_capital(tok));
    }
    long >= 4 && capital * 4 >= long * 3
}

/// The words of a run in lower case, with one blank between them.
pub fn words(doc: &Document, tokens: &Range<usize>) -> String {
    let mut all = String::new();
    for tok in doc.range(tokens.clone()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(tok.lower());
    }
    all
}

/// Puts runs that touch together where one completes the other.
fn joined(doc: &Document, gazetteer: &Gazetteer, runs: Vec<Run>) -> Vec<Run> {
    let mut result: Vec<Run> = Vec::new();
    for (tokens, label) in runs {
        if let Some((before, known)) = result.last_mut()
            && touches(doc, before, &tokens)
            && completes(doc, gazetteer, (before, *known), (&tokens, label))
        {
            before.end = tokens.end;
            *known = known.or(label);
        } else {
            result.push((tokens, label));
        }
    }
    result
}

fn touches(doc: &Document, before: &Range<usize>, behind: &Range<usize>) -> bool {
    let (last, first) = (doc.tok(before.end - 1), doc.tok(behind.start));
    before.end == behind.start
        && last.sentence() == first.sentence()
        && last.text().ends_with(char::is_alphanumeric)
        && is_capital(first)
        && !is_title(last.lower())
}

/// Whether one of two runs is what the model left out of the other. A word before an organisation
/// belongs to it ("Kenya National Grain Board"); people and towns are completed by words that are
/// no everyday ones.
fn completes(
    doc: &Document,
    gazetteer: &Gazetteer,
    before: (&Range<usize>, Option<Sym>),
    behind: (&Range<usize>, Option<Sym>),
) -> bool {
    let (label, missed_before) = match (before.1, behind.1) {
        (Some(label), None) => (label, false),
        (None, Some(label)) => (label, true),
        _ => return false,
    };
    let whole = before.0.start..behind.0.end;
    let rare = || {
        doc.range(whole.clone())
            .all(|t| !is_common(t.lower()) && !is_title(t.lower()))
    };
    match doc.symbols().get(label) {
        "ORG" => missed_before,
        "PERSON" => rare(),
        "GPE" => {
            rare()
                && !gazetteer
                    .find(doc.span_of(whole.clone()).slice(doc.text()))
                    .is_empty()
        }
        _ => false,
    }
}

/// A name and the short form in an open bracket that the model took into it are two names.
fn at_bracket(doc: &Document, (tokens, label): Run) -> Vec<Run> {
    let at = |sign: &str| doc.range(tokens.clone()).find(|t| t.text() == sign);
    match at("(") {
        Some(open) if open.i > tokens.start && at(")").is_none() => {
            let parts = [tokens.start..open.i, open.i + 1..tokens.end];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            parts.map(|part| (part, label)).collect()
        }
        _ => vec![(tokens, label)],
    }
}

/// Leaves signs and titles off, and sees where the name proper begins and ends.
fn trimmed(doc: &Document, mut tokens: Range<usize>, label: Option<Sym>) -> Candidate {
    let is_sign = |i: usize| {
        let text = doc.tok(i).text();
        text.chars().count() == 1 && !text.contains(char::is_alphanumeric)
    };
    while tokens.len() > 1 && is_sign(tokens.start) {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && is_sign(tokens.end - 1)
        && !matches!(doc.tok(tokens.end - 1).text(), "." | ")" | "'" | "’")
    {
        tokens.end -= 1;
    }
    let mut core = tokens.clone();
    while core.len() > 1 && matches!(doc.tok(core.start).lower(), "the" | "a" | "an") {
        core.start += 1;
    }
    while core.len() > 1 && matches!(doc.tok(core.end - 1).lower(), "'s" | "’s" | "'" | "’") {
        core.end -= 1;
    }
    let start = without_titles(doc, core.clone(), label);
    if start > core.start {
        core.start = start;
        tokens.start = start;
    }
    Candidate {
        core,
        tokens,
        label,
    }
}

/// Where the name begins behind the titles and offices before it.
fn without_titles(doc: &Document, core: Range<usize>, label: Option<Sym>) -> usize {
    let label = label.map_or("", |label| doc.symbols().get(label));
    let mut start = core.start;
    // "King Faisal University" is no king.
    let names_body = label != "PERSON" && is_common(doc.tok(core.end - 1).lower());
    if !matches!(label, "PERSON" | "ORG" | "") || names_body {
        return start;
    }
    while core.end - start > 1 {
        let office = (1..=3)
            .rev()
            .find(|n| start + n < core.end && is_office(&words(doc, &(start..start + n))));
        let title = is_title(doc.tok(start).lower()).then_some(1);
        let Some(length) = office.or(title) else {
            break;
        };
        let next = doc.tok(start + length).lower();
        if label != "PERSON" && matches!(next, "of" | "for" | "and" | "to" | "'s" | "’s") {
            break;
        }
        start += length;
    }
    start
}
