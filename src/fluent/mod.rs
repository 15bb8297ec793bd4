//! Everything that knows Fluent: the only importer of the fluent crates.
//!
//! `codec` turns any text into one line of a message and back, `file` reads whole files without
//! losing a byte, `messages` holds the program's own words. Translated text never goes through
//! `fluent-bundle`: it stops at 100 placeables a message.

pub mod codec;
pub mod file;
pub mod messages;

#[cfg(test)]
mod tests;
