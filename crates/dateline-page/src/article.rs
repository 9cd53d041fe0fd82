//! What a page is cut into: articles, their parts, and the lines thrown away, each with its reason.

use crate::note::Note;
use dateline_span::Span;
use std::sync::Arc;

/// Everything that was found on one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Articles {
    /// The news texts, in page order.
    pub articles: Vec<Article>,
    /// Lines that belong to no article, in page order.
    pub discards: Vec<Discard>,
    /// What the reader should know about the page as a whole.
    pub notes: Vec<Note>,
    /// Why nothing was read from the page, where nothing could be.
    pub quarantined: Option<String>,
}

/// One news text cut out of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// 16 hexadecimal digits that depend on the title and the text alone.
    pub id: String,
    /// The headline; it is the first of [`Article::parts`] too.
    pub title: Option<Part>,
    /// Picture captions, each once, in page order.
    pub captions: Vec<Caption>,
    /// Who wrote it, without the leading "By", as the page states it.
    pub byline: Option<String>,
    /// The publisher's name as the page states it; never inferred from the prose.
    pub outlet: Option<String>,
    /// Publication date as `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm[:ss][offset]` where a time is stated.
    pub published: Option<String>,
    /// The opening "CITY, March 3 (Agency) –" of the body.
    pub dateline: Option<Dateline>,
    /// The article's own address as the page states it.
    pub url: Option<String>,
    /// The language the text seems to be written in.
    pub language: LanguageGuess,
    /// Why the engine should not code events from it, though the text is kept.
    pub unread: Option<Unread>,
    /// The immutable text that every span points into: the parts, joined by a blank line.
    pub text: Arc<str>,
    /// The text's parts in order; they do not overlap and leave out only the blank lines between.
    pub parts: Vec<Part>,
    /// Lines of this article's stretch of the page that were left out of the text.
    pub discards: Vec<Discard>,
    /// First and last page line (1-based) of its stretch; unknown for HTML.
    pub lines: Option<(u32, u32)>,
    /// What the reader should know about this article.
    pub notes: Vec<Note>,
}

impl Article {
    /// English text that was not cut out of a page, with its parts; `basis` says why it is taken
    /// as English.
    pub fn of_english(text: &str, parts: Vec<Part>, basis: &str) -> Self {
        Self {
            id: String::new(),
            title: parts.iter().copied().find(|p| p.kind == PartKind::Title),
            captions: Vec::new(),
            byline: None,
            outlet: None,
            published: None,
            dateline: None,
            url: None,
            language: LanguageGuess {
                code: "en".to_owned(),
                reliable: true,
                basis: basis.to_owned(),
            },
            unread: None,
            text: text.into(),
            parts,
            discards: Vec::new(),
            lines: None,
            notes: Vec::new(),
        }
    }

    /// The headline's words.
    pub fn title_text(&self) -> Option<&str> {
        self.title.map(|part| part.span.slice(&self.text))
    }

    /// The parts that carry the story itself: paragraphs and headings between them.
    pub fn body(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kind.is_body())
    }

    /// The parts from which claims may be read: title, captions and body.
    pub fn prose(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kind.is_prose())
    }
}

/// A stretch of an article's text with one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its role.
    pub kind: PartKind,
    /// Where it stands in [`Article::text`].
    pub span: Span,
    /// Where the very same characters stand in [`crate::Page::text`], when that is known.
    pub page: Option<Span>,
}

/// The role of a [`Part`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// The headline.
    Title,
    /// A picture's caption, its credit included.
    Caption,
    /// The line that names who wrote it.
    Byline,
    /// The line that states when it was published or updated.
    Published,
    /// A heading inside the body.
    Heading,
    /// A paragraph, list item or line of the story.
    Paragraph,
}

impl PartKind {
    /// Whether it belongs to the running story.
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Heading | Self::Paragraph)
    }

    /// Whether claims may be read from it; bylines and date lines hold none.
    pub const fn is_prose(self) -> bool {
        !matches!(self, Self::Byline | Self::Published)
    }

    /// Name for exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Published => "published",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
        }
    }
}

/// A picture's caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The caption's part, the same as in [`Article::parts`].
    pub part: Part,
    /// Whom the picture is credited to, in [`Article::text`], brackets left out.
    pub credit: Option<Span>,
}

/// The opening of a report that says where, and sometimes when and for which agency, it was filed.
///
/// All spans point into [`Article::text`], inside the first paragraph, which keeps the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The whole opening with its closing dash.
    pub span: Span,
    /// The place.
    pub place: Span,
    /// The date as written, usually without a year.
    pub date: Option<Span>,
    /// The agency, brackets left out.
    pub agency: Option<Span>,
}

/// A line that was left out of every text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discard {
    /// 1-based line of the page; unknown for HTML.
    pub line: Option<u32>,
    /// The words, without the white space around them.
    pub text: String,
    /// Why it was left out.
    pub reason: DiscardReason,
    /// What the decision rests on, for a reader who doubts it.
    pub evidence: String,
}

/// Why a line was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiscardReason {
    /// The article's title again.
    RepeatedTitle,
    /// A caption that was kept already.
    RepeatedCaption,
    /// A paragraph that was kept already, word for word.
    RepeatedText,
    /// Buttons, counters, navigation, notices: words of the page, not of the article.
    PageFurniture,
    /// A link or list that leads to other articles.
    Related,
    /// Advertising and calls to subscribe.
    Promotion,
}

impl DiscardReason {
    /// Name for exports, as in annotation: links and promotion are furniture of the page too, and
    /// [`Discard::evidence`] says which.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RepeatedTitle => "repeated-title",
            Self::RepeatedCaption => "repeated-caption",
            Self::RepeatedText => "repeated-text",
            Self::PageFurniture | Self::Related | Self::Promotion => "page-furniture",
        }
    }
}

/// The language a text seems to be written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageGuess {
    /// ISO 639-1 code where there is one, else ISO 639-3; `und` where nothing can be said.
    pub code: String,
    /// Whether the text itself is evidence enough; a short text or a mere default is not.
    pub reliable: bool,
    /// What the guess rests on.
    pub basis: String,
}

impl LanguageGuess {
    /// Whether the text is to be read as English.
    pub fn is_english(&self) -> bool {
        self.code == "en"
    }
}

/// Why an article is kept but not to be coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is in a language that the engine does not read yet (its code).
    Language(String),
    /// It is too long, or has stretches too long without a sentence end, to be a news text.
    NotNewsLike(String),
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Language(code) => write!(f, "language {code} is not read yet"),
            Self::NotNewsLike(why) => f.write_str(why),
        }
    }
}
