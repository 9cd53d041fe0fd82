//! Expressions and their values, with and without a publication date. All sentences are our own.

use super::{TimeExpr, find};
use crate::scratch::words;
use jiff::civil::date;

/// Text, expression, value from the text alone, value if published on Thursday 2025-03-20.
const TABLE: &[(&str, &str, &str, &str)] = &[
    (
        "The raid was on Thursday.",
        "Thursday",
        "XXXX-WXX-4",
        "2025-03-20",
    ),
    (
        "They fled late Wednesday night .",
        "late Wednesday night",
        "XXXX-WXX-3TNI",
        "2025-03-19TNI",
    ),
    (
        "It closed at the end of January .",
        "the end of January",
        "XXXX-01",
        "2025-01",
    ),
    (
        "A report of July last year said so.",
        "July last year",
        "XXXX-07",
        "2024-07",
    ),
    ("The post fell in 2019 .", "2019", "2019", "2019"),
    (
        "The post fell at 1830 on 5 March .",
        "1830 on 5 March",
        "XXXX-03-05T18:30",
        "2025-03-05T18:30",
    ),
    (
        "They were shot at 10 o'clock Saturday night .",
        "10 o'clock Saturday night",
        "XXXX-WXX-6T22:00",
        "2025-03-15T22:00",
    ),
    (
        "The siren was heard at 0600 hours .",
        "0600 hours",
        "XXXX-XX-XXT06:00",
        "XXXX-XX-XXT06:00",
    ),
    (
        "Shelling resumed in recent days .",
        "recent days",
        "PAST_REF",
        "PAST_REF",
    ),
    (
        "He left yesterday .",
        "yesterday",
        "XXXX-XX-XX",
        "2025-03-19",
    ),
    (
        "She arrived three days ago .",
        "three days ago",
        "XXXX-XX-XX",
        "2025-03-17",
    ),
    ("It began last week .", "last week", "XXXX-WXX", "2025-W11"),
    (
        "It began earlier this month .",
        "earlier this month",
        "XXXX-XX",
        "2025-03",
    ),
    (
        "He was freed on 5 March 2020 .",
        "5 March 2020",
        "2020-03-05",
        "2020-03-05",
    ),
    (
        "He was freed on March 5, 2020 .",
        "March 5, 2020",
        "2020-03-05",
        "2020-03-05",
    ),
    (
        "He was freed on the 5th of March .",
        "the 5th of March",
        "XXXX-03-05",
        "2025-03-05",
    ),
    (
        "Filed 2014-03-02 .",
        "2014-03-02",
        "2014-03-02",
        "2014-03-02",
    ),
    (
        "Filed 25/12/2014 .",
        "25/12/2014",
        "2014-12-25",
        "2014-12-25",
    ),
    ("The siege lasted two days .", "two days", "P2D", "P2D"),
    (
        "The siege lasted about 18 months .",
        "about 18 months",
        "P18M",
        "P18M",
    ),
    ("A 10-year war ended.", "10-year", "P10Y", "P10Y"),
    (
        "They waited 2 1/2 hours .",
        "2 1/2 hours",
        "PT2H30M",
        "PT2H30M",
    ),
    ("They patrol every day .", "every day", "P1D", "P1D"),
    (
        "They march each Friday .",
        "each Friday",
        "XXXX-WXX-5",
        "XXXX-WXX-5",
    ),
    ("Trade fell in the 1990s .", "the 1990s", "199", "199"),
    (
        "Trade fell in the mid-1990s .",
        "the mid-1990s",
        "199",
        "199",
    ),
    (
        "Built in the 19th century .",
        "the 19th century",
        "18",
        "18",
    ),
    (
        "Sales rose in the third quarter of 2023 .",
        "the third quarter of 2023",
        "2023-Q3",
        "2023-Q3",
    ),
    (
        "Fighting eased last summer .",
        "last summer",
        "XXXX-SU",
        "2024-SU",
    ),
    (
        "The blast struck at 10:35 a.m. Tuesday .",
        "10:35 a.m. Tuesday",
        "XXXX-WXX-2T10:35",
        "2025-03-18T10:35",
    ),
    (
        "The blast struck around 10:35 p.m. Tuesday .",
        "around 10:35 p.m. Tuesday",
        "XXXX-WXX-2T22:35",
        "2025-03-18T22:35",
    ),
    (
        "The blast struck at 9:40 Tuesday night .",
        "9:40 Tuesday night",
        "XXXX-WXX-2T21:40",
        "2025-03-18T21:40",
    ),
    (
        "The blast struck about 6 Tuesday evening .",
        "about 6 Tuesday evening",
        "XXXX-WXX-2T18:00",
        "2025-03-18T18:00",
    ),
    (
        "The blast struck at 2:15 Tuesday night .",
        "2:15 Tuesday night",
        "XXXX-WXX-2T02:15",
        "2025-03-18T02:15",
    ),
    (
        "The blast struck at 11 p.m. last night .",
        "11 p.m. last night",
        "XXXX-XX-XXT23:00",
        "2025-03-19T23:00",
    ),
    (
        "Six men were held following Tuesday's raid .",
        "Tuesday",
        "XXXX-WXX-2",
        "2025-03-18",
    ),
    (
        "It opens on Christmas Eve .",
        "Christmas Eve",
        "XXXX-12-24",
        "2024-12-24",
    ),
    (
        "They met last night .",
        "last night",
        "XXXX-XX-XXTNI",
        "2025-03-19TNI",
    ),
    (
        "Rebels now hold the town.",
        "now",
        "PRESENT_REF",
        "PRESENT_REF",
    ),
    ("Talks resume next year .", "next year", "XXXX", "2026"),
    (
        "The past two weeks were calm.",
        "The past two weeks",
        "P2W",
        "P2W",
    ),
    (
        "They fled on 20.02.2025 .",
        "20.02.2025",
        "2025-02-20",
        "2025-02-20",
    ),
    (
        "Polls close on the 31st of December .",
        "the 31st of December",
        "XXXX-12-31",
        "2024-12-31",
    ),
    (
        "Easter 2024 was calm.",
        "Easter 2024",
        "2024-03-31",
        "2024-03-31",
    ),
    (
        "Thanksgiving 2023 was calm.",
        "Thanksgiving 2023",
        "2023-11-23",
        "2023-11-23",
    ),
];

fn only(text: &str, dated: bool) -> TimeExpr {
    let published = dated.then(|| date(2025, 3, 20));
    let mut times = find(&words(text), published);
    assert_eq!(times.len(), 1, "{text}: {times:?}");
    times.remove(0)
}

#[test]
fn values() {
    for (text, expression, open, dated) in TABLE {
        let time = only(text, false);
        assert_eq!(time.span.slice(text), *expression, "{text}");
        assert_eq!(time.value, *open, "{text}");
        assert!(
            time.anchored.is_none(),
            "{text}: nothing may be completed without a date"
        );
        let time = only(text, true);
        assert_eq!(
            time.anchored.as_ref().unwrap_or(&time.value),
            dated,
            "{text}: {}",
            time.reason
        );
    }
}

#[test]
fn what_is_no_time() {
    for text in [
        "May the better side win.",
        "Troops march on.",
        "A 20-year-old man fled.",
        "It was the second attack.",
        "They read the Sunday Times .",
        "He lost 2:1 .",
        "The fall of Aleppo shook them.",
        "Some 4,500 men fled.",
    ] {
        assert_eq!(find(&words(text), None), [], "{text}");
    }
}

#[test]
fn impossible_days_stay_unresolved() {
    for text in [
        "It fell on 31 February .",
        "It fell on 2014-13-45 .",
        "It fell on 45/13/2014 .",
        "Filed 0000-00-00 .",
    ] {
        for time in find(&words(text), Some(date(2025, 3, 20))) {
            assert_eq!(
                (time.value.as_str(), time.when, time.anchored),
                ("XXXX-XX-XX", None, None),
                "{text}"
            );
        }
    }
}

#[test]
fn the_text_itself_may_give_the_date() {
    let text = "The siege began on 5 March 2020 . The following day the town fell.";
    let times = find(&words(text), None);
    assert_eq!(times[1].span.slice(text), "The following day");
    assert_eq!(times[1].value, "2020-03-06");
}

proptest::proptest! {
    /// Words of time, figures and marks in any order: what comes out has words, a value, and no
    /// expression overlaps the next.
    #[test]
    fn any_text_gives_expressions_in_order(
        words_of_time in proptest::collection::vec(
            proptest::sample::select(vec![
                "31", "0", "99999", "February", "Monday", "last", "the", "of", "mid-", "year",
                "ago", "'", "s", "12:99", "2025", "2-3", "1/2", "p.m.", "every", "century",
                "twenty", "-", "third", "quarter", "more", "than", "\n", "é", "½", "late", "since",
            ]),
            0..14,
        ),
        noise in ".{0,12}",
        glue in proptest::sample::select(vec!["", " "]),
    ) {
        let text = words_of_time.join(glue) + glue + &noise;
        for published in [None, Some(date(2025, 3, 20)), Some(date(-9999, 1, 1)), Some(date(9999, 12, 31))] {
            let times = find(&words(&text), published);
            for time in &times {
                proptest::prop_assert!(!time.span.slice(&text).trim().is_empty());
                proptest::prop_assert!(!time.value.is_empty());
                proptest::prop_assert!(published.is_some() || time.anchored.is_none() || time.when.is_some());
            }
            proptest::prop_assert!(times.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        }
    }
}

/// Values of the expressions of a text published on 2025-03-20, in order.
fn dated(text: &str) -> Vec<String> {
    find(&words(text), Some(date(2025, 3, 20)))
        .into_iter()
        .map(|t| {
            let value = t.anchored.unwrap_or(t.value);
            format!("{} {value}", t.span.slice(text))
        })
        .collect()
}

#[test]
fn a_narrative_dates_by_what_it_told_before() {
    let text = "The war began in March 1871 . On 9 April the fort fell . The following day the \
        garrison fled . In December 1872 envoys met . A truce followed in January . In 1874 trade \
        resumed . By the end of the year the port had reopened . In 1880 it closed .";
    assert_eq!(
        dated(text),
        [
            "March 1871 1871-03",
            "9 April 1871-04-09",
            "The following day 1871-04-10",
            "December 1872 1872-12",
            "January 1873-01",
            "1874 1874",
            "the end of the year 1874",
            "1880 1880",
        ]
    );
}

#[test]
fn news_keeps_counting_from_its_own_day() {
    let text = "Clashes resumed on Tuesday . In 2019 , 2020 , 2021 and 2022 truces failed . \
        Talks collapsed last week and on 9 March troops left .";
    let found = dated(text);
    assert_eq!(found[0], "Tuesday 2025-03-18");
    assert_eq!(found.last().unwrap(), "9 March 2025-03-09");
}

#[test]
fn dates_share_what_is_said_once() {
    for (text, expected) in [
        (
            "It fell on the 28 and 29 August 1914 .",
            &["the 28 1914-08-28", "29 August 1914 1914-08-29"][..],
        ),
        (
            "They met from March 5-9, 1918 .",
            &["March 5 1918-03-05", "9, 1918 1918-03-09"],
        ),
        (
            "It lasted from April to June 1968 .",
            &["April 1968-04", "June 1968 1968-06"],
        ),
        (
            "It lasted from November to February 1990 .",
            &["November 1989-11", "February 1990 1990-02"],
        ),
        ("It fell in 1915-16 .", &["1915 1915", "16 1916"]),
    ] {
        assert_eq!(dated(text), expected, "{text}");
    }
}

#[test]
fn parts_of_named_days_and_old_years() {
    for (text, expected) in [
        (
            "They came on the night of 8 February 1904 .",
            "the night of 8 February 1904 1904-02-08TNI",
        ),
        (
            "They came on the night of 14 to 15 March .",
            "the night of 14 to 15 March 2025-03-14TNI",
        ),
        (
            "They came in the night from Friday to Saturday .",
            "the night from Friday to Saturday 2025-03-14TNI",
        ),
        (
            "It doubled in the first half of the year .",
            "the first half of the year 2025-H1",
        ),
        ("It burned in 44 BC .", "44 BC BC0044"),
        ("It burned in AD 79 .", "AD 79 0079"),
        (
            "Built in the third century BC .",
            "the third century BC BC02",
        ),
        ("Four men were held overnight .", "overnight 2025-03-19TNI"),
    ] {
        assert_eq!(dated(text), [expected], "{text}");
    }
}

#[test]
fn a_count_from_a_month_stays_as_coarse() {
    let text = "The siege began in October 1915 . Four days later the allies came .";
    let doc = words(text);
    let times = find(&doc, None);
    assert_eq!(times[1].value, "1915-XX-XX");
    let when = times[1].when.unwrap();
    assert_eq!(
        (when.first, when.last),
        (date(1915, 10, 5), date(1915, 11, 4))
    );
}

#[test]
fn impossible_dates_have_no_day() {
    for text in [
        "Filed on February 30 , 2020 .",
        "Filed 31.13.2020 .",
        "Filed 0000-00-00 .",
        "Filed in the year 0 .",
        "Filed in 99999 BC .",
        "It ended 99999999999 years ago .",
        "Filed on 32 March 2020 .",
        "Filed on 40 Ramadan 1445 .",
        "Filed on 0 Ramadan 1445 .",
        "Filed in Ramadan 99999 .",
        "Filed in 0 AH .",
        "Filed on 5 Nisan 0000 .",
        "Filed on 31 Esfand 9999 .",
    ] {
        let doc = words(text);
        for time in find(&doc, Some(date(2025, 3, 20))) {
            let dated = time
                .when
                .is_some_and(|w| w.precision <= super::Precision::Day);
            assert!(!dated, "{text}: {time:?}");
        }
    }
}

proptest::proptest! {
    /// Words of time, figures and marks in any order, whatever the day, never panic; expressions
    /// stand in order, and each interval runs forward.
    #[test]
    fn any_text_gives_times_in_order(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "0", "30", "February", "31", "13", ".", "2020", "-", "/", "99999", "BC", "AD",
                "the", "night", "of", "year", "century", "third", "ago", "days", "later", "last",
                "next", "same", "week", "and", "to", ",", "1915", "16", "5", "9", "March", "May",
                "overnight", "Easter", "fiscal", "Ramadan", "1445", "AH", "Eid", "al", "Adar", "I",
                "5784", "BE", "2567", "Old", "Style", "Esfand", "before", "after", "between", "quarter", "first", "per", "12:61", "\n", "é",
                "340282366920938463463374607431768211456", "'98", "1990s", "every", "end",
            ]),
            0..16,
        ),
        glue in proptest::sample::select(vec!["", " "]),
        year in -9999i16..=9999,
    ) {
        let text = pieces.join(glue);
        let day = jiff::civil::Date::new(year, 12, 31).ok();
        for published in [None, day] {
            let found = find(&words(&text), published);
            for time in &found {
                proptest::prop_assert!(!time.value.is_empty());
                proptest::prop_assert!(time.when.is_none_or(|w| w.first <= w.last));
            }
            proptest::prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        }
    }
}

/// Value, days, precision and the value of its own calendar, of the only expression of a text published on
/// 2025-03-20.
fn elsewhere(text: &str) -> (String, String, String) {
    let mut times = find(&words(text), Some(date(2025, 3, 20)));
    assert_eq!(times.len(), 1, "{text}: {times:?}");
    let time = times.remove(0);
    let when = time.when.map_or("–".to_owned(), |w| {
        format!("{} {} {:?}", w.first, w.last, w.precision)
    });
    let own = time.reckoned.map_or("–".to_owned(), |r| {
        format!("{} {}", r.calendar.name(), r.value)
    });
    (
        format!(
            "{} {}",
            time.span.slice(text),
            time.anchored.unwrap_or(time.value)
        ),
        when,
        own,
    )
}

#[test]
fn other_calendars_give_both_values() {
    for (text, value, days, own) in [
        (
            "He was freed on 9 Ramadan 1445 .",
            "9 Ramadan 1445 2024-03-19",
            "2024-03-18 2024-03-20 DayOrBeside",
            "hijri 1445-09-09",
        ),
        (
            "He was freed on the 2nd of Rabi' al-Thani 1446 AH .",
            "the 2nd of Rabi' al-Thani 1446 AH 2024-10-05",
            "2024-10-04 2024-10-06 DayOrBeside",
            "hijri 1446-04-02",
        ),
        (
            "He was freed on Dhul-Hijjah 7 , 1444 .",
            "Dhul-Hijjah 7 , 1444 2023-06-25",
            "2023-06-24 2023-06-26 DayOrBeside",
            "hijri 1444-12-07",
        ),
        (
            "Talks ended in Sha'ban 1445 .",
            "Sha'ban 1445 2024-02-11/2024-03-10",
            "2024-02-10 2024-03-11 Month",
            "hijri 1445-08",
        ),
        (
            "Talks ended during Ramadan 2023 .",
            "Ramadan 2023 2023-03-23/2023-04-20",
            "2023-03-22 2023-04-21 Month",
            "hijri XXXX-09",
        ),
        (
            "Talks ended in 1440 AH .",
            "1440 AH 2018-09-11/2019-08-30",
            "2018-09-10 2019-08-31 Year",
            "hijri 1440",
        ),
        (
            "Voting took place on 11 Esfand 1402 .",
            "11 Esfand 1402 2024-03-01",
            "2024-03-01 2024-03-01 Day",
            "solar-hijri 1402-12-11",
        ),
        (
            "Fighters entered the capital on 24 Asad 1400 .",
            "24 Asad 1400 2021-08-15",
            "2021-08-15 2021-08-15 Day",
            "solar-hijri 1400-05-24",
        ),
        (
            "The law was passed on 3 Tishrei 5785 .",
            "3 Tishrei 5785 2024-10-05",
            "2024-10-05 2024-10-05 Day",
            "hebrew 5785-01-03",
        ),
        (
            "The law was passed on 22 May 2557 BE .",
            "22 May 2557 BE 2014-05-22",
            "2014-05-22 2014-05-22 Day",
            "buddhist 2557-05-22",
        ),
        (
            "The palace fell on 27 February 1917 ( Old Style ) .",
            "27 February 1917 ( Old Style ) 1917-03-12",
            "1917-03-12 1917-03-12 Day",
            "julian 1917-02-27",
        ),
        (
            "Four died on Eid-ul-Fitr .",
            "Eid-ul-Fitr 2025-03-30",
            "2025-03-29 2025-03-31 DayOrBeside",
            "hijri XXXX-10-01",
        ),
        (
            "Four died on Ashura last year .",
            "Ashura last year 2024-07-16",
            "2024-07-15 2024-07-17 DayOrBeside",
            "hijri XXXX-01-10",
        ),
        (
            "Four died on Yom Kippur 2023 .",
            "Yom Kippur 2023 2023-09-25",
            "2023-09-25 2023-09-25 Day",
            "hebrew XXXX-01-10",
        ),
        (
            "Four died on Orthodox Easter 2024 .",
            "Orthodox Easter 2024 2024-05-05",
            "2024-05-05 2024-05-05 Day",
            "–",
        ),
    ] {
        assert_eq!(
            elsewhere(text),
            (value.to_owned(), days.to_owned(), own.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn names_of_people_are_no_months() {
    for text in [
        "Bashar Asad fled .",
        "Safar spoke to reporters .",
        "The Mehr agency reported it .",
        "Aban left .",
    ] {
        let dated = find(&words(text), Some(date(2025, 3, 20)))
            .into_iter()
            .any(|t| t.reckoned.is_some() && t.when.is_some());
        assert!(!dated, "{text}");
    }
}

#[test]
fn days_of_calendars_that_have_none_stay_unresolved() {
    for text in [
        "It fell on 30 Esfand 1402 .",
        "It fell on 30 Elul 5785 .",
        "It fell on 31 February 1900 ( Old Style ) .",
    ] {
        let times = find(&words(text), Some(date(2025, 3, 20)));
        assert!(times[0].when.is_none(), "{text}: {:?}", times[0]);
    }
    // The Julian calendar has this day, the Gregorian does not.
    let (value, ..) = elsewhere("It fell on 29 February 1900 ( Old Style ) .");
    assert_eq!(value, "29 February 1900 ( Old Style ) 1900-03-13");
}

#[test]
fn an_old_style_day_without_its_year_is_no_gregorian_day() {
    let (value, days, own) = elsewhere("It fell on 25 October ( Old Style ) .");
    assert_eq!(value, "25 October ( Old Style ) XXXX-XX-XX");
    assert_eq!((days.as_str(), own.as_str()), ("–", "julian XXXX-10-25"));
}

#[test]
fn weekdays_of_named_weeks_and_first_and_last_days() {
    for (text, expected) in [
        (
            "They met on Tuesday of last week .",
            "Tuesday of last week 2025-03-11",
        ),
        (
            "They meet on Monday next week .",
            "Monday next week 2025-03-24",
        ),
        (
            "They met a week ago Wednesday .",
            "a week ago Wednesday 2025-03-12",
        ),
        (
            "They met the Friday before last .",
            "Friday before last 2025-03-07",
        ),
        (
            "They met on the last day of February .",
            "the last day of February 2025-02-28",
        ),
        (
            "They met on the first day of May 2020 .",
            "the first day of May 2020 2020-05-01",
        ),
        (
            "They met at dawn on Tuesday .",
            "dawn on Tuesday 2025-03-18TDW",
        ),
        (
            "They met in the early hours of Tuesday .",
            "the early hours of Tuesday 2025-03-18TMO",
        ),
        ("They met last February .", "last February 2024-02"),
        ("They met last January .", "last January 2025-01"),
        ("Easter week 2024 was calm .", "Easter week 2024 2024-W13"),
    ] {
        assert_eq!(dated(text), [expected], "{text}");
    }
}

#[test]
fn a_stretch_runs_to_the_day_that_ends_it() {
    for (text, first, last) in [
        (
            "It rained from Monday to Wednesday .",
            date(2025, 3, 17),
            date(2025, 3, 19),
        ),
        (
            "It rained between 3 and 7 January .",
            date(2025, 1, 3),
            date(2025, 1, 7),
        ),
        (
            "It rained on Monday and Wednesday .",
            date(2025, 3, 17),
            date(2025, 3, 17),
        ),
        // The last Friday up to a Thursday is a day later than the Tuesday before it.
        (
            "It rained from Friday to Tuesday .",
            date(2025, 3, 14),
            date(2025, 3, 18),
        ),
        (
            "It rained from October to the end of January .",
            date(2024, 10, 1),
            date(2025, 1, 31),
        ),
    ] {
        let times = find(&words(text), Some(date(2025, 3, 20)));
        let when = times[0].when.unwrap();
        assert_eq!((when.first, when.last), (first, last), "{text}");
    }
}

#[test]
fn a_stretch_has_the_values_of_both_ends() {
    for (text, words_of_it, value) in [
        (
            "It rained between April and the end of June .",
            "April and the end of June",
            "XXXX-04/XXXX-06",
        ),
        (
            "It rained from 2020 to early 2025 .",
            "2020 to early 2025",
            "2020/2025",
        ),
        (
            "It rained between 20 and 25 March .",
            "20 and 25 March",
            "XXXX-03-20/XXXX-03-25",
        ),
        (
            "It rained between 8 a.m. and noon on Monday .",
            "8 a.m. and noon on Monday",
            "XXXX-WXX-1T08:00/XXXX-WXX-1T12:00",
        ),
        (
            "It rained between 1830 and 2200 on 5 March .",
            "1830 and 2200 on 5 March",
            "XXXX-03-05T18:30/XXXX-03-05T22:00",
        ),
        ("It rained in April and in June .", "April", "XXXX-04"),
    ] {
        let times = find(&words(text), None);
        let stretch = times[0].stretch(&times);
        assert_eq!(
            (stretch.span.slice(text), &*stretch.value),
            (words_of_it, value)
        );
    }
}

/// First and last day, with the precision, of each expression of a text published on 2025-03-20.
fn stretches(text: &str) -> Vec<String> {
    let times = find(&words(text), Some(date(2025, 3, 20)));
    let when = |time: &TimeExpr| {
        let days = time
            .when
            .map(|w| format!("{} {} {:?}", w.first, w.last, w.precision));
        format!("{}: {}", time.span.slice(text), days.unwrap_or("–".into()))
    };
    times.iter().map(when).collect()
}

#[test]
fn a_fiscal_year_begins_nobody_says_when() {
    let open = "2018-02-01 2020-11-30 Year";
    for (text, expected) in [
        (
            "Sales fell in fiscal 2019 .",
            format!("fiscal 2019: {open}"),
        ),
        ("Sales fell in FY2019 .", format!("FY2019: {open}")),
        ("Sales fell in FY19 .", format!("FY19: {open}")),
        (
            "Aid fell in the 2019-20 financial year .",
            format!("the 2019-20 financial year: {open}"),
        ),
        (
            "Aid fell in the last fiscal year .",
            "the last fiscal year: 2023-02-01 2025-11-30 Year".into(),
        ),
    ] {
        assert_eq!(stretches(text), [expected], "{text}");
    }
    assert_eq!(
        stretches("Aid fell in the fiscal year ending on September 30 , 2021 ."),
        [
            "the fiscal year: 2020-10-01 2021-09-30 Year",
            "September 30 , 2021: 2021-09-30 2021-09-30 Day"
        ]
    );
    assert_eq!(
        stretches("Aid fell in the year ended June 2021 .")[0],
        "the year: 2020-07-01 2021-06-30 Year"
    );
}

#[test]
fn an_hour_without_its_day_is_of_that_day_or_the_one_before() {
    assert_eq!(
        stretches("The shop burned down at 10:40 p.m. ."),
        ["10:40 p.m.: 2025-03-19 2025-03-20 DayOrBeside"]
    );
    assert_eq!(
        stretches("The shop burned down on Tuesday . It was lit at 10:40 p.m. .")[1],
        "10:40 p.m.: 2025-03-18 2025-03-18 PartOfDay"
    );
}

#[test]
fn a_day_later_counts_from_the_last_day_and_not_from_the_background() {
    let text =
        "Raiders came on 7 March . It was the worst raid since 2015 . A day later they returned .";
    assert_eq!(stretches(text)[2], "A day later: 2025-03-08 2025-03-08 Day");
}
