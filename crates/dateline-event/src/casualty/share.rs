//! Shares and wholes: of "six of the nine people abducted in May were freed" nine were abducted, and six
//! freed.

use crate::Layers;
use dateline_text::{Pos, Quantity, Tok};

/// Words for a share that is not counted.
const SHARES: [&str; 11] = [
    "half", "third", "quarter", "majority", "most", "some", "many", "none", "percent", "cent", "%",
];

/// Whether a number counts those of whom `word` tells, as far as shares decide it: what describes the whole
/// ("people *abducted*") is told of all of it, everything else of the share.
pub(crate) fn counts_those_of(layers: &Layers<'_>, quantity: &Quantity, word: Tok<'_>) -> bool {
    let Some((of, _)) = quantity.of else {
        return true;
    };
    // "22 patients, three of whom *died*": told of the three alone.
    if let Some(number) = share_of_them(layers, quantity) {
        return number.ancestors().find(|a| a.pos() == Pos::Verb) == Some(word);
    }
    let whole = layers.doc.tok(of);
    let Some(share) = share_of(whole) else {
        return true;
    };
    let of_share = layers.doc.tokens_in(quantity.span).contains(&share.i);
    let describes_whole = word == whole || word.ancestors().any(|above| above == whole);
    of_share != describes_whole
}

/// The number or word for a share of a definite or counted whole: "*six* of the nine people".
fn share_of(whole: Tok<'_>) -> Option<Tok<'_>> {
    let of = whole
        .head()
        .filter(|of| whole.dep() == "pobj" && of.lower() == "of")?;
    let share = of.head()?;
    let definite = whole.children().any(|c| {
        c.i < whole.i
            && (c.dep() == "poss"
                || c.dep() == "nummod"
                || matches!(c.lower(), "the" | "these" | "those"))
    });
    let counts = share.pos() == Pos::Num
        || matches!(
            share.lower(),
            "dozens" | "scores" | "hundreds" | "thousands" | "several"
        )
        || SHARES.contains(&share.lower());
    (definite && counts).then_some(share)
}

/// The number of "three of them", "three of whom", "of whom three".
fn share_of_them<'d>(layers: &Layers<'d>, quantity: &Quantity) -> Option<Tok<'d>> {
    let tokens = layers.doc.tokens_in(quantity.span);
    let of = |word: Option<Tok<'_>>| word.is_some_and(|t| t.lower() == "of");
    let them = |word: Option<Tok<'_>>| word.is_some_and(|t| matches!(t.lower(), "them" | "whom"));
    let last = layers.doc.tok(tokens.end - 1);
    let before = layers.doc.tok(tokens.start).prev();
    let behind = of(last.next()) && them(last.next().and_then(Tok::next));
    let fronted = them(before) && of(before.and_then(Tok::prev));
    (behind || fronted).then_some(last)
}
