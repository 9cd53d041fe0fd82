//! The whole story, top to bottom: page, articles, documents, claims, incidents.

use crate::Engine;
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
        };
        let toponyms = Toponyms::find(&doc, &self.gazetteer, around);

        let layers = Layers {
            doc: &doc,
            title: article.title.map(|part| part.span),
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

/// The parts to parse, apart what only opens an entry: the hour on a live page ("14:05 Two hurt"), the
/// town in a round-up of the news ("BEIRUT - Two were hurt").
fn openings_apart(text: &str, parts: &[Span]) -> Vec<Span> {
    let cut = |part: &Span| {
        let words = part.slice(text);
        let at = part.start as usize + clock_length(words).max(town_length(words));
        let halves = [
            Span::new(part.start as usize, at),
            Span::new(at, part.end as usize),
        ];
        halves.map(|half| half.trimmed(text))
    };
    let halves = parts.iter().flat_map(cut);
    halves.filter(|half| !half.is_empty()).collect()
}

/// The bytes of a town in capitals and the dash behind it at the beginning of some words, before words in
/// small letters; none for other openings.
fn town_length(words: &str) -> usize {
    const LONGEST: usize = 60;
    let dashes = [" - ", " -- ", " – ", " — "];
    let first = dashes
        .iter()
        .filter_map(|dash| Some((words.find(dash)?, dash.len())))
        .min();
    let Some((at, dash)) = first.filter(|(at, _)| (3..LONGEST).contains(at)) else {
        return 0;
    };
    let (opening, rest) = (&words[..at], &words[at + dash..]);
    let mut places = opening.split(", ");
    let in_capitals = |place: &str| {
        place.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && !place
                .chars()
                .any(|c| c.is_lowercase() || c.is_ascii_digit())
    };
    let named = |place: &str| place.starts_with(char::is_uppercase);
    if places.next().is_some_and(in_capitals)
        && places.all(named)
        && rest.chars().take(LONGEST).any(char::is_lowercase)
    {
        at + dash
    } else {
        0
    }
}

/// The bytes of an hour at the beginning of some words, before more words; none for other numbers.
fn clock_length(words: &str) -> usize {
    let hour = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let after = &words[hour..];
    let minutes = after.len() > 3
        && after.starts_with([':', '.'])
        && after[1..].bytes().take(2).all(|b| b.is_ascii_digit())
        && after[3..].starts_with(' ');
    if (1..=2).contains(&hour) && minutes && after[3..].trim().len() > 1 {
        hour + 3
    } else {
        0
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
