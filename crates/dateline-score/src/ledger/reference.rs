//! What the references of a trap file mean (their forms are told in [`super::traps`]).

use super::gold::{Gold, GoldClaim, Located};
use super::referent::{Referent, Referents};
use anyhow::{Context, Result, anyhow};
use dateline_span::Span;

/// Looks up references in the annotation of a page. Each look-up fails on what is not there.
pub struct References<'g> {
    /// The annotation.
    pub gold: &'g Gold,
    /// The page.
    pub page: &'g str,
}

impl<'g> References<'g> {
    /// A gold claim by its id.
    pub fn claim(&self, id: &str) -> Result<&'g GoldClaim> {
        let found = self.gold.claims.iter().find(|c| c.id == id);
        found.ok_or_else(|| anyhow!("no claim {id}"))
    }

    /// The stretch of a gold article.
    pub fn article_span(&self, id: &str) -> Result<Span> {
        let found = self.gold.articles.iter().find(|a| a.id == id);
        found
            .map(|a| a.located.span())
            .ok_or_else(|| anyhow!("no article {id}"))
    }

    /// The stretch of a gold claim or quote, or a byte range.
    pub fn stretch(&self, id: &str) -> Result<Span> {
        if let Some(range) = id.strip_prefix('@') {
            return byte_range(range);
        }
        if let Some(quote) = self.gold.quotes.iter().find(|q| q.id == id) {
            return Ok(quote.located.span());
        }
        Ok(self.claim(id)?.located.span())
    }

    /// What a reference of a trap file means.
    pub fn referent(&self, reference: &str) -> Result<Referent> {
        let referents = Referents::new(self.gold);
        if let Some(range) = reference.strip_prefix('@') {
            let span = byte_range(range)?;
            let words = span.slice(self.page);
            let here = Referent {
                spans: vec![span],
                ..Referent::default()
            };
            return Ok(here.with_forms([words]));
        }
        if reference.starts_with("E-") {
            let entity = referents.entity(reference);
            return if entity.forms.is_empty() {
                Err(anyhow!("no {reference}"))
            } else {
                Ok(entity)
            };
        }
        self.field(reference)
            .with_context(|| format!("no {reference}"))
    }

    /// A field of a gold claim: "S9.actor", "S48.means.0".
    fn field(&self, reference: &str) -> Result<Referent> {
        let mut parts = reference.split('.');
        let claim = self.claim(parts.next().unwrap_or_default())?;
        let field = parts.next().context("which field?")?;
        let index: usize = parts.next().map_or(Ok(0), str::parse)?;
        let spans = &claim.arg_spans;
        let (located, text) = match field {
            "actor" => (spans.actor, claim.actor.as_deref()),
            "recipient" => (spans.recipient, claim.recipient.as_deref()),
            "place" => (spans.place, claim.place.as_deref()),
            "time" => (spans.time_expression, None),
            "said" => (said(claim), None),
            "means" => (spans.means.get(index).copied(), None),
            "quantity" => (claim.quantities.get(index).copied(), None),
            "source" => {
                let layer = claim.source_chain.get(index).context("no such voice")?;
                return Ok(Referents::new(self.gold).layer(layer));
            }
            _ => return Err(anyhow!("unknown field {field}")),
        };
        let located = located.context("it is empty")?;
        let means = (field == "means").then(|| located.span().slice(self.page));
        Ok(Referent::default()
            .with_span(Some(located))
            .with_forms(text.or(means)))
    }
}

fn byte_range(range: &str) -> Result<Span> {
    let (start, end) = range
        .split_once('-')
        .context("a byte range is @start-end")?;
    Ok(Span::new(start.parse()?, end.parse()?))
}

fn said(claim: &GoldClaim) -> Option<Located> {
    claim
        .source_chain
        .iter()
        .rev()
        .find_map(|l| l.said_time.as_ref())
        .map(|t| t.located)
}
