//! Bounds on markup before it is parsed: generated pages can be nested or swollen without end, and
//! tree algorithms pay for depth with stack and time.

/// Deepest nesting that is parsed as it is; real pages stay below a hundred.
const MAX_DEPTH: usize = 200;

/// Elements that never have content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &[
    "script", "style", "textarea", "title", "noscript", "svg", "template",
];

/// One tag of a page.
struct Tag<'a> {
    /// Bytes of the tag, brackets included.
    start: usize,
    end: usize,
    name: &'a str,
    closing: bool,
}

/// The next tag at or after `from`; comments are skipped.
fn next_tag(html: &str, from: usize) -> Option<Tag<'_>> {
    let bytes = html.as_bytes();
    let mut at = from;
    loop {
        let start = at + html.get(at..)?.find('<')?;
        if html[start..].starts_with("<!--") {
            at = html[start..]
                .find("-->")
                .map_or(html.len(), |end| start + end + 3);
            continue;
        }
        let closing = bytes.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let name_end = bytes[name_start.min(bytes.len())..]
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-')
            .map_or(bytes.len(), |length| name_start + length);
        if name_end <= name_start {
            at = start + 1;
            continue;
        }
        let end = html[name_end..]
            .find('>')
            .map_or(html.len(), |end| name_end + end + 1);
        return Some(Tag {
            start,
            end,
            name: &html[name_start..name_end],
            closing,
        });
    }
}

/// The page with tags left out that nest too deep; `None` where none do.
pub(super) fn flattened(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut copied = 0;
    let mut depth = 0usize;
    // Open tags that were left out and whose closing tags must go too.
    let mut left_out = 0usize;
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        at = tag.end;
        let name = tag.name.to_ascii_lowercase();
        if VOID.contains(&name.as_str()) || html[tag.start..tag.end].ends_with("/>") {
            continue;
        }
        if RAW.contains(&name.as_str()) {
            if !tag.closing {
                at = end_of_raw(html, &name, tag.end);
            }
            continue;
        }
        let drop = match (tag.closing, left_out) {
            (true, 0) => {
                depth = depth.saturating_sub(1);
                false
            }
            (true, _) => {
                left_out -= 1;
                true
            }
            (false, _) if depth >= MAX_DEPTH => {
                left_out += 1;
                true
            }
            (false, _) => {
                // Paragraphs and list items need not be closed; they do not nest in themselves.
                depth += usize::from(!matches!(
                    name.as_str(),
                    "p" | "li" | "td" | "tr" | "th" | "dt" | "dd" | "option"
                ));
                false
            }
        };
        if drop {
            out.push_str(&html[copied..tag.start]);
            out.push('\n');
            copied = tag.end;
        }
    }
    if copied == 0 {
        return None;
    }
    out.push_str(&html[copied..]);
    Some(out)
}

/// The page without scripts, styles and comments, which make up most of what is oversized.
pub(super) fn without_raw(html: &str) -> String {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        at = tag.end;
        let name = tag.name.to_ascii_lowercase();
        if !tag.closing
            && matches!(
                name.as_str(),
                "script" | "style" | "svg" | "noscript" | "template"
            )
        {
            out.push_str(&html[copied..tag.start]);
            at = end_of_raw(html, &name, tag.end);
            copied = at;
        }
    }
    out.push_str(&html[copied..]);
    out
}

/// The text between tags, tags replaced by line breaks; entities stay as they are.
pub(super) fn stripped(html: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        out.push_str(&html[at..tag.start]);
        out.push('\n');
        at = tag.end;
    }
    out.push_str(html.get(at..).unwrap_or(""));
    out
}

/// End of a raw element's closing tag, or of the page.
fn end_of_raw(html: &str, name: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        let start = at + found;
        let head = html.get(start + 2..start + 2 + name.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(name)) {
            return html[start..]
                .find('>')
                .map_or(html.len(), |end| start + end + 1);
        }
        at = start + 2;
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_nesting_is_flattened_and_keeps_its_text() {
        let html = format!(
            "<body>{}<p>Deep words.</p>{}</body>",
            "<div>".repeat(100_000),
            "</div>".repeat(100_000)
        );
        let flat = flattened(&html).expect("too deep");
        assert!(flat.contains("<p>Deep words.</p>") || flat.contains("Deep words."));
        assert!(flat.matches("<div>").count() <= MAX_DEPTH);
    }

    #[test]
    fn ordinary_pages_are_left_alone() {
        assert_eq!(
            flattened("<html><body><p>a<p>b<br><script>if (a<b) {}</script></body></html>"),
            None
        );
        assert_eq!(flattened(&"<p>x".repeat(5_000)), None);
    }

    #[test]
    fn raw_elements_go_with_their_content() {
        assert_eq!(
            without_raw("a<script>x<b</SCRIPT>b<!-- <style> -->c"),
            "ab<!-- <style> -->c"
        );
        assert_eq!(without_raw("a<style>never closed"), "a");
    }

    #[test]
    fn stripping_breaks_lines_at_tags() {
        assert_eq!(stripped("<p>One</p><p>Two"), "\nOne\n\nTwo");
        assert_eq!(stripped("1 < 2"), "1 < 2");
    }
}
