//! The town of a place: what people mean who ask in which town something happened.
//!
//! A gazetteer lists quarters beside towns and does not say which is which, and news names a quarter
//! as soon as its readers know the town. The text decides: what it puts in a larger town, or calls a
//! neighbourhood, belongs to that town; what has a police of its own or stands before its state is a
//! town. Where the text says neither, a place within a much larger town of the same article is taken
//! for a quarter of it.

use super::resolve::{Outlet, is_part_of_a_town, puts_in};
use super::{Toponym, Use};
use dateline_data::gazetteer::{Gazetteer, Place, PlaceId, PlaceKind};
use dateline_text::{Document, Tok};

/// A town is this many kilometres wide for each square root of an inhabitant, its suburbs left out:
/// a million people, 14 km from the middle to the edge.
const KM_OF_ROOT: f64 = 0.014;
/// How far a quarter may lie from the middle of the town that the text puts it in, in kilometres.
const QUARTER_KM: f64 = 40.0;
/// How many times larger a town is than a quarter that no word calls one.
const MUCH_LARGER: f64 = 4.0;
/// The share of a county's people that makes its town and it one.
const COUNTY_OF_ITS_OWN: f64 = 0.8;
/// Inhabitants of a town that has quarters which news names without it.
const LARGE: f64 = 100_000.0;
/// Kilometres from a town at which nothing is a part of it or near it.
const FAR_KM: f64 = 150.0;

/// How a place belongs to its town.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TownBy {
    /// It is a town.
    Itself,
    /// The text puts it in the town.
    Text,
    /// The text calls it a quarter, and the town is the article's.
    Quarter,
    /// It lies within the town's reach, and the article names both.
    Map,
    /// No place of the name is anywhere near, and the article's police are the town's.
    Police,
}

impl TownBy {
    /// Its word: `itself`, `text`, `quarter`, `map`, `police`.
    pub fn name(self) -> &'static str {
        match self {
            TownBy::Itself => "itself",
            TownBy::Text => "text",
            TownBy::Quarter => "quarter",
            TownBy::Map => "map",
            TownBy::Police => "police",
        }
    }

    /// Why, as a person would say it.
    pub(super) fn reason(self) -> &'static str {
        match self {
            TownBy::Itself => "it is a town",
            TownBy::Text => "the text puts it there",
            TownBy::Quarter => "the text calls it a quarter, and the article is about the town",
            TownBy::Map => "it lies within the town, and the article names both",
            TownBy::Police => "no town of the name is near, and the police are this town's",
        }
    }
}

/// The town of a place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Town {
    /// The town.
    pub place: PlaceId,
    /// How the place belongs to it.
    pub by: TownBy,
}

/// The towns of an article's toponyms, side by side with them; `None` for what is no settlement and
/// in none.
pub(super) fn towns(
    doc: &Document,
    gazetteer: &Gazetteer,
    outlet: &Outlet<'_>,
    list: &[Toponym],
) -> Vec<Option<Town>> {
    let place_of = |t: &Toponym| t.resolution.as_ref().map(|r| gazetteer.place(r.place));
    let places: Vec<Option<Place<'_>>> = list.iter().map(place_of).collect();
    let told: Vec<Option<Told>> = list
        .iter()
        .map(|t| told_as(doc, gazetteer, t, list))
        .collect();
    let counted = settlements(list, &places, |used| used != Use::Facility);
    // "the Kalem Daily News" takes nobody to Kalem.
    let visited = settlements(list, &places, |used| {
        matches!(used, Use::Place | Use::Actor)
    });
    let policed = policed(doc, list, &places);
    let mut towns = Vec::with_capacity(list.len());
    for (k, place) in places.iter().enumerate() {
        let name = |m: usize| list[m].span.slice(doc.text());
        let same = |m: &usize| name(*m) == name(k);
        let by_text = (0..list.len()).filter(same).find_map(|m| {
            let outer = text_container(doc, list, m)?;
            let town = places[outer].filter(|p| p.kind.is_settlement())?;
            let larger = place.is_none_or(|p| {
                // "Tarnok, Kalem and Diban" are towns beside each other.
                p.id != town.id
                    && (!p.kind.is_settlement() || p.population * MUCH_LARGER < town.population)
                    && p.distance_km(&town) < QUARTER_KM
            });
            larger.then_some(town.id)
        });
        // How much an article is about a town: how large it is, how often named, how often as a town.
        let standing = |(town, times): &(Place<'_>, usize)| {
            let is_it = |m: &usize| places[*m].is_some_and(|p| p.id == town.id);
            let as_town = (0..list.len())
                .filter(is_it)
                .filter(|&m| matches!(told[m], Some(Told::Town | Told::Dateline)));
            (town.population + 10.0).log10() + *times as f64 + 2.0 * as_town.count() as f64
        };
        let says = |wanted: Told| {
            (0..list.len())
                .filter(same)
                .any(|m| told[m] == Some(wanted))
        };
        type Towns<'g> = [(Place<'g>, usize)];
        let around =
            |towns: &Towns<'_>, much: f64, reach: &dyn Fn(&Place<'_>, &Place<'_>) -> bool| {
                let fits = |(town, _): &&(Place<'_>, usize)| match place {
                    Some(place) => {
                        town.id != place.id
                            && town.population > much * place.population.max(500.0)
                            && reach(place, town)
                    }
                    None => town.population > 50_000.0,
                };
                let fitting = towns.iter().filter(fits);
                fitting
                    .max_by(|a, b| standing(a).total_cmp(&standing(b)))
                    .map(|(town, _)| town.id)
            };
        // "in the Kalem neighbourhood", and the outlet's name has a town about it.
        let of_outlet = || {
            let place = (*place)?;
            let fits = |town: &Place<'_>| {
                town.id != place.id
                    && town.population > MUCH_LARGER * place.population
                    && within_reach(gazetteer, &place, town)
                    && !is_beside(gazetteer, &place, town)
            };
            let towns = outlet.towns().filter(fits);
            towns
                .max_by(|a, b| a.population.total_cmp(&b.population))
                .map(|town| town.id)
        };
        let settlement = place.is_some_and(|p| p.kind.is_settlement());
        let town = |place, by| Some(Town { place, by });
        let itself = || {
            place
                .filter(|_| settlement)
                .and_then(|p| town(p.id, TownBy::Itself))
        };
        let found = match by_text {
            Some(outer) => town(outer, TownBy::Text),
            None if says(Told::Quarter) => around(&counted, 1.0, &|_, _| true)
                // "East Kalem neighbourhoods, Kalem police said": a town whose quarter has its name.
                .filter(|outer| {
                    !(says(Told::Town)
                        && place.is_some_and(|p| is_far(&p, &gazetteer.place(*outer))))
                })
                .or_else(of_outlet)
                .and_then(|outer| town(outer, TownBy::Quarter))
                .or_else(itself),
            None if says(Told::Town) || !settlement => itself(),
            None => around(&visited, MUCH_LARGER, &|place, town| {
                within_reach(gazetteer, place, town) && !is_beside(gazetteer, place, town)
            })
            .or_else(of_outlet)
            .and_then(|outer| town(outer, TownBy::Map))
            .or_else(|| {
                let outer = policed.filter(|outer| place.is_some_and(|p| is_far(&p, outer)))?;
                town(outer.id, TownBy::Police)
            })
            .or_else(itself),
        };
        towns.push(found);
    }
    towns
}

/// The large town whose police the article names most.
fn policed<'g>(
    doc: &Document,
    list: &[Toponym],
    places: &[Option<Place<'g>>],
) -> Option<Place<'g>> {
    let mut found: Vec<(Place<'_>, usize)> = Vec::new();
    for (toponym, place) in list.iter().zip(places) {
        let large = |p: &Place<'_>| p.kind.is_settlement() && p.population > LARGE;
        let Some(place) = place.filter(large) else {
            continue;
        };
        let ahead = doc
            .range(toponym.tokens.end..(toponym.tokens.end + 3).min(doc.len()))
            .map(Tok::lower)
            .find(|w| !matches!(*w, "'s" | "’s" | "metro" | "metropolitan"));
        if !matches!(ahead, Some("police" | "pd")) {
            continue;
        }
        match found.iter_mut().find(|(other, _)| other.id == place.id) {
            Some((_, times)) => *times += 1,
            None => found.push((place, 1)),
        }
    }
    // Of equals the one named first.
    let most = found.iter().map(|(_, times)| *times).max()?;
    found
        .into_iter()
        .find(|(_, times)| *times == most)
        .map(|(place, _)| place)
}

/// Whether no police of a town would go there.
fn is_far(place: &Place<'_>, town: &Place<'_>) -> bool {
    place.distance_km(town) > FAR_KM
}

/// Whether a place lies in what a town has grown over. No town grows over the border of a state, and
/// where both lie in a county, it is one county.
fn within_reach(gazetteer: &Gazetteer, place: &Place<'_>, town: &Place<'_>) -> bool {
    let division = |level: fn(&Gazetteer, PlaceId) -> Option<Place<'_>>| {
        let of = |p: &Place<'_>| level(gazetteer, p.id).map(|d| d.id);
        of(place)
            .zip(of(town))
            .is_none_or(|(one, other)| one == other)
    };
    place.distance_km(town) < KM_OF_ROOT * town.population.sqrt()
        && division(|g, id| g.admin1(id))
        && division(|g, id| g.admin2(id))
}

/// Whether a place within a town's reach is a town of its own beside it, as far as the gazetteer knows.
/// Where a town and its county are one, nothing in it is.
fn is_beside(gazetteer: &Gazetteer, place: &Place<'_>, town: &Place<'_>) -> bool {
    let fills = |one: &Place<'_>| {
        let county = gazetteer.admin2(one.id);
        county.filter(|county| one.population > COUNTY_OF_ITS_OWN * county.population)
    };
    let one_with_county = match gazetteer.admin2(town.id) {
        Some(_) => {
            fills(town).is_some_and(|c| gazetteer.admin2(place.id).is_some_and(|d| d.id == c.id))
        }
        // A town over several counties, each its borough.
        None => fills(place).is_some(),
    };
    place.standing.is_town() && !one_with_county
}

/// The settlements that an article names in uses that count, with how often.
fn settlements<'g>(
    list: &[Toponym],
    places: &[Option<Place<'g>>],
    counts: impl Fn(Use) -> bool,
) -> Vec<(Place<'g>, usize)> {
    let mut found: Vec<(Place<'_>, usize)> = Vec::new();
    for (_, place) in list.iter().zip(places).filter(|(t, _)| counts(t.used)) {
        let Some(place) = place.filter(|p| p.kind.is_settlement()) else {
            continue;
        };
        match found.iter_mut().find(|(other, _)| other.id == place.id) {
            Some((_, times)) => *times += 1,
            None => found.push((place, 1)),
        }
    }
    found
}

/// For each toponym that the gazetteer does not have the one in which the text puts its name, here or
/// elsewhere in the article.
pub(super) fn containers_of_unknown(doc: &Document, list: &[Toponym]) -> Vec<Option<usize>> {
    let name = |m: usize| list[m].span.slice(doc.text());
    let found = |k: usize| {
        let unknown = list[k].resolution.is_none() && list[k].used == Use::Place;
        let mut same = (0..list.len()).filter(|&m| unknown && name(m) == name(k));
        same.find_map(|m| text_container(doc, list, m))
    };
    (0..list.len()).map(found).collect()
}

/// The toponym beside this one in which the text puts it.
fn text_container(doc: &Document, list: &[Toponym], k: usize) -> Option<usize> {
    let behind =
        (k + 1 < list.len() && puts_in(doc, &list[k], &list[k + 1]) == Some(true)).then_some(k + 1);
    behind.or_else(|| {
        let before = k.checked_sub(1)?;
        (puts_in(doc, &list[before], &list[k]) == Some(false)).then_some(before)
    })
}

/// What the words beside a name take it for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Told {
    Town,
    /// It stands before a report: of a paper with a page for each quarter not always a town.
    Dateline,
    Quarter,
}

fn told_as(
    doc: &Document,
    gazetteer: &Gazetteer,
    toponym: &Toponym,
    list: &[Toponym],
) -> Option<Told> {
    let ahead: Vec<&str> = doc
        .range(toponym.tokens.end..(toponym.tokens.end + 3).min(doc.len()))
        .map(Tok::lower)
        .filter(|w| !matches!(*w, "'s" | "’s"))
        .collect();
    let back: Vec<&str> = doc
        .range(toponym.tokens.start.saturating_sub(2)..toponym.tokens.start)
        .map(Tok::lower)
        .collect();
    let quarter = |w: &str| is_part_of_a_town(w) && !matches!(w, "area" | "suburb" | "community");
    // "the east side of Kalem" is a part of it.
    let is_one = |w: &str| quarter(w) && !matches!(w, "side" | "section");
    // "the neighborhood of Elm Park" is one, "the Elm Park neighborhood of Kalem" has one.
    let named_before = || {
        list.iter()
            .any(|t| t.tokens.end + 2 == toponym.tokens.start)
    };
    if ahead.first().is_some_and(|w| quarter(w))
        || matches!(back[..], [w, "of"] if is_one(w)) && !named_before()
    {
        return Some(Told::Quarter);
    }
    let own = |w: &str| matches!(w, "police" | "mayor" | "council" | "city");
    let called = matches!(back[..], ["city" | "town" | "village", "of"]);
    let in_division = list.iter().any(|next| {
        next.tokens.start == toponym.tokens.end + 1
            && matches!(doc.tok(toponym.tokens.end).text(), "," | "(")
            && next.resolution.as_ref().is_some_and(|r| {
                matches!(
                    gazetteer.place(r.place).kind,
                    PlaceKind::Admin1 | PlaceKind::Country
                )
            })
    });
    if called || in_division || ahead.first().is_some_and(|w| own(w)) {
        return Some(Told::Town);
    }
    opens_report(doc, toponym).then_some(Told::Dateline)
}

/// "KALEM (AP) —", "Kalem --": the town before a report.
fn opens_report(doc: &Document, toponym: &Toponym) -> bool {
    let first = doc.tok(toponym.tokens.start);
    let opens = first
        .prev()
        .is_none_or(|p| p.sentence() != first.sentence());
    let next = doc
        .range(toponym.tokens.end..(toponym.tokens.end + 1).min(doc.len()))
        .next();
    opens && next.is_some_and(|t| matches!(t.text(), "(" | "-" | "--" | "–" | "—"))
}
