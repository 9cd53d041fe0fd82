//! What a server answered: status, fields, and the page with its codings undone.

use super::fields::{Fields, header_end};
use super::members::MAGIC;
use crate::note::{Note, NoteKind};
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// The head of an answer.
pub(super) struct Answer {
    pub status: u16,
    pub fields: Fields,
    /// Where its page begins.
    pub head: usize,
}

impl Answer {
    /// Reads the head; `None` where the bytes are no answer by HTTP.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if !bytes.starts_with(b"HTTP/") {
            return None;
        }
        let head = header_end(bytes)?;
        let line = bytes.split(|byte| *byte == b'\n').next()?;
        let line = std::str::from_utf8(line.get(..line.len().min(64))?).ok()?;
        Some(Self {
            status: line.split_ascii_whitespace().nth(1)?.parse().ok()?,
            fields: Fields::of(&bytes[..head]),
            head,
        })
    }
}

/// How a page was coded for its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Codings {
    chunked: bool,
    packed: Option<Packing>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Gzip,
    Deflate,
}

impl Codings {
    /// As the fields state them.
    ///
    /// # Errors
    /// The name of a coding that is not undone.
    pub fn of(fields: &Fields) -> Result<Self, String> {
        let transfer = fields.get("transfer-encoding").unwrap_or_default();
        let content = fields.get("content-encoding").unwrap_or_default();
        let mut codings = Self::default();
        for coding in transfer.split(',').chain(content.split(',')) {
            match coding.trim().to_ascii_lowercase().as_str() {
                "" | "identity" | "none" | "utf-8" => {}
                "chunked" => codings.chunked = true,
                "gzip" | "x-gzip" => codings.packed = Some(Packing::Gzip),
                "deflate" => codings.packed = Some(Packing::Deflate),
                other => return Err(other.chars().take(20).collect()),
            }
        }
        Ok(codings)
    }

    /// Undoes them; crawlers store many pages undone and leave the fields, so what is not coded stays. What
    /// breaks off or grows beyond `most` bytes is noted.
    pub fn undo(&self, mut bytes: Vec<u8>, most: usize, notes: &mut Vec<Note>) -> Vec<u8> {
        if self.chunked
            && let Some((joined, is_whole)) = joined(&bytes)
        {
            if !is_whole {
                let why = "its chunks break off: what came before was read";
                notes.push(Note::new(NoteKind::Malformed, why));
            }
            bytes = joined;
        }
        let unpacked = match self.packed {
            Some(Packing::Gzip) if bytes.starts_with(&MAGIC[..2]) => {
                unpack(MultiGzDecoder::new(bytes.as_slice()), most)
            }
            Some(Packing::Deflate) if bytes.first().is_some_and(|byte| byte & 0x0F == 8) => {
                unpack(ZlibDecoder::new(bytes.as_slice()), most)
            }
            Some(Packing::Deflate) if !bytes.starts_with(b"<") => {
                unpack(DeflateDecoder::new(bytes.as_slice()), most)
            }
            _ => return bytes,
        };
        notes.extend(unpacked.note);
        unpacked.bytes
    }
}

struct Unpacked {
    bytes: Vec<u8>,
    note: Option<Note>,
}

fn unpack(from: impl Read, most: usize) -> Unpacked {
    let mut bytes = Vec::new();
    let read = from.take(most as u64 + 1).read_to_end(&mut bytes);
    let note = match read {
        Ok(n) if n > most => {
            bytes.clear();
            let why = format!("unpacked it is larger than {} MiB", most >> 20);
            Some(Note::new(NoteKind::Limit, why))
        }
        Ok(_) => None,
        Err(error) => {
            let why = format!(
                "its packing breaks off after {} bytes, which were read: {error}",
                bytes.len()
            );
            Some(Note::new(NoteKind::Malformed, why))
        }
    };
    Unpacked { bytes, note }
}

/// The chunks joined, and whether the last one is there; `None` where there are no chunks.
fn joined(mut bytes: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut whole = Vec::new();
    let mut is_first = true;
    loop {
        let Some((size, rest)) = chunk_size(bytes) else {
            return (!is_first).then_some((whole, false));
        };
        is_first = false;
        if size == 0 {
            return Some((whole, true));
        }
        let Some((chunk, rest)) = rest.split_at_checked(size) else {
            whole.extend_from_slice(rest);
            return Some((whole, false));
        };
        whole.extend_from_slice(chunk);
        bytes = rest.strip_prefix(b"\r\n").unwrap_or(rest);
        bytes = bytes.strip_prefix(b"\n").unwrap_or(bytes);
    }
}

/// The size of the chunk that begins here, and the bytes behind its line.
fn chunk_size(bytes: &[u8]) -> Option<(usize, &[u8])> {
    const LONGEST: usize = 256;
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let size = line.split(';').next()?.trim();
    let size = usize::from_str_radix(size, 16).ok()?;
    Some((size, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
    use std::io::Write;

    const PAGE: &[u8] = b"<p>A ferry was towed back to Kalem on Monday.</p>";

    fn undone(fields: &str, bytes: Vec<u8>) -> (Vec<u8>, Vec<Note>) {
        let mut notes = Vec::new();
        let codings = Codings::of(&Fields::of(fields.as_bytes())).unwrap();
        (codings.undo(bytes, 1 << 10, &mut notes), notes)
    }

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    fn chunked(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        for chunk in bytes.chunks(7) {
            out.extend(format!("{:x};note=1\r\n", chunk.len()).bytes());
            out.extend(chunk);
            out.extend(b"\r\n");
        }
        out.extend(b"0\r\n\r\n");
        out
    }

    #[test]
    fn codings_are_undone_one_after_the_other() {
        let fields = "Transfer-Encoding: chunked\r\nContent-Encoding: GZIP\r\n";
        assert_eq!(
            undone(fields, chunked(&gzipped(PAGE))),
            (PAGE.to_vec(), vec![])
        );
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(PAGE).unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
        raw.write_all(PAGE).unwrap();
        for packed in [zlib.finish().unwrap(), raw.finish().unwrap()] {
            assert_eq!(undone("Content-Encoding: deflate", packed).0, PAGE);
        }
    }

    #[test]
    fn what_was_stored_undone_stays() {
        let fields = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n";
        assert_eq!(undone(fields, PAGE.to_vec()), (PAGE.to_vec(), vec![]));
        assert_eq!(
            undone("Content-Encoding: deflate", PAGE.to_vec()).0,
            PAGE.to_vec()
        );
    }

    #[test]
    fn what_breaks_off_is_kept_and_said() {
        let mut bytes = chunked(PAGE);
        bytes.truncate(40);
        let (page, notes) = undone("Transfer-Encoding: chunked", bytes);
        assert!(PAGE.starts_with(&page) && page.len() > 10);
        assert_eq!(notes[0].kind, NoteKind::Malformed);
        let mut bytes = gzipped(PAGE);
        bytes.truncate(bytes.len() - 12);
        let (page, notes) = undone("Content-Encoding: gzip", bytes);
        assert!(PAGE.starts_with(&page), "{page:?}");
        assert_eq!(notes[0].kind, NoteKind::Malformed);
    }

    #[test]
    fn what_grows_without_end_is_refused() {
        let (page, notes) = undone("Content-Encoding: gzip", gzipped(&[b'a'; 1 << 16]));
        assert!(page.is_empty());
        assert_eq!(notes[0].kind, NoteKind::Limit);
    }

    #[test]
    fn other_codings_are_named() {
        let fields = Fields::of(b"Content-Encoding: br\r\n");
        assert_eq!(Codings::of(&fields), Err("br".to_owned()));
    }
}
