//! Whether two claims tell of one happening.

use super::profile::{Count, Party, Profile, Sort, happening_set_in, is_hurting};
use crate::casualty::Fate;
use crate::claim::Role;
use crate::claim::guard::is_at_the_scene;
use crate::claim::phrase::{is, parted_by_semicolon};
use crate::layers::Layers;
use crate::resolve::Meaning;
use crate::toponym::Located;
use dateline_data::{ClassSet, EventType, NounClass, is_country};
use dateline_span::Span;
use dateline_text::{Pos, Precision, TimeExpr, Tok};

/// What speaks for one happening, or what rules it out.
pub(super) enum Verdict {
    /// Nothing rules it out; the evidence with its weight.
    Open(Vec<(f64, String)>),
    /// Something rules it out.
    Apart,
}

/// Weighs two claims, the first earlier in the text.
pub(super) fn weigh(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Verdict {
    if one.sort != two.sort || one.count != two.count || ordinals_differ(one, two) {
        return Verdict::Apart;
    }
    let evidence = || {
        let mut found = vec![kinship(one, two)?];
        found.extend(campaign(one, two));
        found.extend(same_toll(layers, one, two));
        found.extend(same_death(one, two));
        found.extend(same_weapon(layers, one, two));
        found.extend(same_vehicle(layers, one, two));
        found.extend(places(layers, one, two)?);
        found.extend(times(layers, one, two)?);
        let going_on = one_sentence(one, two)
            .or_else(|| hurt_in_it(one, two))
            .or_else(|| hurt_at_the_scene(one, two))
            .or_else(|| aftermath(layers, one, two))
            .or_else(|| its_doers(layers, one, two));
        match going_on {
            // What a clause adds may befall others: "stormed a school, killing two guards".
            Some(going_on) => found.push(going_on),
            None => {
                found.extend(people(one, two)?);
                found.extend(
                    taking_up(layers, one, two)
                        .or_else(|| counted_again(layers, one, two))
                        .or_else(|| headline(layers, one, two))
                        .or_else(|| lead(layers, one, two)),
                );
            }
        }
        Some(found)
    };
    evidence().map_or(Verdict::Apart, Verdict::Open)
}

/// The same type of event; nothing else is fused.
fn kinship(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let (a, b) = (&one.claim.event, &two.claim.event);
    if a.kind != b.kind {
        return None;
    }
    let same_word = one.trigger.lemma() == two.trigger.lemma();
    let weight = if same_word { 0.5 } else { 0.0 };
    Some((weight, format!("both are {}", a.kind.name())))
}

/// "a series of attacks" and "multiple attacks": a campaign is told again in other words sooner
/// than a second campaign is.
fn campaign(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let both = one.count == Count::Several && two.count == Count::Several;
    both.then(|| (1.0, "both tell of several".to_owned()))
}

/// The same number of dead or hurt: the larger, the less by chance.
fn same_toll(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    const BY_CHANCE: f64 = 4.0;
    let number = told_number(layers, one)?.filter(|n| *n > 1.0)?;
    let same =
        told_number(layers, two)? == Some(number) && one.claim.event.kind == EventType::Assault;
    let weight = if number > BY_CHANCE { 1.5 } else { 0.75 };
    same.then(|| (weight, format!("both of {number}")))
}

/// "the killing of Orran", "where Orran was shot": somebody whom the text names dies once.
fn same_death(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    const DEADLY: [&str; 8] = [
        "assassinate",
        "assassination",
        "kill",
        "killing",
        "murder",
        "shoot",
        "shooting",
        "slaying",
    ];
    let deadly = |p: &Profile<'_>| {
        p.claim.event.kind == EventType::Assault
            && p.sort == Sort::Real
            && DEADLY.contains(&p.trigger.lemma())
    };
    if !deadly(one) || !deadly(two) {
        return None;
    }
    let ([a], [b]) = (&one.recipients[..], &two.recipients[..]) else {
        return None;
    };
    let person = |p: &Party<'_>| p.is_named() && p.head.name_label() == "PERSON";
    (person(a) && person(b) && same(a, b))
        .then(|| (1.0, format!("“{}” is killed in both", b.head.text())))
}

/// "A bomb killed two", "*the bomb* went off in a van": one bomb goes off once.
fn same_weapon(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let means = |p: &Profile<'_>| -> Vec<usize> {
        p.claim.with_role(Role::Means).map(|m| m.head).collect()
    };
    let bomb = |at: usize| {
        let noun = layers.doc.tok(at);
        matches!(noun.lemma(), "bomb" | "device" | "grenade" | "mine")
    };
    let pointed_at = |at: usize| {
        layers
            .doc
            .tok(at)
            .child(&["det"])
            .is_some_and(|d| matches!(d.lower(), "the" | "this" | "that"))
    };
    let both_one = one.count == Count::One && two.count == Count::One;
    let real = one.sort == Sort::Real && two.sort == Sort::Real;
    let told_before = one.trigger.i < two.trigger.i && two.latest_alike == Some(one.claim.head);
    let found = means(two).into_iter().find(|b| {
        means(one).iter().any(|a| {
            layers.coref.same(*a, *b)
                || bomb(*a)
                    && pointed_at(*b)
                    && layers.doc.tok(*a).lemma() == layers.doc.tok(*b).lemma()
        })
    })?;
    (both_one && real && told_before).then(|| {
        (
            2.0,
            format!("“{}” is the same weapon", layers.doc.tok(found).text()),
        )
    })
}

/// "died *at the scene*": the scene of what was told last.
fn hurt_at_the_scene(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let real = one.sort == Sort::Real && two.sort == Sort::Real;
    let last = two.latest_alike == Some(one.claim.head) && one.count == Count::One;
    (real && last && is_hurting(two.trigger) && is_at_the_scene(two.trigger)).then(|| {
        (
            2.0,
            format!(
                "“{} at the scene” takes up what was told",
                two.trigger.text()
            ),
        )
    })
}

/// "*Truck* attack kills nine", "A *truck* rammed a stall": few attacks are made with one.
fn same_vehicle(
    layers: &Layers<'_>,
    one: &Profile<'_>,
    two: &Profile<'_>,
) -> Option<(f64, String)> {
    let vehicle = |p: &Profile<'_>| {
        let mut means = p.claim.with_role(Role::Means);
        means.find_map(|m| {
            let head = layers.doc.tok(m.head);
            let drives = is(head, ClassSet::of(&[NounClass::Vehicle]));
            drives.then(|| head.lemma().to_lowercase())
        })
    };
    let both = vehicle(one).filter(|lemma| vehicle(two).as_ref() == Some(lemma))?;
    Some((0.5, format!("both with a “{both}”")))
}

/// The first sentence of the body tells what the headline tells.
fn lead(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let title = layers.title?;
    // A dateline, which is read apart, is no sentence.
    let next = layers.doc.tokens_in(title).end;
    let mut body = layers.doc.range(next..layers.doc.len());
    let lead = body
        .find(|t| matches!(t.pos(), Pos::Verb | Pos::Aux))?
        .sentence();
    let in_title = title.contains(one.trigger.span());
    let another_count = matches!(
        (told_number(layers, one), told_number(layers, two)),
        (Some(a), Some(b)) if a != b
    );
    let told = in_title && two.trigger.sentence() == lead && !another_count;
    let says_less = two.parties().next().is_none() || one.parties().next().is_none();
    let modes = (one.claim.event.mode, two.claim.event.mode);
    let one_way = matches!(modes, (Some(a), Some(b)) if a == b);
    let weight = if one_way { 2.0 } else { 1.0 };
    (told && !says_less).then(|| (weight, "the lead tells what the headline tells".to_owned()))
}

/// "the first incident" and "a second attack" are two; "another" is none of those before.
fn ordinals_differ(one: &Profile<'_>, two: &Profile<'_>) -> bool {
    match (one.ordinal, two.ordinal) {
        (Some(a), Some(b)) => a != b || a == 0,
        (None, Some(b)) => b != 1,
        // After "a second attack" a claim without ordinal may go on with either.
        (Some(_), None) | (None, None) => false,
    }
}

/// Places that agree, say nothing, or (`None`) rule it out.
fn places(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<Vec<(f64, String)>> {
    let (Some(a), Some(b)) = (&one.claim.place, &two.claim.place) else {
        return Some(Vec::new());
    };
    let words = |span: Span| bare(span.slice(layers.doc.text()));
    let (name_a, name_b) = (words(a.span), words(b.span));
    let text = |span: Span| span.slice(layers.doc.text());
    if name_a == name_b || layers.coref.same(a.head, b.head) {
        let weight = if is_country(&name_a) || !layers.doc.tok(a.head).tag().starts_with("NNP") {
            0.5
        } else {
            2.0
        };
        return Some(vec![(weight, format!("both at “{}”", text(b.span)))]);
    }
    if let (Some(x), Some(y)) = (&a.located, &b.located) {
        let same_spot =
            (x.place.latitude, x.place.longitude) == (y.place.latitude, y.place.longitude);
        let fine = x.where_prec <= 4 && y.where_prec <= 4 && !x.stands_for && !y.stands_for;
        if same_spot && fine {
            let weight = if x.where_prec <= 3 { 2.0 } else { 1.0 };
            return Some(vec![(
                weight,
                format!("“{}” and “{}” are one place", text(a.span), text(b.span)),
            )]);
        }
        if lies_in(x, y) || lies_in(y, x) {
            return Some(vec![(
                0.5,
                format!("“{}” and “{}” hold one another", text(a.span), text(b.span)),
            )]);
        }
    }
    let holds = |outer: &str, inner: &crate::claim::PlaceMention| {
        inner.within.iter().any(|w| bare(text(*w)) == outer)
            || bare(text(inner.span)).ends_with(outer)
    };
    if holds(&name_a, b) || holds(&name_b, a) {
        return Some(vec![(
            0.5,
            format!("“{}” and “{}” hold one another", text(a.span), text(b.span)),
        )]);
    }
    let both_named = [a, b]
        .iter()
        .all(|p| layers.doc.tok(p.head).tag().starts_with("NNP"));
    // "the area" or "a market" may lie in any named place.
    if both_named { None } else { Some(Vec::new()) }
}

/// Whether the first, a country or a division of one, holds the second.
fn lies_in(outer: &Located, inner: &Located) -> bool {
    let (outer, inner, precision) = (&outer.place, &inner.place, outer.where_prec);
    let country = outer.country.is_some() && outer.country == inner.country;
    let division = outer.admin1.is_some() && outer.admin1 == inner.admin1;
    match precision {
        4 => country && division,
        5 | 6 => country && outer.admin1.is_none(),
        _ => false,
    }
}

/// A place name without article and direction words.
fn bare(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

fn times(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<Vec<(f64, String)>> {
    let (Some(a), Some(b)) = (one.claim.time, two.claim.time) else {
        return Some(Vec::new());
    };
    let (a, b) = (&layers.times[a], &layers.times[b]);
    let words = |t: &TimeExpr| t.span.slice(layers.doc.text()).to_lowercase();
    let same_words = words(a) == words(b);
    // "yesterday" and "three days ago" are both an unknown day, and not the same one.
    let open = !exact(a) && value(a).contains('X');
    let as_long = a.until.is_some() == b.until.is_some();
    if value(a) == value(b) && as_long && (same_words || !open) {
        let weight = if exact(a) || is_day_word(&words(a)) {
            0.75
        } else {
            0.25
        };
        return Some(vec![(weight, format!("both “{}”", words(b)))]);
    }
    match (a.when, b.when) {
        (Some(x), Some(y)) if x.last < y.first || y.last < x.first => None,
        (Some(_), Some(_)) => Some(Vec::new()),
        // "on Tuesday night" is of this week; "in February" is told of another time.
        _ if is_of_this_week(a) && is_long_ago(b) || is_long_ago(a) && is_of_this_week(b) => None,
        // Without dates two different days of the week, or months, are two times.
        _ if exact(a) && exact(b) && day(a) != day(b) => None,
        _ => Some(Vec::new()),
    }
}

/// A day of the week, "today", "yesterday": counted from the writing.
fn is_of_this_week(time: &TimeExpr) -> bool {
    time.value.starts_with("XXXX-WXX-") || time.value.starts_with("PRESENT_REF")
}

/// A month or year without a day.
fn is_long_ago(time: &TimeExpr) -> bool {
    let month = time.value.len() == 7 && !time.value.contains('W') && !time.value.contains('T');
    let year = time.value.len() == 4 && time.value.bytes().all(|b| b.is_ascii_digit());
    month && !time.value.ends_with("XX") || year
}

fn value(time: &TimeExpr) -> &str {
    time.anchored.as_deref().unwrap_or(&time.value)
}

/// The day in a value, without the part of the day.
fn day(time: &TimeExpr) -> &str {
    value(time).split('T').next().unwrap_or("")
}

/// Whether the words point at one day, counted from the writing.
fn is_day_word(words: &str) -> bool {
    let day = words.split_whitespace().next().unwrap_or("");
    matches!(day, "yesterday" | "today" | "tomorrow" | "tonight")
}

/// Whether a value names a day.
fn exact(time: &TimeExpr) -> bool {
    let fine = time.when.is_some_and(|w| w.precision <= Precision::Day);
    let weekday = time.value.starts_with("XXXX-WXX-") && !time.value.ends_with("WE");
    let month_day =
        time.value.len() >= 10 && !time.value[5..10].contains('X') && !time.value.contains('W');
    time.until.is_none() && (fine || weekday || month_day)
}

/// Actors and recipients that agree, say nothing, or (`None`) rule it out.
fn people(one: &Profile<'_>, two: &Profile<'_>) -> Option<Vec<(f64, String)>> {
    if is_mutual(one.claim.event.kind) {
        return mutual(one, two);
    }
    if let Some(response) = response(one, two) {
        return Some(vec![response]);
    }
    let mut found = Vec::new();
    found.extend(parties("actor", &one.actors, &two.actors, 1.0)?);
    found.extend(parties("recipient", &one.recipients, &two.recipients, 1.5)?);
    found.extend(dies_once(one, two));
    Some(found)
}

/// "shot *Mira Kost*", "*she* died at the scene": whoever is killed is killed once.
fn dies_once(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    const DYING: [&str; 10] = [
        "assassinate",
        "assassination",
        "death",
        "die",
        "kill",
        "killing",
        "murder",
        "slay",
        "slaying",
        "strangle",
    ];
    const WOUNDING: [&str; 5] = ["gun", "shoot", "shooting", "stab", "stabbing"];
    let dies = |p: &Profile<'_>| DYING.contains(&p.trigger.lemma());
    let deadly = |p: &Profile<'_>| dies(p) || WOUNDING.contains(&p.trigger.lemma());
    let somebody = |party: &&Party<'_>| {
        party.head.name_label() == "PERSON"
            || matches!(party.head.lower(), "he" | "him" | "she" | "her")
    };
    let real = one.sort == Sort::Real && two.sort == Sort::Real;
    let tells_death = deadly(one) && deadly(two) && (dies(one) || dies(two));
    let who = two
        .recipients
        .iter()
        .filter(somebody)
        .find(|b| one.recipients.iter().any(|a| same(a, b)))?;
    (real && tells_death).then(|| (0.5, format!("“{}” dies once", who.head.text())))
}

/// Types whose actor and recipient change places freely.
fn is_mutual(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Consult | EventType::Agree | EventType::Cooperate
    )
}

/// Meetings and agreements: the same parties, whoever is named first.
fn mutual(one: &Profile<'_>, two: &Profile<'_>) -> Option<Vec<(f64, String)>> {
    let full = |p: &Profile<'_>| p.parties().count() >= 2;
    let shared: Vec<&Party<'_>> = two
        .parties()
        .filter(|b| one.parties().any(|a| same(a, b)))
        .collect();
    let strange = two
        .parties()
        .filter(|b| b.is_named())
        .any(|b| one.parties().all(|a| !may_be_same(a, b)));
    if strange && full(one) {
        return None;
    }
    Some(
        shared
            .iter()
            .map(|p| (1.25, format!("“{}” takes part in both", p.head.text())))
            .collect(),
    )
}

/// "Our units fired on the attackers", "Our forces fought back": done to those who did the other,
/// told right after it by the same voice.
fn response(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let speaker = |p: &Profile<'_>| {
        let source = p.claim.source.innermost();
        (source.kind, source.resolved.or(source.mention))
    };
    let same_sentence = one.trigger.sentence() == two.trigger.sentence();
    let follows =
        two.trigger.i > one.trigger.i && two.trigger.sentence() <= one.trigger.sentence() + 2;
    let one_voice = same_sentence || speaker(one) == speaker(two);
    let opposed = two
        .actors
        .iter()
        .all(|b| one.actors.iter().all(|a| !same(a, b)));
    if !(follows && one_voice && opposed) {
        return None;
    }
    if strikes_back(two.trigger) && two.recipients.is_empty() {
        return Some((2.0, format!("“{}” answers it at once", two.trigger.text())));
    }
    // "who killed them": a pronoun may be anybody where nobody is said to strike back.
    let strikes = |b: &&Party<'_>| b.head.pos() != Pos::Pron || !two.actors.is_empty();
    let turned = two
        .recipients
        .iter()
        .filter(strikes)
        .find(|b| turned_on(one, b))?;
    let words = turned.head.text();
    Some((
        2.0,
        format!("it answers it at once: “{words}” are those who did the other"),
    ))
}

/// Verbs that only make sense as an answer.
fn strikes_back(verb: Tok<'_>) -> bool {
    verb.children()
        .any(|c| c.lower() == "back" && c.dep_in(&["prt", "advmod"]))
        || matches!(verb.lemma(), "retaliate" | "repel" | "repulse" | "respond")
}

/// Whether a party is one who acted before: the same entity, or "the attackers", "them".
fn turned_on(before: &Profile<'_>, party: &Party<'_>) -> bool {
    let determined = party
        .head
        .child(&["det"])
        .is_some_and(|d| matches!(d.lower(), "the" | "these" | "those"));
    let taken_up = determined || party.head.pos() == Pos::Pron;
    before
        .actors
        .iter()
        .any(|a| same(a, party) || taken_up && !party.is_named() && armed(a) && armed(party))
}

fn armed(party: &Party<'_>) -> bool {
    party.classes.has(NounClass::Armed) || party.head.pos() == Pos::Pron
}

/// Two lists of parties in one role.
fn parties(
    role: &str,
    one: &[Party<'_>],
    two: &[Party<'_>],
    weight: f64,
) -> Option<Vec<(f64, String)>> {
    if one.is_empty() || two.is_empty() {
        return Some(Vec::new());
    }
    let pairs = || two.iter().flat_map(|b| one.iter().map(move |a| (a, b)));
    if let Some((_, b)) = pairs().find(|(a, b)| same(a, b)) {
        return Some(vec![(
            weight,
            format!("the same {role}, “{}”", b.head.text()),
        )]);
    }
    if !pairs().any(|(a, b)| may_be_same(a, b)) {
        return None;
    }
    let alike =
        pairs().find(|(a, b)| a.classes.meets(b.classes) || a.head.lemma() == b.head.lemma());
    Some(
        alike
            .map(|(a, b)| {
                (
                    weight / 2.0,
                    format!(
                        "{role}s of one kind, “{}” and “{}”",
                        a.head.text(),
                        b.head.text()
                    ),
                )
            })
            .into_iter()
            .collect(),
    )
}

/// One entity, or one name: all words of the shorter naming are in the longer ("Putin" and
/// "Vladimir Putin", not "North Korea" and "South Korea").
fn same(a: &Party<'_>, b: &Party<'_>) -> bool {
    match (a.entity, b.entity) {
        (Some(x), Some(y)) if x == y => true,
        _ => {
            let (short, long) = if a.names.len() <= b.names.len() {
                (a, b)
            } else {
                (b, a)
            };
            short.is_named() && short.names.iter().all(|n| long.names.contains(n))
        }
    }
}

/// Whether nothing tells them apart: other names, or another sort of thing.
fn may_be_same(a: &Party<'_>, b: &Party<'_>) -> bool {
    if same(a, b) {
        return true;
    }
    // "Scientology defector" does not name the defector: names are held against each other only
    // where both are the head, or both only belong to it.
    let by_name = |p: &Party<'_>| {
        // "a vendor, Omar Dahir"
        let beside = p.head.child(&["appos"]);
        p.head.pos() == Pos::Propn || beside.is_some_and(|c| c.pos() == Pos::Propn)
    };
    let alike = by_name(a) == by_name(b);
    let other_name = a.is_named() && b.is_named() && alike;
    let things = ClassSet::of(&[NounClass::Facility, NounClass::Vehicle]);
    let other_thing =
        a.classes.meets(things) && b.classes.meets(things) && !a.classes.meets(b.classes);
    let people = ClassSet::AGENT;
    let other_people = !a.classes.meets(things)
        && !b.classes.meets(things)
        && a.classes.meets(people)
        && b.classes.meets(people)
        && !a.classes.meets(b.classes)
        && !anybody(a)
        && !anybody(b)
        && a.head.lemma() != b.head.lemma();
    !other_name && !other_thing && !other_people
}

/// Words that any group of people may be called by: "27 people", of them four children.
fn anybody(party: &Party<'_>) -> bool {
    matches!(
        party.head.lemma(),
        "people" | "person" | "other" | "civilian" | "victim" | "casualty" | "individual"
    )
}

/// One sentence that goes on from the one to the other.
fn one_sentence(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let (a, b) = (one.trigger, two.trigger);
    let tied = one.claim.tied.contains(&b.i);
    (tied || goes_on(a, b) || goes_on(b, a)).then(|| {
        (
            2.0,
            format!("one sentence goes on from “{}” to “{}”", a.text(), b.text()),
        )
    })
}

/// "Two were killed *in those clashes*": whoever was hurt in what was told in that word.
fn hurt_in_it(one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let happening = happening_set_in(two.trigger)
        .filter(|happening| two.definite && happening.lemma() == one.trigger.lemma())?;
    let told_before = one.trigger.i < two.trigger.i;
    (told_before && one.sort == Sort::Real && two.sort == Sort::Real).then(|| {
        (
            2.0,
            format!("“in the {}” takes up what was told", happening.text()),
        )
    })
}

/// "*Seven soldiers were wounded.*": a sentence that only counts more of those who were hurt goes on
/// with what the sentence before it told last.
fn aftermath(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let hurt = is_hurting(two.trigger);
    let counted = two
        .trigger
        .child(&["nsubj", "nsubjpass"])
        .is_some_and(|s| s.child(&["nummod"]).is_some() || s.pos() == Pos::Num);
    let says_only_that = two.claim.place.is_none()
        && two.claim.time.is_none()
        && two.actors.is_empty()
        && two.trigger.dep() == "ROOT";
    // "A drone hit a minibus; nine people were killed."
    let behind_semicolon = two.trigger.sentence() == one.trigger.sentence()
        && one.trigger.i < two.trigger.i
        && parted_by_semicolon(one.trigger, two.trigger);
    let next = two.trigger.sentence() == one.trigger.sentence() + 1 || behind_semicolon;
    let in_body = layers
        .title
        .is_none_or(|title| !title.contains(one.trigger.span()));
    let real = one.sort == Sort::Real && two.sort == Sort::Real;
    let fits = hurt && counted && says_only_that && next && in_body && real;
    fits.then(|| {
        (
            2.0,
            format!("the next sentence counts on, “{}”", two.trigger.text()),
        )
    })
}

/// "*The attackers* opened fire on guards": those who did what was told last, soon after it.
fn its_doers(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    const SOON: usize = 3;
    const DOERS: [&str; 9] = [
        "attacker",
        "assailant",
        "gunman",
        "shooter",
        "bomber",
        "raider",
        "assassin",
        "perpetrator",
        "kidnapper",
    ];
    let in_title = layers
        .title
        .is_some_and(|title| title.contains(one.trigger.span()));
    let soon = one.trigger.i < two.trigger.i
        && two.trigger.sentence() <= one.trigger.sentence() + SOON
        && two.trigger.sentence() > one.trigger.sentence();
    let single = one.count == Count::One && two.count == Count::One;
    let assaults = one.claim.event.kind == EventType::Assault
        && two.claim.event.kind == EventType::Assault
        && one.sort == Sort::Real
        && two.sort == Sort::Real;
    if in_title || !soon || !single || !assaults {
        return None;
    }
    let pointed_at = |b: &&Party<'_>| {
        let determined = b
            .head
            .child(&["det"])
            .is_some_and(|d| matches!(d.lower(), "the" | "these" | "those"));
        determined && DOERS.contains(&b.head.lemma())
    };
    let doers = two.actors.iter().find(pointed_at)?;
    let did_it = one.actors.is_empty() && is_hurting(one.trigger)
        || one.actors.iter().any(|a| {
            let people = a.classes.has(NounClass::Armed) || a.classes.meets(ClassSet::HUMAN);
            !a.is_named() && people && a.head.tag() == doers.head.tag()
        });
    did_it.then(|| {
        (
            2.0,
            format!("“the {}” are those who did it", doers.head.text()),
        )
    })
}

/// A headline tells what the body tells in the same word.
fn headline(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    let title = layers.title?;
    let in_title = |p: &Profile<'_>| title.contains(p.trigger.span());
    // "Hospital hit in Kalem", "bombed the general hospital"
    let same_thing = || {
        one.recipients.iter().any(|a| {
            let built = ClassSet::of(&[NounClass::Facility, NounClass::Vehicle]);
            a.classes.meets(built)
                && two
                    .recipients
                    .iter()
                    .any(|b| a.head.lemma() == b.head.lemma())
        })
    };
    let told_again = one.trigger.lemma() == two.trigger.lemma() || same_thing();
    let repeats = in_title(one) != in_title(two) && told_again;
    // "900 rescued" over a story of 700 and 200 is their sum.
    let another_count = matches!(
        (toll(layers, one), toll(layers, two)),
        (Some(a), Some(b)) if a != b
    );
    // A market hit by bombs is no bus hit by a drone.
    let modes = (one.claim.event.mode, two.claim.event.mode);
    let another_way = matches!(modes, (Some(a), Some(b)) if a != b);
    // A body claim of nobody may be of anybody.
    let unsaid = |p: &Profile<'_>| p.parties().next().is_none();
    let says_less = unsaid(one) != unsaid(two);
    (repeats && !another_count && !another_way && !says_less).then(|| {
        (
            1.5,
            format!("the headline's “{}” told again", one.trigger.text()),
        )
    })
}

/// How many it was done to: the bounds of the first count of a recipient, else of the dead.
fn toll(layers: &Layers<'_>, profile: &Profile<'_>) -> Option<(Option<f64>, Option<f64>)> {
    let counted = |of: usize| profile.recipients.iter().any(|r| r.head.i == of);
    let counts = &profile.claim.quantities;
    let of_recipient = counts.iter().find(|c| {
        let of = layers.quantities[c.quantity].of;
        of.is_some_and(|(of, _)| counted(of))
    });
    let of_dead = || {
        counts
            .iter()
            .find(|c| c.meaning == Some(Meaning::People(Fate::Killed)))
    };
    of_recipient
        .or_else(of_dead)
        .map(|c| &layers.quantities[c.quantity])
        .map(|q| (q.low, q.high))
}

/// The number of [`toll`], its least where it is a range.
fn told_number(layers: &Layers<'_>, profile: &Profile<'_>) -> Option<Option<f64>> {
    toll(layers, profile).map(|(low, high)| low.or(high))
}

/// "A rights group said 17 people had been killed", after another had counted twelve: a bare count of the
/// dead or hurt, of nobody in particular, of nowhere and of no day, is another count of those told of last.
fn counted_again(
    layers: &Layers<'_>,
    one: &Profile<'_>,
    two: &Profile<'_>,
) -> Option<(f64, String)> {
    const ELSEWHERE: [&str; 8] = [
        "elsewhere",
        "separate",
        "separately",
        "another",
        "meanwhile",
        "other",
        "also",
        "later",
    ];
    let counted = |p: &Profile<'_>| -> Vec<Fate> {
        let meanings = p.claim.quantities.iter().filter_map(|q| q.meaning);
        meanings
            .filter_map(|meaning| match meaning {
                Meaning::People(fate) => Some(fate),
                _ => None,
            })
            .collect()
    };
    let (before, again) = (counted(one), counted(two));
    let same_fate = again.iter().any(|fate| before.contains(fate));
    let claim = two.claim;
    let of_nobody = two.actors.is_empty() && two.recipients.iter().all(anybody);
    let of_nowhere = claim.place.is_none() && claim.time.is_none();
    let doc = two.trigger.doc();
    let sentence = doc.sentences()[two.trigger.sentence()].tokens.clone();
    let another = doc.range(sentence).any(|t| ELSEWHERE.contains(&t.lower()));
    // "documented the killing of 89 civilians": told of in its own words.
    let afresh = two.trigger.pos() == Pos::Noun && !crate::casualty::tells_number(two.trigger);
    let last = two.latest_alike == Some(one.claim.head)
        || two.trigger.sentence() <= one.trigger.sentence() + 6;
    let real = one.sort == Sort::Real && one.count == Count::One && two.count == Count::One;
    // "a year since 60 were killed"
    let long_ago = two
        .trigger
        .child(&["mark"])
        .is_some_and(|m| m.lower() == "since");
    let afresh = afresh || long_ago || far_apart(layers, one, two);
    (same_fate && of_nobody && of_nowhere && !another && !afresh && last && real)
        .then(|| (2.0, "a bare count of those told of before".to_owned()))
}

/// Whether two numbers are too far apart to be counts of one happening: 3 and 1,200.
fn far_apart(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> bool {
    const FACTOR: f64 = 20.0;
    match (told_number(layers, one), told_number(layers, two)) {
        (Some(Some(a)), Some(Some(b))) => a.max(b) > FACTOR * a.min(b).max(1.0),
        _ => false,
    }
}

/// Words that take the other claim up: "the attack".
fn taking_up(layers: &Layers<'_>, one: &Profile<'_>, two: &Profile<'_>) -> Option<(f64, String)> {
    // "the killing of 65 villagers" after two were killed is told for the first time.
    let other_number = matches!(
        (told_number(layers, one), told_number(layers, two)),
        (Some(a), Some(b)) if a != b
    );
    // "the strike" takes up no march, "the arrests" no curfew.
    let modes = (one.claim.event.mode, two.claim.event.mode);
    let same_word = one.trigger.lemma() == two.trigger.lemma();
    let other_mode = two.claim.event.kind != EventType::Assault
        && !same_word
        && match modes {
            (Some(a), Some(b)) => a != b,
            (a, b) => a.is_some() != b.is_some(),
        };
    // "in the crackdown" does not take up that somebody was killed, but that police charged.
    let set_in = happening_set_in(two.trigger).filter(|_| two.trigger.pos() == Pos::Verb);
    let mere_harm = set_in.is_some() && is_hurting(one.trigger);
    // "the clashes" take up no killing of somebody, nor "the killing of Orran" clashes.
    let fought = is_fight(two.trigger) && is_death_of_one(one)
        || is_fight(one.trigger) && is_death_of_one(two);
    // "the war" is more than the last shooting.
    let whole_war = !same_word
        && matches!(
            two.trigger.lemma(),
            "war" | "conflict" | "insurgency" | "campaign"
        );
    if other_mode
        || mere_harm
        || fought
        || whole_war
        || other_number && two.trigger.pos() == Pos::Noun
    {
        return None;
    }
    let reach = if set_in.is_some() { 2 } else { 6 };
    let near = same_word || two.trigger.sentence() <= one.trigger.sentence() + reach;
    let takes_up = two.definite && two.count == Count::One && two.trigger.i > one.trigger.i && near;
    let words = match (two.trigger.pos(), set_in) {
        (Pos::Noun, _) => format!("“the {}”", two.trigger.text()),
        (_, Some(happening)) => format!("“in the {}”", happening.text()),
        _ => "“among the dead”".to_owned(),
    };
    // The last such happening told is the likeliest; an earlier one needs more.
    let weight = if two.latest_alike == Some(one.claim.head) {
        2.0
    } else {
        1.5
    };
    (takes_up && two.sort == Sort::Real)
        .then(|| (weight, format!("{words} takes up what was told")))
}

/// A word for what many do to each other.
pub(super) fn is_fight(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma(),
        "battle" | "clash" | "fighting" | "riot" | "rioting" | "skirmish" | "unrest" | "violence"
    )
}

/// A noun for how somebody was killed.
pub(super) fn is_killing(noun: Tok<'_>) -> bool {
    matches!(noun.lemma(), "killing" | "murder" | "shooting" | "slaying")
}

/// "the killing of a teacher": who was killed is one person.
pub(super) fn is_death_of_one(profile: &Profile<'_>) -> bool {
    let [dead] = &profile.recipients[..] else {
        return false;
    };
    is_killing(profile.trigger) && matches!(dead.head.tag(), "NN" | "NNP")
}

/// "after fighting *in which* seven civilians lost their lives".
fn in_which(happening: Tok<'_>, clause: Tok<'_>) -> bool {
    let which = |c: Tok<'_>| {
        c.dep() == "prep"
            && matches!(c.lower(), "in" | "during")
            && c.child(&["pobj"]).is_some_and(|o| o.tag() == "WDT")
    };
    clause.dep() == "relcl" && clause.head() == Some(happening) && clause.children().any(which)
}

/// "Two were *killed* and five others *wounded*": the dead and the hurt of one happening.
fn counts_on(first: Tok<'_>, second: Tok<'_>) -> bool {
    const HURT: &[&str] = &["kill", "wound", "injure", "hurt", "maim", "die"];
    let hurt = |t: Tok<'_>| HURT.contains(&t.lemma()) && matches!(t.tag(), "VBN" | "VBD");
    let near = first.i < second.i && first.sentence() == second.sentence();
    let between = || first.doc().range(first.i + 1..second.i);
    // "were killed in the attack, and 33 died in the operation": two occasions.
    let occasion = |t: Tok<'_>| happening_set_in(t).map(|h| h.lemma().to_owned());
    let two_occasions = matches!((occasion(first), occasion(second)), (Some(a), Some(b)) if a != b);
    near && !two_occasions
        && hurt(first)
        && hurt(second)
        && first.lemma() != second.lemma()
        && between().any(|t| matches!(t.lower(), "and" | "," | "while"))
        && !between().any(|t| t.pos() == Pos::Verb && t.lower() != "including")
}

/// "attacked a post, *killing* two", "killed five and *wounded* ten", "fired on them, leaving two
/// *wounded*": up from the second by clauses that only go on, to the first.
fn goes_on(first: Tok<'_>, second: Tok<'_>) -> bool {
    if counts_on(first, second) || in_which(first, second) {
        return true;
    }
    let mut at = second;
    for _ in 0..5 {
        let Some(head) = at.head() else { return false };
        let bare = at.child(&["nsubj", "nsubjpass", "mark"]).is_none();
        let only_goes_on = match at.dep() {
            "advcl" => at.tag() == "VBG" && at.child(&["mark"]).is_none(),
            "conj" => bare && at.pos() == head.pos(),
            "xcomp" => true,
            // What somebody is made or left to do or be.
            "ccomp" | "oprd" => {
                matches!(head.lemma(), "leave" | "force" | "compel" | "make" | "see")
            }
            _ => false,
        };
        if !only_goes_on {
            return false;
        }
        if head == first {
            return true;
        }
        at = head;
    }
    false
}
