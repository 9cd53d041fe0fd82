//! Asides that take up what a sentence has told: "…, *a charge Danu denies*", "…, *a step teachers' unions condemned*".

use super::Tree;
use crate::document::Pos;

/// Nouns by which an aside takes up what was told or done.
const TAKING_UP: [&str; 22] = [
    "accusation",
    "allegation",
    "appeal",
    "argument",
    "assertion",
    "call",
    "charge",
    "claim",
    "decision",
    "demand",
    "finding",
    "measure",
    "move",
    "offer",
    "plan",
    "proposal",
    "report",
    "request",
    "ruling",
    "step",
    "suggestion",
    "version",
];

/// What others make of it.
const ANSWERING: [&str; 22] = [
    "applaud",
    "brand",
    "call",
    "condemn",
    "contest",
    "criticise",
    "criticize",
    "decry",
    "denounce",
    "deny",
    "deplore",
    "describe",
    "dismiss",
    "dispute",
    "hail",
    "oppose",
    "protest",
    "question",
    "refuse",
    "refute",
    "reject",
    "welcome",
];

impl Tree<'_> {
    /// "Ruvia accuses Danu of arming them, *a charge Danu denies*", "shut the harbour, *a move union leaders condemned*":
    /// the answer stands aside, and the sentence is what it answers.
    pub(super) fn set_answer_aside(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.lemma_in(verb, &ANSWERING) {
            return;
        }
        let Some(who) = self.who_answers(verb) else {
            return;
        };
        let Some(noun) = self.what_is_taken_up(who, verb) else {
            return;
        };
        let article = noun - 1;
        let Some(answered) = self.what_is_answered(who, verb, article) else {
            return;
        };
        if self.within(answered, verb) {
            self.take_place(answered, verb);
        }
        self.tokens[article].head = noun as u32;
        for child in self.children(who, 0..noun) {
            self.tokens[child].head = noun as u32;
        }
        for child in self.children(verb, 0..article) {
            self.tokens[child].head = answered as u32;
        }
        self.attach(noun, answered, labels.unlabelled);
        self.attach(verb, noun, labels.relative);
        self.attach(who, verb, labels.subject);
        self.read_as_answer(noun, verb);
    }

    /// "banned a party accused of bribing a judge, *a step Danu denounced*": what somebody makes of a deed is about the
    /// sentence's, and not about the noun before the comma.
    pub(super) fn set_deed_aside(&mut self, verb: usize) {
        let labels = self.labels;
        if !self.lemma_in(verb, &ANSWERING) {
            return;
        }
        // "a move the union *has* criticised"
        let before = (0..verb).rfind(|&i| self.tokens[i].pos != Pos::Aux);
        let Some(who) = before.filter(|&w| self.is_noun(w)) else {
            return;
        };
        let noun = (1..who).rev().take(6).find(|&i| {
            self.lemma_in(i, &["decision", "measure", "move", "step"])
                && matches!(self.lower(i - 1).as_str(), "a" | "an")
        });
        let Some(noun) = noun.filter(|&n| n > 1 && self.lower(n - 2) == ",") else {
            return;
        };
        let beside = self.head(noun);
        let one_aside = self.head(verb) == noun || self.head(verb) == beside;
        let theirs = self.head(who) == verb || self.head(who) == noun;
        let behind_noun = self.tokens[noun].dep == labels.apposition && self.is_noun(beside);
        let Some(deed) = self.above(beside, 12, |i| self.is_told(i)) else {
            return;
        };
        if one_aside && theirs && behind_noun && deed < noun {
            self.attach(noun, deed, labels.unlabelled);
            self.attach(verb, noun, labels.relative);
            self.attach(who, verb, labels.subject);
            self.read_as_answer(noun, verb);
        }
    }

    /// Whether a verb tells something and describes no noun.
    fn is_told(&self, verb: usize) -> bool {
        let dep = self.tokens[verb].dep;
        self.tokens[verb].pos == Pos::Verb
            && [
                self.labels.root,
                self.labels.conjunct,
                self.labels.complement,
                self.labels.adverbial,
            ]
            .contains(&dep)
    }

    /// The noun before the verb that is its subject, or that it seems to describe: "leaders *called* illegal".
    fn who_answers(&self, verb: usize) -> Option<usize> {
        let labels = self.labels;
        let subject = self
            .children(verb, 0..verb)
            .into_iter()
            .rfind(|&c| self.tokens[c].dep == labels.subject);
        let described = (self.tokens[verb].dep == labels.modifier_clause)
            .then(|| self.head(verb))
            .filter(|&h| h + 1 == verb);
        subject.or(described).filter(|&who| self.is_noun(who))
    }

    /// The noun behind comma and article that the verb answers, where it and who answers have been read as one phrase.
    fn what_is_taken_up(&self, who: usize, verb: usize) -> Option<usize> {
        let labels = self.labels;
        let article = (1..who)
            .rev()
            .take(8)
            .find(|&i| matches!(self.lower(i).as_str(), "a" | "an") && self.lower(i - 1) == ",")?;
        let noun = article + 1;
        let one_phrase = noun < who
            && (self.within(article, who) || [noun, verb].contains(&self.head(article)))
            && (self.within(noun, who) || self.head(noun) == verb)
            && (noun + 1..who).all(|i| self.within(i, who));
        // No article goes with a plural or a name, so that it goes with the noun.
        let apart = matches!(self.tag(who), "NNS" | "NNPS" | "NNP") || noun + 1 == who;
        let object = self.child(verb, verb + 1..self.tokens.len(), labels.object);
        let takes_up = self.lemma_in(noun, &TAKING_UP) || self.lower(noun) == "ruling";
        (one_phrase && apart && takes_up && object.is_none()).then_some(noun)
    }

    /// The verb before the aside that it answers: one that was put below the answer, or what the answer hangs on.
    fn what_is_answered(&self, who: usize, verb: usize, article: usize) -> Option<usize> {
        let reported =
            |&c: &usize| matches!(self.symbols.get(self.tokens[c].dep), "ccomp" | "parataxis");
        let below = self.children(verb, 0..article).into_iter().find(reported);
        let above = match self.symbols.get(self.tokens[verb].dep) {
            "conj" | "ccomp" => Some(self.head(verb)),
            "acl" => Some(self.head(who)),
            _ => None,
        };
        let above = above.filter(|&a| a < article);
        // "said the vote was fair, a claim …": what was said, and not that it was.
        let told = above.and_then(|a| self.children(a, a..article).into_iter().find(reported));
        below.or(told).or(above)
    }

    /// A finite verb of a clause about the noun that the aside opens with.
    fn read_as_answer(&mut self, noun: usize, verb: usize) {
        self.tokens[noun].pos = Pos::Noun;
        if self.tag(verb) == "VBN" {
            self.tokens[verb].tag = self.labels.past;
        }
        if self.tag(noun) == "VBG" {
            self.tokens[noun].tag = self.labels.singular;
            self.tokens[noun].lemma = "ruling".into();
        }
    }

    /// "Ana Roe, a spokeswoman for Free Tarnia, *who accused* the army": the speaker did, and not those she speaks for.
    pub(super) fn hang_who_on_spokesman(&mut self, who: usize) {
        const SPEAKING_FOR: [&str; 26] = [
            "ambassador",
            "analyst",
            "chairman",
            "chairwoman",
            "chief",
            "commander",
            "coordinator",
            "director",
            "editor",
            "envoy",
            "founder",
            "governor",
            "head",
            "lawyer",
            "leader",
            "mayor",
            "minister",
            "official",
            "president",
            "professor",
            "representative",
            "researcher",
            "secretary",
            "spokesman",
            "spokesperson",
            "spokeswoman",
        ];
        let labels = self.labels;
        let clause = self.head(who);
        let body = self.head(clause);
        let preposition = self.head(body);
        let speaker = self.head(preposition);
        let of_body = self.lower(who) == "who"
            && who > 0
            && self.lower(who - 1) == ","
            && self.tokens[clause].dep == labels.relative
            && body < who
            && self.tokens[body].pos == Pos::Propn
            && self.tokens[body].dep == labels.prepositional_object
            && self.people.iter().all(|name| !name.contains(&body));
        if !of_body || preposition > body || speaker > preposition {
            return;
        }
        let plural = matches!(self.tag(clause), "VBP")
            || self
                .children(clause, who..clause)
                .iter()
                .any(|&c| matches!(self.lower(c).as_str(), "are" | "have" | "were"));
        if !self.lemma_in(speaker, &SPEAKING_FOR) || plural {
            return;
        }
        let named = self.head(speaker);
        let of_name =
            self.tokens[speaker].dep == labels.apposition && self.tokens[named].pos == Pos::Propn;
        let owner = if of_name { named } else { speaker };
        self.attach(clause, owner, labels.relative);
    }

    /// "by expelling three envoys it accused of spying and *recalling* its own": what those do who accuse goes on beside
    /// their deed, where "its" cannot be the envoys'.
    pub(super) fn part_gerund_from_the_accused(&mut self, gerund: usize) {
        /// What states do, and no person they expel.
        const OF_STATES: [&str; 11] = [
            "ban", "cancel", "close", "expel", "freeze", "impose", "recall", "sever", "shut",
            "summon", "suspend",
        ];
        let labels = self.labels;
        let charge = self.head(gerund);
        let of = self.head(charge);
        let accusing = self.head(of);
        let accused = self.head(accusing);
        let deed = self.head(accused);
        let row = self.tokens[gerund].dep == labels.conjunct
            && charge < gerund
            && self.lower(of) == "of"
            && self.lemma_in(accusing, &["accuse", "suspect"])
            && self.tokens[accusing].dep == labels.relative
            && self.tokens[accused].dep == labels.object
            && self.tag(accused) == "NNS"
            && self.tag(deed) == "VBG";
        if !row {
            return;
        }
        let count = self.tokens.len();
        let by_one = self
            .child(accusing, accused..accusing, labels.subject)
            .is_some_and(|s| self.lower(s) == "it" || self.tokens[s].pos == Pos::Propn);
        let its = (gerund..count).any(|i| self.lower(i) == "its" && self.within(i, gerund));
        if by_one && (its || self.lemma_in(gerund, &OF_STATES)) {
            self.join_with(gerund, deed);
        }
    }
}
