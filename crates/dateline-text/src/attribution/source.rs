//! Who performs a verb: its own subject, or the one it shares with the verb above it.

use crate::document::{Pos, Tok};
use crate::phrase::{is_finite, is_progressive, told_on};
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::{ClassSet, NounClass, noun_classes};

/// Labels of subjects of active and passive verbs.
const SUBJECT: [&str; 2] = ["nsubj", "nsubjpass"];

/// Whether a verb stands in the passive, auxiliary or not ("the minister, quoted by …").
pub fn is_passive(verb: Tok<'_>) -> bool {
    if verb.child(&["auxpass", "nsubjpass"]).is_some() || is_headline_passive(verb) {
        return true;
    }
    verb.tag() == "VBN"
        && verb.dep_in(&["acl", "advcl", "relcl", "conj", "pcomp", "ROOT"])
        && !verb
            .children()
            .any(|c| c.dep() == "aux" && c.lemma() == "have")
        && verb.child(&["nsubj"]).is_none()
        && !shares_active_auxiliary(verb)
}

/// "Rescuers honoured for courage", "Mayor accused of theft": whoever judges names whom, so a judging
/// word in "-ed" without object or auxiliary has its subject judged.
fn is_headline_passive(verb: Tok<'_>) -> bool {
    let judges = Cues::get()
        .rows(CuePos::Verb, verb.lemma())
        .iter()
        .any(|row| {
            let names = row.object || row.prepositions == ["of"];
            row.class == CueClass::Judge && row.tail.is_none() && names
        });
    judges
        && matches!(verb.tag(), "VBN" | "VBD")
        && verb.dep() == "ROOT"
        && verb.child(&["dobj", "ccomp", "xcomp", "aux"]).is_none()
        && verb.children().any(|c| {
            c.i == verb.i + 1 && c.dep() == "prep" && matches!(c.lower(), "for" | "of" | "over")
        })
}

/// "has said and done": the second participle stands under the first one's "has"; under that of "are missing and
/// believed dead" it is a passive.
fn shares_active_auxiliary(verb: Tok<'_>) -> bool {
    verb.dep() == "conj"
        && verb
            .head()
            .is_some_and(|head| !is_passive(head) && !is_progressive(head))
}

/// The noun that speaks by this verb: agent of a passive, subject of an active verb, looked up
/// through coordination, participles and infinitives; relative pronouns give their noun.
pub fn speaker_of(verb: Tok<'_>) -> Option<Tok<'_>> {
    if is_passive(verb) {
        return agent_of(verb);
    }
    // "3rd April 2019 07:45 AM Blaming the party …": no day speaks.
    let is_day = |s: &Tok<'_>| {
        let numbered = s.name().is_some_and(|name| {
            s.doc()
                .range(name.first as usize..name.end as usize)
                .any(|t| t.text().starts_with(|c: char| c.is_ascii_digit()))
        });
        s.pos() == Pos::Propn && matches!(s.name_label(), "DATE" | "TIME") && numbered
    };
    // "It is a shame *to see* him go": nobody is named.
    let expletive = |s: &Tok<'_>| s.lower() == "it" && verb.tag() == "VB" && s.head() != Some(verb);
    // "a *move* to ban rallies", "the *decision* to withdraw": a thing done holds no view.
    let thing = |s: &Tok<'_>| {
        verb.dep() == "acl"
            && verb.tag() == "VB"
            && verb.head() == Some(*s)
            && s.pos() == Pos::Noun
            && !super::verb::could_speak(*s)
    };
    subject_of(verb, 0).filter(|s| !is_day(s) && !expletive(s) && !thing(s))
}

/// The noun phrase after "by".
pub fn agent_of(verb: Tok<'_>) -> Option<Tok<'_>> {
    verb.children()
        .filter(|c| c.dep() == "agent" || c.dep() == "prep" && c.lower() == "by")
        .find_map(|by| by.child(&["pobj"]))
}

/// The grammatical subject, own or shared.
pub fn subject_of(verb: Tok<'_>, depth: usize) -> Option<Tok<'_>> {
    if depth > 12 {
        return None;
    }
    if let Some(subject) = own_subject(verb) {
        return named(subject, verb);
    }
    if verb.child(&["expl"]).is_some() {
        return None;
    }
    let head = verb.head()?;
    match verb.dep() {
        "conj" => subject_of(head, depth + 1),
        "xcomp" => match head
            .child(&["dobj"])
            .filter(|_| takes_object_control(head) && !complains_to(head, verb))
        {
            Some(object) => Some(object),
            None => subject_of(head, depth + 1),
        },
        // "said his men had entered, *vowing* to stay": who said so vows.
        "advcl" if !is_finite(verb) => subject_of(told_on(verb, head).unwrap_or(head), depth + 1),
        "ccomp" if !is_finite(verb) => subject_of(head, depth + 1),
        // "gathered in front of the post *demanding* his arrest": a building demands nothing.
        "acl" if verb.tag() == "VBG" && is_building(head) => {
            let clause = head.ancestors().find(|a| a.pos() == Pos::Verb)?;
            subject_of(clause, depth + 1)
        }
        "acl" if !is_finite(verb) => Some(head).filter(|h| h.pos() != Pos::Verb),
        "relcl" if verb.tag() == "VBG" => Some(head),
        "pcomp" => governor_subject(head, depth + 1),
        // "is right to note that …"; "it is too soon to say" names nobody.
        "acomp" => subject_of(head, depth + 1)
            .filter(|s| !matches!(s.lower(), "it" | "this" | "that" | "there")),
        // "Sources declined to be named" and the like hang a clause on its auxiliary.
        "aux" | "auxpass" => subject_of(head, depth + 1),
        _ => None,
    }
}

/// The subject that hangs on the verb itself. Where a dateline or quoted words in front hang a second one
/// on it ("“The threat he poses,” Ruiz said"), the nearest before the verb is its own; behind a comma it is the
/// one that follows ("The end of the truce, said Ruiz").
pub(super) fn own_subject(verb: Tok<'_>) -> Option<Tok<'_>> {
    let subjects = || verb.children().filter(|c| c.dep_in(&SUBJECT));
    let inverted = verb.prev().is_some_and(|p| p.text() == ",");
    subjects()
        .find(|s| inverted && s.i > verb.i)
        .or_else(|| subjects().rfind(|s| s.i < verb.i))
        .or_else(|| subjects().next())
}

/// The subject of the verb that a prepositional phrase with a gerund hangs on: "limited their
/// statements to expressing"; "quoted an official as saying" gives the object.
fn governor_subject(preposition: Tok<'_>, depth: usize) -> Option<Tok<'_>> {
    let head = preposition.head()?;
    if preposition.lower() == "as"
        && let Some(object) = head.child(&["dobj", "nsubjpass"])
    {
        return Some(object);
    }
    if head.pos() == Pos::Verb || head.pos() == Pos::Aux {
        return subject_of(head, depth);
    }
    head.ancestors()
        .find(|up| matches!(up.pos(), Pos::Verb | Pos::Aux))
        .and_then(|up| subject_of(up, depth))
}

/// A relative pronoun gives its noun, and "the one who" what it stands for.
fn named<'d>(subject: Tok<'d>, verb: Tok<'d>) -> Option<Tok<'d>> {
    let relative =
        subject.tag().starts_with('W') || subject.lower() == "that" && verb.dep() == "relcl";
    if !relative {
        return Some(subject);
    }
    verb.head()
        .filter(|_| verb.dep() == "relcl")
        .filter(|head| matches!(head.pos(), Pos::Noun | Pos::Propn | Pos::Pron))
}

/// Whether the object of a verb, not its subject, performs the infinitive below it.
fn takes_object_control(verb: Tok<'_>) -> bool {
    !matches!(verb.lemma(), "promise" | "vow" | "pledge" | "use")
}

/// "summoned the ambassador *to protest* against the raid": whoever summons him does.
fn complains_to(summons: Tok<'_>, verb: Tok<'_>) -> bool {
    summons.lemma() == "summon"
        && matches!(
            verb.lemma(),
            "complain"
                | "condemn"
                | "convey"
                | "demand"
                | "deliver"
                | "express"
                | "object"
                | "protest"
        )
}

fn is_building(noun: Tok<'_>) -> bool {
    let classes = noun_classes(noun.lemma());
    noun.pos() == Pos::Noun
        && classes.has(NounClass::Facility)
        && !classes.has(NounClass::Organisation)
        && !classes.meets(ClassSet::HUMAN)
}
