//! Opening, creating and closing a ledger, without ever touching somebody else's file.

use super::Ledger;
use crate::error::{Kind, StoreError, explained};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// "DtLn": marks the file as a ledger in SQLite's header.
const APPLICATION_ID: i64 = 0x4474_4C6E;

/// The version that the first script makes: those before it were never released.
const FIRST: i64 = 9;

/// One script for each version of the tables from [`FIRST`] on; the file's `user_version` says how far it
/// has come.
const SCRIPTS: [&str; 5] = [
    include_str!("schema.sql"),
    include_str!("schema_times.sql"),
    include_str!("schema_fusion.sql"),
    include_str!("schema_voices.sql"),
    include_str!("schema_towns.sql"),
];

/// The version that this program writes.
const KNOWN: i64 = FIRST - 1 + SCRIPTS.len() as i64;

/// Bytes of a page of the file. Rows are long; larger pages would be written again for few of them.
const PAGE: i64 = 8_192;

/// Memory for pages of the file while writing, in KiB; negative, as SQLite wants it.
const CACHE_KIB: i64 = -262_144;

/// The same while only reading: as much as a page of claims with the indexes that lead there.
const READING_CACHE_KIB: i64 = -32_768;

/// Pages in the `-wal` file before SQLite folds it in: 128 MiB. Each folding writes pages a second time,
/// and many of them would be written again soon.
const FOLD_AT: i64 = 16_384;

/// Statements kept ready: more than one article's writing needs.
const STATEMENTS: usize = 256;

/// How long another program may hold the file before we give up.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait before asking again where SQLite itself does not wait.
const PAUSE: Duration = Duration::from_millis(20);

impl Ledger {
    /// Opens the ledger at `path` for writing, or makes a new one where there is no file.
    ///
    /// While it is open SQLite keeps a `-wal` file beside it; [`Ledger::close`] folds that back in.
    ///
    /// # Errors
    /// If the file is no ledger (it is left as it is), was written by a newer version, is damaged,
    /// in use, read-only, or the disk is full.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let is_new = is_new(path)?;
        if !is_new {
            inspect(path)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut ledger = connect(path, flags)?;
        if ledger.with(|c| c.is_readonly("main"))? {
            return Err(Kind::ReadOnly(path.to_owned()).into());
        }
        if is_new || ledger.is_empty()? {
            ledger.with(|c| c.pragma_update(None, "page_size", PAGE))?;
        } else {
            ledger.checked_version()?;
        }
        ledger.upgrade(&SCRIPTS)?;
        ledger.begin_wal()?;
        ledger.with(|c| {
            c.pragma_update(None, "foreign_keys", true)?;
            c.pragma_update(None, "synchronous", "normal")?;
            c.pragma_update(None, "cache_size", CACHE_KIB)?;
            c.pragma_update_and_check(None, "wal_autocheckpoint", FOLD_AT, |_| Ok(()))
        })?;
        if ledger.is_unfinished()? {
            ledger.finish_bulk()?;
        }
        Ok(ledger)
    }

    /// Opens an existing ledger for reading only.
    ///
    /// # Errors
    /// If there is none, it is of another version, damaged or in use.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        if is_new(path)? {
            return Err(Kind::Missing(path.to_owned()).into());
        }
        inspect(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let ledger = connect(path, flags)?;
        let found = ledger.checked_version()?;
        if found < KNOWN {
            let path = path.to_owned();
            return Err(Kind::Older(path, found, KNOWN).into());
        }
        ledger.with(|c| c.pragma_update(None, "cache_size", READING_CACHE_KIB))?;
        Ok(ledger)
    }

    /// Closes the ledger and leaves one complete file. Where another program still has it open, its
    /// `-wal` file stays until that program is done.
    ///
    /// # Errors
    /// If what is still in the `-wal` file could not be folded in; it is not lost then.
    pub fn close(self) -> Result<(), StoreError> {
        let folded = self.with(|c| {
            c.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            c.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))
        });
        match folded {
            Err(StoreError(Kind::Locked(_))) => Ok(()),
            other => other,
        }
    }

    /// Has SQLite write into a `-wal` file: a transaction for each page would otherwise wait for the disk
    /// each time.
    ///
    /// The switch needs the file for a moment, and while another program has it SQLite refuses at once
    /// rather than wait as it does elsewhere: two that open a ledger together would stop one of them.
    fn begin_wal(&self) -> Result<(), StoreError> {
        let until = Instant::now() + PATIENCE;
        loop {
            let switched =
                self.with(|c| c.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())));
            match switched {
                Err(StoreError(Kind::Locked(_))) if Instant::now() < until => {
                    std::thread::sleep(PAUSE);
                }
                other => return other,
            }
        }
    }

    /// Whether nothing is in the file yet: another program may be about to make the ledger.
    fn is_empty(&self) -> Result<bool, StoreError> {
        let changes: i64 =
            self.with(|c| c.pragma_query_value(None, "schema_version", |row| row.get(0)))?;
        Ok(changes == 0)
    }

    fn version(&self) -> Result<i64, StoreError> {
        self.with(|c| c.pragma_query_value(None, "user_version", |row| row.get(0)))
    }

    /// The file's version, if it is a ledger that this program knows.
    fn checked_version(&self) -> Result<i64, StoreError> {
        let application: i64 =
            self.with(|c| c.pragma_query_value(None, "application_id", |row| row.get(0)))?;
        if application != APPLICATION_ID {
            return Err(Kind::NotALedger(self.path.clone()).into());
        }
        let found = self.version()?;
        let path = || self.path.clone();
        match found {
            ..FIRST => Err(Kind::Unreleased(path(), found).into()),
            FIRST..=KNOWN => Ok(found),
            _ => Err(Kind::Newer(path(), found, KNOWN).into()),
        }
    }

    /// Applies the scripts that the file has not seen, all or none.
    fn upgrade(&mut self, scripts: &[&str]) -> Result<(), StoreError> {
        let last = FIRST - 1 + scripts.len() as i64;
        if self.version()? == last {
            return Ok(());
        }
        self.transact(|t| {
            // Another program may have done it meanwhile. A new file is of version 0.
            let version: i64 = t.pragma_query_value(None, "user_version", |row| row.get(0))?;
            let seen = usize::try_from(version + 1 - FIRST).unwrap_or(0);
            for script in &scripts[seen..] {
                t.execute_batch(script)?;
            }
            t.pragma_update(None, "application_id", APPLICATION_ID)?;
            t.pragma_update(None, "user_version", last)
        })
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Ledger, StoreError> {
    let connection = Connection::open_with_flags(path, flags)
        .and_then(|connection| {
            connection.busy_timeout(PATIENCE)?;
            connection.set_prepared_statement_cache_capacity(STATEMENTS);
            // Without it a statement that was bound anew is compiled anew, a quarter of all time.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            Ok(connection)
        })
        .map_err(|error| explained(path, error))?;
    Ok(Ledger {
        connection,
        path: path.to_owned(),
    })
}

/// Whether there is no file yet, or an empty one, which SQLite takes as a new database.
fn is_new(path: &Path) -> Result<bool, StoreError> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_file() => Ok(file.len() == 0 && !has_journal(path)),
        Ok(_) => Err(Kind::NotALedger(path.to_owned()).into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(source) => Err(open_error(path, source)),
    }
}

/// Looks at the file's first bytes before SQLite does: opening a database may roll back or fold in
/// what its owner left unfinished, and a file that is not ours must stay as it is.
fn inspect(path: &Path) -> Result<(), StoreError> {
    const HEADER: usize = 100;
    let mut header = Vec::with_capacity(HEADER);
    let file = File::open(path).map_err(|source| open_error(path, source))?;
    (&file)
        .take(HEADER as u64)
        .read_to_end(&mut header)
        .map_err(|source| open_error(path, source))?;
    if has_journal(path) {
        return Ok(()); // the header may be half written; SQLite mends it, then the marks are checked
    }
    // Last: a writer that is just done has written the header before it made the file as long as that says.
    let length = file
        .metadata()
        .map_err(|source| open_error(path, source))?
        .len();
    if header.len() < HEADER || !header.starts_with(b"SQLite format 3\0") {
        return Err(Kind::NotALedger(path.to_owned()).into());
    }
    let number = |at: usize| u32::from_be_bytes([0, 1, 2, 3].map(|i| header[at + i]));
    if i64::from(number(68)) != APPLICATION_ID {
        return Err(Kind::NotALedger(path.to_owned()).into());
    }
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let expected = page_size * u64::from(number(28));
    if length < expected {
        let detail = format!("{length} of {expected} bytes are there");
        let path = path.to_owned();
        return Err(Kind::Damaged { path, detail }.into());
    }
    Ok(())
}

/// Whether a writer was cut off and left what SQLite needs to finish or undo its work.
fn has_journal(path: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|ending| {
        let mut beside = path.as_os_str().to_owned();
        beside.push(ending);
        std::fs::metadata(PathBuf::from(beside)).is_ok_and(|file| file.len() > 0)
    })
}

fn open_error(path: &Path, source: io::Error) -> StoreError {
    let path = path.to_owned();
    Kind::Open {
        path,
        error: source,
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_waits_for_a_program_that_has_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.db");
        Ledger::open(&path).unwrap().close().unwrap();
        let other = Connection::open(&path).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        std::thread::scope(|threads| {
            let opened = threads.spawn(|| Ledger::open(&path).map(drop));
            std::thread::sleep(10 * PAUSE);
            assert!(!opened.is_finished(), "there is nothing to wait for");
            other.execute_batch("COMMIT").unwrap();
            opened.join().unwrap().unwrap();
        });
    }

    #[test]
    fn a_file_is_brought_up_to_date_by_the_scripts_it_has_not_seen_or_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
        let and = |more: &[&'static str]| [&SCRIPTS[..], more].concat();
        let added = "CREATE TABLE later (x INTEGER) STRICT";
        let refused = ledger.upgrade(&and(&[added, "CREATE TABLE runs (x)"]));
        assert!(refused.is_err());
        assert_eq!(ledger.version().unwrap(), KNOWN);
        ledger.upgrade(&and(&[added])).unwrap();
        let insert = "INSERT INTO later VALUES (1)";
        ledger.with(|c| c.execute(insert, [])).unwrap();
        ledger.upgrade(&and(&[added])).unwrap();
        assert_eq!(ledger.version().unwrap(), KNOWN + 1);
    }
}
