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

/// Each claim as "kind polarity actor".
fn claims(text: &str) -> Vec<String> {
    use dateline::event::Role;
    let told = |c: &dateline::event::Claim| {
        let mut actors = c.with_role(Role::Actor);
        let actor = actors.next().map_or("-", |a| a.span.slice(text)).to_owned();
        let sign = c.factuality.polarity.sign();
        format!("{} {sign} {actor}", c.event.kind)
    };
    read(text).claims.iter().map(told).collect()
}

#[test]
fn a_deed_that_is_denied_is_a_claim_that_the_denier_did_not_do_it() {
    let report = "Rockets struck a school in Kalem on Monday, witnesses said.";
    let text = format!("{report} The Danu Front denied responsibility and blamed the army.");
    assert_eq!(answers(&text), ["1 denies 0"]);
    assert_eq!(
        claims(&text),
        [
            "ASSAULT + -",
            "ASSAULT - The Danu Front",
            "ACCUSE + The Danu Front"
        ]
    );
    let reading = read(&text);
    let denial = &reading.claims[1];
    assert_eq!(denial.source.links.len(), 2);
    assert_eq!(denial.evidence, reading.claims[2].evidence);
}

#[test]
fn who_calls_a_report_a_lie_denies_what_it_says() {
    let report = "Ruvian soldiers burned the village of Kalem, the Courier reported on Monday.";
    for denial in [
        "Ruvia denied the report.",
        "The Ruvian army called that version a lie.",
        "The report was denied by Ruvia.",
        "Ruvian officials described the claim as baseless.",
    ] {
        let text = format!("{report} {denial}");
        assert_eq!(answers(&text), ["1 denies 0"], "{denial}");
        assert_eq!(read(&text).claims[1].factuality.polarity.sign(), "-");
    }
    // Nobody denies what their own state told.
    let own = "China burned the village of Kalem, the Philippines said on Monday.";
    let officials = "Philippine officials denied the report.";
    assert!(answers(&format!("{own} {officials}")).is_empty());
    for other in [
        "Ruvia has not replied to the report.",
        "Ruvia did not deny the report.",
        "Ruvia may deny the report.",
        "The Courier rejected the claim that it had invented the report.",
    ] {
        assert!(answers(&format!("{report} {other}")).is_empty(), "{other}");
    }
}

#[test]
fn what_a_denied_report_holds_is_denied() {
    let text = "The army denied reports of a raid on the village of Kalem.";
    assert_eq!(claims(text)[0][..8], *"ASSAULT ");
    assert_eq!(answers(text).len(), 1);
    let text = "The colonel denied a charge of killing two guards in Kalem.";
    let told = claims(text);
    assert!(
        told.contains(&"ASSAULT - The colonel".to_owned()),
        "{told:?}"
    );
}

#[test]
fn an_accusation_is_answered_by_the_word_that_denies_it() {
    let vague = "The relief fund accused the army of negligence.";
    let deed = "The relief fund accused the army of looting its stores in Kalem.";
    for denial in [
        "Army spokesman Omar Dahir rejected the accusation.",
        "The army denied the allegation.",
    ] {
        let text = format!("{vague} {denial}");
        assert_eq!(answers(&text), ["1 denies 0"], "{denial}");
        assert_eq!(claims(&text)[1][..8], *"REJECT +", "{denial}");
        // Where the accusation tells an event, that is what is denied.
        let text = format!("{deed} {denial}");
        let told = claims(&text);
        let last = told.len() - 1;
        assert_eq!(answers(&text), [format!("{last} denies 1")], "{denial}");
        assert_eq!(told[last], "COERCE - the army", "{denial}");
    }
    let another = "The mayor denied the allegation that he had taken money.";
    let found = answers(&format!("{deed} {another}"));
    assert!(found.iter().all(|a| !a.contains("denies")));
}

#[test]
fn a_command_and_a_plan_deny_nothing() {
    let report = "Police shot a man in Kalem on Monday, witnesses said.";
    for other in [
        "“Don’t shoot him,” she shouted.",
        "Police said they will not shoot.",
    ] {
        let denies = |a: &String| a.contains("denies");
        assert!(
            !answers(&format!("{report} {other}")).iter().any(denies),
            "{other}"
        );
    }
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

#[test]
fn who_withholds_is_named_by_the_clause_above() {
    let text = "Gunmen attacked Kalem. Survivors said they could not tell who had sent them.";
    let reading = read(text);
    let source = reading.withheld[0].source.map(|s| s.slice(text));
    assert_eq!(source, Some("Survivors"));
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
