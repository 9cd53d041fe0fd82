//! Mentions: names, noun phrases and pronouns with what agreement needs.

use crate::document::{Document, Name, Pos, Tok};
use crate::phrase;
use crate::quote::Quote;
use dateline_data::{ClassSet, NounClass, Sex, noun_classes, sex_of_first_name};
use dateline_span::Span;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Name,
    Nominal,
    Pronoun,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Number {
    Singular,
    Plural,
    Unknown,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gender {
    Male,
    Female,
    Unknown,
}

/// What sort of thing it is, as far as agreement and naming care.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    Person,
    /// Several people, or a body that acts.
    Group,
    Place,
    Document,
    Thing,
    Unknown,
}

/// One mention.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Token index of its head.
    pub head: usize,
    pub kind: Kind,
    /// For names the name itself, for nouns the noun phrase, for pronouns the word.
    pub span: Span,
    /// For names: its words in lower case, without article and possessive mark.
    pub words: Vec<String>,
    pub number: Number,
    pub gender: Gender,
    pub sort: Sort,
    pub sentence: usize,
    /// Whether it is the subject of its clause.
    pub subject: bool,
    /// Whether it points back: "the", "this", "that".
    pub definite: bool,
    pub first_person: bool,
    /// Index of the quote it stands in; of quotes that are one utterance, the first.
    pub quote: Option<usize>,
}

/// All mentions of a document, by head.
pub fn collect(doc: &Document, quotes: &[Quote]) -> Vec<Mention> {
    let mut found: Vec<Mention> = doc
        .names()
        .iter()
        .filter_map(|n| from_name(doc, n))
        .collect();
    let aside = |tok: Tok<'_>| is_agency_of_dateline(tok) || is_platform_used(tok);
    found.retain(|m| !aside(doc.tok(m.head)));
    for tok in doc.toks().filter(|t| !aside(*t)) {
        match tok.pos() {
            Pos::Pron if is_personal(tok) => found.push(from_pronoun(tok)),
            Pos::Noun | Pos::Propn if heads_phrase(tok) => found.push(from_noun(tok)),
            Pos::Num if counts_known_people(tok) || is_taken_up(tok) => {
                found.push(from_number(tok));
            }
            _ => {}
        }
    }
    found.sort_by_key(|m| (m.head, m.kind != Kind::Name));
    found.dedup_by_key(|m| m.head);
    for mention in &mut found {
        let words = doc.tok(mention.head).span();
        let within = quotes.partition_point(|q| q.span.end < words.end);
        let quoted = quotes.get(within).is_some_and(|q| q.span.contains(words));
        mention.quote = quoted.then(|| utterance(quotes, within));
    }
    found
}

/// "KALEM (*Agency*) - The army said": who sent the text takes no part in it.
fn is_agency_of_dateline(tok: Tok<'_>) -> bool {
    let bracketed =
        tok.prev().is_some_and(|t| t.text() == "(") && tok.next().is_some_and(|t| t.text() == ")");
    let dash = tok.next().and_then(Tok::next);
    bracketed
        && tok.pos() == Pos::Propn
        && dash.is_some_and(|t| matches!(t.text(), "-" | "–" | "—" | "--"))
}

/// "wrote *on Twitter*", "said on its *Telegram* channel": where it was said, and nobody who is spoken of again.
fn is_platform_used(tok: Tok<'_>) -> bool {
    let platform = phrase::is_platform(tok.lower()) || tok.lower() == "vkontakte";
    let used = tok.dep_in(&["compound", "nmod"])
        || tok.dep() == "pobj"
            && tok
                .head()
                .is_some_and(|link| matches!(link.lower(), "on" | "through" | "to" | "via"));
    platform && used
}

/// The first quote of the utterance that quote `q` goes on with.
fn utterance(quotes: &[Quote], mut q: usize) -> usize {
    while let Some(before) = quotes[q].continues.filter(|&p| p < q) {
        q = before;
    }
    q
}

fn from_name(doc: &Document, name: &Name) -> Option<Mention> {
    let label = doc.name_label(name);
    let capitals = |t: Tok<'_>| t.text().len() > 2 && t.text().chars().all(char::is_uppercase);
    let tokens = name.first as usize..name.end as usize;
    let sort = match label {
        // "KCNA" is nobody's surname, whatever the model guesses.
        "PERSON" if tokens.len() == 1 && capitals(doc.tok(tokens.start)) => Sort::Unknown,
        "PERSON" => Sort::Person,
        "ORG" | "NORP" => Sort::Group,
        "GPE" | "LOC" | "FAC" => Sort::Place,
        "EVENT" | "PRODUCT" | "WORK_OF_ART" | "LAW" => Sort::Thing,
        _ => return None,
    };
    let (mut first, mut end) = (name.first as usize, name.end as usize);
    while first < end && matches!(doc.tok(first).pos(), Pos::Det | Pos::Punct | Pos::Space) {
        first += 1;
    }
    while first < end && matches!(doc.tok(end - 1).pos(), Pos::Part | Pos::Punct | Pos::Space) {
        end -= 1;
    }
    let head = doc
        .range(first..end)
        .find(|t| t.head().is_none_or(|h| !(first..end).contains(&h.i)))?;
    // "Russian intelligence" speaks of no Russians.
    if label == "NORP" && head.pos() == Pos::Adj && head.dep_in(&["amod", "compound", "nmod"]) {
        return None;
    }
    let plural_people = label == "NORP" && head.tag() == "NNPS";
    let sort = described_as(head).unwrap_or(sort);
    let words: Vec<String> = doc
        .range(first..end)
        .map(|t| t.lower().to_owned())
        .collect();
    let gender = match gender_of_title(head) {
        Gender::Unknown => gender_of_full_name(&words),
        told => told,
    };
    Some(Mention {
        head: head.i,
        kind: Kind::Name,
        span: doc.span_of(first..end),
        words,
        number: if plural_people {
            Number::Plural
        } else {
            Number::Singular
        },
        gender: if sort == Sort::Person {
            gender
        } else {
            Gender::Unknown
        },
        sort,
        sentence: head.sentence(),
        subject: is_subject(head),
        definite: false,
        first_person: false,
        quote: None,
    })
}

/// "the cruise ship, *Freda*": the noun beside a name says better than the model what it names.
fn described_as(name: Tok<'_>) -> Option<Sort> {
    let noun = name
        .head()
        .filter(|h| name.dep() == "appos" && h.pos() == Pos::Noun)?;
    let classes = noun_classes(noun.lemma());
    let things = ClassSet::of(&[
        NounClass::Vehicle,
        NounClass::Aircraft,
        NounClass::Thing,
        NounClass::Goods,
        NounClass::Animal,
    ]);
    let thing = classes.meets(things) && !classes.meets(ClassSet::AGENT);
    thing.then_some(Sort::Thing)
}

fn from_noun(head: Tok<'_>) -> Mention {
    let doc = head.doc();
    let classes = noun_classes(head.lemma());
    let number = if head.child(&["conj"]).is_some() || matches!(head.tag(), "NNS" | "NNPS") {
        Number::Plural
    } else {
        Number::Singular
    };
    let name = head.pos() == Pos::Propn;
    let chunk = phrase::noun_chunk(head);
    Mention {
        head: head.i,
        kind: if name { Kind::Name } else { Kind::Nominal },
        span: if name {
            doc.span_of(proper_run(head))
        } else {
            phrase::noun_phrase_span(head)
        },
        words: doc
            .range(proper_run(head))
            .map(|t| t.lower().to_owned())
            .collect(),
        number,
        gender: gender_of_noun(head.lemma()),
        sort: if name {
            Sort::Unknown
        } else {
            sort_of(head, classes, number)
        },
        sentence: head.sentence(),
        subject: is_subject(head),
        definite: doc
            .range(chunk)
            .any(|t| matches!(t.lower(), "the" | "this" | "that" | "these" | "those")),
        first_person: false,
        quote: None,
    }
}

/// "*The three* have been charged": a number that stands for people told of before.
fn counts_known_people(number: Tok<'_>) -> bool {
    is_spelt(number)
        && number.dep_in(&["nsubj", "nsubjpass"])
        && number.child(&["det"]).is_some_and(|d| d.lower() == "the")
        && number.child(&["prep"]).is_none()
}

/// "*two* of its soldiers … *the two*": some of those told of, whom the number alone stands for later.
fn is_taken_up(number: Tok<'_>) -> bool {
    let later = |t: Tok<'_>| t.lower() == number.lower() && counts_known_people(t);
    counts_some_of_them(number) && number.doc().toks().skip(number.i + 1).any(later)
}

fn counts_some_of_them(number: Tok<'_>) -> bool {
    let of = number.child(&["prep"]).filter(|of| of.lower() == "of");
    let them = of.and_then(|of| of.child(&["pobj"]));
    is_spelt(number)
        && them.is_some_and(|t| t.tag() == "NNS" && noun_classes(t.lemma()).meets(ClassSet::HUMAN))
}

/// "two", "twelve": a number of a few, in letters.
fn is_spelt(number: Tok<'_>) -> bool {
    let vast = ["one", "hundred", "thousand", "million", "billion"].contains(&number.lower());
    number.lower().chars().all(char::is_alphabetic) && !vast
}

fn from_number(number: Tok<'_>) -> Mention {
    Mention {
        number: Number::Plural,
        sort: Sort::Group,
        ..from_noun(number)
    }
}

fn from_pronoun(tok: Tok<'_>) -> Mention {
    let (number, gender, sort) = match tok.lower() {
        "he" | "him" | "his" | "himself" => (Number::Singular, Gender::Male, Sort::Person),
        "she" | "her" | "hers" | "herself" => (Number::Singular, Gender::Female, Sort::Person),
        "it" | "its" | "itself" => (Number::Singular, Gender::Unknown, Sort::Thing),
        "i" | "me" | "my" | "mine" | "myself" => (Number::Singular, Gender::Unknown, Sort::Person),
        _ => (Number::Plural, Gender::Unknown, Sort::Group),
    };
    Mention {
        head: tok.i,
        kind: Kind::Pronoun,
        span: tok.span(),
        words: Vec::new(),
        number,
        gender,
        sort,
        sentence: tok.sentence(),
        subject: is_subject(tok),
        definite: false,
        first_person: matches!(
            tok.lower(),
            "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves"
        ),
        quote: None,
    }
}

/// Third and first person; "you", "who", "that" and pleonastic "it" name nobody.
fn is_personal(tok: Tok<'_>) -> bool {
    match tok.lower() {
        "it" => tok.dep() != "expl" && !is_pleonastic(tok),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "its"
        | "itself" | "they" | "them" | "their" | "theirs" | "themselves" | "i" | "me" | "my"
        | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" => true,
        _ => false,
    }
}

/// "it is clear that …", "it is believed that …", "it rained".
fn is_pleonastic(tok: Tok<'_>) -> bool {
    let Some(verb) = tok.head().filter(|_| tok.dep_in(&["nsubj", "nsubjpass"])) else {
        return false;
    };
    let clause = verb
        .children()
        .any(|c| c.i > verb.i && c.dep_in(&["ccomp", "csubj"]));
    let predicate = verb.child(&["acomp", "attr"]).is_some();
    let infinitive = verb.children().any(|c| c.i > verb.i && c.dep() == "xcomp");
    tok.dep() == "nsubjpass" && clause
        || predicate && (clause || infinitive)
        || matches!(
            verb.lemma(),
            "rain" | "snow" | "seem" | "appear" | "happen" | "emerge"
        ) && clause
        || matches!(verb.lemma(), "rain" | "snow")
}

/// A noun that heads its phrase rather than modifying another or standing inside a name.
fn heads_phrase(tok: Tok<'_>) -> bool {
    !phrase::names_none(tok)
        && !tok.dep_in(&["compound", "nmod", "amod", "npadvmod", "nummod", "quantmod"])
        && !matches!(
            tok.name_label(),
            "DATE" | "TIME" | "CARDINAL" | "ORDINAL" | "MONEY" | "PERCENT" | "QUANTITY"
        )
}

/// The run of proper nouns that ends in `head`.
fn proper_run(head: Tok<'_>) -> std::ops::Range<usize> {
    let mut first = head.i;
    while first > 0 {
        let before = head.doc().tok(first - 1);
        if before.pos() != Pos::Propn || before.head() != Some(head) {
            break;
        }
        first -= 1;
    }
    first..head.i + 1
}

/// Nouns for one who bears arms, whereas "army", "cell" and "guard" may be many.
const ONE_IN_ARMS: [&str; 44] = [
    "abductor",
    "assailant",
    "assassin",
    "attacker",
    "bandit",
    "bodyguard",
    "bomber",
    "cadet",
    "captain",
    "colonel",
    "commander",
    "commando",
    "conscript",
    "constable",
    "corporal",
    "detective",
    "fighter",
    "firefighter",
    "gendarme",
    "general",
    "guerrilla",
    "hijacker",
    "insurgent",
    "jihadist",
    "kidnapper",
    "lieutenant",
    "major",
    "marine",
    "mercenary",
    "militant",
    "officer",
    "paratrooper",
    "peacekeeper",
    "pirate",
    "rebel",
    "recruit",
    "reservist",
    "separatist",
    "sergeant",
    "sheriff",
    "sniper",
    "soldier",
    "terrorist",
    "trooper",
];

/// Whether a noun names a single man or woman in arms: "an *officer*", "a *guard*", "the *policeman*".
fn is_one_in_arms(noun: Tok<'_>) -> bool {
    let lemma = noun.lemma();
    let counted = || {
        let article = |c: Tok<'_>| c.i < noun.i && matches!(c.lower(), "a" | "an" | "one");
        noun.children().any(article)
    };
    ONE_IN_ARMS.contains(&lemma) || lemma.ends_with("man") || lemma == "guard" && counted()
}

fn sort_of(noun: Tok<'_>, classes: ClassSet, number: Number) -> Sort {
    let body = classes.has(NounClass::Organisation) || classes.has(NounClass::Country);
    let human = classes.meets(ClassSet::HUMAN);
    if human && number == Number::Singular && !classes.has(NounClass::People) {
        // "cell", "army", "police" are armed or police, but no single person.
        let single = classes.has(NounClass::Person)
            || classes.has(NounClass::Official)
            || is_one_in_arms(noun);
        return if single { Sort::Person } else { Sort::Group };
    }
    if human || body {
        return Sort::Group;
    }
    let built = classes.has(NounClass::Facility);
    if classes.has(NounClass::Document) && !built {
        return Sort::Document;
    }
    if classes.has(NounClass::Place) || built {
        return Sort::Place;
    }
    Sort::Thing
}

pub fn is_subject(tok: Tok<'_>) -> bool {
    let first = tok.first_conjunct();
    // "The ambassador, *Ana Ruiz*, said"
    let named = first.head().filter(|_| first.dep() == "appos");
    named
        .filter(|_| first.name_label() == "PERSON")
        .unwrap_or(first)
        .dep_in(&["nsubj", "nsubjpass"])
}

/// From the titles before a name.
fn gender_of_title(head: Tok<'_>) -> Gender {
    head.children()
        .filter(|c| c.i < head.i && c.dep_in(&["compound", "nmod"]))
        .map(|c| gender_of_noun(c.lower().trim_end_matches('.')))
        .find(|g| *g != Gender::Unknown)
        .unwrap_or(Gender::Unknown)
}

/// From the first name, where another follows it: a name that stands alone may be a family's.
fn gender_of_full_name(words: &[String]) -> Gender {
    let [given @ .., _] = words else {
        return Gender::Unknown;
    };
    let initial = |word: &&String| word.trim_end_matches('.').chars().count() < 2;
    let first = given.iter().find(|word| !initial(word));
    match first.and_then(|word| sex_of_first_name(word)) {
        Some(Sex::Female) => Gender::Female,
        Some(Sex::Male) => Gender::Male,
        None => Gender::Unknown,
    }
}

/// Nouns and titles that tell man from woman.
fn gender_of_noun(lemma: &str) -> Gender {
    match lemma {
        "mr" | "mister" | "sir" | "king" | "prince" | "emir" | "sultan" | "sheikh" | "imam"
        | "pope" | "spokesman" | "chairman" | "congressman" | "policeman" | "businessman"
        | "man" | "boy" | "father" | "husband" | "son" | "brother" | "uncle" | "grandfather"
        | "grandson" | "nephew" | "stepfather" | "stepson" | "boyfriend" | "widower" | "monk"
        | "gunman" | "salesman" | "cameraman" | "fisherman" | "councilman" | "gentleman"
        | "duke" | "baron" | "ex-husband" => Gender::Male,
        "mrs" | "ms" | "miss" | "madam" | "lady" | "queen" | "princess" | "spokeswoman"
        | "chairwoman" | "congresswoman" | "policewoman" | "businesswoman" | "woman" | "girl"
        | "mother" | "wife" | "daughter" | "sister" | "aunt" | "grandmother" | "widow"
        | "granddaughter" | "niece" | "stepmother" | "stepdaughter" | "girlfriend" | "nun"
        | "actress" | "waitress" | "saleswoman" | "councilwoman" | "duchess" | "baroness"
        | "ex-wife" | "schoolgirl" => Gender::Female,
        _ => Gender::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_name_before_another_tells_the_gender() {
        let gender = |name: &str| {
            let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
            gender_of_full_name(&words)
        };
        assert_eq!(gender("karen tull"), Gender::Female);
        assert_eq!(gender("j. robert denn"), Gender::Male);
        assert_eq!(gender("jordan tull"), Gender::Unknown);
        assert_eq!(gender("martin"), Gender::Unknown);
    }
}
