//! Happenings that the parser takes for what somebody is doing: "there was *fighting* in the north".

use super::Tree;
use super::word::names_day_or_month;
use crate::document::Pos;
use dateline_data::{NounClass, noun_classes};

/// Gerunds that name what happened where they have neither subject nor object.
const HAPPENINGS: [&str; 8] = [
    "bombing", "fighting", "firing", "killing", "looting", "rioting", "shelling", "shooting",
];

impl Tree<'_> {
    /// "There was *fighting* in the north": what there was, and nobody who fights.
    pub(super) fn read_there_was_happening(&mut self, gerund: usize) {
        let word = self.lower(gerund);
        if !HAPPENINGS.contains(&&*word) {
            return;
        }
        let before = self.children(gerund, 0..gerund);
        let label = |i: usize| self.symbols.get(self.tokens[i].dep);
        let there = (0..gerund)
            .any(|c| label(c) == "expl" && (before.contains(&c) || before.contains(&self.head(c))));
        let be = before
            .iter()
            .copied()
            .rfind(|&c| label(c) == "aux" && self.tokens[c].lemma.as_ref() == "be");
        let done_to = self
            .child(gerund, gerund..self.tokens.len(), self.labels.object)
            .is_some();
        let (Some(be), Some(attribute), true, false) =
            (be, self.symbols.find("attr"), there, done_to)
        else {
            return;
        };
        self.take_place(be, gerund);
        for child in before.into_iter().filter(|&c| c < be) {
            self.tokens[child].head = be as u32;
        }
        self.attach(gerund, be, attribute);
        self.read_as_noun(gerund);
    }

    /// "Residents reported *shelling* in the suburbs", "heard *shooting*": what they reported, and nothing that they did.
    pub(super) fn read_reported_as_happening(&mut self, gerund: usize) {
        const TELLING: [&str; 6] = ["confirm", "describe", "hear", "report", "see", "witness"];
        let verb = self.head(gerund);
        let told = verb + 1 == gerund
            && matches!(
                self.symbols.get(self.tokens[gerund].dep),
                "xcomp" | "ccomp" | "advcl"
            )
            && self.lemma_in(verb, &TELLING)
            && HAPPENINGS.contains(&&*self.lower(gerund))
            && self
                .child(gerund, gerund..self.tokens.len(), self.labels.object)
                .is_none();
        if !told {
            return;
        }
        self.tokens[gerund].dep = self.labels.object;
        self.read_as_noun(gerund);
        // "reported *shelling* that killed five"
        for clause in self.children(gerund, gerund + 1..self.tokens.len()) {
            let relative = self
                .subject(clause, gerund + 1..clause)
                .is_some_and(|s| matches!(self.lower(s).as_str(), "that" | "which"));
            if relative && self.tokens[clause].dep == self.labels.complement {
                self.tokens[clause].dep = self.labels.relative;
            }
        }
    }

    /// "a *car bomb* parking near the bank detonated": what goes off stands before it, and where it stood is said of it.
    pub(super) fn part_bomb_from_parking(&mut self, parking: usize) {
        if self.lower(parking) != "parking" || self.tokens[parking].pos != Pos::Noun {
            return;
        }
        let labels = self.labels;
        let verb = self.head(parking);
        let goes_off = verb > parking
            && self.tokens[parking].dep == labels.subject
            && self.lemma_in(verb, &["blow", "detonate", "explode", "go"])
            && self
                .child(parking, parking + 1..verb, labels.prepositional)
                .is_some();
        let Some(bomb) = parking.checked_sub(1).filter(|&b| {
            goes_off && self.head(b) == parking && self.tokens[b].dep == labels.compound
        }) else {
            return;
        };
        for child in self.children(parking, 0..bomb) {
            self.tokens[child].head = bomb as u32;
        }
        self.attach(bomb, verb, labels.subject);
        self.attach(parking, bomb, labels.modifier_clause);
        self.tokens[parking].pos = Pos::Verb;
        self.tokens[parking].tag = labels.participle;
        self.tokens[parking].lemma = "park".into();
    }

    /// "when someone in a car driving by *fired* shots", "and someone inside *fired* shots": shots are fired by somebody, and no
    /// fired shots stand behind a preposition.
    pub(super) fn read_fired_as_finite(&mut self, fired: usize) {
        if self.lower(fired) != "fired" {
            return;
        }
        let labels = self.labels;
        let shots = self.head(fired);
        let link = self.head(shots);
        let modifies = shots == fired + 1
            && self.tokens[fired].dep == labels.adjectival
            && self.tokens[shots].dep == labels.prepositional_object
            && link + 1 == fired;
        if !modifies {
            return;
        }
        let someone = self
            .above(link, 6, |i| {
                let stands = [
                    labels.adverbial,
                    labels.conjunct,
                    labels.root,
                    labels.unlabelled,
                ]
                .contains(&self.tokens[i].dep);
                stands && matches!(self.tokens[i].pos, Pos::Noun | Pos::Pron | Pos::Propn)
            })
            .filter(|&s| s < link);
        let Some(someone) = someone else { return };
        self.take_place(fired, someone);
        self.attach(someone, fired, labels.subject);
        for child in self.children(someone, 0..someone) {
            if self.symbols.get(self.tokens[child].dep) == "advmod" {
                self.tokens[child].head = fired as u32;
            }
        }
        self.attach(shots, fired, labels.object);
        self.tokens[fired].tag = labels.past;
        self.tokens[fired].pos = Pos::Verb;
        for child in self.children(shots, 0..shots) {
            self.tokens[child].head = fired as u32;
        }
    }

    /// "launched an offensive to capture Kalem *on Wednesday*": the day on which it was launched, not that for which it was
    /// meant.
    pub(super) fn hang_day_on_launching(&mut self, link: usize) {
        const LAUNCHING: [&str; 9] = [
            "begin", "conduct", "launch", "mount", "open", "renew", "resume", "stage", "start",
        ];
        let labels = self.labels;
        let (aim, day) = (self.head(link), link + 1);
        let dated = self.lower(link) == "on"
            && aim < link
            && day < self.tokens.len()
            && self.head(day) == link
            && names_day_or_month(&self.lower(day));
        if !dated {
            return;
        }
        let above = self.head(aim);
        let launch = if self.tokens[above].dep == labels.object {
            self.head(above)
        } else {
            above
        };
        let launched = self.tag(aim) == "VB"
            && self.has_infinitive_mark(aim)
            && self.lemma_in(launch, &LAUNCHING)
            && matches!(self.tag(launch), "VBD" | "VBN")
            && self.child(launch, launch + 1..aim, labels.object).is_some();
        if launched {
            self.tokens[link].head = launch as u32;
        }
    }

    /// "are investigating a shooting in Kalem *on Saturday* that left two dead": what stands between a noun and the clause about
    /// it is said of the noun, too.
    pub(super) fn hang_between_noun_and_clause(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        if self.tokens[verb].dep != labels.relative || noun >= verb {
            return;
        }
        let opening = self.leftmost(verb);
        let above = self.head(noun);
        if opening <= noun
            || above >= noun
            || self.tokens[above].pos != Pos::Verb
            || self.lower(opening - 1) == ","
        {
            return;
        }
        for link in noun + 1..opening {
            let strays = self.head(link) == above
                && self.tokens[link].dep == labels.prepositional
                && (link..opening).all(|i| self.within(i, link));
            if strays {
                self.tokens[link].head = noun as u32;
            }
        }
    }

    /// "are investigating a shooting in Kalem *on Friday night*", "… *Sunday*": what is looked into was done on that day; the
    /// looking goes on.
    pub(super) fn hang_day_on_investigated(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.lemma_in(verb, &["investigate", "probe"]) {
            return;
        }
        let count = self.tokens.len();
        let goes_on = (0..verb).any(|i| {
            self.head(i) == verb
                && self.symbols.get(self.tokens[i].dep) == "aux"
                && matches!(self.tag(i), "VBZ" | "VBP")
        });
        let happening = self
            .child(verb, verb + 1..count, labels.object)
            .filter(|&o| noun_classes(&self.tokens[o].lemma).has(NounClass::Event));
        let Some(happening) = happening.filter(|_| goes_on) else {
            return;
        };
        for day in self.children(verb, happening + 1..count) {
            let stands = match self.symbols.get(self.tokens[day].dep) {
                "prep" => self.lower(day) == "on",
                "npadvmod" => true,
                _ => false,
            };
            let dated = (day..count.min(day + 4))
                .any(|i| self.within(i, day) && names_day_or_month(&self.lower(i)));
            if stands && dated {
                self.tokens[day].head = happening as u32;
            }
        }
    }
}
