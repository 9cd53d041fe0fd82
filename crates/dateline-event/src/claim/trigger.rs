//! Which words trigger which entry.

use super::clause::{self, Clause};
use super::guard;
use super::nominal::{self, Nominal};
use super::phrase::{self, classes, governed, is_nominal, lemma_in, semantic_head};
use crate::codebook::pattern::{Following, Governed, Link, Pattern, Slot};
use crate::codebook::screen::Words;
use crate::codebook::{Candidate, Codebook, Entry, Need, Unwanted};
use dateline_data::casing::casing;
use dateline_data::{ClassSet, EventType, Mode, NounClass};
use dateline_text::phrase::{ALLEGATIONS, JUDGING_WORDS, calls_off};
use dateline_text::{Document, Pos, Tok};

/// The grammar around a trigger.
#[derive(Clone, Debug)]
pub enum Body<'d> {
    /// A verb and its clause.
    Verb(Clause<'d>),
    /// A noun and what surrounds it.
    Noun(Nominal<'d>),
}

/// A word that triggers an entry.
#[derive(Clone, Debug)]
pub struct Hit<'d, 'c> {
    /// The entry.
    pub entry: &'c Entry,
    /// The pattern of it.
    pub pattern: &'c Pattern,
    /// The word.
    pub head: Tok<'d>,
    /// Fixed companions that the pattern asked for.
    pub companions: Vec<Tok<'d>>,
    /// The mode: the entry's, or one that a companion tells.
    pub mode: Option<Mode>,
    /// The grammar around it.
    pub body: Body<'d>,
    /// Companions that name the event by themselves, too: "shot *dead*".
    pub outcomes: Vec<Tok<'d>>,
    /// Whether the word names the event only in passing, as part of a phrase about something else:
    /// "the *attack*'s victims", "the *bombing* suspect", "the *injured*".
    pub aside: bool,
    /// Whether a pattern of another type asks for as much and matches, too.
    pub rival: bool,
}

impl Hit<'_, '_> {
    /// Whether the word alone names the event: "*talks*", and not "peace *talks*" or "*talks* with the rebels".
    pub fn names_alone(&self) -> bool {
        self.pattern.companions.is_empty() && self.pattern.links.is_empty()
    }
}

/// Verbs that end what their object names: "*lifted* a travel ban", "*suspended* military aid".
const UNDOING: &[&str] = &[
    "commute",
    "lift",
    "ease",
    "relax",
    "loosen",
    "end",
    "suspend",
    "halt",
    "stop",
    "cease",
    "cancel",
    "drop",
    "revoke",
    "rescind",
    "repeal",
    "abandon",
    "reduce",
    "cut",
    "slash",
    "freeze",
    "terminate",
    "scrap",
    "discontinue",
    "withdraw",
    "remove",
    "waive",
    "pause",
    "break",
    "sever",
    "violate",
    "breach",
];

/// Finds the triggers of a text, in text order, one a word at most.
pub fn find<'d, 'c>(doc: &'d Document, codebook: &'c Codebook) -> Vec<Hit<'d, 'c>> {
    let mut hits: Vec<Hit> = doc.toks().filter_map(|tok| at(tok, codebook)).collect();
    // "received death threats": a noun that its modifiers make another event is told by itself; a
    // bare one ("held talks") belongs to the verb that asked for it, and may tell its mode.
    let telling: Vec<(usize, EventType, Option<Mode>)> = hits
        .iter()
        .filter(|h| matches!(h.body, Body::Noun(_)) && !h.companions.is_empty() && !h.aside)
        .map(|h| (h.head.i, h.entry.kind, h.entry.mode))
        .collect();
    // "is being held *on a murder charge*": why, and another act.
    let is_reason = |h: &Hit, c: &Tok<'_>| h.entry.kind == EventType::Coerce && c.dep() == "pobj";
    let told_by = |h: &Hit| {
        telling
            .iter()
            .find(|(i, ..)| h.companions.iter().any(|c| c.i == *i && !is_reason(h, c)))
            .copied()
    };
    let stands_alone = |h: &Hit| {
        // "pulled out of peace talks"
        let left = || {
            matches!(
                h.entry.mode.map(Mode::name),
                Some("discontinue" | "withdraw")
            )
        };
        // "sought a prison term for the banker": what is only asked for is told by who asks.
        let sought = || {
            h.entry.kind == EventType::Accuse
                && lemma_in(h.head, &["ask", "demand", "request", "seek"])
        };
        // "a peace deal *mediated* by Peru"
        let mediates =
            || h.entry.kind == EventType::Consult && lemma_in(h.head, &["broker", "mediate"]);
        // "dispersed a protest *rally*": what is done to a protest is no protest.
        let disperses = || h.entry.kind == EventType::Assault;
        lemma_in(h.head, UNDOING)
            || calls_off(h.head)
            || left()
            || sought()
            || mediates()
            || disperses() && told_by(h).is_some_and(|(_, kind, _)| kind == EventType::Protest)
    };
    hits.retain(|h| {
        !(matches!(h.body, Body::Verb(_))
            && !stands_alone(h)
            && told_by(h).is_some_and(|(_, kind, _)| kind != h.entry.kind))
    });
    for hit in hits
        .iter_mut()
        .filter(|h| matches!(h.body, Body::Verb(_)) && !stands_alone(h))
    {
        // The noun with its modifiers says more than the verb: "began a *hunger strike*".
        hit.mode = told_by(hit).and_then(|(_, _, mode)| mode).or(hit.mode);
    }
    // "*Talks* between the two resumed": told by the noun, and not again by the verb, unless "talks" is all there is.
    let is_talks = |h: &Hit| h.head.lemma() == "talk" && h.names_alone();
    let talks: Vec<usize> = hits
        .iter()
        .filter(|h| matches!(h.body, Body::Noun(_)) && h.entry.kind == EventType::Consult)
        .filter(|h| !is_talks(h))
        .map(|h| h.head.i)
        .collect();
    let told_by_verb: Vec<usize> = hits
        .iter()
        .filter_map(|h| match &h.body {
            Body::Verb(clause) if h.entry.kind == EventType::Consult => clause.subject,
            _ => None,
        })
        .map(|subject| semantic_head(subject.tok).i)
        .collect();
    hits.retain(|h| {
        let bare = matches!(h.body, Body::Noun(_)) && is_talks(h);
        !(bare && told_by_verb.contains(&h.head.i))
    });
    hits.retain(|h| {
        let subject = match &h.body {
            Body::Verb(clause) if h.entry.kind == EventType::Consult => clause.subject,
            _ => None,
        };
        !subject.is_some_and(|s| talks.contains(&semantic_head(s.tok).i))
    });
    let named: Vec<(usize, EventType)> = hits.iter().map(|h| (h.head.i, h.entry.kind)).collect();
    for hit in &mut hits {
        let kind = hit.entry.kind;
        hit.outcomes = hit.companions.clone();
        hit.outcomes.retain(|c| named.contains(&(c.i, kind)));
    }
    // "broke up a rally *called by the union*": what was broken up took place, and others did it.
    let of_others: Vec<usize> = hits
        .iter()
        .filter(|h| h.entry.kind == EventType::Protest && tells_doer(h))
        .map(|h| h.head.i)
        .collect();
    let companions: Vec<usize> = hits
        .iter()
        .flat_map(|h| {
            let done_to = h.entry.kind == EventType::Assault;
            h.companions.iter().map(move |c| (c.i, done_to))
        })
        .filter(|(i, done_to)| !(*done_to && of_others.contains(i)))
        .map(|(i, _)| i)
        .collect();
    // "lifted the *state* of emergency": the companion may stand below the noun that names it.
    let is_companion = |h: &Hit| {
        companions.contains(&h.head.i)
            || (matches!(h.body, Body::Noun(_)) && companions.contains(&semantic_head(h.head).i))
    };
    hits.retain(|h| !is_companion(h));
    hits
}

/// Whether a noun says who did it: "a march *by teachers*", "a rally *called by the union*".
fn tells_doer(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let called = nominal
        .support
        .as_ref()
        .is_some_and(|s| s.clause.verb.head() == Some(nominal.noun) && s.filler.is_some());
    // "broke up a protest *by force*"
    let by = nominal.own_governed_by("by");
    called || by.is_some_and(|f| phrase::is(f.tok, ClassSet::AGENT) && f.tok.lower() != "force")
}

/// The way in which a word may name an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A verb, or an adjective that is said of somebody: "three were *dead*".
    Predicate,
    /// A noun.
    Noun,
    /// An adjective or participle that stands for those it is true of: "the *injured*".
    Substantive,
}

fn form(tok: Tok<'_>) -> Option<Form> {
    const SAID_OF: &[&str] = &[
        "ROOT", "acomp", "oprd", "conj", "ccomp", "advcl", "xcomp", "acl", "dep", "attr",
    ];
    const PHRASE_HEADS: &[&str] = &["nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"];
    let substantive = matches!(tok.pos(), Pos::Adj | Pos::Verb)
        && tok.dep_in(PHRASE_HEADS)
        && tok.children().any(|c| c.i < tok.i && c.dep() == "det");
    let copula = tok.pos() == Pos::Aux && !tok.dep_in(&["aux", "auxpass"]);
    match tok.pos() {
        _ if substantive => Some(Form::Substantive),
        Pos::Verb => Some(Form::Predicate),
        Pos::Aux if copula => Some(Form::Predicate),
        Pos::Adj if tok.dep_in(SAID_OF) || clause::is_said_of_head(tok) => Some(Form::Predicate),
        Pos::Noun | Pos::Propn => Some(Form::Noun),
        _ => None,
    }
}

/// The entry that a word triggers: of those whose pattern matches, the one that asks for most.
fn at<'d, 'c>(tok: Tok<'d>, codebook: &'c Codebook) -> Option<Hit<'d, 'c>> {
    let form = if nominal::is_done_by_head(tok) {
        Form::Noun
    } else {
        form(tok)?
    };
    let aside = match standing(tok) {
        Standing::Barred => return None,
        Standing::Aside => true,
        Standing::Own => form == Form::Substantive,
    };
    by_form(tok, form, aside, codebook)
        .or_else(|| is_action_noun(tok).then(|| by_form(tok, Form::Noun, aside, codebook))?)
}

/// "*Shelling* caused …", "killed in *firing* on the crowd": a gerund in a noun's place, without an
/// object, names what is done.
fn is_action_noun(tok: Tok<'_>) -> bool {
    tok.tag() == "VBG"
        && tok.dep_in(&[
            "nsubj",
            "nsubjpass",
            "csubj",
            "dobj",
            "pobj",
            "pcomp",
            "conj",
        ])
        && tok.child(&["dobj", "aux", "nsubj"]).is_none()
}

fn by_form<'d, 'c>(
    tok: Tok<'d>,
    form: Form,
    aside: bool,
    codebook: &'c Codebook,
) -> Option<Hit<'d, 'c>> {
    let lemma = match tok.tag() {
        "VBG" if form == Form::Noun => tok.lower().to_lowercase(),
        _ => trigger_lemma(tok, form),
    };
    let index = codebook.index();
    let lists = |lemma: &str| match form {
        Form::Predicate => index.verbs(lemma),
        Form::Noun | Form::Substantive => index.nouns(lemma),
    };
    let lost_e = (form == Form::Predicate && phrase::has_lost_e(tok)).then(|| format!("{lemma}e"));
    let alternatives = lost_e.into_iter().chain(phrase::hyphened(tok));
    let mut candidates: Vec<&Candidate> = lists(&lemma).iter().collect();
    for other in alternatives {
        candidates.extend(lists(&other));
    }
    if candidates.is_empty() {
        return None;
    }
    let sentence = Words::of_sentence(tok);
    candidates.retain(|c| c.screen.admits(sentence));
    let needs = |c: &Candidate| codebook.entries()[c.entry as usize].needs;
    let of_setting = |c: &&Candidate| matches!(needs(c), Some(Need::Labour | Need::Protest));
    for need in [Need::Labour, Need::Protest] {
        let told = || match need {
            Need::Labour => guard::tells_of_labour(tok),
            Need::Protest => guard::tells_of_protest(tok),
            // Asked once all hits of the text are known.
            Need::Violence => true,
        };
        if candidates.iter().any(|c| needs(c) == Some(need)) && !told() {
            candidates.retain(|c| needs(c) != Some(need));
        }
    }
    // Where the text speaks of work, a strike is rather the workers', and where it tells of a riot, rioters smash.
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.specificity), !of_setting(c)));
    if candidates.is_empty() {
        return None;
    }
    let body = match form {
        Form::Predicate => Body::Verb(Clause::of(tok)),
        Form::Noun | Form::Substantive => Body::Noun(Nominal::of(tok)),
    };
    best(tok, &body, &candidates, codebook, aside)
}

/// The first of the candidates that matches; they come with those that ask for most in front.
fn best<'d, 'c>(
    tok: Tok<'d>,
    body: &Body<'d>,
    candidates: &[&Candidate],
    codebook: &'c Codebook,
    aside: bool,
) -> Option<Hit<'d, 'c>> {
    let mut best: Option<(Hit<'d, 'c>, u32)> = None;
    for candidate in candidates {
        let entry = &codebook.entries()[candidate.entry as usize];
        let refines = best
            .as_ref()
            .is_some_and(|(b, _)| b.entry.refined_by(entry));
        if let Some((found, specificity)) = &best {
            if *specificity > candidate.specificity {
                break;
            }
            // Of equals another type is a rival, and a mode of the same event says more; the rest
            // would change nothing.
            if !refines && (found.rival || entry.kind == found.entry.kind) {
                continue;
            }
        }
        let pattern = match body {
            Body::Verb(_) => &entry.verbs[candidate.pattern as usize],
            Body::Noun(_) => &entry.nouns[candidate.pattern as usize],
        };
        let mut body = body.clone();
        let Some(companions) = matches(&mut body, entry, pattern) else {
            continue;
        };
        let mut rival = false;
        if let Some((found, _)) = &mut best {
            if !refines {
                found.rival = true;
                continue;
            }
            rival = found.rival;
        }
        let hit = Hit {
            mode: entry.mode,
            entry,
            pattern,
            head: tok,
            companions,
            body,
            outcomes: Vec::new(),
            aside,
            rival,
        };
        best = Some((hit, candidate.specificity));
    }
    best.map(|(hit, _)| hit)
}

/// Whether a word may name an event where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Part of a name, a date, another word's meaning ("*attack* helicopter").
    Barred,
    /// Part of a phrase about something that has to do with the event.
    Aside,
    /// By itself.
    Own,
}

fn standing(tok: Tok<'_>) -> Standing {
    if tok.dep_in(&["npadvmod", "aux", "auxpass", "punct"]) || is_part_of_title(tok) {
        return Standing::Barred;
    }
    let modifies = tok.dep_in(&["compound", "amod", "nmod", "poss"])
        && !heads_headline_compound(tok)
        && !clause::is_said_of_head(tok)
        && !phrase::is_taken_for_granted(tok)
        && !nominal::is_happening_of(tok);
    let named = tok.pos() == Pos::Propn
        || matches!(tok.name_label(), "DATE" | "TIME" | "WORK_OF_ART" | "LAW");
    let readable = !named
        || is_headline(tok) && !matches!(tok.name_label(), "PERSON" | "DATE")
        || matches!(tok.name_label(), "" | "EVENT");
    match (readable, modifies) {
        (false, _) => Standing::Barred,
        (true, false) => Standing::Own,
        (true, true) if belongs_to_event(tok) => Standing::Aside,
        (true, true) => Standing::Barred,
    }
}

/// "the *attack*'s victims", "*bombing* suspects", "the *explosion* site": the head noun is
/// somebody or something that an event leaves behind.
fn belongs_to_event(tok: Tok<'_>) -> bool {
    const LEFT_BY_EVENTS: &[&str] = &[
        "victim",
        "survivor",
        "casualty",
        "suspect",
        "plotter",
        "perpetrator",
        "attacker",
        "mastermind",
        "planner",
        "witness",
        "site",
        "scene",
        "area",
        "location",
        "place",
        "zone",
        "investigation",
        "probe",
        "inquiry",
        "enquiry",
        "inquest",
        "case",
        "trial",
        "charge",
        "toll",
        "death",
        "injury",
        "fatality",
        "footage",
        "aftermath",
        "anniversary",
        "wreckage",
        "plot",
        "claim",
        "report",
        "day",
        "night",
        "date",
        "time",
        "response",
        "memorial",
        "commission",
        "damage",
        "wound",
        "culprit",
        "accused",
        "defendant",
    ];
    if !matches!(tok.pos(), Pos::Noun | Pos::Propn) {
        return false;
    }
    tok.dep() == "poss"
        || tok.head().is_some_and(|h| {
            LEFT_BY_EVENTS.contains(&h.lemma()) || LEFT_BY_EVENTS.contains(&h.lower())
        })
}

/// "Office of Special *Investigations*": what an organisation is named after.
fn is_part_of_title(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Propn
        && tok.dep() == "pobj"
        && tok
            .head()
            .filter(|of| matches!(of.lower(), "of" | "for"))
            .and_then(|of| of.head())
            .is_some_and(|owner| {
                owner.pos() == Pos::Propn && classes(owner).has(NounClass::Organisation)
            })
}

/// In a headline the parser may take "attack" in "Mandera attack: three held" as a modifier.
fn heads_headline_compound(tok: Tok<'_>) -> bool {
    tok.dep() == "nmod"
        && tok
            .next()
            .is_some_and(|n| matches!(n.lower(), ":" | "," | "–" | "—"))
}

/// Whether the sentence is set in the capitals of a headline.
pub fn is_headline(tok: Tok<'_>) -> bool {
    let doc = tok.doc();
    let sentence = &doc.sentences()[tok.sentence()];
    let (mut capital, mut small) = (0, 0);
    for word in doc.range(sentence.tokens.clone()) {
        let text = word.text();
        if text.len() > 3 && text.chars().all(char::is_alphabetic) {
            if text.chars().next().is_some_and(char::is_uppercase) {
                capital += 1;
            } else {
                small += 1;
            }
        }
    }
    capital >= 3 && small * 3 <= capital
}

/// The lemma to look up; names keep their form, so that a headline's "Attacks" needs levelling.
fn trigger_lemma(tok: Tok<'_>, form: Form) -> String {
    let lemma = if tok.pos() == Pos::Propn || form == Form::Substantive {
        tok.lower()
    } else {
        tok.lemma()
    };
    let lemma = lemma.to_lowercase();
    if tok.pos() == Pos::Propn && tok.tag() == "NNPS" {
        for (plural, singular) in [("shes", "sh"), ("ches", "ch"), ("ies", "y"), ("s", "")] {
            if let Some(stem) = lemma.strip_suffix(plural) {
                return format!("{stem}{singular}");
            }
        }
    }
    lemma
}

/// Whether pattern and entry admit these surroundings; the companions found.
fn matches<'d>(body: &mut Body<'d>, entry: &Entry, pattern: &Pattern) -> Option<Vec<Tok<'d>>> {
    match body {
        Body::Verb(clause) => verb_matches(clause, entry, pattern),
        Body::Noun(nominal) => noun_matches(nominal, entry, pattern),
    }
}

fn verb_matches<'d>(
    clause: &mut Clause<'d>,
    entry: &Entry,
    pattern: &Pattern,
) -> Option<Vec<Tok<'d>>> {
    // "assailant shot dead": who is dead was shot.
    let dead = || {
        let left = clause.verb.child(&["oprd", "acomp", "advmod"]);
        left.is_some_and(|d| d.lower() == "dead")
    };
    let bare = entry.frame.transitive && pattern.companions.is_empty();
    // "House of president attacked": buildings do not attack.
    let building = || {
        // "Rebel *posts* opened up with mortars"
        if lemma_in(clause.verb, &["open"]) {
            return false;
        }
        let known = clause.subject.map(|s| classes(s.tok)).unwrap_or_default();
        // "and their *van* set ablaze"
        let set = lemma_in(clause.verb, &["set"]);
        let built = match set {
            true => ClassSet::of(&[NounClass::Facility, NounClass::Vehicle]),
            false => ClassSet::of(&[NounClass::Facility]),
        };
        entry.kind == EventType::Assault
            && (set || pattern.companions.is_empty())
            && known.meets(built)
            && !known.meets(ClassSet::AGENT)
    };
    // "was shot and then *set ablaze*": with nothing else behind it, the subject burns.
    let ablaze = || {
        lemma_in(clause.verb, &["set"])
            && clause
                .verb
                .child(&["oprd", "acomp"])
                .is_some_and(|s| matches!(s.lower(), "ablaze" | "afire" | "alight"))
    };
    if (bare || dead() || ablaze() || building()) && looks_passive(clause) {
        clause.read_as_passive();
    }
    // "showed the walls *riddled* with bullets": nobody but bullets riddles.
    if clause.verb.lemma() == "riddle" && looks_passive(clause) {
        clause.read_as_passive();
    }
    // "Father accused of shooting son indicted": nobody accuses without an object.
    if clause.verb.lemma() == "accuse"
        && !clause.passive
        && clause.object.is_none()
        && clause.links.iter().any(|(l, _)| l.lower() == "of")
    {
        clause.read_as_passive();
    }
    // "was detained and *charged* with manslaughter": nobody ran at him.
    // "charged the crowd *with batons*": nobody is held to anything.
    if clause.verb.lemma() == "charge"
        && let Some(with) = clause.governed_by("with")
    {
        // "charged with *bombing* a bus" names a deed, and no bomb.
        let arms = with.tok.pos() != Pos::Verb && classes(with.tok).meets(ClassSet::ARMS);
        let other_sense = match entry.kind {
            EventType::Assault => clause.passive && !arms,
            EventType::Accuse => arms,
            _ => false,
        };
        if other_sense {
            return None;
        }
    }
    // "The minister is *committed* to reform": by himself.
    let bound = |o: clause::Filler<'_>| {
        let sent = ClassSet::of(&[NounClass::Armed, NounClass::Police]);
        classes(o.tok).meets(ClassSet::AGENT) && !classes(o.tok).meets(sent)
    };
    if clause.verb.lemma() == "commit"
        && clause.passive
        && clause.subject.is_none()
        && clause.object.is_some_and(bound)
    {
        clause.passive = false;
        clause.subject = clause.object.take();
    }
    let mut companions = Vec::new();
    for alternatives in &pattern.companions {
        companions.push(companion(clause, alternatives)?);
    }
    // "pleaded *not* guilty" is the opposite of what the pattern names.
    if companions.iter().any(|c| c.child(&["neg"]).is_some()) {
        return None;
    }
    let object = clause
        .object
        .map(|o| o.tok)
        .filter(|o| !companions.contains(o));
    let subject = clause.subject.map(|s| s.tok);
    let near: Vec<_> = companions
        .iter()
        .flat_map(|c| super::clause::links(*c))
        .collect();
    let far: Vec<_> = object.map(super::clause::links).unwrap_or_default();
    let mut fixed = Vec::new();
    for link in &pattern.links {
        let all = clause
            .links
            .iter()
            .chain(&near)
            .chain(far.iter().filter(|(l, _)| {
                matches!(
                    l.lower(),
                    "on" | "against" | "at" | "with" | "over" | "from"
                )
            }));
        let found = all.into_iter().find(|(tok, governed)| {
            !is_fronted_time(clause.verb, *tok, *governed)
                && !is_cut_off(clause.verb, *tok)
                && link_fits(link, *tok, governed.or(particle_object(*tok, object)))
        });
        // "sent *Danu* tanks": to Danu.
        let given = clause
            .dative
            .filter(|d| d.tok.pos() != Pos::Adp && link.words.iter().any(|w| **w == *"to"));
        let given = given.filter(|d| match &link.governed {
            Governed::Any => true,
            Governed::Class(slot) => slot_admits(*slot, Some(d.tok)),
            Governed::Words(_) => false,
        });
        if found.is_none() && given.is_some() {
            continue;
        }
        let (tok, governed) = found?;
        if matches!(link.governed, Governed::Words(_)) {
            fixed.extend(
                governed
                    .or(particle_object(*tok, object))
                    .map(semantic_head),
            );
        }
    }
    let stray = clause.links.iter().any(|(tok, _)| {
        tok.dep() == "prt"
            && !pattern
                .links
                .iter()
                .any(|l| l.words.iter().any(|w| **w == *tok.lower()))
    });
    let predicate = clause
        .verb
        .child(&["oprd"])
        .is_some_and(|p| !companions.contains(&p));
    // "the army said *it* was holding him": the words beside it are those of the army.
    let named = subject.map(|s| phrase::speaks_of_itself(s).unwrap_or(s));
    let phrasal = stray || (pattern.unpredicated && predicate);
    // "rescue *teams* sent to the valley": what the words ask for may stand before the verb.
    let around: Vec<Option<Tok>> = [Some(clause.verb), named, object]
        .into_iter()
        .chain(companions.iter().copied().map(Some))
        .collect();
    let fits = !phrasal
        && pattern
            .subject
            .is_none_or(|slot| slot_admits(slot, subject))
        && pattern.object.is_none_or(|slot| slot_admits(slot, object))
        && !(pattern.subjectless && subject.is_some())
        && !(pattern.objectless && object.is_some())
        && !(pattern.objectful && object.is_none())
        && stands_near(&around, pattern)
        && pattern
            .clause
            .as_ref()
            .is_none_or(|wanted| has_clause(clause, &companions, wanted))
        && sense_fits(entry, pattern, subject, object)
        && !forbidden(entry, clause.verb, named, object)
        && !clause
            .complement
            .into_iter()
            // "is ready *to fight* the deficits"
            .chain(companions.iter().filter_map(|c| c.child(&["xcomp"])))
            // "prepared to consider *imposing* sanctions"
            .flat_map(|c| std::iter::once(c).chain(c.child(&["xcomp"])))
            .any(|c| names_one_of(c, &entry.unless.content))
        && !(entry.frame.transitive
            && object.is_none()
            && pattern.companions.is_empty()
            && pattern.links.is_empty());
    companions.extend(fixed);
    // "ordered the port to be *closed*": that is how the order is carried out, and no event of its own.
    let done = pattern.clause.as_ref().is_some_and(|c| c.done);
    companions.extend(clause.complement.filter(|_| done));
    fits.then_some(companions)
}

/// "*On Friday*, the president called …": says when, and is no part of "call on".
fn is_fronted_time(verb: Tok<'_>, link: Tok<'_>, object: Option<Tok<'_>>) -> bool {
    link.i < verb.i
        && object.is_some_and(|o| {
            classes(o).has(NounClass::Time) || matches!(o.name_label(), "DATE" | "TIME")
        })
}

/// "stood at 13.8 percent, *down* from 15.9": a particle behind a comma is none of the verb's.
fn is_cut_off(verb: Tok<'_>, particle: Tok<'_>) -> bool {
    particle.i > verb.i
        && particle.dep_in(&["advmod", "prt"])
        && particle.prev().is_some_and(|p| p.lower() == ",")
}

/// Whether the words that a pattern wants nearby stand below its trigger, its subject or object.
fn stands_near(phrases: &[Option<Tok<'_>>], pattern: &Pattern) -> bool {
    if pattern.near.is_empty() {
        return true;
    }
    let below: Vec<Tok> = phrases.iter().flatten().flat_map(|t| t.subtree()).collect();
    pattern.near.iter().all(|words| {
        below
            .iter()
            .any(|t| is_one_of(*t, words) && !phrase::is_resisted(*t))
    })
}

/// Whether a word, or the hyphened compound that it ends, is one of these.
fn is_one_of(tok: Tok<'_>, words: &[Box<str>]) -> bool {
    let compound = phrase::hyphened(tok);
    words.iter().any(|w| {
        **w == *tok.lemma() || **w == *tok.lower() || compound.as_deref() == Some(w.as_ref())
    })
}

/// What a particle belongs to: "laid *down* their arms" names the verb's object.
fn particle_object<'d>(link: Tok<'d>, object: Option<Tok<'d>>) -> Option<Tok<'d>> {
    object.filter(|_| link.dep_in(&["prt", "advmod"]))
}

/// A past participle with a subject and nothing else, as headlines leave out the auxiliary.
fn looks_passive(clause: &Clause<'_>) -> bool {
    !clause.passive
        && clause.object.is_none()
        && clause.subject.is_some()
        && matches!(clause.verb.tag(), "VBN" | "VBD")
        && clause.verb.child(&["aux", "ccomp", "xcomp"]).is_none()
        // "forces punched *through* a wall"
        && clause
            .links
            .iter()
            .all(|(l, _)| !matches!(l.lower(), "through" | "past" | "across" | "toward" | "towards"))
        // "*kicked in* the front door": the door is what is kicked.
        && !clause.links.iter().any(|(_, o)| o.is_some_and(|o| lemma_in(o, &["door", "gate", "window"])))
        // "The rebels *disarmed*", "soldiers *marched* into the town": of themselves.
        && (!lemma_in(clause.verb, &["disarm", "march"]) || clause.links.iter().any(|(l, _)| l.lower() == "by"))
        // "suspended the order hours later": an object that the parser hung elsewhere.
        && clause.verb.next().is_none_or(|n| n.pos() != Pos::Det)
}

/// Whether the clause that the pattern wants follows.
fn has_clause(clause: &Clause<'_>, companions: &[Tok<'_>], wanted: &Following) -> bool {
    let purpose =
        |c: &Tok<'_>| c.dep() == "advcl" && c.tag() == "VB" && c.child(&["aux"]).is_some();
    clause
        .complement
        .into_iter()
        .chain(clause.verb.children().filter(purpose))
        .chain(
            companions
                .iter()
                .flat_map(|c| c.children())
                .filter(|c| c.dep_in(&["xcomp", "ccomp", "acl"])),
        )
        .any(|c| is_wanted(c, wanted))
}

fn is_wanted(clause: Tok<'_>, wanted: &Following) -> bool {
    // "told the guards *where to go*": they learn it, and are not told to.
    let learnt = || {
        let wh = |c: Tok<'_>| matches!(c.tag(), "WRB" | "WP" | "WDT") && c.i < clause.i;
        clause.children().any(wh)
    };
    let infinitive = || {
        let mut before = clause.children().filter(|c| c.i < clause.i);
        before.any(|c| c.lower() == "to") && !learnt()
    };
    (wanted.verbs.is_empty() || names_one_of(clause, &wanted.verbs))
        && (!wanted.infinitive || infinitive())
        && (!wanted.obliging || obliges_somebody(clause) || demands_an_end(clause))
        && (!wanted.done || is_to_be_done(clause))
        && (!wanted.own || tells_own_deed(clause))
}

/// "warned that *it would suspend* flights", "that *its navy will close* the strait": what who speaks will do, and not what
/// may come.
fn tells_own_deed(clause: Tok<'_>) -> bool {
    let theirs = |t: Tok<'_>| {
        matches!(
            t.lower(),
            "he" | "she" | "it" | "they" | "we" | "i" | "his" | "her" | "its" | "their" | "our"
        )
    };
    let will = clause.children().any(|c| {
        c.dep() == "aux" && matches!(c.lower(), "will" | "would" | "shall" | "'ll" | "’ll")
    });
    will && clause
        .child(&["nsubj"])
        .is_some_and(|who| theirs(who) || who.child(&["poss"]).is_some_and(theirs))
}

/// "ordered the port *to be closed*", "ordered that it *be closed*".
fn is_to_be_done(clause: Tok<'_>) -> bool {
    let be = clause.child(&["auxpass"]);
    clause.child(&["nsubjpass"]).is_some() && be.is_some_and(|b| b.lower() == "be")
}

/// "said that *Kalem must withdraw*", "said *the government should free* them": somebody who acts, named and third, is told
/// to act. What a state or its servants should do is a call on them; what anybody should do is advice.
fn obliges_somebody(clause: Tok<'_>) -> bool {
    let before = || {
        clause
            .children()
            .filter(|c| c.dep() == "aux" && c.i < clause.i)
    };
    let told = |word: &str| before().any(|c| c.lower() == word);
    let perfect = before().any(|c| c.lower() == "have");
    clause.child(&["neg"]).is_none()
        && !perfect
        && clause.child(&["nsubj", "nsubjpass"]).is_some_and(|s| {
            let third = matches!(s.lower(), "he" | "she" | "they");
            if s.pos() == Pos::Pron {
                return third && (told("must") || told("should")) && gives_way(clause);
            }
            told("must") && (classes(s).meets(ClassSet::AGENT) || s.pos() == Pos::Propn)
                || told("should") && is_of_state(s)
        })
}

/// "should *resign*", "must *step down*", "should *apologise*": what nobody advises for somebody's own good.
fn gives_way(verb: Tok<'_>) -> bool {
    let aside = |c: Tok<'_>| matches!(c.lower(), "down" | "aside");
    lemma_in(verb, &["apologise", "apologize", "resign"])
        || verb.lemma() == "step" && verb.children().any(aside)
}

/// "*The raids must stop*", "*the beatings have to end*": what is called on to stop is somebody's doing.
pub fn demands_an_end(clause: Tok<'_>) -> bool {
    let end = ended(clause);
    let told = if end == clause {
        clause
            .children()
            .any(|c| c.dep() == "aux" && c.lower() == "must")
    } else {
        clause.lemma() == "have" && clause.child(&["aux"]).is_none()
    };
    told && phrase::lemma_in(end, &["stop", "end", "cease"])
        && end.child(&["dobj", "xcomp"]).is_none()
        && clause.child(&["neg"]).is_none()
        && clause
            .child(&["nsubj"])
            .is_some_and(|s| classes(s).has(NounClass::Event))
}

/// "has *to stop*": the verb that says what is to be done.
fn ended(clause: Tok<'_>) -> Tok<'_> {
    let to_do = clause
        .child(&["xcomp"])
        .filter(|_| clause.lemma() == "have");
    to_do.unwrap_or(clause)
}

/// The word by which a hit tells its event: "is *ready* to help", "said donors must *pay*". Else its head.
pub fn telling<'d>(hit: &Hit<'d, '_>) -> Tok<'d> {
    let Body::Verb(clause) = &hit.body else {
        return hit.head;
    };
    if hit.head.lemma() == "be" {
        let quality = hit.companions.iter().find(|c| c.dep() == "acomp");
        return quality.copied().unwrap_or(hit.head);
    }
    let obliging = hit.pattern.clause.as_ref().filter(|c| c.obliging);
    let obliged = clause.complement.filter(|_| obliging.is_some());
    obliged.map_or(hit.head, ended)
}

/// A state, its government, its forces or who holds office in it.
fn is_of_state(noun: Tok<'_>) -> bool {
    const SERVANTS: ClassSet = ClassSet::of(&[
        NounClass::Country,
        NounClass::Armed,
        NounClass::Police,
        NounClass::Official,
    ]);
    noun.name_label() == "GPE"
        || classes(noun).meets(SERVANTS)
        || lemma_in(
            noun,
            &[
                "authority",
                "authorities",
                "donor",
                "government",
                "junta",
                "parliament",
                "council",
            ],
        )
}

fn names_one_of(tok: Tok<'_>, words: &[Box<str>]) -> bool {
    is_one_of(tok, words)
}

/// A child of the verb with one of these lemmas: object, predicate, particle.
fn companion<'d>(clause: &Clause<'d>, alternatives: &[Box<str>]) -> Option<Tok<'d>> {
    const PLACES: &[&str] = &[
        "dobj",
        "nsubjpass",
        "attr",
        "acomp",
        "oprd",
        "advmod",
        "prt",
        "xcomp",
        "ccomp",
        "npadvmod",
        "dative",
        "dep",
        "pobj",
    ];
    let is_it = |t: &Tok<'_>| is_one_of(*t, alternatives);
    // "called a strike *to protest*" calls no protest.
    let asks = matches!(clause.verb.lemma(), "call" | "seek");
    let purpose = |c: &Tok<'_>| {
        asks && c.tag() == "VB" && c.children().any(|t| t.dep() == "aux" && t.i < c.i)
    };
    // "found *that a boy had been shot*": a clause of its own, and nothing that is said of an object.
    let told = |c: &Tok<'_>| {
        let helped = |t: Tok<'_>| t.dep_in(&["aux", "auxpass"]) && t.pos() == Pos::Aux;
        c.dep() == "ccomp" && c.children().any(|t| t.dep() == "mark" || helped(t))
    };
    clause
        .verb
        .children()
        .filter(|c| c.dep_in(PLACES) && !purpose(c) && !told(c) && !is_cut_off(clause.verb, *c))
        .chain(clause.object.map(|o| o.tok))
        .find_map(|c| {
            let below = semantic_head(c);
            [c, below]
                .into_iter()
                .find(is_it)
                .or_else(|| c.children().filter(|n| n.dep() == "conj").find(is_it))
        })
}

fn noun_matches<'d>(
    nominal: &Nominal<'d>,
    entry: &Entry,
    pattern: &Pattern,
) -> Option<Vec<Tok<'d>>> {
    let mut companions = Vec::new();
    for alternatives in &pattern.companions {
        companions.push(modifier(nominal, alternatives)?);
    }
    for link in &pattern.links {
        if !nominal
            .links
            .iter()
            .any(|(tok, governed)| link_fits(link, *tok, *governed))
        {
            return None;
        }
    }
    let unless = &entry.unless.modifiers;
    let forbidden = nominal.modifiers.iter().any(|m| {
        let is = |word: &str| word == m.lemma() || word == m.lower();
        unless.words.iter().any(|w| is(w))
            || unless
                .beside
                .iter()
                .any(|(trigger, w)| **trigger == *nominal.noun.lemma() && is(w))
    });
    if !stands_near(&[Some(nominal.noun)], pattern) {
        return None;
    }
    let clause = pattern
        .clause
        .as_ref()
        .is_none_or(|wanted| noun_clause(nominal.noun).is_some_and(|c| is_wanted(c, wanted)));
    let by = nominal.governed_by("by").map(|f| f.tok);
    // "ordered an attack on Kalem", "announced a raid": blows that are ordered are not dealt in words.
    const ORDERING: [&str; 12] = [
        "announce",
        "approve",
        "authorise",
        "authorize",
        "carry",
        "conduct",
        "direct",
        "execute",
        "order",
        "plan",
        "prepare",
        "repel",
    ];
    let in_words = |verb: Tok<'_>| entry.kind != EventType::Accuse || !lemma_in(verb, &ORDERING);
    let supported = nominal
        .support
        .as_ref()
        .filter(|s| in_words(s.clause.verb))
        .and_then(|s| s.filler)
        .map(|f| f.tok);
    let doer = by.or(nominal.possessor).or(supported);
    let subject_fits = pattern.subject.is_none_or(|slot| slot_admits(slot, doer));
    let other_object = nominal.links.iter().any(|(link, object)| {
        let about = nominal.own(*link)
            && matches!(
                link.lower(),
                "of" | "to" | "with" | "against" | "on" | "for"
            );
        about && object.is_some_and(|o| is_unwanted(o, &entry.unless.object, nominal.noun))
    });
    (!forbidden && !other_object && clause && subject_fits).then_some(companions)
}

fn modifier<'d>(nominal: &Nominal<'d>, alternatives: &[Box<str>]) -> Option<Tok<'d>> {
    nominal
        .modifiers
        .iter()
        .flat_map(|m| m.subtree())
        .find(|m| {
            alternatives
                .iter()
                .any(|a| **a == *m.lemma() || **a == *m.lower())
        })
}

/// The clause that says what a noun is about: "allegations *that it played a role*".
pub fn noun_clause(noun: Tok<'_>) -> Option<Tok<'_>> {
    // "an allegation the ministry has not commented *on*": what is done about the noun does not say what it is about.
    let about_it = |c: &Tok<'_>| {
        let stranded = |p: Tok<'_>| p.dep() == "prep" && p.children().next().is_none();
        let apart = c.dep() == "relcl" && c.child(&["mark"]).is_none();
        apart && c.children().any(stranded) || is_judgement(*c)
    };
    // "his calls *for the mayor to be sacked*": wherever the parser hangs it
    let for_somebody = noun
        .next()
        .filter(|t| t.lower() == "for" && t.dep() == "mark");
    if let Some(asked) = for_somebody.and_then(Tok::head) {
        return Some(asked).filter(|c| c.child(&["aux"]).is_some());
    }
    let own = noun.children().find(|c| {
        c.i > noun.i
            && c.dep_in(&["acl", "ccomp", "relcl"])
            && c.child(&["mark", "aux", "nsubj", "nsubjpass"]).is_some()
            && !about_it(c)
    });
    if own.is_some() {
        return own;
    }
    // The parser may hang the clause higher when words stand between.
    let doc = noun.doc();
    let that = doc
        .range(noun.i + 1..noun.i + 7)
        .find(|t| t.lower() == "that" && t.dep() == "mark")?;
    // "the investigation *revealed* that he was at home": what comes out of it is not what it is into.
    const FINDING: &[&str] = &[
        "reveal",
        "find",
        "show",
        "conclude",
        "determine",
        "indicate",
        "suggest",
        "confirm",
        "establish",
    ];
    let told_by = |v: Tok<'_>| v.head().is_some_and(|above| lemma_in(above, FINDING));
    // "citing an investigation, but *hinted* that …" is told by another verb than the noun's.
    that.head()
        .filter(|v| !told_by(*v))
        .filter(|v| v.pos() == Pos::Verb || v.pos() == Pos::Aux)
        .filter(|v| {
            v.head()
                .is_none_or(|above| above.governs(noun) || !is_verbal(above))
        })
}

/// "allegations the warden *called* false", "charges that she *denied*": what somebody says of the noun.
fn is_judgement(clause: Tok<'_>) -> bool {
    let of_what_is_said = clause
        .head()
        .is_some_and(|noun| lemma_in(noun, ALLEGATIONS));
    let bare =
        of_what_is_said && clause.child(&["mark"]).is_none() && clause.dep_in(&["acl", "relcl"]);
    let object = clause.child(&["dobj"]);
    bare && lemma_in(clause, JUDGING_WORDS)
        && clause.child(&["ccomp"]).is_none()
        && object.is_none_or(|o| o.tag() == "WDT")
}

fn is_verbal(tok: Tok<'_>) -> bool {
    matches!(tok.pos(), Pos::Verb | Pos::Aux)
}

fn link_fits(link: &Link, tok: Tok<'_>, object: Option<Tok<'_>>) -> bool {
    if !link.words.iter().any(|w| **w == *tok.lower()) {
        return false;
    }
    let object = object.or_else(|| governed(tok));
    match &link.governed {
        Governed::Any => true,
        Governed::Class(slot) => slot_admits(*slot, object),
        Governed::Words(words) => {
            object.is_some_and(|o| [o, semantic_head(o)].iter().any(|t| is_one_of(*t, words)))
        }
    }
}

/// Whether a phrase fits a slot. A name that nothing is known about may be somebody, never a weapon.
fn slot_admits(slot: Slot, tok: Option<Tok<'_>>) -> bool {
    let Some(tok) = tok else {
        return slot.excluded;
    };
    let known = classes(tok);
    if slot.excluded {
        return !known.meets(slot.classes);
    }
    known.meets(slot.classes)
        || (known.is_empty() && is_nominal(tok) && may_stand_for(tok, slot.classes))
}

/// Whether a name that nothing is known about may be of these classes: it may be anybody who acts, or, unless it is
/// a person's, a village that is on no map.
fn may_stand_for(tok: Tok<'_>, wanted: ClassSet) -> bool {
    use NounClass::*;
    let head = semantic_head(tok);
    let open = ClassSet::of(&[Person, People, Armed, Organisation, Country]);
    let place = ClassSet::of(&[Place]);
    let may_be_place = head.name_label() != "PERSON" && wanted.meets(place);
    (head.pos() == Pos::Propn || is_name_by_looks(head)) && (wanted.meets(open) || may_be_place)
}

/// "*Marlo* was captured": the tagger takes many a bare surname that opens a sentence for a common noun; one that no list has,
/// without an article and of one person, is none.
fn is_name_by_looks(tok: Tok<'_>) -> bool {
    let one = |c: Tok<'_>| matches!(c.lower(), "was" | "is" | "has");
    tok.dep() == "nsubjpass"
        && tok.pos() == Pos::Noun
        && tok.text().starts_with(char::is_uppercase)
        && casing(tok.lower()).is_none()
        && tok
            .child(&["det", "amod", "poss", "nummod", "prep"])
            .is_none_or(|c| c.i > tok.i && (c.i > tok.i + 1 || c.lower() != "of"))
        && tok.head().is_some_and(|verb| verb.children().any(one))
}

/// Whether subject and object fit the frame's sense of the verb.
fn sense_fits(
    entry: &Entry,
    pattern: &Pattern,
    subject: Option<Tok<'_>>,
    object: Option<Tok<'_>>,
) -> bool {
    use NounClass::*;
    const DOERS: ClassSet = ClassSet::AGENT
        .union(ClassSet::ARMS)
        .union(ClassSet::of(&[Vehicle, Event, Document, Facility, Place]));
    let frame = entry.frame;
    let known = |tok: Tok<'_>| classes(tok);
    let subject_fits = pattern.subject.is_some()
        || !frame.deliberate
        || subject.is_none_or(|s| {
            let event = known(s).has(Event) && !known(s).meets(ClassSet::AGENT);
            known(s).is_empty() || (known(s).meets(DOERS) && (frame.bodily || !event))
        });
    let strikable = frame.recipient.union(ClassSet::ARMS);
    let named = !pattern.companions.is_empty()
        || pattern
            .links
            .iter()
            .any(|l| matches!(l.governed, Governed::Words(_)));
    let object_fits = named
        || pattern.object.is_some()
        || !frame.bodily
        || object.is_none_or(|o| known(o).is_empty() || known(o).meets(strikable));
    subject_fits && object_fits
}

fn forbidden(
    entry: &Entry,
    trigger: Tok<'_>,
    subject: Option<Tok<'_>>,
    object: Option<Tok<'_>>,
) -> bool {
    let unless = &entry.unless;
    subject.is_some_and(|s| is_unwanted(s, &unless.subject, trigger))
        || object.is_some_and(|o| is_unwanted(o, &unless.object, trigger))
}

/// Whether a phrase beside a trigger is one of these words, or of these classes and nobody who acts.
fn is_unwanted(tok: Tok<'_>, unwanted: &Unwanted, trigger: Tok<'_>) -> bool {
    let known = classes(tok);
    let head = semantic_head(tok);
    let named = is_one_of(head, &unwanted.words)
        || unwanted.beside.iter().any(|(beside, word)| {
            phrase::lemma_in(trigger, &[beside]) && is_one_of(head, std::slice::from_ref(word))
        });
    named && !phrase::is_gunfire(head)
        || (known.meets(unwanted.classes) && !known.meets(ClassSet::AGENT))
}
