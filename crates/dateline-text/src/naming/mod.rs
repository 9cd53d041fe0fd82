//! Which names an article holds: the model's names, weighed again with the whole article in view.
//!
//! The model reads a few words at a time. It calls a person a person where the full name stands and
//! a company three lines on, takes unknown towns for people and passes over short forms that it has
//! not met. Here each of its names, and each run of proper nouns that it left out, is weighed anew
//! by what the whole article, the gazetteer and the tables of actors say. The weights are learned
//! (`xtask names`, from openly licensed annotation; the card lies beside them), whole numbers, and
//! the same on every machine.
//!
//! [`Language::read`](crate::Language::read) stays what spaCy would do. A document that was
//! reviewed keeps the model's names ([`Document::model_names`]), and each name that differs says how
//! ([`Revision`]).

mod candidate;
mod feature;
mod words;

pub use candidate::Candidate;
pub use feature::Feature;

use crate::Pos;
use crate::document::{Document, Name, Revision};
use crate::model::ModelError;
use candidate::{candidates, is_measure};
use dateline_data::gazetteer::{PlaceKind, fold};
use dateline_data::{ClassSet, Gazetteer, NounClass, is_country, noun_classes};
use feature::Article;
use std::collections::HashMap;
use words::KNOWN;

/// The weights that Dateline ships, for English.
static BUILT_IN: &[u8] = include_bytes!("../../../../models/names_en.weights");

/// First bytes of a file of weights.
const MAGIC: &[u8; 8] = b"DLNAMES1";

/// What a candidate may be, in the order of a row of weights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// A person.
    Person,
    /// A body of people: state organ, company, party, team, newspaper.
    Body,
    /// A place.
    Place,
    /// No name, or one of another kind.
    Other,
}

impl Class {
    /// All of them, by index.
    pub const ALL: [Class; 4] = [Class::Person, Class::Body, Class::Place, Class::Other];

    /// The class of one of the model's types.
    pub fn of_label(label: &str) -> Self {
        match label {
            "PERSON" => Class::Person,
            "ORG" => Class::Body,
            "GPE" | "LOC" => Class::Place,
            _ => Class::Other,
        }
    }
}

/// What a feature adds to each class.
pub type Weights = [i8; Class::ALL.len()];

/// By how much another class must outweigh the model's own; in the weights' unit.
const DOUBT: i32 = 20;

/// By how much it must be outweighed that one of the model's people, bodies or places is one of the
/// three: losing a name costs a reader more than a wrong type.
const LETTING_GO: i32 = 40;

/// The weights.
pub struct Naming {
    rows: HashMap<Feature, Weights>,
}

impl Naming {
    /// The weights that Dateline ships, for English.
    ///
    /// # Errors
    /// If the built-in file is damaged.
    pub fn built_in() -> Result<Self, ModelError> {
        Self::load(BUILT_IN)
    }

    /// Reads a file that [`to_file`] made.
    ///
    /// # Errors
    /// If it is no such file or cut off.
    pub fn load(file: &[u8]) -> Result<Self, ModelError> {
        let rows = file.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let (rows, rest) = rows.as_chunks::<8>();
        if !rest.is_empty() {
            return Err(ModelError::Damaged("a row of weights is cut off"));
        }
        let row = |&[a, b, c, d, e, f, g, h]: &[u8; 8]| {
            let weights = [e, f, g, h].map(u8::cast_signed);
            (Feature::from_le_bytes([a, b, c, d]), weights)
        };
        Ok(Self {
            rows: rows.iter().map(row).collect(),
        })
    }

    /// The document with its names weighed again.
    #[must_use]
    pub fn review(&self, doc: Document, gazetteer: &Gazetteer) -> Document {
        let names = self.names(&doc, gazetteer);
        doc.with_names(names)
    }

    /// The names that a document holds, in order, by its own names and these weights.
    pub fn names(&self, doc: &Document, gazetteer: &Gazetteer) -> Vec<Name> {
        let weighed = weigh(doc, gazetteer);
        let scores: Vec<Scores> = weighed.iter().map(|(_, f)| self.scores(f)).collect();
        let scores = with_namesakes(doc, &weighed, &scores);
        let measures = doc.names().iter();
        let mut names: Vec<Name> = measures
            .filter(|name| is_measure(doc.name_label(name)))
            .map(|name| without_counted(doc, *name))
            .collect();
        let decided = weighed.iter().zip(&scores);
        names.extend(decided.filter_map(|((c, _), scores)| decide(doc, gazetteer, c, scores)));
        names.sort_by_key(|name| name.first);
        join_names_of_one(doc, gazetteer, names)
    }

    fn scores(&self, features: &[Feature]) -> Scores {
        let mut scores = Scores::default();
        for weights in features.iter().filter_map(|f| self.rows.get(f)) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += i32::from(*weight);
            }
        }
        scores
    }
}

/// A file of weights, rows by feature.
pub fn to_file(rows: &[(Feature, Weights)]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    for (feature, weights) in rows {
        file.extend(feature.to_le_bytes());
        file.extend(weights.map(i8::cast_unsigned));
    }
    file
}

/// The candidates of a document with their features.
pub fn weigh(doc: &Document, gazetteer: &Gazetteer) -> Vec<(Candidate, Vec<Feature>)> {
    let candidates = candidates(doc, gazetteer);
    let article = Article::new(doc, &candidates, gazetteer);
    let features = |c: Candidate| {
        let features = article.features(&c);
        (c, features)
    };
    candidates.into_iter().map(features).collect()
}

type Scores = [i32; Class::ALL.len()];

/// Adds to each candidate's scores the mean of the others of the same words, and to a word that ends
/// a person's full name by how much that is a person's.
fn with_namesakes(
    doc: &Document,
    weighed: &[(Candidate, Vec<Feature>)],
    scores: &[Scores],
) -> Vec<Scores> {
    let names: Vec<String> = weighed
        .iter()
        .map(|(c, _)| candidate::words(doc, &c.core))
        .collect();
    let mut sums: HashMap<&str, (Scores, i32)> = HashMap::new();
    let mut surnames: HashMap<&str, (i32, i32)> = HashMap::new();
    for ((name, own), (candidate, _)) in names.iter().zip(scores).zip(weighed) {
        let (sum, count) = sums.entry(name).or_default();
        for (sum, score) in sum.iter_mut().zip(own) {
            *sum += score;
        }
        *count += 1;
        let [person, others @ ..] = own;
        let margin = person - others.iter().max().unwrap_or(person);
        if candidate.core.len() > 1 && margin > 0 {
            let last = doc.tok(candidate.core.end - 1).lower();
            let (sum, count) = surnames.entry(last).or_default();
            *sum += margin;
            *count += 1;
        }
    }
    let together = |(name, own): (&String, &Scores)| {
        let (sum, count) = sums.get(name.as_str()).copied().unwrap_or_default();
        let mut scores = *own;
        if count > 1 {
            for (score, sum) in scores.iter_mut().zip(sum) {
                *score += (sum - *score) / (count - 1);
            }
        }
        if let Some((sum, count)) = surnames.get(name.as_str()) {
            scores[Class::Person as usize] += sum / count;
        }
        scores
    };
    names.iter().zip(scores).map(together).collect()
}

/// "Jammu *and* Kashmir", "the Jammu *and* Kashmir Police": two names that together are a country's or region's own are one.
fn join_names_of_one(doc: &Document, gazetteer: &Gazetteer, names: Vec<Name>) -> Vec<Name> {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        let first = joined.last().filter(|before| {
            before.end + 1 == name.first && doc.tok(before.end as usize).lower() == "and"
        });
        let Some(first) = first.map(|before| before.first) else {
            joined.push(name);
            continue;
        };
        let is_one = |end: u32| {
            let span = doc.span_of(first as usize..end as usize);
            let words = fold(span.slice(doc.text()));
            let known = gazetteer.find_folded(&words);
            let mut places = known.into_iter().map(|id| gazetteer.place(id));
            // By its usual name: a by-name may list two that stand for themselves elsewhere.
            places.any(|p| {
                (p.kind.is_division() || p.kind == PlaceKind::Country) && fold(p.name) == words
            })
        };
        let Some(end) = (name.first + 1..=name.end).rev().find(|&end| is_one(end)) else {
            joined.push(name);
            continue;
        };
        let before = joined.pop();
        let label = match before {
            Some(region) if end == name.end => region.label,
            _ => name.label,
        };
        joined.push(Name {
            first,
            label,
            revision: Some(Revision::Bounds),
            ..name
        });
    }
    joined
}

/// "killing *nine*, hours after the curfew": the network's time begins with those who were killed.
fn without_counted(doc: &Document, mut name: Name) -> Name {
    let first = doc.tok(name.first as usize);
    let comma = first.next().filter(|t| t.text() == ",");
    let counted = first.pos() == Pos::Num && first.dep() == "dobj";
    if counted && comma.is_some() && name.end > name.first + 2 {
        name.first += 2;
        name.revision = Some(Revision::Bounds);
    }
    name
}

/// "Al-Shabab": in the tables of actors the name of a body and no part of a person's.
fn is_known_body(doc: &Document, candidate: &Candidate) -> bool {
    let name = doc
        .span_of(candidate.core.clone())
        .slice(doc.text())
        .to_lowercase();
    KNOWN.bodies.contains(&name) && !KNOWN.given.contains(&name) && !KNOWN.last.contains(&name)
}

/// "seized *Kalem*", "besieged *Kalem*", "withdrew from *Kalem*", "entered *Port Danu*": what the gazetteer knows where
/// ground is taken, held or left: a town of some size, and one word must end nobody's full name.
fn is_ground(doc: &Document, gazetteer: &Gazetteer, candidate: &Candidate) -> bool {
    const TAKING: [&str; 16] = [
        "besiege",
        "bombard",
        "capture",
        "conquer",
        "encircle",
        "invade",
        "liberate",
        "occupy",
        "overrun",
        "raze",
        "recapture",
        "retake",
        "seize",
        "shell",
        "storm",
        "surround",
    ];
    const OF_TOWNS: [&str; 10] = [
        "control", "enter", "evacuate", "flee", "hold", "pound", "reach", "reclaim", "take",
        "visit",
    ];
    // "Rebels attacked *Kalem*" is told of a town, "critics attacked Kalem" of somebody.
    const OF_TOWNS_BY_ARMS: [&str; 6] = ["attack", "enter", "raid", "reach", "strike", "take"];
    const KNOWN: f64 = 20_000.0;
    let words = candidate.core.clone();
    let head = words.clone().map(|i| doc.tok(i)).find(|t| {
        t.head()
            .is_none_or(|above| !candidate.core.contains(&above.i))
    });
    let Some((name, above)) = head.and_then(|h| Some((h, h.head()?))) else {
        return false;
    };
    let several = words.len() > 1;
    let by_arms = || {
        above
            .child(&["nsubj"])
            .is_some_and(|doer| noun_classes(doer.lemma()).meets(ClassSet::of(&[NounClass::Armed])))
    };
    let taken = name.dep_in(&["dobj", "nsubjpass"])
        && (TAKING.contains(&above.lemma())
            || several && OF_TOWNS.contains(&above.lemma())
            || OF_TOWNS_BY_ARMS.contains(&above.lemma()) && by_arms());
    let left = name.dep() == "pobj"
        && above.lower() == "from"
        && above
            .head()
            .is_some_and(|verb| matches!(verb.lemma(), "withdraw" | "retreat"));
    if !taken && !left {
        return false;
    }
    let known = gazetteer.find(doc.span_of(words).slice(doc.text()));
    let mut places = known.into_iter().map(|id| gazetteer.place(id));
    let is_town = places.any(|p| p.standing.is_town() && p.population >= KNOWN);
    if several || !is_town {
        return is_town;
    }
    let of_fuller_name = || {
        doc.names()
            .iter()
            .any(|n| n.end - n.first > 1 && doc.tok(n.end as usize - 1).lower() == name.lower())
    };
    !of_fuller_name() && !is_known_body(doc, candidate)
}

/// "Orran, *some 40 km south of* the capital", "Orran, *60 miles from* Kalem": so a place is told, be it on the map or not.
fn is_told_by_distance(doc: &Document, candidate: &Candidate) -> bool {
    let mut behind = (candidate.tokens.end..doc.len()).map(|i| doc.tok(i));
    if behind.next().is_none_or(|t| t.lower() != ",") {
        return false;
    }
    // "about", "some", "just over": so much stands before a number at most.
    let mut number = behind.by_ref().take(4).skip_while(|t| t.tag() != "CD");
    if number.next().is_none() {
        return false;
    }
    let unit = behind.next().is_some_and(|t| {
        matches!(
            t.lower().trim_end_matches('.'),
            "km" | "kms"
                | "kilometer"
                | "kilometers"
                | "kilometre"
                | "kilometres"
                | "mile"
                | "miles"
        )
    });
    let side = behind.next().map(|t| t.lower());
    unit && side.is_some_and(|word| {
        let compass = ["north", "south", "east", "west"];
        let compass = compass.iter().any(|c| word.starts_with(c));
        compass || matches!(word, "from" | "outside" | "inland" | "away" | "off")
    })
}

/// The name that a candidate is, if it is one.
fn decide(
    doc: &Document,
    gazetteer: &Gazetteer,
    candidate: &Candidate,
    scores: &Scores,
) -> Option<Name> {
    let symbols = doc.symbols();
    let label = candidate.label.map_or("", |label| symbols.get(label));
    let own = Class::of_label(label);
    let outweighs = |one: Class, other: Class| scores[one as usize] - scores[other as usize];
    let mut best = Class::Person;
    for class in [Class::Body, Class::Place] {
        if outweighs(class, best) > 0 {
            best = class;
        }
    }
    if own == Class::Other || outweighs(Class::Other, best) >= LETTING_GO {
        best = match outweighs(best, Class::Other) {
            0.. => best,
            _ => Class::Other,
        };
    }
    // What the model takes for a people, building, event or work it seldom mistakes.
    let doubt = match candidate.label {
        Some(_) if own == Class::Other => 3 * DOUBT,
        _ => DOUBT,
    };
    let margin = outweighs(best, own);
    // "Iraqi" is no place, and a building or race is none on the map.
    let stays = best == Class::Place
        && (matches!(label, "NORP" | "FAC") || is_built(doc, gazetteer, candidate));
    if margin < doubt || stays {
        best = own;
    }
    // "*Human Rights Watch* said": some words in a row that the tables have as one body's name are no chance.
    let passed_over = best == Class::Other && candidate.label.is_none() && candidate.core.len() > 1;
    if (best == Class::Person || passed_over) && is_known_body(doc, candidate) {
        best = Class::Body;
    }
    if matches!(best, Class::Person | Class::Body) && is_ground(doc, gazetteer, candidate) {
        best = Class::Place;
    }
    if best != Class::Place && is_told_by_distance(doc, candidate) {
        best = Class::Place;
    }
    // "Ivory Coast" is a state, whatever coast the model sees.
    let is_state = || is_country(doc.span_of(candidate.core.clone()).slice(doc.text()));
    let decided = match best {
        Class::Place if label == "LOC" && is_state() => symbols.find("GPE")?,
        _ if best == own => candidate.label?,
        Class::Person => symbols.find("PERSON")?,
        Class::Body => symbols.find("ORG")?,
        Class::Place => {
            let words = doc.span_of(candidate.core.clone()).slice(doc.text());
            let known = gazetteer.find(words);
            let feature = known
                .first()
                .is_some_and(|&id| gazetteer.place(id).kind.is_feature());
            symbols.find(if feature { "LOC" } else { "GPE" })?
        }
        Class::Other => return None,
    };
    let (first, end) = (candidate.tokens.start as u32, candidate.tokens.end as u32);
    let revision = match candidate.label {
        None => Some(Revision::Missed { margin }),
        Some(was) if was != decided => Some(Revision::Type { was, margin }),
        Some(_) => (!is_models(doc, first, end)).then_some(Revision::Bounds),
    };
    Some(Name {
        first,
        end,
        label: decided,
        revision,
    })
}

/// Whether a name ends in an everyday word that is none for a place ("Zomba Central Hospital", "Leeds
/// Marathon"), and the gazetteer does not know it.
fn is_built(doc: &Document, gazetteer: &Gazetteer, candidate: &Candidate) -> bool {
    let last = doc.tok(candidate.core.end - 1).lower();
    candidate.core.len() > 1
        && words::is_common(last)
        && !words::heads_place(last)
        && gazetteer
            .find(doc.span_of(candidate.core.clone()).slice(doc.text()))
            .is_empty()
}

/// Whether the model has a name of just these words.
fn is_models(doc: &Document, first: u32, end: u32) -> bool {
    let found = doc.tok(first as usize).name();
    found.is_some_and(|name| name.first == first && name.end == end)
}
