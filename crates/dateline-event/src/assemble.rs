//! Events to claims: each event with its source, factuality, place, time and quantities.

use crate::casualty::Casualty;
use crate::claim::context::Contexts;
use crate::claim::merge::Event;
use crate::claim::nominal::Side;
use crate::claim::role::Found;
use crate::claim::trigger::{Body, telling};
use crate::claim::{Argument, Claim, EventCode, Role, confidence, implied, phrase, prospect, read};
use crate::codebook::Codebook;
use crate::resolve::{
    complete_places, complete_times, count_once, place_of, place_of_words, quantities_of,
    take_up_places, time_of,
};
use crate::source::{SourceChain, Voices};
use crate::{Certainty, Factuality, Layers, Polarity, Tense, Why, denial, factuality};
use dateline_data::EventType;
use dateline_span::Span;
use dateline_text::Tok;

/// What the sources of an article say happened, in text order. `casualties` are those of the
/// article; they tell what the numbers of a claim count.
pub fn claims(layers: &Layers<'_>, codebook: &Codebook, casualties: &[Casualty]) -> Vec<Claim> {
    let voices = Voices::find(*layers);
    let contexts = Contexts::find(layers);
    let events = read::events(layers.doc, layers.coref, codebook);
    // "7 March" is a day, however much the word looks like a protest.
    let in_a_time = |event: &Event<'_, '_>| {
        let trigger = event.hit.head.span();
        layers.times.iter().any(|time| time.span.contains(trigger))
    };
    let mut claims: Vec<Claim> = events
        .into_iter()
        .filter(|event| !in_a_time(event))
        .map(|event| claim(layers, &voices, &contexts, casualties, event))
        .collect();
    deny_results(layers, &mut claims);
    complete_times(layers, &mut claims);
    complete_places(layers, &mut claims);
    take_up_places(layers, &mut claims);
    count_once(layers, &mut claims);
    denial::add(layers, &voices, &mut claims);
    claims
}

/// "denied bombing the market, *killing* nine": what came of a deed is denied with the deed.
fn deny_results(layers: &Layers<'_>, claims: &mut [Claim]) {
    for index in 0..claims.len() {
        let result = &claims[index];
        let deed = claims.iter().find(|deed| {
            let denied = deed.factuality.polarity == Polarity::Negative;
            denied && deed.head < result.head && result.tied.contains(&deed.head)
        });
        let participle = layers.doc.tok(result.head).tag() == "VBG";
        let Some(deed) = deed.filter(|_| participle) else {
            continue;
        };
        let (source, factuality, trigger) = (
            deed.source.clone(),
            deed.factuality,
            layers.doc.tok(deed.head),
        );
        let result = &mut claims[index];
        let what = format!("denied with “{}”, of which it came", trigger.text());
        result.why.note("factuality", what, Some(trigger.span()));
        result.factuality = factuality;
        result.source = source;
    }
}

/// "shelled the camp, leaving two *wounded*": the word for what came of it tells more than that it was left so.
fn outcome_left(event: &Event<'_, '_>) -> Option<Span> {
    let leaving = event.hit.head.tag() == "VBG" && event.hit.head.lemma() == "leave";
    let outcome = event.hit.companions.iter().find(|c| c.dep() == "oprd");
    outcome.filter(|_| leaving).map(|c| c.span())
}

fn claim(
    layers: &Layers<'_>,
    voices: &Voices<'_>,
    contexts: &Contexts,
    casualties: &[Casualty],
    event: Event<'_, '_>,
) -> Claim {
    let head = event.hit.head;
    let mut why = Why::default();
    let mut code = EventCode {
        kind: event.hit.entry.kind,
        mode: event.mode,
        cameo: cameo_of(&event),
        entry: event.hit.entry.name.clone(),
    };
    why.note(
        "event",
        format!(
            "“{}” is `{}` of {}",
            head.text(),
            event.hit.pattern.text,
            code.entry
        ),
        Some(head.span()),
    );
    for (span, reason) in &event.joined {
        why.note(
            "event",
            format!("the same happening: {reason}"),
            Some(*span),
        );
    }
    for (word, tie) in &event.tied {
        let what = format!("of one happening: {}", tie.reason());
        why.note("event", what, Some(word.span()));
    }
    for mention in &event.mentions {
        why.note("mentions", mention.reason, Some(mention.span));
    }
    let arguments = named(layers, &event, &mut why);

    let mut source = voices.chain_of(head.i, &mut why);
    let mut factuality = how_surely(layers, voices, &event, &mut why);
    say_what_is_claimed(&mut source, factuality);
    if let Some((kind, mode)) =
        prospect::announced(layers, head, &code, &arguments, &source, factuality)
    {
        why.note(
            "event",
            format!("announced by its own actor and still to come: {kind}"),
            Some(head.span()),
        );
        code.kind = kind;
        code.mode = mode;
        code.cameo = kind.cameo(mode).into();
    }
    // "is ready to help", "is due to meet": what somebody is ready for is still to come.
    let telling = telling(&event.hit);
    let awaited = telling != head && event.hit.pattern.clause.is_some();
    if awaited && code.kind == EventType::Agree {
        factuality.tense = Tense::Future;
        let what = "what somebody is ready for is still to come";
        why.note("factuality", what, Some(telling.span()));
    }
    let triggers = || {
        let joined = event
            .joined
            .iter()
            .map(|(span, _)| layers.doc.tokens_in(*span).start);
        std::iter::once(head.i).chain(joined)
    };
    // "was shot and later *died* in a hospital": that is where somebody died, and not where it happened.
    let died = |t: usize| t != head.i && layers.doc.tok(t).lemma() == "die";
    let find_place = if is_done_in_words(&code) {
        place_of_words
    } else {
        place_of
    };
    let place = triggers()
        .filter(|t| !died(*t))
        .find_map(|t| find_place(layers, t, &arguments))
        .map(|found| {
            why.note("place", found.reason, Some(found.evidence));
            found.value
        });
    // "was shot and *died of his wounds on Monday*": that is when he died.
    let died_of_it = |t: usize| died(t) && phrase::dies_of_wounds(layers.doc.tok(t));
    let time = triggers()
        .filter(|t| !died_of_it(*t))
        .find_map(|t| time_of(layers, t));
    let time = time.map(|found| {
        why.note("time", found.reason, Some(found.evidence));
        found.value
    });
    let told = contexts.of(head, code.kind, code.mode);
    for context in &told {
        let what = format!("{}: {}", context.context, context.reason);
        why.note("contexts", what, Some(context.cue));
    }
    let own = place.is_some() || time.is_some();
    let (confidence, signs) = confidence::of(&event, &arguments, factuality, own);
    why.note("confidence", signs.join("; "), None);
    let triggers: Vec<usize> = triggers().collect();
    let quantities = quantities_of(layers, &code, &triggers, &arguments, casualties);
    Claim {
        event: code,
        trigger: outcome_left(&event).unwrap_or(telling.span()),
        head: head.i,
        mentions: event.mentions,
        tied: event.tied.iter().map(|(word, _)| word.i).collect(),
        evidence: layers
            .doc
            .sentence_span(head.sentence())
            .trimmed(layers.doc.text()),
        quantities,
        arguments,
        place,
        time,
        source,
        factuality,
        contexts: told.into_iter().map(|t| t.context).collect(),
        confidence,
        why,
    }
}

/// How surely the source says that it happened; where it does not simply say that the actor had a part in it, how
/// surely it says that.
///
/// "denied that its men *took part in* the raid": the raid stands, and is no deed of theirs.
fn how_surely(
    layers: &Layers<'_>,
    voices: &Voices<'_>,
    event: &Event<'_, '_>,
    why: &mut Why,
) -> Factuality {
    if let Some(part) = part_taken(event) {
        let mut steps = Why::default();
        let taken = factuality::of(layers, voices, part, &mut steps);
        let asked = is_asked(layers.doc.tok(part));
        let surely = taken.polarity == Polarity::Positive && taken.certainty == Certainty::Certain;
        if !(surely || asked) {
            why.steps.extend(steps.steps);
            return taken;
        }
    }
    factuality::of(layers, voices, event.hit.head.i, why)
}

/// "The army *denied* involvement in the killing": whoever denies a part in it denies the claim, whatever he says of
/// the event.
fn say_what_is_claimed(source: &mut SourceChain, claimed: Factuality) {
    let denied = claimed.polarity == Polarity::Negative;
    if let Some(voice) = source
        .links
        .last_mut()
        .filter(|v| denied && v.cue.is_some())
    {
        voice.polarity = claimed.polarity;
        voice.certainty = claimed.certainty;
    }
}

/// "whether they took part in it", "may have taken part": the event stands, and its actor is hedged.
fn is_asked(verb: Tok<'_>) -> bool {
    verb.children().any(|c| match c.dep() {
        "aux" => matches!(c.lower(), "may" | "might" | "could"),
        "mark" => matches!(c.lower(), "whether" | "if"),
        _ => false,
    })
}

/// The verb by which the actor has a part in what a noun names: "*took* part in the fighting", "*was* behind
/// the blast".
fn part_taken(event: &Event<'_, '_>) -> Option<usize> {
    let Body::Noun(nominal) = &event.hit.body else {
        return None;
    };
    let behind = nominal
        .carrier
        .head()
        .filter(|p| p.lower() == "behind" && nominal.carrier.dep() == "pobj");
    if let Some(verb) = behind.and_then(Tok::head) {
        return (verb.lemma() == "be").then_some(verb.i);
    }
    if let Some(part) = implied::part_in(nominal.carrier).filter(|p| !p.owned) {
        let acts = |f: &Found| f.argument.role == Role::Actor && part.is_of(f.argument.head);
        return event.found.iter().any(acts).then_some(part.word.i);
    }
    let support = nominal
        .support
        .as_ref()
        .filter(|s| s.side == Side::Doer && nominal.carrier.dep_in(&["pobj", "pcomp"]))?;
    let doer = phrase::semantic_head(support.filler?.tok).i;
    let acts = |f: &Found| f.argument.role == Role::Actor && f.argument.head == doer;
    event
        .found
        .iter()
        .any(acts)
        .then_some(support.clause.verb.i)
}

/// The entry's CAMEO code, unless means or content told a mode that the entry does not name.
fn cameo_of(event: &Event<'_, '_>) -> Box<str> {
    let entry = event.hit.entry;
    if event.mode == entry.mode {
        entry.cameo.clone()
    } else {
        entry.kind.cameo(event.mode).into()
    }
}

/// The participants, each with what it stands for where its own words do not say.
fn named(layers: &Layers<'_>, event: &Event<'_, '_>, why: &mut Why) -> Vec<Argument> {
    let mut arguments = Vec::new();
    for found in &event.found {
        let mut argument = found.argument.clone();
        let role = argument.role.name();
        why.note(role, found.path.clone(), Some(argument.span));
        let known = layers
            .coref
            .issuer(argument.head)
            .or_else(|| layers.coref.antecedent(argument.head));
        if let Some(antecedent) = known {
            why.note(role, antecedent.reason, Some(antecedent.span));
            argument.resolved = Some(antecedent.span);
        }
        arguments.push(argument);
    }
    arguments
}

/// Whether somebody does it by saying so, and not where those are of whom he speaks: an inquiry searches houses.
fn is_done_in_words(code: &EventCode) -> bool {
    match code.kind {
        EventType::Accuse => code.mode.is_none_or(|mode| mode.name() != "investigate"),
        EventType::Request | EventType::Reject | EventType::Threaten | EventType::Support => true,
        _ => false,
    }
}
