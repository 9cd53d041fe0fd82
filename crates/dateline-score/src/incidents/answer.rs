//! The figures of a document by the archive's conventions, from what Dateline read in it.

use super::gold::Document;
use super::place;
use crate::given::read_from;
use crate::people::{Told, told};
use dateline::data::EventType;
use dateline::event::toponym::Toponym;
use dateline::event::{Claim, Fate};
use dateline::page::{Page, PartKind, articles};
use dateline::text::{Precision, TimeExpr, TimeKind, When};
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use jiff::ToSpan;
use jiff::civil::Date;

/// What a document says of its shooting.
#[derive(Debug)]
pub struct Answer {
    pub killed: u32,
    pub injured: u32,
    pub day: Option<Date>,
    /// Candidate cities, the likeliest first; only it counts.
    pub cities: Vec<String>,
    /// What the figures rest on, for people who read errors.
    pub trail: Vec<String>,
}

/// Reads a document.
pub fn read(engine: &Engine, document: &Document) -> ArticleReading {
    let (text, parts) = as_a_page(document);
    read_from(
        engine,
        &text,
        &parts,
        Some(document.published),
        (document.outlet.as_deref(), document.url.as_deref()),
    )
}

/// The figures by the archive's conventions.
pub fn of(engine: &Engine, reading: &ArticleReading, document: &Document) -> Answer {
    let day = day(reading, document.published);
    let all = [Fate::Killed, Fate::Wounded, Fate::Struck].map(|fate| told(reading, &[fate]));
    let [killed, wounded, struck] = of_this(all, day.unwrap_or(document.published));
    let dead = dead(&killed, &struck);
    let hurt = alive(&wounded, &killed);
    let hit = largest(&struck.iter().collect::<Vec<_>>());
    let hit_alive = alive(&struck, &killed);
    let mut trail: Vec<String> = Vec::new();
    for (name, all) in [
        ("killed", &killed),
        ("wounded", &wounded),
        ("struck", &struck),
    ] {
        let words: Vec<String> = all
            .iter()
            .map(|t| {
                format!(
                    "{}={}{}",
                    t.words,
                    t.number.map_or("?".into(), |n| n.to_string()),
                    t.entity.map_or(String::new(), |e| format!("@{e}"))
                )
            })
            .collect();
        trail.push(format!("{name}: {}", words.join("; ")));
    }
    trail.push(format!("times: {}", in_words(reading)));
    trail.push(format!("places: {}", places_in_words(engine, reading)));
    // Whoever was hit and is not said to be dead was injured.
    let injured = hurt
        .max(hit.saturating_sub(dead).min(hit_alive))
        .max(surely_alive(&struck, &killed));
    Answer {
        killed: dead,
        injured,
        day,
        cities: place::cities(engine, reading),
        trail,
    }
}

/// All times with their values, and the claims that have them.
fn in_words(reading: &ArticleReading) -> String {
    let Some(doc) = reading.document.as_ref() else {
        return String::new();
    };
    let words = |(index, time): (usize, &TimeExpr)| {
        let owners: Vec<String> = reading
            .claims
            .iter()
            .filter(|claim| claim.time == Some(index))
            .map(|claim| {
                let trigger = claim.trigger.slice(doc.text());
                format!(" {}:{trigger}", claim.event.kind.name())
            })
            .collect();
        let value = time.anchored.as_ref().unwrap_or(&time.value);
        format!("{}={value}{}", time.span.slice(doc.text()), owners.concat())
    };
    let all: Vec<String> = reading.times.iter().enumerate().map(words).collect();
    all.join("; ")
}

/// All names of places with their use, what they were taken for and their town.
fn places_in_words(engine: &Engine, reading: &ArticleReading) -> String {
    let Some(doc) = reading.document.as_ref() else {
        return String::new();
    };
    let gazetteer = engine.gazetteer();
    let words = |toponym: &Toponym| {
        let name = |id| gazetteer.place(id).name;
        let place = toponym.resolution.as_ref().map(|r| name(r.place));
        let town = toponym.town.map(|t| (name(t.place), t.by.name()));
        let town = town.map_or(String::new(), |(name, by)| format!(" in {name} by {by}"));
        let words = toponym.span.slice(doc.text());
        format!(
            "{words} ({:?})={}{town}",
            toponym.used,
            place.unwrap_or("?")
        )
    };
    let all: Vec<String> = reading.toponyms.list.iter().map(words).collect();
    all.join("; ")
}

/// Title and paragraphs as one text.
/// The document's words as the page reader keeps them, with their parts: the scraped text still has the
/// page's links, notices and lists of recordings. All of it is one document to the archive, so what the
/// reader takes for several articles stays together.
fn as_a_page(document: &Document) -> (String, Vec<(PartKind, Span)>) {
    let title = document.title.trim();
    let scraped = [title, &document.text].join("\n\n");
    let page = Page::from_bytes("scraped.txt", scraped.as_bytes());
    let mut text = title.to_owned();
    let mut parts = vec![(PartKind::Title, Span::new(0, text.len()))];
    for article in &articles(&page).articles {
        for part in &article.parts {
            let words = part.span.slice(&article.text);
            let kind = match part.kind {
                PartKind::Title if words == title => continue,
                PartKind::Title => PartKind::Heading,
                kind => kind,
            };
            text.push_str("\n\n");
            let start = text.len();
            text.push_str(words);
            parts.push((kind, Span::new(start, text.len())));
        }
    }
    (text, parts)
}

/// Those whom it befell in the shooting: not what is told of days before it ("the second shooting since
/// a boy was killed last month") or of a longer time ("12 people killed this year"). Where that leaves
/// nobody at all, the day is not the shooting's.
fn of_this(all: [Vec<Told>; 3], day: Date) -> [Vec<Told>; 3] {
    let elsewhere = |t: &Told| {
        t.when.is_some_and(|when| {
            let before = day.checked_sub(1.days()).is_ok_and(|day| when.last < day);
            let sum = when.precision > Precision::Week && t.number.is_some_and(|n| n > 1);
            before || sum && when.last >= day
        })
    };
    let kept = all.each_ref().map(|told| {
        let here = told.iter().filter(|t| !elsewhere(t));
        here.cloned().collect::<Vec<Told>>()
    });
    let nobody = kept.iter().all(Vec::is_empty);
    if nobody { all } else { kept }
}

/// How many died: the largest number told at once, or as many as are told apart; whoever is told to
/// have killed others and then themselves is one more than those.
fn dead(all: &[Told], struck: &[Told]) -> u32 {
    let themselves = |t: &&Told| {
        matches!(
            t.head.as_str(),
            "himself" | "herself" | "self" | "themselves"
        )
    };
    let (own, others): (Vec<&Told>, Vec<&Told>) = all.iter().partition(themselves);
    let told = largest(&others).max(apart(&others));
    if others.is_empty() {
        return u32::from(!own.is_empty());
    }
    let beside = |t: &Told| {
        let of_sentence = others
            .iter()
            .copied()
            .filter(|o| o.sentence == t.sentence && o.entity.is_none_or(|e| t.entity != Some(e)));
        of_sentence.collect::<Vec<&Told>>()
    };
    let killed_too = own.iter().map(|t| largest(&beside(t)) + 1);
    // "shot his wife and then himself": a gun is turned on others first, and seldom without success.
    let shot_too = struck.iter().filter(themselves).filter_map(|t| {
        let done_to = |o: &&Told| {
            o.sentence == t.sentence && o.word < o.person && o.person < t.person && !themselves(o)
        };
        let shot = all.iter().chain(struck).filter(done_to);
        let shot: Vec<&Told> = shot.collect();
        if shot.is_empty() {
            return None;
        }
        // Those who were shot are told to have died in another sentence.
        let all_died = told == 1 || largest(&shot) == told;
        Some(match largest(&beside(t)) {
            0 if all_died => told + 1,
            beside => beside + 1,
        })
    });
    killed_too.chain(shot_too).fold(told, u32::max)
}

/// How many single persons are told apart by name close to one another.
fn apart(all: &[&Told]) -> u32 {
    const NEAR: usize = 3;
    let mut most = 0;
    for first in all {
        let mut found: Vec<&Told> = Vec::new();
        let near = |t: &&&Told| (first.sentence..=first.sentence + NEAR).contains(&t.sentence);
        for told in all.iter().filter(near) {
            if found.iter().all(|other| told.named_apart(other)) {
                found.push(told);
            }
        }
        most = most.max(found.iter().filter(|t| t.number == Some(1)).count());
    }
    most as u32
}

/// How many are told of by one of these statements, among those who are not told to be dead.
fn alive(all: &[Told], killed: &[Told]) -> u32 {
    let single = |o: &&Told| o.number == Some(1);
    let died = |t: &Told| {
        let same = |o: &Told| {
            o.person == t.person
                || single(&o) && o.entity.is_some() && o.entity == t.entity
                || single(&o) && o.head == t.head && !t.differs(o)
        };
        let taken_up = t.known && !t.owned && killed.iter().any(|o| single(&o) && !t.differs(o));
        t.number == Some(1) && (taken_up || killed.iter().any(same))
    };
    let rest: Vec<&Told> = all.iter().filter(|t| !died(t)).collect();
    largest(&rest)
}

/// How many single persons were hit and cannot be any of the dead: others expressly, or of other names.
fn surely_alive(struck: &[Told], killed: &[Told]) -> u32 {
    let other = |t: &&Told| {
        let dead = |o: &Told| o.person == t.person || o.entity.is_some() && o.entity == t.entity;
        t.number == Some(1)
            && !killed.iter().any(dead)
            && killed.iter().all(|o| t.more || t.named_apart(o))
    };
    let rest: Vec<&Told> = struck.iter().filter(other).collect();
    largest(&rest)
}

/// The largest number told at once, those of one word together ("a man and two boys died"); 1 where
/// people without a number are told of anew.
fn largest(all: &[&Told]) -> u32 {
    let together = |word: usize| {
        let of_word = all.iter().filter(|t| t.word == word);
        of_word.filter_map(|t| t.number).sum::<u32>()
    };
    let largest = all.iter().map(|t| together(t.word)).max().unwrap_or(0);
    let open = all.iter().any(|t| t.open && !t.known);
    if open && largest == 0 { 1 } else { largest }
}

/// The day of the shooting: the first told of an attack on people, a death last (who is shot on Friday
/// may die on Monday); else the first day in the text that is told of nothing else; else the text's
/// own. None is after the text's own.
fn day(reading: &ArticleReading, published: Date) -> Option<Date> {
    let day_of = |index: usize| one_day(&reading.times[index], published);
    let dies = |claim: &Claim| {
        let doc = reading.document.as_ref();
        doc.is_some_and(|doc| matches!(doc.tok(claim.head).lemma(), "die" | "death"))
    };
    let attacks = || {
        let claims = reading.claims.iter();
        claims.filter(|c| c.event.kind == EventType::Assault)
    };
    let told = |claim: &Claim| claim.time.and_then(day_of);
    let of_something_else = |index: usize| {
        reading.claims.iter().any(|claim| {
            claim.time == Some(index)
                || claim
                    .source
                    .links
                    .iter()
                    .any(|link| link.said == Some(index))
        })
    };
    attacks()
        .filter(|claim| !dies(claim))
        .find_map(told)
        .or_else(|| attacks().find_map(told))
        .or_else(|| {
            let indices = 0..reading.times.len();
            indices.filter(|&i| !of_something_else(i)).find_map(day_of)
        })
        .or(Some(published))
}

/// The day of an expression, where it is one near enough before publication to be news.
fn one_day(time: &TimeExpr, published: Date) -> Option<Date> {
    let When {
        first,
        last,
        precision,
    } = time.when?;
    let fits = matches!(time.kind, TimeKind::Date | TimeKind::Time)
        && precision <= Precision::Day
        && last.since(first).is_ok_and(|span| span.get_days() <= 1)
        && first <= published
        && published
            .checked_sub(3.years())
            .is_ok_and(|from| first >= from);
    // A night between two days: most are shot after midnight.
    fits.then_some(last)
}
