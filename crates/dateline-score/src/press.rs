//! `press FILE`: single operations out of military press releases, field by field (ISAF releases
//! coded by A. Strick van Linschoten; `isaf_press_releases_ft_test.jsonl`).
//!
//! The coder kept one row an operation with numbers where Dateline keeps what is said. The row is
//! made here from the reading, by the coder's conventions as the data shows them:
//!
//! - `date`: the day of the operation; the release's own day where none is told. Where an update is
//!   appended ("UPDATE: ISAF confirms …", with a number and a dateline of its own), the day that it
//!   tells of the operation goes before. The release's day
//!   stands in its head or dateline ("KABUL, Afghanistan (Nov. 20, 2011)"), and where the year is
//!   missing there, in its number ("2010-10-CA-171"). Where the text gives no year at all, the coder
//!   had it from the web page, which is not in the data: such days are judged by month and day. A
//!   release whose head gives no day at all is placed by its running number ("2011-07-S-048") between
//!   the dated ones of the same month and series in the file.
//! - `province`: one of 34; the first that the body names.
//! - `group`: the armed group first named, `""` where none is.
//! - `killed`, `captured`: least numbers. "A few", "several" and a bare plural stand for 3,
//!   "numerous" for 4, whoever is held or killed beside a named one is added, and where nothing is
//!   said the number is 0. A number told elsewhere goes before a vague word; the dead are the most
//!   that one sentence tells of.
//!
//! `date` is judged by the table as it stands. In two stretches of it every row is one day early
//! ([`ROWS_A_DAY_EARLY`]); `date_set_right` is the same figure with these rows put one day on.

use crate::given::read_on;
use crate::measure::{Share, figure};
use crate::people::{Told, told};
use anyhow::{Context, Result, bail};
use dateline::data::EventType;
use dateline::event::{Claim, Fate};
use dateline::page::PartKind;
use dateline::text::{Pos, Precision, TimeExpr, TimeKind};
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The least number that stands for a vague word.
const SOME: u32 = 3;
const NUMEROUS: u32 = 4;

/// First and last day of two stretches of rows that are one day early throughout, an error of the table:
/// each row in them holds the day before the one that its release states, even where that is stated in
/// full ("in Khost province Feb. 6" is the 5th), and before, between and behind them hardly a row does.
const ROWS_A_DAY_EARLY: [(Date, Date); 2] = [
    (Date::constant(2010, 11, 9), Date::constant(2010, 11, 28)),
    (Date::constant(2011, 1, 31), Date::constant(2011, 3, 26)),
];

/// A press release with the coder's row.
#[derive(Debug)]
struct Release {
    text: String,
    row: Row,
}

#[derive(Deserialize, Debug)]
struct Row {
    start_date: String,
    province: Vec<String>,
    target_group: Vec<String>,
    min_killed: u32,
    min_captured: u32,
}

#[derive(Deserialize)]
struct Line {
    conversations: Vec<Turn>,
}

#[derive(Deserialize)]
struct Turn {
    from: String,
    value: String,
}

/// What we make of a release.
#[derive(Debug)]
struct Answer {
    day: Option<Date>,
    /// Whether the text gives the day's year.
    year_known: bool,
    province: Option<&'static str>,
    group: String,
    killed: u32,
    captured: u32,
    trail: Vec<String>,
}

/// Runs the task: `FILE [--errors]`.
///
/// # Errors
/// If the file cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let errors = arguments.iter().any(|a| a == "--errors");
    let Some(file) = arguments.iter().find(|a| !a.starts_with("--")) else {
        bail!("usage: press FILE [--errors]");
    };
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let releases = parse(&text)?;
    let engine = Engine::new().context("the engine cannot be set up")?;
    let days: Vec<Option<Date>> = releases
        .iter()
        .map(|release| own_day(&engine, cut(&release.text).0, None))
        .collect();
    let dated = dated_numbers(&releases, &days);
    let mut shares = [Share::default(); 5];
    let mut set_right = Share::default();
    let mut report = String::new();
    for (release, day) in releases.iter().zip(days) {
        let answer = answer(&engine, &release.text, day, &dated);
        let right = judge(&answer, &release.row);
        for (share, right) in shares.iter_mut().zip(right) {
            share.judge(right);
        }
        set_right.judge(is_day(&answer, &put_right(&release.row.start_date)));
        if errors && right.contains(&false) {
            write_error(&mut report, release, &answer, right)?;
        }
    }
    writeln!(report, "{} releases", releases.len())?;
    write!(report, "press")?;
    let names = ["date", "province", "group", "killed", "captured"];
    for (name, share) in names.iter().zip(shares) {
        write!(report, " {name}={}", figure(share.value()))?;
    }
    write!(report, " date_set_right={}", figure(set_right.value()))?;
    Ok(report)
}

fn parse(text: &str) -> Result<Vec<Release>> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .enumerate()
        .map(|(i, line)| release(line).with_context(|| format!("line {}", i + 1)))
        .collect()
}

fn release(line: &str) -> Result<Release> {
    let line: Line = serde_json::from_str(line)?;
    let said = |who: &str| {
        line.conversations
            .iter()
            .find(|turn| turn.from == who)
            .map(|turn| turn.value.as_str())
            .with_context(|| format!("nothing from “{who}”"))
    };
    let text = said("human")?.trim_start_matches("PRESS RELEASE TEXT:");
    Ok(Release {
        // Releases copied from the web keep its line separators.
        text: text.replace('\u{2028}', "\n").replace('\u{a0}', " "),
        row: serde_json::from_str(said("gpt")?)?,
    })
}

/// The day of a row, one day on in the stretches that are one day early.
fn put_right(start: &str) -> String {
    let early = |day: &Date| {
        let mut stretches = ROWS_A_DAY_EARLY.iter();
        stretches.any(|(first, last)| (first..=last).contains(&day))
    };
    let day = start.parse().ok().filter(early);
    day.and_then(|day: Date| day.tomorrow().ok())
        .map_or_else(|| start.to_owned(), |day| day.to_string())
}

/// Whether the answer's day is that of a row; by month and day where the text gives no year.
fn is_day(answer: &Answer, start: &str) -> bool {
    let from = if answer.year_known { 0 } else { "YYYY".len() };
    let day = answer.day.map(|day| day.to_string()[from..].to_owned());
    day.as_deref() == start.get(from..)
}

fn judge(answer: &Answer, row: &Row) -> [bool; 5] {
    let province = row.province.first().map_or("", String::as_str);
    [
        is_day(answer, &row.start_date),
        level(answer.province.unwrap_or("")) == level(province),
        row.target_group.join(";") == answer.group,
        answer.killed == row.min_killed,
        answer.captured == row.min_captured,
    ]
}

fn write_error(
    report: &mut String,
    release: &Release,
    answer: &Answer,
    right: [bool; 5],
) -> Result<()> {
    let wrong: String = ["D", "P", "G", "K", "C"]
        .iter()
        .zip(right)
        .map(|(letter, right)| if right { "-" } else { *letter })
        .collect();
    let row = &release.row;
    writeln!(
        report,
        "{wrong} gold {} {:?} {:?} {} {} | answer {} {} {} {} {}",
        row.start_date,
        row.province,
        row.target_group,
        row.min_killed,
        row.min_captured,
        answer.day.map_or("–".into(), |d| d.to_string()),
        answer.province.unwrap_or("–"),
        answer.group,
        answer.killed,
        answer.captured,
    )?;
    for line in &answer.trail {
        writeln!(report, "      {line}")?;
    }
    let words: Vec<&str> = release.text.split_whitespace().collect();
    writeln!(report, "      {}", words.join(" "))?;
    Ok(())
}

/// A province's name without marks and spaces.
fn level(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .collect::<String>()
        .to_lowercase()
}

/// Reads a release; `own` is the day that its head gives with a year.
fn answer(
    engine: &Engine,
    text: &str,
    own: Option<Date>,
    dated_numbers: &[(Number, Date)],
) -> Answer {
    let (head, body) = cut(text);
    let numbered = number_of(head);
    let by_neighbours = || numbered.and_then(|number| day_between(number, dated_numbers));
    let dated = own.or_else(by_neighbours);
    let published = dated.or_else(|| own_day(engine, head, Some(STAND_IN_YEAR)));
    let paragraphs = paragraphs(text, body);
    let reading = read_on(engine, text, &paragraphs, published);
    let killed = insurgents(told(&reading, &[Fate::Killed]));
    let captured = insurgents(told(&reading, &[Fate::Arrested]));
    let trail = [("killed", &killed), ("captured", &captured)]
        .map(|(name, all)| format!("{name}: {}", in_words(all)))
        .to_vec();
    // "Leader Captured Overnight" in the headline, where the body says nothing of when.
    let headlined = || {
        let whole = Span::new(0, head.len());
        let reading = read_on(engine, head, &[(PartKind::Paragraph, whole)], published);
        let relative =
            |time: &&TimeExpr| !time.span.slice(head).contains(|c: char| c.is_ascii_digit());
        reading.times.iter().filter(relative).find_map(single_day)
    };
    let updated = update(text, body).and_then(|from| day_of_update(engine, &text[from..]));
    let day = updated
        .or_else(|| day(&reading))
        .or_else(headlined)
        .or(published);
    let undated = reading.times.iter().filter_map(month_and_day).next();
    let by_number = undated.and_then(|(month, day)| {
        let near = numbered.map_or((STAND_IN_YEAR, month), |n| (n.year, n.month));
        year_by_number(near, month, day)
    });
    Answer {
        day: day.or(by_number),
        year_known: dated.is_some() || (day.is_none() && numbered.is_some()),
        province: province(&text[body..]),
        group: group(&text[body..]),
        killed: killed_of(&killed),
        captured: captured_of(&captured),
        trail,
    }
}

fn in_words(all: &[Told]) -> String {
    let words: Vec<String> = all
        .iter()
        .map(|t| {
            let number = t.number.map_or("?".into(), |n| n.to_string());
            let known = if t.known { "*" } else { "" };
            format!("{}:{}={number}{known}", t.sentence, t.words)
        })
        .collect();
    words.join("; ")
}

/// The release's head with its dateline, and the byte at which its body starts.
fn cut(text: &str) -> (&str, usize) {
    // Filed in Kabul, or where the unit is: "KUNDUZ, Afghanistan (".
    let filed = text.find(", Afghanistan (").map(|at| {
        text[..at]
            .rfind(char::is_whitespace)
            .map_or(0, |end| end + 1)
    });
    let dateline = text
        .find("KABUL, Af")
        .or_else(|| text.find("KABUL,"))
        .or_else(|| text.find("Kabul, Afghanistan ("))
        .or(filed);
    let from = dateline.or_else(|| text.find("Immediate Release"));
    let body = match from {
        Some(at) => {
            let rest = &text[at..];
            let end = match dateline {
                Some(_) => rest.find(')').map(|i| i + 1),
                None => rest.find('\n'),
            };
            at + end.unwrap_or(0)
        }
        None => text.find('\n').unwrap_or(0),
    };
    (&text[..body], body)
}

/// The day that an update, read alone, tells of the operation.
fn day_of_update(engine: &Engine, text: &str) -> Option<Date> {
    let (head, body) = cut(text);
    let year = number_of(head).map(|number| number.year);
    let published = own_day(engine, head, year)?;
    day(&read_on(
        engine,
        text,
        &paragraphs(text, body),
        Some(published),
    ))
}

/// The byte at which the last update appended to a release starts, at its number.
fn update(text: &str, body: usize) -> Option<usize> {
    let mut words = text[body..].split_whitespace().rev();
    let number = words.find(|word| number_of(word).is_some())?;
    // A release that is referred to ("an update to #2011-01-S-055") has no dateline behind it.
    let at = text.rfind(number)?;
    text[at..].contains(", Afghanistan (").then_some(at)
}

/// The year by which days are counted where the text gives none; only month and day are used then.
const STAND_IN_YEAR: i16 = 2012;

/// The day the release gives itself; `year` is that of a head without any.
fn own_day(engine: &Engine, head: &str, year: Option<i16>) -> Option<Date> {
    let whole = Span::new(0, head.len());
    let reading = read_on(engine, head, &[(PartKind::Paragraph, whole)], None);
    let dated = reading.times.iter().filter_map(single_day).next_back();
    let number = number_of(head).map(|n| (n.year, n.month));
    let number = number.or(year.map(|year| (year, 7)));
    // The dateline stands behind the headline, and its day goes before that of the headline.
    let mut days = reading.times.iter().rev();
    let last = days.find(|t| single_day(t).is_some() || month_and_day(t).is_some())?;
    let near = number.or_else(|| dated.map(|day| (day.year(), day.month())));
    match (month_and_day(last), near) {
        (Some((month, day)), Some(near)) => year_by_number(near, month, day),
        _ => dated,
    }
}

/// Month and day of an expression that gives no year: "XXXX-09-04".
fn month_and_day(time: &TimeExpr) -> Option<(i8, i8)> {
    let (month, day) = time.value.strip_prefix("XXXX-")?.split_once('-')?;
    Some((month.parse().ok()?, day.get(..2)?.parse().ok()?))
}

/// The day of that month and day nearest to the month in which the release was numbered.
fn year_by_number((year, numbered): (i16, i8), month: i8, day: i8) -> Option<Date> {
    let year = match i16::from(numbered) - i16::from(month) {
        7.. => year + 1,
        ..=-7 => year - 1,
        _ => year,
    };
    Date::new(year, month, day).ok()
}

/// A release's number: "2010-10-CA-171". Each series of a month counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number<'t> {
    year: i16,
    month: i8,
    series: &'t str,
    serial: i64,
}

fn number_of(head: &str) -> Option<Number<'_>> {
    head.split_whitespace().find_map(|word| {
        let mut parts = word.split(['-', '–']);
        let year: i16 = parts.next()?.parse().ok()?;
        let month: i8 = parts.next()?.parse().ok()?;
        let series = parts.next()?;
        let serial = parts
            .next()?
            .trim_end_matches(|c: char| !c.is_ascii_digit());
        let serial: u16 = serial.parse().ok()?;
        let numbered = series.bytes().all(|b| b.is_ascii_uppercase()) && !series.is_empty();
        ((2000..2030).contains(&year) && (1..=12).contains(&month) && numbered).then_some(Number {
            year,
            month,
            series,
            serial: serial.into(),
        })
    })
}

/// The numbers of the releases that give themselves a day, with it.
fn dated_numbers<'r>(releases: &'r [Release], days: &[Option<Date>]) -> Vec<(Number<'r>, Date)> {
    let dated = |(release, day): (&'r Release, &Option<Date>)| {
        Some((number_of(cut(&release.text).0)?, (*day)?))
    };
    releases.iter().zip(days).filter_map(dated).collect()
}

/// The day of a release that gives none: in step with its number between the nearest dated ones of its
/// month and series; before the first of them, from the first of the month. None behind the last.
fn day_between(number: Number, dated: &[(Number, Date)]) -> Option<Date> {
    let of_series = || {
        dated.iter().filter(|(n, day)| {
            let same = (n.year, n.month, n.series) == (number.year, number.month, number.series);
            same && (day.year(), day.month()) == (n.year, n.month)
        })
    };
    let place = |(n, day): &(Number, Date)| (n.serial, i64::from(day.day()));
    let before = of_series().map(place).filter(|p| p.0 <= number.serial);
    let (serial, first) = before.max().unwrap_or((1, 1));
    let after = of_series().map(place).filter(|p| p.0 >= number.serial);
    let (next, last) = after.min()?;
    let (steps, days) = ((next - serial).max(1), last - first);
    let day = first + (2 * days * (number.serial - serial) + steps).div_euclid(2 * steps);
    Date::new(number.year, number.month, i8::try_from(day).ok()?).ok()
}

fn single_day(time: &TimeExpr) -> Option<Date> {
    let when = time.when?;
    let fits = matches!(time.kind, TimeKind::Date | TimeKind::Time)
        && when.precision <= Precision::Day
        && when
            .last
            .since(when.first)
            .is_ok_and(|span| span.get_days() <= 1);
    fits.then_some(when.first)
}

/// The body's paragraphs: lines that are set apart by an empty one; within them, line breaks are
/// the release's line width.
fn paragraphs(text: &str, body: usize) -> Vec<(PartKind, Span)> {
    let mut parts = Vec::new();
    let mut start = body;
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        if line.trim().is_empty() {
            parts.push(Span::new(start, at));
            start = at + line.len();
        }
        at += line.len();
    }
    parts.push(Span::new(start, text.len()));
    parts
        .into_iter()
        .map(|span| span.trimmed(text))
        .filter(|span| !span.is_empty())
        .map(|span| (PartKind::Paragraph, span))
        .collect()
}

/// The first day that is told of an act of force by a verb; else of one by a noun ("Tuesday's attack" is
/// as often the one that somebody is sought for); else of any event; else at all.
fn day(reading: &ArticleReading) -> Option<Date> {
    let force = |claim: &Claim| matches!(claim.event.kind, EventType::Assault | EventType::Coerce);
    let doc = reading.document.as_ref()?;
    let by_verb = |claim: &Claim| matches!(doc.tok(claim.head).pos(), Pos::Verb | Pos::Aux);
    let of_claims = |wanted: &dyn Fn(&Claim) -> bool| {
        let claims = reading.claims.iter().filter(|claim| wanted(claim));
        claims
            .filter_map(|claim| reading.times.get(claim.time?))
            .find_map(single_day)
    };
    let told_of_nothing = |index: usize| {
        let said = |claim: &Claim| claim.source.links.iter().any(|l| l.said == Some(index));
        reading
            .claims
            .iter()
            .all(|c| c.time != Some(index) && !said(c))
    };
    of_claims(&|claim| force(claim) && by_verb(claim))
        .or_else(|| {
            let times = reading.times.iter().enumerate();
            times
                .filter(|(index, _)| told_of_nothing(*index))
                .find_map(|(_, time)| single_day(time))
        })
        .or_else(|| of_claims(&force))
        .or_else(|| of_claims(&|_| true))
        .or_else(|| reading.times.iter().find_map(single_day))
}

/// How many were captured. "Both men" and "the five suspects" take up all that were told of; a number
/// told elsewhere goes before a vague word: "several men … two men" are two.
fn captured_of(all: &[Told]) -> u32 {
    let told_whole = |t: &Told| t.number.filter(|n| t.known && *n > 1);
    if let Some(whole) = all.iter().filter_map(told_whole).max() {
        return whole;
    }
    number(&without_vague(all))
}

/// The statements without those whose vague words another sentence gives a number for.
fn without_vague(all: &[Told]) -> Vec<Told> {
    let counted = |vague: &Told| {
        all.iter().any(|t| {
            let exact = t.number.is_some_and(|n| n > 1) && !t.known && !exceeds(t);
            exact && t.sentence != vague.sentence
        })
    };
    let kept = all.iter().filter(|t| t.number.is_some() || !counted(t));
    kept.cloned().collect()
}

/// How many were killed: the most that one sentence tells of. A release tells of one operation, and
/// its later sentences tell of the same dead again; there "the leader" counts like "a leader".
fn killed_of(all: &[Told]) -> u32 {
    let all = without_vague(all);
    let sentences: BTreeSet<usize> = all.iter().map(|t| t.sentence).collect();
    let of_sentence = |sentence: usize| {
        let told = all.iter().filter(|t| t.sentence == sentence).cloned();
        let anew = told.map(|t| Told {
            known: t.known && t.number != Some(1),
            ..t
        });
        number(&anew.collect::<Vec<_>>())
    };
    sentences.into_iter().map(of_sentence).max().unwrap_or(0)
}

/// The least number: single persons told of anew, and the largest group; further groups are added
/// where the words say that they are more ("two additional insurgents").
fn number(all: &[Told]) -> u32 {
    let mut singles: Vec<&Told> = Vec::new();
    let (mut group, mut more) = (0, 0);
    for told in all {
        let again = |other: &&Told| {
            other.head == told.head && !told.more
                || told.entity.is_some() && other.entity == told.entity
        };
        match told.number {
            Some(0) => {}
            Some(1) if told.known && !all.is_empty() && !singles.is_empty() => {}
            Some(1) if told.part && group > 0 || singles.iter().any(again) => {}
            Some(1) => singles.push(told),
            _ if told.known && group + more > 0 => {}
            _ if told.more && group > 0 => more = more.max(least(told)),
            _ if told.known && !singles.is_empty() && told.number.is_none() => {}
            _ => group = group.max(least(told)),
        }
    }
    singles.len() as u32 + group + more
}

fn exceeds(told: &Told) -> bool {
    told.words.starts_with("more than") || told.words.starts_with("over ")
}

/// The coder's least number for a statement.
fn least(told: &Told) -> u32 {
    let first = told.words.split_whitespace().next().unwrap_or("");
    match told.number {
        Some(number) => number + u32::from(exceeds(told)),
        None if matches!(first, "numerous" | "many") => NUMEROUS,
        None => SOME,
    }
}

/// Insurgents: the coder's rows count no soldiers, officials and civilians.
fn insurgents(all: Vec<Told>) -> Vec<Told> {
    const OTHERS: [&str; 26] = [
        "soldier",
        "soldiers",
        "civilian",
        "civilians",
        "people",
        "officials",
        "official",
        "governor",
        "police",
        "policeman",
        "policemen",
        "member",
        "members",
        "women",
        "children",
        "child",
        "woman",
        "national",
        "nationals",
        "son",
        "force",
        "forces",
        "afghans",
        "elders",
        "servicemember",
        "servicemembers",
    ];
    all.into_iter()
        .filter(|t| !OTHERS.contains(&t.head.as_str()))
        .collect()
}

/// Provinces by the forms that releases use.
const PROVINCES: [(&str, &[&str]); 34] = [
    ("badakhshan", &["badakhshan"]),
    ("badghis", &["badghis"]),
    ("baghlan", &["baghlan"]),
    ("balkh", &["balkh"]),
    ("bamyan", &["bamyan", "bamiyan"]),
    ("day_kundi", &["daykundi", "day kundi", "dai kundi"]),
    ("farah", &["farah"]),
    ("faryab", &["faryab"]),
    ("ghazni", &["ghazni"]),
    ("ghor", &["ghor"]),
    ("helmand", &["helmand"]),
    ("herat", &["herat"]),
    ("jowzjan", &["jowzjan", "jawzjan"]),
    ("kabul", &["kabul"]),
    ("kandahar", &["kandahar"]),
    ("kapisa", &["kapisa"]),
    ("khost", &["khost"]),
    ("kunar", &["kunar"]),
    ("kunduz", &["kunduz", "konduz"]),
    ("laghman", &["laghman"]),
    ("logar", &["logar"]),
    ("nangarhar", &["nangarhar"]),
    ("nimroz", &["nimroz", "nimruz"]),
    ("nuristan", &["nuristan"]),
    ("paktya", &["paktya", "paktiya", "paktia"]),
    ("paktika", &["paktika"]),
    ("panjshir", &["panjshir"]),
    ("parwan", &["parwan"]),
    ("samangan", &["samangan"]),
    (
        "sar_e_pul",
        &["sar-e pul", "sar-e-pul", "sar e pul", "sari pul"],
    ),
    ("takhar", &["takhar"]),
    ("uruzgan", &["uruzgan", "oruzgan"]),
    ("wardak", &["wardak"]),
    ("zabul", &["zabul"]),
];

/// The first province that the body names with the word "province"; else the first it names.
fn province(body: &str) -> Option<&'static str> {
    let text = body.to_lowercase();
    let named = |after: &str| {
        PROVINCES
            .iter()
            .flat_map(|(key, forms)| forms.iter().map(move |form| (*key, *form)))
            .filter_map(|(key, form)| Some((find_word(&text, &format!("{form}{after}"))?, key)))
            .min()
            .map(|(_, key)| key)
    };
    named(" province").or_else(|| named(""))
}

/// Armed groups by the words that name them.
const GROUPS: [(&str, &[&str]); 8] = [
    ("taliban", &["taliban"]),
    ("haqqani", &["haqqani"]),
    ("aq", &["al-qaeda", "al qaeda", "al-qaida", "al qaida"]),
    (
        "hig",
        &[
            "hezb-e islami gulbuddin",
            "hezb-e-islami gulbuddin",
            "hizb-e islami gulbuddin",
            "hig",
        ],
    ),
    ("imu", &["islamic movement of uzbekistan", "imu"]),
    (
        "let",
        &["lashkar-e tayyiba", "lashkar-e-taiba", "lashkar-e taiba"],
    ),
    ("iju", &["islamic jihad union"]),
    ("ttp", &["tehrik-e taliban pakistan", "tehrik-e-taliban"]),
];

/// The armed group that the body names first.
fn group(body: &str) -> String {
    let text = body.to_lowercase();
    GROUPS
        .iter()
        .flat_map(|(key, forms)| forms.iter().map(move |form| (*key, *form)))
        .filter_map(|(key, form)| Some((find_word(&text, form)?, key)))
        .min()
        .map_or(String::new(), |(_, key)| key.to_owned())
}

/// Where `words` stand in `text` as whole words.
fn find_word(text: &str, words: &str) -> Option<usize> {
    text.match_indices(words).map(|(at, _)| at).find(|&at| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + words.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(words: &str, number: Option<u32>, sentence: usize, known: bool) -> Told {
        Told {
            sentence,
            number,
            open: number.is_none(),
            known,
            head: words.split(' ').next_back().unwrap_or("").into(),
            more: words.contains("more"),
            part: false,
            words: words.into(),
            entity: None,
            person: 0,
            word: 0,
            names: Vec::new(),
            owned: false,
            age: None,
            when: None,
        }
    }

    #[test]
    fn least_numbers_add_up_within_the_lead_or_the_rest() {
        let leader = one("a cell leader", Some(1), 0, false);
        let others = one("several guards", None, 0, false);
        assert_eq!(number(&[leader.clone(), others.clone()]), 4);
        let again = one("the leader", Some(1), 2, true);
        let two = one("two more men", Some(2), 3, false);
        assert_eq!(number(&[leader.clone(), again, two]), 3);
        assert_eq!(number(&[]), 0);
    }

    #[test]
    fn numbers_go_before_vague_words_and_wholes_before_parts() {
        let several = one("several men", None, 0, false);
        let two = one("two men", Some(2), 3, false);
        assert_eq!(captured_of(&[several.clone(), two]), 2);
        let leader = one("a leader", Some(1), 0, false);
        let both = one("both men", Some(2), 4, true);
        assert_eq!(captured_of(&[leader, several, both]), 2);
    }

    #[test]
    fn the_dead_are_those_of_one_sentence() {
        let lead = [
            one("a bomb maker", Some(1), 0, false),
            one("one more fighter", Some(1), 0, false),
        ];
        let again = [
            one("the bomb maker", Some(1), 3, true),
            one("his driver", Some(1), 5, true),
        ];
        assert_eq!(killed_of(&[lead, again].concat()), 2);
        assert_eq!(killed_of(&[]), 0);
    }

    #[test]
    fn a_release_is_cut_behind_its_dateline() {
        let text = "2011-11-S-034\nFor Immediate Release\n\nKABUL, Afghanistan (Nov. 20, 2011)\nOne man fled.\n\nTwo came.";
        let (head, body) = cut(text);
        assert_eq!(number_of(head), Some(number_at(34)));
        let parts: Vec<&str> = paragraphs(text, body)
            .iter()
            .map(|(_, span)| span.slice(text))
            .collect();
        assert_eq!(parts, ["One man fled.", "Two came."]);
    }

    fn number_at(serial: i64) -> Number<'static> {
        Number {
            year: 2011,
            month: 11,
            series: "S",
            serial,
        }
    }

    #[test]
    fn undated_numbers_lie_between_the_dated_ones_of_their_series() {
        let november = |day| Date::constant(2011, 11, day);
        let dated = [(number_at(40), november(11)), (number_at(46), november(14))];
        let day = |serial| day_between(number_at(serial), &dated);
        assert_eq!(day(40), Some(november(11)));
        assert_eq!(day(43), Some(november(13)));
        assert_eq!(day(20), Some(november(6)));
        assert_eq!(day(47), None);
        let other = Number {
            series: "CA",
            ..number_at(43)
        };
        assert_eq!(day_between(other, &dated), None);
    }

    #[test]
    fn rows_of_two_stretches_are_put_one_day_on() {
        assert_eq!(put_right("2011-02-28"), "2011-03-01");
        assert_eq!(put_right("2011-03-26"), "2011-03-27");
        assert_eq!(put_right("2011-03-27"), "2011-03-27");
        assert_eq!(put_right("2010-11-08"), "2010-11-08");
        assert_eq!(put_right("no day"), "no day");
    }

    #[test]
    fn an_update_starts_at_its_number_and_has_a_dateline() {
        let text = "2011-01-S-055\nKABUL, Afghanistan (Jan. 5, 2011)\nA man was held.\n---\nUPDATE: Man Confirmed\n2011-01-S-092\nKABUL, Afghanistan (Jan. 8)\nHe was held Jan. 5.";
        let body = cut(text).1;
        assert_eq!(update(text, body), text.find("2011-01-S-092"));
        // One that is only referred to has none.
        let text =
            "2011-01-S-092\nKABUL, Afghanistan (Jan. 8)\nThis is an update to 2011-01-S-055.";
        let body = cut(text).1;
        assert_eq!(update(text, body), None);
    }

    #[test]
    fn names_are_whole_words() {
        assert_eq!(province("in Ghorband, Parwan province"), Some("parwan"));
        assert_eq!(group("a Haqqani Network cell with Taliban ties"), "haqqani");
        assert_eq!(group("some men"), "");
    }
}
