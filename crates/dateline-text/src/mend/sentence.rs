//! Trees of sentences, mended.

use super::Tree;
use crate::document::Pos;
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Verbs of holding somebody to something: what they are held to stands behind a preposition.
const ACCUSING: [&str; 10] = [
    "absolve",
    "accuse",
    "acquit",
    "blame",
    "clear",
    "condemn",
    "convict",
    "criticise",
    "exonerate",
    "suspect",
];

/// Verbs that have no person for an object, so that a participle before one describes it.
const WITHOUT_OBJECT: [&str; 11] = [
    "advance",
    "demonstrate",
    "flee",
    "march",
    "protest",
    "rebel",
    "retreat",
    "return",
    "riot",
    "strike",
    "survive",
];

impl Tree<'_> {
    pub(super) fn mend_sentences(&mut self) {
        for i in 0..self.tokens.len() {
            self.hang_blaze_on_verb(i);
            match self.tag(i) {
                "VBG" => {
                    self.hang_charge_on_verb(i);
                    self.hang_result_on_charge(i);
                    self.hang_result_on_deed(i);
                    self.hang_result_on_accident(i);
                    self.read_participle_as_modifier(i);
                    self.read_gerund_as_noun(i);
                }
                "VBN" => {
                    self.read_supposed_as_description(i);
                    self.hang_charge_on_verb(i);
                    self.read_as_finite(i);
                    self.describe_the_counted(i);
                    self.describe_those(i);
                    self.read_as_done_to(i);
                    self.give_list_its_objects(i);
                    self.go_on_behind_list(i);
                    self.read_as_one_of_list(i);
                }
                "VBD" => {
                    self.read_supposed_as_description(i);
                    self.part_voice_behind_but(i);
                    self.give_the_dead_their_verb(i);
                    self.read_as_done_to(i);
                    self.give_list_its_objects(i);
                    self.go_on_behind_list(i);
                    self.read_as_verb_of_its_subject(i);
                    self.join_with_finite_verb(i);
                    self.set_voice_aside(i);
                    self.give_closing_cue_its_subject(i);
                    self.set_closing_voice_aside(i);
                    self.give_reported_clause_its_time(i);
                }
                "WDT" => self.hang_clause_on_last_noun(i),
                "VBZ" => self.read_subject_as_noun(i),
                "NNPS" => self.read_opening_as_common(i),
                "NNS" => self.set_comment_aside(i),
                "NN" => {
                    self.set_comment_aside(i);
                    self.list_subjects(i);
                    self.give_dated_noun_its_owner(i);
                }
                "JJ" => {
                    self.count_the_left(i);
                    self.give_shot_dead_its_object(i);
                    self.read_as_had_done(i);
                }
                "RP" => self.hand_over_the_counted(i),
                "VB" | "VBP" => self.read_capital_as_name(i),
                "IN" => {
                    self.hang_blame_on_verb(i);
                    self.hang_target_on_verb(i);
                    self.hang_sufferer_on_event(i);
                    self.hand_over_the_counted(i);
                    self.open_clause_of_noun(i);
                }
                ":" => self.part_at_semicolon(i),
                _ => {}
            }
        }
    }

    fn lemma_in(&self, i: usize, lemmas: &[&str]) -> bool {
        lemmas.contains(&&*self.tokens[i].lemma)
    }

    /// "accused the army *of shelling* a town": the charge hangs on the verb, not on the accused.
    fn hang_charge_on_verb(&mut self, charge: usize) {
        let preposition = self.head(charge);
        let accused = self.head(preposition);
        let verb = self.head(accused);
        let labels = self.labels;
        let dep = self.symbols.get(self.tokens[charge].dep);
        let with_object = self
            .children(charge, charge + 1..self.tokens.len())
            .iter()
            .any(|&c| self.tokens[c].dep == labels.object);
        let gerund = dep == "pcomp" || dep == "pobj" && with_object;
        // "convicted in 2018 *of murdering* him"
        let verb = if self.tokens[accused].dep == labels.prepositional_object {
            self.head(verb)
        } else {
            verb
        };
        let described = self.tokens[accused].dep == labels.object
            || self.tokens[accused].dep == labels.prepositional_object;
        let misplaced = gerund
            && matches!(self.lower(preposition).as_str(), "of" | "for")
            && described
            && verb < preposition
            && self.lemma_in(verb, &ACCUSING);
        if misplaced {
            self.tokens[preposition].head = verb as u32;
            if let Some(gerund) = self.symbols.find("pcomp") {
                self.tokens[charge].dep = gerund;
            }
        }
    }

    /// "demanded that he resign and *called* for talks": a verb in the past goes with the finite verb
    /// above, not with an infinitive.
    fn join_with_finite_verb(&mut self, verb: usize) {
        let joined = self.head(verb);
        // "claimed that police had opened fire, and *put* the dead at seven": who says more says it behind a comma.
        let says_more = self.tag(joined) == "VBN"
            && (self.is_cue(verb)
                || self.lemma_in(verb, &["put", "call", "urge", "vow", "accuse"]))
            && self
                .children(joined, joined + 1..verb)
                .iter()
                .any(|&c| self.lower(c) == "and" && c > 0 && self.lower(c - 1) == ",");
        // "told them that the hostages had been treated well and *blamed* the raids": after "had" it were a participle.
        let active = self
            .children(verb, verb + 1..self.tokens.len())
            .iter()
            .any(|&c| self.tokens[c].dep == self.labels.object);
        let speaks = self.tag(joined) == "VBN"
            && self.tag(verb) == "VBD"
            && active
            && self.lemma_in(
                verb,
                &["accuse", "blame", "call", "urge", "denounce", "condemn"],
            );
        let elsewhere = self.is_bare(joined) || says_more || speaks;
        if self.tokens[verb].dep != self.labels.conjunct || !elsewhere {
            return;
        }
        let own = self.children(verb, joined + 1..verb);
        if own
            .iter()
            .any(|&c| self.tokens[c].dep == self.labels.subject)
        {
            return;
        }
        let mut at = joined;
        for _ in 0..4 {
            let above = self.head(at);
            if above == at {
                return;
            }
            if self.tag(above) == "VBD" && self.tokens[above].pos == Pos::Verb {
                self.tokens[verb].head = above as u32;
                return;
            }
            at = above;
        }
    }

    /// "Five were killed in Kalem, *the army's media wing, the APS (A),* said.": a cue behind what it reports has a
    /// subject, which is the phrase between the last of that and the cue.
    fn give_closing_cue_its_subject(&mut self, verb: usize) {
        let labels = self.labels;
        let children = self.children(verb, 0..verb);
        let reports = children
            .iter()
            .any(|&c| self.tokens[c].dep == labels.complement);
        let has_subject = children.iter().any(|&c| {
            self.tokens[c].dep == labels.subject || self.tokens[c].dep == labels.passive_subject
        });
        let ends = verb + 1 == self.tokens.len() || self.lower(verb + 1) == ".";
        let auxiliary = children.iter().any(|&c| self.tokens[c].pos == Pos::Aux);
        if !reports || has_subject || auxiliary || !ends || !self.is_cue(verb) {
            return;
        }
        let closing = usize::from(verb > 0 && self.lower(verb - 1) == ",");
        let Some(mut at) = verb.checked_sub(1 + closing) else {
            return;
        };
        let mut subject = None;
        for _ in 0..6 {
            let start = self.leftmost(at);
            let set_apart = start > 0 && self.lower(start - 1) == ",";
            if set_apart && self.is_noun(at) {
                subject = Some(at);
            } else if subject.is_some() {
                break;
            }
            let above = self.head(at);
            if above == at || above >= verb {
                break;
            }
            at = above;
        }
        if let Some(subject) = subject {
            self.attach(subject, verb, labels.subject);
        }
    }

    /// "Bombs struck a house, killing six, among them three children, *the governor wrote on Telegram*.": a cue with
    /// its own subject behind a comma, and nothing that joins it, tells all that stands before it.
    fn set_closing_voice_aside(&mut self, verb: usize) {
        let labels = self.labels;
        let told = self.head(verb);
        if self.tokens[verb].dep != labels.conjunct || told >= verb || !self.is_cue(verb) {
            return;
        }
        let count = self.tokens.len();
        let own = self.children(verb, 0..verb);
        let subject = own
            .iter()
            .copied()
            .find(|&c| self.tokens[c].dep == labels.subject);
        let Some(subject) = subject else { return };
        let opening = self.leftmost(subject);
        let apart = opening > 0 && self.lower(opening - 1) == ",";
        let joined = self
            .children(told, told + 1..verb)
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "cc" && c + 2 >= opening);
        let reports = self.children(verb, verb + 1..count).iter().any(|&c| {
            // "a source told *the agency*": who hears it.
            let hears = self.lemma_in(verb, &["tell"]) && self.tokens[c].pos == Pos::Propn;
            self.tokens[c].dep == labels.object && !hears || self.tokens[c].dep == labels.complement
        });
        let ends = (verb + 1..count)
            .take_while(|&i| self.lower(i) != ".")
            .all(|i| !matches!(self.tokens[i].pos, Pos::Verb | Pos::Aux));
        if apart && !joined && !reports && ends {
            self.tokens[verb].dep = labels.parataxis;
        }
    }

    /// "The strike hit the village -- … -- *at 10 am*, the sources said": what stands before the comma is told.
    fn give_reported_clause_its_time(&mut self, verb: usize) {
        let labels = self.labels;
        let own = self.children(verb, 0..verb);
        let find = |dep| own.iter().copied().find(|&c| self.tokens[c].dep == dep);
        let (Some(told), Some(subject)) = (find(labels.complement), find(labels.subject)) else {
            return;
        };
        let opening = self.leftmost(subject);
        if told > subject || opening == 0 || self.lower(opening - 1) != "," {
            return;
        }
        for child in own {
            if child > told && child < opening && self.tokens[child].dep == labels.prepositional {
                self.tokens[child].head = told as u32;
            }
        }
    }

    /// Whether a verb reports what somebody says.
    fn is_cue(&self, verb: usize) -> bool {
        Cues::get()
            .rows(CuePos::Verb, &self.tokens[verb].lemma)
            .iter()
            .any(|row| row.clause && row.class == CueClass::Say)
    }

    /// "rammed a car packed with explosives *into* a bus": where it was driven, not where it was packed.
    fn hang_target_on_verb(&mut self, preposition: usize) {
        if self.lower(preposition) != "into" {
            return;
        }
        let mut at = self.head(preposition);
        for _ in 0..4 {
            let above = self.head(at);
            let drives = self.lemma_in(
                above,
                &["ram", "drive", "plough", "plow", "crash", "steer", "smash"],
            );
            if self.tokens[at].dep == self.labels.object && drives {
                self.tokens[preposition].head = above as u32;
                return;
            }
            at = above;
        }
    }

    /// "the death in custody *of the blogger*": custody is nobody's, the death is.
    fn hang_sufferer_on_event(&mut self, preposition: usize) {
        if self.lower(preposition) != "of" {
            return;
        }
        let place = self.head(preposition);
        let link = self.head(place);
        let event = self.head(link);
        let bare = self.tokens[place].dep == self.labels.prepositional_object
            && self.tag(place) == "NN"
            && self.children(place, link..place).is_empty();
        let happening = self.tag(event) == "NN"
            && event < link
            && noun_classes(&self.tokens[event].lemma).has(NounClass::Event);
        if bare && happening && matches!(self.lower(link).as_str(), "in" | "at") {
            self.tokens[preposition].head = event as u32;
        }
    }

    /// "Two wounded in ramming; assailant shot dead": what a semicolon ends is no part of what follows.
    fn part_at_semicolon(&mut self, semicolon: usize) {
        let above = self.head(semicolon);
        let verb = if above < semicolon {
            self.head(above)
        } else {
            above
        };
        if self.lower(semicolon) != ";" || verb < semicolon {
            return;
        }
        let clauses: Vec<usize> = self
            .children(verb, 0..semicolon)
            .into_iter()
            .filter(|&c| self.tokens[c].dep == self.labels.complement)
            .collect();
        // "He was beaten, the faculty *said*; police did not comment": what the cue reports hangs on it.
        if let [told, cue] = clauses[..]
            && self.is_cue(cue)
            && self
                .children(cue, told..cue)
                .iter()
                .any(|&c| self.tokens[c].dep == self.labels.subject)
        {
            self.tokens[told].head = cue as u32;
        }
        for clause in self.children(verb, 0..semicolon) {
            if self.tokens[clause].dep == self.labels.complement {
                self.tokens[clause].dep = self.labels.unlabelled;
            }
        }
    }

    /// "left more than *80 dead*": the number stands for people, "dead" says how they were left.
    fn count_the_left(&mut self, state: usize) {
        let labels = self.labels;
        let how = matches!(self.lower(state).as_str(), "dead" | "wounded" | "injured");
        let verb = self.head(state);
        let counted = self.tag(verb) == "CD" && verb < state;
        if how && counted && self.lemma_in(self.head(verb), &["leave"]) {
            let verb = self.head(verb);
            self.attach(state, verb, labels.predicate);
            return;
        }
        let children = self.children(state, verb..state);
        let number = children
            .iter()
            .copied()
            .find(|&c| self.tag(c) == "CD" && verb < c);
        let left =
            self.tokens[state].dep == labels.predicate && self.lemma_in(verb, &["leave"]) && how;
        let Some(number) = number.filter(|_| left) else {
            return;
        };
        let objects = self.children(verb, verb + 1..self.tokens.len());
        if objects.iter().all(|&c| self.tokens[c].dep != labels.object) {
            self.attach(number, verb, labels.object);
        }
    }

    /// "had treated 1,200 *wounded*": how those are who are counted.
    fn describe_the_counted(&mut self, state: usize) {
        let Some(number) = state.checked_sub(1).filter(|&n| self.tag(n) == "CD") else {
            return;
        };
        let labels = self.labels;
        let verb = self.head(number);
        if matches!(self.lower(state).as_str(), "wounded" | "injured" | "dead")
            && self.tokens[number].dep == labels.object
            && self.head(state) == verb
            && self.tokens[state].dep == labels.adverbial
        {
            self.attach(state, number, labels.modifier_clause);
        }
    }

    /// "police arrested *Kafeel* Akthar": a capital within a sentence, between a verb and a name, is that name's.
    fn read_capital_as_name(&mut self, first: usize) {
        let labels = self.labels;
        let (Some(verb), name) = (first.checked_sub(1), first + 1) else {
            return;
        };
        let capital = self.tokens[first]
            .span
            .slice(self.text)
            .starts_with(char::is_uppercase);
        let named = name < self.tokens.len()
            && self.tokens[name].pos == Pos::Propn
            && self.head(name) == first
            && self.tokens[name].dep == labels.object;
        let after_verb = matches!(self.tag(verb), "VBD" | "VBN" | "VBG" | "VBZ")
            && self.tokens[verb].pos == Pos::Verb
            && self.head(first) == verb;
        if !(capital && named && after_verb) {
            return;
        }
        for child in self.children(first, 0..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
        self.tokens[first].pos = Pos::Propn;
        self.tokens[first].tag = self.tokens[name].tag;
        self.attach(name, verb, labels.object);
        self.attach(first, name, labels.compound);
    }

    /// "set *ablaze* the party's office": how it was left, not what sort of office.
    fn hang_blaze_on_verb(&mut self, state: usize) {
        let Some(verb) = state.checked_sub(1) else {
            return;
        };
        let blaze = matches!(
            self.lower(state).as_str(),
            "ablaze" | "alight" | "afire" | "aflame"
        );
        if blaze && self.lemma_in(verb, &["set"]) {
            self.attach(state, verb, self.labels.predicate);
        }
    }

    /// "A clash *ensued* between two groups": what cannot be done to anything is the verb of the sentence.
    fn read_as_finite(&mut self, verb: usize) {
        const HAPPENING: [&str; 6] = ["ensue", "erupt", "occur", "happen", "arise", "flare"];
        let noun = self.head(verb);
        let labels = self.labels;
        if self.tokens[verb].dep != labels.modifier_clause
            || noun + 1 != verb
            || self.head(noun) != noun
            || !self.lemma_in(verb, &HAPPENING)
        {
            return;
        }
        for child in self.children(noun, 0..self.tokens.len()) {
            let adverb = self.tokens[child].pos == Pos::Adv;
            if child > verb || adverb {
                self.tokens[child].head = verb as u32;
            }
        }
        self.take_place(verb, noun);
        self.attach(noun, verb, labels.subject);
    }

    /// "the names of seven of those *killed*": a participle right behind "those" is about them.
    fn describe_those(&mut self, participle: usize) {
        // "the bodies of 13 guards *kidnapped* last week": the guards were.
        let part_of_them = |of: usize| {
            matches!(
                &*self.tokens[of].lemma,
                "body"
                    | "remains"
                    | "corpse"
                    | "name"
                    | "photograph"
                    | "family"
                    | "relative"
                    | "list"
            )
        };
        let those = participle.checked_sub(1).filter(|&t| {
            self.lower(t) == "those"
                || self.tag(t) == "NNS"
                    && noun_classes(&self.tokens[t].lemma).meets(ClassSet::HUMAN)
                    && part_of_them(self.head(participle))
        });
        if let Some(those) = those.filter(|&t| {
            self.tokens[participle].dep == self.labels.modifier_clause
                && self.within(t, self.head(participle))
        }) {
            self.tokens[participle].head = those as u32;
        }
    }

    /// "with thousands of users *gunned* down", "two were killed and 251 *taken* hostage": a past form without an
    /// object of its own tells what was done to its subject.
    fn read_as_done_to(&mut self, verb: usize) {
        let labels = self.labels;
        let own = self.children(verb, 0..self.tokens.len());
        let find = |dep| own.iter().copied().find(|&c| self.tokens[c].dep == dep);
        let Some(subject) = find(labels.subject).filter(|s| *s < verb) else {
            return;
        };
        let with = find(labels.mark).is_some_and(|m| self.lower(m) == "with");
        let object = find(labels.object);
        let captive = object
            .is_some_and(|o| matches!(self.lower(o).as_str(), "hostage" | "captive" | "prisoner"));
        let first = self.head(verb);
        let passive = self.tokens[verb].dep == labels.conjunct
            && self
                .children(first, 0..first)
                .iter()
                .any(|&c| self.tokens[c].dep == labels.passive_subject);
        let auxiliary = own.iter().any(|&c| self.tokens[c].pos == Pos::Aux);
        // "with movements *observed* near posts": whoever observed them says nothing of the posts.
        let perceived = !Cues::get()
            .rows(CuePos::Verb, &self.tokens[verb].lemma)
            .is_empty();
        let done_to = with && object.is_none() && !perceived || captive && passive;
        if !done_to || auxiliary {
            return;
        }
        self.tokens[verb].tag = labels.participle;
        self.tokens[subject].dep = labels.passive_subject;
        if let Some(object) = object {
            self.tokens[object].dep = labels.predicate;
        }
    }

    /// "since Hamas' Oct. 7, 2023, *attack*": a date between owner and noun.
    fn give_dated_noun_its_owner(&mut self, noun: usize) {
        let labels = self.labels;
        if !matches!(self.symbols.get(self.tokens[noun].dep), "npadvmod" | "dep") {
            return;
        }
        let dated =
            |i: usize| self.tag(i) == "CD" || self.lower(i) == "," || is_month(&self.lower(i));
        let mut start = noun;
        while start > 0 && dated(start - 1) && noun - start < 6 {
            start -= 1;
        }
        if start == noun
            || start < 2
            || self.tag(start - 1) != "POS"
            || !is_month(&self.lower(start))
        {
            return;
        }
        let owner = start - 2;
        if !self.is_noun(owner) || self.within(owner, noun) {
            return;
        }
        let (above, dep) = (self.head(owner), self.tokens[owner].dep);
        self.attach(noun, above, dep);
        self.attach(owner, noun, labels.possessor);
    }

    /// "have killed *32 civilians*, including 7 in a strike, abducted 4 others": who is picked out of with
    /// "including" right behind a verb was its object, and does nothing that follows.
    fn give_list_its_objects(&mut self, verb: usize) {
        let labels = self.labels;
        let subject = self
            .children(verb, 0..verb)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.subject);
        let Some(subject) = subject else { return };
        let Some(first) = self.leftmost(subject).checked_sub(1) else {
            return;
        };
        let joined = self.tokens[verb].dep == labels.conjunct && self.head(verb) == first
            || self.tokens[verb].dep == labels.complement
                && self.tokens[first].dep == labels.complement
                && self.head(verb) == self.head(first);
        let past = matches!(self.tag(first), "VBD" | "VBN");
        let picked_out = self
            .children(subject, subject + 1..verb)
            .iter()
            .any(|&c| self.lower(c) == "including");
        let has_object = self
            .children(first, first + 1..verb)
            .iter()
            .any(|&c| self.tokens[c].dep == labels.object);
        if joined && past && picked_out && !has_object {
            self.attach(subject, first, labels.object);
            self.attach(verb, first, labels.conjunct);
            self.tokens[verb].tag = self.tokens[first].tag;
        }
    }

    /// "have killed 32 civilians, including 7 in a strike, *abducted* 4 others": a participle with an object of its
    /// own behind a comma is one more thing done, and says nothing of those before it.
    fn go_on_behind_list(&mut self, verb: usize) {
        // Verbs that keep an object in the passive: "residents, given two hours to leave".
        const OF_TWO: [&str; 20] = [
            "give", "award", "deny", "offer", "pay", "teach", "grant", "name", "call", "elect",
            "appoint", "send", "tell", "ask", "show", "serve", "issue", "hand", "sentence",
            "charge",
        ];
        let labels = self.labels;
        let described = self.head(verb);
        let count = self.tokens.len();
        let object = self
            .children(verb, verb + 1..count)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.object);
        let set_apart = verb > 0 && self.lower(verb - 1) == ",";
        let own = self.children(verb, 0..verb);
        if self.tokens[verb].dep != labels.modifier_clause
            || object.is_none()
            || !set_apart
            || described >= verb
            || self.lemma_in(verb, &OF_TWO)
            || own.iter().any(|&c| self.tokens[c].pos == Pos::Aux)
        {
            return;
        }
        let mut at = described;
        for _ in 0..4 {
            let above = self.head(at);
            if above == at {
                return;
            }
            if self.tokens[at].dep == labels.object && self.tokens[above].pos == Pos::Verb {
                let (one, other) = (self.tag(above).to_owned(), self.tag(verb).to_owned());
                if one == other || one == "VBD" || one == "VBN" && other == "VBD" {
                    let tag = self.tokens[above].tag;
                    self.attach(verb, above, labels.conjunct);
                    self.tokens[verb].tag = tag;
                }
                return;
            }
            at = above;
        }
    }

    /// "A constable *sustained* bullet injuries": what has a subject of its own is a verb, and describes no noun.
    fn read_as_verb_of_its_subject(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        let own = self.children(verb, 0..verb);
        let governs = own.iter().any(|&c| self.tokens[c].dep == labels.subject);
        if self.tokens[verb].dep != labels.adjectival
            || noun <= verb
            || !governs
            || labels.is_nominal(self.tokens[noun].dep)
        {
            return;
        }
        for child in self.children(noun, 0..self.tokens.len()) {
            let of_noun = child > verb && child < noun
                || self.tokens[child].dep == labels.prepositional && self.lower(child) == "of"
                || matches!(
                    self.symbols.get(self.tokens[child].dep),
                    "relcl" | "acl" | "appos" | "cc" | "conj"
                );
            if child != verb && !of_noun {
                self.tokens[child].head = verb as u32;
            }
        }
        self.take_place(verb, noun);
        self.attach(noun, verb, labels.object);
    }

    /// "besieged the town, *abducted* traders and burned lorries": between two things done stands a third.
    fn read_as_one_of_list(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        let first = self.head(noun);
        let listed = self.tokens[verb].dep == labels.adjectival
            && self.tokens[noun].dep == labels.unlabelled
            && first < verb
            && verb < noun
            && verb > 0
            && self.lower(verb - 1) == ","
            && self.leftmost(noun) == verb
            && self.tag(first) == "VBD";
        let last = self
            .children(first, noun + 1..self.tokens.len())
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.conjunct && self.tag(c) == "VBD");
        if !listed || last.is_none() {
            return;
        }
        self.tokens[verb].tag = self.tokens[first].tag;
        self.tokens[verb].pos = Pos::Verb;
        self.attach(verb, first, labels.conjunct);
        self.attach(noun, verb, labels.object);
    }

    /// "gunmen shot *dead* Marcela Aroca": who follows is who was shot.
    fn give_shot_dead_its_object(&mut self, state: usize) {
        let labels = self.labels;
        let Some(verb) = state.checked_sub(1) else {
            return;
        };
        let kills = self.lower(state) == "dead"
            && self.head(state) == verb
            && self.lemma_in(verb, &["shoot", "gun", "stab", "hack", "beat"]);
        let count = self.tokens.len();
        let behind = self.children(verb, state + 1..count);
        if !kills || behind.iter().any(|&c| self.tokens[c].dep == labels.object) {
            return;
        }
        let victim = behind.into_iter().find(|&c| {
            let loose = matches!(self.symbols.get(self.tokens[c].dep), "npadvmod" | "dep");
            let somebody = self.tokens[c].pos == Pos::Num || self.is_somebody(c);
            loose && somebody && self.leftmost(c) == state + 1
        });
        if let Some(victim) = victim {
            self.attach(victim, verb, labels.object);
            self.attach(state, verb, labels.predicate);
        }
    }

    /// "the allegation *that* its men had fired": whoever has fired, fired no allegation.
    fn open_clause_of_noun(&mut self, that: usize) {
        let clause = self.head(that);
        let opens = self.lower(that) == "that"
            && self.tokens[that].dep == self.labels.object
            && self.tokens[clause].dep == self.labels.modifier_clause
            && that < clause
            && self
                .children(clause, that + 1..clause)
                .iter()
                .any(|&c| self.tokens[c].dep == self.labels.subject);
        if opens {
            self.tokens[that].dep = self.labels.mark;
        }
    }

    /// "had their throats *slit*": what was done to them, not how they were.
    fn read_as_had_done(&mut self, state: usize) {
        let labels = self.labels;
        let had = self.head(state);
        let subject = self
            .children(state, had..state)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.subject);
        let done = matches!(
            self.lower(state).as_str(),
            "slit" | "cut" | "shot" | "burnt"
        ) && self.tokens[state].dep == labels.complement
            && self.lemma_in(had, &["have"])
            && had < state;
        if let Some(subject) = subject.filter(|_| done) {
            self.tokens[state].pos = Pos::Verb;
            self.tokens[state].tag = labels.participle;
            self.tokens[state].lemma = match self.lower(state).as_str() {
                "shot" => "shoot".into(),
                "burnt" => "burn".into(),
                word => word.into(),
            };
            self.tokens[subject].dep = labels.passive_subject;
        }
    }

    /// "Gunmen *believed to be* rebels attacked a farm": who is believed to be something believes nothing.
    fn read_supposed_as_description(&mut self, verb: usize) {
        let labels = self.labels;
        let supposed = self.lemma_in(verb, &["believe", "think", "suspect", "presume", "know"]);
        let next = verb + 1;
        if !supposed || next + 1 >= self.tokens.len() || self.lower(next) != "to" {
            return;
        }
        let subject = self
            .children(verb, 0..verb)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.subject && c + 1 == verb);
        let being = self.head(next);
        let main = self
            .children(verb, next..self.tokens.len())
            .into_iter()
            .find(|&c| {
                let finite = self.tag(c) == "VBD"
                    || self
                        .children(c, verb..c)
                        .iter()
                        .any(|&a| matches!(self.tag(a), "VBD" | "VBP" | "VBZ"));
                let own = self.children(c, verb..c);
                let has_subject = own.iter().any(|&s| {
                    self.tokens[s].dep == labels.subject
                        || self.tokens[s].dep == labels.passive_subject
                });
                self.tokens[c].dep == labels.complement && finite && !has_subject
            });
        let (Some(subject), Some(main)) = (subject, main) else {
            return;
        };
        if !self.lemma_in(being, &["be", "belong"]) || self.head(being) != verb {
            return;
        }
        for child in self.children(verb, 0..self.tokens.len()) {
            if child != main && child != subject && (child < subject || child > main) {
                self.tokens[child].head = main as u32;
            }
        }
        let passive = self
            .children(main, verb..main)
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "auxpass");
        self.take_place(main, verb);
        let role = if passive {
            labels.passive_subject
        } else {
            labels.subject
        };
        self.attach(subject, main, role);
        self.attach(verb, subject, labels.modifier_clause);
        self.tokens[verb].tag = labels.participle;
    }

    /// "Police said a bomb exploded, but officials *put* the toll at six": a new voice tells its own.
    fn part_voice_behind_but(&mut self, verb: usize) {
        let labels = self.labels;
        let joined = self.head(verb);
        let cue = self.head(joined);
        let speaks = self.is_cue(verb) || self.lemma_in(verb, &["put"]);
        if self.tokens[verb].dep != labels.conjunct
            || !speaks
            || self.tokens[joined].dep != labels.complement
            || cue >= joined
            || !self.is_cue(cue)
        {
            return;
        }
        let subject = self
            .children(verb, joined..verb)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.subject);
        let behind_but = subject.is_some_and(|s| {
            let opening = self.leftmost(s);
            opening > 2 && self.lower(opening - 1) == "but" && self.lower(opening - 2) == ","
        });
        if behind_but {
            self.tokens[verb].head = cue as u32;
        }
    }

    /// "was beaten by a mob that suspected him of theft and *died*": who is beaten dies, not who beats.
    fn give_the_dead_their_verb(&mut self, verb: usize) {
        let labels = self.labels;
        let joined = self.head(verb);
        let doer = self.head(joined);
        let by = self.head(doer);
        let harm = self.head(by);
        let of_doer = self.tokens[verb].dep == labels.conjunct
            && self.lemma_in(verb, &["die", "succumb"])
            && self.symbols.get(self.tokens[joined].dep) == "relcl"
            && self.symbols.get(self.tokens[by].dep) == "agent"
            && self.tokens[doer].dep == labels.prepositional_object;
        let has_subject = self
            .children(verb, joined..verb)
            .iter()
            .any(|&c| self.tokens[c].dep == labels.subject);
        if of_doer && !has_subject {
            self.tokens[verb].head = harm as u32;
        }
    }

    /// "handed *over* three hostages": given, and not more than three.
    fn hand_over_the_counted(&mut self, particle: usize) {
        let Some(verb) = particle.checked_sub(1) else {
            return;
        };
        let counts = self.symbols.get(self.tokens[particle].dep) == "quantmod";
        let given = self.lower(particle) == "over" && self.lemma_in(verb, &["hand", "turn"]);
        if let Some(label) = self.symbols.find("prt").filter(|_| counts && given) {
            self.attach(particle, verb, label);
        }
    }

    /// Whether a verb is an infinitive, alone or with its passive: "resign", "would be *cowed*".
    fn is_bare(&self, verb: usize) -> bool {
        let modal = |c: &usize| self.tag(*c) == "MD";
        self.tag(verb) == "VB"
            || matches!(self.tag(verb), "VBN" | "VBG")
                && self.children(verb, 0..verb).iter().any(modal)
    }

    /// "Nine died, *a monitor reported*, in the worst day …": a verb of saying with its subject between
    /// commas is an aside, and what stands before and behind it is no part of it.
    fn set_voice_aside(&mut self, verb: usize) {
        let labels = self.labels;
        let told = self.head(verb);
        if self.tokens[verb].dep != labels.adverbial || told > verb {
            return;
        }
        let count = self.tokens.len();
        let (before, behind) = (
            self.children(verb, 0..verb),
            self.children(verb, verb + 1..count),
        );
        let subject = before
            .iter()
            .copied()
            .find(|&c| self.tokens[c].dep == labels.subject);
        let Some(subject) = subject else { return };
        let opening = self.leftmost(subject);
        // The aside ends at the next comma; of its own it has at most words of time.
        let Some(closing) = (verb + 1..count.min(verb + 5)).find(|&i| self.lower(i) == ",") else {
            return;
        };
        let told_of = behind.iter().any(|&c| {
            self.tokens[c].dep == labels.object || self.tokens[c].dep == labels.complement
        });
        let marked = before
            .iter()
            .any(|&c| self.tokens[c].dep == labels.mark || self.tag(c) == "WRB");
        let tells = self.is_cue(verb);
        if opening == 0 || self.lower(opening - 1) != "," || told_of || marked || !tells {
            return;
        }
        self.tokens[verb].dep = labels.parataxis;
        for child in before {
            if child < opening {
                self.tokens[child].head = told as u32;
            }
        }
        for child in behind {
            if child >= closing {
                self.tokens[child].head = told as u32;
            }
        }
    }

    /// "… a week of violence that drew in Israel, *which* bombed the ministry": a clause that only adds
    /// something stands right behind its noun, so never beyond a verb.
    fn hang_clause_on_last_noun(&mut self, pronoun: usize) {
        let clause = self.head(pronoun);
        let noun = self.head(clause);
        let labels = self.labels;
        let adds = pronoun > 1
            && self.lower(pronoun) == "which"
            && self.lower(pronoun - 1) == ","
            && self.symbols.get(self.tokens[clause].dep) == "relcl"
            && noun + 2 < pronoun;
        let last = pronoun.saturating_sub(2);
        let finite = |i: usize| matches!(self.tag(i), "VBD" | "VBZ" | "VBP" | "MD");
        let beyond = (noun + 1..last)
            .any(|i| finite(i) && !self.within(i, noun) || self.head(noun) == i && i < last);
        if !adds || !beyond || !self.is_noun(last) || self.within(noun, last) {
            return;
        }
        // Up from the last word of a name to its head.
        let mut named = last;
        while self.tokens[named].dep == labels.compound && self.head(named) < pronoun {
            named = self.head(named);
        }
        self.tokens[clause].head = named as u32;
    }

    /// The first word below a token.
    fn leftmost(&self, of: usize) -> usize {
        (0..of).find(|&i| self.within(i, of)).unwrap_or(of)
    }

    /// "*Teachers* in the capital plan to march": the capital letter of a sentence makes no name.
    fn read_opening_as_common(&mut self, opening: usize) {
        let ended = |word: String| matches!(word.as_str(), "." | "!" | "?" | "”" | "\"");
        let opens = opening == 0 || ended(self.lower(opening - 1));
        let named = opening + 1 < self.tokens.len() && self.tokens[opening + 1].pos == Pos::Propn;
        let word = self.lower(opening);
        let Some(singular) = word.strip_suffix('s') else {
            return;
        };
        if opens && !named && noun_classes(singular).meets(ClassSet::HUMAN) {
            self.tokens[opening].pos = Pos::Noun;
            self.tokens[opening].tag = self.labels.plural;
            self.tokens[opening].lemma = singular.into();
        }
    }

    /// "blamed the deaths *on* police": the blamed hang on the verb, not on what they are blamed for.
    fn hang_blame_on_verb(&mut self, preposition: usize) {
        if self.lower(preposition) != "on"
            || self.tokens[preposition].dep != self.labels.prepositional
        {
            return;
        }
        let mut at = self.head(preposition);
        for _ in 0..4 {
            let above = self.head(at);
            if self.tokens[at].dep == self.labels.object && self.lemma_in(above, &["blame"]) {
                self.tokens[preposition].head = above as u32;
                return;
            }
            at = above;
        }
    }

    /// "accused the army of shelling a town, *killing* two": nobody is killed by accusing, so the
    /// result belongs to what is alleged.
    fn hang_result_on_charge(&mut self, result: usize) {
        let verb = self.head(result);
        let follows = result > 0 && self.lower(result - 1) == "," && verb < result;
        if !follows
            || self.tokens[result].dep != self.labels.adverbial
            || !self.lemma_in(verb, &ACCUSING)
        {
            return;
        }
        let alleged = (verb + 1..result).find(|&i| {
            let preposition = self.head(i);
            self.tag(i) == "VBG"
                && matches!(self.lower(preposition).as_str(), "of" | "for")
                && preposition > verb
                && self.within(preposition, verb)
        });
        if let Some(alleged) = alleged {
            self.tokens[result].head = alleged as u32;
        }
    }

    /// "fired at demonstrators who marched on parliament, *killing* 16": nobody kills by marching, so the result is of
    /// what was done to those who marched.
    fn hang_result_on_deed(&mut self, result: usize) {
        const PEACEFUL: [&str; 24] = [
            "march",
            "gather",
            "protest",
            "demonstrate",
            "wait",
            "queue",
            "live",
            "shelter",
            "flee",
            "travel",
            "return",
            "sleep",
            "rest",
            "work",
            "pray",
            "attend",
            "shop",
            "stand",
            "sit",
            "seek",
            "assemble",
            "congregate",
            "rally",
            "walk",
        ];
        const RESULTS: [&str; 5] = ["kill", "wound", "injure", "hurt", "leave"];
        let verb = self.head(result);
        let set_apart = result > 0 && self.lower(result - 1) == ",";
        let of_those = self.symbols.get(self.tokens[verb].dep) == "relcl"
            || self.tokens[verb].dep == self.labels.modifier_clause;
        if !set_apart
            || self.tokens[result].dep != self.labels.adverbial
            || !of_those
            || !self.lemma_in(verb, &PEACEFUL)
            || !self.lemma_in(result, &RESULTS)
        {
            return;
        }
        let mut at = self.head(verb);
        for _ in 0..8 {
            let above = self.head(at);
            if self.tokens[at].pos == Pos::Verb {
                self.tokens[result].head = at as u32;
                return;
            }
            if above == at {
                return;
            }
            at = above;
        }
    }

    /// "Gunmen killed nine, authorities said, *the latest bloodshed* in a feud": behind the speaker's aside stands a
    /// comment on all of it, no object.
    fn set_comment_aside(&mut self, noun: usize) {
        if self.tokens[noun].dep != self.labels.object {
            return;
        }
        let opening = self.leftmost(noun);
        if opening < 2 || self.head(noun) > opening {
            return;
        }
        let (cue, verb) = (opening - 2, self.head(noun));
        let said = self.tag(cue) == "VBD" && verb != cue && self.is_cue(cue);
        // "met in Kalem on Tuesday, *their first talks* since May": one comma opens no aside.
        let commas = (verb..opening).filter(|&i| self.lower(i) == ",").count();
        let set_apart = commas == 1 && self.tokens[verb].pos == Pos::Verb && verb + 2 < opening;
        if self.lower(opening - 1) == "," && (said || set_apart) {
            self.tokens[noun].dep = self.labels.unlabelled;
        }
    }

    /// "have blockaded schools since a canopy collapsed in May, *killing* 16": the clause right before tells of what
    /// nobody did.
    fn hang_result_on_accident(&mut self, result: usize) {
        let verb = self.head(result);
        let set_apart = result > 0 && self.lower(result - 1) == ",";
        if !set_apart
            || self.tokens[result].dep != self.labels.adverbial
            || !self.lemma_in(result, &["kill", "wound", "injure", "hurt", "leave"])
        {
            return;
        }
        let accident = (verb + 1..result).rfind(|&i| {
            self.tokens[i].pos == Pos::Verb
                && self.lemma_in(
                    i,
                    &[
                        "collapse", "crash", "sink", "capsize", "derail", "overturn", "explode",
                    ],
                )
        });
        if let Some(accident) = accident {
            self.tokens[result].head = accident as u32;
        }
    }

    /// "*Striking* miners lifted …", "groups of *fleeing* villagers".
    fn read_participle_as_modifier(&mut self, participle: usize) {
        let noun = participle + 1;
        let labels = self.labels;
        let governs = noun < self.tokens.len()
            && self.head(noun) == participle
            && self.tokens[noun].dep == labels.object
            && self.tag(noun) == "NNS";
        let dep = self.tokens[participle].dep;
        let clause = self.symbols.get(dep);
        if !governs
            || !matches!(clause, "csubj" | "pcomp")
            || !self.lemma_in(participle, &WITHOUT_OBJECT)
            || !noun_classes(&self.tokens[noun].lemma).meets(ClassSet::HUMAN)
        {
            return;
        }
        let above = self.head(participle);
        let as_subject = clause == "csubj";
        for child in self.children(participle, noun + 1..self.tokens.len()) {
            // "Striking miners in the north on Friday lifted …": a time is the main verb's.
            self.tokens[child].head = if as_subject { above } else { noun } as u32;
        }
        let role = if as_subject {
            labels.subject
        } else {
            labels.prepositional_object
        };
        self.attach(noun, above, role);
        self.attach(participle, noun, labels.adjectival);
    }

    /// "Two arrested *after shooting* at a market": a gerund without an object behind a passive names
    /// what happened, and whoever it was done to may have had no part in it.
    fn read_gerund_as_noun(&mut self, gerund: usize) {
        let labels = self.labels;
        let word = self.lower(gerund);
        let preposition = self.head(gerund);
        let names_event = self.symbols.get(self.tokens[gerund].dep) == "pcomp"
            && noun_classes(&word).has(NounClass::Event)
            && matches!(
                self.lower(preposition).as_str(),
                "after" | "following" | "over" | "during"
            )
            && self.tokens[self.head(preposition)].tag == labels.participle;
        let children = self.children(gerund, gerund + 1..self.tokens.len());
        let does = children.iter().any(|&c| {
            let aimed = matches!(self.lower(c).as_str(), "at" | "on" | "upon")
                && self
                    .children(c, c + 1..self.tokens.len())
                    .iter()
                    .any(|&o| self.is_somebody(o));
            self.tokens[c].dep == labels.object || aimed
        });
        if names_event && !does {
            self.tokens[gerund].pos = Pos::Noun;
            self.tokens[gerund].tag = labels.singular;
            self.tokens[gerund].dep = labels.prepositional_object;
            self.tokens[gerund].lemma = word.into();
        }
    }

    /// "The Kalem *strikes* by two jets destroyed a depot": what is a subject is no finite verb, and the
    /// name before it no subject.
    fn read_subject_as_noun(&mut self, verb: usize) {
        let labels = self.labels;
        let word = self.lower(verb);
        let Some(singular) = word.strip_suffix('s') else {
            return;
        };
        let name = verb.checked_sub(1).filter(|&name| {
            self.head(name) == verb
                && self.tokens[name].dep == labels.subject
                && self.tokens[name].pos == Pos::Propn
        });
        let Some(name) = name else { return };
        let dep = self.tokens[verb].dep;
        let governed = dep == labels.subject || dep == labels.passive_subject;
        let determined = self
            .children(name, name.saturating_sub(2)..name)
            .iter()
            .any(|&c| matches!(self.lower(c).as_str(), "the" | "these" | "those"));
        if governed && determined && noun_classes(singular).has(NounClass::Event) {
            self.tokens[verb].pos = Pos::Noun;
            self.tokens[verb].tag = labels.plural;
            self.tokens[verb].lemma = singular.into();
            self.tokens[name].dep = labels.compound;
        }
    }

    fn is_somebody(&self, i: usize) -> bool {
        self.tokens[i].pos == Pos::Propn
            || noun_classes(&self.tokens[i].lemma).meets(ClassSet::HUMAN)
    }

    /// "My mother, my sister and my uncle *were* killed": a plural verb after one person takes the
    /// apposition for what it is, the next of a list.
    fn list_subjects(&mut self, first: usize) {
        let labels = self.labels;
        let verb = self.head(first);
        let dep = self.tokens[first].dep;
        if dep != labels.subject && dep != labels.passive_subject || verb < first {
            return;
        }
        let plural = (first..=verb).any(|i| {
            (i == verb || self.head(i) == verb)
                && matches!(self.lower(i).as_str(), "were" | "are" | "have")
        });
        if !plural {
            return;
        }
        let apposed = self
            .children(first, first + 1..verb)
            .into_iter()
            .find(|&i| self.symbols.get(self.tokens[i].dep) == "appos");
        let Some(next) = apposed else { return };
        let listed = self
            .children(next, next + 1..verb)
            .into_iter()
            .any(|i| self.tokens[i].dep == labels.conjunct && self.is_nominal_word(i));
        if listed {
            self.tokens[next].dep = labels.conjunct;
        }
    }

    fn is_nominal_word(&self, i: usize) -> bool {
        matches!(self.tokens[i].pos, Pos::Noun | Pos::Propn | Pos::Pron)
    }
}

fn is_month(word: &str) -> bool {
    let short = word.trim_end_matches('.');
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    short.len() > 2
        && MONTHS
            .iter()
            .any(|month| month.starts_with(short) && (short.len() < 5 || *month == short))
}
