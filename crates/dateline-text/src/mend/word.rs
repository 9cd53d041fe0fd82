//! Words that the tagger takes for others, and clauses on the wrong noun.

use super::Tree;
use crate::document::Pos;
use crate::phrase::{is_compass_point, is_deed_before_noun};
use crate::time::is_month;
use dateline_data::{ClassSet, MONTHS, NounClass, WEEKDAYS, noun_classes};

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

/// What strikes are made with, in the singular before them.
const MEANS_OF_STRIKES: [&str; 6] = ["air", "artillery", "drone", "missile", "mortar", "rocket"];

/// Whether a word, in small letters, is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

pub(super) fn names_day_or_month(word: &str) -> bool {
    is_weekday(word) || MONTHS.contains(&word)
}

impl Tree<'_> {
    /// "became one of 12 leaders *to join* the strike": what those of a number did, and not what it was for.
    pub(super) fn hang_infinitive_on_number(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(noun) = verb.checked_sub(2) else {
            return;
        };
        let of = self.head(noun);
        let one = self.head(of);
        if self.lower(verb - 1) == "to"
            && self.head(verb - 1) == verb
            && self.is_noun(noun)
            && self.tokens[noun].dep == labels.prepositional_object
            && self.lower(of) == "of"
            && self.lower(one) == "one"
            && self.head(verb) == self.head(one)
            && self.lemma_in(self.head(one), &["be", "become"])
        {
            self.attach(verb, noun, labels.modifier_clause);
        }
    }

    /// "called claims that he armed rebels *false*": what the claims are called, and not what they tell.
    pub(super) fn give_label_to_naming_verb(&mut self, label: usize) {
        const NAMING: [&str; 5] = ["call", "term", "label", "brand", "dub"];
        let labels = self.labels;
        let told = self.head(label);
        let thing = self.head(told);
        let naming = self.head(thing);
        let misplaced = self.tokens[label].dep == labels.predicate
            && told < label
            && matches!(
                self.symbols.get(self.tokens[told].dep),
                "acl" | "relcl" | "ccomp"
            )
            && !self.lemma_in(told, &NAMING)
            && !self.lemma_in(
                told,
                &["leave", "make", "find", "keep", "declare", "consider"],
            );
        if misplaced && self.tokens[thing].dep == labels.object && self.lemma_in(naming, &NAMING) {
            self.tokens[label].head = naming as u32;
        }
    }

    /// "rejected *as false* a report that they fired": how it is judged stands before what is judged.
    pub(super) fn set_judgement_aside(&mut self, as_word: usize) {
        const JUDGED: [&str; 10] = [
            "absurd",
            "baseless",
            "bogus",
            "fabricated",
            "fake",
            "false",
            "groundless",
            "ridiculous",
            "unfounded",
            "untrue",
        ];
        let labels = self.labels;
        let judgement = as_word + 1;
        let verb = as_word.checked_sub(1);
        let Some(verb) = verb.filter(|_| self.lower(as_word) == "as") else {
            return;
        };
        if judgement >= self.tokens.len()
            || !JUDGED.contains(&&*self.lower(judgement))
            || !self.lemma_in(verb, &["reject", "deny", "dismiss", "denounce"])
        {
            return;
        }
        let thing = self.head(judgement);
        let told = thing > judgement
            && self.tokens[thing].pos == Pos::Noun
            && (self.head(thing) == as_word || self.head(thing) == verb);
        if told {
            self.attach(as_word, verb, labels.prepositional);
            self.attach(judgement, as_word, labels.prepositional_object);
            self.attach(thing, verb, labels.object);
        }
    }

    /// "a 23-year-*old* was shot": somebody of that age, where it describes no noun.
    pub(super) fn read_age_as_noun(&mut self, old: usize) {
        if self.ends_age(old) && self.is_in_noun_place(old) {
            self.tokens[old].pos = Pos::Noun;
            self.tokens[old].tag = self.labels.singular;
        }
    }

    /// "captured air force *mechanic* Dan Oram": what stands before a name and ends as people's trades do is no verb.
    pub(super) fn read_trade_as_noun(&mut self, trade: usize) {
        let labels = self.labels;
        let word = self.lower(trade);
        let ends = ["ator", "itor", "ist", "eer", "ician"]
            .iter()
            .any(|e| word.ends_with(e));
        let name = trade + 1;
        if !ends || name >= self.tokens.len() || self.tokens[name].pos != Pos::Propn {
            return;
        }
        let before = self.head(trade);
        let joined = self.tokens[trade].dep == labels.conjunct
            && before < trade
            && (before..trade).all(|i| self.tokens[i].pos != Pos::Cconj);
        let Some(person) = self.child(trade, name..self.tokens.len(), labels.object) else {
            return;
        };
        let Some(part) = trade
            .checked_sub(1)
            .filter(|&p| joined && self.head(p) == before)
        else {
            return;
        };
        let dep = self.tokens[part].dep;
        self.attach(person, before, dep);
        self.attach(part, person, labels.compound);
        self.attach(trade, person, labels.compound);
        self.tokens[trade].pos = Pos::Noun;
        self.tokens[trade].tag = labels.singular;
    }

    /// "travel bans and asset *freezes* on officials", "extended asset *freezes*": what is imposed, and nothing that an
    /// asset does.
    pub(super) fn read_freeze_as_noun(&mut self, freezes: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(asset) = freezes.checked_sub(1).filter(|&a| self.lower(a) == "asset") else {
            return;
        };
        let Some(before) = asset.checked_sub(1) else {
            return;
        };
        if self.lower(freezes) != "freezes" {
            return;
        }
        let joined = matches!(self.lower(before).as_str(), "and" | "or" | ",");
        let first = before.checked_sub(1).filter(|&n| joined && self.is_noun(n));
        let imposes = self.tokens[before].pos == Pos::Verb;
        if first.is_none() && !imposes {
            return;
        }
        if imposes && self.head(before) == asset {
            // "The bloc *extended* asset freezes": the parser described the asset so.
            self.tokens[before].tag = labels.past;
            self.take_place(before, freezes);
            for child in self.children(freezes, 0..count) {
                if child != asset && self.lower(child) != "on" {
                    self.tokens[child].head = before as u32;
                }
            }
            let who = before.checked_sub(1).filter(|&w| self.head(w) == before);
            if let Some(who) = who.filter(|&w| self.is_noun(w)) {
                self.attach(who, before, labels.subject);
            }
        }
        self.read_as_noun(freezes);
        self.tokens[freezes].tag = labels.plural;
        self.tokens[freezes].lemma = "freeze".into();
        match first {
            Some(first) => self.attach(freezes, first, labels.conjunct),
            None => self.attach(freezes, before, labels.object),
        }
        self.attach(asset, freezes, labels.compound);
    }

    /// "a ring that *smuggled* girls, detaining nine", "a gang that *trafficked* women": the clause has its verb right
    /// behind its pronoun, and what stands behind is its object.
    pub(super) fn give_relative_its_verb(&mut self, pronoun: usize) {
        let labels = self.labels;
        let verb = pronoun + 1;
        let count = self.tokens.len();
        if verb + 1 >= count || pronoun == 0 || !self.lower(verb).ends_with("ed") {
            return;
        }
        let object = self.head(verb);
        let described = self.tokens[verb].dep == labels.adjectival
            && matches!(self.tag(verb), "JJ" | "VBN")
            && object > verb
            && self.tag(object) == "NNS"
            && (verb + 1..object).all(|i| self.within(i, object));
        let clause = if self.tokens[object].dep == labels.relative {
            object
        } else {
            self.head(object)
        };
        let noun = self.head(clause);
        let opens = self.tokens[clause].dep == labels.relative
            && noun < pronoun
            && self.head(pronoun) == clause;
        // A verb of its own stands behind what it has for a subject.
        let finite = clause != object && matches!(self.tag(clause), "VBD" | "VBZ" | "VBP");
        if !described || !opens || finite || self.is_passive(clause, pronoun..clause) {
            return;
        }
        self.read_as_verb(verb, labels.past, "");
        let above = self.head(noun);
        self.attach(verb, noun, labels.relative);
        self.attach(pronoun, verb, labels.subject);
        self.attach(object, verb, labels.object);
        if clause != object {
            let resulting = if self.tokens[above].pos == Pos::Verb {
                above
            } else {
                verb
            };
            self.attach(clause, resulting, labels.adverbial);
        }
    }

    /// "*Shelling* hit a bus", "*Fighting* between rebels and troops killed ten": what happens opens the sentence and
    /// does what its verb says.
    pub(super) fn read_opening_as_happening(&mut self, gerund: usize) {
        const HAPPENINGS: [&str; 6] = [
            "shelling", "bombing", "shooting", "fighting", "rioting", "looting",
        ];
        let labels = self.labels;
        let verb = gerund + 1;
        let count = self.tokens.len();
        // "*Shooting* of nine at park shocks Kalem"
        let opens_clause = self.symbols.get(self.tokens[gerund].dep) == "csubj"
            && verb < count
            && self.lower(verb) == "of";
        let acts = (self.tokens[gerund].dep == labels.subject || opens_clause)
            && self.child(gerund, gerund..count, labels.object).is_none();
        if acts && HAPPENINGS.contains(&self.lower(gerund).as_str()) {
            self.tokens[gerund].dep = labels.subject;
            self.read_as_noun(gerund);
            return;
        }
        let opens = gerund == 0
            || matches!(
                self.lower(gerund - 1).as_str(),
                "." | "\n" | "heavy" | "fresh" | "intense" | "overnight"
            );
        if !opens
            || !HAPPENINGS.contains(&self.lower(gerund).as_str())
            || verb >= self.tokens.len()
            || self.head(gerund) != verb
            || self.tag(verb) != "VBD"
            || self
                .child(verb, 0..self.tokens.len(), labels.subject)
                .is_some()
        {
            return;
        }
        self.tokens[gerund].dep = labels.subject;
        self.read_as_noun(gerund);
    }

    /// Makes a common noun of a word that was taken for something else.
    pub(super) fn read_as_noun(&mut self, word: usize) {
        self.tokens[word].pos = Pos::Noun;
        self.tokens[word].tag = self.labels.singular;
        self.tokens[word].lemma = self.lower(word).into();
    }

    /// "Kalem, 30 miles south of Danu, *where* they clashed": in Kalem.
    pub(super) fn hang_where_on_place(&mut self, adverb: usize) {
        let verb = self.head(adverb);
        let near = self.head(verb);
        let of = self.head(near);
        let direction = self.head(of);
        let place = self.head(direction);
        let labels = self.labels;
        let measured = self.lower(of) == "of"
            && self.tokens[near].dep == labels.prepositional_object
            && (self.lemma_in(direction, &["mile", "kilometre", "kilometer", "km"])
                || ["north", "south", "east", "west"]
                    .iter()
                    .any(|d| self.lower(direction).starts_with(d)));
        if self.lower(adverb) == "where"
            && self.tokens[verb].dep == self.labels.relative
            && measured
            && place < direction
            && self.is_noun(place)
        {
            self.tokens[verb].head = place as u32;
        }
    }

    /// "Nine were hurt, including two boys, *when* a shell landed": when they were hurt, and not which boys.
    pub(super) fn hang_when_on_verb(&mut self, adverb: usize) {
        let labels = self.labels;
        let clause = self.head(adverb);
        let people = self.head(clause);
        let behind_aside = self.lower(adverb) == "when"
            && self.tokens[clause].dep == labels.relative
            && people < adverb
            && adverb > 0
            && self.lower(adverb - 1) == ","
            && noun_classes(&self.tokens[people].lemma).meets(ClassSet::HUMAN);
        let main = self.above(people, 4, |v| {
            self.tokens[v].pos == Pos::Verb
                && v < people
                && self.lemma_in(v, &["die", "hurt", "injure", "kill", "shoot", "wound"])
        });
        if let Some(main) = main.filter(|_| behind_aside) {
            self.attach(clause, main, labels.adverbial);
        }
    }

    /// "a U.S.-*backed* militia raid", "the Saudi-*led* coalition jets": whom it describes is who raids, not the raid.
    pub(super) fn give_backing_to_body(&mut self, backed: usize) {
        let labels = self.labels;
        let event = self.head(backed);
        let body = backed + 1;
        let form = self.lower(backed);
        let joined = backed > 0
            && self.lower(backed - 1) == "-"
            && matches!(
                form.as_str(),
                "aligned" | "allied" | "backed" | "led" | "linked"
            );
        let one_word = ["-aligned", "-allied", "-backed", "-led", "-linked"]
            .iter()
            .any(|end| form.ends_with(end));
        if (joined || one_word)
            && body < event
            && self.tokens[backed].dep == labels.adjectival
            && self.tokens[body].dep == labels.compound
            && self.head(body) == event
            && noun_classes(&self.tokens[body].lemma)
                .meets(ClassSet::of(&[NounClass::Armed, NounClass::Organisation]))
        {
            self.tokens[backed].head = body as u32;
        }
    }

    /// "fled after rebels *set* fire to homes": a form that may be either is the past that it is told beside.
    pub(super) fn read_as_past_beside_past(&mut self, verb: usize) {
        const EITHER: [&str; 7] = ["burst", "cut", "hit", "hurt", "put", "set", "shut"];
        let told = matches!(
            self.symbols.get(self.tokens[verb].dep),
            "advcl" | "ccomp" | "relcl"
        );
        let above = self.head(verb);
        let helped = |c: &usize| {
            matches!(self.lower(*c).as_str(), "if" | "unless" | "whenever")
                || self.tokens[*c].pos == Pos::Aux
        };
        if self.tag(verb) == "VBP"
            && told
            && self.tag(above) == "VBD"
            && self.lemma_in(verb, &EITHER)
            && !self.children(verb, 0..verb).iter().any(helped)
        {
            self.tokens[verb].tag = self.labels.past;
        }
    }

    /// "A man whose house was a bomb *factory* was arrested": what the house was, and not who was arrested.
    pub(super) fn read_as_said_of_owned(&mut self, what: usize) {
        let labels = self.labels;
        let verb = self.head(what);
        let is_subject = |tree: &Self, i: usize| {
            [labels.subject, labels.passive_subject].contains(&tree.tokens[i].dep)
        };
        if !is_subject(self, what) || verb <= what {
            return;
        }
        let other = self
            .children(verb, 0..what)
            .into_iter()
            .find(|&i| is_subject(self, i));
        let Some(other) = other else { return };
        let copula = self
            .children(other, other + 1..what)
            .into_iter()
            .find(|&i| self.tokens[i].dep == self.labels.relative && self.lemma_in(i, &["be"]));
        let Some(copula) = copula else { return };
        if let Some(attribute) = self.symbols.find("attr") {
            self.attach(what, copula, attribute);
        }
    }

    /// "Riot police *lob* tear gas at students": no sort of gas.
    pub(super) fn read_lob_as_verb(&mut self, lob: usize) {
        let labels = self.labels;
        let gas = self.head(lob);
        let who = lob.checked_sub(1).filter(|&w| self.is_noun(w));
        let word = self.lower(lob);
        let Some(who) = who.filter(|_| matches!(&*word, "lob" | "hurl")) else {
            return;
        };
        let one_phrase = gas > lob
            && self.head(gas) == gas
            && labels.is_nominal(self.tokens[lob].dep)
            && (self.head(who) == lob || self.head(who) == gas);
        if !one_phrase {
            return;
        }
        self.read_as_verb(lob, labels.plain_present, &word);
        self.attach(lob, lob, labels.root);
        self.attach(who, lob, labels.subject);
        for child in self.children(gas, 0..self.tokens.len()) {
            match child {
                _ if child < who => self.tokens[child].head = who as u32,
                _ if child > gas => self.tokens[child].head = lob as u32,
                _ => {}
            }
        }
        self.attach(gas, lob, labels.object);
    }

    /// "A union *representing* guards said": the union said so, and no guards of some sort.
    pub(super) fn describe_who_represents(&mut self, gerund: usize) {
        const STANDING_FOR: [&str; 7] = [
            "back",
            "defend",
            "guard",
            "oppose",
            "protect",
            "represent",
            "support",
        ];
        let labels = self.labels;
        let taken = self.head(gerund);
        let Some(who) = gerund.checked_sub(1) else {
            return;
        };
        let one_phrase = self.tokens[gerund].dep == labels.adjectival
            && taken > gerund
            && self.is_noun(who)
            && self.head(who) == taken
            && labels.is_nominal(self.tokens[who].dep);
        if !one_phrase || !self.lemma_in(gerund, &STANDING_FOR) {
            return;
        }
        self.describe_by_gerund(who, gerund, taken, 0);
    }

    /// "a petition filed by Ruiz, *serving* a life term": who serves one is the one named.
    pub(super) fn describe_who_serves(&mut self, serving: usize) {
        let labels = self.labels;
        let term = self
            .child(serving, serving..self.tokens.len(), labels.object)
            .is_some_and(|o| self.lemma_in(o, &["term", "sentence"]));
        let name = serving
            .checked_sub(2)
            .filter(|_| self.lower(serving - 1) == ",");
        if let Some(name) = name.filter(|&n| term && self.tokens[n].pos == Pos::Propn)
            && self.lower(serving) == "serving"
        {
            self.attach(serving, name, labels.modifier_clause);
        }
    }

    /// "*An Israeli* was shot": one of a nation, where it describes no noun.
    pub(super) fn read_nation_as_noun(&mut self, nation: usize) {
        let word = self.tokens[nation].span.slice(self.text);
        let capital =
            word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        let one = nation > 0
            && self.head(nation - 1) == nation
            && matches!(
                self.lower(nation - 1).as_str(),
                "a" | "an" | "another" | "one" | "two" | "three"
            );
        let placed = matches!(
            self.symbols.get(self.tokens[nation].dep),
            "nsubj" | "nsubjpass" | "dobj" | "pobj"
        );
        let noun_follows = nation + 1 < self.tokens.len() && self.is_noun(nation + 1);
        if capital && one && placed && !noun_follows {
            self.tokens[nation].pos = Pos::Propn;
            if let Some(name) = self.symbols.find("NNP") {
                self.tokens[nation].tag = name;
            }
        }
    }

    /// "about one-*third* of the land": a part is counted, and not one of thirds.
    pub(super) fn read_as_fraction(&mut self, part: usize) {
        let parts = [
            "third", "thirds", "half", "quarter", "quarters", "fifth", "fifths", "tenth",
        ];
        let Some(number) = part.checked_sub(2) else {
            return;
        };
        if parts.contains(&self.lower(part).as_str())
            && self.lower(part - 1) == "-"
            && self.tag(number) == "CD"
            && self.head(part) == number
        {
            let own = self.children(number, 0..self.tokens.len());
            self.take_place(part, number);
            for child in own.into_iter().filter(|&c| c != part && c > part) {
                self.tokens[child].head = part as u32;
            }
            if let Some(count) = self.symbols.find("nummod") {
                self.attach(number, part, count);
            }
            self.tokens[part - 1].head = part as u32;
        }
    }

    /// "At least six *IS* militants were killed": capitals within a sentence are no verb.
    pub(super) fn read_capitals_as_name(&mut self, name: usize) {
        let noun = name + 1;
        let written = self.tokens[name].span.slice(self.text);
        if written != "IS" || noun >= self.tokens.len() || !self.is_noun(noun) {
            return;
        }
        let labels = self.labels;
        let own = self.children(name, 0..self.tokens.len());
        // What it was the verb of goes on with the noun's own, or with the noun that this one describes.
        let whole = self.head(noun);
        let mut heir = noun;
        if whole == name {
            self.take_place(noun, name);
        } else if own.contains(&whole) {
            // "*IS claims attack*": the noun behind is the verb.
            if self.tag(noun) == "NNS" && self.tokens[noun].dep == labels.compound {
                self.take_place(noun, name);
                self.attach(whole, noun, labels.object);
                self.tokens[noun].pos = Pos::Verb;
                self.tokens[noun].tag = labels.present;
                self.tokens[noun].lemma = "".into();
            } else {
                self.take_place(whole, name);
                heir = whole;
            }
        } else if self.within(noun, name) {
            return;
        }
        for child in own.into_iter().filter(|&c| c != noun && c != whole) {
            self.tokens[child].head = heir as u32;
            if self.tag(child) == "CD"
                && child < name
                && let Some(count) = self.symbols.find("nummod")
            {
                self.tokens[child].dep = count;
            }
        }
        let is_verb = self.tokens[noun].pos == Pos::Verb;
        let role = if is_verb {
            labels.subject
        } else {
            labels.compound
        };
        self.attach(name, noun, role);
        self.tokens[name].pos = Pos::Propn;
        if let Some(tag) = self.symbols.find("NNP") {
            self.tokens[name].tag = tag;
        }
        self.tokens[name].lemma = "IS".into();
    }

    /// "On *Monday* police in Kalem arrested nine", "of *April* police": the day is the preposition's, and no sort of
    /// police.
    pub(super) fn give_preposition_its_day(&mut self, day: usize) {
        let labels = self.labels;
        let word = self.lower(day);
        let Some(link) = day.checked_sub(1) else {
            return;
        };
        let whose = self.head(day);
        let dated = names_day_or_month(&word)
            && self.tokens[day].dep == labels.compound
            && whose > day
            && self.is_somebody(whose)
            && matches!(self.lower(link).as_str(), "on" | "in" | "of" | "since")
            && self.tokens[link].pos == Pos::Adp;
        let count = self.tokens.len();
        if dated
            && self
                .child(link, link..count, labels.prepositional_object)
                .is_none()
        {
            self.attach(day, link, labels.prepositional_object);
        }
    }

    /// "was shot dead *Monday*": when, and nobody more.
    pub(super) fn read_day_as_time(&mut self, day: usize) {
        let verb = self.head(day);
        let passive = self.is_passive(verb, 0..verb);
        if self.tokens[day].dep == self.labels.object
            && is_weekday(&self.lower(day))
            && passive
            && let Some(time) = self.symbols.find("npadvmod")
        {
            self.tokens[day].dep = time;
        }
    }

    /// "an ex-*minister*", "the co-*pilot*": the parser gives each part of a hyphenated noun the place of the whole,
    /// or the whole to the first; it is the last part's, and the others stand below that.
    pub(super) fn join_at_hyphen(&mut self, hyphen: usize) {
        let labels = self.labels;
        let last = hyphen + 1;
        if self.tokens[hyphen].span.slice(self.text) != "-"
            || hyphen == 0
            || last >= self.tokens.len()
        {
            return;
        }
        let first = hyphen - 1;
        let touch = self.tokens[first].span.end == self.tokens[hyphen].span.start
            && self.tokens[hyphen].span.end == self.tokens[last].span.start;
        let worded = [first, last]
            .iter()
            .all(|&i| self.lower(i).chars().all(char::is_alphabetic));
        let passer = matches!(self.lower(first).as_str(), "passer" | "passers")
            && self.lower(last) == "by"
            && touch;
        if passer {
            self.tokens[last].pos = Pos::Noun;
            self.tokens[last].tag = self.tokens[first].tag;
            self.tokens[last].lemma = "passer-by".into();
        }
        // "the secretary-*general* of the union": no general.
        let office = self.lower(last) == "general"
            && touch
            && self.tokens[first].pos == Pos::Noun
            && matches!(
                &*self.lower(first),
                "attorney"
                    | "auditor"
                    | "consul"
                    | "director"
                    | "governor"
                    | "secretary"
                    | "solicitor"
            );
        if office {
            let word = format!("{}-general", self.lower(first));
            self.tokens[last].pos = Pos::Noun;
            self.tokens[last].tag = labels.singular;
            self.tokens[last].lemma = word.into();
        }
        // "an ex-*general*"
        if self.lower(last) == "general" && self.lower(first) == "ex" && self.is_in_noun_place(last)
        {
            self.read_as_noun(last);
        }
        // "launched a counter-*offensive*"
        let counter = self.lower(first) == "counter" && self.lower(last) == "offensive";
        if counter && touch && self.is_in_noun_place(last) {
            self.read_as_noun(last);
        }
        let noun = matches!(self.tokens[last].pos, Pos::Noun | Pos::Propn);
        let torn = self.symbols.get(self.tokens[hyphen].dep) != "punct"
            && self.head(first) != last
            && [first, last].iter().all(|&i| {
                self.is_in_noun_place(i)
                    || self.tokens[i].dep == labels.compound
                    || self.head(i) == hyphen
                    || self.head(i) == first
            });
        if !(touch && worded && noun && (torn || passer || office)) {
            return;
        }
        if matches!(self.head(last), above if above == first || above == hyphen) {
            self.take_place(last, first);
        } else if self.tokens[first].dep == labels.conjunct && self.head(first) == self.head(last) {
            // "killed a clerk and two ex-*policemen*"
            let (verb, dep) = (self.head(last), self.tokens[last].dep);
            if let Some(joined) = self.child(verb, verb + 1..first, dep) {
                self.attach(last, joined, labels.conjunct);
            }
        }
        for part in [first, hyphen] {
            for child in self.children(part, 0..self.tokens.len()) {
                self.tokens[child].head = last as u32;
            }
            self.attach(part, last, labels.compound);
        }
    }

    /// "*re-arrested* the banker", "was *re-elected*": one verb, of which the parser makes two that are joined, or a
    /// description of what stands behind.
    pub(super) fn join_prefix_to_verb(&mut self, hyphen: usize) {
        let last = hyphen + 1;
        let count = self.tokens.len();
        if self.tokens[hyphen].span.slice(self.text) != "-" || hyphen == 0 || last >= count {
            return;
        }
        let first = hyphen - 1;
        let touch = self.tokens[first].span.end == self.tokens[hyphen].span.start
            && self.tokens[hyphen].span.end == self.tokens[last].span.start;
        let prefix = matches!(self.lower(first).as_str(), "re" | "co")
            && self.tokens[first].pos == Pos::Verb
            && matches!(self.tag(last), "VBN" | "VBD" | "VB" | "VBG" | "VBZ" | "VBP");
        if !touch || !prefix || self.within(first, last) {
            return;
        }
        let described = self.tokens[last].dep == self.labels.adjectival;
        let noun = self.head(last);
        self.take_place(last, first);
        self.tokens[last].tag = self.tokens[first].tag;
        self.tokens[last].pos = Pos::Verb;
        for child in self.children(first, 0..count) {
            self.tokens[child].head = last as u32;
        }
        // The parser may hang the subject on the auxiliary.
        let auxiliary = self.passive_auxiliary(last, 0..first);
        let subject = [Some(last), auxiliary]
            .into_iter()
            .flatten()
            .find_map(|verb| self.child(verb, 0..first, self.labels.subject));
        if let Some(subject) = subject {
            let label = self.subject_label(last, 0..first);
            self.attach(subject, last, label);
        }
        for part in [first, hyphen] {
            self.attach(part, last, self.labels.unlabelled);
        }
        // "re-*arrested* former minister Reh days after a judge freed him"
        if described && noun > last {
            self.give_object_back(noun, last);
        }
    }

    /// "Police *tear-gassed* students", "were *tear-gassed*": one verb. The parser puts it before a noun as a description, or
    /// behind "be" as a state, and takes gas for what anybody is gassed with.
    pub(super) fn read_tear_gas_as_verb(&mut self, hyphen: usize) {
        let verb = hyphen + 1;
        if hyphen == 0 || self.lower(hyphen - 1) != "tear" || verb >= self.tokens.len() {
            return;
        }
        let finite = match self.lower(verb).as_str() {
            "gassed" => self.labels.past,
            "gasses" | "gases" => self.labels.present,
            "gas" => self.labels.plain_present,
            "gassing" => self.tokens[verb].tag,
            _ => return,
        };
        let above = self.head(verb);
        if self.symbols.get(self.tokens[verb].dep) == "acomp" && self.lemma_in(above, &["be"]) {
            self.read_state_as_passive(verb);
        } else if above > verb && self.tear_gasses(hyphen - 1, above) {
            self.raise_over_described(verb, hyphen - 2);
            self.tokens[verb].tag = finite;
        } else if !self.tag(verb).starts_with('V') {
            return;
        }
        self.tokens[verb].pos = Pos::Verb;
        self.tokens[verb].lemma = "tear-gas".into();
    }

    /// Whether people stand before "tear-gas", and people behind, on whom the parser hung all of it.
    fn tear_gasses(&self, tear: usize, behind: usize) -> bool {
        let human = |i: usize| {
            noun_classes(&self.tokens[i].lemma).meets(ClassSet::HUMAN)
                || noun_classes(&self.lower(i)).meets(ClassSet::HUMAN)
        };
        let counted = behind + 1 < self.tokens.len()
            && self.lower(behind + 1) == "of"
            && self.tag(behind) == "NNS";
        let doer = tear
            .checked_sub(1)
            .filter(|&doer| self.is_noun(doer) && human(doer));
        doer.is_some_and(|doer| self.head(doer) == behind) && (human(behind) || counted)
    }

    /// Makes a verb that stands as a description before its object the verb of its clause, and what stands before it its
    /// subject.
    fn raise_over_described(&mut self, verb: usize, subject: usize) {
        let labels = self.labels;
        let object = self.head(verb);
        let clause = self.head(object);
        // "Police tear-gas strikers *after a court upholds* a ban": another clause, with a subject of its own.
        let opened = self.tokens[object].dep == labels.subject
            && self
                .child(clause, object + 1..clause, labels.mark)
                .is_some()
            && self
                .child(clause, object + 1..clause, labels.subject)
                .is_some();
        if opened {
            self.take_place(verb, clause);
            self.attach(clause, verb, labels.adverbial);
        } else {
            self.take_place(verb, object);
            for child in self.children(object, object + 1..self.tokens.len()) {
                if self.lower(child) != "of" {
                    self.tokens[child].head = verb as u32;
                }
            }
        }
        for child in self.children(object, 0..subject) {
            self.tokens[child].head = subject as u32;
        }
        self.attach(subject, verb, labels.subject);
        self.attach(object, verb, labels.object);
    }

    /// "were *tear-gassed*": what is said to have been done to somebody, and no state.
    fn read_state_as_passive(&mut self, participle: usize) {
        let be = self.head(participle);
        let Some(auxiliary) = self.symbols.find("auxpass") else {
            return;
        };
        self.take_place(participle, be);
        for child in self.children(be, 0..self.tokens.len()) {
            self.tokens[child].head = participle as u32;
            if self.tokens[child].dep == self.labels.subject {
                self.tokens[child].dep = self.labels.passive_subject;
            }
        }
        self.attach(be, participle, auxiliary);
        self.tokens[participle].tag = self.labels.participle;
    }

    /// "re-arrested *the minister* days after a judge freed him": what the parser made the subject of a later clause is
    /// the object of the verb right before it.
    fn give_object_back(&mut self, noun: usize, verb: usize) {
        let labels = self.labels;
        let taken = self.tokens[noun].dep == labels.subject && self.head(noun) > noun;
        let Some(mark) = self.child(self.head(noun), noun..self.head(noun), labels.mark) else {
            return;
        };
        if taken && noun < mark {
            let clause = self.head(noun);
            self.attach(noun, verb, labels.object);
            self.attach(clause, verb, labels.adverbial);
        }
    }

    /// "-year-old", "-month-old".
    pub(super) fn ends_age(&self, old: usize) -> bool {
        let before = |back: usize| old.checked_sub(back).map(|i| self.lower(i));
        // "a 20-year-old", "The 20 year old"
        let apart = before(1).as_deref() != Some("-");
        let counted = !apart || old >= 2 && self.tag(old - 2) == "CD";
        self.lower(old) == "old"
            && counted
            && before(if apart { 1 } else { 2 })
                .is_some_and(|unit| matches!(unit.as_str(), "year" | "month" | "week" | "day"))
    }

    fn is_in_noun_place(&self, i: usize) -> bool {
        let dep = self.symbols.get(self.tokens[i].dep);
        let of_noun = matches!(
            dep,
            "nsubj" | "nsubjpass" | "dobj" | "pobj" | "conj" | "attr" | "dative"
        );
        // "a 23-year-old and a teacher": a conjunct of what describes a noun describes it too.
        let describes = dep == "conj" && self.tokens[self.head(i)].pos == Pos::Adj;
        of_noun && !describes
    }

    /// "A court in Kalem *jailed* union leader Iven Tarr": a past form between a noun and a titled name is the verb of a
    /// sentence that has no other, and describes nobody.
    pub(super) fn read_described_name_as_object(&mut self, verb: usize) {
        let labels = self.labels;
        let mut name = self.head(verb);
        while self.tokens[name].dep == labels.compound && self.head(name) > name {
            name = self.head(name);
        }
        let past = matches!(self.tag(verb), "VBN" | "VBD");
        if !past || self.tokens[verb].dep != labels.adjectival || name < verb + 2 || verb == 0 {
            return;
        }
        let titled = self.tag(name) == "NNP" && (verb + 1..name).all(|i| self.is_noun(i));
        let near = verb - 1;
        if !titled || !self.is_noun(near) {
            return;
        }
        // "Soldiers *in the capital* arrested": the noun beside the verb need not be the doer.
        let start = (0..near)
            .rev()
            .take_while(|&i| matches!(self.tokens[i].pos, Pos::Det | Pos::Adj) || self.is_noun(i))
            .last()
            .unwrap_or(near);
        let link = start
            .checked_sub(1)
            .filter(|&i| self.tokens[i].pos == Pos::Adp && self.head(i) < i);
        let doer = link.map_or(near, |link| self.head(link));
        let whole = if self.within(name, doer) {
            doer
        } else if self.within(doer, name) {
            name
        } else {
            return;
        };
        let clause = [labels.root, labels.complement];
        if !self.is_noun(doer) || !clause.contains(&self.tokens[whole].dep) {
            return;
        }
        if let Some(link) = link {
            self.attach(near, link, labels.prepositional_object);
        }
        for own in start..near {
            if self.head(own) >= verb {
                self.tokens[own].head = near as u32;
            }
        }
        self.take_place(verb, whole);
        for of in [doer, name] {
            for child in self.children(of, name + 1..self.tokens.len()) {
                if self.tokens[child].dep != labels.compound {
                    self.tokens[child].head = verb as u32;
                }
            }
        }
        self.attach(doer, verb, labels.subject);
        self.attach(name, verb, labels.object);
        self.tokens[verb].tag = labels.past;
    }

    /// "declared the envoy *persona non grata*": as what he is declared, and nothing that he is called before.
    pub(super) fn set_persona_apart(&mut self, grata: usize) {
        let labels = self.labels;
        let Some(persona) = grata.checked_sub(2) else {
            return;
        };
        let called = (self.lower(persona), self.lower(grata));
        if !matches!(
            (called.0.as_str(), called.1.as_str()),
            ("persona", "grata") | ("personae", "gratae")
        ) {
            return;
        }
        let mut verb = self.head(grata);
        if verb == persona {
            verb = self.head(persona);
        }
        let declared = persona
            .checked_sub(1)
            .filter(|&who| [persona, grata].contains(&self.head(who)) && self.is_noun(who));
        if let Some(who) = declared.filter(|&w| w > verb) {
            for child in verb + 1..who {
                if [persona, grata].contains(&self.head(child)) {
                    self.tokens[child].head = who as u32;
                }
            }
            self.attach(who, verb, labels.object);
        }
        // The first of the three stands for them.
        self.attach(persona, verb, labels.predicate);
        for word in [persona + 1, grata] {
            self.attach(word, persona, labels.unlabelled);
        }
    }

    /// "accused *Marko* Kovac": the words of a person's name are one, whatever the parser makes of each.
    pub(super) fn join_names(&mut self) {
        for name in self.people {
            let last = name.end - 1;
            let apart: Vec<usize> = name
                .clone()
                .filter(|&i| !name.contains(&self.head(i)) || self.head(i) == i)
                .collect();
            let proper = name.clone().all(|i| self.tag(i) == "NNP");
            if apart.len() < 2 || !proper || !apart.contains(&last) {
                continue;
            }
            for &part in &apart[..apart.len() - 1] {
                // "Ashley, *whose* name …": the last word may hang on the first over others.
                if self.within(last, part) {
                    self.take_place(last, part);
                }
                for child in self.children(part, 0..self.tokens.len()) {
                    if !name.contains(&child) {
                        self.tokens[child].head = last as u32;
                    }
                }
                self.attach(part, last, self.labels.compound);
            }
        }
    }

    /// "police arrested *Kafeel* Akthar": a capital within a sentence, between a verb and a name, is that name's.
    pub(super) fn read_capital_as_name(&mut self, first: usize) {
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

    /// "A clash *ensued* between two groups": what cannot be done to anything is the verb of the sentence.
    pub(super) fn read_as_finite(&mut self, verb: usize) {
        const HAPPENING: [&str; 6] = ["ensue", "erupt", "occur", "happen", "arise", "flare"];
        let noun = self.head(verb);
        let labels = self.labels;
        let count = self.tokens.len();
        // "Kalem's opposition *called for* protests": nobody is called for whom something is called for.
        let calls = verb + 1 < count
            && self.lemma_in(verb, &["call", "appeal", "plead"])
            && self.lower(verb + 1) == "for"
            && self.head(verb + 1) == verb
            && self
                .child(verb + 1, verb + 2..count, labels.prepositional_object)
                .is_some();
        if self.tokens[verb].dep != labels.modifier_clause
            || noun + 1 != verb
            || self.head(noun) != noun
            || !(calls || self.lemma_in(verb, &HAPPENING))
        {
            return;
        }
        if calls {
            self.tokens[verb].tag = labels.past;
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

    /// "closed the bridge after the man, armed with an axe, *killed* two": whoever stands behind "after" did it,
    /// whatever is said of him between commas.
    pub(super) fn give_verb_behind_aside_its_doer(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let acts = self.subject(verb, 0..verb).is_some();
        if acts || verb < 4 || self.lower(verb - 1) != "," {
            return;
        }
        let link = (0..verb - 3).rev().find(|&i| {
            matches!(self.lower(i).as_str(), "after" | "before" | "as" | "until")
                && self.tokens[i].dep == labels.prepositional
        });
        let Some(link) = link else { return };
        let Some(doer) = self.child(link, link..verb, labels.prepositional_object) else {
            return;
        };
        let aside = doer + 1 < verb - 1
            && self.lower(doer + 1) == ","
            && (doer + 1..verb - 1).all(|i| self.within(i, doer))
            && self
                .child(doer, doer..verb, labels.modifier_clause)
                .is_some();
        // Up to the verb that the clause tells the time of.
        let mut above = self.head(link);
        for _ in 0..4 {
            if self.tokens[above].pos == Pos::Verb {
                break;
            }
            above = self.head(above);
        }
        if aside && above < link && self.tokens[above].pos == Pos::Verb && count > verb {
            self.attach(doer, verb, labels.subject);
            self.attach(link, verb, labels.mark);
            self.attach(verb, above, labels.adverbial);
        }
    }

    /// "The video *called* on them to rise and threatened an attack": what goes on with a past form is one.
    pub(super) fn read_joined_to_past_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let noun = self.head(verb);
        let root = self.tokens[noun].dep == labels.root && self.is_noun(noun) && noun + 1 == verb;
        let by = self
            .children(verb, verb..count)
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "agent");
        // A past form goes on with no infinitive: "called on them to rise and *threatened* …".
        let past = (verb + 1..count).find(|&c| {
            let first = self.head(c);
            let own = self.subject(c, verb..c).is_some();
            let joined = first == verb || self.tag(first) == "VB" && self.within(first, verb);
            self.tokens[c].dep == labels.conjunct && self.tag(c) == "VBD" && joined && !own
        });
        let Some(past) = past else { return };
        if !root || by || self.tokens[verb].dep != labels.modifier_clause {
            return;
        }
        for child in self.children(noun, verb + 1..count) {
            self.tokens[child].head = verb as u32;
        }
        self.take_place(verb, noun);
        self.tokens[verb].tag = labels.past;
        self.attach(noun, verb, labels.subject);
        self.tokens[past].head = verb as u32;
    }

    /// "A statement broadcast over the radio *called* on people to stay": a sentence has a verb, and the radio is
    /// nobody called.
    pub(super) fn read_last_participle_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let thing = self.head(verb);
        let link = self.head(thing);
        let first = self.head(link);
        let root = self.head(first);
        let nested = self.tokens[verb].dep == labels.modifier_clause
            && thing + 1 == verb
            && self.tokens[thing].dep == labels.prepositional_object
            && self.tokens[first].dep == labels.modifier_clause
            && self.tag(first) == "VBN"
            && self.tokens[root].dep == labels.root
            && self.is_noun(root)
            && root < first;
        let finite = (0..count)
            .any(|i| matches!(self.tag(i), "VBD" | "VBZ" | "VBP" | "MD") && self.within(i, root));
        let asks = (verb + 1..count)
            .find(|&i| self.head(i) == verb)
            .is_some_and(|i| matches!(self.lower(i).as_str(), "on" | "for" | "that"));
        let speaks = self.is_cue(verb) || self.lemma_in(verb, &["call", "appeal"]);
        if nested && !finite && asks && speaks {
            self.attach(verb, verb, labels.root);
            self.tokens[verb].tag = labels.past;
            self.attach(root, verb, labels.subject);
        }
    }

    /// "paid tribute to *bombing* victims": whose victims they are, and nothing that is done now.
    fn read_deed_before_its_people(&mut self, deed: usize) {
        const OF_DEEDS: [&str; 10] = [
            "victim", "survivor", "suspect", "scene", "site", "spree", "case", "plot", "attempt",
            "campaign",
        ];
        let labels = self.labels;
        let noun = deed + 1;
        let people = noun < self.tokens.len()
            && self.head(noun) == deed
            && self.tokens[noun].dep == labels.object
            && self.lemma_in(noun, &OF_DEEDS);
        // "Orlando *shooting* victim writes message": the town's name describes the victim too.
        let town = self.head(deed);
        if people
            && self.tokens[deed].dep == labels.modifier_clause
            && town + 1 == deed
            && self.tokens[town].pos == Pos::Propn
            && self.lemma_in(noun, &["victim", "survivor"])
        {
            self.take_place(noun, town);
            self.attach(town, noun, labels.compound);
            self.attach(deed, noun, labels.compound);
            self.tokens[deed].pos = Pos::Noun;
            self.tokens[deed].tag = labels.singular;
            return;
        }
        if people
            && matches!(
                self.symbols.get(self.tokens[deed].dep),
                "pcomp" | "xcomp" | "csubj" | "dobj" | "pobj"
            )
        {
            let (above, dep) = (self.head(deed), self.symbols.get(self.tokens[deed].dep));
            let role = match dep {
                "pcomp" | "pobj" => labels.prepositional_object,
                "csubj" => labels.subject,
                _ => labels.object,
            };
            for child in self.children(deed, noun + 1..self.tokens.len()) {
                self.tokens[child].head = noun as u32;
            }
            self.attach(noun, above, role);
            self.attach(deed, noun, labels.compound);
            self.tokens[deed].pos = Pos::Noun;
            self.tokens[deed].tag = labels.singular;
        }
    }

    /// "Main *accused* Ivo Reh was held": who is accused, and no deed.
    pub(super) fn read_accused_as_title(&mut self, accused: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(chief) = accused.checked_sub(1) else {
            return;
        };
        let title = self.lower(accused) == "accused"
            && matches!(
                self.lower(chief).as_str(),
                "main" | "prime" | "key" | "chief" | "co"
            )
            && self.head(chief) == accused;
        if !title {
            return;
        }
        // As the parser has it, the name is what "accused" has for an object, or begins a clause below it.
        let above = self.head(accused);
        let object = self
            .child(accused, accused + 1..count, labels.object)
            .filter(|&o| above > o && self.is_passive(above, o..above));
        let clause = || {
            let below = self.children(accused, accused + 1..count).into_iter();
            below
                .filter(|&v| self.tokens[v].dep == labels.complement)
                .find_map(|v| Some((self.subject(v, accused + 1..v)?, v)))
        };
        let name = match object {
            Some(name) => {
                self.attach(name, above, labels.passive_subject);
                name
            }
            None => {
                let Some((name, verb)) = clause() else { return };
                self.take_place(verb, accused);
                for child in self.children(accused, accused + 1..count) {
                    self.tokens[child].head = verb as u32;
                }
                name
            }
        };
        self.read_as_noun(accused);
        self.attach(accused, name, labels.compound);
        self.attach(chief, name, labels.compound);
    }

    /// "was fired upon *near* Kalem": of two prepositions the second has the noun, and the verb both.
    pub(super) fn read_compound_as_preposition(&mut self, second: usize) {
        let labels = self.labels;
        let (noun, first) = (self.head(second), second.wrapping_sub(1));
        let beside = self.tokens[second].dep == labels.compound
            && second > 0
            && noun == second + 1
            && self.tokens[noun].dep == labels.prepositional_object
            && self.head(noun) == first;
        if beside {
            let verb = self.head(first);
            self.attach(second, verb, labels.prepositional);
            self.attach(noun, second, labels.prepositional_object);
        }
    }

    /// "used batons and *stun* grenades": a sort of grenade, and no deed.
    pub(super) fn read_stun_as_modifier(&mut self, stun: usize) {
        let labels = self.labels;
        let grenades = stun + 1;
        let armed = grenades < self.tokens.len()
            && self.lower(stun) == "stun"
            && self.lemma_in(grenades, &["grenade", "gun"])
            && self.head(grenades) == stun;
        if !armed {
            return;
        }
        let above = self.head(stun);
        let first = self
            .child(above, above + 1..stun, labels.object)
            .filter(|_| self.tokens[stun].dep == labels.conjunct);
        self.take_place(grenades, stun);
        if let Some(first) = first {
            self.tokens[grenades].head = first as u32;
        }
        for child in self.children(stun, 0..self.tokens.len()) {
            self.tokens[child].head = grenades as u32;
        }
        self.read_as_noun(stun);
        self.attach(stun, grenades, labels.compound);
    }

    /// "as herders *riot* in Kalem": what "as" opens behind a plural without an article is a clause, and has a verb.
    pub(super) fn read_marked_as_verb(&mut self, noun: usize) {
        let labels = self.labels;
        let Some(doers) = noun.checked_sub(1) else {
            return;
        };
        let marked = self.tokens[noun].dep == labels.adverbial
            && self.child(noun, 0..noun, labels.mark).is_some();
        if marked
            && self.head(doers) == noun
            && self.tokens[doers].dep == labels.compound
            && self.tag(doers) == "NNS"
        {
            self.tokens[noun].pos = Pos::Verb;
            self.tokens[noun].tag = labels.plain_present;
            self.tokens[noun].lemma = "".into();
            self.attach(doers, noun, labels.subject);
        }
    }

    /// "Ten raiders were *neutralised*": what has a passive's auxiliary was done, whatever the word looks like.
    pub(super) fn read_passive_as_deed(&mut self, deed: usize) {
        let form = self.lower(deed);
        if !form.ends_with("ed") || !self.is_passive(deed, 0..deed) {
            return;
        }
        // The lemmatizer does not know all verbs that end so.
        let known = form
            .strip_suffix('d')
            .filter(|v| v.ends_with("ise") || v.ends_with("ize"));
        self.read_as_verb(deed, self.labels.participle, known.unwrap_or(""));
    }

    /// "a toll of four *dead*": those four are, and not the toll.
    pub(super) fn hang_state_on_number(&mut self, state: usize) {
        let Some(number) = state.checked_sub(1).filter(|&n| self.tag(n) == "CD") else {
            return;
        };
        let of = self.head(number);
        if self.tokens[state].dep == self.labels.adjectival
            && matches!(self.lower(state).as_str(), "dead" | "injured" | "wounded")
            && self.lower(of) == "of"
            && self.head(of) == self.head(state)
        {
            self.tokens[state].head = number as u32;
        }
    }

    /// "the *slain* miners", "a *freed* hostage": what was done to somebody, and no quality.
    pub(super) fn read_quality_as_deed(&mut self, deed: usize) {
        let labels = self.labels;
        let noun = self.head(deed);
        let before = deed < noun
            && (self.tokens[deed].dep == labels.adjectival
                || self.tokens[deed].dep == labels.compound)
            && is_deed_before_noun(&self.lower(deed));
        if before {
            self.read_as_verb(deed, labels.participle, "");
            self.attach(deed, noun, labels.adjectival);
        }
    }

    /// "not authorized to *brief* reporters": what "to" opens before a plural is done to them.
    pub(super) fn read_brief_as_verb(&mut self, brief: usize) {
        let labels = self.labels;
        let briefed = brief + 1;
        let Some(to) = brief.checked_sub(1) else {
            return;
        };
        let opens = self.lower(brief) == "brief"
            && self.lower(to) == "to"
            && briefed < self.tokens.len()
            && self.tag(briefed) == "NNS"
            && self.head(brief) == briefed;
        let Some(asked) = to.checked_sub(1).filter(|&a| opens && self.tag(a) == "VBN") else {
            return;
        };
        let (Some(base), Some(open)) = (self.symbols.find("VB"), self.symbols.find("xcomp")) else {
            return;
        };
        self.tokens[brief].pos = Pos::Verb;
        self.tokens[brief].tag = base;
        self.tokens[brief].lemma = "".into();
        self.attach(brief, asked, open);
        self.tokens[to].head = brief as u32;
        self.attach(briefed, brief, labels.object);
    }

    /// "near where a poacher *shot* and killed a ranger": what goes on with a verb is one, and the poacher does both.
    pub(super) fn read_shot_as_verb(&mut self, shot: usize) {
        let labels = self.labels;
        let Some(doer) = shot.checked_sub(1) else {
            return;
        };
        let next = shot + 2;
        // "gunmen riding a motorcycle *shot* dead two men"
        let dead = next < self.tokens.len()
            && self.lower(shot) == "shot"
            && self.lower(shot + 1) == "dead"
            && self.subject(shot, 0..shot).is_some();
        if dead {
            self.tokens[shot].pos = Pos::Verb;
            self.tokens[shot].tag = labels.past;
            self.tokens[shot].lemma = "shoot".into();
            return;
        }
        let goes_on = next < self.tokens.len()
            && self.lower(shot + 1) == "and"
            && matches!(self.tag(next), "VBD" | "VBN")
            && self.lemma_in(next, &["kill", "wound", "injure", "paralyze", "hit", "rob"])
            && self.head(next) == shot;
        if self.lower(shot) != "shot"
            || !goes_on
            || self.head(doer) != shot
            || self.tokens[doer].dep != labels.compound
            || !noun_classes(&self.tokens[doer].lemma).meets(ClassSet::HUMAN)
        {
            return;
        }
        self.tokens[shot].pos = Pos::Verb;
        self.tokens[shot].tag = labels.past;
        self.tokens[shot].lemma = "shoot".into();
        for before in self.children(shot, 0..doer) {
            if matches!(
                self.symbols.get(self.tokens[before].dep),
                "det" | "amod" | "compound" | "poss" | "nummod"
            ) {
                self.tokens[before].head = doer as u32;
            }
        }
        self.attach(doer, shot, labels.subject);
    }

    /// "Gunmen on a motorcycle *shot* and wounded a guard": the verb of a sentence that has no other, and not what they
    /// were on.
    pub(super) fn read_shot_behind_phrase_as_verb(&mut self, shot: usize) {
        let labels = self.labels;
        let link = self.head(shot);
        let doer = self.head(link);
        let (next, count) = (shot + 2, self.tokens.len());
        let goes_on = next < count
            && self.lower(shot) == "shot"
            && self.lower(shot + 1) == "and"
            && self.tag(next) == "VBD"
            && self.head(next) == doer
            && self.child(next, next..count, labels.object).is_some();
        let behind_phrase = self.tokens[shot].dep == labels.prepositional_object
            && self.tokens[link].dep == labels.prepositional
            && self.tokens[doer].dep == labels.root
            && self.is_noun(doer)
            && doer < link;
        let Some(thing) = shot.checked_sub(1).filter(|&t| {
            goes_on
                && behind_phrase
                && self.tokens[t].dep == labels.compound
                && self.head(t) == shot
        }) else {
            return;
        };
        for before in self.children(shot, link..thing) {
            self.tokens[before].head = thing as u32;
        }
        self.attach(thing, link, labels.prepositional_object);
        self.tokens[shot].pos = Pos::Verb;
        self.tokens[shot].tag = labels.past;
        self.tokens[shot].lemma = "shoot".into();
        self.attach(shot, shot, labels.root);
        for child in self.children(doer, shot + 1..count) {
            self.tokens[child].head = shot as u32;
        }
        self.attach(doer, shot, labels.subject);
    }

    /// "after threats by rebels *to attack* hotels": what they threaten, and not what came of it.
    pub(super) fn hang_infinitive_on_doers_noun(&mut self, verb: usize) {
        const HELD_OUT: [&str; 14] = [
            "attempt", "bid", "call", "decision", "demand", "effort", "move", "offer", "plan",
            "plot", "pledge", "promise", "threat", "vow",
        ];
        let labels = self.labels;
        let Some(doer) = verb.checked_sub(2).filter(|_| verb > 3) else {
            return;
        };
        let by = self.head(doer);
        let noun = self.head(by);
        let infinitive = self.tokens[verb].dep == labels.adverbial && self.lower(verb - 1) == "to";
        if infinitive
            && self.tokens[doer].dep == labels.prepositional_object
            && self.lower(by) == "by"
            && noun < by
            && self.lemma_in(noun, &HELD_OUT)
        {
            self.attach(verb, noun, labels.modifier_clause);
        }
    }

    /// "fired at crowds marching on the palace *to demand* his release": the crowd demands it, not who fires.
    pub(super) fn hang_demand_on_crowd(&mut self, verb: usize) {
        const DEMANDS: [&str; 9] = [
            "call",
            "celebrate",
            "commemorate",
            "demand",
            "denounce",
            "mark",
            "oppose",
            "protest",
            "support",
        ];
        const COMES_TOGETHER: [&str; 7] = [
            "assemble",
            "demonstrate",
            "gather",
            "march",
            "mass",
            "rally",
            "walk",
        ];
        let labels = self.labels;
        let deed = self.head(verb);
        let purpose =
            verb > 0 && self.tokens[verb].dep == labels.adverbial && self.lower(verb - 1) == "to";
        if !purpose || deed >= verb || !self.lemma_in(verb, &DEMANDS) {
            return;
        }
        let crowd = (deed + 1..verb).rev().find(|&i| {
            self.tag(i) == "VBG"
                && self.tokens[i].dep == labels.modifier_clause
                && self.lemma_in(i, &COMES_TOGETHER)
                && self.head(i) > deed
        });
        if let Some(crowd) = crowd {
            self.attach(verb, crowd, labels.adverbial);
        }
    }

    /// "dismissed as fake *news* a report that …": what it is taken for, and not what is dismissed.
    pub(super) fn read_as_label(&mut self, noun: usize) {
        let labels = self.labels;
        let Some(described) = noun.checked_sub(1) else {
            return;
        };
        let count = self.tokens.len();
        let taken = self.head(described);
        let verb = self.head(taken);
        let label = self.tokens[described].dep == labels.prepositional_object
            && self.tag(described) == "JJ"
            && self.lower(taken) == "as"
            && self.tokens[verb].pos == Pos::Verb;
        // The parser may join it with what is dismissed: "as false *propaganda* reports that".
        let joined = self.head(noun);
        let object = if self.tokens[noun].dep == labels.compound && joined > noun {
            Some(joined).filter(|&o| self.tokens[o].dep == labels.object && self.head(o) == verb)
        } else if self.tokens[noun].dep == labels.object && self.head(noun) == verb {
            self.child(verb, noun + 1..count, labels.object)
        } else {
            None
        };
        let Some(object) = object.filter(|_| label) else {
            return;
        };
        self.attach(noun, taken, labels.prepositional_object);
        self.attach(described, noun, labels.adjectival);
        let told = (object + 2..count).find(|&t| {
            self.head(t) == verb
                && self.tokens[t].dep == labels.complement
                && self.child(t, object + 1..object + 2, labels.mark).is_some()
        });
        if let Some(told) = told {
            self.attach(told, object, labels.modifier_clause);
        }
    }

    /// "arrested between *40* and 50 dockers", "Between *40* and 50 dockers were held": so many, and not between whom.
    pub(super) fn read_range_as_number(&mut self, first: usize) {
        const MEASURES: [&str; 16] = [
            "day",
            "degree",
            "foot",
            "hour",
            "inch",
            "kilometer",
            "kilometre",
            "meter",
            "metre",
            "mile",
            "minute",
            "month",
            "point",
            "second",
            "week",
            "year",
        ];
        let labels = self.labels;
        let noun = first + 3;
        let Some(between) = first.checked_sub(1).filter(|_| noun < self.tokens.len()) else {
            return;
        };
        let year = |i: usize| self.lower(i).len() == 4 && self.lower(i).starts_with(['1', '2']);
        let range = matches!(self.lower(between).as_str(), "between" | "from")
            && matches!(self.lower(first + 1).as_str(), "and" | "to")
            && self.tag(first + 2) == "CD"
            && self.tag(noun) == "NNS"
            && self.tokens[between].dep == labels.prepositional
            && !(year(first) && year(first + 2))
            && !self.lemma_in(noun, &MEASURES);
        let governed =
            self.tokens[first].dep == labels.prepositional_object && self.head(first) == between;
        let governs =
            self.tokens[noun].dep == labels.prepositional_object && self.head(noun) == between;
        let verb = self.head(between);
        let free = self
            .child(verb, 0..self.tokens.len(), labels.object)
            .is_none();
        let follows = self.tokens[verb].pos == Pos::Verb && verb < between && free;
        let Some(about) = self.symbols.find("quantmod").filter(|_| range) else {
            return;
        };
        if governs && follows {
            self.attach(noun, verb, labels.object);
        } else if !governed || self.head(noun) == between {
            return;
        }
        self.attach(first, noun, labels.number);
        self.attach(between, first, about);
    }

    /// "arrested a Dane *suspected* of theft": of one of a nation, and no noun.
    pub(super) fn describe_one_of_nation(&mut self, participle: usize) {
        let labels = self.labels;
        let Some(one) = participle.checked_sub(1) else {
            return;
        };
        let governed = [
            labels.object,
            labels.prepositional_object,
            labels.passive_subject,
        ];
        let count = self.tokens.len();
        let of = participle + 1 < count
            && matches!(
                self.lower(participle + 1).as_str(),
                "of" | "with" | "for" | "by"
            );
        let fits = governed.contains(&self.tokens[participle].dep)
            && self.lemma_in(
                participle,
                &[
                    "accuse", "arrest", "charge", "convict", "hold", "jail", "suspect", "want",
                ],
            )
            && self.head(one) == participle
            && self.tokens[one].dep == labels.adjectival
            && matches!(self.tag(one), "NNP" | "NNPS" | "JJ")
            && self.tokens[one]
                .span
                .slice(self.text)
                .starts_with(char::is_uppercase);
        if !fits || !of {
            return;
        }
        self.take_place(one, participle);
        for child in self.children(participle, 0..one) {
            self.attach(child, one, self.tokens[child].dep);
        }
        self.attach(participle, one, labels.modifier_clause);
        self.tokens[participle].pos = Pos::Verb;
        self.tokens[one].pos = Pos::Propn;
    }

    /// "were released *unharmed* on Saturday": the day is that of the release.
    pub(super) fn leave_time_to_verb(&mut self, state: usize) {
        let labels = self.labels;
        let verb = self.head(state);
        let count = self.tokens.len();
        if !matches!(
            self.lower(state).as_str(),
            "unharmed" | "alive" | "safe" | "safely" | "unhurt" | "dead"
        ) || self.tokens[verb].pos != Pos::Verb
            || verb >= state
        {
            return;
        }
        for link in self.children(state, state + 1..count) {
            let day = self.child(link, link + 1..count, labels.prepositional_object);
            if day.is_some_and(|d| is_weekday(&self.lower(d))) {
                self.attach(link, verb, labels.prepositional);
            }
        }
    }

    /// "would have stormed it *had talks failed*": had they failed, and nobody had them fail.
    pub(super) fn read_had_as_condition(&mut self, verb: usize) {
        let labels = self.labels;
        let had = self.head(verb);
        let told = self.head(had);
        if self.tokens[verb].dep != labels.complement
            || self.tokens[had].dep != labels.adverbial
            || had > verb
            || self.lower(had) != "had"
        {
            return;
        }
        let inverted = self
            .subject(verb, had..verb)
            .is_some_and(|s| self.leftmost(s) == had + 1);
        let would = self.children(told, 0..told);
        let would = would.iter().any(|&c| self.lower(c) == "would");
        let Some(helps) = self.symbols.find("aux").filter(|_| inverted && would) else {
            return;
        };
        self.take_place(verb, had);
        for child in self.children(had, 0..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
        self.tokens[verb].tag = labels.participle;
        self.attach(had, verb, helps);
        self.tokens[had].pos = Pos::Aux;
    }

    /// "*Feed* the Poor puts the toll at 50": no order, but the name of a body.
    pub(super) fn read_order_as_name(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(object) = self.child(verb, verb + 1..count, labels.object) else {
            return;
        };
        // Joined without an "and": the verb of which it is the subject.
        let joined = self.tokens[verb].dep == labels.root
            && object + 1 < count
            && self.head(object + 1) == verb
            && self.tokens[object + 1].dep == labels.conjunct;
        let finite = if joined { object + 1 } else { self.head(verb) };
        let capital = |i: usize| {
            let word = self.tokens[i].span.slice(self.text);
            word.starts_with(char::is_uppercase)
        };
        let named = verb < object
            && object < finite
            && capital(verb)
            && capital(object)
            && (verb + 1..finite).all(|i| self.within(i, verb))
            && !self.has_infinitive_mark(verb);
        let acts = (joined || self.symbols.get(self.tokens[verb].dep) == "csubj")
            && matches!(self.tag(finite), "VBD" | "VBZ")
            && self.subject(finite, 0..finite).is_none();
        let Some(proper) = self.symbols.find("NNP").filter(|_| named && acts) else {
            return;
        };
        for word in [verb, object] {
            self.tokens[word].pos = Pos::Propn;
            self.tokens[word].tag = proper;
            self.tokens[word].lemma = self.tokens[word].span.slice(self.text).into();
        }
        if joined {
            self.take_place(finite, verb);
            for child in self.children(verb, finite + 1..count) {
                self.tokens[child].head = finite as u32;
            }
        }
        self.attach(object, finite, labels.subject);
        self.attach(verb, object, labels.compound);
    }

    /// "exploiting the feud *to smuggle* guns": what it is exploited for, by whoever exploits it, and not the feud's deed.
    pub(super) fn hang_aim_on_who_exploits(&mut self, verb: usize) {
        let labels = self.labels;
        let thing = self.head(verb);
        let exploiting = self.head(thing);
        let Some(aim) = self.symbols.find("xcomp") else {
            return;
        };
        if [labels.relative, labels.modifier_clause].contains(&self.tokens[verb].dep)
            && thing < verb
            && self.tokens[thing].dep == labels.object
            && self.lemma_in(
                exploiting,
                &["abuse", "exploit", "use", "utilise", "utilize"],
            )
            && self.has_infinitive_mark(verb)
            && self.subject(verb, thing..verb).is_none()
        {
            self.attach(verb, exploiting, aim);
        }
    }

    /// "announced his *departure* hours after the vote": what is announced, and not the hours.
    pub(super) fn part_thing_from_hours(&mut self, thing: usize) {
        let labels = self.labels;
        let hours = self.head(thing);
        let verb = self.head(hours);
        let beside = self.tokens[thing].dep == labels.compound
            && hours == thing + 1
            && matches!(
                self.lower(hours).as_str(),
                "hours" | "minutes" | "days" | "weeks" | "months" | "years" | "moments"
            )
            && self.tokens[hours].dep == labels.object
            && verb < thing
            && hours + 1 < self.tokens.len()
            && matches!(self.lower(hours + 1).as_str(), "after" | "before");
        let Some(time) = self.symbols.find("npadvmod").filter(|_| beside) else {
            return;
        };
        for before in self.children(hours, verb + 1..thing) {
            self.tokens[before].head = thing as u32;
        }
        self.attach(thing, verb, labels.object);
        self.attach(hours, verb, time);
    }

    /// "killed *what* they said were nine rebels": those who are said to be so were killed.
    pub(super) fn read_said_to_be_as_object(&mut self, what: usize) {
        let labels = self.labels;
        let be = self.head(what);
        let say = self.head(be);
        let deed = self.head(say);
        let count = self.tokens.len();
        let told = self.lower(what) == "what"
            && self.tokens[what].dep == labels.subject
            && self.lemma_in(be, &["be"])
            && self.tokens[be].dep == labels.complement
            && self.is_cue(say)
            && self.tokens[say].dep == labels.complement
            && self.tokens[deed].pos == Pos::Verb
            && !self.is_cue(deed)
            && deed + 1 == what;
        let attribute = self.symbols.find("attr").filter(|_| told);
        let those = attribute.and_then(|attr| self.child(be, be + 1..count, attr));
        if let Some(those) = those {
            self.attach(those, deed, labels.object);
            self.attach(say, those, labels.relative);
        }
    }

    /// "as worshippers were leaving, *killing* himself and ten others": who kills himself is the one above, not those many.
    pub(super) fn hang_reflexive_on_its_doer(&mut self, gerund: usize) {
        let labels = self.labels;
        let beside = self.head(gerund);
        let deed = self.head(beside);
        let count = self.tokens.len();
        let oneself = self.child(gerund, gerund + 1..count, labels.object);
        let one = oneself.filter(|&o| matches!(self.lower(o).as_str(), "himself" | "herself"));
        let many = self
            .subject(beside, 0..gerund)
            .is_some_and(|s| matches!(self.tag(s), "NNS" | "NNPS"));
        let Some(oneself) = one.filter(|_| {
            many && self.tokens[gerund].dep == labels.adverbial
                && self.tokens[beside].dep == labels.adverbial
                && deed < beside
                && self.tokens[deed].pos == Pos::Verb
        }) else {
            return;
        };
        self.attach(gerund, deed, labels.adverbial);
        // "himself *and at least ten others*"
        for child in self.children(gerund, oneself + 1..count) {
            if self.tokens[child].dep == labels.conjunct
                || self.symbols.get(self.tokens[child].dep) == "cc"
            {
                self.tokens[child].head = oneself as u32;
            }
        }
    }

    /// "a charge *Ruvia called* baseless": who calls it so is no other name of the charge.
    pub(super) fn give_label_its_speaker(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(speaker) = verb.checked_sub(1).filter(|&s| s > 0) else {
            return;
        };
        let claim = self.head(verb);
        let fits = self.lemma_in(
            verb,
            &["call", "deny", "dismiss", "label", "reject", "term"],
        ) && self.tokens[verb].dep == labels.modifier_clause
            && self.tokens[speaker].dep == labels.apposition
            && self.head(speaker) == claim
            && matches!(self.tag(speaker), "NNP" | "NNPS")
            && self.lemma_in(
                claim,
                &["accusation", "allegation", "charge", "claim", "suggestion"],
            );
        if fits {
            self.attach(speaker, verb, labels.subject);
            self.tokens[verb].dep = labels.relative;
        }
    }

    /// "was hit by a missile *north* of Kalem": where it was hit, and not what by.
    pub(super) fn part_direction_from_noun(&mut self, direction: usize) {
        let labels = self.labels;
        let Some(noun) = direction.checked_sub(1) else {
            return;
        };
        let count = self.tokens.len();
        let from = self.child(direction, direction..count, labels.prepositional);
        let from = from.filter(|&of| of == direction + 1 && self.lower(of) == "of");
        let parted = from.is_some()
            && is_compass_point(&self.lower(direction))
            && self.tokens[noun].dep == labels.compound
            && self.head(noun) == direction
            && self.is_noun(noun);
        let Some(adverb) = self.symbols.find("advmod").filter(|_| parted) else {
            return;
        };
        self.take_place(noun, direction);
        for child in self.children(direction, 0..count) {
            if child < noun {
                self.attach(child, noun, self.tokens[child].dep);
            }
        }
        // Where there is no verb, the root has it.
        let hosts = |v: usize| self.tokens[v].pos == Pos::Verb || self.head(v) == v;
        let host = self.above(noun, 4, hosts).unwrap_or(noun);
        self.attach(direction, host, adverb);
        self.tokens[direction].pos = Pos::Adv;
    }

    /// "made it a crime *to attack* a clinic": that is what the crime would be.
    pub(super) fn hang_infinitive_on_crime(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(crime) = verb.checked_sub(2) else {
            return;
        };
        if self.lower(verb - 1) == "to"
            && self.head(crime) == verb
            && self.tokens[crime].dep == labels.subject
            && self.lemma_in(
                crime,
                &["crime", "offence", "offense", "felony", "misdemeanour"],
            )
        {
            let (above, dep) = (self.head(verb), labels.object);
            self.attach(crime, above, dep);
            self.attach(verb, crime, labels.modifier_clause);
        }
    }

    /// "In the debate against Koren, *Bellini* attacked her": no list, but the subject behind what opens the sentence.
    pub(super) fn take_subject_from_opening(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(mut last) = verb.checked_sub(1).filter(|&n| n > 1) else {
            return;
        };
        // "At a meeting in Bonn, *Kohl* and Mitterrand agreed": the subject may be two.
        let links = |first: usize, last: usize| {
            (first..last).any(|i| self.symbols.get(self.tokens[i].dep) == "cc")
        };
        let before = self.head(last);
        if self.tokens[last].dep == labels.conjunct
            && self.tokens[before].dep == labels.conjunct
            && before < last
            && links(before, last)
            && self.is_noun(before)
        {
            last = before;
        }
        let acts = self.subject(verb, 0..verb).is_some();
        let opening = self.leftmost(last);
        if acts
            || self.tokens[last].dep != labels.conjunct
            || !self.is_noun(last)
            || opening == 0
            || self.lower(opening - 1) != ","
        {
            return;
        }
        let first = self.head(last);
        let joined = links(first, last);
        // Up to the preposition that opens the sentence.
        let mut at = first;
        for _ in 0..6 {
            let above = self.head(at);
            if above == verb || above == at {
                break;
            }
            at = above;
        }
        let fronted = self.head(at) == verb
            && at < first
            && self.tokens[at].dep == labels.prepositional
            && first < last;
        if fronted && !joined {
            self.attach(last, verb, labels.subject);
        }
    }

    /// "At a rally in Bonn, opposition leader *Mira Orr* accused him": the parser makes one name of the place before the
    /// comma and the subject behind it.
    pub(super) fn part_subject_from_opening_name(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(last) = verb.checked_sub(1).filter(|&n| self.is_noun(n)) else {
            return;
        };
        let link = self.head(last);
        if self.tokens[last].dep != labels.prepositional_object
            || link > last
            || self.subject(verb, 0..verb).is_some()
        {
            return;
        }
        let ends_before_comma = |&i: &usize| {
            self.tokens[i].pos == Pos::Propn && self.lower(i + 1) == "," && self.within(i, last)
        };
        let Some(place) = (link + 1..last - 1).find(ends_before_comma) else {
            return;
        };
        let fronted = self
            .above(last, 5, |i| self.head(i) == verb)
            .is_some_and(|i| self.tokens[i].dep == labels.prepositional);
        if !fronted {
            return;
        }
        for i in link + 1..place {
            if self.head(i) > place {
                self.tokens[i].head = place as u32;
            }
        }
        let label = self.subject_label(verb, 0..verb);
        self.attach(place, link, labels.prepositional_object);
        self.attach(last, verb, label);
    }

    /// "From exile in Bonn, *Mira Orr*, a lawyer for the party, denounced it": what is set behind a name of the opening
    /// is said of the subject, who stands before it.
    pub(super) fn take_described_subject_from_opening(&mut self, verb: usize) {
        let labels = self.labels;
        if verb.checked_sub(1).is_none_or(|c| self.lower(c) != ",")
            || self.subject(verb, 0..verb).is_some()
        {
            return;
        }
        let described = (2..verb).filter(|&i| self.tokens[i].dep == labels.apposition);
        let Some((place, doer, beside)) = described
            .into_iter()
            .find_map(|beside| self.name_behind_opening(beside))
        else {
            return;
        };
        let opening = self.leftmost(doer);
        let comma = opening > 0 && self.lower(opening - 1) == ",";
        let behind = self.leftmost(beside).checked_sub(1);
        let set_beside = behind == Some(doer + 1) && self.lower(doer + 1) == ",";
        let listed = (place..doer).any(|i| self.tokens[i].pos == Pos::Cconj);
        let person = noun_classes(&self.tokens[beside].lemma).meets(ClassSet::HUMAN);
        let fronted = self
            .above(place, 6, |i| self.head(i) == verb)
            .is_some_and(|i| self.tokens[i].dep == labels.prepositional);
        if !(comma && set_beside && person && fronted) || listed {
            return;
        }
        self.attach(doer, verb, labels.subject);
        for child in self.children(place, doer + 1..verb) {
            self.tokens[child].head = doer as u32;
        }
    }

    /// What an opening phrase is about, the name behind it, and what is said of that name, which the parser may hang on
    /// either.
    fn name_behind_opening(&self, beside: usize) -> Option<(usize, usize, usize)> {
        let labels = self.labels;
        let joined = |i: usize| [labels.conjunct, labels.apposition].contains(&self.tokens[i].dep);
        let governed = |i: usize| self.tokens[i].dep == labels.prepositional_object;
        let name = |i: usize| joined(i) && self.tokens[i].pos == Pos::Propn && i < beside;
        let above = self.head(beside);
        if governed(above) {
            let mut names = self.children(above, above + 1..beside).into_iter();
            return names.find(|&i| name(i)).map(|doer| (above, doer, beside));
        }
        let place = self.head(above);
        (name(above) && governed(place) && place < above).then_some((place, above, beside))
    }

    /// "an attack the governor *blamed* on a gang": what has its own subject and no auxiliary is done by that subject.
    pub(super) fn read_relative_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let before = self.children(verb, 0..verb);
        let acts = self.child(verb, 0..verb, labels.subject).is_some();
        let auxiliary = before.iter().any(|&c| self.tokens[c].pos == Pos::Aux);
        if self.tokens[verb].dep == self.labels.relative && acts && !auxiliary {
            self.tokens[verb].tag = labels.past;
        }
    }

    /// "Ruiz, a former guard known as Pike, *threatened* to leave.": behind the comma that closes what is said of a
    /// name beside it, a past form is the verb of a sentence that has no other.
    pub(super) fn read_behind_apposition_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        let root = self.head(noun) == noun && self.is_noun(noun);
        if self.tokens[verb].dep != labels.modifier_clause
            || !root
            || verb == 0
            || self.lower(verb - 1) != ","
        {
            return;
        }
        let own = self.children(noun, noun + 1..verb);
        let set_beside = own
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "appos");
        let opened = own.iter().any(|&c| self.lower(c) == "," && c < verb - 1);
        let ends = self
            .tokens
            .last()
            .is_some_and(|last| matches!(last.span.slice(self.text), "." | "”" | "\"" | "!" | "?"));
        let by = self
            .children(verb, verb..self.tokens.len())
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "agent");
        // Other sentences of the part have verbs of their own.
        let finite = |i: usize| {
            matches!(self.tag(i), "VBD" | "VBZ" | "VBP" | "MD")
                && self.within(i, noun)
                && !self.within(i, verb)
        };
        if !set_beside || !opened || !ends || by || (0..self.tokens.len()).any(finite) {
            return;
        }
        self.tokens[verb].tag = labels.past;
        for child in self.children(noun, verb + 1..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
        self.take_place(verb, noun);
        self.attach(noun, verb, labels.subject);
    }

    /// "arrested a 28-year-old *Libyan* suspected of a plot": he is arrested, and suspected.
    pub(super) fn describe_by_nation(&mut self, participle: usize) {
        let labels = self.labels;
        let Some(nation) = participle.checked_sub(1) else {
            return;
        };
        let count = self.tokens.len();
        let in_noun_place = self.is_in_noun_place(participle)
            && self.symbols.get(self.tokens[participle].dep) != "conj";
        let capital = self.tokens[nation]
            .span
            .slice(self.text)
            .starts_with(char::is_uppercase);
        let goes_on = self
            .children(participle, participle + 1..count)
            .iter()
            .any(|&c| matches!(self.symbols.get(self.tokens[c].dep), "prep" | "agent"));
        if !in_noun_place
            || !capital
            || !goes_on
            || self.tag(nation) != "JJ"
            || self.head(nation) != participle
        {
            return;
        }
        self.take_place(nation, participle);
        for child in self.children(participle, 0..nation) {
            self.tokens[child].head = nation as u32;
        }
        self.tokens[nation].pos = Pos::Noun;
        self.tokens[nation].tag = labels.singular;
        self.tokens[participle].pos = Pos::Verb;
        self.attach(participle, nation, labels.modifier_clause);
    }

    /// "since Hamas' Oct. 7, 2023, *attack*": a date between owner and noun.
    pub(super) fn give_dated_noun_its_owner(&mut self, noun: usize) {
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

    /// "A constable *sustained* bullet injuries": what has a subject of its own is a verb, and describes no noun.
    pub(super) fn read_as_verb_of_its_subject(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        // "*Arkania* scrambled fighter jets": a name right before it, that the parser takes for a time or measure.
        let named = verb.checked_sub(1).filter(|&name| {
            self.head(name) == verb
                && self.tokens[name].pos == Pos::Propn
                && self.symbols.get(self.tokens[name].dep) == "npadvmod"
        });
        let governs = named.is_some() || self.child(verb, 0..verb, labels.subject).is_some();
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
        if let Some(name) = named {
            self.attach(name, verb, labels.subject);
        }
    }

    /// "*Roja*, along with others, staged a sit-in": a name before a verb that has no subject, beside its company.
    pub(super) fn read_name_as_subject(&mut self, name: usize) {
        let labels = self.labels;
        let verb = self.head(name);
        let company = self.tokens.get(name + 1..name + 3).is_some_and(|next| {
            let words: Vec<&str> = next.iter().map(|t| t.span.slice(self.text)).collect();
            words[0] == "," && matches!(words[1], "along" | "together" | "accompanied")
                || matches!(words[0], "along" | "together" | "accompanied")
        });
        let acts = self.children(verb, 0..self.tokens.len()).iter().any(|&c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "nsubj" | "nsubjpass" | "csubj" | "expl"
            )
        });
        if self.symbols.get(self.tokens[name].dep) == "npadvmod"
            && verb > name
            && matches!(self.tag(verb), "VBD" | "VBZ" | "VBP")
            && company
            && !acts
        {
            self.tokens[name].dep = labels.subject;
        }
    }

    /// "*Modi*, who was accused, won": a capital that does or suffers something is a name and no exclamation.
    pub(super) fn read_exclamation_as_name(&mut self, word: usize) {
        let (Some(tag), labels) = (self.symbols.find("NNP"), self.labels) else {
            return;
        };
        let capital = self.tokens[word]
            .span
            .slice(self.text)
            .starts_with(char::is_uppercase);
        let dep = self.tokens[word].dep;
        let takes_part = [
            labels.subject,
            labels.passive_subject,
            labels.object,
            labels.prepositional_object,
        ];
        if capital && takes_part.contains(&dep) {
            self.tokens[word].pos = Pos::Propn;
            self.tokens[word].tag = tag;
        }
    }

    /// "called the *charge* nonsense": what is called so, and what it is called.
    pub(super) fn give_label_its_object(&mut self, label: usize) {
        let labels = self.labels;
        let verb = self.head(label);
        let Some(called) = label.checked_sub(1) else {
            return;
        };
        let of_label = self.head(called) == label && self.tokens[called].dep == labels.compound;
        if self.tokens[label].dep != labels.predicate
            || verb >= called
            || !of_label
            || self.tokens[called].pos != Pos::Noun
            || !self.lemma_in(
                verb,
                &["call", "label", "brand", "deem", "consider", "declare"],
            )
            || self.child(verb, verb..label, labels.object).is_some()
        {
            return;
        }
        for child in self.children(label, verb..called) {
            self.tokens[child].head = called as u32;
        }
        self.attach(called, verb, labels.object);
    }

    /// "the allegation *that* its men had fired": whoever has fired, fired no allegation.
    pub(super) fn open_clause_of_noun(&mut self, that: usize) {
        let clause = self.head(that);
        let opens = self.lower(that) == "that"
            && self.tokens[that].dep == self.labels.object
            && self.tokens[clause].dep == self.labels.modifier_clause
            && that < clause
            && self
                .child(clause, that + 1..clause, self.labels.subject)
                .is_some();
        if opens {
            self.tokens[that].dep = self.labels.mark;
        }
    }

    /// "Gunmen *believed to be* rebels attacked a farm": who is believed to be something believes nothing.
    pub(super) fn read_supposed_as_description(&mut self, verb: usize) {
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
        if subject.is_some() && self.head(being) == verb && self.lemma_in(being, &["be"]) {
            self.give_being_its_noun(being, verb);
        }
        let main = self.finite_without_subject_behind(being);
        let (Some(subject), Some(main)) = (subject, main) else {
            return;
        };
        let above = self.head(verb);
        let told_of = self.head(main) == verb && self.tokens[main].dep == labels.complement
            || !self.within(main, verb) && !self.within(verb, main);
        let supposed_to = self.lemma_in(being, &["be", "belong", "have"])
            || self.children(being, next..being).len() > 1;
        if !told_of || !supposed_to || self.head(being) != verb || above == main {
            return;
        }
        for child in self.children(verb, 0..self.tokens.len()) {
            if child != main && child != subject && (child < subject || child > main) {
                self.tokens[child].head = main as u32;
            }
        }
        let role = self.subject_label(main, verb..main);
        self.take_place(main, verb);
        self.attach(subject, main, role);
        self.attach(verb, subject, labels.modifier_clause);
        self.tokens[verb].tag = labels.participle;
    }

    /// "Gunmen believed to be *members* of a militia killed ten": what they are believed to be killed nobody, and has not
    /// been killed.
    fn give_being_its_noun(&mut self, being: usize, verb: usize) {
        let labels = self.labels;
        let Some(noun_of) = self.symbols.find("attr") else {
            return;
        };
        let count = self.tokens.len();
        let Some(noun) = (being + 1..count).find(|&i| self.leftmost(i) == being + 1) else {
            return;
        };
        let main = self.head(noun);
        let clause = self.tokens[noun].dep == labels.subject
            && self.tokens[main].dep == labels.complement
            && self.head(main) == verb
            && noun < main;
        if clause {
            self.attach(noun, being, noun_of);
            return;
        }
        // "believed to be rebels *killed* ten villagers"
        let deed = self.child(noun, noun + 1..count, labels.modifier_clause);
        let Some(deed) = deed.filter(|&d| self.tag(d) == "VBN" && self.head(noun) == being) else {
            return;
        };
        if self.child(deed, deed + 1..count, labels.object).is_some() {
            self.tokens[deed].tag = labels.past;
            self.attach(deed, verb, labels.complement);
        }
    }

    /// "A motion to summon him *before* the council was rejected": the council is before whom, and the motion was.
    pub(super) fn read_mark_as_preposition(&mut self, mark: usize) {
        let labels = self.labels;
        let clause = self.head(mark);
        if self.tokens[mark].dep != labels.mark
            || !matches!(self.lower(mark).as_str(), "before" | "after")
            || self.tokens[clause].dep != labels.adverbial
        {
            return;
        }
        let above = self.head(clause);
        let noun = if self.is_noun(above) {
            above
        } else {
            self.head(above)
        };
        let above_noun = self.head(noun);
        let without_verb = above_noun == noun
            || self.tokens[noun].dep == labels.conjunct && !self.is_noun(above_noun);
        if !self.is_noun(noun) || !without_verb || noun > mark {
            return;
        }
        let infinitive = self
            .children(noun, noun..mark)
            .into_iter()
            .find(|&v| self.tag(v) == "VB" && self.tokens[v].dep == labels.modifier_clause);
        let governed = self.subject(clause, mark..clause);
        let (Some(infinitive), Some(governed)) = (infinitive, governed) else {
            return;
        };
        let role = self.tokens[governed].dep;
        self.take_place(clause, noun);
        for child in self.children(noun, clause..self.tokens.len()) {
            self.tokens[child].head = clause as u32;
        }
        self.attach(noun, clause, role);
        self.attach(mark, infinitive, labels.prepositional);
        self.attach(governed, mark, labels.prepositional_object);
    }

    /// The first finite verb behind an infinitive, where neither it nor a word for joining stands with a doer of its own.
    fn finite_without_subject_behind(&self, infinitive: usize) -> Option<usize> {
        let finite = |&v: &usize| {
            self.tag(v) == "VBD" && self.tokens[v].pos == Pos::Verb
                || matches!(self.tag(v), "VBN" | "VBG")
                    && self
                        .children(v, infinitive..v)
                        .iter()
                        .any(|&a| matches!(self.tag(a), "VBD" | "VBP" | "VBZ"))
        };
        let main = (infinitive + 1..self.tokens.len()).find(finite)?;
        let parted = (infinitive + 1..main).any(|i| {
            self.tokens[i].pos == Pos::Cconj && self.head(i) != main && !self.within(i, infinitive)
                || matches!(self.tag(i), "WP" | "WDT" | "WRB")
                || self.tokens[i].dep == self.labels.mark
        });
        (!parted && self.subject(main, 0..self.tokens.len()).is_none()).then_some(main)
    }

    /// "… a week of violence that drew in Israel, *which* bombed the ministry": a clause that only adds
    /// something stands right behind its noun, so never beyond a verb.
    pub(super) fn hang_clause_on_last_noun(&mut self, pronoun: usize) {
        self.describe_by_which(pronoun);
        self.describe_happening_by_that(pronoun);
        self.part_thing_from_person(pronoun);
        self.hang_barring_on_road(pronoun);
        let clause = self.head(pronoun);
        let noun = self.head(clause);
        let labels = self.labels;
        let adds = pronoun > 1
            && self.lower(pronoun) == "which"
            && self.lower(pronoun - 1) == ","
            && self.tokens[clause].dep == self.labels.relative
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

    /// "the road to Kalem, *which* farmers have blocked": a road is barred, and not the town that it leads to.
    fn hang_barring_on_road(&mut self, pronoun: usize) {
        let clause = self.head(pronoun);
        let town = self.head(clause);
        let link = self.head(town);
        let way = self.head(link);
        let bars = [
            "barricade",
            "block",
            "clear",
            "close",
            "mine",
            "reopen",
            "repair",
        ];
        if self.tokens[clause].dep == self.labels.relative
            && self.lemma_in(clause, &bars)
            && matches!(
                self.lower(link).as_str(),
                "to" | "from" | "towards" | "between"
            )
            && self.lemma_in(way, &["highway", "motorway", "road", "route"])
        {
            self.tokens[clause].head = way as u32;
        }
    }

    /// "declared him the winner of the vote, *which* she called rigged", "Ana Roe of Tarnia Watch, *which* has sued": no
    /// person is a "which", so that the clause describes the thing right before it.
    fn part_thing_from_person(&mut self, pronoun: usize) {
        let clause = self.head(pronoun);
        let person = self.head(clause);
        let last = pronoun.saturating_sub(2);
        let human = |i: usize| noun_classes(&self.tokens[i].lemma).meets(ClassSet::HUMAN);
        let named = self.people.iter().any(|name| name.contains(&person));
        let single = named || self.tag(person) == "NN" && human(person);
        let adds = pronoun > 1
            && self.lower(pronoun) == "which"
            && self.lower(pronoun - 1) == ","
            && self.tokens[clause].dep == self.labels.relative
            && person < last;
        let noun =
            self.tokens[last].pos == Pos::Noun || named && self.tokens[last].pos == Pos::Propn;
        let thing = noun
            && self.tokens[last].dep == self.labels.prepositional_object
            && self.within(last, person)
            && !human(last);
        if adds && single && thing {
            self.tokens[clause].head = last as u32;
        }
    }

    /// "the Ruvian office for pilgrims, *which* Danu shut": no people are a "which", so that the clause describes what the
    /// people belong to.
    fn governor_of_people(&self, people: usize) -> Option<usize> {
        let human = noun_classes(&self.tokens[people].lemma).meets(ClassSet::HUMAN);
        let link = self.head(people);
        let above = self.head(link);
        let below = self.tokens[people].dep == self.labels.prepositional_object
            && matches!(self.lower(link).as_str(), "for" | "of")
            && above < link
            && self.is_noun(above)
            && !noun_classes(&self.tokens[above].lemma).meets(ClassSet::HUMAN);
        (self.tag(people) == "NNS" && human && below).then_some(above)
    }

    /// Hangs a clause with "which" that the parser hung on people on the body that is theirs.
    pub(super) fn describe_the_body(&mut self, pronoun: usize) {
        let clause = self.head(pronoun);
        let people = self.head(clause);
        let adds = pronoun > 0
            && self.lower(pronoun) == "which"
            && self.lower(pronoun - 1) == ","
            && self.tokens[clause].dep == self.labels.relative
            && people < pronoun;
        if let Some(body) = self.governor_of_people(people).filter(|_| adds) {
            self.tokens[clause].head = body as u32;
        }
    }

    /// "reported heavy shelling on Friday *that* killed six": a clause whose subject is "that" describes what is
    /// reported, and nobody reports it beside that.
    fn describe_happening_by_that(&mut self, pronoun: usize) {
        let labels = self.labels;
        let clause = self.head(pronoun);
        let above = self.head(clause);
        let told = self.tokens[clause].dep == labels.complement
            && self.tokens[pronoun].dep == labels.subject
            && self.lower(pronoun) == "that"
            && above < pronoun
            && pronoun < clause;
        if !told {
            return;
        }
        // "reported shelling that killed six": the gerund is what the clause describes.
        let gerund =
            self.symbols.get(self.tokens[above].dep) == "xcomp" && self.tag(above) == "VBG";
        let happening = match gerund {
            true => Some(above),
            false => self.child(above, above + 1..pronoun, labels.object),
        };
        let Some(happening) = happening.filter(|&h| {
            let word = self.lower(h);
            noun_classes(&self.tokens[h].lemma).has(NounClass::Event)
                || noun_classes(&word).has(NounClass::Event)
        }) else {
            return;
        };
        let between = (happening + 1..pronoun).all(|i| {
            matches!(
                self.tokens[i].pos,
                Pos::Adp | Pos::Propn | Pos::Num | Pos::Det | Pos::Noun | Pos::Adj
            )
        });
        if !between {
            return;
        }
        if gerund {
            self.tokens[happening].dep = labels.object;
            self.read_as_noun(happening);
        }
        for link in self.children(above, happening + 1..pronoun) {
            self.tokens[link].head = happening as u32;
        }
        self.attach(clause, happening, labels.relative);
    }

    /// "asked Lima and Quito, *which* guarantee the truce, to step in": a clause that opens with its "which" right
    /// behind a name describes that, and what follows behind the next comma goes on above it.
    fn describe_by_which(&mut self, pronoun: usize) {
        let labels = self.labels;
        let (clause, count) = (self.head(pronoun), self.tokens.len());
        let apart = self.tokens[clause].dep == labels.adverbial
            || self.tokens[clause].dep == labels.complement;
        let opens = pronoun > 1
            && self.lower(pronoun) == "which"
            && self.lower(pronoun - 1) == ","
            && self.is_noun(pronoun - 2)
            && self.tokens[pronoun].dep == labels.subject
            && pronoun < clause
            && self.child(clause, 0..clause, labels.mark).is_none();
        let above = self.head(clause);
        if !apart || !opens || above >= pronoun {
            return;
        }
        let noun = self.first_of_list(pronoun - 2);
        if self.within(above, noun) {
            return;
        }
        self.attach(clause, noun, labels.relative);
        let resumed = self
            .children(clause, clause + 1..count)
            .into_iter()
            .find(|&v| {
                let to = v.checked_sub(1).filter(|&to| self.lower(to) == "to");
                to.is_some_and(|to| to > clause && self.lower(to - 1) == ",")
            });
        if let Some(verb) = resumed {
            self.tokens[verb].head = above as u32;
        }
    }

    /// The head of the name or noun that a word ends, the first where several are listed.
    fn first_of_list(&self, last: usize) -> usize {
        let labels = self.labels;
        let mut named = last;
        for _ in 0..8 {
            let joined = self.tokens[named].dep == labels.compound
                || self.tokens[named].dep == labels.conjunct;
            let above = self.head(named);
            if !joined || above == named || !self.is_noun(above) {
                break;
            }
            named = above;
        }
        named
    }

    /// "*Teachers* in the capital plan to march": the capital letter of a sentence makes no name.
    pub(super) fn read_opening_as_common(&mut self, opening: usize) {
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

    /// "the handover of 31 *captured* Congolese soldiers": a number right before a participle counts those behind it.
    pub(super) fn count_the_described(&mut self, participle: usize) {
        let labels = self.labels;
        let Some(number) = participle.checked_sub(1) else {
            return;
        };
        let counted = [labels.prepositional_object, labels.object]
            .contains(&self.tokens[number].dep)
            && self.tag(number) == "CD"
            && !self.within(number, participle);
        let noun = self
            .child(participle, participle + 1..self.tokens.len(), labels.object)
            .filter(|&n| n <= participle + 3 && self.tag(n) == "NNS");
        let opens = |n: usize| n == participle + 1 || self.leftmost(n) == participle + 1;
        let Some(noun) = noun.filter(|&n| counted && opens(n)) else {
            return;
        };
        if self
            .children(participle, 0..participle)
            .iter()
            .any(|&c| self.tokens[c].pos == Pos::Aux)
        {
            return;
        }
        for child in self.children(participle, 0..self.tokens.len()) {
            self.tokens[child].head = noun as u32;
        }
        self.take_place(noun, number);
        self.attach(participle, noun, labels.adjectival);
        self.attach(number, noun, labels.number);
    }

    /// "Rebels *stormed* Goma": a name right behind the verb is what it is done to, and no measure.
    pub(super) fn read_measure_as_object(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        if self.child(verb, verb + 1..count, labels.object).is_some() {
            return;
        }
        let measure = self
            .children(verb, verb + 1..count)
            .into_iter()
            .find(|&c| self.leftmost(c) == verb + 1);
        let Some(name) = measure.filter(|&c| self.tag(c) == "NNP") else {
            return;
        };
        let word = self.lower(name);
        let dated = names_day_or_month(&word);
        if self.symbols.get(self.tokens[name].dep) == "npadvmod" && !dated {
            self.tokens[name].dep = labels.object;
        }
    }

    /// "Police *baton-charged* protesters": whoever stands before it charged those behind it.
    pub(super) fn read_baton_charge(&mut self, charge: usize) {
        let labels = self.labels;
        let Some(police) = charge.checked_sub(3) else {
            return;
        };
        let crowd = self.head(charge);
        let charged = self.lower(charge) == "charged"
            && self.lower(charge - 1) == "-"
            && matches!(self.lower(charge - 2).as_str(), "baton" | "cane" | "lathi")
            && self.tokens[charge].dep == labels.adjectival
            && crowd > charge
            && self.is_noun(police)
            && self.within(police, crowd);
        if !charged {
            return;
        }
        self.take_place(charge, crowd);
        let before = self.children(crowd, 0..police);
        self.attach(crowd, charge, labels.object);
        self.attach(police, charge, labels.subject);
        for child in before {
            self.tokens[child].head = police as u32;
        }
        self.tokens[charge].tag = labels.past;
        self.tokens[charge].pos = Pos::Verb;
    }

    /// "76 people, including children, *who* had been abducted": all of them had.
    pub(super) fn hang_who_on_whole(&mut self, who: usize) {
        let labels = self.labels;
        let clause = self.head(who);
        let part = self.head(clause);
        let including = self.head(part);
        let whole = self.head(including);
        let of_part = who > 0
            && self.lower(who - 1) == ","
            && self.tokens[clause].dep == labels.relative
            && part < who
            && self.lower(including) == "including"
            && including < part
            && whole < including
            && self.tag(whole) == "NNS"
            && self.tag(part) == "NNS";
        if of_part && noun_classes(&self.tokens[whole].lemma).meets(ClassSet::HUMAN) {
            self.tokens[clause].head = whole as u32;
        }
    }

    /// "hit two youths Monday *who* would not halt": those before the day failed to.
    pub(super) fn hang_who_before_day(&mut self, who: usize) {
        let labels = self.labels;
        let clause = self.head(who);
        let verb = self.head(clause);
        let astray = self.tokens[who].dep == labels.subject
            && self.tokens[clause].dep == labels.complement
            && verb < who
            && who < clause;
        if !astray {
            return;
        }
        let people =
            (verb..who).rfind(|&i| self.head(i) == verb && self.tokens[i].dep == labels.object);
        let Some(people) = people.filter(|&p| self.is_human(p)) else {
            return;
        };
        let day =
            |i: usize| self.head(i) == verb && self.symbols.get(self.tokens[i].dep) == "npadvmod";
        if people + 2 == who && day(people + 1) {
            self.attach(clause, people, labels.relative);
        }
    }

    /// "the president of the sport's world body, FALA, *who* is on trial": nobody is called by an acronym.
    pub(super) fn hang_who_on_head_of_body(&mut self, who: usize) {
        let labels = self.labels;
        let clause = self.head(who);
        let body = self.head(clause);
        let name = self.tokens[body].span.slice(self.text);
        let acronym = name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase());
        let of_body = who > 0
            && acronym
            && self.lower(who - 1) == ","
            && self.tokens[clause].dep == labels.relative
            && body < who
            && self.people.iter().all(|name| !name.contains(&body));
        if !of_body {
            return;
        }
        let somebody = |above: usize| {
            self.is_human(above) || self.people.iter().any(|name| name.contains(&above))
        };
        let person = self.above(body, 4, somebody);
        if let Some(person) = person.filter(|&person| person < body) {
            self.attach(clause, person, labels.relative);
        }
    }

    fn is_human(&self, noun: usize) -> bool {
        self.is_noun(noun) && noun_classes(&self.tokens[noun].lemma).meets(ClassSet::HUMAN)
    }

    /// "at a *Group of 20* meeting": the name of who meets, and no group of meetings.
    pub(super) fn read_group_of_number_as_name(&mut self, group: usize) {
        let labels = self.labels;
        let (of, number, noun) = (group + 1, group + 2, group + 3);
        let named = noun < self.tokens.len()
            && self.tokens[group].span.slice(self.text) == "Group"
            && self.lower(of) == "of"
            && self.head(of) == group
            && self.head(noun) == of
            && self.head(number) == noun
            && self.tokens[number].dep == labels.number
            && self.tag(noun) == "NN";
        if !named {
            return;
        }
        self.take_place(noun, group);
        for word in self.children(group, 0..group) {
            self.tokens[word].head = noun as u32;
        }
        self.attach(group, noun, labels.compound);
        self.attach(number, of, labels.prepositional_object);
    }

    /// "*Striking* miners lifted …", "groups of *fleeing* villagers".
    pub(super) fn read_participle_as_modifier(&mut self, participle: usize) {
        self.read_deed_before_its_people(participle);
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(noun) = self.child(participle, participle + 1..count, labels.object) else {
            return;
        };
        // Nothing but its own words before the noun: "retreating *rebel* troops".
        let governs = self.tag(noun) == "NNS"
            && (participle + 1..noun).all(|i| {
                let dep = self.symbols.get(self.tokens[i].dep);
                self.head(i) == noun && matches!(dep, "amod" | "compound" | "nmod")
            });
        let dep = self.tokens[participle].dep;
        let clause = self.symbols.get(dep).to_owned();
        let clause = clause.as_str();
        if !governs
            || !matches!(clause, "csubj" | "pcomp" | "xcomp")
            || clause == "xcomp" && self.head(participle) + 1 != participle
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
        let role = match clause {
            "csubj" => labels.subject,
            // "was pursuing *retreating* troops"
            "xcomp" => labels.object,
            _ => labels.prepositional_object,
        };
        self.attach(noun, above, role);
        self.attach(participle, noun, labels.adjectival);
    }

    /// "Two arrested *after shooting* at a market": a gerund without an object behind a passive names
    /// what happened, and whoever it was done to may have had no part in it.
    pub(super) fn read_gerund_as_noun(&mut self, gerund: usize) {
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
            self.tokens[gerund].dep = labels.prepositional_object;
            self.read_as_noun(gerund);
        }
    }

    /// "Jury indicts man in March *stabbing*": behind a day or a town that a preposition governs, the last word names what
    /// happened there.
    pub(super) fn read_happening_behind_day(&mut self, gerund: usize) {
        const HAPPENINGS: [&str; 8] = [
            "beating", "bombing", "burning", "hanging", "killing", "shooting", "slaying",
            "stabbing",
        ];
        let labels = self.labels;
        let Some(named) = gerund.checked_sub(1) else {
            return;
        };
        let preposition = self.head(named);
        let governed = self.tokens[named].dep == labels.prepositional_object
            && self.tokens[named].pos == Pos::Propn
            && preposition + 1 == named
            && matches!(&*self.lower(preposition), "in" | "after" | "over");
        let ends = gerund + 1 == self.tokens.len()
            || matches!(&*self.lower(gerund + 1), "." | "," | ";" | "of");
        if governed
            && ends
            && HAPPENINGS.contains(&&*self.lower(gerund))
            && (self.tokens[gerund].dep == labels.adverbial
                || self.tokens[gerund].dep == labels.modifier_clause)
        {
            if !self.part_who_is_left(gerund, preposition) {
                return;
            }
            self.attach(gerund, preposition, labels.prepositional_object);
            self.attach(named, gerund, labels.compound);
            self.read_as_noun(gerund);
        }
    }

    /// "Trooper hurt, one suspect *dead* in Kalem shooting": who is left dead did not do it. Whether nobody stands between
    /// any more.
    fn part_who_is_left(&mut self, happening: usize, preposition: usize) -> bool {
        let labels = self.labels;
        let Some(who) = self.subject(happening, 0..preposition) else {
            return true;
        };
        let (state, first) = (who + 1, self.head(happening));
        let left = matches!(
            self.lower(state).as_str(),
            "dead" | "hurt" | "injured" | "killed" | "wounded"
        );
        if !left || self.head(state) != who || first >= who || self.tokens[first].pos != Pos::Verb {
            return !self.within(preposition, who);
        }
        self.attach(state, first, labels.conjunct);
        self.attach(who, state, labels.subject);
        self.tokens[preposition].head = state as u32;
        true
    }

    /// "a *Greek* coast guard vessel", "two *Malaysian* navy ships": the nation is the force's before its ships and cars.
    pub(super) fn give_nation_to_force(&mut self, nation: usize) {
        let labels = self.labels;
        let carrier = self.head(nation);
        let is_carrier = |i: usize| {
            noun_classes(&self.tokens[i].lemma)
                .meets(ClassSet::of(&[NounClass::Vehicle, NounClass::Aircraft]))
        };
        let serves = |i: usize| {
            matches!(
                self.lower(i).as_str(),
                "army" | "force" | "guard" | "military" | "militia" | "navy" | "police"
            )
        };
        if nation + 2 > carrier
            || self.tokens[nation].dep != labels.adjectival
            || !is_carrier(carrier)
        {
            return;
        }
        let between = (nation + 1..carrier).all(|i| self.tokens[i].dep == labels.compound);
        let force = (nation + 1..carrier).find(|&i| self.head(i) == carrier && serves(i));
        if let Some(force) = force.filter(|_| between) {
            self.tokens[nation].head = force as u32;
        }
    }

    /// "protested a *water* cannon attack": two words that name one weapon or thing belong together before a third.
    pub(super) fn join_compound_of_two(&mut self, first: usize) {
        let labels = self.labels;
        let second = first + 1;
        let beside = second < self.tokens.len()
            && self.tokens[first].dep == labels.compound
            && self.tokens[second].dep == labels.compound
            && self.head(first) == self.head(second);
        if !beside {
            return;
        }
        let both = format!(
            "{} {}",
            self.lower(first),
            self.tokens[second].lemma.to_lowercase()
        );
        if !noun_classes(&both).is_empty() {
            self.tokens[first].head = second as u32;
        }
    }

    /// "said *Cmdr.* | Ruth Denn of the police": no sentence ends behind a rank before a name.
    pub(super) fn join_rank_to_name(&mut self, rank: usize) {
        const RANKS: [&str; 23] = [
            "adm", "amb", "brig", "capt", "cdr", "cmdr", "col", "const", "cpl", "det", "gen",
            "gov", "insp", "lt", "maj", "msgr", "prof", "pvt", "rep", "rev", "sen", "sgt", "supt",
        ];
        let labels = self.labels;
        // Every token comes by here: first what costs nothing.
        let begins = |i: usize| {
            let name = self.tokens.get(i);
            name.is_some_and(|t| t.sent_start && t.pos == Pos::Propn)
        };
        if !begins(rank + 1) && !begins(rank + 2) {
            return;
        }
        let word = self.lower(rank);
        // The tokenizer knows some of them with their full stop.
        let stop = (!word.ends_with('.') && self.lower(rank + 1) == ".").then_some(rank + 1);
        let first = stop.unwrap_or(rank) + 1;
        let parted = begins(first)
            && (stop.is_some() || word.ends_with('.'))
            && RANKS.contains(&word.trim_end_matches('.'));
        if !parted {
            return;
        }
        let mut name = first;
        while self.tokens[name].dep == labels.compound && self.head(name) > name {
            name = self.head(name);
        }
        let (above, dep) = (self.head(rank), self.tokens[rank].dep);
        self.tokens[first].sent_start = false;
        let opens = above == rank;
        let closes = self.head(name) == name && !opens;
        if opens || closes {
            // "Cmdr. | Ruth Denn said …", "…, said Cmdr. | Ruth Denn.": what stood with the rank goes with the name.
            for child in self.children(rank, 0..rank) {
                self.tokens[child].head = name as u32;
            }
        }
        if closes {
            self.attach(name, above, dep);
        }
        self.attach(rank, name, labels.compound);
        if let Some(stop) = stop {
            self.tokens[stop].head = name as u32;
        }
    }

    /// "questioned but *never*, ever charged": it denies the verb behind, whatever the comma.
    pub(super) fn hang_never_on_verb(&mut self, never: usize) {
        let count = self.tokens.len();
        let (Some(denial), Some(verb)) = (
            self.symbols.find("neg"),
            (never + 1..count.min(never + 4)).find(|&i| self.tokens[i].pos == Pos::Verb),
        ) else {
            return;
        };
        let ever =
            never + 2 < count && self.lower(never + 1) == "," && self.lower(never + 2) == "ever";
        if self.lower(never) == "never" && ever && !self.within(verb, never) {
            self.attach(never, verb, denial);
        }
    }

    /// "brought the sides *together* in Kalem": where they were brought, and not how far inside it.
    pub(super) fn hang_together_on_verb(&mut self, together: usize) {
        let link = self.head(together);
        let verb = self.head(link);
        if self.lower(together) == "together"
            && link == together + 1
            && self.tokens[link].dep == self.labels.prepositional
            && verb < together
            && self.lemma_in(verb, &["bring", "call", "gather", "get", "come"])
        {
            self.tokens[together].head = verb as u32;
        }
    }

    /// "Gunmen *dressed as* guards shot him": what they look like is not who they are.
    pub(super) fn part_disguise_from_deed(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(mark) = self.child(verb, 0..verb, labels.mark) else {
            return;
        };
        let looks = self.head(verb);
        let doer = self.head(looks);
        let guise = self.child(verb, mark + 1..verb, labels.subject);
        let disguised = self.lower(mark) == "as"
            && looks + 1 == mark
            && matches!(
                self.lower(looks).as_str(),
                "dressed" | "disguised" | "posing" | "masquerading" | "clad"
            )
            && self.tokens[looks].dep == labels.modifier_clause
            && self.tokens[verb].dep == labels.adverbial
            && doer < looks;
        let Some(guise) = guise.filter(|_| disguised) else {
            return;
        };
        self.take_place(verb, doer);
        self.attach(doer, verb, labels.subject);
        self.attach(mark, looks, labels.prepositional);
        self.attach(guise, mark, labels.prepositional_object);
        let behind = self.children(doer, verb + 1..self.tokens.len());
        for word in behind {
            self.tokens[word].head = verb as u32;
        }
    }

    /// "told officers *the man had fled*": a clause with a doer of its own right behind whom it is told to is told.
    pub(super) fn tell_clause_behind_hearer(&mut self, verb: usize) {
        let labels = self.labels;
        let hearer = self.head(verb);
        let teller = self.head(hearer);
        let count = self.tokens.len();
        let Some(doer) = self.subject(verb, 0..verb) else {
            return;
        };
        let told = self.tokens[verb].dep == self.labels.relative
            && hearer < doer
            && self.tokens[hearer].dep == labels.object
            && self.lemma_in(teller, &["tell", "inform", "assure"])
            && self.leftmost(doer) == hearer + 1
            && self.tag(doer) != "WP"
            && self.tag(doer) != "WDT"
            // "told the man police had *arrested* to stay": there he is whom they arrested.
            && !self
                .children(teller, verb + 1..count)
                .iter()
                .any(|&c| self.tag(c) == "VB");
        let full = self.child(verb, verb + 1..count, labels.object).is_some()
            || self.is_passive(verb, 0..verb)
            || !self.children(verb, verb + 1..count).is_empty();
        if told && full {
            self.attach(verb, teller, labels.complement);
        }
    }

    /// "accused of *torturing*, robbing and beating migrants": what gerunds are joined to is one.
    pub(super) fn read_first_of_gerunds(&mut self, gerund: usize) {
        let labels = self.labels;
        let noun = self.head(gerund);
        let described = self.children(noun, 0..noun).into_iter().any(|c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "det" | "amod" | "compound" | "poss" | "nummod"
            )
        });
        if self.tokens[gerund].dep == labels.conjunct
            && self.tokens[noun].dep == labels.prepositional_object
            && noun < gerund
            && self.tag(noun) == "NN"
            && self.lower(noun).ends_with("ing")
            && !described
        {
            self.tokens[noun].dep = labels.gerund;
            self.tokens[noun].tag = self.tokens[gerund].tag;
            self.tokens[noun].pos = Pos::Verb;
            // Found anew, as that of a verb.
            self.tokens[noun].lemma = "".into();
        }
    }

    /// "Soldiers backed by tanks *advanced* on the town": nothing is advanced by anybody, so what stands behind those who
    /// back is done by those who are backed, whatever else the parser has them do.
    pub(super) fn give_backed_their_move(&mut self, verb: usize) {
        let labels = self.labels;
        let backer = self.head(verb);
        let by = self.head(backer);
        let backing = self.head(by);
        let backed = self.head(backing);
        let nested = self.tokens[verb].dep == labels.modifier_clause
            && self.lemma_in(verb, &WITHOUT_OBJECT)
            && backer + 1 == verb
            && self.tokens[backer].dep == labels.prepositional_object
            && self.lower(by) == "by"
            && self.tokens[backing].dep == labels.modifier_clause
            && backed < backing
            && self.is_noun(backed);
        if !nested {
            return;
        }
        let above = self.head(backed);
        let told = self.tokens[backed].dep == labels.subject
            && above > verb
            && self.is_cue(above)
            && self.subject(above, verb..above).is_some();
        if self.tokens[backed].dep == labels.root {
            self.raise_over(verb, backed, labels.subject);
        } else if told {
            self.take_place(verb, above);
            let joined = self.tokens[verb].dep == labels.conjunct && self.head(verb) < backed;
            let first = if joined { self.head(verb) } else { verb };
            self.attach(above, first, labels.parataxis);
            self.attach(backed, verb, labels.subject);
        } else {
            return;
        }
        self.tokens[verb].tag = labels.past;
    }

    /// "agreed by *ministers meeting* in Oslo": who do what the sentence tells are people, and no meeting of theirs.
    pub(super) fn part_people_from_meeting(&mut self, meeting: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let people = meeting.checked_sub(1).filter(|&p| {
            self.head(p) == meeting
                && self.tag(p) == "NNS"
                && noun_classes(&self.tokens[p].lemma).meets(ClassSet::HUMAN)
        });
        let by = self.head(meeting);
        let doers = self.tokens[meeting].dep == labels.subject && self.tag(meeting) == "VBG"
            || self.tokens[meeting].dep == labels.prepositional_object
                && self.symbols.get(self.tokens[by].dep) == "agent";
        let placed = self
            .children(meeting, meeting + 1..count)
            .iter()
            .any(|&c| c == meeting + 1 && matches!(self.lower(c).as_str(), "in" | "at" | "near"));
        let Some(people) = people.filter(|_| doers && placed) else {
            return;
        };
        if !matches!(self.lower(meeting).as_str(), "meeting" | "gathering") {
            return;
        }
        // "an EU ministers meeting"
        let one = self
            .children(meeting, 0..people)
            .iter()
            .any(|&c| matches!(self.lower(c).as_str(), "a" | "an" | "this"));
        if one {
            return;
        }
        self.take_place(people, meeting);
        for child in self.children(meeting, 0..people) {
            self.tokens[child].head = people as u32;
        }
        self.attach(meeting, people, labels.modifier_clause);
        if let Some(gerund) = self.symbols.find("VBG") {
            self.read_as_verb(meeting, gerund, "");
        }
    }

    /// "The Kalem *strikes* by two jets destroyed a depot": what is a subject is no finite verb, and the
    /// name before it no subject.
    pub(super) fn read_subject_as_noun(&mut self, verb: usize) {
        let labels = self.labels;
        let word = self.lower(verb);
        let Some(singular) = word.strip_suffix('s') else {
            return;
        };
        let name = verb.checked_sub(1).filter(|&name| {
            self.head(name) == verb && self.tokens[name].dep == labels.subject && self.is_noun(name)
        });
        let Some(name) = name else { return };
        let dep = self.tokens[verb].dep;
        let governed = dep == labels.subject || dep == labels.passive_subject;
        let named = self.tokens[name].pos == Pos::Propn;
        // "*Air strikes* on a market killed nine"
        let by_means = self.tag(name) == "NN" && self.lemma_in(name, &MEANS_OF_STRIKES);
        let determined = self
            .children(name, name.saturating_sub(2)..name)
            .iter()
            .any(|&c| matches!(self.lower(c).as_str(), "the" | "these" | "those"));
        // "Norland airstrikes *hit* the army": the finite verb stands right behind.
        let next = verb + 1;
        let finite = next < self.tokens.len() && self.tag(next) == "VBD";
        let before_verb = finite && self.head(verb) == next;
        let governs_verb = finite
            && self.head(next) == verb
            && matches!(self.symbols.get(self.tokens[next].dep), "ccomp" | "xcomp");
        if !noun_classes(singular).has(NounClass::Event)
            || !(by_means && governed
                || named && (governed && (determined || before_verb) || governs_verb))
        {
            return;
        }
        if governs_verb {
            self.take_place(next, verb);
            for child in self.children(verb, next + 1..self.tokens.len()) {
                self.tokens[child].head = next as u32;
            }
            self.attach(verb, next, labels.subject);
        }
        self.tokens[verb].pos = Pos::Noun;
        self.tokens[verb].tag = labels.plural;
        self.tokens[verb].lemma = singular.into();
        self.tokens[name].dep = labels.compound;
    }

    /// "The air strikes *targeted* depots", "Kalem *mediated* talks": what a happening strikes or a state does; a sentence that has no other verb has that one.
    pub(super) fn read_aim_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let thing = self.head(verb);
        let Some(happening) = verb.checked_sub(1) else {
            return;
        };
        let word = self.lower(happening);
        let singular = word.strip_suffix('s').unwrap_or(&word);
        let finite =
            |i: usize| i != happening && matches!(self.tag(i), "VBD" | "VBZ" | "VBP" | "MD");
        // "*Kalem* mediated talks"
        let named = self.tokens[happening].pos == Pos::Propn;
        let done = match named {
            true => self.lemma_in(verb, &["broker", "chair", "host", "mediate"]),
            false => {
                self.lemma_in(verb, &["hit", "strike", "target"])
                    && noun_classes(singular).has(NounClass::Event)
            }
        };
        let placed = self.tokens[verb].dep == labels.adjectival
            && done
            && thing > verb
            && self.head(thing) == thing
            && (self.head(happening) == thing || named && self.head(happening) == verb)
            && !(0..count).any(finite);
        if !placed {
            return;
        }
        for child in self.children(thing, 0..happening) {
            self.tokens[child].head = happening as u32;
        }
        if !named {
            self.tokens[happening].pos = Pos::Noun;
            self.tokens[happening].lemma = singular.into();
            if word != singular {
                self.tokens[happening].tag = labels.plural;
            }
        }
        self.tokens[verb].pos = Pos::Verb;
        self.tokens[verb].tag = labels.past;
        self.attach(verb, verb, labels.root);
        self.attach(happening, verb, labels.subject);
        self.attach(thing, verb, labels.object);
    }

    pub(super) fn is_somebody(&self, i: usize) -> bool {
        self.tokens[i].pos == Pos::Propn
            || noun_classes(&self.tokens[i].lemma).meets(ClassSet::HUMAN)
    }
}
