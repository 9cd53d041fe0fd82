//! Which documents tell of one shooting, and the figures of each.

use super::answer::Answer;
use super::gold::{Document, Incident};
use crate::coreference::Clusterings;
use crate::measure::{Share, figure};
use anyhow::{Context, Result};
use dateline::event::fusion::{Fused, Happening, Reality, Spot, Story, fuse};
use dateline::{ArticleReading, story};
use dateline_store::{Toll, Vote};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// A document as the fusion and the figures of an incident need it.
pub struct Telling {
    story: Story,
    record: String,
    title: String,
    gold: Incident,
    published: Date,
    killed: u32,
    injured: u32,
}

impl Telling {
    pub fn of(reading: &ArticleReading, document: &Document, answer: &Answer) -> Self {
        let mut story = story(&reading.records(""));
        // One text may stand under two incidents: its name alone is not unique.
        story.id = format!("{} {}", document.id, document.record);
        story.happenings = vec![Happening {
            id: story.id.clone(),
            days: answer.day.map(|day| (day, day)),
            place: answer.cities.first().map(|city| Spot {
                name: city.clone(),
                ..Spot::default()
            }),
            ..main_happening(&story)
        }];
        Self {
            story,
            record: document.record.clone(),
            title: document.title.clone(),
            gold: document.incident.clone(),
            published: document.published,
            killed: answer.killed,
            injured: answer.injured,
        }
    }
}

/// The happening that an article of this data set is about: of the attacks on people the one told in
/// most words, one that is no campaign first. Without any it may be of every kind.
fn main_happening(story: &Story) -> Happening {
    let attacks = story
        .happenings
        .iter()
        .filter(|h| h.types.contains("ASSAULT"));
    let real = attacks.filter(|h| h.reality == Reality::Real);
    let main = real.max_by_key(|h| (!h.campaign, h.words.len(), std::cmp::Reverse(&h.id)));
    Happening {
        campaign: false,
        ..main.cloned().unwrap_or_default()
    }
}

/// Writes one JSON array a line: the record's name, the story, killed, injured.
pub fn write_profiles(file: &Path, tellings: &[Telling]) -> Result<()> {
    let mut lines = String::new();
    for telling in tellings {
        let row = (
            &telling.record,
            &telling.story,
            telling.killed,
            telling.injured,
        );
        writeln!(lines, "{}", serde_json::to_string(&row)?)?;
    }
    std::fs::write(file, lines).with_context(|| file.display().to_string())
}

/// What the fusion got right.
pub struct Figures {
    /// Incidents of wrong figures, for people who read errors.
    pub wrong: String,
    /// How well documents are grouped.
    pub details: String,
    /// The metrics.
    pub line: String,
}

impl Figures {
    pub fn of(tellings: &[Telling]) -> Self {
        let by_id: BTreeMap<&str, &Telling> =
            tellings.iter().map(|t| (t.story.id.as_str(), t)).collect();
        let stories: Vec<Story> = tellings.iter().map(|t| t.story.clone()).collect();
        let groups = fuse(&stories, &[]);
        let mut gold: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, telling) in &by_id {
            gold.entry(&telling.record).or_default().push(id);
        }
        let truth: Vec<Vec<&str>> = gold.values().cloned().collect();
        let ours: Vec<Vec<&str>> = groups
            .iter()
            .map(|g| g.members.iter().map(String::as_str).collect())
            .collect();
        let alone: Vec<Vec<&str>> = by_id.keys().map(|id| vec![*id]).collect();
        let all = Clusterings::of(&truth, &ours);
        let singletons = Clusterings::of(&truth, &alone);
        let several = |id: &&str| gold[by_id[id].record.as_str()].len() > 1;
        let of_several = |clusters: &[Vec<&str>]| -> Vec<Vec<String>> {
            let kept = clusters.iter().map(|c| {
                let ids = c.iter().filter(|id| several(id));
                ids.map(|id| (*id).to_owned()).collect::<Vec<String>>()
            });
            kept.filter(|c| !c.is_empty()).collect()
        };
        let multi = Clusterings::of(&of_several(&truth), &of_several(&ours));
        let ([killed, injured], wrong) = per_incident(&gold, &by_id, &groups);
        let mut details = String::new();
        for (name, ratio) in [
            ("b3", all.b_cubed()),
            ("pairs of multi-document incidents", multi.pairs()),
            ("all pairs", all.pairs()),
        ] {
            let (f, p, r) = (ratio.f1(), ratio.p(), ratio.r());
            details.push_str(&format!("{name}: f {f:.3} p {p:.3} r {r:.3}\n"));
        }
        let voices: usize = groups.iter().map(|g| g.voices.len()).sum();
        details.push_str(&format!(
            "{} incidents in {} records, {voices} voices\n",
            groups.len(),
            gold.len()
        ));
        let line = format!(
            "b3={:.3} pairwise_f={:.3} pairwise_all_f={:.3} singletons_b3={:.3} \
            killed_incident={} injured_incident={}",
            all.b_cubed().f1(),
            multi.pairs().f1(),
            all.pairs().f1(),
            singletons.b_cubed().f1(),
            figure(killed.value()),
            figure(injured.value()),
        );
        Self {
            wrong,
            details,
            line,
        }
    }
}

/// Shares of incidents whose killed and injured are the record's, and those whose are not, in words.
fn per_incident(
    gold: &BTreeMap<&str, Vec<&str>>,
    by_id: &BTreeMap<&str, &Telling>,
    groups: &[Fused],
) -> ([Share; 2], String) {
    let group_of: BTreeMap<&str, usize> = groups
        .iter()
        .enumerate()
        .flat_map(|(g, group)| group.members.iter().map(move |m| (m.as_str(), g)))
        .collect();
    let mut shares = [Share::default(); 2];
    let mut wrong = String::new();
    for ids in gold.values() {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for id in ids {
            *votes.entry(group_of[id]).or_default() += 1;
        }
        let most = votes
            .into_iter()
            .max_by_key(|(g, n)| (*n, std::cmp::Reverse(*g)));
        let Some((group, _)) = most else {
            continue;
        };
        let record = &by_id[ids[0]].gold;
        let voices: Vec<Vec<&Telling>> = groups[group]
            .voices
            .iter()
            .map(|voice| voice.iter().map(|id| by_id[id.as_str()]).collect())
            .collect();
        let told = [
            best(&voices, |t| t.killed).unwrap_or_default(),
            best(&voices, |t| t.injured).unwrap_or_default(),
        ];
        let right = [told[0] == record.killed, told[1] == record.injured];
        for (share, right) in shares.iter_mut().zip(right) {
            share.judge(right);
        }
        if right.contains(&false) {
            wrong.push_str(&in_lines(record, told, &voices));
        }
    }
    (shares, wrong)
}

/// A wrong incident: the record's figures, ours, and those of each document, voice by voice.
fn in_lines(record: &Incident, told: [u32; 2], voices: &[Vec<&Telling>]) -> String {
    let mut lines = format!(
        "incident of {} {}: killed {} injured {}, fused {} {}\n",
        record.day, record.city, record.killed, record.injured, told[0], told[1]
    );
    for (voice, tellings) in voices.iter().enumerate() {
        for t in tellings {
            let own = t.gold.day == record.day && t.gold.city == record.city;
            let foreign = if own { "" } else { " (of another)" };
            lines.push_str(&format!(
                "      voice {voice}{foreign}: {} {} | {} | {} {}\n",
                t.killed, t.injured, t.story.id, t.published, t.title,
            ));
        }
    }
    lines
}

/// The figure by the rule that users get.
fn best(voices: &[Vec<&Telling>], number: impl Fn(&Telling) -> u32) -> Option<u32> {
    let told: Vec<(u32, String, u32)> = voices
        .iter()
        .enumerate()
        .flat_map(|(voice, tellings)| tellings.iter().map(move |t| (voice as u32, t)))
        .map(|(voice, t)| (voice, t.published.to_string(), number(t)))
        .collect();
    // A text that tells of none before others tell of some is silent, as it is in a ledger: whoever was
    // shot may have died since.
    let first = told.iter().filter(|(.., number)| *number > 0);
    let first = first.map(|(_, day, _)| day.clone()).min();
    let silent = |day: &String| first.as_ref().is_some_and(|first| day < first);
    let votes: Vec<Vote<'_>> = told
        .iter()
        .filter(|(_, day, _)| !silent(day))
        .map(|(voice, published, number)| Vote {
            voice: *voice,
            source: None,
            published: Some(published),
            low: u64::from(*number),
            high: Some(u64::from(*number)),
        })
        .collect();
    Toll::of(&votes).map(|toll| toll.best as u32)
}
