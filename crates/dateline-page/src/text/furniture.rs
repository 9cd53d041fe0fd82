//! Cues for words of the page that are no words of the article: controls, counters, navigation,
//! notices, links to other articles, and calls to subscribe.

use super::evidence::{Evidence, Role};
use super::line::{Block, ends_sentence};
use super::lists;

/// Lead words before a colon that introduce a link when a headline follows on the same line.
const LINK_LEADS: &[&str] = &[
    "read", "more", "watch", "listen", "see", "video", "next", "previous", "also",
];

/// Adds what speaks for and against the line being furniture, a link or promotion.
pub(crate) fn weigh(block: &Block<'_>, evidence: &mut Evidence) {
    symbols(block, evidence);
    controls(block, evidence);
    notices(block, evidence);
    trails(block, evidence);
    links(block, evidence);
    promotion(block, evidence);
}

/// Lines without words: counters, rules, bullets, and the one or two letters of an icon.
fn symbols(block: &Block<'_>, evidence: &mut Evidence) {
    let letters = block.text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = block.text.chars().any(|c| c.is_ascii_digit());
    evidence.add_if(
        letters == 0 && digits && block.words <= 3,
        Role::Furniture,
        30,
        "a bare number",
    );
    evidence.add_if(letters == 0 && !digits, Role::Furniture, 30, "no words");
    evidence.add_if(
        block.words == 1 && (1..=2).contains(&letters) && !digits && !ends_sentence(block.text),
        Role::Furniture,
        25,
        "one or two letters alone",
    );
    evidence.add_if(
        block.words == 1 && is_count(block.text),
        Role::Furniture,
        30,
        "a counter",
    );
    evidence.add_if(
        is_text_size(block.text),
        Role::Furniture,
        30,
        "makes letters larger or smaller",
    );
    evidence.add_if(
        is_playing_speed(block.text),
        Role::Furniture,
        30,
        "how fast to read aloud",
    );
    evidence.add_if(
        is_place_in_row(&block.key),
        Role::Furniture,
        30,
        "which of how many pictures it is",
    );
    evidence.add_if(
        is_address(block.text),
        Role::Furniture,
        25,
        "a bare address",
    );
    let counts_list = block.key.starts_with("list of ") && block.key.ends_with(" items");
    let labels_list = counts_list || block.key == "end of list";
    evidence.add_if(
        labels_list && block.words <= 4,
        Role::Furniture,
        35,
        "a label for screen readers",
    );
    evidence.add_if(
        is_part_label(&block.key),
        Role::Furniture,
        45,
        "a database's label over a part of the text",
    );
    let tags = block
        .text
        .split_whitespace()
        .filter(|word| word.starts_with('#'))
        .count();
    evidence.add_if(
        tags > 0 && tags == block.words,
        Role::Furniture,
        30,
        "hashtags only",
    );
}

/// "ABSTRACT.", "Full text:" alone on their line.
pub(crate) fn is_part_label(key: &str) -> bool {
    matches!(key, "abstract" | "full text" | "text only")
}

/// "1.2K", "12k+", "3M".
fn is_count(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    rest.len() < text.len() && matches!(rest.trim_end_matches('+'), "K" | "k" | "M" | "m" | "%")
}

/// "A- A A+"
fn is_text_size(text: &str) -> bool {
    let letter = |word: &str| matches!(word.trim_end_matches(['+', '-', '−']), "A" | "a");
    text.split_whitespace().count() > 1 && text.split_whitespace().all(letter)
}

/// "1x 1.2x 1.5x"
fn is_playing_speed(text: &str) -> bool {
    let speed = |word: &str| {
        word.strip_suffix(['x', 'X', '×'])
            .is_some_and(|number| number.parse::<f32>().is_ok())
    };
    text.split_whitespace().count() > 1 && text.split_whitespace().all(speed)
}

/// "1 of 5 |"
fn is_place_in_row(key: &str) -> bool {
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let key = key.strip_prefix("image ").unwrap_or(key);
    let key = key.strip_suffix(" caption close").unwrap_or(key);
    key.split_once(" of ")
        .is_some_and(|(at, all)| number(at) && number(all))
}

/// A web address, an e-mail address or an @handle and nothing else.
fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.starts_with("http://")
            || text.starts_with("https://")
            || text.starts_with("www.")
            || (text.contains('@') && text.len() > 2))
}

/// Short lines that hold nothing but the words of buttons and counters.
fn controls(block: &Block<'_>, evidence: &mut Evidence) {
    row_of_links(block, evidence);
    if block.words == 0 || block.words > 8 {
        return;
    }
    let words: Vec<&str> = block.key.split(' ').collect();
    let control = words
        .iter()
        .filter(|word| lists::CONTROLS.has(word))
        .count();
    let section = words
        .iter()
        .filter(|word| lists::SECTIONS.has(word))
        .count();
    let counted = words
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .count();
    let small = words
        .iter()
        .filter(|word| lists::SMALL_WORDS.has(word))
        .count();
    let known = words.iter().all(|word| {
        lists::CONTROLS.has(word)
            || lists::SMALL_WORDS.has(word)
            || lists::SECTIONS.has(word)
            || word.starts_with(|c: char| c.is_ascii_digit())
    });
    if !known {
        return;
    }
    evidence.add_if(
        control > 0 && control + counted >= small,
        Role::Furniture,
        40,
        "words of page controls only",
    );
    evidence.add_if(
        control > 0 && control + counted < small,
        Role::Furniture,
        25,
        "mostly words of page controls",
    );
    evidence.add_if(
        control == 0 && section > 0 && words.len() <= 4,
        Role::Furniture,
        15,
        "names of sections only",
    );
}

/// "HOME  REGION  BUSINESS  OPINION", "Subscribe | Log in | عربي": short entries side by side.
fn row_of_links(block: &Block<'_>, evidence: &mut Evidence) {
    let parted = block.text.replace(['|', '·', '•', '\t'], "  ");
    let entries: Vec<&str> = parted
        .split("  ")
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .collect();
    let short = entries
        .iter()
        .all(|entry| entry.split_whitespace().count() <= 3);
    let dated = !crate::stamp::stamps(block.text).is_empty();
    let words: Vec<&str> = block.key.split(' ').collect();
    let sections = words
        .iter()
        .filter(|word| lists::SECTIONS.has(word) || lists::CONTROLS.has(word))
        .count();
    let row = entries.len() >= 3 && short && !dated && !ends_sentence(block.text);
    evidence.add_if(row, Role::Furniture, 30, "a row of links");
    let mostly = words.len() >= 4 && words.len() <= 12 && sections * 3 >= words.len() * 2;
    evidence.add_if(
        mostly && !row && !ends_sentence(block.text),
        Role::Furniture,
        25,
        "mostly names of sections",
    );
}

fn notices(block: &Block<'_>, evidence: &mut Evidence) {
    let padded = format!(" {} ", block.key);
    let has = |phrase: &str| padded.contains(&format!(" {phrase} "));
    let found = lists::NOTICE_PHRASES.count_within(&block.key);
    // A story may be about cookies; a notice addresses the reader or is short.
    let addressed = ["you", "your", "we", "our", "us"]
        .iter()
        .any(|word| has(word));
    evidence.add_if(
        found > 0 && block.words <= 12,
        Role::Furniture,
        35,
        "a set phrase of page notices",
    );
    evidence.add_if(
        found > 0 && block.words > 12 && addressed,
        Role::Furniture,
        40,
        "a page notice that addresses the reader",
    );
    evidence.add_if(
        found > 1,
        Role::Furniture,
        20,
        "several set phrases of page notices",
    );
    let opening = block.text.trim_start_matches(['(', '[', ' ']);
    let rights = opening.starts_with('©')
        || block.text.starts_with("(c) ")
        || (block.key.starts_with("copyright")
            && (block.words <= 12 || found > 0 || block.text.contains('©')))
        || found > 1 && block.words <= 40 && has("all rights reserved");
    evidence.add_if(rights, Role::Furniture, 45, "a copyright line");
    evidence.add_if(
        is_imprint(block),
        Role::Furniture,
        45,
        "says where and when the text was printed",
    );
    evidence.add_if(
        is_terms_of_reuse(block),
        Role::Furniture,
        45,
        "says how the text may be used again",
    );
    evidence.add_if(
        lists_languages(block),
        Role::Furniture,
        35,
        "in which languages the text is to be had",
    );
    let labelled = [
        "tags:",
        "tag:",
        "topics:",
        "keywords:",
        "filed under:",
        "category:",
        "categories:",
        "posted in:",
    ];
    let lower = block.text.to_lowercase();
    evidence.add_if(
        labelled.iter().any(|label| lower.starts_with(label)),
        Role::Furniture,
        30,
        "a list of tags",
    );
}

/// "Published in the Kalem Post, October 9th, 2025", "A version of this article appeared in print on page 3."
fn is_imprint(block: &Block<'_>) -> bool {
    let key = block.key.as_str();
    let printed = [
        "published in ",
        "first published in ",
        "originally published in ",
    ];
    let of_itself = [
        "this article ",
        "this story ",
        "this report ",
        "a version of this ",
    ];
    let dated = || !crate::stamp::stamps(block.text).is_empty();
    let opens = |openings: &[&str]| openings.iter().any(|opening| key.starts_with(opening));
    let names_print = ["published", "appeared"]
        .iter()
        .any(|word| key.split(' ').any(|w| w == *word));
    block.words <= 12 && opens(&printed) && dated()
        || block.words <= 25 && opens(&of_itself) && names_print
}

/// "When quoting our material, a link to the site is obligatory."
fn is_terms_of_reuse(block: &Block<'_>) -> bool {
    let any = |wanted: &[&str]| block.key.split(' ').any(|word| wanted.contains(&word));
    let links = any(&["link", "links", "hyperlink", "hyperlinks"]);
    let uses = any(&[
        "using",
        "use",
        "citing",
        "quoting",
        "reproducing",
        "reprinting",
    ]);
    block.words <= 30 && links && uses && any(&["mandatory", "obligatory", "required"])
}

/// "Also available in Español and عربي": the languages stand with capitals, or in another script.
fn lists_languages(block: &Block<'_>) -> bool {
    let rest = ["available in ", "also available in "]
        .iter()
        .find_map(|opening| {
            let head = block.text.get(..opening.len())?;
            head.eq_ignore_ascii_case(opening)
                .then(|| &block.text[opening.len()..])
        });
    block.words <= 20
        && !ends_sentence(block.text)
        && rest.is_some_and(|languages| {
            languages
                .split_whitespace()
                .all(|word| word == "and" || !word.starts_with(|c: char| c.is_ascii_lowercase()))
        })
}

/// Breadcrumbs and menus: short names between separators.
fn trails(block: &Block<'_>, evidence: &mut Evidence) {
    const SEPARATORS: [&str; 8] = [" > ", " › ", " » ", " / ", " | ", " · ", " • ", " → "];
    for separator in SEPARATORS {
        let names: Vec<&str> = block.text.split(separator).collect();
        let short = names
            .iter()
            .all(|name| (1..=3).contains(&name.split_whitespace().count()));
        let navigation = names.iter().any(|name| {
            let name = name.trim().to_lowercase();
            name == "home" || lists::CONTROLS.has(&name) || lists::SECTIONS.has(&name)
        });
        if names.len() >= 3 && short {
            evidence.add(Role::Furniture, 30, "short names between separators");
        } else if names.len() == 2 && short && navigation {
            evidence.add(Role::Furniture, 25, "a navigation trail");
        } else if names.len() >= 3 && navigation && matches!(separator, " > " | " › " | " » ") {
            evidence.add(Role::Furniture, 30, "a navigation trail");
        }
    }
}

/// The set phrase with which a line leads elsewhere, if it does: alone, or before a colon or dash.
pub(crate) fn related_opener(text: &str) -> Option<RelatedLine> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (head, payload) = match text.find([':', '|', '–', '—']) {
        Some(at) => {
            let rest = text[at..]
                .trim_start_matches(|c: char| !c.is_alphanumeric() && !super::line::opening(c));
            (&text[..at], rest)
        }
        None => (text, ""),
    };
    let head = super::line::key(head);
    let known = lists::RELATED_OPENERS.has(&head);
    let open_ended = [
        "more from",
        "more in",
        "more about",
        "latest from",
        "more on",
        "elsewhere on",
        "also on",
    ]
    .iter()
    .any(|opener| {
        head.strip_prefix(opener)
            .is_some_and(|rest| rest.starts_with(' ') && rest.split(' ').count() <= 4)
    });
    if (known || open_ended) && payload.is_empty() {
        return Some(RelatedLine::Header);
    }
    if known || open_ended || (LINK_LEADS.contains(&head.as_str()) && !payload.is_empty()) {
        return Some(RelatedLine::Link { sure: known });
    }
    None
}

/// How a line leads to other articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RelatedLine {
    /// A header over a list of links.
    Header,
    /// A link with the other article's headline; `sure` where the phrase has no other use.
    Link { sure: bool },
}

fn links(block: &Block<'_>, evidence: &mut Evidence) {
    evidence.add_if(
        is_recording(block),
        Role::Related,
        30,
        "an entry of a player's list: how long it runs, then its title",
    );
    match related_opener(block.text) {
        Some(RelatedLine::Header) => {
            evidence.add(Role::Related, 40, "a header over links to other articles")
        }
        Some(RelatedLine::Link { sure: true }) => {
            evidence.add(Role::Related, 45, "opens as a link to another article")
        }
        Some(RelatedLine::Link { sure: false }) => {
            evidence.add_if(
                !block.ends_with_stop(),
                Role::Related,
                22,
                "opens as a link to another article",
            );
        }
        None => {}
    }
}

/// "1:47 Mayor on the flood": an entry of a player's list, its length first. A live blog's hour has two
/// digits or "a.m.", and its entry is a sentence.
fn is_recording(block: &Block<'_>) -> bool {
    let mut words = block.text.split_whitespace();
    let length = words.next().unwrap_or("").as_bytes();
    let is_length = matches!(length, [minutes, b':', tens, ones]
        if [minutes, tens, ones].iter().all(|c| c.is_ascii_digit()) && *tens < b'6');
    let next = words.next().unwrap_or("");
    let titled = next.trim_start_matches(super::line::opening);
    is_length
        && titled.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !matches!(
            next.to_lowercase().trim_matches(['.', ':', ',']),
            "am" | "pm" | "a.m" | "p.m"
        )
        && (3..=25).contains(&block.words)
        && !block.ends_with_stop()
}

/// Whether a line opens with a verb that asks something of readers.
fn asks_first(word: &str) -> bool {
    lists::ASKING.has(word)
}

/// Calls to subscribe, follow, download or pay: an asking verb first, then what the page offers.
fn promotion(block: &Block<'_>, evidence: &mut Evidence) {
    let lower = block.text.to_lowercase();
    let words: Vec<&str> = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let Some(first) = words.first() else { return };
    if block.text.starts_with(super::line::opening) || block.words > 60 {
        return;
    }
    let writes_to = words.len() <= 12
        && (asks_first(first) || *first == "reach")
        && block
            .text
            .split_whitespace()
            .any(|word| word.contains('@') && word.contains('.'));
    evidence.add_if(writes_to, Role::Promotion, 35, "an address to write to");
    let offers = words.iter().filter(|word| lists::OFFERS.has(word)).count();
    let speaks = words
        .iter()
        .any(|word| matches!(*word, "our" | "we" | "your" | "you"))
        || block.text.split_whitespace().any(|word| word == "us");
    let asks = asks_first(first);
    if offers == 0 || !(asks || (speaks && offers >= 2)) {
        return;
    }
    let recruits = matches!(
        *first,
        "follow" | "subscribe" | "sign" | "download" | "register"
    );
    evidence.add_if(
        recruits,
        Role::Promotion,
        15,
        "opens as a call to sign up or follow",
    );
    evidence.add_if(asks, Role::Promotion, 15, "asks something of the reader");
    evidence.add_if(
        speaks,
        Role::Promotion,
        10,
        "speaks of itself or to the reader",
    );
    evidence.add(
        Role::Promotion,
        10 * i32::try_from(offers.min(3)).unwrap_or(3),
        "offers a service of the site",
    );
    let reports = words
        .iter()
        .any(|word| matches!(*word, "said" | "told" | "says" | "added" | "according"));
    evidence.add_if(reports, Role::Promotion, -20, "reports speech");
}
