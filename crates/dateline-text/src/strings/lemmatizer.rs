//! spaCy's lemmatizer: suffix rules with exceptions and an index of known words, or one table.
//!
//! Reimplemented from `spacy/pipeline/lemmatizer.py` and `spacy/lang/en/lemmatizer.py` (spaCy 3.8;
//! MIT, Explosion).

use super::lex::{is_alpha, string_id};
use super::tables::{StringMap, WordList};
use crate::document::Pos;
use crate::model::{Decoder, Encoder, ModelError};
use std::borrow::Cow;

/// A lemmatizer's tables.
#[derive(Clone, Debug, PartialEq)]
pub enum Lemmatizer {
    /// One table from words to lemmas.
    Lookup(StringMap),
    /// Rules by part of speech.
    Rules {
        /// Whether English morphology tells words that are their own lemmas.
        english: bool,
        /// Tables by part of speech.
        tables: Vec<(Pos, PosTables)>,
    },
}

/// The tables of one part of speech.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PosTables {
    /// Suffixes and what takes their place, in order.
    pub rules: Vec<(String, String)>,
    /// Irregular words, sorted, with their lemmas.
    pub exceptions: Vec<(String, Vec<String>)>,
    /// Known base forms.
    pub index: WordList,
}

impl Lemmatizer {
    /// As bytes for the section `lemmatizer`.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Encoder::default();
        match self {
            Lemmatizer::Lookup(table) => {
                out.u8(0);
                table.encode(&mut out);
            }
            Lemmatizer::Rules { english, tables } => {
                out.u8(1);
                out.u8((*english).into());
                out.u32(tables.len() as u32);
                for (pos, tables) in tables {
                    out.str(pos.name());
                    tables.encode(&mut out);
                }
            }
        }
        out.finish()
    }

    /// From the section `lemmatizer`.
    pub(super) fn decode(mut section: Decoder<'_>) -> Result<Self, ModelError> {
        let lemmatizer = match section.u8()? {
            0 => Lemmatizer::Lookup(StringMap::decode(&mut section)?),
            1 => {
                let english = section.u8()? != 0;
                let count = section.u32()?;
                let tables = (0..count)
                    .map(|_| Ok((Pos::parse(section.str()?), PosTables::decode(&mut section)?)))
                    .collect::<Result<_, ModelError>>()?;
                Lemmatizer::Rules { english, tables }
            }
            _ => return Err(section.damaged()),
        };
        section.done()?;
        Ok(lemmatizer)
    }

    /// The lemma of a word: as it stands, in lower case, with its part of speech and features.
    pub(super) fn lemma<'w>(
        &'w self,
        orth: &'w str,
        lower: &'w str,
        pos: Pos,
        morph: &str,
    ) -> Cow<'w, str> {
        match self {
            Lemmatizer::Lookup(table) => table.get(string_id(orth)).unwrap_or(orth).into(),
            Lemmatizer::Rules { english, tables } => {
                if pos == Pos::Space || (*english && is_base_form(pos, morph)) {
                    return lower.into();
                }
                match tables.iter().find(|(p, _)| *p == pos) {
                    Some((_, tables)) => tables.lemma(orth, lower),
                    None if pos == Pos::Propn => orth.into(),
                    None => lower.into(),
                }
            }
        }
    }
}

impl PosTables {
    fn encode(&self, out: &mut Encoder) {
        out.u32(self.rules.len() as u32);
        for (suffix, replacement) in &self.rules {
            out.str(suffix);
            out.str(replacement);
        }
        out.u32(self.exceptions.len() as u32);
        for (word, lemmas) in &self.exceptions {
            out.str(word);
            out.strs(lemmas);
        }
        self.index.encode(out);
    }

    fn decode(section: &mut Decoder<'_>) -> Result<Self, ModelError> {
        let mut tables = PosTables::default();
        for _ in 0..section.u32()? {
            let rule = (section.str()?.to_owned(), section.str()?.to_owned());
            tables.rules.push(rule);
        }
        for _ in 0..section.u32()? {
            let word = section.str()?.to_owned();
            let lemmas = section.strs()?.into_iter().map(str::to_owned).collect();
            tables.exceptions.push((word, lemmas));
        }
        tables.index = WordList::decode(section)?;
        Ok(tables)
    }

    /// The preferred lemma: an exception, else a form in the index, else one with a character
    /// that is no letter, else any that a rule makes, else the word.
    fn lemma<'w>(&'w self, orth: &'w str, lower: &str) -> Cow<'w, str> {
        let mut known: Vec<String> = Vec::new();
        let mut unknown = None;
        for (suffix, replacement) in &self.rules {
            let Some(stem) = lower.strip_suffix(suffix.as_str()) else {
                continue;
            };
            let form = format!("{stem}{replacement}");
            if form.is_empty() {
                continue;
            } else if self.index.contains(&form) {
                known.insert(0, form);
            } else if !form.chars().all(is_alpha) {
                known.push(form);
            } else if unknown.is_none() {
                unknown = Some(form);
            }
        }
        // An exception goes before all forms, unless a rule makes it as well.
        let exceptions = self.exceptions(lower);
        let exception = exceptions.iter().rev().find(|form| !known.contains(form));
        match (exception, known.into_iter().next(), unknown) {
            (Some(form), _, _) => form.as_str().into(),
            (None, Some(form), _) | (None, None, Some(form)) => form.into(),
            (None, None, None) => orth.into(),
        }
    }

    fn exceptions(&self, word: &str) -> &[String] {
        match self
            .exceptions
            .binary_search_by(|(w, _)| w.as_str().cmp(word))
        {
            Ok(i) => &self.exceptions[i].1,
            Err(_) => &[],
        }
    }
}

/// Whether the features say that an English word is its own lemma.
fn is_base_form(pos: Pos, morph: &str) -> bool {
    let is = |name: &str, value: &str| feature(morph, name) == Some(value);
    match pos {
        Pos::Noun if is("Number", "Sing") => true,
        Pos::Verb
            if is("VerbForm", "Fin")
                && is("Tense", "Pres")
                && feature(morph, "Number").is_none() =>
        {
            true
        }
        _ => is("VerbForm", "Inf") || is("VerbForm", "None") || is("Degree", "Pos"),
    }
}

/// The value of a feature in a list such as `Number=Sing|Person=3`.
fn feature<'m>(morph: &'m str, name: &str) -> Option<&'m str> {
    morph
        .split('|')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nouns() -> Lemmatizer {
        let own = |s: &str| s.to_owned();
        let tables = PosTables {
            rules: vec![
                (own("s"), own("")),
                (own("ses"), own("s")),
                (own("ies"), own("y")),
            ],
            exceptions: vec![(own("geese"), vec![own("goose")])],
            index: WordList::new(vec!["bus".into(), "city".into(), "goose".into()]),
        };
        Lemmatizer::Rules {
            english: true,
            tables: vec![(Pos::Noun, tables)],
        }
    }

    fn plural(word: &str) -> String {
        let lower = word.to_lowercase();
        let lemmatizer = nouns();
        let lemma = lemmatizer.lemma(word, &lower, Pos::Noun, "Number=Plur");
        lemma.into_owned()
    }

    #[test]
    fn rules_prefer_the_index_and_exceptions() {
        assert_eq!(plural("Geese"), "goose");
        assert_eq!(plural("buses"), "bus");
        assert_eq!(plural("cities"), "city");
        assert_eq!(plural("Rockets"), "rocket", "a word that is not known");
        assert_eq!(plural("T-72s"), "t-72", "a form with other characters");
        assert_eq!(plural("Media"), "Media", "nothing applies");
    }

    #[test]
    fn features_decide_before_rules() {
        let lemmatizer = nouns();
        let lemma = |pos, morph| lemmatizer.lemma("News", "news", pos, morph);
        assert_eq!(lemma(Pos::Noun, "Number=Sing"), "news");
        assert_eq!(lemma(Pos::Propn, "Number=Sing"), "News");
        assert_eq!(lemma(Pos::Adv, ""), "news");
        assert!(is_base_form(Pos::Verb, "Tense=Pres|VerbForm=Fin"));
        assert!(!is_base_form(
            Pos::Verb,
            "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
        ));
    }

    #[test]
    fn tables_come_back_from_their_bytes() {
        for lemmatizer in [
            nouns(),
            Lemmatizer::Lookup(StringMap::new(vec![(
                string_id("casas"),
                "casa".to_owned(),
            )])),
        ] {
            let bytes = lemmatizer.encode();
            let decoded = Lemmatizer::decode(Decoder::new("lemmatizer", &bytes));
            assert_eq!(decoded.unwrap(), lemmatizer);
        }
    }
}
