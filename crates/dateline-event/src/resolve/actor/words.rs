//! What the words of a phrase say: names, offices, kinds and states, and which of them is the head.

use super::body::{self, Body, class_outside_state, is_of_any_body};
use super::company::{is_no_kind, is_no_state};
use super::named::{BEYOND_STATES, Held, needs_no_state};
use super::{ActorCode, ActorKind, is_name_with};
use crate::claim::phrase::hyphened;
use dateline_data::actors::{
    LONGEST_SHARED, Office, StateName, Word, former_word, key, shared_word, state, word,
};
use dateline_data::{ActorRow, ActorTable, NounClass, noun_classes};
use dateline_span::Span;
use dateline_text::{Document, Name, Pos, Tok};
use jiff::civil::Date;
use std::ops::Range;

/// The longest name or phrase that is looked up, in tokens.
const LONGEST: usize = 9;

/// What a run of tokens is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum What {
    /// Rows of the table; people and groups.
    Named(Vec<usize>),
    State(&'static str, StateName),
    Office(Office),
    Noun(&'static str),
}

/// A run of tokens with what it is.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub tokens: Range<usize>,
    pub what: What,
}

/// A phrase as it was read.
pub(super) struct Phrase<'d> {
    doc: &'d Document,
    pieces: Vec<Piece>,
    head: usize,
    /// Words that say that an office or a rule is over.
    former: bool,
    /// The person's name in the phrase, where the reader of names found one.
    person: Option<Range<usize>>,
}

impl<'d> Phrase<'d> {
    /// Reads a phrase; `None` where there are no words.
    pub(super) fn read(doc: &'d Document, table: &ActorTable, words: Span) -> Option<Self> {
        let tokens = doc.tokens_in(words);
        let head = head_of(doc, tokens.clone())?;
        let mut pieces = pieces(doc, table, tokens.clone());
        let mut former: Vec<usize> = former_words(doc, tokens.clone()).collect();
        for apposed in doc.tok(head).children().filter(|c| c.dep_in(&["appos"])) {
            if !tokens.contains(&apposed.i) {
                let beside = doc.tokens_in(apposed.subtree_span());
                former.extend(former_words(doc, beside.clone()));
                let describes = |p: &Piece| match p.what {
                    What::Office(_) | What::State(..) => true,
                    What::Noun(_) => p.tokens.contains(&apposed.i),
                    What::Named(_) => false,
                };
                pieces.extend(
                    self::pieces(doc, table, beside)
                        .into_iter()
                        .filter(describes),
                );
            }
        }
        let person = doc.names().iter().find(|name| {
            doc.name_label(name) == "PERSON"
                && tokens.contains(&(name.first as usize))
                && (name.first as usize..name.end as usize).contains(&head)
        });
        if person.is_some() {
            let own = |tokens: &Range<usize>| !is_of_another(doc, tokens, head);
            pieces.retain(|p| !matches!(p.what, What::Office(_)) || own(&p.tokens));
            former.retain(|&t| own(&(t..t + 1)));
        }
        let mut phrase = Self {
            doc,
            pieces,
            head,
            former: !former.is_empty(),
            person: person.map(|name| name.first as usize..name.end as usize),
        };
        phrase.drop_civil_ranks(table);
        phrase.read_shared_words();
        Some(phrase)
    }

    /// "*Officers* arrived", "*deputies* arrested a man": policemen, where the article tells of the police and not of
    /// soldiers or a parliament.
    fn read_shared_words(&mut self) {
        let doc = self.doc;
        for piece in &mut self.pieces {
            let own = match &piece.what {
                What::Office(office) => office.sector,
                What::Noun(sector) => Some(*sector),
                What::Named(_) | What::State(..) => None,
            };
            let shared = shared_word(&singular_phrase(doc, &piece.tokens));
            let shared = shared.filter(|other| Some(other.sector) != own);
            if let (Some(own), Some(other)) = (own, shared)
                && tells_more_of(doc, &other.company, own)
            {
                piece.what = What::Noun(other.sector);
            }
        }
    }

    /// Drops the words for ranks that are no ranks here: a captain may have a ferry or a team, a sergeant be of the
    /// police. Where the phrase does not say so itself, a title before a name is a rank if the article speaks
    /// of soldiers.
    fn drop_civil_ranks(&mut self, table: &ActorTable) {
        let is_rank = |piece: &Piece| matches!(piece.what, What::Office(o) if o.is_also_civil);
        if !self.pieces.iter().any(is_rank) {
            return;
        }
        let sectors: Vec<&str> = self
            .pieces
            .iter()
            .filter(|piece| !is_rank(piece))
            .filter_map(|piece| match &piece.what {
                What::Named(rows) => Some(table.rows()[*rows.first()?].sector.as_str()),
                What::Office(office) => office.sector,
                What::Noun(sector) => Some(*sector),
                What::State(..) => None,
            })
            .collect();
        let is_title = self.person.is_some() && sectors.is_empty();
        let is_military = sectors.contains(&"MIL") || is_title && tells_of_soldiers(self.doc);
        if !is_military {
            self.pieces.retain(|piece| !is_rank(piece));
        }
    }

    /// Who it is on this day.
    pub(super) fn code(&self, table: &ActorTable, day: Option<Date>) -> Option<ActorCode> {
        self.as_person(table, day)
            .or_else(|| self.as_named_body(table, day))
            .or_else(|| self.as_titled_person(table))
            .or_else(|| self.as_state())
            .or_else(|| self.as_description(table, day))
    }

    fn at_head(&self) -> Option<&Piece> {
        self.pieces.iter().find(|p| p.tokens.contains(&self.head))
    }

    fn text(&self, tokens: &Range<usize>) -> &'d str {
        self.doc.span_of(tokens.clone()).slice(self.doc.text())
    }

    /// A person that the tables know, by full name or by surname.
    fn as_person(&self, table: &ActorTable, day: Option<Date>) -> Option<ActorCode> {
        let is_person = |rows: &[usize]| rows.iter().any(|&i| table.rows()[i].is_person());
        let by_name = self.pieces.iter().find_map(|piece| match &piece.what {
            What::Named(rows) if is_person(rows) && self.names_the_head(piece) => {
                Some((rows.clone(), piece.tokens.clone(), false))
            }
            _ => None,
        });
        let (rows, tokens, short) = by_name.or_else(|| self.by_surname(table))?;
        let held = Held::of(table, &rows, day, self.office(), short)?;
        let mut code = held.code(self.text(&tokens), day);
        if let (Some(office), false, false) = (self.office(), self.former, held.says(self.office()))
        {
            // The article's own title is nearer to the event than the table.
            let sector = match self.body_of_office(table) {
                Some(Body::Of(sector)) => Some(sector),
                Some(Body::Unknown) => None,
                None => office.sector,
            };
            if let Some(sector) = sector.filter(|_| office.class != "leader") {
                code.office = Some(office.class.to_owned());
                code.sector = Some(sector.to_owned());
                code.reason = format!("{}; the text gives the office", code.reason);
            }
        }
        if self.former && code.office.is_some() && held.is_current_by_title(self.office()) {
            code.former_office = code.office.take();
            code.sector = Some("ELI".to_owned());
            code.reason = format!("{}; the text says that it is over", code.reason);
        }
        Some(code)
    }

    /// Whether a name is the phrase's head or the name that its head is part of.
    fn names_the_head(&self, piece: &Piece) -> bool {
        let whole = self.person.as_ref();
        piece.tokens.contains(&self.head)
            || whole.is_some_and(|name| name.contains(&piece.tokens.start))
    }

    /// Whether nothing but a surname of the tables tells who it is.
    pub(super) fn is_bare_surname(&self, table: &ActorTable) -> bool {
        let named = self.pieces.iter().any(|p| matches!(p.what, What::Named(_)));
        !named && self.office().is_none() && self.by_surname(table).is_some()
    }

    /// A surname alone, or with a title before it.
    fn by_surname(&self, table: &ActorTable) -> Option<(Vec<usize>, Range<usize>, bool)> {
        let tok = self.doc.tok(self.head);
        let alone = match &self.person {
            Some(name) => name.len() == 1 || self.office_ends_at(name.start),
            None => tok.pos() == Pos::Propn && !is_in_longer_name(tok),
        };
        let other = self
            .at_head()
            .is_some_and(|p| !matches!(p.what, What::Named(_)));
        if !alone || other {
            return None;
        }
        let mut rows = table.with_surname(tok.text()).to_vec();
        // "Ahmed was captured" may be any Ahmed, "Burke was fined" any Burke, where no office and no
        // state speaks for the one that the tables know.
        if let Some(office) = self.office() {
            // "Archbishop Santos" is no head of state of that name.
            rows.retain(|&row| {
                let near = || self.is_state_of_article(&table.rows()[row].country);
                is_titled_so(table, row, office, near)
            });
        } else {
            if self.is_surname_of_another(table, &rows, tok.text()) {
                return None;
            }
            let near = |row: usize| self.is_state_of_article(&table.rows()[row].country);
            let known = |row: &usize| needs_no_state(&table.rows()[*row]);
            if is_common_name(tok.text()) || !rows.iter().any(known) {
                rows.retain(|&row| near(row));
            }
        }
        (!rows.is_empty()).then(|| (rows, self.head..self.head + 1, true))
    }

    /// Whether the article names somebody in full with this surname, and nobody whom these rows are
    /// about: "Jay Roberts" is the Roberts that it goes on to speak of.
    fn is_surname_of_another(&self, table: &ActorTable, rows: &[usize], surname: &str) -> bool {
        let doc = self.doc;
        // The family name may stand first: "Chan Mei-fong".
        let bears = |at: usize| doc.tok(at).text() == surname;
        let mut fuller = doc.names().iter().filter(|name| {
            let (first, last) = (name.first as usize, name.end as usize - 1);
            let text = doc.name_span(name).slice(doc.text());
            doc.name_label(name) == "PERSON"
                && first < last
                && (bears(last) || bears(first) && is_name_with(text, surname))
        });
        let is_of_rows = |name: &Name| {
            let given = doc.range(name.first as usize..name.end as usize);
            let words: Vec<usize> = given.map(|t| t.i).filter(|&i| !bears(i)).collect();
            let mut names = rows.iter().flat_map(|&row| &table.rows()[row].names);
            names.any(|listed| {
                let alike = |&word: &usize| start_alike(listed, doc.tok(word).text());
                words.iter().any(alike)
            })
        };
        let first = fuller.next();
        first.is_some_and(|first| !is_of_rows(first)) && !fuller.any(is_of_rows)
    }

    /// Whether the article names a state or its people.
    fn is_state_of_article(&self, country: &str) -> bool {
        let doc = self.doc;
        doc.names()
            .iter()
            .filter(|name| matches!(doc.name_label(name), "GPE" | "NORP"))
            .filter_map(|name| state(doc.name_span(name).slice(doc.text())))
            .any(|(code, _)| code == country)
    }

    /// Whether the title in front is part of the name that was found ("President Putin").
    fn office_ends_at(&self, start: usize) -> bool {
        self.pieces.iter().any(|p| {
            matches!(p.what, What::Office(_))
                && p.tokens.start == start
                && p.tokens.end == self.head
        })
    }

    /// The office that the words give: the one at the head or nearest before it, else one beside.
    fn office(&self) -> Option<Office> {
        let offices = self.pieces.iter().filter_map(|p| match p.what {
            What::Office(office) => Some((p.tokens.clone(), office)),
            _ => None,
        });
        let (before, beside): (Vec<_>, Vec<_>) = offices.partition(|(t, _)| t.start <= self.head);
        before.last().or(beside.first()).map(|(_, office)| *office)
    }

    /// The body that the office which the words give is of.
    fn body_of_office(&self, table: &ActorTable) -> Option<Body> {
        let office = self.office()?;
        let is_it = |p: &&Piece| matches!(p.what, What::Office(o) if o == office);
        let piece = self.pieces.iter().rfind(|p| is_it(p))?;
        is_of_any_body(office, self.text(&piece.tokens))
            .then(|| body::body_of(self.doc, table, &piece.tokens, &self.pieces))?
    }

    /// The state that the words give: before the head, or in what hangs on it with "of".
    fn country(&self) -> Option<(&'static str, &Piece)> {
        let states = self.pieces.iter().filter_map(|p| match p.what {
            What::State(code, _) if !self.only_stands_behind(p) => Some((code, p)),
            _ => None,
        });
        let (before, after): (Vec<_>, Vec<_>) =
            states.partition(|(_, p)| p.tokens.start <= self.head);
        // "the *Danish* and the *Polish* ministers": each has his own.
        let other = |code: &str| before.iter().find(|(c, _)| *c != code);
        if let Some((first, _)) = before.first()
            && other(first).is_some_and(|(_, p)| self.doc.tok(p.tokens.start).dep() == "conj")
        {
            return None;
        }
        let belongs = |p: &Piece| {
            let heads = self.doc.tok(p.tokens.end - 1).ancestors().take(3);
            let link = heads
                .take_while(|t| t.i != self.head)
                .find(|t| t.pos() == Pos::Adp);
            link.is_none_or(|t| ["of", "in", "from", "for"].contains(&t.lower()))
        };
        before
            .into_iter()
            .next()
            .or_else(|| after.into_iter().find(|(_, p)| belongs(p)))
    }

    /// "*Ruvian*-backed rebels", "a *Danish*-owned tanker", "pro-*Ruvian* crowds": who helps, holds or owns them, or whom
    /// they are for or against, is another.
    fn only_stands_behind(&self, state: &Piece) -> bool {
        const BEHIND: [&str; 16] = [
            "aligned",
            "allied",
            "armed",
            "backed",
            "born",
            "controlled",
            "funded",
            "held",
            "linked",
            "made",
            "occupied",
            "owned",
            "registered",
            "sponsored",
            "supported",
            "trained",
        ];
        let before = self.doc.tok(state.tokens.start).prev();
        let sided = before.filter(|t| t.text() == "-").and_then(Tok::prev);
        if sided.is_some_and(|t| matches!(t.lower(), "pro" | "anti" | "non")) {
            return true;
        }
        // The hyphen may have been read as part of the name.
        let end = state.tokens.end;
        let mut next = self
            .doc
            .range(end.saturating_sub(1)..self.doc.len().min(end + 2));
        next.any(|t| {
            t.text() == "-"
                && t.next()
                    .is_some_and(|helps| BEHIND.contains(&helps.lower()))
        })
    }

    /// A group or organisation of the tables.
    fn as_named_body(&self, table: &ActorTable, day: Option<Date>) -> Option<ActorCode> {
        let piece = self.at_head()?;
        let What::Named(rows) = &piece.what else {
            return None;
        };
        let held = Held::of(table, rows, day, None, false)?;
        let mut code = held.code(self.text(&piece.tokens), day);
        if let Some((country, _)) = self.country().filter(|(c, _)| *c != "UNO") {
            // "the Pakistani Taliban", "the Belarusian KGB": the words are nearer than the table.
            if !BEYOND_STATES.contains(&code.country.as_deref().unwrap_or_default())
                && code.country.as_deref() != Some(country)
            {
                code.reason = format!("{}; the text gives the state", code.reason);
                code.country = Some(country.to_owned());
            }
        }
        Some(code)
    }

    /// A person whom only the title tells: "Russian Deputy Foreign Minister X".
    fn as_titled_person(&self, table: &ActorTable) -> Option<ActorCode> {
        self.person.as_ref()?;
        let office = self.office()?;
        let country = self.country().map(|(code, _)| code.to_owned());
        let modifier = self.sector_of_modifiers();
        let body = self.body_of_office(table);
        Some(self.in_office(office, body, country, modifier, ActorKind::Person))
    }

    fn in_office(
        &self,
        office: Office,
        body: Option<Body>,
        country: Option<String>,
        modifier: Option<&'static str>,
        kind: ActorKind,
    ) -> ActorCode {
        let weak = office.sector.is_none() || office.class == "spokesperson";
        let sector = match body {
            Some(Body::Of(sector)) => Some(sector),
            Some(Body::Unknown) => None,
            None if weak => modifier.or(office.sector),
            None => office.sector,
        };
        let class = match body {
            Some(_) => class_outside_state(office.class),
            None => Some(office.class),
        };
        let class = class.map(str::to_owned);
        let (office, former_office) = if self.former {
            (None, class)
        } else {
            (class, None)
        };
        let over = if self.former { ", which is over" } else { "" };
        ActorCode {
            kind,
            name: None,
            sector: if self.former { Some("ELI") } else { sector }.map(str::to_owned),
            score: if country.is_some() { 75 } else { 55 },
            country,
            office,
            former_office,
            reason: format!("the words give the office{over}"),
            rivals: Vec::new(),
        }
    }

    /// A state by its own name or by the seat of its government.
    fn as_state(&self) -> Option<ActorCode> {
        let What::State(code, how) = self.at_head()?.what else {
            return None;
        };
        let sector = match how {
            StateName::Demonym => "CVL",
            StateName::Name | StateName::Seat => "GOV",
        };
        let reason = match how {
            StateName::Name => "a state",
            StateName::Demonym => "people of a state",
            StateName::Seat => "the seat of a government, said for it",
        };
        Some(ActorCode {
            kind: if how == StateName::Demonym {
                ActorKind::Description
            } else {
                ActorKind::State
            },
            name: None,
            country: Some(code.to_owned()),
            sector: Some(sector.to_owned()),
            office: None,
            former_office: None,
            score: if how == StateName::Name { 85 } else { 65 },
            reason: reason.to_owned(),
            rivals: Vec::new(),
        })
    }

    /// People or bodies without a name: the head's kind, or that of what modifies a weak head.
    fn as_description(&self, table: &ActorTable, day: Option<Date>) -> Option<ActorCode> {
        let by_name = self.modifying_body(table, day);
        let country = self.country().map(|(code, _)| code.to_owned());
        let country = country.or(by_name.as_ref().and_then(|code| code.country.clone()));
        let modifier = self.sector_of_modifiers();
        let modifier = modifier.or(by_name
            .as_ref()
            .and_then(|code| sector_str(code.sector.as_deref())));
        let of_no_kind = self.at_head().is_some_and(|piece| piece.tokens.len() == 1)
            && by_name.as_ref().is_some_and(|code| code.sector.is_none());
        match self.at_head().map(|p| &p.what) {
            Some(What::Office(office)) => {
                let body = self.body_of_office(table);
                Some(self.in_office(*office, body, country, modifier, ActorKind::Description))
            }
            Some(What::Noun(sector)) => {
                let head = self.doc.tok(self.head);
                let lemma = head.lemma();
                // "a *friend* of the rebel": no rebel himself.
                let another = is_anothers(head);
                let weak = WEAK.contains(&lemma) || *sector == "CVL" && !another;
                // "a *company* of policemen"
                let piece = self.at_head().filter(|_| lemma == "company");
                let unit = piece.and_then(|p| body::body_of(self.doc, table, &p.tokens, &[]));
                let sector = match unit {
                    Some(Body::Of(of @ ("COP" | "MIL"))) => of,
                    // "the *Front's* forces", of which nobody knows when it was what.
                    _ if weak && modifier.is_none() && of_no_kind => {
                        return Some(self.description(country, None));
                    }
                    _ if weak => modifier.unwrap_or(sector),
                    _ => sector,
                };
                Some(self.description(country, Some(sector)))
            }
            _ if self.is_told_by_age() => Some(self.description(country, Some("CVL"))),
            _ if country.is_some() || modifier.is_some() => {
                Some(self.description(country, modifier))
            }
            _ => None,
        }
    }

    /// "the *23-year-old*"
    fn is_told_by_age(&self) -> bool {
        hyphened(self.doc.tok(self.head)).is_some_and(|word| word.ends_with("-old"))
    }

    fn description(&self, country: Option<String>, sector: Option<&str>) -> ActorCode {
        let over = self.former && matches!(sector, Some("GOV" | "MIL" | "LEG" | "SPY" | "COP"));
        let sector = if over { Some("ELI") } else { sector };
        let score =
            30 + if country.is_some() { 25 } else { 0 } + if sector.is_some() { 20 } else { 0 };
        ActorCode {
            kind: ActorKind::Description,
            name: None,
            country,
            sector: sector.map(str::to_owned),
            office: None,
            former_office: None,
            score,
            reason: if over {
                "the words say what they were"
            } else {
                "by the words"
            }
            .to_owned(),
            rivals: Vec::new(),
        }
    }

    /// A name that modifies the head: "M23 rebels", "Laurent Kabila's rebels", "a Hamas official".
    fn modifying_body(&self, table: &ActorTable, day: Option<Date>) -> Option<ActorCode> {
        self.pieces.iter().find_map(|piece| match &piece.what {
            What::Named(rows) if !piece.tokens.contains(&self.head) => {
                let held = Held::of(table, rows, day, None, false)?;
                Some(held.code(self.text(&piece.tokens), day))
            }
            _ => None,
        })
    }

    /// The kind that the words beside the head give, the nearest before it first.
    fn sector_of_modifiers(&self) -> Option<&'static str> {
        let kinds = self
            .pieces
            .iter()
            .filter(|p| !p.tokens.contains(&self.head));
        let kinds = kinds.filter_map(|p| match p.what {
            What::Noun(sector) => Some((p.tokens.start > self.head, sector)),
            What::Office(office) => Some((p.tokens.start > self.head, office.sector?)),
            _ => None,
        });
        let (after, before): (Vec<_>, Vec<_>) = kinds.partition(|(after, _)| *after);
        before.last().or(after.first()).map(|(_, sector)| *sector)
    }
}

/// Heads that say little about the kind: what modifies them decides.
const WEAK: [&str; 22] = [
    "official",
    "officer",
    "member",
    "supporter",
    "staff",
    "source",
    "force",
    "forces",
    "group",
    "fighter",
    "authority",
    "leadership",
    "candidate",
    "council",
    "agency",
    "service",
    "state",
    "commander",
    "patient",
    "delegation",
    "department",
    "investigator",
];

fn sector_str(sector: Option<&str>) -> Option<&'static str> {
    const ALL: [&str; 12] = [
        "GOV", "MIL", "REB", "OPP", "PRM", "CRM", "PTY", "SPY", "COP", "REL", "BUS", "IGO",
    ];
    ALL.into_iter().find(|s| Some(*s) == sector)
}

/// The pieces of a run of tokens, longest first from the left, none overlapping.
pub(super) fn pieces(doc: &Document, table: &ActorTable, tokens: Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut i = tokens.start;
    while i < tokens.end {
        let longest = (i + LONGEST).min(tokens.end);
        let found = (i + 1..=longest)
            .rev()
            .find_map(|end| piece(doc, table, i..end));
        i = found.as_ref().map_or(i + 1, |p| p.tokens.end);
        pieces.extend(found);
    }
    pieces
}

fn piece(doc: &Document, table: &ActorTable, tokens: Range<usize>) -> Option<Piece> {
    let first = doc.tok(tokens.start);
    if matches!(first.pos(), Pos::Det | Pos::Punct | Pos::Space) {
        return None;
    }
    let text = doc.span_of(tokens.clone()).slice(doc.text());
    let rows = table.named(text);
    let what = if !rows.is_empty() {
        What::Named(rows)
    } else if let Some(word) = phrase_word(doc, tokens.clone()) {
        if is_no_kind(doc, &tokens, word) {
            return None;
        }
        match word {
            Word::Office(office) => What::Office(office),
            Word::Noun(sector) => What::Noun(sector),
        }
    } else if let Some((code, how)) = state(text) {
        if is_no_state(doc, &tokens, how) {
            return None;
        }
        What::State(code, how)
    } else if tokens.len() <= LONGEST_SHARED {
        // "*Investigators* arrested a man": a word that says what they are in some company only.
        let shared = shared_word(&singular_phrase(doc, &tokens))?;
        What::Noun(tells_more_of(doc, &shared.company, "").then_some(shared.sector)?)
    } else {
        return None;
    };
    Some(Piece { tokens, what })
}

/// Whether an article speaks of soldiers.
fn tells_of_soldiers(doc: &Document) -> bool {
    doc.range(0..doc.len()).any(|t| is_word_of(t, "MIL"))
}

/// Whether a word by itself names somebody of a sector.
fn is_word_of(tok: Tok<'_>, sector: &str) -> bool {
    match phrase_word(tok.doc(), tok.i..tok.i + 1) {
        Some(Word::Noun(own)) => own == sector,
        Some(Word::Office(office)) => office.sector == Some(sector) && !office.is_also_civil,
        None => false,
    }
}

/// Whether an article has some words more often than those of a sector that no other shares.
fn tells_more_of(doc: &Document, company: &[&str], sector: &str) -> bool {
    let mut more = 0i32;
    for tok in doc.range(0..doc.len()) {
        let word = singular(tok);
        if company.contains(&word.as_str()) {
            more += 1;
        } else if matches!(tok.pos(), Pos::Noun | Pos::Propn) && shared_word(&word).is_none() {
            more -= i32::from(is_word_of(tok, sector));
        }
    }
    more > 0
}

/// A phrase in lower case with the singular of its last word.
fn singular_phrase(doc: &Document, tokens: &Range<usize>) -> String {
    let last = tokens.end - 1;
    let before = doc.range(tokens.start..last).map(Tok::lower);
    let mut words: Vec<String> = before.map(str::to_owned).collect();
    words.push(singular(doc.tok(last)));
    words.join(" ")
}

/// The singular in lower case; capitalised plurals ("Officers") keep their form as names do.
fn singular(tok: Tok<'_>) -> String {
    let lemma = tok.lemma().to_lowercase();
    let is_name = tok.pos() == Pos::Propn;
    match lemma.strip_suffix("ies").filter(|_| is_name) {
        Some(stem) => format!("{stem}y"),
        None if is_name && !lemma.ends_with("ss") => lemma.trim_end_matches('s').to_owned(),
        None => lemma,
    }
}

/// Whether two names start with the same three letters: "Shimom" may be how somebody writes "Shimon".
fn start_alike(a: &str, b: &str) -> bool {
    key(a).chars().take(3).eq(key(b).chars().take(3))
}

/// Surnames that very many bear, or that are given names as well.
fn is_common_name(surname: &str) -> bool {
    const COMMON: &[&str] = &[
        "abbas",
        "abdallah",
        "abdullah",
        "adams",
        "ahmad",
        "ahmed",
        "alexander",
        "ali",
        "allen",
        "anderson",
        "andrews",
        "anthony",
        "arthur",
        "baker",
        "barrow",
        "barry",
        "bell",
        "bennett",
        "brown",
        "browne",
        "burke",
        "butler",
        "campbell",
        "carter",
        "charles",
        "chen",
        "christie",
        "clark",
        "collins",
        "cook",
        "cooper",
        "cox",
        "cruz",
        "daniel",
        "david",
        "davis",
        "diaz",
        "douglas",
        "drew",
        "edwards",
        "evans",
        "fernandez",
        "fisher",
        "flores",
        "foster",
        "francis",
        "garcia",
        "george",
        "gomez",
        "gonzalez",
        "gordon",
        "graham",
        "grant",
        "gray",
        "green",
        "hall",
        "hamilton",
        "harris",
        "harrison",
        "hassan",
        "henry",
        "hill",
        "howard",
        "hughes",
        "hussain",
        "hussein",
        "ibrahim",
        "ismail",
        "jackson",
        "james",
        "johnson",
        "jones",
        "jordan",
        "joseph",
        "karim",
        "kelly",
        "khalid",
        "khalil",
        "khan",
        "kim",
        "king",
        "kumar",
        "lee",
        "lewis",
        "li",
        "lin",
        "liu",
        "long",
        "lopez",
        "mahmoud",
        "manning",
        "marshall",
        "martin",
        "martinez",
        "mary",
        "michael",
        "miller",
        "mitchell",
        "mohamed",
        "mohammad",
        "mohammed",
        "moore",
        "morales",
        "morgan",
        "morris",
        "muhammad",
        "murphy",
        "musa",
        "mustafa",
        "nelson",
        "nguyen",
        "omar",
        "osman",
        "palmer",
        "parker",
        "paul",
        "perez",
        "peter",
        "phillips",
        "pierre",
        "price",
        "rahman",
        "ramirez",
        "reed",
        "reyes",
        "reynolds",
        "richardson",
        "rivera",
        "roberts",
        "robinson",
        "rodriguez",
        "rogers",
        "ross",
        "salah",
        "saleh",
        "salih",
        "salim",
        "sanchez",
        "scott",
        "sharif",
        "sharma",
        "silva",
        "simon",
        "singh",
        "smith",
        "spencer",
        "stewart",
        "stuart",
        "taylor",
        "thomas",
        "thompson",
        "torres",
        "turner",
        "walker",
        "wallace",
        "wang",
        "ward",
        "watson",
        "white",
        "william",
        "williams",
        "wilson",
        "wood",
        "wright",
        "yang",
        "young",
        "yusuf",
        "zhang",
    ];
    COMMON.contains(&surname.to_lowercase().as_str())
}

/// A phrase as it is written in lower case, else with the lemma of its last word.
fn phrase_word(doc: &Document, tokens: Range<usize>) -> Option<Word> {
    let text = doc.span_of(tokens.clone()).slice(doc.text()).to_lowercase();
    let text = text.replace('’', "'");
    if let Some(found) = word(&text) {
        return Some(found);
    }
    let last = doc.tok(tokens.end - 1);
    // "attorney-general"
    if let Some(found) = text
        .contains('-')
        .then(|| word(&text.replace('-', " ")))
        .flatten()
    {
        return Some(found);
    }
    let stem = text.strip_suffix(last.lower())?;
    let lemma = last.lemma().to_lowercase();
    if let Some(found) = word(&format!("{stem}{lemma}")) {
        return Some(found);
    }
    // Capitalised plurals ("Officers") keep their form as names do.
    let singular = last.lower().strip_suffix('s')?;
    word(&format!("{stem}{singular}"))
}

/// Whether an office belongs to somebody whom the words only mention: "*brother* of the minister",
/// "*candidate* for mayor", "the *minister's* widow".
fn is_of_another(doc: &Document, office: &Range<usize>, head: usize) -> bool {
    let is_office = |t: Tok<'_>| {
        let found = (0..4).filter_map(|more| t.i.checked_sub(more));
        found
            .take_while(|&start| doc.sentence_of(start) == t.sentence())
            .any(|start| matches!(phrase_word(doc, start..t.i + 1), Some(Word::Office(_))))
    };
    let mut step = body::top(doc, office);
    for _ in 0..8 {
        if step.i == head {
            return false;
        }
        let Some(above) = step.head() else {
            return false;
        };
        let linked = step.dep() == "pobj" && above.pos() == Pos::Adp || step.dep() == "poss";
        let owner = if step.dep() == "poss" {
            Some(above)
        } else {
            above.head()
        };
        if linked && owner.is_some_and(|o| o.pos() == Pos::Noun && o.i != head && !is_office(o)) {
            return true;
        }
        step = above;
    }
    false
}

/// "a *friend*", "her *brother*": somebody told by whose he is.
fn is_anothers(tok: Tok<'_>) -> bool {
    noun_classes(tok.lemma()).has(NounClass::Kin)
        || matches!(
            tok.lemma(),
            "boyfriend" | "friend" | "girlfriend" | "neighbor" | "neighbour" | "roommate"
        )
}

/// Whether a person of the tables may be the one with this title: who had the office or another of its
/// kind, and any official of a state of the article (`near`) where it is one of state or army.
fn is_titled_so(table: &ActorTable, row: usize, office: Office, near: impl Fn() -> bool) -> bool {
    let name = table.rows()[row].name();
    let own = table.named(name);
    let mut rows = own.iter().map(|&i| &table.rows()[i]);
    let of_state = matches!(office.sector, None | Some("GOV" | "MIL" | "LEG"));
    let wears = |row: &ActorRow| {
        dateline_data::actors::office_class(&row.office) == office.class
            || Some(row.sector.as_str()) == office.sector
    };
    let official =
        |row: &ActorRow| of_state && matches!(row.sector.as_str(), "GOV" | "MIL" | "LEG");
    let any_official = !matches!(office.class, "president" | "spokesperson") && near();
    rows.any(|row| wears(row) || any_official && official(row))
}

fn former_words(doc: &Document, tokens: Range<usize>) -> impl Iterator<Item = usize> {
    doc.range(tokens).filter(|t| is_former(*t)).map(|t| t.i)
}

/// The token that the phrase hangs by.
pub(super) fn head_of(doc: &Document, tokens: Range<usize>) -> Option<usize> {
    let mut inside = doc.range(tokens.clone());
    let head = inside
        .find(|t| t.pos() != Pos::Space && t.head().is_none_or(|head| !tokens.contains(&head.i)))?;
    Some(head.i)
}

fn is_former(tok: Tok<'_>) -> bool {
    former_word(tok.lower()) && !tok.dep_in(&["advmod"])
}

/// Whether a capitalised word goes on before or after: part of a name that was not read as one.
fn is_in_longer_name(tok: Tok<'_>) -> bool {
    let is_part = |t: Tok<'_>| t.pos() == Pos::Propn && word(t.lower()).is_none();
    tok.prev().is_some_and(is_part) || tok.next().is_some_and(is_part)
}
