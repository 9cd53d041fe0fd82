//! What of a claim speaks for or against its telling of the same happening as another.

use super::compare::{is_death_of_one, is_fight, is_killing};
use crate::claim::{Argument, Claim, Role};
use crate::factuality::{Polarity, Tense};
use crate::layers::Layers;
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_span::Span;
use dateline_text::{Pos, TimeKind, Tok, When};

/// Days of a period beyond which what is told of it is a total.
const A_WEEK: i32 = 7;

/// How many happenings a claim speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Count {
    /// One.
    One,
    /// Several, as a campaign or a total.
    Several,
}

/// Whether a claim tells of something that took place, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// It happened or is happening.
    Real,
    /// It did not happen, or somebody denies it.
    Denied,
    /// It is planned, promised, threatened.
    Planned,
    /// A habit.
    Habit,
    /// Only supposed.
    Supposed,
}

/// A claim as the fusion sees it.
pub(super) struct Profile<'a> {
    pub claim: &'a Claim,
    pub trigger: Tok<'a>,
    pub count: Count,
    pub sort: Sort,
    /// "the first incident", "a second attack": 1, 2 …; "another" is 0.
    pub ordinal: Option<u8>,
    /// Whether the trigger is a noun that takes up something told before: "the attack".
    pub definite: bool,
    /// Token of the claim told before that a definite noun would take up.
    pub latest_alike: Option<usize>,
    pub actors: Vec<Party<'a>>,
    pub recipients: Vec<Party<'a>>,
}

/// A participant as the fusion compares it.
pub(super) struct Party<'a> {
    pub head: Tok<'a>,
    /// The same number for all mentions of one entity.
    pub entity: Option<usize>,
    /// Capitalised words of its fullest naming, in lower case.
    pub names: Vec<String>,
    pub classes: ClassSet,
}

impl<'a> Profile<'a> {
    /// The profile of `claim`, after those of the claims told before it.
    pub fn of(layers: &'a Layers<'a>, before: &[Profile<'a>], claim: &'a Claim) -> Self {
        let trigger = layers.doc.tok(claim.head);
        let party = |a: &Argument| Party::of(layers, a);
        Self {
            claim,
            trigger,
            count: count(layers, claim, trigger),
            sort: sort(claim),
            ordinal: ordinal(trigger),
            definite: definite(trigger) || is_bare_in_headline(layers, trigger),
            latest_alike: latest_alike(before, claim, trigger),
            actors: claim.with_role(Role::Actor).map(party).collect(),
            recipients: claim
                .with_role(Role::Recipient)
                .chain(claim.with_role(Role::Victim))
                .map(party)
                .collect(),
        }
    }

    /// Whether it speaks of several happenings, as a campaign or as a total over a period.
    pub fn tells_of_several(&self, layers: &Layers<'_>) -> bool {
        let time = self.claim.time.and_then(|time| layers.times.get(time));
        let over_weeks = time.is_some_and(|time| {
            let period = matches!(time.kind, TimeKind::Duration | TimeKind::Set);
            let days = |when: When| when.last.since(when.first).map_or(0, |s| s.get_days());
            period && time.when.is_some_and(|when| days(when) > A_WEEK)
        });
        self.count == Count::Several || over_weeks
    }

    /// Actors and recipients: who meets or agrees is both.
    pub fn parties(&self) -> impl Iterator<Item = &Party<'a>> {
        self.actors.iter().chain(&self.recipients)
    }
}

/// The latest single happening of the claim's type told before it: one told in the same word, if
/// there is any.
fn latest_alike(before: &[Profile<'_>], claim: &Claim, trigger: Tok<'_>) -> Option<usize> {
    let alike = |p: &&Profile<'_>| {
        p.claim.event.kind == claim.event.kind
            && p.count == Count::One
            && p.sort == Sort::Real
            && !(is_fight(trigger) && is_death_of_one(p))
            && !(is_killing(trigger) && is_fight(p.trigger))
    };
    // The same word goes further than another; one that may be said of any attack not past all that
    // has been told since.
    const FURTHER: usize = 2;
    let general = matches!(
        trigger.lemma(),
        "attack" | "assault" | "strike" | "raid" | "violence" | "killing" | "operation"
    );
    let latest = before.iter().rfind(alike)?;
    let same_word = |p: &&Profile<'_>| p.trigger.lemma() == trigger.lemma();
    before
        .iter()
        .filter(alike)
        .rfind(same_word)
        .filter(|p| !general || p.trigger.sentence() + FURTHER >= latest.trigger.sentence())
        .or(Some(latest))
        .map(|p| p.claim.head)
}

impl<'a> Party<'a> {
    fn of(layers: &Layers<'a>, argument: &Argument) -> Self {
        let head = layers.doc.tok(argument.head);
        let named = argument.resolved.unwrap_or(argument.span);
        Self {
            head,
            entity: layers.coref.entity_of(argument.head),
            names: names(layers, argument.span, named),
            classes: classes(head),
        }
    }

    /// Whether the words name somebody, rather than only say of what kind they are.
    pub fn is_named(&self) -> bool {
        !self.names.is_empty()
    }
}

/// The words of a name that tell it from others: those the model found in a name of a person, body
/// or place. Nationalities and titles of office are shared by many.
fn names(layers: &Layers<'_>, spoken: Span, full: Span) -> Vec<String> {
    let words = |span: Span| layers.doc.range(layers.doc.tokens_in(span));
    let tells = |t: &Tok<'_>| {
        t.pos() == Pos::Propn
            && t.lower().chars().count() > 1
            && t.name_label() != "NORP"
            && noun_classes(t.lower()).is_empty()
    };
    let mut found: Vec<String> = words(spoken)
        .chain(words(full))
        .filter(tells)
        .map(|t| t.lower().to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// What sort of thing it is; "one of their centers" is a center.
fn classes(head: Tok<'_>) -> ClassSet {
    let of = head
        .children()
        .find(|c| c.dep() == "prep" && c.lower() == "of");
    let whole = of
        .and_then(|c| c.child(&["pobj"]))
        .filter(|_| head.pos() == Pos::Num);
    noun_classes(&whole.unwrap_or(head).lemma().to_lowercase())
}

fn sort(claim: &Claim) -> Sort {
    match (claim.factuality.tense, claim.factuality.polarity) {
        (Tense::Hypothetical, _) => Sort::Supposed,
        (Tense::Habitual, _) => Sort::Habit,
        (Tense::Future, _) => Sort::Planned,
        (_, Polarity::Negative) => Sort::Denied,
        _ => Sort::Real,
    }
}

/// "attacks", "a series of attacks", "multiple attacks"; not "one of two strikes".
fn count(layers: &Layers<'_>, claim: &Claim, trigger: Tok<'_>) -> Count {
    if one_of(trigger) {
        return Count::One;
    }
    let counted = claim.quantities.iter().any(|counted| {
        let quantity = &layers.quantities[counted.quantity];
        quantity.of.is_some_and(|(of, _)| of == claim.head) && quantity.high != Some(1.0)
    });
    let several = |t: Tok<'_>| matches!(t.tag(), "NNS" | "NNPS") && !only_plural(t.lower());
    // "killed nine in *raids* on two farms": in all of them.
    let tied = || claim.tied.iter().map(|at| layers.doc.tok(*at));
    let plural = several(trigger) || trigger.pos() == Pos::Verb && tied().any(several);
    // "launched attacks": the noun under a verb that only carries it counts for the verb.
    let carried = trigger.pos() == Pos::Verb
        && trigger
            .child(&["dobj"])
            .filter(|o| noun_classes(&o.lemma().to_lowercase()).has(NounClass::Event))
            .is_some_and(|o| matches!(o.tag(), "NNS") && !only_plural(o.lower()) || is_group(o));
    // "More than 300 have been killed since the truce", "so far this year": a total over a time.
    let over_a_time = crate::casualty::is_over_a_time(layers, trigger);
    if over_a_time || counted || plural || carried || is_group(trigger) {
        Count::Several
    } else {
        Count::One
    }
}

/// Plurals that name one happening.
fn only_plural(word: &str) -> bool {
    matches!(
        word,
        "talks"
            | "clashes"
            | "hostilities"
            | "elections"
            | "negotiations"
            | "riots"
            | "exercises"
            | "drills"
    )
}

/// "a series of": the noun that groups the happenings.
fn is_group(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "series" | "wave" | "string" | "spate" | "campaign"
    )
}

/// "one of two coordinated strikes".
fn one_of(noun: Tok<'_>) -> bool {
    noun.dep() == "pobj"
        && noun
            .head()
            .filter(|of| of.lower() == "of")
            .and_then(Tok::head)
            .is_some_and(|one| one.lower() == "one")
}

/// The ordinal of the happening: on the trigger ("a second attack"), or on what the clause is set
/// in ("In the first incident, …").
fn ordinal(trigger: Tok<'_>) -> Option<u8> {
    let set_in = trigger
        .children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "in" | "during"))
        .filter_map(|c| c.child(&["pobj"]))
        .filter(|o| noun_classes(&o.lemma().to_lowercase()).has(NounClass::Event));
    let governed = trigger
        .head()
        .into_iter()
        .filter(|_| trigger.dep() == "dobj")
        .flat_map(|verb| {
            verb.children()
                .filter(|c| c.dep() == "prep" && matches!(c.lower(), "in" | "during"))
                .filter_map(|c| c.child(&["pobj"]))
        });
    let events = std::iter::once(trigger)
        .filter(|t| t.pos() != Pos::Verb)
        .chain(set_in)
        .chain(governed);
    events
        .flat_map(Tok::children)
        .find_map(|c| match c.lower() {
            "first" => Some(1),
            "second" => Some(2),
            "third" => Some(3),
            "fourth" => Some(4),
            "another" | "separate" | "further" | "other" => Some(0),
            _ => None,
        })
}

/// "the attack", "that raid", "the Mandera attack": a noun that takes up what was told; "were among
/// the dead" takes up who died.
fn definite(trigger: Tok<'_>) -> bool {
    if trigger.lemma() == "be" {
        let among = trigger.children().find(|c| c.lower() == "among");
        let dead = among.and_then(|c| c.child(&["pobj"]));
        return dead.is_some_and(|d| d.child(&["det"]).is_some_and(|d| d.lower() == "the"));
    }
    takes_up(trigger) || happening_set_in(trigger).is_some_and(takes_up)
}

/// "two killed; front claims *attack*": headlines leave articles out, and a claim is of what was told.
fn is_bare_in_headline(layers: &Layers<'_>, noun: Tok<'_>) -> bool {
    let in_title = layers
        .title
        .is_some_and(|title| title.contains(noun.span()));
    let claimed = noun.dep() == "dobj" && noun.head().is_some_and(|v| v.lemma() == "claim");
    in_title && claimed && noun.tag() == "NN" && noun.children().next().is_none()
}

/// A verb that says that somebody was hurt, and not by what.
pub(super) fn is_hurting(trigger: Tok<'_>) -> bool {
    matches!(
        trigger.lemma(),
        "kill" | "wound" | "injure" | "hurt" | "die" | "perish"
    )
}

/// "were killed *in the attack*": the happening in which somebody was hurt.
pub(super) fn happening_set_in(trigger: Tok<'_>) -> Option<Tok<'_>> {
    let occasions = trigger.children().filter(|c| {
        is_hurting(trigger) && c.dep() == "prep" && matches!(c.lower(), "in" | "during")
    });
    occasions
        .filter_map(|c| c.child(&["pobj"]))
        .find(|o| noun_classes(&o.lemma().to_lowercase()).has(NounClass::Event))
}

fn takes_up(noun: Tok<'_>) -> bool {
    let one = noun.tag() == "NN" || only_plural(noun.lower());
    let pointed_at = |d: Tok<'_>| matches!(d.lower(), "the" | "this" | "that" | "these" | "those");
    noun.pos() == Pos::Noun
        && one
        && noun.child(&["det"]).is_some_and(pointed_at)
        && !is_told_afresh(noun)
}

/// A noun that its own words tell from what was told: a relative clause without comma ("the attack
/// that killed two"), a time of its own ("the December bombing"), somebody or something new ("the
/// killing of a priest", "the blast in a train").
fn is_told_afresh(noun: Tok<'_>) -> bool {
    let comma = noun.next().is_some_and(|n| n.text() == ",");
    let dated = |c: Tok<'_>| c.dep_in(&["compound", "nmod"]) && c.name_label() == "DATE";
    let of_something_new = |c: Tok<'_>| {
        c.dep() == "prep"
            && c.child(&["pobj"]).is_some_and(|o| {
                let counted = c.lower() == "of" && o.child(&["nummod"]).is_some();
                counted
                    || o.child(&["det"])
                        .is_some_and(|d| matches!(d.lower(), "a" | "an"))
            })
    };
    noun.children()
        .any(|c| c.dep() == "relcl" && c.i > noun.i && !comma || dated(c) || of_something_new(c))
}
