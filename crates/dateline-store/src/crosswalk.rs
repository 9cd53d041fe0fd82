//! States in the codes of other data sets: `data/gazetteer_countries.tsv` has what the gazetteer needs
//! too, `data/crosswalk.tsv` the rest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const COUNTRIES: &str = include_str!("../../../data/gazetteer_countries.tsv");
const CODES: &str = include_str!("../../../data/crosswalk.tsv");

/// A state or territory in the codes of the field.
#[derive(Debug)]
pub(crate) struct State {
    /// ISO 3166-1 alpha-3; `KOS` beside it.
    pub iso3: &'static str,
    /// ISO 3166-1 alpha-2; `XK` beside it.
    pub iso2: &'static str,
    pub iso_numeric: Option<&'static str>,
    pub fips: Option<&'static str>,
    pub cow: Option<&'static str>,
    /// English names, the usual one first.
    pub names: Vec<&'static str>,
    pub cameo: &'static str,
    pub gw: Option<&'static str>,
    pub acled_region: Option<&'static str>,
    pub ucdp_region: Option<&'static str>,
}

impl State {
    /// The usual English name.
    pub fn name(&self) -> &'static str {
        self.names[0]
    }
}

/// By ISO 3166-1 alpha-3 code.
static STATES: LazyLock<BTreeMap<&'static str, State>> = LazyLock::new(|| {
    let codes: BTreeMap<&str, Vec<&'static str>> = rows(CODES).map(|row| (row[0], row)).collect();
    rows(COUNTRIES)
        .filter_map(|row| state(&row, &codes))
        .map(|state| (state.iso3, state))
        .collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split('\t').collect())
}

fn state(row: &[&'static str], codes: &BTreeMap<&'static str, Vec<&'static str>>) -> Option<State> {
    let known = |cell: &'static str| (!cell.is_empty() && cell != "0").then_some(cell);
    let iso3 = match *row.get(1)? {
        "XKX" => "KOS",
        code => code,
    };
    let more = codes.get(iso3)?;
    Some(State {
        iso3,
        iso2: row[0],
        iso_numeric: known(row[2]),
        fips: known(row[3]),
        cow: known(row[4]),
        names: row.get(13)?.split('|').collect(),
        cameo: more[1],
        gw: known(more[2]),
        acled_region: known(more[3]),
        ucdp_region: known(more[4]),
    })
}

/// The state with this ISO 3166-1 alpha-3 code.
pub(crate) fn by_iso3(code: &str) -> Option<&'static State> {
    STATES.get(code)
}

/// The state with this ISO 3166-1 alpha-2 code.
pub(crate) fn by_iso2(code: &str) -> Option<&'static State> {
    STATES.values().find(|state| state.iso2 == code)
}

/// The state with this name, in any case, with or without "the".
pub(crate) fn by_name(name: &str) -> Option<&'static State> {
    let name = name.trim();
    let bare = name
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("the "))
        .map_or(name, |_| &name[4..]);
    let mut states = STATES.values();
    states.find(|state| state.names.iter().any(|n| n.eq_ignore_ascii_case(bare)))
}

/// CAMEO's code for the kind of actor that PLOVER's sector is; absent where CAMEO has none.
pub(crate) fn cameo_agent(sector: &str) -> Option<&'static str> {
    Some(match sector {
        "MED" => "HLH",
        "JRN" => "MED",
        "COP" => "COP",
        "GOV" => "GOV",
        "JUD" => "JUD",
        "LEG" => "LEG",
        "MIL" => "MIL",
        "REB" => "REB",
        "SPY" => "SPY",
        "UAF" => "UAF",
        "AGR" => "AGR",
        "BUS" => "BUS",
        "CRM" => "CRM",
        "CVL" => "CVL",
        "EDU" => "EDU",
        "ELI" => "ELI",
        "LAB" => "LAB",
        "REF" => "REF",
        "OPP" => "OPP",
        _ => return None,
    })
}

/// Whether a "country" is one of CAMEO's codes for what is no state.
pub(crate) fn is_no_state(code: &str) -> bool {
    matches!(code, "UNO" | "EUR" | "IGO" | "NGO" | "ISM" | "IMG" | "MNC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_found_by_code_and_name() {
        assert!(STATES.len() > 240);
        let germany = by_iso3("DEU").unwrap();
        assert_eq!(
            (germany.fips, germany.cow, germany.gw),
            (Some("GM"), Some("255"), Some("260"))
        );
        assert_eq!(by_name("the Philippines").unwrap().iso3, "PHL");
        assert_eq!(by_name("romania").unwrap().cameo, "ROM");
        assert_eq!(by_iso2("XK").unwrap().iso3, "KOS");
        assert_eq!(by_iso3("KOS").unwrap().iso_numeric, None);
        assert!(by_name("Mandera").is_none() && by_name("éa").is_none());
    }
}
