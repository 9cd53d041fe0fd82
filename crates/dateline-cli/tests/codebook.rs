//! Codebooks of one's own at the command line: what is refused, what `check` and `diff` say.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const ENTRY: &str = "event = \"COERCE\"\nvariant = \"test\"\ngloss = \"g\"\nframe = \"harm\"\nverbs = [\"frobnicate\"]\n";
const PAGE: &str =
    "Guards act in Tamun\n\nGuards frobnicated three students in Tamun on Monday, police said.\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// What `read` says of a codebook of these files, with the page beside it.
fn refusal(files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("page.txt"), PAGE).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("mine").join(name), text).unwrap();
    }
    let output = run(
        folder.path(),
        &["read", "page.txt", "--codebook", "mine", "--format", "csv"],
    );
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(
        output.stdout.is_empty(),
        "nothing is read by half a codebook"
    );
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn bad_entries_are_refused_with_file_line_and_remedy() {
    let with = |from: &str, to: &str| ENTRY.replace(from, to);
    for (text, place, says) in [
        (
            with("verbs", "verb"),
            "mine/a.toml:5:",
            "unknown field `verb`",
        ),
        (
            with("\"harm\"", "\"hram\""),
            "mine/a.toml:4:",
            "there is no frame `hram`; use one of",
        ),
        (
            with("\"COERCE\"", "\"COERSE\""),
            "mine/a.toml:1:",
            "use one of AGREE",
        ),
        (
            with("frobnicate", "{person}"),
            "mine/a.toml:5:",
            "match everything",
        ),
        (
            with("frobnicate", "be"),
            "mine/a.toml:5:",
            "almost everything",
        ),
        (
            with("gloss =", "cameo = \"99\"\ngloss ="),
            "mine/a.toml:3:",
            "is no CAMEO code",
        ),
        (
            with("frobnicate\"", "frobnicate\", \"hit {persn}\""),
            "mine/a.toml:5:",
            "no class of nouns `persn`",
        ),
        (with("\"harm\"", "\"harm"), "mine/a.toml:4:", ""),
    ] {
        let refusal = refusal(&[("a.toml", &text)]);
        assert!(refusal.contains(place), "{refusal} lacks {place}");
        assert!(refusal.contains(says), "{refusal} lacks {says}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let bad = ENTRY
        .replace("\"harm\"", "\"hram\"")
        .replace("frobnicate", "{person}");
    let refused = refusal(&[("a.toml", &bad), ("b.toml", "event = \"COERSE\"\n")]);
    assert_eq!(refused.lines().count(), 6, "{refused}");
    for place in ["a.toml:4:", "a.toml:5:", "b.toml:1:"] {
        assert!(refused.contains(&format!("\n  mine/{place} ")), "{refused}");
    }
    let example = "[[example]]\ntext = \"The guards sang.\"\nclaim = { actor = \"The guards\" }\n";
    let refused = refusal(&[("a.toml", &format!("{ENTRY}{}", example.repeat(2)))]);
    assert!(
        refused.contains("2 examples of the codebook fail"),
        "{refused}"
    );
    assert!(refused.contains("\n  mine/a.toml:10: "), "{refused}");
}

#[test]
fn an_example_that_fails_is_refused_with_its_line() {
    let example =
        "[[example]]\ntext = \"The guards sang all night.\"\nclaim = { actor = \"The guards\" }\n";
    let refusal = refusal(&[("a.toml", &format!("{ENTRY}{example}"))]);
    assert!(refusal.contains("mine/a.toml:7:"), "{refusal}");
    assert!(refusal.contains("no claim is COERCE"), "{refusal}");
    assert!(
        refusal.contains("mend the entry or the sentence"),
        "{refusal}"
    );
}

#[test]
fn two_entries_of_one_name_are_refused_and_neither_is_loaded() {
    let refusal = refusal(&[("a.toml", ENTRY), ("b.toml", ENTRY)]);
    assert!(refusal.contains("mine/b.toml:1:"), "{refusal}");
    assert!(refusal.contains("mine/a.toml:1"), "{refusal}");
}

#[test]
fn check_names_what_never_fires() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/a.toml"), ENTRY).unwrap();
    fs::write(folder.path().join("page.txt"), PAGE).unwrap();
    let alone = run(folder.path(), &["codebook", "check", "--codebook", "mine"]);
    let text = String::from_utf8(alone.stdout).unwrap();
    assert!(
        text.contains("mine/a.toml:1: COERCE/test never fires"),
        "{text}"
    );
    assert_eq!(alone.status.code(), Some(1));
    let with_page = run(
        folder.path(),
        &["codebook", "check", "page.txt", "--codebook", "mine"],
    );
    let text = String::from_utf8(with_page.stdout).unwrap();
    assert!(!text.contains("COERCE/test never fires"), "{text}");
}

#[test]
fn diff_shows_what_an_entry_adds_on_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["mine", "pages"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("mine/a.toml"), ENTRY).unwrap();
    fs::write(folder.path().join("pages/page.txt"), PAGE).unwrap();
    let diff = |a: &str, b: &str| {
        let output = run(folder.path(), &["codebook", "diff", a, b, "pages"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let added = diff("built-in", "mine");
    assert!(
        added.contains("+ COERCE “frobnicated” (COERCE/test)"),
        "{added}"
    );
    assert!(
        added.contains("1 added, 0 lost, 0 altered in 1 article;"),
        "{added}"
    );
    let lost = diff("mine", "built-in");
    assert!(lost.contains("0 added, 1 lost, 0 altered"), "{lost}");
}

#[test]
fn the_entry_that_the_readme_shows_holds_and_stands_beside_the_built_in_ones() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let (_, entry) = readme.split_once("```toml\n").unwrap();
    let (entry, _) = entry.split_once("```").unwrap();
    let tested = |entry: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("mine")).unwrap();
        fs::write(folder.path().join("mine/a.toml"), entry).unwrap();
        let output = run(folder.path(), &["codebook", "test", "--codebook", "mine"]);
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code(), text.replace("\n  ", " "))
    };
    let (status, text) = tested(entry);
    assert_eq!(status, Some(0), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    // Without a variant it would be the built-in entry of its mode, all of whose words were lost.
    let (_, text) = tested(&entry.replace("variant = \"loitering\"\n", ""));
    assert!(
        text.contains(
            "mine/a.toml:1: ASSAULT/drone takes the place of the built-in assault-drone.toml"
        ),
        "{text}"
    );
}
