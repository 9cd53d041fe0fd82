//! What must never be read out of a page, as data that a program can check.
//!
//! A page's traps stand in a TOML file: `page_sha256`, then `[[trap]]` tables, each with the `id` of
//! the annotation's `must_not` entry, the page `line` it is about, and one check. No file holds words
//! of a page: things are referred to by the annotation's ids and by byte ranges. A reference is
//! - `E-…`: an entity, in all its forms;
//! - `S9.actor`, `.recipient`, `.place`, `.time`, `.said`, `.means.0`, `.quantity.0`, `.source.1`:
//!   a field of a gold claim (`said` is when its innermost dated source spoke);
//! - `@10-25`: these bytes of the page, and the same words elsewhere.

use serde::Deserialize;

/// The traps of one page.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct TrapFile {
    /// Digest of the page they are for.
    pub page_sha256: String,
    /// All checks; several may share an id.
    #[serde(rename = "trap")]
    pub traps: Vec<Trap>,
}

/// One check.
#[derive(Deserialize, Debug)]
pub struct Trap {
    /// Id of the `must_not` entry.
    pub id: String,
    /// Page line it is about, for people who look it up; 0 for the page as a whole.
    pub line: u32,
    /// What to check.
    #[serde(flatten)]
    pub check: Check,
}

/// What must not be.
#[derive(Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Any value that points at these lines.
    ValueOn {
        /// 1-based page lines.
        lines: Vec<u32>,
    },
    /// A value for one of these header fields: "byline", "outlet", "published", "dateline", "url".
    Header {
        /// Their names.
        fields: Vec<String>,
    },
    /// A year in the value of a time whose words do not hold it, or a place on the calendar, while
    /// no publication date was given.
    UnwrittenYear {},
    /// One article of ours that holds body lines of several of these.
    OneArticle {
        /// Ids of gold articles.
        of: Vec<String>,
    },
    /// A claim of this pattern.
    Claim(ClaimPattern),
    /// More claims of this pattern than this.
    MoreClaims {
        /// How many are right at most.
        than: usize,
        /// Which are counted.
        claims: ClaimPattern,
    },
    /// These gold claims, as far as we have them, in more incidents than this.
    MoreIncidents {
        /// How many are right at most.
        than: usize,
        /// Ids of gold claims.
        of: Vec<String>,
    },
    /// An incident that holds one of the first and one of the second.
    Together {
        /// Ids of gold claims.
        one: Vec<String>,
        /// Ids of gold claims.
        other: Vec<String>,
    },
    /// An owner of these quotes.
    Speaker {
        /// Ids of gold quotes.
        quotes: Vec<String>,
    },
    /// These quotes as utterances of their own.
    Utterance {
        /// Ids of gold quotes.
        quotes: Vec<String>,
    },
    /// A mention in this place that was resolved to this.
    Resolved {
        /// Where the mention stands.
        mention: String,
        /// What it does not stand for.
        to: String,
    },
    /// A quantity of this pattern.
    Quantity(QuantityPattern),
}

/// Claims of ours that fit every key given.
#[derive(Deserialize, Debug, Default)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimPattern {
    /// The trigger is one of these gold claims' triggers.
    pub at: Vec<String>,
    /// The trigger is none of these gold claims' triggers.
    pub not_at: Vec<String>,
    /// The trigger lies in one of these gold claims or quotes, or byte ranges (`@10-25`).
    pub within: Vec<String>,
    /// The trigger stands on one of these page lines.
    pub lines: Vec<u32>,
    /// The trigger lies in one of these gold articles.
    pub articles: Vec<String>,
    /// Its type is one of these.
    pub types: Vec<String>,
    /// Its type is none of these.
    pub not_types: Vec<String>,
    /// Its polarity is one of these.
    pub polarity: Vec<String>,
    /// Its certainty is one of these.
    pub certainty: Vec<String>,
    /// Its tense is one of these.
    pub tense: Vec<String>,
    /// Whether the article says it in its own voice.
    pub own_voice: Option<bool>,
    /// One of its voices is this.
    pub source: Option<String>,
    /// One of its actors is this.
    pub actor: Option<String>,
    /// One of its actors (that one, where `actor` is given) is or is not hedged.
    pub actor_hedged: Option<bool>,
    /// One of its recipients is this.
    pub recipient: Option<String>,
    /// One of its means is this.
    pub means: Option<String>,
    /// Its place is this.
    pub place: Option<String>,
    /// Whether it has a place.
    pub has_place: Option<bool>,
    /// Its time is this expression.
    pub time: Option<String>,
    /// Whether it has a time.
    pub has_time: Option<bool>,
    /// One of its quantities is this.
    pub quantity: Option<String>,
}

/// Quantities of ours that fit every key given.
#[derive(Deserialize, Debug, Default)]
#[serde(default, deny_unknown_fields)]
pub struct QuantityPattern {
    /// It overlaps one of these.
    pub at: Vec<String>,
    /// It lies in one of these gold claims.
    pub within: Vec<String>,
    /// It lies in one of these gold articles.
    pub articles: Vec<String>,
    /// Whether it has a bound at all.
    pub bounded: Option<bool>,
    /// Whether its bounds are the same number.
    pub point: Option<bool>,
    /// Both bounds are this number.
    pub exactly: Option<f64>,
}

impl TrapFile {
    /// Reads a trap file.
    ///
    /// # Errors
    /// If it is not TOML of this shape.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        Ok(toml::from_str(text)?)
    }

    /// Ids of the `must_not` entries it encodes, each once, in order.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for trap in &self.traps {
            if !ids.contains(&trap.id.as_str()) {
                ids.push(&trap.id);
            }
        }
        ids
    }
}
