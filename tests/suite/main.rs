//! Whole documents through the library: round trips, pseudo-translation, labelled blocks and edits, sentences,
//! and what other Markdown readers see in what we emit.
//!
//! tests/README.md says where the documents come from and what is skipped without `../shared`.

mod additions;
mod asides;
mod attributes;
mod classes;
mod hazards;
mod material;
mod overlap;
mod pseudo;
mod published;
mod readers;
mod repairs;
mod roundtrip;
mod sentences;
mod staleness;
mod units;
