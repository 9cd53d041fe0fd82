//! The event's own place.

use super::Resolved;
use super::host::{Host, hosts, is_cue, is_event};
use crate::claim::{Argument, PlaceMention, Role, phrase};
use crate::layers::Layers;
use dateline_data::{ClassSet, NounClass, is_country, noun_classes};
use dateline_span::Span;
use dateline_text::{Document, Pos, Tok};

/// Prepositions of place that any place may follow.
const PLACING: [&str; 15] = [
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
    "beside",
    "between",
];

/// Verbs whose event is where that is which it is done to: "captured Jaffna", "patrolled Grozny's
/// streets". Words do not happen at whom they address.
const HAPPENS_AT_ITS_OBJECT: [&str; 32] = [
    "attack",
    "besiege",
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
    "hit",
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
    let (own, taken_over): (Vec<Host<'_>>, Vec<Host<'_>>) =
        hosts(event).into_iter().partition(|h| h.own);
    let direct = own
        .iter()
        .find_map(|h| place_on(h.tok, event, arguments, h.why));
    let by_object = argument_place(layers.doc, &own, event, arguments);
    let spelled = match (by_object, direct) {
        // "shelled a camp in Rutshuru, in eastern Congo": the nearer one lies in the further one.
        (Some(mut near), Some(far)) if near.evidence.start < far.evidence.start => {
            if !near.value.within.contains(&far.value.span) {
                near.value.within.push(far.value.span);
            }
            Some(near)
        }
        (by_object, direct) => direct.or(by_object),
    };
    let found = spelled
        .or_else(|| place_described(event))
        .or_else(|| own.iter().find_map(|h| place_before(layers.doc, h.tok)))
        .or_else(|| {
            taken_over.iter().find_map(|h| {
                place_on(h.tok, event, arguments, h.why)
                    .or_else(|| place_before(layers.doc, h.tok))
                    .or_else(|| objects(h.tok).find_map(|o| place_on(o, event, arguments, h.why)))
            })
        });
    found
        .or_else(|| place_around(event, arguments))
        .or_else(|| named_place(event, &own))
}

/// A named place on a clause that the event stands in, where nothing nearer says where: "Three
/// *raids* shook the market *in Kalem*". Verbs of saying tell where it was said, and what somebody
/// says, thinks or pretends need not have happened where he does.
fn place_around(event: Tok<'_>, arguments: &[Argument]) -> Option<Resolved<PlaceMention>> {
    const WIDE: &[&str] = &["in", "near", "across", "throughout", "outside"];
    std::iter::once(event)
        .chain(event.ancestors())
        .take(12)
        .take_while(|t| !matches!(t.dep(), "ccomp" | "acl" | "csubj"))
        .filter_map(|t| t.head())
        .filter(|t| matches!(t.pos(), Pos::Verb | Pos::Aux) && !is_cue(*t))
        .find_map(|t| {
            let found = place_on(t, event, arguments, "the clause that the event stands in")?;
            let noun = event.doc().tok(found.value.head);
            let link = noun.head()?;
            let named = matches!(noun.name_label(), "GPE" | "LOC" | "FAC");
            (named && WIDE.contains(&link.lower())).then_some(found)
        })
}

/// Where no preposition on the event says where: the place that it is done to ("captured Jaffna"),
/// whose thing it is done to ("patrolled Grozny's streets"), where those are who do or suffer it
/// ("dozens of people in Tikrit marched"), or what lies deeper in its own clause ("shot while on
/// patrol in Helmand"). Only names of places count, and never those of a verb of saying.
fn named_place(event: Tok<'_>, own: &[Host<'_>]) -> Option<Resolved<PlaceMention>> {
    if is_cue(event) {
        return None;
    }
    let participants: Vec<Tok<'_>> = own
        .iter()
        .flat_map(|h| h.tok.children())
        .filter(|c| c.dep_in(&["dobj", "nsubjpass", "nsubj"]))
        .collect();
    let in_place = HAPPENS_AT_ITS_OBJECT.contains(&event.lemma());
    let done_to = participants
        .iter()
        .filter(|c| in_place && c.dep() != "nsubj")
        .find(|c| is_labelled_place(**c) || is_named_by_of(**c))
        .map(|c| (*c, *c, "the event is done to it"));
    let owner = || {
        let things = participants
            .iter()
            .filter(|c| in_place && c.dep() != "nsubj");
        things
            .filter_map(|c| c.child(&["poss"]))
            .find(|owner| is_labelled_place(*owner))
            .map(|owner| (owner, owner, "what the event is done to is there"))
    };
    let around = || {
        participants.iter().find_map(|c| {
            let link = c
                .children()
                .find(|l| l.dep() == "prep" && PLACING.contains(&l.lower()))?;
            let noun = object_of_link(link).filter(|n| is_labelled_place(*n))?;
            Some((noun, *c, "who takes part is there"))
        })
    };
    let deeper = || {
        own.iter().find_map(|h| {
            let below = h.tok.subtree();
            let places = below.into_iter().filter(|t| {
                t.i > event.i
                    && t.dep() == "pobj"
                    && is_labelled_place(*t)
                    && t.head().is_some_and(leads_to_a_place)
                    && !t.ancestors().take_while(|a| *a != h.tok).any(is_cue)
            });
            let noun = places.min_by_key(|t| t.i)?;
            Some((noun, h.tok, "it stands in the event's own clause"))
        })
    };
    let found = done_to.or_else(owner).or_else(around).or_else(deeper);
    let (noun, host, why) = found.or_else(|| fronted(event))?;
    let value = mention(noun, host);
    Some(Resolved {
        reason: format!("“{}”: {why}", value.span.slice(noun.doc().text())),
        evidence: value.span,
        value,
    })
}

/// A preposition of place, or the "of" of "on the outskirts of", "the streets of".
fn leads_to_a_place(link: Tok<'_>) -> bool {
    let of_place = |noun: Tok<'_>| class_is(noun, &[NounClass::Place, NounClass::Facility]);
    PLACING.contains(&link.lower()) || link.lower() == "of" && link.head().is_some_and(of_place)
}

/// "the town of Huddur", "the airport of Udbina".
fn is_named_by_of(noun: Tok<'_>) -> bool {
    class_is(noun, &[NounClass::Place, NounClass::Facility])
        && partitive_whole(noun).is_some_and(is_labelled_place)
}

/// "In Vienna, some thousands marched": a place that opens the sentence holds for its main clause.
fn fronted(event: Tok<'_>) -> Option<(Tok<'_>, Tok<'_>, &'static str)> {
    let doc = event.doc();
    let first = doc.tok(doc.sentences()[event.sentence()].tokens.start);
    let noun = object_of_link(first).filter(|n| is_labelled_place(*n))?;
    let in_main_clause = std::iter::once(event).chain(event.ancestors()).all(|t| {
        matches!(
            t.dep(),
            "ROOT" | "conj" | "advcl" | "prep" | "pobj" | "dobj" | "pcomp"
        )
    });
    (PLACING.contains(&first.lower()) && in_main_clause && noun.i < event.i).then_some((
        noun,
        noun,
        "it opens the sentence",
    ))
}

/// A name that the language layer takes for a place.
fn is_labelled_place(noun: Tok<'_>) -> bool {
    matches!(noun.name_label(), "GPE" | "LOC" | "FAC") && noun.pos() == Pos::Propn
}

/// A place behind a preposition on `host`; the one nearest to the event.
fn place_on(
    host: Tok<'_>,
    event: Tok<'_>,
    arguments: &[Argument],
    why: &str,
) -> Option<Resolved<PlaceMention>> {
    let links = host
        .children()
        .filter(|c| c.dep() == "prep" || c.dep() == "advmod" && c.child(&["pobj"]).is_some());
    let placed = links.filter_map(|link| {
        let noun = object_of_link(link)?;
        let participates = arguments.iter().any(|a| a.head == noun.i);
        (!participates && names_a_place(link, noun)).then_some((link, noun))
    });
    let (link, noun) =
        placed.min_by_key(|(link, _)| (link.i < event.i, link.i.abs_diff(event.i)))?;
    let value = mention(noun, host);
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

/// "the station *where* six were killed": the place that the clause describes.
fn place_described(event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    let clause = std::iter::once(event)
        .chain(event.ancestors())
        .take(4)
        .find(|t| t.dep() == "relcl")?;
    let link = clause.child(&["advmod"]).filter(|w| w.lower() == "where")?;
    let noun = clause.head()?;
    let placed = is_place_name(noun) || class_is(noun, &[NounClass::Place, NounClass::Facility]);
    placed.then(|| {
        let value = mention(noun, noun);
        Resolved {
            reason: format!("“{}” in the clause that describes it", link.text()),
            evidence: value.span.cover(event.span()),
            value,
        }
    })
}

/// What a preposition governs, through a second one: "in front of", "near to", "out of".
fn object_of_link(link: Tok<'_>) -> Option<Tok<'_>> {
    link.child(&["pobj"])
        .or_else(|| link.child(&["prep"])?.child(&["pobj"]))
}

/// Whether preposition and noun together say where.
fn names_a_place(link: Tok<'_>, noun: Tok<'_>) -> bool {
    let built = class_is(noun, &[NounClass::Facility]) && !class_is(noun, &[NounClass::Event]);
    // "in the first place" is none.
    // Neither is "on the spot" or "at the scene"; "at places full of people" is one.
    let bare = noun.child(&["amod", "acl", "relcl", "compound"]).is_none();
    let says_nothing = matches!(noun.lemma(), "place" | "spot" | "scene") && bare;
    let spot = is_place_name(noun)
        || phrase::is_road(noun)
        || class_is(noun, &[NounClass::Place]) && !says_nothing && noun.lower() != "place";
    match link.lower() {
        "aboard" => class_is(noun, &[NounClass::Vehicle]) || noun.pos() == Pos::Propn,
        "on" => {
            let named = is_place_name(noun) && !phrase::is_road(noun);
            (class_is(noun, &[NounClass::Place]) && !says_nothing || phrase::is_road(noun))
                && !named
        }
        word if PLACING.contains(&word) => spot || built,
        _ => false,
    }
}

fn class_is(noun: Tok<'_>, classes: &[NounClass]) -> bool {
    noun_classes(&noun.lemma().to_lowercase()).meets(ClassSet::of(classes))
}

/// Whether a token heads a name of a place: by the model's type, or as a bare capitalised name
/// behind a preposition of place, where the model has no name or mistakes a small town for another.
fn is_place_name(noun: Tok<'_>) -> bool {
    let acronym = !noun.text().chars().any(char::is_lowercase);
    match noun.name_label() {
        "GPE" | "LOC" | "FAC" => true,
        "" | "PERSON" => noun.pos() == Pos::Propn && bare_name(noun),
        // "in Diban" taken for a company; a name of several words is more likely one.
        "ORG" => {
            let single = noun.name().is_some_and(|n| n.end - n.first == 1);
            noun.pos() == Pos::Propn && single && !acronym && bare_name(noun)
        }
        _ => false,
    }
}

/// A name without article or title: "in Diban", not "in the SDF".
fn bare_name(noun: Tok<'_>) -> bool {
    let first = noun
        .children()
        .map(|c| c.i)
        .filter(|i| *i < noun.i)
        .min()
        .unwrap_or(noun.i);
    let plain = |c: Tok<'_>| c.dep() == "compound" && c.pos() == Pos::Propn;
    let places = |word: &str| matches!(word, "in" | "near" | "outside" | "around" | "of");
    noun.children().filter(|c| c.i < noun.i).all(plain)
        && noun
            .doc()
            .tok(first)
            .prev()
            .is_some_and(|p| places(p.lower()))
}

/// "the Mandera attack": a town's name before the event noun. A state there is who did it.
fn place_before(doc: &Document, event: Tok<'_>) -> Option<Resolved<PlaceMention>> {
    if event.pos() == Pos::Verb || event.pos() == Pos::Aux {
        return None;
    }
    let name = event
        .children()
        .find(|c| c.i < event.i && c.dep_in(&["compound", "nmod"]) && c.pos() == Pos::Propn)?;
    let span = name_span(name);
    let words = span.slice(doc.text());
    let known = matches!(name.name_label(), "GPE" | "LOC" | "FAC") || placed_elsewhere(doc, words);
    if !known || is_country(words) {
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
    doc: &Document,
    hosts: &[Host<'_>],
    event: Tok<'_>,
    arguments: &[Argument],
) -> Option<Resolved<PlaceMention>> {
    let told = arguments
        .iter()
        .filter(|a| matches!(a.role, Role::Recipient | Role::Victim))
        .map(|a| doc.tok(a.head))
        .filter(|t| t.sentence() == event.sentence());
    let by_grammar = hosts
        .iter()
        .flat_map(|h| objects(h.tok))
        .filter(|o| !is_event(*o));
    let heads: Vec<Tok<'_>> = told.chain(by_grammar).collect();
    heads
        .into_iter()
        .flat_map(|t| [Some(t), partitive_whole(t)])
        .flatten()
        .find_map(|head| {
            place_on(head, event, &[], "what it is done to").or_else(|| {
                let locates = |c: &Tok<'_>| matches!(c.lower(), "located" | "based" | "situated");
                let clause = head.child(&["acl"]).filter(locates)?;
                place_on(clause, event, &[], "which locates what it is done to")
            })
        })
}

/// Objects of a verb, and what an event noun is directed at.
fn objects<'d>(host: Tok<'d>) -> impl Iterator<Item = Tok<'d>> {
    host.children().filter_map(|c| match c.dep() {
        "dobj" | "nsubjpass" => Some(c),
        "prep" if matches!(c.lower(), "on" | "against" | "of" | "at") => c.child(&["pobj"]),
        _ => None,
    })
}

/// "one of their centers": the noun that names it.
fn partitive_whole(head: Tok<'_>) -> Option<Tok<'_>> {
    head.children()
        .find(|c| c.dep() == "prep" && c.lower() == "of")?
        .child(&["pobj"])
}

/// The place as the text gives it: "the town of Diban" is Diban; what holds it comes after.
fn mention<'d>(noun: Tok<'d>, host: Tok<'d>) -> PlaceMention {
    let inner = noun
        .children()
        .find(|c| c.dep() == "prep" && c.lower() == "of")
        .and_then(|of| of.child(&["pobj"]));
    let kind_of_place = class_is(noun, &[NounClass::Place])
        && noun.pos() != Pos::Propn
        && !class_is(noun, &[NounClass::Facility]);
    // "the outskirts of", "the east of": a part of the named place, not the place itself.
    let settlement = matches!(
        noun.lemma(),
        "town"
            | "city"
            | "village"
            | "district"
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
            | "enclave"
    );
    match inner.filter(|i| kind_of_place && settlement && i.pos() == Pos::Propn) {
        Some(name) => {
            let span = name_span(name);
            let mut within = containers(name);
            within.extend(containers(noun));
            within.extend(trailing(host, noun));
            PlaceMention {
                span,
                head: name.i,
                within: others(within, span),
                located: None,
            }
        }
        None => {
            let span = place_span(noun);
            let mut within = containers(noun);
            within.extend(trailing(host, noun));
            PlaceMention {
                span,
                head: noun.i,
                within: others(within, span),
                located: None,
            }
        }
    }
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
fn containers(noun: Tok<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for child in noun.children() {
        match child.dep() {
            "prep" if child.lower() == "in" || child.lower() == "of" => {
                if let Some(object) = child
                    .child(&["pobj"])
                    .filter(|o| is_place_name(*o) || class_is(*o, &[NounClass::Place]))
                {
                    found.push(place_span(object));
                    found.extend(containers(object));
                }
            }
            "appos" if is_place_name(child) => {
                found.push(place_span(child));
                found.extend(containers(child));
            }
            "poss" if is_place_name(child) => found.push(place_span(child)),
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

/// A second phrase of place behind the first on the same host: "in Diban, in eastern Syria".
fn trailing(host: Tok<'_>, noun: Tok<'_>) -> Vec<Span> {
    let links = host
        .children()
        .filter(|c| c.i > noun.i && c.dep() == "prep" && c.lower() == "in");
    links
        .filter_map(object_of_link)
        .filter(|o| is_place_name(*o))
        .map(place_span)
        .collect()
}

/// A name with its compounds and its direction: "eastern Deir Ezzor".
fn name_span(name: Tok<'_>) -> Span {
    let doc = name.doc();
    let parts = name.children().filter(|c| {
        c.i < name.i
            && c.dep_in(&["compound", "amod", "nmod"])
            && (c.pos() == Pos::Propn || is_direction(c.lower()))
    });
    let first = parts.map(|c| c.i).min().unwrap_or(name.i);
    doc.span_of(first..name.i + 1)
}

fn is_direction(word: &str) -> bool {
    let stem = word.trim_end_matches("ern");
    matches!(
        stem,
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "central"
    ) || matches!(word, "upper" | "lower" | "greater" | "downtown")
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
    let of = noun
        .children()
        .find(|c| c.i > noun.i && c.dep() == "prep" && matches!(c.lower(), "of" | "between"));
    let last = of.and_then(|c| c.child(&["pobj"])).map_or(noun.i, |o| {
        o.children()
            .rfind(|c| c.dep() == "conj")
            .map_or(o.i, |c| c.i)
    });
    doc.span_of(first.min(noun.i)..last.max(noun.i) + 1)
}
