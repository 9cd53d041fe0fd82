//! The string side of a spaCy package as sections of a model file: `tokenizer`, `norms`, and
//! `ruler` and `lemmatizer` where the pipeline has them.

use crate::package::Package;
use anyhow::{Context, Result, bail, ensure};
use dateline_text::model::Encoder;
use dateline_text::strings::lex::string_id;
use dateline_text::strings::{
    Attribute, Condition, Lemmatizer, PosTables, Rule, Ruler, SpecialCase, StringMap, Test,
    Tokenizer, TokenizerRules, WordList, encode_rules,
};
use dateline_text::{Pos, Symbols};
use rmpv::Value;

/// Sections of the tokenizer, attribute ruler and lemmatizer. What the reader could not use is an
/// error here already.
pub fn sections(package: &Package) -> Result<Vec<(String, Vec<u8>)>> {
    let rules = tokenizer(package).context("tokenizer")?;
    Tokenizer::new(&rules).context("tokenizer")?;
    let mut sections = vec![
        ("tokenizer".to_owned(), rules.encode()),
        ("norms".to_owned(), norms(package)?),
    ];
    let pipes = package.pipes()?;
    let has = |pipe: &str| pipes.iter().any(|p| p == pipe);
    if has("attribute_ruler") {
        let rules = ruler(package).context("attribute_ruler/patterns")?;
        Ruler::new(&rules, &mut Symbols::new())?;
        sections.push(("ruler".to_owned(), encode_rules(&rules)));
    }
    if has("lemmatizer") {
        match lemmatizer(package).context("lemmatizer")? {
            Some(lemmatizer) => sections.push(("lemmatizer".to_owned(), lemmatizer.encode())),
            None => eprintln!("note: the lemmatizer is left out: lemmas will be lower-case words"),
        }
    }
    Ok(sections)
}

/// The numbers that spaCy's tokenizer files use for the attributes ORTH and NORM.
const ORTH: u64 = 65;
const NORM: u64 = 67;

fn tokenizer(package: &Package) -> Result<TokenizerRules> {
    let file = package.msgpack("tokenizer")?;
    let pattern = |key: &str| field(&file, key).and_then(Value::as_str).map(str::to_owned);
    let mut special_cases = Vec::new();
    for (text, tokens) in entries(field(&file, "exceptions").context("no exceptions")?)? {
        let text = string(text)?;
        let tokens = tokens.as_array().context("exception is no list")?;
        let tokens = tokens
            .iter()
            .map(special_token)
            .collect::<Result<Vec<_>>>()?;
        let whole: String = tokens.iter().map(|(word, _)| word.as_str()).collect();
        ensure!(whole == text, "the tokens of {text:?} do not make it up");
        special_cases.push(SpecialCase { text, tokens });
    }
    // For a file that does not depend on the order in the package.
    special_cases.sort_by(|a, b| a.text.cmp(&b.text));
    let heuristics = field(&file, "faster_heuristics").and_then(Value::as_bool);
    Ok(TokenizerRules {
        prefix: pattern("prefix_search"),
        suffix: pattern("suffix_search"),
        infix: pattern("infix_finditer"),
        token_match: pattern("token_match"),
        url_match: pattern("url_match"),
        faster_heuristics: heuristics.unwrap_or(true),
        special_cases,
    })
}

fn special_token(token: &Value) -> Result<(String, Option<String>)> {
    let (mut word, mut norm) = (None, None);
    for (key, value) in entries(token)? {
        match key.as_u64() {
            Some(ORTH) => word = Some(string(value)?),
            Some(NORM) => norm = Some(string(value)?),
            _ => bail!("an exception sets attribute {key}"),
        }
    }
    Ok((word.context("exception without ORTH")?, norm))
}

/// The package's norms of single words.
fn norms(package: &Package) -> Result<Vec<u8>> {
    let mut norms = Vec::new();
    if let Some(table) = lookups(package, "vocab/lookups.bin", "lexeme_norm")? {
        for (id, norm) in entries(&table)? {
            norms.push((id.as_u64().context("lexeme_norm key")?, string(norm)?));
        }
    }
    let mut out = Encoder::default();
    StringMap::new(norms).encode(&mut out);
    Ok(out.finish())
}

fn ruler(package: &Package) -> Result<Vec<Rule>> {
    let file = package.msgpack("attribute_ruler/patterns")?;
    let list = file.as_array().context("no list")?;
    list.iter().map(rule).collect()
}

fn rule(value: &Value) -> Result<Rule> {
    let mut rule = Rule::default();
    let patterns = field(value, "patterns").and_then(Value::as_array);
    for pattern in patterns.context("no patterns")? {
        let tokens = pattern.as_array().context("pattern is no list")?;
        let tokens = tokens.iter().map(tests).collect::<Result<_>>()?;
        rule.patterns.push(tokens);
    }
    for (name, value) in entries(field(value, "attrs").context("no attrs")?)? {
        rule.set.push((attribute(name)?, string(value)?));
    }
    let index = field(value, "index").and_then(Value::as_i64);
    rule.index = index.unwrap_or(0) as i32;
    Ok(rule)
}

fn attribute(name: &Value) -> Result<Attribute> {
    let name = string(name)?;
    Attribute::parse(&name).with_context(|| format!("attribute {name} is not supported"))
}

fn tests(token: &Value) -> Result<Vec<Test>> {
    let mut tests = Vec::new();
    for (name, value) in entries(token)? {
        let attribute = attribute(name)?;
        let conditions = match value {
            Value::Boolean(value) => vec![Condition::Is(*value)],
            Value::Map(entries) => entries
                .iter()
                .map(|(key, value)| condition(key, value))
                .collect::<Result<_>>()?,
            value => vec![Condition::In(vec![string(value)?])],
        };
        tests.extend(conditions.into_iter().map(|condition| Test {
            attribute,
            condition,
        }));
    }
    Ok(tests)
}

fn condition(key: &Value, value: &Value) -> Result<Condition> {
    let strings = || -> Result<Vec<String>> {
        let list = value.as_array().context("no list")?;
        list.iter().map(string).collect()
    };
    Ok(match key.as_str() {
        Some("IN") => Condition::In(strings()?),
        Some("NOT_IN") => Condition::NotIn(strings()?),
        Some("REGEX") => Condition::Regex(string(value)?),
        _ => bail!("condition {key} is not supported"),
    })
}

/// Languages whose lemmatizer in spaCy is a program of its own beside the tables, by mode.
const OWN_RULES: [&str; 7] = ["ca", "el", "es", "fr", "ht", "mk", "nl"];
const OWN_LOOKUP: [&str; 1] = ["nl"];

/// The lemmatizer, or `None` where spaCy's is more than tables.
fn lemmatizer(package: &Package) -> Result<Option<Lemmatizer>> {
    let config = String::from_utf8(package.need("config.cfg")?)?;
    let mode = setting(&config, "[components.lemmatizer]", "mode").unwrap_or("lookup");
    let meta = package.json("meta.json")?;
    let language = meta["lang"].as_str().unwrap_or("");
    match mode {
        "lookup" if !OWN_LOOKUP.contains(&language) => lookup_lemmatizer(package).map(Some),
        "rule" if !OWN_RULES.contains(&language) => rule_lemmatizer(package, language).map(Some),
        _ => Ok(None),
    }
}

fn lemma_table(package: &Package, name: &str) -> Result<Option<Value>> {
    lookups(package, "lemmatizer/lookups/lookups.bin", name)
}

fn lookup_lemmatizer(package: &Package) -> Result<Lemmatizer> {
    let table = lemma_table(package, "lemma_lookup")?.context("no lemma_lookup")?;
    let mut lemmas = Vec::new();
    for (id, lemma) in entries(&table)? {
        lemmas.push((id.as_u64().context("lemma_lookup key")?, string(lemma)?));
    }
    Ok(Lemmatizer::Lookup(StringMap::new(lemmas)))
}

fn rule_lemmatizer(package: &Package, language: &str) -> Result<Lemmatizer> {
    let rules = lemma_table(package, "lemma_rules")?.context("no lemma_rules")?;
    let exceptions = lemma_table(package, "lemma_exc")?;
    let index = lemma_table(package, "lemma_index")?;
    let mut tables = Vec::new();
    for (pos, name) in Pos::ALL {
        let key = string_id(&name.to_lowercase());
        let part = |table: Option<&Value>| table.and_then(|t| by_id(t, key)).cloned();
        let parts = [
            part(Some(&rules)),
            part(exceptions.as_ref()),
            part(index.as_ref()),
        ];
        if parts.iter().any(Option::is_some) {
            tables.push((pos, pos_tables(parts).context(name)?));
        }
    }
    Ok(Lemmatizer::Rules {
        english: language == "en",
        tables,
    })
}

/// Rules, exceptions and index of one part of speech.
fn pos_tables([rules, exceptions, index]: [Option<Value>; 3]) -> Result<PosTables> {
    let mut tables = PosTables::default();
    for rule in rules.iter().flat_map(|rules| rules.as_array()).flatten() {
        match rule.as_array().map(Vec::as_slice) {
            Some([suffix, replacement]) => {
                tables.rules.push((string(suffix)?, string(replacement)?));
            }
            _ => bail!("a rule is no pair"),
        }
    }
    if let Some(exceptions) = exceptions {
        for (word, lemmas) in entries(&exceptions)? {
            let mut distinct = Vec::new();
            for lemma in lemmas.as_array().context("lemmas are no list")? {
                let lemma = string(lemma)?;
                if !distinct.contains(&lemma) {
                    distinct.push(lemma);
                }
            }
            tables.exceptions.push((string(word)?, distinct));
        }
        tables.exceptions.sort();
    }
    let words = index.iter().flat_map(|index| index.as_array()).flatten();
    tables.index = WordList::new(words.map(string).collect::<Result<_>>()?);
    Ok(tables)
}

/// A table of a lookups file, if there are both.
fn lookups(package: &Package, path: &str, table: &str) -> Result<Option<Value>> {
    if package.file(path).is_none() {
        return Ok(None);
    }
    Ok(field(&package.msgpack(path)?, table).cloned())
}

/// The value of a setting in a section of a `config.cfg`, without its quotes.
fn setting<'c>(config: &'c str, section: &str, key: &str) -> Option<&'c str> {
    config
        .lines()
        .skip_while(|line| line.trim() != section)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim().trim_matches('"'))
}

fn entries(map: &Value) -> Result<&[(Value, Value)]> {
    map.as_map().map(Vec::as_slice).context("no map")
}

fn field<'v>(map: &'v Value, key: &str) -> Option<&'v Value> {
    let entries = map.as_map()?.iter();
    entries
        .clone()
        .find(|(k, _)| k.as_str() == Some(key))
        .map(|(_, v)| v)
}

fn by_id(map: &Value, id: u64) -> Option<&Value> {
    let entries = map.as_map()?.iter();
    entries
        .clone()
        .find(|(k, _)| k.as_u64() == Some(id))
        .map(|(_, v)| v)
}

fn string(value: &Value) -> Result<String> {
    let text = value
        .as_str()
        .with_context(|| format!("{value} is no string"))?;
    Ok(text.to_owned())
}
