//! Development tasks. `cargo run -p xtask -- model PACKAGE OUT` makes a model file of a spaCy 3
//! package; `gazetteer FOLDER OUT` makes the built-in gazetteer; `names MODEL OUT FILE…` learns the
//! weights of names from annotated words; `overlap FOLDER…` looks for text of the measuring data in the project.

mod convert;
mod gazetteer;
mod model;
mod names;
mod overlap;
mod package;
mod strings;
mod thinc;

use anyhow::{Result, bail};

const USAGE: &str = "usage: xtask model PACKAGE_FOLDER_OR_WHEEL OUT | xtask gazetteer FOLDER OUT | \
                     xtask names MODEL OUT FILE… | xtask overlap FOLDER…";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["model", package, out] => model::run(package.as_ref(), out.as_ref()),
        ["gazetteer", folder, out] => gazetteer::run(folder.as_ref(), out.as_ref()),
        ["names", model, out, ref files @ ..] => names::run(model.as_ref(), out, files),
        ["overlap", ref folders @ ..] if !folders.is_empty() => overlap::run(folders),
        _ => bail!(USAGE),
    }
}
