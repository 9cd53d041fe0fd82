//! How an event may hang on the word above it, and what that word makes of it.

use super::calculus::{Notes, Reader};
use super::shape::{
    beyond_question, future, has_past_form, is_alarm_over, is_command, is_content_noun,
    is_definite, is_indirect_question, is_infinitive, is_meant_by_nobody, is_speech_noun,
    is_speech_verb, is_wanted, lasts, lookup,
};
use super::value::Value;
use super::{Certainty, Polarity, Tense, local, tense};
use crate::claim::phrase::{is_attempted, is_gathering};
use dateline_data::factuality::{FactualityTable, Place};
use dateline_data::{ClassSet, noun_classes};
use dateline_text::phrase::{has_auxiliary, has_to, names_none};
use dateline_text::{Pos, Tok, phrase};

/// Verbs that lend a noun its happening: whether they are affirmed decides whether it happened.
const LIGHT: [&str; 50] = [
    "mastermind",
    "orchestrate",
    "organise",
    "organize",
    "coordinate",
    "lead",
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

/// "are due *to resume*", "were expected *to begin*": the infinitive by which a subject happens that is not there yet.
pub fn happens_below<'d>(subject: Tok<'d>, verb: Tok<'d>) -> Option<Tok<'d>> {
    let state = verb
        .child(&["acomp"])
        .filter(|_| COPULAS.contains(&verb.lemma()));
    let below = state.unwrap_or(verb).child(&["xcomp"])?;
    // "is due *to take place*", not "is ready to take orders"
    let taken = || {
        below
            .child(&["dobj"])
            .is_some_and(|o| matches!(o.lemma(), "place" | "effect"))
    };
    let happens = match below.lemma() {
        "take" => taken(),
        "be" | "become" => false,
        lemma => HAPPEN.contains(&lemma),
    };
    (happens && is_infinitive(below) && !is_definite(subject)).then_some(below)
}

/// What two sides may talk about and agree to.
const SOUGHT: [&str; 22] = [
    "accord",
    "agreement",
    "armistice",
    "cease-fire",
    "ceasefire",
    "cessation",
    "deal",
    "disarmament",
    "evacuation",
    "exchange",
    "extradition",
    "handover",
    "lifting",
    "pact",
    "pullout",
    "release",
    "reopening",
    "resumption",
    "swap",
    "treaty",
    "truce",
    "withdrawal",
];

/// "talks *on a ceasefire*", "negotiations *over the release* of nine men": what two sides may agree to, and not what
/// lies behind them ("talks about the shelling").
fn is_sought_in_talks(tok: Tok<'_>, preposition: Tok<'_>, talks: Tok<'_>) -> bool {
    const TALKS: [&str; 7] = [
        "consultation",
        "dialogue",
        "discussion",
        "mediation",
        "negotiation",
        "round",
        "talk",
    ];
    matches!(
        preposition.lower(),
        "on" | "about" | "over" | "for" | "toward" | "towards"
    ) && TALKS.contains(&talks.lemma())
        && SOUGHT.contains(&tok.lemma())
        && !tok.children().any(|c| c.tag() == "CD")
}

/// What is done by saying that one would like to do it.
const PERFORMED: [&str; 5] = ["thank", "congratulate", "apologize", "apologise", "commend"];

/// Verbs that say of their subject what the adjective after them names.
const COPULAS: [&str; 7] = ["be", "seem", "appear", "look", "remain", "become", "sound"];

/// Nouns for violence as it befalls people.
fn is_violence(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "ambush"
            | "assassination"
            | "attack"
            | "blast"
            | "bombardment"
            | "bombing"
            | "clash"
            | "explosion"
            | "killing"
            | "massacre"
            | "murder"
            | "raid"
            | "shelling"
            | "shooting"
            | "strike"
            | "violence"
    )
}

/// Who says so of himself has done it.
const OWNING_UP: [&str; 3] = ["acknowledge", "admit", "confess"];

/// "accused of ordering *the murder*": what somebody is to answer for has come about.
fn is_answered_for(head: Tok<'_>) -> bool {
    // "admitted *ordering* killings"
    let owns_up = head.dep() == "xcomp"
        && head.tag() == "VBG"
        && head.head().is_some_and(|v| OWNING_UP.contains(&v.lemma()));
    let ordered = (head.dep() == "pcomp" || owns_up)
        && matches!(
            head.lemma(),
            "order" | "authorise" | "authorize" | "approve"
        );
    // "stands *trial* for ordering it"
    let charge = match owns_up {
        true => head.head(),
        false => head.head().and_then(|p| Some(what_is_for(p, p.head()?))),
    };
    ordered
        && charge.is_some_and(|c| {
            OWNING_UP.contains(&c.lemma())
                || matches!(
                    c.lemma(),
                    "accuse"
                        | "blame"
                        | "charge"
                        | "condemn"
                        | "convict"
                        | "criticise"
                        | "criticize"
                        | "detain"
                        | "extradite"
                        | "hold"
                        | "indict"
                        | "jail"
                        | "prosecute"
                        | "sanction"
                        | "sentence"
                        | "suspect"
                        | "trial"
                        | "try"
                        | "want"
                )
        })
}

/// "a chief who *had ordered* the massacre of nine": an order for violence that lies behind what is told was carried out.
fn is_long_ordered(deed: Tok<'_>, order: Tok<'_>) -> bool {
    order.lemma() == "order" && has_auxiliary(order, "had") && is_violence(deed)
}

/// What a vote brings about.
fn is_done_by_vote(deed: Tok<'_>) -> bool {
    matches!(
        deed.lemma(),
        "dismissal"
            | "dissolution"
            | "expulsion"
            | "impeachment"
            | "ouster"
            | "removal"
            | "sacking"
    )
}

/// "*Parliament* voted", "*lawmakers* have voted": a body whose vote is the deed.
fn decides(vote: Tok<'_>) -> bool {
    const BODY: [&str; 24] = [
        "assembly",
        "board",
        "cabinet",
        "chamber",
        "commission",
        "committee",
        "congress",
        "council",
        "councillor",
        "court",
        "deputy",
        "duma",
        "house",
        "judge",
        "juror",
        "jury",
        "knesset",
        "lawmaker",
        "legislator",
        "legislature",
        "mp",
        "parliament",
        "panel",
        "senate",
    ];
    matches!(vote.lemma(), "approve" | "vote")
        && vote.child(&["nsubj"]).is_some_and(|voter| {
            let lemma = voter.lemma().to_lowercase();
            BODY.contains(&&*lemma) || matches!(voter.lower(), "mps" | "senators")
        })
}

/// "*in 1994*, he ordered": long enough ago to know what came of it.
fn tells_year(verb: Tok<'_>) -> bool {
    let year = |t: Tok<'_>| t.text().len() == 4 && t.text().bytes().all(|b| b.is_ascii_digit());
    let links = verb
        .children()
        .filter(|c| c.dep() == "prep" && c.lower() == "in");
    let named = verb
        .doc()
        .range(verb.i + 1..verb.doc().sentences()[verb.sentence()].tokens.end);
    let behind = named
        .into_iter()
        .any(|t| year(t) && t.prev().is_some_and(|p| p.lower() == "in"));
    behind || links.filter_map(|l| l.child(&["pobj"])).any(year)
}

/// "would invoke", "could draw in": what follows if it should come to it.
fn is_conditional(verb: Tok<'_>) -> bool {
    let has = |lemma: &str| {
        verb.children()
            .any(|c| c.dep() == "aux" && c.lemma() == lemma)
    };
    (has("would") || has("could") || has("might")) && !has("have")
}

/// "an attack", "another attack", "any attack".
fn is_any_one(noun: Tok<'_>) -> bool {
    noun.children()
        .any(|c| c.dep() == "det" && matches!(c.lower(), "a" | "an" | "any" | "another"))
}

/// What people do together or from afar to say something: to do it for that is to say it.
const GATHERING: [&str; 30] = [
    "appear",
    "assemble",
    "block",
    "blockade",
    "boycott",
    "burn",
    "camp",
    "chant",
    "convene",
    "demonstrate",
    "gather",
    "hold",
    "join",
    "kneel",
    "march",
    "meet",
    "occupy",
    "petition",
    "phone",
    "picket",
    "protest",
    "rally",
    "riot",
    "sit",
    "stage",
    "strike",
    "take",
    "telephone",
    "walk",
    "write",
];

/// How they say it: "marched *to demand* higher pay", "telephoned *to plead* for restraint".
const VOICING: [&str; 16] = [
    "back",
    "condemn",
    "commemorate",
    "decry",
    "demand",
    "denounce",
    "express",
    "honor",
    "honour",
    "mark",
    "mourn",
    "oppose",
    "plead",
    "press",
    "protest",
    "support",
];

/// The word that says of a report that it is not so.
pub fn said_to_be_false(report: Tok<'_>) -> Option<Tok<'_>> {
    const FORGED: [&str; 4] = ["falsified", "fabricated", "forged", "fictitious"];
    const FALSE: [&str; 9] = [
        "false",
        "untrue",
        "bogus",
        "unfounded",
        "baseless",
        "wrong",
        "fake",
        "groundless",
        "incorrect",
    ];
    // "called claims that he sold captives *false*"
    let called = |v: Tok<'_>| {
        report.dep() == "dobj" && matches!(v.lemma(), "call" | "term" | "label" | "brand")
    };
    // "*falsified* reports of an attack"
    let modifier = report
        .children()
        .find(|c| c.dep() == "amod" && (FALSE.contains(&c.lower()) || FORGED.contains(&c.lower())));
    if modifier.is_some() {
        return modifier;
    }
    let verb = report.head().filter(|v| {
        (report.dep_in(&["nsubj", "nsubjpass"]) || called(*v)) && !local::is_denied(*v)
    })?;
    verb.children()
        .chain(
            verb.children()
                .flat_map(|c| c.children().collect::<Vec<_>>()),
        )
        .find(|c| c.dep_in(&["acomp", "oprd", "attr"]) && FALSE.contains(&c.lower()))
}

/// A finite clause of what has been.
fn is_past(clause: Tok<'_>) -> bool {
    clause.tag() == "VBD"
        || clause
            .children()
            .any(|c| c.dep_in(&["aux", "auxpass"]) && matches!(c.lower(), "was" | "were" | "had"))
}

/// "offered a *reward* for his arrest", "put *sanctions* on a chief for burning a town": what the preposition tells
/// the purpose or the ground of, wherever the parser hung it.
fn what_is_for<'d>(preposition: Tok<'d>, head: Tok<'d>) -> Tok<'d> {
    const GIVEN: [&str; 9] = [
        "reward",
        "bounty",
        "sanction",
        "warrant",
        "indictment",
        "detention",
        "trial",
        "penalty",
        "fine",
    ];
    let given = |t: Tok<'d>| {
        let own = t
            .child(&["dobj", "nsubjpass"])
            .filter(|o| o.i < preposition.i);
        own.filter(|_| t.pos() == Pos::Verb)
            .or(Some(t))
            .filter(|noun| GIVEN.contains(&noun.lemma()))
    };
    given(head)
        .or_else(|| given(governor_of(head)?))
        .filter(|_| preposition.lower() == "for")
        .unwrap_or(head)
}

/// "*offered* cash for his capture", "promised *money* for the arrest".
fn is_money_offered(governor: Tok<'_>) -> bool {
    let offers = |v: Tok<'_>| matches!(v.lemma(), "offer" | "promise" | "pledge");
    let money = |o: Tok<'_>| {
        o.name_label() == "MONEY"
            || matches!(o.lemma(), "cash" | "dollar" | "euro" | "money" | "pound")
    };
    offers(governor) && governor.child(&["dobj", "nsubjpass"]).is_some_and(money)
        || money(governor)
            && governor.dep_in(&["dobj", "nsubjpass"])
            && governor.head().is_some_and(offers)
}

/// What the preposition before a word hangs on: "the *detention* of a guard", "*imposed* on a chief".
fn governor_of(noun: Tok<'_>) -> Option<Tok<'_>> {
    noun.head().filter(|_| noun.dep() == "pobj")?.head()
}

/// "*would not talk* until they left", "refused *to disarm* until they left": what waits for something that is still to come.
fn is_put_off(verb: Tok<'_>) -> bool {
    const RESOLVED: [&str; 9] = [
        "agree", "decline", "intend", "pledge", "plan", "promise", "refuse", "threaten", "vow",
    ];
    let modal = verb
        .children()
        .any(|c| c.dep() == "aux" && matches!(c.lower(), "will" | "would" | "wo" | "shall"));
    let denied = verb.children().any(|c| c.dep() == "neg");
    let resolved = |v: Tok<'_>| RESOLVED.contains(&v.lemma());
    modal && denied || resolved(verb) || verb.dep() == "xcomp" && verb.head().is_some_and(resolved)
}

/// Whether an infinitive tells what those did who did what the word above it names.
fn is_voiced_by(tok: Tok<'_>, head: Tok<'_>) -> bool {
    // "resigned *to protest* the cuts": whatever is done for it is the protest.
    const BY_ANY_ACT: [&str; 5] = ["protest", "commemorate", "mark", "mourn", "show"];
    let by_any_act = BY_ANY_ACT.contains(&tok.lemma())
        && head.tag() == "VBD"
        && head.lemma() != "be"
        && (tok.lemma() != "show"
            || tok.child(&["dobj"]).is_some_and(|o| {
                matches!(
                    o.lemma(),
                    "solidarity" | "support" | "anger" | "respect" | "defiance"
                )
            }));
    // "gathered *to call for* fresh elections"
    let calls_for = tok.lemma() == "call"
        && tok
            .children()
            .any(|c| c.dep() == "prep" && matches!(c.lower(), "for" | "on" | "upon"));
    by_any_act
        || (VOICING.contains(&tok.lemma()) || calls_for)
            && (GATHERING.contains(&head.lemma()) || head.pos() == Pos::Noun && is_gathering(head))
}

impl<'d> Reader<'d, '_> {
    pub fn clause(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if is_indirect_question(tok) {
            return self.question(tok, head, notes);
        }
        if is_command(tok) && is_speech_verb(head) {
            return future(Value::OPEN);
        }
        if is_wanted(tok) && is_speech_verb(head) {
            notes.add(head, future(Value::OPEN));
            return future(Value::OPEN);
        }
        // "made them leave", "caused the bank to close"
        let frames: &[&str] = if phrase::is_finite(tok) {
            &["clause"]
        } else {
            &["infinitive", "clause"]
        };
        // "It is *unlikely* that they fired", "is not *true* that": what is said of the clause.
        let said_of_it = head
            .child(&["acomp"])
            .filter(|a| COPULAS.contains(&head.lemma()) && a.i < tok.i);
        let judged = said_of_it.and_then(|adjective| {
            let value = self.governed(adjective, frames, depth, notes)?;
            let own_tense = tense::of_verb(tok).is_some();
            Some(if own_tense { value.timeless() } else { value })
        });
        let value = judged
            .or_else(|| self.governed(head, frames, depth, notes))
            .unwrap_or(Value::PLAIN);
        // "Images show that it *has been burned*": once, however often they show it.
        let once = value.tense == Some(Tense::Habitual) && tense::of_verb(tok) == Some(Tense::Past);
        if once { value.timeless() } else { value }
    }

    /// "whether it fell" is open; "when it fell" takes the fall for granted.
    pub fn question(&self, tok: Tok<'d>, head: Tok<'d>, notes: &mut Notes) -> Value {
        let open = tok
            .children()
            .any(|c| matches!(c.lower(), "whether" | "if"));
        // "whether to close the border"
        if open && is_infinitive(tok) && tok.child(&["nsubj", "nsubjpass"]).is_none() {
            notes.add(head, future(Value::OPEN));
            return future(Value::OPEN);
        }
        if open {
            notes.add(head, Value::OPEN);
            return Value::OPEN.timeless();
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
            c.lower() == "too" && matches!(head.pos(), Pos::Adj | Pos::Adv)
                || c.lower() == "yet" && c.i < tok.i && head.lemma() == "have"
        });
        if let Some(word) = short_of.filter(|_| frame == "infinitive") {
            notes.add(word, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        // "has *to be signed*": that is still to come; what had to be done was done.
        let due = frame == "infinitive"
            && head.lemma() == "have"
            && head.child(&["dobj", "aux"]).is_none()
            && !has_past_form(head);
        if due {
            notes.add(head, future(Value::OPEN));
            return future(Value::OPEN);
        }
        // "was *supposed to free* them": it was his to do, whether he did it or not.
        let owed = head.lemma() == "suppose" && tok.tag() == "VB" && !has_auxiliary(tok, "have");
        if owed && tok.lemma() != "be" {
            let effect = Value::parse("probable/future").unwrap_or(Value::OPEN);
            notes.add(head, effect);
            return effect;
        }
        // "Parliament voted *to lift* the ban": where that decides it, it is done.
        if frame == "infinitive" && decides(head) {
            return self.value(head, depth + 1, notes);
        }
        if is_indirect_question(tok) {
            return self.question(tok, head, notes);
        }
        // "would like to thank": to say so is to do it.
        if PERFORMED.contains(&tok.lemma()) && matches!(head.lemma(), "like" | "want" | "wish") {
            return Value::PLAIN;
        }
        // "took 15 minutes *to convict* him": it was done in that time.
        let lasted = |o: Tok<'_>| matches!(o.name_label(), "DATE" | "TIME");
        if head.lemma() == "take" && head.child(&["dobj"]).is_some_and(lasted) {
            return self.value(head, depth + 1, notes);
        }
        if let Some(value) = self.governed(head, &[frame], depth, notes) {
            // "appears to have fled" has a tense of its own, however often it appears so.
            let own_tense = tense::of_verb(tok).is_some();
            return match value.tense {
                Some(Tense::Habitual) if own_tense => value.timeless(),
                _ if own_tense => value,
                _ => self.inherit_tense(value, head, depth),
            };
        }
        let above = self.value(head, depth + 1, notes);
        if is_voiced_by(tok, head) {
            return above;
        }
        if has_to(tok) && matches!(head.pos(), Pos::Verb | Pos::Aux) {
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
            let needed = preposition
                .head()
                .is_some_and(|h| self.value(h, depth + 1, &mut Notes::default()).degree < 0);
            // "cannot return him without a hearing"
            return if needed && effect.degree < 0 {
                future(Value::OPEN)
            } else {
                effect
            };
        }
        let Some(head) = preposition.head().map(|h| what_is_for(preposition, h)) else {
            return Value::PLAIN;
        };
        // "held talks *on the release* of hostages": what they talk about is wanted.
        if is_sought_in_talks(tok, preposition, head) {
            let open = future(Value::OPEN);
            notes.add(head, open);
            return open;
        }
        // "is on trial for *the school massacre*": that is known, and whether it was he is not.
        if head.lemma() == "trial" && tok.dep() == "pobj" && is_definite(tok) && is_violence(tok) {
            return self.background(tok, head, depth, notes);
        }
        // "issued a *warrant* for a general for burning a town": the ground, where "for his arrest" is the purpose.
        if head.lemma() == "warrant" && tok.dep() == "pcomp" {
            let alleged = Value::parse("probable/past").unwrap_or(Value::OPEN);
            notes.add(head, alleged);
            return alleged;
        }
        // "offered 10,000 dollars *for the capture* of a general": to be paid when it has come to that.
        if preposition.lower() == "for" && is_money_offered(head) {
            let open = future(Value::OPEN);
            notes.add(head, open);
            return open;
        }
        // "in case of an attack"; "the case of the attack" is there.
        if head.lower() == "case"
            && preposition.lower() == "of"
            && head.head().is_some_and(|p| p.lower() == "in")
            && head.child(&["det"]).is_none()
        {
            let supposed = Value::parse("unknown/hypothetical").unwrap_or(Value::OPEN);
            notes.add(head, supposed);
            return supposed;
        }
        // "stopped *short of* accusing them", "came *close to* resigning"; who "is close to" it may yet do it.
        let verb = head.head().map_or("", Tok::lemma);
        let quite = match (head.lower(), preposition.lower()) {
            ("short", "of") => Some(Value::PLAIN.negated()),
            ("close", "to") if gerund == "gerund" && verb == "come" => Some(Value::PLAIN.negated()),
            ("close", "to") if gerund == "gerund" => Value::parse("probable/future"),
            _ => None,
        };
        if let Some(value) = quite {
            notes.add(head, value);
            return value;
        }
        // "has no intention of leaving"
        if is_meant_by_nobody(head)
            && gerund == "gerund"
            && let Some(value) = lookup(head, "prep:of", true)
        {
            notes.add(head, value);
            return value;
        }
        // "instead of leaving", "rather than leave"
        let rather = preposition
            .prev()
            .filter(|p| p.lower() == "rather" && preposition.lower() == "than");
        if let Some(word) = rather.or(Some(head).filter(|h| h.lower() == "instead")) {
            notes.add(word, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        if Some(head.i) == self.cue || self.leaves_scope(preposition, head) {
            return self.under_cue(tok, notes);
        }
        // "had no information about *the arrest*": so it may not have been.
        let unheard = matches!(
            head.lemma(),
            "information" | "knowledge" | "confirmation" | "indication"
        ) && names_none(head)
            && head
                .head()
                .is_some_and(|v| head.dep() == "dobj" && v.lemma() == "have");
        if unheard {
            notes.add(head, Value::OPEN);
            return Value::OPEN;
        }
        // "concern over the unrest": what is definite is there; the worry is what comes of it.
        let given = matches!(preposition.lower(), "over" | "about" | "at") && is_definite(tok)
            || is_alarm_over(preposition, head);
        // "to be tried on *charges* of murder", "pleaded not guilty to two *counts*": there are some.
        let brought = matches!(tok.lemma(), "charge" | "count");
        if brought
            && (preposition.lower() == "to"
                || preposition.lower() == "on" && tok.lower() == "charges")
        {
            return Value::PLAIN;
        }
        // "search for suspects *after a man was shot*"
        let after = preposition.lower() == "after" && tok.tag() == "VBN";
        if after && tok.child(&["nsubj", "nsubjpass"]).is_some() {
            return Value::PLAIN;
        }
        // "voted to ban it *following a shooting*": what somebody acts upon has been.
        // "agreed to send troops *after a call* with": so has what a pledge follows upon.
        let first = preposition.lower() == "after"
            && is_infinitive(head)
            && tok
                .child(&["det"])
                .is_some_and(|d| matches!(d.lower(), "a" | "an"));
        if (first || preposition.lower() == "following") && tok.dep() == "pobj" {
            return self.taken_for_granted(head, depth);
        }
        // "paved the way for the attack, during which 49 *were killed*"
        let told = is_definite(tok) && tok.child(&["relcl"]).is_some_and(is_past);
        if !given
            && !told
            && let Some(value) = self.governed(head, &[&frame], depth, notes)
        {
            return self.inherit_tense(value, head, depth);
        }
        if tok.dep() == "pcomp" {
            let above = self.value(head, depth + 1, notes);
            // "tried to flee *after hitting* a woman": what came first has been.
            let before = matches!(preposition.lower(), "after" | "since")
                && above.tense != Some(Tense::Future);
            return if before {
                self.taken_for_granted(head, depth)
            } else {
                above.affirmed()
            };
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
        // A report, demand or plan is there, whether denied, refused or postponed.
        let refused = || lookup(head, "object", false).is_some_and(|v| v.degree < 0);
        // "has not received *any request*": there was none.
        let any = tok.children().any(|c| c.lower() == "any") && head.child(&["neg"]).is_some();
        // "plans to impose martial *law*": there is none yet.
        let is_made = matches!(head.lemma(), "impose" | "declare" | "proclaim");
        // An attempt that is foiled comes to nothing.
        let stays = is_content_noun(tok) && !is_attempted(tok);
        if is_speech_noun(tok) && !is_made && !any || stays && refused() {
            return Value::PLAIN;
        }
        // "are negotiating *a ceasefire*": there is none yet.
        let seeks = head.lemma() == "negotiate" && matches!(head.tag(), "VBG" | "VB");
        if seeks && SOUGHT.contains(&tok.lemma()) && !is_definite(tok) {
            let open = future(Value::OPEN);
            notes.add(head, open);
            return open;
        }
        // "said the group planned *the attacks*", "had ordered *the strikes*": those that are known.
        let willed = matches!(
            head.lemma(),
            "plan" | "plot" | "order" | "prepare" | "authorize" | "authorise"
        );
        let bare = tok.children().all(|c| c.i < tok.i)
            && tok.children().any(|c| {
                c.dep() == "det" && matches!(c.lower(), "the" | "this" | "these" | "those")
            });
        // "The raid *that killed him* was ordered by", "In 1994 he ordered the raid on it": it came to that.
        let told = tok.child(&["relcl"]).is_some_and(|c| c.tag() == "VBD");
        let known = willed
            && (matches!(head.tag(), "VBD" | "VBN")
                // "jailed him for *ordering the attack*"
                || head.tag() == "VBG" && head.dep() == "pcomp")
            && (bare
                || told
                || is_definite(tok) && (tells_year(head) || is_long_ordered(tok, head)));
        if known {
            return self.value(head, depth + 1, notes);
        }
        // "Congress approved *the impeachment of the president*": where that decides it, it is done.
        let passed = head.lemma() == "approve" && is_done_by_vote(tok) && decides(head);
        if passed || is_answered_for(head) {
            return self.value(head, depth + 1, notes);
        }
        // "discussed *the attacks* with his colleague": of violence that is known people talk when it has come.
        if head.lemma() == "discuss" && is_definite(tok) && is_violence(tok) {
            return self.background(tok, head, depth, notes);
        }
        // "Imports were denied entry": denied are not the imports.
        let receives = tok.dep() == "nsubjpass" && head.child(&["dobj"]).is_some();
        if !receives && let Some(value) = self.governed(head, &["object"], depth, notes) {
            // "are feared *killed*": feared is what has been.
            let been =
                tok.dep_in(&["oprd", "xcomp"]) && (tok.tag() == "VBN" || tok.pos() == Pos::Adj);
            return if been {
                value.timeless()
            } else {
                self.inherit_tense(value, head, depth)
            };
        }
        // "her speech should not be *taken* out of context": it is the view that is taken.
        let viewed = head.lemma() == "take" && tok.dep() == "nsubjpass" && is_definite(tok);
        // "No group has said that it *carried out the bombing*": there was one, and nobody owns up to it.
        let unclaimed = is_definite(tok)
            && head.dep_in(&["ccomp", "xcomp"])
            && head.head().is_some_and(|says| local::is_of_nobody(says));
        if unclaimed {
            return Value::PLAIN;
        }
        if LIGHT.contains(&head.lemma()) && !viewed {
            return self.value(head, depth + 1, notes);
        }
        let background = self.background(tok, head, depth, notes);
        // "A raid was not linked with it": there was one.
        let known = [
            "link",
            "connect",
            "relate",
            "tie",
            "blame",
            "associate",
            "aim",
            "direct",
        ];
        let missing = local::is_denied(head) && !is_definite(tok) && !known.contains(&head.lemma());
        if missing && background.polarity == Polarity::Positive {
            // "did not see a way out": there was none.
            return background.negated();
        }
        background
    }

    pub fn subject(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        // "A strike is likely"
        let said_of_it = head
            .child(&["acomp", "oprd"])
            .filter(|_| COPULAS.contains(&head.lemma()));
        if let Some(adjective) = said_of_it
            && let Some(value) = self.governed(adjective, &["subject"], depth, notes)
        {
            return self.inherit_tense(value, head, depth);
        }
        // "A truce is years *away*", "An end to the war is a long way *off*"
        let far = head.children().find(|away| {
            COPULAS.contains(&head.lemma())
                && away.dep() == "advmod"
                && matches!(away.lower(), "away" | "off")
        });
        if let Some(away) = far {
            notes.add(away, future(Value::OPEN));
            return future(Value::OPEN);
        }
        if HAPPEN.contains(&head.lemma()) && !is_definite(tok) {
            return self.value(head, depth + 1, notes);
        }
        if is_conditional(head) && is_any_one(tok) {
            // "An attack on the island would trigger the treaty": nobody says that one will come.
            let supposed = Value::parse("unknown/hypothetical").unwrap_or(Value::OPEN);
            notes.add(head, supposed);
            return supposed;
        }
        // What acts is rather there than what it may do.
        let value = self.background(tok, head, depth, notes);
        Value {
            degree: (value.degree + 100 * value.degree.signum()) / 2,
            ..value
        }
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
            return self.taken_for_granted(head, depth);
        }
        let above = self.value(head, depth + 1, notes);
        let any = tok
            .children()
            .any(|c| c.dep() == "det" && c.lower() == "any");
        let tense = above.tense.filter(|t| lasts(*t));
        let shared = Value { tense, ..above };
        if any { shared } else { shared.affirmed() }
    }

    /// Certain in words; a shade less where all around it is open ("could reverse the decision").
    fn taken_for_granted(&self, head: Tok<'d>, depth: usize) -> Value {
        let around = self.value(head, depth + 1, &mut Notes::default());
        Value::PLAIN.weakened(70 + 30 * around.degree.abs() / 100)
    }

    /// "was an attack", "appears deliberate".
    pub fn predicate(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        // "was due to fly" is to come; "was dead" is not.
        // "was able to fly" says itself whether they did.
        let says_itself =
            lookup(tok, "infinitive", false).is_some_and(|v| v.tense != Some(Tense::Future));
        let to_come = head.lemma() != "be" || tok.child(&["xcomp"]).is_some() && !says_itself;
        if tok.dep() == "acomp"
            && to_come
            && let Some(value) = self.governed(head, &["infinitive"], depth, notes)
        {
            return self.inherit_tense(value, head, depth);
        }
        let value = self.value(head, depth + 1, notes);
        // "*appears* to be a bomb attack": so it looks by now, and it has been.
        let looks = tok.dep() == "attr"
            && head.dep() == "xcomp"
            && head
                .head()
                .is_some_and(|v| matches!(v.lemma(), "appear" | "look" | "seem"));
        if looks && value.tense == Some(Tense::Ongoing) {
            value.timeless()
        } else {
            value
        }
    }

    pub fn adverbial(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        let own_subject = tok.child(&["nsubj", "nsubjpass"]).is_some();
        let opens = tok.child(&["mark"]).or_else(|| {
            tok.children()
                .find(|c| c.dep() == "advmod" && matches!(c.lower(), "when" | "once" | "where"))
        });
        // "sentenced to spend years in jail *after he was found* guilty"
        if own_subject && has_past_form(tok) && opens.is_some_and(|m| m.lower() == "after") {
            return Value::PLAIN;
        }
        // "impossible for him to enter", "called for the bill to be withdrawn"
        let for_somebody = is_infinitive(tok)
            && matches!(tok.tag(), "VB" | "VBN" | "VBG")
            && opens.is_none_or(|m| m.lower() == "for");
        if !own_subject && opens.is_none() || for_somebody {
            if is_infinitive(tok) {
                // "voted on Monday *to lift* the ban"
                if decides(head) {
                    return self.value(head, depth + 1, notes);
                }
                // Purpose: "to recover the body".
                if let Some(value) = self.governed(head, &["infinitive"], depth, notes) {
                    return value;
                }
                return self.purpose(tok, head, depth);
            }
            let above = self.value(head, depth + 1, notes).affirmed();
            // "*having taken* the town, they are marching on": a perfect has a tense of its own.
            return match tense::of_verb(tok) {
                Some(Tense::Past) => above.timeless(),
                _ => above,
            };
        }
        // "harder to arm rebels than *to fight* them"
        if is_infinitive(tok) && opens.is_some_and(|m| m.lower() == "than") {
            let supposed = Value::parse("unknown/hypothetical").unwrap_or(Value::OPEN);
            notes.add(tok, supposed);
            return supposed;
        }
        let until = opens.is_some_and(|m| matches!(m.lower(), "until" | "till"));
        if until && is_put_off(head) {
            let supposed = Value::parse("unknown/hypothetical").unwrap_or(Value::OPEN);
            notes.add(opens.unwrap_or(tok), supposed);
            return supposed;
        }
        // "until they leave"
        let present = matches!(tok.tag(), "VBZ" | "VBP");
        if present && until {
            return Value::parse("possible/future").unwrap_or(Value::PLAIN);
        }
        // "when it rains", "after they leave" under a future is future.
        let above = self.value(head, depth + 1, &mut Notes::default());
        let announced = head
            .children()
            .any(|c| c.dep() == "aux" && matches!(c.lower(), "will" | "would" | "shall"));
        let to_come = (above.tense == Some(Tense::Future) || present && announced)
            && opens.is_some_and(|m| {
                matches!(
                    m.lower(),
                    "when" | "after" | "before" | "until" | "once" | "as"
                )
            });
        // "was there to arrest him when it *was attacked*": it came to that.
        let came_before =
            tok.tag() == "VBD" || has_auxiliary(tok, "had") || is_past(tok) && !announced;
        if to_come && !came_before {
            return Value {
                polarity: Polarity::Positive,
                certainty: Certainty::Probable,
                tense: Some(Tense::Future),
                degree: 60,
            };
        }
        Value::PLAIN
    }

    /// "came to recover the body": what is done is done for it; "only to be arrested": it came so.
    fn purpose(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize) -> Value {
        let above = self.value(head, depth + 1, &mut Notes::default());
        let ended_so = tok
            .children()
            .any(|c| c.dep() == "advmod" && c.lower() == "only" && c.i < tok.i);
        if (ended_so || is_voiced_by(tok, head)) && above.polarity == Polarity::Positive {
            return above;
        }
        let degree = match (above.polarity, above.certainty) {
            (Polarity::Positive, Certainty::Certain) => 65,
            _ => 45,
        };
        Value {
            degree: degree * above.degree.abs() / 100,
            ..future(Value::OPEN)
        }
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
        // "A video *appears* to show soldiers shooting": as surely as it shows them at all.
        let shown = head.head().filter(|v| {
            head.dep() == "dobj"
                && tok.tag() == "VBG"
                && matches!(v.lemma(), "show" | "depict" | "capture" | "feature")
        });
        if let Some(shows) = shown {
            return self.value(shows, depth + 1, notes).timeless();
        }
        if is_infinitive(tok) {
            if is_voiced_by(tok, head) {
                return self.value(head, depth + 1, notes);
            }
            // "the third officer *to be killed*": whoever is the third, was.
            let one_of_a_row = head.children().any(|c| {
                c.i < head.i
                    && matches!(
                        c.lower(),
                        "first"
                            | "second"
                            | "third"
                            | "fourth"
                            | "fifth"
                            | "last"
                            | "latest"
                            | "only"
                    )
            });
            // "one of 12 leaders *to join* the strike"
            let one_of_them = head.child(&["nummod"]).is_some()
                && head.head().is_some_and(|of| {
                    of.lower() == "of" && of.head().is_some_and(|one| one.lower() == "one")
                });
            if (one_of_a_row || one_of_them) && head.pos() == Pos::Noun && !is_content_noun(head) {
                let above = self.value(head, depth + 1, notes);
                return Value {
                    tense: above.tense.filter(|t| *t == Tense::Future),
                    ..above
                };
            }
            // "has no plans to arrest him": what nobody means to do is not to come.
            if is_meant_by_nobody(head)
                && let Some(value) = lookup(head, "infinitive", true)
            {
                notes.add(head, value);
                return value;
            }
            if is_content_noun(head) && self.is_turned_down(head, depth) {
                notes.add(head, future(Value::OPEN));
                return future(Value::OPEN).weakened(-120);
            }
            if let Some(value) = self.governed(head, &["infinitive"], depth, notes) {
                return self.inherit_tense(value, head, depth);
            }
            let sign = if self.is_turned_down(head, depth) {
                -100
            } else {
                100
            };
            return future(Value::OPEN).weakened(sign);
        }
        if that && names_none(head) {
            // "no *doubt* that they fired", "no *information* that anyone was hurt"
            let value = beyond_question(head).unwrap_or(Value::OPEN);
            notes.add(head, value);
            return value;
        }
        // "an order that he *remain*"
        if that && is_wanted(tok) {
            notes.add(head, future(Value::OPEN));
            return future(Value::OPEN);
        }
        // "The report that rebels had seized the town *was false*"
        if that && let Some(word) = said_to_be_false(head) {
            notes.add(word, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        if that {
            return self
                .governed(head, &["clause"], depth, notes)
                .unwrap_or(Value::PLAIN);
        }
        // "demanded that three sailors *arrested* by customs be freed": whoever is counted or known was.
        // "*those* arrested would be tried"
        let known =
            is_definite(head) || head.child(&["nummod"]).is_some() || head.lower() == "those";
        // "*two* of its pilots captured in May"
        let counted = head.pos() == Pos::Num && head.child(&["prep"]).is_some();
        if tok.tag() == "VBN" && (known && matches!(head.pos(), Pos::Noun | Pos::Pron) || counted) {
            return Value::PLAIN;
        }
        // "went there to treat sailors *injured* by shells": whoever somebody means to help is there already.
        let people = matches!(head.tag(), "NNS" | "NNPS")
            && noun_classes(head.lemma()).meets(ClassSet::HUMAN)
            && !head.children().any(|c| {
                matches!(
                    c.lower(),
                    "any" | "more" | "further" | "no" | "all" | "such"
                )
            });
        // "fired shots to disperse students *marching* on the palace": whom a deed is aimed at does so already.
        let going_on = || tok.tag() == "VBG" && self.is_aim_of_deed(head);
        if people && (tok.tag() == "VBN" || going_on()) {
            let above = self.value(head, depth + 1, &mut Notes::default());
            let meant = above.polarity == Polarity::Unknown
                && above.tense == Some(Tense::Future)
                && above.certainty != Certainty::Possible;
            if meant {
                return Value::PLAIN;
            }
        }
        self.about(head, depth, notes)
    }

    /// "fired shots to scatter *miners*": somebody whom a deed that was done is meant to reach.
    fn is_aim_of_deed(&self, somebody: Tok<'d>) -> bool {
        const HINDERING: [&str; 7] = [
            "avoid", "bar", "block", "deter", "hinder", "prevent", "stop",
        ];
        let aim = somebody.ancestors().find(|t| t.pos() == Pos::Verb);
        let deed = aim
            .filter(|aim| is_infinitive(*aim) && aim.dep_in(&["advcl", "xcomp"]))
            .filter(|aim| !HINDERING.contains(&aim.lemma()))
            .and_then(Tok::head);
        deed.is_some_and(is_past)
    }

    /// "rejected a request to", "does not have the right to"
    fn is_turned_down(&self, noun: Tok<'d>, depth: usize) -> bool {
        let verb = noun
            .head()
            .filter(|_| noun.dep_in(&["dobj", "nsubjpass", "attr"]));
        verb.is_some_and(|verb| {
            // "plans to expel them were *dropped*"; one drops other things too.
            let dropped = matches!(verb.lemma(), "drop" | "ditch");
            let refused = dropped || lookup(verb, "object", false).is_some_and(|v| v.degree < 0);
            let denied = self.value(verb, depth + 1, &mut Notes::default()).polarity;
            refused != (denied == Polarity::Negative) || names_none(noun)
        })
    }

    /// What is said about a thing that is not there is not so; about one only supposed, open.
    fn about(&self, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        if names_none(head) {
            notes.add(head, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        let above = self.value(head, depth + 1, notes);
        if above.polarity == Polarity::Unknown || above.certainty == Certainty::Possible {
            return above.affirmed();
        }
        Value::PLAIN
    }

    /// "any actions that could …": a clause about something that is itself only supposed, or about
    /// something that is not there.
    pub fn relative(&self, tok: Tok<'d>, head: Tok<'d>, depth: usize, notes: &mut Notes) -> Value {
        let any = matches!(head.lower(), "anyone" | "anybody" | "anything" | "whoever")
            || head
                .children()
                .any(|c| c.dep() == "det" && c.lower() == "any");
        if names_none(head) {
            notes.add(head, Value::PLAIN.negated());
            return Value::PLAIN.negated();
        }
        // "demanded action against officers who *beat* them", "tried to reach two men who *had been* hurt": they are
        // there, and did or suffered it.
        let had = || has_auxiliary(tok, "had");
        let past = is_past(tok);
        // "… in 2022, *when* fifty were killed": what is told of a time has been.
        let then = tok
            .children()
            .any(|c| c.tag() == "WRB" && c.lower() == "when");
        if past && then {
            return Value::PLAIN;
        }
        let known = is_definite(head)
            || head
                .children()
                .any(|c| c.dep() == "nummod" || matches!(c.lower(), "several" | "many" | "some"));
        // "told to free the nine men it *has held* since May"
        let perfect =
            || tok.tag() == "VBN" && (has_auxiliary(tok, "has") || has_auxiliary(tok, "have"));
        if !any && (past && (known || had() || tok.tag() == "VBD") || known && perfect()) {
            return Value::PLAIN;
        }
        let above = self.value(head, depth + 1, notes);
        let supposed =
            above.polarity == Polarity::Unknown || above.certainty == Certainty::Possible;
        if any || supposed {
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
            .unwrap_or_else(|| self.taken_for_granted(head, depth))
    }
}
