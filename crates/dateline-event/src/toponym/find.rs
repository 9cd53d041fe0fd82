//! Which words name places.

use super::{Toponym, Use, is_direction};
use dateline_data::casing::{Casing, casing};
use dateline_data::gazetteer::{Gazetteer, PlaceKind, countries, fold};
use dateline_data::{ClassSet, MONTHS, NounClass, WEEKDAYS, is_country, noun_classes};
use dateline_text::{Document, Pos, Tok};
use std::collections::BTreeSet;
use std::ops::Range;

/// Inhabitants from which a name is known as a town's.
const KNOWN: f64 = 20_000.0;

const BUILT: ClassSet = ClassSet::of(&[NounClass::Facility]);
const WEAPONS: ClassSet = ClassSet::of(&[
    NounClass::Heavy,
    NounClass::Explosive,
    NounClass::Aircraft,
    NounClass::Drone,
]);
const BUILT_OR_HAPPENING: ClassSet = ClassSet::of(&[NounClass::Facility, NounClass::Event]);

/// The names of places of a document, in text order, not overlapping.
pub(super) fn toponyms(doc: &Document, gazetteer: &Gazetteer) -> Vec<Toponym> {
    let mut finder = Finder {
        doc,
        gazetteer,
        taken: vec![false; doc.len()],
        persons: person_words(doc),
        found: Vec::new(),
    };
    finder.by_model();
    finder.adjectives();
    finder.by_gazetteer();
    finder.in_names();
    finder.again();
    let mut found = finder.found;
    found.sort_by_key(|t| t.tokens.start);
    found
}

struct Finder<'d> {
    doc: &'d Document,
    gazetteer: &'d Gazetteer,
    taken: Vec<bool>,
    /// Words of names of persons with several words.
    persons: BTreeSet<&'d str>,
    found: Vec<Toponym>,
}

impl<'d> Finder<'d> {
    fn add(&mut self, tokens: Range<usize>, used: Use) {
        if tokens.is_empty()
            || self.taken[tokens.clone()].iter().any(|t| *t)
            || names_a_disease(self.doc, tokens.end)
            || takes_side(self.doc, tokens.start)
            || opens_with_word(self.doc, &tokens)
                && !self.division_follows(tokens.end)
                && !self.police_follow(tokens.clone())
                && !self.townsman_follows(&tokens)
            || is_kind_alone(self.doc, &tokens) && !self.division_follows(tokens.end)
            || is_part_of_any_town(self.words(tokens.clone()))
        {
            return;
        }
        for taken in &mut self.taken[tokens.clone()] {
            *taken = true;
        }
        let tokens = tokens.start..tokens.end;
        self.found.push(Toponym {
            span: self.doc.span_of(tokens.clone()),
            used,
            tokens,
            resolution: None,
            town: None,
            within: None,
        });
    }

    /// Adds a name; of a building that is called after a town, "*Kalem* Banquet Hall", the town apart.
    fn add_with_town(&mut self, part: Range<usize>, used: Use) {
        let last = self.doc.tok(part.end - 1).lower();
        let before = part.end.checked_sub(2);
        let before = before.map_or("", |i| self.doc.tok(i).lower());
        let built = is_building_word(last)
            || last == "court" && is_kind_of_court(before)
            || noun_classes(last).meets(BUILT) && !is_street_word(last);
        let large = |end: &usize| {
            let name = part.start..*end;
            self.is_well_known(name.clone())
                && !self.is_common_word(&name)
                && !self.is_surname(name.clone())
                && (name.len() > 1 || self.largest(name) > KNOWN)
        };
        let ends = part.start + 1..part.end.min(part.start + 4);
        let town = ends
            .rev()
            .find(|end| built && used == Use::Facility && large(end));
        let rest = town.unwrap_or(part.start);
        self.add(part.start..rest, Use::InName);
        self.add(rest..part.end, used);
    }

    fn words(&self, tokens: Range<usize>) -> &'d str {
        self.doc.span_of(tokens).slice(self.doc.text())
    }

    fn knows(&self, tokens: Range<usize>) -> bool {
        self.gazetteer.knows(&fold(self.words(tokens)))
    }

    /// What the language layer takes for a place.
    fn by_model(&mut self) {
        let doc = self.doc;
        for name in doc.names() {
            let label = doc.name_label(name);
            let tokens = name.first as usize..(name.end as usize).min(doc.len());
            match label {
                "GPE" | "LOC" => {
                    for part in parts(doc, tokens) {
                        if self.is_surname(part.clone())
                            || !begins_large(doc, &part)
                            || self.is_aged(part.clone())
                            || self.owns_a_building(part.clone())
                        {
                            continue;
                        }
                        let part = self.completed(self.without_police(part));
                        let used = if self.is_building(part.clone()) || self.is_street(&part) {
                            Use::Facility
                        } else {
                            self.place_or_actor(part.clone())
                        };
                        self.add_with_town(part, used);
                    }
                }
                "FAC" => {
                    let part = trimmed(doc, tokens);
                    if begins_large(doc, &part) {
                        let used = if self.is_feature(part.clone()) {
                            Use::Place
                        } else {
                            Use::Facility
                        };
                        self.add_with_town(part, used);
                    }
                }
                _ => {}
            }
        }
    }

    /// A name with the words before it that the gazetteer's name has and the model left out: "Deer
    /// *Lodge*"; or with those behind its hyphen.
    fn completed(&self, part: Range<usize>) -> Range<usize> {
        let doc = self.doc;
        let hyphened = part.start..part.end + 2;
        if hyphened.end <= doc.len()
            && doc.tok(part.end).text() == "-"
            && self.knows(hyphened.clone())
        {
            return hyphened;
        }
        // "East Baton *Rouge Parish*", of which the model has the front.
        let behind = |end: usize| {
            doc.range(part.end..end).all(|t| {
                is_capitalised(t) && !self.taken[t.i] && t.sentence() == doc.sentence_of(part.start)
            })
        };
        let longer = (part.end + 1..=doc.len().min(part.end + 2)).rev();
        let whole = longer
            .filter(|&end| !self.knows(part.clone()) && behind(end))
            .find(|&end| self.knows(part.start..end));
        if let Some(end) = whole {
            return part.start..end;
        }
        // "South *Sinnar*", of which the model has the side alone.
        let side = part.len() == 1 && is_direction(doc.tok(part.start).lower());
        let named = doc.range(part.end..(part.end + 1).min(doc.len())).next();
        if side
            && named.is_some_and(|t| {
                is_capitalised(t)
                    && t.pos() == Pos::Propn
                    && t.sentence() == doc.sentence_of(part.start)
                    && !self.taken[t.i]
            })
        {
            return part.start..part.end + 1;
        }
        let joins = |start: usize| {
            doc.range(start..part.start)
                .all(|t| is_capitalised(t) && !self.taken[t.i] && t.name().is_none())
                && doc.sentence_of(start) == doc.sentence_of(part.start)
        };
        let longer = [2, 1]
            .into_iter()
            .filter_map(|more| part.start.checked_sub(more));
        longer
            .filter(|&start| joins(start) && !self.knows(part.clone()))
            .map(|start| start..part.end)
            .find(|longer| self.knows(longer.clone()))
            .unwrap_or(part.clone())
    }

    /// "Kalem Memorial Hospital", "Pecan Ave": on no map of towns, unless a town is called so.
    fn is_building(&self, tokens: Range<usize>) -> bool {
        let last = self.doc.tok(tokens.end - 1).lower();
        tokens.len() > 1 && (is_building_word(last) || is_street_word(last)) && !self.knows(tokens)
    }

    /// "Kalem Police": the town whose police it is.
    fn without_police(&self, part: Range<usize>) -> Range<usize> {
        let doc = self.doc;
        let office = |t: Tok<'_>| {
            matches!(t.lower(), "police" | "pd")
                || t.lower() == "department" && t.prev().is_some_and(|p| p.lower() == "police")
        };
        let end = (part.start + 1..part.end)
            .find(|&end| doc.range(end..part.end).all(office))
            .unwrap_or(part.end);
        part.start..end
    }

    /// "on Kalem *Blossom Trail*", "at Ridge and *Kalem* streets", "the 500 block of Kalem": a name of which
    /// the words beside it make a street.
    fn is_street(&self, part: &Range<usize>) -> bool {
        let doc = self.doc;
        let lower = |i: usize| doc.range(i..(i + 1).min(doc.len())).next().map(Tok::lower);
        let before = |back: usize| part.start.checked_sub(back).and_then(lower);
        let run = doc
            .range(part.end..doc.len().min(part.end + 3))
            .take_while(|t| is_capitalised(*t) && t.sentence() == doc.sentence_of(part.start));
        let last = run.last().map(Tok::lower);
        let names_street = last.is_some_and(|w| is_street_word(w) || w == "trail");
        let streets = |i: usize| lower(i).is_some_and(is_street_plural);
        let one_of_two = lower(part.end) == Some("and")
            && (part.end + 2..part.end + 5).any(streets)
            || before(1) == Some("and") && streets(part.end);
        let block = before(1) == Some("of") && before(2) == Some("block");
        let corner =
            before(1) == Some("of") && matches!(before(2), Some("corner" | "intersection"));
        names_street || one_of_two || block || corner
    }

    /// "Tarina Kalem, 48,": an age behind a name that is on no map makes it a person's.
    fn is_aged(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let ahead: Vec<&str> = doc
            .range(tokens.end..(tokens.end + 3).min(doc.len()))
            .map(Tok::text)
            .collect();
        let age = |w: &str| w.parse::<u8>().is_ok_and(|age| (1..=110).contains(&age));
        matches!(ahead[..], [",", number, "," | "of"] if age(number)) && !self.knows(tokens)
    }

    /// "Bunny's Truck Stop", "inside Cisneros' home": the owner of a building, where a single word is
    /// the name of small places only and stands nowhere in the article without what it owns.
    fn owns_a_building(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let owner = |at: usize| {
            let next = doc.range(at..(at + 1).min(doc.len())).next();
            next.is_some_and(|t| matches!(t.text(), "'s" | "’s" | "'" | "’"))
        };
        let owns = |at: usize| {
            let built = |t: Tok<'_>| noun_classes(&t.lemma().to_lowercase()).meets(BUILT);
            owner(at) && doc.range(at + 1..doc.len().min(at + 4)).any(built)
        };
        let word = doc.tok(tokens.start).text();
        tokens.len() == 1
            && doc
                .toks()
                .filter(|t| t.text() == word)
                .all(|t| owner(t.i + 1))
            && doc.toks().any(|t| t.text() == word && owns(t.i + 1))
            && self.largest(tokens) < KNOWN
    }

    /// Inhabitants of the largest place of a name.
    fn largest(&self, tokens: Range<usize>) -> f64 {
        let found = self.gazetteer.find(self.words(tokens));
        let inhabitants = found.iter().map(|id| self.gazetteer.place(*id).population);
        inhabitants.fold(0.0, f64::max)
    }

    /// A single word that is part of a person's name elsewhere, and that nothing puts in place.
    fn is_surname(&self, tokens: Range<usize>) -> bool {
        if tokens.len() != 1 || !self.persons.contains(self.doc.tok(tokens.start).text()) {
            return false;
        }
        // "according to Kalem", "taken from Kalem", "inside Kalem's house": persons too have what
        // comes from or goes to them.
        let word = self.doc.tok(tokens.start);
        let before = word.prev().map_or("", |t| t.lower());
        let next = word.next().map_or("", |t| t.text());
        let of_a_person = word.name_label() == "PERSON"
            && (matches!(before, "to" | "from" | "at" | "inside") || matches!(next, "'s" | "’s"))
            && !self.division_follows(tokens.end);
        let speaks = before == "to"
            && word
                .prev()
                .and_then(Tok::prev)
                .is_some_and(|t| t.lower() == "according");
        of_a_person || speaks || !self.is_placed(tokens)
    }

    /// Behind a preposition of place, or before ", Texas".
    fn is_placed(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let before = tokens.start.checked_sub(1).map(|i| doc.tok(i).lower());
        let placing = before.is_some_and(|w| {
            matches!(
                w,
                "in" | "near"
                    | "at"
                    | "outside"
                    | "from"
                    | "to"
                    | "around"
                    | "toward"
                    | "towards"
                    | "downtown"
                    | "inside"
                    | "across"
                    | "throughout"
                    | "north"
                    | "south"
                    | "east"
                    | "west"
                    | "northern"
                    | "southern"
                    | "eastern"
                    | "western"
                    | "central"
            )
        });
        placing
            || self.is_lain_from(tokens.start)
            || self.is_aimed_at(&tokens)
            || self.division_follows(tokens.end)
            || self.is_taken(tokens)
    }

    /// "west of Kalem", "the north side of Kalem", "Elm Park residents of Kalem", "Ann Lee, 30, of Kalem".
    fn is_lain_from(&self, start: usize) -> bool {
        let doc = self.doc;
        let before = |back: usize| start.checked_sub(back).map(|i| doc.tok(i));
        let (Some(of), Some(whose)) = (before(1), before(2)) else {
            return false;
        };
        if of.lower() != "of" {
            return false;
        }
        let side = is_direction(whose.lower())
            || matches!(
                whose.lemma(),
                "side" | "outskirt" | "outskirts" | "edge" | "suburb" | "resident" | "native"
            );
        let aged = whose.text() == ","
            && before(3).is_some_and(|age| age.text().parse::<u8>().is_ok())
            && before(4).is_some_and(|comma| comma.text() == ",");
        let person = whose.name_label() == "PERSON"
            && whose
                .name()
                .is_some_and(|n| n.end - n.first > 1 && n.end as usize == of.i);
        side || aged || person
    }

    /// "an air strike on Kalem": a place, unless the model has a person there.
    fn is_aimed_at(&self, tokens: &Range<usize>) -> bool {
        let name = self.doc.tok(tokens.start);
        let link = name.prev().filter(|t| t.lower() == "on");
        let aimed = link.and_then(Tok::prev).is_some_and(|noun| {
            matches!(
                noun.lemma(),
                "strike"
                    | "airstrike"
                    | "attack"
                    | "assault"
                    | "raid"
                    | "offensive"
                    | "bombardment"
            )
        });
        aimed && name.name_label() != "PERSON"
    }

    /// "captured Kalem", "Kalem was shelled": what is done to places and rarely to anybody.
    fn is_taken(&self, tokens: Range<usize>) -> bool {
        let last = self.doc.tok(tokens.end - 1);
        let verb = last.head().filter(|_| last.dep_in(&["dobj", "nsubjpass"]));
        let of_a_person = last.name_label() == "PERSON";
        verb.is_some_and(|verb| match verb.lemma() {
            "bombard" | "besiege" | "encircle" | "invade" | "liberate" | "occupy" | "overrun"
            | "patrol" | "recapture" | "retake" | "shell" => true,
            "capture" | "seize" => !of_a_person,
            // "A rocket struck Kalem"
            "hit" | "strike" | "pound" => verb
                .child(&["nsubj"])
                .is_some_and(|weapon| noun_classes(weapon.lemma()).meets(WEAPONS)),
            _ => false,
        })
    }

    /// A single word that is written small elsewhere and no country.
    fn is_common_word(&self, tokens: &Range<usize>) -> bool {
        let word = self.doc.tok(tokens.start).lower();
        tokens.len() == 1 && casing(word) == Some(Casing::Lower) && !is_country(word)
    }

    /// "Garland police": a common word that a town has for its name.
    fn police_follow(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let next = doc
            .range(tokens.end..(tokens.end + 1).min(doc.len()))
            .next();
        let word = doc.tok(tokens.start);
        next.is_some_and(|t| t.lower() == "police")
            && matches!(word.pos(), Pos::Propn | Pos::Noun | Pos::Adj)
            && !is_kind_of_police(word.lower())
            && self.largest(tokens) > KNOWN
    }

    /// "Garland boy, 16, held": the same, where the language layer too has a place.
    fn townsman_follows(&self, tokens: &Range<usize>) -> bool {
        let word = self.doc.tok(tokens.start);
        let next = word.next().map_or("", |t| t.lower());
        word.name_label() == "GPE"
            && is_person_of_a_town(next)
            && self.largest(tokens.clone()) > KNOWN
    }

    /// "a Kalem barbershop", "a Kalem double shooting": where something new is, by a town's name.
    fn something_new_follows(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let article = tokens.start.checked_sub(1).map(|i| doc.tok(i).lower());
        let noun = doc.tok(tokens.end - 1).head();
        let label = doc.tok(tokens.start).name_label();
        // "Kalem shooting victims identified": a headline has no articles.
        let opens = tokens
            .start
            .checked_sub(1)
            .is_none_or(|before| doc.sentence_of(before) != doc.sentence_of(tokens.start));
        let name = doc.tok(tokens.start);
        let named = matches!(name.pos(), Pos::Propn | Pos::Adj);
        let headed = opens && named && !self.is_common_word(&tokens);
        (matches!(article, Some("a" | "an")) || headed)
            && !matches!(label, "DATE" | "TIME" | "CARDINAL" | "ORDINAL")
            && noun.is_some_and(|noun| {
                // "Kalem *shooting* victims"
                (tokens.end..tokens.end + 3).contains(&noun.i)
                    && doc.range(tokens.end..noun.i + 1).any(|t| {
                        let is = |word: &str| noun_classes(word).meets(BUILT_OR_HAPPENING);
                        t.text() == t.lower() && (is(&t.lemma().to_lowercase()) || is(t.lower()))
                    })
            })
            && self.largest(tokens) > 1_000.0
    }

    /// "a party in Spring,": a common word with a capital inside a sentence, behind "in" and before no noun.
    fn is_where_something_is(&self, tokens: &Range<usize>) -> bool {
        let doc = self.doc;
        let tok = doc.tok(tokens.start);
        let before = tok.prev().map_or("", |t| t.lower());
        let next = tok.next().map_or(Pos::Punct, |t| t.pos());
        tok.pos() == Pos::Propn
            && matches!(before, "in" | "near" | "outside")
            && !matches!(
                next,
                Pos::Noun | Pos::Propn | Pos::Num | Pos::Part | Pos::Adj
            )
            && tok.text().chars().any(char::is_lowercase)
            && !is_headline(doc, tokens.start)
    }

    /// A name that the model takes for a time or number, where the words say that something is in it.
    fn is_no_time(&self, tokens: &Range<usize>) -> bool {
        let doc = self.doc;
        let next = doc
            .range(tokens.end..(tokens.end + 1).min(doc.len()))
            .next();
        let of_a_time = doc.range(tokens.clone()).any(|t| {
            t.text().starts_with(|c: char| c.is_ascii_digit()) || is_in_the_calendar(t.lower())
        });
        let before = doc.tok(tokens.start).prev().map_or("", |t| t.lower());
        !of_a_time
            && matches!(before, "in" | "near" | "outside" | "to" | "from")
            && doc.range(tokens.clone()).all(|t| t.pos() == Pos::Propn)
            && next.is_none_or(|t| !matches!(t.pos(), Pos::Noun | Pos::Propn | Pos::Num))
            && !is_headline(doc, tokens.start)
            && self.largest(tokens.clone()) > 0.0
    }

    /// "Kalem police", "a Kalem teenager", "Kalem Man Held": whose people they are. The word behind
    /// may have the capital of a headline.
    fn people_follow(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let Some(next) = doc
            .range(tokens.end..(tokens.end + 1).min(doc.len()))
            .next()
        else {
            return false;
        };
        // Adjectives of people that are names too.
        let describes = matches!(
            doc.tok(tokens.start).lower(),
            "young" | "old" | "black" | "white" | "brown"
        );
        let word = doc.tok(tokens.start);
        let office = matches!(next.lower(), "police" | "mayor")
            && matches!(word.pos(), Pos::Propn | Pos::Noun | Pos::Adj)
            && !is_kind_of_police(word.lower());
        let common = self.is_common_word(&tokens) && !office || describes;
        let big = || {
            let found = self.gazetteer.find(self.words(tokens.clone()));
            found.iter().any(|id| {
                let place = self.gazetteer.place(*id);
                place.kind.is_settlement() && place.population > 1_000.0
            })
        };
        !common && is_person_of_a_town(next.lower()) && big()
    }

    /// "the town of Kalem", "Kalem district": a place, whatever the model takes it for.
    fn is_called_a_place(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let behind = doc
            .range(tokens.end..(tokens.end + 1).min(doc.len()))
            .next();
        let before = tokens
            .start
            .checked_sub(2)
            .map(|i| (doc.tok(i), doc.tok(i + 1)));
        // "Kitaya, a village in the Mtwara region"
        let apposed: Vec<&str> = doc
            .range(tokens.end..(tokens.end + 4).min(doc.len()))
            .map(Tok::lower)
            .collect();
        matches!(apposed[..], [",", "a" | "the", kind, "in" | "of" | "near" | "on" | "outside"] if is_kind_of_place(kind))
            || behind.is_some_and(|t| t.text() == t.lower() && is_kind_of_place(t.lemma()))
            || behind.is_some_and(|t| t.lower() == "community" && self.is_in_the(tokens.start))
            || before.is_some_and(|(kind, of)| of.lower() == "of" && is_kind_of_place(kind.lemma()))
    }

    /// "in the Kalem community": where "the Jewish community" is people.
    fn is_in_the(&self, start: usize) -> bool {
        let before = |back: usize| {
            start
                .checked_sub(back)
                .map_or("", |i| self.doc.tok(i).lower())
        };
        before(1) == "the"
            && matches!(before(2), "in" | "near" | "from" | "of" | "outside")
            && self.doc.tok(start).pos() == Pos::Propn
    }

    /// "in the Kalem Community", which the language layer takes for a body.
    fn is_community(&self, tokens: Range<usize>) -> bool {
        tokens.len() > 1
            && self.doc.tok(tokens.end - 1).lower() == "community"
            && self.is_in_the(tokens.start)
            && self.knows(tokens.start..tokens.end - 1)
    }

    /// ", Texas" or "(Ohio)" or ", Syria" behind token `end`.
    fn division_follows(&self, end: usize) -> bool {
        let doc = self.doc;
        if end + 1 >= doc.len() || !matches!(doc.tok(end).text(), "," | "(") {
            return false;
        }
        let next = doc.tok(end + 1);
        let starts_large = next.text().starts_with(|c: char| c.is_uppercase());
        let two = (end + 1)..(end + 3).min(doc.len());
        starts_large
            && [two, end + 1..end + 2].into_iter().any(|range| {
                let found = self.gazetteer.find(self.words(range));
                found.iter().any(|id| {
                    let kind = self.gazetteer.place(*id).kind;
                    matches!(kind, PlaceKind::Admin1 | PlaceKind::Country)
                })
            })
    }

    /// A country or capital that says, warns or decides stands for its government.
    fn place_or_actor(&self, tokens: Range<usize>) -> Use {
        let head = self.doc.tok(tokens.end - 1);
        let acts = head.dep() == "nsubj"
            && head.head().is_some_and(|verb| {
                verb.pos() == Pos::Verb && !matches!(verb.lemma(), "be" | "have" | "lie" | "see")
            });
        if !acts {
            return Use::Place;
        }
        let found = self.gazetteer.find(self.words(tokens));
        let governs = found.iter().any(|id| {
            let kind = self.gazetteer.place(*id).kind;
            matches!(kind, PlaceKind::Country | PlaceKind::Capital)
        });
        if governs { Use::Actor } else { Use::Place }
    }

    /// A river, lake, mountain, park that the model files under facilities.
    fn is_feature(&self, tokens: Range<usize>) -> bool {
        let last = self.doc.tok(tokens.end - 1).lower();
        is_feature_word(last) || self.knows(tokens)
    }

    /// "Syrian", "Syrians".
    fn adjectives(&mut self) {
        for tok in self.doc.toks() {
            if !self.taken[tok.i] && tok.text().starts_with(|c: char| c.is_uppercase()) {
                let two = tok.i..(tok.i + 2).min(self.doc.len());
                if two.len() == 2 && country_of_adjective(self.words(two.clone())).is_some() {
                    self.add(two, Use::Adjective);
                } else if country_of_adjective(tok.text()).is_some() {
                    self.add(tok.i..tok.i + 1, Use::Adjective);
                }
            }
        }
    }

    /// Runs of capitalised words that the gazetteer knows and the sentence puts in place.
    fn by_gazetteer(&mut self) {
        let doc = self.doc;
        let mut i = 0;
        while i < doc.len() {
            let end = self.capital_run(i);
            if end == i || end > i + 1 && self.stands_before_a_name(i, end) {
                i += 1;
                continue;
            }
            let mut at = i;
            while at < end {
                let longest = (at + 1..=end.min(at + 4))
                    .rev()
                    .filter(|&stop| {
                        let name = at..stop;
                        self.knows(name.clone())
                            || self.is_state(name.clone())
                            || self.is_community(name)
                    })
                    .find(|&stop| self.names_a_place(at..stop, i, end));
                match longest {
                    Some(stop) => {
                        self.add(at..stop, Use::Place);
                        at = stop;
                    }
                    None if at == i && self.is_unknown_place(i..end) => {
                        self.add(i..end, Use::Place);
                        at = end;
                    }
                    None => at += 1,
                }
            }
            i = end;
        }
    }

    /// "the village of Kitaya", "Kitaya, a village in": called a place, though the gazetteer has none of
    /// the name.
    fn is_unknown_place(&self, run: Range<usize>) -> bool {
        let doc = self.doc;
        let proper = |t: Tok<'_>| t.pos() == Pos::Propn;
        run.len() <= 3
            && doc.range(run.clone()).all(proper)
            && !self.knows(run.clone())
            && self.is_called_a_place(run)
    }

    /// "*A* Kalem teenager", "*Initial* Kalem Police reports", "*Downtown* Kalem": a word before a name,
    /// with the capital of its sentence or headline.
    fn stands_before_a_name(&self, at: usize, end: usize) -> bool {
        let tok = self.doc.tok(at);
        let opens = tok.prev().is_none_or(|p| p.sentence() != tok.sentence());
        let common = opens && tok.pos() != Pos::Propn && casing(tok.lower()) == Some(Casing::Lower);
        let begins_one = || (at + 2..=end.min(at + 4)).any(|stop| self.knows(at..stop));
        (common || tok.lower() == "downtown") && !begins_one()
    }

    /// "northern Rakhine State", "Nigeria's Borno State": a division, where "Ohio State" may be a school.
    fn is_state(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let before = tokens
            .start
            .checked_sub(1)
            .map_or("", |i| doc.tok(i).lower());
        let placed = matches!(before, "in" | "across" | "throughout" | "'s" | "’s");
        tokens.len() > 1
            && doc.tok(tokens.end - 1).lower() == "state"
            && (placed || is_direction(before))
            && self.knows(tokens.start..tokens.end - 1)
    }

    /// The end of a run of untaken capitalised words that begins at `start`; "of" and "the" may
    /// stand inside.
    fn capital_run(&self, start: usize) -> usize {
        let doc = self.doc;
        let mut end = start;
        while end < doc.len() && !self.taken[end] {
            let tok = doc.tok(end);
            let sentence_border = end > start && doc.sentence_of(end) != doc.sentence_of(start);
            if sentence_border || !is_capitalised(tok) {
                break;
            }
            // "Opa-locka", "Lee's Summit"
            let joined = end + 3 <= doc.len()
                && matches!(doc.tok(end + 1).text(), "-" | "'s" | "’s")
                && !self.taken[end + 1]
                && !self.taken[end + 2]
                && self.knows(end..end + 3);
            end += if joined { 3 } else { 1 };
        }
        end
    }

    /// Whether a known run names a place here: the whole run of capitals, put in place or a kind
    /// that its own words tell ("Butler County"), and no person or work.
    fn names_a_place(&self, tokens: Range<usize>, run_start: usize, run_end: usize) -> bool {
        let doc = self.doc;
        let label = doc.tok(tokens.start).name_label();
        let last = doc.tok(tokens.end - 1).lower();
        if tokens.len() > 1 && (is_feature_word(last) || is_division_word(last))
            || self.is_community(tokens.clone())
        {
            return true;
        }
        if tokens.start == run_start && self.people_follow(tokens.clone()) {
            return true;
        }
        if tokens.start == run_start && self.something_new_follows(tokens.clone()) {
            return !self.is_surname(tokens);
        }
        if tokens != (run_start..run_end) {
            return false;
        }
        let name = doc.tok(tokens.start).name();
        let whole = name
            .is_none_or(|n| (n.first as usize) >= tokens.start && (n.end as usize) <= tokens.end);
        if !whole || self.is_surname(tokens.clone()) {
            return false;
        }
        // "Slipped in Mud": a headline's capital.
        if self.is_common_word(&tokens)
            && !self.division_follows(tokens.end)
            && !self.is_where_something_is(&tokens)
        {
            return false;
        }
        let placed = self.is_placed(tokens.clone());
        if self.is_called_a_place(tokens.clone()) || self.is_state(tokens.clone()) {
            return true;
        }
        match label {
            "PERSON" => {
                let agency = doc.range(tokens.end..doc.len().min(tokens.end + 1)).next();
                placed && tokens.len() == 1
                    || self.is_taken(tokens.clone())
                    || self.division_follows(tokens.end)
                    || agency.is_some_and(|t| t.text() == "(") && self.opens_article(tokens)
            }
            "ORG" | "NORP" | "PRODUCT" | "EVENT" | "WORK_OF_ART" | "" => {
                placed || self.opens_article(tokens.clone()) || self.stands_alone(&tokens)
            }
            // "in Roundup on Sunday", "a party in Three Rivers": no time or number has capitals there.
            "DATE" | "TIME" | "CARDINAL" => self.is_no_time(&tokens),
            _ => false,
        }
    }

    /// "BYESVILLE, Ohio (AP) —": a name that opens a part of the article before a dash.
    fn opens_article(&self, tokens: Range<usize>) -> bool {
        let doc = self.doc;
        let opens =
            tokens.start == 0 || doc.sentence_of(tokens.start) != doc.sentence_of(tokens.start - 1);
        let ahead = doc.range(tokens.end..tokens.end + 8);
        opens
            && ahead
                .take_while(|t| t.sentence() <= doc.sentence_of(tokens.start) + 1)
                .find(|t| t.text().starts_with(['-', '—', '–']))
                .is_some_and(|dash| dash.i <= tokens.end + 5)
    }

    /// "KALEM", a line of its own above the story: a town in capitals.
    fn stands_alone(&self, tokens: &Range<usize>) -> bool {
        let doc = self.doc;
        let words = self.words(tokens.clone());
        let sentence = &doc.sentences()[doc.sentence_of(tokens.start)].tokens;
        let alone = doc
            .range(sentence.clone())
            .all(|t| tokens.contains(&t.i) || matches!(t.pos(), Pos::Punct | Pos::Space));
        alone
            && words.len() > 4
            && words.chars().all(|c| c.is_uppercase() || c == ' ')
            && self.largest(tokens.clone()) > 1_000.0
    }

    /// Places inside other names: "Ohio Supreme Court", "University of Texas", "Paris police".
    fn in_names(&mut self) {
        let doc = self.doc;
        for name in doc.names() {
            if !matches!(doc.name_label(name), "ORG" | "FAC" | "EVENT" | "LAW") {
                continue;
            }
            let tokens = trimmed(doc, name.first as usize..(name.end as usize).min(doc.len()));
            if tokens.len() < 2 {
                continue;
            }
            let last = doc.tok(tokens.end - 1);
            if is_street_word(last.lower()) || last.text() == "&" {
                continue;
            }
            let first = tokens.start;
            let lead = (first + 1..tokens.end.min(first + 4))
                .rev()
                .find(|&end| self.is_well_known(first..end));
            if let Some(end) = lead {
                self.add(first..end, Use::InName);
            }
            let behind = doc
                .range(tokens.clone())
                .find(|t| matches!(t.lower(), "of" | "at" | "in") && t.i + 1 < tokens.end);
            if let Some(link) = behind {
                let at = link.i + 1 + usize::from(doc.tok(link.i + 1).lower() == "the");
                let end = (at + 1..=tokens.end.min(at + 3))
                    .rev()
                    .find(|&end| self.is_well_known(at..end));
                if let Some(end) = end {
                    self.add(at..end, Use::InName);
                }
            }
        }
    }

    /// Known, and no word that names begin with anyway.
    fn is_well_known(&self, tokens: Range<usize>) -> bool {
        let capital = self.doc.range(tokens.clone()).all(|t| is_capitalised(t));
        if !capital || tokens.clone().any(|i| self.taken[i]) {
            return false;
        }
        let words = self.words(tokens.clone());
        // "PARIS" and "Paris", but "AP", "BP", "NATO" are initials.
        let initials =
            words.len() < 5 && !words.chars().any(char::is_lowercase) && !words.contains('.');
        let found = self.gazetteer.find(words);
        // "*University* of Elm City", "Elm *Channel*": what a name is of, and not where.
        !initials
            && !self.is_common_word(&tokens)
            && found.iter().any(|id| {
                let place = self.gazetteer.place(*id);
                !place.kind.is_settlement() || place.population > 15_000.0 || tokens.len() > 1
            })
    }

    /// The names found so far, wherever they stand again.
    fn again(&mut self) {
        let doc = self.doc;
        let named: BTreeSet<&str> = self
            .found
            .iter()
            .filter(|t| matches!(t.used, Use::Place | Use::Actor) && t.tokens.len() <= 4)
            .map(|t| t.span.slice(doc.text()))
            .collect();
        for tok in doc.toks() {
            if self.taken[tok.i] || !is_capitalised(tok) {
                continue;
            }
            let end = (tok.i + 1..=doc.len().min(tok.i + 4)).rev().find(|&end| {
                named.contains(self.words(tok.i..end)) && doc.sentence_of(end - 1) == tok.sentence()
            });
            let Some(end) = end else { continue };
            let in_person =
                tok.name_label() == "PERSON" && tok.name().is_some_and(|n| n.end - n.first > 1);
            if in_person || self.persons.contains(tok.text()) && end == tok.i + 1 {
                continue;
            }
            let part = tok
                .name()
                .is_some_and(|n| (n.end as usize) > end || (n.first as usize) < tok.i);
            self.add(tok.i..end, if part { Use::InName } else { Use::Place });
        }
    }
}

/// "pro-Kalem", "anti-Moscow": a stance towards a government, and no place.
fn takes_side(doc: &Document, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map(|i| doc.tok(i).lower());
    before(1) == Some("-") && matches!(before(2), Some("pro" | "anti"))
}

/// "Police cleared …": a common word with the capital of its sentence, though a town has the name.
fn opens_with_word(doc: &Document, tokens: &Range<usize>) -> bool {
    let first = doc.tok(tokens.start);
    let opens = first
        .prev()
        .is_none_or(|p| p.sentence() != first.sentence());
    let common = casing(first.lower()) == Some(Casing::Lower) && !is_country(first.lower());
    tokens.len() == 1 && opens && common
}

/// "the University", "Town": what a town has, or is, and not one's name.
fn is_kind_alone(doc: &Document, tokens: &Range<usize>) -> bool {
    let word = doc.tok(tokens.start).lower();
    tokens.len() == 1 && (is_building_word(word) || is_kind_of_place(word))
}

/// Whether the sentence of a token has capitals on most of its longer words.
fn is_headline(doc: &Document, at: usize) -> bool {
    let sentence = doc.sentences()[doc.sentence_of(at)].tokens.clone();
    let long: Vec<Tok<'_>> = doc
        .range(sentence)
        .filter(|t| t.text().len() > 3 && t.text().starts_with(char::is_alphabetic))
        .collect();
    let capitals = long.iter().filter(|t| is_capitalised(**t)).count();
    capitals * 3 > long.len() * 2
}

fn is_capitalised(tok: Tok<'_>) -> bool {
    tok.text().starts_with(|c: char| c.is_uppercase())
}

fn begins_large(doc: &Document, tokens: &Range<usize>) -> bool {
    !tokens.is_empty() && doc.range(tokens.clone()).any(is_capitalised)
}

/// Words of names of persons with several words: a place is rarely meant by them alone.
fn person_words(doc: &Document) -> BTreeSet<&str> {
    let of_several = doc
        .names()
        .iter()
        .filter(|n| doc.name_label(n) == "PERSON" && n.end - n.first > 1)
        .flat_map(|n| doc.range(n.first as usize..n.end as usize));
    // "Dan “Red” Kalem"
    let behind_a_nickname = doc.toks().filter(|t| {
        let before = |back: usize| t.i.checked_sub(back).map(|i| doc.tok(i));
        let named = |tok: Option<Tok<'_>>| tok.is_some_and(|t| t.name_label() == "PERSON");
        let mark =
            |tok: Option<Tok<'_>>, signs: &str| tok.is_some_and(|t| signs.contains(t.text()));
        t.pos() == Pos::Propn
            && mark(before(1), "\"”’'")
            && mark(before(3), "\"“‘'")
            && named(before(4))
            && before(4).is_some_and(|first| first.sentence() == t.sentence())
    });
    of_several
        .chain(behind_a_nickname)
        .filter(|t| t.text().len() > 2)
        .map(Tok::text)
        .collect()
}

/// A name cut at its commas: "Paris, Texas" is two.
fn parts(doc: &Document, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        if matches!(
            doc.tok(i).text(),
            "," | "/" | ";" | "(" | ")" | "--" | "—" | "–"
        ) {
            parts.push(trimmed(doc, start..i));
            start = i + 1;
        }
    }
    parts.push(trimmed(doc, start..tokens.end));
    parts
}

/// Without article, possessive, direction and stray signs.
fn trimmed(doc: &Document, tokens: Range<usize>) -> Range<usize> {
    // "al-Shaddadi" begins with its article.
    let opens_name = |t: Tok<'_>| {
        let article =
            t.lower().starts_with("al") && t.i + 1 < doc.len() && doc.tok(t.i + 1).text() == "-";
        is_capitalised(t) || t.text().starts_with(|c: char| c.is_ascii_digit()) || article
    };
    let drops_before = |t: Tok<'_>| t.lower() == "the" || !opens_name(t);
    let drops_after = |t: Tok<'_>| {
        matches!(
            t.text(),
            "'s" | "’s" | "'" | "’" | "-" | ":" | "\"" | "”" | "." | "?" | "!"
        ) || t.pos() == Pos::Space
    };
    let mut range = tokens;
    while !range.is_empty() && drops_before(doc.tok(range.start)) {
        range.start += 1;
    }
    while !range.is_empty() && drops_after(doc.tok(range.end - 1)) {
        range.end -= 1;
    }
    range
}

fn is_feature_word(word: &str) -> bool {
    matches!(
        word,
        "river"
            | "lake"
            | "creek"
            | "island"
            | "islands"
            | "bay"
            | "valley"
            | "mountain"
            | "mountains"
            | "desert"
            | "sea"
            | "ocean"
            | "gulf"
            | "strait"
            | "peninsula"
            | "beach"
            | "canyon"
            | "forest"
            | "hills"
            | "park"
            | "heights"
            | "falls"
    )
}

fn is_division_word(word: &str) -> bool {
    matches!(
        word,
        "county"
            | "parish"
            | "province"
            | "governorate"
            | "oblast"
            | "district"
            | "region"
            | "prefecture"
            | "township"
            | "borough"
    )
}

/// People and offices that news names by their town.
fn is_person_of_a_town(word: &str) -> bool {
    matches!(
        word,
        "police"
            | "man"
            | "men"
            | "woman"
            | "women"
            | "boy"
            | "girl"
            | "teen"
            | "teens"
            | "teenager"
            | "teenagers"
            | "resident"
            | "residents"
            | "couple"
            | "mayor"
            | "firefighters"
            | "officer"
            | "officers"
    )
}

/// Words that stand beside the name of an inhabited place or a division.
fn is_kind_of_place(lemma: &str) -> bool {
    matches!(
        lemma,
        "town"
            | "city"
            | "village"
            | "hamlet"
            | "suburb"
            | "district"
            | "neighborhood"
            | "neighbourhood"
            | "governorate"
            | "province"
            | "territory"
    )
}

/// Buildings and grounds that are called after a place, a person or a saint.
fn is_building_word(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "hospital"
            | "clinic"
            | "center"
            | "centre"
            | "school"
            | "hs"
            | "academy"
            | "college"
            | "university"
            | "jail"
            | "prison"
            | "courthouse"
            | "church"
            | "mosque"
            | "apartments"
            | "hall"
            | "hotel"
            | "motel"
            | "inn"
            | "mall"
            | "plaza"
            | "stadium"
            | "airport"
            | "library"
            | "theater"
            | "theatre"
    )
}

fn is_street_word(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "street"
            | "st"
            | "avenue"
            | "ave"
            | "road"
            | "rd"
            | "drive"
            | "dr"
            | "boulevard"
            | "blvd"
            | "lane"
            | "ln"
            | "highway"
            | "parkway"
            | "pike"
            | "way"
            | "court"
            | "place"
            | "square"
            | "turnpike"
            | "expressway"
            | "freeway"
    )
}

/// "Kalem Superior Court" beside "Kalem Court", which is a street.
fn is_kind_of_court(word: &str) -> bool {
    matches!(
        word,
        "superior"
            | "county"
            | "district"
            | "circuit"
            | "municipal"
            | "supreme"
            | "magistrate"
            | "magistrates"
            | "crown"
            | "criminal"
            | "high"
    )
}

/// "March", "Friday", "Christmas": times with a capital.
fn is_in_the_calendar(word: &str) -> bool {
    MONTHS.contains(&word)
        || WEEKDAYS.contains(&word)
        || matches!(
            word,
            "christmas" | "easter" | "ramadan" | "muharram" | "quarter" | "fiscal"
        )
}

fn is_street_plural(word: &str) -> bool {
    matches!(
        word,
        "streets" | "avenues" | "roads" | "drives" | "boulevards" | "lanes" | "sts" | "aves"
    )
}

/// "State police", "Metro police": whose they are and no town.
fn is_kind_of_police(word: &str) -> bool {
    matches!(
        word,
        "state"
            | "county"
            | "city"
            | "metro"
            | "park"
            | "campus"
            | "school"
            | "university"
            | "transit"
            | "capitol"
            | "military"
            | "riot"
            | "federal"
            | "local"
            | "national"
            | "border"
    )
}

/// "SE", "Downtown", "the West Side": a part of any town.
fn is_part_of_any_town(words: &str) -> bool {
    let side = words.strip_suffix(" Side").unwrap_or(words);
    let side = ["Far ", "Near ", "Lower ", "Upper "]
        .iter()
        .find_map(|how| side.strip_prefix(how))
        .unwrap_or(side);
    is_direction(&side.to_lowercase())
        || matches!(
            words,
            "N" | "S"
                | "E"
                | "W"
                | "NE"
                | "NW"
                | "SE"
                | "SW"
                | "N.E."
                | "N.W."
                | "S.E."
                | "S.W."
                | "Downtown"
                | "Uptown"
                | "Midtown"
                | "Metro"
        )
}

/// "West Nile virus", "Marburg fever": what is named after a place is not there.
fn names_a_disease(doc: &Document, end: usize) -> bool {
    doc.range(end..end + 1).any(|t| {
        matches!(
            t.lower(),
            "virus"
                | "fever"
                | "disease"
                | "flu"
                | "syndrome"
                | "ebolavirus"
                | "strain"
                | "vaccine"
        )
    })
}

/// The country of a word for its people or things.
pub(super) fn country_of_adjective(word: &str) -> Option<&'static countries::Country> {
    countries::by_adjective(word)
}
