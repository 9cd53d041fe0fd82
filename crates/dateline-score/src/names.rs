//! `names DIR`: names of persons, organisations and places against token-wise annotation
//! (`.tsv` files of `word TAB tag` lines, tags in IOB2, a blank line after each sentence).
//!
//! The figure is CoNLL's: a name counts where its first and last character and its class are
//! gold's; F is over all names of the three classes. It measures the language layer alone.
//!
//! What a reader of the figure should know:
//! - Classes: the layer's `PERSON` is gold's `Person`, `ORG` is `Organization`, `GPE` and `LOC` are
//!   `Location`. Gold's other classes and the layer's other types are left out on both sides;
//!   `FAC` is gold's `Facility`, a class of its own there.
//! - OntoNotes, on which the layer was trained, takes the article and the possessive into a name
//!   ("the Arab League's"), gold mostly does not: on both sides they are cut off. Without that,
//!   en_core_web_md's F on the worldwide newswire is .649 instead of .723: a difference of
//!   guidelines, not of finding.
//! - Where gold nests names, the outer one counts.
//! - The layer reads text, not tokens: the words of an article are put together as they would be
//!   printed, but for hyphens, which keep the spaces around them. Spans are compared in that text,
//!   so a difference in tokenization costs nothing by itself.

use crate::measure::{Overlap, figure};
use anyhow::{Context, Result, bail};
use dateline_span::Span;
use dateline_text::{Document, Language, Name};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Runs the task: `DIR [--errors]`.
///
/// # Errors
/// If the folder or the model cannot be read.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("name the folder that holds .tsv files");
    };
    let language = Language::load(include_bytes!("../../../models/en_core_web_md.dateline"))
        .context("the language model")?;
    score(Path::new(folder), errors, &|text| language.read(text))
}

/// Scores a folder with any reader of text.
///
/// # Errors
/// If the folder cannot be read or holds no annotated file.
pub fn score(folder: &Path, errors: bool, read: &dyn Fn(&str) -> Document) -> Result<String> {
    let files = tsv_files(folder)?;
    if files.is_empty() {
        bail!("no .tsv file in {}", folder.display());
    }
    let mut report = String::new();
    let mut tallies = [Overlap::default(); Class::ALL.len()];
    for file in &files {
        let table = std::fs::read(file).with_context(|| file.display().to_string())?;
        let gold = Annotated::parse(&String::from_utf8_lossy(&table));
        let found = found(&read(&gold.text));
        for (class, tally) in Class::ALL.iter().zip(&mut tallies) {
            let of_class = |names: &BTreeSet<Found>| names.iter().filter(|n| n.1 == *class).count();
            let right = of_class(&gold.names.intersection(&found).copied().collect());
            tally.add(Overlap::of_pairs(
                right,
                of_class(&found),
                of_class(&gold.names),
            ));
        }
        if errors {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            write_errors(&mut report, &name, &gold, &found)?;
        }
    }
    let mut total = Overlap::default();
    let mut classes = String::new();
    for (class, tally) in Class::ALL.iter().zip(tallies) {
        writeln!(report, "{}: {tally}", class.name())?;
        write!(classes, " {}_f={}", class.name(), figure(tally.f1()))?;
        total.add(tally);
    }
    writeln!(report, "{} documents; all: {total}", files.len())?;
    write!(report, "names f={}{classes}", figure(total.f1()))?;
    Ok(report)
}

fn tsv_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "tsv") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn write_errors(
    report: &mut String,
    file: &str,
    gold: &Annotated,
    found: &BTreeSet<Found>,
) -> Result<()> {
    writeln!(report, "{file}")?;
    for (span, class) in gold.names.symmetric_difference(found) {
        let side = if found.contains(&(*span, *class)) {
            "+"
        } else {
            "-"
        };
        writeln!(
            report,
            "  {side} {} {}",
            class.name(),
            span.slice(&gold.text)
        )?;
    }
    Ok(())
}

/// A name: its bytes in the article's text, and its class.
type Found = (Span, Class);

/// The classes that are scored.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Class {
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

    /// From gold's name of it.
    fn of_gold(label: &str) -> Option<Self> {
        match label {
            "Person" => Some(Class::Person),
            "Organization" => Some(Class::Organization),
            "Location" => Some(Class::Location),
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

/// The names of the scored classes that the layer found.
fn found(document: &Document) -> BTreeSet<Found> {
    let name = |name: &Name| {
        let class = Class::of_layer(document.name_label(name))?;
        Some((bare(document.name_span(name), document.text()), class))
    };
    document.names().iter().filter_map(name).collect()
}

/// A name without the article before it and the possessive after it.
fn bare(name: Span, text: &str) -> Span {
    let words = name.slice(text);
    let article = words.get(..4).filter(|w| w.eq_ignore_ascii_case("the "));
    let possessive = ["'s", "’s"].into_iter().find(|s| words.ends_with(s));
    let start = name.start as usize + article.map_or(0, str::len);
    Span::new(start, name.end as usize - possessive.map_or(0, str::len))
}

/// An article as printed, with its names.
#[derive(Debug, Default)]
struct Annotated {
    text: String,
    names: BTreeSet<Found>,
}

impl Annotated {
    fn parse(table: &str) -> Self {
        let mut article = Self::default();
        let mut open: Option<Found> = None;
        let mut printer = Printer::default();
        for line in table.lines() {
            let mut columns = line.split('\t');
            let (Some(word), Some(tag)) = (columns.next(), columns.next()) else {
                article.names.extend(open.take());
                printer.end_sentence();
                continue;
            };
            let span = printer.print(word, &mut article.text);
            let (place, label) = tag.split_once('-').unwrap_or((tag, ""));
            match (&mut open, place) {
                (Some((name, _)), "I") => *name = name.cover(span),
                (_, "I") => (),
                _ => {
                    article.names.extend(open.take());
                    open = Class::of_gold(label).map(|class| (span, class));
                }
            }
        }
        article.names.extend(open);
        let bare = |(name, class): Found| (bare(name, &article.text), class);
        article.names = article.names.iter().copied().map(bare).collect();
        article
    }
}

/// Puts words together with the spaces that print would have.
#[derive(Default)]
struct Printer {
    /// No space goes before the next word.
    joins: bool,
    quote_open: bool,
}

impl Printer {
    /// Appends a word and gives its place.
    fn print(&mut self, word: &str, text: &mut String) -> Span {
        let closes_quote = word == "\"" && self.quote_open;
        let leans_back = closes_quote
            || LEANS_BACK.contains(&word)
            || is_clitic(word)
            || (is_initial(word) && ends_in_initial(text));
        if !(text.is_empty() || self.joins || leans_back) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        if word == "\"" {
            self.quote_open = !self.quote_open;
        }
        self.joins = LEANS_ON.contains(&word) || (word == "\"" && self.quote_open);
        Span::new(start, text.len())
    }

    fn end_sentence(&mut self) {
        *self = Self::default();
    }
}

/// Words that stand close to the one before, and to the one after.
const LEANS_BACK: [&str; 13] = [
    ".", ",", ":", ";", "!", "?", ")", "]", "%", "”", "’", "...", "…",
];
const LEANS_ON: [&str; 6] = ["(", "[", "$", "#", "“", "‘"];

/// Whether a word is one capital letter.
fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether the text ends in a capital letter with its full stop, as in "U.S.".
fn ends_in_initial(text: &str) -> bool {
    let mut last = text.rsplit([' ', '.']);
    last.next() == Some("") && last.next().is_some_and(is_initial)
}

/// Whether a word is one that tokenizers cut off another: "'s", "n't".
fn is_clitic(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"].contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_printed_and_names_keep_their_place() {
        let table = "\"\tO\nAhmed\tB-Person\n's\tO\nmen\tO\n,\tO\n\"\tO\nhe\tO\nsaid\tO\n.\tO\n\n\
                     The\tB-Organization\nU\tI-Organization\tB-Location\n.\tI-Organization\n\
                     N\tI-Organization\n.\tI-Organization\nGulf\tB-Location\nlast\tB-Date\n";
        let article = Annotated::parse(table);
        assert_eq!(article.text, "\"Ahmed's men,\" he said. The U.N. Gulf last");
        let names = article
            .names
            .iter()
            .map(|(s, c)| (s.slice(&article.text), c.name()));
        assert_eq!(
            names.collect::<Vec<_>>(),
            [("Ahmed", "per"), ("U.N.", "org"), ("Gulf", "loc")]
        );
    }

    #[test]
    fn a_folder_without_annotation_is_an_error() {
        let nowhere = Path::new("/nowhere/at/all");
        let read = |_: &str| unreachable!("there is nothing to read");
        assert!(score(nowhere, false, &read).is_err());
    }
}
