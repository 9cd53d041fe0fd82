//! Names reviewed with the whole article in view.

use dateline_data::Gazetteer;
use dateline_span::Span;
use dateline_text::model::ModelError;
use dateline_text::{Document, Language, Name, Naming, Revision};
use proptest::prelude::*;
use std::sync::LazyLock;

const MODEL: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");
static LANGUAGE: LazyLock<Language> = LazyLock::new(|| Language::load(MODEL).unwrap());
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::built_in().unwrap());
static NAMING: LazyLock<Naming> = LazyLock::new(|| Naming::built_in().unwrap());

fn reviewed(text: &str) -> Document {
    let parts = [Span::new(0, text.len())];
    NAMING.review(LANGUAGE.read_parts(text, &parts), &GAZETTEER)
}

fn listed<'d>(doc: &'d Document, names: &[Name]) -> Vec<(&'d str, &'d str)> {
    let row = |n: &Name| {
        let words = doc.name_span(n).slice(doc.text());
        (words, doc.symbols().get(n.label))
    };
    names.iter().map(row).collect()
}

#[test]
fn a_second_mention_has_the_type_of_the_full_name() {
    let doc = reviewed(
        "Tesfaye Worku, a nurse from Sheno, told reporters that the clinic had closed. Worku said \
         nobody had been paid since May.",
    );
    // The model by itself takes the man for an organisation.
    assert!(listed(&doc, doc.model_names()).contains(&("Worku", "ORG")));
    let names = listed(&doc, doc.names());
    assert!(names.contains(&("Worku", "PERSON")), "{names:?}");
    let name = doc
        .names()
        .iter()
        .find(|n| n.end - n.first == 1 && doc.name_label(n) == "PERSON");
    let Some(Revision::Type { was, margin }) = name.and_then(|n| n.revision) else {
        panic!("{name:?} does not say why");
    };
    assert_eq!(doc.symbols().get(was), "ORG");
    assert!(margin > 0);
}

#[test]
fn a_place_is_known_by_the_gazetteer_and_its_company() {
    let text = "Tesfaye Worku, a nurse from Sheno, told reporters that the clinic had closed.";
    let doc = reviewed(text);
    assert!(listed(&doc, doc.model_names()).contains(&("Sheno", "ORG")));
    let names = listed(&doc, doc.names());
    assert!(names.contains(&("Sheno", "GPE")), "{names:?}");
    let tok = doc.toks().find(|t| t.text() == "Sheno").unwrap();
    assert_eq!(tok.name_label(), "GPE");
}

#[test]
fn what_is_built_or_run_is_no_place_on_the_map() {
    let doc = reviewed("Two men were charged over the Leeds Marathon bombing on Friday.");
    let names = listed(&doc, doc.names());
    let place = |(words, label): &(&str, &str)| words.contains("Marathon") && *label == "GPE";
    assert!(!names.iter().any(place), "{names:?}");
}

#[test]
fn names_that_nothing_speaks_against_are_the_models() {
    let doc = reviewed("Angela Merkel met the mayor of Hamburg on Monday and gave him 20 euros.");
    assert_eq!(doc.names(), doc.model_names());
    assert!(doc.names().iter().all(|n| n.revision.is_none()));
    assert!(doc.names().len() >= 3, "{:?}", listed(&doc, doc.names()));
}

#[test]
fn a_damaged_file_of_weights_is_an_error() {
    let error = |file: &[u8]| Naming::load(file).err().unwrap();
    assert!(matches!(error(b"DLNAMES"), ModelError::NotAModel));
    assert!(matches!(error(b"DLNAMES1\0\0\0"), ModelError::Damaged(_)));
    assert!(Naming::load(b"DLNAMES1").is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_names_in_order_that_share_no_token(
        words in prop::collection::vec(
            prop_oneof![
                "\\PC{0,6}",
                "[A-Z][a-z]{1,7}",
                "[A-Z]{2,5}",
                Just("the".to_owned()), Just("of".to_owned()), Just("(".to_owned()),
                Just("President".to_owned()), Just("Lima".to_owned()), Just("'s".to_owned()),
            ],
            0..40,
        )
    ) {
        let doc = reviewed(&words.join(" "));
        let mut end = 0;
        for name in doc.names() {
            prop_assert!(end <= name.first && name.first < name.end);
            prop_assert!(name.end as usize <= doc.len());
            end = name.end;
        }
        for name in doc.model_names().iter().filter(|n| doc.name_label(n) == "DATE") {
            prop_assert!(doc.names().contains(name));
        }
    }
}
