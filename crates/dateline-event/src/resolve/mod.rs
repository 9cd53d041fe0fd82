//! Which time, place and quantity belong to an event.
