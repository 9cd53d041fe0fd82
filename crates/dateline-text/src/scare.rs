//! Marks around one word: «said it had “neutralised” two men».
//!
//! They say whose word it is and nothing about the grammar, but the parser takes them for the marks of a
//! quotation and the word for a modifier. The networks read the sentence without them; they are put back as
//! punctuation of the word.

use crate::model::{Analysis, FoundName};
use crate::strings::RawToken;
use std::borrow::Cow;

/// How a mark is labelled when it is put back.
#[derive(Clone, Copy)]
pub struct Labels {
    /// Tags of opening and closing marks.
    pub tags: [u16; 2],
    /// The label of punctuation.
    pub punct: u16,
}

/// Indices of the tokens that are marks around one word, in order.
pub fn marks(text: &str, tokens: &[RawToken]) -> Vec<usize> {
    let mut found = Vec::new();
    for (i, three) in tokens.windows(3).enumerate() {
        let [open, word, close] = three else {
            continue;
        };
        let apart = i == 0 || tokens[i - 1].space_after;
        let touch = !open.space_after && !word.space_after;
        let word = word.span.slice(text);
        let is_word = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
            && word.starts_with(char::is_alphabetic);
        if apart && touch && is_word && pair(open.span.slice(text), close.span.slice(text)) {
            found.extend([i, i + 2]);
        }
    }
    found
}

fn pair(open: &str, close: &str) -> bool {
    matches!(
        (open, close),
        ("“" | "”" | "„" | "\"", "”" | "“" | "\"") | ("‘", "’") | ("«", "»") | ("''" | "``", "''")
    )
}

/// The tokens without those at these places.
pub fn without<'r>((tokens, marks): (&'r Vec<RawToken>, &Vec<usize>)) -> Cow<'r, [RawToken]> {
    if marks.is_empty() {
        return Cow::Borrowed(tokens);
    }
    let kept = tokens.iter().enumerate();
    let kept = kept.filter(|(i, _)| marks.binary_search(i).is_err());
    Cow::Owned(kept.map(|(_, token)| *token).collect())
}

/// Puts the marks back that the networks have not seen; `marks` are their places among all tokens.
pub fn restore(read: &Analysis, marks: &[usize], labels: Labels) -> Analysis {
    let count = read.tree.heads.len() + marks.len();
    // Where each token that was read stands among all.
    let mut hidden = marks.iter().peekable();
    let places: Vec<usize> = (0..count)
        .filter(|i| hidden.next_if_eq(&i).is_none())
        .collect();
    let place = |i: u32| places.get(i as usize).copied().unwrap_or(count);
    let mut whole = Analysis::default();
    let mut next = 0;
    for i in 0..count {
        let shown = places.get(next).is_some_and(|p| *p == i);
        if shown {
            whole.tags.extend(read.tags.get(next));
            whole.tree.heads.push(place(read.tree.heads[next]) as u32);
            whole.tree.labels.push(read.tree.labels[next]);
            whole.tree.sent_start.push(read.tree.sent_start[next]);
            next += 1;
            continue;
        }
        let opens = marks
            .iter()
            .position(|m| *m == i)
            .is_some_and(|k| k % 2 == 0);
        let word = if opens { i + 1 } else { i - 1 };
        if !read.tags.is_empty() {
            whole.tags.push(labels.tags[usize::from(!opens)]);
        }
        whole.tree.heads.push(word as u32);
        whole.tree.labels.push(labels.punct);
        whole.tree.sent_start.push(false);
    }
    // A sentence that starts with the word starts with its mark.
    for open in marks.iter().step_by(2) {
        let start = std::mem::replace(&mut whole.tree.sent_start[open + 1], false);
        whole.tree.sent_start[*open] = start;
    }
    whole.names = read
        .names
        .iter()
        .map(|name| FoundName {
            first: place(name.first) as u32,
            end: place(name.end - 1) as u32 + 1,
            ..*name
        })
        .collect();
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Tree;
    use dateline_span::Span;

    /// Tokens at blanks and marks of a text.
    fn tokens(text: &str) -> Vec<RawToken> {
        let mut found: Vec<RawToken> = Vec::new();
        for (at, c) in text.char_indices() {
            let here = Span::new(at, at + c.len_utf8());
            let in_word = c.is_alphabetic();
            match found.last_mut() {
                Some(last) if c == ' ' => last.space_after = true,
                Some(last) if in_word && !last.space_after => {
                    let before = last.span.slice(text);
                    if before.chars().all(char::is_alphabetic) {
                        last.span = Span::new(last.span.start as usize, here.end as usize);
                    } else {
                        found.push(token(here));
                    }
                }
                _ => found.push(token(here)),
            }
        }
        found
    }

    fn token(span: Span) -> RawToken {
        RawToken {
            span,
            space_after: false,
            norm: None,
        }
    }

    fn marked(text: &str) -> Vec<usize> {
        marks(text, &tokens(text))
    }

    #[test]
    fn marks_around_one_word_are_found() {
        assert_eq!(marked("it had “eliminated” two"), [2, 4]);
        assert_eq!(marked("\"Peace\" and \"order\""), [0, 2, 4, 6]);
        assert_eq!(marked("he said “no.” Then"), []);
        assert_eq!(marked("the “two words” stay"), []);
        assert_eq!(marked("a 6\" gun\" lay"), []);
    }

    #[test]
    fn marks_are_put_back_as_punctuation_of_their_word() {
        let read = Analysis {
            tags: vec![5, 6, 7],
            tree: Tree {
                heads: vec![1, 1, 1],
                labels: vec![1, 0, 2],
                sent_start: vec![true, false, false],
            },
            names: vec![FoundName {
                first: 0,
                end: 2,
                label: 3,
            }],
        };
        let labels = Labels {
            tags: [8, 9],
            punct: 4,
        };
        let whole = restore(&read, &[0, 2], labels);
        assert_eq!(whole.tags, [8, 5, 9, 6, 7]);
        assert_eq!(whole.tree.heads, [1, 3, 1, 3, 3]);
        assert_eq!(whole.tree.labels, [4, 1, 4, 0, 2]);
        assert_eq!(whole.tree.sent_start, [true, false, false, false, false]);
        assert_eq!((whole.names[0].first, whole.names[0].end), (1, 4));
    }
}
