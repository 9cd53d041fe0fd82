//! Ctrl-C: the first asks to stop after the present page, the second stops at once.

use crate::output::say;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Exit status of a run that was interrupted, as shells have it.
pub const STATUS: u8 = 130;

/// From now on the first interrupt is only remembered.
///
/// # Errors
/// If the system refuses a handler.
pub fn watch() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::SeqCst) {
            process::exit(i32::from(STATUS));
        }
        say("Stopping after this page; once more stops at once.");
    })?;
    Ok(())
}

/// Whether somebody asked to stop.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
