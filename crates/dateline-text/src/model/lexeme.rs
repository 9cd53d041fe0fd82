//! The lexical attributes that the networks embed, as the numbers by which spaCy knows them.

use super::{Decoder, ModelError, ModelFile};
use crate::strings::{RawToken, Strings, lex};

/// A lexical attribute that an embedding table is keyed by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attribute {
    /// The word as it stands.
    Orth,
    /// The word in lower case.
    Lower,
    /// A spelling shared by variants: tables of the model, else lower case.
    Norm,
    /// First character.
    Prefix,
    /// Last three characters.
    Suffix,
    /// Pattern of letters and digits.
    Shape,
    /// Whether a space follows.
    Spacy,
    /// Whether it is white space.
    IsSpace,
}

impl Attribute {
    /// All of them, with spaCy's names.
    const ALL: [(Attribute, &'static str); 8] = [
        (Attribute::Orth, "ORTH"),
        (Attribute::Lower, "LOWER"),
        (Attribute::Norm, "NORM"),
        (Attribute::Prefix, "PREFIX"),
        (Attribute::Suffix, "SUFFIX"),
        (Attribute::Shape, "SHAPE"),
        (Attribute::Spacy, "SPACY"),
        (Attribute::IsSpace, "IS_SPACE"),
    ];

    /// From spaCy's name.
    pub fn parse(name: &str) -> Result<Self, ModelError> {
        Self::ALL
            .iter()
            .find(|(_, n)| *n == name)
            .map(|(attribute, _)| *attribute)
            .ok_or_else(|| ModelError::Unsupported(format!("attribute {name}")))
    }
}

/// The attributes of a word.
pub struct Lexeme([u64; Attribute::ALL.len()]);

impl Lexeme {
    /// The number of one attribute.
    pub fn get(&self, attribute: Attribute) -> u64 {
        self.0[attribute as usize]
    }
}

/// The attributes of a token of `text`.
pub fn lexeme(strings: &Strings, text: &str, token: &RawToken) -> Lexeme {
    let word = token.span.slice(text);
    let mut ids = [0; Attribute::ALL.len()];
    ids[Attribute::Orth as usize] = lex::string_id(word);
    ids[Attribute::Lower as usize] = lex::string_id(&word.to_lowercase());
    ids[Attribute::Norm as usize] = lex::string_id(&strings.norm(token, text));
    ids[Attribute::Prefix as usize] = lex::string_id(lex::prefix(word));
    ids[Attribute::Suffix as usize] = lex::string_id(lex::suffix(word));
    ids[Attribute::Shape as usize] = lex::string_id(&lex::shape(word));
    ids[Attribute::Spacy as usize] = u64::from(token.space_after);
    ids[Attribute::IsSpace as usize] = u64::from(lex::is_space(word));
    Lexeme(ids)
}

/// Which row of a table of static vectors belongs to a word.
#[derive(Default)]
pub struct VectorRows {
    /// Ids of the words, ascending; and the row of each.
    keys: Vec<u64>,
    rows: Vec<u32>,
}

impl VectorRows {
    /// Reads the section `vectors`, which a model may lack: u32 count, ids, rows.
    pub fn read(file: &ModelFile) -> Result<Self, ModelError> {
        let Some(section) = file.section("vectors") else {
            return Ok(Self::default());
        };
        let mut section = Decoder::new("vectors", section);
        let count = section.u32()? as usize;
        let keys = section.u64s(count)?;
        let rows = section.u32s(count)?;
        if !keys.is_sorted() {
            return Err(section.damaged());
        }
        section.done()?;
        Ok(Self { keys, rows })
    }

    /// The row of a word.
    pub fn row(&self, lexeme: &Lexeme) -> Option<usize> {
        let at = self.keys.binary_search(&lexeme.get(Attribute::Orth)).ok()?;
        Some(self.rows[at] as usize)
    }

    /// How many rows a table must have.
    pub fn needed(&self) -> usize {
        self.rows.iter().max().map_or(0, |row| *row as usize + 1)
    }
}
