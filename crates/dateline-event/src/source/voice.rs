//! Voices: each cue or quote with all tokens it covers, and the chains they form.

use super::{SourceChain, SourceKind, SourceLink, kind, office, speech};
use crate::claim::clause;
use crate::claim::phrase::object_of;
use crate::factuality::{self, Certainty, Polarity, is_aside};
use crate::{Layers, Why};
use dateline_data::cues::{CueClass, CuePos, Cues};
use dateline_data::{ClassSet, noun_classes};
use dateline_span::Span;
use dateline_text::attribution::{ContentForm, SourceMention, TokenSet, extent};
use dateline_text::{Attribution, Document, Pos, Quote, QuoteKind, Tok, phrase};
use std::collections::BTreeMap;

/// Whoever speaks, thinks or fears in the text, with all that is covered.
#[derive(Clone, Debug)]
struct Voice {
    source: Option<SourceMention>,
    cue: Option<Span>,
    /// Token of the cue.
    token: Option<usize>,
    /// Cue token of the earlier voice that these quoted words go on from.
    follows: Option<usize>,
    class: CueClass,
    form: ContentForm,
    /// Whether what it covers is there whoever speaks: "condemned the raid".
    takes_granted: bool,
    /// Whether it leaves open only a detail: "did not say why the visas were denied".
    withholds: bool,
    told: Option<usize>,
    /// When it spoke: index into the times.
    said: Option<usize>,
    /// All tokens it covers.
    content: TokenSet,
    /// Those of them between quotation marks.
    quoted: TokenSet,
    /// Words beside the content that it is about.
    about: TokenSet,
    /// What shows it without a voice.
    shown_by: Option<SourceMention>,
}

/// Who speaks, as spans of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpokenBy {
    /// As named at the cue, without apposition and relative clause.
    pub mention: Span,
    /// The whole phrase: "Ana Ruiz, who heads the centre".
    pub phrase: Span,
    /// The relative pronoun at the cue that takes the source up: "who said".
    pub relative: Option<Span>,
}

/// One voice as spans of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// Who, or what shows it; `None` where only the cue betrays a source.
    pub source: Option<SpokenBy>,
    /// By which words: "has also called for". `None` for quoted words that no cue gives.
    pub cue: Option<Span>,
    /// What the cue does.
    pub class: CueClass,
    /// What is said or thought, run by run; quotes that go on in the same mouth are in it.
    pub content: Vec<Span>,
}

/// All voices of an article.
pub struct Voices<'d> {
    layers: Layers<'d>,
    voices: Vec<Voice>,
    /// By token: the voices that cover it, in order.
    covering: Vec<Vec<u32>>,
    /// By time expression: the cue whose speaking it dates.
    dated: Vec<Option<usize>>,
}

impl<'d> Voices<'d> {
    /// Joins cues and quotes of an article.
    pub fn find(layers: Layers<'d>) -> Self {
        let asides = authors_asides(&layers);
        let mut voices: Vec<Voice> = layers
            .attributions
            .iter()
            .map(|a| from_attribution(layers.doc, a, &asides))
            .collect();
        keep_to_quotes(&layers, &mut voices);
        for quote in layers.quotes {
            add_quote(&layers, &mut voices, quote);
        }
        voices.retain(|v| !v.content.is_empty());
        let mut found = Self {
            covering: covering(layers.doc.len(), &voices),
            layers,
            voices,
            dated: speech::cue_of_times(&layers),
        };
        found.date();
        found
    }

    /// The cue token whose speaking an expression of time dates ("said on Thursday"); such a time
    /// is not the time of what is said.
    pub fn cue_dated_by(&self, time: usize) -> Option<usize> {
        self.dated.get(time).copied().flatten()
    }

    /// Through whose mouths the event named by `token` comes, outermost first. That somebody speaks is told
    /// by whoever tells the sentence: "X accused Y" is no word of X's. A letter "reaffirming Moscow's
    /// commitment" tells what Moscow does.
    pub fn chain_of(&self, token: usize, why: &mut Why) -> SourceChain {
        let by_document = self.at_cue(token).filter(|v| {
            // "a law banning rallies": it does so itself, and does not report it.
            const ENACTED: &[&str] = &[
                "act",
                "bill",
                "constitution",
                "decree",
                "law",
                "legislation",
                "ordinance",
                "statute",
            ];
            let noun = v.source.as_ref().map(|s| self.layers.doc.tok(s.head));
            noun.is_some_and(|noun| {
                Cues::get().is_document(noun.lemma())
                    && !(v.class == CueClass::Stance && ENACTED.contains(&noun.lemma()))
            })
        });
        self.chain(token, by_document, why)
    }

    /// Through whose mouths comes what is said by the cue `token`, its speaker innermost.
    pub fn chain_through(&self, token: usize, why: &mut Why) -> SourceChain {
        let speaks = |v: &&Voice| v.source.as_ref().is_some_and(|s| !self.is_thing(s));
        self.chain(token, self.at_cue(token).filter(speaks), why)
    }

    fn chain(&self, token: usize, innermost: Option<&Voice>, why: &mut Why) -> SourceChain {
        let mut chain = SourceChain::author();
        let mut governing: Vec<&Voice> = self.governing(token).collect();
        // Whoever covers more stands further out; the same words once more are further in.
        // Who is cited tells it to whoever cites, wherever the word stands: "X, citing Y, put the dead at 20".
        let cites = |v: &&Voice| {
            v.token.is_some_and(|t| {
                let cue = self.layers.doc.tok(t);
                cue.tag() == "VBG" && matches!(cue.lemma(), "cite" | "quote")
            })
        };
        governing.sort_by_key(|v| (std::cmp::Reverse(v.content.len()), cites(v), v.token));
        // For each link but the article's own, its outermost and innermost voice.
        let mut voices: Vec<(&Voice, &Voice)> = Vec::new();
        for voice in governing.into_iter().chain(innermost) {
            let link = self.link(voice, token);
            if self.repeats(&chain, voice, &link) || self.shares_view(&chain, voice) {
                if let Some(last) = chain.links.last_mut() {
                    last.direct |= link.direct;
                }
                if let Some((_, innermost)) = voices.last_mut() {
                    *innermost = voice;
                }
                continue;
            }
            voices.push((voice, voice));
            why.note(
                "source",
                explain(self.layers.doc, &link),
                link.cue.or(link.mention),
            );
            chain.links.push(link);
        }
        if chain.links.len() == 1 {
            why.note(
                "source",
                "no cue and no quotation marks govern it: the article's own words",
                None,
            );
        }
        self.commit(&mut chain, &voices, token, why);
        chain
    }

    /// How surely each voice of a chain itself says so. The last one is read as the claim is; the
    /// others only where the next voice's cue tells more than that it speaks: "admitted that",
    /// "falsely claimed that", "pretended that". Else they pass it on and commit themselves to nothing.
    fn commit(
        &self,
        chain: &mut SourceChain,
        voices: &[(&Voice, &Voice)],
        token: usize,
        why: &mut Why,
    ) {
        let mut inner = factuality::of(&self.layers, self, token, &mut Why::default());
        let last = chain.links.len() - 1;
        for k in (0..=last).rev() {
            if k < last {
                let next = voices[k].0;
                let own = k.checked_sub(1).map(|k| voices[k].1);
                if let Some(own) = own.filter(|own| self.stand_side_by_side(own, next)) {
                    let both = "each says so: the one adds nothing to what the other says";
                    why.note("source", both, own.cue);
                    chain.links[k].polarity = inner.polarity;
                    chain.links[k].certainty = inner.certainty;
                    continue;
                }
                let scope = own.map(|v| (&v.content, v.token));
                let seen = match next.token {
                    Some(cue) => factuality::beyond_cue(&self.layers, scope, cue, token, inner),
                    None => factuality::Commitment::None,
                };
                inner = seen.factuality(inner.tense);
                let doc = self.layers.doc;
                let who = match &chain.links[k] {
                    link if k > 0 => naming(doc, link),
                    _ => "the article itself".to_owned(),
                };
                let what = match seen {
                    factuality::Commitment::None => {
                        format!("{who} passes it on and does not say itself that it is so")
                    }
                    factuality::Commitment::Own(f) => format!(
                        "{who} says so too by that word: {} ({})",
                        f.certainty.name(),
                        f.polarity.sign()
                    ),
                };
                why.note("source", what, next.cue);
            }
            chain.links[k].polarity = inner.polarity;
            chain.links[k].certainty = inner.certainty;
        }
    }

    /// "According to residents, troops burned the mill, the mayor says": an adverbial source in front of the
    /// content and a cue behind it each give the same words.
    fn stand_side_by_side(&self, outer: &Voice, inner: &Voice) -> bool {
        let (Some(outer_cue), Some(inner_cue)) = (outer.token, inner.token) else {
            return false;
        };
        let adverbial = matches!(self.layers.doc.tok(inner_cue).lower(), "according" | "per");
        adverbial && inner.content.last().is_some_and(|last| last < outer_cue)
    }

    /// The voice whose cue is this token. Voices with cues come first, in the order of their cues.
    fn at_cue(&self, token: usize) -> Option<&Voice> {
        let with_cue = self.voices.partition_point(|v| v.token.is_some());
        let at = self.voices[..with_cue].partition_point(|v| v.token < Some(token));
        self.voices[at..with_cue]
            .first()
            .filter(|v| v.token == Some(token))
    }

    /// Every voice of the article: whose, by which cue, with which words.
    pub fn spoken(&self) -> impl Iterator<Item = Spoken> + '_ {
        let goes_on = |voice: &Voice| {
            let token = voice.token;
            self.voices
                .iter()
                .filter(move |more| token.is_some() && more.follows == token)
        };
        let own = self.voices.iter().filter(|voice| voice.follows.is_none());
        let given_out: Vec<usize> = own
            .clone()
            .filter_map(|voice| Some(self.given_out(voice)?.0))
            .collect();
        let within = move |voice: &Voice| voice.token.is_some_and(|t| given_out.contains(&t));
        let own = own.filter(move |voice| !self.is_nobodys(voice) && !within(voice));
        own.map(move |voice| {
            let whole = voice.content.joined(&voice.about);
            let content = goes_on(voice).fold(whole, |all, more| all.joined(&more.content));
            self.as_spans(voice, &content)
        })
    }

    /// Words in which nobody says, thinks or wants a thing: a noun that tells of a plea or a sign without
    /// telling whose ("a plea for help"), "what appeared to be an accident", and a position that somebody
    /// only could or should take.
    fn is_nobodys(&self, voice: &Voice) -> bool {
        let Some(cue) = voice.token.map(|t| self.layers.doc.tok(t)) else {
            return false;
        };
        if asks_reader(cue)
            || sees_thing(voice, cue)
            || hands_out(voice, cue)
            || is_document(voice, cue)
            || is_only_named(voice, cue)
        {
            return true;
        }
        if voice.source.is_some() || voice.shown_by.is_some() {
            let may = |c: Tok<'_>| {
                c.dep() == "aux"
                    && matches!(c.lower(), "can" | "could" | "should" | "may" | "might")
            };
            return voice.class == CueClass::Stance
                && voice.form == ContentForm::Phrase
                && cue.children().any(may);
        }
        let class = voice.class;
        let unowned = matches!(class, CueClass::Urge | CueClass::Evidence | CueClass::Think);
        let about = voice.about.first().map(|i| self.layers.doc.tok(i));
        unowned && (cue.pos() == Pos::Noun || about.is_some_and(|t| t.lower() == "what"))
    }

    /// The verb and the speaker that give out the text in which this voice speaks.
    fn given_out(&self, voice: &Voice) -> Option<(usize, usize)> {
        let text = voice.source.as_ref()?.head;
        extent::given_out(self.layers.doc, voice.token?, text)
    }

    fn as_spans(&self, voice: &Voice, content: &TokenSet) -> Spoken {
        let doc = self.layers.doc;
        let by = |source: &SourceMention| SpokenBy {
            mention: source.span,
            phrase: extent::source_phrase(doc, source.head, voice.token, content),
            relative: voice
                .token
                .and_then(|cue| extent::relative_pronoun(doc, source.head, cue)),
        };
        let cue = voice.cue.zip(voice.token);
        let given_out = self.given_out(voice);
        let speaker = given_out.map(|(_, speaker)| SourceMention::of(doc.tok(speaker)));
        let source = speaker
            .as_ref()
            .or(voice.source.as_ref())
            .or(voice.shown_by.as_ref());
        let head = source.map(|s| s.head);
        let cue = cue.map(|(cue, token)| {
            let phrase = extent::cue_phrase(doc, token, cue, head, content);
            given_out.map_or(phrase, |(verb, _)| extent::giving_out(doc, verb, phrase))
        });
        // "expressed concern about": what is uttered is a word of the cue.
        let words = cue.map_or_else(TokenSet::default, |c| TokenSet::run(doc.tokens_in(c)));
        let content = &content.without(&words);
        Spoken {
            source: source.map(by),
            cue,
            class: voice.class,
            content: content.spans(doc),
        }
    }

    /// The token of the innermost cue that covers `token`, where its content ends for whoever
    /// reads how surely it is said.
    pub fn innermost_cue(&self, token: usize) -> Option<usize> {
        self.innermost(token)?.token
    }

    /// Who says what stands at `token`, as named at the cue; the innermost.
    pub fn speaker(&self, token: usize) -> Option<Span> {
        Some(self.innermost(token)?.source.as_ref()?.span)
    }

    /// The tokens that the innermost voice covers around `token`.
    pub fn innermost_content(&self, token: usize) -> Option<&TokenSet> {
        Some(&self.innermost(token)?.content)
    }

    fn innermost(&self, token: usize) -> Option<&Voice> {
        self.governing(token).min_by_key(|v| v.content.len())
    }

    /// The voices that `token` comes through.
    fn governing(&self, token: usize) -> impl Iterator<Item = &Voice> + '_ {
        let covering = self.covering.get(token).map_or(&[][..], |c| c);
        covering
            .iter()
            .map(|&v| &self.voices[v as usize])
            .filter(move |v| self.governs(v, token))
    }

    fn governs(&self, voice: &Voice, token: usize) -> bool {
        let silent = match voice.class {
            // Words behind a colon are said even where the cue before it is no word of speech.
            CueClass::Intend | CueClass::Stance => !voice.quoted.contains(token),
            // An inference drawn from things is the writer's own.
            CueClass::Evidence => voice.source.is_none(),
            CueClass::Manner => !voice.quoted.contains(token),
            // Who praises or condemns a thing takes it for granted; who accuses tells it.
            // "pledged to lift the siege *imposed* in May": what is promised is told, and not what has been.
            CueClass::Judge | CueClass::Express => {
                let promises =
                    || voice.form == ContentForm::Infinitive && self.is_known_before(voice, token);
                !voice.quoted.contains(token) && (voice.takes_granted || promises())
            }
            // "urged Kalem to free the clerks *it arrested*": what is asked for is told, and not what has been.
            CueClass::Urge => !voice.quoted.contains(token) && self.is_known_before(voice, token),
            // Who does not say why it happened lets it stand.
            _ => voice.withholds,
        };
        // "No group said …": that nobody speaks is what the writer tells.
        let nobody = voice
            .source
            .as_ref()
            .is_some_and(|s| is_nobody(self.layers.doc, s));
        let thing = voice.source.as_ref().is_some_and(|s| self.is_thing(s));
        !silent
            && !nobody
            && !thing
            && voice.token != Some(token)
            && !self.goes_on_beside(voice, token)
    }

    /// Whether a word stands in what who speaks is told to do beside speaking, wherever the parser hung it: "said guards
    /// had been sent and *imposed* a curfew".
    fn goes_on_beside(&self, voice: &Voice, token: usize) -> bool {
        let doc = self.layers.doc;
        let Some(cue) = voice.token.map(|t| doc.tok(t)) else {
            return false;
        };
        let word = doc.tok(token);
        std::iter::once(word)
            .chain(word.ancestors())
            .take_while(|t| voice.content.contains(t.i))
            .filter(|t| t.dep() == "conj" && !voice.quoted.contains(t.i))
            .any(|t| t.head().and_then(|first| clause::goes_on_above(t, first)) == Some(cue))
    }

    /// Whether a word stands in a clause or participle that only describes somebody or something in what is said:
    /// "the clerks *it arrested*", "the bridge *closed* in May".
    fn is_known_before(&self, voice: &Voice, token: usize) -> bool {
        let doc = self.layers.doc;
        // "for *every* trafficker that is tried": whoever comes to be, nobody known.
        let whoever = |t: Tok<'_>| {
            t.head().is_some_and(|who| {
                who.children()
                    .any(|c| c.dep() == "det" && matches!(c.lower(), "any" | "each" | "every"))
            })
        };
        let describes = |t: Tok<'_>| {
            t.dep_in(&["relcl", "acl"])
                && (t.tag() == "VBD" || t.tag() == "VBN" && !whoever(t))
                && voice.content.contains(t.i)
        };
        std::iter::once(doc.tok(token))
            .chain(doc.tok(token).ancestors())
            .take_while(|t| Some(t.i) != voice.token)
            .any(describes)
    }

    /// "rejected the offer and said *it* insulted workers": an offer says nothing.
    fn is_thing(&self, source: &SourceMention) -> bool {
        let doc = self.layers.doc;
        let meant = self.layers.coref.antecedent(source.head);
        let noun = meant.map(|full| doc.tok(full.head));
        doc.tok(source.head).lower() == "it"
            && noun.is_some_and(|noun| {
                noun.pos() == Pos::Noun
                    && !noun_classes(noun.lemma()).meets(ClassSet::AGENT)
                    && !Cues::get().is_document(noun.lemma())
            })
    }

    fn link(&self, voice: &Voice, token: usize) -> SourceLink {
        let doc = self.layers.doc;
        let coref = self.layers.coref;
        let head = voice.source.as_ref().map(|s| s.head);
        let full = head.and_then(|h| coref.issuer(h).or_else(|| coref.antecedent(h)));
        // "the Kremlin" is named as fully by "Kremlin".
        let mention = voice
            .source
            .as_ref()
            .map_or("", |s| s.span.slice(doc.text()));
        let full = full.filter(|a| !mention.contains(a.span.slice(doc.text())));
        let told = voice
            .told
            .map(|t| doc.tok(t))
            .filter(|t| t.pos() == Pos::Propn);
        SourceLink {
            kind: head.map_or(SourceKind::Unnamed, |h| kind::of(&self.layers, h)),
            mention: voice.source.as_ref().map(|s| s.span),
            resolved: full.map(|a| a.span),
            office: head.and_then(|h| office::of(&self.layers, h)),
            cue: voice.cue,
            direct: voice.quoted.contains(token),
            told: told.map(phrase::noun_phrase_span),
            said: voice.said,
            // Both are filled in when the chain is whole.
            polarity: Polarity::Unknown,
            certainty: Certainty::Unknown,
        }
    }

    /// "Dahir said he believes …" is one voice, not two.
    fn repeats(&self, chain: &SourceChain, voice: &Voice, link: &SourceLink) -> bool {
        let first_person = voice
            .source
            .as_ref()
            .is_some_and(|s| matches!(self.layers.doc.tok(s.head).lower(), "i" | "we"));
        if (first_person || self.is_teller_himself(chain, voice)) && chain.links.len() > 1 {
            return true;
        }
        let (Some(last), Some(mention)) = (chain.links.last(), link.mention) else {
            return false;
        };
        let Some(outer) = last.mention else {
            return false;
        };
        let named = |l: &SourceLink| l.resolved.or(l.mention);
        // "Noor said at *her* briefing"
        let head = |span: Span| self.layers.doc.tokens_in(span).rev();
        let mut heads = head(outer).flat_map(|a| head(mention).map(move |b| (a, b)));
        let one_person = voice
            .source
            .as_ref()
            .is_some_and(|s| self.layers.doc.tok(s.head).pos() == Pos::Pron)
            && heads.any(|(a, b)| self.layers.coref.same(a, b));
        outer == mention || named(last) == named(link) || one_person
    }

    /// "The mayor said a truce *was expected*", "…, the UN said nine *were feared* dead": what somebody who is named tells as
    /// thought by nobody else he thinks himself.
    fn shares_view(&self, chain: &SourceChain, voice: &Voice) -> bool {
        chain.links.len() > 1
            && voice.source.is_none()
            && voice.shown_by.is_none()
            && voice.token.is_some_and(|t| {
                let cue = self.layers.doc.tok(t);
                let thinks = matches!(voice.class, CueClass::Think | CueClass::Fear);
                cue.tag() == "VBN" && (thinks || cue.lemma() == "suspect")
            })
    }

    /// "A passer-by said that he saw …": where nobody is known to be meant, the pronoun right below a cue is
    /// the one who speaks by it.
    fn is_teller_himself(&self, chain: &SourceChain, voice: &Voice) -> bool {
        let doc = self.layers.doc;
        let pronoun = voice.source.as_ref().is_some_and(|s| {
            matches!(doc.tok(s.head).lower(), "he" | "she" | "they")
                && self.layers.coref.antecedent(s.head).is_none()
        });
        let cue = voice.token.map(|token| doc.tok(token));
        let teller = cue.and_then(|c| c.head().filter(|_| c.dep() == "ccomp"));
        let outer = chain.links.last().and_then(|link| link.cue);
        pronoun
            && teller
                .zip(outer)
                .is_some_and(|(teller, outer)| outer.contains(teller.span()))
    }

    /// Gives voices their times of speaking; a quote that goes on takes that of its first words, a
    /// document's later words that of its first mention.
    fn date(&mut self) {
        let mut by_token: BTreeMap<usize, usize> = BTreeMap::new();
        for (time, cue) in self.dated.iter().enumerate() {
            if let Some(cue) = *cue {
                by_token.entry(cue).or_insert(time);
            }
        }
        for k in 0..self.voices.len() {
            let own = self.voices[k]
                .token
                .and_then(|token| by_token.get(&token).copied());
            self.voices[k].said = own.or_else(|| self.said_elsewhere(k));
        }
    }

    fn said_elsewhere(&self, k: usize) -> Option<usize> {
        let head = self.voices[k].source.as_ref()?.head;
        let text_of = |i: usize| self.layers.coref.issuer(i).is_some();
        if self.voices[k].token.is_none() {
            let first = self.voices[..k].iter().rev();
            return first
                .filter(|v| v.source.as_ref().is_some_and(|s| s.head == head))
                .find_map(|v| v.said);
        }
        if !text_of(head) {
            return None;
        }
        // "In a statement on Thursday, the ministry confirmed … the statement said."
        let is_same = |i: usize| i != head && self.layers.coref.same(i, head);
        self.dated.iter().enumerate().find_map(|(time, cue)| {
            let verb = self.layers.doc.tok((*cue)?);
            verb.subtree()
                .iter()
                .any(|t| t.i < head && is_same(t.i))
                .then_some(time)
        })
    }
}

/// By token: the voices whose content holds it.
fn covering(tokens: usize, voices: &[Voice]) -> Vec<Vec<u32>> {
    let mut found = vec![Vec::new(); tokens];
    for (v, voice) in voices.iter().enumerate() {
        for token in voice.content.tokens() {
            found[token].push(v as u32);
        }
    }
    found
}

/// "Do you support the pier?": what the reader is asked about himself.
fn asks_reader(cue: Tok<'_>) -> bool {
    let you = cue.child(&["nsubj"]).filter(|s| s.lower() == "you");
    let inverted = |you: Tok<'_>| cue.children().any(|c| c.dep() == "aux" && c.i < you.i);
    cue.dep() == "ROOT" && you.is_some_and(inverted)
}

/// "those who have *seen* the letter", "went to *see* whether it stood": looking at a thing by the way, where
/// nothing is said of it ("saw the letter as a threat").
fn sees_thing(voice: &Voice, cue: Tok<'_>) -> bool {
    let judged = |t: Tok<'_>| t.lower() == "as" && t.dep_in(&["prep", "mark"]);
    let thing = cue.child(&["dobj"]);
    let taken_for = cue.children().any(judged) || thing.is_some_and(|o| o.children().any(judged));
    let by_the_way = match voice.form {
        ContentForm::Phrase => cue.dep() != "ROOT" && !taken_for,
        _ => cue.dep() == "advcl" && cue.tag() == "VB",
    };
    cue.lemma() == "see" && cue.child(&["nsubjpass", "auxpass"]).is_none() && by_the_way
}

/// "paid a price for *attacking* the mayor", "who came *to protest* the vote", "were not authorised *to discuss* it": a
/// position named as a deed, which nobody is said to take here; what is done "by", "after" or "before" is taken.
fn is_only_named(voice: &Voice, cue: Tok<'_>) -> bool {
    let Some(up) = cue.head() else {
        return false;
    };
    let named = cue.tag() == "VBG"
        && cue.dep() == "pcomp"
        && matches!(
            up.lower(),
            "as" | "for" | "from" | "in" | "into" | "of" | "on" | "to"
        );
    let purpose = cue.tag() == "VB" && cue.dep() == "advcl" && up.dep() == "relcl";
    let allowed = cue.tag() == "VB"
        && cue.dep() == "xcomp"
        && matches!(
            up.lemma(),
            "allow" | "authorise" | "authorize" | "permit" | "require"
        );
    voice.class == CueClass::Stance
        && voice.form == ContentForm::Phrase
        && (named || purpose || allowed)
}

/// "papers *released* by the ministry", "the man who is *challenging* the mayor": a participle that tells where a
/// text comes from, or against whom somebody runs.
fn hands_out(voice: &Voice, cue: Tok<'_>) -> bool {
    let given_out = matches!(
        cue.lemma(),
        "release" | "issue" | "publish" | "offer" | "air"
    ) && cue.tag() == "VBN"
        && (cue.dep() == "acl" || voice.source.is_none());
    let runs = cue.lemma() == "challenge" && cue.tag() == "VBG" && cue.dep_in(&["relcl", "acl"]);
    given_out || runs
}

/// "wrote *a report on* the dam", "their *message of* hope": a text as a thing that somebody makes or reads.
fn is_document(voice: &Voice, cue: Tok<'_>) -> bool {
    let itself = voice.source.as_ref().is_some_and(|s| s.head == cue.i);
    let made = match voice.form {
        ContentForm::Phrase => cue.dep() == "dobj",
        _ => itself && cue.dep_in(&["dobj", "pobj"]),
    };
    voice.class == CueClass::Document && made
}

fn from_attribution(doc: &Document, a: &Attribution, asides: &[Aside]) -> Voice {
    let last = a.content.runs().last().map_or(0, |run| run.end);
    let first = asides.partition_point(|aside| aside.words.first() < a.content.first());
    let within = asides[first..]
        .iter()
        .take_while(|aside| aside.words.first() < Some(last));
    // What closes a reported clause ("said they shot at the men, who fled", "hit a bus in Kalem, where six were killed,
    // according to the mayor") is reported with it, unless somebody speaks there ("said he had the letter, which he
    // called a joke").
    let behind = a.content.first() > Some(a.token);
    let according = a.pos == CuePos::Adverb && doc.tok(a.token).lower() == "according";
    let closes = |aside: &&Aside| {
        let told_first = aside.words.last() < Some(a.token) && according;
        a.form == ContentForm::Clause
            && (a.pos == CuePos::Verb && behind || told_first)
            && a.class == CueClass::Say
            && !aside.speaks
            && aside
                .words
                .last()
                .zip(
                    a.content
                        .tokens()
                        .filter(|i| doc.tok(*i).pos() != Pos::Punct)
                        .last(),
                )
                .is_some_and(|(x, y)| x >= y)
    };
    let parted = within.filter(|aside| !closes(aside) && !aside.words.contains(a.token));
    let mut content = parted.fold(a.content.clone(), |rest, aside| rest.without(&aside.words));
    if a.pos == CuePos::Noun {
        content = without_backgrounds(doc, &content);
    }
    // "blamed the firm for its debts, which he called a scandal".
    let told_apart = asides.iter().filter(|aside| {
        let first = aside.words.first();
        aside.speaks && first.is_some_and(|i| a.about.contains(i)) && !aside.words.contains(a.token)
    });
    let about = told_apart.fold(a.about.clone(), |rest, aside| rest.without(&aside.words));
    Voice {
        source: a.source.clone(),
        cue: Some(a.cue),
        token: Some(a.token),
        follows: None,
        class: a.class,
        form: a.form,
        takes_granted: doc
            .tok(a.token)
            .children()
            .any(|c| c.dep_in(&["dobj", "nsubjpass"]) && a.content.contains(c.i)),
        withholds: withholds_detail(doc, a),
        told: a.told,
        said: None,
        content,
        quoted: TokenSet::default(),
        about,
        shown_by: a.shown_by.clone(),
    }
}

/// "“I think it failed,” Ruiz said.": what a cue within quoted words gives ends with them, though the parser
/// may hang the words behind them on it.
fn keep_to_quotes(layers: &Layers<'_>, voices: &mut [Voice]) {
    for quote in layers.quotes.iter().filter(|q| q.kind != QuoteKind::Scare) {
        let words = layers.doc.tokens_in(quote.span);
        let from = voices.partition_point(|v| v.token < Some(words.start));
        let spoken = voices[from..].iter_mut();
        for voice in spoken.take_while(|v| v.token < Some(words.end)) {
            voice.content = voice.content.clipped(words.clone());
            voice.about = voice.about.clipped(words.clone());
        }
    }
}

/// "no group", "nobody", "neither side".
fn is_nobody(doc: &Document, source: &SourceMention) -> bool {
    let head = doc.tok(source.head);
    let none = |t: Tok<'_>| matches!(t.lower(), "no" | "neither" | "none" | "nobody" | "no-one");
    none(head)
        || head
            .children()
            .any(|c| c.i < head.i && c.dep_in(&["det", "neg", "preconj"]) && none(c))
}

/// A negated cue whose clause asks why, when, where or how, and "has not *acknowledged* doing it": that it happened is
/// the writer's.
fn withholds_detail(doc: &Document, a: &Attribution) -> bool {
    let negated = doc.tok(a.token).child(&["neg"]).is_some();
    let asks = a
        .content
        .first()
        .is_some_and(|i| matches!(doc.tok(i).lower(), "why" | "when" | "where" | "how"));
    let owns_up = matches!(
        doc.tok(a.token).lemma(),
        "acknowledge" | "admit" | "confess"
    );
    let deed = a.form == ContentForm::Clause
        || a.content.first().is_some_and(|i| doc.tok(i).tag() == "VBG");
    negated && (owns_up && deed || asks && a.form == ContentForm::Clause)
}

/// Relative clauses behind a comma are the writer's own addition to reported words: "doubts about
/// the dam, which later burst".
fn authors_asides(layers: &Layers<'_>) -> Vec<Aside> {
    let clauses = layers
        .doc
        .toks()
        .filter(|t| t.dep() == "relcl" && is_aside(*t) && !is_share_of_them(*t));
    let mut asides: Vec<Aside> = clauses
        .map(|clause| {
            let first = layers.attributions.partition_point(|a| a.token < clause.i);
            let cue = layers.attributions.get(first);
            Aside {
                words: TokenSet::subtree(clause),
                speaks: cue.is_some_and(|a| {
                    let holder = a
                        .source
                        .as_ref()
                        .is_some_and(|s| clause.governs(layers.doc.tok(s.head)));
                    a.token == clause.i && holder
                }),
            }
        })
        .collect();
    asides.sort_by_key(|aside| aside.words.first());
    asides
}

/// "nine nurses, *six of whom have been freed*", "drones, *two of which crashed*": how many of them it befell is known from
/// who tells of them.
fn is_share_of_them(clause: Tok<'_>) -> bool {
    let share = clause.child(&["nsubj", "nsubjpass"]);
    share.is_some_and(|s| object_of(s, "of").is_some_and(|o| matches!(o.lower(), "whom" | "which")))
}

/// A relative clause behind a comma.
struct Aside {
    words: TokenSet,
    /// Whether somebody named in it speaks there.
    speaks: bool,
}

/// What reports and rumours hang their story on ("… after the government was toppled") is
/// background that the writer shares.
fn without_backgrounds(doc: &Document, content: &TokenSet) -> TokenSet {
    let backgrounds = content.tokens().map(|i| doc.tok(i)).filter(|t| {
        t.dep() == "advcl"
            && t.children().any(|m| {
                m.dep_in(&["mark", "advmod"])
                    && matches!(m.lower(), "after" | "before" | "since" | "when")
            })
            && t.child(&["nsubj", "nsubjpass"]).is_some()
    });
    backgrounds.fold(content.clone(), |rest, clause| {
        rest.without(&TokenSet::subtree(clause))
    })
}

/// Quoted words belong to their cue's voice; words that go on from an earlier quote, or that
/// nobody owns, are a voice of their own.
fn add_quote(layers: &Layers<'_>, voices: &mut Vec<Voice>, quote: &Quote) {
    let tokens = TokenSet::run(layers.doc.tokens_in(quote.span));
    let Some(speaker) = &quote.speaker else {
        if quote.kind == QuoteKind::Speech {
            voices.push(quoted_voice(None, tokens));
        }
        return;
    };
    let of_cue = by_cue(voices, quote.cue);
    if let Some(voice) = of_cue {
        voice.content = voice.content.joined(&tokens);
        voice.quoted = voice.quoted.joined(&tokens);
        return;
    }
    let source = SourceMention {
        head: speaker.head,
        span: speaker.mention,
    };
    let start = tokens.first();
    let before = voices.iter().filter(|v| {
        v.token.is_some_and(|t| Some(t) < start)
            && v.source.as_ref().is_some_and(|s| s.head == speaker.head)
    });
    let nearest = before.filter_map(|v| v.token).max();
    let follows = by_cue(voices, first_cue(layers.quotes, quote))
        .and_then(|v| v.token)
        .or(nearest);
    let mut voice = quoted_voice(Some(source), tokens);
    voice.follows = follows;
    voices.push(voice);
}

/// The cue of the words that a quote goes on from, quote by quote back to the first.
fn first_cue(quotes: &[Quote], quote: &Quote) -> Option<Span> {
    let mut quote = quote;
    while let Some(before) = quote.continues.and_then(|k| quotes.get(k)) {
        if before.cue.is_some() {
            return before.cue;
        }
        quote = before;
    }
    None
}

/// The voice with this cue. Those made from attributions come first, in the order of their cues.
fn by_cue(voices: &mut [Voice], cue: Option<Span>) -> Option<&mut Voice> {
    let cue = cue?;
    let attributed = voices.partition_point(|v| v.cue.is_some());
    let at = voices[..attributed].partition_point(|v| v.cue.is_some_and(|c| c.start < cue.start));
    voices[at..attributed]
        .iter_mut()
        .take_while(|v| v.cue.is_some_and(|c| c.start == cue.start))
        .find(|v| v.cue == Some(cue))
}

fn quoted_voice(source: Option<SourceMention>, tokens: TokenSet) -> Voice {
    Voice {
        source,
        cue: None,
        token: None,
        follows: None,
        class: CueClass::Say,
        form: ContentForm::None,
        takes_granted: false,
        withholds: false,
        told: None,
        said: None,
        content: tokens.clone(),
        quoted: tokens,
        about: TokenSet::default(),
        shown_by: None,
    }
}

/// The step of the trail that a link is.
fn explain(doc: &Document, link: &SourceLink) -> String {
    let who = naming(doc, link);
    let how = if link.direct { "quoted" } else { "reported" };
    match link.cue.map(|s| s.slice(doc.text())) {
        Some(cue) => format!("“{cue}” gives it to {who}, {how}"),
        None => format!("{how} words of {who}"),
    }
}

/// A link's words and its fullest naming.
fn naming(doc: &Document, link: &SourceLink) -> String {
    let words = |span: Option<Span>| span.map(|s| s.slice(doc.text()));
    match (words(link.mention), words(link.resolved)) {
        (Some(mention), Some(full)) if mention != full => format!("“{mention}” ({full})"),
        (Some(mention), _) => format!("“{mention}”"),
        (None, _) => "a source that is not named".to_owned(),
    }
}
