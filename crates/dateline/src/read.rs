//! The whole story, top to bottom: page, articles, documents, claims, incidents.

use crate::Engine;
use crate::opening::openings_apart;
use dateline_event::resolve::{Actors, place_beside};
use dateline_event::toponym::Surroundings;
use dateline_event::{
    Answer, Casualty, Claim, Correction, Incident, Layers, Toponyms, Withheld, casualty, incident,
};
use dateline_page::{Article, Discard, Note, Page};
use dateline_span::Span;
use dateline_text::truecase::truecase;
use dateline_text::{
    Coref, Document, Quantity, Quote, TimeExpr, attribution, quantity, quote, time,
};
use jiff::civil::Date;

/// What the caller knows about a page and the page does not say.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// The publication date, for articles that state none.
    pub published: Option<Date>,
}

/// What one page was read as.
#[derive(Debug, Default)]
pub struct Reading {
    /// The page's name as given.
    pub page: String,
    /// Its articles, in page order.
    pub articles: Vec<ArticleReading>,
    /// Lines that belong to no article, each with its reason.
    pub discards: Vec<Discard>,
    /// What the reader should know about the page.
    pub notes: Vec<Note>,
    /// Why nothing was read, where nothing could be.
    pub quarantined: Option<String>,
}

/// One article with all its layers. Every span points into `article.text`.
#[derive(Debug)]
pub struct ArticleReading {
    /// The article as cut from the page.
    pub article: Article,
    /// The publication date that its times were anchored by: stated by the page, else the caller's.
    pub published: Option<Date>,
    /// Tokens, sentences, parse, names; `None` where the text is not read (another language).
    pub document: Option<Document>,
    /// Quoted words with their speakers.
    pub quotes: Vec<Quote>,
    /// Expressions of time.
    pub times: Vec<TimeExpr>,
    /// Numbers and what they count.
    pub quantities: Vec<Quantity>,
    /// What became of people, word by word.
    pub casualties: Vec<Casualty>,
    /// Names of places and which places they are.
    pub toponyms: Toponyms,
    /// Who says that what happened.
    pub claims: Vec<Claim>,
    /// Who the participants and sources were on the day.
    pub actors: Actors,
    /// Claims about one happening.
    pub incidents: Vec<Incident>,
    /// Which claims answer which.
    pub answers: Vec<Answer>,
    /// What sources expressly leave out.
    pub withheld: Vec<Withheld>,
    /// Numbers of claims that later sentences put right.
    pub corrections: Vec<Correction>,
}

impl Engine {
    /// Reads a page. Never fails: what cannot be read is quarantined or noted.
    pub fn read(&self, page: &Page, options: &Options) -> Reading {
        let found = dateline_page::articles(page);
        Reading {
            page: page.name.clone(),
            articles: found
                .articles
                .into_iter()
                .map(|a| self.read_article(a, options))
                .collect(),
            discards: found.discards,
            notes: found.notes,
            quarantined: found.quarantined,
        }
    }

    /// Reads one article.
    pub fn read_article(&self, article: Article, options: &Options) -> ArticleReading {
        let published = stated_date(&article).or(options.published);
        if article.unread.is_some() {
            return ArticleReading::unread(article, published);
        }
        let parts: Vec<Span> = article.prose().map(|part| part.span).collect();
        let cased = truecase(&article.text, &parts);
        let text = cased.as_deref().unwrap_or(&article.text);
        let apart = openings_apart(&article.text, &without_dateline(&article, &parts));
        let doc = self.read_parts(text, &apart);

        let attributions = attribution::find(&doc);
        let mut quotes = quote::find(&doc, &parts, &attributions);
        let coref = Coref::find(&doc, &quotes, &attributions);
        coref.name_speakers(&mut quotes);
        let times = time::find(&doc, published);
        let quantities = quantity::find(&doc, &times);

        let around = Surroundings {
            outlet: article.outlet.as_deref(),
            url: article.url.as_deref(),
            dateline: article.dateline.as_ref().map(|dateline| dateline.place),
        };
        let toponyms = Toponyms::find(&doc, &self.gazetteer, around);

        let captions: Vec<_> = article.captions.iter().map(|c| c.part.span).collect();
        let layers = Layers {
            doc: &doc,
            title: article.title.map(|part| part.span),
            captions: &captions,
            quotes: &quotes,
            attributions: &attributions,
            coref: &coref,
            times: &times,
            quantities: &quantities,
            places: &toponyms,
        };
        let casualties = casualty::find(&layers);
        let mut claims = dateline_event::claims(&layers, &self.codebook, &casualties);
        let times = place_beside(&layers, &claims).unwrap_or_else(|| times.clone());
        let layers = Layers {
            times: &times,
            ..layers
        };
        toponyms.locate_claims(&doc, &self.gazetteer, &mut claims);
        let incidents = incident::fuse(&layers, &claims);
        Toponyms::locate_by_incident(&doc, &incidents, &mut claims);
        let answers = dateline_event::answers(&layers, &claims, &incidents);
        let withheld = dateline_event::withheld(&doc, &claims);
        let corrections = dateline_event::corrections(&layers, &claims);

        Actors::part_parties(&layers, self.actors(), published, &mut claims);
        let actors = Actors::of_claims(&layers, self.actors(), published, &claims);
        for claim in &mut claims {
            actors.explain(&times, published, claim);
        }

        ArticleReading {
            article,
            published,
            document: Some(doc),
            quotes,
            times,
            quantities,
            casualties,
            toponyms,
            claims,
            actors,
            incidents,
            answers,
            withheld,
            corrections,
        }
    }
}

impl ArticleReading {
    /// An article that is kept but not read.
    fn unread(article: Article, published: Option<Date>) -> Self {
        Self {
            article,
            published,
            document: None,
            quotes: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            casualties: Vec::new(),
            toponyms: Toponyms::default(),
            claims: Vec::new(),
            actors: Actors::default(),
            incidents: Vec::new(),
            answers: Vec::new(),
            withheld: Vec::new(),
            corrections: Vec::new(),
        }
    }
}

/// The day of publication as the page states it.
fn stated_date(article: &Article) -> Option<Date> {
    article.published.as_deref()?.get(..10)?.parse().ok()
}

/// The parts to parse, the opening "CITY (Agency) —" apart: it belongs to no sentence, and a parser
/// takes its city for a subject.
fn without_dateline(article: &Article, parts: &[Span]) -> Vec<Span> {
    let Some(dateline) = &article.dateline else {
        return parts.to_vec();
    };
    let end = dateline.span.end;
    let cut = |part: &Span| {
        if part.start < end && end < part.end {
            let halves = (part.start as usize, end as usize, part.end as usize);
            vec![Span::new(halves.0, halves.1), Span::new(halves.1, halves.2)]
        } else {
            vec![*part]
        }
    };
    parts.iter().flat_map(cut).collect()
}
