//! Trees of headlines, mended.
//!
//! The parser was trained on full sentences. In a headline, which leaves out articles and joins by a
//! comma, it takes a verb for a noun's modifier ("*market kills* 27", "*UK sanctions* oil firms") and
//! a partner for an apposition ("*Merkel*, Hollande hold talks"). [`mend`] rewrites such trees where
//! the tags leave one reading; whoever wants the parser's own tree reads without parts.

use crate::document::{Pos, Sym, Symbols, Token};
use std::ops::Range;

/// Headlines are short; a longer line without a full stop is a caption or a list.
const MOST_TOKENS: usize = 24;

/// The labels that mending needs.
#[derive(Clone, Copy)]
pub struct Labels {
    root: Sym,
    subject: Sym,
    passive_subject: Sym,
    object: Sym,
    conjunct: Sym,
    mark: Sym,
    adverbial: Sym,
    compound: Sym,
    predicate: Sym,
    modifier_clause: Sym,
    complement: Sym,
    unlabelled: Sym,
    participle: Sym,
    /// Labels under which a finite verb never stands.
    nominal: [Option<Sym>; 7],
    prepositional: Sym,
}

impl Labels {
    /// The labels in a model's vocabulary; `None` for a model that labels otherwise.
    pub fn of(symbols: &Symbols) -> Option<Self> {
        let find = |name| symbols.find(name);
        Some(Self {
            root: find("ROOT")?,
            subject: find("nsubj")?,
            passive_subject: find("nsubjpass")?,
            object: find("dobj")?,
            conjunct: find("conj")?,
            mark: find("mark")?,
            adverbial: find("advcl")?,
            compound: find("compound")?,
            predicate: find("oprd")?,
            modifier_clause: find("acl")?,
            complement: find("ccomp")?,
            unlabelled: find("dep")?,
            participle: find("VBN")?,
            nominal: ["compound", "nmod", "pobj", "dobj", "appos", "dep", "nsubj"].map(find),
            prepositional: find("prep")?,
        })
    }

    fn is_nominal(&self, dep: Sym) -> bool {
        self.nominal.contains(&Some(dep))
    }
}

/// Mends the tree of a part whose heads count from its start, if it reads as a headline.
pub fn mend(text: &str, symbols: &Symbols, labels: Labels, tokens: &mut [Token]) {
    let words = |token: &Token| token.span.slice(text);
    let ends = tokens.last().is_none_or(|last| {
        matches!(
            words(last),
            "." | "!" | "?" | "”" | "\"" | ":" | "…" | "..." | ","
        )
    });
    if ends || tokens.len() < 3 || tokens.len() > MOST_TOKENS {
        return;
    }
    let mut tree = Tree {
        text,
        symbols,
        labels,
        tokens,
    };
    tree.raise_buried_verb();
    tree.read_shot_dead();
    tree.join_subjects();
}

struct Tree<'a> {
    text: &'a str,
    symbols: &'a Symbols,
    labels: Labels,
    tokens: &'a mut [Token],
}

impl Tree<'_> {
    fn lower(&self, i: usize) -> String {
        self.tokens[i].span.slice(self.text).to_lowercase()
    }

    fn tag(&self, i: usize) -> &str {
        self.symbols.get(self.tokens[i].tag)
    }

    fn head(&self, i: usize) -> usize {
        self.tokens[i].head as usize
    }

    fn attach(&mut self, i: usize, head: usize, dep: Sym) {
        self.tokens[i].head = head as u32;
        self.tokens[i].dep = dep;
    }

    /// Gives a verb head and label of another token; that of a root makes it the root.
    fn take_place(&mut self, verb: usize, of: usize) {
        let (above, dep) = (self.head(of), self.tokens[of].dep);
        self.attach(verb, if above == of { verb } else { above }, dep);
    }

    fn children(&self, head: usize, within: Range<usize>) -> Vec<usize> {
        within
            .filter(|&i| i != head && self.head(i) == head)
            .collect()
    }

    fn is_noun(&self, i: usize) -> bool {
        matches!(self.tokens[i].pos, Pos::Noun | Pos::Propn | Pos::Num)
    }

    /// A present-tense verb that the parser hung into a noun phrase, with its subject before it.
    fn raise_buried_verb(&mut self) {
        let n = self.tokens.len();
        let buried = |tree: &Self, v: usize| {
            matches!(tree.tag(v), "VBZ" | "VBP")
                && tree.tokens[v].pos == Pos::Verb
                && tree.labels.is_nominal(tree.tokens[v].dep)
        };
        let Some(v) = (1..n - 1).find(|&v| buried(self, v)) else {
            return;
        };
        let before = v - 1;
        if !self.is_noun(before) {
            return;
        }
        let head = self.head(v);
        if head > v {
            self.raise_before(v, before, head);
        } else {
            self.raise_behind(v, before);
        }
    }

    /// "bomb *hits* bus", "UK *sanctions* oil firms", "Mexico *arrests* leader wanted by …".
    fn raise_before(&mut self, v: usize, subject: usize, head: usize) {
        let labels = self.labels;
        let subject_of_rest = self.tokens[v].dep == labels.subject;
        if subject_of_rest {
            // What looked like the main verb describes the object.
            let object = head - 1;
            let described = self.tokens[head].tag == labels.participle
                && self.tokens[head].dep == labels.root
                && object > v
                && self.is_noun(object);
            if !described {
                return;
            }
            self.attach(v, v, labels.root);
            self.attach(head, object, labels.modifier_clause);
            if self.head(object) != v {
                self.attach(object, v, labels.object);
            }
        } else {
            let (above, dep) = (self.head(head), self.tokens[head].dep);
            let introduced = above < v && self.lower(above) == "as";
            if introduced {
                let governor = self.head(above);
                self.attach(above, v, labels.mark);
                self.attach(v, governor, labels.adverbial);
            } else if dep != labels.subject {
                self.take_place(v, head);
            } else {
                return;
            }
            self.attach(head, v, labels.object);
        }
        self.take_subject(v, subject, head);
    }

    /// "strike on market *kills* 27": the verb stands for the noun before it, and what it hung on is
    /// its subject.
    fn raise_behind(&mut self, v: usize, before: usize) {
        let labels = self.labels;
        let mut top = self.head(v);
        while self.head(top) < top {
            top = self.head(top);
        }
        if !self.is_noun(top) {
            return;
        }
        let (noun_head, noun_dep) = (self.head(v), self.tokens[v].dep);
        let (above, dep) = (self.head(top), self.tokens[top].dep);
        for child in self.children(v, 0..v) {
            let dep = self.tokens[child].dep;
            self.attach(child, before, dep);
        }
        self.attach(before, noun_head, noun_dep);
        if above == top {
            self.attach(v, v, labels.root);
        } else if dep == labels.unlabelled && above > v && self.tokens[above].pos == Pos::Verb {
            // "…, doctors say"
            self.attach(v, above, labels.complement);
        } else {
            self.attach(v, above, dep);
        }
        self.attach(top, v, labels.subject);
        let mut object = self
            .children(v, v + 1..self.tokens.len())
            .into_iter()
            .find(|&i| self.tokens[i].dep == labels.object);
        for child in self.children(top, v + 1..self.tokens.len()) {
            let dep = self.tokens[child].dep;
            if dep == labels.prepositional {
                self.attach(child, v, dep);
            } else if self.is_noun(child) && object.is_none() {
                self.attach(child, v, labels.object);
                object = Some(child);
            }
        }
    }

    /// The noun before a verb, with what modifies it, becomes the verb's subject.
    fn take_subject(&mut self, v: usize, subject: usize, not: usize) {
        let labels = self.labels;
        for child in (0..subject).rev() {
            let to_verb = self.head(child) == v || self.head(child) == not;
            if to_verb && self.tokens[child].dep == labels.compound {
                self.attach(child, subject, labels.compound);
            }
        }
        self.attach(subject, v, labels.subject);
    }

    /// "at least five *shot dead*": a participle that the tagger takes for a noun.
    fn read_shot_dead(&mut self) {
        let labels = self.labels;
        for dead in 1..self.tokens.len() {
            let shot = dead - 1;
            let told = self.lower(dead) == "dead"
                && self.lower(shot) == "shot"
                && self.tokens[shot].pos == Pos::Noun
                && self.head(shot) == dead;
            let Some(counted) = shot.checked_sub(1).filter(|&i| told && self.is_noun(i)) else {
                continue;
            };
            let own = self.children(dead, 0..self.tokens.len());
            for child in own {
                self.tokens[child].head = shot as u32;
            }
            self.tokens[shot].pos = Pos::Verb;
            self.tokens[shot].tag = labels.participle;
            self.tokens[shot].lemma = "shoot".into();
            self.take_place(shot, dead);
            self.attach(dead, shot, labels.predicate);
            self.attach(counted, shot, labels.passive_subject);
        }
    }

    /// "Merkel, Hollande hold talks", "Two guards, a cook killed": the comma stands for "and".
    fn join_subjects(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(comma) = (1..n.min(8)).find(|&i| self.lower(i) == ",") else {
            return;
        };
        let first = comma - 1;
        if !self.is_noun(first) || (0..first).any(|i| !self.within(i, first)) {
            return;
        }
        // A partner that is the verb's subject, right before the verb.
        let partner = (comma + 1..n - 1).find(|&i| {
            let verb = self.head(i);
            verb == i + 1
                && self.tokens[i].dep == labels.subject
                && self.is_noun(i)
                && self.tokens[verb].pos == Pos::Verb
                && (comma + 1..i).all(|k| self.within(k, i))
        });
        if let Some(partner) = partner {
            let verb = self.head(partner);
            let beside = self.head(first) == verb && self.tokens[first].pos == Pos::Propn
                || self.head(first) == partner;
            if beside && self.tokens[first].dep != labels.subject {
                self.attach(first, verb, labels.subject);
                self.attach(partner, first, labels.conjunct);
                self.tokens[comma].head = first as u32;
            }
            return;
        }
        // A noun that only a participle behind its apposition says something of.
        let killed = (comma + 2..n).find(|&i| {
            self.tokens[i].tag == labels.participle && self.tokens[i].dep == labels.modifier_clause
        });
        let Some(verb) = killed else { return };
        let partner = self.head(verb);
        if self.head(first) == first && partner > comma && self.head(partner) == first {
            self.attach(verb, verb, labels.root);
            self.attach(first, verb, labels.passive_subject);
            self.attach(partner, first, labels.conjunct);
        }
    }

    /// Whether `i` stands at or below `head`.
    fn within(&self, mut i: usize, head: usize) -> bool {
        for _ in 0..self.tokens.len() {
            if i == head {
                return true;
            }
            let up = self.head(i);
            if up == i {
                return false;
            }
            i = up;
        }
        false
    }
}
