//! The city of a document: the place that its claims, dateline and text name most.

use dateline::ArticleReading;
use std::collections::BTreeMap;

/// States and their forms, which are no city.
const STATES: &str = "alabama alaska arizona arkansas california colorado connecticut delaware \
    florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland \
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma \
    oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming \
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev \
    okla ore pa tenn tex va vt wash wis wyo al az ar ca co ct fl ia id il in ks ky me mi mn ms mt nc \
    nd ne nh nj nm nv ny oh ok or ri sc sd tn tx ut wa wi wv us u.s america";

/// States of several words.
const LONG_STATES: [&str; 14] = [
    "new hampshire",
    "new jersey",
    "new mexico",
    "north carolina",
    "north dakota",
    "rhode island",
    "south carolina",
    "south dakota",
    "west virginia",
    "district of columbia",
    "united states",
    "the united states",
    "the u.s.",
    "u.s.",
];

/// Weight of a place by where it is named.
const OF_A_CLAIM: u32 = 3;
const OF_THE_TITLE: u32 = 3;
const OF_THE_OPENING: u32 = 3;
const ANYWHERE: u32 = 1;

/// Bytes of a text that count as its opening.
const OPENING: usize = 300;

/// Cities by weight, the heaviest first; of equals the one named first.
pub fn cities(reading: &ArticleReading) -> Vec<String> {
    let Some(doc) = reading.document.as_ref() else {
        return Vec::new();
    };
    let text = doc.text();
    let body = reading
        .article
        .title
        .map_or(0, |title| title.span.end as usize);
    let mut weights: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    let mut add = |words: &str, weight: u32, at: usize| {
        let name = clean(words);
        if !name.is_empty() && !is_state(&name) {
            let entry = weights.entry(name).or_insert((0, at));
            entry.0 += weight;
            entry.1 = entry.1.min(at);
        }
    };
    for claim in &reading.claims {
        for span in claim
            .place
            .iter()
            .flat_map(|p| std::iter::once(&p.span).chain(&p.within))
        {
            let is_name = doc.range(doc.tokens_in(*span)).any(|t| t.name().is_some());
            if is_name {
                add(span.slice(text), OF_A_CLAIM, span.start as usize);
            }
        }
    }
    for name in doc.names() {
        let (span, label) = (doc.name_span(name), doc.name_label(name));
        let at = span.start as usize;
        let weight = if at < body {
            OF_THE_TITLE
        } else if at < body + OPENING {
            OF_THE_OPENING
        } else {
            ANYWHERE
        };
        match label {
            "GPE" | "LOC" => add(span.slice(text), weight, at),
            "ORG" => {
                if let Some(city) = of_police(span.slice(text)) {
                    add(city, weight, at);
                }
            }
            _ => {}
        }
    }
    let mut ranked: Vec<(String, (u32, usize))> = weights.into_iter().collect();
    ranked.sort_by_key(|(_, (weight, at))| (std::cmp::Reverse(*weight), *at));
    ranked.into_iter().map(|(name, _)| name).collect()
}

/// "the Aurora Police Department" is of Aurora.
fn of_police(name: &str) -> Option<&str> {
    let name = name
        .strip_prefix("the ")
        .or(name.strip_prefix("The "))
        .unwrap_or(name);
    let at = name.find(" Police").or(name.find(" Fire "))?;
    Some(&name[..at])
}

fn clean(words: &str) -> String {
    let name = words
        .trim()
        .trim_end_matches("'s")
        .trim_end_matches("’s")
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    name.strip_prefix("city of ").unwrap_or(name).to_owned()
}

fn is_state(name: &str) -> bool {
    LONG_STATES.contains(&name)
        || STATES
            .split_whitespace()
            .any(|state| state == name.trim_end_matches('.'))
        || name.ends_with(" county")
        || name.ends_with(" co.")
}
