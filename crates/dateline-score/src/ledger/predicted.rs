//! What was read out of a page, as plainly as scoring needs it: every span is in bytes of the page.

use dateline_span::Span;
use std::collections::BTreeSet;

/// What was read out of a page.
#[derive(Clone, Debug, Default)]
pub struct Predicted {
    /// News texts.
    pub articles: Vec<PredictedArticle>,
    /// Lines left out: 1-based line and reason.
    pub discards: BTreeSet<(u32, String)>,
    /// Quoted stretches of all articles.
    pub quotes: Vec<PredictedQuote>,
    /// Expressions of time of all articles.
    pub times: Vec<PredictedTime>,
    /// Numbers of all articles.
    pub quantities: Vec<PredictedQuantity>,
    /// Claims of all articles.
    pub claims: Vec<PredictedClaim>,
    /// Indices into `claims`, each claim in at least one incident.
    pub incidents: Vec<Vec<usize>>,
}

/// A news text.
#[derive(Clone, Debug, Default)]
pub struct PredictedArticle {
    /// The headline.
    pub title: Option<String>,
    /// 1-based page lines of the body.
    pub body_lines: BTreeSet<u32>,
    /// Picture captions.
    pub captions: Vec<PredictedCaption>,
    /// What the page is taken to state about itself.
    pub header: Header,
}

/// What an article is taken to state about its making.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // The fields' own names.
pub struct Header {
    pub byline: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub dateline: Option<String>,
    pub url: Option<String>,
}

/// A picture's caption.
#[derive(Clone, Debug)]
pub struct PredictedCaption {
    /// Where it stands.
    pub span: Span,
    /// Whom the picture is credited to.
    pub credit: Option<String>,
}

/// Some words of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// Words that stand for someone or something.
#[derive(Clone, Debug, Default)]
pub struct Mention {
    /// The words.
    pub words: Words,
    /// The word they hang on; the whole span where no head is known.
    pub head: Span,
    /// What they were taken to stand for.
    pub resolved: Option<Words>,
}

impl Mention {
    /// Its words, and what they were taken to stand for.
    pub fn naming(&self) -> String {
        let words = &self.words.text;
        let resolved = self.resolved.as_ref();
        resolved.map_or_else(|| words.clone(), |r| format!("{words} = {}", r.text))
    }
}

/// Quoted words.
#[derive(Clone, Debug)]
pub struct PredictedQuote {
    /// The words between the marks.
    pub span: Span,
    /// The owner.
    pub speaker: Option<Mention>,
    /// Whether it was taken as somebody's utterance of at least a clause.
    pub is_speech: bool,
}

/// An expression of time.
#[derive(Clone, Debug)]
pub struct PredictedTime {
    /// The words.
    pub words: Words,
    /// TIMEX3 value from the text alone.
    pub value: String,
    /// The value completed by the publication date.
    pub anchored: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<String>,
    /// Whether it was put on the calendar.
    pub dated: bool,
}

/// A number.
#[derive(Clone, Debug)]
pub struct PredictedQuantity {
    /// Where it stands.
    pub span: Span,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

/// What a source says that happened.
#[derive(Clone, Debug, Default)]
pub struct PredictedClaim {
    /// Index of its article.
    pub article: usize,
    /// The word that names the event.
    pub trigger: Words,
    /// PLOVER type.
    pub kind: String,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// Who does it.
    pub actors: Vec<Participant>,
    /// To whom, victims included.
    pub recipients: Vec<Participant>,
    /// By what means.
    pub means: Vec<Participant>,
    /// Where.
    pub place: Option<Mention>,
    /// Index into the page's times.
    pub time: Option<usize>,
    /// Indices into the page's quantities.
    pub quantities: Vec<usize>,
    /// Voices beyond the article's own, outermost first.
    pub sources: Vec<PredictedSource>,
    /// "+", "-" or "u".
    pub polarity: String,
    /// "certain", "probable", "possible" or "unknown".
    pub certainty: String,
    /// "past", "ongoing", "future", "habitual" or "hypothetical".
    pub tense: String,
}

/// Someone or something that takes part in an event.
#[derive(Clone, Debug, Default)]
pub struct Participant {
    /// The words.
    pub mention: Mention,
    /// Whether the text doubts that it was this one.
    pub hedged: bool,
}

/// One voice of a chain of sources.
#[derive(Clone, Debug, Default)]
pub struct PredictedSource {
    /// The words that name it; `None` for a source that only its cue betrays.
    pub mention: Option<Mention>,
    /// The word by which it speaks.
    pub cue: Option<Span>,
}

impl Predicted {
    /// The time of a claim.
    pub fn time_of(&self, claim: &PredictedClaim) -> Option<&PredictedTime> {
        self.times.get(claim.time?)
    }

    /// The incidents that hold a claim.
    pub fn incidents_of(&self, claim: usize) -> BTreeSet<usize> {
        let holds = |i: &usize| self.incidents[*i].contains(&claim);
        (0..self.incidents.len()).filter(holds).collect()
    }
}
