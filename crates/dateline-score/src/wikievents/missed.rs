//! Why no claim stands on an annotated trigger: the first stage of the engine that lost the word.

use crate::given::{self, head_of};
use dateline::ArticleReading;
use dateline::event::claim::{content, guard, trigger};
use dateline::event::codebook::Codebook;
use dateline_span::Span;

/// The reason, as a person would say it; words of one stage begin alike.
pub fn reason(codebook: &Codebook, reading: &ArticleReading, at: Span) -> String {
    let Some(doc) = &reading.document else {
        return "the article was not read".to_owned();
    };
    let Some(head) = head_of(doc, at) else {
        return "no token".to_owned();
    };
    let hits = trigger::find(doc, codebook);
    let Some(hit) = hits.iter().find(|h| h.head == head) else {
        return unmatched(codebook, head);
    };
    if let Some(objection) = guard::objection(hit, guard::is_about_fiction(doc)) {
        return format!("guard: {objection}");
    }
    if guard::takes_up(hit) {
        return "takes up what no claim tells".to_owned();
    }
    let within = hits.iter().find(|other| {
        content::roots(other)
            .into_iter()
            .any(|root| content::below(root, other.head).contains(&head.i))
    });
    match within {
        Some(other) => format!("content of “{}”", other.head.text()),
        None => format!("lost after matching {}", hit.entry.name),
    }
}

fn unmatched(codebook: &Codebook, head: dateline::text::Tok<'_>) -> String {
    let lemma = head.lemma().to_lowercase();
    let lists = |patterns: &[_]| patterns.iter().any(|p| given::pattern_lists(p, &lemma));
    let verb = codebook.entries().iter().any(|e| lists(&e.verbs));
    let noun = codebook.entries().iter().any(|e| lists(&e.nouns));
    let (pos, dep) = (head.pos().name(), head.dep());
    match (verb, noun) {
        (false, false) => format!("no entry: {lemma} ({pos})"),
        _ => format!("listed but not matched: {lemma} ({pos}, {dep})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline::Engine;
    use dateline::page::PartKind;

    fn reason_at(text: &str, word: &str) -> String {
        let engine = Engine::new().unwrap();
        let parts = [(PartKind::Paragraph, Span::new(0, text.len()))];
        let reading = given::read(&engine, text, &parts);
        let at = text.find(word).unwrap();
        reason(engine.codebook(), &reading, Span::new(at, at + word.len()))
    }

    #[test]
    fn a_word_that_no_entry_lists_is_told_from_one_that_did_not_match() {
        assert!(
            reason_at("Four villagers frolicked in Kalem.", "frolicked").starts_with("no entry:")
        );
        assert!(
            reason_at("The attack dog slept in Kalem.", "attack")
                .starts_with("listed but not matched:")
        );
    }
}
