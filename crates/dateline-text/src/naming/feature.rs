//! What speaks for a candidate's type: its words, what stands around it, and the rest of the
//! article.

use super::candidate::{Candidate, words};
use super::words::{KNOWN, calling, is_common, is_office, is_title, says};
use crate::document::{Document, Sym, Tok};
use dateline_data::Gazetteer;
use dateline_data::gazetteer::fold;
use std::collections::HashMap;
use std::ops::Range;

/// The name of a feature: a hash of its kind and its values.
pub type Feature = u32;

/// FNV-1a over a kind and its values.
fn feature(kind: &str, values: &[&str]) -> Feature {
    let mut hash: u32 = 0x811c_9dc5;
    let mut eat = |byte: u8| {
        hash ^= u32::from(byte);
        hash = hash.wrapping_mul(0x0100_0193);
    };
    kind.bytes().for_each(&mut eat);
    for value in values {
        eat(0x1f);
        value.bytes().for_each(&mut eat);
    }
    hash
}

/// How often each type is given to something, in the order of first sight.
#[derive(Default)]
struct Votes(Vec<(Option<Sym>, usize)>);

impl Votes {
    fn add(&mut self, label: Option<Sym>) {
        match self.0.iter_mut().find(|(l, _)| *l == label) {
            Some((_, count)) => *count += 1,
            None => self.0.push((label, 1)),
        }
    }

    fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

/// What an article as a whole says about its names.
pub struct Article<'d> {
    doc: &'d Document,
    /// By the words of a name: how often it has each type, and what place it may be.
    whole: HashMap<String, (Votes, String)>,
    /// By the first and last word of longer names.
    first: HashMap<&'d str, Votes>,
    last: HashMap<&'d str, Votes>,
    /// Types of the names that an acronym may stand for.
    short: HashMap<String, Option<Sym>>,
    /// The candidate that each token is in.
    of_token: Vec<Option<Option<Sym>>>,
}

impl<'d> Article<'d> {
    /// Counts the candidates.
    pub fn new(doc: &'d Document, candidates: &[Candidate], gazetteer: &Gazetteer) -> Self {
        let mut article = Self {
            doc,
            whole: HashMap::new(),
            first: HashMap::new(),
            last: HashMap::new(),
            short: HashMap::new(),
            of_token: vec![None; doc.len()],
        };
        for Candidate { core, label, .. } in candidates {
            let name = doc.span_of(core.clone()).slice(doc.text());
            let new = || (Votes::default(), place_class(gazetteer, name));
            let whole = article.whole.entry(words(doc, core)).or_insert_with(new);
            whole.0.add(*label);
            if core.len() > 1 {
                let (first, last) = (doc.tok(core.start), doc.tok(core.end - 1));
                article.first.entry(first.lower()).or_default().add(*label);
                article.last.entry(last.lower()).or_default().add(*label);
                let capitals =
                    |tok: Tok<'_>| tok.text().chars().next().filter(|c| c.is_uppercase());
                let short: String = doc.range(core.clone()).filter_map(capitals).collect();
                article.short.entry(short).or_insert(*label);
            }
            article.of_token[core.clone()].fill(Some(*label));
        }
        article
    }

    fn label(&self, label: Option<Sym>) -> &'d str {
        label.map_or("", |label| self.doc.symbols().get(label))
    }

    /// All features of a candidate.
    pub fn features(&self, candidate: &Candidate) -> Vec<Feature> {
        let mut sheet = Sheet {
            article: self,
            core: candidate.core.clone(),
            label: self.label(candidate.label),
            several: if candidate.core.len() > 1 {
                "several"
            } else {
                "one"
            },
            features: Vec::with_capacity(96),
        };
        sheet.words();
        sheet.lists();
        sheet.neighbours();
        sheet.grammar();
        sheet.document(candidate.label);
        sheet.features
    }
}

/// The features of one candidate while they are written down.
struct Sheet<'a, 'd> {
    article: &'a Article<'d>,
    core: Range<usize>,
    /// The model's type.
    label: &'d str,
    several: &'static str,
    features: Vec<Feature>,
}

impl<'d> Sheet<'_, 'd> {
    fn add(&mut self, kind: &str, values: &[&str]) {
        self.features.push(feature(kind, values));
    }

    fn tok(&self, i: usize) -> Tok<'d> {
        self.article.doc.tok(i)
    }

    fn toks(&self) -> impl Iterator<Item = Tok<'d>> + use<'d> {
        self.article.doc.range(self.core.clone())
    }

    fn first(&self) -> Tok<'d> {
        self.tok(self.core.start)
    }

    fn last(&self) -> Tok<'d> {
        self.tok(self.core.end - 1)
    }

    /// The word before " of ", which heads a name like "Bank of Ghana".
    fn head_before_of(&self) -> Option<Tok<'d>> {
        let of = self.toks().skip(1).find(|t| t.lower() == "of")?;
        Some(self.tok(of.i - 1))
    }

    /// Case as it is written: capitals only, capital first, small.
    fn shape(&self) -> &'static str {
        let mut letters = self
            .toks()
            .filter(|t| t.text().contains(char::is_alphabetic))
            .peekable();
        let length = self.article.doc.span_of(self.core.clone()).len();
        let capitals =
            letters.peek().is_some() && letters.all(|t| !t.text().contains(char::is_lowercase));
        match () {
            () if capitals && length > 1 => "capitals",
            () if self.first().text().starts_with(char::is_uppercase) => "capital",
            () => "small",
        }
    }

    fn words(&mut self) {
        let (label, several, shape) = (self.label, self.several, self.shape());
        let count = ["1", "2", "3", "4"][self.core.len().clamp(1, 4) - 1];
        self.add("model", &[label]);
        self.add("model, length", &[label, count]);
        self.add("shape, model", &[shape, label, several]);
        if shape == "capitals" && self.core.len() == 1 {
            let length = self.first().text().chars().count().min(7);
            self.add("acronym", &[["", "", "2", "3", "4", "5", "6", "7"][length]]);
        }
        let (first, last) = (self.first().lower(), self.last().lower());
        self.add("first", &[first]);
        self.add("last", &[last]);
        for length in [2, 3] {
            let ending = last
                .char_indices()
                .rev()
                .nth(length - 1)
                .map_or(0, |(i, _)| i);
            self.add("ending", &[&last[ending..]]);
        }
        for tok in self.toks() {
            self.add("word", &[tok.lower()]);
        }
        if let Some(head) = self.head_before_of() {
            self.add("of", &[head.lower()]);
        }
        let is_word = |t: &Tok<'_>| t.text().chars().all(char::is_alphabetic);
        let common = self.toks().filter(is_word).map(|t| is_common(t.lower()));
        let (all, any) = common.fold((true, false), |(all, any), c| (all && c, any || c));
        let common = match (all, any) {
            (true, true) => "all",
            (_, true) => "some",
            _ => "none",
        };
        self.add("common", &[common, several, label]);
    }

    fn lists(&mut self) {
        let (article, label, several) = (self.article, self.label, self.several);
        let whole = words(article.doc, &self.core);
        let place = article.whole.get(&whole).map_or("", |(_, place)| place);
        let common = self.toks().all(|t| is_common(t.lower()));
        self.add("place", &[place]);
        self.add("place, model", &[place, label]);
        self.add("place, common", &[place, if common { "all" } else { "" }]);
        let (first, last) = (self.first().lower(), self.last().lower());
        if KNOWN.given.contains(first) {
            self.add("given name", &[several]);
        }
        if KNOWN.last.contains(last) {
            self.add("surname", &[several]);
        }
        if KNOWN.people.contains(&whole) {
            self.add("person", &[]);
        }
        if KNOWN.bodies.contains(&whole) {
            self.add("body", &[]);
        }
        let heads = [Some(self.last()), self.head_before_of()];
        for calling in heads
            .into_iter()
            .flatten()
            .filter_map(|t| calling(t.lower()))
        {
            self.add("calling", &[calling]);
        }
    }

    fn neighbours(&mut self) {
        let (label, several) = (self.label, self.several);
        let mut before = self.core.start.checked_sub(1).map(|i| self.tok(i));
        let article = before.filter(|t| t.lower() == "the");
        let the = if article.is_some() { "the" } else { "" };
        if let Some(article) = article {
            before = article.prev();
        }
        let behind = self.last().next();
        self.add("the, model", &[the, label]);
        self.add("the, shape", &[the, self.shape(), several]);
        self.add("before", &[before.map_or("", Tok::lower)]);
        self.add("behind", &[behind.map_or("", Tok::lower)]);
        self.add("before's tag", &[before.map_or("", Tok::tag)]);
        self.add("behind's tag", &[behind.map_or("", Tok::tag)]);
        if let Some((before, two)) = before.and_then(|b| Some((b, b.prev()?))) {
            self.add("two before", &[two.lower(), before.lower()]);
            if matches!(before.lower(), "of" | "for") {
                self.add("calling of", &[calling(two.lower()).unwrap_or_default()]);
            }
        }
        if let Some(before) = before {
            let office = (0..3).any(|n| {
                let phrase = before.i.checked_sub(n).map(|start| start..before.i + 1);
                phrase.is_some_and(|tokens| is_office(&words(self.article.doc, &tokens)))
            });
            if office || is_title(before.lower()) {
                self.add("titled", &[several]);
                self.add("titled", &[]);
            }
            if let Some(calling) = calling(before.lower()) {
                self.add("calling before", &[calling]);
            }
        }
        if let Some(calling) = behind.and_then(|t| calling(t.lower())) {
            self.add("calling behind", &[calling]);
        }
        let first = self.first();
        let opens = first
            .prev()
            .is_none_or(|p| p.sentence() != first.sentence());
        self.add("opens", &[if opens { "yes" } else { "no" }]);
    }

    fn grammar(&mut self) {
        let (label, several) = (self.label, self.several);
        let root = self
            .toks()
            .find(|t| t.head().is_some_and(|h| !self.core.contains(&h.i)))
            .unwrap_or_else(|| self.last());
        let head = root.head();
        let governor = head.map_or("", Tok::lemma);
        self.add("role", &[root.dep()]);
        self.add("role, model", &[root.dep(), label]);
        const TELLING: [&str; 9] = [
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "poss",
            "agent",
            "compound",
            "appos",
            "conj",
        ];
        if root.dep_in(&TELLING) {
            self.add("role, governor", &[root.dep(), governor]);
        }
        if root.dep() == "nsubj" && says(governor) {
            let the = self.core.start.checked_sub(1).map(|i| self.tok(i).lower());
            let the = if the == Some("the") { "the" } else { "" };
            self.add("says", &[several, the]);
        }
        if root.dep() == "appos"
            && let Some(calling) = calling(governor)
        {
            self.add("stands beside", &[calling]);
        }
        let beside = root
            .children()
            .find(|c| c.dep() == "appos" && (self.core.end..self.core.end + 12).contains(&c.i));
        if let Some(beside) = beside {
            self.add("beside it", &[]);
            if let Some(calling) = calling(beside.lemma()) {
                self.add("beside it", &[calling]);
            }
        }
        let listed_before = head.filter(|_| root.dep() == "conj");
        let listed = root.children().filter(|c| c.dep() == "conj");
        let listed: Vec<Tok<'_>> = listed_before.into_iter().chain(listed).collect();
        for tok in listed {
            if let Some(label) = self.article.of_token[tok.i] {
                self.add("listed with", &[self.article.label(label)]);
            }
        }
    }

    fn document(&mut self, own: Option<Sym>) {
        let article = self.article;
        let label = self.label;
        if let Some((votes, _)) = article.whole.get(&words(article.doc, &self.core)) {
            let total = votes.total();
            for &(other, count) in &votes.0 {
                let name = article.label(other);
                if count * 2 > total {
                    self.add("mostly", &[name]);
                    self.add("mostly, model", &[name, label]);
                }
                if count > usize::from(other == own) {
                    self.add("elsewhere", &[name]);
                }
            }
            self.add("times", &[["1", "2", "3"][total.clamp(1, 3) - 1]]);
        }
        if self.core.len() > 1 {
            return;
        }
        let word = self.first();
        for &(other, _) in article.last.get(word.lower()).map_or(&[][..], |v| &v.0) {
            let name = article.label(other);
            self.add("ends a name", &[name]);
            self.add("ends a name, model", &[name, label]);
        }
        for &(other, _) in article.first.get(word.lower()).map_or(&[][..], |v| &v.0) {
            self.add("opens a name", &[article.label(other)]);
        }
        if let Some(&long) = article.short.get(word.text()) {
            self.add("shortens", &[article.label(long)]);
        }
    }
}

/// What the gazetteer knows by a name: the kind of its first place and the size of its largest.
fn place_class(gazetteer: &Gazetteer, name: &str) -> String {
    let found = gazetteer.find_folded(&fold(name));
    let Some(&first) = found.first() else {
        return String::new();
    };
    let population = found.iter().map(|&id| gazetteer.place(id).population);
    let size = match population.fold(0.0, f64::max) {
        p if p < 5e3 => "small",
        p if p < 1e5 => "middling",
        _ => "large",
    };
    format!("{} {size}", gazetteer.place(first).kind.name())
}
