//! Values of records as phrases that a person can check against the text.

use super::paper::{Look, clean};
use dateline_store::{
    ArgumentRecord, ClaimRecord, CorrectionRecord, LocationRecord, PlaceRecord, QuantityRecord,
    QuoteRecord, SourceRecord, TimeRecord, WithheldRecord, Words,
};

/// How surely the innermost source presents the event, with the look that fits.
pub fn factuality(claim: &ClaimRecord) -> (String, Look) {
    let (stance, look) = match (claim.polarity.as_str(), claim.certainty.as_str()) {
        ("+", "certain") => ("asserted", Look::Title),
        ("-", "certain") => ("negated", Look::Negated),
        ("+", "probable") => ("probable", Look::Unsure),
        ("-", "probable") => ("probably not", Look::Unsure),
        ("+", "possible") => ("possible", Look::Unsure),
        ("-", "possible") => ("possibly not", Look::Unsure),
        _ => ("not committed", Look::Uncommitted),
    };
    match claim.tense.as_str() {
        "past" => (stance.to_owned(), look),
        tense => (format!("{stance}, {tense}"), look),
    }
}

/// A participant: its words, whether the text doubts it, and whom it stands for.
pub fn argument(argument: &ArgumentRecord) -> String {
    let mut phrase = clean(&argument.words.text).into_owned();
    if argument.hedged {
        phrase.push_str(" (hedged)");
    }
    if let Some(resolved) = &argument.resolved
        && says_more(&resolved.text, &argument.words.text)
    {
        phrase.push_str(" = ");
        phrase.push_str(&clean(&resolved.text));
    }
    phrase
}

/// Whether a fuller naming tells what the words at hand do not.
fn says_more(full: &str, here: &str) -> bool {
    !here.to_lowercase().contains(&full.to_lowercase())
}

/// A place and the larger places that the text puts it in.
pub fn place(place: &PlaceRecord) -> String {
    let all = std::iter::once(&place.words).chain(&place.within);
    let words = all
        .map(|words| clean(&words.text))
        .collect::<Vec<_>>()
        .join(", in ");
    match &place.location {
        Some(location) => format!("{words} = {}", on_the_map(location)),
        None => words,
    }
}

/// "Diban, Deir ez-Zor, SY"; a larger place that stands for an unknown one is "somewhere in" it.
fn on_the_map(location: &LocationRecord) -> String {
    let mut name = clean(&location.name).into_owned();
    if let Some(town) = &location.town {
        name.push_str(", ");
        name.push_str(&clean(&town.name));
    }
    for part in [&location.admin1, &location.country].into_iter().flatten() {
        if *part != location.name && location.kind != "country" {
            name.push_str(", ");
            name.push_str(&clean(part));
        }
    }
    if location.stands_for {
        format!("somewhere in {name}")
    } else if location.where_prec == 2 {
        format!("near {name}")
    } else {
        name
    }
}

/// The words of a time, the happening that it is counted from, and the days it may be, else its TIMEX3
/// value; what it is in another calendar.
pub fn time(time: &TimeRecord) -> String {
    let mut words = clean(&time.words.text).into_owned();
    if let Some((side, anchor)) = time.side.as_ref().zip(time.anchor.as_ref()) {
        let side = if side == "on" { "of" } else { side };
        words = format!("{words} {side} {}", clean(&anchor.text));
    }
    if let Some((calendar, value)) = time.calendar.as_ref().zip(time.calendar_value.as_ref()) {
        words = format!("{words} [{calendar} {value}]");
    }
    let Some((first, last)) = time.first.as_ref().zip(time.last.as_ref()) else {
        let modifier = time
            .modifier
            .as_ref()
            .map_or_else(String::new, |word| format!(" {word}"));
        return format!("{words} ({}{modifier})", time.value);
    };
    let days = if first == last {
        first.clone()
    } else {
        format!("{first} to {last}")
    };
    match time.precision.as_deref() {
        None | Some("day") => format!("{words} = {days}"),
        Some(precision) => format!("{words} = {days} ({precision})"),
    }
}

/// What is left out, by whom, in which words.
pub fn withheld(withheld: &WithheldRecord) -> String {
    let field = &withheld.field;
    let passage = clean(&withheld.passage.text);
    match &withheld.source {
        Some(source) => format!("{field} by {}: “{passage}”", clean(&source.text)),
        None => format!("{field}: “{passage}”"),
    }
}

/// The right number, the one rejected, by whom, in which words.
pub fn correction(correction: &CorrectionRecord) -> String {
    let mut phrase = clean(&correction.number.text).into_owned();
    if let Some(rejected) = &correction.rejected {
        phrase.push_str(&format!(", not {}", clean(&rejected.text)));
    }
    let source = correction.source.as_ref();
    let source = source.map_or("the article itself".into(), |s| clean(&s.text));
    format!(
        "{phrase}, by {source}: “{}”",
        clean(&correction.passage.text)
    )
}

/// What is counted, a quantity's words, its bounds, and what it counts them as ("killed").
pub fn quantity(quantity: &QuantityRecord) -> String {
    let words = clean(&quantity.words.text);
    let phrase = match &quantity.of {
        Some(of) => format!("{}: {words}", clean(&of.text)),
        None => words.into_owned(),
    };
    let number = |n: f64| {
        let whole = format!("{n}");
        quantity
            .unit
            .as_ref()
            .map_or(whole.clone(), |unit| format!("{whole} {unit}"))
    };
    let bounds = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low == high => Some(number(low)),
        (Some(low), Some(high)) => Some(format!("{low} to {}", number(high))),
        (Some(low), None) => Some(format!("at least {}", number(low))),
        (None, Some(high)) => Some(format!("at most {}", number(high))),
        (None, None) => None,
    };
    let bounds = bounds.filter(|bounds| *bounds != quantity.words.text);
    let notes: Vec<String> = bounds.into_iter().chain(quantity.meaning.clone()).collect();
    if notes.is_empty() {
        phrase
    } else {
        format!("{phrase} ({})", notes.join("; "))
    }
}

/// The chain of sources, innermost first, as a sentence that the words below it complete: "Farhad
/// Shami (head of the media centre), quoted by Asharq Al-Awsat, says (“told”, on Thursday):".
pub fn sources(claim: &ClaimRecord, outlet: Option<&str>) -> String {
    let voices: Vec<String> = claim.sources.iter().skip(1).rev().map(voice).collect();
    if voices.is_empty() {
        return match outlet {
            Some(outlet) => format!("the article itself ({})", clean(outlet)),
            None => "the article itself".to_owned(),
        };
    }
    format!("{}:", voices.join("; through "))
}

/// One source: "Farhad Shami (head of the media centre; here “he”), quoted directly, says (“said”)".
fn voice(source: &SourceRecord) -> String {
    let mut phrase = naming(source.mention.as_ref(), source.resolved.as_ref());
    if let Some(office) = &source.office {
        phrase.push_str(&format!(" ({})", clean(&office.text)));
    }
    let how = if source.direct { "quoted" } else { "reported" };
    phrase.push_str(&match &source.told {
        Some(told) => format!(", {how} by {}", clean(&told.text)),
        None if source.direct => ", quoted directly".to_owned(),
        None => ", in the article’s words".to_owned(),
    });
    let cue = source
        .cue
        .as_ref()
        .map(|cue| format!("“{}”", clean(&cue.text)));
    let said = source.said.as_ref().map(time);
    let plain = source.cue.as_ref().is_none_or(|cue| says(&cue.text));
    phrase.push_str(", ");
    match (plain, &cue) {
        (false, Some(cue)) => phrase.push_str(cue),
        _ => phrase.push_str("says"),
    }
    let details = [cue.filter(|_| plain), said];
    let details: Vec<String> = details.into_iter().flatten().collect();
    if !details.is_empty() {
        phrase.push_str(&format!(" ({})", details.join(", ")));
    }
    phrase
}

/// Whether a cue reports words and nothing more, so that "says" stands for it.
fn says(cue: &str) -> bool {
    let last = cue
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    let reports = [
        "say", "says", "said", "saying", "tell", "tells", "told", "telling", "state", "states",
        "stated", "add", "adds", "added", "adding", "report", "reports", "reported",
    ];
    reports.contains(&last.as_str()) || cue.to_lowercase().starts_with("according")
}

/// Who owns quoted words, and by which cue; else why nobody does, and whose they may be.
pub fn owner(quote: &QuoteRecord) -> String {
    let Some(speaker) = &quote.speaker else {
        let mut phrase = format!("nobody named: {}", clean(&quote.reason));
        for (k, candidate) in quote.candidates.iter().enumerate() {
            phrase.push_str(if k == 0 { "; perhaps " } else { ", or " });
            let words = clean(&candidate.words.text);
            phrase.push_str(&format!("{words} ({})", clean(&candidate.reason)));
        }
        return phrase;
    };
    let mut phrase = naming(Some(&speaker.words), speaker.resolved.as_ref());
    if let Some(cue) = &quote.cue {
        phrase.push_str(&format!(", “{}”", clean(&cue.text)));
    }
    phrase
}

/// A fuller naming and the words at hand, where the two differ.
fn naming(here: Option<&Words>, full: Option<&Words>) -> String {
    match (full, here) {
        (Some(full), Some(here)) if says_more(&full.text, &here.text) => {
            format!("{} (here “{}”)", clean(&full.text), clean(&here.text))
        }
        (_, Some(only)) | (Some(only), None) => clean(&only.text).into_owned(),
        (None, None) => "somebody not named".to_owned(),
    }
}

/// The best short naming of who tells a claim.
pub fn teller(claim: &ClaimRecord) -> String {
    let own_voice = claim.sources.len() <= 1;
    match claim.innermost().and_then(SourceRecord::name) {
        Some(name) if !own_voice => clean(name).into_owned(),
        _ if own_voice => "the article itself".to_owned(),
        _ => "somebody not named".to_owned(),
    }
}

/// Words and where they stand.
pub fn with_bytes(words: &Words) -> String {
    format!(
        "“{}” (bytes {}–{})",
        clean(&words.text),
        words.span.start,
        words.span.end
    )
}
