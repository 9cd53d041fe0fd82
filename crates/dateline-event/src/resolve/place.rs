//! The event's own place.

use super::Resolved;
use super::host::{Host, hosts, is_cue, is_event, sets_against};
use crate::claim::role::{is_agent_before, is_scene_of_article, names_division};
use crate::claim::{Argument, PlaceMention, Role, phrase};
use crate::layers::Layers;
use crate::toponym::{Toponym, Toponyms, Use, is_direction};
use dateline_data::{ClassSet, NounClass, is_country, is_seat_of_government, noun_classes};
use dateline_span::Span;
use dateline_text::phrase::is_compass_point;
use dateline_text::{Document, Pos, TimeKind, Tok};

/// Prepositions of place that any place may follow.
const PLACING: [&str; 20] = [
    "through",
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "around",
    "across",
    "throughout",
    "within",
    "along",
    "off",
    "north",
    "south",
    "east",
    "west",
    "behind",
    "beside",
    "between",
    "close",
];

/// Verbs whose event is where that is which it is done to: "captured Kalem", "searched Kalem's
/// warehouses". Words do not happen at whom they address.
const HAPPENS_AT_ITS_OBJECT: [&str; 35] = [
    "attack",
    "besiege",
    "blockade",
    "bomb",
    "bombard",
    "burn",
    "capture",
    "clear",
    "control",
    "damage",
    "destroy",
    "encircle",
    "enter",
    "evacuate",
    "free",
    "hit",
    "infiltrate",
    "invade",
    "liberate",
    "loot",
    "occupy",
    "overrun",
    "patrol",
    "pound",
    "raid",
    "recapture",
    "retake",
    "search",
    "seize",
    "shell",
    "storm",
    "strike",
    "surround",
    "take",
    "target",
];

/// The place of the event named by token `trigger`, with these participants.
///
/// A place is a name of a place, or a noun for one, behind a preposition of place on the event's
/// words or on what it is done to; or a name before the event noun ("the Mandera attack"). The
/// subject and the source give none: "Damascus said" and "sources in Damascus" place nothing.
pub fn place_of(
    layers: &Layers<'_>,
    trigger: usize,
    arguments: &[Argument],
) -> Option<Resolved<PlaceMention>> {
    let event = layers.doc.tok(trigger);
    let map = layers.places;
    let (own, taken_over): (Vec<Host<'_>>, Vec<Host<'_>>) =
        hosts(event).into_iter().partition(|h| h.own);
    let direct = own
        .iter()
        .find_map(|h| place_on(map, h.tok, event, arguments, h.why));
    let done_to = done_to_place(map, &own, event, direct.is_some());
    let is_done_to = done_to.is_some();
    // "freed two *kidnapped* pilots in Kalem" tells where they are, or were freed; "the *bombed* clinic in Kalem" where it
    // stands.
    let granted = phrase::is_taken_for_granted(event);
    let moves = granted
        && event
            .head()
            .is_some_and(|n| noun_classes(n.lemma()).meets(ClassSet::HUMAN));
    let by_object =
        done_to.or_else(|| argument_place(layers, &own, event, arguments).filter(|_| !moves));
    if granted {
        return by_object;
    }
    let spelled = match (by_object, direct) {
        // "shelled a camp in Rutshuru, in eastern Congo": the nearer one lies in the further one.
        // So it is where the further one opens the sentence: "In Ituri, they raided Komanda".
        (Some(mut near), Some(far))
            if is_done_to
                || near.evidence.start < far.evidence.start
                || opens_sentence(event, &far) && happens_where_they_are(event) =>
        {
            let apart = !near.value.span.overlaps(far.value.span);
            if apart && !near.value.within.contains(&far.value.span) {
                near.value.within.push(far.value.span);
            }
            Some(near)
        }
        (by_object, direct) => direct.or(by_object),
    };
    let spelled = spelled.map(|far| {
        let near = place_by_border(layers.doc, &far)
            .and_then(|host| place_on(map, host, event, arguments, "the place that is near it"));
        if let Some(mut near) = near.filter(|n| names_place(map, layers.doc.tok(n.value.head))) {
            near.value.within.push(far.value.span);
            return near;
        }
        if let Some(mut near) = place_of_deed(map, &taken_over, event, arguments, &far) {
            near.value.within.push(far.value.span);
            return near;
        }
        // "killed *in clashes near Kalem*, in the southern countryside": the town lies in what has no name.
        let nameless = |span: Span| {
            let mut words = layers.doc.tokens_in(span).map(|i| layers.doc.tok(i));
            words.all(|t| t.pos() != Pos::Propn)
        };
        let named_on = |h: &Host<'_>| {
            place_on(map, h.tok, event, arguments, h.why)
                .filter(|near| is_named_place(map, layers.doc.tok(near.value.head)))
        };
        if far.value.within.is_empty() && nameless(far.value.span) {
            let mut named = taken_over.iter().filter_map(named_on);
            if let Some(near) = named.find(|near| near.evidence.end < far.evidence.start) {
                return near;
            }
        }
        if !is_part_of_country(event, &far) {
            return far;
        }
        // "In the *south*, six died in a clash in Kalem": the named town lies in the part that opens the sentence.
        let mut named = own.iter().chain(&taken_over).filter_map(named_on);
        let near = named.find(|near| near.evidence.start > far.evidence.end);
        near.map_or(far.clone(), |mut near| {
            near.value.within.push(far.value.span);
            near
        })
    });
    let found = spelled
        .or_else(|| place_described(map, event))
        .or_else(|| befallen_place(map, event))
        .or_else(|| place_visited(map, event))
        .or_else(|| place_taken_up(layers, event, arguments))
        .or_else(|| place_of_doers(map, event))
        .or_else(|| place_that_saw_it(map, event))
        .or_else(|| own.iter().find_map(|h| place_before(layers, h.tok)))
        .or_else(|| own.iter().find_map(|h| place_aimed_at(layers, h.tok)))
        .or_else(|| {
            taken_over.iter().find_map(|h| {
                place_on(map, h.tok, event, arguments, h.why)
                    .or_else(|| place_before(layers, h.tok))
                    .or_else(|| place_aimed_at(layers, h.tok))
                    .or_else(|| {
                        objects(h.tok).find_map(|o| place_on(map, o, event, arguments, h.why))
                    })
            })
        });
    found
        .filter(|found| tells(layers, found))
        .or_else(|| place_around(layers, event, arguments))
        .or_else(|| named_place(map, event, &own))
        .or_else(|| place_gone_on_in(map, event))
        .or_else(|| place_of_cause(map, event))
        .or_else(|| heading_place(layers, event))
        .filter(|found| !is_time_expression(layers, found.value.span))
        .map(|place| held_by_the_front(map, event, place))
        .map(|place| town_of_home(map, event, place))
}

/// "shot outside his *home* in Kalem": of any home the town says where.
fn town_of_home(
    map: &Toponyms,
    event: Tok<'_>,
    mut place: Resolved<PlaceMention>,
) -> Resolved<PlaceMention> {
    let home = event.doc().tok(place.value.head);
    // "near *her* office in Kalem"
    let own = home
        .child(&["poss"])
        .is_some_and(|owner| owner.pos() == Pos::Pron);
    let any = match home.lemma() {
        "home" | "house" | "residence" => home.pos() == Pos::Noun,
        "apartment" | "flat" | "office" => home.pos() == Pos::Noun && own,
        _ => false,
    };
    if !any || names_place(map, home) {
        return place;
    }
    let named = |span: &Span| {
        let last = event.doc().tokens_in(*span).next_back();
        last.map(|i| event.doc().tok(i))
            .filter(|name| names_place(map, *name))
    };
    let Some((at, town)) = place
        .value
        .within
        .iter()
        .enumerate()
        .find_map(|(at, span)| Some((at, named(span)?)))
    else {
        return place;
    };
    place.value.span = place.value.within.remove(at);
    place.value.head = town.i;
    place
}

/// The place of what is done in words: where its own words say and nothing else, since "a senator in Kalem blamed the army
/// for a raid in Danu" puts neither him nor the blame in either.
pub(crate) fn place_of_words(
    layers: &Layers<'_>,
    trigger: usize,
    arguments: &[Argument],
) -> Option<Resolved<PlaceMention>> {
    let event = layers.doc.tok(trigger);
    // "marched in Kalem, *demanding* his release": there.
    let goes_on = event.tag() == "VBG" && event.dep() == "advcl";
    hosts(event)
        .iter()
        // "The ministers, *meeting* in Kalem, rejected the truce"
        .filter(|h| h.own || goes_on || h.tok.tag() == "VBG" && h.tok.lemma() == "meet")
        .find_map(|h| place_on(layers.places, h.tok, event, arguments, h.why))
        .or_else(|| place_described(layers.places, event))
        .filter(|found| tells(layers, found))
}

/// Whether it says where.
fn tells(layers: &Layers<'_>, found: &Resolved<PlaceMention>) -> bool {
    !is_time_expression(layers, found.value.span) && !tells_nothing(layers.doc, &found.value)
}

/// "in the first *quarter* of the year" is a time.
fn is_time_expression(layers: &Layers<'_>, span: Span) -> bool {
    layers.times.iter().any(|t| t.span.overlaps(span))
}

/// "killed by a mine *in Kalem county*, near the Danish border": the word on which the nearer place before the comma hangs.
fn place_by_border<'d>(doc: &'d Document, far: &Resolved<PlaceMention>) -> Option<Tok<'d>> {
    let border = doc.tok(far.value.head);
    if !matches!(border.lemma(), "border" | "frontier" | "coast" | "boundary") {
        return None;
    }
    let link = border.head().filter(|p| p.pos() == Pos::Adp)?;
    let comma = link.prev().filter(|c| c.text() == ",")?;
    let mut near = comma.prev()?;
    for _ in 0..3 {
        if near.dep() == "pobj" {
            return near
                .head()?
                .head()
                .filter(|host| !host.governs(link) || host.pos() != Pos::Verb);
        }
        near = near.head()?;
    }
    None
}

/// "Across the border, a strike on a car *near Kalem* killed two": the named place of the deed that did it lies in what
/// opens the sentence.
fn place_of_deed(
    map: &Toponyms,
    taken_over: &[Host<'_>],
    event: Tok<'_>,
    arguments: &[Argument],
    far: &Resolved<PlaceMention>,
) -> Option<Resolved<PlaceMention>> {
    let deeds = taken_over
        .iter()
        .filter(|h| is_event(h.tok) && h.tok.dep() == "nsubj");
    deeds
        .filter(|_| opens_sentence(event, far))
        .find_map(|h| {
            let struck = objects(h.tok).find_map(|o| place_on(map, o, event, arguments, h.why));
            place_on(map, h.tok, event, arguments, h.why).or(struck)
        })
        .filter(|near| is_named_place(map, event.doc().tok(near.value.head)))
        .filter(|near| near.evidence.start > far.evidence.end)
}

/// A name of a place, or the name in "the village of Ain Sur", which no map may have.
fn is_named_place(map: &Toponyms, noun: Tok<'_>) -> bool {
    let called = noun
        .head()
        .filter(|of| noun.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .and_then(|kind| kind_of_named_place(map, kind));
    names_place(map, noun) || called == Some(noun)
}

/// "*In the north*, …": a part of a country opens the sentence.
fn is_part_of_country(event: Tok<'_>, place: &Resolved<PlaceMention>) -> bool {
    let noun = event.doc().tok(place.value.head);
    noun.pos() == Pos::Noun && is_compass_point(noun.lemma()) && opens_sentence(event, place)
}

/// "killed in their *homes*", "shot in the *street*": every such place is one, and nothing says which.
fn tells_nothing(doc: &Document, place: &PlaceMention) -> bool {
    let noun = doc.tok(place.head);
    let any = matches!(
        noun.lemma(),
        "home" | "house" | "residence" | "street" | "road"
    );
    let described = noun
        .children()
        .any(|c| c.dep_in(&["prep", "acl", "relcl", "appos", "amod", "compound"]));
    any && noun.pos() == Pos::Noun && !described && place.within.is_empty()
}

/// Whether a place opens the event's sentence.
fn opens_sentence(event: Tok<'_>, place: &Resolved<PlaceMention>) -> bool {
    let sentence = event.doc().sentences()[event.sentence()].tokens.clone();
    event.doc().tok(sentence.start).span().start == place.evidence.start
}

/// "set *fire* to a mill", "set a mill *ablaze*"
fn sets_fire(verb: Tok<'_>) -> bool {
    verb.lemma() == "set"
        && verb
            .children()
            .any(|c| matches!(c.lower(), "fire" | "alight" | "ablaze"))
}

/// Verbs whose event is where those are whom it befalls: "In Sulu, they killed two men in Patikul". What is
/// demanded for prisoners in Kalem is demanded elsewhere.
fn happens_where_they_are(event: Tok<'_>) -> bool {
    HAPPENS_AT_ITS_OBJECT.contains(&event.lemma())
        || harms(event)
        || sets_fire(event)
        || matches!(
            event.lemma(),
            "ambush"
                | "beat"
                | "behead"
                | "demolish"
                | "execute"
                | "fire"
                | "massacre"
                | "murder"
                | "raze"
                | "rescue"
                | "rob"
                | "torch"
                | "vandalise"
                | "vandalize"
        )
}

/// "In Kalem, they marched outside the embassy": what is on no map and in no larger place lies in the
/// place that opens the sentence.
fn held_by_the_front(
    map: &Toponyms,
    event: Tok<'_>,
    mut place: Resolved<PlaceMention>,
) -> Resolved<PlaceMention> {
    let head = event.doc().tok(place.value.head);
    let named = place
        .value
        .within
        .iter()
        .any(|w| map.at(*w).is_some_and(is_a_place));
    if named
        || map.at(place.value.span).is_some_and(is_a_place)
        || head.sentence() != event.sentence()
    {
        return place;
    }
    let front = fronted(map, event)
        .map(|(noun, ..)| mention(map, noun, noun).span)
        .filter(|front| !front.overlaps(place.value.span));
    place.value.within.extend(front);
    place
}

/// Whether it is a place of the gazetteer or lies in one, and no people or building that is called after one.
fn is_a_place(toponym: &Toponym) -> bool {
    matches!(toponym.used, Use::Place | Use::Actor)
        && (toponym.resolution.is_some() || toponym.within.is_some())
}

/// "*Kenya*: nine dead as bus hits mine": the place that a headline puts before its colon.
fn heading_place(layers: &Layers<'_>, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let title = layers.title.filter(|t| t.contains(event.span()))?;
    let first = layers.doc.tokens_in(title).start;
    let colon = layers
        .doc
        .range(first..event.i)
        .take(4)
        .find(|t| t.text() == ":")?;
    let name = colon.prev()?;
    let whole = layers
        .doc
        .range(first..colon.i)
        .all(|t| t == name || t.head() == Some(name));
    (whole && is_labelled_place(layers.places, name)).then(|| {
        let value = mention(layers.places, name, name);
        Resolved {
            reason: format!("the headline begins with “{}:”", name.text()),
            evidence: value.span,
            value,
        }
    })
}

/// "Riots spread across Kalem *after police killed* a boy": people take to the streets elsewhere, too.
fn is_protested_elsewhere(clause: Tok<'_>) -> bool {
    const OUT_IN_THE_STREETS: &[&str] = &[
        "break",
        "demonstrate",
        "erupt",
        "flare",
        "march",
        "protest",
        "rally",
        "riot",
        "spread",
    ];
    let opens = |c: &Tok<'_>| c.dep_in(&["mark", "advmod"]) && c.lower() == "after";
    clause.dep() == "advcl"
        && clause.children().any(|c| opens(&c))
        && clause
            .head()
            .is_some_and(|main| OUT_IN_THE_STREETS.contains(&main.lemma()))
}

/// Verbs of those who protest where they are, whatever it is about.
fn is_in_the_streets(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "demonstrate" | "gather" | "march" | "parade" | "protest" | "rally"
    )
}

/// "protested against *a raid* in Kalem": there was the raid. Whoever is "against the elections at a polling station",
/// "against his visit in Kalem" or "against the bombing of Danu in a park" is there.
fn is_deed_elsewhere(map: &Toponyms, happening: Tok<'_>) -> bool {
    let planned = matches!(
        happening.lemma(),
        "conference"
            | "election"
            | "festival"
            | "meeting"
            | "summit"
            | "tour"
            | "trial"
            | "trip"
            | "visit"
            | "vote"
    );
    let of_a_place = || partitive_whole(happening).is_some_and(|o| is_labelled_place(map, o));
    is_event(happening) && !planned && !of_a_place()
}

/// "met in Kalem to discuss *an exchange* of prisoners": where they talk of it is not where it is to be.
fn is_talked_about(topic: Tok<'_>) -> bool {
    topic.dep() == "dobj"
        && topic
            .head()
            .is_some_and(|v| matches!(v.lemma(), "debate" | "discuss" | "negotiate"))
}

/// "went on trial in Kalem *for* killing two": where the court sits is not where they died.
fn is_before_court(link: Tok<'_>) -> bool {
    link.dep() == "prep"
        && link
            .head()
            .is_some_and(|case| matches!(case.lemma(), "trial" | "charge" | "count" | "suspicion"))
}

/// "met in the palace after *the bombings* in Kalem that *killed* nine": what is told of a deed happened where the deed did.
fn is_told_of_a_deed(verb: Tok<'_>) -> bool {
    verb.dep() == "relcl" && verb.head().is_some_and(is_event)
}

/// A named place on a clause that the event stands in, where nothing nearer says where: "Three
/// *raids* shook the market *in Kalem*". Verbs of saying tell where it was said, and what somebody
/// says, thinks or pretends need not have happened where he does.
fn place_around(
    layers: &Layers<'_>,
    event: Tok<'_>,
    arguments: &[Argument],
) -> Option<Resolved<PlaceMention>> {
    let map = layers.places;
    const WIDE: &[&str] = &["in", "near", "across", "throughout", "outside"];
    std::iter::once(event)
        .chain(event.ancestors())
        .take(12)
        .take_while(|t| !matches!(t.dep(), "ccomp" | "acl" | "csubj") && !sets_against(*t))
        .take_while(|t| !is_protested_elsewhere(*t) && !is_before_court(*t) && !is_talked_about(*t))
        .take_while(|t| !is_told_of_a_deed(*t))
        .filter_map(|t| t.head())
        .filter(|t| matches!(t.pos(), Pos::Verb | Pos::Aux) && !is_cue(*t))
        .find_map(|t| {
            let found = place_on(
                map,
                t,
                event,
                arguments,
                "the clause that the event stands in",
            )?;
            let noun = event.doc().tok(found.value.head);
            let link = noun.head()?;
            let wide = is_labelled_place(map, noun) && WIDE.contains(&link.lower());
            let apart = belongs_to_another_day(layers, event, t, noun)
                // "Strike kills two in Kalem; gangs burn shops": what else happened.
                || phrase::parted_by_semicolon(noun, event);
            let site = interrupts(event, t)
                && matches!(
                    link.lower(),
                    "along" | "at" | "down" | "in" | "on" | "outside"
                )
                && [Some(noun), partitive_whole(noun)]
                    .into_iter()
                    .flatten()
                    .any(|site| site.pos() == Pos::Propn || has_a_name(site));
            ((wide || site) && !apart).then_some(found)
        })
}

/// "was walking on Mill Street *when gunmen opened fire*": it came about where somebody was at something.
fn interrupts(event: Tok<'_>, above: Tok<'_>) -> bool {
    let going_on = above.tag() == "VBG" && above.child(&["aux"]).is_some_and(|a| a.lemma() == "be");
    going_on
        && event.dep() == "advcl"
        && event.head() == Some(above)
        && event
            .children()
            .any(|c| c.i < event.i && c.lower() == "when")
}

/// "was formed *in Kalem in 1998* and raided a dam in 2014": the place of one deed of a row is not that of another one
/// which has a day of its own.
fn belongs_to_another_day(
    layers: &Layers<'_>,
    event: Tok<'_>,
    above: Tok<'_>,
    place: Tok<'_>,
) -> bool {
    let dated = |verb: Tok<'_>, from: usize, to: Option<usize>| {
        let dates = layers.times.iter().filter(|t| t.kind == TimeKind::Date);
        dates
            .map(|t| layers.doc.tok(layers.doc.tokens_in(t.span).start))
            .any(|t| t.i > from && to.is_none_or(|to| t.i < to) && verb.governs(t))
    };
    event.dep() == "conj"
        && event.head() == Some(above)
        && place.i > above.i
        && place.i < event.i
        && dated(above, above.i, Some(event.i))
        && dated(event, event.i, None)
}

/// "stormed *Kalem*, arresting nine", "entered *Kalem* and killed two": where the deed was done that goes on so.
fn place_gone_on_in(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let first = event.first_conjunct();
    let goes_on = first.dep() == "advcl"
        && first.tag() == "VBG"
        && event.tag() == "VBG"
        && first.child(&["mark", "nsubj"]).is_none();
    let told_of = first.head().filter(|deed| goes_on && deed.i < first.i);
    let same_doers = first != event
        && event.dep() == "conj"
        && event.tag() == first.tag()
        && event.child(&["nsubj", "nsubjpass"]).is_none();
    let deed = told_of.or(Some(first).filter(|_| same_doers))?;
    let host = Host {
        tok: deed,
        why: "the clause it goes on with",
        own: false,
    };
    done_to_place(map, &[host], deed, false).filter(|_| happens_where_they_are(event))
}

/// "rammed into a crowd watching a race *in Kalem*, killing nine": it came about in the deed's own clause.
fn place_of_cause(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let deed = event.head().filter(|deed| {
        event.dep() == "advcl"
            && event.tag() == "VBG"
            && deed.i < event.i
            && harms(event)
            && runs_into(*deed)
    })?;
    let host = Host {
        tok: deed,
        why: "the clause that it came of",
        own: true,
    };
    named_place(map, deed, &[host])
}

/// The place that the happening befalls: "Protests rocked *Lagos*".
fn befallen_place(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let place = phrase::befallen(event).filter(|p| names_place(map, *p))?;
    let value = mention(map, place, place);
    Some(Resolved {
        reason: format!(
            "“{}”: the event befalls it",
            value.span.slice(event.doc().text())
        ),
        evidence: value.span,
        value,
    })
}

/// "visited *Kalem*", "flew *to Kalem*", "a visit *to Kalem*", "marched *to parliament*"
fn place_visited(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let object = match event.lemma() {
        "visit" if event.pos() == Pos::Verb => event.child(&["dobj"]),
        "fly" | "march" | "travel" if event.pos() == Pos::Verb => phrase::object_of(event, "to"),
        "visit" | "trip" | "tour" => {
            phrase::object_of(event, "to").or_else(|| phrase::object_of(event, "of"))
        }
        _ => None,
    };
    let marched_to = || {
        let site = phrase::object_of(event, "to")?;
        let built = class_is(site, &[NounClass::Facility]);
        (event.lemma() == "march" && built).then_some(site)
    };
    let place = object
        .filter(|o| names_place(map, *o))
        .or_else(marched_to)?;
    let value = mention(map, place, place);
    Some(Resolved {
        reason: format!("“{}” is visited", value.span.slice(event.doc().text())),
        evidence: value.span,
        value,
    })
}

/// "the killings of herders *by police in Kalem*": those who did it are there.
fn place_of_doers(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let doers = phrase::object_of(event, "by").filter(|_| event.pos() == Pos::Noun)?;
    place_on(map, doers, event, &[], "who did it is there")
}

/// "the worst rioting *Kalem* has seen"
fn place_that_saw_it(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let clause = event.child(&["relcl"]).filter(|c| {
        matches!(
            c.lemma(),
            "see" | "witness" | "experience" | "suffer" | "know"
        ) && event.pos() == Pos::Noun
    })?;
    let place = clause
        .child(&["nsubj"])
        .filter(|s| names_place(map, *s) && clause.child(&["dobj"]).is_none())?;
    let value = mention(map, place, place);
    Some(Resolved {
        reason: format!(
            "“{}” {} it",
            value.span.slice(event.doc().text()),
            clause.text()
        ),
        evidence: value.span,
        value,
    })
}

/// "fled Kalem when rebels seized *it*": the named place that a pronoun stands for, where the event is done to it.
fn place_taken_up(
    layers: &Layers<'_>,
    event: Tok<'_>,
    arguments: &[Argument],
) -> Option<Resolved<PlaceMention>> {
    let done_to = arguments
        .iter()
        .filter(|a| a.role == Role::Recipient && HAPPENS_AT_ITS_OBJECT.contains(&event.lemma()));
    done_to
        .filter(|a| layers.doc.tok(a.head).pos() == Pos::Pron)
        .find_map(|a| {
            let span = a.resolved?;
            let head = layers.doc.tokens_in(span).next_back()?;
            let name = layers.doc.tok(head);
            let place =
                is_labelled_place(layers.places, name) && is_on_the_map(layers.places, name);
            place.then(|| Resolved {
                value: mention(layers.places, name, name),
                reason: format!("“{}” stands for it", layers.doc.tok(a.head).text()),
                evidence: a.span,
            })
        })
}

/// "seized control *of Kalem*"
fn held_by_control(noun: Tok<'_>) -> Option<Tok<'_>> {
    let of = noun
        .children()
        .find(|l| matches!(l.lower(), "of" | "over"))?;
    object_of_link(of).filter(|_| noun.lemma() == "control")
}

/// The named place that the event is done to: "captured Kalem", "freed the town of Huddur". Words
/// do not happen at whom they address, and a country to which something is done somewhere is no more
/// exact than that (`elsewhere`).
fn done_to_place(
    map: &Toponyms,
    own: &[Host<'_>],
    event: Tok<'_>,
    elsewhere: bool,
) -> Option<Resolved<PlaceMention>> {
    let at_object = HAPPENS_AT_ITS_OBJECT.contains(&event.lemma()) || sets_fire(event);
    let barred = barred_way(event);
    let exposed = comes_under(event);
    if !at_object && barred.is_none() && exposed.is_none() && dropped_on(event).is_none() {
        return None;
    }
    let text = event.doc().text();
    let noun = own
        .iter()
        .flat_map(|h| h.tok.children())
        .filter(|c| c.dep_in(&["dobj", "nsubjpass"]))
        .map(|c| held_by_control(c).unwrap_or(c))
        .map(|c| match partitive_whole(c) {
            Some(whole) if phrase::is_part_of_place(c) || is_share(c) => whole,
            _ => c,
        })
        .filter(|_| at_object)
        .chain(barred)
        .chain(exposed)
        .chain(own.iter().filter_map(|h| dropped_on(h.tok)))
        .chain(
            own.iter()
                .filter_map(|h| described_by(h.tok))
                .filter(|_| at_object),
        )
        // "struck militia *targets* in the south": whose they are is told, and not where.
        .filter(|c| !matches!(c.lemma(), "target" | "asset" | "interest" | "objective"))
        .find(|c| names_place(map, *c) || Some(*c) == barred || is_the_settlement(*c))?;
    let value = mention(map, noun, noun);
    let words = value.span.slice(text);
    // "Kalem was captured in Tarnok": somebody of that name, as far as the text goes.
    let less_exact = is_country(words) || noun.pos() == Pos::Propn && !is_on_the_map(map, noun);
    (!elsewhere || !less_exact).then(|| Resolved {
        reason: format!("“{words}”: the event is done to it"),
        evidence: value.span,
        value,
    })
}

/// "captured *half* of Danu", "seized *much* of the north"
fn is_share(tok: Tok<'_>) -> bool {
    matches!(
        tok.lower(),
        "all"
            | "bulk"
            | "half"
            | "majority"
            | "most"
            | "much"
            | "part"
            | "quarter"
            | "third"
            | "whole"
    )
}

/// "*Kalem* came under attack", "*the village of Orran* has come under fire"
fn comes_under(verb: Tok<'_>) -> Option<Tok<'_>> {
    let attacked = phrase::object_of(verb, "under")
        .is_some_and(|o| is_event(o) || matches!(o.lemma(), "fire" | "bombardment"));
    verb.child(&["nsubj"])
        .filter(|_| verb.lemma() == "come" && attacked)
}

/// "*Kalem*, which rebels have besieged".
fn described_by(verb: Tok<'_>) -> Option<Tok<'_>> {
    let which = verb.child(&["dobj"]).filter(|o| o.tag() == "WDT")?;
    verb.head()
        .filter(|noun| verb.dep() == "relcl" && noun.i < which.i)
}

/// "captured *the town*": one that the text has named before.
pub(super) fn is_the_settlement(noun: Tok<'_>) -> bool {
    let definite = noun.child(&["det"]).is_some_and(|d| d.lower() == "the");
    let plain = noun.children().all(|c| c.dep() == "det");
    let kind = is_settlement_word(noun.lemma())
        && !matches!(noun.lemma(), "capital" | "state" | "airport" | "port");
    noun.tag() == "NN" && kind && definite && plain
}

/// "blocked *the Kalem highway*", "*the road to Kalem*, which farmers have been blocking": the road that is barred, where
/// the text says which one.
fn barred_way(verb: Tok<'_>) -> Option<Tok<'_>> {
    let bars = matches!(
        verb.lemma(),
        "barricade" | "block" | "blockade" | "close" | "obstruct" | "occupy" | "reopen"
    );
    if !bars {
        return None;
    }
    let passage = |noun: Tok<'_>| is_way(noun) || matches!(noun.lemma(), "bridge" | "crossing");
    let object = verb.child(&["dobj", "nsubjpass"])?;
    let way = if object.tag() == "WDT" {
        // The clause hangs on the town that the road leads to.
        let noun = verb.head().filter(|_| verb.dep() == "relcl")?;
        way_to(noun).unwrap_or(noun)
    } else {
        object
    };
    (phrase::is_road(way) || passage(way) && is_told_which(way)).then_some(way)
}

/// "the *Kalem* highway", "the road *to Kalem*"
fn is_told_which(way: Tok<'_>) -> bool {
    let name = |c: Tok<'_>| c.pos() == Pos::Propn;
    way.children().any(|c| match c.dep() {
        "compound" | "nmod" => name(c),
        "prep" => {
            matches!(c.lower(), "to" | "towards" | "from" | "between")
                && c.child(&["pobj"]).is_some_and(name)
        }
        _ => false,
    })
}

/// "dropped bombs *on Kalem*", "fired rockets *at Kalem*": where they came down. "a curfew imposed *on Kalem*": where it holds.
fn dropped_on(verb: Tok<'_>) -> Option<Tok<'_>> {
    let arms = |o: Tok<'_>| o.lemma() == "gas" || noun_classes(o.lemma()).meets(ClassSet::ARMS);
    let object = verb.child(&["dobj", "nsubjpass"]).or_else(|| {
        verb.head()
            .filter(|_| verb.dep() == "acl" && verb.tag() == "VBN")
    });
    let falls = match verb.lemma() {
        "drop" | "fire" | "lob" | "launch" | "rain" => object.is_some_and(arms),
        "impose" => object.is_some_and(|o| matches!(o.lemma(), "curfew" | "lockdown" | "siege")),
        _ => false,
    };
    let aim = verb.children().find(|c| {
        let onto = matches!(c.lower(), "on" | "at" | "onto" | "into");
        falls && c.dep() == "prep" && c.i > verb.i && onto
    })?;
    aim.child(&["pobj"])
}

/// Where no preposition on the event says where: whose thing it is done to ("searched Kalem's
/// warehouses"), where those are who do or suffer it ("the teachers in Kalem marched"), or what
/// lies deeper in its own clause ("hurt while at work in Kalem"). Only names of places count, and
/// never those of a verb of saying.
fn named_place(map: &Toponyms, event: Tok<'_>, own: &[Host<'_>]) -> Option<Resolved<PlaceMention>> {
    // People protest where they are, whatever they say there.
    if is_cue(event) && event.lemma() != "protest" {
        return None;
    }
    let participants: Vec<Tok<'_>> = own
        .iter()
        .flat_map(|h| h.tok.children())
        .filter(|c| c.dep_in(&["dobj", "nsubjpass", "nsubj"]))
        // "condemned the *killing* in Kalem": whoever condemns it need not be there.
        .filter(|c| c.dep() != "dobj" || !JUDGING.contains(&event.lemma()))
        .chain(shared_doer(event))
        .collect();
    let in_place = HAPPENS_AT_ITS_OBJECT.contains(&event.lemma());
    let owner = || {
        let passive = own.iter().any(|h| h.tok.child(&["auxpass"]).is_some());
        let things = participants
            .iter()
            .filter(|c| in_place && (c.dep() != "nsubj" || passive));
        things
            .filter_map(|c| c.child(&["poss"]))
            .find(|owner| is_labelled_place(map, *owner))
            .or_else(|| {
                participants
                    .iter()
                    .find_map(|c| region_before(map, event, *c))
            })
            .map(|owner| (owner, owner, "what the event is done to is there"))
    };
    let around = || {
        let wholes = participants.iter().filter_map(|c| partitive_whole(*c));
        participants.iter().copied().chain(wholes).find_map(|c| {
            let link = c.children().find(|l| {
                l.dep() == "prep" && PLACING.contains(&l.lower()) && !is_between_sides(*l)
            })?;
            let noun = object_of_link(link).filter(|n| names_place(map, *n))?;
            Some((noun, c, "who takes part is there"))
        })
    };
    let deeper = || {
        let below = own.iter().flat_map(|h| below(h.tok));
        // "Court jails editor; minister resigns in Kalem": behind the semicolon stands what else happened.
        let victim = phrase::object_of(event, "of").filter(|_| is_done_to_somebody(event));
        let places = below.filter(|t| {
            t.i > event.i
                && lies_there(map, *t)
                && victim != Some(*t)
                && !phrase::parted_by_semicolon(event, *t)
        });
        let noun = places.min_by_key(|t| (is_only_reference(*t), t.i))?;
        let noun = way_to(noun).unwrap_or(noun);
        let noun = told_by_distance(map, noun).unwrap_or(noun);
        Some((noun, noun, "it stands in the event's own clause"))
    };
    let found = owner().or_else(around).or_else(deeper);
    let (noun, host, why) = found.or_else(|| fronted(map, event))?;
    let value = mention(map, noun, host);
    Some(Resolved {
        reason: format!("“{}”: {why}", value.span.slice(noun.doc().text())),
        evidence: value.span,
        value,
    })
}

/// "*Police* in Kalem used tear gas and *detained* nine": who did the first thing did the second.
fn shared_doer(event: Tok<'_>) -> Option<Tok<'_>> {
    let first = event.first_conjunct();
    let goes_on = first != event
        && event.dep() == "conj"
        && event.pos() == Pos::Verb
        && event.child(&["nsubj", "nsubjpass"]).is_none();
    first
        .child(&["nsubj"])
        .filter(|_| goes_on && !is_cue(first))
}

/// "torch *North Shore* homes": a region before the houses that are burned.
fn region_before<'d>(map: &Toponyms, event: Tok<'d>, thing: Tok<'d>) -> Option<Tok<'d>> {
    let home = matches!(thing.lemma(), "home" | "house" | "residence");
    let burned = thing.dep_in(&["dobj", "nsubjpass"]) && happens_where_they_are(event);
    let region = |c: &Tok<'d>| {
        c.dep_in(&["compound", "nmod"]) && is_labelled_place(map, *c) && !is_country(c.text())
    };
    thing.children().find(|c| home && burned && region(c))
}

/// The words below an event's own word that tell of it: not what somebody says of it, what else
/// is told of those who take part, what else happened, or what came before and after.
fn below(host: Tok<'_>) -> Vec<Tok<'_>> {
    const APART: [&str; 16] = [
        "after",
        "according",
        "against",
        "before",
        "despite",
        "except",
        "for",
        "from",
        "including",
        "like",
        "until",
        "without",
        "unlike",
        "because",
        "since",
        "if",
    ];
    let mut found = Vec::new();
    let mut open = vec![host];
    while let Some(tok) = open.pop() {
        for child in tok.children() {
            // "exchanged prisoners *under a deal* reached in Kalem"
            let by_rule = child.dep() == "prep"
                && child.lower() == "under"
                && !child
                    .child(&["pobj"])
                    .is_some_and(|o| class_is(o, &[NounClass::Facility, NounClass::Place]));
            let apart = child.dep() == "prep"
                && (APART.contains(&child.lower()) || by_rule)
                && !takes_from(child)
                && !keeps_from(child)
                && !is_distance_from(child)
                || child.dep() == "prep" && child.lower() == "as"
                || is_for_others(child)
                || is_other_happening(tok, child)
                || matches!(child.dep(), "ccomp" | "parataxis" | "csubj" | "relcl")
                || child.dep() == "conj" && is_of_its_own(tok, child)
                || is_cue(child)
                || is_done_meanwhile_by_another(tok, child)
                || child
                    .child(&["mark"])
                    .is_some_and(|m| APART.contains(&m.lower()));
            if !apart {
                found.push(child);
                open.push(child);
            }
        }
    }
    found
}

/// "Ruvia arrests editors *as Danu strikes a boat off Kalem*": two who are named, two deeds, two places.
fn is_done_meanwhile_by_another(deed: Tok<'_>, clause: Tok<'_>) -> bool {
    fn named(verb: Tok<'_>) -> Option<&str> {
        let subject = verb.child(&["nsubj"])?;
        (subject.pos() == Pos::Propn).then(|| subject.text())
    }
    let mark = clause.child(&["mark"]).map_or("", Tok::lower);
    let meanwhile = clause.dep() == "advcl" && matches!(mark, "as" | "while");
    meanwhile
        && (matches!((named(deed), named(clause)), (Some(one), Some(other)) if one != other)
            || mark == "while" && is_deed_of_another(deed, clause))
}

/// "Police arrested five, and *gunmen killed* two in Kalem": both have a doer and somebody to whom it was done.
fn is_deed_of_another(deed: Tok<'_>, other: Tok<'_>) -> bool {
    fn doer(verb: Tok<'_>) -> Option<&str> {
        let subject = verb.child(&["nsubj"])?;
        (subject.pos() != Pos::Pron && verb.child(&["dobj"]).is_some()).then(|| subject.lemma())
    }
    matches!((doer(deed), doer(other)), (Some(one), Some(next)) if one != next)
}

/// Verbs for what is thought, said or wanted of something that is elsewhere.
const JUDGING: [&str; 18] = [
    "applaud",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "demand",
    "denounce",
    "deplore",
    "hail",
    "lament",
    "oppose",
    "praise",
    "protest",
    "regret",
    "reject",
    "seek",
    "slam",
    "welcome",
];

/// "imposed sanctions *over* the war in Kalem", "condemned the *shelling* of Kalem", "demanded an end to the *siege* of
/// Kalem", "urged them *to leave* Kalem": what somebody answers, judges or asks for is elsewhere.
fn is_other_happening(above: Tok<'_>, below: Tok<'_>) -> bool {
    const ASKING: [&str; 9] = [
        "ask", "beg", "call", "invite", "order", "plead", "press", "tell", "urge",
    ];
    const CHARGING: [&str; 6] = ["accuse", "acquit", "blame", "charge", "convict", "suspect"];
    let topic = below.dep() == "prep" && matches!(below.lower(), "over" | "about");
    let governed = object_of_link(below);
    let happening =
        |n: Tok<'_>| noun_classes(n.lemma()).has(NounClass::Event) && n.pos() == Pos::Noun;
    // "expelled over a plot *to kidnap* an editor in Kalem"
    let planned = |n: Tok<'_>| n.child(&["acl"]).is_some_and(|c| c.tag() == "VB");
    // "marched *to demand* an end to the siege of Kalem"
    const MEANT: [&str; 14] = [
        "call",
        "celebrate",
        "commemorate",
        "express",
        "honor",
        "honour",
        "mark",
        "mourn",
        "press",
        "remember",
        "show",
        "support",
        "urge",
        "voice",
    ];
    let shown = below.dep_in(&["xcomp", "advcl"])
        && below.tag() == "VB"
        && is_in_the_streets(above)
        && (JUDGING.contains(&below.lemma()) || MEANT.contains(&below.lemma()));
    shown
        || topic && governed.is_some_and(|n| happening(n) || planned(n))
        || JUDGING.contains(&above.lemma()) && below.dep() == "dobj"
        || ASKING.contains(&above.lemma()) && below.dep_in(&["xcomp", "advcl"]) && below.tag() == "VB"
        || is_between_sides(below)
        // "accused of *masterminding* the bombing in Kalem"
        || CHARGING.contains(&above.lemma())
            && below.dep() == "prep"
            && below.child(&["pcomp"]).is_some()
}

/// "mediate *between* Ruvia and the rebels", "the truce *between* Ruvia and Danu": who stands on either side.
fn is_between_sides(link: Tok<'_>) -> bool {
    let state = |noun: Tok<'_>| is_country(noun.text()) || is_seat_of_government(noun.text());
    // "talks between Kalem and the rebels": the town stands for its government.
    let beside_people = |noun: Tok<'_>, other: Tok<'_>| noun.pos() == Pos::Propn && is_human(other);
    link.lower() == "between"
        && object_of_link(link).is_some_and(|n| {
            let other = |c: Tok<'_>| c.dep() == "conj" && (state(c) || beside_people(n, c));
            state(n) || n.children().any(other)
        })
}

/// "a *show* of solidarity with herders in Kalem", "*solidarity* with them": those are elsewhere.
fn is_for_others(noun: Tok<'_>) -> bool {
    let feeling = |n: Tok<'_>| matches!(n.lemma(), "solidarity" | "sympathy" | "support");
    let shows = matches!(noun.lemma(), "show" | "gesture" | "sign" | "display");
    // "arrested in connection with bombings in Kalem", "killed en route to Kalem"
    matches!(
        noun.lemma(),
        "connection" | "involvement" | "complicity" | "participation"
    ) || noun.lemma() == "route" && noun.prev().is_some_and(|p| p.lower() == "en")
        || feeling(noun) && noun.dep() == "pobj"
        || shows && crate::claim::phrase::object_of(noun, "of").is_some_and(feeling)
}

/// "abducted *from* a school in Kalem": somebody is taken where they are.
fn takes_from(link: Tok<'_>) -> bool {
    let takes = |verb: Tok<'_>| match verb.lemma() {
        "evacuate" | "retreat" | "withdraw" => true,
        "abduct" | "drag" | "free" | "kidnap" | "pull" | "remove" | "rescue" | "seize"
        | "snatch" | "take" => verb.child(&["dobj", "nsubjpass"]).is_some(),
        _ => false,
    };
    // "pulled *back from* Kalem", "pulled *out of* Kalem"
    let leaves = |way: Tok<'_>| {
        let on = match link.lower() {
            "from" => matches!(way.lower(), "back" | "away"),
            "of" => way.lower() == "out",
            _ => false,
        };
        on && way
            .head()
            .is_some_and(|v| matches!(v.lemma(), "draw" | "fall" | "move" | "pull"))
    };
    link.lower() == "from" && link.head().is_some_and(takes) || link.head().is_some_and(leaves)
}

/// "barred the crowd *from reaching* the consulate in Kalem": whoever is kept from it is kept from it there.
fn keeps_from(link: Tok<'_>) -> bool {
    link.lower() == "from"
        && link.child(&["pcomp"]).is_some()
        && link.head().is_some_and(|verb| {
            matches!(verb.lemma(), "bar" | "block" | "keep" | "prevent" | "stop")
        })
}

/// "was kidnapped *from* a farm": people are seized where they are, and a town beside says it better; what is withdrawn
/// from a place is moved.
fn is_seized_from(map: &Toponyms, link: Tok<'_>, site: Tok<'_>) -> bool {
    let seizes = |verb: Tok<'_>| matches!(verb.lemma(), "abduct" | "drag" | "kidnap" | "snatch");
    let Some(verb) = link.head().filter(|v| seizes(*v) && takes_from(link)) else {
        return false;
    };
    let towns = verb.children().chain(site.children());
    let mut towns = towns
        .filter(|c| c.dep() == "prep")
        .filter_map(object_of_link);
    !towns.any(|town| is_labelled_place(map, town))
}

/// Verbs of harm, which happens where those are to whom it is done.
fn harms(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "abduct"
            | "arrest"
            | "burn"
            | "capture"
            | "damage"
            | "destroy"
            | "detain"
            | "hurt"
            | "injure"
            | "kidnap"
            | "kill"
            | "leave"
            | "shoot"
            | "stab"
            | "wound"
    )
}

/// Whether a verb beside an event's word tells of something that happened elsewhere for all we know:
/// "four were killed and six *wounded in Kalem*" and "shot and *left in a ditch*" share their place,
/// "one was held and another *was freed in Kalem*" do not.
fn is_of_its_own(verb: Tok<'_>, joined: Tok<'_>) -> bool {
    if !matches!(joined.pos(), Pos::Verb | Pos::Aux) {
        return false;
    }
    let own_subject = joined.child(&["nsubj", "nsubjpass"]).is_some();
    let own_help = joined.child(&["aux", "auxpass"]).is_some();
    let toll = |v: Tok<'_>| {
        v.tag() == "VBN" && matches!(v.lemma(), "kill" | "wound" | "injure" | "hurt" | "shoot")
    };
    // "four were killed and six others *were wounded in Kalem*"
    let one_toll = toll(verb) && toll(joined);
    !harms(verb)
        || !harms(joined)
        || own_subject && own_help && !one_toll
        || is_deed_of_another(verb, joined)
}

/// Whether a word in an event's clause names a place that something is at: behind a preposition of
/// place, or before or behind the noun of a happening ("in the *Kalem* raid").
fn lies_there(map: &Toponyms, noun: Tok<'_>) -> bool {
    let Some(above) = noun.head() else {
        return false;
    };
    let happens = |tok: Tok<'_>| class_is(tok, &[NounClass::Event]);
    match noun.dep() {
        "pobj" => {
            names_place(map, noun)
                && (leads_to_a_place(above)
                    || way_to(noun).is_some()
                    || matches!(above.lower(), "of" | "on") && above.head().is_some_and(happens))
        }
        "dobj" => HAPPENS_AT_ITS_OBJECT.contains(&above.lemma()) && names_place(map, noun),
        "poss" => happens(above) && is_labelled_place(map, noun),
        // A state there is who did it.
        "compound" | "nmod" => {
            happens(above) && is_labelled_place(map, noun) && !is_country(noun.text())
        }
        _ => false,
    }
}

/// "some 80 km south of Tarnok": a place by which another one is told.
fn is_only_reference(noun: Tok<'_>) -> bool {
    let Some(link) = noun
        .head()
        .filter(|link| matches!(link.lower(), "of" | "from"))
    else {
        return false;
    };
    link.head().is_some_and(|side| {
        // "*the* north of Kalem" lies in it.
        let in_it = side.child(&["det"]).is_some_and(|d| d.lower() == "the");
        is_direction(side.lower()) && !in_it || is_measure(side)
    }) || is_distance_from(link)
}

/// "at a rally in *Orran*, 70 miles south of Tarnok": the place that is told by its distance from another one.
fn told_by_distance<'d>(map: &Toponyms, reference: Tok<'d>) -> Option<Tok<'d>> {
    if !is_only_reference(reference) {
        return None;
    }
    let measure = reference.ancestors().take(4).find(|t| is_measure(*t))?;
    let start = measure.children().map(|c| c.i).min()?.min(measure.i);
    let comma = reference
        .doc()
        .tok(start)
        .prev()
        .filter(|t| t.text() == ",")?;
    comma
        .prev()
        .filter(|name| name.pos() == Pos::Propn && names_place(map, *name))
}

fn is_measure(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "km" | "kms" | "kilometer" | "kilometre" | "mile" | "meter" | "metre"
    )
}

/// "20 kilometres *from* Kalem": no farther than that.
fn is_distance_from(link: Tok<'_>) -> bool {
    link.lower() == "from" && link.prev().is_some_and(is_measure)
}

/// "road", "highway": what is told by where it leads.
fn is_way(noun: Tok<'_>) -> bool {
    matches!(noun.lemma(), "road" | "highway" | "route" | "motorway")
}

/// The road that leads to a place: "the *road* to Kalem".
fn way_to<'d>(place: Tok<'d>) -> Option<Tok<'d>> {
    let link = place
        .head()
        .filter(|link| matches!(link.lower(), "to" | "towards" | "from"))?;
    link.head().filter(|noun| is_way(*noun))
}

/// A preposition of place, or the "of" of "on the outskirts of", "the streets of".
fn leads_to_a_place(link: Tok<'_>) -> bool {
    let of_place = |noun: Tok<'_>| class_is(noun, &[NounClass::Place, NounClass::Facility]);
    let of_part = |noun: Tok<'_>| matches!(noun.lower(), "edge" | "heart" | "middle" | "rest");
    PLACING.contains(&link.lower())
        || takes_from(link)
        || is_distance_from(link)
        || link.lower() == "of" && link.head().is_some_and(|h| of_place(h) || of_part(h))
}

/// Whether a noun is a name of a place, or the noun that such a name belongs to: "the town of
/// Huddur", "the airport of Kalem", "the Tarnok district", "the Tarnok School".
fn names_place(map: &Toponyms, noun: Tok<'_>) -> bool {
    is_labelled_place(map, noun)
        || kind_of_named_place(map, noun).is_some()
        || noun.pos() == Pos::Propn && class_is(noun, &[NounClass::Facility])
}

/// The name that a noun for a kind of place belongs to.
fn kind_of_named_place<'d>(map: &Toponyms, noun: Tok<'d>) -> Option<Tok<'d>> {
    let kind =
        class_is(noun, &[NounClass::Place, NounClass::Facility]) || is_section_of_a_town(noun);
    if noun.pos() != Pos::Noun || !kind {
        return None;
    }
    // What a town or district is called is a place, whatever the model takes it for.
    let settled = is_settlement_word(noun.lemma());
    // "Red Dawn *targets* in Kalem": called after whoever holds them.
    let held = matches!(
        noun.lemma(),
        "hideout" | "outpost" | "position" | "stronghold" | "target"
    );
    let built =
        |name: Tok<'d>| !held && name.i < noun.i && matches!(name.name_label(), "ORG" | "FAC" | "");
    let fits = |name: Tok<'d>| {
        is_labelled_place(map, name)
            || name.pos() == Pos::Propn && !is_acronym(name) && (settled || built(name))
    };
    let modifies = |c: &Tok<'d>| c.i < noun.i && c.dep_in(&["compound", "nmod"]);
    let before = noun.children().filter(modifies).rfind(|c| fits(*c));
    // "*Kalem* refugee camp"
    let before = before.or_else(|| {
        let modifiers = noun.children().filter(modifies);
        modifiers
            .flat_map(Tok::children)
            .filter(modifies)
            .rfind(|c| is_labelled_place(map, *c))
    });
    before
        .or_else(|| partitive_whole(noun).filter(|name| fits(*name)))
        .or_else(|| {
            noun.child(&["appos"])
                .filter(|name| is_labelled_place(map, *name))
        })
}

fn is_acronym(tok: Tok<'_>) -> bool {
    !tok.text().chars().any(char::is_lowercase)
}

/// "In Vienna, some thousands marched": a place that opens the sentence holds for its main clause.
fn fronted<'d>(map: &Toponyms, event: Tok<'d>) -> Option<(Tok<'d>, Tok<'d>, &'static str)> {
    let doc = event.doc();
    let first = doc.tok(doc.sentences()[event.sentence()].tokens.start);
    // "*Elsewhere in* Danu, troops patrolled"
    let first = match first.lower() {
        "elsewhere" => first.child(&["prep"])?,
        _ => first,
    };
    let noun = object_of_link(first).filter(|n| names_place(map, *n))?;
    let in_main_clause = std::iter::once(event).chain(event.ancestors()).all(|t| {
        matches!(
            t.dep(),
            "ROOT" | "conj" | "advcl" | "prep" | "pobj" | "dobj" | "pcomp"
        )
        // "In Kalem, police beat people *protesting* against it"
        || t.dep() == "acl" && t.tag() == "VBG"
        // "In Kalem, medics said six *were killed*": who speaks there speaks of what happened there, if it is no capital,
        // in which all is told.
        || t.dep() == "ccomp"
            && t.head().is_some_and(is_cue)
            && !is_seat_of_government(noun.text())
            && !is_country(noun.text())
    });
    (PLACING.contains(&first.lower()) && in_main_clause && noun.i < event.i).then_some((
        noun,
        noun,
        "it opens the sentence",
    ))
}

/// A name that the language layer takes for a place, or that the gazetteer knows and the article
/// uses as one.
fn is_labelled_place(map: &Toponyms, noun: Tok<'_>) -> bool {
    noun.pos() == Pos::Propn
        && (matches!(noun.name_label(), "GPE" | "LOC" | "FAC") || is_on_the_map(map, noun))
}

/// Whether the article uses the word as a place of the gazetteer.
fn is_on_the_map(map: &Toponyms, noun: Tok<'_>) -> bool {
    map.at(noun.span()).is_some_and(is_a_place)
}

/// A place behind a preposition on `host`; the one nearest to the event.
fn place_on(
    map: &Toponyms,
    host: Tok<'_>,
    event: Tok<'_>,
    arguments: &[Argument],
    why: &str,
) -> Option<Resolved<PlaceMention>> {
    let links = host.children().filter(|c| {
        let governs = || c.child(&["pobj"]).is_some();
        // "*close to* the border"
        let near =
            || c.lower() == "close" && c.child(&["prep"]).is_some_and(|to| to.lower() == "to");
        c.dep() == "prep" || c.dep() == "advmod" && (governs() || near())
    });
    let placed = links.filter_map(|link| {
        let noun = object_of_link(link)?;
        // "imposed a curfew *in three districts*": they suffer it, and it is there.
        let inside = matches!(link.lower(), "in" | "across" | "throughout");
        let participates = !inside && arguments.iter().any(|a| a.head == noun.i);
        // "during prayers *in Kalem*": what goes on meanwhile is where the event is.
        let meanwhile = || {
            let inner = noun
                .children()
                .filter(|c| c.dep() == "prep" && c.i > noun.i);
            inner
                .filter_map(|inner| Some((inner, object_of_link(inner)?)))
                .find(|(inner, place)| {
                    is_labelled_place(map, *place) && names_a_place(map, *inner, *place)
                })
        };
        let at_gathering = matches!(link.lower(), "at" | "during") && is_held_in_one_place(noun);
        if (link.lower() == "during" && link.i > event.i || at_gathering)
            && let Some(found) = meanwhile()
        {
            return Some(found);
        }
        if !participates && names_a_place(map, link, noun) {
            return Some((link, noun));
        }
        // "at *Toledo* house party": where the gathering was.
        let town = noun
            .children()
            .find(|c| c.dep() == "compound" && is_labelled_place(map, *c));
        let at = matches!(link.lower(), "at" | "outside" | "near");
        town.filter(|_| is_held_in_one_place(noun) && at && !participates)
            .map(|town| (link, town))
    });
    let (link, noun) =
        placed.min_by_key(|(link, _)| (link.i < event.i, link.i.abs_diff(event.i)))?;
    let value = mention(map, noun, host);
    Some(Resolved {
        reason: format!(
            "“{} {}” modifies “{}”, {why}",
            link.text(),
            value.span.slice(noun.doc().text()),
            host.text()
        ),
        evidence: link.span().cover(value.span),
        value,
    })
}

/// What people come together for in one place.
fn is_held_in_one_place(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "ceremony"
            | "concert"
            | "conference"
            | "festival"
            | "funeral"
            | "meeting"
            | "party"
            | "picnic"
            | "rally"
            | "summit"
            | "vigil"
            | "wedding"
    )
}

fn is_human(noun: Tok<'_>) -> bool {
    noun_classes(noun.lemma()).meets(ClassSet::HUMAN)
}

/// "the station *where* six were killed": the place that the clause describes.
fn place_described(map: &Toponyms, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let clause = std::iter::once(event)
        .chain(event.ancestors())
        .take(4)
        // "the hospital where two *hurt* in the blast are treated": they were hurt elsewhere.
        .take_while(|t| t.dep() != "acl")
        // "where *victims of the bombing* were buried": they were bombed elsewhere.
        .take_while(|t| t.lower() != "of" || !t.head().is_some_and(is_human))
        .find(|t| t.dep() == "relcl")?;
    let link = clause.child(&["advmod"]).filter(|w| w.lower() == "where")?;
    let noun = clause.head()?;
    let placed =
        is_place_name(map, noun) || class_is(noun, &[NounClass::Place, NounClass::Facility]);
    placed.then(|| {
        let value = mention(map, noun, noun);
        Resolved {
            reason: format!("“{}” in the clause that describes it", link.text()),
            evidence: value.span.cover(event.span()),
            value,
        }
    })
}

/// What a preposition governs, through a second one: "near to", "out of", "in front of".
fn object_of_link(link: Tok<'_>) -> Option<Tok<'_>> {
    let object = link
        .child(&["pobj"])
        .or_else(|| link.child(&["prep"])?.child(&["pobj"]))?;
    // "*across from* Kalem" is another place than Kalem.
    if link.lower() == "across" && link.child(&["pobj"]).is_none() && object.pos() == Pos::Propn {
        return None;
    }
    let only_side = matches!(object.lower(), "front" | "back" | "top")
        && object.child(&["det", "amod", "compound"]).is_none();
    // "in a poor *part* of north Kalem"
    let only_part = object.pos() == Pos::Noun
        && matches!(object.lemma(), "part" | "section")
        && !has_a_name(object);
    match partitive_whole(object) {
        Some(whole) if only_side || only_part && whole.pos() == Pos::Propn => Some(whole),
        _ => Some(object),
    }
}

/// Whether preposition and noun together say where.
fn names_a_place(map: &Toponyms, link: Tok<'_>, noun: Tok<'_>) -> bool {
    let built = class_is(noun, &[NounClass::Facility]) && !class_is(noun, &[NounClass::Event]);
    // "in the first place" is none.
    // Neither is "on the spot" or "at the scene"; "at places full of people" is one.
    let bare = noun.child(&["amod", "acl", "relcl", "compound"]).is_none();
    // "in a state of war" tells how things stand, "in the state of Kano" where.
    let of = noun.children().find(|c| c.lower() == "of");
    let whole = of.and_then(|of| of.child(&["pobj"]));
    let condition = noun.lemma() == "state" && whole.is_some_and(|w| w.pos() == Pos::Noun);
    // "sentenced to life in prison": where it will be served.
    let to_serve = matches!(noun.lemma(), "prison" | "jail")
        && link.head().into_iter().chain(link.prev()).any(|h| {
            matches!(
                h.lemma(),
                "sentence" | "life" | "year" | "month" | "week" | "day" | "term" | "time"
            )
        });
    if to_serve {
        return false;
    }
    let says_nothing = condition || matches!(noun.lemma(), "place" | "spot" | "scene") && bare;
    let spot = is_place_name(map, noun)
        || phrase::is_road(noun)
        || phrase::is_sector(noun)
        || is_section_of_a_town(noun)
        || class_is(noun, &[NounClass::Place]) && !says_nothing && noun.lower() != "place";
    match link.lower() {
        "into" if spot && is_entered(link) => true,
        "to" | "into" => (spot || built) && is_where_forces_go(link),
        "aboard" => class_is(noun, &[NounClass::Vehicle]) || noun.pos() == Pos::Propn,
        "on" => {
            let road = phrase::is_road(noun) || is_way(noun) && is_told_which(noun);
            let named = is_place_name(map, noun) && !road;
            (class_is(noun, &[NounClass::Place]) && !says_nothing || road) && !named
        }
        "at" if is_named_site(link, noun) => true,
        "over" | "above" => spot && is_in_the_air(link),
        // "abducted *from a farm*"
        "from" => (spot || built) && is_seized_from(map, link, noun),
        // "tore the roof *off a church*": from where something came, and not where.
        "off" => spot,
        word if PLACING.contains(&word) => (spot || built) && !is_between_sides(link),
        _ => false,
    }
}

/// "the *Orran* section"
fn has_a_name(noun: Tok<'_>) -> bool {
    noun.children()
        .any(|c| c.dep_in(&["compound", "nmod"]) && c.pos() == Pos::Propn)
}

/// "the *Orran section* of Kalem", "Kalem's *Orran section*": a quarter, and no part of a law or a newspaper.
fn is_section_of_a_town(noun: Tok<'_>) -> bool {
    let of_a_town =
        |t: Tok<'_>| t.pos() == Pos::Propn && matches!(t.name_label(), "GPE" | "LOC" | "FAC" | "");
    let town = || partitive_whole(noun).or_else(|| noun.child(&["poss"]));
    noun.lemma() == "section" && has_a_name(noun) && town().is_some_and(of_a_town)
}

/// "marched *into* Kalem", "crossed *into* Danu": those who move into a place are there.
fn is_entered(link: Tok<'_>) -> bool {
    link.head().is_some_and(|verb| {
        matches!(
            verb.lemma(),
            "advance"
                | "break"
                | "burst"
                | "chase"
                | "cross"
                | "march"
                | "move"
                | "push"
                | "pursue"
                | "roll"
                | "sweep"
        )
    })
}

/// "sent troops *to* the border", "the deployment of police *to* Kalem": forces are told of where they are sent.
fn is_where_forces_go(link: Tok<'_>) -> bool {
    const SENDING: [&str; 8] = [
        "airlift", "deploy", "dispatch", "move", "order", "redeploy", "rush", "send",
    ];
    const SENT: [NounClass; 2] = [NounClass::Armed, NounClass::Police];
    let Some(sending) = link.head() else {
        return false;
    };
    // "hundreds of *soldiers* were sent to Kalem"
    let forces = |c: Tok<'_>| {
        let counted = || partitive_whole(c).is_some_and(|whole| class_is(whole, &SENT));
        class_is(c, &SENT) || counted()
    };
    // "*troops* deployed to Kalem"
    let went =
        matches!(sending.lemma(), "deploy" | "redeploy") && sending.child(&["dobj"]).is_none();
    let sent =
        |c: Tok<'_>| (c.dep_in(&["dobj", "nsubjpass"]) || went && c.dep() == "nsubj") && forces(c);
    let noun = matches!(sending.lemma(), "deployment" | "dispatch" | "redeployment");
    noun || SENDING.contains(&sending.lemma()) && sending.children().any(sent)
}

fn class_is(noun: Tok<'_>, classes: &[NounClass]) -> bool {
    noun_classes(&noun.lemma().to_lowercase()).meets(ClassSet::of(classes))
}

/// "downed two drones *over* Kalem": of what flies it says where; a quarrel over a place is elsewhere.
fn is_in_the_air(link: Tok<'_>) -> bool {
    const FLYING: [NounClass; 3] = [NounClass::Aircraft, NounClass::Drone, NounClass::Heavy];
    link.head().is_some_and(|event| {
        matches!(
            event.lemma(),
            "airstrike" | "bombardment" | "bombing" | "flight" | "overflight"
        ) || class_is(event, &FLYING)
            || event.children().any(|c| class_is(c, &FLYING))
    })
}

/// "killed *at Jaggapet*", "seized *at Harbour Gate*": what is done at a name that is nobody's is done there, though no
/// map has it; "laughed at Kalem" and "anger at Kalem" aim at it.
fn is_named_site(link: Tok<'_>, noun: Tok<'_>) -> bool {
    const AIMING: [&str; 14] = [
        "aim", "direct", "fire", "hit", "hurl", "lash", "laugh", "level", "look", "point", "rail",
        "shoot", "shout", "throw",
    ];
    let done_there = link.head().is_some_and(|h| match h.pos() {
        Pos::Verb => !AIMING.contains(&h.lemma()),
        _ => noun_classes(h.lemma()).has(NounClass::Event),
    });
    // "at *Sidi Oran*, 60 km south of the capital": no person, whatever the model takes it for.
    let measured = noun.child(&["appos"]).is_some_and(is_measure);
    noun.pos() == Pos::Propn
        && done_there
        && (measured || noun.name_label() != "PERSON")
        && !matches!(noun.name_label(), "DATE" | "TIME" | "EVENT" | "NORP")
}

/// Whether a token heads a name of a place: by the model's type, or as a bare capitalised name
/// behind a preposition of place, where the model has no name or mistakes a small town for another.
fn is_place_name(map: &Toponyms, noun: Tok<'_>) -> bool {
    if is_labelled_place(map, noun) {
        return true;
    }
    match noun.name_label() {
        "GPE" | "LOC" | "FAC" => true,
        "" | "PERSON" => noun.pos() == Pos::Propn && bare_name(noun),
        // "in Diban" taken for a company; a name of several words is more likely one.
        "ORG" => {
            let single = noun.name().is_some_and(|n| n.end - n.first == 1);
            // "the city of El Kalem"
            let called = noun
                .head()
                .filter(|of| of.lower() == "of" && noun.dep() == "pobj")
                .and_then(Tok::head)
                .is_some_and(|kind| matches!(kind.lemma(), "city" | "town" | "village"));
            noun.pos() == Pos::Propn && (single || called) && !is_acronym(noun) && bare_name(noun)
        }
        // "killed nine in *Orlo*": nobody is killed in a language or a people.
        "LANGUAGE" | "NORP" => {
            noun.tag() == "NNP" && bare_name(noun) && is_where_harm_is_done(noun)
        }
        _ => false,
    }
}

/// Whether a verb of harm stands above the preposition before a name, or above whom it befalls.
fn is_where_harm_is_done(name: Tok<'_>) -> bool {
    let above = name.ancestors().skip(1).take(2);
    let mut verbs = above.filter(|t| t.pos() == Pos::Verb);
    verbs.next().is_some_and(happens_where_they_are)
}

/// A name without article or title: "in Diban", not "in the SDF".
fn bare_name(noun: Tok<'_>) -> bool {
    let first = noun
        .children()
        .map(|c| c.i)
        .filter(|i| *i < noun.i)
        .min()
        .unwrap_or(noun.i);
    let plain = |c: Tok<'_>| {
        c.dep() == "compound" && c.pos() == Pos::Propn
            || c.dep_in(&["compound", "amod"]) && is_side(c.lower())
    };
    let places = |word: &str| matches!(word, "in" | "near" | "outside" | "around" | "of");
    // "walked out in solidarity", which the tagger takes for a name.
    let small = noun.text().starts_with(char::is_lowercase);
    !small
        && noun.children().filter(|c| c.i < noun.i).all(plain)
        && noun
            .doc()
            .tok(first)
            .prev()
            .is_some_and(|p| places(p.lower()))
}

/// "the Mandera attack", "Mali protests": a place before the event noun, where it is not who did it.
fn place_before(layers: &Layers<'_>, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    if event.pos() == Pos::Verb || event.pos() == Pos::Aux {
        return None;
    }
    let before = |noun: Tok<'_>, c: Tok<'_>| c.i < noun.i && c.dep_in(&["compound", "nmod"]);
    let name = event
        .children()
        .find(|c| {
            // The tagger takes "mosque" in a headline for a name.
            before(event, *c) && c.pos() == Pos::Propn && !class_is(*c, &[NounClass::Facility])
        })
        .or_else(|| {
            // "the *Kalem* mosque blast"
            let building = event
                .children()
                .find(|c| before(event, *c) && class_is(*c, &[NounClass::Facility]))?;
            building
                .children()
                .find(|c| before(building, *c) && c.pos() == Pos::Propn)
        })?;
    let doc = layers.doc;
    let span = with_whole_name(layers.places, name, name_span(name));
    let words = span.slice(doc.text());
    let known = is_labelled_place(layers.places, name)
        || placed_elsewhere(doc, words)
        || names_division(doc, words);
    // "the Ruvia attack": a country may have made it as well as suffered it.
    let either = event.lemma() == "attack" && !is_scene_of_article(name);
    if !known || is_country(words) && (either || is_agent_before(event, name)) {
        return None;
    }
    Some(Resolved {
        value: PlaceMention {
            span,
            head: name.i,
            within: Vec::new(),
            located: None,
        },
        reason: format!("“{words}” before “{}” names where it was", event.text()),
        evidence: span.cover(event.span()),
    })
}

/// "the murder of *Lincoln*" is of somebody, whatever the map has of this name.
fn is_done_to_somebody(event: Tok<'_>) -> bool {
    matches!(
        event.lemma(),
        "abduction"
            | "arrest"
            | "assassination"
            | "beheading"
            | "death"
            | "detention"
            | "execution"
            | "kidnapping"
            | "killing"
            | "lynching"
            | "murder"
            | "rape"
            | "shooting"
            | "slaying"
            | "torture"
    )
}

/// "an air strike on Hajjah", "the shelling of Kalem": the town that the event noun is aimed at.
fn place_aimed_at(layers: &Layers<'_>, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let taking = matches!(
        event.lemma(),
        "capture" | "conquest" | "liberation" | "occupation" | "recapture" | "seizure" | "takeover"
    );
    if event.pos() == Pos::Verb || !taking && !class_is(event, &[NounClass::Event]) {
        return None;
    }
    let aimed = |c: &Tok<'_>| {
        let links = match is_done_to_somebody(event) {
            true => &["on", "against"][..],
            false => &["on", "of", "against"],
        };
        c.dep() == "prep" && links.contains(&c.lower())
    };
    let name = event
        .children()
        .filter(|c| c.i > event.i && aimed(c))
        .filter_map(|link| link.child(&["pobj"]))
        .find(|noun| {
            // "a raid on *Kalem refugee camp*"
            let name = kind_of_named_place(layers.places, *noun).unwrap_or(*noun);
            is_labelled_place(layers.places, name) && is_on_the_map(layers.places, name)
        })?;
    let value = mention(layers.places, name, name);
    let words = value.span.slice(layers.doc.text());
    (!is_country(words)).then(|| Resolved {
        reason: format!("“{}” is aimed at “{words}”", event.text()),
        evidence: value.span.cover(event.span()),
        value,
    })
}

/// Whether the article puts something "in" or "the town of" this name elsewhere.
fn placed_elsewhere(doc: &Document, name: &str) -> bool {
    doc.toks().any(|t| {
        t.text() == name
            && t.dep() == "pobj"
            && t.head().is_some_and(|link| {
                link.lower() == "in"
                    || link.lower() == "of"
                        && link
                            .head()
                            .is_some_and(|h| class_is(h, &[NounClass::Place]))
            })
    })
}

/// "attacked a checkpoint in Diban": the place of what it is done to.
fn argument_place(
    layers: &Layers<'_>,
    hosts: &[Host<'_>],
    event: Tok<'_>,
    arguments: &[Argument],
) -> Option<Resolved<PlaceMention>> {
    // "condemned the rape of a student *in Kalem*": who is condemned, praised or asked is elsewhere, while people protest
    // where they are.
    if JUDGING.contains(&event.lemma()) && event.lemma() != "protest" {
        return None;
    }
    let told = arguments
        .iter()
        .filter(|a| matches!(a.role, Role::Recipient | Role::Victim))
        .map(|a| layers.doc.tok(a.head))
        .filter(|t| t.sentence() == event.sentence())
        // "marched against *the war* in Kalem"
        .filter(|t| !is_in_the_streets(event) || !is_deed_elsewhere(layers.places, *t));
    let by_grammar = hosts
        .iter()
        .flat_map(|h| objects(h.tok))
        .filter(|o| !is_event(*o));
    let heads: Vec<Tok<'_>> = told.chain(by_grammar).collect();
    // "burned a mill and *a school in Kalem*"
    heads
        .into_iter()
        .flat_map(|t| [Some(t), partitive_whole(t), t.child(&["conj"])])
        .flatten()
        .find_map(|head| {
            place_on(layers.places, head, event, &[], "what it is done to").or_else(|| {
                let locates = |c: &Tok<'_>| {
                    matches!(
                        c.lower(),
                        "located"
                            | "based"
                            | "situated"
                            | "parked"
                            | "placed"
                            | "planted"
                            | "hidden"
                    )
                };
                let clause = head.children().find(|c| c.dep() == "acl" && locates(c))?;
                place_on(
                    layers.places,
                    clause,
                    event,
                    &[],
                    "which locates what it is done to",
                )
            })
        })
}

/// Objects of a verb, and what an event noun is directed at.
fn objects<'d>(host: Tok<'d>) -> impl Iterator<Item = Tok<'d>> {
    host.children().filter_map(move |c| match c.dep() {
        "dobj" | "nsubjpass" => Some(c),
        "prep" if matches!(c.lower(), "on" | "against" | "of" | "at") => c.child(&["pobj"]),
        // "rammed *into a crowd* in Kalem"
        "prep" if c.lower() == "into" && runs_into(host) => c.child(&["pobj"]),
        _ => None,
    })
}

/// "ploughed into", "slammed into": what is run into is where it happens.
fn runs_into(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "crash" | "drive" | "plough" | "plow" | "ram" | "run" | "slam" | "smash"
    )
}

/// "one of their centers": the noun that names it.
fn partitive_whole(head: Tok<'_>) -> Option<Tok<'_>> {
    head.children()
        .find(|c| c.dep() == "prep" && c.lower() == "of")?
        .child(&["pobj"])
}

/// The place as the text gives it: "the town of Diban", "Diban town" and "the capital, Diban" are
/// Diban; what holds it comes after. "The outskirts of Diban" is a part of the named place and not
/// the place itself.
fn mention<'d>(map: &Toponyms, noun: Tok<'d>, host: Tok<'d>) -> PlaceMention {
    let named = kind_of_named_place(map, noun).filter(|name| {
        let built = class_is(noun, &[NounClass::Facility]);
        !built && is_settlement_word(noun.lemma()) && name.pos() == Pos::Propn
    });
    let (head, span) = match named {
        // "Diban town": the words of the name and of what it is.
        Some(name) if name.i < noun.i => (noun, place_span(noun)),
        Some(name) => (name, name_span(name)),
        None => (noun, place_span(noun)),
    };
    let span = with_whole_name(map, head, span);
    let mut within = if head == noun {
        Vec::new()
    } else {
        containers(map, head)
    };
    within.extend(containers(map, noun));
    within.extend(trailing(map, host, noun));
    PlaceMention {
        span,
        head: head.i,
        within: others(within, span),
        located: None,
    }
}

/// Words for inhabited places and divisions, which names stand beside.
fn is_settlement_word(lemma: &str) -> bool {
    matches!(
        lemma,
        "town"
            | "city"
            | "village"
            | "hamlet"
            | "district"
            | "quarter"
            | "section"
            | "barrio"
            | "borough"
            | "favela"
            | "township"
            | "province"
            | "region"
            | "state"
            | "county"
            | "island"
            | "capital"
            | "suburb"
            | "neighborhood"
            | "neighbourhood"
            | "area"
            | "governorate"
            | "municipality"
            | "port"
            | "airport"
            | "settlement"
            | "enclave"
    )
}

/// The places of a list other than `own`, each once.
fn others(places: Vec<Span>, own: Span) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    for place in places {
        if !own.overlaps(place) && !kept.contains(&place) {
            kept.push(place);
        }
    }
    kept
}

/// The larger places that hang on a place: "in the countryside of …", ", Syria", "Syria's …".
fn containers(map: &Toponyms, noun: Tok<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    // "a market *close to the mill* in Kalem"
    let beside = noun
        .next()
        .filter(|t| matches!(t.lower(), "adjacent" | "close" | "next"));
    if let Some(neighbour) = beside.and_then(|t| phrase::object_of(t, "to")) {
        found.extend(containers(map, neighbour));
    }
    for child in noun.children() {
        match child.dep() {
            "prep" if child.lower() == "in" || child.lower() == "of" => {
                if let Some(object) = child
                    .child(&["pobj"])
                    .filter(|o| is_place_name(map, *o) || class_is(*o, &[NounClass::Place]))
                {
                    // "a market in the northern Danian *city of Kalem*": Kalem says more than Danu.
                    let called = kind_of_named_place(map, object).is_some_and(|name| {
                        name.i > object.i && is_settlement_word(object.lemma())
                    });
                    if called {
                        found.extend(containers(map, object));
                    }
                    found.push(place_span(object));
                    found.extend(containers(map, object));
                }
            }
            // "a camp on the outskirts of Goma", "in Kanyabayonga, near Goma"
            // "in several places *around* Kalem", "in cities *across* Ruvia"
            "prep"
                if matches!(
                    child.lower(),
                    "on" | "near" | "outside" | "across" | "around" | "throughout"
                ) =>
            {
                let part = object_of_link(child);
                found.extend(part.filter(|o| is_labelled_place(map, *o)).map(place_span));
                found.extend(part.into_iter().flat_map(|o| containers(map, o)));
            }
            "appos" if is_place_name(map, child) => {
                found.push(place_span(child));
                found.extend(containers(map, child));
            }
            "poss" if is_place_name(map, child) => found.push(place_span(child)),
            // "a shop they *ran* in Kalem"
            "relcl" if is_kept_there(child) => {
                let links = child.children().filter(|c| {
                    c.dep() == "prep" && matches!(c.lower(), "in" | "near" | "outside")
                });
                let named = links
                    .filter_map(object_of_link)
                    .filter(|o| is_place_name(map, *o));
                found.extend(named.map(place_span));
            }
            "acl" if matches!(child.lower(), "located" | "situated") => {
                found.extend(
                    child
                        .children()
                        .filter(|c| c.dep() == "prep")
                        .filter_map(object_of_link)
                        .map(place_span),
                );
            }
            _ => {}
        }
    }
    found
}

/// "own", "rent", "stand": what is told so of a building is told of where it is.
fn is_kept_there(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "lease" | "manage" | "operate" | "own" | "rent" | "run" | "sit" | "stand"
    )
}

/// A second phrase of place behind the first on the same host: "in Diban, in eastern Syria", "in their camp on the Orran
/// Peninsula".
fn trailing(map: &Toponyms, host: Tok<'_>, noun: Tok<'_>) -> Vec<Span> {
    // "shot in Kalem *on Mill Street*": a street holds no town.
    let holds = |c: &Tok<'_>| {
        c.lower() == "in" || c.lower() == "on" && !object_of_link(*c).is_some_and(phrase::is_road)
    };
    let links = host
        .children()
        .filter(|c| c.i > noun.i && c.dep() == "prep" && holds(c));
    // "in Danu *and in Orran*" are two places.
    let joined = |c: &Tok<'_>| c.prev().is_some_and(|t| t.dep() == "cc");
    links
        .filter(|c| !joined(c))
        .filter_map(object_of_link)
        .filter(|o| is_place_name(map, *o))
        .map(place_span)
        .collect()
}

/// A name with its compounds and its direction: "eastern Deir Ezzor".
fn name_span(name: Tok<'_>) -> Span {
    let doc = name.doc();
    let parts = name.children().filter(|c| {
        c.i < name.i
            && c.dep_in(&["compound", "amod", "nmod"])
            && (c.pos() == Pos::Propn || is_side(c.lower()))
    });
    let mut first = parts.map(|c| c.i).min().unwrap_or(name.i);
    // "*Los* Angeles International Airport": a compound of a compound.
    let part_before = |first: usize| {
        doc.tok(first).prev().filter(|before| {
            before.pos() == Pos::Propn
                && before.dep_in(&["compound", "nmod"])
                && name.governs(*before)
        })
    };
    while let Some(before) = part_before(first) {
        first = before.i;
    }
    doc.span_of(first..name.i + 1)
}

/// With all words of the map's name, whatever the tree makes of them: "*Burkina* Faso", "South *China Sea*".
fn with_whole_name(map: &Toponyms, name: Tok<'_>, span: Span) -> Span {
    let whole = map.at(name.span()).filter(|t| is_a_place(t));
    whole.map_or(span, |toponym| span.cover(toponym.span))
}

/// Words that narrow a place down to a part of it.
fn is_side(word: &str) -> bool {
    is_direction(word) || matches!(word, "central" | "upper" | "lower" | "greater" | "downtown")
}

/// The words of a place: a name, or the noun phrase without article, containing places and clauses.
fn place_span(noun: Tok<'_>) -> Span {
    if noun.pos() == Pos::Propn && noun.child(&["poss"]).is_none() {
        return name_span(noun);
    }
    let doc = noun.doc();
    let parts = noun
        .children()
        .filter(|c| c.i < noun.i && c.dep_in(&["compound", "amod", "nmod", "nummod"]));
    let first = parts
        .flat_map(|c| c.subtree())
        .map(|t| t.i)
        .min()
        .unwrap_or(noun.i);
    // "the road to Kalem" is told by where it leads.
    let leads = |word: &str| matches!(word, "to" | "towards" | "from") && is_way(noun);
    let of = noun.children().find(|c| {
        let link = matches!(c.lower(), "of" | "between") || leads(c.lower());
        c.i > noun.i && c.dep() == "prep" && link
    });
    let last = of.and_then(|c| c.child(&["pobj"])).map_or(noun.i, |o| {
        o.children()
            .take_while(|c| c.dep() != "relcl")
            .filter(|c| c.dep() == "conj")
            .last()
            .map_or(o.i, |c| c.i)
    });
    doc.span_of(first.min(noun.i)..last.max(noun.i) + 1)
}
