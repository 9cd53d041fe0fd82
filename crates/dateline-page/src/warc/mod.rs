//! Web archives (WARC, WET): the pages that crawlers kept.
//!
//! [`Archive`] reads an archive forward, one record in memory at a time, and gives the news pages among its
//! records. Broken records cost only themselves. The crates that read WARC stop at the first broken record, or
//! bring half a dozen of compressors, C among them.

mod cutter;
mod fields;
mod http;
mod members;

use crate::note::{Note, NoteKind};
use crate::page::Page;
use cutter::{Cut, Cutter, Record};
use fields::Fields;
use flate2::read::GzDecoder;
use http::{Answer, Codings};
use std::collections::BTreeMap;
use std::io::{BufRead, Read};

/// A record or page larger than this is no news page.
const MOST_BYTES: usize = 64 << 20;
/// Broken records that are noted one by one, and kinds of records that are told apart.
const MOST_NOTES: usize = 100;

/// Whether bytes begin as a web archive does, packed with gzip or not; a few hundred are enough.
pub fn is_archive(head: &[u8]) -> bool {
    const START: &[u8] = b"WARC/";
    let mut unpacked = [0; START.len()];
    head.starts_with(START)
        || head.starts_with(&members::MAGIC[..2])
            && GzDecoder::new(head).read_exact(&mut unpacked).is_ok()
            && unpacked == START
}

/// A web archive in the reading: an iterator over the pages that it holds.
pub struct Archive<R: BufRead> {
    name: String,
    cutter: Cutter<R>,
    records: u64,
    captures: u64,
    /// Records that are no pages, by what they are.
    others: BTreeMap<String, u64>,
    broken: Vec<Note>,
    /// Broken records that are only counted.
    more_broken: u64,
}

/// A page as an archive keeps it, its codings not undone yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The name under which the page is recorded: the archive's, `#`, the address.
    pub name: String,
    address: String,
    is_html: bool,
    charset: Option<String>,
    codings: Codings,
    bytes: Vec<u8>,
    notes: Vec<Note>,
}

impl<R: BufRead> Archive<R> {
    /// An archive, packed with gzip or not, known as `name`.
    pub fn new(name: &str, from: R) -> Self {
        Self {
            name: name.to_owned(),
            cutter: Cutter::new(from, MOST_BYTES),
            records: 0,
            captures: 0,
            others: BTreeMap::new(),
            broken: Vec::new(),
            more_broken: 0,
        }
    }

    /// The archive itself as a page without articles, whose notes say what was lost or passed over. To be asked
    /// for at the end.
    pub fn into_page(self) -> Page {
        let mut notes = Vec::new();
        if self.captures == 0 {
            let why = "no record of the web archive holds a page";
            notes.push(Note::new(NoteKind::Empty, why));
        }
        notes.extend(self.broken);
        if self.more_broken > 0 {
            let why = format!("{} more records are broken", self.more_broken);
            notes.push(Note::new(NoteKind::Malformed, why));
        }
        if !self.others.is_empty() {
            let kinds: Vec<String> = self
                .others
                .iter()
                .map(|(kind, n)| format!("{n} {kind}"))
                .collect();
            let all: u64 = self.others.values().sum();
            let why = format!(
                "{all} of {} records are no pages: {}",
                self.records,
                kinds.join(", ")
            );
            notes.push(Note::new(NoteKind::PassedOver, why));
        }
        Page::of_archive(&self.name, notes)
    }

    fn note(&mut self, note: Note) {
        if self.broken.len() < MOST_NOTES {
            self.broken.push(note);
        } else {
            self.more_broken += 1;
        }
    }

    fn pass_over(&mut self, kind: String) {
        let is_known = self.others.contains_key(&kind);
        let kind = match is_known || self.others.len() < MOST_NOTES {
            true => kind,
            false => "of further kinds".to_owned(),
        };
        *self.others.entry(kind).or_default() += 1;
    }
}

impl<R: BufRead> Iterator for Archive<R> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        loop {
            match self.cutter.next()? {
                Cut::Broken(place, why) => {
                    let why = format!("{place}: {why}");
                    self.note(Note::new(NoteKind::Malformed, why));
                }
                Cut::Record(mut record) => {
                    self.records += 1;
                    if let Some(trouble) = record.trouble.take() {
                        let why = format!("{}: {trouble}", record.place);
                        self.note(Note::new(NoteKind::Malformed, why));
                    }
                    match Capture::of(&self.name, record) {
                        Ok(capture) => {
                            self.captures += 1;
                            return Some(capture);
                        }
                        Err(kind) => self.pass_over(kind),
                    }
                }
            }
        }
    }
}

impl Capture {
    /// The page that a record holds, or what the record is instead.
    fn of(archive: &str, record: Record) -> Result<Self, String> {
        let Record { fields, body, .. } = record;
        let kind = known_kind(fields.get("warc-type").unwrap_or_default());
        let address = fields.get("warc-target-uri").unwrap_or_default();
        let address = address
            .trim_start_matches('<')
            .trim_end_matches('>')
            .to_owned();
        if path_of(&address) == "/robots.txt" {
            return Err("robots.txt".to_owned());
        }
        let stated = match kind {
            "response" => Stated::by_server(&body)?,
            "resource" | "conversion" => Stated::of(kind, &fields, &body)?,
            other => return Err(other.to_owned()),
        };
        let mut bytes = body;
        bytes.drain(..stated.head);
        Ok(Self {
            name: format!("{archive}#{address}"),
            address,
            is_html: stated.is_html,
            charset: stated.charset,
            codings: stated.codings,
            bytes,
            notes: cut_short(&fields).into_iter().collect(),
        })
    }

    /// Undoes the codings and decodes the page.
    pub fn into_page(self) -> Page {
        let mut notes = self.notes;
        let bytes = self.codings.undo(self.bytes, MOST_BYTES, &mut notes);
        let ending = if self.is_html { "html" } else { "txt" };
        let mut page = Page::decoded(self.name, ending, &bytes, self.charset.as_deref());
        page.address = Some(self.address).filter(|address| !address.is_empty());
        // That it grows without end says more than that it is empty then.
        page.notes.splice(0..0, notes);
        page
    }
}

/// What is stated of a page outside of its bytes.
struct Stated {
    is_html: bool,
    charset: Option<String>,
    codings: Codings,
    /// Where the page begins in the record's body.
    head: usize,
}

impl Stated {
    fn by_server(body: &[u8]) -> Result<Self, String> {
        let Some(answer) = Answer::of(body) else {
            return Err("response (not by HTTP)".to_owned());
        };
        if answer.status != 200 {
            return Err(format!("response (status {})", answer.status));
        }
        let page = &body[answer.head..];
        let codings = Codings::of(&answer.fields)
            .map_err(|coding| format!("response (packed by {coding})"))?;
        Ok(Self {
            codings,
            head: answer.head,
            ..Self::of("response", &answer.fields, page)?
        })
    }

    /// By the fields that state the type of `page`.
    fn of(kind: &str, fields: &Fields, page: &[u8]) -> Result<Self, String> {
        let media = fields.media_type();
        let is_html = match media.as_deref() {
            Some("text/html" | "application/xhtml+xml") => true,
            Some("text/plain") => false,
            Some(other) => {
                let other: String = other.chars().take(60).collect();
                return Err(format!("{kind} ({other})"));
            }
            None if is_markup(page) => true,
            None => return Err(format!("{kind} (no type)")),
        };
        Ok(Self {
            is_html,
            charset: fields.charset(),
            codings: Codings::default(),
            head: 0,
        })
    }
}

/// A record's type, as the standard has it.
fn known_kind(kind: &str) -> &'static str {
    const KINDS: [&str; 8] = [
        "response",
        "resource",
        "conversion",
        "request",
        "warcinfo",
        "metadata",
        "revisit",
        "continuation",
    ];
    let known = KINDS
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(kind));
    known.unwrap_or("of an unknown type")
}

/// Whether bytes whose type nobody states are an HTML page.
fn is_markup(page: &[u8]) -> bool {
    let start = page.trim_ascii_start();
    let head = start[..start.len().min(14)].to_ascii_lowercase();
    head.starts_with(b"<html") || head == b"<!doctype html"
}

/// The path of an address, `/` and what follows.
fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    path.split(['?', '#']).next().unwrap_or(path)
}

/// That the crawler kept only the beginning of a page.
fn cut_short(fields: &Fields) -> Option<Note> {
    let why = match (
        fields.get("warc-truncated"),
        fields.get("warc-segment-number"),
    ) {
        (Some(reason), _) => format!("the crawler kept only its beginning ({reason})"),
        (None, Some(_)) => "only the first of its segments was read".to_owned(),
        (None, None) => return None,
    };
    Some(Note::new(NoteKind::Malformed, why))
}
