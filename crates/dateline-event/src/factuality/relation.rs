//! How an event may hang on the word above it, and what that word makes of it.

use super::calculus::{Notes, Reader};
use super::shape::{
    future, is_definite, is_indirect_question, is_infinitive, is_speech_noun, lasts,
};
use super::value::Value;
use super::{Certainty, Polarity, Tense, local, tense};
use dateline_data::factuality::{FactualityTable, Place};
use dateline_text::{Pos, Tok, phrase};

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

impl<'d> Reader<'d, '_> {
    pub fn clause(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if is_indirect_question(tok) {
            return self.question(tok, head, notes);
        }
        // "made them leave", "caused the bank to close"
        let frames: &[&str] = if phrase::is_finite(tok) {
            &["clause"]
        } else {
            &["infinitive", "clause"]
        };
        self.governed(head, frames, depth, notes)
            .unwrap_or(Value::PLAIN)
    }

    /// "whether it fell" is open; "when it fell" takes the fall for granted.
    pub fn question(&self, tok: Tok<'d>, head: Tok<'d>, notes: &mut Notes) -> Value {
        let open = tok
            .children()
            .any(|c| matches!(c.lower(), "whether" | "if"));
        if open {
            notes.add(head, Value::OPEN);
            return Value {
                tense: None,
                ..Value::OPEN
            };
        }
        Value::PLAIN
    }

    pub fn infinitive(
        &self,
        tok: Tok<'d>,
        head: Tok<'d>,
        depth: usize,
        notes: &mut Notes,
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
            notes.add(word, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        if let Some(value) = self.governed(head, &[frame], depth, notes) {
            // "appears to have fled" has a tense of its own.
            let own_tense = tense::of_verb(tok).is_some();
            return if own_tense {
                value
            } else {
                self.inherit_tense(value, head, depth)
            };
        }
        let above = self.value(head, depth + 1, notes);
        let full = tok
            .children()
            .any(|c| c.dep() == "aux" && c.lower() == "to");
        if full && matches!(head.pos(), Pos::Verb | Pos::Aux) {
            return future(Value::OPEN).under(above.affirmed());
        }
        above
    }

    /// Infinitives and participles are when the word above them is, if no word decides.
    pub fn inherit_tense(&self, value: Value, head: Tok<'d>, depth: usize) -> Value {
        let above = self.value(head, depth + 1, &mut Notes::default());
        Value {
            tense: value.tense.or(above.tense),
            ..value
        }
    }

    pub fn behind_preposition(
        &self,
        tok: Tok<'d>,
        preposition: Tok<'d>,
        depth: usize,
        notes: &mut Notes,
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
            notes.add(preposition, effect);
            return effect;
        }
        let Some(head) = preposition.head() else {
            return Value::PLAIN;
        };
        if head.lower() == "instead" {
            notes.add(head, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        if Some(head.i) == self.cue || self.leaves_scope(preposition, head) {
            return self.under_cue(tok, notes);
        }
        // "concern over the unrest": what is definite is there; the worry is what comes of it.
        let given = matches!(preposition.lower(), "over" | "about" | "at") && is_definite(tok);
        if !given && let Some(value) = self.governed(head, &[&frame], depth, notes) {
            return self.inherit_tense(value, head, depth);
        }
        if tok.dep() == "pcomp" {
            return self.value(head, depth + 1, notes).affirmed();
        }
        // "are in contact", "is under attack"
        if head.lemma() == "be" && !is_definite(tok) {
            return self.value(head, depth + 1, notes);
        }
        // "a series of attacks", "a role in the unrest"
        if head.pos() == Pos::Noun && preposition.lower() == "of" && !is_definite(tok) {
            return self.value(head, depth + 1, notes);
        }
        self.background(tok, head, depth, notes)
    }

    pub fn object(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        // A report or demand is there, whether denied, refused or postponed.
        if is_speech_noun(tok) {
            return Value::PLAIN;
        }
        if let Some(value) = self.governed(head, &["object"], depth, notes) {
            return self.inherit_tense(value, head, depth);
        }
        if LIGHT.contains(&head.lemma()) {
            return self.value(head, depth + 1, notes);
        }
        let background = self.background(tok, head, depth, notes);
        let missing = local::is_denied(head) && !is_definite(tok);
        if missing && background.polarity == Polarity::Positive {
            // "did not see a way out": there was none.
            return background.negated();
        }
        background
    }

    pub fn subject(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if HAPPEN.contains(&head.lemma()) && !is_definite(tok) {
            return self.value(head, depth + 1, notes);
        }
        self.background(tok, head, depth, notes)
    }

    /// What a sentence names in passing: definite things are taken for granted; indefinite ones
    /// share the sentence's certainty and time.
    pub fn background(
        &self,
        tok: Tok<'d>,
        head: Tok<'d>,
        depth: usize,
        notes: &mut Notes,
    ) -> Value {
        if is_definite(tok) {
            return Value::PLAIN;
        }
        let above = self.value(head, depth + 1, notes);
        let any = tok
            .children()
            .any(|c| c.dep() == "det" && c.lower() == "any");
        let tense = above.tense.filter(|t| lasts(*t));
        let shared = Value { tense, ..above };
        if any { shared } else { shared.affirmed() }
    }

    /// "was an attack", "appears deliberate".
    pub fn predicate(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if tok.dep() == "acomp"
            && let Some(value) = self.governed(head, &["infinitive"], depth, notes)
        {
            return self.inherit_tense(value, head, depth);
        }
        self.value(head, depth + 1, notes)
    }

    pub fn adverbial(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        let own_subject = tok.child(&["nsubj", "nsubjpass"]).is_some();
        let opens = tok.child(&["mark"]).or_else(|| {
            tok.children()
                .find(|c| c.dep() == "advmod" && matches!(c.lower(), "when" | "once" | "where"))
        });
        if !own_subject && opens.is_none() {
            if is_infinitive(tok) {
                // Purpose: "to recover the body".
                if let Some(value) = self.governed(head, &["infinitive"], depth, notes) {
                    return value;
                }
                return future(Value::OPEN);
            }
            let above = self.value(head, depth + 1, notes);
            return above.affirmed();
        }
        // "when it rains", "after they leave" under a future is future.
        let above = self.value(head, depth + 1, &mut Notes::default());
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
    pub fn noun_clause(
        &self,
        tok: Tok<'d>,
        head: Tok<'d>,
        depth: usize,
        notes: &mut Notes,
    ) -> Value {
        let that = tok.child(&["mark"]).is_some();
        if is_infinitive(tok) {
            if let Some(value) = self.governed(head, &["infinitive"], depth, notes) {
                return self.inherit_tense(value, head, depth);
            }
            return future(Value::OPEN);
        }
        if that {
            return self
                .governed(head, &["clause"], depth, notes)
                .unwrap_or(Value::PLAIN);
        }
        Value::PLAIN
    }

    /// "any actions that could …": a clause about something that is itself only supposed, or about
    /// something that is not there.
    pub fn relative(&self, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        let det = |word: &str| {
            head.children()
                .any(|c| c.dep() == "det" && c.lower() == word)
        };
        if det("no") || matches!(head.lower(), "nothing" | "nobody" | "none") {
            return Value::PLAIN.negated();
        }
        let above = self.value(head, depth + 1, notes);
        let supposed =
            above.polarity == Polarity::Unknown || above.certainty == Certainty::Possible;
        if det("any") || supposed {
            Value::OPEN
        } else {
            Value::PLAIN
        }
    }

    /// "attack plan", "ceasefire talks": the noun that is named decides about the one before it.
    pub fn modifier(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if tok.dep() == "amod" && tok.tag().starts_with('V') {
            return Value::PLAIN;
        }
        self.governed(head, &["object"], depth, notes)
            .unwrap_or(Value::PLAIN)
    }
}
