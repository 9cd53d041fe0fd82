//! Published records as the fusion across articles sees them. It needs no more than what a ledger keeps:
//! what was read long ago is fused like what is read now.

use dateline_event::fusion::{Happening, Reach, Reality, Signature, Spot, Story};
use dateline_store::{ArticleRecords, ClaimRecord, IncidentRecord, LocationRecord, PlaceRecord};
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

/// The article with its incidents, as the fusion across articles compares it.
pub fn story(records: &ArticleRecords) -> Story {
    let article = &records.article;
    let surface = Surface::of(records);
    Story {
        id: article.id.clone(),
        published: article.anchor_date.as_deref().and_then(|d| d.parse().ok()),
        regions: regions(&records.claims),
        ages: ages(&article.text),
        wording: Signature::of(surface.words.iter().map(String::as_str)),
        agency: agency(&article.text),
        happenings: records
            .incidents
            .iter()
            .map(|incident| happening(records, incident, &surface.names))
            .collect(),
        words: counted(surface.words),
        people: surface.full_names,
        names: surface.names,
    }
}

fn happening(
    records: &ArticleRecords,
    incident: &IncidentRecord,
    names: &BTreeSet<String>,
) -> Happening {
    let claims: Vec<&ClaimRecord> = incident
        .claims
        .iter()
        .filter_map(|id| records.claim(id))
        .collect();
    let told = |of: fn(&ClaimRecord) -> Option<u64>| claims.iter().filter_map(|c| of(c)).max();
    Happening {
        id: incident.id.clone(),
        types: claims.iter().map(|c| c.event_type.clone()).collect(),
        campaign: incident.campaign,
        reality: reality(&claims),
        days: days(&claims),
        place: place(&claims),
        actors: names_of(&claims, &["actor"], names),
        targets: names_of(&claims, &["recipient", "victim"], names),
        killed: told(|claim| number(claim, "killed")),
        injured: told(|claim| number(claim, "wounded")),
        words: counted(sentences(records, &claims)),
    }
}

/// As the claim says that commits itself most.
fn reality(claims: &[&ClaimRecord]) -> Reality {
    let of = |claim: &&ClaimRecord| match (claim.tense.as_str(), claim.polarity.as_str()) {
        ("hypothetical" | "habitual", _) => Reality::Supposed,
        ("future", _) => Reality::Planned,
        (_, "-") => Reality::Denied,
        _ => Reality::Real,
    };
    let all: Vec<Reality> = claims.iter().map(of).collect();
    let order = [Reality::Real, Reality::Denied, Reality::Planned];
    let first = order.into_iter().find(|one| all.contains(one));
    first.unwrap_or(Reality::Supposed)
}

/// The shortest stretch of days that a claim gives, of equals the first told.
fn days(claims: &[&ClaimRecord]) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let given = claims.iter().filter_map(|claim| {
        let time = claim.time.as_ref()?;
        let first: jiff::civil::Date = time.first.as_deref()?.parse().ok()?;
        let last: jiff::civil::Date = time.last.as_deref()?.parse().ok()?;
        Some((first, last))
    });
    given.min_by_key(|(first, last)| last.since(*first).map_or(i32::MAX, |span| span.get_days()))
}

/// The closest place that a claim gives, of equals the first told.
fn place(claims: &[&ClaimRecord]) -> Option<Spot> {
    let spots = claims.iter().filter_map(|claim| claim.place.as_ref());
    spots.map(spot).min_by_key(|spot| spot.reach)
}

fn spot(place: &PlaceRecord) -> Spot {
    let bare = |words: &str| {
        let words = words.to_lowercase();
        let name = words.trim_end_matches("'s").trim_end_matches("’s");
        name.strip_prefix("the ").unwrap_or(name).to_owned()
    };
    let Some(located) = &place.location else {
        return Spot {
            name: bare(&place.words.text),
            ..Spot::default()
        };
    };
    Spot {
        name: bare(&located.name),
        point: Some((located.latitude, located.longitude)),
        reach: reach(located),
        country: located.country.clone(),
        division: located.admin1.clone(),
    }
}

fn reach(location: &LocationRecord) -> Reach {
    match location.where_prec {
        ..=2 => Reach::Town,
        3..=5 => Reach::Region,
        _ => Reach::Country,
    }
}

/// Words of the names of those who play a role, in lower case. What is not named is left out: "gunmen"
/// may be anybody, also where they open a sentence.
fn names_of(claims: &[&ClaimRecord], roles: &[&str], names: &BTreeSet<String>) -> BTreeSet<String> {
    let arguments = claims.iter().flat_map(|claim| &claim.arguments);
    arguments
        .filter(|argument| roles.contains(&argument.role.as_str()))
        .flat_map(|argument| {
            let known = argument.identity.as_ref().and_then(|i| i.name.clone());
            let is_known = known.is_some();
            let words = argument.resolved.as_ref().unwrap_or(&argument.words);
            let name = known.unwrap_or_else(|| words.text.clone());
            let capital = |word: &&str| word.starts_with(char::is_uppercase) && word.len() > 2;
            let parts: Vec<String> = name
                .split(|c: char| !c.is_alphanumeric())
                .filter(capital)
                .map(str::to_lowercase)
                .filter(|word| is_known || names.contains(word))
                .collect();
            parts
        })
        .collect()
}

/// The largest whole number of a claim's quantities of this meaning.
fn number(claim: &ClaimRecord, meaning: &str) -> Option<u64> {
    let numbers = claim.quantities.iter();
    numbers
        .filter(|quantity| quantity.meaning.as_deref() == Some(meaning))
        .filter_map(|quantity| quantity.low.or(quantity.high))
        .map(|number| number.max(0.0) as u64)
        .max()
}

/// Words of the sentences in which the claims stand, each sentence once.
fn sentences(records: &ArticleRecords, claims: &[&ClaimRecord]) -> Vec<String> {
    let spans: BTreeSet<_> = claims
        .iter()
        .map(|claim| (claim.evidence.span.start, claim.evidence.span.end))
        .collect();
    let text = &records.article.text;
    spans
        .into_iter()
        .filter_map(|(start, end)| text.get(start as usize..end as usize))
        .flat_map(words)
        .map(|(word, _)| word.to_lowercase())
        .collect()
}

/// Countries and their divisions in which places of the text lie.
fn regions(claims: &[ClaimRecord]) -> BTreeSet<String> {
    let places = claims.iter().filter_map(|claim| claim.place.as_ref());
    places
        .filter_map(|place| {
            let location = place.location.as_ref()?;
            let (country, division) = (location.country.as_ref()?, location.admin1.as_ref()?);
            Some(format!("{country}.{division}"))
        })
        .collect()
}

/// An article's words, in lower case, and those that capitals show to be names.
#[derive(Default)]
struct Surface {
    /// In text order.
    words: Vec<String>,
    /// Words that are only ever written with a capital, also within a sentence.
    names: BTreeSet<String>,
    /// Two words with capitals that stand side by side: "ann lee".
    full_names: BTreeSet<String>,
}

impl Surface {
    fn of(records: &ArticleRecords) -> Self {
        let text = &records.article.text;
        let prose = |kind: &str| !matches!(kind, "byline" | "published");
        let mut parts: Vec<(&str, bool)> = records
            .article
            .parts
            .iter()
            .filter(|part| prose(&part.kind))
            .map(|part| (part.span.slice(text), part.kind == "title"))
            .collect();
        if parts.is_empty() {
            parts.push((text, false));
        }
        let mut surface = Self::default();
        let mut common = BTreeSet::new();
        for (part, is_title) in parts {
            surface.read(part, is_title, &mut common);
        }
        surface.names.retain(|name| !common.contains(name));
        surface
    }

    /// A title may write every word with a capital: its words show nothing.
    fn read(&mut self, part: &str, is_title: bool, common: &mut BTreeSet<String>) {
        let mut before: Option<(&str, usize)> = None;
        for (word, at) in words(part) {
            let lower = word.to_lowercase();
            let capital = word.starts_with(char::is_uppercase);
            let gap = before.map(|(last, start)| &part[start + last.len()..at]);
            let opens = gap.is_none_or(|gap| gap.contains(['.', '!', '?', ':', '“', '"', '\n']));
            if !is_title && !capital && word.starts_with(char::is_alphabetic) {
                common.insert(lower.clone());
            }
            if !is_title && capital && !opens {
                self.names.insert(lower.clone());
            }
            if let (Some((last, _)), Some(" "), true) = (before, gap, capital)
                && last.starts_with(char::is_uppercase)
                && !is_title
            {
                self.full_names
                    .insert(format!("{} {lower}", last.to_lowercase()));
            }
            self.words.push(lower);
            before = Some((word, at));
        }
    }
}

/// Runs of letters and digits with the byte at which each begins.
fn words(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word, word.as_ptr() as usize - text.as_ptr() as usize))
}

fn counted(words: Vec<String>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// "a 24-year-old man", "24 years old", "Ann Lee, 24,".
fn ages(text: &str) -> BTreeSet<u32> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_span::Span;
    use dateline_store::{ArgumentRecord, QuantityRecord, TimeRecord, Words};

    fn words(text: &str, of: &str) -> Words {
        let start = text.find(of).unwrap();
        Words::of(text, Span::new(start, start + of.len()))
    }

    #[test]
    fn an_incident_is_reduced_to_what_its_claims_say() {
        let text = "Two guards died in Elm Ferry. Raiders and Ann Lee, 34, fled to the Kelu river.";
        let claim = |id: &str, evidence: &str| ClaimRecord {
            id: id.to_owned(),
            event_type: "ASSAULT".to_owned(),
            evidence: words(text, evidence),
            tense: "past".to_owned(),
            polarity: "+".to_owned(),
            ..ClaimRecord::default()
        };
        let died = ClaimRecord {
            quantities: vec![QuantityRecord {
                low: Some(2.0),
                high: Some(2.0),
                meaning: Some("killed".to_owned()),
                ..QuantityRecord::default()
            }],
            place: Some(PlaceRecord {
                words: words(text, "Elm Ferry"),
                ..PlaceRecord::default()
            }),
            ..claim("c1", "Two guards died in Elm Ferry")
        };
        let fled = ClaimRecord {
            arguments: vec![ArgumentRecord {
                role: "actor".to_owned(),
                words: words(text, "Raiders and Ann Lee"),
                ..ArgumentRecord::default()
            }],
            time: Some(TimeRecord {
                first: Some("2025-03-03".to_owned()),
                last: Some("2025-03-03".to_owned()),
                ..TimeRecord::default()
            }),
            ..claim("c2", "Raiders and Ann Lee, 34, fled")
        };
        let mut records = ArticleRecords {
            incidents: vec![IncidentRecord {
                id: "i".to_owned(),
                claims: vec!["c1".to_owned(), "c2".to_owned()],
                ..IncidentRecord::default()
            }],
            claims: vec![died, fled],
            ..ArticleRecords::default()
        };
        records.article.text = text.to_owned();
        let story = story(&records);
        assert_eq!(story.ages, [34].into());
        assert!(story.people.contains("elm ferry") && story.people.contains("ann lee"));
        assert!(story.names.contains("kelu") && !story.names.contains("river"));
        let told = &story.happenings[0];
        assert_eq!(told.killed, Some(2));
        assert_eq!(told.place.as_ref().unwrap().name, "elm ferry");
        assert_eq!(told.days.unwrap().0.to_string(), "2025-03-03");
        assert_eq!(told.actors, ["ann".to_owned(), "lee".to_owned()].into());
        assert_eq!(told.reality, Reality::Real);
        assert!(told.words.contains_key("guards") && !told.words.contains_key("river"));
    }
}
