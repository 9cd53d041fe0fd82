//! A plain-text page as blocks: one block a line, or a run of hard-wrapped lines.

use dateline_span::Span;
use std::ops::Range;

/// Bytes from which a block can be nothing but running text, whatever its words.
pub(crate) const LONG_TEXT: usize = 3_000;

/// A line of the page, or several lines that a hard wrap broke apart.
#[derive(Clone, Debug)]
pub(crate) struct Block<'a> {
    /// 1-based first page line.
    pub line: u32,
    /// 1-based last page line.
    pub last_line: u32,
    /// Where it stands in the page text, white space at both ends left out.
    pub span: Span,
    /// Its words as they stand in the page.
    pub text: &'a str,
    /// How many blank lines stand before it.
    pub gap: u32,
    /// Lower-case words without punctuation: two blocks with one key say the same.
    pub key: String,
    /// Number of words that hold a letter or digit.
    pub words: usize,
}

impl Block<'_> {
    /// Whether the text ends as a sentence does, closing quotes and brackets aside.
    pub fn ends_sentence(&self) -> bool {
        ends_sentence(self.text)
    }

    /// Whether it ends with a full stop: headlines may ask or exclaim, but they rarely stop.
    pub fn ends_with_stop(&self) -> bool {
        let end = self.text.trim_end_matches(closing);
        end.ends_with(['.', '…', '。']) && !end.ends_with("...")
    }

    /// Number of sentence ends, counted by stops before a capital; cheap and good enough for roles.
    pub fn sentences(&self) -> usize {
        let mut count = usize::from(self.ends_sentence());
        let mut stop = false;
        let mut space = false;
        for c in self.text.chars() {
            if stop && space && c.is_uppercase() {
                count += 1;
            }
            if matches!(c, '.' | '!' | '?') {
                (stop, space) = (true, false);
            } else if c.is_whitespace() {
                space = true;
            } else if !closing(c) {
                (stop, space) = (false, false);
            }
        }
        count
    }
}

/// Closing quotes and brackets, and space.
pub(crate) fn closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']') || c.is_whitespace()
}

/// Opening quotes and brackets.
pub(crate) fn opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[')
}

/// Whether a text ends with sentence-final punctuation, closing quotes and brackets aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(closing)
        .ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// Lower-case words without punctuation, or the bare text where it holds none.
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    if key.is_empty() {
        key.push_str(text.trim());
    }
    key
}

/// A block's key; of a very long one the beginning and the length stand for the rest.
fn block_key(text: &str) -> String {
    if text.len() <= LONG_TEXT {
        let mut key = key(text);
        // An agency's offer behind a picture's caption makes no other caption of it.
        for offer in [" opens new tab", " purchase licensing rights"] {
            if let Some(bare) = key.strip_suffix(offer) {
                key.truncate(bare.len());
            }
        }
        return key;
    }
    let head = &text[..text.floor_char_boundary(LONG_TEXT)];
    format!("{} {}", key(head), text.len())
}

/// Number of white-space separated words that hold a letter or digit.
pub(crate) fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// One physical line with its place.
struct Line<'a> {
    number: u32,
    span: Span,
    text: &'a str,
}

/// Splits a page at `\n`, `\r\n` or a lone `\r`.
fn lines(page: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut number = 1;
    let bytes = page.as_bytes();
    for at in 0..=bytes.len() {
        let ends = match bytes.get(at) {
            None | Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            Some(_) => false,
        };
        if ends {
            for span in pieces(page, Span::new(start, at).trimmed(page)) {
                lines.push(Line {
                    number,
                    span,
                    text: span.slice(page),
                });
            }
            number += 1;
            start = at + 1;
        }
    }
    lines
}

/// A line, cut around the counters of a row of pictures that scraping ran into it: "Photo: A. Orr Image 1 of / 5 Caption
/// Close Image 1 of 5 A man was shot". An empty line stays one.
fn pieces(page: &str, line: Span) -> Vec<Span> {
    let text = line.slice(page);
    let mut found = Vec::new();
    let base = line.range().start;
    let mut from = 0;
    while let Some(counter) = counter_after(text, from) {
        found.push(Span::new(base + from, base + counter.start));
        found.push(Span::new(base + counter.start, base + counter.end));
        from = counter.end;
    }
    found.push(Span::new(base + from, base + text.len()));
    let mut found: Vec<Span> = found.into_iter().map(|s| s.trimmed(page)).collect();
    if found.len() > 1 {
        found.retain(|s| !s.is_empty());
    }
    found
}

/// The next "Image 3 of / 11", with a "Caption Close" behind it, from a byte on.
fn counter_after(text: &str, from: usize) -> Option<Range<usize>> {
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    text[from..].match_indices("Image ").find_map(|(at, word)| {
        let start = from + at;
        let mut end = start + word.len();
        let first = digits(&text[end..]);
        end += first;
        let rest = text[end..].strip_prefix(" of ").filter(|_| first > 0)?;
        let rest = rest.strip_prefix("/ ").unwrap_or(rest);
        let second = digits(rest);
        let rest = &rest[second..];
        let end = text.len() - rest.len();
        let rest = rest.strip_prefix(" Caption Close");
        let end = rest.map_or(end, |rest| text.len() - rest.len());
        (second > 0).then_some(start..end)
    })
}

/// The page's blocks in order; blank lines become gaps.
pub(crate) fn blocks(page: &str) -> Vec<Block<'_>> {
    let lines = lines(page);
    let wrap = wrap_width(&lines);
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut gap = 0;
    let mut previous: Option<&Line<'_>> = None;
    for line in &lines {
        if line.text.is_empty() {
            gap += 1;
            previous = None;
            continue;
        }
        let joins =
            previous.is_some_and(|before| wrap.is_some_and(|width| continues(before, line, width)));
        match blocks.last_mut() {
            Some(block) if joins => {
                block.span = block.span.cover(line.span);
                block.last_line = line.number;
            }
            _ => blocks.push(Block {
                line: line.number,
                last_line: line.number,
                span: line.span,
                text: line.text,
                gap,
                key: String::new(),
                words: 0,
            }),
        }
        gap = 0;
        previous = Some(line);
    }
    for block in &mut blocks {
        block.text = block.span.slice(page);
        block.key = block_key(block.text);
        block.words = count_words(block.text);
    }
    blocks
}

/// The width at which the page was hard-wrapped, if it was: no line is much longer, and most lines
/// that another follows directly come close to it without ending a sentence.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let width = |line: &Line<'_>| line.text.chars().count();
    let widest = lines.iter().map(width).max()?;
    if !(40..=120).contains(&widest) {
        return None;
    }
    let followed: Vec<&Line<'_>> = lines
        .windows(2)
        .filter(|pair| !pair[0].text.is_empty() && !pair[1].text.is_empty())
        .map(|pair| &pair[0])
        .collect();
    let full = followed
        .iter()
        .filter(|line| width(line) * 10 >= widest * 7)
        .count();
    let broken = followed
        .iter()
        .filter(|line| !ends_sentence(line.text))
        .count();
    let wrapped =
        followed.len() >= 4 && full * 10 >= followed.len() * 7 && broken * 10 >= followed.len() * 6;
    wrapped.then_some(widest)
}

/// Whether `line` goes on where `before` was cut by a wrap at `width`: its first word would not have
/// fitted any more.
fn continues(before: &Line<'_>, line: &Line<'_>, width: usize) -> bool {
    let first = line
        .text
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    before.text.chars().count() + 1 + first > width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_count_lines_and_gaps_whatever_the_line_end() {
        for page in ["One\n\n\nTwo", "One\r\n\r\n\r\nTwo", "One\r\r\rTwo"] {
            let found = blocks(page);
            assert_eq!(found.len(), 2, "{page:?}");
            assert_eq!((found[1].line, found[1].gap, found[1].text), (4, 2, "Two"));
        }
    }

    #[test]
    fn hard_wrapped_lines_become_one_block() {
        let page = "The ferry had left the port of Kalem shortly before dawn when its\n\
                    engine failed, the harbour office said. Fishing boats towed it back\n\
                    within two hours, and none of the forty passengers were hurt, said\n\
                    the captain, who has sailed the route for eleven years.\n\n\
                    A second ferry was kept in port until engineers had looked at both\n\
                    engines and found water in the fuel, the office added on Friday.";
        let found = blocks(page);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].last_line), (1, 4));
        assert!(found[0].text.ends_with("eleven years."));
    }

    #[test]
    fn counters_of_pictures_are_cut_out_of_a_line() {
        let page = "Photo: A. Orr Image 1 of / 5 Caption Close Image 1 of 5 A tailor was hurt.\n\nImage of a dog";
        let texts: Vec<&str> = blocks(page).iter().map(|b| b.text).collect();
        assert_eq!(
            texts,
            [
                "Photo: A. Orr",
                "Image 1 of / 5 Caption Close",
                "Image 1 of 5",
                "A tailor was hurt.",
                "Image of a dog"
            ]
        );
    }

    #[test]
    fn short_lines_that_are_not_wrapped_stay_apart() {
        let page =
            "Share\nTweet\nThe ferry left the port before dawn, the harbour office said.\nPrint";
        assert_eq!(blocks(page).len(), 4);
    }
}
