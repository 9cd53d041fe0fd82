//! A spaCy 3 package: a folder, or a wheel that nests one.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::cell::RefCell;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// The files of a pipeline, by their path inside its folder (`parser/model`, `meta.json` …).
pub struct Package {
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Wheel {
        archive: RefCell<ZipArchive<File>>,
        prefix: String,
    },
}

impl Package {
    /// Opens a package. The pipeline's own folder is the one that holds `config.cfg`; it may lie
    /// deeper in the folder or wheel, as it does in what pip installs.
    pub fn open(path: &Path) -> Result<Self> {
        let place = if path.is_dir() {
            let folder = find_pipeline(path)?
                .with_context(|| format!("no config.cfg below {}", path.display()))?;
            Place::Folder(folder)
        } else {
            let file = File::open(path).with_context(|| path.display().to_string())?;
            let archive = ZipArchive::new(file)
                .with_context(|| format!("{} is neither folder nor wheel", path.display()))?;
            let prefix = archive
                .file_names()
                .filter_map(|name| Some(name.ok()?.strip_suffix("config.cfg")?.to_owned()))
                .min_by_key(String::len)
                .with_context(|| format!("no config.cfg in {}", path.display()))?;
            Place::Wheel {
                archive: RefCell::new(archive),
                prefix,
            }
        };
        Ok(Self { place })
    }

    /// The bytes of a file, or `None` where the package has no such file.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        match &self.place {
            Place::Folder(folder) => std::fs::read(folder.join(path)).ok(),
            Place::Wheel { archive, prefix } => {
                let mut archive = archive.borrow_mut();
                let mut entry = archive.by_name(&format!("{prefix}{path}")).ok()?;
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).ok()?;
                Some(bytes)
            }
        }
    }

    /// The bytes of a file that must be there.
    pub fn need(&self, path: &str) -> Result<Vec<u8>> {
        self.file(path)
            .with_context(|| format!("the package has no {path}"))
    }

    /// A JSON file that must be there.
    pub fn json(&self, path: &str) -> Result<Value> {
        serde_json::from_slice(&self.need(path)?).with_context(|| path.to_owned())
    }

    /// A MessagePack file that must be there.
    pub fn msgpack(&self, path: &str) -> Result<rmpv::Value> {
        let bytes = self.need(path)?;
        rmpv::decode::read_value(&mut bytes.as_slice()).with_context(|| path.to_owned())
    }

    /// The pipes that run, in order: those of `meta.json` that are not disabled.
    pub fn pipes(&self) -> Result<Vec<String>> {
        let meta = self.json("meta.json")?;
        let names = |key: &str| -> Vec<String> {
            let list = meta[key].as_array().map_or(&[][..], |list| list);
            list.iter()
                .filter_map(|name| name.as_str().map(str::to_owned))
                .collect()
        };
        let disabled = names("disabled");
        let pipes: Vec<String> = names("pipeline")
            .into_iter()
            .filter(|name| !disabled.contains(name))
            .collect();
        if pipes.is_empty() {
            bail!("meta.json lists no pipeline");
        }
        Ok(pipes)
    }
}

/// The shallowest folder at or below `path` that holds a `config.cfg`.
fn find_pipeline(path: &Path) -> Result<Option<PathBuf>> {
    let mut level = vec![path.to_owned()];
    while !level.is_empty() {
        if let Some(found) = level.iter().find(|f| f.join("config.cfg").is_file()) {
            return Ok(Some(found.clone()));
        }
        let mut deeper = Vec::new();
        for folder in &level {
            for entry in std::fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    deeper.push(entry.path());
                }
            }
        }
        deeper.sort();
        level = deeper;
    }
    Ok(None)
}
