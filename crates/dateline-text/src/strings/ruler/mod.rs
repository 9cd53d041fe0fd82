//! spaCy's attribute ruler: part of speech, morphology and some lemmas from tag, word and
//! dependency.
//!
//! All rules look at the tokens as they were before; where several set the same attribute of a
//! token, the last rule in order wins. Reimplemented from `spacy/pipeline/attributeruler.py`
//! (spaCy 3.8; MIT, Explosion), without quantifiers in patterns.

mod rules;

pub use rules::{Attribute, Condition, Rule, Test, encode};

use super::Words;
use super::lex::is_space;
use super::pattern::{Pattern, PatternError};
use crate::document::{Pos, Sym, Symbols, Token};
use crate::model::{Decoder, ModelError};
use std::collections::HashMap;

/// Why rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// A regular expression is at fault.
    #[error(transparent)]
    Pattern(#[from] PatternError),
    /// Something that spaCy allows and this ruler does not.
    #[error("the attribute ruler does not support {0}")]
    Unsupported(&'static str),
}

/// Compiled rules.
pub struct Ruler {
    rules: Vec<CompiledRule>,
    /// Patterns whose first token must be this word (lower case), have this tag, this label.
    by_lower: HashMap<Box<str>, Vec<PatternId>>,
    by_tag: HashMap<Sym, Vec<PatternId>>,
    by_dep: HashMap<Sym, Vec<PatternId>>,
    /// Patterns that begin with white space, and all others.
    by_space: Vec<PatternId>,
    others: Vec<PatternId>,
}

/// Rule, and which of its patterns.
type PatternId = (u32, u32);

struct CompiledRule {
    patterns: Vec<Vec<Vec<CompiledTest>>>,
    index: i32,
    set: Vec<Change>,
}

enum CompiledTest {
    Tag(Vec<Sym>, bool),
    Dep(Vec<Sym>, bool),
    Pos(Vec<Pos>, bool),
    Word(Form, Vec<Box<str>>, bool),
    Regex(Form, Pattern),
    Space(bool),
}

/// Which form of a word is tested.
#[derive(Clone, Copy)]
enum Form {
    Orth,
    Lower,
}

enum Change {
    Tag(Sym),
    Pos(Pos),
    Dep(Sym),
    Morph(Sym),
    Lemma(Box<str>),
}

impl Ruler {
    /// Reads the section `ruler`.
    pub(super) fn load(section: Decoder<'_>, symbols: &mut Symbols) -> Result<Self, ModelError> {
        let rules = rules::decode(section)?;
        Self::new(&rules, symbols).map_err(|_| ModelError::Damaged("ruler"))
    }

    /// Compiles rules; tags, labels and features are added to `symbols`.
    pub fn new(rules: &[Rule], symbols: &mut Symbols) -> Result<Self, RuleError> {
        let mut ruler = Ruler {
            rules: Vec::new(),
            by_lower: HashMap::new(),
            by_tag: HashMap::new(),
            by_dep: HashMap::new(),
            by_space: Vec::new(),
            others: Vec::new(),
        };
        for (r, rule) in rules.iter().enumerate() {
            let compiled = CompiledRule::new(rule, symbols)?;
            for (p, pattern) in compiled.patterns.iter().enumerate() {
                let first = pattern.first();
                let first = first.ok_or(RuleError::Unsupported("an empty pattern"))?;
                ruler.index(first, (r as u32, p as u32));
            }
            ruler.rules.push(compiled);
        }
        Ok(ruler)
    }

    /// Files a pattern under the most telling test of its first token.
    fn index(&mut self, tests: &[CompiledTest], id: PatternId) {
        let lower = tests.iter().find_map(|test| match test {
            CompiledTest::Word(Form::Lower, words, false) => Some(words),
            _ => None,
        });
        let syms = tests.iter().find_map(|test| match test {
            CompiledTest::Tag(tags, false) => Some((true, tags)),
            CompiledTest::Dep(labels, false) => Some((false, labels)),
            _ => None,
        });
        if let Some(words) = lower {
            for word in words {
                self.by_lower.entry(word.clone()).or_default().push(id);
            }
        } else if let Some((is_tag, syms)) = syms {
            let table = if is_tag {
                &mut self.by_tag
            } else {
                &mut self.by_dep
            };
            for sym in syms {
                table.entry(*sym).or_default().push(id);
            }
        } else if tests.iter().any(|t| matches!(t, CompiledTest::Space(true))) {
            self.by_space.push(id);
        } else {
            self.others.push(id);
        }
    }

    /// Applies the rules to the tokens of a text.
    pub(super) fn apply(&self, words: &Words<'_>, tokens: &mut [Token]) {
        let mut hits = Vec::with_capacity(2 * tokens.len());
        for start in 0..tokens.len() {
            let token = &tokens[start];
            let by_lower = self.by_lower.get(words.lower(start));
            let by_tag = self.by_tag.get(&token.tag);
            let by_dep = self.by_dep.get(&token.dep);
            let by_space = is_space(words.orth(start)).then_some(&self.by_space);
            let candidates = [by_lower, by_tag, by_dep, by_space, Some(&self.others)];
            for (rule, pattern) in candidates.into_iter().flatten().flatten() {
                let compiled = &self.rules[*rule as usize];
                let tests = &compiled.patterns[*pattern as usize];
                if matches(tests, words, tokens, start) {
                    hits.extend(compiled.target(start, tests.len()).map(|t| (*rule, t)));
                }
            }
        }
        hits.sort_unstable();
        for (rule, target) in hits {
            for change in &self.rules[rule as usize].set {
                change.make(&mut tokens[target]);
            }
        }
    }
}

fn matches(tests: &[Vec<CompiledTest>], words: &Words<'_>, tokens: &[Token], start: usize) -> bool {
    start + tests.len() <= tokens.len()
        && tests.iter().enumerate().all(|(k, tests)| {
            let i = start + k;
            tests.iter().all(|test| test.holds(words, i, &tokens[i]))
        })
}

impl CompiledRule {
    fn new(rule: &Rule, symbols: &mut Symbols) -> Result<Self, RuleError> {
        let mut patterns = Vec::new();
        for pattern in &rule.patterns {
            let mut compiled = Vec::new();
            for tests in pattern {
                let tests = tests.iter().map(|t| CompiledTest::new(t, symbols));
                compiled.push(tests.collect::<Result<Vec<_>, _>>()?);
            }
            patterns.push(compiled);
        }
        let set = rule.set.iter().map(|(attribute, value)| match attribute {
            Attribute::Tag => Ok(Change::Tag(symbols.intern(value))),
            Attribute::Pos => Ok(Change::Pos(Pos::parse(value))),
            Attribute::Dep => Ok(Change::Dep(symbols.intern(value))),
            Attribute::Morph if value == "_" => Ok(Change::Morph(Sym::default())),
            Attribute::Morph => Ok(Change::Morph(symbols.intern(value))),
            Attribute::Lemma => Ok(Change::Lemma(value.as_str().into())),
            _ => Err(RuleError::Unsupported("setting this attribute")),
        });
        Ok(Self {
            patterns,
            index: rule.index,
            set: set.collect::<Result<_, _>>()?,
        })
    }

    /// The token to change when `len` tokens from `start` on matched.
    fn target(&self, start: usize, len: usize) -> Option<usize> {
        let index = usize::try_from(self.index).ok();
        let index = index.or_else(|| len.checked_sub(self.index.unsigned_abs() as usize));
        index.filter(|i| *i < len).map(|i| start + i)
    }
}

impl CompiledTest {
    fn new(test: &Test, symbols: &mut Symbols) -> Result<Self, RuleError> {
        let form = match test.attribute {
            Attribute::Orth => Some(Form::Orth),
            Attribute::Lower => Some(Form::Lower),
            _ => None,
        };
        let (values, negated) = match (&test.condition, form) {
            (Condition::In(values), _) => (values, false),
            (Condition::NotIn(values), _) => (values, true),
            (Condition::Regex(pattern), Some(form)) => {
                return Ok(CompiledTest::Regex(form, Pattern::new(pattern)?));
            }
            (Condition::Is(value), _) if test.attribute == Attribute::IsSpace => {
                return Ok(CompiledTest::Space(*value));
            }
            _ => return Err(RuleError::Unsupported("such a condition")),
        };
        let mut syms = || values.iter().map(|v| symbols.intern(v)).collect();
        Ok(match (test.attribute, form) {
            (Attribute::Tag, _) => CompiledTest::Tag(syms(), negated),
            (Attribute::Dep, _) => CompiledTest::Dep(syms(), negated),
            (Attribute::Pos, _) => {
                // A name that is none of the universal tags (`EOL`) is never met.
                let known = Pos::ALL
                    .iter()
                    .filter(|(_, name)| values.iter().any(|v| v == name));
                CompiledTest::Pos(known.map(|(pos, _)| *pos).collect(), negated)
            }
            (_, Some(form)) => {
                let words = values.iter().map(|v| v.as_str().into()).collect();
                CompiledTest::Word(form, words, negated)
            }
            _ => return Err(RuleError::Unsupported("testing this attribute")),
        })
    }

    fn holds(&self, words: &Words<'_>, i: usize, token: &Token) -> bool {
        match self {
            CompiledTest::Tag(tags, negated) => tags.contains(&token.tag) != *negated,
            CompiledTest::Dep(labels, negated) => labels.contains(&token.dep) != *negated,
            CompiledTest::Pos(tags, negated) => tags.contains(&token.pos) != *negated,
            CompiledTest::Word(form, list, negated) => {
                let word = words.form(*form, i);
                list.iter().any(|w| **w == *word) != *negated
            }
            CompiledTest::Regex(form, pattern) => pattern.find(words.form(*form, i)).is_some(),
            CompiledTest::Space(value) => is_space(words.orth(i)) == *value,
        }
    }
}

impl Words<'_> {
    fn form(&self, form: Form, i: usize) -> &str {
        match form {
            Form::Orth => self.orth(i),
            Form::Lower => self.lower(i),
        }
    }
}

impl Change {
    fn make(&self, token: &mut Token) {
        match self {
            Change::Tag(tag) => token.tag = *tag,
            Change::Pos(pos) => token.pos = *pos,
            Change::Dep(label) => token.dep = *label,
            Change::Morph(features) => token.morph = *features,
            Change::Lemma(lemma) => token.lemma = lemma.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_span::Span;

    fn is(attribute: Attribute, values: &[&str]) -> Test {
        let values = values.iter().map(|v| v.to_string()).collect();
        let condition = Condition::In(values);
        Test {
            attribute,
            condition,
        }
    }

    fn rule(pattern: Vec<Vec<Test>>, index: i32, attribute: Attribute, value: &str) -> Rule {
        Rule {
            patterns: vec![pattern],
            index,
            set: vec![(attribute, value.to_owned())],
        }
    }

    fn rules() -> Vec<Rule> {
        use Attribute::*;
        let regex = |attribute, pattern: &str| Test {
            attribute,
            condition: Condition::Regex(pattern.to_owned()),
        };
        let not_in = |attribute, value: &str| Test {
            attribute,
            condition: Condition::NotIn(vec![value.to_owned()]),
        };
        let space = Test {
            attribute: IsSpace,
            condition: Condition::Is(true),
        };
        vec![
            rule(vec![vec![is(Tag, &["VBD"])]], 0, Pos, "VERB"),
            rule(vec![vec![is(Tag, &["VBD"])]], 0, Morph, "Tense=Past"),
            rule(vec![vec![is(Lower, &["was", "were"])]], 0, Lemma, "be"),
            rule(
                vec![vec![is(Dep, &["aux"]), not_in(Tag, "TO")]],
                0,
                Pos,
                "AUX",
            ),
            rule(
                vec![vec![is(Lower, &["let"])], vec![regex(Lower, "^['’]s$")]],
                -1,
                Lemma,
                "us",
            ),
            rule(vec![vec![space]], 0, Tag, "_SP"),
            rule(vec![vec![is(Pos, &["EOL"])]], 0, Morph, "Bad=Yes"),
        ]
    }

    /// Words with tag and label, after the rules: tag, part of speech, features, lemma.
    fn applied(words: &[(&str, &str, &str)]) -> Vec<[String; 4]> {
        let mut symbols = Symbols::new();
        let ruler = Ruler::new(&rules(), &mut symbols).unwrap();
        let text: String = words.iter().map(|(word, ..)| *word).collect();
        let mut end = 0;
        let mut tokens = Vec::new();
        for (word, tag, dep) in words {
            let start = end;
            end += word.len();
            tokens.push(Token {
                span: Span::new(start, end),
                pos: Pos::X,
                tag: symbols.intern(tag),
                morph: Sym::default(),
                dep: symbols.intern(dep),
                head: 0,
                sent_start: false,
                lemma: "".into(),
            });
        }
        ruler.apply(&Words::new(&text, &tokens), &mut tokens);
        let fields = |t: &Token| {
            let (tag, morph) = (symbols.get(t.tag), symbols.get(t.morph));
            [tag, t.pos.name(), morph, &t.lemma].map(str::to_owned)
        };
        tokens.iter().map(fields).collect()
    }

    #[test]
    fn later_rules_win_and_attributes_add_up() {
        let tokens = applied(&[("Were", "VBD", "aux"), ("shelled", "VBD", "ROOT")]);
        assert_eq!(tokens[0], ["VBD", "AUX", "Tense=Past", "be"]);
        assert_eq!(tokens[1], ["VBD", "VERB", "Tense=Past", ""]);
        assert_eq!(applied(&[("to", "TO", "aux")])[0][1], "X");
    }

    #[test]
    fn a_pattern_may_span_tokens() {
        assert_eq!(applied(&[("Let", "VB", ""), ("’s", "PRP", "")])[1][3], "us");
        assert_eq!(applied(&[("Let", "VB", ""), ("it", "PRP", "")])[1][3], "");
        assert_eq!(
            applied(&[("let", "VB", "")])[0][3],
            "",
            "the text ends too early"
        );
    }

    #[test]
    fn white_space_is_tagged_and_unknown_names_match_nothing() {
        assert_eq!(applied(&[("\n", "NN", "")])[0], ["_SP", "X", "", ""]);
    }

    #[test]
    fn rules_come_back_from_their_bytes() {
        let bytes = encode(&rules());
        assert_eq!(
            rules::decode(Decoder::new("ruler", &bytes)).unwrap(),
            rules()
        );
    }

    #[test]
    fn what_is_not_supported_is_an_error() {
        let unsupported = [
            rule(
                vec![vec![is(Attribute::Lemma, &["be"])]],
                0,
                Attribute::Pos,
                "AUX",
            ),
            rule(
                vec![vec![is(Attribute::Tag, &["MD"])]],
                0,
                Attribute::Orth,
                "x",
            ),
            rule(vec![], 0, Attribute::Pos, "AUX"),
        ];
        for rule in unsupported {
            assert!(Ruler::new(&[rule], &mut Symbols::new()).is_err());
        }
    }
}
