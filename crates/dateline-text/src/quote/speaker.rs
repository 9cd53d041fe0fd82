//! Who says quoted words: a cue beside the quote, a cue around it, or the quote before.

use super::marks::Marked;
use super::{Quote, QuoteKind, Speaker, is_clause};
use crate::attribution::{Attribution, ContentForm, SourceMention, subject_of};
use crate::document::{Document, Pos, Tok};
use crate::phrase;
use dateline_data::cues::{CueClass, CuePos};
use dateline_data::{ClassSet, NounClass, noun_classes};
use dateline_span::Span;
use std::ops::Range;

/// How far from the quote, in tokens, a cue may stand that its parse does not tie to it.
const REACH: usize = 16;

/// A label's name holds no more words; with what it is, twice as many.
const LABEL: usize = 6;

/// What was found about the owner of a quote.
struct Owner {
    source: Option<SourceMention>,
    cue: Option<Span>,
    /// Token of the cue.
    token: Option<usize>,
    continues: Option<usize>,
    reason: &'static str,
}

impl Owner {
    /// Nobody, and why.
    fn nobody(reason: &'static str) -> Self {
        Self {
            source: None,
            cue: None,
            token: None,
            continues: None,
            reason,
        }
    }
}

/// Gives each stretch between marks its owner and kind.
pub fn assign(
    doc: &Document,
    paragraphs: &[Span],
    marked: &[Marked],
    attributions: &[Attribution],
) -> Vec<Quote> {
    let finder = Finder::new(doc, paragraphs, marked, attributions);
    let mut quotes: Vec<Quote> = Vec::with_capacity(marked.len());
    let mut cue_tokens: Vec<Option<usize>> = Vec::with_capacity(marked.len());
    for (k, stretch) in marked.iter().enumerate() {
        let owner = finder.owner(k, &quotes, &cue_tokens);
        // "The bridge held.", and in the next paragraph what goes on with it, signed there.
        let unsigned = stretch.reopens
            && owner.source.is_some()
            && quotes.last().is_some_and(|before| before.speaker.is_none());
        if unsigned && let Some(before) = quotes.pop() {
            let signed = Owner {
                source: owner.source.clone(),
                cue: owner.cue,
                token: None,
                continues: before.continues,
                reason: "signed in the paragraph behind",
            };
            quotes.push(quote_of(doc, &marked[k - 1], signed));
        }
        cue_tokens.push(owner.token);
        quotes.push(quote_of(doc, stretch, owner));
    }
    for k in (1..quotes.len()).rev() {
        // "“The dam is gone.", and below, "“We slept,” said Dahir": the last paragraph names the speaker of all.
        if marked[k].reopens && quotes[k - 1].speaker.is_none() {
            let speaker = quotes[k].speaker.clone();
            if speaker.is_some() {
                quotes[k - 1].speaker = speaker;
                quotes[k - 1].kind = QuoteKind::Speech;
                quotes[k - 1].reason = "goes on in the paragraph after";
            }
        }
    }
    quotes
}

fn quote_of(doc: &Document, marked: &Marked, owner: Owner) -> Quote {
    let clause = is_clause(doc, marked.span);
    let ends = marked
        .span
        .slice(doc.text())
        .ends_with([',', '.', '?', '!', '…']);
    let kind = match (&owner.source, clause) {
        (_, true) => QuoteKind::Speech,
        (Some(_), false) if ends && owner.token.is_some_and(|t| stands_apart(doc, marked, t)) => {
            QuoteKind::Speech
        }
        (Some(_), false) => QuoteKind::Fragment,
        (None, false) => QuoteKind::Scare,
    };
    Quote {
        span: marked.span,
        marks: marked.marks,
        kind,
        speaker: owner.source.map(|s| Speaker {
            mention: s.span,
            head: s.head,
            resolved: None,
        }),
        cue: owner.cue,
        continues: owner.continues,
        reason: owner.reason,
        candidates: Vec::new(),
    }
}

/// The quote opens its sentence or follows a colon or comma: an utterance of few words ("Never.").
fn stands_apart(doc: &Document, marked: &Marked, cue: usize) -> bool {
    let first = doc.tokens_in(marked.marks).start;
    let opens = first == doc.sentences()[doc.sentence_of(first)].tokens.start;
    opens
        || doc
            .tok(first)
            .prev()
            .is_some_and(|p| matches!(p.text(), "," | ":"))
            && cue < first
}

struct Finder<'d> {
    doc: &'d Document,
    marked: &'d [Marked],
    paragraphs: Vec<Range<usize>>,
    attributions: &'d [Attribution],
    /// Whether a token stands between marks.
    quoted: Vec<bool>,
}

impl<'d> Finder<'d> {
    fn new(
        doc: &'d Document,
        paragraphs: &[Span],
        marked: &'d [Marked],
        attributions: &'d [Attribution],
    ) -> Self {
        let mut quoted = vec![false; doc.len()];
        for mark in marked {
            quoted[doc.tokens_in(mark.marks)].fill(true);
        }
        Self {
            doc,
            marked,
            paragraphs: paragraphs.iter().map(|p| doc.tokens_in(*p)).collect(),
            attributions,
            quoted,
        }
    }

    fn owner(&self, k: usize, before: &[Quote], cue_tokens: &[Option<usize>]) -> Owner {
        if self.marked[k].reopens
            && k > 0
            && let Some(owner) = self.continued(k - 1, before, "goes on from the paragraph before")
        {
            return self.cue_after(k).unwrap_or(owner);
        }
        if self.is_byname(k) {
            return Owner::nobody("a name that somebody goes by");
        }
        let found = self
            .cue_around(k)
            .or_else(|| self.judged(k))
            .or_else(|| self.cue_after(k))
            .or_else(|| self.cue_before(k, cue_tokens))
            .or_else(|| self.signature_after(k));
        if let Some(found) = found {
            let shared = k.checked_sub(1).filter(|&p| {
                self.marked[p].paragraph == self.marked[k].paragraph
                    && cue_tokens[p].is_some()
                    && cue_tokens[p] == found.token
                    && (found.reason != AROUND || before[p].reason == AFTER)
            });
            return match shared {
                Some(p) => self
                    .continued(p, before, "the same utterance, broken by its cue")
                    .unwrap_or(found),
                None => found,
            };
        }
        self.after_quote_in_paragraph(k, before, cue_tokens)
            .or_else(|| self.after_reported_words(k))
            .or_else(|| self.only_voice_of_sentence(k))
            .or_else(|| self.alone_in_paragraph(k, before))
            .unwrap_or(Owner::nobody("no cue of speech governs these words"))
    }

    /// "alias *“Gaviota,”*", "a man known as *“El Tuerto.”*": names, whatever stop stands before the closing mark.
    fn is_byname(&self, k: usize) -> bool {
        const LONGEST: usize = 4;
        let tokens = self.tokens(k);
        let words = phrase::trim_punctuation(self.doc, tokens.clone());
        let named = (1..=LONGEST).contains(&words.len())
            && self
                .doc
                .tok(words.start)
                .text()
                .starts_with(char::is_uppercase);
        let before = |n: usize| tokens.start.checked_sub(n).map(|i| self.doc.tok(i));
        let called = before(1).is_some_and(|t| {
            matches!(
                t.lower(),
                "alias" | "aka" | "codenamed" | "dubbed" | "nicknamed"
            ) || t.lower() == "as" && before(2).is_some_and(|verb| verb.lower() == "known")
        });
        named && called
    }

    /// The tokens of quote `k`, marks included.
    fn tokens(&self, k: usize) -> Range<usize> {
        self.doc.tokens_in(self.marked[k].marks)
    }

    fn paragraph(&self, k: usize) -> Range<usize> {
        self.paragraphs[self.marked[k].paragraph].clone()
    }

    /// A cue whose content, by the parse, holds the quote's words; the innermost.
    fn cue_around(&self, k: usize) -> Option<Owner> {
        let tokens = self.tokens(k);
        let core = phrase::trim_punctuation(self.doc, tokens.clone());
        if core.is_empty() || self.is_utterance(k) {
            return None;
        }
        let inside = self.cues_in(self.paragraph(k)).iter().filter(|a| {
            !self.quoted[a.token]
                && !matches!(
                    a.class,
                    CueClass::Intend | CueClass::Stance | CueClass::Manner
                )
                && a.content.contains(core.start)
        });
        let innermost = inside.min_by_key(|a| a.content.len())?;
        let source = innermost.source.clone()?;
        let names_it = source.span.overlaps(self.marked[k].span);
        (!names_it).then(|| owner(source, innermost, AROUND))
    }

    /// "denounced by the league as *“a farce”*", "blamed it on *“a few hotheads”*": words for what somebody judges.
    fn judged(&self, k: usize) -> Option<Owner> {
        const FARTHEST: usize = 6;
        let tokens = self.tokens(k);
        let core = phrase::trim_punctuation(self.doc, tokens.clone());
        if core.is_empty() {
            return None;
        }
        let mut at = self.doc.tok(core.start);
        for _ in 0..FARTHEST {
            let above = at.head()?;
            let links = match at.lower() {
                "as" => above.pos() == Pos::Verb,
                "on" => matches!(above.lemma(), "blame" | "pin"),
                _ => false,
            };
            if links && at.i < tokens.start && at.i + 2 >= tokens.start {
                let cue = self
                    .cues_in(self.paragraph(k))
                    .iter()
                    .find(|a| a.token == above.i)?;
                let source = cue.source.clone()?;
                return Some(owner(source, cue, JUDGED));
            }
            at = above;
        }
        None
    }

    /// Whether the quote is an utterance of its own rather than words set in the writer's
    /// sentence: it opens its sentence or follows a colon.
    fn is_utterance(&self, k: usize) -> bool {
        let first = self.tokens(k).start;
        let paragraph = self.paragraph(k);
        if first <= paragraph.start {
            return true;
        }
        let before = self.doc.tok(first - 1);
        matches!(before.text(), "." | "!" | "?" | ":") || self.quoted[first - 1]
    }

    /// "…,” said Omar Dahir": the next words after the quote hold a cue with its subject.
    fn cue_after(&self, k: usize) -> Option<Owner> {
        let end = self.tokens(k).end;
        let stretch = self.until_sentence_end(end, self.paragraph(k).end);
        let first = self
            .doc
            .range(stretch.clone())
            .find(|t| t.pos() != Pos::Space)?;
        // Inner marks may stand between the full stop and the outer ones.
        let words = self.marked[k].span.slice(self.doc.text());
        let words = words.trim_end_matches(['\'', '’', '"', '”']);
        let full_stop = words.ends_with('.');
        let starts_low = first.text().starts_with(char::is_lowercase);
        if full_stop && !starts_low {
            return None;
        }
        let cue = self.cues_in(stretch.clone()).iter().find(|a| {
            a.quotes
                && a.token < end + REACH
                && a.source.as_ref().is_some_and(|s| stretch.contains(&s.head))
        })?;
        let source = cue.source.clone()?;
        // "…”, while Ruiz called for talks, *saying* …": what he says comes behind.
        let says = self.doc.tok(cue.token);
        let asides = says.tag() == "VBG"
            && says.dep() == "advcl"
            && says
                .head()
                .is_some_and(|verb| verb.i > source.head && verb.i < cue.token);
        // "The “History” section says …": words of the speaker's own name.
        if asides || source.span.overlaps(self.marked[k].span) {
            return None;
        }
        let opening = cue.token.min(source.head);
        // Between quote and cue stands nothing but the subject's own phrase.
        let subject = phrase::noun_phrase(self.doc.tok(source.head));
        let gap = end..opening.min(subject.start.max(end));
        // "“…,” the agency quoted *Dahir* as saying"
        let quoted_by_another = self
            .doc
            .tok(source.head)
            .head()
            .is_some_and(|verb| matches!(verb.lemma(), "quote" | "cite"));
        if !quoted_by_another
            && self
                .doc
                .range(gap)
                .any(|t| matches!(t.pos(), Pos::Verb | Pos::Noun | Pos::Propn))
        {
            return None;
        }
        // "“…” and said that …": the quote is an object, the cue's content is another.
        if cue.token < source.head
            && !words.ends_with([',', '?', '!', '.', '—', '…'])
            && first.text() != ","
        {
            return None;
        }
        Some(owner(source, cue, AFTER))
    }

    /// "“…” — Omar Dahir": nothing but a dash and a name up to the end of the line.
    fn signature_after(&self, k: usize) -> Option<Owner> {
        let core = phrase::trim_punctuation(self.doc, self.tokens(k));
        let signed = self.cues_in(self.paragraph(k)).iter().find(|a| {
            let mark = a.cue.slice(self.doc.text());
            !mark.contains(char::is_alphanumeric) && mark != ":" && a.content.contains(core.start)
        })?;
        let source = signed.source.clone()?;
        Some(owner(source, signed, "signed with a name behind a dash"))
    }

    /// "The talks had failed, Dahir said. “…”": the sentence before tells whose words they are.
    fn after_reported_words(&self, k: usize) -> Option<Owner> {
        let start = self.tokens(k).start;
        let paragraph = self.paragraph(k);
        if start <= paragraph.start || !self.is_utterance(k) || self.quoted[start - 1] {
            return None;
        }
        let stop = start - 1;
        let sentence = self.since_sentence_start(stop, paragraph.start);
        let mut voices = self
            .cues_in(sentence.clone())
            .iter()
            .filter(|a| a.class == CueClass::Say && a.quotes && a.source.is_some());
        let only = voices.next().filter(|a| !a.content.is_empty())?;
        if voices.next().is_some() || !self.ends_after_quote(k) {
            return None;
        }
        Some(Owner {
            source: only.source.clone(),
            cue: None,
            token: None,
            continues: None,
            reason: "follows words reported of the same speaker",
        })
    }

    /// "Dahir blamed it on “a lack of pilots,” saying that …": words set in a sentence that but one voice,
    /// named before them, speaks in.
    fn only_voice_of_sentence(&self, k: usize) -> Option<Owner> {
        if self.is_utterance(k) {
            return None;
        }
        let tokens = self.tokens(k);
        let paragraph = self.paragraph(k);
        let sentence = self
            .since_sentence_start(tokens.start, paragraph.start)
            .start..self.until_sentence_end(tokens.end, paragraph.end).end;
        let mut voices = self.cues_in(sentence).iter().filter(|a| {
            a.class == CueClass::Say && a.is_voice() && !self.quoted[a.token] && a.source.is_some()
        });
        let only = voices.next()?;
        let source = only.source.clone()?;
        let alone = voices.all(|a| a.source.as_ref().is_some_and(|s| s.head == source.head));
        (alone && source.head < tokens.start).then_some(Owner {
            source: Some(source),
            cue: None,
            token: None,
            continues: None,
            reason: "the only voice of its sentence",
        })
    }

    /// Whether the quote is a sentence of its own to its end.
    fn ends_after_quote(&self, k: usize) -> bool {
        let end = self.tokens(k).end;
        let words = self.marked[k].span.slice(self.doc.text());
        let closed = words.ends_with(['.', '?', '!', '…', '\'', '’']);
        closed
            && (end >= self.paragraph(k).end
                || !self.doc.tok(end).text().starts_with(char::is_lowercase))
    }

    /// "Dahir said: “…": the words before the quote end in a cue.
    fn cue_before(&self, k: usize, cue_tokens: &[Option<usize>]) -> Option<Owner> {
        let mut start = self.tokens(k).start;
        let mut paragraph = self.paragraph(k);
        if start <= paragraph.start {
            // "Dahir wrote:", and the words in the next paragraph.
            paragraph = self.marked[k]
                .paragraph
                .checked_sub(1)
                .map(|p| self.paragraphs[p].clone())?;
            let closing = self.doc.range(paragraph.clone()).rev();
            let mut closing = closing.filter(|t| t.pos() != Pos::Space);
            closing.next().filter(|t| matches!(t.text(), ":" | ","))?;
            start = paragraph.end;
        }
        let stretch = self.since_sentence_start(start, paragraph.start);
        let last = self
            .doc
            .range(stretch.clone())
            .rev()
            .find(|t| t.pos() != Pos::Space)?;
        let colon = last.text() == ":";
        let near = if colon { 4 * REACH } else { REACH };
        let cue = self.cues_in(stretch.clone()).iter().rev().find(|a| {
            a.quotes
                && !matches!(
                    a.class,
                    CueClass::Intend | CueClass::Stance | CueClass::Fear
                )
                && a.token + near >= start
                && a.source.is_some()
        });
        if let Some(cue) = cue {
            let adjacent = cue.token == last.i;
            let resumes = k
                .checked_sub(1)
                .is_some_and(|p| cue_tokens[p] == Some(cue.token));
            let introduces = colon
                || resumes && last.text() == ","
                || adjacent
                || last.text() == "," && (cue.content.is_empty() || cue.content.contains(start))
                || matches!(last.lower(), "that" | "as") && cue.content.is_empty()
                || last.text() == "," && self.is_set_behind(k, cue, &stretch);
            if introduces {
                let source = cue.source.clone()?;
                return Some(owner(source, cue, "the cue comes before the quote"));
            }
        }
        if colon {
            self.label_before(stretch.clone())
                .or_else(|| self.actor_before(k, stretch))
        } else {
            None
        }
    }

    /// "Ruiz had a warning for the council: “…”", "The ministry issued this statement: “…”": whoever acts in
    /// the sentence that a colon ends says the sentences behind it.
    fn actor_before(&self, k: usize, stretch: Range<usize>) -> Option<Owner> {
        if !is_clause(self.doc, self.marked[k].span) {
            return None;
        }
        let cue = self.cues_in(stretch.clone()).iter().rev().find(|a| {
            let source = a.source.as_ref().map(|s| self.doc.tok(s.head));
            a.pos != CuePos::Adverb && source.is_some_and(can_talk)
        });
        if let Some(cue) = cue {
            return Some(owner(cue.source.clone()?, cue, BEFORE_COLON));
        }
        // What the parser makes the main clause may stand within the marks.
        let above_all = |t: Tok<'_>| t.head().is_none_or(|head| !stretch.contains(&head.i));
        let verb = self
            .doc
            .range(stretch.clone())
            .find(|t| t.dep() == "ROOT" || t.pos() == Pos::Verb && above_all(*t))?;
        let subject = subject_of(verb, 0)?;
        let actor = who_gave(subject).or_else(|| Some(subject).filter(|s| can_talk(*s)))?;
        let whole = phrase::noun_phrase_span(actor);
        let end = actor
            .child(&["case"])
            .map_or(whole.end, |mark| mark.span().start);
        Some(Owner {
            source: Some(SourceMention {
                head: actor.i,
                span: Span::new(whole.start as usize, end as usize),
            }),
            cue: None,
            token: None,
            continues: None,
            reason: BEFORE_COLON,
        })
    }

    /// "Dahir said the kits were ready, “Every school has one.”": an utterance of its own behind what
    /// the only voice of the sentence is reported to say.
    fn is_set_behind(&self, k: usize, cue: &Attribution, stretch: &Range<usize>) -> bool {
        let words = self.marked[k].span.slice(self.doc.text());
        let opens =
            words.starts_with(char::is_uppercase) && is_clause(self.doc, self.marked[k].span);
        let end = self.tokens(k).end;
        let ends = words.ends_with(['.', '?', '!', '…'])
            || end >= self.paragraph(k).end
            || matches!(self.doc.tok(end).text(), "." | "?" | "!");
        let mut voices = self
            .cues_in(stretch.clone())
            .iter()
            .filter(|a| a.pos == CuePos::Verb && a.is_voice() && a.source.is_some());
        let only = voices.next().is_some_and(|a| a.token == cue.token) && voices.next().is_none();
        opens && ends && only && cue.class == CueClass::Say && cue.form == ContentForm::Clause
    }

    /// "Dahir: “…”", "Omar Dahir, mayor: “…”": nothing but a name and what it is before the colon.
    fn label_before(&self, stretch: Range<usize>) -> Option<Owner> {
        let whole = phrase::trim_punctuation(self.doc, stretch);
        let comma = self.doc.range(whole.clone()).find(|t| t.text() == ",");
        let words = whole.start..comma.map_or(whole.end, |t| t.i);
        let described = self
            .doc
            .range(words.end..whole.end)
            .all(|t| !matches!(t.pos(), Pos::Verb | Pos::Aux | Pos::Cconj));
        if !described || whole.len() > 2 * LABEL {
            return None;
        }
        let head = self.doc.range(words.clone()).next_back()?;
        let name_only =
            words.len() <= LABEL && self.doc.range(words.clone()).all(|t| t.pos() == Pos::Propn);
        name_only.then(|| Owner {
            source: Some(SourceMention {
                head: head.i,
                span: self.doc.span_of(words),
            }),
            cue: None,
            token: None,
            continues: None,
            reason: "a name and a colon come before the quote",
        })
    }

    /// The quote follows another one of the paragraph, after that one's cue at most.
    fn after_quote_in_paragraph(
        &self,
        k: usize,
        before: &[Quote],
        cue_tokens: &[Option<usize>],
    ) -> Option<Owner> {
        // A title in the cue's own clause (said on “The Hour”) is no utterance.
        let p = (0..k).rfind(|&p| before[p].kind != QuoteKind::Scare)?;
        if self.marked[p].paragraph != self.marked[k].paragraph || !self.is_utterance(k) {
            return None;
        }
        let between = self.tokens(p).end..self.tokens(k).start;
        let cue = before[p].cue;
        let other_voice = self.cues_in(between.clone()).iter().any(|a| {
            a.source.is_some()
                && Some(a.cue) != cue
                && !matches!(
                    a.class,
                    CueClass::Intend | CueClass::Stance | CueClass::Evidence
                )
                && !cue_tokens[p].is_some_and(|top| self.told_aside(a.token, top))
        });
        let sentences = self
            .doc
            .range(between.clone())
            .filter(|t| matches!(t.text(), "." | "?" | "!"))
            .count();
        if other_voice || sentences > 1 {
            return None;
        }
        self.continued(
            p,
            before,
            "goes on from the quote before it in the paragraph",
        )
    }

    /// "said Ruiz, *who thinks* the dam safe", "she said, *speaking* by phone": a voice beside the cue, which
    /// tells of the speaker and does not take the word.
    fn told_aside(&self, voice: usize, cue: usize) -> bool {
        let mut tok = self.doc.tok(voice);
        let mut aside = false;
        for _ in 0..12 {
            if tok.i == cue {
                return aside;
            }
            aside |= tok.dep_in(&["relcl", "acl", "advcl", "appos", "prep"]);
            let Some(up) = tok.head() else { return false };
            tok = up;
        }
        false
    }

    /// A paragraph that is nothing but the quote, after a paragraph that ends in the same mouth.
    fn alone_in_paragraph(&self, k: usize, before: &[Quote]) -> Option<Owner> {
        let p = k.checked_sub(1)?;
        let here = self.marked[k].paragraph;
        let inner = phrase::trim_punctuation(self.doc, self.paragraph(k));
        let words = phrase::trim_punctuation(self.doc, self.tokens(k));
        if inner != words || self.marked[p].paragraph + 1 != here || !self.is_utterance(k) {
            return None;
        }
        let rest = self.tokens(p).end..self.paragraphs[self.marked[p].paragraph].end;
        let other_voice = self.attributions.iter().any(|a| {
            a.is_voice()
                && rest.contains(&a.token)
                && a.source.is_some()
                && Some(a.cue) != before[p].cue
        });
        if other_voice {
            return None;
        }
        self.continued(
            p,
            before,
            "a paragraph of quoted words after one in the same mouth",
        )
    }

    fn continued(&self, p: usize, before: &[Quote], reason: &'static str) -> Option<Owner> {
        let speaker = before[p].speaker.as_ref()?;
        Some(Owner {
            source: Some(SourceMention {
                head: speaker.head,
                span: speaker.mention,
            }),
            cue: None,
            token: None,
            continues: Some(p),
            reason,
        })
    }

    /// The attributions whose cue stands in a run of tokens.
    fn cues_in(&self, run: Range<usize>) -> &'d [Attribution] {
        let first = self.attributions.partition_point(|a| a.token < run.start);
        let end = self.attributions.partition_point(|a| a.token < run.end);
        &self.attributions[first..end.max(first)]
    }

    /// Tokens from `start` to the next full stop, quote or end of the paragraph.
    fn until_sentence_end(&self, start: usize, paragraph_end: usize) -> Range<usize> {
        let end = (start..paragraph_end)
            .find(|&i| self.quoted[i] || self.ends_sentence(i))
            .unwrap_or(paragraph_end);
        start..end.max(start)
    }

    /// Whether a token is a mark that ends a sentence, and no stop of "Lt." or "Col.".
    fn ends_sentence(&self, i: usize) -> bool {
        let tok = self.doc.tok(i);
        match tok.text() {
            "." => tok.pos() == Pos::Punct,
            text => matches!(text, "?" | "!" | ";"),
        }
    }

    /// Tokens from the last full stop, quote or the paragraph's start up to `end`.
    fn since_sentence_start(&self, end: usize, paragraph_start: usize) -> Range<usize> {
        let start = (paragraph_start..end)
            .rev()
            .find(|&i| self.quoted[i] || self.ends_sentence(i))
            .map_or(paragraph_start, |i| i + 1);
        start.min(end)..end
    }
}

/// The reason of a quote whose cue comes after it.
const AFTER: &str = "the cue follows the quote";

/// "*The mayor's* speech changed the tone: “…”": whose speech it is, where a letter or statement speaks itself.
fn who_gave(speech: Tok<'_>) -> Option<Tok<'_>> {
    const SPEECHES: [&str; 3] = ["address", "sermon", "speech"];
    let owner = speech
        .child(&["poss"])
        .filter(|_| SPEECHES.contains(&speech.lemma()))?;
    can_talk(owner).then_some(owner)
}

/// The reason of a quote behind a sentence that a colon ends.
const BEFORE_COLON: &str = "the sentence before the colon tells who says it";

/// The reason of a quote set in the writer's own sentence.
const JUDGED: &str = "is what the cue calls it or puts it down to";
const AROUND: &str = "stands in what the cue gives";

/// People, bodies and documents, named or not.
fn can_talk(source: Tok<'_>) -> bool {
    let classes = noun_classes(source.lemma());
    match source.pos() {
        Pos::Pron => matches!(source.lower(), "he" | "she" | "they" | "we" | "i" | "who"),
        Pos::Propn => matches!(source.name_label(), "PERSON" | "ORG" | "NORP" | "GPE"),
        _ => {
            classes.meets(ClassSet::HUMAN)
                || classes.has(NounClass::Organisation)
                || classes.has(NounClass::Document)
        }
    }
}

fn owner(source: SourceMention, cue: &Attribution, reason: &'static str) -> Owner {
    Owner {
        source: Some(source),
        cue: Some(cue.cue),
        token: Some(cue.token),
        continues: None,
        reason,
    }
}
