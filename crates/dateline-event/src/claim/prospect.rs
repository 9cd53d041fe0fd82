//! What somebody announces that they will do: PLOVER codes the words, not the deed to come.
//!
//! Cooperation to come is AGREE whoever tells of it (manual, section AGREE: future CONSULT, SUPPORT,
//! COOPERATE and AID count there), and so is yielding to come (CAMEO's 035, which PLOVER's table of
//! codes puts there); force to come is THREATEN where the actor says so himself.

use super::guard::has_oneself_as_object;
use super::{Argument, EventCode, Role};
use crate::{Factuality, Layers, Polarity, SourceChain, Tense};
use dateline_data::{EventType, Mode};
use dateline_text::{Pos, Tok};

/// Type and mode of the announcement, if the event is one.
pub fn announced(
    layers: &Layers<'_>,
    trigger: Tok<'_>,
    code: &EventCode,
    arguments: &[Argument],
    source: &SourceChain,
    factuality: Factuality,
) -> Option<(EventType, Option<Mode>)> {
    if factuality.tense != Tense::Future
        || factuality.polarity == Polarity::Unknown
        || is_condition(trigger)
    {
        return None;
    }
    if factuality.polarity == Polarity::Negative {
        return refused(code.kind);
    }
    match code.kind {
        EventType::Consult
        | EventType::Support
        | EventType::Cooperate
        | EventType::Aid
        | EventType::Concede
        | EventType::Retreat => Some((EventType::Agree, None)),
        // "vowed *to disarm* the gangs": a promise of order.
        EventType::Coerce if trigger.lemma() == "disarm" => Some((EventType::Agree, None)),
        EventType::Assault
        | EventType::Coerce
        | EventType::Sanction
        | EventType::Mobilize
        | EventType::Protest => {
            let own = speaks_of_itself(layers, arguments, source)
                && !is_ordered(trigger)
                && !has_oneself_as_object(trigger);
            own.then(|| (EventType::Threaten, threatened(code)))
        }
        _ => None,
    }
}

/// "will not lift the ban": the refusal of what would have helped.
fn refused(kind: EventType) -> Option<(EventType, Option<Mode>)> {
    let mode = match kind {
        EventType::Aid | EventType::Support | EventType::Cooperate => "assist",
        EventType::Retreat | EventType::Concede | EventType::Agree => "yield",
        EventType::Consult => "meet",
        _ => return None,
    };
    Some((EventType::Reject, EventType::Reject.mode(mode)))
}

/// "no talks *until it withdraws*": what somebody else's word hangs on is announced by nobody.
fn is_condition(trigger: Tok<'_>) -> bool {
    trigger.dep() == "advcl"
        && trigger
            .child(&["mark"])
            .is_some_and(|m| matches!(m.lower(), "until" | "till" | "unless" | "if" | "once"))
}

/// "ordered the strike": who tells of an order that was given threatens nobody.
fn is_ordered(trigger: Tok<'_>) -> bool {
    let order = trigger.head().filter(|_| trigger.dep() == "dobj");
    order.is_some_and(|v| {
        matches!(v.tag(), "VBD" | "VBN")
            && matches!(v.lemma(), "order" | "authorize" | "authorise" | "approve")
    })
}

/// Whether the innermost source is the actor.
fn speaks_of_itself(layers: &Layers<'_>, arguments: &[Argument], source: &SourceChain) -> bool {
    let actor = arguments.iter().find(|a| a.role == Role::Actor);
    let Some((actor, mention)) = actor.zip(source.innermost().mention) else {
        return false;
    };
    // "the general said he would attack": a pronoun that stands for nobody else known.
    let tok = layers.doc.tok(actor.head);
    if tok.pos() == Pos::Pron && layers.coref.antecedent(actor.head).is_none() {
        return true;
    }
    layers
        .doc
        .tokens_in(mention)
        .any(|t| layers.coref.same(t, actor.head))
}

/// The mode of a threat by what is threatened.
fn threatened(code: &EventCode) -> Option<Mode> {
    let mode = code.mode.map_or("", Mode::name);
    let name = match (code.kind, mode) {
        (EventType::Assault | EventType::Mobilize, _) => "violence",
        (EventType::Coerce, "arrest") => "arrest",
        (EventType::Coerce, "deport") | (EventType::Sanction, "expel") => "expel",
        (EventType::Coerce, "seize") => "territory",
        (EventType::Coerce, _) => "restrict",
        (EventType::Protest, _) => return None,
        _ => "relations",
    };
    EventType::Threaten.mode(name)
}
