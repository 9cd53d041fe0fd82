//! What of an article, and of each happening that it tells, speaks for or against its being one with
//! what another article tells.

use super::voice;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An article as the fusion sees it. Names and words are in lower case.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Story {
    /// Its identifier: unique, and what fixes the order.
    pub id: String,
    /// The day of publication.
    #[serde(with = "iso", default)]
    pub published: Option<Date>,
    /// First-level divisions and countries named or contained in ("US.TX", "US").
    pub regions: BTreeSet<String>,
    /// Full names (two words or more).
    pub people: BTreeSet<String>,
    /// Ages of people, in years.
    pub ages: BTreeSet<u32>,
    /// Words and how often they stand there.
    pub words: BTreeMap<String, u32>,
    /// Those of the words that are parts of names.
    pub names: BTreeSet<String>,
    /// MinHash signature of its wording.
    pub wording: Signature,
    /// The news agency that it credits.
    pub agency: Option<String>,
    /// What it tells of.
    pub happenings: Vec<Happening>,
}

/// One happening that an article tells of.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Happening {
    /// Its identifier: unique among the happenings of all articles.
    pub id: String,
    /// Types of event ("ASSAULT"); without any it may be of every type.
    pub types: BTreeSet<String>,
    /// Whether it is several happenings told as one: a campaign, a total over a period.
    pub campaign: bool,
    /// Whether it is told as having taken place, as denied, as planned.
    pub reality: Reality,
    /// First and last day that it may have been.
    #[serde(with = "iso_pair", default)]
    pub days: Option<(Date, Date)>,
    /// Where.
    pub place: Option<Spot>,
    /// Words of the names of those who did it.
    pub actors: BTreeSet<String>,
    /// Words of the names of those to whom it was done.
    pub targets: BTreeSet<String>,
    /// How many were killed; `None` where the text does not say.
    pub killed: Option<u64>,
    /// How many were hurt and lived.
    pub injured: Option<u64>,
    /// Words of the sentences that tell it.
    pub words: BTreeMap<String, u32>,
}

/// Whether a happening is told as having taken place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Reality {
    /// It took place.
    #[default]
    Real,
    /// Every voice denies it.
    Denied,
    /// It is planned, promised, threatened.
    Planned,
    /// It is a habit or only supposed: never one with what another article tells.
    Supposed,
}

/// A place with how closely it is told.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Spot {
    /// The name, in lower case.
    pub name: String,
    /// Degrees north and east.
    pub point: Option<(f64, f64)>,
    /// How large it is.
    pub reach: Reach,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// First-level division.
    pub division: Option<String>,
}

/// How large a place is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum Reach {
    /// A town or less.
    #[default]
    Town,
    /// A division of a country, or any larger stretch within one.
    Region,
    /// A country, or several.
    Country,
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

/// Two days as ["2025-03-01", "2025-03-02"].
mod iso_pair {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    #[allow(
        clippy::ref_option,
        reason = "serde hands a reference to the field as it is"
    )]
    pub fn serialize<S: Serializer>(days: &Option<(Date, Date)>, to: S) -> Result<S::Ok, S::Error> {
        days.map(|(first, last)| (first.to_string(), last.to_string()))
            .serialize(to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<(Date, Date)>, D::Error> {
        let Some((first, last)) = Option::<(String, String)>::deserialize(from)? else {
            return Ok(None);
        };
        let day = |text: String| text.parse().map_err(D::Error::custom);
        Ok(Some((day(first)?, day(last)?)))
    }
}
