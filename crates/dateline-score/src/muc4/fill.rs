//! From the claims and incidents of a message to templates.
//!
//! The task's notions have no counterpart in Dateline and are decided here: which event types are
//! ARSON or BOMBING, which incidents count (violence against more than the state's own forces or
//! fighters outside the law, not denied, told with a target), and the classes of nouns ([`kinds`]).

use super::compare::{MONTHS, NOT_ESSENTIAL};
use super::kinds;
use super::places::Places;
use super::reader::Message;
use super::template::{
    CATEGORY, CONFIDENCE, DATE, DESCRIPTION, INSTRUMENT, INSTRUMENT_TYPE, LOCATION, NAME,
    ORGANISATION, PERPETRATOR, PERSON_EFFECT, PERSON_NUMBER, PERSON_TYPE, STAGE, THING,
    THING_EFFECT, THING_NUMBER, THING_TYPE, TYPE, Template,
};
use dateline::ArticleReading;
use dateline::data::{EventType, Mode, NounClass};
use dateline::event::claim::phrase;
use dateline::event::{Argument, Certainty, Claim, Polarity, Role, Tense};
use dateline::text::{Document, Pos, Tok};
use dateline_span::Span;
use jiff::civil::Date;

/// A person or thing attacked.
#[derive(Clone, PartialEq, Debug)]
struct Target {
    /// Name of a person.
    name: Option<String>,
    /// Office of a named person, words for any other target.
    description: Option<String>,
    /// As the task writes it.
    number: String,
    effect: Option<&'static str>,
}

impl Target {
    /// What other slots refer to it by.
    fn key(&self) -> &str {
        let words = self.name.as_deref().or(self.description.as_deref());
        words.unwrap_or("-")
    }

    fn words(&self) -> String {
        let parts = [self.description.as_deref(), self.name.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// Who did it.
#[derive(Clone, PartialEq, Debug)]
struct Perpetrator {
    words: String,
    is_organisation: bool,
    confidence: &'static str,
}

/// What one or more claims tell of one incident.
#[derive(Clone, Default, Debug)]
struct Deed {
    kind: &'static str,
    stage: &'static str,
    date: Option<(Date, Date)>,
    place: Option<Vec<String>>,
    people: Vec<Target>,
    things: Vec<Target>,
    perpetrators: Vec<Perpetrator>,
    instruments: Vec<(Option<String>, &'static str)>,
    /// Byte of the first trigger, for order.
    at: u32,
}

/// The templates of a message.
pub fn templates(message: &Message, reading: &ArticleReading, places: &Places) -> Vec<Template> {
    let Some(doc) = &reading.document else {
        return Vec::new();
    };
    let reader = Reader {
        reading,
        doc,
        message,
        places,
    };
    let mut deeds: Vec<Deed> = Vec::new();
    for incident in &reading.incidents {
        let told = incident.claims.iter().map(|&c| &reading.claims[c]);
        let told = told.filter_map(|claim| reader.deed(claim));
        let Some(deed) = told.reduce(Deed::joined) else {
            continue;
        };
        match deeds.iter_mut().find(|d| d.is_same(&deed)) {
            Some(same) => *same = std::mem::take(same).joined(deed),
            None => deeds.push(deed),
        }
    }
    let relevant = deeds
        .into_iter()
        .filter(|deed| deed.is_relevant() && deed.is_recent(message.date));
    relevant
        .enumerate()
        .map(|(i, deed)| reader.template(i + 1, &deed))
        .collect()
}

impl Deed {
    fn joined(mut self, other: Deed) -> Deed {
        // Blasts heard beside an attack do not make it a bombing; what hit a target does.
        if self.kind.is_empty() || self.kind == "ATTACK" && other.has_target() {
            self.kind = other.kind;
        } else if self.kind == "BOMBING" && !self.has_target() {
            self.kind = if other.kind == "BOMBING" || other.has_target() {
                other.kind
            } else {
                self.kind
            };
        }
        if self.stage != "ACCOMPLISHED" {
            self.stage = other.stage;
        }
        self.at = self.at.min(other.at);
        self.date = match (self.date, other.date) {
            (Some(a), Some(b)) => Some(if b.0 == b.1 && a.0 != a.1 { b } else { a }),
            (a, b) => a.or(b),
        };
        self.place = match (self.place, other.place) {
            (Some(a), Some(b)) => Some(if b.len() > a.len() { b } else { a }),
            (a, b) => a.or(b),
        };
        other
            .people
            .into_iter()
            .for_each(|t| add(&mut self.people, t));
        other
            .things
            .into_iter()
            .for_each(|t| add(&mut self.things, t));
        for p in other.perpetrators {
            if !self.perpetrators.iter().any(|q| q.words == p.words) {
                self.perpetrators.push(p);
            }
        }
        for i in other.instruments {
            if !self.instruments.contains(&i) {
                self.instruments.push(i);
            }
        }
        self
    }

    fn has_target(&self) -> bool {
        !self.people.is_empty() || !self.things.is_empty()
    }

    /// Whether the two are one template: nothing tells them apart in type, date, place or target.
    fn is_same(&self, other: &Deed) -> bool {
        let kinds = self.kind == other.kind
            || self.kind == "ATTACK" && other.kind == "BOMBING"
            || self.kind == "BOMBING" && other.kind == "ATTACK";
        let days = match (self.date, other.date) {
            (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
            _ => true,
        };
        let places = match (&self.place, &other.place) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let named = |d: &Deed| {
            d.people
                .iter()
                .filter_map(|t| t.name.clone())
                .collect::<Vec<_>>()
        };
        let (a, b) = (named(self), named(other));
        let people =
            a.is_empty() || b.is_empty() || a.iter().any(|n| b.iter().any(|m| is_short(n, m)));
        kinds && days && places && people
    }

    /// Not told to have been more than two months before the message.
    fn is_recent(&self, message: Option<Date>) -> bool {
        const MONTHS: i32 = 62;
        match (self.date, message) {
            (Some((_, last)), Some(day)) => (day - last).get_days() <= MONTHS,
            _ => true,
        }
    }

    /// Violence with a target that is not only the state's forces or fighters outside the law.
    fn is_relevant(&self) -> bool {
        let armed = |t: &Target| {
            let words = t.words();
            kinds::person(&words) == "ACTIVE MILITARY"
                || kinds::is_rebel(&words)
                || kinds::is_state(&words)
                || kinds::is_general(&words)
        };
        let people = self.people.iter().any(|t| !armed(t));
        let things = self.things.iter().any(|t| !kinds::is_military(&t.words()));
        let told = self.date.is_some()
            || self.place.is_some()
            || !self.perpetrators.is_empty()
            || !self.instruments.is_empty();
        let specific = |t: &Target| t.name.is_some() || t.number != "PLURAL";
        (people || things) && (told || self.people.iter().chain(&self.things).any(specific))
    }
}

/// Adds a target unless it is there already, then with the fuller words.
fn add(targets: &mut Vec<Target>, target: Target) {
    let same = targets.iter_mut().find(|t| match (&t.name, &target.name) {
        (Some(a), Some(b)) => is_short(a, b),
        (None, None) => t.description == target.description,
        _ => false,
    });
    match same {
        Some(t) => {
            if target.name.as_ref().map(String::len) > t.name.as_ref().map(String::len) {
                t.name = target.name;
            }
            t.description = t.description.take().or(target.description);
            t.effect = match (t.effect, target.effect) {
                (Some("DEATH"), _) | (_, Some("DEATH")) => Some("DEATH"),
                (a, b) => a.or(b),
            };
        }
        None => targets.push(target),
    }
}

/// Whether one name is part of the other.
fn is_short(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let long: Vec<&str> = long.split(' ').collect();
    short.split(' ').all(|w| long.contains(&w))
}

/// One message being read.
struct Reader<'r> {
    reading: &'r ArticleReading,
    doc: &'r Document,
    message: &'r Message,
    places: &'r Places,
}

impl Reader<'_> {
    fn words(&self, span: Span) -> String {
        let words = span.slice(&self.reading.article.text).to_uppercase();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the claim tells, where it is of the task's kinds.
    fn deed(&self, claim: &Claim) -> Option<Deed> {
        let stage = stage(claim)?;
        let trigger = self.doc.tok(claim.head);
        let lemma = trigger.lemma().to_lowercase();
        let mut deed = Deed {
            kind: kind(claim, &lemma)?,
            stage,
            at: claim.trigger.start,
            ..Deed::default()
        };
        let effect = effect(&lemma);
        for argument in &claim.arguments {
            match argument.role {
                Role::Actor => self.perpetrator(claim, argument, &mut deed),
                Role::Recipient | Role::Victim => self.target(claim, argument, effect, &mut deed),
                Role::Means => {
                    let words = self.words(self.doc.tok(argument.head).span());
                    let whole = self.words(argument.span);
                    if let Some(class) =
                        kinds::instrument(&whole).or_else(|| kinds::instrument(&words))
                    {
                        deed.instruments.push((Some(without_small(&whole)), class));
                    }
                }
            }
        }
        self.by_trigger(claim, &lemma, &mut deed);
        if let Some(place) = &claim.place {
            let head = self.doc.tok(place.head);
            let is_thing =
                phrase::classes(head).has(NounClass::Facility) && head.pos() == Pos::Noun;
            if is_thing {
                add(
                    &mut deed.things,
                    self.thing(claim, head, place.span, &lemma),
                );
            }
            let names = std::iter::once(place.span).chain(place.within.iter().copied());
            deed.place = Some(names.map(|s| self.words(s)).collect());
        }
        if deed.place.is_none() {
            deed.place = self.place_in_sentence(claim).map(|name| vec![name]);
        }
        deed.date = claim
            .time
            .or_else(|| self.day_in_sentence(claim))
            .and_then(|t| self.reading.times[t].when)
            .map(|w| (w.first, w.last));
        Some(deed)
    }

    /// The only place of the list that the sentence names, for an event that the engine puts nowhere.
    fn place_in_sentence(&self, claim: &Claim) -> Option<String> {
        let sentence = self.doc.sentence_span(self.doc.tok(claim.head).sentence());
        let names = self.doc.names().iter().map(|n| (n, self.doc.name_span(n)));
        let places = names.filter(|(n, span)| {
            sentence.contains(*span) && ["GPE", "LOC", "FAC"].contains(&self.doc.name_label(n))
        });
        let mut known = places
            .map(|(_, span)| self.words(span))
            .filter(|n| self.places.knows(n));
        let first = known.next()?;
        known.all(|n| n == first).then_some(first)
    }

    /// The only day that the sentence names, for an event that the engine gives none.
    fn day_in_sentence(&self, claim: &Claim) -> Option<usize> {
        let sentence = self.doc.sentence_span(self.doc.tok(claim.head).sentence());
        let times = self.reading.times.iter().enumerate();
        let mut days = times.filter(|(_, t)| {
            sentence.contains(t.span) && t.when.is_some_and(|w| w.first == w.last)
        });
        days.next()
            .filter(|_| days.next().is_none())
            .map(|(i, _)| i)
    }

    /// The instrument that the trigger itself names or implies.
    fn by_trigger(&self, claim: &Claim, lemma: &str, deed: &mut Deed) {
        let words = self.words(claim.trigger);
        if deed.kind == "ARSON" || deed.kind == "KIDNAPPING" {
            deed.instruments.clear();
        } else if matches!(lemma, "bomb" | "mine" | "grenade")
            && self.doc.tok(claim.head).pos() == Pos::Noun
        {
            if let Some(class) = kinds::instrument(&words) {
                deed.instruments.push((Some(words), class));
            }
        } else if deed.instruments.is_empty() {
            match lemma {
                "shoot" | "gun" | "shooting" | "fire" => deed.instruments.push((None, "GUN")),
                "machinegun" => deed.instruments.push((None, "MACHINE GUN")),
                "dynamite" => deed.instruments.push((None, "DYNAMITE")),
                "explosion" | "blast" => deed.instruments.push((None, "EXPLOSIVE")),
                _ => {}
            }
        }
    }

    fn perpetrator(&self, claim: &Claim, argument: &Argument, deed: &mut Deed) {
        let head = self.doc.tok(argument.head);
        let own = self.words(argument.span);
        let resolved = argument.resolved.map(|s| self.words(s));
        let words = match resolved {
            Some(full) if head.pos() == Pos::Pron || is_name(head) => full,
            _ => own,
        };
        if head.pos() == Pos::Pron && argument.resolved.is_none() {
            return;
        }
        let classes = phrase::classes(head);
        let is_person = head.name_label() == "PERSON"
            || classes.has(NounClass::Person)
            || classes.has(NounClass::People)
            || classes.has(NounClass::Armed)
                && !["ARMY", "FORCES", "FORCE"].contains(&self.words(head.span()).as_str());
        let confidence = confidence(claim, argument, self);
        let words = without_small(&words);
        if !says_something(&words) {
            return;
        }
        let organisation = self.organisation_in(argument).filter(|o| *o != words);
        if let Some(name) = organisation {
            deed.perpetrators.push(Perpetrator {
                words: name,
                is_organisation: true,
                confidence,
            });
        }
        deed.perpetrators.push(Perpetrator {
            words,
            is_organisation: !is_person,
            confidence,
        });
    }

    /// "FMLN guerrillas", "members of the Shining Path": the body named within.
    fn organisation_in(&self, argument: &Argument) -> Option<String> {
        let tokens = self.doc.tokens_in(argument.span);
        let mut named = self
            .doc
            .range(tokens)
            .filter(|t| t.i != argument.head && (t.name_label() == "ORG" || is_acronym(t.text())));
        let first = named.next()?;
        let mut last = match first.name() {
            Some(name) => self
                .doc
                .tok(self.doc.tokens_in(self.doc.name_span(name)).end - 1),
            None => first,
        };
        // The recogniser likes to stop before the noun of kind: "… Liberation | Front".
        while let Some(next) = last
            .next()
            .filter(|t| t.pos() == Pos::Propn && argument.span.contains(t.span()))
        {
            last = next;
        }
        Some(without_small(&self.words(first.span().cover(last.span()))))
    }

    fn target(
        &self,
        claim: &Claim,
        argument: &Argument,
        effect: Option<&'static str>,
        deed: &mut Deed,
    ) {
        let head = self.doc.tok(argument.head);
        let heads: Vec<Tok<'_>> = std::iter::once(head)
            .chain(phrase::conjuncts(head))
            .filter(|t| argument.span.contains(t.span()))
            .collect();
        let several = heads.len() > 1;
        for one in heads {
            let span = if several {
                phrase::single_span(one)
            } else {
                argument.span
            };
            self.one_target(claim, argument, one, span, effect, deed);
        }
    }

    fn one_target(
        &self,
        claim: &Claim,
        argument: &Argument,
        head: Tok<'_>,
        span: Span,
        effect: Option<&'static str>,
        deed: &mut Deed,
    ) {
        let classes = phrase::classes(head);
        if head.pos() == Pos::Pron && argument.resolved.is_none()
            || !says_something(&self.words(span))
        {
            return;
        }
        let lemma = self.doc.tok(claim.head).lemma().to_lowercase();
        let thing = [
            NounClass::Facility,
            NounClass::Vehicle,
            NounClass::Thing,
            NounClass::Goods,
        ]
        .into_iter()
        .any(|c| classes.has(c));
        let human = [
            NounClass::Person,
            NounClass::People,
            NounClass::Armed,
            NounClass::Police,
            NounClass::Official,
        ]
        .into_iter()
        .any(|c| classes.has(c));
        if classes.has(NounClass::Place) && !human || ["GPE", "LOC"].contains(&head.name_label()) {
            return;
        }
        if (thing || head.name_label() == "FAC" || head.name_label() == "ORG") && !human {
            return add(&mut deed.things, self.thing(claim, head, span, &lemma));
        }
        if head.pos() == Pos::Pron && head.lower() == "it" {
            return;
        }
        let resolved = (head.i == argument.head)
            .then_some(argument.resolved)
            .flatten();
        let mut target = self.person(head, span, resolved);
        if kinds::is_rebel(&target.words()) || !says_something(target.key()) {
            return;
        }
        target.number = self.number(claim, head, target.name.is_some());
        target.effect = effect;
        add(&mut deed.people, target);
    }

    fn person(&self, head: Tok<'_>, span: Span, resolved: Option<Span>) -> Target {
        let named = |span: Span| {
            let mut names = self.doc.names().iter();
            let found = names.find(|n| {
                self.doc.name_label(n) == "PERSON" && span.overlaps(self.doc.name_span(n))
            })?;
            Some(self.doc.name_span(found))
        };
        let whole = resolved.filter(|_| head.pos() == Pos::Pron).unwrap_or(span);
        let name = named(whole)
            .or_else(|| named(resolved?))
            .or_else(|| (head.pos() == Pos::Propn && head.name_label() != "ORG").then_some(whole));
        let Some(name_span) = name else {
            return Target {
                name: None,
                description: Some(without_small(&self.words(whole))),
                number: String::new(),
                effect: None,
            };
        };
        let (office, name) = split_title(&self.words(name_span));
        let before = Span::new(
            whole.range().start,
            name_span.range().start.max(whole.range().start),
        );
        let mut description = without_small(&self.words(before).replace(',', ""));
        if description.is_empty() {
            description = office;
        }
        if description.is_empty()
            && let Some(appositive) = head.child(&["appos"])
        {
            description = without_small(&self.words(phrase::single_span(appositive)));
        }
        Target {
            name: Some(name),
            description: Some(description).filter(|d| !d.is_empty()),
            number: String::new(),
            effect: None,
        }
    }

    fn thing(&self, claim: &Claim, head: Tok<'_>, span: Span, lemma: &str) -> Target {
        Target {
            name: None,
            description: Some(without_small(&self.words(span))),
            number: self.number(claim, head, false),
            effect: thing_effect(lemma),
        }
    }

    fn number(&self, claim: &Claim, head: Tok<'_>, is_named: bool) -> String {
        let counted = claim
            .quantities
            .iter()
            .map(|counted| &self.reading.quantities[counted.quantity])
            .filter(|q| q.unit.is_none() && !q.is_told_by_words())
            .find(|q| q.of.is_some_and(|(of, _)| of == head.i));
        if let Some(quantity) = counted {
            let about = if quantity.approximate { "~" } else { "" };
            return match (quantity.low, quantity.high) {
                (Some(low), Some(high)) if low == high => format!("{about}{low}"),
                (Some(low), Some(high)) => format!("{low} - {high}"),
                (Some(low), None) => format!("{low} -"),
                _ => "PLURAL".to_owned(),
            };
        }
        let plural =
            head.tag() == "NNS" || head.tag() == "NNPS" || head.morph().contains("Number=Plur");
        if plural && !is_named { "PLURAL" } else { "1" }.to_owned()
    }

    fn template(&self, number: usize, deed: &Deed) -> Template {
        let mut t = Template {
            message: self.message.id.clone(),
            number: number.to_string(),
            ..Template::default()
        };
        if let Some(date) = self.date(deed) {
            t.add(DATE, &date, None);
        }
        let location = self
            .places
            .locate(deed.place.as_deref().unwrap_or_default(), self.message);
        if let Some(location) = location {
            t.add(LOCATION, &location, None);
        }
        t.add(TYPE, deed.kind, None);
        t.add(STAGE, deed.stage, None);
        for (words, class) in &deed.instruments {
            if let Some(words) = words {
                t.add(INSTRUMENT, words, None);
            }
            t.add(
                INSTRUMENT_TYPE,
                class,
                Some(words.as_deref().unwrap_or("-")),
            );
        }
        let state = deed.perpetrators.iter().any(|p| kinds::is_state(&p.words));
        t.add(
            CATEGORY,
            if state {
                "STATE-SPONSORED VIOLENCE"
            } else {
                "TERRORIST ACT"
            },
            None,
        );
        for p in &deed.perpetrators {
            if p.is_organisation {
                t.add(ORGANISATION, &p.words, None);
                t.add(CONFIDENCE, p.confidence, Some(&p.words));
            } else {
                t.add(PERPETRATOR, &p.words, None);
            }
        }
        if deed.kind != "KIDNAPPING" {
            for thing in &deed.things {
                let key = thing.key();
                t.add(THING, key, None);
                t.add(THING_TYPE, kinds::thing(key), Some(key));
                t.add(THING_NUMBER, &thing.number, Some(key));
                let effect = thing
                    .effect
                    .or((deed.kind == "ARSON").then_some("SOME DAMAGE"));
                if let Some(effect) = effect {
                    t.add(THING_EFFECT, effect, Some(key));
                }
            }
        }
        for person in &deed.people {
            let key = person.key();
            if let Some(name) = &person.name {
                t.add(NAME, name, None);
            }
            if let Some(description) = &person.description {
                t.add(DESCRIPTION, description, person.name.as_deref());
            }
            t.add(PERSON_TYPE, kinds::person(&person.words()), Some(key));
            t.add(PERSON_NUMBER, &person.number, Some(key));
            if let Some(effect) = person.effect {
                t.add(PERSON_EFFECT, effect, Some(key));
            }
        }
        t
    }

    /// The day as the task writes it; by default no later than the message.
    fn date(&self, deed: &Deed) -> Option<String> {
        match deed.date {
            Some((first, last)) if first == last => Some(written(first)),
            Some((first, last)) => Some(format!("{} - {}", written(first), written(last))),
            None => self.message.date.map(|d| format!("- {}", written(d))),
        }
    }
}

fn written(date: Date) -> String {
    let month = MONTHS[(date.month() - 1) as usize];
    format!("{:02} {month} {:02}", date.day(), date.year() % 100)
}

/// The task's type; `None` for events that it does not know.
fn kind(claim: &Claim, lemma: &str) -> Option<&'static str> {
    let mode = claim.event.mode.map_or("", Mode::name);
    match (claim.event.kind, mode) {
        (EventType::Assault, "abduct") => Some("KIDNAPPING"),
        (EventType::Assault, _)
            if matches!(lemma, "burn" | "torch" | "arson" | "ignite" | "fire")
                && mode != "firearms" =>
        {
            Some("ARSON")
        }
        (EventType::Assault, _) if matches!(lemma, "rob" | "loot" | "robbery" | "steal") => {
            Some("ROBBERY")
        }
        (EventType::Assault, "explosives" | "suicide-attack") => Some("BOMBING"),
        (EventType::Assault, "crowd-control") => None,
        (EventType::Assault, _)
            if matches!(
                lemma,
                "dynamite" | "bomb" | "explosion" | "bombing" | "explode"
            ) =>
        {
            Some("BOMBING")
        }
        (EventType::Assault, _) => Some("ATTACK"),
        (EventType::Threaten, "violence") => Some("ATTACK"),
        _ => None,
    }
}

/// How far it went; `None` where its source denies it or does not commit itself.
fn stage(claim: &Claim) -> Option<&'static str> {
    let f = claim.factuality;
    match (f.polarity, f.tense) {
        _ if claim.event.kind == EventType::Threaten => Some("THREATENED"),
        (Polarity::Negative | Polarity::Unknown, _)
        | (_, Tense::Hypothetical | Tense::Future | Tense::Habitual) => None,
        _ => Some("ACCOMPLISHED"),
    }
}

fn effect(lemma: &str) -> Option<&'static str> {
    match lemma {
        "kill" | "murder" | "assassinate" | "die" | "slay" | "execute" | "massacre" | "death"
        | "murdering" | "killing" | "assassination" | "behead" | "dead" | "execution" => {
            Some("DEATH")
        }
        "wound" | "injure" | "injury" | "hurt" | "maim" => Some("INJURY"),
        _ => None,
    }
}

fn thing_effect(lemma: &str) -> Option<&'static str> {
    match lemma {
        "destroy" | "demolish" | "blow" | "raze" | "destruction" => Some("DESTROYED"),
        "damage" | "burn" | "dynamite" | "torch" => Some("SOME DAMAGE"),
        _ => None,
    }
}

fn confidence(claim: &Claim, argument: &Argument, reader: &Reader<'_>) -> &'static str {
    let source = claim.source.innermost();
    let speaker = source.resolved.or(source.mention).map(|s| reader.words(s));
    let own = argument.resolved.unwrap_or(argument.span);
    let own = reader.words(own);
    if speaker.as_deref().is_some_and(|s| is_short(s, &own)) {
        return "CLAIMED OR ADMITTED";
    }
    if !argument.hedged && claim.factuality.certainty == Certainty::Certain {
        return "REPORTED AS FACT";
    }
    if speaker.is_some_and(|s| kinds::is_state(&s)) {
        "SUSPECTED OR ACCUSED BY AUTHORITIES"
    } else {
        "SUSPECTED OR ACCUSED"
    }
}

fn is_name(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Propn
}

fn is_acronym(word: &str) -> bool {
    (2..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// More than a bare pronoun, number or mark.
fn says_something(words: &str) -> bool {
    const EMPTY: [&str; 26] = [
        "CASUALTIES",
        "VICTIMS",
        "THREE",
        "FOUR",
        "FIVE",
        "SIX",
        "TWO",
        "SEVERAL",
        "MANY",
        "HUNDREDS",
        "IT",
        "ONE",
        "THEY",
        "THEM",
        "HE",
        "SHE",
        "HIM",
        "WHO",
        "WHICH",
        "THIS",
        "THAT",
        "OTHERS",
        "SOME",
        "ALL",
        "WE",
        "US",
    ];
    words.chars().any(char::is_alphabetic) && !EMPTY.contains(&words)
}

/// Without articles, counts and possessives in front.
fn without_small(words: &str) -> String {
    const SMALL: [&str; 6] = ["THIS", "OUR", "ALL", "OF", "CERTAIN", "VARIOUS"];
    let mut rest = words.trim_matches(|c: char| c == ',' || c == ' ');
    while let Some((first, behind)) = rest.split_once(' ') {
        let small = SMALL.contains(&first) || NOT_ESSENTIAL.contains(&first);
        if !small && !first.bytes().all(|b| b.is_ascii_digit() || b == b',') {
            break;
        }
        rest = behind;
    }
    rest.to_owned()
}

/// "COL JUAN PEREZ": the title and the name.
fn split_title(words: &str) -> (String, String) {
    const TITLES: [&str; 26] = [
        "COLONEL",
        "COL",
        "GENERAL",
        "GEN",
        "LIEUTENANT",
        "LT",
        "MAJOR",
        "MAJ",
        "CAPTAIN",
        "CAPT",
        "SERGEANT",
        "SGT",
        "DR",
        "MR",
        "MRS",
        "PRESIDENT",
        "MINISTER",
        "JUDGE",
        "MAYOR",
        "GOVERNOR",
        "SENATOR",
        "MONSIGNOR",
        "MSGR",
        "FATHER",
        "BISHOP",
        "REV",
    ];
    let parts: Vec<&str> = words.split(' ').collect();
    let is_title = |w: &&str| TITLES.contains(&w.trim_end_matches('.'));
    let titles = parts
        .iter()
        .take_while(|w| is_title(w))
        .count()
        .min(parts.len() - 1);
    (parts[..titles].join(" "), parts[titles..].join(" "))
}
