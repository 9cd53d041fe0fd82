//! Nouns as cues: "allegations that …", "concerns among residents about …", "reports of …".

use super::aside::DENYING;
use super::content::TokenSet;
use super::source::{agent_of, is_passive, subject_of};
use super::verb::could_speak;
use super::{Attribution, ContentForm, SourceMention};
use crate::document::{Pos, Tok};
use crate::phrase;
use dateline_data::cues::{CueClass, CueEntry, CuePos, Cues};

/// Verbs that only lend a noun its subject: "made claims", "voiced concern".
const LIGHT: [&str; 16] = [
    "make", "issue", "release", "give", "have", "level", "file", "post", "publish", "express",
    "voice", "hold", "share", "harbour", "harbor", "repeat",
];

/// The attribution that a noun makes, if it is a cue with content.
pub fn read(noun: Tok<'_>) -> Option<Attribution> {
    if noun.dep_in(&["compound", "nmod"]) || is_purpose(noun) || is_unclaimed(noun) {
        return None;
    }
    if let Some(given) = given(noun).or_else(|| in_favour(noun)) {
        return Some(given);
    }
    Cues::get()
        .rows(CuePos::Noun, noun.lemma())
        .iter()
        .find_map(|row| {
            let (form, content) = content_of(noun, row)?;
            // The verb is the cue where it takes the noun as its content ("expressed support for");
            // allegations that are rejected stay somebody else's.
            if !is_speech(row.class) && under_express(noun) {
                return None;
            }
            let source = source_of(noun, row.class, &content);
            // A plan or position is somebody's.
            let held = matches!(row.class, CueClass::Intend | CueClass::Stance);
            if source.is_none() && held && !row.unowned {
                return None;
            }
            Some(Attribution {
                class: row.class,
                pos: CuePos::Noun,
                token: noun.i,
                cue: noun.span(),
                source: source.map(|s| SourceMention::before(s, &content)),
                told: None,
                form,
                quotes: !matches!(row.class, CueClass::Fear | CueClass::Stance),
                content,
                about: TokenSet::default(),
                shown_by: None,
            })
        })
}

/// "His *answer was* that it was safe", "My *fear is* we come too late": what a thing said or thought is.
pub fn equated(noun: Tok<'_>) -> Option<Attribution> {
    let be = noun
        .head()
        .filter(|v| noun.dep() == "nsubj" && v.lemma() == "be" && v.i > noun.i)?;
    let rows = Cues::get().rows(CuePos::Noun, noun.lemma());
    let told = |row: &&CueEntry| {
        matches!(
            row.class,
            CueClass::Say | CueClass::Think | CueClass::Fear | CueClass::Document
        ) || matches!(noun.lemma(), "answer" | "response" | "message")
    };
    let row = rows.iter().find(told)?;
    let clause = be
        .child(&["ccomp"])
        .filter(|c| c.i > be.i && phrase::is_finite(*c))?;
    let owner = noun.child(&["poss"]).or_else(|| {
        noun.children()
            .filter(|c| c.dep() == "prep" && matches!(c.lower(), "of" | "among" | "from"))
            .find_map(|c| c.child(&["pobj"]))
            .filter(|o| holds_views(*o))
    })?;
    let content = TokenSet::subtree(clause);
    Some(Attribution {
        class: row.class,
        pos: CuePos::Noun,
        token: noun.i,
        cue: noun.span().cover(be.span()),
        source: Some(SourceMention::before(owner, &content)),
        told: None,
        form: ContentForm::Clause,
        quotes: true,
        content,
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// "She is *a vocal supporter of* the ban": whoever is called so holds that view.
pub fn read_supporter(noun: Tok<'_>) -> Option<Attribution> {
    const HOLDERS: [&str; 12] = [
        "admirer",
        "advocate",
        "backer",
        "champion",
        "critic",
        "defender",
        "detractor",
        "foe",
        "opponent",
        "proponent",
        "skeptic",
        "supporter",
    ];
    if noun.dep() != "attr" || !HOLDERS.contains(&noun.lemma()) {
        return None;
    }
    let be = noun.head().filter(|v| v.lemma() == "be" && v.i < noun.i)?;
    let of = noun
        .children()
        .find(|c| c.dep() == "prep" && c.lower() == "of" && c.i > noun.i)?;
    let content = TokenSet::subtree(of.child(&["pobj", "pcomp"])?);
    let holder = subject_of(be, 0).filter(|s| holds_views(*s) && s.lower() != "it")?;
    Some(Attribution::phrasal(
        CueClass::Stance,
        CuePos::Noun,
        noun.i,
        be.span().cover(noun.span()),
        Some(SourceMention::before(holder, &content)),
        content,
    ))
}

/// "The plan drew *criticism from* the union for its cost", "Ruiz won *the support of* the nurses": what others think
/// of whom it comes to.
fn given(noun: Tok<'_>) -> Option<Attribution> {
    let row = Cues::get()
        .rows(CuePos::Noun, noun.lemma())
        .iter()
        .find(|row| row.given)?;
    let verb = receiving_verb(noun)?;
    let receiver = verb
        .child(&["nsubj"])
        .or_else(|| subject_of(verb, 0))
        .filter(|s| s.i < verb.i)?;
    let phrases: Vec<Tok<'_>> = noun
        .children()
        .chain(verb.children())
        .filter(|c| c.i > noun.i && c.dep_in(&["prep", "agent"]))
        .collect();
    let giver = phrases
        .iter()
        .filter(|c| matches!(c.lower(), "from" | "of" | "by" | "among"))
        .filter_map(|c| Some((*c, c.child(&["pobj"])?)))
        .find(|(c, who)| c.lower() != "of" || holds_views(*who))
        .map(|(_, who)| who);
    let reason = phrases
        .iter()
        .filter(|c| matches!(c.lower(), "for" | "over" | "about"))
        .find_map(|c| content_object(*c));
    if giver.is_none() && (reason.is_none() || !row.unowned) {
        return None;
    }
    let receiver = TokenSet::run(phrase::noun_phrase(receiver));
    let reason = reason.map_or_else(TokenSet::default, TokenSet::subtree);
    let content = receiver.joined(&reason);
    Some(Attribution::phrasal(
        row.class,
        CuePos::Noun,
        noun.i,
        noun.span(),
        giver.map(|who| SourceMention::before(who, &content)),
        content,
    ))
}

/// "voted *in favour of* the bill", "spoke *in favour of* closing it".
fn in_favour(noun: Tok<'_>) -> Option<Attribution> {
    if !matches!(noun.lower(), "favor" | "favour") || noun.dep() != "pobj" {
        return None;
    }
    let link = noun.head().filter(|p| p.lower() == "in")?;
    let verb = link
        .head()
        .filter(|v| matches!(v.pos(), Pos::Verb | Pos::Aux) && v.i < link.i)?;
    let of = noun.child(&["prep"]).filter(|p| p.lower() == "of")?;
    let content = TokenSet::subtree(of.child(&["pobj", "pcomp"])?);
    let source = subject_of(verb, 0).filter(|s| holds_views(*s))?;
    let start = if verb.i + 1 == link.i { verb } else { link };
    Some(Attribution::phrasal(
        CueClass::Stance,
        CuePos::Noun,
        noun.i,
        start.span().cover(of.span()),
        Some(SourceMention::before(source, &content)),
        content,
    ))
}

/// People, bodies and shares of them.
fn holds_views(head: Tok<'_>) -> bool {
    could_speak(head)
        || head.pos() == Pos::Num
        || head.pos() == Pos::Pron
        || head.text().ends_with('%')
}

/// The verb by which whom it is about comes by a noun of this table: "*drew* criticism", "*won* the support".
pub fn receiving_verb(noun: Tok<'_>) -> Option<Tok<'_>> {
    const RECEIVING: [&str; 21] = [
        "attract",
        "bring",
        "draw",
        "earn",
        "encounter",
        "endure",
        "enjoy",
        "face",
        "field",
        "garner",
        "get",
        "have",
        "land",
        "lock",
        "lose",
        "pick",
        "receive",
        "secure",
        "snag",
        "spark",
        "win",
    ];
    let verb = noun
        .head()
        .filter(|up| noun.dep() == "dobj" && up.i < noun.i)?;
    let given = Cues::get()
        .rows(CuePos::Noun, noun.lemma())
        .iter()
        .any(|row| row.given);
    (given && RECEIVING.contains(&verb.lemma()) && !is_passive(verb)).then_some(verb)
}

/// "in order to": no order.
fn is_purpose(noun: Tok<'_>) -> bool {
    noun.lower() == "order" && noun.prev().is_some_and(|before| before.lower() == "in")
}

/// "There was *no claim* of responsibility for the raid": nobody speaks.
fn is_unclaimed(noun: Tok<'_>) -> bool {
    let of_responsibility = |of: Tok<'_>| {
        of.child(&["pobj"])
            .is_some_and(|o| o.lemma() == "responsibility")
    };
    noun.lemma() == "claim" && phrase::names_none(noun) && noun.children().any(of_responsibility)
}

/// Whether a noun of this class is itself something said.
pub fn is_speech(class: CueClass) -> bool {
    matches!(class, CueClass::Say | CueClass::Document)
}

fn content_of<'d>(noun: Tok<'d>, row: &CueEntry) -> Option<(ContentForm, TokenSet)> {
    if row.clause
        && let Some(clause) = that_clause(noun)
    {
        return Some((ContentForm::Clause, TokenSet::subtree(clause)));
    }
    let infinitive = noun
        .child(&["acl"])
        .filter(|c| c.tag() == "VB" && c.children().any(|x| x.lower() == "to" && x.dep() == "aux"));
    if let Some(infinitive) = infinitive.filter(|_| row.infinitive) {
        return Some((ContentForm::Infinitive, TokenSet::subtree(infinitive)));
    }
    let after = |tok: Tok<'d>| {
        tok.children()
            .filter(|c| c.dep() == "prep" && row.prepositions.contains(&c.lower()))
            .find_map(content_object)
    };
    // "raised concerns among residents about a return": the phrase may hang on the verb or on
    // the phrase between.
    let among = noun
        .children()
        .find(|c| c.dep() == "prep" && c.lower() == "among");
    let object = after(noun)
        .or_else(|| among.and_then(|a| a.child(&["pobj"])).and_then(after))
        .or_else(|| {
            let verb = noun
                .head()
                .filter(|_| noun.dep() == "dobj" && row.class == CueClass::Fear)?;
            after(verb)
        })?;
    Some((ContentForm::Phrase, TokenSet::subtree(object)))
}

/// Content behind a preposition, unless it is the source ("the report of the minister") or a time
/// ("a statement on Thursday").
fn content_object(preposition: Tok<'_>) -> Option<Tok<'_>> {
    let object = preposition.child(&["pobj", "pcomp"])?;
    let source = matches!(object.name_label(), "PERSON" | "ORG") && preposition.lower() == "of";
    let time = matches!(object.name_label(), "DATE" | "TIME");
    (!source && !time).then_some(object)
}

/// A clause with "that" below the noun, or below the phrase that names its source
/// ("claims by the opposition that votes were bought").
fn that_clause(noun: Tok<'_>) -> Option<Tok<'_>> {
    let own = noun
        .children()
        .find(|c| is_that_clause(*c) && !answers_noun(*c) || is_bare_clause(noun, *c));
    // "A rumour was circulated *that* …", "Reports spread *that* …": the clause hangs on the verb.
    let spread = || {
        let verb = noun.head().filter(|v| {
            noun.dep_in(&["nsubj", "nsubjpass"])
                && matches!(
                    v.lemma(),
                    "circulate" | "spread" | "emerge" | "surface" | "float" | "abound" | "swirl"
                )
        })?;
        verb.children().find(|c| c.i > verb.i && is_that_clause(*c))
    };
    own.or_else(spread)
        .or_else(|| {
            noun.children()
                .filter(|c| c.dep() == "prep" && matches!(c.lower(), "by" | "from" | "among"))
                .filter_map(|by| by.child(&["pobj"]))
                .flat_map(|object| object.subtree())
                .find(|c| c.i > noun.i && is_that_clause(*c))
        })
        // With an aside between noun and clause, the clause may hang on the aside or higher up.
        .or_else(|| {
            let aside = noun
                .children()
                .filter(|c| c.i > noun.i && phrase::after_comma(*c));
            aside
                .chain(noun.ancestors().take(3))
                .flat_map(Tok::children)
                .find(|c| {
                    c.i > noun.i
                        && is_that_clause(*c)
                        && !answers_noun(*c)
                        && follows_without_verb(noun, *c)
                })
        })
}

/// "an accusation *that Danu dismissed*": what is dismissed is the accusation itself.
fn answers_noun(clause: Tok<'_>) -> bool {
    DENYING.contains(&clause.lemma())
        && clause
            .child(&["dobj", "ccomp", "xcomp", "nsubjpass"])
            .is_none()
}

/// Whether nothing but an aside stands between a noun and its clause.
fn follows_without_verb(noun: Tok<'_>, clause: Tok<'_>) -> bool {
    let first = phrase::leftmost(clause);
    let between = noun.i + 1..first.max(noun.i + 1);
    first > noun.i
        && between.len() <= 8
        && noun
            .doc()
            .range(between)
            .all(|t| !matches!(t.pos(), Pos::Verb | Pos::Aux | Pos::Noun))
}

/// "allegations *it rigged the vote*": a clause without "that" directly behind a noun, whose verb has all it needs; in
/// "the claims *he made*" the claims are what he made.
fn is_bare_clause(noun: Tok<'_>, clause: Tok<'_>) -> bool {
    const SUBJECT: [&str; 3] = ["nsubj", "nsubjpass", "expl"];
    let told = matches!(
        noun.lemma(),
        "accusation"
            | "allegation"
            | "assertion"
            | "claim"
            | "fear"
            | "report"
            | "rumor"
            | "rumour"
            | "speculation"
            | "suggestion"
            | "suspicion"
    );
    let first = phrase::leftmost(clause);
    let opens = first == noun.i + 1
        && !matches!(noun.doc().tok(first).tag(), "WDT" | "WP")
        && clause.child(&SUBJECT).is_some_and(|s| s.i < clause.i)
        && clause.child(&["mark"]).is_none();
    let whole = clause
        .child(&["dobj", "acomp", "attr", "nsubjpass"])
        .is_some();
    told && opens && whole && clause.dep_in(&["acl", "relcl", "ccomp"]) && phrase::is_finite(clause)
}

/// A finite clause with "that" and a subject of its own.
pub fn is_that_clause(clause: Tok<'_>) -> bool {
    clause.dep_in(&["acl", "ccomp", "relcl", "advcl"])
        && phrase::is_finite(clause)
        && clause
            .children()
            .any(|m| m.dep() == "mark" && m.lower() == "that")
        && clause
            .child(&["nsubj", "nsubjpass", "expl"])
            .is_some_and(|s| s.lower() != "that")
}

/// The noun is object of a verb whose own content it is.
fn under_express(noun: Tok<'_>) -> bool {
    noun.dep() == "dobj"
        && noun.head().is_some_and(|verb| {
            Cues::get()
                .rows(CuePos::Verb, verb.lemma())
                .iter()
                .any(|row| row.class == CueClass::Express && row.object)
        })
}

/// Whose claim, fear or report it is: possessor, "by/from/among X", or the subject of a light verb;
/// a document speaks for itself.
fn source_of<'d>(noun: Tok<'d>, class: CueClass, content: &TokenSet) -> Option<Tok<'d>> {
    let outside = |t: &Tok<'d>| !content.contains(t.i);
    if let Some(owner) = noun.child(&["poss"]).filter(outside) {
        return Some(owner);
    }
    let by = |tok: Tok<'d>, words: &[&str]| {
        tok.children()
            .filter(|c| c.dep_in(&["prep", "agent"]) && words.contains(&c.lower()))
            .find_map(|c| c.child(&["pobj"]))
    };
    if let Some(named) = by(noun, &["by", "from", "among"]).filter(outside) {
        return Some(named);
    }
    if class == CueClass::Document {
        return Some(noun);
    }
    let verb = noun.head()?;
    if noun.dep() == "dobj" {
        if LIGHT.contains(&verb.lemma()) && !is_passive(verb) {
            return subject_of(verb, 0);
        }
        // People raise questions, and so do the things that puzzle them.
        let raised = matches!(verb.lemma(), "raise" | "answer") && !is_passive(verb);
        if let Some(speaker) = subject_of(verb, 0).filter(|s| raised && could_speak(*s)) {
            return Some(speaker);
        }
        return by(verb, &["among"]).filter(outside);
    }
    if noun.dep() == "nsubjpass" && verb.pos() == Pos::Verb {
        return agent_of(verb)
            .filter(outside)
            .filter(|_| LIGHT.contains(&verb.lemma()));
    }
    None
}
