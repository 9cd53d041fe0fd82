//! Web archives: what is whole is read, what is broken costs only itself, and nothing panics.

use dateline_page::{Archive, Articles, Media, NoteKind, Page, articles, is_archive};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use std::io::{BufReader, Write};

const STORY: &str = "<html><head><title>Ferry towed back to Kalem</title></head><body><article><h1>Ferry towed back to Kalem</h1>\
    <p>A ferry was towed back to Kalem on Monday after its engine failed, the harbour office said.</p>\
    <p>Nobody was hurt, and all passengers left the ship in the evening.</p></article></body></html>";

/// A record of some type with its fields.
fn record(kind: &str, fields: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let mut out =
        format!("WARC/1.0\r\nWARC-Type: {kind}\r\n{fields}Content-Length: {length}\r\n\r\n")
            .into_bytes();
    out.extend(body);
    out.extend(b"\r\n\r\n");
    out
}

/// A server's answer, kept for `address`.
fn response(address: &str, head: &str, page: &[u8]) -> Vec<u8> {
    let mut body = format!("HTTP/1.1 {head}\r\n\r\n").into_bytes();
    body.extend(page);
    record(
        "response",
        &format!(
            "WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
        ),
        &body,
    )
}

fn page_of(n: usize) -> Vec<u8> {
    response(
        &format!("http://kalempost.example/{n}"),
        "200 OK\r\nContent-Type: text/plain",
        format!("Report number {n}").as_bytes(),
    )
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// The pages of an archive, then what is said of the archive itself.
fn read(bytes: &[u8]) -> (Vec<Page>, Articles) {
    read_by(bytes, 8192)
}

fn read_by(bytes: &[u8], at_once: usize) -> (Vec<Page>, Articles) {
    let mut archive = Archive::new("a.warc", BufReader::with_capacity(at_once, bytes));
    let pages = archive
        .by_ref()
        .map(|capture| capture.into_page())
        .collect();
    (pages, articles(&archive.into_page()))
}

fn notes(archive: &Articles) -> Vec<&str> {
    archive
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect()
}

#[test]
fn pages_are_read_and_other_records_are_counted() {
    let at = "http://kalempost.example";
    let all = [
        record("warcinfo", "", b"software: a crawler\r\n"),
        response(
            &format!("{at}/ferry"),
            "200 OK\r\ncontent-type: text/html; charset=utf-8",
            STORY.as_bytes(),
        ),
        record("request", "", b"GET /ferry HTTP/1.1\r\n\r\n"),
        response(
            &format!("{at}/logo"),
            "200 OK\r\nContent-Type: image/png",
            b"\x89PNG",
        ),
        response(
            &format!("{at}/gone"),
            "404 Not Found\r\nContent-Type: text/html",
            b"<p>no",
        ),
        response(
            &format!("{at}/gone2"),
            "404 Not Found\r\nContent-Type: text/html",
            b"<p>no",
        ),
        response(
            &format!("{at}/robots.txt"),
            "200 OK\r\nContent-Type: text/plain",
            b"Allow: *",
        ),
        response(
            &format!("{at}/br"),
            "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br",
            b"\x0b\x02",
        ),
        record(
            "conversion",
            &format!("WARC-Target-URI: <{at}/bridge>\r\nContent-Type: text/plain\r\n"),
            b"Bridge closed\n\nThe bridge over the Sollan was closed on Tuesday.\n",
        ),
        record(
            "response",
            "WARC-Target-URI: dns:kalempost.example\r\n",
            b"2025 A 192.0.2.1\n",
        ),
    ];
    let packed: Vec<u8> = all.iter().flat_map(|record| gzipped(record)).collect();
    for bytes in [all.concat(), packed, gzipped(&all.concat())] {
        assert!(is_archive(&bytes[..bytes.len().min(512)]));
        let (pages, archive) = read(&bytes);
        let names: Vec<&str> = pages.iter().map(|page| page.name.as_str()).collect();
        let expected = ["ferry", "bridge"].map(|path| format!("a.warc#{at}/{path}"));
        assert_eq!(names, expected);
        assert_eq!([pages[0].media, pages[1].media], [Media::Html, Media::Text]);
        let ferry = &articles(&pages[0]).articles[0];
        assert_eq!(ferry.title_text(), Some("Ferry towed back to Kalem"));
        assert_eq!(ferry.url.as_deref(), Some("http://kalempost.example/ferry"));
        assert_eq!(ferry.published, None);
        let bridge = &articles(&pages[1]).articles[0];
        assert_eq!(
            bridge.url.as_deref(),
            Some("http://kalempost.example/bridge")
        );
        assert_eq!(archive.quarantined, None);
        assert_eq!(
            notes(&archive),
            [
                "8 of 10 records are no pages: 1 request, 1 response (image/png), 1 response (not by HTTP), \
                 1 response (packed by br), 2 response (status 404), 1 robots.txt, 1 warcinfo"
            ]
        );
        assert_eq!(archive.notes[0].kind, NoteKind::PassedOver);
    }
}

#[test]
fn codings_and_the_servers_encoding_are_undone() {
    let (text, _, _) = encoding_rs::ISO_8859_2.encode("Łódź, źródło");
    let page = format!("{:x}\r\n", gzipped(&text).len());
    let mut page = page.into_bytes();
    page.extend(gzipped(&text));
    page.extend(b"\r\n0\r\n\r\n");
    let head = "200 OK\r\nContent-Type: text/plain; charset=ISO-8859-2\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked";
    let (pages, _) = read(&response("http://a.example/x", head, &page));
    assert_eq!(pages[0].text, "Łódź, źródło");
}

#[test]
fn an_archive_without_pages_is_quarantined() {
    let (pages, archive) = read(&record("warcinfo", "", b"x"));
    assert!(pages.is_empty());
    let why = "no record of the web archive holds a page";
    assert_eq!(archive.quarantined.as_deref(), Some(why));
}

#[test]
fn wrong_lengths_are_said_and_lose_no_other_record() {
    let body = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nA ferry sank.";
    for (length, said) in [
        (
            40,
            "byte 0: its length is wrong: more than its 40 bytes follow, the rest was left out",
        ),
        (
            90,
            "byte 0: its length is wrong: it says 90 bytes, the next record begins after 58",
        ),
        (
            9_000_000,
            "byte 0: its length is wrong: it says 9000000 bytes, the next record begins after 58",
        ),
    ] {
        let head = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n");
        let mut bytes = [head.as_bytes(), body, b"\r\n\r\n"].concat();
        bytes.extend(page_of(2));
        let (pages, archive) = read(&bytes);
        assert_eq!(pages.last().unwrap().text, "Report number 2", "{length}");
        assert_eq!(notes(&archive)[0], said);
        if length > 58 {
            assert_eq!(pages[0].text, "A ferry sank.");
        }
    }
    let unsaid = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: long\r\n\r\nxyz\r\n\r\n";
    let (pages, archive) = read(&[unsaid, page_of(2).as_slice()].concat());
    assert_eq!(pages.len(), 1);
    assert_eq!(
        notes(&archive),
        ["byte 0: a record does not say its length"]
    );
}

#[test]
fn a_record_beyond_measure_is_passed_over_without_being_held() {
    let huge = vec![b'a'; (64 << 20) + 1];
    let bytes = [
        record("resource", "Content-Type: text/plain\r\n", &huge),
        page_of(2),
    ]
    .concat();
    let (pages, archive) = read(&bytes);
    assert_eq!(pages.len(), 1);
    assert_eq!(
        notes(&archive),
        ["byte 0: a record of 67108865 bytes is larger than a page can be (64 MiB)"]
    );
    let mut bytes = b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nshort\r\n\r\n".to_vec();
    bytes.extend(page_of(2));
    let (pages, archive) = read(&bytes);
    assert_eq!(pages.len(), 1);
    assert!(notes(&archive)[0].contains("is said to have 99999999999 bytes, and has 9,"));
}

#[test]
fn a_damaged_member_costs_only_its_record() {
    let members: Vec<Vec<u8>> = (0..3).map(|n| gzipped(&page_of(n))).collect();
    let at = members[0].len();
    // In the header, in what is packed, in the check at the end.
    for byte in [2, members[1].len() / 2, members[1].len() - 6] {
        let mut bytes = members.concat();
        bytes[at + byte] ^= 0x55;
        let (pages, archive) = read(&bytes);
        let texts: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
        assert_eq!(
            texts,
            ["Report number 0", "Report number 2"],
            "{byte}: {archive:?}"
        );
        let place = format!("byte {at}: ");
        assert!(notes(&archive)[0].starts_with(&place), "{archive:?}");
    }
}

#[test]
fn a_record_that_is_cut_off_is_not_read() {
    let mut bytes = [page_of(1), page_of(2)].concat();
    let at = page_of(1).len();
    bytes.truncate(bytes.len() - 8);
    let (pages, archive) = read(&bytes);
    assert_eq!(pages.len(), 1);
    let said = format!("byte {at}: a record is cut off: 56 of its 60 bytes are there");
    assert_eq!(notes(&archive), [said.as_str()]);
    let mut bytes = [gzipped(&page_of(1)), gzipped(&page_of(2))].concat();
    bytes.truncate(bytes.len() - 9);
    let (pages, archive) = read(&bytes);
    assert_eq!(pages.len(), 1);
    assert!(
        notes(&archive)[0].ends_with("its gzip member is cut off"),
        "{archive:?}"
    );
}

#[test]
fn what_the_crawler_cut_short_is_read_with_a_note() {
    let cut = record(
        "resource",
        "Content-Type: text/plain\r\nWARC-Truncated: length\r\n",
        b"A ferry sank.",
    );
    let (pages, _) = read(&cut);
    let found = articles(&pages[0]);
    assert_eq!(
        found.notes[0].text,
        "the crawler kept only its beginning (length)"
    );
    assert_eq!(found.articles.len(), 1);
}

#[test]
fn an_archive_without_end_of_broken_records_has_notes_with_an_end() {
    let bytes = b"WARC/1.0\r\n\r\nx\n".repeat(5000);
    let (_, archive) = read(&bytes);
    assert_eq!(archive.notes.len(), 102);
    assert_eq!(archive.notes[101].text, "4900 more records are broken");
}

#[test]
fn an_archive_of_nothing_but_beginnings_ends() {
    let bytes = b"\x1F\x8B\x08\0\0\0\0\0\0\0\x01".repeat(40_000);
    let (pages, archive) = read(&bytes);
    assert!(pages.is_empty() && archive.quarantined.is_some());
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for start in [&b""[..], b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 9\r\n\r\n", b"\x1F\x8B\x08\0\0\0\0\0\0\0"] {
            read(&[start, &bytes].concat());
        }
    }

    #[test]
    fn arbitrary_records_are_read(pieces in prop::collection::vec("(WARC/1\\.[01]\r?\n|Content-Length: [0-9]{1,3}\r\n|WARC-Type: response\r\n|\r\n\r\n|\n|HTTP/1.1 200 OK\r\n|Content-Type: text/plain\r\n|Transfer-Encoding: chunked\r\n|[0-9a-f]{1,2}\r\n|[a-z ]{0,30}){0,30}", 1..3)) {
        read(pieces.concat().as_bytes());
        let packed: Vec<u8> = pieces.iter().flat_map(|piece| gzipped(piece.as_bytes())).collect();
        read(&packed);
    }

    #[test]
    fn pages_come_back_as_they_were(texts in prop::collection::vec("[A-Za-z .\r\n\\PC]{1,80}", 1..8), packed: bool, at_once in 1usize..100) {
        let records = texts.iter().map(|text| {
            let record = record("resource", "Content-Type: text/plain\r\n", text.as_bytes());
            if packed { gzipped(&record) } else { record }
        });
        let bytes: Vec<u8> = records.flatten().collect();
        let (pages, archive) = read_by(&bytes, at_once);
        prop_assert_eq!(pages.len(), texts.len());
        for (page, text) in pages.iter().zip(&texts) {
            prop_assert_eq!(&page.text, &Page::from_bytes("a.txt", text.as_bytes()).text);
        }
        prop_assert!(archive.notes.is_empty());
    }

    #[test]
    fn of_an_archive_cut_anywhere_the_whole_records_are_read(cut in 0usize..2000, packed: bool) {
        let records: Vec<Vec<u8>> = (0..8).map(page_of).map(|page| if packed { gzipped(&page) } else { page }).collect();
        let mut bytes = records.concat();
        bytes.truncate(cut);
        let mut end = 0;
        let whole = records.iter().take_while(|record| { end += record.len(); end <= cut }).count();
        let (pages, _) = read(&bytes);
        // Without its last line breaks a record is whole, too.
        prop_assert!(pages.len() == whole || !packed && pages.len() == whole + 1);
        for (n, page) in pages.iter().enumerate() {
            prop_assert_eq!(&page.text, &format!("Report number {n}"));
        }
    }

    #[test]
    fn a_flipped_bit_makes_no_page_that_was_not_there(at in 0usize..2000, bit in 0u8..8) {
        let members: Vec<Vec<u8>> = (0..8).map(|n| gzipped(&page_of(n))).collect();
        let mut bytes = members.concat();
        // The first byte tells what the file is.
        let at = 1 + at % (bytes.len() - 1);
        bytes[at] ^= 1 << bit;
        let (pages, _) = read(&bytes);
        prop_assert!(pages.len() >= 7, "{}", pages.len());
        for page in &pages {
            prop_assert!(page.text.starts_with("Report number ") && page.text.len() == 15, "{}", page.text);
        }
    }
}
