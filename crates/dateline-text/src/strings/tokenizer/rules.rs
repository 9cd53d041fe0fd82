//! What a tokenizer is made of, and its section of the model file.

use crate::model::{Decoder, Encoder, ModelError};

/// A tokenizer's patterns and special cases, as a spaCy package has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TokenizerRules {
    /// What is split off the start of a chunk (Python regular expression, as all here).
    pub prefix: Option<String>,
    /// What is split off its end.
    pub suffix: Option<String>,
    /// What its inside is split at.
    pub infix: Option<String>,
    /// What is kept whole, affixes and all.
    pub token_match: Option<String>,
    /// What is kept whole once the affixes are off.
    pub url_match: Option<String>,
    /// Whether special cases are sought again after splitting only if they hold affixes or
    /// spaces themselves.
    pub faster_heuristics: bool,
    /// Chunks with a tokenization of their own.
    pub special_cases: Vec<SpecialCase>,
}

/// A string whose tokenization is given.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecialCase {
    /// The whole string.
    pub text: String,
    /// Its tokens, which make up `text` together: each with its norm if that is given too.
    pub tokens: Vec<(String, Option<String>)>,
}

impl TokenizerRules {
    /// As bytes for the section `tokenizer`.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Encoder::default();
        for pattern in [
            &self.prefix,
            &self.suffix,
            &self.infix,
            &self.token_match,
            &self.url_match,
        ] {
            encode_optional(&mut out, pattern.as_deref());
        }
        out.u8(self.faster_heuristics.into());
        out.u32(self.special_cases.len() as u32);
        for case in &self.special_cases {
            out.str(&case.text);
            out.u32(case.tokens.len() as u32);
            for (text, norm) in &case.tokens {
                out.str(text);
                encode_optional(&mut out, norm.as_deref());
            }
        }
        out.finish()
    }

    /// From the section `tokenizer`.
    pub fn decode(mut section: Decoder<'_>) -> Result<Self, ModelError> {
        let mut rules = TokenizerRules {
            prefix: decode_optional(&mut section)?,
            suffix: decode_optional(&mut section)?,
            infix: decode_optional(&mut section)?,
            token_match: decode_optional(&mut section)?,
            url_match: decode_optional(&mut section)?,
            faster_heuristics: section.u8()? != 0,
            special_cases: Vec::new(),
        };
        for _ in 0..section.u32()? {
            let text = section.str()?.to_owned();
            let count = section.u32()?;
            let tokens = (0..count)
                .map(|_| Ok((section.str()?.to_owned(), decode_optional(&mut section)?)))
                .collect::<Result<_, ModelError>>()?;
            rules.special_cases.push(SpecialCase { text, tokens });
        }
        section.done()?;
        Ok(rules)
    }
}

fn encode_optional(out: &mut Encoder, text: Option<&str>) {
    out.u8(text.is_some().into());
    out.str(text.unwrap_or(""));
}

fn decode_optional(section: &mut Decoder<'_>) -> Result<Option<String>, ModelError> {
    let present = section.u8()? != 0;
    let text = section.str()?;
    Ok(present.then(|| text.to_owned()))
}
