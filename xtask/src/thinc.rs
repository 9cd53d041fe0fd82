//! Reads networks as thinc writes them: MessagePack of `nodes`, `attrs`, `params`, one entry a
//! node in the order of a breadth-first walk.

use anyhow::{Context, Result, bail, ensure};
use rmpv::Value;

/// A network, flattened to its nodes.
pub struct Network {
    nodes: Vec<Node>,
}

/// One node: a layer, or a combinator that has no parameters of its own.
pub struct Node {
    /// Layer type, for example `maxout`; combinators have a composed name.
    pub name: String,
    dims: Value,
    refs: Value,
    attrs: Value,
    params: Value,
}

/// An array of 32-bit floats, row by row.
pub struct Floats {
    /// Size of each dimension.
    pub shape: Vec<usize>,
    /// The numbers.
    pub data: Vec<f32>,
}

impl Network {
    /// Reads the bytes of a `model` file.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file = rmpv::decode::read_value(&mut &bytes[..])?;
        let list = |key: &str| -> Result<Vec<Value>> {
            let list = get(&file, key).and_then(Value::as_array);
            Ok(list.with_context(|| format!("no `{key}`"))?.clone())
        };
        let nodes = list("nodes")?
            .into_iter()
            .zip(list("attrs")?)
            .zip(list("params")?)
            .map(|((node, attrs), params)| {
                let text = |key| get(&node, key).and_then(Value::as_str);
                Ok(Node {
                    name: text("name").context("node without a name")?.to_owned(),
                    dims: get(&node, "dims").cloned().unwrap_or(Value::Nil),
                    refs: get(&node, "refs").cloned().unwrap_or(Value::Nil),
                    attrs,
                    params,
                })
            })
            .collect::<Result<_>>()?;
        Ok(Self { nodes })
    }

    /// The nodes of one layer type, in walk order.
    pub fn named(&self, name: &str) -> Vec<&Node> {
        self.nodes.iter().filter(|n| n.name == name).collect()
    }

    /// The only node of a layer type.
    pub fn one(&self, name: &str) -> Result<&Node> {
        match self.named(name)[..] {
            [node] => Ok(node),
            ref nodes => bail!("{} layers `{name}` where one is expected", nodes.len()),
        }
    }

    /// The node to which the network's outermost node refers as `name`.
    pub fn reference(&self, name: &str) -> Result<&Node> {
        self.nodes
            .first()
            .and_then(|root| get(&root.refs, name)?.as_u64())
            .and_then(|index| self.nodes.get(index as usize))
            .with_context(|| format!("the network has no `{name}` layer"))
    }

    /// Whether it listens to the shared `tok2vec` in place of having one of its own.
    pub fn listens(&self) -> bool {
        self.nodes.iter().any(|n| n.name == "tok2vec-listener")
    }
}

impl Node {
    /// A dimension such as `nO`.
    pub fn dim(&self, name: &str) -> Result<usize> {
        get(&self.dims, name)
            .and_then(Value::as_u64)
            .map(|n| n as usize)
            .with_context(|| format!("layer `{}` has no size {name}", self.name))
    }

    /// An attribute. Attributes are packed a second time, each on its own.
    pub fn attr(&self, name: &str) -> Result<Value> {
        let packed = get(&self.attrs, name)
            .and_then(Value::as_slice)
            .with_context(|| format!("layer `{}` has no attribute {name}", self.name))?;
        Ok(rmpv::decode::read_value(&mut &packed[..])?)
    }

    /// A parameter array.
    pub fn param(&self, name: &str) -> Result<Floats> {
        get(&self.params, name)
            .with_context(|| format!("layer `{}` has no parameter {name}", self.name))
            .and_then(Floats::read)
    }
}

impl Floats {
    /// Reads an array as msgpack-numpy writes it.
    fn read(value: &Value) -> Result<Self> {
        let kind = get(value, "type").and_then(Value::as_str);
        ensure!(kind == Some("<f4"), "array of type {kind:?}, not <f4");
        let shape: Vec<usize> = get(value, "shape")
            .and_then(Value::as_array)
            .context("array without a shape")?
            .iter()
            .filter_map(|n| n.as_u64().map(|n| n as usize))
            .collect();
        let bytes = get(value, "data")
            .and_then(Value::as_slice)
            .context("array without data")?;
        let data = floats(bytes);
        ensure!(
            data.len() == shape.iter().product::<usize>(),
            "array of {} numbers with shape {shape:?}",
            data.len()
        );
        Ok(Self { shape, data })
    }

    /// Reads a two-dimensional array in numpy's `.npy` format.
    pub fn read_npy(bytes: &[u8]) -> Result<Self> {
        ensure!(
            bytes.starts_with(b"\x93NUMPY\x01") && bytes.len() >= 10,
            "not a .npy file"
        );
        let length = u16::from_le_bytes([bytes[8], bytes[9]]) as usize;
        let header = bytes.get(10..10 + length).context("short .npy header")?;
        let header = std::str::from_utf8(header)?;
        ensure!(
            header.contains("'<f4'") && header.contains("'fortran_order': False"),
            "unexpected array: {header}"
        );
        let shape = header
            .split_once("'shape': (")
            .and_then(|(_, rest)| rest.split_once(')'))
            .context("no shape")?
            .0
            .split(',')
            .filter_map(|n| n.trim().parse().ok())
            .collect::<Vec<usize>>();
        let data = floats(&bytes[10 + length..]);
        ensure!(data.len() == shape.iter().product::<usize>(), "cut short");
        Ok(Self { shape, data })
    }
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    let chunks = bytes.as_chunks::<4>().0;
    chunks.iter().map(|b| f32::from_le_bytes(*b)).collect()
}

/// The value of a key in a MessagePack map, whether the key was packed as text or as bytes.
pub fn get<'v>(map: &'v Value, key: &str) -> Option<&'v Value> {
    map.as_map()?
        .iter()
        .find(|(k, _)| k.as_slice() == Some(key.as_bytes()))
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A `.npy` file of one row of two numbers, as numpy 2 writes it.
    fn npy() -> Vec<u8> {
        let mut header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }".to_owned();
        header.push_str(&" ".repeat(117 - header.len()));
        header.push('\n');
        let mut file = b"\x93NUMPY\x01\x00\x76\x00".to_vec();
        file.extend(header.as_bytes());
        for number in [1.5f32, -2.0] {
            file.extend(number.to_le_bytes());
        }
        file
    }

    #[test]
    fn arrays_of_numpy_are_read() {
        let array = Floats::read_npy(&npy()).unwrap();
        assert_eq!(array.shape, [1, 2]);
        assert_eq!(array.data, [1.5, -2.0]);
    }

    #[test]
    fn an_array_cut_short_is_an_error() {
        let file = npy();
        for end in 0..file.len() {
            assert!(Floats::read_npy(&file[..end]).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn nodes_give_their_parameters() {
        let number = |n: u64| Value::from(n);
        let array = Value::Map(vec![
            (Value::Binary(b"type".to_vec()), Value::from("<f4")),
            (
                Value::Binary(b"shape".to_vec()),
                Value::Array(vec![number(2)]),
            ),
            (
                Value::Binary(b"data".to_vec()),
                Value::Binary([1.0f32, 2.0].map(f32::to_le_bytes).concat()),
            ),
        ]);
        let map = |entries: Vec<(&str, Value)>| {
            let entries = entries.into_iter();
            Value::Map(entries.map(|(k, v)| (Value::from(k), v)).collect())
        };
        let node = |name: &str| {
            map(vec![
                ("name", Value::from(name)),
                ("dims", map(vec![("nO", number(2))])),
                ("refs", map(vec![("output", number(1))])),
            ])
        };
        let file = map(vec![
            ("nodes", Value::Array(vec![node("chain"), node("linear")])),
            ("attrs", Value::Array(vec![map(vec![]), map(vec![])])),
            (
                "params",
                Value::Array(vec![map(vec![]), map(vec![("b", array)])]),
            ),
        ]);
        let mut bytes = Vec::new();
        rmpv::encode::write_value(&mut bytes, &file).unwrap();
        let network = Network::read(&bytes).unwrap();
        assert_eq!(network.one("linear").unwrap().dim("nO").unwrap(), 2);
        assert_eq!(network.reference("output").unwrap().name, "linear");
        let bias = network.one("linear").unwrap().param("b").unwrap();
        assert_eq!(bias.data, [1.0, 2.0]);
        assert!(network.one("maxout").is_err() && !network.listens());
    }
}
