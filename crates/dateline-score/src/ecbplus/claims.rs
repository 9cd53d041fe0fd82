//! Claims as users get them: those whose trigger is an annotated mention, put together by the incidents
//! that the fusion across articles makes.

use super::Key;
use super::corpus::Document;
use super::mention::Read;
use crate::coreference::Clusterings;
use dateline::event::fusion::{Story, fuse};
use dateline::story;
use dateline_span::Span;
use std::collections::BTreeMap;

/// The documents as stories, and the incident in which each annotated mention is told that triggers a
/// claim.
pub struct Told {
    pub stories: Vec<Story>,
    /// Mention, incident, event of the annotation.
    pub mentions: Vec<(Key, String, String)>,
}

impl Told {
    pub fn of(documents: &[Document], read: &[Read]) -> Self {
        let mut told = Self {
            stories: Vec::new(),
            mentions: Vec::new(),
        };
        for (index, (document, read)) in documents.iter().zip(read).enumerate() {
            let mut reading = read.reading.records("");
            // The texts have no address from which an id could be made that tells them apart.
            for incident in &mut reading.incidents {
                incident.id = format!("{} {}", document.id, incident.id);
            }
            for mention in &document.mentions {
                let span = |word: &usize| read.spans[*word];
                let triggers =
                    |trigger: Span| mention.words.iter().any(|w| span(w).overlaps(trigger));
                let mut claims = reading.claims.iter();
                let Some(claim) = claims.find(|c| triggers(c.trigger.span)) else {
                    continue;
                };
                let mut incidents = reading.incidents.iter();
                if let Some(incident) = incidents.find(|i| i.claims.contains(&claim.id)) {
                    let key = (index, mention.words.clone());
                    told.mentions
                        .push((key, incident.id.clone(), mention.event.clone()));
                }
            }
            told.stories.push(Story {
                id: document.id.clone(),
                ..story(&reading)
            });
        }
        told
    }

    /// Our groups against the annotation's; and each article's own incidents against it.
    pub fn measured(&self) -> [Clusterings; 2] {
        let mut group = BTreeMap::new();
        for (number, fused) in fuse(&self.stories, &[]).into_iter().enumerate() {
            group.extend(fused.members.into_iter().map(|id| (id, number)));
        }
        let truth = super::grouped(self.mentions.iter().map(|(k, _, e)| (e, k.clone())));
        let ours = super::grouped(self.mentions.iter().map(|(k, i, _)| (group[i], k.clone())));
        let own = super::grouped(self.mentions.iter().map(|(k, i, _)| (i, k.clone())));
        [ours, own].map(|clusters| Clusterings::of(&truth, &clusters))
    }
}
