//! Runs a page's traps over what was read out of it.

use super::PageText;
use super::predicted::{
    Header, Mention, Participant, Predicted, PredictedClaim, PredictedQuantity,
};
use super::reference::References;
use super::referent::Referent;
use super::traps::{Check, ClaimPattern, QuantityPattern, Trap, TrapFile};
use anyhow::{Context, Result, anyhow};
use dateline_span::Span;
use std::collections::BTreeSet;

/// What the traps of a page caught.
#[derive(Debug, Default)]
pub struct TrapReport {
    /// How many `must_not` entries are encoded.
    pub encoded: usize,
    /// How many of them met something of ours that they could have caught.
    pub met: BTreeSet<String>,
    /// What was caught: id, line, words of ours.
    pub caught: Vec<(String, u32, String)>,
}

impl TrapReport {
    /// How many `must_not` entries are violated.
    pub fn violated(&self) -> usize {
        self.caught
            .iter()
            .map(|(id, _, _)| id)
            .collect::<BTreeSet<_>>()
            .len()
    }
}

/// What is checked against what.
pub struct TrapCheck<'g> {
    /// What the traps speak of.
    pub references: References<'g>,
    /// What was read.
    pub predicted: &'g Predicted,
    /// The page.
    pub page: &'g PageText,
    /// Whether the page was read with a publication date.
    pub dated: bool,
}

/// The references of a claim pattern, looked up.
struct Wanted {
    actor: Option<Referent>,
    recipient: Option<Referent>,
    means: Option<Referent>,
    source: Option<Referent>,
    place: Option<Referent>,
    time: Option<Referent>,
    quantity: Option<Referent>,
}

/// How many things of ours a check looked at, and those it objects to.
struct Finding {
    looked_at: usize,
    objections: Vec<String>,
}

impl TrapCheck<'_> {
    /// Runs every trap.
    ///
    /// # Errors
    /// If a trap refers to something that the annotation does not hold.
    pub fn run(&self, traps: &TrapFile) -> Result<TrapReport> {
        let mut report = TrapReport {
            encoded: traps.ids().len(),
            ..TrapReport::default()
        };
        for trap in &traps.traps {
            let found = self
                .check(trap)
                .with_context(|| format!("trap {}", trap.id))?;
            if found.looked_at > 0 {
                report.met.insert(trap.id.clone());
            }
            let caught = found
                .objections
                .into_iter()
                .map(|w| (trap.id.clone(), trap.line, w));
            report.caught.extend(caught);
        }
        Ok(report)
    }

    fn check(&self, trap: &Trap) -> Result<Finding> {
        match &trap.check {
            Check::ValueOn { lines } => Ok(self.value_on(lines)),
            Check::Header { fields } => self.header(fields),
            Check::UnwrittenYear {} => Ok(self.unwritten_year()),
            Check::OneArticle { of } => self.one_article(of),
            Check::Claim(pattern) => self.more_claims(0, pattern),
            Check::MoreClaims { than, claims } => self.more_claims(*than, claims),
            Check::MoreIncidents { than, of } => self.more_incidents(*than, of),
            Check::Together { one, other } => self.together(one, other),
            Check::Speaker { quotes } => self.quotes(quotes, |q| q.speaker.is_some()),
            Check::Utterance { quotes } => self.quotes(quotes, |q| q.is_speech),
            Check::Resolved { mention, to } => self.resolved(mention, to),
            Check::Quantity(pattern) => self.quantity(pattern),
        }
    }

    fn value_on(&self, lines: &[u32]) -> Finding {
        let values = self.all_values();
        let on = |(_, span): &&(String, Span)| {
            !span.is_empty() && self.page.lines_of(*span).any(|l| lines.contains(&l))
        };
        let objections = values
            .iter()
            .filter(on)
            .map(|(what, _)| what.clone())
            .collect();
        Finding {
            looked_at: values.len(),
            objections,
        }
    }

    /// Everything of ours that points at the page, with what it is.
    fn all_values(&self) -> Vec<(String, Span)> {
        let mut values = Vec::new();
        let mut add = |what: &str, span: Span| {
            values.push((format!("{what} «{}»", span.slice(&self.page.text)), span));
        };
        let predicted = self.predicted;
        predicted.quotes.iter().for_each(|q| add("quote", q.span));
        predicted
            .times
            .iter()
            .for_each(|t| add("time", t.words.span));
        predicted
            .quantities
            .iter()
            .for_each(|q| add("quantity", q.span));
        predicted
            .articles
            .iter()
            .flat_map(|a| &a.captions)
            .for_each(|c| add("caption", c.span));
        for claim in &predicted.claims {
            add("trigger", claim.trigger.span);
        }
        for mention in self.all_mentions() {
            add("mention", mention.words.span);
            mention
                .resolved
                .iter()
                .for_each(|r| add("resolved mention", r.span));
        }
        values
    }

    fn all_mentions(&self) -> impl Iterator<Item = &Mention> {
        let quotes = self
            .predicted
            .quotes
            .iter()
            .filter_map(|q| q.speaker.as_ref());
        quotes.chain(self.predicted.claims.iter().flat_map(|claim| {
            let roles = claim
                .actors
                .iter()
                .chain(&claim.recipients)
                .chain(&claim.means);
            let sources = claim.sources.iter().filter_map(|s| s.mention.as_ref());
            roles.map(|p| &p.mention).chain(&claim.place).chain(sources)
        }))
    }

    fn header(&self, fields: &[String]) -> Result<Finding> {
        let mut objections = Vec::new();
        for field in fields {
            for article in &self.predicted.articles {
                let value = header_field(&article.header, field)?;
                objections.extend(value.map(|v| format!("{field} «{v}»")));
            }
        }
        Ok(Finding {
            looked_at: self.predicted.articles.len(),
            objections,
        })
    }

    fn unwritten_year(&self) -> Finding {
        if self.dated {
            return Finding {
                looked_at: 0,
                objections: Vec::new(),
            };
        }
        let times = &self.predicted.times;
        let bad = times.iter().filter(|t| {
            let written = years(&t.words.text);
            let invented = years(&t.value).iter().any(|y| !written.contains(y));
            invented
                || t.anchored
                    .as_ref()
                    .is_some_and(|a| years(a).iter().any(|y| !written.contains(y)))
                || (t.dated && written.is_empty())
        });
        let objections = bad
            .map(|t| format!("«{}» = {}", t.words.text, t.value))
            .collect();
        Finding {
            looked_at: times.len(),
            objections,
        }
    }

    fn one_article(&self, ids: &[String]) -> Result<Finding> {
        let spans = ids
            .iter()
            .map(|id| self.references.article_span(id))
            .collect::<Result<Vec<_>>>()?;
        let holds_several = |lines: &BTreeSet<u32>| {
            let held = |span: &&Span| self.page.lines_of(**span).any(|l| lines.contains(&l));
            spans.iter().filter(held).count() > 1
        };
        let articles = &self.predicted.articles;
        let bad = articles.iter().filter(|a| holds_several(&a.body_lines));
        let objections = bad.map(|a| format!("«{}»", a.title.as_deref().unwrap_or("untitled")));
        Ok(Finding {
            looked_at: articles.len(),
            objections: objections.collect(),
        })
    }

    fn more_claims(&self, than: usize, pattern: &ClaimPattern) -> Result<Finding> {
        let wanted = self.wanted(pattern)?;
        let mut looked_at = 0;
        let mut fitting = Vec::new();
        for claim in &self.predicted.claims {
            if !self.stands_where(claim, pattern)? {
                continue;
            }
            looked_at += 1;
            if self.is_like(claim, pattern, &wanted) {
                fitting.push(self.words_of(claim));
            }
        }
        let objections = if fitting.len() > than {
            fitting
        } else {
            Vec::new()
        };
        Ok(Finding {
            looked_at,
            objections,
        })
    }

    /// A claim of ours as a person finds it again.
    fn words_of(&self, claim: &PredictedClaim) -> String {
        let line = self.page.lines_of(claim.trigger.span).next().unwrap_or(0);
        let mut words = format!("{} «{}» in line {line}", claim.kind, claim.trigger.text);
        for (role, people) in [("actor", &claim.actors), ("recipient", &claim.recipients)] {
            for participant in people {
                words.push_str(&format!(", {role} {}", participant.mention.naming()));
            }
        }
        words
    }

    /// The keys of a pattern that say where.
    fn stands_where(&self, claim: &PredictedClaim, pattern: &ClaimPattern) -> Result<bool> {
        let trigger = claim.trigger.span;
        let at = |ids: &[String]| -> Result<bool> {
            let gold = ids
                .iter()
                .map(|id| self.references.claim(id))
                .collect::<Result<Vec<_>>>()?;
            Ok(gold.iter().any(|g| g.has_trigger_in(trigger)))
        };
        let within = |spans: Result<Vec<Span>>| {
            Ok::<_, anyhow::Error>(spans?.iter().any(|s| s.overlaps(trigger)))
        };
        let stretches = pattern
            .within
            .iter()
            .map(|id| self.references.stretch(id))
            .collect();
        let articles = pattern
            .articles
            .iter()
            .map(|id| self.references.article_span(id))
            .collect();
        let on_lines = || {
            self.page
                .lines_of(trigger)
                .any(|l| pattern.lines.contains(&l))
        };
        Ok((pattern.at.is_empty() || at(&pattern.at)?)
            && !at(&pattern.not_at)?
            && (pattern.within.is_empty() || within(stretches)?)
            && (pattern.articles.is_empty() || within(articles)?)
            && (pattern.lines.is_empty() || on_lines()))
    }

    /// The keys of a pattern that say what.
    fn is_like(&self, claim: &PredictedClaim, pattern: &ClaimPattern, wanted: &Wanted) -> bool {
        let among =
            |list: &[String], value: &str| list.is_empty() || list.iter().any(|v| v == value);
        among(&pattern.types, &claim.kind)
            && !pattern.not_types.contains(&claim.kind)
            && among(&pattern.polarity, &claim.polarity)
            && among(&pattern.certainty, &claim.certainty)
            && among(&pattern.tense, &claim.tense)
            && pattern
                .own_voice
                .is_none_or(|own| own == claim.sources.is_empty())
            && pattern
                .has_place
                .is_none_or(|has| has == claim.place.is_some())
            && pattern
                .has_time
                .is_none_or(|has| has == claim.time.is_some())
            && has_participants(claim, pattern.actor_hedged, wanted)
            && self.has_circumstances(claim, wanted)
    }

    /// Looks up the pattern's references, so that a wrong one is found even where nothing stands.
    fn wanted(&self, pattern: &ClaimPattern) -> Result<Wanted> {
        let look_up = |reference: &Option<String>| {
            reference
                .as_deref()
                .map(|r| self.references.referent(r))
                .transpose()
        };
        Ok(Wanted {
            actor: look_up(&pattern.actor)?,
            recipient: look_up(&pattern.recipient)?,
            means: look_up(&pattern.means)?,
            source: look_up(&pattern.source)?,
            place: look_up(&pattern.place)?,
            time: look_up(&pattern.time)?,
            quantity: look_up(&pattern.quantity)?,
        })
    }

    fn has_circumstances(&self, claim: &PredictedClaim, wanted: &Wanted) -> bool {
        let touches =
            |referent: &Referent, span: Span| referent.spans.iter().any(|s| s.overlaps(span));
        let quantities = claim
            .quantities
            .iter()
            .filter_map(|q| self.predicted.quantities.get(*q));
        let mut quantities = quantities.map(|q| q.span);
        let time = self.predicted.time_of(claim);
        let place = claim.place.as_ref();
        wanted
            .place
            .as_ref()
            .is_none_or(|r| place.is_some_and(|p| r.is_named(p)))
            && wanted
                .time
                .as_ref()
                .is_none_or(|r| time.is_some_and(|t| touches(r, t.words.span)))
            && wanted
                .quantity
                .as_ref()
                .is_none_or(|r| quantities.any(|span| touches(r, span)))
    }

    /// Our claims that name one of these gold claims.
    fn claims_at(&self, ids: &[String]) -> Result<Vec<usize>> {
        let gold = ids
            .iter()
            .map(|id| self.references.claim(id))
            .collect::<Result<Vec<_>>>()?;
        let is = |p: &usize| {
            let trigger = self.predicted.claims[*p].trigger.span;
            gold.iter().any(|g| g.has_trigger_in(trigger))
        };
        Ok((0..self.predicted.claims.len()).filter(is).collect())
    }

    fn more_incidents(&self, than: usize, ids: &[String]) -> Result<Finding> {
        let mut incidents = BTreeSet::new();
        let mut looked_at = 0;
        for id in ids {
            let ours = self.claims_at(std::slice::from_ref(id))?;
            looked_at += ours.len();
            // A gold claim counts once: with the first incident that any of our claims on it is in.
            incidents.extend(
                ours.first()
                    .and_then(|p| self.predicted.incidents_of(*p).pop_first()),
            );
        }
        let objections = if incidents.len() > than {
            vec![format!("{} incidents: {incidents:?}", incidents.len())]
        } else {
            Vec::new()
        };
        Ok(Finding {
            looked_at,
            objections,
        })
    }

    fn together(&self, one: &[String], other: &[String]) -> Result<Finding> {
        let (one, other) = (self.claims_at(one)?, self.claims_at(other)?);
        let mut objections = Vec::new();
        for a in &one {
            for b in other.iter().filter(|b| *b != a) {
                let shared = self.predicted.incidents_of(*a);
                if !shared.is_disjoint(&self.predicted.incidents_of(*b)) {
                    let (a, b) = (&self.predicted.claims[*a], &self.predicted.claims[*b]);
                    objections.push(format!("{} with {}", self.words_of(a), self.words_of(b)));
                }
            }
        }
        Ok(Finding {
            looked_at: one.len().min(other.len()),
            objections,
        })
    }

    fn quotes(
        &self,
        ids: &[String],
        bad: impl Fn(&super::predicted::PredictedQuote) -> bool,
    ) -> Result<Finding> {
        let spans = ids
            .iter()
            .map(|id| self.references.stretch(id))
            .collect::<Result<Vec<_>>>()?;
        let here = self
            .predicted
            .quotes
            .iter()
            .filter(|q| spans.iter().any(|s| s.overlaps(q.span)));
        let here: Vec<_> = here.collect();
        let words = |q: &&super::predicted::PredictedQuote| {
            let speaker = q.speaker.as_ref().map_or("nobody", |m| &m.words.text);
            format!("«{}» by {speaker}", q.span.slice(&self.page.text))
        };
        let objections = here
            .iter()
            .copied()
            .filter(|q| bad(q))
            .map(|q| words(&q))
            .collect();
        Ok(Finding {
            looked_at: here.len(),
            objections,
        })
    }

    fn resolved(&self, mention: &str, to: &str) -> Result<Finding> {
        let (place, wrong) = (
            self.references.referent(mention)?,
            self.references.referent(to)?,
        );
        let here: Vec<&Mention> = self
            .all_mentions()
            .filter(|m| place.spans.iter().any(|s| s.overlaps(m.head)))
            .collect();
        let is_wrong = |m: &&&Mention| {
            m.resolved.as_ref().is_some_and(|r| {
                let stand_in = Mention {
                    words: r.clone(),
                    head: r.span,
                    resolved: None,
                };
                wrong.is_participant(&stand_in)
            })
        };
        let words = |m: &&Mention| {
            let resolved = m.resolved.as_ref().map_or("nothing", |r| &r.text);
            format!("«{}» as «{resolved}»", m.words.text)
        };
        let objections = here.iter().filter(is_wrong).map(words).collect();
        Ok(Finding {
            looked_at: here.len(),
            objections,
        })
    }

    fn quantity(&self, pattern: &QuantityPattern) -> Result<Finding> {
        let at = pattern
            .at
            .iter()
            .map(|r| self.references.referent(r))
            .collect::<Result<Vec<_>>>()?;
        let mut spans: Vec<Span> = at.into_iter().flat_map(|r| r.spans).collect();
        for id in &pattern.within {
            spans.push(self.references.stretch(id)?);
        }
        for id in &pattern.articles {
            spans.push(self.references.article_span(id)?);
        }
        let here = self.predicted.quantities.iter();
        let here: Vec<_> = here
            .filter(|q| spans.iter().any(|s| s.overlaps(q.span)))
            .collect();
        let bad = here.iter().filter(|q| is_quantity_like(q, pattern));
        let words = |q: &&PredictedQuantity| {
            format!(
                "«{}» {:?}..{:?}",
                q.span.slice(&self.page.text),
                q.low,
                q.high
            )
        };
        Ok(Finding {
            looked_at: here.len(),
            objections: bad.map(words).collect(),
        })
    }
}

fn has_participants(claim: &PredictedClaim, actor_hedged: Option<bool>, wanted: &Wanted) -> bool {
    let is = |participant: &Participant, who: &Option<Referent>| {
        who.as_ref()
            .is_none_or(|r| r.is_participant(&participant.mention))
    };
    let any = |people: &[Participant], who: &Option<Referent>| {
        who.is_none() || people.iter().any(|p| is(p, who))
    };
    let actor = |p: &Participant| {
        is(p, &wanted.actor) && actor_hedged.is_none_or(|hedged| hedged == p.hedged)
    };
    let needs_actor = wanted.actor.is_some() || actor_hedged.is_some();
    let mut sources = claim.sources.iter().filter_map(|l| l.mention.as_ref());
    (!needs_actor || claim.actors.iter().any(actor))
        && any(&claim.recipients, &wanted.recipient)
        && any(&claim.means, &wanted.means)
        && wanted
            .source
            .as_ref()
            .is_none_or(|s| sources.any(|m| s.is_named(m)))
}

fn is_quantity_like(quantity: &PredictedQuantity, pattern: &QuantityPattern) -> bool {
    let bounded = quantity.low.is_some() || quantity.high.is_some();
    let point = quantity.low.is_some() && quantity.low == quantity.high;
    pattern.bounded.is_none_or(|b| b == bounded)
        && pattern.point.is_none_or(|p| p == point)
        && pattern
            .exactly
            .is_none_or(|n| point && quantity.low == Some(n))
}

fn header_field<'h>(header: &'h Header, field: &str) -> Result<Option<&'h str>> {
    let value = match field {
        "byline" => &header.byline,
        "outlet" => &header.outlet,
        "published" => &header.published,
        "dateline" => &header.dateline,
        "url" => &header.url,
        _ => return Err(anyhow!("unknown header field {field}")),
    };
    Ok(value.as_deref())
}

/// Runs of exactly four digits.
fn years(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 4)
        .collect()
}
