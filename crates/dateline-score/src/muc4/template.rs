//! Templates as keys and systems write them: numbered slots, one filler a line.
//!
//! A key may offer alternatives (`/`), mark a filler or a whole template as optional (`?`,
//! `(OPTIONAL)`), and cross-reference a filler to another (`DEATH: "CIVILIAN"`).

use std::collections::BTreeMap;

/// Slots that are scored, by their number in the official template.
pub const DATE: u8 = 2;
/// Where it happened.
pub const LOCATION: u8 = 3;
/// ATTACK, BOMBING, KIDNAPPING …
pub const TYPE: u8 = 4;
/// ACCOMPLISHED, ATTEMPTED, THREATENED.
pub const STAGE: u8 = 5;
/// Words for the instrument.
pub const INSTRUMENT: u8 = 6;
/// Its class.
pub const INSTRUMENT_TYPE: u8 = 7;
/// TERRORIST ACT or STATE-SPONSORED VIOLENCE.
pub const CATEGORY: u8 = 8;
/// Words for persons who did it.
pub const PERPETRATOR: u8 = 9;
/// Names of organisations who did it.
pub const ORGANISATION: u8 = 10;
/// How surely the organisation did it.
pub const CONFIDENCE: u8 = 11;
/// Words for things attacked.
pub const THING: u8 = 12;
/// Their class.
pub const THING_TYPE: u8 = 13;
/// How many of each.
pub const THING_NUMBER: u8 = 14;
/// Whose, where foreign.
pub const THING_NATION: u8 = 15;
/// What became of them.
pub const THING_EFFECT: u8 = 16;
/// How many in all.
pub const THING_TOTAL: u8 = 17;
/// Names of persons attacked.
pub const NAME: u8 = 18;
/// Their offices; words for persons without name.
pub const DESCRIPTION: u8 = 19;
/// Their class.
pub const PERSON_TYPE: u8 = 20;
/// How many of each.
pub const PERSON_NUMBER: u8 = 21;
/// Whose, where foreign.
pub const PERSON_NATION: u8 = 22;
/// What became of them.
pub const PERSON_EFFECT: u8 = 23;
/// How many in all.
pub const PERSON_TOTAL: u8 = 24;

/// All scored slots with the names of the official score report.
pub const SLOTS: [(u8, &str); 23] = [
    (DATE, "inc-date"),
    (LOCATION, "inc-loc"),
    (TYPE, "inc-type"),
    (STAGE, "inc-stage"),
    (INSTRUMENT, "inc-instr-id"),
    (INSTRUMENT_TYPE, "inc-instr-type"),
    (CATEGORY, "perp-inc-cat"),
    (PERPETRATOR, "perp-ind-id"),
    (ORGANISATION, "perp-org-id"),
    (CONFIDENCE, "perp-org-conf"),
    (THING, "phys-tgt-id"),
    (THING_TYPE, "phys-tgt-type"),
    (THING_NUMBER, "phys-tgt-num"),
    (THING_NATION, "phys-tgt-nation"),
    (THING_EFFECT, "phys-tgt-effect"),
    (THING_TOTAL, "phys-tgt-total-num"),
    (NAME, "hum-tgt-name"),
    (DESCRIPTION, "hum-tgt-desc"),
    (PERSON_TYPE, "hum-tgt-type"),
    (PERSON_NUMBER, "hum-tgt-num"),
    (PERSON_NATION, "hum-tgt-nation"),
    (PERSON_EFFECT, "hum-tgt-effect"),
    (PERSON_TOTAL, "hum-tgt-total-num"),
];

/// One acceptable value of a filler.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// The value; strings without their quotation marks.
    pub value: String,
    /// What it is cross-referenced to: any of these; empty without cross-reference.
    pub tags: Vec<String>,
}

/// One filler of a slot.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fill {
    /// Whether leaving it out is right too.
    pub optional: bool,
    /// What counts as this filler; a response has one.
    pub choices: Vec<Choice>,
}

/// One incident of one message.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Template {
    /// The message's id.
    pub message: String,
    /// Its number within the message, as written.
    pub number: String,
    /// Whether leaving it out is right too.
    pub optional: bool,
    /// Fillers by slot; empty slots are absent.
    pub slots: BTreeMap<u8, Vec<Fill>>,
}

impl Template {
    /// The fillers of a slot.
    pub fn fills(&self, slot: u8) -> &[Fill] {
        self.slots.get(&slot).map_or(&[], Vec::as_slice)
    }

    /// Adds a filler of a response.
    pub fn add(&mut self, slot: u8, value: &str, tag: Option<&str>) {
        let choice = Choice {
            value: value.to_owned(),
            tags: tag.map(str::to_owned).into_iter().collect(),
        };
        let fill = Fill {
            optional: false,
            choices: vec![choice],
        };
        let fills = self.slots.entry(slot).or_default();
        if !fills.contains(&fill) {
            fills.push(fill);
        }
    }
}

/// The messages a file speaks of, in order, and the templates of each; a message without relevant
/// incident has none.
pub fn parse(text: &str) -> Vec<(String, Vec<Template>)> {
    let mut messages: Vec<(String, Vec<Template>)> = Vec::new();
    let mut slot = 0;
    for line in text.lines() {
        if line.starts_with(';') || line.trim().is_empty() {
            continue;
        }
        let (number, rest) = numbered(line);
        slot = number.unwrap_or(slot);
        let words = rest.trim();
        match (slot, number) {
            (0, Some(_)) => open(&mut messages, words),
            (1, Some(_)) => begin(&mut messages, words),
            _ => {
                let template = messages.last_mut().and_then(|(_, t)| t.last_mut());
                if let (Some(template), Some(fill)) = (template, fill(slot, words)) {
                    template.slots.entry(slot).or_default().push(fill);
                }
            }
        }
    }
    messages
}

/// Starts the message unless it is the one at hand.
fn open(messages: &mut Vec<(String, Vec<Template>)>, words: &str) {
    let id = words.split_whitespace().next().unwrap_or_default();
    if messages.last().is_none_or(|(last, _)| last != id) {
        messages.push((id.to_owned(), Vec::new()));
    }
}

/// Starts a template; `*` says that the message has none.
fn begin(messages: &mut [(String, Vec<Template>)], words: &str) {
    let Some((id, templates)) = messages.last_mut() else {
        return;
    };
    if !words.starts_with('*') {
        templates.push(Template {
            message: id.clone(),
            number: words.split(' ').next().unwrap_or_default().to_owned(),
            optional: words.contains("OPTIONAL"),
            slots: BTreeMap::new(),
        });
    }
}

/// "12. PHYS TGT: ID    fillers": the number and the fillers; no number on a further line.
fn numbered(line: &str) -> (Option<u8>, &str) {
    /// Fillers start at this column, below the longest slot name.
    const LABEL: usize = 36;
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_slot = digits > 0 && line.as_bytes().get(digits) == Some(&b'.');
    let number = line[..digits].parse().ok().filter(|n| is_slot && *n <= 24);
    match number {
        None => (None, line),
        Some(_) if line.is_char_boundary(LABEL) && line.len() > LABEL => (number, &line[LABEL..]),
        Some(_) => (number, ""),
    }
}

/// A filler with its alternatives; `None` for a hyphen or asterisk.
fn fill(slot: u8, words: &str) -> Option<Fill> {
    let (optional, words) = match words.strip_prefix('?') {
        Some(rest) => (true, rest.trim()),
        None => (false, words),
    };
    let pieces = split(words, '/');
    if slot == LOCATION {
        let place = |piece: &&str| Choice {
            value: ungrouped(piece).to_owned(),
            tags: Vec::new(),
        };
        return filled(optional, pieces.iter().map(place).collect());
    }
    // Alternatives stand on both sides of the colon: `A / B: "x" / "y"`.
    let mut choices: Vec<Choice> = Vec::new();
    let (mut open, mut tagged) = (0, false);
    for piece in pieces {
        let sides = split(piece, ':');
        let value = unquoted(sides[0]);
        match sides.get(1) {
            Some(tag) => {
                choices.push(Choice {
                    value,
                    tags: Vec::new(),
                });
                if tagged {
                    open = choices.len() - 1;
                }
                let tag = unquoted(tag);
                choices[open..]
                    .iter_mut()
                    .for_each(|c| c.tags.push(tag.clone()));
                tagged = true;
            }
            None if tagged => choices[open..]
                .iter_mut()
                .for_each(|c| c.tags.push(value.clone())),
            None => choices.push(Choice {
                value,
                tags: Vec::new(),
            }),
        }
    }
    filled(optional, choices)
}

/// A null among the alternatives makes the filler optional.
fn filled(optional: bool, mut choices: Vec<Choice>) -> Option<Fill> {
    let before = choices.len();
    choices.retain(|c| !["", "-", "*"].contains(&c.value.as_str()));
    (!choices.is_empty()).then_some(Fill {
        optional: optional || choices.len() < before,
        choices,
    })
}

/// Splits outside quotation marks and brackets; the pieces are trimmed.
fn split(words: &str, at: char) -> Vec<&str> {
    let (mut pieces, mut start, mut depth, mut quoted, mut escaped) =
        (Vec::new(), 0, 0, false, false);
    for (i, c) in words.char_indices() {
        match c {
            '\\' => {
                escaped = true;
                continue;
            }
            '"' if !escaped => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ if c == at && !quoted && depth <= 0 => {
                pieces.push(words[start..i].trim());
                start = i + c.len_utf8();
            }
            _ => {}
        }
        escaped = false;
    }
    pieces.push(words[start..].trim());
    pieces
}

/// Without the quotation marks around it and the backslashes within.
fn unquoted(words: &str) -> String {
    let inner = words
        .strip_prefix('"')
        .and_then(|w| w.strip_suffix('"'))
        .unwrap_or(words);
    inner.replace("\\\"", "\"").trim().to_owned()
}

/// Without the brackets that group a location: `(PERU: LIMA (CITY))`.
fn ungrouped(words: &str) -> &str {
    let inner = words.strip_prefix('(').and_then(|w| w.strip_suffix(')'));
    inner.map_or(words, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = r#"
;;; a remark
0.  MESSAGE: ID                     TEST-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  - 04 FEB 90
3.  INCIDENT: LOCATION              (PERU: LIMA (CITY)) / (PERU: LIMA (DEPARTMENT))
6.  INCIDENT: INSTRUMENT ID         *
9.  PERP: INDIVIDUAL ID             ? "ARMED \"MEN\"" / "MEN"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / POSSIBLE: "LIGA" / "LG"
19. HUM TGT: DESCRIPTION            "HEAD OF THE BANK" / "MR": "MASON"
                                    "CLERK"
0.  MESSAGE: ID                     TEST-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"#;

    #[test]
    fn a_key_is_read_with_alternatives_options_and_cross_references() {
        let messages = parse(KEY);
        assert_eq!(messages.len(), 2);
        assert!(messages[1].1.is_empty());
        let template = &messages[0].1[0];
        assert!(template.optional);
        assert_eq!(template.fills(DATE)[0].choices[0].value, "- 04 FEB 90");
        assert_eq!(
            template.fills(LOCATION)[0].choices[1].value,
            "PERU: LIMA (DEPARTMENT)"
        );
        assert!(template.fills(INSTRUMENT).is_empty());
        assert!(template.fills(PERPETRATOR)[0].optional);
        assert_eq!(
            template.fills(PERPETRATOR)[0].choices[0].value,
            "ARMED \"MEN\""
        );
        let confidence = &template.fills(CONFIDENCE)[0].choices;
        assert_eq!(confidence.len(), 2);
        assert_eq!(confidence[0].tags, ["LIGA", "LG"]);
        assert_eq!(confidence[1].tags, ["LIGA", "LG"]);
        let described = template.fills(DESCRIPTION);
        assert_eq!(described.len(), 2);
        assert_eq!(described[0].choices[1].value, "MR");
        assert_eq!(described[0].choices[1].tags, ["MASON"]);
        assert!(described[1].choices[0].tags.is_empty());
    }
}
