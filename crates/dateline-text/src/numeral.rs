//! Numbers in figures and words: "3,000", "twenty-five", "two hundred and three", "1.5 million".

use crate::atom::{Atom, AtomKind, DASHES, Gap};

/// A number that was read, and where it ends.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Numeral {
    /// Its value.
    pub value: f64,
    /// Index one past its last atom.
    pub end: usize,
}

/// Value of a number word below a hundred.
fn small(word: &str) -> Option<f64> {
    let value = match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return tens(word),
    };
    Some(f64::from(value))
}

fn tens(word: &str) -> Option<f64> {
    let value = match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    };
    Some(f64::from(value))
}

/// Value of a word that multiplies what stands before it.
pub(crate) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

/// Value of a vulgar fraction character.
fn fraction(mark: &str) -> Option<f64> {
    Some(match mark {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// The cardinal number that starts at `at`.
pub(crate) fn cardinal(atoms: &[Atom], at: usize) -> Option<Numeral> {
    let first = atoms.get(at)?;
    let mut number = match first.kind {
        AtomKind::Number => figures(atoms, at)?,
        AtomKind::Word => below_hundred(atoms, at).or_else(|| article_scale(atoms, at))?,
        AtomKind::Mark => Numeral {
            value: fraction(&first.norm)?,
            end: at + 1,
        },
    };
    let mut total = 0.0;
    // "two hundred and three thousand": each scale multiplies what it follows.
    while let Some(by) = follower(atoms, number.end).and_then(|a| scale(&a.norm)) {
        number.value *= by;
        number.end += 1;
        if by >= 1e3 {
            total += number.value;
            number.value = 0.0;
        }
        let Some(rest) = remainder(atoms, number.end, first.kind) else {
            continue;
        };
        number.value += rest.value;
        number.end = rest.end;
    }
    Some(Numeral {
        value: total + number.value,
        end: number.end,
    })
}

/// The atom at `at` if it follows on the same line.
fn follower<'a, 'd>(atoms: &'a [Atom<'d>], at: usize) -> Option<&'a Atom<'d>> {
    atoms.get(at).filter(|a| a.gap != Gap::Line)
}

/// Digits, with a fraction after them: "5 1/2", "2½".
fn figures(atoms: &[Atom], at: usize) -> Option<Numeral> {
    let mut number = Numeral {
        value: atoms[at].value()?,
        end: at + 1,
    };
    if let Some(part) = follower(atoms, at + 1).and_then(|a| fraction(&a.norm)) {
        return Some(Numeral {
            value: number.value + part,
            end: at + 2,
        });
    }
    if let Some(part) = slash_fraction(atoms, at + 1) {
        number = Numeral {
            value: number.value + part,
            end: at + 4,
        };
    }
    Some(number)
}

/// "1/2" as three atoms after a space.
fn slash_fraction(atoms: &[Atom], at: usize) -> Option<f64> {
    let [over, slash, under] = atoms.get(at..at + 3)? else {
        return None;
    };
    let (over_value, under_value) = (over.plain_integer(1)?, under.plain_integer(1)?);
    let written_together =
        slash.is_mark(&["/", "⁄"]) && slash.gap == Gap::Glued && under.gap == Gap::Glued;
    (over.gap == Gap::Space && written_together && over_value < under_value)
        .then(|| f64::from(over_value) / f64::from(under_value))
}

/// "seven", "twenty-five", "twenty five".
fn below_hundred(atoms: &[Atom], at: usize) -> Option<Numeral> {
    let word = &*atoms[at].norm;
    let value = small(word)?;
    let alone = Numeral { value, end: at + 1 };
    if tens(word).is_none() {
        return Some(alone);
    }
    let next = follower(atoms, at + 1);
    let unit_at = if next.is_some_and(|a| a.is_mark(&DASHES)) {
        at + 2
    } else {
        at + 1
    };
    let unit = follower(atoms, unit_at)
        .and_then(|a| small(&a.norm))
        .filter(|unit| (1.0..10.0).contains(unit));
    Some(unit.map_or(alone, |unit| Numeral {
        value: value + unit,
        end: unit_at + 1,
    }))
}

/// "a hundred", "half a million", "a dozen": the factor, up to before the scale word.
fn article_scale(atoms: &[Atom], at: usize) -> Option<Numeral> {
    let article = |i: usize| follower(atoms, i).is_some_and(|a| matches!(&*a.norm, "a" | "an"));
    let (value, end) = match &*atoms[at].norm {
        "half" if article(at + 1) => (0.5, at + 2),
        "a" | "an" => (1.0, at + 1),
        _ => return None,
    };
    scale(&follower(atoms, end)?.norm)?;
    Some(Numeral { value, end })
}

/// What is added after a scale word: "(two hundred) and three", "(one thousand) five hundred".
fn remainder(atoms: &[Atom], at: usize, kind: AtomKind) -> Option<Numeral> {
    let next = follower(atoms, at).filter(|_| kind == AtomKind::Word)?;
    let at = if next.norm == "and" { at + 1 } else { at };
    follower(atoms, at)?;
    below_hundred(atoms, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{atom::atoms, scratch::words};

    fn read(text: &str) -> Option<(f64, usize)> {
        let doc = words(text);
        let atoms = atoms(&doc);
        cardinal(&atoms, 0).map(|n| (n.value, atoms.len() - n.end))
    }

    #[test]
    fn figures_and_words() {
        for (text, value) in [
            ("3,000", 3000.0),
            ("1.5 million", 1.5e6),
            ("seven", 7.0),
            ("twenty-five", 25.0),
            ("twenty five", 25.0),
            ("two hundred and three", 203.0),
            ("two hundred thousand", 2e5),
            ("one thousand five hundred and twelve", 1512.0),
            ("a hundred", 100.0),
            ("half a million", 5e5),
            ("a dozen", 12.0),
            ("5 1/2", 5.5),
            ("2½", 2.5),
            ("99999999999999999999999999", 1e26),
        ] {
            assert_eq!(read(text), Some((value, 0)), "{text}");
        }
    }

    #[test]
    fn what_follows_is_left() {
        assert_eq!(read("two men"), Some((2.0, 1)));
        assert_eq!(read("three and four"), Some((3.0, 2)));
        assert_eq!(read("five\nmillion"), Some((5.0, 1)));
        assert_eq!(read("men"), None);
        assert_eq!(read("a man"), None);
    }
}
