//! Documents and the archive's records of what they tell.

use anyhow::{Context, Result};
use dateline::data::gazetteer::fold;
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
    /// The outlet's name, where the title of the web page ends with it.
    pub outlet: Option<String>,
    pub text: String,
    /// The page's address, without the web archive's before it.
    pub url: Option<String>,
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

/// A name without case, marks, dots, hyphens, what it is ("County", "Township") and the forms of
/// "Saint", "Fort", "Mount".
fn level(name: &str) -> String {
    let name = fold(name).replace(['.', '\'', '’'], "").replace('-', " ");
    // The archive gives a county where it knows no town, "Elm County" or "Elm (county)".
    let name = name.trim();
    ["county", "township", "twp", "borough"]
        .iter()
        .find_map(|what| name.strip_suffix(what))
        .unwrap_or(name)
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
    #[serde(default)]
    uri: String,
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
            let (title, outlet) = without_outlet(&row.title);
            Some(Document {
                title: title.to_owned(),
                outlet: outlet.map(str::to_owned),
                published: row.dct.parse().ok()?,
                incident: records.get(&row.incident)?.clone(),
                id: row.id,
                record: row.incident,
                url: row
                    .uri
                    .rfind("http")
                    .map(|at| row.uri[at..].replace(":80/", "/")),
                text: row.content,
            })
        })
        .collect())
}

/// Words of which outlets' names consist.
const OF_OUTLETS: [&str; 22] = [
    "news", "tv", "fox", "abc", "nbc", "cbs", "cnn", "channel", "action", "times", "tribune",
    "post", "herald", "journal", "gazette", "telegram", "online", "sports", "weather", "kxan",
    "local", "radio",
];

/// A web page's title without the outlet behind it: "Two held after raid - WXYZ News, Elm City".
fn without_outlet(title: &str) -> (&str, Option<&str>) {
    let of_outlet = |tail: &str| {
        let mut words = tail.split(|c: char| !c.is_alphanumeric());
        tail.contains(".com")
            || words.any(|word| {
                let call = matches!(word.as_bytes(), [b'W' | b'K', rest @ ..]
                    if (2..=3).contains(&rest.len()) && rest.iter().all(u8::is_ascii_uppercase));
                call || OF_OUTLETS.contains(&word.to_lowercase().as_str())
            })
    };
    [" - ", " | ", " – ", " — ", " « ", " : "]
        .iter()
        .flat_map(|sign| title.match_indices(sign))
        .map(|(at, sign)| (&title[..at], &title[at + sign.len()..]))
        .filter(|(head, tail)| head.len() > 15 && of_outlet(tail))
        .min_by_key(|(head, _)| head.len())
        .map_or((title, None), |(head, tail)| (head, Some(tail)))
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
    fn the_outlet_is_no_part_of_the_title() {
        assert_eq!(
            without_outlet("Two held after night raid - KXYZ Elm City"),
            ("Two held after night raid", Some("KXYZ Elm City"))
        );
        let plain = "Two held after night raid - and three sought";
        assert_eq!(without_outlet(plain), (plain, None));
    }

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
        let county = Incident {
            city: "Elm (county)".into(),
            ..incident.clone()
        };
        assert!(county.is_in(&["Elm County".to_owned()]));
        assert!(told("Old Ferry Township"));
        assert!(!told("Mary"));
        assert!(!incident.is_in(&[]));
    }
}
