//! Values that a person types, checked before anything is opened: what no claim can meet is wrong usage.

use dateline::data::EventType;
use dateline::data::gazetteer::countries;
use dateline_store::Bounds;
use jiff::civil::Date;

/// Kinds of sources, as [`dateline_store::SourceRecord`] has them.
pub const SOURCE_KINDS: [&str; 6] = [
    "outlet",
    "agency",
    "person",
    "organisation",
    "document",
    "unnamed",
];

/// A day of the calendar.
pub fn day(text: &str) -> Result<Date, String> {
    let complete = text.len() == "YYYY-MM-DD".len();
    text.parse()
        .ok()
        .filter(|_| complete)
        .ok_or_else(|| "no day of the calendar; write YYYY-MM-DD".to_owned())
}

/// The first day of a day, month or year.
pub fn first_day(text: &str) -> Result<Date, String> {
    stretch(text).map(|(first, _)| first)
}

/// The last day of a day, month or year.
pub fn last_day(text: &str) -> Result<Date, String> {
    stretch(text).map(|(_, last)| last)
}

/// First and last day of `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
fn stretch(text: &str) -> Result<(Date, Date), String> {
    let first = match text.len() {
        4 => day(&format!("{text}-01-01")),
        7 => day(&format!("{text}-01")),
        _ => day(text),
    };
    let first =
        first.map_err(|_| "no day, month or year; write YYYY-MM-DD, YYYY-MM or YYYY".to_owned())?;
    let last = match text.len() {
        4 => first.last_of_year(),
        7 => first.last_of_month(),
        _ => first,
    };
    Ok((first, last))
}

/// A PLOVER type, or type and mode, as claims have them.
pub fn event(text: &str) -> Result<String, String> {
    let (kind, mode) = match text.split_once('/') {
        Some((kind, mode)) => (kind, Some(mode.to_lowercase())),
        None => (text, None),
    };
    let Some(kind) = EventType::parse(&kind.to_uppercase()) else {
        let all = EventType::ALL.map(EventType::name);
        return Err(format!(
            "PLOVER has no such type; it has {}",
            all.join(", ")
        ));
    };
    match mode {
        None => Ok(kind.name().to_owned()),
        Some(mode) if kind.mode(&mode).is_some() => Ok(format!("{kind}/{mode}")),
        Some(_) => {
            let all: Vec<&str> = kind.modes().map(|mode| mode.name()).collect();
            Err(match all.is_empty() {
                true => format!("{kind} has no modes"),
                false => format!("no mode of {kind}; it has {}", all.join(", ")),
            })
        }
    }
}

/// The ISO 3166-1 alpha-3 code of a country.
pub fn country(text: &str) -> Result<String, String> {
    let code = text.to_uppercase();
    // Kosovo has no code of ISO's; records say KOS, GeoNames XKX.
    if code == "KOS" || code == "XKX" {
        return Ok("KOS".to_owned());
    }
    match countries::all().iter().any(|country| country.iso3 == code) {
        true => Ok(code),
        false => Err(no_code(text)),
    }
}

/// The code of a participant's country or body. A table of the user's may have codes of its own.
pub fn actor_country(text: &str) -> Result<String, String> {
    let code = text.to_uppercase();
    match code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        true => Ok(code),
        false => Err(no_code(text)),
    }
}

/// Says which code was meant, where the country was named otherwise.
fn no_code(text: &str) -> String {
    let meant = countries::all().iter().find(|country| {
        let mut names = country.names.iter();
        country.iso2.eq_ignore_ascii_case(text) || names.any(|name| name.eq_ignore_ascii_case(text))
    });
    match meant {
        Some(country) => format!(
            "no ISO 3166-1 alpha-3 code; {} is {}",
            country.names[0], country.iso3
        ),
        None => "no ISO 3166-1 alpha-3 code, as KEN is Kenya's".to_owned(),
    }
}

/// A box of degrees.
pub fn bounds(text: &str) -> Result<Bounds, String> {
    let degrees: Vec<f64> = text
        .split(',')
        .map(|part| {
            part.trim()
                .parse()
                .map_err(|_| format!("“{part}” is no number"))
        })
        .collect::<Result<_, _>>()?;
    match degrees[..] {
        [west, south, east, north] => Ok(Bounds {
            west,
            south,
            east,
            north,
        }),
        _ => Err("a box is four numbers: west,south,east,north".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_claim_can_meet_is_refused_with_what_was_meant() {
        assert_eq!(event("assault/Drone").unwrap(), "ASSAULT/drone");
        assert!(event("attack").unwrap_err().contains("ASSAULT"));
        assert!(event("ASSAULT/sniper").unwrap_err().contains("firearms"));
        assert_eq!(event("aid/x").unwrap_err(), "AID has no modes");
        assert_eq!(country("ken").unwrap(), "KEN");
        assert!(country("KE").unwrap_err().ends_with("Kenya is KEN"));
        assert!(country("kenya").unwrap_err().ends_with("Kenya is KEN"));
        assert!(country("ZZZ").is_err());
        assert_eq!(actor_country("uno").unwrap(), "UNO");
        assert!(actor_country("KE").is_err());
        assert!(day("2025-02-30").is_err() && day("2025").is_err());
        assert!(bounds("1,2,3").is_err());
    }

    #[test]
    fn a_year_or_month_is_its_first_day_or_its_last() {
        let both = |text| {
            let days = (first_day(text)?, last_day(text)?);
            Ok::<_, String>((days.0.to_string(), days.1.to_string()))
        };
        let days = |first: &str, last: &str| Ok((first.to_owned(), last.to_owned()));
        assert_eq!(both("2016"), days("2016-01-01", "2016-12-31"));
        assert_eq!(both("2016-02"), days("2016-02-01", "2016-02-29"));
        assert_eq!(both("2016-02-03"), days("2016-02-03", "2016-02-03"));
        for wrong in ["16", "2016-13", "2016-2-3", "2016-02-30", "1066x"] {
            assert!(both(wrong).is_err(), "{wrong}");
        }
    }
}
