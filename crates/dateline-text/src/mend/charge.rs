//! What accusations and results hang on.

use super::Tree;
use crate::document::Pos;
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

/// What a deed or an accident does to people.
pub(super) const RESULTS: [&str; 7] = [
    "kill", "wound", "injure", "hurt", "leave", "damage", "destroy",
];

impl Tree<'_> {
    /// "held on *spying* charges": what sort of charges they are, and nothing that is done to them.
    pub(super) fn read_gerund_as_crime(&mut self, crime: usize) {
        let labels = self.labels;
        let charges = crime + 1;
        let link = self.head(crime);
        let named = charges < self.tokens.len()
            && self.tokens[crime].dep == labels.gerund
            && link + 1 == crime
            && self.lower(link) == "on"
            && self.head(charges) == crime
            && self.tokens[charges].dep == labels.object
            && matches!(
                self.lower(charges).as_str(),
                "charges" | "counts" | "suspicions"
            );
        if named {
            self.read_as_noun(crime);
            self.attach(charges, link, labels.prepositional_object);
            self.attach(crime, charges, labels.compound);
        }
    }

    /// "held the minister *responsible* for it": that is how they hold him, and no minister of a sort.
    pub(super) fn read_blame_as_predicate(&mut self, blame: usize) {
        let labels = self.labels;
        let held = self.head(blame);
        let verb = self.head(held);
        let blamed = held < blame
            && matches!(
                self.lower(blame).as_str(),
                "responsible" | "accountable" | "liable"
            )
            && self.tokens[blame].dep == labels.adjectival
            && self.tokens[held].dep == labels.object
            && self.lemma_in(verb, &["hold"]);
        if blamed {
            self.attach(blame, verb, labels.predicate);
        }
    }

    /// "accused the army *of shelling* a town": the charge hangs on the verb, not on the accused.
    pub(super) fn hang_charge_on_verb(&mut self, charge: usize) {
        let preposition = self.head(charge);
        let accused = self.head(preposition);
        let verb = self.head(accused);
        let labels = self.labels;
        let dep = self.symbols.get(self.tokens[charge].dep);
        let with_object = self
            .child(charge, charge + 1..self.tokens.len(), labels.object)
            .is_some();
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
            self.tokens[charge].dep = labels.gerund;
        }
    }

    /// "The chair of the union, Dismas Welo, *accused* firms of hiring thugs": in a sentence that has no other verb, somebody
    /// does it, and no firms are accused.
    pub(super) fn give_sentence_its_verb(&mut self, verb: usize) {
        const SAID: [&str; 9] = [
            "accuse",
            "blame",
            "condemn",
            "criticise",
            "criticize",
            "denounce",
            "reject",
            "urge",
            "warn",
        ];
        let labels = self.labels;
        let object = self.head(verb);
        let count = self.tokens.len();
        let described = self.tokens[verb].dep == labels.adjectival
            && object > verb
            && self.lower(verb.saturating_sub(1)) == ","
            && self.lemma_in(verb, &SAID);
        if !described {
            return;
        }
        let root = self.root_of(object);
        let opens = root < verb
            && self.is_noun(root)
            && (root..verb).all(|i| self.tokens[i].pos != Pos::Verb);
        if !opens {
            return;
        }
        self.tokens[verb].tag = labels.past;
        self.tokens[verb].pos = Pos::Verb;
        self.raise_over(verb, root, labels.subject);
        for child in self.children(object, object + 1..count) {
            if self.tokens[child].dep == labels.prepositional {
                self.tokens[child].head = verb as u32;
            }
        }
        self.attach(object, verb, labels.object);
    }

    /// "accused *Danese* border guards of firing": nobody is accused to somebody, so a name right before the accused is theirs.
    pub(super) fn give_name_to_the_accused(&mut self, name: usize) {
        let labels = self.labels;
        let verb = self.head(name);
        if self.tokens[name].dep != labels.receiver
            || verb >= name
            || !self.lemma_in(verb, &["accuse", "blame", "condemn", "arrest", "detain"])
        {
            return;
        }
        let accused = self.child(verb, name + 1..self.tokens.len(), labels.object);
        if let Some(accused) = accused.filter(|&a| self.leftmost(a) == name + 1) {
            self.attach(name, accused, labels.compound);
        }
    }

    /// "accused the guards of *beating* prisoners": the prisoners are not beating anybody.
    pub(super) fn read_modifier_as_charge(&mut self, charge: usize) {
        let labels = self.labels;
        let Some(preposition) = charge.checked_sub(1) else {
            return;
        };
        let object = self.head(charge);
        let described = self.tokens[charge].dep == labels.compound
            || self.tokens[charge].dep == labels.adjectival;
        let governed = object > charge
            && self.head(object) == preposition
            && self.tokens[object].dep == labels.prepositional_object;
        let accused = self.head(preposition);
        let verb = if self.lemma_in(accused, &ACCUSING) {
            accused
        } else {
            self.head(accused)
        };
        if !described
            || !governed
            || self.lower(preposition) != "of"
            || !self.lemma_in(verb, &ACCUSING)
        {
            return;
        }
        if self.tag(charge) == "JJ" {
            let gerund = self
                .symbols
                .find("VBG")
                .filter(|_| self.lower(charge).ends_with("ing"));
            let Some(gerund) = gerund else { return };
            self.tokens[charge].tag = gerund;
            self.tokens[charge].lemma = "".into();
        }
        self.tokens[charge].pos = Pos::Verb;
        self.attach(charge, preposition, labels.gerund);
        self.attach(object, charge, labels.object);
        self.tokens[preposition].head = verb as u32;
        for child in self.children(object, object + 1..self.tokens.len()) {
            if self.symbols.get(self.tokens[child].dep) == "punct" {
                self.tokens[child].head = charge as u32;
            }
        }
    }

    /// "sentenced to life imprisonment *for* the murder of a nun": what for, and not what sort of imprisonment.
    pub(super) fn hang_ground_on_sentence(&mut self, preposition: usize) {
        let labels = self.labels;
        let punishment = self.head(preposition);
        let to = self.head(punishment);
        let verb = self.head(to);
        let misplaced = self.lower(preposition) == "for"
            && self.tokens[preposition].dep == labels.prepositional
            && punishment < preposition
            && self.tokens[punishment].dep == labels.prepositional_object
            && self.lower(to) == "to"
            && verb < to
            && self.lemma_in(verb, &["condemn", "sentence"]);
        if misplaced {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "is on trial in Kalem *for* bombing a market": the trial is for that, wherever it is held.
    pub(super) fn hang_charge_on_trial(&mut self, preposition: usize) {
        let labels = self.labels;
        let tried = self.head(preposition);
        if !matches!(&*self.lower(preposition), "for" | "over")
            || self.tokens[preposition].dep != labels.prepositional
            || tried >= preposition
        {
            return;
        }
        let trial = (tried + 1..preposition).rev().find(|&t| {
            let link = self.head(t);
            let on_trial = self.tokens[t].dep == labels.prepositional_object
                && self.lower(link) == "on"
                && self.head(link) == tried;
            let faces_trial = self.tokens[t].dep == labels.object && link == tried;
            self.lower(t) == "trial" && (on_trial || faces_trial)
        });
        if let Some(trial) = trial {
            self.attach(preposition, trial, labels.prepositional);
        }
    }

    /// "extradited a trafficker *for* ordering a murder", "froze the accounts of a trader *for* financing rebels": what for,
    /// and not what sort of trader.
    pub(super) fn hang_ground_on_verb(&mut self, deed: usize) {
        let labels = self.labels;
        let preposition = self.head(deed);
        let somebody = self.head(preposition);
        let human = noun_classes(&self.tokens[somebody].lemma).meets(ClassSet::HUMAN);
        if self.lower(preposition) != "for"
            || self.tokens[deed].dep != labels.gerund
            || somebody >= preposition
            || !human
        {
            return;
        }
        let mut object = somebody;
        if self.tokens[somebody].dep == labels.prepositional_object
            && self.lower(self.head(somebody)) == "of"
        {
            object = self.head(self.head(somebody));
        }
        let verb = self.head(object);
        if self.tokens[object].dep == labels.object && verb < object {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "jailed three mayors *for* alleged links to the rebels": what for, and not what sort of mayors; a minister for
    /// defence stays one.
    pub(super) fn hang_reason_on_punishment(&mut self, preposition: usize) {
        const PUNISHING: &[&str] = &[
            "arrest",
            "blame",
            "condemn",
            "criticise",
            "criticize",
            "deport",
            "detain",
            "dismiss",
            "execute",
            "expel",
            "fine",
            "imprison",
            "jail",
            "kill",
            "punish",
            "sack",
            "sanction",
            "sentence",
        ];
        const FOR_A_FIELD: &[&str] = &[
            "adviser",
            "candidate",
            "commissioner",
            "coordinator",
            "delegate",
            "director",
            "envoy",
            "minister",
            "officer",
            "official",
            "rapporteur",
            "representative",
            "secretary",
            "spokesman",
            "spokesperson",
            "spokeswoman",
        ];
        let labels = self.labels;
        let somebody = self.head(preposition);
        let verb = self.head(somebody);
        let reason = self.child(
            preposition,
            preposition + 1..self.tokens.len(),
            labels.prepositional_object,
        );
        let misplaced = self.lower(preposition) == "for"
            && somebody < preposition
            && self.tokens[somebody].dep == labels.object
            && verb < somebody
            && self.lemma_in(verb, PUNISHING)
            && !self.lemma_in(somebody, FOR_A_FIELD)
            && noun_classes(&self.tokens[somebody].lemma).meets(ClassSet::HUMAN);
        let grounds = ClassSet::of(&[NounClass::Abstract, NounClass::Event]);
        if misplaced && reason.is_some_and(|r| noun_classes(&self.tokens[r].lemma).meets(grounds)) {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "suspect a wing of the Tarnia Front *of* burning mills": nobody is of a deed, so that it is what the accused is
    /// accused of.
    fn hang_deed_on_accusing(&mut self, preposition: usize) {
        let labels = self.labels;
        let deed = self.child(preposition, preposition..self.tokens.len(), labels.gerund);
        let owner = self.head(preposition);
        let of_somebody = self.lower(preposition) == "of"
            && deed.is_some_and(|d| self.tag(d) == "VBG")
            && self.tokens[owner].dep == labels.prepositional_object
            && (self.tokens[owner].pos == Pos::Propn
                || noun_classes(&self.tokens[owner].lemma).meets(ClassSet::AGENT));
        if !of_somebody {
            return;
        }
        let Some(verb) = self.above(owner, 4, |v| self.lemma_in(v, &ACCUSING)) else {
            return;
        };
        let charged = self
            .children(verb, verb..preposition)
            .iter()
            .any(|&c| self.lower(c) == "of");
        if verb < owner && !charged {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "accused both sides *of* war crimes": the sides are not the crimes'.
    pub(super) fn hang_crime_on_verb(&mut self, preposition: usize) {
        self.hang_deed_on_accusing(preposition);
        let labels = self.labels;
        let accused = self.head(preposition);
        let verb = self.head(accused);
        // "was charged in federal complaints *with* murder": what is in a complaint is the charge.
        let filed = self.lower(preposition) == "with"
            && self.tokens[accused].dep == labels.prepositional_object
            && self.lemma_in(
                accused,
                &[
                    "complaint",
                    "indictment",
                    "court",
                    "case",
                    "connection",
                    "county",
                    "warrant",
                    "death",
                    "killing",
                    "shooting",
                    "attack",
                ],
            )
            && matches!(self.lower(verb).as_str(), "in" | "over" | "after")
            && self.lemma_in(self.head(verb), &["charge"]);
        // "was charged by police *with* assault": whoever charges him has not done it.
        let charges = match self.lower(preposition).as_str() {
            "with" => self.lemma_in(self.head(verb), &["charge"]),
            "of" => self.lemma_in(self.head(verb), &["accuse", "convict", "suspect", "acquit"]),
            _ => false,
        };
        let by = charges
            && self.tokens[accused].dep == labels.prepositional_object
            && self.symbols.get(self.tokens[verb].dep) == "agent";
        if filed || by {
            self.tokens[preposition].head = self.head(verb) as u32;
            return;
        }
        if self.lower(preposition) != "of"
            || self.tokens[preposition].dep != labels.prepositional
            || self.tokens[accused].dep != labels.object
            || !self.lemma_in(
                verb,
                &[
                    "accuse",
                    "suspect",
                    "convict",
                    "acquit",
                    "absolve",
                    "clear",
                    "exonerate",
                    // "stripped forty people *of* their citizenship"
                    "strip",
                    "deprive",
                    "rob",
                ],
            )
        {
            return;
        }
        let within = preposition..self.tokens.len();
        let Some(crime) = self.child(preposition, within, labels.prepositional_object) else {
            return;
        };
        // "the minister *of* justice of fraud": the last one names the crime.
        let another = (crime + 1..self.tokens.len())
            .any(|i| self.lower(i) == "of" && (self.head(i) == accused || self.head(i) == verb));
        let somebodys = ClassSet::AGENT.union(ClassSet::of(&[
            NounClass::Person,
            NounClass::People,
            NounClass::Place,
            NounClass::Facility,
        ]));
        let known = noun_classes(&self.tokens[crime].lemma.to_lowercase());
        let named = self.tokens[crime].pos == Pos::Propn;
        if !another && !named && !known.meets(somebodys) {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "rammed a car packed with explosives *into* a bus": where it was driven, not where it was packed.
    pub(super) fn hang_target_on_verb(&mut self, preposition: usize) {
        if self.lower(preposition) != "into" {
            return;
        }
        self.hang_on_verb_of_object(
            preposition,
            &["ram", "drive", "plough", "plow", "crash", "steer", "smash"],
        );
    }

    /// "launched nine drones and two missiles *at* Kalem": all of them, and not the last alone.
    pub(super) fn hang_target_of_row_on_verb(&mut self, preposition: usize) {
        let labels = self.labels;
        let last = self.head(preposition);
        let first = self.head(last);
        let verb = self.head(first);
        let arms = |noun: usize| noun_classes(&self.tokens[noun].lemma).meets(ClassSet::ARMS);
        let aimed = matches!(
            self.lower(preposition).as_str(),
            "at" | "on" | "against" | "into"
        ) && last < preposition
            && self.tokens[last].dep == labels.conjunct
            && self.tokens[first].dep == labels.object
            && verb < first
            && arms(last)
            && arms(first)
            && self.lemma_in(
                verb,
                &[
                    "drop", "fire", "hurl", "launch", "lob", "send", "throw", "unleash",
                ],
            );
        if aimed {
            self.tokens[preposition].head = verb as u32;
        }
    }

    /// "a strike with long-range weapons *on* airfields", "opened up with mortars and guns *on* a post": that was on them.
    pub(super) fn hang_target_on_strike(&mut self, preposition: usize) {
        let means = self.first_listed(self.head(preposition));
        let with = self.head(means);
        let strike = self.head(with);
        if matches!(self.lower(preposition).as_str(), "on" | "against")
            && self.tokens[means].dep == self.labels.prepositional_object
            && matches!(self.lower(with).as_str(), "with" | "by")
            && strike < with
            && self.lemma_in(strike, &["attack", "open", "raid", "strike"])
            && noun_classes(&self.tokens[means].lemma).meets(ClassSet::ARMS)
        {
            self.tokens[preposition].head = strike as u32;
        }
    }

    /// "hit sparsely settled valleys *with* rockets": what is struck has none, whoever strikes it does.
    pub(super) fn hang_weapon_on_verb(&mut self, preposition: usize) {
        if self.lower(preposition) != "with" {
            return;
        }
        let struck = self.head(preposition);
        let weapon = self.child(
            preposition,
            preposition..self.tokens.len(),
            self.labels.prepositional_object,
        );
        let armed =
            weapon.is_some_and(|w| noun_classes(&self.tokens[w].lemma).meets(ClassSet::ARMS));
        // "attacked men *with guns*", "hit a lorry *with rockets*": they may be theirs.
        let bears_arms = noun_classes(&self.tokens[struck].lemma).meets(ClassSet::HUMAN)
            || noun_classes(&self.tokens[struck].lemma).has(NounClass::Vehicle);
        if armed && !bears_arms && self.tokens[struck].dep == self.labels.object {
            self.hang_on_verb_of_object(
                preposition,
                &[
                    "attack", "bomb", "bombard", "hit", "pound", "pummel", "shell", "strike",
                    "target",
                ],
            );
        }
    }

    /// Hangs a preposition that stands somewhere within the object of one of these verbs on that verb.
    fn hang_on_verb_of_object(&mut self, preposition: usize, verbs: &[&str]) {
        let mut at = self.head(preposition);
        for _ in 0..4 {
            let above = self.head(at);
            if self.tokens[at].dep == self.labels.object && self.lemma_in(above, verbs) {
                self.tokens[preposition].head = above as u32;
                return;
            }
            at = above;
        }
    }

    /// "was indicted for murder *by a grand jury*", "convicted of killing two *by a court* on Friday": the jury indicts, and
    /// murders nobody, and what stands behind it tells when.
    pub(super) fn hang_court_on_charge(&mut self, by: usize) {
        const COURTS: [&str; 12] = [
            "attorney",
            "authority",
            "commission",
            "court",
            "detective",
            "judge",
            "jury",
            "magistrate",
            "panel",
            "police",
            "prosecutor",
            "tribunal",
        ];
        const CHARGED: [&str; 12] = [
            "accuse", "acquit", "arraign", "arrest", "book", "charge", "convict", "detain",
            "indict", "sentence", "try", "want",
        ];
        let labels = self.labels;
        let mut crime = self.head(by);
        if self.tokens[crime].dep == labels.object && self.head(crime) < crime {
            crime = self.head(crime);
        }
        let link = self.head(crime);
        let verb = self.head(link);
        let count = self.tokens.len();
        let court = self.child(by, by..count, labels.prepositional_object);
        let charged = self.lower(by) == "by"
            && [labels.prepositional_object, labels.gerund].contains(&self.tokens[crime].dep)
            && matches!(self.lower(link).as_str(), "for" | "on" | "with" | "of")
            && self.lemma_in(verb, &CHARGED)
            && self.is_passive(verb, 0..verb)
            && court.is_some_and(|c| self.lemma_in(c, &COURTS));
        if let Some(agent) = self.symbols.find("agent").filter(|_| charged) {
            self.attach(by, verb, agent);
            for when in self.children(crime, by + 1..count) {
                if self.tokens[when].dep == labels.prepositional {
                    self.tokens[when].head = verb as u32;
                }
            }
        }
    }

    /// "documents rape and torture *by soldiers*": an active verb has no doer behind it, the happening has.
    pub(super) fn hang_doer_on_event(&mut self, preposition: usize) {
        let labels = self.labels;
        let verb = self.head(preposition);
        if self.lower(preposition) != "by" || verb >= preposition || preposition == 0 {
            return;
        }
        let agent = self.symbols.get(self.tokens[preposition].dep) == "agent";
        let count = self.tokens.len();
        // "had lost ten men in an ambush *by rebels*"
        let perfect = self.tag(verb) == "VBN"
            && self.tokens[verb].dep != labels.modifier_clause
            && !self.is_passive(verb, 0..count);
        let active = (perfect || matches!(self.tag(verb), "VBD" | "VBZ" | "VBP" | "VB" | "VBG"))
            && (agent || self.tokens[preposition].dep == labels.prepositional);
        let doer = self.child(preposition, preposition..count, labels.prepositional_object);
        let object = self.child(verb, verb..preposition, labels.object);
        // "condemned the shelling of Kalem *by the army*"
        let done_to = self.above(preposition - 1, 2, |above| {
            self.tokens[preposition - 1].dep == labels.prepositional_object
                && Some(above) == object
                && noun_classes(&self.tokens[above].lemma).has(NounClass::Event)
        });
        let event = done_to.unwrap_or(preposition - 1);
        // "suffered losses in an offensive *by the guards*"
        let behind = self.tokens[event].dep == labels.prepositional_object
            && self.within(event, verb)
            && noun_classes(&self.tokens[event].lemma).has(NounClass::Event);
        if active
            && object.is_some_and(|o| behind || self.within(event, o))
            && self.tokens[event].pos == Pos::Noun
            && !noun_classes(&self.tokens[event].lemma).meets(ClassSet::HUMAN)
            && doer.is_some_and(|d| self.is_somebody(d))
        {
            self.attach(preposition, event, labels.prepositional);
        }
    }

    /// "He was standing at a stop when a gunman opened fire, *hitting* him": who was standing there is hit, and the deed
    /// that broke in on it hits him.
    pub(super) fn hang_result_on_what_broke_in(&mut self, result: usize) {
        const RESULTS: [&str; 12] = [
            "break", "fracture", "hit", "hurt", "injure", "kill", "leave", "maim", "shoot", "stab",
            "strike", "wound",
        ];
        let labels = self.labels;
        let meanwhile = self.head(result);
        let set_apart = result > 0 && self.lower(result - 1) == ",";
        let going_on = self.tag(meanwhile) == "VBG" || self.lemma_in(meanwhile, &["be"]);
        if self.tokens[result].dep != labels.adverbial
            || meanwhile >= result
            || !set_apart
            || !going_on
            || !self.lemma_in(result, &RESULTS)
        {
            return;
        }
        let broke_in = self
            .children(meanwhile, meanwhile + 1..result)
            .into_iter()
            .rfind(|&deed| {
                self.tokens[deed].dep == labels.adverbial
                    && self.subject(deed, meanwhile + 1..deed).is_some()
                    && (meanwhile + 1..deed)
                        .any(|w| self.head(w) == deed && self.lower(w) == "when")
                    && (deed + 1..result - 1).all(|i| self.within(i, deed))
            });
        if let Some(deed) = broke_in {
            self.tokens[result].head = deed as u32;
        }
    }

    /// "detonated a mine as voting began, *killing* six": what began hurts nobody, the deed of that hour does.
    pub(super) fn hang_result_behind_hour(&mut self, result: usize) {
        const PHASES: [&str; 8] = [
            "begin", "close", "conclude", "end", "finish", "open", "resume", "start",
        ];
        const RESULTS: [&str; 6] = ["hurt", "injure", "kill", "leave", "maim", "wound"];
        let labels = self.labels;
        let hour = self.head(result);
        let deed = self.head(hour);
        let told_when = self
            .children(hour, 0..hour)
            .into_iter()
            .any(|c| matches!(self.lower(c).as_str(), "as" | "when" | "while"));
        if self.tokens[result].dep == labels.adverbial
            && self.lemma_in(result, &RESULTS)
            && self.tokens[hour].dep == labels.adverbial
            && self.lemma_in(hour, &PHASES)
            && told_when
            && deed < hour
            && hour < result
        {
            self.tokens[result].head = deed as u32;
        }
    }

    /// "a strike in front *of* the ministry": what it is in front of, and not whose strike.
    pub(super) fn hang_of_on_phrase(&mut self, of: usize) {
        const PHRASES: [&str; 18] = [
            "anticipation",
            "behalf",
            "celebration",
            "charge",
            "commemoration",
            "defence",
            "defense",
            "defiance",
            "favor",
            "favour",
            "front",
            "honor",
            "honour",
            "memory",
            "pursuit",
            "search",
            "support",
            "violation",
        ];
        let labels = self.labels;
        let Some(noun) = of.checked_sub(1) else {
            return;
        };
        let bare = self.tokens[noun].dep == labels.prepositional_object
            && self.tokens[self.head(noun)].pos == Pos::Adp
            && self.head(noun) + 1 == noun
            && PHRASES.contains(&self.lower(noun).as_str());
        if bare && self.lower(of) == "of" && self.head(of) != noun {
            self.attach(of, noun, labels.prepositional);
        }
    }

    /// "clash *over* water": what sides fight about is no object of theirs.
    pub(super) fn read_over_as_preposition(&mut self, over: usize) {
        let labels = self.labels;
        let verb = self.head(over);
        let quarrels = self.lemma_in(
            verb,
            &[
                "argue", "battle", "clash", "duel", "feud", "fight", "protest", "quarrel",
                "scuffle", "spar", "strike",
            ],
        );
        let topic = self.child(verb, over..self.tokens.len(), labels.object);
        let topic = topic.filter(|_| quarrels && self.lower(over) == "over" && over == verb + 1);
        if let Some(topic) = topic {
            self.tokens[over].dep = labels.prepositional;
            self.attach(topic, over, labels.prepositional_object);
        }
    }

    /// "has carried out strikes since Monday *in* Kalem": where it was done, and no part of the day.
    pub(super) fn hang_place_behind_day(&mut self, preposition: usize) {
        const UNITS: [&str; 6] = ["day", "month", "summer", "week", "weekend", "year"];
        let labels = self.labels;
        let day = self.head(preposition);
        let count = self.tokens.len();
        let place = self.child(preposition, preposition..count, labels.prepositional_object);
        let of_day = day + 1 == preposition
            && (super::word::is_weekday(&self.lower(day)) || self.lemma_in(day, &UNITS))
            && self.tokens[day].dep == labels.prepositional_object;
        let placed = matches!(
            self.lower(preposition).as_str(),
            "in" | "near" | "at" | "across" | "outside"
        ) && place.is_some_and(|p| matches!(self.tag(p), "NNP" | "NNPS"));
        if !of_day || !placed {
            return;
        }
        let verb = self.above(day, 6, |v| self.tokens[v].pos == Pos::Verb && v < day);
        if let Some(verb) = verb {
            self.attach(preposition, verb, labels.prepositional);
        }
    }

    /// "one of those killed in an airstrike near Kalem, *Friday* was a leader": the day on which they were killed, and none
    /// on which somebody was something.
    pub(super) fn hang_day_on_described(&mut self, day: usize) {
        let labels = self.labels;
        let verb = self.head(day);
        let bare = super::word::is_weekday(&self.lower(day))
            && self.symbols.get(self.tokens[day].dep) == "npadvmod"
            && day < verb
            && self.tokens[verb].pos == Pos::Aux;
        let Some(subject) = self.subject(verb, 0..day).filter(|_| bare) else {
            return;
        };
        let deed = (subject..day).rev().find(|&i| {
            self.tokens[i].dep == labels.modifier_clause
                && self.tag(i) == "VBN"
                && self.within(i, subject)
        });
        let Some(deed) = deed else { return };
        let other = (deed + 1..day).any(|i| self.tokens[i].pos == Pos::Verb);
        if !other {
            self.tokens[day].head = deed as u32;
        }
    }

    /// "was in custody after a shooting Nov. 1, 2013, *at* the airport": there the shooting was.
    pub(super) fn hang_place_on_dated_happening(&mut self, preposition: usize) {
        const PARTS: [&str; 9] = [
            "afternoon",
            "day",
            "evening",
            "last",
            "late",
            "early",
            "morning",
            "night",
            "on",
        ];
        let labels = self.labels;
        let placed = matches!(
            self.lower(preposition).as_str(),
            "at" | "in" | "inside" | "near" | "on" | "outside"
        ) && self.tokens[preposition].dep == labels.prepositional;
        let governor = self.head(preposition);
        let far = governor < preposition;
        let count = self.tokens.len();
        let place = self.child(preposition, preposition..count, labels.prepositional_object);
        let when = |tree: &Self, i: usize| {
            let word = tree.lower(i);
            let word = word.trim_end_matches('.');
            super::word::is_weekday(word) || crate::time::is_month(word)
        };
        let Some(place) = place.filter(|&p| placed && far && !when(self, p)) else {
            return;
        };
        // "with murder Thursday *in connection* with a raid", "on Friday *at 10 p.m.*"
        let somewhere = matches!(self.tag(place), "NNP" | "NNPS")
            || noun_classes(&self.tokens[place].lemma).meets(ClassSet::of(&[
                NounClass::Facility,
                NounClass::Place,
                NounClass::Vehicle,
            ]));
        if !somewhere {
            return;
        }
        let of_date = |tree: &Self, i: usize| {
            let word = tree.lower(i);
            word == "," || tree.tag(i) == "CD" || PARTS.contains(&word.as_str()) || when(tree, i)
        };
        let mut start = preposition;
        while start > 0 && of_date(self, start - 1) {
            start -= 1;
        }
        let dated = (start..preposition).any(|i| when(self, i));
        let Some(event) = start.checked_sub(1).filter(|_| dated) else {
            return;
        };
        let link = self.head(event);
        let happening = self.tokens[event].pos == Pos::Noun
            && noun_classes(&self.tokens[event].lemma).has(NounClass::Event)
            && self.tokens[event].dep == labels.prepositional_object
            && matches!(
                self.lower(link).as_str(),
                "after" | "during" | "following" | "from" | "in" | "of" | "over" | "to" | "with"
            );
        // "suspects in a robbery Monday evening *on* Grand Avenue" hangs both on the suspects.
        let verbal = matches!(self.tokens[governor].pos, Pos::Verb | Pos::Aux | Pos::Adj);
        let holder = self.is_noun(governor) && self.head(link) == governor;
        if happening && event > governor && self.within(event, governor) && (verbal || holder) {
            self.attach(preposition, event, labels.prepositional);
            for i in start..preposition {
                if holder && self.head(i) == governor && self.tokens[i].pos != Pos::Punct {
                    self.tokens[i].head = event as u32;
                }
            }
        }
    }

    /// "called *in* a joint statement for restraint": nobody calls the statement in.
    pub(super) fn read_in_as_preposition(&mut self, particle: usize) {
        const SAID_IN: [&str; 13] = [
            "address",
            "communique",
            "declaration",
            "editorial",
            "interview",
            "letter",
            "message",
            "note",
            "report",
            "resolution",
            "sermon",
            "speech",
            "statement",
        ];
        let labels = self.labels;
        let verb = self.head(particle);
        let count = self.tokens.len();
        let document = self
            .child(verb, particle..count, labels.object)
            .or_else(|| self.child(particle, particle..count, labels.prepositional_object));
        let document = document.filter(|&d| {
            self.lower(particle) == "in"
                && self.lemma_in(verb, &["call"])
                && self.lemma_in(d, &SAID_IN)
        });
        let Some(document) = document else {
            return;
        };
        self.tokens[particle].dep = labels.prepositional;
        self.attach(document, particle, labels.prepositional_object);
        for link in self.children(document, document..count) {
            if self.lower(link) == "for" {
                self.attach(link, verb, labels.prepositional);
            }
        }
    }

    /// "Ruvia and Danu *on* Friday called for a truce": the day before a verb is when they called, and no part of
    /// who did.
    pub(super) fn hang_day_before_verb(&mut self, on: usize) {
        let labels = self.labels;
        let name = self.head(on);
        let count = self.tokens.len();
        let day = self.child(on, on..count, labels.prepositional_object);
        let Some(day) = day.filter(|&d| d == on + 1 && super::word::is_weekday(&self.lower(d)))
        else {
            return;
        };
        let named = matches!(self.tag(name), "NNP" | "NNPS") || self.is_somebody(name);
        if self.lower(on) != "on" || !named || name >= on {
            return;
        }
        let subject = self.first_listed(name);
        let verb = self.head(subject);
        let does = self.tokens[subject].dep == labels.subject
            || self.tokens[subject].dep == labels.passive_subject;
        let next = day + 1 < count
            && (day + 1 == verb
                || self.head(day + 1) == verb && self.tokens[day + 1].pos == Pos::Aux);
        if does && next && verb > day {
            self.attach(on, verb, labels.prepositional);
        }
    }

    /// "was seized *off* Ruvia": what governs a noun is no particle.
    pub(super) fn read_particle_as_preposition(&mut self, particle: usize) {
        let governs = self
            .child(
                particle,
                particle..self.tokens.len(),
                self.labels.prepositional_object,
            )
            .is_some();
        if governs && self.symbols.get(self.tokens[particle].dep) == "prt" {
            self.tokens[particle].dep = self.labels.prepositional;
        }
    }

    /// "opened fire without warning *on* civilians": nobody was warned, and they were fired on.
    pub(super) fn hang_target_behind_warning(&mut self, preposition: usize) {
        let Some(warning) = preposition.checked_sub(1).filter(|w| *w > 1) else {
            return;
        };
        let without = warning - 1;
        let verb = self.head(without);
        let aimed = matches!(
            self.lower(preposition).as_str(),
            "on" | "at" | "in" | "into"
        ) && self.head(preposition) == warning
            && self.lower(warning) == "warning"
            && self.lower(without) == "without"
            && verb < without
            && self.tokens[verb].pos == Pos::Verb;
        if aimed {
            for child in self.children(warning, preposition..self.tokens.len()) {
                self.attach(child, verb, self.labels.prepositional);
            }
        }
    }

    /// "charged with murder and *with* theft": the second phrase is the verb's as the first is.
    pub(super) fn hang_joined_phrase_on_verb(&mut self, preposition: usize) {
        let first = self.head(preposition);
        let labels = self.labels;
        if self.tokens[preposition].dep == labels.conjunct
            && first < preposition
            && self.lower(first) == self.lower(preposition)
            && self.tokens[first].dep == labels.prepositional
        {
            let verb = self.head(first);
            self.attach(preposition, verb, labels.prepositional);
        }
    }

    /// "spoke *by* phone with the king": no doer, but the way they spoke.
    pub(super) fn read_way_as_no_doer(&mut self, by: usize) {
        const WAYS: [&str; 14] = [
            "air",
            "boat",
            "bus",
            "car",
            "e-mail",
            "email",
            "land",
            "phone",
            "radio",
            "rail",
            "road",
            "sea",
            "telephone",
            "train",
        ];
        let labels = self.labels;
        let verb = self.head(by);
        let way = by + 1;
        if self.symbols.get(self.tokens[by].dep) == "agent"
            && way < self.tokens.len()
            && self.head(way) == by
            && WAYS.contains(&self.lower(way).as_str())
            && !self.is_passive(verb, 0..verb)
            && self.tag(verb) != "VBN"
        {
            self.tokens[by].dep = labels.prepositional;
        }
    }

    /// "clashes between men of two clans *in* eastern Kalem": where they clashed.
    pub(super) fn hang_place_behind_sides(&mut self, link: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        if self.lower(link) != "in" || self.tokens[link].dep != labels.prepositional {
            return;
        }
        let Some(place) = self.child(link, link + 1..count, labels.prepositional_object) else {
            return;
        };
        let side = self.head(link);
        let between = self.above(side, 4, |above| self.lower(above) == "between");
        let Some(between) = between.filter(|&b| b < side && side < link) else {
            return;
        };
        let event = self.head(between);
        let ends = (place + 1..count).all(|i| self.within(i, place) || !self.within(i, between));
        if ends
            && self.tokens[place].pos == Pos::Propn
            && self.tokens[side].pos == Pos::Noun
            && event < between
            && noun_classes(&self.tokens[event].lemma).has(NounClass::Event)
        {
            self.tokens[link].head = event as u32;
        }
    }

    /// "is due in Kalem next week *for* talks": what they are due for.
    pub(super) fn hang_aim_on_due(&mut self, link: usize) {
        let labels = self.labels;
        let be = self.head(link);
        let due = self
            .symbols
            .find("acomp")
            .and_then(|state| self.child(be, be..link, state))
            .filter(|&state| self.lower(state) == "due");
        let aim = self.lower(link) == "for" && self.tokens[link].dep == labels.prepositional;
        if let Some(due) = due.filter(|_| aim) {
            self.tokens[link].head = due as u32;
        }
    }

    /// "called on *people* to gather": they are called on, and are to gather.
    pub(super) fn call_on_who_is_to_act(&mut self, on: usize) {
        let labels = self.labels;
        let verb = self.head(on);
        let called = self.lemma_in(verb, &["call", "prevail"])
            && matches!(self.lower(on).as_str(), "on" | "upon")
            && on == verb + 1;
        let count = self.tokens.len();
        let hearer = (on + 1..count)
            .find(|&i| self.tokens[i].dep == labels.subject && self.leftmost(i) == on + 1);
        let Some(hearer) = hearer.filter(|_| called) else {
            return;
        };
        let asked = self.head(hearer);
        if self.head(asked) == verb
            && self.has_infinitive_mark(asked)
            && self
                .child(on, on..count, labels.prepositional_object)
                .is_none()
        {
            self.attach(hearer, on, labels.prepositional_object);
        }
    }

    /// "had been looking for *Klay* concluded": a preposition governs what stands behind it, and the verb has its
    /// subject before.
    pub(super) fn give_preposition_its_noun(&mut self, preposition: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let next = preposition + 1;
        let governs = next >= count
            || self
                .children(preposition, next..count)
                .iter()
                .any(|&c| matches!(self.symbols.get(self.tokens[c].dep), "pobj" | "pcomp"));
        if governs || self.tokens[preposition].dep != labels.prepositional {
            return;
        }
        let subject = |tree: &Self, i: usize| tree.tokens[i].dep == labels.subject;
        let Some(noun) = (next..count).find(|&i| subject(self, i) && self.leftmost(i) == next)
        else {
            return;
        };
        let verb = self.head(noun);
        let other = (0..preposition).any(|i| subject(self, i) && self.head(i) == verb);
        if other && noun < verb && self.is_noun(noun) {
            self.attach(noun, preposition, labels.prepositional_object);
        }
    }

    /// "condemned attacks *at* embassies": there the attacks were.
    pub(super) fn hang_place_on_judged(&mut self, preposition: usize) {
        const JUDGING: [&str; 8] = [
            "condemn",
            "denounce",
            "deplore",
            "decry",
            "mourn",
            "probe",
            "investigate",
            "report",
        ];
        let labels = self.labels;
        let count = self.tokens.len();
        let verb = self.head(preposition);
        let Some(event) = preposition.checked_sub(1) else {
            return;
        };
        let thing = self.child(preposition, preposition..count, labels.prepositional_object);
        let timeless = thing.is_some_and(|t| {
            self.tokens[t].pos == Pos::Noun
                && !noun_classes(&self.tokens[t].lemma).has(NounClass::Time)
        });
        if matches!(self.lower(preposition).as_str(), "at" | "on" | "against")
            && self.lemma_in(verb, &JUDGING)
            && self.tokens[event].dep == labels.object
            && self.head(event) == verb
            && noun_classes(&self.tokens[event].lemma).has(NounClass::Event)
            && timeless
        {
            self.tokens[preposition].head = event as u32;
        }
    }

    /// "arrested for involvement *in* the raid": it is the involvement that is in it, not the arrest.
    pub(super) fn hang_share_on_noun(&mut self, preposition: usize) {
        let Some(noun) = preposition.checked_sub(1) else {
            return;
        };
        let shares = ["involvement", "participation", "complicity", "role", "part"];
        let labels = self.labels;
        let governed = matches!(
            self.symbols.get(self.tokens[noun].dep),
            "pobj" | "dobj" | "nsubj"
        );
        if self.lower(preposition) == "in"
            && self.is_noun(noun)
            && self.lemma_in(noun, &shares)
            && governed
            && self.tokens[preposition].dep == labels.prepositional
            && self.head(preposition) != noun
        {
            self.tokens[preposition].head = noun as u32;
        }
    }

    /// "accused it of breaking the law, *by* sacking men": how it broke the law, and not how it was accused.
    pub(super) fn hang_manner_on_charge(&mut self, by: usize) {
        let labels = self.labels;
        let verb = self.head(by);
        let manner = self.child(by, by..self.tokens.len(), labels.gerund);
        if self.lower(by) != "by" || manner.is_none_or(|m| self.tag(m) != "VBG") {
            return;
        }
        let of = self
            .children(verb, verb..by)
            .into_iter()
            .find(|&c| self.lower(c) == "of");
        let charge = of.and_then(|of| self.child(of, of..by, labels.gerund));
        if let Some(charge) = charge
            && self.lemma_in(verb, &["accuse", "suspect", "convict", "acquit"])
        {
            self.tokens[by].head = charge as u32;
        }
    }

    /// "the capture on Sunday *of* the base": a day is of nothing, the happening is.
    pub(super) fn hang_on_noun_before_day(&mut self, preposition: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let day = self.head(preposition);
        let on = self.head(day);
        let dated = self.lower(preposition) == "of"
            && day + 1 == preposition
            && self.tokens[day].dep == labels.prepositional_object
            && matches!(self.lower(on).as_str(), "on" | "in" | "during")
            && super::word::is_weekday(&self.lower(day));
        let Some(event) = on.checked_sub(1).filter(|&e| dated && self.is_noun(e)) else {
            return;
        };
        let happening = noun_classes(&self.tokens[event].lemma);
        let named = happening.has(NounClass::Event) || self.lower(event).ends_with("ing");
        let deed = matches!(
            self.lower(event).as_str(),
            "capture" | "seizure" | "death" | "release" | "arrest" | "fall" | "killing"
        );
        if (named || deed)
            && self
                .child(preposition, preposition..count, labels.prepositional_object)
                .is_some()
        {
            self.attach(preposition, event, labels.prepositional);
            self.attach(on, event, labels.prepositional);
        }
    }

    /// "clashes in the hills *between* rebels and troops": between whom they were, and not what the hills
    /// lie between.
    pub(super) fn hang_sides_on_clash(&mut self, between: usize) {
        const CLASHES: [&str; 16] = [
            "battle",
            "clash",
            "combat",
            "conflict",
            "confrontation",
            "dialogue",
            "exchange",
            "fight",
            "fighting",
            "firefight",
            "gunfight",
            "meeting",
            "negotiation",
            "skirmish",
            "talk",
            "violence",
        ];
        if self.lower(between) != "between" {
            return;
        }
        let labels = self.labels;
        let count = self.tokens.len();
        let place = self.head(between);
        let ground = self.tokens[place].dep == labels.prepositional_object
            && place < between
            && (noun_classes(&self.tokens[place].lemma).has(NounClass::Place)
                || self.tokens[place].pos == Pos::Propn);
        let side = self.child(between, between..count, labels.prepositional_object);
        let sides = side.is_some_and(|s| {
            self.tokens[s].pos == Pos::Propn
                || noun_classes(&self.tokens[s].lemma).meets(ClassSet::AGENT)
        });
        if !ground || !sides {
            return;
        }
        let link = self.head(place);
        let above = self.head(link);
        let clash = |tree: &Self, i: usize| i < link && tree.lemma_in(i, &CLASHES);
        let event = match clash(self, above) {
            true => Some(above),
            false => self
                .children(above, 0..link)
                .into_iter()
                .find(|&c| clash(self, c)),
        };
        if let Some(event) = event {
            self.attach(between, event, labels.prepositional);
        }
    }

    /// "no sign today *of* an end": a time stands between the noun and what it is of.
    pub(super) fn hang_on_noun_before_time(&mut self, preposition: usize) {
        const MOVEMENTS: [&str; 9] = [
            "delivery",
            "deployment",
            "deportation",
            "expulsion",
            "extradition",
            "handover",
            "return",
            "shipment",
            "transfer",
        ];
        let Some(time) = preposition.checked_sub(1).filter(|&t| t > 0) else {
            return;
        };
        let labels = self.labels;
        let (noun, verb) = (time - 1, self.head(preposition));
        let is = |i: usize, dep: &str| self.symbols.get(self.tokens[i].dep) == dep;
        if self.lower(preposition) != "of" || !is(time, "npadvmod") {
            return;
        }
        // "the transfer to Spain *last month of* Ruiz": both are the transfer's.
        let place = self.leftmost(time).checked_sub(1);
        let link = place.map(|p| self.head(p)).filter(|&l| {
            matches!(self.lower(l).as_str(), "to" | "from")
                && place.is_some_and(|p| self.tokens[p].dep == labels.prepositional_object)
        });
        let moved = link
            .map(|l| self.head(l))
            .filter(|&m| m < time && self.is_noun(m) && self.lemma_in(m, &MOVEMENTS));
        if let Some(moved) = moved {
            self.attach(preposition, moved, labels.prepositional);
            self.tokens[time].head = moved as u32;
            return;
        }
        if is(time, "npadvmod")
            && self.head(time) == verb
            && self.head(noun) == verb
            && (is(noun, "attr") || is(noun, "dobj"))
        {
            self.attach(preposition, noun, labels.prepositional);
        }
    }

    /// "the death in custody *of the blogger*": custody is nobody's, the death is.
    pub(super) fn hang_sufferer_on_event(&mut self, preposition: usize) {
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

    /// "the killing *by* guards *of* a monk": who did it and to whom, both of the killing.
    pub(super) fn hang_both_sides_on_event(&mut self, by: usize) {
        const DEEDS: [&str; 12] = [
            "killing",
            "shooting",
            "murder",
            "arrest",
            "detention",
            "beating",
            "abduction",
            "kidnapping",
            "execution",
            "assassination",
            "torture",
            "bombing",
        ];
        let labels = self.labels;
        let Some(event) = by.checked_sub(1) else {
            return;
        };
        if self.lower(by) != "by"
            || !DEEDS.contains(&self.lower(event).as_str())
            || !self.is_noun(event)
        {
            return;
        }
        let Some(doer) = self.child(by, by + 1..self.tokens.len(), labels.prepositional_object)
        else {
            return;
        };
        self.attach(by, event, labels.prepositional);
        let of = doer + 1;
        if of < self.tokens.len() && self.lower(of) == "of" && self.head(of) == doer {
            self.attach(of, event, labels.prepositional);
        }
    }

    /// "blamed the deaths *on* police": the blamed hang on the verb, not on what they are blamed for.
    pub(super) fn hang_blame_on_verb(&mut self, preposition: usize) {
        if self.lower(preposition) != "on"
            || self.tokens[preposition].dep != self.labels.prepositional
        {
            return;
        }
        self.hang_on_verb_of_object(preposition, &["blame"]);
    }

    /// "accused the army of shelling a town, *killing* two": nobody is killed by accusing, so the
    /// result belongs to what is alleged.
    pub(super) fn hang_result_on_charge(&mut self, result: usize) {
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

    /// "ordered an envoy to leave, *deepening* a quarrel": what it came to is what the order came to, and no part of what
    /// is ordered.
    pub(super) fn hang_outcome_on_order(&mut self, outcome: usize) {
        const OUTCOMES: [&str; 14] = [
            "aggravate",
            "complicate",
            "deepen",
            "escalate",
            "exacerbate",
            "fuel",
            "heighten",
            "inflame",
            "prompt",
            "raise",
            "reignite",
            "spark",
            "strain",
            "worsen",
        ];
        const SAID: [&str; 10] = [
            "ask", "command", "decline", "demand", "instruct", "order", "refuse", "tell",
            "threaten", "urge",
        ];
        let wanted = self.head(outcome);
        let verb = self.head(wanted);
        let behind = self.tokens[outcome].dep == self.labels.adverbial
            && outcome > 0
            && self.lower(outcome - 1) == ","
            && wanted < outcome;
        if behind
            && self.lemma_in(outcome, &OUTCOMES)
            && self.tag(wanted) == "VB"
            && self.symbols.get(self.tokens[wanted].dep) == "xcomp"
            && self.tag(verb) == "VBD"
            && self.lemma_in(verb, &SAID)
        {
            self.tokens[outcome].head = verb as u32;
        }
    }

    /// "foiled an attempt to seize the bridge, *killing* six": who foils it kills, and nobody by what was foiled.
    pub(super) fn hang_result_on_foiling(&mut self, result: usize) {
        let labels = self.labels;
        let foiled = self.head(result);
        let attempt = self.head(foiled);
        let verb = self.head(attempt);
        let behind = self.tokens[result].dep == labels.adverbial
            && result > 0
            && self.lower(result - 1) == ","
            && self.tokens[foiled].dep == labels.modifier_clause
            && self.tag(foiled) == "VB";
        let stopped = self.tokens[attempt].dep == labels.object
            && self.lemma_in(attempt, &["attempt", "bid", "plan", "plot", "effort"])
            && self.lemma_in(
                verb,
                &[
                    "foil",
                    "thwart",
                    "prevent",
                    "stop",
                    "avert",
                    "repel",
                    "disrupt",
                    "frustrate",
                ],
            );
        if behind && stopped {
            self.tokens[result].head = verb as u32;
        }
    }

    /// "denied striking the depot *although* two had died": what is set against a gerund is no part of what is denied.
    pub(super) fn set_concession_beside_denial(&mut self, verb: usize) {
        let labels = self.labels;
        let denied = self.head(verb);
        let above = self.head(denied);
        let conceded = self
            .child(verb, 0..verb, labels.mark)
            .is_some_and(|mark| matches!(self.lower(mark).as_str(), "although" | "though"));
        if conceded
            && self.tokens[verb].dep == labels.adverbial
            && denied < verb
            && self.tag(denied) == "VBG"
            && self.symbols.get(self.tokens[denied].dep) == "xcomp"
            && self.tokens[above].pos == Pos::Verb
        {
            self.tokens[verb].head = above as u32;
        }
    }

    /// "Crowds marched, some of them asking that troops be sent, *although* the mayor accused them of …": what is conceded
    /// behind the comma stands beside what the sentence tells, and not in what some of them ask.
    pub(super) fn set_concession_beside_sentence(&mut self, verb: usize) {
        let labels = self.labels;
        let asked = self.head(verb);
        let asking = self.head(asked);
        let main = self.head(asking);
        let mark = self.child(verb, 0..verb, labels.mark).filter(|&mark| {
            mark > 0
                && self.lower(mark - 1) == ","
                && matches!(
                    self.lower(mark).as_str(),
                    "although" | "though" | "while" | "whereas"
                )
        });
        let inside = mark.is_some_and(|mark| asked < mark)
            && self.tokens[verb].dep == labels.adverbial
            && self.tokens[asked].dep == labels.complement
            && asking < asked
            && self.tag(asking) == "VBG"
            && self.tokens[asking].dep == labels.adverbial
            && main < asking
            && self.subject(verb, asked..verb).is_some();
        if inside && self.subject(asking, main..asking).is_some() {
            self.tokens[verb].head = main as u32;
        }
    }

    /// "fired at demonstrators who marched on parliament, *killing* 16": nobody kills by marching, so the result is of
    /// what was done to those who marched.
    pub(super) fn hang_result_on_deed(&mut self, result: usize) {
        const PEACEFUL: [&str; 39] = [
            "address",
            "carry",
            "smuggle",
            "transport",
            "visit",
            "speak",
            "campaign",
            "inaugurate",
            "land",
            "pass",
            "drive",
            "cross",
            "arrive",
            "board",
            "ride",
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
        let verb = self.head(result);
        // "Syrians who tried *to cross* the border, killing a boy": what they tried to do hurts nobody.
        let tried = self.symbols.find("xcomp").and_then(|tried| {
            let tries = self.lemma_in(verb, &["attempt", "try", "want"]);
            self.child(verb, verb..result, tried).filter(|_| tries)
        });
        let set_apart = result > 0 && self.lower(result - 1) == ",";
        // "detonated as a convoy passed, *damaging* a lorry"
        let meanwhile = self.tokens[verb].dep == self.labels.adverbial
            && (0..verb).any(|i| {
                self.head(i) == verb
                    && matches!(
                        self.lower(i).as_str(),
                        "when" | "as" | "while" | "before" | "after"
                    )
            });
        // "blasts took place before he was *to address* a rally, leaving six dead"
        let due = self.symbols.get(self.tokens[verb].dep) == "xcomp"
            && self.tokens[self.head(verb)].dep == self.labels.adverbial;
        // "struck a boat that it said was *carrying* drugs, killing nine"
        let of_told = self.tokens[verb].dep == self.labels.complement
            && self.tokens[self.head(verb)].dep == self.labels.relative;
        let of_those = self.tokens[verb].dep == self.labels.relative
            || of_told
            || self.tokens[verb].dep == self.labels.modifier_clause
            || meanwhile
            || due;
        if !set_apart
            || self.tokens[result].dep != self.labels.adverbial
            || !of_those
            || !self.lemma_in(tried.unwrap_or(verb), &PEACEFUL)
            || !self.lemma_in(result, &RESULTS)
        {
            return;
        }
        let mut at = if due || of_told {
            self.head(self.head(verb))
        } else {
            self.head(verb)
        };
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

    /// "A car was destroyed, confirmed the minister, *wounding* two guards": what came of what he tells, and not of his telling.
    pub(super) fn hang_result_behind_voice(&mut self, result: usize) {
        let labels = self.labels;
        let behind_comma = self.tokens[result].dep == labels.adverbial
            && self.lemma_in(result, &RESULTS)
            && result > 0
            && self.lower(result - 1) == ",";
        if !behind_comma {
            return;
        }
        let voice = self.head(result);
        let told = self.child(voice, 0..voice, labels.complement);
        let speaker = self.subject(voice, 0..result);
        if let Some(told) = told.filter(|&told| speaker.is_some_and(|s| s > told)) {
            self.tokens[result].head = told as u32;
        }
    }

    /// "protested a ruling *implicating* the ministry": what stands right behind a document says what it says.
    pub(super) fn describe_the_document(&mut self, saying: usize) {
        const SAYING: [&str; 12] = [
            "accuse",
            "blame",
            "call",
            "condemn",
            "criticise",
            "criticize",
            "demand",
            "implicate",
            "name",
            "order",
            "urge",
            "warn",
        ];
        let Some(document) = saying.checked_sub(1) else {
            return;
        };
        let verb = self.head(saying);
        if self.tokens[saying].dep == self.labels.adverbial
            && self.tokens[document].dep == self.labels.object
            && self.head(document) == verb
            && noun_classes(&self.tokens[document].lemma).has(NounClass::Document)
            && self.lemma_in(saying, &SAYING)
            && self.lemma_in(
                verb,
                &[
                    "protest",
                    "condemn",
                    "denounce",
                    "criticise",
                    "criticize",
                    "reject",
                    "oppose",
                    "ignore",
                    "receive",
                    "see",
                    "read",
                    "cite",
                    "quote",
                ],
            )
        {
            self.attach(saying, document, self.labels.modifier_clause);
        }
    }

    /// "opened fire on a police party *killing* four": whom somebody fires on does not kill by it.
    pub(super) fn hang_result_on_attack(&mut self, result: usize) {
        let labels = self.labels;
        let target = self.head(result);
        let link = self.head(target);
        let verb = self.head(link);
        let object = self
            .child(verb, verb..target, labels.object)
            .is_some_and(|o| {
                self.lemma_in(
                    o,
                    &[
                        "fire", "attack", "grenade", "bomb", "rocket", "shell", "missile", "mortar",
                    ],
                )
            });
        if self.tokens[result].dep == labels.modifier_clause
            && target + 1 == result
            && self.tokens[target].dep == labels.prepositional_object
            && matches!(self.lower(link).as_str(), "on" | "at" | "into" | "upon")
            && self.tokens[verb].pos == Pos::Verb
            && (object || self.lemma_in(verb, &["fire", "shoot"]))
            && self.lemma_in(result, &RESULTS)
        {
            self.attach(result, verb, labels.adverbial);
        }
    }

    /// "days after a strike on a clinic *killed* nine": the strike did, and neither the clinic nor who acts days after.
    pub(super) fn give_harm_its_happening(&mut self, harm: usize) {
        const HARM: [&str; 8] = [
            "claim", "destroy", "hurt", "injure", "kill", "leave", "maim", "wound",
        ];
        const FURTHEST: usize = 14;
        let labels = self.labels;
        let count = self.tokens.len();
        let bare = self.lemma_in(harm, &HARM)
            && self.child(harm, harm + 1..count, labels.object).is_some()
            && self.subject(harm, 0..count).is_none()
            && (0..harm).all(|i| self.head(i) != harm || self.tokens[i].pos != Pos::Aux);
        let dep = self.tokens[harm].dep;
        let above = dep == labels.adverbial || dep == labels.conjunct;
        if !bare || dep != labels.modifier_clause && !above {
            return;
        }
        let start = harm.saturating_sub(FURTHEST);
        let after = (start..harm)
            .rev()
            .find(|&i| self.lower(i) == "after" && self.tokens[i].dep == labels.prepositional);
        let Some(after) = after else { return };
        let happening = self.child(after, after + 1..harm, labels.prepositional_object);
        let Some(happening) = happening.filter(|&h| {
            noun_classes(&self.tokens[h].lemma).has(NounClass::Event)
                && (h + 1..harm).all(|i| {
                    !matches!(self.tokens[i].pos, Pos::Verb | Pos::Aux) && self.lower(i) != ","
                })
        }) else {
            return;
        };
        let measure = self.head(after);
        // "… and killed two": who did the one did the other.
        if (happening..harm).any(|i| matches!(self.lower(i).as_str(), "and" | "but" | "or")) {
            return;
        }
        let main = if above {
            self.head(harm)
        } else if self.tokens[measure].pos == Pos::Verb {
            measure
        } else {
            self.head(measure)
        };
        if main >= after {
            return;
        }
        self.attach(harm, main, labels.adverbial);
        self.attach(after, harm, labels.mark);
        self.attach(happening, harm, labels.subject);
        self.tokens[harm].tag = labels.past;
        if self.tokens[measure].pos == Pos::Noun && measure < after && self.head(measure) != measure
        {
            self.tokens[measure].head = after as u32;
        }
    }

    /// "an attack on a market that *left* ten dead": the attack did, and not the market.
    pub(super) fn hang_toll_on_attack(&mut self, toll: usize) {
        const TOLL: [&str; 9] = [
            "claim", "destroy", "displace", "hurt", "injure", "kill", "leave", "maim", "wound",
        ];
        let labels = self.labels;
        let scene = self.head(toll);
        let described = self.tokens[toll].dep == self.labels.relative
            && self.lemma_in(toll, &TOLL)
            && self
                .child(toll, scene..toll, labels.subject)
                .is_some_and(|s| self.tag(s) == "WDT");
        let inert = ClassSet::of(&[NounClass::Facility, NounClass::Place]);
        let place = self.tokens[scene].pos == Pos::Propn
            || noun_classes(&self.tokens[scene].lemma).meets(inert);
        if !described || !place {
            return;
        }
        // "captured Goma in an *offensive* this year that killed thousands": no name is told from others by "that".
        if self.tokens[scene].dep == labels.object && self.tokens[scene].pos == Pos::Propn {
            let behind = (scene + 1..toll).rev().find(|&i| {
                self.tokens[i].dep == labels.prepositional_object
                    && (noun_classes(&self.tokens[i].lemma).has(NounClass::Event)
                        || self.lower(i) == "offensive")
            });
            if let Some(happening) = behind {
                self.tokens[toll].head = happening as u32;
            }
            return;
        }
        if self.tokens[scene].dep != labels.prepositional_object {
            return;
        }
        let happening = self.above(scene, 6, |above| {
            self.tokens[above].pos == Pos::Noun
                && noun_classes(&self.tokens[above].lemma).has(NounClass::Event)
        });
        let only_nouns = |tree: &Self, happening: usize| {
            (happening + 1..scene).all(|i| {
                !matches!(tree.tokens[i].pos, Pos::Verb | Pos::Aux) && tree.lower(i) != ","
            })
        };
        if let Some(happening) = happening.filter(|&h| h < scene && only_nouns(self, h)) {
            self.tokens[toll].head = happening as u32;
        }
    }

    /// "have blockaded schools since a canopy collapsed in May, *killing* 16": the clause right before tells of what
    /// nobody did.
    pub(super) fn hang_result_on_accident(&mut self, result: usize) {
        let verb = self.head(result);
        let set_apart = result > 0 && self.lower(result - 1) == ",";
        if !set_apart
            || self.tokens[result].dep != self.labels.adverbial
            || !self.lemma_in(result, &RESULTS)
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
}
