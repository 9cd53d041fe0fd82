//! The words of time.

use super::meaning::{Feast, Near, Part, Season, Unit};

/// What a single word says about time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Lex {
    /// Monday is 1; whether it is an abbreviation that is a word of its own ("Sun", "Sat").
    Weekday(i8, bool),
    /// "Mondays".
    Weekdays(i8),
    /// January is 1; whether the word has everyday meanings of its own ("may", "march").
    Month(i8, bool),
    /// A unit; whether it is plural.
    Unit(Unit, bool),
    Part(Part),
    /// "nights".
    Parts(Part),
    Season(Season),
    Near(Near),
    /// "1990s" has its digits apart; this is "nineties".
    DecadeWord(i16),
}

/// What `word` (in lower case) says about time.
pub(super) fn lex(word: &str) -> Option<Lex> {
    use Lex::{DecadeWord, Month, Parts, Weekday, Weekdays};
    Some(match word {
        "monday" => Weekday(1, false),
        "tuesday" => Weekday(2, false),
        "wednesday" => Weekday(3, false),
        "thursday" => Weekday(4, false),
        "friday" => Weekday(5, false),
        "saturday" => Weekday(6, false),
        "sunday" => Weekday(7, false),
        "mon" => Weekday(1, true),
        "tue" | "tues" => Weekday(2, true),
        "wed" => Weekday(3, true),
        "thu" | "thur" | "thurs" => Weekday(4, true),
        "fri" => Weekday(5, true),
        "sat" => Weekday(6, true),
        "sun" => Weekday(7, true),
        "mondays" => Weekdays(1),
        "tuesdays" => Weekdays(2),
        "wednesdays" => Weekdays(3),
        "thursdays" => Weekdays(4),
        "fridays" => Weekdays(5),
        "saturdays" => Weekdays(6),
        "sundays" => Weekdays(7),
        "january" | "jan" => Month(1, false),
        "february" | "feb" => Month(2, false),
        "march" => Month(3, true),
        "mar" => Month(3, true),
        "april" => Month(4, false),
        "apr" => Month(4, false),
        "may" => Month(5, true),
        "june" => Month(6, false),
        "jun" => Month(6, true),
        "july" => Month(7, false),
        "jul" => Month(7, true),
        "august" => Month(8, false),
        "aug" => Month(8, false),
        "september" | "sept" | "sep" => Month(9, false),
        "october" | "oct" => Month(10, false),
        "november" | "nov" => Month(11, false),
        "december" | "dec" => Month(12, false),
        "mornings" => Parts(Part::Morning),
        "afternoons" => Parts(Part::Afternoon),
        "evenings" => Parts(Part::Evening),
        "nights" => Parts(Part::Night),
        "twenties" => DecadeWord(20),
        "thirties" => DecadeWord(30),
        "forties" => DecadeWord(40),
        "fifties" => DecadeWord(50),
        "sixties" => DecadeWord(60),
        "seventies" => DecadeWord(70),
        "eighties" => DecadeWord(80),
        "nineties" => DecadeWord(90),
        _ => {
            return unit(word)
                .or_else(|| part(word))
                .or_else(|| season(word))
                .or_else(|| near(word));
        }
    })
}

fn unit(word: &str) -> Option<Lex> {
    let (unit, plural) = match word {
        "second" | "sec" => (Unit::Second, false),
        "seconds" | "secs" => (Unit::Second, true),
        "minute" | "min" => (Unit::Minute, false),
        "minutes" | "mins" => (Unit::Minute, true),
        "hour" => (Unit::Hour, false),
        "hours" | "hrs" => (Unit::Hour, true),
        "day" => (Unit::Day, false),
        "days" => (Unit::Day, true),
        "weekend" => (Unit::Weekend, false),
        "weekends" => (Unit::Weekend, true),
        "week" => (Unit::Week, false),
        "weeks" => (Unit::Week, true),
        "month" => (Unit::Month, false),
        "months" => (Unit::Month, true),
        "quarter" => (Unit::Quarter, false),
        "quarters" => (Unit::Quarter, true),
        "year" => (Unit::Year, false),
        "years" => (Unit::Year, true),
        "decade" => (Unit::Decade, false),
        "decades" => (Unit::Decade, true),
        "century" => (Unit::Century, false),
        "centuries" => (Unit::Century, true),
        "millennium" => (Unit::Millennium, false),
        "millennia" => (Unit::Millennium, true),
        _ => return None,
    };
    Some(Lex::Unit(unit, plural))
}

fn part(word: &str) -> Option<Lex> {
    Some(Lex::Part(match word {
        "dawn" | "daybreak" => Part::Dawn,
        "morning" => Part::Morning,
        "afternoon" => Part::Afternoon,
        "evening" | "dusk" => Part::Evening,
        "night" => Part::Night,
        "daytime" => Part::Daytime,
        _ => return None,
    }))
}

fn season(word: &str) -> Option<Lex> {
    Some(Lex::Season(match word {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "fall" | "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    }))
}

fn near(word: &str) -> Option<Lex> {
    Some(Lex::Near(match word {
        "last" | "past" => Near::Last,
        "this" | "current" => Near::This,
        "next" | "coming" | "upcoming" => Near::Next,
        "that" | "same" => Near::That,
        "previous" | "preceding" | "prior" => Near::Before,
        "following" | "subsequent" => Near::After,
        _ => return None,
    }))
}

/// First to fifth and on, as words; figures with "th" are read apart.
pub(super) fn ordinal_word(word: &str) -> Option<i8> {
    const WORDS: [&str; 31] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
        "twenty-second",
        "twenty-third",
        "twenty-fourth",
        "twenty-fifth",
        "twenty-sixth",
        "twenty-seventh",
        "twenty-eighth",
        "twenty-ninth",
        "thirtieth",
        "thirty-first",
    ];
    WORDS.iter().position(|w| *w == word).map(|i| i as i8 + 1)
}

/// Feasts by their words; longer names stand before their beginnings.
pub(super) const FEASTS: [(&[&str], Feast); 24] = [
    (&["new", "year", "'", "s", "day"], Feast::Fixed(1, 1)),
    (&["new", "year", "'", "s", "eve"], Feast::Fixed(12, 31)),
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["thanksgiving", "day"], Feast::Nth(11, 4, 4)),
    (&["thanksgiving"], Feast::Nth(11, 4, 4)),
    (&["labor", "day"], Feast::Nth(9, 1, 1)),
    (&["memorial", "day"], Feast::Nth(5, -1, 1)),
    (&["columbus", "day"], Feast::Nth(10, 2, 1)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["armistice", "day"], Feast::Fixed(11, 11)),
    (&["remembrance", "day"], Feast::Fixed(11, 11)),
    (&["valentine", "'", "s", "day"], Feast::Fixed(2, 14)),
    (
        &["st", ".", "patrick", "'", "s", "day"],
        Feast::Fixed(3, 17),
    ),
    (&["may", "day"], Feast::Fixed(5, 1)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["palm", "sunday"], Feast::Easter(-7)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter"], Feast::Easter(0)),
    (&["election", "day"], Feast::ElectionDay),
];

/// Names of time zones that may follow a time on the clock.
pub(super) const ZONES: [&str; 24] = [
    "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "bst",
    "cet", "cest", "eet", "eest", "msk", "ist", "jst", "aest", "sast", "eat",
];

/// Adverbs of recurrence and their TIMEX3 values.
pub(super) fn set_adverb(word: &str) -> Option<&'static str> {
    Some(match word {
        "hourly" => "PT1H",
        "daily" => "P1D",
        "nightly" => "XXXX-XX-XXTNI",
        "weekly" => "P1W",
        "fortnightly" => "P2W",
        "monthly" => "P1M",
        "yearly" | "annually" => "P1Y",
        _ => return None,
    })
}

/// Single words that point to past, present or future.
pub(super) fn reference(word: &str) -> Option<&'static str> {
    Some(match word {
        "now" | "currently" | "nowadays" => "PRESENT_REF",
        "recently" | "lately" => "PAST_REF",
        "soon" => "FUTURE_REF",
        _ => return None,
    })
}
