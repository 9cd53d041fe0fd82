//! Who an actor is on the day of the event: state, PLOVER sector, office.
//!
//! A phrase is read in two ways that help each other: its *names* are looked up in the tables of
//! `dateline_data::actors` and taken as of the day, its *words* (office, kind, state) say the rest.
//! What neither says stays open. An office that was over by the day is a former one.

mod alias;
mod body;
mod company;
mod doer;
mod named;
mod several;
mod words;

use crate::{Argument, Claim, Layers, Role, SourceLink};
use dateline_data::ActorTable;
use dateline_data::casing::{Casing, casing};
use dateline_span::Span;
use dateline_text::phrase::noun_chunk;
use dateline_text::{Document, Name, TimeExpr};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt;

/// What sort of actor it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ActorKind {
    /// One person.
    Person,
    /// A group, party, movement or organisation with a name.
    Organisation,
    /// A state, by its name or the seat of its government.
    State,
    /// People or bodies without a name: "gunmen", "the Turkish Foreign Ministry".
    Description,
}

impl ActorKind {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            ActorKind::Person => "person",
            ActorKind::Organisation => "organisation",
            ActorKind::State => "state",
            ActorKind::Description => "description",
        }
    }
}

/// Who an actor was on a day. What is absent is not known.
#[derive(Clone, PartialEq, Debug)]
pub struct ActorCode {
    /// What sort of actor it is.
    pub kind: ActorKind,
    /// Its fullest name in the tables.
    pub name: Option<String>,
    /// ISO 3166-1 alpha-3, or CAMEO's code of what is no state (`UNO`, `EUR`, `IGO`, `NGO`, `MNC`,
    /// `IMG`).
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// The office held on the day.
    pub office: Option<String>,
    /// The highest office held before, where it ranks above the present one.
    pub former_office: Option<String>,
    /// How sure, from 0 to 100: a rank among resolutions, not a probability.
    pub score: u8,
    /// Why, as a person would say it.
    pub reason: String,
    /// Whom else the words may mean.
    pub rivals: Vec<Rival>,
}

/// Whom else the words may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rival {
    /// Name.
    pub name: String,
    /// State or domain.
    pub country: String,
    /// PLOVER sector.
    pub sector: String,
    /// Office; may be empty.
    pub office: String,
}

/// The actors of an article, each as of a day.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Actors {
    codes: BTreeMap<(Span, Option<Date>), ActorCode>,
}

impl Actors {
    /// Who the actor with these words was on this day.
    pub fn of(&self, words: Span, day: Option<Date>) -> Option<&ActorCode> {
        self.codes.get(&(words, day))
    }

    /// The participants and sources of an article's claims, each on its day: that of the event or
    /// of speaking where the text tells it, else the day of publication.
    pub fn of_claims(
        layers: &Layers<'_>,
        table: &ActorTable,
        published: Option<Date>,
        claims: &[Claim],
    ) -> Self {
        let asked = claims.iter().flat_map(|claim| {
            let day = day_of(layers.times, claim.time, published);
            let arguments = claim
                .arguments
                .iter()
                .map(move |a| (a.span, a.resolved, day));
            let sources = claim.source.links.iter().filter_map(move |link| {
                let day = day_of(layers.times, link.said, published);
                Some((link.mention?, link.resolved, day))
            });
            arguments.chain(sources)
        });
        let mut actors = Self::find(layers, table, asked);
        let doers = doer::of_armed_deeds(layers.doc, claims);
        for argument in claims.iter().flat_map(|claim| &claim.arguments) {
            let said = [Some(argument.span), argument.resolved];
            if said
                .into_iter()
                .flatten()
                .any(|words| doers.contains(&words))
            {
                actors.take_for_armed(layers.doc, argument.span);
            }
        }
        actors
    }

    /// Whoever did an armed deed and is nobody in particular is no civilian.
    fn take_for_armed(&mut self, doc: &Document, words: Span) {
        let days = (words, None)..;
        let own = self
            .codes
            .range_mut(days)
            .take_while(|((w, _), _)| *w == words);
        for (_, code) in own.filter(|(_, code)| doer::is_anybody(doc, words, code)) {
            code.sector = Some("UAF".to_owned());
            code.reason = format!("{}; somebody unnamed who did an armed deed", code.reason);
        }
    }

    /// Makes parties that one phrase joins ("Peru and Chile") participants of their own.
    pub fn part_parties(
        layers: &Layers<'_>,
        table: &ActorTable,
        published: Option<Date>,
        claims: &mut [Claim],
    ) {
        // Most articles join nobody, and need none.
        let mut resolver: Option<Resolver<'_>> = None;
        let mut are_parties = |members: &[several::Member], day| {
            let resolver = resolver.get_or_insert_with(|| Resolver::new(layers, table));
            several::are_parties(&resolver.each(members, day))
        };
        for claim in claims {
            let day = day_of(layers.times, claim.time, published);
            let mut parted: Vec<Argument> = Vec::new();
            for argument in &claim.arguments {
                let members = several::members(layers.doc, table, argument.span);
                let party = argument.role != Role::Means && !members.is_empty();
                if !party || !are_parties(&members, day) {
                    parted.push(argument.clone());
                    continue;
                }
                parted.extend(members.iter().map(|member| Argument {
                    role: argument.role,
                    span: member.words,
                    head: member.head,
                    resolved: None,
                    hedged: argument.hedged,
                }));
            }
            parted.dedup_by_key(|argument| (argument.role, argument.head));
            claim.arguments = parted;
        }
    }

    /// Who a participant was on the day of the event.
    pub fn of_argument(
        &self,
        times: &[TimeExpr],
        published: Option<Date>,
        claim: &Claim,
        argument: &Argument,
    ) -> Option<&ActorCode> {
        self.of(argument.span, day_of(times, claim.time, published))
    }

    /// Who a source was on the day that it spoke.
    pub fn of_source(
        &self,
        times: &[TimeExpr],
        published: Option<Date>,
        link: &SourceLink,
    ) -> Option<&ActorCode> {
        self.of(link.mention?, day_of(times, link.said, published))
    }

    /// Adds to a claim's trail who its participants are.
    pub fn explain(&self, times: &[TimeExpr], published: Option<Date>, claim: &mut Claim) {
        let day = day_of(times, claim.time, published);
        for argument in &claim.arguments {
            if let Some(code) = self.of(argument.span, day) {
                let role = argument.role.name();
                claim.why.note(role, code.to_string(), Some(argument.span));
            }
        }
    }

    /// Resolves phrases: each with the fullest naming of the same actor elsewhere, where there is
    /// one, and the day for which it is asked.
    pub fn find(
        layers: &Layers<'_>,
        table: &ActorTable,
        asked: impl IntoIterator<Item = (Span, Option<Span>, Option<Date>)>,
    ) -> Self {
        let resolver = Resolver::new(layers, table);
        let mut codes = BTreeMap::new();
        for (words, fullest, day) in asked {
            codes
                .entry((words, day))
                .or_insert_with(|| resolver.resolve(words, fullest, day));
        }
        let known = codes
            .into_iter()
            .filter_map(|(asked, code)| Some((asked, code?)));
        Self {
            codes: known.collect(),
        }
    }
}

/// The day to take a role by. A time that names a longer stretch is taken by its last day, by which
/// whoever came into office in it was there; what is still to come, by the day of publication.
fn day_of(times: &[TimeExpr], time: Option<usize>, published: Option<Date>) -> Option<Date> {
    let told = time
        .and_then(|index| times.get(index)?.when)
        .map(|when| when.last);
    match (told, published) {
        (Some(told), Some(published)) => Some(told.min(published)),
        (told, published) => told.or(published),
    }
}

impl fmt::Display for ActorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = [&self.country, &self.sector, &self.office]
            .into_iter()
            .flatten();
        let known: Vec<&str> = known.map(String::as_str).collect();
        write!(f, "taken as {}", self.kind.name())?;
        if !known.is_empty() {
            write!(f, " {}", known.join(" "))?;
        }
        if let Some(former) = &self.former_office {
            write!(f, ", former {former}")?;
        }
        write!(f, " ({} of 100): {}", self.score, self.reason)?;
        if !self.rivals.is_empty() {
            let names: Vec<&str> = self
                .rivals
                .iter()
                .map(|rival| rival.name.as_str())
                .collect();
            write!(f, "; rather than {}", names.join(", "))?;
        }
        Ok(())
    }
}

/// What resolving needs at hand.
struct Resolver<'l> {
    layers: &'l Layers<'l>,
    table: &'l ActorTable,
    aliases: alias::Aliases,
}

impl<'l> Resolver<'l> {
    fn new(layers: &'l Layers<'l>, table: &'l ActorTable) -> Self {
        Self {
            layers,
            table,
            aliases: alias::Aliases::find(layers.doc),
        }
    }

    /// The phrase by itself, and by its fullest naming where that says more.
    fn resolve(&self, words: Span, fullest: Option<Span>, day: Option<Date>) -> Option<ActorCode> {
        let members = several::members(self.layers.doc, self.table, words);
        if members.is_empty() {
            return self.one(words, fullest, day);
        }
        several::what_all_are(self.each(&members, day))
    }

    /// The members of a coordination, each by itself.
    fn each(&self, members: &[several::Member], day: Option<Date>) -> Vec<Option<ActorCode>> {
        let mut codes: Vec<Option<ActorCode>> = Vec::new();
        for member in members {
            let mut code = self.one(member.words, None, day);
            let before = codes
                .last()
                .and_then(|before| before.as_ref()?.country.clone());
            if let Some(code) = code.as_mut().filter(|_| member.shares_state) {
                code.country = code.country.take().or(before);
            }
            codes.push(code);
        }
        codes
    }

    fn one(&self, words: Span, fullest: Option<Span>, day: Option<Date>) -> Option<ActorCode> {
        let doc = self.layers.doc;
        let mut own = self.phrase(words, day);
        let alias = self.aliases.of(words, doc);
        let introduced = introductions(doc, fullest.unwrap_or(words));
        let fuller = |full: &Span| is_longer_name(doc, *full, words);
        let named_in_full = fullest.filter(fuller);
        let by_name = fullest
            .into_iter()
            .chain(alias)
            .chain(introduced)
            .filter(|full| *full != words)
            .filter_map(|full| Some((full, self.phrase(full, day)?)))
            .max_by_key(|(_, code)| code.score);
        // "Chan" of an article about Chan Mei-fong is who she is, and no other of that name.
        let full_name = by_name.as_ref().and_then(|(_, code)| code.name.as_ref());
        if named_in_full.is_some()
            && self.is_bare_surname(words)
            && own
                .as_ref()
                .is_some_and(|own| own.name.is_some() && own.name.as_ref() != full_name)
        {
            own = None;
        }
        match (own, by_name) {
            (Some(own), Some((_, full))) if says_as_much(&own, &full) => Some(own),
            (own, Some((span, full))) => {
                let name = span.slice(self.layers.doc.text());
                let known = own.filter(|own| own.country == full.country || full.country.is_none());
                Some(ActorCode {
                    country: full
                        .country
                        .or(known.as_ref().and_then(|own| own.country.clone())),
                    sector: full
                        .sector
                        .or(known.as_ref().and_then(|own| own.sector.clone())),
                    score: full.score.saturating_sub(5),
                    reason: format!("it stands for “{name}”: {}", full.reason),
                    ..full
                })
            }
            (own, None) => own,
        }
    }

    fn is_bare_surname(&self, words: Span) -> bool {
        words::Phrase::read(self.layers.doc, self.table, words)
            .is_some_and(|phrase| phrase.is_bare_surname(self.table))
    }

    fn phrase(&self, words: Span, day: Option<Date>) -> Option<ActorCode> {
        let phrase = words::Phrase::read(self.layers.doc, self.table, words)?;
        phrase.code(self.table, day)
    }
}

/// Whether a phrase says no less than a fuller naming: of two equally sure the one that gives the kind.
fn says_as_much(own: &ActorCode, full: &ActorCode) -> bool {
    let tells_kind = own.sector.is_some() || full.sector.is_none();
    own.score > full.score || own.score == full.score && tells_kind
}

/// Where the article says who a person is: each place where the same name stands, with the title
/// before it.
fn introductions(doc: &Document, words: Span) -> Vec<Span> {
    let named = person_in(doc, words);
    let Some(own) = named.filter(|name| name.end - name.first > 1) else {
        return Vec::new();
    };
    let text = doc.name_span(own).slice(doc.text());
    let same = doc
        .names()
        .iter()
        .filter(|name| doc.name_label(name) == "PERSON")
        .filter(|name| doc.name_span(name).slice(doc.text()) == text);
    same.map(|name| {
        let last = name.end as usize - 1;
        let start = noun_chunk(doc.tok(last)).start.min(name.first as usize);
        doc.span_of(start..last + 1)
    })
    .collect()
}

/// The person's name that a phrase ends with.
fn person_in(doc: &Document, words: Span) -> Option<&Name> {
    let last = doc.range(doc.tokens_in(words)).next_back()?;
    last.name().filter(|_| last.name_label() == "PERSON")
}

/// Whether one phrase has a longer name of a person than the other, which is part of it.
fn is_longer_name(doc: &Document, full: Span, short: Span) -> bool {
    let name = |words| person_in(doc, words).map(|name| doc.name_span(name).slice(doc.text()));
    name(full).zip(name(short)).is_some_and(|(full, short)| {
        full.len() > short.len() && full.contains(short) && is_name_with(full, short)
    })
}

/// Whether no capital word beside a surname is one that is written small elsewhere ("*BEFORE* Keita").
fn is_name_with(name: &str, surname: &str) -> bool {
    // "Chan *Hui*": syllables are words of some language.
    const LONGEST_SYLLABLE: usize = 3;
    let small = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.len() > LONGEST_SYLLABLE
            && word != surname
            && casing(&word.to_lowercase()) == Some(Casing::Lower)
    };
    !name.split(' ').any(small)
}
