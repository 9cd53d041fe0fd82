//! From the text of a Python pattern to its tree.

use super::class::{Class, Kind};
use super::{Node, PatternError};

/// Repetition without an upper bound.
pub(super) const MANY: u32 = u32::MAX;

/// Largest bound of a counted repetition: each count is unrolled into instructions.
const MAX_COUNT: u32 = 1000;

/// Parses a whole pattern into its top-level alternatives.
pub(super) fn parse(pattern: &str) -> Result<Vec<Node>, PatternError> {
    let pattern = pattern.strip_prefix("(?u)").unwrap_or(pattern);
    let mut parser = Parser {
        chars: pattern.chars().collect(),
        at: 0,
        depth: 0,
    };
    let alternatives = parser.alternatives()?;
    match parser.next() {
        None => Ok(alternatives),
        Some(_) => Err(PatternError::Syntax("unbalanced parenthesis")),
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: u32,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek();
        self.at += usize::from(c.is_some());
        c
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self) -> Result<Vec<Node>, PatternError> {
        self.depth += 1;
        if self.depth > 50 {
            return Err(PatternError::Unsupported("groups nested so deeply"));
        }
        let mut alternatives = vec![self.sequence()?];
        while self.eat('|') {
            alternatives.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(alternatives)
    }

    fn sequence(&mut self) -> Result<Node, PatternError> {
        let mut items = Vec::new();
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            let item = self.atom()?;
            items.push(self.repeated(item)?);
        }
        Ok(Node::Sequence(items))
    }

    fn atom(&mut self) -> Result<Node, PatternError> {
        Ok(match self.next() {
            None => return Err(PatternError::Syntax("pattern ends early")),
            Some('^') => Node::Start,
            Some('$') => Node::End,
            Some('.') => Node::Class(any_but_newline()),
            Some('(') => self.group()?,
            Some('[') => Node::Class(self.class()?),
            Some('\\') => match self.escape()? {
                Escape::Char(c) => Node::Char(c),
                Escape::Kind(kind, negated) => Node::Class(Class::of_kind(kind, negated)),
            },
            Some('*' | '+' | '?') => return Err(PatternError::Syntax("nothing to repeat")),
            Some(c) => Node::Char(c),
        })
    }

    fn group(&mut self) -> Result<Node, PatternError> {
        let mut look = None;
        if self.eat('?') {
            let behind = self.eat('<');
            look = match self.next() {
                Some(':') if !behind => None,
                Some('=') => Some((behind, false)),
                Some('!') => Some((behind, true)),
                _ => return Err(PatternError::Unsupported("this kind of group")),
            };
        }
        let body = Node::Choice(self.alternatives()?);
        if !self.eat(')') {
            return Err(PatternError::Syntax("missing parenthesis"));
        }
        let Some((behind, negated)) = look else {
            return Ok(body);
        };
        let back = match (behind, body.fixed_width()) {
            (false, _) => 0,
            (true, Some(width)) => width,
            (true, None) => {
                return Err(PatternError::Unsupported("look-behind of varying width"));
            }
        };
        Ok(Node::Look {
            back,
            negated,
            body: Box::new(body),
        })
    }

    /// The rest of a bracket expression. As in Python, `[` inside it is an ordinary character.
    fn class(&mut self) -> Result<Class, PatternError> {
        let mut class = Class::default();
        let negated = self.eat('^');
        let mut first = true;
        loop {
            let low = match self.next() {
                None => return Err(PatternError::Syntax("missing bracket")),
                Some(']') if !first => break,
                Some('\\') => self.escape()?,
                Some(c) => Escape::Char(c),
            };
            first = false;
            match low {
                Escape::Kind(kind, negated) => class.add_kind(kind, negated),
                Escape::Char(low) => {
                    let high = self.range_end()?.unwrap_or(low);
                    if high < low {
                        return Err(PatternError::Syntax("reversed range"));
                    }
                    class.add(low, high);
                }
            }
        }
        class.close(negated);
        Ok(class)
    }

    /// The end of a range if one is written here; a hyphen before the bracket stands for itself.
    fn range_end(&mut self) -> Result<Option<char>, PatternError> {
        let after = self.chars.get(self.at + 1);
        if self.peek() != Some('-') || matches!(after, None | Some(']')) {
            return Ok(None);
        }
        self.at += 1;
        match self.next() {
            Some('\\') => match self.escape()? {
                Escape::Char(c) => Ok(Some(c)),
                Escape::Kind(..) => Err(PatternError::Syntax("range that ends in a set")),
            },
            end => Ok(end),
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<Escape, PatternError> {
        let c = self.next();
        Ok(match c {
            Some('d') => Escape::Kind(Kind::Digit, false),
            Some('D') => Escape::Kind(Kind::Digit, true),
            Some('w') => Escape::Kind(Kind::Word, false),
            Some('W') => Escape::Kind(Kind::Word, true),
            Some('s') => Escape::Kind(Kind::Space, false),
            Some('S') => Escape::Kind(Kind::Space, true),
            Some('n') => Escape::Char('\n'),
            Some('r') => Escape::Char('\r'),
            Some('t') => Escape::Char('\t'),
            Some('f') => Escape::Char('\u{c}'),
            Some('v') => Escape::Char('\u{b}'),
            Some('x') => Escape::Char(self.code_point(2)?),
            Some('u') => Escape::Char(self.code_point(4)?),
            Some('U') => Escape::Char(self.code_point(8)?),
            Some(c) if !c.is_ascii_alphanumeric() => Escape::Char(c),
            Some(_) => return Err(PatternError::Unsupported("this escape")),
            None => return Err(PatternError::Syntax("pattern ends in a backslash")),
        })
    }

    fn code_point(&mut self, digits: usize) -> Result<char, PatternError> {
        let mut value = 0;
        for _ in 0..digits {
            let digit = self.next().and_then(|c| c.to_digit(16));
            value = value * 16 + digit.ok_or(PatternError::Syntax("bad code point"))?;
        }
        char::from_u32(value).ok_or(PatternError::Syntax("bad code point"))
    }

    /// `item` with the quantifier that follows it, if any.
    fn repeated(&mut self, item: Node) -> Result<Node, PatternError> {
        let (min, max) = match self.peek() {
            Some('*') => (0, MANY),
            Some('+') => (1, MANY),
            Some('?') => (0, 1),
            // Braces that hold no bounds are ordinary characters.
            Some('{') => match self.bounds() {
                Some(bounds) => bounds,
                None => return Ok(item),
            },
            _ => return Ok(item),
        };
        self.at += 1;
        if min > MAX_COUNT || (max != MANY && max > MAX_COUNT) {
            return Err(PatternError::Unsupported("so high a count"));
        }
        if max == MANY && item.min_width() == 0 {
            return Err(PatternError::Unsupported("unbounded repetition of nothing"));
        }
        if matches!(self.peek(), Some('?' | '+')) {
            return Err(PatternError::Unsupported("lazy or possessive repetition"));
        }
        Ok(Node::Repeat {
            min,
            max,
            body: Box::new(item),
        })
    }

    /// Reads `{m}`, `{m,}`, `{,n}` or `{m,n}` up to its closing brace, or nothing.
    fn bounds(&mut self) -> Option<(u32, u32)> {
        let rest = &self.chars[self.at..];
        let close = rest.iter().position(|c| *c == '}')?;
        let text: String = rest[1..close].iter().collect();
        let (min, max) = match text.split_once(',') {
            None => (text.parse().ok()?, text.parse().ok()?),
            Some((min, max)) => (
                if min.is_empty() { 0 } else { min.parse().ok()? },
                if max.is_empty() {
                    MANY
                } else {
                    max.parse().ok()?
                },
            ),
        };
        self.at += close;
        Some((min, max))
    }
}

enum Escape {
    Char(char),
    Kind(Kind, bool),
}

fn any_but_newline() -> Class {
    let mut class = Class::default();
    class.add('\n', '\n');
    class.close(true);
    class
}
