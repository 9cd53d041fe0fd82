//! The text of a tree as blocks: what stands between the boundaries of block elements.

use trafilatura::dom::{Document, NodeId};

/// One block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HtmlBlock {
    /// Whether it is a heading element.
    pub heading: bool,
    /// Its words, white space collapsed.
    pub text: String,
}

/// Elements that go on in the line they stand in.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "hi", "i", "ins", "kbd", "label", "mark", "q", "ref", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements without text of the article.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "head", "iframe", "button", "select", "form",
    "nav", "footer",
];

/// Deepest level that is walked; pages are flattened to less before they are parsed.
const MAX_DEPTH: usize = 400;

/// The blocks under `root`, in document order.
pub(super) fn blocks_of(document: &Document, root: NodeId) -> Vec<HtmlBlock> {
    let mut walk = Walk {
        document,
        blocks: Vec::new(),
        line: String::new(),
        heading: false,
    };
    walk.visit(root, 0);
    walk.end_block();
    walk.blocks
}

struct Walk<'d> {
    document: &'d Document,
    blocks: Vec<HtmlBlock>,
    line: String,
    heading: bool,
}

impl Walk<'_> {
    fn visit(&mut self, node: NodeId, depth: usize) {
        for child in self.document.child_nodes(node) {
            if self.document.is_text(child) {
                self.line.push_str(&self.document.text_content(child));
                continue;
            }
            let tag = self.document.tag_name(child);
            if depth > MAX_DEPTH || SILENT.contains(&tag) {
                continue;
            }
            if INLINE.contains(&tag) {
                self.visit(child, depth + 1);
                continue;
            }
            self.end_block();
            let is_heading = matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head");
            let outer = self.heading;
            self.heading |= is_heading;
            self.visit(child, depth + 1);
            self.end_block();
            self.heading = outer;
        }
    }

    fn end_block(&mut self) {
        let text = collapsed(&self.line);
        self.line.clear();
        if !text.is_empty() {
            self.blocks.push(HtmlBlock {
                heading: self.heading,
                text,
            });
        }
    }
}

/// White space collapsed to single spaces.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_follow_the_elements() {
        let page = Document::parse(
            "<body><h2>Why</h2><p>One <b>bold</b>\n word.<br>Next line.</p><ul><li>a<li>b</ul>tail<script>no</script></body>",
        );
        let found = blocks_of(&page, page.body().expect("a body"));
        let texts: Vec<&str> = found.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(
            texts,
            ["Why", "One bold word.", "Next line.", "a", "b", "tail"]
        );
        assert!(found[0].heading && !found[1].heading);
    }
}
