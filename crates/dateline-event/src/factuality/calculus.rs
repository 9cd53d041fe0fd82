//! From the event up the tree: each governing word changes what is known, by its row of the table.

use super::value::Value;
use super::{Certainty, Polarity, Tense, local, tense};
use crate::{Layers, Voices, Why};
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::factuality::{FactualityTable, Place};
use dateline_text::attribution::TokenSet;
use dateline_text::{Pos, Tok, phrase};

/// Deeper trees than this are the parser's mistake.
const DEEPEST: usize = 40;

/// Verbs that lend a noun its happening: whether they are affirmed decides whether it happened.
const LIGHT: [&str; 44] = [
    "stage",
    "launch",
    "carry",
    "conduct",
    "make",
    "hold",
    "have",
    "take",
    "mount",
    "commit",
    "perpetrate",
    "open",
    "give",
    "do",
    "perform",
    "execute",
    "wage",
    "impose",
    "play",
    "begin",
    "start",
    "resume",
    "continue",
    "undertake",
    "see",
    "witness",
    "suffer",
    "sustain",
    "inflict",
    "be",
    "there",
    "occur",
    "happen",
    "cause",
    "provide",
    "send",
    "deliver",
    "sign",
    "reach",
    "declare",
    "announce",
    "receive",
    "face",
    "attend",
];

/// Verbs whose subject is the happening.
const HAPPEN: [&str; 16] = [
    "occur", "happen", "take", "erupt", "break", "begin", "start", "come", "follow", "continue",
    "resume", "ensue", "arise", "exist", "be", "become",
];

/// Reads one event.
pub struct Reader<'d, 'v> {
    pub layers: Layers<'d>,
    /// What the innermost source says; words outside do not change how surely *it* says so.
    pub scope: Option<&'v TokenSet>,
    /// The cue of the innermost source.
    pub cue: Option<usize>,
}

impl<'d, 'v> Reader<'d, 'v> {
    /// A reader for what the innermost voice around `token` says.
    pub fn new(layers: Layers<'d>, voices: &'v Voices<'_>, token: usize) -> Self {
        Self {
            layers,
            scope: voices.innermost_content(token),
            cue: voices.innermost_cue(token),
        }
    }

    /// The value of an event, with a step for each word that changed it.
    pub fn event(&self, tok: Tok<'d>, why: &mut Why) -> Value {
        let mut steps = Steps { why: Some(why) };
        self.value(tok, 0, &mut steps)
    }

    /// The value of a word with all that is above it.
    fn value(&self, tok: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        if depth > DEEPEST {
            return Value::PLAIN;
        }
        let outer = self.outer(tok, depth, steps);
        let mut own = Value::PLAIN;
        for mark in local::marks(tok) {
            own = own.under(mark.effect);
            steps.note(mark.word, mark.effect);
        }
        let shared = self.shared(tok);
        own = own.under(shared);
        if self.in_reported_future(tok) {
            own.certainty = Certainty::Certain;
            own.tense = Some(Tense::Future);
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
        if first.tag() != tok.tag() {
            return Value::PLAIN;
        }
        let form = tense::of_verb(first);
        let own = local::value(first);
        let own = Value {
            tense: own.tense.or(form),
            ..own
        };
        own.under(self.shared(first))
    }

    /// "would" in reported words is the future of the saying.
    fn in_reported_future(&self, tok: Tok<'d>) -> bool {
        self.cue.is_some()
            && tok
                .children()
                .any(|c| c.dep() == "aux" && c.lower() == "would")
            && !tok
                .children()
                .any(|c| c.dep() == "aux" && c.lemma() == "have")
            && tok.head().is_some_and(|h| Some(h.i) == self.cue)
    }

    /// Headlines tell the past in the present.
    fn headline_tense(&self, tok: Tok<'d>, form: Tense) -> Tense {
        let simple = matches!(tok.tag(), "VBZ" | "VBP");
        let headline = self.layers.title.is_some_and(|t| t.contains(tok.span()));
        if headline && simple {
            Tense::Past
        } else {
            form
        }
    }

    /// What the words above a token make of it.
    fn outer(&self, tok: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        let Some(head) = tok.head() else {
            return self.root(tok, steps);
        };
        if Some(head.i) == self.cue || self.leaves_scope(tok, head) {
            return self.under_cue(tok, steps);
        }
        match tok.dep() {
            "ccomp" | "csubj" => self.clause(tok, head, depth, steps),
            "xcomp" => self.infinitive(tok, head, depth, steps),
            "pcomp" => self.behind_preposition(tok, head, depth, steps),
            "pobj" => self.behind_preposition(tok, head, depth, steps),
            "dobj" | "nsubjpass" | "oprd" | "dative" => self.object(tok, head, depth, steps),
            "nsubj" => self.subject(tok, head, depth, steps),
            "attr" | "acomp" => self.predicate(tok, head, depth, steps),
            "conj" => self.outer(joined_with(tok, head), depth + 1, steps),
            "appos" => self.outer(head, depth + 1, steps),
            "advcl" => self.adverbial(tok, head, depth, steps),
            "acl" => self.noun_clause(tok, head, depth, steps),
            "relcl" => self.relative(head, depth),
            "compound" | "nmod" | "amod" | "poss" => self.modifier(tok, head, depth, steps),
            _ => Value::PLAIN,
        }
    }

    fn root(&self, tok: Tok<'d>, steps: &mut Steps<'_>) -> Value {
        let doc = self.layers.doc;
        let sentence = &doc.sentences()[tok.sentence()].tokens;
        let mark = doc.range(sentence.clone()).rev().find(|t| {
            !matches!(t.text(), "”" | "\"" | "’" | "'" | "»" | ")") && t.pos() != Pos::Space
        });
        if let Some(mark) = mark.filter(|m| m.text() == "?") {
            steps.note(mark, Value::OPEN);
            return Value::OPEN;
        }
        let command = tok.tag() == "VB" && tok.child(&["nsubj", "aux"]).is_none();
        if command {
            future(Value::OPEN)
        } else {
            Value::PLAIN
        }
    }

    /// Whether the head lies outside of what the innermost source says.
    fn leaves_scope(&self, tok: Tok<'d>, head: Tok<'d>) -> bool {
        self.scope
            .is_some_and(|s| s.contains(tok.i) && !s.contains(head.i))
    }

    /// What the innermost cue makes of its content: "denied", "allegations that", "did not say
    /// whether".
    fn under_cue(&self, tok: Tok<'d>, steps: &mut Steps<'_>) -> Value {
        let Some(cue) = self.cue.map(|c| self.layers.doc.tok(c)) else {
            return Value::PLAIN;
        };
        let frames = self.frames(tok, cue);
        let over = tok
            .head()
            .is_some_and(|p| matches!(p.lower(), "over" | "about" | "at"));
        if tok.dep() == "pobj" && over && is_definite(tok) {
            return Value::PLAIN;
        }
        if frames[0] == "question" {
            return self.question(tok, cue, steps);
        }
        let denied = local::is_denied(cue);
        frames
            .iter()
            .find_map(|frame| lookup(cue, frame, denied))
            .map_or(Value::PLAIN, |effect| {
                steps.note(cue, effect);
                effect
            })
    }

    /// How a token may stand below a cue, the likeliest first.
    fn frames(&self, tok: Tok<'d>, cue: Tok<'d>) -> Vec<String> {
        let path = std::iter::once(tok).chain(tok.ancestors()).take(DEEPEST);
        let Some(top) = path.take_while(|t| *t != cue).last() else {
            return vec!["clause".into()];
        };
        let own = match top.dep() {
            _ if is_indirect_question(tok) => "question".to_owned(),
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

    fn clause(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        if is_indirect_question(tok) {
            return self.question(tok, head, steps);
        }
        // "made them leave", "caused the bank to close"
        let frames: &[&str] = if is_finite(tok) {
            &["clause"]
        } else {
            &["infinitive", "clause"]
        };
        self.governed(head, frames, depth, steps)
            .unwrap_or(Value::PLAIN)
    }

    /// "whether it fell" is open; "when it fell" takes the fall for granted.
    fn question(&self, tok: Tok<'d>, head: Tok<'d>, steps: &mut Steps<'_>) -> Value {
        let open = tok
            .children()
            .any(|c| matches!(c.lower(), "whether" | "if"));
        if open {
            steps.note(head, Value::OPEN);
            return Value {
                tense: None,
                ..Value::OPEN
            };
        }
        Value::PLAIN
    }

    fn infinitive(
        &self,
        tok: Tok<'d>,
        head: Tok<'d>,
        depth: usize,
        steps: &mut Steps<'_>,
    ) -> Value {
        let frame = if is_infinitive(tok) {
            "infinitive"
        } else {
            "gerund"
        };
        // "too afraid to stay", "has yet to find"
        let short_of = head.children().find(|c| {
            c.lower() == "too" || c.lower() == "yet" && c.i < tok.i && head.lemma() == "have"
        });
        if let Some(word) = short_of.filter(|_| frame == "infinitive") {
            steps.note(word, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        if let Some(value) = self.governed(head, &[frame], depth, steps) {
            // "appears to have fled" has a tense of its own.
            let own_tense = tense::of_verb(tok).is_some();
            return if own_tense {
                value
            } else {
                self.inherit_tense(value, head, depth)
            };
        }
        let above = self.value(head, depth + 1, &mut Steps { why: None });
        let full = tok
            .children()
            .any(|c| c.dep() == "aux" && c.lower() == "to");
        if full && matches!(head.pos(), Pos::Verb | Pos::Aux) {
            return future(Value::OPEN).under(above.affirmed());
        }
        above
    }

    /// Infinitives and participles are when the word above them is, if no word decides.
    fn inherit_tense(&self, value: Value, head: Tok<'d>, depth: usize) -> Value {
        let above = self.value(head, depth + 1, &mut Steps { why: None });
        Value {
            tense: value.tense.or(above.tense),
            ..value
        }
    }

    fn behind_preposition(
        &self,
        tok: Tok<'d>,
        preposition: Tok<'d>,
        depth: usize,
        steps: &mut Steps<'_>,
    ) -> Value {
        let frame = format!("prep:{}", preposition.lower());
        let gerund = if tok.dep() == "pcomp" {
            "gerund"
        } else {
            "object"
        };
        if let Some(row) =
            FactualityTable::get().row(Place::Preposition, preposition.lower(), gerund)
        {
            let effect = Value::parse(row.affirmed).unwrap_or(Value::PLAIN);
            steps.note(preposition, effect);
            return effect;
        }
        let Some(head) = preposition.head() else {
            return Value::PLAIN;
        };
        if head.lower() == "instead" {
            steps.note(head, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        if Some(head.i) == self.cue || self.leaves_scope(preposition, head) {
            return self.under_cue(tok, steps);
        }
        // "concern over the unrest": what is definite is there; the worry is what comes of it.
        let given = matches!(preposition.lower(), "over" | "about" | "at") && is_definite(tok);
        if !given {
            if let Some(value) = self.governed(head, &[&frame], depth, steps) {
                return self.inherit_tense(value, head, depth);
            }
        }
        if tok.dep() == "pcomp" {
            return self.value(head, depth + 1, steps).affirmed();
        }
        // "a series of attacks", "a role in the unrest"
        if head.pos() == Pos::Noun && preposition.lower() == "of" && !is_definite(tok) {
            return self.value(head, depth + 1, steps);
        }
        self.background(tok, head, depth)
    }

    fn object(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        // A report or demand is there, whether denied, refused or postponed.
        if is_speech_noun(tok) {
            return Value::PLAIN;
        }
        if let Some(value) = self.governed(head, &["object"], depth, steps) {
            return self.inherit_tense(value, head, depth);
        }
        if LIGHT.contains(&head.lemma()) {
            return self.value(head, depth + 1, steps);
        }
        let background = self.background(tok, head, depth);
        let missing = local::is_denied(head) && !is_definite(tok);
        if missing && background.polarity == Polarity::Positive {
            // "did not see a way out": there was none.
            return background.negated();
        }
        background
    }

    fn subject(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        if HAPPEN.contains(&head.lemma()) && !is_definite(tok) {
            return self.value(head, depth + 1, steps);
        }
        self.background(tok, head, depth)
    }

    /// What a sentence names in passing: definite things are taken for granted; indefinite ones
    /// share the sentence's certainty and time.
    fn background(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize) -> Value {
        if is_definite(tok) {
            return Value::PLAIN;
        }
        let above = self.value(head, depth + 1, &mut Steps { why: None });
        let any = tok
            .children()
            .any(|c| c.dep() == "det" && c.lower() == "any");
        let tense = above.tense.filter(|t| lasts(*t));
        let shared = Value { tense, ..above };
        if any { shared } else { shared.affirmed() }
    }

    /// "was an attack", "appears deliberate".
    fn predicate(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        if let Some(value) = self.governed(head, &["infinitive"], depth, steps) {
            if tok.dep() == "acomp" {
                return self.inherit_tense(value, head, depth);
            }
        }
        self.value(head, depth + 1, steps)
    }

    fn adverbial(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        let own_subject = tok.child(&["nsubj", "nsubjpass"]).is_some();
        let opens = tok.child(&["mark"]).or_else(|| {
            tok.children()
                .find(|c| c.dep() == "advmod" && matches!(c.lower(), "when" | "once" | "where"))
        });
        if !own_subject && opens.is_none() {
            if is_infinitive(tok) {
                // Purpose: "to recover the body".
                if let Some(value) = self.governed(head, &["infinitive"], depth, steps) {
                    return value;
                }
                return future(Value::OPEN);
            }
            let above = self.value(head, depth + 1, steps);
            return above.affirmed();
        }
        // "when it rains", "after they leave" under a future is future.
        let above = self.value(head, depth + 1, &mut Steps { why: None });
        let to_come = matches!(above.tense, Some(Tense::Future))
            && opens.is_some_and(|m| {
                matches!(
                    m.lower(),
                    "when" | "after" | "before" | "until" | "once" | "as"
                )
            });
        if to_come && !matches!(tok.tag(), "VBD") {
            return Value {
                polarity: Polarity::Positive,
                certainty: Certainty::Probable,
                tense: Some(Tense::Future),
            };
        }
        Value::PLAIN
    }

    /// "plans to …", "the claim that …", "a man accused of …".
    fn noun_clause(
        &self,
        tok: Tok<'d>,
        head: Tok<'d>,
        depth: usize,
        steps: &mut Steps<'_>,
    ) -> Value {
        let that = tok.child(&["mark"]).is_some();
        if is_infinitive(tok) {
            if let Some(value) = self.governed(head, &["infinitive"], depth, steps) {
                return self.inherit_tense(value, head, depth);
            }
            return future(Value::OPEN);
        }
        if that {
            return self
                .governed(head, &["clause"], depth, steps)
                .unwrap_or(Value::PLAIN);
        }
        Value::PLAIN
    }

    /// "any actions that could …": a clause about something that is itself only supposed, or about
    /// something that is not there.
    fn relative(&self, head: Tok<'d>, depth: usize) -> Value {
        let det = |word: &str| {
            head.children()
                .any(|c| c.dep() == "det" && c.lower() == word)
        };
        if det("no") || matches!(head.lower(), "nothing" | "nobody" | "none") {
            return Value::PLAIN.negated();
        }
        let above = self.value(head, depth + 1, &mut Steps { why: None });
        let supposed =
            above.polarity == Polarity::Unknown || above.certainty == Certainty::Possible;
        if det("any") || supposed {
            Value::OPEN
        } else {
            Value::PLAIN
        }
    }

    /// "attack plan", "ceasefire talks": the noun that is named decides about the one before it.
    fn modifier(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, steps: &mut Steps<'_>) -> Value {
        if tok.dep() == "amod" && tok.tag().starts_with('V') {
            return Value::PLAIN;
        }
        self.governed(head, &["object"], depth, steps)
            .unwrap_or(Value::PLAIN)
    }

    /// The effect of a governing word, seen through all that is above it; `None` where the table
    /// has no row.
    fn governed(
        &self,
        head: Tok<'d>,
        frames: &[&str],
        depth: usize,
        steps: &mut Steps<'_>,
    ) -> Option<Value> {
        let (frame, affirmed) = frames
            .iter()
            .find_map(|frame| Some((*frame, lookup(head, frame, false)?)))?;
        let above = self.value(head, depth + 1, &mut Steps { why: None });
        let negated = lookup(head, frame, true)?;
        if affirmed == negated {
            steps.note(head, affirmed);
            return Some(affirmed);
        }
        let effect = if above.polarity == Polarity::Negative {
            negated
        } else {
            affirmed
        };
        steps.note(head, effect);
        let above = Value {
            tense: above.tense.filter(|t| lasts(*t)),
            ..above.affirmed()
        };
        Some(effect.under(above))
    }
}

/// Nouns for what is said, claimed or asked for.
fn is_speech_noun(tok: Tok<'_>) -> bool {
    Cues::get()
        .rows(CuePos::Noun, tok.lemma())
        .iter()
        .any(|row| {
            matches!(
                row.class,
                CueClass::Say | CueClass::Urge | CueClass::Document
            )
        })
}

/// The table's effect of a word in a frame.
fn lookup(word: Tok<'_>, frame: &str, denied: bool) -> Option<Value> {
    let place = match word.pos() {
        Pos::Verb | Pos::Aux => Place::Verb,
        Pos::Noun | Pos::Propn => Place::Noun,
        Pos::Adj => Place::Adjective,
        _ => return None,
    };
    let row = FactualityTable::get().row(place, word.lemma(), frame)?;
    Value::parse(if denied { row.negated } else { row.affirmed })
}

/// What a conjunct is really joined with: a finite verb goes with the verb above an infinitive
/// ("failed to win and filed for …").
fn joined_with<'d>(tok: Tok<'d>, first: Tok<'d>) -> Tok<'d> {
    let finite = matches!(tok.tag(), "VBD" | "VBZ");
    match first.head() {
        Some(above) if finite && first.dep() == "xcomp" && above.tag() == tok.tag() => above,
        _ => first,
    }
}

/// Tenses of a clause that hold for all that is named in it.
fn lasts(tense: Tense) -> bool {
    matches!(tense, Tense::Future | Tense::Hypothetical | Tense::Habitual)
}

/// Unknown whether, but if so to come.
fn future(value: Value) -> Value {
    Value {
        tense: Some(Tense::Future),
        ..value
    }
}

fn is_infinitive(tok: Tok<'_>) -> bool {
    matches!(tok.tag(), "VB" | "VBP")
        || tok
            .children()
            .any(|c| c.dep() == "aux" && c.lower() == "to")
}

/// A clause under a question word, its own or, in a list, its first sister's.
fn is_indirect_question(tok: Tok<'_>) -> bool {
    tok.dep_in(&["ccomp", "advcl", "pcomp", "conj", "acl"])
        && tok.children().any(|c| {
            c.dep_in(&["mark", "advmod"])
                && matches!(
                    c.lower(),
                    "whether" | "if" | "when" | "where" | "why" | "how"
                )
        })
}

/// Whether a verb has tense of its own.
fn is_finite(tok: Tok<'_>) -> bool {
    let finite = |tag: &str| matches!(tag, "VBD" | "VBZ" | "VBP" | "MD");
    finite(tok.tag())
        || tok
            .children()
            .any(|c| c.dep_in(&["aux", "auxpass"]) && finite(c.tag()))
}

/// "the attack", "this attack", "their attack", a name.
fn is_definite(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Propn
        || tok.children().any(|c| {
            c.dep() == "poss"
                || c.dep() == "det"
                    && matches!(c.lower(), "the" | "this" | "that" | "these" | "those")
        })
        || phrase::noun_chunk(tok).len() > 1
            && tok
                .children()
                .any(|c| c.dep() == "det" && c.lower() == "both")
}

/// Writes the trail, where one is wanted.
struct Steps<'w> {
    why: Option<&'w mut Why>,
}

impl Steps<'_> {
    fn note(&mut self, word: Tok<'_>, effect: Value) {
        if let Some(why) = self.why.as_deref_mut() {
            let f = effect.factuality();
            let when = effect
                .tense
                .map_or(String::new(), |t| format!(", {}", t.name()));
            let what = format!(
                "“{}” makes it {}{}{when}",
                word.text(),
                f.certainty.name(),
                sign(f.polarity)
            );
            why.note("factuality", what, Some(word.span()));
        }
    }
}

fn sign(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Positive => " (+)",
        Polarity::Negative => " (−)",
        Polarity::Unknown => " (open)",
    }
}
