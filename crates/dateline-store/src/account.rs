//! What the tellings of an incident agree on and where they differ: who says what.

use crate::error::StoreError;
use crate::ledger::Ledger;
use crate::record::{
    ArgumentRecord, ArticleRecords, ClaimRecord, FusedRecord, IncidentRecord, LocationRecord,
};
use crate::toll::{self, Toll};
use serde::Serialize;
use std::collections::BTreeSet;

/// An incident as it stands: its tellings, what they agree on, where they differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Account {
    /// The incident's id: across articles, or that of an article that alone tells it.
    pub id: String,
    /// Whether it is several happenings told as one.
    pub campaign: bool,
    /// Its tellings, by day of publication.
    pub tellings: Vec<Telling>,
    /// Independent voices: near-copies of one text are one.
    pub voices: u32,
    /// Fields of which at least one claim speaks.
    pub fields: Vec<ToldField>,
    /// Numbers of people, by what became of them.
    pub tolls: Vec<ToldToll>,
    /// Of a campaign: ids of the incidents that fall into it.
    pub holds: Vec<String>,
}

/// An article's telling.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Telling {
    /// Article id.
    pub article: String,
    /// The article's own incident.
    pub incident: String,
    /// Headline.
    pub heading: String,
    /// The publisher's name.
    pub outlet: Option<String>,
    /// The article's address.
    pub url: Option<String>,
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Number of the voice, from 1.
    pub voice: u32,
    /// Ids of its claims.
    pub claims: Vec<String>,
}

/// A field with the values told of it: one where all agree.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ToldField {
    /// `event`, `happened` (where somebody denies it), `time`, `place`, `actor`, `recipient`, `victim`,
    /// `means`.
    pub field: String,
    /// Values in the order in which they were first told.
    pub values: Vec<ToldValue>,
}

/// A value and who tells it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ToldValue {
    /// The closest naming told.
    pub value: String,
    /// Who tells it, in the order of tellings.
    pub tellers: Vec<Teller>,
}

/// Who tells a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Teller {
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Id of the claim.
    pub claim: String,
    /// The innermost source as the article names it; absent for the article's own voice.
    pub source: Option<String>,
    /// The publisher's name.
    pub outlet: Option<String>,
    /// Number of the voice.
    pub voice: u32,
}

/// Numbers told of what became of people.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ToldToll {
    /// `killed`, `wounded`, `missing`, `arrested`, `abducted`, `displaced`, `freed`.
    pub meaning: String,
    /// Low, best, high: see [`Toll`].
    #[serde(flatten)]
    pub toll: Toll,
    /// Each number with who tells it, by day of publication: how it moved.
    pub numbers: Vec<ToldNumber>,
}

/// A number and who tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ToldNumber {
    /// Its words.
    pub words: String,
    /// Least number that they say.
    pub low: u64,
    /// Greatest; absent where they set no bound.
    pub high: Option<u64>,
    /// Who.
    #[serde(flatten)]
    pub teller: Teller,
}

/// What became of people, as far as an incident counts it.
const MEANINGS: [&str; 7] = [
    "killed",
    "wounded",
    "missing",
    "arrested",
    "abducted",
    "displaced",
    "freed",
];

/// An article's claims of the incident.
pub(crate) struct Part<'a> {
    pub records: &'a ArticleRecords,
    pub incident: &'a str,
    pub voice: u32,
}

impl<'a> Part<'a> {
    fn incident(&self) -> Option<&'a IncidentRecord> {
        let mut incidents = self.records.incidents.iter();
        incidents.find(|i| i.id == self.incident)
    }

    pub fn claims(&self) -> impl Iterator<Item = &'a ClaimRecord> + use<'a> {
        let records = self.records;
        self.incident()
            .into_iter()
            .flat_map(|incident| &incident.claims)
            .filter_map(|id| records.claim(id))
    }

    fn teller(&self, claim: &ClaimRecord) -> Teller {
        let source = claim.innermost().and_then(|source| source.name());
        Teller {
            published: self.records.article.anchor_date.clone(),
            claim: claim.id.clone(),
            source: source.map(str::to_owned),
            outlet: self.records.article.outlet.clone(),
            voice: self.voice,
        }
    }
}

impl Ledger {
    /// The incident across articles as it stands. Tellings whose article was since read differently are
    /// left out.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn account(&self, fused: &FusedRecord) -> Result<Account, StoreError> {
        let mut articles = Vec::new();
        for telling in &fused.tellings {
            articles.push((self.article(&telling.article)?, telling));
        }
        let parts: Vec<Part<'_>> = articles
            .iter()
            .filter_map(|(records, telling)| {
                Some(Part {
                    records: records.as_ref()?,
                    incident: &telling.incident,
                    voice: telling.voice,
                })
            })
            .collect();
        Ok(Account::of(&fused.id, &parts, fused.holds.clone()))
    }

    /// The account of an incident that one article alone tells.
    ///
    /// # Errors
    /// If the file is in use or damaged.
    pub fn account_of_one(
        &self,
        records: &ArticleRecords,
        incident: &str,
    ) -> Result<Account, StoreError> {
        let part = Part {
            records,
            incident,
            voice: 1,
        };
        Ok(Account::of(incident, &[part], self.held_by(incident)?))
    }
}

impl Account {
    fn of(id: &str, parts: &[Part<'_>], holds: Vec<String>) -> Self {
        let own = |part: &Part<'_>| part.incident().is_some_and(|incident| incident.campaign);
        Self {
            id: id.to_owned(),
            campaign: parts.iter().any(own),
            tellings: parts.iter().map(telling).collect(),
            voices: parts.iter().map(|p| p.voice).collect::<BTreeSet<_>>().len() as u32,
            fields: fields(parts),
            tolls: tolls(parts),
            holds,
        }
    }
}

fn telling(part: &Part<'_>) -> Telling {
    let article = &part.records.article;
    Telling {
        article: article.id.clone(),
        incident: part.incident.to_owned(),
        heading: article.heading().to_owned(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        published: article.anchor_date.clone(),
        voice: part.voice,
        claims: part.claims().map(|claim| claim.id.clone()).collect(),
    }
}

/// One value told, with what tells whether another is the same.
struct Told {
    value: String,
    sense: Sense,
    teller: Teller,
}

/// What a value means, as far as it can be compared.
#[derive(Clone)]
enum Sense {
    /// The same in the same words.
    Plain(String),
    /// A name: another that holds all of its words, or of which it holds all, is the same.
    Name(BTreeSet<String>),
    /// A stretch of days: another that meets it wholly is the same, told more closely.
    Days(String, String),
    /// A place: one that lies in it is the same, told more closely.
    Place(Box<LocationRecord>),
}

impl Sense {
    fn is_as(&self, other: &Sense) -> bool {
        match (self, other) {
            (Sense::Plain(a), Sense::Plain(b)) => a == b,
            (Sense::Name(a), Sense::Name(b)) => a.is_subset(b) || b.is_subset(a),
            (Sense::Days(a, b), Sense::Days(c, d)) => (a <= c && d <= b) || (c <= a && b <= d),
            (Sense::Place(a), Sense::Place(b)) => holds(a, b) || holds(b, a),
            _ => false,
        }
    }

    /// How closely it is told: of values that are the same the closest is shown.
    fn closeness(&self) -> i64 {
        match self {
            Sense::Plain(_) => 0,
            Sense::Name(words) => words.len() as i64,
            Sense::Days(first, last) => {
                let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
                let days = day(first).zip(day(last)).map(|(a, b)| (b - a).get_days());
                -i64::from(days.unwrap_or(i32::MAX))
            }
            Sense::Place(location) => -i64::from(location.where_prec),
        }
    }
}

/// Whether one place is, or lies in, the other, as far as the gazetteer's divisions tell.
fn holds(outer: &LocationRecord, inner: &LocationRecord) -> bool {
    let same = outer.name == inner.name && outer.country == inner.country;
    let of_country = outer.country.is_some() && outer.country == inner.country;
    let wider = outer.where_prec > inner.where_prec;
    same || of_country
        && wider
        && match outer.where_prec {
            6 => true,
            4 => inner.admin1.is_some() && inner.admin1 == outer.admin1,
            3 => inner.admin2.is_some() && inner.admin2 == outer.admin2,
            _ => false,
        }
}

fn fields(parts: &[Part<'_>]) -> Vec<ToldField> {
    let names = [
        "event",
        "happened",
        "time",
        "place",
        "actor",
        "recipient",
        "victim",
        "means",
    ];
    let fields = names.into_iter().filter_map(|field| {
        let told: Vec<Told> = parts
            .iter()
            .flat_map(|part| {
                part.claims().flat_map(move |claim| {
                    let teller = part.teller(claim);
                    said(claim, field)
                        .into_iter()
                        .map(move |(value, sense)| Told {
                            value,
                            sense,
                            teller: teller.clone(),
                        })
                })
            })
            .collect();
        let values = values(told);
        // That it happened is worth a line only where somebody says it did not.
        let plain = field == "happened" && values.len() < 2;
        (!values.is_empty() && !plain).then(|| ToldField {
            field: field.to_owned(),
            values,
        })
    });
    fields.collect()
}

/// What a claim says of a field.
fn said(claim: &ClaimRecord, field: &str) -> Vec<(String, Sense)> {
    let plain = |text: &str| (text.to_owned(), Sense::Plain(text.to_lowercase()));
    match field {
        "event" => vec![plain(&claim.event_type)],
        "happened" => vec![plain(match claim.polarity.as_str() {
            "-" => "it did not happen",
            "+" => "it happened",
            _ => "left open",
        })],
        "time" => claim
            .time
            .iter()
            .map(|time| match (&time.first, &time.last) {
                (Some(first), Some(last)) if first == last => {
                    (first.clone(), Sense::Days(first.clone(), last.clone()))
                }
                (Some(first), Some(last)) => (
                    format!("{first} to {last}"),
                    Sense::Days(first.clone(), last.clone()),
                ),
                _ => plain(&time.words.text),
            })
            .collect(),
        "place" => claim
            .place
            .iter()
            .map(|place| match &place.location {
                Some(location) => {
                    let words = &place.words.text;
                    let value = match words.contains(&location.name) {
                        true => words.clone(),
                        false => format!("{words} ({})", location.name),
                    };
                    (value, Sense::Place(Box::new(location.clone())))
                }
                None => plain(&place.words.text),
            })
            .collect(),
        role => claim
            .arguments
            .iter()
            .filter(|argument| argument.role == role)
            .map(|argument| (name(argument).to_owned(), sense(name(argument))))
            .collect(),
    }
}

fn name(argument: &ArgumentRecord) -> &str {
    crate::export::best_name(argument)
}

/// A naming by its words, without articles.
fn sense(name: &str) -> Sense {
    let words: BTreeSet<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| !matches!(word.as_str(), "the" | "a" | "an" | "s"))
        .collect();
    match words.is_empty() {
        true => Sense::Plain(name.to_owned()),
        false => Sense::Name(words),
    }
}

/// Values that are the same put together, under the closest naming.
fn values(told: Vec<Told>) -> Vec<ToldValue> {
    let mut found: Vec<(Sense, ToldValue)> = Vec::new();
    for one in told {
        // A place that is found on the map in one article may not be in another.
        let in_words = |sense: &Sense, value: &ToldValue| {
            matches!(
                (sense, &one.sense),
                (Sense::Plain(_), _) | (_, Sense::Plain(_))
            ) && value.value.to_lowercase() == one.value.to_lowercase()
        };
        match found
            .iter_mut()
            .find(|(sense, value)| sense.is_as(&one.sense) || in_words(sense, value))
        {
            Some((sense, value)) => {
                if one.sense.closeness() > sense.closeness() {
                    *sense = one.sense;
                    value.value = one.value;
                }
                if !value.tellers.contains(&one.teller) {
                    value.tellers.push(one.teller);
                }
            }
            None => found.push((
                one.sense,
                ToldValue {
                    value: one.value,
                    tellers: vec![one.teller],
                },
            )),
        }
    }
    found.into_iter().map(|(_, value)| value).collect()
}

fn tolls(parts: &[Part<'_>]) -> Vec<ToldToll> {
    MEANINGS
        .into_iter()
        .filter_map(|meaning| {
            let mut numbers: Vec<ToldNumber> = Vec::new();
            for part in parts {
                for claim in part.claims() {
                    numbers.extend(toll::told(claim, meaning).map(|(words, low, high)| {
                        ToldNumber {
                            words: words.to_owned(),
                            low,
                            high,
                            teller: part.teller(claim),
                        }
                    }));
                }
            }
            numbers.sort_by(|a, b| {
                let key = |n: &ToldNumber| (n.teller.published.is_none(), n.teller.clone());
                key(a).cmp(&key(b))
            });
            let votes: Vec<toll::Vote<'_>> = numbers.iter().map(vote).collect();
            Some(ToldToll {
                meaning: meaning.to_owned(),
                toll: Toll::of(&votes)?,
                numbers,
            })
        })
        .collect()
}

fn vote(number: &ToldNumber) -> toll::Vote<'_> {
    toll::Vote {
        voice: number.teller.voice,
        source: number.teller.source.as_deref(),
        published: number.teller.published.as_deref(),
        low: number.low,
        high: number.high,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(value: &str, sense: Sense) -> Told {
        Told {
            value: value.to_owned(),
            sense,
            teller: Teller::default(),
        }
    }

    #[test]
    fn the_same_words_are_one_value_on_the_map_or_not() {
        let at = |name: &str| {
            Sense::Place(Box::new(LocationRecord {
                name: name.to_owned(),
                ..LocationRecord::default()
            }))
        };
        let plain = |name: &str| Sense::Plain(name.to_lowercase());
        let found = values(vec![
            told("Kalem", plain("Kalem")),
            told("Kalem", at("Kalem")),
            told("Orvale", plain("Orvale")),
        ]);
        let shown: Vec<&str> = found.iter().map(|value| value.value.as_str()).collect();
        assert_eq!(shown, ["Kalem", "Orvale"]);
    }
}
