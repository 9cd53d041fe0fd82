//! Cuts an archive into its records. Lengths are believed only where a record, or the end, follows.

use super::fields::{Fields, header_end};
use super::members::{Block, Members};
use std::collections::VecDeque;
use std::fmt;
use std::io::BufRead;

/// Bytes that are read at once.
const BLOCK: usize = 64 << 10;
/// A header longer than this is none.
const MOST_HEADER: usize = 64 << 10;
/// What a record begins with; digits of the version follow.
const START: &[u8] = b"WARC/";
/// The start with its version and line break.
const START_LINE: usize = START.len() + 4;

/// Where a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At this byte of the file: there its gzip member begins, if it is packed.
    File(u64),
    /// Inside a gzip member: at this byte of what was packed.
    Unpacked(u64),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File(at) => write!(f, "byte {at}"),
            Place::Unpacked(at) => write!(f, "byte {at} of what is packed"),
        }
    }
}

/// A record whose end is known.
#[derive(Debug)]
pub(super) struct Record {
    pub place: Place,
    pub fields: Fields,
    pub body: Vec<u8>,
    /// What is wrong about its length.
    pub trouble: Option<String>,
}

/// A stretch of the archive.
#[derive(Debug)]
pub(super) enum Cut {
    Record(Record),
    /// What is lost there.
    Broken(Place, String),
}

/// What stands behind a record's bytes.
enum Behind {
    /// Another record, or the end of the archive.
    Record,
    Damage,
    /// Bytes that belong to no record.
    Other,
    /// The archive ends within the record.
    Cut,
}

/// Why nothing more can be read at present.
enum Barrier {
    End,
    /// Bytes from here on are lost (counted unpacked), and why.
    Damage(u64, String),
}

/// An archive in the reading.
pub(super) struct Cutter<R: BufRead> {
    from: Members<R>,
    /// Read, but not taken.
    buffer: Vec<u8>,
    /// Unpacked bytes before the buffer.
    taken: u64,
    /// Where members begin, unpacked and in the file; the first holds the buffer's first byte.
    members: VecDeque<(u64, u64)>,
    barrier: Option<Barrier>,
    /// A body longer than this is passed over.
    most: usize,
}

impl<R: BufRead> Cutter<R> {
    /// Of an archive whose records may hold `most` bytes.
    pub fn new(from: R, most: usize) -> Self {
        Self {
            from: Members::new(from),
            buffer: Vec::new(),
            taken: 0,
            members: VecDeque::new(),
            barrier: None,
            most,
        }
    }

    /// The next record, or what is lost before it.
    pub fn next(&mut self) -> Option<Cut> {
        self.skip_breaks();
        let place = self.place();
        if self.buffer.is_empty() {
            return self.cross().map(|why| Cut::Broken(place, why));
        }
        self.holds(START_LINE);
        if !begins_record(&self.buffer) {
            let lost = self.seek_record();
            let why = format!("no record begins here; {lost} bytes were passed over");
            return Some(Cut::Broken(place, why));
        }
        Some(match self.record(place) {
            Ok(record) => Cut::Record(record),
            Err(why) => Cut::Broken(place, why),
        })
    }

    /// Reads the record that begins here, or says why it cannot be used; then the next is looked at.
    fn record(&mut self, place: Place) -> Result<Record, String> {
        let Some(end) = self.header() else {
            self.seek_record();
            return Err(self.cut_off("the header of a record"));
        };
        let fields = Fields::of(&self.buffer[..end]);
        self.take(end);
        let length = fields.get("content-length").map(str::parse::<u64>);
        let Some(Ok(length)) = length else {
            self.seek_record();
            return Err("a record does not say its length".to_owned());
        };
        let Some(length) = usize::try_from(length).ok().filter(|&n| n <= self.most) else {
            return Err(self.pass_over_large(length));
        };
        let (held, trouble) = self.body(length)?;
        let body = self.buffer[..held].to_vec();
        self.take(held);
        if let Some(Trouble::MoreFollows) = trouble {
            self.seek_record();
        }
        Ok(Record {
            place,
            fields,
            body,
            trouble: trouble.map(|trouble| trouble.said(length)),
        })
    }

    /// How many bytes the body has that is said to have `length`, and what is wrong about that.
    fn body(&mut self, length: usize) -> Result<(usize, Option<Trouble>), String> {
        let behind = self.behind(length);
        if let Behind::Record = behind {
            return Ok((length, None));
        }
        let within = &self.buffer[..self.buffer.len().min(length)];
        if let Some(next) = find_record(within) {
            let held = trimmed(&within[..next]);
            if self.is_sound(next) {
                return Ok((held, Some(Trouble::AnotherWithin(held))));
            }
        }
        let held = self.buffer.len().min(length);
        match behind {
            Behind::Record | Behind::Other if self.is_sound(length) => {
                Ok((length, Some(Trouble::MoreFollows)))
            }
            Behind::Cut => {
                self.take(self.buffer.len());
                Err(format!(
                    "a record is cut off: {held} of its {length} bytes are there"
                ))
            }
            _ => {
                self.take(self.buffer.len());
                Err(self.cut_off("a record"))
            }
        }
    }

    /// Whether the member that holds the first `n` bytes is whole: its check stands at its end, which is read.
    fn is_sound(&mut self, n: usize) -> bool {
        let end = self.taken + n as u64;
        let goes_on = |this: &Self| this.members.back().is_some_and(|last| last.0 < end);
        while goes_on(self) && self.buffer.len() <= self.most && self.more() {}
        self.is_before_damage(n)
    }

    /// Whether no damage is known that may concern the first `n` bytes.
    fn is_before_damage(&self, n: usize) -> bool {
        match self.barrier {
            Some(Barrier::Damage(from, _)) => from >= self.taken + n as u64,
            _ => true,
        }
    }

    fn behind(&mut self, length: usize) -> Behind {
        if !self.holds(length) {
            return match self.barrier {
                Some(Barrier::Damage(..)) => Behind::Damage,
                _ => Behind::Cut,
            };
        }
        self.holds(length + b"\r\n\r\n".len() + START_LINE);
        if !self.is_before_damage(length) {
            return Behind::Damage;
        }
        let behind = &self.buffer[length..];
        let breaks = behind.iter().take_while(|byte| is_break(**byte)).count();
        let behind = &behind[breaks..];
        match START.starts_with(behind) || behind.starts_with(START) {
            true => Behind::Record,
            false => Behind::Other,
        }
    }

    /// Passes over a record that no page needs, whatever it says of its length.
    fn pass_over_large(&mut self, length: u64) -> String {
        let passed = self.seek_record();
        let is_right = (length..=length.saturating_add(8)).contains(&passed);
        let size = match is_right {
            true => format!("of {length} bytes"),
            false => format!("that is said to have {length} bytes, and has {passed},"),
        };
        format!(
            "a record {size} is larger than a page can be ({} MiB)",
            self.most >> 20
        )
    }

    /// Takes everything before the next start of a record behind the first byte; how much that is.
    fn seek_record(&mut self) -> u64 {
        let before = self.taken;
        loop {
            if let Some(at) = find_record(&self.buffer) {
                self.take(at);
                break;
            }
            // A start may be half read.
            self.take(self.buffer.len().saturating_sub(START_LINE + 1));
            if !self.more() {
                self.take(self.buffer.len());
                break;
            }
        }
        self.taken - before
    }

    /// Where the header that begins here ends.
    fn header(&mut self) -> Option<usize> {
        loop {
            if let Some(end) = header_end(&self.buffer) {
                return Some(end);
            }
            if self.buffer.len() > MOST_HEADER || !self.more() {
                return None;
            }
        }
    }

    fn skip_breaks(&mut self) {
        loop {
            let breaks = self.buffer.iter().take_while(|byte| is_break(**byte));
            self.take(breaks.count());
            if !self.buffer.is_empty() || !self.more() {
                return;
            }
        }
    }

    /// That something ends too early, and where it is known the reason.
    fn cut_off(&mut self, what: &str) -> String {
        match self.cross() {
            Some(why) => format!("{what} cannot be read: {why}"),
            None => format!("{what} is cut off"),
        }
    }

    /// Goes on behind damage; what was damaged.
    fn cross(&mut self) -> Option<String> {
        match self.barrier.take()? {
            Barrier::Damage(_, why) => Some(why),
            Barrier::End => {
                self.barrier = Some(Barrier::End);
                None
            }
        }
    }

    fn place(&self) -> Place {
        match self.members.front() {
            None => Place::File(self.taken),
            Some(&(unpacked, packed)) if unpacked == self.taken => Place::File(packed),
            Some(_) => Place::Unpacked(self.taken),
        }
    }

    /// Reads until `n` bytes are held, if there are as many.
    fn holds(&mut self, n: usize) -> bool {
        while self.buffer.len() < n {
            if !self.more() {
                return false;
            }
        }
        true
    }

    /// Reads some more bytes, if any come.
    fn more(&mut self) -> bool {
        if self.barrier.is_some() {
            return false;
        }
        let held = self.buffer.len();
        self.buffer.resize(held + BLOCK, 0);
        let read = self.from.read(&mut self.buffer[held..]);
        let bytes = match read {
            Block::Bytes(n) => n,
            _ => 0,
        };
        self.buffer.truncate(held + bytes);
        if let Some(packed) = self.from.member
            && self.members.back().is_none_or(|last| last.1 != packed)
        {
            self.members.push_back((self.taken + held as u64, packed));
            self.take(0);
        }
        self.barrier = match read {
            Block::Bytes(_) => None,
            Block::End => Some(Barrier::End),
            Block::Damage(why) => {
                let end = self.taken + held as u64;
                let from = self.members.back().map_or(end, |last| last.0);
                Some(Barrier::Damage(from, why))
            }
        };
        bytes > 0
    }

    /// Moves on by `n` bytes.
    fn take(&mut self, n: usize) {
        self.buffer.drain(..n);
        self.taken += n as u64;
        while self.members.get(1).is_some_and(|next| next.0 <= self.taken) {
            self.members.pop_front();
        }
        if self.buffer.capacity() > 16 * BLOCK && self.buffer.len() < BLOCK {
            self.buffer.shrink_to(2 * BLOCK);
        }
    }
}

/// What is wrong about a record's length.
enum Trouble {
    /// Another record begins behind so many bytes.
    AnotherWithin(usize),
    MoreFollows,
}

impl Trouble {
    fn said(&self, length: usize) -> String {
        match self {
            Trouble::AnotherWithin(held) => {
                format!(
                    "its length is wrong: it says {length} bytes, the next record begins after {held}"
                )
            }
            Trouble::MoreFollows => {
                format!(
                    "its length is wrong: more than its {length} bytes follow, the rest was left out"
                )
            }
        }
    }
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// Whether these bytes begin as a record does.
fn begins_record(bytes: &[u8]) -> bool {
    let version = bytes.strip_prefix(START);
    version.is_some_and(|version| {
        matches!(version, [major, b'.', minor, end, ..]
            if major.is_ascii_digit() && minor.is_ascii_digit() && (is_break(*end) || *end == b' '))
    })
}

/// Where a record begins at a line's start, behind the first byte.
fn find_record(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == b'\n') {
        from += at + 1;
        if begins_record(&bytes[from..]) {
            return Some(from);
        }
    }
    None
}

/// Length without the line breaks that part records.
fn trimmed(body: &[u8]) -> usize {
    body.strip_suffix(b"\r\n\r\n")
        .or_else(|| body.strip_suffix(b"\n\n"))
        .unwrap_or(body)
        .len()
}
