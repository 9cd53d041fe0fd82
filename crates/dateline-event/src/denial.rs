//! Denials that name no event of their own: "Kyiv denied the report", "the front denied responsibility",
//! "the army rejected the accusation", "officials called that version a lie".
//!
//! What is denied is a claim told before, which the word behind the verb takes up. Where that claim is an event,
//! the denial is a claim of its own: the same event from the denier's mouth, that it did not happen or, where a
//! deed is denied, that it was not the denier who did it. An accusation did happen, so who denies one answers
//! it by the word of denying itself, where the codebook has that word. Silence denies nothing.

use crate::answer::{asserts, same_party};
use crate::claim::{Argument, Claim, EventCode, Role};
use crate::{Certainty, Layers, Polarity, SourceChain, Tense, Voices, Why, factuality};
use dateline_data::actors::state;
use dateline_data::{EventType, NounClass, noun_classes};
use dateline_span::Span;
use dateline_text::attribution::aside::{DENYING, answered};
use dateline_text::{Pos, Tok, phrase};

/// A denial and what it denies.
#[derive(Clone, PartialEq, Debug)]
pub struct Denial {
    /// Token of the verb.
    pub verb: usize,
    /// Token of the word that takes up what is denied: "accusation", "involvement", "it".
    pub object: usize,
    /// Index of the claim that is denied.
    pub claim: usize,
    /// Who denies.
    denier: Argument,
    takes_up: TakesUp,
}

/// What a word behind "denied" stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum TakesUp {
    /// That the denier did it: "responsibility", "involvement".
    Deed,
    /// An accusation.
    Accusation,
    /// What somebody else said: "report", "version", "it".
    Words,
}

/// Verbs that say what a thing said is.
const LABELLING: [&str; 5] = ["call", "describe", "label", "brand", "denounce"];

/// What is said of words that are denied.
const UNTRUE: [&str; 18] = [
    "fabricated",
    "disinformation",
    "lie",
    "fabrication",
    "falsehood",
    "false",
    "untrue",
    "fake",
    "baseless",
    "unfounded",
    "groundless",
    "absurd",
    "nonsense",
    "fiction",
    "invention",
    "propaganda",
    "slander",
    "hoax",
];

/// How many sentences back a denied claim may stand.
const REACH: usize = 5;

/// All denials of claims told before, in text order.
pub fn denials(layers: &Layers<'_>, claims: &[Claim]) -> Vec<Denial> {
    let verbs = layers.doc.toks().filter(|t| t.pos() == Pos::Verb);
    verbs
        .filter_map(|verb| read(layers, claims, verb))
        .collect()
}

fn read(layers: &Layers<'_>, claims: &[Claim], verb: Tok<'_>) -> Option<Denial> {
    if !(DENYING.contains(&verb.lemma()) || calls_untrue(verb)) || is_unreal(verb) {
        return None;
    }
    if let Some(object) = answered(verb) {
        let denier = denier(layers, verb)?;
        let claim = denied(layers, claims, verb, object, TakesUp::Words, &denier)
            .filter(|k| layers.doc.sentence_of(claims[*k].head) == verb.sentence())?;
        return Some(Denial {
            verb: verb.i,
            object: object.i,
            claim,
            denier,
            takes_up: TakesUp::Words,
        });
    }
    if let Some(denial) = clears(layers, claims, verb) {
        return Some(denial);
    }
    let object = denied_object(verb)?;
    if is_habit(verb, object) {
        return None;
    }
    let takes_up = what_it_takes_up(object)?;
    // Reports are denied; who rejects a report turns down a document, unless for what it says.
    let document = matches!(object.lemma(), "report" | "statement" | "account");
    if verb.lemma() == "reject" && document && !says_that(object) && !is_taken_for_untrue(verb) {
        return None;
    }
    let denier = denier(layers, verb)?;
    // "denied reports of a raid": what holds a claim of its own denies that one.
    // The parser hangs what a part is in on the verb, too.
    let beside = verb
        .children()
        .find(|c| c.i > object.i && c.dep() == "prep" && matches!(c.lower(), "in" | "for"))
        .filter(|_| takes_up == TakesUp::Deed);
    let within = |c: &&Claim| {
        let told = layers.doc.tok(c.head);
        let below = object.governs(told) || beside.is_some_and(|b| b.governs(told));
        c.head != object.i && below && !only_describes(told, object)
    };
    let told = claims.iter().position(|c| within(&c) && asserts(c));
    let announced = || {
        let position = claims.iter().position(|c| within(&c) && announces(c));
        position.filter(|_| takes_up != TakesUp::Deed && says_that(object))
    };
    let claim = match told.or_else(announced) {
        Some(own) if takes_up != TakesUp::Deed => own,
        _ if claims.iter().any(|c| within(&c)) || says_what(object) => return None,
        _ => denied(layers, claims, verb, object, takes_up, &denier)?,
    };
    Some(Denial {
        verb: verb.i,
        object: object.i,
        claim,
        denier,
        takes_up,
    })
}

/// "claims that guards *posted* there had fled": what only describes somebody in what is denied is denied by nobody.
fn only_describes(told: Tok<'_>, object: Tok<'_>) -> bool {
    let describes = |t: Tok<'_>| {
        let whom = t.head().filter(|_| t.dep_in(&["acl", "relcl", "amod"]));
        whom.is_some_and(|above| above != object && above.pos() != Pos::Verb)
    };
    std::iter::once(told)
        .chain(told.ancestors())
        .take_while(|t| *t != object)
        .any(describes)
}

/// "denied that *soldiers were responsible*": the deed told before was not theirs.
fn clears(layers: &Layers<'_>, claims: &[Claim], verb: Tok<'_>) -> Option<Denial> {
    let clause = verb
        .child(&["ccomp"])
        .filter(|c| verb.lemma() == "deny" && c.child(&["neg"]).is_none())?;
    let takes_part = |word: &Tok<'_>| matches!(word.lower(), "responsible" | "involved");
    let of_state = clause.child(&["acomp"]).filter(|_| clause.lemma() == "be");
    let responsible = of_state.or(Some(clause)).filter(takes_part)?;
    // "responsible for *the ambush*" names its deed itself.
    let names_deed = responsible
        .children()
        .filter_map(|p| p.child(&["pobj", "pcomp"]))
        .any(|deed| deed.pos() != Pos::Pron);
    let doer = clause
        .child(&["nsubj", "nsubjpass"])
        .filter(|_| !names_deed)?;
    let denier = argument(layers, doer.i, phrase::noun_phrase_span(doer));
    let claim = denied(layers, claims, verb, responsible, TakesUp::Deed, &denier)?;
    Some(Denial {
        verb: verb.i,
        object: responsible.i,
        claim,
        denier,
        takes_up: TakesUp::Deed,
    })
}

/// "reports that troops *would be deployed*": a deed that others say will come.
fn announces(claim: &Claim) -> bool {
    claim.factuality.polarity == Polarity::Positive
        && claim.factuality.tense == Tense::Future
        && !matches!(claim.event.kind, EventType::Agree | EventType::Threaten)
}

/// "called the report a lie", "described the claim as absurd".
fn calls_untrue(verb: Tok<'_>) -> bool {
    LABELLING.contains(&verb.lemma()) && is_taken_for_untrue(verb)
}

/// "rejected the report *as false*", "called it *a lie*".
fn is_taken_for_untrue(verb: Tok<'_>) -> bool {
    let predicate = || {
        let named = verb.child(&["oprd"]);
        let taken = verb
            .children()
            .find(|c| c.dep_in(&["prep", "mark"]) && c.lower() == "as")
            .and_then(|as_| as_.children().next_back());
        named.or(taken)
    };
    // "called the reports *fake* news"
    let untrue = |p: Tok<'_>| {
        let described = p.children().filter(|c| c.dep_in(&["amod", "compound"]));
        UNTRUE.contains(&p.lemma()) || described.into_iter().any(|c| UNTRUE.contains(&c.lower()))
    };
    predicate().is_some_and(untrue)
}

/// "did not deny", "may deny", "to deny".
fn is_unreal(verb: Tok<'_>) -> bool {
    verb.tag() == "VB"
        || verb.children().any(|c| {
            c.dep() == "neg"
                || c.dep() == "aux"
                    && matches!(
                        c.lemma(),
                        "will" | "would" | "may" | "might" | "could" | "can" | "should" | "to"
                    )
        })
}

/// "routinely dismisses such findings": what somebody always says is said of no claim told before.
fn is_habit(verb: Tok<'_>, object: Tok<'_>) -> bool {
    let such = object.children().any(|c| c.lower() == "such");
    let always = verb.children().any(|c| {
        matches!(
            c.lower(),
            "always"
                | "consistently"
                | "often"
                | "regularly"
                | "routinely"
                | "typically"
                | "usually"
        )
    });
    such || always && matches!(verb.tag(), "VBZ" | "VBP")
}

/// What is denied: the object, the subject of a passive with an agent.
fn denied_object(verb: Tok<'_>) -> Option<Tok<'_>> {
    let object = verb.child(&["dobj"]).filter(|o| o.i > verb.i);
    object.or_else(|| {
        verb.child(&["agent"])
            .and_then(|_| verb.child(&["nsubjpass"]))
    })
}

fn what_it_takes_up(object: Tok<'_>) -> Option<TakesUp> {
    Some(match object.lemma() {
        "responsibility" | "involvement" | "complicity" | "participation" | "role" | "part"
        | "hand" | "guilt" => TakesUp::Deed,
        "accusation" | "allegation" | "charge" => TakesUp::Accusation,
        "claim" | "report" | "version" | "account" | "assertion" | "story" | "rumor" | "rumour"
        | "finding" | "suggestion" | "narrative" | "statement" => TakesUp::Words,
        _ if matches!(object.lower(), "it" | "this" | "that") => TakesUp::Words,
        _ => return None,
    })
}

/// "a report *that* soldiers had fled".
fn says_that(object: Tok<'_>) -> bool {
    let clause = |c: Tok<'_>| c.dep_in(&["acl", "ccomp", "relcl"]) && c.child(&["mark"]).is_some();
    object.children().any(clause)
}

/// "the accusation that it took bribes", "a charge of fraud": what is denied is said here.
fn says_what(object: Tok<'_>) -> bool {
    let below = object.children().any(|c| {
        c.i > object.i
            && (c.dep_in(&["acl", "ccomp", "relcl"])
                || c.dep() == "prep" && matches!(c.lower(), "of" | "about"))
    });
    // "accusations by rights groups *of* executions"
    let that = |t: &Tok<'_>| {
        let opens = t.dep() == "mark" && t.lower() == "that";
        (opens || t.dep() == "prep" && t.lower() == "of") && t.i > object.i
    };
    let beside = object.head().and_then(|verb| verb.child(&["ccomp"]));
    below || beside.is_some_and(|c| c.i > object.i) || object.subtree().iter().any(that)
}

fn denier(layers: &Layers<'_>, verb: Tok<'_>) -> Option<Argument> {
    let mut at_verb = layers.attributions.iter().filter(|a| a.token == verb.i);
    let (head, span) = match at_verb.find_map(|a| a.source.as_ref()) {
        Some(source) => (source.head, source.span),
        None => {
            let by = || verb.child(&["agent"])?.child(&["pobj"]);
            let subject = verb.child(&["nsubj"]).or_else(by)?;
            (subject.i, phrase::noun_phrase_span(subject))
        }
    };
    Some(argument(layers, head, span))
}

/// Who denies, or of whom it is denied.
fn argument(layers: &Layers<'_>, head: usize, span: Span) -> Argument {
    let named = layers
        .coref
        .issuer(head)
        .or_else(|| layers.coref.antecedent(head));
    Argument {
        role: Role::Actor,
        span,
        head,
        resolved: named.map(|n| n.span),
        hedged: false,
    }
}

/// The claim that is taken up: told before, by somebody else or of the denier; the likeliest, then the nearest.
fn denied(
    layers: &Layers<'_>,
    claims: &[Claim],
    verb: Tok<'_>,
    object: Tok<'_>,
    takes_up: TakesUp,
    denier: &Argument,
) -> Option<usize> {
    let doc = layers.doc;
    let weigh = |claim: &Claim| -> Option<i64> {
        let back = verb.sentence().checked_sub(doc.sentence_of(claim.head))?;
        let accuses = claim.event.kind == EventType::Accuse;
        let is_told = claim.head < verb.i && back <= REACH && asserts(claim);
        let own_words = claim.source.links.len() > 1 && is_source(layers, claim, denier);
        if !is_told || own_words || object.governs(doc.tok(claim.head)) {
            return None;
        }
        let side = if accuses {
            Role::Recipient
        } else {
            Role::Actor
        };
        let mut parties = claim.with_role(side);
        let of_denier = parties.any(|p| is_party(layers, denier, p));
        let of_another = claim.with_role(side).any(|p| is_named(layers, p)) && !of_denier;
        let told_by_other = claim.source.links.len() > 1 || accuses;
        // "rebels, some of whom were arrested, denied involvement": nobody takes part in what is done to him.
        let beside_denier = doc.tok(denier.head).governs(doc.tok(claim.head));
        let is_undergone = !accuses
            && (beside_denier
                || claim
                    .with_role(Role::Recipient)
                    .any(|p| is_party(layers, denier, p)));
        let fits = match takes_up {
            TakesUp::Deed => {
                let of_law = is_arrest_by_others(layers, claim) && !of_denier;
                (accuses || is_violent(claim)) && !of_another && !is_undergone && !of_law
            }
            // A spokesman is not always known to speak for who was accused.
            TakesUp::Accusation if accuses => !of_another || back <= 1,
            TakesUp::Accusation => of_denier && told_by_other,
            TakesUp::Words => told_by_other && !(accuses && of_another) && !is_asked(claim),
        };
        // "claimed the capture … rejected *the claim*"
        let same_word = claim
            .source
            .innermost()
            .cue
            .is_some_and(|cue| doc.tok(doc.tokens_in(cue).start).lemma() == object.lemma());
        // An accusation names the denier; a deed is often told without its doer.
        let likelier = i64::from(same_word) * 4
            + i64::from(of_denier) * if takes_up == TakesUp::Deed { 2 } else { 4 }
            + i64::from(!accuses || takes_up == TakesUp::Accusation) * 2
            + i64::from(told_by_other);
        fits.then(|| likelier - back as i64)
    };
    // "It would not sign, the envoy said. Danu denied *this*": what was told last is meant, even where it is no deed.
    let told_last = (object.pos() == Pos::Pron || object.pos() == Pos::Det)
        .then(|| last_told(layers, claims, verb))
        .flatten();
    let weighed = claims.iter().enumerate();
    let weighed = weighed
        .filter(|(_, claim)| told_last.is_none_or(|last| doc.sentence_of(claim.head) >= last));
    // Rather the deed than that it was alleged; what came of it or was its occasion stands behind it.
    let weighed = weighed.filter_map(|(k, claim)| {
        let sentence = doc.sentence_of(claim.head);
        let deed = claim.event.kind != EventType::Accuse;
        let place = (weigh(claim)?, sentence, deed, std::cmp::Reverse(k));
        Some((place, k))
    });
    weighed.max().map(|(_, k)| k)
}

/// The last sentence before a verb's own that holds a claim from somebody's mouth.
fn last_told(layers: &Layers<'_>, claims: &[Claim], verb: Tok<'_>) -> Option<usize> {
    let told = claims.iter().filter(|c| c.source.links.len() > 1);
    let before = told.map(|c| layers.doc.sentence_of(c.head));
    before.filter(|s| *s < verb.sentence()).max()
}

/// A wish or a refusal: nobody denies those as reports.
fn is_asked(claim: &Claim) -> bool {
    matches!(claim.event.kind, EventType::Request | EventType::Reject)
}

/// "Prosecutors issued warrants", "Police said that two were held": whoever denies a part has none in that.
fn is_arrest_by_others(layers: &Layers<'_>, claim: &Claim) -> bool {
    let arrests = claim.event.mode.is_some_and(|m| m.name() == "arrest");
    let told_by_police = || {
        let said = claim.source.innermost().mention;
        said.is_some_and(|said| {
            layers
                .doc
                .tokens_in(said)
                .any(|t| noun_classes(layers.doc.tok(t).lower()).has(NounClass::Police))
        })
    };
    arrests && (claim.with_role(Role::Actor).next().is_some() || told_by_police())
}

fn is_violent(claim: &Claim) -> bool {
    matches!(claim.event.kind, EventType::Assault | EventType::Coerce)
}

fn is_named(layers: &Layers<'_>, party: &Argument) -> bool {
    party.resolved.is_some()
        || layers
            .doc
            .range(layers.doc.tokens_in(party.span))
            .any(|t| t.pos() == Pos::Propn)
}

/// Whether the denier is who tells the claim.
fn is_source(layers: &Layers<'_>, claim: &Claim, denier: &Argument) -> bool {
    let link = claim.source.innermost();
    let Some(mention) = link.mention else {
        return false;
    };
    let mut tokens = layers.doc.tokens_in(mention);
    let denier_state = state_of(layers, denier.span, denier.resolved);
    let one_state =
        denier_state.is_some() && denier_state == state_of(layers, mention, link.resolved);
    one_state
        || link.resolved.or(link.mention) == Some(denier.resolved.unwrap_or(denier.span))
        || tokens.any(|t| layers.coref.same(t, denier.head))
}

/// Whether who denies is, or speaks for, a party of a claim: the same name, the army for its spokesman, Moscow
/// for Russian soldiers.
fn is_party(layers: &Layers<'_>, denier: &Argument, party: &Argument) -> bool {
    let doc = layers.doc;
    let words = |a: &Argument| {
        let own = doc.tokens_in(a.span);
        let full = a.resolved.map_or(0..0, |r| doc.tokens_in(r));
        doc.range(own).chain(doc.range(full))
    };
    let body = doc.tok(party.head).lower();
    let own_state = state_of(layers, denier.span, denier.resolved);
    same_party(layers, denier, party)
        || words(denier).any(|t| t.pos() != Pos::Pron && t.lower() == body)
        || own_state.is_some() && own_state == state_of(layers, party.span, party.resolved)
}

/// The state that a naming holds: "Moscow", "Russian officials".
fn state_of(layers: &Layers<'_>, named: Span, full: Option<Span>) -> Option<&'static str> {
    let doc = layers.doc;
    let spans = || [Some(named), full].into_iter().flatten();
    let whole = spans().map(|s| s.slice(doc.text()));
    let words = spans().flat_map(|s| doc.range(doc.tokens_in(s)).map(Tok::text));
    whole
        .chain(words)
        .find_map(|name| state(name).map(|(code, _)| code))
}

/// Adds the claims that denials make, in text order: each denied event, from the denier's mouth; where it is an
/// accusation, that the denier rejects it, unless the codebook has said so.
pub fn add(layers: &Layers<'_>, voices: &Voices<'_>, claims: &mut Vec<Claim>) {
    let denials = denials(layers, claims);
    // "…, *an allegation* that Moscow denies" accuses nobody of more than the sentence did.
    let repeated: Vec<usize> = denials
        .iter()
        .filter(|d| answered(layers.doc.tok(d.verb)).is_some())
        .flat_map(|d| [d.object, d.verb])
        .collect();
    let mut accused_again = Vec::new();
    for denial in denials {
        let untold =
            |token: &usize| repeated.contains(token) || claims.iter().all(|c| c.head != *token);
        let denied = &claims[denial.claim];
        let (object, verb) = (denial.object, denial.verb);
        if denied.event.kind == EventType::Accuse {
            if untold(&object) && untold(&verb) {
                let rejection = rejection_of(layers, voices, denied, &denial);
                claims.push(rejection);
            }
            continue;
        }
        if is_source(layers, denied, &denial.denier) {
            // "denies a charge of murder": the denier's own words hold it.
            turn(layers, &mut claims[denial.claim], verb);
            continue;
        }
        let again =
            |c: &Claim| [object, verb].contains(&c.head) && c.event.kind == EventType::Accuse;
        // "rejected allegations that troops had …": the allegation is told by what is alleged.
        let only_accused = |token: &usize| claims.iter().all(|c| c.head != *token || again(c));
        let places = || [object, verb].into_iter();
        if let Some(at) = places()
            .find(untold)
            .or_else(|| places().find(only_accused))
        {
            let answer = claim_of(layers, voices, denied, &denial, at);
            accused_again.extend(claims.iter().position(again));
            claims.push(answer);
        }
    }
    let mut k = 0;
    claims.retain(|_| {
        k += 1;
        !accused_again.contains(&(k - 1))
    });
    claims.sort_by_key(|claim| claim.head);
}

/// A claim that its own source denies.
fn turn(layers: &Layers<'_>, claim: &mut Claim, verb: usize) {
    let verb = layers.doc.tok(verb);
    claim.factuality.polarity = Polarity::Negative;
    claim.factuality.certainty = Certainty::Certain;
    deny(&mut claim.source);
    let what = format!("“{}” says that it was not so", verb.text());
    claim.why.note("factuality", what, Some(verb.span()));
}

fn rejection_of(
    layers: &Layers<'_>,
    voices: &Voices<'_>,
    accused: &Claim,
    denial: &Denial,
) -> Claim {
    let verb = layers.doc.tok(denial.verb);
    let mut why = Why::default();
    let what = format!("“{}” rejects an accusation told before", verb.text());
    why.note("event", what, Some(verb.span()));
    why.note("actor", "who denies", Some(denial.denier.span));
    let source = voices.chain_of(verb.i, &mut why);
    let factuality = factuality::of(layers, voices, verb.i, &mut why);
    let kind = EventType::Reject;
    Claim {
        event: EventCode {
            kind,
            mode: None,
            cameo: kind.cameo(None).into(),
            entry: kind.to_string(),
        },
        trigger: verb.span(),
        head: verb.i,
        mentions: Vec::new(),
        tied: Vec::new(),
        evidence: evidence(layers, verb),
        arguments: vec![denial.denier.clone()],
        place: None,
        time: None,
        quantities: Vec::new(),
        source,
        factuality,
        why,
        ..accused.clone()
    }
}

fn claim_of(
    layers: &Layers<'_>,
    voices: &Voices<'_>,
    denied: &Claim,
    denial: &Denial,
    at: usize,
) -> Claim {
    let doc = layers.doc;
    let (object, at) = (doc.tok(denial.object), doc.tok(at));
    let mut why = Why::default();
    let what = format!(
        "“{}” takes up “{}”, which “{}” denies",
        object.text(),
        denied.trigger.slice(doc.text()),
        doc.tok(denial.verb).text(),
    );
    why.note("event", what, Some(object.span()));
    // What is denied in a clause is told in it, and a noun stands beside the verb that tells.
    let in_clause = |c: Tok<'_>| c == object || c.governs(object);
    let mut source = if doc
        .tok(denial.verb)
        .child(&["ccomp"])
        .is_some_and(in_clause)
    {
        voices.chain_of(object.i, &mut why)
    } else {
        voices.chain_through(denial.verb, &mut why)
    };
    deny(&mut source);
    let mut arguments: Vec<Argument> = denied.arguments.clone();
    if denial.takes_up == TakesUp::Deed {
        arguments.retain(|a| a.role != Role::Actor);
        arguments.insert(0, denial.denier.clone());
        why.note(
            "actor",
            "denies that it was its deed",
            Some(denial.denier.span),
        );
    }
    why.note(
        "factuality",
        "the denier says that it was not so",
        Some(doc.tok(denial.verb).span()),
    );
    Claim {
        trigger: at.span(),
        head: at.i,
        mentions: Vec::new(),
        tied: Vec::new(),
        evidence: evidence(layers, at),
        arguments,
        quantities: Vec::new(),
        source,
        factuality: crate::Factuality {
            polarity: Polarity::Negative,
            certainty: Certainty::Certain,
            tense: denied.factuality.tense,
        },
        why,
        ..denied.clone()
    }
}

/// The denier's own link says that it was not so.
fn deny(source: &mut SourceChain) {
    if let Some(last) = source.links.last_mut() {
        last.polarity = Polarity::Negative;
        last.certainty = Certainty::Certain;
    }
}

fn evidence(layers: &Layers<'_>, word: Tok<'_>) -> Span {
    let sentence = layers.doc.sentence_span(word.sentence());
    sentence.trimmed(layers.doc.text())
}
