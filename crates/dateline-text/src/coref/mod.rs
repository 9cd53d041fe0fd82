//! Who is who: which words of a text stand for the same person, body, document or thing.
//!
//! Rules and salience, no model: names by their words ([`entity`]), definite nouns by head and
//! class ([`nominal`]), pronouns by agreement and prominence ([`pronoun`]), "we" and "our" in
//! quoted words by whose mouth they come from ([`side`]). Where two candidates are about as good,
//! nothing is chosen.

mod entity;
mod mention;
mod nominal;
mod pronoun;
mod side;

use crate::attribution::Attribution;
use crate::document::Document;
use crate::quote::Quote;
use dateline_span::Span;
use entity::Entities;
use mention::Mention;

/// What a mention stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// The fullest naming of the same entity in the article.
    pub span: Span,
    /// Token index of that naming's head.
    pub head: usize,
    /// How it was found; for people who check.
    pub reason: &'static str,
}

/// The entities of a document and what each mention stands for.
#[derive(Debug, Default)]
pub struct Coref {
    /// By token: the entity that a mention with this head belongs to.
    entity: Vec<Option<u32>>,
    /// By token: what the mention stands for, where that is another naming.
    antecedent: Vec<Option<Antecedent>>,
    /// By token: who issued the document that the mention names.
    issuer: Vec<Option<Antecedent>>,
}

impl Coref {
    /// Reads the entities of a document.
    pub fn find(doc: &Document, quotes: &[Quote], attributions: &[Attribution]) -> Coref {
        let mentions = mention::collect(doc, quotes);
        let mut speakers: Vec<usize> = attributions
            .iter()
            .filter(|a| a.is_voice())
            .filter_map(|a| Some(a.source.as_ref()?.head))
            .collect();
        speakers.sort_unstable();
        let context = Context {
            doc,
            quotes,
            attributions,
            mentions: &mentions,
            speakers,
        };
        let mut entities = Entities::new(mentions.len());
        for (k, mention) in mentions.iter().enumerate() {
            let link = match mention.kind {
                mention::Kind::Name => entity::link(&context, &entities, k),
                mention::Kind::Nominal => nominal::link(&context, &entities, k),
                mention::Kind::Pronoun if mention.first_person => {
                    side::link(&context, &entities, k)
                }
                mention::Kind::Pronoun => pronoun::link(&context, &entities, k),
            };
            entities.place(&context, k, link);
        }
        // Who speaks is often named only behind the quoted words.
        for (k, mention) in mentions.iter().enumerate() {
            let open = mention.first_person && entities.of(k).is_none();
            if let Some(link) = open.then(|| side::link(&context, &entities, k)).flatten() {
                entities.place(&context, k, Some(link));
            }
        }
        publish(&context, &entities)
    }

    /// What the mention headed by `token` stands for: the fullest naming elsewhere in the
    /// article; `None` where the mention is that naming, or nothing sure was found.
    pub fn antecedent(&self, token: usize) -> Option<&Antecedent> {
        self.antecedent.get(token)?.as_ref()
    }

    /// Who issued the statement, letter or report that the mention headed by `token` names.
    pub fn issuer(&self, token: usize) -> Option<&Antecedent> {
        self.issuer.get(token)?.as_ref()
    }

    /// A number shared by all mentions of one entity.
    pub fn entity_of(&self, token: usize) -> Option<usize> {
        self.entity.get(token)?.map(|e| e as usize)
    }

    /// Whether two mentions are known to stand for the same entity.
    pub fn same(&self, one: usize, other: usize) -> bool {
        one == other
            || matches!((self.entity_of(one), self.entity_of(other)), (Some(a), Some(b)) if a == b)
    }

    /// Fills in whom the speakers of quotes stand for; a document gives its issuer.
    pub fn name_speakers(&self, quotes: &mut [Quote]) {
        for speaker in quotes.iter_mut().filter_map(|q| q.speaker.as_mut()) {
            let full = self
                .issuer(speaker.head)
                .or_else(|| self.antecedent(speaker.head));
            speaker.resolved = full.map(|a| a.span).filter(|s| *s != speaker.mention);
        }
    }
}

/// Everything a rule may look at.
struct Context<'d> {
    doc: &'d Document,
    quotes: &'d [Quote],
    attributions: &'d [Attribution],
    /// By head.
    mentions: &'d [Mention],
    /// Heads of all phrases that name a source, in order.
    speakers: Vec<usize>,
}

impl Context<'_> {
    /// The mention with this head.
    fn mention_at(&self, token: usize) -> Option<usize> {
        self.mentions.binary_search_by_key(&token, |m| m.head).ok()
    }

    /// The mentions before mention `k` that stand at most `reach` sentences back, last first.
    fn back(&self, k: usize, reach: usize) -> impl Iterator<Item = usize> + '_ {
        let from = self.mentions[k].sentence.saturating_sub(reach);
        (0..k)
            .rev()
            .take_while(move |&m| self.mentions[m].sentence >= from)
    }
}

/// A decision about one mention.
struct Link {
    /// The entity it belongs to; `None` for a new one.
    entity: usize,
    reason: &'static str,
}

/// Writes down, by token, what was decided by mention.
fn publish(context: &Context<'_>, entities: &Entities) -> Coref {
    let n = context.doc.len();
    let mut coref = Coref {
        entity: vec![None; n],
        antecedent: vec![None; n],
        issuer: vec![None; n],
    };
    let issuers: Vec<Option<usize>> = (0..entities.list.len())
        .map(|e| side::issuer_of(context, entities, e))
        .collect();
    for (k, mention) in context.mentions.iter().enumerate() {
        let Some(e) = entities.of(k) else { continue };
        let is_set = context.doc.tok(mention.head).child(&["conj"]).is_some();
        if is_set {
            // "the Kremlin and the Foreign Ministry" is more than its first member.
            continue;
        }
        coref.entity[mention.head] = Some(e as u32);
        coref.antecedent[mention.head] = naming(context, entities, k, e);
        coref.issuer[mention.head] = issuers[e].and_then(|i| {
            let full = &context.mentions[entities.fullest(context, i)?];
            Some(Antecedent {
                span: full.span,
                head: full.head,
                reason: "issued the document",
            })
        });
    }
    coref
}

/// The fullest naming of mention `k`'s entity, where that is another mention.
fn naming(context: &Context<'_>, entities: &Entities, k: usize, e: usize) -> Option<Antecedent> {
    let mention = &context.mentions[k];
    let full = entities.fullest(context, e)?;
    let reason = match entities.reason(k) {
        entity::FIRST => entities.reason(full),
        reason => reason,
    };
    if mention.kind == mention::Kind::Pronoun && mention.number == mention::Number::Plural {
        let last = entities.last_mention(context.mentions, e, mention.head);
        let set = last.map(|m| context.doc.tok(m.head));
        if let Some(set) = set.filter(|s| s.child(&["conj"]).is_some()) {
            return Some(Antecedent {
                span: crate::phrase::noun_phrase_span(set),
                head: set.i,
                reason,
            });
        }
    }
    let naming = &context.mentions[full];
    (naming.head != mention.head).then_some(Antecedent {
        span: naming.span,
        head: naming.head,
        reason,
    })
}
