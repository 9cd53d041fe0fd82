//! `plv FILE`: one PLOVER root for a sentence whose source and target are given (PLV, Hu and others
//! 2024; `PLV_train.tsv`), with the fifteen roots of the set: YIELD is CONCEDE and RETREAT together.
//!
//! Dateline codes every event of a sentence, the set asks for one: taken is the claim whose actor
//! stands in the given source and whose recipient stands in the given target, then the one where
//! either does, and of equals the one nearest to the root of its sentence. A sentence without any
//! claim has no answer and counts as missed.
//!
//! The set follows CAMEO's roots, and PLOVER 2.0 moved some codes: blockades and the taking of
//! territory (191, 192) are ASSAULT there and COERCE here, a court's order to pay is ACCUSE there and
//! SANCTION here. Such answers count as wrong; nothing is mapped for the sake of the figure.
//!
//! `macro_f1`, `acc`: over the roots; `penta_f1`: macro F1 over the four classes of cooperation and
//! conflict that the set holds (column `gold_penta`; its fifth, neutral statements, does not occur).
//! Averages run over the classes of the annotation, as theirs do.

use crate::classes::Confusion;
use crate::given::{Filler, PartPlayed, Suffers, fillers, read};
use crate::measure::{Share, figure};
use anyhow::{Context, Result, bail};
use dateline::data::EventType;
use dateline::event::Claim;
use dateline::page::PartKind;
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use std::cmp::Reverse;
use std::fmt::Write;

/// Roots of the set with their class in `gold_penta`.
const ROOTS: [(&str, &str); 15] = [
    ("AGREE", "1"),
    ("CONSULT", "1"),
    ("SUPPORT", "1"),
    ("AID", "2"),
    ("COOPERATE", "2"),
    ("YIELD", "2"),
    ("ACCUSE", "3"),
    ("REJECT", "3"),
    ("REQUEST", "3"),
    ("THREATEN", "3"),
    ("ASSAULT", "4"),
    ("COERCE", "4"),
    ("MOBILIZE", "4"),
    ("PROTEST", "4"),
    ("SANCTION", "4"),
];

/// A row of the set.
#[derive(PartialEq, Eq, Debug)]
struct Row {
    text: String,
    source: Option<Span>,
    target: Option<Span>,
    root: String,
    penta: String,
}

/// Runs the task: `FILE`.
///
/// # Errors
/// If the file cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let [file] = arguments else {
        bail!("usage: plv FILE");
    };
    let table = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let rows = parse(&table)?;
    let engine = Engine::new().context("the engine cannot be set up")?;
    let (mut roots, mut pentas) = (Confusion::default(), Confusion::default());
    let mut within_reach = Share::default();
    let mut report = String::new();
    for row in &rows {
        let whole = Span::new(0, row.text.len());
        let reading = read(&engine, &row.text, &[(PartKind::Paragraph, whole)]);
        let answer = answer(&reading, row);
        let root = answer.map(|claim| root_of(claim.event.kind));
        roots.add(&row.root, root);
        pentas.add(&row.penta, root.and_then(penta_of));
        let mut claims = reading.claims.iter();
        within_reach.judge(claims.any(|c| root_of(c.event.kind) == row.root));
        if root != Some(row.root.as_str()) {
            write_error(&mut report, row, answer)?;
        }
    }
    write!(
        report,
        "{} sentences, {} without an answer; some claim has the right root in {within_reach}\n{roots}plv macro_f1={} acc={} penta_f1={}",
        rows.len(),
        roots.unanswered(),
        figure(roots.macro_f1()),
        figure(roots.accuracy().value()),
        figure(pentas.macro_f1()),
    )?;
    Ok(report)
}

fn write_error(report: &mut String, row: &Row, answer: Option<&Claim>) -> Result<()> {
    let Row {
        text,
        root,
        source,
        target,
        ..
    } = row;
    let words = |s: &Option<Span>| s.map_or("", |s| s.slice(text)).to_owned();
    let pair = format!("{} → {}", words(source), words(target));
    match answer {
        Some(claim) => {
            let why = claim.why.steps.first().map_or("", |s| s.what.as_str());
            writeln!(report, "{root} read as {why} | {pair} | {text}")?;
        }
        None => writeln!(report, "{root} not read | {pair} | {text}")?,
    }
    Ok(())
}

fn root_of(kind: EventType) -> &'static str {
    match kind {
        EventType::Concede | EventType::Retreat => "YIELD",
        other => other.name(),
    }
}

fn penta_of(root: &str) -> Option<&'static str> {
    ROOTS.iter().find(|(name, _)| *name == root).map(|r| r.1)
}

fn parse(table: &str) -> Result<Vec<Row>> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let column = |name: &str| {
        let found = header.iter().position(|h| *h == name);
        found.with_context(|| format!("no column {name}"))
    };
    let (marked, root, penta) = (
        column("marked_sentence")?,
        column("gold_root")?,
        column("gold_penta")?,
    );
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: usize| cells.get(at).copied().context("a short line");
        let (text, source, target) = unmark(&unquote(cell(marked)?));
        let root = cell(root)?.to_owned();
        if penta_of(&root).is_none() {
            bail!("unknown root {root}");
        }
        Ok(Row {
            text,
            source,
            target,
            root,
            penta: cell(penta)?.to_owned(),
        })
    };
    lines.filter(|l| !l.is_empty()).map(row).collect()
}

/// Cells with quotes in them are quoted as in CSV.
fn unquote(cell: &str) -> String {
    match cell.strip_prefix('"').and_then(|c| c.strip_suffix('"')) {
        Some(inner) if cell.contains("\"\"") => inner.replace("\"\"", "\""),
        _ => cell.to_owned(),
    }
}

/// The sentence without its marks, and what stood between `<s>` and `</s>`, `<t>` and `</t>`.
fn unmark(marked: &str) -> (String, Option<Span>, Option<Span>) {
    let (mut text, mut spans) = (String::new(), [None, None]);
    let mut open = [None, None];
    let mut rest = marked;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let marks = [
            ("<s>", 0, true),
            ("</s>", 0, false),
            ("<t>", 1, true),
            ("</t>", 1, false),
        ];
        let Some((mark, which, opens)) = marks.into_iter().find(|m| rest.starts_with(m.0)) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        if opens {
            open[which] = Some(text.len());
        } else if spans[which].is_none() {
            spans[which] = open[which].map(|start| Span::new(start, text.len()));
        }
        rest = &rest[mark.len()..];
    }
    text.push_str(rest);
    let [source, target] = spans;
    (text, source, target)
}

/// The claim that the row asks for.
fn answer<'r>(reading: &'r ArticleReading, row: &Row) -> Option<&'r Claim> {
    let doc = reading.document.as_ref()?;
    let rank = |claim: &&Claim| {
        let ours = fillers(doc, &claim.arguments, None, Suffers::Both);
        let depth = doc.tok(claim.head).ancestors().count();
        (fit(&ours, row), Reverse(depth), Reverse(claim.head))
    };
    reading.claims.iter().max_by_key(rank)
}

/// How many of the two given participants play the parts that they are given for.
fn fit(ours: &[Filler], row: &Row) -> usize {
    let stands_in = |part: PartPlayed, given: Option<Span>| {
        let in_given = |f: &Filler| {
            let words = f.heads.iter().chain(&f.resolved);
            given.is_some_and(|g| words.clone().any(|w| w.overlaps(g)))
        };
        ours.iter().any(|f| f.part == part && in_given(f))
    };
    usize::from(stands_in(PartPlayed::Actor, row.source))
        + usize::from(stands_in(PartPlayed::Patient, row.target))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "\tmarked_sentence\tgold_penta\tgold_root";

    #[test]
    fn marks_become_spans() {
        let (text, source, target) = unmark("<s>Kalem</s> sued <t>Ruvia</t> at x < y.");
        assert_eq!(text, "Kalem sued Ruvia at x < y.");
        assert_eq!(source.unwrap().slice(&text), "Kalem");
        assert_eq!(target.unwrap().slice(&text), "Ruvia");
    }

    #[test]
    fn quoted_cells_and_unknown_roots() {
        let line = "1\t\"<s>Kalem</s> called it \"\"war\"\".\"\t3\tACCUSE";
        let rows = parse(&format!("{HEADER}\n{line}\n")).unwrap();
        assert_eq!(rows[0].text, "Kalem called it \"war\".");
        assert_eq!(rows[0].target, None);
        assert!(parse(&format!("{HEADER}\n1\tKalem\t3\tPRAISE\n")).is_err());
    }

    #[test]
    fn the_claim_between_source_and_target_is_taken() {
        let engine = Engine::new().unwrap();
        let marked =
            "Ruvia said <s>Kalem</s> bombed <t>its port</t> after Ruvia accused Danu of fraud.";
        let rows = parse(&format!("{HEADER}\n1\t{marked}\t4\tASSAULT\n")).unwrap();
        let whole = Span::new(0, rows[0].text.len());
        let reading = read(&engine, &rows[0].text, &[(PartKind::Paragraph, whole)]);
        assert!(reading.claims.len() > 1, "the test wants a choice");
        let taken = answer(&reading, &rows[0]).unwrap();
        assert_eq!(root_of(taken.event.kind), "ASSAULT");
    }

    #[test]
    fn concessions_and_retreats_are_one_root() {
        assert_eq!(root_of(EventType::Concede), "YIELD");
        assert_eq!(penta_of(root_of(EventType::Retreat)), Some("2"));
    }
}
