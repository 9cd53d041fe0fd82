//! What is joined with what: verbs, doers and sufferers behind "and", "but" and commas.

use super::Tree;
use super::undergone::{UNDERGONE, is_past_of};
use crate::document::Pos;
use dateline_data::{ClassSet, NounClass, noun_classes};

/// What is done to people and things, as verbs of violence and unrest have it.
pub(super) const DEEDS: &[&str] = &[
    "abduct",
    "arrest",
    "attack",
    "beat",
    "bomb",
    "burn",
    "damage",
    "destroy",
    "detain",
    "execute",
    "injure",
    "kidnap",
    "kill",
    "loot",
    "lynch",
    "massacre",
    "murder",
    "pillage",
    "plunder",
    "raid",
    "ransack",
    "rape",
    "rob",
    "shell",
    "stab",
    "storm",
    "torch",
    "torture",
    "vandalise",
    "vandalize",
    "wound",
];

impl Tree<'_> {
    /// "A woman, *believed* to be 40, was shot": what is said of the woman between commas leaves the verb its
    /// subject.
    pub(super) fn give_back_subject(&mut self, participle: usize) {
        let labels = self.labels;
        let main = self.head(participle);
        if self.tokens[participle].dep != labels.adverbial
            || main <= participle
            || participle < 2
            || self.lower(participle - 1) != ","
        {
            return;
        }
        let has_subject = self.subject(main, 0..main).is_some();
        let Some(subject) = self.child(participle, 0..participle - 1, labels.subject) else {
            return;
        };
        let closed = self
            .passive_auxiliary(main, participle + 1..main)
            .is_some_and(|aux| self.lower(aux - 1) == ",");
        if has_subject || !closed || !self.is_noun(subject) {
            return;
        }
        self.attach(subject, main, labels.passive_subject);
        self.attach(participle, subject, labels.modifier_clause);
        self.tokens[participle].tag = labels.participle;
        for child in self.children(participle, 0..participle) {
            self.tokens[child].head = subject as u32;
        }
    }

    /// "Two were killed and three *were wounded*, police said": the second of two clauses that one voice tells goes on with
    /// the first.
    pub(super) fn join_told_clauses(&mut self, first: usize) {
        let labels = self.labels;
        let voice = self.head(first);
        if self.tokens[first].dep != labels.complement || voice < first {
            return;
        }
        let joined = self.child(first, first..voice, labels.conjunct).is_some();
        let and = self
            .children(first, first..voice)
            .into_iter()
            .find(|&c| self.tokens[c].pos == Pos::Cconj);
        let next = self.child(voice, first + 1..voice, labels.complement);
        if let (Some(and), Some(next), false) = (and, next, joined)
            && self.leftmost(next) > and
        {
            self.attach(next, first, labels.conjunct);
        }
    }

    /// "shot his wife, Elena, and their two *sons*": joined with the wife, and not with her name.
    pub(super) fn join_behind_name(&mut self, noun: usize) {
        let labels = self.labels;
        let name = self.head(noun);
        let first = self.head(name);
        let opening = self.leftmost(noun);
        let link = opening
            .checked_sub(1)
            .filter(|&c| matches!(self.lower(c).as_str(), "and" | "or"));
        let Some(link) = link else { return };
        let comma = link > 0 && self.lower(link - 1) == ",";
        let owned = self.children(noun, opening..noun).iter().any(|&c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "poss" | "det" | "nummod"
            )
        });
        if self.tokens[noun].dep == labels.conjunct
            && self.tokens[name].dep == labels.apposition
            && self.tokens[name].pos == Pos::Propn
            && first < name
            && self.tokens[first].pos == Pos::Noun
            && comma
            && owned
        {
            self.attach(noun, first, labels.conjunct);
            self.tokens[link].head = first as u32;
        }
    }

    /// "condemned the verdict as political and *summoned* the envoy", "stormed the office of a firm engaged in trade and
    /// *abducted* two", "seized a ton of cocaine hidden in bananas and *arrested* six": a finite verb is joined with a
    /// verb, and not with a participle of what describes a noun.
    pub(super) fn join_finite_with_verb(&mut self, verb: usize) {
        let labels = self.labels;
        let joined = self.head(verb);
        let acts = (joined..verb).any(|i| {
            self.head(i) == verb
                && matches!(self.symbols.get(self.tokens[i].dep), "nsubj" | "nsubjpass")
        });
        let object = self
            .child(verb, verb + 1..self.tokens.len(), labels.object)
            .is_some();
        if self.tokens[verb].dep != labels.conjunct
            || joined >= verb
            || !(self.tokens[joined].pos == Pos::Adj
                || self.tokens[joined].dep == labels.modifier_clause && self.tag(joined) == "VBN")
            || acts
            || !object
        {
            return;
        }
        let past = self.above(joined, 4, |above| {
            self.tokens[above].pos == Pos::Verb && self.tag(above) == "VBD"
        });
        let Some(past) = past else { return };
        for link in self.children(joined, joined + 1..verb) {
            if self.symbols.get(self.tokens[link].dep) == "cc" {
                self.tokens[link].head = past as u32;
            }
        }
        self.tokens[verb].head = past as u32;
    }

    /// "wants the clerks to leave and *has sued* them": what has a tense is joined with a verb that has one, and done by
    /// whoever wants, and not by whom it is wanted of.
    pub(super) fn part_finite_from_infinitive(&mut self, verb: usize) {
        let labels = self.labels;
        let infinitive = self.head(verb);
        if self.tokens[verb].dep != labels.conjunct || infinitive >= verb {
            return;
        }
        let finite = self
            .children(verb, infinitive..verb)
            .into_iter()
            .find(|&c| matches!(self.symbols.get(self.tokens[c].dep), "aux" | "auxpass"))
            .is_some_and(|c| matches!(self.tag(c), "VBD" | "VBP" | "VBZ"));
        let acts = self.subject(verb, infinitive..verb).is_some();
        if !finite || acts || !self.has_infinitive_mark(infinitive) {
            return;
        }
        let main = self.above(infinitive, 4, |above| {
            self.tokens[above].pos == Pos::Verb && self.subject(above, 0..above).is_some()
        });
        // "*were captured* in a raid to free hostages and were jailed"
        let told = |m: usize| {
            matches!(self.tag(m), "VBD" | "VBP" | "VBZ")
                || self.tag(m) == "VBN" && self.is_passive(m, 0..m)
        };
        let Some(main) = main.filter(|&m| told(m)) else {
            return;
        };
        self.join_behind(verb, main);
    }

    /// "quit, after the court had jailed his son, and *threatened* to sue": behind the comma that closes what went before
    /// it, the one who quit goes on.
    pub(super) fn go_on_behind_past_perfect(&mut self, verb: usize) {
        let labels = self.labels;
        let aside = self.head(verb);
        let main = self.head(aside);
        let goes_on = self.tokens[verb].dep == labels.conjunct
            && aside < verb
            && self.tokens[aside].dep == labels.adverbial
            && main < aside
            && self.tag(main) == "VBD"
            && self.subject(main, 0..main).is_some()
            && self.subject(verb, aside..verb).is_none();
        let Some(mark) = self
            .child(aside, main..aside, labels.mark)
            .filter(|_| goes_on)
        else {
            return;
        };
        let set_apart = self.lower(mark - 1) == ","
            && matches!(
                self.lower(mark).as_str(),
                "after" | "because" | "before" | "since"
            );
        let perfect = self
            .children(aside, mark..aside)
            .iter()
            .any(|&c| self.lower(c) == "had");
        let and = (aside + 1..verb)
            .rev()
            .find(|&c| self.symbols.get(self.tokens[c].dep) == "cc");
        let closed = and.is_some_and(|and| self.lower(and - 1) == ",");
        if set_apart && perfect && closed {
            self.join_behind(verb, main);
        }
    }

    /// Joins a verb, with the "and" before it, with one further up.
    pub(super) fn join_behind(&mut self, verb: usize, main: usize) {
        let joined = self.head(verb);
        for link in self.children(joined, joined + 1..verb) {
            if self.symbols.get(self.tokens[link].dep) == "cc" {
                self.tokens[link].head = main as u32;
            }
        }
        self.tokens[verb].head = main as u32;
    }

    /// "held a rally, closing a road, and *boycotted* classes", "… to protest": behind the comma that closes the gerund's
    /// clause goes on who did the first, and no class is joined with a gerund.
    pub(super) fn read_described_as_next_of_doer(&mut self, word: usize) {
        let labels = self.labels;
        let thing = self.head(word);
        let and = word.checked_sub(1).filter(|&i| self.lower(i) == "and");
        let closed = and.is_some_and(|i| i > 0 && self.lower(i - 1) == ",");
        let bare = self.tokens[word].dep == labels.adjectival
            && self.lower(word).ends_with("ed")
            && thing > word
            && self.tag(thing) == "NNS"
            && self.leftmost(thing) == word;
        let Some(and) = and.filter(|_| closed && bare) else {
            return;
        };
        // "boycotted classes *to protest*": the classes are read as who protests.
        let to = self.head(thing);
        let aim = Some(to).filter(|&v| {
            self.tag(v) == "VB"
                && self.tokens[thing].dep == labels.subject
                && self.tokens[v].dep == labels.conjunct
        });
        let gerund = self.head(aim.unwrap_or(thing));
        let main = self.head(gerund);
        let beside_gerund = (aim.is_some() || self.tokens[thing].dep == labels.conjunct)
            && gerund < and
            && self.tag(gerund) == "VBG"
            && self.tokens[gerund].dep == labels.adverbial
            && main < gerund
            && self.tag(main) == "VBD"
            && self.subject(main, 0..main).is_some();
        if !beside_gerund {
            return;
        }
        self.attach(word, main, labels.conjunct);
        self.read_as_verb(word, labels.past, "");
        self.tokens[word].morph = self.tokens[main].morph;
        self.tokens[and].head = main as u32;
        let aim = aim.or_else(|| {
            self.child(thing, thing..self.tokens.len(), labels.relative)
                .filter(|&v| self.tag(v) == "VB" && self.lower(v - 1) == "to")
        });
        if let Some(aim) = aim {
            self.attach(aim, word, labels.adverbial);
        }
        self.attach(thing, word, labels.object);
    }

    /// "said the man left the wake, *came* back and fired": who left came back, and nobody else says so.
    pub(super) fn join_next_told(&mut self, verb: usize) {
        let labels = self.labels;
        let cue = self.head(verb);
        let own = self.children(verb, 0..verb);
        let begins = own.iter().any(|&c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "nsubj" | "nsubjpass" | "mark"
            )
        });
        if self.tokens[verb].dep != labels.complement || cue >= verb || begins || !self.is_cue(cue)
        {
            return;
        }
        let told = self.children(cue, cue + 1..verb).into_iter().find(|&c| {
            self.tokens[c].dep == labels.complement
                && self.tag(c) == "VBD"
                && self.subject(c, cue..c).is_some()
        });
        let parted = verb > 0 && self.lower(verb - 1) == ",";
        if let Some(told) = told.filter(|_| parted) {
            self.attach(verb, told, labels.conjunct);
        }
    }

    /// "Ruvia voiced alarm, and Danu, which backs the army, *urged* calm", "Ruvia condemned the clash and Danu *called*
    /// for talks": a name joined to a thing and right before a finite verb without another subject is who acts.
    pub(super) fn part_next_doer_from_thing(&mut self, verb: usize) {
        /// How deep the last word of an aside stands below the name that it describes.
        const ASIDE_DEPTH: usize = 5;
        let labels = self.labels;
        let Some(mut doer) = verb.checked_sub(1) else {
            return;
        };
        // An aside that describes the name stands between.
        if doer > 0 && self.lower(doer) == "," {
            doer -= 1;
            for _ in 0..ASIDE_DEPTH {
                let up = self.head(doer);
                if self.tokens[doer].dep == labels.conjunct || up > verb {
                    break;
                }
                doer = up;
            }
        }
        let (thing, dep) = (self.head(doer), self.tokens[verb].dep);
        let joined = self.tokens[doer].dep == labels.conjunct
            && self.tokens[doer].pos == Pos::Propn
            && thing < doer
            && !self.is_somebody(thing)
            && self.is_noun(thing);
        if !joined {
            return;
        }
        let above = self.head(verb);
        let own = self.subject(verb, 0..verb);
        let of_thing = dep == labels.modifier_clause && above == thing && own.is_none();
        let beside = dep == labels.conjunct && above < thing && own.is_none();
        let of_both = dep == labels.complement && above + 1 == thing && own == Some(thing);
        let first = if of_thing { self.head(thing) } else { above };
        let object = self.head(thing) == first && self.tokens[thing].dep == labels.object;
        let tells = first < thing && matches!(self.tag(first), "VBD" | "VBN");
        let Some(and) = self
            .leftmost(doer)
            .checked_sub(1)
            .filter(|&c| matches!(self.lower(c).as_str(), "and" | "but") && self.head(c) == thing)
        else {
            return;
        };
        if !tells || !(of_both || (of_thing || beside) && object) {
            return;
        }
        self.attach(thing, first, labels.object);
        self.tokens[and].head = first as u32;
        self.attach(verb, first, labels.conjunct);
        self.attach(doer, verb, labels.subject);
    }

    /// "The fans threw bottles and police *detained* ten": who stands right before a verb without a subject, joined to
    /// a thing, acts.
    pub(super) fn give_joined_verb_its_doer(&mut self, verb: usize) {
        let labels = self.labels;
        let first = self.head(verb);
        let Some(doer) = verb.checked_sub(1) else {
            return;
        };
        let thing = self.head(doer);
        let acts = (first..verb).any(|i| {
            self.head(i) == verb
                && matches!(self.symbols.get(self.tokens[i].dep), "nsubj" | "nsubjpass")
        });
        let human = |tree: &Self, i: usize| {
            noun_classes(&tree.tokens[i].lemma).meets(ClassSet::HUMAN.union(ClassSet::AGENT))
        };
        // "is fighting the army and *a militia* attacked": what goes on and what was done are not told of one.
        let shifts = self.tag(verb) == "VBD" && matches!(self.tag(first), "VBG" | "VBP" | "VBZ");
        if self.tokens[verb].dep != labels.conjunct
            || first >= thing
            || thing >= doer
            || acts
            || self.tokens[doer].dep != labels.conjunct
            || !(self.tokens[thing].dep == labels.object && self.head(thing) == first
                // "rioted in a jail and *guerrillas* attacked bases"
                || self.tokens[thing].dep == labels.prepositional_object
                    && self.head(self.head(thing)) == first)
            || !human(self, doer)
            || !shifts && (human(self, thing) || self.tokens[thing].pos == Pos::Propn)
        {
            return;
        }
        for link in self.children(thing, thing + 1..doer) {
            if self.symbols.get(self.tokens[link].dep) == "cc" {
                self.tokens[link].head = first as u32;
            }
        }
        self.attach(doer, verb, labels.subject);
    }

    /// "cars were pelted with stones and *a truck and a bus* were torched": a verb that no "and" of its own joins has for
    /// its subject the noun right before it, and with that what the first "and" led to.
    pub(super) fn take_subject_from_list(&mut self, verb: usize) {
        let labels = self.labels;
        let first = self.head(verb);
        if self.tokens[verb].dep != labels.conjunct
            || first > verb
            || self.subject(verb, first..verb).is_some()
        {
            return;
        }
        let helped = |h: &usize| matches!(self.lower(*h).as_str(), "was" | "were");
        let Some(helper) = self.opening_of(verb).filter(helped) else {
            return;
        };
        let Some(last) = helper
            .checked_sub(1)
            .filter(|&l| l > first && self.is_noun(l))
        else {
            return;
        };
        let base = self.first_listed(last);
        let governed = self.tokens[base].dep == labels.object
            || self.tokens[base].dep == labels.prepositional_object;
        let next = self.child(base, base + 1..helper, labels.conjunct);
        let Some(next) =
            next.filter(|_| governed && base > first && base < last && self.within(base, first))
        else {
            return;
        };
        let several = next < last || matches!(self.tag(next), "NNS" | "NNPS" | "CD");
        if several != (self.lower(helper) == "were") {
            return;
        }
        for link in self.children(base, base + 1..next) {
            if self.symbols.get(self.tokens[link].dep) == "cc" {
                self.tokens[link].head = first as u32;
            }
        }
        let role = self.subject_label(verb, helper..verb);
        self.attach(next, verb, role);
    }

    /// "The bank shut after gunmen attacked a branch, *looted* the vault and killed two": a row behind a comma goes on with
    /// the nearest deed that has an object, as its members do.
    pub(super) fn go_on_with_nearest_deed(&mut self, verb: usize) {
        let labels = self.labels;
        let main = self.head(verb);
        let count = self.tokens.len();
        let in_row = self.tokens[verb].dep == labels.conjunct
            && main + 2 < verb
            && self.tag(verb) == "VBD"
            && self.lower(verb - 1) == ","
            && self.subject(verb, main..verb).is_none()
            && self.child(verb, verb..count, labels.object).is_some()
            && self
                .child(verb, verb..count, labels.conjunct)
                .is_some_and(|next| self.tokens[next].pos == Pos::Verb);
        if !in_row {
            return;
        }
        let opens = |s: usize| {
            self.children(s, main..s).iter().any(|&c| {
                matches!(
                    self.lower(c).as_str(),
                    "after" | "because" | "when" | "since" | "before"
                )
            })
        };
        // "arrested a man who stabbed a student, *robbed* a shop and fled"
        let sought = self.lemma_in(
            main,
            &[
                "arrest", "capture", "charge", "convict", "detain", "hunt", "identify", "jail",
                "kill", "seek", "sentence",
            ],
        );
        let of_sought = |s: usize| {
            self.tokens[s].dep == labels.relative
                && sought
                && self.tokens[self.head(s)].dep == labels.object
                && self.head(self.head(s)) == main
                && self
                    .subject(s, main..s)
                    .is_some_and(|who| self.tag(who) == "WP")
        };
        let nearest = (main + 1..verb).find(|&s| {
            of_sought(s) && self.tag(s) == "VBD" && self.within(verb - 2, s)
                || self.head(s) == main
                    && self.tokens[s].dep == labels.adverbial
                    && self.tag(s) == "VBD"
                    && opens(s)
                    && self.subject(s, main..s).is_some()
                    && self.child(s, s..verb, labels.object).is_some()
                    && self.within(verb - 2, s)
        });
        if let Some(nearest) = nearest {
            self.tokens[verb].head = nearest as u32;
        }
    }

    /// "six were killed and *nine others* injured": the second passive has left its "were" out.
    pub(super) fn read_joined_as_passive(&mut self, participle: usize) {
        let labels = self.labels;
        if let Some(sufferers) = self.share_before_participle(participle) {
            let first = self.head(participle);
            self.attach(participle, first, labels.conjunct);
            self.attach(sufferers, participle, labels.passive_subject);
            return;
        }
        let sufferer = self.head(participle);
        let first = self.head(sufferer);
        let passive = self.is_passive(first, 0..first);
        if self.tokens[participle].dep != labels.modifier_clause
            || sufferer + 1 != participle
            || self.tokens[sufferer].dep != labels.conjunct
            || first >= sufferer
            || !passive
            || self.tag(first) != "VBN"
            || !(self.lemma_in(participle, UNDERGONE)
                || self.lemma_in(participle, &["wound", "injure", "hurt"]))
        {
            return;
        }
        self.attach(participle, first, labels.conjunct);
        self.attach(sufferer, participle, labels.passive_subject);
    }

    /// "was looted on the road to Kalem and *two of its guards* abducted": behind "and", a number of those who belong to what
    /// suffered first, before what was done to them.
    fn share_before_participle(&self, participle: usize) -> Option<usize> {
        let labels = self.labels;
        let first = self.head(participle);
        let told_of = first < participle
            && self.tokens[participle].dep == labels.adverbial
            && self.tag(first) == "VBN"
            && self.is_passive(first, 0..first)
            && self.lemma_in(participle, UNDERGONE)
            && self
                .child(participle, 0..self.tokens.len(), labels.object)
                .is_none()
            && self.subject(participle, first..participle).is_none();
        let joins = |i: &usize| self.lower(*i) == "and";
        let and = (first + 1..participle)
            .rev()
            .filter(|_| told_of)
            .find(joins)?;
        let number = and + 1;
        let ours = (number..participle).any(|i| matches!(self.lower(i).as_str(), "its" | "their"));
        let share = self.tag(number) == "CD" && ours && self.within(participle - 1, number);
        share.then_some(number)
    }

    /// "was cleared of one charge but *found* guilty", "was beaten and *left* for dead by two men": joined to a passive,
    /// without an object, what is done to people was done to its subject.
    pub(super) fn read_joined_to_passive(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let first = self.head(verb);
        let mut governor = first;
        while self.tokens[governor].dep == labels.conjunct && self.tag(governor) == "VBN" {
            governor = self.head(governor);
        }
        let bare = self.subject(verb, 0..count).is_none()
            && self.child(verb, verb + 1..count, labels.object).is_none()
            && !self
                .children(verb, 0..verb)
                .iter()
                .any(|&c| self.tokens[c].pos == Pos::Aux);
        let by_somebody = self.children(verb, verb + 1..count).into_iter().any(|by| {
            self.lower(by) == "by"
                && self
                    .child(by, by + 1..count, labels.prepositional_object)
                    .is_some_and(|o| self.is_somebody(o))
        });
        if self.tokens[verb].dep == labels.conjunct
            && first < verb
            && self.tag(first) == "VBN"
            && self.is_passive(governor, 0..governor)
            && bare
            && (by_somebody || self.lemma_in(verb, UNDERGONE))
        {
            self.tokens[verb].tag = labels.participle;
        }
    }

    /// Whether an auxiliary within a stretch says that a verb is of one: "*was* hanged".
    fn is_said_of_one(&self, verb: usize, within: std::ops::Range<usize>) -> bool {
        self.is_said_with(verb, within, &["was", "is", "has"])
    }

    /// "*have* since met", "*were* hanged".
    fn is_said_of_several(&self, verb: usize, within: std::ops::Range<usize>) -> bool {
        self.is_said_with(verb, within, &["were", "are", "have"])
    }

    fn is_said_with(&self, verb: usize, within: std::ops::Range<usize>, words: &[&str]) -> bool {
        self.children(verb, within)
            .iter()
            .any(|&c| words.contains(&self.lower(c).as_str()))
    }

    /// A name or a thing in the singular that nothing else is joined with and that is no body of many.
    fn is_one(&self, noun: usize) -> bool {
        matches!(self.tag(noun), "NN" | "NNP")
            && self
                .child(noun, noun..self.tokens.len(), self.labels.conjunct)
                .is_none()
            && !noun_classes(&self.tokens[noun].lemma).meets(ClassSet::of(&[
                NounClass::Armed,
                NounClass::Police,
                NounClass::People,
            ]))
    }

    fn is_several(&self, noun: usize) -> bool {
        matches!(self.tag(noun), "NNS" | "NNPS")
            || matches!(self.lower(noun).as_str(), "they" | "we")
    }

    /// "He fled after his guards turned on him, and *was* handed over": "was" goes with "he". "The parties quarrelled until
    /// Danu left, and *have* since met": "have" goes with the parties.
    pub(super) fn join_with_agreeing_subject(&mut self, verb: usize) {
        let labels = self.labels;
        let aside = self.head(verb);
        let main = self.head(aside);
        if self.tokens[verb].dep != labels.conjunct
            || aside > verb
            || main > aside
            || self.tokens[aside].dep != labels.adverbial
        {
            return;
        }
        let acts = self.subject(verb, aside..verb).is_some();
        let (Some(other), Some(subject)) =
            (self.subject(aside, 0..aside), self.subject(main, 0..main))
        else {
            return;
        };
        let (others, several) = (self.is_several(other), self.is_several(subject));
        let of_one = self.is_said_of_one(verb, aside..verb) && others && !several;
        let of_several =
            self.is_said_of_several(verb, aside..verb) && several && self.is_one(other);
        if !acts && (of_one || of_several) {
            self.tokens[verb].head = main as u32;
        }
    }

    /// "They spoke of Roe, who was jailed, had her appeal thrown out and *was* hanged": what is so of one is not said of
    /// them, and goes on with the clause about that one.
    pub(super) fn go_on_with_singular_clause(&mut self, verb: usize) {
        let labels = self.labels;
        let mut main = self.head(verb);
        if self.tokens[verb].dep != labels.conjunct || main >= verb {
            return;
        }
        let joined = main;
        while self.tokens[main].dep == labels.conjunct
            && self.head(main) < main
            && self.subject(main, 0..main).is_none()
        {
            main = self.head(main);
        }
        let singular = self.is_said_of_one(verb, joined..verb);
        let plural = self
            .subject(main, 0..main)
            .is_some_and(|s| self.is_several(s));
        if !singular || !plural || self.subject(verb, main..verb).is_some() {
            return;
        }
        let about_one = |c: usize| {
            let noun = self.head(c);
            self.tokens[c].dep == labels.relative
                && self.within(noun, main)
                && matches!(self.tag(noun), "NN" | "NNP")
                && self
                    .subject(c, noun..c)
                    .is_some_and(|who| matches!(self.tag(who), "WP" | "WDT"))
        };
        let Some(clause) = (main + 1..verb).rev().find(|&c| about_one(c)) else {
            return;
        };
        for next in self.children(main, clause + 1..verb + 1) {
            let goes_on = self.tokens[next].dep == labels.conjunct
                && self.subject(next, clause..next).is_none();
            if goes_on || self.symbols.get(self.tokens[next].dep) == "cc" {
                self.tokens[next].head = clause as u32;
            }
        }
    }

    /// "press the government for jobs or the *release* of relatives": what is asked for too, and not what a verb
    /// is joined with.
    pub(super) fn join_with_what_is_asked(&mut self, noun: usize) {
        let labels = self.labels;
        let above = self.head(noun);
        if self.tokens[noun].dep != labels.conjunct
            || above > noun
            || noun_classes(&self.tokens[noun].lemma).meets(ClassSet::HUMAN)
        {
            return;
        }
        let link = self.leftmost(noun).checked_sub(1);
        let link = link.filter(|&c| matches!(self.lower(c).as_str(), "or" | "and"));
        let Some(last) = link.and_then(|c| c.checked_sub(1)) else {
            return;
        };
        let preposition = self.head(last);
        let asks = [
            "appeal", "ask", "beg", "call", "lobby", "petition", "plead", "press", "push",
        ];
        let asked = self.tokens[last].dep == labels.prepositional_object
            && self.is_noun(last)
            && self.lower(preposition) == "for"
            && self.lemma_in(self.head(preposition), &asks)
            && above < preposition
            && self.within(last, above);
        if asked {
            self.tokens[noun].head = last as u32;
        }
    }

    /// "My mother, my sister and my uncle *were* killed": a plural verb after one person takes the
    /// apposition for what it is, the next of a list.
    pub(super) fn list_subjects(&mut self, first: usize) {
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

    /// "an officer, *his* wife and two children": kin, men and guards of somebody's are listed beside him, and are
    /// nothing that he is.
    pub(super) fn list_whose_they_are(&mut self, owner: usize) {
        let labels = self.labels;
        let noun = self.head(owner);
        if !matches!(self.lower(owner).as_str(), "his" | "her" | "their")
            || self.tokens[owner].dep != labels.possessor
            || self.leftmost(noun) != owner
            || owner < 2
            || self.lower(owner - 1) != ","
        {
            return;
        }
        let (first, dep) = (owner - 2, self.tokens[noun].dep);
        let human = |tree: &Self, i: usize| {
            tree.tokens[i].pos == Pos::Noun
                && noun_classes(&tree.tokens[i].lemma).meets(ClassSet::HUMAN)
        };
        let named = self.people.iter().any(|name| name.contains(&first));
        if !human(self, noun) || !(human(self, first) || named) {
            return;
        }
        let verb = self.head(first);
        let beside = dep == labels.apposition && self.head(noun) == first
            || verb > noun && self.head(noun) == verb && self.tokens[first].dep == dep;
        // Two things that one person is share one "his": "his deputy and successor".
        let count = self.tokens.len();
        let next = self
            .child(noun, noun + 1..count, labels.conjunct)
            .or_else(|| self.child(first, noun + 1..count, labels.conjunct));
        let kin = |tree: &Self, i: usize| noun_classes(&tree.tokens[i].lemma).has(NounClass::Kin);
        let another = next.is_some_and(|next| {
            let own = (self.leftmost(next)..next).any(|i| {
                matches!(
                    self.symbols.get(self.tokens[i].dep),
                    "det" | "poss" | "nummod" | "amod"
                )
            });
            let linked = self.lower(self.leftmost(next) - 1) == "and";
            let nominal = self.is_noun(next);
            linked
                && nominal
                && (own || self.tag(next) != "NN" || kin(self, noun) && kin(self, next))
        });
        if beside && another {
            self.attach(noun, first, labels.conjunct);
        }
    }

    /// "charges of assault and attempted *murder*": crimes stand side by side below the charge.
    pub(super) fn join_crimes(&mut self, crime: usize) {
        const CRIMES: [&str; 16] = [
            "abduction",
            "arson",
            "assault",
            "battery",
            "burglary",
            "corruption",
            "fraud",
            "homicide",
            "kidnapping",
            "manslaughter",
            "murder",
            "rape",
            "robbery",
            "theft",
            "torture",
            "treason",
        ];
        const CHARGES: [&str; 5] = ["charge", "count", "accusation", "allegation", "suspicion"];
        let labels = self.labels;
        if !self.lemma_in(crime, &CRIMES) {
            return;
        }
        let above = self.head(crime);
        // "charges [of assault] and murder"
        if self.tokens[crime].dep == labels.conjunct && self.lemma_in(above, &CHARGES) {
            let of = (above + 1..crime).find(|&i| self.head(i) == above && self.lower(i) == "of");
            let first = of.and_then(|of| self.child(of, of..crime, labels.prepositional_object));
            if let Some(first) = first.filter(|&f| self.lemma_in(f, &CRIMES)) {
                for link in self.children(above, first..crime) {
                    self.tokens[link].head = first as u32;
                }
                self.attach(crime, first, labels.conjunct);
            }
            return;
        }
        // "counts of [manslaughter and attempted] murder"
        let first = self.children(crime, 0..crime).into_iter().find(|&c| {
            self.lemma_in(c, &CRIMES)
                && matches!(self.symbols.get(self.tokens[c].dep), "nmod" | "compound")
                && self
                    .children(c, c + 1..crime)
                    .iter()
                    .any(|&link| self.lower(link) == "and")
        });
        if let Some(first) = first {
            let (above, dep) = (self.head(crime), self.tokens[crime].dep);
            self.attach(first, above, dep);
            for word in self.children(first, first + 1..crime) {
                if self.lower(word) != "and" && self.tokens[word].dep == labels.conjunct {
                    self.attach(word, crime, labels.adjectival);
                }
            }
            self.attach(crime, first, labels.conjunct);
        }
    }

    /// "*30 rebels* and *12 soldiers* were killed", "*Ruiz*, 41, and *his son* were": two subjects of one verb are a list.
    pub(super) fn join_two_subjects(&mut self, second: usize) {
        let labels = self.labels;
        let (verb, dep) = (self.head(second), self.tokens[second].dep);
        if dep != labels.subject && dep != labels.passive_subject || verb < second {
            return;
        }
        let opening = self.leftmost(second);
        let Some(joint) = opening.checked_sub(1) else {
            return;
        };
        let first = self.head(joint);
        if self.symbols.get(self.tokens[joint].dep) == "cc"
            && first < joint
            && self.head(first) == verb
            && self.tokens[first].dep == dep
            && self.is_noun(first)
        {
            self.attach(second, first, labels.conjunct);
        }
    }

    /// "Okello and two sons *were abducted*": no verb is joined with a noun; who stands on both sides of the "and" are
    /// its subjects.
    pub(super) fn give_list_its_verb(&mut self, verb: usize) {
        let labels = self.labels;
        let first = self.head(verb);
        if self.tokens[verb].dep != labels.conjunct
            || self.head(first) != first
            || first > verb
            || !matches!(self.tokens[first].pos, Pos::Noun | Pos::Propn)
        {
            return;
        }
        let Some(second) = self.child(verb, first + 1..verb, labels.passive_subject) else {
            return;
        };
        let opening = self.leftmost(first);
        let opens = opening == 0 || matches!(self.lower(opening - 1).as_str(), "." | "!" | "?");
        if !opens {
            return;
        }
        let link = self.leftmost(second) - 1;
        if self.lower(link) == "and" && self.head(link) == first && self.is_noun(second) {
            self.take_place(verb, first);
            self.attach(first, verb, labels.passive_subject);
            self.attach(second, first, labels.conjunct);
        }
    }

    /// "Okello and *three of his guards* were killed": how many of them is no second subject.
    pub(super) fn join_number_of_them(&mut self, number: usize) {
        let of = self.child(
            number,
            number + 1..self.tokens.len(),
            self.labels.prepositional,
        );
        if of.is_some_and(|of| self.lower(of) == "of") {
            self.join_two_subjects(number);
        }
    }

    /// "A quake which struck the coast *killed* two": the coast is what it struck, and the quake killed.
    pub(super) fn give_whole_sentence_its_verb(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let clause = self.head(verb);
        let noun = self.head(clause);
        let root = self.tokens[noun].dep == labels.root && self.is_noun(noun);
        let relative = self.tokens[clause].dep == self.labels.relative
            && noun < clause
            && clause < verb
            && self.tag(clause) == "VBD"
            && self.child(clause, clause..count, labels.object).is_none();
        let pronoun = self.child(clause, noun..clause, labels.subject);
        let object = self.subject(verb, clause..verb);
        let Some(object) = object.filter(|_| self.tokens[verb].dep == labels.complement) else {
            return;
        };
        // "who saw the *confessions was* quoted": where a clause may follow, number tells.
        let singular = self.is_said_of_one(verb, object..verb);
        let disagrees = singular && self.tag(object) == "NNS";
        if self.is_cue(clause) && !disagrees {
            return;
        }
        let relates = pronoun.is_some_and(|p| matches!(self.tag(p), "WDT" | "WP"));
        if root && relative && relates && self.leftmost(object) == clause + 1 {
            let role = self.tokens[object].dep;
            self.attach(object, clause, labels.object);
            self.attach(verb, verb, labels.root);
            self.attach(noun, verb, role);
            for mark in self.children(noun, verb + 1..count) {
                self.tokens[mark].head = verb as u32;
            }
        }
    }

    /// "smashed a brigade, *killed* or wounded 200 men and blew up tanks": what it did next, and not how the
    /// brigade was left.
    pub(super) fn read_described_as_next_of_list(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        let first = self.head(noun);
        let count = self.tokens.len();
        let described = self.tokens[verb].dep == labels.modifier_clause
            && noun + 2 == verb
            && self.lower(verb - 1) == ","
            && self.tokens[noun].dep == labels.object
            && first < noun
            && self.tag(first) == "VBD";
        let acts = |tree: &Self, v: usize| {
            tree.tokens[v].dep == labels.conjunct
                && matches!(tree.tag(v), "VBD" | "VBN")
                && tree.child(v, v..count, labels.object).is_some()
        };
        let joined = self.children(verb, verb + 1..count);
        if described && joined.iter().filter(|&&v| acts(self, v)).count() >= 1 {
            self.tokens[verb].tag = labels.past;
            self.attach(verb, first, labels.conjunct);
        }
    }

    /// "besieged the town, *abducted* traders and burned lorries": between two things done stands a third.
    pub(super) fn read_as_one_of_list(&mut self, verb: usize) {
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

    /// "have killed 32 civilians, including 7 in a strike, *abducted* 4 others": a participle with an object of its
    /// own behind a comma is one more thing done, and says nothing of those before it.
    pub(super) fn go_on_behind_list(&mut self, verb: usize) {
        // Verbs that keep an object in the passive: "residents, given two hours to leave".
        const OF_TWO: [&str; 20] = [
            "give", "award", "deny", "offer", "pay", "teach", "grant", "name", "call", "elect",
            "appoint", "send", "tell", "ask", "show", "serve", "issue", "hand", "sentence",
            "charge",
        ];
        let labels = self.labels;
        if self.tokens[verb].dep != labels.modifier_clause {
            return;
        }
        let described = self.head(verb);
        let count = self.tokens.len();
        let object = self.child(verb, verb + 1..count, labels.object);
        let set_apart = verb > 0 && self.lower(verb - 1) == ",";
        let own = self.children(verb, 0..verb);
        if object.is_none()
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

    /// "have killed *32 civilians*, including 7 in a strike, abducted 4 others": who is picked out of with
    /// "including" right behind a verb was its object, and does nothing that follows.
    pub(super) fn give_list_its_objects(&mut self, verb: usize) {
        let labels = self.labels;
        let dep = self.tokens[verb].dep;
        if dep != labels.conjunct && dep != labels.complement {
            return;
        }
        let subject = self.child(verb, 0..verb, labels.subject);
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
        let has_object = self.child(first, first + 1..verb, labels.object).is_some();
        if joined && past && picked_out && !has_object {
            self.attach(subject, first, labels.object);
            self.attach(verb, first, labels.conjunct);
            self.tokens[verb].tag = self.tokens[first].tag;
        }
    }

    /// "attacked a post and later *looted* shops", "bombarding and *starving* people": what stands right behind the
    /// "and" of a verb is done too, and describes no thing that a verb could be joined with.
    pub(super) fn read_described_as_joined(&mut self, word: usize) {
        let labels = self.labels;
        let thing = self.head(word);
        let verb = self.head(thing);
        let gerunds = self.tag(word) == "VBG" && self.tag(verb) == "VBG";
        let deed = || {
            let form = self.lower(word);
            DEEDS.iter().find(|deed| is_past_of(&form, deed)).copied()
        };
        let past = || matches!(self.tag(word), "JJ" | "VBN") && self.tag(verb) == "VBD";
        let lemma = if gerunds {
            None
        } else if let Some(deed) = deed().filter(|_| past()) {
            Some(deed)
        } else {
            return;
        };
        let placed = self.tokens[word].dep == labels.adjectival
            && self.tokens[thing].dep == labels.conjunct
            && self.tokens[thing].pos == Pos::Noun
            && self.tokens[verb].pos == Pos::Verb
            && verb < word
            && word < thing
            && self.leftmost(thing) >= self.leftmost(word);
        let first = (verb..self.leftmost(word))
            .rev()
            .find(|&i| self.tokens[i].pos != Pos::Adv);
        let behind_and = first.is_some_and(|i| {
            self.lower(i) == "and" && self.head(i) == verb && (gerunds || i > verb + 1)
        });
        if !placed || !behind_and {
            return;
        }
        let kept = self.tokens[word].dep;
        for child in self.children(thing, verb..word) {
            if self.tokens[child].pos == Pos::Adv && self.tokens[child].dep != kept {
                self.tokens[child].head = word as u32;
            }
        }
        self.attach(word, verb, labels.conjunct);
        self.attach(thing, word, labels.object);
        self.tokens[word].pos = Pos::Verb;
        if let Some(lemma) = lemma {
            self.tokens[word].tag = labels.past;
            self.tokens[word].lemma = lemma.into();
        }
    }

    /// "has taken several areas, *bombarding* people": a gerund with an object behind a comma says what else was done,
    /// and is joined with no thing.
    pub(super) fn part_clause_from_thing(&mut self, gerund: usize) {
        let labels = self.labels;
        let thing = self.head(gerund);
        let verb = self.head(thing);
        let acts = self
            .children(gerund, gerund + 1..self.tokens.len())
            .into_iter()
            .any(|c| [labels.object, labels.conjunct].contains(&self.tokens[c].dep));
        let comma = gerund > 0 && self.lower(gerund - 1) == ",";
        let listed = self
            .children(thing, thing + 1..self.tokens.len())
            .into_iter()
            .any(|c| {
                self.tokens[c].pos == Pos::Cconj
                    || self.tokens[c].dep == labels.conjunct && c != gerund
            });
        if self.tokens[gerund].dep == labels.conjunct
            && self.tokens[thing].dep == labels.object
            && self.tokens[verb].pos == Pos::Verb
            && thing < gerund
            && comma
            && acts
            && !listed
        {
            self.attach(gerund, verb, labels.adverbial);
        }
    }

    /// "gathered to mourn a colleague who died and *to appeal* for peace": one infinitive goes with another, and not with
    /// a finite verb.
    pub(super) fn join_infinitives(&mut self, verb: usize) {
        let finite = self.head(verb);
        let to = |tree: &Self, v: usize| {
            tree.children(v, v.saturating_sub(3)..v)
                .iter()
                .any(|&c| tree.lower(c) == "to" && tree.symbols.get(tree.tokens[c].dep) == "aux")
        };
        // "to talk to guards who survived it and *meet* with others": a base form goes with a base form.
        let bare = self.tag(verb) == "VB" && matches!(self.tag(finite), "VBD" | "VBZ");
        let acts = self.children(verb, 0..self.tokens.len()).iter().any(|&c| {
            matches!(self.symbols.get(self.tokens[c].dep), "nsubj" | "nsubjpass")
                || self.symbols.get(self.tokens[c].dep) == "aux" && self.lower(c) != "to"
        });
        if self.tokens[verb].dep != self.labels.conjunct
            || finite > verb
            || !(to(self, verb) || bare)
            || acts
            || to(self, finite)
            || !matches!(self.tag(finite), "VBD" | "VBZ" | "VBP")
        {
            return;
        }
        let mut at = finite;
        for _ in 0..6 {
            let above = self.head(at);
            if above == at || above > verb {
                return;
            }
            let joined = to(self, above)
                || self.tokens[above].dep == self.labels.conjunct && to(self, self.head(above));
            if self.tag(above) == "VB" && joined {
                for link in self.children(finite, finite..verb) {
                    if self.tokens[link].pos == Pos::Cconj {
                        self.tokens[link].head = above as u32;
                    }
                }
                self.tokens[verb].head = above as u32;
                return;
            }
            at = above;
        }
    }

    /// "killed his wife, *son*, two daughters and a cousin": one more of a list, and not what the first is.
    pub(super) fn list_objects(&mut self, first: usize) {
        let labels = self.labels;
        let human = |tree: &Self, i: usize| {
            tree.tokens[i].pos == Pos::Noun
                && noun_classes(&tree.tokens[i].lemma).meets(ClassSet::HUMAN)
        };
        if ![labels.object, labels.prepositional_object].contains(&self.tokens[first].dep)
            || !human(self, first)
        {
            return;
        }
        let apposed: Vec<usize> = self
            .children(first, first + 1..self.tokens.len())
            .into_iter()
            .filter(|&i| self.tokens[i].dep == labels.apposition)
            .collect();
        let listed = apposed
            .iter()
            .all(|&i| human(self, i) && self.lower(self.leftmost(i).saturating_sub(1)) == ",");
        let ends = apposed.last().is_some_and(|&i| {
            self.children(i, i + 1..self.tokens.len())
                .into_iter()
                .any(|c| self.tokens[c].dep == labels.conjunct)
        });
        // Two things that one person is have no number and no third.
        let many = apposed.len() > 1
            || apposed.iter().any(|&i| {
                self.children(i, first..i)
                    .iter()
                    .any(|&c| self.tag(c) == "CD")
            });
        if listed && ends && many {
            for next in apposed {
                self.tokens[next].dep = labels.conjunct;
            }
        }
    }

    /// "Ruiz, *Osei* and Petrov were charged": two names between commas are two people.
    pub(super) fn list_names(&mut self, first: usize) {
        let labels = self.labels;
        let is_person = |tree: &Self, i: usize| tree.people.iter().any(|name| name.contains(&i));
        let count = self.tokens.len();
        let Some(next) = self.child(first, first + 1..count, labels.apposition) else {
            return;
        };
        let listed = self
            .children(next, next + 1..count)
            .into_iter()
            .any(|i| self.tokens[i].dep == labels.conjunct && is_person(self, i));
        if listed && is_person(self, first) && is_person(self, next) {
            self.tokens[next].dep = labels.conjunct;
        }
    }

    /// "300 civilians, *many* of them nurses, were killed": those of whom it is told how many are what.
    pub(super) fn give_whole_its_verb(&mut self, many: usize) {
        let labels = self.labels;
        let what = self.head(many);
        let verb = self.head(what);
        let dep = self.tokens[what].dep;
        let subject = [labels.subject, labels.passive_subject].contains(&dep);
        let share = matches!(
            self.lower(many).as_str(),
            "many" | "most" | "some" | "half" | "several"
        );
        let of_them = many + 2 < self.tokens.len()
            && self.lower(many + 1) == "of"
            && matches!(self.lower(many + 2).as_str(), "them" | "whom");
        let Some(whole) = many.checked_sub(2).filter(|_| self.lower(many - 1) == ",") else {
            return;
        };
        let link = self.head(whole);
        let crowded = self.tokens[whole].dep == labels.prepositional_object
            && self
                .child(link, link..whole, labels.prepositional_object)
                .is_some();
        // "said *23*, most of them children, were hurt": what the parser takes for what is said.
        let told = self.tokens[whole].dep == labels.object
            && self.head(whole) == self.head(verb)
            && (self.tag(whole) == "CD"
                || self
                    .children(whole, 0..whole)
                    .iter()
                    .any(|&c| self.tag(c) == "CD"));
        if subject
            && share
            && of_them
            && (crowded || told)
            && what > many
            && verb > what
            && self.is_noun(whole)
        {
            self.attach(whole, verb, dep);
            self.attach(what, whole, labels.apposition);
        }
    }

    /// "arrested not the landlord *but* the tenants": it was done to those behind the "but".
    pub(super) fn take_what_is_put_against(&mut self, but: usize) {
        let labels = self.labels;
        if self.lower(but) != "but" {
            return;
        }
        let denied = (0..but).rev().find(|&i| {
            self.is_noun(i)
                && matches!(
                    self.symbols.get(self.tokens[i].dep),
                    "dobj" | "pobj" | "nsubj" | "nsubjpass"
                )
                && self
                    .children(i, self.leftmost(i)..i)
                    .first()
                    .is_some_and(|&c| self.lower(c) == "not" && c == self.leftmost(i))
        });
        let Some(denied) = denied else { return };
        let verb = self.head(denied);
        let meant = (but + 1..self.tokens.len()).find(|&i| {
            self.tokens[i].dep == labels.conjunct
                && (self.head(i) == denied || self.within(denied, self.head(i)))
        });
        let between =
            (denied + 1..but).all(|i| self.tokens[i].pos == Pos::Punct || self.within(i, denied));
        let next = meant.filter(|&m| between && self.is_noun(m) && self.leftmost(m) == but + 1);
        if let Some(meant) = next {
            let dep = self.tokens[denied].dep;
            self.attach(meant, verb, dep);
            self.attach(denied, verb, labels.unlabelled);
            self.tokens[but].head = verb as u32;
        }
    }
}
