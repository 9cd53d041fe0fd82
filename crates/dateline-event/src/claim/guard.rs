//! Company in which no entry of a sort is meant, whatever its words: sport, accidents, mere
//! mention.

use super::nominal::Nominal;
use super::phrase::{classes, lemma_in};
use super::trigger::{Body, Hit};
use crate::codebook::pattern::Governed;
use dateline_data::{ClassSet, EventType, NounClass};
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
];

/// Why a hit is not meant, if it is not.
pub fn objection(hit: &Hit<'_, '_>) -> Option<&'static str> {
    let kind = hit.entry.kind;
    if kind == EventType::Assault {
        if is_accident(hit) {
            return Some("nobody did it: an accident or a force of nature");
        }
        if is_sport(hit.head) {
            return Some("a game");
        }
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
    if hit.head.dep() == "oprd" {
        return Some("a name for something told before");
    }
    if is_forestalled(hit.head) {
        return Some("forbidden or called off");
    }
    match &hit.body {
        Body::Noun(nominal) if is_mere_mention(hit, nominal) => Some("only mentioned again"),
        _ => None,
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
    tok.head().is_some_and(|v| {
        lemma_in(v, VERBS)
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
    doc.range(range)
        .filter(|t| words.contains(&t.lemma()) || words.contains(&t.lower()))
        .count()
}

fn is_accident(hit: &Hit<'_, '_>) -> bool {
    let (doc, sentence) = (hit.head.doc(), hit.head.sentence());
    let subject = match &hit.body {
        Body::Verb(clause) => clause.subject.map(|s| s.tok),
        Body::Noun(_) => None,
    };
    const NATURE: ClassSet = ClassSet::of(&[NounClass::Nature]);
    if subject.is_some_and(|s| {
        ACCIDENTS.contains(&s.lemma())
            || (classes(s).meets(NATURE) && !classes(s).meets(ClassSet::AGENT))
    }) {
        return true;
    }
    if subject.is_some_and(|s| classes(s).meets(ClassSet::AGENT)) || hit.entry.frame.name != "harm"
    {
        return false;
    }
    if count(doc, sentence, VIOLENCE) > 0 {
        return false;
    }
    count(doc, sentence, ACCIDENTS) > 0 || opens_with_accident(doc)
}

/// Whether the headline and first sentences tell of an accident and nowhere of violence, so that
/// the hurt of a later sentence ("all those who were wounded") were hurt by it.
fn opens_with_accident(doc: &Document) -> bool {
    const OPENING: usize = 4;
    let opening = || 0..doc.sentences().len().min(OPENING);
    opening().any(|s| count(doc, s, ACCIDENTS) > 0)
        && opening().all(|s| count(doc, s, VIOLENCE) == 0)
}

fn is_sport(tok: Tok<'_>) -> bool {
    let doc = tok.doc();
    let here = count(doc, tok.sentence(), SPORT);
    here >= 2 || (here >= 1 && has_score(doc, tok.sentence()))
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
    if !hit.pattern.links.is_empty()
        || nominal.support.is_some()
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
    !(occurs || brought_about)
}
