//! How many people a text says were killed, hurt or held, as one number: what corpora that keep one
//! record an event ask for, and what Dateline itself does not decide.

use dateline::ArticleReading;
use dateline::event::{Casualty, Fate};
use dateline::text::{Document, Pos, When};
use dateline_span::Span;

/// One statement about people, as a number of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Sentence it stands in.
    pub sentence: usize,
    /// How many; `None` where the words give no number.
    pub number: Option<u32>,
    /// Whether the words are vague or plural and so leave the number open.
    pub open: bool,
    /// Whether they take up somebody told of before: a pronoun, a definite phrase.
    pub known: bool,
    /// Whether they are more than those told of: "additional", "others".
    pub more: bool,
    /// Whether it is a larger group of which these are part: "one of the men".
    pub part: bool,
    /// Lower-case words for them.
    pub words: String,
    /// Lower-case head of the words.
    pub head: String,
    /// The entity they belong to.
    pub entity: Option<usize>,
    /// Token that heads the words for them.
    pub person: usize,
    /// Token that tells their fate; those of one word are told of together.
    pub word: usize,
    /// Words of the name, in lower case; empty where they are not named.
    pub names: Vec<String>,
    /// When it befell them, where their clause says.
    pub when: Option<When>,
}

/// What the text tells of people with one of these fates, in text order.
pub fn told(reading: &ArticleReading, fates: &[Fate]) -> Vec<Told> {
    let Some(doc) = reading.document.as_ref() else {
        return Vec::new();
    };
    let tell = |casualty: &Casualty| {
        let person = doc.tok(casualty.person);
        let determined = person
            .children()
            .any(|c| c.dep_in(&["det", "poss"]) && is_definite(c.lower()));
        let pronoun = matches!(person.tag(), "PRP" | "PRP$" | "WP" | "WDT" | "DT");
        let number = casualty.low.or(casualty.high).map(|n| n as u32);
        Told {
            sentence: person.sentence(),
            number,
            open: number.is_none(),
            known: determined || pronoun,
            more: person.children().any(|c| {
                matches!(
                    c.lower(),
                    "additional" | "other" | "more" | "another" | "further"
                )
            }) || matches!(person.lower(), "others" | "another"),
            part: person
                .children()
                .any(|c| c.lower() == "of" && c.dep() == "prep"),
            head: person.lower().to_lowercase(),
            words: casualty.span.slice(doc.text()).to_lowercase(),
            entity: casualty.entity,
            person: casualty.person,
            word: casualty.word,
            names: names(doc, casualty.span),
            when: casualty.time.and_then(|time| reading.times[time].when),
        }
    };
    reading
        .casualties
        .iter()
        .filter(|c| fates.contains(&c.fate))
        .map(tell)
        .collect()
}

/// Words of names of people within the span, without those that only describe.
fn names(doc: &Document, span: Span) -> Vec<String> {
    let within = doc.range(doc.tokens_in(span));
    within
        .filter(|t| t.pos() == Pos::Propn && t.name_label() == "PERSON")
        .map(|t| t.lower().to_lowercase())
        .collect()
}

fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "the" | "that" | "this" | "these" | "those" | "both" | "his" | "her" | "their" | "its"
    )
}
