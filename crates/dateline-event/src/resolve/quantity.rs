//! The quantities of a claim, and what each of them counts.

use crate::casualty::{Casualty, Fate, Standing, counts_those_of, is_body, is_said_of_those};
use crate::claim::phrase::{classes, conjuncts, is_attempted, is_by_warrant, parted_by_semicolon};
use crate::claim::{Argument, Claim, EventCode, Role};
use crate::layers::Layers;
use dateline_data::{ClassSet, EventType, Mode, noun_classes};
use dateline_text::{Pos, Quantity, Tok};

/// What a number of a claim counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// People and what became of them.
    People(Fate),
    /// Some of those whom another number counts.
    Part(Fate),
    /// Such people, as the text counted them before.
    Former(Fate),
    /// People who took part in a protest.
    Protesters,
    /// Those who did it.
    Actors,
    /// Those to whom it was done, where no word says what became of them.
    Recipients,
    /// Weapons, vehicles, instruments by which it was done.
    Means,
    /// Such happenings: "two strikes".
    Events,
    /// Money.
    Money,
    /// A measure: length, weight, share.
    Measure,
}

impl Meaning {
    /// Its published word.
    pub fn name(self) -> &'static str {
        match self {
            Meaning::People(fate) => fate.name(),
            Meaning::Part(fate) => fate.name_of_part(),
            Meaning::Former(fate) => fate.name_of_former(),
            Meaning::Protesters => "protesters",
            Meaning::Actors => "actors",
            Meaning::Recipients => "recipients",
            Meaning::Means => "means",
            Meaning::Events => "events",
            Meaning::Money => "money",
            Meaning::Measure => "measure",
        }
    }
}

/// A quantity of a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counted {
    /// Index into the article's quantities.
    pub quantity: usize,
    /// What it counts; `None` where the words do not say.
    pub meaning: Option<Meaning>,
}

/// The quantities that count the event named by the first of the tokens `triggers` ("two strikes"), one of its
/// participants ("dozens of officers"), or people whose fate the claim's clause tells ("attacked a
/// post, killing two").
pub fn quantities_of(
    layers: &Layers<'_>,
    event: &EventCode,
    triggers: &[usize],
    arguments: &[Argument],
    casualties: &[Casualty],
) -> Vec<Counted> {
    let Some(&trigger) = triggers.first() else {
        return Vec::new();
    };
    let suffered = |index: usize| {
        let quantity = &layers.quantities[index];
        // "a policeman", "a woman and her son": those who suffered it are the ones that are counted.
        let by_words = |c: &&Casualty| {
            quantity.is_told_by_words()
                && (c.standing == Standing::Whole || is_said_of_those(layers.doc.tok(c.word)))
                && quantity.of.is_some_and(|(of, _)| is_of_list(layers, c, of))
        };
        let told: Vec<&Casualty> = casualties
            .iter()
            .filter(|c| c.quantity == Some(index) || by_words(c))
            .filter(|c| triggers.iter().any(|t| belongs(layers, event, c, *t)))
            .collect();
        let first = *told.first()?;
        // "were shot *and killed*", "were stabbed *and wounded*": what came of it says more.
        let came_of_it = [Fate::Killed, Fate::Wounded].into_iter().find_map(|fate| {
            let struck = first.fate == Fate::Struck;
            told.iter().find(|c| struck && c.fate == fate).copied()
        });
        Some(came_of_it.unwrap_or(first))
    };
    let all: Vec<Counted> = layers
        .quantities
        .iter()
        .enumerate()
        .filter_map(|(index, quantity)| {
            let casualty = suffered(index);
            let told = casualty.is_some() || counts(layers, quantity, trigger, arguments);
            told.then(|| Counted {
                quantity: index,
                meaning: casualty
                    .map(|c| match c.standing {
                        Standing::Part => Meaning::Part(c.fate),
                        Standing::Overtaken => Meaning::Former(c.fate),
                        Standing::Whole | Standing::Sum => Meaning::People(c.fate),
                    })
                    .or_else(|| meaning(layers, event, quantity, trigger, arguments)),
            })
        })
        .collect();
    // "*two traders* and their driver were killed": the sum has the two in it.
    let summed = |part: &Counted| {
        let quantity = &layers.quantities[part.quantity];
        all.iter().any(|sum| {
            let whole = &layers.quantities[sum.quantity];
            sum.meaning == part.meaning
                && whole.is_told_by_words()
                && !quantity.is_told_by_words()
                && whole.span.contains(quantity.span)
        })
    };
    all.iter().filter(|part| !summed(part)).copied().collect()
}

/// Whether what became of somebody became of all whom the words from `first` on list: not where it is told of one of
/// them in a clause of his own ("a man, who was *shot*, and his son"). In a headline the list may end before the
/// word with those who are counted: "soldier, *3 rebels* killed".
fn is_of_list(layers: &Layers<'_>, casualty: &Casualty, first: usize) -> bool {
    let person = layers.doc.tok(casualty.person);
    let word = layers.doc.tok(casualty.word);
    let in_title = layers.title.is_some_and(|t| t.overlaps(word.span()));
    let listed = first == person.i || in_title && first == person.first_conjunct().i;
    let alone = person.child(&["conj"]).is_some() && person.governs(word);
    listed && !alone
}

/// Whether a quantity counts the event or a participant.
fn counts(
    layers: &Layers<'_>,
    quantity: &Quantity,
    trigger: usize,
    arguments: &[Argument],
) -> bool {
    let tokens = layers.doc.tokens_in(quantity.span);
    let is_head = |token: usize| counts_argument(layers.doc.tok(token), arguments);
    match quantity.of {
        Some(_) if quantity.is_told_by_words() => false,
        Some(_) if !counts_those_of(layers, quantity, layers.doc.tok(trigger)) => false,
        Some((of, _)) => {
            of == trigger
                || is_head(of)
                || tokens.clone().any(is_head)
                || apposed(layers.doc.tok(of), trigger)
                || crowd_of(layers.doc.tok(of)).is_some_and(is_head)
        }
        None => tokens.clone().any(|t| t == trigger || is_head(t)),
    }
}

/// Whether a counted word is a participant, or with it one of a list of which each is counted: "four
/// children and two women". Of "barracks, two prisons and a mill" two are not the whole.
fn counts_argument(counted: Tok<'_>, arguments: &[Argument]) -> bool {
    let named = |tok: Tok<'_>| arguments.iter().any(|a| a.head == tok.i);
    let first = counted.first_conjunct();
    if counted != first && named(counted) {
        return true;
    }
    let has_number = |tok: Tok<'_>| {
        let one = tok.tag() == "NNP";
        one || tok.pos() == Pos::Num || tok.child(&["nummod"]).is_some()
    };
    let apart = |tok: Tok<'_>| tok != first && named(tok);
    // "seized a trawler *and its 11 crew*": nobody else of the list is somebody.
    let somebody = |tok: Tok<'_>| classes(tok).meets(ClassSet::HUMAN);
    let only_people = counted != first
        && noun_classes(counted.lemma()).meets(ClassSet::HUMAN)
        && conjuncts(first)
            .into_iter()
            .all(|tok| tok == counted || !somebody(tok));
    if named(first) && only_people {
        return true;
    }
    named(first)
        && conjuncts(first)
            .into_iter()
            .all(|tok| tok == counted || has_number(tok) || apart(tok))
}

/// Whether a statement about people belongs to the claim: its word is the trigger, or goes on from
/// it ("… , killing two"), or tells what happened in it ("two died in the attack").
fn belongs(layers: &Layers<'_>, code: &EventCode, casualty: &Casualty, trigger: usize) -> bool {
    let (word, event) = (layers.doc.tok(casualty.word), layers.doc.tok(trigger));
    if word.sentence() != event.sentence() || parted_by_semicolon(word, event) {
        return false;
    }
    // "killed nine rebels, *capturing* 12 others": whom the killing did not befall.
    let taken = matches!(casualty.fate, Fate::Abducted | Fate::Arrested | Fate::Freed);
    let of_its_own = taken && fate_of_mode(code) != Some(casualty.fate);
    // "is investigating the *killing* of two": who looks into it kills nobody.
    let object_of_words = word.dep() == "dobj" && code.kind != EventType::Assault;
    // "*the bodies* of nine men were *found* with gunshot wounds"
    let body_found = word.dep() == "nsubjpass"
        && code.kind == EventType::Assault
        && is_body(word)
        && word.head() == Some(event);
    word == event
        || body_found
        || !of_its_own
            && (!object_of_words && goes_on(event, word) || happened_in(word, event, casualty.fate))
        || counted_by(word, event)
}

/// "the *number* of people *killed* in a raid rose to 12": what the event's verb tells is what a noun of
/// number counts.
fn counted_by(number: Tok<'_>, event: Tok<'_>) -> bool {
    matches!(
        number.lower(),
        "number" | "total" | "tally" | "count" | "figure"
    ) && event.dep_in(&["acl", "relcl", "amod"])
        && event.ancestors().take(3).any(|above| above == number)
}

/// "attacked a post, *killing* two", "leaving two *dead*": down by clauses that only go on.
fn goes_on(event: Tok<'_>, word: Tok<'_>) -> bool {
    let mut at = word;
    for _ in 0..4 {
        let result = at.dep_in(&["advcl", "oprd", "ccomp", "acomp", "amod", "dobj"])
            && at.child(&["mark"]).is_none();
        // "Thirty were *killed*, six *wounded*": the parser may hang the first below the second.
        let own = at.dep() == "ccomp" || at.child(&["nsubj", "nsubjpass"]).is_some();
        let before = own
            && at
                .head()
                .is_some_and(|h| at.i < h.i && h.pos() != Pos::Noun);
        let result = result && !before;
        let shared = at.dep() == "conj";
        let Some(head) = at.head().filter(|_| result || shared) else {
            return false;
        };
        if head == event {
            return result;
        }
        if head.lemma() != "leave" && !shared {
            return false;
        }
        at = head;
    }
    false
}

/// "two *died* in the *attack*", "*killed* when a bomb *exploded*".
fn happened_in(word: Tok<'_>, event: Tok<'_>, fate: Fate) -> bool {
    let Some(above) = event.head() else {
        return false;
    };
    // "brought eleven *bodies* to the morgue after", "received nine *wounded* people after": what is done
    // with them.
    let handled = matches!(fate, Fate::Killed | Fate::Wounded)
        .then(|| handling(word))
        .flatten();
    let word = handled.unwrap_or(word);
    if handled.is_some_and(|verb| found_where(verb, event)) {
        return true;
    }
    let by_somebody =
        handled.is_none() && word.child(&["nsubj"]).is_some() && word.child(&["dobj"]).is_some();
    // "killed one *when a mob attacked* a fort": another did that; "killed 12 when *he* blew himself up" tells of one.
    let told_of_another = event.child(&["nsubj"]).is_some_and(|s| s.tag() != "PRP");
    let phrase = above.pos() == Pos::Adp
        && event.dep() == "pobj"
        && (matches!(above.lower(), "in" | "by" | "during" | "from")
            // Who is freed after a battle is not freed by it, and whom somebody kills after it did not fall in it.
            || above.lower() == "after" && !by_somebody && !matches!(fate, Fate::Freed | Fate::Arrested))
        && above.head() == Some(word);
    let clause = event.dep() == "advcl"
        && above == word
        && !(by_somebody && told_of_another)
        && event
            .children()
            .any(|c| c.i < event.i && matches!(c.lower(), "when" | "as"));
    phrase || clause
}

/// The verb that tells what is done with the dead or hurt whom a noun, or its adjective, names.
fn handling(word: Tok<'_>) -> Option<Tok<'_>> {
    let people = match word.dep() {
        "amod" => word.head()?,
        _ => word,
    };
    people
        .head()
        .filter(|_| people.dep_in(&["dobj", "nsubjpass"]) && people.pos() == Pos::Noun)
}

/// "pulled bodies from the ruins of a house *hit* by a shell": what describes the place where they were found.
fn found_where(verb: Tok<'_>, event: Tok<'_>) -> bool {
    event.dep_in(&["acl", "relcl"])
        && event
            .ancestors()
            .take(6)
            .take_while(|above| above.pos() != Pos::Verb || *above == verb)
            .any(|above| above == verb)
}

/// What a quantity counts, by its unit and by the part that the counted play in the claim.
fn meaning(
    layers: &Layers<'_>,
    event: &EventCode,
    quantity: &Quantity,
    trigger: usize,
    arguments: &[Argument],
) -> Option<Meaning> {
    if let Some(unit) = quantity.unit.as_deref() {
        let currency = unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
        let named = matches!(
            unit,
            "rupee"
                | "ruble"
                | "rial"
                | "riyal"
                | "dinar"
                | "dirham"
                | "lira"
                | "peso"
                | "franc"
                | "krone"
                | "shilling"
                | "cent"
        );
        return Some(if currency || named {
            Meaning::Money
        } else {
            Meaning::Measure
        });
    }
    let tokens = layers.doc.tokens_in(quantity.span);
    let of = quantity.of.map(|(of, _)| of);
    let is_counted = |token: usize| of == Some(token) || tokens.contains(&token);
    if is_counted(trigger) || of.is_some_and(|of| apposed(layers.doc.tok(of), trigger)) {
        return Some(Meaning::Events);
    }
    let first = of.map(|of| layers.doc.tok(of).first_conjunct().i);
    let argument = arguments
        .iter()
        .find(|a| is_counted(a.head))
        .or_else(|| arguments.iter().find(|a| Some(a.head) == first))
        .or_else(|| {
            let crowd = crowd_of(layers.doc.tok(of?))?;
            arguments.iter().find(|a| a.head == crowd)
        })?;
    Some(match argument.role {
        Role::Actor if event.kind == EventType::Protest => Meaning::Protesters,
        Role::Actor => Meaning::Actors,
        Role::Recipient | Role::Victim => {
            let deed = layers.doc.tok(trigger);
            // "two were taken to hospital with *wounds*", "three *suffering* from gunshot wounds", "*lost* two sons in it"
            let befell = match deed.lemma() {
                "wound" | "injury" | "suffer" | "sustain" => Some(Fate::Wounded),
                "lose" => Some(Fate::Killed),
                _ => None,
            };
            let befell = befell.filter(|_| event.kind == EventType::Assault);
            if let Some(fate) = befell.filter(|_| is_people(layers, quantity)) {
                return Some(Meaning::People(fate));
            }
            // "issued arrest *warrants* for four men": they are sought, and not yet held.
            match fate_of_mode(event).filter(|_| !is_attempted(deed) && !is_by_warrant(deed)) {
                // "seized 60 farmers": what was done tells what became of them.
                Some(fate) if is_people(layers, quantity) => Meaning::People(fate),
                _ => Meaning::Recipients,
            }
        }
        Role::Means => Meaning::Means,
    })
}

/// What became of those to whom an event of such a mode was done.
fn fate_of_mode(event: &EventCode) -> Option<Fate> {
    match event.mode.map(Mode::name)? {
        "abduct" => Some(Fate::Abducted),
        "arrest" => Some(Fate::Arrested),
        "release" => Some(Fate::Freed),
        _ => None,
    }
}

/// Whether a quantity counts people, or does not say what.
fn is_people(layers: &Layers<'_>, quantity: &Quantity) -> bool {
    quantity.of.is_none_or(|(of, _)| {
        let counted = layers.doc.tok(of);
        counted.pos() == Pos::Pron || classes(counted).meets(ClassSet::HUMAN)
    })
}

/// "a *crowd* of some 5,000 people": the word for all who are counted.
fn crowd_of(counted: Tok<'_>) -> Option<usize> {
    let of = counted
        .head()
        .filter(|of| of.lower() == "of" && counted.dep() == "pobj")?;
    let crowd = of.head()?;
    matches!(
        crowd.lemma(),
        "band" | "crowd" | "gang" | "group" | "mob" | "throng" | "column" | "delegation"
    )
    .then_some(crowd.i)
}

/// Takes from each claim whose own sufferers are counted the numbers of those who suffered another deed of its sort:
/// "four were killed and *three* wounded when a mine went off" has three wounded once.
pub fn count_once(layers: &Layers<'_>, claims: &mut [Claim]) {
    let owners: Vec<(usize, usize, EventType, usize)> = claims
        .iter()
        .flat_map(|c| c.quantities.iter().map(move |q| (c, q.quantity)))
        .filter(|(c, q)| counts_sufferer(layers, c, *q))
        .map(|(c, q)| (layers.doc.sentence_of(c.head), c.head, c.event.kind, q))
        .collect();
    for claim in claims {
        let here = layers.doc.sentence_of(claim.head);
        let counted = |q: &Counted| counts_sufferer(layers, claim, q.quantity);
        let of_another = |q: &Counted| {
            let people = matches!(q.meaning, Some(Meaning::People(_)));
            people
                && !counted(q)
                && owners.iter().any(|(sentence, head, kind, quantity)| {
                    *sentence == here
                        && *head != claim.head
                        && *kind == claim.event.kind
                        && *quantity == q.quantity
                })
        };
        let kept: Vec<Counted> = claim
            .quantities
            .iter()
            .filter(|q| !of_another(q))
            .copied()
            .collect();
        claim.quantities = kept;
    }
}

/// Whether a quantity counts somebody whom a claim befell.
fn counts_sufferer(layers: &Layers<'_>, claim: &Claim, quantity: usize) -> bool {
    let quantity = &layers.quantities[quantity];
    let tokens = layers.doc.tokens_in(quantity.span);
    let is_counted = |head| quantity.of.is_some_and(|(of, _)| of == head) || tokens.contains(&head);
    [Role::Recipient, Role::Victim]
        .into_iter()
        .flat_map(|role| claim.with_role(role))
        .any(|a| is_counted(a.head))
}

/// "one of two coordinated strikes": a count of the events of which this is one.
fn apposed(counted: Tok<'_>, trigger: usize) -> bool {
    let group = counted
        .head()
        .filter(|of| of.lower() == "of" && counted.dep() == "pobj")
        .and_then(Tok::head);
    group.is_some_and(|g| {
        g.lower() == "one"
            && g.head()
                .is_some_and(|v| v.child(&["nsubj"]).is_some_and(|s| s.i == trigger))
    })
}
