//! Quotation marks in raw characters: which stretches stand between them.
//!
//! A stretch never leaves its paragraph, unless each following paragraph opens with the mark again
//! and only the last closes it, or none of them holds a mark but the last, which closes it. A mark that
//! finds no partner opens nothing.

use dateline_span::Span;

/// A stretch between marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Marked {
    /// The words without their marks.
    pub span: Span,
    /// The words with their marks.
    pub marks: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Whether it goes on from the paragraph before, whose quote was left open.
    pub reopens: bool,
}

/// Paragraphs that a quote runs over at most without saying its mark again.
const LONGEST_RUN: usize = 8;

/// Kinds of marks that pair with each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Double,
    Guillemet,
    Single,
}

/// What a mark may do where it stands.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Byte of its first character.
    at: usize,
    /// Length in bytes.
    len: usize,
    family: Family,
    opens: bool,
    closes: bool,
    /// Whether the character itself is an opening one.
    strictly_opening: bool,
}

impl Mark {
    /// Byte behind it.
    fn end(self) -> usize {
        self.at + self.len
    }
}

/// The paragraphs of a text: its parts, cut at blank lines and at lines that end a paragraph.
pub fn paragraphs(text: &str, parts: &[Span]) -> Vec<Span> {
    let whole = [Span::new(0, text.len())];
    let parts = if parts.is_empty() { &whole[..] } else { parts };
    let mut found = Vec::new();
    for part in parts {
        let words = part.slice(text);
        let mut start = 0;
        for (at, _) in words.match_indices('\n') {
            if ends_paragraph(&words[start..at], &words[at + 1..]) {
                found.push(Span::new(start, at).shifted(part.start as usize));
                start = at + 1;
            }
        }
        found.push(Span::new(start, words.len()).shifted(part.start as usize));
    }
    found
        .into_iter()
        .map(|p| p.trimmed(text))
        .filter(|p| !p.is_empty())
        .collect()
}

/// A line break within a hard-wrapped paragraph follows no end of sentence.
fn ends_paragraph(before: &str, after: &str) -> bool {
    let next = after.chars().next();
    let blank = after
        .lines()
        .next()
        .is_none_or(|line| line.trim().is_empty());
    blank
        || next.is_some_and(|c| matches!(c, '“' | '"' | '„' | '«' | '•' | '*' | '-' | '–'))
        || before
            .trim_end()
            .chars()
            .next_back()
            .is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '”' | '"' | '»' | '’' | ')' | '…'))
}

/// All stretches between marks, in text order; of nested ones the outer.
pub fn scan(text: &str, paragraphs: &[Span]) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut left_open = false;
    let mut running: Option<Run> = None;
    for (k, paragraph) in paragraphs.iter().enumerate() {
        let marks = marks_in(text, *paragraph);
        let reopened = left_open;
        left_open = false;
        let mut next = 0;
        if let Some(run) = running {
            if k < run.last {
                push(text, &mut found, *paragraph, *paragraph, (k, true));
                continue;
            }
            let start = paragraph.start as usize;
            let words = Span::new(start, run.close.at);
            let whole = Span::new(start, run.close.end());
            push(text, &mut found, words, whole, (k, true));
            running = None;
            next = marks.partition_point(|mark| mark.at <= run.close.at);
        }
        while next < marks.len() {
            let open = marks[next];
            if !open.opens {
                next += 1;
                continue;
            }
            let reopens = reopened && open.at == paragraph.start as usize;
            if let Some(close) = closing(text, &marks, next) {
                let words = Span::new(open.end(), marks[close].at);
                let whole = Span::new(open.at, marks[close].end());
                push(text, &mut found, words, whole, (k, reopens));
                next = close + 1;
                continue;
            }
            let follows = paragraphs
                .get(k + 1)
                .is_some_and(|p| reopens_with(text, *p, open));
            if !follows {
                running = run_from(text, paragraphs, k, &marks, next);
            }
            if open.family != Family::Single
                && (follows
                    || running.is_some()
                    || reopens
                    || k + 1 == paragraphs.len() && is_left_open(text, &marks, next))
            {
                let end = paragraph.end as usize;
                let words = Span::new(open.end(), end);
                let whole = Span::new(open.at, end);
                push(text, &mut found, words, whole, (k, reopens));
                left_open = follows;
                break;
            }
            next += 1;
        }
    }
    found
}

/// Keeps a stretch between marks, if it holds a word.
fn push(text: &str, found: &mut Vec<Marked>, words: Span, marks: Span, at: (usize, bool)) {
    let (paragraph, reopens) = at;
    let span = words.trimmed(text);
    if span.slice(text).chars().any(char::is_alphanumeric) {
        found.push(Marked {
            span,
            marks,
            paragraph,
            reopens,
        });
    }
}

/// A quote that is still open where its paragraph ends.
#[derive(Clone, Copy)]
struct Run {
    /// Index of the paragraph that closes it.
    last: usize,
    close: Mark,
}

/// "“We left.", and on the next lines, "The road was closed.", "Nobody came,” he said": some archives give each
/// sentence its own line. The next mark of all is the closing one.
fn run_from(text: &str, paragraphs: &[Span], k: usize, marks: &[Mark], open: usize) -> Option<Run> {
    let mark = marks[open];
    let sentence = paragraphs[k].slice(text).ends_with(['.', '?', '!', '…']);
    if !opens_to_the_end(marks, open) || !sentence {
        return None;
    }
    let mut ahead = paragraphs.iter().enumerate().skip(k + 1).take(LONGEST_RUN);
    let (last, close) = ahead.find_map(|(at, paragraph)| {
        let mut marks = marks_in(text, *paragraph).into_iter();
        Some((at, marks.find(|m| m.family == mark.family)?))
    })?;
    (close.closes && !close.opens).then_some(Run { last, close })
}

/// "The mayor added: “We shall go on.", with no mark behind it: behind a colon the rest of the text's last
/// paragraph is quoted.
fn is_left_open(text: &str, marks: &[Mark], open: usize) -> bool {
    opens_to_the_end(marks, open) && text[..marks[open].at].trim_end().ends_with(':')
}

/// Whether a mark can only open, and no mark of its family stands behind it in its paragraph.
fn opens_to_the_end(marks: &[Mark], open: usize) -> bool {
    let mark = marks[open];
    mark.strictly_opening && marks[open + 1..].iter().all(|m| m.family != mark.family)
}

/// Whether a paragraph opens with a mark of the same family.
fn reopens_with(text: &str, paragraph: Span, open: Mark) -> bool {
    marks_in(text, paragraph).first().is_some_and(|mark| {
        mark.at == paragraph.start as usize && mark.opens && mark.family == open.family
    })
}

/// Index of the mark that closes `marks[open]`.
fn closing(text: &str, marks: &[Mark], open: usize) -> Option<usize> {
    let family = marks[open].family;
    if family == Family::Single {
        return closing_single(text, marks, open);
    }
    let same = || (open + 1..marks.len()).filter(|&k| marks[k].family == family);
    let mut depth = 0usize;
    for k in same() {
        let mark = marks[k];
        if mark.opens && !mark.closes {
            // A second opening mark is nested if enough closing ones follow, else the first one
            // lost its partner.
            let closers = same().filter(|&j| j > k && marks[j].closes).count();
            if closers < depth + 2 || !mark.strictly_opening {
                return None;
            }
            depth += 1;
        } else if mark.closes {
            if depth == 0 {
                return Some(k);
            }
            depth -= 1;
        }
    }
    None
}

/// Apostrophes look like closing single marks: one after a plural "s" closes only if none better
/// follows.
fn closing_single(text: &str, marks: &[Mark], open: usize) -> Option<usize> {
    let mut plural = None;
    for (k, mark) in marks.iter().enumerate().skip(open + 1) {
        if mark.family != Family::Single {
            continue;
        }
        if mark.strictly_opening && mark.opens {
            break;
        }
        if !mark.closes {
            continue;
        }
        if text[..mark.at].ends_with('s') && text[mark.at + mark.len..].starts_with(' ') {
            plural = Some(k);
            continue;
        }
        return Some(k);
    }
    plural
}

/// The marks of a paragraph, in order.
fn marks_in(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.slice(text);
    let base = paragraph.start as usize;
    let mut found = Vec::new();
    let mut skip_to = 0;
    for (at, c) in words.char_indices() {
        if at < skip_to {
            continue;
        }
        let two = words[at..].starts_with("``") || words[at..].starts_with("''");
        let len = if two { 2 } else { c.len_utf8() };
        let before = words[..at].chars().next_back();
        let after = words[at + len..].chars();
        if let Some(mut mark) = mark_of(c, two, before, after) {
            mark.at = base + at;
            mark.len = len;
            found.push(mark);
            skip_to = at + len;
        }
    }
    found
}

/// What the character does between its neighbours, if it is a mark at all.
fn mark_of(c: char, two: bool, before: Option<char>, after: std::str::Chars<'_>) -> Option<Mark> {
    let next = after.clone().next();
    let can_open = before.is_none_or(|b| b.is_whitespace() || "([{—–-/‘“\"'«…".contains(b))
        && next.is_some_and(|n| !n.is_whitespace());
    let stops = next.is_some_and(|n| matches!(n, '.' | ',' | ';' | ':' | '?' | '!'));
    // Where marks have spaces on both sides, one before a stop closes: "a « farce »", "`` Never ''."
    let can_close = before.is_some_and(|b| !b.is_whitespace() || stops)
        && next.is_none_or(|n| !n.is_alphanumeric());
    let mark = |family, opens, closes, strictly_opening| {
        Some(Mark {
            at: 0,
            len: 0,
            family,
            opens,
            closes,
            strictly_opening,
        })
    };
    match c {
        '`' if two => mark(Family::Double, true, false, true),
        // Some archives open and close with two apostrophes.
        '\'' if two => mark(
            Family::Double,
            can_open && !can_close,
            can_close || !can_open,
            false,
        ),
        // „Berlin“ closes with the mark that opens in English.
        '“' => mark(
            Family::Double,
            next.is_some_and(|n| !n.is_whitespace()),
            // Typed for the closing one: "Apparently not,“ he said.
            can_close && next.is_none_or(char::is_whitespace),
            true,
        ),
        '„' | '‟' => mark(Family::Double, true, false, true),
        '”' => mark(Family::Double, can_open && !can_close, true, false),
        '"' => mark(Family::Double, can_open, can_close || !can_open, false),
        '«' => mark(Family::Guillemet, true, false, true),
        '»' => mark(Family::Guillemet, false, true, false),
        '‘' => mark(Family::Single, can_open && !is_elision(after), false, true),
        '’' => mark(Family::Single, false, can_close, false),
        '\'' => mark(
            Family::Single,
            can_open && !is_elision(after),
            can_close,
            false,
        ),
        _ => None,
    }
}

/// "'90s", "'em", "'til": the mark stands for letters left out.
fn is_elision(after: std::str::Chars<'_>) -> bool {
    let word: String = after
        .take_while(|c| c.is_alphanumeric())
        .take(6)
        .collect::<String>()
        .to_lowercase();
    word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            word.as_str(),
            "em" | "til" | "tis" | "twas" | "cause" | "n" | "s" | "bout"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(text: &str) -> Vec<&str> {
        scan(text, &paragraphs(text, &[]))
            .iter()
            .map(|m| m.span.slice(text))
            .collect()
    }

    #[test]
    fn marks_of_all_families() {
        assert_eq!(quotes("“We left,” he said."), ["We left,"]);
        assert_eq!(
            quotes("\"We left,\" he said. \"At dawn.\""),
            ["We left,", "At dawn."]
        );
        assert_eq!(quotes("He spoke of « a rupture »."), ["a rupture"]);
        assert_eq!(quotes("``We left,'' he said."), ["We left,"]);
        assert_eq!(
            quotes("‘It’s the rebels’ road,’ he said."),
            ["It’s the rebels’ road,"]
        );
        assert_eq!(
            quotes("He called it 'a farmer's war' again."),
            ["a farmer's war"]
        );
    }

    #[test]
    fn apostrophes_open_nothing() {
        assert!(
            quotes("The rebels' base fell in the '90s; it's the army's now, tell 'em.").is_empty()
        );
        assert!(quotes("A man of 6'2\" left.").is_empty());
    }

    #[test]
    fn nested_marks_give_the_outer_quote() {
        assert_eq!(
            quotes("“He told me ‘go’ and “never” again,” she said."),
            ["He told me ‘go’ and “never” again,"]
        );
    }

    #[test]
    fn a_quote_over_paragraphs_reopens_and_closes_once() {
        let text = "“First.\n\n“Second.\n\n“Third,” he said.\n\nNobody else spoke.";
        let found = scan(text, &paragraphs(text, &[]));
        let words: Vec<&str> = found.iter().map(|m| m.span.slice(text)).collect();
        assert_eq!(words, ["First.", "Second.", "Third,"]);
        let reopens: Vec<bool> = found.iter().map(|m| m.reopens).collect();
        assert_eq!(reopens, [false, true, true]);
    }

    #[test]
    fn a_quote_over_lines_needs_no_mark_again() {
        let text = "`` The dam is gone.\nNobody warned us.\nWe slept, '' said Orran.\n`` Never ''.";
        let found = scan(text, &paragraphs(text, &[]));
        let words: Vec<&str> = found.iter().map(|m| m.span.slice(text)).collect();
        assert_eq!(
            words,
            [
                "The dam is gone.",
                "Nobody warned us.",
                "We slept,",
                "Never"
            ]
        );
        let reopens: Vec<bool> = found.iter().map(|m| m.reopens).collect();
        assert_eq!(reopens, [false, true, true, false]);
    }

    #[test]
    fn a_mark_without_partner_opens_nothing() {
        assert!(quotes("“We left, he said.\n\nThe road was closed.").is_empty());
        assert_eq!(quotes("“We “left,” he said."), ["left,"]);
        assert!(quotes("We left,” he said.").is_empty());
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        assert_eq!(
            quotes("“We left the\ntown at dawn,” he said."),
            ["We left the\ntown at dawn,"]
        );
    }
}
