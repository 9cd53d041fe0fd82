//! Tables of actors that a user brings: the TSV of `data/actors`, or an actor dictionary of
//! PETRARCH (`NAME_ [CODE date-date]`, `+ALIAS_` below it, one restriction a line or a bracket).

use super::{ActorRow, lines};
use jiff::civil::Date;
use std::fmt;

/// What was read from a table.
#[derive(Debug, Default)]
pub struct Imported {
    /// The rows that are whole.
    pub rows: Vec<ActorRow>,
    /// The lines that are not.
    pub problems: Vec<Problem>,
}

/// A line that could not be read; the rest was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

const HEADER: &str = "country\tsector\toffice\tnames\tfrom\tto\tparent";

/// Reads a table of actors; which of the two formats it is in, its first row tells.
pub fn import(source: &str) -> Imported {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let is_tsv = lines(source)
        .next()
        .is_some_and(|(_, line)| line.split('\t').count() >= 4);
    if is_tsv {
        tsv(source)
    } else {
        Dictionary::default().read(source)
    }
}

/// Rows as the TSV that [`import`] reads.
pub fn to_tsv(rows: &[ActorRow]) -> String {
    let date = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
    let mut out = format!("{HEADER}\n");
    for row in rows {
        let columns = [
            row.country.clone(),
            row.sector.clone(),
            row.office.clone(),
            row.names.join("|"),
            date(row.from),
            date(row.to),
            row.parent.clone(),
        ];
        out.push_str(&columns.join("\t"));
        out.push('\n');
    }
    out
}

fn tsv(source: &str) -> Imported {
    let mut imported = Imported::default();
    for (line, text) in lines(source) {
        if text == HEADER {
            continue;
        }
        match tsv_row(text) {
            Ok(row) => imported.rows.push(row),
            Err(what) => imported.problems.push(Problem { line, what }),
        }
    }
    imported
}

fn tsv_row(line: &str) -> Result<ActorRow, String> {
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    let [country, sector, office, names, rest @ ..] = columns.as_slice() else {
        return Err(format!("{} columns instead of 4 to 7", columns.len()));
    };
    if rest.len() > 3 {
        return Err(format!("{} columns instead of 4 to 7", columns.len()));
    }
    let column = |i: usize| rest.get(i).copied().unwrap_or_default();
    let names: Vec<String> = names
        .split('|')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        return Err("it has no name".to_owned());
    }
    let row = ActorRow {
        country: code(country)?.to_owned(),
        sector: sector_code(sector)?.to_owned(),
        office: (*office).to_owned(),
        names,
        from: day(column(0), End::First)?,
        to: day(column(1), End::Last)?,
        parent: column(2).to_owned(),
    };
    in_order(row)
}

fn in_order(row: ActorRow) -> Result<ActorRow, String> {
    match (row.from, row.to) {
        (Some(from), Some(to)) if to < from => {
            Err(format!("it ends ({to}) before it begins ({from})"))
        }
        _ => Ok(row),
    }
}

fn code(text: &str) -> Result<&str, String> {
    let is_code = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    is_code
        .then_some(text)
        .ok_or_else(|| format!("`{text}` is no code of three capitals"))
}

/// PLOVER's sectors.
const SECTORS: [&str; 26] = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
    "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "NGO",
];

fn sector_code(text: &str) -> Result<&str, String> {
    let known = SECTORS.contains(&text) || text == "IGO";
    known
        .then_some(text)
        .ok_or_else(|| format!("`{text}` is no PLOVER sector"))
}

#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

/// A day as fine as it is known: `2011`, `2011-02`, `2011-02-11`.
fn day(text: &str, end: End) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let bad = || format!("`{text}` is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
    let mut parts = text.split('-');
    let year = parts.next().filter(|y| y.len() == 4).ok_or_else(bad)?;
    let year: i16 = year.parse().map_err(|_| bad())?;
    let mut part = || {
        parts
            .next()
            .map(|p| p.parse::<i8>().map_err(|_| bad()))
            .transpose()
    };
    let (month, number) = (part()?, part()?);
    if parts.next().is_some() {
        return Err(bad());
    }
    let first = Date::new(year, month.unwrap_or(1), number.unwrap_or(1)).map_err(|_| bad())?;
    Ok(Some(match (end, month, number) {
        (End::Last, None, _) => first.last_of_year(),
        (End::Last, Some(_), None) => first.last_of_month(),
        _ => first,
    }))
}

/// A PETRARCH dictionary while it is read: the entry that is open.
#[derive(Default)]
struct Dictionary {
    imported: Imported,
    names: Vec<String>,
    rows: Vec<ActorRow>,
    /// Where its first name stands.
    opened: usize,
}

impl Dictionary {
    fn read(mut self, source: &str) -> Imported {
        for (line, text) in lines(source) {
            // PETRARCH's comments begin with `#`, TABARI's with `;`.
            let text = text.split(['#', ';']).next().unwrap_or_default().trim_end();
            if text.trim().is_empty() {
                continue;
            }
            if let Err(what) = self.line(line, text) {
                self.imported.problems.push(Problem { line, what });
            }
        }
        self.close();
        self.imported.problems.sort_by_key(|problem| problem.line);
        self.imported
    }

    fn line(&mut self, line: usize, text: &str) -> Result<(), String> {
        let (name, codes) = text
            .split_once('[')
            .map_or((text, ""), |(name, codes)| (name, codes));
        let name = name.trim();
        if let Some(alias) = name.strip_prefix('+') {
            if self.names.is_empty() {
                return Err("an alias without an actor above it".to_owned());
            }
            self.names.push(plain(alias)?);
        } else if !name.is_empty() {
            self.close();
            self.opened = line;
            self.names.push(plain(name)?);
        } else if self.names.is_empty() {
            return Err("a code without an actor above it".to_owned());
        }
        for bracket in codes.split('[').filter(|c| !c.trim().is_empty()) {
            let inside = bracket
                .trim()
                .strip_suffix(']')
                .ok_or("a bracket is not closed")?;
            self.rows.push(restriction(inside)?);
        }
        Ok(())
    }

    /// Ends the open entry. One without any code says nothing of its actor; that is told once, where
    /// its codes are not broken ones told already.
    fn close(&mut self) {
        let names = std::mem::take(&mut self.names);
        let problems = &mut self.imported.problems;
        let told = problems.last().is_some_and(|last| last.line >= self.opened);
        if let (Some(name), true, false) = (names.first(), self.rows.is_empty(), told) {
            problems.push(Problem {
                line: self.opened,
                what: format!("“{name}” has no code in brackets"),
            });
        }
        for row in std::mem::take(&mut self.rows) {
            let names = names.clone();
            self.imported.rows.push(ActorRow { names, ..row });
        }
    }
}

/// A name as a person writes it: `HAMID_KARZAI_` is "Hamid Karzai".
fn plain(name: &str) -> Result<String, String> {
    let words = name.trim().trim_end_matches(['_', '=']).split(['_', ' ']);
    let title = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| {
            let rest: String = letters.flat_map(char::to_lowercase).collect();
            first.to_uppercase().chain(rest.chars()).collect()
        })
    };
    let words: Vec<String> = words.filter(|w| !w.is_empty()).map(title).collect();
    if words.is_empty() {
        return Err("it has no name".to_owned());
    }
    Ok(words.join(" "))
}

/// `AFGGOV 011222-140929`, `AFGELI >140929`, `AFGELI <20011222`, `AFG`.
fn restriction(inside: &str) -> Result<ActorRow, String> {
    let mut parts = inside.split_whitespace();
    let text = parts.next().ok_or("a bracket is empty")?;
    if !text.is_ascii() || text.len() < 3 {
        return Err(format!("`{text}` is no CAMEO code"));
    }
    let sector = match text.get(3..6) {
        None => "UNK",
        Some(role) => cameo_role(role),
    };
    let mut row = ActorRow {
        country: code(&text[..3])?.to_owned(),
        sector: sector.to_owned(),
        ..ActorRow::default()
    };
    match parts.next() {
        None => (),
        Some(range) => {
            let previous = |d: Date| d.yesterday().map_err(|e| e.to_string());
            let next = |d: Date| d.tomorrow().map_err(|e| e.to_string());
            if let Some(date) = range.strip_prefix('<') {
                row.to = Some(previous(compact_day(date)?)?);
            } else if let Some(date) = range.strip_prefix('>') {
                row.from = Some(next(compact_day(date)?)?);
            } else {
                let (from, to) = range
                    .split_once('-')
                    .ok_or_else(|| format!("`{range}` is no range of dates"))?;
                row.from = Some(compact_day(from)?);
                row.to = Some(compact_day(to)?);
            }
        }
    }
    in_order(row)
}

/// CAMEO's roles as PLOVER's sectors; what neither has is `UNK`.
fn cameo_role(role: &str) -> &'static str {
    match role {
        "MED" => "JRN",
        "HLH" => "MED",
        "INS" | "SEP" | "RAD" => "REB",
        "HRI" | "ENV" | "NGO" => "SOC",
        _ => SECTORS.into_iter().find(|s| *s == role).unwrap_or("UNK"),
    }
}

/// `YYMMDD` (years after 30 are of the twentieth century) or `YYYYMMDD`.
fn compact_day(text: &str) -> Result<Date, String> {
    let bad = || format!("`{text}` is no date (YYMMDD or YYYYMMDD)");
    if !text.bytes().all(|b| b.is_ascii_digit()) || !matches!(text.len(), 6 | 8) {
        return Err(bad());
    }
    let (year, rest) = text.split_at(text.len() - 4);
    let mut number: i16 = year.parse().map_err(|_| bad())?;
    if year.len() == 2 {
        number += if number > 30 { 1900 } else { 2000 };
    }
    let part = |range: std::ops::Range<usize>| rest[range].parse::<i8>().map_err(|_| bad());
    Date::new(number, part(0..2)?, part(2..4)?).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_name_without_a_code_is_reported_and_a_comment_is_no_name() {
        let imported = import(
            "BLACK_MICHAEL_ ; the duke\n\t[RURREB]\nNOBODY KNOWS WHO [\n+HE\nRUPERT_ [rur]\nSAPT_ [RURMIL]\n@last\n",
        );
        let names: Vec<&str> = imported
            .rows
            .iter()
            .map(|row| row.names[0].as_str())
            .collect();
        assert_eq!(names, ["Black Michael", "Sapt"]);
        let problems: Vec<String> = imported.problems.iter().map(Problem::to_string).collect();
        assert_eq!(
            problems,
            [
                "line 3: “Nobody Knows Who” has no code in brackets",
                "line 5: `rur` is no code of three capitals",
                "line 7: “@last” has no code in brackets",
            ]
        );
    }

    #[test]
    fn a_petrarch_dictionary_is_read_with_aliases_and_dates() {
        let imported = import(
            "# actors of Ruritania\n\
             RUDOLF_RASSENDYLL_  [RURGOV 940101-20011231][RURELI >011231] # the king\n\
             +KING_RUDOLF_\n\
             BLACK_MICHAEL_\n\t[RURREB <940101]\n\t[RURMED 940101-950101]\n",
        );
        assert_eq!(imported.problems, []);
        let rows = imported.rows;
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0].names, ["Rudolf Rassendyll", "King Rudolf"]);
        assert_eq!(
            (rows[0].from, rows[0].to),
            (Some(date(1994, 1, 1)), Some(date(2001, 12, 31)))
        );
        assert_eq!(
            (rows[1].sector.as_str(), rows[1].from),
            ("ELI", Some(date(2002, 1, 1)))
        );
        assert_eq!(
            (rows[2].country.as_str(), rows[2].to),
            ("RUR", Some(date(1993, 12, 31)))
        );
        assert_eq!(rows[3].sector, "JRN");
    }

    #[test]
    fn broken_lines_are_reported_by_number_and_the_rest_is_loaded() {
        let imported = import(
            "country\tsector\toffice\tnames\tfrom\tto\tparent\n\
             RUR\tGOV\tking\tRudolf V|King Rudolf\t1994\t2001-02\t\n\
             RUR\tGOV\tking\t\t1994\t\t\n\
             Ruritania\tGOV\tking\tX\t\t\t\n\
             RUR\tKING\tking\tX\t\t\t\n\
             RUR\tGOV\tking\tX\t2001-02-30\t\t\n\
             RUR\tGOV\tking\tX\t2001\t1999\t\n\
             RUR\tGOV\n",
        );
        assert_eq!(imported.rows.len(), 1);
        assert_eq!(imported.rows[0].to, Some(date(2001, 2, 28)));
        let lines: Vec<usize> = imported.problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [3, 4, 5, 6, 7, 8]);
        let imported =
            import("+ALIAS_\n\t[RUR]\nA_ [RU]\nB_ [RURGOV 9413-]\nC_ [RURGOV\nD_ [RUR]\n");
        assert_eq!(imported.problems.len(), 5);
        assert_eq!(imported.rows.len(), 1);
    }

    #[test]
    fn what_is_written_reads_as_the_same_rows() {
        let rows = import("A_B_ [RURGOV 940101-950101]\n").rows;
        assert_eq!(import(&to_tsv(&rows)).rows, rows);
    }
}
