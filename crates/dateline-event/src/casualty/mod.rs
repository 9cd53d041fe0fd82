//! What became of people, as the text says it word by word: who was killed, hurt, held, and how
//! many.
//!
//! This is finer than claims: "two people died, a third was taken to hospital" holds two statements
//! about people and perhaps no event of the codebook. It gives the quantities of claims their
//! meaning, and each statement its count. Counts are as the words give them: a vague word has no
//! bounds, one named person is one, "no one" is none, and a plural without a number stays open.

mod fate;
mod headline;
mod idiom;
mod share;
mod standing;
#[cfg(test)]
mod tests;
mod toll;
mod who;

use crate::Layers;
use crate::claim::clause::Clause;
use crate::claim::phrase::{is_attempted, is_nominal, object_of};
use crate::resolve::time_of;
use dateline_data::{NounClass, noun_classes};
use dateline_span::Span;
use dateline_text::{Pos, Tok};
pub use fate::Fate;
pub(crate) use fate::is_body_part;
use fate::{Falls, of_adjective, of_counted, of_noun, of_verb, of_victim};
use headline::{is_aged, is_number, numbered};
pub(crate) use idiom::is_body;
pub(crate) use share::counts_those_of;
pub use standing::Standing;
pub(crate) use standing::is_over_a_time;
pub(crate) use standing::is_said_of_those;
use standing::{among, parts_of};
pub(crate) use toll::tells_number;
use who::{count, may_suffer};

/// Something became of somebody.
#[derive(Clone, PartialEq, Debug)]
pub struct Casualty {
    /// What became of them.
    pub fate: Fate,
    /// Token that says so ("killed", "dead").
    pub word: usize,
    /// Token that heads the words for them.
    pub person: usize,
    /// The words for them.
    pub span: Span,
    /// The entity they belong to, where coreference knows it.
    pub entity: Option<usize>,
    /// Index of the quantity that counts them.
    pub quantity: Option<usize>,
    /// How it stands to other statements about people.
    pub standing: Standing,
    /// Index of the time at which it befell them, where its clause says.
    pub time: Option<usize>,
    /// At least so many; `None` where the words do not say.
    pub low: Option<f64>,
    /// At most so many; `None` where the words do not say.
    pub high: Option<f64>,
}

/// All such statements, in the order of their words; none twice.
pub fn find(layers: &Layers<'_>) -> Vec<Casualty> {
    let mut found: Vec<Casualty> = Vec::new();
    for word in layers.doc.toks() {
        let mut add = |fate: Fate, one: Tok<'_>, standing: Standing| {
            let told = casualty(layers, fate, word, one, standing);
            let known = found.iter().any(|c: &Casualty| {
                c.fate == fate
                    && (c.person == one.i || c.quantity.is_some() && c.quantity == told.quantity)
            });
            if !known {
                found.push(told);
            }
        };
        let told = told_by(layers, word).into_iter();
        for (fate, person) in told.filter_map(|(f, p)| Some((unless_another(f, word)?, p))) {
            let standing = match is_over_a_time(layers, word) {
                _ if is_said_of_those(word) => Standing::Part,
                true => Standing::Sum,
                false => Standing::Whole,
            };
            for one in together(word, person) {
                if may_suffer(one, word) {
                    add(fate, one, standing);
                    for part in parts_of(one) {
                        add(fate, part, Standing::Part);
                    }
                }
            }
        }
        if let Some((fate, person)) = among(word) {
            for one in together(word, person) {
                add(fate, one, Standing::Part);
            }
        }
        if let Some(fate) = toll::fate_of(word) {
            for stand in toll::stands(word) {
                let standing = match stand.overtaken {
                    true => Standing::Overtaken,
                    false => Standing::Whole,
                };
                add(fate, stand.number, standing);
            }
        }
    }
    found
}

/// The fate that a word tells, where no other stands beside it behind "or": whoever was "killed or
/// wounded" was hit, whoever was "killed or captured" met one of two fates.
fn unless_another(fate: Fate, word: Tok<'_>) -> Option<Fate> {
    let first = word.first_conjunct();
    let alternatives = first
        .children()
        .any(|c| c.dep() == "cc" && c.lower() == "or");
    if !alternatives {
        return Some(fate);
    }
    let listed = first
        .children()
        .filter(|c| c.dep() == "conj")
        .chain([first]);
    let other = listed
        .filter(|other| *other != word)
        .filter_map(fate::of_verb)
        .map(|(other, _)| other)
        .find(|other| *other != fate);
    match (fate, other) {
        (_, None) => Some(fate),
        (Fate::Killed | Fate::Wounded, Some(Fate::Killed | Fate::Wounded)) => Some(Fate::Struck),
        _ => None,
    }
}

/// The person with all who are named beside them: "a leader *and several of his men*", "a leader
/// *along with two guards*". In "one killed, four hurt" the four have a word of their own.
fn together<'d>(word: Tok<'d>, person: Tok<'d>) -> Vec<Tok<'d>> {
    let mut all = vec![person];
    let mut next = 0;
    while next < all.len() && all.len() < 32 {
        let one = all[next];
        let joined = one.children().filter(|c| match c.dep() {
            "conj" => is_somebody(*c),
            "appos" => ends_with_the_doer(*c),
            _ => false,
        });
        all.extend(joined);
        all.extend(companions(one));
        next += 1;
    }
    all.extend(companions(word));
    let doer = word.children().find(|c| {
        let listed = c
            .prev()
            .is_some_and(|p| matches!(p.lower(), "," | "and" | "then"));
        c.i > person.i && listed && is_reflexive(*c)
    });
    all.extend(doer.filter(|doer| !all.contains(doer)));
    let before = person.i < word.i;
    all.retain(|one| *one == person || (one.i < word.i) == before || one.dep() == "pobj");
    all
}

/// "a woman, *her son and himself*", "his wife, *himself*": no apposition but one more of a list, since
/// nobody is described as the one who did it.
fn ends_with_the_doer(listed: Tok<'_>) -> bool {
    let joined = |c: Tok<'_>| c.dep_in(&["conj", "appos"]) && is_reflexive(c);
    is_reflexive(listed) || listed.children().any(joined)
}

fn is_reflexive(tok: Tok<'_>) -> bool {
    matches!(tok.lower(), "himself" | "herself" | "themselves" | "self")
}

fn is_somebody(tok: Tok<'_>) -> bool {
    is_nominal(tok) || matches!(tok.lower(), "several" | "others" | "another" | "many")
}

/// "along with two guards", "together with her son".
fn companions<'d>(word: Tok<'d>) -> impl Iterator<Item = Tok<'d>> {
    word.children()
        .filter(|c| c.lower() == "with")
        .filter(|with| {
            with.prev()
                .is_some_and(|p| matches!(p.lower(), "along" | "together"))
        })
        .chain(
            word.children()
                .filter(|c| matches!(c.lower(), "along" | "together"))
                .filter_map(|c| c.children().find(|w| w.lower() == "with")),
        )
        .filter_map(|with| with.child(&["pobj"]))
}

/// Fates and persons of which one word tells.
fn told_by<'d>(layers: &Layers<'d>, word: Tok<'d>) -> Vec<(Fate, Tok<'d>)> {
    let in_title = layers.title.is_some_and(|t| t.overlaps(word.span()));
    if in_title && let Some(told) = headline::counted_before(word) {
        return vec![told];
    }
    let mut told: Vec<(Fate, Tok<'d>)> = by_grammar(layers, word)
        .or_else(|| idiom::told(word).filter(|_| !is_unreal(word)))
        .filter(|(_, person)| may_suffer(*person, word))
        .or_else(|| aged_before(word))
        .into_iter()
        .collect();
    if in_title && told.is_empty() {
        told.extend(headline::beside(word));
    }
    told
}

/// "Injured in the fire were *two boys*": who is told of behind a participle that opens the sentence.
fn fronted(word: Tok<'_>) -> Option<Tok<'_>> {
    let opens = word.prev().is_none_or(|p| p.sentence() != word.sentence());
    if !opens || !matches!(word.tag(), "VBN" | "JJ" | "VBD") {
        return None;
    }
    let is = word
        .head()
        .into_iter()
        .chain(word.children())
        .find(|v| v.lemma() == "be" && v.i > word.i)?;
    is.children()
        .find(|c| c.i > is.i && c.dep_in(&["nsubj", "nsubjpass", "attr"]) && is_nominal(*c))
}

/// "a *52-year-old* shot and killed by guards": the parser takes "shot" for the noun that the age
/// describes.
fn aged_before(word: Tok<'_>) -> Option<(Fate, Tok<'_>)> {
    let (fate, _) = of_verb(word).filter(|_| word.tag() == "VBN")?;
    let shot = match word.prev()?.lower() {
        "and" => word.prev()?.prev()?,
        _ => word,
    };
    let aged = shot.prev().filter(|old| is_aged(*old))?;
    (shot.lower() == "shot" && aged.head() == Some(shot)).then_some((fate, aged))
}

/// What verbs, adjectives and nouns of fate tell by their place in the tree.
fn by_grammar<'d>(layers: &Layers<'d>, word: Tok<'d>) -> Option<(Fate, Tok<'d>)> {
    if let Some((fate, falls)) = of_verb(word).filter(|_| word.pos() == Pos::Verb) {
        // "4 shot": whatever the parser made of a headline, the number before the word is meant.
        let short = Some(word).filter(|w| w.child(&["aux", "auxpass", "dobj"]).is_none());
        let person = fronted(word)
            .or_else(|| of_clause(layers, word, fate, falls))
            .or_else(|| {
                short
                    .and_then(numbered)
                    .filter(|_| falls == Falls::OnObject)
            });
        return person
            .filter(|_| !is_unreal(word))
            .map(|person| (fate, person));
    }
    if let Some(fate) = of_adjective(word) {
        let person = fronted(word)
            .or_else(|| described(word))
            .or_else(|| numbered(word));
        return person.map(|person| (fate, person));
    }
    if let Some(fate) = of_counted(word).filter(|_| counts(layers, word)) {
        return Some((fate, word));
    }
    if let Some(fate) = of_victim(word) {
        return Some((fate, word));
    }
    let fate = of_noun(word).filter(|_| !is_attempted(word))?;
    // "a fatal shooting", "a murder": somebody died, and the words do not say who.
    let somebody = Some(word).filter(|w| of_nobody(*w, fate));
    of_event(word).or(somebody).map(|person| (fate, person))
}

/// Whether an event noun stands for a death without saying whose.
fn of_nobody(noun: Tok<'_>, fate: Fate) -> bool {
    let none = noun.children().any(|c| c.lower() == "no");
    let named =
        matches!(noun.lower(), "murder" | "homicide" | "manslaughter") || fate::is_fatal(noun);
    fate == Fate::Killed && named && !none && !noun.dep_in(&["compound", "nmod", "amod"])
}

/// On whom the fate of a verb falls.
fn of_clause<'d>(layers: &Layers<'d>, verb: Tok<'d>, fate: Fate, falls: Falls) -> Option<Tok<'d>> {
    let mut clause = Clause::of(verb);
    if falls == Falls::OnSubject {
        return clause.subject.or(clause.object).map(|filler| filler.tok);
    }
    // "Three killed as wall falls", "Man shot in leg": no word marks the passive of a headline.
    let bare = !clause.passive
        && clause.object.is_none()
        && verb.child(&["aux"]).is_none()
        && matches!(verb.tag(), "VBD" | "VBN");
    let always_done_to = matches!(
        verb.lemma(),
        "kill" | "wound" | "injure" | "hurt" | "arrest"
    );
    let in_title = layers.title.is_some_and(|t| t.overlaps(verb.span()));
    let aims = verb
        .children()
        .any(|c| c.dep() == "prep" && matches!(c.lower(), "at" | "into" | "toward" | "towards"));
    if bare && !aims && (always_done_to || in_title || fate == Fate::Killed) {
        clause.read_as_passive();
    }
    clause.object.map(|filler| filler.tok)
}

/// Whether a verb tells of nothing that is said to have happened: "will arrest", "to kill", "could be
/// hurt", "was not injured".
fn is_unreal(verb: Tok<'_>) -> bool {
    let helped = verb
        .children()
        .filter(|c| c.dep_in(&["aux", "auxpass", "neg"]));
    let open = helped
        .into_iter()
        .any(|c| c.dep() == "neg" || c.tag() == "MD" || c.tag() == "TO" && verb.dep() != "xcomp");
    let wanted = verb.dep() == "xcomp"
        && verb.child(&["aux"]).is_some_and(|c| c.tag() == "TO")
        && verb.head().is_some_and(|h| {
            !matches!(
                h.lemma(),
                "appear" | "begin" | "start" | "seem" | "continue" | "manage"
            )
        });
    // "Don't let them die."
    let averted = verb.head().is_some_and(|h| {
        verb.dep_in(&["ccomp", "xcomp"]) && h.lemma() == "let" && h.child(&["neg"]).is_some()
    });
    // "could not say whether he had died", "without losing their lives"
    let unsure = verb
        .child(&["mark"])
        .is_some_and(|m| matches!(m.lower(), "if" | "whether" | "unless" | "lest"));
    let without = verb.dep() == "pcomp" && verb.head().is_some_and(|h| h.lower() == "without");
    open || wanted || averted || unsure || without
}

/// Of whom an adjective tells: "*two* are dead", "left *two* dead", "*one* dead, four hurt".
fn described(word: Tok<'_>) -> Option<Tok<'_>> {
    let head = word.head()?;
    match word.dep() {
        "acomp" | "oprd" | "attr" => {
            let verb = head;
            // "shot two men *dead*", "shot *dead* two men"
            verb.child(&["dobj"])
                .filter(|_| word.dep() == "oprd")
                .or_else(|| verb.child(&["nsubj", "nsubjpass"]))
        }
        "ccomp" | "xcomp" | "advcl" => word.child(&["nsubj", "nsubjpass"]).or_else(|| {
            head.child(&["dobj"])
                .filter(|_| matches!(head.lemma(), "leave" | "find" | "report"))
        }),
        "amod" | "acl" if head.i < word.i || is_number(head) => Some(head),
        // "received nine *wounded* people"
        "amod" if head.child(&["nummod"]).is_some() => Some(head),
        "amod" => None,
        _ => word
            .child(&["nsubj", "nummod", "nsubjpass"])
            .or_else(|| word.prev().filter(|p| is_number(*p))),
    }
}

/// Whether a noun of fate has a number: "two deaths", "at least 12 arrests".
fn counts(layers: &Layers<'_>, noun: Tok<'_>) -> bool {
    layers
        .quantities
        .iter()
        .any(|q| q.of.is_some_and(|(of, _)| of == noun.i))
}

/// Of whom an event noun is: "the death of *two men*", "*her* killing".
fn of_event(noun: Tok<'_>) -> Option<Tok<'_>> {
    object_of(noun, "of").or_else(|| noun.child(&["poss"]))
}

/// When it befell them: by its own clause, by the verb that brought it about ("left two *dead* on
/// Monday"), or by the event that did ("a raid *in March* that left two dead").
fn when(layers: &Layers<'_>, word: Tok<'_>) -> Option<usize> {
    let time = |tok: Tok<'_>| time_of(layers, tok.i).map(|time| time.value);
    let verb = match word.dep() {
        "acomp" | "oprd" | "ccomp" | "xcomp" => word.head().unwrap_or(word),
        _ => word,
    };
    let event = || {
        let noun = verb.head().filter(|_| verb.dep() == "relcl")?;
        noun_classes(noun.lemma())
            .has(NounClass::Event)
            .then_some(noun)
    };
    time(word)
        .or_else(|| time(verb))
        .or_else(|| event().and_then(time))
}

fn casualty(
    layers: &Layers<'_>,
    fate: Fate,
    word: Tok<'_>,
    person: Tok<'_>,
    standing: Standing,
) -> Casualty {
    let count = count(layers, person, word);
    Casualty {
        fate,
        word: word.i,
        person: person.i,
        span: crate::claim::phrase::single_span(person),
        entity: layers.coref.entity_of(person.i),
        quantity: count.quantity,
        standing,
        time: when(layers, word),
        low: count.low,
        high: count.high,
    }
}
