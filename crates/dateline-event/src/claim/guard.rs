//! Company in which no entry of a sort is meant, whatever its words: sport, accidents, mere
//! mention.

use super::clause;
use super::nominal::Nominal;
use super::phrase::{classes, governed, is, lemma_in, semantic_head};
use super::trigger::{Body, Hit};
use crate::codebook::Need;
use crate::codebook::pattern::Governed;
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::phrase::is_reflexive;
use dateline_text::{Document, Pos, Tok};

/// Words of happenings that nobody does on purpose.
const ACCIDENTS: &[&str] = &[
    "accident",
    "crash",
    "collision",
    "derailment",
    "derail",
    "collide",
    "capsize",
    "sink",
    "collapse",
    "avalanche",
    "earthquake",
    "quake",
    "tsunami",
    "flood",
    "flooding",
    "landslide",
    "mudslide",
    "storm",
    "hurricane",
    "typhoon",
    "cyclone",
    "tornado",
    "lightning",
    "eruption",
    "erupt",
    "stampede",
    "drown",
    "overdose",
    "disease",
    "virus",
    "epidemic",
    "pandemic",
    "outbreak",
    "malfunction",
    "wildfire",
    "bushfire",
    "blaze",
    "heatwave",
    "famine",
    "cancer",
    "illness",
    "wreck",
    "pileup",
    "leak",
    "mishap",
    "overturn",
    "rainfall",
    "covid-19",
    "drought",
    "malaria",
    "ebola",
    "cholera",
    "tremor",
    "aftershock",
    "crush",
    "fever",
    "influenza",
    "infection",
    "disaster",
    "trample",
    "fall",
    "rockfall",
    "rockburst",
    "methane",
    "cave-in",
];

/// Words that say somebody did it.
const VIOLENCE: &[&str] = &[
    "attack",
    "attacker",
    "gunman",
    "militant",
    "insurgent",
    "bomb",
    "bomber",
    "bombing",
    "gunfire",
    "shoot",
    "shooting",
    "shell",
    "shelling",
    "airstrike",
    "strike",
    "rebel",
    "terrorist",
    "assassin",
    "rocket",
    "missile",
    "mortar",
    "grenade",
    "explosive",
    "ied",
    "clash",
    "fighting",
    "raid",
    "ambush",
    "murder",
    "stab",
    "fighter",
    "soldier",
    "troop",
    "police",
    "sniper",
    "militia",
    "suicide",
    "detonate",
    "blast",
    "mine",
    "landmine",
    "kidnap",
    "massacre",
    "execute",
    "execution",
    "war",
    "violence",
    "suspect",
    "murderer",
    "killer",
    "drone",
    "warplane",
];

/// Words of games, where people beat, shoot and attack without harm.
const SPORT: &[&str] = &[
    "goal",
    "goalkeeper",
    "midfielder",
    "striker",
    "winger",
    "quarterback",
    "innings",
    "wicket",
    "touchdown",
    "playoff",
    "semifinal",
    "semi-final",
    "quarterfinal",
    "quarter-final",
    "batsman",
    "bowler",
    "half-time",
    "halftime",
    "championship",
    "tournament",
    "league",
    "cup",
    "match",
    "scorer",
    "teammate",
    "coach",
    "pitcher",
    "inning",
    "premiership",
    "grand prix",
    "medal",
    "olympics",
    "rebound",
    "kick",
    "penalty",
    "defender",
    "fixture",
    "season",
    "score",
    "soccer",
    "football",
    "cricket",
    "rugby",
    "basketball",
    "baseball",
    "tennis",
    "golf",
    "hockey",
    "derby",
    "foul",
    "referee",
    "substitute",
    "equaliser",
    "equalizer",
    "hat-trick",
    "offside",
    "free-kick",
    "relegation",
];

/// Words of a quarrel in words.
const SPOKEN: &[&str] = &[
    "ad",
    "campaign",
    "candidate",
    "criticism",
    "critic",
    "debate",
    "interview",
    "rival",
    "speech",
    "tweet",
    "verbal",
    "words",
];

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
    if kind == EventType::Assault {
        if is_accident(hit) {
            return Some("nobody did it: an accident or a force of nature");
        }
        if is_sport(hit.head) {
            return Some("a game");
        }
        if is_declared_state(hit.head) {
            return Some("a state that is declared");
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
    if kind == EventType::Coerce && is_kept_in_care(hit) {
        return Some("kept to be healed");
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
    if kind == EventType::Mobilize && is_brought_to_care(hit) {
        return Some("who is hurt is brought to be treated");
    }
    if kind == EventType::Consult && is_called_out(hit) {
        return Some("sent for to a place");
    }
    if is_question(hit.head) {
        return Some("asked, not said");
    }
    if is_intent(hit.head) {
        return Some("only wished for");
    }
    if hit.head.dep() == "xcomp"
        && hit.head.head().is_some_and(|h| h.lemma() == "be")
        && hit.head.lemma() == "blame"
    {
        return Some("“to blame” names a cause, nobody blames");
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
        && hit.head.lemma() == "defend"
        && hit
            .head
            .child(&["dobj"])
            .is_some_and(|o| o.children().any(own))
    {
        return Some("stands by what is its own");
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
        return Some("broken or missing, so nobody keeps it");
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

/// "sentenced to *life imprisonment*", "sentenced 12 men to *prison terms*".
fn is_named_in_sentence(punishment: Tok<'_>) -> bool {
    let link = punishment
        .head()
        .filter(|to| punishment.dep() == "pobj" && to.lower() == "to");
    link.and_then(Tok::head)
        .is_some_and(|verb| verb.pos() == Pos::Verb && lemma_in(verb, &["condemn", "sentence"]))
}

/// "The novel tells of a soldier who *kills* his captain", "In the movie, a spy *murders* her": below what tells a made-up
/// story.
fn is_told_in_fiction(tok: Tok<'_>) -> bool {
    const TELLING: &[&str] = &[
        "be",
        "center",
        "centre",
        "chronicle",
        "depict",
        "dramatise",
        "dramatize",
        "feature",
        "follow",
        "open",
        "portray",
        "recount",
        "revolve",
        "show",
        "star",
        "tell",
    ];
    let told_by = |at: Tok<'_>| {
        let tells = |work: Tok<'_>| is_made_up(work) && lemma_in(at, TELLING);
        at.child(&["nsubj"]).is_some_and(tells)
    };
    let set_in = |at: Tok<'_>| {
        let inside = |c: &Tok<'_>| c.dep() == "prep" && matches!(c.lower(), "in" | "throughout");
        at.children()
            .filter(inside)
            .filter_map(governed)
            .any(is_made_up)
    };
    let real = |t: Tok<'_>| {
        matches!(
            t.lemma(),
            "documentary" | "footage" | "premiere" | "screening"
        )
    };
    let tokens = tok.doc().sentences()[tok.sentence()].tokens.clone();
    std::iter::once(tok)
        .chain(tok.ancestors())
        .take(8)
        .any(|at| set_in(at) || told_by(at) && at != tok)
        && !tok.doc().range(tokens).any(real)
}

/// "the novel", "a crime drama", "the video game": a work in which things are made up. "Film" and "series" may be of
/// anything, save where another word tells.
fn is_made_up(work: Tok<'_>) -> bool {
    const STORIES: &[&str] = &[
        "blockbuster",
        "comedy",
        "fable",
        "movie",
        "musical",
        "novel",
        "opera",
        "sequel",
        "sitcom",
        "soap",
        "telenovela",
        "thriller",
    ];
    const OF_A_STORY: &[&str] = &["drama", "film", "game", "play", "series", "show"];
    const KINDS: &[&str] = &[
        "action",
        "comedy",
        "crime",
        "drama",
        "feature",
        "fantasy",
        "horror",
        "television",
        "thriller",
        "tv",
        "video",
    ];
    let of_kind = || {
        work.children()
            .any(|c| c.i < work.i && KINDS.contains(&c.lower()))
    };
    work.pos() == Pos::Noun && (lemma_in(work, STORIES) || lemma_in(work, OF_A_STORY) && of_kind())
}

/// "The 2018 *peace accord* had collapsed": that there was one is known, and that it is over is told.
fn has_broken_down(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let verb = nominal.carrier.head();
    nominal.carrier.dep() == "nsubj"
        && verb.is_some_and(|v| {
            lemma_in(
                v,
                &[
                    "collapse",
                    "unravel",
                    "expire",
                    "lapse",
                    "crumble",
                    "disintegrate",
                    "fail",
                ],
            )
        })
}

/// "*hit* Orr hard on his record": those who are named hit one another in words, with nothing in their hands.
fn hits_in_words(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let bare = hit.companions.is_empty() && hit.pattern.links.is_empty();
    let named = clause.subject.is_some_and(|s| {
        s.tok.pos() == Pos::Propn && matches!(s.tok.name_label(), "PERSON" | "ORG")
    });
    let at_somebody = clause
        .object
        .is_some_and(|o| o.tok.name_label() == "PERSON" || is(o.tok, ClassSet::HUMAN));
    hit.head.lemma() == "hit" && bare && !clause.passive && named && at_somebody
}

/// "nine are feared *dead*", "two were reported *injured*"
fn is_said_to_be_dead(state: Tok<'_>) -> bool {
    const SAID: [&str; 9] = [
        "assume",
        "believe",
        "confirm",
        "declare",
        "fear",
        "presume",
        "pronounce",
        "report",
        "think",
    ];
    matches!(state.lower(), "dead" | "hurt" | "injured" | "wounded")
        && state.head().is_some_and(|v| lemma_in(v, &SAID))
}

/// "was *released from the clinic* at noon"
fn leaves_hospital(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let from_care = clause.governed_by("from").is_some_and(|from| {
        matches!(
            from.tok.lemma(),
            "hospital" | "clinic" | "infirmary" | "ward" | "treatment" | "centre" | "center"
        )
    });
    // "was *treated* for his wound and released"
    let treated = hit.head.dep() == "conj"
        && hit
            .head
            .head()
            .is_some_and(|v| matches!(v.lemma(), "treat" | "hospitalize" | "hospitalise"));
    matches!(hit.head.lemma(), "release" | "discharge") && (from_care || treated)
}

/// "was shot as he *left his office*"; who leaves office resigns.
fn goes_home(hit: &Hit<'_, '_>) -> bool {
    hit.head.lemma() == "leave"
        && hit
            .companions
            .iter()
            .any(|c| c.lemma() == "office" && c.child(&["poss", "det"]).is_some())
}

/// "*looked* back *into the gallery*", "looked into the camera"
fn looks_somewhere(verb: Tok<'_>) -> bool {
    const SEEN: [&str; 5] = ["camera", "eye", "mirror", "gallery", "distance"];
    let scene = ClassSet::of(&[NounClass::Place, NounClass::Facility]);
    let turned = |c: Tok<'_>| matches!(c.lower(), "back" | "out" | "up" | "down" | "straight");
    let seen = |o: Tok<'_>| is(o, scene) || SEEN.contains(&o.lemma());
    verb.lemma() == "look"
        && (verb.children().any(turned) || super::phrase::object_of(verb, "into").is_some_and(seen))
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

/// "Nedina Elk [as *received*]": how the name came over the wire.
fn is_editors_note(verb: Tok<'_>) -> bool {
    verb.lower() == "received"
        && verb.child(&["mark"]).is_some_and(|m| m.lower() == "as")
        && verb.child(&["nsubj", "nsubjpass"]).is_none()
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

/// "Nadal *rallied*": one person alone holds no rally.
fn recovers(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let alone = |s: Tok<'_>| {
        let who = super::phrase::semantic_head(s);
        let one = matches!(who.tag(), "NN" | "NNP") && who.child(&["conj"]).is_none();
        one && is(who, ClassSet::of(&[NounClass::Person]))
    };
    hit.pattern.links.is_empty()
        && lemma_in(clause.verb, &["rally"])
        && clause.subject.is_some_and(|s| alone(s.tok))
}

/// "summoned the envoy to *protest* the raid".
fn is_protest_in_words(verb: Tok<'_>) -> bool {
    verb.lemma() == "protest"
        && verb.tag() == "VB"
        && verb.dep_in(&["xcomp", "advcl"])
        && verb
            .head()
            .is_some_and(|above| lemma_in(above, &["summon", "phone", "write", "recall"]))
}

/// "The soldier was *rushed* to hospital", "were *flown* to the capital for treatment".
fn is_brought_to_care(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let care = |noun: Tok<'_>| {
        matches!(
            noun.lemma(),
            "hospital" | "clinic" | "infirmary" | "treatment" | "surgery" | "care"
        )
    };
    clause.object.is_some() && clause.links.iter().any(|(_, o)| o.is_some_and(care))
}

/// "*walked* out of jail on bail", "*walked* out of court a free man": let go, and no protest.
fn walks_free(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let kept = |noun: Tok<'_>| {
        matches!(
            noun.lemma(),
            "jail"
                | "prison"
                | "custody"
                | "detention"
                | "cell"
                | "court"
                | "courtroom"
                | "courthouse"
                | "gaol"
        )
    };
    let one = clause
        .subject
        .is_some_and(|s| matches!(s.tok.tag(), "NN" | "NNP" | "PRP"));
    let out = clause.links.iter().any(|(_, o)| o.is_some_and(kept));
    lemma_in(clause.verb, &["walk"]) && one && out
}

/// "was *detained* in hospital with burns", "*held* at a clinic for treatment": kept there to be healed.
fn is_kept_in_care(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let to = |links: &[&str], nouns: &[&str]| {
        clause.links.iter().any(|(link, o)| {
            links.contains(&link.lower()) && o.is_some_and(|o| nouns.contains(&o.lemma()))
        })
    };
    let hurt = to(
        &["with"],
        &["burn", "injury", "wound", "fracture", "concussion"],
    ) || to(&["for"], &["treatment", "observation", "surgery"])
        || clause.verb.children().any(|c| c.lower() == "overnight");
    clause.passive
        && clause.subject.is_none()
        && lemma_in(clause.verb, &["detain", "hold", "keep"])
        && to(&["in", "at"], &["hospital", "clinic", "infirmary"])
        && hurt
}

/// "Deputies were *called* to Marlow Street": sent for, and not spoken to.
fn is_called_out(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    clause.passive
        && lemma_in(clause.verb, &["call"])
        && clause
            .links
            .iter()
            .any(|(link, o)| link.lower() == "to" && o.is_some())
}

/// Whether the word may only take up a happening that is told elsewhere in the text: "the attack",
/// "the bombing's victims", "called the blast an *attack*". Such a word makes no claim of its own.
pub fn takes_up(hit: &Hit<'_, '_>) -> bool {
    match &hit.body {
        Body::Noun(nominal) => hit.aside || is_mere_mention(hit, nominal),
        Body::Verb(_) => false,
    }
}

/// Whether a noun takes its happening for granted, so that a question, a wish or an allegation
/// about it leaves it standing: "the aim of *the attacks*", "is charged with taking part in *the
/// bombing*".
pub fn is_presupposed(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
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
        return true;
    };
    nominal
        .carrier
        .children()
        .chain(nominal.noun.children())
        .any(|c| c.i < nominal.noun.i && OTHERS.contains(&c.lower()))
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
        if is_by_arms(hit) || came_of_violence(hit.head) {
            return true;
        }
        let in_passing = hit.head.dep_in(&["relcl", "acl", "advcl"]);
        // A toll is told again long after what it is of.
        let of_before = crate::casualty::tells_number(hit.head) && !opens_with_accident(doc);
        violent.iter().any(|(sentence, _)| {
            if of_before && *sentence < here {
                return true;
            }
            *sentence == here || (!in_passing && *sentence < here && *sentence + BEFORE >= here)
        })
    });
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
            || violent(super::phrase::semantic_head(n))
            || super::phrase::object_of(n, "of").is_some_and(violent)
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

/// Whether a word's sentence, or one of the two before it, speaks of work and pay, and none of them of weapons.
pub fn tells_of_labour(tok: Tok<'_>) -> bool {
    const BEFORE: usize = 2;
    const WORK: [&str; 35] = [
        "bargaining",
        "cancel",
        "close",
        "commuter",
        "cripple",
        "dispute",
        "disrupt",
        "dock",
        "docker",
        "doctor",
        "driver",
        "employee",
        "employer",
        "labor",
        "labour",
        "lecturer",
        "miner",
        "nurse",
        "overtime",
        "paralyse",
        "paralyze",
        "pay",
        "pension",
        "pilot",
        "picket",
        "salary",
        "staff",
        "teacher",
        "union",
        "unionist",
        "wage",
        "walkout",
        "work",
        "worker",
        "workforce",
    ];
    const ARMS: [&str; 22] = [
        "aircraft",
        "airstrike",
        "army",
        "artillery",
        "bomb",
        "bombardment",
        "bombing",
        "commander",
        "drone",
        "jet",
        "kill",
        "militant",
        "missile",
        "munition",
        "raid",
        "rebel",
        "rocket",
        "shell",
        "shelling",
        "troop",
        "wound",
        "warplane",
    ];
    let (doc, here) = (tok.doc(), tok.sentence());
    let around = here.saturating_sub(BEFORE)..=here;
    let of_work = is_of_workers(tok) || is_under_way(tok);
    (of_work || around.clone().any(|s| count(doc, s, &WORK) > 0))
        && around.clone().all(|s| count(doc, s, &ARMS) == 0)
        || is_about_stoppage(doc) && count(doc, here, &WEAPONS) == 0
}

/// "the *bakers'* strike", "the *students'* strike": those who work or study strike no blow.
fn is_of_workers(strike: Tok<'_>) -> bool {
    let owner = strike.child(&["poss"]).filter(|o| o.pos() == Pos::Noun);
    owner.is_some_and(|o| {
        let known = classes(o);
        let fights = ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Country]);
        known.has(NounClass::Person) && !known.meets(fights) && o.tag() == "NNS"
    })
}

/// "The *strike* entered its third week": a blow is over when it is told.
fn is_under_way(strike: Tok<'_>) -> bool {
    const LASTING: &[&str] = &["continue", "drag", "enter", "go", "last", "resume", "wear"];
    let lasts = strike.head().is_some_and(|verb| {
        strike.dep() == "nsubj"
            && verb.pos() == Pos::Verb
            && lemma_in(verb, LASTING)
            && (verb.lemma() != "go"
                || verb
                    .child(&["prt", "prep"])
                    .is_some_and(|p| p.lower() == "on"))
    });
    let named = strike
        .children()
        .any(|c| c.i < strike.i && c.dep() != "det");
    lasts && !named && strike.tag() == "NN"
}

/// With what strikes from the air are made.
const WEAPONS: [&str; 14] = [
    "aircraft",
    "airstrike",
    "artillery",
    "bomb",
    "bombing",
    "drone",
    "jet",
    "missile",
    "munition",
    "raid",
    "rocket",
    "shell",
    "shelling",
    "warplane",
];

/// Whether an article tells of people who stop work, and of no blow from the air: all its strikes are theirs.
fn is_about_stoppage(doc: &Document) -> bool {
    const STOPPAGE: [&str; 5] = ["stoppage", "striker", "walkout", "picket", "go-slow"];
    const BLOWS: [&str; 6] = [
        "airstrike",
        "drone",
        "missile",
        "rocket",
        "shelling",
        "warplane",
    ];
    let (mut stops, mut works) = (false, false);
    for tok in doc.toks() {
        let lemma = tok.lemma();
        if BLOWS.contains(&lemma) {
            return false;
        }
        let on_strike = tok.lower() == "strike" && tok.prev().is_some_and(|p| p.lower() == "on");
        let striking = tok.lower() == "striking" && tok.dep() == "amod";
        stops |= on_strike || striking || STOPPAGE.contains(&lemma);
        works |= matches!(
            lemma,
            "union" | "worker" | "employee" | "wage" | "pay" | "employer"
        );
    }
    stops && works
}

/// What is done by hand or force, as people in stories do it.
fn is_physical(kind: EventType) -> bool {
    use EventType::{Assault, Coerce, Mobilize, Protest, Retreat};
    matches!(kind, Assault | Coerce | Mobilize | Protest | Retreat)
}

/// Whether an article is about a game or a film: its words for those are many, and few are for those who
/// do and tell such things in the world.
pub fn is_about_fiction(doc: &Document) -> bool {
    const STORY: [&str; 24] = [
        "boss",
        "cast",
        "character",
        "cinematic",
        "console",
        "director",
        "episode",
        "fantasy",
        "fictional",
        "film",
        "franchise",
        "game",
        "gamer",
        "gameplay",
        "movie",
        "novel",
        "player",
        "plot",
        "protagonist",
        "quest",
        "screenplay",
        "sequel",
        "storyline",
        "trailer",
    ];
    const WORLD: [&str; 16] = [
        "arrest",
        "army",
        "authority",
        "charge",
        "court",
        "government",
        "hospital",
        "minister",
        "ministry",
        "official",
        "police",
        "president",
        "prosecutor",
        "protester",
        "spokesman",
        "spokeswoman",
    ];
    /// A word of the story in so many words of the article.
    const SELDOM: usize = 60;
    let (mut stories, mut world) = (0, 0);
    for tok in doc.toks() {
        stories += usize::from(STORY.contains(&tok.lemma()));
        world += usize::from(WORLD.contains(&tok.lemma()));
    }
    stories >= 8 && stories * SELDOM >= doc.len() && world * 4 <= stories
}

/// "a coal *mine*": where people dig.
fn is_pit(mine: Tok<'_>) -> bool {
    const DUG: [&str; 14] = [
        "coal", "gold", "copper", "iron", "silver", "tin", "salt", "zinc", "nickel", "diamond",
        "lead", "uranium", "ore", "platinum",
    ];
    mine.children().any(|c| DUG.contains(&c.lower()))
        || mine.doc().toks().any(|t| {
            matches!(
                t.lemma(),
                "miner" | "mineworker" | "colliery" | "mining" | "rockfall" | "underground"
            )
        })
}

/// "poses a *threat* to the public", "there is no *threat* to safety".
fn is_danger(hit: &Hit<'_, '_>) -> bool {
    let Body::Noun(nominal) = &hit.body else {
        return false;
    };
    let to = nominal.links.iter().any(|(link, _)| link.lower() == "to");
    let verb = nominal.carrier.head();
    let is_there = verb.is_some_and(|v| {
        matches!(
            v.lemma(),
            "pose" | "represent" | "constitute" | "be" | "remain" | "present" | "become"
        )
    });
    hit.head.lemma() == "threat" && to && is_there
}

/// "their boat *sank*", "ten people *drowned*".
fn goes_down_by_itself(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let by_itself = clause
        .verb
        .child(&["dobj", "nsubjpass", "auxpass"])
        .is_none()
        && clause.verb.child(&["nsubj"]).is_some();
    lemma_in(clause.verb, &["sink", "drown"]) && by_itself && clause.verb.dep() != "relcl"
}

/// "seized a car *bomb*", "a *bomb* was found and defused".
fn is_defused(bomb: Tok<'_>) -> bool {
    const KEPT_FROM_IT: [&str; 10] = [
        "seize",
        "find",
        "discover",
        "defuse",
        "disarm",
        "dismantle",
        "intercept",
        "recover",
        "build",
        "carry",
    ];
    let set_off_safely = |verb: Tok<'_>| {
        lemma_in(verb, &["detonate", "explode"])
            && verb
                .child(&["nsubj"])
                .or_else(|| verb.child(&["agent"]).and_then(governed))
                .is_some_and(makes_bombs_safe)
    };
    matches!(bomb.lemma(), "bomb" | "explosive" | "device")
        && bomb.dep_in(&["dobj", "nsubjpass"])
        && bomb
            .head()
            .is_some_and(|v| KEPT_FROM_IT.contains(&v.lemma()) || set_off_safely(v))
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
    clause.passive && clause.verb.lemma() == "meet" && clause.subject.is_some_and(|f| !confers(f))
}

/// "launched a *barrage of threats*".
fn is_barrage_of_words(hit: &Hit<'_, '_>) -> bool {
    let of = |c: &Tok<'_>| {
        let what = super::phrase::object_of(*c, "of");
        what.is_some_and(|w| {
            classes(w).meets(ClassSet::of(&[NounClass::Document, NounClass::Abstract]))
                && !classes(w).meets(ClassSet::ARMS)
        })
    };
    hit.companions
        .iter()
        .chain([&hit.head])
        .any(|c| matches!(c.lemma(), "barrage" | "volley" | "salvo" | "hail") && of(c))
}

fn opens_as_question(clause: Tok<'_>) -> bool {
    let opening = clause.subtree().into_iter().next();
    opening.is_some_and(|t| matches!(t.tag(), "WRB" | "WP" | "WDT") && t != clause)
}

/// "*asked* whether she had resigned", "*Asked* why": who wants to know demands nothing.
fn puts_a_question(tok: Tok<'_>) -> bool {
    let asks_for = |c: Tok<'_>| {
        c.dep() == "mark" && matches!(c.lower(), "if" | "whether")
            || matches!(c.tag(), "WRB" | "WP" | "WDT") && c.i > tok.i
    };
    matches!(tok.lemma(), "ask" | "inquire" | "enquire")
        && tok.children().any(|c| {
            c.dep_in(&["ccomp", "advcl", "xcomp"])
                && c.i > tok.i
                // "asked *how much* was left"
                && (c.children().any(asks_for) || opens_as_question(c))
        })
}

/// "took its toll", "a large number of injuries": no number of people.
fn is_bare_toll(hit: &Hit<'_, '_>) -> bool {
    let toll = hit.head.lower() == "toll" && hit.companions.is_empty();
    (toll || hit.head.lower() == "number") && !crate::casualty::tells_number(hit.head)
}

/// "no casualties", "nobody died": what did not come of an attack does not deny the attack.
fn is_told_of_nobody(hit: &Hit<'_, '_>) -> bool {
    let none = |t: Tok<'_>| matches!(t.lower(), "no" | "none" | "nobody" | "without" | "neither");
    let of_none = |t: Tok<'_>| none(t) || t.children().any(|c| none(c) || c.dep() == "neg");
    let governor = hit
        .head
        .head()
        .filter(|g| none(*g) || g.child(&["neg"]).is_some());
    let shared = hit.head.first_conjunct();
    of_none(hit.head)
        || of_none(shared)
        || governor.is_some()
        || hit
            .head
            .children()
            .any(|c| c.dep_in(&["nsubj", "nsubjpass"]) && of_none(c))
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

fn is_question(tok: Tok<'_>) -> bool {
    let sentence = tok.doc().sentences()[tok.sentence()].tokens.clone();
    let last = tok
        .doc()
        .range(sentence)
        .rev()
        .find(|t| t.pos() != Pos::Space && !matches!(t.text(), "\"" | "”" | "'" | "’"));
    last.is_some_and(|t| t.text() == "?")
}

/// "has *come* under fire for the delay", "came under fire from critics": blame, where nothing else tells of violence.
fn is_under_criticism(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let under = clause.links.iter().any(|(l, _)| l.lower() == "under");
    let blamed = clause.links.iter().any(|(link, of)| {
        let critic = of.is_some_and(|o| {
            let known = classes(o);
            !known.meets(ClassSet::ARMS) && !known.has(NounClass::Armed)
        });
        matches!(link.lower(), "for" | "over") || link.lower() == "from" && critic
    });
    let doc = hit.head.doc();
    under
        && blamed
        && lemma_in(clause.verb, &["come", "be", "remain"])
        && count(doc, hit.head.sentence(), VIOLENCE) == 0
}

/// "the candidate's pointed *attacks* on his rival", "the nomination *fight*": where a sentence tells of a contest for
/// votes, and of no weapon and no other violence.
fn is_campaigning(hit: &Hit<'_, '_>) -> bool {
    const CONTEST: &[&str] = &[
        "candidate",
        "nominee",
        "nomination",
        "gop",
        "caucus",
        "front-runner",
        "frontrunner",
        "candidacy",
        "super-pac",
    ];
    const FOUGHT: &[&str] = &[
        "attack",
        "assault",
        "counterattack",
        "battle",
        "fight",
        "war",
        "clash",
        "hit",
    ];
    if !lemma_in(hit.head, FOUGHT) {
        return false;
    }
    let doc = hit.head.doc();
    let sentence = doc.sentences()[hit.head.sentence()].tokens.clone();
    let of_a_person = |t: Tok<'_>| {
        t.lemma() == "campaign"
            && t.children()
                .any(|c| c.dep_in(&["compound", "poss"]) && c.name_label() == "PERSON")
    };
    let contest = count(doc, hit.head.sentence(), CONTEST) > 0
        || doc.range(sentence.clone()).any(of_a_person);
    let own = usize::from(VIOLENCE.contains(&hit.head.lemma()));
    let of_force = ClassSet::ARMS.union(ClassSet::of(&[
        NounClass::Facility,
        NounClass::Vehicle,
        NounClass::Armed,
    ]));
    let forcible = doc
        .range(sentence)
        .any(|t| t != hit.head && t.pos() == Pos::Noun && classes(t).meets(of_force));
    contest && !forcible && count(doc, hit.head.sentence(), VIOLENCE) <= own
}

/// "deeply *hurt* and offended".
fn is_hurt_in_feeling(tok: Tok<'_>) -> bool {
    let feeling = |t: Tok<'_>| {
        matches!(
            t.lower(),
            "offended"
                | "angry"
                | "disappointed"
                | "upset"
                | "betrayed"
                | "saddened"
                | "deeply"
                | "personally"
                | "emotionally"
                | "feelings"
        )
    };
    tok.lemma() == "hurt"
        && tok
            .children()
            .filter(|c| c.dep_in(&["conj", "advmod", "dobj"]))
            .any(feeling)
}

/// "The senator *fired back* at critics": with words, where nobody who bears arms does.
fn fires_back_in_words(hit: &Hit<'_, '_>) -> bool {
    let back = hit
        .head
        .children()
        .any(|c| c.lower() == "back" && c.i == hit.head.i + 1);
    let armed = ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Country]);
    let speaks = |s: Tok<'_>| s.name_label() == "PERSON" || is(s, ClassSet::HUMAN) && !is(s, armed);
    hit.head.lemma() == "fire"
        && back
        && hit.head.child(&["nsubj"]).is_some_and(speaks)
        && count(hit.head.doc(), hit.head.sentence(), VIOLENCE) <= 1
}

/// "the two *clashed* on the debate stage".
fn is_debate(tok: Tok<'_>) -> bool {
    const SCENES: &[&str] = &[
        "debate",
        "primary",
        "podium",
        "tweet",
        "twitter",
        "interview",
        "caucus",
    ];
    let doc = tok.doc();
    let named = tok
        .child(&["nsubj"])
        .is_some_and(|s| s.name_label() == "PERSON");
    // "Ministers *clashed* over the budget"
    let about = super::phrase::object_of(tok, "over").is_some_and(|o| {
        let matter = ClassSet::of(&[
            NounClass::Abstract,
            NounClass::Document,
            NounClass::Money,
            NounClass::Work,
        ]);
        is(o, matter) && !is(o, ClassSet::TARGET)
    });
    let speaks = tok.child(&["nsubj"]).is_some_and(|s| {
        is(s, ClassSet::of(&[NounClass::Official]))
            || lemma_in(s, &["camp", "faction", "party", "politician", "side"])
    });
    if tok.lemma() == "clash" && about && speaks {
        return count(doc, tok.sentence(), VIOLENCE) <= 1;
    }
    tok.lemma() == "clash"
        && named
        && count(doc, tok.sentence(), SCENES) > 0
        && count(doc, tok.sentence(), VIOLENCE) <= 1
}

/// "was scathing in his *attack* on the minister".
fn is_in_words(tok: Tok<'_>) -> bool {
    let governor = tok
        .head()
        .filter(|p| tok.dep() == "pobj" && matches!(p.lower(), "in" | "with"))
        .and_then(Tok::head);
    let harsh = |t: Tok<'_>| {
        matches!(
            t.lower(),
            "scathing" | "blistering" | "stinging" | "unsparing" | "relentless" | "merciless"
        )
    };
    tok.lemma() == "attack"
        && governor.is_some_and(|g| harsh(g) || g.child(&["acomp"]).is_some_and(harsh))
}

/// "beat a farmer *to death*": told by the verb.
fn is_how_somebody_was_killed(death: Tok<'_>) -> bool {
    const KILLING: [&str; 15] = [
        "batter", "beat", "bludgeon", "burn", "choke", "club", "crush", "hack", "shoot", "stab",
        "starve", "stone", "strangle", "torture", "trample",
    ];
    let to = death.head().filter(|to| to.lower() == "to");
    death.lemma() == "death"
        && to
            .and_then(Tok::head)
            .is_some_and(|verb| lemma_in(verb, &KILLING))
}

/// "died of their *wounds*", "succumbed to *injuries*".
fn is_cause_of_death(tok: Tok<'_>) -> bool {
    let of = tok.head().filter(|p| {
        tok.dep() == "pobj" && matches!(p.lower(), "of" | "from" | "to" | "after" | "with")
    });
    matches!(tok.lemma(), "wound" | "injury")
        && of.and_then(Tok::head).is_some_and(|death| {
            matches!(
                death.lemma(),
                "die" | "succumb" | "perish" | "dead" | "death"
            )
        })
}

/// "The singer *shot* to fame": nobody fired.
fn rises_to_fame(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let renown = |o: Tok<'_>| {
        matches!(
            semantic_head(o).lemma(),
            "fame" | "stardom" | "prominence" | "notoriety" | "celebrity" | "popularity"
        )
    };
    lemma_in(clause.verb, &["shoot"])
        && clause
            .links
            .iter()
            .any(|(link, o)| link.lower() == "to" && o.is_some_and(renown))
}

/// "*died* of cancer", "the *death* of a heart attack", "*dead* from natural causes".
fn is_death_by_nature(death: Tok<'_>) -> bool {
    const ILLNESSES: [&str; 20] = [
        "age",
        "aids",
        "ailment",
        "asthma",
        "attack",
        "cancer",
        "cause",
        "cholera",
        "complication",
        "diabetes",
        "disease",
        "exhaustion",
        "failure",
        "fever",
        "illness",
        "leukaemia",
        "leukemia",
        "pneumonia",
        "stroke",
        "tuberculosis",
    ];
    let of_a_sort = |noun: Tok<'_>| match noun.lemma() {
        "attack" | "failure" => noun.children().any(|c| {
            matches!(
                c.lower(),
                "heart" | "cardiac" | "asthma" | "kidney" | "liver" | "renal" | "respiratory"
            )
        }),
        "cause" => noun.children().any(|c| c.lower() == "natural"),
        "age" => noun.children().any(|c| c.lower() == "old"),
        // "complications of his wounds"
        "complication" => noun
            .children()
            .filter(|c| c.i > noun.i && matches!(c.lower(), "of" | "from"))
            .filter_map(governed)
            .any(|o| matches!(o.lemma(), "surgery" | "pneumonia" | "cancer" | "diabetes")),
        _ => true,
    };
    matches!(death.lemma(), "die" | "death" | "dead" | "perish")
        && death
            .children()
            .filter(|c| c.dep() == "prep" && matches!(c.lower(), "of" | "from"))
            .filter_map(governed)
            .any(|o| ILLNESSES.contains(&o.lemma()) && of_a_sort(o))
}

/// "Police *detonated* the device", "defused and *detonated* a grenade": those who found it made it safe.
fn is_made_safe(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let explosive = clause.object.is_some_and(|o| {
        classes(o.tok).has(NounClass::Explosive)
            || matches!(
                o.tok.lemma(),
                "device" | "package" | "object" | "shell" | "munition" | "explosive"
            )
    });
    let carefully = clause
        .verb
        .children()
        .any(|c| matches!(c.lower(), "safely" | "remotely" | "successfully"));
    let defused = clause.verb.dep() == "conj"
        && clause
            .verb
            .head()
            .is_some_and(|v| lemma_in(v, &["defuse", "disarm", "find", "locate"]));
    lemma_in(clause.verb, &["detonate", "explode"])
        && explosive
        && (clause.subject.is_some_and(|s| makes_bombs_safe(s.tok)) || carefully || defused)
}

/// Police and experts, who set off bombs that others laid.
fn makes_bombs_safe(doer: Tok<'_>) -> bool {
    const SAPPERS: [&str; 5] = ["expert", "sapper", "specialist", "squad", "technician"];
    let known = classes(doer);
    known.has(NounClass::Police) && !known.has(NounClass::Vehicle)
        || SAPPERS.contains(&semantic_head(doer).lemma())
}

/// "*ended* his presidential campaign".
fn ends_candidacy(hit: &Hit<'_, '_>) -> bool {
    let Body::Verb(clause) = &hit.body else {
        return false;
    };
    let of_votes = |c: Tok<'_>| {
        matches!(
            c.lower(),
            "presidential"
                | "election"
                | "electoral"
                | "senate"
                | "mayoral"
                | "reelection"
                | "primary"
        ) || c.dep() == "poss" && (c.name_label() == "PERSON" || matches!(c.lower(), "his" | "her"))
    };
    clause.object.is_some_and(|o| {
        matches!(o.tok.lemma(), "campaign" | "candidacy" | "bid") && o.tok.children().any(of_votes)
    })
}

/// "*trained* as a naval officer": without an object, whoever trains learns.
fn is_own_training(hit: &Hit<'_, '_>) -> bool {
    matches!(&hit.body, Body::Verb(clause) if !clause.passive
        && lemma_in(clause.verb, &["train"])
        && clause.verb.child(&["dobj"]).is_none()
        && clause.links.iter().any(|(l, _)| matches!(l.lower(), "as" | "at" | "for")))
}

/// "an army *patrol* found a lorry", "was stopped at a *checkpoint*": who or what is there acts or is passed.
fn is_posted(tok: Tok<'_>) -> bool {
    const SENDING: &[&str] = &[
        "step",
        "increase",
        "launch",
        "conduct",
        "carry",
        "start",
        "begin",
        "set",
        "establish",
        "erect",
        "resume",
        "intensify",
        "mount",
        "send",
        "deploy",
        "man",
        "install",
        "put",
        "add",
        "organise",
        "organize",
        "run",
    ];
    let noun = tok.pos() == Pos::Noun && matches!(tok.lemma(), "patrol" | "checkpoint");
    let sent = tok
        .head()
        .is_some_and(|h| h.pos() == Pos::Verb && lemma_in(h, SENDING));
    noun && !sent && tok.dep_in(&["nsubj", "nsubjpass", "pobj", "dobj"])
}

/// "*charged* her $850 a month", "were *charged* exorbitant fees".
fn is_billed(tok: Tok<'_>) -> bool {
    tok.lemma() == "charge"
        && tok
            .children()
            .filter(|c| c.dep_in(&["dobj", "npadvmod", "dative"]))
            .any(|c| {
                let fee = |t: Tok<'_>| {
                    t.name_label() == "MONEY"
                        || matches!(t.lemma(), "fee" | "price" | "rent" | "interest" | "toll")
                };
                fee(c)
                    || c.children()
                        .any(|below| below.dep() == "appos" && fee(below))
            })
}

/// "had been *denied* a fair trial".
fn is_deprived(hit: &Hit<'_, '_>) -> bool {
    matches!(&hit.body, Body::Verb(clause) if clause.passive && lemma_in(clause.verb, &["deny"]))
}

/// "declared a state of armed *conflict*", "declared an armed *conflict*": a law, and no fight.
fn is_declared_state(tok: Tok<'_>) -> bool {
    let proclaimed = tok.pos() == Pos::Noun
        && tok.dep() == "dobj"
        && tok
            .head()
            .is_some_and(|v| lemma_in(v, &["declare", "proclaim", "decree"]));
    if proclaimed && lemma_in(tok, &["conflict", "strike"]) {
        return true;
    }
    let state = tok
        .head()
        .filter(|of| tok.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head);
    state.is_some_and(|s| {
        s.lemma() == "state"
            && s.head().is_some_and(|verb| {
                matches!(
                    verb.lemma(),
                    "declare" | "impose" | "proclaim" | "extend" | "lift" | "order" | "decree"
                )
            })
    })
}

/// "the anniversary of his *death*".
fn is_commemorated(tok: Tok<'_>) -> bool {
    let of = tok
        .head()
        .filter(|p| tok.dep() == "pobj" && p.lower() == "of");
    of.and_then(Tok::head)
        .is_some_and(|n| matches!(n.lemma(), "anniversary" | "memory" | "commemoration"))
}

/// "*asking* not to be named".
fn is_to_stay_unnamed(tok: Tok<'_>) -> bool {
    if tok
        .child(&["dobj"])
        .is_some_and(|o| o.lemma() == "anonymity")
    {
        return true;
    }
    let anonymous = |c: Tok<'_>| c.lower() == "anonymous";
    tok.child(&["xcomp"]).is_some_and(|named| {
        matches!(named.lemma(), "name" | "identify" | "quote")
            && named.child(&["auxpass"]).is_some()
            && named.child(&["neg"]).is_some()
            || named.lemma() == "remain" && named.children().any(anonymous)
    })
}

/// "the breach of a *truce*", "the end of the *ceasefire*".
fn is_broken(tok: Tok<'_>) -> bool {
    let of = tok
        .head()
        .filter(|p| tok.dep() == "pobj" && matches!(p.lower(), "of" | "to"));
    matches!(tok.lemma(), "truce" | "ceasefire" | "armistice")
        && of.and_then(Tok::head).is_some_and(|what| {
            matches!(
                what.lemma(),
                "breach" | "violation" | "collapse" | "breakdown" | "end" | "absence" | "lack"
            )
        })
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

/// "banned demonstrations", "called off a strike": it is the object of what keeps it from being.
fn is_forestalled(tok: Tok<'_>) -> bool {
    const VERBS: &[&str] = &[
        "ban",
        "prohibit",
        "outlaw",
        "cancel",
        "prevent",
        "avert",
        "avoid",
        "postpone",
        "forbid",
        "deter",
        "discourage",
        "oppose",
        "forestall",
        "preempt",
        "lack",
        "fear",
        "expect",
        "anticipate",
        "await",
        "rule",
        "delay",
        "seek",
        "propose",
        "consider",
        "debate",
        "suggest",
        "recommend",
        "mull",
    ];
    if !matches!(tok.pos(), Pos::Noun | Pos::Propn) || !tok.dep_in(&["dobj", "nsubjpass"]) {
        return false;
    }
    // "*failed to prevent* the massacre": it took place.
    let in_vain = |v: Tok<'_>| {
        lemma_in(v, &["prevent", "avert", "avoid"])
            && (v.child(&["neg"]).is_some()
                || v.dep() == "xcomp" && v.head().is_some_and(|f| lemma_in(f, &["fail"])))
    };
    tok.head().is_some_and(|v| {
        lemma_in(v, VERBS) && !in_vain(v)
            || (v.lemma() == "call"
                && v.child(&["prt", "advmod"])
                    .is_some_and(|p| p.lower() == "off"))
    })
}

/// "the intent to attack", "hopes to meet": no step towards it is said to be taken.
fn is_intent(tok: Tok<'_>) -> bool {
    const NOUNS: &[&str] = &[
        "intent",
        "intention",
        "desire",
        "hope",
        "aim",
        "ambition",
        "wish",
        "ability",
        "capacity",
        "opportunity",
        "right",
        "chance",
        "possibility",
        "power",
        "authority",
        "capability",
        "goal",
        "need",
        "reason",
        "dream",
        "risk",
        "danger",
        "prospect",
        "fear",
        "threat",
        "option",
    ];
    const VERBS: &[&str] = &[
        "hope", "wish", "want", "like", "prefer", "love", "need", "require", "expect",
    ];
    let mut at = tok;
    for _ in 0..3 {
        let Some(head) = at.head() else { return false };
        match at.dep() {
            "acl" if at.tag() == "VB" => return NOUNS.contains(&head.lemma()),
            // Who "is expected to" do a thing does not wish for it: others count on it.
            "xcomp" if head.lemma() == "expect" && clause::is_passive(head) => return false,
            "xcomp" if lemma_in(head, VERBS) => return true,
            "pcomp" => {
                return head
                    .head()
                    .is_some_and(|n| NOUNS.contains(&n.lemma()) && n.pos() == Pos::Noun);
            }
            // "in need of a rescue", "the risk of attacks"
            "pobj" if head.lower() == "of" => {
                return head
                    .head()
                    .is_some_and(|n| NOUNS.contains(&n.lemma()) && n.pos() == Pos::Noun);
            }
            "conj" | "dobj" | "xcomp" => at = head,
            _ => return false,
        }
    }
    false
}

fn count(doc: &Document, sentence: usize, words: &[&str]) -> usize {
    let range = doc.sentences()[sentence].tokens.clone();
    // "Security forces *crushed* protests": somebody does it.
    let done_by_somebody = |t: &Tok<'_>| {
        t.pos() == Pos::Verb
            && t.child(&["nsubj"])
                .is_some_and(|s| classes(s).meets(ClassSet::AGENT))
    };
    doc.range(range)
        .filter(|t| words.contains(&t.lemma()) || words.contains(&t.lower()))
        .filter(|t| t.lemma() != "mine" || !is_pit(*t))
        // "a rock *fall*"
        .filter(|t| t.lemma() != "fall" || t.prev().is_some_and(|p| p.lower() == "rock"))
        .filter(|t| !ACCIDENTS.contains(&t.lemma()) || !done_by_somebody(t))
        .count()
}

fn is_accident(hit: &Hit<'_, '_>) -> bool {
    let (doc, sentence) = (hit.head.doc(), hit.head.sentence());
    let subject = match &hit.body {
        Body::Verb(clause) => clause.subject.map(|s| s.tok),
        Body::Noun(_) => None,
    };
    const NATURE: ClassSet = ClassSet::of(&[NounClass::Nature]);
    // "The *heart attack* killed him"
    let of_the_body = |s: Tok<'_>| {
        s.lemma() == "attack"
            && s.children()
                .any(|c| matches!(c.lower(), "heart" | "panic" | "asthma"))
    };
    if subject.is_some_and(|s| {
        of_the_body(s)
            || ACCIDENTS.contains(&s.lemma())
            || (classes(s).meets(NATURE) && !classes(s).meets(ClassSet::AGENT))
    }) {
        return true;
    }
    if is_by_what_falls(hit.head) || is_set_off_by_leak(hit.head) {
        return true;
    }
    // "killed a boy *in a car accident*"
    let by_accident = hit.head.subtree().iter().any(|link| {
        link.lower() == "in"
            && link
                .head()
                .is_some_and(|of| of == hit.head || of.pos() == Pos::Noun)
            && link
                .child(&["pobj"])
                .is_some_and(|o| matches!(o.lemma(), "accident" | "crash" | "collision"))
    });
    // "was *struck by a vehicle*", "in a hit-and-run": traffic, where nothing else is told.
    let traffic = hit.head.doc().sentences()[sentence].tokens.clone();
    let vehicle = ClassSet::of(&[NounClass::Vehicle]);
    let knocked = doc.range(traffic.clone()).any(|t| {
        matches!(t.lemma(), "hit" | "strike" | "run")
            && t.tag() == "VBN"
            && t.child(&["agent"])
                .and_then(|by| by.child(&["pobj"]))
                .is_some_and(|o| {
                    classes(o).meets(vehicle)
                        && !classes(o).meets(ClassSet::ARMS)
                        && !classes(o).meets(ClassSet::AGENT)
                })
    }) || doc
        .range(traffic)
        .any(|t| matches!(t.lower(), "hit-and-run" | "hit-run"));
    if knocked
        && matches!(hit.entry.frame.name, "harm" | "suffer" | "toll")
        && count(doc, sentence, VIOLENCE) == 0
    {
        return true;
    }
    // "soldiers were killed *when* two helicopters *crashed*"
    let wrecked = hit.head.children().any(|c| {
        c.dep() == "advcl"
            && matches!(
                c.lemma(),
                "crash" | "collide" | "capsize" | "derail" | "overturn" | "sink" | "collapse"
            )
    });
    // "A helicopter *crashed*, killing four soldiers"
    let came_down = hit.head.dep() == "advcl"
        && hit.head.tag() == "VBG"
        && hit.head.head().is_some_and(|fall| {
            const MACHINES: ClassSet = ClassSet::of(&[NounClass::Vehicle, NounClass::Aircraft]);
            matches!(
                fall.lemma(),
                "collide" | "crash" | "derail" | "overturn" | "plunge" | "skid" | "swerve" | "veer"
            ) && fall.child(&["nsubj"]).is_some_and(|s| is(s, MACHINES))
                && super::phrase::object_of(fall, "into").is_none_or(|o| !is(o, ClassSet::HUMAN))
        });
    let wrecked = wrecked || came_down;
    let soldiers = count(doc, sentence, &["soldier", "troop"]);
    let wrecked = wrecked && count(doc, sentence, VIOLENCE) <= soldiers;
    if (by_accident || wrecked) && hit.entry.frame.name == "harm" {
        return true;
    }
    if subject.is_some_and(|s| classes(s).meets(ClassSet::AGENT))
        || !matches!(hit.entry.frame.name, "harm" | "toll")
    {
        return false;
    }
    if count(doc, sentence, VIOLENCE) > 0 {
        return false;
    }
    let own = usize::from(ACCIDENTS.contains(&hit.head.lemma()));
    count(doc, sentence, ACCIDENTS) > own || opens_with_accident(doc)
}

/// "was killed by a *falling* rock", "by a *fallen* tree": nobody threw it. What is left of arms falls from those.
fn is_by_what_falls(deed: Tok<'_>) -> bool {
    const MADE_TO_FALL: ClassSet = ClassSet::of(&[
        NounClass::Aircraft,
        NounClass::Drone,
        NounClass::Explosive,
        NounClass::Heavy,
        NounClass::Weapon,
    ]);
    const REMAINS: &[&str] = &["debris", "fragment", "shrapnel", "wreckage"];
    let falls = |o: Tok<'_>| {
        o.children()
            .any(|c| matches!(c.lower(), "falling" | "fallen"))
    };
    let thing = super::phrase::object_of(deed, "by");
    thing.is_some_and(|o| {
        falls(o) && !is(o, ClassSet::AGENT.union(MADE_TO_FALL)) && !lemma_in(o, REMAINS)
    })
}

/// "A gas *leak* caused an explosion", "an explosion caused by a *leak*".
fn is_set_off_by_leak(blast: Tok<'_>) -> bool {
    const FAULTS: &[&str] = &["leak", "fault", "malfunction", "short-circuit", "spark"];
    let fault = |t: Tok<'_>| lemma_in(t, FAULTS);
    let cause = |v: Tok<'_>| lemma_in(v, &["cause", "ignite", "spark", "trigger"]);
    let set_off = blast.head().is_some_and(|v| {
        cause(v) && blast.dep() == "dobj" && v.child(&["nsubj"]).is_some_and(fault)
    });
    let by = blast
        .children()
        .filter(|c| c.dep_in(&["acl", "relcl"]) && cause(*c))
        .any(|c| super::phrase::object_of(c, "by").is_some_and(fault));
    lemma_in(blast, &["blast", "explosion", "fire"]) && (set_off || by)
}

/// Whether the headline and first sentences tell of an accident and nowhere of violence, so that
/// the hurt of a later sentence ("all those who were wounded") were hurt by it.
fn opens_with_accident(doc: &Document) -> bool {
    const OPENING: usize = 4;
    let opening = || 0..doc.sentences().len().min(OPENING);
    opening().any(|s| count(doc, s, ACCIDENTS) > 0)
        // Police tell of accidents, too.
        && opening().all(|s| count(doc, s, VIOLENCE) == count(doc, s, &["police"]))
}

fn is_sport(tok: Tok<'_>) -> bool {
    let doc = tok.doc();
    let here = count(doc, tok.sentence(), SPORT);
    here >= 2 || (here >= 1 && has_score(doc, tok.sentence())) || is_told_in_sports(tok)
}

/// A sentence of a sports report without a word for violence or police.
fn is_told_in_sports(tok: Tok<'_>) -> bool {
    let doc = tok.doc();
    is_sports_report(doc) && !tells_of_violence(doc, tok.sentence())
}

/// Whether a sentence has a word for violence that games do not have too.
fn tells_of_violence(doc: &Document, sentence: usize) -> bool {
    const OF_BOTH: [&str; 12] = [
        "attack",
        "attacker",
        "strike",
        "shoot",
        "shooting",
        "clash",
        "fighting",
        "fighter",
        "execute",
        "execution",
        "raid",
        "rocket",
    ];
    count(doc, sentence, VIOLENCE) > count(doc, sentence, &OF_BOTH)
}

/// Whether an article tells of a game: a result near its head, words of games in a third of its sentences, and hardly
/// one of violence.
fn is_sports_report(doc: &Document) -> bool {
    const OPENING: usize = 4;
    let sentences = 0..doc.sentences().len();
    if !sentences.clone().take(OPENING).any(|s| has_score(doc, s)) {
        return false;
    }
    let all = sentences.clone();
    let games = all.filter(|s| count(doc, *s, SPORT) > 0).count();
    let violence = sentences.clone().filter(|s| tells_of_violence(doc, *s));
    games >= 3 && games * 3 >= sentences.len() && violence.count() * 2 <= games
}

/// A result such as "2-0" or "3–1".
fn has_score(doc: &Document, sentence: usize) -> bool {
    let range = doc.sentences()[sentence].tokens.clone();
    let tokens: Vec<_> = doc.range(range).collect();
    let digit = |t: &Tok<'_>| t.text().len() <= 3 && t.text().chars().all(|c| c.is_ascii_digit());
    tokens
        .windows(3)
        .any(|w| digit(&w[0]) && matches!(w[1].text(), "-" | "–") && digit(&w[2]))
        || tokens.iter().any(|t| {
            let mut parts = t.text().split(['-', '–']);
            matches!((parts.next(), parts.next(), parts.next()), (Some(a), Some(b), None)
                if !a.is_empty() && !b.is_empty() && a.len() < 4 && b.len() < 3
                    && a.chars().chain(b.chars()).all(|c| c.is_ascii_digit()))
        })
}

/// "the attack", "such attacks", "no attack": the noun refers back or to none, adds nothing of its
/// own, and no verb says that it took place.
fn is_mere_mention(hit: &Hit<'_, '_>, nominal: &Nominal<'_>) -> bool {
    const OCCUR: &[&str] = &[
        "occur", "happen", "take", "begin", "erupt", "break", "follow", "continue", "unfold",
        "start", "come",
    ];
    // "The death toll rose to 40": the number is new.
    if crate::casualty::tells_number(nominal.noun) {
        return false;
    }
    if !hit.pattern.links.is_empty()
        || nominal.support.is_some()
        || super::implied::actor(hit).is_some()
        || hit.entry.kind == EventType::Assault && super::implied::aims(nominal)
        || nominal.possessor.is_some_and(|p| p.pos() != Pos::Pron)
    {
        return false;
    }
    let introduced = nominal
        .carrier
        .children()
        .chain(nominal.noun.children())
        .any(|c| {
            c.i < nominal.noun.i
                && (matches!(c.lower(), "a" | "an" | "another") || c.dep() == "nummod")
        });
    if introduced {
        return false;
    }
    let own_links = nominal
        .links
        .iter()
        .filter(|(link, _)| {
            !hit.pattern.links.iter().any(|l| {
                l.words.iter().any(|w| **w == *link.lower())
                    && matches!(l.governed, Governed::Words(_))
            })
        })
        .any(|(link, object)| nominal.own(*link) && object.is_some());
    let telling = nominal
        .modifiers
        .iter()
        .filter(|m| !hit.companions.iter().any(|c| m.governs(*c)))
        .any(|m| m.dep_in(&["compound", "nmod"]) || m.pos() == Pos::Propn || m.name().is_some());
    if own_links || telling || super::trigger::noun_clause(nominal.noun).is_some() {
        return false;
    }
    let occurs = nominal.carrier.head().is_some_and(|h| {
        nominal.carrier.dep_in(&["nsubj", "nsubjpass", "attr"])
            && (OCCUR.contains(&h.lemma())
                || (h.lemma() == "be" && nominal.carrier.dep() == "attr"))
    });
    let brought_about = nominal.carrier.head().is_some_and(|p| {
        nominal.carrier.dep() == "pobj"
            && matches!(
                (p.head().map(|v| v.lemma()), p.lower()),
                (Some("lead"), "to") | (Some("result"), "in") | (Some("end"), "in")
            )
    });
    // "*sparked* protests"
    let stretch = nominal
        .carrier
        .head()
        .filter(|of| nominal.carrier.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|t| lemma_in(*t, &["hour", "day", "night", "week", "month"]));
    // "set off days of *rioting*"
    let caused = stretch.unwrap_or(nominal.carrier);
    let set_off = caused.head().is_some_and(|verb| {
        const SETTING_OFF: &[&str] = &[
            "cause", "ignite", "incite", "prompt", "provoke", "set", "spark", "trigger", "unleash",
        ];
        caused.dep() == "dobj"
            && caused.child(&["det", "poss"]).is_none()
            && lemma_in(verb, SETTING_OFF)
            && (verb.lemma() != "set" || verb.child(&["prt"]).is_some_and(|p| p.lower() == "off"))
    });
    // "was *marred by* protests", "Protests *gripped* Lagos"
    // "Blasts rocked Lagos" is the verb's claim.
    let befalls = hit.entry.kind != EventType::Assault
        && nominal.carrier.child(&["det", "poss"]).is_none()
        && super::phrase::befallen(nominal.carrier).is_some();
    let perceived = super::phrase::perceiving(nominal.carrier).is_some();
    !(occurs || perceived || brought_about || set_off || befalls || is_described(nominal.carrier))
}

/// "witnesses described *executions* and *looting*": what is described or documented took place, unless the words
/// take it up.
fn is_described(happening: Tok<'_>) -> bool {
    const TELLING: [&str; 9] = [
        "describe", "detail", "document", "expose", "record", "recount", "report", "uncover",
        "witness",
    ];
    let first = happening.first_conjunct();
    let told = first.dep() == "dobj"
        && first
            .head()
            .is_some_and(|verb| TELLING.contains(&verb.lemma()));
    let taken_up = happening
        .children()
        .any(|c| c.dep_in(&["det", "poss"]) && c.i < happening.i);
    told && !taken_up
}
