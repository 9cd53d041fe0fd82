//! How right a ledger is, by people's own checks: claims drawn at random, answers field by field, a
//! report of precision and agreement.

mod agreement;
mod report;
mod sample;

pub use report::{Agreement, FieldPrecision, ReviewReport, report};
pub use sample::{Answer, Judgement, ReviewField, Sampled};

use crate::error::{Kind, StoreError, json_reason};
use serde::de::DeserializeOwned;
use std::io::BufRead;

/// Reads a sample or answers: one JSON object a line. A last line that was cut off is passed over, as a
/// reviewer's machine may have stopped in the middle of it; the answer is given again.
///
/// # Errors
/// If another line is none, with its number.
pub fn read_lines<T: DeserializeOwned, R: BufRead>(from: R) -> Result<Vec<T>, StoreError> {
    let lines: Vec<String> = from.lines().collect::<Result<_, _>>()?;
    let mut read = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(value) => read.push(value),
            Err(error) if at + 1 == lines.len() && error.is_eof() => {}
            Err(error) => {
                return Err(Kind::Line {
                    line: at + 1,
                    detail: json_reason(&error),
                }
                .into());
            }
        }
    }
    Ok(read)
}
