//! The city of a document: the place that its claims, dateline and text name most.

use dateline::data::EventType;
use dateline::data::gazetteer::{Gazetteer, Place, PlaceKind, Standing};
use dateline::event::toponym::Use;
use dateline::{ArticleReading, Engine};
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
const OF_A_CLAIM: u32 = 8;
const OF_THE_TITLE: u32 = 6;
const OF_THE_OPENING: u32 = 4;
const ANYWHERE: u32 = 1;
/// "Elmira police", "Elmira, N.Y.": a city and no part of one.
const AS_A_CITY: u32 = 3;
/// "ELMIRA, N.Y. –" before the first sentence.
const DATELINE: u32 = 6;
/// "Elmira College", "the Elmira Sentinel", against twice any other weight.
const IN_A_NAME: u32 = 1;

/// At most so heavy is a town that is named once in passing, or in names alone, against twice any other
/// weight.
const OF_A_MENTION: u32 = 2;

/// The outlet is the town's, against twice any other weight.
const OF_THE_OUTLET: u32 = 5;

/// Bytes of a text that count as its opening.
const OPENING: usize = 300;

/// Cities by weight, the heaviest first; of equals the one named first.
pub fn cities(engine: &Engine, reading: &ArticleReading) -> Vec<String> {
    let gazetteer = engine.gazetteer();
    let Some(doc) = reading.document.as_ref() else {
        return Vec::new();
    };
    let text = doc.text();
    let body = reading
        .article
        .title
        .map_or(0, |title| title.span.end as usize);
    let mut weights = Weights::default();
    let in_claims = |span: Span| {
        let attacks = reading.claims.iter();
        let mut attacks = attacks.filter(|claim| claim.event.kind == EventType::Assault);
        attacks.any(|claim| {
            let places = claim.place.iter();
            places
                .flat_map(|p| std::iter::once(&p.span).chain(&p.within))
                .any(|place| place.overlaps(span))
        })
    };
    let weight = |span: Span| {
        let at = span.start as usize;
        let of_part = match at {
            at if at < body => OF_THE_TITLE,
            at if at < body + OPENING => OF_THE_OPENING,
            _ => ANYWHERE,
        };
        of_part
            + if in_claims(span) { OF_A_CLAIM } else { 0 }
            + if is_told_as_city(&text[span.end as usize..]) {
                AS_A_CITY
            } else {
                0
            }
    };
    for toponym in &reading.toponyms.list {
        let Some(town) = toponym.town else { continue };
        let span = toponym.span;
        let after = &text[span.end as usize..];
        let opens = span.start as usize <= body + 2 && is_dateline(&text[span.start as usize..]);
        let weight = match toponym.used {
            _ if is_a_hospitals(after) => 0,
            // "Elmira Police Department" is of Elmira, "Elmira College" hardly.
            Use::InName if !is_told_as_city(after) => IN_A_NAME,
            _ if is_where_they_were_taken(&text[..span.start as usize]) => 0,
            _ if is_where_somebody_lives(&text[..span.start as usize]) => IN_A_NAME,
            _ => 2 * (weight(span) + if opens { DATELINE } else { 0 }),
        };
        let town = gazetteer.place(town.place);
        if weight > 0 {
            weights.add(town.name, weight, span.start as usize);
        }
    }
    let home = reading
        .toponyms
        .home
        .map(|id| clean(gazetteer.place(id).name));
    if let Some(home) = &home {
        weights.support(home, OF_THE_OUTLET);
    }
    let counties: Vec<Place<'_>> = reading
        .toponyms
        .list
        .iter()
        .filter_map(|t| Some(gazetteer.place(t.resolution.as_ref()?.place)))
        .filter(|place| place.kind == PlaceKind::Admin2)
        .collect();
    let lies_in = |id, county: &Place<'_>| {
        let own = gazetteer.admin2(id);
        own.is_some_and(|own| own.id == county.id)
    };
    // The outlet's town, unless the text is about a county elsewhere.
    let local = reading.toponyms.home;
    let local = local.filter(|id| counties.first().is_none_or(|county| lies_in(*id, county)));
    let local = local.map(|id| clean(gazetteer.place(id).name));
    let local = local.filter(|name| !is_state(name));
    if weights.0.is_empty() {
        // Names that the gazetteer does not have; where the outlet's town would do, only those of which the
        // text tells the state.
        for toponym in reading
            .toponyms
            .list
            .iter()
            .filter(|t| t.resolution.is_none())
        {
            let span = toponym.span;
            let told = local.is_none() || is_told_as_city(&text[span.end as usize..]);
            let named = doc.tok(toponym.tokens.start).name_label() == "GPE";
            if toponym.used == Use::Place && named && told {
                weights.add(span.slice(text), weight(span), span.start as usize);
            }
        }
    }
    let is_told = weights.heaviest() > OF_A_MENTION;
    let mut ranked = weights.ranked();
    if !is_told {
        // A town in passing outside the text's counties is where somebody comes from or was taken.
        let mut towns = reading.toponyms.list.iter().filter_map(|t| t.town);
        let inside = towns.any(|town| counties.iter().any(|county| lies_in(town.place, county)));
        let county = counties.first().filter(|_| !inside);
        let county = county.map(|county| as_the_archive_has_it(gazetteer, county));
        ranked.splice(..0, local.or(county));
    }
    // Where no town is told, the archive has the county.
    let county = counties.first();
    ranked.extend(county.map(|county| as_the_archive_has_it(gazetteer, county)));
    ranked
}

/// Inhabitants of a town that most of a county may be.
const LARGE: f64 = 50_000.0;

/// A county; or the town that most of its inhabitants live in, which the archive has for it.
fn as_the_archive_has_it(gazetteer: &Gazetteer, county: &Place<'_>) -> String {
    let inside = gazetteer.directly_in(county.id);
    let towns: Vec<Place<'_>> = inside
        .filter(|place| place.kind.is_settlement() && place.standing != Standing::Quarter)
        .collect();
    let all: f64 = towns.iter().map(|town| town.population).sum();
    let largest = towns
        .iter()
        .filter(|town| town.population > LARGE && town.population > all / 2.0)
        .max_by(|a, b| a.population.total_cmp(&b.population));
    largest.map_or_else(|| county.name.to_lowercase(), |town| clean(town.name))
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

    /// Adds to a name that has a weight already.
    fn support(&mut self, name: &str, weight: u32) {
        if let Some((own, _)) = self.0.get_mut(name) {
            *own += weight;
        }
    }

    fn heaviest(&self) -> u32 {
        let weights = self.0.values().map(|(weight, _)| *weight);
        weights.max().unwrap_or(0)
    }

    fn ranked(self) -> Vec<String> {
        let mut ranked: Vec<(String, (u32, usize))> = self.0.into_iter().collect();
        ranked.sort_by_key(|(_, (weight, at))| (std::cmp::Reverse(*weight), *at));
        ranked.into_iter().map(|(name, _)| name).collect()
    }
}

/// Whether a body opens with a city in capitals: "SANTA ANA –", "CHARLOTTE, N.C. --".
fn is_dateline(body: &str) -> bool {
    let end = body.find([',', '(', '–', '—', '-']).unwrap_or(0);
    let city = body[..end].trim();
    let capitals = city.chars().any(char::is_alphabetic)
        && city
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '.'));
    capitals && (3..30).contains(&city.len())
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

/// "Elmira Memorial Hospital", "Elmira Area Medical Center": where those who were shot elsewhere are taken.
fn is_a_hospitals(after: &str) -> bool {
    const ITS_WORDS: [&str; 6] = ["hospital", "medical", "clinic", "trauma", "area", "of"];
    let of_name = |word: &&str| {
        ITS_WORDS.contains(word) || word.starts_with(|c: char| c.is_uppercase() || c == '\'')
    };
    let mut own = after.split_whitespace().take(5).take_while(of_name);
    own.any(|word| ITS_WORDS[..4].contains(&word.to_lowercase().trim_end_matches([',', '.'])))
        && after.starts_with([' ', '\'', '’'])
}

/// Whether the words before a name put a hospital or court there: "was flown to a hospital in".
fn is_where_they_were_taken(before: &str) -> bool {
    let mut words = before.trim_end().rsplit(char::is_whitespace);
    let link = matches!(words.next(), Some("in" | "at" | "of"));
    let house = words
        .next()
        .unwrap_or("")
        .trim_end_matches(',')
        .to_lowercase();
    link && matches!(house.as_str(), "hospital" | "center" | "court" | "jail")
}

/// Whether the words before a name make it somebody's home: "Ann Lee, 30, of".
fn is_where_somebody_lives(before: &str) -> bool {
    let mut words = before.trim_end().rsplit(char::is_whitespace);
    let of = words.next() == Some("of");
    let age = words.next().and_then(|word| word.strip_suffix(','));
    of && age.is_some_and(|age| age.parse::<u8>().is_ok())
}

/// The name in lower case without article and "city of".
fn clean(words: &str) -> String {
    let name = words
        .trim()
        .trim_end_matches("'s")
        .trim_end_matches("’s")
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
        .to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let bare = ["city of ", "town of "]
        .iter()
        .find_map(|what| name.strip_prefix(what))
        .unwrap_or(name);
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
        || name.contains(" county")
        || name.ends_with(" co.")
        || name.ends_with(" side")
        || [
            " street",
            " avenue",
            " road",
            " drive",
            " boulevard",
            " highway",
        ]
        .iter()
        .any(|way| name.ends_with(way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_is_in_capitals() {
        assert!(is_dateline("ELM CITY, Ohio (AP) – A man"));
        assert!(!is_dateline("A man – or two"));
        assert!(!is_dateline("Police, who"));
    }

    #[test]
    fn names_lose_what_is_no_city() {
        assert_eq!(clean("Elmira's"), "elmira");
        assert_eq!(clean("the city of Elmira"), "elmira");
        assert!(is_state("n.y.") && is_state("elm county") && !is_state("elmira"));
        assert!(is_told_as_city(", N.Y., where") && is_told_as_city(" police said"));
        assert!(is_where_somebody_lives("Ann Lee, 30, of ") && !is_where_somebody_lives("30 of "));
        assert!(is_a_hospitals(" Area Medical Center on Friday"));
        assert!(!is_a_hospitals(" man was taken to hospital"));
    }
}
