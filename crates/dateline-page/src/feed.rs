//! Feeds (RSS, Atom): one article an item, with what the feed states of it.

use crate::article::Articles;
use crate::build::Builder;
use crate::html;
use crate::jsonl::story;
use crate::note::{Note, NoteKind};
use crate::text;
use roxmltree::{Document, Error, Node, ParsingOptions};

/// Root elements of feeds: RSS 0.9x and 2.0, Atom, RSS 1.0.
pub(crate) const ROOTS: [&str; 3] = ["rss", "feed", "rdf:RDF"];
/// Texts of an item, the fullest first.
const TEXT: [&str; 4] = ["encoded", "content", "description", "summary"];
/// Dates of publication. That of a change (`updated`) is none.
const PUBLISHED: [&str; 4] = ["pubDate", "published", "date", "issued"];
const AUTHOR: [&str; 2] = ["creator", "author"];

/// Reads a page of XML: the items of a feed.
pub(crate) fn articles(page: &str) -> Articles {
    let (above, page) = page.split_at(page.len() - page.trim_start().len());
    let above = above.matches('\n').count() as u32;
    let mended = with_stray_ampersands_escaped(page);
    match parse(page).or_else(|_| parse(&mended)) {
        Ok(feed) => read(&feed, above),
        Err(error) => {
            let line = (error.pos().row + above) as usize;
            Articles {
                notes: vec![Note::on_line(NoteKind::Malformed, line, error.to_string())],
                ..quarantined("its XML is broken".to_owned())
            }
        }
    }
}

fn parse(xml: &str) -> Result<Document<'_>, Error> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(xml, options)
}

/// `&` that begins no reference of XML's own, outside of CDATA, as a character: feeds write "A & B" and
/// HTML's `&nbsp;`.
fn with_stray_ampersands_escaped(xml: &str) -> String {
    const OWN: [&str; 5] = ["amp;", "lt;", "gt;", "quot;", "apos;"];
    let mut out = String::with_capacity(xml.len());
    for (at, stretch) in xml.split("<![CDATA[").enumerate() {
        let (quoted, rest) = match (at, stretch.split_once("]]>")) {
            (0, _) | (_, None) => ("", stretch),
            (_, Some((quoted, rest))) => (quoted, rest),
        };
        if at > 0 {
            out.push_str("<![CDATA[");
            out.push_str(quoted);
            out.push_str("]]>");
        }
        for (n, piece) in rest.split('&').enumerate() {
            let is_reference =
                piece.starts_with('#') || OWN.iter().any(|own| piece.starts_with(own));
            match (n, is_reference) {
                (0, _) => {}
                (_, true) => out.push('&'),
                (_, false) => out.push_str("&amp;"),
            }
            out.push_str(piece);
        }
    }
    out
}

fn quarantined(why: String) -> Articles {
    Articles {
        quarantined: Some(why),
        ..Articles::default()
    }
}

/// Reads the items; `above` lines of the page stand before the feed.
fn read(feed: &Document<'_>, above: u32) -> Articles {
    let root = feed.root_element();
    let name = root.tag_name().name();
    if !ROOTS.iter().any(|known| known.ends_with(name)) {
        return quarantined(format!("XML, but no feed: its root is <{name}>"));
    }
    let items: Vec<Node<'_, '_>> = root
        .descendants()
        .filter(|node| matches!(node.tag_name().name(), "item" | "entry"))
        .collect();
    let breaks: Vec<usize> = feed
        .input_text()
        .match_indices('\n')
        .map(|(at, _)| at)
        .collect();
    let row = |at: usize| above + 1 + breaks.partition_point(|&line| line < at) as u32;
    let mut found = Articles::default();
    for item in items {
        let lines = item.range();
        let (first, last) = (row(lines.start), row(lines.end));
        let builder = read_item(item, root, (first, last));
        if builder.has_prose() {
            found.articles.push(builder.finish());
        } else {
            let why = "an item without any text";
            found
                .notes
                .push(Note::on_line(NoteKind::Empty, first as usize, why));
        }
    }
    if found.articles.is_empty() {
        found.quarantined = Some("no item of the feed holds an article".to_owned());
    }
    found
}

fn read_item(item: Node<'_, '_>, root: Node<'_, '_>, lines: (u32, u32)) -> Builder {
    let head = root
        .children()
        .find(|child| child.has_tag_name("channel"))
        .unwrap_or(root);
    let body = first(item, &TEXT).unwrap_or_default();
    let mut builder = story(first(item, &["title"]).as_deref(), &body);
    builder.published = PUBLISHED
        .iter()
        .filter_map(|name| first(item, &[name]))
        .find_map(|date| html::date(&date));
    // An aggregator names the outlet with the item.
    builder.outlet = first(item, &["source"]).or_else(|| first(head, &["title"]));
    builder.byline = first(item, &AUTHOR)
        .map(|name| text::byline::author(&name))
        .or(builder.byline);
    builder.url = link(item);
    builder.declared_language = first(head, &["language"]).or_else(|| {
        let lang = ("http://www.w3.org/XML/1998/namespace", "lang");
        root.attribute(lang).map(str::to_owned)
    });
    builder.lines = Some(lines);
    for discard in &mut builder.discards {
        discard.line = Some(lines.0);
    }
    builder
}

/// The words of the first child that has one of these names and any words: its `name` or `title`, where it
/// has parts.
fn first(of: Node<'_, '_>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .flat_map(|name| {
            of.children()
                .filter(move |child| child.tag_name().name() == *name)
        })
        .find_map(|child| {
            let part = child
                .children()
                .find(|part| matches!(part.tag_name().name(), "name" | "title"));
            let words: String = part
                .unwrap_or(child)
                .descendants()
                .filter_map(text_of)
                .collect();
            (!words.trim().is_empty()).then(|| words.trim().to_owned())
        })
}

fn text_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.is_text().then(|| node.text()).flatten()
}

/// Its address: RSS writes it as words, Atom as the attribute of the link that is the page itself.
fn link(item: Node<'_, '_>) -> Option<String> {
    let links = || {
        item.children()
            .filter(|child| child.tag_name().name() == "link")
    };
    let is_page = |link: &Node<'_, '_>| matches!(link.attribute("rel"), None | Some("alternate"));
    links()
        .filter(is_page)
        .find_map(|link| link.attribute("href").map(str::to_owned))
        .or_else(|| first(item, &["link"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(items: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Kalem Post</title>\n<link>https://example.org</link>\n\
             <language>en</language>{items}</channel></rss>"
        )
    }

    #[test]
    fn an_item_is_an_article_with_what_the_feed_states() {
        let found = articles(&feed(
            "<item><title>Ferry towed back &amp; searched</title><link>https://example.org/a</link>\n\
             <pubDate>Wed, 12 Mar 2025 10:22:00 GMT</pubDate><dc:creator>Amina Odhiambo</dc:creator>\
             <description>A teaser.</description>\n\
             <content:encoded><![CDATA[<p>A ferry was towed back to Kalem on Monday.</p><p>Nobody was hurt & all left.</p>]]></content:encoded></item>\n\
             <item><title>Bridge closed</title><description>&lt;p&gt;The bridge was closed.&lt;/p&gt;</description>\
             <source url=\"https://example.net\">The Orvale Herald</source></item>",
        ));
        let [ferry, bridge] = found.articles.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(ferry.title_text(), Some("Ferry towed back & searched"));
        let body: Vec<&str> = ferry
            .body()
            .map(|part| part.span.slice(&ferry.text))
            .collect();
        assert_eq!(
            body,
            [
                "A ferry was towed back to Kalem on Monday.",
                "Nobody was hurt & all left."
            ]
        );
        assert_eq!(ferry.published.as_deref(), Some("2025-03-12T10:22Z"));
        assert_eq!(ferry.outlet.as_deref(), Some("Kalem Post"));
        assert_eq!(ferry.byline.as_deref(), Some("Amina Odhiambo"));
        assert_eq!(ferry.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(ferry.lines, Some((4, 6)));
        assert_eq!(bridge.outlet.as_deref(), Some("The Orvale Herald"));
        assert_eq!(bridge.published, None);
        assert!(bridge.text.ends_with("The bridge was closed."));
    }

    #[test]
    fn atom_names_its_parts_otherwise() {
        let found = articles(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Kalem Post</title><entry>\
             <title type=\"html\">Ferry towed back</title><link rel=\"self\" href=\"https://example.org/x.atom\"/>\
             <link rel=\"alternate\" href=\"https://example.org/a\"/><author><name>Piotr Zalewski</name></author>\
             <updated>2025-03-14T08:00:00Z</updated><published>2025-03-12T10:22:00Z</published>\
             <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A ferry was <b>towed</b> back.</div></content>\
             </entry></feed>",
        );
        let article = &found.articles[0];
        assert_eq!(article.published.as_deref(), Some("2025-03-12T10:22Z"));
        assert_eq!(article.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(article.byline.as_deref(), Some("Piotr Zalewski"));
        assert!(article.text.ends_with("A ferry was towed back."));
    }

    #[test]
    fn stray_ampersands_cost_nothing_and_broken_xml_is_said_with_its_line() {
        let found = articles(&feed(
            "<item><title>Hale & Sons strike</title><description>Workers at Hale &amp; Sons&nbsp;walked out.</description></item>",
        ));
        assert_eq!(found.articles[0].title_text(), Some("Hale & Sons strike"));
        let broken = articles(&format!("\n{}", feed("\n<item><title>Cut off</item>")));
        assert_eq!(broken.quarantined.as_deref(), Some("its XML is broken"));
        assert_eq!(broken.notes[0].line, Some(6));
        let other = articles("<?xml version=\"1.0\"?><urlset><url>x</url></urlset>");
        assert_eq!(
            other.quarantined.as_deref(),
            Some("XML, but no feed: its root is <urlset>")
        );
    }
}
