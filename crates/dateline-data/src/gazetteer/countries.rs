//! States and territories: their codes in the schemes that exports need. Table:
//! `data/gazetteer_countries.tsv`.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const TABLE: &str = include_str!("../../../../data/gazetteer_countries.tsv");

/// A state or territory with an ISO 3166 code.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 (`XK` for Kosovo, as GeoNames has it).
    pub iso2: &'static str,
    /// ISO 3166-1 alpha-3.
    pub iso3: &'static str,
    /// ISO 3166-1 numeric; absent for Kosovo.
    pub iso_numeric: Option<u16>,
    /// FIPS 10-4, as GDELT and older data sets use; absent where none was given.
    pub fips: Option<&'static str>,
    /// Correlates of War state number; absent for territories.
    pub cow: Option<u16>,
    /// GeoNames id.
    pub geonames: u32,
    /// A point to show it by: latitude, longitude in degrees.
    pub point: (f64, f64),
    /// Inhabitants, as GeoNames has them.
    pub population: u32,
    /// Area in km².
    pub area: f64,
    /// GeoNames' continent code: AF AS EU NA SA OC AN.
    pub continent: &'static str,
    /// The capital's name.
    pub capital: &'static str,
    /// ISO codes of its neighbours by land.
    pub neighbours: Vec<&'static str>,
    /// English names, the usual one first.
    pub names: Vec<&'static str>,
    /// Words for its people and things ("Syrian"), plurals in -s left out.
    pub adjectives: Vec<&'static str>,
}

static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| table::rows(TABLE).filter_map(country).collect());

static BY_ISO2: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let indexed = COUNTRIES.iter().enumerate();
    indexed.map(|(i, c)| (c.iso2, i)).collect()
});

static BY_ADJECTIVE: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let mut by_word = HashMap::new();
    for (i, country) in COUNTRIES.iter().enumerate() {
        for word in &country.adjectives {
            // A word that two share is the more populous one's.
            let at = by_word.entry(*word).or_insert(i);
            if COUNTRIES[*at].population < country.population {
                *at = i;
            }
        }
    }
    by_word
});

/// The country of a word for its people or things, singular or plural: "Syrian", "Syrians".
pub fn by_adjective(word: &str) -> Option<&'static Country> {
    let find = |word: &str| BY_ADJECTIVE.get(word).map(|&i| &COUNTRIES[i]);
    find(word).or_else(|| find(word.strip_suffix('s')?))
}

/// All of them, by ISO code.
pub fn all() -> &'static [Country] {
    &COUNTRIES
}

/// The country of an ISO 3166-1 alpha-2 code in capitals.
pub fn by_iso2(code: &str) -> Option<&'static Country> {
    BY_ISO2.get(code).map(|&i| &COUNTRIES[i])
}

fn country(line: &'static str) -> Option<Country> {
    let cells: Vec<&str> = line.split('\t').collect();
    let text = |i: usize| cells.get(i).copied().unwrap_or_default();
    let present = |i: usize| Some(text(i)).filter(|t| !t.is_empty());
    Some(Country {
        iso2: present(0)?,
        iso3: text(1),
        iso_numeric: text(2).parse().ok().filter(|n| *n != 0),
        fips: present(3),
        cow: text(4).parse().ok(),
        geonames: text(5).parse().ok()?,
        point: (text(6).parse().ok()?, text(7).parse().ok()?),
        population: text(8).parse().unwrap_or_default(),
        area: text(9).parse().unwrap_or_default(),
        continent: text(10),
        capital: text(11),
        neighbours: text(12).split(',').filter(|c| !c.is_empty()).collect(),
        names: text(13).split('|').collect(),
        adjectives: text(14).split('|').filter(|w| !w.is_empty()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_usual_schemes() {
        let syria = by_iso2("SY").expect("Syria");
        assert_eq!(
            (syria.iso3, syria.fips, syria.cow),
            ("SYR", Some("SY"), Some(652))
        );
        let germany = by_iso2("DE").expect("Germany");
        assert_eq!((germany.fips, germany.cow), (Some("GM"), Some(255)));
        assert_eq!(by_adjective("Syrians").map(|c| c.iso2), Some("SY"));
        assert_eq!(by_adjective("Swiss").map(|c| c.iso2), Some("CH"));
        assert_eq!(by_iso2("XK").expect("Kosovo").iso_numeric, None);
        assert_eq!(by_iso2("GF").expect("French Guiana").cow, None);
        assert_eq!(all().len(), table::rows(TABLE).count(), "every row is read");
        assert!(
            all()
                .iter()
                .all(|c| c.point != (0.0, 0.0) && !c.names[0].is_empty())
        );
    }
}
