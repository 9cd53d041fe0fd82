//! Helpers shared by the benchmarks.

use anyhow::{Context, Result};
use std::path::Path;

/// The English model that Dateline ships.
pub static ENGLISH: &[u8] = include_bytes!("../../models/en_core_web_md.dateline");

/// The texts of a file: every row's `text` in a `.jsonl` file, else the whole file.
pub fn texts(path: &Path) -> Result<Vec<String>> {
    let content = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    if path.extension().is_none_or(|e| e != "jsonl") {
        return Ok(vec![content]);
    }
    let text = |row: &str| -> Result<String> {
        let row: serde_json::Value = serde_json::from_str(row)?;
        let text = row["text"].as_str().context("row without a text")?;
        Ok(text.to_owned())
    };
    content.lines().map(text).collect()
}
