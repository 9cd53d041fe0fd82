//! The event's own time.

use super::Resolved;
use super::host::{hosts_of_time, is_cue, is_event, top_of};
use crate::layers::Layers;
use dateline_data::{NounClass, noun_classes};
use dateline_text::{Pos, TimeExpr, TimeKind, Tok};

/// Prepositions that put an event at a time. "Before", "since" and "until" bound it instead.
const AT: [&str; 9] = [
    "on", "in", "at", "during", "over", "of", "from", "around", "between",
];

/// "three months later", "a day after": a distance from something told before.
fn is_counted_on(layers: &Layers<'_>, time: &TimeExpr) -> bool {
    let words = time.span.slice(layers.doc.text()).to_lowercase();
    words.split_whitespace().count() > 1 && (words.ends_with(" later") || words.ends_with(" after"))
}

/// Whether an hour or a part of the day has no day: "midnight", but not "this morning", which is counted from
/// the day of writing. "Hours after he spoke" names none either.
fn lacks_day(layers: &Layers<'_>, time: &TimeExpr) -> bool {
    let words = time.span.slice(layers.doc.text()).to_lowercase();
    let from_now = [
        "this",
        "last",
        "next",
        "tonight",
        "today",
        "yesterday",
        "tomorrow",
        "overnight",
    ];
    let distance = time.kind == TimeKind::Duration && time.beside.is_some();
    distance
        || time.value.starts_with("XXXX-XX-XXT")
            && !words
                .split_whitespace()
                .any(|word| from_now.contains(&word))
}

/// How a time hangs in the tree.
pub(super) struct Tie<'d> {
    /// The word it modifies.
    pub host: Tok<'d>,
    /// The word that the parser hangs it on.
    hung_on: Tok<'d>,
    /// The first word of the phrase, its preposition included.
    first: Tok<'d>,
}

impl<'d> Tie<'d> {
    fn above_things(hung_on: Tok<'d>, first: Tok<'d>) -> Self {
        Self {
            host: above_things(hung_on, first),
            hung_on,
            first,
        }
    }

    fn right_on(host: Tok<'d>, first: Tok<'d>) -> Self {
        Self {
            host,
            hung_on: host,
            first,
        }
    }
}

/// The time of the event named by token `trigger`: index into the times of `layers`.
///
/// Lengths and recurrences are no time of an event. What hangs on a verb of saying is the time of
/// saying, unless that verb is the event itself.
pub fn time_of(layers: &Layers<'_>, trigger: usize) -> Option<Resolved<usize>> {
    let event = layers.doc.tok(trigger);
    let hosts = hosts_of_time(event);
    let mut ties = ties(layers);
    // "hours after guards *detained* him": that is when something else was.
    let from_it = |time: &TimeExpr| time.beside.as_ref().is_some_and(|b| b.head == event.i);
    ties.retain(|(index, tie)| {
        tie.host.sentence() == event.sentence()
            && !spoken_at(tie, event)
            && !from_it(&layers.times[*index])
            && !is_of_what_is_to_come(layers, *index, tie, event)
    });
    // The nearest host wins, and on one host the nearest time.
    let mut told = hosts.iter().filter_map(|host| {
        if !host.own && is_cue(host.tok) {
            return None;
        }
        // "a *verdict* this week": of a word that need not tell of a happening, but does here.
        let on_host = ties
            .iter()
            .filter(|(_, tie)| tie.host == host.tok || host.tok == event && tie.hung_on == event);
        // "On Monday, three months later, he was charged": the day says more than the distance.
        let (index, _) = on_host.min_by_key(|(index, tie)| {
            let counted = is_counted_on(layers, &layers.times[*index]);
            (counted, distance(tie, event))
        })?;
        let how = format!(" modifies “{}”, {}", host.tok.text(), host.why);
        Some(told_by(layers, *index, &how))
    });
    // "began after midnight and ended before dawn *on Tuesday*": an hour does without its day only
    // where no other word for the happening has one.
    let first = told.next();
    let lacks_day = |found: &Resolved<usize>| lacks_day(layers, &layers.times[found.value]);
    let dated = match &first {
        Some(found) if lacks_day(found) => told
            .find(|other| !lacks_day(other))
            .or_else(|| time_of_occasion(layers, &ties, event)),
        _ => None,
    };
    dated
        .or(first)
        .or_else(|| time_at_front(layers, &ties, event))
        .or_else(|| time_when(layers, event))
}

/// "agreed to meet *next month*": what was done is not to come; what it is about is. A day may be set: "called a march *for*
/// next week".
fn is_of_what_is_to_come(layers: &Layers<'_>, index: usize, tie: &Tie<'_>, event: Tok<'_>) -> bool {
    let words = layers.times[index].span.slice(layers.doc.text());
    let first = words.split_whitespace().next().unwrap_or_default();
    let to_come = matches!(first.to_lowercase().as_str(), "next" | "tomorrow");
    let planned = |c: Tok<'_>| c.dep_in(&["xcomp", "ccomp"]) && event.i < c.i && c.i < tie.first.i;
    to_come && event.tag() == "VBD" && tie.first.lower() != "for" && event.children().any(planned)
}

/// "*On June 2*, police raided two farms and searched for him": what stands before the verb holds for what goes on with it.
fn time_at_front(
    layers: &Layers<'_>,
    ties: &[(usize, Tie<'_>)],
    event: Tok<'_>,
) -> Option<Resolved<usize>> {
    // "… and tried *to seize* it"
    let tried = event
        .head()
        .filter(|above| event.dep() == "xcomp" && !is_cue(*above));
    let event = tried.unwrap_or(event);
    let opening = event.first_conjunct();
    // "yesterday killed ten and *burnt* houses": the tagger takes many a past form for a participle.
    let past =
        |v: Tok<'_>| v.tag() == "VBD" || v.tag() == "VBN" && v.child(&["auxpass", "aux"]).is_none();
    let alike = event.tag() == opening.tag() || past(event) && past(opening);
    let goes_on = event != opening && event.pos() == Pos::Verb && alike;
    let subject = opening.child(&["nsubj", "nsubjpass"])?;
    let (index, _) = ties.iter().find(|(_, tie)| {
        // "The envoy *Thursday* condemned the raids and vowed to go on"
        let before = tie.first.i < subject.i.max(opening.i);
        goes_on && !is_cue(opening) && tie.host == opening && before
    })?;
    let how = format!(" stands before “{}”, with which it goes on", opening.text());
    Some(told_by(layers, *index, &how))
}

/// The time at `index` as an event's; `how` reads on after its words.
fn told_by(layers: &Layers<'_>, index: usize, how: &str) -> Resolved<usize> {
    let time = &layers.times[index];
    Resolved {
        value: index,
        reason: format!("“{}”{how}", time.span.slice(layers.doc.text())),
        evidence: time.span,
    }
}

/// "arrested ten men in raids *on Monday*, hours after the vote": the day of what it was done in.
fn time_of_occasion(
    layers: &Layers<'_>,
    ties: &[(usize, Tie<'_>)],
    event: Tok<'_>,
) -> Option<Resolved<usize>> {
    let within = |host: Tok<'_>| {
        let happening = noun_classes(host.lemma()).has(NounClass::Event) && host.dep() == "pobj";
        let during = host
            .head()
            .is_some_and(|p| matches!(p.lower(), "in" | "during"));
        happening && during && host.i > event.i && event.governs(host)
    };
    let dated = |index: usize| !lacks_day(layers, &layers.times[index]);
    let (index, tie) = ties
        .iter()
        .find(|(index, tie)| dated(*index) && within(tie.host))?;
    let how = format!(" modifies “{}”, in which it was done", tie.host.text());
    Some(told_by(layers, *index, &how))
}

/// "the deadliest since *November*, when gunmen stormed the base": the time that the clause is about.
fn time_when(layers: &Layers<'_>, event: Tok<'_>) -> Option<Resolved<usize>> {
    let mut clause = event;
    while clause.dep_in(&["conj", "dobj", "nsubj", "nsubjpass"]) {
        clause = clause.head()?;
    }
    let when = clause
        .child(&["advmod"])
        .filter(|c| c.lower() == "when" && c.i < event.i)?;
    let before = when.prev().filter(|p| p.text() != ",").or_else(|| {
        let comma = when.prev()?;
        comma.prev()
    })?;
    let told = |t: &TimeExpr| t.span.contains(before.span()) && places_an_event(t);
    let index = layers.times.iter().position(told)?;
    Some(told_by(layers, index, ", “when” it was"))
}

/// All times that may be an event's, by index, with the word that each modifies.
pub(super) fn ties<'d>(layers: &Layers<'d>) -> Vec<(usize, Tie<'d>)> {
    let ends = |index: usize| layers.times.iter().any(|time| time.until == Some(index));
    let times = layers.times.iter().enumerate();
    times
        .filter(|(index, time)| places_an_event(time) && !ends(*index))
        .filter_map(|(i, time)| Some((i, tie(layers, time)?)))
        .collect()
}

fn places_an_event(time: &TimeExpr) -> bool {
    let calendar = matches!(time.kind, TimeKind::Date | TimeKind::Time);
    // "the year ended June 30" is a length and a time.
    let dated_length = time.kind == TimeKind::Duration && time.when.is_some();
    (calendar || dated_length || time.beside.is_some())
        && !matches!(time.value.as_str(), "FUTURE_REF" | "PRESENT_REF")
}

fn distance(tie: &Tie<'_>, event: Tok<'_>) -> usize {
    tie.first.i.abs_diff(event.i)
}

/// Where the expression is tied into the tree; `None` behind a preposition that only bounds.
fn tie<'d>(layers: &Layers<'d>, time: &TimeExpr) -> Option<Tie<'d>> {
    let tie = tie_by_parser(layers, time)?;
    let words = time.span.slice(layers.doc.text());
    let behind = layers.doc.tokens_in(time.span).next_back();
    let behind = behind.and_then(|last| layers.doc.tok(last).next());
    let host = happening_before(&tie, behind, words);
    Some(match host {
        Some(host) => Tie::right_on(host, tie.first),
        None => tie,
    })
}

/// The happening whose words end right before a time that cannot be that of the verb that the parser hangs it on: "will
/// look into the *killing* of a nun in Kalem two years ago", "tension has grown since the *clashes* last week", "asked about
/// the *bombing* last month, a paper reported".
fn happening_before<'d>(tie: &Tie<'d>, behind: Option<Tok<'d>>, words: &str) -> Option<Tok<'d>> {
    let (verb, last) = (tie.host, tie.first.prev()?);
    if !matches!(verb.pos(), Pos::Verb | Pos::Aux) || last.sentence() != verb.sentence() {
        return None;
    }
    let past = words
        .split_whitespace()
        .any(|w| ["ago", "last", "yesterday"].contains(&w.to_lowercase().as_str()));
    let has_auxiliary = |words: &[&str]| {
        verb.children()
            .any(|c| c.dep() == "aux" && words.contains(&c.lower()))
    };
    let to_come = has_auxiliary(&["will", "would", "to", "must", "should"]);
    let perfect = verb.tag() == "VBN" && has_auxiliary(&["have", "has"]);
    let closing = verb.i > last.i && is_cue(verb) && behind.is_some_and(|t| t.text() == ",");
    let happening = std::iter::once(last)
        .chain(last.ancestors())
        .take_while(|t| !matches!(t.pos(), Pos::Verb | Pos::Aux))
        .find(|t| is_event(*t) && t.i <= last.i);
    if closing {
        return happening.or_else(|| verb.head().filter(|_| verb.dep() == "advcl"));
    }
    let told = |noun: Tok<'_>| is_cue(verb) && noun.dep() == "dobj" && noun.head() == Some(verb);
    happening.filter(|noun| past && (to_come || perfect) || told(*noun))
}

fn tie_by_parser<'d>(layers: &Layers<'d>, time: &TimeExpr) -> Option<Tie<'d>> {
    let tokens = layers.doc.tokens_in(time.stretch(layers.times).span);
    let first = layers.doc.tok(tokens.start);
    let tokens_end = tokens.end;
    // "*the* 5 May attack": the article is the attack's. "The morning meetings" are of any morning.
    let day = time.value.split('T').next().unwrap_or_default();
    let outside = |article: Tok<'_>| article.head().is_some_and(|noun| noun.i >= tokens_end);
    let own = match first.dep() {
        "det" if outside(first) && day.contains(|c: char| c.is_ascii_digit()) => tokens.start + 1,
        _ => tokens.start,
    };
    let top = top_of(layers.doc, own..tokens_end)?;
    let head = top.head()?;
    // "three days before the vote": the link belongs to the expression.
    if time.beside.is_some() && head.i >= tokens_end && is_beside_link(head) {
        return Some(Tie::above_things(head.head()?, first));
    }
    // "two days after a bomb *killed* four, the army *struck*": the distance is that of what the clause
    // hangs on.
    if time.beside.is_some_and(|beside| beside.head == head.i) {
        return head.head().map(|host| Tie::right_on(host, first));
    }
    match top.dep() {
        "pobj" if AT.contains(&head.lower()) || is_about(head, time) || is_day_set(head) => {
            Some(Tie::above_things(head.head()?, head))
        }
        // "*early on Friday*": the link stands within the expression.
        "prep" if AT.contains(&top.lower()) => Some(Tie::above_things(head, first)),
        "npadvmod" | "tmod" | "dep" => Some(Tie::above_things(head, first)),
        "nmod" | "amod" | "compound" | "poss" | "advmod" | "nummod" if head.pos() == Pos::Adv => {
            Some(Tie::above_things(head, first))
        }
        "nmod" | "amod" | "compound" | "poss" | "advmod" | "nummod" => {
            Some(Tie::right_on(head, first))
        }
        _ => None,
    }
}

/// "is scheduled *for* Friday", "called a march *for* Sunday": the day that it is to be on.
fn is_day_set(preposition: Tok<'_>) -> bool {
    const SETTING: &[&str] = &[
        "announce", "call", "fix", "plan", "schedule", "set", "slate", "due",
    ];
    let sets = |v: Tok<'_>| SETTING.contains(&v.lemma()) || SETTING.contains(&v.lower());
    let told = preposition.head().filter(|_| preposition.lower() == "for");
    told.is_some_and(|v| sets(v) || v.dep() == "dobj" && v.head().is_some_and(sets))
}

/// "just after midnight", "shortly before noon on Friday": close to a time of day, on its day.
fn is_about(preposition: Tok<'_>, time: &TimeExpr) -> bool {
    time.kind == TimeKind::Time && matches!(preposition.lower(), "after" | "before" | "by")
}

/// "before", "after": as a preposition.
fn is_beside_link(word: Tok<'_>) -> bool {
    word.dep() == "prep" && matches!(word.lower(), "before" | "after" | "following")
}

/// The parser likes to hang "on Monday" on the noun before it ("attacked a post on Monday"). A
/// thing or person has no time: the word that governs it has.
fn above_things<'d>(host: Tok<'d>, phrase: Tok<'d>) -> Tok<'d> {
    let mut at = host;
    while matches!(
        at.pos(),
        Pos::Noun | Pos::Propn | Pos::Num | Pos::Adp | Pos::Adv
    ) && !is_event(at)
        && (at.i < phrase.i || at.pos() == Pos::Adv)
    {
        let object = at.dep_in(&[
            "dobj", "pobj", "conj", "attr", "prep", "agent", "dative", "appos", "npadvmod",
        ]);
        // "the clashes *late* on Saturday", "a shootout Thursday *north* of the capital"
        let adverb = at.pos() == Pos::Adv && at.dep() == "advmod";
        match at.head() {
            Some(head) if object || adverb => at = head,
            _ => return host,
        }
    }
    happening_right_before(at, phrase).unwrap_or(at)
}

/// "reported *shootouts* overnight Wednesday", "honoured the fallen in a *rally* Saturday": a time right behind a
/// happening that stands below a verb of saying, or below no verb, is the happening's.
fn happening_right_before<'d>(host: Tok<'d>, phrase: Tok<'d>) -> Option<Tok<'d>> {
    let before = phrase.prev().filter(|t| is_event(*t) && *t != host)?;
    let reported = is_cue(host) && before.dep() == "dobj" && before.head() == Some(host);
    let misplaced = host.pos() == Pos::Adj && host.governs(before);
    (reported || misplaced).then_some(before)
}

/// "said Thursday gunmen attacked": a time right behind a verb of saying is the saying's, whatever
/// the parser hung it on.
fn spoken_at(tie: &Tie<'_>, event: Tok<'_>) -> bool {
    let carries_event =
        |verb: Tok<'_>| verb == event || event.head() == Some(verb) && event.dep() == "dobj";
    tie.first
        .prev()
        .is_some_and(|verb| is_cue(verb) && !carries_event(verb))
}
