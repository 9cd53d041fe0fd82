//! Lexical attributes: what spaCy computes from a word's characters alone.
//!
//! Reimplemented from `spacy/lang/lex_attrs.py`, `spacy/strings.pyx` and
//! `spacy/lang/norm_exceptions.py` (spaCy 3.8; MIT, Explosion). Character classes are Python's,
//! which differ from Rust's in detail: alphabetic means a letter category, digits include
//! superscripts and circled digits, white space includes U+001C to U+001F.

use super::symbols::SYMBOLS;
use crate::model::hash::murmur64a;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Characters at and above which [`shape`] gives up.
const LONG: usize = 100;

/// The number by which spaCy knows a string: 0 for the empty one, a fixed number for its own
/// symbols (ordinary words such as "mark" among them), else the 64-bit hash.
pub fn string_id(text: &str) -> u64 {
    if text.is_empty() {
        return 0;
    }
    match SYMBOLS.binary_search_by(|(name, _)| (*name).cmp(text)) {
        Ok(i) => u64::from(SYMBOLS[i].1),
        Err(_) => murmur64a(text.as_bytes(), 1),
    }
}

/// Shape of a word: letters become `X` or `x`, digits `d`, other characters stay; a run of one
/// shape character is cut after four. Words of a hundred characters and more are `LONG`.
pub fn shape(word: &str) -> String {
    if word.len() >= LONG && word.chars().nth(LONG - 1).is_some() {
        return "LONG".into();
    }
    let mut shape = String::with_capacity(word.len());
    let mut last = None;
    let mut run = 0;
    for c in word.chars() {
        let mark = if is_alpha(c) {
            if c.is_uppercase() { 'X' } else { 'x' }
        } else if is_digit(c) {
            'd'
        } else {
            c
        };
        run = if last == Some(mark) { run + 1 } else { 0 };
        last = Some(mark);
        if run < 4 {
            shape.push(mark);
        }
    }
    shape
}

/// First character.
pub fn prefix(word: &str) -> &str {
    let end = word.chars().next().map_or(0, char::len_utf8);
    &word[..end]
}

/// Last three characters, or the whole of a shorter word.
pub fn suffix(word: &str) -> &str {
    let start = word.char_indices().rev().nth(2).map_or(0, |(i, _)| i);
    &word[start..]
}

/// Whether a token is white space: not empty, and every character is.
pub fn is_space(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_space_char)
}

/// White space as Python's `str.isspace` has it.
pub fn is_space_char(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// A letter: Unicode category L.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    c.general_category_group() == GeneralCategoryGroup::Letter
}

/// A digit: Unicode numeric type Decimal or Digit.
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    c.general_category() == unicode_properties::GeneralCategory::DecimalNumber
        || NON_DECIMAL_DIGITS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
}

/// Characters of numeric type Digit: superscripts, subscripts, circled and the like.
const NON_DECIMAL_DIGITS: [(char, char); 20] = [
    ('\u{b2}', '\u{b3}'),
    ('\u{b9}', '\u{b9}'),
    ('\u{1369}', '\u{1371}'),
    ('\u{19da}', '\u{19da}'),
    ('\u{2070}', '\u{2070}'),
    ('\u{2074}', '\u{2079}'),
    ('\u{2080}', '\u{2089}'),
    ('\u{2460}', '\u{2468}'),
    ('\u{2474}', '\u{247c}'),
    ('\u{2488}', '\u{2490}'),
    ('\u{24ea}', '\u{24ea}'),
    ('\u{24f5}', '\u{24fd}'),
    ('\u{24ff}', '\u{24ff}'),
    ('\u{2776}', '\u{277e}'),
    ('\u{2780}', '\u{2788}'),
    ('\u{278a}', '\u{2792}'),
    ('\u{10a40}', '\u{10a43}'),
    ('\u{10e60}', '\u{10e68}'),
    ('\u{11052}', '\u{1105a}'),
    ('\u{1f100}', '\u{1f10a}'),
];

/// The norm that spaCy gives a word of any language whatever the model's tables say: plain
/// quotes, dashes, and one currency sign.
pub fn base_norm(word: &str) -> Option<&'static str> {
    BASE_NORMS
        .iter()
        .find(|(from, _)| *from == word)
        .map(|(_, to)| *to)
}

const BASE_NORMS: [(&str, &str); 45] = [
    ("'s", "'s"),
    ("'S", "'s"),
    ("’s", "'s"),
    ("’S", "'s"),
    ("’", "'"),
    ("‘", "'"),
    ("´", "'"),
    ("`", "'"),
    ("”", r#"""#),
    ("“", r#"""#),
    ("''", r#"""#),
    ("``", r#"""#),
    ("´´", r#"""#),
    ("„", r#"""#),
    ("»", r#"""#),
    ("«", r#"""#),
    ("‘‘", r#"""#),
    ("’’", r#"""#),
    ("？", "?"),
    ("！", "!"),
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    ("。", "."),
    ("।", "."),
    ("…", "..."),
    ("—", "-"),
    ("–", "-"),
    ("--", "-"),
    ("---", "-"),
    ("——", "-"),
    ("€", "$"),
    ("£", "$"),
    ("¥", "$"),
    ("฿", "$"),
    ("US$", "$"),
    ("C$", "$"),
    ("A$", "$"),
    ("₺", "$"),
    ("₹", "$"),
    ("৳", "$"),
    ("₩", "$"),
    ("Mex$", "$"),
    ("₣", "$"),
    ("E£", "$"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_spacys() {
        assert_eq!(string_id(""), 0);
        assert_eq!(string_id("a"), 11901859001352538922);
        assert_eq!(string_id("Homs"), 2505826409464749404);
        assert_eq!(string_id("1234567"), 11906548768923648808);
        assert_eq!(string_id("12345678"), 9871996032675327904);
        assert_eq!(string_id("Gunmen opened"), 10737248661185327136);
        assert_eq!(string_id("قتل"), 7200084847205825817);
        assert_eq!(string_id("mark"), 423);
        assert_eq!(string_id("_"), 456);
    }

    #[test]
    fn symbols_are_sorted_for_the_search() {
        assert!(SYMBOLS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn shapes_are_spacys() {
        for (word, expected) in [
            ("Mandera", "Xxxxx"),
            ("U.S.", "X.X."),
            ("2014-03", "dddd-dd"),
            ("AAAAAbbbbb11111....", "XXXXxxxxdddd...."),
            ("Überfall", "Xxxxx"),
            ("x²", "xd"),
            ("ǅa", "xx"),
            ("१२३", "ddd"),
            ("कि", "xि"),
            ("ⅷ", "ⅷ"),
            ("中文字典中", "xxxx"),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
        assert_eq!(shape(&"é".repeat(99)), "xxxx");
        assert_eq!(shape(&"é".repeat(100)), "LONG");
    }

    #[test]
    fn affixes_count_characters() {
        assert_eq!((prefix("élan"), suffix("élan")), ("é", "lan"));
        assert_eq!((prefix("é"), suffix("é")), ("é", "é"));
        assert_eq!((prefix(""), suffix("")), ("", ""));
        assert_eq!(suffix("naïf"), "aïf");
    }

    #[test]
    fn space_is_pythons() {
        assert!(is_space("\n \u{1f}\u{a0}"));
        assert!(!is_space("") && !is_space(" .") && !is_space("\u{200b}"));
    }
}
