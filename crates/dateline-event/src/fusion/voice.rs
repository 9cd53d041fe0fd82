//! Near-copies of one story (MinHash over runs of words; Broder 1997).

use super::story::{Signature, Story};

/// Words in a run.
const RUN: usize = 4;
/// Hashes in a signature: the share of equal ones is known to about ±.06.
const HASHES: usize = 64;
/// Share of equal hashes from which one text copies the other.
const COPY: f64 = 0.5;
/// The same where both credit one agency.
const COPY_OF_AGENCY: f64 = 0.25;

pub(super) fn signature<'w>(words: impl IntoIterator<Item = &'w str>) -> Signature {
    let words: Vec<u64> = words.into_iter().map(hash).collect();
    let mut least = vec![u64::MAX; HASHES];
    for run in words.windows(RUN) {
        let whole = run
            .iter()
            .fold(0, |sum: u64, &w| mixed(sum.rotate_left(7) ^ w));
        for (i, slot) in least.iter_mut().enumerate() {
            *slot = (*slot).min(mixed(
                whole ^ (i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15),
            ));
        }
    }
    if words.len() < RUN {
        least.clear();
    }
    Signature(least)
}

/// FNV-1a: the same on every machine.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// SplitMix64's finish.
fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Whether one copies the other, wholly or for the most part.
pub(super) fn copies(one: &Story, two: &Story) -> bool {
    // One article is one voice.
    if one.id == two.id {
        return true;
    }
    let (a, b) = (&one.wording.0, &two.wording.0);
    if a.is_empty() || a.len() != b.len() {
        return false;
    }
    let equal = a.iter().zip(b).filter(|(x, y)| x == y).count();
    let share = equal as f64 / a.len() as f64;
    let agency = one.agency.is_some() && one.agency == two.agency;
    share >= if agency { COPY_OF_AGENCY } else { COPY }
}

/// Identifiers of tellings by voice, each voice and all of them sorted.
pub(super) fn voices(tellers: &[(&str, &Story)]) -> Vec<Vec<String>> {
    let mut voices: Vec<Vec<usize>> = Vec::new();
    for (i, (_, story)) in tellers.iter().enumerate() {
        let same = |voice: &Vec<usize>| voice.iter().any(|&m| copies(tellers[m].1, story));
        // A text may join two voices that did not know each other.
        let (mut joined, apart): (Vec<_>, Vec<_>) = voices.into_iter().partition(same);
        voices = apart;
        let mut voice: Vec<usize> = joined.drain(..).flatten().collect();
        voice.push(i);
        voices.push(voice);
    }
    let ids = |voice: Vec<usize>| {
        let mut ids: Vec<String> = voice.iter().map(|&m| tellers[m].0.to_owned()).collect();
        ids.sort();
        ids
    };
    let mut voices: Vec<Vec<String>> = voices.into_iter().map(ids).collect();
    voices.sort();
    voices
}
