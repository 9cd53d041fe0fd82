//! What opens a line of news and belongs to no sentence: an hour, a town, a day, an agency.

use dateline_data::MONTHS;
use dateline_span::Span;

/// The parts to parse, apart what only opens an entry: the hour on a live page ("14:05 Two hurt"), the
/// town in a round-up of the news ("BEIRUT - Two were hurt"), the day or agency of a line without a town ("Aug 11
/// (Agency) - Two were hurt").
pub fn openings_apart(text: &str, parts: &[Span]) -> Vec<Span> {
    let cut = |part: &Span| {
        let words = part.slice(text);
        let at = part.start as usize
            + clock_length(words)
                .max(town_length(words))
                .max(day_length(words));
        let halves = [
            Span::new(part.start as usize, at),
            Span::new(at, part.end as usize),
        ];
        halves.map(|half| half.trimmed(text))
    };
    let halves = parts.iter().flat_map(cut);
    halves.filter(|half| !half.is_empty()).collect()
}

/// The bytes of a town in capitals and the dash behind it at the beginning of some words, before words in
/// small letters; none for other openings.
fn town_length(words: &str) -> usize {
    let Some((opening, rest)) = opening(words) else {
        return 0;
    };
    let mut places = opening.split(", ");
    let in_capitals = |place: &str| {
        place.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && !place
                .chars()
                .any(|c| c.is_lowercase() || c.is_ascii_digit())
    };
    let named = |place: &str| place.starts_with(char::is_uppercase);
    if places.next().is_some_and(in_capitals)
        && places.all(named)
        && rest.chars().take(LONGEST_OPENING).any(char::is_lowercase)
    {
        words.len() - rest.len()
    } else {
        0
    }
}

/// The most bytes before the dash of an opening.
const LONGEST_OPENING: usize = 60;

/// What stands before and behind the first dash, where that is near.
fn opening(words: &str) -> Option<(&str, &str)> {
    let dashes = [" - ", " -- ", " – ", " — "];
    let (at, dash) = dashes
        .iter()
        .filter_map(|dash| Some((words.find(dash)?, dash.len())))
        .min()?;
    let near = (3..LONGEST_OPENING).contains(&at);
    near.then(|| (&words[..at], &words[at + dash..]))
}

/// The bytes of a day, an agency in brackets, or both, and the dash behind them at the beginning of some words; none for
/// other openings.
fn day_length(words: &str) -> usize {
    let Some((opening, rest)) = opening(words) else {
        return 0;
    };
    let (day, agency) = match opening.strip_suffix(')').and_then(|o| o.rsplit_once('(')) {
        Some((day, agency)) => (day.trim_end(), agency),
        None => (opening, ""),
    };
    let mut parts = day.split([' ', ',']).filter(|part| !part.is_empty());
    let is_month = |word: &str| {
        let short = word.trim_end_matches('.').to_lowercase();
        short.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(&short))
    };
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let dated = parts.next().is_some_and(is_month)
        && parts.next().is_some_and(is_number)
        && parts.all(is_number);
    let told = day.is_empty() && agency.starts_with(char::is_uppercase);
    if dated || told {
        words.len() - rest.len()
    } else {
        0
    }
}

/// The bytes of an hour at the beginning of some words, before more words; none for other numbers.
fn clock_length(words: &str) -> usize {
    let hour = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let after = &words[hour..];
    let minutes = after.len() > 3
        && after.starts_with([':', '.'])
        && after[1..].bytes().take(2).all(|b| b.is_ascii_digit())
        && after[3..].starts_with(' ');
    if (1..=2).contains(&hour) && minutes && after[3..].trim().len() > 1 {
        hour + 3
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(words: &str) -> Vec<&str> {
        let parts = openings_apart(words, &[Span::new(0, words.len())]);
        parts.into_iter().map(|part| part.slice(words)).collect()
    }

    #[test]
    fn openings_are_parsed_apart() {
        for (opening, rest) in [
            ("14:05", "Two were hurt."),
            ("KALEM, Norland -", "Two were hurt."),
            ("Aug 11 -", "Two were hurt."),
            ("Sept. 3 (Agency) –", "Two were hurt."),
            ("May 3, 2025 —", "Two were hurt."),
            ("(Agency) -", "Two were hurt."),
        ] {
            assert_eq!(cut(&format!("{opening} {rest}")), [opening, rest]);
        }
    }

    #[test]
    fn prose_with_dashes_is_left_whole() {
        for words in [
            "May is warm - most years.",
            "Two (of ten) - the last - were hurt.",
            "March 3 was a Monday - a bad one.",
            "14 were hurt.",
        ] {
            assert_eq!(cut(words), [words]);
        }
    }
}
