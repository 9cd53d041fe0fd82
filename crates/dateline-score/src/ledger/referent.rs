//! When words of ours mean what the annotation means: same place in the page, or an accepted form.

use super::gold::{Gold, GoldClaim, GoldLayer, Located};
use super::predicted::{Mention, PredictedSource};
use dateline_span::Span;
use std::collections::BTreeSet;

/// Words that mean someone else in the next sentence; they are accepted in their own place only.
const PRONOUNS: [&str; 12] = [
    "he", "she", "it", "they", "we", "i", "him", "her", "them", "who", "this", "that",
];

/// What the annotation accepts for one participant, place or source.
#[derive(Clone, Debug, Default)]
pub struct Referent {
    /// Where it is written.
    pub spans: Vec<Span>,
    /// Normalised ways to write it.
    pub forms: BTreeSet<String>,
}

impl Referent {
    /// Accepts a stretch of the page.
    pub fn with_span(mut self, located: Option<Located>) -> Self {
        self.spans.extend(located.map(Located::span));
        self
    }

    /// Accepts these words wherever they stand; of a name with its acronym in brackets each of both.
    pub fn with_forms<'t>(mut self, forms: impl IntoIterator<Item = &'t str>) -> Self {
        let telling = |form: &String| !form.is_empty() && !PRONOUNS.contains(&form.as_str());
        let parts = |form: &'t str| {
            let split = form.strip_suffix(')').and_then(|f| f.split_once(" ("));
            let acronym = |inner: &str| !inner.is_empty() && !inner.contains(char::is_lowercase);
            let both = split.filter(|(_, inner)| acronym(inner));
            [Some(form), both.map(|b| b.0), both.map(|b| b.1)]
        };
        let all = forms.into_iter().flat_map(parts).flatten();
        self.forms.extend(all.map(normal).filter(telling));
        self
    }

    /// Whether a participant is meant: the head of our words lies in the accepted stretch, what they
    /// were resolved to touches it, or either is written in an accepted form.
    pub fn is_participant(&self, mention: &Mention) -> bool {
        self.spans.iter().any(|s| s.overlaps(mention.head)) || self.is_other_naming(mention)
    }

    /// Whether a place or source is meant: as for a participant, but any shared byte will do,
    /// because names of places and sources are cut in more than one defensible way.
    pub fn is_named(&self, mention: &Mention) -> bool {
        self.spans.iter().any(|s| s.overlaps(mention.words.span)) || self.is_other_naming(mention)
    }

    fn is_other_naming(&self, mention: &Mention) -> bool {
        let resolved = mention.resolved.as_ref();
        self.forms.contains(&normal(&mention.words.text))
            || resolved.is_some_and(|r| {
                self.forms.contains(&normal(&r.text))
                    || self.spans.iter().any(|s| s.overlaps(r.span))
            })
    }
}

/// Words without case, leading determiner, surrounding punctuation and closing possessive.
pub fn normal(words: &str) -> String {
    let lower = words.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|c: char| c.is_whitespace() || ",.;:\"“”()'".contains(c));
    let bare = bare.strip_suffix("'s").unwrap_or(bare);
    let rest = ["the ", "a ", "an "]
        .iter()
        .find_map(|d| bare.strip_prefix(d))
        .unwrap_or(bare);
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Looks up what the annotation of a page accepts.
pub struct Referents<'g> {
    gold: &'g Gold,
}

impl<'g> Referents<'g> {
    /// Over the annotation of a page.
    pub fn new(gold: &'g Gold) -> Self {
        Self { gold }
    }

    /// An entity by its id, in all its forms.
    pub fn entity(&self, id: &str) -> Referent {
        let found = self.gold.entities.iter().filter(|e| e.id == id);
        found.fold(Referent::default(), |referent, e| {
            referent.with_forms(e.forms.iter().chain([&e.name]).map(String::as_str))
        })
    }

    fn argument(
        &self,
        span: Option<Located>,
        text: Option<&str>,
        entity: Option<&str>,
    ) -> Referent {
        let base = entity.map_or_else(Referent::default, |id| self.entity(id));
        base.with_span(span).with_forms(text)
    }

    /// Who does it, as the claim's own content tells it.
    pub fn actor(&self, claim: &GoldClaim) -> Option<Referent> {
        let text = claim.actor.as_deref()?;
        Some(self.argument(
            claim.arg_spans.actor,
            Some(text),
            claim.actor_entity.as_deref(),
        ))
    }

    /// To whom, as the claim's own content tells it.
    pub fn recipient(&self, claim: &GoldClaim) -> Option<Referent> {
        let text = claim.recipient.as_deref()?;
        Some(self.argument(
            claim.arg_spans.recipient,
            Some(text),
            claim.recipient_entity.as_deref(),
        ))
    }

    /// Where.
    pub fn place(&self, claim: &GoldClaim) -> Option<Referent> {
        let text = claim.place.as_deref()?;
        Some(self.argument(claim.arg_spans.place, Some(text), None))
    }

    /// A source by its name: every way in which the page's claims and quotes write it.
    pub fn source_named(&self, name: &str) -> Referent {
        let layers = self.gold.claims.iter().flat_map(GoldClaim::layers);
        let texts = layers
            .filter(|l| l.name == name)
            .filter_map(|l| l.text.as_deref());
        let quotes = self
            .gold
            .quotes
            .iter()
            .filter(|q| q.speaker.as_deref() == Some(name));
        let speakers = quotes.filter_map(|q| q.speaker_text.as_deref());
        let entities = self.gold.entities.iter().filter(|e| e.name == name);
        let forms = entities.flat_map(|e| e.forms.iter().map(String::as_str));
        Referent::default().with_forms(texts.chain(speakers).chain(forms).chain([name]))
    }

    /// One voice of a claim's chain.
    pub fn layer(&self, layer: &GoldLayer) -> Referent {
        self.source_named(&layer.name).with_span(layer.text_span)
    }

    /// Whether our link is the voice of this name, wherever it speaks.
    pub fn is_voice(&self, name: &str, link: &PredictedSource) -> bool {
        match &link.mention {
            Some(mention) => self.source_named(name).is_named(mention),
            None => {
                let mut layers = self.gold.claims.iter().flat_map(GoldClaim::layers);
                layers.any(|l| l.name == name && l.text.is_none())
            }
        }
    }

    /// Whether our link is this voice. A voice that the text gives no words for is met by a link
    /// without words, or by one that hangs on the same cue.
    pub fn is_layer(&self, layer: &GoldLayer, link: &PredictedSource) -> bool {
        let cue = layer.cue_span.map(Located::span);
        match (&link.mention, layer.text_span) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(mention), None) => cue.is_some_and(|c| c.overlaps(mention.words.span)),
            (Some(mention), Some(_)) => self.layer(layer).is_named(mention),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_ignore_case_determiners_and_possessives() {
        assert_eq!(normal("The ministry’s"), "ministry");
        assert_eq!(normal(" “an  envoy,”"), "envoy");
        assert_eq!(normal("the"), "the");
    }

    #[test]
    fn a_name_with_its_acronym_is_met_by_either() {
        let forms = Referent::default().with_forms(["Northern Post Agency (NPA)", "Ruiz (left)"]);
        for form in ["Northern Post Agency", "NPA", "Ruiz (left)"] {
            assert!(forms.forms.contains(&normal(form)), "{form}");
        }
        assert!(!forms.forms.contains("left"));
    }

    #[test]
    fn a_participant_needs_its_head_inside_a_source_only_a_shared_byte() {
        let referent = Referent {
            spans: vec![Span::new(10, 15)],
            forms: BTreeSet::new(),
        };
        let mention = Mention {
            words: Words {
                span: Span::new(4, 15),
                text: "killing of monks".into(),
            },
            head: Span::new(4, 9),
            resolved: None,
        };
        assert!(!referent.is_participant(&mention));
        assert!(referent.is_named(&mention));
    }

    use super::super::predicted::Words;
}
