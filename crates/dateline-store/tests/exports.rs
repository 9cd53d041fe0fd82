//! Each format against its golden file and a reader of its own. `UPDATE=1 cargo test` writes the golden
//! files anew: read the difference.

mod common;

use common::FORMATS;
use dateline_store::*;
use std::path::Path;

/// A ledger of two short articles of our own, one located claim among theirs.
fn ledger() -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
    let lines = std::fs::read(data("fixture.jsonl")).unwrap();
    ledger.import(lines.as_slice()).unwrap();
    (folder, ledger)
}

fn data(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/exports")
        .join(name)
}

fn export(ledger: &Ledger, format: ExportFormat) -> (String, Exported) {
    let mut bytes = Vec::new();
    let done = ledger
        .export(format, &ClaimFilter::default(), &mut bytes)
        .unwrap();
    (String::from_utf8(bytes).unwrap(), done)
}

fn golden(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Jsonl => "fixture.jsonl",
        ExportFormat::Csv => "claims.csv",
        ExportFormat::Plover => "plover.jsonl",
        ExportFormat::Polecat => "polecat.tsv",
        ExportFormat::GdeltEvents => "gdelt.export.csv",
        ExportFormat::GdeltMentions => "gdelt.mentions.csv",
        ExportFormat::Acled => "acled-shaped.csv",
        ExportFormat::Ucdp => "ucdp-shaped.csv",
        ExportFormat::Geojson => "claims.geojson",
        #[cfg(feature = "parquet")]
        ExportFormat::Parquet => "claims.parquet",
    }
}

#[test]
fn exports_are_as_their_golden_files_have_them() {
    let (_folder, ledger) = ledger();
    for format in FORMATS {
        let (text, _) = export(&ledger, format);
        let path = data(golden(format));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap();
        assert!(
            text == expected,
            "{format:?} differs from {}",
            path.display()
        );
    }
}

/// Rows of a table, each with as many cells as the format has columns.
fn table(text: &str, delimiter: u8, header: bool, columns: usize) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(header)
        .quoting(header)
        .from_reader(text.as_bytes());
    if header {
        assert_eq!(reader.headers().unwrap().len(), columns);
    }
    let rows: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| row.len() == columns));
    rows
}

#[test]
fn tables_are_read_back_with_their_columns() {
    let (_folder, ledger) = ledger();
    let (events, _) = export(&ledger, ExportFormat::GdeltEvents);
    let (mentions, _) = export(&ledger, ExportFormat::GdeltMentions);
    let events = table(&events, b'\t', false, 61);
    let mentions = table(&mentions, b'\t', false, 16);
    for mention in &mentions {
        assert!(
            events.iter().any(|event| event[0] == mention[0]),
            "an event for each mention"
        );
    }
    for event in &events {
        assert!(event[26].len() >= 3 && event[26].starts_with(&event[28]));
        let told = mentions.iter().filter(|m| m[0] == event[0]).count();
        assert_eq!(event[31], told.to_string());
    }
    let (polecat, _) = export(&ledger, ExportFormat::Polecat);
    let polecat = table(&polecat, b'\t', true, 40);
    assert!(
        polecat
            .iter()
            .all(|row| row.iter().all(|cell| !cell.is_empty())),
        "missing is None"
    );
    let (acled, done) = export(&ledger, ExportFormat::Acled);
    assert_eq!(table(&acled, b',', true, 31).len() as u64, done.rows);
    assert!(done.left_out > 0, "what ACLED does not record is counted");
    let (ucdp, _) = export(&ledger, ExportFormat::Ucdp);
    for row in table(&ucdp, b',', true, 49) {
        let number = |at: usize| row[at].parse::<u64>().ok();
        let (best, high, low) = (number(44).unwrap(), number(45), number(46).unwrap());
        assert!(low <= best && high.is_none_or(|high| best <= high));
    }
}

#[test]
fn an_independent_reader_takes_the_geojson() {
    let (_folder, ledger) = ledger();
    let (text, done) = export(&ledger, ExportFormat::Geojson);
    let read: geojson::FeatureCollection = text
        .parse::<geojson::GeoJson>()
        .unwrap()
        .try_into()
        .unwrap();
    assert_eq!(read.features.len() as u64, done.rows);
    assert!(done.rows > 0);
    for feature in read.features {
        let geometry = feature.geometry.unwrap();
        assert!(matches!(geometry.value, geojson::Value::Point(_)));
        assert!(feature.properties.unwrap().contains_key("certainty"));
    }
}

#[test]
fn denied_and_planned_events_are_no_events_where_that_cannot_be_said() {
    let (_folder, ledger) = ledger();
    let (plover, all) = export(&ledger, ExportFormat::Plover);
    let (_, polecat) = export(&ledger, ExportFormat::Polecat);
    assert_eq!(all.left_out, 0);
    assert_eq!(all.rows, polecat.rows + polecat.left_out);
    assert!(polecat.left_out > 0);
    let mut denied = 0;
    for line in plover.lines() {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(event["attribution"].is_array());
        denied += u32::from(event["factuality"]["polarity"] == "-");
    }
    assert!(denied > 0);
}

#[test]
fn a_filter_narrows_an_export() {
    let (_folder, ledger) = ledger();
    let filter = ClaimFilter {
        event_type: Some("ASSAULT".to_owned()),
        ..ClaimFilter::default()
    };
    let mut bytes = Vec::new();
    let done = ledger
        .export(ExportFormat::Plover, &filter, &mut bytes)
        .unwrap();
    assert_eq!(done.rows, ledger.count(&filter).unwrap().claims);
    assert!(done.rows > 0 && done.rows < export(&ledger, ExportFormat::Plover).1.rows);
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_is_read_back() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;
    let (folder, ledger) = ledger();
    let path = folder.path().join("claims.parquet");
    let mut file = std::fs::File::create(&path).unwrap();
    let done = ledger
        .export(ExportFormat::Parquet, &ClaimFilter::default(), &mut file)
        .unwrap();
    let reader = SerializedFileReader::new(std::fs::File::open(&path).unwrap()).unwrap();
    let rows: Vec<_> = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    assert_eq!(rows.len() as u64, done.rows);
    let ids: Vec<&String> = rows.iter().map(|row| row.get_string(0).unwrap()).collect();
    let (csv, _) = export(&ledger, ExportFormat::Csv);
    assert!(ids.iter().all(|id| csv.contains(id.as_str())));
}
