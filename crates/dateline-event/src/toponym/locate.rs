//! Where an event's place is on the map, and how precisely.

use super::{Resolution, Toponyms, TownBy, Use, is_direction};
use crate::{Claim, Incident};
use dateline_data::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use dateline_span::Span;
use dateline_text::Document;

/// UCDP's where_prec of a first-level division: what is told less exactly says nothing of a building.
const FIRST_LEVEL: u8 = 4;

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
        for claim in claims {
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
                let Some(place) = claim.place.as_mut().filter(|p| p.located.is_none()) else {
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
    pub fn locate(
        &self,
        doc: &Document,
        gazetteer: &Gazetteer,
        span: Span,
        within: &[Span],
    ) -> Option<Located> {
        // In "the Syrian embassy" Syria names no place.
        let own = self.at(span).filter(|t| match t.used {
            Use::Place | Use::Actor => true,
            Use::InName | Use::Adjective => t.span.end == span.end,
            Use::Facility => false,
        });
        let own = own.and_then(|t| Some((t, t.resolution.clone()?)));
        let larger = || {
            within.iter().find_map(|w| {
                let toponym = self.at(*w)?;
                Some((toponym, toponym.resolution.clone()?))
            })
        };
        // A quarter that is on no map, of a town that is.
        let around_it = || {
            let quarter = self.at(span).filter(|t| t.resolution.is_none())?;
            let town = quarter.town?;
            let is_it = |r: &Resolution| r.place == town.place;
            let named = self
                .list
                .iter()
                .find(|t| t.resolution.as_ref().is_some_and(is_it))?;
            let mut resolution = named.resolution.clone()?;
            resolution.reason = format!("{}; {}", town.by.reason(), resolution.reason);
            Some((named, resolution))
        };
        let (stands_for, (toponym, mut resolution)) = match own {
            Some(own) => (false, own),
            None => (true, larger().or_else(around_it)?),
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
