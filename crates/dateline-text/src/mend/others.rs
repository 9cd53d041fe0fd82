//! Others to whom something was done as well: "12 were killed *and at least 70 wounded*". The second
//! passive has left its "were" out, and often its noun, so the parser takes the number for the participle's
//! own or the participle for a description.

use super::Tree;
use super::undergone::{UNDERGONE, is_past_of};
use crate::document::Pos;
use dateline_data::{ClassSet, noun_classes};
use std::ops::Range;

/// Words that say how many others, beside figures.
const MANY: &[&str] = &[
    "another",
    "dozen",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "others",
    "many",
    "several",
];

/// Words that belong to such a number.
const AROUND: &[&str] = &[
    "a",
    "about",
    "additional",
    "almost",
    "approximately",
    "around",
    "as",
    "at",
    "close",
    "estimated",
    "few",
    "further",
    "least",
    "more",
    "nearly",
    "of",
    "other",
    "over",
    "possibly",
    "roughly",
    "some",
    "tens",
    "than",
    "to",
    "up",
];

/// How badly somebody was hurt, between number and participle.
const HOW: &[&str] = &[
    "badly",
    "critically",
    "gravely",
    "lightly",
    "seriously",
    "severely",
    "slightly",
];

impl Tree<'_> {
    /// "12 were killed and *at least 70* wounded", "one was shot dead and *another* hurt": the number, and
    /// not those who were told of before, is to whom it was done.
    pub(super) fn give_others_their_fate(&mut self, participle: usize) {
        let Some(lemma) = self.undergone(participle) else {
            return;
        };
        let Some(number) = self.number_of_others(participle) else {
            return;
        };
        let link = number.start - 1;
        let Some(first) = self.done_before(link) else {
            return;
        };
        let labels = self.labels;
        if self.within(first, participle) {
            self.take_place(first, participle);
        } else if self.head(participle) == participle {
            return;
        }
        for before in self.children(participle, 0..link) {
            if before != first {
                self.tokens[before].head = first as u32;
            }
        }
        self.attach(participle, first, labels.conjunct);
        self.tokens[participle].tag = labels.participle;
        self.tokens[participle].pos = Pos::Verb;
        self.tokens[participle].lemma = lemma.into();
        self.tokens[link].head = first as u32;
        self.join_number(number, participle);
    }

    /// "released *two* of five hostages": so many, and not a softened five.
    pub(super) fn part_share_from_whole(&mut self, share: usize) {
        let labels = self.labels;
        let (of, number) = (share + 1, self.head(share));
        let whole = self.head(number);
        let misread = self.symbols.get(self.tokens[share].dep) == "quantmod"
            && number > of
            && self.tag(number) == "CD"
            && self.lower(of) == "of"
            && self.head(of) == number
            && whole > number
            && self.is_noun(whole);
        if misread {
            self.take_place(share, whole);
            self.attach(of, share, labels.prepositional);
            self.attach(whole, of, labels.prepositional_object);
        }
    }

    /// "ended with six *dead* and nine *injured*", "put its losses at nine *wounded*": so many people, and no quality.
    pub(super) fn count_the_dead(&mut self, state: usize) {
        let labels = self.labels;
        let word = self.lower(state);
        let Some(number) = state.checked_sub(1).filter(|&n| {
            self.tag(n) == "CD" || matches!(self.lower(n).as_str(), "dozen" | "dozens" | "scores")
        }) else {
            return;
        };
        let dep = self.tokens[state].dep;
        let listed = dep == labels.conjunct && {
            let first = self.head(state);
            self.tag(first) == "NNS" && first < number && self.names_the_hurt(first)
        };
        let described = state + 1 < self.tokens.len() && self.is_noun(state + 1);
        // "at seven *dead* and nine *wounded*": the parser hangs the state on the verb, beside its number.
        let beside = self.tokens[number].dep;
        let astray = dep == labels.adverbial
            && self.head(number) < number
            && (beside == labels.prepositional_object || beside == labels.conjunct)
            && self.names_the_hurt(self.head(number)) == (beside == labels.conjunct);
        // "with 50 *wounded*": the parser makes a clause of it.
        let link = self.head(state);
        let clausal = dep == labels.gerund
            && self.head(number) == state
            && self.lower(link) == "with"
            && link < number;
        // "counted six *dead* and nine injured": what they counted, and not as what.
        let verb = self.head(state);
        let reported = dep == labels.predicate
            && self.lemma_in(verb, &["report", "count", "confirm", "announce", "record"])
            && self
                .child(verb, 0..self.tokens.len(), labels.object)
                .is_none()
            && !self.is_passive(verb, 0..verb);
        if reported && self.names_the_hurt(state) && self.head(number) == state && !described {
            self.attach(state, verb, labels.object);
        }
        if clausal && self.names_the_hurt(state) && !described {
            self.attach(state, link, labels.prepositional_object);
        }
        if astray && self.names_the_hurt(state) && !described {
            let place = self.head(number);
            self.attach(state, place, beside);
            self.attach(number, state, labels.number);
        }
        let counted = dep == labels.prepositional_object || listed || astray || clausal || reported;
        let above = self.head(number);
        if !self.names_the_hurt(state) || !counted || described || above != state {
            return;
        }
        self.tokens[state].pos = Pos::Noun;
        self.tokens[state].tag = labels.plural;
        self.tokens[state].lemma = word.into();
        self.tokens[number].dep = labels.number;
    }

    /// "reported two dead, a child among them, and four *wounded*": behind the aside the report goes on.
    pub(super) fn go_on_with_reported_toll(&mut self, state: usize) {
        let labels = self.labels;
        let verb = self.head(state);
        let reports = self.tokens[state].dep == labels.conjunct
            && self.names_the_hurt(state)
            && verb < state
            && self.lemma_in(verb, &["report", "count", "confirm", "announce", "record"]);
        let Some(number) = state.checked_sub(1).filter(|&n| {
            reports && self.tag(n) == "CD" && self.subject(state, 0..state) == Some(n)
        }) else {
            return;
        };
        let first = (verb + 2..number)
            .find(|&i| self.names_the_hurt(i) && self.tag(i - 1) == "CD" && self.within(i, verb));
        if let Some(first) = first {
            self.attach(state, first, labels.conjunct);
        }
    }

    /// "put their *dead* at nine", "the number of *wounded*": those who are.
    pub(super) fn read_own_dead_as_people(&mut self, state: usize) {
        let labels = self.labels;
        if !self.names_the_hurt(state) {
            return;
        }
        let owned = self.child(state, 0..state, labels.possessor).is_some()
            && self.tokens[state].dep == labels.object;
        let of = self.head(state);
        let counted = self.tokens[state].dep == labels.prepositional_object
            && self.lower(of) == "of"
            && self.lemma_in(
                self.head(of),
                &["number", "toll", "total", "tally", "count", "figure"],
            );
        let described = state + 1 < self.tokens.len() && self.is_noun(state + 1);
        if owned || counted && !described {
            self.tokens[state].pos = Pos::Noun;
            self.tokens[state].tag = labels.plural;
        }
    }

    /// "treated 22 patients with burns, three *of whom* died": people, and not the burns.
    pub(super) fn hang_whom_on_people(&mut self, whom: usize) {
        let labels = self.labels;
        let opened = self.lower(whom) == "whom" && whom > 0 && self.lower(whom - 1) == "of";
        let verb = |i: usize| matches!(self.tokens[i].pos, Pos::Verb | Pos::Aux);
        let Some(clause) = self
            .above(whom, 4, verb)
            .filter(|&verb| opened && verb > whom)
        else {
            return;
        };
        let thing = self.head(clause);
        let comma = (0..whom).rfind(|&i| self.lower(i) == ",");
        let counted = |&i: &usize| {
            self.child(i, 0..i, labels.number).is_some()
                && noun_classes(&self.tokens[i].lemma).meets(ClassSet::HUMAN)
        };
        let people = comma.and_then(|comma| (0..comma).rfind(counted));
        if let Some(people) = people.filter(|&people| people != thing) {
            self.attach(clause, people, labels.relative);
        }
    }

    /// "dead", "wounded": words for how people are that may stand for the people.
    fn names_the_hurt(&self, state: usize) -> bool {
        matches!(
            self.lower(state).as_str(),
            "dead" | "wounded" | "injured" | "missing"
        )
    }

    /// Hangs a number with what belongs to it on a participle, as its subject.
    fn join_number(&mut self, number: Range<usize>, participle: usize) {
        let labels = self.labels;
        let last = number.end - 1;
        let counts = |i: &usize| self.tag(*i) == "CD" || MANY.contains(&self.lower(*i).as_str());
        let head = number.clone().rfind(counts).unwrap_or(last);
        self.attach(head, participle, labels.passive_subject);
        if self.lower(head) == "another" {
            self.tokens[head].pos = Pos::Pron;
        }
        for i in number.clone().filter(|&i| i != head) {
            if !number.contains(&self.head(i)) || self.head(i) == i {
                self.tokens[i].head = head as u32;
                if i > head {
                    self.tokens[i].dep = labels.adjectival;
                }
            }
        }
        // What stands behind the participle says when and where it was done, and is nobody's of the number.
        for i in participle + 1..self.tokens.len() {
            if number.contains(&self.head(i)) {
                self.tokens[i].head = participle as u32;
            }
        }
        for i in number.end..participle {
            self.tokens[i].head = participle as u32;
        }
    }

    /// The lemma of a word that says what was done to people, where no noun behind it is described by it.
    fn undergone(&self, participle: usize) -> Option<&'static str> {
        let describes = self.tokens.get(participle + 1).is_some_and(|next| {
            !matches!(
                next.pos,
                Pos::Adp | Pos::Punct | Pos::Adv | Pos::Sconj | Pos::Cconj | Pos::Space
            )
        });
        if describes {
            return None;
        }
        match self.lower(participle).as_str() {
            "wounded" => Some("wound"),
            "injured" => Some("injure"),
            "hurt" => Some("hurt"),
            word => {
                // The tagger may take the participle for an adjective, which is its own lemma.
                let lemma = &*self.tokens[participle].lemma;
                let undergone = |known: &&&str| **known == lemma || is_past_of(word, known);
                matches!(self.tag(participle), "VBN" | "JJ" | "VBD")
                    .then(|| UNDERGONE.iter().find(undergone).copied())
                    .flatten()
            }
        }
    }

    /// The words for how many others right before a participle, behind "and" or a comma.
    fn number_of_others(&self, participle: usize) -> Option<Range<usize>> {
        let how = |i: usize| HOW.contains(&self.lower(i).as_str());
        let end = participle - usize::from(participle > 0 && how(participle - 1));
        let of_them = end >= 2
            && self.lower(end - 2) == "of"
            && matches!(self.lower(end - 1).as_str(), "them" | "these");
        let counts = |i: usize| self.tag(i) == "CD" || MANY.contains(&self.lower(i).as_str());
        let belongs = |i: usize| counts(i) || AROUND.contains(&self.lower(i).as_str());
        let mut start = if of_them { end - 2 } else { end };
        while start > 0 && belongs(start - 1) {
            start -= 1;
        }
        let link = start.checked_sub(1)?;
        let linked = matches!(self.lower(link).as_str(), "and" | ",");
        // "and 70 wounded in the blast *were* flown out": these are the subject of what follows.
        let goes_on = (participle + 1..self.tokens.len())
            .take_while(|&i| {
                let clause = self.tag(i) == "WRB" || self.tokens[i].pos == Pos::Sconj;
                let verb = self.tokens[i].pos == Pos::Verb && self.tag(i) != "VBN";
                !clause && !verb && self.tokens[i].pos != Pos::Punct
            })
            .any(|i| self.tokens[i].pos == Pos::Aux);
        (linked && !goes_on && (start..end).any(counts)).then_some(start..end)
    }

    /// The word before that says what was done to the first of them, where nothing but what hangs on it
    /// stands between.
    fn done_before(&self, link: usize) -> Option<usize> {
        let mut between: Vec<usize> = Vec::new();
        for i in (0..link).rev() {
            if matches!(self.lower(i).as_str(), "." | ";" | ":") {
                return None;
            }
            if self.tokens[i].pos != Pos::Verb {
                continue;
            }
            let sufferer = || self.child(i, 0..i, self.labels.passive_subject).is_some();
            let passive = self.tag(i) == "VBN"
                && self.lemma_in(i, UNDERGONE)
                && (sufferer() || self.is_passive(i, 0..i));
            let died = self.lemma_in(i, &["die", "perish", "drown"]) && self.tag(i) != "VBG";
            if passive || died {
                return between
                    .iter()
                    .all(|&verb| self.within(verb, i))
                    .then_some(i);
            }
            between.push(i);
        }
        None
    }
}
