//! The model file: one binary file of named sections.
//!
//! ```text
//! magic     8 bytes   "DATELINE"
//! version   u32       VERSION
//! count     u32       number of sections
//! digest    u64       MurmurHash64A of everything after these 24 bytes
//! table     count ×   name (u32 length + UTF-8), u64 offset, u64 length
//! payloads            at the offsets, which count from the start of the file
//! ```
//! All numbers are little-endian. What a section holds is its reader's business; [`Decoder`] and
//! [`Encoder`] give both sides the same primitives.

use super::ModelError;
use super::hash::murmur64a;

const MAGIC: &[u8; 8] = b"DATELINE";
const VERSION: u32 = 1;
const HEADER: usize = 24;

/// A model file, its table of sections read and its digest checked.
pub struct ModelFile<'a> {
    sections: Vec<(&'a str, &'a [u8])>,
}

impl<'a> ModelFile<'a> {
    /// Reads the table of sections. Truncated or altered bytes are an error.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let mut header = Decoder::new("header", bytes);
        if header.bytes(MAGIC.len()).ok() != Some(MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let version = header.u32()?;
        if version != VERSION {
            return Err(ModelError::Version {
                found: version,
                expected: VERSION,
            });
        }
        let count = header.u32()?;
        if header.u64()? != murmur64a(&bytes[HEADER..], 0) {
            return Err(ModelError::Damaged("file"));
        }
        let mut sections = Vec::new();
        for _ in 0..count {
            let name = header.str()?;
            let start = header.u64()? as usize;
            let len = header.u64()? as usize;
            let payload = start
                .checked_add(len)
                .and_then(|end| bytes.get(start..end))
                .ok_or(ModelError::Damaged("table of sections"))?;
            sections.push((name, payload));
        }
        Ok(Self { sections })
    }

    /// The bytes of a section, or `None` where the model has no such part.
    pub fn section(&self, name: &str) -> Option<&'a [u8]> {
        self.sections
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, payload)| *payload)
    }

    /// A decoder over a section that must be there.
    pub fn decoder(&self, name: &'static str) -> Result<Decoder<'a>, ModelError> {
        self.section(name)
            .map(|payload| Decoder::new(name, payload))
            .ok_or(ModelError::Missing(name))
    }

    /// Names and payloads, in the order of the file.
    pub fn sections(&self) -> &[(&'a str, &'a [u8])] {
        &self.sections
    }
}

/// The bytes of a model file with these sections, in this order.
pub fn write_model(sections: &[(String, Vec<u8>)]) -> Vec<u8> {
    let table: usize = sections.iter().map(|(name, _)| 4 + name.len() + 16).sum();
    let mut offset = (HEADER + table) as u64;
    let mut body = Encoder::default();
    for (name, payload) in sections {
        body.str(name);
        body.u64(offset);
        body.u64(payload.len() as u64);
        offset += payload.len() as u64;
    }
    for (_, payload) in sections {
        body.bytes(payload);
    }
    let body = body.finish();
    let mut file = Encoder::default();
    file.bytes(MAGIC);
    file.u32(VERSION);
    file.u32(sections.len() as u32);
    file.u64(murmur64a(&body, 0));
    file.bytes(&body);
    file.finish()
}

/// Reads little-endian values off a section; running over its end is an error that names it.
pub struct Decoder<'a> {
    section: &'static str,
    rest: &'a [u8],
}

impl<'a> Decoder<'a> {
    /// A decoder over `bytes`, whose errors name `section`.
    pub fn new(section: &'static str, bytes: &'a [u8]) -> Self {
        Self {
            section,
            rest: bytes,
        }
    }

    /// The error for a value in this section that makes no sense.
    pub fn damaged(&self) -> ModelError {
        ModelError::Damaged(self.section)
    }

    /// The next `n` bytes.
    pub fn bytes(&mut self, n: usize) -> Result<&'a [u8], ModelError> {
        let (head, rest) = self.rest.split_at_checked(n).ok_or(self.damaged())?;
        self.rest = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (head, rest) = self.rest.split_first_chunk::<N>().ok_or(self.damaged())?;
        self.rest = rest;
        Ok(*head)
    }

    /// One byte.
    pub fn u8(&mut self) -> Result<u8, ModelError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    /// Two bytes.
    pub fn u16(&mut self) -> Result<u16, ModelError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    /// Four bytes.
    pub fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// Eight bytes.
    pub fn u64(&mut self) -> Result<u64, ModelError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A string: u32 length in bytes, then UTF-8.
    pub fn str(&mut self) -> Result<&'a str, ModelError> {
        let len = self.u32()? as usize;
        let bytes = self.bytes(len)?;
        std::str::from_utf8(bytes).map_err(|_| self.damaged())
    }

    /// A list of strings: u32 count, then the strings.
    pub fn strs(&mut self) -> Result<Vec<&'a str>, ModelError> {
        let count = self.u32()?;
        (0..count).map(|_| self.str()).collect()
    }

    /// `n` numbers of 32 bits each.
    pub fn f32s(&mut self, n: usize) -> Result<Vec<f32>, ModelError> {
        let size = n.checked_mul(4).ok_or(self.damaged())?;
        let bytes = self.bytes(size)?;
        Ok(bytes
            .as_chunks::<4>()
            .0
            .iter()
            .map(|b| f32::from_le_bytes(*b))
            .collect())
    }

    /// A list of floats: u32 count, then the numbers.
    pub fn f32_list(&mut self) -> Result<Vec<f32>, ModelError> {
        let count = self.u32()? as usize;
        self.f32s(count)
    }

    /// `n` numbers of 16 bits each, unsigned.
    pub fn u16s(&mut self, n: usize) -> Result<Vec<u16>, ModelError> {
        let size = n.checked_mul(2).ok_or(self.damaged())?;
        let bytes = self.bytes(size)?;
        Ok(bytes
            .as_chunks::<2>()
            .0
            .iter()
            .map(|b| u16::from_le_bytes(*b))
            .collect())
    }

    /// `n` numbers of 32 bits each, unsigned.
    pub fn u32s(&mut self, n: usize) -> Result<Vec<u32>, ModelError> {
        let size = n.checked_mul(4).ok_or(self.damaged())?;
        let bytes = self.bytes(size)?;
        Ok(bytes
            .as_chunks::<4>()
            .0
            .iter()
            .map(|b| u32::from_le_bytes(*b))
            .collect())
    }

    /// `n` numbers of 64 bits each, unsigned.
    pub fn u64s(&mut self, n: usize) -> Result<Vec<u64>, ModelError> {
        let size = n.checked_mul(8).ok_or(self.damaged())?;
        let bytes = self.bytes(size)?;
        Ok(bytes
            .as_chunks::<8>()
            .0
            .iter()
            .map(|b| u64::from_le_bytes(*b))
            .collect())
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// An error unless everything was read.
    pub fn done(self) -> Result<(), ModelError> {
        if self.is_done() {
            Ok(())
        } else {
            Err(self.damaged())
        }
    }
}

/// Writes what a [`Decoder`] reads.
#[derive(Default)]
pub struct Encoder {
    bytes: Vec<u8>,
}

impl Encoder {
    /// Bytes as they are, without a length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// One byte.
    pub fn u8(&mut self, value: u8) {
        self.bytes(&value.to_le_bytes());
    }

    /// Two bytes.
    pub fn u16(&mut self, value: u16) {
        self.bytes(&value.to_le_bytes());
    }

    /// Four bytes.
    pub fn u32(&mut self, value: u32) {
        self.bytes(&value.to_le_bytes());
    }

    /// Eight bytes.
    pub fn u64(&mut self, value: u64) {
        self.bytes(&value.to_le_bytes());
    }

    /// A string: u32 length in bytes, then UTF-8.
    pub fn str(&mut self, text: &str) {
        self.u32(text.len() as u32);
        self.bytes(text.as_bytes());
    }

    /// A list of strings: u32 count, then the strings.
    pub fn strs<S: AsRef<str>>(&mut self, list: &[S]) {
        self.u32(list.len() as u32);
        for text in list {
            self.str(text.as_ref());
        }
    }

    /// Numbers of 32 bits each, without a length.
    pub fn f32s(&mut self, values: &[f32]) {
        for value in values {
            self.bytes(&value.to_le_bytes());
        }
    }

    /// Numbers of 16 bits each, without a length.
    pub fn u16s(&mut self, values: &[u16]) {
        for value in values {
            self.u16(*value);
        }
    }

    /// Numbers of 64 bits each, without a length.
    pub fn u64s(&mut self, values: &[u64]) {
        for value in values {
            self.u64(*value);
        }
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut words = Encoder::default();
        words.strs(&["Homs", "Mandera"]);
        write_model(&[
            ("words".to_owned(), words.finish()),
            ("empty".to_owned(), Vec::new()),
        ])
    }

    #[test]
    fn sections_come_back_as_they_were_written() {
        let bytes = sample();
        let file = ModelFile::parse(&bytes).unwrap();
        let mut words = file.decoder("words").unwrap();
        assert_eq!(words.strs().unwrap(), ["Homs", "Mandera"]);
        words.done().unwrap();
        assert_eq!(file.section("empty"), Some(&[][..]));
        assert!(matches!(
            file.decoder("absent"),
            Err(ModelError::Missing("absent"))
        ));
    }

    #[test]
    fn a_file_cut_or_altered_anywhere_is_an_error() {
        let bytes = sample();
        for end in 0..bytes.len() {
            assert!(ModelFile::parse(&bytes[..end]).is_err(), "cut at {end}");
        }
        for at in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            assert!(ModelFile::parse(&altered).is_err(), "altered at {at}");
        }
    }

    #[test]
    fn a_decoder_never_reads_past_its_section() {
        let mut decoder = Decoder::new("words", &[255, 255, 255, 255]);
        assert!(decoder.str().is_err());
        let mut decoder = Decoder::new("words", &[1, 2]);
        assert!(decoder.u64s(usize::MAX).is_err());
    }
}
