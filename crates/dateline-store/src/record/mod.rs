//! The published vocabulary: what JSON Lines, CSV and the database hold.
//!
//! A record states its values as plain words and numbers. Whatever was read from the text is a
//! [`Words`]: the words themselves and the bytes they stand at in [`ArticleRecord::text`].
//! `docs/records.md` lists every field with its unit.

mod article;
mod claim;
mod fused;
mod incident;
mod page;

pub use article::{
    ArticleRecord, CandidateRecord, CaptionRecord, DatelineRecord, LanguageRecord, PartRecord,
    QuoteRecord, SpeakerRecord,
};
pub use claim::{
    ActorRecord, AnswerRecord, ArgumentRecord, ClaimRecord, CorrectionRecord, LocationRecord,
    MentionRecord, PlaceRecord, QuantityRecord, RivalPlaceRecord, RivalRecord, SourceRecord,
    TimeRecord, TownRecord, WhyRecord, WithheldRecord,
};
pub use fused::{DecidedRecord, DecisionRecord, FusedRecord, FusionMergeRecord, TellingRecord};
pub use incident::{AccountRecord, FieldRecord, IncidentRecord, MergeRecord};
pub use page::{DiscardRecord, NoteRecord, PageRecord, RunRecord};

use dateline_span::Span;
use serde::{Deserialize, Serialize};

/// Version of the published fields; rises when one changes its name, meaning or unit.
pub const SCHEMA_VERSION: u32 = 1;

/// Version of the program that wrote a record.
pub const DATELINE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Words of an article and the bytes they stand at in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The words, exactly as the text has them.
    pub text: String,
    /// Where: `start` and `end` in UTF-8 bytes, end exclusive.
    #[serde(flatten)]
    pub span: Span,
}

impl Words {
    /// The words that `span` points at in `text`.
    pub fn of(text: &str, span: Span) -> Self {
        Self {
            text: span.slice(text).to_owned(),
            span,
        }
    }
}

/// Everything that was read from one page, as published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageRecords {
    /// The page itself.
    pub page: PageRecord,
    /// Its articles, in page order.
    pub articles: Vec<ArticleRecords>,
}

/// Everything that was read from one article, as published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleRecords {
    /// The article with its text.
    pub article: ArticleRecord,
    /// Quoted words, in text order.
    pub quotes: Vec<QuoteRecord>,
    /// Claims, in text order.
    pub claims: Vec<ClaimRecord>,
    /// Incidents, by first claim.
    pub incidents: Vec<IncidentRecord>,
}

impl PageRecords {
    /// Its records in the order they are published: the page, then each article followed by its
    /// quotes, claims and incidents.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        std::iter::once(Record::Page(&self.page))
            .chain(self.articles.iter().flat_map(ArticleRecords::records))
    }
}

impl ArticleRecords {
    pub(crate) fn records(&self) -> impl Iterator<Item = Record<'_>> {
        std::iter::once(Record::Article(&self.article))
            .chain(self.quotes.iter().map(Record::Quote))
            .chain(self.claims.iter().map(Record::Claim))
            .chain(self.incidents.iter().map(Record::Incident))
    }

    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<&ClaimRecord> {
        self.claims.iter().find(|claim| claim.id == id)
    }
}

/// One published row; its kind is the field `record`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "record", rename_all = "lowercase")]
pub enum Record<'r> {
    /// What one run read, once at its end.
    Run(&'r RunRecord),
    /// A page.
    Page(&'r PageRecord),
    /// An article.
    Article(&'r ArticleRecord),
    /// Quoted words.
    Quote(&'r QuoteRecord),
    /// A claim.
    Claim(&'r ClaimRecord),
    /// An incident of an article.
    Incident(&'r IncidentRecord),
    /// An incident across articles.
    Fused(&'r FusedRecord),
    /// What a person decided about incidents.
    Decision(&'r DecisionRecord),
}
