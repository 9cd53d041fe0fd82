//! Runs `suite/events`: who did what to whom, on sentences written for it.

use dateline::event::{Claim, Role};
use dateline::page::{Page, articles};
use dateline::{ArticleReading, Engine, Options};
use std::fmt::Write as _;
use std::path::Path;

/// What a claim gives for a field of a case, in the words of the text.
fn field(reading: &ArticleReading, claim: &Claim, name: &str) -> Vec<String> {
    let text = &reading.article.text;
    let role = |role: Role| {
        claim
            .with_role(role)
            .map(|a| a.span.slice(text).to_owned())
            .collect()
    };
    match name {
        "actor" => role(Role::Actor),
        "recipient" => role(Role::Recipient),
        "victim" => role(Role::Victim),
        "means" => role(Role::Means),
        "place" => claim
            .place
            .iter()
            .map(|p| p.span.slice(text).to_owned())
            .collect(),
        "time" => claim
            .time
            .iter()
            .map(|t| {
                reading.times[*t]
                    .stretch(&reading.times)
                    .span
                    .slice(text)
                    .to_owned()
            })
            .collect(),
        "source" => {
            let link = claim.source.innermost();
            let named = link.mention.map(|m| m.slice(text).to_owned());
            named.into_iter().collect()
        }
        "numbers" => numbers(reading, claim).into_iter().collect(),
        "polarity" => vec![format!("{:?}", claim.factuality.polarity).to_lowercase()],
        "certainty" => vec![claim.factuality.certainty.name().to_owned()],
        "tense" => vec![claim.factuality.tense.name().to_owned()],
        other => panic!("a case asks for the field {other}"),
    }
}

/// All numbers of a claim, each with what it counts: "killed four, wounded at least nine".
fn numbers(reading: &ArticleReading, claim: &Claim) -> Option<String> {
    let told = claim.quantities.iter().map(|counted| {
        let words = reading.quantities[counted.quantity].span;
        let meaning = counted.meaning.map_or("?", |m| m.name());
        format!("{meaning} {}", words.slice(&reading.article.text))
    });
    Some(told.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty())
}

fn code(claim: &Claim) -> String {
    match claim.event.mode {
        Some(mode) => format!("{}/{mode}", claim.event.kind),
        None => claim.event.kind.to_string(),
    }
}

/// What a claim says otherwise than the line wants; `None` if it is another event.
fn differences(reading: &ArticleReading, claim: &Claim, line: &[&str]) -> Option<Vec<String>> {
    let text = &reading.article.text;
    if claim.trigger.slice(text) != line[1] {
        return None;
    }
    let mut wrong = Vec::new();
    if code(claim) != line[0] {
        wrong.push(format!("is {}", code(claim)));
    }
    for wanted in &line[2..] {
        let (name, words) = wanted.split_once('=').expect("a field is name = words");
        let given = field(reading, claim, name.trim());
        let fits = match words.trim() {
            "-" => given.is_empty(),
            words => given.iter().any(|g| g == words),
        };
        if !fits {
            wrong.push(format!("{} is {given:?}", name.trim()));
        }
    }
    Some(wrong)
}

/// Checks one case; what differs is added to `wrong`.
fn check(engine: &Engine, place: &str, case: &str, wrong: &mut String) {
    let (text, lines) = case.split_once("\n---\n").expect("a case holds a line ---");
    let page = Page::from_bytes(place, text.trim().as_bytes());
    let article = articles(&page).articles.remove(0);
    let reading = engine.read_article(article, &Options::default());
    let wanted: Vec<Vec<&str>> = lines
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && *l != "none")
        .map(|l| l.split('|').map(str::trim).collect())
        .collect();
    let (groups, wanted): (Vec<_>, Vec<_>) = wanted
        .into_iter()
        .partition(|line| matches!(line[0], "together" | "apart"));
    for group in &groups {
        let incident = |trigger: &&str| {
            let told =
                |c: &usize| reading.claims[*c].trigger.slice(&reading.article.text) == *trigger;
            reading
                .incidents
                .iter()
                .position(|i| i.claims.iter().any(told))
        };
        let incidents: Vec<_> = group[1..].iter().map(incident).collect();
        let one = incidents.iter().all(|i| *i == incidents[0]);
        let found = incidents.iter().all(Option::is_some);
        if !found || one != (group[0] == "together") {
            _ = writeln!(
                wrong,
                "{place}: {}\n  not {}: {}",
                text.trim(),
                group[0],
                group[1..].join(", ")
            );
        }
    }
    for line in &wanted {
        let found = reading
            .claims
            .iter()
            .find_map(|c| differences(&reading, c, line));
        match found {
            None => {
                _ = writeln!(
                    wrong,
                    "{place}: {}\n  missing: {}",
                    text.trim(),
                    line.join(" | ")
                )
            }
            Some(differences) if differences.is_empty() => {}
            Some(differences) => {
                _ = writeln!(
                    wrong,
                    "{place}: {}\n  {}: {}",
                    text.trim(),
                    line.join(" | "),
                    differences.join("; ")
                );
            }
        }
    }
    for claim in &reading.claims {
        let trigger = claim.trigger.slice(&reading.article.text);
        if !wanted.iter().any(|line| line[1] == trigger) {
            _ = writeln!(
                wrong,
                "{place}: {}\n  not wanted: {} | {trigger}",
                text.trim(),
                code(claim)
            );
        }
    }
}

#[test]
fn the_suite_of_events_holds() {
    let engine = Engine::new().expect("the built-in data are sound");
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../suite/events");
    let mut wrong = String::new();
    let mut cases = 0;
    let mut pages: Vec<_> = std::fs::read_dir(&suite)
        .expect("the suite is in the repository")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md"))
        .collect();
    pages.sort();
    for path in pages {
        let name = path
            .file_name()
            .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let page = std::fs::read_to_string(&path).expect("a page can be read");
        for (at, block) in page.match_indices("```case\n") {
            let case = &page[at + block.len()..];
            let case = &case[..case.find("```").expect("a block is closed")];
            let line = page[..at].lines().count() + 1;
            check(&engine, &format!("{name}:{line}"), case, &mut wrong);
            cases += 1;
        }
    }
    assert!(cases >= 40, "only {cases} cases were found");
    assert!(wrong.is_empty(), "\n{wrong}");
}
