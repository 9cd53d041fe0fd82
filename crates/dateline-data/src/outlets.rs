//! Whose news an outlet's is, by the host of its pages.
//!
//! The table is `data/outlets.tsv`. A host that names no town ("wxyz.example") tells nothing by its letters;
//! that its readers live in one town is a fact to look up.

use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Where an outlet's readers are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Readership {
    /// GeoNames code of the country or its first-level division: "NG", "US.OH".
    pub code: &'static str,
    /// The town, by the gazetteer's name for it; `None` for an outlet of the whole country.
    pub town: Option<&'static str>,
}

impl Readership {
    /// ISO 3166-1 alpha-2 code of the country.
    pub fn country(&self) -> &'static str {
        self.code
            .split_once('.')
            .map_or(self.code, |(country, _)| country)
    }
}

const TABLE: &str = include_str!("../../../data/outlets.tsv");

static BY_DOMAIN: LazyLock<HashMap<&'static str, Readership>> = LazyLock::new(|| {
    let domains = |(of, domains): (Readership, &'static str)| {
        domains.split(' ').map(move |domain| (domain, of))
    };
    rows().flat_map(domains).collect()
});

fn rows() -> impl Iterator<Item = (Readership, &'static str)> {
    table::rows(TABLE).filter_map(|line| {
        let mut cells = line.split('\t');
        let (code, town, domains) = (cells.next()?, cells.next()?, cells.next()?);
        let town = Some(town).filter(|t| !t.is_empty());
        Some((Readership { code, town }, domains))
    })
}

/// The readers of the outlet with this host, of which a listed domain is the whole or the end:
/// "www.example.com".
pub fn readership(host: &str) -> Option<Readership> {
    let host = host.to_ascii_lowercase();
    let mut domain = host.as_str();
    loop {
        if let Some(found) = BY_DOMAIN.get(domain) {
            return Some(*found);
        }
        domain = domain.split_once('.')?.1;
    }
}

/// Every row's readers; for tests of the table against the gazetteer.
pub fn all() -> impl Iterator<Item = Readership> {
    rows().map(|(of, _)| of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_whole_and_each_domain_is_listed_once() {
        let lines = table::rows(TABLE).count();
        assert_eq!(rows().count(), lines);
        let domains = rows().flat_map(|(_, domains)| domains.split(' ')).count();
        assert_eq!(BY_DOMAIN.len(), domains);
        for (of, domains) in rows() {
            assert!(
                crate::gazetteer::countries::by_iso2(of.country()).is_some(),
                "{of:?}"
            );
            assert!(domains.split(' ').all(|d| d.contains('.')), "{domains}");
        }
    }

    #[test]
    fn a_host_is_found_by_its_end() {
        let town = |host| readership(host).and_then(|of| of.town);
        assert_eq!(town("www.cleveland19.com"), Some("Cleveland"));
        assert_eq!(town("m.kfor.com"), Some("Oklahoma City"));
        assert_eq!(
            readership("dawn.com").map(|of| (of.country(), of.town)),
            Some(("PK", None))
        );
        assert_eq!(readership("example.com"), None);
        assert_eq!(readership(""), None);
    }
}
