//! Captions of the figures that belong to the article.

use super::blocks::{HtmlBlock, collapsed};
use crate::text::{is_furniture, key};
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
        let text = without_label(&collapsed(&page.iter_text(node, " "))).to_owned();
        let words = text.split_whitespace().count();
        let fits = (MIN_WORDS..=MAX_WORDS).contains(&words) && text.len() * 2 < story_words.max(1);
        if fits
            && !is_furniture(&text)
            && !is_elsewhere(page, node)
            && !found.iter().any(|known| says_again(known, &text))
        {
            found.push(text);
        }
    }
    found
}

/// The words without the label for screen readers before them: "Image caption", "2 of 5".
fn without_label(text: &str) -> &str {
    let text = text
        .strip_prefix("Image caption")
        .map_or(text, |rest| rest.trim_start_matches([',', ':', ' ']));
    let counted = text.strip_prefix("Image ").unwrap_or(text);
    let mut words = counted.splitn(4, ' ');
    let number = |word: Option<&str>| word.is_some_and(|word| word.parse::<u16>().is_ok());
    let is_count = number(words.next()) && words.next() == Some("of") && number(words.next());
    // "2 of 5 ferries sank" counts ferries; "2 of 5 A ferry" counts pictures.
    words
        .next()
        .filter(|rest| is_count && rest.starts_with(char::is_uppercase))
        .unwrap_or(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_for_screen_readers_go() {
        assert_eq!(without_label("Image caption A ferry"), "A ferry");
        assert_eq!(without_label("Image 1 of 5 A ferry"), "A ferry");
        assert_eq!(without_label("2 of 5 A ferry"), "A ferry");
        assert_eq!(without_label("2 of 5 ferries sank"), "2 of 5 ferries sank");
        assert_eq!(without_label("Images of a ferry"), "Images of a ferry");
    }

    #[test]
    fn captions_of_other_articles_and_adverts_are_left_out() {
        let page = Document::parse(
            "<main><article><figure><img><figcaption>A ferry in the port of Kalem</figcaption></figure>\
             <figure><figcaption>Subscribe to our newsletter for more updates!</figcaption></figure></article>\
             </main><aside><figure><figcaption>A road in the Tirun valley</figcaption></figure></aside>",
        );
        let story = [HtmlBlock {
            heading: false,
            text: "A ferry was towed back to Kalem. ".repeat(9),
        }];
        assert_eq!(captions(&page, &story), ["A ferry in the port of Kalem"]);
    }
}
