//! Which claims answer which annotated events, and the counts that follow.

use super::gold::{GoldArticle, GoldEvent};
use super::mention;
use super::types::{KairosType, could_hold};
use crate::given::{self, Filler, PartPlayed, RolePairs, Suffers, fillers, pair_roles};
use crate::measure::{Overlap, Share};
use dateline::ArticleReading;
use dateline::data::{EventType, Mode};
use dateline::event::codebook::Codebook;
use dateline::event::{Claim, Layers};
use dateline_span::Span;

/// What joining leaves in a claim's trail about a further word for the same happening.
const JOINED: &str = "the same happening";

/// A word that a claim stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// The word.
    pub span: Span,
    /// Index of its claim.
    pub claim: usize,
    /// How the claim came to stand on it.
    pub stands: Stands,
}

/// How a claim stands on a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stands {
    /// It is its trigger.
    Trigger,
    /// It was joined to the trigger as the same happening of one sentence.
    Joined,
    /// It takes the happening up elsewhere. It is an answer of its own: right where an event is
    /// marked on it, else a false alarm.
    Mention,
}

/// The words that claims stand on: triggers first, then joined words, then mentions elsewhere.
pub fn words(claims: &[Claim]) -> Vec<Word> {
    let triggers = claims.iter().enumerate().map(|(claim, c)| Word {
        span: c.trigger,
        claim,
        stands: Stands::Trigger,
    });
    let joined = claims.iter().enumerate().flat_map(|(claim, c)| {
        let steps = c.why.steps.iter().filter(|s| s.what.starts_with(JOINED));
        steps.filter_map(|s| s.evidence).map(move |span| Word {
            span,
            claim,
            stands: Stands::Joined,
        })
    });
    let mentions = claims.iter().enumerate().flat_map(|(claim, c)| {
        c.mentions.iter().map(move |m| Word {
            span: m.span,
            claim,
            stands: Stands::Mention,
        })
    });
    triggers.chain(joined).chain(mentions).collect()
}

/// A claim as far as pairing needs it.
pub struct Answer {
    /// Its type.
    pub kind: EventType,
    /// Whether the annotation could have held it ([`could_hold`]).
    pub judged: bool,
}

/// How annotated events and claims pair off.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Pairing {
    /// Annotated event and the word that hits its trigger.
    pub pairs: Vec<(usize, Word)>,
    /// Annotated events that no word hits.
    pub missed: Vec<usize>,
    /// Claims none of whose words (mentions aside) hits an event, though the annotation could have
    /// held them.
    pub false_alarms: Vec<usize>,
    /// Mentions that hit no event, though the annotation could have held one.
    pub stray_mentions: Vec<Word>,
    /// Claims on words of events that are left out, or of types that KAIROS lacks.
    pub unjudged: Vec<usize>,
}

/// Pairs each annotated event with one word on its trigger, of the right type before others.
pub fn pair(
    events: &[(Span, Vec<EventType>)],
    left_out: &[Span],
    answers: &[Answer],
    words: &[Word],
) -> Pairing {
    let mut pairing = Pairing::default();
    let mut used = vec![false; words.len()];
    for (index, (trigger, kinds)) in events.iter().enumerate() {
        let free = |k: &usize| !used[*k] && words[*k].span.overlaps(*trigger);
        let right = |k: &usize| kinds.contains(&answers[words[*k].claim].kind);
        let mut hits = (0..words.len()).filter(free);
        let first = hits.clone().next();
        match hits.find(right).or(first) {
            Some(k) => {
                used[k] = true;
                pairing.pairs.push((index, words[k]));
            }
            None => pairing.missed.push(index),
        }
    }
    for (claim, answer) in answers.iter().enumerate() {
        let own = |w: &Word| w.claim == claim && w.stands != Stands::Mention;
        let of_claim = || words.iter().filter(move |w| own(w));
        if pairing.pairs.iter().any(|(_, w)| own(w)) {
            continue;
        }
        let on = |spans: &[Span]| of_claim().any(|w| spans.iter().any(|s| s.overlaps(w.span)));
        if !answer.judged || on(left_out) {
            pairing.unjudged.push(claim);
        } else {
            pairing.false_alarms.push(claim);
        }
    }
    let stray = words.iter().zip(&used).filter(|(word, used)| {
        let on = |s: &Span| s.overlaps(word.span);
        let marked = events.iter().any(|(s, _)| on(s)) || left_out.iter().any(on);
        word.stands == Stands::Mention && !**used && !marked && answers[word.claim].judged
    });
    pairing.stray_mentions = stray.map(|(word, _)| *word).collect();
    pairing
}

/// Counts over the corpus.
#[derive(Default)]
pub struct Tally {
    /// Triggers.
    pub triggers: Overlap,
    /// PLOVER types of found triggers.
    pub types: Share,
    /// Roles given our triggers, by head word.
    pub roles: Overlap,
    /// The same by coreference.
    pub roles_coref: Overlap,
    /// Roles given the corpus's triggers, by head word.
    pub roles_given: Overlap,
    /// The same two by the phrase's own head, without [`mention::as_marked`].
    pub roles_unmarked: Overlap,
    /// Given the corpus's triggers.
    pub roles_given_unmarked: Overlap,
    /// Claims that the corpus cannot judge.
    pub unjudged: usize,
}

/// One article with its reading, paired.
pub struct Scored<'a> {
    /// The annotation.
    pub gold: &'a GoldArticle,
    /// The reading.
    pub reading: &'a ArticleReading,
    /// Events and claims.
    pub pairing: Pairing,
    /// For each claim with events of its type.
    pub roles: Vec<ScoredRoles>,
    /// For each annotated event, read at its own trigger.
    pub given: Vec<GivenRoles>,
}

/// What the engine's frames find at an annotated trigger.
pub struct GivenRoles {
    /// Ours.
    pub ours: Vec<Filler>,
    /// How they pair off with the annotation's.
    pub pairs: RolePairs,
}

/// The participants of one claim beside those of the events that it stands on.
pub struct ScoredRoles {
    /// The events, as one.
    pub pool: GoldEvent,
    /// Ours.
    pub ours: Vec<Filler>,
    /// How they pair off.
    pub pairs: RolePairs,
}

impl GoldEvent {
    /// PLOVER types that are right for it.
    pub fn kinds(&self) -> &'static [EventType] {
        self.kairos[0].kinds
    }

    fn holds(&self, part: PartPlayed) -> bool {
        self.kairos.iter().any(|k| k.holds(part))
    }

    /// Several of one claim suffer both as targets and as victims.
    fn suffers(&self) -> Suffers {
        match self.kairos[..] {
            [one] => one.suffers,
            _ => Suffers::Both,
        }
    }

    /// What several events name together; the first one's trigger.
    fn pool(events: &[&GoldEvent]) -> Option<GoldEvent> {
        let (first, others) = events.split_first()?;
        let mut pool = GoldEvent {
            trigger: first.trigger,
            kairos: first.kairos.clone(),
            roles: first.roles.clone(),
        };
        for other in others {
            pool.add(&other.kairos, &other.roles);
        }
        Some(pool)
    }
}

/// Scores an article and adds it to the tally.
pub fn score<'a>(
    gold: &'a GoldArticle,
    reading: &'a ArticleReading,
    codebook: &Codebook,
    tally: &mut Tally,
) -> Scored<'a> {
    let claims = &reading.claims;
    let events: Vec<_> = gold
        .events
        .iter()
        .map(|e| (e.trigger, e.kinds().to_vec()))
        .collect();
    let answer = |c: &Claim| Answer {
        kind: c.event.kind,
        judged: could_hold(c.event.kind, c.event.mode.map(Mode::name)),
    };
    let answers: Vec<Answer> = claims.iter().map(answer).collect();
    let pairing = pair(&events, &gold.left_out, &answers, &words(claims));
    tally.triggers.add(Overlap::of_pairs(
        pairing.pairs.len(),
        pairing.pairs.len() + pairing.false_alarms.len() + pairing.stray_mentions.len(),
        gold.events.len(),
    ));
    tally.unjudged += pairing.unjudged.len();
    let roles = score_roles(gold, reading, &pairing, tally);
    let mut given = Vec::with_capacity(gold.events.len());
    for event in &gold.events {
        let kairos = event.kairos[0];
        let ours = given::roles_at(
            codebook,
            reading,
            event.trigger,
            kairos.kinds,
            kairos.frame,
            kairos.suffers,
        );
        let ours = held(event, ours);
        let unmarked = pair_roles(&event.roles, &ours, false);
        tally.roles_given_unmarked.add(counts(&unmarked));
        let ours = as_marked(reading, event.trigger, ours);
        let pairs = pair_roles(&event.roles, &ours, false);
        tally.roles_given.add(counts(&pairs));
        given.push(GivenRoles { ours, pairs });
    }
    Scored {
        gold,
        reading,
        pairing,
        roles,
        given,
    }
}

/// Roles given our own triggers. A claim that stands on several events is compared with what they
/// name together. An event missed or mistyped loses all its participants, and all that a false alarm
/// names are false.
fn score_roles(
    gold: &GoldArticle,
    reading: &ArticleReading,
    pairing: &Pairing,
    tally: &mut Tally,
) -> Vec<ScoredRoles> {
    let of_claim = |claim: &Claim, suffers| match &reading.document {
        Some(doc) => fillers(doc, &claim.arguments, claim.place.as_ref(), suffers),
        None => Vec::new(),
    };
    let right = |(index, word): &&(usize, Word)| {
        let kind = reading.claims[word.claim].event.kind;
        gold.events[*index].kinds().contains(&kind)
    };
    let mut detail = Vec::new();
    for (claim_index, claim) in reading.claims.iter().enumerate() {
        let of_it = || pairing.pairs.iter().filter(|(_, w)| w.claim == claim_index);
        let events: Vec<&GoldEvent> = of_it()
            .filter(right)
            .map(|(e, _)| &gold.events[*e])
            .collect();
        tally.types.right += events.len();
        tally.types.total += of_it().count();
        if let Some(pool) = GoldEvent::pool(&events) {
            let ours = held(&pool, of_claim(claim, pool.suffers()));
            let unmarked = pair_roles(&pool.roles, &ours, false);
            tally.roles_unmarked.add(counts(&unmarked));
            let ours = as_marked(reading, claim.trigger, ours);
            let pairs = pair_roles(&pool.roles, &ours, false);
            tally.roles.add(counts(&pairs));
            let wide = pair_roles(&pool.roles, &ours, true);
            tally.roles_coref.add(counts(&wide));
            detail.push(ScoredRoles { pool, ours, pairs });
        } else if let Some(kairos) = KairosType::for_kind(claim.event.kind)
            && !pairing.unjudged.contains(&claim_index)
        {
            let mut ours = of_claim(claim, kairos.suffers);
            ours.retain(|f| kairos.holds(f.part));
            tally.add_lost(ours.len(), 0);
        }
    }
    let mistyped = pairing.pairs.iter().filter(|p| !right(p)).map(|(e, _)| e);
    for index in pairing.missed.iter().chain(mistyped) {
        tally.add_lost(0, gold.events[*index].roles.len());
    }
    detail
}

impl Tally {
    /// So many answers and annotated participants without a pair.
    fn add_lost(&mut self, answers: usize, gold: usize) {
        let lost = Overlap::of_pairs(0, answers, gold);
        self.roles.add(lost);
        self.roles_unmarked.add(lost);
        self.roles_coref.add(lost);
    }
}

/// The answers by the mentions that the corpus marks.
fn as_marked(reading: &ArticleReading, trigger: Span, ours: Vec<Filler>) -> Vec<Filler> {
    let Some(doc) = &reading.document else {
        return ours;
    };
    let Some(trigger) = given::head_of(doc, trigger) else {
        return ours;
    };
    let marked = |layers: &Layers<'_>| {
        let one = |filler| mention::as_marked(doc, layers.coref, trigger, filler);
        ours.into_iter().map(one).collect()
    };
    given::with_layers(reading, doc, marked)
}

/// The answers whose part the annotation has a role for.
fn held(event: &GoldEvent, ours: Vec<Filler>) -> Vec<Filler> {
    ours.into_iter().filter(|f| event.holds(f.part)).collect()
}

fn counts(pairs: &RolePairs) -> Overlap {
    let found = pairs.found.len();
    Overlap::of_pairs(
        found,
        found + pairs.false_alarms.len(),
        found + pairs.missed.len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::GoldRole;
    use EventType::{Agree, Assault, Coerce};
    use Stands::{Joined, Mention, Trigger};

    fn word(start: usize, claim: usize, stands: Stands) -> Word {
        Word {
            span: Span::new(start, start + 4),
            claim,
            stands,
        }
    }

    fn answers(kinds: &[EventType]) -> Vec<Answer> {
        let answer = |&kind| Answer {
            kind,
            judged: kind != Agree,
        };
        kinds.iter().map(answer).collect()
    }

    #[test]
    fn a_joined_word_finds_its_event_and_is_no_false_alarm_elsewhere() {
        let events = [
            (Span::new(0, 4), vec![Assault]),
            (Span::new(10, 14), vec![Assault]),
        ];
        let words = [
            word(0, 0, Trigger),
            word(10, 0, Joined),
            word(20, 0, Joined),
        ];
        let pairing = pair(&events, &[], &answers(&[Assault]), &words);
        assert_eq!(pairing.pairs, [(0, words[0]), (1, words[1])]);
        assert!(pairing.false_alarms.is_empty());
    }

    #[test]
    fn events_of_one_claim_pool_their_participants_each_once() {
        let role = |start: usize| GoldRole {
            part: PartPlayed::Place,
            role: "Place".to_owned(),
            span: Span::new(start, start + 4),
            mentions: Vec::new(),
        };
        let event = |name: &str, roles| GoldEvent {
            trigger: Span::new(0, 4),
            kairos: KairosType::of(name).into_iter().collect(),
            roles,
        };
        let attack = event("Conflict.Attack.Unspecified", vec![role(10)]);
        let death = event("Life.Die.Unspecified", vec![role(10), role(20)]);
        let pool = GoldEvent::pool(&[&attack, &death]).unwrap();
        assert_eq!(pool.roles, [role(10), role(20)]);
        assert_eq!(pool.suffers(), Suffers::Both);
        assert_eq!(death.suffers(), Suffers::VictimFirst);
        assert!(GoldEvent::pool(&[]).is_none());
    }

    #[test]
    fn a_mention_is_an_answer_of_its_own() {
        let events = [(Span::new(10, 14), vec![Assault])];
        let words = [
            word(0, 0, Trigger),
            word(10, 0, Mention),
            word(20, 0, Mention),
        ];
        let pairing = pair(&events, &[], &answers(&[Assault]), &words);
        assert_eq!(pairing.pairs, [(0, words[1])]);
        assert_eq!(pairing.false_alarms, [0]);
        assert_eq!(pairing.stray_mentions, [words[2]]);
    }

    #[test]
    fn the_right_type_is_paired_before_others() {
        let events = [(Span::new(0, 8), vec![Assault])];
        let words = [word(0, 0, Trigger), word(4, 1, Trigger)];
        let pairing = pair(&events, &[], &answers(&[Coerce, Assault]), &words);
        assert_eq!(pairing.pairs, [(0, words[1])]);
        assert_eq!(pairing.false_alarms, [0]);
    }

    #[test]
    fn what_the_corpus_cannot_hold_is_not_judged() {
        let left_out = [Span::new(30, 34)];
        let words = [
            word(0, 0, Trigger),
            word(30, 1, Trigger),
            word(40, 2, Trigger),
        ];
        let pairing = pair(&[], &left_out, &answers(&[Agree, Assault, Coerce]), &words);
        assert_eq!(pairing.unjudged, [0, 1]);
        assert_eq!(pairing.false_alarms, [2]);
    }
}
