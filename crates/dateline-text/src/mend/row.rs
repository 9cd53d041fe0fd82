//! Rows of verbs under one governor: "vowed to A, B and C", "denied that they had A-ed, B-ed and C-ed", "accused of
//! A-ing, B-ing and C-ing".
//!
//! The parser hangs the later ones on the governor, which then seems to have done them.

use super::Tree;
use super::charge::RESULTS;
use super::joined::DEEDS;
use super::undergone::{UNDERGONE, is_past_of};
use crate::document::Pos;
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Governors whose gerund is what they tell of, so that further gerunds behind commas are told as well.
const TELLING: [&str; 12] = [
    "accuse",
    "acknowledge",
    "acquit",
    "admit",
    "blame",
    "charge",
    "clear",
    "confess",
    "convict",
    "deny",
    "indict",
    "suspect",
];

/// What is done to people for a deed of theirs.
const PUNISHING: [&str; 14] = [
    "arrest", "condemn", "convict", "detain", "execute", "fine", "freeze", "impose", "jail",
    "pardon", "punish", "revoke", "sanction", "sentence",
];

/// Verbs of those who speak on: "denied killing him, *saying* he was away".
const SPEAKING: [&str; 27] = [
    "accuse", "add", "argue", "ask", "blame", "call", "cite", "claim", "demand", "describe",
    "dismiss", "insist", "maintain", "note", "offer", "pledge", "promise", "quote", "reject",
    "say", "slam", "stress", "tell", "threaten", "urge", "vow", "warn",
];

/// What people are accused of doing to others, beside deeds of violence: "of arming rebels and *training* bombers".
const CHARGED_WITH: [&str; 22] = [
    "arm",
    "behead",
    "blackmail",
    "bribe",
    "censor",
    "deport",
    "displace",
    "evict",
    "expel",
    "finance",
    "harass",
    "harbour",
    "intimidate",
    "jail",
    "poison",
    "recruit",
    "shelter",
    "shoot",
    "silence",
    "smuggle",
    "starve",
    "train",
];

/// What forces carry off.
const SPOILS: ClassSet = ClassSet::of(&[
    NounClass::Animal,
    NounClass::Goods,
    NounClass::Money,
    NounClass::Vehicle,
])
.union(ClassSet::ARMS);

/// What they do with it.
const CARRYING_OFF: [&str; 4] = ["capture", "confiscate", "recover", "seize"];

/// Whom to ask is their object, and what is asked their infinitive.
const ASKING: [&str; 14] = [
    "appeal", "ask", "beg", "call", "command", "direct", "exhort", "implore", "instruct", "invite",
    "order", "press", "tell", "urge",
];

impl Tree<'_> {
    /// "vowed to kill the mayor, *burn* his house and kidnap his son": what has no tense is done by nobody yet; it goes
    /// with the infinitive before it.
    pub(super) fn join_bare_with_infinitive(&mut self, verb: usize) {
        let labels = self.labels;
        if self.has_own_clause(verb) || !self.stands_in_row(verb) {
            return;
        }
        // "Rebels refuse to leave, *kill* six": a headline's present.
        let counts = self
            .child(verb, verb + 1..self.tokens.len(), labels.object)
            .is_some_and(|o| {
                self.tag(o) == "CD"
                    || self
                        .children(o, verb..o)
                        .iter()
                        .any(|&c| self.tag(c) == "CD")
            });
        let mut at = self.head(verb);
        for _ in 0..6 {
            if at >= verb || self.tokens[at].pos == Pos::Noun && self.tag(at) == "NN" {
                return;
            }
            let present = self.tag(at) == "VBP";
            if self.tag(at) == "VB" && self.opening_infinitive(at) {
                if at != self.head(verb) {
                    self.attach(verb, at, labels.conjunct);
                }
                return;
            }
            if present && (counts || self.tag(verb) == "VBP") {
                return;
            }
            if let Some(first) = self.infinitive_between(at, verb) {
                self.attach(verb, first, labels.conjunct);
                self.tokens[verb].pos = Pos::Verb;
                return;
            }
            // "they run up and *hug* them": a present as good as an infinitive.
            if present {
                return;
            }
            let above = self.head(at);
            if above == at {
                return;
            }
            at = above;
        }
    }

    /// Whether a verb is an infinitive with "to", or joined to one.
    fn opening_infinitive(&self, mut verb: usize) -> bool {
        for _ in 0..6 {
            if self.has_infinitive_mark(verb) {
                return true;
            }
            if self.tokens[verb].dep != self.labels.conjunct {
                return false;
            }
            verb = self.head(verb);
        }
        false
    }

    pub(super) fn has_infinitive_mark(&self, verb: usize) -> bool {
        self.children(verb, verb.saturating_sub(3)..verb)
            .iter()
            .any(|&c| self.tag(c) == "TO" && self.symbols.get(self.tokens[c].dep) == "aux")
    }

    /// The first infinitive with "to" between a verb and one behind it that the first governs without another finite
    /// clause between.
    fn first_infinitive(&self, governor: usize, before: usize) -> Option<usize> {
        (governor + 1..before).find(|&i| {
            self.has_infinitive_mark(i)
                && self.subject(i, 0..i).is_none()
                && self.hangs_without_clause(i, governor)
        })
    }

    /// The infinitive between two verbs that the second goes with: the first, or the one at the end of a clause that no
    /// comma opens ("the need to help gangs that want *to oust* the premier, fight the army and …").
    fn infinitive_between(&self, governor: usize, verb: usize) -> Option<usize> {
        let nearest = (governor + 1..verb)
            .rev()
            .find(|&i| self.has_infinitive_mark(i) && self.subject(i, 0..i).is_none());
        let Some(nearest) = nearest else {
            return self.perceived(governor, verb);
        };
        let within = !self.hangs_without_clause(nearest, governor)
            && (governor + 1..verb - 1).all(|i| self.lower(i) != ",");
        if within {
            return Some(nearest);
        }
        self.first_infinitive(governor, verb)
    }

    /// "saw the men *break* a window, enter the shop and …": an infinitive without "to", of those who are seen or helped.
    fn perceived(&self, governor: usize, before: usize) -> Option<usize> {
        let seen = self.lemma_in(governor, &["help", "hear", "let", "make", "see", "watch"]);
        let complement = |&i: &usize| {
            self.tag(i) == "VB" && matches!(self.symbols.get(self.tokens[i].dep), "ccomp" | "xcomp")
        };
        let below = self.children(governor, governor + 1..before);
        below.into_iter().find(complement).filter(|_| seen)
    }

    /// "saw soldiers *blindfold* five monks and shoot them", "watched officers *club* nurses": what is not known as a verb
    /// is one between those who are seen and those it is done to, and what goes on without a tense goes on with it.
    pub(super) fn read_seen_as_infinitive(&mut self, word: usize) {
        let labels = self.labels;
        let (Some(doer), count) = (word.checked_sub(1), self.tokens.len()) else {
            return;
        };
        let people = self.tag(doer) == "NNS"
            && noun_classes(&self.tokens[doer].lemma).meets(ClassSet::HUMAN);
        if !people || word + 1 >= count {
            return;
        }
        let known = self.head(doer) == word && self.tokens[doer].dep == labels.subject;
        let seeing = self.head(if known { word } else { doer });
        let seeing = if seeing == word {
            self.head(word)
        } else {
            seeing
        };
        let sees = seeing < doer && self.lemma_in(seeing, &["hear", "see", "watch"]);
        if !sees || self.tokens[seeing].pos != Pos::Verb {
            return;
        }
        let object = match known {
            true => self.child(word, word + 1..count, labels.object),
            false => self.seen_victim(word, seeing),
        };
        let Some(object) = object else { return };
        self.read_as_infinitive_of(word, object, seeing);
        self.attach(doer, word, labels.subject);
        for next in self.children(seeing, object + 1..count) {
            let bare = self.tokens[next].dep == labels.conjunct
                && matches!(self.tag(next), "VB" | "VBP")
                && !self.has_own_clause(next);
            if bare {
                self.join_with(next, word);
            }
        }
    }

    /// Those to whom it is done, where the word between them and who does it was taken for a part of a name or of them.
    fn seen_victim(&self, word: usize, seeing: usize) -> Option<usize> {
        let next = word + 1;
        let behind = |i: usize| self.head(i) == seeing && self.tokens[i].dep == self.labels.object;
        let described = self.head(word);
        if described == next && behind(next) && self.tag(next) == "NNS" {
            return Some(next);
        }
        let counts = self.head(next) == word && self.tag(next) == "CD" && behind(word);
        counts.then_some(next)
    }

    fn read_as_infinitive_of(&mut self, word: usize, object: usize, seeing: usize) {
        let labels = self.labels;
        let tag = self.symbols.find("VB").unwrap_or(self.tokens[word].tag);
        self.read_as_verb(word, tag, "");
        self.attach(word, seeing, labels.complement);
        self.attach(object, word, labels.object);
    }

    /// "saw policemen kick a boy and *beat* him": a form that may be either goes on with what was seen.
    pub(super) fn join_with_what_was_seen(&mut self, verb: usize) {
        let seeing = self.head(verb);
        let either = self.tokens[verb].dep == self.labels.conjunct
            && seeing < verb
            && *self.lower(verb) == *self.tokens[verb].lemma
            && !self.has_own_clause(verb);
        if !either {
            return;
        }
        let (Some(seen), Some(tag)) = (self.perceived(seeing, verb), self.symbols.find("VB"))
        else {
            return;
        };
        if self.subject(seen, seeing..seen).is_some() {
            self.join_with(verb, seen);
            self.tokens[verb].tag = tag;
        }
    }

    fn hangs_without_clause(&self, mut i: usize, governor: usize) -> bool {
        for _ in 0..6 {
            let above = self.head(i);
            if above == governor {
                return true;
            }
            if above == i
                || self.tokens[above].dep == self.labels.relative
                || matches!(self.tag(above), "VBD" | "VBZ" | "VBP")
            {
                return false;
            }
            i = above;
        }
        false
    }

    /// Whether a verb has a subject, an auxiliary or a mark of its own.
    fn has_own_clause(&self, verb: usize) -> bool {
        self.children(verb, 0..verb).iter().any(|&c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "nsubj" | "nsubjpass" | "aux" | "auxpass" | "mark" | "expl"
            )
        })
    }

    /// Whether a comma or an "and" stands before a verb, but for adverbs.
    fn stands_in_row(&self, verb: usize) -> bool {
        (0..verb)
            .rev()
            .find(|&i| self.tokens[i].pos != Pos::Adv)
            .is_some_and(|i| {
                self.lower(i) == "," || matches!(self.lower(i).as_str(), "and" | "or" | "then")
            })
    }

    /// Whether a verb with an object is followed by one that "and" joins to it.
    fn opens_row(&self, verb: usize) -> bool {
        let count = self.tokens.len();
        self.child(verb, verb + 1..count, self.labels.conjunct)
            .is_some_and(|next| self.tokens[next].pos == Pos::Verb)
    }

    /// "told police that soldiers shot his son, *beat* his wife and burned his house", "If rebels attack the town, *kill*
    /// the mayor and burn the market, …": the second of three goes with the first.
    pub(super) fn join_with_first_of_row(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        if self.child(verb, verb + 1..count, labels.object).is_none() || self.has_own_clause(verb) {
            return;
        }
        let first = self.first_of_row(verb);
        let Some(first) = first.filter(|&f| self.goes_with_form(verb, f)) else {
            return;
        };
        if self.head(first) == verb {
            self.take_place(first, verb);
            self.tokens[first].dep = labels.adverbial;
        }
        self.attach(verb, first, labels.conjunct);
        let tag = self.tokens[first].tag;
        let mut at = Some(verb);
        while let Some(next) = at {
            self.tokens[next].tag = tag;
            at = self
                .child(next, next + 1..count, labels.conjunct)
                .filter(|&n| self.goes_with_form(n, next) && !self.has_own_clause(n));
        }
    }

    /// "was cut in the blast, which damaged a bank, *shattered* windows and toppled a tower": the second of a relative
    /// clause's three goes with its first, and not with the passive that the clause stands in.
    pub(super) fn join_with_relative(&mut self, verb: usize) {
        let labels = self.labels;
        let above = self.head(verb);
        let count = self.tokens.len();
        let second = self.tokens[verb].dep == labels.conjunct
            && above + 1 < verb
            && self.lower(verb - 1) == ","
            && self.subject(verb, 0..count).is_none()
            && self.child(verb, verb + 1..count, labels.object).is_some()
            && self.child(verb, verb + 1..count, labels.conjunct).is_some()
            && self.is_passive(above, 0..above);
        if !second {
            return;
        }
        let relative = (above + 1..verb - 1).rev().find(|&first| {
            self.tokens[first].dep == labels.relative
                && self.tag(first) == self.tag(verb)
                && self.within(first, above)
                && self.within(verb - 2, first)
        });
        if let Some(first) = relative.filter(|&first| self.subject(first, above..first).is_some()) {
            self.attach(verb, first, labels.conjunct);
        }
    }

    fn first_of_row(&self, verb: usize) -> Option<usize> {
        let labels = self.labels;
        let above = self.head(verb);
        let told = || {
            let mut below = self.children(above, above + 1..verb).into_iter();
            below.rfind(|&c| self.is_told_clause(c))
        };
        let dep = self.symbols.get(self.tokens[verb].dep);
        // "Witnesses say troops entered the village, *shot* a farmer": what is past is not done by who says it now.
        let joined = dep == "conj" && above < verb && self.is_cue(above);
        let now = matches!(self.tag(above), "VBP" | "VBZ") && self.tag(verb) == "VBD";
        if joined && now {
            return told();
        }
        let comma = verb > 0 && self.lower(verb - 1) == ",";
        // "If the militia invades, *shells* the town or …, donors will leave": who leaves shells nothing.
        let before_main = matches!(dep, "advcl" | "ccomp")
            && above > verb
            && self.subject(above, verb..above).is_some();
        if !comma || !self.opens_row(verb) && !before_main {
            return None;
        }
        let deed = || self.lemma_in(verb, DEEDS) || self.lemma_in(verb, UNDERGONE);
        if joined && deed() {
            return told();
        }
        match dep {
            "dep" if above < verb && self.subject(above, 0..above).is_some() => Some(above),
            "ccomp" | "xcomp" if above < verb => told(),
            // The condition hangs on the verb that it goes with.
            "advcl" | "ccomp" if above > verb => self
                .children(verb, 0..verb)
                .into_iter()
                .rfind(|&c| self.tokens[c].dep == labels.adverbial && self.is_condition(c)),
            _ => None,
        }
    }

    /// Whether a clause opens with "if", "when" or their like and has a subject.
    fn is_condition(&self, clause: usize) -> bool {
        self.subject(clause, 0..clause).is_some()
            && self.children(clause, 0..clause).iter().any(|&c| {
                matches!(
                    self.lower(c).as_str(),
                    "after"
                        | "as"
                        | "because"
                        | "before"
                        | "if"
                        | "once"
                        | "since"
                        | "unless"
                        | "until"
                        | "when"
                        | "while"
                )
            })
    }

    fn is_told_clause(&self, clause: usize) -> bool {
        self.tokens[clause].dep == self.labels.complement
            && self.tokens[clause].pos == Pos::Verb
            && self.subject(clause, 0..clause).is_some()
    }

    /// Whether one verb may go on with the form of another.
    fn goes_with_form(&self, verb: usize, first: usize) -> bool {
        let past = |i: usize| matches!(self.tag(i), "VBD" | "VBN");
        let present = |i: usize| matches!(self.tag(i), "VB" | "VBP");
        past(verb) && past(first)
            || present(verb) && present(first)
            || self.tag(verb) == "VBZ" && self.tag(first) == "VBZ"
    }

    /// "denied beating the prisoner, *breaking* his arm and raping his wife": three things that are denied; "denies striking
    /// a school, *killing* pupils": what came of it is denied too.
    pub(super) fn join_gerunds(&mut self, gerund: usize) {
        let labels = self.labels;
        let comma = gerund > 0 && self.lower(gerund - 1) == ",";
        let governor = self.head(gerund);
        let behind = comma
            && governor < gerund
            && [labels.adverbial, labels.modifier_clause].contains(&self.tokens[gerund].dep)
            && !self.has_own_clause(gerund)
            && !self.lemma_in(gerund, &SPEAKING);
        let row = self.opens_row(gerund) && self.tokens[gerund].dep == labels.adverbial;
        if !behind || !row && !self.is_deed_of_denied(gerund) {
            return;
        }
        let first = if self.tag(governor) == "VBG" {
            let above = self.head(governor);
            Some(governor).filter(|_| self.lemma_in(above, &TELLING))
        } else if self.is_noun(governor) {
            // "Rebels accused of attacking a village, *killing* monks"
            let mut told = self.children(governor, governor + 1..gerund).into_iter();
            told.rfind(|&v| self.tokens[v].dep == labels.modifier_clause)
                .and_then(|v| self.told_gerund(v, gerund))
        } else {
            self.told_gerund(governor, gerund)
        };
        if let Some(first) = first {
            let came_of_it = !row && self.lemma_in(gerund, &RESULTS);
            let label = if came_of_it {
                labels.adverbial
            } else {
                labels.conjunct
            };
            self.attach(gerund, first, label);
        }
    }

    /// Whether a gerund behind a comma names a deed or what came of one; a headline says nothing else behind a denial.
    fn is_deed_of_denied(&self, gerund: usize) -> bool {
        let object = self.child(gerund, gerund + 1..self.tokens.len(), self.labels.object);
        object.is_some()
            && (self.lemma_in(gerund, DEEDS)
                || self.lemma_in(gerund, &RESULTS)
                || self.reads_as_headline())
    }

    /// The last gerund that a verb of telling governs before a word, by itself or behind a preposition.
    fn told_gerund(&self, governor: usize, before: usize) -> Option<usize> {
        if !self.lemma_in(governor, &TELLING) {
            return None;
        }
        (governor + 1..before).rev().find(|&i| {
            let above = self.head(i);
            let behind = self.tokens[i].dep == self.labels.gerund && self.head(above) == governor;
            self.tag(i) == "VBG"
                && (behind || above == governor && self.symbols.get(self.tokens[i].dep) == "xcomp")
        })
    }

    /// "charged with theft and *beating* a prisoner", "denies robbery and *kidnapping* a priest": a gerund is joined
    /// with no finite verb, but stands beside what that governs.
    pub(super) fn join_gerund_with_charge(&mut self, gerund: usize) {
        let labels = self.labels;
        let governor = self.head(gerund);
        let joined = self.tokens[gerund].dep == labels.conjunct
            && governor < gerund
            && gerund > 1
            && matches!(self.lower(gerund - 1).as_str(), "and" | "or")
            && self.tag(governor) != "VBG"
            && self.lemma_in(governor, &TELLING)
            && !self.has_own_clause(gerund);
        if !joined {
            return;
        }
        if let Some(first) = self.told_gerund(governor, gerund) {
            self.attach(gerund, first, labels.conjunct);
            self.tokens[gerund - 1].head = first as u32;
            return;
        }
        let link = self
            .children(governor, governor + 1..gerund)
            .into_iter()
            .rfind(|&c| {
                self.tokens[c].dep == labels.prepositional
                    && self
                        .child(c, c + 1..gerund, labels.prepositional_object)
                        .is_some()
            });
        let complement = self.symbols.find("xcomp");
        match (link, complement) {
            (Some(link), _) => self.attach(gerund, link, labels.gerund),
            (None, Some(complement)) => self.attach(gerund, governor, complement),
            _ => {}
        }
    }

    /// "accused Korva of *bombing* villages and killing clerks": what is done to the villages, and not what sort they
    /// are.
    pub(super) fn read_compound_as_gerund(&mut self, deed: usize) {
        let labels = self.labels;
        let (Some(link), thing) = (deed.checked_sub(1), deed + 1) else {
            return;
        };
        let placed = thing < self.tokens.len()
            && self.tokens[deed].dep == labels.compound
            && self.head(deed) == thing
            && self.tag(thing) == "NNS"
            && self.tokens[thing].dep == labels.prepositional_object
            && self.head(thing) == link
            && matches!(self.lower(link).as_str(), "of" | "for" | "with");
        let form = self.lower(deed);
        let to_people = thing < self.tokens.len()
            && noun_classes(&self.tokens[thing].lemma).meets(ClassSet::HUMAN);
        let done = form.strip_suffix("ing").is_some_and(|stem| {
            let charged = CHARGED_WITH.iter().filter(|_| to_people);
            DEEDS
                .iter()
                .chain(charged)
                .any(|d| d.strip_suffix('e').unwrap_or(d) == stem)
        });
        let verb = self.above(link, 4, |v| {
            self.lemma_in(v, &TELLING) || self.tag(deed) == "VBG" && self.lemma_in(v, &PUNISHING)
        });
        if placed && done && verb.is_some() && !self.is_happening(thing) {
            self.read_as_gerund_of(deed, thing);
            self.attach(deed, link, labels.gerund);
            self.attach(thing, deed, labels.object);
        }
    }

    fn is_happening(&self, noun: usize) -> bool {
        noun_classes(&self.tokens[noun].lemma).has(NounClass::Event)
    }

    fn is_document(&self, noun: usize) -> bool {
        noun_classes(&self.tokens[noun].lemma).has(NounClass::Document)
    }

    fn read_as_gerund_of(&mut self, deed: usize, thing: usize) {
        if let Some(tag) = self.symbols.find("VBG") {
            self.tokens[deed].tag = tag;
        }
        self.tokens[deed].pos = Pos::Verb;
        // Found anew, as that of a verb.
        self.tokens[deed].lemma = "".into();
        for child in self.children(thing, thing + 1..self.tokens.len()) {
            if self.tokens[child].pos == Pos::Cconj || self.lower(child) == "," {
                self.tokens[child].head = deed as u32;
            }
        }
    }

    /// "had killed ten during the battle and *captured* rifles": with what a preposition governs no spoils are joined.
    pub(super) fn read_described_as_carrying_off(&mut self, deed: usize) {
        let labels = self.labels;
        let spoils = self.head(deed);
        let listed = self.head(spoils);
        let link = self.head(listed);
        let verb = self.head(link);
        let described = self.tokens[deed].dep == labels.adjectival
            && self.tokens[spoils].dep == labels.conjunct
            && self.tokens[listed].dep == labels.prepositional_object
            && noun_classes(&self.tokens[spoils].lemma).meets(SPOILS)
            && self.leftmost(spoils) == deed
            && self.lower(deed - 1) == "and"
            && self.head(deed - 1) == listed;
        let form = self.lower(deed);
        let lemma = CARRYING_OFF.iter().find(|l| is_past_of(&form, l));
        let acts = matches!(self.tag(verb), "VBD" | "VBN")
            && verb < link
            && self.child(verb, verb..link, labels.object).is_some();
        let Some(lemma) = lemma.filter(|_| described && acts) else {
            return;
        };
        self.attach(deed, verb, labels.conjunct);
        self.attach(spoils, deed, labels.object);
        self.tokens[deed - 1].head = verb as u32;
        self.read_as_verb(deed, self.tokens[verb].tag, lemma);
    }

    /// "executing prisoners and *burning* homes", "kill priests and *burn* shops", "raped women, *tortured* monks and
    /// looted shops": behind "and" what could be a description is the next deed.
    pub(super) fn read_described_as_next_deed(&mut self, deed: usize) {
        let labels = self.labels;
        let thing = self.head(deed);
        let mut listed = self.head(thing);
        while self.tokens[listed].dep == labels.conjunct && self.is_noun(listed) {
            listed = self.head(listed);
        }
        let verb = self.head(listed);
        let dep = self.tokens[deed].dep;
        let described = [labels.adjectival, labels.compound].contains(&dep)
            && thing == deed + 1
            && self.tokens[thing].dep == labels.conjunct
            && self.tokens[listed].dep == labels.object
            && self.tokens[verb].pos == Pos::Verb
            && verb < listed
            && listed < deed;
        // "issue fines and *arrest* warrants"
        if !described || self.is_happening(thing) || self.is_document(thing) {
            return;
        }
        let Some(lemma) = self.next_deed(deed, verb) else {
            return;
        };
        self.attach(deed, verb, labels.conjunct);
        self.attach(thing, deed, labels.object);
        if self.tokens[deed - 1].pos == Pos::Cconj {
            self.tokens[deed - 1].head = verb as u32;
        }
        self.tokens[deed].tag = self.tokens[verb].tag;
        self.tokens[deed].pos = Pos::Verb;
        self.tokens[deed].lemma = lemma.into();
        // What is a row only now is denied or charged as one.
        self.join_gerunds(verb);
    }

    /// "denied beating inmates, *starving* children and raping women": between two deeds stands a third, and no sort of
    /// children.
    pub(super) fn read_middle_of_gerunds(&mut self, deed: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let thing = deed + 1;
        let described = [labels.adjectival, labels.compound].contains(&self.tokens[deed].dep)
            && self.head(deed) == thing
            && thing < count
            && deed > 0
            && self.lower(deed - 1) == ","
            && self.tokens[thing].dep == labels.conjunct
            && self.tag(thing) == "NNS";
        let listed = self.head(thing.min(count - 1));
        let verb = self.head(listed);
        let first = self.tag(verb) == "VBG"
            && verb < listed
            && listed < deed
            && self.tokens[listed].dep == labels.object;
        if !described || !first {
            return;
        }
        let last = (thing + 1..count.min(thing + 4)).find(|&i| {
            self.tag(i) == "VBG"
                && self.tokens[i].dep == labels.conjunct
                && [thing, verb].contains(&self.head(i))
                && matches!(self.lower(i - 1).as_str(), "and" | "or")
                && self.child(i, i + 1..count, labels.object).is_some()
        });
        let Some(last) = last else { return };
        self.read_as_gerund_of(deed, thing);
        self.attach(deed, verb, labels.conjunct);
        self.attach(thing, deed, labels.object);
        self.attach(last, deed, labels.conjunct);
        self.tokens[last - 1].head = deed as u32;
    }

    /// "ordered all out of their homes, *confiscated* phones and *looted* shops": behind a comma, what is said to have been
    /// done to things goes on with who did the first.
    pub(super) fn read_described_as_next_past(&mut self, deed: usize) {
        const DONE_TO_THINGS: [&str; 12] = [
            "burn",
            "close",
            "confiscate",
            "damage",
            "destroy",
            "loot",
            "ransack",
            "seize",
            "set",
            "smash",
            "steal",
            "torch",
        ];
        let labels = self.labels;
        let thing = self.head(deed);
        let count = self.tokens.len();
        let opens = deed
            .checked_sub(1)
            .is_some_and(|c| matches!(&*self.lower(c), "," | "and"));
        let described = self.tokens[deed].dep == labels.adjectival
            && thing > deed
            && opens
            && self.leftmost(thing) == deed
            && self.lemma_in(deed, &DONE_TO_THINGS);
        if !described {
            return;
        }
        let above = self.head(thing);
        let verb = match self.tokens[thing].dep {
            // The first of the row has been read as a deed by now.
            dep if dep == labels.conjunct && self.tokens[above].dep == labels.object => {
                self.head(above)
            }
            dep if [labels.unlabelled, labels.object].contains(&dep)
                && self.child(above, above..deed, labels.object).is_some() =>
            {
                above
            }
            _ => return,
        };
        if verb >= deed || self.tag(verb) != "VBD" {
            return;
        }
        let own = self.tokens[verb].dep == labels.conjunct && self.head(verb) < verb;
        let leads = if own { self.head(verb) } else { verb };
        if self.subject(leads, 0..leads).is_none() {
            return;
        }
        self.attach(deed, verb, labels.conjunct);
        self.tokens[deed].tag = labels.past;
        self.tokens[deed].pos = Pos::Verb;
        for child in self.children(thing, thing + 1..count) {
            if matches!(self.symbols.get(self.tokens[child].dep), "punct" | "cc") {
                self.tokens[child].head = deed as u32;
            }
        }
        self.attach(thing, deed, labels.object);
    }

    /// "had beaten and *detained* opponents": a noun is joined with no verb, so what stands before it is the next deed.
    pub(super) fn read_described_as_shared_deed(&mut self, deed: usize) {
        let labels = self.labels;
        let thing = self.head(deed);
        let verb = self.head(thing);
        let described = self.tokens[deed].dep == labels.adjectival
            && self.tokens[thing].dep == labels.conjunct
            && self.is_noun(thing)
            && verb + 2 == deed
            && self.lower(verb + 1) == "and"
            && self.leftmost(thing) == deed;
        let active = matches!(self.tag(verb), "VBN" | "VBD")
            && self.tokens[verb].pos == Pos::Verb
            && !self.is_passive(verb, 0..verb)
            && self.subject(verb, 0..verb).is_some();
        if described && active {
            self.attach(deed, verb, labels.conjunct);
            self.attach(thing, deed, labels.object);
            self.tokens[deed].pos = Pos::Verb;
            self.tokens[deed].tag = self.tokens[verb].tag;
        }
    }

    /// The deed that a word behind "and" or a comma names in the form of a verb before it.
    fn next_deed(&self, deed: usize, verb: usize) -> Option<&'static str> {
        let before = self.lower(deed - 1);
        let form = self.lower(deed);
        let (ending, row) = match self.tag(verb) {
            "VBG" => ("ing", before == "and"),
            "VB" => ("", before == "and"),
            // "killed rebels and wounded civilians": those may be two sorts of people.
            "VBD" | "VBN" => (
                "ed",
                self.lemma_in(verb, DEEDS)
                    && !matches!(
                        form.as_str(),
                        "wounded" | "injured" | "detained" | "arrested"
                    )
                    && (matches!(before.as_str(), "and" | "or")
                        || before == "," && self.lower(self.head(deed) + 1) == "and"),
            ),
            _ => return None,
        };
        let stem = form.strip_suffix(ending).filter(|_| row)?;
        let named =
            |d: &&str| *d == stem || !ending.is_empty() && d.strip_suffix('e') == Some(stem);
        let to_people = ending == "ing"
            && self.lemma_in(self.head(self.head(verb)), &TELLING)
            && noun_classes(&self.tokens[self.head(deed)].lemma).meets(ClassSet::HUMAN);
        let charged = CHARGED_WITH.iter().filter(|_| to_people);
        DEEDS.iter().chain(charged).copied().find(|d| named(d))
    }

    /// "urged the army to stop and *the rebels to withdraw*": others who are asked, and what they are asked.
    pub(super) fn join_next_request(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(asked) = self.next_asked(verb) else {
            return;
        };
        let opening = self.leftmost(asked);
        let behind_for = opening > 0 && self.lower(opening - 1) == "for";
        let and = opening.checked_sub(1 + usize::from(behind_for));
        let Some(and) = and.filter(|&i| matches!(self.lower(i).as_str(), "and" | "or")) else {
            return;
        };
        let Some(governor) = self.above(verb, 4, |v| self.lemma_in(v, &ASKING)) else {
            return;
        };
        let first = self.first_infinitive(governor, and);
        if let Some(first) = first.filter(|_| governor < and) {
            self.attach(verb, first, labels.conjunct);
            self.attach(asked, verb, labels.subject);
            self.tokens[and].head = first as u32;
        }
    }

    /// "ordered the strike *to be suspended*": that it be is what is ordered, and not what sort of strike.
    pub(super) fn give_order_its_clause(&mut self, verb: usize) {
        const ORDERING: [&str; 8] = [
            "allow", "command", "direct", "expect", "order", "permit", "want", "wish",
        ];
        let labels = self.labels;
        let above = self.head(verb);
        let placed = match self.symbols.get(self.tokens[verb].dep) {
            "relcl" | "acl" => Some(above),
            "xcomp" => self.child(above, above..verb, labels.object),
            _ => None,
        };
        let asked = placed.filter(|&noun| {
            noun < verb
                && self.is_noun(noun)
                && self.tokens[noun].dep == labels.object
                && self.lemma_in(self.head(noun), &ORDERING)
        });
        let passive = self
            .passive_auxiliary(verb, above..verb)
            .is_some_and(|be| self.lower(be) == "be");
        let alone = self.subject(verb, 0..verb).is_none();
        let Some(noun) = asked.filter(|_| passive && alone && self.has_infinitive_mark(verb))
        else {
            return;
        };
        self.attach(verb, self.head(noun), labels.complement);
        self.attach(noun, verb, labels.passive_subject);
    }

    /// The noun right before an infinitive with "to" that the two are about.
    fn next_asked(&self, verb: usize) -> Option<usize> {
        if !self.has_infinitive_mark(verb) {
            return None;
        }
        let to = (0..verb).rev().find(|&i| self.tag(i) == "TO")?;
        let noun = to.checked_sub(1)?;
        let about = self.head(verb) == noun
            || self.head(noun) == verb
            || self.head(verb) == self.head(noun)
                && [self.labels.object, self.labels.conjunct].contains(&self.tokens[noun].dep);
        (self.is_noun(noun) && about).then_some(noun)
    }

    /// "denied *sheltering* rebels", "denies *bombing* clinic": what is denied is a deed, and not what sort of rebels or of
    /// clinic.
    pub(super) fn read_modifier_as_denied(&mut self, gerund: usize) {
        let labels = self.labels;
        let thing = self.head(gerund);
        let Some(verb) = gerund.checked_sub(1) else {
            return;
        };
        let described = self.tokens[gerund].dep == labels.adjectival && self.tag(gerund) == "VBG"
            || self.tokens[gerund].dep == labels.compound && self.strikes_target(gerund, thing);
        let denied = described
            && thing == gerund + 1
            && self.tokens[thing].dep == labels.object
            && self.head(thing) == verb
            && self.lemma_in(verb, &["deny", "admit"])
            && !self.lemma_in(gerund, &["exist", "miss", "lead", "remain"]);
        if let Some(complement) = self.symbols.find("xcomp").filter(|_| denied) {
            self.read_as_gerund_of(gerund, thing);
            self.attach(gerund, verb, complement);
            self.attach(thing, gerund, labels.object);
        }
    }

    /// "*bombing* clinic", where a headline leaves out the article: a deed, and one to whom it may be done.
    fn strikes_target(&self, deed: usize, thing: usize) -> bool {
        let word = self.lower(deed);
        let named = |stem: &str| {
            let deeds = DEEDS.iter().chain(&["invade", "strike", "target"]);
            deeds
                .copied()
                .any(|d| d.strip_suffix('e').unwrap_or(d) == stem)
        };
        self.reads_as_headline()
            && word.strip_suffix("ing").is_some_and(named)
            && noun_classes(&self.tokens[thing].lemma).meets(ClassSet::TARGET)
            && !self.lemma_in(thing, &["suspect", "survivor", "victim"])
    }

    /// "If police *beat* students and shoot a teacher": a form that may be either goes with the present that it is
    /// joined with.
    pub(super) fn read_as_present_beside_present(&mut self, verb: usize) {
        let first = self.head(verb);
        let either = self.tokens[verb].dep == self.labels.conjunct
            && first < verb
            && (self.tag(first) == "VBP"
                || self.tag(first) == "VBD" && *self.lower(first) == *self.tokens[first].lemma)
            && !self.has_own_clause(verb)
            && self.is_condition(first);
        if either {
            self.tokens[first].tag = self.labels.plain_present;
            self.tokens[verb].tag = self.labels.plain_present;
        }
    }
}
