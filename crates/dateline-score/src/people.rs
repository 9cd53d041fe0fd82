//! How many people a text says were killed, hurt or held, as one number: what corpora that keep one
//! record an event ask for, and what Dateline itself does not decide.

use dateline::ArticleReading;
use dateline::event::{Casualty, Fate, Standing};
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
    /// Whether they are told by whose they are: "his father".
    pub owned: bool,
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
    /// In years, where the words for one person say.
    pub age: Option<u32>,
    /// When it befell them, where their clause says.
    pub when: Option<When>,
}

impl Told {
    /// Whether both are single persons and cannot be the same: of other names, ages or sex.
    pub fn differs(&self, other: &Told) -> bool {
        let sex = |t: &Told| is_male(&t.head).or_else(|| t.words.split(' ').find_map(is_male));
        let sexes = sex(self).is_some() && sex(other).is_some() && sex(self) != sex(other);
        self.single_with(other) && (sexes || self.of_other_name(other) || self.of_other_age(other))
    }

    /// Whether both are single persons told apart by their names, or named and of different ages.
    pub fn named_apart(&self, other: &Told) -> bool {
        let named = |t: &Told| t.names.len() > 1;
        let both = named(self) && named(other);
        self.single_with(other) && (self.of_other_name(other) || both && self.of_other_age(other))
    }

    fn single_with(&self, other: &Told) -> bool {
        self.number == Some(1) && other.number == Some(1)
    }

    fn of_other_age(&self, other: &Told) -> bool {
        self.age.is_some() && other.age.is_some() && self.age != other.age
    }

    fn of_other_name(&self, other: &Told) -> bool {
        self.names.len() > 1
            && other.names.len() > 1
            && !self.names.iter().any(|name| other.names.contains(name))
    }
}

/// What a word for one person says of their sex.
fn is_male(word: &str) -> Option<bool> {
    match word {
        "man" | "boy" | "father" | "dad" | "husband" | "brother" | "son" | "uncle" | "nephew"
        | "grandfather" | "boyfriend" | "male" | "he" | "him" | "himself" => Some(true),
        "woman" | "girl" | "mother" | "mom" | "wife" | "sister" | "daughter" | "aunt" | "niece"
        | "grandmother" | "girlfriend" | "female" | "she" | "her" | "herself" => Some(false),
        _ => None,
    }
}

/// "a 9-year-old boy", "six-year-old", "a 24 year old man".
fn age(words: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let before = &words[..words.find("year")?];
    let number = before
        .trim_end_matches([' ', '-'])
        .rsplit([' ', '-'])
        .next()?;
    let word = || WORDS.iter().position(|w| *w == number).map(|n| n as u32);
    number.parse().ok().or_else(word)
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
        let words = casualty.span.slice(doc.text()).to_lowercase();
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
            age: age(&words),
            words,
            owned: person.children().any(|c| c.dep() == "poss"),
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
        .filter(|c| fates.contains(&c.fate) && c.standing == Standing::Whole)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_from_figures_and_words() {
        assert_eq!(age("a 9-year-old boy"), Some(9));
        assert_eq!(age("a six year old"), Some(6));
        assert_eq!(age("a boy of that year"), None);
    }
}
