//! Plain scraped text: lines, what each line is, and where articles begin.

pub(crate) mod byline;
mod cohesion;
pub(crate) mod credit;
mod cut;
mod cutter;
mod evidence;
mod furniture;
mod line;
mod lists;
mod segment;

pub(crate) use cut::{articles, is_furniture, paragraphs, single};
pub(crate) use line::key;
