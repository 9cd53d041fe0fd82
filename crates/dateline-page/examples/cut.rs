//! Prints how pages are cut: `cargo run -p dateline-page --example cut -- FILE…`

use dateline_page::{Page, articles};

fn main() -> std::io::Result<()> {
    for name in std::env::args().skip(1) {
        let page = Page::from_bytes(&name, &std::fs::read(&name)?);
        let found = articles(&page);
        println!(
            "== {name}: {:?}, {}, {} articles",
            page.media,
            page.encoding,
            found.articles.len()
        );
        for note in &found.notes {
            println!("note {note}");
        }
        for article in &found.articles {
            println!(
                "-- {} lines {:?} by {:?} in {:?} published {:?} language {} dateline {:?} url {:?}",
                article.id,
                article.lines,
                article.byline,
                article.outlet,
                article.published,
                article.language.code,
                article
                    .dateline
                    .map(|dateline| dateline.span.slice(&article.text)),
                article.url,
            );
            for note in &article.notes {
                println!("note {note}");
            }
            for part in &article.parts {
                println!(
                    "{:>10} {}",
                    part.kind.name(),
                    part.span.slice(&article.text)
                );
            }
            for caption in &article.captions {
                println!(
                    "    credit {:?}",
                    caption.credit.map(|credit| credit.slice(&article.text))
                );
            }
            for discard in &article.discards {
                println!(
                    "   DISCARD {:?} {} | {} | {}",
                    discard.line,
                    discard.reason.name(),
                    discard.text,
                    discard.evidence
                );
            }
        }
        for discard in &found.discards {
            println!(
                "   DISCARD {:?} {} | {} | {}",
                discard.line,
                discard.reason.name(),
                discard.text,
                discard.evidence
            );
        }
    }
    Ok(())
}
