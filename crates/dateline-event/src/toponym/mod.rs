//! Names of places in an article, and which places they are.
//!
//! [`Toponyms::find`] reads an article's document: first which words name places ([`find`]), then
//! which place of the gazetteer each name is ([`resolve`]). One article uses a name in one sense;
//! what a name is depends on what contains it in the text ("Paris, Texas"), on the other places
//! named, on the outlet, and, where nothing else speaks, on size. Every choice keeps its rivals.

mod candidates;
mod find;
mod locate;
mod resolve;
mod town;

pub use locate::{Located, Nearness, PlaceFacts};
pub use town::{Town, TownBy};

use dateline_data::gazetteer::{Gazetteer, PlaceId};
use dateline_span::Span;
use dateline_text::Document;
use dateline_text::phrase::is_compass_point;
use std::ops::Range;

/// How a place's name is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// It names a place where something is or happens.
    Place,
    /// A country's or capital's name that stands for its government: "Moscow said".
    Actor,
    /// A word for the people or things of a country: "Syrian".
    Adjective,
    /// Part of another name: "*Ohio* Supreme Court".
    InName,
    /// A street, building or the like: on no map of towns.
    Facility,
}

/// Words that name a place.
#[derive(Clone, PartialEq, Debug)]
pub struct Toponym {
    /// The name, without article, possessive and direction.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How it is used.
    pub used: Use,
    /// Which place it is; `None` where the gazetteer has none of the name.
    pub resolution: Option<Resolution>,
    /// The town that it is or belongs to; `None` where it is no settlement and in none.
    pub town: Option<Town>,
    /// The toponym in which the text puts it, by its place in the list; only kept where the gazetteer
    /// has none of the name.
    pub within: Option<usize>,
}

/// Which place a name is taken for.
#[derive(Clone, PartialEq, Debug)]
pub struct Resolution {
    /// The place.
    pub place: PlaceId,
    /// Of all candidates' weight, the share that fell to it: 0 to 1.
    pub score: f64,
    /// The next best, at most three, with their shares.
    pub rivals: Vec<(PlaceId, f64)>,
    /// Why, as a person would say it.
    pub reason: String,
}

/// What is known about an article besides its text.
#[derive(Clone, Copy, Default, Debug)]
pub struct Surroundings<'a> {
    /// The publisher's name as the page states it.
    pub outlet: Option<&'a str>,
    /// The article's address as the page states it.
    pub url: Option<&'a str>,
    /// The place of the article's dateline.
    pub dateline: Option<Span>,
}

/// The names of places in one article, in text order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Toponyms {
    /// They do not overlap.
    pub list: Vec<Toponym>,
    /// The town that the outlet or a section of the page's address is called after: local news is
    /// about it where the text names no town.
    pub home: Option<PlaceId>,
    /// The place of the article's dateline, where it was written: "here".
    pub dateline: Option<Span>,
}

impl Toponyms {
    /// No names at all.
    pub const NONE: &'static Self = &Self {
        list: Vec::new(),
        home: None,
        dateline: None,
    };

    /// Finds and resolves the names of places.
    pub fn find(doc: &Document, gazetteer: &Gazetteer, around: Surroundings<'_>) -> Self {
        let mut list = find::toponyms(doc, gazetteer);
        let outlet = resolve::Outlet::of(gazetteer, around);
        resolve::resolve(doc, gazetteer, &outlet, &mut list);
        let towns = town::towns(doc, gazetteer, &outlet, &list);
        for (toponym, town) in list.iter_mut().zip(towns) {
            toponym.town = town;
        }
        let within = town::containers_of_unknown(doc, &list);
        for (toponym, within) in list.iter_mut().zip(within) {
            toponym.within = within;
        }
        let home = outlet.home(gazetteer, &list);
        Self {
            list,
            home,
            dateline: around.dateline,
        }
    }

    /// The toponym whose words overlap a span; the longest where several do.
    pub fn at(&self, span: Span) -> Option<&Toponym> {
        self.overlapping(span)
            .max_by_key(|t| t.span.end - t.span.start)
    }

    /// The toponyms whose words overlap a span, in text order.
    pub(crate) fn overlapping(&self, span: Span) -> impl Iterator<Item = &Toponym> {
        let first = self.list.partition_point(|t| t.span.end <= span.start);
        let rest = self.list[first..].iter();
        rest.take_while(move |t| t.span.start < span.end)
    }
}

/// "north", "southeastern", "north-west".
pub(crate) fn is_direction(word: &str) -> bool {
    is_compass_point(word.trim_end_matches("ern"))
}

#[cfg(test)]
mod tests;
