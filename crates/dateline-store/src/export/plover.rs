//! PLOVER's JSON, one event a line. Every claim is written: `attribution` and `factuality`, fields of
//! our own as PLOVER's text allows, say who says it and how surely.

use super::across::Across;
use super::facts::{self, country, name, sector};
use super::goldstein;
use super::{Exported, Exporter};
use crate::error::StoreError;
use crate::record::{
    ArgumentRecord, ArticleRecord, ArticleRecords, ClaimRecord, DATELINE_VERSION, SourceRecord,
};
use serde_json::{Map, Value, json};
use std::io::Write;

pub(super) struct Plover<'w, W> {
    to: &'w mut W,
    done: Exported,
}

impl<'w, W: Write> Plover<'w, W> {
    pub fn new(to: &'w mut W) -> Self {
        Self {
            to,
            done: Exported::default(),
        }
    }
}

impl<W: Write> Exporter for Plover<'_, W> {
    fn article(&mut self, records: &ArticleRecords, _: &Across) -> Result<(), StoreError> {
        for claim in &records.claims {
            let event = event(&records.article, claim);
            serde_json::to_writer(&mut *self.to, &event)?;
            self.to.write_all(b"\n")?;
            self.done.rows += 1;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Exported, StoreError> {
        self.to.flush()?;
        Ok(self.done)
    }
}

/// An object without the members that are not known.
fn object(members: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let known = members.into_iter().filter(|(_, value)| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    });
    Value::Object(
        known
            .map(|(key, value)| (key.to_owned(), value))
            .collect::<Map<_, _>>(),
    )
}

fn event(article: &ArticleRecord, claim: &ClaimRecord) -> Value {
    let interval = claim.time.as_ref().and_then(facts::bounds);
    let mode = claim.event_mode.as_deref();
    object([
        ("id", json!(claim.id)),
        // PLOVER asks for a date; where the text gives none, the member says so.
        (
            "date",
            interval.map_or(json!(""), |(first, _)| json!(first)),
        ),
        (
            "enddate",
            json!(interval.filter(|(a, b)| a != b).map(|(_, last)| last)),
        ),
        (
            "actor",
            Value::Array(claim.with_role("actor").map(entity).collect()),
        ),
        ("recipient", recipients(claim)),
        ("event", json!([claim.event_type])),
        ("mode", json!(mode.map(|mode| vec![mode]))),
        ("context", json!(claim.contexts)),
        ("quad_code", json!(claim.quad_code)),
        (
            "event_scale",
            json!(goldstein::plover(&claim.event_type, mode)),
        ),
        ("cameo", json!(claim.cameo)),
        ("event_text", json!(claim.trigger.text)),
        ("event_loc", place(claim)),
        ("size", size(claim)),
        ("text", text(article, claim)),
        ("cite_info", citation(article)),
        ("coder", json!(format!("Dateline {DATELINE_VERSION}"))),
        (
            "attribution",
            Value::Array(claim.sources.iter().map(attribution).collect()),
        ),
        (
            "factuality",
            json!({
                "polarity": claim.polarity, "certainty": claim.certainty, "tense": claim.tense,
            }),
        ),
        ("confidence", json!(claim.confidence)),
    ])
}

fn recipients(claim: &ClaimRecord) -> Value {
    let both = claim
        .with_role("recipient")
        .chain(claim.with_role("victim"));
    Value::Array(both.map(entity).collect())
}

fn entity(argument: &ArgumentRecord) -> Value {
    let identity = argument.identity.as_ref();
    object([
        ("code", json!(country(argument))),
        ("sector", json!(sector(argument))),
        ("entity_text", json!(argument.words.text)),
        ("identifier_text", json!(identity.map(|_| name(argument)))),
        ("office", json!(identity.and_then(|i| i.office.as_deref()))),
        (
            "hedged",
            if argument.hedged {
                json!(true)
            } else {
                Value::Null
            },
        ),
    ])
}

fn place(claim: &ClaimRecord) -> Value {
    let Some(place) = &claim.place else {
        return Value::Null;
    };
    let location = place.location.as_ref();
    let within: Vec<&str> = place.within.iter().map(|w| w.text.as_str()).collect();
    let state = facts::state_of_place(claim);
    object([
        ("extracted_place", json!(place.words.text)),
        ("within", json!(within)),
        ("resolved_place", json!(location.map(|l| &l.name))),
        ("geonameid", json!(location.and_then(|l| l.geonames))),
        ("lat", json!(location.map(|l| l.latitude))),
        ("lon", json!(location.map(|l| l.longitude))),
        (
            "district",
            json!(location.and_then(|l| l.admin2.as_deref())),
        ),
        (
            "province",
            json!(location.and_then(|l| l.admin1.as_deref())),
        ),
        ("country", json!(state.map(|s| s.name()))),
        ("country_code", json!(state.map(|s| s.iso3))),
        (
            "resolution",
            json!(location.and_then(|l| resolution(l.where_prec))),
        ),
    ])
}

/// PLOVER's 1 (country) to 5 (below the city) for UCDP's precision.
fn resolution(where_prec: u8) -> Option<u8> {
    match where_prec {
        1 | 2 => Some(4),
        3 => Some(3),
        4 => Some(2),
        6 => Some(1),
        _ => None,
    }
}

fn size(claim: &ClaimRecord) -> Value {
    let count = |meaning| json!(facts::toll_of(claim, meaning));
    let size = object([
        ("dead", count("killed")),
        ("injured", count("wounded")),
        ("arrested", count("arrested")),
    ]);
    match &size {
        Value::Object(members) if members.is_empty() => Value::Null,
        _ => size,
    }
}

fn text(article: &ArticleRecord, claim: &ClaimRecord) -> Value {
    let at = |byte| facts::characters(&article.text, byte);
    json!({
        "text_story": claim.evidence.text,
        "start": at(claim.evidence.span.start),
        "end": at(claim.evidence.span.end),
    })
}

fn citation(article: &ArticleRecord) -> Value {
    object([
        ("citation", json!(article.id)),
        ("url", json!(article.url)),
        (
            "title",
            json!(article.title.as_ref().map(|title| &title.text)),
        ),
        ("language", json!(article.language.code)),
        ("publication", json!(article.outlet)),
        ("date", json!(article.published)),
    ])
}

fn attribution(source: &SourceRecord) -> Value {
    let identity = source.identity.as_ref();
    object([
        ("kind", json!(source.kind)),
        ("source", json!(source.name())),
        ("cue", json!(source.cue.as_ref().map(|cue| &cue.text))),
        ("direct", json!(source.direct)),
        ("told", json!(source.told.as_ref().map(|told| &told.text))),
        (
            "said",
            json!(
                source
                    .said
                    .as_ref()
                    .and_then(|said| said.value_anchored.as_ref())
            ),
        ),
        (
            "country",
            json!(identity.and_then(|i| i.country.as_deref())),
        ),
        ("sector", json!(identity.and_then(|i| i.sector.as_deref()))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_no_member() {
        let event = event(&ArticleRecord::default(), &ClaimRecord::default());
        for absent in ["recipient", "event_loc", "size", "enddate", "mode"] {
            assert!(event.get(absent).is_none(), "{absent}");
        }
        assert_eq!(event["date"], "");
    }
}
