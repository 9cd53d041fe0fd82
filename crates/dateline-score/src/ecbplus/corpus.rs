//! The corpus: one file a document, words with their sentence, mentions with what they refer to.

use anyhow::{Context, Result, anyhow};
use roxmltree::{Document as Xml, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A document with the mentions of events in its selected sentences.
#[derive(Debug)]
pub struct Document {
    /// "1_10ecbplus".
    pub id: String,
    /// The topic and its half: ECB's seminal event or ECB+'s other of the kind. Not told to the
    /// reading.
    pub subtopic: String,
    pub words: Vec<Word>,
    /// Sentences whose annotation was checked.
    pub selected: BTreeSet<usize>,
    pub mentions: Vec<Mention>,
}

/// A word as the corpus cuts it.
#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub sentence: usize,
}

/// Words that mention an event.
#[derive(Debug)]
pub struct Mention {
    /// Indices of its words, sorted.
    pub words: Vec<usize>,
    /// The event, by a name that is unique in the corpus.
    pub event: String,
}

/// All documents, sorted by name.
pub fn load(folder: &Path) -> Result<Vec<Document>> {
    let selected = selected(&folder.join("sentences.csv"))?;
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let topic = entry?.path();
        if topic.is_dir() {
            for file in std::fs::read_dir(&topic)? {
                files.push(file?.path());
            }
        }
    }
    files.retain(|f| f.extension().is_some_and(|e| e == "xml"));
    files.sort();
    let mut documents = Vec::new();
    for file in files {
        let Some(id) = file.file_stem().and_then(|s| s.to_str()) else {
            continue;
        };
        let Some(sentences) = selected.get(id) else {
            continue;
        };
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let document = parse(id, &text, sentences.clone());
        documents.push(document.with_context(|| file.display().to_string())?);
    }
    Ok(documents)
}

/// Sentences to score by document.
fn selected(file: &Path) -> Result<BTreeMap<String, BTreeSet<usize>>> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for line in text.lines().skip(1).filter(|l| !l.trim().is_empty()) {
        let mut cells = line.trim().split(',');
        let (Some(topic), Some(name), Some(sentence)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err(anyhow!("{}: three cells wanted: {line}", file.display()));
        };
        found
            .entry(format!("{topic}_{name}"))
            .or_default()
            .insert(sentence.parse()?);
    }
    Ok(found)
}

fn parse(id: &str, text: &str, selected: BTreeSet<usize>) -> Result<Document> {
    let xml = Xml::parse(text)?;
    let mut words = Vec::new();
    let mut place = BTreeMap::new();
    for token in xml.descendants().filter(|n| n.has_tag_name("token")) {
        place.insert(attribute(token, "t_id")?, words.len());
        words.push(Word {
            text: token.text().unwrap_or_default().trim().to_owned(),
            sentence: attribute(token, "sentence")?.parse()?,
        });
    }
    let mut events = BTreeMap::new();
    for relation in xml
        .descendants()
        .filter(|n| n.tag_name().name().ends_with("_COREF"))
    {
        // Across documents the note names the event; within one its own number does.
        let event = match relation.attribute("note") {
            Some(note) if relation.has_tag_name("CROSS_DOC_COREF") => note.to_owned(),
            _ => format!("{id} {}", attribute(relation, "r_id")?),
        };
        for source in relation.children().filter(|n| n.has_tag_name("source")) {
            events.insert(attribute(source, "m_id")?, event.clone());
        }
    }
    let mut mentions: BTreeMap<Vec<usize>, Mention> = BTreeMap::new();
    let is_event = |n: &Node<'_, '_>| {
        let name = n.tag_name().name();
        name.starts_with("ACTION_") || name.starts_with("NEG_ACTION_")
    };
    for markable in xml.descendants().filter(is_event) {
        let anchors = markable
            .children()
            .filter(|n| n.has_tag_name("token_anchor"));
        let mut at = anchors
            .map(|a| {
                let token = attribute(a, "t_id")?;
                let place = place.get(token).copied();
                place.ok_or_else(|| anyhow!("no token {token}"))
            })
            .collect::<Result<Vec<usize>>>()?;
        at.sort_unstable();
        let Some(first) = at.first() else {
            continue; // What an event is called, not a mention.
        };
        if !selected.contains(&words[*first].sentence) {
            continue;
        }
        let own = attribute(markable, "m_id")?;
        let alone = || format!("{id} m{own}");
        let event = events.get(own).cloned().unwrap_or_else(alone);
        mentions
            .entry(at.clone())
            .or_insert(Mention { words: at, event });
    }
    let (topic, name) = id.split_once('_').unwrap_or((id, ""));
    let half = if name.ends_with("plus") { "b" } else { "a" };
    Ok(Document {
        id: id.to_owned(),
        subtopic: format!("{topic}{half}"),
        words,
        selected,
        mentions: mentions.into_values().collect(),
    })
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Result<&'a str> {
    node.attribute(name)
        .ok_or_else(|| anyhow!("<{}> without {name}", node.tag_name().name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"<Document doc_name="9_1ecb.xml" doc_id="D">
        <token t_id="1" sentence="0" number="0">Ferry</token>
        <token t_id="2" sentence="0" number="1">sank</token>
        <token t_id="3" sentence="1" number="0">It</token>
        <token t_id="4" sentence="1" number="1">sank</token>
        <Markables>
          <ACTION_OCCURRENCE m_id="5"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
          <ACTION_OCCURRENCE m_id="6"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
          <HUMAN_PART_PER m_id="7"><token_anchor t_id="1"/></HUMAN_PART_PER>
          <ACTION_OCCURRENCE m_id="8" instance_id="ACT1" TAG_DESCRIPTOR="x"/>
        </Markables>
        <Relations>
          <CROSS_DOC_COREF r_id="3" note="ACT1"><source m_id="5"/><source m_id="6"/>
          <target m_id="8"/></CROSS_DOC_COREF>
        </Relations></Document>"#;

    #[test]
    fn only_events_of_selected_sentences_are_read() {
        let document = parse("9_1ecb", TEXT, [0].into()).unwrap();
        assert_eq!(document.words.len(), 4);
        assert_eq!(document.mentions.len(), 1);
        assert_eq!(document.mentions[0].words, [1]);
        assert_eq!(document.mentions[0].event, "ACT1");
        assert_eq!(document.subtopic, "9a");
    }
}
