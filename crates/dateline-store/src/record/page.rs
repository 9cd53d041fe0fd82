//! Pages, runs, and what was left out or remarked on.

use serde::{Deserialize, Serialize};

/// A page as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRecord {
    /// File name or URL as given; the page's key.
    pub name: String,
    /// Why nothing was read from it, where nothing could be.
    pub quarantined: Option<String>,
    /// Ids of its articles, in page order.
    pub articles: Vec<String>,
    /// Lines that belong to no article.
    pub discards: Vec<DiscardRecord>,
    /// Remarks on the page as a whole.
    pub notes: Vec<NoteRecord>,
}

/// A line that was left out of every text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscardRecord {
    /// 1-based line of the page; absent for HTML.
    pub line: Option<u32>,
    /// Its words, without the white space around them.
    pub text: String,
    /// `repeated-title`, `repeated-caption`, `repeated-text`, `page-furniture`, `related`,
    /// `promotion`.
    pub reason: String,
    /// What the decision rests on.
    pub evidence: String,
}

/// A remark on odd input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRecord {
    /// `empty`, `binary`, `encoding`, `malformed`, `markup`, `language`, `limit`.
    pub kind: String,
    /// 1-based line of the page, where the remark is about one.
    pub line: Option<u32>,
    /// The remark in words.
    pub text: String,
}

/// What one run read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecord {
    /// Version of the program.
    pub dateline_version: String,
    /// Version of the published fields.
    pub schema_version: u32,
    /// Publication date given by the user for articles that state none, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Folder of codebook entries given by the user.
    pub codebook: Option<String>,
    /// Pages read, quarantined ones included.
    pub pages: u64,
    /// Pages from which nothing could be read.
    pub quarantined: u64,
    /// Articles found.
    pub articles: u64,
    /// Articles whose text is kept but was not coded (another language, no news text).
    pub unread: u64,
    /// Quoted passages.
    pub quotes: u64,
    /// Claims.
    pub claims: u64,
    /// Incidents, those of a single claim included.
    pub incidents: u64,
    /// Lines left out of every text.
    pub discards: u64,
}
