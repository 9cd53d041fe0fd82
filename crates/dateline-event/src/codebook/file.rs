//! One codebook file: its keys, read and checked.

use super::error::CodebookError;
use super::pattern::{Pattern, classes};
use super::{Counter, Entry, Example, ExpectedClaim, Need, Unless, Unwanted};
use crate::claim::frame::{self, Frame};
use dateline_data::{ClassSet, EventType, Mode};
use serde::Deserialize;
use toml::Spanned;

/// The keys of an entry file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryFile {
    event: Spanned<String>,
    mode: Option<Spanned<String>>,
    /// Tells two entries of one event and mode apart.
    variant: Option<Spanned<String>>,
    gloss: String,
    /// CAMEO code, where it is not the one of event and mode.
    cameo: Option<Spanned<String>>,
    frame: Spanned<String>,
    #[serde(default)]
    verbs: Vec<Spanned<String>>,
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    #[serde(default)]
    means: Vec<Spanned<String>>,
    #[serde(default)]
    content: Vec<Spanned<String>>,
    needs: Option<Spanned<String>>,
    #[serde(default)]
    unless: UnlessFile,
    #[serde(default)]
    example: Vec<ExampleFile>,
    #[serde(default)]
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
}

/// Reads one file.
///
/// # Errors
/// The first thing that is wrong with it.
pub(super) fn read(file: &str, contents: &str) -> Result<Entry, CodebookError> {
    let reader = Reader { file, contents };
    let raw: EntryFile = toml::from_str(contents).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        CodebookError::at(file, contents, byte, error.message())
    })?;
    reader.entry(raw)
}

impl Reader<'_> {
    fn error<T>(&self, at: &Spanned<T>, problem: impl Into<String>) -> CodebookError {
        CodebookError::at(self.file, self.contents, at.span().start, problem)
    }

    fn entry(&self, raw: EntryFile) -> Result<Entry, CodebookError> {
        let kind = self.kind(&raw.event)?;
        let mode = raw.mode.as_ref().map(|m| self.mode(kind, m)).transpose()?;
        let frame = self.frame(&raw.frame)?;
        if raw.verbs.is_empty()
            && raw.nouns.is_empty()
            && raw.means.is_empty()
            && raw.content.is_empty()
        {
            return Err(self.error(
                &raw.event,
                "the entry has no words; give `verbs` or `nouns`",
            ));
        }
        let mut name = kind.name().to_owned();
        let parts = [
            mode.map(Mode::name),
            raw.variant.as_ref().map(|v| v.get_ref().as_str()),
        ];
        for part in parts.into_iter().flatten() {
            name.push('/');
            name.push_str(part);
        }
        Ok(Entry {
            name,
            kind,
            mode,
            gloss: raw.gloss,
            cameo: match &raw.cameo {
                Some(code) => self.cameo(code)?,
                None => kind.cameo(mode).into(),
            },
            frame,
            verbs: self.patterns(&raw.verbs, Pattern::verb)?,
            nouns: self.patterns(&raw.nouns, Pattern::noun)?,
            means: self.class_set(&raw.means)?,
            content: raw
                .content
                .iter()
                .map(|w| w.get_ref().to_lowercase().into())
                .collect(),
            needs: raw.needs.as_ref().map(|n| self.need(n)).transpose()?,
            unless: self.unless(&raw.unless)?,
            examples: raw
                .example
                .into_iter()
                .map(|e| self.example(e))
                .collect::<Result<_, _>>()?,
            counters: raw.counter.into_iter().map(|c| self.counter(&c)).collect(),
            file: self.file.to_owned(),
            line: self.line(raw.event.span().start),
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
    ) -> Result<Vec<Pattern>, CodebookError> {
        texts
            .iter()
            .map(|text| {
                let mut pattern =
                    parse(text.get_ref()).map_err(|problem| self.error(text, problem))?;
                pattern.line = self.line(text.span().start);
                Ok(pattern)
            })
            .collect()
    }

    fn class_set(&self, names: &[Spanned<String>]) -> Result<ClassSet, CodebookError> {
        let mut set = ClassSet::default();
        for name in names {
            let more = classes(name.get_ref()).map_err(|problem| self.error(name, problem))?;
            set = set.union(more);
        }
        Ok(set)
    }

    /// Words and `{class}`es that forbid an argument; of two words one is the trigger, which `trigger_first`
    /// tells apart: "fire worker", "bank charge".
    fn unwanted(
        &self,
        items: &[Spanned<String>],
        trigger_first: bool,
    ) -> Result<Unwanted, CodebookError> {
        let mut unwanted = Unwanted::default();
        for item in items {
            let text = item.get_ref().to_lowercase();
            let class = text.strip_prefix('{').and_then(|i| i.strip_suffix('}'));
            if let Some(names) = class {
                let more = classes(names).map_err(|problem| self.error(item, problem))?;
                unwanted.classes = unwanted.classes.union(more);
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
                    return Err(self.error(item, problem));
                }
            }
        }
        Ok(unwanted)
    }

    fn unless(&self, raw: &UnlessFile) -> Result<Unless, CodebookError> {
        Ok(Unless {
            subject: self.unwanted(&raw.subject, false)?,
            object: self.unwanted(&raw.object, true)?,
            content: raw
                .content
                .iter()
                .map(|w| w.to_lowercase().into())
                .collect(),
            modifiers: self.unwanted(&raw.modifier, false)?,
        })
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
