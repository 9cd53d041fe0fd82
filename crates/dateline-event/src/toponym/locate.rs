//! Where an event's place is on the map, and how precisely.

use super::{Resolution, Toponym, Toponyms, Town, TownBy, Use, is_direction};
use crate::claim::PlaceMention;
use crate::{Claim, Incident};
use dateline_data::gazetteer::{Gazetteer, Place, PlaceId, PlaceKind, fold};
use dateline_data::is_country;
use dateline_span::Span;
use dateline_text::{Document, Pos, Tok};

/// UCDP's where_prec of a first-level division: what is told less exactly says nothing of a building.
const FIRST_LEVEL: u8 = 4;
/// UCDP's where_prec of a country.
const COUNTRY: u8 = 6;

/// The share of a name's weight that leaves no doubt which place it is.
const SURE: f64 = 0.8;

/// How an event's place relates to the named point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nearness {
    /// In or at it.
    At,
    /// "near", "outside", "on the outskirts of", "north of".
    Near,
}

/// A place of the gazetteer, as it is published.
#[derive(Clone, PartialEq, Debug)]
pub struct PlaceFacts {
    /// Its place in the gazetteer.
    pub id: PlaceId,
    /// The name to show.
    pub name: String,
    /// GeoNames id; absent for regions and features of the edited table.
    pub geonames: Option<u32>,
    /// What it is.
    pub kind: PlaceKind,
    /// Degrees, a point to show it by.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// ISO 3166-1 alpha-2; absent for what lies in no single country.
    pub country: Option<&'static str>,
    /// The first-level division.
    pub admin1: Option<String>,
    /// The second-level division.
    pub admin2: Option<String>,
}

impl PlaceFacts {
    /// What the gazetteer knows of a place.
    pub fn of(gazetteer: &Gazetteer, id: PlaceId) -> Self {
        let place = gazetteer.place(id);
        Self {
            id,
            name: place.name.to_owned(),
            geonames: place.geonames,
            kind: place.kind,
            latitude: place.latitude,
            longitude: place.longitude,
            country: gazetteer.country(id).map(|c| c.iso2),
            admin1: gazetteer.admin1(id).map(|p| p.name.to_owned()),
            admin2: gazetteer.admin2(id).map(|p| p.name.to_owned()),
        }
    }

    /// Name, division and country: "Paris, Texas, US".
    pub fn full_name(&self) -> String {
        let mut name = self.name.clone();
        let larger = [self.admin1.as_deref(), self.country];
        for part in larger.into_iter().flatten() {
            if part != self.name && self.kind != PlaceKind::Country {
                name.push_str(", ");
                name.push_str(part);
            }
        }
        name
    }
}

/// A place of an event on the map: as exact as the text, never more.
#[derive(Clone, PartialEq, Debug)]
pub struct Located {
    /// The named place or, where the gazetteer lacks it, the smallest larger place that the text
    /// gives.
    pub place: PlaceFacts,
    /// The town that it is a part of, as far as the text and the gazetteer tell, and how they do;
    /// absent where it is a town itself or something larger.
    pub town: Option<(PlaceFacts, TownBy)>,
    /// Whether the words' own name was not found and a larger place stands for it.
    pub stands_for: bool,
    /// UCDP's where_prec: 1 exact, 2 near a point, 3 second-level division, 4 first-level division,
    /// 5 feature or region, 6 country, 7 waters.
    pub where_prec: u8,
    /// ACLED's geo_precision: 1 town, 2 around a town or small division, 3 larger.
    pub geo_precision: u8,
    /// Of all candidates' weight, the share that fell to it: 0 to 1.
    pub score: f64,
    /// The next best with their shares, at most three.
    pub rivals: Vec<(PlaceFacts, f64)>,
    /// Why, as a person would say it.
    pub reason: String,
}

impl Toponyms {
    /// Puts the claims' places on the map; each decision joins the claim's trail.
    pub fn locate_claims(&self, doc: &Document, gazetteer: &Gazetteer, claims: &mut [Claim]) {
        for claim in claims.iter_mut() {
            let Some(place) = &mut claim.place else {
                continue;
            };
            place.located = self.locate(doc, gazetteer, place.span, &place.within);
            if let Some(located) = &place.located {
                let what = format!(
                    "on the map {}: {}",
                    located.place.full_name(),
                    located.reason
                );
                claim.why.note("place", what, Some(place.span));
                if let Some((town, by)) = &located.town {
                    let what = format!("a part of {}: {}", town.full_name(), by.reason());
                    claim.why.note("place", what, Some(place.span));
                }
            }
        }
        Self::share_larger_places(doc, claims);
    }

    /// Where another claim puts a place of the same words in something smaller than a country, it does so
    /// for all.
    fn share_larger_places(doc: &Document, claims: &mut [Claim]) {
        let words = |c: &Claim| c.place.as_ref().map(|p| p.span.slice(doc.text()));
        let told: Vec<(String, Located)> = claims
            .iter()
            .filter_map(|c| {
                let located = c.place.as_ref()?.located.as_ref()?;
                let exact = located.stands_for && located.where_prec < COUNTRY;
                exact.then(|| (words(c).unwrap_or("").to_owned(), located.clone()))
            })
            .collect();
        for claim in claims {
            let own = words(claim).unwrap_or("").to_owned();
            let same = told.iter().find(|(words, _)| *words == own);
            let Some((_, located)) = same else { continue };
            let Some(place) = claim.place.as_mut().filter(|p| is_open(p)) else {
                continue;
            };
            let why = format!(
                "on the map {}: {}",
                located.place.full_name(),
                located.reason
            );
            claim.why.note("place", why, Some(place.span));
            place.located = Some(located.clone());
        }
    }

    /// Puts on the map what is on none and in no larger place by its own sentence ("a bakery"): where
    /// another claim of the same happening has it. The larger place stands for it.
    pub fn locate_by_incident(doc: &Document, incidents: &[Incident], claims: &mut [Claim]) {
        for incident in incidents {
            let located = incident.claims.iter().find_map(|&i| {
                let located = claims[i].place.as_ref()?.located.as_ref()?;
                (located.where_prec <= FIRST_LEVEL).then(|| located.clone())
            });
            let Some(located) = located else { continue };
            for &i in &incident.claims {
                let claim = &mut claims[i];
                let Some(place) = claim.place.as_mut().filter(|p| is_open(p)) else {
                    continue;
                };
                let (where_prec, geo_precision) = precision(located.place.kind, true);
                let reason = format!(
                    "“{}” is not in the gazetteer; another account of the same happening puts it in {}",
                    place.span.slice(doc.text()),
                    located.place.full_name()
                );
                let why = format!("on the map {}: {reason}", located.place.full_name());
                claim.why.note("place", why, Some(place.span));
                place.located = Some(Located {
                    stands_for: true,
                    where_prec,
                    geo_precision,
                    reason,
                    ..located.clone()
                });
            }
        }
    }

    /// The place of an event whose words are `span`, in the larger places `within`, nearest first.
    pub fn locate<'t>(
        &'t self,
        doc: &Document,
        gazetteer: &Gazetteer,
        span: Span,
        within: &[Span],
    ) -> Option<Located> {
        // In "the Syrian embassy" Syria names no place.
        let own = self.overlapping(span).find(|t| match t.used {
            Use::Place | Use::Actor => true,
            Use::InName | Use::Adjective => t.span.end == span.end,
            Use::Facility => false,
        });
        let own = own.filter(|t| !owns_mission(doc, span, t));
        let own = own.and_then(|t| Some((t, t.resolution.clone()?)));
        // "the Elm Park neighborhood", in news of a town that has a far namesake of its quarter.
        let own = own.filter(|(t, r)| {
            let place = gazetteer.place(r.place);
            t.town
                .is_none_or(|town| !self.is_of_far_town(doc, gazetteer, t, &place, town))
        });
        // "Burgum village of Dantewada district" names what is on no map and then what it is in.
        let (own, named_in) = match own {
            Some((t, r)) if is_within_name(doc, span, t) => (None, Some((t, r))),
            Some(own) => (Some(own), None),
            None => {
                let mut rest = self.overlapping(span).skip(1);
                let held = rest.find(|t| t.used == Use::Place && t.resolution.is_some());
                (None, held.and_then(|t| Some((t, t.resolution.clone()?))))
            }
        };
        let larger = || {
            let named = within.iter().flat_map(|w| self.overlapping(*w));
            let known = |t: &'t Toponym| Some((t, t.resolution.clone()?));
            named.filter(|t| t.used != Use::Facility).find_map(known)
        };
        // A quarter that is on no map, of a town that is.
        let around_it = || {
            let quarter = self.at(span).filter(|t| !owns_mission(doc, span, t))?;
            let town = quarter.town.filter(|t| t.by != TownBy::Itself)?;
            let is_it = |r: &Resolution| r.place == town.place;
            let named = self
                .list
                .iter()
                .find(|t| t.resolution.as_ref().is_some_and(is_it))?;
            let mut resolution = named.resolution.clone()?;
            resolution.reason = format!("{}; {}", town.by.reason(), resolution.reason);
            Some((named, resolution))
        };
        // What the text puts the name in, here or elsewhere.
        let outer = || {
            let unknown = self.overlapping(span).find(|t| t.resolution.is_none())?;
            let mut steps = std::iter::successors(unknown.within, |&k| self.list[k].within).take(4);
            steps.find_map(|k| {
                let toponym = &self.list[k];
                Some((toponym, toponym.resolution.clone()?))
            })
        };
        let (stands_for, (toponym, mut resolution)) = match own {
            Some(own) => (false, own),
            None => {
                // A country in front of the sentence is less than what the name is put in elsewhere.
                let country = |r: &Resolution| gazetteer.place(r.place).kind == PlaceKind::Country;
                let exact = |found: &(&Toponym, Resolution)| !country(&found.1);
                let found = named_in
                    .or_else(|| larger().filter(exact))
                    .or_else(|| outer().filter(exact))
                    .or_else(larger)
                    .or_else(outer)
                    .or_else(around_it)
                    .or_else(|| self.town_of_a_building(span))
                    .or_else(|| self.capital_told(doc, gazetteer, span, within))
                    .or_else(|| self.country_told_of(doc, gazetteer, span));
                (true, found?)
            }
        };
        let place = gazetteer.place(resolution.place);
        // Words around the name: "a market in", "the outskirts of", "eastern"; "town" tells no more.
        let words = doc.tokens_in(span);
        let around = doc
            .range(words)
            .any(|t| !toponym.tokens.contains(&t.i) && !is_its_kind(t.lower()));
        let near = nearness(doc, toponym.tokens.start) == Nearness::Near
            || around && !stands_for && place.kind.is_settlement();
        if stands_for {
            resolution.reason = format!(
                "“{}” is not in the gazetteer; the text puts it in {}: {}",
                span.slice(doc.text()),
                place.name,
                resolution.reason
            );
        }
        let (where_prec, geo_precision) = precision(place.kind, near || stands_for);
        Some(Located {
            place: PlaceFacts::of(gazetteer, resolution.place),
            town: toponym
                .town
                .filter(|t| t.by != TownBy::Itself && t.place != resolution.place)
                .map(|t| (PlaceFacts::of(gazetteer, t.place), t.by)),
            stands_for,
            where_prec,
            geo_precision,
            score: resolution.score,
            rivals: resolution
                .rivals
                .iter()
                .map(|(id, score)| (PlaceFacts::of(gazetteer, *id), *score))
                .collect(),
            reason: resolution.reason,
        })
    }
}

impl Toponyms {
    /// "Isfahan University": the town that a building is called after, where the name is hardly another's.
    fn town_of_a_building(&self, span: Span) -> Option<(&Toponym, Resolution)> {
        let inside = |t: &&Toponym| t.span.start == span.start && t.span.end < span.end;
        let lead = self.list.iter().find(inside)?;
        let resolution = lead.resolution.clone().filter(|r| r.score > SURE)?;
        (lead.used == Use::InName && lead.town.is_some()).then_some((lead, resolution))
    }

    /// "outside the embassy in the capital": the one that the article named last.
    fn capital_told(
        &self,
        doc: &Document,
        gazetteer: &Gazetteer,
        span: Span,
        within: &[Span],
    ) -> Option<(&Toponym, Resolution)> {
        let told = |span: &Span| span.slice(doc.text()).eq_ignore_ascii_case("capital");
        if !within.iter().any(told) {
            return None;
        }
        let is_capital = |t: &&Toponym| {
            let place = t.resolution.as_ref().map(|r| gazetteer.place(r.place));
            place.is_some_and(|p| p.kind == PlaceKind::Capital)
        };
        let before = |t: &&Toponym| t.span.end <= span.start;
        let named = self.list.iter().filter(before).rfind(is_capital)?;
        Some((named, named.resolution.clone()?))
    }

    /// Whether a name is that of a quarter of an article's town, and the place that the gazetteer has of the
    /// name lies somewhere else.
    fn is_of_far_town(
        &self,
        doc: &Document,
        gazetteer: &Gazetteer,
        toponym: &Toponym,
        place: &Place<'_>,
        town: Town,
    ) -> bool {
        const FAR_KM: f64 = 60.0;
        let with_direction = || {
            let first = doc.tok(toponym.tokens.start).lower();
            is_direction(first) && !fold(place.name).starts_with(first)
        };
        let told = match town.by {
            TownBy::Quarter => true,
            TownBy::Police => with_direction(),
            TownBy::Itself | TownBy::Text | TownBy::Map => false,
        };
        told && place.kind.is_settlement()
            && place.distance_km(&gazetteer.place(town.place)) > FAR_KM
    }

    /// The town that an article of a country names alone: what it names without a town is there.
    fn only_town_in(
        &self,
        gazetteer: &Gazetteer,
        country: PlaceId,
    ) -> Option<(&Toponym, Resolution)> {
        let town = |t: &&Toponym| {
            let place = t.resolution.as_ref().map(|r| gazetteer.place(r.place));
            t.used == Use::Place
                && place.is_some_and(|p| {
                    p.kind.is_settlement()
                        && gazetteer.level(p.id, PlaceKind::Country) == Some(country)
                })
        };
        let place = |t: &Toponym| t.resolution.as_ref().map(|r| r.place);
        let mut towns = self.list.iter().filter(town);
        let first = towns.next()?;
        let mut resolution = first.resolution.clone()?;
        resolution.reason = "the only town that the article names".to_owned();
        towns
            .all(|t| place(t) == Some(resolution.place))
            .then_some((first, resolution))
    }

    /// For a name that the gazetteer does not have and that the text puts in nothing: the country of
    /// most places that the article names.
    fn country_told_of(
        &self,
        doc: &Document,
        gazetteer: &Gazetteer,
        span: Span,
    ) -> Option<(&Toponym, Resolution)> {
        let built = self.at(span).is_some_and(|t| t.used == Use::Facility);
        let unknown = match self.at(span) {
            Some(t) => built || t.used == Use::Place && t.resolution.is_none(),
            None => doc
                .range(doc.tokens_in(span))
                .last()
                .is_some_and(|t| t.pos() == Pos::Propn),
        };
        if !unknown || is_country(span.slice(doc.text())) {
            return None;
        }
        let of = |t: &Toponym| {
            let place = t.resolution.as_ref()?.place;
            gazetteer.level(place, PlaceKind::Country)
        };
        let told = self.list.iter().filter(|t| t.used != Use::InName);
        let all: Vec<(&Toponym, PlaceId)> = told.filter_map(|t| Some((t, of(t)?))).collect();
        let times = |id: PlaceId| all.iter().filter(|(_, other)| *other == id).count();
        let (first, country) = *all.iter().rev().max_by_key(|(_, id)| times(*id))?;
        let most = times(country);
        if most < 2 || 3 * most < 2 * all.len() {
            return None;
        }

        // A name that says of no building or street that it is one may be another town's.
        let towns_own = self.at(span).is_none_or(|t| t.used == Use::Facility)
            || doc.range(doc.tokens_in(span)).any(|t| t.pos() == Pos::Noun);
        let only = self.only_town_in(gazetteer, country);
        if let Some(found) = only.filter(|_| towns_own) {
            return Some(found);
        }
        let resolution = Resolution {
            place: country,
            score: most as f64 / all.len() as f64,
            rivals: Vec::new(),
            reason: "the article is about it".to_owned(),
        };
        (!built).then_some((first, resolution))
    }
}

/// "the *Ruvian* embassy in Kalem", "*U.S.* consulates": a state's mission is anywhere but in it.
fn owns_mission(doc: &Document, span: Span, toponym: &Toponym) -> bool {
    let behind = toponym.tokens.end..doc.tokens_in(span).end.max(toponym.tokens.end);
    doc.range(behind).any(|t| {
        matches!(
            t.lemma().to_lowercase().as_str(),
            "embassy" | "consulate" | "legation" | "mission"
        )
    })
}

/// Whether the words of a place begin with another name and come to this toponym behind "of" or "in".
fn is_within_name(doc: &Document, span: Span, toponym: &Toponym) -> bool {
    let words = doc.tokens_in(span);
    let before = words.start..toponym.tokens.start.max(words.start);
    let linked = doc
        .range(before.clone())
        .any(|t| matches!(t.lower(), "of" | "in"));
    let named =
        |t: Tok<'_>| t.pos() == Pos::Propn && !is_direction(t.lower()) && !is_its_kind(t.lower());
    linked && doc.range(before).any(named)
}

/// Whether nothing but the article's country says where a place is.
fn is_open(place: &PlaceMention) -> bool {
    let by_country = |l: &Located| l.stands_for && l.where_prec == COUNTRY;
    place.within.is_empty() && place.located.as_ref().is_none_or(by_country)
        || place.located.is_none()
}

/// Words that say what a place is, and nothing of where in it something happened.
fn is_its_kind(word: &str) -> bool {
    matches!(
        word,
        "the" | "of" | "town" | "city" | "village" | "township" | "district" | "municipality"
    )
}

/// Whether the words before a name say that it is not quite there.
fn nearness(doc: &Document, first: usize) -> Nearness {
    let before: Vec<&str> = doc
        .range(first.saturating_sub(3)..first)
        .map(|t| t.lower())
        .collect();
    let near = match before[..] {
        [.., "near" | "outside" | "around" | "off" | "towards"] => true,
        [.., "near" | "outside" | "around", "the"] => true,
        [.., word, "of"] => {
            is_direction(word)
                || matches!(
                    word,
                    "outskirts"
                        | "edge"
                        | "outside"
                        | "vicinity"
                        | "miles"
                        | "kilometers"
                        | "kilometres"
                        | "countryside"
                        | "suburb"
                        | "suburbs"
                )
        }
        _ => false,
    };
    if near { Nearness::Near } else { Nearness::At }
}

/// UCDP's and ACLED's figures for a kind of place.
fn precision(kind: PlaceKind, about: bool) -> (u8, u8) {
    match kind {
        PlaceKind::Settlement | PlaceKind::Capital | PlaceKind::Spot if about => (2, 2),
        PlaceKind::Settlement | PlaceKind::Capital | PlaceKind::Spot => (1, 1),
        PlaceKind::Admin2 | PlaceKind::Admin3 => (3, 2),
        PlaceKind::Admin1 => (4, 3),
        PlaceKind::Country => (6, 3),
        PlaceKind::Sea => (7, 3),
        _ => (5, 3),
    }
}
