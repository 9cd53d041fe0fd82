//! Rebuilds the crate when an entry of the codebook is added or removed: `include_dir` watches only
//! the files that it found when it last ran.

fn main() {
    println!("cargo::rerun-if-changed=../../codebook");
}
