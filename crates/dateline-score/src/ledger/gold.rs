//! The annotation of one page, as its `gold.json` holds it (format: README of the acceptance page).

use dateline_span::Span;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The annotation of one page.
#[derive(Deserialize, Debug)]
pub struct Gold {
    /// Facts of the page's file.
    pub document: DocumentFacts,
    /// News texts on the page.
    pub articles: Vec<GoldArticle>,
    /// Quoted stretches.
    pub quotes: Vec<GoldQuote>,
    /// What the page claims.
    pub claims: Vec<GoldClaim>,
    /// Claims about one happening.
    pub incidents: Vec<GoldIncident>,
    /// Participants under all their names.
    pub entities: Vec<GoldEntity>,
    /// What must never be read out of the page.
    pub must_not: Vec<MustNot>,
}

/// Facts of the page's file.
#[derive(Deserialize, Debug)]
pub struct DocumentFacts {
    /// Digest of `page.txt`, in hexadecimal.
    pub sha256: String,
}

/// Bytes of the page.
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct Located {
    start: usize,
    end: usize,
}

impl Located {
    /// As a span.
    pub fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// A news text on the page.
#[derive(Deserialize, Debug)]
pub struct GoldArticle {
    /// "A1".
    pub id: String,
    /// The headline.
    pub title: String,
    /// 1-based page line of the headline.
    pub title_line: u32,
    /// First page line of the body.
    pub body_start_line: u32,
    /// Last page line of the body.
    pub body_end_line: u32,
    /// Where in the page it lies.
    #[serde(flatten)]
    pub located: Located,
    /// Publication date, where the page states one.
    pub published: Option<String>,
    /// Picture captions, each once.
    pub captions: Vec<GoldCaption>,
    /// Lines left out.
    pub discards: Vec<GoldDiscard>,
}

/// A picture's caption.
#[derive(Deserialize, Debug)]
pub struct GoldCaption {
    /// 1-based page line.
    pub line: u32,
    /// Whom the picture is credited to.
    pub credit: Option<String>,
    /// Where in the page it lies.
    #[serde(flatten)]
    pub located: Located,
}

/// A line left out.
#[derive(Deserialize, Debug)]
pub struct GoldDiscard {
    /// 1-based page line.
    pub line: u32,
    /// "repeated-title", "page-furniture" …
    pub reason: String,
}

/// Quoted words.
#[derive(Deserialize, Debug)]
pub struct GoldQuote {
    /// "Q1".
    pub id: String,
    /// The words between the marks.
    #[serde(flatten)]
    pub located: Located,
    /// The owner's name; `None` where the text names none.
    pub speaker: Option<String>,
    /// The owner as written at the cue.
    pub speaker_text: Option<String>,
    /// Where that stands.
    pub speaker_span: Option<Located>,
    /// Other owners that are accepted.
    pub speaker_also: Vec<String>,
    /// Whether the owner is one reader's judgement.
    #[serde(default)]
    pub contestable: bool,
}

/// What a source says.
#[derive(Deserialize, Debug)]
pub struct GoldClaim {
    /// "S1".
    pub id: String,
    /// Id of its article.
    pub article: String,
    /// 1-based page line.
    pub line: u32,
    /// The clause.
    #[serde(flatten)]
    pub located: Located,
    /// The word that names it.
    pub trigger: Located,
    /// Words accepted in its stead.
    pub trigger_also: Vec<Located>,
    /// "event", "state", "evaluation", "withheld" or "question".
    pub kind: String,
    /// Its event code; `None` for what is no event.
    pub plover: Option<GoldCode>,
    /// Second events in the same clause.
    pub plover_also: Vec<SecondEvent>,
    /// Who does it, as written.
    pub actor: Option<String>,
    /// Id of who does it.
    pub actor_entity: Option<String>,
    /// To whom, as written.
    pub recipient: Option<String>,
    /// Id of to whom.
    pub recipient_entity: Option<String>,
    /// Where, as written.
    pub place: Option<String>,
    /// TIMEX3 value from the text alone.
    pub time_value: Option<String>,
    /// Numbers in the clause.
    pub quantities: Vec<Located>,
    /// Where the roles stand.
    pub arg_spans: ArgumentSpans,
    /// Outermost to innermost; the first is the article's own voice.
    pub source_chain: Vec<GoldLayer>,
    /// Chains accepted in its stead, by the layers' names.
    pub source_alternatives: Vec<Vec<String>>,
    /// "+", "-" or "u".
    pub polarity: String,
    /// "certain", "probable", "possible" or "unknown".
    pub certainty: String,
    /// "past", "ongoing", "future", "habitual" or "hypothetical".
    pub tense: String,
    /// Fields that are one reader's judgement.
    pub contestable: BTreeSet<String>,
}

/// An event code.
#[derive(Deserialize, Debug)]
pub struct GoldCode {
    /// PLOVER type; `None` where none fits.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// Modes accepted in its stead.
    pub modes_also: Vec<String>,
    /// "speech-act" where the act of alleging is coded, not its content.
    pub frame: Option<String>,
}

/// A second event in the same clause.
#[derive(Deserialize, Debug)]
pub struct SecondEvent {
    /// PLOVER type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its word, as written in the clause.
    pub trigger: String,
}

/// Where the roles of a claim stand.
#[derive(Deserialize, Debug, Default)]
#[allow(missing_docs)] // The roles' own names.
pub struct ArgumentSpans {
    pub actor: Option<Located>,
    pub recipient: Option<Located>,
    pub place: Option<Located>,
    pub time_expression: Option<Located>,
    #[serde(default)]
    pub means: Vec<Located>,
}

/// One voice of a chain of sources.
#[derive(Deserialize, Debug)]
pub struct GoldLayer {
    /// Its name; "AUTHOR" is the article's own voice.
    pub name: String,
    /// As written where it speaks.
    pub text: Option<String>,
    /// Where that stands.
    pub text_span: Option<Located>,
    /// The word by which it speaks.
    pub cue_span: Option<Located>,
    /// When it spoke.
    pub said_time: Option<GoldTime>,
}

/// When a source spoke.
#[derive(Deserialize, Debug)]
pub struct GoldTime {
    /// The expression.
    #[serde(flatten)]
    pub located: Located,
}

/// Claims about one happening.
#[derive(Deserialize, Debug)]
pub struct GoldIncident {
    /// "I1".
    pub id: String,
    /// Ids of its claims.
    pub claims: Vec<String>,
    /// Those among them that only probably belong.
    pub probable: Vec<String>,
}

/// A participant under all its names.
#[derive(Deserialize, Debug)]
pub struct GoldEntity {
    /// "E-…".
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// The ways the page writes it.
    pub forms: Vec<String>,
}

/// Something that must never be read out of the page.
#[derive(Deserialize, Debug)]
pub struct MustNot {
    /// "X1".
    pub id: String,
    /// What.
    pub what: String,
}

/// The innermost voice of the article itself.
pub const AUTHOR: &str = "AUTHOR";

impl GoldClaim {
    /// The PLOVER type of an event that has one.
    pub fn event_type(&self) -> Option<&str> {
        self.plover.as_ref()?.kind.as_deref()
    }

    /// Whether it is an event that no PLOVER type covers; it counts neither way.
    pub fn is_untyped_event(&self) -> bool {
        self.kind == "event" && self.event_type().is_none()
    }

    /// Whether the code is that of the allegation, not of what is alleged.
    pub fn is_speech_act(&self) -> bool {
        self.plover.as_ref().and_then(|p| p.frame.as_deref()) == Some("speech-act")
    }

    /// The trigger and the words accepted in its stead.
    pub fn triggers(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.trigger)
            .chain(self.trigger_also.iter().copied())
            .map(Located::span)
    }

    /// Whether a span shares a byte with one of its triggers.
    pub fn has_trigger_in(&self, span: Span) -> bool {
        self.triggers().any(|t| t.overlaps(span))
    }

    /// Whether any of these fields is one reader's judgement.
    pub fn is_contestable(&self, fields: &[&str]) -> bool {
        fields.iter().any(|f| self.contestable.contains(*f))
    }

    /// The voices beyond the article's own, outermost first.
    pub fn layers(&self) -> impl Iterator<Item = &GoldLayer> {
        self.source_chain.iter().filter(|l| l.name != AUTHOR)
    }
}

/// Values that hold if the page was published on a given day, by claim: the page's format names
/// that day in the key itself (`time_value_if_published_2025_03_20`).
#[derive(Debug, Default)]
pub struct DatedValues {
    by_claim: BTreeMap<String, Option<String>>,
}

impl DatedValues {
    /// Collects the values from the raw annotation.
    pub fn collect(raw: &serde_json::Value) -> Self {
        let claims = raw["claims"].as_array().map_or(&[][..], Vec::as_slice);
        let by_claim = claims
            .iter()
            .filter_map(|claim| {
                let (_, value) = claim
                    .as_object()?
                    .iter()
                    .find(|(key, _)| key.starts_with("time_value_if_published"))?;
                Some((
                    claim["id"].as_str()?.to_owned(),
                    value.as_str().map(str::to_owned),
                ))
            })
            .collect();
        Self { by_claim }
    }

    /// The value of a claim's time once the publication date is known; where the annotation gives
    /// none of its own, the one from the text alone.
    pub fn of<'a>(&'a self, claim: &'a GoldClaim) -> Option<&'a str> {
        match self.by_claim.get(&claim.id) {
            Some(value) => value.as_deref(),
            None => claim.time_value.as_deref(),
        }
    }
}
