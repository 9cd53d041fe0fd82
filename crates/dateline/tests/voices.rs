//! Whose words they are in odd input, page to claim.

use dateline::page::{Article, Dateline, Part, PartKind};
use dateline::{ArticleReading, Engine, Options};
use dateline_span::Span;

/// Reads a text whose lines are its paragraphs.
fn read(text: &str) -> ArticleReading {
    let line = |line: &str| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        Part {
            kind: PartKind::Paragraph,
            span: Span::new(start, start + line.len()),
            page: None,
        }
    };
    let parts = text.lines().filter(|l| !l.is_empty()).map(line).collect();
    let article = Article::of_english(text, parts, "the test is English");
    Engine::new()
        .unwrap()
        .read_article(article, &Options::default())
}

/// The owner of each utterance, `-` for nobody.
fn owners(text: &str) -> Vec<String> {
    let reading = read(text);
    let owner = |q: &dateline_text::Quote| {
        let speaker = q.speaker.as_ref();
        speaker.map_or("-", |s| s.mention.slice(text)).to_owned()
    };
    reading.quotes.iter().map(owner).collect()
}

/// The innermost voice of each claim, `-` for the article's own.
fn tellers(text: &str) -> Vec<String> {
    let reading = read(text);
    let teller = |c: &dateline::event::Claim| {
        let voice = c.source.innermost().mention;
        voice.map_or("-", |s| s.slice(text)).to_owned()
    };
    reading.claims.iter().map(teller).collect()
}

#[test]
fn capitals_speak_like_other_letters() {
    let text = "POLICE IN ORSA SAID ON MONDAY THAT GUNMEN HAD KILLED TWO GUARDS.\n\
                \"WE HEARD THE SHOTS FROM THE MILL,\" SAID OMAR DAHIR.";
    assert_eq!(tellers(text), ["POLICE IN ORSA"]);
    assert_eq!(owners(text), ["OMAR DAHIR"]);
}

#[test]
fn an_hour_before_an_entry_is_no_part_of_who_speaks() {
    let text = "14:50 Governor says two guards were killed in Kalem\n\
                15.10 Police in Orsa say gunmen killed two guards.\n\
                07:15 Governor: three injured in Kalem";
    assert_eq!(tellers(text), ["Governor", "Police in Orsa", "Governor"]);
}

#[test]
fn the_town_before_an_item_of_a_roundup_is_no_part_of_who_speaks() {
    let text = "MANILA - Guards say gunmen killed two farmers.\n\
                FREETOWN, Sierra Leone - Police say rebels killed a guard.\n\
                BC-ROUNDUP - Nobody was hurt";
    assert_eq!(tellers(text), ["Guards", "Police", "-"]);
}

#[test]
fn a_dateline_is_no_part_of_who_speaks() {
    let text =
        "NAIROBI, Kenya - A passer-by told a court on Tuesday that he saw gunmen kill a guard.";
    let part = Part {
        kind: PartKind::Paragraph,
        span: Span::new(0, text.len()),
        page: None,
    };
    let mut article = Article::of_english(text, vec![part], "the test is English");
    article.dateline = Some(Dateline {
        span: Span::new(0, "NAIROBI, Kenya".len()),
        place: Span::new(0, "NAIROBI, Kenya".len()),
        date: None,
        agency: None,
    });
    let reading = Engine::new()
        .unwrap()
        .read_article(article, &Options::default());
    let links = &reading.claims[0].source.links;
    let voices: Vec<_> = links
        .iter()
        .filter_map(|l| Some(l.mention?.slice(text)))
        .collect();
    assert_eq!(voices, ["A passer-by"]);
}

#[test]
fn ten_people_in_a_paragraph_keep_their_own_words() {
    let names = [
        "Dahir", "Noor", "Ruiz", "Venn", "Dros", "Okafor", "Lind", "Haas", "Petrov", "Sato",
    ];
    let says = |name: &&str| format!("“The road to {name} was closed,” {name} said.");
    let text: Vec<String> = names.iter().map(says).collect();
    assert_eq!(owners(&text.join(" ")), names);
}

#[test]
fn a_quote_that_never_closes_ends_with_its_paragraph() {
    let text = "“We heard shots at the mill, Dahir said.\n\
                Gunmen killed two guards in Orsa on Monday.\n\
                The mayor left.";
    assert_eq!(tellers(text), ["-"]);
}

#[test]
fn items_of_a_list_are_nobodys_but_their_own_speakers() {
    let text = "The governor met the press on Monday:\n\
                - Gunmen killed two guards in Orsa, police said.\n\
                - Rebels burned a mill in Tarsin.";
    assert_eq!(tellers(text).last().map(String::as_str), Some("-"));
    assert!(tellers(text).contains(&"police".to_owned()));
}
