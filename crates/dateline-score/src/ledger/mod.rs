//! `ledger DIR`: one annotated page against what the engine reads out of it.
//!
//! DIR holds `page.txt` and `gold.json`, and may hold `traps.toml`. Where the annotation gives an
//! article's `published`, the page is read with that date and times are scored against
//! `time_value_if_published…`, else against `time_value`. How claims are matched is told in
//! [`align`], how fields are judged in [`fields`], the traps in [`traps`]. Fields that the annotation
//! calls contestable are counted apart and stand in no figure of the last line.

pub mod align;
pub mod cluster;
pub mod fields;
pub mod gold;
pub mod oracle;
pub mod page_score;
pub mod predicted;
pub mod reading;
pub mod reference;
pub mod referent;
pub mod report;
pub mod trap_check;
pub mod traps;

use anyhow::{Context, Result, bail};
use dateline_span::Span;
use gold::{DatedValues, Gold};
use predicted::Predicted;
use std::collections::BTreeMap;
use std::path::Path;
use trap_check::{TrapCheck, TrapReport};
use traps::TrapFile;

/// Traps of pages whose folder holds none of its own; found by the page's digest.
const BUILT_IN_TRAPS: [&str; 1] = [include_str!("../../data/traps-syria-page.toml")];

/// The text of a page with its lines.
pub struct PageText {
    /// The text.
    pub text: String,
    /// First byte of each line.
    starts: Vec<usize>,
}

impl PageText {
    /// Finds the lines of a text.
    pub fn new(text: String) -> Self {
        let breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, b)| *b == b'\n')
            .map(|(i, _)| i + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        Self { text, starts }
    }

    /// The words of a 1-based line; empty beyond the last.
    pub fn line(&self, line: u32) -> &str {
        self.text
            .split('\n')
            .nth((line as usize).saturating_sub(1))
            .unwrap_or("")
    }

    /// The 1-based lines that a span touches.
    pub fn lines_of(&self, span: Span) -> std::ops::RangeInclusive<u32> {
        let line_of = |byte: u32| self.starts.partition_point(|s| *s <= byte as usize) as u32;
        line_of(span.start)..=line_of(span.end.saturating_sub(1).max(span.start))
    }
}

/// An annotated page as its folder holds it.
pub struct GoldPage {
    /// The page.
    pub page: PageText,
    /// Its annotation.
    pub gold: Gold,
    /// Times as they are once the publication date is known.
    pub dated_values: DatedValues,
    /// What must not be read out of it.
    pub traps: Option<TrapFile>,
}

impl GoldPage {
    /// Reads a folder.
    ///
    /// # Errors
    /// If a file is missing or malformed.
    pub fn open(dir: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = dir.join(name);
            std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))
        };
        if !dir.is_dir() {
            bail!("{} is not a folder", dir.display());
        }
        let json = read("gold.json")?;
        let own_traps = dir
            .join("traps.toml")
            .exists()
            .then(|| read("traps.toml"))
            .transpose()?;
        Self::parse(read("page.txt")?, &json, own_traps.as_deref())
            .with_context(|| format!("in {}", dir.display()))
    }

    /// From the contents of the folder's files.
    ///
    /// # Errors
    /// If one is malformed.
    pub fn parse(page: String, json: &str, own_traps: Option<&str>) -> Result<Self> {
        let gold: Gold = serde_json::from_str(json).context("gold.json")?;
        let dated_values = DatedValues::collect(&serde_json::from_str(json)?);
        let traps = match own_traps {
            Some(text) => Some(TrapFile::parse(text).context("traps.toml")?),
            None => built_in_traps(&gold.document.sha256)?,
        };
        Ok(Self {
            page: PageText::new(page),
            gold,
            dated_values,
            traps,
        })
    }

    /// Whether an article of the annotation states when it was published.
    pub fn is_dated(&self, article: &str) -> bool {
        self.gold
            .articles
            .iter()
            .any(|a| a.id == article && a.published.is_some())
    }
}

fn built_in_traps(sha256: &str) -> Result<Option<TrapFile>> {
    for text in BUILT_IN_TRAPS {
        let file = TrapFile::parse(text).context("built-in traps")?;
        if file.page_sha256 == sha256 {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

/// Everything measured on one page.
pub struct LedgerScore {
    /// The cut of the page and its quotes.
    pub page: page_score::PageScore,
    /// Our claims beside those of the annotation.
    pub alignment: align::Alignment,
    /// Field by field, for each pair.
    pub claims: Vec<fields::ClaimScore>,
    /// Incidents.
    pub incidents: cluster::BCubed,
    /// What must not be read; `None` where nothing is encoded for the page.
    pub traps: Option<TrapReport>,
}

/// Measures what was read out of a page.
///
/// # Errors
/// If the page's traps refer to what its annotation does not hold.
pub fn score(gold_page: &GoldPage, predicted: &Predicted) -> Result<LedgerScore> {
    let GoldPage {
        page,
        gold,
        dated_values,
        traps,
    } = gold_page;
    let referents = referent::Referents::new(gold);
    let alignment = align::align(gold, predicted, &page.text);
    let score_pair = |pair: &(usize, usize)| {
        let claim = &gold.claims[pair.0];
        let dated = gold_page.is_dated(&claim.article).then_some(dated_values);
        fields::score(*pair, claim, predicted, &referents, dated)
    };
    let claims = alignment.pairs.iter().map(score_pair).collect();
    let dated = gold.articles.iter().any(|a| a.published.is_some());
    let trap_check = TrapCheck {
        references: reference::References {
            gold,
            page: &page.text,
        },
        predicted,
        page,
        dated,
    };
    Ok(LedgerScore {
        page: page_score::score(gold, predicted, page),
        incidents: cluster::BCubed::of(&incident_items(gold, predicted, &alignment)),
        claims,
        alignment,
        traps: traps.as_ref().map(|t| trap_check.run(t)).transpose()?,
    })
}

/// The matched claims with their incidents. A claim in none stands alone; one that only probably
/// belongs to its incident is contestable and left out.
fn incident_items(
    gold: &Gold,
    predicted: &Predicted,
    alignment: &align::Alignment,
) -> Vec<cluster::Item> {
    let mut incidents: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, incident) in gold.incidents.iter().enumerate() {
        for claim in &incident.claims {
            incidents.entry(claim).or_default().push(index);
        }
    }
    let is_probable = |id: &String| gold.incidents.iter().any(|i| i.probable.contains(id));
    let item = |(g, p): &(usize, usize)| {
        let id = &gold.claims[*g].id;
        let alone = |n: usize, count: usize| std::iter::once(count + n).collect();
        let ours = predicted.incidents_of(*p);
        cluster::Item {
            gold: incidents.get(id.as_str()).map_or_else(
                || alone(*g, gold.incidents.len()),
                |i| i.iter().copied().collect(),
            ),
            ours: if ours.is_empty() {
                alone(*p, predicted.incidents.len())
            } else {
                ours
            },
        }
    };
    let firm = alignment
        .pairs
        .iter()
        .filter(|(g, _)| !is_probable(&gold.claims[*g].id));
    firm.map(item).collect()
}

const USAGE: &str = "usage: ledger DIR [--all] [--oracle]";

/// `ledger DIR [--all] [--oracle]`: reads the page with the engine and scores it. `--all` shows the
/// right fields of each claim too. With `--oracle` the annotation itself is scored as though it had
/// been read: a check of annotation, traps and scorer, which must give 1 everywhere and catch nothing.
///
/// # Errors
/// If the folder is not an annotated page, or the engine cannot be set up.
pub fn run(args: &[String]) -> Result<String> {
    let (flags, dirs): (Vec<&str>, Vec<&str>) = args
        .iter()
        .map(String::as_str)
        .partition(|a| a.starts_with("--"));
    let [dir] = dirs[..] else { bail!(USAGE) };
    if flags.iter().any(|f| !["--all", "--oracle"].contains(f)) {
        bail!(USAGE);
    }
    let gold_page = GoldPage::open(Path::new(dir))?;
    let predicted = if flags.contains(&"--oracle") {
        oracle::predict(&gold_page)
    } else {
        reading::read(&gold_page)?
    };
    let score = score(&gold_page, &predicted)?;
    Ok(report::report(
        &gold_page,
        &predicted,
        &score,
        flags.contains(&"--all"),
    ))
}
