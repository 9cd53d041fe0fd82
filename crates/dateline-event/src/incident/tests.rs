//! Own paragraphs: which claims are one happening, and which must stay apart.

use super::{Account, Field, Incident, fuse};
use crate::claim::{Argument, Claim, EventCode, PlaceMention, Role};
use crate::{Factuality, Layers, SourceChain, Why};
use dateline_data::EventType;
use dateline_text::{Coref, Language, attribution, quantity, quote, time};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
    Language::load(include_bytes!("../../../../models/en_core_web_md.dateline"))
        .expect("the built-in model")
});

/// A claim as written down by hand: trigger, actor, recipient, place.
type Note = (
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
);

/// The incidents of a text whose attacks are given by hand, as groups of triggers.
fn incidents(text: &str, notes: &[Note]) -> Vec<Vec<String>> {
    fused(text, notes, |claims, incident| {
        let words = |i: &usize| claims[*i].trigger.slice(text).to_owned();
        incident.claims.iter().map(words).collect()
    })
}

/// What the first incident's claims say differently: fields with their values.
fn differing(text: &str, notes: &[Note]) -> Vec<(&'static str, Vec<String>)> {
    let all = fused(text, notes, |_, incident| {
        let words = |account: &Account| account.value.slice(text).to_owned();
        let field = |field: &Field| (field.name, field.accounts.iter().map(words).collect());
        incident.differing.iter().map(field).collect()
    });
    all.into_iter().next().unwrap_or_default()
}

/// What `look` sees in each incident of such a text.
fn fused<T>(text: &str, notes: &[Note], look: impl Fn(&[Claim], &Incident) -> T) -> Vec<T> {
    let doc = LANGUAGE.read(text);
    let attributions = attribution::find(&doc);
    let quotes = quote::find(&doc, &[], &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    let times = time::find(&doc, None);
    let quantities = quantity::find(&doc, &times);
    let layers = Layers {
        doc: &doc,
        title: None,
        captions: &[],
        quotes: &quotes,
        attributions: &attributions,
        coref: &coref,
        times: &times,
        quantities: &quantities,
        places: crate::Toponyms::NONE,
    };
    let mut from = 0;
    let claims: Vec<Claim> = notes
        .iter()
        .map(|(trigger, actor, recipient, place)| {
            let token = |word: &str, from: usize| {
                let found = doc.range(from..doc.len()).find(|t| t.text() == word);
                found
                    .unwrap_or_else(|| panic!("no “{word}” after token {from}"))
                    .i
            };
            let head = token(trigger, from);
            from = head + 1;
            let sentence = doc.sentences()[doc.sentence_of(head)].tokens.start;
            let argument = |role, word: &&str| {
                let head = token(word, sentence);
                Argument {
                    role,
                    span: doc.tok(head).subtree_span(),
                    head,
                    resolved: None,
                    hedged: false,
                }
            };
            let arguments: Vec<Argument> = actor
                .iter()
                .map(|w| argument(Role::Actor, w))
                .chain(recipient.iter().map(|w| argument(Role::Recipient, w)))
                .collect();
            let event = EventCode {
                kind: EventType::Assault,
                mode: None,
                cameo: "18".into(),
                entry: "test".into(),
            };
            let casualties = crate::casualty::find(&layers);
            Claim {
                trigger: doc.tok(head).span(),
                head,
                mentions: Vec::new(),
                tied: Vec::new(),
                evidence: doc.sentence_span(doc.sentence_of(head)),
                place: place.map(|w| {
                    let head = token(w, sentence);
                    PlaceMention {
                        span: doc.tok(head).span(),
                        head,
                        within: Vec::new(),
                        located: None,
                    }
                }),
                time: crate::resolve::time_of(&layers, head).map(|r| r.value),
                quantities: crate::resolve::quantities_of(
                    &layers,
                    &event,
                    &[head],
                    &[],
                    &casualties,
                ),
                event,
                arguments,
                source: SourceChain::author(),
                factuality: Factuality::default(),
                contexts: Vec::new(),
                confidence: 0.5,
                why: Why::default(),
            }
        })
        .collect();
    fuse(&layers, &claims)
        .iter()
        .map(|incident| look(&claims, incident))
        .collect()
}

#[test]
fn two_accounts_of_one_attack() {
    let text = "Gunmen attacked a police post in Mandera on Monday. The attack wounded nobody, police said.";
    let found = incidents(
        text,
        &[
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
            ("attack", None, None, None),
        ],
    );
    assert_eq!(found, [["attacked", "attack"]]);
}

#[test]
fn another_place_is_another_attack() {
    let text =
        "Gunmen attacked a police post in Mandera. Gunmen attacked a police post in Garissa.";
    let found = incidents(
        text,
        &[
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
            ("attacked", Some("Gunmen"), Some("post"), Some("Garissa")),
        ],
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn another_day_is_another_attack() {
    let text =
        "Gunmen attacked a post in Mandera on Monday. Gunmen attacked a post in Mandera on Friday.";
    let found = incidents(
        text,
        &[
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
        ],
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn another_target_is_another_attack() {
    let text =
        "Gunmen attacked a police post in Mandera. Gunmen attacked an army truck in Mandera.";
    let found = incidents(
        text,
        &[
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
            ("attacked", Some("Gunmen"), Some("truck"), Some("Mandera")),
        ],
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn a_second_attack_is_not_the_first() {
    let text =
        "Gunmen attacked a post in Mandera. In a second attack, gunmen shelled a post in Mandera.";
    let found = incidents(
        text,
        &[
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
            ("shelled", Some("gunmen"), Some("post"), Some("Mandera")),
        ],
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn a_campaign_is_not_one_attack() {
    let text = "Gunmen launched a series of attacks in Mandera. Gunmen attacked a post in Mandera.";
    let found = incidents(
        text,
        &[
            ("attacks", Some("Gunmen"), None, Some("Mandera")),
            ("attacked", Some("Gunmen"), Some("post"), Some("Mandera")),
        ],
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn one_sentence_goes_on() {
    let text = "Gunmen stormed a school in Mandera, killing two guards.";
    let found = incidents(
        text,
        &[
            ("stormed", Some("Gunmen"), Some("school"), Some("Mandera")),
            ("killing", None, Some("guards"), None),
        ],
    );
    assert_eq!(found, [["stormed", "killing"]]);
}

#[test]
fn equal_words_are_no_dispute() {
    let text = "Police attacked a camp in Mandera on Monday, witnesses said. Police attacked the camp in Mandera at dawn.";
    let notes = [
        ("attacked", Some("Police"), Some("camp"), Some("Mandera")),
        ("attacked", Some("Police"), Some("camp"), Some("Mandera")),
    ];
    assert_eq!(incidents(text, &notes).len(), 1);
    assert_eq!(differing(text, &notes), []);
    let text = "Rebels attacked a camp in Mandera on Monday, witnesses said. Gunmen attacked the camp in Mandera, the mayor said.";
    let notes = [
        ("attacked", Some("Rebels"), Some("camp"), Some("Mandera")),
        ("attacked", Some("Gunmen"), Some("camp"), Some("Mandera")),
    ];
    let actors = ["Rebels", "Gunmen"].map(str::to_owned).to_vec();
    assert_eq!(differing(text, &notes)[0], ("actor", actors));
}
