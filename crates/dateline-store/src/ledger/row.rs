//! Rows to and from SQL with one rule for words: columns `X`, `X_start`, `X_end`.

use crate::record::Words;
use dateline_span::Span;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, Row, params_from_iter};

/// Writes rows of one transaction. The statement of each table is made once: making it for every row
/// would cost as much as the row.
pub(super) struct Writer<'c> {
    pub connection: &'c Connection,
    ready: Vec<(&'static str, CachedStatement<'c>)>,
}

impl<'c> Writer<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            ready: Vec::new(),
        }
    }
}

/// A row to be written. It borrows its texts: a claim has some twenty rows, and copying them would cost
/// as much as writing them.
pub(super) struct NewRow<'v> {
    table: &'static str,
    /// Name and ending of each column.
    columns: Vec<(&'v str, &'static str)>,
    values: Vec<ToSqlOutput<'v>>,
}

impl<'v> NewRow<'v> {
    pub(super) fn into_table(table: &'static str) -> Self {
        const USUAL: usize = 12;
        Self {
            table,
            columns: Vec::with_capacity(USUAL),
            values: Vec::with_capacity(USUAL),
        }
    }

    pub(super) fn set(mut self, column: &'v str, value: impl Into<Value>) -> Self {
        self.push(column, "", ToSqlOutput::Owned(value.into()));
        self
    }

    pub(super) fn text(self, column: &'v str, value: &'v str) -> Self {
        self.maybe_str(column, Some(value))
    }

    pub(super) fn maybe_text(self, column: &'v str, value: Option<&'v String>) -> Self {
        self.maybe_str(column, value.map(String::as_str))
    }

    pub(super) fn maybe_str(mut self, column: &'v str, value: Option<&'v str>) -> Self {
        let value = value.map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes()));
        self.push(column, "", ToSqlOutput::Borrowed(value));
        self
    }

    /// Its place among its siblings.
    pub(super) fn position(self, index: usize) -> Self {
        self.set("position", index as i64)
    }

    pub(super) fn words(self, column: &'v str, words: &'v Words) -> Self {
        self.maybe_words(column, Some(words))
    }

    pub(super) fn maybe_words(self, column: &'v str, words: Option<&'v Words>) -> Self {
        self.maybe_str(column, words.map(|w| w.text.as_str()))
            .maybe_span(column, words.map(|w| w.span))
    }

    pub(super) fn span(self, column: &'v str, span: Span) -> Self {
        self.maybe_span(column, Some(span))
    }

    fn maybe_span(mut self, column: &'v str, span: Option<Span>) -> Self {
        let number = |n: Option<u32>| ToSqlOutput::Owned(n.map(i64::from).into());
        self.push(column, "_start", number(span.map(|s| s.start)));
        self.push(column, "_end", number(span.map(|s| s.end)));
        self
    }

    fn push(&mut self, column: &'v str, ending: &'static str, value: ToSqlOutput<'v>) {
        self.columns.push((column, ending));
        self.values.push(value);
    }

    /// Inserts it. All rows of a table set the same columns in the same order.
    pub(super) fn insert(self, writer: &mut Writer<'_>) -> rusqlite::Result<()> {
        let known = writer
            .ready
            .iter()
            .position(|(table, _)| *table == self.table);
        let at = match known {
            Some(at) => at,
            None => {
                let statement = writer.connection.prepare_cached(&self.sql())?;
                writer.ready.push((self.table, statement));
                writer.ready.len() - 1
            }
        };
        let statement = &mut writer.ready[at].1;
        statement.execute(params_from_iter(self.values)).map(|_| ())
    }

    /// Inserts, or overwrites every column of the row that has the same value in `key`.
    pub(super) fn upsert(self, connection: &Connection, key: &str) -> rusqlite::Result<()> {
        let mut sql = self.sql();
        let updates: Vec<String> = self
            .columns
            .iter()
            .map(|(column, ending)| format!("\"{column}{ending}\"=excluded.\"{column}{ending}\""))
            .collect();
        sql.push_str(&format!(
            " ON CONFLICT ({key}) DO UPDATE SET {}",
            updates.join(",")
        ));
        connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(self.values))
            .map(|_| ())
    }

    fn sql(&self) -> String {
        let mut sql = String::with_capacity(64 + 24 * self.columns.len());
        sql.push_str("INSERT INTO ");
        sql.push_str(self.table);
        for (at, (column, ending)) in self.columns.iter().enumerate() {
            sql.push_str(if at == 0 { " (\"" } else { ",\"" });
            sql.push_str(column);
            sql.push_str(ending);
            sql.push('"');
        }
        sql.push_str(") VALUES (?");
        for _ in 1..self.columns.len() {
            sql.push_str(",?");
        }
        sql.push(')');
        sql
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
