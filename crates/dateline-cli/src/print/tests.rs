//! The ledger in print, from records made by hand. `SNAPSHOTS=overwrite cargo test -p dateline-cli`
//! writes the files anew; look at the difference before committing it.

use super::*;
use dateline_store::*;

const TEXT: &str = "Raiders strike border post in Kelu\n\n\
    The army said on Tuesday that suspected raiders on motorbikes fired rockets at a border post in \
    Kelu, in the north of Sarand province, killing between four and six soldiers.\n\n\
    “They opened fire on our post at dawn,” Major Ilan Dor told the Daily Post.\n\n\
    A rebel spokesman denied that his men had attacked the post.";

/// The words, where they first stand.
fn words(text: &str) -> Words {
    let start = TEXT.find(text).expect("words of the text");
    Words::of(TEXT, dateline::Span::new(start, start + text.len()))
}

fn argument(role: &str, text: &str) -> ArgumentRecord {
    ArgumentRecord {
        role: role.to_owned(),
        words: words(text),
        ..ArgumentRecord::default()
    }
}

fn own_voice() -> SourceRecord {
    SourceRecord {
        kind: "outlet".to_owned(),
        ..SourceRecord::default()
    }
}

fn source(kind: &str, mention: &str, cue: &str) -> SourceRecord {
    SourceRecord {
        kind: kind.to_owned(),
        mention: Some(words(mention)),
        cue: Some(words(cue)),
        ..SourceRecord::default()
    }
}

fn tuesday() -> TimeRecord {
    TimeRecord {
        words: words("Tuesday"),
        kind: "DATE".to_owned(),
        value: "XXXX-WXX-2".to_owned(),
        reason: "a weekday".to_owned(),
        ..TimeRecord::default()
    }
}

fn claim_of(ids: &mut Ids<'_>, mode: Option<&str>, trigger: &str, evidence: &str) -> ClaimRecord {
    let trigger = words(trigger);
    ClaimRecord {
        id: ids.claim("ASSAULT", trigger.span),
        article: "00c0ffee00c0ffee".to_owned(),
        event_type: "ASSAULT".to_owned(),
        event_mode: mode.map(str::to_owned),
        quad_code: 4,
        cameo: "190".to_owned(),
        codebook_entry: "ASSAULT".to_owned(),
        trigger,
        evidence: words(evidence),
        polarity: "+".to_owned(),
        certainty: "certain".to_owned(),
        tense: "past".to_owned(),
        sources: vec![own_voice()],
        ..ClaimRecord::default()
    }
}

fn claims(ids: &mut Ids<'_>) -> Vec<ClaimRecord> {
    let mut rockets = claim_of(
        ids,
        Some("explosives"),
        "fired",
        "suspected raiders on motorbikes fired rockets at a border post in Kelu, in the north of \
         Sarand province, killing between four and six soldiers",
    );
    rockets.arguments = vec![
        ArgumentRecord {
            hedged: true,
            ..argument("actor", "suspected raiders on motorbikes")
        },
        argument("recipient", "a border post"),
        argument("victim", "soldiers"),
        argument("means", "rockets"),
    ];
    rockets.place = Some(PlaceRecord {
        words: words("Kelu, in"),
        within: vec![words("the north of Sarand province")],
        location: None,
    });
    rockets.place.as_mut().unwrap().words = words("Kelu");
    rockets.quantities = vec![QuantityRecord {
        words: words("between four and six"),
        low: Some(4.0),
        high: Some(6.0),
        of: Some(words("soldiers")),
        meaning: Some("killed".to_owned()),
        ..QuantityRecord::default()
    }];
    rockets.sources.push(SourceRecord {
        said: Some(tuesday()),
        ..source("organisation", "The army", "said")
    });
    rockets.why = vec![
        WhyRecord {
            field: "event".to_owned(),
            what: "the verb with its object names an attack".to_owned(),
            evidence: Some(words("fired rockets at")),
        },
        WhyRecord {
            field: "event".to_owned(),
            what: "rockets are explosives".to_owned(),
            evidence: None,
        },
        WhyRecord {
            field: "actor".to_owned(),
            what: "subject of the verb".to_owned(),
            evidence: Some(words("suspected raiders on motorbikes")),
        },
    ];

    let mut gunfire = claim_of(
        ids,
        Some("firearms"),
        "opened fire",
        "They opened fire on our post at dawn",
    );
    gunfire.arguments = vec![
        ArgumentRecord {
            resolved: Some(words("suspected raiders on motorbikes")),
            ..argument("actor", "They")
        },
        argument("recipient", "our post"),
    ];
    gunfire.time = Some(TimeRecord {
        words: words("dawn"),
        kind: "TIME".to_owned(),
        value: "XXXX-XX-XXTMO".to_owned(),
        value_anchored: Some("2026-03-03TMO".to_owned()),
        first: Some("2026-03-03".to_owned()),
        last: Some("2026-03-03".to_owned()),
        precision: Some("part-of-day".to_owned()),
        ..TimeRecord::default()
    });
    gunfire.sources.push(SourceRecord {
        direct: true,
        told: Some(words("the Daily Post")),
        ..source("person", "Major Ilan Dor", "told")
    });

    let mut denial = claim_of(ids, None, "attacked", "his men had attacked the post");
    denial.polarity = "-".to_owned();
    denial.arguments = vec![
        argument("actor", "his men"),
        argument("recipient", "the post"),
    ];
    denial
        .sources
        .push(source("person", "A rebel spokesman", "denied"));
    vec![rockets, gunfire, denial]
}

fn incident_of(ids: &mut Ids<'_>, claims: &[ClaimRecord]) -> IncidentRecord {
    let members: Vec<String> = claims[..2].iter().map(|claim| claim.id.clone()).collect();
    let account = |text: &str, claims: &[String]| AccountRecord {
        words: words(text),
        claims: claims.to_vec(),
    };
    IncidentRecord {
        id: ids.incident(&members),
        article: "00c0ffee00c0ffee".to_owned(),
        campaign: false,
        merges: vec![MergeRecord {
            claims: [members[0].clone(), members[1].clone()],
            evidence: vec![
                "both of the attackers".to_owned(),
                "both at the post".to_owned(),
            ],
        }],
        agreed: vec![FieldRecord {
            field: "actor".to_owned(),
            accounts: vec![account("suspected raiders on motorbikes", &members)],
        }],
        differing: vec![FieldRecord {
            field: "means".to_owned(),
            accounts: vec![
                account("rockets", &members[..1]),
                account("opened fire", &members[1..]),
            ],
        }],
        claims: members,
    }
}

fn sample() -> PageRecords {
    let id = "00c0ffee00c0ffee";
    let mut ids = Ids::new(id);
    let claims = claims(&mut ids);
    let incidents = vec![incident_of(&mut ids, &claims)];
    let discard = |reason: &str| DiscardRecord {
        line: Some(3),
        text: "Share".to_owned(),
        reason: reason.to_owned(),
        evidence: String::new(),
    };
    let read = ArticleRecords {
        article: ArticleRecord {
            id: id.to_owned(),
            page: "kelu.txt".to_owned(),
            title: Some(words("Raiders strike border post in Kelu")),
            outlet: Some("Northern Daily".to_owned()),
            published: Some("2026-03-03".to_owned()),
            anchor_date: Some("2026-03-03".to_owned()),
            first_line: Some(1),
            last_line: Some(14),
            text: TEXT.to_owned(),
            discards: vec![discard("page-furniture"), discard("repeated-title")],
            ..ArticleRecord::default()
        },
        quotes: vec![QuoteRecord::default()],
        claims,
        incidents,
    };
    let unread = ArticleRecords {
        article: ArticleRecord {
            id: "00c0ffee00c0fff0".to_owned(),
            page: "kelu.txt".to_owned(),
            text: "Ein Text in einer anderen Sprache.".to_owned(),
            unread: Some("language de is not read yet".to_owned()),
            notes: vec![NoteRecord {
                kind: "encoding".to_owned(),
                line: Some(16),
                text: "2 bytes are not UTF-8".to_owned(),
            }],
            ..ArticleRecord::default()
        },
        ..ArticleRecords::default()
    };
    PageRecords {
        page: PageRecord {
            name: "kelu.txt".to_owned(),
            discards: vec![discard("page-furniture")],
            ..PageRecord::default()
        },
        articles: vec![read, unread],
    }
}

fn ledger(paper: Paper) -> String {
    let page = sample();
    let mut out = String::new();
    for one in &page.articles {
        article(paper, &mut out, one);
    }
    let mut tally = Tally::new(None, None, [(".pdf".to_owned(), 1)].into());
    tally.add(&page);
    tally.add_stored(&[Stored::New, Stored::Unchanged]);
    tally.add(&PageRecords {
        page: PageRecord {
            name: "photo.txt".to_owned(),
            quarantined: Some("the bytes are not text".to_owned()),
            ..PageRecord::default()
        },
        articles: Vec::new(),
    });
    out + &tally.print(paper, Some(std::path::Path::new("ledger.db")))
}

#[test]
fn plain_at_eighty_columns() {
    let paper = Paper {
        width: 80,
        colored: false,
    };
    let printed = ledger(paper);
    for line in printed.lines() {
        assert!(textwrap::core::display_width(line) <= 80, "{line}");
    }
    snapbox::assert_data_eq!(printed, snapbox::file!["tests/plain-80.txt"]);
}

#[test]
fn narrow_paper_keeps_every_word() {
    let narrow = ledger(Paper {
        width: 40,
        colored: false,
    });
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let wide = ledger(Paper {
        width: 200,
        colored: false,
    });
    let count = |all: &[String], word: &str| all.iter().filter(|w| *w == word).count();
    for word in ["motorbikes", "spokesman", "Sarand", "quarantined:"] {
        assert_eq!(
            count(&words(&narrow), word),
            count(&words(&wide), word),
            "{word}"
        );
    }
}

#[test]
fn colour_changes_no_letter() {
    let strip = |text: &str| anstream::adapter::strip_str(text).to_string();
    let mut paper = Paper {
        width: 200,
        colored: true,
    };
    let colored = ledger(paper);
    paper.colored = false;
    assert!(colored.contains("\u{1b}["));
    assert_eq!(strip(&colored), ledger(paper).replace('*', ""));
}

#[test]
fn the_trail_of_a_claim() {
    let page = sample();
    let mut out = String::new();
    let paper = Paper {
        width: 80,
        colored: false,
    };
    why(paper, &mut out, &page.articles[0].claims[0]);
    snapbox::assert_data_eq!(out, snapbox::file!["tests/why-80.txt"]);
}

#[test]
fn a_time_says_its_calendar_and_what_it_is_counted_from() {
    let other = TimeRecord {
        first: Some("2024-03-18".to_owned()),
        last: Some("2024-03-20".to_owned()),
        precision: Some("about-day".to_owned()),
        calendar: Some("hijri".to_owned()),
        calendar_value: Some("1445-09-09".to_owned()),
        ..tuesday()
    };
    assert_eq!(
        super::phrase::time(&other),
        "Tuesday [hijri 1445-09-09] = 2024-03-18 to 2024-03-20 (about-day)"
    );
    let counted = TimeRecord {
        value: "P2D".to_owned(),
        side: Some("after".to_owned()),
        anchor: Some(words("soldiers")),
        ..tuesday()
    };
    assert_eq!(
        super::phrase::time(&counted),
        "Tuesday after soldiers (P2D)"
    );
}
