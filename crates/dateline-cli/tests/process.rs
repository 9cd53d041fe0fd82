//! The program among others: threads, pipes, interrupts, files it may not read.

use dateline_store::Ledger;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

const PAGES: [(&str, &str); 3] = [
    (
        "a.txt",
        "Rebels attack village in Tamun\n\nRebels attacked a village in Tamun on Monday, the army \
         said in a statement. “They burned four houses,” Colonel Ada Brandt told reporters.\n",
    ),
    (
        "b.txt",
        "Ministers meet in Orvale\n\nThe foreign ministers of both countries met in Orvale on \
         Friday. They denied that troops had crossed the border, and called for talks.\n",
    ),
    (
        "c.txt",
        "Police arrest ten\n\nPolice arrested ten protesters in the capital on Sunday.\n",
    ),
];

fn dateline() -> Command {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
}

/// A folder with the pages.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in PAGES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().unwrap()
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = folder();
    for format in ["ledger", "jsonl", "csv"] {
        let read = |jobs: &str| {
            let mut command = dateline();
            command
                .current_dir(folder.path())
                .args(["read", ".", "--format", format]);
            run(command.args(["--jobs", jobs])).stdout
        };
        let one = read("1");
        assert!(!one.is_empty());
        assert_eq!(one, read("2"), "{format}");
        assert_eq!(one, read("7"), "{format}");
    }
}

#[test]
fn each_line_is_a_record_whose_words_stand_where_it_says() {
    let folder = folder();
    let output = run(dateline()
        .current_dir(folder.path())
        .args(["read", ".", "--format", "jsonl"]));
    let mut text = String::new();
    let mut spans = 0;
    for line in output.stdout.lines() {
        let record: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        if record["record"] == "article" {
            text = record["text"].as_str().unwrap().to_owned();
        }
        spans += check_words(&record, &text);
    }
    assert!(spans > 10, "only {spans} spans");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (_, shown) = readme.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    let output = run(dateline()
        .current_dir(&root)
        .args(["read", "samples/", "--width", "84"]));
    let printed = String::from_utf8(output.stdout).unwrap();
    let mut rest = printed.as_str();
    for piece in shown.split("  …\n") {
        let piece = piece.trim_matches('\n');
        let Some(start) = rest.find(piece) else {
            panic!("README.md shows what is not printed at that place:\n{piece}");
        };
        rest = &rest[start + piece.len()..];
    }
}

/// Counts the words in a record, each of which must be what its span slices.
fn check_words(value: &serde_json::Value, text: &str) -> usize {
    let inner: usize = match value {
        serde_json::Value::Object(fields) => fields.values().map(|v| check_words(v, text)).sum(),
        serde_json::Value::Array(items) => items.iter().map(|v| check_words(v, text)).sum(),
        _ => 0,
    };
    let (Some(start), Some(end)) = (value["start"].as_u64(), value["end"].as_u64()) else {
        return inner;
    };
    let slice = text
        .get(start as usize..end as usize)
        .expect("a span that slices the text");
    if let Some(words) = value["text"].as_str() {
        assert_eq!(words, slice);
    }
    inner + 1
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = folder();
    for into in [None, Some("ledger.db")] {
        let mut command = dateline();
        command
            .current_dir(folder.path())
            .args(["read", ".", "--quiet", "--format", "jsonl"]);
        command.args(into.iter().flat_map(|file| ["--into", file]));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
    let ledger = Ledger::open_read_only(&folder.path().join("ledger.db")).unwrap();
    assert_eq!(
        ledger.articles().unwrap().len(),
        PAGES.len(),
        "all is stored though nobody read on"
    );
}

#[cfg(unix)]
#[test]
fn nobody_who_reads_what_is_said_is_no_failure_either() {
    let folder = folder();
    ledger_of(folder.path());
    for command in [
        vec!["query", "ledger.db"],
        vec!["read", ".", "--format", "csv"],
        vec!["export", "ledger.db", "--format", "polecat"],
    ] {
        let mut child = dateline()
            .current_dir(folder.path())
            .args(&command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(child.wait().unwrap().code(), Some(0), "{command:?}");
    }
}

#[test]
fn an_import_that_breaks_off_keeps_the_articles_that_were_whole() {
    let folder = folder();
    let read = run(dateline()
        .current_dir(folder.path())
        .args(["read", ".", "--format", "jsonl"]));
    let records = String::from_utf8(read.stdout).unwrap();
    let cut: usize = records
        .lines()
        .take(records.lines().count() - 3)
        .map(|l| l.len() + 1)
        .sum();
    let cut = &records[..cut - 20];
    fs::write(folder.path().join("cut.jsonl"), cut).unwrap();
    let mut import = dateline();
    let done = run(import
        .current_dir(folder.path())
        .args(["import", "ledger.db", "cut.jsonl"]));
    assert_eq!(done.status.code(), Some(3));
    let said = String::from_utf8_lossy(&done.stderr);
    let line = format!("cut.jsonl: line {} is no record", cut.lines().count());
    assert!(said.contains(&line), "{said}");
    // The third is the one in which the file ends: some of its claims may be missing.
    assert_eq!(
        stored(folder.path()),
        ["Rebels attack village in Tamun", "Ministers meet in Orvale"]
    );
}

#[test]
fn a_ledger_in_a_folder_that_is_not_there_is_refused() {
    let folder = folder();
    let mut command = dateline();
    let output = run(command
        .current_dir(folder.path())
        .args(["read", "a.txt", "--into", "no/l.db"]));
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/l.db"));
}

/// A run that has stored a.txt and now waits for its second page, standard input; b.txt would come
/// after it.
#[cfg(unix)]
fn waiting_run(folder: &Path) -> Child {
    let mut command = dateline();
    command
        .current_dir(folder)
        .args(["read", "a.txt", "-", "b.txt", "--jobs", "1"]);
    command.args(["--format", "jsonl", "--into", "ledger.db"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The first line is printed after the first page was stored.
    let mut byte = [0];
    child
        .stdout
        .as_mut()
        .unwrap()
        .read_exact(&mut byte)
        .unwrap();
    child
}

#[cfg(unix)]
fn stored(folder: &Path) -> Vec<String> {
    let ledger = Ledger::open_read_only(&folder.join("ledger.db")).unwrap();
    ledger
        .articles()
        .unwrap()
        .into_iter()
        .map(|entry| entry.heading)
        .collect()
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_ends_after_the_page_in_hand() {
    let folder = folder();
    let mut child = waiting_run(folder.path());
    let pid = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    // The handler says so; until then the interrupt may not have arrived.
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.starts_with("Stopping"), "{line}");
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    assert_eq!(output.status.code(), Some(130), "{rest}");
    // The interrupt may come before the second page is in hand.
    let ended = ["1 page, 1", "2 pages, 2"].map(|n| format!("Stopped after {n} of 3 files."));
    assert!(ended.iter().any(|end| rest.contains(end)), "{rest}");
    assert_eq!(stored(folder.path()), ["Rebels attack village in Tamun"]);
    assert!(
        !folder.path().join("ledger.db-wal").exists(),
        "one complete file is left"
    );
}

#[cfg(unix)]
#[test]
fn a_killed_run_loses_no_article_that_it_stored() {
    let folder = folder();
    let mut child = waiting_run(folder.path());
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(stored(folder.path()), ["Rebels attack village in Tamun"]);
    let output =
        run(dateline()
            .current_dir(folder.path())
            .args(["read", ".", "--into", "ledger.db"]));
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stored(folder.path()).len(), PAGES.len());
}

/// A ledger of the pages.
fn ledger_of(folder: &Path) {
    let mut read = dateline();
    read.current_dir(folder);
    let done = run(read.args([
        "read",
        ".",
        "--published",
        "2025-03-20",
        "--into",
        "ledger.db",
        "-q",
    ]));
    assert!(done.status.success(), "{done:?}");
}

#[test]
fn an_export_target_that_exists_is_left_as_it_is() {
    let folder = folder();
    ledger_of(folder.path());
    let target = folder.path().join("out.geojson");
    fs::write(&target, "mine").unwrap();
    let export = |more: &[&str]| {
        let mut command = dateline();
        command.current_dir(folder.path());
        command.args([
            "export",
            "ledger.db",
            "--format",
            "geojson",
            "--to",
            "out.geojson",
        ]);
        run(command.args(more))
    };
    let refused = export(&[]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--force replaces it"));
    assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
    assert!(export(&["--force"]).status.success());
    assert!(
        fs::read_to_string(&target)
            .unwrap()
            .contains("FeatureCollection")
    );
    assert!(!folder.path().join("out.geojson.part").exists());
}

#[test]
fn a_reviewer_who_quits_half_way_keeps_what_was_answered() {
    let folder = folder();
    ledger_of(folder.path());
    let mut sample = dateline();
    sample.current_dir(folder.path());
    assert!(
        run(sample.args(["sample", "ledger.db", "3", "--to", "s.jsonl"]))
            .status
            .success()
    );
    let review = |answers: &str, name: &str| {
        let mut command = dateline();
        command.current_dir(folder.path());
        command.args([
            "review",
            "ledger.db",
            "s.jsonl",
            "--as",
            name,
            "--to",
            "a.jsonl",
        ]);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), answers.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let first = review("r\nw\nq\n", "ann");
    assert!(first.status.success(), "{first:?}");
    let answers = || fs::read_to_string(folder.path().join("a.jsonl")).unwrap();
    assert_eq!(answers().lines().count(), 2);
    // Cut off in the middle of a line, as by a crash: that line is given again.
    let mut cut = answers();
    cut.push_str("{\"reviewer\":\"ann\",\"cla");
    fs::write(folder.path().join("a.jsonl"), cut).unwrap();
    let second = review(&"r\n".repeat(100), "ann");
    assert!(second.status.success(), "{second:?}");
    let fields: usize = fs::read_to_string(folder.path().join("s.jsonl"))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|sampled| sampled["fields"].as_array().unwrap().len())
        .sum();
    assert_eq!(answers().lines().count(), fields);
    review(&"r\n".repeat(100), "bo");
    let mut report = dateline();
    report.current_dir(folder.path());
    let report = run(report.args(["report", "s.jsonl", "a.jsonl"]));
    let text = String::from_utf8_lossy(&report.stdout).into_owned();
    assert!(text.contains("Krippendorff's alpha"), "{text}");
    assert!(text.contains("3 of 3 claims answered"), "{text}");
}

#[test]
fn filters_that_no_claim_can_meet_are_refused_and_others_answer() {
    let folder = folder();
    ledger_of(folder.path());
    let query = |more: &[&str]| {
        let mut command = dateline();
        command.current_dir(folder.path());
        run(command.args(["query", "ledger.db"]).args(more))
    };
    let found = query(&["--type", "assault", "--actor", "rebels", "--json"]);
    assert!(
        String::from_utf8_lossy(&found.stdout).contains("\"event_type\":\"ASSAULT\""),
        "{found:?}"
    );
    assert_eq!(query(&["--certainty", "sure"]).status.code(), Some(2));
    assert_eq!(query(&["--polarity", "-"]).status.code(), Some(0));
    assert_eq!(query(&["--box", "1,2,3"]).status.code(), Some(2));
    assert!(query(&["--facets"]).status.success());
}
