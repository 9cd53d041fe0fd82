//! One claim.

use super::paper::{Look, Paper, clean, emphasised};
use super::phrase;
use dateline_store::{ArticleRecord, ArticleRecords, ClaimRecord};
use textwrap::core::display_width;

/// Blanks before the rows of a claim.
const INDENT: &str = "     ";
/// Columns of a row's label.
const LABEL: usize = 11;

/// Adds the claim with this index: what, how surely, its parts, its source, and the words it was
/// read from. `before` is the index of the claim that was printed just above it.
pub fn claim(
    paper: Paper,
    out: &mut String,
    records: &ArticleRecords,
    index: usize,
    before: Option<usize>,
) {
    let (article, claim) = (&records.article, &records.claims[index]);
    let before = before.map(|before| &records.claims[before]);
    heading(paper, out, index + 1, claim);
    let rows = [
        ("actor", roles(claim, "actor")),
        ("recipient", roles(claim, "recipient")),
        ("victim", roles(claim, "victim")),
        ("means", roles(claim, "means")),
        (
            "count",
            claim.quantities.iter().map(phrase::quantity).collect(),
        ),
        ("place", claim.place.iter().map(phrase::place).collect()),
        ("time", claim.time.iter().map(phrase::time).collect()),
    ];
    for (label, values) in &rows {
        for (i, value) in values.iter().enumerate() {
            row(paper, out, if i == 0 { label } else { "" }, value);
        }
    }
    row(
        paper,
        out,
        "source",
        &phrase::sources(claim, article.outlet.as_deref()),
    );
    for answer in &claim.answers {
        let number = records.claims.iter().position(|c| c.id == answer.claim);
        let number = number.map_or_else(|| answer.claim.clone(), |n| format!("claim {}", n + 1));
        row(paper, out, &answer.kind, &number);
    }
    for withheld in &claim.withheld {
        row(paper, out, "withheld", &phrase::withheld(withheld));
    }
    for correction in &claim.corrections {
        row(paper, out, "corrected", &phrase::correction(correction));
    }
    evidence(paper, out, claim, before, article);
}

fn roles(claim: &ClaimRecord, role: &str) -> Vec<String> {
    claim.with_role(role).map(phrase::argument).collect()
}

fn heading(paper: Paper, out: &mut String, number: usize, claim: &ClaimRecord) {
    let event = match &claim.event_mode {
        Some(mode) => format!("{} / {mode}", claim.event_type),
        None => claim.event_type.clone(),
    };
    let (stance, look) = phrase::factuality(claim);
    let left = format!("{number:>3}  {event} · {stance}");
    let right = claim.handle();
    let gap = paper
        .width
        .saturating_sub(display_width(&left) + right.len())
        .max(2);
    out.push_str(&format!(
        "{number:>3}  {} · {}{}{}\n",
        paper.paint(Look::Event, &event),
        paper.paint(look, &stance),
        " ".repeat(gap),
        paper.paint(Look::Faint, right)
    ));
}

/// A labelled row, as in a claim.
pub(super) fn row(paper: Paper, out: &mut String, label: &str, value: &str) {
    let label = paper.paint(Look::Label, &format!("{label:<LABEL$}"));
    paper.block(out, &format!("{INDENT}{label}"), value);
}

/// The clause that the claim was read from, its trigger emphasised. Where the claim before was read
/// from the same, a line around the trigger is enough.
fn evidence(
    paper: Paper,
    out: &mut String,
    claim: &ClaimRecord,
    before: Option<&ClaimRecord>,
    article: &ArticleRecord,
) {
    let (whole, trigger) = (claim.evidence.span, claim.trigger.span);
    let bar = paper.paint(Look::Faint, "│ ");
    let indent = format!("{INDENT}{bar}");
    if !whole.contains(trigger) {
        return paper.hanging(out, &indent, &indent, &clean(&claim.evidence.text));
    }
    let slice = |from: u32, to: u32| {
        article
            .text
            .get(from as usize..to as usize)
            .unwrap_or_default()
    };
    let words = clean(slice(trigger.start, trigger.end));
    let mut lead = clean(slice(whole.start, trigger.start));
    let mut rest = clean(slice(trigger.end, whole.end));
    if before.is_some_and(|before| before.evidence.span == whole) {
        let room = paper
            .width
            .saturating_sub(INDENT.len() + "│ **".len() + words.len())
            / 2;
        lead = last_words(&lead, room).into();
        rest = first_words(&rest, room).into();
    }
    paper.hanging(out, &indent, &indent, &emphasised(&lead, &words, &rest));
}

/// As many of the last words as `room` columns hold, after an ellipsis.
fn last_words(text: &str, room: usize) -> String {
    if display_width(text) <= room {
        return text.to_owned();
    }
    let starts = text.match_indices(' ').map(|(blank, _)| &text[blank + 1..]);
    let kept = starts
        .into_iter()
        .find(|end| display_width(end) + 2 <= room)
        .unwrap_or("");
    format!("… {kept}")
}

/// As many of the first words as `room` columns hold, before an ellipsis.
fn first_words(text: &str, room: usize) -> String {
    if display_width(text) <= room {
        return text.to_owned();
    }
    let ends = text.rmatch_indices(' ').map(|(blank, _)| &text[..blank]);
    let kept = ends
        .into_iter()
        .find(|start| display_width(start) + 2 <= room)
        .unwrap_or("");
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_keep_whole_words_next_to_the_trigger() {
        assert_eq!(
            last_words("the army said that rebels ", 14),
            "… that rebels "
        );
        assert_eq!(
            first_words(" a checkpoint in the north", 15),
            " a checkpoint …"
        );
        assert_eq!(last_words("short ", 14), "short ");
        assert_eq!(first_words("", 3), "");
    }
}
