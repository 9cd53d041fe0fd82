//! Noun phrases: what a phrase is about, how far it reaches, what sort of thing it names.

use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_span::Span;
use dateline_text::phrase::is_deed_before_noun;
use dateline_text::{Document, Pos, Tok};

/// Whether a clause behind a semicolon stands between two words or ends with the later one: what is told on its two sides
/// is two things.
pub fn parted_by_semicolon(one: Tok<'_>, other: Tok<'_>) -> bool {
    let (first, last) = (one.i.min(other.i), one.i.max(other.i));
    let mut behind = one
        .doc()
        .range(first..last + 1)
        .skip_while(|t| t.text() != ";");
    behind.any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux))
}

/// "was shot and *died of his wounds on Monday*", "later died", "died in hospital": some time after the deed.
pub fn dies_of_wounds(verb: Tok<'_>) -> bool {
    let afterwards = |c: Tok<'_>| match c.lower() {
        "later" | "afterwards" | "subsequently" => c.dep() == "advmod",
        "of" | "from" => c
            .child(&["pobj"])
            .is_some_and(|o| matches!(o.lemma(), "burn" | "injury" | "wound")),
        "in" | "at" => c
            .child(&["pobj"])
            .is_some_and(|o| matches!(o.lemma(), "clinic" | "hospital")),
        _ => false,
    };
    verb.lemma() == "die" && verb.children().any(afterwards)
}

/// "killed two on Monday, *a day after* gunmen attacked a church": a clause that measures the time from another
/// happening. Who dies days after may still die of it.
pub fn counts_from_another(later: Tok<'_>, clause: Tok<'_>) -> bool {
    let measured = |after: Tok<'_>| {
        matches!(after.lower(), "after" | "before" | "since")
            && after.prev().is_some_and(|unit| {
                matches!(
                    unit.lemma(),
                    "hour" | "day" | "week" | "month" | "year" | "decade"
                )
            })
    };
    let link = || {
        let own = clause
            .children()
            .filter(|c| c.i < clause.i && c.dep_in(&["mark", "advmod"]));
        own.chain(clause.head().filter(|_| clause.dep() == "pcomp"))
    };
    link().any(measured) && !lemma_in(later, &["die", "succumb"])
}

/// Whether a noun names people who come together to make something known: "a *march* to denounce the law".
pub fn is_gathering(noun: Tok<'_>) -> bool {
    const GATHERINGS: &[&str] = &[
        "demonstration",
        "gathering",
        "march",
        "procession",
        "protest",
        "rally",
        "sit-in",
        "strike",
        "vigil",
        "walkout",
    ];
    GATHERINGS.contains(&noun.lemma()) || hyphened(noun).as_deref() == Some("sit-in")
}

/// Whether a participle before a noun takes for granted what somebody did to it: "two *kidnapped* teachers".
pub fn is_taken_for_granted(deed: Tok<'_>) -> bool {
    deed.tag() == "VBN"
        && deed.dep() == "amod"
        && deed.head().is_some_and(|noun| deed.i < noun.i)
        && is_deed_before_noun(deed.lower())
}

/// Nouns that only measure or group what their *of* introduces: "a series of attacks",
/// "dozens of officers".
const TRANSPARENT: &[&str] = &[
    "number",
    "ton",
    "tonne",
    "entrance",
    "amount",
    "quantity",
    "third",
    "thirds",
    "quarter",
    "series",
    "dozen",
    "score",
    "hundred",
    "thousand",
    "million",
    "couple",
    "pair",
    "handful",
    "majority",
    "minority",
    "half",
    "rest",
    "lot",
    "bulk",
    "string",
    "spate",
    "wave",
    "round",
    "set",
    "kind",
    "sort",
    "type",
    "form",
    "piece",
    "act",
    "bout",
    "flurry",
    "group",
    "band",
    "barrage",
    "campaign",
    "total",
    "percent",
    "part",
    "member",
    "one",
    "two",
    "three",
    "four",
    "five",
    "some",
    "many",
    "several",
    "most",
    "all",
    "both",
    "each",
    "none",
    "any",
    "few",
    "much",
    "another",
    "crowd",
    "spree",
    "succession",
    "outbreak",
    "variety",
    "range",
    "hail",
    "mass",
    "team",
    "upsurge",
    "surge",
    "instance",
    "case",
    "possibility",
    "level",
    "state",
    "life",
    "package",
    "raft",
    "slew",
    "batch",
    "volley",
    "salvo",
];

/// Transparent nouns that name people themselves: what they group is their kind, but they stay
/// the head ("members of the SDF").
const KEEP_AS_HEAD: &[&str] = &["member", "team", "crowd", "part"];

const PERSONAL: &[&str] = &[
    "i",
    "me",
    "we",
    "us",
    "you",
    "he",
    "him",
    "she",
    "her",
    "they",
    "them",
    "who",
    "whom",
    "whoever",
    "himself",
    "herself",
    "themselves",
    "myself",
    "ourselves",
    "everyone",
    "someone",
    "somebody",
    "anyone",
    "nobody",
    "everybody",
];

/// The word a phrase is about: below measures and partitives ("dozens of *officers*").
pub fn semantic_head(tok: Tok<'_>) -> Tok<'_> {
    let mut head = tok;
    for _ in 0..4 {
        if let Some(arms) = arms_in_pieces(head) {
            head = arms;
            continue;
        }
        let kept = KEEP_AS_HEAD.contains(&head.lemma()) && !is_part_of_place(head);
        if kept || !is_transparent(head) {
            break;
        }
        // "$84 million *in sanctions*"
        let worth = || object_of(head, "in").filter(|_| head.name_label() == "MONEY");
        match object_of(head, "of").or_else(worth) {
            Some(below) => head = below,
            None => break,
        }
    }
    head
}

/// "ten ships were attacked, *four* sunk": of what has been told of before the number counts.
fn counted_before(number: Tok<'_>) -> Option<Tok<'_>> {
    let gapped = number.head().filter(|verb| {
        number.pos() == Pos::Num
            && number.dep_in(&["nsubj", "nsubjpass"])
            && verb.dep() == "conj"
            && verb.tag() == "VBN"
            && verb.child(&["aux", "auxpass"]).is_none()
    })?;
    let things = gapped.first_conjunct().child(&["nsubjpass"])?;
    let counted = things.tag() == "NNS" && things.child(&["nummod"]).is_some();
    (counted && !noun_classes(things.lemma()).meets(ClassSet::HUMAN)).then_some(things)
}

/// "debris from a *drone*", "fragments of a *missile*", "*rocket* debris": what comes down in pieces does what it did whole.
fn arms_in_pieces(pieces: Tok<'_>) -> Option<Tok<'_>> {
    const FLYING: ClassSet =
        ClassSet::of(&[NounClass::Drone, NounClass::Explosive, NounClass::Heavy]);
    if !REMAINS.contains(&pieces.lemma()) {
        return None;
    }
    let whole = object_of(pieces, "from")
        .or_else(|| object_of(pieces, "of"))
        .or_else(|| pieces.child(&["compound"]))?;
    noun_classes(whole.lemma()).meets(FLYING).then_some(whole)
}

/// What is left of arms that came down or went off.
pub const REMAINS: &[&str] = &["debris", "fragment", "shrapnel", "splinter", "wreckage"];

/// Whether the word only measures or groups what its *of* introduces.
pub fn is_transparent(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Num
        || TRANSPARENT.contains(&tok.lemma())
        || TRANSPARENT.contains(&tok.lower())
        || is_stretch_of_events(tok)
        || is_part_of_place(tok)
}

/// "*parts* of Kalem", "*swathes* of the north"
pub fn is_part_of_place(tok: Tok<'_>) -> bool {
    matches!(
        tok.lemma(),
        "area" | "part" | "portion" | "stretch" | "swath" | "swathe"
    ) && tok.tag() == "NNS"
        && object_of(tok, "of").is_some_and(|whole| {
            matches!(whole.name_label(), "GPE" | "LOC")
                || whole.pos() == Pos::Noun && noun_classes(whole.lemma()).has(NounClass::Place)
        })
}

/// "the *Kalem sector*", "the *southern sector* of the town": a stretch of a front or a town, and no branch of trade.
pub fn is_sector(noun: Tok<'_>) -> bool {
    // The tagger takes many a village for an adjective.
    let named = |c: Tok<'_>| {
        c.dep_in(&["compound", "nmod", "amod"])
            && c.text().starts_with(char::is_uppercase)
            && c.name_label() != "NORP"
    };
    let lies = |c: Tok<'_>| {
        c.dep() == "amod"
            && (c.lower() == "central"
                || ["northern", "southern", "eastern", "western"]
                    .iter()
                    .any(|side| c.lower().ends_with(side)))
    };
    let of_a_place = || {
        object_of(noun, "of").is_some_and(|whole| {
            matches!(whole.name_label(), "GPE" | "LOC")
                || noun_classes(whole.lemma()).has(NounClass::Place)
        })
    };
    noun.lemma() == "sector" && (noun.children().any(|c| named(c) || lies(c)) || of_a_place())
}

/// Of what arms there are so many pounds, sticks or litres.
fn measured_arms(unit: Tok<'_>) -> Option<ClassSet> {
    let measures = matches!(
        unit.lemma(),
        "gallon"
            | "gram"
            | "kg"
            | "kilo"
            | "kilogram"
            | "kilogramme"
            | "liter"
            | "litre"
            | "pound"
            | "stick"
    );
    let of = object_of(unit, "of").filter(|_| measures)?;
    Some(table_classes(of)).filter(|known| known.meets(ClassSet::ARMS))
}

/// "the eastern *part* of the city", "a *stretch* of road"
fn is_share_of_place(tok: Tok<'_>) -> bool {
    matches!(
        tok.lemma(),
        "half" | "part" | "portion" | "section" | "stretch" | "swath" | "swathe"
    ) && object_of(tok, "of").is_some_and(|whole| {
        let known = match whole.pos() {
            Pos::Propn => name_classes(whole),
            _ => noun_classes(whole.lemma()),
        };
        known.meets(ClassSet::of(&[NounClass::Place, NounClass::Country]))
    })
}

/// "two *days* of fighting killed ten": how long the happening went on that did it.
fn is_stretch_of_events(tok: Tok<'_>) -> bool {
    tok.dep() == "nsubj"
        && matches!(
            tok.lemma(),
            "day" | "hour" | "month" | "night" | "week" | "year"
        )
        && object_of(tok, "of")
            .is_some_and(|o| o.pos() == Pos::Noun && noun_classes(o.lemma()).has(NounClass::Event))
}

/// Whether the lemma is one of these. The lemmatizer cuts "staging" down to "stag" and "raped" to
/// "rap"; a word of the list that only adds the *e* counts as well.
pub fn lemma_in(tok: Tok<'_>, words: &[&str]) -> bool {
    let lemma = tok.lemma();
    words.contains(&lemma)
        || (has_lost_e(tok) && words.iter().any(|w| w.strip_suffix('e') == Some(lemma)))
}

/// Whether a form may be one of the lemma with an *e*: "raped", "staging"; "grips" and "rapping" are not.
pub fn has_lost_e(tok: Tok<'_>) -> bool {
    let ending = tok.lower().strip_prefix(tok.lemma());
    is_inflected(tok) && matches!(ending, Some("ed" | "es" | "ing"))
}

/// Whether the verb form may have lost an *e*.
pub fn is_inflected(tok: Tok<'_>) -> bool {
    matches!(tok.tag(), "VBG" | "VBD" | "VBN" | "VBZ")
}

/// What a preposition below `tok` governs, for the first child preposition of that name.
pub fn object_of<'d>(tok: Tok<'d>, preposition: &str) -> Option<Tok<'d>> {
    tok.children()
        .filter(|c| c.dep_in(&["prep", "agent", "dative"]) && c.lower() == preposition)
        .find_map(governed)
}

/// "hit by *what officers called a rocket*", "in what police described as an *ambush*": the thing under the name that
/// others give it.
fn called_by_others(naming: Tok<'_>) -> Option<Tok<'_>> {
    let names = naming.dep() == "pcomp"
        && lemma_in(
            naming,
            &["call", "describe", "say", "term", "believe", "label"],
        );
    if !names {
        return None;
    }
    let said = naming.child(&["ccomp"]).unwrap_or(naming);
    let thing = |t: Tok<'_>| t.lower() == "what" && t.dep_in(&["dobj", "nsubj"]);
    if !said.children().chain(naming.children()).any(thing) {
        return None;
    }
    naming
        .child(&["oprd"])
        .or_else(|| object_of(naming, "as"))
        .or_else(|| said.child(&["attr"]))
}

/// What a preposition governs.
pub fn governed(preposition: Tok<'_>) -> Option<Tok<'_>> {
    let below = preposition.child(&["pobj", "pcomp"])?;
    Some(called_by_others(below).unwrap_or(below))
}

/// The classes of the noun that a phrase is about; empty if nothing is known about it.
pub fn classes(tok: Tok<'_>) -> ClassSet {
    let head = semantic_head(tok);
    match head.pos() {
        Pos::Pron => pronoun_classes(head),
        Pos::Num | Pos::Sym => {
            let told = name_classes(head);
            if let Some(things) = counted_before(head) {
                table_classes(things)
            } else if told.is_empty() {
                ClassSet::of(&[NounClass::Person, NounClass::People])
            } else {
                told
            }
        }
        Pos::Propn => {
            let known = name_classes(head).union(called_classes(head));
            if known.is_empty() {
                glossed_classes(head)
            } else {
                known
            }
        }
        _ if let Some(first) = one_more_of(head) => table_classes(first),
        // "heavy fire" is a weapon's; of "Israeli fire" nobody says with what.
        _ if is_gunfire(head) && !is_of_a_kind(head) => ClassSet::of(&[NounClass::Event]),
        _ if is_in_uniform(head) => table_classes(head).union(ClassSet::of(&[NounClass::Armed])),
        // "captured *part* of the city", "*half* of the province", "the eastern *sector*"
        _ if is_share_of_place(head) || is_sector(head) => ClassSet::of(&[NounClass::Place]),
        _ => {
            // "set off 5 *kg* of dynamite", "threw a *stick* of it"
            if let Some(arms) = measured_arms(head) {
                return arms;
            }
            let known = table_classes(head);
            let known = match known.is_empty() {
                true => glossed_classes(head),
                false => known,
            };
            if known.is_empty() {
                guessed_classes(head)
            } else {
                known
            }
        }
    }
}

/// "an *ATGM* (anti-tank guided missile)": what the bracket behind it says.
fn glossed_classes(head: Tok<'_>) -> ClassSet {
    let gloss = head.children().find(|c| {
        c.dep() == "appos"
            && c.pos() == Pos::Noun
            && head.next().is_some_and(|bracket| bracket.text() == "(")
    });
    gloss.map(table_classes).unwrap_or_default()
}

/// "killed two rebels and captured *a third*": one more of those whom the verb before is done to.
fn one_more_of(further: Tok<'_>) -> Option<Tok<'_>> {
    let counts = matches!(
        further.lower(),
        "second" | "third" | "fourth" | "fifth" | "sixth"
    ) && further.dep() == "dobj"
        && further.children().all(|c| c.dep() == "det");
    let verb = further.head().filter(|v| counts && v.dep() == "conj")?;
    verb.first_conjunct().child(&["dobj", "nsubjpass"])
}

/// "*Israeli* fire", "*police* fire", "*live* fire": shots, nothing that burns.
pub fn is_gunfire(fire: Tok<'_>) -> bool {
    let shot_by = |c: Tok<'_>| {
        c.name_label() == "NORP"
            || noun_classes(c.lemma()).meets(ClassSet::of(&[NounClass::Armed, NounClass::Police]))
    };
    fire.lemma() == "fire"
        && fire.pos() == Pos::Noun
        && (is_of_a_kind(fire) || describing(fire).any(shot_by))
}

/// "*live* fire", "*sniper* fire".
fn is_of_a_kind(fire: Tok<'_>) -> bool {
    const KINDS: &[&str] = &[
        "live",
        "aircraft",
        "friendly",
        "hostile",
        "enemy",
        "sniper",
        "heavy",
        "automatic",
        "artillery",
        "tank",
        "mortar",
        "rocket",
        "arms",
        "rifle",
        "indirect",
        "return",
        "cross",
        "gun",
    ];
    describing(fire).any(|c| KINDS.contains(&c.lower()))
}

fn describing(noun: Tok<'_>) -> impl Iterator<Item = Tok<'_>> {
    noun.children()
        .filter(move |c| c.i < noun.i && c.dep_in(&["amod", "compound", "nmod"]))
}

fn pronoun_classes(tok: Tok<'_>) -> ClassSet {
    let own = plain_pronoun_classes(tok);
    match speaks_of_itself(tok) {
        Some(speaker) => own.union(classes(speaker)),
        None => own,
    }
}

/// "The *army* said *it* was holding him": who is meant where a body reports what it does itself.
pub fn speaks_of_itself(pronoun: Tok<'_>) -> Option<Tok<'_>> {
    let deed = pronoun
        .head()
        .filter(|v| pronoun.dep() == "nsubj" && v.dep() == "ccomp")?;
    let speaker = deed.head()?.child(&["nsubj"])?;
    let body = ClassSet::of(&[
        NounClass::Armed,
        NounClass::Police,
        NounClass::Organisation,
        NounClass::Country,
    ]);
    let agrees = matches!(pronoun.lower(), "it" | "they");
    (agrees && speaker.i < pronoun.i && speaker.pos() != Pos::Pron && classes(speaker).meets(body))
        .then_some(speaker)
}

fn plain_pronoun_classes(tok: Tok<'_>) -> ClassSet {
    if PERSONAL.contains(&tok.lower()) {
        ClassSet::of(&[NounClass::Person, NounClass::People])
    } else if tok.lower() == "it" || tok.lower() == "itself" {
        ClassSet::of(&[
            NounClass::Organisation,
            NounClass::Country,
            NounClass::Thing,
        ])
    } else if matches!(
        tok.lower(),
        "this" | "that" | "what" | "something" | "nothing" | "everything" | "anything"
    ) {
        ClassSet::of(&[NounClass::Abstract])
    } else {
        ClassSet::default()
    }
}

fn name_classes(tok: Tok<'_>) -> ClassSet {
    use NounClass::*;
    match tok.name_label() {
        "PERSON" if calls_a_place(tok) => ClassSet::of(&[Place]),
        "PERSON" => ClassSet::of(&[Person, Named]).union(title_classes(tok)),
        "NORP" => ClassSet::of(&[People]),
        "ORG" => ClassSet::of(&[Organisation]),
        "GPE" => ClassSet::of(&[Country, Place]),
        "LOC" => ClassSet::of(&[Place]),
        "FAC" => ClassSet::of(&[Facility]),
        "EVENT" => ClassSet::of(&[Event]),
        // "the “Free State of Danu”": quotation marks make no book of it.
        "WORK_OF_ART" if calls_a_group(tok) => ClassSet::of(&[Organisation]),
        "WORK_OF_ART" => ClassSet::of(&[Work]),
        "LAW" => ClassSet::of(&[Document]),
        "DATE" | "TIME" => ClassSet::of(&[Time]),
        "MONEY" if is_money(tok) => ClassSet::of(&[Money]),
        "PERCENT" | "QUANTITY" => ClassSet::of(&[Abstract]),
        _ => ClassSet::default(),
    }
}

/// What the word that a name is made of means; "the Red *Dawn*" is no time of day, "Border Rights *Watch*" no thing.
fn called_classes(name: Tok<'_>) -> ClassSet {
    // "*Save* the Forest": who calls for it.
    let order = |c: Tok<'_>| {
        let article = c.next().filter(|n| n.dep() == "det");
        c.dep() == "compound" && article.is_some_and(|the| the.head() == Some(name))
    };
    if name.children().any(order) {
        return ClassSet::of(&[NounClass::Organisation]);
    }
    let known = table_classes(name);
    let lifeless = ClassSet::of(&[NounClass::Time, NounClass::Thing]);
    let part_of_more = name
        .prev()
        .is_some_and(|p| p.head() == Some(name) && p.pos() == Pos::Propn);
    match known.meets(lifeless) && part_of_more {
        true => ClassSet::default(),
        false => known,
    }
}

/// "*Jabal* al-Sayyid", "Tayyem Oil *Fields*": a name that opens or closes with a word for a place.
fn calls_a_place(tok: Tok<'_>) -> bool {
    tok.name().is_some_and(|name| {
        let first = tok.doc().tok(name.first as usize).lower();
        let last = tok.doc().tok(name.end as usize - 1);
        let closes = noun_classes(last.lower()).meets(ClassSet::of(&[NounClass::Place]));
        name.end - name.first > 1
            && (closes
                || matches!(
                    first,
                    "jabal"
                        | "jebel"
                        | "djebel"
                        | "tal"
                        | "tell"
                        | "wadi"
                        | "deir"
                        | "kafr"
                        | "khirbet"
                        | "mount"
                        | "mt."
                        | "fort"
                        | "lake"
                        | "cape"
                        | "beit"
                        | "bir"
                        | "kfar"
                        | "ras"
                        | "wad"
                ))
    })
}

/// Whether a name has a word for a state or a group in it.
fn calls_a_group(tok: Tok<'_>) -> bool {
    let groups = ClassSet::of(&[
        NounClass::Armed,
        NounClass::Organisation,
        NounClass::Country,
    ]);
    tok.name().is_some_and(|name| {
        tok.doc()
            .range(name.first as usize..name.end as usize)
            .any(|t| t.pos() == Pos::Propn && noun_classes(t.lower()).meets(groups))
    })
}

/// Whether an amount that the model takes for money has a currency: "more than 12 million" has none.
fn is_money(tok: Tok<'_>) -> bool {
    let Some(name) = tok.name() else {
        return false;
    };
    tok.doc()
        .range(name.first as usize..name.end as usize)
        .any(|t| matches!(t.pos(), Pos::Noun | Pos::Sym | Pos::Propn) || t.tag() == "$")
}

/// What the title before a name says: "*Prime Minister* Okello".
fn title_classes(name: Tok<'_>) -> ClassSet {
    name.children()
        .filter(|c| c.dep_in(&["compound", "nmod"]))
        .map(|c| noun_classes(&c.lower().to_lowercase()))
        .fold(ClassSet::default(), ClassSet::union)
}

/// From the table: the noun with its modifier first ("tear gas"), then the noun alone.
fn table_classes(tok: Tok<'_>) -> ClassSet {
    // "rebel bases": of a base, and not of a basis.
    let lemma = if tok.lower() == "bases" {
        "base".to_owned()
    } else {
        tok.lemma().to_lowercase()
    };
    if let Some(before) = tok.prev().filter(|p| p.head() == Some(tok)) {
        let two = noun_classes(&format!("{} {lemma}", before.lower()));
        if !two.is_empty() {
            return two;
        }
    }
    // "a 16-*year-old*"
    let whole = hyphened(tok).map_or(ClassSet::default(), |compound| noun_classes(&compound));
    if !whole.is_empty() {
        return whole;
    }
    // "government *forces*": soldiers, and no force.
    if tok.lower() == "forces" {
        return noun_classes("forces");
    }
    let known = noun_classes(&lemma);
    if !known.is_empty() {
        return known;
    }
    let as_written = noun_classes(tok.lower());
    if !as_written.is_empty() || tok.pos() != Pos::Propn {
        return as_written;
    }
    // "the *Houthis*": the tagger leaves the plural of a name as it is.
    let armed = ClassSet::of(&[NounClass::Armed]);
    match tok.lower().strip_suffix('s').map(noun_classes) {
        Some(singular) if singular.meets(armed) => armed,
        _ => as_written,
    }
}

/// The compound that a word ends, where a hyphen without spaces joins it to the word before:
/// "cease-*fire*". The tokenizer takes it apart.
pub fn hyphened(tok: Tok<'_>) -> Option<String> {
    let hyphen = tok.prev().filter(|h| h.text() == "-")?;
    let first = hyphen.prev()?;
    let joined = first.span().end == hyphen.span().start && hyphen.span().end == tok.span().start;
    joined.then(|| format!("{}-{}", first.lower(), tok.lemma().to_lowercase()))
}

/// "men in military *fatigues*": whoever they are, they come as an armed force.
fn is_in_uniform(people: Tok<'_>) -> bool {
    let Some(dress) = object_of(people, "in") else {
        return false;
    };
    let of_force = |c: Tok<'_>| matches!(c.lower(), "army" | "combat" | "military");
    match dress.lemma() {
        "fatigue" | "fatigues" | "camouflage" => true,
        "uniform" => dress.children().any(of_force),
        _ => false,
    }
}

/// Endings that make nouns of ideas; anything else may be anything.
fn guessed_classes(tok: Tok<'_>) -> ClassSet {
    const PEOPLE: &[&str] = &[
        "er", "or", "ist", "ian", "ee", "eer", "ant", "man", "men", "woman", "crat", "ite",
    ];
    const IDEAS: &[&str] = &[
        "tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ing", "ery",
    ];
    let lemma = tok.lemma();
    if tok.tag() == "NN" && lemma.len() > 6 && IDEAS.iter().any(|e| lemma.ends_with(e)) {
        return ClassSet::of(&[NounClass::Abstract]);
    }
    if lemma.len() > 4 && PEOPLE.iter().any(|e| lemma.ends_with(e)) {
        return ClassSet::of(&[NounClass::Person]);
    }
    ClassSet::default()
}

/// Whether the phrase is the name of a street, square, ward or the like.
pub fn is_road(tok: Tok<'_>) -> bool {
    // "the *7th Ward*"; a bare "Ward" may be a person.
    let counted = || {
        tok.prev().is_some_and(|p| {
            p.head() == Some(tok) && p.lower().starts_with(|c: char| c.is_ascii_digit())
        })
    };
    if tok.lower() == "ward" && counted() {
        return true;
    }
    tok.pos() == Pos::Propn
        && matches!(
            tok.lower(),
            "street"
                | "st"
                | "st."
                | "road"
                | "rd"
                | "avenue"
                | "ave"
                | "boulevard"
                | "lane"
                | "square"
                | "highway"
                | "alley"
                | "plaza"
        )
}

/// Whether the phrase may name somebody who acts: nothing speaks against it.
pub fn may_act(tok: Tok<'_>) -> bool {
    may_be(tok, ClassSet::AGENT)
}

/// Whether the phrase is of one of the classes, or of none that is known.
pub fn may_be(tok: Tok<'_>, wanted: ClassSet) -> bool {
    let known = classes(tok);
    known.is_empty() || known.meets(wanted)
}

/// Whether the phrase is known to be of one of the classes.
pub fn is(tok: Tok<'_>, wanted: ClassSet) -> bool {
    classes(tok).meets(wanted)
}

/// The whole phrase of a noun: its modifiers, an *of* phrase, an apposition that names it, and
/// what is coordinated with it; without relative clauses, participles and other prepositions,
/// which say where and when rather than who.
pub fn span(tok: Tok<'_>) -> Span {
    let doc = tok.doc();
    let (first, last) = reach(tok, true, 0);
    let span = with_bracket_closed(doc, first, last);
    // "by an “autonomous team”": the mark that closes what the phrase opens.
    let closing = |t: &Tok<'_>| matches!(t.text(), "\"" | "”" | "»" | "''");
    let open = span
        .slice(doc.text())
        .chars()
        .fold(0, |open: i32, c| match c {
            '“' | '«' => open + 1,
            '”' | '»' => open - 1,
            '"' => 1 - open,
            _ => open,
        });
    let closes = doc.range(last + 1..doc.len().min(last + 2)).next();
    // "against “foreign agents” bill": and the one that opens what it closes.
    let opening = |t: &Tok<'_>| matches!(t.text(), "\"" | "“" | "«" | "``");
    let opens = doc.tok(first).prev().filter(|t| open != 0 && opening(t));
    match closes.filter(|t| open == 1 && closing(t)).or(opens) {
        Some(mark) => span.cover(mark.span()),
        None => span,
    }
}

/// The phrase of one conjunct alone.
pub fn single_span(tok: Tok<'_>) -> Span {
    let (first, last) = reach(tok, false, 0);
    with_bracket_closed(tok.doc(), first, last)
}

/// "Liwa al-Orr *(a militia)*": a bracket that opens within the phrase closes with it.
fn with_bracket_closed(doc: &Document, first: usize, last: usize) -> Span {
    let span = doc.span_of(first..last + 1);
    let open = span
        .slice(doc.text())
        .chars()
        .fold(0, |open: i32, c| match c {
            '(' => open + 1,
            ')' => open - 1,
            _ => open,
        });
    let next = doc.range(last + 1..doc.len().min(last + 2)).next();
    match next.filter(|t| open == 1 && t.text() == ")") {
        Some(mark) => span.cover(mark.span()),
        None => span,
    }
}

/// First and last token of the phrase.
fn reach(tok: Tok<'_>, coordination: bool, depth: usize) -> (usize, usize) {
    let mut first = tok.i;
    for child in tok.children().filter(|c| c.i < tok.i) {
        if child.dep_in(&[
            "relcl",
            "advcl",
            "punct",
            "cc",
            "preconj",
            "ccomp",
            "parataxis",
            // "found a man *shot*": what a participle has as its subject is no part of it.
            "nsubj",
            "nsubjpass",
        ]) || is_outcome(child)
            || is_time_before(child)
            || is_set_off(child, tok)
        {
            continue;
        }
        first = first.min(leftmost(child));
    }
    // "*(UPDATE)* Kalem boy dies": what stands in brackets before a phrase is none of it.
    let opening = tok.doc().tok(first);
    if opening.text() == "(" || opening.prev().is_some_and(|p| p.text() == "(") {
        let closing = tok.doc().range(first..tok.i).rfind(|t| t.text() == ")");
        first = closing.map_or(first, |t| t.i + 1);
    }
    let mut last = tok.i;
    if depth > 4 {
        return (first, last);
    }
    for child in tok.children().filter(|c| c.i > tok.i) {
        // "*500 people* were hurt, mostly Kenyans": a phrase ends before the verb that it is the subject of.
        if child.dep_in(&["appos", "conj"])
            && doc_between(last, child).any(|t| t.pos() == Pos::Verb && !tok.governs(t))
        {
            break;
        }
        match child.dep() {
            // "accused “traitors” of looting": what follows the closing mark is outside the phrase.
            "punct" if matches!(child.text(), "\"" | "”" | "’" | "»") && child.i == tok.i + 1 =>
            {
                break;
            }
            "punct" | "cc" => {}
            // "nine *dead* as rebels raid village": how they are, and not who.
            "amod" if is_state(child) => break,
            // "troops *loyal to the president*"
            "amod" if child.child(&["prep"]).is_some_and(|p| p.i > child.i) => {
                let to = child.child(&["prep"]).and_then(governed);
                last = last.max(to.map_or(child.i, |o| reach(o, true, depth + 1).1));
            }
            // "states *due to meet*": what they will do, and not who they are.
            "amod" if child.children().next().is_some() => break,
            // "the government *Saturday* condemned it"
            "npadvmod" if matches!(child.name_label(), "DATE" | "TIME") => break,
            "nummod" | "amod" | "compound" | "npadvmod" => last = last.max(child.i),
            // "the Commission *on Land Rights*"
            "prep" if keeps(child) || is_of_one_name(child, tok) => {
                last = last.max(governed(child).map_or(child.i, |o| reach(o, true, depth + 1).1));
            }
            "appos" if names(child) => {
                // "two pilots, *Okello and Ruiz*"
                let each = tok.tag() == "NNS"
                    && child
                        .child(&["conj"])
                        .is_some_and(|c| c.pos() == Pos::Propn);
                last = last.max(reach(child, each, depth + 1).1);
                last = closing_bracket(child).map_or(last, |bracket| last.max(bracket));
            }
            // "captured the camp; *a raid* drove them out": another clause's.
            "conj" if doc_between(last, child).any(|t| t.text() == ";") => break,
            // "kills daughter - *KSLA News 12*": behind a dash between blanks stands something else.
            "conj" | "appos" if doc_between(last, child).any(is_spaced_dash) => break,
            "conj" if coordination && is_nominal(child) => {
                last = last.max(reach(child, true, depth + 1).1);
            }
            _ => break,
        }
    }
    (first, last)
}

fn is_of_one_name(word: Tok<'_>, head: Tok<'_>) -> bool {
    let places = |t: Tok<'_>| t.name().map(|n| (n.first, n.end));
    head.name_label() == "ORG" && places(word) == places(head)
}

fn doc_between<'d>(last: usize, child: Tok<'d>) -> impl Iterator<Item = Tok<'d>> {
    child.doc().range(last + 1..leftmost(child).max(last + 1))
}

fn is_spaced_dash(mark: Tok<'_>) -> bool {
    let apart = |a: Tok<'_>, b: Tok<'_>| a.span().end < b.span().start;
    matches!(mark.text(), "-" | "–" | "—" | "|")
        && mark.prev().is_some_and(|before| apart(before, mark))
        && mark.next().is_some_and(|next| apart(mark, next))
}

/// "*Kalem:* Army executed villagers": a word that a colon sets off from the phrase.
fn is_set_off(child: Tok<'_>, noun: Tok<'_>) -> bool {
    let ends =
        |t: Tok<'_>| matches!(t.text(), ":" | ";") || t.lower() == "that" && t.dep() == "mark";
    child.doc().range(child.i..noun.i).any(ends)
}

/// "*Hours earlier* a bomb exploded": when, hung on who or what.
fn is_time_before(word: Tok<'_>) -> bool {
    // "*Saturday's* police firing"
    if word.dep() == "poss" && word.name_label() == "DATE" {
        let agent = |noun: Tok<'_>| noun_classes(noun.lemma()).meets(ClassSet::AGENT);
        return word.head().is_some_and(agent);
    }
    let outside = word
        .head()
        .and_then(|noun| noun.child(&["det", "nummod", "poss"]))
        .is_some_and(|d| d.i > word.i);
    outside
        && word.dep_in(&["advmod", "npadvmod"])
        && (matches!(
            word.lower(),
            "earlier" | "later" | "meanwhile" | "yesterday" | "today" | "then"
        ) || matches!(word.name_label(), "DATE" | "TIME"))
}

/// "shot *dead* six teachers": right behind the verb it says what came of it.
fn is_outcome(word: Tok<'_>) -> bool {
    word.lower() == "dead" && word.prev().is_some_and(|p| p.pos() == Pos::Verb)
}

/// How somebody is left.
fn is_state(word: Tok<'_>) -> bool {
    matches!(
        word.lower(),
        "dead" | "wounded" | "injured" | "hurt" | "missing" | "alive"
    )
}

/// The bracket that closes behind a name in brackets: "the Blue Front (BF)".
fn closing_bracket(name: Tok<'_>) -> Option<usize> {
    let opens = name
        .doc()
        .range(leftmost(name).saturating_sub(1)..name.i)
        .any(|t| t.text() == "(");
    let next = name.next().filter(|n| n.text() == ")" && opens)?;
    Some(next.i)
}

fn leftmost(tok: Tok<'_>) -> usize {
    tok.subtree().first().map_or(tok.i, |t| t.i)
}

/// Prepositions that say who or what, not where or when.
fn keeps(preposition: Tok<'_>) -> bool {
    // "countries *such as* Norway and Ghana"
    let such =
        preposition.lower() == "as" && preposition.prev().is_some_and(|p| p.lower() == "such");
    (such || matches!(preposition.lower(), "of" | "for"))
        && governed(preposition).is_some_and(|o| o.dep() == "pobj")
}

/// An apposition that gives a name: "his counterpart, Ahmad al-Sharaa".
fn names(apposition: Tok<'_>) -> bool {
    // "nine *of them* Chadian": how many of them were, and no name of them all.
    apposition.pos() == Pos::Propn && apposition.child(&["relcl", "acl", "nsubj"]).is_none()
}

/// What a warrant may be for, beside a person.
pub const ARREST: &[&str] = &["arrest", "capture", "detention"];

/// "charged with resisting *arrest*"
pub fn is_resisted(arrest: Tok<'_>) -> bool {
    let resists = |v: Tok<'_>| lemma_in(v, &["avoid", "elude", "escape", "evade", "resist"]);
    let of_it = arrest.head().filter(|_| arrest.dep() == "dobj");
    arrest.lemma() == "arrest" && (of_it.is_some_and(resists) || arrest.prev().is_some_and(resists))
}

/// "issued a *warrant*", "a warrant was *issued*": the warrant itself, or the verb that it stands with.
pub fn is_by_warrant(deed: Tok<'_>) -> bool {
    let warrant = |t: Tok<'_>| t.lemma() == "warrant";
    warrant(deed) || deed.child(&["dobj", "nsubjpass"]).is_some_and(warrant)
}

/// Whether the token heads a noun phrase.
pub fn is_nominal(tok: Tok<'_>) -> bool {
    matches!(tok.pos(), Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num)
}

/// The verb of "clashes were *reported* near Kalem", "an explosion was *heard*": what reaches eyes and ears
/// took place, and took place where the verb says.
pub fn perceiving(happening: Tok<'_>) -> Option<Tok<'_>> {
    const PERCEIVED: [&str; 7] = [
        "report", "hear", "see", "witness", "observe", "record", "register",
    ];
    let verb = happening.head()?;
    (happening.dep() == "nsubjpass" && PERCEIVED.contains(&verb.lemma())).then_some(verb)
}

/// The conjuncts of a coordination, the first included.
pub fn conjuncts(tok: Tok<'_>) -> Vec<Tok<'_>> {
    let mut all = vec![tok];
    let mut next = 0;
    while next < all.len() && all.len() < 32 {
        let conjunct = all[next];
        all.extend(
            conjunct
                .children()
                .filter(|c| c.dep() == "conj" && is_nominal(*c)),
        );
        next += 1;
    }
    all
}

/// Names that stand under a phrase as further members: a list that the parser took for appositions
/// ("Amos Ruto, Beth Wafula and Carl Otieno"), and those that "including" picks out.
pub fn listed(tok: Tok<'_>) -> Vec<(Tok<'_>, &'static str)> {
    let named = |t: &Tok<'_>| matches!(t.name_label(), "PERSON" | "ORG" | "NORP");
    let head = semantic_head(tok);
    let mut found = Vec::new();
    if head.name_label() == "PERSON" {
        let run = below(head, &["appos", "conj"]);
        // One apposition describes; a coordination below it makes a list.
        if run.iter().any(|t| t.dep() == "appos") && run.iter().any(|t| t.dep() == "conj") {
            let person = |t: &Tok<'_>| t.name_label() == "PERSON";
            // "Okello and Danu's leader, *Ilan Sorev*": who the leader is, and nobody beside him.
            let described = |t: &Tok<'_>| {
                t.dep() == "appos" && t.head().is_some_and(|office| office.pos() == Pos::Noun)
            };
            found.extend(
                run.into_iter()
                    .filter(|t| person(t) && !described(t))
                    .map(|t| (t, "next in the list of")),
            );
        }
    }
    // "Ruiz, 41, and *his son*": the age between commas ends the phrase.
    let aged = head
        .children()
        .any(|c| c.dep() == "appos" && (c.pos() == Pos::Num || c.name_label() == "DATE"));
    if aged {
        let known: Vec<usize> = found.iter().map(|(t, _)| t.i).collect();
        let joined = below(head, &["conj"])
            .into_iter()
            .filter(|t| is(*t, ClassSet::HUMAN));
        found.extend(
            joined
                .filter(|t| !known.contains(&t.i))
                .map(|t| (t, "joined with")),
        );
    }
    let picked = head
        .children()
        .filter(|c| c.dep() == "prep" && c.lower() == "including");
    for including in picked {
        let below = including.subtree().into_iter().filter(|t| named(t));
        found.extend(
            below
                .filter(|t| !t.dep_in(&["amod", "compound", "nmod", "poss"]))
                .filter(|t| heads_its_name(*t) && begins_list_item(*t))
                .map(|t| (t, "included in")),
        );
    }
    found
}

/// Whether the token is the last of its name, which the parser makes its head.
fn heads_its_name(tok: Tok<'_>) -> bool {
    tok.name().is_some_and(|n| n.end as usize == tok.i + 1)
}

/// Whether a name, with the titles before it, stands as an item of its list: "…, the lawyer *Amos
/// Ruto*", not "wife of the lawyer *Amos Ruto*". The parser seldom hangs long lists right.
fn begins_list_item(tok: Tok<'_>) -> bool {
    let first = tok.name().map_or(tok.i, |n| n.first as usize);
    let doc = tok.doc();
    let part = |t: &Tok<'_>| matches!(t.pos(), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det);
    let before = (0..first).rev().map(|i| doc.tok(i)).find(|t| !part(t));
    before
        .is_some_and(|t| matches!(t.text(), "," | ";") || matches!(t.lower(), "and" | "including"))
}

/// Everything that hangs below a token by these labels alone.
fn below<'d>(tok: Tok<'d>, labels: &[&str]) -> Vec<Tok<'d>> {
    let mut found = vec![tok];
    let mut next = 0;
    while next < found.len() && found.len() < 32 {
        found.extend(found[next].children().filter(|c| c.dep_in(labels)));
        next += 1;
    }
    found.remove(0);
    found
}

/// Whether the words themselves doubt that it was this one: "suspected", "alleged".
pub fn is_hedged(tok: Tok<'_>) -> bool {
    const DOUBT: &[&str] = &[
        "suspected",
        "alleged",
        "apparent",
        "presumed",
        "purported",
        "supposed",
        "possible",
        "unconfirmed",
        "reported",
        "would-be",
        "accused",
        "allegedly",
        "suspectedly",
        "apparently",
        "reportedly",
        "presumably",
        "probable",
        "likely",
    ];
    tok.children()
        .filter(|c| c.i < tok.i && c.dep_in(&["amod", "advmod", "nmod", "compound"]))
        .any(|c| DOUBT.contains(&c.lower()))
}

/// Happenings whose "of" says to whom or what they are done.
pub const DONE_TO: &[&str] = &[
    "abduction",
    "arrest",
    "assassination",
    "beating",
    "beheading",
    "blockade",
    "bombardment",
    "bombing",
    "burning",
    "capture",
    "conscription",
    "deportation",
    "destruction",
    "detention",
    "dismissal",
    "execution",
    "expulsion",
    "extradition",
    "flogging",
    "hanging",
    "harassment",
    "impeachment",
    "imprisonment",
    "invasion",
    "jailing",
    "kidnapping",
    "killing",
    "lynching",
    "massacre",
    "mistreatment",
    "murder",
    "occupation",
    "ouster",
    "overthrow",
    "persecution",
    "poisoning",
    "prosecution",
    "raid",
    "rape",
    "recruitment",
    "release",
    "removal",
    "sacking",
    "seizure",
    "sentencing",
    "shelling",
    "shooting",
    "siege",
    "slaughter",
    "slaying",
    "stabbing",
    "storming",
    "suppression",
    "torching",
    "torture",
];

/// The possessor of a noun, and whoever stands behind an idea: "the *leadership*'s efforts",
/// "the decision of the *court*". Returns the phrase itself where it may act.
pub fn behind(tok: Tok<'_>) -> Option<Tok<'_>> {
    let mut at = semantic_head(tok);
    for _ in 0..3 {
        if may_act(at) && !(classes(at).is_empty() && is_idea(at)) {
            return Some(at);
        }
        // "the bombing of a *clinic*", "the blockade of *Danu*": what it is done to does nothing.
        let done_to = lemma_in(at, DONE_TO);
        let owner = at
            .child(&["poss"])
            .or_else(|| object_of(at, "of").filter(|_| !done_to))
            .or_else(|| object_of(at, "by"));
        let owner = owner.filter(|o| !is_scene_of_strife(*o, at));
        at = semantic_head(owner?);
    }
    None
}

/// "*Syria*'s civil war", "the *Syrian* conflict", "*Mali*'s unrest": where there is strife, and not who makes it,
/// unless the words say against whom, or where else: "*Russia*'s war in Ukraine".
pub fn is_scene_of_strife(owner: Tok<'_>, strife: Tok<'_>) -> bool {
    const WARS: &[&str] = &[
        "conflict",
        "crisis",
        "insurgency",
        "rebellion",
        "revolution",
        "uprising",
        "war",
    ];
    const UNREST: &[&str] = &[
        "bloodshed",
        "clash",
        "fighting",
        "riot",
        "strife",
        "turmoil",
        "unrest",
        "violence",
    ];
    // "since *the country*'s civil war began"
    let land = || {
        lemma_in(
            owner,
            &[
                "country", "island", "kingdom", "nation", "region", "republic",
            ],
        )
    };
    let country = owner.name_label() == "GPE" || owner.pos() == Pos::Noun && land();
    let people = owner.name_label() == "NORP";
    let names = |link: &str| object_of(strife, link).is_some();
    let aimed = names("on") || names("against") || names("with") || country && names("in");
    !aimed && ((country || people) && lemma_in(strife, WARS) || country && lemma_in(strife, UNREST))
}

/// "*attempted* murder", "a murder *attempt*", "a murder *bid*": what was tried, of which nobody says that it came about.
pub fn is_attempted(deed: Tok<'_>) -> bool {
    let tried = deed
        .children()
        .any(|c| c.i < deed.i && matches!(c.lower(), "attempted" | "attempt"));
    let names_attempt =
        |noun: Tok<'_>| noun.pos() == Pos::Noun && lemma_in(noun, &["attempt", "bid"]);
    let before_attempt =
        deed.dep_in(&["compound", "nmod", "amod"]) && deed.head().is_some_and(names_attempt);
    tried || before_attempt || names_attempt(deed)
}

fn is_idea(tok: Tok<'_>) -> bool {
    tok.pos() == Pos::Verb
}

/// "anti-*French* riots", "pro-*government* protests": what they are against or for.
pub fn is_stood_for_or_against(tok: Tok<'_>) -> bool {
    let hyphen = tok.prev().filter(|hyphen| hyphen.text() == "-");
    hyphen
        .and_then(Tok::prev)
        .is_some_and(|stance| matches!(stance.lower(), "anti" | "pro"))
}

/// What a happening befalls: "Protests rocked *Lagos*", "*Lagos* was shaken by a wave of protests".
pub fn befallen(happening: Tok<'_>) -> Option<Tok<'_>> {
    const BEFALLING: [&str; 15] = [
        "convulse",
        "disrupt",
        "engulf",
        "grip",
        "hit",
        "interrupt",
        "mar",
        "overshadow",
        "paralyse",
        "paralyze",
        "plague",
        "rock",
        "roil",
        "shake",
        "sweep",
    ];
    const COUNTING: [&str; 8] = [
        "day", "outbreak", "rash", "series", "spate", "string", "wave", "week",
    ];
    let whole = happening
        .head()
        .filter(|of| happening.dep() == "pobj" && of.lower() == "of")
        .and_then(Tok::head)
        .filter(|n| COUNTING.contains(&n.lemma()));
    let carrier = whole.unwrap_or(happening);
    let above = carrier.head()?;
    let (verb, sufferer) = match (carrier.dep(), above.dep()) {
        ("nsubj", _) => (above, "dobj"),
        ("pobj", "agent") => (above.head()?, "nsubjpass"),
        _ => return None,
    };
    verb.child(&[sufferer])
        .filter(|_| BEFALLING.contains(&verb.lemma()))
}
