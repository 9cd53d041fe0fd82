//! Hand-made records for the tests of the store.

#![allow(dead_code)] // Each test file uses its share of this module.

use dateline_span::Span;
use dateline_store::*;

/// Makes records from random numbers: every field of every kind gets used, every span slices the
/// text.
pub struct Dice<'d> {
    pub text: &'d str,
    pub rolls: std::iter::Cycle<std::iter::Copied<std::slice::Iter<'d, u16>>>,
}

impl<'d> Dice<'d> {
    pub fn new(text: &'d str, rolls: &'d [u16]) -> Self {
        Self {
            text,
            rolls: rolls.iter().copied().cycle(),
        }
    }

    fn roll(&mut self) -> usize {
        usize::from(self.rolls.next().unwrap_or(0))
    }

    fn boundary(&mut self) -> usize {
        let mut at = self.roll() % (self.text.len() + 1);
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn words(&mut self) -> Words {
        let (a, b) = (self.boundary(), self.boundary());
        Words::of(self.text, Span::new(a.min(b), a.max(b)))
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.roll().is_multiple_of(3)).then(|| make(self))
    }

    fn some<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.roll() % 4).map(|_| make(self)).collect()
    }

    fn name(&mut self) -> String {
        ["plain", "with; \"marks\", and\nlines", "", "мир 和平 ’"][self.roll() % 4].to_owned()
    }

    fn flag(&mut self) -> bool {
        self.roll().is_multiple_of(2)
    }

    fn time(&mut self) -> TimeRecord {
        TimeRecord {
            words: self.words(),
            kind: "DATE".to_owned(),
            value: "XXXX-WXX-3".to_owned(),
            value_anchored: self.maybe(|_| "2025-03-19".to_owned()),
            modifier: self.maybe(|_| "END".to_owned()),
            first: self.maybe(|_| "2025-03-19".to_owned()),
            last: self.maybe(|_| "2025-03-19".to_owned()),
            precision: self.maybe(|_| "day".to_owned()),
            reason: self.name(),
            calendar: self.maybe(|_| "hijri".to_owned()),
            calendar_value: self.maybe(|_| "1446-09-19".to_owned()),
            side: self.maybe(|_| "after".to_owned()),
            anchor: self.maybe(Self::words),
        }
    }

    fn identity(&mut self) -> ActorRecord {
        ActorRecord {
            kind: "person".to_owned(),
            name: self.maybe(Self::name),
            country: self.maybe(|_| "RUS".to_owned()),
            sector: self.maybe(|_| "GOV".to_owned()),
            office: self.maybe(|_| "president".to_owned()),
            former_office: self.maybe(|_| "prime minister".to_owned()),
            score: 95,
            reason: self.name(),
            rivals: self.some(|d| RivalRecord {
                name: d.name(),
                country: "USA".to_owned(),
                sector: "LEG".to_owned(),
                office: d.maybe(Self::name),
            }),
        }
    }

    fn location(&mut self) -> LocationRecord {
        LocationRecord {
            name: self.name(),
            geonames: self.maybe(|d| d.roll() as u32),
            kind: "settlement".to_owned(),
            latitude: self.roll() as f64 / 8.0,
            longitude: -(self.roll() as f64) / 4.0,
            country: self.maybe(|_| "SY".to_owned()),
            admin1: self.maybe(Self::name),
            admin2: self.maybe(Self::name),
            where_prec: 2,
            geo_precision: 2,
            stands_for: self.flag(),
            score: 0.75,
            reason: self.name(),
            town: self.maybe(|d| TownRecord {
                name: d.name(),
                geonames: d.maybe(|d| d.roll() as u32),
                latitude: d.roll() as f64 / 8.0,
                longitude: -(d.roll() as f64) / 4.0,
                by: "text".to_owned(),
            }),
            rivals: self.some(|d| RivalPlaceRecord {
                name: d.name(),
                geonames: d.maybe(|d| d.roll() as u32),
                score: 0.25,
            }),
        }
    }

    fn claim(&mut self, ids: &mut Ids<'_>, article: &str) -> ClaimRecord {
        let trigger = self.words();
        ClaimRecord {
            id: ids.claim("ASSAULT/firearms", trigger.span),
            article: article.to_owned(),
            event_type: "ASSAULT".to_owned(),
            event_mode: self.maybe(|_| "firearms".to_owned()),
            quad_code: (self.roll() % 4 + 1) as u8,
            cameo: "0193".to_owned(),
            codebook_entry: "ASSAULT/firearms".to_owned(),
            trigger,
            mentions: self.some(|d| MentionRecord {
                words: d.words(),
                reason: d.name(),
            }),
            evidence: self.words(),
            arguments: self.some(|d| ArgumentRecord {
                role: ["actor", "recipient", "victim", "means"][d.roll() % 4].to_owned(),
                words: d.words(),
                resolved: d.maybe(Self::words),
                hedged: d.flag(),
                identity: d.maybe(Self::identity),
            }),
            place: self.maybe(|d| PlaceRecord {
                words: d.words(),
                within: d.some(Self::words),
                location: d.maybe(Self::location),
            }),
            time: self.maybe(Self::time),
            quantities: self.some(|d| QuantityRecord {
                words: d.words(),
                low: d.maybe(|d| d.roll() as f64 / 4.0),
                high: d.maybe(|d| d.roll() as f64),
                approximate: d.flag(),
                of: d.maybe(Self::words),
                unit: d.maybe(|_| "percent".to_owned()),
                meaning: d.maybe(|_| "wounded".to_owned()),
            }),
            sources: self.some(|d| SourceRecord {
                kind: "person".to_owned(),
                mention: d.maybe(Self::words),
                resolved: d.maybe(Self::words),
                office: d.maybe(Self::words),
                cue: d.maybe(Self::words),
                direct: d.flag(),
                told: d.maybe(Self::words),
                said: d.maybe(Self::time),
                identity: d.maybe(Self::identity),
                polarity: d.maybe(|_| "+".to_owned()),
                certainty: d.maybe(|_| "certain".to_owned()),
            }),
            polarity: ["+", "-", "u"][self.roll() % 3].to_owned(),
            certainty: "probable".to_owned(),
            tense: "past".to_owned(),
            answers: self.some(|d| AnswerRecord {
                kind: "denies".to_owned(),
                claim: format!("{article}.{:08x}", d.roll()),
                passage: d.words(),
            }),
            corrections: self.some(|d| CorrectionRecord {
                number: d.words(),
                rejected: d.maybe(Self::words),
                source: d.maybe(Self::words),
                passage: d.words(),
            }),
            withheld: self.some(|d| WithheldRecord {
                field: "time".to_owned(),
                source: d.maybe(Self::words),
                passage: d.words(),
            }),
            contexts: self.some(Self::name),
            confidence: self.maybe(|d| d.roll() as f64 / 64.0),
            why: self.some(|d| WhyRecord {
                field: "event".to_owned(),
                what: d.name(),
                evidence: d.maybe(Self::words),
            }),
        }
    }

    fn quote(&mut self, id: String, article: &str) -> QuoteRecord {
        QuoteRecord {
            id,
            article: article.to_owned(),
            kind: "speech".to_owned(),
            words: self.words(),
            marks: self.words().span,
            speaker: self.maybe(|d| SpeakerRecord {
                words: d.words(),
                resolved: d.maybe(Self::words),
            }),
            cue: self.maybe(Self::words),
            continues: self.maybe(|_| format!("{article}.q1")),
            reason: self.name(),
            candidates: self.some(|d| CandidateRecord {
                words: d.words(),
                reason: d.name(),
            }),
        }
    }

    fn fields(&mut self, claims: &[String]) -> Vec<FieldRecord> {
        self.some(|d| FieldRecord {
            field: "place".to_owned(),
            accounts: (0..d.roll() % 3 + 1)
                .map(|_| AccountRecord {
                    words: d.words(),
                    claims: claims.to_vec(),
                })
                .collect(),
        })
    }

    fn incident(&mut self, ids: &mut Ids<'_>, article: &str, claims: &[String]) -> IncidentRecord {
        IncidentRecord {
            id: ids.incident(claims),
            article: article.to_owned(),
            claims: claims.to_vec(),
            campaign: self.roll().is_multiple_of(3),
            merges: claims
                .windows(2)
                .map(|pair| MergeRecord {
                    claims: [pair[0].clone(), pair[1].clone()],
                    evidence: self.some(Self::name),
                })
                .collect(),
            agreed: self.fields(claims),
            differing: self.fields(claims),
        }
    }

    fn discards(&mut self) -> Vec<DiscardRecord> {
        self.some(|d| DiscardRecord {
            line: d.maybe(|d| d.roll() as u32),
            text: d.name(),
            reason: "page-furniture".to_owned(),
            evidence: d.name(),
        })
    }

    fn notes(&mut self) -> Vec<NoteRecord> {
        self.some(|d| NoteRecord {
            kind: "encoding".to_owned(),
            line: d.maybe(|d| d.roll() as u32),
            text: d.name(),
        })
    }

    fn article_row(&mut self, id: &str, page: &str) -> ArticleRecord {
        ArticleRecord {
            id: id.to_owned(),
            page: page.to_owned(),
            dateline_version: DATELINE_VERSION.to_owned(),
            schema_version: SCHEMA_VERSION,
            title: self.maybe(Self::words),
            outlet: self.maybe(Self::name),
            byline: self.maybe(Self::name),
            published: self.maybe(|_| "2025-03-20T10:00Z".to_owned()),
            anchor_date: self.maybe(|_| "2025-03-20".to_owned()),
            url: self.maybe(|_| "https://example.org/a".to_owned()),
            dateline: self.maybe(|d| DatelineRecord {
                words: d.words(),
                place: d.words(),
                date: d.maybe(Self::words),
                agency: d.maybe(Self::words),
            }),
            language: LanguageRecord {
                code: "en".to_owned(),
                reliable: self.flag(),
                basis: self.name(),
            },
            unread: self.maybe(Self::name),
            first_line: self.maybe(|d| d.roll() as u32),
            last_line: self.maybe(|d| d.roll() as u32),
            captions: self.some(|d| CaptionRecord {
                words: d.words(),
                credit: d.maybe(Self::words),
            }),
            parts: self.some(|d| PartRecord {
                kind: "paragraph".to_owned(),
                span: d.words().span,
            }),
            text: self.text.to_owned(),
            discards: self.discards(),
            notes: self.notes(),
        }
    }

    fn article(&mut self, id: &str, page: &str) -> ArticleRecords {
        let mut ids = Ids::new(id);
        let claims: Vec<_> = (0..self.roll() % 5)
            .map(|_| self.claim(&mut ids, id))
            .collect();
        let claim_ids: Vec<String> = claims.iter().map(|claim| claim.id.clone()).collect();
        let incidents = if claims.is_empty() {
            Vec::new()
        } else {
            vec![self.incident(&mut ids, id, &claim_ids)]
        };
        ArticleRecords {
            article: self.article_row(id, page),
            quotes: (0..self.roll() % 3)
                .map(|i| self.quote(ids.quote(i), id))
                .collect(),
            claims,
            incidents,
        }
    }

    /// A page with up to three articles.
    pub fn page(&mut self, name: &str) -> PageRecords {
        let articles: Vec<_> = (0..self.roll() % 4)
            .map(|i| self.article(&format!("00000000000000a{i}"), name))
            .collect();
        PageRecords {
            page: PageRecord {
                name: name.to_owned(),
                quarantined: self.maybe(Self::name),
                articles: articles.iter().map(|a| a.article.id.clone()).collect(),
                discards: self.discards(),
                notes: self.notes(),
            },
            articles,
        }
    }
}

/// The pages of a fixed throw, rich enough that every table gets rows.
pub fn sample(name: &str) -> PageRecords {
    let rolls: Vec<u16> = (1u32..400)
        .map(|n| (n * n * 31 + n * 7 + 5) as u16)
        .collect();
    let text = "Gunmen attacked a checkpoint in Mandera on Monday, a spokesman said.";
    Dice::new(text, &rolls).page(name)
}

/// Pages made from templates: attacks, protests, aid, arrests of two countries over some months, told
/// by many sources, surely or not.
pub fn world(pages: usize) -> Vec<PageRecords> {
    (0..pages).map(world_page).collect()
}

fn world_page(number: usize) -> PageRecords {
    const ACTORS: [&str; 4] = ["the army", "rebels", "students", "police"];
    const EVENTS: [(&str, u8, &str); 4] = [
        ("ASSAULT", 4, "193"),
        ("PROTEST", 4, "141"),
        ("AID", 2, "073"),
        ("COERCE", 4, "173"),
    ];
    const PLACES: [(&str, &str, f64, f64); 4] = [
        ("Mandera", "KE", 3.9, 41.9),
        ("Nairobi", "KE", -1.3, 36.8),
        ("Homs", "SY", 34.7, 36.7),
        ("Apia", "WS", -13.8, -171.8),
    ];
    let id = format!("{number:016x}");
    let mut article = ArticleRecord {
        id: id.clone(),
        page: format!("{number}.txt"),
        outlet: number
            .is_multiple_of(3)
            .then(|| "The Northern Gazette".to_owned()),
        anchor_date: Some("2025-04-01".to_owned()),
        published: Some("2025-04-01".to_owned()),
        ..ArticleRecord::default()
    };
    let mut ids = Ids::new(&id);
    let mut claims = Vec::new();
    for n in 0..=number % 6 {
        let roll = number * 7 + n * 3;
        let (place, country, latitude, longitude) = PLACES[roll % 4];
        let (event_type, quad_code, cameo) = EVENTS[(roll / 2) % 4];
        let start = article.text.len();
        let actor = ACTORS[(roll / 3) % 4];
        article
            .text
            .push_str(&format!("{actor} acted near the bridge of {place}.\n"));
        let words = |text: &str| {
            let at = start + article.text[start..].find(text).unwrap();
            Words::of(&article.text, Span::new(at, at + text.len()))
        };
        let day = format!("2025-{:02}-{:02}", roll % 3 + 1, roll % 28 + 1);
        let trigger = words("acted");
        claims.push(ClaimRecord {
            id: ids.claim(event_type, trigger.span),
            article: id.clone(),
            event_type: event_type.to_owned(),
            quad_code,
            cameo: cameo.to_owned(),
            codebook_entry: event_type.to_owned(),
            evidence: Words::of(&article.text, Span::new(start, article.text.len() - 1)),
            arguments: vec![ArgumentRecord {
                role: "actor".to_owned(),
                words: words(actor),
                ..ArgumentRecord::default()
            }],
            place: Some(PlaceRecord {
                words: words(place),
                within: Vec::new(),
                location: (!roll.is_multiple_of(5)).then(|| LocationRecord {
                    name: place.to_owned(),
                    kind: "settlement".to_owned(),
                    latitude,
                    longitude,
                    country: Some(country.to_owned()),
                    where_prec: 1,
                    geo_precision: 1,
                    ..LocationRecord::default()
                }),
            }),
            time: (!roll.is_multiple_of(4)).then(|| TimeRecord {
                words: trigger.clone(),
                kind: "DATE".to_owned(),
                value: day.clone(),
                first: Some(day.clone()),
                last: Some(day.clone()),
                precision: Some("day".to_owned()),
                ..TimeRecord::default()
            }),
            sources: vec![SourceRecord {
                kind: "person".to_owned(),
                mention: roll.is_multiple_of(2).then(|| Words {
                    text: "the governor".to_owned(),
                    span: trigger.span,
                }),
                ..SourceRecord::default()
            }],
            polarity: ["+", "-", "u"][roll % 3].to_owned(),
            certainty: ["certain", "probable", "possible", "unknown"][(roll / 5) % 4].to_owned(),
            tense: "past".to_owned(),
            trigger,
            ..ClaimRecord::default()
        });
    }
    PageRecords {
        page: PageRecord {
            name: article.page.clone(),
            articles: vec![id],
            ..PageRecord::default()
        },
        articles: vec![ArticleRecords {
            article,
            claims,
            ..ArticleRecords::default()
        }],
    }
}
