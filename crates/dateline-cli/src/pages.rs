//! Paths to pages: files, folders, standard input.

use crate::gzip::unpacked;
use dateline::page::Page;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A page larger than this is no news page, and spans count bytes in 32 bits.
const MOST_BYTES: u64 = 1 << 30;

/// Endings of files that a folder is searched for; `.gz` may follow them.
const ENDINGS: [&str; 12] = [
    "txt", "text", "html", "htm", "xhtml", "shtml", "json", "jsonl", "ndjson", "xml", "rss", "atom",
];

/// One page to be read, not opened yet.
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
    /// Pages in the order of the paths, those of a folder sorted by name.
    pub pages: Vec<Source>,
    /// How many files of folders were passed over for their endings, by ending.
    pub passed_over: BTreeMap<String, u64>,
}

/// Lists the pages that `paths` lead to. Hidden files of folders are passed over silently.
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
    /// The name under which the page is recorded.
    pub fn name(&self) -> String {
        match self {
            Source::Stdin => "(standard input)".to_owned(),
            Source::File(path) => path.display().to_string(),
            Source::Unlistable(name, _) => name.clone(),
        }
    }

    /// Opens and decodes the page.
    ///
    /// # Errors
    /// Why it cannot be read, as a person would say it.
    pub fn open(&self) -> Result<Page, String> {
        let bytes = match self {
            Source::Stdin => bytes_of(io::stdin().lock(), 0),
            Source::File(path) => {
                if path.is_dir() {
                    return Err("it is a folder".to_owned());
                }
                File::open(path)
                    .map_err(|error| plain_reason(&error))
                    .and_then(|file| {
                        let size = file.metadata().map_or(0, |metadata| metadata.len());
                        bytes_of(file, size)
                    })
            }
            Source::Unlistable(_, reason) => Err(reason.clone()),
        }?;
        Ok(Page::from_bytes(&self.name(), &bytes))
    }
}

fn bytes_of(from: impl Read, size: u64) -> Result<Vec<u8>, String> {
    let too_large = || format!("it is larger than {} MiB", MOST_BYTES >> 20);
    if size > MOST_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    unpacked(from)
        .and_then(|from| from.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| plain_reason(&error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
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

    #[test]
    fn a_folder_is_listed_in_order_and_only_pages_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("b")).unwrap();
        for name in [
            "c.html",
            "a.TXT",
            "b/z.jsonl.gz",
            "LICENSE.md",
            "x.gz",
            ".hidden.txt",
        ] {
            fs::write(at(name), "").unwrap();
        }
        let sources = list(&[folder.path().to_owned(), PathBuf::from("-")]);
        let files = ["a.TXT", "b/z.jsonl.gz", "c.html"].map(|name| Source::File(at(name)));
        assert_eq!(sources.pages[..3], files);
        assert_eq!(sources.pages[3..], [Source::Stdin]);
        let passed_over = [(".gz", 1), (".md", 1)].map(|(ending, n)| (ending.to_owned(), n));
        assert_eq!(sources.passed_over, BTreeMap::from(passed_over));
    }

    #[test]
    fn a_file_that_is_not_there_has_a_reason() {
        let missing = Source::File(PathBuf::from("no/such/page.txt"));
        assert_eq!(missing.open().unwrap_err(), "there is no such file");
    }

    #[test]
    fn what_gzip_packed_is_read_as_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.txt.gz");
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        io::Write::write_all(&mut packed, b"A ferry sank.").unwrap();
        let mut packed = packed.finish().unwrap();
        fs::write(&path, &packed).unwrap();
        assert_eq!(
            Source::File(path.clone()).open().unwrap().text,
            "A ferry sank."
        );
        packed.truncate(packed.len() / 2);
        fs::write(&path, &packed).unwrap();
        let refused = Source::File(path).open().unwrap_err();
        assert!(refused.starts_with("it cannot be read: "), "{refused}");
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
