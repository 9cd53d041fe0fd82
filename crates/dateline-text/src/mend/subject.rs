//! Verbs whose subject the parser gave to another word.

use super::Tree;
use super::joined::DEEDS;
use super::undergone::UNDERGONE;
use crate::document::Pos;
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Who tells the press, often without an article.
const VOICES: [&str; 9] = [
    "authority",
    "deputy",
    "detective",
    "investigator",
    "officer",
    "official",
    "police",
    "prosecutor",
    "witness",
];

impl Tree<'_> {
    /// The first word of a finite verb, its auxiliaries included.
    pub(super) fn opening_of(&self, verb: usize) -> Option<usize> {
        let auxiliary = self
            .children(verb, 0..verb)
            .into_iter()
            .find(|&c| matches!(self.symbols.get(self.tokens[c].dep), "aux" | "auxpass"));
        let opening = auxiliary.unwrap_or(verb);
        matches!(self.tag(opening), "VBD" | "VBZ" | "VBP").then_some(opening)
    }

    /// "after an IED *(improvised explosive device)* hit its convoy": the bracket says what the letters stand for, and
    /// what it says does nothing.
    pub(super) fn read_gloss_of_letters(&mut self, bracket: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(name) = bracket
            .checked_sub(1)
            .filter(|_| self.lower(bracket) == "(")
        else {
            return;
        };
        let close = (bracket + 1..count.min(bracket + 9)).find(|&i| self.lower(i) == ")");
        let Some(close) = close.filter(|&c| c > bracket + 2) else {
            return;
        };
        let letters = self.tokens[name].span.slice(self.text).to_lowercase();
        let words = bracket + 1..close;
        let first_letters: String = words
            .clone()
            .filter_map(|i| self.lower(i).chars().next().filter(|c| c.is_alphabetic()))
            .collect();
        if letters.len() < 2 || first_letters != letters {
            return;
        }
        let last = close - 1;
        // The gloss may have taken the place of what it glosses.
        if words.contains(&self.head(name)) {
            let top = words
                .clone()
                .find(|&i| self.head(i) != name && !words.contains(&self.head(i)));
            let Some(top) = top else { return };
            if self.head(top) == top {
                return;
            }
            self.take_place(name, top);
        }
        for i in words.clone().filter(|&i| i != last) {
            if i + 1 == last
                || self.head(i) < bracket
                || self.head(i) > close
                || self.tokens[i].pos == Pos::Verb
            {
                self.attach(i, last, labels.compound);
                self.tokens[i].pos = match self.tokens[i].pos {
                    Pos::Verb => Pos::Adj,
                    other => other,
                };
            }
        }
        for outside in (0..bracket).chain(close..count) {
            if words.contains(&self.head(outside)) {
                self.tokens[outside].head = name as u32;
            }
        }
        self.attach(last, name, labels.apposition);
        self.tokens[bracket].head = name as u32;
        self.give_glossed_its_verb(name, close + 1);
    }

    /// The verb behind the bracket is done by whom it glosses, where the parser has that hang on the "after" before.
    fn give_glossed_its_verb(&mut self, name: usize, verb: usize) {
        let labels = self.labels;
        let link = self.head(name);
        let told = verb < self.tokens.len()
            && matches!(self.tag(verb), "VBD" | "VBZ")
            && self.tokens[verb].pos == Pos::Verb
            && self.subject(verb, 0..verb).is_none();
        let opens = matches!(
            self.lower(link).as_str(),
            "after" | "as" | "because" | "before" | "since" | "until" | "when" | "while"
        ) && link < name
            && self.tokens[name].dep == labels.prepositional_object;
        let governor = self.head(link);
        if told && opens && governor != verb && !self.within(governor, verb) {
            self.attach(verb, governor, labels.adverbial);
            self.attach(link, verb, labels.mark);
            self.attach(name, verb, labels.subject);
        }
    }

    /// "one was shot in the arm, a boy *was shot* twice and a man *was shot* in the face": whom the parser hangs on the
    /// clause before is the subject of the passive behind him.
    pub(super) fn give_passive_its_subject(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(auxiliary) = self.passive_auxiliary(verb, 0..verb) else {
            return;
        };
        let Some(who) = auxiliary.checked_sub(1) else {
            return;
        };
        let subject = self.subject(verb, 0..auxiliary);
        // A clause is no subject of a passive.
        let clause =
            subject.filter(|&s| self.tokens[s].pos == Pos::Verb && self.subject(s, 0..s).is_some());
        if subject.is_some() && clause.is_none() {
            return;
        }
        let set_apart = |tree: &Self, who: usize| {
            let before = tree.leftmost(who).checked_sub(1);
            before.is_some_and(|before| {
                matches!(
                    tree.lower(before).as_str(),
                    "," | ";" | "and" | "but" | "while"
                )
            })
        };
        // "and *a truck* and a bus were torched"
        let first = self.head(who);
        let listed = self.tokens[who].dep == labels.conjunct
            && self.leftmost(who) == first + 2
            && set_apart(self, first);
        let who = if listed { first } else { who };
        let opening = self.leftmost(who);
        let dep = self.symbols.get(self.tokens[who].dep);
        let strayed = matches!(dep, "appos" | "conj") && self.head(who) < opening;
        let counted = (opening..who).any(|i| matches!(self.tag(i), "CD" | "DT"));
        if !set_apart(self, who) || !strayed || !counted || self.within(verb, who) {
            return;
        }
        self.attach(who, verb, labels.passive_subject);
        if let Some(clause) = clause {
            self.tokens[clause].dep = labels.parataxis;
        }
    }

    /// "As crowds gathered, police *deployed* in Kalem, to break up a rally": in a sentence no infinitive with "to" is the
    /// main verb; what its subject seems described by is.
    pub(super) fn read_gathered_as_told(&mut self, deed: usize) {
        const MOVING: [&str; 10] = [
            "assemble", "converge", "deploy", "descend", "gather", "march", "mass", "mobilise",
            "mobilize", "rush",
        ];
        let labels = self.labels;
        let who = self.head(deed);
        let aim = self.head(who);
        let described = self.tokens[deed].dep == labels.modifier_clause
            && deed == who + 1
            && deed < aim
            && self.lemma_in(deed, &MOVING);
        let told = described
            && self.tokens[who].dep == labels.subject
            && self.tokens[aim].dep == labels.root
            && self.tag(aim) == "VB"
            && self.has_infinitive_mark(aim);
        if !told {
            return;
        }
        let fronted = self.children(aim, 0..who);
        self.take_place(deed, aim);
        self.tokens[deed].tag = labels.past;
        self.attach(who, deed, labels.subject);
        self.attach(aim, deed, labels.adverbial);
        for word in fronted {
            self.tokens[word].head = deed as u32;
        }
    }

    /// "Officials said *four*, not five, were taken": who undergoes it stands between the cue and the comma.
    pub(super) fn take_subject_before_insert(&mut self, verb: usize) {
        let labels = self.labels;
        let cue = self.head(verb);
        let Some(opening) = self.opening_of(verb) else {
            return;
        };
        let dep = self.tokens[verb].dep;
        let told = [labels.complement, labels.conjunct].contains(&dep)
            && cue < verb
            && self.is_cue(cue)
            && opening > cue + 2
            && self.lower(opening - 1) == ","
            && self.subject(verb, 0..self.tokens.len()).is_none();
        let joined = self
            .children(cue, cue..opening)
            .iter()
            .any(|&c| self.tokens[c].pos == Pos::Cconj);
        if !told || joined {
            return;
        }
        let Some(object) = self.child(cue, cue + 1..opening, labels.object) else {
            return;
        };
        let counted = self.tag(object) == "CD"
            || self
                .children(object, cue..object)
                .iter()
                .any(|&c| self.tag(c) == "CD");
        let aside = (object..opening).any(|i| self.lower(i) == "," && i + 1 < opening)
            || (cue..object).any(|i| self.lower(i) == ",");
        if !counted || !aside {
            return;
        }
        let put_right = (cue + 1..object).any(|i| self.lower(i) == "not");
        let meant = Some(cue + 1).filter(|&i| put_right && self.tag(i) == "CD");
        let subject = meant.unwrap_or(object);
        let label = self.subject_label(verb, opening..verb);
        self.attach(subject, verb, label);
        if subject != object {
            self.attach(object, subject, labels.unlabelled);
        }
        self.attach(verb, cue, labels.complement);
    }

    /// "In Kalem, north of Orran, *a baker and his son* were shot": whoever comes with an article or a number is not another
    /// name of the place before the comma.
    pub(super) fn take_subject_from_place(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(opening) = self.opening_of(verb).filter(|&o| o > 2) else {
            return;
        };
        let place_of = |noun: usize| {
            let place = self.head(noun);
            (self.tokens[noun].dep == labels.apposition && place < noun).then_some(place)
        };
        let mut who = opening - 1;
        if place_of(who).is_none() {
            who = self.head(who);
        }
        let Some(place) = place_of(who).filter(|_| who < opening) else {
            return;
        };
        let start = self.leftmost(who);
        let introduced = matches!(self.tag(start), "DT" | "CD" | "PRP$");
        let named = self.tokens[place].pos == Pos::Propn
            && self.tokens[place].dep == labels.prepositional_object;
        let fronted = || {
            self.above(place, 6, |i| self.head(i) == verb)
                .is_some_and(|i| i < place && self.symbols.get(self.tokens[i].dep) != "nsubj")
        };
        let whole = (start..opening).all(|i| self.within(i, who))
            && !(who..opening).any(|i| self.lower(i) == ",");
        if introduced
            && named
            && whole
            && start > 0
            && self.lower(start - 1) == ","
            && self.subject(verb, 0..verb).is_none()
            && fronted()
        {
            let label = self.subject_label(verb, opening..verb);
            self.attach(who, verb, label);
        }
    }

    /// "arrested two men after *a 60-year-old* was stabbed", "only after *crowds*, some carrying candles, marched": what
    /// seems to hang on the preposition is the subject of the clause that it opens.
    pub(super) fn take_subject_from_preposition(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(opening) = self.opening_of(verb).or_else(|| self.active_alone(verb)) else {
            return;
        };
        let link = (0..opening).rev().find(|&i| {
            matches!(
                self.lower(i).as_str(),
                "after" | "as" | "before" | "since" | "until"
            ) && self.tokens[i].dep == labels.prepositional
        });
        let Some(link) = link else { return };
        let doer = self
            .child(link, link..opening, labels.prepositional_object)
            .or_else(|| self.happening_behind(link, opening));
        let Some(doer) = doer else { return };
        let inserted = self.is_insert_behind(doer, opening);
        // "talks went on as *fighting in the east* killed nine"
        let right_before = (doer..opening).all(|i| self.within(i, doer))
            && self.symbols.get(self.tokens[opening - 1].dep) != "cc";
        let subject = self.subject(verb, 0..verb);
        let above = self.head(link);
        // "The tailor was charged only after crowds, some waving flags, marched": the parser made that the main verb.
        // So with "A search began after *a 9-year-old* was taken".
        let swallowed = self.tokens[above].dep == labels.complement
            && self.head(above) == verb
            && match subject {
                Some(s) => inserted && s > doer,
                None => right_before,
            };
        let dep = self.tokens[verb].dep;
        let apart = [labels.conjunct, labels.adverbial].contains(&dep)
            && self.head(verb) < verb
            && subject.is_none();
        let mut above = if above == verb {
            self.head(verb)
        } else {
            above
        };
        // "push talks *to avert* war as fighting kills nine", "press for *talks* as …": while somebody does, and not what for.
        let meanwhile = self.lower(link) == "as" && right_before;
        for _ in 0..4 {
            let aim = self.tokens[above].pos != Pos::Verb || self.tag(above) == "VB";
            if meanwhile && aim && self.head(above) < above {
                above = self.head(above);
            }
        }
        let placed = above < link && self.tokens[above].pos == Pos::Verb;
        if !placed || !(swallowed || apart && (inserted || right_before)) {
            return;
        }
        if swallowed {
            self.take_place(above, verb);
        }
        if let Some(insert) = subject {
            self.attach(insert, doer, labels.unlabelled);
        }
        let label = self.subject_label(verb, opening..verb);
        if self.tokens[verb].tag == labels.participle && opening == verb {
            self.tokens[verb].tag = labels.past;
        }
        self.attach(verb, above, labels.adverbial);
        if self.tag(doer) == "VBG" {
            self.read_as_noun(doer);
        }
        self.attach(doer, verb, label);
        self.attach(link, verb, labels.mark);
    }

    /// "as *shelling* in the east killed two": a gerund that says nothing but where, and that the parser hung on the
    /// preposition.
    fn happening_behind(&self, link: usize, opening: usize) -> Option<usize> {
        let labels = self.labels;
        self.child(link, link..opening, labels.gerund)
            .filter(|&gerund| {
                let placed = |&word: &usize| self.tokens[word].dep == labels.prepositional;
                self.tag(gerund) == "VBG"
                    && self.children(gerund, gerund..opening).iter().all(placed)
            })
    }

    /// A participle without an auxiliary that has an object: a past form that the tagger mistook.
    fn active_alone(&self, verb: usize) -> Option<usize> {
        let labels = self.labels;
        let object = self.child(verb, verb..self.tokens.len(), labels.object);
        let alone = self.children(verb, 0..verb).into_iter().all(|c| {
            !matches!(
                self.symbols.get(self.tokens[c].dep),
                "aux" | "auxpass" | "cc"
            )
        });
        (self.tokens[verb].tag == labels.participle && object.is_some() && alone).then_some(verb)
    }

    /// Whether only an insert between commas without a finite verb stands between people and a verb.
    fn is_insert_behind(&self, people: usize, verb: usize) -> bool {
        people + 3 < verb
            && noun_classes(&self.tokens[people].lemma).meets(ClassSet::HUMAN)
            && self.lower(people + 1) == ","
            && self.lower(verb - 1) == ","
            && !(people + 1..verb).any(|i| {
                matches!(self.tag(i), "VBD" | "VBZ" | "VBP") || self.tokens[i].pos == Pos::Cconj
            })
    }

    /// "“*The rebels*,” said the mayor, “killed two”": a quotation that is broken off behind its subject goes on with
    /// the verb.
    pub(super) fn take_subject_before_voice(&mut self, cue: usize) {
        let labels = self.labels;
        if !self.is_cue(cue) {
            return;
        }
        let Some(quoted) = self.child(cue, 0..cue, labels.subject) else {
            return;
        };
        let Some(end) = (quoted + 1..cue).find(|&i| self.is_mark(i)) else {
            return;
        };
        let Some(start) = (0..quoted).rev().find(|&i| self.is_mark(i)) else {
            return;
        };
        let whole = end == quoted + 2
            && self.lower(quoted + 1) == ","
            && (start + 1..quoted).all(|i| self.within(i, quoted));
        let resumed = (cue + 1..self.tokens.len())
            .find(|&i| self.is_mark(i))
            .filter(|&i| self.lower(i - 1) == ",");
        let (Some(resumed), true) = (resumed, whole) else {
            return;
        };
        let aside = self.tokens[cue].dep == labels.parataxis;
        let verb = if aside {
            Some(self.head(cue))
        } else {
            let behind = self.children(cue, resumed + 1..self.tokens.len());
            behind.into_iter().find(|&c| {
                self.tokens[c].dep == labels.complement
                    || self.symbols.get(self.tokens[c].dep) == "xcomp"
            })
        };
        let Some(verb) = verb.filter(|&v| v > resumed && self.tokens[v].pos == Pos::Verb) else {
            return;
        };
        // Who speaks stands before or behind the verb of saying.
        let between = end + 1..resumed;
        let speaker = between.clone().find(|&i| {
            self.is_noun(i)
                && i != cue
                && (self.head(i) == quoted && self.tokens[i].dep == labels.apposition
                    || [cue, verb].contains(&self.head(i))
                        && [labels.subject, labels.passive_subject].contains(&self.tokens[i].dep))
        });
        let acts = self.subject(verb, resumed..verb).is_some();
        let (Some(speaker), false) = (speaker, acts) else {
            return;
        };
        if !aside {
            self.take_place(verb, cue);
            self.attach(cue, verb, labels.parataxis);
        }
        let label = self.subject_label(verb, resumed..verb);
        self.attach(speaker, cue, labels.subject);
        self.attach(quoted, verb, label);
    }

    fn is_mark(&self, i: usize) -> bool {
        matches!(self.lower(i).as_str(), "\"" | "“" | "”" | "``" | "''")
    }

    /// "were shot by bandits and *five others* wounded": the second passive has left its "were" out, and those before it
    /// shot nobody.
    pub(super) fn part_gapped_from_agent(&mut self, participle: usize) {
        let labels = self.labels;
        let undergone = self.lemma_in(participle, UNDERGONE)
            || self.lemma_in(participle, DEEDS)
            || self.lemma_in(participle, &["hurt", "set", "sink"]);
        let active = self.child(participle, participle + 1..self.tokens.len(), labels.object);
        let Some((and, sufferer)) = (undergone && active.is_none())
            .then(|| self.joined_right_before(participle))
            .flatten()
        else {
            return;
        };
        let partner = self.head(sufferer);
        let link = self.head(partner);
        let first = self.above(sufferer, 8, |v| {
            self.tokens[v].pos == Pos::Verb && self.is_passive(v, 0..v)
        });
        let Some(first) = first.filter(|&v| self.within(participle, v)) else {
            return;
        };
        // Behind another preposition only what is counted or owned stands apart from what it is listed with.
        let counted = self.tokens[sufferer].pos == Pos::Num
            || self.children(sufferer, and..sufferer).iter().any(|&c| {
                matches!(
                    self.symbols.get(self.tokens[c].dep),
                    "det" | "nummod" | "poss"
                )
            });
        let apart = self.head(link) == first && self.lower(link) == "by"
            || counted && !matches!(self.lower(link).as_str(), "with" | "of" | "by");
        if self.tokens[partner].dep != labels.prepositional_object || !apart {
            return;
        }
        self.attach(participle, first, labels.conjunct);
        self.attach(sufferer, participle, labels.passive_subject);
        self.tokens[participle].tag = labels.participle;
        self.tokens[participle].pos = Pos::Verb;
        self.tokens[and].head = first as u32;
    }

    /// The "and" and the noun behind it whose phrase ends right before a word, where the parser lists the noun with another.
    fn joined_right_before(&self, word: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 7;
        let mut noun = word.checked_sub(1)?;
        while self.tokens[noun].dep != self.labels.conjunct {
            let above = self.head(noun);
            if above >= word || above == noun || above + LONGEST < word {
                return None;
            }
            noun = above;
        }
        let and = self
            .leftmost(noun)
            .checked_sub(1)
            .filter(|&i| self.lower(i) == "and")?;
        self.is_noun(noun).then_some((and, noun))
    }

    /// "met the mother of the girl *shot* dead there", "found two men *shot* dead": who stands right before it was, and not
    /// who met her.
    pub(super) fn describe_the_shot_dead(&mut self, shot: usize) {
        let labels = self.labels;
        let Some(sufferer) = shot.checked_sub(1) else {
            return;
        };
        let dead = shot + 1 < self.tokens.len()
            && self.lower(shot + 1) == "dead"
            && self.head(shot + 1) == shot
            && self.lower(shot) == "shot";
        let above = self.head(shot);
        let bare = self
            .child(shot, shot..self.tokens.len(), labels.object)
            .is_none()
            && !self
                .children(shot, 0..shot)
                .iter()
                .any(|&c| self.tokens[c].pos == Pos::Aux);
        if !dead || !bare || above >= sufferer || !self.is_noun(sufferer) {
            return;
        }
        let dep = self.tokens[shot].dep;
        let own = self.head(sufferer) == shot;
        let found = own && self.lemma_in(above, &["discover", "find"]) && dep == labels.complement;
        if found {
            self.attach(sufferer, above, labels.object);
        } else if own {
            self.list_with_noun_before(sufferer, shot);
        } else if dep != labels.adverbial || self.subject(shot, 0..shot).is_some() {
            return;
        }
        if self.head(sufferer) != shot {
            self.attach(shot, sufferer, labels.modifier_clause);
            self.tokens[shot].tag = labels.participle;
        }
    }

    /// "the names of the woman and *the girl* shot dead": joined with who stands before the "and".
    fn list_with_noun_before(&mut self, noun: usize, verb: usize) {
        let labels = self.labels;
        let opening = self.leftmost(noun);
        let Some(and) = opening.checked_sub(1).filter(|&i| self.lower(i) == "and") else {
            return;
        };
        let first = and.checked_sub(1).filter(|&i| {
            self.tokens[i].dep == labels.prepositional_object
                && self.tokens[verb].dep == self.labels.relative
        });
        if let Some(first) = first {
            self.attach(noun, first, labels.conjunct);
        }
    }

    /// "The *robber* shot at a clerk": a finite verb has no article, so what stands between the two is its doer.
    pub(super) fn read_compound_as_doer(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(doer) = verb.checked_sub(1).filter(|&d| {
            self.head(d) == verb && self.tokens[d].dep == labels.compound && self.is_noun(d)
        }) else {
            return;
        };
        let article = self
            .children(verb, 0..doer)
            .into_iter()
            .find(|&c| self.symbols.get(self.tokens[c].dep) == "det");
        if article.is_none() || self.subject(verb, 0..verb).is_some() {
            return;
        }
        for child in self.children(verb, 0..doer) {
            if matches!(
                self.symbols.get(self.tokens[child].dep),
                "det" | "amod" | "compound"
            ) {
                self.tokens[child].head = doer as u32;
            }
        }
        self.attach(doer, verb, labels.subject);
        self.tokens[verb].pos = Pos::Verb;
    }

    /// "the sixth reporter *police say* was beaten", "another attack *officials blamed* on rebels": bare voices before a
    /// verb of saying tell of the noun before them.
    pub(super) fn part_voice_from_noun(&mut self, say: usize) {
        let labels = self.labels;
        let (Some(voice), Some(told_of)) = (say.checked_sub(1), say.checked_sub(2)) else {
            return;
        };
        self.give_told_verb_to_voice(say);
        let compound = self.lemma_in(voice, &VOICES)
            && (matches!(self.tag(voice), "NNS" | "NNPS") || self.lower(voice) == "police")
            && self.head(told_of) == voice;
        let noun = self.tokens[told_of].dep == labels.compound
            && matches!(self.tag(told_of), "NN" | "NNS");
        let deed = self.tag(told_of) == "VBG" && self.tokens[told_of].dep == labels.adjectival;
        let blames = self.lemma_in(say, &["blame", "attribute", "link"])
            && self.head(say) == voice
            && self.tokens[say].dep == labels.modifier_clause;
        if !compound || !(noun || deed && blames) {
            return;
        }
        if deed {
            self.read_as_noun(told_of);
        }
        let told = self.lemma_in(say, &["say", "believe", "allege"])
            && self.head(voice) == say
            && self.told_without_subject(say);
        let above = self.head(say);
        let opening = self.leftmost(voice);
        if blames {
            self.take_place(told_of, voice);
            self.tokens[say].tag = labels.past;
        } else if told && above < told_of && &*self.tokens[above].lemma == "be" {
            let Some(attribute) = self.symbols.find("attr") else {
                return;
            };
            self.attach(told_of, above, attribute);
        } else if told && opening > 0 && self.lower(opening - 1) == "of" {
            self.attach(told_of, opening - 1, labels.prepositional_object);
        } else {
            return;
        }
        for child in self.children(voice, 0..told_of) {
            self.tokens[child].head = told_of as u32;
        }
        self.attach(say, told_of, labels.relative);
        self.attach(voice, say, labels.subject);
    }

    /// "the sixth lawyer police say *was beaten*": what stands right behind a verb of saying is said by it.
    fn give_told_verb_to_voice(&mut self, say: usize) {
        let next = say + 1;
        if self.tokens[say].dep != self.labels.relative || next >= self.tokens.len() {
            return;
        }
        let verb = if self.tokens[next].pos == Pos::Aux {
            self.head(next)
        } else {
            next
        };
        let elsewhere = self.head(verb) < say && self.tokens[verb].dep == self.labels.complement;
        if elsewhere
            && verb > say
            && self.opening_of(verb) == Some(next)
            && self.subject(verb, 0..verb).is_none()
        {
            self.tokens[verb].head = say as u32;
        }
    }

    /// Whether right behind a verb of saying stands a finite verb that has no subject.
    fn told_without_subject(&self, say: usize) -> bool {
        let told = self.child(say, say + 1..self.tokens.len(), self.labels.complement);
        told.is_some_and(|v| self.opening_of(v) == Some(say + 1) && self.subject(v, 0..v).is_none())
    }

    /// "Nine were killed, the army said; rebels *claim* they fell ill": the second voice stands beside the first, and is
    /// not told by it.
    pub(super) fn part_rival_voice(&mut self, rival: usize) {
        let labels = self.labels;
        let told = self.head(rival);
        let speaks = told < rival
            && self.is_cue(rival)
            && self.child(rival, told..rival, labels.subject).is_some();
        let apart = (told..rival).any(|i| self.lower(i) == ";");
        if speaks && apart && self.tokens[rival].dep == labels.complement && self.is_cue(told) {
            self.tokens[rival].dep = labels.conjunct;
            return;
        }
        let speaks = speaks && self.tokens[rival].dep == labels.conjunct;
        let first = self
            .children(told, told + 1..rival)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.parataxis && self.is_cue(c));
        if let Some(first) = first.filter(|_| speaks) {
            self.tokens[rival].head = first as u32;
        }
    }

    /// "The experts, who serve the council, *called* on Oslo to act": a sentence without a verb of its own has that one.
    pub(super) fn read_behind_aside_as_finite(&mut self, verb: usize) {
        let labels = self.labels;
        let noun = self.head(verb);
        let behind_aside = self.tokens[verb].dep == labels.modifier_clause
            && self.tokens[noun].dep == labels.root
            && self.is_noun(noun)
            && noun + 1 < verb
            && self.lower(noun + 1) == ","
            && self.lower(verb - 1) == ","
            && self
                .children(noun, noun + 2..verb)
                .iter()
                .any(|&c| self.tokens[c].dep == self.labels.relative);
        if !behind_aside {
            return;
        }
        self.tokens[verb].tag = labels.past;
        self.attach(verb, verb, labels.root);
        self.attach(noun, verb, labels.subject);
        for later in self.children(noun, verb + 1..self.tokens.len()) {
            self.tokens[later].head = verb as u32;
        }
    }

    /// "Oduya, *whom the judiciary accused* of spying": who is behind "whom" accuses, and is not accused.
    pub(super) fn part_whom_from_doer(&mut self, whom: usize) {
        let labels = self.labels;
        let doer = self.head(whom);
        let verb = self
            .children(doer, doer + 1..self.tokens.len())
            .into_iter()
            .find(|&v| {
                v == doer + 1
                    && self.tokens[v].dep == labels.modifier_clause
                    && matches!(self.tag(v), "VBN" | "VBD")
            });
        let relative = self.tokens[doer].dep == self.labels.relative;
        let Some(verb) = verb.filter(|_| {
            self.lower(whom) == "whom" && whom < doer && self.is_noun(doer) && relative
        }) else {
            return;
        };
        self.take_place(verb, doer);
        self.tokens[verb].tag = labels.past;
        self.attach(doer, verb, labels.subject);
        self.attach(whom, verb, labels.object);
    }

    /// "Oduya, *whom the judge accused*, was freed", "The road, *which rebels shelled* in May, will reopen": what stands
    /// behind the closing comma is said of whoever or whatever the clause describes, and who is behind the pronoun acts.
    pub(super) fn part_doer_in_aside(&mut self, pronoun: usize) {
        let labels = self.labels;
        let main = self.above(pronoun, 2, |v| self.tokens[v].dep == labels.relative);
        let Some(main) = main.filter(|&main| main > pronoun) else {
            return;
        };
        let described = self.head(main);
        let doer = self
            .children(main, pronoun + 1..main)
            .into_iter()
            .find(|&c| {
                [labels.subject, labels.passive_subject].contains(&self.tokens[c].dep)
                    && self.is_noun(c)
            });
        let Some(doer) = doer.filter(|_| described < pronoun) else {
            return;
        };
        let verb = doer + 1;
        let acts = self.head(verb) == doer
            && self.tokens[verb].dep == labels.modifier_clause
            && matches!(self.tag(verb), "VBN" | "VBD");
        let closing = (verb + 1..main).rfind(|&i| !self.within(i, verb) && self.lower(i) == ",");
        // Behind the comma stand only the verb's auxiliaries and adverbs, one of the former with a tense.
        let goes_on = closing.is_some_and(|closing| {
            (closing + 1..main).all(|i| self.head(i) == main)
                && (self.opening_of(main).is_some_and(|o| o > closing)
                    || (closing + 1..main).any(|i| self.tag(i) == "MD"))
        });
        // "which the army said *it* had": whatever the verb has for an object keeps the pronoun out.
        let fragment = self.tokens[described].dep == labels.root
            || self.lower(pronoun) == "whom" && self.is_passive(main, 0..main);
        if !acts || !goes_on || !fragment || self.lower(pronoun - 1) != "," {
            return;
        }
        self.take_place(main, described);
        let dep = self.subject_label(main, 0..main);
        self.attach(described, main, dep);
        self.attach(verb, described, labels.relative);
        self.tokens[verb].tag = labels.past;
        self.attach(doer, verb, labels.subject);
        self.attach(pronoun, verb, labels.object);
    }

    /// "Visiting Mayor Lind, *Minister Orr* promised aid", "Firing at Captain Orr, *the gang* fled": the name before the
    /// comma is what the opening clause is about; who stands between comma and verb acts.
    pub(super) fn take_subject_behind_opening(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(last) = verb.checked_sub(1) else {
            return;
        };
        let ends = |i: &usize| self.tokens[*i].span.slice(self.text) == ".";
        let opening = (0..verb).rev().take_while(|i| !ends(i)).last();
        let Some(opening) = opening.filter(|&o| o + 3 < verb && self.lower(o).ends_with("ing"))
        else {
            return;
        };
        let Some((before, doer)) = self.doer_behind_comma(last, opening, verb) else {
            return;
        };
        let label = self.symbols.get(self.tokens[opening].dep);
        let clausal = self.head(opening) == verb && self.within(before, opening);
        let describes = matches!(label, "amod" | "compound")
            && self.within(opening, before)
            && self.head(before) == verb;
        // "Acting Mayor Orr, Judge Lind *and* an aide signed": a list.
        let list = describes && self.child(doer, doer + 1..verb, labels.conjunct).is_some();
        if label == "advcl" || list || !clausal && !describes {
            return;
        }
        self.attach(doer, verb, labels.subject);
        self.attach(opening, verb, labels.adverbial);
        if describes {
            self.attach(before, opening, labels.object);
            for link in self.children(before, before + 1..doer) {
                // "accusing *the general* of murder", "pelting *him* with eggs"
                if self.tokens[link].dep == labels.prepositional && self.lower(link) != "of"
                    || self.lower(link) == "of" && self.lemma_in(opening, &["accuse", "convict"])
                {
                    self.tokens[link].head = opening as u32;
                }
            }
        }
        self.read_as_participle(opening);
    }

    /// "In the capital, *Kalem*, police shot two men": two subjects, of which the first is what the town is called.
    pub(super) fn call_place_by_name(&mut self, name: usize) {
        const CALLED: [&str; 10] = [
            "area",
            "capital",
            "city",
            "district",
            "port",
            "province",
            "region",
            "stronghold",
            "town",
            "village",
        ];
        let labels = self.labels;
        let verb = self.head(name);
        let stands = self.tokens[name].pos == Pos::Propn
            && self.tokens[name].dep == labels.subject
            && name + 2 < verb
            && self.lower(name + 1) == ",";
        if !stands {
            return;
        }
        let kind = self.leftmost(name).checked_sub(2).filter(|&k| {
            let opens = self.tokens[k].dep == labels.prepositional_object;
            opens && self.lower(k + 1) == "," && self.lemma_in(k, &CALLED)
        });
        let doer = self.subject(verb, name + 1..verb);
        if let Some(kind) = kind.filter(|_| doer.is_some()) {
            self.attach(name, kind, labels.apposition);
        }
    }

    fn read_as_participle(&mut self, verb: usize) {
        let tag = self.symbols.find("VBG").unwrap_or(self.tokens[verb].tag);
        self.read_as_verb(verb, tag, "");
    }

    /// The name before a comma that an opening clause is about, and the head of the phrase between comma and verb.
    fn doer_behind_comma(
        &self,
        last: usize,
        opening: usize,
        verb: usize,
    ) -> Option<(usize, usize)> {
        let labels = self.labels;
        let mut doer = Some(last).filter(|&l| self.lower(l) != ",")?;
        for _ in 0..3 {
            let start = self.leftmost(doer);
            let comma = start.checked_sub(1).filter(|&c| self.lower(c) == ",");
            if let Some(comma) = comma.filter(|&c| c > opening && self.is_noun(doer)) {
                let beside = [labels.apposition, labels.conjunct].contains(&self.tokens[doer].dep);
                let before = match (beside, self.head(opening) == verb) {
                    (true, _) => self.head(doer),
                    (false, true) => comma - 1,
                    (false, false) => (opening + 1..comma).find(|&i| {
                        self.head(i) == verb
                            && [labels.subject, labels.unlabelled].contains(&self.tokens[i].dep)
                    })?,
                };
                let alone = (start..last + 1).all(|i| self.within(i, doer));
                let listed = (comma + 1..last).any(|i| self.lower(i) == ",");
                return (before < comma && alone && !listed).then_some((before, doer));
            }
            let up = self.head(doer);
            if up >= doer {
                return None;
            }
            doer = up;
        }
        None
    }

    /// "killing nine, including two boys, *villagers and a medic* said": who speaks stands behind the comma, and is none
    /// of those counted before it.
    pub(super) fn part_voice_from_the_included(&mut self, cue: usize) {
        let labels = self.labels;
        let Some(last) = cue.checked_sub(1).filter(|_| self.is_cue(cue)) else {
            return;
        };
        let Some(voice) = self.voice_set_apart(cue, last) else {
            return;
        };
        let first = self.first_listed(self.head(voice));
        let Some(share) = self.opening_of_share(first) else {
            return;
        };
        let Some(counted) = (0..share - 1).rev().find(|&i| self.is_noun(i)) else {
            return;
        };
        match self.subject(cue, 0..cue) {
            None => {}
            Some(subject) if subject == first => self.attach(first, counted, labels.apposition),
            Some(subject) if subject == counted => {
                let deed = self.leftmost(subject).checked_sub(1);
                let Some(deed) = deed.filter(|&d| self.tokens[d].pos == Pos::Verb) else {
                    return;
                };
                self.attach(subject, deed, labels.object);
            }
            Some(_) => return,
        }
        self.attach(voice, cue, labels.subject);
        self.hang_closing_cue(cue, share);
    }

    /// The head of the phrase between a comma and a cue, where it hangs on a word before the comma.
    fn voice_set_apart(&self, cue: usize, last: usize) -> Option<usize> {
        let labels = self.labels;
        let mut voice = last;
        for _ in 0..4 {
            let start = self.leftmost(voice);
            let apart = start > 0 && self.lower(start - 1) == ",";
            let listed = [labels.conjunct, labels.apposition].contains(&self.tokens[voice].dep);
            if apart && listed && self.is_noun(voice) && self.head(voice) < start {
                let whole = (start..cue).all(|i| self.within(i, voice));
                return whole.then_some(voice);
            }
            let up = self.head(voice);
            if up >= voice {
                return None;
            }
            voice = up;
        }
        None
    }

    /// Where the words begin that say who some of those counted were: "*including* two boys", "*among them* six nuns",
    /// "*mostly* women".
    fn opening_of_share(&self, first: usize) -> Option<usize> {
        let governor = self.head(first);
        let opening = match self.tokens[first].dep == self.labels.prepositional_object {
            true => Some(governor).filter(|&g| self.lower(g) == "including"),
            false => (0..first).rev().take(6).find(|&i| {
                matches!(self.lower(i).as_str(), "mostly" | "mainly" | "largely")
                    || self.lower(i) == "among"
                        && matches!(self.lower(i + 1).as_str(), "them" | "whom")
            }),
        };
        opening.filter(|&o| {
            o > 1
                && self.lower(o - 1) == ","
                && (o + 1..first).all(|i| {
                    self.lower(i) != "," && !matches!(self.tokens[i].pos, Pos::Noun | Pos::Propn)
                })
        })
    }

    /// Hangs a cue that closes what is told on the verb of that, and what goes on behind the cue's comma too.
    fn hang_closing_cue(&mut self, cue: usize, share: usize) {
        let labels = self.labels;
        let finite = |v: usize| {
            v < share && self.tokens[v].pos == Pos::Verb && !matches!(self.tag(v), "VBG" | "VB")
        };
        let inverted = self.child(cue, 0..share, labels.complement);
        let Some(told) = inverted.or_else(|| self.above(cue, 6, finite)) else {
            return;
        };
        if inverted.is_none() {
            self.attach(cue, told, labels.parataxis);
        }
        let count = self.tokens.len();
        if cue + 2 >= count || self.lower(cue + 1) != "," {
            return;
        }
        let link = cue + 2;
        // "…, police said, *in the second raid* this month"
        let event = self
            .child(link, link + 1..count, labels.prepositional_object)
            .is_some_and(|noun| {
                let classes = noun_classes(&self.tokens[noun].lemma);
                classes.has(NounClass::Event) && !classes.has(NounClass::Document)
            });
        if event && self.head(link) == cue {
            let since = self.children(cue, link + 1..count);
            for clause in since {
                if self.tokens[clause].dep == labels.adverbial {
                    self.tokens[clause].head = told as u32;
                }
            }
            self.tokens[link].head = told as u32;
        }
    }
}
