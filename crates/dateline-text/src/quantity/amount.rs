//! The grammar of amounts: "at least 12", "between 3,000 and 5,000", "dozens", "$1.5 million".

use crate::Document;
use crate::atom::{Atom, AtomKind, DASHES, Gap};
use crate::numeral::{cardinal, scale};

/// An amount as read: atoms, bounds, unit.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Amount {
    /// First atom.
    pub start: usize,
    /// One past the last atom.
    pub end: usize,
    /// Atom of the number word itself, by which the tree is asked.
    pub core: usize,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub approximate: bool,
    pub unit: Option<String>,
}

/// The amount that starts at `at`, the longest reading.
pub(super) fn read(doc: &Document, atoms: &[Atom], at: usize) -> Option<Amount> {
    let mut reader = Reader {
        text: doc.text(),
        atoms,
        start: at,
    };
    reader.bounded(at).or_else(|| reader.vague(at))
}

struct Reader<'a> {
    text: &'a str,
    atoms: &'a [Atom<'a>],
    start: usize,
}

/// What stands before a number and how it opens the range.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    /// "about", "some".
    About,
    /// "nearly": not quite so many.
    Nearly,
    /// "at least", "more than".
    AtLeast,
    /// "up to", "as many as".
    AtMost,
}

/// A number with its currency and scale.
struct Sum {
    value: f64,
    /// The atom of the number itself.
    core: usize,
    end: usize,
    currency: Option<String>,
    scaled: Option<f64>,
}

impl<'a> Reader<'a> {
    /// The atom at `at`, on the line on which the amount started.
    fn atom(&self, at: usize) -> Option<&'a Atom<'a>> {
        self.atoms
            .get(at)
            .filter(|a| at == self.start || a.gap != Gap::Line)
    }

    fn norm(&self, at: usize) -> &'a str {
        self.atom(at).map_or("", |a| &a.norm)
    }

    fn phrase(&self, at: usize, words: &[&str]) -> Option<usize> {
        words
            .iter()
            .enumerate()
            .all(|(i, w)| self.norm(at + i) == *w)
            .then_some(at + words.len())
    }

    fn any_phrase<T: Copy>(&self, at: usize, table: &[(&[&str], T)]) -> Option<(usize, T)> {
        table
            .iter()
            .find_map(|(words, value)| Some((self.phrase(at, words)?, *value)))
    }

    /// "handed *over* four officers": the word belongs to the verb before it.
    fn is_particle(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).map(|before| self.norm(before));
        self.norm(at) == "over"
            && verb.is_some_and(|verb| {
                matches!(
                    verb,
                    "hand"
                        | "hands"
                        | "handed"
                        | "handing"
                        | "turn"
                        | "turns"
                        | "turned"
                        | "turning"
                        | "take"
                        | "takes"
                        | "took"
                        | "taken"
                        | "taking"
                )
            })
    }

    /// A number or range with what bounds it.
    fn bounded(&mut self, at: usize) -> Option<Amount> {
        let (mut start, mut bound) = (at, None);
        while let Some((after, b)) = self.any_phrase(start, &BOUNDS) {
            if self.is_particle(start) {
                return None;
            }
            // "some about", "at least about": the outer one bounds, any of them may soften.
            (start, bound) = (after, bound.or(Some(b)));
        }
        let start = self.phrase(start, &["a", "total", "of"]).unwrap_or(start);
        if let Some(amount) = self.between(at, start) {
            return Some(amount);
        }
        let first = self.sum(start)?;
        let mut amount = self.range(at, &first).unwrap_or(Amount {
            start: at,
            end: first.end,
            core: first.core,
            low: Some(first.value),
            high: Some(first.value),
            approximate: false,
            unit: first.currency.clone(),
        });
        amount.approximate |= matches!(bound, Some(Bound::About | Bound::Nearly));
        match bound {
            Some(Bound::AtLeast) => amount.high = None,
            Some(Bound::AtMost | Bound::Nearly) => amount.low = None,
            _ => {}
        }
        self.finish(&mut amount);
        Some(amount)
    }

    /// "between A and B".
    fn between(&self, at: usize, start: usize) -> Option<Amount> {
        (self.norm(start) == "between").then_some(())?;
        let first = self.sum(start + 1)?;
        (self.norm(first.end) == "and").then_some(())?;
        let second = self.sum(first.end + 1)?;
        let mut amount = pair(at, &first, &second)?;
        self.finish(&mut amount);
        Some(amount)
    }

    /// "3,000 to 5,000", "10-12", "two or three".
    fn range(&self, at: usize, first: &Sum) -> Option<Amount> {
        let joint = self.atom(first.end)?;
        let dash = joint.is_mark(&DASHES);
        if !dash && !matches!(&*joint.norm, "to" | "or") {
            return None;
        }
        // "rose from 9 to 10" is a change, two numbers, and no range.
        let before = at.checked_sub(1).map_or("", |i| &self.atoms[i].norm);
        if joint.norm == "to" && before == "from" {
            return None;
        }
        let second = self.sum(first.end + 1)?;
        if dash && (joint.gap != Gap::Glued || self.atoms[first.end + 1].gap != Gap::Glued) {
            return None;
        }
        pair(at, first, &second)
    }

    /// A number with currency sign and scale: "$1.5 million", "40", "US$3bn".
    fn sum(&self, at: usize) -> Option<Sum> {
        let (number_at, currency) = self
            .currency(at)
            .map_or((at, None), |(after, c)| (after, Some(c)));
        let atom = self.atom(number_at)?;
        // "a dozen" and "half a million" count; a bare article does not, and the numeral knows.
        let number = cardinal(self.atoms, number_at)?;
        let mut end = number.end;
        let mut value = number.value;
        let glued_scale = self
            .atom(end)
            .filter(|a| a.gap == Gap::Glued && atom.kind == AtomKind::Number);
        if let Some(by) = glued_scale.and_then(|a| letter_scale(&a.norm, currency.is_some())) {
            value *= by;
            end += 1;
        }
        let scaled = scale(&self.atoms[end - 1].norm).filter(|by| *by >= 1e3);
        Some(Sum {
            value,
            core: end - 1,
            end,
            currency,
            scaled,
        })
    }

    /// "$", "US$", "£": ISO code and where the number starts.
    fn currency(&self, at: usize) -> Option<(usize, String)> {
        let prefixed = self
            .atom(at + 1)
            .filter(|a| a.is_mark(&["$"]) && a.gap == Gap::Glued);
        if let Some(code) = prefixed.and_then(|_| dollar_of(self.norm(at))) {
            return Some((at + 2, code.into()));
        }
        let code = match self.norm(at) {
            "$" => "USD",
            "£" => "GBP",
            "€" => "EUR",
            "¥" => "JPY",
            "₹" => "INR",
            "₦" => "NGN",
            "₽" => "RUB",
            "₪" => "ILS",
            "₩" => "KRW",
            "₺" => "TRY",
            "₴" => "UAH",
            _ => return None,
        };
        Some((at + 1, code.into()))
    }

    /// What stands behind a number: "or more", "-plus", a unit.
    fn finish(&self, amount: &mut Amount) {
        if let Some(end) = self
            .phrase(amount.end, &["or", "more"])
            .or_else(|| self.plus(amount.end))
        {
            amount.end = end;
            amount.high = None;
        } else if let Some(end) = self.phrase(amount.end, &["or", "so"]) {
            amount.end = end;
            amount.approximate = true;
        }
        if let Some((end, unit)) = self.unit(amount.end) {
            amount.end = end;
            amount.unit.get_or_insert_with(|| unit.into());
        }
    }

    fn plus(&self, at: usize) -> Option<usize> {
        let glued = self.atom(at).filter(|a| a.gap == Gap::Glued)?;
        if glued.is_mark(&["+"]) {
            return Some(at + 1);
        }
        glued
            .is_mark(&DASHES)
            .then(|| self.phrase(at + 1, &["plus"]))
            .flatten()
    }

    /// A unit of measure or money after the number.
    fn unit(&self, at: usize) -> Option<(usize, &'static str)> {
        let joined = self
            .atom(at)
            .filter(|a| a.is_mark(&DASHES) && a.gap == Gap::Glued)
            .map_or(at, |_| at + 1);
        if let Some(found) = self.any_phrase(joined, &LONG_UNITS) {
            return Some(found);
        }
        let atom = self.atom(joined)?;
        // One or two letters are a unit only where they touch the figure or follow it at once.
        let unit = unit_word(&atom.norm, atom.span.slice(self.text))?;
        Some((joined + 1, unit))
    }

    /// "dozens", "several", "a series", "hundreds of thousands".
    fn vague(&self, at: usize) -> Option<Amount> {
        let open = |end: usize, core: usize| Amount {
            start: at,
            end,
            core,
            low: None,
            high: None,
            approximate: false,
            unit: None,
        };
        let start = self.any_phrase(at, &BOUNDS).map_or(at, |(after, _)| after);
        if plural_scale(self.norm(start)) {
            let of_more = self.norm(start + 1) == "of" && plural_scale(self.norm(start + 2));
            let end = if of_more { start + 3 } else { start + 1 };
            return Some(open(end, end - 1));
        }
        if start > at {
            return None;
        }
        if matches!(
            self.norm(at),
            "several" | "multiple" | "numerous" | "countless" | "many"
        ) {
            // "several thousand"
            let scaled = self.atom(at + 1).is_some_and(|a| scale(&a.norm).is_some());
            let end = at + 1 + usize::from(scaled);
            return Some(open(end, end - 1));
        }
        if matches!(self.norm(at), "a" | "an") {
            let noun = if matches!(self.norm(at + 1), "large" | "small" | "growing" | "good") {
                at + 2
            } else {
                at + 1
            };
            let set = matches!(
                self.norm(noun),
                "series" | "number" | "handful" | "string" | "spate" | "couple" | "flurry"
            );
            if set && self.norm(noun + 1) == "of" {
                return Some(open(noun + 1, noun));
            }
            if noun == at + 1 && self.norm(noun) == "few" {
                let scaled = self
                    .atom(noun + 1)
                    .is_some_and(|a| scale(&a.norm).is_some());
                let end = noun + 1 + usize::from(scaled);
                return Some(open(end, end - 1));
            }
        }
        None
    }
}

/// Two numbers as a range; "3 to 5 million" scales both, "$3 to 5 million" pays both.
fn pair(at: usize, first: &Sum, second: &Sum) -> Option<Amount> {
    let low = match second.scaled {
        Some(by) if first.scaled.is_none() && first.value < 1000.0 => first.value * by,
        _ => first.value,
    };
    (low < second.value).then(|| Amount {
        start: at,
        end: second.end,
        core: second.core,
        low: Some(low),
        high: Some(second.value),
        approximate: false,
        unit: first.currency.clone().or_else(|| second.currency.clone()),
    })
}

/// Words before a number that open or soften it; longer ones first.
const BOUNDS: [(&[&str], Bound); 33] = [
    (&["at", "least"], Bound::AtLeast),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["more", "than"], Bound::AtLeast),
    (&["well", "over"], Bound::AtLeast),
    (&["upwards", "of"], Bound::AtLeast),
    (&["upward", "of"], Bound::AtLeast),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["over"], Bound::AtLeast),
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["fewer", "than"], Bound::AtMost),
    (&["less", "than"], Bound::AtMost),
    (&["under"], Bound::AtMost),
    (&["an", "estimated"], Bound::About),
    (&["estimated"], Bound::About),
    (&["close", "to"], Bound::Nearly),
    (&["more", "or", "less"], Bound::About),
    (&["just", "over"], Bound::AtLeast),
    (&["just", "under"], Bound::AtMost),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["approximately"], Bound::About),
    (&["roughly"], Bound::About),
    (&["some"], Bound::About),
    (&["nearly"], Bound::Nearly),
    (&["almost"], Bound::Nearly),
];

fn plural_scale(word: &str) -> bool {
    matches!(
        word,
        "tens" | "dozens" | "scores" | "hundreds" | "thousands" | "millions" | "billions"
    )
}

/// Letters right after figures: "5m", "3k", "2bn"; a lone "m" is metres unless money is meant.
fn letter_scale(letters: &str, money: bool) -> Option<f64> {
    match letters {
        "k" => Some(1e3),
        "m" if money => Some(1e6),
        "b" if money => Some(1e9),
        "mn" => Some(1e6),
        "bn" => Some(1e9),
        "tn" => Some(1e12),
        _ => None,
    }
}

/// Currency code of the letters before a dollar sign.
fn dollar_of(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "us" => "USD",
        "a" | "au" => "AUD",
        "c" | "ca" => "CAD",
        "nz" => "NZD",
        "hk" => "HKD",
        "s" => "SGD",
        "nt" => "TWD",
        "r" => "BRL",
        "z" => "ZWL",
        _ => return None,
    })
}

/// Units of several words; the longest first.
const LONG_UNITS: [(&[&str], &str); 14] = [
    (&["per", "cent"], "percent"),
    (&["percentage", "points"], "percentage point"),
    (&["percentage", "point"], "percentage point"),
    (&["square", "miles"], "square mile"),
    (&["square", "kilometers"], "km²"),
    (&["square", "kilometres"], "km²"),
    (&["square", "meters"], "m²"),
    (&["square", "metres"], "m²"),
    (&["square", "feet"], "square foot"),
    (&["cubic", "meters"], "m³"),
    (&["cubic", "metres"], "m³"),
    (&["u", "s", "dollars"], "USD"),
    (&["us", "dollars"], "USD"),
    (&["km", "/", "h"], "km/h"),
];

/// The unit a word stands for. Symbols of one or two letters count in their own case only.
fn unit_word(word: &str, written: &str) -> Option<&'static str> {
    Some(match word {
        "%" | "percent" | "pct" => "percent",
        "km" | "kilometer" | "kilometre" | "kilometers" | "kilometres" | "kms" => "km",
        "mile" | "miles" => "mile",
        "meter" | "metre" | "meters" | "metres" => "m",
        "m" | "g" | "t" if written == word => match word {
            "m" => "m",
            "g" => "g",
            _ => "tonne",
        },
        "cm" | "centimeter" | "centimetre" | "centimeters" | "centimetres" => "cm",
        "mm" | "millimeter" | "millimetre" | "millimeters" | "millimetres" => "mm",
        "foot" | "feet" | "ft" => "foot",
        "inch" | "inches" => "inch",
        "yard" | "yards" => "yard",
        "ton" | "tons" => "ton",
        "tonne" | "tonnes" => "tonne",
        "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" => "kg",
        "gram" | "grams" | "gramme" | "grammes" => "g",
        "lb" | "lbs" => "pound",
        "liter" | "litre" | "liters" | "litres" => "litre",
        "gallon" | "gallons" => "gallon",
        "hectare" | "hectares" => "hectare",
        "acre" | "acres" => "acre",
        "mph" => "mph",
        "kph" => "km/h",
        "megawatt" | "megawatts" | "mw" => "MW",
        "degrees" => "degree",
        "dollar" | "dollars" | "usd" => "USD",
        "euro" | "euros" | "eur" => "EUR",
        "cents" => "cent",
        "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "naira" => "NGN",
        "shekels" | "shekel" => "ILS",
        "baht" => "THB",
        "ringgit" => "MYR",
        // Several countries share these names, so the word stands.
        "pound" | "pounds" => "pound",
        "rupee" | "rupees" => "rupee",
        "ruble" | "rubles" | "rouble" | "roubles" => "ruble",
        "rial" | "rials" => "rial",
        "riyal" | "riyals" => "riyal",
        "dinar" | "dinars" => "dinar",
        "dirham" | "dirhams" => "dirham",
        "lira" | "liras" => "lira",
        "peso" | "pesos" => "peso",
        "franc" | "francs" => "franc",
        "krona" | "kronor" | "krone" | "kroner" => "krone",
        "shilling" | "shillings" => "shilling",
        _ => return None,
    })
}
