//! Company in which no entry of a sort is meant, whatever its words: sport, accidents, mere
//! mention.

mod accident;
mod allusion;
mod care;
mod phrasal;
mod prospect;
mod sense;
mod setting;
mod words;

use crate::claim::clause;
use crate::claim::phrase::{ARREST, is, is_by_warrant, is_taken_for_granted, lemma_in};
use crate::claim::trigger::{Body, Hit};
use crate::codebook::Need;
use accident::{
    ACCIDENTS, goes_down_by_itself, has_broken_down, is_accident, is_broken, is_cause_of_death,
    is_danger, is_death_by_nature, is_defused, is_made_safe, opens_with_accident,
    strikes_by_nobody,
};
pub use allusion::is_told_by_what_it_did;
use allusion::{
    is_any_talks, is_bare_toll, is_commemorated, is_how_somebody_was_killed, is_mere_mention,
    is_named_in_indictment, is_named_in_sentence, is_ranked, is_said_to_be_dead,
    is_sort_of_violence, is_told_of_nobody,
};
use care::{
    comes_home_from_captivity, flees_alone, goes_home, is_brought_to_care, is_called_out,
    is_kept_in_care, leaves_hospital, recovers, walks_free,
};
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::phrase::is_reflexive;
use dateline_text::{Pos, Tok};
use phrasal::stock_phrase;
use prospect::{
    is_any_that_may_come, is_barred_by_rule, is_called_off, is_done_by_anybody, is_forestalled,
    is_in_public_notice, is_intent, is_made_sure, is_only_ready_for, is_only_talked_of,
    is_opposed_agreement, is_question, is_taught, is_to_stay_unnamed, may_befall_anybody,
    puts_a_question, would_be_so,
};
use sense::{
    is_argument, is_asked_by_press, is_at_liberty, is_body_of_people, is_carried_out,
    is_contact_of_bodies, is_contest, is_danger_to_state, is_done_by_nobody,
    is_fought_without_force, is_heard_by_ear, is_hurt_at_polls, is_made_fair, is_market_demand,
    is_migration, is_no_conquest, is_of_a_page, is_of_no_crime, is_out_of_contest,
    is_over_as_planned, is_owned_number, is_private_visit, is_rubbish, is_set_beside, is_short_of,
    is_stroke_of_luck, is_sum, is_taken_up, is_to_please, is_trade, is_tried_out,
    is_won_with_votes, says_when,
};
use setting::{VIOLENCE, count, is_physical, is_sport, is_told_in_fiction, is_told_in_sports};
pub use setting::{is_about_fiction, tells_of_labour, tells_of_protest};
use words::{
    SPOKEN, answers_for_others, discusses_with_nobody, ends_candidacy, fires_back_in_words,
    hits_in_words, is_barrage_of_words, is_billed, is_campaigning, is_charm, is_common_opinion,
    is_debate, is_declared_state, is_editors_note, is_hurt_in_feeling, is_in_the_know, is_in_words,
    is_no_inquiry, is_of_a_thing, is_on_the_offensive, is_open_to_people, is_posted,
    is_protest_in_words, is_put_down_to_cause, is_rumour, is_under_criticism, is_verdict,
    lists_no_dead, offers_words, rises_to_fame, shelters_oneself, tells_the_press, vouches,
};

/// Why a hit is not meant, if it is not. `fiction` tells whether its article is about a game or a film.
pub fn objection(hit: &Hit<'_, '_>, fiction: bool) -> Option<&'static str> {
    let kind = hit.entry.kind;
    // "was booked for a foul", "punished for sloppy defending", "struck in the 89th minute"
    if fiction && is_physical(kind) {
        return Some("a story or a game");
    }
    let of_games = matches!(
        kind,
        EventType::Protest | EventType::Sanction | EventType::Coerce | EventType::Retreat
    );
    if of_games && is_told_in_sports(hit.head) {
        return Some("a game");
    }
    if kind == EventType::Coerce && is_what_a_warrant_is_for(hit.head) {
        return Some("what a warrant is for");
    }
    if kind == EventType::Sanction && flees_alone(hit) {
        return Some("one who runs away");
    }
    if kind == EventType::Assault {
        if is_accident(hit) {
            return Some("nobody did it: an accident or a force of nature");
        }
        if strikes_by_nobody(hit) {
            return Some("what striking somebody does, told of nobody");
        }
        if is_sport(hit.head) {
            return Some("a game");
        }
        if is_declared_state(hit.head) {
            return Some("a state that is declared");
        }
        // "was found *hanged*": nobody is said to have done it.
        let found = |v: Tok<'_>| matches!(v.lemma(), "find" | "discover");
        if hit.head.lemma() == "hang" && hit.head.head().is_some_and(found) {
            return Some("how somebody was found, by whatever hand");
        }
        if hit.head.lemma() == "death" && is_commemorated(hit.head) {
            return Some("remembered, not told");
        }
        if is_under_criticism(hit)
            || is_hurt_in_feeling(hit.head)
            || is_debate(hit.head)
            || is_campaigning(hit)
        {
            return Some("in words, not by force");
        }
        if is_verdict(hit) {
            return Some("what somebody calls it");
        }
        if is_on_the_offensive(hit.head) {
            return Some("a campaign in words");
        }
        // "*hanged* himself"
        let alone = |o: Tok<'_>| is_reflexive(o) && o.child(&["conj"]).is_none();
        if hit.head.child(&["dobj"]).is_some_and(alone)
            && matches!(
                hit.head.lemma(),
                "drown"
                    | "fling"
                    | "hang"
                    | "hurl"
                    | "hurt"
                    | "injure"
                    | "kill"
                    | "poison"
                    | "shoot"
                    | "slam"
                    | "stab"
                    | "throw"
            )
        {
            return Some("done to oneself");
        }
        if lists_no_dead(hit) {
            return Some("a list of others than the hurt");
        }
        if is_barrage_of_words(hit) {
            return Some("words come in barrages, too");
        }
        if is_in_words(hit.head) {
            return Some("an attack in words");
        }
        if goes_down_by_itself(hit) {
            return Some("nobody did it");
        }
        if is_defused(hit.head) {
            return Some("a bomb that went off nowhere");
        }
        if is_handled(hit.head) {
            return Some("who is brought to safety, told as no harm");
        }
        if is_sort_of_violence(hit) {
            return Some("a sort of violence, no happening");
        }
        if is_how_somebody_was_killed(hit.head) {
            return Some("says how somebody was killed");
        }
        if is_cause_of_death(hit.head) {
            return Some("what somebody died of, told as a death");
        }
        if rises_to_fame(hit) {
            return Some("how somebody became known");
        }
        if is_death_by_nature(hit.head) {
            return Some("an illness, and nobody's doing");
        }
        if is_made_safe(hit) {
            return Some("a bomb that those who found it set off");
        }
    }
    if kind == EventType::Protest && walks_free(hit) {
        return Some("let go, and no protest");
    }
    // "could *spend* nine years in prison"
    if kind == EventType::Coerce && hit.head.lemma() == "spend" && hit.head.tag() == "VB" {
        return Some("what somebody may be sentenced to");
    }
    if kind == EventType::Coerce && is_kept_in_care(hit) {
        return Some("kept to be healed");
    }
    let restricts = hit.entry.mode.is_some_and(|m| m.name() == "restrict");
    if kind == EventType::Coerce && restricts && is_by_law(hit.head) {
        return Some("what the law says");
    }
    if kind == EventType::Threaten && is_danger(hit) {
        return Some("a danger, and nobody's words");
    }
    // "carries a maximum *sentence* of nine months"
    let most = |c: Tok<'_>| matches!(c.lower(), "maximum" | "minimum" | "mandatory" | "possible");
    if kind == EventType::Sanction
        && hit.head.lemma() == "sentence"
        && hit.head.children().any(most)
    {
        return Some("what the law allows");
    }
    // "chose *not* to accept an offer"
    let refused = |c: Tok<'_>| c.dep() == "xcomp" && c.child(&["neg"]).is_some();
    if kind == EventType::Agree
        && matches!(hit.head.lemma(), "choose" | "decide" | "opt")
        && hit.head.children().any(refused)
    {
        return Some("what is not done");
    }
    if kind == EventType::Request && puts_a_question(hit.head) {
        return Some("a question");
    }
    if is_in_public_notice(hit.head) {
        return Some("a notice to whoever reads it");
    }
    let shows = hit.head.lemma() == "demonstrate" && hit.head.child(&["ccomp"]).is_some();
    if kind == EventType::Protest && shows {
        return Some("shows that something is so");
    }
    if kind == EventType::Protest && is_manner(hit.head) {
        return Some("says why somebody did something else");
    }
    if kind == EventType::Protest && recovers(hit) {
        return Some("one player or price recovers");
    }
    if kind == EventType::Protest && is_protest_in_words(hit.head) {
        return Some("a protest that is spoken");
    }
    if kind == EventType::Accuse && matches!(hit.body, Body::Noun(_)) && is_no_inquiry(hit.head) {
        return Some("nothing is looked into");
    }
    if kind == EventType::Consult && matches!(hit.body, Body::Noun(_)) && is_rumour(hit.head) {
        return Some("what people say");
    }
    if kind == EventType::Consult && is_any_talks(hit) {
        return Some("talks of which nothing is said");
    }
    if kind == EventType::Consult && discusses_with_nobody(hit) {
        return Some("spoken of, with nobody");
    }
    if kind == EventType::Consult && is_in_the_know(hit.head) {
        return Some("how somebody knows");
    }
    if kind == EventType::Consult && is_called_off(hit.head) {
        return Some("planned, and called off");
    }
    if kind == EventType::Agree && is_opposed_agreement(hit) {
        return Some("what somebody is against, not told as made");
    }
    if kind == EventType::Retreat && comes_home_from_captivity(hit) {
        return Some("comes home from captivity");
    }
    if kind == EventType::Mobilize && is_brought_to_care(hit) {
        return Some("who is hurt is brought to be treated");
    }
    if matches!(kind, EventType::Consult | EventType::Request) && is_called_out(hit) {
        return Some("sent for to a place");
    }
    if is_question(hit.head) {
        return Some("asked, not said");
    }
    if is_done_by_anybody(hit.head) {
        return Some("whoever may do it, not told as done");
    }
    if is_intent(hit.head) {
        return Some("only wished for");
    }
    if !is_physical(kind) && kind != EventType::Threaten && is_only_ready_for(hit.head) {
        return Some("what somebody is ready for");
    }
    if is_only_talked_of(hit.head) {
        return Some("talked or thought of, not told as done");
    }
    if matches!(hit.body, Body::Verb(_)) && would_be_so(hit.head) {
        return Some("what would come of it, not told as done");
    }
    if kind == EventType::Assault && is_norm_or_fear(hit) {
        return Some("a rule, a fear or a lesson, and nothing that was done");
    }
    if hit.head.dep() == "xcomp"
        && hit.head.head().is_some_and(|h| h.lemma() == "be")
        && hit.head.lemma() == "blame"
    {
        return Some("“to blame” names a cause, nobody blames");
    }
    if kind == EventType::Accuse && answers_for_others(hit.head) {
        return Some("an answer to what others were accused of");
    }
    if kind == EventType::Accuse && is_put_down_to_cause(hit.head) {
        return Some("put down to a cause, nobody is blamed");
    }
    if kind == EventType::Accuse && hit.head.dep() == "amod" && hit.head.tag() == "VBG" {
        return Some("says of what sort a thing is");
    }
    if kind == EventType::Retreat && ends_candidacy(hit) {
        return Some("a campaign for votes, no fighting");
    }
    // "would *defend* its rights"
    let own = |c: Tok<'_>| c.tag() == "PRP$";
    if kind == EventType::Support
        && lemma_in(hit.head, &["defend", "tout"])
        && hit
            .head
            .child(&["dobj"])
            .is_some_and(|o| o.children().any(own))
    {
        return Some("stands by what is its own");
    }
    if matches!(kind, EventType::Concede | EventType::Retreat) && is_strike_stopped_by_court(hit) {
        return Some("a court stops a strike, and no striker gives way");
    }
    if kind == EventType::Aid && is_own_training(hit) {
        return Some("learnt, not given");
    }
    // "the member *in charge of* the border"
    let link = hit.head.head();
    if hit.head.lemma() == "charge"
        && hit.head.dep() == "pobj"
        && link.is_some_and(|l| l.lower() == "in")
        && hit.head.child(&["det", "amod", "poss"]).is_none()
    {
        return Some("who is responsible, and not accused");
    }
    if kind == EventType::Accuse && is_named_in_indictment(hit.head) {
        return Some("what somebody is indicted on, told with the indictment");
    }
    if kind == EventType::Accuse && is_field_of_office(hit.head) {
        return Some("of what somebody is in charge");
    }
    if kind == EventType::Accuse && is_said_by_own_words(hit) {
        return Some("told by the verb that says what is in it");
    }
    // "in accord with the rules"
    if hit.head.lemma() == "accord"
        && hit.head.dep() == "pobj"
        && link.is_some_and(|l| l.lower() == "in")
        && hit.head.child(&["det", "amod", "poss"]).is_none()
    {
        return Some("in keeping with something");
    }
    // "were *met* by angry pickets", "was met with applause"
    if kind == EventType::Consult && is_met_by_crowd(hit) {
        return Some("how somebody was received");
    }
    if kind == EventType::Consult && tells_the_press(hit) {
        return Some("told to the press, and talked over with nobody");
    }
    if kind == EventType::Agree && offers_words(hit.head) {
        return Some("how somebody spoke");
    }
    if kind == EventType::Aid && shelters_oneself(hit.head) {
        return Some("where somebody takes cover, and gives none");
    }
    // "started calling itself the Free State"
    let named = hit.head.child(&["dobj"]);
    if kind == EventType::Request && hit.head.lemma() == "call" && named.is_some_and(is_reflexive) {
        return Some("a name that somebody takes");
    }
    // "wounded in an *attack* on troops": not in words.
    let attack = matches!(hit.head.lemma(), "attack" | "assault");
    if kind == EventType::Accuse
        && attack
        && count(hit.head.doc(), hit.head.sentence(), VIOLENCE) > 1
        && count(hit.head.doc(), hit.head.sentence(), SPOKEN) == 0
    {
        return Some("an attack by force");
    }
    // "not authorized to *release* the list"
    let told = hit
        .companions
        .iter()
        .chain([&hit.head])
        .filter(|t| t.lemma() == "release" || t.lemma() == "authorize" || t.lemma() == "authorise")
        .flat_map(|t| t.subtree())
        .any(|t| {
            matches!(
                t.lemma(),
                "information" | "name" | "detail" | "figure" | "statement" | "report" | "result"
            )
        });
    if kind == EventType::Retreat && told {
        return Some("told, not freed");
    }
    if kind == EventType::Request && is_charm(hit.head) {
        return Some("what people like, and no request");
    }
    if kind == EventType::Agree && is_open_to_people(hit) {
        return Some("who may come");
    }
    let by_a_thing = match kind {
        EventType::Coerce => is_of_a_thing(hit, &["keep", "prevent", "stop"]),
        EventType::Concede => is_of_a_thing(hit, &["allow", "let"]),
        _ => false,
    };
    if by_a_thing || is_done_by_nobody(hit) {
        return Some("of a thing, which does nothing on purpose");
    }
    if let Some(sense) = other_sense(hit) {
        return Some(sense);
    }
    // "up to *life imprisonment*"
    if kind == EventType::Coerce
        && hit.head.lemma() == "imprisonment"
        && hit.head.prev().is_some_and(|p| p.lower() == "life")
    {
        return Some("what the law allows, or what somebody is sentenced to");
    }
    if kind == EventType::Accuse && is_billed(hit.head) {
        return Some("a price, no charge");
    }
    if kind == EventType::Mobilize && is_posted(hit.head) {
        return Some("those who are on duty, and not that they were sent there");
    }
    // "considers the sanctions *essential*": thinks so of them, and weighs none.
    if hit.head.lemma() == "consider"
        && hit
            .head
            .children()
            .any(|c| c.dep_in(&["ccomp", "oprd", "acomp"]) && c.pos() == Pos::Adj)
    {
        return Some("an opinion");
    }
    // "a *not guilty* plea"
    let plea = hit.head.lemma() == "plea"
        && hit
            .head
            .prev()
            .and_then(Tok::prev)
            .is_some_and(|not| not.lower() == "not");
    if kind == EventType::Sanction && plea {
        return Some("says that somebody is not guilty");
    }
    // "*detonating* cord", "DNA *tests*"
    let of_a_sort = |words: &[&str]| {
        hit.companions
            .iter()
            .chain([&hit.head])
            .flat_map(|t| t.children())
            .any(|c| words.contains(&c.lower()))
    };
    if hit.head.lemma() == "detonate" && hit.head.next().is_some_and(|n| n.lemma() == "cord")
        || kind == EventType::Mobilize && of_a_sort(&["dna", "blood", "lab", "medical", "drug"])
    {
        return Some("says of what sort a thing is");
    }
    // "The theatre had burned down in 1836": nobody is said to have set it on fire.
    if hit.head.lemma() == "burn"
        && matches!(&hit.body, Body::Verb(c) if !c.passive && c.object.is_none())
    {
        return Some("it burned, nobody burned it");
    }
    if matches!(hit.head.lemma(), "strap" | "attach" | "fit" | "tape")
        && hit.head.dep_in(&["acl", "amod"])
    {
        return Some("says how something is worn");
    }
    if kind == EventType::Accuse && is_deprived(hit) {
        return Some("kept from it, not accused");
    }
    if kind == EventType::Request && is_to_stay_unnamed(hit.head) {
        return Some("how somebody spoke");
    }
    // "deployed *to stop* attacks on trains": other people's.
    if kind == EventType::Retreat
        && hit.head.tag() == "VB"
        && hit.head.dep() == "advcl"
        && matches!(hit.head.lemma(), "stop" | "halt" | "end" | "cease")
    {
        return Some("what others do is to be stopped");
    }
    if kind == EventType::Retreat && is_broken(hit.head) {
        return Some("broken, missing or at risk, and not told as made or kept");
    }
    if matches!(kind, EventType::Aid | EventType::Mobilize) && is_equipped(hit) {
        return Some("says what somebody carries, nobody gave it");
    }
    if kind == EventType::Retreat && leaves_hospital(hit) {
        return Some("let go home by a hospital");
    }
    if kind == EventType::Retreat && goes_home(hit) {
        return Some("walks out of a room");
    }
    if kind == EventType::Accuse && looks_somewhere(hit.head) {
        return Some("turns the eyes somewhere");
    }
    if kind == EventType::Assault && (hits_in_words(hit) || fires_back_in_words(hit)) {
        return Some("hits somebody in words");
    }
    if kind == EventType::Protest && has_oneself_as_object(hit.head) {
        return Some("shuts oneself in");
    }
    if kind == EventType::Threaten && is_at_oneself(hit.head) {
        return Some("threatens nobody else");
    }
    if kind == EventType::Mobilize && joins_forces(hit.head) {
        return Some("does something together");
    }
    if kind == EventType::Consult && is_editors_note(hit.head) {
        return Some("an editor's note");
    }
    if kind == EventType::Assault && is_at_targets(hit.head) {
        return Some("done at targets for practice");
    }
    if hit.head.dep() == "oprd" && !is_said_to_be_dead(hit.head) {
        return Some("a name for something told before");
    }
    if is_forestalled(hit.head) {
        return Some("forbidden or called off");
    }
    if is_physical(kind) && is_told_in_fiction(hit.head) {
        return Some("told in a work of fiction");
    }
    if matches!(kind, EventType::Sanction | EventType::Coerce) && is_named_in_sentence(hit.head) {
        return Some("what somebody is sentenced to, told with the sentencing");
    }
    if matches!(
        kind,
        EventType::Agree | EventType::Retreat | EventType::Support
    ) && has_broken_down(hit)
    {
        return Some("told only as broken down");
    }
    None
}

/// "prohibited from *killing*", "if someone's *injured*", "trained to *fire*", "to make sure that nobody was *hurt*".
fn is_norm_or_fear(hit: &Hit<'_, '_>) -> bool {
    match &hit.body {
        Body::Verb(_) => {
            is_barred_by_rule(hit.head)
                || may_befall_anybody(hit.head)
                || is_made_sure(hit.head)
                || is_taught(hit.head)
        }
        Body::Noun(_) => is_any_that_may_come(hit.head),
    }
}

/// What else the words mean beside what stands with them.
fn other_sense(hit: &Hit<'_, '_>) -> Option<&'static str> {
    if let Some(sense) = stock_phrase(hit) {
        return Some(sense);
    }
    match hit.entry.kind {
        EventType::Aid if is_trade(hit) => Some("sold, and not given"),
        EventType::Agree if vouches(hit) => Some("says that it is so"),
        EventType::Agree if is_common_opinion(hit.head) => Some("an opinion that people share"),
        EventType::Consult if is_private_visit(hit) => Some("a visit by nobody who holds office"),
        EventType::Sanction if is_of_no_crime(hit) => Some("a ruling, and nobody is convicted"),
        EventType::Accuse if is_heard_by_ear(hit) => Some("heard by somebody"),
        EventType::Accuse if is_sum(hit) => Some("a sum, and no accusation"),
        EventType::Accuse if is_asked_by_press(hit) => Some("asked by the press"),
        EventType::Accuse if is_tried_out(hit) => Some("tried out, and nobody is on trial"),
        EventType::Assault if is_fought_without_force(hit) => Some("fought without force"),
        EventType::Protest if is_migration(hit) => Some("people on the move"),
        EventType::Assault if is_argument(hit) => Some("an attack in words"),
        EventType::Assault if is_out_of_contest(hit) => Some("out of a contest"),
        EventType::Assault if is_contest(hit) => Some("a contest without arms"),
        EventType::Assault if is_hurt_at_polls(hit) => Some("hurts somebody's chances"),
        EventType::Assault if is_carried_out(hit) => Some("a plan that is carried out"),
        EventType::Assault if is_taken_up(hit) => Some("takes up a remark"),
        EventType::Assault | EventType::Threaten if is_made_fair(hit) => Some("makes it fair"),
        EventType::Coerce if is_short_of(hit) => Some("short of something"),
        EventType::Coerce if is_stroke_of_luck(hit) => Some("a stroke of luck"),
        EventType::Coerce if is_no_conquest(hit) => Some("falls, and nobody takes it"),
        EventType::Coerce if is_won_with_votes(hit) => Some("won with votes"),
        EventType::Concede if is_market_demand(hit) => Some("what the market wants"),
        EventType::Consult if is_of_a_page(hit) => Some("a page that may be opened"),
        EventType::Consult if is_contact_of_bodies(hit) => Some("touched, and not spoken to"),
        EventType::Mobilize if is_body_of_people(hit) => Some("a body of people"),
        EventType::Reject if is_set_beside(hit.head) => Some("set beside one another"),
        EventType::Reject if is_rubbish(hit.head) => Some("rubbish"),
        EventType::Request if is_to_please(hit) => Some("what people like, and no request"),
        EventType::Threaten if is_danger_to_state(hit) => Some("a danger, and nobody's words"),
        EventType::Retreat if is_at_liberty(hit) => Some("at liberty, where nobody held them"),
        EventType::Retreat if says_when(hit) => Some("says when something else was"),
        EventType::Sanction if is_over_as_planned(hit) => Some("over as planned"),
        EventType::Support if is_owned_number(hit) => Some("a number that somebody owns to"),
        _ => None,
    }
}

/// "issued a warrant for his *arrest*": the warrant is out, and the arrest is to come.
fn is_what_a_warrant_is_for(arrest: Tok<'_>) -> bool {
    let above = arrest
        .head()
        .filter(|link| arrest.dep() == "pobj" && link.lower() == "for")
        .and_then(Tok::head);
    lemma_in(arrest, ARREST) && above.is_some_and(is_by_warrant)
}

/// "*looked* back *into the gallery*", "looked into the camera"
fn looks_somewhere(verb: Tok<'_>) -> bool {
    const SEEN: [&str; 5] = ["camera", "eye", "mirror", "gallery", "distance"];
    let scene = ClassSet::of(&[NounClass::Place, NounClass::Facility]);
    let turned = |c: Tok<'_>| matches!(c.lower(), "back" | "out" | "up" | "down" | "straight");
    let seen = |o: Tok<'_>| is(o, scene) || SEEN.contains(&o.lemma());
    verb.lemma() == "look"
        && (verb.children().any(turned)
            || crate::claim::phrase::object_of(verb, "into").is_some_and(seen))
}

/// "threatened to *kill himself*"
fn is_at_oneself(verb: Tok<'_>) -> bool {
    verb.child(&["xcomp"]).is_some_and(has_oneself_as_object)
}

/// "*kill* himself", "*set* herself alight"
pub(super) fn has_oneself_as_object(verb: Tok<'_>) -> bool {
    verb.child(&["dobj"]).is_some_and(is_reflexive)
}

/// "*joined forces* and threw stones"
fn joins_forces(verb: Tok<'_>) -> bool {
    let bare = |o: Tok<'_>| o.lower() == "forces" && o.children().next().is_none();
    verb.lemma() == "join" && verb.child(&["dobj"]).is_some_and(bare)
}

/// "while *target shooting*"
fn is_at_targets(tok: Tok<'_>) -> bool {
    matches!(tok.lemma(), "shoot" | "shooting") && tok.prev().is_some_and(|p| p.lower() == "target")
}

/// "quit *in protest* against the deal": nobody took to the street.
fn is_manner(tok: Tok<'_>) -> bool {
    let bare = tok
        .child(&["det", "amod", "nummod", "poss", "compound"])
        .is_none();
    bare && tok.lower() == "protest"
        && tok.dep() == "pobj"
        && tok.head().is_some_and(|link| link.lower() == "in")
}

/// "*Norlandic law* prohibits torture", "are prohibited *under international law*": what the law says, where "a new law" may
/// be news.
fn is_by_law(verb: Tok<'_>) -> bool {
    let law = |t: Tok<'_>| t.lower() == "law" && t.child(&["det", "poss"]).is_none();
    verb.children().any(|c| match c.dep() {
        "nsubj" => law(c),
        "prep" => matches!(c.lower(), "under" | "by") && c.child(&["pobj"]).is_some_and(law),
        _ => false,
    })
}

/// Whether the word may only take up a happening that is told elsewhere in the text: "the attack",
/// "the bombing's victims", "called the blast an *attack*". Such a word makes no claim of its own.
pub fn takes_up(hit: &Hit<'_, '_>) -> bool {
    // "accused it of theft, *an allegation* that Danu called absurd"
    let judged = |c: Tok<'_>| {
        c.dep_in(&["acl", "relcl"])
            && lemma_in(
                c,
                &[
                    "brand", "call", "deny", "describe", "dismiss", "label", "reject",
                ],
            )
    };
    let summed_up = lemma_in(hit.head, &["accusation", "allegation", "charge", "claim"])
        && hit.head.dep_in(&["appos", "npadvmod", "dep"])
        && hit.head.children().any(judged);
    match &hit.body {
        Body::Noun(_) if summed_up || is_ranked(hit.head) => true,
        Body::Noun(nominal) => hit.aside || is_mere_mention(hit, nominal),
        Body::Verb(_) => false,
    }
}

/// "commander of police *investigations*", "head of *interrogation*": of what somebody is in charge.
fn is_field_of_office(field: Tok<'_>) -> bool {
    const OFFICES: [&str; 8] = [
        "chief",
        "commander",
        "coordinator",
        "deputy",
        "director",
        "head",
        "manager",
        "superintendent",
    ];
    let office = field
        .head()
        .filter(|of| field.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head);
    field.child(&["det", "poss", "prep"]).is_none()
        && office.is_some_and(|office| OFFICES.contains(&office.lemma()))
}

/// "*released* a statement condemning the raid": the gerund tells it.
fn is_said_by_own_words(hit: &Hit<'_, '_>) -> bool {
    let says = |c: Tok<'_>| {
        c.dep_in(&["acl", "advcl"]) && lemma_in(c, &["condemn", "criticise", "criticize"])
    };
    lemma_in(hit.head, &["issue", "release"])
        && hit
            .companions
            .iter()
            .chain([&hit.head])
            .any(|word| word.children().any(says))
}

/// Whether a noun, or a participle before one, takes its happening for granted, so that a question, a wish or an allegation
/// about it leaves it standing: "the aim of *the attacks*", "is charged with taking part in *the
/// bombing*".
pub fn is_presupposed(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return is_taken_for_granted(hit.head);
    };
    let definite = |t: &Tok<'_>| {
        matches!(t.lower(), "the" | "this" | "that" | "these" | "those")
            || (t.dep() == "poss" && t.pos() != Pos::Pron)
    };
    let calls_it = hit.head.dep() == "oprd";
    calls_it
        || hit.aside
        || nominal
            .carrier
            .children()
            .chain(nominal.noun.children())
            .any(|c| c.i < nominal.noun.i && definite(&c))
}

/// Whether a noun speaks of none, of any, or of ones to come or beside: "no attack", "further
/// attacks", "a possible strike". It takes up nothing.
pub fn is_of_another(hit: &Hit<'_, '_>) -> bool {
    const OTHERS: &[&str] = &[
        "no",
        "any",
        "every",
        "each",
        "possible",
        "potential",
        "future",
        "further",
        "new",
        "more",
        "other",
        "another",
        "next",
        "previous",
        "earlier",
        "past",
        "similar",
        "such",
        "upcoming",
        "planned",
        "imminent",
        "likely",
        "alleged",
        "attempted",
        "would-be",
        "failed",
        "foiled",
        "hypothetical",
        "old",
        "last",
        "recent",
        "different",
        "separate",
        "unrelated",
    ];
    let Body::Noun(nominal) = &hit.body else {
        return !names_the_sufferer(hit.head);
    };
    nominal
        .carrier
        .children()
        .chain(nominal.noun.children())
        .any(|c| c.i < nominal.noun.i && OTHERS.contains(&c.lower()))
}

/// Whether the noun behind a participle is of somebody or something in particular: "the *freed* pilots", "two *jailed*
/// editors", not "any *detained* person" or "*captured* soldiers must be treated well".
pub fn names_the_sufferer(deed: Tok<'_>) -> bool {
    const NOBODY_IN_PARTICULAR: &[&str] = &["any", "every", "each", "no", "neither", "either"];
    deed.head().is_some_and(|noun| {
        let before = || noun.children().filter(|c| c.i < deed.i);
        before().any(|c| c.dep_in(&["det", "poss", "nummod"]))
            && !before().any(|c| NOBODY_IN_PARTICULAR.contains(&c.lower()))
    })
}

/// Whether the noun behind a participle is named without an article or owner that says that it is known: "*three
/// kidnapped* officers".
pub fn is_new_to_text(deed: Tok<'_>) -> bool {
    deed.head().is_some_and(|noun| {
        noun.children().filter(|c| c.i < deed.i).all(|c| {
            !c.dep_in(&["det", "poss"]) || matches!(c.lower(), "a" | "an" | "another" | "some")
        })
    })
}

/// Keeps of the hits whose words alone do not tell of violence ("died", "the dead", "injuries")
/// those that something around them does: another word for violence in the sentence, or, for what
/// the sentence itself says, in one of the two before it.
pub fn keep_told_of_violence(hits: &mut Vec<Hit<'_, '_>>, fiction: bool) {
    const BEFORE: usize = 2;
    let violent: Vec<(usize, usize)> = hits
        .iter()
        .filter(|h| is_violence(h) && h.entry.needs.is_none() && objection(h, fiction).is_none())
        .map(|h| (h.head.sentence(), h.head.i))
        .collect();
    // A headline's toll is of what the lines below it tell: "Danu toll rises to 12".
    const BELOW_HEADLINE: usize = 3;
    hits.retain(|hit| {
        let Some(Need::Violence) = hit.entry.needs else {
            return true;
        };
        if is_told_of_nobody(hit) || is_bare_toll(hit) {
            return false;
        }
        let here = hit.head.sentence();
        let doc = hit.head.doc();
        if count(doc, here, ACCIDENTS) > 0 && !violent.iter().any(|(s, _)| *s == here) {
            return false;
        }
        if is_by_arms(hit) || came_of_violence(hit.head) || is_in_operation(hit.head) {
            return true;
        }
        let in_passing = hit.head.dep_in(&["relcl", "acl", "advcl"]);
        // A toll is told again long after what it is of, and so is who died at the scene of it.
        let of_before = (crate::casualty::tells_number(hit.head) || is_at_the_scene(hit.head))
            && !opens_with_accident(doc);
        let of_below = of_before && here == 0;
        violent.iter().any(|(sentence, _)| {
            if of_before && *sentence < here || of_below && *sentence <= BELOW_HEADLINE {
                return true;
            }
            *sentence == here || (!in_passing && *sentence < here && *sentence + BEFORE >= here)
        })
    });
}

/// "died *at the scene*", "bled to death *on the spot*": the place of what was told before.
pub fn is_at_the_scene(fate: Tok<'_>) -> bool {
    fate.children().any(|link| {
        matches!(link.lower(), "at" | "on")
            && link.child(&["pobj"]).is_some_and(|place| {
                matches!(place.lower(), "scene" | "spot")
                    && place
                        .child(&["det"])
                        .is_some_and(|the| the.lower() == "the")
                    && place.child(&["prep"]).is_none()
            })
    })
}

/// "the death of a commander *during a security operation*"
fn is_in_operation(death: Tok<'_>) -> bool {
    const FORCES: [&str; 8] = [
        "army",
        "clearing",
        "combat",
        "counterinsurgency",
        "counterterrorism",
        "military",
        "police",
        "security",
    ];
    let of_forces = |o: Tok<'_>| {
        o.lemma() == "operation"
            && o.children()
                .any(|c| c.i < o.i && FORCES.contains(&c.lower()))
    };
    ["during", "in"]
        .iter()
        .any(|link| crate::claim::phrase::object_of(death, link).is_some_and(of_forces))
}

/// "six hours of *fighting in which* 40 died"
fn came_of_violence(verb: Tok<'_>) -> bool {
    let in_which = verb.children().any(|c| {
        c.dep() == "prep"
            && matches!(c.lower(), "in" | "during")
            && c.child(&["pobj"]).is_some_and(|w| w.lower() == "which")
    });
    let violent = |n: Tok<'_>| VIOLENCE.contains(&n.lemma()) || VIOLENCE.contains(&n.lower());
    let noun = verb.head().filter(|_| verb.dep() == "relcl" && in_which);
    noun.is_some_and(|n| {
        violent(n)
            || violent(crate::claim::phrase::semantic_head(n))
            || crate::claim::phrase::object_of(n, "of").is_some_and(violent)
    })
}

/// "a *bullet* wound", "*stab* wounds", "died of *shrapnel* injuries": the wound says what dealt it.
fn is_by_arms(hit: &Hit<'_, '_>) -> bool {
    let dealt = |wound: &Tok<'_>| {
        matches!(wound.lemma(), "wound" | "injury")
            && wound.children().any(|c| {
                c.i < wound.i
                    && c.dep_in(&["compound", "amod", "nmod"])
                    && (is(c, ClassSet::ARMS) || matches!(c.lower(), "stab" | "shrapnel" | "knife"))
            })
    };
    std::iter::once(&hit.head).chain(&hit.companions).any(dealt)
}

/// "to evacuate *wounded* from the camp": nobody tells here how they were hurt.
fn is_handled(state: Tok<'_>) -> bool {
    matches!(state.lower(), "wounded" | "injured")
        && state.tag() == "NNS"
        && state.dep() == "dobj"
        && state.child(&["nummod", "det"]).is_none()
}

/// "were *met* by angry pickets": no officials who confer.
fn is_met_by_crowd(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let confers = |f: clause::Filler<'_>| {
        let office = ClassSet::of(&[
            NounClass::Official,
            NounClass::Organisation,
            NounClass::Country,
        ]);
        is(f.tok, office) || f.tok.pos() == Pos::Propn || f.tok.pos() == Pos::Pron
    };
    // "The ruling was *met* with anger": nobody met it.
    let thing = clause.object.is_some_and(|o| {
        !confers(o)
            && is(
                o.tok,
                ClassSet::of(&[NounClass::Event, NounClass::Abstract, NounClass::Document]),
            )
    });
    let received = || {
        let reactions = [
            "anger",
            "applause",
            "backlash",
            "condemnation",
            "criticism",
            "dismay",
            "fury",
            "outcry",
            "outrage",
            "protest",
            "scepticism",
            "silence",
            "skepticism",
        ];
        clause
            .governed_by("with")
            .is_some_and(|f| lemma_in(f.tok, &reactions))
    };
    let unlike_party = || thing || clause.subject.is_some_and(|f| !confers(f));
    clause.verb.lemma() == "meet" && (received() || clause.passive && unlike_party())
}

/// Violence, whoever does it: what people die of.
fn is_violence(hit: &Hit<'_, '_>) -> bool {
    match hit.entry.kind {
        EventType::Assault => {
            !matches!(hit.entry.mode.map(|m| m.name()), Some("destroy" | "abduct"))
        }
        EventType::Protest => true,
        _ => false,
    }
}

/// "The *court* suspended a *strike* by doctors".
fn is_strike_stopped_by_court(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let court = clause
        .subject
        .is_some_and(|s| lemma_in(s.tok, &["court", "judge", "justice", "tribunal"]));
    court && clause.object.is_some_and(|o| o.tok.lemma() == "strike")
}

/// "*trained* as a naval officer": without an object, whoever trains learns.
fn is_own_training(hit: &Hit<'_, '_>) -> bool {
    matches!(&hit.body, Body::Verb(clause) if !clause.passive
        && lemma_in(clause.verb, &["train"])
        && clause.verb.child(&["dobj"]).is_none()
        && clause.links.iter().any(|(l, _)| matches!(l.lower(), "as" | "at" | "for")))
}

/// "had been *denied* a fair trial".
fn is_deprived(hit: &Hit<'_, '_>) -> bool {
    matches!(&hit.body, Body::Verb(clause) if clause.passive && lemma_in(clause.verb, &["deny"]))
}

/// "were *armed* with shields": a state, unless somebody is said to have brought it about.
fn is_equipped(hit: &Hit<'_, '_>) -> bool {
    match &hit.body {
        Body::Verb(clause) => {
            clause.passive && clause.subject.is_none() && lemma_in(clause.verb, &["arm", "equip"])
        }
        Body::Noun(_) => false,
    }
}
