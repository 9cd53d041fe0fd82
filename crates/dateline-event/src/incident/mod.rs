//! Claims of one article that are judged to be about one happening.
//!
//! Conservative by design: two claims are put together only where nothing rules it out (another
//! named place, another day, another target, "a second attack", a denial beside a report) and
//! enough speaks for it. Each merge keeps what spoke for it, so that a reader can undo it.

mod compare;
mod fields;
mod profile;
#[cfg(test)]
mod tests;

use crate::claim::Claim;
use crate::layers::Layers;
use compare::Verdict;
use dateline_span::Span;
use profile::Profile;

/// Why two claims were put together.
#[derive(Clone, PartialEq, Debug)]
pub struct Merge {
    /// Indices of the two claims.
    pub claims: (usize, usize),
    /// What speaks for it, as a person would say it.
    pub evidence: Vec<String>,
}

/// One value of a field and the claims that give it.
#[derive(Clone, PartialEq, Debug)]
pub struct Account {
    /// The words.
    pub value: Span,
    /// Indices of the claims.
    pub claims: Vec<usize>,
}

/// A field of an incident.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// "place", "time", "actor", "recipient", "means", "event", "killed" …
    pub name: &'static str,
    /// The different values told; one if all claims that speak of it agree.
    pub accounts: Vec<Account>,
}

/// Claims about one happening.
#[derive(Clone, PartialEq, Debug)]
pub struct Incident {
    /// Indices of its claims, in text order.
    pub claims: Vec<usize>,
    /// Whether it is several happenings told as one: "a series of attacks", a total over weeks.
    pub campaign: bool,
    /// The evidence of each merge; a single claim has none.
    pub merges: Vec<Merge>,
    /// Fields all claims that speak of them agree on.
    pub agreed: Vec<Field>,
    /// Fields with more than one value.
    pub differing: Vec<Field>,
}

/// The weight of evidence from which claims are put together: one specific shared circumstance
/// (a named place, a word that takes the other up), or several general ones.
const ENOUGH: f64 = 2.0;

/// The incidents of an article: each claim is in exactly one; most hold a single claim.
pub fn fuse(layers: &Layers<'_>, claims: &[Claim]) -> Vec<Incident> {
    let mut profiles: Vec<Profile<'_>> = Vec::with_capacity(claims.len());
    for claim in claims {
        profiles.push(Profile::of(layers, &profiles, claim));
    }
    let mut groups: Vec<Group> = Vec::new();
    for i in 0..claims.len() {
        match best_group(layers, &profiles, &groups, i) {
            Some((g, merge)) => {
                groups[g].members.push(i);
                groups[g].merges.push(merge);
            }
            None => groups.push(Group {
                members: vec![i],
                merges: Vec::new(),
            }),
        }
    }
    groups
        .into_iter()
        .map(|group| {
            let (agreed, differing) = fields::of(layers, claims, &group.members);
            let several = |&member: &usize| profiles[member].tells_of_several(layers);
            Incident {
                campaign: group.members.iter().all(several),
                claims: group.members,
                merges: group.merges,
                agreed,
                differing,
            }
        })
        .collect()
}

/// An incident in the making.
struct Group {
    members: Vec<usize>,
    merges: Vec<Merge>,
}

/// The group that claim `i` fits best: no member rules it out, and one member gives evidence enough.
/// Of equal ones the latest told.
fn best_group(
    layers: &Layers<'_>,
    profiles: &[Profile<'_>],
    groups: &[Group],
    i: usize,
) -> Option<(usize, Merge)> {
    let mut best: Option<(f64, usize, Merge)> = None;
    for (g, group) in groups.iter().enumerate() {
        let Some((weight, merge)) = strongest_tie(layers, profiles, group, i) else {
            continue;
        };
        if weight >= ENOUGH && best.as_ref().is_none_or(|(w, ..)| weight >= *w) {
            best = Some((weight, g, merge));
        }
    }
    best.map(|(_, g, merge)| (g, merge))
}

/// The strongest evidence between claim `i` and a member; `None` where any member rules it out.
fn strongest_tie(
    layers: &Layers<'_>,
    profiles: &[Profile<'_>],
    group: &Group,
    i: usize,
) -> Option<(f64, Merge)> {
    let mut best: Option<(f64, Merge)> = None;
    for &member in &group.members {
        let Verdict::Open(found) = compare::weigh(layers, &profiles[member], &profiles[i]) else {
            return None;
        };
        let weight: f64 = found.iter().map(|(weight, _)| weight).sum();
        if best.as_ref().is_none_or(|(w, _)| weight > *w) {
            let evidence = found.into_iter().map(|(_, words)| words).collect();
            let merge = Merge {
                claims: (member, i),
                evidence,
            };
            best = Some((weight, merge));
        }
    }
    best
}
