//! Trees, mended where the parser is known to err and the words leave one reading.
//!
//! It was trained on full sentences: [`headline`] mends what it makes of headlines. [`sentence`] asks for what
//! it often gets wrong in sentences of news: on what results and charges hang ([`charge`]), who speaks
//! ([`voice`]), what answers what ([`answer`]), to whom it was done ([`undergone`]), how many others and how many of them ([`others`]), what is
//! joined with what ([`joined`]), what goes on under one governor ([`row`]), whose subject was lost
//! ([`subject`]), what only seems to be somebody's doing ([`happening`]), which word is which ([`word`]). Whoever wants the
//! parser's own tree reads without parts.

mod answer;
mod charge;
mod happening;
mod headline;
mod joined;
mod others;
mod row;
mod sentence;
mod subject;
mod undergone;
mod voice;
mod word;

use crate::document::{Pos, Sym, Symbols, Token};
use std::ops::Range;

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
    adjectival: Sym,
    prepositional_object: Sym,
    participle: Sym,
    present: Sym,
    plain_present: Sym,
    past: Sym,
    apposition: Sym,
    gerund: Sym,
    singular: Sym,
    plural: Sym,
    /// Labels under which a finite verb never stands.
    nominal: [Option<Sym>; 7],
    prepositional: Sym,
    parataxis: Sym,
    possessor: Sym,
    number: Sym,
    relative: Sym,
    receiver: Sym,
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
            adjectival: find("amod")?,
            prepositional_object: find("pobj")?,
            participle: find("VBN")?,
            present: find("VBZ")?,
            plain_present: find("VBP")?,
            past: find("VBD")?,
            apposition: find("appos")?,
            gerund: find("pcomp")?,
            singular: find("NN")?,
            plural: find("NNS")?,
            nominal: ["compound", "nmod", "pobj", "dobj", "appos", "dep", "nsubj"].map(find),
            prepositional: find("prep")?,
            parataxis: find("parataxis")?,
            possessor: find("poss")?,
            number: find("nummod")?,
            relative: find("relcl")?,
            receiver: find("dative")?,
        })
    }

    fn is_nominal(&self, dep: Sym) -> bool {
        self.nominal.contains(&Some(dep))
    }
}

/// Mends the tree of a part whose heads count from its start, as do the tokens of `people`, names of persons.
pub fn mend(
    text: &str,
    symbols: &Symbols,
    labels: Labels,
    people: &[Range<usize>],
    tokens: &mut [Token],
) {
    let parsed = tokens.to_vec();
    let mut tree = Tree {
        text,
        symbols,
        labels,
        people,
        tokens,
    };
    tree.mend_sentences();
    if tree.reads_as_headline() {
        tree.mend_headline();
    }
    // Two mends of one sentence may each be right alone and hang two words on each other.
    if has_cycle(tree.tokens) {
        tree.tokens.clone_from_slice(&parsed);
    }
}

/// Whether some word hangs, over others, on itself.
fn has_cycle(tokens: &[Token]) -> bool {
    const UNSEEN: usize = usize::MAX;
    let mut seen_from = vec![UNSEEN; tokens.len()];
    for start in 0..tokens.len() {
        let mut at = start;
        while seen_from[at] == UNSEEN {
            seen_from[at] = start;
            at = tokens[at].head as usize;
        }
        // A root hangs on itself.
        if seen_from[at] == start && tokens[at].head as usize != at {
            return true;
        }
    }
    false
}

/// A part's tree in the making; heads count from the part's start.
struct Tree<'a> {
    text: &'a str,
    symbols: &'a Symbols,
    labels: Labels,
    /// Names of persons, as the network found them.
    people: &'a [Range<usize>],
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

    /// Puts a verb in the place of those it was hung on, who are its subject or object, with all that stands behind it.
    fn raise_over(&mut self, verb: usize, who: usize, as_their: Sym) {
        self.take_place(verb, who);
        self.attach(who, verb, as_their);
        for child in self.children(who, verb + 1..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
    }

    /// Puts a noun in the place of the one behind a gerund, which is what the gerund is done to: "a union *representing*
    /// guards". What stood before it, from `opening` on, is said of it.
    fn describe_by_gerund(&mut self, noun: usize, gerund: usize, object: usize, opening: usize) {
        self.take_place(noun, object);
        self.attach(gerund, noun, self.labels.modifier_clause);
        self.attach(object, gerund, self.labels.object);
        for word in self.children(object, opening..noun) {
            self.tokens[word].head = noun as u32;
        }
    }

    fn children(&self, head: usize, within: Range<usize>) -> Vec<usize> {
        within
            .filter(|&i| i != head && self.head(i) == head)
            .collect()
    }

    /// The first of them that the head governs by `dep`.
    fn child(&self, head: usize, mut within: Range<usize>, dep: Sym) -> Option<usize> {
        within.find(|&i| i != head && self.head(i) == head && self.tokens[i].dep == dep)
    }

    /// The subject of a verb, active or passive, within a stretch.
    fn subject(&self, verb: usize, within: Range<usize>) -> Option<usize> {
        [self.labels.subject, self.labels.passive_subject]
            .into_iter()
            .find_map(|dep| self.child(verb, within.clone(), dep))
    }

    /// Whether an auxiliary within a stretch makes a verb passive.
    fn is_passive(&self, verb: usize, within: Range<usize>) -> bool {
        self.passive_auxiliary(verb, within).is_some()
    }

    fn passive_auxiliary(&self, verb: usize, mut within: Range<usize>) -> Option<usize> {
        within.find(|&i| self.head(i) == verb && self.symbols.get(self.tokens[i].dep) == "auxpass")
    }

    /// As what a verb takes its subject, by its auxiliaries within a stretch.
    fn subject_label(&self, verb: usize, auxiliaries: Range<usize>) -> Sym {
        if self.is_passive(verb, auxiliaries) {
            self.labels.passive_subject
        } else {
            self.labels.subject
        }
    }

    /// The nearest word above one, at most so many steps up, that fits.
    fn above(&self, of: usize, steps: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = of;
        for _ in 0..steps {
            let above = self.head(at);
            if above == at {
                return None;
            }
            if fits(above) {
                return Some(above);
            }
            at = above;
        }
        None
    }

    fn is_noun(&self, i: usize) -> bool {
        matches!(self.tokens[i].pos, Pos::Noun | Pos::Propn | Pos::Num)
    }

    /// The first of the list that a word goes on with.
    fn first_listed(&self, of: usize) -> usize {
        let mut first = of;
        while self.tokens[first].dep == self.labels.conjunct && self.head(first) < first {
            first = self.head(first);
        }
        first
    }

    /// The root above a word. A tree in the making may hang two words on each other; then it is some word of theirs.
    fn root_of(&self, of: usize) -> usize {
        let mut root = of;
        for _ in 0..self.tokens.len() {
            if self.head(root) == root {
                break;
            }
            root = self.head(root);
        }
        root
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

    fn lemma_in(&self, i: usize, lemmas: &[&str]) -> bool {
        lemmas.contains(&&*self.tokens[i].lemma)
    }

    /// The first word below a token.
    fn leftmost(&self, of: usize) -> usize {
        (0..of).find(|&i| self.within(i, of)).unwrap_or(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(heads: &[u32]) -> Vec<Token> {
        let one = |head: &u32| Token {
            span: dateline_span::Span::new(0, 0),
            pos: Pos::Noun,
            tag: Sym::default(),
            morph: Sym::default(),
            dep: Sym::default(),
            head: *head,
            sent_start: false,
            lemma: "".into(),
        };
        heads.iter().map(one).collect()
    }

    #[test]
    fn words_that_hang_on_each_other_are_seen() {
        assert!(has_cycle(&tokens(&[0, 2, 1])));
        assert!(has_cycle(&tokens(&[1, 2, 3, 1])));
        assert!(!has_cycle(&tokens(&[1, 1, 1, 3, 3])));
        assert!(!has_cycle(&tokens(&[])));
    }
}
