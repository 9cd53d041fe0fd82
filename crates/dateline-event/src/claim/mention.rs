//! Words that take up a happening told elsewhere: "the attack", "the injured", "the bombing's
//! victims".
//!
//! Such a word makes no claim: what it says was said before. It is more evidence of the claim that it
//! takes up, and stays with it. A word whose happening no claim tells is left out.

use super::Mention;
use super::guard;
use super::merge::Event;
use super::trigger::{self, Hit};
use dateline_data::{EventType, Mode};

/// Gives each word to the claim that it takes up.
pub fn attach(events: &mut [Event<'_, '_>], echoes: &[Hit<'_, '_>]) {
    for echo in echoes.iter().filter(|e| !guard::is_of_another(e)) {
        if let Some((index, reason)) = taken_up(events, echo) {
            events[index].mentions.push(Mention {
                span: echo.head.span(),
                reason,
            });
        }
    }
    for event in events {
        event.mentions.sort_by_key(|m| m.span.start);
        event.mentions.dedup_by_key(|m| m.span);
    }
}

/// The claim that a word takes up: of those of its type and a mode that may be the same, one told by
/// the same word before others, one told before it rather than after, the nearest.
fn taken_up(events: &[Event<'_, '_>], echo: &Hit<'_, '_>) -> Option<(usize, &'static str)> {
    let at = echo.head.i;
    let kind = echo.entry.kind;
    // A bare noun speaks of the kind ("kidnappings are common"), unless it repeats the very word.
    let of_the_kind = !guard::is_presupposed(echo) && !trigger::is_headline(echo.head);
    let fitting = events.iter().enumerate().filter(|(_, e)| {
        e.hit.entry.kind == kind
            && modes_fit(kind, e.mode, echo.mode)
            && (!of_the_kind || e.hit.head.lemma() == echo.head.lemma())
    });
    fitting
        .map(|(index, event)| {
            let same_word = event.hit.head.lemma() == echo.head.lemma();
            let same_mode = event.mode.is_some() && event.mode == echo.mode;
            let later = event.hit.head.i > at;
            let distance = event.hit.head.i.abs_diff(at);
            let reason = match (same_word, later) {
                (true, _) => "the same word takes it up",
                (false, false) => "takes up what was told before",
                (false, true) => "takes up what is told below",
            };
            ((!same_word && !same_mode, later, distance), index, reason)
        })
        .min()
        .map(|(_, index, reason)| (index, reason))
}

/// Whether two words for violence may tell of one happening; "the attack" may be of any sort.
pub fn modes_fit(kind: EventType, a: Option<Mode>, b: Option<Mode>) -> bool {
    const ALIKE: [&[&str]; 3] = [
        &[
            "explosives",
            "suicide-attack",
            "heavy-weapons",
            "aerial",
            "drone",
        ],
        &["firearms", "targeted", "heavy-weapons"],
        &["primitive", "beat", "sexual", "targeted"],
    ];
    let (Some(a), Some(b)) = (a, b) else {
        return kind == EventType::Assault || kind == EventType::Protest || a == b;
    };
    a == b
        || ALIKE
            .iter()
            .any(|group| group.contains(&a.name()) && group.contains(&b.name()))
}
