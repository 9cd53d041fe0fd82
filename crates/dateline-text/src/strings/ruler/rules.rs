//! What an attribute ruler is made of, and its section of the model file.

use crate::model::{Decoder, Encoder, ModelError};

/// One rule: where one of its patterns matches, a token gets attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    /// Alternatives, each a list of tests for as many consecutive tokens.
    pub patterns: Vec<Vec<Vec<Test>>>,
    /// Which of the matched tokens; negative numbers count from the last.
    pub index: i32,
    /// Attributes to set, with their values.
    pub set: Vec<(Attribute, String)>,
}

/// A test of one attribute of a token.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// What is tested.
    pub attribute: Attribute,
    /// What it must be.
    pub condition: Condition,
}

/// What a rule may test or set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Attribute {
    /// The token as it stands.
    Orth,
    /// In lower case.
    Lower,
    /// Fine tag.
    Tag,
    /// Universal part of speech.
    Pos,
    /// Dependency label.
    Dep,
    /// Whether it is white space.
    IsSpace,
    /// Morphological features.
    Morph,
    /// Lemma.
    Lemma,
}

impl Attribute {
    /// With spaCy's names.
    const ALL: [(Attribute, &'static str); 8] = [
        (Attribute::Orth, "ORTH"),
        (Attribute::Lower, "LOWER"),
        (Attribute::Tag, "TAG"),
        (Attribute::Pos, "POS"),
        (Attribute::Dep, "DEP"),
        (Attribute::IsSpace, "IS_SPACE"),
        (Attribute::Morph, "MORPH"),
        (Attribute::Lemma, "LEMMA"),
    ];

    /// From spaCy's name.
    pub fn parse(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, n)| *n == name);
        found.map(|(attribute, _)| *attribute)
    }

    fn decode(section: &mut Decoder<'_>) -> Result<Self, ModelError> {
        let code = section.u8()?;
        let found = Self::ALL.iter().find(|(a, _)| *a as u8 == code);
        found.map(|(a, _)| *a).ok_or(section.damaged())
    }
}

/// What an attribute must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// One of these.
    In(Vec<String>),
    /// None of these.
    NotIn(Vec<String>),
    /// Something that this Python regular expression finds a match in.
    Regex(String),
    /// True or false.
    Is(bool),
}

/// Rules as bytes for the section `ruler`.
pub fn encode(rules: &[Rule]) -> Vec<u8> {
    let mut out = Encoder::default();
    out.u32(rules.len() as u32);
    for rule in rules {
        out.u32(rule.patterns.len() as u32);
        for pattern in &rule.patterns {
            out.u32(pattern.len() as u32);
            for tests in pattern {
                out.u32(tests.len() as u32);
                tests.iter().for_each(|test| test.encode(&mut out));
            }
        }
        out.u32(rule.index as u32);
        out.u32(rule.set.len() as u32);
        for (attribute, value) in &rule.set {
            out.u8(*attribute as u8);
            out.str(value);
        }
    }
    out.finish()
}

/// Rules from the section `ruler`.
pub(super) fn decode(mut section: Decoder<'_>) -> Result<Vec<Rule>, ModelError> {
    let section_ref = &mut section;
    let rules = list(section_ref, |s| {
        Ok(Rule {
            patterns: list(s, |s| list(s, |s| list(s, Test::decode)))?,
            index: s.u32()? as i32,
            set: list(s, |s| Ok((Attribute::decode(s)?, s.str()?.to_owned())))?,
        })
    })?;
    section.done()?;
    Ok(rules)
}

fn list<T>(
    section: &mut Decoder<'_>,
    item: impl Fn(&mut Decoder<'_>) -> Result<T, ModelError>,
) -> Result<Vec<T>, ModelError> {
    let count = section.u32()?;
    (0..count).map(|_| item(section)).collect()
}

impl Test {
    fn encode(&self, out: &mut Encoder) {
        out.u8(self.attribute as u8);
        match &self.condition {
            Condition::In(values) => {
                out.u8(0);
                out.strs(values);
            }
            Condition::NotIn(values) => {
                out.u8(1);
                out.strs(values);
            }
            Condition::Regex(pattern) => {
                out.u8(2);
                out.str(pattern);
            }
            Condition::Is(value) => {
                out.u8(3);
                out.u8((*value).into());
            }
        }
    }

    fn decode(section: &mut Decoder<'_>) -> Result<Self, ModelError> {
        let attribute = Attribute::decode(section)?;
        let values = |section: &mut Decoder<'_>| -> Result<Vec<String>, ModelError> {
            Ok(section.strs()?.into_iter().map(str::to_owned).collect())
        };
        let condition = match section.u8()? {
            0 => Condition::In(values(section)?),
            1 => Condition::NotIn(values(section)?),
            2 => Condition::Regex(section.str()?.to_owned()),
            3 => Condition::Is(section.u8()? != 0),
            _ => return Err(section.damaged()),
        };
        Ok(Test {
            attribute,
            condition,
        })
    }
}
