//! Who says it, where the parser loses the speaker or what is said.

use super::Tree;
use super::joined::DEEDS;
use super::undergone::UNDERGONE;
use crate::document::Pos;
use crate::phrase::{ALLEGATIONS, JUDGING_WORDS};
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::{ClassSet, NounClass, noun_classes};

impl Tree<'_> {
    /// "said its forces had struck depots, *denied* hitting homes and alleged": who said so denied that.
    pub(super) fn join_denial_with_voice(&mut self, denial: usize) {
        let labels = self.labels;
        let behind_comma = denial > 0 && self.lower(denial - 1) == ",";
        let describes = self.tokens[denial].dep == labels.modifier_clause;
        if !behind_comma || !describes || !self.lemma_in(denial, &["deny", "reject", "allege"]) {
            return;
        }
        let voice = self.above(denial, 6, |v| {
            self.tag(v) == "VBD" && self.is_cue(v) && self.subject(v, 0..v).is_some()
        });
        let Some(voice) = voice else { return };
        self.attach(denial, voice, labels.conjunct);
        self.tokens[denial - 1].head = voice as u32;
    }

    /// "demanded that he resign and *called* for talks": a verb in the past goes with the finite verb
    /// above, not with an infinitive.
    pub(super) fn join_with_finite_verb(&mut self, verb: usize) {
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
            .child(verb, verb + 1..self.tokens.len(), self.labels.object)
            .is_some();
        let speaks = self.tag(joined) == "VBN"
            && self.tag(verb) == "VBD"
            && active
            && self.lemma_in(
                verb,
                &["accuse", "blame", "call", "urge", "denounce", "condemn"],
            );
        // "accused Tarnia of holding tourists and *asked* Danu to step in": no gerund is joined with a past form.
        let gerund = self.tokens[joined].dep == self.labels.gerund
            && self.tag(joined) == "VBG"
            && self.tag(verb) == "VBD"
            && (active || self.is_cue(verb));
        let elsewhere = self.is_bare(joined) || says_more || speaks || gerund;
        if self.tokens[verb].dep != self.labels.conjunct || !elsewhere {
            return;
        }
        let own_subject = self.child(verb, joined + 1..verb, self.labels.subject);
        if own_subject.is_some() {
            return;
        }
        let finite = self.above(joined, 4, |above| {
            // "said fighters had ordered men to lie down and *opened* fire": those who had ordered did.
            let had = self
                .children(above, 0..above)
                .iter()
                .any(|&c| self.lower(c) == "had" && self.tokens[c].pos == Pos::Aux);
            (self.tag(above) == "VBD" || had && !self.is_cue(verb))
                && self.tokens[above].pos == Pos::Verb
        });
        if let Some(finite) = finite {
            self.tokens[verb].head = finite as u32;
        }
    }

    /// "A man stabbed two, police said, *before being shot* by guards": what came before or after it is told of the deed, and
    /// not of its telling.
    pub(super) fn hang_sequel_behind_voice(&mut self, link: usize) {
        const SEQUELS: [&str; 8] = [
            "escape",
            "explode",
            "flee",
            "kill",
            "open",
            "shoot",
            "stab",
            "surrender",
        ];
        let labels = self.labels;
        let voice = self.head(link);
        let opens = link > 0
            && matches!(&*self.lower(link), "before" | "after")
            && self.lower(link - 1) == ",";
        if !opens || voice >= link || !self.is_cue(voice) {
            return;
        }
        let above = self.head(voice);
        let beside = self.tokens[voice].dep == labels.parataxis && above < voice;
        let complement = self.child(voice, 0..voice, labels.complement);
        let Some(told) = complement.or(beside.then_some(above)) else {
            return;
        };
        let aside = self.subject(voice, told..voice).is_some_and(|speaker| {
            let start = self.leftmost(speaker);
            start > 0 && self.lower(start - 1) == ","
        });
        let sequel = self.child(link, link..self.tokens.len(), labels.gerund);
        let undergone = |verb: usize| {
            self.tag(verb) == "VBN" && self.is_passive(verb, link..verb)
                || self.lemma_in(verb, &SEQUELS)
        };
        if !aside || !sequel.is_some_and(undergone) {
            return;
        }
        // "…, killing two as the *driver* opened fire": it is told of the last who did something.
        let clause = |at: usize| {
            self.subject(at, told..at).is_some()
                && self.tokens[at].dep == labels.adverbial
                && self.within(at, told)
        };
        let nearest = (told + 1..voice).rev().find(|&at| clause(at));
        self.tokens[link].head = nearest.unwrap_or(told) as u32;
    }

    /// "was described by police *as* an attack": as what it was described, and not as what the police are.
    pub(super) fn hang_role_on_describing(&mut self, link: usize) {
        const DESCRIBING: [&str; 12] = [
            "brand",
            "condemn",
            "denounce",
            "describe",
            "dismiss",
            "hail",
            "interpret",
            "perceive",
            "portray",
            "regard",
            "see",
            "view",
        ];
        let labels = self.labels;
        let by_whom = self.head(link);
        let agent = self.head(by_whom);
        let verb = self.head(agent);
        if self.lower(link) == "as"
            && self.tokens[link].dep == labels.prepositional
            && by_whom < link
            && self.symbols.get(self.tokens[agent].dep) == "agent"
            && self.lemma_in(verb, &DESCRIBING)
        {
            self.tokens[link].head = verb as u32;
        }
    }

    /// "Five were killed in Kalem, *the army's media wing, the APS (A),* said.": a cue behind what it reports has a
    /// subject, which is the phrase between the last of that and the cue.
    pub(super) fn give_closing_cue_its_subject(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.is_cue(verb) {
            return;
        }
        let children = self.children(verb, 0..verb);
        let reports = self.child(verb, 0..verb, labels.complement).is_some();
        let has_subject = children.iter().any(|&c| {
            self.tokens[c].dep == labels.subject || self.tokens[c].dep == labels.passive_subject
        });
        let ends = verb + 1 == self.tokens.len() || self.lower(verb + 1) == ".";
        let auxiliary = children.iter().any(|&c| self.tokens[c].pos == Pos::Aux);
        if !reports || has_subject || auxiliary || !ends {
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

    /// "were held as they laid *wreaths*, the league Orrin said": what stands before the comma that opens a voice is no
    /// part of who speaks, but what the verb or the preposition before it governs.
    pub(super) fn give_back_object_before_voice(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(speaker) = self.child(verb, 0..verb, labels.subject) else {
            return;
        };
        let part = self.children(speaker, 0..speaker).into_iter().find(|&c| {
            matches!(self.symbols.get(self.tokens[c].dep), "nmod" | "compound")
                && self.is_noun(c)
                && self.lower(c + 1) == ","
        });
        let Some(part) = part.filter(|_| self.is_cue(verb)) else {
            return;
        };
        let Some(before) = self.leftmost(part).checked_sub(1) else {
            return;
        };
        let dep = match self.tokens[before].pos {
            Pos::Verb => labels.object,
            Pos::Adp if self.tokens[before].dep == labels.prepositional => {
                labels.prepositional_object
            }
            _ => return,
        };
        let free = self.child(before, before + 1..speaker, dep).is_none();
        if free && !self.within(before, speaker) {
            self.attach(part, before, dep);
        }
    }

    /// "executed about 300 *men* in Moro, *Amnesty International* said", "killing at least 50 *people*, *residents* and
    /// officials said": who speaks stands behind the comma, and whom the verb before them was done to is no speaker.
    pub(super) fn part_voice_from_object(&mut self, cue: usize) {
        let labels = self.labels;
        if !self.is_cue(cue) {
            return;
        }
        let Some(object) = self.child(cue, 0..cue, labels.subject) else {
            return;
        };
        let start = self.leftmost(object);
        let Some(verb) = start.checked_sub(1) else {
            return;
        };
        let finite = self.tag(verb) == "VBD"
            && self.tokens[verb].dep == labels.complement
            && self.head(verb) == cue
            && self.child(verb, 0..verb, labels.subject).is_some();
        let participle = self.tag(verb) == "VBG"
            && self.lemma_in(verb, UNDERGONE)
            && self.counts(object)
            && self.above(verb, 4, |v| self.head(v) == cue).is_some();
        let does = (finite || participle) && self.child(verb, verb..cue, labels.object).is_none();
        if !does {
            return;
        }
        let voice = (object + 1..cue).rev().find(|&s| {
            let first = self.leftmost(s);
            self.is_noun(s)
                && matches!(self.symbols.get(self.tokens[s].dep), "conj" | "appos")
                && first > 0
                && self.lower(first - 1) == ","
                && (first..cue).all(|i| self.within(i, s))
        });
        let Some(voice) = voice else {
            return;
        };
        self.attach(object, verb, labels.object);
        self.attach(voice, cue, labels.subject);
    }

    /// "said *reports* that it was at war were baseless": the reports are what the clause behind them tells of.
    pub(super) fn give_clause_its_noun(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let cue = self.head(verb);
        if self.tokens[verb].dep != labels.complement
            || cue >= verb
            || !self.is_cue(cue)
            || !matches!(self.lower(verb).as_str(), "was" | "were" | "is" | "are")
            || self.child(verb, 0..count, labels.subject).is_some()
        {
            return;
        }
        let Some(noun) = self.child(cue, cue + 1..verb, labels.object) else {
            return;
        };
        // Nothing stands between the noun's own words and the verb.
        let own = (noun + 1..verb).all(|i| self.within(i, noun));
        let clause = self.children(noun, noun + 1..verb).into_iter().any(|c| {
            matches!(
                self.symbols.get(self.tokens[c].dep),
                "acl" | "relcl" | "prep"
            )
        });
        if own && clause {
            self.attach(noun, verb, labels.subject);
        }
    }

    /// "sources *quoting* reports said": the verb of saying is theirs, and the participle describes them.
    pub(super) fn give_citing_speaker_its_verb(&mut self, citing: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(speaker) = self.child(citing, 0..citing, labels.subject) else {
            return;
        };
        let teller = (citing + 1..count)
            .find(|&i| matches!(self.tag(i), "VBD" | "VBZ" | "VBP") && self.is_cue(i));
        let Some(teller) = teller.filter(|_| speaker + 1 == citing) else {
            return;
        };
        let finite = (citing + 1..teller)
            .any(|i| matches!(self.tag(i), "VBD" | "VBZ" | "VBP" | "MD") || self.lower(i) == ",");
        let speechless = self.child(teller, 0..count, labels.subject).is_none();
        if self.lemma_in(citing, &["cite", "quote"]) && speechless && !finite {
            self.attach(speaker, teller, labels.subject);
            self.attach(citing, speaker, labels.modifier_clause);
        }
    }

    /// "Clerks told the Gazette, *citing residents*, that 12 had died": what is told behind an aside is told by who
    /// told it, from those the aside names.
    pub(super) fn give_clause_to_who_cites(&mut self, citing: usize) {
        let labels = self.labels;
        let teller = self.head(citing);
        let aside = self.tokens[citing].dep == labels.adverbial
            && self.lemma_in(citing, &["cite", "quote"])
            && citing > teller
            && self.lower(citing - 1) == ","
            && self.is_cue(teller)
            && self
                .child(teller, 0..self.tokens.len(), labels.complement)
                .is_none();
        let behind = citing + 1..self.tokens.len();
        let Some(told) = self.child(citing, behind.clone(), labels.complement) else {
            return;
        };
        let opens_behind_comma = self
            .child(told, behind, labels.mark)
            .is_some_and(|m| self.lower(m) == "that" && self.lower(m - 1) == ",");
        if aside && opens_behind_comma {
            self.attach(told, teller, labels.complement);
        }
    }

    /// "…, *warning* that …": whether a clause of one of these verbs closes another one behind a comma.
    fn goes_on_behind_comma(&self, verb: usize, verbs: &[&str]) -> bool {
        let comma = verb.checked_sub(1).filter(|&c| self.lower(c) == ",");
        comma.is_some()
            && self.tokens[verb].dep == self.labels.adverbial
            && self.lemma_in(verb, verbs)
    }

    /// "denied that his men had fired, *accusing* the rebels of it", "insisted that the dam was safe, *urging* calm": who
    /// denies or insists speaks on, and not those of whom it is told.
    pub(super) fn give_comment_to_who_denies(&mut self, comment: usize) {
        const COMMENTS: [&str; 14] = [
            "accuse", "argue", "blame", "call", "cite", "demand", "describe", "dismiss", "insist",
            "say", "stress", "urge", "vow", "warn",
        ];
        let labels = self.labels;
        let told = self.head(comment);
        // "rejected *claims that* his men had fired"
        let claims = self.head(told);
        let of_claims = self.tokens[claims].dep == labels.object && self.is_noun(claims);
        let teller = if of_claims { self.head(claims) } else { claims };
        let behind = self.goes_on_behind_comma(comment, &COMMENTS)
            && (self.tokens[told].dep == labels.complement
                || of_claims && self.tokens[told].dep == labels.modifier_clause)
            && teller < told
            && told < comment
            && self.subject(told, teller..told).is_some();
        let denies = self.lemma_in(teller, &["deny", "dismiss", "dispute", "refute", "reject"]);
        let insists = !of_claims && self.is_cue(teller) && self.lemma_in(told, &["be"]);
        if behind && (denies || insists) && self.subject(teller, 0..teller).is_some() {
            self.tokens[comment].head = teller as u32;
        }
    }

    /// "quit, *claims* his aide described as lies": no verb, but what was described so.
    pub(super) fn read_judged_as_noun(&mut self, claims: usize) {
        let labels = self.labels;
        let Some(singular) = ["charges", "claims"]
            .iter()
            .find(|word| **word == self.lower(claims))
            .and_then(|word| word.strip_suffix('s'))
        else {
            return;
        };
        if claims == 0 || self.lower(claims - 1) != "," {
            return;
        }
        let count = self.tokens.len();
        let Some(judge) = self.child(claims, claims + 1..count, labels.object) else {
            return;
        };
        let judged = (judge + 1..count).find(|&verb| {
            matches!(self.tag(verb), "VBD" | "VBN" | "VBZ")
                && self.lemma_in(
                    verb,
                    &[
                        "brand", "call", "deny", "describe", "dispute", "dismiss", "reject",
                    ],
                )
                && self.within(verb, claims)
                && self.subject(verb, claims..verb).is_none()
                && self.child(verb, verb..count, labels.object).is_none()
        });
        let Some(judged) = judged.filter(|_| self.is_somebody(judge)) else {
            return;
        };
        self.attach(judge, judged, labels.subject);
        self.attach(judged, claims, labels.relative);
        self.tokens[claims].tag = labels.plural;
        self.tokens[claims].pos = Pos::Noun;
        self.tokens[claims].lemma = singular.into();
        self.tokens[claims].dep = labels.unlabelled;
    }

    /// "killed 22 people, *most of them students*, a rebel group and aid workers said": who most of them were is said
    /// of them, and those who speak come behind the comma.
    pub(super) fn part_voice_from_share(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.is_cue(verb) {
            return;
        }
        let Some(first) = self.child(verb, 0..verb, labels.subject) else {
            return;
        };
        let share = self.leftmost(first);
        let of_them = self.lower(share + 1) == "of"
            && matches!(self.lower(share + 2).as_str(), "them" | "whom");
        let counts = matches!(
            self.lower(share).as_str(),
            "most" | "many" | "some" | "all" | "both" | "half" | "several" | "none"
        ) || self.tag(share) == "CD";
        if share == 0 || share + 2 >= first || !of_them || !counts || self.lower(share - 1) != "," {
            return;
        }
        let voice = self
            .children(first, first + 1..verb)
            .into_iter()
            .find(|&c| {
                let opens = self.leftmost(c);
                self.tokens[c].dep == labels.conjunct && self.lower(opens - 1) == ","
            });
        let Some(voice) = voice else { return };
        let whole = (0..share - 1).rev().find(|&i| self.is_noun(i));
        self.attach(voice, verb, labels.subject);
        self.attach(first, whole.unwrap_or(verb), labels.apposition);
    }

    /// "killing two and abducting others, *residents and police* said": who speaks is no part of the list before the
    /// comma.
    pub(super) fn take_voice_from_list(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.is_cue(verb) || self.tokens[verb].dep != labels.conjunct {
            return;
        }
        let own = self.children(verb, 0..verb);
        let finite = own.iter().all(|&c| {
            let dep = self.tokens[c].dep;
            dep != labels.subject && dep != labels.passive_subject && self.tokens[c].pos != Pos::Aux
        });
        let Some(last) = verb.checked_sub(1).filter(|_| finite) else {
            return;
        };
        let opens = |&s: &usize| {
            let start = self.leftmost(s);
            self.is_noun(s)
                && self.tokens[s].dep == labels.conjunct
                && start > 0
                && self.lower(start - 1) == ","
                && self.head(s) < start
                && (start..verb).all(|i| self.within(i, s))
        };
        let Some(voice) = (0..=last).rev().find(opens) else {
            return;
        };
        self.attach(voice, verb, labels.subject);
    }

    /// "claimed in a message to have *killed* ten": what is claimed is no message's.
    pub(super) fn hang_claim_on_cue(&mut self, verb: usize) {
        let labels = self.labels;
        let Some(governed) = self.symbols.find("xcomp") else {
            return;
        };
        let medium = self.head(verb);
        let link = self.head(medium);
        let cue = self.head(link);
        let own = self.children(verb, medium..verb);
        let to_have = own.iter().any(|&c| self.lower(c) == "to")
            && own.iter().any(|&c| self.lower(c) == "have");
        let hangs = matches!(self.symbols.get(self.tokens[verb].dep), "relcl" | "acl");
        if hangs
            && to_have
            && medium < verb
            && self.tokens[medium].dep == labels.prepositional_object
            && link < medium
            && cue < link
            && self.lemma_in(cue, &["claim", "admit", "confess", "boast", "allege"])
        {
            self.attach(verb, cue, governed);
            for joined in self.children(verb, verb + 1..self.tokens.len()) {
                if self.tokens[joined].dep == labels.conjunct && self.tag(joined) == "VBD" {
                    self.tokens[joined].tag = labels.participle;
                }
            }
        }
    }

    /// "The crew was freed, officials *said*, days after warships came", "It may fall, he *warned*, unless …": what
    /// stands behind the comma that closes a voice belongs to what it tells, where a word of time, ground or
    /// condition opens it.
    pub(super) fn hang_clause_behind_voice(&mut self, cue: usize) {
        const GROUNDS: [&str; 8] = [
            "after", "before", "as", "while", "because", "although", "though", "since",
        ];
        let labels = self.labels;
        let told = self.head(cue);
        if self.tokens[cue].dep != labels.parataxis || told >= cue || !self.is_cue(cue) {
            return;
        }
        let count = self.tokens.len();
        for clause in self.children(cue, cue + 1..count) {
            let opening = self.leftmost(clause);
            let opened_by = |words: &[&str]| {
                self.children(clause, opening..clause).iter().any(|&c| {
                    self.tokens[c].dep == labels.mark && words.contains(&self.lower(c).as_str())
                })
            };
            let dep = self.tokens[clause].dep;
            let goes_on = dep == labels.complement && opened_by(&GROUNDS)
                || dep == labels.adverbial && opened_by(&["if", "unless", "until"]);
            if goes_on && opening == cue + 2 && self.lower(cue + 1) == "," {
                self.attach(clause, told, labels.adverbial);
            }
        }
    }

    /// "Nine died, the ministry *said* on Friday, hours after envoys announced …": the clause behind tells when, and
    /// the cue reports what stands before it alone.
    pub(super) fn part_time_from_told(&mut self, cue: usize) {
        let labels = self.labels;
        if !self.is_cue(cue) || self.child(cue, 0..cue, labels.complement).is_none() {
            return;
        }
        let count = self.tokens.len();
        for clause in self.children(cue, cue + 1..count) {
            let opens = |c: usize| {
                self.tokens[c].dep == labels.mark
                    && matches!(self.lower(c).as_str(), "after" | "before")
            };
            let own = self.children(clause, cue + 1..clause);
            let Some(mark) = own.iter().copied().find(|&c| opens(c)) else {
                continue;
            };
            if self.tokens[clause].dep != labels.complement {
                continue;
            }
            self.tokens[clause].dep = labels.adverbial;
            // "said *Sunday*, hours after": the day before the comma is the cue's.
            for day in own {
                let parted = (day + 1..mark).any(|i| self.lower(i) == ",");
                if parted && self.symbols.get(self.tokens[day].dep) == "npadvmod" {
                    self.tokens[day].head = cue as u32;
                }
            }
        }
    }

    /// "Rebels freed nine nurses, residents said, a day after the army *bombed* them": a clause of time is no main clause.
    pub(super) fn give_time_clause_its_main(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let opens = self.children(verb, 0..verb).into_iter().find(|&c| {
            self.tokens[c].dep == labels.mark
                && matches!(self.lower(c).as_str(), "after" | "before")
        });
        let Some(mark) = opens.filter(|_| self.tokens[verb].dep == labels.root) else {
            return;
        };
        let main = self.child(verb, 0..mark, labels.complement);
        let cue = self
            .children(verb, 0..mark)
            .into_iter()
            .find(|&c| self.tokens[c].dep == labels.parataxis && self.is_cue(c));
        let (Some(main), Some(cue)) = (main, cue.filter(|&c| self.lower(c + 1) == ",")) else {
            return;
        };
        if main > cue {
            return;
        }
        self.attach(main, main, labels.root);
        self.attach(verb, main, labels.adverbial);
        self.attach(cue, main, labels.parataxis);
        for child in self.children(verb, 0..count) {
            if child < cue || child > verb && self.lower(child) == "." {
                self.tokens[child].head = main as u32;
            }
        }
    }

    /// "a man who gave his name as Abdi *told* the agency": the man did.
    pub(super) fn give_cue_its_named_speaker(&mut self, cue: usize) {
        let labels = self.labels;
        let giving = self.head(cue);
        let speaker = self.head(giving);
        let above = self.head(speaker);
        let Some(name) = self.child(cue, giving..cue, labels.subject) else {
            return;
        };
        let Some(link) = self.child(cue, giving..name, labels.mark) else {
            return;
        };
        let named = self
            .child(giving, giving + 1..link, labels.object)
            .is_some_and(|o| self.lemma_in(o, &["name"]));
        let relative = self.tokens[giving].dep == self.labels.relative;
        if !self.lemma_in(giving, &["give"])
            || !named
            || !relative
            || self.lower(link) != "as"
            || speaker >= giving
            || !self.is_cue(cue)
        {
            return;
        }
        self.attach(name, link, labels.prepositional_object);
        self.attach(link, giving, labels.prepositional);
        if above == speaker {
            self.attach(cue, cue, labels.root);
        } else if self.tokens[speaker].dep == labels.subject || above > speaker {
            self.take_place(cue, speaker);
        } else {
            self.attach(cue, above, labels.parataxis);
        }
        self.attach(speaker, cue, labels.subject);
    }

    /// "Bombs struck a house, killing six, among them three children, *the governor wrote on Telegram*.": a cue with
    /// its own subject behind a comma, and nothing that joins it, tells all that stands before it.
    pub(super) fn set_closing_voice_aside(&mut self, verb: usize) {
        let labels = self.labels;
        let told = self.head(verb);
        if self.tokens[verb].dep != labels.conjunct || told >= verb || !self.is_cue(verb) {
            return;
        }
        let subject = self.child(verb, 0..verb, labels.subject);
        let Some(subject) = subject else { return };
        let opening = self.leftmost(subject);
        let apart = opening > 0 && self.lower(opening - 1) == ",";
        let joined = self
            .children(told, told + 1..verb)
            .iter()
            .any(|&c| self.symbols.get(self.tokens[c].dep) == "cc" && c + 2 >= opening);
        if apart && !joined && self.closes_what_is_told(verb) {
            self.tokens[verb].dep = labels.parataxis;
        }
    }

    /// Whether a cue stands behind all that it tells: with whom it is told to, and no verb, behind it.
    fn closes_what_is_told(&self, cue: usize) -> bool {
        let count = self.tokens.len();
        let reports = self.children(cue, cue + 1..count).iter().any(|&c| {
            // "a source told *the agency*", "told *reporters*": who hears it.
            let hears = self.lemma_in(cue, &["tell"])
                && !self.lemma_in(c, &["joke", "lie", "news", "story", "tale", "truth"]);
            let dep = self.tokens[c].dep;
            dep == self.labels.object && !hears || dep == self.labels.complement
        });
        let ends = (cue + 1..count)
            .take_while(|&i| self.lower(i) != ".")
            .all(|i| !matches!(self.tokens[i].pos, Pos::Verb | Pos::Aux));
        ends && !reports
    }

    /// "They set barns ablaze, *the mayor of nearby Orrin*, who counted six, told the Courier.": whoever stands, with
    /// a clause that describes him, between what is told and the cue tells it, and nothing was done to him.
    pub(super) fn give_closing_cue_its_described_speaker(&mut self, cue: usize) {
        let labels = self.labels;
        let set_apart = cue > 3
            && self.lower(cue - 1) == ","
            && self.is_cue(cue)
            && self.subject(cue, 0..cue).is_none()
            && self.closes_what_is_told(cue);
        if !set_apart {
            return;
        }
        let describes = |&i: &usize| {
            matches!(self.lower(i).as_str(), "who" | "whose") && self.lower(i - 1) == ","
        };
        let Some(who) = (2..cue - 1).rev().find(describes) else {
            return;
        };
        let Some((speaker, opening)) = self.set_apart_before(who - 1) else {
            return;
        };
        let speaks = self.tokens[speaker].pos == Pos::Propn
            || noun_classes(&self.tokens[speaker].lemma).meets(ClassSet::HUMAN);
        let between =
            (opening..cue - 1).all(|i| self.within(i, speaker) || self.tokens[i].pos == Pos::Punct);
        if !speaks || !between {
            return;
        }
        let main = self.head(cue);
        if self.child(cue, 0..opening, labels.complement).is_none() {
            let joined = self.tokens[cue].dep == labels.conjunct
                && main < opening
                && self.tokens[main].pos == Pos::Verb;
            if !joined {
                return;
            }
            self.take_place(cue, main);
            self.attach(main, cue, labels.complement);
        }
        self.attach(speaker, cue, labels.subject);
    }

    /// "They burned barns, *a teacher* who asked not to be named *said*.": a cue behind the clause that describes somebody
    /// set apart by a comma is no part of that clause, and whoever is described tells all that stands before.
    pub(super) fn part_closing_cue_from_description(&mut self, cue: usize) {
        let labels = self.labels;
        let closes = self.is_cue(cue)
            && self.subject(cue, 0..cue).is_none()
            && self.closes_what_is_told(cue);
        let Some(clause) = self.above(cue, 4, |v| {
            self.tokens[v].dep == labels.relative && self.head(v) < v
        }) else {
            return;
        };
        let speaker = self.head(clause);
        let opening = self.leftmost(speaker);
        let apart = opening > 1
            && self.lower(opening - 1) == ","
            && self.lower(speaker + 1) == "who"
            && noun_classes(&self.tokens[speaker].lemma).meets(ClassSet::HUMAN)
            && (opening..=cue).all(|i| self.within(i, speaker));
        let main = self.root_of(speaker);
        let told = main < opening
            && self.tokens[main].pos == Pos::Verb
            && self.subject(main, 0..main).is_some();
        if closes && apart && told {
            self.take_place(cue, main);
            self.attach(main, cue, labels.complement);
            self.attach(speaker, cue, labels.subject);
        }
    }

    /// The head and the first word of the widest phrase that ends before a comma and begins behind one.
    fn set_apart_before(&self, comma: usize) -> Option<(usize, usize)> {
        const STEPS: usize = 6;
        let mut found = None;
        let mut at = comma.checked_sub(1)?;
        for _ in 0..STEPS {
            let opening = self.leftmost(at);
            let apart = opening > 0 && self.lower(opening - 1) == ",";
            if apart && self.is_noun(at) {
                found = Some((at, opening));
            }
            let above = self.head(at);
            if above == at || above > comma {
                break;
            }
            at = above;
        }
        found
    }

    /// "launched strikes on the port, the last of *which*, medics said, killed two": one of the strikes killed, which is
    /// all that the medics tell.
    pub(super) fn give_share_its_told_verb(&mut self, which: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let of = self.head(which);
        let share = self.head(of);
        let opens = which > 3
            && of + 1 == which
            && share + 1 == of
            && self.lower(of) == "of"
            && which + 1 < count
            && self.lower(which + 1) == ",";
        let opening = self.leftmost(share);
        if !opens || opening < 2 || self.lower(opening - 1) != "," {
            return;
        }
        let Some(cue) = (which + 2..count.min(which + 10))
            .find(|&i| self.tokens[i].pos == Pos::Verb)
            .filter(|&i| self.is_cue(i) && self.subject(i, which..i).is_some())
        else {
            return;
        };
        let Some(closing) = (cue + 1..count.min(cue + 5)).find(|&i| self.lower(i) == ",") else {
            return;
        };
        let verb = closing + 1;
        let finite = verb < count
            && self.tokens[verb].pos == Pos::Verb
            && matches!(self.tag(verb), "VBD" | "VBN");
        let plural = |&i: &usize| matches!(self.tag(i), "NNS" | "NNPS");
        let happening =
            |&i: &usize| plural(&i) && noun_classes(&self.tokens[i].lemma).has(NounClass::Event);
        let whole = (0..opening - 1)
            .rev()
            .find(happening)
            .or_else(|| (0..opening - 1).rev().find(plural));
        let Some(whole) = whole.filter(|_| finite) else {
            return;
        };
        if self.head(cue) != verb
            && let Some(told) = self.child(cue, 0..opening, labels.complement)
        {
            self.take_place(told, cue);
            for child in self.children(cue, 0..opening) {
                self.tokens[child].head = told as u32;
            }
        }
        for child in self.children(cue, verb + 1..count) {
            self.tokens[child].head = verb as u32;
        }
        self.tokens[verb].tag = labels.past;
        self.attach(verb, whole, labels.relative);
        self.attach(which, verb, labels.subject);
        self.attach(share, which, labels.adjectival);
        self.attach(cue, verb, labels.parataxis);
    }

    /// "claimed without evidence *that guards had fled*": what is claimed, and not what there is no evidence of.
    pub(super) fn give_claim_its_clause(&mut self, evidence: usize) {
        let labels = self.labels;
        let without = self.head(evidence);
        let cue = self.head(without);
        let bare = self.lemma_in(evidence, &["evidence", "proof"])
            && self.lower(without) == "without"
            && cue < without
            && self.is_cue(cue);
        let behind = evidence + 1..self.tokens.len();
        if !bare || self.child(cue, 0..evidence, labels.complement).is_some() {
            return;
        }
        let told = self.children(evidence, behind).into_iter().find(|&c| {
            let that = self.child(c, evidence..c, labels.mark);
            that.is_some_and(|m| self.lower(m) == "that")
        });
        if let Some(told) = told {
            self.attach(told, cue, labels.complement);
        }
    }

    /// "The union demanded that the mayor resign, *warning* that …": who demands says it, and not who is to do what is
    /// demanded.
    pub(super) fn hang_saying_on_demand(&mut self, saying: usize) {
        let labels = self.labels;
        let wanted = self.head(saying);
        let demand = self.head(wanted);
        let is_wanted = self.tokens[wanted].dep == labels.complement
            && self.tag(wanted) == "VB"
            && demand < wanted
            && wanted < saying
            && self.lemma_in(
                demand,
                &[
                    "ask",
                    "demand",
                    "insist",
                    "propose",
                    "recommend",
                    "request",
                    "urge",
                ],
            );
        let adds = ["add", "argue", "note", "say", "threaten", "warn"];
        if is_wanted && self.goes_on_behind_comma(saying, &adds) {
            self.tokens[saying].head = demand as u32;
        }
    }

    /// "The council blamed the army, while the mayor called for talks, *saying* …": who spoke last says it.
    pub(super) fn hang_saying_on_nearest(&mut self, saying: usize) {
        const SAYING: [&str; 6] = ["add", "argue", "insist", "note", "say", "warn"];
        let labels = self.labels;
        let above = self.head(saying);
        if above >= saying || !self.goes_on_behind_comma(saying, &SAYING) {
            return;
        }
        let nearer = (above + 1..saying).rev().find(|&v| {
            self.tokens[v].dep == labels.adverbial
                && matches!(self.tag(v), "VBD" | "VBZ" | "VBP")
                && self.subject(v, above..v).is_some()
                && self
                    .child(v, above..v, labels.mark)
                    .is_some_and(|m| matches!(&*self.lower(m), "while" | "although" | "though"))
        });
        if let Some(nearer) = nearer {
            self.tokens[saying].head = nearer as u32;
        }
    }

    /// "Rebels shelled a market, police said, *killing* nine", "…, the UN said, and *killed* nine": what goes on behind an
    /// inserted voice is done by those of whom it tells.
    pub(super) fn give_back_behind_voice(&mut self, verb: usize) {
        let labels = self.labels;
        let cue = self.head(verb);
        if cue + 2 > verb || !self.is_cue(cue) || self.lower(cue + 1) != "," {
            return;
        }
        let result =
            self.tokens[verb].dep == labels.adverbial && self.tag(verb) == "VBG" && verb == cue + 2;
        let next = self.tokens[verb].dep == labels.conjunct
            && self.tag(verb) == "VBD"
            && verb == cue + 3
            && self.lower(verb - 1) == "and";
        // "…, police said, *citing* witnesses": what is no deed is the speaker's.
        let deed = self.lemma_in(verb, UNDERGONE)
            || self.lemma_in(verb, DEEDS)
            || self.lemma_in(
                verb,
                &["capture", "flee", "hit", "leave", "occupy", "seize", "take"],
            );
        if !(result || next) || !deed || self.subject(verb, cue..verb).is_some() {
            return;
        }
        let told = if self.tokens[cue].dep == labels.parataxis && self.head(cue) < cue {
            Some(self.head(cue))
        } else {
            self.child(cue, 0..cue, labels.complement)
        };
        let Some(told) = told.filter(|&t| self.tokens[t].pos == Pos::Verb) else {
            return;
        };
        let inserted = self.subject(cue, told..cue).is_some_and(|s| {
            let opening = self.leftmost(s);
            opening > 0 && self.lower(opening - 1) == ","
        });
        if inserted {
            self.tokens[verb].head = told as u32;
            if next {
                self.tokens[verb - 1].head = told as u32;
            }
        }
    }

    /// "Soldiers burned six houses, *the charity El Amal* said.": a cue that ends the sentence is said by whom its name
    /// and what goes before it tell, and describes nobody.
    pub(super) fn read_closing_relative_as_voice(&mut self, verb: usize) {
        let labels = self.labels;
        let count = self.tokens.len();
        let voice = self.head(verb);
        let told = self.head(voice);
        let Some(name) = self.child(verb, voice + 1..verb, labels.subject) else {
            return;
        };
        let opening = self.leftmost(voice);
        let ends = verb + 1 == count || matches!(self.lower(verb + 1).as_str(), "." | ",");
        let reports = self
            .children(verb, verb + 1..count)
            .iter()
            .any(|&c| matches!(self.symbols.get(self.tokens[c].dep), "ccomp" | "dobj"));
        let named = self.tokens[name].pos == Pos::Propn
            && self.leftmost(name) == voice + 1
            && name + 1 == verb;
        let closes = self.tokens[verb].dep == labels.relative
            && self.is_cue(verb)
            && opening > 0
            && self.lower(opening - 1) == ","
            && told < opening
            && matches!(self.tokens[told].pos, Pos::Verb | Pos::Aux);
        let body = noun_classes(&self.tokens[voice].lemma.to_lowercase()).meets(ClassSet::AGENT);
        if !closes || !ends || reports || !named || !body {
            return;
        }
        self.take_place(verb, told);
        self.attach(told, verb, labels.complement);
        self.attach(name, voice, labels.apposition);
        self.attach(voice, verb, labels.subject);
    }

    /// "The strike hit the village -- … -- *at 10 am*, the sources said": what stands before the comma is told.
    pub(super) fn give_reported_clause_its_time(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.is_cue(verb) {
            return;
        }
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
    pub(super) fn is_cue(&self, verb: usize) -> bool {
        Cues::get()
            .rows(CuePos::Verb, &self.tokens[verb].lemma)
            .iter()
            .any(|row| row.clause && row.class == CueClass::Say)
    }

    /// "Two wounded in ramming; assailant shot dead": what a semicolon ends is no part of what follows.
    pub(super) fn part_at_semicolon(&mut self, semicolon: usize) {
        self.part_behind_semicolon(semicolon);
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
            && self.child(cue, told..cue, self.labels.subject).is_some()
        {
            self.tokens[told].head = cue as u32;
        }
        for clause in self.children(verb, 0..semicolon) {
            if self.tokens[clause].dep == self.labels.complement {
                self.tokens[clause].dep = self.labels.unlabelled;
            }
        }
    }

    /// "Farmers block roads; police *use* water cannon": what has a subject of its own behind a semicolon is a
    /// sentence, and nothing that the verb before governs; so is a headline's "six *held*".
    pub(super) fn part_behind_semicolon(&mut self, semicolon: usize) {
        let labels = self.labels;
        let verb = self.head(semicolon);
        let passive = self.child(verb, semicolon..verb.max(semicolon), labels.passive_subject);
        let finite = matches!(self.tag(verb), "VBD" | "VBZ" | "VBP") || passive.is_some();
        if self.lower(semicolon) != ";"
            || verb <= semicolon
            || self.head(verb) >= semicolon
            || !finite
        {
            return;
        }
        let governed = matches!(
            self.symbols.get(self.tokens[verb].dep),
            "dobj" | "ccomp" | "advcl" | "xcomp" | "pobj"
        );
        let acts = self.subject(verb, semicolon..verb).is_some();
        if governed && acts {
            self.tokens[verb].dep = labels.unlabelled;
        }
    }

    /// What a verb is joined with, where that is told by a cue before it, and the cue.
    fn joined_to_told(&self, verb: usize) -> Option<(usize, usize)> {
        let told = self.head(verb);
        let cue = self.head(told);
        let is_told = self.tokens[verb].dep == self.labels.conjunct
            && self.tokens[told].dep == self.labels.complement
            && cue < told
            && self.is_cue(cue);
        is_told.then_some((told, cue))
    }

    /// "Police said a bomb exploded, but officials *put* the toll at six": a new voice tells its own.
    pub(super) fn part_voice_behind_but(&mut self, verb: usize) {
        let Some((told, cue)) = self.joined_to_told(verb) else {
            return;
        };
        let speaks = self.is_cue(verb) || self.lemma_in(verb, &["put"]);
        let subject = self
            .child(verb, told..verb, self.labels.subject)
            .filter(|_| speaks);
        let behind_but = subject.is_some_and(|s| {
            let opening = self.leftmost(s);
            opening > 2 && self.lower(opening - 1) == "but" && self.lower(opening - 2) == ","
        });
        if behind_but {
            self.tokens[verb].head = cue as u32;
        }
    }

    /// "Tarnia said its ships had fired, *but denied* that anyone was hurt": what had been done before is told by the
    /// speaker, who goes on to answer. Behind "denied that he had fired, *but vowed* to" comes what is not denied.
    pub(super) fn part_answer_behind_but(&mut self, verb: usize) {
        let Some((told, cue)) = self.joined_to_told(verb) else {
            return;
        };
        let first = verb - usize::from(told + 1 < verb && self.tokens[verb - 1].pos == Pos::Adv);
        let behind_but = told < first && self.lower(first - 1) == "but";
        let before = self.children(told, cue..told).into_iter().any(|c| {
            self.tokens[c].pos == Pos::Aux && matches!(self.lower(c).as_str(), "had" | "would")
        });
        if !behind_but || !before {
            return;
        }
        let answers = (self.is_cue(verb) || self.lemma_in(verb, &["reject", "dismiss", "refuse"]))
            && !self.is_passive(told, cue..told);
        let denies = self.lemma_in(cue, &["deny"]) && self.tag(verb) == self.tag(cue);
        if denies {
            self.join_behind(verb, cue);
        } else if answers {
            self.tokens[verb].head = cue as u32;
        }
    }

    /// "Iran said people were hurt in the raid and *vowed* revenge", "said the coast was calm and *urged* Danu to
    /// leave": whoever was hurt says nothing and nor does a coast, the speaker does.
    pub(super) fn part_voice_from_the_speechless(&mut self, verb: usize) {
        const VOWING: [&str; 8] = [
            "vow", "pledge", "promise", "threaten", "warn", "urge", "condemn", "denounce",
        ];
        // What a thing may do too is left out: it threatens, shows, demands.
        const SPEAKING: [&str; 20] = [
            "accuse", "add", "announce", "appeal", "argue", "ask", "blame", "call", "claim",
            "condemn", "deny", "denounce", "insist", "pledge", "say", "stress", "tell", "urge",
            "vow", "warn",
        ];
        let Some((told, cue)) = self.joined_to_told(verb) else {
            return;
        };
        let vows = self.lemma_in(verb, &VOWING);
        let speaks = self.lemma_in(verb, &SPEAKING) && self.tag(verb) == self.tag(cue);
        // "said 140 had been shot and *quoted* the mayor": those who are acted on quote nobody.
        let quotes = self.lemma_in(verb, &["quote", "cite"]);
        if !(vows || speaks || quotes) || self.subject(verb, 0..verb).is_some() {
            return;
        }
        let acted_on = self
            .child(told, 0..told, self.labels.passive_subject)
            .is_some();
        let hurt = acted_on
            && self.lemma_in(
                told,
                &["kill", "injure", "wound", "hurt", "arrest", "detain"],
            );
        if vows && hurt || quotes && acted_on || speaks && self.is_told_of_a_thing(told, cue) {
            self.join_with(verb, cue);
        }
    }

    /// "told the agency that the group would study the plan, but *would* not *accept* it": what goes on under the same
    /// modal goes on inside what is told.
    pub(super) fn go_on_with_told_modal(&mut self, modal: usize) {
        let labels = self.labels;
        let verb = self.head(modal);
        let cue = self.head(verb);
        let word = self.lower(modal);
        let joined = self.tokens[verb].dep == labels.conjunct
            && cue < modal
            && modal < verb
            && self.is_cue(cue)
            && self.subject(verb, 0..verb).is_none();
        if !joined {
            return;
        }
        let modals = |v: usize| {
            let own = self.children(v, 0..v);
            own.into_iter()
                .any(|c| self.tag(c) == "MD" && self.lower(c) == word)
        };
        let told = self.child(cue, cue + 1..modal, labels.complement);
        if let Some(told) = told.filter(|&t| modals(t) && !modals(cue)) {
            self.join_with(verb, told);
        }
    }

    /// "reported that a man was held, and *that* police were searching": what is told goes on, the telling does not.
    pub(super) fn go_on_with_told_clause(&mut self, that: usize) {
        let labels = self.labels;
        let verb = self.head(that);
        let cue = self.head(verb);
        let joined = self.lower(that) == "that"
            && that < verb
            && cue < that
            && self.tokens[verb].dep == labels.conjunct
            && self.is_cue(cue);
        if !joined {
            return;
        }
        if let Some(told) = self.child(cue, cue + 1..that, labels.complement) {
            self.join_with(verb, told);
        }
    }

    /// "The envoy said that Orrin would go on with the talks and *was* ready to host them": what somebody is ready for
    /// goes on inside what is told of him.
    pub(super) fn go_on_with_told_readiness(&mut self, verb: usize) {
        const READY: [&str; 9] = [
            "able",
            "committed",
            "determined",
            "eager",
            "keen",
            "open",
            "prepared",
            "ready",
            "willing",
        ];
        let labels = self.labels;
        let count = self.tokens.len();
        let state = match &*self.tokens[verb].lemma {
            "be" => self.children(verb, verb + 1..count).first().copied(),
            _ => Some(verb),
        };
        let ready = state.is_some_and(|s| READY.contains(&self.lower(s).as_str()));
        let cue = self.head(verb);
        let joined = ready
            && self.tokens[verb].dep == labels.conjunct
            && cue < verb
            && self.is_cue(cue)
            && self.subject(verb, cue..verb).is_none();
        if !joined {
            return;
        }
        let would = |told: usize| {
            let own = self.children(told, cue..told);
            own.iter().any(|&c| self.tag(c) == "MD") && self.subject(told, cue..told).is_some()
        };
        let told = self.child(cue, cue + 1..verb, labels.complement);
        if let Some(told) = told.filter(|&t| would(t)) {
            self.join_with(verb, told);
        }
    }

    /// "The bureau revealed the man was armed and *was firing* at cars": he was, as the bureau revealed.
    pub(super) fn go_on_with_told_progress(&mut self, verb: usize) {
        let labels = self.labels;
        let cue = self.head(verb);
        let was = |tree: &Self, told: usize| {
            tree.children(told, cue..told)
                .iter()
                .any(|&c| tree.lemma_in(c, &["be"]) && matches!(tree.tag(c), "VBD" | "VBZ" | "VBP"))
                || tree.lemma_in(told, &["be"])
        };
        let joined = self.tokens[verb].dep == labels.conjunct
            && cue < verb
            && self.is_cue(cue)
            && matches!(self.tag(cue), "VBD" | "VBZ" | "VBP")
            && self.subject(verb, cue..verb).is_none()
            && was(self, verb);
        if !joined {
            return;
        }
        let told = self.child(cue, cue + 1..verb, labels.complement);
        if let Some(told) = told.filter(|&t| was(self, t) && self.subject(t, cue..t).is_some()) {
            self.join_with(verb, told);
        }
    }

    /// "allegations *that* the warden called false": no clause of what is alleged, but what the warden says of it.
    pub(super) fn read_that_as_judged(&mut self, that: usize) {
        let labels = self.labels;
        let verb = self.head(that);
        let asked = self.lower(that) == "that"
            && that > 0
            && that + 1 < verb
            && self.tokens[that].dep == labels.mark
            && self.tag(verb) == "VBD"
            && self.tokens[verb].dep == labels.modifier_clause
            && self.head(verb) + 1 == that
            && self.lemma_in(verb, JUDGING_WORDS)
            && self.lemma_in(that - 1, ALLEGATIONS);
        // "allegations that he *called her* a spy", "that he *rejected* that she was ill"
        let told = [labels.object, labels.complement]
            .into_iter()
            .any(|dep| self.child(verb, verb + 1..self.tokens.len(), dep).is_some());
        let Some(which) = self.symbols.find("WDT").filter(|_| asked && !told) else {
            return;
        };
        if self.subject(verb, that..verb).is_some() {
            self.attach(that, verb, labels.object);
            self.tokens[that].tag = which;
            self.tokens[verb].dep = labels.relative;
        }
    }

    /// Joins a verb, and the conjunctions before it, with another verb than the one it was joined with.
    pub(super) fn join_with(&mut self, verb: usize, other: usize) {
        let joined = self.head(verb);
        for joint in self.children(joined, joined + 1..verb) {
            if self.symbols.get(self.tokens[joint].dep) == "cc" {
                self.tokens[joint].head = other as u32;
            }
        }
        self.tokens[verb].head = other as u32;
    }

    /// Whether what a cue tells is told of what cannot speak: a thing that is no text, or "there".
    fn is_told_of_a_thing(&self, told: usize, cue: usize) -> bool {
        let Some(subject) = self.subject(told, cue..told) else {
            return self
                .children(told, cue..told)
                .iter()
                .any(|&c| self.symbols.get(self.tokens[c].dep) == "expl");
        };
        let lemma = self.tokens[subject].lemma.to_lowercase();
        self.tokens[subject].pos == Pos::Noun
            && !Cues::get().is_document(&lemma)
            && !noun_classes(&lemma).meets(ClassSet::AGENT)
    }

    /// "killed six people, *Ruiz*, a teacher, told the agency": a name between the last word of what is told and the cue
    /// tells it, and is none of the people.
    pub(super) fn give_told_its_named_speaker(&mut self, cue: usize) {
        let labels = self.labels;
        let main = self.head(cue);
        let behind = cue > 2
            && main < cue
            && self.tokens[cue].dep == labels.conjunct
            && self.is_cue(cue)
            && self.subject(cue, 0..cue).is_none();
        if !behind {
            return;
        }
        let closing = cue - 1;
        let named = self.people.iter().rev().find(|name| name.end <= cue);
        let Some(name) = named.cloned() else { return };
        let speaker = name.end - 1;
        // "*regional governor Ana Ruiz* said on television"
        let start = self.leftmost(speaker).min(name.start);
        let set_apart = start > main && self.lower(start - 1) == ",";
        // Between name and cue stands nothing, or what is said of the name, between commas.
        let told = name.end == cue
            || self.lower(closing) == ","
                && self.lower(name.end) == ","
                && (name.end + 1..closing).all(|i| self.within(i, speaker) || self.lower(i) == ",");
        let inside = self.head(speaker) < speaker && self.within(speaker, main);
        if !set_apart || !told || !inside {
            return;
        }
        self.take_place(cue, main);
        self.attach(main, cue, labels.complement);
        self.attach(speaker, cue, labels.subject);
    }

    /// "“They took him,” she said, “and *burned* the house.”": what goes on inside the marks is joined with what stood
    /// inside them.
    pub(super) fn join_within_quotation(&mut self, verb: usize) {
        let labels = self.labels;
        let cue = self.head(verb);
        let count = self.tokens.len();
        if self.tokens[verb].dep != labels.conjunct || cue >= verb || !self.is_cue(cue) {
            return;
        }
        let Some(and) = (cue + 1..verb).find(|&i| self.tokens[i].pos == Pos::Cconj) else {
            return;
        };
        let opens = matches!(self.lower(and - 1).as_str(), "\"" | "“" | "``");
        let aside = self.tokens[cue].dep == labels.parataxis && self.head(cue) < cue;
        let told = self
            .child(cue, 0..cue, labels.complement)
            .or(aside.then(|| self.head(cue)));
        let told = told.filter(|_| opens && self.subject(verb, and..verb).is_none());
        if let Some(told) = told {
            self.tokens[verb].head = told as u32;
            if self.head(and) == cue {
                self.tokens[and].head = told as u32;
            }
            for child in self.children(cue, verb + 1..count) {
                if self.tokens[child].pos != Pos::Punct {
                    self.tokens[child].head = verb as u32;
                }
            }
        }
    }

    /// "a raid *that* officials said killed ten": no link of a clause, but what killed them.
    pub(super) fn read_that_as_relative(&mut self, that: usize) {
        let labels = self.labels;
        let say = self.head(that);
        let whole = 0..self.tokens.len();
        let asked = self.lower(that) == "that"
            && self.tokens[that].dep == labels.subject
            && that > 0
            && say > that + 1
            && self.is_cue(say)
            && self.is_noun(that - 1);
        let voiced = |c: &usize| *c > that && self.tokens[*c].dep == labels.subject;
        if !asked || !self.children(say, that..say).iter().any(voiced) {
            return;
        }
        let deed = self
            .children(say, say + 1..whole.end)
            .into_iter()
            .find(|&c| {
                matches!(self.symbols.get(self.tokens[c].dep), "xcomp" | "ccomp")
                    && matches!(self.tag(c), "VBD" | "VBN")
                    && self.subject(c, whole.clone()).is_none()
            });
        let (Some(deed), Some(which)) = (deed, self.symbols.find("WDT")) else {
            return;
        };
        let dep = self.subject_label(deed, say..deed);
        self.attach(that, deed, dep);
        self.tokens[that].tag = which;
        self.tokens[deed].dep = labels.complement;
        // "a raid on a camp in Kalem *that* they said killed ten": the raid did.
        let happening = self.above(that - 1, 5, |noun| {
            self.is_noun(noun) && noun_classes(&self.tokens[noun].lemma).has(NounClass::Event)
        });
        let noun = happening.unwrap_or(that - 1);
        if !self.within(noun, say) {
            self.attach(say, noun, labels.relative);
        }
    }

    /// "a man *who* they say shot ten": whoever is told of shot them, and they say it.
    pub(super) fn give_told_clause_its_relative(&mut self, say: usize) {
        let labels = self.labels;
        let relative = self.tokens[say].dep == self.labels.relative && self.is_cue(say);
        let subjects: Vec<usize> = self
            .children(say, 0..say)
            .into_iter()
            .filter(|&c| self.tokens[c].dep == labels.subject)
            .collect();
        let [who, _voice] = subjects[..] else { return };
        let mut behind = self.children(say, say + 1..self.tokens.len()).into_iter();
        let deed = behind.find(|&c| {
            let told = matches!(self.symbols.get(self.tokens[c].dep), "xcomp" | "ccomp");
            let helped = self
                .children(c, say..c)
                .iter()
                .any(|&a| self.tokens[a].pos == Pos::Aux);
            told && (helped || matches!(self.tag(c), "VBD" | "VBN" | "VBZ" | "VBP"))
                && self.subject(c, say..c).is_none()
        });
        let Some(deed) = deed.filter(|_| relative && matches!(self.tag(who), "WP" | "WDT")) else {
            return;
        };
        let dep = self.subject_label(deed, say..deed);
        self.attach(who, deed, dep);
        self.tokens[deed].dep = labels.complement;
        if self.tag(deed) == "VBN" && self.children(deed, say..deed).is_empty() {
            self.tokens[deed].tag = labels.past;
        }
    }

    /// "The man *police say* shot the clerk was arrested": who says so stands in a clause about the man, and the clerk
    /// is no subject.
    pub(super) fn read_voice_as_relative(&mut self, say: usize) {
        const VOICES: [&str; 8] = [
            "police",
            "official",
            "officer",
            "investigator",
            "prosecutor",
            "authority",
            "detective",
            "deputy",
        ];
        let labels = self.labels;
        let count = self.tokens.len();
        let Some(voice) = say.checked_sub(1) else {
            return;
        };
        let Some(told_of) = voice.checked_sub(1) else {
            return;
        };
        let deed = say + 1;
        let speaks = self.lemma_in(say, &["say", "believe", "allege"])
            && self.head(voice) == say
            && self.tokens[voice].dep == labels.subject
            && self.lemma_in(voice, &VOICES)
            && deed < count
            && self.head(deed) == say
            && matches!(self.tag(deed), "VBD" | "VBN");
        if !speaks {
            return;
        }
        // "arrested the man *police say* shot the clerk"
        if self.tokens[say].dep == labels.relative {
            self.attach(deed, say, labels.complement);
            self.tokens[deed].tag = labels.past;
            return;
        }
        let before = self.tokens[told_of].pos == Pos::Noun
            && self.head(told_of) == voice
            && self.tokens[told_of].dep == labels.compound;
        if !before {
            return;
        }
        // The verb of the sentence has taken what was done to for its subject.
        let main = (deed + 1..count).find(|&v| {
            self.tokens[v].dep == labels.complement
                && (self.head(v) == deed || self.head(v) == say)
                && matches!(self.tokens[v].pos, Pos::Verb | Pos::Aux)
                && self.tag(v) != "VB"
        });
        let Some(main) = main else { return };
        let taken = self.subject(main, deed + 1..main);
        let object = self.child(deed, deed + 1..main, labels.object);
        let dep = match (taken, object) {
            (Some(taken), None) => self.tokens[taken].dep,
            (None, Some(_)) => labels.subject,
            _ => return,
        };
        self.take_place(main, say);
        if let Some(taken) = taken {
            self.attach(taken, deed, labels.object);
        }
        for child in self.children(voice, 0..told_of) {
            self.tokens[child].head = told_of as u32;
        }
        for child in self.children(say, deed + 1..count) {
            if child != main {
                self.tokens[child].head = main as u32;
            }
        }
        self.attach(told_of, main, dep);
        self.attach(say, told_of, labels.relative);
        self.attach(deed, say, labels.complement);
        self.tokens[deed].tag = labels.past;
    }

    /// "said that “grave errors were made” but *defended* the police": what stands outside the quotation is
    /// not said in it.
    pub(super) fn part_verb_from_quotation(&mut self, verb: usize) {
        let labels = self.labels;
        let quoted = self.head(verb);
        let cue = self.head(quoted);
        let Some(joint) = verb.checked_sub(1) else {
            return;
        };
        let mark = |i: usize| matches!(self.tag(i), "``" | "''" | "\"");
        let first = self.leftmost(quoted);
        let near = (first + 3).min(self.tokens.len());
        let opens = (cue + 1..near).find(|&i| mark(i));
        // The quotation holds the clause from its subject on.
        let whole = opens.is_some_and(|o| {
            let subject = self.children(quoted, cue..quoted).into_iter().find(|&c| {
                let dep = self.tokens[c].dep;
                dep == labels.subject || dep == labels.passive_subject
            });
            subject.is_some_and(|s| o < s)
        });
        if self.tokens[verb].dep == labels.conjunct
            && self.tokens[quoted].dep == labels.complement
            && cue < quoted
            && self.is_cue(cue)
            && self.symbols.get(self.tokens[joint].dep) == "cc"
            && joint > quoted
            && mark(joint - 1)
            && whole
        {
            self.tokens[verb].head = cue as u32;
            self.tokens[joint].head = cue as u32;
        }
    }

    /// Whether a verb is an infinitive, alone or with its passive: "resign", "would be *cowed*".
    pub(super) fn is_bare(&self, verb: usize) -> bool {
        let modal = |c: &usize| self.tag(*c) == "MD";
        self.tag(verb) == "VB"
            || matches!(self.tag(verb), "VBN" | "VBG")
                && self.children(verb, 0..verb).iter().any(modal)
    }

    /// "Nine died, *a monitor reported*, in the worst day …": a verb of saying with its subject between
    /// commas is an aside, and what stands before and behind it is no part of it.
    pub(super) fn set_voice_aside(&mut self, verb: usize) {
        let labels = self.labels;
        let told = self.head(verb);
        // "…, the army *said*, without naming them": joined by nothing, it goes on with nothing.
        let joined_by_nothing = self.tokens[verb].dep == labels.conjunct
            && self
                .children(told, told + 1..verb)
                .iter()
                .all(|&c| self.tokens[c].pos != Pos::Cconj);
        let hangs = self.tokens[verb].dep == labels.adverbial || joined_by_nothing;
        if !hangs || told > verb {
            return;
        }
        let count = self.tokens.len();
        let (before, behind) = (
            self.children(verb, 0..verb),
            self.children(verb, verb + 1..count),
        );
        let subject = self.child(verb, 0..verb, labels.subject);
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

    /// "Gunmen killed nine, authorities said, *the latest bloodshed* in a feud": behind the speaker's aside stands a
    /// comment on all of it, no object.
    pub(super) fn set_comment_aside(&mut self, noun: usize) {
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
}
