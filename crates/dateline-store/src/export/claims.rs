//! Records as JSON Lines and as CSV.

use crate::error::StoreError;
use crate::record::{
    ActorRecord, AnswerRecord, ArticleRecord, ArticleRecords, ClaimRecord, LocationRecord,
    PageRecords, Record, SourceRecord, Words,
};
use std::io::Write;

/// Writes one record as a line of JSON; the field `record` says which kind it is.
///
/// # Errors
/// If `to` cannot be written.
pub fn write_jsonl<W: Write>(to: &mut W, record: Record<'_>) -> Result<(), StoreError> {
    serde_json::to_writer(&mut *to, &record)?;
    Ok(to.write_all(b"\n")?)
}

/// Claims as CSV: a header, then one flat row a claim. `docs/records.md` lists the columns.
#[derive(Debug)]
pub struct ClaimCsv<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> ClaimCsv<W> {
    /// Starts the table with its header.
    ///
    /// # Errors
    /// If `to` cannot be written.
    pub fn new(to: W) -> Result<Self, StoreError> {
        let mut writer = csv::Writer::from_writer(to);
        writer.write_record(COLUMNS.iter().map(|(name, _)| name))?;
        Ok(Self { writer })
    }

    /// Adds the claims of a page's articles.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn write(&mut self, page: &PageRecords) -> Result<(), StoreError> {
        for article in &page.articles {
            self.write_article(article)?;
        }
        Ok(())
    }

    /// Adds the claims of one article.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(super) fn write_article(&mut self, records: &ArticleRecords) -> Result<(), StoreError> {
        for claim in &records.claims {
            let cells = COLUMNS
                .iter()
                .map(|(_, cell)| cell(&records.article, claim));
            self.writer.write_record(cells)?;
        }
        Ok(self.writer.flush()?)
    }
}

pub(super) type Cell = fn(&ArticleRecord, &ClaimRecord) -> String;

/// Name and content of each column. Absent is empty; several values are joined by `; `.
pub(super) const COLUMNS: [(&str, Cell); 65] = [
    ("claim_id", |_, c| c.id.clone()),
    ("article_id", |_, c| c.article.clone()),
    ("page", |a, _| a.page.clone()),
    ("title", |a, _| words(a.title.as_ref())),
    ("outlet", |a, _| text(&a.outlet)),
    ("published", |a, _| text(&a.published)),
    ("anchor_date", |a, _| text(&a.anchor_date)),
    ("event_type", |_, c| c.event_type.clone()),
    ("event_mode", |_, c| text(&c.event_mode)),
    ("quad_code", |_, c| c.quad_code.to_string()),
    ("cameo", |_, c| c.cameo.clone()),
    ("trigger", |_, c| c.trigger.text.clone()),
    ("trigger_start", |_, c| c.trigger.span.start.to_string()),
    ("trigger_end", |_, c| c.trigger.span.end.to_string()),
    ("actor", |_, c| role(c, "actor")),
    ("actor_resolved", |_, c| role_resolved(c, "actor")),
    ("actor_country", |_, c| {
        identities(c, "actor", |i| &i.country)
    }),
    ("actor_sector", |_, c| identities(c, "actor", |i| &i.sector)),
    ("actor_office", |_, c| identities(c, "actor", |i| &i.office)),
    ("recipient", |_, c| role(c, "recipient")),
    ("recipient_resolved", |_, c| role_resolved(c, "recipient")),
    ("recipient_country", |_, c| {
        identities(c, "recipient", |i| &i.country)
    }),
    ("recipient_sector", |_, c| {
        identities(c, "recipient", |i| &i.sector)
    }),
    ("recipient_office", |_, c| {
        identities(c, "recipient", |i| &i.office)
    }),
    ("victim", |_, c| role(c, "victim")),
    ("means", |_, c| role(c, "means")),
    ("place", |_, c| {
        words(c.place.as_ref().map(|place| &place.words))
    }),
    ("place_within", |_, c| {
        c.place.as_ref().map_or_else(String::new, |p| {
            join(p.within.iter().map(|w| w.text.clone()))
        })
    }),
    ("place_name", |_, c| located(c, |l| l.name.clone())),
    ("place_geonames", |_, c| {
        located(c, |l| {
            l.geonames.map_or_else(String::new, |id| id.to_string())
        })
    }),
    ("place_kind", |_, c| located(c, |l| l.kind.clone())),
    ("latitude", |_, c| located(c, |l| l.latitude.to_string())),
    ("longitude", |_, c| located(c, |l| l.longitude.to_string())),
    ("country", |_, c| located(c, |l| text(&l.country))),
    ("admin1", |_, c| located(c, |l| text(&l.admin1))),
    ("town", |_, c| {
        located(c, |l| {
            l.town.as_ref().map_or_else(String::new, |t| t.name.clone())
        })
    }),
    ("town_geonames", |_, c| {
        let id = |l: &LocationRecord| l.town.as_ref().and_then(|t| t.geonames);
        located(c, |l| id(l).map_or_else(String::new, |id| id.to_string()))
    }),
    ("where_prec", |_, c| {
        located(c, |l| l.where_prec.to_string())
    }),
    ("geo_precision", |_, c| {
        located(c, |l| l.geo_precision.to_string())
    }),
    ("time", |_, c| {
        words(c.time.as_ref().map(|time| &time.words))
    }),
    ("time_value", |_, c| {
        c.time
            .as_ref()
            .map_or_else(String::new, |time| time.value.clone())
    }),
    ("time_value_anchored", |_, c| {
        c.time
            .as_ref()
            .map_or_else(String::new, |t| text(&t.value_anchored))
    }),
    ("time_first", |_, c| {
        c.time.as_ref().map_or_else(String::new, |t| text(&t.first))
    }),
    ("time_last", |_, c| {
        c.time.as_ref().map_or_else(String::new, |t| text(&t.last))
    }),
    ("time_precision", |_, c| {
        c.time
            .as_ref()
            .map_or_else(String::new, |t| text(&t.precision))
    }),
    ("quantities", |_, c| {
        join(c.quantities.iter().map(|q| q.words.text.clone()))
    }),
    ("quantity_meanings", |_, c| {
        join(c.quantities.iter().map(|q| text(&q.meaning)))
    }),
    ("source", |a, c| {
        let name = c.innermost().and_then(|voice| named(a, voice));
        name.unwrap_or_default().to_owned()
    }),
    ("source_kind", |_, c| {
        c.innermost().map_or_else(String::new, |s| s.kind.clone())
    }),
    ("source_country", |_, c| of_source(c, |i| &i.country)),
    ("source_sector", |_, c| of_source(c, |i| &i.sector)),
    ("source_office", |_, c| of_source(c, |i| &i.office)),
    ("source_direct", |_, c| {
        c.innermost()
            .map_or_else(String::new, |s| s.direct.to_string())
    }),
    ("source_chain", |_, c| {
        c.sources.iter().map(link).collect::<Vec<_>>().join(" > ")
    }),
    ("polarity", |_, c| c.polarity.clone()),
    ("certainty", |_, c| c.certainty.clone()),
    ("tense", |_, c| c.tense.clone()),
    ("answers", |_, c| {
        let answer = |a: &AnswerRecord| format!("{} {}", a.kind, a.claim);
        join(c.answers.iter().map(answer))
    }),
    ("withheld", |_, c| {
        join(c.withheld.iter().map(|w| w.field.clone()))
    }),
    ("evidence", |_, c| c.evidence.text.clone()),
    ("evidence_start", |_, c| c.evidence.span.start.to_string()),
    ("evidence_end", |_, c| c.evidence.span.end.to_string()),
    ("contexts", |_, c| join(c.contexts.iter().cloned())),
    ("confidence", |_, c| {
        c.confidence.map_or_else(String::new, |n| n.to_string())
    }),
    ("mentions", |_, c| {
        join(c.mentions.iter().map(|m| m.words.text.clone()))
    }),
];

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn words(value: Option<&Words>) -> String {
    value.map_or_else(String::new, |words| words.text.clone())
}

fn join(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

fn role(claim: &ClaimRecord, role: &str) -> String {
    join(
        claim
            .with_role(role)
            .map(|argument| argument.words.text.clone()),
    )
}

/// As [`role`], each participant under its fullest naming.
fn role_resolved(claim: &ClaimRecord, role: &str) -> String {
    join(claim.with_role(role).map(|argument| {
        argument
            .resolved
            .as_ref()
            .unwrap_or(&argument.words)
            .text
            .clone()
    }))
}

/// One value of the identities of those who play a role.
fn identities(
    claim: &ClaimRecord,
    role: &str,
    value: fn(&ActorRecord) -> &Option<String>,
) -> String {
    let known = claim.with_role(role).filter_map(|a| a.identity.as_ref());
    join(known.filter_map(|identity| value(identity).clone()))
}

/// One value of the identity of the voice nearest to the event.
fn of_source(claim: &ClaimRecord, value: fn(&ActorRecord) -> &Option<String>) -> String {
    let identity = claim.innermost().and_then(|s| s.identity.as_ref());
    text(identity.map_or(&None, value))
}

/// A source's best naming; an article's own voice is its outlet.
fn named<'a>(article: &'a ArticleRecord, voice: &'a SourceRecord) -> Option<&'a str> {
    let outlet = || article.outlet.as_deref();
    voice.name().or_else(|| outlet().filter(|_| is_own(voice)))
}

/// A voice in its chain, as the ledger's `claim_view` has it.
fn link(voice: &SourceRecord) -> &str {
    let nameless = match is_own(voice) {
        true => "the article",
        false => voice.kind.as_str(),
    };
    voice.name().unwrap_or(nameless)
}

/// Whether it is the article's own voice.
fn is_own(voice: &SourceRecord) -> bool {
    voice.kind == "outlet" && voice.mention.is_none()
}

/// A cell about where the claim's place is on the map.
fn located(claim: &ClaimRecord, cell: impl Fn(&LocationRecord) -> String) -> String {
    let location = claim.place.as_ref().and_then(|p| p.location.as_ref());
    location.map_or_else(String::new, cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_documented_in_order() {
        let documented = include_str!("../../../../docs/records.md");
        let (_, csv) = documented.split_once("## CSV").unwrap();
        let (csv, _) = csv.split_once("## The ledger").unwrap();
        let mut rest = csv;
        for (name, _) in COLUMNS {
            let mark = format!("`{name}`");
            let at = rest
                .find(&mark)
                .unwrap_or_else(|| panic!("{name} is missing or out of order"));
            rest = &rest[at + mark.len()..];
        }
    }

    #[test]
    fn cells_with_marks_and_line_ends_stay_one_cell() {
        let mut page = PageRecords::default();
        let mut claim = ClaimRecord {
            id: "a.1".to_owned(),
            ..ClaimRecord::default()
        };
        claim.evidence.text = "he said, \"no\"\nand left".to_owned();
        page.articles.push(crate::ArticleRecords {
            claims: vec![claim],
            ..Default::default()
        });
        let mut out = Vec::new();
        ClaimCsv::new(&mut out).unwrap().write(&page).unwrap();
        let mut table = csv::Reader::from_reader(out.as_slice());
        let row = table.records().next().unwrap().unwrap();
        assert_eq!(row.len(), COLUMNS.len());
        let evidence = COLUMNS.iter().position(|(name, _)| *name == "evidence");
        assert_eq!(&row[evidence.unwrap()], "he said, \"no\"\nand left");
    }

    #[test]
    fn a_voice_without_a_name_is_given_none() {
        let voice = |kind: &str, name: Option<&str>| SourceRecord {
            kind: kind.to_owned(),
            mention: name.map(|text| Words {
                text: text.to_owned(),
                ..Words::default()
            }),
            ..SourceRecord::default()
        };
        let claim = |sources| ClaimRecord {
            sources,
            ..ClaimRecord::default()
        };
        let cell = |name: &str, outlet: Option<&str>, claim: &ClaimRecord| {
            let article = ArticleRecord {
                outlet: outlet.map(str::to_owned),
                ..ArticleRecord::default()
            };
            let (_, cell) = COLUMNS.iter().find(|(column, _)| *column == name).unwrap();
            cell(&article, claim)
        };
        let own = claim(vec![voice("outlet", None)]);
        assert_eq!(cell("source", None, &own), "");
        assert_eq!(cell("source_chain", None, &own), "the article");
        assert_eq!(cell("source", Some("Kalem Post"), &own), "Kalem Post");
        let told = claim(vec![
            voice("outlet", None),
            voice("unnamed", None),
            voice("person", Some("the mayor")),
        ]);
        assert_eq!(cell("source", Some("Kalem Post"), &told), "the mayor");
        let chain = "the article > unnamed > the mayor";
        assert_eq!(cell("source_chain", None, &told), chain);
    }

    #[test]
    fn whole_numbers_are_written_as_the_text_has_them() {
        let mut claim = ClaimRecord::default();
        claim.quantities.push(crate::QuantityRecord {
            low: Some(3000.0),
            high: Some(1.5),
            ..Default::default()
        });
        let mut out = Vec::new();
        write_jsonl(&mut out, Record::Claim(&claim)).unwrap();
        let line = String::from_utf8(out).unwrap();
        assert!(line.starts_with("{\"record\":\"claim\","), "{line}");
        assert!(line.contains("\"low\":3000,\"high\":1.5"), "{line}");
        let back: ClaimRecord = serde_json::from_str(&line).unwrap();
        assert_eq!(back, claim);
    }
}
