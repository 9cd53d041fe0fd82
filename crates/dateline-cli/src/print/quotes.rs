//! The words quoted in an article.

use super::paper::{Look, Paper, clean};
use super::phrase;
use dateline_store::{ArticleRecords, QuoteRecord};

/// Adds the article's quotes with their owners.
pub fn quotes(paper: Paper, out: &mut String, records: &ArticleRecords) {
    for quote in &records.quotes {
        paper.block(out, "     ", &format!("“{}”", clean(&quote.words.text)));
        let owner = format!("{} ({})", phrase::owner(quote), kind(quote));
        paper.block(out, "       ", &paper.paint(Look::Faint, &owner));
    }
    if !records.quotes.is_empty() {
        out.push('\n');
    }
}

fn kind(quote: &QuoteRecord) -> String {
    match &quote.continues {
        Some(_) => format!("{}, goes on from the one before", quote.kind),
        None => quote.kind.clone(),
    }
}
