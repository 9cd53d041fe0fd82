//! One codebook file: its keys, read and checked.

use super::error::CodebookError;
use super::pattern::{Pattern, classes};
use super::{Counter, Entry, Example, ExpectedClaim, Need, Unless, Unwanted};
use crate::claim::frame::{self, Frame};
use dateline_data::{ClassSet, EventType, Mode};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of an entry file: what is absent may be absent, or is missed already.
struct EntryFile {
    event: Option<Spanned<String>>,
    mode: Option<Spanned<String>>,
    /// Tells two entries of one event and mode apart.
    variant: Option<Spanned<String>>,
    gloss: Option<String>,
    /// CAMEO code, where it is not the one of event and mode.
    cameo: Option<Spanned<String>>,
    frame: Option<Spanned<String>>,
    verbs: Vec<Spanned<String>>,
    nouns: Vec<Spanned<String>>,
    means: Vec<Spanned<String>>,
    content: Vec<Spanned<String>>,
    needs: Option<Spanned<String>>,
    unless: UnlessFile,
    example: Vec<ExampleFile>,
    counter: Vec<CounterFile>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct UnlessFile {
    #[serde(default)]
    subject: Vec<Spanned<String>>,
    #[serde(default)]
    object: Vec<Spanned<String>>,
    #[serde(default)]
    modifier: Vec<Spanned<String>>,
    #[serde(default)]
    content: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleFile {
    text: Spanned<String>,
    claim: ClaimFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimFile {
    actor: Option<String>,
    recipient: Option<String>,
    victim: Option<String>,
    means: Option<String>,
    place: Option<String>,
    time: Option<String>,
    polarity: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CounterFile {
    text: Spanned<String>,
}

/// A file at hand while it is checked, so that an error can say where it stands.
struct Reader<'a> {
    file: &'a str,
    contents: &'a str,
    problems: RefCell<Vec<CodebookError>>,
}

/// Reads one file.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub(super) fn read(file: &str, contents: &str) -> Result<Entry, Vec<CodebookError>> {
    let reader = Reader {
        file,
        contents,
        problems: RefCell::default(),
    };
    let (table, broken) = DeTable::parse_recoverable(contents);
    for error in &broken {
        reader.note(reader.of_toml(error));
    }
    // What is recovered of broken TOML would only be missed again.
    let entry = match broken.is_empty() {
        true => reader.entry(reader.keys(table.into_inner())),
        false => None,
    };
    let mut problems = reader.problems.into_inner();
    problems.sort_by_key(|problem| problem.line);
    match entry {
        Some(entry) if problems.is_empty() => Ok(entry),
        _ => Err(problems),
    }
}

impl<'a> Reader<'a> {
    fn error<T>(&self, at: &Spanned<T>, problem: impl Into<String>) -> CodebookError {
        CodebookError::at(self.file, self.contents, at.span().start, problem)
    }

    fn of_toml(&self, error: &toml::de::Error) -> CodebookError {
        let byte = error.span().map_or(0, |span| span.start);
        CodebookError::at(self.file, self.contents, byte, error.message())
    }

    fn note(&self, problem: CodebookError) {
        self.problems.borrow_mut().push(problem);
    }

    /// The value, or what is wrong noted.
    fn ok<T>(&self, read: Result<T, CodebookError>) -> Option<T> {
        read.map_err(|problem| self.note(problem)).ok()
    }

    /// Takes the file apart, key by key.
    fn keys(&self, mut table: DeTable<'a>) -> EntryFile {
        const KEYS: [&str; 14] = [
            "event", "mode", "variant", "gloss", "cameo", "frame", "verbs", "nouns", "means",
            "content", "needs", "unless", "example", "counter",
        ];
        let entry = EntryFile {
            event: self.needed(&mut table, "event"),
            mode: self.value(&mut table, "mode"),
            variant: self.value(&mut table, "variant"),
            gloss: self.needed(&mut table, "gloss"),
            cameo: self.value(&mut table, "cameo"),
            frame: self.needed(&mut table, "frame"),
            verbs: self.values(&mut table, "verbs"),
            nouns: self.values(&mut table, "nouns"),
            means: self.values(&mut table, "means"),
            content: self.values(&mut table, "content"),
            needs: self.value(&mut table, "needs"),
            unless: self.value(&mut table, "unless").unwrap_or_default(),
            example: self.values(&mut table, "example"),
            counter: self.values(&mut table, "counter"),
        };
        for (key, _) in &table {
            let known = KEYS.join(", ");
            let problem = format!("unknown field `{}`; use one of {known}", key.get_ref());
            self.note(self.error(key, problem));
        }
        entry
    }

    fn value<T: Deserialize<'a>>(&self, table: &mut DeTable<'a>, key: &str) -> Option<T> {
        self.typed(table.remove(key)?)
    }

    fn needed<T: Deserialize<'a>>(&self, table: &mut DeTable<'a>, key: &str) -> Option<T> {
        if !table.contains_key(key) {
            let problem = format!("the entry has no `{key}`");
            self.note(CodebookError::at(self.file, self.contents, 0, problem));
        }
        self.value(table, key)
    }

    /// The items of a list, each for itself.
    fn values<T: Deserialize<'a>>(&self, table: &mut DeTable<'a>, key: &str) -> Vec<T> {
        let Some(value) = table.remove(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => {
                let items = items.iter().cloned();
                items.filter_map(|item| self.typed(item)).collect()
            }
            _ => {
                self.note(self.error(&value, format!("`{key}` must be a list: [\"…\"]")));
                Vec::new()
            }
        }
    }

    fn typed<T: Deserialize<'a>>(&self, value: Spanned<DeValue<'a>>) -> Option<T> {
        let at = value.span().start;
        T::deserialize(value.into_deserializer())
            .map_err(|error| {
                let byte = error.span().map_or(at, |span| span.start);
                self.note(CodebookError::at(
                    self.file,
                    self.contents,
                    byte,
                    error.message(),
                ));
            })
            .ok()
    }

    /// The entry, unless something is wrong, which is noted.
    fn entry(&self, raw: EntryFile) -> Option<Entry> {
        let kind = raw.event.as_ref().and_then(|e| self.ok(self.kind(e)));
        let mode = kind
            .zip(raw.mode.as_ref())
            .and_then(|(kind, mode)| self.ok(self.mode(kind, mode)));
        let frame = raw.frame.as_ref().and_then(|f| self.ok(self.frame(f)));
        let cameo = raw.cameo.as_ref().and_then(|c| self.ok(self.cameo(c)));
        let has_words = [&raw.verbs, &raw.nouns, &raw.means, &raw.content]
            .iter()
            .any(|words| !words.is_empty());
        if let (false, true, Some(event)) =
            (has_words, self.problems.borrow().is_empty(), &raw.event)
        {
            let problem = "the entry has no words; give `verbs` or `nouns`";
            self.note(self.error(event, problem));
        }
        let verbs = self.patterns(&raw.verbs, Pattern::verb);
        let nouns = self.patterns(&raw.nouns, Pattern::noun);
        let means = self.class_set(&raw.means);
        let needs = raw.needs.as_ref().and_then(|n| self.ok(self.need(n)));
        let unless = self.unless(&raw.unless);
        let examples = raw.example.into_iter();
        let examples = examples.filter_map(|e| self.ok(self.example(e))).collect();
        let (kind, event) = (kind?, raw.event?);
        let parts = [
            mode.map(Mode::name),
            raw.variant.as_ref().map(|v| v.get_ref().as_str()),
        ];
        let mut name = kind.name().to_owned();
        for part in parts.into_iter().flatten() {
            name.push('/');
            name.push_str(part);
        }
        let words = raw.content.iter();
        Some(Entry {
            name,
            kind,
            mode,
            gloss: raw.gloss?,
            cameo: cameo.unwrap_or_else(|| kind.cameo(mode).into()),
            frame: frame?,
            verbs,
            nouns,
            means,
            content: words.map(|w| w.get_ref().to_lowercase().into()).collect(),
            needs,
            unless,
            examples,
            counters: raw.counter.into_iter().map(|c| self.counter(&c)).collect(),
            file: self.file.to_owned(),
            line: self.line(event.span().start),
        })
    }

    fn line(&self, byte: usize) -> usize {
        CodebookError::at(self.file, self.contents, byte, "").line
    }

    fn kind(&self, name: &Spanned<String>) -> Result<EventType, CodebookError> {
        EventType::parse(name.get_ref()).ok_or_else(|| {
            let known: Vec<_> = EventType::ALL.iter().map(|t| t.name()).collect();
            self.error(
                name,
                format!(
                    "PLOVER has no event `{}`; use one of {}",
                    name.get_ref(),
                    known.join(", ")
                ),
            )
        })
    }

    fn mode(&self, kind: EventType, name: &Spanned<String>) -> Result<Mode, CodebookError> {
        kind.mode(name.get_ref()).ok_or_else(|| {
            let known: Vec<_> = kind.modes().map(Mode::name).collect();
            let advice = match known.is_empty() {
                true => "leave `mode` out".to_owned(),
                false => format!("use one of {}, or leave it out", known.join(", ")),
            };
            self.error(
                name,
                format!("{kind} has no mode `{}`; {advice}", name.get_ref()),
            )
        })
    }

    /// A CAMEO code: two digits of a root from 01 to 20, then up to two of its branches.
    fn cameo(&self, code: &Spanned<String>) -> Result<Box<str>, CodebookError> {
        let text = code.get_ref();
        let digits = (2..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let root = text.get(..2).and_then(|root| root.parse().ok());
        match root {
            Some(1..=20) if digits => Ok(text.as_str().into()),
            _ => Err(self.error(
                code,
                format!("`{text}` is no CAMEO code; write two to four digits, as \"192\", or leave `cameo` out"),
            )),
        }
    }

    fn need(&self, name: &Spanned<String>) -> Result<Need, CodebookError> {
        Need::parse(name.get_ref()).ok_or_else(|| {
            let known: Vec<_> = Need::ALL.iter().map(|(n, _)| *n).collect();
            self.error(
                name,
                format!(
                    "an entry cannot need `{}`; use one of {}",
                    name.get_ref(),
                    known.join(", ")
                ),
            )
        })
    }

    fn frame(&self, name: &Spanned<String>) -> Result<&'static Frame, CodebookError> {
        frame::named(name.get_ref()).ok_or_else(|| {
            let known: Vec<_> = frame::FRAMES.iter().map(|f| f.name).collect();
            self.error(
                name,
                format!(
                    "there is no frame `{}`; use one of {}",
                    name.get_ref(),
                    known.join(", ")
                ),
            )
        })
    }

    fn patterns(
        &self,
        texts: &[Spanned<String>],
        parse: fn(&str) -> Result<Pattern, String>,
    ) -> Vec<Pattern> {
        let pattern = |text: &Spanned<String>| {
            let read = parse(text.get_ref()).map_err(|problem| self.error(text, problem));
            let mut pattern = self.ok(read)?;
            pattern.line = self.line(text.span().start);
            Some(pattern)
        };
        texts.iter().filter_map(pattern).collect()
    }

    fn class_set(&self, names: &[Spanned<String>]) -> ClassSet {
        let read = names
            .iter()
            .map(|name| classes(name.get_ref()).map_err(|problem| self.error(name, problem)));
        read.filter_map(|classes| self.ok(classes))
            .fold(ClassSet::default(), ClassSet::union)
    }

    /// Words and `{class}`es that forbid an argument; of two words one is the trigger, which `trigger_first`
    /// tells apart: "fire worker", "bank charge".
    fn unwanted(&self, items: &[Spanned<String>], trigger_first: bool) -> Unwanted {
        let mut unwanted = Unwanted::default();
        for item in items {
            let text = item.get_ref().to_lowercase();
            let class = text.strip_prefix('{').and_then(|i| i.strip_suffix('}'));
            if let Some(names) = class {
                let more = classes(names).map_err(|problem| self.error(item, problem));
                unwanted.classes = unwanted.classes.union(self.ok(more).unwrap_or_default());
                continue;
            }
            match text.split_whitespace().collect::<Vec<_>>()[..] {
                [word] => unwanted.words.push(word.into()),
                [trigger, word] if trigger_first => {
                    unwanted.beside.push((trigger.into(), word.into()));
                }
                [word, trigger] => unwanted.beside.push((trigger.into(), word.into())),
                _ => {
                    let problem = format!(
                        "`{text}`; write a word, a {{class}} or two words, one the trigger"
                    );
                    self.note(self.error(item, problem));
                }
            }
        }
        unwanted
    }

    fn unless(&self, raw: &UnlessFile) -> Unless {
        Unless {
            subject: self.unwanted(&raw.subject, false),
            object: self.unwanted(&raw.object, true),
            content: raw
                .content
                .iter()
                .map(|w| w.to_lowercase().into())
                .collect(),
            modifiers: self.unwanted(&raw.modifier, false),
        }
    }

    fn example(&self, raw: ExampleFile) -> Result<Example, CodebookError> {
        let polarity = match raw.claim.polarity.as_ref() {
            None => None,
            Some(sign) => Some(match sign.get_ref().as_str() {
                "+" => crate::Polarity::Positive,
                "-" => crate::Polarity::Negative,
                "u" => crate::Polarity::Unknown,
                other => {
                    return Err(self.error(
                        sign,
                        format!("polarity `{other}`; write \"+\", \"-\" or \"u\""),
                    ));
                }
            }),
        };
        Ok(Example {
            line: self.line(raw.text.span().start),
            text: raw.text.into_inner(),
            claim: ExpectedClaim {
                actor: raw.claim.actor,
                recipient: raw.claim.recipient,
                victim: raw.claim.victim,
                means: raw.claim.means,
                place: raw.claim.place,
                time: raw.claim.time,
                polarity,
            },
        })
    }

    fn counter(&self, raw: &CounterFile) -> Counter {
        Counter {
            line: self.line(raw.text.span().start),
            text: raw.text.get_ref().clone(),
        }
    }
}
