//! The city of a document: the place that its claims, dateline and text name most.

use dateline::ArticleReading;
use dateline_span::Span;
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

/// Weight of a place by where and how it is named.
const OF_A_CLAIM: u32 = 3;
const OF_THE_TITLE: u32 = 3;
const OF_THE_OPENING: u32 = 3;
const ANYWHERE: u32 = 1;
/// "Elmira police", "Elmira, N.Y.": a city and no part of one.
const AS_A_CITY: u32 = 3;
/// "ELMIRA, N.Y. –" before the first sentence.
const DATELINE: u32 = 6;

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
    let mut weights = Weights::default();
    if let Some(city) = dateline(&text[body..]) {
        weights.add(city, DATELINE, body);
    }
    let in_claims = |span: Span| {
        reading.claims.iter().any(|claim| {
            let places = claim.place.iter();
            places
                .flat_map(|p| std::iter::once(&p.span).chain(&p.within))
                .any(|place| place.overlaps(span))
        })
    };
    for name in doc.names() {
        let (span, label) = (doc.name_span(name), doc.name_label(name));
        let at = span.start as usize;
        let mut weight = match at {
            at if at < body => OF_THE_TITLE,
            at if at < body + OPENING => OF_THE_OPENING,
            _ => ANYWHERE,
        };
        if in_claims(span) {
            weight += OF_A_CLAIM;
        }
        if is_told_as_city(&text[span.end as usize..]) {
            weight += AS_A_CITY;
        }
        match label {
            "GPE" | "LOC" => weights.add(span.slice(text), weight, at),
            "ORG" => {
                if let Some(city) = of_police(span.slice(text)) {
                    weights.add(city, weight + AS_A_CITY, at);
                }
            }
            _ => {}
        }
    }
    weights.ranked()
}

/// Names with their weight and the byte at which each is first named.
#[derive(Default)]
struct Weights(BTreeMap<String, (u32, usize)>);

impl Weights {
    fn add(&mut self, words: &str, weight: u32, at: usize) {
        let name = clean(words);
        if !name.is_empty() && !is_state(&name) {
            let entry = self.0.entry(name).or_insert((0, at));
            entry.0 += weight;
            entry.1 = entry.1.min(at);
        }
    }

    fn ranked(self) -> Vec<String> {
        let mut ranked: Vec<(String, (u32, usize))> = self.0.into_iter().collect();
        ranked.sort_by_key(|(_, (weight, at))| (std::cmp::Reverse(*weight), *at));
        ranked.into_iter().map(|(name, _)| name).collect()
    }
}

/// The city in capitals with which a body opens: "SANTA ANA –", "CHARLOTTE, N.C. --".
fn dateline(body: &str) -> Option<&str> {
    let body = body.trim_start();
    let end = body.find([',', '(', '–', '—', '-'])?;
    let city = body[..end].trim();
    let capitals = city.chars().any(char::is_alphabetic)
        && city
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '.'));
    (capitals && (3..30).contains(&city.len())).then_some(city)
}

/// Whether what follows a name takes it as a city: its state, its police.
fn is_told_as_city(after: &str) -> bool {
    let police = after
        .trim_start_matches("'s")
        .trim_start_matches("’s")
        .trim_start()
        .to_lowercase();
    let state = after
        .strip_prefix(", ")
        .map(|rest| rest.split([' ', ',', '\n']).next().unwrap_or(""))
        .is_some_and(|word| word.len() > 1 && is_state(&word.to_lowercase()));
    state || police.starts_with("police")
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

/// The name in lower case without article, "city of" and the side of the city that is meant.
fn clean(words: &str) -> String {
    let name = words
        .trim()
        .trim_end_matches("'s")
        .trim_end_matches("’s")
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let name = name.strip_prefix("city of ").unwrap_or(name);
    let sides = [
        "south",
        "north",
        "east",
        "west",
        "southeast",
        "southwest",
        "northeast",
        "northwest",
        "downtown",
        "far",
    ];
    // Parts of cities; cities that bear a side in their name are rarer in the archive.
    let bare = match name.split_once(' ') {
        Some((side, rest)) if sides.contains(&side) && !rest.starts_with("side") => rest,
        _ => name,
    };
    match bare {
        "d.c" | "d.c." | "dc" => "washington".to_owned(),
        "nyc" | "new york city" => "new york".to_owned(),
        "l.a." => "los angeles".to_owned(),
        "philly" => "philadelphia".to_owned(),
        other => other.to_owned(),
    }
}

fn is_state(name: &str) -> bool {
    LONG_STATES.contains(&name)
        || STATES
            .split_whitespace()
            .any(|state| state == name.trim_end_matches('.').replace('.', ""))
        || name.ends_with(" county")
        || name.ends_with(" co.")
        || name.ends_with(" side")
        || name.ends_with(" street")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_is_in_capitals() {
        assert_eq!(dateline("ELM CITY, Ohio (AP) – A man"), Some("ELM CITY"));
        assert_eq!(dateline("A man – or two"), None);
        assert_eq!(dateline("Police, who"), None);
    }

    #[test]
    fn names_lose_what_is_no_city() {
        assert_eq!(clean("South Elmira's"), "elmira");
        assert_eq!(clean("the city of Elmira"), "elmira");
        assert!(is_state("n.y.") && is_state("elm county") && !is_state("elmira"));
        assert!(is_told_as_city(", N.Y., where") && is_told_as_city(" police said"));
        assert_eq!(of_police("The Elmira Police Department"), Some("Elmira"));
    }
}
