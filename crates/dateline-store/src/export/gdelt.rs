//! GDELT 2.0's event and mentions tables: tab-separated, no header, nothing quoted.
//!
//! One event a happening; one mention a claim. Tone is not measured and stays empty, as do
//! times of day that no page states. A place without coordinates has type 0, as in
//! GDELT's files; a participant that the text does not name has offset -1.

use super::Exporter;
use super::across::Across;
use super::facts::{self, Happening};
use super::goldstein::goldstein;
use super::sheet::{self, Column, Layout, Put, Sheet};
use crate::crosswalk::{self, State};
use crate::error::StoreError;
use crate::record::{ArgumentRecord, ArticleRecord, ArticleRecords, ClaimRecord};
use std::io::Write;

const LAYOUT: Layout = Layout {
    delimiter: b'\t',
    header: false,
    absent: "",
    quoted: false,
};

/// The event table.
pub(super) fn events<W: Write>(to: &mut W) -> Result<impl Exporter + use<'_, W>, StoreError> {
    Sheet::new(to, &LAYOUT, &sheet::names(&event_columns()), event_rows)
}

/// The mentions table.
pub(super) fn mentions<W: Write>(to: &mut W) -> Result<impl Exporter + use<'_, W>, StoreError> {
    Sheet::new(to, &LAYOUT, &sheet::names(&mention_columns()), mention_rows)
}

fn event_rows(records: &ArticleRecords, across: &Across, put: &mut Put<'_>) -> u64 {
    let (happenings, left_out) = facts::happenings(records, across);
    for happening in &happenings {
        put(event_cells(happening));
    }
    left_out
}

/// An event's row: ten cells for each of two participants, then the event, then three places.
fn event_cells(happening: &Happening<'_>) -> Vec<Option<String>> {
    let actor = happening.told(|claim| facts::party(claim, "actor"));
    let target = happening.told(facts::target);
    let columns = event_columns();
    let mut cells: Vec<Option<String>> = sheet::cells(&columns[..5], happening);
    cells.extend(participant(actor));
    cells.extend(participant(target));
    cells.extend(sheet::cells(&columns[25..35], happening));
    cells.extend(no_place());
    cells.extend(no_place());
    cells.extend(happening.told(located).unwrap_or_else(no_place));
    cells.extend(sheet::cells(&columns[59..], happening));
    cells
}

/// Code, name, country, known group, ethnic, two religions, three types.
fn participant(argument: Option<&ArgumentRecord>) -> [Option<String>; 10] {
    let mut cells: [Option<String>; 10] = Default::default();
    let Some(argument) = argument else {
        return cells;
    };
    let code = facts::country(argument);
    let country = facts::state(argument).map(|state| state.cameo);
    let no_state = code.filter(|code| crosswalk::is_no_state(code));
    let agent = facts::sector(argument).and_then(crosswalk::cameo_agent);
    let types: Vec<&str> = no_state.into_iter().chain(agent).collect();
    let whole: String = country.into_iter().chain(types.iter().copied()).collect();
    cells[0] = (!whole.is_empty()).then_some(whole);
    cells[1] = Some(facts::name(argument).to_uppercase());
    cells[2] = country.map(str::to_owned);
    cells[7] = types.first().map(|code| (*code).to_owned());
    cells[8] = types.get(1).map(|code| (*code).to_owned());
    cells
}

/// Type 0: no place known.
fn no_place() -> [Option<String>; 8] {
    let mut cells: [Option<String>; 8] = Default::default();
    cells[0] = Some("0".to_owned());
    cells
}

/// Type, full name, FIPS country, two divisions, latitude, longitude, feature id. The divisions are
/// coded by FIPS and GAUL, which we do not have.
fn located(claim: &ClaimRecord) -> Option<[Option<String>; 8]> {
    let state: &State = facts::state_of_place(claim)?;
    let location = facts::location(claim);
    let name = location.map_or(facts::place_words(claim)?, |l| &l.name);
    let is_country = location.map_or(crosswalk::by_name(name).is_some(), |l| l.where_prec == 6);
    let is_division = location.is_some_and(|l| matches!(l.where_prec, 3..=5));
    let kind = match (state.iso3, is_country, is_division) {
        (_, true, _) => 1,
        ("USA", _, true) => 2,
        ("USA", _, false) => 3,
        (_, _, false) => 4,
        (_, _, true) => 5,
    };
    let parts = match is_country {
        true => vec![state.name()],
        false => [
            Some(name),
            location.and_then(|l| l.admin1.as_deref()),
            Some(state.name()),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    Some([
        Some(kind.to_string()),
        Some(parts.join(", ")),
        state.fips.map(str::to_owned),
        None,
        None,
        location.map(|l| l.latitude.to_string()),
        location.map(|l| l.longitude.to_string()),
        location.and_then(|l| l.geonames).map(|id| id.to_string()),
    ])
}

/// The day with `-` taken out.
fn day(happening: &Happening<'_>) -> Option<String> {
    happening
        .told(facts::day_of)
        .map(|day| day.replace('-', ""))
}

/// What first and last day have in common, up to `length` characters.
fn common(happening: &Happening<'_>, length: usize) -> Option<String> {
    happening.told(|claim| {
        let (first, last) = claim.time.as_ref().and_then(facts::bounds)?;
        let start = first.get(..length)?;
        (last.get(..length)? == start).then(|| start.replace('-', ""))
    })
}

/// The year with the part of it that had passed, as GDELT computes it: months of 30 days.
fn fraction(happening: &Happening<'_>) -> Option<String> {
    let day = happening.told(facts::day_of)?;
    let date: jiff::civil::Date = day.parse().ok()?;
    let passed = f64::from(i32::from(date.month() - 1) * 30 + i32::from(date.day())) / 365.0;
    Some(format!("{:.4}", f64::from(date.year()) + passed))
}

/// The code with three digits at least: `18` is `180`, not specified further.
fn code(claim: &ClaimRecord) -> String {
    match claim.cameo.len() {
        2 => format!("{}0", claim.cameo),
        _ => claim.cameo.clone(),
    }
}

/// GDELT's classes by root code; they differ from PLOVER's for 09, 14 and 16.
fn quad_class(cameo: &str) -> Option<u8> {
    let root: u8 = cameo.get(..2)?.parse().ok()?;
    match root {
        1..=5 => Some(1),
        6..=9 => Some(2),
        10..=14 => Some(3),
        15..=20 => Some(4),
        _ => None,
    }
}

/// Whether a claim stands in the article's first paragraph.
fn is_in_lead(article: &ArticleRecord, claim: &ClaimRecord) -> bool {
    let lead = article.parts.iter().find(|part| part.kind == "paragraph");
    lead.is_some_and(|lead| {
        lead.span.start <= claim.trigger.span.start && claim.trigger.span.end <= lead.span.end
    })
}

/// Publication to the second as GDELT writes it, in UTC; absent where the page states no time or no
/// offset.
fn published(article: &ArticleRecord) -> Option<String> {
    let stamp: jiff::Timestamp = article.published.as_deref()?.parse().ok()?;
    let utc = stamp.to_zoned(jiff::tz::TimeZone::UTC);
    Some(utc.strftime("%Y%m%d%H%M%S").to_string())
}

fn address(article: &ArticleRecord) -> Option<String> {
    article.url.clone()
}

/// Columns of participants and places are filled as groups.
fn group(_: &Happening<'_>) -> Option<String> {
    None
}

fn event_columns<'a>() -> [Column<Happening<'a>>; 61] {
    [
        ("GLOBALEVENTID", |h| {
            Some(facts::number_of(h.id).to_string())
        }),
        ("SQLDATE", day),
        ("MonthYear", |h| common(h, 7)),
        ("Year", |h| common(h, 4)),
        ("FractionDate", fraction),
        ("Actor1Code", group),
        ("Actor1Name", group),
        ("Actor1CountryCode", group),
        ("Actor1KnownGroupCode", group),
        ("Actor1EthnicCode", group),
        ("Actor1Religion1Code", group),
        ("Actor1Religion2Code", group),
        ("Actor1Type1Code", group),
        ("Actor1Type2Code", group),
        ("Actor1Type3Code", group),
        ("Actor2Code", group),
        ("Actor2Name", group),
        ("Actor2CountryCode", group),
        ("Actor2KnownGroupCode", group),
        ("Actor2EthnicCode", group),
        ("Actor2Religion1Code", group),
        ("Actor2Religion2Code", group),
        ("Actor2Type1Code", group),
        ("Actor2Type2Code", group),
        ("Actor2Type3Code", group),
        ("IsRootEvent", |h| {
            let in_lead = h
                .told_in()
                .any(|(article, claim)| is_in_lead(article, claim));
            Some(u8::from(in_lead).to_string())
        }),
        ("EventCode", |h| Some(code(h.fullest()))),
        ("EventBaseCode", |h| {
            code(h.fullest()).get(..3).map(str::to_owned)
        }),
        ("EventRootCode", |h| {
            code(h.fullest()).get(..2).map(str::to_owned)
        }),
        ("QuadClass", |h| {
            Some(quad_class(&h.fullest().cameo)?.to_string())
        }),
        ("GoldsteinScale", |h| {
            Some(format!("{:.1}", goldstein(&h.fullest().cameo)?))
        }),
        ("NumMentions", |h| Some(h.claims.len().to_string())),
        ("NumSources", |h| Some(h.sources().len().max(1).to_string())),
        ("NumArticles", |h| Some(h.articles().count().to_string())),
        ("AvgTone", |_| None),
        ("Actor1Geo_Type", group),
        ("Actor1Geo_FullName", group),
        ("Actor1Geo_CountryCode", group),
        ("Actor1Geo_ADM1Code", group),
        ("Actor1Geo_ADM2Code", group),
        ("Actor1Geo_Lat", group),
        ("Actor1Geo_Long", group),
        ("Actor1Geo_FeatureID", group),
        ("Actor2Geo_Type", group),
        ("Actor2Geo_FullName", group),
        ("Actor2Geo_CountryCode", group),
        ("Actor2Geo_ADM1Code", group),
        ("Actor2Geo_ADM2Code", group),
        ("Actor2Geo_Lat", group),
        ("Actor2Geo_Long", group),
        ("Actor2Geo_FeatureID", group),
        ("ActionGeo_Type", group),
        ("ActionGeo_FullName", group),
        ("ActionGeo_CountryCode", group),
        ("ActionGeo_ADM1Code", group),
        ("ActionGeo_ADM2Code", group),
        ("ActionGeo_Lat", group),
        ("ActionGeo_Long", group),
        ("ActionGeo_FeatureID", group),
        ("DATEADDED", |h| published(h.article())),
        ("SOURCEURL", |h| address(h.article())),
    ]
}

struct Mention<'a> {
    event: &'a str,
    article: &'a ArticleRecord,
    claim: &'a ClaimRecord,
}

fn mention_rows(records: &ArticleRecords, across: &Across, put: &mut Put<'_>) -> u64 {
    let (happenings, left_out) = facts::own_happenings(records, across);
    let columns = mention_columns();
    for happening in &happenings {
        for claim in &happening.claims {
            put(sheet::cells(
                &columns,
                &Mention {
                    event: happening.id,
                    article: &records.article,
                    claim,
                },
            ));
        }
    }
    left_out
}

/// Where in the text a participant stands, counted in characters; -1 where it is not told.
fn offset(article: &ArticleRecord, argument: Option<&ArgumentRecord>) -> Option<String> {
    let at = argument.and_then(|a| facts::characters(&article.text, a.words.span.start));
    Some(at.map_or_else(|| "-1".to_owned(), |at| at.to_string()))
}

/// The address's host, else the outlet.
fn source_name(article: &ArticleRecord) -> Option<String> {
    let host = article
        .url
        .as_deref()
        .and_then(|url| url.split("://").nth(1));
    let host = host.and_then(|rest| rest.split(['/', '?', '#']).next());
    let host = host.map(|host| host.strip_prefix("www.").unwrap_or(host));
    host.map(str::to_owned).or_else(|| article.outlet.clone())
}

fn mention_columns<'a>() -> [Column<Mention<'a>>; 16] {
    [
        ("GLOBALEVENTID", |m| {
            Some(facts::number_of(m.event).to_string())
        }),
        ("EventTimeDate", |m| published(m.article)),
        ("MentionTimeDate", |m| published(m.article)),
        // 1 is an address on the web, 2 a citation.
        ("MentionType", |m| {
            Some(if m.article.url.is_some() { "1" } else { "2" }.to_owned())
        }),
        ("MentionSourceName", |m| source_name(m.article)),
        ("MentionIdentifier", |m| {
            Some(address(m.article).unwrap_or_else(|| m.article.heading().to_owned()))
        }),
        ("SentenceID", |_| None),
        ("Actor1CharOffset", |m| {
            offset(m.article, facts::party(m.claim, "actor"))
        }),
        ("Actor2CharOffset", |m| {
            offset(m.article, facts::target(m.claim))
        }),
        ("ActionCharOffset", |m| {
            let at = facts::characters(&m.article.text, m.claim.trigger.span.start);
            at.map(|at| at.to_string())
        }),
        ("InRawText", |_| Some("1".to_owned())),
        // GDELT's scale begins at 10.
        ("Confidence", |m| {
            let percent = (m.claim.confidence? * 100.0).round().clamp(10.0, 100.0);
            Some(format!("{percent:.0}"))
        }),
        ("MentionDocLen", |m| {
            Some(m.article.text.chars().count().to_string())
        }),
        ("MentionDocTone", |_| None),
        ("MentionDocTranslationInfo", |_| None),
        ("Extras", |_| None),
    ]
}
