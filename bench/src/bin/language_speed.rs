//! `language_speed ROUNDS FILE...`: reads the texts of the files `ROUNDS` times with the English
//! language layer and prints the number of tokens read. `spacy_speed.py` runs and times it.

use anyhow::{Context, Result, ensure};
use dateline_bench::{ENGLISH, texts};
use dateline_text::Language;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (rounds, files) = arguments.split_first().context("name rounds and files")?;
    let rounds: u32 = rounds.parse().context("rounds")?;
    ensure!(!files.is_empty(), "name files of texts");
    let language = Language::load(ENGLISH)?;
    let mut read = Vec::new();
    for file in files {
        read.extend(texts(Path::new(file))?);
    }
    let mut tokens = 0;
    for _ in 0..rounds {
        tokens += read
            .iter()
            .map(|text| language.read(text).len())
            .sum::<usize>();
    }
    println!("{tokens}");
    Ok(())
}
