//! The places that a name may be, each with what its size alone speaks for it.

use dateline_data::casing::{Casing, casing};
use dateline_data::gazetteer::{
    Gazetteer, Place, PlaceId, PlaceKind, Standing, fold, is_near_spelling,
};

/// More places of one name than this are never told apart by a text: the largest stand.
const MOST: usize = 60;

/// What it speaks against a place that the name is not its usual one.
const OTHER_NAME: f64 = 1.5;
/// What it speaks against it besides, where a town that nobody calls otherwise has the name.
const ANOTHERS_NAME: f64 = 1.0;
/// Bytes of a name below which other spellings only bring strangers in.
const SHORTEST_RESPELLED: usize = 4;
/// Inhabitants of such a town.
const KNOWN_TOWN: f64 = 10_000.0;
/// What it speaks against a region that it is called after its seat.
const OF_ITS_SEAT: f64 = 1.5;

/// A place that a name may be.
pub(super) struct Candidate<'g> {
    pub place: Place<'g>,
    /// What its kind and size speak for it; a step of one is about ten times the inhabitants.
    pub prior: f64,
    /// Whether the name is the one it usually has, and not a former, foreign or respelled one.
    pub is_usual_name: bool,
    /// Whether the name is only spelled like one of its names.
    pub is_respelled: bool,
    /// Whether it is spelled so that only its surroundings can tell that it is meant.
    pub is_far_spelling: bool,
    /// Its point on the unit sphere.
    point: [f64; 3],
    /// The country, division and smaller division that it is or lies in.
    pub country: Option<PlaceId>,
    pub admin1: Option<PlaceId>,
    pub admin2: Option<PlaceId>,
}

impl<'g> Candidate<'g> {
    fn new(gazetteer: &'g Gazetteer, id: PlaceId, folded: &str) -> Self {
        let place = gazetteer.place(id);
        let mut candidate = Self {
            prior: prior(&place),
            is_usual_name: fold(place.name) == folded,
            is_respelled: false,
            is_far_spelling: false,
            point: unit(place.latitude, place.longitude),
            country: None,
            admin1: None,
            admin2: None,
            place,
        };
        for level in std::iter::once(place).chain(gazetteer.containers(id)) {
            match level.kind {
                PlaceKind::Country => candidate.country = Some(level.id),
                PlaceKind::Admin1 => candidate.admin1 = Some(level.id),
                PlaceKind::Admin2 => candidate.admin2 = Some(level.id),
                _ => {}
            }
        }
        candidate
    }

    /// Whether this is a place that contains the other.
    pub fn contains(&self, other: &Candidate<'_>) -> bool {
        self.place.id != other.place.id
            && [other.country, other.admin1, other.admin2].contains(&Some(self.place.id))
    }

    /// Kilometres to the other's point.
    pub fn distance_km(&self, other: &Candidate<'_>) -> f64 {
        const EARTH_RADIUS_KM: f64 = 6371.0088;
        let squared: f64 = (0..3)
            .map(|i| (self.point[i] - other.point[i]).powi(2))
            .sum();
        2.0 * EARTH_RADIUS_KM * (squared.sqrt() / 2.0).min(1.0).asin()
    }
}

fn unit(latitude: f64, longitude: f64) -> [f64; 3] {
    let (lat, lon) = (latitude.to_radians(), longitude.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// What kind and size alone speak for a place.
fn prior(place: &Place<'_>) -> f64 {
    let size = (place.population + 10.0).log10();
    match place.kind {
        PlaceKind::Continent => 8.5,
        PlaceKind::Region | PlaceKind::Sea => 7.0,
        PlaceKind::Country => 8.0 + 0.25 * size,
        PlaceKind::Admin1 => 3.0 + 0.4 * size,
        PlaceKind::Admin2 => 0.5 + 0.5 * size,
        PlaceKind::Admin3 => 1.5 + 0.3 * size,
        PlaceKind::Capital => 0.7 + size,
        PlaceKind::Settlement => size,
        PlaceKind::Lake | PlaceKind::River | PlaceKind::Mountains => 5.5,
        PlaceKind::Desert | PlaceKind::Island => 5.5,
        PlaceKind::Spot => 1.0,
    }
}

/// What the words beside a name say of its kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum KindCue {
    /// "the town of", "city".
    Settlement,
    /// "province", "governorate", "state".
    Division,
    /// "county", "parish": the second level where there is one.
    County,
    /// "southern Gaza": what has a south, which towns have too.
    Side,
}

/// The places that a name may be, the likeliest by size first.
pub(super) fn candidates<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    cue: Option<KindCue>,
) -> Vec<Candidate<'g>> {
    let folded = fold(name);
    let (ids, found_as, respelled) = look_up(gazetteer, &folded);
    let mut found: Vec<Candidate<'_>> = ids
        .into_iter()
        .map(|id| Candidate::new(gazetteer, id, found_as))
        .collect();
    if respelled {
        // Other spellings bring strangers in: hamlets among them are not worth it.
        found.retain(|c| c.place.population > 200.0 || !c.place.kind.is_settlement());
    }
    let anothers = found.iter().any(|c| {
        c.is_usual_name && c.place.kind.is_settlement() && c.place.population > KNOWN_TOWN
    });
    for candidate in &mut found {
        candidate.is_respelled = respelled;
        candidate.is_far_spelling =
            respelled && !is_near_spelling(&folded, &fold(candidate.place.name));
        candidate.prior += fits(candidate.place.kind, cue);
        if !candidate.is_usual_name {
            candidate.prior -= OTHER_NAME + if anothers { ANOTHERS_NAME } else { 0.0 };
        }
    }
    // "in Kherson": the town, unless words say the region of its name.
    let towns: Vec<PlaceId> = found
        .iter()
        .filter(|c| c.place.standing == Standing::Seat)
        .filter_map(|c| c.admin1)
        .collect();
    for region in found
        .iter_mut()
        .filter(|c| cue.is_none() && towns.contains(&c.place.id))
    {
        region.prior -= OF_ITS_SEAT;
    }
    found.sort_by(|a, b| {
        b.prior
            .total_cmp(&a.prior)
            .then(a.place.id.cmp(&b.place.id))
    });
    found.truncate(MOST);
    found
}

fn fits(kind: PlaceKind, cue: Option<KindCue>) -> f64 {
    match cue {
        Some(KindCue::Settlement) if kind.is_settlement() => 2.0,
        Some(KindCue::Division) if kind == PlaceKind::Admin1 => 3.0,
        Some(KindCue::Division) if kind.is_division() => 2.0,
        Some(KindCue::Side) if kind == PlaceKind::Admin1 => 1.0,
        Some(KindCue::Side) if kind == PlaceKind::Region => 1.5,
        Some(KindCue::County) if kind == PlaceKind::Admin2 => 4.0,
        Some(KindCue::County) if kind.is_division() => 2.0,
        // A county is rarely called without "county".
        Some(KindCue::Side) | None if kind == PlaceKind::Admin2 => -1.5,
        _ => 0.0,
    }
}

/// The rows of a name with the name that has them, and whether it is only another spelling of
/// theirs: the name as it is; else without its kind of place and direction; else other spellings.
fn look_up<'n>(gazetteer: &Gazetteer, folded: &'n str) -> (Vec<PlaceId>, &'n str, bool) {
    let exact = gazetteer.find_folded(folded);
    if !exact.is_empty() {
        return (exact, folded, false);
    }
    let bare = without_kind(folded);
    // "the West Side" is no town of Side.
    if bare != folded && casing(bare) != Some(Casing::Lower) {
        let found = gazetteer.find_folded(bare);
        if !found.is_empty() {
            return (found, bare, false);
        }
    }
    if folded.len() < SHORTEST_RESPELLED {
        return (Vec::new(), folded, true);
    }
    (gazetteer.find_by_spelling(bare), bare, true)
}

/// "idlib province" is "idlib", "greater manchester" "manchester", "town of x" "x".
fn without_kind(folded: &str) -> &str {
    const BEHIND: [&str; 18] = [
        " province",
        " governorate",
        " state",
        " county",
        " district",
        " region",
        " city",
        " town",
        " village",
        " oblast",
        " parish",
        " area",
        " metropolitan area",
        " township",
        " twp",
        " twp.",
        " borough",
        " community",
    ];
    const BEFORE: [&str; 25] = [
        "city of ",
        "town of ",
        "village of ",
        "state of ",
        "province of ",
        "greater ",
        "downtown ",
        "northeast ",
        "northwest ",
        "southeast ",
        "southwest ",
        "ne ",
        "nw ",
        "se ",
        "sw ",
        "north ",
        "south ",
        "east ",
        "west ",
        "northern ",
        "southern ",
        "eastern ",
        "western ",
        "central ",
        "upstate ",
    ];
    let bare = BEHIND
        .iter()
        .find_map(|s| folded.strip_suffix(s))
        .unwrap_or(folded);
    BEFORE
        .iter()
        .find_map(|s| bare.strip_prefix(s))
        .unwrap_or(bare)
}
