//! Incidents across articles: kept by version, never overwritten.

use super::Ledger;
use crate::error::{Kind, StoreError};
use crate::record::{DecidedRecord, DecisionRecord, FusedRecord, FusionMergeRecord, TellingRecord};
use rusqlite::{Connection, OptionalExtension, Result, params};
use std::collections::{BTreeMap, BTreeSet};

/// A ledger held for fusing: nobody else writes to it until [`Fusing::commit`]. Dropped without, nothing
/// of what was done through it is kept.
#[derive(Debug)]
pub struct Fusing<'l> {
    ledger: &'l mut Ledger,
    committed: bool,
}

/// What a fusion changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FusionChanges {
    /// Incidents that several articles tell.
    pub incidents: u64,
    /// Tellings in them.
    pub tellings: u64,
    /// Of these incidents, those that were not there before.
    pub new: u64,
    /// Those whose tellings are others now.
    pub changed: u64,
    /// Incidents that are no more: fallen apart, or part of another.
    pub gone: u64,
}

impl Ledger {
    /// Holds the ledger for fusing.
    ///
    /// # Errors
    /// If it is read-only, damaged, or another program writes to it for long.
    pub fn fusing(&mut self) -> std::result::Result<Fusing<'_>, StoreError> {
        self.with(|c| c.execute_batch("BEGIN IMMEDIATE"))?;
        Ok(Fusing {
            ledger: self,
            committed: false,
        })
    }

    /// The incidents that several articles tell, by id.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn fused(&self) -> std::result::Result<Vec<FusedRecord>, StoreError> {
        self.with(|c| {
            let versions = current(c)?;
            versions
                .into_iter()
                .map(|(id, version)| load(c, id, version))
                .collect()
        })
    }

    /// The incident across articles with this id. An id that was given up leads to the incident that its
    /// first telling is in now.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn fused_incident(&self, id: &str) -> std::result::Result<Option<FusedRecord>, StoreError> {
        self.with(|c| {
            let sql = "SELECT version, gone FROM fused WHERE id = ?1 ORDER BY version DESC LIMIT 1";
            let latest: Option<(i64, bool)> = c
                .prepare_cached(sql)?
                .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            match latest {
                None => Ok(None),
                Some((version, false)) => load(c, id.to_owned(), version).map(Some),
                Some((_, true)) => successor(c, id),
            }
        })
    }

    /// The incident across articles in which an article's incident is told.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn fused_with(
        &self,
        incident: &str,
    ) -> std::result::Result<Option<FusedRecord>, StoreError> {
        self.with(|c| holder(c, incident))
    }

    /// Ids of incidents across articles, former ones too, that begin so; at most a hundred.
    pub(super) fn fused_ids(c: &Connection, prefix: &str) -> Result<Vec<String>> {
        // Ids hold only letters and digits; anything else names nothing.
        if prefix.is_empty() || !prefix.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Ok(Vec::new());
        }
        c.prepare_cached("SELECT DISTINCT id FROM fused WHERE id LIKE ?1 ORDER BY id LIMIT 100")?
            .query_map([format!("{prefix}%")], |row| row.get(0))?
            .collect()
    }

    /// Whether articles were stored, or read anew, since the last fusion.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn is_unfused(&self) -> std::result::Result<bool, StoreError> {
        self.with(|c| {
            let fused: Option<String> = c
                .query_row(
                    "SELECT fingerprint FROM fusions ORDER BY run DESC LIMIT 1",
                    [],
                    |row| row.get(0),
                )
                .optional()?;
            Ok(match fused {
                None => false,
                Some(fused) => fused != fingerprint(c)?,
            })
        })
    }

    /// Ids of the incidents that fall into a campaign.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn held_by(&self, campaign: &str) -> std::result::Result<Vec<String>, StoreError> {
        self.with(|c| held(c, campaign))
    }

    /// What people decided about incidents, in the order in which they did.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn decisions(&self) -> std::result::Result<Vec<DecisionRecord>, StoreError> {
        self.with(decisions)
    }

    /// Of what people decided, what is in force: neither undone, nor an undoing.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn decisions_in_force(&self) -> std::result::Result<Vec<DecisionRecord>, StoreError> {
        let all = self.decisions()?;
        let undone = undone(&all);
        Ok(all
            .into_iter()
            .filter(|decision| is_in_force(decision, &undone))
            .collect())
    }
}

impl Ledger {
    /// Takes over a decision of another ledger, unless it is there. `numbers` says which number the earlier
    /// ones of that ledger have in this. The number that it has in this.
    pub(super) fn take_decision(
        &mut self,
        decision: &DecisionRecord,
        numbers: &BTreeMap<u64, u64>,
    ) -> std::result::Result<u64, StoreError> {
        let undoes = decision
            .undoes
            .map(|n| numbers.get(&n).copied().unwrap_or(n));
        let fusing = self.fusing()?;
        let same = |known: &DecisionRecord| {
            let number = known.number;
            let taken = DecisionRecord {
                number,
                undoes,
                ..decision.clone()
            };
            *known == taken
        };
        if let Some(known) = fusing.ledger.decisions()?.into_iter().find(same) {
            return Ok(known.number);
        }
        let by = By {
            who: &decision.who,
            made_at: &decision.made_at,
            note: decision.note.as_deref(),
        };
        let number = fusing.note(
            &decision.kind,
            &decision.incident,
            undoes,
            &decision.sides,
            &by,
        )?;
        fusing.commit()?;
        Ok(number)
    }
}

/// Numbers of decisions that are undone. An undoing may itself be undone.
fn undone(all: &[DecisionRecord]) -> BTreeSet<u64> {
    let mut undone = BTreeSet::new();
    for decision in all.iter().rev() {
        if let Some(number) = decision.undoes
            && !undone.contains(&decision.number)
        {
            undone.insert(number);
        }
    }
    undone
}

/// Whether a decision is neither undone nor an undoing.
fn is_in_force(decision: &DecisionRecord, undone: &BTreeSet<u64>) -> bool {
    decision.kind != "undo" && !undone.contains(&decision.number)
}

impl Fusing<'_> {
    /// The ledger as it is, with what was done through this.
    pub fn ledger(&self) -> &Ledger {
        self.ledger
    }

    /// Notes that a person says of some tellings of an incident that they are another happening.
    ///
    /// # Errors
    /// If there is no such incident, or it has no such telling, or would keep none.
    pub fn split(
        &self,
        incident: &FusedRecord,
        parted: &[String],
        by: &By<'_>,
    ) -> std::result::Result<u64, StoreError> {
        for telling in parted {
            if !incident.tells(telling) {
                let text = format!("{} has no telling {telling}", incident.id);
                return Err(Kind::Decision(text).into());
            }
        }
        let (those, rest): (Vec<&str>, Vec<&str>) = incident
            .tellings
            .iter()
            .map(|telling| telling.incident.as_str())
            .partition(|id| parted.iter().any(|p| p == id));
        if rest.is_empty() {
            let text = format!(
                "nothing would be left of {}: name fewer of its tellings",
                incident.id
            );
            return Err(Kind::Decision(text).into());
        }
        let sides = [self.decided(&rest)?, self.decided(&those)?];
        self.note("split", &incident.id, None, &sides, by)
    }

    /// Notes that a person says of two incidents, each given by its tellings, that they are one happening.
    ///
    /// # Errors
    /// If they are one already.
    pub fn merge(
        &self,
        [one, two]: [(&str, &[String]); 2],
        by: &By<'_>,
    ) -> std::result::Result<u64, StoreError> {
        if one.1.iter().any(|telling| two.1.contains(telling)) {
            let text = match one.0 == two.0 {
                true => format!("{} cannot be merged with itself", one.0),
                false => format!("{} and {} are one incident already", one.0, two.0),
            };
            return Err(Kind::Decision(text).into());
        }
        let side = |of: &[String]| self.decided(&of.iter().map(String::as_str).collect::<Vec<_>>());
        let sides = [side(one.1)?, side(two.1)?];
        self.note("merge", one.0, None, &sides, by)
    }

    /// Notes that a decision is undone: that with this number, else the last that is in force.
    ///
    /// # Errors
    /// If there is none, or it is undone already.
    pub fn undo(&self, number: Option<u64>, by: &By<'_>) -> std::result::Result<u64, StoreError> {
        let all = self.ledger.decisions()?;
        let undone = undone(&all);
        let wrong = |text: String| StoreError::from(Kind::Decision(text));
        let found = match number {
            Some(number) => all
                .iter()
                .find(|d| d.number == number)
                .ok_or_else(|| wrong(format!("there is no decision {number}")))?,
            None => all
                .iter()
                .rfind(|decision| is_in_force(decision, &undone))
                .ok_or_else(|| {
                    wrong("there is nothing to undo: no decision is in force".to_owned())
                })?,
        };
        if undone.contains(&found.number) {
            return Err(wrong(format!(
                "decision {} is undone already",
                found.number
            )));
        }
        self.note(
            "undo",
            &found.incident,
            Some(found.number),
            &[Vec::new(), Vec::new()],
            by,
        )
    }

    /// Tellings by a claim of each, which outlives another reading of its article.
    fn decided(&self, tellings: &[&str]) -> std::result::Result<Vec<DecidedRecord>, StoreError> {
        let mut decided = Vec::new();
        for telling in tellings {
            let article = telling.split('.').next().unwrap_or_default();
            let records = self.ledger.article(article)?;
            let incident = records
                .iter()
                .flat_map(|records| &records.incidents)
                .find(|incident| incident.id == *telling);
            let claim = incident.and_then(|incident| incident.claims.first());
            let Some(claim) = claim else {
                let text = format!("{telling} is not in the ledger as it is now: fuse it first");
                return Err(Kind::Decision(text).into());
            };
            decided.push(DecidedRecord {
                claim: claim.clone(),
                incident: (*telling).to_owned(),
            });
        }
        Ok(decided)
    }

    fn note(
        &self,
        kind: &str,
        incident: &str,
        undoes: Option<u64>,
        sides: &[Vec<DecidedRecord>; 2],
        by: &By<'_>,
    ) -> std::result::Result<u64, StoreError> {
        self.ledger.with(|c| {
            let next = "SELECT coalesce(max(number), 0) + 1 FROM decisions";
            let number: i64 = c.query_row(next, [], |row| row.get(0))?;
            c.prepare_cached(
                "INSERT INTO decisions (number, kind, incident, undoes, who, made_at, note)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                number,
                kind,
                incident,
                undoes.map(|number| number as i64),
                by.who,
                by.made_at,
                by.note
            ])?;
            let mut add = c.prepare_cached(
                "INSERT INTO decision_members (decision, side, position, claim, incident)
                VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            for (side, members) in sides.iter().enumerate() {
                for (position, member) in members.iter().enumerate() {
                    add.execute(params![
                        number,
                        side as i64,
                        position as i64,
                        member.claim,
                        member.incident
                    ])?;
                }
            }
            Ok(number.unsigned_abs())
        })
    }

    /// Stores what the fusion made: all incidents that several articles tell, and which incidents fall
    /// into campaigns. Versions are added where tellings changed; none is removed.
    ///
    /// # Errors
    /// If the disk is full or the file damaged.
    pub fn store(
        &self,
        fused: &[FusedRecord],
        campaigns: &[(String, Vec<String>)],
    ) -> std::result::Result<FusionChanges, StoreError> {
        self.ledger.with(|c| store(c, fused, campaigns))
    }

    /// Keeps what was done.
    ///
    /// # Errors
    /// If the disk is full; nothing is kept then.
    pub fn commit(mut self) -> std::result::Result<(), StoreError> {
        self.ledger.with(|c| c.execute_batch("COMMIT"))?;
        self.committed = true;
        Ok(())
    }
}

impl Drop for Fusing<'_> {
    fn drop(&mut self) {
        if !self.committed {
            // Where it fails, the connection's end rolls back.
            let _ = self.ledger.with(|c| c.execute_batch("ROLLBACK"));
        }
    }
}

/// Who decides, when and why.
#[derive(Clone, Copy, Debug)]
pub struct By<'b> {
    /// Who.
    pub who: &'b str,
    /// When, ISO 8601 with offset.
    pub made_at: &'b str,
    /// Why, in the person's words.
    pub note: Option<&'b str>,
}

/// Id and latest version of each incident that is not gone.
fn current(c: &Connection) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT id, version FROM fused AS f WHERE gone = 0
        AND version = (SELECT max(version) FROM fused WHERE id = f.id) ORDER BY id";
    c.prepare_cached(sql)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn load(c: &Connection, id: String, version: i64) -> Result<FusedRecord> {
    let tellings: Vec<TellingRecord> = c
        .prepare_cached("SELECT * FROM fused_members WHERE version = ?1 ORDER BY position")?
        .query_map([version], |row| {
            Ok(TellingRecord {
                incident: row.get("incident")?,
                article: row.get("article")?,
                voice: row.get("voice")?,
            })
        })?
        .collect::<Result<_>>()?;
    let merges = c
        .prepare_cached("SELECT * FROM fused_merges WHERE version = ?1 ORDER BY position")?
        .query_map([version], |row| {
            let evidence: String = row.get("evidence")?;
            Ok(FusionMergeRecord {
                incidents: [row.get("member_a")?, row.get("member_b")?],
                score: row.get("score")?,
                decision: row
                    .get::<_, Option<i64>>("decision")?
                    .map(i64::unsigned_abs),
                evidence: serde_json::from_str(&evidence).unwrap_or_default(),
            })
        })?
        .collect::<Result<_>>()?;
    let holds = held(c, &id)?;
    Ok(FusedRecord {
        voices: tellings.iter().map(|t| t.voice).max().unwrap_or(0),
        id,
        tellings,
        merges,
        holds,
    })
}

/// Ids of the incidents that fall into a campaign.
fn held(c: &Connection, campaign: &str) -> Result<Vec<String>> {
    c.prepare_cached(
        "SELECT incident FROM campaign_incidents WHERE campaign = ?1 ORDER BY incident",
    )?
    .query_map([campaign], |row| row.get(0))?
    .collect()
}

/// The incident that holds this telling now.
fn holder(c: &Connection, telling: &str) -> Result<Option<FusedRecord>> {
    let sql =
        "SELECT f.id, f.version FROM fused_members AS m JOIN fused AS f ON f.version = m.version
        WHERE m.incident = ?1 AND f.gone = 0
        AND f.version = (SELECT max(version) FROM fused WHERE id = f.id)";
    let found: Option<(String, i64)> = c
        .prepare_cached(sql)?
        .query_row([telling], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found.map(|(id, version)| load(c, id, version)).transpose()
}

/// Where the first telling of a former incident is told now.
fn successor(c: &Connection, id: &str) -> Result<Option<FusedRecord>> {
    let sql = "SELECT m.incident FROM fused AS f JOIN fused_members AS m ON m.version = f.version
        WHERE f.id = ?1 AND f.gone = 0 ORDER BY f.version DESC, m.position LIMIT 1";
    let first: Option<String> = c
        .prepare_cached(sql)?
        .query_row([id], |row| row.get(0))
        .optional()?;
    match first {
        Some(first) => holder(c, &first),
        None => Ok(None),
    }
}

fn decisions(c: &Connection) -> Result<Vec<DecisionRecord>> {
    let members = |number: i64, side: i64| -> Result<Vec<DecidedRecord>> {
        c.prepare_cached(
            "SELECT claim, incident FROM decision_members
            WHERE decision = ?1 AND side = ?2 ORDER BY position",
        )?
        .query_map([number, side], |row| {
            Ok(DecidedRecord {
                claim: row.get(0)?,
                incident: row.get(1)?,
            })
        })?
        .collect()
    };
    c.prepare_cached("SELECT * FROM decisions ORDER BY number")?
        .query_map([], |row| {
            let number: i64 = row.get("number")?;
            Ok(DecisionRecord {
                number: number.unsigned_abs(),
                kind: row.get("kind")?,
                incident: row.get("incident")?,
                undoes: row.get::<_, Option<i64>>("undoes")?.map(i64::unsigned_abs),
                who: row.get("who")?,
                made_at: row.get("made_at")?,
                note: row.get("note")?,
                sides: [members(number, 0)?, members(number, 1)?],
            })
        })?
        .collect()
}

/// What tells one state of the articles from another: how many incidents there are, and which was
/// stored last.
fn fingerprint(c: &Connection) -> Result<String> {
    c.query_row(
        "SELECT (SELECT count(*) FROM incidents) || ' ' || (SELECT coalesce(max(rowid), 0) FROM incidents)
            || ' ' || (SELECT count(*) FROM articles)",
        [],
        |row| row.get(0),
    )
}

fn store(
    c: &Connection,
    fused: &[FusedRecord],
    campaigns: &[(String, Vec<String>)],
) -> Result<FusionChanges> {
    let mut changes = FusionChanges {
        incidents: fused.len() as u64,
        tellings: fused.iter().map(|f| f.tellings.len() as u64).sum(),
        ..FusionChanges::default()
    };
    let before: BTreeMap<String, i64> = current(c)?.into_iter().collect();
    let state = fingerprint(c)?;
    let run = run(c, &state)?;
    let add = "INSERT INTO fused (run, id, gone) VALUES (?1, ?2, ?3)";
    for incident in fused {
        let version = before.get(&incident.id).copied();
        let stored = version
            .map(|version| load(c, incident.id.clone(), version))
            .transpose()?;
        let version = match (version, stored) {
            (Some(version), Some(stored)) if stored.tellings == incident.tellings => version,
            (known, _) => {
                changes.new += u64::from(known.is_none());
                changes.changed += u64::from(known.is_some());
                c.prepare_cached(add)?
                    .execute(params![run, incident.id, false])?;
                let version = c.last_insert_rowid();
                write_tellings(c, version, incident)?;
                version
            }
        };
        write_merges(c, version, incident)?;
    }
    let now: BTreeSet<&str> = fused.iter().map(|incident| incident.id.as_str()).collect();
    for id in before.keys() {
        if !now.contains(id.as_str()) {
            c.prepare_cached(add)?.execute(params![run, id, true])?;
            changes.gone += 1;
        }
    }
    c.execute("DELETE FROM campaign_incidents", [])?;
    let mut hold =
        c.prepare_cached("INSERT INTO campaign_incidents (campaign, incident) VALUES (?1, ?2)")?;
    for (campaign, incidents) in campaigns {
        for incident in incidents {
            hold.execute([campaign, incident])?;
        }
    }
    Ok(changes)
}

/// The number of the run that fuses this state of articles and decisions: that of the last one where it
/// is the same state.
fn run(c: &Connection, state: &str) -> Result<i64> {
    let last = "SELECT run FROM (SELECT * FROM fusions ORDER BY run DESC LIMIT 1)
        WHERE fingerprint = ?1 AND decision IS (SELECT max(number) FROM decisions)";
    let same: Option<i64> = c.query_row(last, [state], |row| row.get(0)).optional()?;
    if let Some(run) = same {
        return Ok(run);
    }
    let add = "INSERT INTO fusions (fingerprint, decision) VALUES (?1, (SELECT max(number) FROM decisions))";
    c.execute(add, [state])?;
    Ok(c.last_insert_rowid())
}

fn write_tellings(c: &Connection, version: i64, incident: &FusedRecord) -> Result<()> {
    let mut add = c.prepare_cached(
        "INSERT INTO fused_members (version, position, incident, article, voice)
        VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (position, telling) in incident.tellings.iter().enumerate() {
        add.execute(params![
            version,
            position as i64,
            telling.incident,
            telling.article,
            telling.voice
        ])?;
    }
    Ok(())
}

fn write_merges(c: &Connection, version: i64, incident: &FusedRecord) -> Result<()> {
    c.prepare_cached("DELETE FROM fused_merges WHERE version = ?1")?
        .execute([version])?;
    let mut add = c.prepare_cached(
        "INSERT INTO fused_merges (version, position, member_a, member_b, score, decision, evidence)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, merge) in incident.merges.iter().enumerate() {
        add.execute(params![
            version,
            position as i64,
            merge.incidents[0],
            merge.incidents[1],
            merge.score,
            merge.decision.map(|number| number as i64),
            serde_json::Value::from(merge.evidence.clone()).to_string()
        ])?;
    }
    Ok(())
}
