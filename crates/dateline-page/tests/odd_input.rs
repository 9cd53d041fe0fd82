//! Odd input: nothing panics, nothing is lost, and every span slices what it claims to.

use dateline_page::{Articles, Media, NoteKind, Page, Unread, articles};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Checks what must hold of any page.
fn check(page: &Page) -> Articles {
    let found = articles(page);
    for article in &found.articles {
        let mut last = 0;
        for part in &article.parts {
            let words = article
                .text
                .get(part.span.range())
                .expect("a part's span slices the text");
            assert!(!words.trim().is_empty());
            assert!(part.span.start >= last, "parts are in order");
            last = part.span.end;
            if let Some(place) = part.page {
                assert_eq!(page.text.get(place.range()), Some(words));
            }
        }
        for caption in &article.captions {
            assert!(article.parts.contains(&caption.part));
            assert!(
                caption
                    .credit
                    .is_none_or(|credit| caption.part.span.contains(credit))
            );
        }
        if let Some(dateline) = article.dateline {
            assert!(article.text.get(dateline.span.range()).is_some());
            assert!(dateline.span.contains(dateline.place));
        }
        assert_eq!(article.id.len(), 16);
    }
    found
}

/// Of plain text, each line with words must be in exactly one part or discard.
fn check_lines(page: &Page, found: &Articles) {
    let mut covered: BTreeMap<usize, usize> = BTreeMap::new();
    let starts = line_starts(&page.text);
    let line_of = |at: usize| starts.partition_point(|start| *start <= at);
    for article in &found.articles {
        for part in &article.parts {
            let place = part.page.expect("plain text keeps its places");
            for line in line_of(place.start as usize)..=line_of(place.end as usize - 1) {
                *covered.entry(line).or_default() += 1;
            }
        }
    }
    let discards = found
        .articles
        .iter()
        .flat_map(|article| &article.discards)
        .chain(&found.discards);
    for discard in discards {
        let first = discard.line.expect("plain text keeps its lines") as usize;
        // A discarded block that a hard wrap broke covers as many lines as it holds breaks.
        let breaks = discard
            .text
            .replace("\r\n", "\n")
            .matches(['\n', '\r'])
            .count();
        for line in first..=first + breaks {
            *covered.entry(line).or_default() += 1;
        }
    }
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(page.text.len());
        let expected = usize::from(!page.text[*start..end].trim().is_empty());
        assert_eq!(
            covered.get(&(index + 1)).copied().unwrap_or(0),
            expected,
            "line {} of {:?}",
            index + 1,
            page.text
        );
    }
}

/// Where lines start, at `\n`, `\r\n` and a lone `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            starts.push(at + 1);
        }
    }
    starts
}

/// Lines as pages have them: words, controls, sentences, blanks.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just(String::new()),
        Just("Share".to_owned()),
        Just("20".to_owned()),
        Just("Related articles".to_owned()),
        Just("Ferry towed back to Kalem after engine failure".to_owned()),
        Just("Soldiers near the Sollan bridge (Reuters)".to_owned()),
        Just("By Amina Odhiambo | March 12, 2025".to_owned()),
        Just(
            "KALEM (AP) — A ferry was towed back to port on Monday, the harbour office said."
                .to_owned()
        ),
        "[A-Z][a-z ]{0,40}[.?!]?",
        "\\PC{0,60}",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n")];
    prop::collection::vec((line, end), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,6}\\.(txt|html|jsonl)") {
        check(&Page::from_bytes(&name, &bytes));
    }

    #[test]
    fn arbitrary_text_is_read(text in "\\PC{0,300}") {
        for media in [Media::Text, Media::Html, Media::Jsonl, Media::Feed] {
            let page = Page { media, ..Page::from_bytes("page.txt", text.as_bytes()) };
            check(&page);
        }
    }

    #[test]
    fn arbitrary_markup_is_read(markup in "(<(p|div|h1|figcaption|script|/p|/div|!--|b|a href=)>?|-->|[a-z ]{1,9}|&[a-z#0-9]{0,4};?){0,60}") {
        check(&Page::from_bytes("page.html", format!("<html><body>{markup}").as_bytes()));
    }

    #[test]
    fn arbitrary_feeds_are_read(items in "(</?(item|entry|title|link|description|content|author|name)>|<!\\[CDATA\\[|\\]\\]>|[a-z ]{1,9}|\\n|&[a-z#0-9]{0,4};?){0,60}") {
        for tail in ["</channel></rss>", ""] {
            check(&Page::from_bytes("feed.xml", format!("<rss><channel>{items}{tail}").as_bytes()));
        }
    }

    #[test]
    fn each_line_is_in_one_part_or_discard(text in lines()) {
        let page = Page { media: Media::Text, ..Page::from_bytes("page.txt", text.as_bytes()) };
        let found = check(&page);
        if found.quarantined.is_none() {
            check_lines(&page, &found);
        }
    }
}

#[test]
fn empty_and_binary_pages_are_quarantined() {
    for bytes in [
        &b""[..],
        b" \n\t\n",
        b"%PDF-1.4\n%...",
        b"\x7FELF\x02\x01",
        b"\x89PNG\r\n\x1a\n",
    ] {
        let found = check(&Page::from_bytes("page.txt", bytes));
        assert!(found.articles.is_empty());
        assert!(
            found.quarantined.is_some() && !found.notes.is_empty(),
            "{bytes:?}"
        );
    }
}

#[test]
fn deep_markup_is_read_with_a_note() {
    let words =
        "The road into the Tirun valley is open again, the governor said on Friday. ".repeat(6);
    let html = format!(
        "<html><body>{}<p>{words}</p>{}</body></html>",
        "<div>".repeat(100_000),
        "</div>".repeat(100_000)
    );
    let found = check(&Page::from_bytes("deep.html", html.as_bytes()));
    assert!(found.notes.iter().any(|note| note.kind == NoteKind::Markup));
    assert!(found.articles[0].text.contains("Tirun valley"));
}

#[test]
fn an_endless_line_is_kept_but_not_coded() {
    let text = "word ".repeat(400_000);
    let found = check(&Page::from_bytes("endless.txt", text.as_bytes()));
    let article = &found.articles[0];
    assert_eq!(article.text.len(), text.trim().len());
    assert!(matches!(article.unread, Some(Unread::NotNewsLike(_))));
}

#[test]
fn many_short_lines_take_linear_time() {
    // Quadratic work over these lines would run for minutes.
    let text: String = (0..60_000)
        .map(|number| format!("Headline number {number} of the day\n"))
        .collect();
    let found = check(&Page::from_bytes("many.txt", text.as_bytes()));
    assert_eq!(found.articles[0].parts.len(), 60_000);
}

#[test]
fn other_languages_are_kept_but_not_coded() {
    let text = "Grève des enseignants en Oslavie\n\nLes enseignants ont voté mardi une grève illimitée après l’échec des négociations salariales avec le ministère, a annoncé leur syndicat.\n";
    let found = check(&Page::from_bytes("greve.txt", text.as_bytes()));
    let article = &found.articles[0];
    assert_eq!(article.unread, Some(Unread::Language("fr".into())));
    assert!(
        article
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::Language)
    );
}

#[test]
fn the_same_page_gives_the_same_identity() {
    let page = Page::from_bytes(
        "a.txt",
        b"Ferry towed back\n\nA ferry was towed back to port on Monday.",
    );
    let again = Page {
        name: "b.txt".into(),
        ..page.clone()
    };
    assert_eq!(
        articles(&page).articles[0].id,
        articles(&again).articles[0].id
    );
}
