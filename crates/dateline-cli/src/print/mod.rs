//! The ledger as a person reads it.

mod account;
mod article;
mod claim;
mod incident;
mod paper;
mod phrase;
mod quotes;
mod summary;
mod why;

pub use account::account;
pub use article::article;
pub use claim::claim;
pub use incident::incident;
pub use paper::{Paper, clean, emphasised};
pub use quotes::quotes;
pub use summary::{Tally, count};
pub use why::why;

#[cfg(test)]
mod tests;
