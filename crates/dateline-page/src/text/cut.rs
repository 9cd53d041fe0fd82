//! From blocks to articles: each article's lines are weighed in their context, and kept or discarded.

use super::cutter::Cutter;
use super::evidence::{Evidence, Role};
use super::line::{Block, LONG_TEXT, blocks};
use super::segment::{self, Region, is_heading_like, is_title_again};
use super::{byline, credit, furniture};
use crate::article::{Articles, Discard, DiscardReason, PartKind};
use crate::build::Builder;
use crate::note::{Note, NoteKind};
use crate::stamp;
use std::collections::BTreeMap;

/// Lines up to which a page is cut; more make no page, nor any splice of pages.
const MOST_LINES: usize = 200_000;
/// Words from which a line said twice side by side is a caption and no button.
pub(super) const TWIN_WORDS: usize = 5;
/// Words up to which a repeated line is a caption and no paragraph.
const CAPTION_WORDS: usize = 70;
/// How often a page says one caption at most; what it says more often is a refrain.
const CAPTION_REPEATS: usize = 6;
/// Lines that an article's head can take: headline, captions, buttons, and all of it again.
pub(super) const HEAD_LINES: usize = 12;

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
    } else if byline::is_placed_date(block.text) {
        evidence.add(Role::Stamp, 40, "a date behind a place");
    }
    furniture::weigh(block, &mut evidence);
    credit::weigh(block, &mut evidence);
    byline::weigh(block, &mut evidence);
    evidence
}

/// Where an article's head says the headline again, if it does: what stands before is still the head.
pub(super) fn title_again(blocks: &[Block<'_>], region: &Region) -> Option<usize> {
    let title = region.title?;
    let head = title + 1..region.blocks.end.min(title + 1 + HEAD_LINES);
    let again = |at: &usize| is_title_again(&blocks[title], &blocks[*at]);
    let last = head.rev().find(again)?;
    let prose = (title + 1..last).filter(|&at| blocks[at].ends_sentence() && blocks[at].words > 5);
    (prose.count() <= 2).then_some(last)
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
