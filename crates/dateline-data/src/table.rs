//! The rows of the tables that people edit in `data/`.

/// The lines of a table, comments and blank lines left out; a line of column names is one of them.
pub(crate) fn rows(source: &'static str) -> impl Iterator<Item = &'static str> {
    source.lines().filter(|line| is_row(line))
}

/// Whether a line is neither a comment nor blank.
pub(crate) fn is_row(line: &str) -> bool {
    !line.starts_with('#') && !line.trim().is_empty()
}
