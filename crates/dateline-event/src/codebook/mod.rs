//! The codebook: what counts as which event, by which words, with examples that are its tests.
//!
//! A codebook is a folder of TOML files, one entry each; the built-in one lies in `codebook/` of
//! the repository. Loading compiles all entries into one index from lemma to the patterns it may
//! trigger, so that reading a text costs one look-up a word however many entries there are.

pub mod check;
mod error;
mod examples;
mod file;
mod index;
pub mod pattern;
pub(crate) mod screen;

pub use error::{CodebookError, CodebookErrors};
pub use examples::{Outcome, ReadExample, Report, test};
pub(crate) use index::Candidate;

use crate::Polarity;
use crate::claim::frame::Frame;
use dateline_data::{ClassSet, EventType, Mode};
use include_dir::{Dir, include_dir};
use index::Index;
use pattern::Pattern;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../codebook");

/// One entry: an event (and mode), the words that name it, the frame that gives its roles.
#[derive(Clone, Debug)]
pub struct Entry {
    /// `ASSAULT/firearms`, with `/variant` where the file names one.
    pub name: String,
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// What it covers, in a sentence.
    pub gloss: String,
    /// CAMEO code beside it.
    pub cameo: Box<str>,
    /// How grammar maps to roles.
    pub frame: &'static Frame,
    /// Verbs and what must go with them.
    pub verbs: Vec<Pattern>,
    /// Nouns and what must go with them.
    pub nouns: Vec<Pattern>,
    /// Classes of means that tell this mode: an event of the same type by such means is of it.
    pub means: ClassSet,
    /// Lemmas of content that tell this mode: "called for *talks*" is `REQUEST/meet`.
    pub content: Vec<Box<str>>,
    /// What must be told beside it.
    pub needs: Option<Need>,
    /// What forbids it.
    pub unless: Unless,
    /// Sentences that it must code, and how.
    pub examples: Vec<Example>,
    /// Sentences that it must not code.
    pub counters: Vec<Counter>,
    /// The file it came from.
    pub file: String,
    /// The line of its `event` key.
    pub line: usize,
}

/// What an entry's words need beside them to mean the event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Violence told in the sentence or shortly before: a death by itself is nobody's act.
    Violence,
    /// Work and pay told in the sentence or shortly before, and no weapon: a strike may be of workers or of jets.
    Labour,
    /// A protest or a riot told in the sentence or the one before: shops may be smashed by thieves, too.
    Protest,
}

impl Need {
    /// All, each with its word in entries.
    pub const ALL: [(&'static str, Need); 3] = [
        ("violence", Need::Violence),
        ("labour", Need::Labour),
        ("protest", Need::Protest),
    ];

    /// From its word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, need)| *need)
    }
}

impl Entry {
    /// Whether another entry names a mode of the same event, where this one leaves it open.
    pub fn refined_by(&self, other: &Entry) -> bool {
        self.kind == other.kind && self.mode.is_none() && other.mode.is_some()
    }
}

/// Phrases beside a trigger that give it another sense.
#[derive(Clone, Debug, Default)]
pub struct Unwanted {
    /// Their lemmas.
    pub words: Vec<Box<str>>,
    /// Lemmas that do so beside one trigger alone: ("fire", "worker").
    pub beside: Vec<(Box<str>, Box<str>)>,
    /// Their classes.
    pub classes: ClassSet,
}

/// Company in which an entry's words mean something else.
#[derive(Clone, Debug, Default)]
pub struct Unless {
    /// Who does it.
    pub subject: Unwanted,
    /// To whom or what it is done.
    pub object: Unwanted,
    /// What modifies the trigger: "*heart* attack", "*verbal* attack".
    pub modifiers: Unwanted,
    /// Lemmas of the verb of the clause that follows: "declined to *comment*".
    pub content: Vec<Box<str>>,
}

/// A sentence and the claim it must give.
#[derive(Clone, Debug)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// What must be found in it.
    pub claim: ExpectedClaim,
    /// Its line in the file.
    pub line: usize,
}

/// The words that the roles of an example must have; what is `None` is not looked at.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // The fields are those of a claim.
pub struct ExpectedClaim {
    pub actor: Option<String>,
    pub recipient: Option<String>,
    pub victim: Option<String>,
    pub means: Option<String>,
    pub place: Option<String>,
    pub time: Option<String>,
    pub polarity: Option<Polarity>,
}

/// A sentence that must not give the entry's event.
#[derive(Clone, Debug)]
pub struct Counter {
    /// The sentence.
    pub text: String,
    /// Its line in the file.
    pub line: usize,
}

/// All entries, compiled.
#[derive(Debug)]
pub struct Codebook {
    entries: Vec<Entry>,
    index: Index,
}

impl Codebook {
    /// The codebook that Dateline ships.
    ///
    /// # Errors
    /// Only if the shipped files are wrong, which a test rules out.
    pub fn built_in() -> Result<Self, CodebookErrors> {
        Self::compile(built_in_entries()?)
    }

    /// A codebook of these files alone: (name, contents) each.
    ///
    /// # Errors
    /// Everything that is wrong; nothing is loaded then.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CodebookErrors> {
        Self::compile(read_all(files)?)
    }

    /// The built-in codebook with these files added; one whose entry has the name of a built-in
    /// entry takes its place.
    ///
    /// # Errors
    /// Everything that is wrong; nothing is loaded then.
    pub fn built_in_with<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CodebookErrors> {
        let own = read_all(files)?;
        let mut entries = built_in_entries()?;
        entries.retain(|entry| own.iter().all(|o| o.name != entry.name));
        entries.extend(own);
        Self::compile(entries)
    }

    /// All entries, sorted by name.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    fn compile(mut entries: Vec<Entry>) -> Result<Self, CodebookErrors> {
        entries.sort_by(|a, b| (&a.name, &a.file, a.line).cmp(&(&b.name, &b.file, b.line)));
        let twice = entries
            .windows(2)
            .filter(|pair| pair[0].name == pair[1].name);
        let problems: Vec<CodebookError> = twice
            .map(|pair| CodebookError {
                file: pair[1].file.clone(),
                line: pair[1].line,
                problem: format!(
                    "`{}` is already the name of the entry in {}:{}; join the two or give one a `variant`",
                    pair[1].name, pair[0].file, pair[0].line
                ),
            })
            .collect();
        if !problems.is_empty() {
            return Err(CodebookErrors(problems));
        }
        let index = Index::build(&entries);
        Ok(Self { entries, index })
    }
}

fn read_all<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<Entry>, CodebookErrors> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for (name, contents) in files {
        match file::read(name, contents) {
            Ok(entry) => entries.push(entry),
            Err(of_file) => problems.extend(of_file),
        }
    }
    match problems.is_empty() {
        true => Ok(entries),
        false => Err(CodebookErrors(problems)),
    }
}

fn built_in_entries() -> Result<Vec<Entry>, CodebookErrors> {
    let mut files: Vec<_> = BUILT_IN.files().collect();
    files.sort_by_key(|f| f.path());
    read_all(
        files
            .iter()
            .filter(|f| f.path().extension().is_some_and(|e| e == "toml"))
            .map(|f| {
                (
                    f.path().to_str().unwrap_or("codebook"),
                    f.contents_utf8().unwrap_or(""),
                )
            }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "event = \"ASSAULT\"\nmode = \"firearms\"\ngloss = \"Small arms.\"\nframe = \"attack\"\nverbs = [\"shoot\"]\n";

    fn problems(contents: &str) -> Vec<CodebookError> {
        Codebook::load([("entry.toml", contents)]).unwrap_err().0
    }

    fn problem(contents: &str) -> CodebookError {
        let mut problems = problems(contents);
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.remove(0)
    }

    #[test]
    fn the_built_in_codebook_loads_and_covers_every_type() {
        let book = Codebook::built_in().unwrap();
        for kind in EventType::ALL {
            assert!(
                book.entries().iter().any(|e| e.kind == kind),
                "{kind} has no entry"
            );
        }
    }

    #[test]
    fn an_error_names_file_line_and_remedy() {
        let error = problem(&GOOD.replace("verbs", "verb"));
        assert_eq!((error.file.as_str(), error.line), ("entry.toml", 5));
        assert!(error.problem.contains("unknown field `verb`"), "{error}");

        let error = problem(&GOOD.replace("\"attack\"", "\"atack\""));
        assert_eq!(error.line, 4);
        assert!(error.problem.contains("use one of"), "{error}");

        let error = problem(&GOOD.replace("\"firearms\"", "\"visit\""));
        assert_eq!(error.line, 2);
        assert!(
            error.problem.contains("ASSAULT has no mode `visit`"),
            "{error}"
        );

        let error = problem(&GOOD.replace("\"shoot\"", "\"shoot\",\n  \"{person}\""));
        assert_eq!(error.line, 6);
        assert!(error.problem.contains("match everything"), "{error}");
    }

    #[test]
    fn all_errors_are_named() {
        let bad = GOOD
            .replace("\"attack\"", "\"atack\"")
            .replace("gloss = \"Small arms.\"\n", "glos = \"Small arms.\"\n")
            .replace(
                "[\"shoot\"]",
                "[\"hit {persn}\",\n \"shoot\", \"{person}\"]",
            )
            + "means = \"gun\"\n[[example]]\ntext = 3\n[[example]]\ntext = \"x\"\nclaim = { polarity = \"?\" }\n";
        let found = problems(&bad);
        let lines: Vec<usize> = found.iter().map(|error| error.line).collect();
        assert_eq!(lines, [1, 3, 4, 5, 6, 7, 9, 12], "{found:?}");
        let all = CodebookErrors(found).to_string();
        assert!(
            all.starts_with(
                "8 things are wrong in the codebook:\n  entry.toml:1: the entry has no `gloss`"
            ),
            "{all}"
        );
    }

    #[test]
    fn two_entries_with_one_name_are_refused() {
        let errors = Codebook::load([("a.toml", GOOD), ("b.toml", GOOD)]).unwrap_err();
        let error = &errors.0[0];
        assert_eq!((error.file.as_str(), error.line), ("b.toml", 1));
        assert!(error.problem.contains("a.toml:1"));
    }

    #[test]
    fn an_entry_of_ones_own_takes_the_place_of_a_built_in_one() {
        let book = Codebook::built_in_with([("mine.toml", GOOD)]).unwrap();
        let mine: Vec<_> = book
            .entries()
            .iter()
            .filter(|e| e.name == "ASSAULT/firearms")
            .collect();
        assert_eq!(mine.len(), 1);
        assert_eq!(mine[0].file, "mine.toml");
    }
}
