//! One article's stretch of the page: each line is weighed in its place, and kept or discarded.

use super::cut::TWIN_WORDS;
use super::cut::{HEAD_LINES, title_again};
use super::evidence::{Evidence, Role};
use super::line::Block;
use super::segment::{self, Region, is_heading_like, is_title_again};
use super::{byline, credit};
use crate::article::{Discard, DiscardReason, PartKind};
use crate::build::Builder;
use crate::stamp::{self, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words up to which a sentence below the headline may be a standfirst.
const STANDFIRST_WORDS: usize = 45;
/// Words from which a line is a paragraph of the story for sure.
const PARAGRAPH_WORDS: usize = 18;
/// Words from which a line that is said twice is a repetition and no refrain.
const REPEATABLE: usize = 8;

/// Works through one article's stretch of the page.
pub(super) struct Cutter<'a> {
    blocks: &'a [Block<'a>],
    roles: &'a [Role],
    alone: &'a [Evidence],
    /// Occurrences on the whole page.
    on_page: &'a BTreeMap<&'a str, usize>,
    /// Occurrences in this stretch.
    in_region: BTreeMap<&'a str, usize>,
    region: Region,
    /// The blocks between headline and first prose, and those before the headline.
    front: Range<usize>,
    /// First block after the last prose.
    story_end: usize,
    /// Blocks that lie in lists of links.
    listed: BTreeSet<usize>,
}

impl<'a> Cutter<'a> {
    pub fn new(
        blocks: &'a [Block<'a>],
        roles: &'a [Role],
        alone: &'a [Evidence],
        on_page: &'a BTreeMap<&'a str, usize>,
        region: Region,
    ) -> Self {
        let range = region.blocks.clone();
        let fragment = |at: usize| blocks[at].words <= 3 && !blocks[at].ends_sentence();
        let is_prose =
            |at: usize| roles[at] == Role::Prose && !is_heading_like(&blocks[at]) && !fragment(at);
        let from = region.title.map_or(range.start, |title| title + 1);
        let from = title_again(blocks, &region).map_or(from, |again| again + 1);
        let unique =
            |at: &usize| is_prose(*at) && on_page.get(blocks[*at].key.as_str()) == Some(&1);
        let first_prose = (from..range.end).find(unique);
        // A standfirst may stand above byline, date and picture: then the head goes on below it.
        let below = first_prose.and_then(|first| {
            let next = (first + 1..range.end.min(first + 1 + HEAD_LINES)).find(unique)?;
            let of_head = [Role::Stamp, Role::Byline, Role::Caption];
            let goes_on = (first + 1..next).any(|at| {
                // A bare time of day belongs to an entry of a live page, not to a head.
                of_head.contains(&roles[at])
                    && (roles[at] != Role::Stamp || segment::names_day(&blocks[at]))
            });
            (goes_on && blocks[first].words <= STANDFIRST_WORDS).then_some(next)
        });
        let first_prose = below.or(first_prose);
        let story_end = range
            .clone()
            .rev()
            .find(|&at| is_prose(at))
            .map_or(range.start, |at| at + 1);
        let mut in_region = BTreeMap::new();
        for block in &blocks[range.clone()] {
            *in_region.entry(block.key.as_str()).or_default() += 1;
        }
        let mut cutter = Self {
            blocks,
            roles,
            alone,
            on_page,
            in_region,
            front: range.start..first_prose.unwrap_or(range.end),
            story_end,
            listed: BTreeSet::new(),
            region,
        };
        cutter.listed = cutter.link_lists();
        cutter
    }

    /// Blocks in lists of links: under a header such as "Related", or three and more headlines after
    /// the story's end with furniture before them.
    fn link_lists(&self) -> BTreeSet<usize> {
        let open: Vec<bool> = self
            .region
            .blocks
            .clone()
            .map(|at| self.is_open(at))
            .collect();
        let range = self.region.blocks.clone();
        let listed = segment::related_lists(
            &self.blocks[range.clone()],
            &self.roles[range.clone()],
            &open,
        );
        let mut found: BTreeSet<usize> = listed
            .iter()
            .enumerate()
            .filter(|(_, listed)| **listed)
            .map(|(at, _)| range.start + at)
            .collect();
        let after = self.story_end..range.end;
        let trailing: Vec<usize> = after
            .clone()
            .filter(|&at| self.is_open(at) && self.blocks[at].words >= 4)
            .collect();
        let furniture_first = trailing.first().is_some_and(|&first| {
            (self.story_end..first).any(|at| {
                matches!(
                    self.roles[at],
                    Role::Furniture | Role::Related | Role::Promotion
                )
            })
        });
        if trailing.len() >= 3 && furniture_first && self.story_end > range.start {
            found.extend(trailing);
        }
        found.retain(|at| Some(*at) != self.region.title);
        found
    }

    fn is_open(&self, at: usize) -> bool {
        self.roles[at] == Role::Prose && is_heading_like(&self.blocks[at])
    }

    /// The evidence of the line alone and of its place.
    fn weigh(&self, at: usize) -> Evidence {
        let mut evidence = self.alone[at].clone();
        let block = &self.blocks[at];
        self.weigh_repetition(at, &mut evidence);
        let near = |offset: isize, roles: &[Role]| {
            at.checked_add_signed(offset).is_some_and(|other| {
                self.region.blocks.contains(&other) && roles.contains(&self.roles[other])
            })
        };
        let page_lines = [Role::Furniture, Role::Related, Role::Promotion];
        let fragment = block.words <= 3 && !block.ends_sentence() && !self.is_numbered(at);
        let beside = near(-1, &page_lines) || near(1, &page_lines);
        let between = near(-1, &page_lines) && near(1, &page_lines);
        evidence.add_if(
            fragment && beside,
            Role::Furniture,
            10,
            "beside page furniture",
        );
        evidence.add_if(
            fragment && between,
            Role::Furniture,
            5,
            "amid page furniture",
        );
        let many = self
            .on_page
            .get(block.key.as_str())
            .is_some_and(|count| *count >= 2);
        evidence.add_if(
            fragment && many,
            Role::Furniture,
            12,
            "the same fragment elsewhere on the page",
        );
        if let Some(title) = self.region.title {
            let kicker = at < title && fragment && title - at <= 6;
            evidence.add_if(kicker, Role::Furniture, 20, "a fragment above the headline");
        }
        let front = self.front.contains(&at);
        let after_title = self.region.title.is_some_and(|title| at > title);
        if front && byline::bare_name(block.text) {
            let dated = near(-1, &[Role::Stamp]) || near(1, &[Role::Stamp]);
            evidence.add_if(dated, Role::Byline, 25, "a name beside the date");
        }
        evidence.add_if(
            front && after_title && credit::find(block.text).is_some(),
            Role::Caption,
            7,
            "between headline and story",
        );
        // The picture's line stands right above the story.
        let above_story = || {
            (at + 1..self.region.blocks.end)
                .find(|other| !page_lines.contains(&self.roles[*other]))
                .is_some_and(|next| {
                    self.roles[next] == Role::Prose && self.blocks[next].words >= PARAGRAPH_WORDS
                })
        };
        evidence.add_if(
            after_title && at <= self.front.end && credit::names_scene(block) && above_story(),
            Role::Caption,
            25,
            "names what is seen, between headline and story",
        );
        let after_story = at > self.story_end
            && (self.story_end..at).any(|other| page_lines.contains(&self.roles[other]));
        evidence.add_if(
            fragment && after_story,
            Role::Furniture,
            20,
            "a fragment after the story's end, as page furniture is",
        );
        evidence.add_if(
            fragment && at == self.story_end && near(1, &page_lines),
            Role::Furniture,
            10,
            "between the story's end and page furniture",
        );
        evidence.add_if(
            self.listed.contains(&at),
            Role::Related,
            30,
            "in a list of links to other articles",
        );
        evidence
    }

    /// A line said twice in one article, once of it above the story, is a picture's caption.
    fn weigh_repetition(&self, at: usize, evidence: &mut Evidence) {
        let block = &self.blocks[at];
        let again = self
            .in_region
            .get(block.key.as_str())
            .is_some_and(|count| *count >= 2);
        if !again || block.words < TWIN_WORDS || self.is_title(at) {
            return;
        }
        let front = self.front.contains(&at) && self.region.title.is_some_and(|title| at > title);
        evidence.add_if(
            front,
            Role::Caption,
            15,
            "repeated, between headline and story",
        );
        let once_above = self
            .front
            .clone()
            .any(|other| other != at && self.blocks[other].key == block.key);
        evidence.add_if(
            once_above,
            Role::Caption,
            12,
            "repeated, once above the story",
        );
        let credited = credit::find(block.text).is_some();
        evidence.add_if(credited, Role::Caption, 15, "repeated with a credit");
    }

    /// Whether a line beside a credited caption is that caption up to the credit, as a picture's
    /// alternative text is.
    fn is_caption_without_credit(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let nearby =
            at.saturating_sub(2).max(self.region.blocks.start)..self.region.blocks.end.min(at + 3);
        block.words >= TWIN_WORDS
            && nearby.into_iter().any(|other| {
                let caption = &self.blocks[other];
                self.roles[other] == Role::Caption
                    && caption.key.len() > block.key.len()
                    && caption.key.starts_with(&block.key)
                    && credit::find(caption.text).is_some_and(|credit| {
                        super::line::key(&caption.text[..credit.range.start]) == block.key
                    })
            })
    }

    fn is_title(&self, at: usize) -> bool {
        let title = self.region.title.map(|title| &self.blocks[title]);
        title.is_some_and(|title| is_title_again(title, &self.blocks[at]))
    }

    /// Whether a fragment counts something in the story ("12 killed"), as live pages and lists do.
    fn is_numbered(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        block.words >= 2
            && block.text.starts_with(|c: char| c.is_ascii_digit())
            && !self.front.contains(&at)
    }

    pub fn build(&self) -> Builder {
        let mut builder = Builder::default();
        let range = self.region.blocks.clone();
        builder.lines = match (
            self.blocks.get(range.start),
            self.blocks[..range.end].last(),
        ) {
            (Some(first), Some(last)) => Some((first.line, last.last_line)),
            _ => None,
        };
        let mut kept: BTreeMap<&str, PartKind> = BTreeMap::new();
        let mut stamps: Vec<(bool, Vec<Stamp>)> = Vec::new();
        for at in range {
            self.place(at, &mut builder, &mut kept, &mut stamps);
        }
        // The stamp above the story dates it; one below may, but so may that of a list of links.
        stamps.sort_by_key(|(front, _)| !front);
        builder.published = stamps
            .iter()
            .find_map(|(_, found)| stamp::published(found).map(str::to_owned));
        builder
    }

    /// Keeps or discards one block.
    fn place(
        &self,
        at: usize,
        builder: &mut Builder,
        kept: &mut BTreeMap<&'a str, PartKind>,
        stamps: &mut Vec<(bool, Vec<Stamp>)>,
    ) {
        let block = &self.blocks[at];
        if Some(at) == self.region.title {
            return self.keep(at, PartKind::Title, builder, kept);
        }
        if let Some(why) = self.repeated_title(at) {
            if builder.outlet.is_none() {
                let title = self
                    .region
                    .title
                    .map(|title| self.blocks[title].key.as_str());
                builder.outlet = title
                    .and_then(|title| segment::site_name(title, block.text))
                    .map(str::to_owned);
            }
            return discard(block, DiscardReason::RepeatedTitle, why.to_owned(), builder);
        }
        if self.is_caption_without_credit(at) {
            let why = "the caption beside it without its credit".to_owned();
            return discard(block, DiscardReason::RepeatedCaption, why, builder);
        }
        let evidence = self.weigh(at);
        let role = evidence.verdict();
        let dated = stamp::stamps(block.text);
        if matches!(role, Role::Stamp | Role::Byline) && !dated.is_empty() {
            stamps.push((self.front.contains(&at), dated));
        }
        match role {
            Role::Furniture => discard(
                block,
                DiscardReason::PageFurniture,
                evidence.why(role),
                builder,
            ),
            Role::Related => discard(block, DiscardReason::Related, evidence.why(role), builder),
            Role::Promotion => {
                discard(block, DiscardReason::Promotion, evidence.why(role), builder)
            }
            Role::Caption if kept.get(block.key.as_str()) == Some(&PartKind::Caption) => {
                discard(
                    block,
                    DiscardReason::RepeatedCaption,
                    evidence.why(role),
                    builder,
                );
            }
            Role::Caption => self.keep(at, PartKind::Caption, builder, kept),
            Role::Stamp => self.keep(at, PartKind::Published, builder, kept),
            Role::Byline => {
                if builder.byline.is_none() {
                    builder.byline =
                        Some(byline::author(block.text)).filter(|name| !name.is_empty());
                }
                self.keep(at, PartKind::Byline, builder, kept);
            }
            Role::Prose => self.place_prose(at, builder, kept),
        }
    }

    fn place_prose(
        &self,
        at: usize,
        builder: &mut Builder,
        kept: &mut BTreeMap<&'a str, PartKind>,
    ) {
        let block = &self.blocks[at];
        // Said more often it is a refrain, a list's wording or a chant: the story's own.
        let twice = self.in_region.get(block.key.as_str()) == Some(&2);
        if twice && block.words >= REPEATABLE && kept.contains_key(block.key.as_str()) {
            let why = "the same words were kept above".to_owned();
            return discard(block, DiscardReason::RepeatedText, why, builder);
        }
        let followed = at + 1 < self.region.blocks.end;
        let heading = is_heading_like(block)
            && !block.ends_sentence()
            && block.words <= 14
            && !block.text.ends_with(':')
            && followed
            && !self.front.contains(&at)
            && self.region.title.is_some();
        let kind = if heading {
            PartKind::Heading
        } else {
            PartKind::Paragraph
        };
        self.keep(at, kind, builder, kept);
    }

    /// Why the block is the headline again, if it is. Deep in the story, a sentence that happens to
    /// equal the headline is the story's own.
    fn repeated_title(&self, at: usize) -> Option<&'static str> {
        let title = self.region.title?;
        if !is_title_again(&self.blocks[title], &self.blocks[at]) {
            return None;
        }
        let title = &self.blocks[title];
        if segment::site_name(&title.key, self.blocks[at].text).is_some() {
            return Some("the headline with the site's name");
        }
        if self.front.contains(&at) {
            return Some("the headline again, above the story");
        }
        let own = self.blocks[at].ends_sentence() && at < self.story_end;
        (!own).then_some("the headline again, word for word")
    }

    fn keep(
        &self,
        at: usize,
        kind: PartKind,
        builder: &mut Builder,
        kept: &mut BTreeMap<&'a str, PartKind>,
    ) {
        let block = &self.blocks[at];
        builder.keep(kind, block.text, Some(block.span), Some(block.line));
        kept.entry(block.key.as_str()).or_insert(kind);
    }
}

fn discard(block: &Block<'_>, reason: DiscardReason, evidence: String, builder: &mut Builder) {
    builder.discards.push(Discard {
        line: Some(block.line),
        text: block.text.to_owned(),
        reason,
        evidence,
    });
}
