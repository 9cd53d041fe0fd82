//! What of a text speaks for or against its telling of the same happening as another.

use super::voice;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A text as the fusion sees it. Names and words are in lower case.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Its identifier: unique, and what fixes the order.
    pub id: String,
    /// The day of publication.
    #[serde(with = "iso", default)]
    pub published: Option<Date>,
    /// The day of the happening, where the text tells it.
    #[serde(with = "iso", default)]
    pub day: Option<Date>,
    /// The town, where the text tells it.
    pub town: Option<String>,
    /// First-level divisions and countries named or contained in ("US.TX", "US").
    pub regions: BTreeSet<String>,
    /// Full names of people (two words or more).
    pub people: BTreeSet<String>,
    /// Ages of people, in years.
    pub ages: BTreeSet<u32>,
    /// How many were killed; `None` where the text does not say.
    pub killed: Option<u32>,
    /// Words and how often they stand there.
    pub words: BTreeMap<String, u32>,
    /// Those of the words that are parts of names.
    pub names: BTreeSet<String>,
    /// MinHash signature of its wording.
    pub wording: Signature,
    /// The news agency that it credits.
    pub agency: Option<String>,
}

/// Least hashes of a text's runs of words: equal places tell the share of runs that two texts share.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Signature(pub(super) Vec<u64>);

impl Signature {
    /// The signature of a text given as its words.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        voice::signature(words)
    }
}

/// Days as "2025-03-01".
mod iso {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    #[allow(
        clippy::ref_option,
        reason = "serde hands a reference to the field as it is"
    )]
    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Date>, D::Error> {
        Option::<String>::deserialize(from)?
            .map(|day| day.parse().map_err(D::Error::custom))
            .transpose()
    }
}
