//! What somebody announces that they will do: PLOVER codes the words, not the deed to come.
//!
//! Cooperation to come is AGREE whoever tells of it (manual, section AGREE: future CONSULT, SUPPORT,
//! COOPERATE and AID count there); force to come is THREATEN where the actor says so himself.

use super::{Argument, EventCode, Role};
use crate::{Factuality, Layers, Polarity, SourceChain, Tense};
use dateline_data::{EventType, Mode};

/// Type and mode of the announcement, if the event is one.
pub fn announced(
    layers: &Layers<'_>,
    code: &EventCode,
    arguments: &[Argument],
    source: &SourceChain,
    factuality: Factuality,
) -> Option<(EventType, Option<Mode>)> {
    if factuality.tense != Tense::Future || factuality.polarity != Polarity::Positive {
        return None;
    }
    match code.kind {
        EventType::Consult | EventType::Support | EventType::Cooperate | EventType::Aid => {
            Some((EventType::Agree, None))
        }
        EventType::Assault | EventType::Coerce | EventType::Sanction | EventType::Mobilize => {
            let own = speaks_of_itself(layers, arguments, source);
            own.then(|| (EventType::Threaten, threatened(code)))
        }
        _ => None,
    }
}

/// Whether the innermost source is the actor.
fn speaks_of_itself(layers: &Layers<'_>, arguments: &[Argument], source: &SourceChain) -> bool {
    let actor = arguments.iter().find(|a| a.role == Role::Actor);
    let Some((actor, mention)) = actor.zip(source.innermost().mention) else {
        return false;
    };
    let speaker = layers.doc.tokens_in(mention);
    speaker.clone().contains(&actor.head)
        || speaker
            .into_iter()
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
        _ => "relations",
    };
    EventType::Threaten.mode(name)
}
