//! Which documents tell of one shooting, and the figures of each.

use super::answer::Answer;
use super::gold::{Document, Incident};
use crate::coreference::Clusterings;
use crate::measure::{Share, figure};
use anyhow::{Context, Result};
use dateline::ArticleReading;
use dateline::event::fusion::{Fused, Profile, fuse};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// A document as the fusion and the figures of an incident need it.
pub struct Telling {
    profile: Profile,
    record: String,
    gold: Incident,
    published: Date,
    killed: u32,
    injured: u32,
}

impl Telling {
    pub fn of(reading: &ArticleReading, document: &Document, answer: &Answer) -> Self {
        // One text may stand under two incidents: its name alone is not unique.
        let mut profile = reading.profile(&format!("{} {}", document.id, document.record));
        profile.day = answer.day;
        profile.town = answer.cities.first().cloned();
        Self {
            profile,
            record: document.record.clone(),
            gold: document.incident.clone(),
            published: document.published,
            killed: answer.killed,
            injured: answer.injured,
        }
    }
}

/// Writes one JSON object a line: the record's name and the profile.
pub fn write_profiles(file: &Path, tellings: &[Telling]) -> Result<()> {
    let mut lines = String::new();
    for telling in tellings {
        let row = (
            &telling.record,
            &telling.profile,
            telling.killed,
            telling.injured,
        );
        writeln!(lines, "{}", serde_json::to_string(&row)?)?;
    }
    std::fs::write(file, lines).with_context(|| file.display().to_string())
}

/// What the fusion got right.
pub struct Figures {
    /// For people who read errors.
    pub details: String,
    /// The metrics.
    pub line: String,
}

impl Figures {
    pub fn of(tellings: &[Telling]) -> Self {
        let by_id: BTreeMap<&str, &Telling> = tellings
            .iter()
            .map(|t| (t.profile.id.as_str(), t))
            .collect();
        let profiles: Vec<Profile> = tellings.iter().map(|t| t.profile.clone()).collect();
        let groups = fuse(&profiles);
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
        let [killed, injured] = per_incident(&gold, &by_id, &groups);
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
        Self { details, line }
    }
}

/// Shares of incidents whose killed and injured are the record's.
fn per_incident(
    gold: &BTreeMap<&str, Vec<&str>>,
    by_id: &BTreeMap<&str, &Telling>,
    groups: &[Fused],
) -> [Share; 2] {
    let group_of: BTreeMap<&str, usize> = groups
        .iter()
        .enumerate()
        .flat_map(|(g, group)| group.members.iter().map(move |m| (m.as_str(), g)))
        .collect();
    let mut shares = [Share::default(); 2];
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
        shares[0].judge(best(&voices, |t| t.killed) == Some(record.killed));
        shares[1].judge(best(&voices, |t| t.injured) == Some(record.injured));
    }
    shares
}

/// The figure that most voices give, each by the last of its tellings; of equals the one told last.
fn best(voices: &[Vec<&Telling>], number: impl Fn(&Telling) -> u32) -> Option<u32> {
    let mut told: BTreeMap<u32, (usize, Date)> = BTreeMap::new();
    for voice in voices {
        let Some(last) = voice.iter().max_by_key(|t| (t.published, &t.profile.id)) else {
            continue;
        };
        let entry = told.entry(number(last)).or_insert((0, last.published));
        entry.0 += 1;
        entry.1 = entry.1.max(last.published);
    }
    told.into_iter()
        .max_by_key(|(_, weight)| *weight)
        .map(|(n, _)| n)
}
