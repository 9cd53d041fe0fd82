//! Templates of a system against the key's: which goes with which, and what each slot earns.

use super::compare::{self, Match};
use super::template::{
    DESCRIPTION, NAME, ORGANISATION, PERPETRATOR, PERSON_TYPE, SLOTS, THING, THING_TYPE, TYPE,
    Template,
};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The columns of the official score report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Columns {
    /// Fillers that are correct.
    pub correct: usize,
    /// Fillers that are partly correct.
    pub partial: usize,
    /// Fillers given where the key has others.
    pub incorrect: usize,
    /// Fillers given where the key has none.
    pub spurious: usize,
    /// Fillers of the key without any given.
    pub missing: usize,
}

impl Columns {
    /// Fillers that the key asks for.
    pub fn possible(self) -> usize {
        self.correct + self.partial + self.incorrect + self.missing
    }

    /// Fillers that were given.
    pub fn actual(self) -> usize {
        self.correct + self.partial + self.incorrect + self.spurious
    }

    fn points(self) -> f64 {
        self.correct as f64 + self.partial as f64 / 2.0
    }

    /// In percent; `None` where nothing was asked.
    pub fn recall(self) -> Option<f64> {
        share(self.points(), self.possible())
    }

    /// In percent; `None` where nothing was given.
    pub fn precision(self) -> Option<f64> {
        share(self.points(), self.actual())
    }

    /// Harmonic mean of the two, in percent.
    pub fn f(self) -> Option<f64> {
        harmonic(self.precision(), self.recall())
    }

    fn add(&mut self, other: Self) {
        self.correct += other.correct;
        self.partial += other.partial;
        self.incorrect += other.incorrect;
        self.spurious += other.spurious;
        self.missing += other.missing;
    }
}

fn share(points: f64, of: usize) -> Option<f64> {
    (of > 0).then(|| 100.0 * points / of as f64)
}

/// The harmonic mean of precision and recall; 0 where either is nothing but something was asked.
fn harmonic(p: Option<f64>, r: Option<f64>) -> Option<f64> {
    match (p, r) {
        (None, None) => None,
        (Some(p), Some(r)) if p + r > 0.0 => Some(2.0 * p * r / (p + r)),
        _ => Some(0.0),
    }
}

/// What one corpus earned.
#[derive(Default, Debug)]
pub struct Tally {
    /// By slot number.
    slots: BTreeMap<u8, Columns>,
    /// Messages by relevance: correct are relevant and were given a template.
    texts: Columns,
    /// Templates: correct are mapped ones.
    templates: Columns,
}

impl Tally {
    /// Scores one message; says which template went with which.
    pub fn add(&mut self, keys: &[Template], responses: &[Template]) -> Vec<(usize, usize)> {
        let pairs = align(keys, responses);
        for (k, key) in keys.iter().enumerate() {
            let response = pairs.iter().find(|p| p.0 == k).map(|p| &responses[p.1]);
            if response.is_some() || !key.optional {
                self.add_pair(Some(key), response);
            }
        }
        for (r, response) in responses.iter().enumerate() {
            if !pairs.iter().any(|p| p.1 == r) {
                self.add_pair(None, Some(response));
            }
        }
        let relevant = keys.iter().any(|k| !k.optional);
        match (relevant, responses.is_empty()) {
            (true, false) => self.texts.correct += 1,
            (true, true) => self.texts.missing += 1,
            (false, false) if keys.is_empty() => self.texts.spurious += 1,
            // With optional templates alone, either answer is right.
            (false, false) => self.texts.correct += 1,
            (false, true) => {}
        }
        pairs
    }

    fn add_pair(&mut self, key: Option<&Template>, response: Option<&Template>) {
        match (key, response) {
            (Some(_), Some(_)) => self.templates.correct += 1,
            (Some(_), None) => self.templates.missing += 1,
            (None, _) => self.templates.spurious += 1,
        }
        for (slot, _) in SLOTS {
            let earned = slot_score(slot, key, response).0;
            self.slots.entry(slot).or_default().add(earned);
        }
    }

    /// All slots of all templates: the official ALL TEMPLATES row.
    pub fn all(&self) -> Columns {
        let mut all = Columns::default();
        self.slots.values().for_each(|c| all.add(*c));
        all
    }

    /// TEXT FILTERING: which messages are relevant.
    pub fn texts(&self) -> Columns {
        self.texts
    }

    /// The table of slots, in the manner of the official report.
    pub fn report(&self) -> String {
        let mut report =
            String::from("SLOT                 POS  ACT| COR  PAR  INC| SPU  MIS| REC PRE    F\n");
        let mut line = |name: &str, c: Columns| {
            let percent = |v: Option<f64>| v.map_or_else(|| "*".to_owned(), |v| format!("{v:.0}"));
            let _ = writeln!(
                report,
                "{name:<19} {:>4} {:>4}|{:>4} {:>4} {:>4}|{:>4} {:>4}|{:>4}{:>4}{:>5}",
                c.possible(),
                c.actual(),
                c.correct,
                c.partial,
                c.incorrect,
                c.spurious,
                c.missing,
                percent(c.recall()),
                percent(c.precision()),
                percent(c.f()),
            );
        };
        line("template-id", self.templates);
        for (slot, name) in SLOTS {
            line(name, self.slots.get(&slot).copied().unwrap_or_default());
        }
        line("ALL TEMPLATES", self.all());
        line("TEXT FILTERING", self.texts);
        report
    }
}

/// What the slot earns, and its points.
fn slot_score(slot: u8, key: Option<&Template>, response: Option<&Template>) -> (Columns, u32) {
    let keys = key.map_or(&[][..], |k| k.fills(slot));
    let given = response.map_or(&[][..], |r| r.fills(slot));
    // Best pairs first: correct before partly correct, in the order of the key.
    let mut pairs: Vec<(Match, usize, usize)> = Vec::new();
    for (k, key) in keys.iter().enumerate() {
        for (r, response) in given.iter().enumerate() {
            pairs.push((compare::fillers(slot, key, response), k, r));
        }
    }
    pairs.sort_by_key(|&(m, k, r)| (std::cmp::Reverse(m), k, r));
    let (mut used_keys, mut used_given) = (vec![false; keys.len()], vec![false; given.len()]);
    let mut columns = Columns::default();
    for (found, k, r) in pairs {
        if found == Match::Wrong || used_keys[k] || used_given[r] {
            continue;
        }
        (used_keys[k], used_given[r]) = (true, true);
        match found {
            Match::Correct => columns.correct += 1,
            _ => columns.partial += 1,
        }
    }
    let left_given = used_given.iter().filter(|u| !**u).count();
    let asked = keys.iter().zip(&used_keys);
    let left_keys = asked.filter(|(k, used)| !**used && !k.optional).count();
    columns.incorrect = left_given.min(left_keys);
    columns.spurious = left_given - columns.incorrect;
    columns.missing = left_keys - columns.incorrect;
    let points = 2 * columns.correct + columns.partial;
    (columns, points as u32)
}

/// Which template of the key goes with which response: the mapping that earns most, among pairs
/// that agree at least partly on the type and on a perpetrator or a target.
fn align(keys: &[Template], responses: &[Template]) -> Vec<(usize, usize)> {
    if keys.is_empty() || responses.is_empty() {
        return Vec::new();
    }
    let n = keys.len().max(responses.len());
    let worth = |k: usize, r: usize| -> i64 {
        match (keys.get(k), responses.get(r)) {
            (Some(key), Some(response)) if may_map(key, response) => {
                let points = SLOTS
                    .iter()
                    .map(|(s, _)| slot_score(*s, Some(key), Some(response)).1);
                // A required template before an optional one that earns the same.
                2 * i64::from(points.sum::<u32>()) + i64::from(!key.optional)
            }
            _ => 0,
        }
    };
    let weights = Matrix::from_fn(n, n, |(k, r)| worth(k, r));
    let (_, chosen) = kuhn_munkres(&weights);
    let pairs = chosen.into_iter().enumerate();
    pairs.filter(|&(k, r)| weights[(k, r)] > 0).collect()
}

fn may_map(key: &Template, response: &Template) -> bool {
    let earns = |slot: u8| slot_score(slot, Some(key), Some(response)).1 > 0;
    let content = [
        PERPETRATOR,
        ORGANISATION,
        THING,
        THING_TYPE,
        NAME,
        DESCRIPTION,
        PERSON_TYPE,
    ];
    earns(TYPE) && content.into_iter().any(earns)
}

#[cfg(test)]
mod tests {
    use super::super::template::{INSTRUMENT, STAGE, parse};
    use super::*;

    fn template(kind: &str, name: &str) -> Template {
        let mut template = Template::default();
        template.add(TYPE, kind, None);
        template.add(STAGE, "ACCOMPLISHED", None);
        template.add(NAME, name, None);
        template
    }

    #[test]
    fn templates_map_by_content_and_the_rest_is_missing_or_spurious() {
        let keys = [
            template("ATTACK", "JUAN SOTO"),
            template("BOMBING", "ANA RUIZ"),
        ];
        let responses = [template("BOMBING", "ANA RUIZ"), template("ARSON", "LUIS")];
        let mut tally = Tally::default();
        assert_eq!(tally.add(&keys, &responses), [(1, 0)]);
        let all = tally.all();
        assert_eq!((all.correct, all.missing, all.spurious), (3, 3, 3));
        assert_eq!(all.recall(), Some(50.0));
        assert_eq!(tally.texts().correct, 1);
    }

    #[test]
    fn an_optional_template_is_missed_without_loss() {
        let mut key = template("ATTACK", "JUAN SOTO");
        key.optional = true;
        let mut tally = Tally::default();
        tally.add(&[key], &[]);
        assert_eq!(tally.all(), Columns::default());
    }

    #[test]
    fn a_wrong_filler_beside_another_of_the_key_is_incorrect_a_further_one_spurious() {
        let mut key = template("ATTACK", "JUAN SOTO");
        key.add(INSTRUMENT, "BOMB", None);
        let mut response = template("ATTACK", "JUAN SOTO");
        response.add(INSTRUMENT, "KNIFE", None);
        response.add(INSTRUMENT, "GUN", None);
        let mut tally = Tally::default();
        tally.add(&[key], &[response]);
        let all = tally.all();
        assert_eq!((all.correct, all.incorrect, all.spurious), (3, 1, 1));
    }

    #[test]
    fn a_key_scored_against_itself_earns_everything() {
        let text = "0.  MESSAGE: ID                     T-1\n\
                    1.  MESSAGE: TEMPLATE               1\n\
                    4.  INCIDENT: TYPE                  ATTACK\n\
                    18. HUM TGT: NAME                   \"X\"\n\
                    23. HUM TGT: EFFECT OF INCIDENT     DEATH: \"X\"\n";
        let templates = &parse(text)[0].1;
        let mut tally = Tally::default();
        tally.add(templates, templates);
        assert_eq!(tally.all().f(), Some(100.0));
    }
}
