//! WikiEvents' file: one article a line, with tokens, mentions, events and (beside it) coreference.

use super::types::KairosType;
use crate::given::GoldRole;
use anyhow::{Context, Result, bail};
use dateline::page::PartKind;
use dateline_span::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A word, its first character in the original text and the one behind its last.
type RawToken = (String, usize, usize);

/// The tokens of a sentence and its words as written.
type RawSentence = (Vec<RawToken>, String);

#[derive(Deserialize)]
struct RawArticle {
    doc_id: String,
    sentences: Vec<RawSentence>,
    entity_mentions: Vec<RawMention>,
    event_mentions: Vec<RawEvent>,
}

#[derive(Deserialize)]
struct RawMention {
    id: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct RawEvent {
    event_type: String,
    trigger: RawTrigger,
    arguments: Vec<RawArgument>,
}

#[derive(Deserialize)]
struct RawTrigger {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct RawArgument {
    entity_id: String,
    role: String,
}

#[derive(Deserialize)]
struct RawClusters {
    doc_key: String,
    clusters: Vec<Vec<String>>,
}

/// An annotated article.
pub struct GoldArticle {
    /// Its name in the corpus.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Title, headings and paragraphs.
    pub parts: Vec<(PartKind, Span)>,
    /// The corpus's sentences.
    pub sentences: Vec<Span>,
    /// Events that have a PLOVER code, in text order.
    pub events: Vec<GoldEvent>,
    /// Triggers of events that have none.
    pub left_out: Vec<Span>,
}

/// An annotated event, or several of one trigger and one PLOVER type.
pub struct GoldEvent {
    /// The words that name it.
    pub trigger: Span,
    /// What KAIROS calls it.
    pub kairos: Vec<&'static KairosType>,
    /// Its participants that Dateline has a part for.
    pub roles: Vec<GoldRole>,
}

impl GoldArticle {
    /// The sentence that a span stands in.
    pub fn sentence(&self, span: Span) -> &str {
        let found = self.sentences.iter().find(|s| s.overlaps(span));
        found.map_or("", |s| s.slice(&self.text))
    }
}

/// Reads the corpus; coreference is looked for in `coref/` beside the file.
///
/// # Errors
/// If a file cannot be read or is malformed.
pub fn open(file: &Path) -> Result<Vec<GoldArticle>> {
    let lines = read(file)?;
    let name = file.with_extension("jsonlines");
    let beside = file
        .parent()
        .zip(name.file_name())
        .map(|(folder, name)| folder.join("coref").join(name))
        .context("the file has no folder")?;
    parse(&lines, &read(&beside)?)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// From the contents of both files.
///
/// # Errors
/// If one is malformed.
pub fn parse(lines: &str, coreference: &str) -> Result<Vec<GoldArticle>> {
    let mut clusters: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for line in coreference.lines() {
        let raw: RawClusters = serde_json::from_str(line).context("coreference")?;
        clusters.insert(raw.doc_key, raw.clusters);
    }
    let article = |line: &str| {
        let raw: RawArticle = serde_json::from_str(line)?;
        let id = raw.doc_id.clone();
        let known = clusters.get(&id).map_or(&[][..], Vec::as_slice);
        GoldArticle::new(raw, known).context(id)
    };
    lines.lines().map(article).collect()
}

impl GoldArticle {
    fn new(raw: RawArticle, clusters: &[Vec<String>]) -> Result<Self> {
        let laid = Laid::new(&raw)?;
        let mentions: BTreeMap<&str, Span> = raw
            .entity_mentions
            .iter()
            .map(|m| Ok((m.id.as_str(), laid.words(m.start, m.end)?)))
            .collect::<Result<_>>()?;
        let mut events: Vec<GoldEvent> = Vec::new();
        let mut left_out = Vec::new();
        for event in &raw.event_mentions {
            let trigger = laid.words(event.trigger.start, event.trigger.end)?;
            let Some(kairos) = KairosType::of(&event.event_type) else {
                left_out.push(trigger);
                continue;
            };
            let roles = roles(event, kairos, &mentions, clusters)?;
            let same = |e: &&mut GoldEvent| {
                e.trigger == trigger && e.kairos.iter().any(|k| k.kinds == kairos.kinds)
            };
            match events.iter_mut().find(same) {
                Some(known) => known.add(&[kairos], &roles),
                None => events.push(GoldEvent {
                    trigger,
                    kairos: vec![kairos],
                    roles,
                }),
            }
        }
        events.sort_by_key(|e| e.trigger.start);
        Ok(Self {
            id: raw.doc_id,
            text: laid.text,
            parts: laid.parts,
            sentences: laid.sentences,
            events,
            left_out,
        })
    }
}

impl GoldEvent {
    /// Takes over what another event names, each participant once.
    pub fn add(&mut self, kairos: &[&'static KairosType], roles: &[GoldRole]) {
        self.kairos.extend(kairos);
        for role in roles {
            let known = |r: &GoldRole| r.part == role.part && r.span == role.span;
            if !self.roles.iter().any(known) {
                self.roles.push(role.clone());
            }
        }
    }
}

fn roles(
    event: &RawEvent,
    kairos: &KairosType,
    mentions: &BTreeMap<&str, Span>,
    clusters: &[Vec<String>],
) -> Result<Vec<GoldRole>> {
    let mut roles = Vec::new();
    for argument in &event.arguments {
        let Some(part) = kairos.part(&argument.role) else {
            continue;
        };
        let Some(&span) = mentions.get(argument.entity_id.as_str()) else {
            bail!("no mention {}", argument.entity_id);
        };
        let cluster = clusters.iter().find(|c| c.contains(&argument.entity_id));
        let others = cluster.into_iter().flatten();
        let same = others.filter_map(|id| mentions.get(id.as_str()).copied());
        roles.push(GoldRole {
            part,
            role: argument.role.clone(),
            span,
            mentions: std::iter::once(span).chain(same).collect(),
        });
    }
    Ok(roles)
}

/// The text laid out as it was on its page, as far as the corpus still tells.
#[derive(Default)]
struct Laid {
    text: String,
    tokens: Vec<Span>,
    sentences: Vec<Span>,
    parts: Vec<(PartKind, Span)>,
}

impl Laid {
    /// More than one character lost between two sentences was a blank line, and so was any after
    /// words that do not end as a sentence does: a heading. The first heading is the title.
    fn new(raw: &RawArticle) -> Result<Self> {
        let mut laid = Self::default();
        let mut lost_from = None;
        for (tokens, words) in &raw.sentences {
            let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
                continue;
            };
            let ends = laid.text.trim_end().ends_with(ends_sentence);
            let new_part = lost_from.is_none_or(|end| first.1 > end + 1) || !ends;
            laid.open_sentence(new_part);
            laid.add(tokens, words)?;
            lost_from = Some(last.2);
        }
        if let Some(first) = laid.parts.first_mut()
            && !first.1.slice(&laid.text).ends_with(ends_sentence)
        {
            first.0 = PartKind::Title;
        }
        Ok(laid)
    }

    fn open_sentence(&mut self, new_part: bool) {
        if !self.text.is_empty() {
            self.text.push_str(if new_part { "\n\n" } else { " " });
        }
        if new_part {
            let start = self.text.len();
            self.parts
                .push((PartKind::Paragraph, Span::new(start, start)));
        }
    }

    fn add(&mut self, tokens: &[RawToken], words: &str) -> Result<()> {
        let start = self.text.len();
        let mut from = 0;
        for (word, _, _) in tokens {
            let Some(at) = words[from..].find(word.as_str()).map(|a| from + a) else {
                bail!("“{word}” does not stand in its sentence “{words}”");
            };
            from = at + word.len();
            self.tokens.push(Span::new(start + at, start + from));
        }
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        self.sentences.push(span);
        if let Some(part) = self.parts.last_mut() {
            part.1.end = span.end;
        }
        Ok(())
    }

    fn words(&self, first: usize, end: usize) -> Result<Span> {
        match self.tokens.get(first..end) {
            Some([one, .., last]) => Ok(one.cover(*last)),
            Some([one]) => Ok(*one),
            _ => bail!("no tokens {first}..{end}"),
        }
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | ')' | ':' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::PartPlayed;

    /// A title and two sentences of one paragraph; "Gunmen … They" corefer; one talk, one attack.
    const LINE: &str = r#"{"doc_id": "own_1", "sentences": [
        [[["Raid", 0, 4], ["in", 5, 7], ["Kalem", 8, 13]], "Raid in Kalem"],
        [[["Gunmen", 15, 21], ["fled", 22, 26], [".", 26, 27]], "Gunmen fled."],
        [[["They", 28, 32], ["raided", 33, 39], ["a", 40, 41], ["shop", 42, 46], [".", 46, 47]],
         "They raided a shop."]],
        "entity_mentions": [{"id": "T1", "start": 3, "end": 4}, {"id": "T2", "start": 6, "end": 7},
            {"id": "T3", "start": 8, "end": 10}],
        "event_mentions": [
            {"event_type": "Contact.Contact.Unspecified", "trigger": {"start": 0, "end": 1},
             "arguments": []},
            {"event_type": "Conflict.Attack.Unspecified", "trigger": {"start": 7, "end": 8},
             "arguments": [{"entity_id": "T2", "role": "Attacker"},
                           {"entity_id": "T3", "role": "Target"},
                           {"entity_id": "T3", "role": "Topic"}]},
            {"event_type": "Life.Injure.Unspecified", "trigger": {"start": 7, "end": 8},
             "arguments": [{"entity_id": "T2", "role": "Injurer"},
                           {"entity_id": "T1", "role": "Victim"}]}]}"#;
    const COREFERENCE: &str = r#"{"doc_key": "own_1", "clusters": [["T1", "T2"]]}"#;

    fn own() -> GoldArticle {
        let line = LINE.replace('\n', " ");
        parse(&line, COREFERENCE).unwrap().remove(0)
    }

    #[test]
    fn a_heading_and_lost_characters_part_paragraphs() {
        let article = own();
        assert_eq!(
            article.text,
            "Raid in Kalem\n\nGunmen fled. They raided a shop."
        );
        let parts: Vec<_> = article
            .parts
            .iter()
            .map(|(kind, span)| (*kind, span.slice(&article.text)))
            .collect();
        assert_eq!(
            parts,
            [
                (PartKind::Title, "Raid in Kalem"),
                (PartKind::Paragraph, "Gunmen fled. They raided a shop.")
            ]
        );
    }

    #[test]
    fn events_of_one_trigger_and_type_are_one_and_others_are_left_out() {
        let article = own();
        assert_eq!(article.left_out, [Span::new(0, 4)]);
        let [event] = &article.events[..] else {
            panic!("one event");
        };
        assert_eq!(event.trigger.slice(&article.text), "raided");
        let roles: Vec<_> = event
            .roles
            .iter()
            .map(|r| (r.part, r.span.slice(&article.text)))
            .collect();
        assert_eq!(
            roles,
            [
                (PartPlayed::Actor, "They"),
                (PartPlayed::Patient, "a shop"),
                (PartPlayed::Patient, "Gunmen")
            ]
        );
        assert_eq!(event.roles[0].mentions.len(), 3);
        assert_eq!(article.sentence(event.trigger), "They raided a shop.");
    }

    #[test]
    fn a_trigger_beyond_the_text_is_an_error() {
        let line = LINE
            .replace('\n', " ")
            .replace("\"end\": 8}", "\"end\": 80}");
        assert!(parse(&line, COREFERENCE).is_err());
    }
}
