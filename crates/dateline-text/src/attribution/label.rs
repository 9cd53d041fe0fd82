//! A name and a colon before what is said: transcripts ("RUIZ: We left."), questions and answers
//! ("Q: …"), headlines ("Mayor: Bridge is safe"); a name and a dash behind it: "“We left.” — Ana Ruiz".

use super::content::TokenSet;
use super::{Attribution, ContentForm, SourceMention, noun};
use crate::document::{Document, Name, Pos, Tok};
use crate::phrase;
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::{ClassSet, noun_classes};
use dateline_span::Span;
use std::ops::Range;

/// A label holds no more words than a name with an office.
const LONGEST: usize = 9;

/// All labels of a text with the rest of their lines.
pub fn find(doc: &Document) -> Vec<Attribution> {
    let lines = lines(doc);
    let labels: Vec<(Range<usize>, Range<usize>)> = lines
        .iter()
        .filter_map(|line| Some((label_of(doc, line.clone())?, line.clone())))
        .collect();
    // A single letter or a word in capitals is a speaker only in a transcript, where somebody speaks again; a
    // round-up of reports has a town before each.
    let turns: Vec<&str> = labels
        .iter()
        .map(|(label, _)| doc.span_of(label.clone()).slice(doc.text()))
        .collect();
    let again = (1..turns.len()).any(|i| turns[..i].contains(&turns[i]));
    let transcript = labels.len() >= 3 && again;
    let opening = labels
        .into_iter()
        .filter_map(|(label, line)| read(doc, label, line, transcript));
    let closing = lines
        .iter()
        .filter_map(|line| closing_label(doc, line.clone()));
    let signed = lines.iter().filter_map(|line| signature(doc, line.clone()));
    opening.chain(closing).chain(signed).collect()
}

/// "“We left.” — Ana Ruiz, Elm City": a quoted line signed with a name behind a dash. The dash may stand
/// in one token with the mark.
fn signature(doc: &Document, line: Range<usize>) -> Option<Attribution> {
    /// Words of a name, and of what else a signature says of somebody.
    const NAME: usize = 5;
    const BESIDE: usize = 8;
    let span = doc.span_of(line.clone());
    let text = span.slice(doc.text());
    let opens = text.starts_with(['“', '"', '”', '«', '‘', '\'']);
    let (at, dash) = ["―", "—", "–", "--", " - "]
        .iter()
        .filter_map(|dash| Some((text.rfind(dash)?, *dash)))
        .max()?;
    let closed = text[..at].trim_end().ends_with(['”', '"', '»', '’', '\'']);
    if !opens || !closed {
        return None;
    }
    let lead = dash.len() - dash.trim_start().len();
    let start = span.range().start + at + lead;
    let cue = Span::new(start, start + dash.trim().len());
    let token = line.clone().find(|&i| doc.tok(i).span().overlaps(cue))?;
    let behind = phrase::trim_punctuation(doc, token + 1..line.end);
    let named = |t: &Tok<'_>| t.pos() == Pos::Propn;
    let name = behind.start..doc.range(behind.clone()).take_while(named).last()?.i + 1;
    let rest = name.end..behind.end;
    let alone = rest.is_empty() || doc.tok(rest.start).text() == ",";
    let verbal = doc
        .range(rest.clone())
        .any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux));
    let head = doc.tok(name.end - 1);
    let nobody = matches!(head.name_label(), "GPE" | "LOC" | "DATE" | "TIME");
    if name.len() > NAME || rest.len() > BESIDE || !alone || verbal || nobody {
        return None;
    }
    Some(Attribution {
        class: CueClass::Say,
        pos: CuePos::Adverb,
        token,
        cue,
        source: Some(SourceMention {
            head: head.i,
            span: doc.span_of(name),
        }),
        told: None,
        form: ContentForm::Clause,
        quotes: true,
        content: TokenSet::run(phrase::trim_punctuation(doc, line.start..token)),
        about: TokenSet::default(),
        shown_by: None,
    })
}

fn is_dash_between_words(mark: Tok<'_>) -> bool {
    matches!(mark.text(), "-" | "–" | "—" | "--")
        && phrase::is_between_blanks(mark.doc().text(), mark.span())
}

/// "Air strike kills 20: *witnesses*", "Bomb kills nine - *police*": who says it, behind the colon or dash that ends a
/// headline. A name behind a dash is rather the paper's own.
fn closing_label(doc: &Document, line: Range<usize>) -> Option<Attribution> {
    const MOST: usize = 4;
    let colon = doc
        .range(line.clone())
        .rfind(|t| t.text() == ":" || is_dash_between_words(*t))?;
    let words = phrase::trim_punctuation(doc, colon.i + 1..line.end);
    let mut letters = doc.span_of(words.clone()).slice(doc.text()).chars();
    if colon.text() != ":" && !letters.next().is_some_and(char::is_lowercase) {
        return None;
    }
    let ended = doc.range(line.clone()).next_back()?;
    let few = !words.is_empty() && words.len() <= MOST && words.end == line.end;
    let verbal = doc
        .range(line.start..colon.i)
        .any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux));
    if !few || !verbal || ended.pos() == Pos::Punct {
        return None;
    }
    let nominal = |t: Tok<'_>| matches!(t.pos(), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det);
    let head = doc.range(words.clone()).next_back()?;
    let classes = noun_classes(head.lemma());
    let speaks = classes.meets(ClassSet::HUMAN)
        || classes.has(dateline_data::NounClass::Organisation)
        || matches!(head.name_label(), "ORG" | "PERSON" | "GPE")
        || matches!(
            head.lower(),
            "media"
                | "monitor"
                | "monitors"
                | "radio"
                | "report"
                | "reports"
                | "source"
                | "sources"
                | "television"
                | "tv"
                | "un"
        );
    let whole = doc.range(words.clone()).all(nominal);
    (whole && speaks).then(|| Attribution {
        class: CueClass::Say,
        pos: CuePos::Adverb,
        token: colon.i,
        cue: colon.span(),
        source: Some(SourceMention {
            head: head.i,
            span: doc.span_of(words.clone()),
        }),
        told: None,
        form: ContentForm::Clause,
        quotes: true,
        content: TokenSet::run(phrase::trim_punctuation(doc, line.start..colon.i)),
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// Token runs between line breaks, which may stand in white-space tokens or between tokens.
fn lines(doc: &Document) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut last = 0;
    for tok in doc.toks() {
        let here = tok.span();
        let gap = doc.text().get(last..here.start as usize).unwrap_or("");
        last = here.end as usize;
        if tok.pos() == Pos::Space && tok.text().contains('\n') {
            found.push(start..tok.i);
            start = tok.i + 1;
        } else if gap.contains('\n') {
            found.push(start..tok.i);
            start = tok.i;
        }
    }
    found.push(start..doc.len());
    found.retain(|line| line.len() > 2);
    found
}

/// The words before the line's first colon, if they are few.
fn label_of(doc: &Document, line: Range<usize>) -> Option<Range<usize>> {
    let near = line.start..line.end.min(line.start + LONGEST + 1);
    let colon = doc.range(near).find(|t| t.text() == ":")?.i;
    // "07:15 Governor: …": the hour of an entry is no part of it.
    let hour = doc.tok(line.start).text();
    let timed = hour.len() <= 5
        && hour.split_once([':', '.']).is_some_and(|(hour, minutes)| {
            let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
            digits(hour) && digits(minutes) && minutes.len() == 2
        });
    // A transcript within quotation marks opens them before the first name of each turn.
    let quoted = matches!(hour, "“" | "\"" | "”" | "''" | "``");
    let label = line.start + usize::from(timed || quoted)..colon;
    let rest = colon + 1..line.end;
    let words = |run: Range<usize>| {
        doc.range(run)
            .any(|t| t.text().chars().any(char::is_alphabetic))
    };
    let marks = doc.range(label.clone()).any(|t| {
        matches!(
            t.text(),
            "“" | "\"" | "”" | "." | "," | "''" | "?" | "!" | "…" | ";"
        ) && t.pos() == Pos::Punct
    });
    (words(label.clone()) && words(rest) && !marks).then_some(label)
}

fn read(
    doc: &Document,
    label: Range<usize>,
    line: Range<usize>,
    transcript: bool,
) -> Option<Attribution> {
    let colon = label.end;
    let words = phrase::trim_punctuation(doc, label);
    let head = speaker_in(doc, words.clone(), transcript)?;
    let said = phrase::trim_punctuation(doc, colon + 1..line.end);
    if is_list(doc, said.clone()) {
        return None;
    }
    Some(Attribution {
        class: CueClass::Say,
        pos: CuePos::Adverb,
        token: colon,
        cue: doc.tok(colon).span(),
        source: Some(SourceMention {
            head: head.i,
            span: doc.span_of(words),
        }),
        told: None,
        form: ContentForm::Clause,
        quotes: true,
        content: TokenSet::run(said),
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// "Burton: Possession of a weapon, theft, held in jail": what somebody is entered with in a list, and not
/// what they say.
fn is_list(doc: &Document, said: Range<usize>) -> bool {
    let commas = doc.range(said.clone()).filter(|t| t.text() == ",").count();
    let finite = |t: Tok<'_>| {
        matches!(t.tag(), "VBZ" | "VBP" | "MD")
            || t.tag() == "VBD" && t.child(&["nsubj", "nsubjpass"]).is_some()
            || matches!(t.text(), "?" | "!" | "”" | "\"")
    };
    commas >= 2 && !doc.range(said).any(finite)
}

/// The head of a label that names somebody who can speak.
fn speaker_in(doc: &Document, words: Range<usize>, transcript: bool) -> Option<Tok<'_>> {
    let verbal = doc
        .range(words.clone())
        .any(|t| matches!(t.tag(), "VBD" | "VBZ" | "VBP" | "MD" | "WP" | "WRB"));
    // "14th May 2019 07:20 AM Danu: …"
    let dated = doc
        .range(words.clone())
        .any(|t| t.pos() == Pos::Num && matches!(t.name_label(), "DATE" | "TIME"));
    if verbal || dated || doc.range(words.clone()).skip(1).any(is_headline_verb) {
        return None;
    }
    // The head of the phrase: its last word before a preposition.
    let stop = doc
        .range(words.clone())
        .find(|t| t.pos() == Pos::Adp && t.i > words.start)
        .map_or(words.end, |t| t.i);
    let head = doc
        .range(words.start..stop)
        .rev()
        .find(|t| t.text().chars().any(char::is_alphanumeric))?;
    let letter = words.len() == 1 && matches!(head.text(), "Q" | "A");
    let capitals = doc
        .range(words.clone())
        .all(|t| t.text().chars().all(|c| !c.is_lowercase()));
    if letter
        || capitals && !matches!(head.name_label(), "GPE" | "LOC" | "DATE") && words.len() <= 4
    {
        return transcript.then_some(head);
    }
    // A capital makes a name of a noun: "Mayor: …".
    let lemma = head.lower();
    let classes = noun_classes(lemma);
    let classes = if classes.is_empty() {
        noun_classes(head.lemma())
    } else {
        classes
    };
    let document = Cues::get()
        .rows(CuePos::Noun, lemma)
        .iter()
        .any(|row| noun::is_speech(row.class) && row.class == CueClass::Document);
    let speaks = matches!(head.name_label(), "PERSON" | "ORG")
        || classes.meets(ClassSet::HUMAN)
        || matches!(
            lemma,
            "poll" | "report" | "study" | "survey" | "police" | "officials" | "camp" | "campaign"
        )
        || words.len() <= 3 && is_somebodys_surname(doc, &words, head)
        || document && words.len() <= 3 && matches!(lemma, "analysis" | "documents" | "lawsuit");
    speaks.then_some(head)
}

/// "Ruiz Slams Mayor: …": headlines write verbs like names.
fn is_headline_verb(word: Tok<'_>) -> bool {
    let lower = word.lower();
    let stem = lower.strip_suffix('s').filter(|s| !s.ends_with('s'));
    stem.is_some_and(|stem| {
        let verbs = Cues::get().rows(CuePos::Verb, stem);
        !verbs.is_empty() && noun_classes(lower).is_empty() && noun_classes(stem).is_empty()
    })
}

/// Whether a person of this surname is named elsewhere in the text: "Ruiz: Bridge is safe".
fn is_somebodys_surname(doc: &Document, words: &Range<usize>, head: Tok<'_>) -> bool {
    let is_other = |name: &&Name| {
        let (first, end) = (name.first as usize, name.end as usize);
        doc.name_label(name) == "PERSON" && (end <= words.start || words.end <= first)
    };
    let mut others = doc.names().iter().filter(is_other);
    head.text().starts_with(char::is_uppercase)
        && others.any(|name| doc.tok(name.end as usize - 1).lower() == head.lower())
}
