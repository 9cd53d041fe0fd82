//! One opaque error; its private kinds carry what a person needs to act on.

use rusqlite::ErrorCode;
use serde_json::error::Category;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a ledger could not be opened, read or written. What was stored before stays stored.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct StoreError(#[from] pub(crate) Kind);

#[derive(Debug, Error)]
pub(crate) enum Kind {
    #[error("there is no ledger at {}", .0.display())]
    Missing(PathBuf),
    #[error("{} is not a Dateline ledger; it was left as it is", .0.display())]
    NotALedger(PathBuf),
    #[error(
        "{} was written by a newer Dateline (ledger version {}; this program knows up to {}); \
         update Dateline to open it", .0.display(), .1, .2
    )]
    Newer(PathBuf, i64, i64),
    #[error(
        "{} is of ledger version {}; opening it for writing, as `dateline import {}` without a file does, \
         brings it to version {}", .0.display(), .1, .0.display(), .2
    )]
    Older(PathBuf, i64, i64),
    #[error(
        "{} is of ledger version {}, from before the first release, which this program does not know; read \
         its pages again into a new file, or take it along as JSON Lines: `dateline export --format jsonl` \
         by the program that wrote it, `dateline import` by this one", .0.display(), .1
    )]
    Unreleased(PathBuf, i64),
    #[error("{} is damaged or cut short ({detail}); restore it from a copy, or read the pages again into a new file", .path.display())]
    Damaged { path: PathBuf, detail: String },
    #[error("{} is in use by another program, and stayed so; try again when it is done", .0.display())]
    Locked(PathBuf),
    #[error("no space left for {}; everything stored before is kept", .0.display())]
    Full(PathBuf),
    #[error("{} cannot be written: the file or its folder is read-only", .0.display())]
    ReadOnly(PathBuf),
    // What the system says is part of these words, so it is no `source` of its own: it would be said twice.
    #[error("{} cannot be opened: {error}", .path.display())]
    Open {
        path: PathBuf,
        error: std::io::Error,
    },
    #[error("{} cannot be opened or made there; its folder must exist and be writable", .0.display())]
    CannotOpen(PathBuf),
    #[error("{}: {error}", .path.display())]
    Sql {
        path: PathBuf,
        error: rusqlite::Error,
    },
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Csv(#[from] csv::Error),
    #[cfg(feature = "parquet")]
    #[error("Parquet cannot be written: {0}")]
    Parquet(String),
    #[error("{} lacks its indexes: a bulk import was cut off; `dateline import {}` without a file finishes it", .0.display(), .0.display())]
    Unindexed(PathBuf),
    #[error("{0}")]
    Filter(String),
    #[error("{0} stands with the records of the article {1}, but is none of them")]
    Stray(String, String),
    #[error("{0}; nothing was changed")]
    Decision(String),
    #[error("line {line} is no record: {detail}")]
    Line { line: usize, detail: String },
    #[error(
        "line {line} is no record: {detail}; the articles that were whole before it are stored"
    )]
    Cut { line: usize, detail: String },
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl StoreError {
    /// Whether the reader of an export went away, as `head` does.
    pub fn is_broken_pipe(&self) -> bool {
        let broken = |e: &std::io::Error| e.kind() == std::io::ErrorKind::BrokenPipe;
        match &self.0 {
            Kind::Io(error) => broken(error),
            Kind::Json(error) => error.io_error_kind() == Some(std::io::ErrorKind::BrokenPipe),
            Kind::Csv(error) => match error.kind() {
                csv::ErrorKind::Io(error) => broken(error),
                _ => false,
            },
            _ => false,
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Kind::Json(error).into()
    }
}

impl From<csv::Error> for StoreError {
    fn from(error: csv::Error) -> Self {
        Kind::Csv(error).into()
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        Kind::Io(error).into()
    }
}

/// What is wrong with a line of JSON and in which column; which line it is says the caller.
pub(crate) fn json_reason(error: &serde_json::Error) -> String {
    let what = error.to_string();
    let what = match error.classify() {
        Category::Eof => "it is cut off",
        Category::Syntax => "it is no JSON",
        Category::Data | Category::Io => what.split(" at line ").next().unwrap_or_default(),
    };
    format!("{what} (column {})", error.column())
}

/// What SQLite's refusal means for the person whose file it is.
pub(crate) fn explained(path: &Path, source: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    match source.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Kind::NotALedger(path),
        Some(ErrorCode::DatabaseCorrupt) => Kind::Damaged {
            path,
            detail: source.to_string(),
        },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Kind::Locked(path),
        Some(ErrorCode::DiskFull) => Kind::Full(path),
        // The index that SQLite keeps beside the `-wal` file could not grow.
        _ if is_extended(&source, rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Kind::Full(path),
        Some(ErrorCode::ReadOnly) => Kind::ReadOnly(path),
        Some(ErrorCode::CannotOpen) => Kind::CannotOpen(path),
        _ => Kind::Sql {
            path,
            error: source,
        },
    }
    .into()
}

fn is_extended(error: &rusqlite::Error, code: std::ffi::c_int) -> bool {
    error
        .sqlite_error()
        .is_some_and(|error| error.extended_code == code)
}
