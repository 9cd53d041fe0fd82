//! Paths to pages: files, folders, standard input.

use crate::gzip::{Bytes, unpacked, with_head};
use dateline::page::{Archive, Capture, Page, is_archive};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A page larger than this is no news page, and spans count bytes in 32 bits.
const MOST_BYTES: u64 = 1 << 30;

/// Endings of files that a folder is searched for; `.gz` may follow them.
const ENDINGS: [&str; 14] = [
    "txt", "text", "html", "htm", "xhtml", "shtml", "json", "jsonl", "ndjson", "xml", "rss",
    "atom", "warc", "wet",
];

/// Where pages are read from, not opened yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A folder or entry that could not be listed, with the reason.
    Unlistable(String, String),
}

/// What the paths lead to.
#[derive(Debug, Default)]
pub struct Sources {
    /// In the order of the paths, those of a folder sorted by name.
    pub pages: Vec<Source>,
    /// How many files of folders were passed over for their endings, by ending.
    pub passed_over: BTreeMap<String, u64>,
}

/// Lists the files that `paths` lead to. Hidden files of folders are passed over silently.
pub fn list(paths: &[PathBuf]) -> Sources {
    let mut sources = Sources::default();
    for path in paths {
        if path == Path::new("-") {
            sources.pages.push(Source::Stdin);
        } else if path.is_dir() {
            list_folder(path, &mut sources);
        } else {
            sources.pages.push(Source::File(path.clone()));
        }
    }
    sources
}

fn list_folder(folder: &Path, sources: &mut Sources) {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
    };
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    for entry in entries.filter_entry(|entry| !is_hidden(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if has_known_ending(entry.path()) => {
                sources.pages.push(Source::File(entry.into_path()));
            }
            Ok(entry) => *sources.passed_over.entry(ending(entry.path())).or_default() += 1,
            Err(error) => {
                let name = error.path().unwrap_or(folder).display().to_string();
                let reason = error
                    .io_error()
                    .map_or_else(|| error.to_string(), plain_reason);
                sources.pages.push(Source::Unlistable(name, reason));
            }
        }
    }
}

/// ".pdf", or that it has none.
fn ending(path: &Path) -> String {
    match path.extension() {
        Some(ending) => format!(".{}", ending.to_string_lossy().to_lowercase()),
        None => "without one".to_owned(),
    }
}

fn has_known_ending(path: &Path) -> bool {
    let packed = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    let path = if packed {
        &path.with_extension("")
    } else {
        path
    };
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

impl Source {
    /// The name under which it is recorded.
    fn name(&self) -> String {
        match self {
            Source::Stdin => "(standard input)".to_owned(),
            Source::File(path) => path.display().to_string(),
            Source::Unlistable(name, _) => name.clone(),
        }
    }

    /// Its first bytes, and all of them.
    fn bytes(&self) -> Result<(Vec<u8>, Bytes), String> {
        let opened = match self {
            Source::Stdin => with_head(io::stdin()),
            Source::File(path) if path.is_dir() => return Err("it is a folder".to_owned()),
            Source::File(path) => File::open(path).and_then(with_head),
            Source::Unlistable(_, reason) => return Err(reason.clone()),
        };
        opened.map_err(|error| plain_reason(&error))
    }
}

/// The pages of sources, one after the other: a file is a page, a web archive as many as it holds.
pub struct Pages {
    sources: std::vec::IntoIter<Source>,
    archive: Option<(String, Archive<Bytes>)>,
}

/// A page at hand, not read whole or decoded yet: that may be done on another thread.
pub struct Found {
    name: String,
    content: Content,
}

enum Content {
    Bytes(Vec<u8>, Bytes),
    Capture(Box<Capture>),
    /// A web archive at its end.
    Archive(Box<Page>),
    /// Why it cannot be read.
    Nothing(String),
}

/// A page as it was found.
pub struct Opened {
    /// The name under which it is recorded.
    pub name: String,
    /// The page, or why it cannot be read, as a person would say it.
    pub page: Result<Page, String>,
}

impl Sources {
    /// The pages of all sources.
    pub fn open(self) -> Pages {
        Pages {
            sources: self.pages.into_iter(),
            archive: None,
        }
    }
}

impl Iterator for Pages {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some((name, mut archive)) = self.archive.take() {
                let Some(capture) = archive.next() else {
                    let content = Content::Archive(Box::new(archive.into_page()));
                    return Some(Found { name, content });
                };
                self.archive = Some((name, archive));
                return Some(Found {
                    name: capture.name.clone(),
                    content: Content::Capture(Box::new(capture)),
                });
            }
            let source = self.sources.next()?;
            let name = source.name();
            let content = match source.bytes() {
                Ok((head, from)) if is_archive(&head) => {
                    self.archive = Some((name.clone(), Archive::new(&name, from)));
                    continue;
                }
                Ok((head, from)) => Content::Bytes(head, from),
                Err(reason) => Content::Nothing(reason),
            };
            return Some(Found { name, content });
        }
    }
}

impl Found {
    /// Whether nothing comes any more from the source that it is of.
    pub fn is_last_of_its_source(&self) -> bool {
        !matches!(self.content, Content::Capture(_))
    }

    /// Reads and decodes the page.
    pub fn open(self) -> Opened {
        let page = match self.content {
            Content::Bytes(head, from) => {
                bytes_of(&head, from).map(|bytes| Page::from_bytes(&self.name, &bytes))
            }
            Content::Capture(capture) => Ok(capture.into_page()),
            Content::Archive(page) => Ok(*page),
            Content::Nothing(reason) => Err(reason),
        };
        Opened {
            name: self.name,
            page,
        }
    }
}

fn bytes_of(head: &[u8], from: Bytes) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    unpacked(head, from)
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| plain_reason(&error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("it is larger than {} MiB", MOST_BYTES >> 20));
    }
    Ok(bytes)
}

/// The usual reasons in the same words on every system.
fn plain_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted".to_owned(),
        _ => format!("it cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn only_page(path: &Path) -> Result<Page, String> {
        let mut pages = list(&[path.to_owned()]).open();
        let page = pages.next().unwrap();
        assert!(pages.next().is_none() && page.is_last_of_its_source());
        page.open().page
    }

    #[test]
    fn a_folder_is_listed_in_order_and_only_pages_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("b")).unwrap();
        for name in [
            "c.html",
            "a.TXT",
            "b/z.warc.gz",
            "LICENSE.md",
            "x.gz",
            ".hidden.txt",
        ] {
            fs::write(at(name), "").unwrap();
        }
        let sources = list(&[folder.path().to_owned(), PathBuf::from("-")]);
        let files = ["a.TXT", "b/z.warc.gz", "c.html"].map(|name| Source::File(at(name)));
        assert_eq!(sources.pages[..3], files);
        assert_eq!(sources.pages[3..], [Source::Stdin]);
        let passed_over = [(".gz", 1), (".md", 1)].map(|(ending, n)| (ending.to_owned(), n));
        assert_eq!(sources.passed_over, BTreeMap::from(passed_over));
    }

    #[test]
    fn a_file_that_is_not_there_has_a_reason() {
        let missing = only_page(Path::new("no/such/page.txt"));
        assert_eq!(missing.unwrap_err(), "there is no such file");
    }

    #[test]
    fn what_gzip_packed_is_read_as_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt.gz");
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        io::Write::write_all(&mut packed, b"A ferry sank.").unwrap();
        let mut packed = packed.finish().unwrap();
        fs::write(&path, &packed).unwrap();
        assert_eq!(only_page(&path).unwrap().text, "A ferry sank.");
        packed.truncate(packed.len() / 2);
        fs::write(&path, &packed).unwrap();
        let refused = only_page(&path).unwrap_err();
        assert!(refused.starts_with("it cannot be read: "), "{refused}");
    }

    #[test]
    fn a_web_archive_gives_its_pages_and_then_itself() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("crawl");
        let record = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/1\r\n\
            Content-Type: text/plain\r\nContent-Length: 13\r\n\r\nA ferry sank.\r\n\r\n";
        fs::write(&path, record.repeat(2)).unwrap();
        let after = folder.path().join("page.txt");
        fs::write(&after, "A bridge fell.").unwrap();
        let found: Vec<Found> = list(&[path.clone(), after.clone()]).open().collect();
        let ends: Vec<bool> = found.iter().map(Found::is_last_of_its_source).collect();
        assert_eq!(ends, [false, false, true, true]);
        let names: Vec<String> = found.into_iter().map(|found| found.open().name).collect();
        let capture = format!("{}#http://a.example/1", path.display());
        let own = [path, after].map(|path| path.display().to_string());
        assert_eq!(
            names,
            [capture.clone(), capture, own[0].clone(), own[1].clone()]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_circle_of_links_ends() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        let sources = list(&[folder.path().to_owned()]);
        assert!(matches!(sources.pages[..], [Source::Unlistable(..)]));
    }
}
