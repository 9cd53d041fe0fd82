//! `xtask model`: a spaCy package in, a model file and its card out.

use crate::package::Package;
use crate::{convert, strings};
use anyhow::{Context, Result};
use dateline_text::model::write_model;
use std::fmt::Write as _;
use std::path::Path;

/// The heading of a card's last section.
const MEASURED: &str = "## Measured";

/// Converts the package at `path`; writes `out` and, beside it, the card `out` with `.md`.
pub fn run(path: &Path, out: &Path) -> Result<()> {
    let package = Package::open(path)?;
    let converted = convert::networks(&package)?;
    for note in &converted.notes {
        eprintln!("note: {note}");
    }
    let mut sections = converted.sections;
    sections.extend(strings::sections(&package)?);
    let file = write_model(&sections);
    std::fs::write(out, &file).with_context(|| out.display().to_string())?;
    let card = out.with_extension("md");
    let mut text = card_text(&package, &sections, file.len())?;
    // What was measured is written by hand, and stays when the model is converted again.
    let before = std::fs::read_to_string(&card).unwrap_or_default();
    if let Some(at) = before.find(MEASURED) {
        text.push_str(&before[at..]);
    }
    std::fs::write(&card, text).with_context(|| card.display().to_string())?;
    println!("{} {} bytes", out.display(), file.len());
    Ok(())
}

/// The model card: what the package says of itself, licences, and the sizes of the parts.
fn card_text(package: &Package, sections: &[(String, Vec<u8>)], size: usize) -> Result<String> {
    let meta = package.json("meta.json")?;
    let field = |key: &str| meta[key].as_str().unwrap_or("unknown").to_owned();
    let mut card = String::new();
    writeln!(
        card,
        "# {}_{} {}\n",
        field("lang"),
        field("name"),
        field("version")
    )?;
    writeln!(
        card,
        "{}\n\nConverted by `cargo run -p xtask -- model` from the spaCy package of that name and \
         version by {} ({}). Licence: {}. Embedding tables are rounded to 16-bit floats, \
         static vectors too, after multiplication by the matrix that follows them; all other \
         weights are as they were.\n",
        field("description"),
        field("author"),
        field("url"),
        field("license"),
    )?;
    writeln!(card, "Pipes: {}.\n", package.pipes()?.join(", "))?;
    writeln!(card, "## Sources, as the package states them\n")?;
    for source in meta["sources"].as_array().map_or(&[][..], |list| list) {
        let part = |key: &str| source[key].as_str().unwrap_or("");
        writeln!(
            card,
            "- {} ({}), {}, {}",
            part("name"),
            part("url"),
            part("license"),
            part("author").trim()
        )?;
    }
    writeln!(card, "\n## Size\n\n| part | bytes |\n|---|---|")?;
    for (name, payload) in sections {
        writeln!(card, "| {name} | {} |", payload.len())?;
    }
    writeln!(card, "| whole file | {size} |\n")?;
    for (title, file) in [
        ("Licence", "LICENSE"),
        ("Licences of the sources", "LICENSES_SOURCES"),
    ] {
        if let Some(text) = package.file(file) {
            let text = String::from_utf8_lossy(&text);
            writeln!(card, "## {title}\n\n```text\n{}\n```\n", text.trim())?;
        }
    }
    Ok(card)
}
