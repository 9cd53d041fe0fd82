//! What a row of the tables is on a day: in office, before it, after it.

use super::{ActorCode, ActorKind, Rival};
use dateline_data::actors::{Office, office_class};
use dateline_data::{ActorRow, ActorTable};
use jiff::civil::Date;

/// The rows of one name on a day.
pub(super) struct Held<'t> {
    /// What it is on the day.
    now: Option<&'t ActorRow>,
    /// The highest that is over.
    past: Option<&'t ActorRow>,
    /// Any row, for what does not change.
    any: &'t ActorRow,
    rivals: Vec<Rival>,
    /// Found by surname only.
    short: bool,
    /// Whether it was of another kind at another time.
    changed: bool,
}

/// How many others are kept.
const MOST_RIVALS: usize = 3;

impl<'t> Held<'t> {
    /// Chooses among rows: those of the title in the text, those that hold on the day, those that
    /// stand first. A surname alone means nobody whose time has not come.
    pub(super) fn of(
        table: &'t ActorTable,
        rows: &[usize],
        day: Option<Date>,
        title: Option<Office>,
        short: bool,
    ) -> Option<Self> {
        let rows: Vec<&ActorRow> = rows.iter().map(|&i| &table.rows()[i]).collect();
        let begun = |row: &&ActorRow| day.is_none_or(|day| row.from.is_none_or(|from| from <= day));
        let holds = |row: &&ActorRow| day.is_some_and(|day| row.holds(day));
        let titled =
            |row: &&ActorRow| title.is_some_and(|title| office_class(&row.office) == title.class);
        let candidates: Vec<&ActorRow> = if short {
            rows.iter().copied().filter(begun).collect()
        } else {
            rows
        };
        let best = *candidates
            .iter()
            .find(|row| titled(row) && holds(row))
            .or_else(|| candidates.iter().find(|row| holds(row)))
            .or_else(|| candidates.iter().find(|row| titled(row)))
            .or_else(|| candidates.iter().find(|row| !row.is_person()))
            .or_else(|| candidates.iter().max_by_key(|row| row.from))?;
        let (own, others): (Vec<&ActorRow>, Vec<&ActorRow>) = candidates
            .iter()
            .copied()
            .partition(|row| is_same(row, best));
        let mut now: Vec<&ActorRow> = own.iter().copied().filter(holds).collect();
        if now.iter().any(|row| row.from == day) {
            // On the day of a change the new office counts.
            now.retain(|row| row.to != day || row.from == day);
        }
        let now = now.iter().find(|row| titled(row)).or(now.first()).copied();
        let past = own
            .iter()
            .find(|row| day.is_some_and(|day| row.is_over(day)))
            .copied();
        let mut rivals: Vec<Rival> = Vec::new();
        for row in others {
            let name = row.name().to_owned();
            if rivals.len() < MOST_RIVALS && rivals.iter().all(|rival| rival.name != name) {
                rivals.push(Rival {
                    name,
                    country: row.country.clone(),
                    sector: row.sector.clone(),
                    office: row.office.clone(),
                });
            }
        }
        let changed = own.iter().any(|row| row.sector != best.sector);
        Some(Self {
            changed,
            now,
            past,
            any: best,
            rivals,
            short,
        })
    }

    /// Whether the table agrees with the office that the text gives.
    pub(super) fn says(&self, title: Option<Office>) -> bool {
        let agrees = |row: Option<&ActorRow>| {
            row.zip(title)
                .is_some_and(|(row, title)| office_class(&row.office) == title.class)
        };
        agrees(self.now) || (self.now.is_none() && agrees(self.past))
    }

    /// Whether the office of the day is the one that the text names.
    pub(super) fn is_current_by_title(&self, title: Option<Office>) -> bool {
        self.now
            .zip(title)
            .is_some_and(|(row, title)| office_class(&row.office) == title.class)
    }

    /// The code; `words` are those that were looked up.
    pub(super) fn code(&self, words: &str, day: Option<Date>) -> ActorCode {
        let row = self.now.or(self.past).unwrap_or(self.any);
        let person = row.is_person();
        let office = |row: &ActorRow| Some(row.office.clone()).filter(|office| !office.is_empty());
        let sector = match (self.now, self.past, day) {
            (Some(now), ..) => Some(now.sector.clone()),
            (None, Some(past), _) if person && IN_OFFICE.contains(&past.sector.as_str()) => {
                Some("ELI".to_owned())
            }
            (None, Some(past), _) => Some(past.sector.clone()),
            // Without a day only what never changed is known.
            (None, None, None) if !self.changed && (!person || self.any.from.is_none()) => {
                Some(row.sector.clone())
            }
            (None, None, _) => None,
        };
        let outranked = self
            .past
            .filter(|past| self.now.is_none_or(|now| outranks(past, now)));
        ActorCode {
            kind: if person {
                ActorKind::Person
            } else {
                ActorKind::Organisation
            },
            name: Some(row.name().to_owned()),
            country: Some(self.country(row, day)),
            sector,
            office: self.now.and_then(office),
            former_office: outranked.filter(|row| row.is_person()).and_then(office),
            score: self.score(),
            reason: self.reason(words, day),
            rivals: self.rivals.clone(),
        }
    }

    /// The state; where it is no more, its successor.
    fn country(&self, row: &ActorRow, day: Option<Date>) -> String {
        let over =
            |year, month, date| day.is_some_and(|d| d > jiff::civil::date(year, month, date));
        let successor = match row.country.as_str() {
            "SUN" if over(1991, 12, 25) => Some("RUS"),
            "YUG" if over(2003, 2, 4) => Some("SRB"),
            "CSK" if over(1992, 12, 31) => Some("CZE"),
            _ => None,
        };
        successor.map_or_else(|| row.country.clone(), str::to_owned)
    }

    fn score(&self) -> u8 {
        let dated = if self.now.is_some() || self.past.is_some() {
            95
        } else {
            70
        };
        let short = if self.short { 15 } else { 0 };
        dated - short - 5 * self.rivals.len() as u8
    }

    fn reason(&self, words: &str, day: Option<Date>) -> String {
        let how = if self.short { "by surname" } else { "by name" };
        let until = |row: &ActorRow| row.to.map_or(String::new(), |to| format!(" until {to}"));
        let from = |row: &ActorRow| {
            row.from
                .map_or(String::new(), |from| format!(" from {from}"))
        };
        let role = |row: &ActorRow| {
            let what = if row.is_person() {
                &row.office
            } else {
                &row.sector
            };
            format!("{} {what}", row.country)
        };
        let when = match (self.now, self.past, day) {
            (Some(now), ..) => format!("{}{}{}", role(now), from(now), until(now)),
            (None, Some(past), _) => format!("{}{}", role(past), until(past)),
            (None, None, Some(_)) => "its time had not come".to_owned(),
            (None, None, None) => "the day is not known".to_owned(),
        };
        format!("“{words}” is {} {how}: {when}", self.any.name())
    }
}

/// Sectors of offices that end; after them somebody is of the elite.
const IN_OFFICE: [&str; 8] = ["GOV", "LEG", "JUD", "MIL", "SPY", "COP", "IGO", "PTY"];

/// Whether two rows are about one actor.
fn is_same(a: &ActorRow, b: &ActorRow) -> bool {
    a.names.iter().any(|name| b.names.contains(name))
}

/// Whether an office that is over is what somebody is still called by.
fn outranks(past: &ActorRow, now: &ActorRow) -> bool {
    rank(&past.office) > rank(&now.office)
}

/// Codes of what belongs to no state.
pub(super) const BEYOND_STATES: [&str; 6] = ["EUR", "IGO", "IMG", "MNC", "NGO", "UNO"];

/// Whether a surname alone means somebody even in an article that does not name the country: who led
/// a state or a body of states, and who is no official of a state.
pub(super) fn needs_no_state(row: &ActorRow) -> bool {
    let of_state = !BEYOND_STATES.contains(&row.country.as_str());
    let official = of_state && IN_OFFICE.contains(&row.sector.as_str());
    !official || rank(&row.office) >= 7
}

/// A rough order of offices.
fn rank(office: &str) -> u8 {
    match office_class(office) {
        "president" | "king" | "supreme leader" | "emir" | "sultan" | "pope" | "military ruler" => {
            9
        }
        "prime minister" | "chancellor" | "state counsellor" | "chief executive" => 8,
        "vice president" | "deputy president" | "crown prince" => 6,
        "foreign minister" | "defence minister" | "finance minister" | "interior minister" => 5,
        "secretary-general" => 7,
        "opposition leader" | "party leader" => 2,
        _ => 3,
    }
}
