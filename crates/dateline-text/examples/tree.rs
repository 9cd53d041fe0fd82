//! Prints the parse of each line of standard input, a token a row, to read errors by.
//!
//! `cargo run --profile quick -p dateline-text --example tree -- models/en_core_web_md.dateline < TEXT`
//!
//! Columns: index, word, lemma, part of speech, tag, label, index of the head, type of the name.

use dateline_span::Span;
use dateline_text::Language;
use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let model = std::env::args().nth(1).ok_or("name the model's file")?;
    let language = Language::load(&std::fs::read(model)?)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let doc = language.read_parts(&line, &[Span::new(0, line.len())]);
        for tok in doc.toks() {
            let head = tok.head().map_or(tok.i, |h| h.i);
            writeln!(
                out,
                "{}\t{}\t{}\t{:?}\t{}\t{}\t{head}\t{}",
                tok.i,
                tok.text(),
                tok.lemma(),
                tok.pos(),
                tok.tag(),
                tok.dep(),
                tok.name_label()
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}
