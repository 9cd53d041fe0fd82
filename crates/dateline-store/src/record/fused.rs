//! Incidents that several articles tell, and what people decided about them.

use serde::{Deserialize, Serialize};

/// Incidents of several articles judged to be one happening.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FusedRecord {
    /// `x` and 12 hexadecimal digits made from its first telling: it stays as later reports join. Where an
    /// earlier report joins, that one gives the id, and the former id leads to the incident.
    pub id: String,
    /// Its tellings by day of publication, those without one last.
    pub tellings: Vec<TellingRecord>,
    /// How many independent voices tell it: near-copies of one text are one.
    pub voices: u32,
    /// Why they were put together.
    pub merges: Vec<FusionMergeRecord>,
    /// Of a campaign: ids of the incidents that fall into it. Their numbers are not its own.
    pub holds: Vec<String>,
}

impl FusedRecord {
    /// The id of the incident whose first telling is this incident of an article.
    pub fn id_of(first: &str) -> String {
        format!("x{}", crate::id::short_hash(&format!("fused\n{first}"), 12))
    }

    /// Whether this incident of an article is one of its tellings.
    pub fn tells(&self, incident: &str) -> bool {
        self.tellings.iter().any(|t| t.incident == incident)
    }
}

/// An article's telling of an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellingRecord {
    /// The article's own incident.
    pub incident: String,
    /// The article.
    pub article: String,
    /// Number of the voice, from 1.
    pub voice: u32,
}

/// Why two groups of tellings were put together: the pair that speaks most for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FusionMergeRecord {
    /// Ids of the articles' incidents.
    pub incidents: [String; 2],
    /// Mean of all pairs across the groups, in thousandths.
    pub score: i64,
    /// The person's decision that joined them; absent where the scores did.
    pub decision: Option<u64>,
    /// What speaks for and against it, each piece with its weight.
    pub evidence: Vec<String>,
}

/// What a person decided about incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// 1 for the first of the ledger.
    pub number: u64,
    /// `split`, `merge` or `undo`.
    pub kind: String,
    /// The incident, as it was called then; of an undo, that of the decision undone.
    pub incident: String,
    /// Of an undo: the number of the decision undone.
    pub undoes: Option<u64>,
    /// Who.
    pub who: String,
    /// When, ISO 8601 with offset.
    pub made_at: String,
    /// Why, in the person's words.
    pub note: Option<String>,
    /// Two sides: of a split, each telling of the one is not one with each of the other; of a merge it is.
    pub sides: [Vec<DecidedRecord>; 2],
}

/// A telling that a decision is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedRecord {
    /// The first claim of the article's incident: it outlives another reading of the article.
    pub claim: String,
    /// The article's incident that held the claim then.
    pub incident: String,
}
