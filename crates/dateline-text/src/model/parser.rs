//! The parser: arc-eager transitions with a move that starts a sentence.
//!
//! Words wait in the buffer, are shifted to the stack, and get arcs between its top (S0) and the
//! next word of the buffer (B0). As in spaCy an arc may replace an earlier one, and a word that
//! leaves the stack without a head goes back to the buffer.

use super::kernel::Isa;
use super::transition::{ABSENT, Contributions, Run, Scorer, best_valid, runs};
use super::tree::{Tree, reattach, sentence_starts};
use super::{Decoder, ModelError};

/// The words that a state shows: B0, B1, S0, S1, S2, the last left child of B0, the last left and
/// the last right child of S0.
const FEATURES: usize = 8;

/// No word.
const NONE: u32 = u32::MAX;

/// Moves a word may take on average before the parser gives up on a text; about two are usual.
const PATIENCE: usize = 64;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Shift,
    Reduce,
    Left,
    Right,
    Break,
}

/// What decides whether a move is valid: its kind, and whether it joins two pieces of one word.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Rule {
    kind: Kind,
    joins: bool,
}

/// The parser.
pub struct Parser {
    /// The labels, by the number that a [`Tree`] holds.
    pub labels: Vec<String>,
    scorer: Scorer,
    rules: Vec<Run<Rule>>,
    moves: Vec<(Kind, u16)>,
    root: u16,
    /// For a label `a||b` of a word that was attached too high to keep the tree free of crossing
    /// arcs: `a`, and `b`, the label of the word that it belongs to.
    lifted: Vec<Option<(u16, u16)>>,
}

impl Parser {
    /// Reads a section.
    pub fn read(section: Decoder) -> Result<Self, ModelError> {
        let scorer = Scorer::read(section, FEATURES)?;
        let mut labels = Vec::new();
        let mut number = |label: &str| {
            let found = labels.iter().position(|l| l == label);
            let at = found.unwrap_or_else(|| {
                labels.push(label.to_owned());
                labels.len() - 1
            });
            at as u16
        };
        let root = number("ROOT");
        let mut moves = Vec::new();
        for raw in &scorer.moves {
            let kind = match raw.kind {
                0 => Kind::Shift,
                1 => Kind::Reduce,
                2 => Kind::Left,
                3 => Kind::Right,
                4 => Kind::Break,
                _ => return Err(ModelError::Damaged("parser")),
            };
            moves.push((kind, number(&raw.label)));
        }
        let mut lifted = Vec::new();
        for raw in &scorer.moves {
            let parts = raw.label.split_once("||");
            let parts = parts.map(|(own, head)| (number(own), number(head)));
            let label = number(&raw.label) as usize;
            lifted.resize(lifted.len().max(label + 1), None);
            lifted[label] = parts;
        }
        lifted.resize(labels.len(), None);
        let rules = scorer.moves.iter().zip(&moves);
        let rules = runs(rules.map(|(raw, (kind, _))| Rule {
            kind: *kind,
            joins: raw.label == "subtok",
        }));
        Ok(Self {
            labels,
            scorer,
            rules,
            moves,
            root,
            lifted,
        })
    }

    /// The network that scores its moves.
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// Parses the words whose contributions are rows `first..first + is_space.len()`.
    pub fn parse(
        &self,
        isa: Isa,
        from: &mut Contributions,
        first: usize,
        is_space: &[bool],
    ) -> Tree {
        let n = is_space.len();
        let mut state = State::new(n);
        for _ in 0..PATIENCE * (n + 1) {
            if state.is_final() {
                break;
            }
            let shown = state.shown().map(|word| match word {
                NONE => ABSENT,
                word => first + word as usize,
            });
            let scores = self.scorer.score(isa, from, shown);
            let Some(best) = best_valid(scores, &self.rules, |rule| state.is_valid(*rule)) else {
                break;
            };
            let (kind, label) = self.moves[best];
            state.take(kind, label);
        }
        let mut tree = state.into_tree(self.root);
        reattach(&mut tree, is_space, &self.lifted);
        tree.sent_start = sentence_starts(&tree.heads);
        tree
    }
}

/// Where a parse stands.
struct State {
    stack: Vec<u32>,
    /// Words that went back to the buffer, the next one last.
    returned: Vec<u32>,
    /// First word that was never shifted.
    next: u32,
    heads: Vec<u32>,
    labels: Vec<u16>,
    /// The last child given to a word on each side, and for each child the one before it.
    last_left: Vec<u32>,
    last_right: Vec<u32>,
    older: Vec<u32>,
    /// Words that may not be shifted again.
    was_returned: Vec<bool>,
    sent_start: Vec<bool>,
}

impl State {
    fn new(n: usize) -> Self {
        Self {
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            heads: vec![NONE; n],
            labels: vec![0; n],
            last_left: vec![NONE; n],
            last_right: vec![NONE; n],
            older: vec![NONE; n],
            was_returned: vec![false; n],
            sent_start: vec![false; n],
        }
    }

    fn waiting(&self) -> usize {
        self.heads.len() - self.next as usize + self.returned.len()
    }

    /// Word `i` of the buffer.
    fn b(&self, i: usize) -> u32 {
        if i < self.returned.len() {
            return self.returned[self.returned.len() - 1 - i];
        }
        let word = self.next as usize + i - self.returned.len();
        if word < self.heads.len() {
            word as u32
        } else {
            NONE
        }
    }

    /// Word `i` of the stack, counted from its top.
    fn s(&self, i: usize) -> u32 {
        if i < self.stack.len() {
            self.stack[self.stack.len() - 1 - i]
        } else {
            NONE
        }
    }

    fn is_final(&self) -> bool {
        self.stack.is_empty() && self.waiting() == 0
    }

    fn shown(&self) -> [u32; FEATURES] {
        let of = |list: &[u32], word: u32| match word {
            NONE => NONE,
            word => list[word as usize],
        };
        let (b0, s0) = (self.b(0), self.s(0));
        [
            b0,
            self.b(1),
            s0,
            self.s(1),
            self.s(2),
            of(&self.last_left, b0),
            of(&self.last_left, s0),
            of(&self.last_right, s0),
        ]
    }

    fn is_valid(&self, rule: Rule) -> bool {
        let b0 = self.b(0);
        match rule.kind {
            Kind::Shift => {
                self.stack.is_empty() && b0 != NONE
                    || self.waiting() >= 2
                        && !self.sent_start[b0 as usize]
                        && !self.was_returned[b0 as usize]
            }
            Kind::Reduce => !self.stack.is_empty(),
            Kind::Left | Kind::Right => {
                let adjacent = || self.s(0).wrapping_add(1) == b0;
                !self.stack.is_empty()
                    && b0 != NONE
                    && !self.sent_start[b0 as usize]
                    && (!rule.joins || adjacent())
            }
            Kind::Break => {
                let b1 = self.b(1);
                b1 != NONE && b1 == b0 + 1 && !self.sent_start[b1 as usize]
            }
        }
    }

    fn take(&mut self, kind: Kind, label: u16) {
        let (s0, b0) = (self.s(0), self.b(0));
        match kind {
            Kind::Shift => self.shift(),
            Kind::Reduce => {
                self.stack.pop();
                // Without a head and with words below it, it gets a second chance.
                if self.heads[s0 as usize] == NONE && !self.stack.is_empty() {
                    self.was_returned[s0 as usize] = true;
                    self.returned.push(s0);
                }
            }
            Kind::Left => {
                self.attach(b0, s0, label);
                // The stack has changed, so shifting it again cannot go on for ever.
                self.was_returned[b0 as usize] = false;
                self.stack.pop();
            }
            Kind::Right => {
                self.attach(s0, b0, label);
                self.shift();
            }
            Kind::Break => {
                let b1 = self.b(1);
                self.sent_start[b1 as usize] = true;
            }
        }
    }

    fn shift(&mut self) {
        let word = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    /// The list of a head's last children on the side of `child`.
    fn last_child(&mut self, head: u32, child: u32) -> &mut u32 {
        if head > child {
            &mut self.last_left[head as usize]
        } else {
            &mut self.last_right[head as usize]
        }
    }

    fn attach(&mut self, head: u32, child: u32, label: u16) {
        let before = self.heads[child as usize];
        if before != NONE {
            // A word with a head is only reached again as that head's last child.
            let older = self.older[child as usize];
            let last = self.last_child(before, child);
            if *last == child {
                *last = older;
            }
        }
        let last = self.last_child(head, child);
        let older = std::mem::replace(last, child);
        self.older[child as usize] = older;
        self.heads[child as usize] = head;
        self.labels[child as usize] = label;
    }

    /// The tree so far: a word without a head is a root.
    fn into_tree(mut self, root: u16) -> Tree {
        for word in 0..self.heads.len() {
            if self.heads[word] == NONE {
                self.heads[word] = word as u32;
                self.labels[word] = root;
            }
        }
        Tree {
            heads: self.heads,
            labels: self.labels,
            sent_start: self.sent_start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(kind: Kind) -> Rule {
        Rule { kind, joins: false }
    }

    #[test]
    fn moves_build_a_tree() {
        // "Police arrested him": both neighbours hang on the verb.
        let mut state = State::new(3);
        for (kind, label) in [
            (Kind::Shift, 0),
            (Kind::Left, 1),
            (Kind::Shift, 0),
            (Kind::Right, 2),
            (Kind::Reduce, 0),
            (Kind::Reduce, 0),
        ] {
            assert!(state.is_valid(rule(kind)), "{kind:?}");
            state.take(kind, label);
        }
        assert!(state.is_final());
        let tree = state.into_tree(9);
        assert_eq!(tree.heads, [1, 1, 1]);
        assert_eq!(tree.labels, [1, 9, 2]);
    }

    #[test]
    fn a_headless_word_goes_back_to_the_buffer_once() {
        let mut state = State::new(3);
        state.take(Kind::Shift, 0);
        state.take(Kind::Shift, 0);
        state.take(Kind::Reduce, 0);
        assert_eq!((state.b(0), state.s(0), state.waiting()), (1, 0, 2));
        assert!(!state.is_valid(rule(Kind::Shift)));
        assert!(state.is_valid(rule(Kind::Right)));
    }

    #[test]
    fn a_later_arc_replaces_the_earlier() {
        let mut state = State::new(3);
        state.take(Kind::Shift, 0);
        state.take(Kind::Right, 1);
        assert_eq!(state.last_right[0], 1);
        state.take(Kind::Left, 2);
        assert_eq!(state.last_right[0], NONE);
        assert_eq!(state.last_left[2], 1);
        assert_eq!((state.heads[1], state.labels[1]), (2, 2));
    }

    #[test]
    fn a_break_starts_a_sentence_at_the_second_word() {
        let mut state = State::new(2);
        assert!(state.is_valid(rule(Kind::Break)));
        state.take(Kind::Break, 0);
        assert!(!state.is_valid(rule(Kind::Break)));
        state.take(Kind::Shift, 0);
        assert!(!state.is_valid(rule(Kind::Right)) && !state.is_valid(rule(Kind::Shift)));
    }
}
