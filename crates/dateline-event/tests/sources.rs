//! Runs `suite/sources`: quotes, chains of sources, factuality, on sentences written for it.

use dateline_event::{
    Certainty, Layers, Polarity, SourceChain, SourceLink, Toponyms, Voices, Why, factuality,
    withheld,
};
use dateline_span::Span;
use dateline_text::{Attribution, Coref, Document, Language, Quote, attribution, quote};
use std::fmt::Write as _;
use std::path::Path;

const MODEL: &[u8] = include_bytes!("../../../models/en_core_web_md.dateline");

/// The layers of one case's text.
struct Read {
    doc: Document,
    attributions: Vec<Attribution>,
    quotes: Vec<Quote>,
    coref: Coref,
}

impl Read {
    fn new(language: &Language, text: &str) -> Self {
        let parts = quote::paragraphs(text, &[]);
        let doc = language.read_parts(text, &parts);
        let attributions = attribution::find(&doc);
        let mut quotes = quote::find(&doc, &parts, &attributions);
        let coref = Coref::find(&doc, &quotes, &attributions);
        coref.name_speakers(&mut quotes);
        Self {
            doc,
            attributions,
            quotes,
            coref,
        }
    }

    fn layers(&self) -> Layers<'_> {
        Layers {
            doc: &self.doc,
            title: None,
            captions: &[],
            quotes: &self.quotes,
            attributions: &self.attributions,
            coref: &self.coref,
            times: &[],
            quantities: &[],
            places: Toponyms::NONE,
        }
    }

    fn words(&self, span: Span) -> &str {
        span.slice(self.doc.text())
    }

    fn quote(&self, words: &str) -> Option<&Quote> {
        self.quotes
            .iter()
            .find(|q| self.words(q.span).starts_with(words))
    }

    fn token(&self, word: &str) -> Option<usize> {
        self.doc
            .toks()
            .rev()
            .find(|t| t.text() == word)
            .map(|t| t.i)
    }

    /// What the text gives for one line of a case, in the words that the line uses.
    fn answer(&self, line: &[&str]) -> Option<String> {
        let layers = self.layers();
        let voices = Voices::find(layers);
        let or_none = |words: String| {
            if words.is_empty() {
                "-".to_owned()
            } else {
                words
            }
        };
        let or_dash = |span: Option<Span>| span.map_or("-", |s| self.words(s)).to_owned();
        Some(match line[0] {
            "quotes" => self.quotes.len().to_string(),
            "voices" => voices.spoken().count().to_string(),
            "quote" => {
                let quote = self.quote(line[1])?;
                let owner = quote
                    .speaker
                    .as_ref()
                    .map_or("nobody", |s| self.words(s.mention));
                format!("{owner} | {}", or_dash(quote.cue))
            }
            "named" => {
                let speaker = self.quote(line[1])?.speaker.as_ref()?;
                or_dash(Some(speaker.resolved.unwrap_or(speaker.mention)))
            }
            "stands" => or_dash(self.coref.antecedent(self.token(line[1])?).map(|a| a.span)),
            "chain" => {
                let chain = voices.chain_of(self.token(line[1])?, &mut Why::default());
                let links: Vec<&str> = chain.links[1..]
                    .iter()
                    .map(|l| l.resolved.or(l.mention).map_or("?", |s| self.words(s)))
                    .collect();
                if links.is_empty() {
                    "author".to_owned()
                } else {
                    links.join(" < ")
                }
            }
            "withheld" => {
                let all = withheld(&self.doc, &[]);
                let found = all.iter().find(|w| w.field == line[1])?;
                format!("{} | {}", or_dash(found.source), self.words(found.passage))
            }
            "views" => {
                let chain = voices.chain_of(self.token(line[1])?, &mut Why::default());
                let views = chain.links.iter();
                let views: Vec<String> = views
                    .map(|l| format!("{} {}", l.polarity.sign(), l.certainty.name()))
                    .collect();
                views.join(" < ")
            }
            "candidates" => {
                let found = &self.quote(line[1])?.candidates;
                let words: Vec<&str> = found.iter().map(|c| self.words(c.mention)).collect();
                or_none(words.join(", "))
            }
            "fact" => {
                let token = self.token(line[1])?;
                let f = factuality::of(&layers, &voices, token, &mut Why::default());
                format!(
                    "{} {} {}",
                    f.polarity.sign(),
                    f.certainty.name(),
                    f.tense.name()
                )
            }
            "voice" => {
                let spoken = voices
                    .spoken()
                    .find(|v| v.cue.is_some_and(|cue| self.words(cue) == line[1]))?;
                let content: Vec<&str> = spoken.content.iter().map(|s| self.words(*s)).collect();
                let source = or_dash(spoken.source.map(|s| s.phrase));
                format!("{source} | {}", content.join(" … "))
            }
            _ => return None,
        })
    }
}

/// Checks one case; what differs is added to `wrong`. Gives the number of lines checked.
fn check(language: &Language, place: &str, case: &str, wrong: &mut String) -> usize {
    let (text, lines) = case.split_once("\n---\n").expect("a case holds a line ---");
    let read = Read::new(language, text.trim());
    let mut checked = 0;
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let wanted = match fields[0] {
            "quotes" | "voices" => fields[1].to_owned(),
            _ => fields[2..].join(" | "),
        };
        let given = read.answer(&fields);
        checked += 1;
        if given.as_deref() != Some(&wanted) {
            let _ = writeln!(
                wrong,
                "{place}: {}\n  {line}\n  given: {given:?}",
                text.trim()
            );
        }
    }
    checked
}

/// All cases of the suite, each with its file and line.
fn cases() -> Vec<(String, String)> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../suite/sources");
    let mut cases = Vec::new();
    for name in ["quotes.md", "chains.md", "attributions.md", "factuality.md"] {
        let page =
            std::fs::read_to_string(suite.join(name)).expect("the suite is in the repository");
        for (at, block) in page.match_indices("```case\n") {
            let case = &page[at + block.len()..];
            let case = &case[..case.find("```").expect("a block is closed")];
            let line = page[..at].lines().count() + 1;
            cases.push((format!("{name}:{line}"), case.to_owned()));
        }
    }
    cases
}

#[test]
fn the_specification_of_sources_holds() {
    let language = Language::load(MODEL).expect("the model in models/ loads");
    let mut wrong = String::new();
    let mut checked = 0;
    for (place, case) in cases() {
        checked += check(&language, &place, &case, &mut wrong);
    }
    assert!(checked > 80, "only {checked} lines were found");
    assert!(wrong.is_empty(), "{wrong}");
}

/// Reads every token of a text as if it named an event.
fn assert_sound(language: &Language, text: &str) {
    let read = Read::new(language, text);
    let layers = read.layers();
    let voices = Voices::find(layers);
    for spoken in voices.spoken() {
        let by = spoken.source.map(|s| [s.mention, s.phrase]);
        for span in by
            .into_iter()
            .flatten()
            .chain(spoken.cue)
            .chain(spoken.content)
        {
            assert!(!span.slice(text).is_empty(), "{span:?} in {text:?}");
        }
    }
    for quote in &read.quotes {
        assert!(quote.candidates.len() <= quote::CANDIDATES, "{text:?}");
        assert!(
            quote.candidates.is_empty() || quote.speaker.is_none(),
            "{text:?}"
        );
        assert!(
            quote.candidates.is_sorted_by_key(|c| c.mention.start),
            "{text:?}"
        );
    }
    for tok in read.doc.toks() {
        let mut why = Why::default();
        let chain = voices.chain_of(tok.i, &mut why);
        let own = SourceLink {
            polarity: chain.links[0].polarity,
            certainty: chain.links[0].certainty,
            ..SourceChain::author().links[0].clone()
        };
        assert_eq!(chain.links[0], own, "{text:?}");
        for link in &chain.links[1..] {
            let spans = [
                link.mention,
                link.resolved,
                link.office,
                link.cue,
                link.told,
            ];
            let open = link.polarity == Polarity::Unknown;
            assert_eq!(open, link.certainty == Certainty::Unknown, "{link:?}");
            for span in spans.into_iter().flatten() {
                assert!(!span.slice(text).is_empty(), "{link:?} in {text:?}");
            }
            assert!(link.mention.is_some() || link.cue.is_some() || link.direct);
        }
        let f = factuality::of(&layers, &voices, tok.i, &mut why);
        let open = f.polarity == Polarity::Unknown;
        assert_eq!(
            open,
            f.certainty == Certainty::Unknown,
            "{tok:?} in {text:?}"
        );
        assert!(!why.steps.is_empty());
    }
}

#[test]
fn every_token_of_any_text_has_a_chain_and_a_factuality() {
    let language = Language::load(MODEL).expect("the model in models/ loads");
    for (_, case) in cases() {
        assert_sound(&language, &case);
    }
    for odd in [
        "",
        "said",
        "“",
        "He said he said he said.",
        "Not no never nor.",
        "If if if?",
        "\u{1F642} — ’",
    ] {
        assert_sound(&language, odd);
    }
    assert_sound(&language, &"said that he denied that ".repeat(400));
}
