//! Corpora that keep only words: running text as it was printed, with the place of each word.

use dateline_span::Span;

/// Writes words as running text; the span of each word in it.
///
/// Punctuation and clitics ("’s", "n’t") stand at the word before, opening brackets and quotes at the
/// word after, and words within "A - B" stay apart as the corpus has them.
pub fn detokenise<'t>(words: impl IntoIterator<Item = &'t str>, text: &mut String) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut sticks = true;
    let mut open_quotes = Quotes::default();
    for word in words {
        let side = open_quotes.side(word);
        if !sticks && !matches!(side, Side::Left) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        spans.push(Span::new(start, text.len()));
        sticks = matches!(side, Side::Right);
    }
    spans
}

/// To which side a word is written without a space.
enum Side {
    Left,
    Right,
    Neither,
}

/// Straight quotes say only by their number whether they open or close.
#[derive(Default)]
struct Quotes {
    double_open: bool,
    single_open: bool,
}

impl Quotes {
    fn side(&mut self, word: &str) -> Side {
        match word {
            "\"" => toggle(&mut self.double_open),
            "'" => toggle(&mut self.single_open),
            "(" | "[" | "“" | "‘" | "$" | "#" => Side::Right,
            "," | "." | ":" | ";" | "?" | "!" | ")" | "]" | "”" | "’" | "%" | "..." | "…"
            | "n't" | "n’t" => Side::Left,
            _ if is_clitic(word) => Side::Left,
            _ => Side::Neither,
        }
    }
}

fn toggle(open: &mut bool) -> Side {
    *open = !*open;
    if *open { Side::Right } else { Side::Left }
}

fn is_clitic(word: &str) -> bool {
    let after = word.strip_prefix('\'').or_else(|| word.strip_prefix('’'));
    after.is_some_and(|rest| {
        matches!(
            rest.to_ascii_lowercase().as_str(),
            "s" | "re" | "ve" | "m" | "d" | "ll"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_print_and_keep_their_place() {
        let words = [
            "\"", "We", "did", "n’t", "(", "yet", ")", "see", "Kalem", "'s", "mayor", ",", "\"",
            "she", "said", ".",
        ];
        let mut text = String::new();
        let spans = detokenise(words, &mut text);
        assert_eq!(text, "\"We didn’t (yet) see Kalem's mayor,\" she said.");
        let back: Vec<&str> = spans.iter().map(|s| s.slice(&text)).collect();
        assert_eq!(back, words);
    }
}
