//! Documents and the archive's records of what they tell.

use anyhow::{Context, Result};
use jiff::civil::Date;
use jiff::fmt::strtime;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Fewest words of a document that is scored.
const FEWEST_WORDS: usize = 30;

/// A news text.
#[derive(Debug)]
pub struct Document {
    pub id: String,
    pub title: String,
    pub text: String,
    pub published: Date,
    /// The archive's name of the record.
    pub record: String,
    pub incident: Incident,
}

/// The archive's record.
#[derive(Clone, Debug)]
pub struct Incident {
    pub day: Date,
    pub city: String,
    pub killed: u32,
    pub injured: u32,
}

impl Incident {
    /// Whether the city is among these. The archive may name a part beside it, "Macon (Prairie
    /// Point)": either will do.
    pub fn is_in(&self, cities: &[String]) -> bool {
        let parts = self.city.split(['(', ')']).map(level);
        let wanted: Vec<String> = parts.filter(|p| !p.is_empty()).collect();
        cities
            .first()
            .is_some_and(|city| wanted.contains(&level(city)))
    }
}

/// A name without case, dots and the forms of "Saint", "Fort", "Mount".
fn level(name: &str) -> String {
    name.to_lowercase()
        .replace(['.', '\'', '’'], "")
        .split_whitespace()
        .map(|word| match word {
            "st" => "saint",
            "ft" => "fort",
            "mt" => "mount",
            other => other,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[derive(Deserialize)]
struct DocumentRow {
    id: String,
    title: String,
    content: String,
    dct: String,
    incident: String,
}

#[derive(Deserialize)]
struct IncidentRow {
    incident_uri: String,
    date: String,
    city_or_county: String,
    num_killed: u32,
    num_injured: u32,
}

/// The documents that are scored, in the order of the file.
pub fn load(folder: &Path) -> Result<Vec<Document>> {
    let mut records = BTreeMap::new();
    for row in rows::<IncidentRow>(&folder.join("incidents.jsonl"))? {
        let Ok(day) = strtime::parse("%B %d, %Y", row.date.trim()).and_then(|t| t.to_date()) else {
            continue;
        };
        let incident = Incident {
            day,
            city: row.city_or_county,
            killed: row.num_killed,
            injured: row.num_injured,
        };
        records.insert(row.incident_uri, incident);
    }
    let documents = rows::<DocumentRow>(&folder.join("docs.jsonl"))?;
    Ok(documents
        .into_iter()
        .filter(|row| row.content.split_whitespace().count() >= FEWEST_WORDS)
        .filter_map(|row| {
            Some(Document {
                published: row.dct.parse().ok()?,
                incident: records.get(&row.incident)?.clone(),
                id: row.id,
                record: row.incident,
                title: row.title,
                text: row.content,
            })
        })
        .collect())
}

fn rows<T: for<'de> Deserialize<'de>>(file: &Path) -> Result<Vec<T>> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .enumerate()
        .map(|(i, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}, line {}", file.display(), i + 1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_are_compared_without_case_and_short_forms() {
        let incident = Incident {
            day: jiff::civil::date(2025, 3, 1),
            city: "St. Mary (Old Ferry)".into(),
            killed: 0,
            injured: 0,
        };
        let told = |city: &str| incident.is_in(&[city.to_owned()]);
        assert!(told("Saint Mary"));
        assert!(told("Old Ferry"));
        assert!(!told("Mary"));
        assert!(!incident.is_in(&[]));
    }
}
