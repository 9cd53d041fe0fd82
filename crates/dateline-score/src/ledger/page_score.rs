//! Articles, captions, discarded lines and quotes: what is right exactly or not at all.

use super::PageText;
use super::gold::{Gold, GoldArticle, GoldQuote, Located};
use super::predicted::{Predicted, PredictedArticle, PredictedQuote};
use super::referent::{Referent, Referents};
use crate::measure::{Overlap, Share};
use std::collections::BTreeSet;
use std::fmt::Write;

/// How right the cut of the page is, and its quotes.
#[derive(Debug, Default)]
pub struct PageScore {
    /// Articles with the very title and the very body lines.
    pub articles: Overlap,
    /// Lines left out, each with its reason.
    pub discards: Overlap,
    /// Captions by their very stretch.
    pub captions: Overlap,
    /// Credits of the captions found.
    pub credits: Share,
    /// Quotes by the very stretch between their marks.
    pub quotes: Overlap,
    /// Owners of the gold quotes found, ownerless ones included.
    pub speakers: Share,
    /// Owners that are one reader's judgement.
    pub contested_speakers: Share,
    /// What is wrong, one line each.
    pub errors: String,
}

/// Scores the cut of the page and its quotes.
pub fn score(gold: &Gold, predicted: &Predicted, page: &PageText) -> PageScore {
    let mut score = PageScore::default();
    score_articles(&mut score, gold, predicted, page);
    score_discards(&mut score, gold, predicted);
    score_captions(&mut score, gold, predicted, page);
    score_quotes(&mut score, gold, predicted, page);
    score
}

impl PageScore {
    fn error(&mut self, text: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.errors, "  {text}");
    }
}

fn score_articles(score: &mut PageScore, gold: &Gold, predicted: &Predicted, page: &PageText) {
    let right = |article: &GoldArticle, ours: &PredictedArticle| {
        ours.title.as_deref().map(str::trim) == Some(article.title.trim())
            && ours.body_lines == body_lines(article, page)
    };
    let mut pairs = 0;
    for article in &gold.articles {
        if predicted.articles.iter().any(|ours| right(article, ours)) {
            pairs += 1;
        } else {
            let title = &article.title;
            score.error(format_args!(
                "article {} «{title}» is cut otherwise",
                article.id
            ));
        }
    }
    for ours in &predicted.articles {
        if !gold.articles.iter().any(|article| right(article, ours)) {
            let title = ours.title.as_deref().unwrap_or("none");
            let (first, last) = (ours.body_lines.first(), ours.body_lines.last());
            score.error(format_args!(
                "article of ours: title «{title}», body {first:?}..{last:?}"
            ));
        }
    }
    score.articles = Overlap::of_pairs(pairs, predicted.articles.len(), gold.articles.len());
}

/// Lines of an article's body that hold words of the story.
pub fn body_lines(article: &GoldArticle, page: &PageText) -> BTreeSet<u32> {
    let discarded = article.discards.iter().map(|d| d.line);
    let other: BTreeSet<u32> = discarded
        .chain(article.captions.iter().map(|c| c.line))
        .collect();
    let lines = article.body_start_line..=article.body_end_line;
    lines
        .filter(|l| !other.contains(l) && !page.line(*l).trim().is_empty())
        .collect()
}

fn score_discards(score: &mut PageScore, gold: &Gold, predicted: &Predicted) {
    let wanted: BTreeSet<(u32, String)> = gold
        .articles
        .iter()
        .flat_map(|a| a.discards.iter().map(|d| (d.line, d.reason.clone())))
        .collect();
    for (line, reason) in wanted.difference(&predicted.discards) {
        score.error(format_args!("line {line} is not discarded as {reason}"));
    }
    for (line, reason) in predicted.discards.difference(&wanted) {
        score.error(format_args!("line {line} is discarded as {reason}"));
    }
    let pairs = wanted.intersection(&predicted.discards).count();
    score.discards = Overlap::of_pairs(pairs, predicted.discards.len(), wanted.len());
}

fn score_captions(score: &mut PageScore, gold: &Gold, predicted: &Predicted, page: &PageText) {
    let wanted: Vec<_> = gold.articles.iter().flat_map(|a| &a.captions).collect();
    let ours: Vec<_> = predicted
        .articles
        .iter()
        .flat_map(|a| &a.captions)
        .collect();
    let mut pairs = 0;
    for caption in &wanted {
        match ours.iter().find(|c| c.span == caption.located.span()) {
            Some(found) => {
                pairs += 1;
                score.credits.judge(found.credit == caption.credit);
            }
            None => score.error(format_args!("caption of line {} is missing", caption.line)),
        }
    }
    for caption in &ours {
        if wanted.iter().all(|w| w.located.span() != caption.span) {
            let words = caption.span.slice(&page.text);
            score.error(format_args!("caption of ours «{words}» is none"));
        }
    }
    score.captions = Overlap::of_pairs(pairs, ours.len(), wanted.len());
}

fn score_quotes(score: &mut PageScore, gold: &Gold, predicted: &Predicted, page: &PageText) {
    let referents = Referents::new(gold);
    let mut pairs = 0;
    for quote in &gold.quotes {
        let Some(ours) = predicted
            .quotes
            .iter()
            .find(|q| q.span == quote.located.span())
        else {
            score.error(format_args!("quote {} is missing", quote.id));
            continue;
        };
        pairs += 1;
        let right = is_owner(quote, ours, &referents);
        if quote.contestable {
            score.contested_speakers.judge(right);
        } else {
            score.speakers.judge(right);
        }
        if !right {
            let ours = ours.speaker.as_ref().map_or("nobody", |m| &m.words.text);
            let gold = quote.speaker.as_deref().unwrap_or("nobody");
            score.error(format_args!(
                "quote {}: owner is {gold}, ours is {ours}",
                quote.id
            ));
        }
    }
    for ours in &predicted.quotes {
        if gold.quotes.iter().all(|q| q.located.span() != ours.span) {
            score.error(format_args!(
                "quote of ours «{}» is none",
                ours.span.slice(&page.text)
            ));
        }
    }
    score.quotes = Overlap::of_pairs(pairs, predicted.quotes.len(), gold.quotes.len());
}

/// An ownerless quote is right only without an owner.
fn is_owner(quote: &GoldQuote, ours: &PredictedQuote, referents: &Referents) -> bool {
    match (&quote.speaker, &ours.speaker) {
        (None, None) => true,
        (Some(speaker), Some(mention)) => {
            let here = quote.speaker_span.map(Located::span);
            let own = referents.source_named(speaker);
            let own = Referent {
                spans: here.into_iter().collect(),
                ..own
            };
            own.is_named(mention)
                || quote
                    .speaker_also
                    .iter()
                    .any(|s| referents.source_named(s).is_named(mention))
        }
        _ => false,
    }
}
