//! The codebook's examples, read as articles are.

use crate::{Engine, Options};
use dateline_event::codebook::check::Usage;
use dateline_event::codebook::{self, ReadExample, Report};
use dateline_page::{Article, Part, PartKind};
use dateline_span::Span;
use dateline_text::Document;

impl Engine {
    /// Reads every example and counter-example of the codebook and says what fired.
    pub fn test_codebook(&self) -> Report {
        self.test_codebook_of(|_| true)
    }

    /// Reads the examples and counter-examples of the entries whose file is wanted.
    pub fn test_codebook_of(&self, wanted: impl Fn(&str) -> bool) -> Report {
        codebook::test(&self.codebook, wanted, |text| self.read_example(text))
    }

    /// Reads every example and counter-example, and says besides which entries and patterns fired.
    pub fn test_codebook_usage(&self) -> (Report, Usage) {
        let mut usage = Usage::default();
        let report = codebook::test(
            &self.codebook,
            |_| true,
            |text| {
                let read = self.read_example(text);
                usage.add(&self.codebook, &read.document, &read.claims);
                read
            },
        );
        (report, usage)
    }

    fn read_example(&self, text: &str) -> ReadExample {
        let reading = self.read_article(article_of(text), &Options::default());
        let no_words = || {
            Document::new(
                reading.article.text.clone(),
                Default::default(),
                vec![],
                vec![],
            )
        };
        ReadExample {
            document: reading.document.unwrap_or_else(no_words),
            times: reading.times,
            claims: reading.claims,
        }
    }
}

/// An article of one paragraph and nothing else.
fn article_of(text: &str) -> Article {
    let part = Part {
        kind: PartKind::Paragraph,
        span: Span::new(0, text.len()),
        page: None,
    };
    Article::of_english(text, vec![part], "the codebook is written for English")
}
