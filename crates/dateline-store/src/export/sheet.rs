//! Tables of named columns: a cell is a function of a row, absent cells are what the format says.

use super::across::Across;
use super::{Exported, Exporter};
use crate::error::StoreError;
use crate::record::ArticleRecords;
use std::io::Write;

/// A column: its name and its cell, where there is one.
pub(super) type Column<R> = (&'static str, fn(&R) -> Option<String>);

/// How a format lays out its table.
pub(super) struct Layout {
    pub delimiter: u8,
    pub header: bool,
    /// What stands for a value that is not known.
    pub absent: &'static str,
    /// Whether cells may be quoted; where not, tabs and line ends in them become spaces.
    pub quoted: bool,
}

impl Layout {
    /// Comma-separated values with a header; what is not known is left empty.
    pub const COMMA: Layout = Layout {
        delimiter: b',',
        header: true,
        absent: "",
        quoted: true,
    };
}

/// Writes one table. `F` makes the rows of an article and hands each to the writer.
pub(super) struct Sheet<W: Write, F> {
    writer: csv::Writer<W>,
    absent: &'static str,
    quoted: bool,
    rows_of: F,
    done: Exported,
}

/// Takes the cells of one row.
pub(super) type Put<'p> = dyn FnMut(Vec<Option<String>>) + 'p;

impl<W: Write, F> Sheet<W, F>
where
    F: Fn(&ArticleRecords, &Across, &mut Put<'_>) -> u64,
{
    /// Starts a table. `rows_of` hands the cells of each row of an article to what it is given and
    /// says how many claims it left out.
    pub fn new(
        to: W,
        layout: &Layout,
        names: &[&'static str],
        rows_of: F,
    ) -> Result<Self, StoreError> {
        let style = if layout.quoted {
            csv::QuoteStyle::Necessary
        } else {
            csv::QuoteStyle::Never
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(layout.delimiter)
            .quote_style(style)
            .from_writer(to);
        if layout.header {
            writer.write_record(names)?;
        }
        Ok(Self {
            writer,
            absent: layout.absent,
            quoted: layout.quoted,
            rows_of,
            done: Exported::default(),
        })
    }
}

impl<W: Write, F> Exporter for Sheet<W, F>
where
    F: Fn(&ArticleRecords, &Across, &mut Put<'_>) -> u64,
{
    fn article(&mut self, records: &ArticleRecords, across: &Across) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        self.done.left_out += (self.rows_of)(records, across, &mut |cells| rows.push(cells));
        for cells in rows {
            let absent = self.absent;
            let quoted = self.quoted;
            let cells = cells.into_iter().map(|cell| match cell {
                None => absent.to_owned(),
                Some(text) if quoted => text,
                Some(text) => text.replace(['\t', '\n', '\r'], " "),
            });
            self.writer.write_record(cells)?;
            self.done.rows += 1;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Exported, StoreError> {
        self.writer.flush()?;
        Ok(self.done)
    }
}

/// The names of columns.
pub(super) fn names<R>(columns: &[Column<R>]) -> Vec<&'static str> {
    columns.iter().map(|(name, _)| *name).collect()
}

/// The cells of a row.
pub(super) fn cells<R>(columns: &[Column<R>], row: &R) -> Vec<Option<String>> {
    columns.iter().map(|(_, cell)| cell(row)).collect()
}
