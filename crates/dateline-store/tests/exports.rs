//! Each format against its golden file and a reader of its own. `UPDATE=1 cargo test` writes the golden
//! files anew: read the difference.

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
    let text = ExportFormat::ALL
        .iter()
        .filter(|format| format.name() != "parquet");
    for &format in text {
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

/// Parquet read by `parquet2`, which shares no code with the crate that writes it. Only what the format
/// leaves to the reader is here: values follow each other, absent ones are told by levels.
#[cfg(feature = "parquet")]
mod parquet_reader {
    use parquet2::FallibleStreamingIterator;
    use parquet2::encoding::{Encoding, hybrid_rle::HybridRleDecoder};
    use parquet2::page::{DataPage, Page, split_buffer};
    use parquet2::read::{Decompressor, get_page_iterator, read_metadata};
    use parquet2::schema::types::PhysicalType;

    /// Name and cells of each column; what is null is empty.
    pub fn columns(file: &std::path::Path) -> Vec<(String, Vec<String>)> {
        let mut file = std::fs::File::open(file).unwrap();
        let metadata = read_metadata(&mut file).unwrap();
        let mut columns = Vec::new();
        for column in metadata.row_groups[0].columns() {
            let name = column.descriptor().path_in_schema[0].clone();
            let pages = get_page_iterator(column, &mut file, None, Vec::new(), usize::MAX).unwrap();
            let mut pages = Decompressor::new(pages, Vec::new());
            let (mut known, mut cells) = (Vec::new(), Vec::new());
            while let Some(page) = pages.next().unwrap() {
                match page {
                    Page::Dict(page) => known = plain(&page.buffer, column.physical_type()),
                    Page::Data(page) => cells.extend(data(page, &known, column.physical_type())),
                }
            }
            columns.push((name, cells));
        }
        columns
    }

    fn data(page: &DataPage, known: &[String], kind: PhysicalType) -> Vec<String> {
        let (_, levels, values) = split_buffer(page).unwrap();
        let read = |bytes, bits| {
            let decoder = HybridRleDecoder::try_new(bytes, bits, page.num_values()).unwrap();
            decoder.map(Result::unwrap)
        };
        let present: Vec<bool> = read(levels, 1).map(|level| level == 1).collect();
        let count = present.iter().filter(|present| **present).count();
        let values: Vec<String> = match page.encoding() {
            Encoding::Plain => plain(values, kind),
            Encoding::RleDictionary if count == 0 => Vec::new(),
            Encoding::RleDictionary => read(&values[1..], u32::from(values[0]))
                .take(count)
                .map(|at| known[at as usize].clone())
                .collect(),
            other => panic!("{other:?}"),
        };
        let mut values = values.into_iter();
        let mut cell = |present| {
            if present {
                values.next().unwrap()
            } else {
                String::new()
            }
        };
        present.into_iter().map(&mut cell).collect()
    }

    fn plain(bytes: &[u8], kind: PhysicalType) -> Vec<String> {
        match kind {
            PhysicalType::Int64 => bytes
                .chunks_exact(8)
                .map(|b| i64::from_le_bytes(b.try_into().unwrap()).to_string())
                .collect(),
            PhysicalType::Boolean => (0..8 * bytes.len())
                .map(|at| (bytes[at / 8] >> (at % 8) & 1 == 1).to_string())
                .collect(),
            PhysicalType::ByteArray => {
                let (mut rest, mut values) = (bytes, Vec::new());
                while let Some((length, after)) = rest.split_first_chunk() {
                    let (value, after) = after.split_at(u32::from_le_bytes(*length) as usize);
                    values.push(String::from_utf8(value.to_vec()).unwrap());
                    rest = after;
                }
                values
            }
            other => panic!("{other:?}"),
        }
    }
}

#[cfg(feature = "parquet")]
#[test]
fn an_independent_reader_takes_the_parquet_and_finds_what_the_csv_has() {
    let (folder, ledger) = ledger();
    let path = folder.path().join("claims.parquet");
    let mut file = std::fs::File::create(&path).unwrap();
    let done = ledger
        .export(ExportFormat::Parquet, &ClaimFilter::default(), &mut file)
        .unwrap();
    assert!(done.rows > 0);
    let (csv, _) = export(&ledger, ExportFormat::Csv);
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = csv.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    let columns = parquet_reader::columns(&path);
    assert_eq!(columns.len(), names.len());
    for (at, (name, cells)) in columns.iter().enumerate() {
        assert_eq!(*name, names[at]);
        let expected: Vec<&str> = rows.iter().map(|row| &row[at]).collect();
        assert_eq!(*cells, expected, "{name}");
    }
}

/// The fixture with the first incidents of two of its articles that assert an event as one.
fn fused() -> (tempfile::TempDir, Ledger, FusedRecord) {
    let (folder, mut ledger) = ledger();
    let mut tellings = Vec::new();
    ledger
        .each_article(|records| {
            let asserted = records.incidents.iter().find(|incident| {
                let claim = incident.claims.first().and_then(|id| records.claim(id));
                claim.is_some_and(|c| c.event_type == "ASSAULT" && c.polarity == "+")
            });
            tellings.extend(asserted.map(|incident| TellingRecord {
                incident: incident.id.clone(),
                article: incident.article.clone(),
                voice: 1,
            }));
            Ok(())
        })
        .unwrap();
    assert_eq!(tellings.len(), 2);
    tellings[1].voice = 2;
    let fused = FusedRecord {
        id: FusedRecord::id_of(&tellings[0].incident),
        voices: 2,
        tellings,
        ..FusedRecord::default()
    };
    let fusing = ledger.fusing().unwrap();
    fusing.store(std::slice::from_ref(&fused), &[]).unwrap();
    fusing.commit().unwrap();
    (folder, ledger, fused)
}

#[test]
fn an_incident_that_several_articles_tell_is_one_row_with_their_sources() {
    let (_alone, apart) = ledger();
    let (_folder, ledger, fused) = fused();
    for (format, file) in [
        (ExportFormat::GdeltEvents, "fused.gdelt.export.csv"),
        (ExportFormat::GdeltMentions, "fused.gdelt.mentions.csv"),
        (ExportFormat::Acled, "fused.acled-shaped.csv"),
        (ExportFormat::Ucdp, "fused.ucdp-shaped.csv"),
    ] {
        let (text, done) = export(&ledger, format);
        let path = data(file);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{file}");
        let (_, before) = export(&apart, format);
        let merged = u64::from(format != ExportFormat::GdeltMentions);
        assert_eq!(done.rows + merged, before.rows, "{file}");
        assert_eq!(done.left_out, before.left_out, "{file}");
    }
    let (events, _) = export(&ledger, ExportFormat::GdeltEvents);
    let events = table(&events, b'\t', false, 61);
    let of_two: Vec<_> = events.iter().filter(|row| &row[33] == "2").collect();
    assert_eq!(of_two.len(), 1);
    let (mentions, _) = export(&ledger, ExportFormat::GdeltMentions);
    let mentions = table(&mentions, b'\t', false, 16);
    let of_both = mentions.iter().filter(|row| row[0] == of_two[0][0]);
    assert_eq!(of_both.count().to_string(), of_two[0][31]);
    let (acled, _) = export(&ledger, ExportFormat::Acled);
    assert!(acled.contains(&fused.id));
    // The records go with the others, and come back with them.
    let (lines, _) = export(&ledger, ExportFormat::Jsonl);
    assert!(lines.contains("\"record\":\"fused\""));
    let folder = tempfile::tempdir().unwrap();
    let mut again = Ledger::open(&folder.path().join("again.db")).unwrap();
    again.import(lines.as_bytes()).unwrap();
    assert!(again.fused().unwrap().is_empty());
}
