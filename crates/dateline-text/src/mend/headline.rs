//! Trees of headlines, mended.
//!
//! The parser was trained on full sentences. In a headline, which leaves out articles and joins by a
//! comma, it takes a verb for a noun's modifier ("*market kills* 27", "*UK sanctions* oil firms") and
//! a partner for an apposition ("*Merkel*, Hollande hold talks"). [`Tree::mend_headline`] rewrites such trees where
//! the tags leave one reading.

use super::Tree;
use super::undergone::UNDERGONE;
use crate::document::{Pos, Sym};
use crate::phrase::is_between_blanks;
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Headlines are short; a longer line without a full stop is a caption or a list.
const MOST_TOKENS: usize = 24;

/// What is done to people in words.
const ASKED: &[&str] = &["interrogate", "question"];

/// What happens to things and happenings by somebody's doing; full sentences have it without an object too.
const BROUGHT_ABOUT: &[&str] = &[
    "ban",
    "block",
    "burn",
    "call",
    "cancel",
    "capture",
    "close",
    "damage",
    "declare",
    "deploy",
    "destroy",
    "disperse",
    "foil",
    "hear",
    "hit",
    "hold",
    "impose",
    "launch",
    "lift",
    "loot",
    "plan",
    "reopen",
    "report",
    "sack",
    "seal",
    "seize",
    "shut",
    "sign",
    "storm",
    "suspend",
    "thwart",
    "vandalise",
    "vandalize",
];

impl Tree<'_> {
    /// Whether the part is short and does not end as a sentence does.
    pub(super) fn reads_as_headline(&self) -> bool {
        let ends = self.tokens.last().is_none_or(|last| {
            matches!(
                last.span.slice(self.text),
                "." | "!" | "?" | "”" | "\"" | ":" | "…" | "..." | ","
            )
        });
        !ends && (3..=MOST_TOKENS).contains(&self.tokens.len())
    }

    /// "Ruvia *expels* four envoys, Danu vows painful reply": who vows or demands something of their own has not
    /// told what stands before the comma.
    fn part_from_answer(&mut self) {
        let labels = self.labels;
        for answer in 3..self.tokens.len() {
            let Some(subject) = self.child(answer, 0..answer, labels.subject) else {
                continue;
            };
            let opening = self.leftmost(subject);
            let own_object = self
                .child(answer, answer + 1..self.tokens.len(), labels.object)
                .is_some();
            let set_apart = opening > 1 && self.lower(opening - 1) == ",";
            let Some(deed) = self
                .child(answer, 0..opening, labels.complement)
                .filter(|&d| {
                    set_apart
                        && own_object
                        && matches!(self.tag(d), "VBZ" | "VBP" | "VBD")
                        && self.child(d, 0..d, labels.subject).is_some()
                })
            else {
                continue;
            };
            self.take_place(deed, answer);
            self.attach(answer, deed, labels.conjunct);
        }
    }

    /// "Bomb kills nine in *Kalem* - police", "Nine *rebels* killed: army": what stands before the dash or colon is no part
    /// of who says it behind, nor is he another name of it.
    fn part_closing_label(&mut self) {
        const MOST: usize = 4;
        let labels = self.labels;
        let n = self.tokens.len();
        let spaced = |i: usize| {
            let mark = self.tokens[i].span;
            matches!(mark.slice(self.text), "-" | "–" | "—") && is_between_blanks(self.text, mark)
        };
        let colon = |i: usize| self.tokens[i].span.slice(self.text) == ":";
        let Some(dash) = (2..n.saturating_sub(1)).rfind(|&i| spaced(i) || colon(i)) else {
            return;
        };
        let label = n - 1;
        let low = |i: usize| self.lower(i) == self.tokens[i].span.slice(self.text);
        let named = (dash + 1..n).all(|i| self.tokens[i].pos == Pos::Noun);
        if n - dash > MOST + 1 || !named || !low(dash + 1) {
            return;
        }
        let across: Vec<usize> = (0..dash).filter(|&i| self.head(i) > dash).collect();
        if let Some(&last) = across.last() {
            let verbs = |&&i: &&usize| matches!(self.tokens[i].pos, Pos::Verb | Pos::Aux);
            let top = across.iter().find(verbs).copied().unwrap_or(last);
            self.take_place(top, label);
            for &word in across.iter().filter(|&&word| word != top) {
                self.tokens[word].head = top as u32;
            }
        }
        if let Some(root) = (0..dash).find(|&i| self.head(i) == i) {
            self.tokens[dash].head = label as u32;
            self.attach(label, root, labels.unlabelled);
        }
    }

    pub(super) fn mend_headline(&mut self) {
        self.part_closing_label();
        self.read_assault_behind_name();
        self.read_first_of_two_deeds();
        self.read_gerund_as_doer();
        self.give_people_their_town();
        self.read_exchange_as_verb();
        self.give_arrest_its_suspect();
        self.read_what_befell_the_aged();
        self.part_from_first_deed();
        self.read_opening_as_somebody();
        self.part_happening_from_its_place();
        self.part_hurt_from_left();
        self.read_as_left();
        self.join_objects();
        self.set_topic_apart();
        self.read_noun_with_subject_as_verb();
        self.raise_verb_behind_forces();
        self.give_verb_its_compound();
        self.give_report_its_source();
        self.read_length_as_time();
        self.read_closing_gerund_as_happening();
        self.read_closing_compound_as_happening();
        self.give_participle_behind_conjunction_its_sufferer();
        self.describe_the_killed();
        self.read_suspect_as_somebody();
        self.read_infinitive_as_to_come();
        self.give_first_headline_its_source();
        self.read_plural_as_verb();
        for i in 1..self.tokens.len() {
            self.read_disagreeing_subject_as_verb(i);
            self.read_plural_before_number_as_verb(i);
        }
        self.open_clause_behind_preposition();
        self.raise_buried_verb();
        self.give_subject_to_last_verb();
        self.read_shot_dead();
        self.read_counted_shot();
        self.read_hit_as_undergone();
        self.join_subjects_behind_as();
        self.join_subjects();
        self.raise_what_befell_somebody();
        self.read_bare_passives();
        self.join_closing_voice();
        self.part_from_answer();
        for i in 0..self.tokens.len() {
            self.part_behind_semicolon(i);
        }
    }

    /// "Boko Haram *storms* village", "RSF *shells* market in Kalem": between a name that opens the line and a building, place
    /// or vehicle stands what was done to it, however the tagger reads either.
    fn read_assault_behind_name(&mut self) {
        const ASSAULTS: [&str; 9] = [
            "attack", "bomb", "hit", "overrun", "raid", "seize", "shell", "storm", "strike",
        ];
        const STRUCK: ClassSet =
            ClassSet::of(&[NounClass::Facility, NounClass::Place, NounClass::Vehicle]);
        let labels = self.labels;
        let named = |i: &usize| self.tokens[*i].pos == Pos::Propn;
        let verb = (0..self.tokens.len()).take_while(named).count();
        let thing = verb + 1;
        if verb == 0 || thing >= self.tokens.len() || self.tokens[verb].pos != Pos::Noun {
            return;
        }
        let doer = verb - 1;
        let Some((tag, lemma)) = self.verb_behind(verb, doer) else {
            return;
        };
        let (above, word) = (self.head(verb), self.lower(thing));
        if !ASSAULTS.contains(&lemma.as_str())
            || above != thing
            || !noun_classes(&word).meets(STRUCK)
        {
            return;
        }
        self.take_place(verb, thing);
        // "…, *killing* nine": the parser made that the verb.
        let over = self.head(verb);
        if self.tag(over) == "VBG" && self.tokens[verb].dep == labels.subject {
            self.take_place(verb, over);
            self.attach(over, verb, labels.adverbial);
        }
        for child in self.children(thing, 0..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
        self.read_as_verb(verb, tag, &lemma);
        self.attach(thing, verb, labels.object);
        self.tokens[thing].pos = Pos::Noun;
        self.tokens[thing].tag = labels.singular;
        self.tokens[thing].lemma = word.as_str().into();
        self.attach(doer, verb, labels.subject);
        for i in 0..doer {
            self.attach(i, doer, labels.compound);
        }
    }

    /// "Tear gas fired at Kalem *protesters*": at people of that town, who are no head of the line.
    fn give_people_their_town(&mut self) {
        let labels = self.labels;
        let Some(people) = (2..self.tokens.len()).find(|&i| {
            self.head(i) == i && self.tag(i) == "NNS" && self.tokens[i].pos == Pos::Noun
        }) else {
            return;
        };
        let town = people - 1;
        let link = self.head(town);
        let verb = self.head(link);
        let fired = self.tokens[town].pos == Pos::Propn
            && self.tokens[town].dep == labels.prepositional_object
            && link + 1 == town
            && self.tag(verb) == "VBN"
            && self.tokens[verb].dep == labels.modifier_clause
            && verb < link;
        let noun = self.head(verb);
        if !fired || self.tokens[noun].dep != labels.subject || self.head(noun) != people {
            return;
        }
        for child in self.children(people, people + 1..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
        self.attach(verb, verb, labels.root);
        self.attach(noun, verb, labels.passive_subject);
        self.attach(people, link, labels.prepositional_object);
        self.attach(town, people, labels.compound);
    }

    /// What hung across a verb found within a stretch, or on it, hangs on the noun of its own side; `kept` has its head.
    fn hang_by_side(
        &mut self,
        stretch: std::ops::Range<usize>,
        v: usize,
        (subject, object): (usize, usize),
        kept: Option<usize>,
    ) {
        for i in stretch.clone() {
            let (before, up) = (i < v, self.head(i));
            if i == v || i == subject || i == object || kept == Some(i) {
                continue;
            }
            if before && (up >= v || up == i || up < stretch.start) {
                self.tokens[i].head = subject as u32;
            } else if !before && (up <= v || up == i || up >= stretch.end) {
                self.tokens[i].head = if i < object { object } else { v } as u32;
            } else {
                continue;
            }
            if up == i {
                self.tokens[i].dep = self.labels.compound;
            }
        }
    }

    /// The verb that a word is in a headline, behind this noun: "rebels *storm*", "army *storms*".
    fn verb_behind(&self, v: usize, doer: usize) -> Option<(Sym, String)> {
        let word = self.lower(v);
        let acts = noun_classes(&self.tokens[doer].lemma.to_lowercase()).meets(ClassSet::AGENT)
            || self.tokens[doer].pos == Pos::Propn;
        if self.is_plural_or_forces(doer)
            || self.tag(doer) == "NNPS"
            || self.lower(doer) == "gunmen"
        {
            return is_base_form(&word).then_some((self.labels.plain_present, word));
        }
        let lemma = verb_of_plural(&word).filter(|_| acts)?;
        Some((self.labels.present, lemma.to_owned()))
    }

    /// "Gunmen *storm* hotel, *kill* nine", "Militants *attack* convoy; six killed": before a comma with another verb
    /// in the same form behind it, and before a semicolon, stands a sentence.
    fn read_first_of_two_deeds(&mut self) {
        const LONGEST: usize = 8;
        let n = self.tokens.len();
        let Some(stop) = (3..n.saturating_sub(2).min(LONGEST))
            .find(|&i| matches!(self.lower(i).as_str(), "," | ";"))
        else {
            return;
        };
        // "ambush convoy *in Norland*, kill 14"
        let place = (3..stop).find(|&i| matches!(self.lower(i).as_str(), "in" | "near" | "at"));
        let (object, noun) = (place.unwrap_or(stop) - 1, |tree: &Self, i: usize| {
            tree.is_noun(i) || tree.tokens[i].pos == Pos::Adj
        });
        let found = (1..object).find_map(|v| {
            let doer = v - 1;
            let (tag, lemma) = self.verb_behind(v, doer)?;
            let phrases = (0..v)
                .chain(v + 1..stop)
                .all(|i| noun(self, i) || Some(i) == place);
            (self.is_noun(doer) && self.is_noun(object) && phrases).then_some((v, tag, lemma))
        });
        let Some((v, tag, lemma)) = found else { return };
        let next = stop + 1;
        let second = self
            .verb_behind(next, v - 1)
            .filter(|(form, _)| *form == tag);
        let goes_on = self.lower(stop) == ";" || second.is_some();
        // What the parser has right stays.
        let told = self.tokens[v].pos == Pos::Verb
            && self.subject(v, 0..v) == Some(v - 1)
            && self.head(object) == v
            && self.tokens[object].dep == self.labels.object
            && (second.is_none() || self.head(next) == v);
        if !goes_on || told {
            return;
        }
        let root = (0..n).find(|&i| self.head(i) == i).unwrap_or(v);
        self.read_as_verb(v, tag, &lemma);
        self.hang_by_side(0..stop, v, (v - 1, object), None);
        self.attach(v, v, self.labels.root);
        self.attach(v - 1, v, self.labels.subject);
        self.attach(object, v, self.labels.object);
        self.tokens[stop].head = v as u32;
        match second.filter(|_| self.lower(stop) == ",") {
            Some((tag, lemma)) => self.read_second_deed(v, next, tag, &lemma),
            None if root > stop => self.attach(root, v, self.labels.unlabelled),
            None => {}
        }
    }

    /// "Army, militia *trade* blame", "Bomb kills nine as Ruvia and Danu *exchange* fire": two sides before a word for
    /// exchanging and what goes to and fro behind it make a clause.
    fn read_exchange_as_verb(&mut self) {
        const GIVEN: [&str; 18] = [
            "accusations",
            "allegations",
            "barbs",
            "blame",
            "blows",
            "fire",
            "gunfire",
            "insults",
            "jabs",
            "missiles",
            "prisoners",
            "punches",
            "recriminations",
            "rockets",
            "shells",
            "shots",
            "strikes",
            "threats",
        ];
        let labels = self.labels;
        let n = self.tokens.len();
        let found = (3..n.saturating_sub(1)).find(|&v| {
            let exchanges = matches!(self.lower(v).as_str(), "trade" | "exchange" | "swap");
            exchanges && self.is_noun(v) && self.is_noun(v - 1)
        });
        let Some(v) = found else { return };
        let given = (v + 1..n.min(v + 3)).find(|&i| GIVEN.contains(&self.lower(i).as_str()));
        let joint = (1..v - 1)
            .rev()
            .find(|&i| matches!(&*self.lower(i), "," | "and"));
        let (Some(given), Some(joint)) = (given, joint) else {
            return;
        };
        let (first, second) = (joint - 1, v - 1);
        let mark = (1..first).rev().find(|&i| self.lower(i) == "as");
        let start = mark.map_or(0, |m| m + 1);
        let phrases =
            (start..v).all(|i| i == joint || self.is_noun(i) || self.tokens[i].pos == Pos::Adj);
        // The parser may make the last word the verb of all.
        let told = mark.and_then(|m| (0..m).find(|&t| self.head(t) == t || self.tag(t) == "VBZ"));
        if !phrases || !self.is_noun(first) || mark.is_some() && told.is_none() {
            return;
        }
        for i in start..n {
            let whole = match i {
                _ if i < first => first,
                _ if (joint + 1..second).contains(&i) => second,
                _ if (v + 1..given).contains(&i) => given,
                _ if i > given && self.head(i) < given => v,
                _ => continue,
            };
            self.tokens[i].head = whole as u32;
        }
        let word = self.lower(v);
        self.read_as_verb(v, labels.plain_present, &word);
        match (mark, told) {
            (Some(mark), Some(told)) => {
                if self.head(told) == given {
                    self.attach(told, told, labels.root);
                }
                self.attach(v, told, labels.adverbial);
                self.attach(mark, v, labels.mark);
            }
            _ => self.attach(v, v, labels.root),
        }
        self.attach(first, v, labels.subject);
        self.attach(second, first, labels.conjunct);
        self.attach(given, v, labels.object);
        self.read_as_noun(given);
        self.tokens[given].lemma = "".into();
        self.tokens[joint].head = first as u32;
    }

    fn read_second_deed(&mut self, first: usize, second: usize, tag: Sym, lemma: &str) {
        let n = self.tokens.len();
        let object = (second + 1..n)
            .take_while(|&i| self.is_noun(i) || matches!(self.tokens[i].pos, Pos::Adj | Pos::Det))
            .filter(|&i| self.is_noun(i))
            .last();
        self.read_as_verb(second, tag, lemma);
        for i in second + 1..n {
            let up = self.head(i);
            if up < second || up == i || up == second && object.is_some_and(|o| i < o) {
                let own = object.filter(|&o| i < o).unwrap_or(second);
                self.tokens[i].head = own as u32;
            }
        }
        self.attach(second, first, self.labels.conjunct);
        if let Some(object) = object {
            self.attach(object, second, self.labels.object);
        }
    }

    /// An empty lemma is found anew, as that of a verb.
    pub(super) fn read_as_verb(&mut self, word: usize, tag: Sym, lemma: &str) {
        self.tokens[word].pos = Pos::Verb;
        self.tokens[word].tag = tag;
        self.tokens[word].lemma = lemma.into();
    }

    /// "Suspect in killing of nurse *arrested*", "Man wanted over bombing *captured*": the last participle says what
    /// became of who opens the headline.
    fn give_arrest_its_suspect(&mut self) {
        const ENDS: [&str; 9] = [
            "arrest", "capture", "catch", "charge", "detain", "hold", "identify", "jail", "nab",
        ];
        let labels = self.labels;
        let n = self.tokens.len();
        let ended = |tree: &Self, a: usize| {
            matches!(tree.tag(a), "VBN" | "VBD")
                && tree.lemma_in(a, &ENDS)
                && tree.tokens[a].dep != labels.conjunct
                && tree
                    .children(a, 0..n)
                    .iter()
                    .all(|&c| c > a && tree.tokens[c].dep != labels.object)
        };
        let Some(arrest) = (3..n).rfind(|&a| self.head(a) < a && ended(self, a)) else {
            return;
        };
        // "Suspect in mayor's murder *arrested*": the parser may hang it on what is told of the suspect.
        let mut top = self.head(arrest);
        while self.tokens[arrest].dep == labels.modifier_clause
            && self.tokens[top].dep == labels.prepositional_object
            && self.head(self.head(top)) < top
        {
            top = self.head(self.head(top));
        }
        // "Sheriff: Boy *charged*": behind a topic another opens the sentence.
        let topic = (0..arrest).any(|i| self.lower(i) == ":");
        if self.head(top) != top || topic {
            return;
        }
        let sought = self.lemma_in(top, &["seek", "want", "suspect", "accuse"]);
        let opens = match sought {
            true => self.subject(top, 0..top),
            false => Some(top),
        };
        let held = opens.filter(|&o| {
            self.is_noun(o)
                && noun_classes(&self.tokens[o].lemma.to_lowercase()).meets(ClassSet::HUMAN)
        });
        let Some(held) = held else { return };
        self.attach(arrest, arrest, labels.root);
        self.tokens[arrest].tag = labels.participle;
        if sought {
            self.attach(top, held, labels.modifier_clause);
            self.tokens[top].tag = labels.participle;
        }
        self.read_as_noun(held);
        self.attach(held, arrest, labels.passive_subject);
        // "Suspect in *stabbing*": what happened, and nothing the suspect does here.
        for link in self.children(held, held + 1..arrest) {
            let gerund = self.child(link, link + 1..arrest, labels.gerund);
            if let Some(deed) =
                gerund.filter(|&d| self.child(d, d..arrest, labels.object).is_none())
            {
                self.read_as_noun(deed);
                self.attach(deed, link, labels.prepositional_object);
            }
        }
    }

    /// "Two-year-old *stabbed*, killed in Kalem": behind an age the tagger's noun is what befell its bearer.
    fn read_what_befell_the_aged(&mut self) {
        const BEFALLS: [(&str, &str); 7] = [
            ("beaten", "beat"),
            ("hit", "hit"),
            ("killed", "kill"),
            ("shot", "shoot"),
            ("stabbed", "stab"),
            ("strangled", "strangle"),
            ("wounded", "wound"),
        ];
        let labels = self.labels;
        for verb in 1..self.tokens.len() {
            let old = verb - 1;
            let word = self.lower(verb);
            let Some((_, lemma)) = BEFALLS.iter().find(|(form, _)| *form == word) else {
                continue;
            };
            if self.tokens[verb].pos != Pos::Noun || !self.ends_age(old) || self.head(old) != verb {
                continue;
            }
            self.read_as_verb(verb, labels.participle, lemma);
            self.read_as_noun(old);
            self.attach(old, verb, labels.passive_subject);
            for child in self.children(verb, verb + 1..self.tokens.len()) {
                if self.tokens[child].dep == labels.modifier_clause && self.tag(child) == "VBN" {
                    self.tokens[child].dep = labels.conjunct;
                }
            }
        }
    }

    /// "Judge shot dead in Kalem, two *held*", "Man robbed, *shot* in Kalem": behind the comma stands what was done
    /// next.
    fn part_from_first_deed(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        for next in 3..n {
            let first = self.head(next);
            let past = |tree: &Self, v: usize| {
                matches!(tree.tag(v), "VBD" | "VBN") && tree.lemma_in(v, UNDERGONE)
            };
            let comma = (first.min(next)..next).any(|i| self.lower(i) == ",");
            // "robbed, *shot*"
            if self.tokens[next].dep == labels.unlabelled
                && first < next
                && comma
                && past(self, next)
                && past(self, first)
                && self.subject(next, 0..next).is_none()
            {
                self.tokens[next].dep = labels.conjunct;
                continue;
            }
            // "shot dead in Kalem, suspect *held*"
            if self.symbols.get(self.tokens[next].dep) == "parataxis"
                && first < next
                && comma
                && past(self, first)
                && self.tag(next) == "VBN"
                && self.subject(next, first..next).is_some()
            {
                self.tokens[next].dep = labels.conjunct;
                continue;
            }
            // "shot dead, two *held*"
            let told = self
                .children(next, 0..next)
                .into_iter()
                .find(|&c| self.tokens[c].dep == labels.complement && past(self, c));
            let counted = self.subject(next, 0..next).filter(|&s| s + 1 == next);
            let done = past(self, next) || self.lemma_in(next, &["hold"]);
            // "Kalem expels five, trader *questioned*"
            let present = self.children(next, 0..next).into_iter().find(|&c| {
                self.tokens[c].dep == labels.complement
                    && matches!(self.tag(c), "VBZ" | "VBP")
                    && self.subject(c, 0..c).is_some()
            });
            let asked = self.lemma_in(next, ASKED)
                && self.child(next, next + 1..n, labels.object).is_none();
            let told = told.or(present.filter(|_| asked));
            if let (Some(told), Some(who)) = (told, counted.filter(|_| done || asked))
                && self.tokens[next].pos == Pos::Verb
                && (told..who).any(|i| self.lower(i) == ",")
            {
                self.take_place(told, next);
                self.attach(next, told, labels.conjunct);
                self.tokens[next].tag = labels.participle;
                self.attach(who, next, labels.passive_subject);
            }
        }
    }

    /// "*Teen* in hospital after being shot", "*Boy* dies": who opens the headline, whatever the tagger makes of it.
    fn read_opening_as_somebody(&mut self) {
        let labels = self.labels;
        if !self.names_somebody(0) {
            return;
        }
        let (verb, dep) = (
            self.head(0),
            self.symbols.get(self.tokens[0].dep).to_owned(),
        );
        let root = self.head(verb) == verb;
        // "Boy dies", "Officer recovering"
        let acts = verb == 1
            && root
            && self.tokens[verb].pos == Pos::Verb
            && self.subject(verb, 0..verb).is_none()
            && (dep == "intj" || dep == "compound" && self.tag(verb) == "VBG");
        if acts {
            self.read_as_noun(0);
            self.attach(0, verb, labels.subject);
        }
        // "Teen in hospital"
        let link = self.symbols.get(self.tokens[1].dep) == "prep" && self.head(1) == 0;
        let alone = match self.tokens[0].pos {
            // "*Boy*, 7, wounded in Kalem shooting"
            Pos::Intj => true,
            Pos::Verb => link,
            _ => false,
        };
        if verb == 0 && alone {
            self.read_as_noun(0);
        }
    }

    /// "Blast *leaves* one dead, three *wounded*": those whom the comma sets apart were left so, too.
    fn part_hurt_from_left(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(leaves) = (1..n).find(|&v| self.lower(v) == "leaves") else {
            return;
        };
        let hurt = self.head(leaves);
        let state = matches!(
            self.lower(hurt).as_str(),
            "dead" | "hurt" | "injured" | "wounded"
        );
        let told = self.tokens[leaves].dep == labels.complement
            && self.head(hurt) == hurt
            && leaves < hurt
            && self
                .child(leaves, leaves + 1..hurt, labels.predicate)
                .is_some();
        let number = self
            .subject(hurt, leaves + 1..hurt)
            .or_else(|| self.child(hurt, leaves + 1..hurt, labels.number));
        let Some(number) = number.filter(|_| state && told) else {
            return;
        };
        let comma = self.leftmost(number) - 1;
        if self.lower(comma) != "," {
            return;
        }
        self.attach(leaves, leaves, labels.root);
        let lemma = match self.lower(hurt).as_str() {
            "injured" => Some("injure"),
            "wounded" => Some("wound"),
            "hurt" => Some("hurt"),
            _ => None,
        };
        if let Some(lemma) = lemma {
            self.read_as_verb(hurt, labels.participle, lemma);
        }
        self.attach(hurt, leaves, labels.conjunct);
        self.attach(number, hurt, labels.passive_subject);
        self.tokens[comma].head = leaves as u32;
        // "Kalem *shooting* leaves"
        let happening = leaves - 1;
        let place = self.head(happening);
        if self.tokens[happening].pos == Pos::Verb
            && self.lower(happening).ends_with("ing")
            && place < happening
            && self.head(place) == leaves
        {
            self.read_as_noun(happening);
            self.attach(happening, leaves, labels.subject);
            self.attach(place, happening, labels.compound);
        }
    }

    /// "*Attack* in Kalem leaves two dead": Kalem is where the attack was, and leaves nobody.
    fn part_happening_from_its_place(&mut self) {
        let labels = self.labels;
        for link in 1..self.tokens.len().saturating_sub(2) {
            let (happening, place) = (link - 1, link + 1);
            let stands_before = self.tokens[link].dep == labels.prepositional
                && self.head(link) == place
                && self.head(happening) == place
                && self.is_noun(place)
                && matches!(self.lower(link).as_str(), "in" | "at" | "near" | "on");
            let happens = noun_classes(&self.lower(happening)).has(NounClass::Event);
            if stands_before && happens {
                self.take_place(happening, place);
                self.read_as_noun(happening);
                self.attach(link, happening, labels.prepositional);
                self.attach(place, link, labels.prepositional_object);
            }
        }
    }

    /// "Blast *leaves* nurse, three guards *dead*": who was left so stands on both sides of the comma.
    fn read_as_left(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let happens = |i: usize| {
            self.is_noun(i)
                || self.tokens[i].pos == Pos::Verb && self.lower(i).ends_with("ing")
                || noun_classes(&self.lower(i)).has(NounClass::Event)
        };
        let leaves = (1..n).find(|&v| self.lower(v) == "leaves" && happens(v - 1));
        let Some(leaves) = leaves else { return };
        let state = (leaves + 4..n).find(|&s| {
            matches!(
                self.lower(s).as_str(),
                "dead" | "hurt" | "injured" | "wounded"
            )
        });
        let Some(state) = state.filter(|&s| self.is_noun(s - 1)) else {
            return;
        };
        let subject = self.subject(leaves, 0..leaves);
        let happening = subject
            .filter(|&s| noun_classes(&self.lower(s)).has(NounClass::Event))
            .unwrap_or(leaves - 1);
        let last = state - 1;
        let comma = (leaves + 2..last).find(|&i| self.lower(i) == ",");
        let Some(comma) = comma.filter(|&c| self.is_noun(c - 1)) else {
            return;
        };
        let people = (leaves + 1..state)
            .all(|i| i == comma || self.is_noun(i) || self.tokens[i].pos == Pos::Adj);
        if !people {
            return;
        }
        let first = comma - 1;
        self.read_as_verb(leaves, labels.present, "leave");
        for i in 0..n {
            let whole = match i {
                _ if i < happening => happening,
                _ if leaves < i && i < first => first,
                _ if comma < i && i < last => last,
                _ if i > state && self.head(i) <= state => leaves,
                _ => continue,
            };
            if self.head(i) == i || !(whole.min(i)..=whole.max(i)).contains(&self.head(i)) {
                self.tokens[i].head = whole as u32;
                if self.tokens[i].dep == labels.root {
                    self.tokens[i].dep = labels.compound;
                }
            }
        }
        self.attach(leaves, leaves, labels.root);
        self.attach(happening, leaves, labels.subject);
        self.read_as_noun(happening);
        self.attach(first, leaves, labels.object);
        self.attach(last, first, labels.conjunct);
        self.tokens[comma].head = first as u32;
        self.attach(state, leaves, labels.predicate);
    }

    /// "Bomb kills officer, *3 civilians*": those who are counted behind the comma are not whom they stand behind.
    fn join_counted_object(&mut self, second: usize) {
        let labels = self.labels;
        let n = self.tokens.len();
        let human = |tree: &Self, i: usize| {
            tree.names_somebody(i) || noun_classes(&tree.tokens[i].lemma).meets(ClassSet::HUMAN)
        };
        let counted = self
            .children(second, 0..second)
            .into_iter()
            .find(|&c| self.tag(c) == "CD" && c + 1 >= self.leftmost(second));
        let opening = self.leftmost(second);
        if counted.is_none() || opening < 3 || self.lower(opening - 1) != "," {
            return;
        }
        let first = opening - 2;
        let verb = self.head(first);
        let apart = self.head(second) == verb && self.tokens[second].dep == labels.unlabelled
            || self.head(second) == first && self.tokens[second].dep == labels.apposition;
        let others = matches!(self.lower(second).as_str(), "others" | "more");
        if self.tokens[first].dep == labels.object
            && self.tokens[verb].pos == Pos::Verb
            && apart
            && human(self, first)
            && (others || human(self, second))
        {
            self.attach(second, first, labels.conjunct);
            for link in self.children(second, second + 1..n) {
                if self.tokens[link].dep == labels.prepositional && self.lower(link) != "of" {
                    self.tokens[link].head = verb as u32;
                }
            }
        }
    }

    /// "Gunmen kill judge, *driver*", "Okello, *wife* shot dead": without an article the comma stands for "and".
    fn join_objects(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        for second in 3..n {
            self.join_counted_object(second);
        }
        for second in 2..n {
            let first = self.head(second);
            let bare = |i: usize| {
                self.tag(i) == "NN"
                    && noun_classes(&self.tokens[i].lemma).meets(ClassSet::HUMAN)
                    && self.children(i, 0..i).is_empty()
            };
            let kin = noun_classes(&self.tokens[second].lemma).has(NounClass::Kin)
                && matches!(
                    self.symbols.get(self.tokens[first].dep),
                    "nsubj" | "nsubjpass"
                );
            let both = self.tokens[first].dep == labels.object && bare(first) && bare(second);
            if self.tokens[second].dep == labels.apposition
                && first + 2 == second
                && (both || kin)
                && self.children(second, 0..n).is_empty()
            {
                self.tokens[second].dep = labels.conjunct;
            }
        }
    }

    /// "*Kalem:* Army, militia executed civilians": a topic before a colon does nothing; the next phrase does.
    fn set_topic_apart(&mut self) {
        const LONGEST: usize = 3;
        let Some(colon) = (1..self.tokens.len().min(LONGEST + 1)).find(|&i| self.lower(i) == ":")
        else {
            return;
        };
        self.read_topic_as_noun(colon);
        self.raise_verb_behind_topic(colon);
        self.give_verb_behind_topic_its_doer(colon);
        self.read_deed_behind_topic(colon);
        self.read_call_behind_topic(colon);
    }

    /// What stood alone in a topic, or hung behind it, stands beside the verb behind it.
    fn set_beside(&mut self, topic: std::ops::Range<usize>, verb: usize) {
        for i in topic.clone() {
            if self.head(i) == i || self.head(i) >= topic.end {
                self.attach(i, verb, self.labels.unlabelled);
            }
        }
    }

    /// "Norland: *Free* Jailed Editors", "Ruvia: *Halt* Executions": what a state is called on to do, and nothing that it
    /// did.
    fn read_call_behind_topic(&mut self, colon: usize) {
        const CALLED_FOR: &[&str] = &[
            "abandon",
            "abolish",
            "allow",
            "bring",
            "cancel",
            "cease",
            "disclose",
            "drop",
            "end",
            "ensure",
            "free",
            "halt",
            "investigate",
            "lift",
            "probe",
            "prosecute",
            "protect",
            "punish",
            "quash",
            "reinstate",
            "reject",
            "release",
            "repeal",
            "respect",
            "restore",
            "reveal",
            "revoke",
            "scrap",
            "stop",
            "suspend",
            "uphold",
            "withdraw",
        ];
        let labels = self.labels;
        let (n, verb) = (self.tokens.len(), colon + 1);
        let Some(base) = self.symbols.find("VB") else {
            return;
        };
        let named = (0..colon).all(|i| self.is_noun(i));
        if verb + 1 >= n || !named || !CALLED_FOR.contains(&self.lower(verb).as_str()) {
            return;
        }
        let phrase = |i: usize| {
            self.is_noun(i)
                || matches!(self.tokens[i].pos, Pos::Adj | Pos::Det | Pos::Num)
                || self.tag(i) == "VBN"
        };
        let object = (verb + 1..n)
            .take_while(|&i| phrase(i))
            .filter(|&i| self.is_noun(i))
            .last();
        let finite = |i: usize| matches!(self.tag(i), "VBZ" | "VBP" | "VBD" | "MD");
        let Some(object) = object.filter(|_| !(verb + 1..n).any(finite)) else {
            return;
        };
        // "Norland: *Free* Trade Deal"
        let lemma = self.lower(verb);
        if lemma == "free" && !matches!(self.tag(object), "NNS" | "NNPS") {
            return;
        }
        self.read_as_verb(verb, base, &lemma);
        self.hang_by_side(verb..n, verb, (verb, object), None);
        self.set_beside(0..verb, verb);
        self.attach(verb, verb, labels.root);
        self.attach(object, verb, labels.object);
    }

    fn give_verb_behind_topic_its_doer(&mut self, colon: usize) {
        let labels = self.labels;
        let topic = (0..colon).find(|&i| {
            let dep = self.tokens[i].dep;
            (dep == labels.subject || dep == labels.passive_subject) && self.head(i) > colon
        });
        let Some(topic) = topic else { return };
        let (verb, dep) = (self.head(topic), self.tokens[topic].dep);
        let doer = self
            .children(topic, colon + 1..verb)
            .into_iter()
            .find(|&c| self.is_noun(c) || self.ends_age(c));
        if let Some(doer) = doer {
            if self.ends_age(doer) {
                self.read_as_noun(doer);
            }
            self.attach(doer, verb, dep);
            self.attach(topic, verb, labels.unlabelled);
        }
    }

    /// "Kalem, Norland: *Rebels* of the north burned a town": a brief's town does nothing.
    pub(super) fn part_town_from_doer(&mut self, colon: usize) {
        const LONGEST: usize = 6;
        let named = |i: usize| self.tokens[i].pos == Pos::Propn || self.lower(i) == ",";
        if self.lower(colon) == ":" && (1..=LONGEST).contains(&colon) && (0..colon).all(named) {
            self.give_verb_behind_topic_its_doer(colon);
        }
    }

    /// "Norland: Bandits *abduct* pupils from school": behind a topic stands a headline with a verb of its own, which the
    /// parser may take for a part of what it is done to.
    fn read_deed_behind_topic(&mut self, colon: usize) {
        const LONGEST: usize = 6;
        let labels = self.labels;
        let (n, start) = (self.tokens.len(), colon + 1);
        let phrase = |tree: &Self, i: usize| {
            tree.is_noun(i) || matches!(tree.tokens[i].pos, Pos::Adj | Pos::Det)
        };
        let found = (start + 1..n.saturating_sub(1).min(start + LONGEST)).find_map(|v| {
            let doer = v - 1;
            let before = (start..v).all(|i| phrase(self, i));
            let verb = self.verb_behind(v, doer)?;
            let object = (v + 1..n)
                .take_while(|&i| phrase(self, i))
                .filter(|&i| self.is_noun(i))
                .last()?;
            (before && self.tokens[v].pos == Pos::Noun).then_some((v, object, verb))
        });
        let Some((v, object, (tag, lemma))) = found else {
            return;
        };
        // What the parser has found a verb in stays.
        let finite = |i: usize| matches!(self.tag(i), "VBZ" | "VBP" | "VBD" | "MD");
        if (start..object).any(finite) {
            return;
        }
        self.read_as_verb(v, tag, &lemma);
        self.hang_by_side(start..n, v, (v - 1, object), None);
        self.set_beside(0..start, v);
        self.attach(v, v, labels.root);
        self.attach(v - 1, v, labels.subject);
        self.attach(object, v, labels.object);
        let next = object + 2;
        let joined = next < n && self.lower(object + 1) == ",";
        if let Some((form, lemma)) = self.verb_behind(next.min(n - 1), v - 1).filter(|_| joined)
            && form == tag
        {
            self.read_second_deed(v, next, form, &lemma);
        }
    }

    /// "Sheriff: Boy *charged* after crash": the verb behind the colon does not describe who says so.
    fn raise_verb_behind_topic(&mut self, colon: usize) {
        let labels = self.labels;
        let (topic, count) = (colon - 1, self.tokens.len());
        if self.head(topic) != topic || !self.is_noun(topic) {
            return;
        }
        let verb = self
            .children(topic, colon + 2..count)
            .into_iter()
            .find(|&v| {
                self.tokens[v].dep == labels.modifier_clause && matches!(self.tag(v), "VBN" | "VBD")
            });
        // "Officials: 3 soldiers *killed*"
        let named = self.child(topic, colon + 1..count, labels.apposition);
        let befell = named.and_then(|who| {
            Some((
                who,
                self.child(who, who + 1..count, labels.modifier_clause)?,
            ))
        });
        if let Some((who, deed)) = befell.filter(|&(_, v)| verb.is_none() && self.tag(v) == "VBN") {
            self.take_place(deed, topic);
            self.attach(topic, deed, labels.unlabelled);
            self.attach(who, deed, labels.passive_subject);
            self.read_particle_as_place(deed + 1);
            return;
        }
        let Some(verb) = verb else {
            return;
        };
        if self.subject(verb, colon + 1..verb).is_none() {
            let who = self
                .children(topic, colon + 1..verb)
                .into_iter()
                .rfind(|&c| self.tokens[c].dep == labels.apposition || self.ends_age(c));
            let Some(who) = who else { return };
            if !self.is_noun(who) {
                self.read_as_noun(who);
            }
            let dep = if self.tag(verb) == "VBN" {
                labels.passive_subject
            } else {
                labels.subject
            };
            self.attach(who, verb, dep);
        }
        self.take_place(verb, topic);
        self.attach(topic, verb, labels.unlabelled);
    }

    /// "Serbia *protests*: Dozens held as police clash", "Baghdad *protests*: 12 dead": a verb right before the colon
    /// that opens a headline names the topic.
    fn read_topic_as_noun(&mut self, colon: usize) {
        let labels = self.labels;
        let topic = colon - 1;
        if self.tag(topic) != "VBZ" {
            return;
        }
        let count = self.tokens.len();
        let behind = self.children(topic, colon + 1..count);
        let verb = behind
            .iter()
            .copied()
            .find(|&c| matches!(self.tokens[c].pos, Pos::Verb | Pos::Aux));
        // "two *killed*": what looked like the topic's object.
        let object = behind
            .iter()
            .copied()
            .find(|&c| self.tokens[c].dep == labels.object);
        let participle = object.and_then(|o| self.child(o, o + 1..count, labels.modifier_clause));
        let told = if self.head(topic) > colon {
            self.head(topic)
        } else if let Some(verb) = verb {
            self.take_place(verb, topic);
            verb
        } else if let Some((object, participle)) = object.zip(participle) {
            self.take_place(participle, topic);
            self.attach(object, participle, labels.passive_subject);
            participle
        } else {
            return;
        };
        for child in self.children(topic, 0..count) {
            if child > colon {
                self.tokens[child].head = told as u32;
            } else if child < topic {
                self.tokens[child].dep = labels.compound;
            }
        }
        self.tokens[topic].pos = Pos::Noun;
        self.tokens[topic].tag = labels.plural;
        self.attach(topic, told, labels.unlabelled);
    }

    /// "Thousands *protest* in Kalem", "Blast *rips* through market": no noun has a subject.
    fn read_noun_with_subject_as_verb(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(root) = (1..n).find(|&i| self.head(i) == i && self.tokens[i].pos == Pos::Noun)
        else {
            return;
        };
        let children = self.children(root, 0..n);
        let helped = children.iter().any(|&c| self.tokens[c].pos == Pos::Aux);
        // "Police *fire* on crowd": no noun of one thing has a plural before it, unless a verb follows.
        let plural_before = |i: &usize| {
            let named = self.tokens[*i].dep == labels.compound && self.head(*i) == root;
            let behind =
                (root + 1..n).any(|v| self.tokens[v].pos == Pos::Verb && self.is_finite(v));
            named && self.is_plural_or_forces(*i) && !behind
        };
        let subject = self
            .child(root, 0..root, labels.subject)
            .or_else(|| root.checked_sub(1).filter(plural_before));
        let Some(subject) = subject.filter(|s| root == s + 1 && !helped) else {
            return;
        };
        let plural = matches!(self.tag(subject), "NNS" | "NNPS" | "CD")
            || matches!(self.lower(subject).as_str(), "police" | "troops");
        let word = self.lower(root);
        let (tag, lemma) = match self.tag(root) {
            "NN" if plural => (labels.plain_present, word.as_str()),
            "NNS" if !plural => (labels.present, word.strip_suffix('s').unwrap_or(&word)),
            _ => return,
        };
        self.tokens[root].lemma = lemma.into();
        self.tokens[root].pos = Pos::Verb;
        self.tokens[root].tag = tag;
        for child in children.into_iter().filter(|&c| c < subject) {
            self.tokens[child].head = subject as u32;
        }
        self.attach(subject, root, labels.subject);
    }

    fn is_plural_or_forces(&self, noun: usize) -> bool {
        let word = self.lower(noun);
        self.tag(noun) == "NNS" || matches!(word.as_str(), "police" | "troops" | "militants")
    }

    fn is_finite(&self, verb: usize) -> bool {
        matches!(self.tag(verb), "VBD" | "VBZ" | "VBP" | "MD")
    }

    /// "Police *detain* leaders as protests grow": behind a plural, a word that is a verb elsewhere is one here.
    fn raise_verb_behind_forces(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let verbal = |tree: &Self, i: usize| matches!(tree.tokens[i].pos, Pos::Verb | Pos::Aux);
        let found = (1..n.saturating_sub(1)).find(|&v| {
            let described = self.tokens[v].dep == labels.compound && self.head(v) > v;
            self.is_plural_or_forces(v - 1)
                && described
                && self.tokens[v].pos == Pos::Noun
                && is_base_form(&self.lower(v))
                && !(0..v).any(|i| verbal(self, i))
        });
        let Some(v) = found else { return };
        let (subject, mut object) = (v - 1, self.head(v));
        while self.head(object) > object && self.tokens[object].dep == labels.compound {
            object = self.head(object);
        }
        let above = self.head(object);
        if above == object {
            self.take_place(v, object);
        } else {
            let other = (object + 1..above)
                .any(|i| self.head(i) == above && self.tokens[i].dep == labels.subject);
            if self.tokens[object].dep != labels.subject || self.head(above) != above || !other {
                return;
            }
            self.attach(v, v, labels.root);
            self.attach(above, v, labels.adverbial);
        }
        for i in 0..v {
            if i != subject && self.head(i) >= v {
                self.tokens[i].head = subject as u32;
            }
        }
        for i in v + 1..object {
            if self.head(i) == v {
                self.tokens[i].head = object as u32;
            }
        }
        self.tokens[v].pos = Pos::Verb;
        self.tokens[v].tag = labels.plain_present;
        self.tokens[v].lemma = self.lower(v).into();
        self.attach(subject, v, labels.subject);
        self.attach(object, v, labels.object);
    }

    /// "Explosion rocks *Kalem*": the name that the parser took for a time.
    fn struck_behind(&self, v: usize) -> Option<usize> {
        let struck = v + 1;
        let named = struck < self.tokens.len()
            && self.head(struck) == v
            && self.symbols.get(self.tokens[struck].dep) == "npadvmod"
            && self.tokens[struck].pos == Pos::Propn
            && !super::word::is_weekday(&self.lower(struck));
        named.then_some(struck)
    }

    /// "German *police* raid homes", "Lima *gang* frees hostage": a noun is no part of a verb, but its subject.
    fn give_verb_its_compound(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let found = (1..n).find(|&v| {
            self.tokens[v].pos == Pos::Verb
                && matches!(self.tag(v), "VBD" | "VBP" | "VBZ")
                && self.head(v - 1) == v
                && self.tokens[v - 1].dep == labels.compound
                && self.is_noun(v - 1)
                && self
                    .child(v, 0..v, labels.subject)
                    .is_none_or(|s| s + 2 == v && self.tokens[s].pos == Pos::Propn)
                && self
                    .child(v, v + 1..n, labels.object)
                    .or_else(|| self.struck_behind(v))
                    .is_some_and(|o| self.lower(o) != "dead")
        });
        let Some(v) = found else { return };
        if let Some(struck) = self.struck_behind(v) {
            self.attach(struck, v, labels.object);
        }
        for before in self.children(v, 0..v - 1) {
            self.tokens[before].head = (v - 1) as u32;
            if self.tokens[before].dep == labels.subject {
                self.tokens[before].dep = labels.compound;
            }
        }
        self.attach(v - 1, v, labels.subject);
    }

    /// "100 civilians *killed* by army, rights group says": of two subjects of a cue the last one speaks.
    fn give_report_its_source(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(cue) = (2..n).rfind(|&i| self.tokens[i].pos == Pos::Verb && self.is_cue(i)) else {
            return;
        };
        let subjects: Vec<usize> = self
            .children(cue, 0..cue)
            .into_iter()
            .filter(|&c| self.tokens[c].dep == labels.subject)
            .collect();
        let [sufferer, speaker] = subjects[..] else {
            return;
        };
        let opening = self.leftmost(speaker);
        if opening == 0 || self.lower(opening - 1) != "," {
            return;
        }
        let told = self.child(sufferer, sufferer + 1..speaker, labels.modifier_clause);
        if let Some(told) = told.filter(|&t| self.tag(t) == "VBN") {
            self.attach(told, cue, labels.complement);
            self.attach(sufferer, told, labels.passive_subject);
        }
    }

    /// "Robbery *suspect* to stand trial": a crime suspects nothing.
    fn read_suspect_as_somebody(&mut self) {
        let labels = self.labels;
        for suspect in 1..self.tokens.len() {
            let crime = suspect - 1;
            let told = self.lower(suspect) == "suspect"
                && matches!(self.tag(suspect), "VBP" | "VB")
                && self.head(crime) == suspect
                && self.tokens[crime].dep == labels.subject
                && self.tag(crime).starts_with("NN")
                && !noun_classes(&self.tokens[crime].lemma.to_lowercase()).meets(ClassSet::AGENT);
            if told {
                self.tokens[suspect].pos = Pos::Noun;
                self.tokens[suspect].tag = labels.singular;
                self.tokens[suspect].lemma = "suspect".into();
                self.tokens[crime].dep = labels.compound;
            }
        }
    }

    /// "Ruvia *to send* troops", "Army *to quit* Kalem": a headline's future, and whose it is.
    fn read_infinitive_as_to_come(&mut self) {
        let labels = self.labels;
        let Some(doer) = (0..self.tokens.len()).find(|&i| self.head(i) == i) else {
            return;
        };
        let (to, verb) = (doer + 1, doer + 2);
        let acts = self.tokens[doer].pos == Pos::Propn
            || noun_classes(&self.tokens[doer].lemma.to_lowercase()).meets(ClassSet::AGENT);
        let to_come = verb < self.tokens.len()
            && self.is_noun(doer)
            && self.lower(to) == "to"
            && self.tag(verb) == "VB"
            && self.head(to) == verb
            && self.head(verb) == doer;
        if !acts || !to_come {
            return;
        }
        for child in self.children(doer, verb + 1..self.tokens.len()) {
            self.tokens[child].head = verb as u32;
        }
        self.attach(verb, verb, labels.root);
        self.attach(doer, verb, labels.subject);
    }

    /// "One dead, two hurt in Kalem *shooting*": what happened closes the headline and does nothing.
    fn read_closing_gerund_as_happening(&mut self) {
        let labels = self.labels;
        let Some(gerund) = self.tokens.len().checked_sub(1).filter(|&g| g > 2) else {
            return;
        };
        let place = gerund - 1;
        let link = self.head(place);
        let names_event = matches!(self.tag(gerund), "VBG" | "NN")
            && noun_classes(&self.lower(gerund)).has(NounClass::Event);
        let governed = self.tokens[place].dep == labels.prepositional_object
            && matches!(
                self.lower(link).as_str(),
                "in" | "after" | "during" | "over"
            );
        if !names_event || !governed {
            return;
        }
        // "Boy, 7, wounded in Kalem *shooting*": it may hang on who is told of.
        let somebody = self.head(gerund) == 0 && self.head(0) == 0 && self.names_somebody(0);
        if somebody && self.symbols.get(self.tokens[gerund].dep) == "dep" {
            self.close_with_happening(gerund, place, link);
            return;
        }
        if self.head(gerund) != gerund {
            return;
        }
        // Who is told of has a state: "one *dead*, two *hurt*".
        let told: Vec<usize> = self.children(gerund, 0..link);
        let state = |tree: &Self, of: usize| {
            tree.children(of, of + 1..link).into_iter().find(|&c| {
                c == of + 1
                    || tree.tag(c) == "VBN"
                    || matches!(tree.lower(c).as_str(), "dead" | "hurt")
            })
        };
        let counted: Vec<(usize, usize)> = told
            .iter()
            .filter(|&&c| self.is_noun(c))
            .filter_map(|&c| Some((c, state(self, c)?)))
            .collect();
        let Some(&(first, root)) = counted.first() else {
            return;
        };
        self.attach(root, root, labels.root);
        self.attach(first, root, labels.subject);
        for &(next, _) in &counted[1..] {
            self.attach(next, root, labels.conjunct);
        }
        for child in told {
            if self.head(child) == gerund {
                self.tokens[child].head = root as u32;
            }
        }
        self.close_with_happening(gerund, place, link);
    }

    /// "Man charged in Kalem *shooting death*": the last noun is no object of what the parser takes for a gerund.
    fn read_closing_compound_as_happening(&mut self) {
        const CLOSING: [&str; 7] = [
            "attack", "case", "death", "deaths", "probe", "rampage", "spree",
        ];
        let labels = self.labels;
        let Some(last) = self.tokens.len().checked_sub(1).filter(|&l| l > 4) else {
            return;
        };
        let (deed, place) = (last - 1, last - 2);
        let link = self.head(place);
        let compound = self.tag(deed) == "VBG"
            && noun_classes(&self.lower(deed)).has(NounClass::Event)
            && self.head(last) == deed
            && self.tokens[last].dep == labels.object
            && CLOSING.contains(&self.lower(last).as_str());
        let governed = self.tokens[place].dep == labels.prepositional_object
            && matches!(self.lower(link).as_str(), "in" | "after" | "over");
        if compound && governed && self.tokens[deed].dep == labels.adverbial {
            self.read_as_noun(deed);
            self.attach(last, link, labels.prepositional_object);
            self.attach(deed, last, labels.compound);
            self.attach(place, last, labels.compound);
        }
    }

    /// "Man held after officer *killed*, two hurt": whom the parser lets the conjunction govern is whom the participle
    /// behind tells of.
    fn give_participle_behind_conjunction_its_sufferer(&mut self) {
        let labels = self.labels;
        let count = self.tokens.len();
        for verb in 2..count {
            let sufferer = verb - 1;
            let conjunction = self.head(sufferer);
            let opened = self.tag(verb) == "VBN"
                && self.tokens[sufferer].dep == labels.prepositional_object
                && conjunction < sufferer
                && self.tokens[conjunction].dep == labels.mark
                && self.head(conjunction) == verb
                && matches!(
                    self.lower(conjunction).as_str(),
                    "after" | "as" | "when" | "while"
                );
            let ends = verb + 1 == count
                || matches!(
                    self.lower(verb + 1).as_str(),
                    "," | ";" | "in" | "by" | "at" | "near" | "on" | "outside"
                );
            if opened
                && ends
                && self.names_somebody(sufferer)
                && self.subject(verb, 0..verb).is_none()
            {
                self.attach(sufferer, verb, labels.passive_subject);
            }
        }
    }

    /// "Man held over 3-year-old *killed* by stray bullet": who stands right before the participle is killed.
    fn describe_the_killed(&mut self) {
        let labels = self.labels;
        for verb in 3..self.tokens.len().saturating_sub(1) {
            let killed = verb - 1;
            let link = self.head(killed);
            let stray = self.tag(verb) == "VBN"
                && self.tokens[verb].dep == labels.adverbial
                && self.lower(verb + 1) == "by"
                && self.head(verb + 1) == verb
                && self.tokens[killed].dep == labels.prepositional_object
                && self.names_somebody(killed)
                && self.within(link, self.head(verb));
            if stray
                && self.lemma_in(
                    verb,
                    &["hit", "injure", "kill", "shoot", "stab", "strike", "wound"],
                )
            {
                self.attach(verb, killed, labels.modifier_clause);
            }
        }
    }

    /// "in Kalem *shooting*": the happening is what the preposition governs, and its place stands before it.
    fn close_with_happening(&mut self, happening: usize, place: usize, link: usize) {
        let labels = self.labels;
        self.read_as_noun(happening);
        self.attach(happening, link, labels.prepositional_object);
        self.attach(place, happening, labels.compound);
    }

    /// "Mayor beheaded *days* after taking office": how long after, and nothing that was done to.
    fn read_length_as_time(&mut self) {
        let Some(time) = self.symbols.find("npadvmod") else {
            return;
        };
        for unit in 1..self.tokens.len().saturating_sub(1) {
            let length = matches!(
                self.lower(unit).as_str(),
                "minutes" | "hours" | "days" | "weeks" | "months" | "years"
            );
            let counted = matches!(
                self.lower(unit + 1).as_str(),
                "after" | "before" | "ago" | "later" | "earlier"
            );
            if length && counted && self.tokens[unit].dep == self.labels.object {
                self.tokens[unit].dep = time;
            }
        }
    }

    /// "27 killed near camp, officials *say*; army denies shooting": who is killed is no subject of what follows.
    fn give_first_headline_its_source(&mut self) {
        let labels = self.labels;
        let Some(stop) = (0..self.tokens.len()).find(|&i| self.lower(i) == ";") else {
            return;
        };
        let cue = (0..stop).rfind(|&i| self.tokens[i].pos == Pos::Verb);
        let Some(cue) = cue.filter(|&c| self.head(c) > stop) else {
            return;
        };
        let told = (0..cue).find(|&i| {
            matches!(self.tag(i), "VBN" | "VBD")
                && self.tokens[i].dep == labels.modifier_clause
                && self.head(self.head(i)) > stop
                && self.tokens[self.head(i)].dep == labels.subject
        });
        if let Some(told) = told {
            let sufferer = self.head(told);
            self.attach(told, cue, labels.complement);
            self.attach(sufferer, told, labels.passive_subject);
            self.tokens[told].tag = labels.participle;
        }
    }

    /// "Two arrested after shooting at garage *leaves* teen dead": what stands behind "after" is the
    /// subject of a verb in the present that has none.
    fn give_subject_to_last_verb(&mut self) {
        let labels = self.labels;
        let lone = |tree: &Self, v: usize| {
            let dep = tree.tokens[v].dep;
            tree.tokens[v].tag == labels.present
                && (dep == labels.adverbial || dep == labels.complement)
                && tree.head(v) < v
                && !tree.children(v, 0..tree.tokens.len()).iter().any(|&c| {
                    tree.tokens[c].dep == labels.subject || tree.tokens[c].dep == labels.mark
                })
        };
        let Some(v) = (2..self.tokens.len()).find(|&v| lone(self, v)) else {
            return;
        };
        let main = self.head(v);
        let introduced = |tree: &Self, i: usize| {
            let preposition = tree.head(i);
            tree.is_noun(i)
                && tree.tokens[i].dep == labels.prepositional_object
                && matches!(tree.lower(preposition).as_str(), "after" | "as")
                && tree.head(preposition) == main
        };
        let Some(subject) = (main + 1..v).find(|&i| introduced(self, i)) else {
            return;
        };
        let preposition = self.head(subject);
        self.attach(preposition, v, labels.mark);
        self.attach(v, main, labels.adverbial);
        self.attach(subject, v, labels.subject);
    }

    /// "Army *shells* town": a headline, or a part of one before ";", without any verb has one that
    /// the tagger took for a plural.
    fn read_plural_as_verb(&mut self) {
        let n = self.tokens.len();
        let stops: Vec<usize> = (0..n).filter(|&i| self.lower(i) == ";").collect();
        let starts = std::iter::once(0).chain(stops.iter().map(|stop| stop + 1));
        // ", governor says": who told it is no part.
        let told = self.closing_voice().unwrap_or(n);
        let ends = stops.iter().copied().chain([told]);
        let parts: Vec<(usize, usize)> = starts.zip(ends).collect();
        for (start, end) in parts {
            self.read_plural_of_part_as_verb(start, end);
        }
        self.part_clause_from_phrase();
        if let Some(clause) = self.clause_beside_phrase() {
            self.read_plural_beside_clause_as_verb(clause);
        }
    }

    /// "Ruvia sanctions editors over leak *as oil talks drag*": the noun between "as" and the verb is the verb's subject,
    /// and the phrase before "as" is none.
    fn part_clause_from_phrase(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(verb) = (3..n).find(|&v| self.head(v) == v && self.is_finite(v)) else {
            return;
        };
        let subject = verb - 1;
        let link = (1..subject).rev().find(|&i| self.lower(i) == "as");
        let phrase = self.child(verb, 0..verb, labels.subject);
        let (Some(link), Some(phrase)) = (link, phrase) else {
            return;
        };
        let between = self.is_noun(subject)
            && phrase < link
            && self.head(subject) == link
            && self.tokens[subject].dep == labels.prepositional_object
            && (link + 1..subject).all(|i| self.within(i, subject));
        // "Man *known as* Rambo kills five"
        if !between || (0..link).any(|i| self.tokens[i].pos == Pos::Verb) {
            return;
        }
        self.attach(subject, verb, labels.subject);
        self.attach(link, verb, labels.mark);
        self.attach(phrase, phrase, labels.root);
        self.attach(verb, phrase, labels.adverbial);
    }

    /// The verb of a clause behind "as" or "after" that the parser hung on a bare phrase: "Ruvia arrests editors *as
    /// Danu strikes a boat*".
    fn clause_beside_phrase(&self) -> Option<usize> {
        let n = self.tokens.len();
        (3..n).find(|&verb| {
            let phrase = self.head(verb);
            let mark = (phrase + 1..verb).find(|&m| {
                self.tokens[m].dep == self.labels.mark
                    && self.head(m) == verb
                    && matches!(self.lower(m).as_str(), "as" | "after" | "while")
            });
            self.tokens[verb].dep == self.labels.adverbial
                && phrase < verb
                && self.is_noun(phrase)
                && mark.is_some_and(|m| (phrase + 1..m).all(|i| self.within(i, phrase)))
        })
    }

    fn read_plural_beside_clause_as_verb(&mut self, clause: usize) {
        let phrase = self.head(clause);
        self.read_plural_of_part_as_verb(0, phrase + 1);
        let verb = self.head(phrase);
        if self.tokens[phrase].dep == self.labels.object && verb < phrase {
            self.attach(clause, verb, self.labels.adverbial);
        }
    }

    /// "Ruvia's army *shells* camp, kills 31": whoever the parser gives "kills" for a subject, a comma between them makes
    /// the plural before a verb of its own.
    fn read_disagreeing_subject_as_verb(&mut self, plural: usize) {
        let labels = self.labels;
        let subject = plural - 1;
        let governed = self.head(plural);
        let described = governed > plural && labels.is_nominal(self.tokens[plural].dep);
        let taken = if self.tokens[plural].dep == labels.subject || !described {
            plural
        } else {
            governed
        };
        let later = self.head(taken);
        let told = self.tokens[taken].dep == labels.subject
            && later > plural + 2
            && matches!(self.tag(plural), "NNS" | "VBZ")
            && self.tag(later) == "VBZ"
            && self.lower(later - 1) == ","
            && self.is_noun(subject);
        let object = (plural + 1..later.saturating_sub(1))
            .rev()
            .find(|&i| self.is_noun(i));
        let (Some(lemma), Some(object)) = (verb_of_plural(&self.lower(plural)), object) else {
            return;
        };
        if !told {
            return;
        }
        self.read_as_verb(plural, self.labels.present, lemma);
        self.take_place(plural, later);
        self.attach(later, plural, labels.conjunct);
        for i in 0..later {
            let before = i < subject && self.head(i) >= plural;
            let between = i > plural && i != object && self.head(i) <= plural;
            if before {
                self.tokens[i].head = subject as u32;
            } else if between {
                self.tokens[i].head = object as u32;
            }
        }
        self.attach(subject, plural, labels.subject);
        self.attach(object, plural, labels.object);
    }

    /// "Army shells market, *wounds* 12": a plural before a number that ends the line or its part is a verb.
    fn read_plural_before_number_as_verb(&mut self, plural: usize) {
        let labels = self.labels;
        let number = plural + 1;
        let first = (0..plural).find(|&i| self.tokens[i].pos == Pos::Verb && self.is_finite(i));
        let listed = number < self.tokens.len()
            && self.lower(plural - 1) == ","
            && self.tag(plural) == "NNS"
            && self.tag(number) == "CD"
            && (number + 1 == self.tokens.len() || self.lower(number + 1) == ",");
        let (Some(lemma), Some(first)) = (verb_of_plural(&self.lower(plural)), first) else {
            return;
        };
        if !listed {
            return;
        }
        self.read_as_verb(plural, self.labels.present, lemma);
        self.attach(plural, first, labels.conjunct);
        self.attach(number, plural, labels.object);
    }

    /// "Strikes *target* depots near Homs, state media say": the parser may make two sentences of it.
    fn join_closing_voice(&mut self) {
        let labels = self.labels;
        let Some(comma) = self.closing_voice() else {
            return;
        };
        let cue = self.tokens.len() - 1;
        let told = (0..comma).rfind(|&i| self.head(i) == i);
        if self.head(cue) == cue
            && let Some(told) = told
        {
            self.attach(told, cue, labels.complement);
        }
    }

    /// The comma before who told a headline: ", governor says".
    fn closing_voice(&self) -> Option<usize> {
        let cue = self.tokens.len().checked_sub(1)?;
        let comma = (0..cue).rfind(|&i| self.lower(i) == ",")?;
        let voice = comma + 1..cue;
        let named = !voice.is_empty()
            && voice
                .clone()
                .all(|i| !matches!(self.tokens[i].pos, Pos::Verb));
        (named && self.tokens[cue].pos == Pos::Verb && self.is_cue(cue)).then_some(comma)
    }

    fn read_plural_of_part_as_verb(&mut self, start: usize, end: usize) {
        let n = self.tokens.len();
        let root = (0..n).find(|&i| self.head(i) == i).unwrap_or(0);
        let describes = |i: usize| {
            self.tokens[i].dep == self.labels.adjectival
                || self.tokens[i].dep == self.labels.compound
        };
        let verbal = |i: usize| matches!(self.tokens[i].pos, Pos::Verb | Pos::Aux) && !describes(i);
        if (start..end).any(verbal) {
            return;
        }
        let opens_phrase = |tree: &Self, i: usize| {
            tree.is_noun(i)
                || matches!(tree.tokens[i].pos, Pos::Det | Pos::Adj)
                || tree.tokens[i].dep == tree.labels.adjectival
        };
        let found = (start + 1..end.saturating_sub(1)).find_map(|v| {
            let fits = self.tag(v) == "NNS" && self.is_noun(v - 1) && opens_phrase(self, v + 1);
            let lemma = verb_of_plural(&self.lower(v))?;
            fits.then_some((v, lemma))
        });
        let Some((v, lemma)) = found else { return };
        let object = (v + 1..end)
            .take_while(|&i| opens_phrase(self, i))
            .filter(|&i| self.is_noun(i))
            .last();
        let Some(object) = object else { return };
        let labels = self.labels;
        self.read_as_verb(v, self.labels.present, lemma);
        // "Strike on *refinery* halts output": the noun before the verb stands behind a preposition.
        let (link, last) = (self.head(object), v - 1);
        let within = self.tokens[object].dep == labels.prepositional_object
            && (start + 1..last).contains(&link)
            && self.head(link) < link
            && self.is_noun(self.head(link));
        let subject = if within { self.head(link) } else { last };
        if within {
            for i in link + 1..last {
                if self.head(i) == object {
                    self.tokens[i].head = last as u32;
                }
            }
            self.attach(last, link, labels.prepositional_object);
        }
        self.hang_by_side(start..end, v, (subject, object), within.then_some(last));
        if (start..end).contains(&root) {
            self.attach(v, v, labels.root);
        } else if end < n && self.is_cue(root) {
            self.attach(v, root, labels.complement);
        } else {
            self.attach(v, root, labels.unlabelled);
        }
        self.attach(subject, v, labels.subject);
        self.attach(object, v, labels.object);
    }

    /// "Dozens held after mob *lynches* man": a plural between two nouns behind "after" is the verb of a clause.
    fn open_clause_behind_preposition(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let opens = |tree: &Self, p: usize| {
            matches!(
                tree.lower(p).as_str(),
                "after" | "as" | "before" | "when" | "while"
            ) && tree.tokens[p].dep == labels.prepositional
        };
        let found = (1..n.saturating_sub(3))
            .filter(|&p| opens(self, p))
            .find_map(|p| {
                let object = self.child(p, p + 1..n, labels.prepositional_object)?;
                let verb = (p + 2..object).find(|&v| {
                    self.tag(v) == "NNS" && self.head(v) == object && self.is_noun(v - 1)
                })?;
                let lemma = verb_of_plural(&self.lower(verb))?;
                Some((p, verb, object, lemma))
            });
        let Some((p, verb, object, lemma)) = found else {
            return;
        };
        let governor = self.head(p);
        self.read_as_verb(verb, self.labels.present, lemma);
        let subject = verb - 1;
        for child in self.children(object, p + 1..verb) {
            if child != subject {
                self.tokens[child].head = subject as u32;
            }
        }
        self.attach(verb, governor, labels.adverbial);
        self.attach(p, verb, labels.mark);
        self.attach(subject, verb, labels.subject);
        self.attach(object, verb, labels.object);
    }

    /// "as Danese *fighting uproots* thousands", "*Shelling displaces* hundreds": what happens does what the verb behind
    /// it says, and nobody does the happening.
    fn read_gerund_as_doer(&mut self) {
        const HAPPENINGS: [&str; 8] = [
            "bombing",
            "fighting",
            "flooding",
            "infighting",
            "looting",
            "rioting",
            "shelling",
            "shooting",
        ];
        let labels = self.labels;
        let count = self.tokens.len();
        let found = (0..count.saturating_sub(2)).find_map(|happening| {
            let verb = happening + 1;
            let is_object =
                |i: usize| self.head(i) == happening && self.tokens[i].dep == labels.object;
            let two = is_object(verb) && (verb + 1..count).any(is_object);
            let gerund = self.tag(happening) == "VBG"
                && HAPPENINGS.contains(&self.lower(happening).as_str())
                && self.tag(verb) == "NNS";
            let lemma = verb_of_plural(&self.lower(verb))?;
            (two && gerund).then_some((happening, verb, lemma))
        });
        let Some((happening, verb, lemma)) = found else {
            return;
        };
        let link = self.head(happening);
        let behind_link = self.tokens[link].dep == labels.prepositional;
        self.read_as_verb(verb, labels.present, lemma);
        self.take_place(verb, happening);
        if behind_link {
            self.attach(verb, self.head(link), labels.adverbial);
            self.attach(link, verb, labels.mark);
        }
        for child in self.children(happening, 0..count) {
            if self.tokens[child].dep == labels.subject {
                self.tokens[child].dep = labels.compound;
            } else {
                self.tokens[child].head = verb as u32;
            }
        }
        self.tokens[happening].pos = Pos::Noun;
        self.tokens[happening].tag = labels.singular;
        self.tokens[happening].lemma = self.lower(happening).into();
        self.attach(happening, verb, labels.subject);
    }

    /// A present-tense verb that the parser hung into a noun phrase, with its subject before it.
    fn raise_buried_verb(&mut self) {
        let n = self.tokens.len();
        let buried = |tree: &Self, v: usize| {
            matches!(tree.tag(v), "VBZ" | "VBP")
                && tree.tokens[v].pos == Pos::Verb
                && tree.labels.is_nominal(tree.tokens[v].dep)
        };
        let Some(v) = (1..n - 1).find(|&v| buried(self, v)) else {
            return;
        };
        let before = v - 1;
        if !self.is_noun(before) {
            return;
        }
        let head = self.head(v);
        if head > v {
            self.raise_before(v, before, head);
        } else {
            self.raise_behind(v, before);
        }
    }

    /// "bomb *hits* bus", "UK *sanctions* oil firms", "Mexico *arrests* leader wanted by …".
    fn raise_before(&mut self, v: usize, subject: usize, head: usize) {
        let labels = self.labels;
        let subject_of_rest = self.tokens[v].dep == labels.subject;
        if subject_of_rest {
            // What looked like the main verb describes the object.
            let object = head - 1;
            let described = self.tokens[head].tag == labels.participle
                && self.tokens[head].dep == labels.root
                && object > v
                && self.is_noun(object);
            if !described {
                return;
            }
            self.attach(v, v, labels.root);
            self.attach(head, object, labels.modifier_clause);
            if self.head(object) != v {
                self.attach(object, v, labels.object);
            }
        } else {
            let (above, dep) = (self.head(head), self.tokens[head].dep);
            let introduced = above < v && self.lower(above) == "as";
            if introduced {
                let governor = self.head(above);
                self.attach(above, v, labels.mark);
                self.attach(v, governor, labels.adverbial);
            } else if dep != labels.subject {
                self.take_place(v, head);
            } else {
                return;
            }
            self.attach(head, v, labels.object);
        }
        self.take_subject(v, subject, head);
    }

    /// "strike on market *kills* 27": the verb stands for the noun before it, and what it hung on is
    /// its subject.
    fn raise_behind(&mut self, v: usize, before: usize) {
        let labels = self.labels;
        let mut top = self.head(v);
        while self.head(top) < top {
            top = self.head(top);
        }
        if !self.is_noun(top) {
            return;
        }
        let (noun_head, noun_dep) = (self.head(v), self.tokens[v].dep);
        let (above, dep) = (self.head(top), self.tokens[top].dep);
        for child in self.children(v, 0..v) {
            let dep = self.tokens[child].dep;
            self.attach(child, before, dep);
        }
        self.attach(before, noun_head, noun_dep);
        if above == top {
            self.attach(v, v, labels.root);
        } else if dep == labels.unlabelled && above > v && self.tokens[above].pos == Pos::Verb {
            // "…, doctors say"
            self.attach(v, above, labels.complement);
        } else {
            self.attach(v, above, dep);
        }
        self.attach(top, v, labels.subject);
        let mut object = self
            .children(v, v + 1..self.tokens.len())
            .into_iter()
            .find(|&i| self.tokens[i].dep == labels.object);
        for child in self.children(top, v + 1..self.tokens.len()) {
            let dep = self.tokens[child].dep;
            if dep == labels.prepositional {
                self.attach(child, v, dep);
            } else if self.is_noun(child) && object.is_none() {
                self.attach(child, v, labels.object);
                object = Some(child);
            }
        }
    }

    /// The noun before a verb, with what modifies it, becomes the verb's subject.
    fn take_subject(&mut self, v: usize, subject: usize, not: usize) {
        let labels = self.labels;
        for child in (0..subject).rev() {
            let to_verb = self.head(child) == v || self.head(child) == not;
            if to_verb && self.tokens[child].dep == labels.compound {
                self.attach(child, subject, labels.compound);
            }
        }
        self.attach(subject, v, labels.subject);
    }

    /// "at least five *shot dead*": a participle that the tagger takes for a noun.
    fn read_shot_dead(&mut self) {
        let labels = self.labels;
        for dead in 1..self.tokens.len() {
            let shot = dead - 1;
            let told = self.lower(dead) == "dead"
                && self.lower(shot) == "shot"
                && self.tokens[shot].pos == Pos::Noun
                && self.head(shot) == dead;
            let Some(counted) = shot.checked_sub(1).filter(|&i| told && self.is_noun(i)) else {
                continue;
            };
            let own = self.children(dead, 0..self.tokens.len());
            for child in own {
                self.tokens[child].head = shot as u32;
            }
            self.tokens[shot].pos = Pos::Verb;
            self.tokens[shot].tag = labels.participle;
            self.tokens[shot].lemma = "shoot".into();
            self.take_place(shot, dead);
            self.attach(dead, shot, labels.predicate);
            self.attach(counted, shot, labels.passive_subject);
        }
    }

    /// "2 *shot* at park", "officer *shot*, wounded": the tagger's noun is what was done to them.
    fn read_counted_shot(&mut self) {
        let labels = self.labels;
        for shot in 1..self.tokens.len() {
            let who = shot - 1;
            // A number of one thing is none.
            let counted = self.tag(who) == "CD"
                && !matches!(self.lower(who).as_str(), "one" | "1")
                && self.tokens[who].dep != labels.compound;
            let named = self.tokens[who].dep == labels.compound && self.names_somebody(who);
            let noun_follows = shot + 1 < self.tokens.len() && self.is_noun(shot + 1);
            let told = self.tokens[shot].pos == Pos::Noun
                && self.lower(shot) == "shot"
                && self.head(who) == shot
                && (counted || named)
                && !noun_follows;
            if told {
                self.tokens[shot].pos = Pos::Verb;
                self.tokens[shot].tag = labels.participle;
                self.tokens[shot].lemma = "shoot".into();
                for before in self.children(shot, 0..who) {
                    let dep = self.tokens[before].dep;
                    self.attach(before, who, dep);
                }
                self.attach(who, shot, labels.passive_subject);
            }
        }
    }

    /// "School *hit*, two buses stopped": a noun for what is built, and behind it up to the comma what befell it.
    fn read_hit_as_undergone(&mut self) {
        let labels = self.labels;
        let struck = ClassSet::of(&[NounClass::Facility, NounClass::Vehicle]);
        for hit in 1..self.tokens.len().saturating_sub(1) {
            let what = hit - 1;
            let told = self.lower(hit) == "hit"
                && self.tokens[hit].pos == Pos::Noun
                && self.lower(hit + 1) == ","
                && self.tokens[what].dep == labels.compound
                && self.head(what) == hit
                && noun_classes(&self.tokens[what].lemma.to_lowercase()).meets(struck);
            if told {
                self.read_as_verb(hit, labels.participle, "hit");
                for before in self.children(hit, 0..what) {
                    self.tokens[before].head = what as u32;
                }
                self.attach(what, hit, labels.passive_subject);
            }
        }
    }

    /// "Nine miners *killed* in attack on bus": the participle behind the people who are all that the parser found.
    fn raise_what_befell_somebody(&mut self) {
        let labels = self.labels;
        let Some(noun) = (0..self.tokens.len() - 1).find(|&i| self.head(i) == i) else {
            return;
        };
        let verb = noun + 1;
        let befell = self.tokens[verb].dep == labels.modifier_clause
            && self.tokens[verb].tag == labels.participle
            && self.head(verb) == noun
            && self.is_bare_past(verb, UNDERGONE);
        let people = noun_classes(&self.tokens[noun].lemma.to_lowercase()).meets(ClassSet::HUMAN);
        // "Four *killed* in Kalem as army retakes town": two tales.
        let two = (verb..self.tokens.len()).any(|i| matches!(self.tag(i), "VBZ" | "VBP"));
        if !befell || !people || two {
            return;
        }
        self.raise_over(verb, noun, labels.passive_subject);
    }

    /// "Five people *shot* in Kalem", "Boy, 7, *stabbed*": who acts has the present tense in a headline, so a past
    /// form of what is done to people, without an object, is a passive that leaves out its auxiliary.
    fn read_bare_passives(&mut self) {
        for verb in 1..self.tokens.len() {
            let undergone = self.is_bare_past(verb, UNDERGONE)
                || self.is_bare_past(verb, BROUGHT_ABOUT)
                || self.is_bare_past(verb, ASKED)
                || self.is_turned_back(verb);
            if self.tokens[verb].pos != Pos::Verb || !undergone {
                continue;
            }
            let labels = self.labels;
            let before = self.children(verb, 0..verb);
            let subject = self.child(verb, 0..verb, labels.subject);
            // "Marchers *called for* peace": who can ask for something does.
            let asks = self.lemma_in(verb, &["call"])
                && self
                    .tokens
                    .get(verb + 1)
                    .is_some_and(|_| self.lower(verb + 1) == "for")
                && subject.is_some_and(|s| {
                    noun_classes(&self.tokens[s].lemma.to_lowercase()).meets(ClassSet::AGENT)
                });
            if asks {
                continue;
            }
            let sufferer = subject.or_else(|| {
                let mut own = before.iter().copied();
                // "*1* killed in raid"
                own.rfind(|&c| self.names_somebody(c) || c + 1 == verb && self.tag(c) == "CD")
            });
            if let Some(sufferer) = sufferer {
                self.tokens[verb].tag = labels.participle;
                if subject.is_none()
                    && self.tag(sufferer) != "CD"
                    && self.tokens[sufferer].pos != Pos::Adj
                {
                    self.tokens[sufferer].pos = Pos::Noun;
                    self.tokens[sufferer].tag = labels.singular;
                }
                self.attach(sufferer, verb, labels.passive_subject);
                self.read_particle_as_place(verb + 1);
            }
        }
    }

    /// "Lorries *turned back* at border": who turns somebody back has them behind the verb. An army may turn back of
    /// itself.
    fn is_turned_back(&self, verb: usize) -> bool {
        let count = self.tokens.len();
        let halted = ClassSet::of(&[
            NounClass::Goods,
            NounClass::People,
            NounClass::Person,
            NounClass::Vehicle,
        ]);
        let subject = self.child(verb, 0..verb, self.labels.subject);
        let on_the_way =
            |s: usize| noun_classes(&self.tokens[s].lemma.to_lowercase()).meets(halted);
        matches!(self.tag(verb), "VBD" | "VBN")
            && self.lemma_in(verb, &["push", "turn"])
            && verb + 1 < count
            && matches!(self.lower(verb + 1).as_str(), "away" | "back")
            && subject.is_some_and(on_the_way)
            && self.children(verb, 0..count).iter().all(|&c| {
                self.tokens[c].pos != Pos::Aux && self.tokens[c].dep != self.labels.object
            })
    }

    /// "beaten *in* Kalem": a particle governs nothing.
    fn read_particle_as_place(&mut self, link: usize) {
        let labels = self.labels;
        let governs = |tree: &Self| {
            let within = link + 1..tree.tokens.len();
            tree.child(link, within, labels.prepositional_object)
                .is_some()
        };
        let particle = self
            .tokens
            .get(link)
            .is_some_and(|t| self.symbols.get(t.dep) == "prt");
        if particle && governs(self) {
            self.tokens[link].dep = labels.prepositional;
        }
    }

    /// "teen", "boy", "16-year-*old*", whatever the tagger makes of it where a headline leaves out the article.
    fn names_somebody(&self, word: usize) -> bool {
        let people = ClassSet::of(&[
            NounClass::Person,
            NounClass::People,
            NounClass::Armed,
            NounClass::Police,
            NounClass::Official,
        ]);
        noun_classes(&self.lower(word)).meets(people) || self.ends_age(word)
    }

    /// "Merkel, Hollande hold talks", "Two guards, a cook killed": the comma stands for "and".
    fn join_subjects(&mut self) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(comma) = (1..n.min(8)).find(|&i| self.lower(i) == ",") else {
            return;
        };
        let first = comma - 1;
        // "Police *officer*, two others killed": no verb, whatever the tagger makes of it.
        if self.tokens[first].pos == Pos::Verb
            && self.head(first) == first
            && self.names_somebody(first)
            && !self.lower(first).ends_with("ed")
        {
            self.read_as_noun(first);
            for child in self.children(first, 0..first) {
                self.tokens[child].dep = labels.compound;
            }
        }
        if !self.is_noun(first) || (0..first).any(|i| !self.within(i, first)) {
            return;
        }
        self.join_before_relative(first, comma);
        // A partner that is the verb's subject, right before the verb.
        let partner = (comma + 1..n - 1).find(|&i| {
            let verb = self.head(i);
            verb == i + 1
                && self.tokens[i].dep == labels.subject
                && self.is_noun(i)
                && self.tokens[verb].pos == Pos::Verb
                && (comma + 1..i).all(|k| self.within(k, i))
        });
        if let Some(partner) = partner {
            let verb = self.head(partner);
            // "*Army*, rebels clash"
            let opens = matches!(
                self.symbols.get(self.tokens[first].dep),
                "npadvmod" | "dep" | "advcl"
            ) && noun_classes(&self.tokens[first].lemma.to_lowercase())
                .meets(ClassSet::AGENT);
            let beside = self.head(first) == verb
                && (self.tokens[first].pos == Pos::Propn || opens)
                || self.head(first) == partner;
            let two = self.head(first) == verb && self.tokens[first].dep == labels.subject;
            if beside || two {
                self.attach(first, verb, labels.subject);
                self.attach(partner, first, labels.conjunct);
                self.tokens[comma].head = first as u32;
            }
            return;
        }
        // A noun that only a participle behind its apposition says something of.
        let killed = (comma + 2..n).find(|&i| {
            self.tokens[i].tag == labels.participle && self.tokens[i].dep == labels.modifier_clause
        });
        let Some(verb) = killed else { return };
        let partner = self.head(verb);
        if self.head(first) == first && partner > comma && self.head(partner) == first {
            self.attach(verb, verb, labels.root);
            self.attach(first, verb, labels.passive_subject);
            self.attach(partner, first, labels.conjunct);
        }
    }
}

impl Tree<'_> {
    /// "Drone kills six as *army, rebels clash* at dam": what stands behind "as" up to the verb is its subjects.
    fn join_subjects_behind_as(&mut self) {
        let labels = self.labels;
        let Some(comma) = (3..self.tokens.len()).find(|&i| self.lower(i) == ",") else {
            return;
        };
        let (Some(mark), Some(first)) = (
            (1..comma).rev().find(|&i| self.lower(i) == "as"),
            comma.checked_sub(1),
        ) else {
            return;
        };
        let second = (comma + 1..self.tokens.len() - 1).find(|&i| {
            let verb = self.head(i);
            verb == i + 1 && self.tokens[i].dep == labels.subject && self.tag(verb) == "VBP"
        });
        let Some(second) = second.filter(|&s| self.leftmost(s) == comma + 1) else {
            return;
        };
        let (verb, main) = (second + 1, self.head(second + 1));
        let joined = self.tokens[verb].dep == labels.conjunct && main < mark;
        let told = (0..mark).find(|&v| {
            self.tag(v) == "VBZ" && (self.head(v) == verb && main == verb || joined && v == main)
        });
        let Some(told) = told else { return };
        if self.head(first) != mark || self.tokens[first].dep != labels.prepositional_object {
            return;
        }
        if !joined {
            self.attach(told, told, labels.root);
        }
        self.attach(verb, told, labels.adverbial);
        self.attach(mark, verb, labels.mark);
        self.attach(first, verb, labels.subject);
        self.attach(second, first, labels.conjunct);
        self.tokens[comma].head = first as u32;
    }

    /// "*Woman*, two children *shot* in Kalem": with a subject of its own the participle describes nobody.
    fn join_before_relative(&mut self, first: usize, comma: usize) {
        let labels = self.labels;
        let n = self.tokens.len();
        let Some(verb) = self.child(first, comma + 2..n, labels.relative) else {
            return;
        };
        let Some(second) = self.subject(verb, comma + 1..verb) else {
            return;
        };
        if self.head(first) == first
            && second + 1 == verb
            && self.is_noun(second)
            && self.is_bare_or_bereft(verb)
        {
            self.attach(verb, verb, labels.root);
            self.tokens[verb].tag = labels.participle;
            self.attach(first, verb, labels.passive_subject);
            self.attach(second, first, labels.conjunct);
            self.tokens[comma].head = first as u32;
        }
    }

    /// Whether a past form of what is done to people has neither auxiliary nor object.
    fn is_bare_or_bereft(&self, verb: usize) -> bool {
        matches!(self.tag(verb), "VBD" | "VBN")
            && self.lemma_in(verb, UNDERGONE)
            && self.children(verb, 0..self.tokens.len()).iter().all(|&c| {
                self.tokens[c].pos != Pos::Aux && self.tokens[c].dep != self.labels.object
            })
    }
}

/// Verbs of headlines, in the third person and the base form.
const VERBS: &[(&str, &str)] = &[
    ("abducts", "abduct"),
    ("ambushes", "ambush"),
    ("arrests", "arrest"),
    ("attacks", "attack"),
    ("backs", "back"),
    ("bans", "ban"),
    ("beats", "beat"),
    ("blames", "blame"),
    ("blasts", "blast"),
    ("blocks", "block"),
    ("bombs", "bomb"),
    ("charges", "charge"),
    ("claims", "claim"),
    ("closes", "close"),
    ("condemns", "condemn"),
    ("cripples", "cripple"),
    ("damages", "damage"),
    ("delays", "delay"),
    ("demands", "demand"),
    ("deploys", "deploy"),
    ("destroys", "destroy"),
    ("displaces", "displace"),
    ("disrupts", "disrupt"),
    ("downs", "down"),
    ("ends", "end"),
    ("faces", "face"),
    ("fires", "fire"),
    ("foils", "foil"),
    ("frees", "free"),
    ("guts", "gut"),
    ("halts", "halt"),
    ("hits", "hit"),
    ("hosts", "host"),
    ("ignites", "ignite"),
    ("injures", "injure"),
    ("jails", "jail"),
    ("kidnaps", "kidnap"),
    ("kills", "kill"),
    ("launches", "launch"),
    ("leaves", "leave"),
    ("lynches", "lynch"),
    ("orders", "order"),
    ("ousts", "oust"),
    ("pledges", "pledge"),
    ("pounds", "pound"),
    ("probes", "probe"),
    ("quits", "quit"),
    ("raids", "raid"),
    ("rams", "ram"),
    ("recalls", "recall"),
    ("releases", "release"),
    ("rips", "rip"),
    ("rocks", "rock"),
    ("sacks", "sack"),
    ("sanctions", "sanction"),
    ("seeks", "seek"),
    ("seizes", "seize"),
    ("shells", "shell"),
    ("shoots", "shoot"),
    ("shuts", "shut"),
    ("sinks", "sink"),
    ("slams", "slam"),
    ("sparks", "spark"),
    ("splits", "split"),
    ("stabs", "stab"),
    ("starts", "start"),
    ("stops", "stop"),
    ("storms", "storm"),
    ("strikes", "strike"),
    ("sweeps", "sweep"),
    ("targets", "target"),
    ("tests", "test"),
    ("threatens", "threaten"),
    ("thwarts", "thwart"),
    ("topples", "topple"),
    ("torches", "torch"),
    ("traps", "trap"),
    ("triggers", "trigger"),
    ("uproots", "uproot"),
    ("urges", "urge"),
    ("visits", "visit"),
    ("vows", "vow"),
    ("warns", "warn"),
    ("wounds", "wound"),
    ("wrecks", "wreck"),
];

/// Whether a word is the base form of a verb that headlines use.
fn is_base_form(word: &str) -> bool {
    matches!(word, "detain" | "disperse" | "lynch" | "abduct" | "kidnap")
        || VERBS.iter().any(|(_, verb)| *verb == word)
}

/// The verb that a plural may be the third person of, where headlines use it so.
fn verb_of_plural(word: &str) -> Option<&'static str> {
    VERBS
        .iter()
        .find(|(s, _)| *s == word)
        .map(|(_, verb)| *verb)
}
