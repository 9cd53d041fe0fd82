//! From the engine's reading to what is scored: spans of an article's text become bytes of the page.

use super::gold::GoldArticle;
use super::predicted::{
    Header, Mention, Participant, Predicted, PredictedArticle, PredictedCaption, PredictedClaim,
    PredictedQuantity, PredictedQuote, PredictedSource, PredictedTime, Words,
};
use super::{GoldPage, PageText};
use anyhow::{Context, Result};
use dateline::event::{Argument, Claim, Role, SourceLink};
use dateline::page::{Article, Discard, Page};
use dateline::text::{Quote, QuoteKind, TimeExpr};
use dateline::{ArticleReading, Engine, Options, Reading};
use dateline_span::Span;
use jiff::civil::Date;

/// Reads an annotated page with the engine, each article with the publication date that the
/// annotation gives it.
///
/// # Errors
/// If the engine cannot be set up, or the annotation's date is none.
pub fn read(gold_page: &GoldPage) -> Result<Predicted> {
    let engine = Engine::new().context("the engine cannot be set up")?;
    let page = Page::from_bytes("page.txt", gold_page.page.text.as_bytes());
    let undated = engine.read(&page, &Options::default());
    let mut predicted = Predicted::default();
    add_discards(&mut predicted, &undated.discards);
    for index in 0..undated.articles.len() {
        let published = published(gold_page, &undated.articles[index].article)?;
        if published.is_none() {
            add_article(&mut predicted, &undated.articles[index], &gold_page.page);
        } else {
            // The cut of a page does not depend on the date, so the articles keep their order.
            let dated: Reading = engine.read(&page, &Options { published });
            add_article(&mut predicted, &dated.articles[index], &gold_page.page);
        }
    }
    Ok(predicted)
}

/// The publication date that the annotation gives the article of ours.
fn published(gold_page: &GoldPage, ours: &Article) -> Result<Option<Date>> {
    let Some(place) = ours.parts.iter().find_map(|p| p.page) else {
        return Ok(None);
    };
    let is_it = |a: &&GoldArticle| a.located.span().overlaps(place);
    let Some(gold) = gold_page.gold.articles.iter().find(is_it) else {
        return Ok(None);
    };
    let Some(published) = gold.published.as_deref() else {
        return Ok(None);
    };
    let day = published.get(..10).unwrap_or(published);
    // "XXXX-08-10": a page that names no year dates nothing.
    if day.contains('X') {
        return Ok(None);
    }
    Ok(Some(day.parse().with_context(|| {
        format!("{}: published {published}", gold.id)
    })?))
}

fn add_discards(predicted: &mut Predicted, discards: &[Discard]) {
    let lines = discards
        .iter()
        .filter_map(|d| Some((d.line?, d.reason.name().to_owned())));
    predicted.discards.extend(lines);
}

/// An article with its text and the page it was cut from.
struct Located<'r> {
    reading: &'r ArticleReading,
    page: &'r PageText,
}

fn add_article(predicted: &mut Predicted, reading: &ArticleReading, page: &PageText) {
    let located = Located { reading, page };
    add_discards(predicted, &reading.article.discards);
    let index = predicted.articles.len();
    let (times, quantities, claims) = (
        predicted.times.len(),
        predicted.quantities.len(),
        predicted.claims.len(),
    );
    predicted.articles.push(located.article());
    predicted
        .quotes
        .extend(reading.quotes.iter().map(|q| located.quote(q)));
    predicted
        .times
        .extend(reading.times.iter().map(|t| located.time(t)));
    let quantity = |q: &dateline::text::Quantity| PredictedQuantity {
        span: located.span(q.span),
        low: q.low,
        high: q.high,
    };
    predicted
        .quantities
        .extend(reading.quantities.iter().map(quantity));
    predicted.claims.extend(reading.claims.iter().map(|c| {
        PredictedClaim {
            article: index,
            time: c.time.map(|t| t + times),
            quantities: c
                .quantities
                .iter()
                .map(|q| q.quantity + quantities)
                .collect(),
            ..located.claim(c)
        }
    }));
    let shifted = |i: &dateline::event::Incident| i.claims.iter().map(|c| c + claims).collect();
    predicted
        .incidents
        .extend(reading.incidents.iter().map(shifted));
}

impl Located<'_> {
    /// Where the same characters stand in the page; empty where they stand nowhere.
    fn span(&self, span: Span) -> Span {
        let byte = |at: u32, is_end: bool| {
            let holds = |part: Span| {
                part.start <= at
                    && if is_end {
                        at <= part.end
                    } else {
                        at < part.end
                    }
            };
            let part = self.reading.article.parts.iter().find(|p| holds(p.span))?;
            Some(part.page?.start + (at - part.span.start))
        };
        match (byte(span.start, false), byte(span.end, true)) {
            (Some(start), Some(end)) => Span::new(start as usize, end as usize),
            _ => Span::default(),
        }
    }

    fn text(&self, span: Span) -> String {
        span.slice(&self.reading.article.text).to_owned()
    }

    fn words(&self, span: Span) -> Words {
        Words {
            span: self.span(span),
            text: self.text(span),
        }
    }

    /// A mention whose head is a token of the document.
    fn mention(&self, span: Span, head: Option<usize>, resolved: Option<Span>) -> Mention {
        let document = self.reading.document.as_ref();
        let token = head.and_then(|i| document.filter(|d| i < d.len()).map(|d| d.tok(i).span()));
        Mention {
            words: self.words(span),
            head: self.span(token.unwrap_or(span)),
            resolved: resolved.map(|r| self.words(r)),
        }
    }

    fn article(&self) -> PredictedArticle {
        let article = &self.reading.article;
        let body = article.body().filter_map(|part| part.page);
        let caption = |c: &dateline::page::Caption| PredictedCaption {
            span: self.span(c.part.span),
            credit: c.credit.map(|s| self.text(s)),
        };
        PredictedArticle {
            title: article.title_text().map(str::to_owned),
            body_lines: body.flat_map(|span| self.page.lines_of(span)).collect(),
            captions: article.captions.iter().map(caption).collect(),
            header: Header {
                byline: article.byline.clone(),
                outlet: article.outlet.clone(),
                published: article.published.clone(),
                dateline: article.dateline.map(|d| self.text(d.span)),
                url: article.url.clone(),
            },
        }
    }

    fn quote(&self, quote: &Quote) -> PredictedQuote {
        let speaker = quote.speaker.as_ref();
        PredictedQuote {
            span: self.span(quote.span),
            speaker: speaker.map(|s| self.mention(s.mention, Some(s.head), s.resolved)),
            is_speech: quote.kind == QuoteKind::Speech,
        }
    }

    fn time(&self, time: &TimeExpr) -> PredictedTime {
        PredictedTime {
            words: self.words(time.span),
            value: time.value.clone(),
            anchored: time.anchored.clone(),
            modifier: time.modifier.map(|m| m.name().to_owned()),
            dated: time.when.is_some(),
        }
    }

    /// Article, time and quantities are set by the caller, who knows where they stand.
    fn claim(&self, claim: &Claim) -> PredictedClaim {
        let place = claim.place.as_ref();
        let voices = claim.source.links.iter().skip(1);
        PredictedClaim {
            trigger: self.words(claim.trigger),
            kind: claim.event.kind.name().to_owned(),
            mode: claim.event.mode.map(|m| m.name().to_owned()),
            actors: self.participants(claim, &[Role::Actor]),
            recipients: self.participants(claim, &[Role::Recipient, Role::Victim]),
            means: self.participants(claim, &[Role::Means]),
            place: place.map(|p| self.mention(p.span, Some(p.head), None)),
            sources: voices.map(|link| self.source(link)).collect(),
            polarity: claim.factuality.polarity.sign().to_owned(),
            certainty: claim.factuality.certainty.name().to_owned(),
            tense: claim.factuality.tense.name().to_owned(),
            ..PredictedClaim::default()
        }
    }

    fn participants(&self, claim: &Claim, roles: &[Role]) -> Vec<Participant> {
        let participant = |a: &Argument| Participant {
            mention: self.mention(a.span, Some(a.head), a.resolved),
            hedged: a.hedged,
        };
        claim
            .arguments
            .iter()
            .filter(|a| roles.contains(&a.role))
            .map(participant)
            .collect()
    }

    fn source(&self, link: &SourceLink) -> PredictedSource {
        PredictedSource {
            mention: link.mention.map(|m| self.mention(m, None, link.resolved)),
            cue: link.cue.map(|c| self.span(c)),
        }
    }
}
