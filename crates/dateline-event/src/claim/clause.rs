//! What a verb's clause says of whom: subject and object under every disguise that English has.
//!
//! A [`Clause`] is the same whether the text says "militants attacked a post", "a post was attacked
//! by militants", "militants who attacked a post", "militants, attacking a post", "a post attacked
//! by militants", "militants tried to attack a post" or "militants were accused of attacking a
//! post". Labels are those of spaCy's English models (ClearNLP).

use super::phrase::{governed, is_gathering, is_nominal, lemma_in};
use super::role::is_time;
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_text::phrase::{has_to, is_platform, is_progressive, leftmost, told_by, told_on};
use dateline_text::{Pos, Tok};

/// Somebody or something in a clause, and how it was found.
#[derive(Clone, Copy, Debug)]
pub struct Filler<'d> {
    /// Head of the phrase.
    pub tok: Tok<'d>,
    /// How it was found, as a person would say it.
    pub how: &'static str,
    /// The word at which it was found.
    pub at: Tok<'d>,
}

impl<'d> Filler<'d> {
    /// The path in words: "subject of “launched”".
    pub fn path(&self) -> String {
        format!("{} “{}”", self.how, self.at.text())
    }

    fn new(tok: Tok<'d>, how: &'static str, at: Tok<'d>) -> Self {
        Self { tok, how, at }
    }
}

/// A verb with its logical arguments.
#[derive(Clone, Debug)]
pub struct Clause<'d> {
    /// The verb.
    pub verb: Tok<'d>,
    /// Whether it stands in the passive (or as a passive participle).
    pub passive: bool,
    /// Who does it.
    pub subject: Option<Filler<'d>>,
    /// To whom or what.
    pub object: Option<Filler<'d>>,
    /// The one it is given to.
    pub dative: Option<Filler<'d>>,
    /// Prepositions and particles with what they govern.
    pub links: Vec<(Tok<'d>, Option<Tok<'d>>)>,
    /// Head of an infinitive or that-clause.
    pub complement: Option<Tok<'d>>,
}

/// Verbs whose infinitive is done by their subject even when they have an object.
const SUBJECT_CONTROL: &[&str] = &[
    "promise",
    "threaten",
    "vow",
    "deny",
    "admit",
    "acknowledge",
    "confess",
    "use",
    "exploit",
    "abuse",
    "utilise",
    "utilize",
    "take",
    "need",
    "pledge",
    "spend",
    "waste",
];

/// Verbs of scolding somebody behind "at".
const SCOLDING_AT: &[&str] = &["lash", "rail"];

/// Verbs whose prepositional gerund is done by their object: "accused X of doing".
const OBJECT_CONTROL: &[&str] = &[
    "applaud",
    "assail",
    "berate",
    "blast",
    "commend",
    "congratulate",
    "deride",
    "hail",
    "laud",
    "mock",
    "ridicule",
    "salute",
    "scold",
    "accuse",
    "castigate",
    "chastise",
    "chide",
    "fault",
    "lash",
    "rail",
    "lambast",
    "lambaste",
    "rebuke",
    "reprimand",
    "restrain",
    "suspect",
    "charge",
    "convict",
    "blame",
    "condemn",
    "criticise",
    "criticize",
    "prevent",
    "disperse",
    "deter",
    "stop",
    "ban",
    "bar",
    "arrest",
    "detain",
    "acquit",
    "absolve",
    "exonerate",
    "clear",
    "sentence",
    "fine",
    "punish",
    "jail",
    "imprison",
    "indict",
    "denounce",
    "slam",
    "sue",
    "sanction",
    "prohibit",
    "discourage",
    "dissuade",
    "expel",
    "thank",
    "praise",
    "warn",
    "keep",
    "capture",
    "execute",
    "want",
    "pardon",
    "prosecute",
    "arraign",
    "court-martial",
    "extradite",
    "censure",
    "discipline",
    "reward",
    "decorate",
    "honour",
    "honor",
];

/// Verbs that say in what state they leave their object: "leaving two guards wounded".
const RESULTATIVE: &[&str] = &["leave", "see", "find", "keep", "have", "get"];

/// Verbs of what an act leads to. As a participle behind another clause ("…, *killing* three")
/// their doer is who did that act, never whom it was done to.
const RESULT: &[&str] = &[
    "kill", "wound", "injure", "maim", "hurt", "leave", "destroy", "damage", "displace", "cause",
    "trigger", "spark", "prompt", "force", "trap", "bury", "shatter",
];

/// Verbs of what goes off; a result behind them is theirs ("hunts a man with a device that
/// *exploded*, wounding ten").
const GOING_OFF: &[&str] = &["explode", "detonate", "crash", "collapse", "erupt"];

/// Verbs whose object may be parsed as the subject of what they make it do.
const CAUSATIVE: &[&str] = &[
    "force", "compel", "urge", "ask", "order", "tell", "want", "call", "allow", "let", "make",
    "press", "pressure", "oblige", "coerce", "instruct", "invite", "request", "beg", "implore",
    "warn", "advise", "persuade",
];

impl<'d> Clause<'d> {
    /// The clause of a verb.
    pub fn of(verb: Tok<'d>) -> Self {
        let passive = is_passive(verb);
        let (subject, mut object) = if passive {
            (passive_agent(verb), surface_subject(verb))
        } else {
            (surface_subject(verb), active_object(verb))
        };
        let mut links = links(verb);
        // "a convoy was fired *on* by rebels": what the passive leaves behind governs its subject.
        if passive
            && let Some(stranded) = links
                .iter_mut()
                .find(|(l, o)| is_stranded(*l) && o.is_none())
        {
            stranded.1 = object.take().map(|o| o.tok);
        }
        let complement = complement(verb);
        // "called *for* the inquiry to be reopened": what is called for is a clause.
        let wished = complement.and_then(|c| c.child(&["mark"]));
        links.extend(wished.filter(|m| m.lower() == "for").map(|m| (m, None)));
        Self {
            verb,
            passive,
            subject,
            object,
            dative: dative(verb),
            links,
            complement,
        }
    }

    /// The clause of a word for the state that somebody is left in: "three are *dead*", "was shot
    /// *dead* by police", "the *slain* guard". Who is in that state is the object.
    pub fn of_state(word: Tok<'d>) -> Option<Self> {
        let head = word.head()?;
        let (subject, object) = match word.dep() {
            "acomp" | "attr" => (None, surface_subject(head)),
            "oprd" | "xcomp" | "advcl" | "ccomp" if head.pos() == Pos::Verb => {
                let clause = Clause::of(head);
                (clause.subject, clause.object)
            }
            "amod" | "acl" | "appos" if is_nominal(head) => {
                (None, Some(Filler::new(head, "noun modified by", word)))
            }
            _ => return None,
        };
        let mut found = links(word);
        if matches!(head.pos(), Pos::Verb | Pos::Aux) {
            found.extend(links(head));
        }
        Some(Self {
            verb: word,
            passive: true,
            subject,
            object,
            dative: None,
            links: found,
            complement: None,
        })
    }

    /// What the first of these prepositions governs, the first behind the verb, else the first before it: "*at* the border, guards shot *at* migrants".
    pub fn governed_by(&self, preposition: &str) -> Option<Filler<'d>> {
        self.links
            .iter()
            .filter(|(link, _)| link.lower() == preposition)
            .filter_map(|(link, object)| Some((*link, (*object)?)))
            .min_by_key(|(link, _)| (link.i < self.verb.i, link.i))
            .map(|(link, object)| Filler::new(object, "after", link))
    }

    /// Takes the clause of a passive that carries no sign of it: "Three killed as …" in headlines.
    /// The phrase that looked like its subject becomes its object.
    pub fn read_as_passive(&mut self) {
        self.passive = true;
        self.object = self.subject.take();
        self.subject = passive_agent(self.verb);
    }
}

/// Whether the verb is passive: by its auxiliary or subject, or as a participle without one.
pub fn is_passive(verb: Tok<'_>) -> bool {
    if verb
        .child(&["auxpass", "nsubjpass", "csubjpass", "agent"])
        .is_some()
    {
        return true;
    }
    // "was convicted and *fined* $1,000": the sum is no object.
    let sum = |o: Tok<'_>| verb.lemma() == "fine" && o.name_label() == "MONEY";
    let object = verb.child(&["dobj"]);
    if object.is_some_and(sum) && verb.dep() == "conj" && verb.child(&["nsubj"]).is_none() {
        return verb.head().is_some_and(is_passive);
    }
    if verb.tag() != "VBN" || object.is_some() || verb.child(&["aux"]).is_some() {
        return false;
    }
    // "A newspaper *called on the mayor* to resign": no newspaper is called on.
    let may_call =
        |noun: Tok<'_>| noun.dep() != "pobj" || noun_classes(noun.lemma()).meets(ClassSet::AGENT);
    let calls_on = || {
        verb.lemma() == "call"
            && verb.head().is_some_and(may_call)
            && ["on", "upon"].iter().any(|link| {
                crate::claim::phrase::object_of(verb, link).is_some_and(|asked| {
                    asked.name_label() == "PERSON"
                        || noun_classes(asked.lemma()).meets(ClassSet::AGENT)
                })
            })
    };
    match verb.dep() {
        "acl" if calls_on() => false,
        "acl" | "amod" | "relcl" => true,
        "advcl" => verb.child(&["nsubj"]).is_none(),
        // "was seen *shot* in the leg"
        "xcomp" | "oprd" => verb.head().is_some_and(|h| {
            lemma_in(
                h,
                &["see", "find", "hear", "report", "believe", "fear", "show"],
            ) && is_passive(h)
        }),
        // "are missing and *believed* dead": under one "are" with a form in "-ing"; "is a felon and *prohibited* from it".
        "conj" => verb.head().is_some_and(|h| {
            let is_something = h.lemma() == "be" && h.child(&["attr", "acomp"]).is_some();
            h.pos() == Pos::Verb && (is_passive(h) || is_progressive(h)) || is_something
        }),
        _ => false,
    }
}

/// "Nine *dead* as rebels raid village": an adjective behind its noun says something of it.
pub fn is_said_of_head(tok: Tok<'_>) -> bool {
    tok.dep() == "amod" && tok.head().is_some_and(|noun| noun.i < tok.i)
}

/// The phrase in subject position, own or inherited; the patient of a passive.
pub fn surface_subject(verb: Tok<'_>) -> Option<Filler<'_>> {
    subject_within(verb, 0)
}

fn subject_within(verb: Tok<'_>, depth: usize) -> Option<Filler<'_>> {
    if depth > 6 {
        return None;
    }
    if let Some(own) = subject_child(verb) {
        return Some(own_subject(verb, own));
    }
    // "There is *looting* in the city, the mayor said": nobody is named who loots.
    let there = |t: Tok<'_>| t.child(&["expl"]).is_some();
    if there(verb) || verb.children().any(|c| c.dep() == "aux" && there(c)) {
        return None;
    }
    let head = verb.head()?;
    if is_result_of(verb, head) {
        return doer_of_result(verb, head, depth + 1);
    }
    if let Some(governor) = goes_on_above(verb, head) {
        let shared = subject_within(governor, depth + 1)?;
        return Some(Filler {
            how: "shared subject of",
            at: governor,
            ..shared
        });
    }
    // "one of the sailors detectives say *fired*": the sailor, and not who says it.
    if verb.dep_in(&["ccomp", "xcomp"]) && head.dep() == "relcl" && verb.child(&["mark"]).is_none()
    {
        let told = head.children().any(|s| {
            s.dep() == "nsubj" && !is_relative_pronoun(s) && s.i < head.i && head.i < verb.i
        });
        // "where police had *to open* fire": no clause of its own.
        let opening = verb
            .children()
            .find(|c| c.dep_in(&["aux", "auxpass"]) && c.pos() == Pos::Aux)
            .map_or(verb.i, |a| a.i.min(verb.i));
        if told && head.i + 1 == opening {
            return Some(Filler::new(
                noun_before_voice(head)?,
                "noun of the relative clause",
                verb,
            ));
        }
    }
    match verb.dep() {
        "conj" if head.pos() == Pos::Verb || head.pos() == Pos::Aux => {
            let shared = subject_within(head, depth + 1)?;
            Some(Filler {
                how: "shared subject of",
                ..shared
            })
        }
        "xcomp" => controller(verb, head, depth),
        // "bought a gun, then *returned* and opened fire"
        "dep" if is_finite_past(verb) && matches!(head.tag(), "VBD" | "VBN") && head.i < verb.i => {
            subject_within(head, depth + 1)
        }
        "amod" if is_said_of_head(verb) => Some(Filler::new(head, "noun before", verb)),
        // "nine were *dead*", "was shot *dead*", "left two *dead*"
        "acomp" | "attr" => subject_within(head, depth + 1),
        "oprd" if is_passive(head) => subject_within(head, depth + 1),
        "oprd" => active_object(head),
        "advcl" if verb.tag() == "VBN" && lemma_in(head, RESULTATIVE) => {
            let object = head.child(&["dobj"])?;
            Some(Filler::new(object, "object of", head))
        }
        // "said four, not five, *were kidnapped*": who governs a finite passive never underwent it.
        "advcl" | "ccomp" if is_finite_passive(verb) => None,
        // "“*Stop* the bloodshed,” they chanted": whoever is told to.
        "advcl" | "ccomp" if is_told(verb, head) => None,
        // "was jailed *to stop* him from voting", "was attacked *to silence* her": not who underwent it.
        "advcl" if verb.tag() == "VB" && is_passive(head) && curbs(verb) => None,
        // "The envoy said her plane had been hit, *blaming* the rebels": who speaks blames.
        "advcl" if told_on(verb, head).is_some() => {
            let teller = told_on(verb, head)?;
            Some(Filler {
                how: "subject of the verb of saying",
                at: teller,
                ..subject_within(teller, depth + 1)?
            })
        }
        "advcl" | "ccomp" | "dep"
            if verb
                .child(&["mark"])
                .is_none_or(|m| m.pos() != Pos::Sconj || is_participle(verb)) =>
        {
            if !is_participle(verb) && verb.dep() != "advcl" {
                return None;
            }
            let main = subject_within(head, depth + 1)?;
            Some(Filler {
                how: "subject of the main verb",
                at: head,
                ..main
            })
        }
        "acl" => modified_noun(verb, head, depth),
        "relcl" if verb.tag() == "VB" && lemma_in(head, ASKING) => asked_by(head, depth),
        // "became the first country *to recognise* it"
        "relcl" if verb.tag() == "VB" && head.dep() == "attr" => {
            subject_within(head.head()?, depth + 1)
        }
        "relcl" if verb.tag() == "VB" && (head.lemma() == "mission" || is_gathering(head)) => {
            modified_noun(verb, head, depth)
        }
        // "which both have criticised": the pronoun is the object, the noun no subject.
        "relcl"
            if verb
                .child(&["dobj"])
                .is_none_or(|o| !is_relative_pronoun(o)) =>
        {
            let noun = happening_described(verb, head)?;
            Some(Filler::new(noun, "noun of the relative clause", verb))
        }
        "amod" if is_participle(verb) => Some(Filler::new(head, "noun modified by", verb)),
        // "the number of *detained*": a participle that stands for people.
        "pcomp" if verb.tag() == "VBN" && verb.child(&["auxpass", "aux"]).is_none() => None,
        "pcomp" => after_preposition(head, depth),
        _ => None,
    }
}

/// "one of *the nurses* officials say were taken": the noun right before who speaks, else the one that the clause
/// hangs on.
fn noun_before_voice(say: Tok<'_>) -> Option<Tok<'_>> {
    let described = say.head()?;
    let voice = say.child(&["nsubj"])?;
    let before = say.doc().tok(leftmost(voice)).prev();
    let nearest = before.filter(|n| is_nominal(*n) && described.governs(*n));
    Some(nearest.unwrap_or(described))
}

/// Whether a verb says what is done to people to curb them: "to keep him *from* voting", not "to keep watch".
fn curbs(verb: Tok<'_>) -> bool {
    const CURBING: &[&str] = &[
        "avoid",
        "deter",
        "force",
        "intimidate",
        "prevent",
        "protect",
        "punish",
        "silence",
        "stop",
    ];
    let from = || {
        verb.children()
            .any(|c| c.dep() == "prep" && c.lower() == "from")
    };
    lemma_in(verb, CURBING) || lemma_in(verb, &["keep"]) && from()
}

/// A bare command before the verb that says it.
fn is_told(verb: Tok<'_>, saying: Tok<'_>) -> bool {
    verb.tag() == "VB"
        && !has_to(verb)
        && verb.i < saying.i
        && matches!(
            saying.lemma(),
            "chant"
                | "say"
                | "shout"
                | "yell"
                | "cry"
                | "urge"
                | "plead"
                | "tell"
                | "write"
                | "ask"
        )
}

/// The verb above the one it is joined to whose subject it shares: "The minister *said* the police had
/// shown restraint and accused the rebels", "They *came* while we were praying and started shooting".
pub fn goes_on_above<'d>(verb: Tok<'d>, joined_to: Tok<'d>) -> Option<Tok<'d>> {
    if verb.dep() != "conj" {
        return None;
    }
    if (is_speech_act(verb) || is_said_beside(verb, joined_to))
        && let Some(teller) = told_by(joined_to)
    {
        return Some(teller);
    }
    joined_to
        .head()
        .filter(|_| is_finite_past(verb) && is_progressive_aside(joined_to))
}

/// Verbs by which officials do something in speaking.
fn is_speech_act(verb: Tok<'_>) -> bool {
    const ACTS: &[&str] = &[
        "accuse",
        "blame",
        "condemn",
        "denounce",
        "criticise",
        "criticize",
        "urge",
        "reject",
    ];
    matches!(verb.tag(), "VBD" | "VBN") && lemma_in(verb, ACTS)
}

/// "The palace said 40 captives were freed, and *thanked* Danu", "said its men had left, and *appealed* for help",
/// "said guards had been sent and *imposed* a curfew", "said one of the dead was a boy, and *demanded* an inquiry", "claimed
/// that politicians were financing it, and *threatened* to arrest them": who is freed says nothing, guards impose nothing,
/// and what was something or goes on asks for nothing.
fn is_said_beside(verb: Tok<'_>, joined_to: Tok<'_>) -> bool {
    const ACTS: &[&str] = &[
        "appeal", "call", "express", "hail", "praise", "thank", "welcome",
    ];
    const OF_THE_FREED_NEVER: &[&str] = &[
        "demand", "offer", "pledge", "promise", "threaten", "vow", "warn",
    ];
    const OF_THE_SAYER: &[&str] = &[
        "accuse", "blame", "call", "demand", "threaten", "urge", "warn",
    ];
    const BY_AUTHORITY: &[&str] = &[
        "ban", "declare", "expel", "extend", "impose", "lift", "order", "recall", "suspend",
        "summon",
    ];
    let comma = |cc: Tok<'_>| cc.prev().is_some_and(|c| c.text() == ",");
    let apart = joined_to.children().any(|c| c.dep() == "cc" && comma(c));
    let undergoes = is_finite_passive(joined_to);
    let rules = verb.child(&["dobj"]).is_some() && verb.child(&["auxpass"]).is_none();
    matches!(verb.tag(), "VBD" | "VBN")
        && (apart && lemma_in(verb, ACTS)
            || apart && is_no_deed(joined_to) && lemma_in(verb, OF_THE_SAYER)
            || (joined_to.lemma() == "die" || apart && undergoes)
                && lemma_in(verb, OF_THE_FREED_NEVER)
            || undergoes && rules && lemma_in(verb, BY_AUTHORITY))
}

fn is_finite_past(verb: Tok<'_>) -> bool {
    verb.tag() == "VBD"
}

/// "was a boy", "were financing the unrest": how things stand or go on, from which no other deed of theirs follows.
fn is_no_deed(verb: Tok<'_>) -> bool {
    verb.lemma() == "be" || is_progressive(verb)
}

/// "while we were praying": a clause beside a finite one, told as going on.
fn is_progressive_aside(verb: Tok<'_>) -> bool {
    verb.tag() == "VBG"
        && verb.dep() == "advcl"
        && verb.child(&["aux"]).is_some()
        && verb.head().is_some_and(is_finite_past)
}

/// "on", "at" right behind a passive or before its doer ("was fired *upon* near Kalem"): it has no object of its own.
fn is_stranded(preposition: Tok<'_>) -> bool {
    let behind_verb = preposition
        .prev()
        .is_some_and(|verb| preposition.head() == Some(verb));
    matches!(preposition.lower(), "on" | "at" | "upon")
        && (behind_verb || preposition.next().is_some_and(|n| n.lower() == "by"))
}

fn is_finite_passive(verb: Tok<'_>) -> bool {
    verb.tag() == "VBN"
        && verb
            .children()
            .any(|c| c.dep_in(&["aux", "auxpass"]) && matches!(c.tag(), "VBD" | "VBZ" | "VBP"))
        && verb.child(&["auxpass"]).is_some()
}

fn is_participle(verb: Tok<'_>) -> bool {
    matches!(verb.tag(), "VBG" | "VBN" | "VB")
}

/// The subject nearest before the verb: what stands further off ("KALEM, Oct. 3 -- Three were
/// killed") is a line that the parser took in.
fn subject_child(verb: Tok<'_>) -> Option<Tok<'_>> {
    let subjects = || {
        verb.children()
            .filter(|c| c.dep_in(&["nsubj", "nsubjpass"]))
    };
    // "the man who shot two in Elm County, *Ohio* is dead": a state behind a comma is where.
    let behind_place = |c: &Tok<'_>| {
        matches!(c.name_label(), "GPE" | "LOC")
            && c.prev().is_some_and(|p| p.text() == ",")
            && subjects().any(|other| other.i < c.i)
    };
    subjects()
        .rfind(|c| c.i < verb.i && !behind_place(c))
        .or_else(|| subjects().next())
        // "They’re forcing us": the parser may hang the subject on the auxiliary.
        .or_else(|| verb.child(&["aux"])?.child(&["nsubj"]))
}

/// "shelled the town, *killing* three": a participle that says what the clause before led to.
fn is_result_of(verb: Tok<'_>, head: Tok<'_>) -> bool {
    verb.tag() == "VBG"
        && verb.dep_in(&["advcl", "conj", "dep"])
        && verb.i > head.i
        && head.pos() == Pos::Verb
        && lemma_in(verb, RESULT)
        && (verb.dep() != "conj" || head.tag() == "VBG" && lemma_in(head, RESULT))
        && verb.child(&["mark", "prep"]).is_none_or(|c| c.i > verb.i)
}

/// Who did what had the result: the doer of the clause before, in the passive its agent; or what
/// went off inside that clause.
fn doer_of_result<'d>(verb: Tok<'d>, head: Tok<'d>, depth: usize) -> Option<Filler<'d>> {
    if verb.dep() == "conj" {
        return subject_within(head, depth);
    }
    let nearer = verb
        .doc()
        .range(head.i + 1..verb.i)
        .rfind(|t| t.pos() == Pos::Verb && lemma_in(*t, GOING_OFF));
    let cause = nearer.unwrap_or(head);
    let doer = if is_passive(cause) {
        passive_agent(cause)?
    } else {
        subject_within(cause, depth)?
    };
    Some(Filler {
        how: "doer of the clause whose result it is,",
        at: cause,
        ..doer
    })
}

/// "an attack in Kalem *which killed* three": it is the happening that kills, not the place beside
/// which the clause stands; nothing, where no happening is in sight.
fn happening_described<'d>(verb: Tok<'d>, noun: Tok<'d>) -> Option<Tok<'d>> {
    let listed = |t: Tok<'d>| t.head().filter(|_| t.dep_in(&["conj", "appos"]));
    let first = std::iter::successors(Some(noun), |t| listed(*t))
        .take(8)
        .last()?;
    let placed = first.dep() == "pobj"
        && first.head().is_some_and(|p| {
            matches!(
                p.lower(),
                "in" | "at" | "near" | "on" | "outside" | "around"
            )
        });
    let happens =
        |t: &Tok<'_>| t.pos() == Pos::Noun && noun_classes(t.lemma()).has(NounClass::Event);
    // "the bombing of a clinic *that killed* a guard": no building kills.
    let built = ClassSet::of(&[NounClass::Facility, NounClass::Place]);
    let struck = first.dep() == "pobj"
        && first
            .head()
            .is_some_and(|of| of.head().is_some_and(|t| happens(&t)))
        && (noun_classes(noun.lemma()).meets(built)
            || noun_classes(noun.lemma()).has(NounClass::Organisation));
    if !lemma_in(verb, RESULT)
        || !struck
            && (!placed || !matches!(noun.name_label(), "GPE" | "LOC" | "FAC" | "DATE" | "TIME"))
    {
        return Some(noun);
    }
    let governor = first
        .ancestors()
        .take(10)
        .find(|t| happens(t) || matches!(t.pos(), Pos::Verb | Pos::Aux))?;
    if happens(&governor) {
        return Some(governor);
    }
    governor.child(&["attr", "nsubj"]).filter(happens)
}

fn own_subject<'d>(verb: Tok<'d>, own: Tok<'d>) -> Filler<'d> {
    if (is_relative_pronoun(own) || is_all_of_whom(own))
        && let Some(noun) = relative_antecedent(verb)
    {
        let noun = happening_described(verb, noun).unwrap_or(own);
        return Filler::new(noun, "antecedent of the relative clause of", verb);
    }
    let how = if own.dep() == "nsubjpass" {
        "passive subject of"
    } else {
        "subject of"
    };
    Filler::new(own, how, verb)
}

fn is_relative_pronoun(tok: Tok<'_>) -> bool {
    matches!(tok.tag(), "WDT" | "WP") || (tok.lower() == "that" && tok.pos() == Pos::Pron)
}

/// "the envoys, *both of whom* backed it": all of those before it.
fn is_all_of_whom(tok: Tok<'_>) -> bool {
    matches!(tok.lower(), "all" | "both" | "each")
        && tok
            .child(&["prep"])
            .and_then(|of| of.child(&["pobj"]))
            .is_some_and(|whom| whom.lower() == "whom")
}

/// The noun that a relative clause hangs on, also from a later verb of that clause.
fn relative_antecedent(verb: Tok<'_>) -> Option<Tok<'_>> {
    let mut at = verb;
    for _ in 0..4 {
        match at.dep() {
            "relcl" => {
                let noun = at.head()?;
                // "It was *Danu* rather than Ruvia that paid": the one who is named for it.
                let instead = noun
                    .head()
                    .filter(|than| than.lower() == "than")
                    .filter(|than| than.prev().is_some_and(|p| p.lower() == "rather"))
                    .and_then(Tok::head);
                let noun = instead.unwrap_or(noun);
                let noun = members_of(noun).unwrap_or_else(|| of_kin(verb, noun));
                return told_of(verb, at, noun);
            }
            "conj" | "xcomp" | "ccomp" | "advcl" => at = at.head()?,
            _ => return None,
        }
    }
    None
}

/// What a relative clause is told of: "an attack on a *ship which killed* 37" of the attack, "*miners* held up by
/// fire *which killed* one" of no miner.
fn told_of<'d>(verb: Tok<'d>, clause: Tok<'d>, noun: Tok<'d>) -> Option<Tok<'d>> {
    let which = clause
        .children()
        .any(|c| c.i < clause.i && c.dep() == "nsubj" && c.lower() == "which");
    let somebody = noun.pos() == Pos::Noun
        && noun_classes(noun.lemma())
            .meets(ClassSet::of(&[NounClass::Person, NounClass::Official]));
    // "guerrillas from Kalem, *who* fled": no place is "who".
    let who = clause
        .children()
        .any(|c| c.i < clause.i && c.dep_in(&["nsubj", "nsubjpass"]) && c.lower() == "who");
    let land = matches!(noun.name_label(), "GPE" | "LOC" | "FAC")
        || noun_classes(noun.lemma()).meets(ClassSet::of(&[
            NounClass::Country,
            NounClass::Facility,
            NounClass::Place,
        ])) && !noun_classes(noun.lemma()).meets(ClassSet::HUMAN);
    if who && land {
        let human = |p: &Tok<'_>| {
            matches!(p.lower(), "others" | "them") || noun_classes(p.lemma()).meets(ClassSet::HUMAN)
        };
        let link = noun.head().filter(|link| link.dep() == "prep");
        // "fired at *others* on the sidewalk, who fired back"
        let people = link
            .and_then(Tok::head)
            .filter(human)
            .or_else(|| link.and_then(Tok::prev).filter(human));
        return Some(people.unwrap_or(noun));
    }
    let harms = lemma_in(verb, &["kill", "injure", "wound", "claim", "leave", "hurt"]);
    if !which || !harms {
        return Some(noun);
    }
    // "killed by the *shelling* today, which also wounded two": no day does.
    if is_time(noun) && noun.dep() == "npadvmod" {
        let above = noun.head()?;
        return match above.pos() {
            Pos::Verb => above
                .child(&["agent"])
                .and_then(governed)
                .or_else(|| above.child(&["nsubj"])),
            _ => Some(above),
        };
    }
    let happening = noun
        .head()
        .filter(|link| matches!(link.lower(), "on" | "at" | "in" | "against" | "near"))
        .and_then(Tok::head)
        .filter(|event| noun_classes(event.lemma()).has(NounClass::Event));
    let scene = noun.pos() == Pos::Propn
        || noun_classes(noun.lemma()).meets(ClassSet::of(&[
            NounClass::Vehicle,
            NounClass::Facility,
            NounClass::Place,
        ]));
    match happening {
        Some(event) if scene => Some(event),
        _ if somebody => None,
        _ => Some(noun),
    }
}

/// "the family of a guard *who died*": whose kin it is died, and not the kin.
fn of_kin<'d>(verb: Tok<'d>, kin: Tok<'d>) -> Tok<'d> {
    const KIN: &[&str] = &[
        "family",
        "relative",
        "kin",
        "widow",
        "member",
        "dependant",
        "dependent",
    ];
    let undergone = matches!(verb.lemma(), "die" | "perish" | "kill" | "murder" | "shoot");
    let of_family = lemma_in(kin, KIN)
        && (kin.lemma() != "member" || kin.children().any(|c| c.lemma() == "family"));
    let one = crate::claim::phrase::object_of(kin, "of").filter(|one| {
        one.pos() == Pos::Propn
            || noun_classes(one.lemma()).meets(ClassSet::HUMAN) && one.tag() != "NNS"
    });
    one.filter(|_| undergone && of_family).unwrap_or(kin)
}

/// The subject of a verb above, whoever that is.
fn subject_of(verb: Tok<'_>, depth: usize) -> Option<Filler<'_>> {
    Some(Filler {
        how: "subject of",
        at: verb,
        ..subject_within(verb, depth + 1)?
    })
}

/// Who does an infinitive under `head`.
fn controller<'d>(verb: Tok<'d>, head: Tok<'d>, depth: usize) -> Option<Filler<'d>> {
    if !is_passive(head)
        && !lemma_in(head, SUBJECT_CONTROL)
        && !is_summoned_to_hear(verb, head)
        && let Some(object) = head.child(&["dobj", "dative"]).filter(|o| is_nominal(*o))
    {
        return Some(Filler::new(object, "object of", head));
    }
    // "called *on the young* to storm the gaol"
    let called = head
        .children()
        .find(|c| c.dep() == "prep" && c.i < verb.i && matches!(c.lower(), "on" | "upon" | "to"))
        .filter(|_| lemma_in(head, &["appeal", "call"]))
        .and_then(governed);
    if let Some(called) = called {
        return is_nominal(called).then(|| Filler::new(called, "object of", head));
    }
    let subject = subject_within(head, depth + 1)?;
    // "It is easy *to kill*": nobody is named.
    let nobody = subject.tok.lower() == "it"
        && (head.pos() == Pos::Adj || head.lemma() == "be" && head.child(&["acomp"]).is_some());
    // "The plan includes *investigating* attacks": what it includes is done by others.
    let holds = lemma_in(head, &["include", "involve", "entail", "mean"]);
    (!nobody && !holds).then_some(Filler {
        how: "subject of",
        at: head,
        ..subject
    })
}

/// "summoned the ambassador *to lodge* a protest": whoever summons has something to say.
fn is_summoned_to_hear(verb: Tok<'_>, summons: Tok<'_>) -> bool {
    const SAYING: &[&str] = &[
        "lodge", "protest", "convey", "express", "deliver", "demand", "condemn", "complain",
        "register", "voice", "object", "hand", "denounce", "inform", "warn", "stress", "issue",
    ];
    lemma_in(summons, &["summon", "call", "invite"]) && lemma_in(verb, SAYING)
}

/// Who lets a document speak: its possessor, whoever it is by, or the subject of the verb of issuing.
fn issuer_of<'d>(document: Tok<'d>, depth: usize) -> Option<Filler<'d>> {
    const ISSUING: &[&str] = &[
        "carry",
        "chant",
        "hold",
        "issue",
        "raise",
        "release",
        "shout",
        "wave",
        "publish",
        "sign",
        "post",
        "make",
        "send",
        "write",
        "adopt",
        "put",
        "circulate",
        "table",
        "submit",
    ];
    if let Some(owner) = document.child(&["poss"]) {
        return Some(Filler::new(owner, "possessor of", document));
    }
    let by = document
        .children()
        .find(|c| c.dep_in(&["prep", "agent"]) && matches!(c.lower(), "by" | "from"));
    if let Some(author) = by.and_then(governed) {
        return Some(Filler::new(author, "author of", document));
    }
    let verb = document
        .head()
        .filter(|v| document.dep() == "dobj" && lemma_in(*v, ISSUING))?;
    subject_of(verb, depth)
}

/// Who does an infinitive or participle that modifies a noun.
fn modified_noun<'d>(verb: Tok<'d>, noun: Tok<'d>, depth: usize) -> Option<Filler<'d>> {
    // "found Ruiz, 19, *bleeding*": whoever is found so.
    let found = noun.dep() == "dobj"
        && noun
            .head()
            .is_some_and(|v| lemma_in(v, &["find", "discover", "spot"]));
    let apart = !found && verb.prev().is_some_and(|p| p.text() == ",");
    // "posted on *Twitter* accusing the firm": whoever posted.
    if verb.tag() == "VBG" && (apart || is_platform(noun.lower()) || is_beside_people(verb, noun)) {
        // "escalated their campaign, staging raids": the comma makes it a clause of the verb.
        let governor = noun.ancestors().find(|a| a.pos() == Pos::Verb)?;
        let main = subject_within(governor, depth + 1)?;
        return Some(Filler {
            how: "subject of the main verb",
            at: governor,
            ..main
        });
    }
    let written = noun_classes(noun.lemma()).has(NounClass::Document)
        || lemma_in(noun, &["slogan", "banner", "placard", "chant"]);
    if verb.tag() == "VBG" && written {
        // "The parties issued a statement *calling* for talks".
        return issuer_of(noun, depth).or(Some(Filler::new(noun, "noun modified by", verb)));
    }
    if verb.tag() != "VB" {
        let who = members_of(noun).unwrap_or(noun);
        // "the release of *Oran*, arrested in May": nobody arrests a release.
        let named = || {
            let comma = verb
                .prev()
                .filter(|p| verb.tag() == "VBN" && p.text() == ",")?;
            let nearest = comma.prev().filter(|n| n.name_label() == "PERSON")?;
            (nearest != noun && noun.governs(nearest)).then_some(nearest)
        };
        let nobody =
            || noun.pos() == Pos::Noun && !noun_classes(noun.lemma()).meets(ClassSet::HUMAN);
        let who = named().filter(|_| nobody()).unwrap_or(who);
        return Some(Filler::new(who, "noun modified by", verb));
    }
    if lemma_in(noun, ASKING) {
        return asked_by(noun, depth);
    }
    if let Some(owner) = noun.child(&["poss"]) {
        return Some(Filler::new(owner, "possessor of", noun));
    }
    if let Some(owner) = whose_intent(noun) {
        return Some(Filler::new(owner, "whose it is", noun));
    }
    let governor = noun.head()?;
    // "thwarted a plot *to bomb* a parade", "criticised a decision *to expel* him": it was not theirs.
    let others = lemma_in(governor, OF_OTHERS);
    // "called the riots an attempt *to topple* him": an attempt of others.
    let judged = lemma_in(governor, NAMING)
        || noun.dep() == "pobj"
            && governor.lower() == "as"
            && governor.head().is_some_and(|v| lemma_in(v, NAMING));
    match noun.dep() {
        _ if judged => None,
        "dobj" if others => None,
        "dobj" | "attr" | "oprd" => subject_of(governor, depth),
        // "marched *against* a plan to cut wages"
        "pobj" if governor.lower() == "against" => None,
        "pobj" => after_preposition(governor, depth),
        _ => None,
    }
}

/// Verbs that are done to the plans of others.
const OF_OTHERS: &[&str] = &[
    "applaud",
    "avert",
    "back",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "denounce",
    "discover",
    "disrupt",
    "expose",
    "foil",
    "frustrate",
    "hail",
    "oppose",
    "praise",
    "prevent",
    "protest",
    "slam",
    "thwart",
    "uncover",
    "welcome",
];

/// "a *government* plan to close the port", "a *Ruvian* move to ban it", "plans *by the ministry* to do so": who intends
/// it, where the noun says so itself.
fn whose_intent(noun: Tok<'_>) -> Option<Tok<'_>> {
    const INTENTS: &[&str] = &[
        "attempt", "bid", "campaign", "decision", "effort", "move", "order", "plan", "pledge",
        "plot", "proposal", "push", "threat", "vow",
    ];
    if !lemma_in(noun, INTENTS) {
        return None;
    }
    let body = ClassSet::of(&[
        NounClass::Organisation,
        NounClass::Country,
        NounClass::Armed,
        NounClass::Police,
    ]);
    let before = noun.children().find(|c| {
        c.i < noun.i
            && c.dep_in(&["compound", "amod", "nmod"])
            && (matches!(c.name_label(), "NORP" | "GPE" | "ORG")
                || c.pos() == Pos::Noun && noun_classes(c.lemma()).meets(body))
    });
    let by = || {
        let link = noun
            .children()
            .find(|c| c.dep() == "prep" && c.lower() == "by")?;
        governed(link)
    };
    before.or_else(by)
}

/// "Among *those* killed were two nuns", "A nun was among *those* hurt", "*those* arrested included six clerks": whom the
/// words pick out of them.
pub(crate) fn members_of(those: Tok<'_>) -> Option<Tok<'_>> {
    if let Some(one) = one_of(those) {
        return Some(one);
    }
    if those.lower() != "those" {
        return None;
    }
    let above = those.head()?;
    let included = match those.dep() {
        "nsubj" if lemma_in(above, &["include"]) => above.child(&["dobj"]),
        "pobj" if above.lower() == "among" => {
            let copula = above.head().filter(|v| v.lemma() == "be")?;
            copula.child(&["attr"]).or_else(|| subject_child(copula))
        }
        _ => None,
    };
    included.filter(|who| is_nominal(*who) && !is_relative_pronoun(*who))
}

/// "Ruiz was *one of the women* killed": she was.
fn one_of(many: Tok<'_>) -> Option<Tok<'_>> {
    let one = many
        .head()
        .filter(|of| many.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|one| one.lower() == "one" && one.dep() == "attr")?;
    // "one of *six* women killed" tells how many were.
    if many.child(&["nummod"]).is_some() {
        return None;
    }
    let who = one
        .head()
        .filter(|v| v.lemma() == "be")
        .and_then(subject_child)?;
    Some(who).filter(|who| is_nominal(*who) && !is_relative_pronoun(*who))
}

/// Verbs of saying what something is.
const NAMING: &[&str] = &[
    "call", "brand", "condemn", "denounce", "depict", "describe", "dismiss", "dub", "label",
    "portray", "regard", "see", "term", "view",
];

/// Nouns for asking others to do something.
const ASKING: &[&str] = &[
    "appeal",
    "call",
    "demand",
    "entreaty",
    "exhortation",
    "plea",
    "pressure",
    "request",
    "ultimatum",
];

/// "Russia ignored an appeal *to stop bombing*": who answers is who was asked, and not who asks.
fn asked_by<'d>(asking: Tok<'d>, depth: usize) -> Option<Filler<'d>> {
    const ANSWERING: &[&str] = &[
        "accept", "answer", "defy", "dismiss", "face", "flout", "heed", "ignore", "obey", "rebuff",
        "receive", "refuse", "reject", "resist", "spurn",
    ];
    let answer = asking
        .head()
        .filter(|v| asking.dep() == "dobj" && lemma_in(*v, ANSWERING))?;
    subject_of(answer, depth)
}

/// "surrounded the headquarters *chanting* slogans": no building raises its voice.
fn is_beside_people(verb: Tok<'_>, noun: Tok<'_>) -> bool {
    const VOICING: &[&str] = &[
        "chant", "shout", "demand", "wave", "carry", "hold", "sing", "throw",
    ];
    let things = ClassSet::of(&[NounClass::Facility, NounClass::Place]);
    lemma_in(verb, VOICING)
        && noun.dep_in(&["dobj", "pobj"])
        && noun_classes(noun.lemma()).meets(things)
}

/// "*Woman* critical after being shot", "*Teen* in hospital after": of whom a headline without a verb tells.
fn told_without_verb(state: Tok<'_>) -> Option<Tok<'_>> {
    let mut at = state;
    for _ in 0..3 {
        at = match at.dep() {
            "ROOT" => break,
            "amod" => at.head().filter(|noun| noun.i < at.i)?,
            "pobj" => at.head().and_then(Tok::head)?,
            _ => return None,
        };
    }
    let somebody = noun_classes(&at.lemma().to_lowercase()).meets(ClassSet::HUMAN);
    (at.dep() == "ROOT" && matches!(at.pos(), Pos::Noun | Pos::Propn) && somebody).then_some(at)
}

/// Who does a gerund after a preposition.
fn after_preposition(preposition: Tok<'_>, depth: usize) -> Option<Filler<'_>> {
    let governor = preposition.head()?;
    // "Baker in intensive care *after being shot*": the baker was, and nobody behind the semicolon.
    if preposition.lower() == "after"
        && governor.dep() == "npadvmod"
        && noun_classes(governor.lemma()).meets(ClassSet::HUMAN)
    {
        return Some(Filler::new(governor, "noun before", preposition));
    }
    if preposition.lower() == "after"
        && let Some(somebody) = told_without_verb(governor)
    {
        return Some(Filler::new(somebody, "noun before", preposition));
    }
    // "a killer *on a mission* to shoot", "sent *men* on a mission": not who calls or sends them.
    let mission = preposition.lower() == "on"
        && preposition
            .child(&["pobj"])
            .is_some_and(|o| o.lemma() == "mission");
    if mission && noun_classes(governor.lemma()).meets(ClassSet::AGENT) {
        return Some(Filler::new(governor, "noun before", preposition));
    }
    if mission && let Some(sent) = governor.child(&["dobj"]) {
        return Some(Filler::new(sent, "object of", governor));
    }
    // "a clip of police *beating* students"
    if let Some(own) = preposition.child(&["pobj"])
        && noun_classes(own.lemma()).meets(ClassSet::AGENT)
        && !mission
    {
        return Some(Filler::new(own, "noun behind", preposition));
    }
    if preposition.lower() == "for"
        && let Some(answer) = answer_named(preposition, governor)
    {
        return answerable(answer, preposition, governor, depth);
    }
    if preposition.lower() == "for"
        && let Some(answers) = who_answers(preposition, governor)
    {
        return Some(answers);
    }
    // "raided homes *over* a plot to attack": nobody says whose plot.
    if matches!(preposition.lower(), "over" | "amid" | "despite") {
        return None;
    }
    match governor.pos() {
        // "have captured half the country *since launching* a drive": whoever captured it launched it.
        Pos::Verb | Pos::Aux => {
            let when_or_how = matches!(
                preposition.lower(),
                "since" | "before" | "by" | "without" | "upon"
            );
            // "captured the hill *after killing* twenty": whoever captured it.
            let after = preposition.lower() == "after";
            // "jailed his deputy *after finding* him guilty": whoever judges.
            let judges = preposition.child(&["pcomp"]).is_some_and(|v| {
                lemma_in(
                    v,
                    &[
                        "conduct",
                        "convict",
                        "discover",
                        "examine",
                        "find",
                        "hear",
                        "identify",
                        "interview",
                        "investigate",
                        "learn",
                        "question",
                        "receive",
                        "review",
                        "search",
                        "study",
                    ],
                )
            });
            let taken = after
                && (judges
                    || lemma_in(
                        governor,
                        &[
                            "behead", "capture", "execute", "hang", "kill", "murder", "shoot",
                        ],
                    ));
            if lemma_in(governor, OBJECT_CONTROL) && !when_or_how && !taken {
                let clause_object = if is_passive(governor) {
                    subject_within(governor, depth + 1)
                } else {
                    active_object(governor).or_else(|| scolded_at(governor))
                };
                // Whom the parser lost is not whoever accuses him.
                let object = clause_object?;
                return Some(Filler {
                    how: "object of",
                    at: governor,
                    ..object
                });
            }
            subject_of(governor, depth)
        }
        Pos::Noun | Pos::Propn => {
            if let Some(owner) = governor.child(&["poss"]) {
                return Some(Filler::new(owner, "possessor of", governor));
            }
            if let Some(charged) = charged_with(governor, depth) {
                return Some(charged);
            }
            let verb = governor.head().filter(|v| v.pos() == Pos::Verb)?;
            subject_of(verb, depth)
        }
        Pos::Adj => {
            // "found *an officer* guilty of killing": the officer did, and not who found him so.
            if let Some(judged) = governor
                .child(&["nsubj"])
                .filter(|_| matches!(governor.lemma(), "guilty" | "innocent" | "liable"))
            {
                return Some(Filler::new(judged, "subject of", governor));
            }
            let verb = governor.head()?;
            subject_of(verb, depth)
        }
        _ => None,
    }
}

/// "arrested *a man* on suspicion of killing two", "*a man* appeared in court on charges of it": who is taken or tried, and
/// not who takes him.
fn charged_with(charge: Tok<'_>, depth: usize) -> Option<Filler<'_>> {
    let on = charge.head().filter(|p| {
        charge.dep() == "pobj"
            && p.lower() == "on"
            && lemma_in(charge, &["accusation", "charge", "count", "suspicion"])
    })?;
    let verb = on.head().filter(|v| v.pos() == Pos::Verb)?;
    match active_object(verb) {
        Some(taken) if !is_passive(verb) => Some(taken),
        _ => subject_within(verb, depth + 1),
    }
}

/// "forgave *the gunman* for shooting him", "froze the assets of *a banker* for financing rebels": what is done to somebody
/// for a deed is done to the doer.
fn who_answers<'d>(preposition: Tok<'d>, governor: Tok<'d>) -> Option<Filler<'d>> {
    const TAKING: &[&str] = &[
        "annul",
        "block",
        "cancel",
        "confiscate",
        "dock",
        "freeze",
        "rescind",
        "revoke",
        "seize",
        "strip",
        "suspend",
        "withdraw",
    ];
    // "expressed gratitude to *the envoy* for visiting", "thanked *Peru* for sending doctors"
    const THANKS: &[&str] = &["appreciation", "gratitude", "thank", "thanks", "tribute"];
    let thanks = [Some(governor), governor.child(&["dobj"])]
        .into_iter()
        .flatten()
        .find(|t| t.pos() == Pos::Noun && lemma_in(*t, THANKS));
    let thanked = thanks.and_then(|thanks| {
        [thanks, governor]
            .into_iter()
            .find_map(|t| crate::claim::phrase::object_of(t, "to"))
    });
    if let Some(thanked) = thanked {
        return Some(Filler::new(thanked, "who is thanked", governor));
    }
    let human = |t: Tok<'_>| {
        t.name_label() == "PERSON"
            || noun_classes(t.lemma()).meets(ClassSet::HUMAN)
            || matches!(t.lower(), "him" | "her" | "them")
            || lemma_in(governor, &["commend", "praise", "thank"])
    };
    let verb = Some(governor).filter(|v| v.pos() == Pos::Verb && !is_passive(*v))?;
    let object = verb.child(&["dobj"]).filter(|o| o.i < preposition.i)?;
    if human(object) {
        return Some(Filler::new(object, "object of", verb));
    }
    let owner = || {
        object
            .child(&["poss"])
            .or_else(|| crate::claim::phrase::object_of(object, "of"))
    };
    let owner = lemma_in(verb, TAKING).then(owner).flatten()?;
    Some(Filler::new(owner, "possessor of", object))
}

/// What people are given for what they have done.
const ANSWERS: &[&str] = &[
    "amnesty",
    "arrest",
    "award",
    "ban",
    "clemency",
    "conviction",
    "detention",
    "execution",
    "expulsion",
    "extradition",
    "fine",
    "impeachment",
    "imprisonment",
    "indictment",
    "jailing",
    "medal",
    "pardon",
    "penalty",
    "prize",
    "prosecution",
    "punishment",
    "restriction",
    "sanction",
    "sentence",
    "sentencing",
    "trial",
    "warrant",
];

/// "put *sanctions* on a chief for burning a town", "the *conviction* of a general for it".
fn answer_named<'d>(preposition: Tok<'d>, governor: Tok<'d>) -> Option<Tok<'d>> {
    // "the conviction of *a guard* for burning a hut"
    let given_by = |verb: Tok<'d>| {
        verb.children().find(|c| {
            c.dep_in(&["dobj", "nsubjpass"]) && c.i < preposition.i && lemma_in(*c, ANSWERS)
        })
    };
    if governor.pos() == Pos::Verb {
        return given_by(governor);
    }
    if lemma_in(governor, ANSWERS) {
        return Some(governor);
    }
    let above = governor
        .head()
        .filter(|_| governor.dep() == "pobj")?
        .head()?;
    if above.pos() == Pos::Verb {
        return given_by(above);
    }
    Some(above).filter(|noun| lemma_in(*noun, ANSWERS))
}

/// Who was punished, pardoned or honoured for a deed did it, and never who saw to that.
fn answerable<'d>(
    answer: Tok<'d>,
    preposition: Tok<'d>,
    governor: Tok<'d>,
    depth: usize,
) -> Option<Filler<'d>> {
    const GETTING: &[&str] = &[
        "accept", "await", "avoid", "escape", "evade", "face", "get", "have", "receive", "serve",
        "stand", "win",
    ];
    let verb = answer.head().filter(|v| v.pos() == Pos::Verb);
    let targets = answer
        .children()
        .chain(verb.into_iter().flat_map(Tok::children))
        .filter(|c| c.i < preposition.i);
    let target = targets
        .filter(|c| {
            c.dep_in(&["prep", "dative"])
                && matches!(c.lower(), "of" | "on" | "upon" | "against" | "for" | "to")
        })
        .filter_map(governed)
        .chain(verb.and_then(|v| v.child(&["dative"]).filter(|d| is_nominal(*d))))
        .find(|o| is_nominal(*o) && *o != answer);
    if let Some(target) = target {
        return Some(Filler::new(target, "who answers for it with", answer));
    }
    if let Some(owner) = answer.child(&["poss"]) {
        return Some(Filler::new(owner, "possessor of", answer));
    }
    // "is *on trial* for killing two", "was put on trial for it"
    let tried = (answer.dep() == "pobj" && answer.lemma() == "trial")
        .then(|| answer.head()?.head())
        .flatten();
    if let Some(tried) = tried {
        // "*a commander* on trial for ordering attacks"
        if is_nominal(tried) {
            return Some(Filler::new(tried, "noun before", answer));
        }
        let put = matches!(tried.pos(), Pos::Verb) && !is_passive(tried);
        return match active_object(tried).filter(|_| put) {
            Some(object) => Some(object),
            None => subject_of(tried, depth),
        };
    }
    let verb = verb.or(Some(governor).filter(|g| g.pos() == Pos::Verb))?;
    let given = answer.dep() == "dobj" && (is_passive(verb) || lemma_in(verb, GETTING));
    given.then(|| subject_of(verb, depth)).flatten()
}

/// The *by* phrase of a passive; coordinated verbs share it.
fn passive_agent(verb: Tok<'_>) -> Option<Filler<'_>> {
    if let Some(agent) = by_of(verb) {
        return Some(Filler::new(agent, "agent (by) of", verb));
    }
    // "was beaten, robbed and *left* …", "was stoned and two shops were *burned* by mobs"
    let beside = || verb.child(&["conj"]).filter(|v| v.pos() == Pos::Verb);
    let next = Some(last_of_row(verb))
        .filter(|v| *v != verb)
        .or_else(beside)
        .filter(|v| is_passive(*v))?;
    // "captured *in Kalem in May* and held by the police": what is told of each is its own.
    let apart = verb
        .doc()
        .range(verb.i..next.i)
        .any(|t| t.dep() == "prep" && t.head().is_some_and(|h| h.pos() == Pos::Verb && h != next));
    if apart {
        return None;
    }
    by_of(next).map(|agent| Filler::new(agent, "shared agent (by) of", next))
}

fn by_of(verb: Tok<'_>) -> Option<Tok<'_>> {
    verb.children()
        .filter(|c| c.dep() == "agent" || (c.dep() == "prep" && c.lower() == "by"))
        // "executed one *by one* by a hooded man"
        .filter(|c| c.prev().is_none_or(|p| p.lower() != "one"))
        // "*By Monday night* 200 guards had been sent": when.
        .find_map(|c| governed(c).filter(|o| is_nominal(*o) && !is_manner(*o) && !is_time(*o)))
}

/// "was returned *by mail*", "was shot *by mistake*": how it was done, and not who did it.
fn is_manner(noun: Tok<'_>) -> bool {
    const MANNERS: &[&str] = &[
        "accident",
        "air",
        "boat",
        "bus",
        "chance",
        "courier",
        "day",
        "decree",
        "email",
        "error",
        "force",
        "hand",
        "land",
        "law",
        "letter",
        "mail",
        "mistake",
        "night",
        "phone",
        "post",
        "rail",
        "road",
        "sea",
        "ship",
        "surprise",
        "telephone",
        "train",
        "truck",
        "vote",
    ];
    // "was detonated by *remote* control"
    let remote = |c: Tok<'_>| matches!(c.lower(), "remote" | "radio");
    noun.children().next().is_none() && lemma_in(noun, MANNERS)
        || noun.lemma() == "control" && noun.children().any(remote)
}

/// "lashed out *at Ruvia* for shelling it": who is scolded behind a preposition.
fn scolded_at(verb: Tok<'_>) -> Option<Filler<'_>> {
    let at = verb
        .children()
        .find(|c| lemma_in(verb, SCOLDING_AT) && c.dep() == "prep" && c.lower() == "at")?;
    Some(Filler::new(governed(at)?, "object of", verb))
}

/// The object of an active verb: its own, the antecedent that a relative clause leaves out, the
/// one shared with the verb coordinated next, or the one a causative's clause begins with.
fn active_object(verb: Tok<'_>) -> Option<Filler<'_>> {
    if let Some(own) = verb.child(&["dobj"]) {
        if is_relative_pronoun(own)
            && let Some(noun) = relative_antecedent(verb)
        {
            return Some(Filler::new(
                noun,
                "antecedent of the relative clause of",
                verb,
            ));
        }
        // "fined *the firm* $5,000": the sum is how much.
        let fined = verb
            .child(&["dative"])
            .filter(|d| d.pos() != Pos::Adp && lemma_in(verb, &["fine"]));
        return Some(Filler::new(fined.unwrap_or(own), "object of", verb));
    }
    if lemma_in(verb, CAUSATIVE)
        && let Some(below) = verb.child(&["ccomp", "xcomp"])
        // "warned *that* the army would leave" is said to nobody.
        && below.child(&["mark"]).is_none()
        && let Some(made) = below.child(&["nsubj"]).filter(|n| n.i > verb.i)
    {
        return Some(Filler::new(made, "object of", verb));
    }
    // "took the crew hostage": a predicate of the object, parsed as a clause of its own.
    let predicate = verb.children().find(|c| {
        c.i > verb.i
            && c.dep_in(&["ccomp", "xcomp", "oprd"])
            && !matches!(c.pos(), Pos::Verb | Pos::Aux)
    });
    if let Some(subject) = predicate.and_then(|p| p.child(&["nsubj"])) {
        return Some(Filler::new(subject, "object of", verb));
    }
    // "Kalem, *where* miners clashed with police": clashed with them, and not with Kalem; "a raid *in which* two
    // died".
    let there = verb.children().any(|c| {
        c.tag() == "WRB" && c.dep() == "advmod"
            || c.dep() == "prep" && c.child(&["pobj"]).is_some_and(is_relative_pronoun)
    });
    // "Kalem, *whose president* mediated": nothing was done to Kalem.
    let of_whom = |s: Tok<'_>| s.child(&["poss"]).is_some_and(|p| p.tag() == "WP$");
    if verb.dep() == "relcl"
        && !there
        && verb
            .child(&["nsubj"])
            .is_some_and(|s| !is_relative_pronoun(s) && !of_whom(s))
        && verb.child(&["xcomp", "ccomp"]).is_none()
    {
        let noun = verb.head()?;
        return Some(Filler::new(noun, "noun of the relative clause of", verb));
    }
    // "Inmates *rioted* and took guards hostage": nobody is rioted.
    if lemma_in(verb, BY_ONESELF) {
        return None;
    }
    let next = verb.child(&["conj"]).filter(|n| n.pos() == Pos::Verb)?;
    let last = if lemma_in(verb, DONE_TO_SOMEBODY) {
        last_of_row(verb)
    } else {
        next
    };
    let between = verb.doc().range(verb.i + 1..last.i);
    let adjacent = between.into_iter().all(|t| {
        // "shot *down* or jammed": the particle belongs to the verb before.
        let particle = t.dep() == "prt" && t.head() == Some(verb);
        t.dep() == "cc"
            || t.pos() == Pos::Adv
            || particle
            || last != next && is_in_row(t, verb, last)
    });
    let shared = last.child(&["dobj"]).filter(|_| adjacent)?;
    Some(Filler::new(shared, "shared object of", last))
}

/// What is done without anybody whom it is done to.
const BY_ONESELF: &[&str] = &[
    "advance",
    "arrive",
    "demonstrate",
    "die",
    "gather",
    "go",
    "march",
    "mutiny",
    "protest",
    "rally",
    "rebel",
    "resign",
    "retreat",
    "riot",
    "rise",
    "surrender",
];

/// What cannot be done without somebody or something that it is done to.
const DONE_TO_SOMEBODY: &[&str] = &[
    "kill",
    "wound",
    "injure",
    "arrest",
    "detain",
    "beat",
    "torture",
    "abduct",
    "kidnap",
    "rob",
    "loot",
    "burn",
    "bomb",
    "shell",
    "attack",
    "raid",
    "rape",
    "harass",
    "intimidate",
    "capture",
    "seize",
    "murder",
    "execute",
    "imprison",
    "interrogate",
    "question",
    "destroy",
    "besiege",
    "occupy",
    "starve",
    "ransack",
];

/// "detained, tortured and *killed* dissidents": the last of verbs that follow one another.
fn last_of_row(verb: Tok<'_>) -> Tok<'_> {
    let mut last = verb;
    for _ in 0..6 {
        let next = last
            .child(&["conj"])
            .filter(|n| n.pos() == Pos::Verb && n.child(&["nsubj", "nsubjpass"]).is_none());
        match next.filter(|_| last.child(&["dobj"]).is_none()) {
            Some(next) => last = next,
            None => break,
        }
    }
    last
}

/// Whether a word is one of the verbs from `first` to `last`, or a comma between them.
fn is_in_row(tok: Tok<'_>, first: Tok<'_>, last: Tok<'_>) -> bool {
    tok.text() == "," || tok.pos() == Pos::Verb && first.governs(tok) && tok.governs(last)
}

fn dative(verb: Tok<'_>) -> Option<Filler<'_>> {
    let child = verb.child(&["dative"])?;
    let tok = if child.pos() == Pos::Adp {
        governed(child)?
    } else {
        child
    };
    Some(Filler::new(tok, "dative of", verb))
}

/// "the firm with *which* the union will talk": what the pronoun stands for.
fn meant<'d>(verb: Tok<'d>, governed: Tok<'d>) -> Tok<'d> {
    let antecedent = verb.head().filter(|noun| {
        verb.dep() == "relcl"
            && matches!(governed.tag(), "WDT" | "WP")
            && noun.i < governed.i
            && governed.i < verb.i
    });
    antecedent.unwrap_or(governed)
}

/// Prepositions and particles at a word.
pub fn links(tok: Tok<'_>) -> Vec<(Tok<'_>, Option<Tok<'_>>)> {
    let mut links: Vec<_> = tok
        .children()
        .filter(|c| {
            c.dep_in(&["prep", "prt", "agent", "dative"])
                || (c.dep() == "advmod"
                    && matches!(
                        c.lower(),
                        "back" | "out" | "down" | "off" | "away" | "up" | "forward" | "together"
                    ))
        })
        .map(|c| (c, governed(c).map(|o| meant(tok, o))))
        .collect();
    // "out of the country": a preposition below a particle counts as well.
    for k in 0..links.len() {
        if links[k].1.is_some()
            || !links[k].0.dep_in(&["prt", "advmod"]) && links[k].0.lower() != "out"
        {
            continue;
        }
        let inner: Vec<_> = links[k]
            .0
            .children()
            .filter(|c| c.dep() == "prep")
            .map(|c| (c, governed(c)))
            .collect();
        links.extend(inner);
    }
    links
}

fn complement(verb: Tok<'_>) -> Option<Tok<'_>> {
    let behind = verb.children().find(|c| {
        // "called *for the hostages to be freed*"
        let wished = c.dep() == "advcl"
            && lemma_in(verb, &["appeal", "beg", "call", "plead", "press", "push"])
            && c.child(&["mark"]).is_some_and(|m| m.lower() == "for");
        (c.dep_in(&["xcomp", "ccomp"]) || wished && has_to(*c)) && c.i > verb.i
    });
    // "Kalem *must withdraw*, the envoy said"
    let before = || {
        verb.children()
            .find(|c| c.dep() == "ccomp" && c.i < verb.i && c.child(&["mark"]).is_none())
    };
    behind.or_else(before)
}
