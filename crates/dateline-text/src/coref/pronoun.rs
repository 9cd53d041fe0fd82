//! Third-person pronouns: agreement decides who may be meant, prominence who is.

use super::entity::{Entities, Entity};
use super::mention::{Gender, Mention, Number, Sort};
use super::{Context, Link};
use crate::attribution::aside::answered;
use crate::document::{Pos, Tok};
use crate::phrase::{is_put_down_to, is_reflexive};
use dateline_data::{ClassSet, NounClass, is_country, is_seat_of_government, noun_classes};
use std::collections::BTreeSet;

/// Below this prominence nobody is chosen.
const FLOOR: i32 = 60;
/// By how much the best must lead.
const MARGIN: i32 = 10;

/// How far somebody of the gender that the pronoun tells may stand behind somebody whom nobody describes.
const NEARLY: i32 = 30;

/// How many sentences back a pronoun may reach.
const REACH: usize = 3;

/// The most prominent entity that agrees, if it leads clearly.
pub fn link(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let near: BTreeSet<usize> = context
        .back(k, REACH)
        .filter_map(|m| entities.of(m))
        .collect();
    let mut scored: Vec<(i32, usize)> = near
        .into_iter()
        .filter_map(|e| Some((prominence(context, entities, k, e)?, e)))
        .collect();
    put_tellers_behind(context, entities, &context.mentions[k], &mut scored);
    scored.sort_by_key(|&(score, e)| (std::cmp::Reverse(score), e));
    let &(best, entity) = scored.first()?;
    // "A woman was sentenced … a person familiar with it said. *She* denied it": a source that nobody describes is
    // rather somebody else.
    let pronoun = &context.mentions[k];
    // "shot *himself*": whoever did it.
    if is_reflexive(context.doc.tok(pronoun.head)) {
        return doer_of_clause(context, entities, k);
    }
    // "arrested *the butcher* and beat him", "*A tailor* was shot as he fled": no gender told before goes ahead of the
    // object of both, nor of whom the sentence is about.
    let shared = entities
        .last_mention(context.mentions, entity, pronoun.head)
        .is_some_and(|m| {
            let (tok, other) = (context.doc.tok(pronoun.head), context.doc.tok(m.head));
            shares_object(tok, other) || goes_on_with_subject(tok, other)
        });
    let anonymous = |e: usize| {
        let entity = &entities.list[e];
        !entity.named && entity.gender == Gender::Unknown
    };
    let described = scored.iter().find(|(score, e)| {
        *score >= FLOOR
            && best - *score <= NEARLY
            && pronoun.gender != Gender::Unknown
            && entities.list[*e].gender == pronoun.gender
    });
    if let Some(&(_, described)) = described.filter(|_| anonymous(entity) && !shared) {
        return Some(Link {
            entity: described,
            reason: "of the gender that the pronoun tells",
        });
    }
    let lead = scored.get(1).map_or(i32::MAX, |&(second, _)| best - second);
    (best >= FLOOR && lead >= MARGIN).then_some(Link {
        entity,
        reason: "the most prominent that the pronoun agrees with",
    })
}

/// "*Sheriff Dole* said Orr drove the boy to a field and killed *him*": whoever speaks for an office tells of others, if
/// there are others.
fn put_tellers_behind(
    context: &Context<'_>,
    entities: &Entities,
    pronoun: &Mention,
    scored: &mut [(i32, usize)],
) {
    let tok = context.doc.tok(pronoun.head);
    let behind = match tok.dep() {
        _ if is_hurt(tok) => 70,
        "dobj" => 40,
        _ => return,
    };
    let tells = |e: usize| {
        let last = entities.last_mention(context.mentions, e, pronoun.head);
        let told = last.is_some_and(|last| reports(tok, context.doc.tok(last.head)));
        !told && tells_for_an_office(context, &entities.list[e], pronoun)
    };
    let (tellers, others): (Vec<_>, Vec<_>) = scored.iter_mut().partition(|(_, e)| tells(*e));
    if others.iter().any(|(score, _)| *score >= FLOOR) {
        for (score, _) in tellers {
            *score -= behind;
        }
    }
}

/// The subject of the verb that a reflexive pronoun stands below.
fn doer_of_clause(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let pronoun = context.doc.tok(context.mentions[k].head);
    let verbs = pronoun.ancestors().take(8);
    let subject = verbs
        .filter_map(|verb| verb.child(&["nsubj", "nsubjpass"]))
        .find(|s| s.i < pronoun.i)?;
    let entity = entities.of(context.mention_at(subject.i).filter(|m| *m < k)?)?;
    Some(Link {
        entity,
        reason: "turned back on its doer",
    })
}

/// How prominent an entity is at a pronoun; `None` where it cannot be meant.
fn prominence(context: &Context<'_>, entities: &Entities, k: usize, e: usize) -> Option<i32> {
    let pronoun = &context.mentions[k];
    let entity = &entities.list[e];
    let last = entities.last_mention(context.mentions, e, pronoun.head)?;
    let last = described_by(context, entities, e, last).unwrap_or(last);
    let distance = pronoun.sentence - last.sentence;
    let reach = if pronoun.sort == Sort::Person {
        REACH
    } else {
        REACH - 1
    };
    // "Ruto and Henry … they"
    let set = pronoun.sort == Sort::Group && context.doc.tok(last.head).child(&["conj"]).is_some();
    if distance > reach || !(set || agrees(entity, pronoun)) {
        return None;
    }
    let tok = context.doc.tok(pronoun.head);
    let speaks = is_speech_subject(context, pronoun.head);
    if speaks && pronoun.sort != Sort::Person && !has_voice(context, entity) {
        return None;
    }
    let other = context.doc.tok(last.head);
    let one = entity.number == Number::Singular && !set || entity.sort == Sort::Place;
    let happened = matches!(entity.sort, Sort::Thing | Sort::Unknown);
    if one && pronoun.number == Number::Plural && is_part_of(tok)
        || !happened && is_put_down_to(tok)
        || is_co_argument(tok, other)
        || is_of_two_in_violence(tok, other)
        || is_beside(tok, other)
        || looks_on(tok, other)
        || falls_upon_them(tok, other)
        || alleges_of_others(tok, other)
        || speaks_it(context, pronoun, entities, e)
    {
        return None;
    }
    let mut score = 100 - 25 * distance as i32;
    if last.subject {
        score += 30;
    }
    if entity.named {
        score += 12;
    }
    score += 3 * entity.mentions.len().min(5) as i32;
    if last.quote != pronoun.quote {
        score -= if pronoun.quote.is_none() { 25 } else { 10 };
    }
    if pronoun.subject && last.subject {
        score += 10;
    }
    if distance == 0 {
        score -= ((pronoun.head - last.head) as i32 / 4).min(10);
    }
    let aside = is_in_aside(tok) && last.sentence < pronoun.sentence;
    // "The ringleader fled to Danu, where agents captured *him*": of his own sentence rather than of the last.
    let object = pronoun.sort == Sort::Person && tok.dep() == "dobj";
    if object && distance == 0 && last.subject {
        score += 15;
    }
    if speaks && !aside && is_last_speaker(context, entities, pronoun.head, e) {
        score += 45;
    }
    if entity.gender != Gender::Unknown && entity.gender == pronoun.gender {
        score += 15;
    }
    // A ministry says of itself "it", of others "they".
    let one_body = pronoun.number == Number::Plural && last.number == Number::Singular && !set;
    if reports(tok, other) && !one_body {
        score += 25;
    }
    // "took two officers hostage; *they* were freed": who is freed was held before, and did not hold others.
    if is_let_go(tok) && is_held(other) {
        score += 50;
    }
    if is_let_go(tok) && holds_others(other) {
        score -= 60;
    }
    if shares_object(tok, other) {
        score += 45;
    }
    if entity.sort != Sort::Thing && goes_on_with_subject(tok, other) {
        score += 25;
    }
    if is_to_undo_it(tok, other) {
        score += 60;
    }
    // "*Her lawyer* said she had": she is the client.
    let described = other
        .head()
        .filter(|_| other.dep() == "appos")
        .unwrap_or(other);
    let kept_by = described.child(&["poss"]).map(Tok::lower);
    let client = match tok.lower() {
        "she" | "her" => kept_by == Some("her"),
        "he" | "him" => kept_by == Some("his"),
        _ => false,
    };
    // … and in the next sentence, but for a sister, of whom nothing else would be said.
    let goes_on =
        distance > 0 && entity.gender == Gender::Unknown && tok.dep_in(&["nsubj", "nsubjpass"]);
    if client && (reports(tok, described) || goes_on) {
        score -= 60;
    }
    if is_dead(other) && (speaks || tok.dep() == "nsubj") {
        score -= 40;
    }
    if distance == 0 && answers_charge(tok) && charges(other) {
        score += if other.dep() == "dobj" { 40 } else { -60 };
    }
    if hears(other, tok) || speaks_for_client(other, tok) {
        score -= 60;
    }
    if distance == 0 && is_to_comply(tok) {
        score += match other.head() {
            Some(verb) if other.dep() == "nsubj" && verb.governs(tok) => -40,
            Some(above) if other.dep_in(&["dobj", "pobj"]) && above.i < tok.i => 20,
            _ => 0,
        };
    }
    if is_dead(other) && is_killed(tok) {
        score += 50;
    }
    if one_body && is_building(other) && is_violent(tok) {
        score -= 60;
    }
    // "Gunmen took nine nuns, most of *them* cooks. *They* beat the men": not those who were taken.
    // "Police arrested nine rebels. *They* had killed two men": those who were.
    let told_there = |is: fn(Tok<'_>) -> bool| {
        let mentions = entity.mentions.iter().map(|&m| &context.mentions[m]);
        mentions
            .filter(|m| m.sentence == last.sentence && m.head <= last.head)
            .any(|m| is(context.doc.tok(m.head)))
    };
    if distance > 0 && is_violent(tok) {
        score += match is_told_of_before(tok) {
            true if told_there(is_held) => 50,
            false if told_there(is_powerless) => -50,
            _ => 0,
        };
    }
    // "*They* shot my brothers": soldiers or those who have killed before, rather than who asked about it.
    if distance > 0 && pronoun.number == Number::Plural && is_violent(tok) {
        let before = entity.mentions.iter().map(|&m| &context.mentions[m]);
        let wields = before
            .filter(|m| m.head < pronoun.head)
            .any(|m| wields_violence(context.doc.tok(m.head)));
        score += if wields { 30 } else { -30 };
    }
    if distance == 0 && is_forestalled(tok, other) {
        score += 60;
    }
    if distance == 0 && is_struck(tok) {
        score += match (is_building(other), says_where_building_is(other)) {
            (true, _) => 25,
            (false, true) => -30,
            (false, false) => 0,
        };
    }
    if pronoun.number == Number::Plural && entity.sort == Sort::Thing {
        if has_mind(tok) {
            score -= 30;
        }
        // "froze the assets of forty generals and barred *them* from travelling": no asset is barred.
        if is_kept_from(tok) {
            score -= 60;
        }
    }
    Some(score)
}

/// "*UNMIK*, the Danu force, said it had": the name stands where its apposition does.
fn described_by<'m>(
    context: &'m Context<'_>,
    entities: &Entities,
    e: usize,
    apposition: &Mention,
) -> Option<&'m Mention> {
    let tok = context.doc.tok(apposition.head);
    let named = tok.head().filter(|_| tok.dep() == "appos")?;
    let k = context.mention_at(named.i)?;
    (entities.of(k) == Some(e)).then(|| &context.mentions[k])
}

fn agrees(entity: &Entity, pronoun: &Mention) -> bool {
    match pronoun.sort {
        Sort::Person => {
            let gender = entity.gender == Gender::Unknown || entity.gender == pronoun.gender;
            gender && entity.number != Number::Plural && entity.sort == Sort::Person
        }
        Sort::Group => entity.number == Number::Plural || entity.sort == Sort::Group,
        _ => entity.number != Number::Plural && entity.sort != Sort::Person,
    }
}

/// Subject and object of one verb are two; only "himself" turns back.
fn is_co_argument(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    // "killed two of *them*"
    let of = pronoun
        .head()
        .filter(|of| pronoun.dep() == "pobj" && of.lower() == "of");
    if let Some(part) = of
        .and_then(Tok::head)
        .filter(|part| part.pos() == Pos::Num && part.dep() == "dobj")
    {
        let subject = other.dep_in(&["nsubj", "nsubjpass"]);
        return subject && verb_of(part).is_some() && verb_of(part) == verb_of(other);
    }
    // "*Kassi* fighters beat the guards and freed *them*": whose fighters they are is on their side.
    let other = other
        .head()
        .filter(|whole| other.dep() == "compound" && whole.dep_in(&["nsubj", "nsubjpass"]))
        .unwrap_or(other);
    // "arrested *Denn* and charged *him*"
    if is_reflexive(pronoun) || pronoun.dep() == "poss" || shares_object(pronoun, other) {
        return false;
    }
    // "CNN showed *them* firing": who is shown is not who shows.
    let perceived = pronoun
        .head()
        .filter(|v| pronoun.dep() == "nsubj" && v.dep_in(&["ccomp", "xcomp"]) && v.tag() != "VBD")
        .filter(|_| matches!(pronoun.lower(), "him" | "her" | "them"))
        .and_then(Tok::head);
    // "The guards barred the crowd but allowed *them* to march": the guards allowed it.
    let allows = perceived.filter(|_| other.dep_in(&["nsubj", "nsubjpass"]));
    if perceived.is_some() && perceived == verb_of(other)
        || allows.is_some_and(|v| Some(clause_of(v)) == verb_of(other))
    {
        return true;
    }
    matches!((verb_of(pronoun), verb_of(other)), (Some(a), Some(b)) if a == b)
        // "the minister met with him"
        || pronoun.dep() == "pobj"
            && verb_of(other).is_some()
            && pronoun.head().and_then(Tok::head) == verb_of(other)
        // "The families, searching for *them*, left": who searches is sought by nobody.
        || pronoun.dep() == "pobj"
            && other.dep_in(&["nsubj", "nsubjpass"])
            && pronoun.head().and_then(Tok::head).is_some_and(|going| {
                going.tag() == "VBG"
                    && going.dep_in(&["advcl", "xcomp"])
                    && going.child(&["nsubj"]).is_none()
                    && going.head() == other.head()
            })
}

/// The verb of which a token is subject or object. A verb without a subject of its own shares that
/// of the clause above: "the brothers carried the bombs before detonating *them*".
fn verb_of(tok: Tok<'_>) -> Option<Tok<'_>> {
    let verb = tok
        .head()
        .filter(|_| tok.dep_in(&["nsubj", "nsubjpass", "dobj", "dative"]))?;
    if tok.dep_in(&["nsubj", "nsubjpass"]) {
        return Some(verb);
    }
    Some(clause_of(verb))
}

/// The verb whose subject a verb has: its own, or that of the clause above.
fn clause_of(verb: Tok<'_>) -> Tok<'_> {
    let mut at = verb;
    for _ in 0..4 {
        if at.child(&["nsubj", "nsubjpass"]).is_some() {
            break;
        }
        let above = match at.dep() {
            "pcomp" => at.head().and_then(Tok::head),
            "conj" | "advcl" if at.tag() != "VB" => at.head(),
            "xcomp" if at.head().is_some_and(|h| h.child(&["dobj"]).is_none()) => at.head(),
            _ => None,
        };
        match above.filter(|a| matches!(a.pos(), Pos::Verb | Pos::Aux)) {
            Some(above) => at = above,
            None => break,
        }
    }
    at
}

/// "Kalem Daily, *its* rival": a pronoun in the apposition to a name is not that name.
fn is_beside(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    pronoun
        .ancestors()
        .take(3)
        .any(|a| a.dep() == "appos" && a.head() == Some(other) && a.i > other.i)
}

/// "A policeman killed a rebel after *he* threw a grenade": either of two may have done what led to it.
fn is_of_two_in_violence(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    const VIOLENCE: [&str; 8] = [
        "arrest", "attack", "beat", "kill", "murder", "shoot", "stab", "wound",
    ];
    let one = |n: Tok<'_>| n.tag() == "NN" && noun_classes(n.lemma()).meets(ClassSet::HUMAN);
    let clause = pronoun.head().filter(|c| {
        let after = |m: Tok<'_>| m.dep() == "mark" && m.lower() == "after";
        pronoun.dep() == "nsubj"
            && matches!(pronoun.lower(), "he" | "she")
            && c.dep() == "advcl"
            && c.children().any(after)
    });
    let deed = clause
        .and_then(Tok::head)
        .filter(|v| VIOLENCE.contains(&v.lemma()));
    deed.is_some_and(|v| {
        let sides = [v.child(&["nsubj"]), v.child(&["dobj"])];
        sides.iter().all(|side| side.is_some_and(one)) && sides.contains(&Some(other))
    })
}

/// "the *ministry* said that *it* had": the pronoun is subject in what the candidate reports.
fn reports(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    let telling = telling_of(pronoun);
    telling.is_some() && other.dep_in(&["nsubj", "nsubjpass"]) && other.head() == telling
}

/// "*The ministry* announced a death but did not say how *he* had died": it reports in the verb that goes on.
fn goes_on_reporting(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    let shared = telling_of(pronoun).filter(|t| t.child(&["nsubj", "nsubjpass"]).is_none());
    let first = shared.map(Tok::first_conjunct);
    first.is_some() && other.dep() == "nsubj" && other.head() == first
}

/// The verb that reports the clause of which the pronoun is the subject.
fn telling_of(pronoun: Tok<'_>) -> Option<Tok<'_>> {
    let verb = pronoun
        .head()
        .filter(|_| pronoun.dep_in(&["nsubj", "nsubjpass"]))?;
    let telling = verb.head().filter(|_| verb.dep() == "ccomp");
    // "the club said, *alleging* that they had"
    telling.map(|t| match t.head() {
        Some(above)
            if t.dep() == "advcl" && t.tag() == "VBG" && t.child(&["nsubj", "mark"]).is_none() =>
        {
            above
        }
        _ => t,
    })
}

/// "The State alleged that *they* hacked him": nobody alleges such a thing of themselves.
fn alleges_of_others(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    // "Police claimed *they* were killed", "Doctors said *they* had died": the dead tell nothing.
    let done_to = pronoun
        .head()
        .filter(|_| pronoun.dep() == "nsubjpass")
        .map(supposed_deed);
    let dies = pronoun.dep() == "nsubj"
        && pronoun
            .head()
            .is_some_and(|v| matches!(v.lemma(), "die" | "perish" | "drown"));
    let dead = dies
        || done_to.is_some_and(|v| {
            matches!(
                v.lemma(),
                "kill" | "murder" | "execute" | "behead" | "slay" | "hang" | "lynch" | "strangle"
            )
        });
    // "Police said *they* had been stabbed": who looks into violence is not who suffered it.
    let reporter = ClassSet::of(&[
        NounClass::Police,
        NounClass::Official,
        NounClass::Organisation,
    ]);
    let reports_of = other.pos() == Pos::Noun
        && (noun_classes(&other.lemma().to_lowercase()).meets(reporter)
            || matches!(
                other.lemma().to_lowercase().as_str(),
                "doctor" | "medic" | "paramedic" | "investigator" | "prosecutor" | "coroner"
            ));
    let hurt = done_to.is_some_and(|v| {
        matches!(
            v.lemma(),
            "shoot"
                | "stab"
                | "torture"
                | "kidnap"
                | "abduct"
                | "beat"
                | "rape"
                | "rob"
                | "wound"
                | "injure"
                | "arrest"
                | "detain"
                | "charge"
        )
    });
    let alleges = other.head().is_some_and(|v| v.lemma() == "allege")
        || pronoun
            .ancestors()
            .take(2)
            .any(|v| v.lemma() == "allege" && v.dep() == "advcl");
    let tells = reports(pronoun, other) || goes_on_reporting(pronoun, other);
    tells && (alleges || dead || hurt && reports_of)
}

/// "were thought to have been *kidnapped*": what is thought to have been done, else the verb itself.
fn supposed_deed(verb: Tok<'_>) -> Tok<'_> {
    let supposes = matches!(
        verb.lemma(),
        "believe" | "fear" | "know" | "presume" | "say" | "suspect" | "think"
    );
    verb.child(&["xcomp", "oprd"])
        .filter(|deed| supposes && deed.tag() == "VBN")
        .unwrap_or(verb)
}

/// "Police arrested the clerk and charged *her*", "… and gave *her* an hour, accusing *her* of theft": verbs of one
/// doer have one object.
fn shares_object(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    let goes_on = |v: &Tok<'_>| {
        let gerund = v.dep() == "advcl" && v.tag() == "VBG" && v.child(&["mark"]).is_none();
        (gerund || v.dep() == "conj") && v.child(&["nsubj", "nsubjpass"]).is_none()
    };
    let undergoes = |t: Tok<'_>| t.dep_in(&["dobj", "dative"]);
    // "blindfolded five of *his neighbours* and shot *them*"
    let whole = other
        .head()
        .filter(|of| other.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|share| share.pos() == Pos::Num)
        .unwrap_or(other);
    let verb = pronoun.head().filter(|v| undergoes(pronoun) && goes_on(v));
    verb.and_then(Tok::head)
        .is_some_and(|first| undergoes(whole) && whole.head() == Some(first))
}

/// "A suspect was shot after *he* opened fire": whoever the sentence is about, in the clause that hangs on its verb.
fn goes_on_with_subject(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    const SUBJECT: [&str; 2] = ["nsubj", "nsubjpass"];
    let verb = pronoun.head().filter(|_| pronoun.dep_in(&SUBJECT));
    let main = verb.and_then(|v| match v.dep() {
        "advcl" => v.head(),
        // "*The three* were charged with arson, for which *they* may be jailed"
        "relcl" if is_answer_to(v) => v.ancestors().take(4).find(|a| a.pos() == Pos::Verb),
        _ => None,
    });
    main.is_some() && other.dep_in(&SUBJECT) && other.head() == main
}

/// "*for which* they may be jailed"
fn is_answer_to(verb: Tok<'_>) -> bool {
    let which = |link: Tok<'_>| link.child(&["pobj"]).is_some_and(|o| o.tag() == "WDT");
    verb.children()
        .any(|c| c.dep() == "prep" && c.lower() == "for" && which(c))
}

/// "urged *Danu* to free the monks *it* arrested", "*Danu* was told to lift the siege *it* laid": whoever is to undo
/// what was done did it.
fn is_to_undo_it(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    const UNDO: [&str; 18] = [
        "abandon",
        "cancel",
        "drop",
        "end",
        "free",
        "halt",
        "lift",
        "quit",
        "reinstate",
        "release",
        "remove",
        "repeal",
        "rescind",
        "restore",
        "return",
        "reverse",
        "revoke",
        "stop",
    ];
    let deed = pronoun
        .head()
        .filter(|v| pronoun.dep() == "nsubj" && v.dep() == "relcl");
    let undone = deed.and_then(Tok::head).filter(|n| n.dep() == "dobj");
    let Some(undo) = undone
        .and_then(Tok::head)
        .filter(|v| v.tag() == "VB" && UNDO.contains(&v.lemma()))
    else {
        return false;
    };
    let asked = match undo.child(&["nsubj"]) {
        Some(own) => Some(own),
        None => undo
            .head()
            .filter(|_| undo.dep_in(&["xcomp", "ccomp"]))
            .and_then(|above| above.child(&["dobj", "nsubjpass"])),
    };
    asked == Some(other)
}

/// "barred *them* from leaving", "stopped *them* from voting": somebody.
fn is_kept_from(pronoun: Tok<'_>) -> bool {
    let verb = pronoun.head().filter(|_| pronoun.dep() == "dobj");
    verb.is_some_and(|v| {
        matches!(v.lemma(), "ban" | "bar" | "forbid" | "prevent" | "stop")
            && v.children()
                .any(|link| link.lower() == "from" && link.child(&["pcomp"]).is_some())
    })
}

/// "Police fired at students as *they* marched": whom force falls upon march, flee or gather, and not those who use it.
fn falls_upon_them(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    let Some(deed) = pronoun.head().filter(|v| {
        pronoun.dep() == "nsubj"
            && v.dep() == "advcl"
            && v.child(&["mark"]).is_some_and(|m| m.lower() == "as")
    }) else {
        return false;
    };
    let tried = deed
        .child(&["xcomp"])
        .filter(|_| matches!(deed.lemma(), "try" | "attempt"));
    let marches = matches!(
        tried.unwrap_or(deed).lemma(),
        "demonstrate"
            | "escape"
            | "flee"
            | "gather"
            | "march"
            | "protest"
            | "rally"
            | "storm"
            | "surrender"
    );
    let Some(force) = deed.head() else {
        return false;
    };
    let used = matches!(
        force.lemma(),
        "arrest"
            | "beat"
            | "club"
            | "detain"
            | "fire"
            | "kill"
            | "shoot"
            | "spray"
            | "tear-gas"
            | "use"
    );
    let upon = force.children().any(|c| {
        let people = |t: Tok<'_>| noun_classes(t.lemma()).meets(ClassSet::HUMAN);
        c.dep() == "dobj" && people(c)
            || matches!(c.lower(), "at" | "on" | "against")
                && c.child(&["pobj"]).is_some_and(people)
    });
    marches && used && upon && other.dep() == "nsubj" && other.head() == Some(force)
}

/// "The guards stood by while *they* beat us": whoever looks on is not who does it.
fn looks_on(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    let deed = pronoun.head().filter(|v| {
        pronoun.dep() == "nsubj"
            && v.dep() == "advcl"
            && v.child(&["dobj"]).is_some()
            && v.child(&["mark"])
                .is_some_and(|m| matches!(m.lower(), "while" | "as"))
    });
    let Some(above) = deed.and_then(Tok::head) else {
        return false;
    };
    let first = above.first_conjunct();
    let looks = |v: Tok<'_>| match v.lemma() {
        "watch" => v.child(&["dobj"]).is_none(),
        "stand" | "look" => v
            .children()
            .any(|c| matches!(c.lower(), "by" | "on" | "idly")),
        _ => false,
    };
    other.dep() == "nsubj"
        && matches!(other.head(), Some(v) if v == above || v == first)
        && (looks(above) || looks(first))
}

/// "one of *them*", "two of *them*": some of several, never of a single body.
fn is_part_of(pronoun: Tok<'_>) -> bool {
    let share = pronoun
        .head()
        .filter(|of| pronoun.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head);
    share.is_some_and(|s| {
        s.pos() == Pos::Num
            || matches!(
                s.lower(),
                "some" | "many" | "most" | "several" | "few" | "both" | "none" | "all"
            )
    })
}

/// Whether a pronoun is the subject of a verb that only people and bodies do.
fn has_mind(pronoun: Tok<'_>) -> bool {
    let verb = pronoun.head().filter(|_| pronoun.dep() == "nsubj");
    verb.is_some_and(|v| {
        matches!(
            v.lemma(),
            "say"
                | "think"
                | "know"
                | "want"
                | "believe"
                | "use"
                | "claim"
                | "decide"
                | "agree"
                | "refuse"
                | "demand"
                | "ask"
                | "tell"
                | "hope"
                | "fear"
                | "try"
                | "plan"
                | "live"
                | "flee"
                | "arrest"
                | "attack"
                | "kill"
                | "fight"
                | "help"
                | "find"
                | "see"
        )
    })
}

/// Whether a mention names who was killed in its clause.
fn is_dead(tok: Tok<'_>) -> bool {
    let passive = tok.dep() == "nsubjpass" && tok.head().is_some_and(|v| v.lemma() == "kill");
    // "the deaths of *two guards*"
    let of_death = tok
        .head()
        .filter(|of| tok.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .is_some_and(|n| matches!(n.lemma(), "death" | "killing" | "murder"));
    passive || of_death || tok.dep() == "nsubj" && tok.head().is_some_and(|v| v.lemma() == "die")
}

/// "told *the paper* they had fled", "told *reporters*": who only writes down what is said does nothing of it.
fn hears(other: Tok<'_>, pronoun: Tok<'_>) -> bool {
    let press = matches!(
        other.lemma(),
        "agency"
            | "broadcaster"
            | "channel"
            | "journalist"
            | "magazine"
            | "newspaper"
            | "paper"
            | "radio"
            | "reporter"
            | "station"
            | "television"
    ) || other.name_label() == "ORG";
    let told =
        other.dep_in(&["dobj", "dative"]) && other.head().is_some_and(|v| v.lemma() == "tell");
    told && press && pronoun.lower() == "they"
}

/// "*Keita's lawyer* says guards beat him": his client.
fn speaks_for_client(other: Tok<'_>, pronoun: Tok<'_>) -> bool {
    let client = other.children().any(|c| {
        let named = c.dep() == "poss" && c.pos() != Pos::Pron;
        named || c.dep() == "prep" && c.lower() == "for"
    });
    let lawyer = matches!(
        other.lemma(),
        "attorney" | "barrister" | "lawyer" | "solicitor"
    );
    let speaks = other.dep() == "nsubj" && other.head().is_some_and(|v| v.governs(pronoun));
    lawyer && client && speaks && matches!(pronoun.lower(), "he" | "him" | "his" | "she" | "her")
}

/// "*Sheriff Dole* said", "*Kalem police* said": whether somebody has just spoken for the police or another office.
fn tells_for_an_office(context: &Context<'_>, entity: &Entity, pronoun: &Mention) -> bool {
    let office = ClassSet::of(&[NounClass::Police, NounClass::Official]);
    let officer = |word: &String| {
        noun_classes(word).meets(office)
            || matches!(
                &**word,
                "doctor" | "investigator" | "lt" | "medic" | "officer" | "sgt" | "trooper"
            )
    };
    let spoke = |&m: &usize| {
        let mention = &context.mentions[m];
        mention.head < pronoun.head
            && mention.sentence + 1 >= pronoun.sentence
            && is_speech_subject(context, mention.head)
    };
    entity.mentions.iter().any(spoke) && entity.descriptors.iter().any(officer)
}

/// Whether a pronoun names whom violence was done to: "killed *him*", "*they* were wounded", "*She* suffered wounds", "*his*
/// wounds".
fn is_hurt(pronoun: Tok<'_>) -> bool {
    let Some(head) = pronoun.head() else {
        return false;
    };
    let harmed = matches!(
        head.lemma(),
        "abduct"
            | "attack"
            | "beat"
            | "hit"
            | "injure"
            | "kidnap"
            | "kill"
            | "murder"
            | "rape"
            | "shoot"
            | "stab"
            | "strike"
            | "torture"
            | "wound"
    );
    match pronoun.dep() {
        "dobj" | "nsubjpass" => harmed,
        "nsubj" => {
            let harm = |o: Tok<'_>| matches!(o.lemma(), "wound" | "injury" | "burn");
            matches!(head.lemma(), "suffer" | "sustain" | "receive")
                && head.child(&["dobj"]).is_some_and(harm)
        }
        "poss" => matches!(head.lemma(), "wound" | "injury" | "murder" | "killing"),
        _ => false,
    }
}

/// "threatened to expel Danu unless *it* withdraws", "… if *it* did not free him": whom a threat is put to is to comply.
fn is_to_comply(pronoun: Tok<'_>) -> bool {
    let Some(verb) = pronoun.head().filter(|v| v.dep() == "advcl") else {
        return false;
    };
    let condition = verb
        .child(&["mark"])
        .is_some_and(|m| matches!(m.lower(), "if" | "unless"));
    let complies = matches!(
        verb.lemma(),
        "accept"
            | "agree"
            | "apologise"
            | "apologize"
            | "comply"
            | "disarm"
            | "free"
            | "halt"
            | "hand"
            | "leave"
            | "lift"
            | "pay"
            | "release"
            | "reopen"
            | "return"
            | "stop"
            | "surrender"
            | "withdraw"
    );
    condition && complies && pronoun.dep() == "nsubj"
}

/// "accused both sides of shelling, charges *they* deny": who is charged denies it.
fn answers_charge(pronoun: Tok<'_>) -> bool {
    let verb = pronoun.head().filter(|_| pronoun.dep() == "nsubj");
    verb.is_some_and(|v| answered(v).is_some())
}

/// Who charges somebody, or is charged.
fn charges(party: Tok<'_>) -> bool {
    let verb = party.head().filter(|_| party.dep_in(&["nsubj", "dobj"]));
    verb.is_some_and(|v| matches!(v.lemma(), "accuse" | "blame" | "charge" | "suspect"))
}

/// "did not say who killed *them*"
fn is_killed(pronoun: Tok<'_>) -> bool {
    let verb = pronoun.head().filter(|_| pronoun.dep() == "dobj");
    verb.is_some_and(|v| matches!(v.lemma(), "kill" | "murder" | "shoot"))
}

/// "*they* were released", "failed to rescue *them*"
fn is_let_go(pronoun: Tok<'_>) -> bool {
    let verb = pronoun
        .head()
        .filter(|_| pronoun.dep_in(&["dobj", "nsubjpass"]));
    verb.is_some_and(|v| {
        matches!(
            v.lemma(),
            "find" | "free" | "locate" | "ransom" | "release" | "rescue" | "save" | "trace"
        )
    })
}

/// Whether a mention names who was taken or kept in its clause.
fn is_held(tok: Tok<'_>) -> bool {
    // "abducted hundreds of *schoolgirls*"
    let measure = tok
        .head()
        .filter(|of| tok.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|m| {
            matches!(
                m.lemma(),
                "dozen" | "group" | "hundred" | "number" | "score" | "thousand"
            )
        });
    let held = measure.unwrap_or(tok);
    let taken = held.head().filter(|_| held.dep_in(&["dobj", "nsubjpass"]));
    taken.is_some_and(|verb| takes_people(verb, held))
}

/// Whether a mention names who took or kept somebody in its clause.
fn holds_others(tok: Tok<'_>) -> bool {
    let takes = tok.head().filter(|_| tok.dep() == "nsubj");
    takes.is_some_and(|verb| takes_people(verb, tok))
}

/// Whether a verb says that somebody is taken or kept, by itself or beside `of`: "took him *hostage*".
fn takes_people(verb: Tok<'_>, of: Tok<'_>) -> bool {
    let hostage = || {
        verb.children().any(|c| {
            c.i != of.i && matches!(c.lower(), "hostage" | "captive" | "prisoner" | "hostages")
        })
    };
    matches!(
        verb.lemma(),
        "abduct" | "kidnap" | "seize" | "capture" | "detain" | "arrest" | "jail" | "imprison"
    ) || matches!(verb.lemma(), "take" | "hold") && hostage()
}

/// "fled a jail *in Orrin* when gunmen attacked it": what was attacked is the jail, and not where it is.
fn says_where_building_is(place: Tok<'_>) -> bool {
    let link = place
        .head()
        .filter(|link| place.dep() == "pobj" && matches!(link.lower(), "at" | "in" | "near"));
    link.and_then(Tok::prev).is_some_and(is_building)
}

/// Whether something is done to what a pronoun names in a clause that hangs on another.
fn is_struck(pronoun: Tok<'_>) -> bool {
    let verb = pronoun.head();
    verb.is_some_and(|v| {
        let struck = pronoun.dep() == "dobj" && v.child(&["nsubj"]).is_some();
        // "fled a camp after *it* was shelled"
        let shelled = pronoun.dep() == "nsubjpass" && pronoun.lower() == "it";
        v.dep() == "advcl" && (struck || shelled)
    })
}

fn is_building(tok: Tok<'_>) -> bool {
    noun_classes(tok.lemma()).has(NounClass::Facility)
}

/// Whether what a mention names uses violence by what it is or does in its clause.
fn wields_violence(tok: Tok<'_>) -> bool {
    let armed = ClassSet::of(&[NounClass::Armed, NounClass::Police]);
    noun_classes(tok.lemma()).meets(armed) || is_violent(tok)
}

/// "*They* shot at us".
fn is_violent(doer: Tok<'_>) -> bool {
    const VIOLENT: [&str; 22] = [
        "abduct", "ambush", "attack", "beat", "behead", "bomb", "burn", "execute", "fire", "hack",
        "kidnap", "kill", "loot", "massacre", "murder", "raid", "rape", "shell", "shoot", "stab",
        "storm", "torch",
    ];
    let violent = |v: Tok<'_>| VIOLENT.contains(&v.lemma());
    let verb = doer.head().filter(|_| doer.dep() == "nsubj");
    verb.is_some_and(|v| {
        // "*lined* them up and *shot* them"
        let next = v.children().find(|c| c.dep() == "conj");
        violent(v) || next.is_some_and(|n| violent(n) && n.child(&["nsubj", "nsubjpass"]).is_none())
    })
}

/// "arrested *the men* before *they* could strike": those who are taken or hit are kept from it, and not who takes them.
fn is_forestalled(pronoun: Tok<'_>, other: Tok<'_>) -> bool {
    let Some(verb) = pronoun.head().filter(|v| v.dep() == "advcl") else {
        return false;
    };
    let before = verb.child(&["mark"]).is_some_and(|m| m.lower() == "before");
    let could = |c: Tok<'_>| matches!(c.lower(), "could" | "can" | "able");
    let acts = pronoun.dep_in(&["nsubj", "nsubjpass"]) && before && verb.children().any(could);
    acts && other.dep() == "dobj" && other.head() == verb.head()
}

/// "*had* shot two": what was done before may be why somebody was taken.
fn is_told_of_before(pronoun: Tok<'_>) -> bool {
    let verb = pronoun.head();
    verb.is_some_and(|v| v.children().any(|c| c.dep() == "aux" && c.lower() == "had"))
}

/// Whether a mention names somebody whom others attack or take, or who flees, in its clause.
fn is_powerless(tok: Tok<'_>) -> bool {
    let Some(verb) = tok.head() else { return false };
    let flees = matches!(verb.lemma(), "flee" | "escape" | "hide") && tok.dep() == "nsubj";
    let taken = matches!(
        verb.lemma(),
        "take" | "hold" | "beat" | "rob" | "attack" | "shoot" | "kill"
    ) && tok.dep_in(&["dobj", "nsubjpass"]);
    flees || taken || is_held(tok)
}

/// "signed a deal that *they* said would hold": who speaks in a relative clause is of its own sentence.
fn is_in_aside(pronoun: Tok<'_>) -> bool {
    pronoun.head().is_some_and(|verb| verb.dep() == "relcl")
}

/// In quoted words the speaker is "I", never "he", "it" or "they".
fn speaks_it(context: &Context<'_>, pronoun: &Mention, entities: &Entities, e: usize) -> bool {
    let Some(quote) = pronoun.quote else {
        return false;
    };
    let Some(speaker) = &context.quotes[quote].speaker else {
        return false;
    };
    context
        .mention_at(speaker.head)
        .and_then(|m| entities.of(m))
        == Some(e)
}

/// Whether the pronoun is the one who speaks by a cue ("he added").
fn is_speech_subject(context: &Context<'_>, token: usize) -> bool {
    context.speakers.binary_search(&token).is_ok()
}

/// Whether an entity has spoken before, or is a body or a document: of all things these are what "it
/// said" can mean.
fn has_voice(context: &Context<'_>, entity: &Entity) -> bool {
    let spoke = |&m: &usize| {
        context
            .speakers
            .binary_search(&context.mentions[m].head)
            .is_ok()
    };
    // "Moscow … It said": states speak, towns and buildings do not.
    let is_state = |&m: &usize| {
        let name = &context.mentions[m].words.join(" ");
        is_country(name) || is_seat_of_government(name)
    };
    matches!(entity.sort, Sort::Document | Sort::Group)
        || entity.sort == Sort::Place
            && (entity.mentions.iter().any(is_state) || entity.mentions.iter().any(spoke))
        || entity.named && !matches!(entity.sort, Sort::Thing | Sort::Place)
        || entity.sort != Sort::Thing && entity.mentions.iter().rev().take(20).any(spoke)
}

/// Whether the last voice before a token was this entity's.
fn is_last_speaker(context: &Context<'_>, entities: &Entities, token: usize, e: usize) -> bool {
    let before = context.speakers.partition_point(|&head| head < token);
    let last = before
        .checked_sub(1)
        .and_then(|i| context.mention_at(context.speakers[i]));
    last.and_then(|m| entities.of(m)) == Some(e)
}
