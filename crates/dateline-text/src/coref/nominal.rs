//! Definite nouns: "the cells", "the group", "the attackers", "the letter".

use super::entity::{Entities, Entity};
use super::mention::{Kind, Mention, Number, Sort};
use super::{Context, Link};
use crate::document::{Pos, Tok};
use dateline_data::{ClassSet, NounClass, is_country, noun_classes};

/// How many sentences back a definite noun reaches for something it describes by class.
const REACH_BY_CLASS: usize = 4;
/// How many for the same noun.
const REACH_BY_HEAD: usize = 12;

/// The entity that a noun phrase points back to: beside it, by its noun, by its class.
pub fn link(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let mention = &context.mentions[k];
    if let Some(link) = beside(context, entities, k) {
        return Some(link);
    }
    if !mention.definite || is_narrowed(context.doc.tok(mention.head)) {
        return None;
    }
    if context.doc.tok(mention.head).pos() == Pos::Num {
        return by_count(context, entities, k);
    }
    let described = by_descriptor(context, entities, k);
    // "Israel says Hamas steals aid; *the group* denies it": a body named in the same sentence goes before one that
    // was once called a group.
    let near = by_class(context, entities, k).filter(|link| {
        let here = |e: usize| {
            let last = entities.last_mention(context.mentions, e, mention.head);
            last.is_some_and(|m| m.sentence == mention.sentence)
        };
        names_a_body(context.doc.tok(mention.head).lemma())
            && here(link.entity)
            && described.as_ref().is_some_and(|d| !here(d.entity))
    });
    near.or(described)
        .or_else(|| by_class(context, entities, k))
}

/// "Farhad Shami, head of the centre": the noun describes the name before it.
fn beside(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let tok = context.doc.tok(context.mentions[k].head);
    let head = tok.head().filter(|_| tok.dep() == "appos")?;
    let other = context.mention_at(head.i).filter(|&m| m < k)?;
    let entity = entities.of(other)?;
    let fits = agrees(&entities.list[entity], &context.mentions[k]);
    fits.then_some(Link {
        entity,
        reason: "described beside the name",
    })
}

/// A noun told apart by what follows or precedes it names something of its own: "the head of the
/// centre", "the second attack", "the Diban attack".
fn is_narrowed(head: Tok<'_>) -> bool {
    head.children().any(|c| match c.dep() {
        "prep" => c.lower() == "of" || c.lower() == "in",
        "relcl" | "acl" | "poss" | "nummod" => true,
        "amod" => !matches!(c.lower(), "same" | "said"),
        "compound" | "nmod" => true,
        _ => false,
    })
}

fn agrees(entity: &Entity, mention: &Mention) -> bool {
    let number = entity.number == mention.number
        || entity.number == Number::Unknown
        || entity.sort == Sort::Group && mention.sort == Sort::Group;
    let sort = entity.sort == mention.sort || entity.sort == Sort::Unknown;
    number && sort
}

/// "Danu holds *two pilots*. *The two* …": the only people counted so shortly before.
fn by_count(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let number = context.doc.tok(context.mentions[k].head);
    let counted = |entity: &Entity| {
        entity.mentions.iter().any(|&m| {
            let head = context.doc.tok(context.mentions[m].head);
            let so_many = |n: Tok<'_>| n.lower() == number.lower();
            let people = noun_classes(head.lemma()).meets(ClassSet::HUMAN);
            head.pos() == Pos::Num && head.child(&["prep"]).is_some() && so_many(head)
                || people && head.child(&["nummod"]).is_some_and(so_many)
        })
    };
    let entity = latest(context, entities, k, REACH_BY_CLASS, counted)?;
    let rival = latest(context, entities, k, REACH_BY_CLASS, |other| {
        !std::ptr::eq(other, &entities.list[entity]) && counted(other)
    });
    rival.is_none().then_some(Link {
        entity,
        reason: "the number of people told of before",
    })
}

/// The latest entity described by the same noun.
fn by_descriptor(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let mention = &context.mentions[k];
    let lemma = context.doc.tok(mention.head).lemma();
    let fits = |entity: &Entity| {
        entity.descriptors.contains(lemma)
            && (entity.number == mention.number || entity.number == Number::Unknown)
    };
    let chosen = latest(context, entities, k, REACH_BY_HEAD, fits)?;
    // After "the Afghan team" and "the European team", "the team" may be either.
    let told_apart = |e: usize| {
        entities.list[e].mentions.iter().any(|&m| {
            let head = context.doc.tok(context.mentions[m].head);
            head.lemma() == lemma && is_told_apart_by_name(head)
        })
    };
    let rival = latest(context, entities, k, REACH_BY_HEAD, |entity| {
        !std::ptr::eq(entity, &entities.list[chosen]) && fits(entity)
    });
    if told_apart(chosen) && rival.is_some_and(told_apart) {
        return None;
    }
    Some(chosen).map(|entity| Link {
        entity,
        reason: "the same noun, pointed back to",
    })
}

/// "the European team", "the Diban attack": a noun told from others of its kind by a name.
fn is_told_apart_by_name(head: Tok<'_>) -> bool {
    head.children().any(|c| {
        c.dep_in(&["amod", "compound", "nmod"])
            && matches!(
                c.name_label(),
                "NORP" | "GPE" | "LOC" | "ORG" | "PERSON" | "FAC"
            )
    })
}

/// The latest entity of the class that the noun names: a group for "the group", fighters for "the
/// attackers", a letter for "the message".
fn by_class(context: &Context<'_>, entities: &Entities, k: usize) -> Option<Link> {
    let mention = &context.mentions[k];
    let tok = context.doc.tok(mention.head);
    if tok.pos() != Pos::Noun {
        return None;
    }
    let classes = noun_classes(tok.lemma());
    let armed = ClassSet::of(&[NounClass::Armed]);
    if mention.sort == Sort::Document {
        return latest(context, entities, k, REACH_BY_CLASS, |entity| {
            entity.sort == Sort::Document && entity.number == mention.number
        })
        .map(|entity| Link {
            entity,
            reason: "another word for a document named before",
        });
    }
    if names_a_body(tok.lemma()) && mention.number == Number::Singular {
        if body_beside(tok) {
            return None;
        }
        return latest(context, entities, k, REACH_BY_CLASS, |entity| {
            entity.named
                && entity.sort == Sort::Group
                && can_be_called(context, entity, tok.lemma())
                && !acts_on_other(context, entity, tok)
        })
        .map(|entity| Link {
            entity,
            reason: "a general word for a body named before",
        });
    }
    if classes.meets(armed) && !is_service(tok.lemma()) && !is_camp(tok.lemma()) {
        let fighters = latest(context, entities, k, REACH_BY_CLASS, |entity| {
            // "the cell" is no single gunman.
            let one_of_many = mention.sort == Sort::Group && entity.sort == Sort::Person;
            entity.number == mention.number
                && !one_of_many
                && !entity.descriptors.iter().any(|d| is_camp(d))
                && entity
                    .descriptors
                    .iter()
                    .any(|d| noun_classes(d).meets(armed) && !is_other_side(d, tok.lemma()))
                && entity.mentions.iter().any(|&m| {
                    context.mentions[m].subject
                        && !is_ours(context.doc.tok(context.mentions[m].head))
                })
        });
        return fighters
            .filter(|&entity| !other_force_since(context, entities, k, entity))
            .map(|entity| Link {
                entity,
                reason: "another word for fighters named before",
            });
    }
    None
}

/// "Border guards fired. The government sent an army. *The soldiers* …": those who serve a state may be of any force
/// named since the one that a word for them would point back to.
fn other_force_since(context: &Context<'_>, entities: &Entities, k: usize, chosen: usize) -> bool {
    let head = |m: usize| context.doc.tok(context.mentions[m].head);
    serves_state(head(k).lemma())
        && context
            .back(k, REACH_BY_CLASS)
            .take_while(|&m| entities.of(m) != Some(chosen))
            .any(|m| serves_state(head(m).lemma()) && head(m).lemma() != "police")
}

/// "Officers of the port *authority* held two men, the agency said": a body without a name in the
/// same sentence is as likely meant as a name before.
fn body_beside(tok: Tok<'_>) -> bool {
    let start = tok.doc().sentences()[tok.sentence()].tokens.start;
    tok.doc().range(start..tok.i).any(|t| {
        let body = noun_classes(t.lemma()).has(NounClass::Organisation);
        t.pos() == Pos::Noun && body && t.lemma() != tok.lemma()
    })
}

/// Whether a body of this name is an agency, a company, a party: unions, armies and ministries say by
/// the last word of their names that they are something else. Any may be a "body", and whoever fights a "group".
/// A country is none of them, whatever the model takes it for.
fn can_be_called(context: &Context<'_>, entity: &Entity, word: &str) -> bool {
    let kinds = |m: &usize| {
        let name = &context.mentions[*m];
        if is_country(name.span.slice(context.doc.text())) {
            return true;
        }
        let other = |last: &String| match word {
            "body" | "organisation" | "organization" => false,
            "group" | "outfit" => is_of_state(last),
            _ => is_of_state(last) || is_another_kind(last),
        };
        name.kind == Kind::Name && name.words.last().is_some_and(other)
    };
    !entity.mentions.iter().any(kinds)
}

/// "A report by *Amnesty* accuses *the militia*": what a verb is done to is not who does it, or whose work does.
fn acts_on_other(context: &Context<'_>, entity: &Entity, object: Tok<'_>) -> bool {
    let subject = object
        .head()
        .filter(|_| object.dep() == "dobj")
        .and_then(|verb| verb.child(&["nsubj"]));
    subject.is_some_and(|s| {
        let mut mentions = entity.mentions.iter();
        mentions.any(|&m| {
            let name = context.doc.tok(context.mentions[m].head);
            s == name || s.governs(name)
        })
    })
}

/// Last words of names of bodies that states have or make: none is a group.
fn is_of_state(word: &str) -> bool {
    matches!(
        word,
        "nations"
            | "council"
            | "parliament"
            | "congress"
            | "senate"
            | "court"
            | "government"
            | "ministry"
            | "police"
            | "university"
            | "house"
    )
}

/// Last words of names of other bodies that are no agency, company, party, militia or network.
fn is_another_kind(word: &str) -> bool {
    matches!(word, "union" | "army" | "forces" | "league")
}

/// Words that stand for any organisation named before.
fn names_a_body(lemma: &str) -> bool {
    matches!(
        lemma,
        "group"
            | "organisation"
            | "organization"
            | "company"
            | "firm"
            | "party"
            | "movement"
            | "agency"
            | "militia"
            | "body"
            | "outfit"
            | "network"
            | "faction"
    )
}

/// Services of a state: each is one of its own, and no other word for another.
fn is_service(lemma: &str) -> bool {
    matches!(
        lemma,
        "army" | "navy" | "police" | "gendarmerie" | "coastguard" | "marine" | "airforce"
    )
}

/// One side of a struggle as a whole, which no word for some of its fighters stands for.
fn is_camp(lemma: &str) -> bool {
    matches!(
        lemma,
        "regime" | "resistance" | "junta" | "military" | "insurgency" | "opposition"
    )
}

/// Whether one of two words is for those who serve a state, and the other for those who fight one.
fn is_other_side(one: &str, other: &str) -> bool {
    let rebels = |word: &str| {
        matches!(
            word,
            "rebel"
                | "militant"
                | "insurgent"
                | "guerrilla"
                | "terrorist"
                | "jihadist"
                | "separatist"
                | "bandit"
                | "extremist"
                | "assailant"
                | "attacker"
                | "gunman"
                | "bomber"
        )
    };
    serves_state(one) && rebels(other) || rebels(one) && serves_state(other)
}

fn serves_state(word: &str) -> bool {
    is_service(word)
        || matches!(
            word,
            "officer" | "policeman" | "soldier" | "troop" | "guard" | "ranger" | "gendarme"
        )
}

fn is_ours(tok: Tok<'_>) -> bool {
    tok.child(&["poss"])
        .is_some_and(|p| matches!(p.lower(), "our" | "my"))
}

/// The entity with the latest mention within reach that fits.
fn latest(
    context: &Context<'_>,
    entities: &Entities,
    k: usize,
    reach: usize,
    fits: impl Fn(&Entity) -> bool,
) -> Option<usize> {
    let tok = context.doc.tok(context.mentions[k].head);
    let does_it = |e: usize| {
        let last = entities.last_mention(context.mentions, e, tok.i);
        last.is_some_and(|m| does_it_to(context.doc.tok(m.head), tok))
    };
    context
        .back(k, reach)
        .filter_map(|m| entities.of(m))
        .find(|&e| fits(&entities.list[e]) && !does_it(e))
}

/// "*Orlan*, which banned the agency", "*Orlan* banned the agency": whoever does it is not to whom it is done.
fn does_it_to(doer: Tok<'_>, object: Tok<'_>) -> bool {
    let verb = object.head().filter(|_| object.dep() == "dobj");
    verb.is_some_and(|verb| {
        let subject = verb.child(&["nsubj"]);
        let relative = subject.is_some_and(|s| matches!(s.tag(), "WDT" | "WP"));
        subject == Some(doer) || relative && verb.dep() == "relcl" && verb.head() == Some(doer)
    })
}
