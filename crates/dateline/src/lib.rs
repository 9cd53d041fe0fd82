//! The engine: a page in, attributed claims and incidents out.
//!
//! An [`Engine`] holds what is known beforehand (language model, codebook). It has no clock and no
//! network: the same page, options and data give the same [`Reading`] on every machine.

mod engine;
mod examples;
mod fuse;
mod opening;
mod read;
mod record;
mod story;

pub use engine::{Engine, EngineError};
pub use fuse::{fuse, merge, split, undo};
pub use opening::openings_apart;
pub use read::{ArticleReading, Options, Reading};
pub use story::story;

pub use dateline_data as data;
pub use dateline_event as event;
pub use dateline_page as page;
pub use dateline_span::Span;
pub use dateline_text as text;
