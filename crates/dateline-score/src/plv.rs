//! `plv FILE [CODEBOOK]`: one PLOVER root for a sentence whose source and target are given (PLV, Hu
//! and others 2024; `PLV_train.tsv`), with the fifteen roots of the set: YIELD is CONCEDE and RETREAT
//! together. With a folder of entries, these join or replace the built-in ones.
//!
//! Dateline codes every event of a sentence, the set asks for one: taken is the claim whose
//! participants stand in the given source and target, then the one whose trigger governs them, and
//! of equals the one nearest to the root of its sentence ([`answer`]). A sentence without any claim
//! is read by the codebook's words alone, without frames, classes and guards ([`near_miss`]); what
//! that cannot read either has no answer and counts as missed.
//!
//! The set's roots are CAMEO's under PLOVER's names, and PLOVER 2.0 moved some codes: blockades and
//! the taking of territory (191, 192) are ASSAULT there and COERCE here, findings of guilt (116) are
//! ACCUSE there and SANCTION here, an apology (055) is SUPPORT there and CONCEDE here. The answer is
//! therefore the root of the claim's CAMEO code, not its PLOVER type ([`root_of_code`]). Two habits
//! of CAMEO that PLOVER dropped are mapped as well ([`root_of`]): what is told as still to come is
//! its announcement (035 AGREE for yielding, 13 THREATEN for conflict), and cooperation that does
//! not come about is REJECT.
//!
//! `macro_f1`, `acc`: over the roots; `penta_f1`: macro F1 over the four classes of cooperation and
//! conflict that the set holds (column `gold_penta`; its fifth, neutral statements, does not occur).
//! Averages run over the classes of the annotation, as theirs do.

use crate::classes::Confusion;
use crate::given::{self, Filler, PartPlayed, Suffers, fillers, read};
use crate::measure::{Share, figure};
use anyhow::{Context, Result, bail};
use dateline::data::EventType;
use dateline::event::codebook::Codebook;
use dateline::event::codebook::pattern::Pattern;
use dateline::event::{Claim, Polarity, Tense};
use dateline::page::PartKind;
use dateline::text::{Document, Pos, Tok};
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

/// Runs the task: `FILE [CODEBOOK]`.
///
/// # Errors
/// If a file cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let (file, codebook) = match arguments {
        [file] => (file, None),
        [file, folder] => (file, Some(folder)),
        _ => bail!("usage: plv FILE [CODEBOOK]"),
    };
    let table = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let rows = parse(&table)?;
    let engine = match codebook {
        None => Engine::new().context("the engine cannot be set up")?,
        Some(folder) => with_codebook(folder)?,
    };
    let (mut roots, mut pentas) = (Confusion::default(), Confusion::default());
    let mut within_reach = Share::default();
    let mut report = String::new();
    for row in &rows {
        let whole = Span::new(0, row.text.len());
        let reading = read(&engine, &row.text, &[(PartKind::Paragraph, whole)]);
        let answer = answer(&reading, row);
        let root = match answer {
            Some(claim) => root_of(claim),
            None => near_miss(engine.codebook(), &reading, row),
        };
        roots.add(&row.root, root);
        pentas.add(&row.penta, root.and_then(penta_of));
        let mut claims = reading.claims.iter();
        within_reach.judge(claims.any(|c| root_of(c) == Some(row.root.as_str())));
        if root != Some(row.root.as_str()) {
            write_error(&mut report, row, answer, root)?;
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

/// The engine with the built-in codebook and the entries of a folder.
fn with_codebook(folder: &str) -> Result<Engine> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot open {folder}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push((path.display().to_string(), std::fs::read_to_string(&path)?));
        }
    }
    files.sort();
    let files = files.iter().map(|(n, t)| (n.as_str(), t.as_str()));
    Ok(Engine::with_codebook(Codebook::built_in_with(files)?)?)
}

fn write_error(
    report: &mut String,
    row: &Row,
    answer: Option<&Claim>,
    read_as: Option<&str>,
) -> Result<()> {
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
        None => {
            let guess = read_as.unwrap_or("nothing");
            writeln!(
                report,
                "{root} not read, by words {guess} | {pair} | {text}"
            )?;
        }
    }
    Ok(())
}

/// The set's root for a claim, `None` where it has none.
fn root_of(claim: &Claim) -> Option<&'static str> {
    let root = root_of_code(&claim.event.cameo)?;
    let class = penta_of(root);
    let cooperates = matches!(class, Some("1" | "2"));
    Some(match (claim.factuality.polarity, claim.factuality.tense) {
        (Polarity::Negative, _) if cooperates => "REJECT",
        (_, Tense::Future) if cooperates => "AGREE",
        (_, Tense::Future) if class == Some("4") => "THREATEN",
        _ => root,
    })
}

/// CAMEO's root under the set's name for it, after the set's own reading of CAMEO: sanctions (163)
/// count as COERCE, attacks on computers (176) as ASSAULT.
fn root_of_code(code: &str) -> Option<&'static str> {
    if code.starts_with("163") {
        return Some("COERCE");
    }
    if code.starts_with("176") {
        return Some("ASSAULT");
    }
    Some(match code.get(..2)? {
        "03" => "AGREE",
        "04" => "CONSULT",
        "05" => "SUPPORT",
        "06" => "COOPERATE",
        "07" => "AID",
        "08" => "YIELD",
        "09" | "11" => "ACCUSE",
        "10" => "REQUEST",
        "12" => "REJECT",
        "13" => "THREATEN",
        "14" => "PROTEST",
        "15" => "MOBILIZE",
        "16" => "SANCTION",
        "17" => "COERCE",
        "18" | "19" | "20" => "ASSAULT",
        _ => return None,
    })
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
        let depth = doc.tok(claim.head).ancestors().count();
        (fit(doc, claim, row), Reverse(depth), Reverse(claim.head))
    };
    // What a crowd gathers to demand is its protest (manual, exception to DEMAND).
    let of_protest = |claim: &Claim| {
        let trigger = doc.tok(claim.head);
        let carries = |c: &Claim| {
            c.event.kind == EventType::Protest && trigger.head().is_some_and(|h| h.i == c.head)
        };
        trigger.dep_in(&["advcl", "xcomp", "acl"]) && reading.claims.iter().any(carries)
    };
    let answerable = reading
        .claims
        .iter()
        .filter(|c| root_of(c).is_some() && !of_protest(c));
    answerable.max_by_key(rank)
}

/// How well a claim lies between the given participants: most for each that plays the part that it
/// is given for, less for each that its trigger governs, against it if the parts are exchanged.
fn fit(doc: &Document, claim: &Claim, row: &Row) -> i32 {
    let ours = fillers(doc, &claim.arguments, None, Suffers::Both);
    let stands_in = |part: PartPlayed, given: Option<Span>| {
        let in_given = |f: &Filler| {
            let words = f.heads.iter().chain(&f.resolved);
            given.is_some_and(|g| words.clone().any(|w| w.overlaps(g)))
        };
        ours.iter().any(|f| f.part == part && in_given(f))
    };
    let trigger = doc.tok(claim.head);
    let governs = |given: Option<Span>| {
        given.is_some_and(|g| {
            let mut words = doc.range(doc.tokens_in(g));
            words.any(|w| w.i != trigger.i && trigger.governs(w))
        })
    };
    let acts = stands_in(PartPlayed::Actor, row.source);
    let suffers = stands_in(PartPlayed::Patient, row.target)
        || (acts && stands_in(PartPlayed::Actor, row.target));
    let exchanged = !acts && stands_in(PartPlayed::Patient, row.source);
    4 * i32::from(acts) + 3 * i32::from(suffers) - i32::from(exchanged)
        + i32::from(governs(row.source))
        + i32::from(governs(row.target))
}

/// The root by the codebook's words alone, for a sentence that gives no claim: of the patterns whose
/// head is a word on the way from source to target, the one that finds most of its other words in the
/// sentence; classes, frames and guards are not asked.
fn near_miss(codebook: &Codebook, reading: &ArticleReading, row: &Row) -> Option<&'static str> {
    let doc = reading.document.as_ref()?;
    let given = |span: Option<Span>| span.map(|s| doc.tokens_in(s)).unwrap_or_default();
    let (source, target) = (given(row.source), given(row.target));
    let mut best: Option<(usize, &'static str)> = None;
    for tok in doc.toks() {
        let inside = source.contains(&tok.i) || target.contains(&tok.i);
        let governing = doc.range(target.clone()).any(|t| tok.governs(t))
            || doc.range(source.clone()).any(|t| tok.governs(t));
        if inside || !governing {
            continue;
        }
        for entry in codebook.entries() {
            let patterns = match tok.pos() {
                Pos::Verb | Pos::Aux => &entry.verbs,
                Pos::Noun | Pos::Propn => &entry.nouns,
                _ => continue,
            };
            for pattern in patterns {
                let Some(score) = words_found(pattern, tok) else {
                    continue;
                };
                let Some(root) = root_of_code(&entry.cameo) else {
                    continue;
                };
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, root));
                }
            }
        }
    }
    best.map(|(_, root)| root)
}

/// How many words of a pattern stand at and below its head, if the head is this word and no fixed
/// companion is missing.
fn words_found(pattern: &Pattern, tok: Tok<'_>) -> Option<usize> {
    if !given::pattern_lists(pattern, tok.lemma()) {
        return None;
    }
    let below = tok.subtree();
    let stands = |words: &[Box<str>]| {
        let is_it = |t: &Tok| words.iter().any(|w| **w == *t.lemma() || **w == *t.lower());
        below.iter().any(is_it)
    };
    if !pattern.companions.iter().all(|c| stands(c)) {
        return None;
    }
    let links = pattern.links.iter().filter(|l| stands(&l.words)).count();
    Some(1 + 3 * pattern.companions.len() + links)
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
        assert_eq!(root_of(taken), Some("ASSAULT"));
    }

    #[test]
    fn the_root_is_that_of_the_cameo_code() {
        let roots = ["080", "0841", "192", "116", "163", "055", "010"].map(root_of_code);
        let named = ["YIELD", "YIELD", "ASSAULT", "ACCUSE", "COERCE", "SUPPORT"].map(Some);
        assert_eq!(roots[..6], named);
        assert_eq!(roots[6], None);
    }

    #[test]
    fn without_a_claim_the_words_of_the_codebook_answer() {
        let engine = Engine::new().unwrap();
        let marked = "Will <s>the reefs</s> reject <t>the sand</t>?";
        let rows = parse(&format!("{HEADER}\n1\t{marked}\t3\tREJECT\n")).unwrap();
        let whole = Span::new(0, rows[0].text.len());
        let reading = read(&engine, &rows[0].text, &[(PartKind::Paragraph, whole)]);
        assert!(reading.claims.is_empty(), "the test wants a near miss");
        let root = near_miss(engine.codebook(), &reading, &rows[0]);
        assert_eq!(root, Some("REJECT"));
    }
}
