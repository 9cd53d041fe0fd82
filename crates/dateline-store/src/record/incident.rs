//! Incidents: claims judged to be about one happening.

use super::Words;
use serde::{Deserialize, Serialize};

/// Claims of one article judged to be about one happening.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentRecord {
    /// Article id, a full stop, `i` and 7 hexadecimal digits made from its claims.
    pub id: String,
    /// Id of its article.
    pub article: String,
    /// Ids of its claims, in text order.
    pub claims: Vec<String>,
    /// Whether it is several happenings told as one: a campaign, a total over weeks. `false` in
    /// records written before there were fused incidents.
    #[serde(default)]
    pub campaign: bool,
    /// Why the claims were put together; empty for a single claim.
    pub merges: Vec<MergeRecord>,
    /// Fields that all claims which speak of them agree on.
    pub agreed: Vec<FieldRecord>,
    /// Fields told in more than one way.
    pub differing: Vec<FieldRecord>,
}

impl IncidentRecord {
    /// The part of the id that tells the incident within its article.
    pub fn handle(&self) -> &str {
        self.id
            .rsplit_once('.')
            .map_or(&self.id, |(_, handle)| handle)
    }
}

/// Why two claims were put together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeRecord {
    /// Ids of the two.
    pub claims: [String; 2],
    /// What speaks for it.
    pub evidence: Vec<String>,
}

/// A field of an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRecord {
    /// `event`, `actor`, `recipient`, `place`, `time`, `means` …
    pub field: String,
    /// The values told; one where all agree.
    pub accounts: Vec<AccountRecord>,
}

/// One value and the claims that give it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRecord {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Ids of the claims.
    pub claims: Vec<String>,
}
