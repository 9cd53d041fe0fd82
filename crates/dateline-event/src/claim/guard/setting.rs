//! What an article or a sentence is about: fiction, sport, work and pay, violence.

use super::accident::{ACCIDENTS, is_pit};
use crate::claim::phrase::{classes, governed, lemma_in};
use dateline_data::{ClassSet, EventType, NounClass};
use dateline_text::{Document, Pos, Tok};

/// Words that say somebody did it.
pub(super) const VIOLENCE: &[&str] = &[
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
pub(super) const SPORT: &[&str] = &[
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

/// "The novel tells of a soldier who *kills* his captain", "In the movie, a spy *murders* her": below what tells a made-up
/// story.
pub(super) fn is_told_in_fiction(tok: Tok<'_>) -> bool {
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
pub(super) fn is_made_up(work: Tok<'_>) -> bool {
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

/// Whether a word's sentence, or the one before it, tells of people who protest or riot, or of their doing so, and its own
/// of no fire that others opened.
pub fn tells_of_protest(tok: Tok<'_>) -> bool {
    const CROWDS: [&str; 16] = [
        "demonstration",
        "demonstrator",
        "looter",
        "marcher",
        "mob",
        "picketer",
        "protest",
        "protester",
        "protestor",
        "rally",
        "riot",
        "rioter",
        "rioting",
        "riots",
        "sit-in",
        "unrest",
    ];
    let (doc, here) = (tok.doc(), tok.sentence());
    // A month is no march.
    let marches = |s: usize| {
        let mut words = doc.range(doc.sentences()[s].tokens.clone());
        words.any(|t| t.lemma() == "march" && t.pos() != Pos::Propn)
    };
    let opens_fire = |t: Tok<'_>| t.lemma() == "fire" && t.pos() == Pos::Verb;
    let under_fire = || {
        const FIRE: [&str; 7] = [
            "bomb", "bombing", "kill", "missile", "shell", "shelling", "shoot",
        ];
        let mut words = doc.range(doc.sentences()[here].tokens.clone());
        count(doc, here, &FIRE) > 0 || words.any(opens_fire)
    };
    (here.saturating_sub(1)..=here).any(|s| count(doc, s, &CROWDS) > 0 || marches(s))
        && !under_fire()
}

/// "the *bakers'* strike", "the *students'* strike": those who work or study strike no blow.
pub(super) fn is_of_workers(strike: Tok<'_>) -> bool {
    let owner = strike.child(&["poss"]).filter(|o| o.pos() == Pos::Noun);
    owner.is_some_and(|o| {
        let known = classes(o);
        let fights = ClassSet::of(&[NounClass::Armed, NounClass::Police, NounClass::Country]);
        known.has(NounClass::Person) && !known.meets(fights) && o.tag() == "NNS"
    })
}

/// "The *strike* entered its third week": a blow is over when it is told.
pub(super) fn is_under_way(strike: Tok<'_>) -> bool {
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
pub(super) const WEAPONS: [&str; 14] = [
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
pub(super) fn is_about_stoppage(doc: &Document) -> bool {
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
pub(super) fn is_physical(kind: EventType) -> bool {
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

pub(super) fn count(doc: &Document, sentence: usize, words: &[&str]) -> usize {
    let range = doc.sentences()[sentence].tokens.clone();
    // "Security forces *crushed* protests": somebody does it.
    let done_by_somebody = |t: &Tok<'_>| {
        t.pos() == Pos::Verb
            && t.child(&["nsubj"]).is_some_and(|s| {
                // "since the *conflict* erupted"
                let broke_out = t.lemma() == "erupt"
                    && classes(s).meets(ClassSet::of(&[NounClass::Event, NounClass::Abstract]));
                broke_out || classes(s).meets(ClassSet::AGENT)
            })
    };
    doc.range(range)
        .filter(|t| words.contains(&t.lemma()) || words.contains(&t.lower()))
        .filter(|t| t.lemma() != "mine" || !is_pit(*t))
        // "a rock *fall*"
        .filter(|t| t.lemma() != "fall" || t.prev().is_some_and(|p| p.lower() == "rock"))
        // "The compound was *stormed*": by people, never by the weather.
        .filter(|t| t.lemma() != "storm" || t.pos() != Pos::Verb)
        .filter(|t| !ACCIDENTS.contains(&t.lemma()) || !done_by_somebody(t))
        .count()
}

pub(super) fn is_sport(tok: Tok<'_>) -> bool {
    let doc = tok.doc();
    // "Rival fans clashed after the match, leaving 14 *dead*": in no game.
    if count(doc, tok.sentence(), &["dead", "death", "stab"]) > 0 {
        return false;
    }
    let here = count(doc, tok.sentence(), SPORT);
    here >= 2 || (here >= 1 && has_score(doc, tok.sentence())) || is_told_in_sports(tok)
}

/// A sentence of a sports report without a word for violence or police.
pub(super) fn is_told_in_sports(tok: Tok<'_>) -> bool {
    let doc = tok.doc();
    is_sports_report(doc) && !tells_of_violence(doc, tok.sentence())
}

/// Whether a sentence has a word for violence that games do not have too.
pub(super) fn tells_of_violence(doc: &Document, sentence: usize) -> bool {
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
pub(super) fn is_sports_report(doc: &Document) -> bool {
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
pub(super) fn has_score(doc: &Document, sentence: usize) -> bool {
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
