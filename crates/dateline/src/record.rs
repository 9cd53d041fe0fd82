//! A reading as published records.

use crate::read::{ArticleReading, Reading};
use dateline_event::claim::PlaceMention;
use dateline_event::incident::Field;
use dateline_event::resolve::ActorCode;
use dateline_event::toponym::Located;
use dateline_event::{Answer, Argument, Claim, Counted, Incident, SourceLink};
use dateline_page::{Article, Dateline, Discard, Note, NoteKind};
use dateline_span::Span;
use dateline_store::{
    AccountRecord, ActorRecord, AnswerRecord, ArgumentRecord, ArticleRecord, ArticleRecords,
    CandidateRecord, CaptionRecord, ClaimRecord, CorrectionRecord, DATELINE_VERSION,
    DatelineRecord, DiscardRecord, FieldRecord, Ids, IncidentRecord, LanguageRecord,
    LocationRecord, MentionRecord, MergeRecord, NoteRecord, PageRecord, PageRecords, PartRecord,
    PlaceRecord, QuantityRecord, QuoteRecord, RivalPlaceRecord, RivalRecord, SCHEMA_VERSION,
    SourceRecord, SpeakerRecord, TimeRecord, TownRecord, WhyRecord, WithheldRecord, Words,
};
use dateline_text::{Precision, Quote, QuoteKind, TimeExpr, TimeKind};

impl Reading {
    /// The reading as it is published.
    pub fn records(&self) -> PageRecords {
        let articles: Vec<_> = self
            .articles
            .iter()
            .map(|a| a.records(&self.page))
            .collect();
        PageRecords {
            page: PageRecord {
                name: self.page.clone(),
                quarantined: self.quarantined.clone(),
                articles: articles.iter().map(|a| a.article.id.clone()).collect(),
                discards: self.discards.iter().map(discard).collect(),
                notes: self.notes.iter().map(note).collect(),
            },
            articles,
        }
    }
}

impl ArticleReading {
    /// The article's reading as it is published; `page` is the name of the page it was read from.
    pub fn records(&self, page: &str) -> ArticleRecords {
        let mut ids = Ids::new(&self.article.id);
        let claim_ids: Vec<String> = self
            .claims
            .iter()
            .map(|claim| ids.claim(&claim.event.entry, claim.trigger))
            .collect();
        let quotes = self
            .quotes
            .iter()
            .enumerate()
            .map(|(i, q)| self.quote(&ids, i, q))
            .collect();
        let claims = self
            .claims
            .iter()
            .enumerate()
            .map(|(index, claim)| self.claim(&claim_ids, index, claim))
            .collect();
        let incidents = self
            .incidents
            .iter()
            .map(|incident| self.incident(&mut ids, &claim_ids, incident))
            .collect();
        ArticleRecords {
            article: self.article_record(page),
            quotes,
            claims,
            incidents,
        }
    }

    fn words(&self, span: Span) -> Words {
        Words::of(&self.article.text, span)
    }

    fn maybe(&self, span: Option<Span>) -> Option<Words> {
        span.map(|span| self.words(span))
    }

    fn article_record(&self, page: &str) -> ArticleRecord {
        let article: &Article = &self.article;
        ArticleRecord {
            id: article.id.clone(),
            page: page.to_owned(),
            dateline_version: DATELINE_VERSION.to_owned(),
            schema_version: SCHEMA_VERSION,
            title: self.maybe(article.title.map(|part| part.span)),
            outlet: article.outlet.clone(),
            byline: article.byline.clone(),
            published: article.published.clone(),
            anchor_date: self.published.map(|date| date.to_string()),
            url: article.url.clone(),
            dateline: article.dateline.map(|dateline| self.dateline(dateline)),
            language: LanguageRecord {
                code: article.language.code.clone(),
                reliable: article.language.reliable,
                basis: article.language.basis.clone(),
            },
            unread: article.unread.as_ref().map(ToString::to_string),
            first_line: article.lines.map(|(first, _)| first),
            last_line: article.lines.map(|(_, last)| last),
            captions: article
                .captions
                .iter()
                .map(|caption| CaptionRecord {
                    words: self.words(caption.part.span),
                    credit: self.maybe(caption.credit),
                })
                .collect(),
            parts: article
                .parts
                .iter()
                .map(|part| PartRecord {
                    kind: part.kind.name().to_owned(),
                    span: part.span,
                })
                .collect(),
            text: article.text.to_string(),
            discards: article.discards.iter().map(discard).collect(),
            notes: article.notes.iter().map(note).collect(),
        }
    }

    fn dateline(&self, dateline: Dateline) -> DatelineRecord {
        DatelineRecord {
            words: self.words(dateline.span),
            place: self.words(dateline.place),
            date: self.maybe(dateline.date),
            agency: self.maybe(dateline.agency),
        }
    }

    fn quote(&self, ids: &Ids<'_>, index: usize, quote: &Quote) -> QuoteRecord {
        QuoteRecord {
            id: ids.quote(index),
            article: self.article.id.clone(),
            kind: quote_kind(quote.kind).to_owned(),
            words: self.words(quote.span),
            marks: quote.marks,
            speaker: quote.speaker.as_ref().map(|speaker| SpeakerRecord {
                words: self.words(speaker.mention),
                resolved: self.maybe(speaker.resolved),
            }),
            cue: self.maybe(quote.cue),
            continues: quote.continues.map(|earlier| ids.quote(earlier)),
            reason: quote.reason.to_owned(),
            candidates: quote
                .candidates
                .iter()
                .map(|candidate| CandidateRecord {
                    words: self.words(candidate.mention),
                    reason: candidate.reason.to_owned(),
                })
                .collect(),
        }
    }

    fn claim(&self, ids: &[String], index: usize, claim: &Claim) -> ClaimRecord {
        let answers = self.answers.iter().filter(|a| a.from == index);
        let withheld = self.withheld.iter().filter(|w| w.claim == Some(index));
        let corrections = self.corrections.iter().filter(|c| c.claim == index);
        ClaimRecord {
            id: ids[index].clone(),
            answers: answers.map(|a| self.answer(ids, a)).collect(),
            withheld: withheld
                .map(|w| WithheldRecord {
                    field: w.field.to_owned(),
                    source: self.maybe(w.source),
                    passage: self.words(w.passage),
                })
                .collect(),
            corrections: corrections
                .map(|c| CorrectionRecord {
                    number: self.words(c.number),
                    rejected: self.maybe(c.rejected),
                    source: self.maybe(c.source),
                    passage: self.words(c.passage),
                })
                .collect(),
            article: self.article.id.clone(),
            event_type: claim.event.kind.name().to_owned(),
            event_mode: claim.event.mode.map(|mode| mode.name().to_owned()),
            quad_code: claim.event.kind.quad() as u8,
            cameo: claim.event.cameo.to_string(),
            codebook_entry: claim.event.entry.clone(),
            trigger: self.words(claim.trigger),
            mentions: claim
                .mentions
                .iter()
                .map(|mention| MentionRecord {
                    words: self.words(mention.span),
                    reason: mention.reason.to_owned(),
                })
                .collect(),
            evidence: self.words(claim.evidence),
            arguments: claim
                .arguments
                .iter()
                .map(|a| self.argument(claim, a))
                .collect(),
            place: claim.place.as_ref().map(|place| self.place(place)),
            time: claim.time.and_then(|index| self.time(index)),
            quantities: claim
                .quantities
                .iter()
                .filter_map(|counted| self.quantity(counted))
                .collect(),
            sources: claim
                .source
                .links
                .iter()
                .map(|link| self.source(link))
                .collect(),
            polarity: claim.factuality.polarity.sign().to_owned(),
            certainty: claim.factuality.certainty.name().to_owned(),
            tense: claim.factuality.tense.name().to_owned(),
            contexts: claim
                .contexts
                .iter()
                .map(|context| context.name().to_owned())
                .collect(),
            confidence: Some(claim.confidence),
            why: claim
                .why
                .steps
                .iter()
                .map(|step| WhyRecord {
                    field: step.field.to_owned(),
                    what: step.what.clone(),
                    evidence: self.maybe(step.evidence),
                })
                .collect(),
        }
    }

    fn answer(&self, ids: &[String], answer: &Answer) -> AnswerRecord {
        AnswerRecord {
            kind: answer.kind.name().to_owned(),
            claim: ids[answer.to].clone(),
            passage: self.words(answer.passage),
        }
    }

    fn argument(&self, claim: &Claim, argument: &Argument) -> ArgumentRecord {
        ArgumentRecord {
            role: argument.role.name().to_owned(),
            words: self.words(argument.span),
            resolved: self.maybe(argument.resolved),
            hedged: argument.hedged,
            identity: self
                .actors
                .of_argument(&self.times, self.published, claim, argument)
                .map(identity),
        }
    }

    fn place(&self, place: &PlaceMention) -> PlaceRecord {
        PlaceRecord {
            words: self.words(place.span),
            within: place.within.iter().map(|&span| self.words(span)).collect(),
            location: place.located.as_ref().map(location),
        }
    }

    fn time(&self, index: usize) -> Option<TimeRecord> {
        let time: &TimeExpr = self.times.get(index)?;
        let stretch = time.stretch(&self.times);
        Some(TimeRecord {
            words: self.words(stretch.span),
            kind: time_kind(time.kind).to_owned(),
            value: stretch.value,
            value_anchored: stretch.anchored,
            modifier: time.modifier.map(|modifier| modifier.name().to_owned()),
            first: time.when.map(|when| when.first.to_string()),
            last: time.when.map(|when| when.last.to_string()),
            precision: time.when.map(|when| precision(when.precision).to_owned()),
            reason: time.reason.clone(),
            calendar: time.reckoned.as_ref().map(|r| r.calendar.name().to_owned()),
            calendar_value: time.reckoned.as_ref().map(|r| r.value.clone()),
            side: time.beside.map(|beside| beside.side.name().to_owned()),
            anchor: time.beside.map(|beside| self.words(beside.anchor)),
        })
    }

    fn quantity(&self, counted: &Counted) -> Option<QuantityRecord> {
        let quantity = self.quantities.get(counted.quantity)?;
        Some(QuantityRecord {
            words: self.words(quantity.span),
            low: quantity.low,
            high: quantity.high,
            approximate: quantity.approximate,
            of: self.maybe(quantity.of.map(|(_, span)| span)),
            unit: quantity.unit.clone(),
            meaning: counted.meaning.map(|meaning| meaning.name().to_owned()),
        })
    }

    fn source(&self, link: &SourceLink) -> SourceRecord {
        SourceRecord {
            kind: link.kind.name().to_owned(),
            mention: self.maybe(link.mention),
            resolved: self.maybe(link.resolved),
            office: self.maybe(link.office),
            cue: self.maybe(link.cue),
            direct: link.direct,
            told: self.maybe(link.told),
            said: link.said.and_then(|index| self.time(index)),
            identity: self
                .actors
                .of_source(&self.times, self.published, link)
                .map(identity),
            polarity: Some(link.polarity.sign().to_owned()),
            certainty: Some(link.certainty.name().to_owned()),
        }
    }

    fn incident(
        &self,
        ids: &mut Ids<'_>,
        claims: &[String],
        incident: &Incident,
    ) -> IncidentRecord {
        let named = |indices: &[usize]| -> Vec<String> {
            indices
                .iter()
                .filter_map(|&index| claims.get(index).cloned())
                .collect()
        };
        let field = |field: &Field| FieldRecord {
            field: field.name.to_owned(),
            accounts: field
                .accounts
                .iter()
                .map(|account| AccountRecord {
                    words: self.words(account.value),
                    claims: named(&account.claims),
                })
                .collect(),
        };
        let members = named(&incident.claims);
        IncidentRecord {
            id: ids.incident(&members),
            article: self.article.id.clone(),
            claims: members,
            campaign: incident.campaign,
            merges: incident
                .merges
                .iter()
                .filter_map(|merge| {
                    Some(MergeRecord {
                        claims: [
                            claims.get(merge.claims.0)?.clone(),
                            claims.get(merge.claims.1)?.clone(),
                        ],
                        evidence: merge.evidence.clone(),
                    })
                })
                .collect(),
            agreed: incident.agreed.iter().map(field).collect(),
            differing: incident.differing.iter().map(field).collect(),
        }
    }
}

fn identity(code: &ActorCode) -> ActorRecord {
    ActorRecord {
        kind: code.kind.name().to_owned(),
        name: code.name.clone(),
        country: code.country.clone(),
        sector: code.sector.clone(),
        office: code.office.clone(),
        former_office: code.former_office.clone(),
        score: code.score,
        reason: code.reason.clone(),
        rivals: code
            .rivals
            .iter()
            .map(|rival| RivalRecord {
                name: rival.name.clone(),
                country: rival.country.clone(),
                sector: rival.sector.clone(),
                office: Some(rival.office.clone()).filter(|office| !office.is_empty()),
            })
            .collect(),
    }
}

fn discard(discard: &Discard) -> DiscardRecord {
    DiscardRecord {
        line: discard.line,
        text: discard.text.clone(),
        reason: discard.reason.name().to_owned(),
        evidence: discard.evidence.clone(),
    }
}

fn note(note: &Note) -> NoteRecord {
    NoteRecord {
        kind: note_kind(note.kind).to_owned(),
        line: note.line,
        text: note.text.clone(),
    }
}

fn note_kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Empty => "empty",
        NoteKind::Binary => "binary",
        NoteKind::Encoding => "encoding",
        NoteKind::Malformed => "malformed",
        NoteKind::Markup => "markup",
        NoteKind::Language => "language",
        NoteKind::Limit => "limit",
        NoteKind::PassedOver => "passed-over",
    }
}

fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Speech => "speech",
        QuoteKind::Fragment => "fragment",
        QuoteKind::Scare => "scare",
    }
}

/// Shares are published to three digits: more would say what they do not know.
fn share(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

fn location(located: &Located) -> LocationRecord {
    let place = &located.place;
    LocationRecord {
        name: place.name.clone(),
        geonames: place.geonames,
        kind: place.kind.name().to_owned(),
        latitude: place.latitude,
        longitude: place.longitude,
        country: place.country.map(str::to_owned),
        admin1: place.admin1.clone(),
        admin2: place.admin2.clone(),
        where_prec: located.where_prec,
        geo_precision: located.geo_precision,
        stands_for: located.stands_for,
        score: share(located.score),
        reason: located.reason.clone(),
        town: located.town.as_ref().map(|(town, by)| TownRecord {
            name: town.name.clone(),
            geonames: town.geonames,
            latitude: town.latitude,
            longitude: town.longitude,
            by: by.name().to_owned(),
        }),
        rivals: located
            .rivals
            .iter()
            .map(|(rival, score)| RivalPlaceRecord {
                name: rival.full_name(),
                geonames: rival.geonames,
                score: share(*score),
            })
            .collect(),
    }
}

fn time_kind(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::PartOfDay => "part-of-day",
        Precision::Day => "day",
        Precision::DayOrBeside => "about-day",
        Precision::Weekend => "weekend",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Quarter => "quarter",
        Precision::Season => "season",
        Precision::HalfYear => "half-year",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::Century => "century",
        Precision::Vague => "vague",
    }
}
