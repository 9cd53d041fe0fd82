//! `police DIR`: what the police did, by sentence (IndiaPoliceEvents, Halterman and others 2021):
//! `sents.jsonl` with its judgements and `docs.jsonl` with the articles.
//!
//! Five yes/no questions a sentence: did police kill somebody (KILL), arrest somebody (ARREST), use
//! force (FORCE), fail to act (FAIL), do anything at all (ANY_ACTION)? None of them is an event type,
//! so they are read off the layers:
//!
//! - KILL: an ASSAULT claim by police that tells a death;
//! - FORCE: any ASSAULT claim by police;
//! - ARREST: a claim of COERCE/arrest, unless it is by armed men who are no police;
//! - ANY_ACTION: one of these, another claim that police have a part in, a deployment of police, a
//!   curfew, something that police say (the annotators count it as something they do), or a clause
//!   whose logical subject is police (a pronoun for police, too);
//! - FAIL: such a claim or clause that its source presents as not happening, unless it denies what another reports, a verb of omission with
//!   police as its subject ("failed", "looked the other way"), a noun of omission that is theirs
//!   ("police inaction").
//!
//! A claim is by police where its actor is, and, where it names none, if PLOVER defines its mode by
//! security forces (`crowd-control`). What its source denies counts for FAIL alone; what is to come or
//! only supposed counts for nothing. A sentence has what stands in its characters, mentions of a claim
//! included.
//! The articles went through two wrong decodings; quotes and spaces are mended first. `macro_f1` is
//! the plain average of the five F1 over sentences, as in the paper's sentence task; the same over
//! articles (one sentence suffices) is printed before the last line.

use crate::given::{self, with_layers};
use crate::measure::{Overlap, figure};
use anyhow::{Context, Result, bail};
use dateline::data::cues::CueClass;
use dateline::data::{ClassSet, EventType, Mode, NounClass};
use dateline::event::claim::clause::Clause;
use dateline::event::claim::phrase;
use dateline::event::{
    AnswerKind, Argument, Claim, Factuality, Layers, Polarity, Role, Tense, Voices, Why, factuality,
};
use dateline::page::PartKind;
use dateline::text::{Document, Pos, Tok};
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// The questions, with the keys of the last line.
const QUESTIONS: [(&str, &str); 5] = [
    ("KILL", "kill_f1"),
    ("ARREST", "arrest_f1"),
    ("FAIL", "fail_f1"),
    ("FORCE", "force_f1"),
    ("ANY_ACTION", "any_f1"),
];

/// Verbs, nouns and adjectives that tell a death by themselves.
const DEADLY: [&str; 20] = [
    "kill", "gun", "slay", "murder", "execute", "killing", "death", "massacre", "die", "dead",
    "perish", "succumb", "life", "toll", "fatal", "lives", "slaying", "deceased", "fatality",
    "corpse",
];

/// Verbs whose subject fails to act.
const OMIT: [&str; 12] = [
    "fail", "refuse", "neglect", "decline", "ignore", "abandon", "shirk", "abdicate", "watch",
    "flee", "connive", "hesitate",
];

/// Objects and predicates that make a verb one of omission: "looked the other *way*", "turned a deaf
/// *ear*", "stood mute *witness*".
const OMITTED: [&str; 13] = [
    "way",
    "ear",
    "eye",
    "witness",
    "spectator",
    "bystander",
    "idle",
    "unable",
    "helpless",
    "absent",
    "reluctant",
    "mute",
    "nothing",
];

/// Nouns of omission.
const OMISSIONS: [&str; 14] = [
    "inaction",
    "failure",
    "inability",
    "negligence",
    "apathy",
    "dereliction",
    "laxity",
    "inactivity",
    "connivance",
    "complicity",
    "indifference",
    "absence",
    "lack",
    "reluctance",
];

#[derive(Deserialize)]
struct RawArticle {
    doc_id: i64,
    doc_text: String,
}

#[derive(Deserialize)]
struct RawSentence {
    doc_id: i64,
    sent_labels: Vec<String>,
    sent_text: String,
}

/// A question answered yes, and the words that say so.
type Yes = (&'static str, Span);

/// Runs the task: `DIR`.
///
/// # Errors
/// If the folder's files cannot be read or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let [dir] = arguments else {
        bail!("usage: police DIR");
    };
    let articles: Vec<RawArticle> = lines(&Path::new(dir).join("docs.jsonl"))?;
    let mut sentences: BTreeMap<i64, Vec<RawSentence>> = BTreeMap::new();
    for sentence in lines::<RawSentence>(&Path::new(dir).join("sents.jsonl"))? {
        sentences.entry(sentence.doc_id).or_default().push(sentence);
    }
    let engine = Engine::new().context("the engine cannot be set up")?;
    let (mut by_sentence, mut by_article) = (Tally::default(), Tally::default());
    let mut report = String::new();
    for article in &articles {
        let judged = sentences
            .get(&article.doc_id)
            .map_or(&[][..], Vec::as_slice);
        let (text, spans) = lay(&article.doc_text, judged)
            .with_context(|| format!("article {}", article.doc_id))?;
        let reading = given::read(&engine, &text, &paragraphs(&text));
        let yes = answers(&reading);
        let (mut all_gold, mut all_ours) = (BTreeSet::new(), BTreeSet::new());
        for (sentence, span) in judged.iter().zip(spans) {
            let words = span.slice(&text);
            let gold = gold_of(&sentence.sent_labels)?;
            let ours = yes.iter().filter(|(_, at)| span.overlaps(*at));
            let ours: BTreeSet<&'static str> = ours.map(|(question, _)| *question).collect();
            for question in gold.symmetric_difference(&ours) {
                let which = if gold.contains(question) {
                    "missed"
                } else {
                    "false alarm"
                };
                let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
                writeln!(report, "{which} {question} | {line}")?;
            }
            by_sentence.add(&gold, &ours);
            all_gold.extend(gold);
            all_ours.extend(ours);
        }
        by_article.add(&all_gold, &all_ours);
    }
    writeln!(report, "by article\n{}", by_article.lines()?)?;
    writeln!(report, "by sentence\n{}", by_sentence.lines()?)?;
    write!(report, "police macro_f1={}", figure(by_sentence.macro_f1()))?;
    for (question, key) in QUESTIONS {
        write!(report, " {key}={}", figure(by_sentence.of(question).f1()))?;
    }
    Ok(report)
}

fn lines<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let shown = path.display();
    let file = std::fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
    let parsed = file.lines().map(serde_json::from_str);
    parsed
        .collect::<serde_json::Result<_>>()
        .with_context(|| format!("in {shown}"))
}

/// Quotes, dashes and hard spaces of UTF-8 that was read as Windows-1252 and written again.
fn mend(text: &str) -> String {
    const MENDED: [(&str, &str); 12] = [
        ("â€˜", "‘"),
        ("â€™", "’"),
        ("â€œ", "“"),
        ("â€\u{fffd}", "”"),
        ("â€”", "—"),
        ("â€“", "–"),
        ("â€¦", "…"),
        ("â€", "”"),
        ("\u{fffd}", ""),
        ("''", "'"),
        ("Â\u{a0}", " "),
        ("Â", " "),
    ];
    MENDED
        .iter()
        .fold(text.to_owned(), |text, (bad, good)| text.replace(bad, good))
}

/// The mended text of an article and the place of each sentence in it. Sentences are found before
/// mending, because some were cut in the middle of a wrong decoding.
fn lay(raw: &str, sentences: &[RawSentence]) -> Result<(String, Vec<Span>)> {
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), raw);
    for sentence in sentences {
        let words = sentence.sent_text.as_str();
        let at = rest
            .find(words)
            .with_context(|| format!("“{words}” is not in it"))?;
        text.push_str(&mend(&rest[..at]));
        let start = text.len();
        text.push_str(&mend(words));
        spans.push(Span::new(start, text.len()));
        rest = &rest[at + words.len()..];
    }
    text.push_str(&mend(rest));
    Ok((text, spans))
}

fn paragraphs(text: &str) -> Vec<(PartKind, Span)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            parts.push((PartKind::Paragraph, span));
        }
        start += line.len() + 1;
    }
    parts
}

/// The questions that a sentence is annotated with.
fn gold_of(labels: &[String]) -> Result<BTreeSet<&'static str>> {
    let known = |label: &String| {
        let found = QUESTIONS.iter().find(|(name, _)| name == label);
        Ok(found.with_context(|| format!("unknown label {label}"))?.0)
    };
    labels.iter().map(known).collect()
}

/// Every question that some words of an article answer with yes.
fn answers(reading: &ArticleReading) -> Vec<Yes> {
    let Some(doc) = &reading.document else {
        return Vec::new();
    };
    let mut yes = Vec::new();
    // Police that deny what others report of them have not failed to act.
    let denies = |index: usize| {
        let mut answers = reading.answers.iter();
        answers.any(|a| a.from == index && a.kind == AnswerKind::Denies)
    };
    for (index, claim) in reading.claims.iter().enumerate() {
        if !denies(index) {
            of_claim(doc, claim, &mut yes);
        }
    }
    with_layers(reading, doc, |layers| {
        of_clauses(layers, &mut yes);
        of_speech(layers, &mut yes);
    });
    of_nouns(doc, &mut yes);
    yes
}

fn of_claim(doc: &Document, claim: &Claim, yes: &mut Vec<Yes>) {
    let mode = claim.event.mode.map_or("", Mode::name);
    let code = (claim.event.kind, mode);
    let mut actors = claim.with_role(Role::Actor).peekable();
    let nobody = actors.peek().is_none();
    let ours = |a: &Argument| {
        is_police(doc.tok(a.head)) || a.resolved.is_some_and(|s| names_police(doc, s))
    };
    let by_police = actors.any(ours) || (nobody && code == (EventType::Assault, "crowd-control"));
    let by_others = claim.with_role(Role::Actor).any(|a| {
        let armed = ClassSet::of(&[NounClass::Armed]);
        !ours(a) && phrase::is(doc.tok(a.head), armed)
    });
    let arrest = code == (EventType::Coerce, "arrest") && !by_others;
    let measure = matches!(
        code,
        (EventType::Mobilize, "police") | (EventType::Coerce, "curfew")
    );
    let deployed = claim.event.kind == EventType::Mobilize && claim.arguments.iter().any(ours);
    if !(by_police || arrest || measure || deployed) {
        return;
    }
    let words: Vec<Span> = std::iter::once(claim.trigger)
        .chain(claim.mentions.iter().map(|m| m.span))
        .collect();
    let answer = match deed(claim.factuality) {
        Some("FAIL") => return yes.push(("FAIL", claim.trigger)),
        Some(done) => done,
        None => return,
    };
    let deadly = tells_a_death(doc, claim);
    for at in words {
        yes.push((answer, at));
        if arrest {
            yes.push(("ARREST", at));
        }
        if claim.event.kind == EventType::Assault {
            yes.push(("FORCE", at));
        }
    }
    if claim.event.kind == EventType::Assault && by_police && deadly {
        yes.push(("KILL", claim.trigger));
    }
}

fn tells_a_death(doc: &Document, claim: &Claim) -> bool {
    let joined = claim.why.steps.iter().filter(|s| s.field == "event");
    let words = joined.filter_map(|s| s.evidence).chain([claim.trigger]);
    words
        .flat_map(|span| doc.range(doc.tokens_in(span)))
        .any(|tok| DEADLY.contains(&tok.lemma()))
}

/// Clauses whose logical subject is police; what they say is counted by [`of_speech`].
fn of_clauses(layers: &Layers<'_>, yes: &mut Vec<Yes>) {
    let voices = Voices::find(*layers);
    let speaks = |token: usize| {
        let mut cues = layers.attributions.iter().filter(|a| a.token == token);
        cues.any(|a| !matches!(a.class, CueClass::Urge | CueClass::Intend))
    };
    for verb in layers.doc.toks() {
        let acts = verb.pos() == Pos::Verb || (verb.pos() == Pos::Aux && verb.dep() != "aux");
        if !acts || verb.dep() == "auxpass" || speaks(verb.i) {
            continue;
        }
        let Some(subject) = Clause::of(verb).subject else {
            continue;
        };
        let antecedent = layers.coref.antecedent(subject.tok.i);
        if !is_police(subject.tok) && !antecedent.is_some_and(|a| names_police(layers.doc, a.span))
        {
            continue;
        }
        if is_omission(verb) {
            yes.push(("FAIL", verb.span()));
            continue;
        }
        let told = factuality::of(layers, &voices, verb.i, &mut Why::default());
        let answer = deed(told).filter(|a| verb.pos() == Pos::Verb || *a == "FAIL");
        yes.extend(answer.map(|question| (question, verb.span())));
    }
}

/// Whether a verb says that its subject did not do what it should have.
fn is_omission(verb: Tok<'_>) -> bool {
    // "refused to comment" withholds words, not help.
    let words = |c: Tok<'_>| {
        matches!(
            c.lemma(),
            "comment" | "say" | "reveal" | "disclose" | "divulge" | "give"
        )
    };
    (OMIT.contains(&verb.lemma()) && !verb.child(&["xcomp"]).is_some_and(words))
        || verb.children().any(|c| {
            let said = c.dep_in(&["dobj", "attr", "acomp", "oprd", "advmod", "npadvmod"]);
            said && c.i > verb.i && OMITTED.contains(&c.lemma())
        })
}

/// What police say, by the attributions of the text.
fn of_speech(layers: &Layers<'_>, yes: &mut Vec<Yes>) {
    for attribution in layers.attributions {
        let Some(source) = &attribution.source else {
            continue;
        };
        if is_police(layers.doc.tok(source.head)) || names_police(layers.doc, source.span) {
            yes.push(("ANY_ACTION", layers.doc.tok(attribution.token).span()));
        }
    }
    for quote in layers.quotes {
        if let Some(speaker) = &quote.speaker
            && names_police(layers.doc, speaker.resolved.unwrap_or(speaker.mention))
        {
            yes.push(("ANY_ACTION", quote.span));
        }
    }
}

/// "police *inaction*", "*lack* of police action".
fn of_nouns(doc: &Document, yes: &mut Vec<Yes>) {
    for noun in doc.toks().filter(|t| OMISSIONS.contains(&t.lemma())) {
        let theirs = noun.subtree().into_iter().any(is_of_police);
        if noun.pos() == Pos::Noun && theirs {
            yes.push(("FAIL", noun.span()));
        }
    }
}

/// What an act of the police answers: done, not done, or (still to come, supposed) nothing.
fn deed(told: Factuality) -> Option<&'static str> {
    match (told.polarity, told.tense) {
        (_, Tense::Future | Tense::Hypothetical) => None,
        (Polarity::Negative, _) => Some("FAIL"),
        _ => Some("ANY_ACTION"),
    }
}

/// Whether a noun is police by itself, by what stands before it ("*police* commissioner Okello") or
/// by its *of* phrase ("director general of *police*").
fn is_police(noun: Tok<'_>) -> bool {
    let before = noun
        .children()
        .filter(|c| c.i < noun.i && c.dep_in(&["compound", "amod", "nmod"]));
    let of = phrase::object_of(noun, "of");
    before.chain([noun]).chain(of).any(is_of_police)
}

/// Whether some word of a naming is of police.
fn names_police(doc: &Document, words: Span) -> bool {
    doc.range(doc.tokens_in(words)).any(is_of_police)
}

fn is_of_police(tok: Tok<'_>) -> bool {
    phrase::is(tok, ClassSet::of(&[NounClass::Police]))
}

/// Counts for each question.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<&'static str, Overlap>,
}

impl Tally {
    fn add(&mut self, gold: &BTreeSet<&'static str>, ours: &BTreeSet<&'static str>) {
        for (question, _) in QUESTIONS {
            let (wanted, said) = (gold.contains(question), ours.contains(question));
            self.counts
                .entry(question)
                .or_default()
                .add(Overlap::of_pairs(
                    usize::from(wanted && said),
                    usize::from(said),
                    usize::from(wanted),
                ));
        }
    }

    fn of(&self, question: &str) -> Overlap {
        self.counts.get(question).copied().unwrap_or_default()
    }

    /// A question that nobody asked and nobody answered is left out.
    fn macro_f1(&self) -> Option<f64> {
        let known: Vec<f64> = self.counts.values().filter_map(|c| c.f1()).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }

    fn lines(&self) -> Result<String> {
        let mut lines = String::new();
        for (question, _) in QUESTIONS {
            writeln!(lines, "{question} {}", self.of(question))?;
        }
        write!(lines, "macro F1 {}", figure(self.macro_f1()))?;
        Ok(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yes(text: &str) -> Vec<&'static str> {
        let engine = Engine::new().unwrap();
        let reading = given::read(&engine, text, &paragraphs(text));
        let set: BTreeSet<_> = answers(&reading).into_iter().map(|(q, _)| q).collect();
        set.into_iter().collect()
    }

    #[test]
    fn questions_follow_from_actor_type_and_words() {
        assert_eq!(
            yes("Police shot two looters dead in Kalem on Monday."),
            ["ANY_ACTION", "FORCE", "KILL"]
        );
        assert_eq!(
            yes("Three men were arrested in Kalem."),
            ["ANY_ACTION", "ARREST"]
        );
        assert_eq!(yes("Rebels killed two farmers in Kalem."), [""; 0]);
    }

    #[test]
    fn what_police_did_not_do_is_a_failure() {
        assert_eq!(yes("Police did not stop the mob."), ["FAIL"]);
    }

    #[test]
    fn what_police_may_yet_do_answers_nothing() {
        assert_eq!(yes("Police will arrest the miners tomorrow."), [""; 0]);
    }

    #[test]
    fn wrong_decodings_are_mended() {
        assert_eq!(
            mend("the mayorâ€™s â€œpeaceâ€\u{fffd}Âplan"),
            "the mayor’s “peace” plan"
        );
    }

    #[test]
    fn sentences_are_found_before_mending() {
        let sentence = |text: &str| RawSentence {
            doc_id: 1,
            sent_labels: Vec::new(),
            sent_text: text.to_owned(),
        };
        let sentences = [sentence("â€œHalt.â€"), sentence("They ran.")];
        let (text, spans) = lay("â€œHalt.â€\u{fffd} They ran.", &sentences).unwrap();
        assert_eq!(text, "“Halt.” They ran.");
        assert_eq!(spans[1].slice(&text), "They ran.");
        assert!(lay("Nothing.", &sentences).is_err());
    }

    #[test]
    fn questions_average_evenly() {
        let mut tally = Tally::default();
        let set = |q: &[&'static str]| q.iter().copied().collect::<BTreeSet<_>>();
        tally.add(&set(&["KILL", "FORCE"]), &set(&["KILL"]));
        tally.add(&set(&["FORCE"]), &set(&["FORCE", "FAIL"]));
        // KILL 1, FORCE 2/3, FAIL 0; nobody asked about the others.
        assert!((tally.macro_f1().unwrap() - (1.0 + 2.0 / 3.0) / 3.0).abs() < 1e-12);
        assert_eq!(tally.of("FAIL").f1(), Some(0.0));
    }

    #[test]
    fn unknown_labels_are_errors() {
        assert!(gold_of(&["KILL".to_owned()]).is_ok());
        assert!(gold_of(&["RUN".to_owned()]).is_err());
    }
}
