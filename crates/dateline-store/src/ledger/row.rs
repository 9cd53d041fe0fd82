//! Rows to and from SQL with one rule for words: columns `X`, `X_start`, `X_end`.

use crate::record::Words;
use dateline_span::Span;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

/// A row to be written.
pub(super) struct NewRow {
    table: &'static str,
    columns: String,
    values: Vec<Value>,
}

impl NewRow {
    pub(super) fn into_table(table: &'static str) -> Self {
        Self {
            table,
            columns: String::new(),
            values: Vec::new(),
        }
    }

    pub(super) fn set(mut self, column: &str, value: impl Into<Value>) -> Self {
        self.push(column, "", value.into());
        self
    }

    pub(super) fn text(self, column: &str, value: &str) -> Self {
        self.set(column, value.to_owned())
    }

    pub(super) fn maybe_text(self, column: &str, value: Option<&String>) -> Self {
        self.set(column, value.cloned())
    }

    /// Its place among its siblings.
    pub(super) fn position(self, index: usize) -> Self {
        self.set("position", index as i64)
    }

    pub(super) fn words(self, column: &str, words: &Words) -> Self {
        self.maybe_words(column, Some(words))
    }

    pub(super) fn maybe_words(mut self, column: &str, words: Option<&Words>) -> Self {
        self.push(column, "", words.map(|w| w.text.clone()).into());
        self.maybe_span(column, words.map(|w| w.span))
    }

    pub(super) fn span(self, column: &str, span: Span) -> Self {
        self.maybe_span(column, Some(span))
    }

    fn maybe_span(mut self, column: &str, span: Option<Span>) -> Self {
        self.push(column, "_start", span.map(|s| i64::from(s.start)).into());
        self.push(column, "_end", span.map(|s| i64::from(s.end)).into());
        self
    }

    fn push(&mut self, column: &str, ending: &str, value: Value) {
        let comma = if self.values.is_empty() { "" } else { "," };
        for part in [comma, "\"", column, ending, "\""] {
            self.columns.push_str(part);
        }
        self.values.push(value);
    }

    pub(super) fn insert(self, connection: &Connection) -> rusqlite::Result<()> {
        self.write(connection, "")
    }

    /// Inserts, or overwrites every column of the row that has the same value in `key`.
    pub(super) fn upsert(self, connection: &Connection, key: &str) -> rusqlite::Result<()> {
        let updates: Vec<String> = self
            .columns
            .split(',')
            .map(|column| format!("{column}=excluded.{column}"))
            .collect();
        let clause = format!(" ON CONFLICT ({key}) DO UPDATE SET {}", updates.join(","));
        self.write(connection, &clause)
    }

    fn write(self, connection: &Connection, clause: &str) -> rusqlite::Result<()> {
        let marks = vec!["?"; self.values.len()].join(",");
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({marks}){clause}",
            self.table, self.columns
        );
        connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(self.values))
            .map(|_| ())
    }
}

/// Words read back from columns `X`, `X_start`, `X_end`.
pub(super) trait ReadWords {
    fn words(&self, column: &str) -> rusqlite::Result<Words>;
    fn maybe_words(&self, column: &str) -> rusqlite::Result<Option<Words>>;
    fn span(&self, column: &str) -> rusqlite::Result<Span>;
}

impl ReadWords for Row<'_> {
    fn words(&self, column: &str) -> rusqlite::Result<Words> {
        Ok(Words {
            text: self.get(column)?,
            span: self.span(column)?,
        })
    }

    fn maybe_words(&self, column: &str) -> rusqlite::Result<Option<Words>> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| {
            let span = self.span(column)?;
            Ok(Words { text, span })
        })
        .transpose()
    }

    fn span(&self, column: &str) -> rusqlite::Result<Span> {
        Ok(Span {
            start: self.get(format!("{column}_start").as_str())?,
            end: self.get(format!("{column}_end").as_str())?,
        })
    }
}
