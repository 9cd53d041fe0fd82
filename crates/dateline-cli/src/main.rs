//! The command line tool `dateline`.

mod args;
mod command;
mod gzip;
mod interrupt;
mod output;
mod pages;
mod parallel;
mod print;
mod values;

use args::{ActorsCommand, Cli, CodebookCommand, Command, PlacesCommand};
use std::process::ExitCode;

/// Done, but some pages were quarantined or some examples failed.
const SOME_FAILED: u8 = 1;
/// A file could not be opened or written.
const REFUSED: u8 = 3;

fn main() -> ExitCode {
    let cli = Cli::checked();
    let outcome = match &cli.command {
        Command::Read(args) => command::read::run(args),
        Command::Show(args) => command::show::run(args),
        Command::Query(args) => command::query::run(args),
        Command::Export(args) => command::export::run(args),
        Command::Import(args) => command::import::run(args),
        Command::Sample(args) => command::sample::run(args),
        Command::Review(args) => command::review::run(args),
        Command::Report(args) => command::report::run(args),
        Command::Fuse(args) => command::fuse::run(args),
        Command::Incident(command) => command::incident::run(command),
        Command::Explain(args) => command::explain::run(args),
        Command::Codebook(CodebookCommand::Test { codebook, layout }) => {
            command::examples::run(codebook.as_deref(), *layout)
        }
        Command::Codebook(CodebookCommand::Check(args)) => command::check::run(args),
        Command::Codebook(CodebookCommand::Diff(args)) => command::diff::run(args),
        Command::Actors(ActorsCommand::Import { file, to }) => {
            command::actors::import(file, to.as_deref())
        }
        Command::Places(PlacesCommand::Import { dump, into }) => {
            command::places::import(dump, into)
        }
        Command::Places(PlacesCommand::Find { name, places }) => {
            command::places::find(name, places)
        }
    };
    match outcome {
        Ok(status) => ExitCode::from(status),
        // Whoever read our output has enough, as `head` does.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::say(format_args!("dateline: {error:#}"));
            ExitCode::from(REFUSED)
        }
    }
}
