//! A CSV in the shape of ACLED's: its 31 columns in the order of its current API, filled from our
//! happenings. Types and interactions follow ACLED's codebook as far as PLOVER's modes and sectors
//! decide them; what they do not decide is left empty. It is neither ACLED's data nor its coding.

use super::Exporter;
use super::across::Across;
use super::facts::{self, Happening, joined};
use super::sheet::{self, Column, Layout, Put, Sheet};
use crate::error::StoreError;
use crate::record::{ArgumentRecord, ArticleRecords, ClaimRecord};
use std::io::Write;

struct Row<'a> {
    happening: &'a Happening<'a>,
    kind: Kind,
}

/// How ACLED would sort an event: disorder type, event type, sub-event type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    disorder: &'static str,
    event: Option<&'static str>,
    sub_event: Option<&'static str>,
}

pub(super) fn new<W: Write>(to: &mut W) -> Result<impl Exporter + use<'_, W>, StoreError> {
    Sheet::new(to, &Layout::COMMA, &sheet::names(&columns()), rows)
}

fn rows(records: &ArticleRecords, across: &Across, put: &mut Put<'_>) -> u64 {
    let (happenings, mut left_out) = facts::happenings(records, across);
    let columns = columns();
    for happening in &happenings {
        match kind(happening).filter(|_| !happening.campaign) {
            Some(kind) => put(sheet::cells(&columns, &Row { happening, kind })),
            None => left_out += happening.claims.len() as u64,
        }
    }
    left_out
}

const VIOLENCE: &str = "Political violence";
const REMOTE: &str = "Explosions/Remote violence";
const CIVILIANS: &str = "Violence against civilians";

/// The kind of a happening; absent where ACLED records no such event.
fn kind(happening: &Happening<'_>) -> Option<Kind> {
    let claim = happening.fullest();
    let kind = |disorder, event, sub_event| {
        Some(Kind {
            disorder,
            event,
            sub_event,
        })
    };
    match (
        claim.event_type.as_str(),
        claim.event_mode.as_deref().unwrap_or(""),
    ) {
        ("ASSAULT", mode) => {
            let (event, sub_event) = violence(happening, mode);
            kind(VIOLENCE, event, sub_event)
        }
        ("PROTEST", "demo" | "hunger" | "strike" | "boycott" | "obstruct") => {
            kind("Demonstrations", Some("Protests"), None)
        }
        ("PROTEST", "riot") => kind(
            "Demonstrations",
            Some("Riots"),
            Some("Violent demonstration"),
        ),
        ("PROTEST", _) => kind("Demonstrations", None, None),
        ("COERCE", "arrest") => strategic("Arrests"),
        ("RETREAT" | "AGREE", "ceasefire") => strategic("Agreement"),
        _ => None,
    }
}

fn strategic(sub_event: &'static str) -> Option<Kind> {
    Some(Kind {
        disorder: "Strategic developments",
        event: Some("Strategic developments"),
        sub_event: Some(sub_event),
    })
}

/// Event and sub-event type of an assault, by its mode, else by who stood on either side.
fn violence(happening: &Happening<'_>, mode: &str) -> (Option<&'static str>, Option<&'static str>) {
    match mode {
        "aerial" | "drone" => (Some(REMOTE), Some("Air/drone strike")),
        "suicide-attack" => (Some(REMOTE), Some("Suicide bomb")),
        "heavy-weapons" => (Some(REMOTE), Some("Shelling/artillery/missile attack")),
        "explosives" => (Some(REMOTE), Some("Remote explosive/landmine/IED")),
        "sexual" => (Some(CIVILIANS), Some("Sexual violence")),
        "abduct" => (Some(CIVILIANS), Some("Abduction/forced disappearance")),
        _ => {
            let one = happening.told(|c| facts::party(c, "actor")).and_then(inter);
            let other = happening.told(facts::target).and_then(inter);
            match (one.map(is_armed), other.map(is_armed)) {
                (Some(true), Some(true)) => (Some("Battles"), Some("Armed clash")),
                (Some(true), Some(false)) => (Some(CIVILIANS), Some("Attack")),
                _ => (None, None),
            }
        }
    }
}

/// ACLED's classes of actors, by number.
const INTER: [&str; 8] = [
    "State Forces",
    "Rebel Group",
    "Political Militia",
    "Identity Militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other Forces",
];

/// The class of a participant, 1 to 8, where the sector decides it.
fn inter(argument: &ArgumentRecord) -> Option<usize> {
    match facts::sector(argument)? {
        "MIL" | "COP" | "GOV" | "SPY" => Some(1),
        "REB" => Some(2),
        "UAF" => Some(3),
        "CVL" | "AGR" | "BUS" | "EDU" | "JRN" | "LAB" | "MED" | "REF" | "REL" | "ELI" => Some(7),
        _ => None,
    }
}

fn is_armed(class: usize) -> bool {
    class <= 4
}

/// The class of the acting side: in a demonstration, protesters or rioters.
fn first_inter(row: &Row<'_>) -> Option<usize> {
    match row.kind.event {
        Some("Protests") => Some(6),
        Some("Riots") => Some(5),
        _ => row
            .happening
            .told(|c| facts::party(c, "actor"))
            .and_then(inter),
    }
}

fn second_inter(row: &Row<'_>) -> Option<usize> {
    row.happening.told(facts::target).and_then(inter)
}

fn class_name(class: usize) -> String {
    INTER[class - 1].to_owned()
}

/// The classes of both sides, the lower number first; one alone is "sole".
fn interaction(row: &Row<'_>) -> Option<String> {
    let one = first_inter(row)?;
    let has_target = row.happening.told(facts::target).is_some();
    match (second_inter(row), has_target) {
        (Some(other), _) => {
            let (low, high) = (one.min(other), one.max(other));
            Some(format!("{}-{}", class_name(low), class_name(high)))
        }
        (None, false) => Some(format!("{} only", class_name(one))),
        (None, true) => None,
    }
}

/// Those who play a role beside the first of them.
fn associated(row: &Row<'_>, role: &'static str) -> Option<String> {
    let claim = row.happening.fullest();
    joined(claim.with_role(role).skip(1).map(facts::name), "; ")
}

/// First day and ACLED's precision: 1 the day, 2 within a week, 3 within a month.
fn date(row: &Row<'_>) -> Option<(String, u8)> {
    row.happening.told(|claim| {
        let (first, last) = claim.time.as_ref().and_then(facts::bounds)?;
        let precision = match facts::days(first, last)? {
            1 => 1,
            2..=7 => 2,
            8..=31 => 3,
            _ => return None,
        };
        Some((first.to_owned(), precision))
    })
}

/// The year that first and last day share.
fn year(row: &Row<'_>) -> Option<String> {
    row.happening.told(|claim| {
        let (first, last) = claim.time.as_ref().and_then(facts::bounds)?;
        let year = first.get(..4)?;
        (last.get(..4)? == year).then(|| year.to_owned())
    })
}

/// ACLED's precision of a place: 1 the town, 2 around it, 3 a region. ACLED has none for a country.
fn geo_precision(claim: &ClaimRecord) -> Option<String> {
    let location = facts::location(claim)?;
    (location.where_prec <= 4).then(|| location.geo_precision.to_string())
}

fn state(row: &Row<'_>) -> Option<&'static crate::crosswalk::State> {
    row.happening.told(facts::state_of_place)
}

fn point(row: &Row<'_>) -> Option<(f64, f64)> {
    row.happening.told(facts::point)
}

fn columns<'a>() -> [Column<Row<'a>>; 31] {
    [
        ("event_id_cnty", |r| Some(r.happening.id.to_owned())),
        ("event_date", |r| date(r).map(|(day, _)| day)),
        ("year", year),
        ("time_precision", |r| {
            date(r).map(|(_, precision)| precision.to_string())
        }),
        ("disorder_type", |r| Some(r.kind.disorder.to_owned())),
        ("event_type", |r| r.kind.event.map(str::to_owned)),
        ("sub_event_type", |r| r.kind.sub_event.map(str::to_owned)),
        ("actor1", |r| {
            r.happening
                .told(|c| facts::party(c, "actor"))
                .map(|a| facts::name(a).to_owned())
        }),
        ("assoc_actor_1", |r| associated(r, "actor")),
        ("inter1", |r| first_inter(r).map(class_name)),
        ("actor2", |r| {
            r.happening
                .told(facts::target)
                .map(|a| facts::name(a).to_owned())
        }),
        ("assoc_actor_2", |r| associated(r, "recipient")),
        ("inter2", |r| second_inter(r).map(class_name)),
        ("interaction", interaction),
        ("civilian_targeting", |r| {
            let at_civilians = r.kind.event == Some(CIVILIANS) || second_inter(r) == Some(7);
            let violent = r.kind.disorder == VIOLENCE;
            (violent && at_civilians).then(|| "Civilian targeting".to_owned())
        }),
        ("iso", |r| state(r)?.iso_numeric.map(str::to_owned)),
        ("region", |r| state(r)?.acled_region.map(str::to_owned)),
        ("country", |r| state(r).map(|state| state.name().to_owned())),
        ("admin1", |r| {
            r.happening.told(|c| facts::location(c)?.admin1.clone())
        }),
        ("admin2", |r| {
            r.happening.told(|c| facts::location(c)?.admin2.clone())
        }),
        ("admin3", |_| None),
        ("location", |r| {
            r.happening.told(facts::place_words).map(str::to_owned)
        }),
        ("latitude", |r| {
            point(r).map(|(latitude, _)| latitude.to_string())
        }),
        ("longitude", |r| {
            point(r).map(|(_, longitude)| longitude.to_string())
        }),
        ("geo_precision", |r| r.happening.told(geo_precision)),
        ("source", |r| {
            let sources = r.happening.sources();
            joined(sources.iter().map(String::as_str), "; ")
        }),
        ("source_scale", |_| None),
        ("notes", |r| {
            Some(r.happening.fullest().evidence.text.clone())
        }),
        ("fatalities", |r| {
            r.happening.toll("killed").map(|toll| toll.best.to_string())
        }),
        ("tags", |_| None),
        ("timestamp", |_| None),
    ]
}
