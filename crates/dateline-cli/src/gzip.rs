//! Input that may be packed with gzip: read as what was packed.

use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Read};

/// What gzip's files begin with.
const MAGIC: [u8; 2] = [0x1F, 0x8B];

/// The bytes themselves, or what was packed. The content tells, not a name.
///
/// # Errors
/// If the first bytes cannot be read.
pub fn unpacked<'r>(from: impl Read + 'r) -> io::Result<Box<dyn BufRead + 'r>> {
    let mut from = BufReader::new(from);
    let is_packed = from.fill_buf()?.starts_with(&MAGIC);
    Ok(match is_packed {
        true => Box::new(BufReader::new(MultiGzDecoder::new(from))),
        false => Box::new(from),
    })
}
