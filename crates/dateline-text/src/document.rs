//! A text with its layers: tokens, sentences, parse, names.
//!
//! Layers are added, never rewritten. A [`Document`] is built once from finished tokens
//! ([`Document::new`]); quotes, times and quantities are computed from it and kept beside it.

use dateline_span::Span;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// An index into the [`Symbols`] of a model: a tag, label or set of features.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Sym(pub u16);

/// The closed vocabulary of a model's annotation (tags, dependency labels, features, name types).
#[derive(Default)]
pub struct Symbols {
    strings: Vec<Box<str>>,
}

impl Symbols {
    /// An empty table, whose symbol 0 is the empty string.
    pub fn new() -> Self {
        Self {
            strings: vec!["".into()],
        }
    }

    /// The symbol for `text`, added if new. Tables are small (a few hundred rows) and built once.
    pub fn intern(&mut self, text: &str) -> Sym {
        if let Some(i) = self.strings.iter().position(|s| **s == *text) {
            return Sym(i as u16);
        }
        self.strings.push(text.into());
        Sym((self.strings.len() - 1) as u16)
    }

    /// The symbol of `text`, where the table has it.
    pub fn find(&self, text: &str) -> Option<Sym> {
        let at = self.strings.iter().position(|s| **s == *text)?;
        Some(Sym(at as u16))
    }

    /// The string behind a symbol; the empty string for one that is not in the table.
    pub fn get(&self, sym: Sym) -> &str {
        self.strings.get(sym.0 as usize).map_or("", |s| s)
    }
}

/// Universal part of speech, with spaCy's `SPACE` for white-space tokens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[allow(missing_docs)] // The names are the universal tag set's own.
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    Space,
    #[default]
    X,
}

impl Pos {
    /// All of them, with the name each has in Universal Dependencies.
    pub const ALL: [(Pos, &'static str); 18] = [
        (Pos::Adj, "ADJ"),
        (Pos::Adp, "ADP"),
        (Pos::Adv, "ADV"),
        (Pos::Aux, "AUX"),
        (Pos::Cconj, "CCONJ"),
        (Pos::Det, "DET"),
        (Pos::Intj, "INTJ"),
        (Pos::Noun, "NOUN"),
        (Pos::Num, "NUM"),
        (Pos::Part, "PART"),
        (Pos::Pron, "PRON"),
        (Pos::Propn, "PROPN"),
        (Pos::Punct, "PUNCT"),
        (Pos::Sconj, "SCONJ"),
        (Pos::Sym, "SYM"),
        (Pos::Verb, "VERB"),
        (Pos::Space, "SPACE"),
        (Pos::X, "X"),
    ];

    /// From the Universal Dependencies name; anything else is [`Pos::X`].
    pub fn parse(name: &str) -> Pos {
        Pos::ALL
            .iter()
            .find(|(_, n)| *n == name)
            .map_or(Pos::X, |(p, _)| *p)
    }

    /// The Universal Dependencies name.
    pub fn name(self) -> &'static str {
        Pos::ALL
            .iter()
            .find(|(p, _)| *p == self)
            .map_or("X", |(_, n)| n)
    }
}

/// One token as the language layer hands it over. `head` is an index into the same list; a root
/// is its own head.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// Universal part of speech.
    pub pos: Pos,
    /// Fine tag (Penn Treebank in English).
    pub tag: Sym,
    /// Morphological features, `Number=Sing|Person=3`.
    pub morph: Sym,
    /// Dependency label (ClearNLP's in English: `nsubj`, `nsubjpass`, `dobj`, `pobj`, `agent` …).
    pub dep: Sym,
    /// Index of the head.
    pub head: u32,
    /// Whether a sentence starts here.
    pub sent_start: bool,
    /// Lemma.
    pub lemma: Box<str>,
}

/// A name: a run of tokens with a type (OntoNotes: `PERSON`, `ORG`, `GPE` …).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// Type.
    pub label: Sym,
    /// How it differs from what the model found; `None` where it is the model's.
    pub revision: Option<Revision>,
}

/// Why a name is not the model's ([`crate::naming`]). Margins are in the unit of the weights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Revision {
    /// The model's type with other words: a title or sign left off, a word that it missed added.
    Bounds,
    /// Another type, and perhaps other words.
    Type {
        /// The model's type.
        was: Sym,
        /// By how much the new type outweighs it.
        margin: i32,
    },
    /// The model had no name there.
    Missed {
        /// By how much the type outweighs that it is none.
        margin: i32,
    },
}

/// A run of tokens that the parser takes as one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Token range.
    pub tokens: Range<usize>,
}

/// A text and its layers.
pub struct Document {
    text: Arc<str>,
    symbols: Arc<Symbols>,
    tokens: Vec<Token>,
    lower: Vec<Box<str>>,
    names: Vec<Name>,
    model_names: Vec<Name>,
    name_of: Vec<u32>,
    sentences: Vec<Sentence>,
    sentence_of: Vec<u32>,
    /// Children of token i are `child[child_start[i]..child_start[i + 1]]`, in text order.
    child: Vec<u32>,
    child_start: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Document {
    /// Builds the tree and the sentence list over finished tokens. Heads out of range are taken
    /// as roots, so that any input gives a document.
    pub fn new(
        text: Arc<str>,
        symbols: Arc<Symbols>,
        mut tokens: Vec<Token>,
        names: Vec<Name>,
    ) -> Self {
        let n = tokens.len();
        let mut child_start = vec![0u32; n + 1];
        for (i, token) in tokens.iter_mut().enumerate() {
            if token.head as usize >= n {
                token.head = i as u32;
            }
        }
        for (i, token) in tokens.iter().enumerate() {
            if token.head as usize != i {
                child_start[token.head as usize + 1] += 1;
            }
        }
        for i in 0..n {
            child_start[i + 1] += child_start[i];
        }
        let mut fill = child_start.clone();
        let mut child = vec![0u32; child_start[n] as usize];
        for (i, token) in tokens.iter().enumerate() {
            let head = token.head as usize;
            if head != i {
                child[fill[head] as usize] = i as u32;
                fill[head] += 1;
            }
        }
        let name_of = name_of(&names, n);
        let mut sentences: Vec<Sentence> = Vec::new();
        let mut sentence_of = vec![0u32; n];
        for i in 0..n {
            if i == 0 || tokens[i].sent_start {
                sentences.push(Sentence { tokens: i..i });
            }
            let last = sentences.len() - 1;
            sentences[last].tokens.end = i + 1;
            sentence_of[i] = last as u32;
        }
        let lower = tokens
            .iter()
            .map(|t| t.span.slice(&text).to_lowercase().into_boxed_str())
            .collect();
        Self {
            text,
            symbols,
            tokens,
            lower,
            model_names: names.clone(),
            names,
            name_of,
            sentences,
            sentence_of,
            child,
            child_start,
        }
    }

    /// The same document with other names; the model's stay beside them.
    pub(crate) fn with_names(mut self, names: Vec<Name>) -> Self {
        self.name_of = name_of(&names, self.tokens.len());
        self.names = names;
        self
    }

    /// The text that every span of this document slices.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Number of tokens, white-space tokens included.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Token `i`.
    pub fn tok(&self, i: usize) -> Tok<'_> {
        debug_assert!(i < self.tokens.len());
        Tok { doc: self, i }
    }

    /// All tokens in order.
    pub fn toks(&self) -> impl DoubleEndedIterator<Item = Tok<'_>> + ExactSizeIterator {
        (0..self.tokens.len()).map(|i| Tok { doc: self, i })
    }

    /// Tokens `range`.
    pub fn range(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = Tok<'_>> {
        (range.start..range.end.min(self.tokens.len())).map(|i| Tok { doc: self, i })
    }

    /// All sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Index of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentence_of[i] as usize
    }

    /// The bytes of a sentence.
    pub fn sentence_span(&self, sentence: usize) -> Span {
        self.span_of(self.sentences[sentence].tokens.clone())
    }

    /// Its names, in order.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The names as the model found them, before [`crate::naming`].
    pub fn model_names(&self) -> &[Name] {
        &self.model_names
    }

    /// Type of a name.
    pub fn name_label(&self, name: &Name) -> &str {
        self.symbols.get(name.label)
    }

    /// The bytes of a name.
    pub fn name_span(&self, name: &Name) -> Span {
        self.span_of(name.first as usize..name.end as usize)
    }

    /// The bytes that a run of tokens covers, from the first's start to the last's end.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            return Span::default();
        }
        Span {
            start: self.tokens[tokens.start].span.start,
            end: self.tokens[tokens.end - 1].span.end,
        }
    }

    /// The tokens that overlap a span of bytes.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        first..end.max(first)
    }

    /// The table behind tags, labels and features.
    pub fn symbols(&self) -> &Symbols {
        &self.symbols
    }
}

/// The name that each of `n` tokens is in.
fn name_of(names: &[Name], n: usize) -> Vec<u32> {
    let mut name_of = vec![NONE; n];
    for (k, name) in names.iter().enumerate() {
        for slot in &mut name_of[name.first as usize..(name.end as usize).min(n)] {
            *slot = k as u32;
        }
    }
    name_of
}

/// A view of one token that knows its document.
#[derive(Clone, Copy)]
pub struct Tok<'d> {
    doc: &'d Document,
    /// Index in the document.
    pub i: usize,
}

impl PartialEq for Tok<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.i == other.i && std::ptr::eq(self.doc, other.doc)
    }
}

impl Eq for Tok<'_> {}

impl<'d> Tok<'d> {
    /// The document it belongs to.
    pub fn doc(self) -> &'d Document {
        self.doc
    }

    fn token(self) -> &'d Token {
        &self.doc.tokens[self.i]
    }

    /// Its bytes.
    pub fn span(self) -> Span {
        self.token().span
    }

    /// Its words as they stand.
    pub fn text(self) -> &'d str {
        self.token().span.slice(&self.doc.text)
    }

    /// Its words in lower case.
    pub fn lower(self) -> &'d str {
        &self.doc.lower[self.i]
    }

    /// Its lemma.
    pub fn lemma(self) -> &'d str {
        &self.token().lemma
    }

    /// Universal part of speech.
    pub fn pos(self) -> Pos {
        self.token().pos
    }

    /// Fine tag.
    pub fn tag(self) -> &'d str {
        self.doc.symbols.get(self.token().tag)
    }

    /// Morphological features.
    pub fn morph(self) -> &'d str {
        self.doc.symbols.get(self.token().morph)
    }

    /// Dependency label.
    pub fn dep(self) -> &'d str {
        self.doc.symbols.get(self.token().dep)
    }

    /// Whether the label is one of `labels`.
    pub fn dep_in(self, labels: &[&str]) -> bool {
        labels.contains(&self.dep())
    }

    /// Its head, or `None` at a root.
    pub fn head(self) -> Option<Tok<'d>> {
        let head = self.token().head as usize;
        (head != self.i).then_some(Tok {
            doc: self.doc,
            i: head,
        })
    }

    /// Direct dependents, in text order.
    pub fn children(self) -> impl DoubleEndedIterator<Item = Tok<'d>> + ExactSizeIterator {
        let doc = self.doc;
        let range = doc.child_start[self.i] as usize..doc.child_start[self.i + 1] as usize;
        doc.child[range]
            .iter()
            .map(move |&i| Tok { doc, i: i as usize })
    }

    /// The first direct dependent with one of these labels.
    pub fn child(self, labels: &[&str]) -> Option<Tok<'d>> {
        self.children().find(|c| c.dep_in(labels))
    }

    /// Heads upward to the root, nearest first, itself not included.
    pub fn ancestors(self) -> impl Iterator<Item = Tok<'d>> {
        // A malformed tree may hold a cycle; a path longer than the document ends there.
        std::iter::successors(self.head(), |t| t.head()).take(self.doc.len())
    }

    /// Whether `other` is below this token (or is it).
    pub fn governs(self, other: Tok<'d>) -> bool {
        other == self || other.ancestors().any(|a| a == self)
    }

    /// All tokens at and below it, in text order.
    pub fn subtree(self) -> Vec<Tok<'d>> {
        let mut seen = vec![self];
        let mut next = 0;
        while next < seen.len() && seen.len() <= self.doc.len() {
            let token = seen[next];
            seen.extend(token.children());
            next += 1;
        }
        seen.sort_by_key(|t| t.i);
        seen.dedup();
        seen
    }

    /// The bytes from the first to the last token of its subtree.
    pub fn subtree_span(self) -> Span {
        self.subtree()
            .iter()
            .fold(self.span(), |span, t| span.cover(t.span()))
    }

    /// The conjunct it is coordinated with first: up a chain of `conj`.
    pub fn first_conjunct(self) -> Tok<'d> {
        let mut token = self;
        for _ in 0..self.doc.len() {
            match token.head() {
                Some(head) if token.dep() == "conj" => token = head,
                _ => break,
            }
        }
        token
    }

    /// Index of its sentence.
    pub fn sentence(self) -> usize {
        self.doc.sentence_of(self.i)
    }

    /// The name it is part of.
    pub fn name(self) -> Option<&'d Name> {
        self.doc.names.get(self.doc.name_of[self.i] as usize)
    }

    /// Type of the name it is part of, or the empty string.
    pub fn name_label(self) -> &'d str {
        self.name().map_or("", |n| self.doc.name_label(n))
    }

    /// The token after it.
    pub fn next(self) -> Option<Tok<'d>> {
        (self.i + 1 < self.doc.len()).then_some(Tok {
            doc: self.doc,
            i: self.i + 1,
        })
    }

    /// The token before it.
    pub fn prev(self) -> Option<Tok<'d>> {
        self.i.checked_sub(1).map(|i| Tok { doc: self.doc, i })
    }
}

impl fmt::Debug for Tok<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.i, self.text())
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Document({} tokens, {} sentences)",
            self.len(),
            self.sentences.len()
        )
    }
}
