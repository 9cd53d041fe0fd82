//! The published record and the one SQLite file that keeps it.
//!
//! The store knows nothing of how records are made. It holds no clock: the same records give the
//! same rows.

// Unit tests share `tests/common` with the tests outside.
#[cfg(test)]
extern crate self as dateline_store;

mod account;
mod crosswalk;
mod error;
mod export;
mod id;
mod ledger;
mod record;
pub mod review;
mod toll;

pub use account::{Account, Teller, Telling, ToldField, ToldNumber, ToldToll, ToldValue};
pub use error::StoreError;
pub use export::{ClaimCsv, ExportFormat, Exported, write_jsonl};
pub use id::Ids;
pub use ledger::{
    Bounds, By, ClaimFilter, ClaimPage, Columns, Count, Entry, Facets, Found, Fusing,
    FusionChanges, GridCell, Hit, Imported, Ledger, Stored, Totals,
};
pub use record::{
    AccountRecord, ActorRecord, AnswerRecord, ArgumentRecord, ArticleRecord, ArticleRecords,
    CandidateRecord, CaptionRecord, ClaimRecord, CorrectionRecord, DATELINE_VERSION,
    DatelineRecord, DecidedRecord, DecisionRecord, DiscardRecord, FieldRecord, FusedRecord,
    FusionMergeRecord, IncidentRecord, LanguageRecord, LocationRecord, MentionRecord, MergeRecord,
    NoteRecord, PageRecord, PageRecords, PartRecord, PlaceRecord, QuantityRecord, QuoteRecord,
    Record, RivalPlaceRecord, RivalRecord, RunRecord, SCHEMA_VERSION, SourceRecord, SpeakerRecord,
    TellingRecord, TimeRecord, TownRecord, WhyRecord, WithheldRecord, Words,
};
pub use toll::{Toll, Vote};
