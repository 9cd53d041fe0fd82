//! To whom it was done: passives without a sign, numbers of people, lists.

use super::Tree;
use super::word::is_weekday;
use crate::document::Pos;
use crate::phrase::is_compass_point;
use dateline_data::cues::{CuePos, Cues};
use dateline_data::{ClassSet, NounClass, is_country, is_seat_of_government, noun_classes};

/// What is done to people.
pub(super) const UNDERGONE: &[&str] = &[
    "abduct",
    "airlift",
    "ambush",
    "arrest",
    "assassinate",
    "assault",
    "attack",
    "beat",
    "behead",
    "bomb",
    "charge",
    "deport",
    "detain",
    "displace",
    "evacuate",
    "execute",
    "expel",
    "extradite",
    "find",
    "free",
    "hang",
    "hospitalise",
    "hospitalize",
    "hurt",
    "indict",
    "injure",
    "jail",
    "kidnap",
    "kill",
    "lynch",
    "murder",
    "poison",
    "raid",
    "release",
    "rescue",
    "rob",
    "sentence",
    "shell",
    "shoot",
    "stab",
    "strangle",
    "summon",
    "torch",
    "trap",
    "wound",
];

/// Whether a form is the past of a regular verb: "looted", "displaced", "kidnapped".
pub(super) fn is_past_of(form: &str, lemma: &str) -> bool {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let doubled = |bare: &str| {
        let last = bare.len().saturating_sub(1);
        bare.get(..last) == Some(stem) && stem.ends_with(&bare[last..])
    };
    form.strip_suffix("ed")
        .is_some_and(|bare| bare == stem || doubled(bare))
}

/// Verbs whose object goes to somebody who may stand before it: "sent the rebels food".
const GIVING: [&str; 14] = [
    "deny", "give", "grant", "hand", "lend", "loan", "offer", "owe", "pledge", "promise", "refuse",
    "sell", "send", "ship",
];

/// What is done to so many people.
const DONE_TO_PEOPLE: [&str; 12] = [
    "arrest", "capture", "detain", "displace", "evacuate", "free", "hurt", "injure", "kill",
    "rescue", "sicken", "wound",
];

impl Tree<'_> {
    /// "moved troops and a fleet *into* the bay", "evacuated women and children *from* Kalem": the way belongs to the moving,
    /// not to what is moved.
    pub(super) fn hang_way_on_sending(&mut self, link: usize) {
        const MOVING: [&str; 9] = [
            "deploy", "dispatch", "evacuate", "move", "pull", "redeploy", "rush", "send",
            "withdraw",
        ];
        let labels = self.labels;
        let way = self.tokens[link].dep == labels.prepositional
            && matches!(self.lower(link).as_str(), "from" | "into" | "to");
        if !way {
            return;
        }
        let moved = self.head(link);
        let first = self.first_listed(moved);
        let verb = self.head(first);
        let object = [labels.object, labels.passive_subject].contains(&self.tokens[first].dep);
        if object && verb < link && moved < link && self.lemma_in(verb, &MOVING) {
            self.attach(link, verb, labels.prepositional);
        }
    }

    /// "sent *Malta* nine launches", "gave *Peru* trucks": a country between a verb of giving and what is given receives it.
    pub(super) fn give_country_its_gift(&mut self, name: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let above = self.head(name);
        // "sold *Malta* nine launches": what the parser takes for another name of the country.
        let renamed = self
            .child(name, name + 1..count, labels.apposition)
            .filter(|&g| !(name..g).any(|i| self.lower(i) == ","));
        let (gift, verb) = match renamed {
            Some(gift) => (gift, above),
            None => (above, self.head(above)),
        };
        let object = self.child(verb, verb + 1..count, labels.object);
        let before = verb < name
            && name < gift
            && object.is_none_or(|o| o == gift || o == name)
            && (renamed.is_some() || object == Some(gift))
            && matches!(self.tag(gift), "NN" | "NNS")
            && self.lemma_in(verb, &GIVING);
        if !before || self.leftmost(name) != verb + 1 {
            return;
        }
        let called = &self.text
            [self.tokens[verb + 1].span.start as usize..self.tokens[name].span.end as usize];
        // "sent *US* weapons": letters stand before nouns like an adjective.
        let lettered = renamed.is_none() && !called.chars().any(char::is_lowercase);
        let passed_on = |i: usize| self.lower(i) == "to" && self.tag(i) == "IN";
        let elsewhere = self
            .children(gift, gift..count)
            .into_iter()
            .chain(self.children(verb, gift..count))
            .any(passed_on);
        if !lettered && !elsewhere && (is_country(called) || is_seat_of_government(called)) {
            self.attach(name, verb, labels.receiver);
            self.attach(gift, verb, labels.object);
        }
    }

    /// "came under fire from tanks *near Kalem*": where it happened, not where the tanks are from.
    pub(super) fn hang_scene_on_coming_under(&mut self, preposition: usize) {
        let labels = self.labels;
        if !matches!(
            self.lower(preposition).as_str(),
            "around" | "at" | "in" | "near" | "off" | "outside"
        ) {
            return;
        }
        let doer = self.head(preposition);
        let link = self.head(doer);
        let from = self.tokens[doer].dep == labels.prepositional_object
            && matches!(self.lower(link).as_str(), "by" | "from");
        let comes = |v: usize| self.lemma_in(v, &["be", "come", "remain"]) && v < link;
        let Some(verb) = self
            .above(link, 3, comes)
            .filter(|_| from && doer < preposition)
        else {
            return;
        };
        let under = self
            .children(verb, verb + 1..link)
            .into_iter()
            .any(|c| self.lower(c) == "under");
        let place = self.child(
            preposition,
            preposition..self.tokens.len(),
            labels.prepositional_object,
        );
        if under && place.is_some_and(|p| self.tokens[p].pos == Pos::Propn) {
            self.attach(preposition, verb, labels.prepositional);
        }
    }

    /// "died in hospital *of* burns": the burns are what somebody died of, and not the hospital's.
    pub(super) fn hang_cause_on_death(&mut self, preposition: usize) {
        const HELD: [&str; 4] = ["custody", "detention", "captivity", "jail"];
        let labels = self.labels;
        let house = self.head(preposition);
        let link = self.head(house);
        let verb = self.head(link);
        let count = self.tokens.len();
        let cause = self.child(preposition, preposition..count, labels.prepositional_object);
        let housed = self.tokens[house].dep == labels.prepositional_object
            && link < house
            && verb < link
            && (self.lemma_in(house, &HELD)
                || noun_classes(&self.tokens[house].lemma).has(NounClass::Facility));
        let named = cause.is_none_or(|c| {
            self.tokens[c].pos == Pos::Propn
                || noun_classes(&self.tokens[c].lemma).meets(ClassSet::HUMAN)
        });
        if self.lower(preposition) == "of"
            && housed
            && !named
            && self.lemma_in(verb, &["die", "perish"])
        {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "left *over* two dozen people dead": a measure of the number, and no particle.
    pub(super) fn hang_over_on_number(&mut self, verb: usize) {
        let labels = self.labels;
        let over = verb + 1;
        let number = over + 1;
        let measures = number < self.tokens.len()
            && self.lower(over) == "over"
            && self.tag(number) == "CD"
            && self.head(over) == verb
            && self.lemma_in(verb, &["leave"]);
        let Some(measure) = self.symbols.find("quantmod").filter(|_| measures) else {
            return;
        };
        for counted in self.children(over, number..self.tokens.len()) {
            self.attach(counted, verb, labels.object);
        }
        self.attach(over, number, measure);
    }

    /// "killed *up to 36* people", "wounded *up to* nine": a number of people, and no way up.
    pub(super) fn count_up_to_as_object(&mut self, up: usize) {
        let labels = self.labels;
        let (verb, to, number) = (self.head(up), up + 1, up + 2);
        let count = self.tokens.len();
        let counts = number < count
            && self.lower(up) == "up"
            && self.lower(to) == "to"
            && self.tag(number) == "CD"
            && up == verb + 1
            && [up, verb].contains(&self.head(to))
            && self.lemma_in(verb, &DONE_TO_PEOPLE)
            && !self.is_passive(verb, 0..verb)
            && self.child(verb, 0..count, labels.object).is_none();
        let Some(measure) = self.symbols.find("quantmod").filter(|_| counts) else {
            return;
        };
        let Some(people) = self.child(to, number..count, labels.prepositional_object) else {
            return;
        };
        self.attach(people, verb, labels.object);
        self.attach(up, number, measure);
        self.attach(to, number, measure);
    }

    /// "was hit by two shots and *pronounced* dead": who is dead pronounced nothing.
    pub(super) fn read_pronounced_as_undergone(&mut self, verb: usize) {
        let joined_to = self.head(verb);
        let dead = verb + 1 < self.tokens.len() && self.lower(verb + 1) == "dead";
        if dead
            && self.tokens[verb].dep == self.labels.conjunct
            && joined_to < verb
            && self.lemma_in(verb, &["declare", "find", "pronounce"])
            && self.is_passive(joined_to, 0..joined_to)
            && self.subject(verb, joined_to..verb).is_none()
        {
            self.tokens[verb].tag = self.labels.participle;
        }
    }

    /// "killed one and injured *nine more*", "wounded *some 17 people* more": so many people, and no measure.
    pub(super) fn count_more_as_object(&mut self, more: usize) {
        let labels = self.labels;
        if !matches!(self.lower(more).as_str(), "more" | "others") {
            return;
        }
        // "wounded *ten more* north of the town": the parser counts the north.
        let (number, side) = (self.head(more), more + 1);
        let beside = self.tag(number) == "CD"
            && number + 1 == more
            && self.head(number) == side
            && is_compass_point(&self.lower(side));
        if beside {
            let verb = self.head(side);
            let open = self
                .child(verb, verb..self.tokens.len(), labels.object)
                .is_none();
            if verb < number
                && open
                && self.lemma_in(verb, &DONE_TO_PEOPLE)
                && !self.is_passive(verb, 0..verb)
            {
                self.attach(number, verb, labels.object);
            }
            return;
        }
        let verb = self.head(more);
        let harms = verb < more
            && self.lemma_in(verb, &DONE_TO_PEOPLE)
            && !self.is_passive(verb, 0..verb)
            && self
                .child(verb, 0..self.tokens.len(), labels.object)
                .is_none()
            && self.symbols.get(self.tokens[more].dep) == "advmod";
        if !harms {
            return;
        }
        let own = self.children(more, verb + 1..more);
        if let Some(&people) = own
            .iter()
            .find(|&&c| self.symbols.get(self.tokens[c].dep) == "npadvmod" && self.counts(c))
        {
            self.attach(people, verb, labels.object);
            self.attach(more, people, labels.adjectival);
        } else if own.iter().any(|&c| self.tag(c) == "CD") {
            self.tokens[more].dep = labels.object;
        }
    }

    /// Whether a noun comes with a figure, or is one.
    pub(super) fn counts(&self, noun: usize) -> bool {
        let first = noun.saturating_sub(6);
        self.tag(noun) == "CD"
            || self
                .children(noun, first..noun)
                .iter()
                .any(|&c| self.tag(c) == "CD")
    }

    /// "killed nine and injured *over 500*": a number of people, and no way over something.
    pub(super) fn count_over_as_object(&mut self, over: usize) {
        let labels = self.labels;
        let (verb, number, all) = (self.head(over), over + 1, 0..self.tokens.len());
        let counts = number < self.tokens.len()
            && matches!(
                self.lower(over).as_str(),
                "over" | "under" | "around" | "about"
            )
            && self.tag(number) == "CD"
            && self.head(number) == over
            && over == verb + 1
            && self.lemma_in(verb, &DONE_TO_PEOPLE)
            && !self.is_passive(verb, 0..verb)
            && self.child(verb, all, labels.object).is_none();
        let Some(measure) = self.symbols.find("quantmod").filter(|_| counts) else {
            return;
        };
        self.attach(number, verb, labels.object);
        self.attach(over, number, measure);
        let has = (0..verb)
            .any(|i| self.head(i) == verb && self.symbols.get(self.tokens[i].dep) == "aux");
        if self.tag(verb) == "VBN" && !has {
            self.tokens[verb].tag = labels.past;
        }
    }

    /// "left more than *80 dead*": the number stands for people, "dead" says how they were left.
    pub(super) fn count_the_left(&mut self, state: usize) {
        let labels = self.labels;
        let how = matches!(
            self.lower(state).as_str(),
            "dead" | "hurt" | "wounded" | "injured"
        );
        if how {
            self.join_with_the_left(state);
        }
        let verb = self.head(state);
        self.tell_how_left(state, verb, how);
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
        let dep = self.tokens[state].dep;
        let told = dep == labels.predicate || dep == labels.complement;
        let left = told && self.lemma_in(verb, &["leave"]) && how;
        let Some(number) = number.filter(|_| left) else {
            return;
        };
        self.tokens[state].dep = labels.predicate;
        let objects = self.children(verb, verb + 1..self.tokens.len());
        if objects.iter().all(|&c| self.tokens[c].dep != labels.object) {
            self.attach(number, verb, labels.object);
        }
    }

    /// "left a guard dead and *nine others* hurt", "left four people *wounded*": how more of them were left.
    fn join_with_the_left(&mut self, state: usize) {
        let labels = self.labels;
        let above = self.head(state);
        let dep = self.tokens[state].dep;
        if dep == labels.modifier_clause
            && self.tokens[above].dep == labels.object
            && self.lemma_in(self.head(above), &["leave"])
        {
            self.attach(state, self.head(above), labels.predicate);
            return;
        }
        // The parser hangs them on "left", or on a verb behind them.
        let who = match dep {
            _ if dep == labels.conjunct => self.subject(state, above + 1..state),
            _ if dep == labels.modifier_clause => Some(above),
            _ => None,
        };
        let Some(who) = who.filter(|&w| w + 1 == state && self.counts(w)) else {
            return;
        };
        let left = self.above(state, 4, |v| {
            v < who && self.lemma_in(v, &["leave"]) && self.tokens[v].pos == Pos::Verb
        });
        let joined = self
            .leftmost(who)
            .checked_sub(1)
            .is_some_and(|and| self.lower(and) == "and");
        if let Some(left) = left.filter(|_| joined) {
            self.attach(state, left, labels.conjunct);
            self.attach(who, state, labels.object);
            self.tokens[state].tag = labels.past;
            self.tokens[state].pos = Pos::Verb;
        }
    }

    /// "left two officers *wounded*", "leaving scores of rebels *dead*": how those are left of whom it is told.
    fn tell_how_left(&mut self, state: usize, verb: usize, how: bool) {
        let labels = self.labels;
        if !how || verb >= state || !self.lemma_in(verb, &["leave"]) {
            return;
        }
        let object = self.child(verb, verb + 1..state, labels.object);
        let own = self.subject(state, verb + 1..state);
        let dep = self.tokens[state].dep;
        let helped = self
            .children(state, verb + 1..state)
            .iter()
            .any(|&c| self.tokens[c].pos == Pos::Aux || self.tokens[c].dep == labels.mark);
        if dep == labels.adverbial && object.is_some() && own.is_none() && !helped {
            self.tokens[state].dep = labels.predicate;
        } else if let Some(left) = own
            .filter(|&s| dep == labels.complement && object.is_none() && !helped && self.is_noun(s))
        {
            self.attach(left, verb, labels.object);
            self.tokens[state].dep = labels.predicate;
        }
    }

    /// "had treated 1,200 *wounded*": how those are who are counted.
    pub(super) fn describe_the_counted(&mut self, state: usize) {
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

    /// "to evacuate *wounded* from the camp": those who are, and no deed.
    pub(super) fn read_state_as_people(&mut self, state: usize) {
        const HANDLED: [&str; 8] = [
            "evacuate",
            "treat",
            "carry",
            "ferry",
            "transport",
            "airlift",
            "rescue",
            "remove",
        ];
        let labels = self.labels;
        let people = matches!(self.lower(state).as_str(), "wounded" | "injured" | "dead");
        let Some(verb) = state.checked_sub(1).filter(|_| people) else {
            return;
        };
        let end = state + 1;
        let alone = end >= self.tokens.len() || !self.is_noun(end);
        // "visited *the wounded*"
        let visited = self.lower(verb) == "the"
            && self.head(verb) == state
            && self.tokens[state].dep == labels.object
            && self.lemma_in(self.head(state), &["comfort", "console", "visit"]);
        if visited && alone {
            self.tokens[state].pos = Pos::Noun;
            self.tokens[state].tag = labels.plural;
            self.tokens[state].lemma = self.lower(state).as_str().into();
            return;
        }
        if self.head(state) == verb && alone && self.lemma_in(verb, &HANDLED) {
            self.attach(state, verb, labels.object);
            self.tokens[state].pos = Pos::Noun;
            self.tokens[state].tag = labels.plural;
        }
    }

    /// "The rebel *held* town was bombed": by whom the town is held, and nothing the rebel did.
    pub(super) fn read_held_as_description(&mut self, held: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(holder) = held.checked_sub(1).filter(|_| held + 1 < count) else {
            return;
        };
        let place = held + 1;
        // The parser may have the rest right.
        if self.tokens[held].dep == labels.adjectival
            && self.head(held) == place
            && self.subject(held, holder..held) == Some(holder)
        {
            for child in self.children(holder, 0..holder) {
                self.tokens[child].head = place as u32;
            }
            self.attach(holder, held, labels.compound);
            self.tokens[held].tag = labels.participle;
            return;
        }
        if self.describe_the_place_by_holder(held, holder, place) {
            return;
        }
        let described = matches!(self.lower(held).as_str(), "held" | "controlled")
            && self.tag(holder) == "NN"
            && noun_classes(&self.tokens[holder].lemma).meets(ClassSet::AGENT)
            && noun_classes(&self.tokens[place].lemma).has(NounClass::Place)
            && self.child(held, place..place + 1, labels.object).is_some();
        let verb = self
            .children(held, place + 1..count)
            .into_iter()
            .find(|&v| {
                self.tokens[v].dep == labels.conjunct
                    && self.is_passive(v, place..v)
                    && self.subject(v, place..v).is_none()
                    && (place..v).all(|i| self.lower(i) != "and" && self.lower(i) != ",")
            });
        let Some(verb) = verb.filter(|_| described) else {
            return;
        };
        self.take_place(verb, held);
        for child in self.children(held, 0..count) {
            self.tokens[child].head = verb as u32;
        }
        for child in self.children(holder, 0..holder) {
            self.tokens[child].head = place as u32;
        }
        self.attach(place, verb, labels.passive_subject);
        self.attach(held, place, labels.adjectival);
        self.attach(holder, held, labels.compound);
        self.tokens[held].tag = labels.participle;
    }

    /// "shelled the army *held* town": the town was shelled, and not the army.
    fn describe_the_place_by_holder(&mut self, held: usize, holder: usize, place: usize) -> bool {
        let labels = self.labels;
        let holds = matches!(self.lower(held).as_str(), "held" | "controlled")
            && self.is_noun(holder)
            && noun_classes(&self.tokens[holder].lemma.to_lowercase()).meets(ClassSet::AGENT)
            && noun_classes(&self.tokens[place].lemma).has(NounClass::Place)
            && self.tag(place) == "NN"
            && self.head(place) == held
            && self.tokens[place].dep == labels.object;
        let above = self.head(holder);
        // "the army *held* town": the holder stands where the place should, or the clause does.
        let (governor, dep) = if self.tokens[holder].dep == labels.object && above < holder {
            (above, labels.object)
        } else if above == held
            && self.tokens[held].dep == labels.complement
            && self.head(held) < holder
            && self.lemma_in(self.head(held), UNDERGONE)
        {
            (self.head(held), labels.object)
        } else {
            return false;
        };
        if !holds || self.tokens[governor].pos != Pos::Verb {
            return false;
        }
        for child in self.children(holder, 0..holder) {
            self.tokens[child].head = place as u32;
        }
        self.attach(place, governor, dep);
        self.attach(held, place, labels.adjectival);
        self.attach(holder, held, labels.compound);
        self.tokens[held].tag = labels.participle;
        true
    }

    /// "was struck by a mine *detonated* at dawn": the mine was, and nobody who suffered by it did it.
    pub(super) fn describe_the_set_off(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(device) = verb.checked_sub(1) else {
            return;
        };
        let by = self.head(device);
        let set_off = self.lemma_in(
            verb,
            &[
                "detonate", "plant", "place", "hide", "trigger", "throw", "lay", "attach",
                "explode",
            ],
        );
        if set_off
            && self.tokens[device].dep == labels.prepositional_object
            && self.lower(by) == "by"
            && noun_classes(&self.tokens[device].lemma).has(NounClass::Explosive)
            && self.tokens[verb].dep == labels.conjunct
            && self.head(verb) < by
            && self.subject(verb, device..verb).is_none()
        {
            self.attach(verb, device, labels.modifier_clause);
            self.tokens[verb].tag = labels.participle;
        }
    }

    /// "around the camp, *besieged* by militia": the place is, and not who stands around it.
    pub(super) fn describe_the_held_place(&mut self, participle: usize) {
        const HELD: [&str; 10] = [
            "besiege", "blockade", "capture", "control", "encircle", "hold", "occupy", "seize",
            "shell", "surround",
        ];
        let labels = self.labels;
        let Some(place) = participle.checked_sub(2) else {
            return;
        };
        let by = participle + 1;
        let ground = noun_classes(&self.tokens[place].lemma)
            .meets(ClassSet::of(&[NounClass::Place, NounClass::Facility]));
        if self.tokens[participle].dep == labels.adverbial
            && self.lower(participle - 1) == ","
            && self.lemma_in(participle, &HELD)
            && ground
            && self.tokens[place].dep == labels.prepositional_object
            && by < self.tokens.len()
            && self.lower(by) == "by"
        {
            self.attach(participle, place, labels.modifier_clause);
        }
    }

    /// "set *ablaze* the party's office": how it was left, not what sort of office.
    pub(super) fn hang_blaze_on_verb(&mut self, state: usize) {
        let labels = self.labels;
        let blaze = matches!(
            self.lower(state).as_str(),
            "ablaze" | "alight" | "afire" | "aflame"
        );
        let Some(before) = state.checked_sub(1).filter(|_| blaze) else {
            return;
        };
        if self.lemma_in(before, &["set"]) {
            self.attach(state, before, labels.predicate);
            return;
        }
        // "set *a bus* ablaze": what was set so, and not what sort of blaze.
        let verb = self.head(state);
        let described = self.head(before) == state && self.is_noun(before);
        if described && verb < before && self.lemma_in(verb, &["set"]) {
            for word in self.children(state, verb + 1..before) {
                self.tokens[word].head = before as u32;
            }
            self.attach(before, verb, labels.object);
            self.attach(state, verb, labels.predicate);
        }
    }

    /// "the names of seven of those *killed*": a participle right behind "those" is about them.
    pub(super) fn describe_those(&mut self, participle: usize) {
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

    /// "A strike by the army on a school *killed* 22 people", "A bomb planted under a car *killed* a judge": what has an object
    /// is no passive, so the happening or the bomb before it is its subject.
    pub(super) fn give_happening_its_result(&mut self, verb: usize) {
        const RESULTS: [&str; 10] = [
            "kill", "wound", "injure", "destroy", "damage", "leave", "displace", "hurt", "maim",
            "trap",
        ];
        let labels = self.labels;
        let count = self.tokens.len();
        if self.tokens[verb].dep != labels.modifier_clause
            || !self.lemma_in(verb, &RESULTS)
            || self.child(verb, verb + 1..count, labels.object).is_none()
        {
            return;
        }
        let mut top = self.head(verb);
        while self.head(top) < top {
            top = self.head(top);
        }
        let happening = noun_classes(&self.tokens[top].lemma.to_lowercase())
            .meets(ClassSet::ARMS.union(ClassSet::of(&[NounClass::Event])));
        let above = self.head(top);
        let other = (verb + 1..above)
            .any(|i| self.head(i) == above && self.tokens[i].dep == labels.subject);
        let parted = (top..verb).any(|i| self.lower(i) == ",");
        if !happening || parted || top > verb || above != top && !other {
            return;
        }
        if above == top {
            for child in self.children(top, verb + 1..count) {
                self.tokens[child].head = verb as u32;
            }
            self.take_place(verb, top);
        } else {
            self.attach(verb, above, labels.complement);
        }
        self.tokens[verb].tag = labels.past;
        self.attach(top, verb, labels.subject);
    }

    /// "About 9:10 p.m. | a gunman opened fire": no sentence ends behind the hour that opens it.
    pub(super) fn hang_opening_hour_on_sentence(&mut self, hour: usize) {
        let next = hour + 1;
        let parted = self.head(hour) == hour
            && self.tokens.get(next).is_some_and(|t| t.sent_start)
            // "8 a.m. | The guards said" is the hour of an entry.
            && !self.tokens[next].span.slice(self.text).starts_with(char::is_uppercase)
            && matches!(
                self.lower(hour).as_str(),
                "a.m." | "p.m." | "am" | "pm" | "midnight" | "noon"
            );
        let Some(time) = self.symbols.find("npadvmod").filter(|_| parted) else {
            return;
        };
        let opens = (0..=hour).rev().find(|&i| self.tokens[i].sent_start);
        let only_hour = |i: usize| {
            i == hour
                || matches!(
                    self.tokens[i].pos,
                    Pos::Num | Pos::Adv | Pos::Adp | Pos::Punct
                )
        };
        let verb = self.root_of(next);
        if opens.is_some_and(|first| (first..=hour).all(only_hour))
            && verb > next
            && self.tokens[verb].pos == Pos::Verb
        {
            self.attach(hour, verb, time);
            self.tokens[next].sent_start = false;
        }
    }

    /// "sometime Wednesday *night*" beside a noun: when it was done.
    pub(super) fn hang_time_of_day_on_verb(&mut self, part: usize) {
        let Some(time) = self.symbols.find("npadvmod") else {
            return;
        };
        let of_day = matches!(
            self.lower(part).as_str(),
            "night" | "morning" | "afternoon" | "evening"
        );
        let weekday = part
            .checked_sub(1)
            .is_some_and(|day| self.head(day) == part && is_weekday(&self.lower(day)));
        if !of_day || !weekday || self.tokens[part].dep != self.labels.apposition {
            return;
        }
        let mut at = self.head(part);
        for _ in 0..6 {
            if self.tokens[at].pos == Pos::Verb {
                self.attach(part, at, time);
                if let Some(vague) = part.checked_sub(2)
                    && matches!(self.lower(vague).as_str(), "sometime" | "late" | "early")
                {
                    self.tokens[vague].head = part as u32;
                }
                return;
            }
            let above = self.head(at);
            if above == at {
                return;
            }
            at = above;
        }
    }

    /// "tourists kidnapped last *month* were found on Sunday": a verb that tells its own day leaves the one before it to
    /// what is said of its subject.
    pub(super) fn hang_time_on_description(&mut self, time: usize) {
        let labels = self.labels;
        let verb = self.head(time);
        let count = self.tokens.len();
        let told = self.symbols.get(self.tokens[time].dep) == "npadvmod"
            && verb > time + 1
            && (time + 1..verb).all(|i| self.tokens[i].pos == Pos::Aux && self.head(i) == verb);
        let Some(subject) = self.subject(verb, 0..time).filter(|_| told) else {
            return;
        };
        let own_day = self.children(verb, verb + 1..count).into_iter().any(|c| {
            let governed = self.child(c, c..count, labels.prepositional_object);
            is_weekday(&self.lower(c)) || governed.is_some_and(|d| is_weekday(&self.lower(d)))
        });
        // "were released *unharmed on Saturday*"
        let own_day = own_day
            || (verb + 1..count.min(verb + 5))
                .any(|i| is_weekday(&self.lower(i)) && self.within(i, verb));
        let opens = self.leftmost(time);
        let participle = (subject + 1..opens).find(|&p| {
            self.tokens[p].dep == labels.modifier_clause
                && self.tag(p) == "VBN"
                && self.within(p, subject)
                && opens > 0
                && self.within(opens - 1, p)
        });
        if let Some(participle) = participle.filter(|_| own_day) {
            self.tokens[time].head = participle as u32;
        }
    }

    /// "said troops *acting* on a tip had surrounded them": the troops had, and a participle describes them.
    pub(super) fn describe_the_doer(&mut self, participle: usize) {
        let labels = self.labels;
        let verb = self.head(participle);
        let Some(doer) = participle.checked_sub(1) else {
            return;
        };
        let own = self.tokens[doer].dep == labels.subject && self.head(doer) == participle;
        let helped = self
            .children(verb, participle..verb.max(participle))
            .iter()
            .any(|&c| self.tokens[c].pos == Pos::Aux);
        let acts = self.child(verb, 0..verb, labels.subject).is_some();
        if self.symbols.get(self.tokens[participle].dep) == "csubj"
            && verb > participle
            && own
            && !acts
            && (helped || matches!(self.tag(verb), "VBD" | "VBZ"))
        {
            let role = self.subject_label(verb, participle..verb);
            self.attach(doer, verb, role);
            self.attach(participle, doer, labels.modifier_clause);
        }
    }

    /// "found Ruiz, 19, *bleeding* from the leg": who is found is in that state, and not who finds.
    pub(super) fn describe_the_found(&mut self, state: usize) {
        const STATES: [&str; 12] = [
            "bleed", "die", "float", "hide", "lie", "live", "shelter", "sit", "sleep", "slump",
            "suffer", "wander",
        ];
        let labels = self.labels;
        let find = self.head(state);
        let found = self.tokens[state].dep == labels.adverbial
            && self.lemma_in(state, &STATES)
            && find < state
            && self.lemma_in(find, &["find", "discover", "spot"]);
        let object = self.child(find, find..state, labels.object);
        if let Some(object) = object.filter(|_| found) {
            self.attach(state, object, labels.modifier_clause);
        }
    }

    /// "kept others from working, *by* threatening them": by what they were kept, and not how they work.
    pub(super) fn hang_means_on_verb(&mut self, by: usize) {
        let labels = self.labels;
        let work = self.head(by);
        let from = self.head(work);
        let verb = self.head(from);
        let count = self.tokens.len();
        let gerund = self.child(by, by..count, labels.gerund).is_some();
        if self.lower(by) == "by"
            && gerund
            && by > 0
            && self.lower(by - 1) == ","
            && self.tokens[work].dep == labels.gerund
            && self.lower(from) == "from"
            && verb < from
            && self.lemma_in(
                verb,
                &[
                    "prevent", "stop", "keep", "bar", "block", "deter", "dissuade",
                ],
            )
        {
            self.tokens[by].head = verb as u32;
        }
    }

    /// "The six were *themselves* murdered": that it was they, and not somebody more.
    pub(super) fn set_emphasis_aside(&mut self, pronoun: usize) {
        let labels = self.labels;
        let verb = self.head(pronoun);
        let emphatic = matches!(
            self.lower(pronoun).as_str(),
            "himself" | "herself" | "itself" | "themselves" | "ourselves"
        );
        let subject = (0..pronoun).any(|i| {
            self.head(i) == verb
                && matches!(self.symbols.get(self.tokens[i].dep), "nsubj" | "nsubjpass")
        });
        if emphatic
            && subject
            && verb > pronoun
            && matches!(
                self.symbols.get(self.tokens[pronoun].dep),
                "nsubj" | "nsubjpass"
            )
        {
            self.tokens[pronoun].dep = labels.unlabelled;
        }
    }

    /// "was seized in the hills of Kalem, *suspected* of theft": no place is suspected; behind a comma it is the one to
    /// whom the verb before was done.
    pub(super) fn part_accused_from_place(&mut self, verb: usize) {
        const HELD: [&str; 6] = ["accuse", "suspect", "convict", "charge", "sentence", "want"];
        let labels = self.labels;
        let place = self.head(verb);
        let link = self.head(place);
        let built = ClassSet::of(&[NounClass::Place, NounClass::Facility]);
        let placed = self.tokens[verb].dep == labels.modifier_clause
            && self.tokens[place].dep == labels.prepositional_object
            && verb > 0
            && self.lower(verb - 1) == ","
            && matches!(
                self.lower(link).as_str(),
                "of" | "in" | "at" | "near" | "on" | "outside" | "along"
            );
        let person = self.people.iter().any(|name| name.contains(&place));
        // "the port of *Kalem*": what a port has is a town, whatever the name.
        let of_place = self.lower(link) == "of"
            && noun_classes(&self.tokens[self.head(link)].lemma).meets(built);
        let lies = self.tokens[place].pos == Pos::Propn && (!person || of_place)
            || noun_classes(&self.tokens[place].lemma).meets(built);
        if !placed || !lies || !self.lemma_in(verb, &HELD) {
            return;
        }
        let Some(main) = self.above(link, 6, |i| self.tokens[i].pos == Pos::Verb) else {
            return;
        };
        let object = self.child(main, main + 1..verb, labels.object);
        match object.filter(|_| !self.is_passive(main, 0..main)) {
            Some(held) => self.attach(verb, held, labels.modifier_clause),
            None => self.attach(verb, main, labels.adverbial),
        }
    }

    /// "an officer of the old army *suspected* of theft": who serves a body of the state is suspected, and not all of it.
    pub(super) fn hang_charge_on_who_serves(&mut self, verb: usize) {
        const BODIES: [&str; 9] = [
            "army",
            "force",
            "government",
            "guard",
            "military",
            "ministry",
            "navy",
            "police",
            "regime",
        ];
        let labels = self.labels;
        let body = self.head(verb);
        let of = self.head(body);
        let member = self.head(of);
        let described = self.tokens[verb].dep == labels.modifier_clause
            && self.lemma_in(verb, &["accuse", "suspect", "convict", "acquit"])
            && body + 1 == verb
            && self.lemma_in(body, &BODIES)
            && self.lower(of) == "of"
            && of < body
            && member + 1 == of;
        let classes = noun_classes(&self.tokens[member].lemma);
        if described && classes.meets(ClassSet::HUMAN) && self.tokens[member].pos == Pos::Noun {
            self.tokens[verb].head = member as u32;
        }
    }

    /// "said that officers *accused* of theft had never been charged": whoever accuses of something accuses somebody, so
    /// without an object the noun before is the accused, and the finite verb behind is its verb.
    pub(super) fn describe_the_accused(&mut self, verb: usize) {
        const ACCUSED: [&str; 6] = ["accuse", "suspect", "convict", "acquit", "charge", "find"];
        let labels = self.labels;
        let count = self.tokens.len();
        let above = self.head(verb);
        let of = |i: &usize| {
            self.tokens[*i].dep == labels.prepositional
                && matches!(self.lower(*i).as_str(), "of" | "with")
        };
        let behind = self.children(verb, verb + 1..count);
        let object = behind.iter().any(|&c| self.tokens[c].dep == labels.object);
        let helped = self
            .children(verb, 0..verb)
            .iter()
            .any(|&c| self.tokens[c].pos == Pos::Aux);
        let subject = self.child(verb, 0..verb, labels.subject);
        let Some(subject) = subject.filter(|s| s + 1 == verb && !object && !helped) else {
            return;
        };
        if !self.lemma_in(verb, &ACCUSED)
            || self.tokens[verb].dep != labels.complement
            || above > verb
            || !behind.iter().any(of)
        {
            return;
        }
        let joined = self.children(above, verb + 1..count);
        let finite = joined.into_iter().find(|&c| {
            let own = self.children(c, verb + 1..c);
            let helped = own.iter().any(|&a| self.tokens[a].pos == Pos::Aux);
            let acts = own
                .iter()
                .any(|&a| matches!(self.symbols.get(self.tokens[a].dep), "nsubj" | "nsubjpass"));
            self.tokens[c].dep == labels.conjunct && helped && !acts
        });
        let Some(finite) = finite else { return };
        let added = self
            .children(above, verb + 1..finite)
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "cc");
        if added {
            return;
        }
        let role = self.subject_label(finite, verb..finite);
        for child in self.children(verb, 0..subject) {
            self.tokens[child].head = finite as u32;
        }
        self.attach(finite, above, labels.complement);
        self.attach(subject, finite, role);
        self.attach(verb, subject, labels.modifier_clause);
        self.tokens[verb].tag = labels.participle;
    }

    /// "said that soldiers *implicated* in the plot have been arrested", "when a girl *hurt* in the raid died": a participle
    /// between a noun and its finite verb describes the noun, and is no sentence of its own.
    pub(super) fn describe_who_is_told_of(&mut self, participle: usize) {
        let labels = self.labels;
        let whole = 0..self.tokens.len();
        let is_subject = |tree: &Self, c: usize| {
            matches!(tree.symbols.get(tree.tokens[c].dep), "nsubj" | "nsubjpass")
        };
        let own = self.children(participle, whole.clone());
        let subject = own
            .iter()
            .copied()
            .find(|&c| c < participle && is_subject(self, c));
        // "*they* shot" is never what was done to them.
        let acts = |s: usize| matches!(self.lower(s).as_str(), "they" | "he" | "she" | "we" | "i");
        let Some(subject) = subject.filter(|&s| !acts(s)) else {
            return;
        };
        let helped = own.iter().any(|&c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "aux" | "auxpass" | "dobj"
            )
        });
        let dep = self.symbols.get(self.tokens[participle].dep);
        let above = self.head(participle);
        let finite = |tree: &Self, v: usize| {
            tree.tokens[v].pos == Pos::Verb
                && (tree.tag(v) == "VBD"
                    || tree.children(v, participle..v).iter().any(|&c| {
                        matches!(tree.symbols.get(tree.tokens[c].dep), "aux" | "auxpass")
                            && matches!(tree.tag(c), "VBD" | "VBP" | "VBZ" | "MD")
                    }))
                && !tree
                    .children(v, 0..tree.tokens.len())
                    .iter()
                    .any(|&c| is_subject(tree, c))
        };
        // The verb that this clause is the subject of, or that stands beside it without one.
        let verb = match dep {
            "csubj" | "csubjpass" if above > participle => Some(above),
            "advcl" | "ccomp" => (participle + 1..self.tokens.len()).find(|&v| {
                let beside = matches!(self.symbols.get(self.tokens[v].dep), "advcl" | "ccomp");
                self.head(v) == above && beside
            }),
            _ => None,
        };
        let Some(verb) = verb.filter(|&v| finite(self, v)) else {
            return;
        };
        // "A baker shot *and killed* on Friday is …" goes on with another participle, and not with the verb.
        let goes_on = |and: usize| {
            self.child(participle, and..verb, labels.conjunct)
                .is_some_and(|next| next == and + 1)
        };
        let joined = (participle..verb).any(|i| {
            self.tokens[i].pos == Pos::Cconj
                && [participle, verb].contains(&self.head(i))
                && !goes_on(i)
        });
        if helped || joined {
            return;
        }
        let dep = self.subject_label(verb, participle..verb);
        if above != verb {
            self.tokens[verb].dep = self.tokens[participle].dep;
        }
        // What opened the clause opens that of the verb.
        let opens = self.leftmost(subject);
        for child in own.into_iter().filter(|&c| c < opens) {
            self.tokens[child].head = verb as u32;
        }
        self.attach(subject, verb, dep);
        self.attach(participle, subject, labels.modifier_clause);
        self.tokens[participle].tag = labels.participle;
    }

    /// "identified the woman *stabbed* and killed in Kalem as a baker": a past form without object right behind an object
    /// describes it.
    pub(super) fn describe_the_object(&mut self, deed: usize) {
        let labels = self.labels;
        let verb = self.head(deed);
        let below = matches!(self.symbols.get(self.tokens[deed].dep), "ccomp" | "xcomp");
        if !below || verb > deed || !self.is_bare_past(deed, UNDERGONE) {
            return;
        }
        let naming = self.lemma_in(verb, &["identify", "name", "describe"]);
        // Nobody is identified to have done it.
        let object = match self.subject(deed, 0..deed) {
            Some(own) => Some(own).filter(|_| naming),
            None => self.child(verb, verb..deed, labels.object),
        };
        let Some(object) = object.filter(|&o| o + 1 == deed) else {
            return;
        };
        self.attach(object, verb, labels.object);
        self.attach(deed, object, labels.modifier_clause);
        self.tokens[deed].tag = labels.participle;
        if !naming {
            return;
        }
        for told in deed + 1..self.tokens.len() {
            let head = self.head(told);
            let of_deed = head == deed || self.head(head) == deed;
            if self.lower(told) == "as" && self.tokens[told].dep == labels.prepositional && of_deed
            {
                self.attach(told, verb, labels.prepositional);
            }
        }
    }

    /// "burned 11 people *alive*": they are burned, and are no clause.
    pub(super) fn give_state_its_object(&mut self, state: usize) {
        let labels = self.labels;
        let verb = self.head(state);
        if !matches!(self.lower(state).as_str(), "alive" | "unconscious") || verb >= state {
            return;
        }
        let sufferer = self.child(state, verb..state, labels.subject);
        let sufferer = sufferer.filter(|&s| {
            self.tokens[verb].pos == Pos::Verb
                && self.leftmost(s) == verb + 1
                && self
                    .child(verb, verb..self.tokens.len(), labels.object)
                    .is_none()
        });
        if let Some(sufferer) = sufferer {
            self.attach(sufferer, verb, labels.object);
            self.attach(state, verb, labels.predicate);
        }
    }

    /// "A man with a knife *stabbed* and wounded three": what is joined with a verb that has an object is one too, where the
    /// sentence has no other.
    pub(super) fn read_joined_with_deed_as_finite(&mut self, deed: usize) {
        let labels = self.labels;
        let doer = self.head(deed);
        let count = self.tokens.len();
        let only = self.tokens[deed].dep == labels.modifier_clause
            && self.tokens[doer].dep == labels.root
            && self.is_noun(doer)
            && doer < deed
            && deed + 2 < count
            && self.lower(deed + 1) == "and"
            && !self.is_passive(deed, doer..deed);
        let next = self
            .child(deed, deed + 2..count, labels.conjunct)
            .filter(|&n| {
                n == deed + 2
                    && self.tag(n) == "VBD"
                    && self.child(n, n..count, labels.object).is_some()
            });
        if !only || next.is_none() {
            return;
        }
        self.tokens[deed].tag = labels.past;
        self.attach(deed, deed, labels.root);
        self.attach(doer, deed, labels.subject);
        for child in self.children(doer, deed + 1..count) {
            self.tokens[child].head = deed as u32;
        }
    }

    /// "Woman doctor *shot* at in clinic": a preposition that aims at nothing behind it aims at what stands before
    /// the verb.
    pub(super) fn read_aimed_at_as_passive(&mut self, verb: usize) {
        let labels = self.labels;
        let at = verb + 1;
        let aims = self.lemma_in(verb, &["shoot", "fire"])
            && at < self.tokens.len()
            && matches!(self.lower(at).as_str(), "at" | "on" | "upon")
            && self.head(at) == verb
            && self.children(at, 0..self.tokens.len()).is_empty();
        // "the man he *shot at*", "whom they *fired on*"
        let told =
            self.tokens[verb].dep == labels.root || self.tokens[verb].dep == labels.complement;
        // What is torn from its noun has it behind commas: "shot at, and hit, a boy".
        let goes_on = self
            .tokens
            .get(at + 1)
            .is_none_or(|t| matches!(t.pos, Pos::Adp | Pos::Punct | Pos::Sconj | Pos::Adv));
        let object = self
            .child(verb, verb..self.tokens.len(), labels.object)
            .is_some();
        let subject = self.child(verb, 0..verb, labels.subject);
        if let Some(subject) = subject.filter(|_| aims && told && goes_on && !object) {
            self.tokens[verb].tag = labels.participle;
            self.tokens[subject].dep = labels.passive_subject;
        }
    }

    /// "The boy *shot* on Sunday has died": a past form without object before another finite verb that has no
    /// subject describes whose verb that is.
    ///
    /// "A shell *fired* at a school killed nine": so does one whose subject is a weapon.
    pub(super) fn describe_the_sufferer(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(sufferer) = self.child(verb, 0..verb, labels.subject) else {
            return;
        };
        if !self.is_bare_past(verb, UNDERGONE) && !self.is_sent_at(verb, sufferer) {
            return;
        }
        let above = self.head(verb);
        let below = || {
            let mut behind = self.children(verb, verb + 1..self.tokens.len()).into_iter();
            behind.find(|&c| self.goes_on_as_finite(c, verb))
        };
        let within = matches!(
            self.symbols.get(self.tokens[verb].dep),
            "ccomp" | "nsubj" | "csubj" | "advcl"
        );
        let finite = if within && above > verb && self.goes_on_as_finite(above, verb) {
            above
        } else if let Some(finite) = below() {
            finite
        } else {
            return;
        };
        // "Two arrested after shooting leaves teen dead": a headline's present has its subject elsewhere.
        if self.reads_as_headline() && !self.lemma_in(finite, &["die"]) {
            return;
        }
        // "while *riding* in a car": of what was done, not of what came of it.
        for child in self.children(finite, verb + 1..finite) {
            if self.symbols.get(self.tokens[child].dep) == "csubj" {
                self.attach(child, verb, labels.adverbial);
            }
        }
        if self.head(finite) == verb {
            self.take_place(finite, verb);
            for child in self.children(verb, finite + 1..self.tokens.len()) {
                self.tokens[child].head = finite as u32;
            }
        }
        // "*when* a shell fired at a school killed nine"
        for child in self.children(verb, 0..self.leftmost(sufferer)) {
            self.tokens[child].head = finite as u32;
        }
        self.tokens[verb].tag = labels.participle;
        self.attach(sufferer, finite, labels.subject);
        self.attach(verb, sufferer, labels.modifier_clause);
    }

    /// "The teacher, *found* guilty of sedition, was jailed", "The general *blamed* for the raid fled": nobody finds guilty or
    /// blames without an object, so who stands before was found so, and a finite verb behind without a subject is theirs.
    pub(super) fn describe_the_judged(&mut self, found: usize) {
        const JUDGES: [&str; 6] = ["court", "inquest", "judge", "jury", "panel", "tribunal"];
        const ACCUSED: [&str; 7] = [
            "accuse",
            "acquit",
            "blame",
            "convict",
            "implicate",
            "indict",
            "suspect",
        ];
        let labels = self.labels;
        let count = self.tokens.len();
        let behind = self.children(found, found + 1..count);
        let guilty =
            |&c: &usize| matches!(self.lower(c).as_str(), "guilty" | "innocent" | "liable");
        let of =
            |&c: &usize| c == found + 1 && matches!(self.lower(c).as_str(), "of" | "for" | "in");
        let judged = self.lemma_in(found, &["find"]) && behind.iter().any(guilty);
        let accused = self.lemma_in(found, &ACCUSED) && behind.iter().any(of);
        let active = self.children(found, 0..count).iter().any(|&c| {
            self.tokens[c].dep == labels.object || self.tokens[c].pos == Pos::Aux && c < found
        });
        let subject = self.child(found, 0..found, labels.subject);
        let Some(subject) =
            subject.filter(|&s| (judged || accused) && !active && !self.lemma_in(s, &JUDGES))
        else {
            return;
        };
        let above = self.head(found);
        let finite = if above > found && self.is_finite_of(above, found) {
            Some(above)
        } else {
            let joined = |c: usize| {
                let and = |&cc: &usize| cc < c && self.tokens[cc].pos == Pos::Cconj;
                self.tokens[c].dep == labels.conjunct && behind.iter().any(and)
            };
            let mut verbs = behind.iter().copied();
            verbs.find(|&c| self.is_finite_of(c, found) && !joined(c))
        };
        if finite.is_none() && !judged {
            return;
        }
        self.tokens[found].tag = labels.participle;
        let Some(finite) = finite else {
            self.tokens[subject].dep = labels.passive_subject;
            return;
        };
        if self.head(finite) == found {
            self.take_place(finite, found);
            for child in self.children(found, finite + 1..count) {
                self.tokens[child].head = finite as u32;
            }
        }
        let role = self.subject_label(finite, found..finite);
        self.attach(subject, finite, role);
        self.attach(found, subject, labels.modifier_clause);
    }

    /// Whether a verb behind another is finite, has no subject but that, and nothing joins or parts the two.
    fn goes_on_as_finite(&self, finite: usize, verb: usize) -> bool {
        let joined = (verb..finite).any(|i| self.lower(i) == ",")
            || self
                .children(verb, verb..finite)
                .iter()
                .any(|&c| self.symbols.get(self.tokens[c].dep) == "cc");
        !joined && self.is_finite_of(finite, verb)
    }

    /// "*shells fired* at a school", "*a missile launched* from the hills"
    fn is_sent_at(&self, verb: usize, weapon: usize) -> bool {
        let sent = matches!(self.tag(verb), "VBD" | "VBN")
            && self.lemma_in(verb, &["fire", "hurl", "launch", "lob", "throw"]);
        sent && weapon + 1 == verb
            && noun_classes(&self.tokens[weapon].lemma).meets(ClassSet::ARMS)
            && self
                .child(verb, verb..self.tokens.len(), self.labels.object)
                .is_none()
    }

    /// Whether a verb behind another is finite and has no subject but that.
    fn is_finite_of(&self, finite: usize, verb: usize) -> bool {
        let children = self.children(finite, 0..self.tokens.len());
        let helped = children
            .iter()
            .any(|&c| c > verb && c < finite && self.tokens[c].pos == Pos::Aux);
        let form = matches!(self.tag(finite), "VBD" | "VBZ" | "VBP")
            || helped && matches!(self.tag(finite), "VBN" | "VBG" | "VB");
        let verbal = matches!(self.tokens[finite].pos, Pos::Verb | Pos::Aux);
        let own = |&c: &usize| {
            let dep = self.symbols.get(self.tokens[c].dep);
            c != verb && matches!(dep, "nsubj" | "nsubjpass" | "mark")
        };
        verbal && form && !children.iter().any(own)
    }

    /// "shot *and killed* his wife": what follows the second verb was done by the subject of both.
    fn is_joined_with_object(&self, verb: usize, next: usize) -> bool {
        let joined = self.tokens[next].dep == self.labels.conjunct
            && next == verb + 2
            && self.tokens[next].pos == Pos::Verb;
        let object = || self.child(next, next..self.tokens.len(), self.labels.object);
        joined && object().is_some()
    }

    /// Whether one of these verbs stands in the past without auxiliary, object or clause, and aims at
    /// nothing.
    pub(super) fn is_bare_past(&self, verb: usize, undergone: &[&str]) -> bool {
        let past = matches!(self.tag(verb), "VBD" | "VBN") && self.lemma_in(verb, undergone);
        // "found that", "killed his wife", "shot at": done by its subject.
        let children = self.children(verb, 0..self.tokens.len());
        let active = |&c: &usize| {
            let aims = matches!(
                self.lower(c).as_str(),
                "at" | "into" | "toward" | "towards" | "on" | "back" | "down" | "up"
            );
            let dep = self.symbols.get(self.tokens[c].dep);
            // "Two shot *responding* to a call": what they did meanwhile.
            let meanwhile = dep == "xcomp" && self.tag(c) == "VBG";
            !meanwhile
                && matches!(
                    dep,
                    "aux" | "auxpass" | "dobj" | "ccomp" | "xcomp" | "nsubjpass" | "agent"
                )
                || aims && c == verb + 1 && !self.stands_in(c)
                || self.is_joined_with_object(verb, c)
        };
        let object_behind = self
            .tokens
            .get(verb + 1)
            .is_some_and(|next| matches!(next.pos, Pos::Det | Pos::Pron));
        past && !children.iter().any(active) && !object_behind
    }

    /// "shot *at* park", "shot *at* vigil": where, and not at whom or what.
    fn stands_in(&self, preposition: usize) -> bool {
        let aimed_at = ClassSet::AGENT.union(ClassSet::of(&[
            NounClass::Vehicle,
            NounClass::Aircraft,
            NounClass::People,
            NounClass::Person,
        ]));
        let governed = self.child(
            preposition,
            preposition..self.tokens.len(),
            self.labels.prepositional_object,
        );
        governed.is_some_and(|noun| {
            // "shot *on North Side*": a name that is no person's says where.
            let named = self.tokens[noun].pos == Pos::Propn
                && !self.people.iter().any(|name| name.contains(&noun));
            named || !noun_classes(&self.tokens[noun].lemma.to_lowercase()).meets(aimed_at)
        })
    }

    /// "with thousands of users *gunned* down", "two were killed and 251 *taken* hostage": a past form without an
    /// object of its own tells what was done to its subject.
    pub(super) fn read_as_done_to(&mut self, verb: usize) {
        let labels = self.labels;
        let dep = self.tokens[verb].dep;
        let apart = dep == labels.conjunct
            || dep == labels.adverbial
            || matches!(self.symbols.get(dep), "pcomp" | "prep");
        if !apart {
            return;
        }
        let own = self.children(verb, 0..self.tokens.len());
        let find = |dep| own.iter().copied().find(|&c| self.tokens[c].dep == dep);
        let Some(subject) = find(labels.subject).filter(|s| *s < verb) else {
            return;
        };
        // "with five *killed* and sections *set* ablaze": the second stands behind "with" too.
        let (gerund, conjunct) = (labels.gerund, labels.conjunct);
        let mut opening = verb;
        while self.tokens[opening].dep == conjunct && self.head(opening) < opening {
            opening = self.head(opening);
        }
        let behind_with =
            |v: usize| self.tokens[v].dep == gerund && self.lower(self.head(v)) == "with";
        let with = find(labels.mark).is_some_and(|m| self.lower(m) == "with")
            || behind_with(verb)
            || opening != verb && behind_with(opening);
        let object = find(labels.object);
        let captive = object
            .is_some_and(|o| matches!(self.lower(o).as_str(), "hostage" | "captive" | "prisoner"));
        // "guards held *hostage*": nobody holds just hostage.
        let bare = captive && object.is_some_and(|o| o == verb + 1);
        let first = self.head(verb);
        let passive = self.tokens[verb].dep == labels.conjunct
            && self
                .child(first, 0..first, labels.passive_subject)
                .is_some();
        let auxiliary = own.iter().any(|&c| self.tokens[c].pos == Pos::Aux);
        // "with movements *observed* near posts": whoever observed them says nothing of the posts.
        let perceived = !Cues::get()
            .rows(CuePos::Verb, &self.tokens[verb].lemma)
            .is_empty();
        // "were shot and their van *set* ablaze"
        let ablaze = verb + 1 < self.tokens.len()
            && matches!(self.lower(verb + 1).as_str(), "ablaze" | "alight" | "afire");
        // "ten were hit, two *sunk*": a form that is no simple past.
        let past_participle = matches!(
            self.lower(verb).as_str(),
            "beaten" | "broken" | "driven" | "shaken" | "stolen" | "sunk" | "taken" | "torn"
        );
        let done_to = with && object.is_none() && !perceived
            || past_participle && passive && object.is_none()
            || captive && passive
            || bare
            || ablaze && passive && object.is_none();
        if !done_to || auxiliary {
            return;
        }
        self.tokens[verb].tag = labels.participle;
        self.tokens[subject].dep = labels.passive_subject;
        if let Some(object) = object {
            self.tokens[object].dep = labels.predicate;
        }
        // "After a riot in which nine were killed and two held hostage, the army …": both in the riot.
        let and = self.leftmost(subject).checked_sub(1);
        let beside = and
            .filter(|&c| bare && dep == labels.adverbial && self.lower(c) == "and")
            .map(|c| self.head(c))
            .filter(|&v| v < subject && self.tokens[v].pos == Pos::Verb);
        if let Some(beside) = beside {
            let main = self.head(verb);
            for opening in self.children(verb, 0..beside) {
                self.tokens[opening].head = main as u32;
            }
            self.attach(verb, beside, labels.conjunct);
        }
    }

    /// "rebels *hacked to death* nine villagers": who stands behind the words was killed, by who stands before them.
    pub(super) fn read_to_death_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let doer = self.head(verb);
        let behind = verb + 3;
        let to_death = behind < count
            && self.lower(verb + 1) == "to"
            && self.lower(verb + 2) == "death"
            && self.lemma_in(
                verb,
                &["beat", "club", "hack", "shoot", "stab", "stone", "torture"],
            );
        let described = to_death
            && doer < verb
            && self.head(doer) == doer
            && self.is_noun(doer)
            && self.tokens[verb].dep == labels.modifier_clause;
        if !described {
            return;
        }
        let victim = self
            .children(doer, behind..count)
            .into_iter()
            .find(|&c| self.leftmost(c) == behind && self.is_noun(c));
        let Some(victim) = victim else { return };
        self.raise_over(verb, doer, labels.subject);
        self.attach(victim, verb, labels.object);
        self.tokens[verb].tag = labels.past;
    }

    /// "gunmen shot *dead* Marcela Aroca", "shot *dead* two men": who follows is who was shot.
    pub(super) fn give_shot_dead_its_object(&mut self, state: usize) {
        let labels = self.labels;
        let Some(verb) = state.checked_sub(1) else {
            return;
        };
        let above = self.head(state);
        let of_object = self.lower(state) == "dead"
            && above > state
            && self.tokens[above].dep == labels.object
            && self.head(above) == verb
            && self.lemma_in(verb, &["shoot", "gun", "stab", "hack", "beat"]);
        if of_object {
            self.attach(state, verb, labels.predicate);
            return;
        }
        // "shot the vice principal, Sani Bello, *dead*"
        let closes = self.lower(state) == "dead"
            && above < verb
            && self.lower(verb) == ","
            && self.symbols.get(self.tokens[state].dep) == "advcl"
            && self.lemma_in(above, &["shoot", "gun", "stab", "hack", "beat"])
            && self.child(above, above..verb, labels.object).is_some();
        if closes {
            self.tokens[state].dep = labels.predicate;
            return;
        }
        let kills = self.lower(state) == "dead"
            && self.head(state) == verb
            && self.lemma_in(verb, &["shoot", "gun", "stab", "hack", "beat"]);
        let count = self.tokens.len();
        let behind = self.children(verb, state + 1..count);
        if !kills {
            return;
        }
        if self.child(verb, state + 1..count, labels.object).is_some() {
            self.tokens[state].dep = labels.predicate;
            return;
        }
        let victim = behind.into_iter().find(|&c| {
            let loose = matches!(
                self.symbols.get(self.tokens[c].dep),
                "npadvmod" | "dep" | "oprd"
            );
            let somebody =
                self.tokens[c].pos == Pos::Num || self.is_somebody(c) || self.ends_age(c);
            loose && somebody && self.leftmost(c) == state + 1
        });
        if let Some(victim) = victim {
            if self.ends_age(victim) {
                self.read_as_noun(victim);
            }
            self.attach(victim, verb, labels.object);
            self.attach(state, verb, labels.predicate);
        }
    }

    /// "Six policemen shot a trader *dead*": how who stands before it was left, and not how they shot.
    pub(super) fn leave_the_shot_dead(&mut self, state: usize) {
        let labels = self.labels;
        let verb = self.head(state);
        let behind_object = state > 0
            && verb < state
            && self.tokens[state - 1].dep == labels.object
            && self.head(state - 1) == verb;
        if self.lower(state) == "dead"
            && self.tokens[state].dep == labels.adverbial
            && behind_object
            && self.lemma_in(verb, &["shoot", "strike", "stab", "beat", "gun", "knife"])
        {
            self.tokens[state].dep = labels.predicate;
        }
    }

    /// "took the mayor and two guards *hostage*": as what they were taken, and nobody more.
    pub(super) fn set_captive_aside(&mut self, captive: usize) {
        if !matches!(
            self.lower(captive).as_str(),
            "hostage" | "captive" | "prisoner"
        ) {
            return;
        }
        let labels = self.labels;
        let Some(taken) = captive.checked_sub(1) else {
            return;
        };
        const TAKING: &[&str] = &["take", "hold", "seize", "keep"];
        let first = self.head(captive);
        let dep = self.tokens[captive].dep;
        // "took three nuns *hostage*", "held dozens of villagers *hostage*": told as a name or second object of theirs.
        let beside = self.symbols.get(dep) == "appos" && first == taken;
        let holds = |verb: usize| {
            let held = self.child(verb, verb + 1..captive, labels.object);
            self.lemma_in(verb, TAKING) && held.is_some()
        };
        let verb = if beside { self.head(taken) } else { first };
        let held_apart = beside && self.tokens[taken].dep == labels.object;
        if (held_apart || dep == labels.object) && holds(verb) {
            self.attach(captive, verb, labels.predicate);
            return;
        }
        let (verb, joined) = if dep == labels.conjunct {
            (self.head(first), Some(first))
        } else if dep == labels.object {
            (first, None)
        } else {
            return;
        };
        let below = self.tokens[taken].dep == labels.compound && self.head(taken) == captive;
        // "took *her* hostage": nobody's hostage is taken.
        let her = self.lower(taken) == "her" && self.head(taken) == captive && joined.is_none();
        let somebody = matches!(self.tag(taken), "NN" | "NNS" | "NNP" | "NNPS");
        if !(below && somebody || her) || !self.lemma_in(verb, TAKING) {
            return;
        }
        for child in self.children(captive, 0..captive) {
            self.tokens[child].head = taken as u32;
        }
        match joined {
            Some(first) => self.attach(taken, first, labels.conjunct),
            None => self.attach(taken, verb, labels.object),
        }
        self.attach(captive, verb, labels.predicate);
    }

    /// "was shot on Monday at a stop in Kalem *by two robbers*", "was killed along with his driver *by rebels*", "is listed as a terrorist group *by Ruvia*": however much
    /// says when, where and as what, who stands behind "by" did it, and no place is by anybody.
    pub(super) fn hang_doer_on_passive(&mut self, by: usize) {
        let labels = self.labels;
        let Some(agent) = self.symbols.find("agent") else {
            return;
        };
        let (scene, count) = (self.head(by), self.tokens.len());
        let doer = self.child(by, by..count, labels.prepositional_object);
        let told = self.lower(by) == "by"
            && scene < by
            && self.tokens[scene].dep == labels.prepositional_object
            && doer.is_some_and(|d| match self.lower(self.head(scene)).as_str() {
                "as" | "with" => {
                    self.is_somebody(d)
                        || noun_classes(&self.tokens[d].lemma).meets(ClassSet::AGENT)
                }
                _ => {
                    let known = noun_classes(&self.tokens[d].lemma.to_lowercase());
                    self.is_scene(scene) && known.meets(ClassSet::HUMAN)
                }
            });
        if !told {
            return;
        }
        let verb = self.above(scene, 8, |above| self.tokens[above].pos == Pos::Verb);
        // "herders, driven from their villages *by hunters*"
        let from = self.lower(self.head(scene)) == "from";
        let describes = |v: usize| {
            from && self.tag(v) == "VBN"
                && self.tokens[v].dep == labels.modifier_clause
                && self.child(v, v..by, labels.object).is_none()
        };
        let passive = verb.filter(|&v| v < scene && (self.is_passive(v, 0..v) || describes(v)));
        let alone = |v: usize| self.child(v, v..by, agent).is_none();
        if let Some(verb) = passive.filter(|&v| alone(v)) {
            self.attach(by, verb, agent);
        }
    }

    /// "hit *a school* sheltering families": of one thing it is told what it does to several, since "a" counts no plural.
    pub(super) fn part_counted_from_described(&mut self, gerund: usize) {
        let labels = self.labels;
        let several = self.head(gerund);
        let Some(one) = gerund.checked_sub(1).filter(|_| {
            self.tokens[gerund].dep == labels.adjectival
                && several > gerund
                && matches!(self.tag(several), "NNS" | "NNPS")
        }) else {
            return;
        };
        let article = (0..one)
            .rev()
            .take(4)
            .find(|&i| self.symbols.get(self.tokens[i].dep) == "det" && self.head(i) == several);
        let Some(article) = article.filter(|&a| matches!(self.lower(a).as_str(), "a" | "an"))
        else {
            return;
        };
        let beside = self.head(one) == gerund || self.head(one) == several;
        if self.tag(one) != "NN" || !beside {
            return;
        }
        self.describe_by_gerund(one, gerund, several, article);
    }

    /// "ambushed *police* escorting a bus", "shot *men* fleeing a raid": who is attacked is no clause; the gerund says what they
    /// were doing.
    pub(super) fn describe_the_attacked(&mut self, gerund: usize) {
        const DONE: [&str; 18] = [
            "abduct",
            "ambush",
            "arrest",
            "assault",
            "attack",
            "beat",
            "bomb",
            "detain",
            "injure",
            "intercept",
            "kidnap",
            "kill",
            "rescue",
            "shell",
            "shoot",
            "strike",
            "target",
            "wound",
        ];
        let labels = self.labels;
        let verb = self.head(gerund);
        let hangs = [labels.complement, labels.adverbial].contains(&self.tokens[gerund].dep);
        if !hangs || verb >= gerund || !self.lemma_in(verb, &DONE) {
            return;
        }
        let Some(sufferer) = self.child(gerund, verb + 1..gerund, labels.subject) else {
            return;
        };
        let beside = sufferer + 1 == gerund && self.leftmost(sufferer) == verb + 1;
        let free = self
            .child(verb, verb..self.tokens.len(), labels.object)
            .is_none();
        if beside && free && self.tag(verb) != "VBN" {
            self.attach(sufferer, verb, labels.object);
            self.attach(gerund, sufferer, labels.modifier_clause);
        }
    }

    /// "shot at Syrians *who* tried to cross": what they did who were shot at, and nothing that shooting says.
    pub(super) fn describe_by_who(&mut self, who: usize) {
        let labels = self.labels;
        let clause = self.head(who);
        let verb = self.head(clause);
        let Some(noun) = who.checked_sub(1).filter(|&n| self.is_noun(n)) else {
            return;
        };
        let link = self.head(noun);
        let behind = self.tokens[noun].dep == labels.prepositional_object
            && link < noun
            && self.head(link) == verb
            && matches!(self.lower(link).as_str(), "at" | "on" | "against");
        let torn = self.lower(who) == "who"
            && self.tokens[who].dep == labels.subject
            && clause > who
            && self.tokens[clause].dep == labels.complement
            && matches!(self.tag(clause), "VBD" | "VBP" | "VBZ");
        let strikes = self.lemma_in(
            verb,
            &["aim", "charge", "fire", "hurl", "shoot", "swing", "throw"],
        );
        if behind && torn && strikes {
            self.attach(clause, noun, labels.relative);
        }
    }

    /// "A student *shot* in the head by police has died": no finite verb is a subject, so it describes who stands before it.
    pub(super) fn describe_the_subject(&mut self, verb: usize) {
        let labels = self.labels;
        let died = self.head(verb);
        let Some(who) = self.child(verb, 0..verb, labels.subject) else {
            return;
        };
        let clause = self.tokens[verb].dep == labels.subject
            && died > verb
            && self.tokens[died].pos == Pos::Verb
            && who + 1 == verb
            && self.child(verb, verb..died, labels.object).is_none();
        if clause {
            self.tokens[verb].tag = labels.participle;
            self.attach(who, died, labels.subject);
            self.attach(verb, who, labels.modifier_clause);
        }
    }

    /// "Gunmen suspected of links to a cartel *killed* nine": what has an object was not done to the word before it, so that
    /// those who open the sentence did it.
    pub(super) fn give_opening_its_deed(&mut self, deed: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let opening = self.root_of(deed);
        let inner = self.head(deed);
        let object = self.child(deed, deed + 1..count, labels.object);
        let misread = self.tokens[deed].dep == labels.modifier_clause
            && inner != opening
            && inner < deed
            && opening < inner
            && self.is_noun(opening)
            && object.is_some()
            && self.lemma_in(deed, UNDERGONE)
            && (opening..count)
                .all(|i| i == deed || !matches!(self.tag(i), "VBD" | "VBZ" | "VBP" | "MD"));
        if !misread || !noun_classes(&self.tokens[opening].lemma).meets(ClassSet::HUMAN) {
            return;
        }
        self.raise_over(deed, opening, labels.subject);
        self.tokens[deed].tag = labels.past;
    }

    /// "after gunmen *linked* to the group ambushed a convoy": their ties describe them, and the second verb is the clause's.
    pub(super) fn describe_by_ties(&mut self, tie: usize) {
        let labels = self.labels;
        let Some(who) = self
            .child(tie, 0..tie, labels.subject)
            .filter(|&w| w + 1 == tie)
        else {
            return;
        };
        let count = self.tokens.len();
        let tied = self.lemma_in(tie, &["affiliate", "ally", "connect", "link", "tie"])
            && tie + 1 < count
            && matches!(&*self.lower(tie + 1), "to" | "with");
        if !tied {
            return;
        }
        let deed = (tie + 2..count).find(|&v| matches!(self.tag(v), "VBD" | "VBN"));
        let deed = deed.filter(|&v| {
            self.tag(v) == "VBD"
                && self.tokens[v].dep == labels.conjunct
                && self.subject(v, 0..v).is_none()
                && (tie..v).all(|i| self.tokens[i].pos != Pos::Cconj && self.lower(i) != ",")
        });
        let Some(deed) = deed else { return };
        self.take_place(deed, tie);
        self.attach(tie, who, labels.modifier_clause);
        self.tokens[tie].tag = labels.participle;
        for opening in self.children(tie, 0..who) {
            self.tokens[opening].head = deed as u32;
        }
        self.attach(who, deed, labels.subject);
    }

    /// "Bodies, some of *them* beheaded, were found": set apart and without an object, it was done to them.
    pub(super) fn read_share_as_sufferers(&mut self, verb: usize) {
        let labels = self.labels;
        let whole = self.head(verb);
        let Some(share) = self.child(verb, 0..verb, labels.subject) else {
            return;
        };
        let of = share + 1;
        let of_them = of + 2 == verb
            && self.lower(of) == "of"
            && matches!(&*self.lower(of + 1), "them" | "whom" | "which");
        let set_apart = self.tokens[verb].dep == labels.relative
            && whole < share
            && self.lower(share.saturating_sub(1)) == ",";
        let alone = self
            .child(verb, verb + 1..self.tokens.len(), labels.object)
            .is_none();
        if of_them && set_apart && alone && self.lemma_in(verb, UNDERGONE) {
            self.tokens[verb].tag = labels.participle;
            self.tokens[share].dep = labels.passive_subject;
        }
    }

    /// Whether a noun says where or when, and not what.
    fn is_scene(&self, noun: usize) -> bool {
        let known = noun_classes(&self.tokens[noun].lemma.to_lowercase());
        let where_or_when = ClassSet::of(&[
            NounClass::Facility,
            NounClass::Place,
            NounClass::Time,
            NounClass::Country,
        ]);
        let link = self.lower(self.head(noun));
        let beside = matches!(link.as_str(), "along" | "at" | "near" | "on" | "outside");
        let place = self.tokens[noun].pos == Pos::Propn
            && !self.people.iter().any(|name| name.contains(&noun));
        known.meets(where_or_when) || known.is_empty() && (place || beside)
    }

    /// "*Killed* in the blast were two nuns", "Also killed was *the mayor*": who stands behind the auxiliary suffered it.
    pub(super) fn give_inverted_its_sufferer(&mut self, participle: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        // The parser may take the participle for what "were" is said of.
        let above = self.head(participle);
        let said_of = self.symbols.get(self.tokens[participle].dep) == "csubj"
            && self.lemma_in(above, &["be"])
            && above > participle
            && !(participle..above).any(|i| self.tokens[i].pos == Pos::Noun);
        let auxiliary = self.passive_auxiliary(participle, participle + 1..count);
        let Some(aux) = auxiliary.or(Some(above).filter(|_| said_of)) else {
            return;
        };
        let opens = (0..participle).all(|i| matches!(self.lower(i).as_str(), "also" | "among"));
        if !opens || self.subject(participle, 0..count).is_some() {
            return;
        }
        let sufferer = self
            .children(aux, aux + 1..count)
            .into_iter()
            .find(|&c| self.symbols.get(self.tokens[c].dep) == "attr" && self.is_noun(c));
        let Some(sufferer) = sufferer else { return };
        if said_of && let Some(passive) = self.symbols.find("auxpass") {
            self.take_place(participle, aux);
            for child in self.children(aux, 0..count) {
                self.tokens[child].head = participle as u32;
            }
            self.attach(aux, participle, passive);
        }
        self.attach(sufferer, participle, labels.passive_subject);
    }

    /// "Seven people, *all adults in their thirties*, were shot": what is said of some or all of them is no subject
    /// beside them.
    pub(super) fn set_share_aside(&mut self, share: usize) {
        const SHARES: [&str; 7] = ["all", "both", "half", "majority", "many", "most", "some"];
        let labels = self.labels;
        let (verb, dep) = (self.head(share), self.tokens[share].dep);
        if dep != labels.subject && dep != labels.passive_subject || verb < share {
            return;
        }
        let opening = self.leftmost(share);
        let apart = opening > 1
            && self.lower(opening - 1) == ","
            && (opening..=share).any(|i| SHARES.contains(&self.lower(i).as_str()));
        let closed = (share + 1..verb).any(|i| self.lower(i) == ",");
        let whole = self
            .children(verb, 0..opening)
            .into_iter()
            .find(|&c| self.tokens[c].dep == dep && self.is_noun(c));
        if let Some(whole) = whole.filter(|_| apart && closed) {
            self.attach(share, whole, labels.apposition);
        }
    }

    /// "two men, *one of them* a guard, were held": who was held is both, and the parser may join them with what stands
    /// before.
    pub(super) fn set_share_of_them_aside(&mut self, share: usize) {
        let labels = self.labels;
        let (verb, dep) = (self.head(share), self.tokens[share].dep);
        let of_them = share + 2 < self.tokens.len()
            && share > 1
            && self.lower(share + 1) == "of"
            && matches!(self.lower(share + 2).as_str(), "them" | "whom")
            && self.lower(share - 1) == ",";
        if !of_them {
            return;
        }
        if self.tokens[share].dep == labels.number {
            self.describe_share_of_them(share);
            return;
        }
        let whole = share - 2;
        let closed = (share + 3..verb).any(|i| self.lower(i) == ",");
        let subject = dep == labels.subject || dep == labels.passive_subject;
        if !subject || verb < share || !closed || !self.is_noun(whole) {
            return;
        }
        let and = self.leftmost(whole).checked_sub(1);
        let first = self.head(verb);
        match and.filter(|&i| matches!(self.lower(i).as_str(), "and" | "but")) {
            Some(and) if self.tokens[whole].dep == labels.conjunct && first < and => {
                self.tokens[and].head = first as u32;
            }
            // "nine were dead and *40 others*, most of them boys, had been held": no part of what the nine were.
            Some(and) if self.are_others_beside(whole, verb) => {
                let state = self.head(whole);
                self.take_place(state, verb);
                self.attach(verb, state, labels.conjunct);
                self.tokens[and].head = state as u32;
            }
            _ if self.head(whole) == verb && self.tokens[whole].dep == dep => {}
            // "said ten men, *some of them* guards, had left": the parser takes them for what is said.
            _ if self.head(whole) == self.head(verb)
                && self.tokens[whole].dep == labels.object
                && self.tokens[verb].dep == labels.complement => {}
            _ => return,
        }
        self.attach(whole, verb, dep);
        self.attach(share, whole, labels.apposition);
    }

    /// Whether people whom the parser adds to a state before a verb are those of whom the verb is told.
    fn are_others_beside(&self, people: usize, verb: usize) -> bool {
        let state = self.head(people);
        self.symbols.get(self.tokens[people].dep) == "attr"
            && state < people
            && self.tokens[state].dep == self.labels.complement
            && self.head(state) == verb
            && self.subject(state, 0..state).is_some()
    }

    /// "Ten people were hurt, *three of them* guards struck by stones": the first clause has its verb, the share is said of
    /// its subject.
    fn describe_share_of_them(&mut self, share: usize) {
        let labels = self.labels;
        let them = self.head(share);
        let participle = self.head(them);
        let Some(told) = self.passive_before(share) else {
            return;
        };
        let bare = self.tokens[them].dep == labels.subject
            && participle == them + 1
            && self.tag(participle) == "VBN"
            && self.head(told) == participle;
        let Some(whole) = self.subject(told, 0..told).filter(|_| bare) else {
            return;
        };
        self.take_place(told, participle);
        for child in self.children(participle, 0..self.tokens.len()) {
            if child < share || self.lower(child) == "." {
                self.tokens[child].head = told as u32;
            }
        }
        self.attach(share, whole, labels.apposition);
        self.attach(them, share, labels.apposition);
        self.attach(participle, them, labels.modifier_clause);
    }

    /// The passive with a subject of its own that ends right before the comma before a word.
    fn passive_before(&self, word: usize) -> Option<usize> {
        let verb = word.checked_sub(2)?;
        (self.tag(verb) == "VBN" && self.is_passive(verb, 0..verb)).then_some(verb)
    }

    /// "A man and a girl *of 12* suffered burns(, the mayor said)": her age, and no number of burns; what stands behind is
    /// the verb.
    pub(super) fn read_number_as_age(&mut self, number: usize) {
        const HURT: [&str; 4] = ["receive", "suffer", "sustain", "undergo"];
        let labels = self.labels;
        let verb = number + 1;
        let Some((person, of)) = number.checked_sub(2).map(|person| (person, number - 1)) else {
            return;
        };
        if verb >= self.tokens.len() || self.lower(of) != "of" || !self.lemma_in(verb, &HURT) {
            return;
        }
        let borne = self.head(verb);
        let counts = self.tokens[number].dep == labels.number
            && self.head(number) == borne
            && self.head(borne) == of;
        let misread = counts || self.tokens[verb].dep == labels.adjectival;
        if borne <= verb || !misread || !self.is_somebody(person) {
            return;
        }
        let doer = self.first_listed(person);
        let above = self.head(doer);
        let speaks = self.tokens[doer].dep == labels.subject
            && above > borne
            && self.tokens[above].pos == Pos::Verb
            && self.child(above, borne..above, labels.subject).is_some();
        if above == doer || self.tokens[doer].dep == labels.complement {
            self.take_place(verb, doer);
        } else if speaks {
            self.attach(verb, above, labels.complement);
        } else {
            return;
        }
        for child in self.children(doer, verb + 1..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
            if self.tokens[child].dep == labels.relative {
                self.tokens[child].dep = labels.adverbial;
            }
        }
        self.attach(doer, verb, labels.subject);
        self.attach(borne, verb, labels.object);
        self.attach(number, of, labels.prepositional_object);
        self.attach(of, person, labels.prepositional);
        self.tokens[verb].tag = labels.past;
        self.tokens[verb].pos = Pos::Verb;
    }

    /// "found a soldier extradited from Ruvia *guilty* of murder": so he was found, and not so extradited.
    pub(super) fn tell_finding(&mut self, state: usize) {
        let labels = self.labels;
        let described = self.head(state);
        if !matches!(self.lower(state).as_str(), "guilty" | "innocent") || described >= state {
            return;
        }
        let participle = matches!(self.tag(described), "VBN" | "VBD");
        let found = self.above(described, 2, |v| self.lower(v) == "found" && v < described);
        let Some(found) = found.filter(|_| participle) else {
            return;
        };
        let accused = if self.tokens[described].dep == labels.modifier_clause {
            Some(self.head(described)).filter(|&a| self.head(a) == found)
        } else {
            self.subject(described, found..described)
        };
        let Some(accused) = accused else { return };
        self.attach(described, accused, labels.modifier_clause);
        self.tokens[described].tag = labels.participle;
        self.attach(accused, state, labels.subject);
        self.attach(state, found, labels.complement);
        for child in self.children(described, state..self.tokens.len()) {
            self.tokens[child].head = found as u32;
        }
        for child in self.children(accused, state..self.tokens.len()) {
            self.attach(child, found, labels.adverbial);
        }
    }

    /// "have *tortured* prisoners", "denied having *targeted* them": they did it, and own no prisoners of that sort.
    pub(super) fn read_as_perfect(&mut self, participle: usize) {
        // "have wounded men among them", "had displaced families to feed"
        const STATES: [&str; 6] = ["displace", "find", "hurt", "injure", "trap", "wound"];
        let labels = self.labels;
        let Some(have) = participle.checked_sub(1) else {
            return;
        };
        let whom = self.head(participle);
        let done = self.tokens[participle].dep == labels.adjectival
            && whom == participle + 1
            && self.lemma_in(have, &["have"])
            && self.head(whom) == have
            && self.tokens[whom].dep == labels.object
            && (self.lemma_in(participle, UNDERGONE)
                || self.lemma_in(
                    participle,
                    &[
                        "capture",
                        "destroy",
                        "freeze",
                        "halt",
                        "impose",
                        "launch",
                        "rape",
                        "recapture",
                        "seize",
                        "suspend",
                        "target",
                        "torture",
                    ],
                ))
            && !self.lemma_in(participle, &STATES);
        let Some(aux) = self.symbols.find("aux").filter(|_| done) else {
            return;
        };
        self.take_place(participle, have);
        for child in self.children(have, 0..self.tokens.len()) {
            if child != participle {
                self.tokens[child].head = participle as u32;
            }
        }
        self.attach(have, participle, aux);
        self.tokens[have].pos = Pos::Aux;
        self.attach(whom, participle, labels.object);
        self.tokens[participle].pos = Pos::Verb;
    }

    /// "police arrest *ten* over a shooting": so many, and not how far.
    pub(super) fn read_number_as_object(&mut self, number: usize) {
        let labels = self.labels;
        let verb = self.head(number);
        let count = self.tokens.len();
        let beside = self.symbols.get(self.tokens[number].dep) == "npadvmod"
            && verb + 1 == number
            && self.lemma_in(verb, UNDERGONE)
            && self.child(verb, number + 1..count, labels.object).is_none()
            && self
                .tokens
                .get(number + 1)
                .is_none_or(|next| matches!(next.pos, Pos::Adp | Pos::Punct | Pos::Sconj));
        if beside {
            for child in self.children(number, number + 1..count) {
                self.tokens[child].head = verb as u32;
            }
            self.tokens[number].dep = labels.object;
        }
    }

    /// "two men fatally *shot* after a concert", "named a woman fatally *shot* there": what describes a noun and has no
    /// subject is no finite verb, and whom police name is their object.
    pub(super) fn read_description_as_participle(&mut self, verb: usize) {
        let labels = self.labels;
        let whole = 0..self.tokens.len();
        let dep = self.tokens[verb].dep;
        let subject = self.subject(verb, whole);
        if dep == labels.modifier_clause && subject.is_none() && self.lemma_in(verb, UNDERGONE) {
            self.tokens[verb].tag = labels.participle;
            return;
        }
        let naming = self.head(verb);
        let named = naming < verb
            && self.lemma_in(naming, &["identify", "name"])
            && self.is_bare_past(verb, UNDERGONE)
            && self.child(verb, naming..verb, labels.mark).is_none();
        let own = self.child(naming, naming..verb, labels.object);
        let whom = match (subject, own) {
            (Some(subject), None) if dep == labels.complement && subject > naming => subject,
            (None, Some(object)) if dep == labels.unlabelled || dep == labels.adverbial => object,
            _ => return,
        };
        if named {
            self.attach(whom, naming, labels.object);
            self.attach(verb, whom, labels.modifier_clause);
            self.tokens[verb].tag = labels.participle;
        }
    }

    /// "the family of a 16-year-old *shot* and killed by an officer": he was, and is no shot of that age.
    pub(super) fn describe_the_aged(&mut self, shot: usize) {
        let labels = self.labels;
        let Some(old) = shot.checked_sub(1) else {
            return;
        };
        let aged = self.lower(shot) == "shot"
            && self.tag(shot) == "NN"
            && self.head(old) == shot
            && self.ends_age(old);
        let next = shot + 1;
        let undergone = next < self.tokens.len()
            && matches!(
                self.lower(next).as_str(),
                "and"
                    | "at"
                    | "by"
                    | "dead"
                    | "during"
                    | "in"
                    | "inside"
                    | "on"
                    | "outside"
                    | "while"
            );
        if !aged || !undergone {
            return;
        }
        let count = self.tokens.len();
        let (before, behind) = (
            self.children(shot, 0..old),
            self.children(shot, next..count),
        );
        self.take_place(old, shot);
        self.tokens[old].pos = Pos::Noun;
        self.tokens[old].tag = labels.singular;
        for child in before {
            self.tokens[child].head = old as u32;
        }
        self.attach(shot, old, labels.modifier_clause);
        self.tokens[shot].pos = Pos::Verb;
        self.tokens[shot].tag = labels.participle;
        self.tokens[shot].lemma = "shoot".into();
        for child in behind {
            self.tokens[child].head = shot as u32;
        }
        // "and *killed*"
        let killed = shot + 2;
        if self.lower(next) == "and" && killed < count && self.tag(killed) == "VBN" {
            self.attach(killed, shot, labels.conjunct);
            self.tokens[next].head = shot as u32;
        }
    }

    /// "had their throats *slit*": what was done to them, not how they were.
    pub(super) fn read_as_had_done(&mut self, state: usize) {
        let labels = self.labels;
        let had = self.head(state);
        let subject = self.child(state, had..state, labels.subject);
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

    /// "was beaten by a mob that suspected him of theft and *died*": who is beaten dies, not who beats.
    pub(super) fn give_the_dead_their_verb(&mut self, verb: usize) {
        let labels = self.labels;
        let joined = self.head(verb);
        let doer = self.head(joined);
        let by = self.head(doer);
        let harm = self.head(by);
        let of_doer = self.tokens[verb].dep == labels.conjunct
            && self.lemma_in(verb, &["die", "succumb"])
            && self.tokens[joined].dep == self.labels.relative
            && self.symbols.get(self.tokens[by].dep) == "agent"
            && self.tokens[doer].dep == labels.prepositional_object;
        let has_subject = self.child(verb, joined..verb, labels.subject).is_some();
        if of_doer && !has_subject {
            self.tokens[verb].head = harm as u32;
        }
    }

    /// "handed *over* three hostages": given, and not more than three.
    pub(super) fn hand_over_the_counted(&mut self, particle: usize) {
        let Some(verb) = particle.checked_sub(1) else {
            return;
        };
        let counts = self.symbols.get(self.tokens[particle].dep) == "quantmod";
        let given = self.lower(particle) == "over" && self.lemma_in(verb, &["hand", "turn"]);
        if let Some(label) = self.symbols.find("prt").filter(|_| counts && given) {
            self.attach(particle, verb, label);
        }
    }

    pub(super) fn is_nominal_word(&self, i: usize) -> bool {
        matches!(self.tokens[i].pos, Pos::Noun | Pos::Propn | Pos::Pron)
    }
}
