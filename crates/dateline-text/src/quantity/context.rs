//! What only looks like a count: ages, ordinals, scores, numbers in names and lists.

use super::amount::Amount;
use crate::atom::{Atom, AtomKind, DASHES, Gap};
use crate::numeral::cardinal;
use crate::{Document, Pos, Tok};
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Names whose figures belong to the name.
const NAMING: [&str; 10] = [
    "PERSON",
    "ORG",
    "GPE",
    "FAC",
    "LOC",
    "WORK_OF_ART",
    "PRODUCT",
    "LAW",
    "NORP",
    "EVENT",
];

/// Whether the words count or measure something.
pub(super) fn is_amount(doc: &Document, atoms: &[Atom], amount: &Amount) -> bool {
    let around = Around { doc, atoms, amount };
    !(around.part_of_a_word()
        || around.in_a_name()
        || around.age()
        || around.score_or_fraction()
        || around.label()
        || around.alone_on_its_line()
        || around.one_in_so_many()
        || around.bare_one()
        || around.stray_year())
}

struct Around<'a> {
    doc: &'a Document,
    atoms: &'a [Atom<'a>],
    amount: &'a Amount,
}

impl<'a> Around<'a> {
    fn before(&self) -> Option<&'a Atom<'a>> {
        let first = &self.atoms[self.amount.start];
        self.atoms
            .get(self.amount.start.checked_sub(1)?)
            .filter(|_| first.gap != Gap::Line)
    }

    fn after(&self, by: usize) -> Option<&'a Atom<'a>> {
        self.atoms
            .get(self.amount.end + by)
            .filter(|a| a.gap != Gap::Line)
    }

    fn glued_after(&self) -> Option<&'a Atom<'a>> {
        self.after(0).filter(|a| a.gap == Gap::Glued)
    }

    fn measured(&self) -> bool {
        self.amount.unit.is_some()
    }

    /// "F-16", "G7", "20th", "three-member", "AK-47": glued to letters on either side.
    fn part_of_a_word(&self) -> bool {
        let first = &self.atoms[self.amount.start];
        let glued = first.gap == Gap::Glued;
        let before = self.before().filter(|_| glued).is_some_and(|b| {
            b.kind == AtomKind::Word
                || b.is_mark(&DASHES) && b.gap == Gap::Glued
                || b.is_mark(&["/", ".", "#", ":", "@", "_", "%", "=", "&"])
        });
        // "his 12- and 14-year-old sons"
        let suspended = self.glued_after().is_some_and(|a| a.is_mark(&DASHES))
            && self
                .after(1)
                .is_some_and(|b| b.gap != Gap::Glued && matches!(&*b.norm, "and" | "or" | "to"));
        let after = self.glued_after().is_some_and(|a| match a.kind {
            AtomKind::Word => true,
            AtomKind::Number => true,
            AtomKind::Mark => {
                a.is_mark(&DASHES) && self.after(1).is_some_and(|b| b.gap == Gap::Glued)
            }
        });
        before || (after || suspended) && !self.measured()
    }

    /// Inside a longer name that the model found ("Boeing 737", "Group of Seven").
    fn in_a_name(&self) -> bool {
        let first = self.atoms[self.amount.start].token;
        let last = self.atoms[self.amount.end - 1].token;
        let core = self.doc.tok(self.atoms[self.amount.core].token);
        NAMING.contains(&core.name_label())
            && core
                .name()
                .is_some_and(|n| (n.first as usize) < first || n.end as usize > last + 1)
    }

    /// "20-year-old", "aged 34", "34 years old", "Smith, 34,".
    fn age(&self) -> bool {
        let aged = self
            .before()
            .is_some_and(|b| matches!(&*b.norm, "aged" | "age"));
        let apposed = self.before().is_some_and(|b| b.is_mark(&[","]))
            && self
                .after(0)
                .is_some_and(|a| a.is_mark(&[",", ".", ";", ")"]))
            && self.amount.start >= 2
            && self.doc.tok(self.atoms[self.amount.start - 2].token).pos() == Pos::Propn
            && self.amount.high.is_some_and(|age| age < 120.0);
        // A length of time that the grammar of times left is an age: "a 19 year old".
        let of_time = self.after(0).is_some_and(|a| {
            matches!(
                &*a.norm,
                "year" | "years" | "month" | "months" | "week" | "weeks" | "day" | "days"
            )
        });
        // "a 19 y.o", "three men, all 23, were held"
        let short = self
            .after(0)
            .is_some_and(|a| matches!(&*a.norm, "y.o" | "y.o." | "yo" | "y/o" | "yr" | "yrs"));
        let shared = self
            .before()
            .is_some_and(|b| matches!(&*b.norm, "all" | "both" | "each"))
            && self.after(0).is_some_and(|a| a.is_mark(&[","]))
            && self.amount.start >= 2
            && self.atoms[self.amount.start - 2].is_mark(&[","]);
        aged || apposed || of_time || short || shared
    }

    /// "2:1", "50/50", "two-thirds".
    fn score_or_fraction(&self) -> bool {
        let split = self.glued_after().is_some_and(|a| a.is_mark(&[":", "/"]))
            && self
                .after(1)
                .is_some_and(|a| a.gap == Gap::Glued && a.kind == AtomKind::Number);
        let share = self.after(0).is_some_and(|a| {
            let next = if a.is_mark(&DASHES) {
                self.after(1)
            } else {
                Some(a)
            };
            next.is_some_and(|n| {
                matches!(
                    &*n.norm,
                    "third" | "thirds" | "quarter" | "quarters" | "fifths" | "tenths"
                )
            })
        });
        split || share
    }

    /// "Article 5", "Flight 370", "No. 10", "number 12": a number that names instead of counting.
    fn label(&self) -> bool {
        let numbered = self
            .before()
            .is_some_and(|b| matches!(&*b.norm, "number" | "no" | "nos" | "#"))
            || self.before().is_some_and(|b| b.is_mark(&["."]))
                && self.amount.start >= 2
                && self.atoms[self.amount.start - 2].norm == "no";
        let core = self.doc.tok(self.atoms[self.amount.core].token);
        let trails = names_what_is_before(core);
        numbered || trails && !self.measured()
    }

    /// A heading, counter or list number: nothing but the number on its line, or "1." at its start.
    fn alone_on_its_line(&self) -> bool {
        let opens = self.atoms[self.amount.start].gap == Gap::Line;
        let closes = self.after(0).is_none();
        let listed = self.after(0).is_some_and(|a| a.is_mark(&[".", ")"]))
            && self.amount.end - self.amount.start == 1;
        opens && (closes || listed) && !self.measured()
    }

    /// "four in five voters", "two out of three clinics": a share, and nobody counted.
    fn one_in_so_many(&self) -> bool {
        let core = self.doc.tok(self.atoms[self.amount.core].token);
        let link = |tok: Tok<'_>| tok.lower() == "in" && tok.dep() == "quantmod";
        let of_so_many = |tok: Tok<'_>| tok.children().any(link);
        let in_so_many = core.dep() == "quantmod"
            && core.next().is_some_and(link)
            && core.head().is_some_and(of_so_many);
        let number = |at: usize| cardinal(self.atoms, at).is_some();
        let out_of = |at: usize| {
            let norm = |i: usize| self.atoms.get(i).map(|a| &*a.norm);
            norm(at) == Some("out") && norm(at + 1) == Some("of")
        };
        let out = out_of(self.amount.end) && number(self.amount.end + 2)
            || self.amount.start >= 3
                && out_of(self.amount.start - 2)
                && number(self.amount.start - 3);
        in_so_many || of_so_many(core) || out
    }

    /// "one of", "the one", "no one", "one another": no count.
    fn bare_one(&self) -> bool {
        let single =
            self.amount.end - self.amount.start == 1 && self.atoms[self.amount.start].norm == "one";
        let core = self.doc.tok(self.atoms[self.amount.core].token);
        single
            && !befell_one(core)
            && (core.dep() != "nummod" || self.after(0).is_some_and(|a| a.norm == "of"))
    }

    /// Four bare figures like a year that no grammar took as a time, and that count nothing.
    fn stray_year(&self) -> bool {
        let atom = &self.atoms[self.amount.core];
        let like_a_year = atom
            .plain_integer(4)
            .is_some_and(|y| (1700..=2100).contains(&y));
        let core = self.doc.tok(atom.token);
        let counts = core.dep_in(&["nummod", "quantmod"]) && !dates_a_happening(core);
        like_a_year && self.amount.unit.is_none() && !counts
    }
}

/// "two were killed and *one* was injured", "killing *one* of its guards", "left *one* dead": somebody whom it befell.
/// "The one" and "one another" count nobody.
fn befell_one(one: Tok<'_>) -> bool {
    const LEFT: [&str; 4] = ["dead", "hurt", "injured", "wounded"];
    let next = one.next();
    let left = next.is_some_and(|n| LEFT.contains(&n.lower()))
        && one.prev().is_some_and(|v| v.lemma() == "leave");
    (is_befallen(one) || left)
        && one
            .children()
            .all(|c| c.dep_in(&["punct", "cc", "conj", "amod"]) || is_of_people(c))
        && next.is_none_or(|n| n.lower() != "another")
}

/// Whether its verb tells what became of somebody, and it is he.
pub(super) fn is_befallen(somebody: Tok<'_>) -> bool {
    const BEFALLS: [&str; 9] = [
        "abduct", "arrest", "detain", "hurt", "injure", "kidnap", "kill", "shoot", "wound",
    ];
    let verb = somebody.head().map_or("", Tok::lemma);
    match somebody.dep() {
        "dobj" | "nsubjpass" => BEFALLS.contains(&verb),
        "nsubj" => matches!(verb, "die" | "drown" | "perish"),
        _ => false,
    }
}

/// "one *of its soldiers*", "one *of them*".
fn is_of_people(of: Tok<'_>) -> bool {
    of.lower() == "of"
        && of.child(&["pobj"]).is_some_and(|whole| {
            whole.lower() == "them" || noun_classes(whole.lemma()).meets(ClassSet::HUMAN)
        })
}

/// "over *2022* protests", "the *2016* attacks": before a happening, and without a word that counts,
/// a year.
fn dates_a_happening(year: Tok<'_>) -> bool {
    const COUNTING: [&str; 9] = [
        "about",
        "some",
        "around",
        "nearly",
        "almost",
        "least",
        "than",
        "approximately",
        "roughly",
    ];
    let event = year
        .head()
        .is_some_and(|noun| noun_classes(noun.lemma()).has(NounClass::Event));
    event && !year.prev().is_some_and(|p| COUNTING.contains(&p.lower()))
}

/// "posts 542 and 543", "Flight 370": a number right behind the noun it tells apart from others.
fn names_what_is_before(number: Tok<'_>) -> bool {
    let Some(head) = number.head().filter(|h| h.i < number.i) else {
        return false;
    };
    match number.dep() {
        "nummod" | "appos" | "npadvmod" | "nmod" => {
            head.i + 1 == number.i && matches!(head.pos(), Pos::Propn | Pos::Noun)
        }
        "conj" => head.pos() == Pos::Num && names_what_is_before(head),
        _ => false,
    }
}
