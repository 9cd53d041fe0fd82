//! Input that may be packed with gzip: read as what was packed.

use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// What gzip's files begin with.
const MAGIC: [u8; 2] = [0x1F, 0x8B];

/// How many bytes tell what a file is.
const HEAD: u64 = 1024;

/// Bytes to be read, from wherever they come.
pub type Bytes = Box<dyn BufRead + Send>;

/// The first bytes, and all of them.
///
/// # Errors
/// If the first bytes cannot be read.
pub fn with_head(mut from: impl Read + Send + 'static) -> io::Result<(Vec<u8>, Bytes)> {
    let mut head = Vec::new();
    from.by_ref().take(HEAD).read_to_end(&mut head)?;
    let all = Cursor::new(head.clone()).chain(BufReader::new(from));
    Ok((head, Box::new(all)))
}

/// The bytes themselves, or what was packed. The content, known by its `head`, tells, not a name.
pub fn unpacked(head: &[u8], from: Bytes) -> Bytes {
    match head.starts_with(&MAGIC) {
        true => Box::new(BufReader::new(MultiGzDecoder::new(from))),
        false => from,
    }
}
