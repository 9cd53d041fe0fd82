//! An article as the fusion across articles sees it.

use crate::ArticleReading;
use dateline_data::EventType;
use dateline_event::Fate;
use dateline_event::fusion::{Profile, Signature};
use dateline_text::{Document, Pos, Precision};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of a text in which an agency is credited, from its beginning and before its end.
const CREDIT: usize = 300;

/// Agencies and how they are credited, in lower case.
const AGENCIES: [(&str, &[&str]); 7] = [
    ("AP", &["(ap)", "associated press"]),
    ("Reuters", &["(reuters)", "reuters -", "reuters —"]),
    ("AFP", &["(afp)", "agence france-presse"]),
    ("UPI", &["(upi)", "united press international"]),
    ("Xinhua", &["(xinhua)"]),
    ("dpa", &["(dpa)"]),
    ("TASS", &["/tass/", "(tass)"]),
];

impl ArticleReading {
    /// The article's profile under this identifier: the happening that it is mostly about. Empty but
    /// for the identifier and the day of publication where the text is not read.
    pub fn profile(&self, id: &str) -> Profile {
        let mut profile = Profile {
            id: id.to_owned(),
            published: self.published,
            ..Profile::default()
        };
        let Some(doc) = self.document.as_ref() else {
            return profile;
        };
        profile.day = self.first_day();
        profile.regions = self.regions();
        profile.people = people(doc);
        profile.ages = ages(doc);
        profile.killed = self.killed();
        let (words, names) = words(doc);
        profile.words = words;
        profile.names = names;
        profile.wording =
            Signature::of(doc.toks().filter(|t| is_word(t.lower())).map(|t| t.lower()));
        profile.agency = agency(doc.text());
        profile
    }

    /// The first single day that a claim tells of violence, else of anything.
    fn first_day(&self) -> Option<Date> {
        let day = |claim: &dateline_event::Claim| {
            let when = self.times.get(claim.time?)?.when?;
            (when.first == when.last && when.precision <= Precision::Day).then_some(when.first)
        };
        let violent = |c: &&dateline_event::Claim| c.event.kind == EventType::Assault;
        let of_violence = self.claims.iter().filter(violent).find_map(day);
        of_violence.or_else(|| self.claims.iter().find_map(day))
    }

    /// Countries and their divisions in which places of the text lie.
    fn regions(&self) -> BTreeSet<String> {
        let places = self.claims.iter().filter_map(|c| c.place.as_ref());
        places
            .filter_map(|place| {
                let facts = &place.located.as_ref()?.place;
                let country = facts.country?;
                let division = facts.admin1.as_ref()?;
                Some(format!("{country}.{division}"))
            })
            .collect()
    }

    /// The largest number of dead told at once.
    fn killed(&self) -> Option<u32> {
        let dead = self.casualties.iter().filter(|c| c.fate == Fate::Killed);
        dead.filter_map(|c| c.low.or(c.high))
            .map(|n| n as u32)
            .max()
    }
}

/// Full names of people, in lower case, without titles' dots.
fn people(doc: &Document) -> BTreeSet<String> {
    doc.names()
        .iter()
        .filter(|name| doc.name_label(name) == "PERSON")
        .map(|name| {
            let name = doc.name_span(name).slice(doc.text()).to_lowercase();
            let name = name.trim_end_matches("'s").trim_end_matches("’s");
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .filter(|name| name.contains(' '))
        .collect()
}

/// "a 24-year-old man", "24 years old", "Ann Lee, 24,".
fn ages(doc: &Document) -> BTreeSet<u32> {
    let text = doc.text();
    let bytes = text.as_bytes();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let (before, after) = (&text[..at], &text[at + length..]);
        let told = after.starts_with("-year") || after.starts_with(" year");
        let beside = before.ends_with(", ") && after.starts_with([',', '.']);
        let own = !before.ends_with(|c: char| c.is_alphanumeric());
        if own
            && length <= 2
            && (told || beside && length == 2)
            && let Ok(age) = text[at..at + length].parse()
        {
            found.insert(age);
        }
        at += length;
    }
    found
}

/// Words with their number, and those of them that are only ever parts of names.
fn words(doc: &Document) -> (BTreeMap<String, u32>, BTreeSet<String>) {
    let mut words: BTreeMap<String, u32> = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut common = BTreeSet::new();
    for tok in doc.toks().filter(|t| is_word(t.lower())) {
        *words.entry(tok.lower().to_owned()).or_default() += 1;
        let set = if tok.pos() == Pos::Propn {
            &mut names
        } else {
            &mut common
        };
        set.insert(tok.lower().to_owned());
    }
    let names = names.difference(&common).cloned().collect();
    (words, names)
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// The agency that a text credits where it begins or ends.
fn agency(text: &str) -> Option<String> {
    let end = text.floor_char_boundary(CREDIT);
    let start = text.floor_char_boundary(text.len().saturating_sub(CREDIT));
    let credits = format!("{}\n{}", &text[..end], &text[start..]).to_lowercase();
    AGENCIES
        .iter()
        .find(|(_, forms)| forms.iter().any(|form| credits.contains(form)))
        .map(|(name, _)| (*name).to_owned())
}
