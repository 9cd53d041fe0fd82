//! Cues for words of the page that are no words of the article: controls, counters, navigation,
//! notices, links to other articles, and calls to subscribe.

use super::evidence::{Evidence, Role};
use super::line::{Block, ends_sentence};

/// Words of buttons, menus and counters. A short line made of nothing else is page furniture.
const CONTROL_WORDS: &[&str] = &[
    "aa",
    "accept",
    "account",
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertisements",
    "advertising",
    "agree",
    "apple",
    "archive",
    "archives",
    "article",
    "articles",
    "audio",
    "back",
    "bluesky",
    "bookmark",
    "browse",
    "button",
    "cancel",
    "caption",
    "captions",
    "categories",
    "category",
    "clipboard",
    "close",
    "collapse",
    "comment",
    "commenting",
    "comments",
    "contact",
    "content",
    "contents",
    "contrast",
    "cookie",
    "cookies",
    "copied",
    "copy",
    "dark",
    "decline",
    "decrease",
    "default",
    "dismiss",
    "donate",
    "download",
    "edition",
    "email",
    "enlarge",
    "expand",
    "facebook",
    "favorite",
    "favourite",
    "feedback",
    "flipboard",
    "follow",
    "followers",
    "font",
    "footer",
    "fullscreen",
    "gallery",
    "gift",
    "google",
    "header",
    "help",
    "hide",
    "home",
    "homepage",
    "increase",
    "instagram",
    "jump",
    "less",
    "like",
    "likes",
    "link",
    "linkedin",
    "listen",
    "load",
    "loading",
    "log",
    "login",
    "logout",
    "mail",
    "manage",
    "menu",
    "messenger",
    "min",
    "mins",
    "minute",
    "minutes",
    "mode",
    "more",
    "mute",
    "navigation",
    "newsletter",
    "newsletters",
    "next",
    "notifications",
    "open",
    "options",
    "page",
    "pause",
    "photo",
    "photos",
    "pinterest",
    "play",
    "pocket",
    "podcast",
    "podcasts",
    "post",
    "prev",
    "preferences",
    "previous",
    "print",
    "privacy",
    "profile",
    "queue",
    "reactions",
    "read",
    "reader",
    "reading",
    "reddit",
    "refresh",
    "register",
    "reject",
    "replies",
    "reply",
    "report",
    "reset",
    "resize",
    "rss",
    "save",
    "saved",
    "scroll",
    "search",
    "send",
    "session",
    "settings",
    "share",
    "shares",
    "show",
    "sign",
    "sitemap",
    "size",
    "skip",
    "slide",
    "slides",
    "slideshow",
    "small",
    "social",
    "sponsored",
    "stories",
    "story",
    "subscribe",
    "subscribed",
    "subscribers",
    "subscription",
    "subtitles",
    "summary",
    "switch",
    "tags",
    "tap",
    "telegram",
    "terms",
    "text",
    "threads",
    "tiktok",
    "toggle",
    "tools",
    "top",
    "topic",
    "topics",
    "translate",
    "trending",
    "tumblr",
    "tweet",
    "tweets",
    "twitter",
    "unmute",
    "up",
    "version",
    "via",
    "video",
    "videos",
    "view",
    "viber",
    "views",
    "visit",
    "volume",
    "vk",
    "watch",
    "website",
    "whatsapp",
    "write",
    "youtube",
    "zoom",
];

/// Small words that may stand among control words.
const SMALL_WORDS: &[&str] = &[
    "a", "all", "an", "and", "as", "at", "be", "below", "by", "first", "for", "from", "here", "in",
    "into", "it", "k", "leave", "m", "me", "my", "new", "no", "now", "of", "off", "on", "or",
    "our", "out", "over", "t", "the", "this", "to", "us", "use", "with", "x", "you", "your",
];

/// Names of sections; alone on a line before a headline they are navigation.
const SECTION_WORDS: &[&str] = &[
    "africa",
    "america",
    "americas",
    "analysis",
    "arts",
    "asia",
    "asia-pacific",
    "australia",
    "breaking",
    "britain",
    "business",
    "canada",
    "china",
    "climate",
    "columns",
    "conflict",
    "conflicts",
    "crime",
    "culture",
    "diplomacy",
    "east",
    "economy",
    "editorial",
    "education",
    "entertainment",
    "environment",
    "europe",
    "exclusive",
    "explained",
    "explainer",
    "features",
    "finance",
    "football",
    "global",
    "gulf",
    "headlines",
    "health",
    "international",
    "investigations",
    "latest",
    "latin",
    "lifestyle",
    "live",
    "local",
    "magazine",
    "main",
    "markets",
    "mena",
    "middle",
    "money",
    "national",
    "news",
    "newsroom",
    "north",
    "opinion",
    "opinions",
    "pacific",
    "politics",
    "regional",
    "regions",
    "science",
    "security",
    "society",
    "south",
    "special",
    "sport",
    "sports",
    "tech",
    "technology",
    "today",
    "top",
    "travel",
    "uk",
    "updates",
    "us",
    "war",
    "weather",
    "west",
    "world",
];

/// Set phrases with which pages lead to other articles.
const RELATED_OPENERS: &[&str] = &[
    "read also",
    "also read",
    "read more",
    "read next",
    "read on",
    "see also",
    "related",
    "related articles",
    "related article",
    "related stories",
    "related story",
    "related news",
    "related topics",
    "related content",
    "related links",
    "related coverage",
    "related posts",
    "related video",
    "related videos",
    "more on this",
    "more on this story",
    "more on this topic",
    "more from",
    "more in",
    "more about",
    "more stories",
    "more news",
    "more to explore",
    "more like this",
    "most read",
    "most popular",
    "most viewed",
    "most shared",
    "most commented",
    "trending now",
    "trending",
    "trending stories",
    "you may also like",
    "you might also like",
    "you may like",
    "you might like",
    "you may have missed",
    "in case you missed it",
    "recommended",
    "recommended for you",
    "recommended stories",
    "recommended articles",
    "recommended reading",
    "further reading",
    "up next",
    "next article",
    "previous article",
    "next story",
    "previous story",
    "next post",
    "previous post",
    "editors picks",
    "editor s picks",
    "editor s choice",
    "don t miss",
    "latest news",
    "latest stories",
    "latest headlines",
    "latest articles",
    "latest from",
    "top stories",
    "other stories",
    "other news",
    "popular now",
    "popular stories",
    "popular articles",
    "keep reading",
    "what to read next",
    "what to know next",
    "elsewhere on",
    "around the web",
    "from the web",
    "from our partners",
    "must read",
    "must reads",
    "also on",
    "also in the news",
    "more coverage",
    "full coverage",
    "watch also",
    "watch more",
    "see more",
    "learn more",
    "find out more",
    "view more",
];

/// Lead words before a colon that introduce a link when a headline follows on the same line.
const LINK_LEADS: &[&str] = &[
    "read", "more", "watch", "listen", "see", "video", "next", "previous", "also",
];

/// Phrases that only page notices hold.
const NOTICE_PHRASES: &[&str] = &[
    "all rights reserved",
    "story continues below",
    "article continues below",
    "article continues after",
    "story continues after",
    "continues below this ad",
    "continue reading below",
    "continue reading the main story",
    "scroll to continue",
    "skip to content",
    "skip to main content",
    "we use cookies",
    "uses cookies",
    "use of cookies",
    "accept all cookies",
    "cookie policy",
    "cookie settings",
    "privacy policy",
    "privacy notice",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "may not be published broadcast",
    "may not be reproduced",
    "reproduction in whole or in part",
    "enable javascript",
    "javascript is disabled",
    "javascript is required",
    "your browser does not support",
    "browser does not support",
    "please enable",
    "this video can not be played",
    "this video cannot be played",
    "is not available in your",
    "link copied",
    "copied to clipboard",
    "opens in new window",
    "opens in a new window",
    "opens in new tab",
    "external link",
    "image not available",
    "no comments yet",
    "be the first to comment",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "join the conversation",
    "join the discussion",
    "comments are closed",
    "view comments",
    "show comments",
    "load more",
    "back to top",
    "report a typo",
    "report an error",
    "report this ad",
    "page not found",
    "sign in to",
    "log in to",
    "already a subscriber",
    "already have an account",
    "forgot your password",
    "remember me",
    "your email address will not be published",
    "required fields are marked",
    "min read",
    "minute read",
    "minutes read",
    "reading time",
    "listen to this article",
    "play audio",
    "your ad here",
    "add as a preferred source",
    "estimated reading",
];

/// Verbs with which pages ask something of their readers.
const ASKING: &[&str] = &[
    "add",
    "become",
    "check",
    "click",
    "contact",
    "contribute",
    "discover",
    "donate",
    "don't",
    "download",
    "email",
    "enjoy",
    "enter",
    "explore",
    "find",
    "follow",
    "get",
    "help",
    "join",
    "keep",
    "learn",
    "like",
    "listen",
    "make",
    "never",
    "please",
    "read",
    "receive",
    "register",
    "scan",
    "see",
    "send",
    "share",
    "sign",
    "start",
    "stay",
    "subscribe",
    "support",
    "tap",
    "tell",
    "try",
    "upgrade",
    "visit",
    "want",
    "watch",
    "write",
];

/// What pages offer to their readers.
const OFFERS: &[&str] = &[
    "account",
    "ad-free",
    "alerts",
    "app",
    "browser",
    "bulletin",
    "channel",
    "channels",
    "cookies",
    "coverage",
    "digest",
    "e-mail",
    "email",
    "emails",
    "facebook",
    "feed",
    "google",
    "inbox",
    "instagram",
    "journalism",
    "linkedin",
    "membership",
    "newsletter",
    "newsletters",
    "notifications",
    "offer",
    "page",
    "podcast",
    "podcasts",
    "premium",
    "reader",
    "readers",
    "sign-up",
    "subscriber",
    "subscribers",
    "subscription",
    "telegram",
    "tiktok",
    "trial",
    "twitter",
    "updates",
    "viber",
    "website",
    "whatsapp",
    "youtube",
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

/// "1.2K", "12k+", "3M".
fn is_count(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    rest.len() < text.len() && matches!(rest.trim_end_matches('+'), "K" | "k" | "M" | "m" | "%")
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
    if block.words == 0 || block.words > 8 {
        return;
    }
    let words: Vec<&str> = block.key.split(' ').collect();
    let is = |list: &[&str], word: &str| list.contains(&word);
    let control = words.iter().filter(|word| is(CONTROL_WORDS, word)).count();
    let section = words.iter().filter(|word| is(SECTION_WORDS, word)).count();
    let counted = words
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .count();
    let small = words.iter().filter(|word| is(SMALL_WORDS, word)).count();
    let known = words.iter().all(|word| {
        is(CONTROL_WORDS, word)
            || is(SMALL_WORDS, word)
            || is(SECTION_WORDS, word)
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

fn notices(block: &Block<'_>, evidence: &mut Evidence) {
    let padded = format!(" {} ", block.key);
    let has = |phrase: &str| padded.contains(&format!(" {phrase} "));
    let found = NOTICE_PHRASES.iter().filter(|phrase| has(phrase)).count();
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
    let rights = block.text.starts_with('©')
        || block.text.starts_with("(c) ")
        || (block.key.starts_with("copyright") && (block.words <= 12 || block.text.contains('©')));
    evidence.add_if(rights, Role::Furniture, 45, "a copyright line");
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
            name == "home"
                || CONTROL_WORDS.contains(&name.as_str())
                || SECTION_WORDS.contains(&name.as_str())
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
    let known = RELATED_OPENERS.contains(&head.as_str());
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
    let offers = words.iter().filter(|word| OFFERS.contains(word)).count();
    let speaks = words
        .iter()
        .any(|word| matches!(*word, "our" | "us" | "we" | "your" | "you"));
    let asks = ASKING.contains(first);
    if offers == 0 || !(asks || speaks) {
        return;
    }
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
