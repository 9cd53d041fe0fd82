//! Goldstein's scale by CAMEO code, and PLOVER's scale by type and mode: how much an event of this
//! kind, whoever acts, helps (10) or harms (-10).
//!
//! Sources: the scale that GDELT and Phoenix publish beside CAMEO; PLOVER 2.0 manual, event scores
//! (its ACCUSE is printed as 3, an evident slip for -3). Facts.

/// CAMEO codes with a value of their own; any other has that of the longest code it begins with.
const GOLDSTEIN: [(&str, f64); 79] = [
    ("01", 0.0),
    ("011", -0.1),
    ("012", -0.4),
    ("013", 0.4),
    ("016", -2.0),
    ("018", 3.4),
    ("019", 3.4),
    ("02", 3.0),
    ("021", 3.4),
    ("03", 4.0),
    ("031", 5.2),
    ("032", 4.5),
    ("033", 5.2),
    ("034", 7.0),
    ("035", 7.0),
    ("036", 4.0),
    ("037", 5.0),
    ("038", 7.0),
    ("039", 5.0),
    ("04", 1.0),
    ("042", 1.9),
    ("043", 2.8),
    ("044", 2.5),
    ("045", 5.0),
    ("046", 7.0),
    ("05", 3.5),
    ("051", 3.4),
    ("053", 3.8),
    ("054", 6.0),
    ("055", 7.0),
    ("056", 7.0),
    ("057", 8.0),
    ("06", 6.0),
    ("061", 6.4),
    ("062", 7.4),
    ("063", 7.4),
    ("064", 7.0),
    ("07", 7.0),
    ("071", 7.4),
    ("072", 8.3),
    ("073", 7.4),
    ("074", 8.5),
    ("08", 5.0),
    ("084", 7.0),
    ("085", 7.0),
    ("086", 9.0),
    ("087", 9.0),
    ("09", -2.0),
    ("10", -5.0),
    ("11", -2.0),
    ("12", -4.0),
    ("128", -5.0),
    ("129", -5.0),
    ("13", -4.4),
    ("131", -5.8),
    ("132", -5.8),
    ("133", -5.8),
    ("134", -5.8),
    ("135", -5.8),
    ("136", -7.0),
    ("137", -7.0),
    ("138", -7.0),
    ("139", -7.0),
    ("14", -6.5),
    ("144", -7.5),
    ("145", -7.5),
    ("15", -7.2),
    ("16", -4.0),
    ("162", -5.6),
    ("163", -8.0),
    ("166", -7.0),
    ("17", -7.0),
    ("172", -5.0),
    ("18", -9.0),
    ("183", -10.0),
    ("19", -10.0),
    ("191", -9.5),
    ("192", -9.5),
    ("20", -10.0),
];

/// A type, its score, and the scores of its modes.
type Scores = (&'static str, f64, &'static [(&'static str, f64)]);

/// PLOVER's types, each with its own score and those of its modes.
const PLOVER: [Scores; 16] = [
    ("AGREE", 2.5, &[]),
    (
        "CONSULT",
        2.5,
        &[
            ("visit", 4.0),
            ("third-party", 1.0),
            ("multilateral", 4.0),
            ("phone", 1.5),
        ],
    ),
    ("SUPPORT", 5.0, &[]),
    ("CONCEDE", 4.5, &[]),
    ("COOPERATE", 9.5, &[]),
    ("AID", 10.0, &[]),
    (
        "RETREAT",
        6.5,
        &[
            ("withdraw", 8.0),
            ("disarm", 10.0),
            ("ceasefire", 7.5),
            ("resign", 4.5),
        ],
    ),
    (
        "REQUEST",
        0.0,
        &[("assist", 0.5), ("change", -1.0), ("yield", -1.0)],
    ),
    (
        "ACCUSE",
        -3.0,
        &[
            ("disapprove", -2.0),
            ("investigate", -3.5),
            ("allege", -3.5),
        ],
    ),
    ("REJECT", -2.0, &[("assist", -1.5)]),
    ("THREATEN", -3.5, &[("restrict", -3.0), ("territory", -4.0)]),
    (
        "PROTEST",
        -5.0,
        &[
            ("riot", -7.0),
            ("hunger", -4.5),
            ("boycott", -4.5),
            ("obstruct", -4.5),
        ],
    ),
    ("SANCTION", -6.0, &[("expel", -5.5)]),
    (
        "MOBILIZE",
        -5.5,
        &[("troops", -6.5), ("weapons", -6.5), ("militia", -6.0)],
    ),
    (
        "COERCE",
        -7.0,
        &[
            ("censor", -6.5),
            ("curfew", -6.5),
            ("martial-law", -7.5),
            ("misinformation", -6.5),
        ],
    ),
    (
        "ASSAULT",
        -9.0,
        &[
            ("abduct", -8.5),
            ("beat", -7.5),
            ("torture", -8.5),
            ("sexual", -8.5),
            ("targeted", -9.5),
            ("destroy", -8.5),
            ("primitive", -8.0),
            ("suicide-attack", -9.5),
            ("aerial", -9.5),
            ("drone", -9.5),
            ("heavy-weapons", -9.5),
            ("crowd-control", -7.5),
            ("unconventional", -10.0),
        ],
    ),
];

/// Goldstein's value of a CAMEO code; absent for what is no CAMEO code.
pub(super) fn goldstein(cameo: &str) -> Option<f64> {
    let begins = GOLDSTEIN.iter().filter(|(code, _)| cameo.starts_with(code));
    begins
        .max_by_key(|(code, _)| code.len())
        .map(|(_, value)| *value)
}

/// PLOVER's value of a type and mode.
pub(super) fn plover(event_type: &str, mode: Option<&str>) -> Option<f64> {
    let (_, of_type, modes) = PLOVER.iter().find(|(name, _, _)| *name == event_type)?;
    let of_mode = modes.iter().find(|(name, _)| Some(*name) == mode);
    Some(of_mode.map_or(*of_type, |(_, value)| *value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_the_value_of_the_longest_code_it_begins_with() {
        assert_eq!(goldstein("1124"), Some(-2.0));
        assert_eq!(goldstein("193"), Some(-10.0));
        assert_eq!(goldstein("042"), Some(1.9));
        assert_eq!(goldstein("99"), None);
        assert_eq!(plover("ASSAULT", Some("firearms")), Some(-9.0));
        assert_eq!(plover("ASSAULT", Some("drone")), Some(-9.5));
        assert_eq!(plover("OTHER", None), None);
    }
}
