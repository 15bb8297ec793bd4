//! Cutting a document into units and a unit into sentences.
//!
//! The sentence rules are ours for the marks that Latin and CJK text share out among several
//! meanings (`. ! ? … 。 ！ ？`); Unicode's (UAX #29) decide for every other script.

mod addresses;
mod characters;
mod document;
mod foreign;
mod id;
mod markup;
mod masks;
mod rules;
mod scan;
mod sentences;
#[cfg(test)]
mod sentences_test;
mod stops;
mod words;

pub use document::{Document, Heading, Unit, leaf_texts, split};
pub use id::{counted_id, fresh_id, id_for};
pub use masks::{Mask, MaskKind};
pub use rules::{Rules, rules};
pub use sentences::sentences;
pub use words::words;
