//! POLECAT's 40 columns, tab-separated with a header; missing is the word `None`, as its files have it.

use super::Exporter;
use super::across::Across;
use super::facts::{self, Happening, joined};
use super::goldstein;
use super::sheet::{self, Column, Layout, Put, Sheet};
use crate::error::StoreError;
use crate::record::{ArgumentRecord, ArticleRecord, ArticleRecords, ClaimRecord, DATELINE_VERSION};
use std::io::Write;

struct Row<'a> {
    article: &'a ArticleRecord,
    claim: &'a ClaimRecord,
    records: &'a ArticleRecords,
}

pub(super) fn new<W: Write>(to: &mut W) -> Result<impl Exporter + use<'_, W>, StoreError> {
    let layout = Layout {
        delimiter: b'\t',
        header: true,
        absent: "None",
        quoted: true,
    };
    Sheet::new(to, &layout, &sheet::names(&columns()), rows)
}

fn rows(records: &ArticleRecords, across: &Across, put: &mut Put<'_>) -> u64 {
    let (happenings, left_out) = facts::own_happenings(records, across);
    let columns = columns();
    for claim in happenings
        .iter()
        .flat_map(|Happening { claims, .. }| claims)
    {
        put(sheet::cells(
            &columns,
            &Row {
                article: &records.article,
                claim,
                records,
            },
        ));
    }
    left_out
}

type Of = fn(&ArgumentRecord) -> Option<String>;

fn actor(row: &Row<'_>, of: Of) -> Option<String> {
    facts::party(row.claim, "actor").and_then(of)
}

fn recipient(row: &Row<'_>, of: Of) -> Option<String> {
    facts::target(row.claim).and_then(of)
}

const NAME: Of = |a| Some(facts::name(a).to_owned());
const COUNTRY: Of = |a| match facts::state(a) {
    Some(state) => Some(state.name().to_owned()),
    None => facts::country(a).map(str::to_owned),
};
const COW: Of = |a| facts::state(a)?.cow.map(str::to_owned);
const SECTOR: Of = |a| facts::sector(a).map(str::to_owned);
const TITLE: Of = |a| a.identity.as_ref()?.office.clone();
const RAW: Of = |a| Some(facts::text(&a.words));

/// Sectors of all who play a role.
fn sectors(row: &Row<'_>, role: &'static str) -> Option<String> {
    joined(row.claim.with_role(role).filter_map(facts::sector), "; ")
}

/// Namings of the story's participants and sources of one kind, each once.
fn story(row: &Row<'_>, kind: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for claim in &row.records.claims {
        for argument in &claim.arguments {
            let is_kind = argument.identity.as_ref().is_some_and(|i| i.kind == kind);
            let name = facts::name(argument);
            if is_kind && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    joined(names.into_iter(), "; ")
}

fn story_places(row: &Row<'_>) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for place in row.records.claims.iter().filter_map(facts::place_words) {
        if !names.contains(&place) {
            names.push(place);
        }
    }
    joined(names.into_iter(), "; ")
}

fn columns<'a>() -> [Column<Row<'a>>; 40] {
    [
        ("Event ID", |r| Some(r.claim.id.clone())),
        ("Event Date", |r| facts::day_of(r.claim).map(str::to_owned)),
        ("Event Type", |r| Some(r.claim.event_type.clone())),
        ("Event Mode", |r| r.claim.event_mode.clone()),
        ("Intensity", |r| {
            let mode = r.claim.event_mode.as_deref();
            goldstein::plover(&r.claim.event_type, mode).map(|value| format!("{value:.1}"))
        }),
        ("Quad Code", |r| {
            Some(quad_name(r.claim.quad_code)?.to_owned())
        }),
        ("Contexts", |r| {
            joined(r.claim.contexts.iter().map(String::as_str), ";")
        }),
        ("Actor Name", |r| actor(r, NAME)),
        ("Actor Country", |r| actor(r, COUNTRY)),
        ("Actor COW", |r| actor(r, COW)),
        ("Primary Actor Sector", |r| actor(r, SECTOR)),
        ("Actor Sectors", |r| sectors(r, "actor")),
        ("Actor Title", |r| actor(r, TITLE)),
        ("Actor Name Raw", |r| actor(r, RAW)),
        ("Wikipedia Actor ID", |_| None),
        ("Recipient Name", |r| recipient(r, NAME)),
        ("Recipient Country", |r| recipient(r, COUNTRY)),
        ("Recipient COW", |r| recipient(r, COW)),
        ("Primary Recipient Sector", |r| recipient(r, SECTOR)),
        ("Recipient Sectors", |r| {
            sectors(r, "recipient").or_else(|| sectors(r, "victim"))
        }),
        ("Recipient Title", |r| recipient(r, TITLE)),
        ("Recipient Name Raw", |r| recipient(r, RAW)),
        ("Wikipedia Recipient ID", |_| None),
        ("Placename", |r| {
            Some(facts::location(r.claim)?.name.clone())
        }),
        ("City", |r| {
            let location = facts::location(r.claim)?;
            (location.where_prec <= 2).then(|| location.name.clone())
        }),
        ("District", |r| facts::location(r.claim)?.admin2.clone()),
        ("Province", |r| facts::location(r.claim)?.admin1.clone()),
        ("Country", |r| {
            Some(facts::state_of_place(r.claim)?.name().to_owned())
        }),
        ("Latitude", |r| {
            Some(facts::location(r.claim)?.latitude.to_string())
        }),
        ("Longitude", |r| {
            Some(facts::location(r.claim)?.longitude.to_string())
        }),
        ("GeoNames ID", |r| {
            Some(facts::location(r.claim)?.geonames?.to_string())
        }),
        ("Raw Placename", |r| {
            facts::place_words(r.claim).map(str::to_owned)
        }),
        ("Feature Type", |r| {
            Some(facts::location(r.claim)?.kind.clone())
        }),
        ("Source", |r| r.article.outlet.clone()),
        ("Publication Date", |r| {
            r.article
                .published
                .as_deref()
                .and_then(|d| d.get(..10))
                .map(str::to_owned)
        }),
        ("Story People", |r| story(r, "person")),
        ("Story Organizations", |r| story(r, "organisation")),
        ("Story Locations", story_places),
        ("Language", |r| Some(r.article.language.code.clone())),
        ("Version", |_| Some(format!("Dateline {DATELINE_VERSION}"))),
    ]
}

/// POLECAT's names of the four classes.
fn quad_name(code: u8) -> Option<&'static str> {
    Some(match code {
        1 => "VERBAL COOPERATION",
        2 => "MATERIAL COOPERATION",
        3 => "VERBAL CONFLICT",
        4 => "MATERIAL CONFLICT",
        _ => return None,
    })
}
