//! Ids made from content: reading the same text again gives the same ids.

use dateline_span::Span;
use sha2::{Digest, Sha256};

/// Gives out the ids of one article's claims and incidents.
#[derive(Debug)]
pub struct Ids<'a> {
    article: &'a str,
    given: Vec<String>,
}

impl<'a> Ids<'a> {
    /// For the article with this id.
    pub fn new(article: &'a str) -> Self {
        Self {
            article,
            given: Vec::new(),
        }
    }

    /// The id of a claim: it depends on the event and its trigger, and, where one trigger carries
    /// several claims of one event, on their order.
    pub fn claim(&mut self, event: &str, trigger: Span) -> String {
        let key = format!("claim\n{event}\n{}\n{}", trigger.start, trigger.end);
        self.next("", 8, &key)
    }

    /// The id of an incident: it depends on its claims.
    pub fn incident(&mut self, claims: &[String]) -> String {
        self.next("i", 7, &format!("incident\n{}", claims.join("\n")))
    }

    /// The id of the article's quote with this index.
    pub fn quote(&self, index: usize) -> String {
        format!("{}.q{}", self.article, index + 1)
    }

    fn next(&mut self, prefix: &str, digits: usize, key: &str) -> String {
        let id = (0usize..)
            .map(|n| {
                format!(
                    "{}.{prefix}{}",
                    self.article,
                    short_hash(&format!("{key}\n{n}"), digits)
                )
            })
            .find(|id| !self.given.contains(id))
            .unwrap_or_default();
        self.given.push(id.clone());
        id
    }
}

/// The first hexadecimal digits of a text's SHA-256.
pub(crate) fn short_hash(text: &str, digits: usize) -> String {
    let mut hex: String = Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    hex.truncate(digits);
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_claim_gets_the_same_id_and_a_second_one_another() {
        let trigger = Span::new(10, 14);
        let mut once = Ids::new("00112233445566aa");
        let mut again = Ids::new("00112233445566aa");
        let first = once.claim("ASSAULT/firearms", trigger);
        assert_eq!(first, again.claim("ASSAULT/firearms", trigger));
        assert_ne!(first, once.claim("ASSAULT/firearms", trigger));
        assert_ne!(first, once.claim("ASSAULT/firearms", Span::new(10, 15)));
        assert!(first.starts_with("00112233445566aa."));
        assert_eq!(first.len(), 16 + 1 + 8);
    }
}
