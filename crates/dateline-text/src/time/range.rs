//! Stretches told by both their ends: "from Monday to Wednesday", "between April and the end of June".
//!
//! Each end stays an expression of its own. The first carries the whole: it knows which one ends it,
//! and its days run to the end's.

use super::{TimeExpr, TimeKind, When};
use dateline_span::Span;
use jiff::ToSpan;
use jiff::civil::Date;

/// What the words of a whole stretch say, or of a time that is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// "April and June", "Monday".
    pub span: Span,
    /// TIMEX3 value; of a stretch both ends as in ISO 8601, "XXXX-04/XXXX-06".
    pub value: String,
    /// The same, completed as far as either end is.
    pub anchored: Option<String>,
}

impl TimeExpr {
    /// The expression with the one among `times` that ends its stretch.
    pub fn stretch(&self, times: &[TimeExpr]) -> Stretch {
        let Some(end) = self.until.and_then(|end| times.get(end)) else {
            return Stretch {
                span: self.span,
                value: self.value.clone(),
                anchored: self.anchored.clone(),
            };
        };
        let told = |time: &TimeExpr| time.anchored.clone().unwrap_or_else(|| time.value.clone());
        let completed = self.anchored.is_some() || end.anchored.is_some();
        Stretch {
            span: self.span.cover(end.span),
            value: format!("{}/{}", self.value, end.value),
            anchored: completed.then(|| format!("{}/{}", told(self), told(end))),
        }
    }

    /// "between 8 a.m. and noon on Monday": the day is told once, behind the second hour.
    fn take_day(&mut self, end: &TimeExpr) {
        const UNSAID: &str = "XXXX-XX-XXT";
        let Some(hour) = self.value.strip_prefix(UNSAID) else {
            return;
        };
        let day = |value: &str| value.split_once('T').map(|(day, _)| day.to_owned());
        let told = day(&end.value).filter(|_| !end.value.starts_with(UNSAID));
        if let Some(told) = told {
            self.anchored = end.anchored.as_deref().and_then(day);
            self.anchored = self.anchored.as_ref().map(|day| format!("{day}T{hour}"));
            self.value = format!("{told}T{hour}");
            self.when = end.when;
        }
    }

    /// Puts a weekday, or a day or month of an unsaid year, that opens a stretch a week or a year earlier
    /// where it would follow the end: on a Friday, "from Thursday to Tuesday" began the week before.
    fn precede(&mut self, end: When) {
        let Some(when) = self.when.filter(|when| when.first > end.first) else {
            return;
        };
        let back = match self.value.as_str() {
            value if value.starts_with("XXXX-WXX-") => 1.week(),
            value if value.starts_with("XXXX-0") || value.starts_with("XXXX-1") => 1.year(),
            _ => return,
        };
        let earlier = |day: Date| day.checked_sub(back).ok();
        let (Some(first), Some(last)) = (earlier(when.first), earlier(when.last)) else {
            return;
        };
        let told = |day: Date, value: &str| {
            let whole = day.to_string();
            let date = value.split('T').next().unwrap_or("").len().min(whole.len());
            format!("{}{}", &whole[..date], &value[date..])
        };
        self.anchored = self.anchored.as_deref().map(|value| told(first, value));
        self.when = Some(When {
            first,
            last,
            ..when
        });
    }
}

/// "from Monday to Wednesday", "between 3 and 7 May": what is told of the first day is told of all days to the last.
pub(super) fn stretch(text: &str, times: &mut [TimeExpr]) {
    for i in 1..times.len() {
        let (before, after) = times.split_at_mut(i);
        let (from, to) = (&mut before[i - 1], &after[0]);
        if !begins_a_stretch(text, from, to) {
            continue;
        }
        from.take_day(to);
        let (Some(_), Some(last)) = (from.when, to.when) else {
            // Without a date only two ends of one kind are surely two ends.
            if from.value.len() == to.value.len() && from.value != to.value {
                from.until = Some(i);
            }
            continue;
        };
        // "Friday 14 April – 04/09/17" may be two entries of a list as well.
        if !is_dash(&text[from.span.end as usize..to.span.start as usize]) {
            from.precede(last);
        }
        let first = from.when.unwrap_or(last);
        let same_day = first == last && from.value != to.value && from.kind == TimeKind::Time;
        if same_day {
            from.until = Some(i);
        } else if first.first <= last.first && first.last < last.last {
            from.until = Some(i);
            from.when = Some(When {
                first: first.first,
                last: last.last,
                precision: first.precision.max(last.precision),
            });
            from.reason = format!(
                "{}; a stretch that “{}” ends",
                from.reason,
                to.span.slice(text)
            );
        }
    }
}

/// Whether the words around two expressions make them the ends of one stretch.
fn begins_a_stretch(text: &str, from: &TimeExpr, to: &TimeExpr) -> bool {
    let lead = text[..from.span.start as usize].trim_end();
    let between = text[from.span.end as usize..to.span.start as usize].trim();
    let opened = |words: &[&str]| {
        let last = lead.rsplit(char::is_whitespace).next().unwrap_or("");
        words.contains(&last.to_ascii_lowercase().as_str())
    };
    let lasts = |time: &TimeExpr| matches!(time.kind, TimeKind::Duration | TimeKind::Set);
    let joined = match between.to_ascii_lowercase().as_str() {
        "to" | "until" | "till" | "through" => opened(&["from"]),
        "and" => opened(&["between"]),
        _ => is_dash(between),
    };
    joined && !lasts(from) && !lasts(to)
}

fn is_dash(between: &str) -> bool {
    matches!(between.trim(), "-" | "–")
}
