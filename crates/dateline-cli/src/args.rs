//! What a person types.

use clap::{Args, Parser, Subcommand, ValueEnum};
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

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read pages and print the ledger, or store it
    Read(Read),
    /// Print what a stored ledger holds
    Show(Show),
    /// Explain a claim: the words, the codebook entry, each decision
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
    #[arg(long, value_name = "YYYY-MM-DD")]
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
    /// Files, folders (their .txt, .html, .json and .jsonl files, in order), or - for standard input
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

#[derive(Debug, Args)]
pub struct Explain {
    /// The claim's id or its beginning
    pub claim: String,
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
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub layout: Layout,
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
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub published: Option<Date>,
    /// Pages read at once; without it as many as there are processors
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub layout: Layout,
}
