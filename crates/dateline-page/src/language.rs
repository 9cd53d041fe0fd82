//! Which language a text is in, and whether it can be read.

use crate::article::{LanguageGuess, Unread};
use crate::note::{Note, NoteKind};
use whatlang::{Info, Lang};

/// Bytes of text that the detector sees: more does not change its mind.
const SAMPLE: usize = 20_000;
/// Longest article that is coded, in bytes: about 150,000 words, far beyond any news text.
const LONGEST_TEXT: usize = 1 << 20;
/// Longest stretch without a sentence end that is coded, in bytes: the parser reads sentence by
/// sentence, and no writer goes on for longer.
const LONGEST_SENTENCE: usize = 20_000;

/// Guesses the language of an article from its prose and what the page declares.
///
/// Statistics decide where they are reliable. A short or odd text is too little evidence against
/// what the page declares; where it declares nothing, a text in Latin letters is taken for English,
/// which is what this reader is given, and the guess says that it is a default.
pub(crate) fn guess(prose: &[&str], declared: Option<&str>) -> LanguageGuess {
    let mut sample = String::new();
    for part in prose {
        if sample.len() >= SAMPLE {
            break;
        }
        let part = &part[..part.floor_char_boundary(SAMPLE)];
        sample.push_str(part);
        sample.push('\n');
    }
    let found = whatlang::detect(&sample);
    if let Some(info) = found.as_ref().filter(|info| convinces(info, &sample)) {
        return LanguageGuess {
            code: code(info.lang()),
            reliable: true,
            basis: format!("letter statistics, confidence {:.2}", info.confidence()),
        };
    }
    if let Some(declared) = declared.and_then(primary_subtag) {
        return LanguageGuess {
            code: declared,
            reliable: false,
            basis: "declared by the page; the text is too short to tell".to_owned(),
        };
    }
    match found {
        None => LanguageGuess {
            code: "und".to_owned(),
            reliable: false,
            basis: "no letters to go by".to_owned(),
        },
        Some(info) if info.script() == whatlang::Script::Latin => LanguageGuess {
            code: "en".to_owned(),
            reliable: false,
            basis: "too short to tell; Latin letters and no evidence against English".to_owned(),
        },
        Some(info) => LanguageGuess {
            code: code(info.lang()),
            reliable: false,
            basis: format!("too short to tell; {} letters", info.script().name()),
        },
    }
}

/// Whether the detector's word is enough. Headlines full of names mislead it, so Latin text that it
/// takes for another language than English must also be long.
fn convinces(info: &Info, sample: &str) -> bool {
    let long = sample.chars().filter(|c| c.is_alphabetic()).count() >= 120;
    info.is_reliable() && (long || info.lang() == Lang::Eng)
}

/// The ISO 639-1 code where there is one.
fn code(lang: Lang) -> String {
    const TWO: [(&str, &str); 46] = [
        ("afr", "af"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mkd", "mk"),
        ("nld", "nl"),
        ("nob", "no"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("spa", "es"),
        ("swe", "sv"),
        ("tur", "tr"),
        ("ukr", "uk"),
    ];
    let three = lang.code();
    let known = TWO.iter().find(|(code, _)| *code == three);
    known.map_or(three, |(_, two)| two).to_owned()
}

/// `en` from `en-GB`, `en_US`.
fn primary_subtag(declared: &str) -> Option<String> {
    let tag = declared.trim().split(['-', '_']).next().unwrap_or_default();
    let fits = (2..=3).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphabetic());
    fits.then(|| tag.to_ascii_lowercase())
}

/// Why the text is not to be coded, and the note that says so.
pub(crate) fn unread(guess: &LanguageGuess, prose: &[&str]) -> (Option<Unread>, Option<Note>) {
    let length: usize = prose.iter().map(|part| part.len()).sum();
    let unread = if !guess.is_english() {
        Some((Unread::Language(guess.code.clone()), NoteKind::Language))
    } else if length > LONGEST_TEXT {
        let why = format!("{length} bytes of prose are more than a news text has");
        Some((Unread::NotNewsLike(why), NoteKind::Limit))
    } else {
        prose
            .iter()
            .map(|part| longest_stretch(part))
            .max()
            .filter(|longest| *longest > LONGEST_SENTENCE)
            .map(|longest| {
                let why = format!("{longest} bytes without a sentence end are no prose");
                (Unread::NotNewsLike(why), NoteKind::Limit)
            })
    };
    match unread {
        Some((unread, kind)) => {
            let note = Note::new(kind, format!("kept, not coded: {unread}"));
            (Some(unread), Some(note))
        }
        None => (None, None),
    }
}

/// Bytes of the longest stretch without a full stop, question or exclamation mark or line end.
fn longest_stretch(part: &str) -> usize {
    part.split(['.', '!', '?', '\n', '。'])
        .map(str::len)
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "Dock workers in Kalem walked out on Monday after talks with the port \
        authority broke down, and ships were sent to other ports along the coast.";
    const FRENCH: &str = "Les dockers de Kalem ont cessé le travail lundi après l’échec des négociations \
        avec la direction du port, et les navires ont été détournés vers d’autres ports de la côte.";

    #[test]
    fn statistics_decide_on_longer_text() {
        assert_eq!(guess(&[ENGLISH], Some("fr")).code, "en");
        let french = guess(&[FRENCH], None);
        assert_eq!((french.code.as_str(), french.reliable), ("fr", true));
        assert_eq!(
            unread(&french, &[FRENCH]).0,
            Some(Unread::Language("fr".into()))
        );
    }

    #[test]
    fn short_text_follows_the_page_or_stays_english() {
        assert_eq!(guess(&["Mali: Koulouba"], Some("fr-FR")).code, "fr");
        let guess = guess(&["Mali: Koulouba"], None);
        assert_eq!((guess.code.as_str(), guess.reliable), ("en", false));
    }

    #[test]
    fn other_scripts_are_not_english() {
        assert_ne!(guess(&["Взрыв в порту"], None).code, "en");
        assert_eq!(guess(&["12 – 13"], None).code, "und");
    }

    #[test]
    fn endless_text_is_kept_but_not_coded() {
        let endless = "word ".repeat(5_000);
        let guess = guess(&[ENGLISH, &endless], None);
        let (unread, note) = unread(&guess, &[ENGLISH, &endless]);
        assert!(matches!(unread, Some(Unread::NotNewsLike(_))));
        assert_eq!(note.map(|note| note.kind), Some(NoteKind::Limit));
    }
}
