//! A ledger handed to other programs, in the formats of the field.
//!
//! Each format is an [`Exporter`]: articles go in one by one, rows come out. Formats that cannot say
//! that an event was denied, doubted or only planned take asserted claims alone, and the number of
//! claims left out is reported.

mod acled;
mod across;
mod claims;
mod facts;
mod gdelt;
mod geojson;
mod goldstein;
#[cfg(feature = "parquet")]
mod parquet;
mod plover;
mod polecat;
mod sheet;
mod ucdp;

pub use claims::{ClaimCsv, write_jsonl};
pub(crate) use facts::name as best_name;

use crate::error::StoreError;
use crate::ledger::{ClaimFilter, Ledger};
use crate::record::{ArticleRecords, Record};
use across::{Across, Incidents};
use std::collections::BTreeSet;
use std::io::Write;

/// What a ledger can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Dateline's own records, one a line.
    Jsonl,
    /// One row a claim, Dateline's own columns.
    Csv,
    /// PLOVER's JSON, one event a line, with `attribution` and `factuality` beside it.
    Plover,
    /// POLECAT's 40 columns, tab-separated.
    Polecat,
    /// GDELT 2.0's event table: 61 columns, tab-separated, no header.
    GdeltEvents,
    /// GDELT 2.0's mentions table: 16 columns, tab-separated, no header.
    GdeltMentions,
    /// ACLED's 31 columns as CSV; the shape only, not ACLED's data or coding.
    Acled,
    /// UCDP GED's 49 columns as CSV; the shape only, not UCDP's data or coding.
    Ucdp,
    /// Claims whose place is known, as points.
    Geojson,
    /// One row a claim, Dateline's own columns, for data frames.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl ExportFormat {
    /// Every format of this build, in the order in which they are listed.
    pub const ALL: &[Self] = &[
        Self::Jsonl,
        Self::Csv,
        Self::Plover,
        Self::Polecat,
        Self::GdeltEvents,
        Self::GdeltMentions,
        Self::Acled,
        Self::Ucdp,
        Self::Geojson,
        #[cfg(feature = "parquet")]
        Self::Parquet,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        self.described().0
    }

    /// What it writes, in a line.
    pub fn about(self) -> &'static str {
        self.described().1
    }

    /// Why claims may be left out of it.
    pub fn leaves_out(self) -> &'static str {
        self.described().2
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| format.name() == name)
    }

    fn described(self) -> (&'static str, &'static str, &'static str) {
        const NOTHING: &str = "nothing is left out";
        const UNSAID: &str = "denied, doubted or planned, which this format cannot say";
        match self {
            Self::Jsonl => (
                "jsonl",
                "Dateline's records, one a line; `import` takes them back",
                NOTHING,
            ),
            Self::Csv => ("csv", "One row a claim, Dateline's columns", NOTHING),
            Self::Plover => (
                "plover",
                "PLOVER JSON, one event a line, with attribution and factuality",
                NOTHING,
            ),
            Self::Polecat => (
                "polecat",
                "POLECAT: 40 columns, tab-separated, with a header",
                UNSAID,
            ),
            Self::GdeltEvents => (
                "gdelt-events",
                "GDELT 2.0 events: 61 columns, tab-separated, no header",
                UNSAID,
            ),
            Self::GdeltMentions => (
                "gdelt-mentions",
                "GDELT 2.0 mentions: 16 columns, tab-separated, no header",
                UNSAID,
            ),
            Self::Acled => (
                "acled-shaped",
                "A CSV in the shape of ACLED's 31 columns",
                "denied, doubted, planned, or of a kind that ACLED does not record",
            ),
            Self::Ucdp => (
                "ucdp-shaped",
                "A CSV in the shape of UCDP GED's 49 columns",
                "denied, doubted, planned, or without a number of dead, which UCDP asks for",
            ),
            Self::Geojson => (
                "geojson",
                "Claims whose place is known, as points",
                "their place is not known",
            ),
            #[cfg(feature = "parquet")]
            Self::Parquet => (
                "parquet",
                "One row a claim, Dateline's columns, numbers as numbers",
                NOTHING,
            ),
        }
    }
}

/// What an export wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Rows, lines or features.
    pub rows: u64,
    /// Claims that the format has no place for.
    pub left_out: u64,
}

/// Writes articles in one format.
trait Exporter {
    /// Writes what the format wants of an article, whose incidents may be told by others too.
    fn article(&mut self, records: &ArticleRecords, across: &Across) -> Result<(), StoreError>;

    /// Writes what the format wants of the ledger as a whole.
    fn ledger(&mut self, _: &Ledger) -> Result<(), StoreError> {
        Ok(())
    }

    /// Writes what comes last.
    fn finish(self: Box<Self>) -> Result<Exported, StoreError>;
}

impl Ledger {
    /// Writes the claims that `filter` lets through to `to`, article by article in the order they
    /// were stored.
    ///
    /// # Errors
    /// If the ledger is in use or damaged, or `to` cannot be written.
    pub fn export<W: Write + Send>(
        &self,
        format: ExportFormat,
        filter: &ClaimFilter,
        to: &mut W,
    ) -> Result<Exported, StoreError> {
        let chosen = match filter.is_empty() {
            true => None,
            false => Some(self.ids(filter)?),
        };
        let incidents = Incidents::of(self, chosen.as_ref())?;
        let mut exporter = exporter(format, to)?;
        self.each_article(|mut records| {
            if let Some(chosen) = &chosen {
                keep(&mut records, chosen);
                if records.claims.is_empty() {
                    return Ok(());
                }
            }
            let across = incidents.around(self, &records, chosen.as_ref())?;
            exporter.article(&records, &across)
        })?;
        // What is not of one article: only where nothing is left out does it hold as it stands.
        if chosen.is_none() {
            exporter.ledger(self)?;
        }
        exporter.finish()
    }
}

fn exporter<'w, W: Write + Send>(
    format: ExportFormat,
    to: &'w mut W,
) -> Result<Box<dyn Exporter + 'w>, StoreError> {
    Ok(match format {
        ExportFormat::Jsonl => Box::new(Lines { to, rows: 0 }),
        ExportFormat::Csv => Box::new(Table {
            csv: ClaimCsv::new(to)?,
            rows: 0,
        }),
        ExportFormat::Plover => Box::new(plover::Plover::new(to)),
        ExportFormat::Polecat => Box::new(polecat::new(to)?),
        ExportFormat::GdeltEvents => Box::new(gdelt::events(to)?),
        ExportFormat::GdeltMentions => Box::new(gdelt::mentions(to)?),
        ExportFormat::Acled => Box::new(acled::new(to)?),
        ExportFormat::Ucdp => Box::new(ucdp::new(to)?),
        ExportFormat::Geojson => Box::new(geojson::GeoJson::new(to)?),
        #[cfg(feature = "parquet")]
        ExportFormat::Parquet => Box::new(parquet::Parquet::new(to)?),
    })
}

/// Drops the claims that were not chosen, and the incidents that lose all of theirs.
fn keep(records: &mut ArticleRecords, chosen: &BTreeSet<String>) {
    let ArticleRecords {
        claims, incidents, ..
    } = records;
    claims.retain(|claim| chosen.contains(&claim.id));
    incidents.retain(|incident| incident.claims.iter().any(|id| chosen.contains(id)));
}

/// Dateline's own records, one a line.
struct Lines<'w, W> {
    to: &'w mut W,
    rows: u64,
}

impl<W: Write> Exporter for Lines<'_, W> {
    fn ledger(&mut self, ledger: &Ledger) -> Result<(), StoreError> {
        for fused in &ledger.fused()? {
            write_jsonl(self.to, Record::Fused(fused))?;
            self.rows += 1;
        }
        for decision in &ledger.decisions()? {
            write_jsonl(self.to, Record::Decision(decision))?;
            self.rows += 1;
        }
        Ok(())
    }

    fn article(&mut self, records: &ArticleRecords, _: &Across) -> Result<(), StoreError> {
        for record in records.records() {
            write_jsonl(self.to, record)?;
            self.rows += u64::from(!matches!(record, Record::Run(_)));
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Exported, StoreError> {
        self.to.flush()?;
        Ok(Exported {
            rows: self.rows,
            left_out: 0,
        })
    }
}

/// Dateline's own columns.
struct Table<'w, W: Write> {
    csv: ClaimCsv<&'w mut W>,
    rows: u64,
}

impl<W: Write> Exporter for Table<'_, W> {
    fn article(&mut self, records: &ArticleRecords, _: &Across) -> Result<(), StoreError> {
        self.rows += records.claims.len() as u64;
        self.csv.write_article(records)
    }

    fn finish(self: Box<Self>) -> Result<Exported, StoreError> {
        Ok(Exported {
            rows: self.rows,
            left_out: 0,
        })
    }
}
