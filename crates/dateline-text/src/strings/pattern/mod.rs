//! Python's regular expressions, as far as spaCy's tokenizers and attribute rulers use them.
//!
//! A backtracking matcher, because the patterns rely on Python's semantics (the first alternative
//! that matches wins, look-behind, look-ahead), which the `regex` crate leaves out in part. It is
//! quick for these patterns because they are long lists of short alternatives, most of which are
//! ruled out by the first character.
//!
//! Supported: literals, escapes, bracket expressions, `\d \w \s`, groups (captures are not kept),
//! `| * + ? {m,n}` (greedy), `^ $`, look-ahead, look-behind of fixed width. `$` is the very end.

mod class;
mod parse;
mod program;

use class::Class;
use parse::MANY;
use program::{Budget, Program};
use std::ops::Range;

/// Steps that the matching at one place may take before it is given up: ordinary words take a
/// few hundred, and hostile text must not hang.
const STEPS: u32 = 50_000;

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Python would refuse it too.
    #[error("not a pattern: {0}")]
    Syntax(&'static str),
    /// Python allows it, this matcher does not.
    #[error("a pattern uses {0}, which is not supported")]
    Unsupported(&'static str),
}

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    Char(char),
    Class(Class),
    Start,
    End,
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat {
        min: u32,
        max: u32,
        body: Box<Node>,
    },
    Look {
        /// Characters to step back first: 0 in a look-ahead.
        back: usize,
        negated: bool,
        body: Box<Node>,
    },
}

impl Node {
    /// Fewest characters that a match takes.
    fn min_width(&self) -> usize {
        match self {
            Node::Char(_) | Node::Class(_) => 1,
            Node::Start | Node::End | Node::Look { .. } => 0,
            Node::Sequence(items) => items.iter().map(Node::min_width).sum(),
            Node::Choice(options) => options.iter().map(Node::min_width).min().unwrap_or(0),
            Node::Repeat { min, body, .. } => *min as usize * body.min_width(),
        }
    }

    /// Most characters that a match takes, or `None` without a bound.
    fn max_width(&self) -> Option<usize> {
        match self {
            Node::Char(_) | Node::Class(_) => Some(1),
            Node::Start | Node::End | Node::Look { .. } => Some(0),
            Node::Sequence(items) => items.iter().map(Node::max_width).sum(),
            Node::Choice(options) => options
                .iter()
                .map(Node::max_width)
                .try_fold(0, |most, width| Some(width?.max(most))),
            Node::Repeat { max: MANY, .. } => None,
            Node::Repeat { max, body, .. } => Some(*max as usize * body.max_width()?),
        }
    }

    /// Characters that each match takes, if they are as many in all.
    fn fixed_width(&self) -> Option<usize> {
        self.max_width().filter(|width| *width == self.min_width())
    }

    /// Whether it only matches at the end (respectively the start) of the text.
    fn is_bound_to(&self, anchor: &Node) -> bool {
        match self {
            Node::Sequence(items) => {
                let edge = match anchor {
                    Node::Start => items.first(),
                    _ => items.last(),
                };
                edge.is_some_and(|item| item.is_bound_to(anchor))
            }
            Node::Choice(options) => options.iter().all(|option| option.is_bound_to(anchor)),
            node => node == anchor,
        }
    }

    /// The ASCII characters that every match holds, as bits; some may be missed.
    fn required(&self) -> u128 {
        match self {
            Node::Char(c) if c.is_ascii() => 1 << (*c as u32),
            Node::Sequence(items) => items.iter().fold(0, |set, item| set | item.required()),
            Node::Choice(options) => options.iter().fold(u128::MAX, |set, o| set & o.required()),
            Node::Repeat { min: 1.., body, .. } => body.required(),
            _ => 0,
        }
    }

    /// Adds the characters with which a match may begin; false if it may begin with any.
    fn first(&self, first: &mut First) -> bool {
        match self {
            Node::Char(c) => first.add(&Class::single(*c)),
            Node::Class(class) => first.add(class),
            Node::Start | Node::End | Node::Look { .. } => return false,
            Node::Sequence(items) => return items.iter().any(|item| item.first(first)),
            Node::Choice(options) => {
                let mut fixed = true;
                for option in options {
                    fixed &= option.first(first);
                }
                return fixed;
            }
            Node::Repeat { min, body, .. } => return body.first(first) && *min > 0,
        }
        true
    }
}

/// A set of first characters: those below U+0080 one by one, the others together.
#[derive(Default)]
struct First {
    ascii: u128,
    other: bool,
}

impl First {
    fn add(&mut self, class: &Class) {
        self.ascii |= class.ascii();
        self.other |= class.reaches_beyond_ascii();
    }
}

/// The alternatives that may match at a place, by the character there.
#[derive(Debug)]
struct Candidates {
    /// Entry points by ASCII character, in order; the last list is for all other characters.
    by_first: Vec<Vec<u32>>,
}

const OTHER: usize = 128;

impl Candidates {
    fn new() -> Self {
        Self {
            by_first: vec![Vec::new(); OTHER + 1],
        }
    }

    fn add(&mut self, entry: usize, first: &First) {
        for (i, list) in self.by_first.iter_mut().enumerate() {
            let possible = match i {
                OTHER => first.other,
                _ => first.ascii >> i & 1 == 1,
            };
            if possible {
                list.push(entry as u32);
            }
        }
    }

    fn at(&self, byte: u8) -> &[u32] {
        &self.by_first[usize::from(byte).min(OTHER)]
    }
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Pattern {
    program: Program,
    /// Alternatives that may match anywhere.
    anywhere: Candidates,
    /// Those and the ones bound to the end of the text by a limited width.
    near_end: Candidates,
    /// Bytes from the end within which the latter must begin.
    reach: usize,
    only_at_start: bool,
    /// A character without which there is no match: most words fail on it at once.
    required: Option<u8>,
}

impl Pattern {
    /// Compiles a pattern. One that can match the empty string is refused: none of spaCy's does.
    pub fn new(pattern: &str) -> Result<Self, PatternError> {
        let alternatives = parse::parse(pattern)?;
        let mut program = Program::default();
        let mut anywhere = Candidates::new();
        let mut near_end = Candidates::new();
        let mut reach = 0;
        for alternative in &alternatives {
            let entry = program.add(alternative)?;
            let mut first = First::default();
            if !alternative.first(&mut first) {
                return Err(PatternError::Unsupported("a match of nothing"));
            }
            near_end.add(entry, &first);
            match alternative.max_width() {
                Some(width) if alternative.is_bound_to(&Node::End) => {
                    reach = reach.max(width * char::MAX_LEN_UTF8);
                }
                _ => anywhere.add(entry, &first),
            }
        }
        let only_at_start = alternatives.iter().all(|a| a.is_bound_to(&Node::Start));
        let required = Node::Choice(alternatives).required();
        Ok(Self {
            program,
            anywhere,
            near_end,
            reach,
            only_at_start,
            required: (required != 0).then(|| required.trailing_zeros() as u8),
        })
    }

    /// The first match in `text`: Python's `search`.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        if !self.is_possible_in(text) {
            return None;
        }
        self.find_from(text, 0)
    }

    /// Whether a match begins where `text` does: Python's `match`.
    pub fn matches(&self, text: &str) -> bool {
        self.is_possible_in(text) && self.match_at(text, 0).is_some()
    }

    fn is_possible_in(&self, text: &str) -> bool {
        self.required
            .is_none_or(|byte| text.as_bytes().contains(&byte))
    }

    /// All matches from left to right without overlap: Python's `finditer`.
    pub fn find_all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_from(text, from)?;
            from = found.end;
            Some(found)
        })
    }

    fn find_from(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let last = if self.only_at_start { 1 } else { text.len() };
        (from..last.min(text.len())).find_map(|at| self.match_at(text, at).map(|end| at..end))
    }

    /// The end of a match that begins at `at`; none begins inside a character.
    fn match_at(&self, text: &str, at: usize) -> Option<usize> {
        let byte = *text.as_bytes().get(at)?;
        let candidates = if text.len() - at <= self.reach {
            self.near_end.at(byte)
        } else {
            self.anywhere.at(byte)
        };
        if candidates.is_empty() || !text.is_char_boundary(at) {
            return None;
        }
        let mut budget = Budget::new(STEPS);
        candidates
            .iter()
            .find_map(|entry| self.program.run(*entry as usize, text, at, &mut budget))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Vec<String> {
        let pattern = Pattern::new(pattern).unwrap();
        pattern.find_all(text).map(|r| text[r].to_owned()).collect()
    }

    #[test]
    fn the_first_alternative_wins() {
        assert_eq!(found("^a|^ab", "ab"), ["a"]);
        assert_eq!(found("(?:ab|a)c?", "acab"), ["ac", "ab"]);
    }

    #[test]
    fn repetition_is_greedy_and_gives_back() {
        assert_eq!(found(r"\.\.+", "a..b...c."), ["..", "..."]);
        assert_eq!(found("a{2,3}a", "aaaaa"), ["aaaa"]);
        assert_eq!(found("a{2}", "aaaaa"), ["aa", "aa"]);
        assert_eq!(found("x{,2}y", "xxxy"), ["xxy"]);
        assert_eq!(found("a{b", "a{b"), ["a{b"]);
    }

    #[test]
    fn looking_behind_and_ahead_takes_nothing() {
        assert_eq!(found("(?<=[0-9])-(?=[0-9])", "1-2-a-3"), ["-"]);
        assert_eq!(found(r"\+(?![0-9])", "+1+a"), ["+"]);
        assert_eq!(found("(?<!é)b", "éb ab b"), ["b", "b"]);
        assert_eq!(found("(?<=°[FC])\\.$", "20°C."), ["."]);
        assert!(found("(?<=°[FC])\\.$", "C.").is_empty());
    }

    #[test]
    fn an_end_is_found_from_the_left() {
        assert_eq!(Pattern::new("'s$|s$").unwrap().find("dog's"), Some(3..5));
        assert_eq!(
            Pattern::new(r"\.\.+$|\.$").unwrap().find("a..b..."),
            Some(4..7)
        );
        assert_eq!(Pattern::new("m$|km²$").unwrap().find("3km²"), Some(1..5));
    }

    #[test]
    fn classes_are_pythons() {
        assert_eq!(found(r"[\w\-]+", "a-é_²ⅷ 的!"), ["a-é_²ⅷ", "的"]);
        assert_eq!(found(r"[^a-c\s]", "a d\u{1f}e"), ["d", "e"]);
        assert_eq!(found(r"[+\-\*^]", "1^2-3"), ["^", "-"]);
        assert_eq!(found("[]a-]", "]a-b"), ["]", "a", "-"]);
        assert_eq!(
            found(r"[\u0041-\u0043\U0001F600]\x21", "B!😀!D!"),
            ["B!", "😀!"]
        );
        assert_eq!(found(r"\d", "1²٣"), ["1", "٣"]);
    }

    #[test]
    fn a_required_character_rules_out_quickly_but_rightly() {
        let pattern = Pattern::new(r"(?:\w+\.)+(?:com|org)$|x\.y").unwrap();
        assert_eq!(pattern.required, Some(b'.'));
        assert!(pattern.matches("a.b.com") && pattern.matches("x.y"));
        assert!(!pattern.matches("com"));
        assert_eq!(Pattern::new("(?:a)?b|a").unwrap().required, None);
    }

    #[test]
    fn what_is_not_supported_is_an_error() {
        for pattern in [
            "(?i)a", "a*?", "(a", "a)", "[a", "(?<=a+)b", "a*", "(a?)*b", r"\1", "*",
        ] {
            assert!(Pattern::new(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn a_hostile_text_ends_the_search() {
        let pattern = Pattern::new(r"(?:a+)+b").unwrap();
        assert_eq!(pattern.find(&"a".repeat(40)), None);
    }
}
