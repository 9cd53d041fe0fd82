//! The words of time.

use super::elsewhere::Alone;
use super::meaning::{Feast, Near, Part, Season, Unit};
use super::reckoning::{LunarMonth, Reckoning};

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

/// Feasts by their names, as `elsewhere::named` compares them.
pub(super) const FEASTS: &[(&str, Feast)] = &[
    ("new years day", Feast::Fixed(1, 1)),
    ("new years eve", Feast::Fixed(12, 31)),
    ("epiphany", Feast::Fixed(1, 6)),
    ("orthodox christmas", Feast::Fixed(1, 7)),
    ("orthodox christmas eve", Feast::Fixed(1, 6)),
    ("martin luther king jr day", Feast::Nth(1, 3, 1)),
    ("martin luther king day", Feast::Nth(1, 3, 1)),
    ("presidents day", Feast::Nth(2, 3, 1)),
    ("mothers day", Feast::Nth(5, 2, 7)),
    ("fathers day", Feast::Nth(6, 3, 7)),
    ("valentines day", Feast::Fixed(2, 14)),
    ("international womens day", Feast::Fixed(3, 8)),
    ("st patricks day", Feast::Fixed(3, 17)),
    ("saint patricks day", Feast::Fixed(3, 17)),
    ("songkran", Feast::Fixed(4, 13)),
    ("anzac day", Feast::Fixed(4, 25)),
    ("may day", Feast::Fixed(5, 1)),
    ("cinco de mayo", Feast::Fixed(5, 5)),
    ("memorial day", Feast::Nth(5, -1, 1)),
    ("juneteenth", Feast::Fixed(6, 19)),
    ("bastille day", Feast::Fixed(7, 14)),
    ("labor day", Feast::Nth(9, 1, 1)),
    ("columbus day", Feast::Nth(10, 2, 1)),
    ("halloween", Feast::Fixed(10, 31)),
    ("all saints day", Feast::Fixed(11, 1)),
    ("all souls day", Feast::Fixed(11, 2)),
    ("day of the dead", Feast::Fixed(11, 2)),
    ("guy fawkes night", Feast::Fixed(11, 5)),
    ("veterans day", Feast::Fixed(11, 11)),
    ("armistice day", Feast::Fixed(11, 11)),
    ("remembrance day", Feast::Fixed(11, 11)),
    ("election day", Feast::ElectionDay),
    ("thanksgiving day", Feast::Nth(11, 4, 4)),
    ("thanksgiving", Feast::Nth(11, 4, 4)),
    ("christmas eve", Feast::Fixed(12, 24)),
    ("christmas day", Feast::Fixed(12, 25)),
    ("christmas", Feast::Fixed(12, 25)),
    ("boxing day", Feast::Fixed(12, 26)),
    ("st stephens day", Feast::Fixed(12, 26)),
    ("mardi gras", Feast::Easter(-47)),
    ("shrove tuesday", Feast::Easter(-47)),
    ("ash wednesday", Feast::Easter(-46)),
    ("palm sunday", Feast::Easter(-7)),
    ("maundy thursday", Feast::Easter(-3)),
    ("good friday", Feast::Easter(-2)),
    ("holy saturday", Feast::Easter(-1)),
    ("easter sunday", Feast::Easter(0)),
    ("easter", Feast::Easter(0)),
    ("easter monday", Feast::Easter(1)),
    ("ascension day", Feast::Easter(39)),
    ("pentecost", Feast::Easter(49)),
    ("whit sunday", Feast::Easter(49)),
    ("whit monday", Feast::Easter(50)),
    ("orthodox easter", Feast::OrthodoxEaster),
    ("islamic new year", feast_of(Reckoning::Hijri, 1, 1)),
    ("hijri new year", feast_of(Reckoning::Hijri, 1, 1)),
    ("muslim new year", feast_of(Reckoning::Hijri, 1, 1)),
    ("ashura", feast_of(Reckoning::Hijri, 1, 10)),
    ("ashoura", feast_of(Reckoning::Hijri, 1, 10)),
    ("ashura day", feast_of(Reckoning::Hijri, 1, 10)),
    ("day of ashura", feast_of(Reckoning::Hijri, 1, 10)),
    ("arbaeen", feast_of(Reckoning::Hijri, 2, 20)),
    ("arbain", feast_of(Reckoning::Hijri, 2, 20)),
    ("mawlid", feast_of(Reckoning::Hijri, 3, 12)),
    ("mawlid al nabi", feast_of(Reckoning::Hijri, 3, 12)),
    ("milad al nabi", feast_of(Reckoning::Hijri, 3, 12)),
    ("eid milad al nabi", feast_of(Reckoning::Hijri, 3, 12)),
    ("eid e milad al nabi", feast_of(Reckoning::Hijri, 3, 12)),
    ("eid al fitr", feast_of(Reckoning::Hijri, 10, 1)),
    ("eid al fitri", feast_of(Reckoning::Hijri, 10, 1)),
    ("idul fitri", feast_of(Reckoning::Hijri, 10, 1)),
    ("eidul fitr", feast_of(Reckoning::Hijri, 10, 1)),
    ("eid e fitr", feast_of(Reckoning::Hijri, 10, 1)),
    ("eid fitr", feast_of(Reckoning::Hijri, 10, 1)),
    ("eid al adha", feast_of(Reckoning::Hijri, 12, 10)),
    ("idul adha", feast_of(Reckoning::Hijri, 12, 10)),
    ("eidul adha", feast_of(Reckoning::Hijri, 12, 10)),
    ("eid al azha", feast_of(Reckoning::Hijri, 12, 10)),
    ("eid e adha", feast_of(Reckoning::Hijri, 12, 10)),
    ("feast of the sacrifice", feast_of(Reckoning::Hijri, 12, 10)),
    ("feast of sacrifice", feast_of(Reckoning::Hijri, 12, 10)),
    ("kurban bayram", feast_of(Reckoning::Hijri, 12, 10)),
    ("kurban bayrami", feast_of(Reckoning::Hijri, 12, 10)),
    ("nowruz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("newroz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("nawroz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("norouz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("noruz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("navruz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("nauryz", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("persian new year", feast_of(Reckoning::SolarHijri, 1, 1)),
    ("rosh hashanah", feast_of(Reckoning::Hebrew, 1, 1)),
    ("rosh hashana", feast_of(Reckoning::Hebrew, 1, 1)),
    ("yom kippur", feast_of(Reckoning::Hebrew, 1, 10)),
    ("sukkot", feast_of(Reckoning::Hebrew, 1, 15)),
    ("simchat torah", feast_of(Reckoning::Hebrew, 1, 22)),
    ("hanukkah", feast_of(Reckoning::Hebrew, 3, 25)),
    ("chanukah", feast_of(Reckoning::Hebrew, 3, 25)),
    ("purim", feast_of(Reckoning::Hebrew, 6, 14)),
    ("passover", feast_of(Reckoning::Hebrew, 7, 15)),
    ("pesach", feast_of(Reckoning::Hebrew, 7, 15)),
    ("shavuot", feast_of(Reckoning::Hebrew, 9, 6)),
    ("tisha bav", feast_of(Reckoning::Hebrew, 11, 9)),
    ("lunar new year", feast_of(Reckoning::Chinese, 1, 1)),
    ("chinese new year", feast_of(Reckoning::Chinese, 1, 1)),
    ("spring festival", feast_of(Reckoning::Chinese, 1, 1)),
    ("tet", feast_of(Reckoning::Chinese, 1, 1)),
];

const fn feast_of(calendar: Reckoning, month: u8, day: u8) -> Feast {
    Feast::Elsewhere {
        calendar,
        month: LunarMonth::of(month),
        day: Some(day),
    }
}

/// A month of another calendar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct MonthElsewhere {
    pub calendar: Reckoning,
    pub month: LunarMonth,
    /// How much must stand beside its name.
    pub alone: Alone,
}

const fn month_of(calendar: Reckoning, number: u8, alone: Alone) -> MonthElsewhere {
    MonthElsewhere {
        calendar,
        month: LunarMonth::of(number),
        alone,
    }
}

const ADAR_I: MonthElsewhere = MonthElsewhere {
    calendar: Reckoning::Hebrew,
    month: LunarMonth {
        number: 5,
        leap: true,
    },
    alone: Alone::WithDay,
};

/// Months of other calendars by their names, as `elsewhere::named` compares them.
pub(super) const MONTHS_ELSEWHERE: &[(&str, MonthElsewhere)] = &[
    ("muharram", month_of(Reckoning::Hijri, 1, Alone::WithDay)),
    ("moharram", month_of(Reckoning::Hijri, 1, Alone::WithDay)),
    ("safar", month_of(Reckoning::Hijri, 2, Alone::WithDay)),
    (
        "rabi al awwal",
        month_of(Reckoning::Hijri, 3, Alone::WithDay),
    ),
    (
        "rabi al awal",
        month_of(Reckoning::Hijri, 3, Alone::WithDay),
    ),
    ("rabi i", month_of(Reckoning::Hijri, 3, Alone::WithDay)),
    (
        "rabi al thani",
        month_of(Reckoning::Hijri, 4, Alone::WithDay),
    ),
    (
        "rabi al akhir",
        month_of(Reckoning::Hijri, 4, Alone::WithDay),
    ),
    (
        "rabi al akhar",
        month_of(Reckoning::Hijri, 4, Alone::WithDay),
    ),
    ("rabi ii", month_of(Reckoning::Hijri, 4, Alone::WithDay)),
    (
        "jumada al awwal",
        month_of(Reckoning::Hijri, 5, Alone::WithDay),
    ),
    (
        "jumada al ula",
        month_of(Reckoning::Hijri, 5, Alone::WithDay),
    ),
    (
        "jumada al oula",
        month_of(Reckoning::Hijri, 5, Alone::WithDay),
    ),
    (
        "jumad al awwal",
        month_of(Reckoning::Hijri, 5, Alone::WithDay),
    ),
    ("jumada i", month_of(Reckoning::Hijri, 5, Alone::WithDay)),
    (
        "jumada al thani",
        month_of(Reckoning::Hijri, 6, Alone::WithDay),
    ),
    (
        "jumada al thaniya",
        month_of(Reckoning::Hijri, 6, Alone::WithDay),
    ),
    (
        "jumada al akhirah",
        month_of(Reckoning::Hijri, 6, Alone::WithDay),
    ),
    (
        "jumada al akhira",
        month_of(Reckoning::Hijri, 6, Alone::WithDay),
    ),
    (
        "jumada al akhir",
        month_of(Reckoning::Hijri, 6, Alone::WithDay),
    ),
    (
        "jumad al thani",
        month_of(Reckoning::Hijri, 6, Alone::WithDay),
    ),
    ("jumada ii", month_of(Reckoning::Hijri, 6, Alone::WithDay)),
    ("rajab", month_of(Reckoning::Hijri, 7, Alone::WithDay)),
    ("shaban", month_of(Reckoning::Hijri, 8, Alone::WithDay)),
    ("shaaban", month_of(Reckoning::Hijri, 8, Alone::WithDay)),
    ("ramadan", month_of(Reckoning::Hijri, 9, Alone::Month)),
    ("ramadhan", month_of(Reckoning::Hijri, 9, Alone::Month)),
    ("ramzan", month_of(Reckoning::Hijri, 9, Alone::Month)),
    ("ramazan", month_of(Reckoning::Hijri, 9, Alone::Month)),
    ("shawwal", month_of(Reckoning::Hijri, 10, Alone::WithDay)),
    ("shawal", month_of(Reckoning::Hijri, 10, Alone::WithDay)),
    (
        "dhu al qadah",
        month_of(Reckoning::Hijri, 11, Alone::WithDay),
    ),
    (
        "dhu al qada",
        month_of(Reckoning::Hijri, 11, Alone::WithDay),
    ),
    (
        "dhu al qidah",
        month_of(Reckoning::Hijri, 11, Alone::WithDay),
    ),
    (
        "dhu al qida",
        month_of(Reckoning::Hijri, 11, Alone::WithDay),
    ),
    ("dhul qadah", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    ("dhul qada", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    ("dhul qidah", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    ("dhul qida", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    ("zul qadah", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    ("zulqadah", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    ("dhulqadah", month_of(Reckoning::Hijri, 11, Alone::WithDay)),
    (
        "dhu al hijjah",
        month_of(Reckoning::Hijri, 12, Alone::WithDay),
    ),
    (
        "dhu al hijja",
        month_of(Reckoning::Hijri, 12, Alone::WithDay),
    ),
    (
        "dhul hijjah",
        month_of(Reckoning::Hijri, 12, Alone::WithDay),
    ),
    ("dhul hijja", month_of(Reckoning::Hijri, 12, Alone::WithDay)),
    ("zul hijjah", month_of(Reckoning::Hijri, 12, Alone::WithDay)),
    ("zul hijja", month_of(Reckoning::Hijri, 12, Alone::WithDay)),
    ("zulhijjah", month_of(Reckoning::Hijri, 12, Alone::WithDay)),
    ("dhulhijjah", month_of(Reckoning::Hijri, 12, Alone::WithDay)),
    (
        "farvardin",
        month_of(Reckoning::SolarHijri, 1, Alone::WithDay),
    ),
    (
        "ordibehesht",
        month_of(Reckoning::SolarHijri, 2, Alone::WithDay),
    ),
    (
        "khordad",
        month_of(Reckoning::SolarHijri, 3, Alone::WithDay),
    ),
    ("tir", month_of(Reckoning::SolarHijri, 4, Alone::WithYear)),
    ("mordad", month_of(Reckoning::SolarHijri, 5, Alone::WithDay)),
    (
        "shahrivar",
        month_of(Reckoning::SolarHijri, 6, Alone::WithDay),
    ),
    ("mehr", month_of(Reckoning::SolarHijri, 7, Alone::WithYear)),
    ("aban", month_of(Reckoning::SolarHijri, 8, Alone::WithYear)),
    ("azar", month_of(Reckoning::SolarHijri, 9, Alone::WithYear)),
    ("dey", month_of(Reckoning::SolarHijri, 10, Alone::WithYear)),
    (
        "bahman",
        month_of(Reckoning::SolarHijri, 11, Alone::WithDay),
    ),
    (
        "esfand",
        month_of(Reckoning::SolarHijri, 12, Alone::WithDay),
    ),
    ("hamal", month_of(Reckoning::SolarHijri, 1, Alone::WithYear)),
    ("sawr", month_of(Reckoning::SolarHijri, 2, Alone::WithYear)),
    ("saur", month_of(Reckoning::SolarHijri, 2, Alone::WithYear)),
    ("jawza", month_of(Reckoning::SolarHijri, 3, Alone::WithYear)),
    (
        "saratan",
        month_of(Reckoning::SolarHijri, 4, Alone::WithYear),
    ),
    ("asad", month_of(Reckoning::SolarHijri, 5, Alone::WithYear)),
    (
        "sonbola",
        month_of(Reckoning::SolarHijri, 6, Alone::WithYear),
    ),
    (
        "sunbula",
        month_of(Reckoning::SolarHijri, 6, Alone::WithYear),
    ),
    ("mizan", month_of(Reckoning::SolarHijri, 7, Alone::WithYear)),
    ("aqrab", month_of(Reckoning::SolarHijri, 8, Alone::WithYear)),
    ("qaws", month_of(Reckoning::SolarHijri, 9, Alone::WithYear)),
    ("qaus", month_of(Reckoning::SolarHijri, 9, Alone::WithYear)),
    ("jadi", month_of(Reckoning::SolarHijri, 10, Alone::WithYear)),
    ("dalw", month_of(Reckoning::SolarHijri, 11, Alone::WithYear)),
    (
        "dalwa",
        month_of(Reckoning::SolarHijri, 11, Alone::WithYear),
    ),
    ("hut", month_of(Reckoning::SolarHijri, 12, Alone::WithYear)),
    ("tishrei", month_of(Reckoning::Hebrew, 1, Alone::WithDay)),
    ("tishri", month_of(Reckoning::Hebrew, 1, Alone::WithDay)),
    ("cheshvan", month_of(Reckoning::Hebrew, 2, Alone::WithDay)),
    ("heshvan", month_of(Reckoning::Hebrew, 2, Alone::WithDay)),
    (
        "marcheshvan",
        month_of(Reckoning::Hebrew, 2, Alone::WithDay),
    ),
    ("kislev", month_of(Reckoning::Hebrew, 3, Alone::WithDay)),
    ("tevet", month_of(Reckoning::Hebrew, 4, Alone::WithDay)),
    ("shevat", month_of(Reckoning::Hebrew, 5, Alone::WithDay)),
    ("shvat", month_of(Reckoning::Hebrew, 5, Alone::WithDay)),
    ("adar", month_of(Reckoning::Hebrew, 6, Alone::WithYear)),
    ("adar ii", month_of(Reckoning::Hebrew, 6, Alone::WithYear)),
    ("nisan", month_of(Reckoning::Hebrew, 7, Alone::WithDay)),
    ("iyar", month_of(Reckoning::Hebrew, 8, Alone::WithDay)),
    ("iyyar", month_of(Reckoning::Hebrew, 8, Alone::WithDay)),
    ("sivan", month_of(Reckoning::Hebrew, 9, Alone::WithDay)),
    ("tammuz", month_of(Reckoning::Hebrew, 10, Alone::WithYear)),
    ("av", month_of(Reckoning::Hebrew, 11, Alone::WithYear)),
    ("elul", month_of(Reckoning::Hebrew, 12, Alone::WithDay)),
    ("adar i", ADAR_I),
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
