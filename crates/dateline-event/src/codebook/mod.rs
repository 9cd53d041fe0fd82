//! What coders work from: one TOML entry an event and mode, executed.
