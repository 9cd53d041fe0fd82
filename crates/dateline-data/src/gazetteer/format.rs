//! The file: columns and two sorted name tables, used where they lie.
//!
//! `magic[8] version[u32] fingerprint[u64] rows[u32] sections…`, little-endian; a section is its
//! length in 4 bytes and its bytes. Opening slices the sections and checks their sizes; nothing is
//! copied or decoded until a name is looked up.

use fst::Map;
use std::borrow::Cow;
use thiserror::Error;

pub(super) const MAGIC: &[u8; 8] = b"DLPLACES";

/// Of the layout; a file of another version is refused.
pub(super) const VERSION: u32 = 2;

/// Bytes before the first section.
pub(super) const HEADER: usize = 24;

/// Sections in file order.
#[derive(Clone, Copy)]
pub(super) enum Section {
    /// Four bytes a row.
    GeonamesId,
    /// Three bytes latitude, three bytes longitude a row.
    Point,
    /// Three bytes a row: the row that contains it, one more; 0 where unknown.
    Parent,
    /// One byte a row: six bits the kind, two whether it is a town of its own.
    Kind,
    /// One byte a row: 7.5 · log2(population + 1).
    Population,
    /// Four bytes a row: where its name starts in the pool.
    NameAt,
    /// Names, each one length byte and its UTF-8.
    Names,
    /// Codes of the rows that have one (countries, divisions: the first so many rows).
    Codes,
    /// Sorted table of folded names.
    Exact,
    /// Sorted table of spelling keys.
    Spelling,
    /// Rows of names that several places share.
    Postings,
}

pub(super) const SECTIONS: usize = Section::Postings as usize + 1;

/// Bits of a row's kind; the rest of the byte is its standing.
pub(super) const KIND_BITS: u8 = 6;

/// The numbers of a row's kind and standing.
pub(super) fn kind_and_standing(byte: u8) -> [usize; 2] {
    [byte & ((1 << KIND_BITS) - 1), byte >> KIND_BITS].map(usize::from)
}

/// Why a file of places cannot be used.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct GazetteerError(#[from] Kind);

#[derive(Debug, Error)]
enum Kind {
    #[error("this is no gazetteer file (dateline places import makes one from a GeoNames dump)")]
    NotOne,
    #[error(
        "this gazetteer file is of layout {found}, this program reads layout {VERSION}; import it again"
    )]
    Version { found: u32 },
    #[error("this gazetteer file is damaged or cut off")]
    Damaged,
    #[error(
        "this gazetteer file was made beside another edition of the built-in gazetteer; import it again"
    )]
    Edition,
}

impl GazetteerError {
    pub(super) fn edition() -> Self {
        Kind::Edition.into()
    }
}

/// An opened file.
pub(super) struct Table {
    bytes: Cow<'static, [u8]>,
    sections: [(usize, usize); SECTIONS],
    pub(super) fingerprint: u64,
    pub(super) rows: u32,
    pub(super) exact: Map<Cow<'static, [u8]>>,
    pub(super) spelling: Map<Cow<'static, [u8]>>,
}

impl Table {
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Result<Self, GazetteerError> {
        if bytes.len() < HEADER || &bytes[..8] != MAGIC {
            return Err(Kind::NotOne.into());
        }
        let found = u32_at(&bytes, 8);
        if found != VERSION {
            return Err(Kind::Version { found }.into());
        }
        let fingerprint = u64::from(u32_at(&bytes, 12)) | u64::from(u32_at(&bytes, 16)) << 32;
        let rows = u32_at(&bytes, 20);
        let mut sections = [(0, 0); SECTIONS];
        let mut at = HEADER;
        for section in &mut sections {
            if at + 4 > bytes.len() {
                return Err(Kind::Damaged.into());
            }
            let len = u32_at(&bytes, at) as usize;
            at += 4;
            if bytes.len() - at < len {
                return Err(Kind::Damaged.into());
            }
            *section = (at, len);
            at += len;
        }
        let wide =
            |section: Section, width: usize| sections[section as usize].1 == rows as usize * width;
        let whole = wide(Section::GeonamesId, 4)
            && wide(Section::Point, 6)
            && wide(Section::Parent, 3)
            && wide(Section::Kind, 1)
            && wide(Section::Population, 1)
            && wide(Section::NameAt, 4);
        if !whole {
            return Err(Kind::Damaged.into());
        }
        let map = |section: Section| {
            let (start, len) = sections[section as usize];
            let part = match &bytes {
                Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[start..start + len]),
                Cow::Owned(bytes) => Cow::Owned(bytes[start..start + len].to_vec()),
            };
            Map::new(part).map_err(|_| GazetteerError::from(Kind::Damaged))
        };
        Ok(Self {
            exact: map(Section::Exact)?,
            spelling: map(Section::Spelling)?,
            bytes,
            sections,
            fingerprint,
            rows,
        })
    }

    pub(super) fn section(&self, section: Section) -> &[u8] {
        let (start, len) = self.sections[section as usize];
        &self.bytes[start..start + len]
    }

    pub(super) fn u32(&self, section: Section, row: u32) -> u32 {
        u32_at(self.section(section), row as usize * 4)
    }

    pub(super) fn u24(&self, section: Section, at: usize) -> u32 {
        let bytes = self.section(section);
        u32::from(bytes[at]) | u32::from(bytes[at + 1]) << 8 | u32::from(bytes[at + 2]) << 16
    }

    /// A string of the pool; empty where a damaged file points outside.
    pub(super) fn pooled(&self, section: Section, at: usize) -> &str {
        let pool = self.section(section);
        let len = pool.get(at).copied().unwrap_or_default() as usize;
        let bytes = pool.get(at + 1..at + 1 + len).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The rows behind a value of a name table, ascending.
    pub(super) fn posted(&self, value: u64, rows: &mut Vec<u32>) {
        if value & 1 == 0 {
            rows.push((value >> 1) as u32);
            return;
        }
        let mut bytes = self
            .section(Section::Postings)
            .get((value >> 1) as usize..)
            .unwrap_or_default()
            .iter();
        let count = varint(&mut bytes);
        let mut row = 0;
        for _ in 0..count.min(self.rows) {
            row += varint(&mut bytes);
            rows.push(row);
        }
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn varint<'b>(bytes: &mut impl Iterator<Item = &'b u8>) -> u32 {
    let mut value = 0u32;
    for shift in (0..32).step_by(7) {
        let Some(&byte) = bytes.next() else { break };
        value |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    value
}

pub(super) fn push_varint(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Degrees as 24 bits: steps of about two metres.
pub(super) fn degrees_to_bits(degrees: f64) -> u32 {
    ((degrees + 180.0) / 360.0 * f64::from(0xff_ffff)).round() as u32
}

pub(super) fn bits_to_degrees(bits: u32) -> f64 {
    let degrees = f64::from(bits) / f64::from(0xff_ffff) * 360.0 - 180.0;
    // Five digits: what GeoNames gives.
    (degrees * 1e5).round() / 1e5
}
