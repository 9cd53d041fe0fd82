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
    for field in &incident.agreed {
        let values: Vec<_> = field
            .accounts
            .iter()
            .map(|account| clean(&account.words.text))
            .collect();
        row(
            paper,
            out,
            "agreed",
            &format!("{}: {}", field.field, values.join("; ")),
        );
    }
    for field in &incident.differing {
        for (i, account) in field.accounts.iter().enumerate() {
            let label = if i == 0 { "differing" } else { "" };
            row(paper, out, label, &told(field, account, article));
        }
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
        clean(&account.words.text),
        numbers(&account.claims, article),
        tellers.join(", ")
    )
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
