//! `dateline-score TASK ARGUMENTS`: runs one task and prints its report.

use dateline_score::{TASKS, task};
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Exit code where a task cannot be run: unknown, or its data missing or malformed.
const CANNOT_RUN: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((help, _)) if ["-h", "--help", "help"].contains(&help.as_str()) => print(&usage()),
        Some((name, rest)) => run(name, rest),
        None => cannot_run(&format!("name a task\n{}", usage())),
    }
}

fn run(name: &str, arguments: &[String]) -> ExitCode {
    let Some(task) = task(name) else {
        return cannot_run(&format!("unknown task {name}\n{}", usage()));
    };
    match (task.run)(arguments) {
        Ok(report) => print(&report.to_string()),
        Err(error) => cannot_run(&format!("{name}: {error:#}")),
    }
}

/// Prints to standard output; whoever closes it early (`… | head`) has read enough.
fn print(text: &str) -> ExitCode {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            cannot_run(&format!("cannot print: {error}"))
        }
        _ => ExitCode::SUCCESS,
    }
}

fn cannot_run(message: &str) -> ExitCode {
    eprintln!("dateline-score: {message}");
    ExitCode::from(CANNOT_RUN)
}

fn usage() -> String {
    let line =
        |t: &dateline_score::Task| format!("  {} {}\n      {}", t.name, t.arguments, t.gloss);
    let tasks: Vec<String> = TASKS.iter().map(line).collect();
    format!(
        "usage: dateline-score TASK ARGUMENTS\n\n{}",
        tasks.join("\n")
    )
}
