//! `ecbplus DIR`: which mentions of events in many articles mean one event (ECB+, Cybulska and Vossen
//! 2014), in the sentences that were checked (`sentences.csv`).
//!
//! Documents are put together first (`dateline::event::fusion`, no topic is told), then mentions of
//! one root within them. Mentions are identified by their words; singletons count. `conll_f1`: the
//! mean of MUC, B-cubed and entity-based CEAF over the whole corpus with mentions that Dateline finds;
//! `gold_conll_f1`: with the annotation's mentions. `claims_conll_f1`: with those annotated mentions that
//! trigger a claim, by the incidents across articles that users get; `claims_alone_conll_f1` the same by
//! each article's own incidents.

mod claims;
mod corpus;
mod mention;

use crate::coreference::Clusterings;
use anyhow::{Context, Result, bail};
use corpus::Document;
use dateline::event::fusion::{Happening, Story, fuse};
use dateline::{Engine, story};
use mention::{Mention, Read};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// A mention as the measures identify it: document and words.
type Key = (usize, Vec<usize>);

/// Runs the task: `DIR [--errors]`.
///
/// # Errors
/// If the files cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(folder) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("usage: ecbplus DIR [--errors]");
    };
    let documents = corpus::load(Path::new(folder))?;
    if documents.is_empty() {
        bail!("no document with selected sentences under {folder}");
    }
    let engine = Engine::new().context("the engine cannot be set up")?;
    let read: Vec<Read> = documents
        .iter()
        .map(|d| mention::read_document(&engine, d))
        .collect();
    let stories = stories(&documents, &read);
    let nouns = event_nouns(&engine);
    let each = || documents.iter().zip(&read).enumerate();
    let given: Vec<Mention> = each()
        .flat_map(|(i, (d, r))| mention::given(i, d, r))
        .collect();
    let found: Vec<Mention> = each()
        .flat_map(|(i, (d, r))| mention::found(i, d, r, &nouns))
        .collect();

    let truth = truth(&documents);
    let mut report = String::new();
    let by_subtopic = grouped(documents.iter().enumerate().map(|(i, d)| (&d.subtopic, i)));
    let by_story = grouped(stories.iter().enumerate().map(|(i, s)| (s, i)));
    let topics = Clusterings::of(&by_subtopic, &by_story).b_cubed();
    writeln!(
        report,
        "documents: {} in {} stories, b3 against subtopics f {:.3} p {:.3} r {:.3}",
        documents.len(),
        by_story.len(),
        topics.f1(),
        topics.p(),
        topics.r()
    )?;
    let with_given = Clusterings::of(&truth, &cluster(&given, &stories));
    let with_found = Clusterings::of(&truth, &cluster(&found, &stories));
    write_measures(&mut report, "given mentions", &with_given)?;
    write_measures(&mut report, "found mentions", &with_found)?;
    if errors {
        write_errors(&mut report, &documents, &given, &found, &stories)?;
    }
    let told = claims::Told::of(&documents, &read);
    let [by_incident, alone] = told.measured();
    write_measures(&mut report, "claims by incident", &by_incident)?;
    write_measures(&mut report, "claims by own incident", &alone)?;
    let gold: BTreeSet<Key> = truth.iter().flatten().cloned().collect();
    let hits = found.iter().filter(|m| gold.contains(&key(m))).count();
    write!(
        report,
        "ecbplus conll_f1={:.3} gold_conll_f1={:.3} claims_conll_f1={:.3} claims_alone_conll_f1={:.3} \
        mention_p={:.3} mention_r={:.3}",
        with_found.conll_f1(),
        with_given.conll_f1(),
        by_incident.conll_f1(),
        alone.conll_f1(),
        hits as f64 / found.len().max(1) as f64,
        hits as f64 / gold.len().max(1) as f64,
    )?;
    Ok(report)
}

fn key(mention: &Mention) -> Key {
    (mention.document, mention.words.clone())
}

/// The annotation's clusters.
fn truth(documents: &[Document]) -> Vec<Vec<Key>> {
    let mentions = documents.iter().enumerate().flat_map(|(i, d)| {
        let keyed = d.mentions.iter();
        keyed.map(move |m| (&m.event, (i, m.words.clone())))
    });
    grouped(mentions)
}

fn grouped<K: Ord, V>(items: impl Iterator<Item = (K, V)>) -> Vec<Vec<V>> {
    let mut groups: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for (name, item) in items {
        groups.entry(name).or_default().push(item);
    }
    groups.into_values().collect()
}

/// For each document the number of the story that it tells.
fn stories(documents: &[Document], read: &[Read]) -> Vec<usize> {
    let whole = |(d, r): (&Document, &Read)| Story {
        id: d.id.clone(),
        // Of whole documents nothing is compared but the stories.
        happenings: vec![Happening {
            id: d.id.clone(),
            ..Happening::default()
        }],
        ..story(&r.reading.records(""))
    };
    let documents_as_stories: Vec<Story> = documents.iter().zip(read).map(whole).collect();
    let mut story = BTreeMap::new();
    for (number, fused) in fuse(&documents_as_stories, &[]).into_iter().enumerate() {
        story.extend(fused.members.into_iter().map(|id| (id, number)));
    }
    documents.iter().map(|d| story[&d.id]).collect()
}

/// Nouns by which the codebook knows events.
fn event_nouns(engine: &Engine) -> BTreeSet<String> {
    let patterns = engine.codebook().entries().iter().flat_map(|e| &e.nouns);
    patterns
        .flat_map(|p| p.head.iter().map(|h| h.to_string()))
        .collect()
}

/// Mentions of one root in one story.
fn cluster(mentions: &[Mention], stories: &[usize]) -> Vec<Vec<Key>> {
    let told = mentions.iter().map(|m| {
        // A word without a head is like no other.
        let alone = m.root.is_empty().then(|| key(m));
        ((stories[m.document], &m.root, alone), key(m))
    });
    grouped(told)
}

fn write_measures(report: &mut String, name: &str, c: &Clusterings) -> Result<()> {
    let (muc, b3, ceaf) = (c.muc(), c.b_cubed(), c.ceaf_e());
    for (measure, ratio) in [("muc", muc), ("b3", b3), ("ceaf_e", ceaf)] {
        writeln!(
            report,
            "{name}: {measure} f {:.3} p {:.3} r {:.3}",
            ratio.f1(),
            ratio.p(),
            ratio.r()
        )?;
    }
    Ok(())
}

/// Each document's mentions: "=" found and annotated, "-" missed, "+" ours alone; and each annotated
/// mention with its story, root, event.
fn write_errors(
    report: &mut String,
    documents: &[Document],
    given: &[Mention],
    found: &[Mention],
    stories: &[usize],
) -> Result<()> {
    let ours: BTreeSet<Key> = found.iter().map(key).collect();
    let gold: BTreeSet<Key> = given.iter().map(key).collect();
    let words = |m: &Mention| {
        let words = &documents[m.document].words;
        let texts: Vec<&str> = m.words.iter().map(|i| words[*i].text.as_str()).collect();
        texts.join(" ")
    };
    let event = |m: &Mention| {
        let of_document = documents[m.document].mentions.iter();
        of_document
            .filter(|g| g.words == m.words)
            .map(|g| g.event.as_str())
            .next()
            .unwrap_or("")
    };
    let missed = |m: &&Mention| gold.contains(&key(m)) || !ours.contains(&key(m));
    for mention in given.iter().filter(missed) {
        let sign = if ours.contains(&key(mention)) {
            "="
        } else {
            "-"
        };
        let parties: Vec<&str> = mention.parties.iter().map(String::as_str).collect();
        writeln!(
            report,
            "{sign}\t{}\t{}\t{}\t{}\t{}\t{}",
            stories[mention.document],
            mention.root,
            event(mention),
            documents[mention.document].id,
            words(mention),
            parties.join(" ")
        )?;
    }
    for mention in found.iter().filter(|m| !gold.contains(&key(m))) {
        writeln!(
            report,
            "+\t{}\t{}\t\t{}\t{}",
            stories[mention.document],
            mention.root,
            documents[mention.document].id,
            words(mention)
        )?;
    }
    Ok(())
}
