//! From blocks to articles: each article's lines are weighed in their context, and kept or discarded.

use super::evidence::{Evidence, Role};
use super::line::{Block, LONG_TEXT, blocks};
use super::segment::{self, Region, is_heading_like, is_title_again};
use super::{byline, credit, furniture};
use crate::article::{Articles, Discard, DiscardReason, PartKind};
use crate::build::Builder;
use crate::note::{Note, NoteKind};
use crate::stamp::{self, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Lines up to which a page is cut; more make no page, nor any splice of pages.
const MOST_LINES: usize = 200_000;
/// Words from which a line that is said twice is a repetition and no refrain.
const REPEATABLE: usize = 8;
/// Words from which a line said twice side by side is a caption and no button.
const TWIN_WORDS: usize = 5;
/// Words up to which a repeated line is a caption and no paragraph.
const CAPTION_WORDS: usize = 70;
/// How often a page says one caption at most; what it says more often is a refrain.
const CAPTION_REPEATS: usize = 6;
/// Lines that an article's head can take: headline, captions, buttons, and all of it again.
const HEAD_LINES: usize = 12;

/// Cuts a plain-text page into articles.
pub(crate) fn articles(page: &str) -> Articles {
    let blocks = blocks(page);
    if blocks.len() > MOST_LINES {
        return uncut(&blocks);
    }
    let mut alone: Vec<Evidence> = blocks.iter().map(weigh_alone).collect();
    weigh_twins(&blocks, &mut alone);
    let roles: Vec<Role> = alone.iter().map(Evidence::verdict).collect();
    let counts = counts(&blocks);
    let mut found = Articles::default();
    for region in segment::regions(&blocks, &roles) {
        let cutter = Cutter::new(&blocks, &roles, &alone, &counts, region);
        let built = cutter.build();
        if built.has_prose() {
            found.articles.push(built.finish());
        } else {
            found.discards.extend(without_story(built));
        }
    }
    if found.articles.is_empty() && !found.discards.is_empty() {
        let why = "the page holds nothing but furniture";
        found.notes.push(Note::new(NoteKind::Empty, why));
    }
    found
}

/// A page of more lines than news pages have: all of them are kept, and none is judged.
fn uncut(blocks: &[Block<'_>]) -> Articles {
    let mut builder = Builder {
        lines: blocks
            .first()
            .zip(blocks.last())
            .map(|(first, last)| (first.line, last.last_line)),
        ..Builder::default()
    };
    for block in blocks {
        builder.keep(
            PartKind::Paragraph,
            block.text,
            Some(block.span),
            Some(block.line),
        );
    }
    let why = format!(
        "{} lines are more than a news page has: kept in one piece",
        blocks.len()
    );
    Articles {
        articles: vec![builder.finish()],
        notes: vec![Note::new(NoteKind::Limit, why)],
        ..Articles::default()
    }
}

/// All lines of a stretch that holds no story, bylines and dates too.
fn without_story(built: Builder) -> Vec<Discard> {
    let mut discards = built.discards;
    for piece in built.parts {
        discards.push(Discard {
            line: piece.line,
            text: piece.text,
            reason: DiscardReason::PageFurniture,
            evidence: format!("a {} line without a story", piece.kind.name()),
        });
    }
    discards.sort_by_key(|discard| discard.line);
    discards
}

/// Weighs the lines of one article whose extent is known, as markup or a record gives it. Each line
/// of `lines` is one block, whatever line breaks it holds; places in a page are not known.
pub(crate) fn single(title: Option<&str>, lines: &[&str]) -> Builder {
    let collapse = |text: &&str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page: Vec<String> = title
        .iter()
        .chain(lines)
        .map(collapse)
        .filter(|line| !line.is_empty())
        .collect();
    let page = page.join("\n\n");
    let blocks = blocks(&page);
    let alone: Vec<Evidence> = blocks.iter().map(weigh_alone).collect();
    let roles: Vec<Role> = alone.iter().map(Evidence::verdict).collect();
    let counts = counts(&blocks);
    let region = Region {
        blocks: 0..blocks.len(),
        title: title.filter(|title| !title.trim().is_empty()).map(|_| 0),
    };
    let mut builder = Cutter::new(&blocks, &roles, &alone, &counts, region).build();
    builder.lines = None;
    builder.parts.iter_mut().for_each(|piece| piece.page = None);
    builder
        .discards
        .iter_mut()
        .for_each(|discard| discard.line = None);
    builder
}

/// The paragraphs of a text field: its lines, hard wraps undone.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    blocks(text)
        .iter()
        .map(|block| block.text.to_owned())
        .collect()
}

/// Whether a line by itself is a word of the page and not of an article.
pub(crate) fn is_furniture(text: &str) -> bool {
    blocks(text).iter().all(|block| {
        let role = weigh_alone(block).verdict();
        matches!(role, Role::Furniture | Role::Related | Role::Promotion)
    })
}

/// What a line shows by itself.
fn weigh_alone(block: &Block<'_>) -> Evidence {
    let mut evidence = Evidence::default();
    if block.text.len() > LONG_TEXT {
        evidence.add(Role::Prose, 100, "far too long for anything else");
        return evidence;
    }
    let sentence = block.ends_sentence();
    evidence.add_if(sentence && block.words >= 6, Role::Prose, 20, "a sentence");
    evidence.add_if(
        sentence && (1..6).contains(&block.words),
        Role::Prose,
        10,
        "a short sentence",
    );
    evidence.add_if(block.words >= 20, Role::Prose, 10, "long");
    evidence.add_if(block.sentences() >= 2, Role::Prose, 10, "several sentences");
    if stamp::whole_line(block.text).is_some() {
        evidence.add(Role::Stamp, 40, "a date or time alone");
    }
    furniture::weigh(block, &mut evidence);
    credit::weigh(block, &mut evidence);
    byline::weigh(block, &mut evidence);
    evidence
}

/// Where an article's head says the headline again, if it does: what stands before is still the head.
fn title_again(blocks: &[Block<'_>], region: &Region) -> Option<usize> {
    let title = region.title?;
    let head = title + 1..region.blocks.end.min(title + 1 + HEAD_LINES);
    let again = |at: &usize| is_title_again(&blocks[title], &blocks[*at]);
    let last = head.rev().find(again)?;
    let prose = (title + 1..last).filter(|&at| blocks[at].ends_sentence() && blocks[at].words > 5);
    (prose.count() <= 4).then_some(last)
}

/// Adds what a line said twice shows before any article is cut: side by side it is a picture's text
/// and its alternative text, and a sentence that comes again within a few lines stands above a story.
fn weigh_twins(blocks: &[Block<'_>], alone: &mut [Evidence]) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let counts = counts(blocks);
    let usual = segment::median_gap(blocks.iter().skip(1));
    let mut headline = None;
    let mut story_began = false;
    for (at, block) in blocks.iter().enumerate() {
        let before = seen.insert(block.key.as_str(), at);
        // The first line of a head may be a headline said twice: that is no caption.
        if is_sentence(block) {
            headline = None;
            story_began = true;
        } else if block.words >= 4 && headline.is_none() && is_heading_like(block) {
            headline = Some(at);
        }
        let Some(before) = before.filter(|_| (TWIN_WORDS..=CAPTION_WORDS).contains(&block.words))
        else {
            continue;
        };
        let below_headline = headline.is_some_and(|headline| headline < before);
        let close = block.gap == 0 && below_headline || block.gap < usual && story_began;
        let (points, why) = if before + 1 == at && close {
            (45, "said twice side by side")
        } else if at - before <= HEAD_LINES
            && block.ends_with_stop()
            && !is_heading_like(block)
            && counts
                .get(block.key.as_str())
                .is_some_and(|count| *count <= CAPTION_REPEATS)
        {
            (35, "a sentence said twice within a few lines")
        } else {
            continue;
        };
        for twin in [before, at] {
            alone[twin].add(Role::Caption, points, why);
        }
    }
}

/// Whether a line can be running prose as far as its form shows.
fn is_sentence(block: &Block<'_>) -> bool {
    block.words >= 6 && block.ends_with_stop() && !is_heading_like(block)
}

/// How often each line occurs on the page.
fn counts<'b>(blocks: &'b [Block<'_>]) -> BTreeMap<&'b str, usize> {
    let mut counts = BTreeMap::new();
    for block in blocks {
        *counts.entry(block.key.as_str()).or_default() += 1;
    }
    counts
}

/// Works through one article's stretch of the page.
struct Cutter<'a> {
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
    fn new(
        blocks: &'a [Block<'a>],
        roles: &'a [Role],
        alone: &'a [Evidence],
        on_page: &'a BTreeMap<&'a str, usize>,
        region: Region,
    ) -> Self {
        let range = region.blocks.clone();
        let is_prose = |at: usize| roles[at] == Role::Prose && !is_heading_like(&blocks[at]);
        let from = region.title.map_or(range.start, |title| title + 1);
        let from = title_again(blocks, &region).map_or(from, |again| again + 1);
        let first_prose = (from..range.end)
            .find(|&at| is_prose(at) && on_page.get(blocks[at].key.as_str()) == Some(&1));
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

    fn build(&self) -> Builder {
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
        if self.blocks[at].key != self.blocks[title].key {
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
