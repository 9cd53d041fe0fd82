//! The two XML corpora of toponyms.

use anyhow::{Context, Result, bail};
use dateline_span::Span;
use roxmltree::{Document, Node};

/// What a corpus annotates, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scheme {
    /// Local-Global Lexicon.
    Lgl,
    /// GeoVirus.
    GeoVirus,
}

/// An article with its gold.
pub(super) struct Article {
    pub name: String,
    pub text: String,
    pub scheme: Scheme,
    pub domain: Option<String>,
    pub gold: Vec<Gold>,
}

/// A gold toponym.
pub(super) struct Gold {
    pub span: Span,
    /// Latitude, longitude in degrees, where gold gives them.
    pub point: Option<(f64, f64)>,
    /// Gold's own words for the place.
    pub says: String,
}

/// Reads a corpus; its first article tells which one it is.
pub(super) fn parse(text: &str) -> Result<Vec<Article>> {
    let document = Document::parse(text).context("malformed XML")?;
    let articles: Vec<Node<'_, '_>> = document
        .root_element()
        .children()
        .filter(|n| n.has_tag_name("article"))
        .collect();
    let scheme = match articles.first() {
        Some(first) if child(*first, "toponyms").is_some() => Scheme::Lgl,
        Some(first) if child(*first, "locations").is_some() => Scheme::GeoVirus,
        _ => bail!("no article with toponyms or locations"),
    };
    articles
        .into_iter()
        .map(|node| article(node, scheme))
        .collect()
}

fn article(node: Node<'_, '_>, scheme: Scheme) -> Result<Article> {
    let text = child_text(node, "text").unwrap_or_default().to_owned();
    let starts: Vec<usize> = text
        .char_indices()
        .map(|(i, _)| i)
        .chain([text.len()])
        .collect();
    let (list, item, words, first) = match scheme {
        Scheme::Lgl => ("toponyms", "toponym", "phrase", 0),
        Scheme::GeoVirus => ("locations", "location", "name", 1),
    };
    let mut gold = Vec::new();
    for entry in child(node, list).into_iter().flat_map(|n| n.children()) {
        if !entry.has_tag_name(item) {
            continue;
        }
        let at = |tag| -> Option<usize> {
            let number: usize = child_text(entry, tag)?.trim().parse().ok()?;
            starts.get(number.checked_sub(first)?).copied()
        };
        let (Some(start), Some(end)) = (at("start"), at("end")) else {
            continue;
        };
        let place = child(entry, "gaztag").unwrap_or(entry);
        let degrees = |tag| child_text(place, tag)?.trim().parse::<f64>().ok();
        gold.push(Gold {
            span: without_article(&text, Span::new(start, end)),
            point: degrees("lat").zip(degrees("lon")),
            says: child_text(place, "admin1")
                .or_else(|| child_text(entry, "page"))
                .or_else(|| child_text(place, words))
                .unwrap_or_default()
                .to_owned(),
        });
    }
    let name = node.attribute("docid").map(str::to_owned);
    Ok(Article {
        name: name
            .or_else(|| child_text(node, "source").map(str::to_owned))
            .unwrap_or_default(),
        text,
        scheme,
        domain: child_text(node, "domain").map(str::to_owned),
        gold,
    })
}

fn without_article(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let bare = ["the ", "The ", "THE "]
        .iter()
        .find(|a| words.starts_with(**a));
    let start = span.start as usize + bare.map_or(0, |a| a.len());
    Span::new(start, span.end as usize)
}

fn child<'a, 'd>(node: Node<'a, 'd>, tag: &str) -> Option<Node<'a, 'd>> {
    node.children().find(|n| n.has_tag_name(tag))
}

fn child_text<'a>(node: Node<'a, '_>, tag: &str) -> Option<&'a str> {
    child(node, tag)?.text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_corpora_are_read_with_their_offsets() {
        let lgl = "<articles><article docid='1'><domain>x.org</domain><text>In Kölm, the Alps.</text>\
            <toponyms><toponym><start>3</start><end>7</end><gaztag><lat>1</lat><lon>2</lon></gaztag></toponym>\
            <toponym><start>9</start><end>17</end></toponym></toponyms></article></articles>";
        let articles = parse(lgl).expect("LGL");
        let words: Vec<&str> = articles[0]
            .gold
            .iter()
            .map(|g| g.span.slice(&articles[0].text))
            .collect();
        assert_eq!(words, ["Kölm", "Alps"]);
        assert_eq!(articles[0].gold[0].point, Some((1.0, 2.0)));
        assert_eq!(articles[0].gold[1].point, None);
        let virus = "<articles><article><source>s</source><text>In Harn.</text><locations><location>\
            <name>Harn</name><start>4</start><end>8</end><lat>1</lat><lon>2</lon></location></locations></article></articles>";
        let articles = parse(virus).expect("GeoVirus");
        assert_eq!(articles[0].gold[0].span.slice(&articles[0].text), "Harn");
        assert!(parse("<articles/>").is_err());
    }
}
