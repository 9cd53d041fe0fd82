//! Incidents across the articles of a ledger: made, split, merged.

use crate::story;
use dateline_event::fusion::{Fused, Rule, Story, fuse as put_together};
use dateline_store::{
    By, DecidedRecord, FusedRecord, Fusing, FusionChanges, FusionMergeRecord, Ledger, StoreError,
    TellingRecord,
};
use std::collections::{BTreeMap, BTreeSet};

/// Puts the incidents of all articles of a ledger together and stores which are one. The result depends
/// on the articles and on what people decided alone: whether articles came at once or one by one, it is
/// the same.
///
/// # Errors
/// If the ledger is in use, damaged, or the disk is full. What was stored before stays.
pub fn fuse(ledger: &mut Ledger) -> Result<FusionChanges, StoreError> {
    let fusing = ledger.fusing()?;
    let changes = run(&fusing)?;
    fusing.commit()?;
    Ok(changes)
}

/// Says for a person that some tellings (articles' incidents) of an incident tell of another happening,
/// and fuses anew. The number of the decision.
///
/// # Errors
/// If the incident has no such telling or would keep none, or as [`fuse`]; nothing is changed then.
pub fn split(
    ledger: &mut Ledger,
    incident: &FusedRecord,
    tellings: &[String],
    by: &By<'_>,
) -> Result<(u64, FusionChanges), StoreError> {
    decide(ledger, |fusing| fusing.split(incident, tellings, by))
}

/// Says for a person that two incidents, each with its id and tellings, are one happening, and fuses anew.
/// The number of the decision.
///
/// # Errors
/// If they are one already, or as [`fuse`]; nothing is changed then.
pub fn merge(
    ledger: &mut Ledger,
    incidents: [(&str, &[String]); 2],
    by: &By<'_>,
) -> Result<(u64, FusionChanges), StoreError> {
    decide(ledger, |fusing| fusing.merge(incidents, by))
}

/// Undoes a person's decision, the last that is in force without a number, and fuses anew. The number of
/// the undoing.
///
/// # Errors
/// If there is none or it is undone already, or as [`fuse`]; nothing is changed then.
pub fn undo(
    ledger: &mut Ledger,
    decision: Option<u64>,
    by: &By<'_>,
) -> Result<(u64, FusionChanges), StoreError> {
    decide(ledger, |fusing| fusing.undo(decision, by))
}

fn decide(
    ledger: &mut Ledger,
    note: impl FnOnce(&Fusing<'_>) -> Result<u64, StoreError>,
) -> Result<(u64, FusionChanges), StoreError> {
    let fusing = ledger.fusing()?;
    let number = note(&fusing)?;
    let changes = run(&fusing)?;
    fusing.commit()?;
    Ok((number, changes))
}

fn run(fusing: &Fusing<'_>) -> Result<FusionChanges, StoreError> {
    let ledger = fusing.ledger();
    let mut stories = Vec::new();
    let mut incident_of: BTreeMap<String, String> = BTreeMap::new();
    let decisions = ledger.decisions_in_force()?;
    let members = decisions.iter().flat_map(|d| d.sides.iter().flatten());
    let decided: BTreeSet<&str> = members.map(|member| member.claim.as_str()).collect();
    ledger.each_article(|records| {
        stories.push(story(&records));
        for incident in &records.incidents {
            let claims = incident.claims.iter();
            for claim in claims.filter(|claim| decided.contains(claim.as_str())) {
                incident_of.insert(claim.clone(), incident.id.clone());
            }
        }
        Ok(())
    })?;
    let now = |member: &DecidedRecord| {
        let found = incident_of.get(&member.claim);
        found.unwrap_or(&member.incident).clone()
    };
    let rules: Vec<Rule> = decisions
        .iter()
        .map(|decision| {
            let together = decision.kind == "merge";
            let rest: Vec<String> = decision.sides[0].iter().map(now).collect();
            let mut those: Vec<String> = decision.sides[1].iter().map(now).collect();
            if !together {
                // Nothing else of a parted article takes its telling's place.
                those = beside(&stories, &those);
            }
            let pairs = rest
                .iter()
                .flat_map(|one| those.iter().map(|two| [one.clone(), two.clone()]));
            Rule {
                pairs: pairs.collect(),
                together,
                told: format!("joined by {} (decision {})", decision.who, decision.number),
            }
        })
        .collect();
    let numbers: Vec<u64> = decisions.iter().map(|decision| decision.number).collect();
    let fused = put_together(&stories, &rules);
    let (incidents, campaigns) = records(&stories, &fused, &numbers);
    fusing.store(&incidents, &campaigns)
}

/// These incidents of articles and all others of the same articles.
fn beside(stories: &[Story], incidents: &[String]) -> Vec<String> {
    let told = |story: &&Story| story.happenings.iter().any(|h| incidents.contains(&h.id));
    let articles = stories.iter().filter(told);
    articles
        .flat_map(|story| story.happenings.iter().map(|h| h.id.clone()))
        .collect()
}

/// Campaigns with the incidents that fall into them, by id.
type Campaigns = Vec<(String, Vec<String>)>;

/// The groups of several tellings as records, and campaigns.
fn records(
    stories: &[Story],
    groups: &[Fused],
    decisions: &[u64],
) -> (Vec<FusedRecord>, Campaigns) {
    let told_by: BTreeMap<&str, &Story> = stories
        .iter()
        .flat_map(|story| story.happenings.iter().map(move |h| (h.id.as_str(), story)))
        .collect();
    // What a group is called: by its first telling, or as its article calls it.
    let mut called: BTreeMap<&str, String> = BTreeMap::new();
    let mut incidents = Vec::new();
    for group in groups {
        let mut tellings = tellings(group, &told_by);
        tellings.sort_by_key(|(undated, day, telling)| (*undated, *day, telling.incident.clone()));
        let tellings: Vec<TellingRecord> = tellings.into_iter().map(|(.., t)| t).collect();
        let Some(first) = tellings.first() else {
            continue;
        };
        if tellings.len() < 2 {
            called.insert(&group.members[0], first.incident.clone());
            continue;
        }
        let id = FusedRecord::id_of(&first.incident);
        called.insert(&group.members[0], id.clone());
        incidents.push(FusedRecord {
            id,
            tellings,
            voices: group.voices.len() as u32,
            merges: group
                .merges
                .iter()
                .map(|merge| FusionMergeRecord {
                    incidents: merge.between.clone(),
                    score: merge.score,
                    decision: merge.rule.map(|rule| decisions[rule]),
                    evidence: merge.evidence.clone(),
                })
                .collect(),
            holds: Vec::new(),
        });
    }
    incidents.sort_by(|a, b| a.id.cmp(&b.id));
    let name = |member: &String| called.get(member.as_str()).cloned();
    let campaigns: Campaigns = groups
        .iter()
        .filter(|group| !group.holds.is_empty())
        .filter_map(|group| {
            let mut held: Vec<String> = group.holds.iter().filter_map(name).collect();
            held.sort();
            Some((name(group.members.first()?)?, held))
        })
        .collect();
    for (campaign, held) in &campaigns {
        if let Some(incident) = incidents.iter_mut().find(|i| i.id == *campaign) {
            incident.holds.clone_from(held);
        }
    }
    (incidents, campaigns)
}

/// Tellings of a group with what puts them in order: whether undated, the day. Voices are numbered later
/// by the first telling of each.
fn tellings(
    group: &Fused,
    told_by: &BTreeMap<&str, &Story>,
) -> Vec<(bool, Option<jiff::civil::Date>, TellingRecord)> {
    let of_voice = |voice: &Vec<String>| -> Vec<(bool, Option<jiff::civil::Date>, String, String)> {
        let story = |id: &String| told_by.get(id.as_str());
        let mut all: Vec<_> = voice
            .iter()
            .filter_map(|id| {
                let story = story(id)?;
                let day = story.published;
                Some((day.is_none(), day, id.clone(), story.id.clone()))
            })
            .collect();
        all.sort();
        all
    };
    let mut voices: Vec<_> = group.voices.iter().map(of_voice).collect();
    voices.sort();
    let numbered = voices.into_iter().enumerate();
    numbered
        .flat_map(|(i, voice)| {
            voice
                .into_iter()
                .map(move |(undated, day, incident, article)| {
                    let telling = TellingRecord {
                        incident,
                        article,
                        voice: i as u32 + 1,
                    };
                    (undated, day, telling)
                })
        })
        .collect()
}
