//! One incident: what its claims agree on, and where they differ, by source.

use super::claim::row;
use super::paper::{Look, Paper, clean};
use super::phrase;
use dateline_store::{AccountRecord, ArticleRecords, FieldRecord, IncidentRecord};

/// Adds an incident of `article`.
pub fn incident(
    paper: Paper,
    out: &mut String,
    incident: &IncidentRecord,
    article: &ArticleRecords,
) {
    let left = format!(
        "     Incident of claims {}",
        numbers(&incident.claims, article)
    );
    let right = incident.handle();
    let gap = paper
        .width
        .saturating_sub(textwrap::core::display_width(&left) + right.len())
        .max(2);
    out.push_str(&paper.paint(Look::Title, &left));
    out.push_str(&" ".repeat(gap));
    out.push_str(&paper.paint(Look::Faint, right));
    out.push('\n');
    for (i, field) in incident.agreed.iter().enumerate() {
        let label = if i == 0 { "agreed" } else { "" };
        let values: Vec<_> = field
            .accounts
            .iter()
            .map(|account| value(account, article))
            .collect();
        row(
            paper,
            out,
            label,
            &format!("{}: {}", field.field, values.join("; ")),
        );
    }
    let differing = incident
        .differing
        .iter()
        .flat_map(|field| field.accounts.iter().map(move |a| (field, a)));
    for (i, (field, account)) in differing.enumerate() {
        let label = if i == 0 { "differing" } else { "" };
        row(paper, out, label, &told(field, account, article));
    }
    for merge in &incident.merges {
        let pair = numbers(&merge.claims, article);
        row(
            paper,
            out,
            "joined",
            &format!("{pair}: {}", merge.evidence.join("; ")),
        );
    }
}

/// "actor: ISIS remnants (claim 3, Farhad Shami)".
fn told(field: &FieldRecord, account: &AccountRecord, article: &ArticleRecords) -> String {
    let mut tellers: Vec<String> = Vec::new();
    for claim in account.claims.iter().filter_map(|id| article.claim(id)) {
        let teller = phrase::teller(claim);
        if !tellers.contains(&teller) {
            tellers.push(teller);
        }
    }
    let which = if account.claims.len() == 1 {
        "claim"
    } else {
        "claims"
    };
    format!(
        "{}: {} ({which} {}, {})",
        field.field,
        value(account, article),
        numbers(&account.claims, article),
        tellers.join(", ")
    )
}

/// The words of an account, and whom or which days they stand for in the claims that give them.
fn value(account: &AccountRecord, article: &ArticleRecords) -> String {
    let span = account.words.span;
    let claims = || account.claims.iter().filter_map(|id| article.claim(id));
    let argument = claims()
        .flat_map(|claim| &claim.arguments)
        .find(|a| a.words.span == span);
    let time = claims()
        .filter_map(|claim| claim.time.as_ref())
        .find(|t| t.words.span == span);
    match (argument, time) {
        (Some(argument), _) => phrase::argument(argument),
        (None, Some(time)) => phrase::time(time),
        (None, None) => clean(&account.words.text).into_owned(),
    }
}

/// The numbers that claims have in print, for their ids.
fn numbers(ids: &[String], article: &ArticleRecords) -> String {
    let number = |id: &String| article.claims.iter().position(|claim| claim.id == *id);
    let numbers: Vec<String> = ids
        .iter()
        .filter_map(number)
        .map(|index| (index + 1).to_string())
        .collect();
    numbers.join(", ")
}
