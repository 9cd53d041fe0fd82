//! An incident as it stands: who tells it, what is agreed, what is disputed, why it was put together.

use super::claim::row;
use super::paper::{Look, Paper, clean};
use dateline_store::{Account, FusedRecord, Teller, ToldField, ToldNumber, ToldToll};

/// Adds the account of an incident, with its merges where several articles tell it.
pub fn account(paper: Paper, out: &mut String, account: &Account, fused: Option<&FusedRecord>) {
    heading(paper, out, account);
    for (i, telling) in account.tellings.iter().enumerate() {
        let facts = [
            Some(format!("voice {}", telling.voice)),
            telling.published.clone(),
            telling.outlet.as_deref().map(|o| clean(o).into_owned()),
            Some(format!("“{}”", clean(&telling.heading))),
            Some(telling.incident.clone()),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        row(paper, out, label("told by", i), &facts.join(" · "));
    }
    let (agreed, disputed): (Vec<&ToldField>, Vec<&ToldField>) =
        account.fields.iter().partition(|f| f.values.len() == 1);
    for (i, field) in agreed.iter().enumerate() {
        let value = clean(&field.values[0].value).into_owned();
        row(
            paper,
            out,
            label("agreed", i),
            &format!("{}: {value}", field.field),
        );
    }
    let values = disputed
        .iter()
        .flat_map(|field| field.values.iter().map(move |value| (field, value)));
    for (i, (field, value)) in values.enumerate() {
        let text = format!(
            "{}: {} ({})",
            field.field,
            clean(&value.value),
            tellers(&value.tellers)
        );
        row(paper, out, label("disputed", i), &text);
    }
    for toll in &account.tolls {
        numbers(paper, out, toll);
    }
    for (i, merge) in fused.iter().flat_map(|f| &f.merges).enumerate() {
        let [one, two] = &merge.incidents;
        let text = format!(
            "{one} + {two} (score {}): {}",
            merge.score,
            merge.evidence.join("; ")
        );
        row(paper, out, label("joined", i), &clean(&text));
    }
    for (i, held) in account.holds.iter().enumerate() {
        row(paper, out, label("holds", i), held);
    }
}

/// The label on the first of its rows only.
fn label(text: &str, index: usize) -> &str {
    if index == 0 { text } else { "" }
}

fn heading(paper: Paper, out: &mut String, account: &Account) {
    let count = |n: usize, one: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    };
    let what = if account.campaign {
        "Campaign"
    } else {
        "Incident"
    };
    let left = format!(
        "     {what} told by {} in {}",
        count(account.tellings.len(), "article"),
        count(account.voices as usize, "voice")
    );
    let gap = paper
        .width
        .saturating_sub(textwrap::core::display_width(&left) + account.id.len())
        .max(2);
    out.push_str(&paper.paint(Look::Title, &left));
    out.push_str(&" ".repeat(gap));
    out.push_str(&paper.paint(Look::Faint, &account.id));
    out.push('\n');
}

/// "killed: low 2, best 3, high 4", then each number with who gives it.
fn numbers(paper: Paper, out: &mut String, toll: &ToldToll) {
    let high = toll
        .toll
        .high
        .map_or_else(|| "no bound".to_owned(), |high| high.to_string());
    let text = format!(
        "low {}, best {}, high {high}",
        toll.toll.low, toll.toll.best
    );
    row(paper, out, &toll.meaning, &text);
    for ToldNumber { words, teller, .. } in &toll.numbers {
        let day = teller.published.as_deref().unwrap_or("no date");
        let text = format!("{day}: “{}” ({})", clean(words), name(teller));
        row(paper, out, "", &text);
    }
}

/// Each teller once, with the day where it is known.
fn tellers(all: &[Teller]) -> String {
    let mut told: Vec<String> = Vec::new();
    for teller in all {
        let text = match &teller.published {
            Some(day) => format!("{}, {day}", name(teller)),
            None => name(teller),
        };
        if !told.contains(&text) {
            told.push(text);
        }
    }
    told.join("; ")
}

/// "the army in the Courier"; the article's own voice is the outlet's.
fn name(teller: &Teller) -> String {
    let outlet = teller.outlet.as_deref().map(clean);
    match (teller.source.as_deref().map(clean), outlet) {
        (Some(source), Some(outlet)) => format!("{source}, in {outlet}"),
        (Some(source), None) => source.into_owned(),
        (None, Some(outlet)) => outlet.into_owned(),
        (None, None) => {
            let article = teller.claim.split('.').next().unwrap_or_default();
            format!("the article {article}")
        }
    }
}
