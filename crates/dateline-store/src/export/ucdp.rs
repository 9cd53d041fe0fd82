//! A CSV in the shape of UCDP GED's: its 49 columns, filled from happenings of violence for which the
//! text gives a number of dead, since that is what UCDP counts as an event. Conflicts, dyads and their
//! numbers are UCDP's own and stay empty. It is neither UCDP's data nor its coding.

use super::Exporter;
use super::across::Across;
use super::facts::{self, Happening, joined};
use super::sheet::{self, Column, Layout, Put, Sheet};
use crate::crosswalk::State;
use crate::error::StoreError;
use crate::record::{ArgumentRecord, ArticleRecord, ArticleRecords, ClaimRecord};
use crate::toll::Toll;
use std::io::Write;

struct Row<'a> {
    happening: &'a Happening<'a>,
    dead: Toll,
}

pub(super) fn new<W: Write>(to: &mut W) -> Result<impl Exporter + use<'_, W>, StoreError> {
    Sheet::new(to, &Layout::COMMA, &sheet::names(&columns()), rows)
}

fn rows(records: &ArticleRecords, across: &Across, put: &mut Put<'_>) -> u64 {
    let (happenings, mut left_out) = facts::happenings(records, across);
    let columns = columns();
    for happening in &happenings {
        let violent = happening
            .claims
            .iter()
            .any(|claim| claim.event_type == "ASSAULT");
        let dead = happening.toll("killed").filter(|toll| toll.best > 0);
        match dead.filter(|_| violent && !happening.campaign) {
            Some(dead) => put(sheet::cells(&columns, &Row { happening, dead })),
            None => left_out += happening.claims.len() as u64,
        }
    }
    left_out
}

fn side_a<'a>(row: &Row<'a>) -> Option<&'a ArgumentRecord> {
    row.happening.told(|claim| facts::party(claim, "actor"))
}

fn side_b<'a>(row: &Row<'a>) -> Option<&'a ArgumentRecord> {
    row.happening.told(facts::target)
}

/// What a side is to UCDP.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    State,
    Group,
    Civilians,
}

fn side(argument: &ArgumentRecord) -> Option<Side> {
    match facts::sector(argument)? {
        "MIL" | "COP" | "GOV" | "SPY" => Some(Side::State),
        "REB" | "UAF" => Some(Side::Group),
        "CVL" | "AGR" | "BUS" | "EDU" | "JRN" | "LAB" | "MED" | "REF" | "REL" | "ELI" => {
            Some(Side::Civilians)
        }
        _ => None,
    }
}

/// 1 state-based, 2 non-state, 3 one-sided; absent where the sides do not tell.
fn type_of_violence(row: &Row<'_>) -> Option<String> {
    let kind = match (side(side_a(row)?)?, side(side_b(row)?)?) {
        (Side::State | Side::Group, Side::Civilians) => 3,
        (Side::Group, Side::Group) => 2,
        (Side::State, Side::State | Side::Group) | (Side::Group, Side::State) => 1,
        (Side::Civilians, _) => return None,
    };
    Some(kind.to_string())
}

/// Gleditsch & Ward's number of a side that is a state.
fn government(argument: Option<&ArgumentRecord>) -> Option<String> {
    let argument = argument?;
    let state = facts::state(argument)?;
    (side(argument)? == Side::State).then(|| state.gw.map(str::to_owned))?
}

fn interval<'a>(row: &Row<'a>) -> Option<(&'a str, &'a str)> {
    row.happening
        .told(|claim| claim.time.as_ref().and_then(facts::bounds))
}

/// 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer, up to a year.
fn date_precision(row: &Row<'_>) -> Option<String> {
    let (first, last) = interval(row)?;
    let precision = match facts::days(first, last)? {
        1 => 1,
        2..=6 => 2,
        7 => 3,
        8..=31 => 4,
        _ => 5,
    };
    Some(precision.to_string())
}

fn year(row: &Row<'_>) -> Option<String> {
    let (first, last) = interval(row)?;
    let year = first.get(..4)?;
    (last.get(..4)? == year).then(|| year.to_owned())
}

fn state(row: &Row<'_>) -> Option<&'static State> {
    row.happening.told(facts::state_of_place)
}

fn point(row: &Row<'_>) -> Option<(f64, f64)> {
    row.happening.told(facts::point)
}

/// The place's words and the larger places that the text puts it in.
fn description(claim: &ClaimRecord) -> Option<String> {
    let place = claim.place.as_ref()?;
    joined(
        [&place.words]
            .into_iter()
            .chain(&place.within)
            .map(|w| w.text.as_str()),
        ", ",
    )
}

/// What each article that tells it has, each once, in the order of tellings.
fn of_articles<'a>(
    row: &Row<'a>,
    of: impl Fn(&'a ArticleRecord) -> Option<&'a str>,
) -> Option<String> {
    let mut values: Vec<&str> = Vec::new();
    for value in row.happening.articles().filter_map(of) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    joined(values.into_iter(), "; ")
}

fn absent(_: &Row<'_>) -> Option<String> {
    None
}

fn columns<'a>() -> [Column<Row<'a>>; 49] {
    [
        ("id", |r| Some(facts::number_of(r.happening.id).to_string())),
        ("relid", |r| Some(r.happening.id.to_owned())),
        ("year", year),
        ("active_year", absent),
        ("code_status", absent),
        ("type_of_violence", type_of_violence),
        ("conflict_dset_id", absent),
        ("conflict_new_id", absent),
        ("conflict_name", absent),
        ("dyad_dset_id", absent),
        ("dyad_new_id", absent),
        ("dyad_name", |r| {
            let (a, b) = (side_a(r)?, side_b(r)?);
            Some(format!("{} - {}", facts::name(a), facts::name(b)))
        }),
        ("side_a_dset_id", absent),
        ("side_a_new_id", absent),
        ("side_a", |r| side_a(r).map(|a| facts::name(a).to_owned())),
        ("side_b_dset_id", absent),
        ("side_b_new_id", absent),
        ("side_b", |r| side_b(r).map(|b| facts::name(b).to_owned())),
        ("number_of_sources", |r| {
            let sources = r.happening.sources().len();
            Some(if sources == 0 {
                "-1".to_owned()
            } else {
                sources.to_string()
            })
        }),
        ("source_article", |r| {
            of_articles(r, |article| article.url.as_deref())
        }),
        ("source_office", |r| {
            of_articles(r, |article| article.outlet.as_deref())
        }),
        ("source_date", |r| {
            of_articles(r, |article| article.published.as_deref()?.get(..10))
        }),
        ("source_headline", |r| {
            of_articles(r, |article| Some(article.heading()))
        }),
        ("source_original", |r| {
            r.happening
                .told(|claim| claim.innermost()?.name().map(str::to_owned))
        }),
        ("where_prec", |r| {
            r.happening
                .told(|c| Some(facts::location(c)?.where_prec))
                .map(|p| p.to_string())
        }),
        ("where_coordinates", |r| {
            r.happening.told(|c| Some(facts::location(c)?.name.clone()))
        }),
        ("where_description", |r| r.happening.told(description)),
        ("adm_1", |r| {
            r.happening.told(|c| facts::location(c)?.admin1.clone())
        }),
        ("adm_2", |r| {
            r.happening.told(|c| facts::location(c)?.admin2.clone())
        }),
        ("latitude", |r| {
            point(r).map(|(latitude, _)| latitude.to_string())
        }),
        ("longitude", |r| {
            point(r).map(|(_, longitude)| longitude.to_string())
        }),
        ("geom_wkt", |r| {
            point(r).map(|(lat, lon)| format!("POINT ({lon} {lat})"))
        }),
        ("priogrid_gid", |r| point(r).and_then(grid_cell)),
        ("country", |r| state(r).map(|state| state.name().to_owned())),
        ("country_id", |r| state(r)?.gw.map(str::to_owned)),
        ("region", |r| state(r)?.ucdp_region.map(str::to_owned)),
        // One happening that can be told apart, by how incidents are made.
        ("event_clarity", |_| Some("1".to_owned())),
        ("date_prec", date_precision),
        ("date_start", |r| {
            interval(r).map(|(first, _)| first.to_owned())
        }),
        ("date_end", |r| interval(r).map(|(_, last)| last.to_owned())),
        ("deaths_a", absent),
        ("deaths_b", absent),
        ("deaths_civilians", absent),
        ("deaths_unknown", absent),
        ("best", |r| Some(r.dead.best.to_string())),
        ("high", |r| r.dead.high.map(|high| high.to_string())),
        ("low", |r| Some(r.dead.low.to_string())),
        ("gwnoa", |r| government(side_a(r))),
        ("gwnob", |r| government(side_b(r))),
    ]
}

/// PRIO-GRID's cell of half a degree: counted from the south-west corner, 720 a row, from 1.
fn grid_cell((latitude, longitude): (f64, f64)) -> Option<String> {
    let inside = (-90.0..90.0).contains(&latitude) && (-180.0..180.0).contains(&longitude);
    let row = ((latitude + 90.0) * 2.0).floor() as u32;
    let column = ((longitude + 180.0) * 2.0).floor() as u32;
    inside.then(|| (row * 720 + column + 1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grid_cells_are_counted_as_prio_counts_them() {
        assert_eq!(grid_cell((-90.0, -180.0)).as_deref(), Some("1"));
        assert_eq!(grid_cell((89.9, 179.9)).as_deref(), Some("259200"));
        assert_eq!(grid_cell((90.5, 0.0)), None);
    }
}
