//! Cues for picture captions, and whom a picture is credited to.

use super::evidence::{Evidence, Role};
use super::line::{Block, count_words, key};
use super::lists;
use std::ops::Range;

/// Words of a caption that only names what is seen, at least and at most.
const SCENE_WORDS: std::ops::RangeInclusive<usize> = 4..=16;

/// "The square of Kalem on market day", "shepherds near Kalem in 2009.": a phrase without a verb, where a
/// standfirst or a paragraph would tell what happened.
pub(crate) fn names_scene(block: &Block<'_>) -> bool {
    const VERBS: [&str; 20] = [
        "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is",
        "may", "might", "must", "said", "says", "was", "were", "will",
    ];
    let goes_on = block.text.starts_with(char::is_lowercase);
    let opens = ["The ", "A ", "An "]
        .iter()
        .any(|article| block.text.starts_with(article));
    let tells = |word: &str| VERBS.contains(&word) || word.len() > 4 && word.ends_with("ed");
    SCENE_WORDS.contains(&block.words)
        && (goes_on || opens && !block.ends_sentence())
        && block.sentences() <= 1
        && !block.key.split(' ').any(tells)
}

/// Adds what speaks for the line being a picture's caption.
pub(crate) fn weigh(block: &Block<'_>, evidence: &mut Evidence) {
    let lower = block.text.to_lowercase();
    let opening = lists::CAPTION_OPENINGS.opens(&lower);
    evidence.add_if(opening, Role::Caption, 30, "opens as a caption");
    if is_credit_line(block) {
        evidence.add(Role::Caption, 40, "a picture credit");
    } else if let Some(credit) = find(block.text) {
        evidence.add(Role::Caption, credit.points, "ends with a picture credit");
    } else if !opening {
        return;
    }
    evidence.add_if(!block.ends_with_stop(), Role::Caption, 5, "no full stop");
    let lower_words = key(block.text);
    let reports = lower_words
        .split(' ')
        .any(|word| matches!(word, "said" | "told" | "added" | "according"));
    evidence.add_if(reports && !opening, Role::Caption, -15, "reports speech");
    evidence.add_if(
        block.words > 70,
        Role::Caption,
        -25,
        "too long for a caption",
    );
    evidence.add_if(
        block.sentences() > 3,
        Role::Caption,
        -15,
        "several sentences",
    );
}

/// A credit at the end of a line.
pub(crate) struct Credit {
    /// Bytes of the credit, brackets and lead words left out.
    pub range: Range<usize>,
    /// Points for the line being a caption.
    points: i32,
}

/// Whom the line credits: a bracketed group at its end, a labelled credit, or an agency after a
/// dash, slash or bar.
pub(crate) fn find(text: &str) -> Option<Credit> {
    alone(text)
        .or_else(|| bracketed(text))
        .or_else(|| labelled(text))
        .or_else(|| trailing_agency(text))
}

/// The credit of a line that holds nothing else: "Photograph: Omar Nasser/AFP".
fn alone(text: &str) -> Option<Credit> {
    let (label, credit) = text.split_once([':', ','])?;
    let credit = credit.trim().trim_end_matches('.');
    let labels = lists::CREDIT_OPENINGS.opens(&format!("{}:", label.to_lowercase()));
    let short = count_words(label) <= 3 && (1..=6).contains(&count_words(credit));
    (labels && short && !credit.is_empty()).then(|| Credit {
        range: range_of(text, credit),
        points: 40,
    })
}

/// "(Reuters)", "[Omar Nasser/AFP]", "(AP Photo/Lena Park, File)" at the very end.
fn bracketed(text: &str) -> Option<Credit> {
    let stopped = text.ends_with('.');
    let inner_end = text.trim_end_matches('.').trim_end();
    let (open, close) = match inner_end.chars().next_back()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        _ => return None,
    };
    let body = &inner_end[..inner_end.len() - close.len_utf8()];
    let start = body.rfind(open)? + open.len_utf8();
    let group = body[start..].trim();
    let before = body[..start - open.len_utf8()].trim_end();
    if group.is_empty() || count_words(group) > 10 || count_words(before) < 2 {
        return None;
    }
    let mut points = credit_points(group);
    if is_acronym_of(group, before) {
        return None;
    }
    if before.ends_with(['.', '!', '?', '”', '"']) {
        points += 8;
    }
    if stopped {
        points -= 12;
    }
    if open == '[' {
        points += 5;
    }
    (points > 0).then(|| Credit {
        range: range_of(text, group),
        points,
    })
}

/// How strongly a bracketed group looks like a credit.
fn credit_points(group: &str) -> i32 {
    let lower = key(group);
    let words: Vec<&str> = lower.split(' ').collect();
    let agency = lists::PICTURE_AGENCIES.has(&lower)
        || words.iter().any(|word| lists::PICTURE_AGENCIES.has(word));
    let picture = words.iter().any(|word| lists::PICTURE_WORDS.has(word));
    let named = group
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .all(|word| {
            word.starts_with(|c: char| !c.is_lowercase())
                || matches!(word, "of" | "via" | "and" | "al" | "de" | "file")
        });
    let capitals = words.len() == 1
        && group.chars().count() <= 6
        && group
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
        && group.chars().any(char::is_alphabetic);
    match (agency || capitals, picture, named) {
        (true, true, _) => 30,
        (_, true, true) => 28,
        (true, false, true) => 22,
        (_, true, false) => 15,
        (false, false, true) if group.contains('/') => 22,
        (false, false, true) if words.len() <= 5 && group.chars().any(char::is_alphabetic) => 12,
        _ => 0,
    }
}

/// Whether a bracketed group abbreviates the words before it, as in "Syrian Arab News Agency (SANA)".
fn is_acronym_of(group: &str, before: &str) -> bool {
    let letters: Vec<char> = group.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 2 || group.contains(' ') || !letters.iter().all(|c| c.is_uppercase()) {
        return false;
    }
    let initials: Vec<char> = before
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter_map(|word| word.trim_start_matches(super::line::opening).chars().next())
        .collect();
    let joined: String = initials.iter().flat_map(|c| c.to_uppercase()).collect();
    let capitals: String = initials.iter().filter(|c| c.is_uppercase()).collect();
    let wanted: String = letters.iter().collect();
    joined.ends_with(&wanted) || capitals.ends_with(&wanted)
}

/// "… on Tuesday. Photo: Omar Nasser/AFP", "… | Credit: NASA".
fn labelled(text: &str) -> Option<Credit> {
    const LABELS: &[&str] = &[
        "photo:",
        "photo by ",
        "photograph:",
        "photograph by ",
        "photo credit:",
        "photo courtesy of ",
        "image:",
        "image credit:",
        "image courtesy of ",
        "credit:",
        "picture:",
        "picture by ",
        "photographer:",
        "file photo:",
        "ap photo/",
        "afp photo",
        "reuters/",
        "image source:",
    ];
    let lower = text.to_ascii_lowercase();
    let (at, label) = LABELS
        .iter()
        .filter_map(|label| lower.rfind(label).map(|at| (at, *label)))
        .filter(|(at, _)| *at > 0)
        .min_by_key(|(at, _)| *at)?;
    let before = text[..at].trim_end();
    let apart = before.ends_with(['.', '|', '/', '–', '—', '-', '(', '[', ',', ';', '"', '”']);
    // "A tank on the road to Kalem Image: Omar Nasser."
    let capital = label.ends_with(':') && text[at..].starts_with(char::is_uppercase);
    let detached = apart || capital;
    let from = if label.ends_with('/') || label == "afp photo" {
        at
    } else {
        at + label.len()
    };
    let credit =
        text[from..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '.'));
    let short = (1..=8).contains(&count_words(credit));
    (detached && short && count_words(before) >= 2).then(|| Credit {
        range: range_of(text, credit),
        points: 60,
    })
}

/// "… on Tuesday — Reuters", "… on Tuesday / AFP".
fn trailing_agency(text: &str) -> Option<Credit> {
    let at = text.rfind(['—', '–', '|', '/', '-', '©'])?;
    let separator = text[at..].chars().next()?.len_utf8();
    let spaced = text[..at].ends_with(' ') || text[at..].starts_with('©');
    let credit = text[at + separator..].trim().trim_end_matches('.');
    let lower = key(credit);
    let owned = text[at..].starts_with('©') && (1..=6).contains(&count_words(credit));
    let known = owned
        || lists::PICTURE_AGENCIES.has(&lower)
        || lower.rsplit(' ').next().is_some_and(|last| {
            count_words(credit) <= 4 && matches!(last, "photo" | "photos" | "images" | "file")
        });
    (spaced && known && count_words(&text[..at]) >= 4).then(|| Credit {
        range: range_of(text, credit),
        points: 25,
    })
}

/// A line that is a credit and nothing else: "Photo: Omar Nasser", "Image source, Reuters".
pub(crate) fn is_credit_line(block: &Block<'_>) -> bool {
    let lower = block.text.to_lowercase();
    let opens = lists::CREDIT_OPENINGS.opens(&lower);
    let short = block.words <= 7 && !block.ends_sentence();
    let agency = block.text.contains('/')
        && block.words <= 5
        && block
            .key
            .split(' ')
            .any(|word| lists::PICTURE_AGENCIES.has(word));
    let service = block.words <= 6
        && (block.key.ends_with("getty images") || block.key.ends_with("ap photo"));
    short && (opens || agency || service)
}

/// Where `part`, a slice of `whole`, stands in it.
fn range_of(whole: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - whole.as_ptr().addr();
    start..start + part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credit(text: &str) -> Option<&str> {
        find(text).map(|credit| &text[credit.range])
    }

    #[test]
    fn credits_are_found_at_the_end() {
        for (text, expected) in [
            ("A burnt bus on the road to Kalem (Reuters)", "Reuters"),
            (
                "A burnt bus on the road to Kalem. (The Kalem Post file)",
                "The Kalem Post file",
            ),
            (
                "A burnt bus near Kalem on Monday [Omar Nasser/AFP]",
                "Omar Nasser/AFP",
            ),
            (
                "A burnt bus near Kalem on Monday. Photo: Omar Nasser",
                "Omar Nasser",
            ),
            (
                "Lena Park at the bus stop in Kalem Image: Omar Nasser.",
                "Omar Nasser",
            ),
            ("A burnt bus near Kalem on Monday — Reuters", "Reuters"),
            (
                "A burnt bus near Kalem on Monday. (AP Photo/Lena Park, File)",
                "AP Photo/Lena Park, File",
            ),
            ("Photograph: Omar Nasser/AFP", "Omar Nasser/AFP"),
            (
                "A burnt bus near Kalem. © Omar Nasser, AFP",
                "Omar Nasser, AFP",
            ),
        ] {
            assert_eq!(credit(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn abbreviations_and_asides_are_no_credits() {
        for text in [
            "The talks were led by the Kalem Fishing Union (KFU)",
            "He spoke to the ministry (which declined to comment)",
            "Ten people were hurt (two of them badly)",
            "A low-tech – but effective – answer",
        ] {
            assert_eq!(credit(text), None, "{text}");
        }
    }
}
