//! Articles with their text, and the words quoted in them.

use super::{DiscardRecord, NoteRecord, Words};
use dateline_span::Span;
use serde::{Deserialize, Serialize};

/// One news text cut out of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// 16 hexadecimal digits that depend on title and text alone.
    pub id: String,
    /// Name of the page it was read from.
    pub page: String,
    /// Version of the program that read it.
    pub dateline_version: String,
    /// Version of the published fields.
    pub schema_version: u32,
    /// The headline.
    pub title: Option<Words>,
    /// The publisher's name as the page states it.
    pub outlet: Option<String>,
    /// Who wrote it, as the page states it.
    pub byline: Option<String>,
    /// Publication date as the page states it: `YYYY-MM-DD` or with `Thh:mm[:ss][offset]`.
    pub published: Option<String>,
    /// The date its times were anchored by, `YYYY-MM-DD`: the page's own, else the user's.
    pub anchor_date: Option<String>,
    /// The article's own address as the page states it.
    pub url: Option<String>,
    /// The opening "CITY, March 3 (Agency) –".
    pub dateline: Option<DatelineRecord>,
    /// What it seems to be written in.
    pub language: LanguageRecord,
    /// Why it was kept but not coded.
    pub unread: Option<String>,
    /// First line of its stretch of the page, 1-based; absent for HTML.
    pub first_line: Option<u32>,
    /// Last line of its stretch of the page, 1-based, inclusive; absent for HTML.
    pub last_line: Option<u32>,
    /// Picture captions, each once.
    pub captions: Vec<CaptionRecord>,
    /// The text's parts in order.
    pub parts: Vec<PartRecord>,
    /// The text that every span points into.
    pub text: String,
    /// Lines of its stretch of the page that were left out.
    pub discards: Vec<DiscardRecord>,
    /// Remarks on it.
    pub notes: Vec<NoteRecord>,
}

impl ArticleRecord {
    /// The headline's words, else the beginning of the text's first line; at most 200 characters
    /// of either, since what is taken for a line may be a whole page.
    pub fn heading(&self) -> &str {
        const MOST: usize = 200;
        let first_line = || self.text.trim_start().lines().next().unwrap_or("");
        let line = self
            .title
            .as_ref()
            .map_or_else(first_line, |title| &title.text);
        line.char_indices()
            .nth(MOST)
            .map_or(line, |(end, _)| &line[..end])
            .trim()
    }
}

/// Where, when and for which agency a report was filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatelineRecord {
    /// The whole opening.
    #[serde(flatten)]
    pub words: Words,
    /// The place.
    pub place: Words,
    /// The date as written.
    pub date: Option<Words>,
    /// The agency.
    pub agency: Option<Words>,
}

/// The language a text seems to be written in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageRecord {
    /// ISO 639-1 code, else ISO 639-3; `und` where nothing can be said.
    pub code: String,
    /// Whether the text is evidence enough.
    pub reliable: bool,
    /// What the guess rests on.
    pub basis: String,
}

/// A picture's caption.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaptionRecord {
    /// Its words.
    #[serde(flatten)]
    pub words: Words,
    /// Whom the picture is credited to.
    pub credit: Option<Words>,
}

/// A stretch of the text with one role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRecord {
    /// `title`, `caption`, `byline`, `published`, `heading`, `paragraph`.
    pub kind: String,
    /// Its bytes.
    #[serde(flatten)]
    pub span: Span,
}

/// Words between quotation marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteRecord {
    /// Article id, `.q` and the quote's number in the article, from 1.
    pub id: String,
    /// Id of its article.
    pub article: String,
    /// `speech`, `fragment` or `scare`.
    pub kind: String,
    /// The words without their marks.
    #[serde(flatten)]
    pub words: Words,
    /// Bytes of the words with their marks.
    pub marks: Span,
    /// Who owns them; absent where the text names nobody.
    pub speaker: Option<SpeakerRecord>,
    /// The word that attributes them.
    pub cue: Option<Words>,
    /// Id of the earlier quote of the same utterance.
    pub continues: Option<String>,
    /// How the owner was found, or why there is none.
    pub reason: String,
    /// Whose they may be where they have no owner: at most five, in text order.
    #[serde(default)]
    pub candidates: Vec<CandidateRecord>,
}

/// Somebody whose the quoted words may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateRecord {
    /// The words that name the candidate near the quote.
    #[serde(flatten)]
    pub words: Words,
    /// What makes it one.
    pub reason: String,
}

/// Who owns quoted words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerRecord {
    /// The words at the cue.
    #[serde(flatten)]
    pub words: Words,
    /// The fullest naming of the same speaker elsewhere in the article.
    pub resolved: Option<Words>,
}
