//! Bytes to text: byte order mark, declared encoding, UTF-8, then statistics, in that order.

use crate::note::{Note, NoteKind};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many leading bytes are searched for a declared encoding and for signs of a binary file.
const HEAD: usize = 4096;
/// How many bytes the statistical detector sees: more does not change its mind.
const DETECT: usize = 1 << 20;
/// Largest page that is read: spans are 32-bit, and no news page is near this.
const MAX_BYTES: usize = 1 << 30;

/// Text decoded from bytes, or the reason why the bytes are not text.
pub(crate) struct Decoded {
    pub text: String,
    pub encoding: &'static Encoding,
    pub notes: Vec<Note>,
}

/// Decodes `bytes`; what is not text gives an empty text and a note that says what it is. `charset` is what a
/// server says of their encoding.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    let refused = |kind, why: String| Decoded {
        text: String::new(),
        encoding: UTF_8,
        notes: vec![Note::new(kind, why)],
    };
    if bytes.len() > MAX_BYTES {
        let why = format!("{} bytes are more than a page can have", bytes.len());
        return refused(NoteKind::Limit, why);
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => {
            if let Some(what) = binary(bytes) {
                return refused(NoteKind::Binary, format!("not text: {what}"));
            }
            guess(bytes, charset)
        }
    };
    let (text, encoding, replaced) = encoding.decode(bytes);
    let mut notes = Vec::new();
    if replaced {
        let count = text.matches('\u{FFFD}').count();
        let why = format!(
            "{count} byte sequences are invalid in {} and became U+FFFD",
            encoding.name()
        );
        notes.push(Note::new(NoteKind::Encoding, why));
    }
    if text.trim().is_empty() {
        notes.push(Note::new(NoteKind::Empty, "the page holds no text"));
    }
    Decoded {
        text: text.into_owned(),
        encoding,
        notes,
    }
}

/// What kind of binary file the bytes are, if they are one.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 11] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive or office document"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"\x1F\x8B", "gzip-compressed data"),
        (b"BZh", "bzip2-compressed data"),
        (b"\x28\xB5\x2F\xFD", "zstd-compressed data"),
        (b"\x7FELF", "a program"),
        (b"SQLite format 3\0", "an SQLite database"),
        (
            b"WARC/",
            "a web archive (WARC), whose records are read one by one",
        ),
    ];
    for (magic, what) in MAGIC {
        if bytes.starts_with(magic) {
            return Some(what);
        }
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if utf16(head).is_some() {
        return None;
    }
    let controls = head
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B))
        .count();
    // A stray control byte happens in scraped text; one in fifty does not.
    (controls * 50 > head.len()).then_some("control bytes throughout")
}

/// The encoding of bytes without a byte order mark.
fn guess(bytes: &[u8], charset: Option<&str>) -> &'static Encoding {
    if let Some(encoding) = utf16(&bytes[..bytes.len().min(HEAD)]) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let stated = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    match stated.or_else(|| declared(bytes)) {
        Some(encoding) if encoding != UTF_8 && !is_default_of_another(encoding, bytes) => encoding,
        _ if mostly_utf8(bytes) => UTF_8,
        _ => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(&bytes[..bytes.len().min(DETECT)], true);
            detector.guess(None, Utf8Detection::Deny)
        }
    }
}

/// UTF-16 without a mark shows itself by zero bytes in every second place of Latin text.
fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 7 && even * 10 < pairs {
        return Some(UTF_16LE);
    }
    (even * 10 > pairs * 7 && odd * 10 < pairs).then_some(UTF_16BE)
}

/// The encoding that an HTML or XML head declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    for key in ["charset=", "encoding="] {
        for (at, _) in head.match_indices(key) {
            let rest = head[at + key.len()..].trim_start_matches(['"', '\'', ' ']);
            let end = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')))
                .unwrap_or(rest.len());
            if let Some(encoding) = Encoding::for_label(&rest.as_bytes()[..end]) {
                return Some(encoding);
            }
        }
    }
    None
}

/// Whether the declared encoding is the Western one that templates leave in, and the bytes are of another
/// script: Western letters beyond ASCII stand alone among others, whole words of them are no words.
fn is_default_of_another(declared: &Encoding, bytes: &[u8]) -> bool {
    const WORD: usize = 4;
    if declared != WINDOWS_1252 {
        return false;
    }
    let (mut all, mut in_words) = (0usize, 0usize);
    for run in bytes[..bytes.len().min(DETECT)].split(u8::is_ascii) {
        all += run.len();
        in_words += if run.len() >= WORD { run.len() } else { 0 };
    }
    in_words * 2 > all
}

/// Whether the bytes are UTF-8 with few faults: far more valid multi-byte characters than invalid
/// sequences, or hardly any invalid sequence in text that is otherwise ASCII.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0usize, 0usize);
    for chunk in bytes[..bytes.len().min(DETECT)].utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes, None);
        (decoded.text, decoded.encoding.name())
    }

    #[test]
    fn byte_order_marks_decide_and_go() {
        assert_eq!(text(b"\xEF\xBB\xBFHoms"), ("Homs".into(), "UTF-8"));
        assert_eq!(text(b"\xFF\xFEH\0o\0"), ("Ho".into(), "UTF-16LE"));
    }

    #[test]
    fn utf16_without_a_mark_is_no_binary() {
        let bytes: Vec<u8> = "Shots were heard in the port."
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(text(&bytes).1, "UTF-16BE");
    }

    #[test]
    fn a_declared_encoding_counts_where_utf8_fails() {
        let (text, name) = text(b"<meta charset=\"iso-8859-2\"><p>\xA3\xF3d\xBC</p>");
        assert_eq!(name, "ISO-8859-2");
        assert!(text.contains("\u{141}\u{f3}d\u{17a}"));
    }

    #[test]
    fn the_western_encoding_that_a_template_left_in_is_not_believed() {
        let (page, _, _) = encoding_rs::WINDOWS_1251.encode(
            "<meta charset=\"iso-8859-1\"><p>Паром вернулся в порт в понедельник, сообщили в порту.</p>",
        );
        let (read, name) = text(&page);
        assert_eq!(name, "windows-1251");
        assert!(read.contains("Паром вернулся"), "{read}");
        let western =
            b"<meta charset=\"iso-8859-1\"><p>Le maire d'Or\xE9e a \xE9t\xE9 arr\xEAt\xE9.</p>";
        assert_eq!(text(western).1, "windows-1252");
    }

    #[test]
    fn what_the_server_says_goes_before_what_the_page_says() {
        let page = b"<meta charset=\"iso-8859-1\"><p>\xA3\xF3d\xBC</p>";
        let decoded = decode(page, Some("ISO-8859-2"));
        assert!(decoded.text.contains("\u{141}\u{f3}d\u{17a}"));
        let decoded = decode(page, Some("no-such-encoding"));
        assert_eq!(decoded.encoding.name(), "windows-1252");
    }

    #[test]
    fn undeclared_latin_text_is_guessed() {
        let (text, _) = text(b"The caf\xE9 in M\xE1laga was closed, the mayor said on Friday.");
        assert!(text.contains("caf\u{e9} in M\u{e1}laga"), "{text}");
    }

    #[test]
    fn faulty_utf8_stays_utf8_with_a_note() {
        let mut bytes = "“The café”, he said, “is closed – for good.”"
            .as_bytes()
            .to_vec();
        bytes.extend_from_slice(b" \xFF end");
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.encoding.name(), "UTF-8");
        assert_eq!(decoded.notes[0].kind, NoteKind::Encoding);
    }

    #[test]
    fn binary_and_empty_are_said_to_be_so() {
        assert_eq!(
            decode(b"%PDF-1.7 ...", None).notes[0].kind,
            NoteKind::Binary
        );
        assert_eq!(
            decode(b"WARC/1.0\r\n", None).notes[0].kind,
            NoteKind::Binary
        );
        assert_eq!(decode(&[0u8; 64], None).notes[0].kind, NoteKind::Binary);
        assert_eq!(decode(b" \n ", None).notes[0].kind, NoteKind::Empty);
    }
}
