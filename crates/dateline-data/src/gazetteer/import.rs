//! A GeoNames dump (a country's file or `allCountries.txt`) as a gazetteer file beside the built-in
//! one.

use super::{Builder, Gazetteer, NewPlace, PlaceKind, Standing, edition, is_readable};
use std::collections::{HashMap, HashSet};
use std::io::{BufRead, Result};

/// What an import gives.
#[derive(Debug)]
pub struct Imported {
    /// The file for [`Gazetteer::add`].
    pub file: Vec<u8>,
    /// Places in it.
    pub places: usize,
    /// Lines about places that the built-in gazetteer has, or that are no places for news
    /// (undersea features, roads, closed stations).
    pub passed_over: usize,
    /// Lines that could not be read, 1-based, each with the reason.
    pub broken: Vec<(usize, String)>,
}

/// Reads a dump: tab-separated, 19 columns, UTF-8 (<https://download.geonames.org/export/dump/readme.txt>).
/// A line that cannot be read is reported and the rest is loaded.
///
/// # Errors
/// If the source cannot be read.
pub fn import(gazetteer: &Gazetteer, mut dump: impl BufRead) -> Result<Imported> {
    let codes: HashMap<&str, u32> = gazetteer
        .codes()
        .filter_map(|(code, id)| Some((code, Gazetteer::built_in_row(id)?)))
        .collect();
    let known: HashSet<u32> = gazetteer.geonames_ids().collect();
    let mut builder = Builder::default();
    let mut imported = Imported {
        file: Vec::new(),
        places: 0,
        passed_over: 0,
        broken: Vec::new(),
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if dump.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let Ok(text) = std::str::from_utf8(&line) else {
            imported.broken.push((number, "not UTF-8".to_owned()));
            continue;
        };
        let text = text.trim_end_matches(['\n', '\r']);
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        match place(text, &codes) {
            Err(reason) => imported.broken.push((number, reason)),
            Ok(None) => imported.passed_over += 1,
            Ok(Some(place)) if place.geonames.is_some_and(|id| known.contains(&id)) => {
                imported.passed_over += 1;
            }
            Ok(Some(place)) => {
                builder.add(&place);
                imported.places += 1;
            }
        }
    }
    imported.file = builder.finish(edition());
    Ok(imported)
}

/// The place of a line; `None` where it is none for news.
fn place(line: &str, codes: &HashMap<&str, u32>) -> std::result::Result<Option<NewPlace>, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    if cells.len() != 19 {
        return Err(format!("{} columns instead of 19", cells.len()));
    }
    let geonames: u32 = number(cells[0], "GeoNames id")?;
    let latitude: f64 = degrees(cells[4], "latitude", 90.0)?;
    let longitude: f64 = degrees(cells[5], "longitude", 180.0)?;
    let population = match cells[14] {
        "" => 0,
        cell => number(cell, "population")?,
    };
    let name = cells[1].trim();
    if name.is_empty() {
        return Err("no name".to_owned());
    }
    let Some(kind) = kind(cells[6], cells[7]) else {
        return Ok(None);
    };
    let country = cells[8];
    let admin1 = format!("{country}.{}", cells[10]);
    let admin2 = format!("{admin1}.{}", cells[11]);
    let parent = [admin2.as_str(), admin1.as_str(), country]
        .into_iter()
        .find_map(|code| codes.get(code).copied());
    let others = std::iter::once(cells[2]).chain(cells[3].split(','));
    Ok(Some(NewPlace {
        geonames: Some(geonames),
        name: name.to_owned(),
        others: others
            .filter(|n| is_readable(n))
            .map(str::to_owned)
            .collect(),
        foreign: true,
        kind,
        latitude,
        longitude,
        population,
        parent,
        standing: Standing::of_code(cells[7], country),
        code: String::new(),
    }))
}

fn number<T: std::str::FromStr>(cell: &str, what: &str) -> std::result::Result<T, String> {
    cell.parse().map_err(|_| format!("“{cell}” is no {what}"))
}

fn degrees(cell: &str, what: &str, limit: f64) -> std::result::Result<f64, String> {
    let value: f64 = number(cell, what)?;
    if value.is_finite() && value.abs() <= limit {
        Ok(value)
    } else {
        Err(format!("“{cell}” is no {what}"))
    }
}

/// GeoNames' feature class and code (<https://www.geonames.org/export/codes.html>).
fn kind(class: &str, code: &str) -> Option<PlaceKind> {
    Some(match (class, code) {
        ("P", "PPLH" | "PPLQ" | "PPLW" | "PPLCH") => return None,
        ("P", "PPLC") => PlaceKind::Capital,
        ("P", _) => PlaceKind::Settlement,
        ("A", "PCL" | "PCLD" | "PCLF" | "PCLI" | "PCLIX" | "PCLS" | "TERR") => return None,
        ("A", "ADM1") => PlaceKind::Admin1,
        ("A", "ADM2") => PlaceKind::Admin2,
        ("A", code) if code.ends_with('H') => return None,
        ("A", _) => PlaceKind::Admin3,
        ("H", "SEA" | "OCN" | "GULF" | "STRT" | "BAY" | "CNL" | "CHN" | "SD") => PlaceKind::Sea,
        ("H", "LK" | "LKS" | "LGN" | "RSV") => PlaceKind::Lake,
        ("H", "STM" | "STMS" | "WAD") => PlaceKind::River,
        ("T", "ISL" | "ISLS" | "ATOL" | "PEN" | "CAPE") => PlaceKind::Island,
        ("T", "DSRT") => PlaceKind::Desert,
        ("T", "MT" | "MTS" | "PK" | "PASS" | "HLL" | "HLLS" | "VAL" | "RDGE" | "PLAT") => {
            PlaceKind::Mountains
        }
        ("L", "RGN" | "AREA" | "OAS" | "RESN" | "LCTY" | "RGNE") => PlaceKind::Region,
        ("L", "PRK" | "MILB" | "NVB" | "RES" | "CMP" | "CMPRF" | "INDS") => PlaceKind::Spot,
        (
            "S",
            "AIRP" | "AIRB" | "CMPRF" | "CMP" | "DAM" | "HSP" | "MSQE" | "CH" | "PRN" | "UNIV"
            | "BDG" | "FT" | "OILR" | "PS" | "STDM" | "CSTM" | "PSTB" | "INSM",
        ) => PlaceKind::Spot,
        _ => return None,
    })
}
