//! Annotated articles: brat standoff beside plain text, offsets in characters.

use anyhow::{Context, Result, bail};
use dateline_span::Span;
use std::path::{Path, PathBuf};

/// Who says what, by which word. A role's words may stand apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Attributed {
    /// Who; empty where the text names nobody.
    pub source: Vec<Span>,
    /// By which words.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
}

/// An article with what its annotator marked.
pub struct Annotated {
    /// File name, for the report.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What was marked, in the order of the file.
    pub attributions: Vec<Attributed>,
}

/// All annotated articles under `folder`: `attributions/NAME_xxxx.ann` with `text/NAME.txt`. An
/// article that two people annotated comes twice.
///
/// # Errors
/// If a file cannot be read or an annotation has no text.
pub fn articles(folder: &Path) -> Result<Vec<Annotated>> {
    let mut files: Vec<PathBuf> = Vec::new();
    let annotations = folder.join("attributions");
    for entry in
        std::fs::read_dir(&annotations).with_context(|| annotations.display().to_string())?
    {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "ann") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("no .ann file in {}", annotations.display());
    }
    files.iter().map(|file| article(folder, file)).collect()
}

fn article(folder: &Path, file: &Path) -> Result<Annotated> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let stem = name.rsplit_once('_').map_or(&*name, |(stem, _)| stem);
    let text_file = folder.join("text").join(format!("{stem}.txt"));
    let read = |path: &Path| {
        let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        Ok::<_, anyhow::Error>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let text = read(&text_file)?;
    let attributions = parse(&read(file)?, &text);
    Ok(Annotated {
        name: name.into_owned(),
        text,
        attributions,
    })
}

/// Reads standoff lines. Lines that are neither a marked text nor a relation, or that point
/// nowhere, are passed over: the corpus holds a few empty ones.
fn parse(standoff: &str, text: &str) -> Vec<Attributed> {
    let bytes = byte_offsets(text);
    let marked = |id: &str| -> Vec<Span> {
        let line = standoff.lines().find_map(|line| {
            let (own, rest) = line.split_once('\t')?;
            (own == id).then_some(rest)
        });
        line.and_then(|rest| rest.split('\t').next())
            .and_then(|head| head.split_once(' '))
            .map_or_else(Vec::new, |(_, ranges)| spans(ranges, &bytes))
    };
    let relations = standoff.lines().filter(|line| line.starts_with('E'));
    let read = |line: &str| {
        let mut found = Attributed::default();
        for pair in line.split('\t').nth(1)?.split(' ') {
            let (role, id) = pair.split_once(':')?;
            match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "Source" => found.source.extend(marked(id)),
                "Cue" => found.cue.extend(marked(id)),
                "Content" => found.content.extend(marked(id)),
                _ => {}
            }
        }
        let empty = found.cue.is_empty() && found.content.is_empty();
        (!empty).then(|| unexchanged(found, text))
    };
    relations.filter_map(read).collect()
}

/// An annotation with who and by which words in their places: where "said" is marked as the source and
/// "Ruiz" as the cue, the annotator took one for the other.
fn unexchanged(mut found: Attributed, text: &str) -> Attributed {
    let says = |spans: &[Span]| {
        let words = spans.iter().map(|s| s.slice(text).to_lowercase());
        let words = words.collect::<Vec<_>>().join(" ");
        matches!(words.as_str(), "said" | "says" | "asked" | "according to")
    };
    if says(&found.source) && !says(&found.cue) {
        std::mem::swap(&mut found.source, &mut found.cue);
    }
    found
}

/// "12 20;25 31" in characters as spans of bytes.
fn spans(ranges: &str, bytes: &[usize]) -> Vec<Span> {
    ranges
        .split(';')
        .filter_map(|range| {
            let (start, end) = range.split_once(' ')?;
            let start = *bytes.get(start.parse::<usize>().ok()?)?;
            let end = *bytes.get(end.parse::<usize>().ok()?)?;
            (start < end).then(|| Span::new(start, end))
        })
        .collect()
}

/// By character: its byte; one more for the end.
fn byte_offsets(text: &str) -> Vec<usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_characters_and_roles_may_be_numbered() {
        let text = "“No,” Ana said. “Never.”";
        let standoff = "T1\tSource 6 9\tAna\nT2\tCue 10 14\tsaid\nT3\tContent 0 5\t“No,”\n\
                        T4\tContent 16 24\t“Never.”\nT5\t\n\
                        E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3 Content2:T4\n";
        let found = parse(standoff, text);
        let words = |spans: &[Span]| -> Vec<String> {
            spans.iter().map(|s| s.slice(text).to_owned()).collect()
        };
        assert_eq!(found.len(), 1);
        assert_eq!(words(&found[0].source), ["Ana"]);
        assert_eq!(words(&found[0].cue), ["said"]);
        assert_eq!(words(&found[0].content), ["“No,”", "“Never.”"]);
    }

    #[test]
    fn a_verb_of_saying_is_no_source() {
        let text = "“No,” said Ana.";
        let standoff = "T1\tSource 6 10\tsaid\nT2\tCue 11 14\tAna\nT3\tContent 0 5\t“No,”\n\
                        E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n";
        let found = parse(standoff, text);
        assert_eq!(found[0].source[0].slice(text), "Ana");
        assert_eq!(found[0].cue[0].slice(text), "said");
    }

    #[test]
    fn discontinuous_words_and_no_source() {
        let text = "Talks, it is said, failed.";
        let standoff = "T1\tCue 10 17\tis said\nT2\tContent 0 5;19 25\tTalks failed\n\
                        E1\tAttribution-no-source:T1 Cue:T1 Content:T2\n";
        let found = parse(standoff, text);
        assert!(found[0].source.is_empty());
        assert_eq!(found[0].content.len(), 2);
    }
}
