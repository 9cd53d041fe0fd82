//! `names DIR`: names of persons, organisations and places against token-wise annotation
//! (files of lines with a word and its tag, divided by a tab or blank, tags in IOB; a blank line
//! after each sentence; a line that begins with `-DOCSTART-` before each article of several).
//!
//! The figure is CoNLL's: a name counts where its first and last character and its class are
//! gold's; F is over all names of the three classes. What is scored are the engine's names: the
//! language layer's, reviewed by [`dateline_text::naming`]; the layer's own are in the second line.
//!
//! What a reader of the figure should know:
//! - Classes: the layer's `PERSON` is gold's `Person`, `ORG` is `Organization`, `GPE` and `LOC` are
//!   `Location` (or what other corpora call them). Gold's other classes and the layer's other types
//!   are left out on both sides; `FAC` is the worldwide newswire's `Facility`, a class of its own.
//! - OntoNotes, on which the layer was trained, takes the article, the possessive and the full stop
//!   of "Ltd." into a name, gold mostly does not: on both sides they are cut off.
//! - Where gold nests names, the outer one counts.
//! - The engine reads text, not tokens: the words of an article are put together as they would be
//!   printed. Spans are compared in that text, so a difference in tokenization costs nothing by
//!   itself. An address of the web that opens a file is read by itself: it stood above the article.

use crate::measure::{Overlap, figure};
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline_span::Span;
use dateline_text::{Document, Name};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Runs the task: `DIR [--errors]`.
///
/// # Errors
/// If the folder or the engine's data cannot be read.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("name the folder or file that holds annotated words");
    };
    let engine = Engine::new()?;
    score(Path::new(folder), errors, &|text, parts| {
        engine.read_parts(text, parts)
    })
}

/// Scores a folder or a file with any reader of the parts of a text.
///
/// # Errors
/// If it cannot be read or holds no annotation.
pub fn score(
    folder: &Path,
    errors: bool,
    read: &dyn Fn(&str, &[Span]) -> Document,
) -> Result<String> {
    let mut report = String::new();
    let mut engine = Tally::default();
    let mut layer = Tally::default();
    let mut kinds: BTreeMap<(Class, Kind), usize> = BTreeMap::new();
    let mut documents = 0;
    for file in annotated_files(folder)? {
        let table = std::fs::read(&file).with_context(|| file.display().to_string())?;
        for gold in Annotated::all(&String::from_utf8_lossy(&table)) {
            let document = read(&gold.text, &gold.parts());
            let found = found(&document, document.names());
            engine.add(&gold, &found);
            layer.add(&gold, &self::found(&document, document.model_names()));
            if errors {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                write_errors(&mut report, &name, &gold, &found, &mut kinds)?;
            }
            documents += 1;
        }
    }
    for ((class, kind), count) in kinds {
        writeln!(report, "{}, {}: {count}", class.name(), kind.gloss())?;
    }
    if documents == 0 {
        bail!("no annotated words in {}", folder.display());
    }
    for (class, tally) in Class::ALL.iter().zip(&engine.0) {
        writeln!(report, "{}: {tally}", class.name())?;
    }
    writeln!(report, "{documents} documents; all: {}", engine.total())?;
    writeln!(report, "the language layer alone: {}", layer.figures()?)?;
    write!(report, "names {}", engine.figures()?)?;
    Ok(report)
}

/// Names found, right and in gold, class by class.
#[derive(Default)]
pub struct Tally([Overlap; Class::ALL.len()]);

impl Tally {
    /// Adds an article's.
    pub fn add(&mut self, gold: &Annotated, found: &BTreeSet<Found>) {
        for (class, tally) in Class::ALL.iter().zip(&mut self.0) {
            let of_class = |names: &BTreeSet<Found>| names.iter().filter(|n| n.1 == *class).count();
            let right = of_class(&gold.names.intersection(found).copied().collect());
            let pairs = Overlap::of_pairs(right, of_class(found), of_class(&gold.names));
            tally.add(pairs);
        }
    }

    fn total(&self) -> Overlap {
        let mut total = Overlap::default();
        for tally in &self.0 {
            total.add(*tally);
        }
        total
    }

    /// F of all names and of each class.
    pub fn figures(&self) -> Result<String> {
        let mut figures = format!("f={}", figure(self.total().f1()));
        for (class, tally) in Class::ALL.iter().zip(&self.0) {
            write!(figures, " {}_f={}", class.name(), figure(tally.f1()))?;
        }
        Ok(figures)
    }
}

/// The file itself, or the annotated files of a folder.
fn annotated_files(folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "tsv" || e == "conll") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// What is wrong with a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    MissedAsOther,
    MissedByBounds,
    Missed,
    FoundAsOther,
    FoundByBounds,
    Found,
}

impl Kind {
    /// How the name stands to the other side's names: the same words of another class, words that
    /// overlap, none.
    fn of(name: Found, missed: bool, others: &BTreeSet<Found>) -> Self {
        let overlaps = |span: Span| span.start < name.0.end && name.0.start < span.end;
        let same = others.iter().any(|(span, _)| *span == name.0);
        let near = others.iter().any(|(span, _)| overlaps(*span));
        match (missed, same, near) {
            (true, true, _) => Kind::MissedAsOther,
            (true, _, true) => Kind::MissedByBounds,
            (true, ..) => Kind::Missed,
            (false, true, _) => Kind::FoundAsOther,
            (false, _, true) => Kind::FoundByBounds,
            (false, ..) => Kind::Found,
        }
    }

    fn gloss(self) -> &'static str {
        match self {
            Kind::MissedAsOther => "found as another class",
            Kind::MissedByBounds => "found with other bounds",
            Kind::Missed => "missed",
            Kind::FoundAsOther => "is of another class",
            Kind::FoundByBounds => "has other bounds",
            Kind::Found => "is none",
        }
    }
}

fn write_errors(
    report: &mut String,
    file: &str,
    gold: &Annotated,
    found: &BTreeSet<Found>,
    kinds: &mut BTreeMap<(Class, Kind), usize>,
) -> Result<()> {
    writeln!(report, "{file}")?;
    for &name in gold.names.symmetric_difference(found) {
        let missed = gold.names.contains(&name);
        let (side, others) = if missed {
            ("-", found)
        } else {
            ("+", &gold.names)
        };
        let kind = Kind::of(name, missed, others);
        *kinds.entry((name.1, kind)).or_default() += 1;
        let words = name.0.slice(&gold.text);
        writeln!(
            report,
            "  {side} {} {words} ({})",
            name.1.name(),
            kind.gloss()
        )?;
    }
    Ok(())
}

/// A name: its bytes in the article's text, and its class.
pub type Found = (Span, Class);

/// The classes that are scored.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)] // The names are the corpora's own.
pub enum Class {
    Person,
    Organization,
    Location,
}

impl Class {
    const ALL: [Class; 3] = [Class::Person, Class::Organization, Class::Location];

    /// CoNLL's abbreviation, in lower case.
    fn name(self) -> &'static str {
        match self {
            Class::Person => "per",
            Class::Organization => "org",
            Class::Location => "loc",
        }
    }

    /// From what a corpus calls it.
    fn of_gold(label: &str) -> Option<Self> {
        match label.to_ascii_lowercase().as_str() {
            "person" | "per" => Some(Class::Person),
            "organization" | "organisation" | "org" => Some(Class::Organization),
            "location" | "loc" => Some(Class::Location),
            _ => None,
        }
    }

    /// From the layer's OntoNotes type.
    fn of_layer(label: &str) -> Option<Self> {
        match label {
            "PERSON" => Some(Class::Person),
            "ORG" => Some(Class::Organization),
            "GPE" | "LOC" => Some(Class::Location),
            _ => None,
        }
    }
}

/// Those names of a document that are of the scored classes.
pub fn found(document: &Document, names: &[Name]) -> BTreeSet<Found> {
    let name = |name: &Name| {
        let class = Class::of_layer(document.name_label(name))?;
        Some((bare(document.name_span(name), document.text()), class))
    };
    names.iter().filter_map(name).collect()
}

/// A name without the article before it, the possessive and the full stop behind it.
pub fn bare(name: Span, text: &str) -> Span {
    let words = name.slice(text);
    let article = words.get(..4).filter(|w| w.eq_ignore_ascii_case("the "));
    let possessive = ["'s", "’s"].into_iter().find(|s| words.ends_with(s));
    let stop = Some(".").filter(|stop| words.len() > 2 && words.ends_with(stop));
    let start = name.start as usize + article.map_or(0, str::len);
    Span::new(
        start,
        name.end as usize - possessive.or(stop).map_or(0, str::len),
    )
}

/// An article as printed, with its names.
#[derive(Debug, Default)]
pub struct Annotated {
    /// Its words, put together.
    pub text: String,
    /// Its names, [`bare`].
    pub names: BTreeSet<Found>,
    /// Where its first line ends, if that is an address of the web.
    address: Option<usize>,
}

impl Annotated {
    /// The articles of a table of words and tags.
    pub fn all(table: &str) -> Vec<Self> {
        let mut articles = vec![Self::default()];
        let mut sentence: Vec<(&str, &str)> = Vec::new();
        for line in table.lines().chain([""]) {
            let mut columns = line.split(if line.contains('\t') { '\t' } else { ' ' });
            match (columns.next(), columns.next()) {
                (Some("-DOCSTART-"), _) => articles.push(Self::default()),
                (Some(word), Some(tag)) => sentence.push((word, tag)),
                _ => {
                    let article = articles.last_mut().expect("there is a first one");
                    article.add(&sentence);
                    sentence.clear();
                }
            }
        }
        articles.retain(|article| !article.text.is_empty());
        articles
    }

    /// Appends a sentence of words and tags.
    pub fn add(&mut self, sentence: &[(&str, &str)]) {
        if self.address.is_none() && self.text.starts_with("http") && !self.text.contains(' ') {
            self.address = Some(self.text.len());
        }
        let words: Vec<&str> = sentence.iter().map(|(word, _)| *word).collect();
        let spans = print(&words, &mut self.text);
        let mut open: Option<(Span, &str)> = None;
        let mut names = Vec::new();
        for ((_, tag), span) in sentence.iter().zip(spans) {
            let (place, label) = tag.split_once('-').unwrap_or((tag, ""));
            match &mut open {
                Some((name, known)) if place == "I" && *known == label => *name = name.cover(span),
                _ => {
                    names.extend(open.take());
                    open = (place != "O").then_some((span, label));
                }
            }
        }
        names.extend(open);
        let name =
            |(name, label): (Span, &str)| Some((bare(name, &self.text), Class::of_gold(label)?));
        self.names.extend(names.into_iter().filter_map(name));
    }

    /// What is read by itself.
    pub fn parts(&self) -> Vec<Span> {
        let end = self.text.len();
        match self.address {
            Some(address) => vec![Span::new(0, address), Span::new(address + 1, end)],
            None => vec![Span::new(0, end)],
        }
    }
}

/// Appends the words of a sentence with the spaces that print would have, and gives their places.
fn print(words: &[&str], text: &mut String) -> Vec<Span> {
    let mut spans = Vec::with_capacity(words.len());
    // Whether no space goes before the next word.
    let mut joins = false;
    let mut quote_open = false;
    for (i, &word) in words.iter().enumerate() {
        let before = i.checked_sub(1).map_or("", |i| words[i]);
        let behind = words.get(i + 1).copied().unwrap_or_default();
        // "state - run", "and / or", "mother ’ s": tokenizers cut these apart, print does not.
        let links = matches!(word, "-" | "/")
            && before.ends_with(char::is_alphanumeric)
            && behind.starts_with(char::is_alphanumeric)
            || matches!(word, "'" | "’") && is_clitic(behind);
        let closes_quote = word == "\"" && quote_open;
        let leans_back = closes_quote
            || links
            || LEANS_BACK.contains(&word)
            || word.strip_prefix(['\'', '’']).is_some_and(is_clitic)
            || word.to_lowercase().replace('’', "'") == "n't"
            || (is_initial(word) && ends_in_initial(text));
        if !(text.is_empty() || joins || leans_back) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        if word == "\"" {
            quote_open = !quote_open;
        }
        joins = links || LEANS_ON.contains(&word) || (word == "\"" && quote_open);
        spans.push(Span::new(start, text.len()));
    }
    spans
}

/// Words that stand close to the one before, and to the one after.
const LEANS_BACK: [&str; 14] = [
    ".", ",", ":", ";", "!", "?", ")", "]", "%", "”", "’", "»", "...", "…",
];
const LEANS_ON: [&str; 7] = ["(", "[", "$", "#", "“", "‘", "«"];

/// Whether a word is one capital letter.
fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether the text ends in a capital letter with its full stop, as in "U.S.".
fn ends_in_initial(text: &str) -> bool {
    let mut last = text.rsplit([' ', '.']);
    last.next() == Some("") && last.next().is_some_and(is_initial)
}

/// What stands behind the apostrophe of a shortened word: "s" of "it's".
fn is_clitic(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["s", "re", "ve", "ll", "d", "m", "t"].contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_printed_and_names_keep_their_place() {
        let table = "\"\tO\nAhmed\tB-Person\n's\tO\nmen\tO\n,\tO\n\"\tO\nhe\tO\nsaid\tO\n.\tO\n\n\
                     The\tB-Organization\nU\tI-Organization\tB-Location\n.\tI-Organization\n\
                     N\tI-Organization\n.\tI-Organization\nGulf\tB-Location\nlast\tB-Date\n";
        let articles = Annotated::all(table);
        let [article] = &articles[..] else {
            panic!("{articles:?}");
        };
        assert_eq!(article.text, "\"Ahmed's men,\" he said. The U.N. Gulf last");
        let names = article
            .names
            .iter()
            .map(|(s, c)| (s.slice(&article.text), c.name()));
        assert_eq!(
            names.collect::<Vec<_>>(),
            [("Ahmed", "per"), ("U.N", "org"), ("Gulf", "loc")]
        );
    }

    #[test]
    fn hyphens_and_apostrophes_join_what_a_tokenizer_cut() {
        let mut text = String::new();
        print(
            &["Al", "-", "Sham", "’", "s", "men", "-", "\"", "all", "\""],
            &mut text,
        );
        assert_eq!(text, "Al-Sham’s men - \"all\"");
    }

    #[test]
    fn tags_may_begin_with_i_and_articles_with_a_line_of_their_own() {
        let table = "-DOCSTART- O\nMonrovia I-LOC\nLasso I-PER\n\n-DOCSTART- O\nLima I-LOC\n";
        let articles = Annotated::all(table);
        let names: Vec<usize> = articles.iter().map(|a| a.names.len()).collect();
        assert_eq!(names, [2, 1]);
    }

    #[test]
    fn errors_are_told_apart_by_what_stands_on_the_other_side() {
        let name = |start, end, class| (Span::new(start, end), class);
        let others = BTreeSet::from([name(0, 4, Class::Person), name(10, 20, Class::Location)]);
        let kind = |found, missed| Kind::of(found, missed, &others);
        assert_eq!(kind(name(0, 4, Class::Location), true), Kind::MissedAsOther);
        assert_eq!(
            kind(name(12, 20, Class::Location), true),
            Kind::MissedByBounds
        );
        assert_eq!(
            kind(name(12, 20, Class::Location), false),
            Kind::FoundByBounds
        );
        assert_eq!(kind(name(30, 34, Class::Person), false), Kind::Found);
    }

    #[test]
    fn an_address_above_the_article_is_a_part_of_its_own() {
        let table = "https://example.org/a-b\tO\n\nKigali\tB-Location\n";
        let articles = Annotated::all(table);
        let parts: Vec<&str> = articles[0]
            .parts()
            .iter()
            .map(|p| p.slice(&articles[0].text))
            .collect();
        assert_eq!(parts, ["https://example.org/a-b", "Kigali"]);
    }

    #[test]
    fn a_folder_without_annotation_is_an_error() {
        let nowhere = Path::new("/nowhere/at/all");
        let read = |_: &str, _: &[Span]| unreachable!("there is nothing to read");
        assert!(score(nowhere, false, &read).is_err());
    }
}
