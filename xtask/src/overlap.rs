//! `xtask overlap`: runs of words that the project shares with text it may not contain.
//!
//! The measuring data is for measuring: none of its text belongs into tests, docs or tables. This compares what git
//! tracks with every text below the folders, word by word.

use anyhow::{Context, Result, bail};
use dateline_data::MONTHS;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::hash::{Hash, Hasher};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// So many words in a row are no coincidence.
const RUN: usize = 8;

/// A run needs so many different words of some length: a list of numbers or letters has none.
const TELLING: usize = 4;

/// Tracked files that hold tables, weights or openly licensed text with its licence, and the scorers, which know the
/// formats of the data.
const APART: [&str; 8] = [
    "data/",
    "models/",
    "samples/",
    "suite/pages/",
    "suite/parity/",
    "crates/dateline-score/",
    "crates/dateline-data/blobs/",
    "Cargo.lock",
];

/// Parts of the measuring data whose licence lets their text be shown.
const OPEN: [&str; 4] = ["gum", "ud-ewt", "causal-news-corpus", "wikigold"];

/// A word of a tracked file and its line.
struct Word {
    text: String,
    line: usize,
}

/// Where a run begins: number of the file, index of the word.
type Start = (usize, usize);

/// Fails with the list of runs if there are any.
pub fn run(folders: &[&str]) -> Result<()> {
    let files = tracked()?;
    let mut starts: HashMap<u64, Vec<Start>> = HashMap::new();
    for (number, (_, words)) in files.iter().enumerate() {
        for (at, run) in words.windows(RUN).enumerate() {
            let run: Vec<&str> = run.iter().map(|w| w.text.as_str()).collect();
            if is_telling(&run) {
                starts.entry(hash(&run)).or_default().push((number, at));
            }
        }
    }
    let mut found: BTreeMap<Start, BTreeSet<String>> = BTreeMap::new();
    for folder in folders {
        for path in files_below(Path::new(folder))? {
            for text in texts(&path)? {
                let words: Vec<String> = words_of(&text).collect();
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                for run in words.windows(RUN) {
                    for start in starts.get(&hash(run)).into_iter().flatten() {
                        let source = path.display().to_string();
                        found.entry(*start).or_default().insert(source);
                    }
                }
            }
        }
    }
    for ((number, at), sources) in &found {
        let (name, words) = &files[*number];
        let run: Vec<&str> = words[*at..*at + RUN]
            .iter()
            .map(|w| w.text.as_str())
            .collect();
        let source = sources.first().map_or("", String::as_str);
        println!(
            "{name}:{}: “{}” stands in {source}",
            words[*at].line,
            run.join(" ")
        );
    }
    if !found.is_empty() {
        bail!(
            "{} runs of {RUN} words stand in the measuring data; write them anew",
            found.len()
        );
    }
    Ok(())
}

/// The files that git tracks, with their words.
fn tracked() -> Result<Vec<(String, Vec<Word>)>> {
    let listed = Command::new("git")
        .arg("ls-files")
        .output()
        .context("git")?;
    let names = String::from_utf8(listed.stdout)?;
    let checked = names
        .lines()
        .filter(|name| !APART.iter().any(|apart| name.starts_with(apart)));
    let mut files = Vec::new();
    for name in checked {
        // What is no text holds no sentence.
        let Ok(text) = std::fs::read_to_string(name) else {
            continue;
        };
        let words = text.lines().enumerate().flat_map(|(line, text)| {
            words_of(text)
                .map(move |text| Word {
                    text,
                    line: line + 1,
                })
                .collect::<Vec<_>>()
        });
        files.push((name.to_owned(), words.collect()));
    }
    Ok(files)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let told = name.to_lowercase();
            let about = told.contains("readme") || told.starts_with("license");
            if path.is_dir() && !OPEN.contains(&name.as_ref()) {
                open.push(path);
            } else if path.is_file() && !about {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The texts of a file, whatever its format: as it stands, without tags, and the strings of JSON lines.
fn texts(path: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    if path.extension().is_some_and(|e| e == "zip") {
        let mut archive = zip::ZipArchive::new(File::open(path)?)?;
        for index in 0..archive.len() {
            let mut bytes = Vec::new();
            archive.by_index(index)?.read_to_end(&mut bytes)?;
            add_texts(&String::from_utf8_lossy(&bytes), &mut texts);
        }
    } else {
        add_texts(&String::from_utf8_lossy(&std::fs::read(path)?), &mut texts);
    }
    Ok(texts)
}

fn add_texts(raw: &str, texts: &mut Vec<String>) {
    for line in raw.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(line) {
            add_strings(&value, texts);
        } else if columns.len() > 3 {
            texts.extend(columns.into_iter().map(str::to_owned));
        }
    }
    // Annotated words stand one a line, before or behind their number.
    let column = |at: usize| -> String {
        let words = raw.lines().filter_map(|l| l.split('\t').nth(at));
        words.collect::<Vec<_>>().join(" ")
    };
    texts.push(column(0));
    texts.push(column(1));
    let mut untagged = String::with_capacity(raw.len());
    let mut in_tag = false;
    for c in raw.chars() {
        match c {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                untagged.push(' ');
            }
            c if !in_tag => untagged.push(c),
            _ => {}
        }
    }
    texts.push(untagged);
    texts.push(raw.to_owned());
}

/// Strings, and lists of strings as one text: many corpora keep their words so.
fn add_strings(value: &serde_json::Value, texts: &mut Vec<String>) {
    use serde_json::Value;
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            texts.push(words.join(" "));
            items.iter().for_each(|item| add_strings(item, texts));
        }
        Value::Object(fields) => fields.values().for_each(|item| add_strings(item, texts)),
        _ => {}
    }
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|w| !w.is_empty()).map(str::to_lowercase)
}

fn is_telling(run: &[&str]) -> bool {
    let telling = run
        .iter()
        .filter(|w| w.len() > 3 && w.chars().all(char::is_alphabetic) && !MONTHS.contains(w));
    telling.collect::<BTreeSet<_>>().len() >= TELLING
}

fn hash(run: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    run.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_numbers_and_months_tell_nothing() {
        let split = |text: &str| words_of(text).collect::<Vec<_>>();
        let telling = |text: &str| {
            let words = split(text);
            is_telling(&words.iter().map(String::as_str).collect::<Vec<_>>())
        };
        assert!(telling("The ferry, laden with salt, sank off Velm."));
        assert!(!telling("1 2 3 4 5 6 7 8"));
        assert!(!telling(
            "May June July August September October November December"
        ));
    }

    #[test]
    fn words_are_found_in_every_format() {
        let holds = |raw: &str| {
            let mut texts = Vec::new();
            add_texts(raw, &mut texts);
            texts.iter().any(|text| {
                words_of(text)
                    .collect::<Vec<_>>()
                    .join(" ")
                    .contains("salt sank")
            })
        };
        assert!(holds("{\"a\": [{\"words\": [\"salt\", \"sank\"]}]}"));
        assert!(holds("1\tsalt\tNN\n2\tsank\tVBD"));
        assert!(holds("<e>salt</e> <e>sank</e>"));
        assert!(holds("id\t4\tthe salt sank\tx"));
    }
}
