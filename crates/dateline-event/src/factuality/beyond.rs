//! What a voice itself says of an event that it tells through another voice.

use super::calculus::{Notes, Reader};
use super::relation::said_to_be_false;
use super::shape::lookup;
use super::value::Value;
use super::{Certainty, Factuality, Polarity, Tense};
use crate::Layers;
use dateline_text::attribution::TokenSet;
use dateline_text::{Pos, Tok};

/// Whether a voice stands behind what it tells through another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Commitment {
    /// It passes on what the other says.
    None,
    /// Its own word for the other's speaking tells what is so.
    Own(Factuality),
}

impl Commitment {
    /// On FactBank's scale; what is only passed on keeps the tense that it was told with.
    pub fn factuality(self, tense: Tense) -> Factuality {
        match self {
            Commitment::Own(factuality) => factuality,
            Commitment::None => Factuality {
                polarity: Polarity::Unknown,
                certainty: Certainty::Unknown,
                tense,
            },
        }
    }
}

/// What the voice around a cue makes of the event named by `token`, which the cue's own source
/// presents as `inner`. `scope` is that voice's content and cue; none for the author.
///
/// FactBank's rule: who reports that somebody said so is not committed. Who uses a word that takes its
/// content for true or for false whether it is denied or not ("knew", "admitted", "pretended") is; the
/// table has the same effect on both sides for those.
pub(crate) fn beyond_cue(
    layers: &Layers<'_>,
    scope: Option<(&TokenSet, Option<usize>)>,
    cue: usize,
    token: usize,
    inner: Factuality,
) -> Commitment {
    let (tok, cue) = (layers.doc.tok(token), layers.doc.tok(cue));
    let false_report = cue.pos() == Pos::Noun && said_to_be_false(cue).is_some();
    if (judged_by_adverb(cue) == Some(false) || false_report) && inner.polarity != Polarity::Unknown
    {
        return Commitment::Own(Factuality {
            polarity: match inner.polarity {
                Polarity::Negative => Polarity::Positive,
                _ => Polarity::Negative,
            },
            certainty: Certainty::Certain,
            ..inner
        });
    }
    let reader = match scope {
        Some((content, cue)) => Reader::within(*layers, content, cue),
        None => Reader::author(*layers),
    };
    let committed = reader.frames(tok, cue).iter().any(|frame| {
        let effects = (lookup(cue, frame, false), lookup(cue, frame, true));
        matches!(effects, (Some(affirmed), Some(negated))
            if affirmed == negated && affirmed.polarity != Polarity::Unknown)
    });
    if !committed && judged_by_adverb(cue) != Some(true) {
        return Commitment::None;
    }
    let value: Value = reader.value(tok, 0, &mut Notes::default());
    Commitment::Own(value.factuality())
}

/// "rightly said", "falsely claimed": the reporter's own judgement of what is said.
fn judged_by_adverb(cue: Tok<'_>) -> Option<bool> {
    cue.children()
        .filter(|c| c.pos() == Pos::Adv)
        .find_map(|c| match c.lower() {
            "falsely" | "wrongly" | "mistakenly" | "erroneously" | "incorrectly"
            | "untruthfully" | "wrongfully" => Some(false),
            "rightly" | "correctly" | "truthfully" => Some(true),
            _ => None,
        })
}
