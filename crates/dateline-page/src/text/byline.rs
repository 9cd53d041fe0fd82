//! Cues for bylines, and the openings of reports that say where they were filed.

use super::evidence::{Evidence, Role};
use super::line::{Block, count_words, key};
use super::lists;
use crate::article::Dateline;
use crate::stamp::{self, Stamp};
use dateline_span::Span;
use std::ops::Range;

/// Adds what speaks for the line naming who wrote the article.
pub(crate) fn weigh(block: &Block<'_>, evidence: &mut Evidence) {
    if block.words > 22 {
        return;
    }
    let plain = without_stamps(block.text);
    let signed = block.words <= 6
        && block.text.starts_with('(')
        && block.text.ends_with(')')
        && block
            .key
            .split(' ')
            .any(|word| lists::PICTURE_AGENCIES.has(word));
    evidence.add_if(signed, Role::Byline, 30, "an agency alone in brackets");
    let helped = ["report", "story", "article"]
        .iter()
        .any(|what| block.key.ends_with(&format!(" contributed to this {what}")));
    evidence.add_if(helped, Role::Byline, 45, "names who contributed");
    let filed = is_filed_from(block.text);
    evidence.add_if(filed, Role::Byline, 45, "says from where who reported");
    if let Some(name) = after_lead(&plain) {
        let stop = block.ends_with_stop() && count_words(name) > 4;
        evidence.add_if(
            !stop && mostly_names(name),
            Role::Byline,
            40,
            "opens as a byline",
        );
        return;
    }
    let lower = key(&plain);
    evidence.add_if(
        lists::BYLINES.has(&lower),
        Role::Byline,
        22,
        "the name of an agency",
    );
    if block.ends_sentence() || count_words(&plain) > 10 {
        return;
    }
    let job = lower
        .split(' ')
        .next_back()
        .is_some_and(|word| lists::JOBS.has(word))
        || plain
            .split_once(',')
            .is_some_and(|(_, rest)| key(rest).split(' ').any(|word| lists::JOBS.has(word)));
    evidence.add_if(
        job && mostly_names(&plain) && count_words(&plain) >= 2,
        Role::Byline,
        22,
        "a name with a newsroom job",
    );
}

/// Who wrote it: the line without lead words and dates.
pub(crate) fn author(text: &str) -> String {
    let plain = without_stamps(text);
    let line = after_lead(&plain).unwrap_or(&plain);
    // "Ana Ruiz | Bogotá": behind the bar stands where or for whom.
    let mut fields = line.split('|').filter(|field| !field.trim().is_empty());
    let name = fields.next().unwrap_or(line);
    name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '|' | '·' | '•' | '-' | '–' | '—' | ',' | ':' | '.')
    })
    .to_owned()
}

/// Whether a line could be nothing but a person's name, perhaps with a town ("Ana Ruiz in Kalem"); only its place can
/// make it a byline.
pub(crate) fn bare_name(text: &str) -> bool {
    let in_town = text.split_once(" in ").filter(|(_, town)| {
        count_words(town) <= 3
            && town
                .split_whitespace()
                .all(|w| w.starts_with(char::is_uppercase))
    });
    let text = in_town.map_or(text, |(name, _)| name);
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |word: &str| {
        matches!(
            word,
            "al" | "bin" | "de" | "la" | "van" | "von" | "der" | "and" | "el" | "da" | "di"
        )
    };
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            small(word)
                || (word.starts_with(char::is_uppercase)
                    && word
                        .chars()
                        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
                    && word.chars().any(char::is_lowercase))
        })
}

/// "Goma, 20 March 2025", "GOMA, March 20 (Reuters)", "Goma (AP) – 20 March 2025 – 17:42": a place, a date and
/// perhaps an agency in brackets, and nothing else. A day without its year is a date only beside an agency.
pub(crate) fn is_placed_date(text: &str) -> bool {
    let dates = stamp::stamps(text);
    let plain = without_stamps(text);
    let (place, agency) = match plain.split_once('(') {
        Some((place, rest)) => {
            let Some((agency, "")) = rest.split_once(')') else {
                return false;
            };
            (place, Some(key(agency)))
        }
        None => (plain.as_str(), None),
    };
    let place = place.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let known = |agency: &String| lists::BYLINES.has(agency) || lists::PICTURE_AGENCIES.has(agency);
    let dated = dates
        .iter()
        .any(|date| date.has_day && (date.value.is_some() || agency.is_some()));
    let behind = dates.first().is_some_and(|date| {
        let between = text.get(place.len()..date.range.start).unwrap_or_default();
        text.starts_with(place) && between.starts_with([',', ' '])
    });
    dated
        && behind
        && agency.as_ref().is_none_or(known)
        && (agency.is_some() || text[place.len()..].starts_with(','))
        && (1..=3).contains(&count_words(place))
        && place
            .split_whitespace()
            .all(|w| w.starts_with(char::is_uppercase))
}

/// The line with its dates cut out.
fn without_stamps(text: &str) -> String {
    let mut plain = String::new();
    let mut from = 0;
    for stamp in stamp::stamps(text) {
        plain.push_str(&text[from..stamp.range.start]);
        from = stamp.range.end;
    }
    plain.push_str(&text[from..]);
    plain
        .trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '|' | '·' | '•' | '-' | '–' | '—' | ',')
        })
        .to_owned()
}

/// "Mensah reported from Kalem, Norland.": names, and where they were.
fn is_filed_from(text: &str) -> bool {
    const LONGEST: usize = 14;
    let Some((who, place)) = text.split_once(" reported from ") else {
        return false;
    };
    let place = place.trim_end_matches('.');
    let small = |text: &str| mostly_names(text) && !text.contains(['“', '"']);
    count_words(text) <= LONGEST && small(who) && small(place) && !place.contains(". ")
}

/// What follows "By", "Written by", "Reporting by" and the like.
fn after_lead(text: &str) -> Option<&str> {
    let text = text
        .strip_prefix('(')
        .map_or(text, |text| text.trim_end_matches([')', '.']));
    const LEADS: [&str; 15] = [
        "by ",
        "by: ",
        "written by ",
        "reported by ",
        "reporting by ",
        "story by ",
        "words by ",
        "author: ",
        "authors: ",
        "text by ",
        "edited by ",
        "editing by ",
        "compiled by ",
        "additional reporting by ",
        "source: ",
    ];
    LEADS.iter().find_map(|lead| {
        let head = text.get(..lead.len())?;
        head.eq_ignore_ascii_case(lead)
            .then(|| text[lead.len()..].trim())
    })
}

/// Whether most words are capitalised, small joining words aside.
fn mostly_names(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == '/')
        .filter(|word| word.chars().any(char::is_alphabetic))
        .filter(|word| {
            !matches!(
                *word,
                "and"
                    | "in"
                    | "of"
                    | "for"
                    | "the"
                    | "with"
                    | "at"
                    | "al"
                    | "de"
                    | "by"
                    | "staff"
                    | "writer"
                    | "newsroom"
                    | "bureau"
                    | "bureaus"
                    | "editing"
                    | "reporting"
                    | "&"
                    | "our"
                    | "a"
                    | "special"
            ) && !is_job(word)
        })
        .collect();
    // "By our correspondent": nobody is named, and whose work it is all the same.
    if words.is_empty() {
        return text.split_whitespace().any(is_job);
    }
    let capitals = words
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    capitals * 4 >= words.len() * 3
}

fn is_job(word: &str) -> bool {
    let word = key(word);
    lists::JOBS.has(&word)
        || word
            .strip_suffix('s')
            .is_some_and(|one| lists::JOBS.has(one))
}

/// Reads the opening "CITY, March 3 (Agency) –" of a paragraph that stands at `base` in a text; with
/// it the date where it is complete. The date may stand in the brackets, "CITY (March 3, 2025)", and
/// so may the city, "(City, March 3, 2025) –".
pub(crate) fn dateline(paragraph: &str, base: usize) -> Option<(Dateline, Option<String>)> {
    let end = dash(paragraph).or_else(|| dated_brackets(paragraph))?;
    let line = paragraph[..end.0].trim_end();
    let brackets = line
        .strip_suffix(')')
        .and_then(|rest| Some(rest.rfind('(')? + 1..rest.len()));
    let bracketed = |range: &Range<usize>| stamp::stamps(&line[range.clone()]);
    let shift = |found: &Stamp, by: usize| found.range.start + by..found.range.end + by;
    let (place, date, agency) = match brackets {
        // "(City, March 3, 2025)"
        Some(inside) if inside.start == 1 => {
            let found = bracketed(&inside).pop().filter(|s| s.value.is_some())?;
            let at = shift(&found, inside.start);
            (inside.start..at.start, Some((at, found.value)), None)
        }
        Some(inside) if stamp::whole_line(&line[inside.clone()]).is_some() => {
            let found = bracketed(&inside).pop().filter(|s| s.has_day)?;
            let place = 0..inside.start - 1;
            (
                place,
                Some((shift(&found, inside.start), found.value)),
                None,
            )
        }
        agency => {
            let head = agency.as_ref().map_or(line.len(), |a| a.start - 1);
            let found = stamp::stamps(&line[..head]).pop().filter(|s| s.has_day);
            let found = found.map(|s| with_short_year(&line[..head], s));
            let place = 0..found.as_ref().map_or(head, |s| s.range.start);
            (place, found.map(|s| (s.range, s.value)), agency)
        }
    };
    let words =
        line[place.clone()].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '('));
    if !is_place(words, agency.is_some() || date.is_some()) {
        return None;
    }
    let span = |range: Range<usize>| Span::new(base + range.start, base + range.end);
    let (date, value) = date.unzip();
    let dateline = Dateline {
        span: span(0..end.1),
        place: span(place.start..place.start + words.len()),
        date: date.map(span),
        agency: agency.map(span),
    };
    Some((dateline, value.flatten()))
}

/// "KALEM, 10 AUG 89 (AFP) --": the two figures that end a dateline's date are its year, of the hundred
/// years that end in 2039, as everywhere in a text.
fn with_short_year(head: &str, date: Stamp) -> Stamp {
    let rest = &head[date.range.end..];
    let figures = rest.trim().trim_start_matches(['\'', '’']);
    let year = match figures.parse::<u16>() {
        Ok(year) if figures.len() == 2 && date.value.is_none() => year,
        _ => return date,
    };
    let century = if year < 40 { 2000 } else { 1900 };
    let full = format!("{} {}", &head[date.range.clone()], century + year);
    let value = stamp::stamps(&full).pop().and_then(|stamp| stamp.value);
    Stamp {
        range: date.range.start..date.range.end + rest.trim_end().len(),
        value,
        ..date
    }
}

/// The end of brackets that hold a whole date, "CITY (March 3, 2025)": they close a dateline without a dash.
fn dated_brackets(paragraph: &str) -> Option<(usize, usize)> {
    const FURTHEST: usize = 60;
    let open = paragraph.find('(').filter(|at| *at < FURTHEST)?;
    let close = open + paragraph[open..].find(')')?;
    let found = stamp::whole_line(&paragraph[open + 1..close])?;
    let dated = found.iter().any(|stamp| stamp.value.is_some());
    let more = !paragraph[close + 1..].trim().is_empty();
    (dated && more && open > 0).then_some((close + 1, close + 1))
}

/// Start and end of the dash (or, after capitals, colon) that closes a dateline.
fn dash(paragraph: &str) -> Option<(usize, usize)> {
    const FURTHEST: usize = 90;
    for (at, c) in paragraph
        .char_indices()
        .take_while(|(at, _)| *at < FURTHEST)
    {
        let after = at + c.len_utf8();
        let spaced = paragraph[..at].ends_with([' ', ')']);
        let closes = match c {
            '—' | '–' => true,
            '-' => {
                let double = paragraph[after..].starts_with('-');
                (spaced && paragraph[after..].starts_with(' ')) || double
            }
            // An agency's wire writes the dash as an underscore: "KALEM, Ruvia (AP) _ Police".
            '_' => spaced && paragraph[after..].starts_with(' '),
            ':' => {
                // "QUETTA, Pakistan: Troops …"
                let head = &paragraph[..at];
                let (city, country) = head.split_once(',').unwrap_or((head, ""));
                let capitalised = |word: &str| word.starts_with(char::is_uppercase);
                // "Srinagar, October 20: Two workers …"
                let dated = stamp::stamps(head).iter().any(|s| s.has_day)
                    && head.split_whitespace().count() <= 6
                    && capitalised(head);
                paragraph[after..].starts_with(' ') && dated
                    || paragraph[after..].starts_with(' ')
                        && city.chars().filter(|c| c.is_alphabetic()).count() > 2
                        && city.chars().all(|c| !c.is_lowercase())
                        && country.split_whitespace().count() <= 3
                        && country.split_whitespace().all(capitalised)
            }
            _ => false,
        };
        if closes {
            let dashes =
                paragraph[after..].len() - paragraph[after..].trim_start_matches('-').len();
            let after = after + dashes;
            let rest = paragraph[after..].trim_start_matches(['-', ' ']);
            return (!rest.is_empty()).then_some((at, after));
        }
        if matches!(c, '.' | '?' | '!' | '"' | '“') && paragraph[after..].starts_with(' ') && at > 4
        {
            let word = paragraph[..at].rsplit(' ').next().unwrap_or_default();
            if word.len() > 4 {
                return None;
            }
        }
    }
    None
}

/// Whether a dateline's head can be a place: capitals throughout, or capitalised words where an
/// agency or a date stands beside them.
fn is_place(place: &str, supported: bool) -> bool {
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || count_words(place) > 6 || place.starts_with(super::line::opening) {
        return false;
    }
    if lists::LABELS.has(&key(place)) {
        return false;
    }
    let city = place.split([',', '/']).next().unwrap_or(place);
    let capitals = city.chars().any(char::is_alphabetic) && city.chars().all(|c| !c.is_lowercase());
    let capitalised = place.split_whitespace().all(|word| {
        word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "al" | "de" | "la" | "el" | "and" | "of" | "the" | "es" | "ad" | "as" | "-"
            )
            || word.starts_with("al-")
    });
    capitals || (supported && capitalised)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(paragraph: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
        dateline(paragraph, 0).map(|(found, _)| {
            (
                found.place.slice(paragraph),
                found.date.map(|span| span.slice(paragraph)),
                found.agency.map(|span| span.slice(paragraph)),
            )
        })
    }

    #[test]
    fn who_reported_from_where_is_no_story() {
        assert!(is_filed_from("Mensah reported from Kalem, Norland."));
        assert!(!is_filed_from(
            "The drivers reported from the bridge that it had burst."
        ));
    }

    #[test]
    fn a_name_may_stand_with_its_town() {
        assert!(bare_name("Ana Ruiz"));
        assert!(bare_name("Ana Ruiz in Port Kalem"));
        assert!(!bare_name("Ana Ruiz in charge"));
        assert!(!bare_name("Drought in Kalem"));
    }

    #[test]
    fn a_dateline_alone_on_its_line_is_a_date() {
        for line in [
            "Port Kalem, 20 March 2025",
            "KALEM, March 20 (Reuters)",
            "Kalem (AP) - 20 March 2025 - 17:42 GMT",
        ] {
            assert!(is_placed_date(line), "{line}");
        }
        for line in [
            "Kalem, March 20",
            "KALEM (Reuters)",
            "Kalem, March 20 (Omar Danu)",
            "Dam breaks, March 20 (Reuters)",
            "KALEM, March 20 (Reuters) - A ferry sank.",
        ] {
            assert!(!is_placed_date(line), "{line}");
        }
    }

    #[test]
    fn correspondents_without_a_name_sign_too() {
        assert!(mostly_names("our correspondents in Kalem and Port Danu"));
        assert!(mostly_names("staff reporters"));
        assert!(mostly_names(
            "Kalem and Danu bureaus; Editing by newsroom staff"
        ));
        assert!(!mostly_names("our early estimates"));
    }

    #[test]
    fn datelines_are_read() {
        assert_eq!(
            read("KALEM, March 3 (Reuters) - A ferry sank."),
            Some(("KALEM", Some("March 3"), Some("Reuters")))
        );
        assert_eq!(
            read("KALEM (AP) — A ferry sank."),
            Some(("KALEM", None, Some("AP")))
        );
        assert_eq!(
            read("KALEM, Norland — A ferry sank."),
            Some(("KALEM, Norland", None, None))
        );
        assert_eq!(read("KALEM: A ferry sank."), Some(("KALEM", None, None)));
        assert_eq!(
            read("Port Kalem, 3 March 2025 (Xinhua) -- A ferry sank."),
            Some(("Port Kalem", Some("3 March 2025"), Some("Xinhua")))
        );
        assert_eq!(
            read("PORT KALEM, 3 MAR 89 (AFP) -- A ferry sank."),
            Some(("PORT KALEM", Some("3 MAR 89"), Some("AFP")))
        );
        let day = |line| dateline(line, 0).and_then(|(_, day)| day);
        assert_eq!(
            day("KALEM, 3 MAR 89 -- A ferry sank.").as_deref(),
            Some("1989-03-03")
        );
        assert_eq!(
            day("KALEM, 3 March '07 (AFP) -- A ferry sank.").as_deref(),
            Some("2007-03-03")
        );
        assert_eq!(day("KALEM, 3 March 700 -- A ferry sank."), None);
        assert_eq!(
            read("KALEM, Norland (March 3, 2025) — A ferry sank."),
            Some(("KALEM, Norland", Some("March 3, 2025"), None))
        );
        assert_eq!(
            read("KALEM, Norland (Mar. 3, 2025)\nA ferry sank."),
            Some(("KALEM, Norland", Some("Mar. 3, 2025"), None))
        );
        assert_eq!(
            read("(Port Kalem, March 3, 2025) - A ferry sank."),
            Some(("Port Kalem", Some("March 3, 2025"), None))
        );
        let (found, _) = dateline("KALEM -- A ferry sank.", 0).expect("a dateline");
        assert_eq!(found.span.end, 8, "both dashes are the dateline's");
    }

    #[test]
    fn prose_with_dashes_has_none() {
        for paragraph in [
            "The ferry – the last one – sank.",
            "A ferry sank off Kalem on Monday — the third this year.",
            "Kalem — once a port — is a village now.",
            "“KALEM IS OURS” – a sign read.",
            "(Reuters) - A ferry sank.",
            "The ferry (built on March 3, 2025) sank.",
            "A ferry sank (March 3, 2025) off Kalem.",
        ] {
            assert_eq!(read(paragraph), None, "{paragraph}");
        }
    }
}
