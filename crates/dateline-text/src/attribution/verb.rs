//! Verbs as cues: who says, and where what is said stands.

use super::content::TokenSet;
use super::noun::is_that_clause;
use super::source::{agent_of, is_passive, own_subject, speaker_of, subject_of};
use super::{Attribution, ContentForm, SourceMention};
use crate::document::{Pos, Tok};
use crate::phrase::{self, calls_off, has_auxiliary};
use dateline_data::cues::{CueClass, CueEntry, CuePos, Cues};
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_span::Span;

/// The attribution that a verb makes, if it is a cue.
pub fn read(verb: Tok<'_>) -> Option<Attribution> {
    if verb.dep_in(&["aux", "auxpass", "amod", "compound"])
        || is_as_agreed(verb)
        || is_reminder(verb)
        || is_unclaimed(verb)
        || is_made_so(verb)
        || is_called_into_being(verb)
        || calls_off(verb)
        || runs_at_somebody(verb)
        || is_quoted_offence(verb)
    {
        return None;
    }
    if let Some(counting) = puts_number(verb) {
        return Some(counting);
    }
    let rows = Cues::get().rows(CuePos::Verb, verb.lemma());
    let passive = is_passive(verb);
    let matching: Vec<(&CueEntry, Span)> = rows
        .iter()
        .filter(|row| !(row.active && passive))
        .filter_map(|row| Some((row, cue_span(verb, row)?)))
        .collect();
    let closing = closing_voice(verb).filter(|_| !passive);
    let content = |row: &CueEntry| {
        if let Some(closing) = closing.as_ref().filter(|_| row.clause) {
            return Some((ContentForm::Clause, closing.content.clone()));
        }
        if row.raising {
            return Some((ContentForm::Infinitive, raised_predicate(verb)?));
        }
        content_of(verb, row, passive)
    };
    let quotes = matching.iter().any(|(row, _)| row.quote);
    let mut chosen: Vec<Chosen<'_>> = matching
        .iter()
        .filter_map(|(row, cue)| Some((*row, *cue, content(row)?)))
        .collect();
    let stands_before =
        |(_, _, (_, content)): &Chosen<'_>| content.first().is_none_or(|i| i < verb.i);
    if chosen.iter().all(stands_before) && says_nothing(verb) {
        return None;
    }
    if chosen.is_empty() {
        let (row, cue) = matching.iter().find(|(row, _)| row.quote)?;
        chosen.push((*row, *cue, (ContentForm::None, TokenSet::default())));
    }
    // A position is somebody's; where nobody is named, what is only held may still be told: "is regarded as".
    for (row, cue, (form, content)) in chosen {
        let speaker = closing
            .as_ref()
            .map_or_else(|| speaker_at(verb, form), |closing| Some(closing.speaker))
            .filter(|_| !row.raising);
        let mute = |s: Tok<'_>| {
            let document = Cues::get().is_document(s.lemma());
            s.lower() == "it" || s.pos() != Pos::Pron && !could_speak(s) && !document
        };
        if row.speaker && speaker.is_some_and(mute) {
            return None;
        }
        let source = speaker
            .filter(|s| can_speak(*s, row.class, form) && !is_scene(verb, *s))
            .and_then(holder_of);
        if source.is_none() && !may_lack_source(verb, row.class, passive) {
            if passive {
                continue;
            }
            return None;
        }
        let shown_by = speaker
            .filter(|s| source.is_none() && row.class == CueClass::Evidence && s.lower() != "it")
            .map(SourceMention::of);
        return Some(Attribution {
            class: row.class,
            pos: CuePos::Verb,
            token: verb.i,
            cue,
            source: source.map(SourceMention::of),
            told: told(verb, passive),
            form,
            quotes,
            about: about(verb, row, form, passive).without(&content),
            content,
            shown_by,
        });
    }
    None
}

/// "the army, which has not *commented*", "declined to *comment*": who says nothing tells nothing of what stands before.
fn says_nothing(verb: Tok<'_>) -> bool {
    const ANSWERING: [&str; 5] = ["comment", "elaborate", "react", "reply", "respond"];
    let declines = |v: Tok<'_>| matches!(v.lemma(), "decline" | "refuse" | "fail" | "have");
    ANSWERING.contains(&verb.lemma())
        && (verb.child(&["neg"]).is_some()
            || verb.dep() == "xcomp" && verb.head().is_some_and(declines))
}

/// "*Marchers* carried banners reading …": words on a banner are theirs who hold it, if anybody's.
fn holder_of(speaker: Tok<'_>) -> Option<Tok<'_>> {
    let held = matches!(speaker.lemma(), "banner" | "placard" | "sign" | "t-shirt");
    if !held {
        return Some(speaker);
    }
    let verb = speaker.head().filter(|_| speaker.dep() == "dobj")?;
    speaker_of(verb).filter(|s| could_speak(*s) || s.pos() == Pos::Pron)
}

/// A row of the table with the cue's words and the content that it finds.
type Chosen<'a> = (&'a CueEntry, Span, (ContentForm, TokenSet));

/// Who speaks by a verb whose content stands in this form.
fn speaker_at(verb: Tok<'_>, form: ContentForm) -> Option<Tok<'_>> {
    match joined_to(verb, form) {
        Some(upper) => speaker_of(upper),
        None => inverted_subject(verb)
            .or_else(|| speaker_behind_mark(verb))
            .or_else(|| speaker_of(verb))
            .or_else(|| subject_in_front(verb, form)),
    }
}

/// "The ministry put *the death toll at 16*", "gave *a toll of 16*": who gives a number says it.
fn puts_number(verb: Tok<'_>) -> Option<Attribution> {
    const COUNTS: [&str; 10] = [
        "toll",
        "number",
        "figure",
        "total",
        "tally",
        "count",
        "dead",
        "wounded",
        "deaths",
        "casualties",
    ];
    let link = match verb.lemma() {
        "put" | "place" | "peg" | "estimate" => "at",
        "give" | "offer" => "of",
        _ => return None,
    };
    if is_passive(verb) {
        return None;
    }
    let object = verb
        .child(&["dobj"])
        .filter(|o| COUNTS.contains(&o.lower()))?;
    let at = verb
        .subtree()
        .into_iter()
        .find(|t| t.i > object.i && t.lower() == link && t.dep() == "prep")?;
    at.child(&["pobj"]).filter(|n| n.pos() == Pos::Num)?;
    let giver = speaker_of(verb)?;
    let speaker = if COUNTS.contains(&giver.lower()) || giver.lemma() == "figure" {
        issuer_of_count(giver)?
    } else {
        giver
    };
    if !can_speak(speaker, CueClass::Say, ContentForm::Phrase) {
        return None;
    }
    Some(Attribution {
        class: CueClass::Say,
        pos: CuePos::Verb,
        token: verb.i,
        cue: verb.span(),
        source: Some(SourceMention::of(speaker)),
        told: None,
        form: ContentForm::Phrase,
        quotes: false,
        content: TokenSet::subtree(object).joined(&TokenSet::subtree(at)),
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// "a toll released by *the police*", "figures from *the clinic*", "*the army's* count": a count says nothing itself.
fn issuer_of_count(count: Tok<'_>) -> Option<Tok<'_>> {
    let given = count.children().filter(|c| c.dep() == "acl");
    let by = given
        .chain([count])
        .filter_map(|c| {
            c.children()
                .find(|l| l.dep_in(&["agent", "prep"]) && matches!(l.lower(), "by" | "from"))
        })
        .find_map(|link| link.child(&["pobj"]));
    by.or_else(|| count.child(&["poss"]))
}

/// What seems to be so: "seem *to stall*", "looks *weak*".
fn raised_predicate(verb: Tok<'_>) -> Option<TokenSet> {
    let predicate = verb.children().filter(|c| c.i > verb.i).find(|c| {
        c.dep_in(&["xcomp", "oprd", "acomp", "ccomp"])
            || c.dep_in(&["prep", "advcl"]) && c.lower() == "like"
    })?;
    Some(TokenSet::subtree(predicate))
}

/// Who or what the content is about where it stands beside it: the object of "asked the army to
/// leave" and "described the raid as …", the subject of "are said to have failed".
fn about(verb: Tok<'_>, row: &CueEntry, form: ContentForm, passive: bool) -> TokenSet {
    let subject = || {
        verb.child(&["nsubj", "nsubjpass"])
            .map_or_else(TokenSet::default, TokenSet::subtree)
    };
    if row.raising || passive && form == ContentForm::Infinitive {
        return subject();
    }
    if form == ContentForm::Phrase && row.object && called(verb).is_some() {
        return called_thing(verb);
    }
    if form == ContentForm::Phrase
        && row.object
        && let Some((thing, _)) = called_in_two(verb)
    {
        return TokenSet::subtree(thing);
    }
    let predicated = row.prepositions.contains(&"as") || row.class == CueClass::Judge;
    // "as" and "for" tell what the thing is taken for.
    let links = || {
        let own = verb.children().filter(|c| {
            c.i > verb.i
                && c.dep() == "prep"
                && matches!(c.lower(), "as" | "for" | "to" | "with")
                && row.prepositions.contains(&c.lower())
        });
        own.fold(TokenSet::default(), |all, c| {
            all.joined(&TokenSet::run(c.i..c.i + 1))
        })
    };
    if passive && predicated && form == ContentForm::Phrase {
        return subject().joined(&links());
    }
    let beside = form == ContentForm::Infinitive
        || form == ContentForm::Phrase
            && (row.object || predicated || row.class == CueClass::Stance)
        || form == ContentForm::None && row.object;
    if !beside {
        return TokenSet::default();
    }
    let objects = verb
        .children()
        .filter(|c| c.i > verb.i && c.dep_in(&["dobj", "dative"]) && c.tag() != "IN");
    // "called on *the army* to leave".
    let called_on = verb.children().filter(|c| {
        c.i > verb.i
            && c.dep() == "prep"
            && matches!(c.lower(), "on" | "upon")
            && form == ContentForm::Infinitive
            && row.class == CueClass::Urge
    });
    let asked = called_on.filter_map(|on| on.child(&["pobj"]));
    let objects = objects
        .chain(asked)
        .fold(TokenSet::default(), |all, object| {
            all.joined(&TokenSet::subtree(object))
        });
    let objects = if objects.is_empty() {
        objects
    } else {
        objects.joined(&links())
    };
    // What hangs on the verb behind its object is read with it: "discussed the raid with the army".
    let behind = verb.children().filter(|c| {
        form == ContentForm::Phrase
            && row.object
            && !objects.is_empty()
            && c.dep_in(&["prep", "dative"])
            && objects.last().is_some_and(|last| c.i > last)
            && !c
                .child(&["pobj"])
                .is_some_and(|o| matches!(o.name_label(), "DATE" | "TIME"))
    });
    let objects = behind.fold(objects.clone(), |all, c| all.joined(&TokenSet::subtree(c)));
    let reason = verb.children().filter(|c| {
        row.class == CueClass::Judge
            && c.i > verb.i
            && c.dep() == "prep"
            && matches!(c.lower(), "for" | "over" | "as")
    });
    reason.fold(objects, |all, reason| {
        all.joined(&TokenSet::subtree(reason))
    })
}

/// The cue's words, if the verb is followed by the row's particle or fixed words.
fn cue_span(verb: Tok<'_>, row: &CueEntry) -> Option<Span> {
    let Some(tail) = row.tail else {
        return Some(verb.span());
    };
    if let Some(particle) = verb.children().find(|c| c.i > verb.i && c.lower() == tail) {
        return Some(verb.span().cover(particle.span()));
    }
    let next = verb.next().filter(|n| n.lower() == tail)?;
    Some(verb.span().cover(next.span()))
}

/// Where the content stands, by the forms that the row allows.
fn content_of(verb: Tok<'_>, row: &CueEntry, passive: bool) -> Option<(ContentForm, TokenSet)> {
    // "was found *guilty*", "was found *bleeding*": in what state, and nothing that is told.
    let state = |c: Tok<'_>| c.dep() == "oprd" || c.dep() == "xcomp" && c.tag() == "VBG";
    if passive && verb.lemma() == "find" && verb.children().any(state) {
        return None;
    }
    let reports_words = row.clause
        || row.quote && row.class != CueClass::Judge
        || row.object && !passive && tells_how(verb);
    if reports_words {
        if let Some(told) = told_before_quoting(verb) {
            return Some((ContentForm::Clause, told));
        }
        if let Some(clause) = complement_clause(verb) {
            return Some((ContentForm::Clause, clauses_before(verb, clause)));
        }
        if let Some(content) = parenthesis_content(verb, row) {
            return Some((ContentForm::Clause, content));
        }
        if let Some(doer) = doer_shown(verb) {
            return Some((ContentForm::Clause, TokenSet::subtree(doer)));
        }
    }
    // "is considered dangerous", "was named ambassador"; "a group called Hope", "known as Hope" only has that name.
    let names = row.class == CueClass::Say || verb.lemma() == "know";
    let has_name = verb.dep() == "acl" && names && agent_of(verb).is_none();
    if passive
        && (row.clause || row.object)
        && !has_name
        && let Some(predicate) = verb.child(&["oprd"]).filter(|p| p.i > verb.i)
    {
        return Some((ContentForm::Infinitive, TokenSet::subtree(predicate)));
    }
    let takes_infinitive =
        row.infinitive || row.clause && (passive || row.class == CueClass::Think);
    if takes_infinitive
        && let Some(infinitive) = verb
            .child(&["xcomp"])
            .filter(|x| x.i > verb.i && !is_preposition(*x))
    {
        return Some((ContentForm::Infinitive, TokenSet::subtree(infinitive)));
    }
    if takes_infinitive && let Some(wish) = wish_on_asked(verb) {
        return Some((ContentForm::Infinitive, TokenSet::subtree(wish)));
    }
    if row.class == CueClass::Ask
        && let Some(question) = strayed_question(verb)
    {
        return Some((ContentForm::Clause, TokenSet::subtree(question)));
    }
    // "denied shelling the camp", "denied having shelled it", "denied being involved".
    let tells = row.clause && row.class == CueClass::Say && !passive;
    let having = |x: Tok<'_>| has_auxiliary(x, "having") || has_auxiliary(x, "being");
    let gerund = verb
        .child(&["xcomp"])
        .filter(|x| (x.tag() == "VBG" || having(*x)) && x.i > verb.i && !is_preposition(*x));
    if tells && let Some(gerund) = gerund {
        return Some((ContentForm::Clause, TokenSet::subtree(gerund)));
    }
    // "a decision they say *allowed more raids*"
    let relative = verb.dep_in(&["relcl", "acl"]) && verb.child(&["nsubj"]).is_some();
    let strayed = verb
        .child(&["xcomp"])
        .filter(|x| x.i == verb.i + 1 && matches!(x.tag(), "VBN" | "VBD"));
    if row.clause
        && relative
        && let Some(told) = strayed
    {
        return Some((ContentForm::Clause, TokenSet::subtree(told)));
    }
    let known_as = has_name && verb.lemma() == "know";
    if !reports_happening(verb, row, passive)
        && !known_as
        && let Some(phrase) = prepositional_content(verb, row)
    {
        return Some((ContentForm::Phrase, phrase));
    }
    // "supports raising the age".
    if row.object
        && !passive
        && let Some(gerund) = gerund
    {
        return Some((ContentForm::Phrase, TokenSet::subtree(gerund)));
    }
    if reports_words && let Some(word) = proxy_of_clause(verb) {
        return Some((ContentForm::Clause, TokenSet::subtree(word)));
    }
    let reports = row.clause && row.class == CueClass::Say && !passive;
    if reports && let Some(clause) = strayed_clause(verb) {
        return Some((ContentForm::Clause, TokenSet::subtree(clause)));
    }
    if reports && let Some(words) = words_before(verb).or_else(|| words_behind(verb)) {
        return Some((ContentForm::Clause, words));
    }
    // "pleaded guilty to fraud".
    if row.object
        && row.class == CueClass::Say
        && !passive
        && let Some(state) = verb.child(&["acomp"]).filter(|a| a.i > verb.i)
    {
        return Some((ContentForm::Phrase, TokenSet::subtree(state)));
    }
    if row.object && !passive {
        if let Some(predicate) = called(verb) {
            return Some((ContentForm::Phrase, TokenSet::subtree(predicate)));
        }
        if let Some((_, predicate)) = called_in_two(verb) {
            return Some((ContentForm::Phrase, TokenSet::subtree(predicate)));
        }
        if let Some(object) = object_around(verb) {
            return Some((ContentForm::Phrase, object));
        }
        if let Some(named) = named_alone(verb) {
            return Some((ContentForm::Phrase, TokenSet::subtree(named)));
        }
        let object = verb.child(&["dobj"]).filter(|o| o.i > verb.i)?;
        if row.words && Cues::get().rows(CuePos::Noun, object.lemma()).is_empty() {
            return None;
        }
        let mut content = TokenSet::subtree(object);
        if let Some(predicate) = verb.child(&["oprd"]) {
            content = content.joined(&TokenSet::subtree(predicate));
        }
        // "lists 40 cases, *including the beating* of two": some of what it lists.
        let share = verb
            .children()
            .filter(|c| c.dep() == "prep" && c.i > object.i && c.lower() == "including");
        let content = share.fold(content, |all, c| all.joined(&TokenSet::subtree(c)));
        return Some((ContentForm::Phrase, content));
    }
    let told_of = matches!(row.class, CueClass::Say | CueClass::Express)
        || matches!(row.class, CueClass::Judge | CueClass::Stance) && agent_of(verb).is_some();
    // "an accusation *rejected* by the minister"
    let noun = verb
        .head()
        .filter(|n| verb.dep() == "acl" && n.i < verb.i && agent_of(verb).is_some());
    if row.object
        && told_of
        && let Some(noun) = noun.filter(|_| verb.tag() == "VBN")
    {
        return Some((
            ContentForm::Phrase,
            TokenSet::run(phrase::noun_phrase(noun)),
        ));
    }
    if row.object && passive && told_of {
        let subject = verb.child(&["nsubjpass"])?;
        return Some((ContentForm::Phrase, TokenSet::subtree(subject)));
    }
    None
}

/// "discussed how the bridge fell", "described what they saw": a clause in the place of an object.
fn tells_how(verb: Tok<'_>) -> bool {
    let asks = |c: Tok<'_>| {
        let first = c.doc().tok(phrase::leftmost(c));
        first.tag().starts_with('W') || matches!(first.lower(), "that" | "whether")
    };
    verb.child(&["ccomp"])
        .is_some_and(|c| c.i > verb.i && asks(c))
}

/// "thinks *so*", "did not say *why*", "said *no*": a word that stands for a clause.
fn proxy_of_clause(verb: Tok<'_>) -> Option<Tok<'_>> {
    let next = verb.children().find(|c| {
        let stands = match c.dep() {
            "advmod" => matches!(
                c.lower(),
                "so" | "why" | "how" | "when" | "where" | "otherwise"
            ),
            "intj" => matches!(c.lower(), "yes" | "no"),
            // "Half of them believe *that*."
            "dobj" => {
                matches!(c.lower(), "so" | "that" | "this" | "it")
                    && matches!(verb.lemma(), "believe" | "know" | "think" | "doubt")
            }
            _ => false,
        };
        c.i > verb.i && stands
    })?;
    let bare = next.children().next().is_none();
    let other =
        |c: Tok<'_>| c != next && c.i > verb.i && c.dep_in(&["dobj", "xcomp", "acomp", "oprd"]);
    let alone = !verb.children().any(other);
    (bare && alone && next.i == verb.i + 1).then_some(next)
}

/// "said during the debate *that it was safe*": a clause that the parser hangs on a noun between.
fn strayed_clause(verb: Tok<'_>) -> Option<Tok<'_>> {
    let addressed = matches!(verb.lemma(), "tell" | "inform" | "remind" | "assure");
    let phrases = verb.children().filter(|c| {
        c.i > verb.i && (c.dep() == "prep" || addressed && c.dep_in(&["dobj", "dative"]))
    });
    let own = |clause: &Tok<'_>| {
        let noun = clause.head();
        let told = noun.is_some_and(|n| {
            let rows = Cues::get().rows(CuePos::Noun, n.lemma());
            rows.iter().any(|row| row.class != CueClass::Document)
        });
        !told && is_that_clause(*clause)
    };
    phrases.flat_map(|phrase| phrase.subtree()).find(|t| own(t))
}

/// "*Much of it came from abroad*, customs records *show*.": a closing cue that the parser takes for a noun.
pub fn closing_noun(word: Tok<'_>) -> Option<Attribution> {
    let doc = word.doc();
    let sentence = doc.sentences()[word.sentence()].tokens.clone();
    let stem = match word.lower() {
        "show" | "shows" => "show",
        "say" | "says" => "say",
        "suggest" | "suggests" => "suggest",
        "indicate" | "indicates" => "indicate",
        _ => return None,
    };
    let row = Cues::get()
        .rows(CuePos::Verb, stem)
        .iter()
        .find(|row| row.clause)?;
    let ends = doc
        .range(word.i + 1..sentence.end)
        .all(|t| matches!(t.pos(), Pos::Punct | Pos::Space));
    let speaker = word
        .prev()
        .filter(|p| matches!(p.pos(), Pos::Noun | Pos::Propn))?;
    let documents = Cues::get().is_document(speaker.lemma());
    let comma = doc
        .range(sentence.start..speaker.i)
        .rfind(|t| t.text() == ",")?;
    let told = sentence.start..comma.i;
    let clause = doc.range(told.clone()).any(phrase::is_finite);
    let phrase_only = !doc
        .range(comma.i + 1..word.i)
        .any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux) && t.tag() != "VBN");
    (ends && clause && phrase_only && (documents || could_speak(speaker))).then(|| Attribution {
        class: row.class,
        pos: CuePos::Verb,
        token: word.i,
        cue: word.span(),
        source: Some(SourceMention {
            head: speaker.i,
            span: doc.span_of(phrase::trim_punctuation(doc, comma.i + 1..word.i)),
        }),
        told: None,
        form: ContentForm::Clause,
        quotes: row.quote,
        content: TokenSet::run(told),
        about: TokenSet::default(),
        shown_by: None,
    })
}

/// "asked the office of the mayor *to stop*": an infinitive that the parser hangs on whoever is asked.
fn wish_on_asked(verb: Tok<'_>) -> Option<Tok<'_>> {
    let asked = verb
        .child(&["dobj"])
        .filter(|o| o.i > verb.i && could_speak(*o) && is_of(verb, &[CueClass::Urge]))?;
    asked
        .children()
        .find(|c| c.dep() == "acl" && c.tag() == "VB" && phrase::has_to(*c))
}

/// "was asked by a caller *why the bridge fell*": a question that the parser hangs on the person before it.
fn strayed_question(verb: Tok<'_>) -> Option<Tok<'_>> {
    let person = agent_of(verb).or_else(|| verb.child(&["dobj", "dative"]))?;
    let asks = |c: Tok<'_>| {
        let first = c.doc().tok(phrase::leftmost(c));
        matches!(first.lower(), "why" | "how" | "whether" | "if")
    };
    person
        .children()
        .find(|c| c.i > person.i && c.dep_in(&["relcl", "acl", "advcl"]) && asks(*c))
}

/// "*The bridge, once so safe*, said Ana Ruiz.": all that stands before a comma and a cue with its
/// speaker that close the sentence, whatever the parser makes of it.
fn words_before(verb: Tok<'_>) -> Option<TokenSet> {
    let doc = verb.doc();
    let sentence = doc.sentences()[verb.sentence()].tokens.clone();
    let subject = own_subject(verb)?;
    let last = phrase::rightmost(subject).max(verb.i);
    let ends = doc
        .range(last + 1..sentence.end)
        .all(|t| matches!(t.pos(), Pos::Punct | Pos::Space) && t.text() != ":");
    told_before(verb).filter(|_| ends)
}

/// All of a sentence that stands before a comma and a finite cue with its speaker.
fn told_before(verb: Tok<'_>) -> Option<TokenSet> {
    let doc = verb.doc();
    let sentence = doc.sentences()[verb.sentence()].tokens.clone();
    let subject = own_subject(verb).filter(|s| s.dep() == "nsubj" && phrase::is_finite(verb))?;
    let first = phrase::leftmost(subject).min(verb.i);
    let comma = doc.tok(first).prev().filter(|p| p.text() == ",")?;
    let told = sentence.start..comma.i;
    let clause = doc
        .range(told.clone())
        .any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux));
    (clause && comma.i > sentence.start).then(|| TokenSet::run(told))
}

/// "While Ruiz said *there was a leak*, the dam held": the clause right behind a cue with its speaker, up to the
/// next comma, whatever the parser hangs it on.
fn words_behind(verb: Tok<'_>) -> Option<TokenSet> {
    let doc = verb.doc();
    let sentence = doc.sentences()[verb.sentence()].tokens.clone();
    verb.child(&["nsubj"]).filter(|s| s.i < verb.i)?;
    let opens = verb.next().filter(|t| {
        matches!(
            t.pos(),
            Pos::Det | Pos::Pron | Pos::Propn | Pos::Noun | Pos::Adj | Pos::Num
        ) && !t.tag().starts_with('W')
            || t.lower() == "that"
    })?;
    let stop = doc
        .range(opens.i..sentence.end)
        .find(|t| t.pos() == Pos::Punct || t.pos() == Pos::Space)
        .map_or(sentence.end, |t| t.i);
    let told = opens.i..stop;
    let takes = |c: Tok<'_>| c.i > verb.i && c.dep_in(&["dobj", "xcomp", "acomp", "oprd", "attr"]);
    // Its subject opens it, so that no noun with a relative clause passes for one.
    let first = opens.i + usize::from(opens.lower() == "that");
    let clause = doc.range(told.clone()).any(|t| {
        phrase::is_finite(t)
            && !t.dep_in(&["relcl", "acl"])
            && t.child(&["nsubj", "nsubjpass", "expl"])
                .is_some_and(|s| phrase::leftmost(s) <= first && first <= s.i && s.i < t.i)
    });
    (clause && !verb.children().any(takes)).then(|| TokenSet::run(told))
}

/// "*an arrangement* the party has criticised", "the raid, *which* the army reported": what a verb's
/// relative pronoun stands for, or the noun around its clause.
fn object_around(verb: Tok<'_>) -> Option<TokenSet> {
    let subject = verb.child(&["nsubj"])?;
    let relative = |t: Tok<'_>| t.tag().starts_with('W') || t.lower() == "that";
    let clause = verb.dep_in(&["relcl", "acl"]) && phrase::is_finite(verb);
    let behind = verb
        .children()
        .any(|c| c.i > verb.i && c.dep_in(&["dobj", "xcomp", "ccomp", "acomp", "oprd", "dative"]));
    // "the worst rioting *Kalem has seen*": a place says nothing of what happens there.
    let scene = matches!(subject.name_label(), "GPE" | "LOC")
        || noun_classes(subject.lemma()).has(NounClass::Place);
    let befalls = matches!(verb.lemma(), "experience" | "know" | "see" | "witness") && scene;
    if !clause || behind || befalls || relative(subject) {
        return None;
    }
    if let Some(pronoun) = verb.child(&["dobj"]).filter(|o| o.i < verb.i) {
        return relative(pronoun).then(|| TokenSet::subtree(pronoun));
    }
    let noun = verb.head().filter(|n| n.i < subject.i)?;
    Some(TokenSet::run(phrase::noun_phrase(noun)))
}

/// "a law that critics called *a gift*", "what the army calls *an operation*": what a thing is called
/// that the verb's relative pronoun stands for, or the noun around its clause.
fn called(verb: Tok<'_>) -> Option<Tok<'_>> {
    let thing_before = verb
        .child(&["dobj"])
        .map_or(verb.dep() == "relcl", |o| o.i < verb.i);
    let predicate = verb.child(&["oprd"]).filter(|p| p.i > verb.i)?;
    thing_before.then_some(predicate)
}

/// "called *the mayor* “*a coward*”": what is called and what it is called, where the parser takes both for
/// predicates.
fn called_in_two(verb: Tok<'_>) -> Option<(Tok<'_>, Tok<'_>)> {
    let mut predicates = verb
        .children()
        .filter(|c| c.i > verb.i && c.dep() == "oprd");
    let both = (predicates.next()?, predicates.next()?);
    verb.child(&["dobj"]).is_none().then_some(both)
}

/// "called *Ruiz, the mayor, “a coward”*": who is called something and what, in one phrase by the parser. "a
/// group called Hope" only has that name.
fn named_alone(verb: Tok<'_>) -> Option<Tok<'_>> {
    let alone = verb.child(&["dobj"]).is_none() && verb.dep() != "acl";
    verb.child(&["oprd"]).filter(|p| alone && p.i > verb.i)
}

/// The pronoun or noun that such a thing is named by.
fn called_thing(verb: Tok<'_>) -> TokenSet {
    let pronoun = verb.child(&["dobj"]).filter(|o| o.i < verb.i);
    if let Some(pronoun) = pronoun {
        return TokenSet::subtree(pronoun);
    }
    let noun = verb.head().filter(|_| verb.dep() == "relcl");
    noun.map_or_else(TokenSet::default, |noun| {
        TokenSet::run(phrase::noun_phrase(noun))
    })
}

/// "Two fled, the paper quoted guards as *saying*": what stands before is what the guards said.
fn told_before_quoting(verb: Tok<'_>) -> Option<TokenSet> {
    let link = verb
        .head()
        .filter(|link| verb.dep() == "pcomp" && link.lower() == "as")?;
    let quotes = link
        .head()
        .filter(|up| matches!(up.lemma(), "quote" | "cite"))?;
    let own = verb.child(&["ccomp"]).is_some();
    let clause = complement_clause(quotes).filter(|c| !own && c.i < quotes.i)?;
    Some(clauses_before(quotes, clause))
}

/// The clause that completes the verb, before or after it.
fn complement_clause(verb: Tok<'_>) -> Option<Tok<'_>> {
    let clauses = || {
        let own = |c: &Tok<'_>| c.dep() == "ccomp" && !ends_before_semicolon(*c, verb);
        verb.children().filter(own)
    };
    // "“We left,” said Ruiz, *half joking*": how it was said.
    let manner = |c: &Tok<'_>| {
        c.tag() == "VBG" && c.child(&["aux", "mark"]).is_none() && phrase::after_comma(*c)
    };
    clauses()
        .find(|c| c.i > verb.i && !(manner(c) && clauses().any(|first| first.i < verb.i)))
        .or_else(|| clauses().next())
        .or_else(|| asked_clause(verb))
        .or_else(|| clause_behind_that(verb))
}

/// "The film shows *guards* beating a cook": who is seen to do what a picture shows.
fn doer_shown(verb: Tok<'_>) -> Option<Tok<'_>> {
    let picture = subject_of(verb, 0).is_some_and(|s| Cues::get().is_document(s.lemma()));
    let doer = verb
        .child(&["dobj"])
        .filter(|_| verb.lemma() == "show" && picture)?;
    let does = doer
        .child(&["acl"])
        .filter(|c| c.tag() == "VBG" && c.i > doer.i && !phrase::after_comma(*c));
    does.map(|_| doer)
}

/// "said *that mothers who fall ill should be cared for*": the parser takes "that" for a preposition, which it
/// never is.
fn clause_behind_that(verb: Tok<'_>) -> Option<Tok<'_>> {
    verb.children()
        .find(|c| c.i > verb.i && c.dep() == "prep" && c.lower() == "that")
        .filter(|that| that.subtree().into_iter().any(phrase::is_finite))
}

/// "movements observed *following* the attack": a participle that only says when or about what.
fn is_preposition(participle: Tok<'_>) -> bool {
    matches!(
        participle.lower(),
        "following" | "including" | "concerning" | "regarding" | "involving" | "pending"
    )
}

/// Whether a clause before the verb is told apart from it by a semicolon: "One says …; another says".
fn ends_before_semicolon(clause: Tok<'_>, verb: Tok<'_>) -> bool {
    let between = clause.doc().range(clause.i + 1..verb.i.max(clause.i + 1));
    clause.i < verb.i
        && between
            .filter(|t| t.text() == ";")
            .any(|t| t.i > phrase::rightmost(clause))
}

/// A complement clause with those that the parser hangs beside it in front of the verb ("Two were
/// killed and seven were hurt, police said"), and what else it hangs on the cue between the two.
fn clauses_before(verb: Tok<'_>, clause: Tok<'_>) -> TokenSet {
    let beside = verb.children().filter(|c| {
        c.dep() == "ccomp" && c.i < verb.i && clause.i < verb.i && !ends_before_semicolon(*c, verb)
    });
    let told = beside.fold(TokenSet::subtree(clause), |all, c| {
        all.joined(&TokenSet::subtree(c))
    });
    let gap = words_before(verb)
        .filter(|_| clause.i < verb.i)
        .zip(told.first())
        .map(|(before, first)| before.clipped(first..verb.i));
    gap.map_or_else(|| told.clone(), |gap| told.joined(&gap))
}

/// Who speaks at the end of a sentence, with all that stands before.
struct ClosingVoice<'d> {
    speaker: Tok<'d>,
    content: TokenSet,
}

/// "They were seized near the town, the charity's director, Ana Ruiz, told the paper.": where the
/// parser joins the cue to the verb it reports, the phrase between a comma and the cue speaks, and
/// says all that stands before it.
fn closing_voice(verb: Tok<'_>) -> Option<ClosingVoice<'_>> {
    let doc = verb.doc();
    let sentence = doc.sentences()[verb.sentence()].tokens.clone();
    let joined = verb.dep() == "conj"
        && verb.child(&["ccomp", "xcomp", "aux"]).is_none()
        && verb.head().is_some_and(|up| up.i < verb.i);
    let ends = !doc
        .range(verb.i + 1..sentence.end)
        .any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux));
    let subjects: Vec<Tok<'_>> = verb
        .children()
        .filter(|c| c.dep_in(&["nsubj", "nsubjpass"]) && c.i < verb.i)
        .collect();
    let speaker = match subjects[..] {
        [] if joined && ends => unjoined_speaker(verb, sentence.start)?,
        [] if ends => speaker_listed_before(verb)?,
        [subject] if joined && ends => speaker_in_list(verb, subject)?,
        // Of two subjects the farther belongs to a verb before.
        [_, .., nearest] if joined && phrase::after_comma(nearest) => nearest,
        _ => return None,
    };
    let classes = noun_classes(speaker.lemma());
    let human = speaker.pos() == Pos::Propn
        || classes.meets(ClassSet::HUMAN)
        || classes.has(NounClass::Organisation) && speaker.tag() == "NN"
        || speaker.lemma() == "source";
    let first = phrase::noun_phrase(speaker).start;
    let comma = doc.tok(first).prev().filter(|p| p.text() == ",")?;
    (human && comma.i > sentence.start).then(|| ClosingVoice {
        speaker,
        content: TokenSet::run(sentence.start..comma.i),
    })
}

/// The phrase right before a cue without subject, that no conjunction joins.
fn unjoined_speaker(verb: Tok<'_>, start: usize) -> Option<Tok<'_>> {
    let conjunction = verb.head()?.child(&["cc"]);
    if conjunction.is_some_and(|cc| cc.i < verb.i) {
        return None;
    }
    let mut speaker = verb.prev()?;
    if speaker.text() == "," {
        speaker = speaker.prev()?;
    }
    // Up from the last word to the head of the phrase, and from a name to what it is set beside.
    while let Some(up) = speaker.head() {
        let within = speaker.dep_in(&["compound", "flat", "pobj", "prep"]) && up.i > start;
        let beside = speaker.dep() == "appos" && noun_classes(up.lemma()).meets(ClassSet::HUMAN);
        if !(within || beside) || matches!(up.pos(), Pos::Verb | Pos::Aux) {
            break;
        }
        speaker = up;
    }
    Some(speaker)
}

/// "killed five people, including a commander, *officials and the group* said": a cue without subject
/// behind its content, whose speakers the parser lists with the last words of it.
fn speaker_listed_before(verb: Tok<'_>) -> Option<Tok<'_>> {
    let content = verb.child(&["ccomp"]).filter(|c| c.i < verb.i)?;
    let doc = verb.doc();
    let comma = doc.range(content.i..verb.i).rfind(|t| t.text() == ",")?;
    let mut region = doc.range(comma.i + 1..verb.i);
    let last = verb.prev().filter(|p| p.i > comma.i)?;
    if region.any(|t| matches!(t.pos(), Pos::Verb | Pos::Aux | Pos::Punct)) {
        return None;
    }
    let mut speaker = last;
    while let Some(up) = speaker.head().filter(|up| up.i > comma.i && up.i < verb.i) {
        speaker = up;
    }
    matches!(speaker.pos(), Pos::Noun | Pos::Propn).then_some(speaker)
}

/// "scores hurt when a jet bombed a school, *a rebel group* and residents said": the parser lists
/// the speaker behind somebody of whom a whole clause is told.
fn speaker_in_list<'d>(verb: Tok<'d>, subject: Tok<'d>) -> Option<Tok<'d>> {
    let listed = subject.child(&["conj"])?;
    let clause = verb.doc().range(subject.i + 1..listed.i).any(|t| {
        t.child(&["nsubj", "nsubjpass"])
            .is_some_and(|s| s.i > subject.i)
    });
    (clause && listed.i < verb.i && phrase::after_comma(listed)).then_some(listed)
}

/// "asked if …", where the parser takes the question for a condition.
fn asked_clause(verb: Tok<'_>) -> Option<Tok<'_>> {
    let asks = verb.lemma() == "ask";
    verb.children().filter(|_| asks).find(|c| {
        c.dep() == "advcl"
            && c.i > verb.i
            && c.child(&["mark"])
                .is_some_and(|m| matches!(m.lower(), "if" | "whether"))
    })
}

/// "Two gunmen, police said, had fled", "as police said": the clause around the cue's own. What only
/// gives quoted words tells with "as" when something happened ("as the crowd roared"), and "as the
/// government had *promised*", "as they *demanded*" compare what came about with what was wanted.
fn parenthesis_content(verb: Tok<'_>, row: &CueEntry) -> Option<TokenSet> {
    let head = verb.head()?;
    let compares = matches!(
        row.class,
        CueClass::Urge | CueClass::Intend | CueClass::Stance
    ) || matches!(
        verb.lemma(),
        "promise" | "pledge" | "vow" | "swear" | "threaten"
    );
    let as_clause = row.clause
        && !compares
        && verb.dep() == "advcl"
        && verb.child(&["mark"]).is_some_and(|m| m.lower() == "as")
        && verb.child(&["dobj"]).is_none();
    let aside = verb.dep() == "parataxis";
    // "In both cases, Ruiz said, those payments made for the dam": a clause that the parser takes for a phrase.
    let clause = matches!(head.pos(), Pos::Verb | Pos::Aux)
        || aside
            && head.dep() == "ROOT"
            && head
                .subtree()
                .into_iter()
                .any(|t| t.pos() == Pos::Verb && t != verb);
    if !(as_clause || aside) || !clause {
        return None;
    }
    // "Two had died, the army said; the rebels say …": what follows is told by somebody else.
    let between = verb.doc().range(verb.i + 1..head.i.max(verb.i + 1));
    if aside && between.into_iter().any(|t| t.text() == ";") {
        return told_before(verb);
    }
    let told = TokenSet::subtree(head).without(&TokenSet::subtree(verb));
    let later = head.children().find(|c| aside && is_time_behind(*c, verb));
    Some(match later {
        Some(clause) => told.without(&TokenSet::subtree(clause)),
        None => told,
    })
}

/// "Police held ten men, their lawyers said, *hours after the city banned the march*": when it was, in the writer's words.
fn is_time_behind(clause: Tok<'_>, cue: Tok<'_>) -> bool {
    let opens = |m: Tok<'_>| m.dep() == "mark" && matches!(m.lower(), "after" | "before");
    let first = clause.subtree().first().map_or(clause.i, |t| t.i);
    let comma = cue.next().is_some_and(|c| c.text() == ",");
    clause.dep() == "advcl" && comma && first == cue.i + 2 && clause.children().any(opens)
}

/// "reported *heavy fighting* along two rivers": what happened is the content, and not where.
fn reports_happening(verb: Tok<'_>, row: &CueEntry, passive: bool) -> bool {
    let happening = |o: Tok<'_>| noun_classes(o.lemma()).has(NounClass::Event);
    let tells = row.object && row.class == CueClass::Say && !passive;
    let taken_for = |c: Tok<'_>| c.dep() == "prep" && c.lower() == "as";
    tells && !verb.children().any(taken_for) && verb.child(&["dobj"]).is_some_and(happening)
}

/// Content behind one of the row's prepositions; "as" takes a gerund ("quoted as saying"). Behind
/// accusations the parser may hang it on whoever is accused ("accused the rebels of a raid"), and "as" on
/// what is taken for something ("view the deal as a gift").
fn prepositional_content<'a>(verb: Tok<'a>, row: &CueEntry) -> Option<TokenSet> {
    // "indicted him *on Monday* for murder": when, and not for what.
    let dated = |c: Tok<'a>| {
        let day = c.child(&["pobj"]);
        c.lower() == "on" && day.is_some_and(|d| d.name_label() == "DATE")
    };
    let fitting = |c: &Tok<'a>| {
        c.dep_in(&["prep", "prt"]) && row.prepositions.contains(&c.lower()) && !dated(*c)
    };
    let accused = verb
        .child(&["dobj"])
        .filter(|_| row.class == CueClass::Judge);
    let behind = |o: Tok<'a>| o.children().filter(move |c| c.i > o.i);
    // "*on Friday* called for a truce": what stands between subject and verb is no content of it.
    let subject = verb.child(&["nsubj"]).map_or(verb.i, |s| s.i);
    let preposition = verb
        .children()
        .filter(|c| c.i < subject || c.i > verb.i)
        .find(fitting)
        .or_else(|| behind(accused?).find(fitting))
        .or_else(|| behind(verb.child(&["dobj"])?).find(|c| fitting(c) && c.lower() == "as"));
    // "called for the mayor to resign": the preposition opens a clause.
    let Some(preposition) = preposition else {
        let clause = verb.children().find(|c| {
            let mark = c
                .child(&["mark"])
                .filter(|_| c.dep_in(&["ccomp", "advcl", "xcomp"]));
            c.i > verb.i && mark.is_some_and(|m| m.lower() == "for")
        })?;
        let opened = row.prepositions.contains(&"for");
        let mark = clause.child(&["mark"])?;
        return opened
            .then(|| TokenSet::subtree(clause).without(&TokenSet::run(mark.i..mark.i + 1)));
    };
    let named = preposition.child(&["pobj", "pcomp"]);
    // "as weak", "as being": whatever the thing is taken for.
    let taken_for = || {
        preposition
            .children()
            .find(|c| preposition.lower() == "as" && c.i > preposition.i)
    };
    let object = named.or_else(taken_for)?;
    let time = matches!(object.name_label(), "DATE" | "TIME");
    // "accused *the rebels of a raid*": what they are accused of goes on with whom.
    let goes_on = accused.is_some_and(|o| o.i < preposition.i && preposition.lower() == "of");
    let words = if goes_on { preposition } else { object };
    (!time).then(|| TokenSet::subtree(words))
}

/// "“…,” said Omar Dahir": the phrase right after a verb that follows closing marks, wherever the
/// parser hung it.
fn inverted_subject(verb: Tok<'_>) -> Option<Tok<'_>> {
    let closing = verb
        .prev()
        .filter(|p| matches!(p.text(), "”" | "\"" | "’" | "'" | "»" | "''"))
        .filter(|p| p.tag() != "``" && verb.tag() != "VBG")?;
    let next = verb.next().filter(|n| {
        n.sentence() == verb.sentence()
            && matches!(
                n.pos(),
                Pos::Propn | Pos::Pron | Pos::Det | Pos::Noun | Pos::Adj | Pos::Num
            )
            && !matches!(
                n.lower(),
                "that" | "this" | "it" | "them" | "him" | "us" | "me"
            )
    })?;
    // From the phrase's first word up to its head, without crossing the verb.
    let mut head = next;
    while let Some(up) = head.head().filter(|up| up.i > verb.i && *up != verb) {
        let nominal = matches!(up.pos(), Pos::Propn | Pos::Noun | Pos::Pron);
        if !nominal || !head.dep_in(&["det", "compound", "amod", "nmod", "poss", "nummod"]) {
            break;
        }
        head = up;
    }
    let named = matches!(head.pos(), Pos::Propn | Pos::Noun | Pos::Pron);
    (named && closing.i < verb.i).then_some(head)
}

/// "In an interview on the radio, Ruiz said the talks had failed": a finite cue with its content behind it, or
/// quoted words before it, has a subject; where the parser hangs it elsewhere, it is the phrase that ends right
/// before the verb, or before an aside between commas, or else the phrase that opens the sentence.
fn subject_in_front(verb: Tok<'_>, form: ContentForm) -> Option<Tok<'_>> {
    let finite = matches!(verb.tag(), "VBD" | "VBZ" | "VBP");
    let behind = |c: Tok<'_>| c.i > verb.i && c.dep() == "ccomp";
    let clause = verb.children().any(behind) && form == ContentForm::Clause;
    let object = verb.child(&["dobj"]).is_some_and(|o| o.i > verb.i) && verb.dep() == "ROOT";
    if !finite || is_passive(verb) {
        return None;
    }
    let before = phrase_before(verb).filter(|s| can_talk(*s) && s.dep() != "dobj");
    if !(clause || object) {
        let closes = |t: Tok<'_>| matches!(t.text(), "”" | "\"" | "''");
        return before.filter(|s| {
            let first = s.doc().tok(phrase::noun_phrase(*s).start);
            first.prev().is_some_and(closes)
        });
    }
    before.or_else(|| opening_phrase(verb).filter(|s| clause && can_talk(*s)))
}

/// "A calm man,” *the clerk Ana Ruiz* said Monday": who stands between a closing mark and the cue speaks, though the
/// parser takes quoted words before the mark for the subject.
fn speaker_behind_mark(verb: Tok<'_>) -> Option<Tok<'_>> {
    let subject = own_subject(verb).filter(|s| s.i < verb.i && !is_passive(verb))?;
    let closes = |t: Tok<'_>| matches!(t.text(), "”" | "\"" | "''");
    let mark = verb
        .doc()
        .range(subject.i + 1..verb.i)
        .rfind(|t| closes(*t))?;
    let speaker = phrase_before(verb).filter(|s| s.i > mark.i && can_talk(*s))?;
    let first = phrase::noun_phrase(speaker).start;
    let opened = verb
        .doc()
        .range(subject.i + 1..mark.i)
        .any(|t| matches!(t.text(), "“" | "``"));
    (!opened && (first > mark.i)).then_some(speaker)
}

/// The head of the phrase that ends right before a verb, or before an aside between commas or brackets.
fn phrase_before(verb: Tok<'_>) -> Option<Tok<'_>> {
    let doc = verb.doc();
    let start = doc.sentences()[verb.sentence()].tokens.start;
    let mut last = verb.prev().filter(|t| t.i >= start)?;
    while matches!(last.pos(), Pos::Adv | Pos::Aux) && last.i > start {
        last = last.prev()?;
    }
    if let Some(opens) = match last.text() {
        "," => Some(","),
        ")" => Some("("),
        _ => None,
    } {
        let opening = doc.range(start..last.i).rfind(|t| t.text() == opens)?;
        last = opening.prev().filter(|t| t.i >= start)?;
    }
    let mut head = last;
    while let Some(up) = head.head().filter(|up| up.i >= start && up.i < verb.i) {
        let within = head.dep_in(&["compound", "flat", "pobj", "prep", "det", "nummod", "amod"]);
        if !within || !matches!(up.pos(), Pos::Noun | Pos::Propn | Pos::Adp) {
            break;
        }
        head = up;
    }
    Some(head)
}

/// "*Mr. Ruiz*, whose third place was a blow, said …": the head of the phrase that opens the verb's sentence.
fn opening_phrase(verb: Tok<'_>) -> Option<Tok<'_>> {
    let doc = verb.doc();
    let start = doc.sentences()[verb.sentence()].tokens.start;
    let opens = |t: Tok<'_>| {
        matches!(
            t.pos(),
            Pos::Det | Pos::Adj | Pos::Num | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Cconj
        )
    };
    let run = doc.range(start..verb.i).take_while(|t| opens(*t));
    let nouns = run.filter(|t| matches!(t.pos(), Pos::Noun | Pos::Propn | Pos::Pron));
    let mut head = nouns.last()?;
    while let Some(up) = head.head().filter(|up| up.i < verb.i) {
        let within = head.dep_in(&["compound", "flat", "poss", "det", "nummod", "amod"]);
        if !within || !matches!(up.pos(), Pos::Noun | Pos::Propn) {
            break;
        }
        head = up;
    }
    Some(head)
}

/// People and bodies, by noun, name or pronoun, and shares of them.
fn can_talk(head: Tok<'_>) -> bool {
    let talks = head.pos() == Pos::Propn
        || head.pos() == Pos::Pron && !head.tag().starts_with('W')
        || noun_classes(head.lemma()).meets(ClassSet::HUMAN)
        || noun_classes(head.lemma()).has(NounClass::Organisation)
        || head.text().ends_with('%');
    let dated = matches!(head.name_label(), "DATE" | "TIME" | "GPE");
    talks && !dated
}

/// "the *area* saw heavy fighting": there, or then, it was.
fn is_scene(verb: Tok<'_>, subject: Tok<'_>) -> bool {
    let ground = noun_classes(subject.lemma()).meets(ClassSet::of(&[
        NounClass::Place,
        NounClass::Event,
        NounClass::Facility,
    ])) || matches!(subject.name_label(), "GPE" | "LOC" | "FAC" | "EVENT");
    let taken_for = |c: Tok<'_>| c.dep() == "prep" && c.lower() == "as";
    // "the operation saw *ninety men return*"
    let seen = |c: Tok<'_>| c.dep() == "ccomp" && c.tag() == "VB";
    matches!(verb.lemma(), "see" | "witness")
        && ground
        && (verb.child(&["dobj"]).is_some() || verb.children().any(seen))
        && !verb.children().any(taken_for)
}

/// Whether a noun can be the source of this cue. Events and measures "show" without a voice.
fn can_speak(source: Tok<'_>, class: CueClass, form: ContentForm) -> bool {
    if matches!(
        source.lower(),
        "it" | "this" | "that" | "which" | "what" | "there"
    ) {
        return source.lower() == "it" && class != CueClass::Evidence;
    }
    // "Recent *years* have seen …": a time sees nothing.
    if noun_classes(source.lemma()).has(NounClass::Time) && source.pos() == Pos::Noun {
        return false;
    }
    // "*Talks* collapsed, citing …": the participle is somebody else's.
    if source.lower() == "talks" && source.pos() == Pos::Noun {
        return false;
    }
    if class != CueClass::Evidence {
        return true;
    }
    let named = source.pos() == Pos::Propn || !source.name_label().is_empty();
    let document = Cues::get().is_document(source.lemma());
    let person = matches!(
        source.lower(),
        "he" | "she" | "they" | "i" | "we" | "you" | "who"
    );
    let people = noun_classes(source.lemma()).meets(ClassSet::HUMAN);
    if document || people {
        form == ContentForm::Clause
    } else {
        named || person
    }
}

/// "will withdraw, as *agreed* in May", "as planned": how it is to be, in nobody's words.
fn is_as_agreed(verb: Tok<'_>) -> bool {
    verb.tag() == "VBN"
        && verb.child(&["mark"]).is_some_and(|m| m.lower() == "as")
        && verb
            .child(&["nsubj", "nsubjpass", "agent", "auxpass"])
            .is_none()
        && !matches!(
            verb.lemma(),
            "report" | "say" | "claim" | "allege" | "quote"
        )
}

/// "a state of emergency was *declared*".
fn is_proclaimed(verb: Tok<'_>) -> bool {
    const PROCLAIMED: [&str; 8] = [
        "state",
        "emergency",
        "curfew",
        "war",
        "truce",
        "ceasefire",
        "holiday",
        "independence",
    ];
    let proclaimed = |s: Tok<'_>| PROCLAIMED.contains(&s.lemma());
    verb.children()
        .any(|c| c.dep() == "nsubjpass" && proclaimed(c))
}

/// "was *declared* the winner": by that it is so, and nobody reports it.
fn is_made_so(verb: Tok<'_>) -> bool {
    matches!(
        verb.lemma(),
        "declare" | "name" | "appoint" | "elect" | "crown"
    ) && is_passive(verb)
        && (verb.child(&["oprd"]).is_some() || is_proclaimed(verb))
        && agent_of(verb).is_none()
}

/// "has never *claimed* responsibility for it", "has *claimed* 40 lives": who claims nothing says nothing of it, and
/// a war does not speak.
fn is_unclaimed(verb: Tok<'_>) -> bool {
    let takes = verb
        .child(&["dobj"])
        .is_some_and(|o| matches!(o.lemma(), "life" | "victim" | "casualty"));
    takes && verb.lemma() == "claim"
        || verb.lemma() == "claim"
            && verb.child(&["neg"]).is_some()
            && verb
                .child(&["dobj"])
                .is_some_and(|o| o.lemma() == "responsibility")
}

/// "*charged* into the crowd": ran, and said nothing.
fn runs_at_somebody(verb: Tok<'_>) -> bool {
    let at = |c: Tok<'_>| {
        c.dep() == "prep" && matches!(c.lower(), "at" | "into" | "through" | "toward" | "towards")
    };
    verb.lemma() == "charge" && verb.children().any(at)
}

/// "was jailed for “*insulting* the king”": the deed as those put it who punish it.
fn is_quoted_offence(verb: Tok<'_>) -> bool {
    let quoted = |t: Tok<'_>| matches!(t.text(), "“" | "\"" | "``" | "‘");
    let punished = |v: Tok<'_>| is_passive(v) || v.child(&["dobj"]).is_some();
    let for_it = |p: Tok<'_>| {
        matches!(p.lower(), "for" | "of" | "over" | "with") && p.head().is_some_and(punished)
    };
    verb.tag() == "VBG"
        && verb.prev().is_some_and(quoted)
        && verb.first_conjunct().dep() == "pcomp"
        && verb.first_conjunct().head().is_some_and(for_it)
}

/// "will *call* a walkout against the cuts", "a strike *called* to press for more": by that it is so, and nobody
/// is quoted.
fn is_called_into_being(verb: Tok<'_>) -> bool {
    const CALLED: [&str; 9] = [
        "strike",
        "walkout",
        "stoppage",
        "protest",
        "rally",
        "election",
        "referendum",
        "vote",
        "ballot",
    ];
    let event = |n: Tok<'_>| CALLED.contains(&n.lemma());
    let thing = match verb.dep() {
        "acl" => verb.head(),
        _ => verb.child(&["dobj", "nsubjpass"]),
    };
    let asks = |c: Tok<'_>| matches!(c.lower(), "for" | "on" | "upon") && c.dep() == "prep";
    verb.lemma() == "call"
        && thing.is_some_and(event)
        && verb.child(&["oprd", "ccomp"]).is_none()
        && called_in_two(verb).is_none()
        && !verb.children().any(asks)
}

/// "It will be *recalled* that …": the writer reminds the reader.
fn is_reminder(verb: Tok<'_>) -> bool {
    let it = |s: Tok<'_>| s.lower() == "it";
    matches!(verb.lemma(), "recall" | "remember" | "note")
        && is_passive(verb)
        && verb.child(&["nsubjpass"]).is_some_and(it)
        && agent_of(verb).is_none()
}

/// Whether a cue may stand without a source: passives, and inferences that nobody utters.
fn may_lack_source(verb: Tok<'_>, class: CueClass, passive: bool) -> bool {
    match class {
        CueClass::Intend | CueClass::Manner => false,
        CueClass::Perceive | CueClass::Stance => false,
        CueClass::Evidence => true,
        // "quoted as saying" hands the voice on to the gerund.
        CueClass::Ask if is_asked(verb) => true,
        _ => passive && verb.dep() != "amod" && !matches!(verb.lemma(), "quote" | "cite"),
    }
}

/// "When asked whether …", "Asked why …": the one who is asked is the sentence's subject.
fn is_asked(verb: Tok<'_>) -> bool {
    let first = verb.doc().tok(phrase::leftmost(verb));
    matches!(verb.tag(), "VBN" | "VBD")
        && verb.child(&["nsubj", "nsubjpass", "dobj"]).is_none()
        && (first == verb || matches!(first.lower(), "when" | "if"))
}

/// Whom it was told: "told Asharq Al-Awsat".
fn told(verb: Tok<'_>, passive: bool) -> Option<usize> {
    if passive {
        return None;
    }
    if matches!(
        verb.lemma(),
        "tell" | "inform" | "remind" | "assure" | "notify"
    ) {
        return verb
            .child(&["dative", "dobj"])
            .filter(|o| o.i > verb.i)
            .map(|o| o.i);
    }
    let to = verb
        .children()
        .find(|c| c.dep_in(&["prep", "dative"]) && c.lower() == "to")?;
    to.child(&["pobj"]).map(|o| o.i)
}

/// The cue whose speaker another cue shares, though the parser hangs it into what the first one
/// reports.
pub fn joined_to(verb: Tok<'_>, form: ContentForm) -> Option<Tok<'_>> {
    coordinated_with(verb, form).or_else(|| added_to(verb))
}

/// Whether one of the verb's rows is of these classes.
fn is_of(verb: Tok<'_>, classes: &[CueClass]) -> bool {
    let rows = Cues::get().rows(CuePos::Verb, verb.lemma());
    rows.iter().any(|row| classes.contains(&row.class))
}

/// Cues that report words.
const REPORTING: [CueClass; 2] = [CueClass::Say, CueClass::Express];

/// "told the paper that Moscow had no part and stressed that …": a cue with a clause of its own,
/// joined by the parser to the first cue's content, goes with the first cue.
fn coordinated_with<'d>(verb: Tok<'d>, form: ContentForm) -> Option<Tok<'d>> {
    if verb.dep() != "conj" || verb.child(&["nsubj", "nsubjpass"]).is_some() {
        return None;
    }
    let first = verb.first_conjunct();
    // Officials accuse and condemn in one breath with what they say; a finite verb does not go on from
    // an infinitive ("said she had no wish to stay and predicted …"), whatever it tells.
    let finite = verb.tag() == "VBD" && matches!(first.tag(), "VB" | "VBG" | "VBP" | "VBZ");
    let judges = finite || is_of(verb, &[CueClass::Judge]) && form == ContentForm::Phrase;
    // "said he had left *and suggested that* …", "told the paper it was false *and asked why* …"
    let reports = finite
        || form == ContentForm::Clause
            && (is_of(verb, &REPORTING) || is_of(verb, &[CueClass::Evidence, CueClass::Ask]));
    if !(reports || judges) {
        return None;
    }
    if is_of(first, &REPORTING) && first.dep() != "ccomp" {
        return None;
    }
    let told_by = |top: Tok<'d>| {
        let upper = top.head().filter(|_| top.dep() == "ccomp")?;
        (is_of(upper, &REPORTING) && upper.i < top.i).then_some(upper)
    };
    let mut path = std::iter::once(first).chain(first.ancestors()).take(9);
    let upper = if finite {
        path.find_map(told_by)
    } else {
        path.next().and_then(told_by)
    };
    let auxiliary = auxiliary_of(verb);
    upper
        .filter(|upper| upper.tag() == verb.tag() || judges && upper.tag() == "VBD")
        .filter(|upper| auxiliary.is_none() || auxiliary == auxiliary_of(*upper))
}

/// "has", "will" before a verb.
fn auxiliary_of(verb: Tok<'_>) -> Option<&str> {
    verb.child(&["aux"]).map(Tok::lemma)
}

/// "said that the bridge was safe, *adding* that it was new": a participle of speech behind a comma is the
/// speaker's where nobody in the reported clause could speak.
fn added_to(verb: Tok<'_>) -> Option<Tok<'_>> {
    const SPEAKING: [CueClass; 5] = [
        CueClass::Say,
        CueClass::Express,
        CueClass::Judge,
        CueClass::Ask,
        CueClass::Urge,
    ];
    let set_apart = verb.tag() == "VBG"
        && verb.dep_in(&["advcl", "acl", "xcomp", "conj"])
        && phrase::after_comma(verb)
        && verb.child(&["nsubj", "nsubjpass"]).is_none()
        && verb.child(&["mark"]).is_none_or(|m| m.lower() == "while");
    if !set_apart || !is_of(verb, &SPEAKING) {
        return None;
    }
    let mut spoken_of = false;
    let mut top = verb.head()?;
    for _ in 0..6 {
        let subject = top.child(&["nsubj", "nsubjpass"]);
        spoken_of |= subject.is_some_and(could_speak);
        if top.dep() == "ccomp" {
            let upper = top.head()?;
            let reports = is_of(upper, &REPORTING) && upper.i < top.i;
            return (reports && (!spoken_of || verb.lemma() == "add")).then_some(upper);
        }
        top = top.head()?;
    }
    None
}

/// Named or common nouns for people and bodies.
pub fn could_speak(noun: Tok<'_>) -> bool {
    let classes = noun_classes(noun.lemma());
    match noun.pos() {
        Pos::Propn => true,
        Pos::Noun => classes.meets(ClassSet::HUMAN) || classes.has(NounClass::Organisation),
        _ => false,
    }
}
