//! What a number counts, by the tree.

use super::amount::Amount;
use crate::atom::Atom;
use crate::phrase::{noun_chunk, noun_phrase, trim_punctuation};
use crate::{Document, Pos, Tok};
use dateline_span::Span;

/// Head token and words of what is counted; `None` where the text leaves it unsaid.
pub(super) fn of(doc: &Document, atoms: &[Atom], amount: &Amount) -> Option<(usize, Span)> {
    let tokens = atoms[amount.start].token..atoms[amount.end - 1].token + 1;
    let core = doc.tok(atoms[amount.core].token);
    let noun = counted_noun(core, &tokens)?;
    Some((noun.i, words_of(noun, &tokens)))
}

fn counted_noun<'d>(core: Tok<'d>, amount: &std::ops::Range<usize>) -> Option<Tok<'d>> {
    // "(at least) 3,000 to (5,000) fighters": the parts of a number hang on each other.
    let top = climb_out(core, amount);
    if let Some(whole) = whole_of(top) {
        return Some(whole);
    }
    if !amount.contains(&top.i) {
        return Some(top).filter(|t| nominal(*t));
    }
    match top.dep() {
        "nummod" | "amod" | "det" | "quantmod" | "nmod" | "predet" | "compound" => {
            top.head().filter(|h| nominal(*h))
        }
        _ => number_of(top),
    }
}

/// Up through the amount's own tokens; the last one inside, or the noun it modifies.
fn climb_out<'d>(core: Tok<'d>, amount: &std::ops::Range<usize>) -> Tok<'d> {
    let mut top = core;
    while let Some(head) = top
        .head()
        .filter(|h| amount.contains(&h.i) && h.pos() != Pos::Adp)
    {
        top = head;
    }
    top
}

/// "dozens of officers", "several of their members", "many of whom".
fn whole_of(number: Tok<'_>) -> Option<Tok<'_>> {
    let of = number
        .children()
        .find(|c| c.i > number.i && c.dep() == "prep" && c.lower() == "of")?;
    let whole = of.child(&["pobj"])?;
    if matches!(whole.lower(), "whom" | "which" | "them") {
        // "nine of them were held": whoever they are, the pronoun stands for them.
        let pronoun = Some(whole).filter(|w| w.lower() == "them");
        return whole
            .ancestors()
            .find(|a| a.dep() == "relcl")
            .and_then(Tok::head)
            .or(pronoun);
    }
    Some(whole)
}

fn nominal(tok: Tok<'_>) -> bool {
    matches!(
        tok.pos(),
        Pos::Noun | Pos::Propn | Pos::Pron | Pos::Adj | Pos::Verb
    ) && !tok.dep_in(&["ROOT", "ccomp", "advcl"])
}

/// "estimated the number of fighters at 3,000": a bare number beside a word that means a count.
fn number_of(number: Tok<'_>) -> Option<Tok<'_>> {
    let verb = number
        .ancestors()
        .find(|a| matches!(a.pos(), Pos::Verb | Pos::Aux))?;
    let count = verb.children().find(|c| {
        c.dep_in(&["nsubj", "nsubjpass", "dobj"])
            && matches!(c.lemma(), "number" | "total" | "tally" | "count")
    })?;
    count
        .children()
        .find(|c| c.dep() == "prep" && c.lower() == "of")?
        .child(&["pobj"])
}

/// The counted noun phrase without the amount itself.
fn words_of(noun: Tok<'_>, amount: &std::ops::Range<usize>) -> Span {
    let doc = noun.doc();
    // "four children and two women": what has a number of its own is not counted by this one.
    let others = noun
        .children()
        .any(|c| c.dep() == "conj" && c.child(&["nummod"]).is_some());
    let mut phrase = if others {
        noun_chunk(noun)
    } else {
        noun_phrase(noun)
    };
    if phrase.start < amount.end && amount.start < phrase.end {
        phrase.start = amount.end.min(noun.i);
    }
    doc.span_of(trim_punctuation(doc, phrase))
}
