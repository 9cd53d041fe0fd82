//! From a tree to instructions, and their execution by backtracking.

use super::class::Class;
use super::parse::MANY;
use super::{Node, PatternError};

/// Instructions a program may have: a bound on what a pattern in a model file can cost.
const MAX_INSTRUCTIONS: usize = 1 << 16;

#[derive(Debug)]
enum Inst {
    Char(char),
    Class(usize),
    Start,
    End,
    Jump(usize),
    /// Goes on at the first, and at the second if that fails.
    Split(usize, usize),
    /// Tries the instructions that follow, up to their `Accept`, from `back` characters before
    /// here; goes on at `next` without moving.
    Look {
        back: usize,
        negated: bool,
        next: usize,
    },
    Accept,
}

/// The instructions of several trees, which share their classes.
#[derive(Debug, Default)]
pub(super) struct Program {
    code: Vec<Inst>,
    classes: Vec<Class>,
}

/// What a run may use up: the places still to try, and the steps left.
pub(super) struct Budget {
    pending: Vec<(usize, usize)>,
    steps: u32,
}

impl Budget {
    pub(super) fn new(steps: u32) -> Self {
        Self {
            pending: Vec::new(),
            steps,
        }
    }
}

impl Program {
    /// Adds a tree and returns where its instructions begin.
    pub(super) fn add(&mut self, tree: &Node) -> Result<usize, PatternError> {
        let entry = self.code.len();
        self.compile(tree)?;
        self.push(Inst::Accept)?;
        Ok(entry)
    }

    fn push(&mut self, inst: Inst) -> Result<usize, PatternError> {
        if self.code.len() >= MAX_INSTRUCTIONS {
            return Err(PatternError::Unsupported("so long a pattern"));
        }
        self.code.push(inst);
        Ok(self.code.len() - 1)
    }

    fn class(&mut self, class: &Class) -> usize {
        match self.classes.iter().position(|c| c == class) {
            Some(known) => known,
            None => {
                self.classes.push(class.clone());
                self.classes.len() - 1
            }
        }
    }

    fn compile(&mut self, node: &Node) -> Result<(), PatternError> {
        match node {
            Node::Char(c) => self.push(Inst::Char(*c)).map(drop),
            Node::Class(class) => {
                let class = self.class(class);
                self.push(Inst::Class(class)).map(drop)
            }
            Node::Start => self.push(Inst::Start).map(drop),
            Node::End => self.push(Inst::End).map(drop),
            Node::Sequence(items) => items.iter().try_for_each(|item| self.compile(item)),
            Node::Choice(options) => self.compile_choice(options),
            Node::Repeat { min, max, body } => self.compile_repeat(*min, *max, body),
            Node::Look {
                back,
                negated,
                body,
            } => {
                let look = self.push(Inst::Accept)?;
                self.compile(body)?;
                self.push(Inst::Accept)?;
                self.code[look] = Inst::Look {
                    back: *back,
                    negated: *negated,
                    next: self.code.len(),
                };
                Ok(())
            }
        }
    }

    fn compile_choice(&mut self, options: &[Node]) -> Result<(), PatternError> {
        let mut exits = Vec::new();
        for (i, option) in options.iter().enumerate() {
            if i + 1 == options.len() {
                self.compile(option)?;
                break;
            }
            let split = self.push(Inst::Accept)?;
            self.compile(option)?;
            exits.push(self.push(Inst::Accept)?);
            self.code[split] = Inst::Split(split + 1, self.code.len());
        }
        for exit in exits {
            self.code[exit] = Inst::Jump(self.code.len());
        }
        Ok(())
    }

    fn compile_repeat(&mut self, min: u32, max: u32, body: &Node) -> Result<(), PatternError> {
        for _ in 0..min {
            self.compile(body)?;
        }
        if max == MANY {
            let split = self.push(Inst::Accept)?;
            self.compile(body)?;
            self.push(Inst::Jump(split))?;
            self.code[split] = Inst::Split(split + 1, self.code.len());
            return Ok(());
        }
        let mut splits = Vec::new();
        for _ in min..max {
            splits.push(self.push(Inst::Accept)?);
            self.compile(body)?;
        }
        for split in splits {
            self.code[split] = Inst::Split(split + 1, self.code.len());
        }
        Ok(())
    }

    /// Where a match that begins at `at` ends, if the instructions from `entry` on match there.
    /// Gives up, as if nothing matched, when the budget is spent.
    pub(super) fn run(
        &self,
        entry: usize,
        text: &str,
        at: usize,
        budget: &mut Budget,
    ) -> Option<usize> {
        let floor = budget.pending.len();
        let end = self.backtrack(entry, text, at, budget, floor);
        budget.pending.truncate(floor);
        end
    }

    fn backtrack(
        &self,
        entry: usize,
        text: &str,
        at: usize,
        budget: &mut Budget,
        floor: usize,
    ) -> Option<usize> {
        let (mut pc, mut at) = (entry, at);
        loop {
            budget.steps = budget.steps.checked_sub(1)?;
            let next = match &self.code[pc] {
                Inst::Accept => return Some(at),
                Inst::Jump(target) => Some((*target, at)),
                Inst::Split(first, second) => {
                    budget.pending.push((*second, at));
                    Some((*first, at))
                }
                Inst::Start => (at == 0).then_some((pc + 1, at)),
                Inst::End => (at == text.len()).then_some((pc + 1, at)),
                Inst::Char(c) => text[at..]
                    .starts_with(*c)
                    .then(|| (pc + 1, at + c.len_utf8())),
                Inst::Class(class) => match text[at..].chars().next() {
                    Some(c) if self.classes[*class].contains(c) => {
                        Some((pc + 1, at + c.len_utf8()))
                    }
                    _ => None,
                },
                Inst::Look {
                    back,
                    negated,
                    next,
                } => {
                    let found = step_back(text, at, *back)
                        .is_some_and(|from| self.run(pc + 1, text, from, budget).is_some());
                    (found != *negated).then_some((*next, at))
                }
            };
            (pc, at) = match next {
                Some(state) => state,
                None if budget.pending.len() > floor => budget.pending.pop()?,
                None => return None,
            };
        }
    }
}

/// The place `count` characters before `at`.
fn step_back(text: &str, at: usize, count: usize) -> Option<usize> {
    match count {
        0 => Some(at),
        _ => text[..at]
            .char_indices()
            .rev()
            .nth(count - 1)
            .map(|(i, _)| i),
    }
}
