//! The command line: exit codes that scripts can use, and the form of the last line.

use std::path::Path;
use std::process::{Command, Output};

fn score(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline-score"));
    command
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_cannot_be_run_says_so_and_exits_with_2() {
    for (arguments, told) in [
        (&["no-such-task", "x"][..], "unknown task no-such-task"),
        (
            &["ledger", "/no/such/folder"],
            "/no/such/folder is not a folder",
        ),
        (&["ledger"], "usage: ledger DIR"),
        (&[], "name a task"),
    ] {
        let output = score(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            stderr(&output).contains(told),
            "{arguments:?}: {}",
            stderr(&output)
        );
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_lists_every_task() {
    let output = score(&["--help"]);
    assert!(output.status.success());
    let text = String::from_utf8_lossy(&output.stdout);
    for task in dateline_score::TASKS {
        assert!(
            text.contains(&format!("\n  {} ", task.name)),
            "{}",
            task.name
        );
    }
}

/// `dateline-score … | head` closes the pipe before all is printed.
#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_dateline-score"))
        .arg("--help")
        .stdout(writer)
        .output()
        .expect("the program starts");
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
}

/// Each annotated page of the suite, taken as its own answer, must be right throughout.
#[test]
fn the_annotations_of_the_suite_agree_with_themselves() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../suite/pages");
    let folders = std::fs::read_dir(pages).expect("the suite has pages");
    let mut count = 0;
    for folder in folders {
        let folder = folder.expect("the folder is readable").path();
        let output = score(&["ledger", &folder.to_string_lossy(), "--oracle"]);
        assert!(output.status.success(), "{}", stderr(&output));
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let last = text.lines().last().unwrap_or_default();
        assert!(last.starts_with("ledger articles_f=1.000 "), "{last}");
        let wrong = |pair: &&str| match pair.split_once('=') {
            Some(("traps", value)) => !["0", "na"].contains(&value),
            Some(("traps_encoded", _)) | None => false,
            Some((_, value)) => !["1.000", "na"].contains(&value),
        };
        assert_eq!(last.split(' ').find(wrong), None, "{}", folder.display());
        count += 1;
    }
    assert!(count >= 2, "{count} pages");
}
