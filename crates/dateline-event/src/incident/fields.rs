//! What the claims of an incident say about it: agreed and differing, claim by claim.

use super::{Account, Field};
use crate::claim::{Argument, Claim, PlaceMention, Role};
use crate::layers::Layers;
use crate::resolve::Meaning;
use dateline_data::gazetteer::fold;
use dateline_span::Span;

/// One value told by one claim.
struct Told {
    claim: usize,
    span: Span,
    /// Values with the same key are one.
    key: String,
    /// Participants under the same naming are one, too, whether or not it is known who they are.
    naming: Option<String>,
}

impl Told {
    fn is_as(&self, other: &Told) -> bool {
        self.key == other.key || self.naming.is_some() && self.naming == other.naming
    }
}

/// All fields of which at least one claim speaks: those with one value, and those with several.
pub(super) fn of(
    layers: &Layers<'_>,
    claims: &[Claim],
    members: &[usize],
) -> (Vec<Field>, Vec<Field>) {
    let names = [
        "event",
        "place",
        "time",
        "actor",
        "recipient",
        "victim",
        "means",
        "killed",
        "wounded",
        "arrested",
        "abducted",
    ];
    let fields = names.into_iter().filter_map(|name| {
        let told: Vec<Told> = members
            .iter()
            .flat_map(|&i| read(layers, claims, members, i, name))
            .collect();
        let accounts = accounts(told);
        (!accounts.is_empty()).then_some(Field { name, accounts })
    });
    fields.partition(|f| f.accounts.len() == 1)
}

fn accounts(told: Vec<Told>) -> Vec<Account> {
    let mut found: Vec<(Vec<Told>, Account)> = Vec::new();
    for one in told {
        match found
            .iter_mut()
            .find(|(same, _)| same.iter().any(|other| one.is_as(other)))
        {
            Some((same, account)) => {
                if !account.claims.contains(&one.claim) {
                    account.claims.push(one.claim);
                }
                same.push(one);
            }
            None => {
                let account = Account {
                    value: one.span,
                    claims: vec![one.claim],
                };
                found.push((vec![one], account));
            }
        }
    }
    found.into_iter().map(|(_, account)| account).collect()
}

fn read(
    layers: &Layers<'_>,
    claims: &[Claim],
    members: &[usize],
    index: usize,
    field: &str,
) -> Vec<Told> {
    let claim = &claims[index];
    let all = || members.iter().filter_map(|&m| claims[m].place.as_ref());
    let plain = |span: Span| Told {
        claim: index,
        span,
        key: fold(span.slice(layers.doc.text())),
        naming: None,
    };
    match field {
        "event" => vec![Told {
            claim: index,
            span: claim.trigger,
            key: claim.event.kind.name().to_owned(),
            naming: None,
        }],
        "place" => claim
            .place
            .iter()
            .map(|p| plain(finest(layers, all(), p).span))
            .collect(),
        "time" => claim
            .time
            .map(|t| layers.times[t].stretch(layers.times))
            .map(|t| Told {
                claim: index,
                span: t.span,
                key: t.anchored.unwrap_or(t.value),
                naming: None,
            })
            .into_iter()
            .collect(),
        "actor" => parties(layers, claim, index, Role::Actor),
        "recipient" => parties(layers, claim, index, Role::Recipient),
        "victim" => parties(layers, claim, index, Role::Victim),
        "means" => claim
            .with_role(Role::Means)
            .map(|a| plain(a.span))
            .collect(),
        toll => tolls(layers, claim, index, toll),
    }
}

/// The closest place told that lies in this one: "Diban" for "eastern Syria", if some claim puts
/// Diban there. The coarser account does not differ from the finer.
fn finest<'p>(
    layers: &Layers<'_>,
    all: impl Iterator<Item = &'p PlaceMention>,
    place: &'p PlaceMention,
) -> &'p PlaceMention {
    let words = |span: Span| fold(span.slice(layers.doc.text()));
    let name = words(place.span);
    let mut inside = all.filter(|p| p.within.iter().any(|w| words(*w) == name));
    inside.next().unwrap_or(place)
}

fn parties(layers: &Layers<'_>, claim: &Claim, index: usize, role: Role) -> Vec<Told> {
    let told = |a: &Argument| {
        let naming = fold(a.resolved.unwrap_or(a.span).slice(layers.doc.text()));
        let key = match layers.coref.entity_of(a.head) {
            Some(entity) => format!("entity {entity}"),
            None => naming.clone(),
        };
        Told {
            claim: index,
            span: a.span,
            key,
            naming: Some(naming),
        }
    };
    claim.with_role(role).map(told).collect()
}

/// Counts of people killed, wounded and so on: what the claim's quantities count.
fn tolls(layers: &Layers<'_>, claim: &Claim, index: usize, toll: &str) -> Vec<Told> {
    let counts = claim.quantities.iter().filter(
        |counted| matches!(counted.meaning, Some(Meaning::People(fate)) if fate.name() == toll),
    );
    counts
        .map(|counted| &layers.quantities[counted.quantity])
        .map(|q| Told {
            claim: index,
            span: q.span,
            key: format!(
                "{:?} {:?} {}",
                q.low,
                q.high,
                fold(q.span.slice(layers.doc.text()))
            ),
            naming: None,
        })
        .collect()
}
