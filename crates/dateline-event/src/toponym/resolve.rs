//! Which place each name is.
//!
//! Each distinct name of the article has one sense. A candidate's weight is its prior, what the text
//! puts around the name ("Paris, Texas"; "the Syrian town of …"), and its support: the other names'
//! places that contain it, share its country or division, or lie near. Others' places are first
//! taken by prior alone, then by weight, twice over, so that sure ones settle the doubtful.

use super::candidates::{Candidate, KindCue, candidates};
use super::find::country_of_adjective;
use super::{Resolution, Surroundings, Toponym, Use, is_direction};
use dateline_data::casing::{Casing, casing};
use dateline_data::gazetteer::{Gazetteer, Place, PlaceId, PlaceKind, fold};
use dateline_data::is_country;
use dateline_data::outlets::{Readership, readership};
use dateline_text::Document;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a container in the text adds ("Paris, Texas").
const CONTAINED: f64 = 6.0;
/// What a word for a country's people ("Georgian") adds to the country.
const ADJECTIVE: f64 = 6.0;
/// Inhabitants from which a town speaks for its county.
const TOWN_OF_COUNTY: f64 = 1_000.0;
/// What a county that the article names adds to its towns, and each of them to it.
const OF_COUNTY: f64 = 2.0;
/// The most that all support together adds.
const SUPPORT: f64 = 7.0;
/// How soon support is full.
const SUPPORT_PACE: f64 = 3.0;
/// Kilometres over which nearness fades.
const NEAR_KM: f64 = 120.0;
/// How often names are weighed anew.
const ROUNDS: usize = 3;
/// Inhabitants below which a place is not known by a former or foreign name.
const SMALL: f64 = 100_000.0;
/// Inhabitants of a town that everybody knows, whatever it is said to lie in.
const METROPOLIS: f64 = 1_000_000.0;
/// Kilometres from a county's middle at which nothing is in it.
const FAR_KM: f64 = 100.0;
/// The share of its weight from which a container is surely the one that is meant.
const SURE: f64 = 0.7;
/// What being in the outlet's country adds.
const OUTLET_COUNTRY: f64 = 0.8;
/// What the division of a listed outlet's readers adds.
const OUTLET_DIVISION: f64 = 1.2;
/// What a country loses to a town of its name among a listed outlet's readers.
const NAMESAKE_AT_HOME: f64 = 2.0;
/// What being near a place in the outlet's name adds.
const OUTLET_NEAR: f64 = 2.5;

/// Inhabitants of a town after which an outlet's address is called in one word.
const TOWN_OF_AN_OUTLET: f64 = 30_000.0;
/// Inhabitants of a town that an outlet is surely called after.
const HOME_OF_AN_OUTLET: f64 = 8_000.0;

/// A distinct name of the article.
struct Named<'g> {
    candidates: Vec<Candidate<'g>>,
    /// How often it stands, the weaker uses counting less.
    weight: f64,
    /// Names that the text puts it in: indices.
    containers: Vec<usize>,
    /// Those of them that no list of places could be mistaken for.
    firm: Vec<usize>,
    /// What the words beside it say of its kind.
    cue: Option<KindCue>,
    /// Whether the article also has a word for the people or things of a country of this name.
    is_adjective: bool,
    /// Index of the candidate that weighs most now.
    best: Option<usize>,
    weights: Vec<f64>,
}

/// Fills in the resolutions of an article's toponyms.
pub(super) fn resolve(
    doc: &Document,
    gazetteer: &Gazetteer,
    outlet: &Outlet<'_>,
    list: &mut [Toponym],
) {
    let (mut names, name_of) = names(doc, gazetteer, list);
    for (inner, outer, firm) in containers_in_text(doc, list, &name_of) {
        if inner != outer && !names[inner].containers.contains(&outer) {
            names[inner].containers.push(outer);
        }
        if inner != outer && firm {
            names[inner].firm.push(outer);
        }
    }
    let fixed = fixed_weights(outlet, &names);
    for (name, fixed) in names.iter_mut().zip(&fixed) {
        name.weights.clone_from(fixed);
        name.best = best(fixed);
    }
    for _ in 0..ROUNDS {
        let weights: Vec<Vec<f64>> = (0..names.len())
            .map(|n| supported(&names, n, &fixed[n]))
            .collect();
        for (name, weights) in names.iter_mut().zip(weights) {
            name.best = best(&weights);
            name.weights = weights;
        }
    }
    for (toponym, name) in list.iter_mut().zip(name_of) {
        toponym.resolution = name.and_then(|n| resolution(&names, n, gazetteer, outlet));
    }
}

/// The distinct names with their candidates; and the name of each toponym.
fn names<'g>(
    doc: &Document,
    gazetteer: &'g Gazetteer,
    list: &[Toponym],
) -> (Vec<Named<'g>>, Vec<Option<usize>>) {
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    let mut cues: Vec<Option<KindCue>> = Vec::new();
    let mut written: Vec<String> = Vec::new();
    let mut weights: Vec<f64> = Vec::new();
    let mut adjectives: Vec<bool> = Vec::new();
    let mut name_of = Vec::with_capacity(list.len());
    for toponym in list {
        let words = toponym.span.slice(doc.text());
        let name = match toponym.used {
            Use::Facility => {
                name_of.push(None);
                continue;
            }
            Use::Adjective => country_of_adjective(words).map_or(words, |c| c.names[0]),
            _ => words,
        };
        let at = *index.entry(fold(name)).or_insert_with(|| {
            cues.push(None);
            written.push(name.to_owned());
            weights.push(0.0);
            adjectives.push(false);
            cues.len() - 1
        });
        adjectives[at] |= toponym.used == Use::Adjective;
        weights[at] += match toponym.used {
            Use::InName => 0.5,
            Use::Adjective => 0.7,
            _ => 1.0,
        };
        cues[at] = cues[at].or_else(|| kind_cue(doc, toponym));
        name_of.push(Some(at));
    }
    let names = written
        .iter()
        .zip(cues)
        .zip(weights)
        .zip(adjectives)
        .map(|(((name, cue), weight), is_adjective)| Named {
            is_adjective,
            candidates: candidates(gazetteer, name, cue),
            weight: weight.min(4.0).sqrt(),
            containers: Vec::new(),
            firm: Vec::new(),
            cue,
            best: None,
            weights: Vec::new(),
        })
        .collect();
    (names, name_of)
}

/// What the words of a name and beside it say of its kind.
fn kind_cue(doc: &Document, toponym: &Toponym) -> Option<KindCue> {
    let tokens = &toponym.tokens;
    let last = doc.tok(tokens.end - 1).lower();
    let next = doc.tok(tokens.end - 1).next().map_or("", |t| t.lower());
    for word in [last, next] {
        match word {
            // "the Kalem sheriff": there is one in each county.
            "county" | "parish" | "co" | "co." | "sheriff" => return Some(KindCue::County),
            "province" | "governorate" | "state" | "oblast" | "prefecture" | "region" => {
                return Some(KindCue::Division);
            }
            "district" => return Some(KindCue::County),
            "city" | "town" | "village" | "township" | "borough" => {
                return Some(KindCue::Settlement);
            }
            _ => {}
        }
    }
    let before = tokens
        .start
        .checked_sub(1)
        .map_or("", |i| doc.tok(i).lower());
    if before.ends_with("ern") && is_direction(before) {
        return Some(KindCue::Side);
    }
    let of = tokens.start.checked_sub(2)?;
    if doc.tok(of + 1).lower() != "of" {
        return None;
    }
    match doc.tok(of).lemma() {
        "town" | "city" | "village" | "suburb" | "capital" | "neighborhood" | "neighbourhood" => {
            Some(KindCue::Settlement)
        }
        "province" | "state" | "governorate" | "region" => Some(KindCue::Division),
        "county" | "district" => Some(KindCue::County),
        _ => None,
    }
}

/// Pairs of names of which the text puts one in the other: "Paris, Texas", "Paris (Texas)",
/// "Diban in Deir Ezzor", "Syria's Aleppo", "the Syrian town of Diban"; and whether no list of places
/// could be meant.
fn containers_in_text(
    doc: &Document,
    list: &[Toponym],
    name_of: &[Option<usize>],
) -> Vec<(usize, usize, bool)> {
    let mut pairs = Vec::new();
    for k in 1..list.len() {
        let (Some(first), Some(second)) = (name_of[k - 1], name_of[k]) else {
            continue;
        };
        let listed = is_listed(doc, list, k);
        match puts_in(doc, &list[k - 1], &list[k]) {
            Some(true) => pairs.push((first, second, !listed)),
            Some(false) => pairs.push((second, first, !listed)),
            None => {}
        }
    }
    pairs
}

/// Whether only a comma parts toponym `k` from the one before it, and more names follow or precede:
/// "Mosul, Erbil and Kirkuk".
fn is_listed(doc: &Document, list: &[Toponym], k: usize) -> bool {
    let comma = |k: usize| {
        let between = list
            .get(k)
            .zip(k.checked_sub(1).and_then(|before| list.get(before)));
        between.is_some_and(|(two, one)| {
            two.tokens.start == one.tokens.end + 1 && doc.tok(one.tokens.end).text() == ","
        })
    };
    let next = doc
        .range(list[k].tokens.end..(list[k].tokens.end + 1).min(doc.len()))
        .next();
    comma(k)
        && (comma(k - 1) || comma(k + 1) || next.is_some_and(|t| matches!(t.lower(), "and" | "or")))
}

/// Whether the words between two neighbouring toponyms put the first in the second (`true`) or the
/// second in the first (`false`).
pub(super) fn puts_in(doc: &Document, one: &Toponym, two: &Toponym) -> Option<bool> {
    if one.tokens.end > two.tokens.start || one.used == Use::Facility {
        return None;
    }
    let between: Vec<&str> = doc
        .range(one.tokens.end..two.tokens.start)
        .map(|t| t.lower())
        .collect();
    // "Diban village in", "Diban district of"
    let between = match &between[..] {
        [kind, rest @ ..]
            if one.used == Use::Place && is_kind_of_place(kind) && !rest.is_empty() =>
        {
            rest
        }
        all => all,
    };
    match between[..] {
        ["," | "(" | "in"] | [",", "in"] | ["in", "the"] => Some(true),
        [",", "in", "the"] | [",", "in", "the", _, "of"] => Some(true),
        // "Diban, a town of Deir Ezzor", "Diban in the countryside of Deir Ezzor"
        [",", "a" | "an" | "the", kind, "in" | "of"]
        | [",", "a" | "an" | "the", kind, "in" | "of", "the"]
            if is_kind_of_place(kind) =>
        {
            Some(true)
        }
        ["in", "the", part, "of"] if is_region_of_one(part) => Some(true),
        ["of"] if one.used == Use::Place => Some(true),
        // "the Elm Park neighborhood of Kalem"
        [part, "of"] if is_part_of_a_town(part) => Some(true),
        ["'s" | "’s"] if one.used == Use::Place => Some(false),
        ["'s" | "’s", .., "of"] if between.len() <= 5 => Some(false),
        // "the Syrian town of Diban", "the Syrian capital Damascus"
        [
            ..,
            "town" | "city" | "village" | "province" | "district" | "region" | "port" | "capital",
            "of",
        ] if one.used == Use::Adjective && between.len() <= 4 => Some(false),
        ["town" | "city" | "village" | "capital" | "province"] => Some(false),
        _ => None,
    }
}

fn is_kind_of_place(word: &str) -> bool {
    matches!(
        word,
        "town"
            | "city"
            | "village"
            | "hamlet"
            | "settlement"
            | "municipality"
            | "township"
            | "district"
            | "county"
            | "suburb"
            | "area"
            | "locality"
    )
}

/// "the countryside of Deir Ezzor": what lies around a town or in a region.
fn is_region_of_one(word: &str) -> bool {
    is_direction(word)
        || matches!(
            word,
            "countryside"
                | "outskirts"
                | "district"
                | "province"
                | "region"
                | "state"
                | "governorate"
        )
}

/// Words for a part of a town or of what lies around it.
pub(super) fn is_part_of_a_town(word: &str) -> bool {
    matches!(
        word,
        "neighborhood"
            | "neighbourhood"
            | "neighborhoods"
            | "neighbourhoods"
            | "section"
            | "quarter"
            | "side"
            | "area"
            | "suburb"
            | "community"
    )
}

/// What does not depend on the other names' choices: prior, containers in the text, outlet.
fn fixed_weights(outlet: &Outlet<'_>, names: &[Named<'_>]) -> Vec<Vec<f64>> {
    let mut weights: Vec<Vec<f64>> = names
        .iter()
        .map(|name| {
            // "police in Lebanon", in a paper of Tennessee.
            let at_home =
                !name.is_adjective && name.candidates.iter().any(|c| outlet.is_home_town(c));
            let weight = |c: &Candidate<'_>| {
                let country = c.place.kind == PlaceKind::Country;
                c.prior
                    + outlet.speaks_for(c)
                    + if country && name.is_adjective {
                        ADJECTIVE
                    } else {
                        0.0
                    }
                    - if country && at_home {
                        NAMESAKE_AT_HOME
                    } else {
                        0.0
                    }
            };
            name.candidates.iter().map(weight).collect()
        })
        .collect();
    for (n, name) in names.iter().enumerate() {
        for &outer in &name.containers {
            let holds = |inner: &Candidate<'_>, outer: &Candidate<'_>| {
                outer.contains(inner) || is_region_around(inner, outer)
            };
            for (i, inner) in name.candidates.iter().enumerate() {
                if inner.place.kind.is_settlement() && name.is_adjective {
                    continue;
                }
                if names[outer].candidates.iter().any(|o| holds(inner, o)) {
                    weights[n][i] += CONTAINED;
                }
            }
            for (o, container) in names[outer].candidates.iter().enumerate() {
                if name.candidates.iter().any(|inner| holds(inner, container)) {
                    weights[outer][o] += CONTAINED / 2.0;
                }
            }
        }
    }
    add_counties(names, &mut weights);
    weights
}

/// A town and a county of one article speak for each other: "Kalem", and "the Elm County sheriff".
fn add_counties(names: &[Named<'_>], weights: &mut [Vec<f64>]) {
    let counties = names.iter().enumerate();
    for (m, county) in counties.filter(|(_, name)| name.cue == Some(KindCue::County)) {
        for (n, name) in names.iter().enumerate().filter(|(n, _)| *n != m) {
            for (i, town) in name.candidates.iter().enumerate() {
                let of_it = |c: &Candidate<'_>| {
                    town.place.kind.is_settlement() && town.admin2 == Some(c.place.id)
                };
                let Some(o) = county.candidates.iter().position(of_it) else {
                    continue;
                };
                // "Elm" of "Elm Hospital" may be in any Elm County.
                let holder = fold(county.candidates[o].place.name);
                let namesake = holder.starts_with(&fold(town.place.name));
                let speaks = if namesake { OF_COUNTY / 2.0 } else { OF_COUNTY };
                weights[n][i] += speaks;
                if town.place.population > TOWN_OF_COUNTY {
                    weights[m][o] += speaks;
                }
            }
        }
    }
}

/// "Aleppo, in northern Syria" is plain; regions and cities contain by nearness alone.
fn is_region_around(inner: &Candidate<'_>, outer: &Candidate<'_>) -> bool {
    let reach = match outer.place.kind {
        PlaceKind::Settlement | PlaceKind::Capital if outer.place.population > 50_000.0 => 40.0,
        PlaceKind::Island => 150.0,
        _ => return false,
    };
    outer.place.id != inner.place.id
        && inner.place.kind.is_settlement()
        && inner.place.population < outer.place.population
        && inner.distance_km(outer) < reach
}

/// The weights of name `n`'s candidates with the support of the other names.
fn supported(names: &[Named<'_>], n: usize, fixed: &[f64]) -> Vec<f64> {
    let others: Vec<(&Candidate<'_>, f64)> = names
        .iter()
        .enumerate()
        .filter(|(m, _)| *m != n)
        .filter_map(|(_, other)| {
            let best = &other.candidates[other.best?];
            Some((best, other.weight * sureness(&other.weights, other.best?)))
        })
        .collect();
    let own = &names[n];
    own.candidates
        .iter()
        .zip(fixed)
        .map(|(candidate, fixed)| {
            let sum: f64 = others
                .iter()
                .map(|(other, weight)| weight * support(candidate, other))
                .sum();
            fixed + SUPPORT * (1.0 - (-sum / SUPPORT_PACE).exp())
        })
        .collect()
}

/// How much one place speaks for a candidate of another name.
fn support(candidate: &Candidate<'_>, other: &Candidate<'_>) -> f64 {
    let shared = |one: Option<_>, two: Option<_>| one.is_some() && one == two;
    let near = (-candidate.distance_km(other) / NEAR_KM).exp();
    match other.place.kind {
        PlaceKind::Country if shared(candidate.country, other.country) => 0.8,
        PlaceKind::Admin1 if shared(candidate.admin1, other.admin1) => 1.6,
        PlaceKind::Admin2 if shared(candidate.admin2, other.admin2) => 1.8,
        PlaceKind::Country | PlaceKind::Continent => 0.0,
        _ => {
            let mut sum = 1.3 * near;
            if shared(candidate.admin1, other.admin1) {
                sum += 0.6;
            }
            if shared(candidate.country, other.country) {
                sum += 0.3;
            }
            sum
        }
    }
}

/// How far a name's best is ahead: one that is not counts half.
fn sureness(weights: &[f64], best: usize) -> f64 {
    let next = weights
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != best)
        .map(|(_, w)| *w)
        .fold(f64::NEG_INFINITY, f64::max);
    let lead = weights[best] - next;
    0.4 + 0.6 * (lead / 2.0).clamp(0.0, 1.0)
}

fn best(weights: &[f64]) -> Option<usize> {
    (0..weights.len()).reduce(|a, b| if weights[b] > weights[a] { b } else { a })
}

/// What an outlet's name and address say of where it is, and what is known of its readers.
pub(super) struct Outlet<'g> {
    places: Vec<Candidate<'g>>,
    /// Which of them each name may be.
    names: Vec<Range<usize>>,
    /// The town of its readers, where the outlet is a listed one.
    readers: Option<Place<'g>>,
    country: Option<PlaceId>,
    /// The first-level division of its readers' town.
    division: Option<PlaceId>,
}

impl<'g> Outlet<'g> {
    pub fn of(gazetteer: &'g Gazetteer, around: Surroundings<'_>) -> Self {
        let host = around.url.and_then(host_of);
        let listed = host.and_then(readership);
        let code = match listed {
            Some(of) => Some(of.country().to_owned()),
            None => host.and_then(country_code),
        };
        let country = code.and_then(|code| {
            let country = dateline_data::gazetteer::countries::by_iso2(&code)?;
            let found = gazetteer.find(country.names[0]);
            found
                .into_iter()
                .find(|id| gazetteer.place(*id).kind == PlaceKind::Country)
        });
        let mut outlet = Self {
            places: Vec::new(),
            names: Vec::new(),
            readers: None,
            country,
            division: None,
        };
        // What a listed outlet's name happens to spell is no news.
        if listed.is_none() {
            let of_name = around.outlet.into_iter();
            let of_name = of_name.flat_map(|name| names_in_outlet(gazetteer, name));
            let of_host = host
                .into_iter()
                .flat_map(|host| names_in_host(gazetteer, host));
            outlet.add_names(gazetteer, of_name.chain(of_host));
        }
        let town = listed.and_then(|of| town_of_readers(gazetteer, of));
        outlet.readers = town.as_ref().map(|c| c.place);
        outlet.division = town.as_ref().and_then(|c| c.admin1);
        outlet.add(town);
        let of_sections = around.url.into_iter();
        outlet.add_names(
            gazetteer,
            of_sections.flat_map(|url| sections(gazetteer, url)),
        );
        outlet
    }

    fn add_names(&mut self, gazetteer: &'g Gazetteer, words: impl Iterator<Item = String>) {
        for word in words.filter(|word| word.len() > 3) {
            let found = candidates(gazetteer, &word, None).into_iter().take(12);
            self.add(
                found
                    .filter(|c| !matches!(c.place.kind, PlaceKind::Country | PlaceKind::Continent)),
            );
        }
    }

    /// Adds what one name may be.
    fn add(&mut self, found: impl IntoIterator<Item = Candidate<'g>>) {
        let first = self.places.len();
        self.places.extend(found);
        self.names.push(first..self.places.len());
    }

    /// The town that it is called after. An address goes from the large to the small, so its last name
    /// counts; of that name's towns the largest, near what the article names.
    pub fn home(&self, gazetteer: &Gazetteer, list: &[Toponym]) -> Option<PlaceId> {
        let named: Vec<Place<'_>> = list
            .iter()
            .filter_map(|t| Some(gazetteer.place(t.resolution.as_ref()?.place)))
            .filter(|p| !matches!(p.kind, PlaceKind::Country | PlaceKind::Continent))
            .collect();
        let near = |c: &Candidate<'_>| {
            let all = named
                .iter()
                .map(|p| (-c.place.distance_km(p) / NEAR_KM).exp());
            all.fold(0.0, f64::max)
        };
        let weight = |c: &Candidate<'_>| c.prior + OUTLET_NEAR * near(c);
        // "/rome/" in the address of a paper of Georgia.
        let local = |place: &Place<'_>| {
            let readers = self.readers.as_ref();
            readers.is_none_or(|town| place.distance_km(town) < NEAR_KM)
        };
        let known = |c: &&Candidate<'_>| {
            c.place.kind.is_settlement()
                && c.place.population > HOME_OF_AN_OUTLET
                && local(&c.place)
        };
        self.names.iter().rev().find_map(|range| {
            let towns = self.places[range.clone()].iter().filter(known);
            towns
                .max_by(|a, b| weight(a).total_cmp(&weight(b)))
                .map(|c| c.place.id)
        })
    }

    /// The towns that its name may be of.
    pub fn towns(&self) -> impl Iterator<Item = Place<'g>> {
        let places = self.places.iter().map(|c| c.place);
        places.filter(|p| p.kind.is_settlement())
    }

    /// How far a place is from the town of a listed outlet's readers.
    fn km_to_readers(&self, candidate: &Candidate<'_>) -> Option<f64> {
        self.readers
            .as_ref()
            .map(|town| candidate.place.distance_km(town))
    }

    /// Whether a candidate is a town near the readers of a listed outlet, in their division.
    fn is_home_town(&self, candidate: &Candidate<'_>) -> bool {
        let near = self.km_to_readers(candidate).is_some_and(|km| km < NEAR_KM);
        near && candidate.place.kind.is_settlement()
            && candidate.is_usual_name
            && candidate.admin1 == self.division
    }

    fn speaks_for(&self, candidate: &Candidate<'_>) -> f64 {
        let home = self.country.is_some() && candidate.country == self.country;
        let near = self
            .places
            .iter()
            .map(|p| (-candidate.distance_km(p) / NEAR_KM).exp())
            .fold(0.0, f64::max);
        let division = self.division.is_some() && candidate.admin1 == self.division;
        OUTLET_NEAR * near
            + if home { OUTLET_COUNTRY } else { 0.0 }
            + if division { OUTLET_DIVISION } else { 0.0 }
    }
}

/// The names of places in an outlet's name, the first of them last: "KXYZ | Elm City, Ohio". Part of a
/// longer name is none, "City" in "Elm City".
fn names_in_outlet(gazetteer: &Gazetteer, outlet: &str) -> Vec<String> {
    let words: Vec<&str> = outlet
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = [3, 2, 1].into_iter().find_map(|len| {
            let name = words.get(at..at + len)?.join(" ");
            gazetteer.knows(&fold(&name)).then_some((name, len))
        });
        at += name.as_ref().map_or(1, |(_, len)| *len);
        names.extend(name.map(|(name, _)| name));
    }
    names.reverse();
    names
}

/// The town of a listed outlet's readers; `None` for an outlet of a whole country.
pub(super) fn town_of_readers(gazetteer: &Gazetteer, of: Readership) -> Option<Candidate<'_>> {
    let (_, within) = gazetteer.codes().find(|(code, _)| *code == of.code)?;
    let lies_within = |c: &Candidate<'_>| {
        let contains = |place: Option<PlaceId>| place == Some(within);
        contains(c.admin1) || contains(c.country)
    };
    let mut found = candidates(gazetteer, of.town?, None).into_iter();
    found.find(|c| c.place.kind.is_settlement() && lies_within(c))
}

/// The ISO code of the country that the end of a host stands for.
fn country_code(host: &str) -> Option<String> {
    match host.rsplit('.').next()? {
        "uk" => Some("GB".to_owned()),
        // Sold to anybody.
        "tv" | "co" | "io" | "me" | "ai" | "fm" | "ly" | "cc" | "ws" | "to" => None,
        code => Some(code.to_uppercase()),
    }
}

fn host_of(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', ':'])
        .next()
        .filter(|h| h.contains('.'))
}

/// The longest names that a host's labels begin or end with: "gadsdentimes", "mysanantonio", "kalem.kxyz".
fn names_in_host(gazetteer: &Gazetteer, host: &str) -> Vec<String> {
    let labels = host.rsplit('.').skip(1);
    let own = |l: &&str| l.len() > 3 && l.is_ascii() && !matches!(*l, "news" | "blogs");
    let in_label = |label: &str| {
        let mut front = (5..=label.len()).rev().map(|end| &label[..end]);
        let mut back = (0..label.len().saturating_sub(4)).map(|start| &label[start..]);
        let found = [
            front.find_map(|part| spaced(gazetteer, part)),
            back.find_map(|part| spaced(gazetteer, part)),
        ];
        found.into_iter().flatten().collect::<Vec<String>>()
    };
    labels.filter(own).flat_map(in_label).collect()
}

/// A name that the gazetteer has, or that it has in two words, "sanantonio": then only a larger
/// town's, since any letters may be cut somewhere.
fn spaced(gazetteer: &Gazetteer, part: &str) -> Option<String> {
    if gazetteer.knows(part) {
        return Some(part.to_owned());
    }
    let halves = (3..part.len().saturating_sub(2)).map(|at| [&part[..at], &part[at..]].join(" "));
    let large = |name: &String| {
        let found = gazetteer.find_folded(name);
        let towns = found.iter().map(|id| gazetteer.place(*id));
        towns
            .filter(|p| p.kind.is_settlement())
            .any(|p| p.population > TOWN_OF_AN_OUTLET)
    };
    halves.into_iter().find(large)
}

/// The names of places that the parts of an address before the article's own are called after:
/// "/news/local/kalem/", "/neighborhood/old_ferry/".
fn sections(gazetteer: &Gazetteer, url: &str) -> Vec<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let mut parts: Vec<&str> = path.split('/').skip(1).collect();
    parts.pop();
    let named = |part: &&str| {
        let words = fold(&part.replace(['-', '_'], " "));
        let common = casing(&words) == Some(Casing::Lower) || is_country(&words);
        (words.len() > 3 && !common && gazetteer.knows(&words)).then_some(words)
    };
    parts.iter().filter_map(named).collect()
}

/// The share of all candidates' weight that fell to one.
fn share(weights: &[f64], one: usize) -> f64 {
    let top = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let total: f64 = weights.iter().map(|w| (w - top).exp()).sum();
    (weights[one] - top).exp() / total
}

/// The choice of a name with its rivals and the reason.
fn resolution(
    names: &[Named<'_>],
    n: usize,
    gazetteer: &Gazetteer,
    outlet: &Outlet<'_>,
) -> Option<Resolution> {
    let name = &names[n];
    let best = name.best?;
    if is_strange(names, n, best, outlet)
        || is_elsewhere(names, n, best)
        || is_far_from_readers(names, n, best, outlet)
    {
        return None;
    }
    let share = |i: usize| share(&name.weights, i);
    let mut order: Vec<usize> = (0..name.weights.len()).filter(|i| *i != best).collect();
    order.sort_by(|a, b| share(*b).total_cmp(&share(*a)).then(a.cmp(b)));
    let chosen = &name.candidates[best];
    Some(Resolution {
        place: chosen.place.id,
        score: share(best),
        rivals: order
            .into_iter()
            .take(3)
            .map(|i| (name.candidates[i].place.id, share(i)))
            .collect(),
        reason: reason(names, n, chosen, gazetteer),
    })
}

/// A small place in a country that the article does not speak of: more likely one that the gazetteer
/// lacks. One other country must be certain; where the place is usually called otherwise, any will do,
/// and where it is only spelled somewhat like that, silence will.
fn is_strange(names: &[Named<'_>], n: usize, best: usize, outlet: &Outlet<'_>) -> bool {
    let chosen = &names[n].candidates[best];
    if outlet.km_to_readers(chosen).is_some_and(|km| km < NEAR_KM) {
        return false;
    }
    let settlement = chosen.place.kind.is_settlement();
    // "Riyadh district" beside Kirkuk, "Tsauni" read as Zunyi: large ones are no likelier.
    let other_kind = matches!(names[n].cue, Some(KindCue::County | KindCue::Division));
    let small =
        settlement && (chosen.place.population < SMALL || chosen.is_respelled || other_kind);
    if !small
        || names[n]
            .containers
            .iter()
            .any(|&outer| holds_best(names, outer, chosen))
    {
        return false;
    }
    let others: Vec<&Candidate<'_>> = names
        .iter()
        .enumerate()
        .filter(|(m, other)| *m != n && other.weight >= ONCE)
        .filter_map(|(_, other)| Some(&other.candidates[other.best?]))
        .filter(|other| other.is_usual_name && other.country.is_some())
        .collect();
    // Borders are near: Lebanon speaks for what lies just behind its own.
    let elsewhere = others
        .iter()
        .all(|other| other.country != chosen.country && other.distance_km(chosen) > NEAR_KM);
    let one_country = others
        .iter()
        .all(|other| other.country == others[0].country);
    let far = || {
        others
            .iter()
            .all(|other| other.distance_km(chosen) > ABROAD_KM)
    };
    if settlement && chosen.is_far_spelling && elsewhere {
        return true;
    }
    let enough = if chosen.is_usual_name && !other_kind {
        others.len() >= OTHERS && one_country || others.len() > OTHERS && far()
    } else {
        !others.is_empty()
    };
    elsewhere && enough
}

/// Whether a small place lies far from the town whose news the outlet tells, and nothing in the article
/// lies near it or around it: a quarter, more likely, or no place, of a name that a far town has too.
fn is_far_from_readers(names: &[Named<'_>], n: usize, best: usize, outlet: &Outlet<'_>) -> bool {
    let chosen = &names[n].candidates[best];
    let far = outlet
        .km_to_readers(chosen)
        .is_some_and(|km| km > BEYOND_NEWS_KM)
        && chosen.admin1 != outlet.division;
    // "Old Town": a large one is known by the name that it usually has.
    let known = chosen.is_usual_name && chosen.place.population > SMALL;
    if !far || !chosen.place.kind.is_settlement() || known {
        return false;
    }
    let others = names.iter().enumerate().filter(|(m, _)| *m != n);
    let mut others = others.filter_map(|(m, other)| Some((m, &other.candidates[other.best?])));
    !others.any(|(m, other)| {
        let around = other.place.kind != PlaceKind::Country || other.country != outlet.country;
        let near = other.place.kind.is_settlement() && other.distance_km(chosen) < NEAR_KM;
        near || around && holds_best(names, m, chosen)
    })
}

/// Whether a town lies outside the division or country in which the text puts its name, itself or by
/// what it puts that in: the one that is meant is not in the gazetteer.
fn is_elsewhere(names: &[Named<'_>], n: usize, best: usize) -> bool {
    let chosen = &names[n].candidates[best];
    if !chosen.place.kind.is_settlement() || chosen.place.population > METROPOLIS {
        return false;
    }
    let mut open = names[n].firm.clone();
    let mut seen = vec![n];
    while let Some(outer) = open.pop() {
        if seen.contains(&outer) {
            continue;
        }
        seen.push(outer);
        open.extend(&names[outer].firm);
        let Some(best) = names[outer].best.filter(|&b| is_sure(&names[outer], b)) else {
            continue;
        };
        let container = &names[outer].candidates[best];
        let known = match container.place.kind {
            PlaceKind::Country => chosen.country.is_some(),
            PlaceKind::Admin1 => chosen.admin1.is_some(),
            PlaceKind::Admin2 => chosen.admin2.is_some() && chosen.distance_km(container) > FAR_KM,
            _ => false,
        };
        if known && !container.contains(chosen) {
            return true;
        }
    }
    false
}

/// Whether hardly anything but this place is meant, or a town of its division that is called as it.
fn is_sure(name: &Named<'_>, best: usize) -> bool {
    let division = |i: usize| name.candidates[i].admin1;
    let same = (0..name.candidates.len())
        .filter(|&i| i == best || division(i).is_some() && division(i) == division(best));
    same.map(|i| share(&name.weights, i)).sum::<f64>() > SURE
}

/// Whether a name's place contains another.
fn holds_best(names: &[Named<'_>], outer: usize, inner: &Candidate<'_>) -> bool {
    let container = names[outer].best.map(|b| &names[outer].candidates[b]);
    container.is_some_and(|c| c.contains(inner) || is_region_around(inner, c))
}

/// The weight of a name that stands in an article once, and not within another name.
const ONCE: f64 = 1.0;

/// Kilometres from its readers at which local news says in which state a small place is.
const BEYOND_NEWS_KM: f64 = 250.0;

/// Kilometres at which no neighbour's affairs are told.
const ABROAD_KM: f64 = 2_000.0;

/// So many other names, all of one country, make an article one about that country.
const OTHERS: usize = 2;

fn reason(names: &[Named<'_>], n: usize, chosen: &Candidate<'_>, gazetteer: &Gazetteer) -> String {
    let name = &names[n];
    if name.candidates.len() == 1 {
        return "the only place of this name in the gazetteer".to_owned();
    }
    let held = name.containers.iter().find_map(|&outer| {
        let container = names[outer].best.map(|b| &names[outer].candidates[b])?;
        holds_best(names, outer, chosen).then_some(container)
    });
    if let Some(container) = held {
        return format!("the text puts it in {}", container.place.name);
    }
    let backer = names
        .iter()
        .enumerate()
        .filter(|(m, _)| *m != n)
        .filter_map(|(_, other)| Some(&other.candidates[other.best?]))
        .map(|other| (support(chosen, other), other))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.place.id.cmp(&a.1.place.id)));
    match backer {
        Some((strength, other)) if strength > 0.5 => {
            let own = gazetteer.place(chosen.place.id).name;
            if other.contains(chosen) {
                format!(
                    "{} is named in the article, and {own} lies in it",
                    other.place.name
                )
            } else {
                format!("closest to {}, also named in the article", other.place.name)
            }
        }
        _ => "the largest place of this name".to_owned(),
    }
}
