//! Whose state a phrase names, and who only stands behind or against it.

use dateline::page::{Article, Part, PartKind};
use dateline::{Engine, Options};
use dateline_span::Span;

/// The state of the first actor that a sentence names.
fn country_of_actor(text: &str) -> Option<String> {
    use dateline::event::Role;
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
    reading.actors.of(actor.span, None)?.country.clone()
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
