//! GeoJSON (RFC 7946): one point for each claim whose place has coordinates.

use super::across::Across;
use super::facts::{self, name};
use super::{Exported, Exporter};
use crate::error::StoreError;
use crate::record::{ArticleRecord, ArticleRecords, ClaimRecord};
use serde_json::{Value, json};
use std::io::Write;

pub(super) struct GeoJson<'w, W> {
    to: &'w mut W,
    done: Exported,
}

impl<'w, W: Write> GeoJson<'w, W> {
    pub fn new(to: &'w mut W) -> Result<Self, StoreError> {
        to.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
        Ok(Self {
            to,
            done: Exported::default(),
        })
    }
}

impl<W: Write> Exporter for GeoJson<'_, W> {
    fn article(&mut self, records: &ArticleRecords, _: &Across) -> Result<(), StoreError> {
        for claim in &records.claims {
            let Some(point) = facts::point(claim) else {
                self.done.left_out += 1;
                continue;
            };
            let separator: &[u8] = if self.done.rows == 0 { b"\n" } else { b",\n" };
            self.to.write_all(separator)?;
            serde_json::to_writer(&mut *self.to, &feature(&records.article, claim, point))?;
            self.done.rows += 1;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Exported, StoreError> {
        self.to.write_all(b"\n]}\n")?;
        self.to.flush()?;
        Ok(self.done)
    }
}

fn feature(article: &ArticleRecord, claim: &ClaimRecord, (lat, lon): (f64, f64)) -> Value {
    let named = |role: &'static str| -> Vec<&str> { claim.with_role(role).map(name).collect() };
    let location = facts::location(claim);
    let interval = claim.time.as_ref().and_then(facts::bounds);
    let toll = |meaning| facts::toll_of(claim, meaning);
    let source = claim.innermost().and_then(|source| source.name());
    json!({
        "type": "Feature",
        "id": claim.id,
        // Longitude first, as the format has it.
        "geometry": { "type": "Point", "coordinates": [lon, lat] },
        "properties": {
            "article": article.id,
            "title": article.heading(),
            "outlet": article.outlet,
            "published": article.published,
            "url": article.url,
            "event_type": claim.event_type,
            "event_mode": claim.event_mode,
            "quad_code": claim.quad_code,
            "cameo": claim.cameo,
            "actor": named("actor"),
            "recipient": named("recipient"),
            "victim": named("victim"),
            "place": facts::place_words(claim),
            "place_name": location.map(|l| &l.name),
            "geonames_id": location.and_then(|l| l.geonames),
            "where_prec": location.map(|l| l.where_prec),
            "country": facts::state_of_place(claim).map(|state| state.iso3),
            "first": interval.map(|(first, _)| first),
            "last": interval.map(|(_, last)| last),
            "killed": toll("killed"),
            "wounded": toll("wounded"),
            "source": source,
            "source_kind": claim.innermost().map(|source| &source.kind),
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "tense": claim.tense,
            "evidence": claim.evidence.text,
        },
    })
}
