//! From the event up the tree: each governing word changes what is known, by its row of the table.

use super::relation::happens_below;
use super::shape::{
    beyond_question, future, is_alarm_over, is_aside, is_command, is_content_noun, is_definite,
    is_indirect_question, is_infinitive, is_speech_verb, is_wanted, joined_with, lasts, lookup,
};
use super::value::Value;
use super::{Polarity, Tense, local, tense};
use crate::{Layers, Voices, Why};
use dateline_text::attribution::TokenSet;
use dateline_text::phrase::{has_to, names_none};
use dateline_text::{Document, Pos, Tok};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Deeper trees than this are the parser's mistake.
const DEEPEST: usize = 40;

/// Reads one event.
pub struct Reader<'d, 'v> {
    pub layers: Layers<'d>,
    /// What the innermost source says; words outside do not change how surely *it* says so.
    pub scope: Option<&'v TokenSet>,
    /// The cue of the innermost source.
    pub cue: Option<usize>,
    /// Values already found, by token: a word is asked for once by each word below it.
    known: RefCell<BTreeMap<usize, (Value, Notes)>>,
}

impl<'d, 'v> Reader<'d, 'v> {
    /// A reader for what the innermost voice around `token` says.
    pub fn new(layers: Layers<'d>, voices: &'v Voices<'_>, token: usize) -> Self {
        Self {
            layers,
            scope: voices.innermost_content(token),
            cue: voices.innermost_cue(token),
            known: RefCell::default(),
        }
    }

    /// A reader for what the author makes of events, through all sources.
    pub fn author(layers: Layers<'d>) -> Self {
        Self {
            layers,
            scope: None,
            cue: None,
            known: RefCell::default(),
        }
    }

    /// A reader for what the voice with this content and cue makes of events.
    pub fn within(layers: Layers<'d>, content: &'v TokenSet, cue: Option<usize>) -> Self {
        Self {
            layers,
            scope: Some(content),
            cue,
            known: RefCell::default(),
        }
    }

    /// The value of an event, with a step for each word that changed it.
    pub fn event(&self, tok: Tok<'d>, why: &mut Why) -> Value {
        let mut notes = Notes::default();
        let value = self.value(tok, 0, &mut notes);
        notes.write(self.layers.doc, why);
        value
    }

    /// The value of a word with all that is above it.
    pub fn value(&self, tok: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if let Some((value, known)) = self.known.borrow().get(&tok.i) {
            notes.extend(known);
            return *value;
        }
        if depth > DEEPEST {
            return Value::PLAIN;
        }
        let mut own_notes = Notes::default();
        let value = self.fresh_value(tok, depth, &mut own_notes);
        notes.extend(&own_notes);
        self.known.borrow_mut().insert(tok.i, (value, own_notes));
        value
    }

    fn fresh_value(&self, tok: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        let mut outer = self.outer(tok, depth, notes);
        // "no attack occurred": one "no" denies verb and noun alike, and once.
        if names_none(tok) && tok.dep_in(&["nsubj", "nsubjpass", "dobj"]) {
            outer = outer.affirmed();
        }
        let mut own = local::start(tok);
        for mark in local::marks(tok) {
            own = own.under(mark.effect);
            notes.add(mark.word, mark.effect);
        }
        let mut shared = self.shared(tok);
        if local::nor_before(tok).is_some() {
            // "neither saw nor heard": each is denied once.
            shared = shared.affirmed();
        }
        own = own.under(shared);
        if self.in_reported_future(tok) {
            let announced = Value::parse("certain/future@85").unwrap_or(Value::PLAIN);
            own = if own.degree < 0 {
                announced.negated()
            } else {
                announced
            };
        }
        let form = tense::of_verb(tok).map(|t| self.headline_tense(tok, t));
        own.tense = own.tense.or(form);
        own.under(outer)
    }

    /// What coordination shares: "may attack or kill", "did not attack or kill".
    fn shared(&self, tok: Tok<'d>) -> Value {
        let Some(first) = tok.head().filter(|_| tok.dep() == "conj") else {
            return Value::PLAIN;
        };
        let own_clause = tok
            .child(&["nsubj", "nsubjpass", "aux", "auxpass"])
            .is_some();
        if own_clause || !matches!(tok.pos(), Pos::Verb | Pos::Aux) {
            let list_of_none = tok.pos() == Pos::Noun
                && first
                    .children()
                    .any(|c| c.dep() == "cc" && c.lower() == "or")
                && first
                    .children()
                    .any(|c| c.dep() == "det" && c.lower() == "no");
            return if list_of_none {
                Value::PLAIN.negated()
            } else {
                Value::PLAIN
            };
        }
        // "had not admitted it or *named* anyone": "or" shares the denial, whatever the tagger makes of the form.
        let or = first
            .children()
            .any(|c| c.dep() == "cc" && c.lower() == "or" && (first.i..tok.i).contains(&c.i));
        let participles = first.tag() == "VBN" && tok.tag() == "VBD";
        if or && participles {
            return local::value(first);
        }
        // "were not willing and demanded": what is not so is denied, and not what they did.
        let copula = first.lemma() == "be" && tok.lemma() != "be";
        if first.tag() != tok.tag() || copula {
            return Value::PLAIN;
        }
        let form = tense::of_verb(first).map(|t| self.headline_tense(first, t));
        let own = local::value(first);
        let own = Value {
            tense: own.tense.or(form),
            ..own
        };
        own.under(self.shared(first))
    }

    /// "would" in reported words is the future of the saying.
    fn in_reported_future(&self, tok: Tok<'d>) -> bool {
        // "would kill them *if police came*": what depends on that is not announced.
        let depends = tok.children().any(|c| {
            c.dep() == "advcl"
                && c.child(&["mark"])
                    .is_some_and(|m| matches!(m.lower(), "if" | "unless"))
        });
        if depends {
            return false;
        }
        let would = |c: Tok<'_>| c.dep() == "aux" && matches!(c.lower(), "would" | "'d" | "’d");
        if !tok.children().any(would) {
            return false;
        }
        // "said it would leave the town and *would bomb* the bridge"
        let joined = tok.head().filter(|_| tok.dep() == "conj");
        if joined.is_some_and(|first| self.in_reported_future(first)) {
            return true;
        }
        !tok.children()
            .any(|c| c.dep() == "aux" && c.lemma() == "have")
            && tok.head().is_some_and(|h| match self.cue {
                Some(cue) => h.i == cue,
                // For the author: "announced that it would close".
                None => {
                    tok.dep() == "ccomp" && matches!(h.tag(), "VBD" | "VBN") && is_speech_verb(h)
                }
            })
    }

    /// Headlines tell the past in the present, and captions what goes on in the picture.
    fn headline_tense(&self, tok: Tok<'d>, form: Tense) -> Tense {
        let simple = matches!(tok.tag(), "VBZ" | "VBP");
        let headline = self.layers.title.is_some_and(|t| t.contains(tok.span()));
        let pictured = || {
            let captions = self.layers.captions.iter();
            form == Tense::Habitual && captions.clone().any(|c| c.contains(tok.span()))
        };
        match simple {
            true if headline => Tense::Past,
            true if pictured() => Tense::Ongoing,
            _ => form,
        }
    }

    /// What the words above a token make of it.
    pub fn outer(&self, tok: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        let Some(head) = tok.head() else {
            return self.root(tok, notes);
        };
        if Some(head.i) == self.cue || self.leaves_scope(tok, head) {
            return self.under_cue(tok, notes);
        }
        // "Talks *are due to resume*": as surely as they resume.
        let happens = Some(tok).filter(|t| t.dep_in(&["nsubj", "nsubjpass"]));
        if let Some(happens) = happens.and_then(|t| happens_below(t, head)) {
            return self.value(happens, depth + 1, notes);
        }
        match tok.dep() {
            "ccomp" | "csubj" => self.clause(tok, head, depth, notes),
            // "are missing and feared *kidnapped*"
            "xcomp"
                if tok.tag() == "VBN"
                    && head.tag() == "VBN"
                    && tok.children().all(|c| c.i > tok.i) =>
            {
                self.object(tok, head, depth, notes)
            }
            "xcomp" => self.infinitive(tok, head, depth, notes),
            "pcomp" if is_indirect_question(tok) => self.question(tok, head, notes),
            "pcomp" => self.behind_preposition(tok, head, depth, notes),
            "pobj" => self.behind_preposition(tok, head, depth, notes),
            "dobj" | "nsubjpass" | "oprd" | "dative" => self.object(tok, head, depth, notes),
            "nsubj" => self.subject(tok, head, depth, notes),
            "attr" | "acomp" => self.predicate(tok, head, depth, notes),
            "conj" if is_indirect_question(tok) => self.question(tok, head, notes),
            "conj" => self.outer(joined_with(tok, head), depth + 1, notes),
            "appos" => self.outer(head, depth + 1, notes),
            "advcl" => self.adverbial(tok, head, depth, notes),
            "acl" => self.noun_clause(tok, head, depth, notes),
            // "calls *to resign*"
            "relcl" if to_do(tok) && is_content_noun(head) => {
                self.noun_clause(tok, head, depth, notes)
            }
            "relcl" if is_aside(tok) => Value::PLAIN,
            "relcl" => self.relative(tok, head, depth, notes),
            "compound" | "nmod" | "amod" | "poss" => self.modifier(tok, head, depth, notes),
            _ => Value::PLAIN,
        }
    }

    fn root(&self, tok: Tok<'d>, notes: &mut Notes) -> Value {
        let doc = self.layers.doc;
        let sentence = &doc.sentences()[tok.sentence()].tokens;
        let mark = doc.range(sentence.clone()).rev().find(|t| {
            !matches!(t.text(), "”" | "\"" | "’" | "'" | "»" | ")") && t.pos() != Pos::Space
        });
        if let Some(mark) = mark.filter(|m| m.text() == "?") {
            notes.add(mark, Value::OPEN);
            return Value::OPEN;
        }
        let command = is_command(tok);
        // "To open the border or not"
        let has_subject = tok.child(&["nsubj", "nsubjpass"]).is_some();
        let bare = tok.pos() == Pos::Verb && has_to(tok) && !has_subject;
        // "Ruvia *to send* troops": a headline's future.
        let announced = tok.tag() == "VB" && has_to(tok) && has_subject;
        if announced {
            Value::parse("probable/future").unwrap_or(Value::OPEN)
        } else if command || bare {
            future(Value::OPEN)
        } else {
            Value::PLAIN
        }
    }

    /// Whether the head lies outside of what the innermost source says.
    pub fn leaves_scope(&self, tok: Tok<'d>, head: Tok<'d>) -> bool {
        self.scope
            .is_some_and(|s| s.contains(tok.i) && !s.contains(head.i))
    }

    /// What the innermost cue makes of its content: "denied", "allegations that", "did not say
    /// whether".
    pub fn under_cue(&self, tok: Tok<'d>, notes: &mut Notes) -> Value {
        let Some(cue) = self.cue.map(|c| self.layers.doc.tok(c)) else {
            return Value::PLAIN;
        };
        // "had no evidence that civilians were harmed"
        let none = cue.pos() == Pos::Noun && names_none(cue) && tok.child(&["mark"]).is_some();
        let little = cue.pos() == Pos::Noun && local::is_scant(cue);
        if (none || little)
            && let Some(certain) = beyond_question(cue)
        {
            notes.add(cue, certain);
            return certain;
        }
        if none {
            notes.add(cue, Value::OPEN);
            return Value::OPEN;
        }
        // Who neither confirms nor denies that it was done leaves it when it was told to be.
        if local::leaves_open(cue) {
            notes.add(cue, Value::OPEN);
            return Value::OPEN.timeless();
        }
        let frames = self.frames(tok, cue);
        let over = tok
            .head()
            .is_some_and(|p| matches!(p.lower(), "over" | "about" | "at"));
        let alarmed = tok.head().is_some_and(|p| is_alarm_over(p, cue));
        if tok.dep() == "pobj" && over && (is_definite(tok) || alarmed) {
            return Value::PLAIN;
        }
        if frames[0] == "question" {
            return self.question(tok, cue, notes);
        }
        let wanted = is_command(tok) || is_wanted(tok);
        if tok.head() == Some(cue) && wanted && is_speech_verb(cue) {
            return future(Value::OPEN);
        }
        let denied = local::is_denied(cue) || is_withheld(cue);
        if let Some(doubt) = local::unconfirmed(cue).or_else(|| {
            let speaker = cue.child(&["nsubj"]).filter(|_| cue.pos() == Pos::Verb);
            speaker.and_then(local::unconfirmed)
        }) {
            let effect = Value::parse("possible").unwrap_or(Value::OPEN);
            notes.add(doubt, effect);
            return effect;
        }
        if cue.lemma() == "report"
            && cue.pos() == Pos::Noun
            && (!is_doubted(cue) || self.is_given_by_somebody(cue))
        {
            return Value::PLAIN;
        }
        // "rejected a proposal": there was one.
        let refused = lookup(cue, "object", false).is_some_and(|v| v.degree < 0);
        if frames[0] == "object" && tok.head() == Some(cue) && refused && is_content_noun(tok) {
            return Value::PLAIN;
        }
        frames
            .iter()
            .find_map(|frame| lookup(cue, frame, denied))
            .map_or(Value::PLAIN, |effect| {
                notes.add(cue, effect);
                // "are feared *killed*", "fears that nine *were killed*": feared is what has been.
                let has_been = tok.dep_in(&["oprd", "xcomp"])
                    && (tok.tag() == "VBN" || tok.lower() == "dead")
                    || tense::of_verb(tok) == Some(Tense::Past);
                if has_been && effect.tense == Some(Tense::Hypothetical) {
                    effect.timeless()
                } else {
                    effect
                }
            })
            .under(seeming(cue, notes))
    }

    /// "a *report* by monitors that", "its *reports* that": those stand for what it says.
    fn is_given_by_somebody(&self, report: Tok<'d>) -> bool {
        self.layers.coref.issuer(report.i).is_some()
            || report.children().any(|c| {
                c.dep() == "poss" || c.dep() == "prep" && matches!(c.lower(), "by" | "from")
            })
    }

    /// How a token may stand below a cue, the likeliest first.
    pub fn frames(&self, tok: Tok<'d>, cue: Tok<'d>) -> Vec<String> {
        let path = std::iter::once(tok).chain(tok.ancestors()).take(DEEPEST);
        let Some(top) = path.take_while(|t| *t != cue).last() else {
            return vec!["clause".into()];
        };
        let own = match top.dep() {
            _ if is_indirect_question(tok) => "question".to_owned(),
            // "called *for* the army to withdraw": a preposition that opens a clause.
            "ccomp" | "advcl" | "xcomp"
                if top.child(&["mark"]).is_some_and(|m| m.lower() == "for") =>
            {
                "prep:for".to_owned()
            }
            // "warns them *to surrender*"
            "ccomp" if is_told_to_do(top) => "infinitive".to_owned(),
            "ccomp" | "parataxis" => "clause".to_owned(),
            "xcomp" => if is_infinitive(top) {
                "infinitive"
            } else {
                "gerund"
            }
            .to_owned(),
            "dobj" | "nsubjpass" => "object".to_owned(),
            "prep" => format!("prep:{}", top.lower()),
            "acl" if is_infinitive(top) => "infinitive".to_owned(),
            _ => "clause".to_owned(),
        };
        vec![own, "clause".to_owned()]
    }

    /// The effect of a governing word, seen through all that is above it; `None` where the table
    /// has no row.
    pub fn governed(
        &self,
        head: Tok<'d>,
        frames: &[&str],
        depth: usize,
        notes: &mut Notes,
    ) -> Option<Value> {
        let (frame, affirmed) = frames
            .iter()
            .find_map(|frame| Some((*frame, lookup(head, frame, false)?)))?;
        let above = self.value(head, depth + 1, notes);
        let negated = lookup(head, frame, true)?;
        if affirmed == negated {
            notes.add(head, affirmed);
            return Some(affirmed);
        }
        let effect = if above.polarity == Polarity::Negative {
            negated
        } else {
            affirmed
        };
        notes.add(head, effect);
        let above = Value {
            // "plan to march": what is planned is to come, however usual the planning is.
            tense: above.tense.filter(|t| {
                lasts(*t) && !(*t == Tense::Habitual && effect.tense == Some(Tense::Future))
            }),
            ..above.affirmed()
        };
        Some(effect.under(above))
    }
}

/// "declined to *confirm* that", "refused to *say* that": who does not say so.
fn is_withheld(cue: Tok<'_>) -> bool {
    let above = cue.head().filter(|_| cue.dep() == "xcomp");
    above.is_some_and(|v| matches!(v.lemma(), "decline" | "refuse") && !local::is_denied(v))
}

/// "appeared to *show* that": what a film only seems to show.
fn seeming(cue: Tok<'_>, notes: &mut Notes) -> Value {
    let above = cue.head().filter(|_| cue.dep() == "xcomp");
    let Some(seems) = above.filter(|v| matches!(v.lemma(), "appear" | "purport" | "seem")) else {
        return Value::PLAIN;
    };
    let effect = lookup(seems, "infinitive", false).map_or(Value::PLAIN, Value::timeless);
    notes.add(seems, effect);
    effect
}

/// "dismissed *reports* that rebels had fled", "an inquiry into *reports* that": in other company "reports" are a
/// source that asserts.
fn is_doubted(report: Tok<'_>) -> bool {
    let above = report.head();
    let into = above
        .filter(|into| into.lower() == "into")
        .and_then(Tok::head);
    match into.or(above) {
        Some(verb) if verb.pos() == Pos::Verb => matches!(
            verb.lemma(),
            "check"
                | "deny"
                | "dismiss"
                | "examine"
                | "investigate"
                | "look"
                | "probe"
                | "question"
                | "refute"
                | "reject"
                | "study"
                | "verify"
        ),
        Some(noun) => {
            into.is_some()
                && matches!(
                    noun.lemma(),
                    "inquiry" | "enquiry" | "investigation" | "probe"
                )
        }
        None => false,
    }
}

/// "told *them to resign*"
fn is_told_to_do(verb: Tok<'_>) -> bool {
    verb.tag() == "VB" && verb.child(&["mark"]).is_none() && has_to(verb)
}

/// "*to resign*", with no subject of its own.
fn to_do(verb: Tok<'_>) -> bool {
    verb.tag() == "VB" && verb.child(&["nsubj", "nsubjpass"]).is_none() && has_to(verb)
}

/// The words that changed a value, each once, in the order they were met.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Token and effect.
    words: Vec<(usize, Value)>,
}

impl Notes {
    /// Adds a word, unless it leaves everything as it is.
    pub fn add(&mut self, word: Tok<'_>, effect: Value) {
        let known = self.words.iter().any(|(token, _)| *token == word.i);
        if !known && effect != Value::PLAIN {
            self.words.push((word.i, effect));
        }
    }

    fn extend(&mut self, other: &Notes) {
        for (token, effect) in &other.words {
            if self.words.iter().all(|(known, _)| known != token) {
                self.words.push((*token, *effect));
            }
        }
    }

    /// Writes one step a word.
    pub fn write(&self, doc: &Document, why: &mut Why) {
        for (token, effect) in &self.words {
            let word = doc.tok(*token);
            let f = effect.factuality();
            let when = effect
                .tense
                .map_or(String::new(), |t| format!(", {}", t.name()));
            let what = match effect.polarity {
                Polarity::Unknown => format!("“{}” leaves it open{when}", word.text()),
                polarity => format!(
                    "“{}”: {} ({}){when}",
                    word.text(),
                    f.certainty.name(),
                    polarity.sign()
                ),
            };
            why.note("factuality", what, Some(word.span()));
        }
        if self.words.is_empty() {
            why.note(
                "factuality",
                "nothing denies, weakens or postpones it",
                None,
            );
        }
    }
}
