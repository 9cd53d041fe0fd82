//! Attribution: which words give somebody else's words, thoughts or perceptions, and whose.
//!
//! An [`Attribution`] is a cue ("said", "according to", "allegations that"), its source and the
//! words it covers, read off the parse. Quoted words are joined to it later by [`crate::quote`]
//! (which takes its speakers from here) and by the chain of sources of an event.

mod adjective;
pub mod aside;
mod content;
pub mod extent;
mod label;
mod noun;
mod source;
mod verb;

pub use content::TokenSet;
pub(crate) use source::subject_of;

use crate::document::{Document, Pos, Tok};
use crate::phrase;
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_span::Span;

/// A noun phrase at its cue that names who speaks, thinks or perceives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceMention {
    /// Token index of the phrase's head.
    pub head: usize,
    /// Its words, without relative clause and apposition.
    pub span: Span,
}

impl SourceMention {
    /// The phrase without what the source says, which the parser may hang on it ("fears among
    /// residents of a new war").
    fn before(head: Tok<'_>, content: &TokenSet) -> Self {
        let phrase = phrase::noun_phrase(head);
        let said = content.tokens().find(|i| phrase.contains(i) && *i > head.i);
        // The preposition in front goes with what is said.
        let end = said.map_or(phrase.end, |i| i.saturating_sub(1).max(head.i + 1));
        Self {
            head: head.i,
            span: head
                .doc()
                .span_of(phrase::trim_punctuation(head.doc(), phrase.start..end)),
        }
    }

    /// The phrase around its head.
    pub fn of(head: Tok<'_>) -> Self {
        Self {
            head: head.i,
            span: phrase::noun_phrase_span(head),
        }
    }
}

/// How the content of a cue stands in the sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ContentForm {
    /// A clause with its own subject: "said that …", "…, police said".
    Clause,
    /// An infinitive or participle: "vowed to …", "believed to be …".
    Infinitive,
    /// A noun phrase: "expressed support", "allegations of fraud".
    Phrase,
    /// None in the sentence; quoted words may be.
    None,
}

/// A cue with its source and the words it covers.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribution {
    /// What the cue does with its content.
    pub class: CueClass,
    /// Part of speech of the cue; a preposition such as "according to" counts as [`CuePos::Adverb`].
    pub pos: CuePos,
    /// Token index of the cue's head.
    pub token: usize,
    /// The cue's words: "said", "According to".
    pub cue: Span,
    /// Who speaks, as named at the cue; `None` where only the cue betrays a source.
    pub source: Option<SourceMention>,
    /// To whom it was told, where named: token index of that phrase's head.
    pub told: Option<usize>,
    /// How the content stands.
    pub form: ContentForm,
    /// Whether the cue may govern quoted words.
    pub quotes: bool,
    /// Tokens covered.
    pub content: TokenSet,
    /// Words beside the content that it is about: "asked *the army* to leave", "described *the raid*
    /// as a massacre", "*the talks* are said to have failed". A reader needs them, but nobody says them.
    pub about: TokenSet,
    /// What shows it, where that is no voice: "the holes suggest …".
    pub shown_by: Option<SourceMention>,
}

impl Attribution {
    /// One whose content is a phrase beside its cue, and no quotation.
    fn phrasal(
        class: CueClass,
        pos: CuePos,
        token: usize,
        cue: Span,
        source: Option<SourceMention>,
        content: TokenSet,
    ) -> Self {
        Self {
            class,
            pos,
            token,
            cue,
            source,
            told: None,
            form: ContentForm::Phrase,
            quotes: false,
            content,
            about: TokenSet::default(),
            shown_by: None,
        }
    }

    /// Whether it is a voice rather than somebody's position on a thing.
    pub fn is_voice(&self) -> bool {
        self.class != CueClass::Stance
    }
}

/// All attributions of a document, in the order of their cues.
pub fn find(doc: &Document) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for tok in doc.toks() {
        match tok.pos() {
            Pos::Verb | Pos::Aux => found.extend(verb::read(tok)),
            Pos::Noun | Pos::Propn => found.extend(
                noun::read(tok)
                    .or_else(|| noun::equated(tok))
                    .or_else(|| noun::read_supporter(tok))
                    .or_else(|| verb::closing_noun(tok)),
            ),
            Pos::Adv => found.extend(read_adverb(tok)),
            Pos::Adj => found.extend(adjective::read(tok)),
            _ => {}
        }
        found.extend(
            read_preposition(tok)
                .or_else(|| read_eyes(tok))
                .or_else(|| read_side(tok)),
        );
    }
    found.extend(label::find(doc));
    add_cited(doc, &mut found);
    give_to_sayer(doc, &mut found);
    part_joined_cues(doc, &mut found);
    part_other_voices(doc, &mut found);
    part_rejected_speech(&mut found);
    part_adverbial_sources(doc, &mut found);
    aside::part_answers(doc, &mut found);
    // A stray mark that the parser took for a subject speaks for nobody.
    let speaks = |source: &SourceMention| doc.tok(source.head).span().overlaps(source.span);
    found.retain(|a| a.source.as_ref().is_none_or(speaks));
    found.sort_by_key(|a| (a.token, a.cue.start));
    found
}

/// "allegedly", "reportedly": the clause around it, from a source that is not named.
fn read_adverb(tok: Tok<'_>) -> Option<Attribution> {
    let row = Cues::get().rows(CuePos::Adverb, tok.lower()).first()?;
    let head = tok.head()?;
    let mut content = TokenSet::subtree(head).without(&TokenSet::subtree(tok));
    // "gunmen *allegedly* shot a boy, and police sealed the street": what others did stands without the word.
    let behind_subject = head
        .child(&["nsubj", "nsubjpass"])
        .is_some_and(|s| s.i < tok.i);
    let others = head.children().filter(|c| {
        c.dep() == "conj" && c.child(&["nsubj", "nsubjpass"]).is_some() && behind_subject
    });
    for clause in others {
        content = content.without(&TokenSet::subtree(clause));
    }
    Some(Attribution {
        class: row.class,
        pos: CuePos::Adverb,
        token: tok.i,
        cue: tok.span(),
        source: None,
        told: None,
        form: ContentForm::Clause,
        quotes: false,
        content,
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// "according to X", and "per X" where X is a name.
fn read_preposition(tok: Tok<'_>) -> Option<Attribution> {
    let (end, source) = match tok.lower() {
        "according" => {
            let to = tok.child(&["prep"]).filter(|c| c.lower() == "to")?;
            (to, to.child(&["pobj"])?)
        }
        "per" => {
            let object = tok.child(&["pobj"])?;
            let after_quote = tok.prev().is_some_and(|p| matches!(p.text(), "”" | "\""));
            let set_off = object.pos() == Pos::Propn && phrase_opens_or_follows_comma(tok);
            if !set_off && !after_quote {
                return None;
            }
            (tok, object)
        }
        "in" => (tok, poll_of(tok)?),
        _ => return None,
    };
    let around = || {
        let clause = covered_clause(tok);
        told_by_others(clause, tok).into_iter().fold(
            TokenSet::subtree(clause).without(&TokenSet::subtree(tok)),
            |content, other| content.without(&TokenSet::subtree(other)),
        )
    };
    Some(Attribution {
        class: CueClass::Say,
        pos: CuePos::Adverb,
        token: tok.i,
        cue: tok.span().cover(end.span()),
        source: Some(SourceMention::of(source)),
        told: None,
        form: ContentForm::Clause,
        quotes: true,
        content: told_of_share(tok, source).unwrap_or_else(around),
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// "held ten men, *among them*, according to a clerk, *an officer* of the guard": a source set into what is said of a
/// share of them tells that alone.
fn told_of_share(link: Tok<'_>, source: Tok<'_>) -> Option<TokenSet> {
    let doc = link.doc();
    let comma = link.prev().filter(|p| p.text() == ",")?;
    let them = comma
        .prev()
        .filter(|t| matches!(t.lower(), "them" | "whom"))?;
    let opening = them
        .prev()
        .filter(|t| matches!(t.lower(), "among" | "of" | "including"))?;
    let end = phrase::noun_phrase(source).end;
    let sentence = &doc.sentences()[link.sentence()].tokens;
    let goes_on = end < sentence.end && doc.tok(end).text() == ",";
    let stops = |t: &Tok<'_>| matches!(t.text(), ";" | "." | "”");
    let last = doc.range(end..sentence.end).find(stops);
    let stop = last.map_or(sentence.end, |t| t.i);
    goes_on.then(|| TokenSet::run(opening.i..comma.i).joined(&TokenSet::run(end + 1..stop)))
}

/// "Ten died, according to residents, but *the army said* five had", "…, although *the army denied it*": clauses of a
/// voice of their own behind the one that `link` gives.
fn told_by_others<'d>(clause: Tok<'d>, link: Tok<'d>) -> Vec<Tok<'d>> {
    // What is denied behind a source that closes its clause answers that clause.
    let answers = |c: Tok<'_>| {
        clause.i < link.i && aside::DENYING.contains(&c.lemma()) && c.child(&["dobj"]).is_some()
    };
    let joined = clause
        .children()
        .filter(|c| c.i > link.i && (c.dep() == "conj" || is_set_against(*c)));
    joined
        .filter(|c| c.child(&["nsubj"]).is_some())
        .filter(|c| c.child(&["ccomp"]).is_some() || answers(*c))
        .filter(|c| !Cues::get().rows(CuePos::Verb, c.lemma()).is_empty())
        .collect()
}

/// "*while* others said …", "*although* the army denied it": a clause set against the one it hangs on.
fn is_set_against(clause: Tok<'_>) -> bool {
    clause.dep() == "advcl"
        && clause
            .child(&["mark"])
            .is_some_and(|m| matches!(m.lower(), "while" | "whereas" | "though" | "although"))
}

/// "In a poll of 900 residents, half feared …": a survey tells what the rest of the sentence says.
fn poll_of(preposition: Tok<'_>) -> Option<Tok<'_>> {
    let object = preposition.child(&["pobj"])?;
    let counts = matches!(
        object.lower(),
        "poll" | "survey" | "census" | "polls" | "surveys"
    );
    let on_top = preposition.head().is_some_and(|v| v.dep() == "ROOT");
    (counts && on_top && phrase_opens_or_follows_comma(preposition)).then_some(object)
}

/// "The two senators are *against* the plan": on which side of a thing somebody is.
fn read_side(tok: Tok<'_>) -> Option<Attribution> {
    if !matches!(tok.lower(), "against" | "for") || tok.dep() != "prep" {
        return None;
    }
    let be = tok.head().filter(|v| v.lemma() == "be" && v.i < tok.i)?;
    let content = TokenSet::subtree(tok.child(&["pobj", "pcomp"])?);
    let other = be.child(&["attr", "acomp", "expl"]).is_some();
    if other
        || tok.lower() == "for"
            && !be
                .children()
                .any(|c| c.dep() == "advmod" && c.lower() == "all")
    {
        return None;
    }
    let holder = subject_of(be, 0).filter(|s| {
        verb::could_speak(*s) || matches!(s.lower(), "he" | "she" | "they" | "we" | "i" | "who")
    })?;
    Some(Attribution::phrasal(
        CueClass::Stance,
        CuePos::Adverb,
        tok.i,
        be.span().cover(tok.span()),
        Some(SourceMention::of(holder)),
        content,
    ))
}

/// "To many farmers, the dam is a symbol": in whose eyes something is what the sentence says. It is a
/// view of things, not a report: no voice.
fn read_eyes(tok: Tok<'_>) -> Option<Attribution> {
    if !matches!(tok.lower(), "to" | "for") || tok.dep() != "prep" {
        return None;
    }
    let holder = tok.child(&["pobj"])?;
    let clause = tok.head()?;
    let opens = tok
        .prev()
        .is_none_or(|p| p.sentence() != tok.sentence() || p.lower() == "but");
    let end = phrase::rightmost(tok) + 1;
    let comma = end < tok.doc().len() && tok.doc().tok(end).text() == ",";
    // "For Ruiz, the delay is a setback" tells whom it touches.
    if tok.lower() == "for" && holder.tag() != "NNS" {
        return None;
    }
    let people = noun_classes(holder.lemma()).meets(ClassSet::HUMAN)
        || holder.name_label() == "PERSON"
        || matches!(
            holder.lower(),
            "many" | "some" | "others" | "most" | "him" | "her" | "them"
        );
    let likened = matches!(
        clause.lemma(),
        "be" | "seem" | "look" | "remain" | "represent" | "mean" | "mark"
    ) && clause.dep() == "ROOT";
    (opens && comma && people && likened).then(|| Attribution {
        class: CueClass::Stance,
        pos: CuePos::Adverb,
        token: tok.i,
        cue: tok.span(),
        source: Some(SourceMention::of(holder)),
        told: None,
        form: ContentForm::Clause,
        quotes: false,
        content: TokenSet::subtree(clause).without(&TokenSet::subtree(tok)),
        about: TokenSet::default(),
        shown_by: None,
    })
}

fn phrase_opens_or_follows_comma(tok: Tok<'_>) -> bool {
    phrase::after_comma(tok) || tok.prev().is_none_or(|p| p.sentence() != tok.sentence())
}

/// The clause that an adverbial source covers: at the edge of a sentence all of it.
fn covered_clause(tok: Tok<'_>) -> Tok<'_> {
    let mut clause = phrase::clause_head(tok.head().unwrap_or(tok));
    let sentence = &tok.doc().sentences()[tok.sentence()].tokens;
    let at_end = phrase::rightmost(tok) + 3 >= sentence.end && phrase::after_comma(tok);
    if tok.i == sentence.start || at_end {
        // "Ruiz said he was glad, according to the paper": the paper tells that he said so.
        while let Some(up) = clause.head().filter(|_| {
            clause.dep_in(&["conj", "advcl", "acl"]) || at_end && clause.dep() == "ccomp"
        }) {
            clause = phrase::clause_head(up);
        }
    }
    clause
}

/// "…, state television reported, citing officials", "the Courier, which quoted officials": the cited
/// are behind what the report says.
fn add_cited(doc: &Document, found: &mut Vec<Attribution>) {
    for cue in doc.toks().filter(|t| matches!(t.lemma(), "cite" | "quote")) {
        if cue.tag() != "VBG" && !(cue.dep() == "relcl" && names_source(found, cue)) {
            continue;
        }
        let as_saying = cue
            .children()
            .any(|c| c.dep() == "prep" && c.lower() == "as");
        let (Some(head), Some(object)) = (cue.head(), cue.child(&["dobj"])) else {
            continue;
        };
        if as_saying || !can_be_cited(object) {
            continue;
        }
        found.retain(|a| a.token != cue.i);
        let own = clause_of(cue, object);
        if let Some(outer) = found
            .iter_mut()
            .find(|a| a.token == head.i && a.content.is_empty())
        {
            outer.content = own.clone();
            outer.form = ContentForm::Clause;
        }
        let content = cited_content(found, cue, head);
        found.push(Attribution {
            class: CueClass::Say,
            pos: CuePos::Verb,
            token: cue.i,
            cue: cue.span(),
            source: Some(SourceMention::before(object, &own)),
            told: None,
            form: ContentForm::Clause,
            quotes: true,
            content: content.without(&TokenSet::subtree(cue)).joined(&own),
            about: TokenSet::default(),
            shown_by: None,
        });
    }
}

/// Whether a relative clause stands at a noun that speaks elsewhere.
fn names_source(found: &[Attribution], relative: Tok<'_>) -> bool {
    let noun = relative.head().map(|up| up.i);
    found
        .iter()
        .any(|a| a.source.as_ref().map(|s| s.head) == noun && !a.content.contains(relative.i))
}

/// People, bodies and documents are cited as sources; reasons and rules are not.
fn can_be_cited(object: Tok<'_>) -> bool {
    let classes = noun_classes(object.lemma());
    let document = Cues::get()
        .rows(CuePos::Noun, object.lemma())
        .iter()
        .any(|row| noun::is_speech(row.class));
    object.pos() == Pos::Propn
        || document
        || classes.meets(ClassSet::HUMAN)
        || classes.has(NounClass::Organisation)
        || matches!(object.lemma(), "source" | "medium" | "media")
}

/// "denied reports that …": what the reports say is not what the denier says.
fn part_rejected_speech(found: &mut [Attribution]) {
    let speech: Vec<(usize, TokenSet)> = found
        .iter()
        .filter(|a| a.pos == CuePos::Noun && noun::is_speech(a.class))
        .map(|a| (a.token, a.content.clone()))
        .collect();
    for (noun, said) in speech {
        for verb in found.iter_mut() {
            let object = verb.pos == CuePos::Verb && verb.form == ContentForm::Phrase;
            if object && verb.content.contains(noun) {
                verb.content = verb.content.without(&said);
            }
        }
    }
}

/// "The mayor said two had died, *according to the paper*": an adverbial source that gives a cue with all it says
/// is no word of what that cue gives.
fn part_adverbial_sources(doc: &Document, found: &mut [Attribution]) {
    let adverbial = |a: &&Attribution| a.pos == CuePos::Adverb && doc.tok(a.token).dep() == "prep";
    let sources: Vec<(usize, TokenSet)> = found
        .iter()
        .filter(adverbial)
        .map(|a| (a.token, a.content.clone()))
        .collect();
    for (token, told) in sources {
        let phrase = TokenSet::subtree(doc.tok(token));
        let given = found.iter_mut().filter(|a| told.contains(a.token));
        for cue in given {
            cue.content = cue.content.without(&phrase);
            cue.about = cue.about.without(&phrase);
        }
    }
}

/// What the report says that does the citing: the content of the cue or source that "citing"
/// hangs on, or of the cue around it; else the clause.
fn cited_content(found: &[Attribution], cue: Tok<'_>, head: Tok<'_>) -> TokenSet {
    let hangs_on =
        |a: &&Attribution| a.token == head.i || a.source.as_ref().is_some_and(|s| s.head == head.i);
    let around = || {
        found
            .iter()
            .filter(|a| a.content.contains(cue.i))
            .min_by_key(|a| a.content.len())
    };
    // "who, *according to the paper*, citing clerks, has agreed": all that the paper tells.
    let beside = |a: &&Attribution| {
        let source = a.source.as_ref().filter(|_| a.pos == CuePos::Adverb);
        source.is_some_and(|s| phrase::noun_phrase(cue.doc().tok(s.head)).end + 1 == cue.i)
    };
    let told = || found.iter().filter(|a| !a.content.is_empty());
    told()
        .find(beside)
        .or_else(|| told().find(hangs_on))
        .or_else(around)
        .map_or_else(|| TokenSet::subtree(head), |outer| outer.content.clone())
}

/// A complement clause that the parser hung on the cue itself, or with "that" behind a comma on the
/// cited ("reported, citing officials, that two had died").
fn clause_of(cue: Tok<'_>, cited: Tok<'_>) -> TokenSet {
    let at_cited = || {
        cited.children().find(|c| {
            c.i > cited.i
                && c.dep_in(&["acl", "relcl", "ccomp", "advcl", "appos"])
                && phrase::is_finite(*c)
                && phrase::after_comma(*c)
                && c.child(&["mark"]).is_some_and(|m| m.lower() == "that")
        })
    };
    cue.child(&["ccomp"])
        .or_else(at_cited)
        .map_or_else(TokenSet::default, TokenSet::subtree)
}

/// "The army said *in a statement that* …", "told *the paper that* …": the clause that is read with the
/// statement or the paper is what the army said.
fn give_to_sayer(doc: &Document, found: &mut Vec<Attribution>) {
    let mut given = Vec::new();
    for (k, noun) in found.iter().enumerate() {
        let speech = noun.pos == CuePos::Noun && noun::is_speech(noun.class);
        let Some(verb) =
            verb_above(doc.tok(noun.token)).filter(|_| speech && noun.form == ContentForm::Clause)
        else {
            continue;
        };
        let sayer = found
            .iter()
            .position(|a| a.token == verb.i && a.class == CueClass::Say && a.source.is_some());
        let own = noun.source.as_ref().is_none_or(|s| s.head == noun.token);
        let Some(sayer) = sayer else { continue };
        let told = &found[sayer].content;
        let same =
            noun.content.first().is_some_and(|i| told.contains(i)) && !told.contains(noun.token);
        let open = told.is_empty() && own && noun.class == CueClass::Document;
        if same || open {
            given.push((k, sayer));
        }
    }
    for &(noun, sayer) in &given {
        if found[sayer].content.is_empty() {
            found[sayer].content = found[noun].content.clone();
            found[sayer].form = ContentForm::Clause;
        }
    }
    for &(noun, _) in given.iter().rev() {
        found.remove(noun);
    }
}

/// The verb that a noun is object of, or adverbial with a preposition.
fn verb_above(noun: Tok<'_>) -> Option<Tok<'_>> {
    let up = noun.head()?;
    match noun.dep() {
        "dobj" | "dative" => Some(up),
        "pobj" => up.head(),
        _ => None,
    }
}

/// A cue that stands in another's content only by a misread "and" is taken out of it, with all it
/// covers: the two have one source.
fn part_joined_cues(doc: &Document, found: &mut [Attribution]) {
    for k in 0..found.len() {
        let Some(upper) = verb::joined_to(doc.tok(found[k].token), found[k].form) else {
            continue;
        };
        let apart = TokenSet::subtree(doc.tok(found[k].token));
        if let Some(outer) = found.iter_mut().find(|a| a.token == upper.i) {
            outer.content = outer.content.without(&apart);
        }
    }
}

/// "Some said the raid had failed, while others said …": a clause behind a comma in which somebody
/// else speaks is told by the writer beside the first one's words, not by the first speaker.
fn part_other_voices(doc: &Document, found: &mut [Attribution]) {
    let speaks = |a: &Attribution| {
        a.pos == CuePos::Verb
            && a.form == ContentForm::Clause
            && matches!(a.class, CueClass::Say | CueClass::Express | CueClass::Judge)
    };
    // "voiced hope that …, while the commission appealed for calm", "…, while the army blamed the rebels for the raid"
    let asks = |a: &Attribution| {
        let clause = doc.tok(a.token);
        let charges = a.class == CueClass::Judge && is_set_against(clause);
        a.pos == CuePos::Verb
            && (charges
                || matches!(a.class, CueClass::Urge | CueClass::Ask) && clause.dep() == "advcl")
    };
    // "…, while the rebels put their dead at two and *claimed* to have shot down a helicopter"
    let claims = |a: &Attribution| {
        let first = doc.tok(a.token).first_conjunct();
        let claims_to = a.class == CueClass::Say && a.form == ContentForm::Infinitive;
        speaks(a) || a.pos == CuePos::Verb && claims_to && is_set_against(first)
    };
    let others: Vec<(usize, usize, usize)> = found
        .iter()
        .filter(|a| claims(a) || asks(a))
        .filter_map(|a| {
            let verb = doc.tok(a.token);
            let first = verb.first_conjunct();
            let set = if is_set_against(first) && !speaks(a) {
                first
            } else {
                verb
            };
            Some((a.token, set.i, set_beside(set)?.i))
        })
        .collect();
    for (cue, set, beside) in others {
        let clause = TokenSet::subtree(doc.tok(set));
        let hopes = |a: &Attribution| a.class == CueClass::Express && a.is_voice();
        let outer = found.iter_mut().filter(|a| {
            let verb = a.pos == CuePos::Verb && speaks(a);
            a.token != cue && (verb || hopes(a)) && a.content.contains(cue)
        });
        for voice in outer {
            // Only what hangs on the top of the content is beside it.
            let on_top = doc.tok(beside).head().is_some_and(|up| up.i == voice.token);
            if on_top && voice.token < cue {
                voice.content = voice.content.without(&clause);
            }
        }
    }
}

/// The clause that a verb with a subject of its own is joined to by "and", "but", "while" or "though"
/// behind a comma.
fn set_beside(verb: Tok<'_>) -> Option<Tok<'_>> {
    let subject = verb.child(&["nsubj", "nsubjpass"])?;
    let joined = verb.dep() == "conj" || is_set_against(verb);
    let upper = verb.head()?;
    let comma = doc_between(upper, subject).any(|t| t.text() == ",");
    (joined && comma && subject.i < verb.i).then_some(upper)
}

/// The tokens between two.
fn doc_between<'d>(from: Tok<'d>, to: Tok<'d>) -> impl Iterator<Item = Tok<'d>> {
    from.doc().range(from.i + 1..to.i.max(from.i + 1))
}
