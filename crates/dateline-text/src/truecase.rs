//! The case of text that was set in capitals: old wires, headlines, the town before a report.
//!
//! Only letters of ASCII change, so every byte stays where it is and spans into the result are spans
//! into the text as it was found. Common words become lower case by a table of English words; the
//! rest are names. Words that can be either follow their company, acronyms are known by the brackets
//! they stand in and by the words they shorten, and what the mixed-case parts of the same article
//! show goes before the table.

use dateline_data::casing::{Casing, casing};
use dateline_data::is_country;
use dateline_span::Span;
use std::collections::{HashMap, HashSet};

/// The text with its parts in capitals and its headlines in title case set in sentence case; `None`
/// where it has none.
pub fn truecase(text: &str, parts: &[Span]) -> Option<String> {
    let (capitals, rest): (Vec<Span>, Vec<Span>) = parts
        .iter()
        .partition(|part| is_in_capitals(part.slice(text)));
    let (titles, mixed): (Vec<Span>, Vec<Span>) = rest
        .iter()
        .partition(|part| is_in_title_case(part.slice(text)));
    let datelines: Vec<Span> = mixed.iter().filter_map(|&p| dateline(text, p)).collect();
    if capitals.is_empty() && titles.is_empty() && datelines.is_empty() {
        return None;
    }
    let shown = forms_shown(text, &mixed);
    let mut words: Vec<Word<'_>> = capitals
        .iter()
        .flat_map(|&part| words(text, part))
        .collect();
    for word in &mut words {
        word.form = shown
            .get(word.lower.as_str())
            .copied()
            .flatten()
            .or_else(|| form_by_itself(word));
    }
    mark_months(text, &mut words);
    mark_acronyms(text, &mut words);
    settle(text, &mut words);
    let pairs = pairs_shown(text, &mixed);
    for title in titles {
        words.extend(untitled(text, title, &shown, &pairs));
    }
    words.extend(datelines.iter().flat_map(|&line| town(text, line)));
    words.sort_by_key(|word| word.span.start);
    Some(written(text, &words))
}

/// The town in capitals that a part opens with: "ST. ALBAN, Vt. (AP) —", "PORT KALEM – ".
fn dateline(text: &str, part: Span) -> Option<Span> {
    /// Bytes within which the dash must stand.
    const FURTHEST: usize = 70;
    let slice = part.slice(text);
    let end = slice.find([',', '(', '-', '–', '—', '/', '\n', '"', '“', ':'])?;
    let rest = &slice[end..];
    let dash = ["—", "–", "--", " - ", ")- "]
        .iter()
        .filter_map(|dash| rest.find(dash))
        .min()
        .filter(|at| end + at < FURTHEST);
    let sentence = |head: &str| {
        let after_stop = head.split(". ").skip(1);
        let opens = |s: &str| s.starts_with(|c: char| c.is_alphabetic());
        head.contains(['\n', ';', '?', '!']) || after_stop.into_iter().any(opens)
    };
    let closed = dash.is_some_and(|at| !sentence(&rest[..at]));
    let town = slice[..end].trim_end();
    let plain = |c: char| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '’');
    let letters = town.chars().filter(|c| c.is_uppercase()).count();
    (closed && town.chars().all(plain) && letters >= 4 && town.split(' ').count() <= 4)
        .then(|| Span::new(part.range().start, part.range().start + town.len()))
}

/// The words of a dateline's town, as names are written. Initials ("U.N.", "NATO") stay.
fn town(text: &str, line: Span) -> Vec<Word<'_>> {
    let mut words = words(text, line);
    for (i, word) in words.iter_mut().enumerate() {
        let vowels = word.lower.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let initials = casing(&word.lower) == Some(Casing::Upper)
            || word.lower.len() == 1
            || !vowels && !is_short_of_a_name(&word.lower);
        word.form = Some(match () {
            () if initials => Form::Upper,
            () if i > 0 && is_small(&word.lower) => Form::Lower,
            () => Form::Title,
        });
        word.opens = false;
    }
    words
}

/// "St.", "Ft.", "Mt.".
fn is_short_of_a_name(word: &str) -> bool {
    matches!(word, "st" | "ft" | "mt" | "pt")
}

/// Letters in capitals, nine in ten, in four words or more.
fn is_in_capitals(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    let words = part.split_whitespace().filter(|w| w.len() > 1).count();
    words >= 4 && capitals * 10 >= letters * 9
}

/// "Two Men Shot Dead in Kalem": a headline that gives each longer word a capital.
fn is_in_title_case(part: &str) -> bool {
    const MOST_WORDS: usize = 24;
    let words = part.split_whitespace().count();
    let long: Vec<&str> = part
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 3)
        .collect();
    let capital = long
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase));
    let ends = part.trim_end().ends_with(['.', '”', '"']);
    !ends && words <= MOST_WORDS && long.len() >= 3 && capital.count() * 8 >= long.len() * 7
}

/// The words of a headline in title case as a sentence has them. What the article's sentences write goes
/// first, then the table; two capitals in a row that they show too are a name.
fn untitled<'t>(
    text: &'t str,
    title: Span,
    shown: &HashMap<String, Option<Form>>,
    pairs: &HashSet<(String, String)>,
) -> Vec<Word<'t>> {
    let mut words = words(text, title);
    for word in &mut words {
        let own = match () {
            () if word.text == word.lower => Some(Form::Lower),
            // "NATO", "McKay": written with care.
            () if word.text.chars().skip(1).any(char::is_uppercase) => Some(Form::Upper),
            () => None,
        };
        let told = || shown.get(word.lower.as_str()).copied().flatten();
        let by_itself = || {
            form_by_itself(word).map(|form| match form {
                Form::Upper => Form::Title,
                form => form,
            })
        };
        word.form = own.or_else(told).or_else(by_itself);
    }
    for i in 1..words.len() {
        let pair = (words[i - 1].lower.clone(), words[i].lower.clone());
        if pairs.contains(&pair) {
            for word in &mut words[i - 1..=i] {
                let capital = word.text != word.lower && word.form != Some(Form::Upper);
                if capital {
                    word.form = Some(Form::Title);
                }
            }
        }
    }
    mark_months(text, &mut words);
    settle(text, &mut words);
    words
}

/// "MAY 25", "25 March": a month that is a common word too has its day beside it.
fn mark_months(text: &str, words: &mut [Word<'_>]) {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    for word in words {
        let before = text[..word.span.range().start].trim_end_matches(' ');
        let behind = text[word.span.range().end..].trim_start_matches([' ', '.']);
        let dated = digit(before.chars().next_back()) || digit(behind.chars().next());
        if dated
            && matches!(
                word.lower.as_str(),
                "may" | "march" | "august" | "mar" | "sat" | "sun"
            )
        {
            word.form = Some(Form::Title);
        }
    }
}

/// Neighbours that the mixed-case parts write with a capital each, in lower case.
fn pairs_shown(text: &str, mixed: &[Span]) -> HashSet<(String, String)> {
    let mut pairs = HashSet::new();
    for &part in mixed {
        let words = words(text, part);
        for two in words.windows(2) {
            let [first, second] = two else { continue };
            let between = &text[first.span.range().end..second.span.range().start];
            let capital = |w: &Word<'_>| w.text.starts_with(char::is_uppercase);
            if between == " " && !first.opens && capital(first) && capital(second) {
                pairs.insert((first.lower.clone(), second.lower.clone()));
            }
        }
    }
    pairs
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Lower,
    Title,
    Upper,
}

/// A run of letters, with what is known of it.
struct Word<'t> {
    span: Span,
    text: &'t str,
    lower: String,
    /// Whether a sentence or part begins with it.
    opens: bool,
    form: Option<Form>,
}

fn words(text: &str, part: Span) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut opens = true;
    let offset = part.range().start;
    let slice = part.slice(text);
    let ends = slice.char_indices().chain([(slice.len(), ' ')]);
    for (i, c) in ends {
        match (start, c.is_alphabetic()) {
            (None, true) => start = Some(i),
            (Some(from), false) => {
                let span = Span::new(offset + from, offset + i);
                let word = span.slice(text);
                found.push(Word {
                    span,
                    text: word,
                    lower: word.to_lowercase(),
                    opens,
                    form: None,
                });
                (start, opens) = (None, false);
            }
            _ => {}
        }
        if c == '?' || c == '!' || c == '.' && ends_sentence(slice, i, found.last()) {
            opens = true;
        } else if c.is_numeric() {
            // "27 people": the number begins the sentence.
            opens = false;
        }
    }
    found
}

/// Whether the full stop at `at` ends a sentence: white space follows, and no initial or
/// abbreviation stands before it.
fn ends_sentence(part: &str, at: usize, last: Option<&Word<'_>>) -> bool {
    let followed = part[at + 1..].trim_start_matches(['"', '”', '\'', ')', ']']);
    let abbreviates = last.is_some_and(|w| w.text.len() == 1 || is_title_short(&w.lower));
    followed.starts_with(char::is_whitespace) && !abbreviates
}

fn is_title_short(word: &str) -> bool {
    const SHORT: [&str; 16] = [
        "mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "sen", "rep", "gov",
        "msgr", "st", "no",
    ];
    SHORT.contains(&word)
}

/// How the mixed-case parts write each word inside sentences; `None` where they disagree.
fn forms_shown(text: &str, mixed: &[Span]) -> HashMap<String, Option<Form>> {
    let mut shown: HashMap<String, Option<Form>> = HashMap::new();
    for word in mixed.iter().flat_map(|&part| words(text, part)) {
        let form = match () {
            () if word.text == word.lower => Form::Lower,
            () if word.opens => continue,
            () if word.text.len() > 1 && word.text.chars().all(char::is_uppercase) => Form::Upper,
            () => Form::Title,
        };
        let known = shown.entry(word.lower).or_insert(Some(form));
        if *known != Some(form) {
            *known = None;
        }
    }
    shown
}

/// What the word alone tells; `None` where its company decides.
fn form_by_itself(word: &Word<'_>) -> Option<Form> {
    let lower = word.lower.as_str();
    // Short names ("us", "uk") are words or acronyms to the table.
    if lower.len() > 3 && is_country(lower) {
        return Some(Form::Title);
    }
    match casing(lower) {
        Some(Casing::Lower) => return Some(Form::Lower),
        Some(Casing::Upper) => return Some(Form::Upper),
        Some(Casing::Either) => return None,
        None => {}
    }
    let vowels = lower.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    match () {
        () if lower.len() == 1 => Some(if lower == "s" || lower == "t" {
            Form::Lower
        } else {
            Form::Upper
        }),
        () if !vowels && !is_title_short(lower) => Some(Form::Upper),
        () if stems(lower).any(|stem| casing(&stem) == Some(Casing::Lower)) => Some(Form::Lower),
        () => Some(Form::Title),
    }
}

/// What an inflected or derived word may come from.
fn stems(word: &str) -> impl Iterator<Item = String> + '_ {
    const ENDINGS: [(&str, &str); 14] = [
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
        ("ers", ""),
        ("er", ""),
        ("ers", "e"),
        ("er", "e"),
        ("ly", ""),
        ("ness", ""),
    ];
    ENDINGS.iter().filter_map(|(ending, instead)| {
        let stem = word.strip_suffix(ending)?;
        // "banned": the doubled letter of a short verb.
        (stem.len() >= 3).then(|| format!("{stem}{instead}"))
    })
}

/// "National Liberation Front [NLF]": the short form keeps its capitals everywhere, and the words it
/// shortens are a name everywhere.
fn mark_acronyms(text: &str, words: &mut [Word<'_>]) {
    let mut short: Vec<String> = Vec::new();
    let mut names: Vec<Vec<String>> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let before = text[..word.span.range().start].ends_with(['[', '(']);
        let behind = text[word.span.range().end..].starts_with([']', ')']);
        if !before || !behind || !(2..=8).contains(&word.text.len()) {
            continue;
        }
        match shortened(&words[..i], &word.lower) {
            Some(from) => {
                names.push(words[from..i].iter().map(|w| w.lower.clone()).collect());
                short.push(word.lower.clone());
            }
            None if casing(&word.lower) != Some(Casing::Lower) && word.text.len() <= 6 => {
                short.push(word.lower.clone());
            }
            None => {}
        }
    }
    for word in words.iter_mut().filter(|w| short.contains(&w.lower)) {
        word.form = Some(Form::Upper);
    }
    for name in &names {
        for start in 0..(words.len() + 1).saturating_sub(name.len()) {
            let here = &mut words[start..start + name.len()];
            if here.iter().zip(name).all(|(w, n)| w.lower == *n) {
                here.iter_mut()
                    .filter(|w| !is_small(&w.lower))
                    .for_each(|w| w.form = Some(Form::Title));
            }
        }
    }
}

/// Words that acronyms pass over and names write small.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 12] = [
        "of", "the", "for", "and", "de", "del", "la", "los", "y", "in", "to", "on",
    ];
    SMALL.contains(&word)
}

/// Where the words begin whose first letters are the short form.
fn shortened(before: &[Word<'_>], short: &str) -> Option<usize> {
    let mut letters: Vec<char> = short.chars().collect();
    let reach = before.len().saturating_sub(letters.len() * 2 + 2);
    for (i, word) in before.iter().enumerate().skip(reach).rev() {
        match letters.last() {
            Some(&letter) if word.lower.starts_with(letter) => {
                letters.pop();
                if letters.is_empty() {
                    return Some(i);
                }
            }
            _ if is_small(&word.lower) => {}
            _ => return None,
        }
    }
    None
}

/// Words that can be either are part of a name beside one ("President Soto", "Central Bank").
fn settle(text: &str, words: &mut [Word<'_>]) {
    let touches = |a: &Word<'_>, b: &Word<'_>| {
        let between = &text[a.span.range().end..b.span.range().start];
        between == " " || between == "\n" || between == ". "
    };
    let is_name = |w: &Word<'_>| matches!(w.form, Some(Form::Title | Form::Upper));
    for i in (0..words.len()).rev() {
        if words[i].form.is_none() {
            let next = words.get(i + 1);
            if next.is_some_and(|n| is_name(n) && touches(&words[i], n)) {
                words[i].form = Some(Form::Title);
            }
        }
    }
    for i in 0..words.len() {
        if words[i].form.is_none() {
            let after = i > 0 && is_name(&words[i - 1]) && touches(&words[i - 1], &words[i]);
            words[i].form = Some(if after { Form::Title } else { Form::Lower });
        }
    }
}

fn written(text: &str, words: &[Word<'_>]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut end = 0;
    for word in words {
        result.push_str(&text[end..word.span.range().start]);
        let form = match word.form {
            Some(Form::Lower) if word.opens || word.lower == "i" => Some(Form::Title),
            form => form,
        };
        match form {
            Some(Form::Lower) => result.push_str(&word.text.to_ascii_lowercase()),
            Some(Form::Upper) | None => result.push_str(word.text),
            Some(Form::Title) => {
                let mut chars = word.text.chars();
                result.extend(chars.next());
                result.push_str(&chars.as_str().to_ascii_lowercase());
            }
        }
        end = word.span.range().end;
    }
    result.push_str(&text[end..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cased(text: &str) -> String {
        truecase(text, &[Span::new(0, text.len())]).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn a_headline_in_title_case_is_set_as_a_sentence() {
        let body =
            "Police were called to Elm Park in West Kalem. The park was closed, said Mary Stone.";
        let read = |title: &str| {
            let text = format!("{title}\n\n{body}");
            let parts = [
                Span::new(0, title.len()),
                Span::new(title.len() + 2, text.len()),
            ];
            let cased = truecase(&text, &parts).unwrap_or_else(|| text.clone());
            cased[..title.len()].to_owned()
        };
        for (title, sentence) in [
            (
                "Two Men Shot Dead At Elm Park In West Kalem",
                "Two men shot dead at Elm Park in West Kalem",
            ),
            (
                "2 Women, Man Shot At Fair, Says NATO",
                "2 women, man shot at fair, says NATO",
            ),
            (
                "Morning Operational Update May 25, 2011",
                "Morning operational update May 25, 2011",
            ),
            // Not every longer word has a capital: a name among common words.
            (
                "Mary Stone says two men were shot",
                "Mary Stone says two men were shot",
            ),
        ] {
            assert_eq!(read(title), sentence);
        }
    }

    #[test]
    fn capitals_become_sentences_with_names() {
        assert_eq!(
            cased("GUNMEN KIDNAPPED PRESIDENT DOROTEO IN TOCOA. THE POLICE ARE SEARCHING."),
            "Gunmen kidnapped President Doroteo in Tocoa. The police are searching."
        );
    }

    #[test]
    fn acronyms_and_the_names_they_shorten_are_names_everywhere() {
        assert_eq!(
            cased(
                "THE PATRIOTIC UNITY FRONT [PUF] DENIED IT. THE PUF AND THE PATRIOTIC UNITY FRONT AGREED."
            ),
            "The Patriotic Unity Front [PUF] denied it. The PUF and the Patriotic Unity Front agreed."
        );
    }

    #[test]
    fn text_in_mixed_case_is_left_alone_and_shows_how_words_are_written() {
        assert_eq!(
            truecase("Nothing here is set in CAPS.", &[Span::new(0, 28)]),
            None
        );
        let text = "NEW PORT HIT BY BLAST\nA blast hit the New Port on Monday.";
        let parts = [Span::new(0, 21), Span::new(22, text.len())];
        let result = truecase(text, &parts).unwrap_or_default();
        assert!(result.starts_with("New Port hit by blast\n"), "{result}");
    }

    #[test]
    fn the_town_before_a_report_is_a_name() {
        for (text, expected) in [
            (
                "ST. ALBAN, Vt. (AP) — Two men left.",
                "St. Alban, Vt. (AP) — Two men left.",
            ),
            (
                "PORT OF KALEM – Two men left.",
                "Port of Kalem – Two men left.",
            ),
            (
                "TARNOK (KXYZ)-- Two men left.",
                "Tarnok (KXYZ)-- Two men left.",
            ),
        ] {
            assert_eq!(cased(text), expected);
        }
        for text in [
            "U.N. (AP) — Two men left.",
            "NATO – Two men left.",
            "USA: Two men left – twice.",
            "TARNOK, said two men, is far off. They left — twice.",
        ] {
            assert_eq!(cased(text), text);
        }
    }

    #[test]
    fn no_byte_moves() {
        let text = "ÉLAN VITAL ATTACKED THE CAFÉ “ÑANDÚ” AT 3 P.M. IN SÃO PAULO.";
        assert_eq!(cased(text).len(), text.len());
        assert_eq!(cased(text).to_uppercase(), text.to_uppercase());
    }
}
