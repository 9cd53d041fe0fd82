//! `store_speed [CLAIMS [ARTICLES]]`: a ledger of so many claims made from templates (a million without a
//! number): how fast they are stored, with all indexes live and in bulk, and how fast filters answer.
//!
//! Claims are as rich as those read from news: two participants with identities, a located place, a
//! time, a number in each third, two sources, a trail of six steps, an incident of three fields each. Ten make an
//! article; 1,024 articles, or so many as said, make a transaction, as `dateline import` has it. Filters are asked with random
//! parameters, a page of 50 claims each, on the ledger just written. The clock is the wall's; figures
//! that count need a quiet machine, so the load average is printed beside them.

use anyhow::Result;
use dateline_store::*;
use std::path::Path;
use std::time::Instant;

const CLAIMS_AN_ARTICLE: usize = 10;
const ASKED: usize = 100;

const EVENTS: [(&str, &str, u8, &str); 8] = [
    ("ASSAULT", "firearms", 4, "193"),
    ("ASSAULT", "drone", 4, "195"),
    ("PROTEST", "demo", 4, "141"),
    ("COERCE", "arrest", 4, "173"),
    ("CONSULT", "visit", 1, "042"),
    ("ACCUSE", "disapprove", 3, "111"),
    ("AID", "", 2, "07"),
    ("THREATEN", "violence", 3, "138"),
];
const COUNTRIES: [&str; 40] = [
    "AF", "BD", "BF", "BR", "CD", "CF", "CM", "CN", "CO", "DE", "EG", "ET", "FR", "GB", "HT", "ID",
    "IL", "IN", "IQ", "IR", "KE", "LB", "LY", "ML", "MM", "MX", "MZ", "NE", "NG", "PH", "PK", "PS",
    "RU", "SD", "SO", "SY", "TR", "UA", "US", "YE",
];
const WORDS: [&str; 24] = [
    "village",
    "checkpoint",
    "market",
    "convoy",
    "bridge",
    "school",
    "ministry",
    "border",
    "river",
    "hospital",
    "column",
    "district",
    "harbour",
    "station",
    "garrison",
    "council",
    "factory",
    "mosque",
    "church",
    "airfield",
    "valley",
    "crossing",
    "quarter",
    "depot",
];

/// A random number generator that gives the same numbers everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    /// Small numbers far more often than great ones, as names occur in news.
    fn skewed(&mut self, sides: usize) -> usize {
        let a = self.roll(sides);
        let b = self.roll(sides);
        a * b / sides
    }
}

fn main() -> Result<()> {
    let wanted = |at, usual| std::env::args().nth(at).map_or(Ok(usual), |n| n.parse());
    let (number, batch) = (wanted(1, 1_000_000)?, wanted(2, 1024)?);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("ledger.db");
    let (ingest, cpu) = store(&path, number, batch, false)?;
    let bulk_path = folder.path().join("bulk.db");
    let (bulk, bulk_cpu) = store(&bulk_path, number, batch, true)?;
    std::fs::remove_file(&bulk_path)?;
    let ledger = Ledger::open_read_only(&path)?;
    let (mut p95s, mut cpu_p95s) = (Vec::new(), Vec::new());
    for (name, filter) in FILTERS {
        let (wall, cpu) = asked(&ledger, *filter)?;
        let [p50, p95, cpu50, cpu95] = [(&wall, 50), (&wall, 95), (&cpu, 50), (&cpu, 95)]
            .map(|(times, percent)| times[ASKED * percent / 100]);
        println!(
            "{name:<32} p50 {p50:>7.2} ms  p95 {p95:>7.2} ms  processor {cpu50:>7.2}, {cpu95:>7.2} ms",
        );
        p95s.push(p95);
        cpu_p95s.push(cpu95);
    }
    columns(&ledger)?;
    let bytes = std::fs::metadata(&path)?.len();
    println!("file {:.2} GB; load {}", bytes as f64 / 1e9, load());
    let [worst, cpu_worst] = [p95s, cpu_p95s].map(|all| all.into_iter().fold(0.0, f64::max));
    println!(
        "store filters_p95_ms={worst:.1} filters_p95_cpu_ms={cpu_worst:.1} ingest_per_s={ingest:.0} ingest_per_cpu_s={cpu:.0} \
         bulk_per_s={bulk:.0} bulk_per_cpu_s={bulk_cpu:.0} claims={number}"
    );
    Ok(())
}

/// Claims stored a second of the wall's clock and of the processor's. Making them is not counted.
fn store(path: &Path, number: usize, batch: usize, bulk: bool) -> Result<(f64, f64)> {
    let mut ledger = Ledger::open(path)?;
    let mut dice = Dice(7);
    let (mut wall, mut cpu) = (0.0, 0.0);
    let mut timed = |work: &mut dyn FnMut() -> Result<()>| -> Result<()> {
        let (start, before) = (Instant::now(), cpu_seconds());
        work()?;
        wall += start.elapsed().as_secs_f64();
        cpu += cpu_seconds() - before;
        Ok(())
    };
    if bulk {
        timed(&mut || Ok(ledger.begin_bulk()?))?;
    }
    let articles = number.div_ceil(CLAIMS_AN_ARTICLE);
    for first in (0..articles).step_by(batch.max(1)) {
        let last = (first + batch.max(1)).min(articles);
        let pages: Vec<PageRecords> = (first..last).map(|at| page(at, &mut dice)).collect();
        timed(&mut || {
            ledger.write_all(&pages)?;
            Ok(())
        })?;
    }
    if bulk {
        timed(&mut || Ok(ledger.finish_bulk()?))?;
    }
    let mut ledger = Some(ledger);
    timed(&mut || match ledger.take() {
        Some(ledger) => Ok(ledger.close()?),
        None => Ok(()),
    })?;
    let kind = if bulk { "bulk" } else { "ingest" };
    println!(
        "{kind}: {number} claims in {wall:.1} s, {cpu:.1} s of processor; load {}",
        load()
    );
    Ok((number as f64 / wall, number as f64 / cpu))
}

/// Seconds of processor time that this program's one thread has had.
fn cpu_seconds() -> f64 {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = times.split(' ').next().unwrap_or_default();
    nanoseconds.parse::<f64>().unwrap_or(0.0) / 1e9
}

/// The load average, where the system tells it.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

type Make = fn(&mut Dice) -> ClaimFilter;

const FILTERS: &[(&str, Make)] = &[
    ("all, newest", |_| ClaimFilter::default()),
    ("country + 30 days", |d| ClaimFilter {
        country: country(d),
        ..days(d, 30)
    }),
    ("type + certainty", |d| ClaimFilter {
        event_type: Some(EVENTS[d.roll(8)].0.to_owned()),
        certainty: Some(["certain", "probable", "possible", "unknown"][d.roll(4)].to_owned()),
        ..ClaimFilter::default()
    }),
    ("actor + 1 year", |d| ClaimFilter {
        actor: Some(actor(d.skewed(2000))),
        ..days(d, 365)
    }),
    ("actor + box 20 x 20", |d| ClaimFilter {
        actor: Some(actor(d.skewed(2000))),
        bounds: bounds(d, 20.0),
        ..ClaimFilter::default()
    }),
    ("actor + box 20 x 20 + 1 year", |d| ClaimFilter {
        actor: Some(actor(d.skewed(2000))),
        bounds: bounds(d, 20.0),
        ..days(d, 365)
    }),
    ("box 4 x 4 + 30 days", |d| ClaimFilter {
        bounds: bounds(d, 4.0),
        ..days(d, 30)
    }),
    ("place", |d| ClaimFilter {
        place: Some(town(d.roll(500))),
        ..ClaimFilter::default()
    }),
    ("source + type", |d| ClaimFilter {
        source: Some(format!("governor{}", d.skewed(500))),
        event_type: Some(EVENTS[d.roll(8)].0.to_owned()),
        ..ClaimFilter::default()
    }),
    ("country + actor country + denied", |d| ClaimFilter {
        country: country(d),
        actor_country: country(d),
        polarity: Some("-".to_owned()),
        ..ClaimFilter::default()
    }),
    ("text", |d| ClaimFilter {
        text: Some(WORDS[d.roll(24)].to_owned()),
        ..ClaimFilter::default()
    }),
    ("text + country + 1 year", |d| ClaimFilter {
        text: Some(WORDS[d.roll(24)].to_owned()),
        country: country(d),
        ..days(d, 365)
    }),
    ("text of two words + actor", |d| ClaimFilter {
        text: Some(format!("{} {}", WORDS[d.roll(24)], WORDS[d.roll(24)])),
        actor: Some(actor(d.skewed(2000))),
        ..ClaimFilter::default()
    }),
];

fn country(dice: &mut Dice) -> Option<String> {
    const SOME: [&str; 8] = ["KEN", "SYR", "UKR", "SDN", "MMR", "NGA", "HTI", "YEM"];
    Some(SOME[dice.roll(SOME.len())].to_owned())
}

fn days(dice: &mut Dice, long: usize) -> ClaimFilter {
    let first = dice.roll(3 * 360 - long);
    ClaimFilter {
        from: Some(day(first)),
        to: Some(day(first + long)),
        ..ClaimFilter::default()
    }
}

fn bounds(dice: &mut Dice, degrees: f64) -> Option<Bounds> {
    let west = dice.roll(140) as f64 - 60.0;
    let south = dice.roll(70) as f64 - 35.0;
    Some(Bounds {
        west,
        south,
        east: west + degrees,
        north: south + degrees,
    })
}

/// Milliseconds of each of the questions, of the wall's clock and of the processor's, each sorted.
fn asked(ledger: &Ledger, make: Make) -> Result<(Vec<f64>, Vec<f64>)> {
    let mut dice = Dice(11);
    let (mut wall, mut cpu) = (Vec::with_capacity(ASKED), Vec::with_capacity(ASKED));
    for _ in 0..ASKED {
        let filter = make(&mut dice);
        let (start, before) = (Instant::now(), cpu_seconds());
        ledger.query(&filter, 50, None)?;
        wall.push(start.elapsed().as_secs_f64() * 1000.0);
        cpu.push((cpu_seconds() - before) * 1000.0);
    }
    wall.sort_by(f64::total_cmp);
    cpu.sort_by(f64::total_cmp);
    Ok((wall, cpu))
}

/// Facets and maps from memory.
fn columns(ledger: &Ledger) -> Result<()> {
    let millis = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
    let start = Instant::now();
    let columns = Columns::load(ledger)?;
    println!(
        "columns of {} claims loaded in {:.0} ms",
        columns.len(),
        millis(start)
    );
    let start = Instant::now();
    columns.facets(ledger, &ClaimFilter::default())?;
    println!("facets of all {:.1} ms", millis(start));
    let start = Instant::now();
    columns.grid(ledger, &ClaimFilter::default(), 1.0)?;
    println!("grid of the world {:.1} ms", millis(start));
    let start = Instant::now();
    ledger.search("village", 50)?;
    println!("ranked search of a common word {:.1} ms", millis(start));
    let start = Instant::now();
    ledger.count(&ClaimFilter::default())?;
    println!("count {:.1} ms", millis(start));
    Ok(())
}

fn actor(number: usize) -> String {
    format!("brigade{number}")
}

fn town(number: usize) -> String {
    format!("Town{number}")
}

/// Days of three years of 360.
fn day(number: usize) -> String {
    let (year, rest) = (2023 + number / 360, number % 360);
    format!("{year}-{:02}-{:02}", rest / 30 + 1, rest % 30 % 28 + 1)
}

fn page(number: usize, dice: &mut Dice) -> PageRecords {
    let id = format!(
        "{:016x}",
        (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    );
    let name = format!("{number}.txt");
    let published = day(number * 1080 / 100_000 % 1080);
    let mut article = ArticleRecord {
        id: id.clone(),
        page: name.clone(),
        outlet: Some(format!("Gazette {}", dice.skewed(200))),
        published: Some(published.clone()),
        anchor_date: Some(published),
        ..ArticleRecord::default()
    };
    let mut ids = Ids::new(&id);
    let mut claims = Vec::new();
    let mut incidents = Vec::new();
    for _ in 0..CLAIMS_AN_ARTICLE {
        let claim = claim(&mut article, &mut ids, dice);
        let only = vec![claim.id.clone()];
        incidents.push(IncidentRecord {
            id: ids.incident(&only),
            article: id.clone(),
            agreed: ["event", "actor", "place"]
                .map(|field| FieldRecord {
                    field: field.to_owned(),
                    accounts: vec![AccountRecord {
                        words: claim.trigger.clone(),
                        claims: only.clone(),
                    }],
                })
                .to_vec(),
            claims: only,
            ..IncidentRecord::default()
        });
        claims.push(claim);
    }
    PageRecords {
        page: PageRecord {
            name,
            articles: vec![id],
            ..PageRecord::default()
        },
        articles: vec![ArticleRecords {
            article,
            claims,
            incidents,
            ..ArticleRecords::default()
        }],
    }
}

fn claim(article: &mut ArticleRecord, ids: &mut Ids<'_>, dice: &mut Dice) -> ClaimRecord {
    let (event_type, mode, quad_code, cameo) = EVENTS[dice.roll(8)];
    let (doer, target) = (actor(dice.skewed(2000)), actor(dice.skewed(2000)));
    let number = dice.roll(500);
    let place = town(number);
    let country = COUNTRIES[number % COUNTRIES.len()];
    let words: Vec<&str> = (0..6).map(|_| WORDS[dice.skewed(24)]).collect();
    let start = article.text.len();
    article.text.push_str(&format!(
        "The governor{} said that {doer} struck {target} near the {} and the {} of {place} on Monday, \
         beside the {}, the {}, the {} and the {}.\n",
        dice.skewed(500), words[0], words[1], words[2], words[3], words[4], words[5],
    ));
    let span = |from: usize, to: usize| -> Words {
        let text = article.text.get(from..to).unwrap_or_default().to_owned();
        let span = serde_json::from_value(serde_json::json!({"start": from, "end": to}));
        Words {
            text,
            span: span.unwrap_or_default(),
        }
    };
    let find = |text: &str| {
        let at = start + article.text[start..].find(text).unwrap_or(0);
        span(at, at + text.len())
    };
    let trigger = find("struck");
    let happened = day(dice.roll(1080));
    let said = find("governor");
    let speaker = article.text[start..]
        .split(' ')
        .nth(1)
        .unwrap_or("governor")
        .to_owned();
    let identity = |dice: &mut Dice| ActorRecord {
        kind: "organisation".to_owned(),
        country: Some(
            ["KEN", "SYR", "UKR", "SDN", "MMR", "NGA", "HTI", "YEM"][dice.roll(8)].to_owned(),
        ),
        sector: Some("MIL".to_owned()),
        score: 90,
        reason: "a name in the tables".to_owned(),
        ..ActorRecord::default()
    };
    let argument = |role: &str, name: &str, dice: &mut Dice| ArgumentRecord {
        role: role.to_owned(),
        words: find(name),
        identity: Some(identity(dice)),
        ..ArgumentRecord::default()
    };
    let step = |field: &str| WhyRecord {
        field: field.to_owned(),
        what: "the verb's subject in the pattern of the entry".to_owned(),
        evidence: Some(trigger.clone()),
    };
    ClaimRecord {
        id: ids.claim(event_type, trigger.span),
        article: article.id.clone(),
        event_type: event_type.to_owned(),
        event_mode: (!mode.is_empty()).then(|| mode.to_owned()),
        quad_code,
        cameo: cameo.to_owned(),
        codebook_entry: event_type.to_owned(),
        evidence: span(start, article.text.len() - 1),
        arguments: vec![
            argument("actor", &doer, dice),
            argument("recipient", &target, dice),
        ],
        place: Some(PlaceRecord {
            words: find(&place),
            within: Vec::new(),
            location: Some(LocationRecord {
                name: place.clone(),
                geonames: Some(number as u32),
                kind: "settlement".to_owned(),
                latitude: (number * 7919 % 7000) as f64 / 100.0 - 35.0,
                longitude: (number * 104_729 % 14_000) as f64 / 100.0 - 60.0,
                country: Some(country.to_owned()),
                where_prec: 1,
                geo_precision: 1,
                score: 0.9,
                reason: "the only one of the name".to_owned(),
                ..LocationRecord::default()
            }),
        }),
        time: Some(TimeRecord {
            words: find("Monday"),
            kind: "DATE".to_owned(),
            value: "XXXX-WXX-1".to_owned(),
            value_anchored: Some(happened.clone()),
            first: Some(happened.clone()),
            last: Some(happened),
            precision: Some("day".to_owned()),
            reason: "the Monday before publication".to_owned(),
            ..TimeRecord::default()
        }),
        quantities: match dice.roll(3) {
            0 => vec![QuantityRecord {
                words: trigger.clone(),
                low: Some(3.0),
                high: Some(3.0),
                meaning: Some("killed".to_owned()),
                ..QuantityRecord::default()
            }],
            _ => Vec::new(),
        },
        sources: vec![
            SourceRecord {
                kind: "outlet".to_owned(),
                ..SourceRecord::default()
            },
            SourceRecord {
                kind: "person".to_owned(),
                mention: Some(Words {
                    text: speaker,
                    span: said.span,
                }),
                cue: Some(find("said")),
                ..SourceRecord::default()
            },
        ],
        polarity: ["+", "+", "+", "-", "u"][dice.roll(5)].to_owned(),
        certainty: [
            "certain", "certain", "certain", "probable", "possible", "unknown",
        ][dice.roll(6)]
        .to_owned(),
        tense: "past".to_owned(),
        why: ["event", "actor", "recipient", "place", "time", "source"]
            .map(step)
            .to_vec(),
        trigger,
        ..ClaimRecord::default()
    }
}
