//! Entities: names that share words, acronyms and aliases; and what is known of each.

use super::mention::{Gender, Kind, Mention, Number, Sort};
use super::{Context, Link};
use crate::document::{Pos, Tok};
use dateline_data::actors::state;
use std::collections::{BTreeMap, BTreeSet};

/// How many of an entity's latest names a new name is compared with.
const NAMES_COMPARED: usize = 12;

/// The reason of a mention that opens its entity.
pub const FIRST: &str = "first mention";

/// What is known of one entity.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    pub sort: Sort,
    pub gender: Gender,
    pub number: Number,
    /// Whether one of them is a name.
    pub named: bool,
    /// Lemmas it was described with: titles, appositions, head nouns.
    pub descriptors: BTreeSet<String>,
}

/// All entities so far, and the entity of each mention.
#[derive(Debug)]
pub struct Entities {
    pub list: Vec<Entity>,
    of: Vec<Option<u32>>,
    reasons: Vec<&'static str>,
    /// Entities by the words of their names and by their initials.
    by_word: BTreeMap<String, Vec<usize>>,
}

impl Entities {
    pub fn new(mentions: usize) -> Self {
        Self {
            list: Vec::new(),
            of: vec![None; mentions],
            reasons: vec![""; mentions],
            by_word: BTreeMap::new(),
        }
    }

    /// The entity of mention `k`.
    pub fn of(&self, k: usize) -> Option<usize> {
        self.of[k].map(|e| e as usize)
    }

    /// How mention `k` came to its entity.
    pub fn reason(&self, k: usize) -> &'static str {
        self.reasons[k]
    }

    /// The last mention of an entity before token `before`.
    pub fn last_mention<'m>(
        &self,
        mentions: &'m [Mention],
        entity: usize,
        before: usize,
    ) -> Option<&'m Mention> {
        self.list[entity]
            .mentions
            .iter()
            .rev()
            .map(|&k| &mentions[k])
            .find(|m| m.head < before)
    }

    /// The mention that names an entity best: its longest name, else its first noun phrase.
    pub fn fullest(&self, context: &Context<'_>, entity: usize) -> Option<usize> {
        let named = |kind: Kind| {
            self.list[entity]
                .mentions
                .iter()
                .copied()
                .filter(move |&k| context.mentions[k].kind == kind)
        };
        let acronym = |k: usize| is_acronym(context, k);
        named(Kind::Name)
            .max_by_key(|&k| {
                let mention = &context.mentions[k];
                (
                    mention.sort == self.list[entity].sort,
                    !acronym(k),
                    mention.words.len().min(6),
                    std::cmp::Reverse(k),
                )
            })
            .or_else(|| named(Kind::Nominal).next())
    }

    /// Puts mention `k` where the rules said; a mention without link opens an entity, unless it is
    /// a pronoun.
    pub fn place(&mut self, context: &Context<'_>, k: usize, link: Option<Link>) {
        let mention = &context.mentions[k];
        let entity = match link {
            Some(link) => {
                self.reasons[k] = link.reason;
                link.entity
            }
            None if mention.kind == Kind::Pronoun => return,
            None => {
                self.list.push(Entity {
                    mentions: Vec::new(),
                    sort: mention.sort,
                    gender: mention.gender,
                    number: mention.number,
                    named: false,
                    descriptors: BTreeSet::new(),
                });
                self.reasons[k] = FIRST;
                self.list.len() - 1
            }
        };
        self.of[k] = Some(entity as u32);
        let known = &mut self.list[entity];
        known.mentions.push(k);
        known.named |= mention.kind == Kind::Name;
        if known.gender == Gender::Unknown {
            known.gender = mention.gender;
        }
        if mention.kind == Kind::Pronoun {
            return;
        }
        if mention.kind == Kind::Name {
            for key in name_keys(context, k) {
                let sharing = self.by_word.entry(key).or_default();
                if !sharing.contains(&entity) {
                    sharing.push(entity);
                }
            }
        }
        if known.sort == Sort::Unknown {
            known.sort = mention.sort;
        }
        known
            .descriptors
            .extend(descriptors(context.doc.tok(mention.head)));
    }
}

/// Head noun, titles and appositions of a mention: "Kremlin spokesman Dmitry Peskov, head of …".
fn descriptors(head: Tok<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if head.pos() == Pos::Noun {
        found.push(head.lemma().to_owned());
    }
    for child in head.children() {
        // "Kremlin spokesman Dmitry Peskov" is a spokesman, "army propaganda" no army and "Government
        // Girls School" no government.
        let title = head.name_label() == "PERSON"
            && child.dep_in(&["compound", "nmod"])
            && child.i < head.i;
        if (title || child.dep() == "appos") && matches!(child.pos(), Pos::Noun | Pos::Propn) {
            found.push(child.lemma().to_lowercase());
        }
    }
    found
}

/// The entity that a name belongs to, by apposition, alias or its words.
pub fn link(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    alias(context, entities, k).or_else(|| same_words(context, entities, k))
}

/// "his counterpart, Ahmad al-Sharaa", "the Internal Security Forces, known as Asayish",
/// "Syrian Democratic Forces (SDF)": the name stands beside what it names.
fn alias(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let mention = &context.mentions[k];
    let tok = context.doc.tok(mention.head);
    let beside = match tok.dep() {
        "appos" => tok.head(),
        _ => also_known(context, mention),
    }?;
    // "the Group for the Support of *Islam* (JNIM)": short for the whole, and not for its last word.
    let bracketed = tok.prev().is_some_and(|p| p.text() == "(");
    let beside = match bracketed && is_acronym(context, k) {
        true => whole_name(beside),
        false => beside,
    };
    let other = context.mention_at(beside.i)?;
    let entity = entities.of(other).filter(|_| other < k)?;
    // "known as" tells more than the model's guess at the kind of name.
    let fits = tok.dep() != "appos" || agrees(&entities.list[entity], mention);
    // "KALEM (UNMISK) -": who reports from a town is not the town.
    let elsewhere = bracketed
        && entities.list[entity].sort == Sort::Place
        && mention.sort == Sort::Group
        && !abbreviates(context, other, &mention.words);
    // "in *Nice, France*": where the town lies, and no other name of it.
    let holds = tok.dep() == "appos"
        && !bracketed
        && tok.prev().is_some_and(|p| p.text() == ",")
        && mention.sort == Sort::Place
        && context.doc.tok(beside.i).pos() == Pos::Propn
        && entities.list[entity].sort == Sort::Place;
    let fits = fits && !elsewhere && !holds;
    fits.then_some(Link {
        entity,
        reason: "named beside it",
    })
}

/// The head of a name in which a name stands: "the *Front* for the Defence of Kalem and Danu".
fn whole_name(inner: Tok<'_>) -> Tok<'_> {
    let capital = |t: Tok<'_>| t.text().starts_with(char::is_uppercase);
    let mut whole = inner;
    for _ in 0..6 {
        let Some(above) = whole.head() else { break };
        let next = match whole.dep() {
            "conj" if capital(above) => above,
            "pobj" if matches!(above.lower(), "of" | "for" | "in") => match above.head() {
                Some(noun) if capital(noun) => noun,
                _ => break,
            },
            _ => break,
        };
        whole = next;
    }
    whole
}

/// The noun before ", known as X" or ", called X".
fn also_known<'d>(context: &Context<'d>, mention: &Mention) -> Option<Tok<'d>> {
    let first = context.doc.tokens_in(mention.span).start;
    let before = context.doc.tok(first).prev()?;
    let participle = if before.lower() == "as" {
        before.prev()?
    } else {
        before
    };
    let names = matches!(
        participle.lower(),
        "known" | "called" | "named" | "dubbed" | "abbreviated"
    );
    participle
        .head()
        .filter(|_| names && participle.dep() == "acl")
}

/// Whether a name can be one more name of an entity.
fn agrees(entity: &Entity, mention: &Mention) -> bool {
    let sorts = entity.sort == mention.sort
        || matches!(entity.sort, Sort::Unknown)
        || matches!(mention.sort, Sort::Unknown)
        || matches!(
            (entity.sort, mention.sort),
            (Sort::Group, Sort::Place) | (Sort::Place, Sort::Group)
        );
    sorts && !(entity.number == Number::Plural && mention.sort == Sort::Person)
}

/// The latest entity with a name that these words repeat, shorten, extend or abbreviate.
fn same_words(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let mention = &context.mentions[k];
    let mut best: Option<(u8, usize, Link)> = None;
    let sharing: BTreeSet<usize> = name_keys(context, k)
        .iter()
        .filter_map(|key| entities.by_word.get(key))
        .flatten()
        .copied()
        .collect();
    for e in sharing {
        let entity = &entities.list[e];
        let names = entity
            .mentions
            .iter()
            .rev()
            .filter(|&&m| context.mentions[m].kind == Kind::Name);
        for &other in names.take(NAMES_COMPARED) {
            let earlier = &context.mentions[other];
            if !agrees(entity, mention) && !is_surname(context, mention, earlier)
                || are_of_two_states(context, mention, earlier)
            {
                continue;
            }
            let Some((strength, reason)) = match_words(context, mention, k, earlier, other) else {
                continue;
            };
            if best
                .as_ref()
                .is_none_or(|(s, last, _)| (strength, other) > (*s, *last))
            {
                best = Some((strength, other, Link { entity: e, reason }));
            }
        }
    }
    best.map(|(_, _, link)| link)
}

/// "*Kenya's* Foreign Ministry", "the *Ugandan* Foreign Ministry": bodies of two states.
fn are_of_two_states(context: &Context<'_>, one: &Mention, other: &Mention) -> bool {
    let state_of = |mention: &Mention| {
        let head = context.doc.tok(mention.head);
        let owner = head.child(&["poss"]).map(|owner| owner.text());
        let before = head
            .children()
            .filter(|c| c.i < head.i && c.dep_in(&["amod", "compound", "nmod"]))
            .map(|c| c.text());
        owner
            .into_iter()
            .chain(before)
            .find_map(state)
            .map(|(code, _)| code)
    };
    let body = |mention: &Mention| mention.sort == Sort::Group && mention.words.len() > 1;
    body(one)
        && body(other)
        && matches!((state_of(one), state_of(other)), (Some(a), Some(b)) if a != b)
}

/// "Ruth *London* said … *London* was born": the surname of a person named in full before, which the
/// model takes for a place. Behind a preposition of place it is one.
fn is_surname(context: &Context<'_>, mention: &Mention, earlier: &Mention) -> bool {
    let tok = context.doc.tok(mention.head);
    let placed = tok.dep() == "pobj"
        && tok.head().is_some_and(|p| {
            matches!(
                p.lower(),
                "in" | "at" | "near" | "from" | "to" | "outside" | "around" | "across"
            )
        });
    earlier.sort == Sort::Person
        && mention.sort != Sort::Person
        && !placed
        && mention.words.len() == 1
        && earlier.words.len() > 1
        && earlier.words.last() == mention.words.last()
}

/// How two names match, the strongest way first.
fn match_words(
    context: &Context<'_>,
    mention: &Mention,
    k: usize,
    earlier: &Mention,
    other: usize,
) -> Option<(u8, &'static str)> {
    let (new, old) = (&mention.words, &earlier.words);
    if new.is_empty() || old.is_empty() {
        return None;
    }
    if new == old {
        return Some((3, "the same name"));
    }
    let person = mention.sort == Sort::Person || earlier.sort == Sort::Person;
    let unknown = mention.sort == Sort::Unknown || earlier.sort == Sort::Unknown;
    if person || unknown && (new.len() == 1 || old.len() == 1) {
        if old.ends_with(new) {
            return Some((2, "a surname standing for the full name"));
        }
        if new.ends_with(old) {
            return Some((2, "a full name for a surname given before"));
        }
        if person && new.len() == 1 && old[0] == new[0] && old.len() > 1 {
            return Some((1, "a first name standing for the full name"));
        }
        return None;
    }
    if is_acronym(context, k) && abbreviates(context, other, new) {
        return Some((2, "an acronym of a name given before"));
    }
    if is_acronym(context, other) && abbreviates(context, k, old) {
        return Some((2, "the full name of an acronym given before"));
    }
    let long = new.len() >= 2 && old.len() >= 2;
    if long && mention.sort == Sort::Group && (old.ends_with(new) || new.ends_with(old)) {
        return Some((1, "a part of the full name"));
    }
    None
}

/// One word of capitals, two to seven of them.
fn is_acronym(context: &Context<'_>, k: usize) -> bool {
    let words = context.mentions[k].span.slice(context.doc.text());
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    (2..=7).contains(&letters)
        && words
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, '.' | '&'))
}

/// Under which keys a name is found: its words, and its initials or letters.
fn name_keys(context: &Context<'_>, k: usize) -> Vec<String> {
    let mut keys = context.mentions[k].words.clone();
    keys.push(if is_acronym(context, k) {
        letters(&context.mentions[k].words)
    } else {
        initials(context, k)
    });
    keys
}

fn letters(words: &[String]) -> String {
    words
        .concat()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect()
}

/// The first letters of a name's capitalised words, in lower case.
fn initials(context: &Context<'_>, k: usize) -> String {
    let full = context.mentions[k].span.slice(context.doc.text());
    full.split(|c: char| c.is_whitespace() || c == '-')
        .filter_map(|w| w.chars().next())
        .filter(|c| c.is_uppercase())
        .collect::<String>()
        .to_lowercase()
}

/// Whether the acronym takes the first letters of the capitalised words of mention `long`.
fn abbreviates(context: &Context<'_>, long: usize, acronym: &[String]) -> bool {
    let initials = initials(context, long);
    initials.len() >= 2 && initials == letters(acronym)
}
