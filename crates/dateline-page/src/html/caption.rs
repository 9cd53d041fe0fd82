//! Captions of the figures that belong to the article.

use super::blocks::{HtmlBlock, collapsed};
use crate::text::key;
use trafilatura::dom::{Document, NodeId};

/// Elements that hold captions.
const CAPTIONS: &str = "figcaption, .wp-caption-text, .thumbcaption, .image-caption, .photo-caption, p.caption, div.caption";

/// Words in class or id names of containers whose pictures lead to other articles or are no news
/// pictures.
const ELSEWHERE: &[&str] = &[
    "related",
    "sidebar",
    "promo",
    "teaser",
    "recommend",
    "footer",
    "comment",
    "newsletter",
    "most-",
    "popular",
    "trending",
    "card",
    "banner",
    "advert",
];

/// Words up to which a figure's text is a caption and not a text box.
const MAX_WORDS: usize = 120;
const MIN_WORDS: usize = 3;

/// Captions in page order, each once.
pub(super) fn captions(page: &Document, story: &[HtmlBlock]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let story_words: usize = story.iter().map(|block| block.text.len()).sum();
    for node in page.query_selector_all(page.root(), CAPTIONS) {
        let text = collapsed(&page.iter_text(node, " "));
        let words = text.split_whitespace().count();
        let fits = (MIN_WORDS..=MAX_WORDS).contains(&words) && text.len() * 2 < story_words.max(1);
        if fits && !is_elsewhere(page, node) && !found.iter().any(|known| says_again(known, &text))
        {
            found.push(text);
        }
    }
    found
}

/// Whether one caption is the other, or begins with it.
fn says_again(known: &str, text: &str) -> bool {
    let (known, text) = (key(known), key(text));
    known == text || known.starts_with(&text) || text.starts_with(&known)
}

/// Whether an element stands in a part of the page that is not the article's.
fn is_elsewhere(page: &Document, node: NodeId) -> bool {
    let mut at = page.parent(node);
    while let Some(ancestor) = at {
        let tag = page.tag_name(ancestor);
        if matches!(tag, "article" | "main" | "body") {
            return false;
        }
        if matches!(tag, "aside" | "nav" | "footer" | "li") {
            return true;
        }
        let names =
            format!("{} {}", page.class_name(ancestor), page.id_attr(ancestor)).to_lowercase();
        if ELSEWHERE.iter().any(|word| names.contains(word)) {
            return true;
        }
        at = page.parent(ancestor);
    }
    false
}
