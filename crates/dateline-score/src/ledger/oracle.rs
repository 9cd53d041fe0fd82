//! The annotation as though it had been read: the perfect answer, to check annotation, traps and
//! scorer by.

use super::gold::{AUTHOR, Gold, GoldClaim, GoldLayer, Located};
use super::page_score::body_lines;
use super::predicted::{
    Mention, Participant, Predicted, PredictedArticle, PredictedCaption, PredictedClaim,
    PredictedQuote, PredictedSource, PredictedTime, Words,
};
use super::{GoldPage, PageText};
use dateline_span::Span;

/// What a reader who agrees with every judgement of the annotation would read out of the page.
pub fn predict(gold_page: &GoldPage) -> Predicted {
    let GoldPage { page, gold, .. } = gold_page;
    let mut predicted = Predicted {
        articles: articles(gold, page),
        quotes: quotes(gold, page),
        ..Predicted::default()
    };
    let discards = gold.articles.iter().flat_map(|a| &a.discards);
    predicted.discards = discards.map(|d| (d.line, d.reason.clone())).collect();
    let events: Vec<&GoldClaim> = gold
        .claims
        .iter()
        .filter(|c| c.event_type().is_some())
        .collect();
    for claim in &events {
        let time = time(claim, gold_page).map(|time| {
            predicted.times.push(time);
            predicted.times.len() - 1
        });
        predicted.claims.push(PredictedClaim {
            time,
            ..claim_of(claim, gold, page)
        });
    }
    let place_of = |id: &String| events.iter().position(|c| c.id == *id);
    let incidents = gold.incidents.iter();
    predicted.incidents = incidents
        .map(|i| i.claims.iter().filter_map(place_of).collect())
        .collect();
    predicted
}

fn articles(gold: &Gold, page: &PageText) -> Vec<PredictedArticle> {
    let article = |a: &super::gold::GoldArticle| PredictedArticle {
        title: Some(a.title.clone()),
        body_lines: body_lines(a, page),
        captions: a
            .captions
            .iter()
            .map(|c| PredictedCaption {
                span: c.located.span(),
                credit: c.credit.clone(),
            })
            .collect(),
        ..PredictedArticle::default()
    };
    gold.articles.iter().map(article).collect()
}

fn quotes(gold: &Gold, page: &PageText) -> Vec<PredictedQuote> {
    let quote = |q: &super::gold::GoldQuote| PredictedQuote {
        span: q.located.span(),
        speaker: q.speaker_span.map(|s| mention(s.span(), page)),
        is_speech: false,
    };
    gold.quotes.iter().map(quote).collect()
}

fn words(span: Span, page: &PageText) -> Words {
    Words {
        span,
        text: span.slice(&page.text).to_owned(),
    }
}

fn mention(span: Span, page: &PageText) -> Mention {
    Mention {
        words: words(span, page),
        head: span,
        resolved: None,
    }
}

fn time(claim: &GoldClaim, gold_page: &GoldPage) -> Option<PredictedTime> {
    let value = claim.time_value.clone()?;
    let span = claim.arg_spans.time_expression?.span();
    let is_dated = gold_page.is_dated(&claim.article);
    let anchored = gold_page.dated_values.of(claim).filter(|_| is_dated);
    Some(PredictedTime {
        words: words(span, &gold_page.page),
        anchored: anchored.map(str::to_owned),
        value,
        modifier: None,
        dated: false,
    })
}

fn claim_of(claim: &GoldClaim, gold: &Gold, page: &PageText) -> PredictedClaim {
    let article = gold.articles.iter().position(|a| a.id == claim.article);
    let participant = |located: Option<Located>| {
        let spans = located.into_iter().map(Located::span);
        spans.map(|s| Participant {
            mention: mention(s, page),
            hedged: claim.certainty != "certain",
        })
    };
    let spans = &claim.arg_spans;
    let (actor, recipient) = if claim.is_speech_act() {
        (claim.layers().last().and_then(|l| l.text_span), spans.actor)
    } else {
        (spans.actor, spans.recipient)
    };
    PredictedClaim {
        article: article.unwrap_or(0),
        trigger: words(claim.trigger.span(), page),
        kind: claim.event_type().unwrap_or_default().to_owned(),
        mode: claim.plover.as_ref().and_then(|p| p.mode.clone()),
        actors: participant(actor).collect(),
        recipients: participant(recipient).collect(),
        means: spans
            .means
            .iter()
            .flat_map(|m| participant(Some(*m)))
            .collect(),
        place: spans.place.map(|p| mention(p.span(), page)),
        time: None,
        quantities: Vec::new(),
        sources: claim
            .source_chain
            .iter()
            .filter(|l| l.name != AUTHOR)
            .map(|l| source(l, page))
            .collect(),
        polarity: claim.polarity.clone(),
        certainty: claim.certainty.clone(),
        tense: claim.tense.clone(),
    }
}

fn source(layer: &GoldLayer, page: &PageText) -> PredictedSource {
    PredictedSource {
        mention: layer.text_span.map(|s| mention(s.span(), page)),
        cue: layer.cue_span.map(Located::span),
    }
}
