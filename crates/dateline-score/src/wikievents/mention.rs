//! Which mention of a participant WikiEvents marks.
//!
//! Dateline publishes a whole phrase with what it stands for; the corpus marks one mention, chosen by
//! habits that are no part of who did what: the name beside a description ("the minister, *Amos
//! Ruto*", "the *Kalem Front* group"), *who* for the noun that a relative clause describes, and for a
//! pronoun the last naming in the same sentence ("*Ruto* said he had ordered"). [`as_marked`] picks
//! that mention from our phrase, one for one; the measure of a partitive ("*six* of the guards")
//! counts beside what it measures, because both are its head in some sense.

use crate::given::Filler;
use dateline::event::claim::phrase::is_transparent;
use dateline::text::{Coref, Document, Pos, Tok};

/// A filler with the head that the corpus would mark, at the trigger `trigger`.
pub fn as_marked(doc: &Document, coref: &Coref, trigger: Tok<'_>, mut filler: Filler) -> Filler {
    let Some(first) = filler.heads.first_mut() else {
        return filler;
    };
    let head = doc.tok(doc.tokens_in(*first).start);
    let measure = measure_of(head);
    let marked = name_beside(head)
        .or_else(|| measure.and_then(name_beside))
        .or_else(|| relative(head, trigger))
        .or_else(|| named_before(coref, head));
    if let Some(marked) = marked {
        *first = marked.span();
    }
    if let Some(measure) = measure.filter(|_| marked.is_none()) {
        filler.heads.push(measure.span());
    }
    filler
}

/// The name in apposition to a description, or before a general word for a body.
fn name_beside(head: Tok<'_>) -> Option<Tok<'_>> {
    const BODIES: &[&str] = &[
        "group",
        "organisation",
        "organization",
        "movement",
        "network",
        "militia",
    ];
    if !matches!(head.pos(), Pos::Noun | Pos::Num) {
        return None;
    }
    let named = |t: &Tok<'_>| matches!(t.name_label(), "PERSON" | "ORG");
    let mut beside = head
        .children()
        .filter(|c| c.i > head.i && c.dep() == "appos");
    let mut before = head
        .children()
        .filter(|c| c.i < head.i && c.dep_in(&["compound", "nmod"]));
    beside.find(named).or_else(|| {
        before
            .rfind(|t| named(t) || t.pos() == Pos::Propn)
            .filter(|_| BODIES.contains(&head.lemma()))
    })
}

/// The *who* of the relative clause that holds the trigger.
fn relative<'d>(head: Tok<'d>, trigger: Tok<'_>) -> Option<Tok<'d>> {
    let clause = head
        .children()
        .find(|c| c.dep() == "relcl" && c.subtree().iter().any(|t| t.i == trigger.i))?;
    clause
        .child(&["nsubj", "nsubjpass", "dobj"])
        .filter(|p| p.tag() == "WP")
}

/// The last naming of what a pronoun stands for in its sentence.
fn named_before<'d>(coref: &Coref, pronoun: Tok<'d>) -> Option<Tok<'d>> {
    if pronoun.pos() != Pos::Pron {
        return None;
    }
    let sentence = pronoun.doc().sentences().get(pronoun.sentence())?;
    pronoun
        .doc()
        .range(sentence.tokens.start..pronoun.i)
        .rfind(|t| t.pos() != Pos::Pron && coref.same(t.i, pronoun.i))
}

/// The measure above what it measures.
fn measure_of(head: Tok<'_>) -> Option<Tok<'_>> {
    let of = head
        .head()
        .filter(|of| head.dep() == "pobj" && of.lower() == "of")?;
    of.head().filter(|m| is_transparent(*m))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::{self, PartPlayed};
    use dateline::Engine;
    use dateline::page::PartKind;
    use dateline_span::Span;

    fn marked(text: &str, head: &str, trigger: &str) -> Vec<String> {
        let engine = Engine::new().unwrap();
        let whole = Span::new(0, text.len());
        let reading = given::read(&engine, text, &[(PartKind::Paragraph, whole)]);
        let doc = reading.document.as_ref().unwrap();
        let at = |word: &str| {
            let start = text.find(word).unwrap();
            Span::new(start, start + word.len())
        };
        let filler = Filler {
            part: PartPlayed::Actor,
            heads: vec![at(head)],
            resolved: None,
            coordinated: false,
        };
        let trigger = given::head_of(doc, at(trigger)).unwrap();
        let found = given::with_layers(&reading, doc, |layers| {
            as_marked(doc, layers.coref, trigger, filler)
        });
        found
            .heads
            .iter()
            .map(|h| h.slice(text).to_owned())
            .collect()
    }

    #[test]
    fn a_name_beside_a_description_is_marked() {
        let text = "The rebel commander, Amos Ruto, ordered a raid on the town.";
        assert_eq!(marked(text, "commander", "ordered"), ["Ruto"]);
    }

    #[test]
    fn who_is_marked_inside_its_clause_only() {
        let text = "Police held two men who attacked a shop in Kalem.";
        assert_eq!(marked(text, "men", "attacked"), ["who"]);
        assert_eq!(marked(text, "men", "held"), ["men"]);
    }

    #[test]
    fn a_measure_counts_beside_what_it_measures() {
        let text = "Dozens of guards were wounded in the clash.";
        assert_eq!(marked(text, "guards", "wounded"), ["guards", "Dozens"]);
    }
}
