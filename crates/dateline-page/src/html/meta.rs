//! What a page states about its article in meta tags, JSON-LD and its headline.

use super::blocks::{HtmlBlock, collapsed};
use crate::stamp;
use crate::text::key;
use serde_json::Value;
use trafilatura::dom::Document;

/// Statements of a page about its article.
#[derive(Default)]
pub(super) struct Stated {
    /// Headlines, the most trustworthy first.
    headlines: Vec<String>,
    pub published: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// Meta tags that state when an article appeared, the most exact first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "article.published",
    "published_time",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "originalpublicationdate",
    "date",
];

impl Stated {
    pub fn of(page: &Document) -> Self {
        let metas = metas(page);
        let meta = |name: &str| {
            metas
                .iter()
                .find(|(key, content)| key == name && !content.is_empty())
                .map(|(_, content)| content.clone())
        };
        let ld = linked_data(page);
        let from_meta = PUBLISHED
            .iter()
            .filter_map(|name| meta(name))
            .find_map(|text| date(&text));
        let text_of = |selector: &str| {
            let node = page.query_selector(page.root(), selector)?;
            Some(collapsed(&page.iter_text(node, " "))).filter(|text| !text.is_empty())
        };
        let headlines = [
            ld.headline,
            meta("og:title"),
            only_h1(page),
            meta("twitter:title"),
            text_of("title"),
        ];
        Self {
            headlines: headlines
                .into_iter()
                .flatten()
                .map(|text| collapsed(&text))
                .collect(),
            published: from_meta.or(ld.published).or_else(|| time_element(page)),
            outlet: meta("og:site_name").or(ld.publisher),
            url: attribute(page, "link[rel=canonical]", "href")
                .or_else(|| meta("og:url"))
                .filter(|url| url.contains("://")),
            language: attribute(page, "html", "lang")
                .or_else(|| meta("og:locale"))
                .or_else(|| meta("content-language")),
        }
    }

    /// The headline: one that stands in the page's text as it is stated, else the stated one without
    /// the site's name, else what `trafilatura` found.
    pub fn title(&self, extracted: &str, blocks: &[HtmlBlock]) -> Option<String> {
        let extracted = collapsed(extracted);
        let candidates: Vec<&String> = self
            .headlines
            .iter()
            .chain(Some(&extracted).filter(|title| !title.is_empty()))
            .collect();
        // Two sources that agree word for word beat any one of them.
        let agreed = candidates.iter().enumerate().find(|(at, title)| {
            let same = |other: &&&String| key(other) == key(title);
            candidates[at + 1..].iter().any(|other| same(&other))
                || blocks
                    .iter()
                    .take(3)
                    .any(|block| key(&block.text) == key(title))
        });
        let chosen = agreed
            .map(|(_, title)| *title)
            .or_else(|| candidates.first().copied())?;
        Some(self.without_site(chosen))
    }

    /// Cuts the site's name off a headline.
    fn without_site(&self, title: &str) -> String {
        let Some(outlet) = &self.outlet else {
            return title.to_owned();
        };
        for separator in [" - ", " | ", " – ", " — ", " :: ", " · "] {
            if let Some((headline, site)) = title.rsplit_once(separator)
                && key(site).contains(&key(outlet))
            {
                return headline.trim().to_owned();
            }
        }
        title.to_owned()
    }
}

/// Names (lower case) and contents of all meta tags.
fn metas(page: &Document) -> Vec<(String, String)> {
    page.query_selector_all(page.root(), "meta")
        .into_iter()
        .filter_map(|node| {
            let name = ["property", "name", "itemprop", "http-equiv"]
                .iter()
                .find_map(|key| page.get_attribute(node, key))?;
            let content = page.get_attribute(node, "content")?;
            Some((name.trim().to_lowercase(), content.trim().to_owned()))
        })
        .collect()
}

fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    let node = page.query_selector(page.root(), selector)?;
    page.get_attribute(node, name)
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

/// The page's one first-level heading; several are no headline.
fn only_h1(page: &Document) -> Option<String> {
    let found: Vec<String> = page
        .query_selector_all(page.root(), "h1")
        .into_iter()
        .map(|node| collapsed(&page.iter_text(node, " ")))
        .filter(|text| !text.is_empty())
        .collect();
    match &found[..] {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// The first machine-readable time that is marked as publication.
fn time_element(page: &Document) -> Option<String> {
    let marked = "time[itemprop=datePublished], time[pubdate], time.published, time.entry-date";
    page.query_selector_all(page.root(), marked)
        .into_iter()
        .find_map(|node| date(&page.get_attribute(node, "datetime")?))
}

/// A date as stated, where it is complete.
pub(crate) fn date(text: &str) -> Option<String> {
    let found = stamp::whole_line(text.trim())?;
    stamp::published(&found).map(str::to_owned)
}

/// What JSON-LD states about a news article.
#[derive(Default)]
struct LinkedData {
    headline: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
}

fn linked_data(page: &Document) -> LinkedData {
    let mut found = LinkedData::default();
    for script in page.scripts_with_type(&["application/ld+json"]) {
        if let Ok(value) = serde_json::from_str::<Value>(page.text_content(script).trim()) {
            collect(&value, &mut found, 0);
        }
    }
    found
}

/// Takes statements of article objects, wherever in the data they lie.
fn collect(value: &Value, found: &mut LinkedData, depth: usize) {
    const DEEPEST: usize = 6;
    match value {
        Value::Array(items) if depth < DEEPEST => items
            .iter()
            .for_each(|item| collect(item, found, depth + 1)),
        Value::Object(object) if depth < DEEPEST => {
            let is_article = object.get("@type").is_some_and(|kind| {
                let named = |kind: &Value| {
                    kind.as_str()
                        .is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"))
                };
                named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named))
            });
            if is_article {
                let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
                let publisher = object
                    .get("publisher")
                    .and_then(|publisher| publisher.get("name"));
                found.headline = found.headline.take().or_else(|| text("headline"));
                found.published = found
                    .published
                    .take()
                    .or_else(|| date(&text("datePublished")?));
                found.publisher = found
                    .publisher
                    .take()
                    .or_else(|| publisher.and_then(Value::as_str).map(str::to_owned));
            }
            if let Some(graph) = object.get("@graph") {
                collect(graph, found, depth + 1);
            }
        }
        _ => {}
    }
}
