//! Whatever a page holds, reading it gives records whose words stand where they say.

use dateline::page::Page;
use dateline::{Engine, Options};
use dateline_store::{ArticleRecords, Words};
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().unwrap());

/// Pieces of news, whole and broken, that bring the stages to work on odd ground.
const PIECES: [&str; 66] = [
    " and",
    " but",
    " by",
    " of",
    " between",
    " which",
    " who",
    " accused",
    " of burning",
    " wounded",
    " others",
    " were",
    " was arrested",
    " and vowed revenge",
    " retreating troops",
    " after",
    " as",
    " reports",
    " quoting officials",
    " called",
    " a strike",
    " false",
    " one of 12 men",
    " to join",
    " no sign today",
    " clashes",
    " shot",
    " dead",
    " two",
    " the police",
    "Gunmen",
    " attacked",
    " a village",
    " in Tamun",
    " on Monday",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "“",
    "”",
    "\"",
    " the army said",
    " said",
    " Colonel Ada Brandt",
    " told the Daily Post",
    " that",
    " he",
    " denied",
    " did not",
    " may have",
    " killed",
    " at least 12 people",
    " between 3,000 and 5,000",
    " late on Wednesday night",
    " last year",
    "TAMUN, March 3 (Agency) – ",
    "Photo: ",
    "Share",
    "20",
    " \u{fffd}",
    " é",
    " 你好",
    "\u{202e}",
    " .",
    "…",
];

fn news_like() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..60)
        .prop_map(|pieces| pieces.concat())
}

/// All words of an article's records.
fn all_words(records: &ArticleRecords) -> Vec<&Words> {
    let article = &records.article;
    let mut words: Vec<&Words> = article.title.iter().collect();
    words.extend(article.captions.iter().map(|caption| &caption.words));
    words.extend(records.quotes.iter().map(|quote| &quote.words));
    words.extend(records.quotes.iter().filter_map(|quote| quote.cue.as_ref()));
    for claim in &records.claims {
        words.extend([&claim.trigger, &claim.evidence]);
        words.extend(claim.arguments.iter().map(|argument| &argument.words));
        words.extend(
            claim
                .arguments
                .iter()
                .filter_map(|argument| argument.resolved.as_ref()),
        );
        words.extend(claim.place.iter().map(|place| &place.words));
        words.extend(claim.time.iter().map(|time| &time.words));
        words.extend(claim.quantities.iter().map(|quantity| &quantity.words));
        words.extend(
            claim
                .sources
                .iter()
                .filter_map(|source| source.mention.as_ref()),
        );
        words.extend(claim.why.iter().filter_map(|step| step.evidence.as_ref()));
    }
    for incident in &records.incidents {
        let fields = incident.agreed.iter().chain(&incident.differing);
        words.extend(
            fields
                .flat_map(|field| &field.accounts)
                .map(|account| &account.words),
        );
    }
    words
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let page = Page::from_bytes("page.txt", text.as_bytes());
    let options = Options {
        published: Some(date(2026, 3, 3)),
    };
    let reading = ENGINE.read(&page, &options).records();
    let again = ENGINE.read(&page, &options).records();
    prop_assert_eq!(&reading, &again);
    for article in &reading.articles {
        for words in all_words(article) {
            let sliced = article.article.text.get(words.span.range());
            prop_assert_eq!(sliced, Some(words.text.as_str()));
            prop_assert!(!words.text.is_empty());
        }
        let ids: Vec<&str> = article
            .claims
            .iter()
            .map(|claim| claim.id.as_str())
            .collect();
        for (i, id) in ids.iter().enumerate() {
            prop_assert!(!ids[..i].contains(id), "{} is given twice", id);
        }
    }
    Ok(())
}

#[test]
fn the_pieces_do_make_claims() {
    let text = "Gunmen attacked a village in Tamun on Monday, the army said.";
    let reading = ENGINE.read(
        &Page::from_bytes("page.txt", text.as_bytes()),
        &Options::default(),
    );
    assert!(
        reading
            .records()
            .articles
            .iter()
            .any(|article| !article.claims.is_empty())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn broken_news(text in news_like()) {
        check(&text)?;
    }

    #[test]
    fn any_string(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        ENGINE.read(&Page::from_bytes("page", &bytes), &Options::default()).records();
    }
}
