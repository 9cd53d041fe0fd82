//! `xtask overlap` on a repository and a folder of measuring data made for the test.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const SENTENCE: &str =
    "The harbour master of Velm ordered every ferry back before the storm arrived.";

/// Runs the check in a fresh repository that tracks a file with the words; the measuring data hold `SENTENCE`.
fn check(tracked: &str) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path().join("project");
    let data = folder.path().join("bench").join("some-corpus");
    fs::create_dir_all(&project).expect("the project");
    fs::create_dir_all(&data).expect("the data");
    fs::write(project.join("notes.md"), tracked).expect("notes");
    fs::write(data.join("one.xml"), format!("<p>{SENTENCE}</p>")).expect("data");
    git(&project, &["init", "--quiet"]);
    git(&project, &["add", "notes.md"]);
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["overlap", "../bench"])
        .current_dir(&project)
        .output()
        .expect("xtask runs")
}

fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .status()
        .expect("git runs");
    assert!(status.success(), "git {arguments:?}");
}

#[test]
fn a_sentence_of_the_measuring_data_is_named_with_its_line() {
    let found = check(&format!("Notes.\n\n{SENTENCE}\n"));
    let printed = String::from_utf8_lossy(&found.stdout).into_owned();
    assert_eq!(found.status.code(), Some(1));
    assert!(
        printed.starts_with("notes.md:3: “the harbour master of velm"),
        "{printed}"
    );
}

#[test]
fn words_of_our_own_pass() {
    let found =
        check("The harbour master kept the boats in port that night, and nobody was hurt.\n");
    assert!(
        found.status.success(),
        "{}",
        String::from_utf8_lossy(&found.stderr)
    );
}
