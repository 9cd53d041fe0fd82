//! How the incidents of an article stand to those of others while it is exported: an incident that
//! several articles tell is one row, at its first telling.

use crate::error::StoreError;
use crate::ledger::Ledger;
use crate::record::{ArticleRecords, FusedRecord};
use std::collections::{BTreeMap, BTreeSet};

/// A telling of an incident in another article.
pub(super) struct Other {
    pub records: ArticleRecords,
    /// The article's own incident.
    pub incident: String,
    pub voice: u32,
}

/// What an article's incidents are part of; those that are not named stand alone.
#[derive(Default)]
pub(super) struct Across {
    /// For its own incidents: the incident across articles, and the number of the article's voice.
    pub called: BTreeMap<String, (String, u32)>,
    /// For those that are the first telling: the others.
    pub others: BTreeMap<String, Vec<Other>>,
}

impl Across {
    /// Whether another article's telling stands for this incident.
    pub fn is_told_elsewhere(&self, incident: &str) -> bool {
        self.called.contains_key(incident) && !self.others.contains_key(incident)
    }
}

/// All incidents across articles, by the tellings that an export keeps.
pub(super) struct Incidents {
    fused: Vec<FusedRecord>,
    /// For each incident of an article: the index of the incident across articles.
    holder: BTreeMap<String, usize>,
}

impl Incidents {
    /// Those of the ledger; of each only the tellings of which a claim is chosen.
    pub fn of(ledger: &Ledger, chosen: Option<&BTreeSet<String>>) -> Result<Self, StoreError> {
        let mut fused = ledger.fused()?;
        if let Some(chosen) = chosen {
            for incident in &mut fused {
                let mut kept = Vec::new();
                for telling in std::mem::take(&mut incident.tellings) {
                    let records = ledger.article(&telling.article)?;
                    let incidents = records.iter().flat_map(|r| &r.incidents);
                    let mut own = incidents.filter(|i| i.id == telling.incident);
                    if own.any(|i| i.claims.iter().any(|claim| chosen.contains(claim))) {
                        kept.push(telling);
                    }
                }
                incident.tellings = kept;
            }
        }
        let holder = fused.iter().enumerate().flat_map(|(i, incident)| {
            let tellings = incident.tellings.iter();
            tellings.map(move |telling| (telling.incident.clone(), i))
        });
        Ok(Self {
            holder: holder.collect(),
            fused,
        })
    }

    /// What the incidents of one article are part of.
    pub fn around(
        &self,
        ledger: &Ledger,
        records: &ArticleRecords,
        chosen: Option<&BTreeSet<String>>,
    ) -> Result<Across, StoreError> {
        let mut across = Across::default();
        for own in &records.incidents {
            let Some(incident) = self.holder.get(&own.id).map(|i| &self.fused[*i]) else {
                continue;
            };
            let mut tellings = incident.tellings.iter();
            let voice = tellings
                .find(|t| t.incident == own.id)
                .map_or(1, |t| t.voice);
            let name = (incident.id.clone(), voice);
            across.called.insert(own.id.clone(), name);
            let rest = match incident.tellings.split_first() {
                Some((first, rest)) if first.incident == own.id => rest,
                _ => continue,
            };
            let mut others = Vec::new();
            for telling in rest {
                // An article may have been read differently since.
                let Some(mut records) = ledger.article(&telling.article)? else {
                    continue;
                };
                if let Some(chosen) = chosen {
                    super::keep(&mut records, chosen);
                }
                others.push(Other {
                    records,
                    incident: telling.incident.clone(),
                    voice: telling.voice,
                });
            }
            across.others.insert(own.id.clone(), others);
        }
        Ok(across)
    }
}
