//! Sorted tables of strings that load without building anything.

use crate::model::{Decoder, Encoder, ModelError};

/// A set of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordList {
    /// The words one after another, in order.
    text: Box<str>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl WordList {
    /// The set of these words.
    pub fn new(mut words: Vec<String>) -> Self {
        words.sort_unstable();
        words.dedup();
        let mut text = String::new();
        let mut ends = Vec::new();
        for word in &words {
            text.push_str(word);
            ends.push(text.len() as u32);
        }
        Self {
            text: text.into(),
            ends,
        }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn word(&self, i: usize) -> &str {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text
            .get(start as usize..self.ends[i] as usize)
            .unwrap_or("")
    }

    /// Whether `word` is one of them.
    pub fn contains(&self, word: &str) -> bool {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        false
    }

    pub(super) fn encode(&self, out: &mut Encoder) {
        out.str(&self.text);
        out.u32(self.ends.len() as u32);
        for end in &self.ends {
            out.u32(*end);
        }
    }

    pub(super) fn decode(section: &mut Decoder<'_>) -> Result<Self, ModelError> {
        let text: Box<str> = section.str()?.into();
        let count = section.u32()?;
        let ends = (0..count)
            .map(|_| section.u32())
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { text, ends })
    }
}

/// Strings by the id of another string ([`string_id`](super::lex::string_id)).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StringMap {
    entries: Vec<(u64, Box<str>)>,
}

impl StringMap {
    /// The map of these entries; of entries with the same id, the last one counts.
    pub fn new(entries: Vec<(u64, String)>) -> Self {
        let mut entries: Vec<(u64, Box<str>)> = entries
            .into_iter()
            .rev()
            .map(|(id, text)| (id, text.into()))
            .collect();
        entries.sort_by_key(|(id, _)| *id);
        entries.dedup_by_key(|(id, _)| *id);
        Self { entries }
    }

    /// The string for an id.
    pub fn get(&self, id: u64) -> Option<&str> {
        let found = self.entries.binary_search_by_key(&id, |(id, _)| *id);
        found.ok().map(|i| &*self.entries[i].1)
    }

    /// As bytes.
    pub fn encode(&self, out: &mut Encoder) {
        out.u32(self.entries.len() as u32);
        for (id, text) in &self.entries {
            out.u64(*id);
            out.str(text);
        }
    }

    /// From bytes that [`StringMap::encode`] wrote.
    pub(super) fn decode(section: &mut Decoder<'_>) -> Result<Self, ModelError> {
        let count = section.u32()?;
        let entries = (0..count)
            .map(|_| Ok((section.u64()?, section.str()?.into())))
            .collect::<Result<_, ModelError>>()?;
        Ok(Self { entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_knows_its_words_and_no_others() {
        let list = WordList::new(["tank", "air", "été", "air"].map(String::from).to_vec());
        assert_eq!(list.len(), 3);
        assert!(["air", "tank", "été"].iter().all(|w| list.contains(w)));
        assert!(
            ["", "a", "airt", "tanks", "z"]
                .iter()
                .all(|w| !list.contains(w))
        );
        assert!(!WordList::default().contains(""));
    }

    #[test]
    fn the_last_entry_of_an_id_counts() {
        let map = StringMap::new(vec![(7, "a".into()), (3, "b".into()), (7, "c".into())]);
        assert_eq!(
            (map.get(7), map.get(3), map.get(5)),
            (Some("c"), Some("b"), None)
        );
    }
}
