//! A page as it was captured: decoded text with its media type and what was odd about the bytes.

use crate::decode::decode;
use crate::feed;
use crate::note::Note;

/// Decoded bytes as they were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// File name or URL as given.
    pub name: String,
    /// Where it was found on the web, if that is known.
    pub address: Option<String>,
    /// How the text is laid out.
    pub media: Media,
    /// The decoded text, byte order mark removed; empty where the bytes are not text.
    pub text: String,
    /// WHATWG name of the encoding it was decoded from.
    pub encoding: &'static str,
    /// What was odd about the bytes.
    pub notes: Vec<Note>,
}

/// How a page's text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// An HTML document.
    Html,
    /// Plain text, line by line.
    Text,
    /// JSON: one article a line, or an array of articles.
    Jsonl,
    /// XML: a feed in RSS or Atom, one article an item.
    Feed,
    /// A web archive, whose pages are read apart.
    Archive,
}

impl Page {
    /// Decodes captured bytes and tells how they are laid out; never fails.
    ///
    /// ```
    /// use dateline_page::{Media, Page};
    /// let page = Page::from_bytes("mandera.html", b"<html><p>Caf\xE9 in Mandera</p></html>");
    /// assert_eq!(page.media, Media::Html);
    /// assert!(page.text.contains("Caf\u{e9}"));
    /// ```
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Page {
        let address = name.contains("://").then(|| name.to_owned());
        Page {
            address,
            ..Page::decoded(name.to_owned(), &extension(name), bytes, None)
        }
    }

    /// Decodes bytes whose `ending` (as of a file name) and encoding are stated elsewhere.
    pub(crate) fn decoded(name: String, ending: &str, bytes: &[u8], charset: Option<&str>) -> Page {
        let decoded = decode(bytes, charset);
        Page {
            name,
            address: None,
            media: Media::of(ending, &decoded.text),
            text: decoded.text,
            encoding: decoded.encoding.name(),
            notes: decoded.notes,
        }
    }

    /// A web archive, of which there is only to say what `notes` say.
    pub(crate) fn of_archive(name: &str, notes: Vec<Note>) -> Page {
        Page {
            name: name.to_owned(),
            address: None,
            media: Media::Archive,
            text: String::new(),
            encoding: encoding_rs::UTF_8.name(),
            notes,
        }
    }
}

impl Media {
    /// Markup and JSON show themselves in the text; a name's ending decides only the rest, because
    /// scrapers name files carelessly.
    fn of(ending: &str, text: &str) -> Media {
        let start = text.trim_start();
        let root = xml_root(start);
        if root.is_some_and(|root| feed::ROOTS.contains(&root)) {
            return Media::Feed;
        }
        if start.starts_with('<') && has_html_tag(start) {
            return Media::Html;
        }
        if looks_like_json(start) {
            return Media::Jsonl;
        }
        if root.is_some() && start.starts_with("<?xml") {
            return Media::Feed;
        }
        match ending {
            "html" | "htm" | "xhtml" | "shtml" if start.contains('<') => Media::Html,
            "jsonl" | "ndjson" => Media::Jsonl,
            _ => Media::Text,
        }
    }
}

/// The name of the first element, behind declarations and comments.
fn xml_root(start: &str) -> Option<&str> {
    let mut rest = start;
    loop {
        rest = rest.trim_start().strip_prefix('<')?;
        let end = match rest {
            _ if rest.starts_with("!--") => "-->",
            _ if rest.starts_with(['!', '?']) => ">",
            _ => break,
        };
        rest = rest.split_once(end)?.1;
    }
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

/// The ending of a file name or URL path, in lower case; what was packed has that of its contents.
fn extension(name: &str) -> String {
    let path = name.split(['?', '#']).next().unwrap_or(name);
    let path = path.strip_suffix(".gz").unwrap_or(path);
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match file.rsplit_once('.') {
        Some((_, ending)) => ending.to_ascii_lowercase(),
        None => String::new(),
    }
}

/// Whether a tag that only HTML has stands near the start.
fn has_html_tag(start: &str) -> bool {
    let head: String = start.chars().take(4096).collect();
    let head = head.to_ascii_lowercase();
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<article",
        "<meta",
        "<title",
        "<h1",
        "<table",
        "<span",
        "<section",
        "<main",
    ]
    .iter()
    .any(|tag| head.contains(tag))
}

/// Whether the text opens as a JSON object, or an array of objects, with a quoted key.
fn looks_like_json(start: &str) -> bool {
    let start = match start.strip_prefix('[') {
        Some(rest) => rest.trim_start(),
        None => start,
    };
    let Some(rest) = start.strip_prefix('{') else {
        return false;
    };
    let head: String = rest.trim_start().chars().take(80).collect();
    head.strip_prefix('"')
        .and_then(|key| key.split_once('"'))
        .is_some_and(|(_, rest)| rest.trim_start().starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_before_the_name() {
        let media = |name: &str, text: &str| Media::of(&extension(name), text);
        assert_eq!(media("a.txt", "<!DOCTYPE html><p>x"), Media::Html);
        assert_eq!(media("a.txt", "{\"title\": \"x\"}"), Media::Jsonl);
        assert_eq!(media("a.json", "[ {\"title\": \"x\"} ]"), Media::Jsonl);
        assert_eq!(media("a.html", "Plain words, saved as HTML."), Media::Text);
        assert_eq!(media("a.txt", "<Reuters> is an agency."), Media::Text);
        assert_eq!(media("http://x.org/a.html?b=c.d", "<x>a</x>"), Media::Html);
        assert_eq!(media("a.jsonl", "broken {"), Media::Jsonl);
        assert_eq!(media("a.jsonl.gz", "broken {"), Media::Jsonl);
        let feed = "<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<rss><channel><title>";
        assert_eq!(media("feed.txt", feed), Media::Feed);
        let sitemap = "<?xml version=\"1.0\"?><urlset><url></url></urlset>";
        assert_eq!(media("sitemap.xml", sitemap), Media::Feed);
        let xhtml = "<?xml version=\"1.0\"?><!DOCTYPE html><html><p>x</p></html>";
        assert_eq!(media("a.xml", xhtml), Media::Html);
    }
}
