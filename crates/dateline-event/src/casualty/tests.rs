//! Who was killed, hurt, held, and how many. All sentences are our own.

use super::{Casualty, Standing, find};
use crate::layers::Layers;
use dateline_span::Span;
use dateline_text::{Coref, Document, Language, TimeExpr, attribution, quantity, quote, time};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
    Language::load(include_bytes!("../../../../models/en_core_web_md.dateline"))
        .expect("the built-in model")
});

/// Fate, words and number ("–" where the words give none) of each statement.
fn read(text: &str, title: bool) -> Vec<String> {
    let line = |c: &Casualty| {
        let number = match (c.low, c.high) {
            (Some(low), Some(high)) if low == high => format!("{low}"),
            (Some(low), None) => format!("{low}+"),
            (None, None) => "–".into(),
            other => format!("{other:?}"),
        };
        let standing = match c.standing {
            Standing::Whole => "",
            Standing::Part => " part",
            Standing::Overtaken => " overtaken",
            Standing::Sum => " sum",
        };
        format!(
            "{} {} {number}{standing}",
            c.fate.name(),
            c.span.slice(text)
        )
    };
    found(text, title).0.iter().map(line).collect()
}

/// The statements, and the times of the text.
fn found(text: &str, title: bool) -> (Vec<Casualty>, Vec<TimeExpr>) {
    let doc: Document = LANGUAGE.read(text);
    let attributions = attribution::find(&doc);
    let quotes = quote::find(&doc, &[], &attributions);
    let coref = Coref::find(&doc, &quotes, &attributions);
    let times = time::find(&doc, None);
    let quantities = quantity::find(&doc, &times);
    let layers = Layers {
        doc: &doc,
        title: title.then(|| Span::new(0, text.len())),
        captions: &[],
        quotes: &quotes,
        attributions: &attributions,
        coref: &coref,
        times: &times,
        quantities: &quantities,
        places: crate::Toponyms::NONE,
    };
    let found = find(&layers);
    (found, times)
}

#[test]
fn verbs_and_adjectives_of_fate() {
    for (text, expected) in [
        (
            "The blast killed at least 12 farmers and wounded dozens of others.",
            &[
                "killed at least 12 farmers 12+",
                "wounded dozens of others –",
            ][..],
        ),
        (
            "Two miners died and a third was taken to a hospital.",
            &["killed Two miners 2", "wounded a third –"],
        ),
        ("Three guards are dead.", &["killed Three guards 3"]),
        (
            "At least 30 people were killed or wounded.",
            &["struck At least 30 people 30+"],
        ),
        ("Some 40 fighters were killed or captured.", &[]),
        (
            "Police detained a smuggler along with two drivers.",
            &["arrested a smuggler 1", "arrested two drivers 2"],
        ),
        (
            "A nurse was fatally shot near the market.",
            &["killed A nurse 1"],
        ),
        (
            "Both teenagers were shot outside a cinema.",
            &["struck Both teenagers 2"],
        ),
        ("No villagers were hurt.", &["wounded No villagers 0"]),
        (
            "The flood displaced about 4,000 families.",
            &["displaced about 4,000 families 4000"],
        ),
        (
            "They mourned the deaths of six sailors.",
            &["killed six sailors 6"],
        ),
    ] {
        assert_eq!(read(text, false), expected, "{text}");
    }
}

#[test]
fn deaths_in_other_words() {
    for (text, expected) in [
        (
            "The storm claimed the life of a baker.",
            &["killed a baker 1"][..],
        ),
        (
            "The raid claimed twelve lives.",
            &["killed twelve lives 12"],
        ),
        ("Three divers lost their lives.", &["killed Three divers 3"]),
        ("The clerk took his own life.", &["killed The clerk 1"]),
        ("A student committed suicide.", &["killed A student 1"]),
        ("His aunt passed away on Sunday.", &["killed His aunt 1"]),
        (
            "The bodies of two monks were found in an orchard.",
            &["killed two monks 2"],
        ),
        (
            "Sixteen guests were shot, one fatally, in a club.",
            &["killed one 1", "struck Sixteen guests 16"],
        ),
        (
            "The clerk shot his wife, then turned the gun on himself.",
            &["struck himself 1", "struck his wife 1"],
        ),
        (
            "Injured in the fire were two cooks.",
            &["wounded two cooks 2"],
        ),
        ("Neither was hurt.", &["wounded Neither 0"]),
    ] {
        let mut found = read(text, false);
        found.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn tolls_tell_numbers() {
    for (text, expected) in [
        (
            "The death toll rose to 40 on Monday.",
            &["killed 40 40"][..],
        ),
        ("Officials put the toll at 16.", &["killed 16 16"]),
        (
            "A nurse died, raising the death toll from 21 to 22.",
            &["killed A nurse 1", "killed 21 21 overtaken", "killed 22 22"],
        ),
        (
            "A death toll of at least 16 was reported.",
            &["killed at least 16 16+"],
        ),
        ("The toll now stands at 61.", &["killed 61 61"]),
        ("The number of wounded has risen to 90.", &["wounded 90 90"]),
        ("The road toll rose to 4 dollars.", &[]),
        ("The work took its toll.", &[]),
    ] {
        assert_eq!(read(text, false), expected, "{text}");
    }
}

#[test]
fn parts_and_sums_stand_apart_from_wholes() {
    for (text, expected) in [
        (
            "The raid killed 12 farmers, including three children.",
            &["killed 12 farmers 12", "killed three children 3 part"][..],
        ),
        (
            "The blast wounded 30 nurses, seven of them seriously.",
            &["wounded 30 nurses 30", "wounded seven of them 7 part"],
        ),
        (
            "Four children were among the dead.",
            &["killed Four children 4 part"],
        ),
        (
            "The war has killed 20,000 people since 2015.",
            &["killed 20,000 people 20000 sum"],
        ),
    ] {
        assert_eq!(read(text, false), expected, "{text}");
    }
}

#[test]
fn what_tells_of_nobody() {
    for text in [
        "Don't let them die.",
        "Police could not say whether the man had died.",
        "He escaped without losing his life.",
        "A non-fatal shooting took place.",
        "The army will arrest the rebels.",
        "Troops launched a raid to capture the smuggler.",
        "The general commands some 3,000 fighters.",
        "The film was shot in Malta.",
        "He did not kill the clerk.",
    ] {
        assert_eq!(read(text, false), [""; 0], "{text}");
    }
}

#[test]
fn headlines_leave_words_out() {
    assert_eq!(
        read("1 dead, 4 others hurt in Harbour Street blast", true),
        ["killed 1 1", "wounded 4 others 4"]
    );
    assert_eq!(read("Five shot at riverside bar", true), ["struck Five 5"]);
    assert_eq!(
        read("10-Year-Old Girl Dies After Fall", true),
        ["killed 10-Year-Old Girl 1"]
    );
    assert_eq!(
        read("Teenager shot, killed in Elm Vale", true),
        ["struck Teenager 1", "killed Teenager 1"]
    );
}

#[test]
fn whoever_killed_others_and_themselves_is_one_of_the_list() {
    for (text, expected) in [
        (
            "A welder killed his sister, her husband and himself.",
            &[
                "killed his sister 1",
                "killed her husband 1",
                "killed himself 1",
            ][..],
        ),
        (
            "Welder shoots 4 cousins, killing 2, then himself",
            &["struck 4 cousins 4", "struck himself 1", "killed 2 2"],
        ),
    ] {
        assert_eq!(read(text, false), expected, "{text}");
    }
}

#[test]
fn numbers_beside_the_dead_that_do_not_count_them() {
    for (text, title, expected) in [
        (
            "Mother of 4 killed in ferry fire",
            true,
            &["killed Mother of 4 1"][..],
        ),
        (
            "Both the pilot and a mechanic died.",
            false,
            &["killed the pilot 1", "killed a mechanic 1"],
        ),
        (
            "He was charged with a double murder.",
            false,
            &["killed a double murder 2"],
        ),
        (
            "He faces one count of murder and six counts of robbery.",
            false,
            &["killed murder –"],
        ),
    ] {
        assert_eq!(read(text, title), expected, "{text}");
    }
}

#[test]
fn the_dead_have_the_time_of_what_killed_them() {
    for (text, expected) in [
        (
            "Police looked into a raid in March that left two guards dead.",
            Some("March"),
        ),
        ("A fire left two guards dead on Monday.", Some("Monday")),
        ("A fire left two guards dead.", None),
    ] {
        let (found, times) = found(text, false);
        let time = found[0].time.map(|time| times[time].span.slice(text));
        assert_eq!(time, expected, "{text}");
    }
}
