//! Own sentences with marked answers, read by the real language layer.

use super::{place_of, quantities_of, time_of};
use crate::casualty;
use crate::claim::{Argument, EventCode, Role};
use crate::layers::Layers;
use crate::toponym::{Surroundings, Toponyms};
use dateline_data::{EventType, Gazetteer};
use dateline_text::{Coref, Document, Language, attribution, quantity, quote, time};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
    Language::load(include_bytes!("../../../../models/en_core_web_md.dateline"))
        .expect("the built-in model")
});
static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::built_in().expect("the built-in gazetteer"));

fn with_layers<T>(text: &str, then: impl FnOnce(&Layers<'_>) -> T) -> T {
    let doc: Document = LANGUAGE.read(text);
    let attributions = attribution::find(&doc);
    let quotes = quote::find(&doc, &[], &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    let times = time::find(&doc, None);
    let quantities = quantity::find(&doc, &times);
    let places = Toponyms::find(&doc, &GAZETTEER, Surroundings::default());
    then(&Layers {
        doc: &doc,
        title: None,
        captions: &[],
        quotes: &quotes,
        attributions: &attributions,
        coref: &coref,
        times: &times,
        quantities: &quantities,
        places: &places,
    })
}

fn token(layers: &Layers<'_>, word: &str) -> usize {
    layers
        .doc
        .toks()
        .find(|t| t.text() == word)
        .unwrap_or_else(|| panic!("no “{word}”"))
        .i
}

#[test]
fn the_events_own_time() {
    for (text, trigger, expected) in [
        (
            "Gunmen attacked a police post on Monday.",
            "attacked",
            Some("Monday"),
        ),
        (
            "Gunmen attacked a police post, the governor said on Monday.",
            "attacked",
            None,
        ),
        (
            "The governor said Monday that gunmen attacked a police post.",
            "attacked",
            None,
        ),
        (
            "The army confirmed that one of its posts was shelled late Friday night.",
            "shelled",
            Some("late Friday night"),
        ),
        (
            "In recent weeks, rebels have launched attacks on police posts.",
            "attacks",
            Some("recent weeks"),
        ),
        (
            "Rebels staged a series of raids in 2019.",
            "raids",
            Some("2019"),
        ),
        (
            "Wednesday's attack killed four soldiers.",
            "attack",
            Some("Wednesday"),
        ),
        (
            "Three soldiers were killed in a blast on Tuesday.",
            "killed",
            Some("Tuesday"),
        ),
        (
            "Gunmen stormed a school on Sunday, killing two guards.",
            "killing",
            Some("Sunday"),
        ),
        (
            "The bombing, which took place on 4 May, wounded nine people.",
            "bombing",
            Some("4 May"),
        ),
        (
            "He denied that the army played a role in recent violence.",
            "role",
            Some("recent"),
        ),
        ("The rebels hold daily talks with traders.", "talks", None),
    ] {
        let found = with_layers(text, |layers| {
            time_of(layers, token(layers, trigger))
                .map(|r| layers.times[r.value].span.slice(text).to_owned())
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}

#[test]
fn the_events_own_place() {
    for (text, trigger, expected) in [
        (
            "Gunmen attacked a police post in Mandera.",
            "attacked",
            Some("Mandera"),
        ),
        (
            "Sources in Nairobi said gunmen attacked a police post.",
            "attacked",
            None,
        ),
        (
            "Moscow said its troops had shelled a police post.",
            "shelled",
            None,
        ),
        (
            "A bomb went off in Mandera. The Mandera attack killed four officers.",
            "attack",
            Some("Mandera"),
        ),
        ("The Russia attack killed four officers.", "attack", None),
        (
            "Rebels shelled a camp in the town of Rutshuru, in eastern Congo.",
            "shelled",
            Some("Rutshuru"),
        ),
        (
            "At the end of June they met the envoy in Geneva.",
            "met",
            Some("Geneva"),
        ),
        (
            "The blast occurred near a market on the outskirts of Kabul.",
            "blast",
            Some("market"),
        ),
        (
            "Troops retook Gwoza from the insurgents last week.",
            "retook",
            Some("Gwoza"),
        ),
        (
            "Four traders were killed and nine wounded in fighting on the edge of Goma.",
            "killed",
            Some("Goma"),
        ),
        (
            "Six herders were killed as clashes went on around the Bakassi district.",
            "killed",
            Some("Bakassi district"),
        ),
        (
            "Soldiers freed the village of Dumbari after a week of clashes.",
            "freed",
            Some("Dumbari"),
        ),
        (
            "Hundreds of teachers marched in front of the courthouse in Mombasa.",
            "marched",
            Some("courthouse"),
        ),
        (
            "A guard was killed in a mosque in Maiduguri, some 90 km south of Monguno.",
            "killed",
            Some("mosque"),
        ),
        (
            "A shell hit a bakery which belongs to traders who live in Kampala.",
            "hit",
            None,
        ),
        (
            "Two guards were shot at night; a third was arrested in Mombasa.",
            "shot",
            None,
        ),
        ("A guard was killed in a French airstrike.", "killed", None),
        (
            "In Ituri, militiamen raided the town of Komanda on Sunday.",
            "raided",
            Some("Komanda"),
        ),
        (
            "Three soldiers died when their truck hit a mine on the road to Nouna.",
            "died",
            Some("road to Nouna"),
        ),
        (
            "Police reported on the Burkina Faso attack.",
            "attack",
            None,
        ),
        (
            "Two boats collided in the South China Sea.",
            "collided",
            Some("South China Sea"),
        ),
    ] {
        let found = with_layers(text, |layers| {
            place_of(layers, token(layers, trigger), &[])
                .map(|r| r.value.span.slice(text).to_owned())
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}

#[test]
fn larger_places_come_after() {
    for (text, trigger, larger) in [
        (
            "Rebels shelled a camp in the town of Rutshuru, in eastern Congo.",
            "shelled",
            "eastern Congo",
        ),
        // What it is beside lies there, and so does it.
        (
            "A bomb exploded near a market close to a mill in Baghdad.",
            "exploded",
            "Baghdad",
        ),
    ] {
        let within = with_layers(text, |layers| {
            let place = place_of(layers, token(layers, trigger), &[])
                .expect("a place")
                .value;
            place
                .within
                .iter()
                .map(|s| s.slice(text).to_owned())
                .collect::<Vec<_>>()
        });
        assert_eq!(within, [larger], "{text}");
    }
}

#[test]
fn a_city_called_by_its_name_goes_before_its_nations_adjective() {
    let text = "Students marched in a market in the northern Nigerian city of Kano.";
    let within = with_layers(text, |layers| {
        let place = place_of(layers, token(layers, "marched"), &[]).expect("a place");
        place.value.within.first().map(|w| w.slice(text).to_owned())
    });
    assert_eq!(within.as_deref(), Some("Kano"));
}

#[test]
fn what_is_on_no_map_lies_in_the_place_that_opens_the_sentence() {
    for (text, within) in [
        (
            "In Tehran, students marched outside the embassy.",
            vec!["Tehran"],
        ),
        ("In Iraq, students marched in Basra.", vec![]),
    ] {
        let found = with_layers(text, |layers| {
            let place = place_of(layers, token(layers, "marched"), &[]);
            let within = place.expect("a place").value.within;
            let words = within.iter().map(|s| s.slice(text).to_owned());
            words.collect::<Vec<_>>()
        });
        assert_eq!(found, within, "{text}");
    }
}

/// The words of a claim's quantities with what they count, for a claim at `trigger` with those
/// participants.
fn counted(text: &str, kind: EventType, trigger: &str, parts: &[(Role, &str)]) -> Vec<String> {
    with_layers(text, |layers| {
        let event = EventCode {
            kind,
            mode: None,
            cameo: "18".into(),
            entry: "test".into(),
        };
        let arguments: Vec<Argument> = parts
            .iter()
            .map(|(role, word)| {
                let head = token(layers, word);
                Argument {
                    role: *role,
                    span: layers.doc.tok(head).span(),
                    head,
                    resolved: None,
                    hedged: false,
                }
            })
            .collect();
        let casualties = casualty::find(layers);
        quantities_of(
            layers,
            &event,
            &[token(layers, trigger)],
            &arguments,
            &casualties,
        )
        .iter()
        .map(|c| {
            let words = layers.quantities[c.quantity].span.slice(text);
            format!("{words} {}", c.meaning.map_or("?", |m| m.name()))
        })
        .collect()
    })
}

#[test]
fn what_the_quantities_of_a_claim_count() {
    use EventType::{Aid, Assault, Protest};
    let raids = "Rebels carried out two raids on 3 May and killed at least 12 farmers.";
    assert_eq!(counted(raids, Assault, "raids", &[]), ["two events"]);
    assert_eq!(
        counted(raids, Assault, "killed", &[(Role::Recipient, "farmers")]),
        ["at least 12 killed"]
    );
    let goes_on = "Gunmen attacked a checkpoint, killing three guards and wounding nine others.";
    assert_eq!(
        counted(goes_on, Assault, "attacked", &[]),
        ["three killed", "nine wounded"]
    );
    let in_it = "Four people died in the explosion near the depot.";
    assert_eq!(counted(in_it, Assault, "explosion", &[]), ["Four killed"]);
    let crowd = "Some 3,000 students marched through the capital.";
    assert_eq!(
        counted(crowd, Protest, "marched", &[(Role::Actor, "students")]),
        ["Some 3,000 protesters"]
    );
    let gift = "The ministry donated $5 million to the camp.";
    assert_eq!(
        counted(gift, Aid, "donated", &[(Role::Means, "million")]),
        ["$5 million money"]
    );
    // An estimate of strength is no casualty count.
    let strength = "The army clashed with a militia of about 400 fighters.";
    assert_eq!(
        counted(
            strength,
            Assault,
            "clashed",
            &[(Role::Recipient, "militia")]
        ),
        [""; 0]
    );
}

#[test]
fn two_places_side_by_side_hold_neither_each_other() {
    for (text, within) in [
        ("Police shot a man in Wales and in England.", false),
        ("Police shot a man in Swansea in Wales.", true),
    ] {
        let held = with_layers(text, |layers| {
            let place = place_of(layers, token(layers, "shot"), &[]).expect("a place");
            !place.value.within.is_empty()
        });
        assert_eq!(held, within, "{text}");
    }
}
