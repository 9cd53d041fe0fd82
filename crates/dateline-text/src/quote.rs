//! Quoted words, who says them and by which cue.
