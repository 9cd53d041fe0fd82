//! Width, colour and wrapping.

use crate::args::{Color, Layout};
use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;

/// Around emphasised words until they are printed; control characters, so they take no width and
/// [`clean`] has removed any that a text brought along.
const EMPHASIS_ON: char = '\u{2}';
const EMPHASIS_OFF: char = '\u{3}';
const EMPHASIS: [char; 2] = [EMPHASIS_ON, EMPHASIS_OFF];

/// Columns in a pipe, where there is no terminal to ask.
const PIPE_WIDTH: usize = 100;
/// Longer lines are hard to read, however wide the terminal is.
const MOST_WIDTH: usize = 110;

/// What is printed on: how wide it is and whether it shows colour.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// Columns to fill.
    pub width: usize,
    /// Whether it shows colour and weight; if not, emphasis is `*so*`.
    pub colored: bool,
}

/// What a stretch of print is, for its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Title,
    Event,
    Negated,
    Unsure,
    Uncommitted,
    Label,
    Faint,
    Warning,
    Emphasis,
}

impl Look {
    fn style(self) -> Style {
        let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
        match self {
            Look::Title => Style::new().bold(),
            Look::Event => color(AnsiColor::Cyan).bold(),
            Look::Negated => color(AnsiColor::Red).bold(),
            Look::Unsure => color(AnsiColor::Yellow).bold(),
            Look::Uncommitted => color(AnsiColor::Magenta).bold(),
            Look::Label => color(AnsiColor::Blue),
            Look::Faint => Style::new().dimmed(),
            Look::Warning => color(AnsiColor::Yellow),
            Look::Emphasis => Style::new().bold().underline(),
        }
    }
}

impl Paper {
    /// For standard output, as the user wants it.
    pub fn for_stdout(layout: Layout) -> Self {
        let choice = match layout.color {
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
            Color::Auto => anstream::AutoStream::choice(&std::io::stdout()),
        };
        let width = match layout.width {
            Some(width) => usize::from(width),
            None => terminal_width().map_or(PIPE_WIDTH, |width| width.clamp(40, MOST_WIDTH)),
        };
        Self {
            width,
            colored: choice != ColorChoice::Never,
        }
    }

    /// `text` with the look, where the paper shows it.
    pub fn paint(self, look: Look, text: &str) -> String {
        if self.colored {
            let style = look.style();
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// A rule across the paper.
    pub fn rule(self) -> String {
        self.paint(Look::Faint, &"─".repeat(self.width))
    }

    /// Adds `text`, wrapped, the first line after `first` and the others after as many blanks.
    pub fn block(self, out: &mut String, first: &str, text: &str) {
        let blanks = " ".repeat(textwrap::core::display_width(first));
        self.hanging(out, first, &blanks, text);
    }

    /// Adds `text`, wrapped, the first line after `first`, the others after `rest`.
    pub fn hanging(self, out: &mut String, first: &str, rest: &str, text: &str) {
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        // Where it will be printed as `*so*`, it must be measured so.
        let text: Cow<'_, str> = if self.colored {
            text.into()
        } else {
            text.replace(EMPHASIS, "*").into()
        };
        let mut is_open = false;
        for (i, line) in textwrap::wrap(&text, options).into_iter().enumerate() {
            let indent = if i == 0 { first } else { rest };
            out.push_str(indent);
            out.push_str(&show_emphasis(
                line.get(indent.len()..).unwrap_or(""),
                &mut is_open,
            ));
            out.push('\n');
        }
    }
}

/// Emphasis marks as weight, closed at the line's end and opened again on the next.
fn show_emphasis(line: &str, is_open: &mut bool) -> String {
    let style = Look::Emphasis.style();
    let mut shown = if *is_open {
        style.to_string()
    } else {
        String::new()
    };
    for character in line.chars() {
        match character {
            EMPHASIS_ON => shown.push_str(&style.to_string()),
            EMPHASIS_OFF => shown.push_str(&format!("{style:#}")),
            other => shown.push(other),
        }
        if EMPHASIS.contains(&character) {
            *is_open = character == EMPHASIS_ON;
        }
    }
    if *is_open {
        shown.push_str(&format!("{style:#}"));
    }
    shown
}

fn terminal_width() -> Option<usize> {
    use std::io::IsTerminal;
    std::io::stdout().is_terminal().then(textwrap::termwidth)
}

/// `before`, `word` and `after` as one text in which `word` is emphasised.
pub fn emphasised(before: &str, word: &str, after: &str) -> String {
    format!(
        "{}{EMPHASIS_ON}{}{EMPHASIS_OFF}{}",
        clean(before),
        clean(word),
        clean(after)
    )
}

/// Text of a page made safe to print: runs of white space become one blank, and whatever could
/// steer a terminal or turn the reading direction becomes U+FFFD.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| c.is_control() || is_direction(c);
    if !text.contains(is_odd) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            c if is_odd(c) => cleaned.push('\u{FFFD}'),
            c => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// Marks that turn the direction of what follows, over the end of the quoted words.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Paper = Paper {
        width: 40,
        colored: false,
    };

    #[test]
    fn a_page_cannot_steer_the_terminal() {
        assert_eq!(
            clean("a\u{1b}[31mb\n\tc\u{202e}d"),
            "a\u{FFFD}[31mb c\u{FFFD}d"
        );
    }

    #[test]
    fn lines_keep_the_width_and_the_indent() {
        let mut out = String::new();
        PLAIN.block(
            &mut out,
            "  place  ",
            "Diban, in the eastern countryside of Deir Ezzor",
        );
        assert_eq!(
            out,
            "  place  Diban, in the eastern\n         countryside of Deir Ezzor\n"
        );
    }

    #[test]
    fn emphasis_is_closed_at_each_end_of_line() {
        let text = emphasised("militants ", "opened fire on everybody", " there");
        let colored = Paper {
            width: 20,
            colored: true,
        };
        let mut out = String::new();
        colored.block(&mut out, "", &text);
        for line in out.lines() {
            assert_eq!(
                line.matches("\u{1b}[1m").count(),
                line.matches("\u{1b}[0m").count(),
                "{line:?}"
            );
        }
        let mut out = String::new();
        PLAIN.block(&mut out, "", &text);
        assert_eq!(out, "militants *opened fire on everybody*\nthere\n");
    }
}
