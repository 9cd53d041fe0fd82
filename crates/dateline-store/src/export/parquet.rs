//! Claims as Parquet: the columns of the CSV, one row group for each hundred thousand claims. Numbers
//! are numbers; all else is text; absent is null.

use super::across::Across;
use super::claims::{COLUMNS, Cell};
use super::{Exported, Exporter};
use crate::error::{Kind, StoreError};
use crate::record::ArticleRecords;
use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use std::io::Write;
use std::sync::Arc;

/// Claims kept in memory before they are written.
const GROUP: usize = 100_000;

/// Columns that hold whole numbers.
const NUMBERS: [&str; 5] = [
    "quad_code",
    "trigger_start",
    "trigger_end",
    "evidence_start",
    "evidence_end",
];

pub(super) struct Parquet<'w, W: Write + Send> {
    writer: SerializedFileWriter<&'w mut W>,
    /// The cells of each column, for the rows not yet written.
    pending: Vec<Vec<String>>,
    done: Exported,
}

impl<'w, W: Write + Send> Parquet<'w, W> {
    pub fn new(to: &'w mut W) -> Result<Self, StoreError> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .build();
        let writer = SerializedFileWriter::new(to, schema()?, Arc::new(properties));
        Ok(Self {
            writer: writer.map_err(failed)?,
            pending: vec![Vec::new(); COLUMNS.len()],
            done: Exported::default(),
        })
    }

    fn write_group(&mut self) -> Result<(), StoreError> {
        if self.pending[0].is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group().map_err(failed)?;
        for ((name, _), cells) in COLUMNS.iter().zip(&mut self.pending) {
            let Some(mut column) = group.next_column().map_err(failed)? else {
                break;
            };
            let cells = std::mem::take(cells);
            let levels: Vec<i16> = cells
                .iter()
                .map(|cell| i16::from(!cell.is_empty()))
                .collect();
            let known = cells.into_iter().filter(|cell| !cell.is_empty());
            let written = if NUMBERS.contains(name) {
                let values: Vec<i64> = known.filter_map(|cell| cell.parse().ok()).collect();
                column
                    .typed::<Int64Type>()
                    .write_batch(&values, Some(&levels), None)
            } else if *name == "source_direct" {
                let values: Vec<bool> = known.map(|cell| cell == "true").collect();
                column
                    .typed::<BoolType>()
                    .write_batch(&values, Some(&levels), None)
            } else {
                let values: Vec<ByteArray> =
                    known.map(|c| ByteArray::from(c.into_bytes())).collect();
                column
                    .typed::<ByteArrayType>()
                    .write_batch(&values, Some(&levels), None)
            };
            written.map_err(failed)?;
            column.close().map_err(failed)?;
        }
        group.close().map_err(failed)?;
        Ok(())
    }
}

impl<W: Write + Send> Exporter for Parquet<'_, W> {
    fn article(&mut self, records: &ArticleRecords, _: &Across) -> Result<(), StoreError> {
        for claim in &records.claims {
            for ((_, cell), cells) in COLUMNS.iter().zip(&mut self.pending) {
                let cell: &Cell = cell;
                cells.push(cell(&records.article, claim));
            }
            self.done.rows += 1;
        }
        if self.pending[0].len() >= GROUP {
            self.write_group()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Exported, StoreError> {
        self.write_group()?;
        self.writer.close().map_err(failed)?;
        Ok(self.done)
    }
}

fn schema() -> Result<Arc<Type>, StoreError> {
    let column = |name: &str| {
        let (physical, converted) = if NUMBERS.contains(&name) {
            (Physical::INT64, ConvertedType::NONE)
        } else if name == "source_direct" {
            (Physical::BOOLEAN, ConvertedType::NONE)
        } else {
            (Physical::BYTE_ARRAY, ConvertedType::UTF8)
        };
        Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_converted_type(converted)
            .build()
            .map(Arc::new)
    };
    let columns = COLUMNS.iter().map(|(name, _)| column(name));
    let columns: Result<Vec<_>, _> = columns.collect();
    let group = Type::group_type_builder("claim").with_fields(columns.map_err(failed)?);
    Ok(Arc::new(group.build().map_err(failed)?))
}

fn failed(error: parquet::errors::ParquetError) -> StoreError {
    Kind::Parquet(error.to_string()).into()
}
