//! The words by which news says what became of people.

use super::idiom::of_one_among;
use dateline_text::{Pos, Tok};

/// What became of people.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fate {
    /// Dead, by whatever cause the text gives.
    Killed,
    /// Hurt and not said to be dead.
    Wounded,
    /// Hit (by bullets, a knife), and these words do not say whether it killed.
    Struck,
    /// Not found.
    Missing,
    /// Held by an authority.
    Arrested,
    /// Taken by others.
    Abducted,
    /// Driven from home.
    Displaced,
    /// Let go.
    Freed,
}

impl Fate {
    /// Its word, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Killed => "killed",
            Fate::Wounded => "wounded",
            Fate::Struck => "struck",
            Fate::Missing => "missing",
            Fate::Arrested => "arrested",
            Fate::Abducted => "abducted",
            Fate::Displaced => "displaced",
            Fate::Freed => "freed",
        }
    }
}

impl Fate {
    /// The word for some of those of whom another number tells.
    pub fn name_of_part(self) -> &'static str {
        match self {
            Fate::Killed => "killed_part",
            Fate::Wounded => "wounded_part",
            Fate::Struck => "struck_part",
            Fate::Missing => "missing_part",
            Fate::Arrested => "arrested_part",
            Fate::Abducted => "abducted_part",
            Fate::Displaced => "displaced_part",
            Fate::Freed => "freed_part",
        }
    }

    /// The word for a number that the text calls overtaken.
    pub fn name_of_former(self) -> &'static str {
        match self {
            Fate::Killed => "killed_former",
            Fate::Wounded => "wounded_former",
            Fate::Struck => "struck_former",
            Fate::Missing => "missing_former",
            Fate::Arrested => "arrested_former",
            Fate::Abducted => "abducted_former",
            Fate::Displaced => "displaced_former",
            Fate::Freed => "freed_former",
        }
    }
}

/// To whom a verb's fate falls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Falls {
    /// On its object: "killed two".
    OnObject,
    /// On its subject: "two died".
    OnSubject,
}

/// The fate a verb tells, and of whom. What modifies it counts: "fatally shot", "shot dead".
pub(super) fn of_verb(verb: Tok<'_>) -> Option<(Fate, Falls)> {
    let on_object = |fate| Some((fate, Falls::OnObject));
    match verb.lemma() {
        "kill" | "slay" | "murder" | "massacre" | "execute" | "behead" | "assassinate"
        | "lynch" | "slaughter" | "electrocute" | "decease" => on_object(Fate::Killed),
        // People are hanged, pictures hung.
        "hang" if verb.lower() == "hanged" => on_object(Fate::Killed),
        "die" | "perish" | "succumb" => Some((Fate::Killed, Falls::OnSubject)),
        // "passed away", "committed suicide"
        "pass" => verb
            .children()
            .any(|c| c.lower() == "away" && c.dep_in(&["prt", "advmod"]))
            .then_some((Fate::Killed, Falls::OnSubject)),
        "commit" => verb
            .child(&["dobj"])
            .filter(|o| o.lower() == "suicide")
            .map(|_| (Fate::Killed, Falls::OnSubject)),
        "shoot" | "stab" | "gun" | "beat" | "strike" | "hit" | "knife" | "run" => {
            struck(verb).map(|fate| (fate, Falls::OnObject))
        }
        "hack" | "bludgeon" | "club" | "stone" | "burn" | "trample" | "torture" | "slash"
        | "axe" | "spear" | "kick" | "whip" | "flog" | "batter" => {
            to_death(verb).then_some((Fate::Killed, Falls::OnObject))
        }
        "wound" | "injure" | "hurt" | "maim" | "graze" | "hospitalize" | "hospitalise" => {
            on_object(if is_fatal(verb) {
                Fate::Killed
            } else {
                Fate::Wounded
            })
        }
        "arrest" | "detain" | "capture" | "apprehend" | "jail" | "imprison" => {
            on_object(Fate::Arrested)
        }
        "take" => taken(verb),
        "abduct" | "kidnap" => on_object(Fate::Abducted),
        "displace" | "evacuate" | "uproot" => on_object(Fate::Displaced),
        "flee" => Some((Fate::Displaced, Falls::OnSubject)),
        "free" | "release" => on_object(Fate::Freed),
        "transport" | "rush" | "airlift" | "fly" | "send" | "drive" => {
            to_hospital(verb).then_some((Fate::Wounded, Falls::OnObject))
        }
        "treat" => on_object(Fate::Wounded),
        "suffer" | "sustain" | "receive" => {
            verb.child(&["dobj"]).filter(|o| is_injury(*o)).map(|o| {
                let fate = if is_fatal(o) {
                    Fate::Killed
                } else {
                    Fate::Wounded
                };
                (fate, Falls::OnSubject)
            })
        }
        "pronounce" | "declare" | "find" | "confirm" | "leave" => verb
            .children()
            .any(|c| {
                c.i > verb.i
                    && matches!(c.lower(), "dead" | "deceased")
                    && !c.dep_in(&["dobj", "pobj"])
            })
            .then_some((Fate::Killed, Falls::OnObject)),
        _ => None,
    }
}

/// "shot", "shot dead", "fatally stabbed", "gunned down", "beaten to death".
fn struck(verb: Tok<'_>) -> Option<Fate> {
    let dead = verb.children().any(|c| c.i > verb.i && c.lower() == "dead");
    if dead || is_fatal(verb) || to_death(verb) {
        return Some(Fate::Killed);
    }
    let down = || {
        verb.children()
            .any(|c| c.dep() == "prt" && c.lower() == "down")
    };
    match verb.lemma() {
        "shoot" | "stab" | "knife" => Some(Fate::Struck),
        "gun" => down().then_some(Fate::Killed),
        "strike" | "hit" => by_a_shot(verb).then_some(Fate::Struck),
        _ => None,
    }
}

/// "hit by a bullet", "struck in the leg", "the bullet hit a man", "gunfire struck three".
fn by_a_shot(verb: Tok<'_>) -> bool {
    const SHOTS: [&str; 17] = [
        "bullet",
        "bullets",
        "gun",
        "gunfire",
        "gunshot",
        "gunshots",
        "shot",
        "shots",
        "round",
        "rounds",
        "shrapnel",
        "splinters",
        "blast",
        "pellets",
        "fragment",
        "fragments",
        "pistol",
    ];
    let shot = |word: Tok<'_>| SHOTS.contains(&word.lower());
    verb.child(&["nsubj"]).is_some_and(shot)
        || verb
            .children()
            .filter(|c| c.dep_in(&["agent", "prep"]))
            .filter_map(|c| c.child(&["pobj"]))
            .any(|o| shot(o) || is_body_part(o))
}

/// A part of the body that a shot or a blow hits.
pub(crate) fn is_body_part(word: Tok<'_>) -> bool {
    const BODY: [&str; 27] = [
        "head",
        "leg",
        "legs",
        "arm",
        "arms",
        "chest",
        "back",
        "abdomen",
        "stomach",
        "neck",
        "face",
        "torso",
        "foot",
        "feet",
        "hand",
        "hands",
        "shoulder",
        "shoulders",
        "thigh",
        "thighs",
        "hip",
        "hips",
        "buttocks",
        "knee",
        "knees",
        "ankle",
        "calf",
    ];
    BODY.contains(&word.lower())
}

fn to_death(verb: Tok<'_>) -> bool {
    verb.children().any(|c| {
        c.dep() == "prep"
            && c.lower() == "to"
            && c.child(&["pobj"]).is_some_and(|o| o.lower() == "death")
    })
}

/// "taken into custody", "took prisoner", "taken to a hospital".
fn taken(verb: Tok<'_>) -> Option<(Fate, Falls)> {
    let into_custody = verb.children().any(|c| {
        c.dep() == "prep"
            && matches!(c.lower(), "into" | "in")
            && c.child(&["pobj"])
                .is_some_and(|o| matches!(o.lower(), "custody" | "detention"))
    });
    if into_custody {
        return Some((Fate::Arrested, Falls::OnObject));
    }
    to_hospital(verb).then_some((Fate::Wounded, Falls::OnObject))
}

fn to_hospital(verb: Tok<'_>) -> bool {
    verb.children()
        .filter(|c| c.dep() == "prep" && matches!(c.lower(), "to" | "into"))
        .filter_map(|c| c.child(&["pobj"]))
        .any(is_hospital)
}

fn is_hospital(noun: Tok<'_>) -> bool {
    let word = |t: Tok<'_>| {
        matches!(
            t.lower(),
            "hospital" | "hospitals" | "clinic" | "infirmary" | "medical" | "trauma"
        )
    };
    word(noun) || noun.children().any(|c| c.i < noun.i && word(c))
}

fn is_injury(noun: Tok<'_>) -> bool {
    matches!(
        noun.lemma().to_lowercase().as_str(),
        "injury" | "wound" | "burn" | "bruise" | "fracture" | "concussion"
    )
}

/// "fatally", "mortally", "fatal"; not "non-fatal", "not fatally", "one of them fatally".
pub(super) fn is_fatal(word: Tok<'_>) -> bool {
    let spared = |c: Tok<'_>| {
        c.child(&["neg"]).is_some()
            || c.doc()
                .range(c.i.saturating_sub(2)..c.i)
                .any(|before| matches!(before.lower(), "non" | "not"))
    };
    word.children().any(|c| {
        matches!(
            c.lower(),
            "fatally" | "mortally" | "fatal" | "mortal" | "deadly"
        ) && !spared(c)
            && of_one_among(c).is_none()
    })
}

/// The fate an adjective tells of its subject or noun: "is dead", "the wounded".
pub(super) fn of_adjective(word: Tok<'_>) -> Option<Fate> {
    if !matches!(
        word.pos(),
        Pos::Adj | Pos::Noun | Pos::Propn | Pos::Adv | Pos::Verb
    ) {
        return None;
    }
    match word.lower() {
        "dead" | "slain" | "killed" | "deceased" => Some(Fate::Killed),
        "shot" if word.pos() != Pos::Noun => Some(Fate::Struck),
        "wounded" | "injured" | "hurt" | "hospitalized" | "hospitalised" => Some(Fate::Wounded),
        "missing" => Some(Fate::Missing),
        _ => None,
    }
}

/// The fate an event noun tells of whom it is "of": "the death of two", "his arrest".
pub(super) fn of_noun(noun: Tok<'_>) -> Option<Fate> {
    if !matches!(noun.pos(), Pos::Noun | Pos::Propn) {
        return None;
    }
    Some(match noun.lemma().to_lowercase().as_str() {
        "death" | "killing" | "murder" | "slaying" | "assassination" | "homicide"
        | "manslaughter" => Fate::Killed,
        "arrest" | "detention" | "capture" => Fate::Arrested,
        "abduction" | "kidnapping" => Fate::Abducted,
        "shooting" | "stabbing" => {
            if is_fatal(noun) {
                Fate::Killed
            } else {
                Fate::Struck
            }
        }
        _ => return None,
    })
}

/// Nouns that count people by their fate: "two fatalities", "12 detainees".
pub(super) fn of_counted(noun: Tok<'_>) -> Option<Fate> {
    Some(match noun.lower() {
        "death" | "deaths" | "fatality" | "fatalities" | "dead" | "corpses" | "bodies" => {
            Fate::Killed
        }
        "injuries" | "wounded" | "injured" => Fate::Wounded,
        // Killed or wounded, the word does not say.
        "casualties" => Fate::Struck,
        "arrests" | "detentions" => Fate::Arrested,
        "abductions" | "kidnappings" => Fate::Abducted,
        _ => return None,
    })
}

/// "a homicide victim", "four shooting victims": the fate that the word before tells.
pub(super) fn of_victim(noun: Tok<'_>) -> Option<Fate> {
    if !matches!(noun.lower(), "victim" | "victims") {
        return None;
    }
    let before = noun
        .children()
        .filter(|c| c.dep_in(&["compound", "amod", "nmod"]));
    before
        .filter_map(|c| match c.lower() {
            "homicide" | "murder" | "murdered" | "slain" | "dead" | "deceased" => {
                Some(Fate::Killed)
            }
            "shooting" | "gunshot" | "stabbing" => Some(Fate::Struck),
            "injured" | "wounded" | "surviving" => Some(Fate::Wounded),
            _ => None,
        })
        .next()
}
