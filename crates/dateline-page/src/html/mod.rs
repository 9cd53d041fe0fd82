//! HTML pages: main text and metadata through `trafilatura`, captions from the page's figures, and
//! the same weighing of lines that plain text gets.

mod blocks;
mod caption;
mod depth;
mod meta;

use crate::article::{Article, Articles, Discard, DiscardReason, PartKind};
use crate::build::Builder;
use crate::note::{Note, NoteKind};
use crate::text;
use blocks::{HtmlBlock, blocks_of};
use meta::Stated;
pub(crate) use meta::date;
use std::panic::{AssertUnwindSafe, catch_unwind};
use trafilatura::dom::Document;
use trafilatura::{ExtractResult, Options};

/// Largest page that is parsed as a tree; larger ones first lose scripts, then all markup.
const MAX_TREE: usize = 8 << 20;

/// Reads one HTML page: one article, or none.
pub(crate) fn articles(html: &str, address: Option<&str>) -> Articles {
    let mut notes = Vec::new();
    let html = match bounded(html, &mut notes) {
        Bounded::Tree(html) => html,
        Bounded::Text(plain) => {
            let mut found = text::articles(&plain);
            // The lines are those of the stripped text, not of the page.
            found.articles.iter_mut().for_each(forget_places);
            found.notes.splice(0..0, notes);
            return found;
        }
    };
    // Foreign code reads foreign markup here: a fault in it may cost one page, never the run.
    let read = catch_unwind(AssertUnwindSafe(|| read(&html, address)));
    let mut found = match read {
        Ok(Some(article)) => Articles {
            articles: vec![article],
            ..Articles::default()
        },
        Ok(None) => quarantined("no main text was found in the page"),
        Err(_) => quarantined("the HTML parser failed on this page"),
    };
    found.notes.splice(0..0, notes);
    found
}

fn quarantined(why: &str) -> Articles {
    Articles {
        quarantined: Some(why.to_owned()),
        ..Articles::default()
    }
}

/// A page made fit for parsing.
enum Bounded<'h> {
    Tree(std::borrow::Cow<'h, str>),
    Text(String),
}

/// Bounds size and depth, with a note on what was done.
fn bounded<'h>(html: &'h str, notes: &mut Vec<Note>) -> Bounded<'h> {
    let mut html = std::borrow::Cow::Borrowed(html);
    if html.len() > MAX_TREE {
        html = depth::without_raw(&html).into();
        let why = "a very large page: scripts and styles were left out before parsing";
        notes.push(Note::new(NoteKind::Limit, why));
    }
    if html.len() > MAX_TREE {
        let why = "too large to parse as a tree: its text was read without its markup";
        notes.push(Note::new(NoteKind::Limit, why));
        return Bounded::Text(depth::stripped(&html));
    }
    if let Some(flat) = depth::flattened(&html) {
        let why = "elements nested too deep were read as their text";
        notes.push(Note::new(NoteKind::Markup, why));
        html = flat.into();
    }
    Bounded::Tree(html)
}

fn forget_places(article: &mut Article) {
    article.lines = None;
    for part in &mut article.parts {
        part.page = None;
    }
    for caption in &mut article.captions {
        caption.part.page = None;
    }
    if let Some(title) = &mut article.title {
        title.page = None;
    }
    for discard in &mut article.discards {
        discard.line = None;
    }
}

/// Extracts the article of one page.
fn read(html: &str, address: Option<&str>) -> Option<Article> {
    let page = Document::parse(html);
    let stated = Stated::of(&page);
    let extracted = trafilatura::extract(html, &options()).ok();
    let mut blocks = extracted.as_ref().map(main_blocks).unwrap_or_default();
    if blocks.is_empty() {
        blocks = page
            .body()
            .map(|body| blocks_of(&page, body))
            .unwrap_or_default();
    }
    let metadata = extracted
        .map(|extracted| extracted.metadata)
        .unwrap_or_default();
    let title = stated.title(&metadata.title, &blocks);
    let captions = caption::captions(&page, &blocks);
    let mut builder = story(title.as_deref(), &captions, &blocks);
    if !builder.has_prose() {
        return None;
    }
    let some = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    // The extractor joins several authors by semicolons.
    builder.byline = some(metadata.author.replace("; ", ", ")).or(builder.byline);
    builder.outlet = stated
        .outlet
        .clone()
        .or_else(|| some(metadata.sitename).filter(|name| !name.starts_with("Copyright")))
        .or(builder.outlet);
    builder.published = stated
        .published
        .clone()
        .or_else(|| builder.published.take())
        .or_else(|| metadata.date.map(|date| date.to_string()));
    builder.url = stated
        .url
        .clone()
        .or_else(|| some(metadata.url))
        .or_else(|| address.map(str::to_owned));
    builder.declared_language = stated.language.clone();
    let mut article = builder.finish();
    forget_places(&mut article);
    Some(article)
}

fn options() -> Options {
    Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
}

/// The blocks of the extracted main text.
fn main_blocks(extracted: &ExtractResult) -> Vec<HtmlBlock> {
    let content = Document::parse(&extracted.content_html);
    let blocks = content
        .body()
        .map(|body| blocks_of(&content, body))
        .unwrap_or_default();
    if blocks.is_empty() && !extracted.content_text.trim().is_empty() {
        return vec![HtmlBlock {
            heading: false,
            text: extracted.content_text.trim().to_owned(),
        }];
    }
    blocks
}

/// Title, captions and weighed lines; what the figures say again in the text is left out there.
fn story(title: Option<&str>, captions: &[String], blocks: &[HtmlBlock]) -> Builder {
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    let mut builder = text::single(title, &texts);
    let headings: Vec<&str> = blocks
        .iter()
        .filter(|block| block.heading)
        .map(|block| block.text.as_str())
        .collect();
    for piece in &mut builder.parts {
        match piece.kind {
            PartKind::Paragraph if headings.contains(&piece.text.as_str()) => {
                piece.kind = PartKind::Heading
            }
            PartKind::Heading if !headings.contains(&piece.text.as_str()) => {
                piece.kind = PartKind::Paragraph
            }
            _ => {}
        }
    }
    let mut kept = Vec::with_capacity(builder.parts.len());
    for piece in std::mem::take(&mut builder.parts) {
        let again = piece.kind != PartKind::Title && captions.contains(&piece.text);
        if again {
            builder.discards.push(Discard {
                line: None,
                text: piece.text,
                reason: DiscardReason::RepeatedCaption,
                evidence: "the caption of a figure on the page".to_owned(),
            });
        } else {
            kept.push(piece);
        }
    }
    builder.parts = kept;
    for caption in captions {
        builder.keep(PartKind::Caption, caption, None, None);
    }
    builder
}

/// Whether a text field of a record holds markup or character references.
pub(crate) fn has_markup(text: &str) -> bool {
    let tag = ["</", "<p>", "<br", "<div", "/>"]
        .iter()
        .any(|tag| text.contains(tag));
    let reference = text.match_indices('&').any(|(at, _)| {
        let name = &text.as_bytes()[at + 1..text.len().min(at + 9)];
        let end = name.iter().position(|byte| *byte == b';');
        end.is_some_and(|end| {
            end > 1
                && name[..end]
                    .iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        })
    });
    tag || reference
}

/// The lines of a fragment of markup.
pub(crate) fn plain_lines(fragment: &str) -> Vec<String> {
    let mut notes = Vec::new();
    match bounded(fragment, &mut notes) {
        Bounded::Text(plain) => plain.lines().map(str::to_owned).collect(),
        Bounded::Tree(html) => {
            // Line breaks in a fragment without paragraphs are its paragraphs.
            let html = if html.contains("<p") || html.contains("<br") {
                html
            } else {
                html.replace('\n', "<br>").into()
            };
            let document = Document::parse(&html);
            let body = document.body().unwrap_or_else(|| document.root());
            blocks_of(&document, body)
                .into_iter()
                .map(|block| block.text)
                .collect()
        }
    }
}
