//! Named fields, as records and HTTP have them: "Content-Length: 12".

/// The fields of one header, names in lower case.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a header block; lines that are no field are passed over, folded lines are joined.
    pub fn of(block: &[u8]) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in String::from_utf8_lossy(block).lines() {
            match (line.starts_with([' ', '\t']), fields.last_mut()) {
                (true, Some((_, value))) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                _ => fields.extend(line.split_once(':').map(|(name, value)| {
                    (name.trim().to_ascii_lowercase(), value.trim().to_owned())
                })),
            }
        }
        Self(fields)
    }

    /// The first field of that name (in lower case) that says anything.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter().filter(|(key, _)| key == name);
        values
            .find(|(_, value)| !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The media type in lower case, without its parameters.
    pub fn media_type(&self) -> Option<String> {
        let value = self.get("content-type")?.split([';', ',']).next()?;
        Some(value.trim().to_ascii_lowercase()).filter(|media| !media.is_empty())
    }

    /// The encoding of the text that the media type states.
    pub fn charset(&self) -> Option<String> {
        self.get("content-type")?.split(';').find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            let is_charset = name.trim().eq_ignore_ascii_case("charset");
            is_charset.then(|| value.trim().trim_matches(['"', '\'']).to_owned())
        })
    }
}

/// Where the header block that `bytes` begin with ends, its blank line included.
pub(super) fn header_end(bytes: &[u8]) -> Option<usize> {
    let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    breaks
        .map(|(at, _)| at + 1)
        .find_map(|next| match bytes.get(next..)? {
            [b'\n', ..] => Some(next + 1),
            [b'\r', b'\n', ..] => Some(next + 2),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_parameters_apart() {
        let fields = Fields::of(
            b"WARC/1.0\r\ncontent-TYPE: Text/HTML; boundary=x; Charset=\"ISO-8859-2\"\r\nX-Long: a\r\n  b\r\nempty:\r\n",
        );
        assert_eq!(fields.media_type().as_deref(), Some("text/html"));
        assert_eq!(fields.charset().as_deref(), Some("ISO-8859-2"));
        assert_eq!(fields.get("x-long"), Some("a b"));
        assert_eq!(fields.get("empty"), None);
    }

    #[test]
    fn a_header_ends_at_its_blank_line() {
        assert_eq!(header_end(b"a: b\r\n\r\nrest"), Some(8));
        assert_eq!(header_end(b"a: b\n\nrest"), Some(6));
        assert_eq!(header_end(b"a: b\r\n"), None);
    }
}
