//! Where articles begin on a page.
//!
//! A *head* is a run of lines that are no prose, between two stretches of prose: a headline with
//! captions, bylines and furniture around it, but also a mere subheading or an advert. Each head's
//! best headline candidate is found, and evidence is summed for the head opening a new article.

use super::byline;
use super::cohesion::{share, stems};
use super::evidence::Role;
use super::furniture::{RelatedLine, is_part_label, related_opener};
use super::line::{Block, LONG_TEXT, key};
use crate::stamp;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Points at which a head opens a new article.
const SPLIT: i32 = 30;
/// Paragraphs after a head that are compared with what went before it.
const AHEAD: usize = 4;
/// Blocks before a head that are looked at.
const BEHIND: usize = 25;
/// Paragraphs between two blank lines from which blank lines part articles and no paragraphs.
const PARTED: usize = 3;
/// Number of bare clock times or ages at which a page is a live blog: its entries are no articles.
const LIVE_ENTRIES: usize = 3;

/// Words up to which a line that ends with a full stop may be a headline or a standfirst below it.
const STOPPED_WORDS: usize = 12;
/// Words from which a line below such a headline opens the story.
const STORY_WORDS: usize = 25;

/// One article's stretch of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// Its blocks.
    pub blocks: Range<usize>,
    /// The block that is its headline.
    pub title: Option<usize>,
}

/// Cuts the page's blocks into articles. `roles` are the blocks' roles as far as each line alone
/// shows them.
pub(crate) fn regions(blocks: &[Block<'_>], roles: &[Role]) -> Vec<Region> {
    Segmenter::new(blocks, roles).regions()
}

/// Whether a line could be a headline or subheading, as far as its form shows.
pub(crate) fn is_heading_like(block: &Block<'_>) -> bool {
    is_heading_long(block)
        && (!block.ends_with_stop() || is_title_case(block.text))
        && !block.text.ends_with([',', ';'])
        && block.sentences() <= 2
}

/// Whether a line is short enough for a headline and begins as one, however it ends.
fn is_heading_long(block: &Block<'_>) -> bool {
    let first = block.text.chars().find(|c| c.is_alphanumeric());
    block.text.len() <= LONG_TEXT
        && (1..=25).contains(&block.words)
        && block.line == block.last_line
        && !block.text.starts_with(['-', '•', '*', '·', '–', '—'])
        && first.is_some_and(|c| !c.is_lowercase())
}

/// Whether a line is the headline of a database's record, however it ends: apart from what stands before,
/// and right above its day, the label of its abstract or a dateline, maybe with a second line of the headline between.
fn is_headed_record(blocks: &[Block<'_>], roles: &[Role], usual_gap: u32, at: usize) -> bool {
    let block = &blocks[at];
    let label = |at: usize| {
        blocks.get(at).is_some_and(|below| {
            below.gap == 0
                && (roles[at] == Role::Stamp && names_day(below)
                    || is_part_label(&below.key)
                    || byline::dateline(below.text, 0).is_some())
        })
    };
    let goes_on = block.text.ends_with(';')
        && blocks
            .get(at + 1)
            .is_some_and(|below| below.gap == 0 && is_heading_long(below));
    (at == 0 || block.gap > usual_gap)
        && is_heading_long(block)
        && block.sentences() <= 1
        && (label(at + 1) || goes_on && label(at + 2))
}

/// Whether a line that ends with a full stop is a headline by what stands around it: apart from what stands
/// before, and right above a wire's dateline or, where blank lines part articles alone, a paragraph; or first on the
/// page, above short lines and a paragraph.
fn is_stopped_headline(
    blocks: &[Block<'_>],
    roles: &[Role],
    usual_gap: u32,
    parted: bool,
    at: usize,
) -> bool {
    let block = &blocks[at];
    let short =
        |block: &Block<'_>| (2..=STOPPED_WORDS).contains(&block.words) && block.sentences() <= 1;
    if !short(block)
        || block.words < 4
        || !is_heading_long(block)
        || !(at == 0 || block.gap > usual_gap)
    {
        return false;
    }
    let story = (at + 1..blocks.len())
        .find(|&below| !(at == 0 && roles[below] == Role::Prose && short(&blocks[below])));
    story.is_some_and(|story| {
        let standfirsts = story - at - 1;
        let dated = byline::dateline(blocks[story].text, 0).is_some();
        let told = roles[story] == Role::Prose && blocks[story].words >= STORY_WORDS;
        dated || ((1..=3).contains(&standfirsts) || parted && at > 0) && told
    })
}

/// Whether nearly all longer words are capitalised, as American headlines have it even where they end
/// with a full stop.
fn is_title_case(text: &str) -> bool {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() >= 4)
        .collect();
    let capitals = words
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    words.len() >= 5 && capitals * 10 >= words.len() * 9
}

struct Segmenter<'a> {
    blocks: &'a [Block<'a>],
    roles: &'a [Role],
    /// Whether each block could be a headline.
    open: Vec<bool>,
    /// Whether each block lies in a list under a header such as "Related".
    listed: Vec<bool>,
    /// The usual number of blank lines between paragraphs.
    usual_gap: u32,
    /// Whether blank lines stand between stretches of many paragraphs alone, as where articles are laid end to end.
    parted: bool,
    live: bool,
}

impl<'a> Segmenter<'a> {
    fn new(blocks: &'a [Block<'a>], roles: &'a [Role]) -> Self {
        let mut open: Vec<bool> = blocks
            .iter()
            .zip(roles)
            .map(|(block, role)| *role == Role::Prose && is_heading_like(block))
            .collect();
        let usual_gap = usual_gap(blocks, roles, &open);
        let parted = usual_gap == 0 && are_parted(blocks, roles, &open);
        for (at, open) in open.iter_mut().enumerate() {
            *open |= roles[at] == Role::Prose
                && (is_headed_record(blocks, roles, usual_gap, at)
                    || is_stopped_headline(blocks, roles, usual_gap, parted, at));
        }
        let clocks = blocks
            .iter()
            .zip(roles)
            .filter(|(block, role)| **role == Role::Stamp && !names_day(block))
            .count();
        Self {
            blocks,
            roles,
            listed: related_lists(blocks, roles, &open),
            usual_gap,
            parted: usual_gap == 0 && are_parted(blocks, roles, &open),
            open,
            live: clocks >= LIVE_ENTRIES,
        }
    }

    fn is_prose(&self, at: usize) -> bool {
        self.roles[at] == Role::Prose && !self.open[at]
    }

    fn regions(&self) -> Vec<Region> {
        let count = self.blocks.len();
        if count == 0 {
            return Vec::new();
        }
        let mut regions: Vec<Region> = Vec::new();
        let mut start = 0;
        let mut title = None;
        let mut at = 0;
        while at < count {
            if self.is_prose(at) {
                if self.opens_without_headline(start, at) {
                    regions.push(Region {
                        blocks: start..at,
                        title,
                    });
                    start = at;
                    title = None;
                }
                at += 1;
                continue;
            }
            let end = (at..count)
                .find(|&next| self.is_prose(next))
                .unwrap_or(count);
            let head = at..end;
            if at == 0 {
                title = self.opening_title(head.clone());
            } else if end < count
                && let Some(candidate) = self.best_title(head.clone())
                && !self.is_same_title(title, candidate)
                && self.opens_article(&head, candidate, start..at, title.is_some())
            {
                let cut = self.boundary(at..candidate + 1);
                regions.push(Region {
                    blocks: start..cut,
                    title,
                });
                start = cut;
                title = Some(candidate);
            }
            at = end;
        }
        regions.push(Region {
            blocks: start..count,
            title,
        });
        regions
    }

    /// The headline of the page's first head; a page that is nothing but a list has none.
    fn opening_title(&self, head: Range<usize>) -> Option<usize> {
        let candidate = if self.live {
            head.clone()
                .find(|&at| self.open[at] && self.blocks[at].words >= 4)?
        } else {
            self.best_title(head.clone())?
        };
        let alone = head.end == self.blocks.len();
        let candidates = head.filter(|&at| self.open[at]).count();
        (!alone || candidates <= 2 || self.is_repeated(candidate, 0..self.blocks.len()))
            .then_some(candidate)
    }

    /// The most likely headline among a head's lines.
    fn best_title(&self, head: Range<usize>) -> Option<usize> {
        let lead = self.lead(head.end);
        let repeated = Repeats::of(&self.blocks[head.clone()]);
        let mut rivals = head.clone().filter(|&at| self.open[at]).count();
        let first = head
            .clone()
            .find(|&at| self.open[at] && self.blocks[at].words >= 4);
        let mut best: Option<(i32, usize)> = None;
        for at in head.clone().filter(|&at| self.open[at]) {
            rivals -= 1;
            let mut points = self.title_points(at, &lead);
            if first == Some(at) {
                points += 10;
            }
            if repeated.has(&self.blocks[at].key) {
                points += 30;
            }
            points -= 2 * i32::try_from(rivals.min(5)).unwrap_or(5);
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, at));
            }
        }
        // Of a headline said twice the first is the title, the second its repetition.
        let (_, best) = best?;
        head.clone()
            .find(|&at| self.open[at] && self.blocks[at].key == self.blocks[best].key)
    }

    /// What speaks for one line being the headline, apart from repetition and rivals after it.
    fn title_points(&self, at: usize, lead: &BTreeSet<String>) -> i32 {
        let block = &self.blocks[at];
        let mut points = (share(&stems(block.text), lead) * 20.0) as i32;
        points += match block.words {
            0..=2 => -15,
            3 => 0,
            4..=20 => 8,
            _ => 0,
        };
        if block.text.ends_with(':') {
            points -= 20;
        }
        if self.listed[at] {
            points -= 15;
        }
        if block.gap > self.usual_gap {
            points += if self.parted { 16 } else { 8 };
        }
        points
    }

    /// Whether an article begins with a paragraph: behind a blank line, on a page whose blank lines part articles,
    /// and of other names than what stands before.
    fn opens_without_headline(&self, start: usize, at: usize) -> bool {
        const OTHER_NAMES: i32 = 15;
        self.parted
            && !self.live
            && at > start
            && self.blocks[at].gap > 0
            && self.is_prose(at - 1)
            && self.cohesion_points(at, start..at) >= OTHER_NAMES
    }

    /// Whether a candidate says the headline of the article at hand again.
    fn is_same_title(&self, title: Option<usize>, candidate: usize) -> bool {
        title.is_some_and(|title| is_title_again(&self.blocks[title], &self.blocks[candidate]))
    }

    /// Whether a headline comes again in a stretch, alone or with the site's name after it.
    fn is_repeated(&self, at: usize, mut within: Range<usize>) -> bool {
        let title = &self.blocks[at];
        within.any(|other| other != at && is_title_again(title, &self.blocks[other]))
    }

    /// Stems of the first prose after a head.
    fn lead(&self, from: usize) -> BTreeSet<String> {
        let prose: Vec<&str> = (from..self.blocks.len())
            .take(8)
            .filter(|&at| self.is_prose(at))
            .take(2)
            .map(|at| self.blocks[at].text)
            .collect();
        stems(&prose.join(" "))
    }

    /// Sums the evidence that a head after some prose opens a new article.
    fn opens_article(
        &self,
        head: &Range<usize>,
        title: usize,
        before: Range<usize>,
        titled: bool,
    ) -> bool {
        let block = &self.blocks[title];
        let mut points = 0;
        if self.is_repeated(title, head.clone()) {
            points += 35;
        }
        points += self.front_matter_points(title, head);
        let lead = share(&stems(block.text), &self.lead(head.end));
        points += if lead >= 0.75 {
            16
        } else if lead >= 0.5 {
            12
        } else if lead >= 0.3 {
            6
        } else {
            0
        };
        // Two articles of one page may be about one affair: names alone do not undo a byline or date.
        let cohesion = self.cohesion_points(head.end, before.clone());
        points += if self.front_matter_points(title, head) >= 20 {
            cohesion.max(-8)
        } else {
            cohesion
        };
        points += self.break_points(head, title);
        points += self.section_points(head);
        points += self.length_points(head, before.clone(), titled);
        points += match block.words {
            0..=2 => -12,
            3 | 4 => 0,
            _ => 6,
        };
        if block.text.ends_with(':') {
            points -= 25;
        }
        if self.live {
            points -= 40;
        }
        points >= SPLIT
    }

    /// Captions, bylines, dates and furniture around a headline, and a dateline after it.
    fn front_matter_points(&self, title: usize, head: &Range<usize>) -> i32 {
        let after = |role: Role| {
            (title + 1..head.end)
                .filter(|&at| self.roles[at] == role)
                .count()
        };
        let of_page = [Role::Furniture, Role::Related, Role::Promotion];
        let furniture = head
            .clone()
            .filter(|&at| of_page.contains(&self.roles[at]))
            .count();
        let mut points = 0;
        let captions: Vec<&str> = (title + 1..head.end)
            .filter(|&at| self.roles[at] == Role::Caption)
            .map(|at| self.blocks[at].key.as_str())
            .collect();
        if !captions.is_empty() {
            points += 12;
        }
        let unique: BTreeSet<&&str> = captions.iter().collect();
        if unique.len() < captions.len() {
            points += 12;
        }
        points += match furniture {
            0 => 0,
            1 => 3,
            _ => 10,
        };
        if after(Role::Byline) > 0 {
            points += 26;
        }
        let dated = head
            .clone()
            .any(|at| self.roles[at] == Role::Stamp && names_day(&self.blocks[at]));
        if dated {
            points += 18;
        }
        if self.is_record(title) {
            points += 20;
        }
        let opens_with_dateline = self
            .blocks
            .get(head.end)
            .is_some_and(|block| byline::dateline(block.text, 0).is_some());
        if opens_with_dateline {
            points += 25;
        }
        points
    }

    /// Whether a line is set apart as the headline of a record.
    fn is_record(&self, at: usize) -> bool {
        is_headed_record(self.blocks, self.roles, self.usual_gap, at)
    }

    /// A story has a body: what stands under a headline and is short is a standfirst, and what follows
    /// the last heading and is short is a notice.
    fn length_points(&self, head: &Range<usize>, before: Range<usize>, titled: bool) -> i32 {
        let words = |range: Range<usize>| -> usize {
            range
                .filter(|&at| self.is_prose(at))
                .map(|at| self.blocks[at].words)
                .take(BEHIND)
                .sum()
        };
        let told = match words(before) {
            _ if !titled => 0,
            0..=24 => -30,
            25..=44 => -12,
            _ => 0,
        };
        let next = if words(head.end..self.blocks.len()) < 12 {
            -25
        } else {
            0
        };
        told + next
    }

    /// A heading over one or two paragraphs, or after so few, is a subheading of a list more likely
    /// than a headline.
    fn section_points(&self, head: &Range<usize>) -> i32 {
        let after = (head.end..self.blocks.len())
            .take_while(|&at| !self.open[at])
            .filter(|&at| self.is_prose(at));
        let before = (0..head.start)
            .rev()
            .take_while(|&at| !self.open[at])
            .filter(|&at| self.is_prose(at));
        let points = |paragraphs: usize| match paragraphs {
            0 | 1 => -10,
            2 => -5,
            _ => 0,
        };
        points(after.take(3).count()) + points(before.take(3).count())
    }

    /// What follows against what went before: new names speak for a new article.
    fn cohesion_points(&self, from: usize, before: Range<usize>) -> i32 {
        let prose = |range: Range<usize>, most: usize| {
            let texts: Vec<&str> = range
                .filter(|&at| self.is_prose(at))
                .take(most)
                .map(|at| self.blocks[at].text)
                .collect();
            stems(&texts.join(" "))
        };
        let next = prose(from..self.blocks.len().min(from + 3 * AHEAD), AHEAD);
        let recent = before.start.max(before.end.saturating_sub(BEHIND));
        let previous = prose(recent..before.end, BEHIND);
        if next.len() < 8 || previous.len() < 8 {
            return 0;
        }
        let shared = share(&next, &previous);
        match shared {
            s if s < 0.06 => 22,
            s if s < 0.10 => 15,
            s if s < 0.14 => 5,
            s if s < 0.18 => -8,
            s if s < 0.24 => -15,
            _ => -25,
        }
    }

    /// A wider gap than usual before the head, and whether the prose before it had come to an end.
    fn break_points(&self, head: &Range<usize>, title: usize) -> i32 {
        let widest = (head.start..=title)
            .map(|at| self.blocks[at].gap)
            .max()
            .unwrap_or(0);
        let mut points = match widest.saturating_sub(self.usual_gap) {
            0 => 0,
            1 if self.parted => 22,
            1 => 12,
            _ => 18,
        };
        let last = &self.blocks[head.start - 1];
        if last.text.ends_with(':') {
            points -= 25;
        } else if !last.ends_sentence() {
            points -= 12;
        }
        points
    }

    /// Where the new article's stretch begins: at the widest gap on the way to its headline.
    fn boundary(&self, range: Range<usize>) -> usize {
        let mut best = range.end - 1;
        for at in range.rev() {
            if self.blocks[at].gap > self.blocks[best].gap {
                best = at;
            }
        }
        best
    }
}

/// How often each line of a head occurs, the site's name behind a headline left out.
struct Repeats(BTreeMap<String, usize>);

impl Repeats {
    fn of(head: &[Block<'_>]) -> Self {
        let mut counts = BTreeMap::new();
        for block in head {
            *counts.entry(block.key.clone()).or_default() += 1;
            if let Some((headline, _)) = split_site(block.text) {
                *counts.entry(key(headline)).or_default() += 1;
            }
        }
        Self(counts)
    }

    fn has(&self, key: &str) -> bool {
        self.0.get(key).is_some_and(|count| *count > 1)
    }
}

/// Whether a block says the headline again, alone or with a site's name behind a separator.
/// With a full stop that the headline lacks it is a sentence of the story.
pub(crate) fn is_title_again(title: &Block<'_>, block: &Block<'_>) -> bool {
    let same = without_label(&block.key) == without_label(&title.key)
        && (!block.ends_with_stop() || title.ends_with_stop());
    same || site_name(&title.key, block.text).is_some()
}

/// A headline's key without the label before it: "JUST IN: Troops free 30".
fn without_label(key: &str) -> &str {
    const LABELS: [&str; 8] = [
        "just in ",
        "breaking news ",
        "breaking ",
        "exclusive ",
        "update ",
        "updated ",
        "video ",
        "watch ",
    ];
    let labels = LABELS.iter().filter_map(|label| key.strip_prefix(label));
    labels.min_by_key(|rest| rest.len()).unwrap_or(key)
}

/// The site's name in "Headline - Site" where the headline is known.
pub(crate) fn site_name<'t>(title_key: &str, text: &'t str) -> Option<&'t str> {
    let (headline, site) = split_site(text)?;
    (key(headline) == title_key).then_some(site)
}

/// Cuts "Headline - Site" at its last separator.
fn split_site(text: &str) -> Option<(&str, &str)> {
    let (headline, site) = [" - ", " | ", " – ", " — ", " :: ", " · ", " » "]
        .iter()
        .filter_map(|separator| text.rsplit_once(separator))
        .min_by_key(|(_, site)| site.len())?;
    (1..=5)
        .contains(&site.split_whitespace().count())
        .then(|| (headline.trim(), site.trim()))
}

/// Whether a stamp line names a day.
pub(super) fn names_day(block: &Block<'_>) -> bool {
    stamp::stamps(block.text).iter().any(|stamp| stamp.has_day)
}

/// Marks the lines of lists under a header such as "Related articles": they follow one another with
/// the same gap and hold no prose.
pub(crate) fn related_lists(blocks: &[Block<'_>], roles: &[Role], open: &[bool]) -> Vec<bool> {
    let mut listed = vec![false; blocks.len()];
    for header in 0..blocks.len() {
        let heads = roles[header] == Role::Related
            && related_opener(blocks[header].text) == Some(RelatedLine::Header);
        if !heads {
            continue;
        }
        let mut gap = None;
        for at in header + 1..blocks.len() {
            if roles[at] == Role::Furniture {
                continue;
            }
            let gap_fits = gap.is_none_or(|gap| gap == blocks[at].gap);
            if !open[at] || !gap_fits {
                break;
            }
            // The gap after the header says nothing; the first one inside the list does.
            if at > header + 1 && listed[at - 1] {
                gap = Some(blocks[at].gap);
            }
            listed[at] = true;
        }
    }
    listed
}

/// The most common gap before prose that follows prose; where there is none, before any block.
fn usual_gap(blocks: &[Block<'_>], roles: &[Role], open: &[bool]) -> u32 {
    let prose = |at: usize| roles[at] == Role::Prose && !open[at];
    let between = (1..blocks.len()).filter(|&at| prose(at) && prose(at - 1));
    if between.clone().next().is_some() {
        median_gap(between.map(|at| &blocks[at]))
    } else {
        median_gap(blocks.iter().skip(1))
    }
}

/// Whether the blank lines of a page part it into stretches of many paragraphs each.
fn are_parted(blocks: &[Block<'_>], roles: &[Role], open: &[bool]) -> bool {
    let starts = (1..blocks.len()).filter(|&at| blocks[at].gap > 0);
    let ends: Vec<usize> = starts.chain([blocks.len()]).collect();
    let mut start = 0;
    let many = ends.iter().all(|&end| {
        let prose = (start..end).filter(|&at| roles[at] == Role::Prose && !open[at]);
        start = end;
        prose.count() >= PARTED
    });
    many && ends.len() > 1
}

/// The median of the gaps before blocks; 0 where there are none.
pub(crate) fn median_gap<'b>(blocks: impl Iterator<Item = &'b Block<'b>>) -> u32 {
    let mut gaps: Vec<u32> = blocks.map(|block| block.gap).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(0)
}
