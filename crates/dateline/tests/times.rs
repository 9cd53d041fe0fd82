//! When claims happened, with the days, on texts of our own published on Thursday 2025-03-20.

use dateline::page::Page;
use dateline::{ArticleReading, Engine, Options};
use jiff::civil::date;

/// The article of a page that holds this text.
fn read(engine: &Engine, text: &str) -> ArticleReading {
    let page = Page::from_bytes(
        "page.txt",
        format!("A town is shaken\n\n{text}\n").as_bytes(),
    );
    let options = Options {
        published: Some(date(2025, 3, 20)),
    };
    engine.read(&page, &options).articles.remove(0)
}

/// What a claim tells of its time: trigger, words, first and last day.
fn times(engine: &Engine, text: &str) -> Vec<(String, String)> {
    let article = read(engine, text);
    let of = |claim: &dateline::event::Claim| {
        let trigger = claim.trigger.slice(&article.article.text).to_owned();
        let time = claim.time.map(|index| &article.times[index]);
        let days = time.map_or("–".to_owned(), |time| {
            let words = time.span.slice(&article.article.text);
            match time.when {
                Some(when) => format!("{words}: {} {}", when.first, when.last),
                None => format!("{words}: –"),
            }
        });
        (trigger, days)
    };
    article.claims.iter().map(of).collect()
}

#[test]
fn a_time_told_by_a_happening_is_dated_by_it() {
    let engine = Engine::new().expect("the built-in data are sound");
    for (text, trigger, expected) in [
        (
            "Rebels attacked a checkpoint near Gao on Monday. Two days after the attack, soldiers \
             arrested four suspects.",
            "arrested",
            "Two days: 2025-03-19 2025-03-19",
        ),
        (
            "A bomb exploded at a market in Kismayo on 3 May 2024. The day before the explosion, \
             police had arrested two men.",
            "arrested",
            "The day: 2024-05-02 2024-05-02",
        ),
        // The words themselves date the happening.
        (
            "Police arrested two men three days after the 9 February raid.",
            "arrested",
            "three days: 2025-02-12 2025-02-12",
        ),
        // As coarse as what is counted.
        (
            "Rebels attacked a checkpoint near Gao on 3 March. Two weeks after the attack, soldiers \
             arrested four suspects.",
            "arrested",
            "Two weeks: 2025-03-17 2025-03-23",
        ),
    ] {
        let times = times(&engine, text);
        let found = times.iter().find(|(word, _)| word == trigger);
        assert_eq!(
            found.map(|(_, days)| days.as_str()),
            Some(expected),
            "{text}: {times:?}"
        );
    }
}

#[test]
fn a_happening_without_a_day_gives_none() {
    let engine = Engine::new().expect("the built-in data are sound");
    for text in [
        "Rebels attacked a checkpoint near Gao. Two days after the attack, soldiers arrested four suspects.",
        "Soldiers arrested four suspects two days after the vote.",
        "Soldiers arrested four suspects the night before the election.",
    ] {
        let times = times(&engine, text);
        let found = times
            .iter()
            .find(|(word, _)| word == "arrested")
            .expect("a claim");
        assert!(found.1.ends_with(": –"), "{text}: {times:?}");
    }
}

#[test]
fn the_march_of_a_date_is_no_protest() {
    let engine = Engine::new().expect("the built-in data are sound");
    let found = times(
        &engine,
        "The militia abducted nine people between 3 and 7 March.",
    );
    let triggers: Vec<&str> = found.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(triggers, ["abducted"]);
}

#[test]
fn nobody_leaves_out_the_year_of_a_day_almost_a_year_away() {
    let engine = Engine::new().expect("the built-in data are sound");
    for (text, expected) in [
        // "must" looks ahead, but not to the next March.
        (
            "The commander must surrender by 15 March, and rebels attacked a post.",
            "2025-03-15",
        ),
        (
            "Rebels attacked a post after the 2 November bombing.",
            "2024-11-02",
        ),
        (
            "Police are investigating a raid on 19 January in which rebels killed a guard.",
            "2025-01-19",
        ),
    ] {
        let times = read(&engine, text).times;
        let first = times[0].when.map(|when| when.first.to_string());
        assert_eq!(first.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_caption_tells_what_goes_on_in_its_picture() {
    let engine = Engine::new().expect("the built-in data are sound");
    let text = "Officers fire tear gas at strikers in Kalem. (Photo: Ana Danner/AFP)\n\nPolice and strikers \
                have clashed in Kalem since Monday, and nine people are in hospital, doctors said.";
    let article = read(&engine, text);
    let fired = article
        .claims
        .iter()
        .find(|c| c.trigger.slice(&article.article.text) == "fire")
        .expect("the caption is read");
    assert_eq!(article.article.captions.len(), 1);
    assert_eq!(fired.factuality.tense, dateline::event::Tense::Ongoing);
}
