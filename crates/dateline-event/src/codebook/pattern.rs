//! The small language in which an entry writes its words.
//!
//! A pattern is a line of words. The first bare word is the head, the lemma that triggers it;
//! `|` separates alternatives everywhere.
//!
//! | written | means |
//! |---|---|
//! | `shoot` | the verb (or noun) itself |
//! | `open fire` | head and a fixed companion: object, particle or predicate |
//! | `open fire on` | … and a preposition or particle |
//! | `come under fire` | … the word after a preposition is what it governs |
//! | `fire {weapon}` | the object must be there and be of that class ([`NounClass`]) |
//! | `fire {!person}` | if there is an object, it must not be of that class |
//! | `withdraw from {place}` | what the preposition governs is of that class |
//! | `{armed} advance` | the subject is of that class |
//! | `agree [clause]` | an infinitive or that-clause must follow |
//! | `tell {agent} [to]` | an infinitive must follow |
//! | `vow [clause:avenge\|punish]` | … whose verb is one of these |
//! | `warn [own:suspend\|expel]` | a clause follows that says what the speaker will do ("that *it would suspend* flights") |
//! | `order [done:close\|shut]` | a clause follows by which that is to be done ("… the port *to be closed*") |
//! | `say [must]` | a clause goes with it, behind or before, in which somebody must, or a state should, do something |
//!
//! `~joint|allied` asks that one of these words stands somewhere below the trigger, and
//! `return something to` that there is an object, whatever it is. `!object` at the end asks that there is none,
//! `!subject` that nobody is told to do it, `!predicate` that nothing is said of the object. In noun patterns the words before the head are
//! its modifiers: `gun attack`, `attempt on life`; a class at the start is who does it.

use dateline_data::{ClassSet, NounClass};

/// Prepositions and particles: words that link instead of naming a companion.
const LINKS: &[&str] = &[
    "about",
    "across",
    "after",
    "against",
    "alongside",
    "amid",
    "along",
    "among",
    "around",
    "as",
    "at",
    "away",
    "back",
    "before",
    "behind",
    "between",
    "by",
    "down",
    "during",
    "for",
    "forward",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "outside",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "over",
    "through",
    "to",
    "together",
    "toward",
    "towards",
    "under",
    "up",
    "upon",
    "via",
    "with",
    "within",
    "without",
];

/// Verbs that stand in almost every text: alone they name no event.
const EVERYWHERE: &[&str] = &[
    "be", "have", "do", "say", "make", "get", "go", "come", "take", "give", "can", "will", "may",
];

/// What a slot admits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The classes named.
    pub classes: ClassSet,
    /// Written `{!…}`: none of the classes, and the slot may be empty.
    pub excluded: bool,
}

/// What must follow a preposition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Governed {
    /// Nothing in particular.
    Any,
    /// One of these lemmas.
    Words(Vec<Box<str>>),
    /// A noun of a class.
    Class(Slot),
}

/// A preposition or particle that must be there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Alternatives.
    pub words: Vec<Box<str>>,
    /// What it governs.
    pub governed: Governed,
}

/// A clause that must follow.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Following {
    /// Its verb is one of these lemmas; any, if none are named.
    pub verbs: Vec<Box<str>>,
    /// Whether it is an infinitive.
    pub infinitive: bool,
    /// Whether it says that somebody must.
    pub obliging: bool,
    /// Whether it is an infinitive of what is to be done to its subject.
    pub done: bool,
    /// Whether it says what its speaker will do.
    pub own: bool,
}

/// One way of naming an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern {
    /// As written in the file.
    pub text: Box<str>,
    /// Its line in the file, from 1; 0 where it comes from none.
    pub line: usize,
    /// Alternatives of the triggering lemma.
    pub head: Vec<Box<str>>,
    /// Class of the (logical) subject.
    pub subject: Option<Slot>,
    /// Whether nobody and nothing may be told to do it.
    pub subjectless: bool,
    /// Class of the (logical) object.
    pub object: Option<Slot>,
    /// Whether there must be no object.
    pub objectless: bool,
    /// Whether there must be an object, of whatever class.
    pub objectful: bool,
    /// Whether nothing may be said of the object ("called him *a liar*").
    pub unpredicated: bool,
    /// Fixed companions, each a list of alternatives; modifiers for a noun.
    pub companions: Vec<Vec<Box<str>>>,
    /// Prepositions and particles.
    pub links: Vec<Link>,
    /// The clause that must follow.
    pub clause: Option<Following>,
    /// Words one of which must stand somewhere below the trigger, each a list of alternatives.
    pub near: Vec<Vec<Box<str>>>,
}

impl Pattern {
    /// How much it asks for: of two patterns that match, the one that asks for more is meant.
    pub fn specificity(&self) -> usize {
        let governed = |link: &Link| match &link.governed {
            Governed::Any => 0,
            Governed::Words(_) => 2,
            Governed::Class(_) => 1,
        };
        3 * (self.companions.len() + self.near.len())
            + usize::from(self.objectful)
            + self.links.iter().map(|l| 2 + governed(l)).sum::<usize>()
            + [self.subject, self.object]
                .into_iter()
                .flatten()
                .map(|slot| if slot.excluded { 0 } else { 1 })
                .sum::<usize>()
            + self
                .clause
                .as_ref()
                .map_or(0, |c| if c.verbs.is_empty() { 1 } else { 3 })
    }

    /// Reads a verb pattern.
    ///
    /// # Errors
    /// What is wrong with it, for the entry's author.
    pub fn verb(text: &str) -> Result<Self, String> {
        let mut pattern = Self::empty(text);
        for word in text.split_whitespace() {
            pattern.add(word)?;
        }
        pattern.checked()
    }

    /// Reads a noun pattern: modifiers, head, prepositions.
    ///
    /// # Errors
    /// What is wrong with it, for the entry's author.
    pub fn noun(text: &str) -> Result<Self, String> {
        let mut pattern = Self::empty(text);
        let mut words: Vec<&str> = text.split_whitespace().collect();
        if words.first().is_some_and(|w| w.starts_with('{')) {
            pattern.add(words.remove(0))?;
        }
        let end = words
            .iter()
            .position(|w| is_link(w) || !is_plain(w))
            .unwrap_or(words.len());
        let Some(head) = end.checked_sub(1) else {
            return Err(needs_a_word(text));
        };
        pattern.head = alternatives(words[head]);
        pattern.companions = words[..head].iter().map(|w| alternatives(w)).collect();
        for word in &words[end..] {
            pattern.add(word)?;
        }
        pattern.checked()
    }

    fn empty(text: &str) -> Self {
        Self {
            text: text.into(),
            line: 0,
            head: Vec::new(),
            subject: None,
            subjectless: false,
            object: None,
            objectless: false,
            objectful: false,
            unpredicated: false,
            companions: Vec::new(),
            links: Vec::new(),
            clause: None,
            near: Vec::new(),
        }
    }

    fn add(&mut self, word: &str) -> Result<(), String> {
        match word {
            "[clause]" => self.clause = Some(Following::default()),
            "[to]" => {
                self.clause = Some(Following {
                    infinitive: true,
                    ..Following::default()
                });
            }
            "[must]" => {
                self.clause = Some(Following {
                    obliging: true,
                    ..Following::default()
                });
            }
            "!subject" => self.subjectless = true,
            "!object" => self.objectless = true,
            "!predicate" => self.unpredicated = true,
            "something" if !self.head.is_empty() => self.objectful = true,
            _ if word.starts_with('~') && is_plain(&word[1..]) => {
                self.near.push(alternatives(&word[1..]));
            }
            _ if word.starts_with("[clause:") && word.ends_with(']') => {
                self.clause = Some(Following {
                    verbs: alternatives(&word[8..word.len() - 1]),
                    ..Following::default()
                });
            }
            _ if word.starts_with("[done:") && word.ends_with(']') => {
                self.clause = Some(Following {
                    verbs: alternatives(&word["[done:".len()..word.len() - 1]),
                    done: true,
                    ..Following::default()
                });
            }
            _ if word.starts_with("[own:") && word.ends_with(']') => {
                self.clause = Some(Following {
                    verbs: alternatives(&word["[own:".len()..word.len() - 1]),
                    own: true,
                    ..Following::default()
                });
            }
            _ if word.starts_with('{') => self.add_slot(slot(word)?)?,
            _ if !is_plain(word) => {
                return Err(format!("`{word}` is no word, {{class}} or [clause]"));
            }
            _ if self.head.is_empty() => self.head = alternatives(word),
            _ if !is_link(word) && word.split('|').any(|w| LINKS.contains(&w)) => {
                return Err(format!(
                    "`{word}` mixes prepositions with other words; write two patterns"
                ));
            }
            _ if is_link(word) => self.links.push(Link {
                words: alternatives(word),
                governed: Governed::Any,
            }),
            _ => match self.links.last_mut() {
                Some(link) if link.governed == Governed::Any => {
                    link.governed = Governed::Words(alternatives(word));
                }
                Some(_) => return Err(format!("`{word}` follows a finished preposition")),
                None => self.companions.push(alternatives(word)),
            },
        }
        Ok(())
    }

    fn add_slot(&mut self, slot: Slot) -> Result<(), String> {
        let place = if self.head.is_empty() {
            &mut self.subject
        } else if let Some(link) = self.links.last_mut() {
            if link.governed != Governed::Any {
                return Err("two things after one preposition".into());
            }
            link.governed = Governed::Class(slot);
            return Ok(());
        } else {
            &mut self.object
        };
        if place.replace(slot).is_some() {
            return Err("two classes for one slot; write `{a|b}`".into());
        }
        Ok(())
    }

    fn checked(self) -> Result<Self, String> {
        if self.head.is_empty() {
            return Err(needs_a_word(&self.text));
        }
        if self.specificity() == 0 && self.head.iter().any(|h| EVERYWHERE.contains(&&**h)) {
            return Err(format!(
                "`{}` alone would match almost everything; say what must go with it",
                self.text
            ));
        }
        if self.objectless && (self.object.is_some() || self.objectful) {
            return Err("`!object` and a class for the object contradict each other".into());
        }
        if self.subjectless && self.subject.is_some() {
            return Err("`!subject` and a class for the subject contradict each other".into());
        }
        Ok(self)
    }
}

fn needs_a_word(text: &str) -> String {
    format!("`{text}` has no head word and would match everything; name at least one verb or noun")
}

fn alternatives(word: &str) -> Vec<Box<str>> {
    word.split('|').map(|w| w.to_lowercase().into()).collect()
}

fn is_link(word: &str) -> bool {
    word.split('|').all(|w| LINKS.contains(&w))
}

/// Letters, hyphens, apostrophes, and `|` with something on both sides.
fn is_plain(word: &str) -> bool {
    word.split('|').all(|w| {
        !w.is_empty()
            && w.chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '.'))
    })
}

fn slot(word: &str) -> Result<Slot, String> {
    let Some(inner) = word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) else {
        return Err(format!("`{word}` lacks its closing brace"));
    };
    let (excluded, names) = match inner.strip_prefix('!') {
        Some(names) => (true, names),
        None => (false, inner),
    };
    Ok(Slot {
        classes: classes(names)?,
        excluded,
    })
}

/// Reads `a|b|c` as classes of nouns.
///
/// # Errors
/// Names the class that does not exist, and those that do.
pub fn classes(names: &str) -> Result<ClassSet, String> {
    let mut set = ClassSet::default();
    for name in names.split('|') {
        match NounClass::parse(name) {
            Some(class) => set.insert(class),
            None => match ClassSet::group(name) {
                Some(group) => set = set.union(group),
                None => {
                    return Err(format!(
                        "there is no class of nouns `{name}`; there are {}",
                        ClassSet::names().join(", ")
                    ));
                }
            },
        }
    }
    Ok(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_patterns_are_read_word_by_word() {
        let p = Pattern::verb("{armed} open|start fire on|at {person|facility}").unwrap();
        assert_eq!(p.head, ["open".into(), "start".into()]);
        assert!(p.subject.is_some() && p.object.is_none());
        assert_eq!(p.companions, [vec!["fire".into()]]);
        assert_eq!(p.links[0].words, ["on".into(), "at".into()]);
        assert!(matches!(p.links[0].governed, Governed::Class(_)));
    }

    #[test]
    fn a_word_after_a_preposition_is_what_it_governs() {
        let p = Pattern::verb("come under attack|fire").unwrap();
        assert_eq!(
            p.links[0].governed,
            Governed::Words(vec!["attack".into(), "fire".into()])
        );
    }

    #[test]
    fn noun_patterns_end_in_their_head() {
        let p = Pattern::noun("hit-and-run attack on {facility}").unwrap();
        assert_eq!(p.head, ["attack".into()]);
        assert_eq!(p.companions, [vec!["hit-and-run".into()]]);
        assert_eq!(p.links.len(), 1);
    }

    #[test]
    fn a_pattern_that_matches_everything_is_refused() {
        for text in ["", "{person}", "[clause]"] {
            assert!(
                Pattern::verb(text)
                    .unwrap_err()
                    .contains("match everything")
            );
        }
        assert!(
            Pattern::verb("be")
                .unwrap_err()
                .contains("almost everything")
        );
        assert!(
            Pattern::noun("of {person}")
                .unwrap_err()
                .contains("match everything")
        );
    }

    #[test]
    fn words_nearby_and_any_object_are_asked_for() {
        let p = Pattern::verb("return something to ~artefact|relic").unwrap();
        assert!(p.objectful && p.companions.is_empty());
        assert_eq!(p.near, [vec!["artefact".into(), "relic".into()]]);
        assert!(
            Pattern::verb("~joint")
                .unwrap_err()
                .contains("match everything")
        );
        assert!(Pattern::verb("meet something !object").is_err());
        assert!(Pattern::verb("{armed} hit {facility} !subject").is_err());
    }

    #[test]
    fn an_unknown_class_is_named_with_those_that_exist() {
        let error = Pattern::verb("shoot {persn}").unwrap_err();
        assert!(error.contains("`persn`") && error.contains("person"));
        assert!(
            Pattern::verb("beat with|unconscious")
                .unwrap_err()
                .contains("two patterns")
        );
    }

    #[test]
    fn the_pattern_that_asks_for_more_is_more_specific() {
        let plain = Pattern::verb("fire").unwrap();
        let full = Pattern::verb("fire {weapon} at").unwrap();
        assert!(full.specificity() > plain.specificity());
    }
}
