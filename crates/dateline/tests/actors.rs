//! Whose state a phrase names, and who only stands behind or against it.

use dateline::event::Role;
use dateline::event::resolve::ActorCode;
use dateline::page::{Article, Part, PartKind};
use dateline::{Engine, Options};
use dateline_span::Span;

/// What a sentence's first actor is taken for.
fn first_actor(text: &str) -> Option<ActorCode> {
    let part = Part {
        kind: PartKind::Paragraph,
        span: Span::new(0, text.len()),
        page: None,
    };
    let article = Article::of_english(text, vec![part], "the test is English");
    let reading = Engine::new()
        .unwrap()
        .read_article(article, &Options::default());
    let claim = reading.claims.first()?;
    let actor = claim.with_role(Role::Actor).next()?;
    reading.actors.of(actor.span, None).cloned()
}

fn country_of_actor(text: &str) -> Option<String> {
    first_actor(text)?.country
}

#[test]
fn who_backs_or_is_opposed_gives_no_state() {
    for (text, country) in [
        ("US-backed Iraqi forces retook a town.", Some("IRQ")),
        ("Rwandan-backed M23 rebels attacked a village.", Some("COD")),
        ("Iranian-backed militias attacked a base.", None),
        ("Anti-French demonstrators burned a car.", None),
        ("French troops attacked a village.", Some("FRA")),
    ] {
        assert_eq!(country_of_actor(text).as_deref(), country, "{text}");
    }
}

#[test]
fn nobody_in_particular_who_does_an_armed_deed_is_no_civilian() {
    for (text, sector) in [
        ("Unidentified men threw a grenade at the bank.", "UAF"),
        ("A young man shot the cashier.", "UAF"),
        ("The person who killed the guard fled.", "UAF"),
        ("Two women stabbed a driver.", "UAF"),
        ("Two women accused a driver.", "CVL"),
        ("A man met the mayor.", "CVL"),
        ("Villagers killed the thief.", "CVL"),
        ("The boy did not shoot the cashier.", "CVL"),
    ] {
        let found = first_actor(text).and_then(|code| code.sector);
        assert_eq!(found.as_deref(), Some(sector), "{text}");
    }
}
