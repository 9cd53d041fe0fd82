//! The networks of a spaCy package as sections of a model file. The reader of each section, with
//! its layout, is the module of the same name in `dateline_text::model`.

use crate::package::Package;
use crate::thinc::{Floats, Network, Node, get};
use anyhow::{Context, Result, bail, ensure};
use dateline_text::model::Encoder;
use half::f16;
use serde_json::Value;

/// The pipes whose work Dateline does; the string pipes are read by [`crate::strings`].
const KNOWN: [&str; 7] = [
    "tok2vec",
    "tagger",
    "morphologizer",
    "parser",
    "attribute_ruler",
    "lemmatizer",
    "ner",
];

/// Sections of the networks, and notes on what was left out.
pub struct Converted {
    /// Names and payloads.
    pub sections: Vec<(String, Vec<u8>)>,
    /// What the pipeline has and Dateline does not run.
    pub notes: Vec<String>,
}

/// Reads all networks of a package.
pub fn networks(package: &Package) -> Result<Converted> {
    let pipes = package.pipes()?;
    let mut notes = Vec::new();
    for pipe in &pipes {
        if !KNOWN.contains(&pipe.as_str()) {
            notes.push(format!("pipe `{pipe}` is not known and was left out"));
        }
    }
    let meta = package.json("meta.json")?;
    let mut pipeline = Encoder::default();
    for key in ["lang", "name", "version"] {
        pipeline.str(meta[key].as_str().unwrap_or(""));
    }
    pipeline.strs(&pipes);
    let mut sections = vec![("pipeline".to_owned(), pipeline.finish())];

    let vectors = Vectors::read(package)?;
    if let Some(vectors) = &vectors {
        sections.push(("vectors".to_owned(), vectors.keys_section()));
    }
    let mut encoders = Encoders {
        package,
        vectors,
        sections: Vec::new(),
        shared: None,
    };
    for pipe in &pipes {
        let section = match pipe.as_str() {
            "tagger" | "morphologizer" => tagger(&mut encoders, pipe)?,
            "parser" | "ner" => transitions(&mut encoders, pipe)?,
            _ => continue,
        };
        sections.push((pipe.clone(), section));
    }
    sections.append(&mut encoders.sections);
    Ok(Converted { sections, notes })
}

/// The token encoders met so far: the shared one once, and one for each pipe that owns its own.
struct Encoders<'p> {
    package: &'p Package,
    vectors: Option<Vectors>,
    sections: Vec<(String, Vec<u8>)>,
    shared: Option<usize>,
}

impl Encoders<'_> {
    /// The number of the encoder that feeds `network`, written out when it is new.
    fn of(&mut self, pipe: &str, network: &Network) -> Result<u32> {
        if !network.listens() {
            let section = tok2vec(network, self.vectors.as_ref()).context(pipe.to_owned())?;
            return Ok(self.add(section) as u32);
        }
        let index = match self.shared {
            Some(index) => index,
            None => {
                let network = Network::read(&self.package.need("tok2vec/model")?)?;
                let section = tok2vec(&network, self.vectors.as_ref()).context("tok2vec")?;
                self.add(section)
            }
        };
        self.shared = Some(index);
        Ok(index as u32)
    }

    fn add(&mut self, section: Vec<u8>) -> usize {
        let index = self.sections.len();
        self.sections.push((format!("tok2vec.{index}"), section));
        index
    }
}

/// `vocab/vectors` and `vocab/key2row`.
struct Vectors {
    table: Floats,
    rows: Vec<(u64, u32)>,
}

impl Vectors {
    fn read(package: &Package) -> Result<Option<Self>> {
        let Some(bytes) = package.file("vocab/vectors") else {
            return Ok(None);
        };
        let table = Floats::read_npy(&bytes).context("vocab/vectors")?;
        if table.data.is_empty() {
            return Ok(None);
        }
        if let Some(settings) = package.file("vocab/vectors.cfg") {
            let settings: Value = serde_json::from_slice(&settings)?;
            let mode = settings["mode"].as_str().unwrap_or("default");
            ensure!(mode == "default", "vectors of mode `{mode}` are not known");
        }
        let keys = package.msgpack("vocab/key2row")?;
        let mut rows: Vec<(u64, u32)> = keys
            .as_map()
            .context("vocab/key2row is no map")?
            .iter()
            .filter_map(|(key, row)| Some((key.as_u64()?, u32::try_from(row.as_u64()?).ok()?)))
            .collect();
        rows.sort_unstable();
        Ok(Some(Self { table, rows }))
    }

    /// u32 count, keys, rows (each ascending by key).
    fn keys_section(&self) -> Vec<u8> {
        let mut section = Encoder::default();
        section.u32(self.rows.len() as u32);
        for (key, _) in &self.rows {
            section.u64(*key);
        }
        for (_, row) in &self.rows {
            section.u32(*row);
        }
        section.finish()
    }

    /// Every vector multiplied by the encoder's matrix (`W`, width × size), summed in double
    /// precision: one more embedding table.
    fn projected(&self, matrix: &Floats) -> Result<Floats> {
        let [width, size] = matrix.shape[..] else {
            bail!("static_vectors: W of shape {:?}", matrix.shape);
        };
        ensure!(self.table.shape[1] == size, "vectors of another size");
        let mut data = Vec::with_capacity(self.table.shape[0] * width);
        for vector in self.table.data.chunks_exact(size) {
            for column in matrix.data.chunks_exact(size) {
                let pairs = vector.iter().zip(column);
                let sum: f64 = pairs.map(|(v, w)| f64::from(*v) * f64::from(*w)).sum();
                data.push(sum as f32);
            }
        }
        Ok(Floats {
            shape: vec![self.table.shape[0], width],
            data,
        })
    }
}

/// A token encoder: hash embeddings, their mix, and the convolutions.
fn tok2vec(network: &Network, vectors: Option<&Vectors>) -> Result<Vec<u8>> {
    let columns = network.one("extract_features")?.attr("columns")?;
    let columns: Vec<&str> = columns
        .as_array()
        .context("columns")?
        .iter()
        .filter_map(rmpv::Value::as_str)
        .collect();
    let tables = network.named("hashembed");
    ensure!(
        tables.len() == columns.len(),
        "{} embeddings for {} attributes",
        tables.len(),
        columns.len()
    );
    let mut section = Encoder::default();
    section.u32(tables.len() as u32);
    for (column, table) in columns.iter().zip(&tables) {
        section.str(column);
        section.u32(table.attr("seed")?.as_u64().context("seed")? as u32);
        halves(&mut section, &table.param("E")?);
    }
    match network.named("static_vectors")[..] {
        [] => section.u8(0),
        [node] => {
            let vectors = vectors.context("static vectors, but the package has none")?;
            section.u8(1);
            halves(&mut section, &vectors.projected(&node.param("W")?)?);
        }
        _ => bail!("more than one static_vectors layer"),
    }
    let mixes = network.named("maxout");
    let norms = network.named("layernorm");
    ensure!(
        mixes.len() == norms.len() && !mixes.is_empty(),
        "{} maxout layers, {} layer norms",
        mixes.len(),
        norms.len()
    );
    for window in network.named("expand_window") {
        let size = window.attr("window_size")?.as_u64();
        ensure!(size == Some(1), "window of {size:?} words on each side");
    }
    section.u32(mixes.len() as u32 - 1);
    for (mix, norm) in mixes.iter().zip(norms) {
        maxout(&mut section, mix, norm)?;
    }
    Ok(section.finish())
}

/// u32 pieces, weights (outputs × pieces rows), bias, gain and shift of the layer norm.
fn maxout(section: &mut Encoder, mix: &Node, norm: &Node) -> Result<()> {
    section.u32(mix.dim("nP")? as u32);
    table(section, &mix.param("W")?);
    singles(section, &mix.param("b")?);
    singles(section, &norm.param("G")?);
    singles(section, &norm.param("b")?);
    Ok(())
}

/// u32 encoder, labels (for each: tag, morphology, part of speech), weights, bias.
fn tagger(encoders: &mut Encoders, pipe: &str) -> Result<Vec<u8>> {
    let network = Network::read(&encoders.package.need(&format!("{pipe}/model"))?)?;
    let softmax = network.one("softmax").context(pipe.to_owned())?;
    let settings = encoders.package.json(&format!("{pipe}/cfg"))?;
    let mut section = Encoder::default();
    section.u32(encoders.of(pipe, &network)?);
    if pipe == "tagger" {
        let labels = settings["labels"].as_array().context("tagger labels")?;
        section.u32(labels.len() as u32);
        for label in labels {
            section.str(label.as_str().context("tagger label")?);
            section.str("");
            section.str("");
        }
    } else {
        let labels = settings["labels_morph"].as_object();
        let labels = labels.context("morphologizer labels")?;
        section.u32(labels.len() as u32);
        for (label, morph) in labels {
            let pos = label.split('|').find_map(|part| part.strip_prefix("POS="));
            section.str("");
            section.str(morph.as_str().unwrap_or(""));
            section.str(pos.unwrap_or(""));
        }
    }
    table(&mut section, &softmax.param("W")?);
    singles(&mut section, &softmax.param("b")?);
    Ok(section.finish())
}

/// u32 encoder, moves (u8 kind, label), then the layers: linear, affine with its pad, output.
fn transitions(encoders: &mut Encoders, pipe: &str) -> Result<Vec<u8>> {
    let network = Network::read(&encoders.package.need(&format!("{pipe}/model"))?)?;
    let mut section = Encoder::default();
    section.u32(encoders.of(pipe, &network)?);
    let moves = moves(encoders.package, pipe)?;
    section.u32(moves.len() as u32);
    for (kind, label) in &moves {
        section.u8(*kind);
        section.str(label);
    }
    let upper = network.reference("upper")?;
    ensure!(upper.name == "linear", "{pipe}: no output layer");
    let lower = network.reference("lower")?;
    let linears = network.named("linear");
    let narrow = linears
        .into_iter()
        .find(|node| !std::ptr::eq(*node, upper))
        .with_context(|| format!("{pipe}: no linear layer on the encoder"))?;
    table(&mut section, &narrow.param("W")?);
    singles(&mut section, &narrow.param("b")?);
    section.u32(lower.dim("nF")? as u32);
    section.u32(lower.dim("nP")? as u32);
    table(&mut section, &lower.param("W")?);
    singles(&mut section, &lower.param("b")?);
    singles(&mut section, &lower.param("pad")?);
    table(&mut section, &upper.param("W")?);
    singles(&mut section, &upper.param("b")?);
    ensure!(
        upper.dim("nO")? == moves.len(),
        "{pipe}: {} scores for {} moves",
        upper.dim("nO")?,
        moves.len()
    );
    Ok(section.finish())
}

/// The moves of a pipe, in the order of their scores.
fn moves(package: &Package, pipe: &str) -> Result<Vec<(u8, String)>> {
    let file = package.msgpack(&format!("{pipe}/moves"))?;
    let table = get(&file, "moves").and_then(rmpv::Value::as_str);
    let table: Value = serde_json::from_str(table.context("no moves")?)?;
    in_order(table.as_object().context("moves are no map")?)
}

/// Moves are numbered by kind, within a kind the most frequent label first and among equals the
/// last in the alphabet. Labels that were added later (frequency below zero) come at the end, each
/// with all kinds to which it was added.
fn in_order(kinds: &serde_json::Map<String, Value>) -> Result<Vec<(u8, String)>> {
    let mut first = Vec::new();
    let mut added = Vec::new();
    for (kind, labels) in kinds {
        let kind: u8 = kind.parse().context("kind of move")?;
        for (label, count) in labels.as_object().context("labels are no map")? {
            let count = count.as_i64().context("frequency")?;
            if count < 0 {
                added.push((count, label.clone(), kind));
            } else {
                first.push((kind, -count, label.clone()));
            }
        }
    }
    first.sort_by(|a, b| (a.0, a.1, &b.2).cmp(&(b.0, b.1, &a.2)));
    added.sort_by(|a, b| (b.0, &b.1, a.2).cmp(&(a.0, &a.1, b.2)));
    let mut moves: Vec<(u8, String)> = first.into_iter().map(|(k, _, l)| (k, l)).collect();
    for (_, label, _) in &added {
        let mut kinds: Vec<u8> = added
            .iter()
            .filter(|a| a.1 == *label)
            .map(|a| a.2)
            .collect();
        kinds.sort_unstable();
        for kind in kinds {
            if !moves.contains(&(kind, label.clone())) {
                moves.push((kind, label.clone()));
            }
        }
    }
    Ok(moves)
}

/// A table of 16-bit floats: u8 bytes of a value, u32 rows, u32 columns, values.
fn halves(section: &mut Encoder, array: &Floats) {
    table_head(section, 2, array);
    for value in &array.data {
        section.u16(f16::from_f32(*value).to_bits());
    }
}

/// A table of 32-bit floats.
fn table(section: &mut Encoder, array: &Floats) {
    table_head(section, 4, array);
    section.f32s(&array.data);
}

fn table_head(section: &mut Encoder, size: u8, array: &Floats) {
    let columns = array.shape.last().copied().unwrap_or(1).max(1);
    section.u8(size);
    section.u32((array.data.len() / columns) as u32);
    section.u32(columns as u32);
}

/// A list of 32-bit floats: u32 count, values.
fn singles(section: &mut Encoder, array: &Floats) {
    section.u32(array.data.len() as u32);
    section.f32s(&array.data);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_stand_as_spacy_numbers_them() {
        // spaCy's own order for this table, by TransitionSystem.initialize_actions.
        let table = serde_json::json!({
            "3": {"b": 5, "a": 5, "c": 9},
            "0": {"": 7},
            "2": {"late": -3, "x": 1, "later": -2, "last": -2},
            "1": {"late": -1, "": 3},
        });
        let order = in_order(table.as_object().unwrap()).unwrap();
        let order: Vec<(u8, &str)> = order.iter().map(|(k, l)| (*k, l.as_str())).collect();
        let expected = [
            (0, ""),
            (1, ""),
            (2, "x"),
            (3, "c"),
            (3, "b"),
            (3, "a"),
            (1, "late"),
            (2, "late"),
            (2, "later"),
            (2, "last"),
        ];
        assert_eq!(order, expected);
    }
}
