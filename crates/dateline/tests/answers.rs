//! Claims that answer each other, and what is withheld about them.

use dateline::page::{Article, Part, PartKind};
use dateline::{ArticleReading, Engine, Options};
use dateline_span::Span;

fn read(text: &str) -> ArticleReading {
    let part = Part {
        kind: PartKind::Paragraph,
        span: Span::new(0, text.len()),
        page: None,
    };
    let article = Article::of_english(text, vec![part], "the test is English");
    Engine::new()
        .unwrap()
        .read_article(article, &Options::default())
}

/// Each answer as "from kind to", claims by their number in the text.
fn answers(text: &str) -> Vec<String> {
    let reading = read(text);
    let told = |a: &dateline::event::Answer| format!("{} {} {}", a.from, a.kind.name(), a.to);
    reading.answers.iter().map(told).collect()
}

#[test]
fn a_denial_and_a_confirmation_answer_the_report() {
    let report = "Gunmen attacked the village of Kalem on Monday, the interior ministry said.";
    let denial = "The Danu Front denied that its fighters had attacked Kalem.";
    assert_eq!(answers(&format!("{report} {denial}")), ["1 denies 0"]);
    let confirmation = "A police spokesman confirmed that gunmen attacked the village.";
    assert_eq!(
        answers(&format!("{report} {confirmation}")),
        ["1 confirms 0"]
    );
}

#[test]
fn silence_and_other_places_answer_nothing() {
    let report = "Gunmen attacked the village of Kalem on Monday, the interior ministry said.";
    let silence = "The governor has not officially responded.";
    assert!(answers(&format!("{report} {silence}")).is_empty());
    let elsewhere = "The Danu Front denied that its fighters had attacked Ruvia.";
    assert!(answers(&format!("{report} {elsewhere}")).is_empty());
}

#[test]
fn what_is_withheld_stands_at_its_claim() {
    let text =
        "The ministry did not specify when gunmen attacked Kalem or how many guards were hurt.";
    let reading = read(text);
    let fields: Vec<_> = reading.withheld.iter().map(|w| w.field).collect();
    assert_eq!(fields, ["time", "number"]);
    assert!(reading.withheld.iter().all(|w| w.claim == Some(0)));
}

#[test]
fn a_number_that_another_rejects_is_corrected() {
    let report = "A bomb at the market in Kalem killed 20 people on Monday, police said.";
    let claim = "The bomb at the market killed 12 people, not 20, the mayor said.";
    assert_eq!(answers(&format!("{report} {claim}")), ["1 corrects 0"]);
}

/// The corrections of a text: "claim number rejected source".
fn corrections(text: &str) -> Vec<String> {
    let reading = read(text);
    let words = |span: Option<Span>| span.map_or("-", |s| s.slice(text)).to_owned();
    let told = |c: &dateline::event::Correction| {
        let number = words(Some(c.number));
        format!(
            "{} {number} {} {}",
            c.claim,
            words(c.rejected),
            words(c.source)
        )
    };
    reading.corrections.iter().map(told).collect()
}

#[test]
fn a_figure_is_put_right_without_an_event() {
    let report = "A bomb at the market in Kalem killed 20 people on Monday, police said.";
    let hospital = "The hospital said the figure was in fact 12, not 20.";
    assert_eq!(
        corrections(&format!("{report} {hospital}")),
        ["0 12 20 The hospital"]
    );
    let own = "The toll was actually 12.";
    assert_eq!(corrections(&format!("{report} {own}")), ["0 12 - -"]);
    for other in [
        "The figure was in fact 12, not 30.",
        "The figure was 12 in March.",
        "The figure is 20.",
    ] {
        assert!(
            corrections(&format!("{report} {other}")).is_empty(),
            "{other}"
        );
    }
}
