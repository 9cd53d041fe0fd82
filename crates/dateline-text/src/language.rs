//! A language: a model that turns text into a [`Document`].

use crate::document::{Document, Name, Pos, Sym, Symbols, Token};
use crate::mend;
use crate::model::{Analysis, FoundName, Label, ModelError, ModelFile, Network, Part};
use crate::scare;
use crate::silent_e;
use crate::strings::{RawToken, Strings, lex};
use dateline_span::Span;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A spaCy pipeline, read from a model file: tokenizer, tagger, parser, names, lemmas.
///
/// One is enough for a program: reading takes `&self`, from any number of threads, and a text
/// gives the same document on every machine.
pub struct Language {
    about: About,
    symbols: Arc<Symbols>,
    strings: Strings,
    network: Network,
    /// What each label of the tagger, the parser and the name finder is in a [`Token`].
    tags: Vec<(Sym, Sym, Pos)>,
    deps: Vec<Sym>,
    names: Vec<Sym>,
    /// Labels by which trees are mended, where the model has them.
    mending: Option<mend::Labels>,
    /// Labels of the marks around one word, where the model has them.
    marks: Option<scare::Labels>,
}

/// What a model says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Language code.
    pub lang: String,
    /// Name of the pipeline.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it does, in order.
    pub pipes: Vec<String>,
}

impl Language {
    /// Reads a model file, as `cargo run -p xtask -- model` writes it.
    pub fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes)?;
        let mut pipeline = file.decoder("pipeline")?;
        let about = About {
            lang: pipeline.str()?.to_owned(),
            name: pipeline.str()?.to_owned(),
            version: pipeline.str()?.to_owned(),
            pipes: pipeline.strs()?.into_iter().map(str::to_owned).collect(),
        };
        pipeline.done()?;
        let mut symbols = Symbols::new();
        let network = Network::read(&file)?;
        let strings = Strings::load(&file, &mut symbols)?;
        let labels = network.tagger.as_ref().map_or(&[][..], |t| &t.labels);
        let mut tag = |label: &Label| {
            let tag = symbols.intern(&label.tag);
            let pos = Pos::parse(&label.pos);
            (tag, symbols.intern(&label.morph), pos)
        };
        let tags = labels.iter().map(&mut tag).collect();
        let marks = scare_labels(&network);
        let labels = network.parser.as_ref().map_or(&[][..], |p| &p.labels);
        let deps = labels.iter().map(|label| symbols.intern(label)).collect();
        let labels = network.names.as_ref().map_or(&[][..], |n| &n.labels);
        let names = labels.iter().map(|label| symbols.intern(label)).collect();
        Ok(Self {
            about,
            mending: mend::Labels::of(&symbols),
            symbols: Arc::new(symbols),
            strings,
            network,
            tags,
            deps,
            names,
            marks,
        })
    }

    /// What the model says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Reads a whole text, as spaCy would.
    pub fn read(&self, text: &str) -> Document {
        self.read_each(
            text,
            &[Span::new(0, text.len())],
            |_, _| {},
            |_, _| {},
            None,
            None,
        )
    }

    /// Reads parts of a text (paragraphs, titles) in their order, each by itself: no sentence,
    /// arc or name leaves its part, and there are no tokens outside the parts. Blanks within a line
    /// that spaCy takes for tokens (no-break spaces, doubled ones) are none here: pages are full of
    /// them, and the parser has hardly seen any. Trees are mended (`mend`), and verbs
    /// get back the silent "e" that spaCy's rules lose ("hoped" is no "hop").
    pub fn read_parts(&self, text: &str, parts: &[Span]) -> Document {
        self.read_each(
            text,
            parts,
            drop_blanks,
            silent_e::restore,
            self.mending,
            self.marks,
        )
    }

    /// Reads parts whose tokens `adapt` may change before the networks see them, and `restore` after;
    /// trees are mended and the marks around one word put back by these labels.
    fn read_each(
        &self,
        text: &str,
        parts: &[Span],
        adapt: fn(&str, &mut Vec<RawToken>),
        restore: fn(&str, &mut [Token]),
        mending: Option<mend::Labels>,
        marking: Option<scare::Labels>,
    ) -> Document {
        let texts: Vec<&str> = parts.iter().map(|part| part.slice(text)).collect();
        let raw: Vec<Vec<RawToken>> = texts
            .iter()
            .map(|text| {
                let mut tokens = Vec::new();
                self.strings.tokenize(text, &mut tokens);
                adapt(text, &mut tokens);
                tokens
            })
            .collect();
        let read = self.analyse(&texts, &raw, marking);

        let mut tokens = Vec::new();
        let mut names = Vec::new();
        for (i, (part, analysis)) in parts.iter().zip(&read).enumerate() {
            let first = tokens.len();
            self.add_names(first as u32, analysis, &mut names);
            let mut own = self.tokens(&raw[i], analysis);
            self.strings.annotate(texts[i], &self.symbols, &mut own);
            restore(texts[i], &mut own);
            if let Some(labels) = mending {
                let people = self.people(analysis);
                mend::mend(texts[i], &self.symbols, labels, &people, &mut own);
                self.strings.lemmatize(texts[i], &self.symbols, &mut own);
                restore(texts[i], &mut own);
            }
            tokens.extend(own.into_iter().map(|token| Token {
                span: token.span.shifted(part.start as usize),
                head: token.head + first as u32,
                ..token
            }));
        }
        Document::new(text.into(), self.symbols.clone(), tokens, names)
    }

    /// What the networks say of each text, which are shown no marks around one word if there are labels to put
    /// them back with.
    fn analyse(
        &self,
        texts: &[&str],
        raw: &[Vec<RawToken>],
        marking: Option<scare::Labels>,
    ) -> Vec<Analysis> {
        let marks: Vec<Vec<usize>> = texts
            .iter()
            .zip(raw)
            .map(|(text, tokens)| marking.map_or(Vec::new(), |_| scare::marks(text, tokens)))
            .collect();
        let shown: Vec<Cow<[RawToken]>> = raw.iter().zip(&marks).map(scare::without).collect();
        let parts = texts.iter().zip(&shown);
        let parts: Vec<Part> = parts.map(|(text, tokens)| Part { text, tokens }).collect();
        let mut read = self.network.run(&self.strings, &parts);
        if let Some(labels) = marking {
            for (analysis, marks) in read.iter_mut().zip(&marks).filter(|(_, m)| !m.is_empty()) {
                *analysis = scare::restore(analysis, marks, labels);
            }
        }
        read
    }

    /// The tokens of one part, with spans and heads that count from its start.
    fn tokens(&self, raw: &[RawToken], analysis: &Analysis) -> Vec<Token> {
        let tree = &analysis.tree;
        let token = |(i, raw): (usize, &RawToken)| {
            let label = analysis.tags.get(i).map(|tag| self.tags[*tag as usize]);
            let (tag, morph, pos) = label.unwrap_or_default();
            Token {
                span: raw.span,
                pos,
                tag,
                morph,
                dep: self
                    .deps
                    .get(tree.labels[i] as usize)
                    .copied()
                    .unwrap_or_default(),
                head: tree.heads[i],
                sent_start: tree.sent_start[i],
                lemma: "".into(),
            }
        };
        raw.iter().enumerate().map(token).collect()
    }

    /// The tokens of each name of a person in a part.
    fn people(&self, analysis: &Analysis) -> Vec<Range<usize>> {
        let is_person =
            |name: &&FoundName| self.symbols.get(self.names[name.label as usize]) == "PERSON";
        let tokens = |name: &FoundName| name.first as usize..name.end as usize;
        analysis
            .names
            .iter()
            .filter(is_person)
            .map(tokens)
            .collect()
    }

    fn add_names(&self, first: u32, analysis: &Analysis, names: &mut Vec<Name>) {
        names.extend(analysis.names.iter().map(|name| Name {
            first: first + name.first,
            end: first + name.end,
            label: self.names[name.label as usize],
            revision: None,
        }));
    }
}

/// How marks around one word are labelled, where the model has such labels.
fn scare_labels(network: &Network) -> Option<scare::Labels> {
    let tags = &network.tagger.as_ref()?.labels;
    let tag = |name: &str| Some(tags.iter().position(|l| l.tag == name)? as u16);
    let deps = &network.parser.as_ref()?.labels;
    Some(scare::Labels {
        tags: [tag("``")?, tag("''")?],
        punct: deps.iter().position(|l| l == "punct")? as u16,
    })
}

/// Takes blanks within a line out of the tokens; the token before is followed by a space then.
fn drop_blanks(text: &str, tokens: &mut Vec<RawToken>) {
    let is_blank = |token: &RawToken| {
        let word = token.span.slice(text);
        lex::is_space(word) && !word.contains(['\n', '\r', '\u{2028}', '\u{2029}'])
    };
    if tokens.iter().all(is_blank) {
        return;
    }
    for i in 1..tokens.len() {
        if is_blank(&tokens[i]) {
            tokens[i - 1].space_after = true;
        }
    }
    tokens.retain(|token| !is_blank(token));
}
