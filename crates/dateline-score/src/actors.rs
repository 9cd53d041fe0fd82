//! `actors FILE`: who an actor was on the day: state, sector and office of mentions in sentences.
//!
//! The table has the columns `date country sector office text`, the mention in square brackets; `|`
//! parts answers that are equally right, `-` is no office, `UNK` no state or sector. A mention is
//! right where all three are; an office counts by its class ("secretary of state" is "foreign
//! minister"), an expected office "former X" where the engine says that X is over.

use crate::measure::figure;
use anyhow::{Context, Result, bail};
use dateline::Engine;
use dateline::data::ActorTable;
use dateline::data::actors::office_class;
use dateline::event::resolve::{ActorCode, Actors};
use dateline::event::{Layers, Toponyms};
use dateline::text::{Coref, attribution};
use dateline_span::Span;
use jiff::civil::Date;
use std::fmt::Write;

/// Runs the task: `FILE`.
///
/// # Errors
/// If the table or the engine's data cannot be read.
pub fn run(arguments: &[String]) -> Result<String> {
    let [file] = arguments else {
        bail!("name the table of mentions");
    };
    let table = std::fs::read_to_string(file).with_context(|| file.clone())?;
    let mentions = parse(&table)?;
    let engine = Engine::new()?;
    let mut report = String::new();
    let (mut country, mut sector, mut office, mut all) = (0, 0, 0, 0);
    for mention in &mentions {
        let code = mention.resolve(&engine);
        let right = mention.judge(code.as_ref());
        country += usize::from(right[0]);
        sector += usize::from(right[1]);
        office += usize::from(right[2]);
        if right == [true; 3] {
            all += 1;
        } else {
            mention.write_error(&mut report, code.as_ref())?;
        }
    }
    let share =
        |count: usize| figure((!mentions.is_empty()).then(|| count as f64 / mentions.len() as f64));
    writeln!(report, "{} mentions", mentions.len())?;
    write!(
        report,
        "actors acc={} country={} sector={} office={}",
        share(all),
        share(country),
        share(sector),
        share(office)
    )?;
    Ok(report)
}

/// A row of the table.
struct Mention {
    date: Date,
    country: String,
    sector: String,
    office: String,
    text: String,
    span: Span,
}

fn parse(table: &str) -> Result<Vec<Mention>> {
    let mut rows = table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let Some((_, header)) = rows.next() else {
        bail!("the table is empty");
    };
    let header: Vec<&str> = header.split('\t').collect();
    let column = |name: &str| {
        let found = header.iter().position(|h| *h == name);
        found.with_context(|| format!("there is no column `{name}`"))
    };
    let places = [
        column("date")?,
        column("country")?,
        column("sector")?,
        column("office")?,
        column("text")?,
    ];
    let mut mentions = Vec::new();
    for (i, line) in rows {
        let cells: Vec<&str> = line.split('\t').collect();
        let [date, country, sector, office, text] =
            places.map(|place| cells.get(place).copied().unwrap_or_default());
        let place = || format!("line {}", i + 1);
        let (before, rest) = text.split_once('[').with_context(place)?;
        let (inside, after) = rest.split_once(']').with_context(place)?;
        mentions.push(Mention {
            date: date.parse().with_context(place)?,
            country: country.to_owned(),
            sector: sector.to_owned(),
            office: office.to_owned(),
            text: format!("{before}{inside}{after}"),
            span: Span::new(before.len(), before.len() + inside.len()),
        });
    }
    Ok(mentions)
}

impl Mention {
    fn resolve(&self, engine: &Engine) -> Option<ActorCode> {
        let parts = [Span::new(0, self.text.len())];
        let doc = engine.read_parts(&self.text, &parts);
        let attributions = attribution::find(&doc);
        let coref = Coref::find(&doc, &[], &attributions);
        let layers = Layers {
            doc: &doc,
            title: None,
            captions: &[],
            quotes: &[],
            attributions: &attributions,
            coref: &coref,
            times: &[],
            quantities: &[],
            places: Toponyms::NONE,
        };
        let mut inside = doc.tokens_in(self.span);
        let head = inside.find(|&i| {
            let head = doc.tok(i).head();
            head.is_none_or(|h| !self.span.contains(h.span()))
        });
        let fullest = head.and_then(|head| coref.antecedent(head));
        let day = Some(self.date);
        let asked = [(self.span, fullest.map(|a| a.span), day)];
        let actors = Actors::find(&layers, ActorTable::built_in(), asked);
        actors.of(self.span, day).cloned()
    }

    /// Whether state, sector and office are right.
    fn judge(&self, code: Option<&ActorCode>) -> [bool; 3] {
        let value = |field: fn(&ActorCode) -> &Option<String>| {
            code.and_then(|code| field(code).as_deref())
                .unwrap_or("UNK")
        };
        let one_of = |gold: &str, found: &str| gold.split('|').any(|answer| answer == found);
        let found = code.and_then(|code| code.office.as_deref()).unwrap_or("-");
        let former = code.and_then(|code| code.former_office.as_deref());
        let office = self
            .office
            .split('|')
            .any(|gold| match gold.strip_prefix("former ") {
                Some(gold) => {
                    former.is_some_and(|office| office_class(office) == office_class(gold))
                }
                None => office_class(found) == office_class(gold),
            });
        [
            one_of(&self.country, value(|code| &code.country)),
            one_of(&self.sector, value(|code| &code.sector)),
            office,
        ]
    }

    fn write_error(&self, report: &mut String, code: Option<&ActorCode>) -> Result<()> {
        let words = self.span.slice(&self.text);
        let (date, country, sector, office) =
            (self.date, &self.country, &self.sector, &self.office);
        writeln!(report, "{date} {words}: {country} {sector} {office}")?;
        match code {
            None => writeln!(report, "    nothing")?,
            Some(code) => writeln!(
                report,
                "    {:?} {:?} {:?} former {:?} ({}): {}",
                code.country, code.sector, code.office, code.former_office, code.score, code.reason
            )?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_the_mention_and_its_place() {
        let table = "# licence\ndate\tcountry\tsector\toffice\ttext\n\
                     2006-05-10\tRUS\tGOV\tpresident\tOn Monday [Vladimir Putin] spoke.\n";
        let mentions = parse(table).unwrap();
        assert_eq!(mentions[0].span.slice(&mentions[0].text), "Vladimir Putin");
        assert!(parse("date\ttext\n").is_err());
    }
}
