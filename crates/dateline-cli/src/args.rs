//! What a person types.

use crate::values;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use dateline_store::{Bounds, ClaimFilter, ExportFormat};
use jiff::civil::Date;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Reads news pages and keeps the record: who says that who did what to whom, where, when, how
/// surely.
#[derive(Debug, Parser)]
#[command(
    name = "dateline",
    version,
    propagate_version = true,
    max_term_width = 100
)]
#[command(
    after_help = "Exit status: 0 done; 1 done, but some pages were quarantined or examples \
    failed; 2 wrong usage; 3 a file could not be opened or written, what was stored before is kept; \
    130 interrupted, whole articles are kept."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// What a person typed; wrong usage ends the program here, with status 2.
    pub fn checked() -> Self {
        let cli = Self::parse();
        let filter = match &cli.command {
            Command::Query(query) => Some(&query.filter),
            Command::Export(export) => Some(&export.filter),
            _ => None,
        };
        if let Some(problem) = filter.and_then(Filter::problem) {
            let mut command = Self::command();
            command.error(ErrorKind::ValueValidation, problem).exit();
        }
        cli
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read pages and print the ledger, or store it
    Read(Read),
    /// Print what a stored ledger holds
    Show(Show),
    /// Find claims in a stored ledger by time, place, actor, type, source, certainty, words
    Query(Query),
    /// Write a stored ledger in a format of the field
    Export(Export),
    /// Store what `read --format jsonl` or `export --format jsonl` wrote
    Import(Import),
    /// Draw claims to be checked by people
    Sample(Sample),
    /// Check drawn claims, field by field
    Review(Review),
    /// How right the checked claims are, with confidence intervals
    Report(Report),
    /// Put the incidents of all articles of a stored ledger together that tell one happening
    Fuse(Fuse),
    /// Say of incidents across articles that they are one or not; a decision outlives every fusion
    #[command(subcommand)]
    Incident(IncidentCommand),
    /// Explain a claim (the words, the codebook entry, each decision) or an incident (who says what, why
    /// it was put together)
    Explain(Explain),
    /// Work on the codebook
    #[command(subcommand)]
    Codebook(CodebookCommand),
    /// Work on the table of actors
    #[command(subcommand)]
    Actors(ActorsCommand),

    /// Work on the gazetteer: what places there are
    #[command(subcommand)]
    Places(PlacesCommand),
}

/// How text is laid out for people.
#[derive(Clone, Copy, Debug, Args)]
pub struct Layout {
    /// Colour and emphasis; `auto` means on a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Columns to fill; without it the terminal's width, or 100 in a pipe
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    pub width: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// How pages are read.
#[derive(Clone, Debug, Args)]
pub struct Reading {
    /// Publication date of articles that state none; without it their dates stay relative
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub published: Option<Date>,
    /// Folder of codebook entries that join or replace the built-in ones
    #[arg(long, value_name = "DIR")]
    pub codebook: Option<PathBuf>,
    /// Actors that go before the built-in ones: a TSV as in data/actors, or a PETRARCH dictionary
    #[arg(long, value_name = "FILE")]
    pub actors: Option<PathBuf>,
    /// File of further places, made by `dateline places import`; may be given several times
    #[arg(long, value_name = "FILE")]
    pub places: Vec<PathBuf>,
    /// Pages read at once; without it as many as there are processors
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Args)]
pub struct Read {
    /// Files (text, HTML, JSON Lines, RSS or Atom, web archives, any of them gzipped), folders (their .txt,
    /// .html, .json, .jsonl, .xml, .rss, .atom, .warc and .wet files, in order), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What to print; without it the ledger, or with --into nothing
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Store everything in this ledger, which is made if need be
    #[arg(long, value_name = "FILE")]
    pub into: Option<PathBuf>,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub layout: Layout,
    /// Neither progress nor summary
    #[arg(short, long)]
    pub quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Ledger,
    /// One record a line, its kind in `record`
    Jsonl,
    /// One row a claim
    Csv,
}

#[derive(Debug, Args)]
pub struct Show {
    /// The ledger
    pub db: PathBuf,
    /// Article, claim or incident: its id or the beginning of one. Without it: the list of articles
    #[arg(conflicts_with = "search")]
    pub id: Option<String>,
    /// Find claims and articles that hold all these words
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// Print the stored record instead of the layout for people
    #[arg(long, requires = "id")]
    pub json: bool,
    #[command(flatten)]
    pub layout: Layout,
}

/// Which claims: those that meet every condition.
#[derive(Clone, Debug, Default, Args)]
pub struct Filter {
    /// The event surely happened on this day or later; a month (YYYY-MM) or year is its first day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::first_day)]
    pub from: Option<Date>,
    /// The event surely happened on this day or earlier; a month (YYYY-MM) or year is its last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::last_day)]
    pub until: Option<Date>,
    /// All these words are in the names of its place and the places around
    #[arg(long, value_name = "WORDS")]
    pub place: Option<String>,
    /// Its place lies in this box of degrees; west greater than east crosses the antimeridian
    #[arg(
        long = "box",
        value_name = "WEST,SOUTH,EAST,NORTH",
        value_parser = values::bounds,
        allow_hyphen_values = true
    )]
    pub bounds: Option<Bounds>,
    /// All these words are in the names of its participants
    #[arg(long, value_name = "WORDS")]
    pub actor: Option<String>,
    /// It happened in this country (ISO 3166-1 alpha-3)
    #[arg(long, value_name = "CODE", value_parser = values::country)]
    pub country: Option<String>,
    /// One of its participants belongs to this country (ISO 3166-1 alpha-3) or body (UNO, EUR …)
    #[arg(long, value_name = "CODE", value_parser = values::actor_country)]
    pub actor_country: Option<String>,
    /// PLOVER type, or type and mode: ASSAULT, ASSAULT/drone
    #[arg(long = "type", value_name = "TYPE", value_parser = values::event)]
    pub event: Option<String>,
    /// All these words are in the names of its sources or its outlet
    #[arg(long, value_name = "WORDS")]
    pub source: Option<String>,
    /// Kind of the innermost source
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(values::SOURCE_KINDS))]
    pub source_kind: Option<String>,
    /// How sure its innermost source is
    #[arg(long, value_parser = PossibleValuesParser::new(ClaimFilter::CERTAINTIES))]
    pub certainty: Option<String>,
    /// Whether it happened, as its innermost source has it; u is left open
    #[arg(
        long,
        allow_hyphen_values = true,
        value_parser = PossibleValuesParser::new(ClaimFilter::POLARITIES)
    )]
    pub polarity: Option<String>,
    /// When it is told to happen
    #[arg(long, value_parser = PossibleValuesParser::new(ClaimFilter::TENSES))]
    pub tense: Option<String>,
    /// All these words are in its sentence, in any form ("attack" finds "attacks")
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
}

impl Filter {
    /// Why no claim can meet its conditions together.
    fn problem(&self) -> Option<String> {
        let (from, until) = self.from.zip(self.until)?;
        (from > until).then(|| format!("--from {from} is later than --until {until}"))
    }

    /// As the store takes it.
    pub fn claims(&self) -> ClaimFilter {
        let event = self.event.as_deref();
        let (event_type, event_mode) = match event.and_then(|event| event.split_once('/')) {
            Some((of, mode)) => (Some(of), Some(mode)),
            None => (event, None),
        };
        ClaimFilter {
            from: self.from.map(|day| day.to_string()),
            to: self.until.map(|day| day.to_string()),
            place: self.place.clone(),
            bounds: self.bounds,
            actor: self.actor.clone(),
            country: self.country.clone(),
            actor_country: self.actor_country.clone(),
            event_type: event_type.map(str::to_owned),
            event_mode: event_mode.map(str::to_owned),
            source: self.source.clone(),
            source_kind: self.source_kind.clone(),
            certainty: self.certainty.clone(),
            polarity: self.polarity.clone(),
            tense: self.tense.clone(),
            text: self.text.clone(),
        }
    }
}

#[derive(Debug, Args)]
pub struct Query {
    /// The ledger
    pub db: PathBuf,
    #[command(flatten)]
    pub filter: Filter,
    /// Claims a page
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: u32,
    /// Go on where a page ended, as it said at its end
    #[arg(long, value_name = "WHERE")]
    pub after: Option<String>,
    /// Print the claims as JSON Lines
    #[arg(long)]
    pub json: bool,
    /// Print the incidents that the claims tell, each once, with who says what
    #[arg(long, conflicts_with = "facets")]
    pub incidents: bool,
    /// Print only how many there are, by type, certainty, country and month
    #[arg(long, conflicts_with_all = ["json", "after"])]
    pub facets: bool,
    #[command(flatten)]
    pub layout: Layout,
}

#[derive(Debug, Args)]
pub struct Export {
    /// The ledger
    pub db: PathBuf,
    /// What to write
    #[arg(long, value_parser = export_format())]
    pub format: ExportFormat,
    /// Where to write; without it standard output
    #[arg(long, value_name = "PATH")]
    pub to: Option<PathBuf>,
    /// Replace the file that is there
    #[arg(long, requires = "to")]
    pub force: bool,
    #[command(flatten)]
    pub filter: Filter,
}

/// Takes the name of a format; which there are is the store's to say.
fn export_format() -> impl TypedValueParser<Value = ExportFormat> {
    let all = ExportFormat::ALL.iter();
    let names = all.map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(names)
        .try_map(|name| ExportFormat::named(&name).ok_or("no such format"))
}

#[derive(Debug, Args)]
pub struct Import {
    /// The ledger, which is made if need be
    pub db: PathBuf,
    /// Files of records, or - for standard input; without any a bulk import that was cut off is finished
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Make the indexes at the end: faster for hundreds of thousands of claims
    #[arg(long)]
    pub bulk: bool,
}

#[derive(Debug, Args)]
pub struct Sample {
    /// The ledger
    pub db: PathBuf,
    /// How many claims
    pub claims: usize,
    /// Another seed draws other claims; the same one the same
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Where to write; without it standard output
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Review {
    /// The ledger that the sample was drawn from
    pub db: PathBuf,
    /// The sample
    pub sample: PathBuf,
    /// Who answers
    #[arg(long = "as", value_name = "NAME")]
    pub reviewer: String,
    /// Where answers are added, one a line, as they are given
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[command(flatten)]
    pub layout: Layout,
}

#[derive(Debug, Args)]
pub struct Report {
    /// The sample
    pub sample: PathBuf,
    /// Files of answers, of one reviewer or several
    #[arg(required = true)]
    pub answers: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// The claim's or incident's id or its beginning; incidents are kept in a ledger
    pub id: String,
    /// The ledger that holds it
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "paths",
        conflicts_with = "paths"
    )]
    pub db: Option<PathBuf>,
    /// Pages to read for it, where no ledger was stored
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an incident's account as JSON
    #[arg(long, requires = "db")]
    pub json: bool,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub layout: Layout,
}

#[derive(Debug, Args)]
pub struct Fuse {
    /// The ledger
    pub db: PathBuf,
}

/// Who decides, and why.
#[derive(Debug, Args)]
pub struct Deciding {
    /// Who decides
    #[arg(long = "as", value_name = "NAME")]
    pub who: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum IncidentCommand {
    /// Some tellings of an incident tell of another happening than the rest
    Split {
        /// The ledger
        db: PathBuf,
        /// The incident's id or its beginning
        incident: String,
        /// The tellings that are parted from the rest: the id of the article or of its own incident, or the
        /// beginning of one
        #[arg(required = true, value_name = "TELLING")]
        tellings: Vec<String>,
        #[command(flatten)]
        deciding: Deciding,
    },
    /// Incidents are one happening
    Merge {
        /// The ledger
        db: PathBuf,
        /// Ids, or their beginnings, of two incidents or more
        #[arg(required = true, num_args = 2.., value_name = "INCIDENT")]
        incidents: Vec<String>,
        #[command(flatten)]
        deciding: Deciding,
    },
    /// Take a decision back; it stays on record
    Undo {
        /// The ledger
        db: PathBuf,
        /// Its number; without it the last that is in force
        decision: Option<u64>,
        #[command(flatten)]
        deciding: Deciding,
    },
    /// List what was decided, by whom and when
    Decisions {
        /// The ledger
        db: PathBuf,
        #[command(flatten)]
        layout: Layout,
    },
}

#[derive(Debug, Subcommand)]
pub enum ActorsCommand {
    /// Check a table or a PETRARCH/CAMEO actor dictionary and write it as the TSV of data/actors
    Import {
        /// The table or dictionary; `read --actors` takes it, too
        file: PathBuf,
        /// Where to write; without it standard output
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub enum PlacesCommand {
    /// Make a file of places from a GeoNames dump, for villages that the built-in gazetteer lacks
    Import {
        /// The dump: a country's file or allCountries.txt from download.geonames.org/export/dump
        #[arg(value_name = "FILE")]
        dump: PathBuf,
        /// Where to write the places, for `dateline read --places`
        #[arg(long, value_name = "FILE")]
        into: PathBuf,
    },
    /// List the places of a name
    Find {
        /// The name, in any case, with or without diacritics
        name: String,
        /// File of further places, made by `dateline places import`; may be given several times
        #[arg(long, value_name = "FILE")]
        places: Vec<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub enum CodebookCommand {
    /// Run the examples and counter-examples of every entry
    Test {
        /// Folder of codebook entries that join or replace the built-in ones
        #[arg(long, value_name = "DIR")]
        codebook: Option<PathBuf>,
        #[command(flatten)]
        layout: Layout,
    },
    /// Report entries that never fire, that overlap, that contradict an example
    Check(CodebookCheck),
    /// Show what one codebook adds, loses and alters against another
    Diff(CodebookDiff),
}

#[derive(Debug, Args)]
pub struct CodebookCheck {
    /// Pages to read besides the codebook's own examples
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Folder of codebook entries that join or replace the built-in ones
    #[arg(long, value_name = "DIR")]
    pub codebook: Option<PathBuf>,
    /// List each pattern that never fires, not only how many
    #[arg(long)]
    pub patterns: bool,
    #[command(flatten)]
    pub layout: Layout,
}

#[derive(Debug, Args)]
pub struct CodebookDiff {
    /// Folder of entries as they were; `built-in` for those that Dateline ships
    pub before: PathBuf,
    /// Folder of entries as they are now; `built-in` for those that Dateline ships
    pub after: PathBuf,
    /// Files or folders of pages to read with both
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Publication date of articles that state none; without it their dates stay relative
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub published: Option<Date>,
    /// Pages read at once; without it as many as there are processors
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub layout: Layout,
}

#[cfg(test)]
mod tests {
    use super::{Cli, CommandFactory};

    #[test]
    fn no_command_has_two_arguments_of_one_name() {
        Cli::command().debug_assert();
    }
}
