//! The time and place of a happening that another clause tells: "*It happened* around noon on Elm
//! Street", "*Officers were called* there at 9 p.m. on Friday".
//!
//! A claim whose own clause tells no time takes that of the words that say of it that it happened, or
//! of the alarm and the help that it brought. It must be a day or a part of one: a coarser time says
//! rather what such things are compared with ("the third shooting this year"). Where it took place
//! only the words tell that say it happened: help comes from elsewhere, and is given elsewhere.

use super::host::hosts;
use super::place::{is_the_settlement, place_of};
use super::time::ties;
use crate::claim::phrase::object_of;
use crate::claim::{Claim, PlaceMention, Role};
use crate::factuality::{Polarity, Tense};
use crate::layers::Layers;
use dateline_data::{ClassSet, EventType, noun_classes};
use dateline_text::{Pos, Precision, TimeExpr, Tok};

/// So many sentences lie at most between a happening and the one that says when it took place.
const REACH: usize = 3;

/// Verbs that say of their subject that it took place.
const HAPPENED: [&str; 6] = ["happen", "occur", "take", "unfold", "transpire", "erupt"];

/// Nouns that stand for any happening told before.
const HAPPENING: [&str; 8] = [
    "incident", "crime", "violence", "tragedy", "it", "this", "that", "which",
];

/// What is done at once when something has happened: the alarm, the way there, what is found.
const RESPONSE: [&str; 12] = [
    "call", "respond", "dispatch", "summon", "alert", "notify", "arrive", "rush", "find",
    "discover", "receive", "send",
];

/// Gives claims without a time the one that the words around them tell of their happening.
pub fn complete_times(layers: &Layers<'_>, claims: &mut [Claim]) {
    share_times(layers, claims);
    let ties = ties(layers);
    for (time, tie) in &ties {
        let verb = tie.host;
        if !is_moment(&layers.times[*time])
            || tells_delay(layers, *time)
            || claims.iter().any(|c| c.time == Some(*time))
        {
            continue;
        }
        let (acts, reason) = if says_it_happened(verb) {
            let told = latest_before(claims, layers, verb);
            let told = told.filter(|&latest| claims[latest].time.is_none());
            (told.into_iter().collect(), "says when it happened")
        } else if is_response(verb) {
            let acts = brought_about(claims, layers, verb);
            (acts, "tells when help was called or came")
        } else {
            continue;
        };
        let words = layers.times[*time].span.slice(layers.doc.text());
        for index in acts {
            let claim: &mut Claim = &mut claims[index];
            let reason = format!("“{}” with “{words}” {reason}", verb.text());
            claim
                .why
                .note("time", reason, Some(layers.times[*time].span));
            claim.time = Some(*time);
        }
    }
}

/// A deed and what came of it have one day: "attacked a post, killing two guards *on Monday*".
fn share_times(layers: &Layers<'_>, claims: &mut [Claim]) {
    for index in 0..claims.len() {
        let claim = &claims[index];
        let told = claims
            .iter()
            .find(|c| c.time.is_some() && claim.tied.contains(&c.head));
        let Some(told) = told.filter(|_| claim.time.is_none()) else {
            continue;
        };
        let (time, word) = (told.time, layers.doc.tok(told.head));
        let claim = &mut claims[index];
        let reason = format!("of one happening with “{}”", word.text());
        claim.why.note("time", reason, Some(word.span()));
        claim.time = time;
    }
}

/// Gives claims without a place the one where later words say that it happened.
pub fn complete_places(layers: &Layers<'_>, claims: &mut [Claim]) {
    for verb in layers.doc.toks().filter(|t| says_it_happened(*t)) {
        let told = latest_before(claims, layers, verb);
        let Some(claim) = told.map(|latest| &mut claims[latest]) else {
            continue;
        };
        if claim.place.is_some() {
            continue;
        }
        if let Some(found) = place_of(layers, verb.i, &[]) {
            let reason = format!("“{}” says where it happened: {}", verb.text(), found.reason);
            claim.why.note("place", reason, Some(found.evidence));
            claim.place = Some(found.value);
        }
    }
}

/// Gives claims the place that words before have told: the deeds of one sentence that go on with each other are done in one
/// place, and "there" and "the town" are where the last deed was.
pub fn take_up_places(layers: &Layers<'_>, claims: &mut [Claim]) {
    for index in 0..claims.len() {
        let event = layers.doc.tok(claims[index].head);
        match &claims[index].place {
            Some(place) if place.within.is_empty() => {
                if is_the_settlement(layers.doc.tok(place.head))
                    && let Some(before) = last_place(layers, claims, index)
                {
                    lies_where_told(&mut claims[index], before);
                }
            }
            Some(_) => {}
            None if hosts(event).iter().any(|host| says(host.tok, "here")) => {
                let said = layers.quotes.iter().any(|q| q.span.contains(event.span()));
                if let Some(written) = dateline_place(layers).filter(|_| !said) {
                    let reason = "“here” is where the article was written".to_owned();
                    give_place(&mut claims[index], written, reason);
                }
            }
            None if hosts(event).iter().any(|host| says(host.tok, "there")) => {
                if let Some(before) = last_place(layers, claims, index) {
                    let reason = "“there” is the last place told before".to_owned();
                    give_place(&mut claims[index], before, reason);
                }
            }
            None => {
                let going_on = goes_on_with(claims, layers, index);
                let deed = going_on
                    .or_else(|| tied_to(claims, index))
                    .or_else(|| ends_with(claims, layers, index));
                let told = deed.map(|deed| &claims[deed]);
                if let Some((deed, place)) = told.and_then(|d| Some((d.head, d.place.clone()?))) {
                    let reason = format!("it goes on with “{}”", layers.doc.tok(deed).text());
                    give_place(&mut claims[index], place, reason);
                }
            }
        }
    }
}

/// "the town": the last place told before holds it.
fn lies_where_told(claim: &mut Claim, before: PlaceMention) {
    let reason = "the last place told before";
    claim.why.note("place", reason, Some(before.span));
    if let Some(place) = &mut claim.place {
        place.within.push(before.span);
    }
}

fn give_place(claim: &mut Claim, place: PlaceMention, reason: String) {
    claim.why.note("place", reason, Some(place.span));
    claim.place = Some(place);
}

/// The claim with a place that tells of the same happening in the same sentence.
fn tied_to(claims: &[Claim], index: usize) -> Option<usize> {
    let heads = &claims[index].tied;
    let placed = |c: &Claim| c.place.is_some() && heads.contains(&c.head);
    claims.iter().position(placed)
}

/// "killed nine *there*", "raids *here*"
fn says(host: Tok<'_>, place: &str) -> bool {
    host.children()
        .any(|c| c.lower() == place && c.dep() == "advmod" && c.tag() == "RB")
}

/// The town of the article's dateline, in what the dateline puts it in.
fn dateline_place(layers: &Layers<'_>) -> Option<PlaceMention> {
    let mut names = layers.places.overlapping(layers.places.dateline?);
    let town = names.next()?.span;
    Some(PlaceMention {
        span: town,
        head: layers.doc.tokens_in(town).next_back()?,
        within: names.map(|name| name.span).collect(),
        located: None,
    })
}

/// The named place of the last claim before one, if it is not far away.
fn last_place(layers: &Layers<'_>, claims: &[Claim], index: usize) -> Option<PlaceMention> {
    let at = claims[index].head;
    let sentence = layers.doc.tok(at).sentence();
    let named = |place: &PlaceMention| layers.doc.tok(place.head).pos() == Pos::Propn;
    let before = claims[..index]
        .iter()
        .rev()
        .filter(|c| sentence - layers.doc.tok(c.head).sentence() <= REACH);
    before
        .filter_map(|c| c.place.as_ref())
        .find(|place| named(place) && place.head < at)
        .cloned()
}

/// The deed of the same sentence, told before and placed, that an act goes on with: "attacked a post in Kalem and *burned*
/// it", "marched in Kalem, some of them *burning* flags, before being *dispersed*".
fn goes_on_with(claims: &[Claim], layers: &Layers<'_>, index: usize) -> Option<usize> {
    let act = &claims[index];
    if !is_act(act) {
        return None;
    }
    let mut at = layers.doc.tok(act.head);
    if let Some(protest) = protest_of_those_hit(claims, layers, act) {
        return Some(protest);
    }
    for _ in 0..4 {
        at = deed_before(at).or_else(|| protest_before(at, act, claims))?;
        let deed = claims
            .iter()
            .position(|c| c.head == at.i && (is_act(c) || c.event.kind == EventType::Mobilize));
        let Some(deed) = deed else { continue };
        if claims[deed].place.is_none() {
            continue;
        }
        let one_day = act.time.is_none() || act.time == claims[deed].time;
        let one_voice = claims[deed].source == act.source;
        return (one_day && one_voice).then_some(deed);
    }
    None
}

/// "stormed the house and *arrested* two in Kalem": the placed act, told right behind it, that a deed ends with.
fn ends_with(claims: &[Claim], layers: &Layers<'_>, index: usize) -> Option<usize> {
    let deed = &claims[index];
    let verb = layers.doc.tok(deed.head);
    if !is_act(deed) || !matches!(verb.tag(), "VBD" | "VBN") {
        return None;
    }
    // "was shot and then *set* ablaze in Kalem"
    let alike = |c: Tok<'_>| c.tag() == "VBD" || verb.tag() == "VBN" && c.tag() == "VBN";
    let next = verb.children().find(|c| {
        c.i > verb.i
            && c.dep() == "conj"
            && alike(*c)
            && c.child(&["nsubj", "nsubjpass", "neg", "mark"]).is_none()
    })?;
    let act = claims.iter().position(|c| c.head == next.i && is_act(c))?;
    let behind = claims[act].place.as_ref().is_some_and(|p| p.head > next.i);
    let one_day = deed.time.is_none() || deed.time == claims[act].time;
    (behind && one_day && claims[act].source == deed.source).then_some(act)
}

/// The verb that a clause goes on from, where both are done in one go.
fn deed_before(verb: Tok<'_>) -> Option<Tok<'_>> {
    let above = verb.head()?;
    let subject = verb.child(&["nsubj", "nsubjpass"]);
    // "*two of its* drivers were kidnapped"
    let of_them = |s: Tok<'_>| {
        let stands_for = |t: Tok<'_>| matches!(t.lower(), "its" | "their" | "them" | "whom");
        s.subtree().iter().any(|t| stands_for(*t))
    };
    let same_people = subject.is_none_or(of_them);
    match verb.dep() {
        "conj" if same_people => Some(above),
        "advcl" if same_people && verb.tag() == "VBG" => {
            let away = verb
                .child(&["mark", "prep"])
                .is_some_and(|c| c.i < verb.i && c.lower() != "before");
            (!away).then_some(above)
        }
        // "deployed in Kalem *to break* up a rally"
        "advcl" | "xcomp" if verb.tag() == "VB" && same_people => {
            matches!(above.lemma(), "deploy" | "gather" | "mass").then_some(above)
        }
        // "before *setting* the mill ablaze"
        "pcomp" if above.lower() == "before" => above.head(),
        _ => None,
    }
    .filter(|deed| matches!(deed.pos(), Pos::Verb | Pos::Aux))
}

/// "fired on workers *who had blocked* the Kalem road": those who protest are hit where they do.
fn protest_of_those_hit(claims: &[Claim], layers: &Layers<'_>, act: &Claim) -> Option<usize> {
    let hit = layers.doc.tok(act.with_role(Role::Recipient).next()?.head);
    let described = [Some(hit), object_of(hit, "of")];
    claims.iter().position(|c| {
        let clause = layers.doc.tok(c.head);
        c.event.kind == EventType::Protest
            && c.place.is_some()
            && clause.dep_in(&["relcl", "acl"])
            && described.contains(&clause.head())
    })
}

/// "burned tyres outside the court before police *fired* tear gas": what is done with those who protest is done where they do.
fn protest_before<'d>(verb: Tok<'d>, act: &Claim, claims: &[Claim]) -> Option<Tok<'d>> {
    let above = verb.head()?;
    let meanwhile = verb.dep() == "advcl"
        && verb
            .child(&["mark", "advmod"])
            .is_some_and(|m| matches!(m.lower(), "before" | "as" | "when" | "until"));
    let protests = |verb: Tok<'_>| {
        claims
            .iter()
            .any(|c| c.head == verb.i && c.event.kind == EventType::Protest)
    };
    let policing = matches!(act.event.kind, EventType::Assault | EventType::Coerce);
    // "marched through Kalem, and police *fired* tear gas"
    let on_crowd = verb.dep() == "conj"
        && act.event.mode.is_some_and(|m| m.name() == "crowd-control")
        && protests(above);
    (meanwhile && policing && protests(above.first_conjunct())
        || meanwhile && protests(above)
        || on_crowd)
        .then_some(above)
}

/// Whether an expression names a day or a part of one, dated or not.
fn is_moment(time: &TimeExpr) -> bool {
    match time.when {
        Some(when) => when.precision <= Precision::Day,
        // "XXXX-03-04", "XXXX-WXX-5TNI"
        None => {
            time.value
                .split('T')
                .next()
                .unwrap_or("")
                .matches('-')
                .count()
                == 2
        }
    }
}

/// "arrived only *the following* morning": counted from the happening, so not its own time.
fn tells_delay(layers: &Layers<'_>, time: usize) -> bool {
    let tokens = layers.doc.tokens_in(layers.times[time].span);
    layers
        .doc
        .range(tokens)
        .any(|t| matches!(t.lower(), "following" | "next" | "later" | "after"))
}

/// "it happened", "the incident took place".
fn says_it_happened(verb: Tok<'_>) -> bool {
    let happens = HAPPENED.contains(&verb.lemma())
        && (verb.lemma() != "take" || verb.child(&["dobj"]).is_some_and(|o| o.lower() == "place"));
    let subject = verb.child(&["nsubj"]);
    happens
        && subject.is_some_and(|s| HAPPENING.contains(&s.lemma()) || HAPPENING.contains(&s.lower()))
}

/// "were called", "responded", "arrived", "found": done, and by or to those who help.
fn is_response(verb: Tok<'_>) -> bool {
    // "found 1,300 pounds of explosives": that was no call for help.
    let people =
        |o: Tok<'_>| o.pos() != Pos::Noun || noun_classes(o.lemma()).meets(ClassSet::HUMAN);
    // "killed a nurse, *whose body* was discovered on Friday": somebody was found, perhaps long after.
    let of_body = verb.dep() == "relcl"
        && verb
            .child(&["nsubjpass"])
            .is_some_and(|s| matches!(s.lemma(), "body" | "corpse" | "remains" | "remain"));
    RESPONSE.contains(&verb.lemma())
        && !of_body
        && matches!(verb.tag(), "VBD" | "VBN")
        && (verb.lemma() != "find" || verb.child(&["dobj", "nsubjpass"]).is_none_or(people))
}

/// The latest act told before a word, if its own time is not told.
fn latest_before(claims: &[Claim], layers: &Layers<'_>, verb: Tok<'_>) -> Option<usize> {
    let latest = claims.iter().rposition(|c| c.head < verb.i && is_act(c))?;
    let near = verb.sentence() - layers.doc.tok(claims[latest].head).sentence() <= REACH;
    near.then_some(latest)
}

/// The acts of violence that brought help: those of its sentence, else of the next, else of the one
/// before; only where none of them has a time of its own.
fn brought_about(claims: &[Claim], layers: &Layers<'_>, verb: Tok<'_>) -> Vec<usize> {
    let sentence = verb.sentence();
    let of_sentence = |wanted: usize| {
        let inside = |c: &Claim| layers.doc.tok(c.head).sentence() == wanted;
        let violent = |c: &Claim| is_act(c) && c.event.kind == EventType::Assault;
        let fits = claims
            .iter()
            .enumerate()
            .filter(move |(_, c)| inside(c) && violent(c));
        fits.map(|(i, _)| i).collect::<Vec<usize>>()
    };
    let around = [Some(sentence), Some(sentence + 1), sentence.checked_sub(1)];
    let told = around.into_iter().flatten().map(of_sentence);
    let acts = told
        .into_iter()
        .find(|acts| !acts.is_empty())
        .unwrap_or_default();
    let dated = acts.iter().any(|&i| claims[i].time.is_some());
    if dated { Vec::new() } else { acts }
}

/// Whether a claim tells of something done to people or things that took place.
fn is_act(claim: &Claim) -> bool {
    let done = matches!(claim.factuality.tense, Tense::Past | Tense::Ongoing)
        && claim.factuality.polarity != Polarity::Negative;
    let kind = claim.event.kind;
    done && matches!(
        kind,
        EventType::Assault | EventType::Coerce | EventType::Protest
    )
}
