//! Locations as the task writes them: `COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)`.
//!
//! Participants were given the list of places with their containing areas; where the task's folder
//! has it (`TASKDOC/templ-doc-more/containing-areas-part1*`, beside `CORPORA`), it is used.

use super::reader::Message;
use std::collections::BTreeMap;
use std::path::Path;

/// The nine countries of interest and their neighbours, as the task writes them.
const COUNTRIES: [&str; 20] = [
    "EL SALVADOR",
    "COLOMBIA",
    "PERU",
    "GUATEMALA",
    "HONDURAS",
    "CHILE",
    "BOLIVIA",
    "ECUADOR",
    "ARGENTINA",
    "NICARAGUA",
    "PANAMA",
    "VENEZUELA",
    "MEXICO",
    "COSTA RICA",
    "BRAZIL",
    "CUBA",
    "SPAIN",
    "UNITED STATES",
    "PARAGUAY",
    "URUGUAY",
];

/// Nationalities that tell the country.
const NATIONS: [(&str, &str); 12] = [
    ("SALVADORAN", "EL SALVADOR"),
    ("COLOMBIAN", "COLOMBIA"),
    ("PERUVIAN", "PERU"),
    ("GUATEMALAN", "GUATEMALA"),
    ("HONDURAN", "HONDURAS"),
    ("CHILEAN", "CHILE"),
    ("BOLIVIAN", "BOLIVIA"),
    ("ECUADORAN", "ECUADOR"),
    ("ARGENTINE", "ARGENTINA"),
    ("NICARAGUAN", "NICARAGUA"),
    ("PANAMANIAN", "PANAMA"),
    ("VENEZUELAN", "VENEZUELA"),
];

/// Places and the areas that hold them.
#[derive(Default, Debug)]
pub struct Places {
    /// By name: whole locations, `COUNTRY: … NAME (TYPE)`.
    known: BTreeMap<String, Vec<String>>,
}

impl Places {
    /// The list beside the corpus, if there is one.
    pub fn beside(dir: &Path) -> Places {
        let up = dir.ancestors().skip(1).take(3);
        let folders = up.map(|p| p.join("TASKDOC/templ-doc-more"));
        let lists = folders.filter_map(|folder| std::fs::read_dir(folder).ok());
        let mut files: Vec<_> = lists
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        files.sort();
        let mut places = Places::default();
        for file in files {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if name.starts_with("containing-areas")
                && let Ok(text) = std::fs::read_to_string(&file)
            {
                text.lines().for_each(|line| places.learn(line));
            }
        }
        places
    }

    /// `COUNTRY: AREA (TYPE): NAME (TYPE) *who*`.
    fn learn(&mut self, line: &str) {
        let whole = line
            .split('*')
            .next()
            .unwrap_or_default()
            .trim()
            .replace("?)", ")");
        let Some((country, rest)) = whole.split_once(": ") else {
            return;
        };
        if !country.chars().all(|c| c.is_uppercase() || c == ' ') || !whole.ends_with(')') {
            return;
        }
        let last = rest.rsplit(": ").next().unwrap_or(rest);
        let name = last.split(" (").next().unwrap_or(last);
        self.known.entry(name.to_owned()).or_default().push(whole);
    }

    /// The location of an incident told to be at `names`, nearest first, in a message.
    pub fn locate(&self, names: &[String], message: &Message) -> Option<String> {
        let country = names
            .iter()
            .find_map(|n| self.country(n))
            .or_else(|| self.country_of(message));
        let Some(country) = country else {
            return names.first().and_then(|n| self.anywhere(n));
        };
        let within = |n: &String| {
            let listed = self.known.get(without_article(n))?;
            let mut here = listed
                .iter()
                .filter(|l| l.starts_with(&format!("{country}:")));
            let city = here.clone().find(|l| l.ends_with("(CITY)"));
            city.or_else(|| here.next()).cloned()
        };
        let found = names.iter().filter(|n| self.country(n).is_none());
        let found: Vec<String> = found.filter_map(within).collect();
        let Some(nearest) = found.first() else {
            return Some(country.to_owned());
        };
        // The list gives the nearest place alone; larger areas that the text names go before it.
        let own: Vec<&str> = nearest.split(": ").skip(1).collect();
        let larger = found[1..]
            .iter()
            .rev()
            .filter_map(|l| l.rsplit(": ").next());
        let larger = larger.filter(|part| !own.contains(part) && !part.ends_with("(CITY)"));
        let parts: Vec<&str> = std::iter::once(country)
            .chain(larger)
            .chain(own.iter().copied())
            .collect();
        Some(parts.join(": "))
    }

    /// Whether the list has a place of this name in some country.
    pub fn knows(&self, name: &str) -> bool {
        self.country(name).is_none() && self.known.contains_key(without_article(name))
    }

    fn country(&self, name: &str) -> Option<&'static str> {
        COUNTRIES.into_iter().find(|c| *c == without_article(name))
    }

    /// A place whose name is known in one country alone; a city before a larger area of the name.
    fn anywhere(&self, name: &str) -> Option<String> {
        let listed = self.known.get(without_article(name))?;
        let country = |l: &String| l.split(':').next().unwrap_or_default().to_owned();
        let first = listed.first()?;
        if listed.iter().any(|l| country(l) != country(first)) {
            return None;
        }
        let city = listed.iter().find(|l| l.ends_with("(CITY)"));
        city.or(Some(first)).cloned()
    }

    /// The country a message is about: where it was filed, and what its text names most.
    fn country_of(&self, message: &Message) -> Option<&'static str> {
        let text = message.paragraphs.join(" ");
        let city = message.place.split(" (").next().unwrap_or_default();
        let filed = self.anywhere(city);
        let count = |country: &str| {
            let nation = NATIONS.iter().find(|(_, c)| *c == country).map(|(n, _)| *n);
            let named =
                text.matches(country).count() + nation.map_or(0, |n| text.matches(n).count());
            let here = message.place.contains(country)
                || filed
                    .as_ref()
                    .is_some_and(|f| f.starts_with(&format!("{country}:")));
            // Messages were chosen for the nine countries of interest, which stand first.
            let interest = 1 + 2 * usize::from(COUNTRIES[..9].contains(&country));
            interest * (named + 3 * usize::from(here))
        };
        let counts = COUNTRIES.into_iter().map(|c| (count(c), c));
        let best = counts.rev().max_by_key(|(n, _)| *n);
        best.filter(|(n, _)| *n > 0).map(|(_, c)| c)
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("THE ").unwrap_or(name)
}
