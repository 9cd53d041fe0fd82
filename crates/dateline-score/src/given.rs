//! What corpora give and news pages do not: bare text without a page, and triggers told beforehand.
//!
//! [`roles_at`] asks the engine's frames for the participants at a word that the corpus names as
//! trigger, whether or not the codebook would have fired there. Where the codebook fires at that very
//! word, its pattern and frame are taken; else the word is read with the frame of an entry of its
//! type: the one that lists the word, or, where none does, one with the frame that the scorer names
//! for the type (of any type, where the type has none with that frame). What a claim takes over from
//! other words of the same happening ("attacked a post, *killing* three") is left out, because the
//! corpus has events of their own for those words.

use dateline::data::{ClassSet, EventType};
use dateline::event::claim::clause::Clause;
use dateline::event::claim::nominal::Nominal;
use dateline::event::claim::trigger::{self, Body, Hit};
use dateline::event::claim::{PlaceMention, phrase, role};
use dateline::event::codebook::pattern::Pattern;
use dateline::event::codebook::{Codebook, Entry};
use dateline::event::{Argument, Layers, Role, resolve};
use dateline::page::{Article, Part, PartKind};
use dateline::text::{Coref, Document, Pos, Tok, attribution};
use dateline::{ArticleReading, Engine, Options};
use dateline_span::Span;
use jiff::civil::Date;

/// Reads a text that has no page around it, cut into the parts that the corpus tells.
pub fn read(engine: &Engine, text: &str, parts: &[(PartKind, Span)]) -> ArticleReading {
    engine.read_article(article(text, parts), &Options::default())
}

/// Reads a text that has no page around it, published on a day that the corpus tells.
pub fn read_on(
    engine: &Engine,
    text: &str,
    parts: &[(PartKind, Span)],
    published: Option<Date>,
) -> ArticleReading {
    engine.read_article(article(text, parts), &Options { published })
}

/// The same, of a page whose outlet and address the corpus tells too.
pub fn read_from(
    engine: &Engine,
    text: &str,
    parts: &[(PartKind, Span)],
    published: Option<Date>,
    (outlet, url): (Option<&str>, Option<&str>),
) -> ArticleReading {
    let mut article = article(text, parts);
    article.outlet = outlet.map(str::to_owned);
    article.url = url.map(str::to_owned);
    engine.read_article(article, &Options { published })
}

fn article(text: &str, parts: &[(PartKind, Span)]) -> Article {
    let parts: Vec<Part> = parts
        .iter()
        .map(|&(kind, span)| Part {
            kind,
            span,
            page: None,
        })
        .collect();
    Article::of_english(text, parts, "the corpus is English")
}

/// The part that a participant plays, as far as corpora and Dateline tell parts alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PartPlayed {
    /// Who does it.
    Actor,
    /// Who suffers it or is addressed: recipient or victim.
    Patient,
    /// By what means.
    Means,
    /// Where.
    Place,
}

impl PartPlayed {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Patient => "patient",
            Self::Means => "means",
            Self::Place => "place",
        }
    }
}

/// A participant or place of ours.
#[derive(Clone, PartialEq, Debug)]
pub struct Filler {
    /// The part it plays.
    pub part: PartPlayed,
    /// Its head word; for a place also the places that it lies in.
    pub heads: Vec<Span>,
    /// What it is resolved to elsewhere in the text.
    pub resolved: Option<Span>,
    /// Whether it is a further member of a coordination ("A and *B*").
    pub coordinated: bool,
}

/// Whom a type of event calls its patient, where a claim has both recipient and victim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Suffers {
    /// The recipient: the target of an attack.
    Recipient,
    /// The victim, if one is named: a death is of those who died, not of the place hit.
    VictimFirst,
    /// Recipient and victim alike.
    Both,
}

/// Participants as fillers; coordinated ones each by itself, as corpora mark them.
pub fn fillers(
    doc: &Document,
    arguments: &[Argument],
    place: Option<&PlaceMention>,
    suffers: Suffers,
) -> Vec<Filler> {
    let named = |role: Role| arguments.iter().any(|a| a.role == role);
    let human = |a: &Argument| phrase::is(doc.tok(a.head), ClassSet::HUMAN);
    let suffer = |a: &Argument| match suffers {
        // "killed three and wounded ten": both, where the first are people too.
        Suffers::VictimFirst if named(Role::Victim) => a.role == Role::Victim || human(a),
        Suffers::VictimFirst | Suffers::Recipient => a.role == Role::Recipient,
        Suffers::Both => true,
    };
    let mut found = Vec::new();
    for argument in arguments {
        let part = match argument.role {
            Role::Actor => PartPlayed::Actor,
            Role::Means => PartPlayed::Means,
            Role::Recipient | Role::Victim if suffer(argument) => PartPlayed::Patient,
            Role::Recipient | Role::Victim => continue,
        };
        let mut heads = vec![argument.head];
        let within = |t: &Tok<'_>| argument.span.contains(t.span()) && t.i != argument.head;
        let others = phrase::conjuncts(doc.tok(argument.head));
        heads.extend(others.into_iter().filter(within).map(|t| t.i));
        found.extend(heads.iter().map(|&head| Filler {
            part,
            heads: vec![doc.tok(head).span()],
            resolved: argument.resolved.filter(|_| head == argument.head),
            coordinated: head != argument.head,
        }));
    }
    found.extend(place.map(|p| {
        Filler {
            part: PartPlayed::Place,
            heads: std::iter::once(doc.tok(p.head).span())
                .chain(p.within.iter().copied())
                .collect(),
            resolved: None,
            coordinated: false,
        }
    }));
    found
}

/// The participants at a trigger that the corpus gives, for an event of one of `kinds`.
///
/// `trigger` is the given words; `frame` names the frame for words that no entry lists. Empty where
/// the trigger is neither verb nor noun.
pub fn roles_at(
    codebook: &Codebook,
    reading: &ArticleReading,
    trigger: Span,
    kinds: &[EventType],
    frame: &str,
    suffers: Suffers,
) -> Vec<Filler> {
    let Some(doc) = &reading.document else {
        return Vec::new();
    };
    let Some(head) = head_of(doc, trigger) else {
        return Vec::new();
    };
    with_layers(reading, doc, |layers| {
        let fires = |h: &Hit<'_, '_>| h.head == head && kinds.contains(&h.entry.kind);
        let hit = trigger::find(doc, codebook)
            .into_iter()
            .find(fires)
            .or_else(|| hit_at(codebook, head, kinds, frame));
        let found = hit.map(|hit| role::assign(&hit, layers.coref));
        let mut arguments: Vec<Argument> = found
            .unwrap_or_default()
            .into_iter()
            .map(|found| found.argument)
            .collect();
        for argument in &mut arguments {
            let known = layers.coref.issuer(argument.head);
            let full = known.or_else(|| layers.coref.antecedent(argument.head));
            argument.resolved = full.map(|a| a.span);
        }
        let place = resolve::place_of(layers, head.i, &arguments).map(|found| found.value);
        fillers(doc, &arguments, place.as_ref(), suffers)
    })
}

/// The word of a given trigger that the others hang on.
pub fn head_of(doc: &Document, trigger: Span) -> Option<Tok<'_>> {
    let tokens = doc.tokens_in(trigger);
    let outward = |t: &Tok<'_>| t.head().is_none_or(|h| !tokens.contains(&h.i));
    let mut heads = doc.range(tokens.clone()).filter(outward);
    let first = heads.next()?;
    let telling = |t: &Tok<'_>| matches!(t.pos(), Pos::Verb | Pos::Noun | Pos::Propn);
    Some(
        std::iter::once(first)
            .chain(heads)
            .find(telling)
            .unwrap_or(first),
    )
}

/// The way through the tree from one run of words to another, for people who read errors:
/// "^conj(attack) >dobj(post)" goes up a coordination and down to an object.
pub fn way(doc: &Document, from: Span, to: Span) -> String {
    let (Some(from), Some(to)) = (head_of(doc, from), head_of(doc, to)) else {
        return String::new();
    };
    let line = |tok: Tok<'_>| -> Vec<usize> {
        let above = tok.ancestors().map(|t| t.i);
        std::iter::once(tok.i).chain(above).collect()
    };
    let (up, down) = (line(from), line(to));
    let Some(meet) = up.iter().find(|i| down.contains(i)) else {
        return "another sentence".to_owned();
    };
    let rises = up.iter().take_while(|i| *i != meet).map(|&i| {
        let tok = doc.tok(i);
        let above = tok.head().map_or("", Tok::lemma);
        format!("^{}({above})", tok.dep())
    });
    let falls = down.iter().take_while(|i| *i != meet);
    let falls: Vec<String> = falls
        .map(|&i| format!(">{}({})", doc.tok(i).dep(), doc.tok(i).lemma()))
        .collect();
    let steps: Vec<String> = rises.chain(falls.into_iter().rev()).collect();
    steps.join(" ")
}

/// Verbs whose subject undergoes what they name.
const UNDERGOING: &[&str] = &[
    "die", "perish", "fall", "bleed", "drown", "suffer", "collapse",
];

fn hit_at<'d, 'c>(
    codebook: &'c Codebook,
    head: Tok<'d>,
    kinds: &[EventType],
    frame: &str,
) -> Option<Hit<'d, 'c>> {
    let verb = head.pos() == Pos::Verb;
    let state = (head.pos() == Pos::Adj || head.dep() == "oprd")
        .then(|| Clause::of_state(head))
        .flatten();
    if !verb && state.is_none() && !matches!(head.pos(), Pos::Noun | Pos::Propn) {
        return None;
    }
    let verb = verb || state.is_some();
    let patterns = |e: &'c Entry| if verb { &e.verbs } else { &e.nouns };
    let of_kind = || {
        codebook
            .entries()
            .iter()
            .filter(|e| kinds.contains(&e.kind))
    };
    let listed = of_kind().find_map(|entry| {
        let lists = |p: &&'c _| pattern_lists(p, head.lemma());
        Some((entry, patterns(entry).iter().find(lists)?))
    });
    let framed = |entry: &'c Entry| {
        let first = patterns(entry)
            .first()
            .filter(|_| entry.frame.name == frame);
        Some((entry, first?))
    };
    let (entry, pattern) = listed
        .or_else(|| of_kind().find_map(framed))
        .or_else(|| codebook.entries().iter().find_map(framed))?;
    let body = if verb {
        let mut clause = state.unwrap_or_else(|| Clause::of(head));
        // "Three died" under a frame whose verbs have an object: its subject suffers.
        let bare = clause.object.is_none() && !clause.passive;
        if entry.frame.transitive
            && bare
            && (head.tag() != "VBZ" || UNDERGOING.contains(&head.lemma()))
        {
            clause.read_as_passive();
        }
        Body::Verb(clause)
    } else {
        Body::Noun(Nominal::of(head))
    };
    Some(Hit {
        entry,
        pattern,
        head,
        companions: Vec::new(),
        mode: entry.mode,
        body,
        outcomes: Vec::new(),
        aside: false,
        rival: false,
    })
}

/// Whether a pattern's triggering word may have this lemma.
pub fn pattern_lists(pattern: &Pattern, lemma: &str) -> bool {
    pattern.head.iter().any(|h| **h == *lemma)
}

/// Gives the layers that the reading was made from; `doc` is the reading's own.
pub fn with_layers<T>(
    reading: &ArticleReading,
    doc: &Document,
    ask: impl FnOnce(&Layers<'_>) -> T,
) -> T {
    let attributions = attribution::find(doc);
    let coref = Coref::find(doc, &reading.quotes, &attributions);
    ask(&Layers {
        doc,
        title: reading.article.title.map(|part| part.span),
        captions: &[],
        quotes: &reading.quotes,
        attributions: &attributions,
        coref: &coref,
        times: &reading.times,
        quantities: &reading.quantities,
        places: &reading.toponyms,
    })
}

/// A participant of the annotation.
#[derive(Clone, PartialEq, Debug)]
pub struct GoldRole {
    /// The part it plays.
    pub part: PartPlayed,
    /// The corpus's name of the role.
    pub role: String,
    /// Its words.
    pub span: Span,
    /// Its words and everything else in the text that names the same.
    pub mentions: Vec<Span>,
}

/// How answers and annotated participants of one event pair off.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RolePairs {
    /// Annotated participants that an answer hits.
    pub found: Vec<usize>,
    /// Annotated participants that none hits.
    pub missed: Vec<usize>,
    /// Answers that hit none.
    pub false_alarms: Vec<usize>,
}

/// Pairs each answer with the first annotated participant of the same part that it hits: its head
/// word stands inside the annotated words, or (`by_coreference`) it or what it resolves to stands
/// inside any mention of the same.
pub fn pair_roles(gold: &[GoldRole], ours: &[Filler], by_coreference: bool) -> RolePairs {
    let mut taken = vec![false; gold.len()];
    let mut pairs = RolePairs::default();
    for (index, filler) in ours.iter().enumerate() {
        let hits = |g: &GoldRole| {
            let inside = |words: &[Span], s: &Span| words.iter().any(|w| w.overlaps(*s));
            g.part == filler.part
                && if by_coreference {
                    filler
                        .heads
                        .iter()
                        .chain(&filler.resolved)
                        .any(|h| inside(&g.mentions, h))
                } else {
                    filler.heads.iter().any(|h| g.span.overlaps(*h))
                }
        };
        match (0..gold.len()).find(|&k| !taken[k] && hits(&gold[k])) {
            Some(k) => {
                taken[k] = true;
                pairs.found.push(k);
            }
            None => pairs.false_alarms.push(index),
        }
    }
    pairs.missed = (0..gold.len()).filter(|&k| !taken[k]).collect();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> [(PartKind, Span); 1] {
        [(PartKind::Paragraph, Span::new(0, text.len()))]
    }

    fn gold(part: PartPlayed, start: usize, end: usize) -> GoldRole {
        let span = Span::new(start, end);
        GoldRole {
            part,
            role: "Role".to_owned(),
            span,
            mentions: vec![span, Span::new(90, 94)],
        }
    }

    fn filler(part: PartPlayed, start: usize, end: usize) -> Filler {
        Filler {
            part,
            heads: vec![Span::new(start, end)],
            resolved: Some(Span::new(90, 94)),
            coordinated: false,
        }
    }

    #[test]
    fn an_answer_hits_one_participant_of_its_own_part() {
        use PartPlayed::{Actor, Patient};
        let annotated = [gold(Actor, 0, 7), gold(Patient, 20, 30)];
        let ours = [
            filler(Actor, 4, 7),
            filler(Actor, 4, 7),
            filler(Actor, 21, 25),
        ];
        let pairs = pair_roles(&annotated, &ours, false);
        assert_eq!(pairs.found, [0]);
        assert_eq!(pairs.missed, [1]);
        assert_eq!(pairs.false_alarms, [1, 2]);
    }

    #[test]
    fn coreference_accepts_another_naming_of_the_same() {
        let annotated = [gold(PartPlayed::Actor, 0, 7)];
        let ours = [filler(PartPlayed::Actor, 40, 44)];
        assert!(pair_roles(&annotated, &ours, false).found.is_empty());
        assert_eq!(pair_roles(&annotated, &ours, true).found, [0]);
    }

    #[test]
    fn a_given_trigger_that_no_entry_lists_is_read_by_frame() {
        let engine = Engine::new().unwrap();
        let text = "Four villagers perished in Kalem on Monday.";
        let reading = read(&engine, text, &paragraph(text));
        assert!(reading.claims.is_empty(), "the test wants a word unknown");
        let at = text.find("perished").unwrap();
        let found = roles_at(
            engine.codebook(),
            &reading,
            Span::new(at, at + 8),
            &[EventType::Assault],
            "harm",
            Suffers::VictimFirst,
        );
        let words = |part| {
            let of_part = found.iter().filter(move |f: &&Filler| f.part == part);
            of_part.map(|f| f.heads[0].slice(text)).collect::<Vec<_>>()
        };
        assert_eq!(words(PartPlayed::Patient), ["villagers"]);
        assert_eq!(words(PartPlayed::Place), ["Kalem"]);
        assert!(words(PartPlayed::Actor).is_empty());
    }
}
