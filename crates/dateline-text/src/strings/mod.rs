//! The string side of a spaCy pipeline: what it does without a network.
//!
//! [`Strings`] holds the tokenizer, the norms, the attribute ruler and the lemmatizer of a model.
//! The networks stand between its two halves: [`Strings::tokenize`] and [`Strings::norm`] give
//! them their words, [`Strings::annotate`] turns their tags and labels into parts of speech,
//! morphology and lemmas. All of it is spaCy's own behaviour, measured against spaCy.

mod lemmatizer;
pub mod lex;
mod pattern;
mod ruler;
mod symbols;
mod tables;
mod tokenizer;

pub use lemmatizer::{Lemmatizer, PosTables};
pub use pattern::{Pattern, PatternError};
pub use ruler::{Attribute, Condition, Rule, RuleError, Ruler, Test, encode as encode_rules};
pub use tables::{StringMap, WordList};
pub use tokenizer::{NormId, RawToken, SpecialCase, Tokenizer, TokenizerRules};

use crate::document::{Symbols, Token};
use crate::model::{ModelError, ModelFile};
use std::borrow::Cow;

/// The string tables of a model.
pub struct Strings {
    tokenizer: Tokenizer,
    norms: StringMap,
    ruler: Option<Ruler>,
    lemmatizer: Option<Lemmatizer>,
}

impl Strings {
    /// Reads the sections `tokenizer`, `norms` and, where the pipeline has these parts, `ruler`
    /// and `lemmatizer`. Tags, labels and features that rules speak of are added to `symbols`.
    pub fn load(file: &ModelFile<'_>, symbols: &mut Symbols) -> Result<Self, ModelError> {
        let rules = TokenizerRules::decode(file.decoder("tokenizer")?)?;
        let tokenizer = Tokenizer::new(&rules).map_err(|_| ModelError::Damaged("tokenizer"))?;
        let mut norms = file.decoder("norms")?;
        let optional = |name: &'static str| file.section(name).map(|_| file.decoder(name));
        Ok(Self {
            tokenizer,
            norms: StringMap::decode(&mut norms)?,
            ruler: optional("ruler")
                .map(|section| Ruler::load(section?, symbols))
                .transpose()?,
            lemmatizer: optional("lemmatizer")
                .map(|section| Lemmatizer::decode(section?))
                .transpose()?,
        })
    }

    /// Puts the tokens of `text` into `tokens`, in place of what was there.
    pub fn tokenize(&self, text: &str, tokens: &mut Vec<RawToken>) {
        self.tokenizer.tokenize(text, tokens);
    }

    /// The norm of a token: the one that a special case gave it, else the model's for the word,
    /// else spaCy's for any language, else the word in lower case.
    pub fn norm<'s>(&'s self, token: &RawToken, text: &'s str) -> Cow<'s, str> {
        if let Some(norm) = token.norm {
            return self.tokenizer.norm(norm).into();
        }
        let word = token.span.slice(text);
        match self
            .norms
            .get(lex::string_id(word))
            .or(lex::base_norm(word))
        {
            Some(norm) => norm.into(),
            None => lower(word),
        }
    }

    /// Fills in part of speech, morphology and lemma from the tags and labels of the networks.
    /// A lemma that is not empty is kept; without a lemmatizer it is the word in lower case. White
    /// space gets tag `_SP` and label `dep`, where the model's rules say so.
    pub fn annotate(&self, text: &str, symbols: &Symbols, tokens: &mut [Token]) {
        let words = Words::new(text, tokens);
        if let Some(ruler) = &self.ruler {
            ruler.apply(&words, tokens);
        }
        self.add_lemmas(&words, symbols, tokens);
    }

    /// Gives lemmas to the tokens that have none, by their part of speech.
    pub fn lemmatize(&self, text: &str, symbols: &Symbols, tokens: &mut [Token]) {
        if tokens.iter().any(|token| token.lemma.is_empty()) {
            self.add_lemmas(&Words::new(text, tokens), symbols, tokens);
        }
    }

    fn add_lemmas(&self, words: &Words<'_>, symbols: &Symbols, tokens: &mut [Token]) {
        for (i, token) in tokens.iter_mut().enumerate() {
            if !token.lemma.is_empty() {
                continue;
            }
            let (orth, lower) = (words.orth(i), words.lower(i));
            token.lemma = match &self.lemmatizer {
                Some(lemmatizer) => {
                    let morph = symbols.get(token.morph);
                    lemmatizer.lemma(orth, lower, token.pos, morph).into()
                }
                None => lower.into(),
            };
        }
    }
}

/// The words of a text's tokens, as they stand and in lower case.
struct Words<'t> {
    forms: Vec<(&'t str, Cow<'t, str>)>,
}

impl<'t> Words<'t> {
    fn new(text: &'t str, tokens: &[Token]) -> Self {
        let words = tokens.iter().map(|token| token.span.slice(text));
        Self {
            forms: words.map(|word| (word, lower(word))).collect(),
        }
    }

    fn orth(&self, i: usize) -> &'t str {
        self.forms[i].0
    }

    fn lower(&self, i: usize) -> &str {
        &self.forms[i].1
    }
}

/// A word in lower case; most words are so already.
fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
    if word.bytes().all(is_lower) {
        word.into()
    } else {
        word.to_lowercase().into()
    }
}
